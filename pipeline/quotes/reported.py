"""Reported speech: what a speech verb governs (« affirme que … », « promet de … »)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from pipeline.article import Article
from pipeline.lexicons.cues import CueLexicon
from pipeline.quotes.content import kind_of, limits
from pipeline.quotes.cues import CLITICS, FIRST_PERSONS, VERBAL, Cue, place
from pipeline.quotes.extents import content_end
from pipeline.quotes.found import FoundQuote, Speaker
from pipeline.quotes.incises import before_group, is_incise
from pipeline.quotes.phrases import is_finite, is_time
from pipeline.quotes.subjects import speaker_of

IMPERSONAL = {"est", "était", "reste", "convient", "fait", "font"}
# Under these an infinitive of speech says that nothing was said, or not yet (« refuse de dire »).
UNSAID = frozenset(
    "refuser éviter devoir pouvoir falloir oser hésiter pouvoir omettre oublier empêcher".split()
)
COMPARING = {"plus", "moins", "autant", "tel", "telle", "tels", "telles", "alors"}
COMPARING |= {"ainsi", "bien", "tandis", "parce", "afin", "lors", "dès", "pendant", "avant"}
COMPARING |= {"plutôt", "moment", "autre", "depuis", "sauf", "sans", "pour", "après", "tant"}
QUE = {"que", "qu'"}
NEVER_IN_OBJECT = {"ce", "celui", "celle", "ceux", "celles"}
QUESTIONS = {"pourquoi", "comment", "quand", "combien", "où", "quel", "quelle", "quels", "quelles"}
REACH = 22  # tokens between a verb and the word that opens its content


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
    for number, cue in enumerate(cues):
        if _said_nothing(article.doc, cue) or _only_thought(article.doc, cue):
            continue
        if _beside_quote(article.doc, cue):
            continue
        opening = _opening(article, cue)
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
        speaker = speaker_of(article.doc, cue) or _same_speaker(article.doc, cues[: number + 1])
        if (
            right <= left
            or (speaker is None and not cue.passive)
            or _first_person(article.doc, speaker)
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


def _is_clause(doc: Doc, cue: Cue, start: int, end: int) -> bool:
    """Whether a content after « que » is a clause: it has a verb, or is « oui » or « non ». Right
    after the cue the tagger may be wrong about the verb (« dit que l'eau monte »)."""
    if start == cue.last + 2 and end - start >= 3:
        return True
    return any(t.pos_ in VERBAL or t.lower_ in {"oui", "non"} for t in doc[start:end])


def _same_speaker(doc: Doc, cues: tuple[Cue, ...]) -> tuple[int, int] | None:
    """« « … », a dit X, tout en soulignant que … »: a gerund or an infinitive without a subject has
    that of the verb of speech before it in the sentence. `cues` ends with that verb."""
    cue, before = cues[-1], cues[-2:-1]
    finite = is_finite(doc[cue.verb]) or cue.first < cue.verb
    if finite or not before or doc[before[0].verb].sent.start != doc[cue.verb].sent.start:
        return None
    return speaker_of(doc, before[0], after_quote=is_incise(doc, before[0]))


def _said_nothing(doc: Doc, cue: Cue) -> bool:
    """« n'a pas dit que », « refuse de dire que »; but « n'exclut pas que » says it."""
    if cue.negated != cue.takes("neg"):
        return True
    verb = doc[cue.verb]
    near = [t.lower_ for t in doc[max(verb.sent.start, cue.first - 9) : cue.first]]
    if any(pair == ("avant", "que") for pair in pairwise(near)):
        return True  # « avant que le président ait annoncé si »: not yet
    if "Inf" not in verb.morph.get("VerbForm", []):
        return False
    before = [t.lower_ for t in doc[max(0, cue.first - 2) : cue.first]]
    if set(before) & IMPERSONAL or before[-1:] == ["faut"]:
        return True  # « il est à noter que », « force est de constater que », « il faut dire que »
    above = verb.head
    if above is verb or above.i > verb.i or doc[cue.first].lower_ in {"avoir", "être"}:
        return False
    return above.lemma_ in UNSAID or above.pos_ == "ADJ"  # « il est bon de rappeler que »


def _only_thought(doc: Doc, cue: Cue) -> bool:
    """« tout le monde a cru que »: only in the present is a belief stated (« X croit que »)."""
    return cue.takes("now") and not (
        cue.first == cue.verb and "Pres" in doc[cue.verb].morph.get("Tense", [])
    )


def _beside_quote(doc: Doc, cue: Cue) -> bool:
    """« « … », avait-il déclaré, tout en répondant que … »: the first verb has its content."""
    after = doc[cue.last + 1 : cue.last + 2].text.lower()
    return is_incise(doc, cue) and doc[before_group(doc, cue)].text != "," and after not in QUE


def _first_person(doc: Doc, speaker: tuple[int, int] | None) -> bool:
    """« je dis que », « nous demandons que »: the words of whoever speaks already."""
    return speaker is not None and doc[speaker[0]].lower_ in FIRST_PERSONS


def _opening(article: Article, cue: Cue) -> tuple[int, str] | None:
    """The first token of the content and the frame that opens it, or None."""
    doc = article.doc
    _, stop = limits(article, cue.verb)
    stop = min(stop, cue.last + 1 + REACH)
    at = cue.last + 1
    if cue.takes("inf"):
        start = _infinitive(doc, _skip_adverbs(doc, at, stop), stop) or _perfect(doc, at, stop)
        if start is not None:
            return start, "inf"
    for frame, link in (("de", {"de", "d'"}), ("à", {"à"})):
        if cue.takes(frame):
            start = _linked_infinitive(doc, cue, link, at, stop)
            if start is not None:
                return start, frame
    if cue.takes("si"):
        start = _question(doc, cue, at, stop)
        if start is not None:
            return start, "si"
    if cue.takes("que") or cue.takes("neg"):
        start = _clause(doc, cue, at, stop)
        if start is not None:
            return start, "que"
    return None


def _skip_adverbs(doc: Doc, at: int, stop: int) -> int:
    """Past « également », « dimanche », « , mardi, », « ce lundi » after a verb."""
    while at < stop:
        token = doc[at]
        timed = token.lower_ in {"ce", "cette"} and at + 1 < stop and is_time(doc[at + 1])
        if not (token.pos_ in {"ADV", "SPACE"} or is_time(token) or timed or token.text == ","):
            break
        if token.lower_ in {"ne", "n'", "pas", "plus", "jamais"}:
            break
        at += 1
    return at


def _infinitive(doc: Doc, at: int, stop: int) -> int | None:
    """`at` if an infinitive group opens there: « avoir abattu », « ne pas vouloir », « s'y tenir »;
    an opening mark may stand before it (« a indiqué « vouloir … » »)."""
    i = at
    while i < stop and i < at + 6:
        token = doc[i]
        if "Inf" in token.morph.get("VerbForm", []) and token.pos_ in VERBAL:
            return at
        if i > at and doc[i - 1].lower_ == "pas" and token.lower_.endswith(("er", "ir", "re")):
            return at  # « de ne pas stationner », which the tagger may take for a noun
        if token.lower_ not in CLITICS | {"pas", "plus", "jamais", "rien", "«", "bien", "toujours"}:
            return None
        i += 1
    return None


def _perfect(doc: Doc, at: int, stop: int) -> int | None:
    """« a raconté à la radio avoir vu … », « ont dit en mars avoir remonté … »: past whom and when,
    where the infinitive is a compound one."""
    if at >= stop or doc[at].lower_ not in {"à", "au", "aux", "en", "dans", "sur", "devant"}:
        return None
    for i in range(at + 1, min(at + 7, stop)):
        if doc[i].lower_ in {"avoir", "être"}:
            return i
        if doc[i].is_punct or doc[i].pos_ in VERBAL:
            return None
    return None


def _linked_infinitive(doc: Doc, cue: Cue, link: set[str], at: int, stop: int) -> int | None:
    """The infinitive after « de » or « à », past the person it is said to.

    « accuse l'Inde de financer », « demande à Paris de ne pas céder », « promet de livrer ». Where
    the verb takes no person, a noun in between has the infinitive (« demande le droit de voter »).
    """
    person = False
    objects = 0
    for i in range(at, stop):
        token = doc[i]
        if token.lower_ in link:
            start = _infinitive(doc, i + 1, stop)
            if start is not None:
                allowed = cue.takes("obj") or objects == 0 or person
                return start if allowed else None
        if token.lower_ in {"à", "au", "aux"} and objects == 0:
            person = True
        if is_finite(token) or token.text in {".", ";", ":", "»"}:
            return None
        if token.pos_ in {"NOUN", "PROPN"} and not is_time(token):
            objects += 1
            if not cue.takes("obj") and not person and token.head.i == cue.verb:
                return None
    return None


def _question(doc: Doc, cue: Cue, at: int, stop: int) -> int | None:
    """« demande si … », « s'interroge : pourquoi … »: after « si », at the other question words."""
    if at < stop and doc[at].lower_ not in QUESTIONS:
        at = _skip_adverbs(doc, at, stop)
    while at < stop and doc[at].pos_ in {"ADP", "DET", "PRON", "PROPN"} and at < stop - 1:
        if doc[at].lower_ in QUESTIONS or doc[at].lower_ in {"si", "s'"}:
            break
        at += 1
    if at >= stop:
        return None
    if doc[at].lower_ in {"si", "s'"} and doc[at].pos_ == "SCONJ":
        return at + 1
    asks = cue.entry.verb in {"demander", "se demander", "s'interroger", "vouloir savoir"}
    return at if asks and doc[at].lower_ in QUESTIONS else None


def _clause(doc: Doc, cue: Cue, at: int, stop: int) -> int | None:
    """The token after « que », where that « que » opens the clause of this verb.

    An aside may stand between them: « affirment, sans que l'on ait pu le vérifier, que … ».
    """
    while at < stop and doc[at].lower_ not in QUE and (is_time(doc[at]) or doc[at].pos_ == "ADV"):
        at += 1
    if at < stop and doc[at].text == ",":
        closing = (i for i in range(at + 2, stop - 1) if doc[i].text == ",")
        after = next((i + 1 for i in closing if doc[i + 1].lower_ in QUE), None)
        if after is not None:
            return after + 1
    for i in range(at, stop):
        token = doc[i]
        if token.lower_ in QUE:
            return i + 1 if _opens_content(doc, cue, i) and i + 1 < stop else None
        if is_finite(token) and token.head.i != cue.verb:
            return None
        second = token.lower_.endswith("ant") or "Inf" in token.morph.get("VerbForm", [])
        if token.pos_ == "VERB" and second:
            return None  # « a répondu X, ajoutant que », « avant d'ajouter que »: the other verb's
        if token.text in {".", ";", "»"} or (
            token.text == ":" and i + 1 < stop and doc[i + 1].text == "«"
        ):
            return None
    return None


def _opens_content(doc: Doc, cue: Cue, que: int) -> bool:
    """Whether « que » at token `que` opens what the verb says.

    Not « ce que », « plus que », « alors que », the restrictive « ne … que », nor a relative one
    (« dénonce la loi que … »): a bare object between the verb and « que » makes it relative, except
    with the verbs that take the person told (« a prévenu les élus que … »).
    """
    before = doc[que - 1]
    if before.lower_ == "ce":
        return que - 2 >= cue.last and doc[que - 2].lower_ == "à"  # « appelle à ce que »
    if before.lower_ == "pour" and cue.takes("pour"):
        return que == cue.last + 2  # « plaide pour que »
    if before.lower_ in COMPARING or before.lower_ in NEVER_IN_OBJECT:
        return False
    if any(t.lower_ in {"ne", "n'"} for t in doc[max(0, cue.first - 2) : cue.first]):
        return cue.takes("neg")
    between = doc[cue.last + 1 : que]
    if any(t.lower_ in {"si", "tellement", "tant"} for t in between):
        return False  # « a crié si fort que »
    return cue.takes("obj") or not any(_bare_object(t, cue) for t in between)


def _bare_object(token: Token, cue: Cue) -> bool:
    """A noun that hangs on the cue without preposition, time or apposition."""
    if token.pos_ not in {"NOUN", "PROPN"} or is_time(token) or token.dep_.startswith("nsubj"):
        return False
    if any(child.dep_ == "case" for child in token.children):
        return False
    return token.head.i == cue.verb and token.dep_ in {"obj", "obl:mod", "obl:arg", "xcomp", "dep"}


def shows_without_saying(quote: FoundQuote, speaker: Speaker, lexicon: CueLexicon) -> bool:
    """« son bilan montre que »: with such verbs only a document speaks; « le navire menace de
    couler »: with others only what can be a source at all."""
    rule, _, verb = quote.rule.partition(":")
    if not rule.startswith("reported."):
        return False
    if verb in lexicon.showing:
        return speaker.kind != "document"
    return verb in lexicon.acting and speaker.rule.endswith("no noun of the lexicon")
