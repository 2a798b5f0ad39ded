"""Antecedents that grammar gives: of a relative *qui*, of a reflexive *se*."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.quotes.candidates import Candidate, Referent
from pipeline.quotes.found import Place
from pipeline.quotes.scene import Scene, before

LONGEST = 120  # characters: how far a candidate that holds a token may reach
CLIMB = 4  # heads: « Se disant confiant …, le conseiller … juge »


def antecedent_of_relative(scene: Scene, place: Place) -> Referent | None:
    """« le général de Gaulle, qui qualifie …»: whom the relative clause hangs on, the person
    named right before it, else by the parse."""
    candidates = before(scene, place[0])
    beside = candidates[-1] if candidates and place[0] - candidates[-1].end <= 3 else None
    if beside is not None and beside.referent.kind == "person":
        return beside.referent
    verb = scene.article.span(*place).root.head
    found = _at(scene, verb.head) if verb.dep_ == "acl:relcl" else None
    if found is not None:
        return found
    return beside.referent if beside is not None else None


def subject_around(scene: Scene, place: Place) -> Referent | None:
    """« *Se* disant confiant, le conseiller … »: the subject of the clause around a reflexive."""
    reflexive = scene.article.span(*place)[-1]
    # The verb is the next word; the parser often takes a « Se » that opens a sentence for its root.
    verb = scene.article.doc[min(reflexive.i + 1, len(scene.article.doc) - 1)]
    for _ in range(CLIMB):
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubj:pass"}:
                found = _at(scene, child)
                if found is not None:
                    return found
        verb = verb.head
    return None


def _at(scene: Scene, token: Token) -> Referent | None:
    """Who is named or described at a token: the longest candidate that holds it."""
    around = before(scene, token.idx + LONGEST)
    found: list[Candidate] = [
        candidate for candidate in around if candidate.start <= token.idx < candidate.end
    ]
    return max(found, key=lambda c: c.end - c.start).referent if found else None
