"""Subjects and objects: the words that fill them and the entities that these name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set
from operator import attrgetter
from typing import NamedTuple

from pipeline.claims.extents import Placed
from pipeline.claims.tokens import Tokens, is_punct
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
NAMING = frozenset({"NOUN", "PROPN", "PRON"})
START = attrgetter("start")
Phrase = tuple[int, int]  # (start, end), character offsets


Argument = tuple[int, Phrase]  # its head and its extent


class Hung(NamedTuple):
    """What hangs on a verb group in the parse: the label and the head of each argument. `inside`
    are the clause's own tokens without the verb group: all that an argument may hold."""

    arguments: list[tuple[str, int]]
    inside: frozenset[int]


def arguments_of(placed: Placed, cues: CueLexicon) -> tuple[Argument | None, Argument | None]:
    """The subject and the object of a clause.

    Args:
        cues: the speech verbs, whose complement in « à » is the one spoken to.
    """
    hung = _hung_on(placed)
    return _subject_of(placed, hung), _object_of(placed, hung, cues)


def _hung_on(placed: Placed) -> Hung:
    """What hangs on the verb group of a clause, the predicate's first; of « je n'ai rien vu, *rien*
    entendu », not the second *rien*."""
    tokens, group = placed.unit.tokens, placed.clause.group
    inside = frozenset(placed.unit.places[placed.begin : placed.end]).difference(group.chain)
    arguments = [
        (label, child)
        for link in (group.predicate, *group.chain[:-1])
        for child in tokens.children[link]
        if (label := tokens.dep[child]) in ARGUMENTS and child in inside
    ]
    if placed.clause.rule == "clause.coordinated":
        arguments = [found for found in arguments if tokens.lower[found[1]] not in NEGATIVES]
    return Hung(arguments, inside)


def _first(placed: Placed, hung: Hung, roles: tuple[str, ...]) -> Argument | None:
    """The clause's first argument with one of `roles`, best role first.

    Args:
        roles: dependency labels.
    """
    for role in roles:
        for label, child in hung.arguments:
            if label == role:
                return child, _phrase(placed.unit.tokens, child, hung.inside)
    return None


def _object_of(placed: Placed, hung: Hung, cues: CueLexicon) -> Argument | None:
    """The object of a clause, in full words: no pronoun before the verb (« il *l'*annonce »), no
    day (« il répond *lundi* »), no place and nobody who is spoken to (« a juré *aux élus* … »)."""
    found = _first(placed, hung, OBJECTS)
    if found is None or found == _subject_behind(placed, hung):
        return None
    word = placed.unit.tokens.lower[found[0]]
    if word in CLITICS or word in DAYS or _is_aside(placed, found[0], cues):
        return None
    return found


def _is_aside(placed: Placed, head: int, cues: CueLexicon) -> bool:
    """A complement with a preposition that is no object: « confie *au Figaro* », « se dresse *à
    l'est* », « voit *comme un frère* »."""
    tokens = placed.unit.tokens
    cases = [tokens.lower[left] for left in tokens.lefts(head) if tokens.dep[left] == "case"]
    if not cases:
        return False
    if cases[0] in {"à", "au", "aux"}:
        says = tokens.lower[placed.clause.predicate] in cues.by_form
        return tokens.dep[head] == "obj" or says or tokens.lower[head] in SIDES
    return cases[0] not in {"de", "d'", "du", "des"}


def _subject_of(placed: Placed, hung: Hung) -> Argument | None:
    """The subject of a clause: the parser's, else the noun or pronoun right before the verb, else
    the one that opens the clause (« Le *pont*, qui datait de 1920, a cédé »)."""
    found = _first(placed, hung, SUBJECTS) or _shared_subject(placed) or _subject_before(placed)
    return found or _subject_behind(placed, hung)


def _subject_behind(placed: Placed, hung: Hung) -> Argument | None:
    """« Reste *une inconnue* », « Puis viennent *les chars* »: what the parser takes for the object
    of a verb that has none."""
    group = placed.clause.group
    if len(group.chain) > 1 or group.verb not in PRESENTING:
        return None
    if _first(placed, hung, SUBJECTS) or _subject_before(placed):
        return None
    return _first(placed, hung, ("obj",))


def _subject_before(placed: Placed) -> Argument | None:
    """The noun or pronoun right before the verb or, before a comma, the one that opens the clause;
    not *rien* in « je n'ai rien vu, *rien* entendu »."""
    unit, tokens, first = placed.unit, placed.unit.tokens, placed.begin
    at = placed.clause.at - 1
    while at >= first and (unit.tags[at] == "ADV" or unit.words[at] in OBJECT_CLITICS):
        at -= 1
    if at < first:
        return None
    inside = frozenset(unit.places[first : at + 1])
    if unit.words[at] == ",":
        before = range(first, at + 1)
        opening = next((i for i in before if unit.tags[i] not in {"DET", "ADJ", "NUM"}), at)
        head = unit.places[opening]
        return (head, _phrase(tokens, head, inside)) if unit.tags[opening] in NAMING else None
    if unit.tags[at] not in NOMINAL or placed.clause.rule == "clause.coordinated":
        return None
    head = _topmost(tokens, unit.places[at], inside)
    if any(tokens.dep[left] == "case" for left in tokens.lefts(head)):
        return None
    return head, _phrase(tokens, head, inside)


def _topmost(tokens: Tokens, token: int, inside: Set[int]) -> int:
    """From a noun to the noun that it hangs on, as long as that is `inside` the clause."""
    above = tokens.head[token]
    while above != token and above in inside and tokens.pos[above] in NOMINAL:
        token, above = above, tokens.head[above]
    return token


def _shared_subject(placed: Placed) -> Argument | None:
    """The subject of the clause before: « *Le préfet* a fermé le port et rouvert la gare »."""
    tokens, head = placed.unit.tokens, placed.clause.predicate
    if tokens.dep[head] != "conj" or not NAMING.isdisjoint(placed.tags_before):
        return None
    while tokens.dep[head] == "conj":
        head = tokens.head[head]
    inside = frozenset(placed.unit.places)
    subjects = [left for left in tokens.lefts(head) if tokens.dep[left] in SUBJECTS]
    subject = next((left for left in subjects if left in inside), None)
    return (subject, _phrase(tokens, subject, inside)) if subject is not None else None


def _phrase(tokens: Tokens, head: int, inside: Set[int]) -> Phrase:
    """The head with the words that hang on it, unbroken, of the tokens `inside` the clause."""
    first = last = head
    while first - 1 in inside and tokens.hangs_on(first - 1, first, last):
        first -= 1
    while last + 1 in inside and tokens.hangs_on(last + 1, first, last):
        last += 1
    while first < head and _is_mark(tokens.lower[first]):
        first += 1
    while last > head and _is_mark(tokens.lower[last]):
        last -= 1
    if tokens.lower[first].startswith("-") and tokens.lower[head] in INVERTED:
        return _inverted(tokens, head)
    return _whole_words(tokens, first, last)


def _is_mark(word: str) -> bool:
    return is_punct(word) or word.isspace()


def _inverted(tokens: Tokens, pronoun: int) -> Phrase:
    """*il* of « a-t-il », which the model cuts *a*, *-t*, *-il* or *a*, *-t-il*."""
    following = tokens.lower[pronoun + 1 : pronoun + 2]
    if tokens.lower[pronoun] == "-t" and following and following[0] in INVERTED:
        pronoun += 1
    end = tokens.end[pronoun]
    return end - len(tokens.lower[pronoun].rpartition("-")[2]), end


def _whole_words(tokens: Tokens, first: int, last: int) -> Phrase:
    """The tokens `first`..`last` as characters, with the rest of a word that a hyphen cuts, and
    its article: *L'état-major*, *la Croix-Rouge*, of which the model may give *major*, *la Croix*.
    """
    opening = first
    while _is_hyphened(tokens, first):
        first -= 1
    while _is_hyphened(tokens, last + 1):
        last += 1
    if 0 < first < opening and tokens.pos[first - 1] == "DET":
        first -= 1
    return tokens.start[first], tokens.end[last]


def _is_hyphened(tokens: Tokens, token: int) -> bool:
    """Whether a token and the one before it are parts of a word with a hyphen between them."""
    if not 0 < token < len(tokens.start) or tokens.end[token - 1] != tokens.start[token]:
        return False
    start = tokens.start[token]
    return "-" in tokens.reading[start - 1 : start + 1]


def entity_named(tokens: Tokens, argument: Argument, mentions: tuple[Mention, ...]) -> str | None:
    """The entity of the mention that holds the head of an argument, or that is all of it.

    Args:
        mentions: in the order of the text.
    """
    head, (start, end) = tokens.start[argument[0]], argument[1]
    at = bisect_left(mentions, start, key=START)
    for i in range(max(0, at - 3), len(mentions)):
        if mentions[i].start >= end:
            return None
        if mentions[i].start <= head < mentions[i].end:
            return mentions[i].entity_id
    return None
