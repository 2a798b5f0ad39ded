"""Claims compared: the predicate, then what is said of those whose predicate was found."""

from __future__ import annotations

from pipeline.review.evaluate.annotations import Annotations, Claim
from pipeline.review.evaluate.matching import overlap, pairs, same_name
from pipeline.review.evaluate.tally import Compared, Disagreement, Page, Tally, count, together

DESCRIBED = "group"  # the gold does not say of what kind a claim's source is


def compare_claims(page: Page, gold: Annotations, found: Annotations) -> Compared:
    """Whether each claim was found, with its modality and source. The author's own plain assertions
    are not in the gold: those found are passed over."""
    listed = [claim for claim in found.claims if not _plain(claim)]
    matched = pairs(gold.claims, listed, lambda one, other: overlap(one.span, other.span))
    counts = count("claims", gold=len(gold.claims), found=len(listed), matched=len(matched))
    compared = [Compared(counts, ())]
    for i, claim in enumerate(gold.claims):
        if i in matched:
            compared.append(_matched(page, claim, listed[matched[i]]))
        else:
            missing = _disagreement(page, "claim missing", claim, None)
            compared.append(Compared(Tally(), (missing,)))
    spurious = sorted(set(range(len(listed))) - set(matched.values()))
    wrong = tuple(_disagreement(page, "claim spurious", None, listed[j]) for j in spurious)
    return together([*compared, Compared(Tally(), wrong)])


def _plain(claim: Claim) -> bool:
    return claim.source == "author" and claim.modality == "factual"


def _matched(page: Page, gold: Claim, found: Claim) -> Compared:
    modality = gold.modality == found.modality
    source = same_name(gold.source, found.source, DESCRIBED)
    polarity = gold.polarity == found.polarity
    tally = count(
        "claims", modality=modality, source=source, polarity=polarity, both=modality and source
    )
    wrong = () if modality and source and polarity else ("claim detail",)
    return Compared(tally, tuple(_disagreement(page, sort, gold, found) for sort in wrong))


def _disagreement(page: Page, sort: str, gold: Claim | None, found: Claim | None) -> Disagreement:
    shown = next(claim for claim in (gold, found) if claim)
    return page.disagreement(sort, shown.span, gold=_told(gold), found=_told(found))


def _told(claim: Claim | None) -> str | None:
    if claim is None:
        return None
    return f"{claim.modality}, {claim.polarity}, {claim.source or 'no source'}"
