"""Extents: where a reported content ends and the frame around it goes on."""

from __future__ import annotations

from pipeline.article import Article
from pipeline.quotes.content import limits
from pipeline.quotes.cues import CLITICS, Cue
from pipeline.quotes.phrases import VERBAL, has_auxiliary, is_finite
from pipeline.quotes.subjects import CLIMBED

SUBJECTS_AND_AUXILIARIES = {"nsubj", "nsubj:pass", "expl:subj", "aux:tense", "aux:pass"}
LINKS_OF_CLAUSES = {",", "et", "mais", "puis"}
BORDERS = LINKS_OF_CLAUSES | {";", ":"}  # the words that a content may end before
OPENS_CLAUSE = {"PRON", "DET", "PROPN"}
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
    _, stop = limits(article, cue.verb)
    if article.token_dep[cue.verb] in {"acl:relcl", "acl"}:
        edge = article.doc[cue.verb].right_edge.i + 1
        if start + 1 < edge < article.unit_at(cue.verb)[1] - 1:
            stop = min(stop, edge)
    stop = min(stop, _main_clause_after(article, cue, start, stop))
    depth = 0
    for i in range(start, stop):
        word = article.token_lower[i]
        if depth == 0 and i in asides:
            return i
        depth += (word in {"«", "("}) - (word in {"»", ")"})
        if depth < 0 and word == ")":
            return i
        depth = max(depth, 0)  # a stray closing mark closes nothing
        if depth > 0 or i == start or word not in BORDERS:
            continue
        if _stops(article, i) or _leaves(article, cue, i, start):
            return _before_link(article, i, start)
    return stop


def _main_clause_after(article: Article, cue: Cue, start: int, stop: int) -> int:
    """The comma before the main clause that a gerund opens or stands in, else `stop`.

    « En affirmant que l'usine est rentable, le syndicat a surpris », « Le ministre, tout en
    rappelant que les caisses sont vides, a signé ».
    """
    main = article.token_heads[cue.verb]
    if not article.token_lower[cue.verb].endswith("ant") or not start < main < stop:
        return stop
    children = article.doc[main].children
    parts = [main, *(t.left_edge.i for t in children if t.dep_ in SUBJECTS_AND_AUXILIARIES)]
    border = min(i for i in parts if i > start)
    commas = (i for i in range(border, start, -1) if article.token_texts[i] == ",")
    return next(commas, stop)


def _stops(article: Article, at: int) -> bool:
    """A semicolon, or a colon that brings the words themselves (« que les milices … : « … » »)."""
    here = article.token_texts[at : at + 2]
    return here[0] == ";" or here == (":", "«")


def _leaves(article: Article, cue: Cue, at: int, start: int) -> bool:
    """Whether token `at` opens a clause that hangs on the frame rather than on the content."""
    lower = article.token_lower
    if lower[at] == ",":
        follow = lower[at + 1 : at + 3]
        if follow in OUTSIDE or _closing_source(article, at, follow):
            return True
        if follow[:1] == ("mais",) and _has_own_clause(article, at + 2):
            return True  # « …, mais il a signé »: the author's contrast
    if lower[at] not in LINKS_OF_CLAUSES:
        return False
    after = at + 1
    gerund = lower[at] == "," and lower[cue.verb].endswith("ant") and after < len(lower)
    if gerund and is_finite(article, after) and article.token_heads[after] >= after:
        return True  # « Le ministre, tout en rappelant que les caisses sont vides, a signé »
    while after < len(lower) and lower[after] in LINKS_OF_CLAUSES:
        after += 1
    while after < min(len(lower), at + 4) and article.token_pos[after] == "ADV":
        after += 1
    return after < len(lower) and _frame_verb(article, cue, after, start)


def _closing_source(article: Article, comma: int, follow: tuple[str, ...]) -> bool:
    """« X aurait affirmé que …, selon deux témoins. »: the source of the whole, at its end."""
    if follow[:1] != ("selon",) and follow != ("d'", "après"):
        return False
    return "," not in article.token_texts[comma + 1 : article.unit_at(comma)[1]]


def _has_own_clause(article: Article, start: int) -> bool:
    """Whether a subject and a finite verb follow at once, with no « que » of the speaker's."""
    words = article.token_lower[start : start + 6]
    if "que" in words or "qu'" in words:
        return False
    near = range(start, start + len(words))
    verb = next((i for i in near if is_finite(article, i)), None)
    return verb is not None and verb > start and article.token_pos[start] in OPENS_CLAUSE


def _frame_verb(article: Article, cue: Cue, at: int, start: int) -> bool:
    """A verb with no subject of its own that is coordinated with the verb of the frame.

    Where the parser hangs it on the content, its tense tells: « a revu les prévisions en affirmant
    que la croissance ne dépasse pas …, mais a réitéré l'engagement … ».
    """
    heads, deps, pos = article.token_heads, article.token_dep, article.token_pos
    leans = pos[at] == "AUX" or article.token_lower[at] in CLITICS
    verb = heads[at] if leans else at
    if pos[verb] not in VERBAL or verb < at or deps[verb] != "conj":
        return False
    above = heads[verb]
    while deps[above] == "conj" and above >= start:
        above = heads[above]
    if above < start:
        return True
    frame = cue.verb
    while deps[frame] in CLIMBED and heads[frame] < frame:
        frame = heads[frame]
    bare = not leans and "VerbForm=Part" in article.token_morph[verb]  # « et promis de … »
    goes_on = bare or (pos[at] == "AUX" and has_auxiliary(article, verb))
    return goes_on and has_auxiliary(article, frame) and not has_auxiliary(article, above)


def _before_link(article: Article, at: int, start: int) -> int:
    while at > start + 1 and article.token_texts[at - 1] in {",", "—", "–"}:
        at -= 1
    return at
