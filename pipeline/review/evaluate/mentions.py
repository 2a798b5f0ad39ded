"""Segments and mentions compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.records import LABELS
from pipeline.review.evaluate.annotations import Annotations, Mention
from pipeline.review.evaluate.matching import overlap, pairs, trimmed
from pipeline.review.evaluate.tally import Compared, Disagreement, Page, count, together


def compare_segments(page: Page, gold: Annotations, found: Annotations) -> Compared:
    """Whether each gold line was found as a segment of its kind."""
    kinds = {trimmed(page.text, segment.span): segment.kind for segment in found.segments}
    disagreements = []
    for segment in gold.segments:
        kind = kinds.get(trimmed(page.text, segment.span))
        if kind != segment.kind:
            disagreements.append(
                page.disagreement("segment", segment.span, gold=segment.kind, found=kind)
            )
    total = len(gold.segments)
    tally = count("segments", total=total, right=total - len(disagreements))
    return Compared(tally, tuple(disagreements))


def compare_mentions(page: Page, gold: Annotations, found: Annotations) -> Compared:
    """Whether each mention was found, label by label: to the character, or with some in common."""
    return together(
        _compare_label(
            page,
            label,
            _trimmed(page, gold, label),
            _once(_trimmed(page, found, label)),
        )
        for label in sorted(LABELS)
    )


def _trimmed(page: Page, marked: Annotations, label: str) -> list[Mention]:
    return [
        replace(mention, span=trimmed(page.text, mention.span))
        for mention in marked.mentions
        if mention.label == label
    ]


def _once(mentions: Iterable[Mention]) -> list[Mention]:
    """One mention a span, the last that was found there."""
    return list({mention.span: mention for mention in mentions}.values())


def _compare_label(
    page: Page, label: str, gold: Sequence[Mention], found: Sequence[Mention]
) -> Compared:
    matched = pairs(gold, found, lambda one, other: overlap(one.span, other.span))
    exact = {mention.span for mention in found} & {mention.span for mention in gold}
    section = f"mentions.{label}"
    tally = count(
        section,
        gold=len(gold),
        found=len(found),
        strict=sum(mention.span in exact for mention in gold),
        overlap=len(matched),
    )
    for i, j in matched.items():
        tally.update(_details(section, gold[i], found[j]))
    disagreements = [
        *(_missing(page, mention) for mention in gold if mention.span not in exact),
        *(_spurious(page, mention) for mention in found if mention.span not in exact),
        *(
            _other_details(page, gold[i], found[j])
            for i, j in sorted(matched.items())
            if _told(gold[i]) != _told(found[j])
        ),
    ]
    return Compared(tally, tuple(disagreements))


def _details(section: str, gold: Mention, found: Mention) -> Counter[tuple[str, str]]:
    return count(
        section,
        country=gold.country == found.country,
        form=gold.form == found.form,
        subtype=gold.subtype == found.subtype,
    )


def _told(mention: Mention) -> str:
    """The label with what is scored beside it: « COUNTRY RUS metonym », « WEAPON missile »."""
    details = {"COUNTRY": (mention.country, mention.form), "WEAPON": (mention.subtype,)}
    return " ".join([mention.label, *(str(part) for part in details.get(mention.label, ()))])


def _missing(page: Page, gold: Mention) -> Disagreement:
    return page.disagreement("mention missing", gold.span, gold=_told(gold), found=None)


def _spurious(page: Page, found: Mention) -> Disagreement:
    return page.disagreement("mention spurious", found.span, gold=None, found=_told(found))


def _other_details(page: Page, gold: Mention, found: Mention) -> Disagreement:
    return page.disagreement("mention detail", gold.span, gold=_told(gold), found=_told(found))
