"""Antecedents that grammar gives: of a relative *qui*, of a reflexive *se*."""

from __future__ import annotations

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
    heads = scene.article.token_heads
    verb = heads[scene.article.root_of(*place)]
    found = _at(scene, heads[verb]) if scene.article.token_dep[verb] == "acl:relcl" else None
    if found is not None:
        return found
    return beside.referent if beside is not None else None


def subject_around(scene: Scene, place: Place) -> Referent | None:
    """« *Se* disant confiant, le conseiller … »: the subject of the clause around a reflexive."""
    article = scene.article
    # The verb is the next word; the parser often takes a « Se » that opens a sentence for its root.
    verb = min(article.tokens_within(*place).stop, len(article.token_heads) - 1)
    for _ in range(CLIMB):
        for child in article.token_children[verb]:
            if article.token_dep[child] in {"nsubj", "nsubj:pass"}:
                found = _at(scene, child)
                if found is not None:
                    return found
        verb = article.token_heads[verb]
    return None


def _at(scene: Scene, token: int) -> Referent | None:
    """Who is named or described at a token: the longest candidate that holds it."""
    start = scene.article.token_starts[token]
    around = before(scene, start + LONGEST)
    found: list[Candidate] = [
        candidate for candidate in around if candidate.start <= start < candidate.end
    ]
    return max(found, key=lambda c: c.end - c.start).referent if found else None
