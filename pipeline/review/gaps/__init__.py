"""What the lexicons lack, as lines to paste into them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
from spacy.language import Language

from pipeline.lexicons import Lexicons
from pipeline.records import Document
from pipeline.review.gaps.found import Gap as Gap
from pipeline.review.gaps.speakers import find_speaker_gaps
from pipeline.review.gaps.verbs import find_verb_gaps
from pipeline.review.gaps.weapons import find_weapon_gaps


def find_gaps(
    tables: dict[str, pd.DataFrame],
    documents: Iterable[Document],
    nlp: Language,
    lexicons: Lexicons,
) -> tuple[Gap, ...]:
    """Verbs, weapons and speakers that no lexicon has, the most frequent of each sort first.

    Args:
        tables: what `quidit extract` wrote, as `load_tables` gives it.
        documents: the texts of the same tables; verbs are sought in them.
        nlp: the model.
        lexicons: the lexicons.
    """
    demonyms = frozenset(
        demonym for country in lexicons.countries.countries.values() for demonym in country.demonyms
    )
    return (
        *find_verb_gaps(documents, nlp, lexicons),
        *find_weapon_gaps(tables),
        *find_speaker_gaps(tables, lexicons.roles, demonyms),
    )
