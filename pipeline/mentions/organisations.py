"""Organisations told by their form: ministries, institutions, acronyms in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.article import Article
from pipeline.mentions.found import Found
from pipeline.mentions.shapes import UPPER

# Common nouns that, with a capital, are the short name of one institution: « l'Assemblée a voté ».
INSTITUTIONS = (
    "Assemblée|Sénat|Parlement|Congrès|Chambre|Diète|Douma|Rada|Commission|Conseil|Comité|Parti|"
    "Alliance|Agence|Autorité|Cour|Ligue|Fédération|Union|Organisation|Front|Mouvement|Académie|"
    "Bourse|Fonds|Croix-Rouge|Croissant-Rouge"
)
HEADS = (
    f"{INSTITUTIONS}|Armée|Banque|Bureau|Brigade|Centrale|Centre|Confédération|Communauté|"
    "Compagnie|Direction|Fondation|Forces|Force|Garde|Groupe|Haut-Commissariat|Institut|Ministère|"
    "Observatoire|Office|Rassemblement|Secrétariat|Service|Société|Syndicat|Tribunal|Université|"
    "Haute\\sAutorité|Association|Mission|Collectif|Coalition|Coordination|Police|Gendarmerie"
)
LINK = r"(?:\sde\sla\s|\sde\sl'|\sdes\s|\sdu\s|\sde\s|\sd')"
SMALL = r"[a-zà-ÿœ][\w-]*"
CAPITAL = rf"[{UPPER}][\w-]*"

# « ministère de la Défense », « ministère serbe de l'Intérieur », « ministère de l'Économie et des
# Finances », « ministère des affaires étrangères »: the complement may be several nouns.
PORTFOLIO = rf"(?:{CAPITAL}|affaires|défense|justice|santé|intérieur|finances)(?:\s(?:étrangères|extérieures|européennes|sociales|nationale|publique|publiques|religieuses|intérieures|civile))?"
MINISTRY = re.compile(
    rf"(?<![\w-])[Mm]inistère(?:\s(?!de\b|des\b|du\b|d'){SMALL})?{LINK}{PORTFOLIO}"
    rf"(?:(?:,\s|\set\s)(?:de\sla\s|de\sl'|des\s|du\s){PORTFOLIO})*"
)
# After an article a capital on the noun itself makes it a name, at the start of a sentence too.
BARE = re.compile(
    rf"(?<![\w-])(?:[Ll]'|[Ll]a\s|[Ll]e\s|[Aa]u\s|[Dd]u\s|[Cc]ette\s)(?P<name>{INSTITUTIONS})(?![\w-])"
)
# « Armée de libération baloutche », « Cour pénale internationale », « Front national ».
INSTITUTION = re.compile(rf"(?<![\w-])(?P<name>(?:{HEADS})(?![\w-]))")
ACRONYM_AFTER = re.compile(rf"\s\((?P<acronym>[{UPPER}][{UPPER}\w-]{{1,9}})(?:,[^)]{{1,40}})?\)")
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


def find_organisations(article: Article) -> Iterator[Found]:
    """Ministries, and institutions named by a capital on a common noun."""
    text = article.doc.text
    for match in MINISTRY.finditer(text):
        yield found(text, match.start(), match.end(), "ministry")
    for match in BARE.finditer(text):
        yield found(text, *match.span("name"), "institution")


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


def _plain(words: str) -> str:
    import unicodedata  # noqa: PLC0415

    return "".join(
        c for c in unicodedata.normalize("NFD", words.lower()) if not unicodedata.combining(c)
    )


def find_acronyms(article: Article, known: list[Found]) -> Iterator[Found]:
    """Acronyms and long forms beside each other, one of them in brackets.

    « Front de libération nationale (FLN) » and « FLN (Front de libération nationale) »: the one
    the model saw gives the other its label and its ends.
    """
    text = article.doc.text
    for match in ACRONYM_AFTER.finditer(text):
        acronym = match.group("acronym")
        start = _long_start(text, match.start(), acronym)
        if start is not None:
            yield found(text, start, match.start(), "long form")
            yield found(text, *match.span("acronym"), "acronym")
        elif any(item.end == match.start() and item.label == "ORG" for item in known):
            if acronym.isupper():
                yield found(text, *match.span("acronym"), "acronym")
    for item in known:
        after = LONG_AFTER.match(text, item.end)
        close = text.find(")", item.end, item.end + 90)
        if item.label == "ORG" and after and close > 0 and text[item.start : item.end].isupper():
            inside = text[after.end() : close]
            start = after.end() + (
                len(inside) - len(re.sub(r"^(?:l'|le\s|la\s|les\s)", "", inside))
            )
            if spells(text[item.start : item.end], text[start:close]):
                yield found(text, start, close, "long form")


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
