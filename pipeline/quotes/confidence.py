"""Confidence: how often the rules that made a quote were right on annotated texts."""

from __future__ import annotations

import re
from collections.abc import Mapping

UNSEEN = 0.5  # of a rule that the annotated texts never called for
BREAK = re.compile(r"[:→(«»\d]|\s[-a-zàâçéèêëîïôûù']+\s→")


def family(rule: str) -> str:
    """A rule without what it was about: « reported.que:affirmer » is of the family reported.que,
    « pronoun il → subject before (person) » of the family pronoun."""
    head = BREAK.split(rule, maxsplit=1)[0].strip()
    return head if "." in head else " ".join(head.split()[:1]) or "none"


def confidence_of(rule: str, speaker_rule: str, precision: Mapping[str, float]) -> float:
    """The chance that content and speaker are both right, by the precision of their two rules.

    Args:
        rule: the rule that found the content.
        speaker_rule: the rule that named the speaker.
        precision: the share of right ones for each family of rules (see rule_precision.csv).
    """
    content = precision.get(f"quote {family(rule)}", UNSEEN)
    speaker = precision.get(f"speaker {family(speaker_rule)}", UNSEEN)
    return round(content * speaker, 2)
