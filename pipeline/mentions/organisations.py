"""Organisations told by their form: ministries, institutions, acronyms in brackets."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import compress

from pipeline.article import Article
from pipeline.mentions.found import Found
from pipeline.mentions.shapes import UPPER, has_capital, openings
from pipeline.searches import Search, find_matches, searches_of
from pipeline.words import first_words, matches_at

# Common nouns that, with a capital, are the short name of one institution: « l'Assemblée a voté ».
INSTITUTIONS = (
    "Assemblée|Sénat|Parlement|Congrès|Chambre|Diète|Douma|Rada|Commission|Conseil|Comité|Parti|"
    "Alliance|Agence|Autorité|Ligue|Fédération|Union|Organisation|Front|Mouvement|Académie|"
    "Bourse|Fonds|Croix-Rouge|Croissant-Rouge"
)
HEADS = (
    f"{INSTITUTIONS}|Armée|Banque|Bureau|Cour|Centre|Haut-Commissariat|Haut-Représentant|Institut|"
    "Mission|Observatoire|Office|Secrétariat|Tribunal|Service|Force|Forces|Groupe|Rassemblement|"
    "Syndicat|Association|Fondation|Coalition|Coordination|Collectif|Confédération|Communauté|"
    "Direction|Société|Université|Programme|Brigades?"
)
LINK = r"(?:\sde\sla\s|\sde\sl'|\sdes\s|\sdu\s|\sde\s|\sd')"
SMALL = r"[a-zà-ÿœ][\w-]*"
CAPITAL = rf"[{UPPER}][\w-]*"

# « ministère de la Défense », « ministère serbe de l'Intérieur », « ministère de l'Économie et des
# Finances », « ministère des affaires étrangères »: the complement may be several nouns.
PORTFOLIO = (
    rf"(?:{CAPITAL}|affaires|défense|justice|santé|intérieur|finances)"
    r"(?:\s(?:étrangères|extérieures|intérieures|européennes|sociales|religieuses|nationale|publique|"
    r"publiques|civile|d'urgence))?"
)
MINISTRY = re.compile(
    rf"(?<![\w-])(?P<name>[Mm]inistère(?:\s(?!de\b|des\b|du\b|d'){SMALL})?{LINK}{PORTFOLIO}"
    rf"(?:(?:,\s|\set\s)(?:de\sla\s|de\sl'|des\s|du\s){PORTFOLIO})*)"
)
# After an article a capital on the noun itself makes it a name, at the start of a sentence too.
BARE = re.compile(
    rf"(?<![\w-])(?:[Ll]'|[Ll]a\s|[Ll]e\s|[Aa]u\s|[Dd]u\s|[Cc]ette\s)(?P<name>{INSTITUTIONS})"
    r"(?![\w-]|\s(?:de|des|du)\s|\sd')"
)
# With these the noun is part of the name: « centre MICA », « institut Pasteur ».
NOUN = (
    r"(?:centre|institut|observatoire|laboratoire|fondation)\s|"
    r"(?:université|lycée)\s(?:d'|de\s)?|hôpital\s"
)
WITH_NOUN = re.compile(rf"(?<![\w-])(?P<name>(?:{NOUN}){CAPITAL}(?:[\s-]{CAPITAL})*)")
# « Conseil de sécurité de l'ONU », « Mission de la Ligue arabe ».
PART_OF = re.compile(
    rf"(?<![\w-])(?:{HEADS})(?:\s(?:de\s|d')?[a-zà-ÿ]{{4,}}){{0,3}}(?:\sde\sl'|\sde\sla\s|\sdes\s|\sdu\s)$"
)
# « direction générale de la sécurité extérieure », « direction du renseignement militaire »: small
# letters, but an official name.
DIRECTION = re.compile(
    r"(?<![\w-])(?P<name>(?:direction|service)(?:\s(?:générale?|centrale?|nationale?|fédérale?))?"
    r"\s(?:de\sla\ssécurité|du\srenseignement|des\srenseignements|de\srenseignement)"
    r"(?:\s(?:extérieure?|intérieure?|intérieur|militaires?|généraux|aériens?|politique|territoriale?|étrangers?)))"
)
# The network X has too short a name to be listed.
NETWORK = re.compile(
    r"(?<![\w-])(?:[Ss]ur|(?:réseau(?:\ssocial)?|plateforme|compte|message))\s(?P<name>X)(?![\w'-])"
)
ACRONYM_AFTER = re.compile(rf"\s\((?P<acronym>[{UPPER}][{UPPER}\w-]{{1,9}})(?:,[^)]{{1,40}})?\)")
LONE_ACRONYM = re.compile(rf"(?<![\w-])[{UPPER}]{{3,8}}(?![\w-])")
BEFORE_BRACKET = re.compile(
    rf"(?:[Ll]e\s|[Ll]a\s|[Ll]'|[Ll]es\s|[Dd]u\s|[Aa]u\s|[Dd]es\s)(?P<name>(?:{HEADS})\s[^.,;:()«»\n]{{4,80}})$"
)
FIRST = re.compile(r"^\s*(?:l'|le\s|la\s|les\s)?")
LONG_AFTER = re.compile(r"\s\(")
STOPWORDS = {
    "de",
    "la",
    "le",
    "les",
    "des",
    "du",
    "et",
    "pour",
    "à",
    "au",
    "aux",
    "en",
    "sur",
    "l",
    "d",
    "contre",
}


RULES = searches_of(
    (
        Search("ministry", first_words(["ministère"]), MINISTRY),
        Search("institution", openings(INSTITUTIONS), BARE, before=1),
        Search("network", frozenset({"x"}), NETWORK, before=2),
        Search("direction", frozenset({"direction", "service"}), DIRECTION),
        Search("with noun", openings(NOUN), WITH_NOUN),
    )
)


def find_organisations(article: Article) -> Iterator[Found]:
    """Ministries, and institutions named by a capital on a common noun."""
    text = article.reading
    for rule, match in find_matches(RULES, text, article.words):
        if rule != "with noun" or "\n" not in article.text[match.start() : match.end()]:
            yield found(text, *match.span("name"), rule)


def is_institution(words: str) -> bool:
    """Whether the words are the bare noun of an institution: « Sénat », « Congrès »."""
    return re.fullmatch(INSTITUTIONS, words) is not None


def find_parts(article: Article, known: Iterable[Found]) -> Iterator[Found]:
    """An institution with the organisation it is a part of: « Conseil de sécurité de l'ONU »."""
    text = article.reading
    for item in known:
        if item.label != "ORG":
            continue
        whole = PART_OF.search(text, max(0, item.start - 80), item.start)
        if whole:
            yield found(text, whole.start(), item.end, "part of")


def found(text: str, start: int, end: int, rule: str) -> Found:
    return Found(start=start, end=end, label="ORG", name=text[start:end], rule=rule)


def spells(acronym: str, words: str) -> bool:
    """Whether the acronym can be read from the first letters of the words.

    « HRW » from « Human Rights Watch », « CPI » from « Cour pénale internationale », « CEDEAO »
    from « Communauté économique des États d'Afrique de l'Ouest »: small words may be passed over.
    """
    letters = [c for c in _plain(acronym) if c.isalpha()]
    parts = [part for part in re.split(r"[\s'’-]+", _plain(words)) if part]
    return len(letters) > 1 and len(parts) > 1 and _spell(letters, parts)


def _spell(letters: list[str], parts: list[str]) -> bool:
    if not letters:
        return all(part in STOPWORDS for part in parts)
    if not parts:
        return False
    if parts[0][0] == letters[0]:
        # The word gives one letter, or its first two (« CÉDÉAO »: COmmunauté…) before the next.
        for taken in (1, 2, 3):
            if parts[0][:taken] == "".join(letters[:taken]) and _spell(letters[taken:], parts[1:]):
                return True
    return parts[0] in STOPWORDS and _spell(letters, parts[1:])


@lru_cache(maxsize=2**12)
def _plain(words: str) -> str:
    """Small letters without accents."""
    return "".join(
        c for c in unicodedata.normalize("NFD", words.lower()) if not unicodedata.combining(c)
    )


def find_spelled(article: Article, known: list[Found]) -> Iterator[Found]:
    """The lone acronyms that a long name of the article spells: « FSR » after « les Forces de
    soutien rapide »."""
    text = article.reading
    initials: dict[str, set[str]] = defaultdict(set)
    for item in known:
        if item.label == "ORG" and " " in item.name:
            initials[_plain(item.name[0])].add(item.name)
    if not initials:
        return
    starts = compress(article.words.starts, map(str.isupper, article.words.written))
    for match in matches_at(LONE_ACRONYM, text, starts):
        if any(spells(match.group(), name) for name in initials[_plain(match.group()[0])]):
            yield found(text, *match.span(), "acronym")


def find_acronyms(article: Article, known: list[Found]) -> Iterator[Found]:
    """Acronyms and long forms beside each other, one of them in brackets.

    « Front de libération nationale (FLN) » and « FLN (Front de libération nationale) »: the one
    the model saw gives the other its label and its ends.
    """
    text = article.reading
    if "(" not in text:
        return
    ending: dict[int, set[str]] = defaultdict(set)
    for item in known:
        ending[item.end].add(item.label)
    for match in matches_at(ACRONYM_AFTER, text, _before_brackets(text)):
        acronym = match.group("acronym")
        if "\n" in article.text[max(0, match.start() - 1) : match.end()]:
            continue
        start = _long_start(text, match.start(), acronym)
        beside = ending[match.start()]
        if start is None and acronym.isupper() and len(acronym) > 2 and beside <= {"ORG"}:
            # Another language's initials: « Groupe de soutien à l'islam (JNIM) ».
            head = BEFORE_BRACKET.search(text, max(0, match.start() - 90), match.start())
            start = head.start("name") if head else None
        if start is not None:
            yield found(text, start, match.start(), "long form")
            yield found(text, *match.span("acronym"), "acronym")
        elif acronym.isupper() and "ORG" in beside:
            yield found(text, *match.span("acronym"), "acronym")
    for item in known:
        if item.label != "PERSON" and text[item.start : item.end].isupper():
            yield from _long_form_after(text, item)


def _before_brackets(text: str) -> Iterator[int]:
    """The characters before each opening bracket."""
    at = text.find("(", 1)
    while at > 0:
        yield at - 1
        at = text.find("(", at + 1)


def _long_form_after(text: str, item: Found) -> Iterator[Found]:
    """The long form in the brackets that follow an acronym."""
    after = LONG_AFTER.match(text, item.end)
    close = text.find(")", item.end, item.end + 90)
    if not after or close < 0:
        return
    inside = text[after.end() : close].rstrip()
    start, end = after.end() + len(inside) - len(FIRST.sub("", inside)), after.end() + len(inside)
    if has_capital(inside) and spells(text[item.start : item.end], text[start:end]):
        yield found(text, item.start, item.end, "acronym")
        yield found(text, start, end, "long form")


def _long_start(text: str, end: int, acronym: str) -> int | None:
    """Where the words that the acronym abbreviates begin, looking back from its bracket."""
    low = max(text.rfind("\n", 0, end), end - 100, 0)
    words = list(re.finditer(r"\w[\w-]*", text[low:end]))
    for word in reversed(words[-14:]):
        start = low + word.start()
        piece = text[start:end]
        if re.search(r"[.;:!?()«»]", piece):
            return None
        if piece[0].isupper() and _plain(piece[0]) == _plain(acronym[0]) and spells(acronym, piece):
            return start
    return None
