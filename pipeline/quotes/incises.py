"""Incises: the speech verbs that stand beside what they report (« …, affirme X »)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.article import Article
from pipeline.features import features_of
from pipeline.quotes.content import LEADING, enclosing, kind_of, limits
from pipeline.quotes.cues import CLITICS, FIRST_PERSONS, Cue, place
from pipeline.quotes.found import FoundQuote
from pipeline.quotes.phrases import is_finite
from pipeline.quotes.subjects import speaker_of
from pipeline.records import QuoteKind

OURS = ("ons", "ez", "mmes", "êtes")
BEFORE_INCISE = {",", "»", "!", "?", "…", "...", "—", "–", ".", ")"}


def before_group(doc: Doc, cue: Cue) -> int:
    """The last token before the verb group and the pronouns that lean on it (« nous indique »)."""
    at = cue.first - 1
    while at >= 0 and (doc[at].lower_ in CLITICS or doc[at].is_space):
        at -= 1
    return at


def is_incise(doc: Doc, cue: Cue) -> bool:
    """Whether a cue stands beside its content: after a comma or a mark, its subject behind it."""
    at = before_group(doc, cue)
    if not cue.takes("incise") or at < 0 or doc[at].text not in BEFORE_INCISE:
        return False
    if cue.pronoun is not None:
        return True
    if _has_subject_before(doc, cue, at):
        return False
    verb = doc[cue.verb]
    if "VerbForm=Inf" in features_of(verb) or verb.lower_.endswith("ant"):
        return False
    return speaker_of(doc, cue, after_quote=True) is not None


def _has_subject_before(doc: Doc, cue: Cue, comma: int) -> bool:
    """Whether the verb has its subject before it, so that what follows is its object."""
    if doc[cue.first - 1].lower_ in {"nous", "vous"} and doc[cue.first].text.endswith(OURS):
        return True  # « …, nous avons trouvé »: the subject, not whom it is said to
    subjects = [
        t.i
        for t in doc[cue.verb].children
        if t.dep_.startswith("nsubj") and t.i < cue.first and t.lower_ not in CLITICS
    ]
    if any(i > comma for i in subjects):
        return True
    return bool(subjects) and not (_said_before(doc, comma) or _splits_clause(doc, cue))


def _said_before(doc: Doc, comma: int) -> bool:
    """Whether a sentence of its own ends at a comma (« X aurait éperonné une vedette, affirme Y »),
    rather than an aside after a subject (« Le ministre, qui rentrait, dénonce Y »)."""
    start = doc[comma].sent.start
    first = next((i for i in range(start, comma) if doc[i].text == ","), comma)
    return any(is_finite(t) for t in doc[start:first])


def _splits_clause(doc: Doc, cue: Cue) -> bool:
    """Whether a verb follows an incise at once: « La route, précise le maire, restera fermée »."""
    speaker = speaker_of(doc, cue, after_quote=True)
    if speaker is None or speaker[1] + 1 >= len(doc) or doc[speaker[1]].text != ",":
        return False
    after = doc[speaker[1] + 1]
    return is_finite(after) or after.lower_ in CLITICS


def find_incises(article: Article, cues: tuple[Cue, ...]) -> Iterator[FoundQuote]:
    """Contents without quotation marks beside an incise: « …, fait savoir l'Alliance »."""
    doc = article.doc
    for cue in cues:
        at = before_group(doc, cue)
        if at < 0 or doc[at].text != "," or cue.negated or not is_incise(doc, cue):
            continue
        pair = enclosing(article, doc[cue.first].idx, doc[cue.last].idx + 1)
        if pair is not None:
            continue  # inside marks, the incise belongs to the quotation (see direct.py)
        quote = _content(article, cue, at)
        if quote is not None:
            yield quote


def find_asides(article: Article, cues: tuple[Cue, ...]) -> Iterator[FoundQuote]:
    """« comme le rappelle HRW, « la Russie a bloqué … » », « ainsi que l'a dit X, … »."""
    doc = article.doc
    for cue in cues:
        opening = before_group(doc, cue)
        if opening < 0 or doc[opening].lower_ not in {"comme", "que", "qu'"} or cue.negated:
            continue
        compares = doc[opening].lower_ == "comme"
        before = doc[max(opening - 1, 0)].lower_
        if not (compares or before == "ainsi" or (before == "ce" and _follows_selon(doc, opening))):
            continue
        speaker = speaker_of(doc, cue, after_quote=True)
        plain = compares and opening + 1 == cue.first
        if speaker is None or plain or speaker[0] < cue.first:
            continue  # without « le » or « l' » it compares (« comme dit le proverbe » is rare)
        _, stop = limits(article, cue.verb)
        if speaker[1] >= stop or doc[speaker[1]].text != ",":
            continue
        start = speaker[1] + 1
        last = doc[stop - 1]
        content = kind_of(article, doc[start].idx, last.idx + len(last))
        if content[2] - content[1] > 2:
            yield _beside(doc, cue, speaker, content, "aside")


def _beside(
    doc: Doc, cue: Cue, speaker: tuple[int, int], content: tuple[QuoteKind, int, int], rule: str
) -> FoundQuote:
    """The quote of a content (kind, start, end) whose verb stands beside it."""
    kind, start, end = content
    return FoundQuote(
        start=start,
        end=end,
        kind=kind,
        cue=place(doc, (cue.first, cue.last + 1)),
        speaker=place(doc, speaker),
        rule=f"{rule}:{cue.entry.verb}",
    )


def _follows_selon(doc: Doc, que: int) -> bool:
    """« selon ce qu'a confié X, … »."""
    return que >= 2 and doc[que - 2].lower_ in {"selon", "après"}


def _content(article: Article, cue: Cue, comma: int) -> FoundQuote | None:
    """The sentence around an incise, if there is more of it than a complement before the comma."""
    doc = article.doc
    start, stop = limits(article, cue.verb)
    while start < comma and (doc[start].lower_ in LEADING or doc[start].is_punct):
        start += 1
    speaker = speaker_of(doc, cue, after_quote=True)
    if speaker is None or doc[speaker[0]].lower_ in FIRST_PERSONS:
        return None
    for i in range(comma - 1, start, -1):
        if doc[i].text in {";", ":"}:
            start = i + 1
            break
    end = comma
    follow = speaker[1]
    if not any(is_finite(t) for t in doc[start:comma]):
        # « La route, précise le maire, restera fermée »
        around = follow < stop and doc[follow].text == "," and _opens_here(doc, comma)
        if not (around and any(is_finite(t) for t in doc[follow:stop])):
            return None
    splits = _splits_clause(doc, cue)
    if splits or (follow < stop and doc[follow].text == "," and _goes_on(doc, follow + 1, stop)):
        end = stop
    left, right = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    content = kind_of(article, left, right)
    return None if content[0] == "direct" else _beside(doc, cue, speaker, content, "incise")


def _opens_here(doc: Doc, comma: int) -> bool:
    """Whether what stands before the comma is a mere subject."""
    return not any(t.text == "," for t in doc[doc[comma].sent.start : comma])


def _goes_on(doc: Doc, at: int, stop: int) -> bool:
    """Whether the sentence goes on with its own words after « …, affirme X, … »."""
    rest = [t for t in doc[at:stop] if not (t.is_punct or t.is_space)]
    if len(rest) < 3:
        return False
    first = rest[0]
    leaves = first.lower_ in {
        "avant",
        "ajoutant",
        "qui",
        "dont",
        "en",
        "précisant",
        "citant",
        "lors",
    }
    participle = "VerbForm=Part" in features_of(first)
    return not leaves and not participle and first.pos_ not in {"ADP"}
