"""The weapon lexicons: named systems, designation patterns, generic terms, homonyms, context."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.lexicons.files import read_entries
from pipeline.lexicons.weapon_words import gaps_of, key_of
from pipeline.records import WeaponSubtype
from pipeline.words import Heads, heads_of

Key = tuple[str, ...]
Case = Literal["title", "upper", "exact", "any"]
NameContext = Literal["", "military", "violence", "determiner", "guarded", "head"]
TermContext = Literal["", "military", "sentence", "violence", "shot", "naval", "name"]
Domain = Literal[
    "military",
    "violence",
    "shot",
    "naval",
    "sport",
    "civil",
    "figurative",
    "literal",
    "determiner",
    "quantity",
]
# The domains that are looked for right beside a term or a name, never counted in a sentence.
BESIDE: frozenset[Domain] = frozenset({"determiner", "quantity", "literal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponName:
    """A named system and how the press spells it.

    `country` is its maker's. `case`: `title` wants a capital or a digit first, `upper` capitals
    only (MILAN, not Milan), `exact` the letters and hyphens as given (A-10, not the A10 motorway),
    `any` nothing. `context` is what a homonym must have beside it: `military` words around;
    `determiner`, a determiner or number before it; `guarded`, both (« des Rafale »); `head`, a
    weapon noun directly before it, there or elsewhere in the document (« chars Leclerc »).
    """

    name: str
    spellings: tuple[str, ...]
    subtype: WeaponSubtype
    country: str | None
    case: Case
    context: NameContext
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponTerm:
    """A generic term with the complements that are part of it, singular and plural.

    `context`: the kind of words that must be near, empty where the term is about arms by itself;
    `sentence`: words of arms in the same sentence; `name`: it is a weapon only with a name behind
    (« systèmes Pantsir »).
    `names`: whether an unknown name may follow: `any` (« drones Sting »), only in `quotes`
    (« l'avion « Enola » »), or `none` (« armes »).
    """

    term: str
    plural: str
    subtype: WeaponSubtype
    context: TermContext
    names: Literal["any", "quotes", "none"]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponComplement:
    """Complements that lengthen a term (« balistique », « de courte portée »), the first the
    singular of the rest, and the subtype they give it, if they change it (« sol-air »)."""

    terms: tuple[str, ...]
    complements: tuple[str, ...]
    subtype: WeaponSubtype | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponDesignation:
    """A pattern of designations, a regular expression: `Su-\\d{2}`. `context` as for a name."""

    pattern: str
    subtype: WeaponSubtype
    country: str | None
    context: NameContext
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponHomonym:
    """What directly `before` or `after` a word tells that it is no weapon: « char à voile »."""

    word: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponContextWord:
    """A word that tells what a sentence is about, or that what follows is counted: a determiner, a
    quantity (« une dizaine de »)."""

    word: str
    domain: Domain
    source: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of a name; `gaps` are what stands between its words."""

    text: str
    gaps: tuple[str, ...]
    entry: WeaponName


@dataclass(frozen=True, slots=True)
class TermForm:
    """The singular or the plural of a term."""

    text: str
    gaps: tuple[str, ...]
    entry: WeaponTerm


@dataclass(frozen=True, slots=True)
class ComplementForm:
    """One form of a complement; `singular` is the form the term's name takes."""

    gaps: tuple[str, ...]
    singular: str
    subtype: WeaponSubtype | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponLexicon:
    """All weapon lexicons, indexed by their words, so that a look-up takes the same time whatever
    their size. `…_heads` tell how the entries begin; those of `context` leave out single words that
    are not counted.
    """

    names: Mapping[Key, tuple[Spelling, ...]]
    name_heads: Heads
    terms: Mapping[Key, TermForm]
    term_heads: Heads
    complements: Mapping[Key, Mapping[Key, ComplementForm]]
    homonyms: Mapping[Key, tuple[frozenset[Key], frozenset[Key]]]
    context: Mapping[Key, frozenset[Domain]]
    context_heads: Heads
    designations: tuple[WeaponDesignation, ...]
    designation: re.Pattern[str]


def load_weapon_lexicon() -> WeaponLexicon:
    """Read the shipped weapon lexicons."""
    return build_weapon_lexicon(
        names=read_entries("weapons.csv", WeaponName),
        terms=read_entries("weapon_terms.csv", WeaponTerm),
        complements=read_entries("weapon_complements.csv", WeaponComplement),
        designations=read_entries("weapon_designations.csv", WeaponDesignation),
        homonyms=read_entries("weapon_homonyms.csv", WeaponHomonym),
        words=read_entries("weapon_context.csv", WeaponContextWord),
    )


def build_weapon_lexicon(  # noqa: PLR0913 - one argument a file
    *,
    names: Iterable[WeaponName],
    terms: Iterable[WeaponTerm],
    complements: Iterable[WeaponComplement],
    designations: Iterable[WeaponDesignation],
    homonyms: Iterable[WeaponHomonym],
    words: Iterable[WeaponContextWord],
) -> WeaponLexicon:
    """Index the entries of the weapon lexicons."""
    by_name = _index_names(names)
    by_term = {
        key_of(form): TermForm(form, gaps_of(form), term)
        for term in terms
        for form in (term.plural, term.term)
    }
    by_context: dict[Key, frozenset[Domain]] = {}
    for word in words:
        key = key_of(word.word)
        by_context[key] = by_context.get(key, frozenset()) | {word.domain}
    kept = tuple(designations)
    patterns = "|".join(f"(?P<d{i}>{entry.pattern})" for i, entry in enumerate(kept))
    return WeaponLexicon(
        names=by_name,
        name_heads=heads_of(by_name),
        terms=by_term,
        term_heads=heads_of(by_term),
        complements=_index_complements(complements),
        homonyms=_index_homonyms(homonyms),
        context=by_context,
        context_heads=heads_of(
            key for key, domains in by_context.items() if len(key) > 1 or not domains <= BESIDE
        ),
        designations=kept,
        designation=re.compile(rf"(?<![\w-])(?:{patterns})(?:s(?!\w))?(?![\w])"),
    )


def _index_names(names: Iterable[WeaponName]) -> dict[Key, tuple[Spelling, ...]]:
    """By words; a spelling that ends in a word of four letters or more has a plural too."""
    index: dict[Key, tuple[Spelling, ...]] = {}
    for entry in names:
        for text in entry.spellings:
            key = key_of(text)
            spelling = Spelling(text, gaps_of(text), entry)
            index[key] = (*index.get(key, ()), spelling)
            if key[-1].isalpha() and len(key[-1]) >= 4 and key[-1][-1] not in "sxz":
                plural = (*key[:-1], key[-1] + "s")
                index[plural] = (*index.get(plural, ()), spelling)
    return index


def _index_complements(
    complements: Iterable[WeaponComplement],
) -> dict[Key, dict[Key, ComplementForm]]:
    index: dict[Key, dict[Key, ComplementForm]] = {}
    for entry in complements:
        for term in entry.terms:
            forms = index.setdefault(key_of(term), {})
            for text in entry.complements:
                singular = _singular(text, entry.complements)
                forms[key_of(text)] = ComplementForm(gaps_of(text), singular, entry.subtype)
    return index


def _singular(text: str, forms: tuple[str, ...]) -> str:
    """The singular among the forms of a complement: « balistiques » is listed after « balistique ».

    A form that is no plural of another is its own singular.
    """
    for form in forms:
        if text in {f"{form}s", f"{form}x", form[:-2] + "aux"} and text != form:
            return form
    return text


def _index_homonyms(
    homonyms: Iterable[WeaponHomonym],
) -> dict[Key, tuple[frozenset[Key], frozenset[Key]]]:
    index: dict[Key, tuple[frozenset[Key], frozenset[Key]]] = {}
    for entry in homonyms:
        before, after = index.get(key_of(entry.word), (frozenset[Key](), frozenset[Key]()))
        index[key_of(entry.word)] = (
            before | {key_of(text) for text in entry.before},
            after | {key_of(text) for text in entry.after},
        )
    return index
