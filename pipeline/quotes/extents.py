"""Extents: where a reported content ends and the frame around it goes on."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.article import Article
from pipeline.features import features_of
from pipeline.quotes.content import limits
from pipeline.quotes.cues import CLITICS, VERBAL, Cue
from pipeline.quotes.phrases import is_finite
from pipeline.quotes.subjects import CLIMBED

SUBJECTS_AND_AUXILIARIES = {"nsubj", "nsubj:pass", "expl:subj", "aux:tense", "aux:pass"}
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
    edge = verb.right_edge.i + 1
    if verb.dep_ in {"acl:relcl", "acl"} and start + 1 < edge < verb.sent.end - 1:
        stop = min(stop, edge)
    stop = min(stop, _main_clause_after(doc, cue, start, stop))
    depth = 0
    for i in range(start, stop):
        token = doc[i]
        if depth == 0 and i in asides:
            return i
        depth += (token.text in {"«", "("}) - (token.text in {"»", ")"})
        if depth < 0 and token.text == ")":
            return i
        depth = max(depth, 0)  # a stray closing mark closes nothing
        if depth == 0 and i > start and (_stops(doc, i) or _leaves(doc, cue, token, start)):
            return _before_link(doc, token.i, start)
    return stop


def _main_clause_after(doc: Doc, cue: Cue, start: int, stop: int) -> int:
    """The comma before the main clause that a gerund opens or stands in, else `stop`.

    « En affirmant que l'usine est rentable, le syndicat a surpris », « Le ministre, tout en
    rappelant que les caisses sont vides, a signé ».
    """
    verb = doc[cue.verb]
    if not verb.lower_.endswith("ant") or verb.head.i <= start or verb.head.i >= stop:
        return stop
    main = verb.head
    parts = [main.i, *(t.left_edge.i for t in main.children if t.dep_ in SUBJECTS_AND_AUXILIARIES)]
    border = min(i for i in parts if i > start)
    return next((i for i in range(border, start, -1) if doc[i].text == ","), stop)


def _stops(doc: Doc, at: int) -> bool:
    """A semicolon, or a colon that brings the words themselves (« que les milices … : « … » »)."""
    return doc[at].text == ";" or (doc[at].text == ":" and doc[at + 1 : at + 2].text == "«")


def _leaves(doc: Doc, cue: Cue, token: Token, start: int) -> bool:
    """Whether `token` opens a clause that hangs on the frame rather than on the content."""
    if token.text == ",":
        follow = tuple(t.lower_ for t in doc[token.i + 1 : token.i + 3])
        if follow in OUTSIDE or _closing_source(doc, token, follow):
            return True
        if follow[:1] == ("mais",) and _has_own_clause(doc, token.i + 2):
            return True  # « …, mais il a signé »: the author's contrast
    if token.lower_ not in LINKS_OF_CLAUSES:
        return False
    if token.text == "," and doc[cue.verb].lower_.endswith("ant") and token.i + 1 < len(doc):
        # « Le ministre, tout en rappelant que les caisses sont vides, a signé »
        verb = doc[token.i + 1]
        if is_finite(verb) and verb.head.i >= verb.i:
            return True
    after = token.i + 1
    while after < len(doc) and doc[after].lower_ in LINKS_OF_CLAUSES:
        after += 1
    while after < len(doc) and doc[after].pos_ == "ADV" and after < token.i + 4:
        after += 1
    return after < len(doc) and _frame_verb(doc, cue, doc[after], start)


def _closing_source(doc: Doc, comma: Token, follow: tuple[str, ...]) -> bool:
    """« X aurait affirmé que …, selon deux témoins. »: the source of the whole, at its end."""
    if follow[:1] != ("selon",) and follow != ("d'", "après"):
        return False
    return not any(t.text == "," for t in doc[comma.i + 1 : comma.sent.end])


def _has_own_clause(doc: Doc, start: int) -> bool:
    """Whether a subject and a finite verb follow at once, with no « que » of the speaker's."""
    words = doc[start : start + 6]
    if any(t.lower_ in {"que", "qu'"} for t in words):
        return False
    verb = next((t.i for t in words if is_finite(t)), None)
    return verb is not None and verb > start and doc[start].pos_ in {"PRON", "DET", "PROPN"}


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
    bare = token is verb and "VerbForm=Part" in features_of(verb)  # « et promis de … »
    goes_on = bare or (token.pos_ == "AUX" and _compound(verb))
    return goes_on and _compound(frame) and not _compound(above)


def _compound(verb: Token) -> bool:
    """Whether a verb is in a compound tense (« a revu »)."""
    return any(child.dep_ == "aux:tense" for child in verb.children)


def _before_link(doc: Doc, at: int, start: int) -> int:
    while at > start + 1 and doc[at - 1].is_punct and doc[at - 1].text in {",", "—", "–"}:
        at -= 1
    return at
