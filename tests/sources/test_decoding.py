"""Bytes to text: what is read, with what warning, and what is refused."""

from __future__ import annotations

import codecs
import gzip
import random

import pytest

from pipeline.sources.decoding import decode
from pipeline.sources.problems import UnreadableError

FRENCH = "L’été dernier, « où étiez-vous ? » a demandé le député à Nîmes – 12 €.\n"


def read(data: bytes) -> tuple[str, list[str]]:
    warnings: list[str] = []
    return decode(data, "a.txt", warnings.append), warnings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_or_plain_unicode_is_read_without_a_warning(encoding: str) -> None:
    assert read(FRENCH.encode(encoding)) == (FRENCH, [])


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_read_with_a_warning(encoding: str) -> None:
    text, warnings = read(FRENCH.encode(encoding))
    assert text == FRENCH
    assert len(warnings) == 1
    assert "a.txt" in warnings[0]
    assert encoding in warnings[0]


def test_another_script_is_detected() -> None:
    russian = "Министерство обороны сообщило о перехвате беспилотников над областью. " * 4
    text, warnings = read(russian.encode("cp1251"))
    assert text == russian
    assert warnings


def test_line_ends_are_left_as_they_are() -> None:
    assert read(b"a\r\nb\rc\n")[0] == "a\r\nb\rc\n"


def test_damaged_utf8_is_refused_with_the_place_of_the_damage() -> None:
    data = FRENCH.encode()
    at = data.index("é".encode()) + 1
    with pytest.raises(UnreadableError, match=rf"broken UTF-8: byte {at - 1} "):
        read(data[:at] + data[at + 1 :])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n\x80", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "zip archive"),
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        (gzip.compress(b"text"), "gzip"),
        (b"un texte\x00 avec un NUL", "NUL"),
        (bytes(range(256)) * 8, "binary|encoding"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "broken UTF-16"),
        (random.Random(1).randbytes(5_000).replace(b"\0", b"\x01"), "encoding|UTF-8"),
    ],
)
def test_binary_data_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read(data)
