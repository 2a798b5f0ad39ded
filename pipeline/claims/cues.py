"""What a quote's cue does to the claims of its content."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.article import Article
from pipeline.claims.forms import (
    is_finite,
    is_past,
    is_past_participle,
    is_verb,
    lower,
    verb_of,
    words_after,
)
from pipeline.lexicons.modality import Effect, ModalityLexicon
from pipeline.records import Quote


def cue_effects(
    article: Article, quote: Quote | None, lexicon: ModalityLexicon
) -> frozenset[Effect]:
    """The effects of the cue's verb: « dément » is negative, « promet » future."""
    if quote is None or quote.cue_start is None or quote.cue_end is None:
        return frozenset()
    effects: set[Effect] = set()
    for token in article.span(quote.cue_start, quote.cue_end):
        effects |= lexicon.effects.get(lower(token), frozenset())
    # « se dit *prêt* à partir », « se sont dites *prêtes* à … »
    linked = article.span(quote.cue_start, quote.start) if quote.cue_end <= quote.start else ()
    if any(lower(t).rstrip("s").removesuffix("e") in lexicon.readiness for t in linked):
        effects.add("future")
    return frozenset(effects)


def hangs_on_si(article: Article, quote: Quote | None) -> bool:
    """« demande *si* la trêve tiendra »: a question that is reported, not a proposition."""
    if quote is None or quote.kind not in {"indirect", "mixed"}:
        return False
    before = article.reading[max(0, quote.start - 6) : quote.start].rstrip(" «").lower()
    return before.endswith((" si", " s'"))


def is_past_cue(article: Article, quote: Quote | None) -> bool:
    """Whether the content is governed by a verb in the past: « a assuré que … », « disait que … ».

    An infinitive or a participle takes the tense of the verb it hangs on (« J'ai entendu un
    témoin *affirmer* que … »). « Selon X » has no tense.
    """
    if quote is None or quote.kind in {"direct", "block"}:
        return False
    if quote.cue_start is None or quote.cue_end is None or quote.cue_start > quote.start:
        return False
    cue = [t for t in article.span(quote.cue_start, quote.cue_end) if is_verb(t)]
    if not cue:
        return False
    if any(is_finite(token) for token in cue):
        return any(_is_past_group(token) for token in cue)
    return any(_is_past_group(token) for token in _governors(cue[0]))


def _governors(verb: Token) -> list[Token]:
    """The nearest finite verb above an infinitive or participle, with its auxiliaries."""
    for ancestor in verb.ancestors:
        auxiliaries = [t for t in ancestor.lefts if t.dep_.startswith("aux")]
        if auxiliaries or is_finite(ancestor):
            return [*auxiliaries, ancestor]
    return []


def _is_past_group(verb: Token) -> bool:
    """« disait », « a dit », « avait dit »; not « vient de dire »."""
    if not is_finite(verb):
        return False
    if is_past(verb):
        return True
    following = words_after(verb, 6)
    return verb_of(verb) in {"avoir", "être"} and any(is_past_participle(t) for t in following)
