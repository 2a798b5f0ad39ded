"""Thirty-three ways to say when, in a text published on Wednesday 20 November 2024."""

from __future__ import annotations

import datetime

import pytest

from tests.dates.conftest import Dates

# fmt: off
EXPRESSIONS = [
    ("vendredi", "2024-11-15", "2024-11-15", "day", None),
    ("vendredi dernier", "2024-11-15", "2024-11-15", "day", None),
    ("lundi prochain", "2024-11-25", "2024-11-25", "day", None),
    ("hier soir", "2024-11-19", "2024-11-19", "evening", None),
    ("avant-hier", "2024-11-18", "2024-11-18", "day", None),
    ("il y a trois jours", "2024-11-17", "2024-11-17", "day", None),
    ("juin dernier", "2024-06-01", "2024-06-30", "month", None),
    ("en mars 2022", "2022-03-01", "2022-03-31", "month", None),
    ("le 24 février 2022", "2022-02-24", "2022-02-24", "day", None),
    ("le 24 février", "2024-02-24", "2024-02-24", "day", None),
    ("la semaine dernière", "2024-11-11", "2024-11-17", "week", None),
    ("l’an dernier", "2023-01-01", "2023-12-31", "year", None),
    ("dans la nuit de jeudi à vendredi", "2024-11-14", "2024-11-15", "night", None),
    ("depuis le début de l’année", "2024-01-01", None, "year", "since"),
    ("fin septembre", "2024-09-01", "2024-09-30", "month", "end"),
    ("d’ici la fin de l’année", None, "2024-12-31", "year", "until"),
    ("ces dix derniers jours", "2024-11-10", "2024-11-20", "day", None),
    ("mardi 19 novembre", "2024-11-19", "2024-11-19", "day", None),
    ("jeudi matin", "2024-11-14", "2024-11-14", "morning", None),
    ("le 3 octobre dernier", "2024-10-03", "2024-10-03", "day", None),
    ("mi-juillet", "2024-07-01", "2024-07-31", "month", "middle"),
    ("début 2023", "2023-01-01", "2023-12-31", "year", "start"),
    ("au printemps 2022", "2022-03-20", "2022-06-20", "season", None),
    ("en 2014", "2014-01-01", "2014-12-31", "year", None),
    ("la veille", "2024-11-19", "2024-11-19", "day", None),
    ("ce mercredi", "2024-11-20", "2024-11-20", "day", None),
    ("le week-end dernier", "2024-11-16", "2024-11-17", "weekend", None),
    ("le mois prochain", "2024-12-01", "2024-12-31", "month", None),
    ("dans trois semaines", "2024-12-11", "2024-12-11", "day", None),
    ("du 12 au 15 novembre", "2024-11-12", "2024-11-15", "day", None),
    ("dans les prochains jours", "2024-11-20", None, "vague", None),
    ("il y a près de deux ans", "2022-11-01", "2022-11-30", "month", "about"),
    ("mardi dans la soirée", "2024-11-19", "2024-11-19", "evening", None),
]
OTHERS = [
    ("le 24 décembre", "2023-12-24", "2023-12-24", "day", None),
    ("hier, le 19 novembre", "2024-11-19", "2024-11-19", "day", None),
    ("à la fin du mois d’août", "2024-08-01", "2024-08-31", "month", "end"),
    ("au début de l’année 2021", "2021-01-01", "2021-12-31", "year", "start"),
    ("au soir du 12 mars 2023", "2023-03-12", "2023-03-12", "evening", None),
    ("dans la nuit du 31 décembre 2023 au 1er janvier 2024", "2023-12-31", "2024-01-01", "night",
     None),
    ("dans la nuit de samedi", "2024-11-16", "2024-11-17", "night", None),
    ("cette nuit", "2024-11-19", "2024-11-20", "night", None),
    ("entre le 30 mars et le 2 avril", "2024-03-30", "2024-04-02", "day", None),
    ("de mars à juin 2022", "2022-03-01", "2022-06-30", "month", None),
    ("entre 2014 et 2016", "2014-01-01", "2016-12-31", "year", None),
    ("depuis plus de trois mois", "2024-08-01", None, "month", "since"),
    ("jusqu’à lundi", None, "2024-11-18", "day", "until"),
    ("jusqu’en 2030", None, "2030-12-31", "year", "until"),
    ("à partir du 3 mars 2025", "2025-03-03", None, "day", "since"),
    ("vers le 10 mai 2023", "2023-05-10", "2023-05-10", "day", "about"),
    ("d’ici à trois mois", None, "2025-02-28", "month", "until"),
    ("dans les 48 heures", "2024-11-20", "2024-11-22", "day", None),
    ("ces dernières semaines", None, "2024-11-20", "vague", None),
    ("cet été", "2024-06-21", "2024-09-22", "season", None),
    ("dans les années 1990", "1990-01-01", "1999-12-31", "decade", None),
    ("dans les années soixante-dix", "1970-01-01", "1979-12-31", "decade", None),
    ("au deuxième trimestre 2024", "2024-04-01", "2024-06-30", "quarter", None),
    ("le 12/03/2024", "2024-03-12", "2024-03-12", "day", None),
    ("2024-03-12", "2024-03-12", "2024-03-12", "day", None),
    ("il y a vingt ans", "2004-01-01", "2004-12-31", "year", None),
    ("il y a une dizaine de jours", "2024-11-10", "2024-11-10", "day", "about"),
]
# fmt: on


@pytest.mark.parametrize("case", [*EXPRESSIONS, *OTHERS], ids=lambda case: case[0])
def test_expression(
    case: tuple[str, str | None, str | None, str, str | None], dates: Dates
) -> None:
    expression, start, end, precision, modifier = case
    (date,) = dates(f"Le ministre a déclaré {expression} que la situation évoluait.")
    assert expression.removeprefix("le ") == date.text.removeprefix("le ")
    assert (date.date_start, date.date_end) == (day(start), day(end))
    assert (date.precision, date.modifier) == (precision, modifier)


def day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def test_there_are_thirty_three() -> None:
    assert len(EXPRESSIONS) == 33


@pytest.mark.parametrize(
    "text",
    [
        "La sonde a quitté Mars pour toujours.",
        "Le ministre a été blessé au bras.",
        "Le carnaval culmine pour mardi gras.",
        "Les attentats du 11-Septembre ont marqué la ville.",
        "L’Otan invoque l’article 5 du traité.",
        "Un F-16 a tiré un obus de 155 mm.",
        "Le musée ouvre tous les lundis.",
        "Le lundi, le marché est fermé.",
        "La brigade de 2000 soldats tient le front.",
        "La procession du vendredi saint est annulée.",
        "Ils étaient 2014 à manifester.",
        "Il y a trois jours de fête.",
        "Le 31 février n’existe pas.",
        "Chaque dimanche, il prie.",
        "C’était un dimanche de fête.",
        "Cette soirée a été organisée par la mairie.",
    ],
)
def test_what_looks_like_a_date_and_is_none(text: str, dates: Dates) -> None:
    assert [date.text for date in dates(text)] == []
