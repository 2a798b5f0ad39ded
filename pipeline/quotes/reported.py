"""Reported speech: what a speech verb governs (« affirme que … », « promet de … »)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.article import Article
from pipeline.lexicons.cues import CueLexicon
from pipeline.quotes.content import kind_of
from pipeline.quotes.cues import FIRST_PERSONS, NOBODY, Cue, place
from pipeline.quotes.extents import content_end
from pipeline.quotes.found import FoundQuote, Speaker
from pipeline.quotes.incises import before_group
from pipeline.quotes.openings import QUE, find_opening
from pipeline.quotes.phrases import VERBAL, is_finite
from pipeline.quotes.subjects import speaker_of

NOTING = {"noter", "constater", "remarquer", "observer", "rappeler", "souligner", "signaler"}
ANSWERS = {"oui", "non"}
IMPERSONAL = {"est", "était", "reste", "convient", "fait", "font"}
# Under these an infinitive of speech says that nothing was said, or not yet (« refuse de dire »).
UNSAID = frozenset(
    "refuser éviter devoir pouvoir falloir oser hésiter pouvoir omettre oublier empêcher".split()
)


def find_reported(
    article: Article, cues: tuple[Cue, ...], beside: tuple[Cue, ...]
) -> Iterator[FoundQuote]:
    """The contents governed by a speech verb, with or without quotation marks inside.

    « dément avoir proposé de rendre … »: what the same speaker says inside is no quote of its own.

    Args:
        article: the parsed document.
        cues: its verbs of speech.
        beside: those of them that stand beside their content (see `find_beside`).
    """
    said: list[FoundQuote] = []
    for quote in _contents(article, cues, beside):
        if not any(q.end >= quote.end and q.speaker == quote.speaker for q in said[-3:]):
            said.append(quote)
            yield quote


def _contents(
    article: Article, cues: tuple[Cue, ...], beside: tuple[Cue, ...]
) -> Iterator[FoundQuote]:
    incises = frozenset([cue.verb for cue in beside])
    asides = frozenset([before_group(article, cue) for cue in beside])
    for before, cue in zip((None, *cues), cues, strict=False):
        if _said_nothing(article, cue) or _only_thought(article, cue):
            continue
        if cue.verb in incises and _has_content(article, cue):
            continue
        opening = find_opening(article, cue)
        if opening is None:
            continue
        start, frame = opening
        end = content_end(article, cue, start, asides)
        if end <= start:
            continue
        if frame == "que" and not _is_clause(article, cue, start, end):
            continue
        kind, left, right = kind_of(
            article, article.token_starts[start], article.token_ends[end - 1]
        )
        speaker = speaker_of(article, cue) or _same_speaker(article, cue, before, incises)
        if (
            right <= left
            or (speaker is None and not cue.passive)
            or _first_person(article, speaker)
            or _author_notes(article, cue, speaker)
        ):
            continue
        yield FoundQuote(
            start=left,
            end=right,
            kind=kind,
            cue=place(article, (cue.first, cue.last + 1)),
            speaker=place(article, speaker),
            rule=f"reported.{frame}:{cue.entry.verb}",
        )


def _author_notes(article: Article, cue: Cue, speaker: tuple[int, int] | None) -> bool:
    """« On notera que … »: the author, not a source."""
    if speaker is None or cue.entry.verb not in NOTING:
        return False
    return article.token_lower[speaker[0]] == "on"


def _is_clause(article: Article, cue: Cue, start: int, end: int) -> bool:
    """Whether a content after « que » is a clause: it has a verb, or is « oui » or « non ». Right
    after the cue the tagger may be wrong about the verb (« dit que l'eau monte »)."""
    if start == cue.last + 2 and end - start >= 3:
        return True
    return not (
        VERBAL.isdisjoint(article.token_pos[start:end])
        and ANSWERS.isdisjoint(article.token_lower[start:end])
    )


def _same_speaker(
    article: Article, cue: Cue, before: Cue | None, incises: frozenset[int]
) -> tuple[int, int] | None:
    """« « … », a dit X, tout en soulignant que … »: a gerund or an infinitive without a subject has
    that of the verb of speech `before` it in the sentence."""
    finite = is_finite(article, cue.verb) or cue.first < cue.verb
    if finite or before is None or article.unit_at(before.verb) != article.unit_at(cue.verb):
        return None
    return speaker_of(article, before, after_quote=before.verb in incises)


def _said_nothing(article: Article, cue: Cue) -> bool:
    """« n'a pas dit que », « refuse de dire que »; but « n'exclut pas que » says it."""
    if cue.negated != cue.takes("neg"):
        return True
    words = article.token_lower
    near = words[max(article.unit_at(cue.verb)[0], cue.first - 9) : cue.first]
    if "avant" in near and ("avant", "que") in pairwise(near):
        return True  # « avant que le président ait annoncé si »: not yet
    if "VerbForm=Inf" not in article.token_morph[cue.verb]:
        return False
    before = words[max(0, cue.first - 2) : cue.first]
    if not IMPERSONAL.isdisjoint(before) or before[-1:] == ("faut",):
        return True  # « il est à noter que », « force est de constater que », « il faut dire que »
    above = article.token_heads[cue.verb]
    if above > cue.verb or words[cue.first] in {"avoir", "être"}:
        return False
    # « il est bon de rappeler que »
    return article.token_pos[above] == "ADJ" or article.doc[above].lemma_ in UNSAID


def _only_thought(article: Article, cue: Cue) -> bool:
    """« tout le monde a cru que »: only in the present is a belief stated (« X croit que »)."""
    return cue.takes("now") and not (
        cue.first == cue.verb and "Tense=Pres" in article.token_morph[cue.verb]
    )


def _has_content(article: Article, incise: Cue) -> bool:
    """« « … », avait-il déclaré, tout en répondant que … »: the first verb has its content."""
    after = article.token_lower[incise.last + 1 : incise.last + 2]
    return QUE.isdisjoint(after) and article.token_texts[before_group(article, incise)] != ","


def _first_person(article: Article, speaker: tuple[int, int] | None) -> bool:
    """« je dis que », « nous demandons que »: the words of whoever speaks already; « ce qui
    signifie que »: those of nobody."""
    if speaker is None:
        return False
    first = article.token_lower[speaker[0]]
    return first in FIRST_PERSONS or (speaker[1] == speaker[0] + 1 and first in NOBODY)


def shows_without_saying(quote: FoundQuote, speaker: Speaker, lexicon: CueLexicon) -> bool:
    """« son bilan montre que »: with such verbs only a document speaks; « le navire menace de
    couler »: with others only what can be a source at all."""
    rule, _, verb = quote.rule.partition(":")
    if not rule.startswith("reported."):
        return False
    if verb in lexicon.showing:
        return speaker.kind != "document"
    return verb in lexicon.acting and speaker.rule.endswith("no noun of the lexicon")
