"""Reading of the corpora: which spans are kept, under which label, with which ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.augment import bare_capitals, rename
from training.corpora import Labelled, read_popcorn, read_winer, split, tidy, widest


def cut(item: Labelled) -> set[tuple[str, str]]:
    return {(item.text[start:end], label) for start, end, label in item.spans}


def winer(folder: Path, text: str, mentions: list[tuple[str, str]]) -> Labelled:
    rows = [[text.index(words), text.index(words) + len(words), label] for words, label in mentions]
    path = folder / "winer.jsonl"
    path.write_text(json.dumps({"doc": "d", "text": text, "mentions": rows}), encoding="utf-8")
    return next(iter(read_winer(path)))


def test_the_widest_of_nested_spans_is_kept() -> None:
    assert widest([(0, 30, "ORG"), (20, 30, "LOC")]) == ((0, 30, "ORG"),)


def test_winer_labels_become_the_models(tmp_path: Path) -> None:
    item = winer(
        tmp_path,
        "Anne Roux a quitté Thalès pour la gare de Dax avec une Clio.",
        [
            ("Anne Roux", "Person"),
            ("Thalès", "Organization"),
            ("gare de Dax", "Organization"),
            ("Clio", "Product"),
        ],
    )
    assert cut(item) == {
        ("Anne Roux", "PER"),
        ("Thalès", "ORG"),
        ("gare de Dax", "LOC"),
        ("Clio", "MISC"),
    }


def test_a_plain_noun_and_an_affair_are_no_names(tmp_path: Path) -> None:
    item = winer(
        tmp_path,
        "L'armée belge et l'affaire Roux.",
        [("armée belge", "Organization"), ("affaire Roux", "Event"), ("Roux", "Person")],
    )
    assert cut(item) == {("Roux", "PER")}


def test_popcorn_gives_names_without_titles_and_no_pronouns(tmp_path: Path) -> None:
    text = "Hier, Madame Ada Roux est partie. Elle dort."
    entity = {
        "type": "CIVILIAN",
        "mentions": [
            {"start": 6, "end": 22, "value": "Madame Ada Roux"},
            {"start": 34, "end": 38, "value": "Elle"},
        ],
    }
    entity["mentions"][0]["end"] = 6 + len("Madame Ada Roux")  # type: ignore[index]
    path = tmp_path / "popcorn.json"
    path.write_text(json.dumps({"1": {"text": text, "entities": [entity]}}), encoding="utf-8")
    assert [cut(item) for item in read_popcorn(path)] == [{("Ada Roux", "PER")}]


def test_stray_spaces_go_and_spans_follow() -> None:
    text = "Selon l' OMS , à Dax ."
    item = tidy(Labelled("d", text, ((9, 12, "ORG"), (17, 20, "LOC"))))
    assert item.text == "Selon l'OMS, à Dax."
    assert cut(item) == {("OMS", "ORG"), ("Dax", "LOC")}


def test_a_name_is_replaced_throughout_by_the_same_one() -> None:
    import random  # noqa: PLC0415

    text = "Ada Roux parle. Ada Roux part."
    item = Labelled("d", text, ((0, 8, "PER"), (16, 24, "PER")))
    names = {"PER": ["Li Wei Chen"]}
    variants = {rename(item, random.Random(seed), names).text for seed in range(20)}
    assert variants == {text, "Li Wei Chen parle. Li Wei Chen part."}


def test_capitals_lose_their_accents_and_nothing_moves() -> None:
    item = bare_capitals(Labelled("d", "L'État à Évian", ((9, 14, "LOC"),)))
    assert item.text == "L'Etat à Evian"


def test_the_share_of_a_text_does_not_depend_on_the_others() -> None:
    items = [Labelled(f"doc{number}", "", ()) for number in range(400)]
    train, stop, aside = split(items)
    assert len(train) + len(stop) + len(aside) == 400
    assert 20 < len(aside) < 60
    assert split(items[:50])[2] == [item for item in aside if item in items[:50]]


@pytest.mark.parametrize("name", ["winer_fr_2016_2017.jsonl"])
def test_the_shared_corpus_reads(shared: Path, name: str) -> None:
    items = list(read_winer(shared / "data" / name))
    assert len(items) == 964
    assert all(item.text[start:end].strip() for item in items for start, end, _ in item.spans)
