"""What the model sees, with the ends and the refusals that the guidelines ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from spacy.tokens import Span

from pipeline.article import Article
from pipeline.lexicons.names import Names
from pipeline.mentions.found import Found
from pipeline.mentions.organisation_nouns import MAKER, NOUN, end_before_person
from pipeline.mentions.people import title_before
from pipeline.mentions.refusals import is_no_name, is_out_of_place
from pipeline.mentions.shapes import (
    FOREIGN_PARTICLES,
    INITIAL,
    NAME_AFTER,
    NAME_BEFORE,
    has_capital,
)
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
CUT = re.compile(r"[)»][^(«]*\w|[;:!?…]\s")
END_INITIAL = re.compile(r"\b\w\.$")
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
ONE_OF = re.compile(r"(?<!\w)[Uu]ne?\s$")  # « le président, un Dinka »
# « l'Union civique du premier ministre sortant »: whose it is, is no part of the name.
OF_SOMEBODY = re.compile(
    r"(?<=[\w-]\s)[\w-]+(?P<end>\s(?:du|de\sla|de\sl'|de)\s?(?:[\w-]+\s)?(?:premi(?:er|ère)\sministre|présidente?|ministre|chancelière?|"
    r"maire|roi|reine|opposante?|chef|général|députée?|sénat(?:eur|rice))(?![\w-]))"
)
# How far before a name to look, in characters: for an article, for more of the name.
SMALL, NAME = 8, 160


class Guess(NamedTuple):
    """What the model guesses: a label for words of a line, which may open their sentence."""

    text: str
    line: Segment
    label: str
    opens: bool

    def back(self, start: int, reach: int) -> int:
        """Where to begin to look for what stands right before `start` in the line."""
        return max(self.line.start, start - reach)


def find_seen(article: Article, names: Names) -> Iterator[Found]:
    """The model's people, places and organisations, with the ends that the guidelines give them."""
    text = article.reading
    roles = _titles(names)
    for entity in chain.from_iterable([_split(article, entity) for entity in article.entities]):
        seen_as = entity.label_
        label = LABELS.get(seen_as)
        if label is None:
            continue
        opens = _opens_sentence(article, entity.start)
        words = text[entity.start_char : entity.end_char]
        if _is_cut(words) or (opens and (_is_no_name(article, entity) or words.lower() in roles)):
            continue  # « Vétéran de la guerre »
        guess = Guess(text, article.segment_at(entity.start_char), label, opens)
        start, end = _ends(guess, entity.start_char, entity.end_char, names)
        words = text[start:end]
        if _is_refused(guess, start, words):
            continue
        label = "ORG" if _is_company(words) else label
        yield Found(start=start, end=end, label=label, name=words, rule=f"model {seen_as}")


@lru_cache(maxsize=4)
def _titles(names: Names) -> frozenset[str]:
    return frozenset(title.words for title in names.titles)


@lru_cache(maxsize=2**12)
def _is_cut(words: str) -> bool:
    """Whether a bracket or a stop cuts the words in two."""
    return CUT.search(words) is not None


@lru_cache(maxsize=2**12)
def _is_company(words: str) -> bool:
    return COMPANY.search(words) is not None


def _is_no_name(article: Article, entity: Span) -> bool:
    """A lone first word that is a verb or a small word (« Croyez-vous », « Cette »)."""
    if entity.end - entity.start > 1:
        return False
    if article.token_pos[entity.start] in NOT_NAMING:
        return True
    starts, after = article.token_starts, entity.end
    if after == len(starts):
        return False
    return INVERTED.match(article.reading, starts[after], article.token_ends[after]) is not None


def _split(article: Article, entity: Span) -> tuple[Span, ...]:
    """Two people or places that the model took for one: « Pierre Durand et Jeanne Martin »."""
    text, doc, start, end = article.reading, article.doc, entity.start, entity.end
    if end - start == 1:
        return (entity,)
    label = entity.label_
    for at in range(start + 1, end - 1) if label in {"PER", "LOC"} else ():
        if article.token_lower[at] in {"et", ","} and text[article.token_starts[at + 1]].isupper():
            return Span(doc, start, at, label=label), Span(doc, at + 1, end, label=label)
    named = end_before_person(text, article.token_starts[start])
    first = doc.char_span(article.token_starts[start], named, label="ORG") if named else None
    if first is not None and first.end < end:
        return first, Span(doc, first.end, end, label="PER")
    return (entity,)


def _opens_sentence(article: Article, token: int) -> bool:
    """Whether nothing but punctuation stands between the start of the sentence and the token."""
    first, _ = article.unit_at(token)
    return not any(map(str.isalpha, article.token_texts[first:token]))


def _ends(guess: Guess, start: int, end: int, names: Names) -> tuple[int, int]:
    """Where the name starts and ends, whatever the model took in or left out."""
    text = guess.text
    start, end = trimmed = _trim(text, start, min(end, guess.line.end))
    if guess.opens and (article := FIRST_ARTICLE.match(text, start, end)):
        start = article.end()
    if guess.label == "PERSON":
        start, end = _person(guess, start, end, names)
    else:
        start, end = _place_or_organisation(guess, start, end)
    if (start, end) != trimmed:
        start, end = _trim(text, start, end)
    if text.startswith("'s", end) and not text[end + 2 : end + 3].isalnum():
        end += 2  # « Moody's »
    return start, end


def _is_refused(guess: Guess, start: int, words: str) -> bool:
    """Whether the words are no name, or none where they stand."""
    if _is_nameless(words) or is_out_of_place(guess.text, start, words, guess.label):
        return True
    one_of = guess.label == "PLACE" and ONE_OF.search(guess.text, guess.back(start, SMALL), start)
    return bool(one_of)


@lru_cache(maxsize=2**12)
def _is_nameless(words: str) -> bool:
    """Whether the words are no name anywhere: too short, without a capital, or listed as none."""
    return len(words) < 2 or is_no_name(words) or not has_capital(words)


def _place_or_organisation(guess: Guess, start: int, end: int) -> tuple[int, int]:
    """The name with the article that is its own, without the noun that says what it is."""
    text, organisation = guess.text, guess.label == "ORG"
    if organisation and not guess.opens:
        # « selon Le Nouvel Observateur »: inside a sentence a capital makes the article a part.
        own = OWN_ARTICLE.search(text, guess.back(start, SMALL), start)
        start = own.start() if own and own.start() > guess.line.start else start
    words = text[start:end]
    if " " not in words:
        return start, end
    generic = (GENERIC_ORGANISATION if organisation else GENERIC_PLACE).match(words)
    start += generic.end() if generic else 0
    owner = OF_SOMEBODY.search(text, start, end) if organisation and " d" in words else None
    return start, owner.start("end") if owner else end


def _person(guess: Guess, start: int, end: int, names: Names) -> tuple[int, int]:
    """The name without the title before it and the small words after it, and with the capitalised
    words that the model left out."""
    text, line = guess.text, guess.line
    lead, length, titled = _without_title(text[start:end], names)
    start, end = start + lead, start + length
    if text.startswith((" ", "-"), end) and (after := NAME_AFTER.match(text, end, line.end)):
        end = after.end()
    if titled or " " in text[start:end] or not _may_go_back(guess, start):
        return start, end
    before = NAME_BEFORE.search(text, guess.back(start, NAME), start)
    if (
        before
        and before.start() > line.start
        and not title_before(names).match(text, before.start(), start)
        # The first word of a sentence owes its capital to its place, the word after « de » may
        # be another name: « le préfet de Corse Dupont ».
        and (
            INITIALS.fullmatch(before.group().strip())
            or not LEAD.search(text, guess.back(before.start(), SMALL), before.start())
        )
    ):
        start = before.start()
    return start, end


@lru_cache(maxsize=2**12)
def _without_title(words: str, names: Names) -> tuple[int, int, bool]:
    """Where in the words a person's name starts and ends, and whether a title is before it."""
    title = title_before(names).match(words)
    start = title.end() if title else 0
    small = SMALL_HEAD.match(words, start)
    start = small.end() if small else start
    last = SMALL_TAIL.search(words, start)
    return start, last.start() if last else len(words), title is not None


def _may_go_back(guess: Guess, start: int) -> bool:
    """Whether the word before a name may be of the name: it has a capital or is a particle."""
    if not guess.text.startswith(" ", start - 1):
        return False
    word = guess.text[guess.back(start, NAME) : start - 1].rpartition(" ")[2]
    return not word.islower() or word in FOREIGN_PARTICLES


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without punctuation and small articles at its ends; « Le Figaro » keeps its own."""
    first, after = _trimmed(text[start:end])
    return start + first, start + after


@lru_cache(maxsize=2**12)
def _trimmed(words: str) -> tuple[int, int]:
    start, end = 0, len(words)
    while True:
        before = start, end
        while start < end and words[start] in EDGE:
            start += 1
        while (
            end > start
            and words[end - 1] in EDGE
            and not END_INITIAL.search(words, max(start, end - 2), end)
        ):
            end -= 1
        article = ARTICLE.match(words, start, end)
        if article and article.end() < end:
            start = article.end()
        tail = TAIL.search(words, start, end)
        if tail:
            end = tail.start()
        if (start, end) == before:
            return before
