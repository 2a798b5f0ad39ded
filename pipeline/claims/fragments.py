"""Words that predicate without a verb.

« dénonce « une *fuite* en avant » », « juge « *possible* » une confrontation », « *Non* ».
A fragment that only names a thing (« la « retenue » ») carries no claim.
"""

from __future__ import annotations

from bisect import bisect_left

from pipeline.article import Article
from pipeline.claims.clauses import linker_of
from pipeline.claims.coordination import Clause
from pipeline.claims.forms import is_past_participle, verb_of
from pipeline.claims.groups import Group
from pipeline.claims.tokens import is_punct
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
    if unit.quote is None:
        return ()
    rest = [i for i, word in enumerate(unit.words) if not is_punct(word)]
    if not rest:
        return ()
    if unit.quote.kind in {"direct", "block"}:
        return _utterance(unit, rest)
    names = "attribute" in effects and linker_of(unit) != "à"
    if names or _says_of_itself(article, unit, unit.quote, rest):
        return _attribute(article, unit, rest)
    if unit.quote.kind == "indirect" and not effects - {"attribute"}:
        return _one(unit, _head(unit, rest), "fragment.verbless")
    return ()


def _says_of_itself(article: Article, unit: Unit, quote: Quote, rest: list[int]) -> bool:
    """« s'est dit « très *inquiet* » », « se déclare « *prête* » »: the cue before."""
    if quote.kind != "mixed" or quote.cue_start is None or quote.cue_end is None:
        return False
    start = unit.start(rest[0])
    if quote.cue_end > start:
        return False
    head = _head(unit, rest)
    if head is None or not _is_quality(unit, head):
        return False
    cue = article.tokens_within(quote.cue_start, quote.cue_end)
    beside = not article.text[quote.cue_end : start].strip(' \u00a0\u202f«“"')
    return beside and any(unit.tokens.lower[token] in REFLEXIVES for token in cue)


def _is_quality(unit: Unit, at: int) -> bool:
    return unit.tags[at] == "ADJ" or is_past_participle(unit.tokens, unit.places[at])


def _utterance(unit: Unit, content: list[int]) -> tuple[Clause, ...]:
    """« Partagée, non. », « Un slogan de colloque. », « Inacceptable. », « Voilà un signal. »"""
    first, rest = content[0], content[1:]
    if [unit.words[i] for i in rest] in (["oui"], ["non"]):
        return _one(unit, first, "fragment.answer")
    if unit.words[first] in INDEFINITE:
        return _one(unit, _head(unit, content), "fragment.verbless")
    alone = not rest or unit.tags[rest[0]] in {"ADP", "ADV", "SCONJ"}
    if alone and _is_quality(unit, first):
        return _one(unit, first, "fragment.verbless")
    return ()


def _attribute(article: Article, unit: Unit, content: list[int]) -> tuple[Clause, ...]:
    """The head of the first words in quotation marks: « traite son rival de « *menteur* » »."""
    starts = [unit.start(i) for i in content]
    end = unit.tokens.end[unit.places[content[-1]]]
    first = bisect_left(article.marks, starts[0], key=lambda pair: pair.inner_start)
    last = bisect_left(article.marks, end, key=lambda pair: pair.inner_start)
    for pair in article.marks[first:last]:
        quoted = [
            i
            for i, start in zip(content, starts, strict=True)
            if pair.inner_start <= start < pair.inner_end
        ]
        if quoted:
            return _one(unit, _head(unit, quoted), "fragment.attribute")
    return _one(unit, _head(unit, content), "fragment.attribute")


def _one(unit: Unit, at: int | None, rule: str) -> tuple[Clause, ...]:
    if at is None:
        return ()
    token = unit.places[at]
    return (Clause(at, Group((token,), verb_of(unit.tokens, token)), rule),)


def _head(unit: Unit, content: list[int]) -> int | None:
    """The position of the head of a phrase: its first noun, or the adjective or numeral that stands
    alone."""
    for number, at in enumerate(content):
        tag, following = unit.tags[at], [unit.tags[i] for i in content[number + 1 : number + 4]]
        if unit.words[at] in ANSWERS:
            return at
        if unit.words[at][0].isdigit() and "NOUN" in following:
            continue  # « entre 60.000 et 150.000 *morts* »
        if tag in {"NOUN", "PROPN", "X", "PRON"}:
            return at
        if tag in {"ADJ", "NUM", "VERB", "DET"}:
            qualifies = unit.label(at) in {"amod", "nummod", "det"}
            if qualifies and following[:1] in (["NOUN"], ["PROPN"]):
                continue
            if tag != "DET" or following[:1] == ["ADP"]:
                return at
    return None
