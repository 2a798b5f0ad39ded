"""Parts are whole or do not count."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.runs.parts import Place, find_parts, keep_parts, read_places, write_part
from tests.tables.conftest import make_extraction


def write(folder: Path, ids: str) -> str:
    keys = [doc_id.encode() for doc_id in ids]
    return write_part(folder, keys, [make_extraction(doc_id, None) for doc_id in ids])


def ids(folder: Path, places: list[Place]) -> list[str]:
    rows = read_places(folder, places)["documents"].to_pylist()
    return [document["doc_id"] for (document,) in rows]


def test_documents_are_found_by_their_keys_and_read_in_any_order(tmp_path: Path) -> None:
    write(tmp_path, "abc")
    write(tmp_path, "de")
    known = find_parts(tmp_path)
    assert ids(tmp_path, [known[key] for key in (b"d", b"c", b"e", b"a")]) == ["d", "c", "e", "a"]


def test_there_is_nothing_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert find_parts(tmp_path / "none") == {}


@pytest.mark.parametrize("at", [0, 100, 2000, -1])
def test_a_part_with_one_wrong_byte_does_not_count(tmp_path: Path, at: int) -> None:
    path = tmp_path / f"{write(tmp_path, 'ab')}.arrow"
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    assert find_parts(tmp_path) == {}


@pytest.mark.parametrize("kept", [0, 10, 1000])
def test_a_torn_part_does_not_count_and_is_written_anew(tmp_path: Path, kept: int) -> None:
    path = tmp_path / f"{write(tmp_path, 'ab')}.arrow"
    path.write_bytes(path.read_bytes()[:kept])
    assert find_parts(tmp_path) == {}
    write(tmp_path, "ab")
    assert find_parts(tmp_path).keys() == {b"a", b"b"}


def test_the_same_rows_are_the_same_part(tmp_path: Path) -> None:
    assert write(tmp_path, "ab") == write(tmp_path, "ab")
    assert len(list(tmp_path.iterdir())) == 1


def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipeline.runs.parts.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write(tmp_path, "ab")
    assert list(tmp_path.iterdir()) == []


def test_parts_that_are_not_named_are_removed(tmp_path: Path) -> None:
    kept = write(tmp_path, "ab")
    write(tmp_path, "c")
    (tmp_path / "writing-x").touch()
    (tmp_path / "lock").touch()
    keep_parts(tmp_path, [kept])
    assert {path.name for path in tmp_path.iterdir()} == {f"{kept}.arrow", "lock"}
