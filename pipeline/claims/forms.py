"""The forms of a verb that decide a claim: finite, infinitive, participle, conditional, future.

The model's `Mood=Cnd` misses one conditional in four and marks some imperfects, so the endings
have the last word.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from pipeline.claims.words import BE, CLITICS, HAVE, NEGATIVES, SUBJECTS
from pipeline.features import features_of

CONDITIONAL = re.compile(r"(?P<stem>\w+r)(?:ais|ait|ions|iez|aient)")
FUTURE = re.compile(r"(?P<stem>\w+r)(?:ai|as|a|ons|ez|ont)")
INFINITIVE = re.compile(r"\w+(?:er|ir|re|oir)")
PARTICIPLE = re.compile(
    r"\w+(?:[éiu]e?s?|ise?s?|ite?s?|[aeo]inte?s?|[eo]rte?s?|aite?s?)|mise?s?|prise?s?"
)
# Endings that only verbs have, whatever the model makes of the word: « ils *achèteront* ».
VERBAL = re.compile(r"\w{2,}(?:[eid]ront|èrent|aient)")
# What may stand right before a finite verb although the model calls it a determiner.
PRONOUNS = frozenset({"le", "la", "l'", "les", "leur"})
# Only a verb can follow these, apart from pronouns and adverbs.
VERB_FOLLOWS = frozenset({"ne", "n'", "je", "j'", "tu", "il", "ils", "on", "qui"})
OPENERS = frozenset({"«", "(", "[", ":", "—", "–", "-", "•", "*", '"', "...", "…"})


def lower(token: Token) -> str:
    word: str = token.lower_
    return word


def verb_of(token: Token) -> str:
    """The infinitive of a verb: the model's lemma, mended for *être* and *avoir*."""
    word = lower(token)
    if word in BE:
        return "être"
    return "avoir" if word in HAVE else str(token.lemma_.lower())


def is_verb(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} or bool(VERBAL.fullmatch(lower(token)))


def is_finite(token: Token) -> bool:
    """Whether the token is a finite verb: what a clause turns around.

    The model takes some nouns and names for verbs (« port d'*attache* », « *Marine* Le Pen »): a
    finite verb follows no determiner and no preposition, and has no capital inside a sentence. It
    takes some verbs for nouns and infinitives too (« il n'*occulte* rien »): what follows « ne »
    or « il » is a verb. A new rule here may need more suspects in `finite.py`.
    """
    if not token.text[0].isalpha():
        return False
    before = _word_before(token)
    leading = lower(before) if before is not None else ""
    if leading in VERB_FOLLOWS:
        return _could_be_finite(token)
    # « le canal se *vide* », read as an adjective; « se *rendre* » is left to the model.
    if leading in {"se", "s'"} and token.pos_ in {"ADJ", "NOUN"}:
        return not (INFINITIVE.fullmatch(lower(token)) or PARTICIPLE.fullmatch(lower(token)))
    if _is_unknown_adjective(token):
        return False
    if not (is_verb(token) and _has_finite_form(token)) and not _has_own_subject(token):
        return False
    return _may_open(token) if before is None else _may_follow(token, before)


def _may_follow(token: Token, before: Token) -> bool:
    if token.text[0].isupper() and before.text not in OPENERS:
        return token.pos_ == "AUX"
    if before.pos_ == "ADP":
        return lower(before) == "en"
    if lower(before) in PRONOUNS:
        return not _has_article(token, before)
    return before.pos_ != "DET"


def _has_article(token: Token, before: Token) -> bool:
    """Whether « le », « la », « l' », « les » before the token is an article after all.

    It is one after a preposition (« à l'*est* de l'île »), at the head of a sentence (« L'*est* du
    pays ») and before what hangs on the participle it follows (« a changé la *donne* »).
    """
    governor = _word_before(before)
    if governor is None:
        return lower(token) == "est"
    if governor.pos_ == "ADP":
        return lower(governor) != "en"
    return is_past_participle(governor) and token.head == governor and token.dep_ != "conj"


def _is_unknown_adjective(token: Token) -> bool:
    """« le mouvement *chiite* »: called a verb, but it qualifies a noun and has no infinitive."""
    return token.dep_ == "amod" and not INFINITIVE.fullmatch(verb_of(token))


def _could_be_finite(token: Token) -> bool:
    """What follows « ne » or « il » is a verb, if it is no pronoun, adverb or infinitive."""
    if lower(token) in CLITICS or lower(token) in NEGATIVES or token.pos_ == "ADP":
        return False
    if is_verb(token) and "VerbForm=Fin" in features_of(token):
        return True
    return token.pos_ not in {"ADV", "PROPN", "DET", "PRON"} and not is_infinitive(token)


def _has_finite_form(token: Token) -> bool:
    word = lower(token)
    if word.endswith(("é", "ée", "és", "ées")):
        return False
    features = features_of(token)
    if "VerbForm=Inf" in features:  # « que l'armée *évacue* » is sometimes read as an infinitive
        return not INFINITIVE.fullmatch(word)
    if "VerbForm=Part" in features:  # « et *administrait* », from *administrer*
        return word.endswith(("ait", "aient")) and verb_of(token).endswith("er")
    if "VerbForm=Fin" in features or VERBAL.fullmatch(word):
        return True
    return "VerbForm=" not in features and (is_conditional(token) or is_future(token))


def _word_before(token: Token) -> Token | None:
    """The token before in the same sentence, opening marks and dashes left aside."""
    while not token.is_sent_start and token.i > 0:
        token = token.nbor(-1)
        if not token.is_space and token.text not in OPENERS:
            return token
    return None


def words_after(token: Token, reach: int) -> list[Token]:
    """Up to `reach` tokens that follow in the same sentence. (`token.sent` would walk it all.)"""
    found: list[Token] = []
    for following in token.doc[token.i + 1 : token.i + 1 + reach]:
        if following.is_sent_start:
            break
        found.append(following)
    return found


def _may_open(token: Token) -> bool:
    """A finite verb that opens a sentence: an order, « Pourrait viser … », « Reste à … ».

    « *Similitude* n'est pas preuve »: not if another finite verb follows at once.
    """
    following = words_after(token, 2)
    return not any(t.pos_ == "AUX" and "VerbForm=Fin" in features_of(t) for t in following)


def _has_own_subject(token: Token) -> bool:
    """« les banques *ferment* »: what has a subject, but neither auxiliary nor copula, is a verb,
    if its form or its lemma can be a verb's."""
    form = lower(token)
    if INFINITIVE.fullmatch(form) or form.endswith("ant") or token.pos_ == "DET":
        return False
    if PARTICIPLE.fullmatch(form) and not form.endswith("ent"):
        return form == "fait" and _precedes_infinitive(token)  # « *fait* évacuer la salle »
    subject = next((t for t in token.lefts if t.dep_ in {"nsubj", "expl:subj"}), None)
    if subject is None or any(t.dep_.startswith(("aux", "cop")) for t in token.lefts):
        return False
    if token.pos_ == "VERB" or lower(subject) in SUBJECTS:
        return True
    if form.endswith("ent") and "Number=Plur" in features_of(subject):
        return True
    lemma = str(token.lemma_)
    return lemma != form and bool(INFINITIVE.fullmatch(lemma))


def _precedes_infinitive(token: Token) -> bool:
    return any(is_infinitive(following) for following in words_after(token, 1))


def is_infinitive(token: Token) -> bool:
    if not INFINITIVE.fullmatch(lower(token)):
        return False
    if not is_verb(token):  # « savent *manœuvrer* », read as an adjective
        return token.dep_ == "xcomp" and str(token.lemma_) == lower(token)
    if token.text[0].isupper() and not token.is_sent_start and token.nbor(-1).text != "«":
        return False  # « *Yasser* Arafat »
    features = features_of(token)
    return "VerbForm=Inf" in features or "VerbForm=" not in features


def is_past_participle(token: Token) -> bool:
    """After an auxiliary the model often reads an adjective: « doit être *désarmé* »."""
    word = lower(token)
    if is_verb(token):
        features = features_of(token)
        if "VerbForm=Part" in features:
            return "Tense=Pres" not in features and not word.endswith("ant")
    elif token.pos_ != "ADJ":
        return False
    return bool(PARTICIPLE.fullmatch(word))


def is_conditional(token: Token) -> bool:
    """« fournirait », not « montrait » (from *montrer*): the stem in -r is no infinitive's stem."""
    return _has_r_stem(token, CONDITIONAL)


def is_future(token: Token) -> bool:
    """« livrera », not « livra » (simple past) nor « livrez » (present)."""
    return _has_r_stem(token, FUTURE)


def is_past(token: Token) -> bool:
    """An imperfect or a simple past. The model takes « s'*avérait* » for a present."""
    imperfect = is_verb(token) and lower(token).endswith("ait") and verb_of(token).endswith("er")
    features = features_of(token)
    told = "Tense=Imp" in features or "Tense=Past" in features
    return (told or imperfect) and not is_conditional(token)


def is_order(token: Token) -> bool:
    """An imperative: « *Cessez* le feu », no subject before it."""
    before = _word_before(token)
    if before is None:
        return lower(token).endswith(("ez", "ons")) or "Mood=Imp" in features_of(token)
    subject = before.pos_ in {"NOUN", "PROPN"} or lower(before) in SUBJECTS
    return "Mood=Imp" in features_of(token) and not subject


def _has_r_stem(token: Token, pattern: re.Pattern[str]) -> bool:
    match = pattern.fullmatch(lower(token))
    if match is None or not is_verb(token):
        return False
    stem = match["stem"]
    # No infinitive ends in -erer (*gérer* has its accent, *serrer* two r): « possèderait » is a
    # conditional even where the model invents a lemma for it.
    if stem.endswith("er") and not stem.endswith("rer"):
        return True
    # *montrer*, *courir*, *offrir*: « montrait » and « montra » have the infinitive's own stem.
    return stem != verb_of(token)[:-2]
