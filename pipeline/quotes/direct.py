"""Direct speech: whole utterances in quotation marks, with the cue beside, before or inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.article import Article, Marks
from pipeline.quotes.content import has_finite_verb, is_name, is_utterance, words_in
from pipeline.quotes.cues import CLITICS, VERBAL, Cue, place, speaker_of
from pipeline.quotes.found import FoundQuote, Place
from pipeline.quotes.incises import before_group, is_incise
from pipeline.quotes.phrases import is_finite, phrase_end, phrase_start
from pipeline.records import QuoteKind

PUNCT_AFTER = {",", ".", "!", "?", "…", "..."}
THIRD_PERSONS = {"-il", "-elle", "-ils", "-elles"}
NEAR_COLON = 5
LONG = 7  # words that a quotation without verb nor cue must have to be somebody's


@dataclass(frozen=True, slots=True)
class Said:
    """Where a quotation's cue and speaker stand, and the rule that saw them."""

    cue: Place | None
    speaker: Place | None
    rule: str


def find_direct(
    article: Article, cues: tuple[Cue, ...], found: tuple[FoundQuote, ...]
) -> Iterator[FoundQuote]:
    """The quotations that hold an utterance, in the order of the text.

    Args:
        article: the parsed document.
        cues: its verbs of speech.
        found: the reported contents, whose speakers may go on in quotation marks.
    """
    by_first = {cue.first: cue for cue in cues}
    reported = {q.cue: q for q in found if q.cue is not None}
    last: FoundQuote | None = None
    for pair in article.marks:
        if pair.inner_end <= pair.inner_start or not words_in(article, pair):
            continue
        last = _nearer(found, last, pair)
        said = (
            _incise_inside(article, pair, cues)
            or _cue_after(article, pair, by_first)
            or _colon_before(article, pair, cues)
            or _verb_before(article, pair, cues)
            or _continuation(article, pair, last, cues)
        )
        if said is None:
            continue
        if said.cue in reported:  # « a précisé que … : « … » »: the cue has its content already
            said = Said(None, said.speaker, "direct.continued")
        start, kind = _with_frame(article, pair, said)
        quote = FoundQuote(
            start=start,
            end=pair.inner_end,
            kind=kind,
            cue=said.cue,
            speaker=said.speaker,
            rule=said.rule,
        )
        yield quote
        last = quote


def _nearer(
    found: tuple[FoundQuote, ...], last: FoundQuote | None, pair: Marks
) -> FoundQuote | None:
    """The last quote that ends before a pair of marks opens, of those in marks and the others."""
    before = [q for q in found if q.end <= pair.start]
    nearest = max(before, key=lambda q: q.end, default=None)
    if last is None or (nearest is not None and nearest.end > last.end):
        return nearest
    return last


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
    frame = article.span(sentence.start, pair.start)
    finite = any(is_finite(t) for t in frame)
    if finite and not any(t.text in {":", "»"} for t in frame):
        return sentence.start, "mixed"
    return pair.inner_start, "direct"


def _neighbour(article: Article, pair: Marks, step: int) -> int | None:
    """The token before (-1) or after (1) a pair of marks in its segment, white space skipped."""
    doc = article.doc
    span = article.span(pair.start, pair.end)
    segment = article.segment_at(pair.start)
    at = span.start - 1 if step < 0 else span.end
    while 0 <= at < len(doc) and doc[at].is_space:
        at += step
    if not (0 <= at < len(doc) and segment.start <= doc[at].idx < segment.end):
        return None
    return at


def _said(doc: Doc, cue: Cue, rule: str, *, after_quote: bool) -> Said:
    return Said(
        place(doc, (cue.first, cue.last + 1)),
        place(doc, speaker_of(doc, cue, after_quote=after_quote)),
        f"{rule}:{cue.entry.verb}",
    )


def _incise_inside(article: Article, pair: Marks, cues: tuple[Cue, ...]) -> Said | None:
    """« C'est de l'arithmétique, écrit-elle sur X. L'Estonie y est déjà. »"""
    doc = article.doc
    for cue in cues:
        inside = pair.inner_start < doc[cue.first].idx < pair.inner_end
        if (
            not inside
            or not is_incise(doc, cue)
            or doc[before_group(doc, cue)].text not in {",", "—", "–"}
        ):
            continue
        if any(
            m.depth > pair.depth and m.start <= doc[cue.first].idx < m.end for m in article.marks
        ):
            continue
        said = _said(doc, cue, "direct.incise", after_quote=True)
        third = cue.pronoun is not None and doc[cue.pronoun].lower_ not in {"-je", "-nous", "-on"}
        if said.speaker is not None and (third or _closed_aside(doc, said.speaker, pair)):
            return said
    return None


def _closed_aside(doc: Doc, speaker: Place, pair: Marks) -> bool:
    """Whether a comma or the end of a sentence follows an incise's subject (« , note X, »)."""
    span = doc.char_span(*speaker, alignment_mode="expand")
    if span is None or span.end >= len(doc):
        return True
    return doc[span.end].text in {",", ".", "»"} or doc[span.end].idx >= pair.inner_end


def _cue_after(article: Article, pair: Marks, by_first: dict[int, Cue]) -> Said | None:
    """« … », a déclaré X. « … » s'est-il interrogé. « … », lui avait dit X."""
    doc = article.doc
    at = _neighbour(article, pair, 1)
    if at is None:
        return None
    while at < len(doc) and doc[at].text in PUNCT_AFTER - {"."}:
        at += 1
    for i in range(at, min(at + 4, len(doc))):
        cue = by_first.get(i)
        if cue is not None:
            if not is_incise(doc, cue) and not _opens_sentence(article, pair):
                return None
            if cue.negated or is_name(article, pair) and not is_utterance(article, pair):
                return None
            if cue.pronoun is None and not _free_subject(doc, cue):
                return None
            return _said(doc, cue, "direct.after", after_quote=True)
        inverted = _any_verb(doc, i)
        if inverted is not None and is_utterance(article, pair):
            return Said(
                place(doc, (i, inverted + 1)),
                place(doc, (inverted, inverted + 1)),
                "direct.inverted",
            )
        if doc[i].lower_ not in CLITICS and doc[i].pos_ != "ADV":
            return None
    return None


def _any_verb(doc: Doc, at: int) -> int | None:
    """The pronoun of « …», tente-t-il de corriger »: inversion makes any verb one of speech."""
    if doc[at].pos_ not in VERBAL:
        return None
    for i in range(at + 1, min(at + 3, len(doc))):
        if doc[i].lower_ in THIRD_PERSONS:
            return i
        if doc[i].lower_ != "-t":
            return None
    return None


def _free_subject(doc: Doc, cue: Cue) -> bool:
    """The subject follows: « … », dénonce le président; not « Coach » affirme que."""
    return is_incise(doc, cue) or speaker_of(doc, cue, after_quote=True) is not None


def _opens_sentence(article: Article, pair: Marks) -> bool:
    return article.sentence_at(pair.start).start == pair.start


def _colon_before(article: Article, pair: Marks, cues: tuple[Cue, ...]) -> Said | None:
    """« X a déclaré : « … » », « Général X : « … » », or a line that ends with a colon above."""
    doc = article.doc
    at = _neighbour(article, pair, -1)
    if at is None:
        at = article.span(pair.start, pair.end).start - 1
        while at >= 0 and doc[at].is_space:
            at -= 1
    if at < 0 or doc[at].text != ":":
        return None
    start = max(
        doc[at].sent.start,
        article.span(article.segment_at(doc[at].idx).start, doc[at].idx + 1).start,
    )
    intro = [cue for cue in cues if start <= cue.first and cue.last < at and not cue.negated]
    if intro and not is_utterance(article, pair) and not has_finite_verb(article, pair):
        intro = [cue for cue in intro if cue.last >= at - NEAR_COLON]  # « le surnom de : « X » »
    if intro:
        main = [cue for cue in intro if doc[cue.verb].dep_ in {"ROOT", "conj", "parataxis"}]
        speaking = [cue for cue in main or intro if cue.takes("incise") or cue.takes("que")]
        return _said(doc, (speaking or main or intro)[-1], "direct.colon", after_quote=False)
    return _no_speech_verb(article, start, at, pair)


def _no_speech_verb(article: Article, start: int, colon: int, pair: Marks) -> Said | None:
    """A colon after another verb (« se montre moins lyrique : « … » ») or after a bare name."""
    doc = article.doc
    if not is_utterance(article, pair) and not has_finite_verb(article, pair):
        return None
    verbs = [t for t in doc[start:colon] if is_finite(t)]
    if not verbs:
        end = phrase_end(doc, start, colon)
        named = any(t.pos_ == "PROPN" for t in doc[start:end])
        speaker = (start, end) if named and end == colon and colon - start < 14 else None
        return Said(None, place(doc, speaker), "direct.label")
    root = next((t for t in doc[start:colon] if t.dep_ == "ROOT"), verbs[0])
    subject = next((t for t in root.children if t.dep_ == "nsubj" and t.i < colon), None)
    speaker = _phrase(doc, subject.i, root.i) if subject is not None else None
    return Said(place(doc, (root.i, root.i + 1)), place(doc, speaker), "direct.colon")


def _phrase(doc: Doc, head: int, verb: int) -> tuple[int, int]:
    start = phrase_start(doc, head, doc[head].sent.start)
    stop = verb if head < verb else doc[head].sent.end
    return start, max(phrase_end(doc, start, stop), head + 1)


def _verb_before(article: Article, pair: Marks, cues: tuple[Cue, ...]) -> Said | None:
    """« avant de poursuivre « Vous êtes … » »: the verb touches a whole utterance."""
    at = _neighbour(article, pair, -1)
    if at is None or not is_utterance(article, pair) or not has_finite_verb(article, pair):
        return None
    doc = article.doc
    determiner = doc[at].pos_ == "DET" or doc[at].lower_ in {"un", "une"}
    touch = at - 1 if determiner else at
    for cue in cues:
        if cue.last in {touch, touch - 1} and cue.last + 1 >= touch and not cue.negated:
            return _said(doc, cue, "direct.verb", after_quote=False)
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
    at = _neighbour(article, pair, -1)
    if at is None:
        return Said(None, None, "direct.alone")
    before = article.sentence_at(article.doc[at].idx)
    if last is not None and last.end > before.start and last.start >= segment.start:
        return Said(None, last.speaker, "direct.continued")
    return _subject_above(article, before.start, before.end, cues)


def _is_whole_sentence(article: Article, pair: Marks) -> bool:
    sentence = article.sentence_at(pair.start)
    rest = article.text[sentence.start : pair.start] + article.text[pair.end : sentence.end]
    return not any(c.isalnum() for c in rest)


def _subject_above(article: Article, start: int, end: int, cues: tuple[Cue, ...]) -> Said:
    """The subject of the sentence before a quotation, if it can speak."""
    doc = article.doc
    span = article.span(start, end)
    for cue in cues:
        if span.start <= cue.first < span.end and doc[cue.verb].dep_ == "ROOT":
            return _said(doc, cue, "direct.sentence", after_quote=False)
    root = span.root
    subject = next((t for t in root.children if t.dep_ == "nsubj"), None)
    if subject is None or (
        subject.pos_ == "PRON" and subject.lower_ not in {"il", "elle", "ils", "elles"}
    ):
        return Said(None, None, "direct.alone")
    return Said(None, place(doc, _phrase(doc, subject.i, root.i)), "direct.sentence")
