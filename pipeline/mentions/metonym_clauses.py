"""A capital without a preposition: subject or object of its clause, and what that makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.lexicons.countries import Reading
from pipeline.mentions.country_hits import Hit, Scene

Decision = tuple[Reading, str]
CITY: Decision = ("city", "capital.default")
CLITICS = {
    "ne", "n'", "se", "s'", "le", "la", "l'", "les", "lui", "leur", "y", "en", "nous", "vous", "me",
    "m'", "te", "t'",
}  # fmt: skip
QUOTED = re.compile(r"\s?:\s?[«“\"]")  # a headline that quotes: « Moscou : « Nous répondrons » »
BINDING = {"ne", "n'", "se", "s'"}
APPOSITION = 18  # tokens between a capital and its verb, an apposition between commas included
GROUP = 6  # tokens between an auxiliary and its participle


def cue_reading(scene: Scene, role: str, token: Token) -> Reading | None:
    """What the lexicon says of a token in a role: by its lemma, as written, or without its s."""
    written = token.lower_
    infinitive = scene.lexicon.verbs.get(written, "")
    for form in (token.lemma_, infinitive, written, written.rstrip("sx")):
        reading = scene.lexicon.reading(role, form) if form else None
        if reading is not None:
            return reading
    return None


def clause_reading(scene: Scene, first: Hit, last: Hit) -> Decision:
    """The reading of a row of capitals that no preposition introduces.

    Args:
        scene: the article.
        first, last: the ends of the row (« Séoul, Tokyo et Washington »).
    """
    before = scene.token(first.first - 1) if scene.before(first) is not None else None
    if QUOTED.match(scene.article.text, scene.span(last)[1]):
        return "state", "metonym.colon"
    governed = _after_verb(scene, before) if before is not None else None
    if governed is not None:
        return governed
    verb = _verb_after(scene, scene.token(last.after - 1))
    if verb is not None:
        return _of_subject(scene, verb)
    return _by_parse(scene, scene.token(first.first))


def _verb_after(scene: Scene, token: Token) -> Token | None:
    """The finite verb of which the capital before is the subject, by the words alone.

    Adverbs and pronouns may stand between, and an apposition between commas: « Pékin, premier
    fournisseur du pays, se tait ». « Moscou, où … » speaks of the city.
    """
    words = _following(token)
    word = next(words, None)
    if word is not None and word.text == ",":
        word = next(words, None)
        if word is not None and word.lower_ == "où":
            return None
        while word is not None and word.text != ",":
            if word.lower_ == "qui":
                return next((w for w in words if _finite(scene, w)), None)
            word = next(words, None)
        word = next(words, None)
    elif word is not None and word.lower_ == "qui":
        word = next(words, None)
    bound = False  # after « ne » or « se » nothing but a verb can stand
    while word is not None and _before_verb(scene, word):
        bound = bound or word.lower_ in BINDING
        word = next(words, None)
    return word if word is not None and (bound or _finite(scene, word)) else None


def _following(token: Token) -> Iterator[Token]:
    """The tokens after `token` in its parse unit, as far as its verb may stand."""
    for at in range(token.i + 1, min(token.i + APPOSITION, token.sent.end)):
        yield token.doc[at]


def _before_verb(scene: Scene, word: Token) -> bool:
    """« Moscou ne le nie pas », « Kiev, lui, … », « que Beyrouth « n'avait plus d'excuse » »."""
    if word.lower_ in CLITICS or word.text == "«":
        return True
    return word.pos_ == "ADV" and word.lower_ not in scene.lexicon.verbs


def _finite(scene: Scene, token: Token) -> bool:
    """A finite verb, for the model or for the lexicon (« Budapest menace de ne pas signer »)."""
    if token.pos_ in {"VERB", "AUX"} and "Fin" in token.morph.get("VerbForm", []):
        return True
    return token.lower_ in scene.lexicon.verbs


def _of_subject(scene: Scene, verb: Token) -> Decision:
    """A subject is the state unless its verb, or what is said of it by « être », is a city's."""
    if verb.lemma_ not in {"être", "avoir"}:
        return _active(scene, verb)
    being = verb.lemma_ == "être"
    for word in _group(verb):
        if word.lower_ == "été":
            being = True
        elif "Part" in word.morph.get("VerbForm", []):
            return _of_passive(scene, word) if being else _active(scene, word)
        elif being and word.pos_ in {"ADJ", "NOUN", "VERB"}:
            return _of_predicate(scene, word)
    return CITY if being else ("state", "metonym.subject")


def _group(verb: Token) -> Iterator[Token]:
    """What follows an auxiliary, up to its participle or what is said of the subject."""
    for at in range(verb.i + 1, min(verb.i + GROUP, verb.sent.end)):
        token = verb.doc[at]
        if token.is_punct and token.text not in {"«", "»"}:
            return
        yield token


def _active(scene: Scene, verb: Token) -> Decision:
    if cue_reading(scene, "subject", verb) == "city":
        return "city", "capital.subject"
    return "state", "metonym.subject"


def _of_passive(scene: Scene, participle: Token) -> Decision:
    """« Kiev a été bombardée » is the city, « Moscou est accusé de … » the state."""
    reflexive = any(participle.nbor(-n).lower_ in {"s'", "se"} for n in (1, 2) if participle.i >= n)
    if reflexive:
        return _active(scene, participle)
    for role in ("passive", "predicate"):
        if cue_reading(scene, role, participle) == "state":
            return "state", "metonym.passive"
    return "city", "capital.passive"


def _of_predicate(scene: Scene, word: Token) -> Decision:
    if cue_reading(scene, "predicate", word) == "state":
        return "state", "metonym.predicate"
    return "city", "capital.predicate"


def _after_verb(scene: Scene, before: Token) -> Decision | None:
    """« …, affirme Moscou »; « accuse Moscou », « quitte Moscou » for an object."""
    known = before.lower_ in scene.lexicon.verbs and before.pos_ == "ADJ"
    if before.pos_ not in {"VERB", "AUX"} and not known:
        return None
    if _is_incise(before) or cue_reading(scene, "inverted", before) == "state":
        return "state", "metonym.inverted"
    if cue_reading(scene, "object", before) == "state":
        return "state", "metonym.object"
    return "city", "capital.object"


def _is_incise(verb: Token) -> bool:
    """« …, a réagi Athènes »: a verb group that follows a comma or a quotation has its subject
    behind it, whatever the verb."""
    at = verb.i - 1
    while at >= verb.sent.start and (
        verb.doc[at].pos_ == "AUX" or verb.doc[at].lower_ in CLITICS or verb.doc[at].pos_ == "ADV"
    ):
        at -= 1
    if at < verb.sent.start:
        return verb.i > verb.sent.start and verb.nbor(-1).pos_ == "AUX"
    return verb.doc[at].text in {",", "»"}


def _by_parse(scene: Scene, token: Token) -> Decision:
    """What the words beside the capital leave open, the parser may tell."""
    head = token.head
    if token.dep_ == "nsubj:pass":
        return _of_passive(scene, head)
    if token.dep_ == "nsubj" and head.pos_ in {"VERB", "AUX"}:
        return _active(scene, head)
    if head.pos_ == "VERB" and head.i < token.i and token.dep_.startswith(("obj", "obl", "xcomp")):
        if cue_reading(scene, "object", head) == "state" or _aimed_at(scene, head):
            return "state", "metonym.object"
        return "city", "capital.object"
    follows = token.nbor(1) if token.i + 1 < token.sent.end else None
    if follows is not None and cue_reading(scene, "predicate", follows) == "state":
        return "state", "metonym.predicate"
    return CITY


def _aimed_at(scene: Scene, verb: Token) -> bool:
    """« Les soupçons visent Belgrade »: only a state is suspected."""
    return any(
        child.dep_ == "nsubj" and cue_reading(scene, "aimed", child) == "state"
        for child in verb.children
    )
