"""The lexicons: what the stages know about French and the world, as data files in this folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.lexicons.calendar import Calendar, load_calendar
from pipeline.lexicons.countries import CountryLexicon, load_countries
from pipeline.lexicons.cues import CueLexicon, load_cues
from pipeline.lexicons.forms import Forms
from pipeline.lexicons.markers import Marker, load_markers
from pipeline.lexicons.modality import ModalityLexicon, load_modality
from pipeline.lexicons.names import Names, load_names
from pipeline.lexicons.numbers import Numbers, load_numbers
from pipeline.lexicons.precision import load_precision
from pipeline.lexicons.roles import Roles, load_roles
from pipeline.lexicons.seats import SeatForm, load_seats
from pipeline.lexicons.user import NO_USER_NAMES, UserForm
from pipeline.lexicons.weapons import WeaponLexicon, load_weapon_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicons:
    """All lexicons, loaded once and handed to the stages. `user` is what users' own files add (see
    `pipeline.lexicons.user.load_user_names`)."""

    names: Names
    countries: CountryLexicon
    seats: Forms[SeatForm]
    weapons: WeaponLexicon
    cues: CueLexicon
    markers: tuple[Marker, ...]
    modality: ModalityLexicon
    roles: Roles
    precision: Mapping[str, float]
    calendar: Calendar
    numbers: Numbers
    user: Forms[UserForm] = NO_USER_NAMES


def load_lexicons() -> Lexicons:
    """Read the shipped lexicons.

    Raises:
        LexiconError: a line of a lexicon file cannot be read.
    """
    return Lexicons(
        names=load_names(),
        countries=load_countries(),
        seats=load_seats(),
        weapons=load_weapon_lexicon(),
        cues=load_cues(),
        markers=load_markers(),
        modality=load_modality(),
        roles=load_roles(),
        precision=load_precision(),
        calendar=load_calendar(),
        numbers=load_numbers(),
    )
