"""The data dictionary: `datapackage.json` (Frictionless) for programs, Markdown for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pipeline.tables.schema import SCHEMA_VERSION, TYPE_NAMES, Column, Table

TITLE = "Who says what, about whom and about which weapons: tables extracted from French news"
ENCODINGS = {"csv": {"encoding": "utf-8-sig"}, "parquet": {}}
MEDIA_TYPES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}


def data_package(
    tables: Iterable[Table], kind: str = "csv", *, safe: bool = False
) -> dict[str, Any]:
    """A Frictionless Data Package that describes one file a table.

    Args:
        tables: the tables, with the columns they carry through.
        kind: the suffix of the files described, "csv" or "parquet".
        safe: whether the CSVs are made safe for spreadsheets (see `pipeline.tables.cells`).
    """
    return {
        "name": "quidit",
        "title": TITLE,
        "schema_version": SCHEMA_VERSION,
        "spreadsheet_safe": safe,
        "resources": [_resource(table, kind) for table in tables],
    }


def _resource(table: Table, kind: str) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = [table.key]
    references = table.references()
    if references:
        schema["foreignKeys"] = [
            {"fields": [name], "reference": {"resource": target, "fields": [key]}}
            for name, (target, key) in references.items()
        ]
    return {
        "name": table.name,
        "type": "table",
        "description": table.description,
        "path": f"{table.name}.{kind}",
        "format": kind,
        "mediatype": MEDIA_TYPES[kind],
        **ENCODINGS[kind],
        "schema": schema,
    }


def _field(column: Column, table: Table) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if column.name == table.key:
        constraints["unique"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.type is int and not column.carried:
        constraints["minimum"] = 0
    field = {
        "name": column.name,
        "type": TYPE_NAMES[column.type],
        "description": column.description,
    }
    return {**field, "constraints": constraints} if constraints else field


def markdown(tables: Iterable[Table]) -> str:
    """The data dictionary as a Markdown page, one section a table."""
    parts = ["# Tables\n"]
    for table in tables:
        parts.append(f"## {table.name}\n\n{table.description}\n")
        parts.append("| column | type | null | description |\n|---|---|---|---|")
        parts.extend(_line(column, table) for column in table.columns)
        parts.append("")
    return "\n".join(parts)


def _line(column: Column, table: Table) -> str:
    description = column.description
    if column.choices:
        description += " One of " + ", ".join(f"`{choice}`" for choice in column.choices) + "."
    if column.name == table.key:
        description += " Key of the table."
    elif column.name in table.references():
        description += " → `{}.{}`".format(*table.references()[column.name])
    null = "yes" if column.nullable else ""
    cells = (f"`{column.name}`", TYPE_NAMES[column.type], null, description.replace("|", "\\|"))
    return "| " + " | ".join(cells) + " |"
