"""`python -m training.quality GOLD…`: score gold folders, print the figures as a Markdown table."""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language

from pipeline.flow import extract
from pipeline.lexicons import Lexicons, load_lexicons
from pipeline.model import load_model
from pipeline.records import Document
from pipeline.tables.rows import table_rows
from pipeline.tables.writing import write_tables
from tests.gold import score
from tests.gold.goldfile import read_gold

ROWS = {
    "segment kinds": lambda r: r["segments_accuracy"],
    "people, countries and weapons": lambda r: r["mentions.mission"]["strict"]["f1"],
    "all mentions": lambda r: r["mentions.all"]["strict"]["f1"],
    "weapon subtype": lambda r: r["mentions.WEAPON"]["subtype"],
    "country code": lambda r: r["mentions.COUNTRY"]["country"],
    "country form": lambda r: r["mentions.COUNTRY"]["form"],
    "quotes": lambda r: r["quotes"]["span"]["f1"],
    "quotes with speaker": lambda r: r["quotes"]["span_and_speaker"]["f1"],
    "speaker of the matched": lambda r: r["quotes"]["speaker_accuracy"],
    "kind of the matched": lambda r: r["quotes"]["kind_accuracy"],
    "speaker kind of the matched": lambda r: r["quotes"]["speaker_kind_accuracy"],
    "claims": lambda r: r["claims"]["predicate"]["f1"],
    "claims with modality and source": lambda r: r["claims"]["predicate_modality_source"]["f1"],
    "polarity of the matched": lambda r: r["claims"]["polarity_accuracy"],
}


def main() -> None:
    """Score each folder and print a table: one column a folder, one row a figure."""
    parser = argparse.ArgumentParser(prog="python -m training.quality", description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="folders of gold files")
    parser.add_argument("--csv", type=Path, help="a file for the figures, such as quality.csv")
    arguments = parser.parse_args()
    folders = arguments.gold
    nlp, lexicons = load_model(), load_lexicons()
    results = []
    for folder in folders:
        result, notes = score_folder(folder, nlp, lexicons)
        results.append(result)
        print(*notes, sep="\n", end="\n" * bool(notes), file=sys.stderr)
    if arguments.csv:
        write_csv(arguments.csv, [folder.name for folder in folders], results)
    print(
        "|",
        *(
            f"| {folder.name} ({r['documents']})"
            for folder, r in zip(folders, results, strict=True)
        ),
        "|",
    )
    print("|---" * (len(folders) + 1) + "|")
    for name, figure in ROWS.items():
        cells = ("–" if figure(r) is None else f"{figure(r):.3f}" for r in results)
        print(f"| {name} |", " | ".join(cells), "|")


def write_csv(path: Path, names: Sequence[str], results: Sequence[Mapping[str, Any]]) -> None:
    """Write the figures as lines of pipeline/review/methods/quality.csv."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["figure", "folder", "documents", "value"])
        for row, figure in ROWS.items():
            for name, result in zip(names, results, strict=True):
                writer.writerow([row, name, result["documents"], figure(result)])


def score_folder(
    folder: Path, nlp: Language, lexicons: Lexicons
) -> tuple[dict[str, Any], list[str]]:
    """The scorer's figures for the tables made of one gold folder's texts, and its notes: what it
    could not compare."""
    golds = {path.stem: read_gold(path) for path in sorted(folder.glob("*.json"))}
    extractions = [
        extract(
            Document(doc_id=name, source=name, title=None, published=None, text=gold.text),
            nlp,
            lexicons,
        )
        for name, gold in golds.items()
    ]
    with tempfile.TemporaryDirectory() as outputs:
        write_tables(table_rows(extractions), Path(outputs), kind="parquet")
        predictions, notes = score.load_predictions(Path(outputs), golds)
    return dict(score.score(golds, predictions)), notes


if __name__ == "__main__":
    main()
