"""Annotated articles: how places are named, and what is said of a mistake."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.review.evaluate.goldfiles import read_gold_file, read_gold_folder
from pipeline.review.evaluate.places import GoldError

TEXT = "Paris et encore Paris.\nSelon Kiev, le pont est fermé.\n"
QUOTE = {
    "line": 2,
    "parts": [{"text": "le pont est fermé"}],
    "kind": "indirect",
    "cue": {"text": "Selon"},
    "speaker": {"text": "Kiev"},
    "speaker_name": "Ukraine",
    "speaker_kind": "country",
}
CLAIM = {
    "line": 2,
    "predicate": {"text": "fermé"},
    "source": "Ukraine",
    "modality": "factual",
    "polarity": "positive",
}


def written(folder: Path, **sections: Any) -> Path:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "a.json"
    path.write_text(json.dumps({"doc": "a", **sections}, indent=1), encoding="utf-8")
    return path


def mention(**place: Any) -> dict[str, Any]:
    return {"label": "PLACE", **place}


@pytest.mark.parametrize(
    ("place", "span"),
    [
        ({"line": 1, "text": "Paris"}, (0, 5)),
        ({"line": 1, "text": "Paris", "nth": 2}, (16, 21)),
        ({"line": 2, "text": "Kiev", "nth": None}, (29, 33)),
        ({"line": 2, "from": "le", "to": "fermé"}, (35, 52)),
        ({"at": [9, 15]}, (9, 15)),
    ],
)
def test_a_place_by_its_words_or_its_offsets(
    place: dict[str, Any], span: tuple[int, int], tmp_path: Path
) -> None:
    (found,) = read_gold_file(written(tmp_path, mentions=[mention(**place)])).marked.mentions
    assert found.span == span


def test_a_quote_and_a_claim(tmp_path: Path) -> None:
    marked = read_gold_file(written(tmp_path, quotes=[QUOTE], claims=[CLAIM])).marked
    assert (marked.quotes[0].parts, marked.quotes[0].speaker) == (((35, 52),), (29, 33))
    assert marked.claims[0].span == (47, 52)


@pytest.mark.parametrize(
    ("section", "entry", "message"),
    [
        ("mentions", mention(line=1, text="Rome"), "« Rome » does not stand in line 1"),
        ("mentions", mention(line=1, text="Paris", nth=3), "stands 2 times, not 3, in line 1"),
        ("mentions", mention(line=9, text="Paris"), "line is 9; the text has the lines 1 to 3"),
        ("mentions", mention(at=[5, 500]), "[5, 500] is not in the text"),
        ("mentions", {"line": 1, "text": "Paris", "label": "TOWN"}, "label is 'TOWN'; it may be P"),
        ("mentions", {"line": 1, "text": "Paris"}, "label is missing"),
        (
            "mentions",
            {"line": 1, "text": "Paris", "label": "COUNTRY", "form": "name", "country": "FR"},
            "the country 'FR' is no code of three letters",
        ),
        ("quotes", QUOTE | {"kind": "said"}, "kind is 'said'; it may be direct, indirect"),
        ("quotes", QUOTE | {"parts": []}, "parts is empty"),
        ("quotes", QUOTE | {"speaker": "Kiev"}, "not written as the format wants it"),
        ("claims", CLAIM | {"modality": "sure"}, "modality is 'sure'; it may be factual"),
        ("segments", {"line": 1, "kind": "line"}, "kind is 'line'; it may be title"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(
    section: str, entry: dict[str, Any], message: str, tmp_path: Path
) -> None:
    good = {"mentions": mention(line=1, text="Paris"), "quotes": QUOTE, "claims": CLAIM}
    first = good.get(section, {"line": 1, "kind": "paragraph"})
    path = written(tmp_path, **{section: [first, entry]})
    with pytest.raises(GoldError) as error:
        read_gold_file(path)
    told = str(error.value)
    assert message in told
    line = int(told.removeprefix(f"{path}, line ").split(" ")[0])
    assert f"({section}, entry 2)" in told
    lines = path.read_text("utf-8").splitlines()
    assert json.loads("\n".join(lines[line - 1 : -2])) == entry


def test_malformed_json(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text('{"doc": "a",\n "mentions": [}', encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.json, line 2: malformed JSON"):
        read_gold_file(path)


def test_a_text_that_is_not_there(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.with_suffix(".txt").unlink()
    with pytest.raises(GoldError, match=r"a\.txt: there is no such file"):
        read_gold_file(path)


def test_a_folder_without_annotations(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"holds no NAME\.json"):
        read_gold_folder(tmp_path)
    with pytest.raises(GoldError, match="is no folder"):
        read_gold_folder(tmp_path / "nowhere")
