"""Extents: where a reported content ends and the frame around it goes on."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.article import Article
from pipeline.quotes.content import limits
from pipeline.quotes.cues import CLITICS, VERBAL, Cue
from pipeline.quotes.subjects import CLIMBED

LINKS_OF_CLAUSES = {",", "et", "mais", "puis"}
# « …, ce que Kiev dément »: the author speaks again; « …, avant d'ajouter »: the frame goes on.
OUTSIDE = {("ce", "que"), ("ce", "qu'"), ("avant", "de"), ("avant", "d'")}
OUTSIDE |= {("comme", "le"), ("comme", "l'")}  # « …, comme le soutenait le ministère »


def content_end(article: Article, cue: Cue, start: int, asides: frozenset[int]) -> int:
    """The token after the content that opens at `start`.

    It runs to the end of the sentence, unless something that belongs to the frame comes first:
    a second verb of the same speaker (« affirme que … et a promis de … »), a clause hung on the
    speech verb after a comma (« …, avant d'ajouter … »), a semicolon, or the incise of another
    source, whose comma is in `asides` (« X menace de partir, nous indique une source »).
    """
    doc = article.doc
    _, stop = limits(article, cue.verb)
    verb = doc[cue.verb]
    if verb.dep_ in {"acl:relcl", "acl"} and verb.right_edge.i + 1 > start + 1:
        stop = min(stop, verb.right_edge.i + 1)
    depth = 0
    for i in range(start, stop):
        token = doc[i]
        if depth == 0 and i in asides:
            return i
        depth += (token.text in {"«", "("}) - (token.text in {"»", ")"})
        if depth < 0:
            return i
        if depth == 0 and i > start and (_stops(doc, i) or _leaves(doc, cue, token, start)):
            return _before_link(doc, token.i, start)
    return stop


def _stops(doc: Doc, at: int) -> bool:
    """A semicolon, or a colon that brings the words themselves (« que les milices … : « … » »)."""
    return doc[at].text == ";" or (doc[at].text == ":" and doc[at + 1 : at + 2].text == "«")


def _leaves(doc: Doc, cue: Cue, token: Token, start: int) -> bool:
    """Whether `token` opens a clause that hangs on the frame rather than on the content."""
    if token.text == ",":
        follow = tuple(t.lower_ for t in doc[token.i + 1 : token.i + 3])
        if follow in OUTSIDE:
            return True
    if token.lower_ not in LINKS_OF_CLAUSES:
        return False
    after = token.i + 1
    while after < len(doc) and doc[after].lower_ in LINKS_OF_CLAUSES:
        after += 1
    while after < len(doc) and doc[after].pos_ == "ADV" and after < token.i + 4:
        after += 1
    return after < len(doc) and _frame_verb(doc, cue, doc[after], start)


def _frame_verb(doc: Doc, cue: Cue, token: Token, start: int) -> bool:
    """A verb with no subject of its own that is coordinated with the verb of the frame.

    Where the parser hangs it on the content, its tense tells: « a revu les prévisions en affirmant
    que la croissance ne dépasse pas …, mais a réitéré l'engagement … ».
    """
    verb = token.head if token.pos_ == "AUX" or token.lower_ in CLITICS else token
    if verb.pos_ not in VERBAL or verb.i < token.i or verb.dep_ != "conj":
        return False
    above = verb.head
    while above.dep_ == "conj" and above.i >= start:
        above = above.head
    if above.i < start:
        return True
    frame = doc[cue.verb]
    while frame.dep_ in CLIMBED and frame.head.i < frame.i:
        frame = frame.head
    return token.pos_ == "AUX" and _compound(verb) and _compound(frame) and not _compound(above)


def _compound(verb: Token) -> bool:
    """Whether a verb is in a compound tense (« a revu »)."""
    return any(child.dep_ == "aux:tense" for child in verb.children)


def _before_link(doc: Doc, at: int, start: int) -> int:
    while at > start + 1 and doc[at - 1].is_punct and doc[at - 1].text in {",", "—", "–"}:
        at -= 1
    return at
