"""The names of a user's lexicon: they win over everything else that is found where they stand.

A name is found whatever its accents and hyphens are. Where the lexicon writes a capital the text
must have one (an acronym wants capitals throughout); what the lexicon writes in small letters is
found with and without capitals. Of two names that begin with one word the longer is tried first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.lexicons.forms import cased_like, find_forms
from pipeline.lexicons.user import UserForm
from pipeline.mentions.found import Found
from pipeline.mentions.overlaps import blocks_of, overlapping
from pipeline.segment.reading import reading_of
from pipeline.words import Word

# Between two words of a name; what exactly is for each name to say: « AT&T », « AC/DC ».
GAP = re.compile(r"(?:[^\w\n\r]|_){1,4}")
SAME = re.compile(r"[\s'–-]")  # one for another, or nothing


def find_user_names(article: Article, lexicons: Lexicons) -> tuple[Found, ...]:
    """The names of the user's lexicons in an article, in the order of the text, none over another.

    The time it takes grows with the text and not with the lexicon.
    """
    if not lexicons.user.values:
        return ()
    text = article.text

    def accepts(written: Sequence[Word], form: UserForm) -> bool:
        return cased_like(written, form.text) and _stands(text, written, form)

    words = article.words
    return tuple(
        _found(words.between(first, after), forms[0], lexicons)
        for first, after, forms in find_forms(lexicons.user, article.words, text, accepts, GAP)
    )


def _found(words: Sequence[Word], form: UserForm, lexicons: Lexicons) -> Found:
    entry = form.entry
    state = lexicons.countries.countries[entry.country] if entry.country else None
    is_country = entry.label == "COUNTRY" and state is not None
    return Found(
        start=words[0].start - len(form.gaps[0]),
        end=words[-1].end + len(form.gaps[-1]),
        label=entry.label,
        name=state.name if is_country and state is not None else entry.name,
        rule=f"lexicon:{entry.file}:{entry.name}",
        form="name" if is_country else None,
        country=entry.country,
        subtype=entry.subtype,
        user=True,
    )


def _stands(text: str, written: Sequence[Word], form: UserForm) -> bool:
    """Whether the characters around and between the words are the name's, and it is no part of a
    word with a hyphen (« Sahara-Occidental »; the OTAN of « Russie-OTAN » is in capitals)."""
    start, end = written[0].start, written[-1].end
    before, after = form.gaps[0], form.gaps[-1]
    inner = [text[left.end : right.start] for left, right in pairwise(written)]
    if (
        reading_of(text[max(0, start - len(before)) : start], ()) != reading_of(before, ())
        or reading_of(text[end : end + len(after)], ()) != reading_of(after, ())
        or [_mark(gap) for gap in inner] != [_mark(gap) for gap in form.gaps[1:-1]]
    ):
        return False
    beside = text[start - len(before) - 1 : start - len(before)] + text[end + len(after) :][:1]
    return "-" not in reading_of(beside, ()) or text[start:end].isupper()


def _mark(gap: str) -> str:
    return SAME.sub("", reading_of(gap, ()))


def give_way(found: Iterable[Found], given: tuple[Found, ...]) -> tuple[Found, ...]:
    """What stays beside the user's names.

    What overlaps one goes, but for a longer name of the same label that holds it: « Andreï
    Belooussov » where the user gave *Belooussov*. « drones Sting » takes the name, the type and
    the state of the user's *Sting*.
    """
    if not given:
        return tuple(found)
    blocks = blocks_of(given)
    kept = []
    for item in found:
        over = overlapping(item, blocks)
        if all(_holds(item, other) for other in over):
            kept.append(_like(item, over[-1]) if over and item.label == "WEAPON" else item)
    return tuple(kept)


def _holds(item: Found, other: Found) -> bool:
    longer = item.end - item.start > other.end - other.start
    inside = item.start <= other.start and other.end <= item.end
    return inside and longer and item.label == other.label


def _like(weapon: Found, given: Found) -> Found:
    """The user's weapon with the generic term before it."""
    if weapon.start == given.start:
        return weapon
    return replace(given, start=weapon.start, subtype=given.subtype or weapon.subtype)
