"""The drawn rows, ready to be checked: each with its passage and its question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pipeline.report.strings import Language
from pipeline.review.sample.passages import Passage, passage_of
from pipeline.review.sample.questions import question_of
from pipeline.review.sample.strata import Drawn


@dataclass(frozen=True, slots=True)
class Check:
    """A row to be checked."""

    drawn: Drawn
    passage: Passage
    question: str

    def cells(self) -> dict[str, Any]:
        """What a ticked sample must say of the row, and where it comes from."""
        drawn = self.drawn
        return {
            "table": drawn.stratum.table,
            "kind": drawn.stratum.kind,
            "family": drawn.stratum.family,
            "rule": drawn.row["rule"],
            "row_id": drawn.row_id,
            "doc_id": drawn.row["doc_id"],
            "start": int(drawn.row["start"]),
            "end": int(drawn.row["end"]),
            "stratum_rows": drawn.stratum_rows,
            "table_rows": drawn.table_rows,
        }


def checks(drawn: Iterable[Drawn], documents: pd.DataFrame, language: Language) -> Iterator[Check]:
    """The drawn rows with their passages and questions.

    Args:
        drawn: the rows.
        documents: the table of that name.
        language: of the questions.
    """
    texts = dict(zip(documents["doc_id"], documents["text"], strict=True))
    for one in drawn:
        passage = passage_of(one.row, texts[one.row["doc_id"]])
        yield Check(one, passage, question_of(one.stratum.table, one.row, language))
