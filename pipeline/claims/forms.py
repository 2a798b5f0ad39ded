"""The forms of a verb that decide a claim: finite, infinitive, participle, conditional, future.

The model's `Mood=Cnd` misses one conditional in four and marks some imperfects, so the endings
have the last word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.claims.tokens import Tokens
from pipeline.claims.words import BE, CLITICS, HAVE, NEGATIVES, SUBJECTS

CONDITIONAL = re.compile(r"(?P<stem>\w+r)(?:ais|ait|ions|iez|aient)")
FUTURE = re.compile(r"(?P<stem>\w+r)(?:ai|as|a|ons|ez|ont)")
INFINITIVE = re.compile(r"\w+(?:er|ir|re|oir)")
PARTICIPLE = re.compile(
    r"\w+(?:[éiu]e?s?|ise?s?|ite?s?|[aeo]inte?s?|[eo]rte?s?|aite?s?)|mise?s?|prise?s?"
)
# Endings that only verbs have, whatever the model makes of the word: « ils *achèteront* ».
VERBAL = re.compile(r"\w{2,}(?:[eid]ront|èrent|aient)")
VERB_TAGS = frozenset({"VERB", "AUX"})
# What may stand right before a finite verb although the model calls it a determiner.
PRONOUNS = frozenset({"le", "la", "l'", "les", "leur"})
# Only a verb can follow these, apart from pronouns and adverbs.
VERB_FOLLOWS = frozenset({"ne", "n'", "je", "j'", "tu", "il", "ils", "on", "qui"})
OPENERS = frozenset({"«", "(", "[", ":", "—", "–", "-", "•", "*", '"', "...", "…"})


@lru_cache(maxsize=2**14)
def looks_infinitive(word: str) -> bool:
    """Whether a word in small letters has the form of an infinitive."""
    return INFINITIVE.fullmatch(word) is not None


@lru_cache(maxsize=2**14)
def looks_participle(word: str) -> bool:
    """Whether a word in small letters has the form of a past participle."""
    return PARTICIPLE.fullmatch(word) is not None


@lru_cache(maxsize=2**14)
def looks_verbal(word: str) -> bool:
    """Whether a word in small letters has an ending that only verbs have."""
    return VERBAL.fullmatch(word) is not None


def verb_of(tokens: Tokens, token: int) -> str:
    """The infinitive of a verb: the model's lemma, mended for *être* and *avoir*."""
    word = tokens.lower[token]
    if word in BE:
        return "être"
    return "avoir" if word in HAVE else tokens.lemma(token).lower()


def is_verb(tokens: Tokens, token: int) -> bool:
    return tokens.pos[token] in VERB_TAGS or looks_verbal(tokens.lower[token])


def is_finite(tokens: Tokens, token: int) -> bool:
    """Whether the token is a finite verb: what a clause turns around.

    The model takes some nouns and names for verbs (« port d'*attache* », « *Marine* Le Pen »): a
    finite verb follows no determiner and no preposition, and has no capital inside a sentence. It
    takes some verbs for nouns and infinitives too (« il n'*occulte* rien »): what follows « ne »
    or « il » is a verb. A new rule here may need more suspects in `finite.py`.
    """
    if not tokens.lower[token][0].isalpha():
        return False
    before = _word_before(tokens, token)
    leading = tokens.lower[before] if before is not None else ""
    if leading in VERB_FOLLOWS:
        return _could_be_finite(tokens, token)
    # « le canal se *vide* », read as an adjective; « se *rendre* » is left to the model.
    if leading in {"se", "s'"} and tokens.pos[token] in {"ADJ", "NOUN"}:
        word = tokens.lower[token]
        return not (looks_infinitive(word) or looks_participle(word))
    if _is_unknown_adjective(tokens, token):
        return False
    has_form = is_verb(tokens, token) and _has_finite_form(tokens, token)
    if not has_form and not _has_own_subject(tokens, token):
        return False
    return _may_open(tokens, token) if before is None else _may_follow(tokens, token, before)


def _may_follow(tokens: Tokens, token: int, before: int) -> bool:
    if tokens.initial(token).isupper() and tokens.lower[before] not in OPENERS:
        return tokens.pos[token] == "AUX"
    if tokens.pos[before] == "ADP":
        return tokens.lower[before] == "en"
    if tokens.lower[before] in PRONOUNS:
        return not _has_article(tokens, token, before)
    return tokens.pos[before] != "DET"


def _has_article(tokens: Tokens, token: int, before: int) -> bool:
    """Whether « le », « la », « l' », « les » before the token is an article after all.

    It is one after a preposition (« à l'*est* de l'île »), at the head of a sentence (« L'*est* du
    pays ») and before what hangs on the participle it follows (« a changé la *donne* »).
    """
    governor = _word_before(tokens, before)
    if governor is None:
        return tokens.lower[token] == "est"
    if tokens.pos[governor] == "ADP":
        return tokens.lower[governor] != "en"
    hangs = tokens.head[token] == governor and tokens.dep[token] != "conj"
    return hangs and is_past_participle(tokens, governor)


def _is_unknown_adjective(tokens: Tokens, token: int) -> bool:
    """« le mouvement *chiite* »: called a verb, but it qualifies a noun and has no infinitive."""
    return tokens.dep[token] == "amod" and not looks_infinitive(verb_of(tokens, token))


def _could_be_finite(tokens: Tokens, token: int) -> bool:
    """What follows « ne » or « il » is a verb, if it is no pronoun, adverb or infinitive."""
    word, tag = tokens.lower[token], tokens.pos[token]
    if word in CLITICS or word in NEGATIVES or tag == "ADP":
        return False
    if is_verb(tokens, token) and "VerbForm=Fin" in tokens.morph[token]:
        return True
    return tag not in {"ADV", "PROPN", "DET", "PRON"} and not is_infinitive(tokens, token)


def _has_finite_form(tokens: Tokens, token: int) -> bool:
    word, features = tokens.lower[token], tokens.morph[token]
    if word.endswith(("é", "ée", "és", "ées")):
        return False
    if "VerbForm=Inf" in features:  # « que l'armée *évacue* » is sometimes read as an infinitive
        return not looks_infinitive(word)
    if "VerbForm=Part" in features:  # « et *administrait* », from *administrer*
        return word.endswith(("ait", "aient")) and verb_of(tokens, token).endswith("er")
    if "VerbForm=Fin" in features or looks_verbal(word):
        return True
    if "VerbForm=" in features:
        return False
    return is_conditional(tokens, token) or is_future(tokens, token)


def _word_before(tokens: Tokens, token: int) -> int | None:
    """The token before in the same sentence, opening marks and dashes left aside."""
    while token not in tokens.opening:
        token -= 1
        word = tokens.lower[token]
        if word not in OPENERS and not word.isspace():
            return token
    return None


def words_after(tokens: Tokens, token: int, reach: int) -> range:
    """Up to `reach` tokens that follow in the same sentence."""
    following = range(token + 1, min(token + 1 + reach, len(tokens.lower)))
    for after in following:
        if after in tokens.opening:
            return range(token + 1, after)
    return following


def _may_open(tokens: Tokens, token: int) -> bool:
    """A finite verb that opens a sentence: an order, « Pourrait viser … », « Reste à … ».

    « *Similitude* n'est pas preuve »: not if another finite verb follows at once.
    """
    return not any(
        tokens.pos[after] == "AUX" and "VerbForm=Fin" in tokens.morph[after]
        for after in words_after(tokens, token, 2)
    )


def _has_own_subject(tokens: Tokens, token: int) -> bool:
    """« les banques *ferment* »: what has a subject, but neither auxiliary nor copula, is a verb,
    if its form or its lemma can be a verb's."""
    form = tokens.lower[token]
    if looks_infinitive(form) or form.endswith("ant") or tokens.pos[token] == "DET":
        return False
    if looks_participle(form) and not form.endswith("ent"):
        return form == "fait" and _precedes_infinitive(tokens, token)  # « *fait* évacuer la salle »
    lefts = tokens.lefts(token)
    subject = next((left for left in lefts if tokens.dep[left] in {"nsubj", "expl:subj"}), None)
    if subject is None or any(tokens.dep[left].startswith(("aux", "cop")) for left in lefts):
        return False
    if tokens.pos[token] == "VERB" or tokens.lower[subject] in SUBJECTS:
        return True
    if form.endswith("ent") and "Number=Plur" in tokens.morph[subject]:
        return True
    lemma = tokens.lemma(token)
    return lemma != form and looks_infinitive(lemma)


def _precedes_infinitive(tokens: Tokens, token: int) -> bool:
    return any(is_infinitive(tokens, after) for after in words_after(tokens, token, 1))


def is_infinitive(tokens: Tokens, token: int) -> bool:
    word = tokens.lower[token]
    if not looks_infinitive(word):
        return False
    if not is_verb(tokens, token):  # « savent *manœuvrer* », read as an adjective
        return tokens.dep[token] == "xcomp" and tokens.lemma(token) == word
    inside = token not in tokens.opening and tokens.lower[token - 1] != "«"
    if inside and tokens.initial(token).isupper():
        return False  # « *Yasser* Arafat »
    features = tokens.morph[token]
    return "VerbForm=Inf" in features or "VerbForm=" not in features


def is_past_participle(tokens: Tokens, token: int) -> bool:
    """After an auxiliary the model often reads an adjective: « doit être *désarmé* »."""
    word = tokens.lower[token]
    if is_verb(tokens, token):
        features = tokens.morph[token]
        if "VerbForm=Part" in features:
            return "Tense=Pres" not in features and not word.endswith("ant")
    elif tokens.pos[token] != "ADJ":
        return False
    return looks_participle(word)


def is_conditional(tokens: Tokens, token: int) -> bool:
    """« fournirait », not « montrait » (from *montrer*): the stem in -r is no infinitive's stem."""
    return _has_r_stem(tokens, token, _conditional_stem(tokens.lower[token]))


def is_future(tokens: Tokens, token: int) -> bool:
    """« livrera », not « livra » (simple past) nor « livrez » (present)."""
    return _has_r_stem(tokens, token, _future_stem(tokens.lower[token]))


@lru_cache(maxsize=2**14)
def _conditional_stem(word: str) -> str:
    """What stands before the ending of a conditional, or nothing if there is no such ending."""
    match = CONDITIONAL.fullmatch(word)
    return match["stem"] if match else ""


@lru_cache(maxsize=2**14)
def _future_stem(word: str) -> str:
    """What stands before the ending of a future, or nothing if there is no such ending."""
    match = FUTURE.fullmatch(word)
    return match["stem"] if match else ""


def is_past(tokens: Tokens, token: int) -> bool:
    """An imperfect or a simple past. The model takes « s'*avérait* » for a present."""
    features = tokens.morph[token]
    told = "Tense=Imp" in features or "Tense=Past" in features
    return (told or _is_imperfect(tokens, token)) and not is_conditional(tokens, token)


def _is_imperfect(tokens: Tokens, token: int) -> bool:
    ends = tokens.lower[token].endswith("ait") and verb_of(tokens, token).endswith("er")
    return ends and is_verb(tokens, token)


def is_order(tokens: Tokens, token: int) -> bool:
    """An imperative: « *Cessez* le feu », no subject before it."""
    before = _word_before(tokens, token)
    imperative = "Mood=Imp" in tokens.morph[token]
    if before is None:
        return imperative or tokens.lower[token].endswith(("ez", "ons"))
    subject = tokens.pos[before] in {"NOUN", "PROPN"} or tokens.lower[before] in SUBJECTS
    return imperative and not subject


def _has_r_stem(tokens: Tokens, token: int, stem: str) -> bool:
    if not stem or not is_verb(tokens, token):
        return False
    # No infinitive ends in -erer (*gérer* has its accent, *serrer* two r): « possèderait » is a
    # conditional even where the model invents a lemma for it.
    if stem.endswith("er") and not stem.endswith("rer"):
        return True
    # *montrer*, *courir*, *offrir*: « montrait » and « montra » have the infinitive's own stem.
    return stem != verb_of(tokens, token)[:-2]
