"""Words that predicate without a verb.

« dénonce « une *fuite* en avant » », « juge « *possible* » une confrontation », « *Non* ».
A fragment that only names a thing (« la « retenue » ») carries no claim.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.article import Article
from pipeline.claims.clauses import Clause, as_fragment
from pipeline.claims.forms import is_past_participle, lower
from pipeline.claims.units import Unit
from pipeline.lexicons.modality import Effect

ANSWERS = frozenset({"oui", "non"})
INDEFINITE = frozenset({"un", "une"})


def find_fragments(article: Article, unit: Unit, effects: frozenset[Effect]) -> tuple[Clause, ...]:
    """The claim of a content without a clause, if it predicates something.

    Args:
        article: for its quotation marks.
        unit: a unit of a quote, in which no clause was found.
        effects: what the quote's cue does to its content (see `claim_cues.csv`).
    """
    if unit.quote is None or not unit.tokens:
        return ()
    words = [t for t in unit.tokens if not t.is_punct]
    if not words:
        return ()
    if unit.quote.kind in {"direct", "block"}:
        return _utterance(unit, words)
    if "attribute" in effects:
        return _attribute(article, unit, words)
    if not effects and unit.quote.kind == "indirect":
        return _one(unit, _head(words), "fragment.verbless")
    return ()


def _utterance(unit: Unit, words: list[Token]) -> tuple[Clause, ...]:
    """« Partagée, non. », « Un slogan de colloque. », « Inacceptable. », « Voilà un signal. »"""
    for i, word in enumerate(words[:-1]):
        if lower(word) in {"voilà", "voici"}:
            return _one(unit, _head(words[i + 1 :]), "fragment.voilà")
    first = words[0]
    if len(words) > 1 and (
        lower(first) in INDEFINITE
        or (first.pos_ in {"ADJ", "VERB"} and (is_past_participle(first) or first.pos_ == "ADJ"))
    ):
        head = _head(words)
        if lower(first) in INDEFINITE or head == first:
            return _one(unit, head, "fragment.verbless")
    return ()


def _attribute(article: Article, unit: Unit, words: list[Token]) -> tuple[Clause, ...]:
    """The head of the first words in quotation marks: « traite son rival de « *menteur* » »."""
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    for pair in article.marks:
        if start <= pair.inner_start < end:
            quoted = [t for t in words if pair.inner_start <= t.idx < pair.inner_end]
            if quoted:
                return _one(unit, _head(quoted), "fragment.attribute")
    return _one(unit, _head(words), "fragment.attribute")


def _one(unit: Unit, head: Token | None, rule: str) -> tuple[Clause, ...]:
    if head is None:
        return ()
    at = next(i for i, token in enumerate(unit.tokens) if token.i == head.i)
    return (as_fragment(at, head, rule),)


def _head(words: list[Token]) -> Token | None:
    """The head of a phrase: its first noun, or the adjective or numeral that stands alone."""
    for i, word in enumerate(words):
        if lower(word) in ANSWERS:
            return word
        if word.pos_ in {"NOUN", "PROPN", "X", "PRON"}:
            return word
        if word.pos_ in {"ADJ", "NUM", "VERB", "DET"}:
            rest = words[i + 1 : i + 3]
            if any(t.pos_ in {"NOUN", "PROPN"} for t in rest[:1]):
                continue
            if word.pos_ != "DET" or (rest and rest[0].pos_ == "ADP"):
                return word
    return None
