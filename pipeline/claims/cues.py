"""What a quote's cue does to the claims of its content."""

from __future__ import annotations

from pipeline.article import Article
from pipeline.claims.forms import is_finite, is_past, is_past_participle, lower, verb_of
from pipeline.lexicons.modality import Effect, ModalityLexicon
from pipeline.records import Quote


def cue_effects(article: Article, quote: Quote | None, words: ModalityLexicon) -> frozenset[Effect]:
    """The effects of the cue's verb: « dément » is negative, « promet » future.

    « Il demande si … » asks; it orders nothing.
    """
    if quote is None or quote.cue_start is None or quote.cue_end is None:
        return frozenset()
    effects: set[Effect] = set()
    for token in article.span(quote.cue_start, quote.cue_end):
        effects |= words.effects.get(lower(token), frozenset())
    return frozenset(effects)


def is_past_cue(article: Article, quote: Quote | None) -> bool:
    """Whether the content is governed by a verb in the past: « a assuré que … », « disait que … ».

    An infinitive or a participle takes the tense of the verb it hangs on (« J'ai entendu un
    témoin *affirmer* que … »). « Selon X » has no tense.
    """
    if quote is None or quote.kind in {"direct", "block"}:
        return False
    if quote.cue_start is None or quote.cue_end is None or quote.cue_start > quote.start:
        return False
    cue = list(article.span(quote.cue_start, quote.cue_end))
    if not any(token.pos_ in {"VERB", "AUX"} for token in cue):
        return False
    finite = next((token for token in cue if is_finite(token)), None)
    if finite is None:
        sentence = cue[0].sent
        before = [t for t in sentence if t.i < cue[0].i and is_finite(t)]
        if not before:
            return False
        finite = before[-1]
    if is_past(finite):
        return True
    following = finite.doc[finite.i + 1 : min(finite.i + 7, finite.sent.end)]
    return verb_of(finite) in {"avoir", "être"} and any(is_past_participle(t) for t in following)
