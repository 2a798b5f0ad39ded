"""The stages as components of a spaCy pipeline.

```python
import spacy

nlp = spacy.load("fr_core_news_md")
nlp.add_pipe("quidit_segments", first=True)
nlp.add_pipe("quidit_mentions")
nlp.add_pipe("quidit_quotes")
doc = nlp("Selon Kiev, un drone Shahed aurait visé le port d’Odessa.")
doc.spans["quidit_quotes"], doc._.quidit_quotes
```

Rows are those of the tables (see `pipeline.components.extensions`); `docs/spacy.md` says what the
first component does to a text, and how the rows come to be the same as those of `quidit extract`.

spaCy imports this module whenever it makes a pipeline, whoever asks for it: the stages are imported
when a component is made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.components.extensions import TABLES, Row
from pipeline.records import Claim, Date, Mention, Quantity, Quote, Role

__all__ = [
    "claims",
    "dates",
    "mentions",
    "quantities",
    "quotes",
    "roles",
    "segments",
]

Component = Callable[[Doc], Doc]
LAYOUT = ["doc._.quidit_document", "doc._.quidit_segments", "doc._.quidit_sentences"]
PARSE = ["token.pos", "token.dep", "token.morph", "token.lemma", "token.ent_type"]


def _left_by(*kinds: type[Row]) -> list[str]:
    return [f"doc._.{TABLES[kind]}" for kind in kinds]


@Language.factory("quidit_segments", assigns=["token.is_sent_start", *LAYOUT])
def segments(nlp: Language, name: str) -> Component:  # noqa: ARG001 - what spaCy calls it with
    """Lines, sentences and quotation marks. Must come first."""
    from pipeline.components.reading import Reader  # noqa: PLC0415

    return Reader(nlp.tokenizer)


@Language.factory(
    "quidit_mentions",
    requires=[*LAYOUT, *PARSE],
    assigns=["doc.spans", *_left_by(Mention)],
    default_config={"lexicons": []},
)
def mentions(nlp: Language, name: str, lexicons: Sequence[str]) -> Component:  # noqa: ARG001
    """People, countries, places, organisations, weapons. `lexicons` are CSV files with names of
    your own."""
    return _stage(Mention, tuple(lexicons))


@Language.factory(
    "quidit_roles", requires=_left_by(Mention), assigns=["doc.spans", *_left_by(Role)]
)
def roles(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Functions, parties and countries beside people's names."""
    return _stage(Role)


@Language.factory("quidit_dates", requires=LAYOUT, assigns=["doc.spans", *_left_by(Date)])
def dates(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Dates and periods."""
    return _stage(Date)


@Language.factory(
    "quidit_quantities",
    requires=_left_by(Mention, Date),
    assigns=["doc.spans", *_left_by(Quantity)],
)
def quantities(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Numbers of things and of units."""
    return _stage(Quantity)


@Language.factory(
    "quidit_quotes", requires=_left_by(Mention), assigns=["doc.spans", *_left_by(Quote)]
)
def quotes(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Quotes with their speakers."""
    return _stage(Quote)


@Language.factory(
    "quidit_claims", requires=_left_by(Mention, Quote), assigns=["doc.spans", *_left_by(Claim)]
)
def claims(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Propositions with source, modality and polarity."""
    return _stage(Claim)


def _stage(kind: type[Row], user_lexicons: tuple[str, ...] = ()) -> Component:
    from pipeline.components.stages import Stage, lexicons_with  # noqa: PLC0415

    lexicons_with(user_lexicons)  # what can't be read is told now, not at the first text
    return Stage(kind, user_lexicons)
