"""The pages: the text is in them as it is, and nothing of it is more than text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Claim, Mention, Quote
from pipeline.report.article import view_article
from pipeline.report.pages import article_page, index_page, single_page
from pipeline.report.rows import ArticleRows
from pipeline.report.strings import load_strings
from pipeline.report.writing import index_view
from tests.report.made import (
    TEXT,
    article,
    claim,
    document,
    lines_of,
    mention,
    quote,
    read_page,
    segment,
)

FRENCH, ENGLISH = load_strings("fr"), load_strings("en")
HOSTILE = (
    "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> javascript:alert(3) {{ 7*7 }} &amp;"
)


def page_of(rows: ArticleRows) -> str:
    return article_page(view_article(rows, FRENCH), FRENCH, None, None)


def index_of(rows: Sequence[ArticleRows]) -> str:
    return index_page(index_view(rows, "articles/"), FRENCH)


def hostile_article() -> ArticleRows:
    said = quote(
        HOSTILE,
        text=HOSTILE,
        cue=HOSTILE,
        speaker=HOSTILE,
        speaker_name=HOSTILE,
        speaker_rule=HOSTILE,
        rule=HOSTILE,
    )
    named = mention(
        HOSTILE, HOSTILE, HOSTILE, name=HOSTILE, country=HOSTILE, entity_id=HOSTILE, rule=HOSTILE
    )
    put = claim(HOSTILE, HOSTILE, source=HOSTILE, predicate=HOSTILE, modality="possible")
    return ArticleRows(
        document(HOSTILE, doc_id=HOSTILE, title=HOSTILE),
        lines_of(HOSTILE),
        (named,),
        (said,),
        (put,),
    )


def test_the_text_can_be_read_back() -> None:
    assert read_page(page_of(article())).text == TEXT


@pytest.mark.parametrize(
    "kind", ["title", "heading", "paragraph", "list_item", "quote", "attribution"]
)
def test_every_kind_of_segment_keeps_its_text(kind: str) -> None:
    rows = article(segments=tuple(segment(s.start, s.end, kind) for s in lines_of(TEXT)))
    assert read_page(page_of(rows)).text == TEXT


def test_line_ends_of_old_systems_are_kept() -> None:
    text = "a\r\nb\rc\u2028d\x0be"
    assert read_page(page_of(article(text, segments=()))).text == text


def test_a_null_is_shown() -> None:
    assert read_page(page_of(article("a\0b", segments=()))).text == "a\N{REPLACEMENT CHARACTER}b"


@st.composite
def any_article(draw: st.DrawFn) -> ArticleRows:
    """Any text with any spans on it, those of the tables' contract or not."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
    places = st.integers(-1, len(text) + 1)
    spans = st.lists(st.tuples(places, places).map(sorted), max_size=6)

    def moved(row: Mention | Quote | Claim, start: int, end: int):  # type: ignore[no-untyped-def]
        return replace(row, start=start, end=end)

    kinds = st.sampled_from(["title", "paragraph", "list_item", "quote", "attribution"])
    lines = [segment(start, end, draw(kinds), text) for start, end in draw(spans)]
    return ArticleRows(
        document(text),
        tuple(lines),
        tuple(moved(mention("Kiev", "COUNTRY"), *span) for span in draw(spans)),
        tuple(
            moved(quote("partons", "Léa Morel", text=TEXT), *span)  # a speaker anywhere
            for span in draw(spans)
        ),
        tuple(moved(claim("Kiev", modality="possible"), *span) for span in draw(spans)),
    )


@given(any_article())
def test_any_text_with_any_spans_can_be_read_back(rows: ArticleRows) -> None:
    assert read_page(page_of(rows)).text == rows.document.text


def test_a_hostile_article_adds_no_element_and_no_attribute() -> None:
    rows = hostile_article()
    single = single_page(index_view([rows], "#"), [view_article(rows, FRENCH, "a1-")], FRENCH)
    for page in (page_of(rows), index_of([rows]), single):
        found = read_page(page)
        assert "img" not in found.names
        assert [name for name, _ in found.attributes if name.startswith("on")] == []
        assert not [
            v for n, v in found.attributes if n in {"href", "src"} and "script:" in (v or "")
        ]
    assert read_page(page_of(rows)).text == HOSTILE


def test_a_hostile_article_leaves_the_policy_as_it_is() -> None:
    def policy(page: str) -> list[str]:
        return re.findall(r'Security-Policy" content="([^"]+)"', page)

    assert policy(page_of(hostile_article())) == policy(page_of(article()))


def test_the_label_of_a_user_is_shown_by_its_name() -> None:
    page = page_of(article(mentions=(mention("port", "VESSEL"),)))
    assert "VESSEL" in page
    assert "<sup>Ve</sup>" in page


def test_a_mention_tells_code_subtype_and_rule() -> None:
    page = page_of(article())
    for told in ("<code>UKR</code>", "capitale qui vaut pour le pays", "weapon_terms:drone"):
        assert told in page


def test_what_is_not_there_is_not_told() -> None:
    page = page_of(article())
    assert "Occurrences" not in page  # each mention is there once
    assert re.search(r"<dd>\s*</dd>", page) is None


def test_a_quote_tells_speaker_rules_and_confidence() -> None:
    page = page_of(article())
    for told in ("direct.after:dire", "name in phrase", "87\u202f%", "directe, entre guillemets"):
        assert told in page


def test_an_article_without_title_has_a_heading_of_its_own() -> None:
    assert re.search(r'<h1[^>]*class="missing">Sans titre</h1>', page_of(article()))
    assert '">Le port est fermé. « Nous partons »' in index_of([article()])


def test_a_title_in_the_text_is_not_said_twice() -> None:
    rows = article(segments=(segment(0, 18, "title"),))
    assert read_page(page_of(rows)).names.count("h1") == 1


def test_nothing_found_is_said() -> None:
    page = page_of(article(mentions=(), quotes=(), claims=()))
    assert page.count("Rien de tel dans cet article.") == 3


def test_a_report_of_nothing() -> None:
    assert "0 articles" in index_of([])


def test_the_words_of_the_page_are_english_if_wanted_and_the_text_stays_french() -> None:
    page = article_page(view_article(article(), ENGLISH), ENGLISH, None, None)
    assert '<html lang="en">' in page
    assert "Unconfirmed or denied" in page
    assert "Citation" not in page
    assert '<div class="text" lang="fr"' in page


def test_ids_are_unique_in_a_single_page() -> None:
    views = [view_article(article(), FRENCH, f"a{number}-") for number in (1, 2)]
    other = [view_article(article(document=document(doc_id="e")), FRENCH, "a2-")]
    page = single_page(index_view([article()], "#"), [views[0], *other], FRENCH)
    ids = [value for name, value in read_page(page).attributes if name == "id"]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_reference_to_an_id_finds_it(language: str) -> None:
    strings = load_strings(language)  # type: ignore[arg-type]
    page = article_page(view_article(article(), strings), strings, None, None)
    attributes = read_page(page).attributes
    ids = {value for name, value in attributes if name == "id"}
    for name, value in attributes:
        if name == "data-k":
            assert set((value or "").split()) <= ids
        if name == "aria-labelledby" or (name == "href" and (value or "").startswith("#")):
            assert (value or "").lstrip("#") in ids
