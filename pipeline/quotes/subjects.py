"""Subjects: the phrase that names who speaks, before its verb, after it, or up the tree.

All positions are token indices, half-open.
"""

from __future__ import annotations

from pipeline.article import Article
from pipeline.quotes.cues import CLITICS, OBJECTS, Cue, group_start
from pipeline.quotes.inversion import inverted_subject
from pipeline.quotes.phrases import (
    VERBAL,
    chunk_start,
    has_auxiliary,
    is_finite,
    is_spaced,
    is_time,
    phrase_end,
    phrase_start,
)

CLIMBED = {"conj", "xcomp", "advcl", "acl", "ccomp", "dep", "obl:mod"}
SUBJECT_PRONOUNS = {"il", "elle", "ils", "elles", "on"}
RELATIVES = {"qui", "dont", "que", "qu'", "où"}
DASHES = {"-", "–", "—"}
FUNCTION_WORDS = {"ADP", "SCONJ", "CCONJ", "DET"}
OBJECT_CONTROL = {"entendre", "voir", "laisser", "convaincre", "persuader", "pousser", "amener"}


def speaker_of(article: Article, cue: Cue, *, after_quote: bool = False) -> tuple[int, int] | None:
    """The tokens of the phrase that names who speaks (start, end), or None.

    Args:
        article: the parsed document.
        cue: the verb.
        after_quote: the cue follows a quotation (« …», affirme X »), so that its subject follows.
    """
    if cue.passive:
        return agent_of(article, cue)
    if cue.pronoun is not None:
        return _source_of_on(article, cue) or (cue.pronoun, cue.pronoun + 1)
    if not after_quote:
        lower = article.token_lower
        at = cue.first - 1
        while at > 0 and lower[at] in OBJECTS:
            at -= 1
        if at >= 0 and lower[at] in SUBJECT_PRONOUNS:
            return at, at + 1  # « Ému, il déclare »
    inverted = inverted_subject(article, cue) if after_quote else None
    return inverted or _subject(article, cue, after_quote=after_quote)


def _source_of_on(article: Article, cue: Cue) -> tuple[int, int] | None:
    """« a-t-on appris de source policière », « apprend-on auprès du parquet »: who told."""
    lower = article.token_lower
    at = cue.last + 1
    if cue.pronoun is None or lower[cue.pronoun] != "-on" or at + 1 >= len(lower):
        return None
    if lower[at] == "auprès":
        at += 1
    elif lower[at + 1] not in {"source", "sources"}:
        return None
    if lower[at] not in {"de", "du", "des", "d'"}:
        return None
    return at + 1, max(phrase_end(article, at + 1, article.unit_at(at)[1]), at + 2)


def _subject(article: Article, cue: Cue, *, after_quote: bool) -> tuple[int, int] | None:
    """The subject that the parser sees, or else the noun phrase before the verb."""
    if article.token_pos[cue.verb] not in VERBAL and not after_quote:
        return subject_before(article, cue.first) or _subject_of_sentence(article, cue)
    head, verb = subject_head(article, cue.verb)
    phrase = subject_phrase(article, head, cue) if head is not None else None
    if phrase is not None and not _misplaced(article, phrase, cue):
        return phrase
    if after_quote:
        return None
    first = cue.first if verb == cue.verb else group_start(article, verb)
    before = subject_before(article, first) or phrase
    if before is not None and article.token_lower[before[0]] == "qui":
        return _antecedent(article, before[0])
    return before


def _subject_of_sentence(article: Article, cue: Cue) -> tuple[int, int] | None:
    """« Le syndicat parle d'une loterie et menace de … », where *menace* is tagged as a noun."""
    start, end = article.unit_at(cue.verb)
    head, _ = subject_head(article, article.doc[start:end].root.i)
    return subject_phrase(article, head, cue) if head is not None and head < cue.first else None


def agent_of(article: Article, cue: Cue) -> tuple[int, int] | None:
    """« X est accusé par Y de … »: the phrase after « par »."""
    after = cue.last + 1
    if after + 1 >= len(article.token_lower) or article.token_lower[after] != "par":
        return None
    return after + 1, max(phrase_end(article, after + 1, article.unit_at(after)[1]), after + 2)


def subject_phrase(article: Article, head: int, cue: Cue) -> tuple[int, int] | None:
    """The phrase around the subject's head; « qui » gives its antecedent."""
    if article.token_lower[head] in {"qui", "lequel", "laquelle"}:
        return _antecedent(article, head)
    opening, ending = article.unit_at(head)
    start = phrase_start(article, head, opening)
    end = max(phrase_end(article, start, cue.first if head < cue.first else ending), head + 1)
    return _last_part(article, start, end, cue), end


def _last_part(article: Article, start: int, end: int, cue: Cue) -> int:
    """« La convention n'étant pas ratifiée, l'ONG a demandé »: with no comma before the verb, what
    follows the last comma is the subject, not an apposition (« X, le ministre, a dit »)."""
    lower = article.token_lower
    if end != cue.first and not all(lower[i] in CLITICS for i in range(end, cue.first)):
        return start
    comma = next((i for i in range(end - 1, start - 1, -1) if lower[i] == ","), None)
    if comma is not None and article.token_pos[comma + 1] in {"DET", "PROPN"}:
        return comma + 1
    return start


def _misplaced(article: Article, phrase: tuple[int, int], cue: Cue) -> bool:
    """Whether the parser's subject cannot be one: « pour sa part », what stands before a colon
    (« Mise à jour : X affirme »), an object after the verb while a noun stands before it."""
    texts = article.token_texts
    start, end = phrase
    if end < cue.first and texts[end] == "," and _in_relative(article, start):
        return True
    if start and article.token_pos[start - 1] == "ADP" and article.unit_at(start)[0] != start:
        return True
    if end <= cue.first:
        between = range(end, cue.first)
        dashes = [i for i in between if texts[i] in DASHES and is_spaced(article, i)]
        if dashes:  # « MANILLE, 12 juin (AFP) - Les Philippines ont accusé … »
            nearer = subject_before(article, cue.first)
            return nearer is not None and nearer[0] > dashes[-1]
        return any(texts[i] in {":", "»"} for i in between)
    return start > cue.last and subject_before(article, cue.first) is not None


def _in_relative(article: Article, start: int) -> bool:
    """« Un témoin, qui a requis l'anonymat, raconte »: the noun belongs to the aside."""
    lower = article.token_lower
    for i in range(start - 1, article.unit_at(start)[0], -1):
        if lower[i] == ",":
            return lower[i + 1] in RELATIVES
    return False


def subject_head(article: Article, verb: int) -> tuple[int | None, int]:
    """The head of a verb's subject, and the verb whose subject it is: the verb itself, or one above
    it in the tree where it has none of its own.

    « a promis … et menacé de … » shares it; « vient d'annoncer », « avant d'ajouter » and « en
    affirmant » have that of the verb above; « un texte affirmant que » has the noun; « a entendu
    un industriel affirmer que » and « a convaincu la veuve de demander » have the object.
    """
    deps, pos = article.token_dep, article.token_pos
    shares = _shares_auxiliary(article, verb)
    for _ in range(6):
        own, above = _own_subject(article, verb), article.token_heads[verb]
        if own is not None and (not shares or has_auxiliary(article, verb)):
            return own, verb
        if above == verb:
            break
        if own is not None:
            verb = above  # « a affirmé que la digue cède et promis d'agir »: past what was said
            continue
        if deps[verb] in {"acl", "acl:relcl"} and pos[above] in {"NOUN", "PROPN", "PRON"}:
            return above, verb
        if deps[verb] not in CLIMBED or (is_finite(article, verb) and deps[verb] != "conj"):
            break
        if article.doc[above].lemma_ in OBJECT_CONTROL:
            children = article.token_children[above]
            told = next((i for i in children if deps[i] == "obj" and pos[i] != "PRON"), None)
            if told is not None:
                return told, verb
        verb = above
    return None, verb


def _own_subject(article: Article, verb: int) -> int | None:
    """The first subject that hangs on a verb and is no object pronoun."""
    for child in article.token_children[verb]:
        subject = article.token_dep[child] in {"nsubj", "nsubj:pass"}
        if subject and article.token_lower[child] not in OBJECTS:
            return child
    return None


def _shares_auxiliary(article: Article, verb: int) -> bool:
    """A past participle that takes the auxiliary of the verb it is coordinated with."""
    if article.token_dep[verb] != "conj" or article.token_lower[verb].endswith("ant"):
        return False
    return "VerbForm=Part" in article.token_morph[verb] and not has_auxiliary(article, verb)


def subject_before(article: Article, verb: int) -> tuple[int, int] | None:
    """The noun phrase that stands before a finite verb group whose first token is `verb`.

    Pronouns, adverbs and asides between commas are passed over: « Un audit, que nous avons pu
    lire, avertit », « Obama, même en pleine course, fait savoir », « il a, pour sa part, dit ».
    """
    lower, pos = article.token_lower, article.token_pos
    start = article.unit_at(verb)[0]
    at = verb - 1
    for _ in range(4):
        while at >= start and _leans(article, at):
            at -= 1
        if at < start:
            return None
        if lower[at] == ")":
            at = _before(article, at, start, "(")
        elif lower[at] == ",":
            comma = _before(article, at, start, ",")
            if comma < start:
                at -= 1
                break
            at = comma
        else:
            break
    if at < start or is_time(article, at) or lower[at] in {"a", "à"}:
        return None  # « A noter que … »
    capital = article.token_texts[at][0].isupper() and pos[at] not in FUNCTION_WORDS
    if pos[at] not in {"NOUN", "PROPN", "ADJ", "PRON", "X"} and not capital:
        return None
    first = chunk_start(article, at, start)
    if first > start and pos[first - 1] == "ADP" and lower[first - 1] != "comme":
        return None
    return first, max(at + 1, phrase_end(article, first, verb))


def _leans(article: Article, at: int) -> bool:
    """An object pronoun or an adverb before a verb; a capital makes a name of what the tagger takes
    for an adverb (« Ankara dément »)."""
    if article.token_lower[at] in OBJECTS or article.token_is_space[at]:
        return True
    return article.token_pos[at] == "ADV" and article.token_texts[at][0].islower()


def _before(article: Article, at: int, start: int, mark: str) -> int:
    """The token before the nearest `mark` on the left of `at`; before `start` if there is none."""
    texts = article.token_texts
    return next((i - 1 for i in range(at - 1, start - 1, -1) if texts[i] == mark), start - 1)


def _antecedent(article: Article, relative: int) -> tuple[int, int] | None:
    """The noun phrase just before « qui »."""
    texts, pos = article.token_texts, article.token_pos
    at, opening = relative - 1, article.unit_at(relative)[0]
    while at >= opening and (article.token_is_space[at] or texts[at] in {",", ")"}):
        at = _before(article, at, opening, "(") if texts[at] == ")" else at - 1
    while at >= opening and pos[at] not in {"NOUN", "PROPN", "PRON"}:
        at -= 1
    if at < opening:
        return None
    clause = article.token_heads[relative]
    above = article.token_heads[clause]
    head = above if article.token_dep[clause] == "acl:relcl" and above < relative else at
    start = phrase_start(article, head, opening)
    if start - 2 > opening and texts[start - 2] == "," and pos[start - 1] == "ADP":
        # « Anna Petrova, du ministère, qui promet … »: who, not where from
        start, head = chunk_start(article, start - 3, opening), start - 3
    return start, max(phrase_end(article, start, relative), head + 1)
