"""Saved web pages."""

from __future__ import annotations

import sys

import pytest

from pipeline.sources.pages import read_page
from pipeline.sources.problems import UnreadableError

PARAGRAPH = (
    "Le ministère a annoncé mardi l’envoi d’un second navire dans la région, où la tension monte "
    "depuis une semaine entre les deux voisins. "
)
PAGE = f"""<!doctype html><html lang="fr"><head><meta charset="{{charset}}">
<title>Un second navire part pour le golfe</title>
<meta property="article:published_time" content="2024-11-20T08:30:00+01:00"></head>
<body><nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav>
<article><h1>Un second navire part pour le golfe</h1>
<p>{PARAGRAPH * 3}</p><p>{PARAGRAPH * 2}</p></article>
<footer>Mentions légales – Publicité</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_the_article_of_a_page(charset: str) -> None:
    pytest.importorskip("trafilatura")
    data = PAGE.replace("{charset}", charset).encode(charset)
    warnings: list[str] = []
    page = read_page(data, "a.html", warnings.append)
    assert page["title"] == "Un second navire part pour le golfe"
    assert page["published"] == "2024-11-20"
    lines = page["text"].split("\n")
    assert lines[0] == page["title"]
    assert lines[1].startswith("Le ministère a annoncé mardi l’envoi")
    assert "Publicité" not in page["text"]
    assert warnings == []


def test_a_page_without_an_article() -> None:
    pytest.importorskip("trafilatura")
    with pytest.raises(UnreadableError, match="no article"):
        read_page(b"<html><body></body></html>", "a.html", lambda _: None)


def test_without_trafilatura_the_reason_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UnreadableError, match=r"pip install 'quidit\[html\]'"):
        read_page(b"<html></html>", "a.html", lambda _: None)
