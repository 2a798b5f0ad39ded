"""People, organisations and places: what the model sees, cleaned, and what the rules add."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.lexicons.names import Names
from pipeline.mentions.context import beside_people, described_as_people, located, told_by_form
from pipeline.mentions.found import Found
from pipeline.mentions.listed import find_listed, is_listed_organisation
from pipeline.mentions.organisation_nouns import find_head_phrases, find_named_by_noun
from pipeline.mentions.organisations import (
    find_acronyms,
    find_organisations,
    find_parts,
    find_spelled,
    is_institution,
)
from pipeline.mentions.overlaps import Blocks, blocks_of, groups_of, overlapping, put
from pipeline.mentions.people import find_titled
from pipeline.mentions.places import find_places
from pipeline.mentions.refusals import is_no_name, is_out_of_place
from pipeline.mentions.repeated import find_repeated
from pipeline.mentions.seen import find_seen
from pipeline.mentions.shapes import FULL_NAME, has_capital

FULL = re.compile(FULL_NAME)
SMALL = re.compile(r"(?:[Ll]'|[Ll]e\s|[Ll]a\s|[Ll]es\s)")
AT = re.compile(
    r"(?<!\w)(?<!face\s)(?<!grâce\s)(?<!quant\s)(?<!rapport\s)(?:[Àà]|[Ee]n|[Dd]ans)\s$"
)
# How sure a rule is, where the model is 2.
SURE = {
    "ministry": 5,
    "organisations.csv": 4,
    "places.csv": 4,
    "long form": 5,
    "acronym": 5,
    "title": 4,
    "place noun": 3,
    "place told": 3,
    "of a place": 3,
    "located": 3,
    "described": 3,
    "speaks": 3,
    "dateline": 5,
    "part of": 3,
    "direction": 3,
    "alias": 3,
    "age": 3,
    "organisation noun": 3,
    "with noun": 1,
    "short form": 1,
    "head noun": 1,
    "first name": 1,
    "role of": 1,
    "institution": 0,
    "repeated": -1,
}


def find_names(article: Article, taken: tuple[Found, ...], lexicons: Lexicons) -> tuple[Found, ...]:
    """The people, organisations and places of an article, in no order (see `settle`).

    Args:
        article: the article; its `doc` has the entities of the model.
        taken: the countries and weapons, which are not found again as places or organisations.
        lexicons: titles, organisations and places are read from `lexicons.names`.
    """
    names = lexicons.names
    listed = list(find_listed(article, names))
    told = [
        *listed,
        *find_parts(article, listed),
        *find_organisations(article),
        *find_named_by_noun(article),
        *find_head_phrases(article),
        *find_places(article),
        *find_titled(article, names),
    ]
    text = article.reading
    told = [item for item in told if not is_out_of_place(text, item.start, item.name, item.label)]
    seen = list(find_seen(article, names))
    named = _without_rubrics(article, [*told, *seen], names)
    blocks = blocks_of(taken)
    found = _choose(_free(named, blocks, names))
    if spelled := [*find_acronyms(article, found), *find_spelled(article, found)]:
        found = _choose([*spelled, *found])
    found = told_by_form(article, located(article, found, taken))
    found = described_as_people(article, found, lexicons)
    found = _agree(article, beside_people(article, found))
    if again := list(_free(find_repeated(article, found, taken), blocks, names)):
        found = _choose([*found, *again])
    return tuple(found)


def _without_rubrics(article: Article, found: list[Found], names: Names) -> list[Found]:
    """Without the labels of sections that open a line (« EN DIRECT – », « CHRONIQUE. ») and what is
    never a name (« Internet »)."""
    rubrics = _rubrics(names)
    return [
        item
        for item in found
        if not is_no_name(item.name)
        and (item.name not in rubrics or item.start != article.segment_at(item.start).start)
    ]


@lru_cache(maxsize=4)
def _rubrics(names: Names) -> frozenset[str]:
    return frozenset([rubric.words for rubric in names.rubrics])


def _free(found: Iterable[Found], blocks: Blocks, names: Names) -> Iterator[Found]:
    """What is left of the names beside the countries, the seats of power and the weapons."""
    for item in found:
        rest: Found | None = item
        for other in overlapping(item, blocks):
            if item.rule == "title" and other.label == "WEAPON":
                continue  # « le maréchal Leclerc », « le capitaine de corvette Le Dantic »
            if rest is not None and other.start < rest.end and rest.start < other.end:
                rest = _beside(rest, other, names)
        if rest is not None:
            yield rest


def _beside(item: Found, other: Found, names: Names) -> Found | None:
    """What is left of a name that overlaps what is taken.

    « France 24 » holds a country's name and stays whole; « le Suisse Federer » and « le Sénat
    américain » lose the demonym, which is a mention of its own, « la Maison Blanche Jay Carney »
    the seat; a name inside a country's or cut by a weapon's is none.
    """
    if not (item.start <= other.start and other.end <= item.end) or _same(item, other):
        return None
    if other.start == item.start and other.end < item.end:
        one_character = other.end + 1 == item.end  # « Kiev_ »: what is left is no name
        return None if one_character else _after(item, other)
    if other.end == item.end:
        # « La France »: the article is no longer name.
        if item.label == "PLACE" and SMALL.fullmatch(item.name[: other.start - item.start]):
            return None
        if other.form == "demonym" and _is_short(item, other, names):
            return _part(item, item.start, other.start - 1)
    return item


def _after(item: Found, other: Found) -> Found:
    """What is left of a name that begins with what is taken."""
    rest = item.name[other.end - item.start :]
    after = _part(item, other.end + 1, item.end)
    if rest.startswith("-") and rest.isupper():
        return after  # « une confrontation Russie-OTAN »
    if item.label == "PERSON" and other.label == "COUNTRY":
        return after
    person = FULL.fullmatch(rest.lstrip())
    if other.rule == "seats" and person and " " in person.group():
        return replace(after, label="PERSON")
    return item


def _same(item: Found, other: Found) -> bool:
    return (item.start, item.end) == (other.start, other.end)


def _part(item: Found, start: int, end: int) -> Found:
    return replace(
        item, start=start, end=end, name=item.name[start - item.start : end - item.start]
    )


def _is_short(item: Found, demonym: Found, names: Names) -> bool:
    """Whether the organisation is known without its demonym: « Sénat américain », « Hezbollah
    libanais », but not « Parti communiste chinois »."""
    words = item.name[: demonym.start - item.start].rstrip()
    return item.rule != "organisations.csv" and (
        is_institution(words) or is_listed_organisation(words, names)
    )


def _choose(found: Iterable[Found]) -> list[Found]:
    """Of names that overlap the widest stays, of equal ones the surest; an organisation may hold
    another one after « de » (« Conseil de sécurité de l'ONU »)."""
    kept: list[Found] = []
    for group in groups_of(sorted(found, key=attrgetter("start"))):
        kept += group if len(group) == 1 else _chosen(group)
    return sorted(kept, key=_preference)


def _chosen(group: list[Found]) -> list[Found]:
    kept: list[Found] = []
    blocks = blocks_of(())
    for item in sorted(group, key=_preference):
        if all(_nests(item, other) for other in overlapping(item, blocks)):
            kept.append(item)
            put(blocks, item)
    return kept


def _preference(item: Found) -> tuple[int, int, int]:
    return item.start - item.end, -SURE.get(item.rule, 2), item.start


def _nests(inner: Found, outer: Found) -> bool:
    """« ONU » in « Conseil de sécurité de l'ONU »: known on its own, and after « de »."""
    if (
        inner.label != "ORG"
        or outer.label != "ORG"
        or (inner.start, inner.end) == (outer.start, outer.end)
    ):
        return False
    before = outer.name[: inner.start - outer.start]
    return (
        inner.rule == "organisations.csv"
        and outer.rule != "organisations.csv"
        and bool(re.search(r"\b(?:de\s(?:la\s|l')|du\s|des\s)$", before))
    )


def _agree(article: Article, found: list[Found]) -> list[Found]:
    """One label for one name: what most of its occurrences have (the model is unsure of a few).

    A lone first name or surname of somebody the document names in full is that person, unless it is
    a place for the model and the words before (« Florence Parly est à Florence »).
    """
    text = article.reading
    labels = _most_frequent(found)
    people: set[str] = set()
    for item in found:
        if item.label == "PERSON" and " " in item.name:
            people |= _parts(item.name)
    agreed = []
    for item in found:
        label = labels[item.name]
        if item.name.lower() in people and item.rule.startswith("model"):
            low = max(0, item.start - 20)
            at_a_place = item.rule == "model LOC" and AT.search(text, low, item.start)
            label = label if at_a_place else "PERSON"
        agreed.append(item if item.label == label else replace(item, label=label))
    return agreed


@lru_cache(maxsize=2**12)
def _parts(name: str) -> frozenset[str]:
    """The words of a person's name, in small letters, that may stand for it."""
    return frozenset([part.lower() for part in name.split() if len(part) > 2 and has_capital(part)])


def _most_frequent(found: list[Found]) -> Mapping[str, str]:
    """The label of most occurrences of each name; where the rule is sure, one is worth three."""
    votes: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for item in found:
        given = votes[item.name]
        given[item.label] = given.get(item.label, 0) + (3 if SURE.get(item.rule, 2) > 2 else 1)
        if item.rule == "place noun" and " de " in item.name:
            given = votes[item.name.rsplit(" de ", 1)[1]]  # « château de Valmont »
            given["PLACE"] = given.get("PLACE", 0) + 2
    return {name: max(given, key=given.__getitem__) for name, given in votes.items()}
