"""What stands in for `pipeline.flow` and `pipeline.runs.tools` where the model is too slow: rows at
once, and a note of every document, so that what is extracted twice can be counted."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.records import Document, Extraction
from tests.tables.conftest import make_extraction

LOG = "QUIDIT_FAULTS_LOG"  # the variable that names the file of the notes


@dataclasses.dataclass(frozen=True, slots=True)
class Tools:
    """No model, no lexicons."""

    nlp: None = None
    lexicons: None = None
    warnings: tuple[str, ...] = ()


def load_tools(_user_lexicons: tuple[Path, ...]) -> Tools:
    return Tools()


def extract_all(
    documents: Iterable[Document], _nlp: object, _lexicons: object
) -> Iterator[Extraction]:
    """Rows that depend on the document alone, all tables have some."""
    log = os.open(os.environ[LOG], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    try:
        for document in documents:
            os.write(log, b"\n")
            yield _rows(document)
    finally:
        os.close(log)


def _rows(document: Document) -> Extraction:
    rows = make_extraction(document.doc_id, document.published)
    name = document.text.split()[2]
    mentions = tuple(
        dataclasses.replace(mention, name=name, entity_id=f"place:{name}")
        for mention in rows.mentions
    )
    return dataclasses.replace(rows, document=document, mentions=mentions)
