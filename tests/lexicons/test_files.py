"""Reading a lexicon file: what its lines become, and what is said of a line that is wrong."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pipeline.lexicons.files import LexiconError, parse_entries, read_entries


@dataclass(frozen=True)
class Dish:
    name: str
    parts: tuple[str, ...]
    origin: str | None


def dishes(*lines: str) -> list[Dish]:
    return list(parse_entries("dishes.csv", "\n".join(("name,parts,origin", *lines)), Dish))


def test_a_line_is_an_entry() -> None:
    assert dishes("soupe,eau|sel,Nantes") == [Dish("soupe", ("eau", "sel"), "Nantes")]


def test_white_space_around_values_is_left_out() -> None:
    assert dishes(" soupe , eau | sel ,Nantes ") == [Dish("soupe", ("eau", "sel"), "Nantes")]


def test_empty_cells() -> None:
    assert dishes("soupe,,") == [Dish("soupe", (), None)]


def test_a_quoted_cell_may_hold_a_comma() -> None:
    assert dishes('"soupe, chaude",eau,') == [Dish("soupe, chaude", ("eau",), None)]


def test_no_line_is_no_entry() -> None:
    assert dishes() == []


@pytest.mark.parametrize("line", ["soupe,eau", "soupe,eau,Nantes,Brest"])
def test_a_line_of_the_wrong_length_is_named(line: str) -> None:
    with pytest.raises(LexiconError, match=r"dishes\.csv, line 3: \d cells, expected 3"):
        dishes("pain,blé,", line)


def test_an_empty_line_inside_is_named() -> None:
    with pytest.raises(LexiconError, match="line 2: 0 cells"):
        dishes("", "pain,blé,")


@pytest.mark.parametrize("header", ["name,parts", "parts,name,origin", "name,parts,origin,x", ""])
def test_wrong_columns_are_named(header: str) -> None:
    with pytest.raises(LexiconError, match=r"dishes\.csv: columns are .* expected \['name'"):
        list(parse_entries("dishes.csv", f"{header}\nsoupe,eau,", Dish))


def test_a_file_that_is_not_shipped() -> None:
    with pytest.raises(FileNotFoundError):
        read_entries("dishes.csv", Dish)
