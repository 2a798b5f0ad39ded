"""The words of a text and their places; patterns tried only where their words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.dates import expressions
from pipeline.lexicons import Lexicons
from pipeline.lexicons.weapon_words import RUN
from pipeline.mentions import organisation_nouns, organisations, people, places
from pipeline.quantities import written
from pipeline.segment.reading import reading_of
from pipeline.words import Words, divided, heads_of, index_words, matches_at

TEXTS = sorted((Path(__file__).parent / "gold").glob("**/*.txt"))


def test_a_word_is_found_whatever_its_accents_and_capitals() -> None:
    words = index_words("L’été, l'ETE et l'été")
    assert [words[at].text for at in words.places({"ete"})] == ["été", "ETE", "été"]


def test_a_phrase_is_begun_by_its_two_first_words() -> None:
    words = index_words("le Caire, le Nil, la Chine, le caire")
    heads = heads_of([("le", "caire"), ("chine",), ("nil", "bleu")])
    assert [words[at].text for at in words.opening(heads)] == ["le", "Chine", "le"]


def test_a_phrase_can_start_before_its_word() -> None:
    text = "dans la nuit"
    words = index_words(text)
    assert words.characters({"nuit"}) == [8]
    assert words.characters({"nuit"}, before=5) == [0, 5, 8]


def test_letters_and_digits_are_divided() -> None:
    words = divided(index_words("un T72B3 détruit"), RUN)
    assert list(words.folded) == ["un", "t", "72", "b", "3", "detruit"]
    assert [words[at].start for at in words.places({"b", "detruit"})] == [6, 9]


def test_words_of_letters_alone_are_left_as_they_are() -> None:
    words = index_words("en 1991 à Kiev")
    assert divided(words, RUN) is words


Search = tuple[re.Pattern[str], list[int]]


def searches(words: Words, lexicons: Lexicons) -> Iterator[Search]:
    """Patterns of the names, on the reading, and where they are tried."""
    for search in (*people._rules(lexicons.names).searches, *organisations.RULES.searches):
        yield search.pattern, words.characters(search.words, search.before)
    yield organisation_nouns.NAMED, words.characters(organisation_nouns.NAMED_WORDS)
    yield organisation_nouns.HEAD, words.characters(organisation_nouns.HEAD_WORDS, 1)
    yield places.NAMED, words.characters(places.NAMED_WORDS)


def date_searches(words: Words, lexicons: Lexicons) -> Iterator[Search]:
    """Patterns of dates, on the text in lower case, and where they are tried."""
    dates = expressions._searches(lexicons.calendar, lexicons.numbers)
    for search in dates.searches:
        yield search.pattern, words.characters(search.words, search.before)


@pytest.mark.parametrize("path", TEXTS[::4], ids=lambda path: path.stem)
def test_nothing_is_missed_where_a_pattern_is_not_tried(path: Path, lexicons: Lexicons) -> None:
    reading = reading_of(path.read_text(encoding="utf-8"), ())
    words = index_words(reading)
    for text, found in (
        (reading, searches(words, lexicons)),
        (reading.lower(), date_searches(words, lexicons)),
    ):
        for pattern, starts in found:
            everywhere = [match.span() for match in pattern.finditer(text)]
            assert [match.span() for match in matches_at(pattern, text, starts)] == everywhere


@pytest.mark.parametrize("path", TEXTS[::4], ids=lambda path: path.stem)
def test_no_number_is_missed(path: Path, lexicons: Lexicons) -> None:
    text = reading_of(path.read_text(encoding="utf-8"), ()).lower()
    hits = written._hits(text, index_words(text), lexicons.numbers)
    assert [(name, match.span()) for name, match in hits] == [
        (search.name, match.span())
        for search in written._searches(lexicons.numbers)
        for match in search.pattern.finditer(text)
    ]


def test_words_stand_where_the_text_has_them() -> None:
    text = " « L'Œuvre », dit_il\n2 fois"
    words = index_words(text)
    assert [text[w.start : w.end] for w in words.between(0, len(words))] == list(words.written)
    assert list(words.written) == ["L", "Œuvre", "dit", "il", "2", "fois"]


def test_the_last_word_has_none_behind_it() -> None:
    assert list(index_words("Le pont").behind) == ["pont", ""]


def test_a_text_without_words_has_no_places() -> None:
    assert index_words(" … ").opening(heads_of([("pont",)])) == []
