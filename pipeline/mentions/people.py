"""People told by the words before them: « le capitaine de corvette Gwenaël Le Dantic-Roué »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.article import Article
from pipeline.lexicons.names import Names
from pipeline.mentions.found import Found
from pipeline.mentions.shapes import ACRONYM, FRENCH_PARTICLE, FULL_NAME, WORD, alternation
from pipeline.searches import Search, Searches, find_matches, searches_of
from pipeline.words import first_words

# « le capitaine de vaisseau béninois Codjo … », « l'ancien ministre allemand de l'Intérieur … »:
# one or two words in small letters may stand between the function and the name.
BETWEEN = r"(?:\s(?!et\b|ou\b|de\b|à\b|en\b|que\b|qui\b|est\b|a\b)[a-zà-ÿœ-]{4,}){0,2}"


# « connue sous le nom de guerre de « Vorona » », « un certain Igor ».
ALIAS = re.compile(
    rf"(?:(?:sur)?nom\sde\sguerre(?:\sde)?|alias|prénommée?|indicatif(?:\sradio)?|[Uu]n\scertain|[Uu]ne\scertaine)\s"
    rf"(?:«\s?|\")?(?P<name>{FULL_NAME})(?!\w)"
)
ALIAS_WORDS = first_words(
    "nom|surnom|alias|prénommé|prénommée|indicatif|certain|certaine".split("|")
)


# « Anya, 9 ans, vient du nord », but not « Vendredi, 20 ans après la chute du mur ».
AGED = re.compile(rf"(?<![\w'-])(?P<name>{FULL_NAME}),\s\d{{1,3}}\sans\s?[,.;:)»]")
LONGEST_AGED = 16  # words of a name and an age, « al » and initials counted

CIVILITIES = "M\\.|MM\\.|Mme|Mmes|Mlle"


@lru_cache(maxsize=4)
def title_before(names: Names) -> re.Pattern[str]:
    """A run of titles at the start of a span: « M. le Président », « Son Excellence »."""
    words = alternation(form for title in names.titles for form in _forms(title.words))
    return re.compile(rf"(?:(?:l'|le\s|la\s)?(?:ex-|ancien\s|ancienne\s)?(?:{words})\s+)+")


@lru_cache(maxsize=4)
def _rules(names: Names) -> Searches:
    near = [title.words for title in names.titles if title.kind != "role"]
    roles = [title.words for title in names.titles if title.kind == "role"]
    near_words, role_words = first_words(near), first_words(roles)
    title = f"(?<![\\w-])(?:{alternation(form for words in near for form in _forms(words))})"
    role = f"(?<![\\w-])(?:{alternation(form for words in roles for form in _forms(words))})"
    name = rf"(?P<name>{FULL_NAME})(?!\w)"
    two_names = rf"(?P<name>{WORD}\s{WORD})(?!\w)"  # « le pilote de drones Oleh Kovalenko »
    # Right after a civility the particle is the name's: « M. de Villepin ».
    particle = rf"(?<![\w-])(?:{CIVILITIES})\s(?P<name>{FRENCH_PARTICLE}\s?{FULL_NAME})(?!\w)"
    of = r"\s(?:de\s|d')[a-zà-ÿœ-]{4,}"
    return searches_of(
        (
            Search(
                "title",
                near_words,
                re.compile(rf"{title}(?:\s(?:en|de)\s[a-z]+)?{BETWEEN}\s{name}"),
            ),
            Search("title", first_words(CIVILITIES.split("|")), re.compile(particle)),
            Search("role", role_words, re.compile(rf"{role}{BETWEEN}\s{name}")),
            Search("role of", role_words, re.compile(rf"{role}{of}{BETWEEN}\s{two_names}")),
            Search("alias", ALIAS_WORDS, ALIAS, before=1),
            Search("age", frozenset({"ans"}), AGED, LONGEST_AGED),
        )
    )


def _forms(words: str) -> tuple[str, str]:
    return words, words[0].upper() + words[1:]


def find_titled(article: Article, names: Names) -> Iterator[Found]:
    """The names that follow a civility, a rank or a function.

    After a civility or a rank one word is enough (« M. Kahl »); after a function (« le député
    UMP », « le procureur Dupont ») an acronym is the party and not the person.
    """
    text = article.reading
    for rule, match in find_matches(_rules(names), text, article.words):
        start, end = match.span("name")
        if "\n" in article.text[match.start() : end] or _is_title_of_a_work(text, match):
            continue
        if text[start:end] == "Noël":
            continue  # « déguisés en père Noël »
        if rule == "role" and ACRONYM.fullmatch(text[start:end].split()[0]):
            continue
        yield Found(start=start, end=end, label="PERSON", name=text[start:end], rule=rule)


def _is_title_of_a_work(text: str, match: re.Match[str]) -> bool:
    """« Commandant Birot » alone in quotation marks is a ship's name, « M. Hulot » a film's."""
    before = text[max(0, match.start() - 3) : match.start()].rstrip(" ")[-1:]
    after = text[match.end() : match.end() + 2].strip()
    return before in {"«", '"'} and after[:1] in {"»", '"'} and match.group()[0].isupper()


# « répète Oleh, mécanicien », « Lina, 4 ans »: what follows is said of people alone. A company too
# is a « leader » or a « propriétaire ».
AGE = r"(?:âgée?\sde\s)?\d{1,3}\sans\b"
NOT_PEOPLE_ALONE = {
    "leader", "propriétaire", "champion", "championne", "fondateur", "star", "producteur",
    "représentant", "opérateur", "auteur", "parrain", "héritier", "héritière",
}  # fmt: skip


@lru_cache(maxsize=4)
def description(names: Names) -> re.Pattern[str]:
    """What is said of people alone, right after a name: an age, a function without an article."""
    roles = (t.words for t in names.titles if t.kind == "role" and t.words not in NOT_PEOPLE_ALONE)
    return re.compile(rf",\s(?:{AGE}|(?:{alternation(roles)})(?![\w-]))")
