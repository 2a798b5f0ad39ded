"""The data dictionary, for programs and for people."""

from __future__ import annotations

from pathlib import Path

from frictionless import Package, Resource

from pipeline.tables.dictionary import data_package, markdown
from pipeline.tables.rows import Rows
from pipeline.tables.schema import TABLES
from pipeline.tables.writing import write_tables


def test_the_package_is_valid_against_the_files(rows: Rows, tmp_path: Path) -> None:
    write_tables(rows, tmp_path)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])


def test_the_package_finds_what_breaks_its_constraints(rows: Rows, tmp_path: Path) -> None:
    write_tables(rows, tmp_path, kind="csv")
    path = tmp_path / "segments.csv"
    path.write_text(path.read_text("utf-8").replace('"title"', '"headline"'), "utf-8")
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert {error[0] for error in report.flatten(["type"])} == {"constraint-error"}


def test_the_package_describes_the_columns_that_are_carried_through(
    rows: Rows, tmp_path: Path
) -> None:
    write_tables(rows, tmp_path)
    package = Package(str(tmp_path / "datapackage.json"))
    resource = package.get_resource("documents")
    assert isinstance(resource, Resource)
    types = {field.name: field.type for field in resource.schema.fields[5:]}
    assert types == {
        "words": "integer",
        "rubric": "string",
        "rate": "number",
        "day": "date",
        "mixed": "string",
    }


def test_the_package_of_parquet_files_names_them() -> None:
    resources = data_package(TABLES.values(), "parquet")["resources"]
    assert [resource["path"] for resource in resources] == [f"{name}.parquet" for name in TABLES]


def test_the_page_has_every_table_and_column() -> None:
    page = markdown(TABLES.values())
    for table in TABLES.values():
        section = page.split(f"## {table.name}\n")[1].split("\n## ")[0]
        for column in table.columns:
            assert f"\n| `{column.name}` | " in section
    assert "`conditional`" in page
    assert "→ `entities.entity_id`" in page
