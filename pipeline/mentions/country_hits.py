"""Where the forms of the lexicon of countries stand in a text, and what stands around them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.article import Article
from pipeline.lexicons.countries import CountryForm, CountryLexicon, Kind
from pipeline.lexicons.forms import cased_like, find_forms
from pipeline.mentions.found import Found
from pipeline.words import Word, Words, words_of

SPACE = {" ", "\u00a0", "\u202f"}
JOINING = SPACE | {"'", "’"}
REACH = 6  # words before a form that tell what it means
VERBS = frozenset({"VERB", "AUX"})
HYPHEN = {"-", "‑", "‐", "–"}


class Hit(NamedTuple):
    """A form found: indices of its first word and of the word after, its kind, the codes it may
    have (the likelier first), and how many words before it no punctuation divides from it."""

    first: int
    after: int
    kind: Kind
    codes: tuple[str, ...]
    joined: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """An article as the country matchers see it: its words, the hits by their first and their last
    word, how often each state is named beyond doubt, where the content of each pair of quotation
    marks starts, by its end, and the weapons, by the characters where they end."""

    article: Article
    lexicon: CountryLexicon
    words: Words
    hits: tuple[Hit, ...]
    hit_from: Mapping[int, Hit]
    hit_until: Mapping[int, Hit]
    named: Mapping[str, int]
    quoted: Mapping[int, int]
    weapons: Mapping[int, Found]

    def gap(self, at: int) -> str:
        """The characters between word `at` and the next one ("\\n" at either end of the text)."""
        if at < 0 or at + 1 >= len(self.words):
            return "\n"
        return self.words.gap(self.article.text, at)

    def before(self, hit: Hit, back: int = 1) -> Word | None:
        """The word `back` places before the hit (at most `REACH`), if no punctuation stands
        between."""
        return self.words[hit.first - back] if back <= hit.joined else None

    def behind(self, hit: Hit) -> Word | None:
        """The word right after the hit, if a space alone stands between."""
        return self.words[hit.after] if self.gap(hit.after - 1) in SPACE else None

    def span(self, hit: Hit) -> tuple[int, int]:
        """The characters of the hit."""
        return self.words.starts[hit.first], self.words.end(hit.after - 1)

    def pos(self, at: int) -> str:
        """The part of speech of the token that holds word `at`."""
        return self.article.token_pos[self._token_index(at)]

    def is_finite(self, at: int) -> bool:
        """Whether the token that holds word `at` is a finite verb for the model."""
        token = self._token_index(at)
        article = self.article
        return article.token_pos[token] in VERBS and "VerbForm=Fin" in article.token_morph[token]

    def _token_index(self, at: int) -> int:
        return bisect_right(self.article.token_starts, self.words.end(at) - 1) - 1

    def token(self, at: int) -> Token:
        """The token that holds word `at`: its last one, if the word was cut in several."""
        return self.article.token_at(self.words.end(at) - 1)

    def opens_sentence(self, at: int) -> bool:
        """Whether word `at` is the first of its segment, sentence or quotation."""
        before = self.gap(at - 1)
        return at == 0 or any(mark in before for mark in '\n.!?«“":;–—•')

    def opens_clause(self, at: int) -> bool:
        """Whether word `at` follows a comma or a conjunction, or opens a sentence."""
        if at > 0 and self.gap(at - 1) in SPACE:
            return self.words.folded[at - 1] in {"mais", "et", "que", "or", "car"}
        return self.opens_sentence(at) or "," in self.gap(at - 1)

    def in_capitals(self, at: int) -> bool:
        """Whether the segment of word `at` is written in capitals, where capitals tell nothing."""
        return _is_upper(self.article.segment_at(self.words.starts[at]).text)


def read_scene(article: Article, lexicon: CountryLexicon, weapons: Sequence[Found] = ()) -> Scene:
    """Find the forms of the lexicon in an article. Linear in the length of its text."""
    words, text = article.words, article.text
    hits = tuple(
        Hit(
            first=first,
            after=after,
            kind=forms[0].kind,
            codes=_codes(forms),
            joined=words_joined(words, text, first),
        )
        for first, after, forms in find_forms(lexicon.forms, words, text, _accepts)
    )
    return Scene(
        article=article,
        lexicon=lexicon,
        words=words,
        hits=hits,
        hit_from={hit.first: hit for hit in hits},
        hit_until={hit.after: hit for hit in hits},
        named=_named(hits, words, lexicon),
        quoted={pair.inner_end: pair.inner_start for pair in article.marks},
        weapons={weapon.end: weapon for weapon in weapons},
    )


def _codes(forms: Sequence[CountryForm]) -> tuple[str, ...]:
    """The codes of the forms that are of the first one's kind, each once."""
    if len(forms) == 1:
        return (forms[0].code,)
    return tuple(dict.fromkeys([form.code for form in forms if form.kind == forms[0].kind]))


def words_joined(words: Words, text: str, at: int) -> int:
    """How many words before word `at`, `REACH` at most, are divided from it and from each other by
    a space or an apostrophe alone."""
    starts, written = words.starts, words.written
    for before in range(at - 1, max(at - REACH, 0) - 1, -1):
        if text[starts[before] + len(written[before]) : starts[before + 1]] not in JOINING:
            return at - 1 - before
    return min(REACH, at)


def code_of(scene: Scene, hit: Hit) -> str:
    """The state a hit means: the likelier one, unless the article names only another.

    « congolais » is of the RDC, but of the Congo where the article speaks of Brazzaville;
    « coréen » is of the South, but of the North where the article names it alone.
    """
    for code in hit.codes:
        if scene.named.get(code):
            return code
    return hit.codes[0]


@lru_cache(maxsize=64)
def _is_upper(text: str) -> bool:
    different = set(text)
    upper = sum([text.count(c) for c in different if c.isupper()])
    return upper > 0.8 * sum([text.count(c) for c in different if c.isalpha()])


def _accepts(written: Sequence[Word], form: CountryForm) -> bool:
    """Names and capitals have their capitals; demonyms are written either way. The last word of a
    phrase has the case of the lexicon: « à la russe », but « face à la Russe Velikaya »."""
    if form.kind == "demonym":
        return True
    if form.kind == "phrase" and written[-1].text[0].isupper() and not _ends_upper(form.form):
        return False
    return cased_like(written, form.form)


@lru_cache(maxsize=2**12)
def _ends_upper(form: str) -> bool:
    return words_of(form)[-1].text[0].isupper()


def key_of(words: Words, hit: Hit) -> str:
    """The folded words of a hit, as the homographs of the lexicon are keyed."""
    return " ".join(words.folded[hit.first : hit.after])


def _named(hits: tuple[Hit, ...], words: Words, lexicon: CountryLexicon) -> Mapping[str, int]:
    """How often each state is named by a form that no other state, person or thing has."""
    return Counter(
        hit.codes[0]
        for hit in hits
        if len(hit.codes) == 1
        and hit.kind != "phrase"
        and key_of(words, hit) not in lexicon.homographs
    )
