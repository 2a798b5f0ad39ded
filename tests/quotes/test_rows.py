"""From a found quote to its row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.quotes.found import FoundQuote, Place, Speaker
from pipeline.quotes.rows import make_rows, parts
from pipeline.records import Quote

Read = Callable[[str], Article]
NOBODY = Speaker(name=None, kind="unknown", entity_id=None, rule="test")


def row(article: Article, content: str, cue: str | None, speaker: str | None) -> Quote:
    def place(words: str | None) -> Place | None:
        at = article.text.index(words) if words else 0
        return (at, at + len(words)) if words else None

    start, end = place(content) or (0, 0)
    found = FoundQuote(
        start=start, end=end, kind="direct", cue=place(cue), speaker=place(speaker), rule="test"
    )
    (made,) = make_rows(article, ((found, NOBODY),), {})
    return made


def test_a_row_cuts_its_words_from_the_text(read: Read) -> None:
    made = row(read("« L’eau monte », dit Léa Morin."), "L’eau monte", "dit", "Léa Morin")
    assert (made.text, made.cue, made.speaker) == ("L’eau monte", "dit", "Léa Morin")
    assert (made.start, made.end, made.cue_start, made.cue_end) == (2, 13, 17, 20)
    assert (made.speaker_start, made.speaker_end) == (21, 30)


def test_what_the_text_does_not_give_is_null(read: Read) -> None:
    made = row(read("« L'eau monte »"), "L'eau monte", None, None)
    assert (made.cue, made.cue_start, made.cue_end) == (None, None, None)
    assert (made.speaker, made.speaker_start, made.speaker_end) == (None, None, None)


def test_an_incise_is_left_out_of_the_words_but_not_of_the_place(read: Read) -> None:
    content = "L'eau, a-t-il dit, monte"
    made = row(read(f"« {content} »."), content, "a-t-il dit", "il")
    assert made.text == "L'eau monte"
    assert (made.start, made.end) == (2, 2 + len(content))


def test_a_row_knows_its_sentence(read: Read) -> None:
    made = row(read("Il pleut. « L'eau monte », dit Léa."), "L'eau monte", "dit", "Léa")
    assert (made.sentence_id, made.quote_id) == ("t-s2", "t-q1")


@pytest.mark.parametrize(
    ("cue", "speaker", "expected"),
    [
        (None, None, ((10, 50),)),
        ((0, 5), (55, 60), ((10, 50),)),
        ((20, 25), (26, 30), ((10, 20), (30, 50))),
        ((26, 30), (20, 25), ((10, 20), (30, 50))),
        ((20, 30), (24, 26), ((10, 20), (30, 50))),
        ((20, 25), None, ((10, 20), (25, 50))),
        ((20, 25), (0, 5), ((10, 20), (25, 50))),
    ],
)
def test_parts(cue: Place | None, speaker: Place | None, expected: tuple[Place, ...]) -> None:
    quote = FoundQuote(start=10, end=50, kind="direct", cue=cue, speaker=speaker, rule="test")
    assert parts(quote) == expected
