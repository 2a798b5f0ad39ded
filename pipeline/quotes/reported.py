"""Reported speech: what a speech verb governs (« affirme que … », « promet de … »)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc

from pipeline.article import Article
from pipeline.features import features_of
from pipeline.lexicons.cues import CueLexicon
from pipeline.quotes.content import kind_of
from pipeline.quotes.cues import FIRST_PERSONS, NOBODY, VERBAL, Cue, place
from pipeline.quotes.extents import content_end
from pipeline.quotes.found import FoundQuote, Speaker
from pipeline.quotes.incises import before_group, is_incise
from pipeline.quotes.openings import QUE, find_opening
from pipeline.quotes.phrases import is_finite
from pipeline.quotes.subjects import speaker_of

NOTING = {"noter", "constater", "remarquer", "observer", "rappeler", "souligner", "signaler"}
IMPERSONAL = {"est", "était", "reste", "convient", "fait", "font"}
# Under these an infinitive of speech says that nothing was said, or not yet (« refuse de dire »).
UNSAID = frozenset(
    "refuser éviter devoir pouvoir falloir oser hésiter pouvoir omettre oublier empêcher".split()
)


def find_reported(article: Article, cues: tuple[Cue, ...]) -> Iterator[FoundQuote]:
    """The contents governed by a speech verb, with or without quotation marks inside.

    « dément avoir proposé de rendre … »: what the same speaker says inside is no quote of its own.
    """
    said: list[FoundQuote] = []
    for quote in _contents(article, cues):
        if not any(q.end >= quote.end and q.speaker == quote.speaker for q in said[-3:]):
            said.append(quote)
            yield quote


def _contents(article: Article, cues: tuple[Cue, ...]) -> Iterator[FoundQuote]:
    asides = frozenset(
        before_group(article.doc, cue) for cue in cues if is_incise(article.doc, cue)
    )
    for before, cue in zip((None, *cues), cues, strict=False):
        if _said_nothing(article, cue) or _only_thought(article.doc, cue):
            continue
        if _beside_quote(article, cue):
            continue
        opening = find_opening(article, cue)
        if opening is None:
            continue
        start, frame = opening
        end = content_end(article, cue, start, asides)
        if end <= start:
            continue
        if frame == "que" and not _is_clause(article.doc, cue, start, end):
            continue
        first, last = article.doc[start], article.doc[end - 1]
        kind, left, right = kind_of(article, first.idx, last.idx + len(last))
        speaker = speaker_of(article.doc, cue) or _same_speaker(article.doc, cue, before)
        if (
            right <= left
            or (speaker is None and not cue.passive)
            or _first_person(article.doc, speaker)
            or _author_notes(article.doc, cue, speaker)
        ):
            continue
        yield FoundQuote(
            start=left,
            end=right,
            kind=kind,
            cue=place(article.doc, (cue.first, cue.last + 1)),
            speaker=place(article.doc, speaker),
            rule=f"reported.{frame}:{cue.entry.verb}",
        )


def _author_notes(doc: Doc, cue: Cue, speaker: tuple[int, int] | None) -> bool:
    """« On notera que … »: the author, not a source."""
    return speaker is not None and doc[speaker[0]].lower_ == "on" and cue.entry.verb in NOTING


def _is_clause(doc: Doc, cue: Cue, start: int, end: int) -> bool:
    """Whether a content after « que » is a clause: it has a verb, or is « oui » or « non ». Right
    after the cue the tagger may be wrong about the verb (« dit que l'eau monte »)."""
    if start == cue.last + 2 and end - start >= 3:
        return True
    return any(t.pos_ in VERBAL or t.lower_ in {"oui", "non"} for t in doc[start:end])


def _same_speaker(doc: Doc, cue: Cue, before: Cue | None) -> tuple[int, int] | None:
    """« « … », a dit X, tout en soulignant que … »: a gerund or an infinitive without a subject has
    that of the verb of speech `before` it in the sentence."""
    finite = is_finite(doc[cue.verb]) or cue.first < cue.verb
    if finite or before is None or doc[before.verb].sent.start != doc[cue.verb].sent.start:
        return None
    return speaker_of(doc, before, after_quote=is_incise(doc, before))


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
    verb = article.doc[cue.verb]
    above = verb.head
    if above is verb or above.i > verb.i or words[cue.first] in {"avoir", "être"}:
        return False
    return above.lemma_ in UNSAID or above.pos_ == "ADJ"  # « il est bon de rappeler que »


def _only_thought(doc: Doc, cue: Cue) -> bool:
    """« tout le monde a cru que »: only in the present is a belief stated (« X croit que »)."""
    return cue.takes("now") and not (
        cue.first == cue.verb and "Tense=Pres" in features_of(doc[cue.verb])
    )


def _beside_quote(article: Article, cue: Cue) -> bool:
    """« « … », avait-il déclaré, tout en répondant que … »: the first verb has its content."""
    doc, after = article.doc, article.token_lower[cue.last + 1 : cue.last + 2]
    if article.token_lower[before_group(doc, cue)] == "," or not QUE.isdisjoint(after):
        return False
    return is_incise(doc, cue)


def _first_person(doc: Doc, speaker: tuple[int, int] | None) -> bool:
    """« je dis que », « nous demandons que »: the words of whoever speaks already; « ce qui
    signifie que »: those of nobody."""
    if speaker is None:
        return False
    return doc[speaker[0]].lower_ in FIRST_PERSONS or (
        speaker[1] == speaker[0] + 1 and doc[speaker[0]].lower_ in NOBODY
    )


def shows_without_saying(quote: FoundQuote, speaker: Speaker, lexicon: CueLexicon) -> bool:
    """« son bilan montre que »: with such verbs only a document speaks; « le navire menace de
    couler »: with others only what can be a source at all."""
    rule, _, verb = quote.rule.partition(":")
    if not rule.startswith("reported."):
        return False
    if verb in lexicon.showing:
        return speaker.kind != "document"
    return verb in lexicon.acting and speaker.rule.endswith("no noun of the lexicon")
