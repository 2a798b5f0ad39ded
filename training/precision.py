"""`python -m training.precision GOLD…`: count how often each quote rule is right on gold folders.

Writes pipeline/lexicons/rule_precision.csv, from which the `confidence` of a quote is made. A
content is right if a gold quote shares at least half of their characters; its speaker, if the name
is the gold one (both as in the scorer). Texts on which rules were written give figures above those
on new texts: name folders of texts that were not, if there are any.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path
from typing import Any

from spacy.language import Language

from pipeline.flow import extract
from pipeline.lexicons import Lexicons, load_lexicons
from pipeline.model import load_model
from pipeline.quotes.confidence import family
from pipeline.quotes.rows import parts
from pipeline.records import Document
from tests.gold import score
from tests.gold.goldfile import read_gold

OUT = Path(__file__).parents[1] / "pipeline" / "lexicons" / "rule_precision.csv"
Counts = dict[str, Counter[str]]


def main() -> None:
    """Count over all folders and write the table."""
    parser = argparse.ArgumentParser(prog="python -m training.precision", description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="folders of gold files")
    parser.add_argument("--out", type=Path, default=OUT, help="the table that is written")
    args = parser.parse_args()
    nlp, lexicons = load_model(), load_lexicons()
    counts: Counts = {}
    for folder in args.gold:
        for path in sorted(folder.glob("*.json")):
            count_article(path, nlp, lexicons, counts)
    source = " ".join(folder.name for folder in args.gold)
    with args.out.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["rule", "right", "found", "source"])
        for rule, counter in sorted(counts.items()):
            writer.writerow([rule, counter["right"], counter["found"], source])


def count_article(path: Path, nlp: Language, lexicons: Lexicons, counts: Counts) -> None:
    """Add the quotes of one gold article to `counts`."""
    gold: Any = read_gold(path)
    document = Document(
        doc_id=gold.doc, source=path.name, title=None, published=None, text=gold.text
    )
    found = extract(document, nlp, lexicons).quotes
    wanted = [score.chars(gold.text, quote["parts"]) for quote in gold.quotes]
    given = [score.chars(gold.text, parts(quote)) for quote in found]
    pairs = score.pair(wanted, given, share, 0.5)
    matched = {j: gold.quotes[i] for i, j in pairs}
    for j, quote in enumerate(found):
        right = j in matched
        add(counts, f"quote {family(quote.rule)}", right=right)
        if right:
            same = score.same_name(
                matched[j]["speaker_name"], quote.speaker_name, matched[j]["speaker_kind"]
            )
            add(counts, f"speaker {family(quote.speaker_rule)}", right=same)


def share(wanted: set[int], given: set[int]) -> float:
    """The share of characters that two contents have in common."""
    return len(wanted & given) / len(wanted | given) if wanted | given else 0.0


def add(counts: Counts, rule: str, *, right: bool) -> None:
    """Count one row of a rule."""
    counts.setdefault(rule, Counter()).update(found=1, right=int(right))


if __name__ == "__main__":
    main()
