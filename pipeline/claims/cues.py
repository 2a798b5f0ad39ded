"""What a quote's cue does to the claims of its content."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.article import Article
from pipeline.claims.forms import (
    is_finite,
    is_past,
    is_past_participle,
    is_verb,
    verb_of,
    words_after,
)
from pipeline.claims.tokens import Tokens
from pipeline.lexicons.modality import Effect, ModalityLexicon
from pipeline.records import Quote


@dataclass(frozen=True, slots=True)
class Governor:
    """What a quote's cue does to its content: its effects (see `claim_cues.csv`); with `past` it is
    in the past: « a assuré que … »."""

    effects: frozenset[Effect]
    past: bool


NO_EFFECTS: frozenset[Effect] = frozenset()
AUTHOR = Governor(NO_EFFECTS, past=False)  # nothing governs the author's own words


def governor_of(
    article: Article, tokens: Tokens, quote: Quote | None, lexicon: ModalityLexicon
) -> Governor:
    """What governs the words of a quote, or of the author."""
    if quote is None:
        return AUTHOR
    return Governor(_effects(article, quote, lexicon), _is_past_cue(article, tokens, quote))


def _effects(article: Article, quote: Quote, lexicon: ModalityLexicon) -> frozenset[Effect]:
    """The effects of the cue's verb: « dément » is negative, « promet » future."""
    if quote.cue_start is None or quote.cue_end is None:
        return NO_EFFECTS
    effects: set[Effect] = set()
    for token in article.tokens_within(quote.cue_start, quote.cue_end):
        effects |= lexicon.effects.get(article.token_lower[token], frozenset())
    if quote.cue_end <= quote.start and _says_ready(article, quote.cue_start, quote.start, lexicon):
        effects.add("future")
    return frozenset(effects)


def _says_ready(article: Article, start: int, end: int, lexicon: ModalityLexicon) -> bool:
    """« se dit *prêt* à partir », « se sont dites *prêtes* à … »"""
    return any(
        article.token_lower[token].rstrip("s").removesuffix("e") in lexicon.readiness
        for token in article.tokens_within(start, end)
    )


def hangs_on_si(article: Article, quote: Quote | None) -> bool:
    """« demande *si* la trêve tiendra »: a question that is reported, not a proposition."""
    if quote is None or quote.kind not in {"indirect", "mixed"}:
        return False
    before = article.reading[max(0, quote.start - 6) : quote.start].rstrip(" «").lower()
    return before.endswith((" si", " s'"))


def _is_past_cue(article: Article, tokens: Tokens, quote: Quote) -> bool:
    """Whether the content is governed by a verb in the past: « a assuré que … », « disait que … ».

    An infinitive or a participle takes the tense of the verb it hangs on (« J'ai entendu un
    témoin *affirmer* que … »). « Selon X » has no tense.
    """
    if quote.kind in {"direct", "block"}:
        return False
    if quote.cue_start is None or quote.cue_end is None or quote.cue_start > quote.start:
        return False
    words = article.tokens_within(quote.cue_start, quote.cue_end)
    cue = [token for token in words if is_verb(tokens, token)]
    if not cue:
        return False
    if any(is_finite(tokens, token) for token in cue):
        return any(_is_past_group(tokens, token) for token in cue)
    return any(_is_past_group(tokens, token) for token in _governors(tokens, cue[0]))


def _governors(tokens: Tokens, verb: int) -> list[int]:
    """The nearest finite verb above an infinitive or participle, with its auxiliaries."""
    while tokens.head[verb] != verb:
        verb = tokens.head[verb]
        auxiliaries = [t for t in tokens.lefts(verb) if tokens.dep[t].startswith("aux")]
        if auxiliaries or is_finite(tokens, verb):
            return [*auxiliaries, verb]
    return []


def _is_past_group(tokens: Tokens, verb: int) -> bool:
    """« disait », « a dit », « avait dit »; not « vient de dire »."""
    if not is_finite(tokens, verb):
        return False
    if is_past(tokens, verb):
        return True
    if verb_of(tokens, verb) not in {"avoir", "être"}:
        return False
    return any(is_past_participle(tokens, token) for token in words_after(tokens, verb, 6))
