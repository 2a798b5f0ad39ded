"""Records of JSON lines, JSON, CSV and Parquet."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from itertools import repeat

import pyarrow as pa
import pyarrow.parquet as arrow_parquet
import pytest

from pipeline.sources.fields import Columns
from pipeline.sources.problems import UnreadableError
from pipeline.sources.tabular import Record, read_csv, read_json, read_json_lines, read_parquet


def lines(text: str) -> io.StringIO:
    """The lines of a file, with their ends as they are."""
    return io.StringIO(text, newline="")


def values(records: list[Record]) -> list[object]:
    return [dict(record.values) for record in records]


def test_json_lines_are_counted_with_the_empty_ones() -> None:
    records = list(read_json_lines(lines('{"text": "a"}\r\n\n{"text": "b\u2028c"}')))
    assert [(record.place, record.values["text"]) for record in records] == [
        ("line 1", "a"),
        ("line 3", "b\u2028c"),
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"text": "a"', "malformed JSON .*column 13"),
        ('["a"]', "a JSON object was expected"),
        ("[" * 100_000, "malformed JSON"),
    ],
)
def test_a_line_that_is_no_object_is_a_problem_of_its_own(line: str, problem: str) -> None:
    records = list(read_json_lines(lines(f'{line}\n{{"text": "b"}}')))
    assert records[0].problem is not None
    assert re.search(problem, records[0].problem)
    assert records[1].values == {"text": "b"}


def test_a_json_file_holds_one_record_or_a_list() -> None:
    assert values(list(read_json('{"text": "a"}'))) == [{"text": "a"}]
    assert values(list(read_json('[{"text": "a"}, {"text": "b"}]'))) == [
        {"text": "a"},
        {"text": "b"},
    ]
    with pytest.raises(UnreadableError, match="malformed JSON"):
        list(read_json("{"))


@pytest.mark.parametrize(
    "read", [read_json_lines, lambda blank: read_csv(blank, Columns())], ids=["jsonl", "csv"]
)
def test_a_file_of_blank_lines_is_empty(read: Callable[[io.StringIO], Iterator[Record]]) -> None:
    with pytest.raises(UnreadableError, match="empty: nothing but white space"):
        list(read(lines("\n \r\n")))


def test_records_are_read_as_they_are_asked_for() -> None:
    """A file may be longer than memory is large."""

    def endless() -> Iterator[str]:
        yield "id,text\n"
        yield from repeat("1,a\n")

    assert next(read_csv(endless(), Columns())).values == {"id": "1", "text": "a"}
    assert next(read_json_lines(repeat('{"text": "a"}\n'))).values == {"text": "a"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_of_a_csv_is_found(delimiter: str) -> None:
    text = f'id{delimiter}text\n1{delimiter}"a, b; c\nd ""e"""\n2{delimiter}\n'
    assert values(list(read_csv(lines(text), Columns()))) == [
        {"id": "1", "text": 'a, b; c\nd "e"'},
        {"id": "2", "text": None},
    ]


def test_a_row_of_another_length_is_a_problem_of_its_own() -> None:
    records = list(read_csv(lines("id,text\n1\n2,b\n"), Columns()))
    assert records[0].problem == "1 cells, but 2 columns"
    assert records[1].values["text"] == "b"


@pytest.mark.parametrize(
    ("text", "columns", "reason"),
    [
        ("id,nom\n1,a\n", Columns(), r"no column holds the text \(columns: id, nom\)"),
        ("id,text\n1,a\n", Columns(text="corps"), "no column 'corps'"),
        ("id,text\n1,a\n", Columns(date="jour"), "no column 'jour' .named by --date-column"),
        ("text,text\na,b\n", Columns(), "two columns have one name: text"),
        ('id,text\n1,"a\n', Columns(), "malformed CSV near line 2"),
    ],
)
def test_a_csv_that_is_refused(text: str, columns: Columns, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        list(read_csv(lines(text), columns))


def test_a_cell_may_be_longer_than_the_csv_module_likes() -> None:
    long = "a" * 200_000
    assert values(list(read_csv(lines(f"text\n{long}\n"), Columns()))) == [{"text": long}]


def test_parquet_with_a_name_that_is_no_text() -> None:
    buffer = io.BytesIO()
    arrow_parquet.write_table(pa.table({"titre": ["a"]}), buffer, store_schema=False)
    damaged = io.BytesIO(buffer.getvalue().replace(b"titre", b"ti\xabre"))
    with pytest.raises(UnreadableError, match="not a sound Parquet file"):
        list(read_parquet(damaged, Columns()))


def test_parquet_rows_and_refusals() -> None:
    buffer = io.BytesIO()
    arrow_parquet.write_table(pa.table({"body": ["a", None], "n": [1, 2]}), buffer)
    assert values(list(read_parquet(buffer, Columns()))) == [
        {"body": "a", "n": 1},
        {"body": None, "n": 2},
    ]
    with pytest.raises(UnreadableError, match="no column 'text'"):
        list(read_parquet(buffer, Columns(text="text")))
    with pytest.raises(UnreadableError, match="not a sound Parquet file"):
        list(read_parquet(io.BytesIO(buffer.getvalue()[:-20]), Columns()))
