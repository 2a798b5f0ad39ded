"""Fifth stage: the propositions, with who vouches for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.article import Article
from pipeline.claims.arguments import OBJECTS, SUBJECTS, argument, entity_named
from pipeline.claims.clauses import Clause, find_clauses, with_rule
from pipeline.claims.cues import cue_effects, is_past_cue
from pipeline.claims.extents import clause_ranges
from pipeline.claims.fragments import find_fragments
from pipeline.claims.modality import modality_of
from pipeline.claims.polarity import is_negative
from pipeline.claims.units import Unit, cut_units
from pipeline.lexicons import Lexicons
from pipeline.lexicons.modality import ModalityLexicon, load_modality
from pipeline.records import Claim, Mention, Modality, Polarity, Quote


@dataclass(frozen=True, slots=True)
class Found:
    """A clause with its place in its unit and how it is put forward."""

    unit: Unit
    clause: Clause
    begin: int
    end: int
    modality: Modality
    polarity: Polarity


def find_claims(
    article: Article,
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
    lexicons: Lexicons,
) -> tuple[Claim, ...]:
    """The claims of an article, in the order of the text.

    Args:
        article: the article.
        mentions: its mentions: what subjects and objects may name.
        quotes: its quotes: who vouches for what.
        lexicons: the lexicons.
    """
    words = load_modality()
    found = [
        claim for unit in cut_units(article, quotes) for claim in _claims_of(article, unit, words)
    ]
    found.sort(key=lambda claim: (claim.clause.predicate.idx, claim.begin))
    ordered = tuple(sorted(mentions, key=lambda mention: mention.start))
    return tuple(_row(article, claim, ordered, n) for n, claim in enumerate(found, start=1))


def _claims_of(article: Article, unit: Unit, words: ModalityLexicon) -> Iterator[Found]:
    """The claims of one unit. Questions assert nothing."""
    if unit.is_question:
        return
    effects = cue_effects(article, unit.quote, words)
    past = is_past_cue(article, unit.quote)
    clauses = find_clauses(unit, words) or find_fragments(article, unit, effects)
    for clause, (begin, end) in zip(clauses, clause_ranges(unit, clauses), strict=True):
        bound = effects if _is_bound(unit, clause) else frozenset()
        modality, reason = modality_of(unit, clause, begin, end, words, bound, past)
        if unit.quote is None and clause.rule == "clause.relative" and modality == "factual":
            continue
        negative = is_negative(unit, clause, begin, end) != ("negative" in bound)
        yield Found(
            unit,
            with_rule(clause, reason) if reason else clause,
            begin,
            end,
            modality,
            "negative" if negative else "positive",
        )


def _is_bound(unit: Unit, clause: Clause) -> bool:
    """Whether the cue governs the clause, as it does a content that is not a quoted utterance."""
    return (
        unit.quote is not None
        and unit.quote.kind in {"indirect", "mixed"}
        and not clause.rule.startswith("fragment")
    )


def _row(article: Article, found: Found, mentions: tuple[Mention, ...], number: int) -> Claim:
    unit, clause, quote = found.unit, found.clause, found.unit.quote
    first, last = unit.tokens[found.begin], unit.tokens[found.end - 1]
    start, end = first.idx, last.idx + len(last)
    predicate = clause.predicate
    subject = argument(unit, clause, found.begin, found.end, SUBJECTS)
    obj = argument(unit, clause, found.begin, found.end, OBJECTS)
    doc_id = article.document.doc_id
    return Claim(
        doc_id=doc_id,
        claim_id=f"{doc_id}-c{number}",
        sentence_id=article.sentence_at(start).sentence_id,
        quote_id=quote.quote_id if quote else None,
        start=start,
        end=end,
        text=article.text[start:end],
        predicate=article.text[predicate.idx : predicate.idx + len(predicate)],
        predicate_start=predicate.idx,
        predicate_end=predicate.idx + len(predicate),
        subject=article.text[slice(*subject[1])] if subject else None,
        subject_id=entity_named(subject[1], subject[0], mentions) if subject else None,
        object=article.text[slice(*obj[1])] if obj else None,
        object_id=entity_named(obj[1], obj[0], mentions) if obj else None,
        source=quote.speaker_name if quote else "author",
        source_id=quote.speaker_id if quote else None,
        modality=found.modality,
        polarity=found.polarity,
        rule=clause.rule,
    )
