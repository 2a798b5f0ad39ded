"""Cues: the verbs of speech in a document, each with its verb group.

All positions are token indices; a group is (first, last), both inclusive.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.article import Article
from pipeline.features import features_of
from pipeline.lexicons.conjugation import past_participles
from pipeline.lexicons.cues import CueLexicon, CueVerb
from pipeline.quotes.found import Place

INVERTED = {"-il", "-elle", "-ils", "-elles", "-on", "-je", "-nous", "-ce"}
HUNG_ON = INVERTED | {"-t"}  # a verb: « a-*t*-*il* »
NOBODY = {"ce", "c'", "cela", "ça", "ceci"}  # « ce qui signifie que »
FIRST_PERSONS = {"je", "j'", "nous", "tu", "vous", "-je", "-nous", "-vous", "-tu"}
REFLEXIVE = {"se", "s'"}
CLITICS = {"me", "m'", "te", "t'", "se", "s'", "nous", "vous", "le", "la", "l'", "les", "lui"} | {
    "leur",
    "y",
    "en",
    "ne",
    "n'",
}
AUXILIARIES = frozenset(
    "ai as a avons avez ont avais avait avions aviez avaient eut eurent aura auront aurait "
    "auraient ait aient ayant avoir suis es est sommes êtes sont étais était étions étaient fut "
    "furent sera seront serait seraient soit soient étant être".split()
)
BEING = frozenset(
    "est sont était étaient fut furent sera seront serait seraient soit soient été étant "
    "être".split()
)
# « nous » and « vous » may be the subject itself.
OBJECTS = CLITICS - {"nous", "vous"}
NE = {"ne", "n'"}
NEGATIONS = {"pas", "jamais", "plus", "guère", "point", "rien", "aucun", "aucune", "personne"}
VERBAL = {"VERB", "AUX"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech. `verb` is the content word; `first`..`last` the group with its auxiliary,
    its reflexive and its inverted pronoun (« s'est-il interrogé »); `pronoun` is that pronoun. Of a
    `passive` one the subject is not the source (« X est accusé de … »)."""

    entry: CueVerb
    verb: int
    first: int
    last: int
    pronoun: int | None
    negated: bool
    passive: bool

    def takes(self, frame: str) -> bool:
        return frame in self.entry.frames


def find_cues(article: Article, lexicon: CueLexicon) -> tuple[Cue, ...]:
    """The verbs of speech of an article, in the order of the text."""
    cues: list[Cue] = []
    words = article.token_lower
    forms = (lexicon.by_form.keys() & set(words)) - AUXILIARIES  # « nous sommes », not *sommer*
    for at, word in enumerate(words):
        if word not in forms:
            continue
        cue = _cue_at(article, at, lexicon.by_form[word])
        if cue is not None and (not cues or cue.first > cues[-1].last):
            cues.append(cue)
    return tuple(cues)


def cues_between(cues: tuple[Cue, ...], start: int, end: int) -> tuple[Cue, ...]:
    """The cues whose first token is in `start`..`end` (tokens, half-open)."""
    first = bisect_left(cues, start, key=lambda cue: cue.first)
    return cues[first : bisect_left(cues, end, key=lambda cue: cue.first)]


def _cue_at(article: Article, at: int, entries: tuple[CueVerb, ...]) -> Cue | None:
    """The cue at a token whose form is one of these verbs, if it is one of them here."""
    doc, words, token = article.doc, article.token_lower, article.doc[at]
    pronoun = _inverted(words, at)
    first = group_start(doc, at)
    if pronoun is None:
        pronoun = next((i for i in range(first, at) if words[i] in INVERTED), None)
    group = set(words[max(0, first - 1) : at])
    reflexive = bool(group & REFLEXIVE)
    for entry in entries:
        if entry.reflexive != reflexive:
            continue
        last = _match_words(article, at, entry.words)
        if last is None:
            continue
        if entry.needs_y and words[max(first - 1, 0)] != "y":
            continue
        passive = bool(group & BEING) and not reflexive
        if passive and "passive" not in entry.frames:
            continue  # « les habitants sont priés de », « un vote est annoncé »: said by others
        if pronoun is None and _bare_participle(token, first, entry):
            continue
        sure = token.pos_ in VERBAL or pronoun is not None or last > at
        if not sure and not _verb_all_the_same(doc, token):
            continue
        if pronoun is not None and pronoun > last:
            last = pronoun
        negated = _negated(words, first, at)
        return Cue(entry, at, first, last, pronoun, negated, passive)
    return None


def _verb_all_the_same(doc: Doc, token: Token) -> bool:
    """Verbs that the tagger takes for something else: « Ankara dément avoir … » (an adverb),
    « Budapest menace de … » (a noun), « », glisse le ministre » (a noun after a closing mark)."""
    if _in_incise(doc, token.i) or any(child.dep_ == "nsubj" for child in token.children):
        return True
    following = (t for t in doc[token.i + 1 : token.i + 4] if t.lower_ not in {"aussi", "encore"})
    before = doc[token.i - 1] if token.i else None
    after = next(following, None)
    if before is None or after is None or before.pos_ in {"DET", "ADP", "ADJ", "NUM"}:
        return False
    if before.text == "," and after.pos_ == "DET":  # « La ministre, X, juge l'attaque « indigne » »
        return any(t.text == "«" for t in doc[token.i + 1 : token.i + 8])
    if after.lower_ in {"de", "d'"}:  # « et menace de boycotter », « Moody's menace d'abaisser »
        return any("VerbForm=Inf" in features_of(t) for t in doc[token.i + 2 : token.i + 6])
    if after.text == "«":  # « Le maire juge « improbable » une crue »
        return before.pos_ in {"NOUN", "PROPN"}
    return after.lower_ in {"que", "qu'", "avoir", "être"} and before.pos_ != "VERB"


def _bare_participle(token: Token, first: int, entry: CueVerb) -> bool:
    """« les mots vus », « un ministre accusé d'avoir »: a past participle without auxiliary.

    One that is coordinated with another shares its auxiliary (« a revendiqué … et promis de »). A
    form that is also a present (« dit », « écrit ») is one unless the parser hangs it on a noun.
    """
    if first < token.i or token.lower_ not in past_participles(entry.head):
        return False
    if token.dep_ == "conj" and token.head.i < token.i:
        return not any(t.dep_ == "aux:tense" for t in token.head.children)
    if token.i and token.nbor(-1).lower_ in {"et", "puis"}:
        earlier = token.doc[token.sent.start : token.i]
        return not any(t.lower_ in {"a", "ont", "avait", "avaient"} for t in earlier)
    if token.lower_.endswith("t"):
        relative = any(t.lower_ in {"que", "qu'"} for t in token.doc[max(0, token.i - 8) : token.i])
        participle = token.dep_ in {"acl", "amod"} and "VerbForm=Part" in features_of(token)
        return participle and not relative  # « qu'un rapport décrit comme … »
    return True


def _inverted(words: tuple[str, ...], verb: int) -> int | None:
    """The pronoun hung on a verb: « ajoute-t-il », « répond-elle »."""
    for i in range(verb + 1, min(verb + 3, len(words))):
        if words[i] in INVERTED:
            return i
        if words[i] not in {"-t", "-t-"}:
            return None
    return None


def _in_incise(doc: Doc, i: int) -> bool:
    """« », glisse le ministre »: the tagger takes rare verbs after a closing mark for nouns."""
    before = i - 1
    while before >= 0 and (doc[before].text in {",", "!", "?"} or doc[before].is_space):
        before -= 1
    return before >= 0 and before >= i - 3 and doc[before].text == "»" and i + 1 < len(doc)


def _match_words(article: Article, verb: int, expression: tuple[str, ...]) -> int | None:
    """The last token of a fixed expression (« fait [déjà] savoir »), or None if it is not there."""
    words, at = article.token_lower, verb
    for word in expression[1:]:
        at += 1
        skipped = 0
        while at < len(words) and words[at] != word and skipped < 2:
            if article.token_pos[at] != "ADV" and words[at] not in HUNG_ON:
                return None
            at += 1
            skipped += 1
        if at >= len(words) or words[at] != word:
            return None
    return at


def group_start(doc: Doc, verb: int) -> int:
    """The first token of the verb group: its auxiliary, its reflexive pronoun.

    « a pour sa part ajouté », « a elle relevé », « vient d'annoncer », « s'était pris ».
    """
    first = verb
    auxiliaries = [
        t.i
        for t in doc[verb].lefts
        if verb - 8 < t.i
        and t.lower_ in AUXILIARIES
        and t.dep_.startswith("aux")
        and not any("»" in doc[i].text for i in range(t.i, verb))
    ]
    if auxiliaries:
        first = min(auxiliaries)
    elif "VerbForm=Part" in features_of(doc[verb]):
        for i in range(verb - 1, max(verb - 7, -1), -1):
            if doc[i].lower_ in AUXILIARIES:
                first = i
                break
            if doc[i].pos_ in VERBAL or doc[i].text in {".", "«", "»", ";", ":"}:
                break
    while first > 0 and doc[first - 1].lower_ in REFLEXIVE:
        first -= 1
    return first


def _negated(words: tuple[str, ...], first: int, verb: int) -> bool:
    """« n'a pas précisé », « sans dire », « refuse de dire »: nothing was said."""
    before = words[max(0, first - 3) : first]
    if not NE.isdisjoint(before) and not NEGATIONS.isdisjoint(words[first : verb + 3]):
        return True
    return before[-1:] == ("sans",)


def place(doc: Doc, span: tuple[int, int] | None) -> Place | None:
    """The characters of a token span, without the hyphen of an inverted pronoun."""
    if span is None or span[0] >= span[1]:
        return None
    first, last = doc[span[0]], doc[span[1] - 1]
    start = first.idx + len(first.text) - len(first.text.lstrip("-"))
    return start, last.idx + len(last)
