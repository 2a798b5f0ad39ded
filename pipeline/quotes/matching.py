"""Whether a function said now takes up one said before: « l'officier » and a *colonel*."""

from __future__ import annotations

from pipeline.quotes.speaker_phrase import BEFORE_NOUNS, PREPOSITIONS
from pipeline.quotes.wording import RoleUse, Wording

# Adjectives that say nothing new of somebody already named.
SMALL_WORDS = frozenset(
    "ancien ancienne ex jeune vieux vieille nouveau nouvelle haut sortant sortante même dit petit "
    "petite grand grande feu".split()
)
EMPTY = BEFORE_NOUNS | SMALL_WORDS  # words that complete no noun


def related(head: RoleUse, use: RoleUse) -> bool:
    """Whether the noun of `head` may take up that of `use`: the same, or more general."""
    mine, theirs = head.form.entry, use.form.entry
    return mine.noun == theirs.noun or mine.noun in theirs.also or theirs.noun in mine.also


def takes_up(wording: Wording, head: RoleUse, cut: int, use: RoleUse) -> bool:
    """The nouns are related, and their complements do not differ (« le ministre de la Défense » is
    not Jean Dupont, ministre du Budget); a new complement calls for the very same noun."""
    if not related(head, use) or head.first == use.first:
        return False
    mine = modifiers(wording, head, cut)
    theirs = modifiers(wording, use, use.last + 6)
    if mine and not theirs:
        return head.form.entry.noun == use.form.entry.noun
    return not mine or bool(mine & theirs)


def modifiers(wording: Wording, head: RoleUse, cut: int) -> set[str]:
    """The content words that complete a noun, up to the next break or verb: {"défense"}."""
    words = wording.words
    found: set[str] = set()
    for at in range(head.last, min(cut, len(words))):
        text, pos = words.texts[at], words.pos[at]
        if words.before[at] or pos in {"VERB", "AUX", "PRON", "ADV"}:
            break
        if pos == "PROPN" and words.is_capital(at) and words.texts[at - 1] not in BEFORE_NOUNS:
            break  # the name itself: « le premier ministre Jean-Marc Ayrault »
        if text not in EMPTY:
            found.add(text[:6])  # *français*, *française*
    return found


def has_complement(wording: Wording, use: RoleUse, cut: int) -> bool:
    """Whether a complement or, for a group, a nationality follows: « le parquet de Paris »."""
    words = wording.words
    for at in range(use.last, min(cut, len(words))):
        if words.before[at]:
            return False
        if words.texts[at] in PREPOSITIONS or words.is_capital(at):
            return True
        if words.pos[at] == "ADJ" and use.form.entry.kind == "group":
            return True
    return False
