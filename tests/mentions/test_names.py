"""People, organisations and places: what is found, with which ends and under which label."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.mentions import find_mentions

Read = Callable[[str], Article]


def found(read: Read, lexicons: Lexicons, text: str, label: str) -> set[str]:
    return {m.text for m in find_mentions(read(text), lexicons) if m.label == label}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Titles, ranks and functions stay outside, what they announce is a person.
        ("Selon M. Desrosiers, la pluie va cesser.", {"Desrosiers"}),
        ("Le capitaine de frégate Yann Le Bihan-Morvan commande.", {"Yann Le Bihan-Morvan"}),
        ("Le général de brigade Omar Sy-Diallo a démissionné.", {"Omar Sy-Diallo"}),
        ("La politologue lettone Ilze Kalniņa-Ozola l'a écrit.", {"Ilze Kalniņa-Ozola"}),
        (
            "Me Paule Garrigou plaidera, a dit la juge Inès Belhadj.",
            {"Paule Garrigou", "Inès Belhadj"},
        ),
        # Particles, hyphens, initials, transliterations belong to the name.
        (
            "Mohamed ag Intalla a rejoint Annika van der Berg.",
            {"Mohamed ag Intalla", "Annika van der Berg"},
        ),
        ("Le ministre Fouad al-Khatib a vu Park Sun-hee.", {"Fouad al-Khatib", "Park Sun-hee"}),
        ("J. Delmas et Paul T. Whitcombe ont signé.", {"J. Delmas", "Paul T. Whitcombe"}),
        # The words around are not taken in.
        ("Le porte-parole houthi Yahya Saree a parlé.", {"Yahya Saree"}),
        ("Le patron du PS Olivier Faure est venu.", {"Olivier Faure"}),
        # What stands beside a name tells what it is.
        ("« Rien ne va », répète Oleh, mécanicien.", {"Oleh"}),
        ("Anya, 9 ans, dort enfin.", {"Anya"}),
        ("Vendredi, 20 ans après, la foule est revenue.", set()),
        ("Alexis Tsipras (Syriza) reste dans l'opposition.", {"Alexis Tsipras"}),
        ("Le porte-parole de la Maison-Blanche Jay Carney a parlé.", {"Jay Carney"}),
        ("La frégate « Amiral Ronarc'h » est à quai.", set()),
        # What bears a name is nobody.
        ("L'ouragan Sandy a touché la côte.", set()),
        ("Les manœuvres « Freedom Edge » ont commencé.", set()),
        ("Le ministre de la Défense n'a rien dit.", set()),
    ],
)
def test_people(read: Read, lexicons: Lexicons, text: str, names: set[str]) -> None:
    assert found(read, lexicons, text, "PERSON") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le ministère letton de l'Intérieur a démenti.", {"ministère letton de l'Intérieur"}),
        (
            "Le ministère de l'Économie et des Finances paiera.",
            {"ministère de l'Économie et des Finances"},
        ),
        ("La ministre de la Santé et le ministre des Finances partent.", set()),
        ("L'armée russe et le gouvernement syrien se taisent.", set()),
        ("Le Parti ouvrier social (POS) a voté.", {"Parti ouvrier social", "POS"}),
        (
            "Le FLNB (Front de libération nationale bubi) a signé.",
            {"FLNB", "Front de libération nationale bubi"},
        ),
        ("Le Conseil de sécurité de l'ONU se réunit.", {"Conseil de sécurité de l'ONU", "ONU"}),
        (
            "La Mission de la Ligue arabe a quitté Homs.",
            {"Mission de la Ligue arabe", "Ligue arabe"},
        ),
        ("Le Congrès a dit non, l'Assemblée a dit oui.", {"Congrès", "Assemblée"}),
        ("Le Sénat américain a voté.", {"Sénat"}),
        ("Une confrontation Russie-OTAN menace.", {"OTAN"}),
        ("Elle l'a écrit sur X.", {"X"}),
        ("Une plainte contre X a été déposée.", set()),
        ("Un Airbus A320 et un Boeing 737 ont décollé.", set()),
        ("Il a gagné la coupe de la Ligue.", set()),
        ("Le Figaro et Le Monde l'ont écrit.", {"Le Figaro", "Le Monde"}),
        ("La chaîne Al Jazeera l'a annoncé.", {"Al Jazeera"}),
        ("Le Kremlin et la Maison-Blanche négocient.", {"Kremlin", "Maison-Blanche"}),
    ],
)
def test_organisations(read: Read, lexicons: Lexicons, text: str, names: set[str]) -> None:
    assert found(read, lexicons, text, "ORG") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Le navire croise en mer du Japon et dans le golfe d'Aden.",
            {"mer du Japon", "golfe d'Aden"},
        ),
        ("La foule a gagné la place Tahrir du Caire.", {"place Tahrir", "Caire"}),
        ("Le delta du Niger et les îles Kouriles sont loin.", {"delta du Niger", "îles Kouriles"}),
        ("Il vit dans la région de Rostov, en Europe.", {"Rostov", "Europe"}),
        ("LILLE, 4 mai (AFP) – Le musée rouvre.", {"LILLE"}),
        ("Il est attendu à Des Moines, dans l'Iowa.", {"Des Moines", "Iowa"}),
        ("Les Jeux olympiques de Londres étaient beaux.", set()),
        ("L'État paiera, à 14 h UTC.", set()),
        ("Croyez-vous à la paix ? Cette guerre est longue.", set()),
    ],
)
def test_places(read: Read, lexicons: Lexicons, text: str, names: set[str]) -> None:
    assert found(read, lexicons, text, "PLACE") == names


def test_a_surname_is_the_person_named_before(read: Read, lexicons: Lexicons) -> None:
    text = "Ana Pastor Ruiz dirige la chaîne. Pastor a été nommée hier.\nPastor refuse de parler."
    assert found(read, lexicons, text, "PERSON") == {"Ana Pastor Ruiz", "Pastor"}


def test_no_name_crosses_a_line(read: Read, lexicons: Lexicons) -> None:
    mentions = find_mentions(read("Par Sonia Karoui, journaliste\nLes rues sont vides."), lexicons)
    assert [m.text for m in mentions] == ["Sonia Karoui"]
