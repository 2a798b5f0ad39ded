"""Tune the `ner` component of the stock model, stopping where a text set apart stops improving."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc
from thinc.api import fix_random_seed

from pipeline.model import MODEL
from training.augment import variant
from training.corpora import Labelled
from training.examples import passages, read
from training.measure import Figures, measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the head is tuned."""

    epochs: int = 20
    patience: int = 4
    batch: int = 48
    rate: float = 5e-4
    dropout: float = 0.25
    seed: int = 0


def stock() -> Language:
    """The stock model's tokenizer and `ner`, which has a tok2vec of its own."""
    return spacy.load(
        MODEL,
        exclude=["senter", "parser", "morphologizer", "tok2vec", "attribute_ruler", "lemmatizer"],
    )


def head_of(nlp: Language) -> EntityRecognizer:
    """The named-entity component of a model."""
    head = nlp.get_pipe("ner")
    assert isinstance(head, EntityRecognizer)
    return head


def tune(
    train: Sequence[Labelled],
    stop: Sequence[Labelled],
    settings: Settings,
    say: Callable[[str], None],
) -> Language:
    """The stock head tuned on `train`, at the epoch that is best on `stop`.

    Args:
        train: texts to learn from; a variant of each is drawn anew in every epoch.
        stop: texts that tell when to stop.
        settings: rates and limits.
        say: called with a line of progress after each epoch.
    """
    fix_random_seed(settings.seed)
    chance = random.Random(settings.seed)
    nlp = stock()
    reader = spacy.blank("fr", vocab=nlp.vocab)
    reader.tokenizer = nlp.tokenizer
    held = [read(item, reader) for item in stop]
    names = lend(train)
    optimizer = nlp.resume_training()
    optimizer.learn_rate = settings.rate
    best: tuple[float, bytes] = (measure(nlp, held).all.f1, head_of(nlp).to_bytes())
    waited = 0
    for epoch in range(1, settings.epochs + 1):
        losses: dict[str, float] = {}
        docs: list[Doc] = [read(variant(item, chance, names), reader) for item in train]
        examples = [example for doc in docs for example in passages(doc, chance)]
        chance.shuffle(examples)
        for at in range(0, len(examples), settings.batch):
            batch = examples[at : at + settings.batch]
            nlp.update(batch, sgd=optimizer, drop=settings.dropout, losses=losses)
        with nlp.use_params(optimizer.averages):
            figures: Figures = measure(nlp, held)
            if figures.all.f1 > best[0]:
                best, waited = (figures.all.f1, head_of(nlp).to_bytes()), -1
        waited += 1
        say(f"epoch {epoch}: loss {losses['ner']:.0f}, {figures}")
        if waited >= settings.patience:
            break
    head_of(nlp).from_bytes(best[1])
    return nlp


def lend(texts: Sequence[Labelled]) -> dict[str, list[str]]:
    """Full names of people by label, to put in the place of others (see `augment.rename`)."""
    full = {
        item.text[start:end]
        for item in texts
        for start, end, label in item.spans
        if label == "PER" and 1 <= item.text[start:end].count(" ") <= 3
    }
    return {"PER": sorted(name for name in full if "\n" not in name)}
