"""Verbs that stand where a verb of speech stands, and are not in cues.csv.

« « … », tempête le maire », « Le maire tempête : « … » », « Elle pronostique que … », « Elle
brocarde « une farce » ». The last two are also what other verbs do (« faire que », « porter un
« masque » »); the subject must be able to speak, and what is met once there counts for little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Token

from pipeline.article import Article, Marks
from pipeline.lexicons import Lexicons
from pipeline.lexicons.conjugation import conjugate
from pipeline.quotes.content import has_finite_verb, is_utterance
from pipeline.quotes.cues import (
    AUXILIARIES,
    BEING,
    CLITICS,
    REFLEXIVE,
    find_cues,
    group_start,
)
from pipeline.quotes.said import neighbour
from pipeline.records import Document
from pipeline.review.gaps.found import Gap, Sighting, count_gaps, csv_line
from pipeline.segment import read_article

MARKS = '«»“”"„‹›'
# Verbs with « que » or a quotation behind them that say nothing.
NO_SPEECH = frozenset(
    "aller attendre avoir devenir devoir être faire falloir laisser mettre paraître permettre "
    "pouvoir rester savoir sembler valoir vouloir voir porter donner tenir venir naître".split()
)
PRONOUNS = {"il", "elle", "ils", "elles"}
SPEAKING = {"PER", "ORG", "LOC"}
AFTER_VERB = {"DET", "PROPN", "NOUN"}  # how a subject begins
NEAR_COLON = 3  # tokens from a verb to the colon behind it
CONJUNCTIONS = frozenset(  # with « que » behind them
    "ainsi alors afin après autant avant bien depuis dès lors mieux moins parce pendant plus pour "
    "puis sans si tandis tant tel telle".split()
)
FRAMES = ("que", "np", "incise")  # in the order of cues.csv


@dataclass(frozen=True, slots=True)
class _Place:
    """A verb in a place of speech, and the frame that the place gives it (see cues.csv)."""

    verb: Token
    frame: str


def find_verb_gaps(
    documents: Iterable[Document], nlp: Language, lexicons: Lexicons
) -> tuple[Gap, ...]:
    """The verbs that hold quotations and are not in cues.csv, as lines for it.

    Only documents with quotation marks are parsed.

    Args:
        documents: the texts that the tables were made from.
        nlp: the model.
        lexicons: the lexicons; their verbs of speech are no gaps.
    """
    gaps = count_gaps("verb", _sightings(documents, nlp, lexicons), "cues.csv", _line)
    return tuple(gap for gap in gaps if gap.documents > 1 or gap.line != _line_of(gap.word, {"np"}))


def _sightings(
    documents: Iterable[Document], nlp: Language, lexicons: Lexicons
) -> Iterator[Sighting]:
    for document in documents:
        if not set(MARKS) & set(document.text):
            continue
        article = read_article(document, nlp)
        known = {
            at for cue in find_cues(article, lexicons.cues) for at in range(cue.first, cue.last + 1)
        }
        for place in _places(article, lexicons):
            entry = _infinitive(article, place.verb) if place.verb.i not in known else None
            if entry is not None and entry not in NO_SPEECH:
                yield Sighting(
                    word=entry,
                    doc_id=document.doc_id,
                    sentence=article.sentence_at(place.verb.idx).text,
                    notes=(place.frame,),
                )


def _places(article: Article, lexicons: Lexicons) -> Iterator[_Place]:
    found = {}
    for verb in article.doc:
        if verb.pos_ == "VERB" and _governs_que(verb) and _has_speaker(article, verb, lexicons):
            found[verb.i] = _Place(verb, "que")
    for pair in article.marks:
        if not pair.depth:
            place = _after(article, pair) or _before(article, pair, lexicons)
            if place is not None:
                found[place.verb.i] = place
    yield from found.values()


def _governs_que(verb: Token) -> bool:
    """« pronostique que … », « pronostique aussi que … »: not « ne tire que », « va alors que »."""
    if any(child.lower_ in {"ne", "n'"} for child in verb.children):
        return False
    contents = [child for child in verb.children if child.dep_ == "ccomp"]
    marks = [t for content in contents for t in content.children if t.lower_ in {"que", "qu'"}]
    return any(
        mark.i == verb.i + 1 or (mark.i == verb.i + 2 and mark.nbor(-1).lower_ not in CONJUNCTIONS)
        for mark in marks
    )


def _after(article: Article, pair: Marks) -> _Place | None:
    """« « … », tempête le maire », « « … », a-t-il tempêté »: the subject is behind the verb."""
    doc = article.doc
    at = neighbour(article, pair, 1)
    if at is None or not (is_utterance(article, pair) or has_finite_verb(article, pair)):
        return None
    first = at
    while at < len(doc) and _may_stand_before(doc[at]):
        at += 1
    if at + 1 >= len(doc) or doc[at].pos_ != "VERB":
        return None
    inverted = any(token.text.startswith("-") for token in doc[first : at + 2])
    if inverted or (doc[at + 1].pos_ in AFTER_VERB and _opens(article, pair)):
        return _Place(doc[at], "incise")
    return None


def _may_stand_before(token: Token) -> bool:
    """What may stand between a quotation and its verb: « », lui a-t-il aussitôt *rétorqué* »."""
    return (
        token.text in {",", "!", "?", "…"}
        or token.text.startswith("-")
        or token.lower_ in CLITICS | AUXILIARIES
        or token.pos_ == "ADV"
    )


def _opens(article: Article, pair: Marks) -> bool:
    """Whether a sentence begins with the quotation, dashes aside."""
    start = article.sentence_at(pair.start).start
    return not any(c.isalnum() for c in article.text[start : pair.start])


def _before(article: Article, pair: Marks, lexicons: Lexicons) -> _Place | None:
    """« Le maire tempête : « … » », « Elle brocarde « une farce » »."""
    doc = article.doc
    at = neighbour(article, pair, -1)
    if at is None:
        return None
    if doc[at].text == ":":
        verbs = [t for t in doc[max(at - NEAR_COLON, 0) : at] if t.pos_ == "VERB"]
        found = _Place(verbs[-1], "incise") if verbs else None
    else:
        verb = doc[at - 1] if doc[at].pos_ == "DET" and at else doc[at]
        found = _Place(verb, "np") if verb.pos_ == "VERB" else None
    if found is None or not _has_speaker(article, found.verb, lexicons):
        return None
    return found


def _has_speaker(article: Article, verb: Token, lexicons: Lexicons) -> bool:
    """Whether the verb is active and its subject a pronoun, a name or a noun of sources."""
    group = set(article.token_lower[group_start(article, verb.i) : verb.i])
    bare = "Part" in verb.morph.get("VerbForm", []) and not group & AUXILIARIES
    if bare or (group & BEING and not group & REFLEXIVE):
        return False
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return subject is not None and (
        subject.lower_.lstrip("-t") in PRONOUNS
        or subject.ent_type_ in SPEAKING
        or subject.lower_ in lexicons.roles
    )


def _infinitive(article: Article, verb: Token) -> str | None:
    """The entry that a verb would have: « tempêter », « s'emporter »; null if its form is none of
    its lemma's, which the model makes up for rare verbs."""
    written = verb.lower_
    guesses = (verb.lemma_, *(f"{written[:-cut]}er" for cut in range(1, 6)))
    infinitive = next((guess for guess in guesses if _conjugates(guess, written)), None)
    group = article.token_lower[group_start(article, verb.i) : verb.i]
    if infinitive is None or REFLEXIVE.isdisjoint(group):
        return infinitive
    return f"s'{infinitive}" if infinitive[0] in "aeiouyéèêh" else f"se {infinitive}"


def _conjugates(infinitive: str, form: str) -> bool:
    try:
        return len(infinitive) > 3 and form in conjugate(infinitive)
    except ValueError:
        return False


def _line(verb: str, places: Sequence[Sighting]) -> str:
    return _line_of(verb, {frame for place in places for frame in place.notes})


def _line_of(verb: str, frames: set[str]) -> str:
    """verb,frames,source"""
    return csv_line(verb, "|".join(frame for frame in FRAMES if frame in frames), "usage")
