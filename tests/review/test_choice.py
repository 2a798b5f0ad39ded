"""The choice of a speaker made again: the same one, and why the others were passed over."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language

from pipeline.flow import extract
from pipeline.lexicons import Lexicons
from pipeline.review.choice import KEPT, Choice, choose_again
from tests.folders import documents_of

PRONOUN = (
    "Le maire Paul Martin a reçu Anna Kovalenko jeudi. Deux ouvriers attendaient. "
    "« Nous tiendrons », a-t-elle déclaré."
)
FUNCTION = (
    "La ministre Anna Kovalenko a reçu le préfet Paul Martin. "
    "La ministre a affirmé que le pont tiendrait."
)


def choice(
    text: str, nlp: Language, lexicons: Lexicons, **changed: Any
) -> tuple[dict[str, Any], Choice | None]:
    """The first quote of a text as a row, and the choice of its speaker made again."""
    (document,) = documents_of(a=text)
    quote = extract(document, nlp, lexicons).quotes[0]
    row = {name: getattr(quote, name) for name in ("start", "end", "rule")} | changed
    told = {"speaker_name": quote.speaker_name, "speaker_rule": quote.speaker_rule}
    return told, choose_again(document, row, nlp, lexicons)


@pytest.mark.parametrize("text", [PRONOUN, FUNCTION])
def test_the_same_speaker_is_chosen(text: str, nlp: Language, lexicons: Lexicons) -> None:
    told, again = choice(text, nlp, lexicons)
    assert again is not None
    assert told == {"speaker_name": again.speaker_name, "speaker_rule": again.speaker_rule}
    kept = [c.name for c in again.contenders if c.verdict.startswith(KEPT)]
    assert kept == [again.speaker_name] == ["Anna Kovalenko"]


def test_others_are_passed_over_with_a_reason(nlp: Language, lexicons: Lexicons) -> None:
    _, again = choice(PRONOUN, nlp, lexicons)
    assert again is not None
    verdicts = {contender.name: contender.verdict for contender in again.contenders}
    assert verdicts["Paul Martin"] == "another gender or number"


def test_the_weight_of_the_kept_one_is_the_greatest(nlp: Language, lexicons: Lexicons) -> None:
    _, again = choice(PRONOUN, nlp, lexicons)
    assert again is not None
    weights = [c.weight for c in again.contenders if c.weight is not None]
    assert weights == sorted(weights, reverse=True)


def test_a_name_leaves_no_choice(nlp: Language, lexicons: Lexicons) -> None:
    _, again = choice("« Nous tiendrons », a déclaré Anna Kovalenko.", nlp, lexicons)
    assert again is not None
    assert again.contenders == ()


def test_a_quote_that_is_no_longer_found(nlp: Language, lexicons: Lexicons) -> None:
    _, again = choice(PRONOUN, nlp, lexicons, rule="guessed")
    assert again is None
