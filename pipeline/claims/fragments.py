"""Words that predicate without a verb.

« dénonce « une *fuite* en avant » », « juge « *possible* » une confrontation », « *Non* ».
A fragment that only names a thing (« la « retenue » ») carries no claim.
"""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Token

from pipeline.article import Article
from pipeline.claims.clauses import linker_of
from pipeline.claims.coordination import Clause
from pipeline.claims.forms import is_past_participle, lower
from pipeline.claims.groups import Group
from pipeline.claims.units import Unit
from pipeline.claims.words import ANSWERS, REFLEXIVES
from pipeline.lexicons.modality import Effect
from pipeline.records import Quote

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
    names = "attribute" in effects and linker_of(unit) != "à"
    if names or _says_of_itself(article, unit.quote, words):
        return _attribute(article, unit, words)
    if unit.quote.kind == "indirect" and not effects - {"attribute"}:
        return _one(unit, _head(words), "fragment.verbless")
    return ()


def _says_of_itself(article: Article, quote: Quote, words: list[Token]) -> bool:
    """« s'est dit « très *inquiet* » », « se déclare « *prête* » »: the cue before."""
    if quote.kind != "mixed" or quote.cue_start is None or quote.cue_end is None:
        return False
    if quote.cue_end > words[0].idx:
        return False
    cue = article.span(quote.cue_start, quote.cue_end)
    beside = not article.text[quote.cue_end : words[0].idx].strip(' \u00a0\u202f«“"')
    head = _head(words)
    is_quality = head is not None and (head.pos_ == "ADJ" or is_past_participle(head))
    return beside and is_quality and any(lower(token) in REFLEXIVES for token in cue)


def _utterance(unit: Unit, words: list[Token]) -> tuple[Clause, ...]:
    """« Partagée, non. », « Un slogan de colloque. », « Inacceptable. », « Voilà un signal. »"""
    first, rest = words[0], words[1:]
    if [lower(t) for t in rest] in (["oui"], ["non"]):
        return _one(unit, first, "fragment.answer")
    if lower(first) in INDEFINITE:
        return _one(unit, _head(words), "fragment.verbless")
    is_quality = first.pos_ == "ADJ" or is_past_participle(first)
    if is_quality and (not rest or rest[0].pos_ in {"ADP", "ADV", "SCONJ"}):
        return _one(unit, first, "fragment.verbless")
    return ()


def _attribute(article: Article, unit: Unit, words: list[Token]) -> tuple[Clause, ...]:
    """The head of the first words in quotation marks: « traite son rival de « *menteur* » »."""
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    first = bisect_left(article.marks, start, key=lambda pair: pair.inner_start)
    last = bisect_left(article.marks, end, key=lambda pair: pair.inner_start)
    for pair in article.marks[first:last]:
        quoted = [t for t in words if pair.inner_start <= t.idx < pair.inner_end]
        if quoted:
            return _one(unit, _head(quoted), "fragment.attribute")
    return _one(unit, _head(words), "fragment.attribute")


def _one(unit: Unit, head: Token | None, rule: str) -> tuple[Clause, ...]:
    if head is None:
        return ()
    at = next(i for i, token in enumerate(unit.tokens) if token.i == head.i)
    return (Clause(at, Group((head,), ()), rule),)


def _head(words: list[Token]) -> Token | None:
    """The head of a phrase: its first noun, or the adjective or numeral that stands alone."""
    for i, word in enumerate(words):
        if lower(word) in ANSWERS:
            return word
        if word.text[0].isdigit() and any(t.pos_ == "NOUN" for t in words[i + 1 : i + 4]):
            continue  # « entre 60.000 et 150.000 *morts* »
        if word.pos_ in {"NOUN", "PROPN", "X", "PRON"}:
            return word
        if word.pos_ in {"ADJ", "NUM", "VERB", "DET"}:
            rest = words[i + 1 : i + 3]
            qualifies = word.dep_ in {"amod", "nummod", "det"}
            if qualifies and any(t.pos_ in {"NOUN", "PROPN"} for t in rest[:1]):
                continue
            if word.pos_ != "DET" or (rest and rest[0].pos_ == "ADP"):
                return word
    return None
