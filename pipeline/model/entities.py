"""The named-entity recogniser's search in numpy: same weights, same entities, fewer steps.

spaCy's recogniser walks through the words and picks an action for each: outside (O), a name of one
word (U), or the first, inner and last word of one (B, I, L). What it sees is the word, and if a
name is open, that name's first word and the word before. Outside of names the words do not depend
on each other, so all of these choices are made at once; then all long names go on word by word
together, as if none began within another, and those that do are left out.

The actions and when they are valid: spacy/pipeline/_parser_internals/ner.pyx.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from pipeline.model.encoder import AddMaxout, Encoder, encoder_of
from pipeline.model.packs import Bools, Floats, Integers, attributes, borders
from pipeline.model.states import StateScores, state_scores

NEVER = np.float32(-np.inf)


@dataclass(frozen=True, slots=True)
class Moves:
    """The actions by their numbers: the letter of each kind and its label. The masks are 0 for the
    actions that are valid somewhere, else minus infinity."""

    kinds: tuple[str, ...]
    labels: tuple[str, ...]
    outside: Floats  # no name is open
    at_end: Floats  # no name is open, and the sentence ends
    space: Floats  # no name is open, before white space
    inside: Floats  # a name is open, (action that opened it, actions)
    closing: Floats  # a name is open, and the sentence ends


def _moves(names: list[str]) -> Moves:
    """The actions by their names; « U- » says that no entity may be here, and is never taken."""
    kinds = ["-" if name == "U-" else name[0] for name in names]
    labels = [name[2:] for name in names]

    def mask(allowed: str, label: str | None = None) -> Floats:
        pairs = zip(kinds, labels, strict=True)
        valid = [kind in allowed and label in {None, own} for kind, own in pairs]
        return np.where(valid, np.float32(0), NEVER)

    return Moves(
        kinds=tuple(kinds),
        labels=tuple(labels),
        outside=mask("BUO"),
        at_end=mask("UO"),
        space=mask("O"),
        inside=np.stack([mask("IL", label) for label in labels]),
        closing=np.stack([mask("L", label) for label in labels]),
    )


@dataclass(frozen=True, slots=True)
class EntityFinder:
    """A named-entity recogniser taken apart. Called on docs, it sets their entities; where some
    were set before, the stock one does it, since they bind the others."""

    stock: EntityRecognizer
    encoder: Encoder
    scores: StateScores
    moves: Moves

    def __call__(self, docs: Sequence[Doc]) -> None:
        free = []
        for doc in docs:
            if attributes([doc], [ENT_IOB]).any():
                self.stock(doc)
            elif len(doc):
                free.append(doc)
        if free:
            self._annotate(free)

    def _annotate(self, docs: Sequence[Doc]) -> None:
        """Set the entities of docs that have none."""
        reduced = self.scores.reduced(self.encoder.encode(docs))
        found = self._search(docs, reduced)
        found.reverse()
        for doc, (start, end) in zip(docs, borders(docs), strict=True):
            spans = []
            while found and found[-1][0] < end:
                first, after, label = found.pop()
                spans.append(Span(doc, first - start, after - start, label))
            doc.set_ents(spans, default="outside")

    def _search(self, docs: Sequence[Doc], reduced: Floats) -> list[tuple[int, int, str]]:
        """The entities as (first token, token after the last, label), in the order of the texts,
        tokens numbered through all docs."""
        ends = _ends(docs)
        actions = self._closed_actions(docs, reduced, ends)
        starts = (actions >= 0).nonzero()[0]
        opening = actions[starts]
        afters = self._afters(starts, opening, reduced, ends)
        spans = []
        free = 0  # the token after the last entity
        for start, after, action in zip(starts.tolist(), afters, opening.tolist(), strict=True):
            if start >= free:
                spans.append((start, after, self.moves.labels[action]))
                free = after
        return spans

    def _closed_actions(self, docs: Sequence[Doc], reduced: Floats, ends: Bools) -> Integers:
        """The action of each token if no name is open before it; -1 for O."""
        scores = self.scores.lone_scores(reduced)[: len(ends)]
        scores += self.moves.outside
        scores[ends] += self.moves.at_end
        scores[attributes(docs, [IS_SPACE])[:, 0] == 1] += self.moves.space
        actions: Integers = scores.argmax(axis=1)
        actions[actions == self.moves.kinds.index("O")] = -1
        return actions

    def _afters(
        self, starts: Integers, opening: Integers, reduced: Floats, ends: Bools
    ) -> list[int]:
        """The token after the last of the name that each of the actions `opening` opens."""
        kinds = np.array(self.moves.kinds)
        afters = starts + 1
        unclosed = (kinds[opening] != "U").nonzero()[0]  # a name is closed where its sentence ends
        while len(unclosed):
            first, token = starts[unclosed], afters[unclosed]
            scores = self.scores.scores_of_few(reduced, np.stack((token, first, token - 1)))
            masks = np.where(
                ends[token, None],
                self.moves.closing[opening[unclosed]],
                self.moves.inside[opening[unclosed]],
            )
            afters[unclosed] += 1
            unclosed = unclosed[kinds[(scores + masks).argmax(axis=1)] != "L"]
        return list(afters.tolist())


def entity_finder(ner: EntityRecognizer, add_maxout: AddMaxout) -> EntityFinder:
    """Take spaCy's `EntityRecognizer` apart."""
    network = ner.model.get_ref("tok2vec").layers[0]
    return EntityFinder(
        stock=ner,
        encoder=encoder_of(network, ner.vocab.vectors.data, add_maxout),
        scores=state_scores(ner.model),
        moves=_moves([ner.moves.get_class_name(i) for i in range(ner.moves.n_moves)]),
    )


def _ends(docs: Sequence[Doc]) -> Bools:
    """Whether each token is the last of its sentence (or of its document)."""
    starts = attributes(docs, [SENT_START])[:, 0] == 1
    starts[[start for start, _ in borders(docs)]] = True
    return np.append(starts[1:], True)
