"""Organisations told by the noun before them: « la chaîne d'opposition Turan 24 »."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.article import Article
from pipeline.features import features_of
from pipeline.mentions.found import Found
from pipeline.mentions.organisations import CAPITAL, HEADS, found
from pipeline.mentions.shapes import UPPER, openings
from pipeline.words import matches_at

# Nouns that say that the name behind them is an organisation's, whatever the model takes it for.
NOUN = (
    "journal|quotidien|hebdomadaire|mensuel|magazine|revue|tabloïd|média|chaîne|radio|télévision|"
    "agence|site|plateforme|société|entreprise|compagnie|groupe|firme|holding|consortium|"
    "multinationale|start-up|filiale|enseigne|ONG|association|collectif|fondation|syndicat|parti|coalition|"
    "mouvement|milice|bataillon|brigade|guérilla|gang|cartel|banque|assureur|avionneur|motoriste|"
    "équipementier|réseau|organisation|maison\\s(?:de\\s(?:disques|production|couture|ventes?)|d'édition)"
)
# A person too has one of these, with a complement: « l'opérateur de drones Oleh Kovalenko ».
MAKER = "constructeur|fabricant|opérateur|distributeur|transporteur|exploitant|géant|sous-traitant"
# These need an adjective before the name: « l'équipe américaine Garrison », but « l'équipe Biden ».
TEAM = "équipe|formation|écurie|franchise"
ADJECTIVE = (
    r"(?!de\b|des\b|du\b|et\b|ou\b|est\b|qui\b|que\b|par\b|sur\b|aux?\b|son\b|ses\b)[a-zà-ÿœ-]{3,}"
)
COMPLEMENT = rf"(?:(?:de\s|d'|d'un\s|d'une\s|en\s)?{ADJECTIVE})"
WORDS = rf"{CAPITAL}(?:'s)?"
NAME = rf"{WORDS}(?:\s(?:&\s|of\s|and\s|for\s|the\s|la\s|le\s|les\s|l')*{WORDS})*"
NAMED = re.compile(
    rf"(?<![\w-])(?:(?:{NOUN})s?(?:\s{COMPLEMENT}){{0,4}}|(?:{MAKER})s?(?:\s{ADJECTIVE}){{0,2}}|"
    rf"cabinets?(?=\s[{UPPER}]{{2,6}}\b)|cabinets?\s(?:de\s|d'){ADJECTIVE}(?:\s{ADJECTIVE})?|(?:{TEAM})s?(?:\s{ADJECTIVE}){{1,2}})"
    rf"(?:\s(?:[Ww]eb|[Ii]nternet))?\s(?:«\s?(?P<quoted>[{UPPER}][^«»\n]{{1,40}}?)\s?»|(?P<name>{NAME}))"
)
NAMED_WORDS = openings(f"{NOUN}|{MAKER}|{TEAM}|cabinet")
NAMED_WORDS |= {f"{word}s" for word in NAMED_WORDS}
# « la chaîne KTK Saoulé Bekmoukhambetova, » : the acronym's own name is over, a person's begins.
THEN_PERSON = re.compile(rf"[{UPPER}]{{2,6}}(?=\s[{UPPER}][a-zà-ÿ]+(?:\s{CAPITAL})*\s{CAPITAL},)")
# « le chef du groupe Wagner Evguéni Prigojine »: of three words the first is the organisation's.
LED = re.compile(
    r"(?<!\w)(?:chef|patronne?|PDG|présidente?|directeur|directrice|fondateur|fondatrice|porte-parole|"
    rf"dirigeante?|numéro\sun)\s(?:général\s|générale\s)?(?:du\s|de\sla\s|de\sl')(?:{NOUN})\s$"
)
LEADER = re.compile(rf"{CAPITAL}(?=(?:\s[{UPPER}][a-zà-ÿ-]+){{2,3}}(?!\s?[\w-]*[{UPPER}]))")
# « L'association Mains libres »: an adjective in the plural is the name's, not « association »'s.
PLURAL_TAIL = re.compile(r"(?<=[sx])\s(?P<adjective>[a-zà-ÿ]{3,}[sx])(?=\s?[,;:.)»]|\s[a-zà-ÿ])")
CHANNEL = re.compile(r"(?:chaîne|radio|télévision|site)s?\b")
NUMBER = re.compile(r"\s\d{1,3}(?![\w,.]*\d|\s?%)")
NOT_BETWEEN = {"PRON", "DET", "CCONJ", "SCONJ", "AUX", "NUM"}
# « les Forces de soutien rapide »: a capital on the noun alone, small letters behind it.
HEAD = re.compile(
    rf"(?<!\w)(?<!oupe\sde\s)(?:[Ll]'|[Ll]a\s|[Ll]e\s|[Ll]es\s|[Aa]ux?\s|[Dd]u\s|[Dd]es\s)(?P<name>{HEADS})\s(?:de\s|d'|pour\s)"
    r"(?=[a-zà-ÿœ])"
)
HEAD_WORDS = openings(HEADS)
OPEN_ENDS = {"pour", "à", "en", "au", "aux", "dans", "par"}
NO_FIELD = re.compile(
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|pays|villes?|régions?|facto|gauche|droite|"
    r"appel|assises|base|suite|fait|début|fin|demain|hier|plus|moins|type|sorte|façon|manière|part|son|sa|ses|ce|cette)"
)


def find_named_by_noun(article: Article) -> Iterator[Found]:
    """The names behind a noun that only organisations have, and those behind « et » after a plural
    (« les quotidiens El Watan et Liberté »)."""
    text = article.reading
    for match in matches_at(NAMED, text, article.words.characters(NAMED_WORDS)):
        part = "quoted" if match.group("quoted") else "name"
        start, end = match.span(part)
        if "\n" in article.text[match.start() : end] or not _is_noun_phrase(
            article, match.start(), start
        ):
            continue
        if part == "name":
            end = end_before_person(text, start) or _before_person(article, start, end)
            number = NUMBER.match(text, end) if CHANNEL.match(match.group()) else None
            end = number.end() if number else _plural_end(article, start, end)
        if end - start > 1:
            yield found(text, start, end, "organisation noun")


def _plural_end(article: Article, start: int, end: int) -> int:
    """Where a name of one plural word ends with the adjective that agrees with it."""
    tail = PLURAL_TAIL.match(article.reading, end)
    if not tail or " " in article.reading[start:end] or article.text[end] == "\n":
        return end
    adjective = article.span(*tail.span("adjective"))[0]
    return tail.end("adjective") if adjective.pos_ == "ADJ" else end


def end_before_person(text: str, start: int) -> int | None:
    """Where the organisation's name that begins at `start` ends, if a person's follows it."""
    acronym = THEN_PERSON.match(text, start)
    if acronym:
        return acronym.end()
    name = LEADER.match(text, start)
    return name.end() if name and LED.search(text, max(0, start - 60), start) else None


def _is_noun_phrase(article: Article, start: int, name: int) -> bool:
    """Whether the words between the noun and the name are adjectives and complements: not so in
    « le parti soutient Macron »."""
    words = article.span(start, name - 1)[1:]
    return not any(_is_finite(word) or word.pos_ in NOT_BETWEEN for word in words)


def _is_finite(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and "VerbForm=Fin" in features_of(token)


def _before_person(article: Article, start: int, end: int) -> int:
    """Where the name ends: before a person that the model sees in its last words (« le chef du
    groupe Wagner Evguéni Prigojine »)."""
    last = article.span(start, end).end
    first = bisect_right(article.entities, start, key=lambda entity: entity.start_char)
    for entity in article.entities[first:]:
        if entity.end > last:
            break
        if entity.label_ == "PER":
            return entity.start_char - 1
    return end


def find_head_phrases(article: Article) -> Iterator[Found]:
    """« les Forces de soutien rapide », « le Front pour la libération » without a second capital:
    the noun, its complement and the adjectives behind."""
    text = article.reading
    for match in matches_at(HEAD, text, article.words.characters(HEAD_WORDS, before=1)):
        noun = article.span(match.end(), match.end() + 1)[0]
        if noun.pos_ != "NOUN" or NO_FIELD.fullmatch(noun.text):
            continue
        last = noun
        while _goes_on(last):
            last = last.nbor()
        end = last.idx + len(last)
        if "\n" in article.text[match.start() : end]:
            continue
        yield found(text, match.start("name"), end, "head noun")


def _goes_on(last: Token) -> bool:
    """Whether the adjective behind a token is still name: « soutien rapide », but not the
    « compétente » of « la Cour de justice compétente pour cette affaire »."""
    at = last.i + 1
    if at + 1 >= len(last.doc):
        return False
    adjective, after = last.doc[at], last.doc[at + 1]
    return adjective.pos_ == "ADJ" and adjective.is_alpha and after.lower_ not in OPEN_ENDS
