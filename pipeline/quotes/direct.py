"""Direct speech: whole utterances in quotation marks, with the cue beside, before or inside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.article import Article, Marks
from pipeline.features import features_of
from pipeline.quotes.colons import colon_before
from pipeline.quotes.content import has_finite_verb, is_name, is_utterance, words_in
from pipeline.quotes.cues import AUXILIARIES, CLITICS, VERBAL, Cue, cues_between, place
from pipeline.quotes.found import FoundQuote, Place
from pipeline.quotes.incises import before_group, is_incise
from pipeline.quotes.phrases import is_finite
from pipeline.quotes.said import Said, neighbour, phrase_around, said_with
from pipeline.quotes.subjects import speaker_of
from pipeline.records import QuoteKind

PUNCT_AFTER = {",", ".", "!", "?", "…", "..."}
PUNCT_INSIDE = PUNCT_AFTER - {"."}
THIRD_PERSONS = {"-il", "-elle", "-ils", "-elles"}
LEADING_TO_SPEECH = {"tenu", "voulu", "souhaité", "tenté", "préféré", "à", "de"}
BEFORE_SPEECH = AUXILIARIES | LEADING_TO_SPEECH
LONG = 7  # words that a quotation without verb nor cue must have to be somebody's


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
    by_end = sorted(found, key=lambda quote: quote.end)
    last: FoundQuote | None = None
    for pair in article.marks:
        if pair.inner_end <= pair.inner_start or not words_in(article, pair):
            continue
        last = _nearer(by_end, last, pair)
        near = _cues_near(article, pair, cues)
        said = (
            _incise_inside(article, pair, near)
            or _cue_after(article, pair, by_first)
            or colon_before(article, pair, near)
            or _verb_before(article, pair, near)
            or _continuation(article, pair, last, near)
        )
        if said is None:
            continue
        if said.cue in reported:  # « a précisé que … : « … » »: the cue has its content already
            said = Said(None, said.speaker, "direct.continued")
        start, kind = _with_frame(article, pair, said)
        quote = FoundQuote(
            start=start,
            end=_without_stop(article.text, start, _before_last_incise(article, pair, said)),
            kind=kind,
            cue=said.cue,
            speaker=said.speaker,
            rule=said.rule,
        )
        yield quote
        last = quote


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
    span = article.span(start, pair.end)
    return cues_between(cues, span.start, span.end)


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
        at = doc[cue.first].idx
        if any(m.end > at and m.depth > pair.depth for m in article.marks_within(pair.start, at)):
            continue
        said = said_with(doc, cue, "direct.incise", after_quote=True)
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
    at = neighbour(article, pair, 1)
    if at is None:
        return None
    while at < len(doc) and doc[at].text in PUNCT_INSIDE:
        at += 1
    for i in range(at, min(at + 7, len(doc))):
        cue = by_first.get(i)
        if cue is not None:
            follows = _follows(article, pair, cue)
            return said_with(doc, cue, "direct.after", after_quote=True) if follows else None
        if doc[i].lower_ in BEFORE_SPEECH:
            continue  # « …», a cependant tenu à tempérer X »
        pronoun = _any_verb(doc, i)
        if pronoun is not None and is_utterance(article, pair):
            verb, subject = (i, pronoun + 1), (pronoun, pronoun + 1)
            return Said(place(doc, verb), place(doc, subject), "direct.inverted")
        if doc[i].lower_ not in CLITICS and doc[i].pos_ != "ADV":
            return None
    return None


def _follows(article: Article, pair: Marks, cue: Cue) -> bool:
    """Whether a cue right after a pair of marks says what is in them: its subject must follow
    (« « … », dénonce le président »), not be in the marks (« « Coach » affirme que … »)."""
    doc = article.doc
    beside = is_incise(doc, cue)
    if cue.negated or not (beside or article.sentence_at(pair.start).start == pair.start):
        return False
    if is_name(article, pair) and not is_utterance(article, pair):
        return False
    return beside or cue.pronoun is not None or speaker_of(doc, cue, after_quote=True) is not None


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


def _verb_before(article: Article, pair: Marks, cues: tuple[Cue, ...]) -> Said | None:
    """« avant de poursuivre « Vous êtes … » », « s'interroge « pourquoi … ? » »: the verb touches
    a sentence; an article may stand between the two where it begins with a capital."""
    at = neighbour(article, pair, -1)
    if at is None or not has_finite_verb(article, pair):
        return None
    doc = article.doc
    determiner = doc[at].pos_ == "DET" or doc[at].lower_ in {"un", "une"}
    infinitive = "VerbForm=Inf" in features_of(doc[at])
    if (determiner or infinitive) and not is_utterance(article, pair):
        return None
    touch = at - 1 if determiner else at
    for cue in cues:
        if cue.last in {touch, touch - 1} and cue.last + 1 >= touch and not cue.negated:
            return said_with(doc, cue, "direct.verb", after_quote=False)
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
            return said_with(doc, cue, "direct.sentence", after_quote=False)
    root = span.root
    subject = next((t for t in root.children if t.dep_ == "nsubj"), None)
    if subject is None or (
        subject.pos_ == "PRON" and subject.lower_ not in {"il", "elle", "ils", "elles"}
    ):
        return Said(None, None, "direct.alone")
    return Said(None, place(doc, phrase_around(doc, subject.i, root.i)), "direct.sentence")
