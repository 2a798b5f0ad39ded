"""Subjects: the phrase that names who speaks, before its verb, after it, or up the tree.

All positions are token indices, half-open.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.features import features_of
from pipeline.quotes.cues import CLITICS, OBJECTS, VERBAL, Cue, group_start
from pipeline.quotes.inversion import inverted_subject
from pipeline.quotes.phrases import chunk_start, is_finite, is_time, phrase_end, phrase_start

CLIMBED = {"conj", "xcomp", "advcl", "acl", "ccomp", "dep", "obl:mod"}
SUBJECT_PRONOUNS = {"il", "elle", "ils", "elles", "on"}
OBJECT_CONTROL = {"entendre", "voir", "laisser", "convaincre", "persuader", "pousser", "amener"}


def speaker_of(doc: Doc, cue: Cue, *, after_quote: bool = False) -> tuple[int, int] | None:
    """The tokens of the phrase that names who speaks (start, end), or None.

    Args:
        doc: the parsed document.
        cue: the verb.
        after_quote: the cue follows a quotation (« …», affirme X »), so that its subject follows.
    """
    if cue.passive:
        return agent_of(doc, cue)
    if cue.pronoun is not None:
        return _source_of_on(doc, cue) or (cue.pronoun, cue.pronoun + 1)
    if not after_quote:
        at = cue.first - 1
        while at > 0 and doc[at].lower_ in OBJECTS:
            at -= 1
        if at >= 0 and doc[at].lower_ in SUBJECT_PRONOUNS:
            return at, at + 1  # « Ému, il déclare »
    inverted = inverted_subject(doc, cue) if after_quote else None
    return inverted or _subject(doc, cue, after_quote=after_quote)


def _source_of_on(doc: Doc, cue: Cue) -> tuple[int, int] | None:
    """« a-t-on appris de source policière », « apprend-on auprès du parquet »: who told."""
    at = cue.last + 1
    if cue.pronoun is None or doc[cue.pronoun].lower_ != "-on" or at + 1 >= len(doc):
        return None
    if doc[at].lower_ == "auprès":
        at += 1
    elif doc[at + 1].lower_ not in {"source", "sources"}:
        return None
    if doc[at].lower_ not in {"de", "du", "des", "d'"}:
        return None
    return at + 1, max(phrase_end(doc, at + 1, doc[at].sent.end), at + 2)


def _subject(doc: Doc, cue: Cue, *, after_quote: bool) -> tuple[int, int] | None:
    """The subject that the parser sees, or else the noun phrase before the verb."""
    if doc[cue.verb].pos_ not in VERBAL and not after_quote:
        return subject_before(doc, cue.first) or _subject_of_sentence(doc, cue)
    head, verb = subject_head(doc[cue.verb])
    phrase = subject_phrase(doc, head, cue) if head is not None else None
    if phrase is not None and not _misplaced(doc, phrase, cue):
        return phrase
    if after_quote:
        return None
    first = cue.first if verb.i == cue.verb else group_start(doc, verb.i)
    before = subject_before(doc, first) or phrase
    if before is not None and doc[before[0]].lower_ == "qui":
        return _antecedent(doc, doc[before[0]])
    return before


def _subject_of_sentence(doc: Doc, cue: Cue) -> tuple[int, int] | None:
    """« Le syndicat parle d'une loterie et menace de … », where *menace* is tagged as a noun."""
    head, _ = subject_head(doc[cue.verb].sent.root)
    return subject_phrase(doc, head, cue) if head is not None and head.i < cue.first else None


def agent_of(doc: Doc, cue: Cue) -> tuple[int, int] | None:
    """« X est accusé par Y de … »: the phrase after « par »."""
    after = cue.last + 1
    if after + 1 < len(doc) and doc[after].lower_ == "par":
        return after + 1, max(phrase_end(doc, after + 1, doc[after].sent.end), after + 2)
    return None


def subject_phrase(doc: Doc, head: Token, cue: Cue) -> tuple[int, int] | None:
    """The phrase around the subject's head; « qui » gives its antecedent."""
    if head.lower_ in {"qui", "lequel", "laquelle"}:
        return _antecedent(doc, head)
    sentence = head.sent
    stop = cue.first if head.i < cue.first else sentence.end
    start = phrase_start(doc, head.i, sentence.start)
    end = max(phrase_end(doc, start, stop), head.i + 1)
    return _last_part(doc, start, end, cue), end


def _last_part(doc: Doc, start: int, end: int, cue: Cue) -> int:
    """« La convention n'étant pas ratifiée, l'ONG a demandé »: with no comma before the verb, what
    follows the last comma is the subject, not an apposition (« X, le ministre, a dit »)."""
    if end != cue.first and not all(doc[i].lower_ in CLITICS for i in range(end, cue.first)):
        return start
    commas = [i for i in range(start, end) if doc[i].text == ","]
    if commas and doc[commas[-1] + 1].pos_ in {"DET", "PROPN"}:
        return commas[-1] + 1
    return start


def _misplaced(doc: Doc, phrase: tuple[int, int], cue: Cue) -> bool:
    """Whether the parser's subject cannot be one: « pour sa part », what stands before a colon
    (« Mise à jour : X affirme »), an object after the verb while a noun stands before it."""
    start, end = phrase
    if end < cue.first and doc[end].text == "," and _in_relative(doc, start):
        return True
    if start and doc[start - 1].pos_ == "ADP" and not doc[start].is_sent_start:
        return True
    if end <= cue.first:
        between = doc[end : cue.first]
        dashes = [t.i for t in between if t.text in {"-", "–", "—"} and t.whitespace_]
        if dashes:  # « MANILLE, 12 juin (AFP) - Les Philippines ont accusé … »
            nearer = subject_before(doc, cue.first)
            return nearer is not None and nearer[0] > dashes[-1]
        return any(t.text in {":", "»"} for t in between)
    return start > cue.last and subject_before(doc, cue.first) is not None


def _in_relative(doc: Doc, start: int) -> bool:
    """« Un témoin, qui a requis l'anonymat, raconte »: the noun belongs to the aside."""
    for i in range(start - 1, doc[start].sent.start, -1):
        if doc[i].text == ",":
            return doc[i + 1].lower_ in {"qui", "dont", "que", "qu'", "où"}
    return False


def subject_head(verb: Token) -> tuple[Token | None, Token]:
    """The head of a verb's subject, and the verb whose subject it is: the verb itself, or one above
    it in the tree where it has none of its own.

    « a promis … et menacé de … » shares it; « vient d'annoncer », « avant d'ajouter » and « en
    affirmant » have that of the verb above; « un texte affirmant que » has the noun; « a entendu
    un industriel affirmer que » and « a convaincu la veuve de demander » have the object.
    """
    shares = _shares_auxiliary(verb)
    for _ in range(6):
        own = [t for t in verb.children if t.dep_ in {"nsubj", "nsubj:pass"} and _can_act(t)]
        above = verb.head
        if own and (not shares or _has_auxiliary(verb) or above is verb):
            return own[0], verb
        if above is verb:
            break
        if own:
            verb = above  # « a affirmé que la digue cède et promis d'agir »: past what was said
            continue
        if verb.dep_ in {"acl", "acl:relcl"} and above.pos_ in {"NOUN", "PROPN", "PRON"}:
            return above, verb
        if verb.dep_ not in CLIMBED or (is_finite(verb) and verb.dep_ != "conj"):
            break
        if above.lemma_ in OBJECT_CONTROL:
            told = [t for t in above.children if t.dep_ == "obj" and t.pos_ != "PRON"]
            if told:
                return told[0], verb
        verb = above
    return None, verb


def _has_auxiliary(verb: Token) -> bool:
    return any(child.dep_ == "aux:tense" for child in verb.children)


def _shares_auxiliary(verb: Token) -> bool:
    """A past participle that takes the auxiliary of the verb it is coordinated with."""
    past = "VerbForm=Part" in features_of(verb) and not verb.lower_.endswith("ant")
    return past and verb.dep_ == "conj" and not _has_auxiliary(verb)


def _can_act(token: Token) -> bool:
    return token.lower_ not in OBJECTS


def subject_before(doc: Doc, verb: int) -> tuple[int, int] | None:
    """The noun phrase that stands before a finite verb group whose first token is `verb`.

    Pronouns, adverbs and asides between commas are passed over: « Un audit, que nous avons pu
    lire, avertit », « Obama, même en pleine course, fait savoir », « il a, pour sa part, dit ».
    """
    start = doc[verb].sent.start
    at = verb - 1
    for _ in range(4):
        while at >= start and _leans(doc[at]):
            at -= 1
        if at < start:
            return None
        if doc[at].text == ")":
            at = _before(doc, at, start, "(")
        elif doc[at].text == ",":
            comma = _before(doc, at, start, ",")
            if comma < start:
                at -= 1
                break
            at = comma
        else:
            break
    if at < start or is_time(doc[at]):
        return None
    capital = doc[at].text[0].isupper() and doc[at].pos_ not in {"ADP", "SCONJ", "CCONJ", "DET"}
    if doc[at].lower_ in {"a", "à"}:
        return None  # « A noter que … »
    if doc[at].pos_ not in {"NOUN", "PROPN", "ADJ", "PRON", "X"} and not capital:
        return None
    first = chunk_start(doc, at, start)
    preposed = first > start and doc[first - 1].pos_ == "ADP" and doc[first - 1].lower_ != "comme"
    return None if preposed else (first, max(at + 1, phrase_end(doc, first, verb)))


def _leans(token: Token) -> bool:
    """An object pronoun or an adverb before a verb; a capital makes a name of what the tagger takes
    for an adverb (« Ankara dément »)."""
    if token.lower_ in OBJECTS or token.is_space:
        return True
    return token.pos_ == "ADV" and token.text[0].islower()


def _before(doc: Doc, at: int, start: int, mark: str) -> int:
    """The token before the nearest `mark` on the left of `at`; before `start` if there is none."""
    return next((i - 1 for i in range(at - 1, start - 1, -1) if doc[i].text == mark), start - 1)


def _antecedent(doc: Doc, relative: Token) -> tuple[int, int] | None:
    """The noun phrase just before « qui »."""
    at, opening = relative.i - 1, relative.sent.start
    while at >= opening and (doc[at].is_space or doc[at].text in {",", ")"}):
        at = _before(doc, at, opening, "(") if doc[at].text == ")" else at - 1
    while at >= opening and doc[at].pos_ not in {"NOUN", "PROPN", "PRON"}:
        at -= 1
    if at < opening:
        return None
    clause = relative.head
    head = clause.head if clause.dep_ == "acl:relcl" and clause.head.i < relative.i else doc[at]
    start = phrase_start(doc, head.i, opening)
    if start - 2 > opening and doc[start - 2].text == "," and doc[start - 1].pos_ == "ADP":
        # « Anna Petrova, du ministère, qui promet … »: who, not where from
        start, head = chunk_start(doc, start - 3, opening), doc[start - 3]
    return start, max(phrase_end(doc, start, relative.i), head.i + 1)
