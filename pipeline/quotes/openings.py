"""Openings: the word at which the content that a speech verb governs begins."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.article import Article
from pipeline.features import features_of
from pipeline.quotes.content import limits
from pipeline.quotes.cues import CLITICS, VERBAL, Cue
from pipeline.quotes.phrases import is_finite, is_time

COMPARING = {"plus", "moins", "autant", "tel", "telle", "tels", "telles", "alors"}
COMPARING |= {"ainsi", "bien", "tandis", "parce", "afin", "lors", "dès", "pendant", "avant"}
COMPARING |= {"plutôt", "moment", "autre", "depuis", "sauf", "sans", "pour", "après", "tant"}
QUE = {"que", "qu'"}
NEVER_IN_OBJECT = {"ce", "celui", "celle", "ceux", "celles"}
QUESTIONS = {"pourquoi", "comment", "quand", "combien", "où", "quel", "quelle", "quels", "quelles"}
BEFORE_INFINITIVE = CLITICS | {"pas", "plus", "jamais", "rien", "«", "bien", "toujours"}
REACH = 22  # tokens between a verb and the word that opens its content


def find_opening(article: Article, cue: Cue) -> tuple[int, str] | None:
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
        if "VerbForm=Inf" in features_of(token) and token.pos_ in VERBAL:
            return at
        if i > at and doc[i - 1].lower_ == "pas" and token.lower_.endswith(("er", "ir", "re")):
            return at  # « de ne pas stationner », which the tagger may take for a noun
        if token.lower_ not in BEFORE_INFINITIVE:
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
        second = token.lower_.endswith("ant") or "VerbForm=Inf" in features_of(token)
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
