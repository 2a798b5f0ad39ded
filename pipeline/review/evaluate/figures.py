"""Counts become figures: precision, recall and F1, and shares of right ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, get_args

from pipeline.records import LABELS, QuoteKind
from pipeline.review.evaluate.tally import Tally

MISSION = ("COUNTRY", "PERSON", "WEAPON")  # the mentions that the project is about
PLACES = 4  # decimals


def figures_of(documents: int, tally: Tally) -> dict[str, Any]:
    """All figures, by section. Of an F1, `tp` counts the right ones of `pred` found and `gold` in
    the gold; a share of none is null."""
    mentions = {f"mentions.{label}": _mentions(tally, label) for label in sorted(LABELS)}
    return {
        "documents": documents,
        "segments_accuracy": _share(tally["segments", "right"], tally["segments", "total"]),
        **mentions,
        "mentions.all": {"strict": _of_labels(tally, LABELS, "strict")},
        "mentions.mission": {
            right: _of_labels(tally, MISSION, right) for right in ("strict", "overlap")
        },
        "quotes": _quotes(tally),
        "claims": _claims(tally),
    }


def _f1(right: int, found: int, gold: int) -> dict[str, float | int]:
    precision = right / found if found else float(gold == 0)
    recall = right / gold if gold else 1.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return {
        "p": round(precision, PLACES),
        "r": round(recall, PLACES),
        "f1": round(f1, PLACES),
        "tp": right,
        "pred": found,
        "gold": gold,
    }


def _share(right: int, of: int) -> float | None:
    return round(right / of, PLACES) if of else None


def _of_labels(tally: Tally, labels: Iterable[str], right: str) -> dict[str, float | int]:
    total: Counter[str] = Counter()
    for label in labels:
        for what in (right, "found", "gold"):
            total[what] += tally[f"mentions.{label}", what]
    return _f1(total[right], total["found"], total["gold"])


def _mentions(tally: Tally, label: str) -> dict[str, Any]:
    section = f"mentions.{label}"
    details = {"COUNTRY": ("country", "form"), "WEAPON": ("subtype",)}
    return {
        "strict": _of_labels(tally, [label], "strict"),
        "overlap": _of_labels(tally, [label], "overlap"),
        **{
            what: _share(tally[section, what], tally[section, "overlap"])
            for what in details.get(label, ())
        },
    }


def _section(tally: Tally, section: str) -> Counter[str]:
    return Counter({what: number for (name, what), number in tally.items() if name == section})


def _quotes(tally: Tally) -> dict[str, Any]:
    counts = _section(tally, "quotes")

    def f1(right: str) -> dict[str, float | int]:
        return _f1(counts[right], counts["found"], counts["gold"])

    return {
        "span": f1("matched"),
        "span_exact": f1("exact"),
        "span_and_speaker": f1("named"),
        "ggt_rule_0.3": f1("loose"),
        "ggt_rule_0.8": f1("tight"),
        "span_and_speaker_mention": f1("mention"),
        "speaker_accuracy": _share(counts["named"], counts["matched"]),
        "kind_accuracy": _share(counts["kind"], counts["matched"]),
        "speaker_kind_accuracy": _share(counts["speaker_kind"], counts["matched"]),
        **{
            f"recall.{kind}": _recall(_section(tally, f"quotes.{kind}"))
            for kind in sorted(get_args(QuoteKind))
        },
    }


def _recall(counts: Counter[str]) -> dict[str, float | int | None]:
    return {
        "found": _share(counts["matched"], counts["gold"]),
        "with_speaker": _share(counts["named"], counts["gold"]),
        "gold": counts["gold"],
    }


def _claims(tally: Tally) -> dict[str, Any]:
    counts = _section(tally, "claims")
    return {
        "predicate": _f1(counts["matched"], counts["found"], counts["gold"]),
        "predicate_modality_source": _f1(counts["both"], counts["found"], counts["gold"]),
        **{
            f"{what}_accuracy": _share(counts[what], counts["matched"])
            for what in ("modality", "polarity", "source")
        },
    }
