"""The forms of a verb that decide a claim: finite, infinitive, participle, conditional, future.

The model's `Mood=Cnd` misses one conditional in four, so the endings are read as well.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

CONDITIONAL = re.compile(r"(?P<stem>\w*r)(?:ais|ait|ions|iez|aient)")
FUTURE = re.compile(r"(?P<stem>\w*r)(?:ai|as|a|ons|ez|ont)")
INFINITIVE = re.compile(r"\w+(?:er|ir|re|oir)")
PARTICIPLE = re.compile(r"\w+(?:[éiu]e?s?|ise?s?|ite?s?|[aeo]inte?s?|[eo]rte?s?|aite?s?)")
# Forms whose lemma the model is not sure of and that are no noun nor adjective.
BE = frozenset(
    "est sont était étaient sera seront serait seraient fut furent suis sommes êtes".split()
)
CLITICS = frozenset(
    "je j' tu il elle on nous vous ils elles me m' te t' se s' le la l' les lui leur y en ne n' "
    "-je -tu -il -elle -on -nous -vous -ils -elles -t -t-il -t-elle -t-on -ce -le -la -les "
    "-moi -lui -leur -y -en".split()
)


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def lower(token: Token) -> str:
    return str(token.lower_)


def verb_of(token: Token) -> str:
    """The infinitive of a verb. The model's lemma, mended where the form leaves no doubt."""
    if lower(token) in BE or lower(token) in {"été", "être", "étant", "soit", "soient"}:
        return "être"
    return str(token.lemma_.lower())


def is_finite(token: Token) -> bool:
    """Whether the token is a finite verb: what a clause turns around.

    The model takes some nouns and names for verbs (« port d'*attache* », « *Marine* Le Pen »): a
    finite verb follows no determiner and no preposition, and has no capital inside a sentence.
    """
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    form = token.morph.get("VerbForm", [])
    if form and form[0] != "Fin":
        return False
    if not form and not (is_conditional(token) or is_future(token)):
        return False
    if token.i == token.sent.start:
        return True
    before = token.nbor(-1)
    if token.text[0].isupper() and before.text not in {"«", ":", "—", "–", "-", "•", "("}:
        return token.pos_ == "AUX"
    if before.pos_ == "ADP" and lower(before) not in {"en"}:
        return False
    return not (before.pos_ == "DET" and lower(before) not in {"le", "la", "l'", "les", "leur"})


def is_infinitive(token: Token) -> bool:
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    form = token.morph.get("VerbForm", [])
    if form:
        return bool(form[0] == "Inf")
    return bool(INFINITIVE.fullmatch(lower(token)))


def is_past_participle(token: Token) -> bool:
    """After an auxiliary the model often reads an adjective: « doit être *désarmé* »."""
    if token.pos_ in {"VERB", "AUX"} and token.morph.get("VerbForm", []) == ["Part"]:
        return token.morph.get("Tense", []) != ["Pres"] and not lower(token).endswith("ant")
    return token.pos_ in {"VERB", "AUX", "ADJ"} and bool(PARTICIPLE.fullmatch(lower(token)))


def is_conditional(token: Token) -> bool:
    """« fournirait », not « montrait » (from *montrer*): the stem in -r is no infinitive's stem."""
    return token.morph.get("Mood", []) == ["Cnd"] or _has_r_stem(token, CONDITIONAL)


def is_future(token: Token) -> bool:
    """« livrera », not « livra » (simple past) nor « livrez » (present)."""
    return _has_r_stem(token, FUTURE)


def is_past(token: Token) -> bool:
    """An imperfect or a simple past."""
    return token.morph.get("Tense", []) in (["Imp"], ["Past"]) and not is_conditional(token)


def _has_r_stem(token: Token, pattern: re.Pattern[str]) -> bool:
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    match = pattern.fullmatch(lower(token))
    if match is None:
        return False
    stem, lemma = match["stem"], verb_of(token)
    return len(stem) > 1 and stem != lemma[:-2]  # *montrer*, *courir*, *offrir* less the ending
