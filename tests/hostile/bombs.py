"""Files of a few kilobytes that are made to fill a memory, and files that are made to be obeyed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as arrow_parquet

GIGABYTE = 1_000_000_000
DEPTH = 10_000
LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(12)
)


def make_bombs(folder: Path) -> None:
    """Write them into a folder."""
    _make_compressed(folder)
    _make_parquet(folder)
    _make_nested(folder)
    _make_wide(folder)
    page = "<!DOCTYPE html [{}]><html><body><article><p>{}</p></article></body></html>"
    (folder / "laughs.html").write_text(page.format(LAUGHS, "&l11; " * 9), encoding="utf-8")
    secret = '<!ENTITY x SYSTEM "file:///etc/passwd">'
    (folder / "reads.html").write_text(page.format(secret, "Voici &x; ici"), encoding="utf-8")


def unpacked(data: bytes, size: int = GIGABYTE) -> bytes:
    """A gzip archive that unpacks to a million bytes over and over, `size` of them."""
    block = data * (1_000_000 // len(data))
    return gzip.compress(block) * (size // len(block))


def _make_compressed(folder: Path) -> None:
    for name in ("text.txt", "page.html", "one.json", "line.jsonl", "cells.csv", "table.parquet"):
        (folder / f"{name}.gz").write_bytes(unpacked(b"a"))
    (folder / "breaks.jsonl.gz").write_bytes(unpacked(b"\n"))
    (folder / "wide.csv.gz").write_bytes(unpacked(b"\xff\xfea,"))
    (folder / "endless.jsonl").write_text('{"text": "' + "a" * 17_000_000, encoding="utf-8")
    (folder / "endless.csv").write_text('id,text\n1,"' + "a\n" * 9_000_000, encoding="utf-8")


def _make_parquet(folder: Path) -> None:
    for name, length in (("shared", 15_000_000), ("giant", 50_000_000)):
        value = pa.array(["a" * length]).dictionary_encode()
        rows = pa.table({"text": value.take(pa.array([0] * 60))})
        arrow_parquet.write_table(rows, folder / f"{name}.parquet", compression="zstd")
    arrow_parquet.write_table(
        pa.table({"text": ["a" * 100_000_000]}),
        folder / "value.parquet",
        compression="zstd",
        use_dictionary=False,
    )
    rows = pa.table({"text": pa.nulls(3_000_000, pa.string())})
    arrow_parquet.write_table(rows, folder / "rows.parquet")


def _make_nested(folder: Path) -> None:
    deep = "[" * DEPTH + "]" * DEPTH
    (folder / "deep.json").write_text(deep, encoding="utf-8")
    fields = [f'{{"id": "deep{n}", "text": "Kiev dément.", "x": {"[" * n + "]" * n}}}' for n in
              (500, 950, 980, DEPTH)]  # fmt: skip
    (folder / "deep.jsonl").write_text("\n".join([deep, *fields]), encoding="utf-8")
    (folder / "deep.html").write_text("<div>" * 100_000 + "Kiev dément.", encoding="utf-8")


def _make_wide(folder: Path) -> None:
    names = [f"c{number}" for number in range(1_000_000)]
    (folder / "million.csv").write_text(",".join(names), encoding="utf-8")
    (folder / "same.csv").write_text("a," * 1_000_000, encoding="utf-8")
    record = {"text": "Kiev dément."} | dict.fromkeys(names[:2_000], 1)
    (folder / "keys.jsonl").write_text(json.dumps(record), encoding="utf-8")
    arrow_parquet.write_table(pa.table({n: [1] for n in names[:2_000]}), folder / "keys.parquet")
