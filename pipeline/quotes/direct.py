"""Direct speech: whole utterances in quotation marks, with the cue beside, before or inside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from pipeline.article import Article, Marks
from pipeline.quotes.colons import colon_before
from pipeline.quotes.content import has_finite_verb, is_name, is_utterance, words_in
from pipeline.quotes.cues import AUXILIARIES, CLITICS, Cue, cues_between, place
from pipeline.quotes.found import FoundQuote, Place
from pipeline.quotes.incises import before_group
from pipeline.quotes.phrases import VERBAL, any_finite
from pipeline.quotes.said import Said, neighbour, phrase_around, said_with
from pipeline.quotes.subjects import speaker_of
from pipeline.records import QuoteKind

PUNCT_AFTER = {",", ".", "!", "?", "…", "..."}
PUNCT_INSIDE = PUNCT_AFTER - {"."}
PRONOUNS = {"il", "elle", "ils", "elles"}
NOT_THIRD = {"-je", "-nous", "-on"}
THIRD_PERSONS = {"-il", "-elle", "-ils", "-elles"}
LEADING_TO_SPEECH = {"tenu", "voulu", "souhaité", "tenté", "préféré", "à", "de"}
BEFORE_SPEECH = AUXILIARIES | LEADING_TO_SPEECH
LONG = 7  # words that a quotation without verb nor cue must have to be somebody's


def find_direct(
    article: Article,
    cues: tuple[Cue, ...],
    beside: tuple[Cue, ...],
    found: tuple[FoundQuote, ...],
) -> Iterator[FoundQuote]:
    """The quotations that hold an utterance, in the order of the text.

    Args:
        article: the parsed document.
        cues: its verbs of speech.
        beside: those of them that stand beside their content (see `find_beside`).
        found: the reported contents, whose speakers may go on in quotation marks.
    """
    by_first = {cue.first: cue for cue in cues}
    incises = frozenset([cue.verb for cue in beside])
    reported = {q.cue: q for q in found if q.cue is not None}
    by_end = sorted(found, key=lambda quote: quote.end)
    last: FoundQuote | None = None
    for pair in article.marks:
        if pair.inner_end <= pair.inner_start or not words_in(article, pair):
            continue
        last = _nearer(by_end, last, pair)
        near = _cues_near(article, pair, cues)
        said = (
            _incise_inside(article, pair, near, incises)
            or _cue_after(article, pair, by_first, incises)
            or colon_before(article, pair, near)
            or _verb_before(article, pair, near)
            or _continuation(article, pair, last, near)
        )
        if said is None:
            continue
        if said.cue in reported:  # « a précisé que … : « … » »: the cue has its content already
            said = Said(None, said.speaker, "direct.continued")
        last = _quote(article, pair, said)
        yield last


def _quote(article: Article, pair: Marks, said: Said) -> FoundQuote:
    start, kind = _with_frame(article, pair, said)
    return FoundQuote(
        start=start,
        end=_without_stop(article.text, start, _before_last_incise(article, pair, said)),
        kind=kind,
        cue=said.cue,
        speaker=said.speaker,
        rule=said.rule,
    )


def _before_last_incise(article: Article, pair: Marks, said: Said) -> int:
    """The end of a content: before an incise that closes it (« La route est coupée, dit X. »)."""
    if said.cue is None or not pair.inner_start < said.cue[0] < pair.inner_end:
        return pair.inner_end
    last = max(said.cue[1], said.speaker[1] if said.speaker else 0)
    goes_on = any(c.isalnum() for c in article.text[last : pair.inner_end])
    return pair.inner_end if goes_on else said.cue[0]


def _without_stop(text: str, start: int, end: int) -> int:
    """The end of a content less its final punctuation (« Le pont a cédé. »)."""
    while end > start + 1 and (text[end - 1] in ".!?…," or text[end - 1].isspace()):
        end -= 1
    return end


def _nearer(by_end: list[FoundQuote], last: FoundQuote | None, pair: Marks) -> FoundQuote | None:
    """The last quote that ends before a pair of marks opens, of those in marks and the others."""
    before = bisect_right(by_end, pair.start, key=lambda quote: quote.end)
    nearest = by_end[before - 1] if before else None
    if last is None or (nearest is not None and nearest.end > last.end):
        return nearest
    return last


def _cues_near(article: Article, pair: Marks, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """The cues that can announce a pair of marks: from two sentences before it to its end."""
    number = article.sentence_index(pair.start)
    start = min(article.sentences[max(number - 2, 0)].start, pair.start)
    tokens = article.tokens_within(start, pair.end)
    return cues_between(cues, tokens.start, tokens.stop)


def _with_frame(article: Article, pair: Marks, said: Said) -> tuple[int, QuoteKind]:
    """The start of the content and its kind.

    In « Elle était connue pour « sa prise de bec », écrit le quotidien », the clause around the
    marks is the quotidien's too: a mixed quote, from the start of the sentence.
    """
    if not said.rule.startswith("direct.after"):
        return pair.inner_start, "direct"
    sentence = article.sentence_at(pair.start)
    if pair.depth or sentence.start >= pair.start or is_utterance(article, pair):
        return pair.inner_start, "direct"
    frame = article.tokens_within(sentence.start, pair.start)
    spoken = any(article.token_texts[i] in {":", "»"} for i in frame)
    if not spoken and any_finite(article, frame.start, frame.stop):
        return sentence.start, "mixed"
    return pair.inner_start, "direct"


def _incise_inside(
    article: Article, pair: Marks, cues: tuple[Cue, ...], incises: frozenset[int]
) -> Said | None:
    """« C'est de l'arithmétique, écrit-elle sur X. L'Estonie y est déjà. »"""
    for cue in cues:
        at = article.token_starts[cue.first]
        if not pair.inner_start < at < pair.inner_end or cue.verb not in incises:
            continue
        if article.token_texts[before_group(article, cue)] not in {",", "—", "–"}:
            continue
        if any(m.end > at and m.depth > pair.depth for m in article.marks_within(pair.start, at)):
            continue
        said = said_with(article, cue, "direct.incise", after_quote=True)
        third = cue.pronoun is not None and article.token_lower[cue.pronoun] not in NOT_THIRD
        if said.speaker is not None and (third or _closed_aside(article, said.speaker, pair)):
            return said
    return None


def _closed_aside(article: Article, speaker: Place, pair: Marks) -> bool:
    """Whether a comma or the end of a sentence follows an incise's subject (« , note X, »)."""
    after = article.tokens_within(*speaker).stop
    if after >= len(article.token_texts):
        return True
    closed = article.token_texts[after] in {",", ".", "»"}
    return closed or article.token_starts[after] >= pair.inner_end


def _cue_after(
    article: Article, pair: Marks, by_first: dict[int, Cue], incises: frozenset[int]
) -> Said | None:
    """« … », a déclaré X. « … » s'est-il interrogé. « … », lui avait dit X."""
    lower = article.token_lower
    at = neighbour(article, pair, 1)
    if at is None:
        return None
    while at < len(lower) and lower[at] in PUNCT_INSIDE:
        at += 1
    for i in range(at, min(at + 7, len(lower))):
        cue = by_first.get(i)
        if cue is not None:
            follows = _follows(article, pair, cue, incises)
            return said_with(article, cue, "direct.after", after_quote=True) if follows else None
        if lower[i] in BEFORE_SPEECH:
            continue  # « …», a cependant tenu à tempérer X »
        pronoun = _any_verb(article, i)
        if pronoun is not None and is_utterance(article, pair):
            verb, subject = (i, pronoun + 1), (pronoun, pronoun + 1)
            return Said(place(article, verb), place(article, subject), "direct.inverted")
        if lower[i] not in CLITICS and article.token_pos[i] != "ADV":
            return None
    return None


def _follows(article: Article, pair: Marks, cue: Cue, incises: frozenset[int]) -> bool:
    """Whether a cue right after a pair of marks says what is in them: its subject must follow
    (« « … », dénonce le président »), not be in the marks (« « Coach » affirme que … »)."""
    beside = cue.verb in incises
    if cue.negated or not (beside or article.sentence_at(pair.start).start == pair.start):
        return False
    if is_name(article, pair) and not is_utterance(article, pair):
        return False
    if beside or cue.pronoun is not None:
        return True
    return speaker_of(article, cue, after_quote=True) is not None


def _any_verb(article: Article, at: int) -> int | None:
    """The pronoun of « …», tente-t-il de corriger »: inversion makes any verb one of speech."""
    lower = article.token_lower
    if article.token_pos[at] not in VERBAL:
        return None
    for i in range(at + 1, min(at + 3, len(lower))):
        if lower[i] in THIRD_PERSONS:
            return i
        if lower[i] != "-t":
            return None
    return None


def _verb_before(article: Article, pair: Marks, cues: tuple[Cue, ...]) -> Said | None:
    """« avant de poursuivre « Vous êtes … » », « s'interroge « pourquoi … ? » »: the verb touches
    a sentence; an article may stand between the two where it begins with a capital."""
    at = neighbour(article, pair, -1)
    if at is None or not has_finite_verb(article, pair):
        return None
    determiner = article.token_pos[at] == "DET" or article.token_lower[at] in {"un", "une"}
    infinitive = "VerbForm=Inf" in article.token_morph[at]
    if (determiner or infinitive) and not is_utterance(article, pair):
        return None
    touch = at - 1 if determiner else at
    for cue in cues:
        if cue.last in {touch, touch - 1} and cue.last + 1 >= touch and not cue.negated:
            return said_with(article, cue, "direct.verb", after_quote=False)
    return None


def _continuation(
    article: Article, pair: Marks, last: FoundQuote | None, cues: tuple[Cue, ...]
) -> Said | None:
    """A sentence that is a quotation and nothing else, next to a speaker already on stage.

    « … », lâche X. « Un T-72 … »: the speaker of the quotation before. « L'officier refuse d'en
    parler. « Ils s'infiltrent … » »: the subject of the sentence before.
    """
    if pair.depth or not _is_whole_sentence(article, pair):
        return None
    if not (is_utterance(article, pair) or len(words_in(article, pair)) >= LONG):
        return None
    segment = article.segment_at(pair.start)
    at = neighbour(article, pair, -1)
    if at is None:
        return Said(None, None, "direct.alone")
    before = article.sentence_at(article.token_starts[at])
    if last is not None and last.end > before.start and last.start >= segment.start:
        return Said(None, last.speaker, "direct.continued")
    return _subject_above(article, before.start, before.end, cues)


def _is_whole_sentence(article: Article, pair: Marks) -> bool:
    sentence = article.sentence_at(pair.start)
    rest = article.text[sentence.start : pair.start] + article.text[pair.end : sentence.end]
    return not any(c.isalnum() for c in rest)


def _subject_above(article: Article, start: int, end: int, cues: tuple[Cue, ...]) -> Said:
    """The subject of the sentence before a quotation, if it can speak."""
    tokens, deps = article.tokens_within(start, end), article.token_dep
    for cue in cues:
        if cue.first in tokens and article.token_dep[cue.verb] == "ROOT":
            return said_with(article, cue, "direct.sentence", after_quote=False)
    root = article.root_of(start, end)
    subject = next((i for i in article.token_children[root] if deps[i] == "nsubj"), None)
    if subject is None:
        return Said(None, None, "direct.alone")
    if article.token_pos[subject] == "PRON" and article.token_lower[subject] not in PRONOUNS:
        return Said(None, None, "direct.alone")
    return Said(None, place(article, phrase_around(article, subject, root)), "direct.sentence")
