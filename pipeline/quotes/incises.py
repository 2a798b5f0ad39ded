"""Incises: the speech verbs that stand beside what they report (« …, affirme X »)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.article import Article
from pipeline.quotes.content import LEADING, enclosing, kind_of, limits, words_between
from pipeline.quotes.cues import CLITICS, FIRST_PERSONS, Cue, place
from pipeline.quotes.found import FoundQuote
from pipeline.quotes.phrases import any_finite, is_finite
from pipeline.quotes.subjects import speaker_of
from pipeline.records import QuoteKind

OURS = ("ons", "ez", "mmes", "êtes")
# What goes on after « …, affirme X, … » in the frame, not in the content.
OF_FRAME = {"avant", "ajoutant", "qui", "dont", "en", "précisant", "citant", "lors"}
BEFORE_INCISE = {",", "»", "!", "?", "…", "...", "—", "–", ".", ")"}


def before_group(article: Article, cue: Cue) -> int:
    """The last token before the verb group and the pronouns that lean on it (« nous indique »)."""
    at = cue.first - 1
    while at >= 0 and (article.token_lower[at] in CLITICS or article.token_is_space[at]):
        at -= 1
    return at


def find_beside(article: Article, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """The cues that stand beside their content: after a comma or a mark, their subject behind."""
    return tuple([cue for cue in cues if cue.takes("incise") and _is_incise(article, cue)])


def _is_incise(article: Article, cue: Cue) -> bool:
    at = before_group(article, cue)
    if at < 0 or article.token_texts[at] not in BEFORE_INCISE:
        return False
    if cue.pronoun is not None:
        return True
    if _has_subject_before(article, cue, at):
        return False
    infinitive = "VerbForm=Inf" in article.token_morph[cue.verb]
    if infinitive or article.token_lower[cue.verb].endswith("ant"):
        return False
    return speaker_of(article, cue, after_quote=True) is not None


def _has_subject_before(article: Article, cue: Cue, comma: int) -> bool:
    """Whether the verb has its subject before it, so that what follows is its object."""
    lower = article.token_lower
    if lower[cue.first - 1] in {"nous", "vous"} and lower[cue.first].endswith(OURS):
        return True  # « …, nous avons trouvé »: the subject, not whom it is said to
    subjects = [
        i
        for i in article.token_children[cue.verb]
        if i < cue.first and article.token_dep[i].startswith("nsubj") and lower[i] not in CLITICS
    ]
    if any(i > comma for i in subjects):
        return True
    return bool(subjects) and not (_said_before(article, comma) or _splits_clause(article, cue))


def _said_before(article: Article, comma: int) -> bool:
    """Whether a sentence of its own ends at a comma (« X aurait éperonné une vedette, affirme Y »),
    rather than an aside after a subject (« Le ministre, qui rentrait, dénonce Y »)."""
    start = article.unit_at(comma)[0]
    first = next((i for i in range(start, comma) if article.token_texts[i] == ","), comma)
    return any_finite(article, start, first)


def _splits_clause(article: Article, cue: Cue) -> bool:
    """Whether a verb follows an incise at once: « La route, précise le maire, restera fermée »."""
    lower = article.token_lower
    speaker = speaker_of(article, cue, after_quote=True)
    if speaker is None or speaker[1] + 1 >= len(lower) or lower[speaker[1]] != ",":
        return False
    after = speaker[1] + 1
    return is_finite(article, after) or lower[after] in CLITICS


def find_incises(article: Article, beside: tuple[Cue, ...]) -> Iterator[FoundQuote]:
    """Contents without quotation marks beside an incise: « …, fait savoir l'Alliance »."""
    for cue in beside:
        at = before_group(article, cue)
        if article.token_texts[at] != "," or cue.negated:
            continue
        first, last = article.token_starts[cue.first], article.token_starts[cue.last]
        if enclosing(article, first, last + 1) is not None:
            continue  # inside marks, the incise belongs to the quotation (see direct.py)
        quote = _content(article, cue, at)
        if quote is not None:
            yield quote


def find_asides(article: Article, cues: tuple[Cue, ...]) -> Iterator[FoundQuote]:
    """« comme le rappelle HRW, « la Russie a bloqué … » », « ainsi que l'a dit X, … »."""
    lower = article.token_lower
    for cue in cues:
        opening = before_group(article, cue)
        if opening < 0 or lower[opening] not in {"comme", "que", "qu'"} or cue.negated:
            continue
        compares = lower[opening] == "comme"
        before = lower[max(opening - 1, 0)]
        follows = before == "ainsi" or (before == "ce" and _follows_selon(lower, opening))
        if not (compares or follows):
            continue
        speaker = speaker_of(article, cue, after_quote=True)
        plain = compares and opening + 1 == cue.first
        if speaker is None or plain or speaker[0] < cue.first:
            continue  # without « le » or « l' » it compares (« comme dit le proverbe » is rare)
        _, stop = limits(article, cue.verb)
        if speaker[1] >= stop or lower[speaker[1]] != ",":
            continue
        start = speaker[1] + 1
        content = kind_of(article, article.token_starts[start], article.token_ends[stop - 1])
        if content[2] - content[1] > 2:
            yield _beside(article, cue, speaker, content, "aside")


def _beside(
    article: Article,
    cue: Cue,
    speaker: tuple[int, int],
    content: tuple[QuoteKind, int, int],
    rule: str,
) -> FoundQuote:
    """The quote of a content (kind, start, end) whose verb stands beside it."""
    kind, start, end = content
    return FoundQuote(
        start=start,
        end=end,
        kind=kind,
        cue=place(article, (cue.first, cue.last + 1)),
        speaker=place(article, speaker),
        rule=f"{rule}:{cue.entry.verb}",
    )


def _follows_selon(lower: tuple[str, ...], que: int) -> bool:
    """« selon ce qu'a confié X, … »."""
    return que >= 2 and lower[que - 2] in {"selon", "après"}


def _content(article: Article, cue: Cue, comma: int) -> FoundQuote | None:
    """The sentence around an incise, if there is more of it than a complement before the comma."""
    lower = article.token_lower
    start, stop = limits(article, cue.verb)
    while start < comma and (lower[start] in LEADING or article.token_is_punct[start]):
        start += 1
    speaker = speaker_of(article, cue, after_quote=True)
    if speaker is None or lower[speaker[0]] in FIRST_PERSONS:
        return None
    breaks = (i for i in range(comma - 1, start, -1) if lower[i] in {";", ":"})
    start = next(breaks, start - 1) + 1
    end = comma
    follow = speaker[1]
    aside = follow < stop and lower[follow] == ","
    if not any_finite(article, start, comma):
        # « La route, précise le maire, restera fermée »
        around = aside and _opens_here(article, comma)
        if not (around and any_finite(article, follow, stop)):
            return None
    if _splits_clause(article, cue) or (aside and _goes_on(article, follow + 1, stop)):
        end = stop
    content = kind_of(article, article.token_starts[start], article.token_ends[end - 1])
    return None if content[0] == "direct" else _beside(article, cue, speaker, content, "incise")


def _opens_here(article: Article, comma: int) -> bool:
    """Whether what stands before the comma is a mere subject."""
    return "," not in article.token_texts[article.unit_at(comma)[0] : comma]


def _goes_on(article: Article, at: int, stop: int) -> bool:
    """Whether the sentence goes on with its own words after « …, affirme X, … »."""
    rest = words_between(article, at, stop)
    if len(rest) < 3:
        return False
    first = rest[0]
    if article.token_lower[first] in OF_FRAME or article.token_pos[first] == "ADP":
        return False
    return "VerbForm=Part" not in article.token_morph[first]
