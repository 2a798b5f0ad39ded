"""A folder of tables, made in this process from a few texts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language

from pipeline.flow import extract
from pipeline.lexicons import Lexicons
from pipeline.records import Document
from pipeline.tables.rows import table_rows
from pipeline.tables.writing import write_tables


def documents_of(**texts: str) -> list[Document]:
    """`documents_of(port="…")` is a document with the id « port », read from port.txt."""
    return [
        Document(doc_id=name, source=f"{name}.txt", title=None, published=None, text=text)
        for name, text in texts.items()
    ]


def fill_folder(
    folder: Path, documents: Iterable[Document], nlp: Language, lexicons: Lexicons
) -> Path:
    """Write the tables of the documents, as CSV and Parquet and with a `run.json`."""
    rows = table_rows(extract(document, nlp, lexicons) for document in documents)
    run = {"run_id": "test", "program": "quidit", "user_lexicons": []}
    write_tables(rows, folder, kind="both", run_id="test", run=run)
    return folder
