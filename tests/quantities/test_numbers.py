"""What numbers are worth, in words and in digits."""

from __future__ import annotations

import re

import pytest

from pipeline.lexicons import Lexicons
from pipeline.quantities.numbers import number_pattern, number_value

VALUES = {
    "zéro": 0,
    "deux": 2,
    "dix-sept": 17,
    "vingt et un": 21,
    "quarante-deux": 42,
    "soixante et onze": 71,
    "septante-trois": 73,
    "quatre-vingts": 80,
    "quatre-vingt-dix-sept": 97,
    "nonante-neuf": 99,
    "cent": 100,
    "deux cents": 200,
    "cent vingt et un": 121,
    "mille": 1_000,
    "deux mille cinq cents": 2_500,
    "trois cent mille": 300_000,
    "un million": 1_000_000,
    "un milliard deux cents millions": 1_200_000_000,
    "1 200": 1_200,
    "1.200": 1_200,
    "2,5": 2.5,
    "3.14": 3.14,
    "12 345 678": 12_345_678,
    "7,2 milliards": 7_200_000_000,
    "12 millions": 12_000_000,
}


@pytest.mark.parametrize(("text", "value"), VALUES.items())
def test_value(text: str, value: float, lexicons: Lexicons) -> None:
    assert re.fullmatch(number_pattern(lexicons.numbers), text)
    assert number_value(text, lexicons.numbers) == pytest.approx(value)


@pytest.mark.parametrize(
    "text", ["deux trois", "vingt dix", "dix vingt", "mille mille", "cent cent"]
)
def test_words_that_make_no_number(text: str, lexicons: Lexicons) -> None:
    assert number_value(text, lexicons.numbers) is None
