"""Contents: where what is said begins and ends, and whether quotation marks hold it.

Token positions are half-open ranges; character offsets are called places.
"""

from __future__ import annotations

from pipeline.article import Article, Marks
from pipeline.quotes.found import Place
from pipeline.quotes.phrases import is_finite
from pipeline.records import QuoteKind

PUNCTUATION = set(" \t\n\u00a0\u202f.,;:!?…-–—")
FARTHEST = 500  # tokens; sentences of the press have 200 at most
LONGEST_NAME = 7  # words
LEADING = {"mais", "et", "car", "or", "puis", "donc"}


def enclosing(article: Article, start: int, end: int) -> Marks | None:
    """The innermost pair of marks around the characters `start`..`end`, if any."""
    return next((pair for pair in article.marks_around(start) if end < pair.end), None)


def limits(article: Article, token: int) -> tuple[int, int]:
    """The tokens a content reported at `token` cannot leave: its sentence, and the quotation marks
    that are open around it. In a text without any full stop, what is not too far from it."""
    at, after = article.token_starts[token], article.token_ends[token]
    sentence = article.sentence_at(at)
    start, end = sentence.start, sentence.end
    pair = enclosing(article, at, after)
    if pair is not None:
        # In a quotation the unit is the sentence inside it, not the one around it.
        first, after = article.unit_at(token)
        start = max(pair.inner_start, article.token_starts[first])
        end = min(pair.inner_end, article.token_ends[after - 1])
    tokens = article.tokens_within(start, max(end, start + 1))
    return max(tokens.start, token - FARTHEST), min(tokens.stop, token + FARTHEST)


def trim(article: Article, start: int, end: int) -> Place:
    """The place without the white space and the punctuation at its ends; a mark that belongs to a
    pair inside is kept, one whose partner is outside is not."""
    text = article.text
    inside = [m for m in article.marks_within(start, end) if m.end <= end]
    opened = {m.start for m in inside}
    closed = {m.end for m in inside if m.closed}
    while (
        start < end and start not in opened and (text[start] in PUNCTUATION or _mark(text, start))
    ):
        start += 1
    while (
        end > start and end not in closed and (text[end - 1] in PUNCTUATION or _mark(text, end - 1))
    ):
        end -= 1
    return start, end


def _mark(text: str, at: int) -> bool:
    return text[at] in '«»“”„‹›"'


def is_name(article: Article, pair: Marks) -> bool:
    """Marks around a name: « Orechnik », « Freedom Edge », « Le Prix du parapluie ».

    A name is short, has no finite verb, and its words bear capitals.
    """
    inside = words_in(article, pair)
    texts = article.token_texts
    words = [texts[i] for i in inside if texts[i][0].isalnum()]
    if not words or len(words) > LONGEST_NAME or has_finite_verb(article, pair):
        return not words
    if texts[inside[-1]] in {"!", "?"}:  # « Jamais ! »
        return False
    capitals = [word for word in words if word[0].isupper() or word[0].isdigit()]
    if len(words) <= 2:
        return len(capitals) == len(words)
    last = words[-1][0].isupper() or words[-1][0].isdigit()
    content = [word for word in words if len(word) > 3]
    return len(capitals) >= 2 and last and len(capitals) * 2 >= len(content)


def words_in(article: Article, pair: Marks) -> list[int]:
    """The tokens inside a pair of marks, white space left out."""
    if pair.inner_end <= pair.inner_start:
        return []
    inside = article.tokens_within(pair.inner_start, pair.inner_end)
    return [i for i in inside if not article.token_is_space[i]]


def words_between(article: Article, start: int, end: int) -> list[int]:
    """The tokens `start`..`end` that are neither white space nor punctuation."""
    return [
        i for i in range(start, end) if not (article.token_is_punct[i] or article.token_is_space[i])
    ]


def is_utterance(article: Article, pair: Marks) -> bool:
    """Marks around somebody's sentence rather than around some of their words."""
    tokens, texts = words_in(article, pair), article.token_texts
    if not tokens or is_name(article, pair):
        return False
    first = next((i for i in tokens if texts[i][0].isalnum()), tokens[0])
    if not (texts[first][0].isupper() or texts[tokens[0]] in {"[", "…", "...", "("}):
        return False
    ends = texts[tokens[-1]] in {".", "!", "?", "…", "..."}
    return ends or len(tokens) >= 4 or has_finite_verb(article, pair)


def has_finite_verb(article: Article, pair: Marks) -> bool:
    """Whether the marks hold a verb that is conjugated."""
    return any(is_finite(article, i) for i in words_in(article, pair))


def kind_of(article: Article, start: int, end: int) -> tuple[QuoteKind, int, int]:
    """What sort of content a place holds, and the place itself, fitted to the marks.

    « que « une phrase entière » » is direct, and its marks are left out; a content with marks
    around a part of it is mixed, unless they only hold a name; else it is indirect.
    """
    start, end = trim(article, start, end)
    inside = [m for m in article.marks_within(start, end) if m.end <= end]
    for pair in inside:
        if pair.start == start and pair.end == end:
            return "direct", pair.inner_start, pair.inner_end
    if any(not is_name(article, pair) for pair in inside):
        return "mixed", start, end
    return "indirect", start, end
