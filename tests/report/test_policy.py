"""The policy of the pages holds for what is in them."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from pipeline.report.article import view_article
from pipeline.report.pages import article_page, index_page, single_page
from pipeline.report.policy import content_policy, dense, hash_source
from pipeline.report.strings import load_strings
from pipeline.report.writing import index_view
from tests.report.made import article

STRINGS = load_strings("fr")
ASSETS = sorted(
    (path for path in (files("pipeline.report") / "assets").iterdir()), key=lambda path: path.name
)


def pages() -> dict[str, str]:
    rows = article()
    index = index_view([rows], "articles/")
    return {
        "article": article_page(view_article(rows, STRINGS), STRINGS, None, None),
        "index": index_page(index, STRINGS),
        "single": single_page(index, [view_article(rows, STRINGS, "a1-")], STRINGS),
    }


PAGES = pages()


def policy_of(page: str) -> dict[str, str]:
    (found,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    directives = found.replace("&#39;", "'").split("; ")
    return {name: value for name, _, value in (one.partition(" ") for one in directives)}


@pytest.mark.parametrize("name", PAGES)
def test_the_hashes_are_those_of_the_style_and_the_script(name: str) -> None:
    page = PAGES[name]
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    (script,) = re.findall(r'<script type="module">(.*?)</script>', page, re.DOTALL)
    policy = policy_of(page)
    assert policy["style-src"] == hash_source(style)
    assert policy["script-src"] == hash_source(script)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_else_is_allowed(name: str) -> None:
    policy = policy_of(PAGES[name])
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in " ".join(policy.values())


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_stands_before_what_it_rules(name: str) -> None:
    page = PAGES[name]
    assert page.index("Content-Security-Policy") < page.index("<style") < page.index("<script")


@pytest.mark.parametrize("name", PAGES)
def test_no_handler_no_style_attribute_and_no_address_of_the_network(name: str) -> None:
    inside = re.sub(r"<(style|script).*?</\1>", "", PAGES[name], flags=re.DOTALL)
    assert not re.search(r"\s(on\w+|style)=", inside)
    assert not re.search(r"https?:|//[a-z]", PAGES[name].replace("http-equiv", ""))


def test_a_hash_is_that_of_the_standard() -> None:
    # An example that the documentation of browsers gives.
    assert (
        hash_source("alert('Hello, world.');")
        == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
    )


def test_another_script_has_another_policy() -> None:
    assert content_policy("a", "b") != content_policy("a", "c")


@pytest.mark.parametrize("path", ASSETS, ids=lambda path: path.name)
def test_an_asset_does_not_end_its_own_element(path) -> None:  # type: ignore[no-untyped-def]
    assert "</" not in path.read_text(encoding="utf-8")


def test_dense_keeps_code_and_drops_comments() -> None:
    assert dense("// why\n  let a = 1; // kept\n\n/* why */\n") == "let a = 1; // kept"
