"""What the stages pass on: a document, laid out and parsed.

The spaCy `Doc` of an article is made from a *reading* of its text: every character that French
typography writes in several ways (’ and ', “ and «, the non-breaking spaces) is replaced one for
one by the form the model knows best. One for one means that every offset in the `Doc` is an offset
in `document.text`, which is never rewritten; rows are cut from `document.text`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import sub

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, IDX, IS_PUNCT, IS_SPACE, MORPH, POS, SENT_START, SPACY
from spacy.strings import StringStore
from spacy.tokens import Doc, Span, Token

from pipeline.records import Document, Segment, Sentence
from pipeline.words import Words, index_words

ATTRIBUTES = (IDX, SPACY, POS, DEP, MORPH, HEAD, SENT_START)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """A pair of quotation marks: `start` and `end` with the marks, `inner_*` without them or the
    spaces beside them. Character offsets. `depth` is 0 for an outermost pair. An unbalanced mark
    is closed at the end of its segment, and `closed` is false."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Children:
    """The children of all tokens, one token after the other, and where those of each begin."""

    tokens: list[int]
    firsts: list[int]

    def __getitem__(self, token: int) -> list[int]:
        """The children of a token, in the order of the text."""
        return self.tokens[self.firsts[token] : self.firsts[token + 1]]


@dataclass(frozen=True, kw_only=True)
class Article:
    """One document with its layout and its parse. `reading` is the text in one typography, of the
    same length, as the model reads it; `doc` has the document's own offsets.

    What several stages read of the text or of all its tokens is made once, when first asked for:
    spaCy makes `doc.text` and `token.pos_` anew each time.
    """

    document: Document
    segments: tuple[Segment, ...]
    sentences: tuple[Sentence, ...]
    marks: tuple[Marks, ...]
    reading: str
    doc: Doc

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def lined_reading(self) -> str:
        """The reading with its line ends kept, each a "\\n": nothing matches across two lines."""
        lines: list[str] = []
        at = 0
        for line in self.text.replace("\r", "\n").split("\n"):
            lines.append(self.reading[at : at + len(line)])
            at += len(line) + 1
        return "\n".join(lines)

    @cached_property
    def plain(self) -> str:
        """The reading in lower case, its line ends kept, of the same length."""
        lower = self.lined_reading.lower()
        if len(lower) == len(self.text):
            return lower
        return "".join(low if len(low := c.lower()) == 1 else c for c in self.lined_reading)

    @cached_property
    def words(self) -> Words:
        """The words of the reading, and where each stands."""
        return index_words(self.reading)

    @cached_property
    def entities(self) -> tuple[Span, ...]:
        """The names that the model sees, in the order of the text."""
        return tuple(self.doc.ents)

    @cached_property
    def _attributes(self) -> Mapping[int, NDArray[np.uint64]]:
        """What spaCy keeps with each token, a column an attribute, all asked for at once. (What it
        keeps with the word, in its vocabulary, is farther to fetch.)"""
        return dict(zip(ATTRIBUTES, self.doc.to_array(list(ATTRIBUTES)).T, strict=True))

    @cached_property
    def token_starts(self) -> tuple[int, ...]:
        """The character where each token starts."""
        return tuple(self._attributes[IDX].tolist())

    @cached_property
    def token_ends(self) -> tuple[int, ...]:
        """The character after each token: where the next one starts, or the space before it."""
        nexts = (*self.token_starts[1:], len(self.reading))
        return tuple(map(sub, nexts, self._attributes[SPACY].tolist()))

    @cached_property
    def token_texts(self) -> tuple[str, ...]:
        """Each token as the model reads it."""
        return tuple(texts_of(self.reading, self.token_starts, self.token_ends))

    @cached_property
    def token_lower(self) -> tuple[str, ...]:
        """Each token in small letters."""
        return tuple(map(str.lower, self.token_texts))

    @cached_property
    def token_is_space(self) -> tuple[bool, ...]:
        """Whether each token is white space."""
        return tuple(self.doc.to_array(IS_SPACE).astype(bool).tolist())

    @cached_property
    def token_is_punct(self) -> tuple[bool, ...]:
        """Whether each token is nothing but punctuation."""
        return tuple(self.doc.to_array(IS_PUNCT).astype(bool).tolist())

    @cached_property
    def token_pos(self) -> tuple[str, ...]:
        """The part of speech of each token (« VERB »)."""
        return _named(self._attributes[POS], self.doc.vocab.strings)

    @cached_property
    def token_dep(self) -> tuple[str, ...]:
        """The dependency label of each token (« nsubj »)."""
        return _named(self._attributes[DEP], self.doc.vocab.strings)

    @cached_property
    def token_morph(self) -> tuple[str, ...]:
        """The morphology of each token (« Number=Sing|VerbForm=Fin »)."""
        return _named(self._attributes[MORPH], self.doc.vocab.strings)

    @cached_property
    def token_heads(self) -> tuple[int, ...]:
        """The head of each token in the parse, as its index; that of a root is itself."""
        offsets = self._attributes[HEAD].view(np.int64)
        return tuple((np.arange(len(offsets)) + offsets).tolist())

    @cached_property
    def token_children(self) -> Children:
        """The tokens that hang on each token in the parse."""
        heads = np.array(self.token_heads, dtype=np.int64)
        hanging = (heads != np.arange(len(heads))).nonzero()[0]
        hanging = hanging[heads[hanging].argsort(kind="stable")]
        firsts = np.searchsorted(heads[hanging], np.arange(len(heads) + 1))
        return Children(hanging.tolist(), firsts.tolist())

    @cached_property
    def token_places(self) -> Mapping[str, list[int]]:
        """The tokens that are each word in small letters, in the order of the text."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for token, word in enumerate(self.token_lower):
            places[word].append(token)
        return places

    @cached_property
    def units(self) -> tuple[tuple[int, int], ...]:
        """The first token of each parse unit and the one after its last, in the order of the text.
        Together they hold all tokens."""
        opens = self._attributes[SENT_START] == 1
        opens[:1] = True
        firsts = opens.nonzero()[0].tolist()
        return tuple(zip(firsts, (*firsts[1:], len(opens)), strict=False))

    def unit_at(self, token: int) -> tuple[int, int]:
        """The tokens of the parse unit that holds `token`. (`token.sent` looks for its ends.)"""
        return self.units[bisect_right(self._unit_starts, token) - 1]

    @cached_property
    def _unit_starts(self) -> tuple[int, ...]:
        return tuple([first for first, _ in self.units])

    def marks_within(self, start: int, end: int) -> tuple[Marks, ...]:
        """The pairs of marks that open at `start` or later and before `end`."""
        starts = self._mark_starts
        return self.marks[bisect_left(starts, start) : bisect_left(starts, end)]

    def marks_around(self, at: int) -> Iterator[Marks]:
        """The pairs of marks that open before the character `at` and end after it, the innermost
        first."""
        number = bisect_left(self._mark_starts, at) - 1
        while number >= 0:
            if self.marks[number].end > at:
                yield self.marks[number]
            number = self._holders[number]

    @cached_property
    def _mark_starts(self) -> tuple[int, ...]:
        return tuple([pair.start for pair in self.marks])

    @cached_property
    def _holders(self) -> tuple[int, ...]:
        """The position in `marks` of the pair directly around each pair, -1 where there is none."""
        holders: list[int] = []
        for number, pair in enumerate(self.marks):
            holder = number - 1
            while holder >= 0 and self.marks[holder].end <= pair.start:
                holder = holders[holder]
            holders.append(holder)
        return tuple(holders)

    def sentence_at(self, start: int) -> Sentence:
        """The sentence that holds the character `start` (or the nearest before it)."""
        return self.sentences[self.sentence_index(start)]

    def sentence_index(self, start: int) -> int:
        """The position in `sentences` of the sentence that holds the character `start`."""
        return max(bisect_right(self.sentence_starts, start) - 1, 0)

    def segment_at(self, start: int) -> Segment:
        """The segment that holds the character `start` (or the nearest before it)."""
        return self.segments[max(bisect_right(self._segment_starts, start) - 1, 0)]

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        """The character where each sentence starts."""
        return tuple([sentence.start for sentence in self.sentences])

    @cached_property
    def _segment_starts(self) -> tuple[int, ...]:
        return tuple([segment.start for segment in self.segments])

    def token_at(self, character: int) -> Token:
        """The token that holds a character, the last before it where that is a space."""
        return self.doc[bisect_right(self.token_starts, character) - 1]

    def span(self, start: int, end: int) -> Span:
        """The tokens that the characters `start`..`end` touch. Raises if there are none."""
        tokens = self.tokens_within(start, end)
        return Span(self.doc, tokens.start, tokens.stop)

    def root_of(self, start: int, end: int) -> int:
        """The token on which the others of the characters `start`..`end` hang (`Span.root`)."""
        tokens = self.tokens_within(start, end)
        roots = [i for i in tokens if (head := self.token_heads[i]) == i or head not in tokens]
        return roots[0] if len(roots) == 1 else Span(self.doc, tokens.start, tokens.stop).root.i

    def tokens_within(self, start: int, end: int) -> range:
        """The same as `span`, as indices."""
        length = len(self.reading)
        if not 0 <= start < length or not 0 < end <= length:
            raise ValueError(f"{self.document.doc_id}: no token in characters {start}..{end}")
        first = bisect_right(self.token_starts, start) - 1
        if start == self.token_ends[first]:  # at the space behind a token
            first += 1
        return range(first, max(bisect_left(self.token_starts, end), first))


def texts_of(reading: str, starts: Iterable[int], ends: Iterable[int]) -> list[str]:
    """The text of each token. (To ask spaCy for each costs three times as much.)"""
    return [reading[start:end] for start, end in zip(starts, ends, strict=True)]


def _named(codes: NDArray[np.uint64], strings: StringStore) -> tuple[str, ...]:
    """An attribute of each token by name. (To ask each token makes a token anew each time.)"""
    numbers = codes.tolist()
    names = {number: strings[number] for number in set(numbers)}
    return tuple(map(names.__getitem__, numbers))
