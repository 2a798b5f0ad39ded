"""Lexicons of users: what is read, and what is said of one that can't be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.lexicons import Lexicons
from pipeline.lexicons.files import LexiconError
from pipeline.lexicons.forms import Forms
from pipeline.lexicons.user import UserForm, load_user_names

Load = Callable[..., Forms[UserForm]]


@pytest.fixture
def load(tmp_path: Path, lexicons: Lexicons) -> Load:
    """`load("name,label\\n…", …)` reads the texts as my1.csv, my2.csv and so on."""

    def load_texts(*texts: str | bytes, warn: Callable[[str], None] = pytest.fail) -> object:
        paths = [tmp_path / f"my{number}.csv" for number in range(1, len(texts) + 1)]
        for path, text in zip(paths, texts, strict=True):
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_user_names(paths, lexicons.countries, warn)

    return load_texts  # type: ignore[return-value]


def entries(table: Forms[UserForm]) -> set[tuple[str, ...]]:
    return {
        (form.text, form.entry.name, form.entry.label)
        for forms in table.values.values()
        for form in forms
    }


def test_names_and_variants(load: Load) -> None:
    table = load("name,label,variants\nOcean Viking,VESSEL,O. Viking | ocean viking\nXyl,MEDICINE,")
    assert entries(table) == {
        ("Ocean Viking", "Ocean Viking", "VESSEL"),
        ("O. Viking", "Ocean Viking", "VESSEL"),
        ("ocean viking", "Ocean Viking", "VESSEL"),
        ("Xyl", "Xyl", "MEDICINE"),
    }


def test_type_and_state(load: Load) -> None:
    table = load("name,label,variants,subtype,country,source\nDard,WEAPON,,drone,UKR,notes\n")
    (form,) = table.values["dard",]
    assert (form.entry.subtype, form.entry.country) == ("drone", "UKR")


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffname;label\r\nDard;WEAPON\r\n",
        "label\tname\nWEAPON\tDard\n",
        'Name , LABEL\n\n"Dard",WEAPON\n,,\n',
        "name,label,variants\nDard,WEAPON\n",
    ],
)
def test_the_ways_a_spreadsheet_is_saved(load: Load, text: str) -> None:
    assert entries(load(text)) == {("Dard", "Dard", "WEAPON")}


def test_an_encoding_that_is_guessed_is_told(load: Load) -> None:
    told: list[str] = []
    table = load("name;label\nÉlan;VESSEL\n".encode("cp1252"), warn=told.append)
    assert entries(table) == {("Élan", "Élan", "VESSEL")}
    assert "my1.csv: not UTF-8, read as cp1252" in told[0]


def test_several_files_make_one_table(load: Load) -> None:
    table = load("name,label\nDard,WEAPON\n", "name,label\nÉlan,VESSEL\n")
    assert {name for name, _, _ in entries(table)} == {"Dard", "Élan"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "my1.csv: empty; its first line names the columns: name,label,variants"),
        ("name,label\n\n", "my1.csv: no names; write one a line"),
        ("name,kind\nDard,WEAPON\n", "my1.csv, line 1: there is no column label; the columns are"),
        ("name,label,variant\nDard,WEAPON,\n", "line 1: unknown column 'variant'"),
        ("name,label,name\nDard,WEAPON,\n", "line 1: a column is there twice"),
        ("name,label\nDard, le petit,WEAPON\n", "line 2: 3 cells for 2 columns; put a name that"),
        ("name,label\n,WEAPON\n", "line 2: there is no name"),
        ("name,label\n!!,WEAPON\n", "line 2: the name '!!' has no letter and no digit"),
        ("name,label\nDard,weapon\n", "the label 'weapon' is not written in capitals"),
        ("name,label,subtype\nDard,WEAPON,dron\n", "unknown subtype 'dron'; write one of missile,"),
        ("name,label,subtype\nÉlan,VESSEL,drone\n", "only a WEAPON has a subtype; leave 'drone'"),
        (
            "name,label,country\nDard,WEAPON,FR\n",
            "unknown country 'FR'; write a state's",
        ),
        ("name,label,country\nDard,WEAPON,france\n", "unknown country 'france'; write FRA"),
        ("name,label\nSyldavie,COUNTRY\n", "a COUNTRY needs its code in the column country"),
        ('name,label\n"Dard,WEAPON\n', "my1.csv, line 2: malformed CSV"),
        (b"name,label\nD\x00ard,WEAPON\n", "the lexicon can't be read (binary data"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_what_to_do(
    load: Load, text: str | bytes, message: str
) -> None:
    with pytest.raises(LexiconError) as error:
        load(text)
    assert message in str(error.value)


@pytest.mark.parametrize("second", ["élan", "ELAN", "Autre,ORG|Elan"])
def test_a_name_that_is_there_twice_is_shown_in_both_places(load: Load, second: str) -> None:
    name, _, variants = second.partition(",")
    text = f"name,label,variants\nÉlan,VESSEL,\n{name},ORG,{variants.removeprefix('ORG|')}\n"
    with pytest.raises(LexiconError, match=r"my1.csv, line 3: .* is already in .*my1.csv, line 2"):
        load(text)


def test_a_name_that_two_files_have(load: Load) -> None:
    with pytest.raises(LexiconError, match=r"my2.csv, line 2: .* is already in .*my1.csv, line 2"):
        load("name,label\nDard,WEAPON\n", "name,label\nDard,VESSEL\n")


def test_every_wrong_line_is_told_up_to_ten(load: Load) -> None:
    with pytest.raises(LexiconError) as error:
        load("name,label\n" + "Dard,\n" * 12)
    lines = str(error.value).splitlines()
    assert len(lines) == 11
    assert ["line 2:" in lines[0], "line 11:" in lines[9]] == [True, True]
    assert lines[10] == "… and 2 more"


def test_a_file_that_is_not_there(lexicons: Lexicons, tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="there is no such file"):
        load_user_names([tmp_path / "no.csv"], lexicons.countries, pytest.fail)
    with pytest.raises(LexiconError, match="can't be read"):
        load_user_names([tmp_path], lexicons.countries, pytest.fail)
