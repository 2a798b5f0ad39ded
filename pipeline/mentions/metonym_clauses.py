"""A capital without a preposition: subject or object of its clause, and what that makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.features import features_of
from pipeline.lexicons.countries import Reading
from pipeline.mentions.country_hits import SPACE, Hit, Scene

Decision = tuple[Reading, str]
CITY: Decision = ("city", "capital.default")
CLITICS = {
    "ne", "n'", "se", "s'", "le", "la", "l'", "les", "lui", "leur", "y", "en", "nous", "vous", "me",
    "m'", "te", "t'",
}  # fmt: skip
QUOTED = re.compile(r"\s?:\s?[«“\"]")  # a headline that quotes: « Moscou : « Nous répondrons » »
# What may stand between a verb and its object: « teste moins Manille que Washington ».
ADVERBS = {"moins", "plus", "davantage", "surtout", "aussi", "pas", "mieux", "autant"}
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
    if QUOTED.match(scene.article.text, scene.span(last)[1]):
        return "state", "metonym.colon"
    if _is_clipped(scene, first, last) and any(
        _is_clipped(scene, other, other)
        for other in scene.hits
        if other.kind in {"capital", "name"}
        and other.first not in range(first.first, last.after)
        and _same_line(scene, first, other)
    ):
        return "state", "metonym.clipped"
    governed = _after_verb(scene, first)
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
    if token.pos_ in {"VERB", "AUX"} and "VerbForm=Fin" in features_of(token):
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
        elif "VerbForm=Part" in features_of(word):
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


def _is_clipped(scene: Scene, first: Hit, last: Hit) -> bool:
    """One word after a capital that opens its clause: two such clauses in a line are a headline's
    « Manille filme, Pékin arrose », whatever the model takes the words for."""
    word = scene.behind(last)
    return (
        word is not None
        and (scene.opens_clause(first.first) or _follows_article(scene, first))
        and scene.gap(last.after).strip(" ")[:1] in {"", ",", ";", ".", "\n"}
        and re.fullmatch(r"[a-zà-ÿ]{3,}[^éèàsx]", word.text) is not None
    )


def _follows_article(scene: Scene, hit: Hit) -> bool:
    """« Bamako dénonce, le Niger acquiesce »."""
    before = scene.before(hit)
    return (
        before is not None
        and before.folded in {"le", "la", "l"}
        and scene.opens_clause(hit.first - 1)
    )


def _same_line(scene: Scene, one: Hit, other: Hit) -> bool:
    segment = scene.article.segment_at
    return segment(scene.span(one)[0]) == segment(scene.span(other)[0])


def _after_verb(scene: Scene, first: Hit) -> Decision | None:
    """« …, affirme Moscou »; « accuse Moscou », « quitte Moscou » for an object, an adverb between
    or not (« irrite toujours Moscou », « redoute moins Athènes que Moscou »).

    Beside a state that acts the object is one too, unless the verb is of moving or destroying:
    « Pékin teste Manille », but « Kiev frappe Sébastopol ».
    """
    at = first.first - 1
    if scene.before(first) is None:
        return None
    while _is_adverb(scene, at) and scene.gap(at - 1) in SPACE:
        at -= 1
    verb = scene.token(at)
    acts = _has_state_before(scene, at)
    known = verb.lower_ in scene.lexicon.verbs and (verb.pos_ == "ADJ" or acts)
    if verb.pos_ not in {"VERB", "AUX"} and not known:
        return None
    near = at == first.first - 1
    if near and (_is_incise(verb) or cue_reading(scene, "inverted", verb) == "state"):
        return "state", "metonym.inverted"
    reading = cue_reading(scene, "object", verb)
    if reading == "state" or (reading is None and acts and verb.lemma_ not in {"être", "avoir"}):
        return "state", "metonym.object"
    return ("city", "capital.object") if near or reading is not None else None


def _is_adverb(scene: Scene, at: int) -> bool:
    token = scene.token(at)
    if token.lower_ in ADVERBS:
        return True
    return token.pos_ == "ADV" and token.lower_ not in scene.lexicon.verbs


def _has_state_before(scene: Scene, at: int) -> bool:
    """Whether a capital or a state's name, without a preposition, stands right before word `at`,
    pronouns and « ne » aside."""
    while at > 0 and scene.gap(at - 1) in SPACE | {"'", "’"}:
        subject = scene.hit_until.get(at)
        if subject is not None:
            link = scene.before(subject)
            return subject.kind in {"capital", "name"} and (
                link is None or link.folded in {"la", "le", "l", "que", "qu", "mais", "pourquoi"}
            )
        if scene.words.written[at - 1] not in {"ne", "n", "se", "s"}:
            return False
        at -= 1
    return False


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
