"""Whole utterances in quotation marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.quotes.cues import find_cues
from pipeline.quotes.direct import find_direct
from pipeline.quotes.found import FoundQuote
from pipeline.quotes.incises import find_beside
from tests.quotes.found import Words, cut, words_of

Read = Callable[[str], Article]


def found(article: Article, lexicons: Lexicons) -> tuple[FoundQuote, ...]:
    cues = find_cues(article, lexicons.cues)
    return tuple(find_direct(article, cues, find_beside(article, cues), ()))


def direct(article: Article, lexicons: Lexicons) -> set[Words]:
    return words_of(article, found(article, lexicons))


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("« La digue a cédé », affirme le maire.", "affirme", "le maire"),
        ("« La digue a cédé », a affirmé hier le maire.", "a affirmé", "le maire"),
        ("« La digue a cédé », a-t-il affirmé.", "a-t-il affirmé", "il"),
        ("« La digue a cédé » affirme le maire.", "affirme", "le maire"),
        ("« La digue a cédé », lui avait dit le maire.", "avait dit", "le maire"),
        ("« La digue a cédé », s'est-elle exclamée.", "s'est-elle exclamée", "elle"),
        ("« La digue a cédé », tente-t-il de corriger.", "tente-t-il", "il"),
        ("Le maire affirme : « La digue a cédé ».", "affirme", "Le maire"),
        ("Le maire a déclaré hier : « La digue a cédé ».", "a déclaré", "Le maire"),
        ("Le maire affirme :\n« La digue a cédé »", "affirme", "Le maire"),
        ("Léa Morin : « La digue a cédé »", None, "Léa Morin"),
        ("Le maire s'est exclamé « La digue a cédé ».", "s'est exclamé", "Le maire"),
        ('"La digue a cédé", affirme le maire.', "affirme", "le maire"),
        ("“La digue a cédé”, affirme le maire.", "affirme", "le maire"),
    ],
)
def test_the_cue_and_the_speaker(
    read: Read, lexicons: Lexicons, text: str, cue: str | None, speaker: str
) -> None:
    article = read(text)
    assert direct(article, lexicons) == {("La digue a cédé", "direct", speaker)}
    assert cut(article, found(article, lexicons)[0].cue) == cue


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("« La digue a cédé, affirme-t-il, et la route ferme ».",
         "La digue a cédé et la route ferme"),
        ("« La digue a cédé, affirme-t-il. La route ferme ».", "La digue a cédé . La route ferme"),
    ],
)  # fmt: skip
def test_an_incise_is_left_out(read: Read, lexicons: Lexicons, text: str, content: str) -> None:
    assert direct(read(text), lexicons) == {(content, "direct", "il")}


def test_several_sentences_in_one_pair_are_one_quote(read: Read, lexicons: Lexicons) -> None:
    article = read("« Non ! La digue a cédé. Partons », crie le maire.")
    assert direct(article, lexicons) == {("Non ! La digue a cédé. Partons", "direct", "le maire")}


@pytest.mark.parametrize("mark", [".", "!", "?", "…"])
def test_the_final_punctuation_is_left_out(read: Read, lexicons: Lexicons, mark: str) -> None:
    article = read(f"Le maire affirme : « La digue a cédé{mark} »")
    assert direct(article, lexicons) == {("La digue a cédé", "direct", "Le maire")}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Il pleut », dit le maire. « La digue a cédé ».", "le maire"),
        ("« Il pleut », dit le maire. « La digue a cédé », ajoute-t-il.", "il"),
        ("Le maire arrive. « La digue a cédé ».", "Le maire"),
    ],
)
def test_a_quotation_alone_goes_on(read: Read, lexicons: Lexicons, text: str, speaker: str) -> None:
    assert ("La digue a cédé", "direct", speaker) in direct(read(text), lexicons)


def test_a_new_paragraph_takes_no_speaker_over(read: Read, lexicons: Lexicons) -> None:
    article = read("« Il pleut », dit le maire.\n« La digue a cédé hier soir à Vannes ».")
    assert {p for c, _, p in direct(article, lexicons) if c.startswith("La digue")} == {None}


def test_a_quotation_inside_another_has_its_own_speaker(read: Read, lexicons: Lexicons) -> None:
    article = read("« Mon fils disait : “La digue cède” », raconte le maire.")
    assert direct(article, lexicons) == {
        ("Mon fils disait : “La digue cède”", "direct", "le maire"),
        ("La digue cède", "direct", "Mon fils"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Le navire « Étoile du Nord » affirme sa vitesse.",
        "Les « gilets rouges » ont dit non.",
        "Le maire a lu « La Peste » hier.",
        'Un écran de 24" et un de 32".',
        "Le mot « digue » a fait rire.",
    ],
)
def test_what_is_no_utterance(read: Read, lexicons: Lexicons, text: str) -> None:
    assert direct(read(text), lexicons) == set()
