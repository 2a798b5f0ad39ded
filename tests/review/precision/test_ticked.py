"""Reading a ticked sheet, whatever program saved it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.review.precision.ticked import Ticked, TickedError, read_ticked

HEADER = "right,text,table,kind,family,row_id,stratum_rows,table_rows"
LINE = "{right},é,quotes,direct,after,{row_id},10,20"


def sheet(folder: Path, *answers: str, line: str = LINE) -> Path:
    path = folder / "s.csv"
    lines = [
        line.format(right=answer, row_id=f"a-q{number}") for number, answer in enumerate(answers)
    ]
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8-sig")
    return path


def read(path: Path) -> list[Ticked]:
    notes: list[str] = []
    return read_ticked(path, notes.append)


def test_answers_in_two_languages(tmp_path: Path) -> None:
    path = sheet(tmp_path, "yes", "non", "", " OUI ", "No")
    assert [row.right for row in read(path)] == [True, False, None, True, False]


def test_another_answer_is_refused_with_its_line(tmp_path: Path) -> None:
    path = sheet(tmp_path, "yes", "maybe", "x")
    with pytest.raises(TickedError) as error:
        read(path)
    assert str(error.value).splitlines() == [
        f"{path}, line 3: right is 'maybe'; it may be yes, no, oui, non or nothing",
        f"{path}, line 4: right is 'x'; it may be yes, no, oui, non or nothing",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_saved_by_a_spreadsheet(encoding: str, tmp_path: Path) -> None:
    path = sheet(tmp_path, "oui", "non")
    text = path.read_text("utf-8-sig").replace(",", ";").replace("\n", "\r\n")
    path.write_bytes(text.replace("é", "à côté, déjà").encode(encoding))
    assert [row.right for row in read(path)] == [True, False]


def test_a_row_twice_is_refused(tmp_path: Path) -> None:
    path = sheet(tmp_path, "yes", "no", line=LINE.replace("{row_id}", "a-q0"))
    with pytest.raises(TickedError, match="line 3: a-q0 stands in a line above already"):
        read(path)


def test_samples_of_two_corpora_are_not_mixed(tmp_path: Path) -> None:
    path = sheet(tmp_path, "yes")
    with path.open("a", encoding="utf-8") as file:
        file.write("yes,é,quotes,direct,after,b-q1,99,200\n")
    with pytest.raises(TickedError, match="line 3: stratum_rows differs"):
        read(path)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (LINE.replace(",10,", ",ten,"), "stratum_rows is 'ten'"),
        (LINE.replace("quotes", ""), "table is empty"),
        ("{right},é,quotes", "kind is empty"),
    ],
)
def test_a_line_that_was_damaged(line: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(TickedError, match=f"line 2: {message}"):
        read(sheet(tmp_path, "yes", line=line))


def test_another_file(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(TickedError, match="no column right, table"):
        read(path)
    with pytest.raises(TickedError, match="there is no such file"):
        read(tmp_path / "nowhere.csv")
