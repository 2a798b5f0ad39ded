"""Seats of power: palaces, chambers and services whose name stands for a state's institution."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.lexicons.files import read_entries
from pipeline.lexicons.forms import Forms, table_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """An institution named by its seat, its other names, and the state it belongs to."""

    name: str
    aliases: tuple[str, ...]
    country: str | None
    source: str


@dataclass(frozen=True, slots=True)
class SeatForm:
    """One way to write a seat."""

    form: str
    seat: Seat


def load_seats() -> Forms[SeatForm]:
    """Read seats.csv into a table of forms.

    Raises:
        LexiconError: a line cannot be read.
    """
    seats = read_entries("seats.csv", Seat)
    return table_of(
        (form, SeatForm(form, seat)) for seat in seats for form in (seat.name, *seat.aliases)
    )
