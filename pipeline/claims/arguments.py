"""Subjects and objects: the words that fill them and the entities that these name."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter

from spacy.tokens import Doc, Token

from pipeline.claims.extents import Placed
from pipeline.claims.forms import lower, verb_of
from pipeline.claims.words import (
    CLITICS,
    DAYS,
    INVERTED,
    NEGATIVES,
    OBJECT_CLITICS,
    PRESENTING,
    SIDES,
)
from pipeline.lexicons.cues import CueLexicon
from pipeline.records import Mention

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:caus", "expl:subj", "csubj")
OBJECTS = ("obj", "obl:arg")
ARGUMENTS = frozenset(SUBJECTS + OBJECTS)
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})
Phrase = tuple[int, int]  # (start, end), character offsets


Argument = tuple[Token, Phrase]  # its head and its extent
Hung = tuple[tuple[str, Token], ...]  # the label and the head of what hangs on a verb group


def arguments_of(placed: Placed, cues: CueLexicon) -> tuple[Argument | None, Argument | None]:
    """The subject and the object of a clause.

    Args:
        cues: the speech verbs, whose complement in « à » is the one spoken to.
    """
    group = placed.clause.group
    hung = tuple(
        (label, child)
        for link in (group.predicate, *group.chain[:-1])
        for child in link.children
        if (label := child.dep_) in ARGUMENTS
    )
    return _subject_of(placed, hung), _object_of(placed, hung, cues)


def _first(placed: Placed, hung: Hung, roles: tuple[str, ...]) -> Argument | None:
    """The clause's first argument with one of `roles`, best role first.

    Args:
        roles: dependency labels.
    """
    found = [(roles.index(label), child) for label, child in hung if label in roles]
    if not found:
        return None
    clause = placed.clause
    inside = set(placed.unit.places[placed.begin : placed.end])
    inside.difference_update([token.i for token in clause.group.chain])
    for _, child in sorted(found, key=itemgetter(0)):
        repeated = clause.rule == "clause.coordinated" and lower(child) in NEGATIVES
        if child.i in inside and not repeated:
            return child, _phrase(child, inside)
    return None


def _object_of(placed: Placed, hung: Hung, cues: CueLexicon) -> Argument | None:
    """The object of a clause, in full words: no pronoun before the verb (« il *l'*annonce »), no
    day (« il répond *lundi* »), no place and nobody who is spoken to (« a juré *aux élus* … »)."""
    found = _first(placed, hung, OBJECTS)
    if found is None or found == _subject_behind(placed, hung):
        return None
    word = lower(found[0])
    if word in CLITICS or word in DAYS or _is_aside(placed, found[0], cues):
        return None
    return found


def _is_aside(placed: Placed, head: Token, cues: CueLexicon) -> bool:
    """A complement with a preposition that is no object: « confie *au Figaro* », « se dresse *à
    l'est* », « voit *comme un frère* »."""
    case = next((lower(t) for t in head.lefts if t.dep_ == "case"), "")
    if case in {"à", "au", "aux"}:
        says = lower(placed.clause.predicate) in cues.by_form
        return head.dep_ == "obj" or says or lower(head) in SIDES
    return bool(case) and case not in {"de", "d'", "du", "des"}


def _subject_of(placed: Placed, hung: Hung) -> Argument | None:
    """The subject of a clause: the parser's, else the noun or pronoun right before the verb, else
    the one that opens the clause (« Le *pont*, qui datait de 1920, a cédé »)."""
    found = _first(placed, hung, SUBJECTS) or _shared_subject(placed) or _subject_before(placed)
    return found or _subject_behind(placed, hung)


def _subject_behind(placed: Placed, hung: Hung) -> Argument | None:
    """« Reste *une inconnue* », « Puis viennent *les chars* »: what the parser takes for the object
    of a verb that has none."""
    group = placed.clause.group
    if len(group.chain) > 1 or verb_of(group.first) not in PRESENTING:
        return None
    if _first(placed, hung, SUBJECTS) or _subject_before(placed):
        return None
    return _first(placed, hung, ("obj",))


def _subject_before(placed: Placed) -> Argument | None:
    """The noun or pronoun right before the verb or, before a comma, the one that opens the clause;
    not *rien* in « je n'ai rien vu, *rien* entendu »."""
    before = list(placed.before)
    while before and (before[-1].pos_ == "ADV" or lower(before[-1]) in OBJECT_CLITICS):
        before.pop()
    if not before:
        return None
    inside = {token.i for token in before}
    if before[-1].text == ",":
        opening = next((t for t in before if t.pos_ not in {"DET", "ADJ", "NUM"}), before[-1])
        named = opening.pos_ in {"NOUN", "PROPN", "PRON"}
        return (opening, _phrase(opening, inside)) if named else None
    head = before[-1]
    if head.pos_ not in NOMINAL or placed.clause.rule == "clause.coordinated":
        return None
    while head.head.i in inside and head.head != head and head.head.pos_ in NOMINAL:
        head = head.head
    if any(child.dep_ == "case" for child in head.lefts):
        return None
    return head, _phrase(head, inside)


def _shared_subject(placed: Placed) -> Argument | None:
    """The subject of the clause before: « *Le préfet* a fermé le port et rouvert la gare »."""
    head = placed.clause.predicate
    if head.dep_ != "conj" or any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in placed.before):
        return None
    while head.dep_ == "conj":
        head = head.head
    subjects = [t for t in head.lefts if t.dep_ in SUBJECTS]
    if not subjects:
        return None
    inside = set(placed.unit.places)
    subject = next((t for t in subjects if t.i in inside), None)
    return (subject, _phrase(subject, inside)) if subject is not None else None


def _phrase(head: Token, inside: set[int]) -> Phrase:
    """The head with the words that hang on it, unbroken, of the tokens `inside` the clause."""
    tree = {t.i for t in head.subtree if t.i in inside}
    first = last = head.i
    while first - 1 in tree:
        first -= 1
    while last + 1 in tree:
        last += 1
    doc = head.doc
    while first < head.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    while last > head.i and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    if doc[first].text.startswith("-") and lower(head) in INVERTED:
        return _inverted(head)
    return _whole_words(doc, first, last)


def _inverted(pronoun: Token) -> Phrase:
    """*il* of « a-t-il », which the model cuts *a*, *-t*, *-il* or *a*, *-t-il*."""
    following = pronoun.doc[pronoun.i + 1 : pronoun.i + 2]
    if lower(pronoun) == "-t" and following and lower(following[0]) in INVERTED:
        pronoun = following[0]
    end = pronoun.idx + len(pronoun)
    return end - len(pronoun.text.rpartition("-")[2]), end


def _whole_words(doc: Doc, first: int, last: int) -> Phrase:
    """The tokens `first`..`last` as characters, with the rest of a word that a hyphen cuts, and
    its article: *L'état-major*, *la Croix-Rouge*, of which the model may give *major*, *la Croix*.
    """
    opening = first
    while first > 0 and not doc[first - 1].whitespace_ and "-" in _ends(doc, first - 1, first):
        first -= 1
    while last + 1 < len(doc) and not doc[last].whitespace_ and "-" in _ends(doc, last, last + 1):
        last += 1
    if first < opening and first > 0 and doc[first - 1].pos_ == "DET":
        first -= 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def _ends(doc: Doc, left: int, right: int) -> str:
    """The two characters at which the neighbours `left` and `right` meet."""
    return doc[left].text[-1] + doc[right].text[0]


def entity_named(phrase: Phrase, head: Token, mentions: tuple[Mention, ...]) -> str | None:
    """The entity of the mention that holds the head of a phrase, or that is the whole phrase.

    Args:
        mentions: in the order of the text.
    """
    at = bisect_left(mentions, phrase[0], key=lambda mention: mention.start)
    for i in range(max(0, at - 3), len(mentions)):
        if mentions[i].start >= phrase[1]:
            return None
        if mentions[i].start <= head.idx < mentions[i].end:
            return mentions[i].entity_id
    return None
