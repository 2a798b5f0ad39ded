"""Quantities: which words, how many, of what."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.quantities.conftest import Quantities


@pytest.mark.parametrize(
    ("text", "words", "value", "value_max", "approximate", "unit"),
    [
        ("L’usine livre 47 moteurs.", "47", 47, None, False, "moteurs"),
        ("Le port compte 1\u202f200 dockers.", "1\u202f200", 1200, None, False, "dockers"),
        ("Il manque quarante-deux pièces.", "quarante-deux", 42, None, False, "pièces"),
        ("La portée est de 2,5 kilomètres.", "2,5", 2.5, None, False, "km"),
        ("Le tube mesure 120mm.", "120", 120, None, False, "mm"),
        ("Le prix baisse de 12 %.", "12", 12, None, False, "%"),
        ("Il fait -20 °C.", "-20", -20, None, False, "°C"),
        ("Le plan coûte 7,2 milliards d’euros.", "7,2 milliards", 7.2e9, None, False, "euros"),
        ("Le plan coûte un million de dollars.", "un million", 1e6, None, False, "dollars"),
        ("La facture est de $12.", "12", 12, None, False, "dollars"),
        ("Près de 300 habitants ont fui.", "300", 300, None, True, "habitants"),
        ("Pas moins de dix maires ont signé.", "dix", 10, None, True, "maires"),
        ("On compte 300 habitants environ.", "300", 300, None, True, "habitants"),
        ("Une dizaine de maires ont signé.", "Une dizaine", 10, None, True, "maires"),
        ("Il a vendu deux douzaines d’œufs.", "deux douzaines", 24, None, True, "œufs"),
        ("Des milliers de fidèles prient.", "Des milliers", None, None, True, "fidèles"),
        ("Entre 200 et 300 élèves chantent.", "Entre 200 et 300", 200, 300, True, "élèves"),
        ("Le trajet dure 60 à 80 minutes.", "60 à 80", 60, 80, True, "minutes"),
        ("Il faut 2 à 3 millions d’euros.", "2 à 3 millions", 2e6, 3e6, True, "euros"),
        ("Deux ou trois élèves chantent.", "Deux ou trois", 2, 3, True, "élèves"),
        ("Deux tiers des députés votent.", "Deux tiers", 66.67, None, False, "%"),
        ("La moitié des députés votent.", "La moitié", 50, None, False, "%"),
        ("Un élève sur quatre échoue.", "Un élève sur quatre", 25, None, False, "%"),
        ("Il faut deux millions et demi de doses.", "deux millions et demi", 2.5e6, None, False,
         "doses"),
    ],
)  # fmt: skip
def test_quantity(  # noqa: PLR0917
    text: str,
    words: str,
    value: float | None,
    value_max: float | None,
    approximate: bool,
    unit: str,
    quantities: Quantities,
) -> None:
    (row,) = quantities(text).rows
    assert (row.text, row.unit) == (words, unit)
    assert (row.value, row.value_max, row.approximate) == (value, value_max, approximate)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("La brigade a perdu trois systèmes de défense antiaérienne.",
         "systèmes de défense antiaérienne"),
        ("Le convoi compte 12 camions blindés de la brigade.", "camions blindés"),
        ("Il reste deux autres ponts.", "autres ponts"),
        ("Quelque 80 % des ouvriers chôment.", "ouvriers"),
        ("Ils étaient trois.", None),
        ("Le bourg est à 14 km de la ligne.", None),
        ("La grève a duré 24 heures. De source locale, elle continue.", None),
        ("Le camion porte 200 tonnes d’acier.", "acier"),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, counted: str | None, quantities: Quantities) -> None:
    (row,) = quantities(text).rows
    assert row.counted == counted


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("L’armée a abattu 47 drones ukrainiens.", "drones"),
        ("Une dizaine de missiles balistiques sont tombés.", "missiles balistiques"),
        ("La base abrite trois nouveaux chars Leclerc.", "chars Leclerc"),
        ("Deux F-16 ont décollé.", "F-16"),
        ("Hier, douze Ukrainiens ont été libérés.", "Ukrainiens"),
        ("Douze soldats ukrainiens ont été libérés.", None),
    ],
)
def test_the_mention_that_is_counted(
    text: str, mention: str | None, quantities: Quantities
) -> None:
    found = quantities(text)
    (row,) = found.rows
    assert found.mentions.get(row.mention_id or "") == mention


@pytest.mark.parametrize(
    "text",
    [
        "Un F-16 a décollé.",
        "L’armée tire des obus de 155 mm.",
        "L’Otan invoque l’article 5 du traité.",
        "Le Conseil a voté la résolution 2254.",
        "Le bâtiment date de 1998.",
        "Le pont a sauté le 3 mars 2020.",
        "Il est arrivé 3e, puis 11 e.",
        "La séance ouvre à 14 h 30.",
        "La séance ouvre à 20 heures.",
        "Le séisme de 22 h 34 UTC a surpris la ville.",
        "Le pont a sauté [1].",
        "Un char neuf attend.",
        "L’équipe gagne 3 à 1.",
        "L’équipe gagne 2-0 en quart de finale.",
        "Un Boeing 737 a décollé.",
        "1. Le contexte",
        "Appelez le 01 23 45 67 89.",
    ],
)
def test_what_is_no_quantity(text: str, quantities: Quantities) -> None:
    assert quantities(text).texts == []


def test_a_change_goes_from_one_number_to_another(quantities: Quantities) -> None:
    before, after = quantities("Le budget passe de 2,5 à 7 milliards d’euros.").rows
    assert (before.value, after.value) == (2.5e9, 7e9)
    assert before.unit == after.unit == "euros"


WORDS = """
12|1|200|2,5|3.14|%|mm|€|-|–|/|à|et|ou|entre|de|des|d’|un|deux|neuf|cent|mille|millions|dizaine
environ|plus de|tiers|la|quart de finale|sur|drones|T-72|soldats russes|heures|h|.|,|(|)|«|»|É|İ
ème|°|$|\u00a0|\u202f|et demi|99999999999999999999|vingt|quatre
"""
PRESS = st.lists(
    st.sampled_from(WORDS.replace("\n", "|\n|").split("|")), min_size=1, max_size=30
).flatmap(lambda words: st.sampled_from([" ", ""]).map(lambda space: space.join(words)))


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=PRESS)
@example(text="deux " * 3000)
@example(text="9" * 5000)
@example(text="1 000 " * 1000)
def test_any_text(text: str, quantities: Quantities) -> None:
    end = 0
    found = quantities(text)
    for row in found.rows:
        assert text[row.start : row.end] == row.text
        assert end <= row.start < row.end
        assert row.mention_id is None or row.mention_id in found.mentions
        assert row.counted is None or row.counted in text[row.end :]
        end = row.end
