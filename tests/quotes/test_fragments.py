"""Some words in marks inside the author's own sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.quotes.cues import find_cues
from pipeline.quotes.found import FoundQuote
from pipeline.quotes.fragments import find_fragments
from tests.quotes.found import Words, words_of

Read = Callable[[str], Article]


def fragments(
    article: Article, lexicons: Lexicons, taken: tuple[FoundQuote, ...] = ()
) -> set[Words]:
    cues = find_cues(article, lexicons.cues)
    return words_of(article, find_fragments(article, cues, taken))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Le maire dénonce « une dérive ».", "une dérive"),
        ("Le maire a dénoncé hier « une dérive ».", "une dérive"),
        ("Le maire dénonce une « dérive ».", "une « dérive »"),
        ("Le maire promet un « nouveau départ ».", "un « nouveau départ »"),
        ("Le maire y voit « un tournant ».", "un tournant"),
        ("Le maire juge « improbable » une crue.", "« improbable » une crue"),
        ("Le maire estime « improbable » une crue.", "« improbable » une crue"),
        ("Le maire appelle à la « retenue ».", "la « retenue »"),
        ("Le maire parle de « dérive ».", "dérive"),
        ("Le maire traite le préfet de « menteur ».", "le préfet de « menteur »"),
        ("Le maire qualifie le préfet de « menteur ».", "le préfet de « menteur »"),
        ('Le maire dénonce "une dérive".', "une dérive"),
    ],
)
def test_words_that_a_verb_of_speech_governs(
    read: Read, lexicons: Lexicons, text: str, content: str
) -> None:
    assert fragments(read(text), lexicons) == {(content, "mixed", "Le maire")}


@pytest.mark.parametrize(
    "text",
    [
        "Les « gilets rouges » ont bloqué la route.",
        "Le navire « Étoile du Nord » a quitté Brest.",
        "L'opération « Aube dorée » a commencé.",
        "Le livre intitulé « la fin du fleuve » a plu.",
        "Le chantier dit « du siècle » commence.",
        "Un homme surnommé « le Boucher » est mort.",
        "Nous dénonçons « une dérive ».",
        "Le maire n'a pas dénoncé « une dérive ».",
        "Sa « maison » est une cabane.",
    ],
)
def test_labels_are_no_quotes(read: Read, lexicons: Lexicons, text: str) -> None:
    assert fragments(read(text), lexicons) == set()


def test_a_fragment_inside_a_quote_is_part_of_it(read: Read, lexicons: Lexicons) -> None:
    article = read("Le maire dénonce « une dérive ».")
    whole = FoundQuote(
        start=0, end=len(article.text), kind="mixed", cue=None, speaker=None, rule="test"
    )
    assert fragments(article, lexicons, (whole,)) == set()


def test_many_words_that_nobody_is_named_for_are_kept(read: Read, lexicons: Lexicons) -> None:
    article = read("Ce serait, à la fin, « une longue et pénible série de travaux sur la digue ».")
    assert fragments(article, lexicons) == {
        ("une longue et pénible série de travaux sur la digue", "mixed", None)
    }
