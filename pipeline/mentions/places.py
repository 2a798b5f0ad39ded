"""Places told by their form: a geographical noun that is part of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.article import Article
from pipeline.mentions.found import Found
from pipeline.mentions.shapes import UPPER, openings
from pipeline.words import fold, matches_at

# Nouns that make a name with their complement (« golfe de Guinée », « place Tahrir »); those that
# only say what a name is (« ville de », « région de », « province de ») stay outside.
WITH_COMPLEMENT = (
    "mer|golfe|delta|détroit|baie|isthme|péninsule|presqu'île|archipel|îles?|îlots?|cap|col|mont|"
    "monts|massif|vallée|lac|canal|désert|dune|forêt|plaine|plateau|cratère|bande|corne|château|"
    "palais|stade|aéroport|gare|cathédrale|basilique|mosquée|abbaye|parc|jardin|pont|prison|"
    "place|rue|avenue|boulevard|quai|square|esplanade|porte|banc|récif|atoll|estuaire|glacier|gorges|"
    "lagune|fjord|pic|cosmodrome|salle|musée|théâtre|cimetière|vélodrome|hippodrome"
)
LINK = r"(?:\sde\sla\s|\sde\sl'|\sdes\s|\sdu\s|\sde\s|\sd'|\s)"
CAPITAL = rf"(?:[{UPPER}]|\d{{1,2}}-[{UPPER}])[\w'-]*"  # « stade du 26-Mars »
NAMED = re.compile(
    rf"(?<![\w-])(?:(?i:{WITH_COMPLEMENT}){LINK}|(?<=[Ll]a\s)[Tt]our\s){CAPITAL}(?:\s{CAPITAL}|(?:-|\sde\s|\sd'|\s[ea]l-){CAPITAL})*"
)

NAMED_WORDS = openings(f"{WITH_COMPLEMENT}|tour")
# « une mosquée de Québec » is any of its mosques, « la gare de Lyon » one station.
BUILDING = re.compile(
    r"(?i:aéroport|gare|cathédrale|basilique|mosquée|abbaye|parc|prison|stade|château|palais|pont|"
    r"rue|place|salle|musée|théâtre|cimetière)\s(?:de|du|des|d')"
)
# Words that only say what the name behind them is: « la base de Mourmansk », « le volcan Merapi »,
# « a décollé de Brest ».
TELLING = (
    "base|garnison|villes?|villages?|bourg|bourgade|hameau|localités?|communes?|province|oblast|raïon|"
    "route|hôpital|hôpitaux|maternité|dispensaire|raffinerie|oasis|vallée|port|volcan"
)
STEMS = ("décoll", "appareill", "atterr", "amerr", "accost")
FOLDED_STEMS = tuple(map(fold, STEMS))
TOLD_WORDS = openings(TELLING)
TOLD = re.compile(
    rf"(?<![\w-])(?:(?:(?:{TELLING})"
    rf"(?:\s(?:navale?|aérienne|militaire|universitaire|régional|général|frontalière?|côtière?|portuaire))?"
    rf"\s(?:de\s|d')|(?:décoll|appareill)[a-zé]+\s(?:de\s|d')|(?:atterr|amerr|accost)[a-zé]+\sà\s)|"
    rf"volcan\s)(?P<name>{CAPITAL}(?:\s{CAPITAL})*)"
)
BENCH = re.compile(r"(?i:banc)\s")  # « sur le banc de Chelsea »
DEFINITE = re.compile(r"(?:\b(?:le|la|du|au|cette|son|sa|votre|leur|notre)\s|l')$", re.IGNORECASE)
# « BEYROUTH, 9 avril (Agence) – », « Paris (AFP) – »: where and by whom the article was sent.
DATELINE = re.compile(
    rf"(?P<place>[{UPPER}][\w' -]{{2,30}}?)(?:,\s[\w\s]{{3,25}}?)?\s"
    rf"(?:\((?P<agency>[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+){{0,2}})\)\s?[-–—]|[-–—]\s)"
)


PARTS: tuple[tuple[str, str], ...] = (("place", "PLACE"), ("agency", "ORG"))


def find_datelines(article: Article) -> Iterator[Found]:
    """The place, and the agency in brackets, that open an article's first paragraphs."""
    text = article.reading
    for segment in article.segments[:4]:
        match = DATELINE.match(text, segment.start, segment.end)
        if not match or not (match.group("agency") or match.group("place").isupper()):
            continue
        for part, label in PARTS:
            start, end = match.span(part)
            if start >= 0:
                yield Found(
                    start=start, end=end, label=label, name=text[start:end], rule="dateline"
                )


def find_places(article: Article) -> Iterator[Found]:
    """« mer du Japon », « delta du Niger », « place Tahrir », « îles Sanguinaires »."""
    yield from find_datelines(article)
    text = article.reading
    for match in matches_at(NAMED, text, article.words.characters(NAMED_WORDS)):
        start, end = match.span()
        if "\n" in article.text[start:end]:
            continue
        if BUILDING.match(text, start) and not DEFINITE.search(text, max(0, start - 8), start):
            continue
        if BENCH.match(text, start) and text[:start].endswith("sur le "):
            continue
        # « Tour de France », « Parc » at the head of a company's name: a capital on the noun in
        # the middle of a sentence is another sort of name, left to the model.
        if text[start].isupper() and start > 1 and text[start - 2] not in ".!?«\n":
            continue
        yield Found(start=start, end=end, label="PLACE", name=text[start:end], rule="place noun")
    told = TOLD_WORDS | _words_of_arrival(article)
    for match in matches_at(TOLD, text, article.words.characters(told)):
        start, end = match.span("name")
        # « la base de LFI »: an acronym is no town.
        if "\n" not in article.text[match.start() : end] and not match["name"].isupper():
            yield Found(
                start=start, end=end, label="PLACE", name=text[start:end], rule="place told"
            )


def _words_of_arrival(article: Article) -> frozenset[str]:
    """The words of a text that begin with one of `STEMS`. (Few texts hold any.)"""
    if not any(stem in article.reading for stem in STEMS):
        return frozenset()
    return frozenset([word for word in article.words.different if word.startswith(FOLDED_STEMS)])
