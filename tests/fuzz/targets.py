"""What is fuzzed: bytes in, and what must hold of what comes out."""

from __future__ import annotations

import gzip
import io
import json
import logging
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from pipeline.flow import extract
from pipeline.records import Document, Skipped
from pipeline.report.rows import article_rows
from pipeline.report.strings import load_strings
from pipeline.report.writing import write_single
from pipeline.runs.tools import Tools, load_tools
from pipeline.sources.fields import Columns
from pipeline.sources.files import read_file
from pipeline.sources.paths import SUFFIXES
from pipeline.tables.cells import exact_cell, safe_cell
from pipeline.tables.loading import load_tables
from pipeline.tables.rows import table_rows
from pipeline.tables.writing import write_tables
from tests.invariants import check_extraction

KINDS = (*SUFFIXES, *(f"{suffix}.gz" for suffix in SUFFIXES))
logging.disable(logging.WARNING)


def fuzz_sources(data: bytes) -> None:
    """Bytes as a file of any kind: documents that can be written, or a reason in one short line."""
    kind = KINDS[data[0] % len(KINDS)] if data else ".txt"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{kind}"
        path.write_bytes(gzip.compress(data[1:]) if kind.endswith(".gz") else data[1:])
        for row in read_file(path, Columns(), lambda _: None):
            if isinstance(row, Skipped):
                assert 0 < len(row.reason) < 1_000, row
                row.reason.encode()
            else:
                assert row.text.strip(), row
                "".join((row.text, row.doc_id, row.title or "", *row.extra)).encode()


def fuzz_text(data: bytes) -> None:
    """Any text: rows that point to their own text."""
    check_extraction(_extracted(data))


def fuzz_outputs(data: bytes) -> None:
    """Any text: tables that come back as they were written, and a report that is written."""
    extraction = _extracted(data)
    rows = table_rows([extraction])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_tables(rows, place / "tables", kind="csv", safe=bool(data and data[0] % 2))
        tables = load_tables(place / "tables")
        for name, written in rows.items():
            assert len(tables[name]) == len(written), name
        assert tables["documents"]["text"].tolist() == [extraction.document.text]
        assert tables["claims"]["text"].tolist() == [claim.text for claim in extraction.claims]
        write_single(article_rows(tables), place / "report.html", load_strings("fr"))
    text = extraction.document.text
    assert exact_cell(safe_cell(text)) == text


def _extracted(data: bytes):  # type: ignore[no-untyped-def]
    text = data.decode("utf-8", errors="ignore").replace("\0", "") or "a"
    document = Document(doc_id="t", source="test", title=None, published=None, text=text)
    tools = _tools()
    return extract(document, tools.nlp, tools.lexicons)


@cache
def _tools() -> Tools:
    return load_tools(())


def json_line(value: object) -> bytes:
    """A value as a line of JSON, halves of surrogate pairs as escapes."""
    return json.dumps(value).encode()


TARGETS: dict[str, Callable[[bytes], None]] = {
    "sources": fuzz_sources,
    "text": fuzz_text,
    "outputs": fuzz_outputs,
}


def seeds(name: str) -> Iterator[bytes]:
    """Inputs to begin with."""
    text = (
        "Selon Kiev, « un drone Shahed-136 » aurait visé Odessa, a dit M. Jean Martel.\n".encode()
    )
    if name != "sources":
        yield text
        return
    parquet = io.BytesIO()
    import pandas as pd  # noqa: PLC0415 - slow, and one target needs it

    pd.DataFrame({"text": ["Kiev tient."], "id": [1]}).to_parquet(parquet)
    contents = {
        ".html": b"<html><head><title>A</title></head><body><p>" + text * 5,
        ".jsonl": b'{"id": "a", "text": "Kiev", "date": "2024-01-01", "x": [1, {"y": null}]}\n',
        ".json": b'[{"id": "a", "text": "Kiev"}]',
        ".csv": b'id,text,date\n1,"Kiev, Odessa",20/11/2024\n',
        ".tsv": b"id\ttext\n1\tKiev\n",
        ".parquet": parquet.getvalue(),
    }
    for number, kind in enumerate(KINDS):
        yield bytes([number]) + contents.get(kind, text)
