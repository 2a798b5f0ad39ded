"""Fifth stage: the propositions, with who vouches for each."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from pipeline.article import Article
from pipeline.claims.arguments import arguments_of, entity_named
from pipeline.claims.clauses import find_clauses
from pipeline.claims.conditional import clitic_subject
from pipeline.claims.cues import NO_EFFECTS, governor_of, hangs_on_si
from pipeline.claims.extents import Placed, place_clauses, with_marks
from pipeline.claims.fragments import find_fragments
from pipeline.claims.frames import frames_a_quote, incise_tokens
from pipeline.claims.modality import Governed, modality_of
from pipeline.claims.polarity import is_negative
from pipeline.claims.units import Unit, cut_units
from pipeline.lexicons import Lexicons
from pipeline.lexicons.cues import CueLexicon
from pipeline.lexicons.modality import ModalityLexicon
from pipeline.records import Claim, Mention, Modality, Polarity, Quote


class Found(NamedTuple):
    """A clause in its place, and how it is put forward."""

    placed: Placed
    modality: Modality
    polarity: Polarity
    rule: str


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
    framing = incise_tokens(article, quotes)
    found: list[Found] = []
    for unit in cut_units(article, quotes, lexicons.modality):
        previous = found[-1] if found else None
        found += [
            claim
            for claim in _claims_of(article, unit, lexicons.modality, previous)
            if claim.modality != "factual" or not frames_a_quote(claim.placed, framing)
        ]
    found.sort(key=lambda claim: claim.placed.clause.predicate)
    ordered = tuple(sorted(mentions, key=attrgetter("start")))
    return tuple(
        [
            _row(article, claim, ordered, lexicons.cues, number)
            for number, claim in enumerate(found, start=1)
        ]
    )


def _claims_of(
    article: Article, unit: Unit, lexicon: ModalityLexicon, previous: Found | None
) -> Iterator[Found]:
    """The claims of one unit. Questions, direct or reported (« demande si … »), assert nothing.

    Args:
        previous: the claim before, if any.
    """
    if unit.is_question or hangs_on_si(article, unit.quote):
        return
    cue = governor_of(article, unit.tokens, unit.quote, lexicon)
    clauses = find_clauses(unit, lexicon)
    if not clauses or (clauses[0].rule == "clause.relative" and "attribute" in cue.effects):
        clauses = find_fragments(article, unit, cue.effects) or clauses
    for placed in place_clauses(unit, clauses):
        effects = cue.effects if _is_bound(placed) else NO_EFFECTS
        goes_on = previous is not None and _may_go_on(article, previous, placed)
        modality, reason = modality_of(placed, lexicon, Governed(effects, cue.past, goes_on))
        rule = placed.clause.rule
        if unit.quote is None and rule == "clause.relative" and modality == "factual":
            continue
        negative = is_negative(placed) != ("negative" in effects)
        polarity: Polarity = "negative" if negative else "positive"
        previous = Found(placed, modality, polarity, f"{rule}+{reason}" if reason else rule)
        yield previous


def _may_go_on(article: Article, previous: Found, placed: Placed) -> bool:
    """Whether a clause may hang on the hypothesis of the claim before.

    It does in the same sentence, and in the next where its subject is a pronoun: « Un retrait
    rouvrirait la route. *Il* mettrait fin au siège ».
    """
    if not previous.rule.endswith("+hypothetical"):
        return False
    before, here = previous.placed.unit, placed.unit
    if before is here:
        return True
    same_voice = (before.quote and before.quote.quote_id) == (here.quote and here.quote.quote_id)
    segments = [article.segment_at(unit.start(0)) for unit in (before, here)]
    return same_voice and segments[0] == segments[1] and bool(clitic_subject(placed))


def _is_bound(placed: Placed) -> bool:
    """Whether the cue governs the clause: « promet de signer », not « promet : « Je signe » »."""
    quote, rule = placed.unit.quote, placed.clause.rule
    if quote is None or rule.startswith("fragment"):
        return False
    # « promet de « *signer* » » is governed although the whole content is in quotation marks.
    return quote.kind in {"indirect", "mixed"} or rule == "clause.infinitive"


def _row(
    article: Article, found: Found, mentions: tuple[Mention, ...], cues: CueLexicon, number: int
) -> Claim:
    placed, quote, tokens = found.placed, found.placed.unit.quote, found.placed.unit.tokens
    first, last = placed.unit.places[placed.begin], placed.unit.places[placed.end - 1]
    start, end = with_marks(article, tokens.start[first], tokens.end[last])
    verb = placed.clause.predicate
    predicate_start, predicate_end = tokens.start[verb], tokens.end[verb]
    subject, obj = arguments_of(placed, cues)
    doc_id, text = article.document.doc_id, article.text
    return Claim(
        doc_id=doc_id,
        claim_id=f"{doc_id}-c{number}",
        sentence_id=article.sentence_at(start).sentence_id,
        quote_id=quote.quote_id if quote else None,
        start=start,
        end=end,
        text=text[start:end],
        predicate=text[predicate_start:predicate_end],
        predicate_start=predicate_start,
        predicate_end=predicate_end,
        subject=text[slice(*subject[1])] if subject else None,
        subject_id=entity_named(tokens, subject, mentions) if subject else None,
        object=text[slice(*obj[1])] if obj else None,
        object_id=entity_named(tokens, obj, mentions) if obj else None,
        source=quote.speaker_name if quote else "author",
        source_id=quote.speaker_id if quote else None,
        modality=found.modality,
        polarity=found.polarity,
        rule=found.rule,
    )
