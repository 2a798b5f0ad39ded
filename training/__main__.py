"""`python -m training`: tune the named-entity head, measure it, write it beside the pipeline."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import spacy

from pipeline.model.weights import SUMS, sums
from training.corpora import Labelled, read_gold, read_popcorn, read_winer, split
from training.examples import read
from training.fit import Settings, head_of, stock, tune
from training.measure import measure

GOLD_WEIGHT = 3  # there are few gold articles, and they follow the guidelines to the letter
WEIGHTS = Path(__file__).parents[1] / "pipeline" / "weights"


def main() -> None:
    """Read the corpora, tune, compare with the stock head on what was set aside, write."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the corpora")
    parser.add_argument("--gold", type=Path, action="append", default=[], help="gold to learn from")
    parser.add_argument("--measure", type=Path, action="append", default=[], help="gold to measure")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the component is written")
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument("--seed", type=int, default=Settings().seed)
    parser.add_argument("--no-popcorn", action="store_true", help="leave POPCORN out")
    args = parser.parse_args()

    train, stop, aside = split(read_winer(args.data / "winer_fr_2016_2017.jsonl"))
    sources = {"winer": len(train)}
    if not args.no_popcorn:
        reports = list(read_popcorn(args.data / "popcorn_train.json"))
        train += reports
        sources["popcorn"] = len(reports)
    for folder in args.gold:
        articles = list(read_gold(folder))
        train += articles * GOLD_WEIGHT
        sources[folder.name] = len(articles)
    nlp = tune(train, stop, Settings(epochs=args.epochs, seed=args.seed), print_now)

    tests: dict[str, list[Labelled]] = {"winer set aside": aside}
    tests |= {folder.name: list(read_gold(folder)) for folder in args.measure}
    figures = {"sources": sources, "set aside": len(aside), "figures": {}}
    before = stock()
    reader = spacy.blank("fr", vocab=nlp.vocab)
    reader.tokenizer = nlp.tokenizer
    for name, items in tests.items():
        docs = [read(item, reader) for item in items]
        rows = {}
        for head, model in (("stock", before), ("tuned", nlp)):
            found = measure(model, docs)
            print_now(f"{name} {head}: {found}")
            rows[head] = {
                label: {
                    "p": round(row.precision, 4),
                    "r": round(row.recall, 4),
                    "f1": round(row.f1, 4),
                }
                for label, row in {**found.labels, "all": found.all}.items()
            }
        figures["figures"][name] = rows  # type: ignore[index]
    args.out.mkdir(parents=True, exist_ok=True)
    head_of(nlp).to_disk(args.out / "ner", exclude=["vocab"])
    (args.out / SUMS).write_text(sums(args.out), encoding="utf-8")
    (args.out / "figures.json").write_text(
        json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def print_now(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
