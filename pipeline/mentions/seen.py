"""What the model sees, with the ends and the refusals that the guidelines ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from spacy.tokens import Span

from pipeline.article import Article
from pipeline.lexicons.names import Names
from pipeline.mentions.found import Found
from pipeline.mentions.organisation_nouns import MAKER, NOUN, end_before_person
from pipeline.mentions.organisations import is_institution
from pipeline.mentions.people import title_before
from pipeline.mentions.shapes import INITIAL, NAME_AFTER, NAME_BEFORE, has_capital
from pipeline.records import Segment

LABELS: dict[str, str] = {"PER": "PERSON", "LOC": "PLACE", "ORG": "ORG"}
EDGE = " \t\n.,;:!?«»\"'()[]–—-…*"
ARTICLE = re.compile(
    r"(?:l'|d'|le\s|la\s|les\s|un\s|une\s|des\s|du\s|de\sla\s|de\s|au\s|aux\s|à\s|en\s|et\s)+"
)
# At the start of a sentence the article has a capital too; inside one it is the name's: « à Des
# Moines », « selon L'Express ».
FIRST_ARTICLE = re.compile(r"(?:L'|D'|Les\s|Des\s|Du\s|Un\s|Une\s)")
OWN_ARTICLE = re.compile(r"(?<=[\w,]\s)(?:Le\s|La\s|Les\s|L')$")
TAIL = re.compile(r"(?:\s(?:de\sla|de\sl|de|du|des|d|et|à|en|pour|par|sur|le|la|les)'?)+$")
# « la région Nord », « la ville de Homs »: the noun says what is named and is no part of it.
GENERIC_PLACE = re.compile(
    r"(?:villes?|régions?|provinces?|villages?|communes?|districts?|oblast|raïon|capitale|localités?|"
    r"département|quartier|port|base|camp|fleuve|rivière|aéroport\smilitaire|État|état)"
    r"\s(?:de\sla\s|de\sl'|du\s|des\s|de\s|d')?(?=[^\W\d_a-zà-ÿ])"
)
# « la banque Sampo », « le parti Syriza »: so does the noun of an organisation, without « de ».
GENERIC_ORGANISATION = re.compile(
    rf"(?:(?:{NOUN}|{MAKER})s?(?:\s[a-zà-ÿ-]{{4,}})?\s|hôpital(?:\s[a-zà-ÿ-]{{4,}})?\s(?:de\s|d'))"
    r"(?=[^\W\d_a-zà-ÿ])"
)
# « le porte-parole houthi Yahya Saree », where the model took the adjective in.
SMALL_HEAD = re.compile(
    r"(?:(?!(?:van|von|ben|bin|ibn|abou|del|der|den|ould|ter|dos|de|du|d|di|da|al|el|ag)\b)[a-zà-ÿ-]+\s)+"
    r"(?=[^\W\d_a-zà-ÿ])"
)
SMALL_TAIL = re.compile(r"(?:\s(?!de\b|du\b|el\b|al\b)[a-zà-ÿ][a-zà-ÿ]*)+$")
INVERTED = re.compile(r"-(?:vous|nous|tu|ils?|elles?|on|t|ce|je|moi|le|la|les)$")
INITIALS = re.compile(rf"{INITIAL}(?:\s{INITIAL})*")
LEAD = re.compile(r"(?:[.«!?:;()–—-]\s?|\b(?:de|du|des|d'|à|au|en|l'|la|le|les)\s?)$")
NOT_NAMING = {"VERB", "AUX", "ADV", "DET", "ADP", "PRON", "CCONJ", "SCONJ"}
# A ministry inside a role: « le ministre de la Défense », « ministre délégué à la Santé ».
OF_A_MINISTER = re.compile(
    r"(?<![\w-])(?:[\w-]*ministres?|[Ss]ecrétaires?\sd'[ÉE]tat|[Cc]ommissaires?|[Cc]hargée?s?|en\scharge|"
    r"portefeuille|[Gg]arde)(?:\s[a-zà-ÿ-]+){0,2}\s(?:(?:de\sla\s|de\sl'|des\s|du\s|de\s|d'|à\sla\s|à\sl'|au\s|aux\s)"
    r"(?:[\w-]+(?:\s[a-zà-ÿ]+)?(?:,\s|\set\s))?){1,3}$"
)
# A name that hangs on an event's: « les Jeux olympiques de Londres », « le championnat d'Europe ».
OF_AN_EVENT = re.compile(
    r"(?<![\w-])(?:[Jj]eux(?:\s(?:[Oo]lympiques|[Pp]aralympiques))?|JO|[Cc]hampionnats?|[Cc]oupes?|[Tt]our|"
    r"[Gg]rand\s[Pp]rix|[Oo]pen|[Mm]ondiaux|[Ff]estival|[Tt]ournoi|[Tt]raités?|[Aa]ccords?|"
    r"[Pp]rotocole|[Cc]onvention|[Pp]acte|[Gg]uerre)(?:\s[a-zà-ÿ-]+){0,2}\s(?:de\sla\s|de\sl'|des\s|du\s|de\s|d')$"
)
# What bears a name and is nobody: « l'ouragan meurtrier Sandy », « l'exercice « Freedom Edge » ».
VESSEL = (
    "navire|cargo|vraquier|pétrolier|chalutier|voilier|remorqueur|méthanier|porte-conteneurs|ferry|paquebot|"
    "yacht|brise-glace|satellite|sonde|fusée|lanceur|capsule|rover|télescope"
)
OF_A_THING = re.compile(
    rf"(?<![\w-])(?:ouragan|cyclone|tempête|typhon|opération|exercices?|man(?:œu|oeu)vres?|mission|plan|programme|"
    rf"projet|prix|film|livre|roman|chanson|album|logiciel|virus|série|spectacle|{VESSEL}|école(?:\s(?:primaire|maternelle))?|collège|lycée|rue|avenue|boulevard)(?:\s[a-zà-ÿ-]{{4,}})?\s(?:[«\"]\s?)?$"
)
# What stands right before the names of things, and before those of ministries and events: without
# it nothing longer is looked for.
BEHIND_A_WORD = re.compile(r"(?:[\w-]{4}|rue)\s(?:[«\"]\s?)?$")
LINKED = re.compile(r"(?:\b(?:de|du|des|la|à|au|aux|et)\s|,\s|')$")
# « les Peul », « les Fabius »: a people or a family, no place and no one person.
PLURAL = re.compile(r"(?:les|des|aux|ces|Les|Ces)\s$")
PLURAL_END = re.compile(r"[sxz]\b|[A-Z]$")
CUT = re.compile(r"[)»][^(«]*\w|[;:!?…]\s")
END_INITIAL = re.compile(r"\b\w\.$")
ONE_OF = re.compile(r"(?<!\w)[Uu]ne?\s$")  # « le président, un Dinka »
# Words that end the names of companies, media and clubs the world over.
COMPANY = re.compile(
    r"\w\.(?:com|org|net|io|fr|ru)$|\s(?:"
    r"Air(?:lines|ways)|Aviation|Aerospace|AG|Associates|Bank|Communications|Corp(?:oration)?|"
    r"Company|Defen[cs]e|Dynamics|Electric|Electronics|Energy|FC|Foundation|GmbH|Group|"
    r"Holdings?|Inc\.?|Industries|Labs|Institute|International|Ltd|Media|Brothers|Capital|"
    r"Partners|Motors?|Oil|Mining|Entertainment|Studios|Pictures|Records|Games|Software|"
    r"Networks|Pharma|Therapeutics|Insurance|Trust|Ventures|Rail|Logistics|Telekom|Naval|News|"
    r"Petroleum|Post|Power|Press|Research|Robotics|SA|SAS|SpA|Securities|Shipping|Solutions|"
    r"Space|Steel|Systems|Technolog(?:y|ies)|Telecom|Times|TV|United|University|Watch|Works"
    r")$"
)
# « il aurait les Finances », « un sommet sur l'Enseignement supérieur »: a field, no organisation.
PORTFOLIO = re.compile(
    r"Finances|Intérieur|Budget|[ÉE]conomie|Défense|Justice|Santé|[ÉE]ducation|Travail|Emploi|Culture|"
    r"Agriculture|[ÉE]cologie|Industrie|Affaires\s(?:étrangères|sociales|européennes)|"
    r"[ÉE]ducation\snationale|Enseignement\ssupérieur|Recherche|Logement|Transports|Sports"
)
# « l'Union civique du premier ministre sortant »: whose it is, is no part of the name.
OF_SOMEBODY = re.compile(
    r"(?<=[\w-]\s)[\w-]+(?P<end>\s(?:du|de\sla|de\sl'|de)\s?(?:[\w-]+\s)?(?:premi(?:er|ère)\sministre|présidente?|ministre|chancelière?|"
    r"maire|roi|reine|opposante?|chef|général|députée?|sénat(?:eur|rice))(?![\w-]))"
)
# How far before a name to look, in characters: for an article, for more of the name.
SMALL, NAME = 8, 160
COMPASS = {"Nord", "Sud", "Est", "Ouest"}
# What a model takes for names, and is none.
NO_NAME = re.compile(
    r"[ÉE]tats?(?:-.*)?|UTC|GMT|CET|TVA|PIB|SMIC|Smic|Internet|Gilets\sjaunes|République|Constitution|"
    r"[Pp]remi(?:er|ère)\s[Mm]inistre|[Pp]résidente?|Dieu|Noël|Pâques|Ramadan|PDG|ADN|ARN|VIH|Sida|SIDA|"
    r"Covid(?:-19)?|CO2|Brent|WTI|Français|Nobel|Casques\sbleus|Pieds-Noirs|DIRECT|EXCLUSIF|URGENT|VIDÉO|VIDEO|"
    r"Cour(?:\sd'(?:assises|appel))?|Bourse|Web|GPS|SMS"
)


def find_seen(article: Article, names: Names) -> Iterator[Found]:
    """The model's people, places and organisations, with the ends that the guidelines give them."""
    text = article.reading
    titles = title_before(names)
    roles = _titles(names)
    for entity in chain.from_iterable(_split(text, entity) for entity in article.entities):
        label = LABELS.get(entity.label_)
        opens = _opens_sentence(article, entity)
        if label is None or _is_no_name(text, entity, opens=opens):
            continue
        line = article.segment_at(entity.start_char)
        start, end = _trim(text, entity.start_char, min(entity.end_char, line.end))
        article_first = FIRST_ARTICLE.match(text, start, end)
        if article_first and opens:
            start = article_first.end()
        if opens and entity.text.lower() in roles:
            continue  # « Vétéran de la guerre »
        if label == "PERSON":
            start, end = _person(text, start, end, line, titles)
        elif label == "ORG" and not opens:
            # « selon Le Nouvel Observateur »: inside a sentence a capital makes the article a part.
            own = OWN_ARTICLE.search(text, _back(line, start, SMALL), start)
            start = own.start() if own and own.start() > line.start else start
        if label in {"PLACE", "ORG"}:
            told_by = GENERIC_PLACE if label == "PLACE" else GENERIC_ORGANISATION
            generic = told_by.match(text, start, end)
            start = generic.end() if generic else start
            owner = OF_SOMEBODY.search(text, start, end) if label == "ORG" else None
            end = owner.start("end") if owner else end
        start, end = _trim(text, start, end)
        if text.startswith("'s", end) and not text[end + 2 : end + 3].isalnum():
            end += 2  # « Moody's »
        words = text[start:end]
        if not has_capital(words) or NO_NAME.fullmatch(words) or len(words) < 2:
            continue
        if is_out_of_place(text, start, words, label):
            continue
        if label == "PLACE" and ONE_OF.search(text, _back(line, start, SMALL), start):
            continue
        if COMPANY.search(words):
            label = "ORG"
        yield Found(start=start, end=end, label=label, name=words, rule=f"model {entity.label_}")


@lru_cache(maxsize=4)
def _titles(names: Names) -> frozenset[str]:
    return frozenset(title.words for title in names.titles)


def is_out_of_place(text: str, start: int, words: str, label: str) -> bool:
    """Whether the words before forbid the label.

    « le ministre de [la Santé] » is a role, « la coupe de la [Ligue] » and « les Jeux olympiques de
    [Londres] » are events, « les [Peul] » a people; « la région [Nord] » is a military one.
    """
    low = max(0, start - 60)
    if BEHIND_A_WORD.search(text, max(0, start - SMALL), start) and OF_A_THING.search(
        text, low, start
    ):
        return True
    linked = LINKED.search(text, max(0, start - SMALL), start) is not None
    if label == "ORG" and (
        PORTFOLIO.fullmatch(words)
        or (linked and OF_A_MINISTER.search(text, low, start))
        or (linked and is_institution(words) and OF_AN_EVENT.search(text, low, start))
    ):
        return True
    if label == "PLACE" and (
        (linked and OF_AN_EVENT.search(text, low, start))
        or (words in COMPASS and text[low:start].endswith("région "))
    ):
        return True
    plural = " " not in words and PLURAL.search(text, max(0, start - SMALL), start)
    return bool(plural) and (label == "PERSON" or not PLURAL_END.search(words))


def _is_no_name(text: str, entity: Span, *, opens: bool) -> bool:
    """A lone first word of a sentence that is a verb or a small word (« Croyez-vous », « Cette »),
    or a span that a bracket cuts in two."""
    if opens and len(entity) == 1:
        after = entity.doc[entity.end : entity.end + 1].text
        if entity[0].pos_ in NOT_NAMING or INVERTED.match(after):
            return True
    return CUT.search(text, entity.start_char, entity.end_char) is not None


def _split(text: str, entity: Span) -> Iterator[Span]:
    """Two people or places that the model took for one: « Pierre Durand et Jeanne Martin »."""
    two = len(entity) > 2 and entity.label_ in {"PER", "LOC"}
    for token in entity[1:-1] if two else ():
        if token.lower_ in {"et", ","} and token.nbor(1).text[0].isupper():
            yield Span(entity.doc, entity.start, token.i, label=entity.label)
            yield Span(entity.doc, token.i + 1, entity.end, label=entity.label)
            return
    end = end_before_person(text, entity.start_char)
    first = entity.doc.char_span(entity.start_char, end, label="ORG") if end else None
    if first is not None and first.end < entity.end:
        yield first
        yield Span(entity.doc, first.end, entity.end, label="PER")
        return
    yield entity


def _opens_sentence(article: Article, entity: Span) -> bool:
    """Whether nothing but punctuation stands between the start of the sentence and the span."""
    first, _ = article.unit_at(entity.start)
    return not any(map(str.isalpha, article.token_lower[first : entity.start]))


def _person(
    text: str, start: int, end: int, line: Segment, titles: re.Pattern[str]
) -> tuple[int, int]:
    """The name without the title before it and the small words after it, and with the capitalised
    words that the model left out."""
    title = titles.match(text, start, end)
    if title:
        start = title.end()
    small = SMALL_HEAD.match(text, start, end)
    if small:
        start = small.end()
    last = SMALL_TAIL.search(text, start, end)
    if last:
        end = last.start()
    after = NAME_AFTER.match(text, end, line.end)
    if after:
        end = after.end()
    whole = title or " " in text[start:end]
    before = None if whole else NAME_BEFORE.search(text, _back(line, start, NAME), start)
    if (
        before
        and before.start() > line.start
        and not titles.match(text, before.start(), start)
        # The first word of a sentence owes its capital to its place, the word after « de » may
        # be another name: « le préfet de Corse Dupont ».
        and (
            INITIALS.fullmatch(before.group().strip())
            or not LEAD.search(text, _back(line, before.start(), SMALL), before.start())
        )
    ):
        start = before.start()
    return start, end


def _back(line: Segment, start: int, reach: int) -> int:
    """Where to begin to look for what stands right before `start` in its line."""
    return max(line.start, start - reach)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without punctuation and small articles at its ends; « Le Figaro » keeps its own."""
    while True:
        before = start, end
        while start < end and text[start] in EDGE:
            start += 1
        while (
            end > start
            and text[end - 1] in EDGE
            and not END_INITIAL.search(text, max(start, end - 2), end)
        ):
            end -= 1
        article = ARTICLE.match(text, start, end)
        if article and article.end() < end:
            start = article.end()
        tail = TAIL.search(text, start, end)
        if tail:
            end = tail.start()
        if (start, end) == before:
            return before
