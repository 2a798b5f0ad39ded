"""A way to read the claims of a sentence, with quotes given by their words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from pipeline.article import Article
from pipeline.claims import find_claims
from pipeline.lexicons import Lexicons
from pipeline.records import Claim, Mention, Quote, QuoteKind


@dataclass(frozen=True)
class Said:
    """A quote by its words: content, cue, speaker's name, kind; `speaker` as written, if any."""

    content: str
    cue: str | None
    name: str | None = "Moscou"
    kind: QuoteKind = "indirect"
    speaker: str | None = None


def quote_of(text: str, said: Said, number: int) -> Quote:
    def place(words: str | None) -> tuple[int, int] | tuple[None, None]:
        return (text.index(words), text.index(words) + len(words)) if words else (None, None)

    start = text.index(said.content)
    (cue_start, cue_end), (speaker_start, speaker_end) = place(said.cue), place(said.speaker)
    return Quote(
        doc_id="t",
        quote_id=f"t-q{number}",
        sentence_id="t-s1",
        start=start,
        end=start + len(said.content),
        text=said.content,
        kind=said.kind,
        cue=said.cue,
        cue_start=cue_start,
        cue_end=cue_end,
        speaker=said.speaker,
        speaker_start=speaker_start,
        speaker_end=speaker_end,
        speaker_name=said.name,
        speaker_kind="country",
        speaker_id=None,
        speaker_rule="test",
        confidence=1.0,
        rule="test",
    )


Rows = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def rows(read: Callable[[str], Article], lexicons: Lexicons) -> Rows:
    """`rows("…", Said(…), mentions=…)` gives the claims of a text."""

    def find(text: str, *said: Said, mentions: tuple[Mention, ...] = ()) -> tuple[Claim, ...]:
        quotes = tuple(quote_of(text, one, number) for number, one in enumerate(said, start=1))
        return find_claims(read(text), mentions, quotes, lexicons)

    return find


@pytest.fixture(scope="session")
def claims(rows: Rows) -> Callable[..., set[tuple[str, str | None, str, str]]]:
    """`claims("…")` gives {(predicate, source, modality, polarity)} of a text."""

    def find(text: str, *said: Said) -> set[tuple[str, str | None, str, str]]:
        return {(c.predicate, c.source, c.modality, c.polarity) for c in rows(text, *said)}

    return find
