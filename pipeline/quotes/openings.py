"""Openings: the word at which the content that a speech verb governs begins."""

from __future__ import annotations

from pipeline.article import Article
from pipeline.quotes.content import limits
from pipeline.quotes.cues import CLITICS, NE, Cue
from pipeline.quotes.phrases import NOUNS, VERBAL, is_finite, is_time

COMPARING = {"plus", "moins", "autant", "tel", "telle", "tels", "telles", "alors"}
COMPARING |= {"ainsi", "bien", "tandis", "parce", "afin", "lors", "dès", "pendant", "avant"}
COMPARING |= {"plutôt", "moment", "autre", "depuis", "sauf", "sans", "pour", "après", "tant"}
QUE = {"que", "qu'"}
NEVER_IN_OBJECT = {"ce", "celui", "celle", "ceux", "celles"}
QUESTIONS = {"pourquoi", "comment", "quand", "combien", "où", "quel", "quelle", "quels", "quelles"}
BEFORE_INFINITIVE = CLITICS | {"pas", "plus", "jamais", "rien", "«", "bien", "toujours"}
NOT_ADVERBS = {"ne", "n'", "pas", "plus", "jamais"}  # what the infinitive begins with
BEFORE_WHOM = {"à", "au", "aux", "en", "dans", "sur", "devant"}
IF = {"si", "s'"}
INTENSE = {"si", "tellement", "tant"}  # « a crié si fort que »
ASKING = {"demander", "se demander", "s'interroger", "vouloir savoir"}
OF_VERB = {"obj", "obl:mod", "obl:arg", "xcomp", "dep"}
LINKING = (("de", {"de", "d'"}), ("à", {"à"}))  # the frames of an infinitive, and their words
REACH = 22  # tokens between a verb and the word that opens its content


def find_opening(article: Article, cue: Cue) -> tuple[int, str] | None:
    """The first token of the content and the frame that opens it, or None."""
    _, stop = limits(article, cue.verb)
    stop = min(stop, cue.last + 1 + REACH)
    at = cue.last + 1
    if cue.takes("inf"):
        past = _skip_adverbs(article, at, stop)
        start = _infinitive(article, past, stop) or _perfect(article, at, stop)
        if start is not None:
            return start, "inf"
    for frame, link in LINKING:
        if cue.takes(frame):
            start = _linked_infinitive(article, cue, link, at, stop)
            if start is not None:
                return start, frame
    if cue.takes("si"):
        start = _question(article, cue, at, stop)
        if start is not None:
            return start, "si"
    if cue.takes("que") or cue.takes("neg"):
        start = _clause(article, cue, at, stop)
        if start is not None:
            return start, "que"
    return None


def _skip_adverbs(article: Article, at: int, stop: int) -> int:
    """Past « également », « dimanche », « , mardi, », « ce lundi » after a verb."""
    lower, pos = article.token_lower, article.token_pos
    while at < stop:
        timed = is_time(article, at) or (
            lower[at] in {"ce", "cette"} and at + 1 < stop and is_time(article, at + 1)
        )
        if not (timed or pos[at] in {"ADV", "SPACE"} or lower[at] == ","):
            break
        if lower[at] in NOT_ADVERBS:
            break
        at += 1
    return at


def _infinitive(article: Article, at: int, stop: int) -> int | None:
    """`at` if an infinitive group opens there: « avoir abattu », « ne pas vouloir », « s'y tenir »;
    an opening mark may stand before it (« a indiqué « vouloir … » »)."""
    lower, pos = article.token_lower, article.token_pos
    for i in range(at, min(at + 6, stop)):
        if pos[i] in VERBAL and "VerbForm=Inf" in article.token_morph[i]:
            return at
        if i > at and lower[i - 1] == "pas" and lower[i].endswith(("er", "ir", "re")):
            return at  # « de ne pas stationner », which the tagger may take for a noun
        if lower[i] not in BEFORE_INFINITIVE:
            return None
    return None


def _perfect(article: Article, at: int, stop: int) -> int | None:
    """« a raconté à la radio avoir vu … », « ont dit en mars avoir remonté … »: past whom and when,
    where the infinitive is a compound one."""
    lower = article.token_lower
    if at >= stop or lower[at] not in BEFORE_WHOM:
        return None
    for i in range(at + 1, min(at + 7, stop)):
        if lower[i] in {"avoir", "être"}:
            return i
        if article.token_is_punct[i] or article.token_pos[i] in VERBAL:
            return None
    return None


def _linked_infinitive(
    article: Article, cue: Cue, link: set[str], at: int, stop: int
) -> int | None:
    """The infinitive after « de » or « à », past the person it is said to.

    « accuse l'Inde de financer », « demande à Paris de ne pas céder », « promet de livrer ». Where
    the verb takes no person, a noun in between has the infinitive (« demande le droit de voter »).
    """
    person = False
    objects = 0
    for i in range(at, stop):
        word = article.token_lower[i]
        if word in link:
            start = _infinitive(article, i + 1, stop)
            if start is not None:
                allowed = cue.takes("obj") or objects == 0 or person
                return start if allowed else None
        if word in {"à", "au", "aux"} and objects == 0:
            person = True
        if word in {".", ";", ":", "»"} or is_finite(article, i):
            return None
        if article.token_pos[i] in NOUNS and not is_time(article, i):
            objects += 1
            if not cue.takes("obj") and not person and article.token_heads[i] == cue.verb:
                return None
    return None


def _question(article: Article, cue: Cue, at: int, stop: int) -> int | None:
    """« demande si … », « s'interroge : pourquoi … »: after « si », at the other question words."""
    lower, pos = article.token_lower, article.token_pos
    if at < stop and lower[at] not in QUESTIONS:
        at = _skip_adverbs(article, at, stop)
    while at < stop - 1 and pos[at] in {"ADP", "DET", "PRON", "PROPN"}:
        if lower[at] in QUESTIONS or lower[at] in IF:
            break
        at += 1
    if at >= stop:
        return None
    if lower[at] in IF and pos[at] == "SCONJ":
        return at + 1
    return at if cue.entry.verb in ASKING and lower[at] in QUESTIONS else None


def _clause(article: Article, cue: Cue, at: int, stop: int) -> int | None:
    """The token after « que », where that « que » opens the clause of this verb.

    An aside may stand between them: « affirment, sans que l'on ait pu le vérifier, que … ».
    """
    lower, pos = article.token_lower, article.token_pos
    while at < stop and lower[at] not in QUE and (pos[at] == "ADV" or is_time(article, at)):
        at += 1
    if at < stop and lower[at] == ",":
        closing = (i for i in range(at + 2, stop - 1) if lower[i] == "," and lower[i + 1] in QUE)
        after = next(closing, None)
        if after is not None:
            return after + 2
    for i in range(at, stop):
        word = lower[i]
        if word in QUE:
            return i + 1 if _opens_content(article, cue, i) and i + 1 < stop else None
        if is_finite(article, i) and article.token_heads[i] != cue.verb:
            return None
        if pos[i] == "VERB" and (word.endswith("ant") or "VerbForm=Inf" in article.token_morph[i]):
            return None  # « a répondu X, ajoutant que », « avant d'ajouter que »: the other verb's
        if word in {".", ";", "»"} or (word == ":" and lower[i + 1 : i + 2] == ("«",)):
            return None
    return None


def _opens_content(article: Article, cue: Cue, que: int) -> bool:
    """Whether « que » at token `que` opens what the verb says.

    Not « ce que », « plus que », « alors que », the restrictive « ne … que », nor a relative one
    (« dénonce la loi que … »): a bare object between the verb and « que » makes it relative, except
    with the verbs that take the person told (« a prévenu les élus que … »).
    """
    lower = article.token_lower
    before = lower[que - 1]
    if before == "ce":
        return que - 2 >= cue.last and lower[que - 2] == "à"  # « appelle à ce que »
    if before == "pour" and cue.takes("pour"):
        return que == cue.last + 2  # « plaide pour que »
    if before in COMPARING or before in NEVER_IN_OBJECT:
        return False
    if not NE.isdisjoint(lower[max(0, cue.first - 2) : cue.first]):
        return cue.takes("neg")
    between = range(cue.last + 1, que)
    if any(lower[i] in INTENSE for i in between):
        return False
    return cue.takes("obj") or not any(_bare_object(article, i, cue) for i in between)


def _bare_object(article: Article, at: int, cue: Cue) -> bool:
    """A noun that hangs on the cue without preposition, time or apposition."""
    if article.token_heads[at] != cue.verb or article.token_dep[at] not in OF_VERB:
        return False
    if article.token_pos[at] not in NOUNS or is_time(article, at):
        return False
    return not any(article.token_dep[i] == "case" for i in article.token_children[at])
