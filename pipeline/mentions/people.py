"""People told by the words before them: « le capitaine de corvette Gwenaël Le Dantic-Roué »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.article import Article
from pipeline.lexicons.names import Title
from pipeline.mentions.found import Found
from pipeline.mentions.shapes import ACRONYM, FRENCH_PARTICLE, FULL_NAME, WORD, alternation

# « le capitaine de vaisseau béninois Codjo … », « l'ancien ministre allemand de l'Intérieur … »:
# one or two words in small letters may stand between the function and the name.
BETWEEN = r"(?:\s(?!et\b|ou\b|de\b|à\b|en\b|que\b|qui\b|est\b|a\b)[a-zà-ÿœ-]{4,}){0,2}"


# « connue sous le nom de guerre de « Vorona » », « un certain Igor ».
ALIAS = re.compile(
    rf"(?:nom\sde\sguerre(?:\sde)?|alias|prénommée?|indicatif(?:\sradio)?|[Uu]n\scertain|[Uu]ne\scertaine)\s"
    rf"(?:«\s?|\")?(?P<name>{FULL_NAME})(?!\w)"
)


# « Anya, 9 ans, vient du nord », but not « Vendredi, 20 ans après la chute du mur ».
AGED = re.compile(rf"(?<![\w'-])(?P<name>{FULL_NAME}),\s\d{{1,3}}\sans\s?[,.;:)»]")


@lru_cache(maxsize=4)
def title_before(titles: tuple[Title, ...]) -> re.Pattern[str]:
    """A run of titles at the start of a span: « M. le Président », « Son Excellence »."""
    words = alternation(form for title in titles for form in _forms(title.words))
    return re.compile(rf"(?:(?:l'|le\s|la\s)?(?:ex-|ancien\s|ancienne\s)?(?:{words})\s+)+")


@lru_cache(maxsize=4)
def _titled(titles: tuple[Title, ...]) -> tuple[re.Pattern[str], ...]:
    near = alternation(f for t in titles if t.kind != "role" for f in _forms(t.words))
    role = alternation(f for t in titles if t.kind == "role" for f in _forms(t.words))
    name = rf"(?P<name>{FULL_NAME})(?!\w)"
    two_names = rf"(?P<name>{WORD}\s{WORD})"  # « le pilote de drones Oleh Kovalenko »
    return (
        re.compile(rf"(?<![\w-])(?:{near})(?:\s(?:en|de)\s[a-z]+)?{BETWEEN}\s{name}"),
        # Right after a civility the particle is the name's: « M. de Villepin ».
        re.compile(
            rf"(?<![\w-])(?:M\.|MM\.|Mme|Mmes|Mlle)\s(?P<name>{FRENCH_PARTICLE}\s?{FULL_NAME})(?!\w)"
        ),
        re.compile(rf"(?<![\w-])(?:{role}){BETWEEN}\s{name}"),
        re.compile(
            rf"(?<![\w-])(?:{role})\s(?:de\s|d')[a-zà-ÿœ-]{{4,}}{BETWEEN}\s{two_names}(?!\w)"
        ),
    )


def _forms(words: str) -> tuple[str, str]:
    return words, words[0].upper() + words[1:]


def find_titled(article: Article, titles: tuple[Title, ...]) -> Iterator[Found]:
    """The names that follow a civility, a rank or a function.

    After a civility or a rank one word is enough (« M. Kahl »); after a function (« le député
    UMP », « le procureur Dupont ») an acronym is the party and not the person.
    """
    text = article.reading
    near, particle, role, role_of = _titled(titles)
    rules = (
        (near, "title"), (particle, "title"), (role, "role"), (role_of, "role of"),
        (ALIAS, "alias"), (AGED, "age"),
    )  # fmt: skip
    for pattern, rule in rules:
        for match in pattern.finditer(text):
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
    before = text[: match.start()].rstrip(" ")[-1:]
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
def description(titles: tuple[Title, ...]) -> re.Pattern[str]:
    """What is said of people alone, right after a name: an age, a function without an article."""
    roles = (t.words for t in titles if t.kind == "role" and t.words not in NOT_PEOPLE_ALONE)
    return re.compile(rf",\s(?:{AGE}|(?:{alternation(roles)})(?![\w-]))")
