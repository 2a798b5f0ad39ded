"""People, organisations and places: what the model sees, cleaned, and what the rules add."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.lexicons.names import Names
from pipeline.mentions.found import Found
from pipeline.mentions.organisations import find_acronyms, find_organisations
from pipeline.mentions.people import find_titled, title_before
from pipeline.mentions.places import find_places
from pipeline.mentions.shapes import NAME_AFTER, NAME_BEFORE, has_capital, typographic, whole_words
from pipeline.records import Label

LABELS: dict[str, Label] = {"PER": "PERSON", "LOC": "PLACE", "ORG": "ORG"}
EDGE = " \t\n.,;:!?«»\"'()[]–—-…*"
ARTICLE = re.compile(
    r"(?:l'|d'|le\s|la\s|les\s|un\s|une\s|des\s|du\s|de\sla\s|de\s|au\s|aux\s|à\s|en\s|et\s|L'|D'|Les\s|Des\s|Du\s|Un\s|Une\s)+"
)
# A ministry inside a role: « le ministre de la Défense », « ministre délégué à la Santé ».
OF_A_MINISTER = re.compile(
    r"(?:[Mm]inistres?|[Ss]ecrétaires?\sd'[ÉE]tat|[Cc]ommissaires?)(?:\s[a-zà-ÿ-]+){0,2}\s(?:de\sla\s|de\sl'|des\s|du\s|de\s|d'|à\sla\s|à\sl'|au\s|aux\s)$"
)
# What the stock and the tuned model take for names, and is none.
NO_NAMES = {
    "État", "Etat", "États", "Etats", "UTC", "GMT", "CET", "TVA", "PIB", "Internet", "Gilets jaunes",
    "République", "Constitution", "Premier ministre", "Président", "Dieu", "Noël", "Pâques", "Ramadan",
    "PDG", "ADN", "VIH", "Sida", "SIDA", "Covid-19", "CO2", "Français", "Nobel",
}  # fmt: skip


def find_names(article: Article, taken: tuple[Found, ...], lexicons: Lexicons) -> tuple[Found, ...]:
    """The people, organisations and places of an article, in the order of the text.

    Args:
        article: the article; its `doc` has the entities of the model.
        taken: the countries and weapons, which are not found again as places or organisations.
        lexicons: titles, organisations and places are read from `lexicons.names`.
    """
    names = lexicons.names
    sure = [*find_listed(article, names), *find_organisations(article), *find_places(article)]
    titled = list(find_titled(article, names.titles))
    seen = list(_model_names(article, names))
    found = _choose([*_free(sure, taken), *_free(titled, taken), *_free(seen, taken)])
    found = _choose([*find_acronyms(article, found), *found])
    found = _agree(found)
    found = _choose([*found, *_free(_repeated(article, found), taken)])
    return tuple(sorted(found, key=lambda item: (item.start, -item.end, item.label)))


@lru_cache(maxsize=4)
def _listed(names: Names) -> tuple[tuple[re.Pattern[str], dict[str, str], Label], ...]:
    """For organisations and places: the pattern of all their forms, and the name of each form."""
    tables: list[tuple[re.Pattern[str], dict[str, str], Label]] = []
    for entries, label in ((names.organisations, "ORG"), (names.places, "PLACE")):
        forms = {
            typographic(form): entry.name
            for entry in entries
            for form in (entry.name, *entry.variants)
        }
        tables.append((whole_words(forms), forms, label))  # type: ignore[arg-type]
    return tuple(tables)


def find_listed(article: Article, names: Names) -> Iterator[Found]:
    """The organisations and places of the lexicons, where no larger word holds them."""
    text = article.doc.text
    for pattern, forms, label in _listed(names):
        for match in pattern.finditer(text):
            words = re.sub(r"\s", " ", match.group())
            yield Found(
                start=match.start(),
                end=match.end(),
                label=label,
                name=forms[words],
                rule="organisations.csv" if label == "ORG" else "places.csv",
            )


def _model_names(article: Article, names: Names) -> Iterator[Found]:
    """The model's people, places and organisations, with the ends that the guidelines give them."""
    text = article.doc.text
    titles = title_before(names.titles)
    for entity in article.doc.ents:
        label = LABELS.get(entity.label_)
        if label is None:
            continue
        start, end = _trim(text, entity.start_char, entity.end_char)
        line = article.segment_at(start)
        end = min(end, line.end)
        if label == "PERSON":
            title = titles.match(text, start, end)
            start = title.end() if title else start
            start, end = _whole_name(text, start, end, line.start, line.end)
        start, end = _trim(text, start, end)
        words = text[start:end]
        if not has_capital(words) or words in NO_NAMES or len(words) < 2:
            continue
        if label == "ORG" and OF_A_MINISTER.search(text, max(0, start - 60), start):
            continue
        yield Found(start=start, end=end, label=label, name=words, rule=f"model {entity.label_}")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without punctuation and small articles at its ends; « Le Figaro » keeps its own."""
    while True:
        before = start, end
        while start < end and text[start] in EDGE:
            start += 1
        while end > start and text[end - 1] in EDGE and not re.search(r"\b\w\.$", text[start:end]):
            end -= 1
        article = ARTICLE.match(text, start, end)
        if article and article.end() < end:
            start = article.end()
        if (start, end) == before:
            return before


def _whole_name(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """A person's name to its last capitalised word: the model stops at hyphens and particles."""
    after = NAME_AFTER.match(text, end, high)
    if after:
        end = after.end()
    before = NAME_BEFORE.search(text, low, start)
    if (
        before
        and before.start() > low
        and text[before.start() - 2 : before.start()].strip(" '") not in {".", "«", "!", "?", ":"}
    ):
        start = before.start()
    return start, end


def _free(found: Iterable[Found], taken: tuple[Found, ...]) -> Iterator[Found]:
    """What is no country or weapon, and holds none at its edge.

    « France 24 » holds a country's name and stays; « Russe Vladimir Poutine » loses the demonym;
    a span that a weapon cuts is none.
    """
    for item in found:
        start, end = item.start, item.end
        keep = True
        for other in taken:
            if other.end <= start or end <= other.start:
                continue
            if other.start <= start and end <= other.end:
                keep = False
            elif not (start <= other.start and other.end <= end):
                keep = False
            elif item.label == "PERSON" and other.form == "demonym" and other.start == start:
                start = other.end + 1
        if keep and start < end:
            yield (
                item
                if start == item.start
                else replace(item, start=start, name=item.name[start - item.start :])
            )


SURE = {
    "ministry": 5,
    "organisations.csv": 4,
    "places.csv": 4,
    "long form": 5,
    "acronym": 5,
    "title": 4,
    "place noun": 3,
    "institution": 0,
}


def _choose(found: Iterable[Found]) -> list[Found]:
    """Of names that overlap the widest stays, of equal ones the surest; an organisation may hold
    another one after « de » (« Conseil de sécurité de l'ONU »)."""
    kept: list[Found] = []
    order = sorted(found, key=lambda f: (f.start - f.end, -SURE.get(f.rule, 2), f.start))
    for item in order:
        over = [other for other in kept if other.start < item.end and item.start < other.end]
        if all(_nests(item, other) for other in over):
            kept.append(item)
    return kept


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
        and bool(re.search(r"\b(?:de\s(?:la\s|l')?|du\s|des\s|d')$", before))
    )


def _agree(found: list[Found]) -> list[Found]:
    """One label for one name: what most of its occurrences have (the model is unsure of a few)."""
    votes: dict[str, Counter[Label]] = defaultdict(Counter)
    for item in found:
        votes[item.name][item.label] += 3 if SURE.get(item.rule, 2) > 2 else 1
    return [replace(item, label=votes[item.name].most_common(1)[0][0]) for item in found]


def _repeated(article: Article, found: list[Found]) -> Iterator[Found]:
    """Other occurrences of the names found: a whole name, a person's surname."""
    text = article.doc.text
    forms: dict[str, Label] = {}
    for item in found:
        words = text[item.start : item.end]
        if item.label == "PERSON" and " " in words:
            surname = re.split(r"\s", words, maxsplit=1)[1]
            for form in (surname, words.rsplit(" ", 1)[-1]):
                if len(form) > 2 and form[0].isupper():
                    forms.setdefault(form, "PERSON")
        if len(words) > 2 or words.isupper():
            forms[words] = item.label
    if not forms:
        return
    for match in whole_words(forms).finditer(text):
        words = re.sub(r"\s", " ", match.group())
        label = forms.get(words)
        if label:
            yield Found(
                start=match.start(), end=match.end(), label=label, name=words, rule="repeated"
            )
