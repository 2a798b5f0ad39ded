"""Speakers that no lexicon knows: nouns that name a source, names without a mention, and those whom
the text leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from pipeline.lexicons.roles import Roles
from pipeline.review.gaps.found import USER_LEXICON, Gap, Sighting, count_gaps, csv_line

NOT_IN_ROLES = "described: no noun of the lexicon"
# « une guichetière », « le grimpeur de l'équipe »: a determiner, a noun, and no verb behind.
PHRASE = re.compile(
    r"(?:(?P<determiner>le|la|les|une?|des|ce|cet|cette|ces|son|sa|ses|leurs?|notre|nos) |l')"
    r"(?:(?:premi(?:er|ère)|derni(?:er|ère)|nouve(?:au|lle)|anci(?:en|enne)|jeune|même)s? )?"
    r"(?P<noun>[a-zà-ÿœ-]{6,})\b(?!.*\b(?:qui|est|été)\b)",
    re.IGNORECASE,
)
# « l'Ordre », « Wikimédia France »: an article at most, then capitals to the end.
NAME = re.compile(r"(?:[Ll]'|[Ll][ae] )?(?P<name>[A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)*)")
FEMININE = {"la", "une", "cette", "sa"}
PLURAL = {"les", "des", "ces", "ses", "leurs", "nos"}
# The masculine of nouns of people, by how their feminine ends.
MASCULINES = {"trice": "teur", "euse": "eur", "ière": "ier", "ienne": "ien", "ante": "ant"} | {
    "arde": "ard",
    "enne": "en",
}
# How nouns of people end; of the others, many are a slip of the parser (« la baisse »).
AGENTS = re.compile(
    r"(?:eur|euse|rice|iste|logue|graphe|mane|crate|ien|ienne|ier|ière|ant|ante|ard|arde|aire)s?$"
)
BOTH = ("iste", "logue", "graphe", "crate", "mane", "aire")  # nouns that serve both genders
DETERMINERS = {"un", "une", "des", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur"}
CLEAR_KINDS = {"person", "role", "organisation"}


def find_speaker_gaps(
    tables: dict[str, pd.DataFrame], roles: Roles, demonyms: frozenset[str]
) -> tuple[Gap, ...]:
    """Nouns for roles.csv, names for a lexicon of the user's, then what no lexicon can mend: the
    pronouns and phrases that were left open, by frequency."""
    sentences = tables["sentences"].set_index("sentence_id")["text"]
    quotes = tables["quotes"].assign(sentence=tables["quotes"]["sentence_id"].map(sentences))
    # What « pour » opens a sentence with is an occasion as often: « Pour sa première course, … ».
    kept = (quotes["speaker_rule"] == NOT_IN_ROLES) & (quotes["rule"] != "according:pour")
    described = quotes[kept]
    rows = list(described.itertuples())
    return (
        *count_gaps("speaker", _nouns(rows, roles), "roles.csv", _role_line),
        *count_gaps("speaker", _names(rows, demonyms), USER_LEXICON, _name_line),
        *count_gaps("unresolved", _open(quotes), None, lambda _word, _places: None),
    )


def _nouns(rows: Sequence[Any], roles: Roles) -> Iterator[Sighting]:
    for row in rows:
        phrase = PHRASE.match(_plain(row.speaker))
        if phrase is None or not phrase["noun"][0].islower() or phrase["noun"] in roles:
            continue
        if row.speaker_kind in CLEAR_KINDS or AGENTS.search(phrase["noun"]):
            yield _sighting(row, *_entry((phrase["determiner"] or "").lower(), phrase["noun"]))


def _names(rows: Sequence[Any], demonyms: frozenset[str]) -> Iterator[Sighting]:
    for row in rows:
        match = NAME.fullmatch(_plain(row.speaker))
        opens = match is not None and match["name"].split()[0].lower() in DETERMINERS
        if match is None or opens or row.speaker_kind not in CLEAR_KINDS:
            continue
        if match["name"].lower() not in demonyms:  # « le Jamaïcain » is somebody, not a name
            yield _sighting(row, match["name"])


def _open(quotes: pd.DataFrame) -> Iterator[Sighting]:
    rows: Any = quotes[quotes["speaker_name"].isna()].itertuples()
    for row in rows:
        there = not pd.isna(row.speaker)
        yield _sighting(row, _plain(row.speaker).lower() if there else f"nobody: {row.rule}")


def _plain(phrase: str) -> str:
    return " ".join(phrase.replace("’", "'").split())


def _sighting(row: Any, word: str, *notes: str) -> Sighting:
    return Sighting(word=word, doc_id=row.doc_id, sentence=row.sentence, notes=notes)


def _entry(determiner: str, noun: str) -> tuple[str, str, str]:
    """A noun as roles.csv has it: its masculine singular, its gender, its feminine."""
    if determiner in PLURAL:
        noun = noun.removesuffix("s")
    for feminine, masculine in MASCULINES.items():
        if noun.endswith(feminine):
            return noun.removesuffix(feminine) + masculine, "m", noun
    gender = "f" if determiner in FEMININE else "m"
    return noun, "mf" if noun.endswith(BOTH) else gender, ""


def _role_line(noun: str, places: Sequence[Sighting]) -> str:
    """noun,gender,feminine,kind,also,source"""
    gender, feminine = places[0].notes
    return csv_line(noun, gender, feminine, "role", None, "usage")


def _name_line(name: str, _places: Sequence[Sighting]) -> str:
    """name,label,variants,subtype,country,source"""
    return csv_line(name, "ORG", None, None, None, None)
