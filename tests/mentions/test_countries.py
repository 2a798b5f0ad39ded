"""Countries by name and demonym: the states named, and the same words that mean something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons.countries import CountryLexicon, load_countries
from pipeline.mentions.countries import find_countries

Read = Callable[[str], Article]
# A text, and the words and the code of each country it names.
TEXTS: list[tuple[str, set[tuple[str, str]]]] = [
    ("Le président des Etats-Unis reçoit l'Egypte.", {("Etats-Unis", "USA"), ("Egypte", "EGY")}),
    ("La Corée du Nord menace le Japon.", {("Corée du Nord", "PRK"), ("Japon", "JPN")}),
    ("Il vit en République démocratique du Congo.", {("République démocratique du Congo", "COD")}),
    ("La République islamique d'Iran dément.", {("République islamique d'Iran", "IRN")}),
    ("Le pétrolier a traversé le golfe de Guinée et la mer du Japon.", set()),
    ("Les Russes et les Nord-Coréens ont signé.", {("Nord-Coréens", "PRK"), ("Russes", "RUS")}),
    (
        "Le mouvement pro-iranien et les députés anti-américains.",
        {("américains", "USA"), ("iranien", "IRN")},
    ),
    ("L'armée ex-soviétique.", {("soviétique", "SUN")}),
    ("Le sommet russo-ukrainien et l'amitié franco-allemande.", set()),
    ("Les élections nord-américaines et sud-américaines, la musique afro-américaine.", set()),
    ("Un navire croise dans l'océan Indien.", set()),
    ("Il parle russe, écrit en anglais et apprend le chinois.", set()),
    ("Le roman, traduit de l'allemand, est en langue turque.", set()),
    (
        "Le français Thales et l'américain Boeing ont livré le radar.",
        {("américain", "USA"), ("français", "FRA")},
    ),
    (
        "L'Anglais a gagné devant le Suisse Federer et une Suissesse.",
        {("Anglais", "GBR"), ("Suisse", "CHE"), ("Suissesse", "CHE")},
    ),
    ("La Suisse reste neutre.", {("Suisse", "CHE")}),
    ("Le Parti communiste chinois tient son congrès.", set()),
    ("L'Autorité palestinienne a protesté, les Palestiniens aussi.", {("Palestiniens", "PSE")}),
    ("Le ministère serbe de l'Intérieur a démenti.", {("serbe", "SRB")}),
    (
        "Les députés nigériens et les députés nigérians.",
        {("nigérians", "NGA"), ("nigériens", "NER")},
    ),
    ("L'armée congolaise recule à Goma, en RDC.", {("RDC", "COD"), ("congolaise", "COD")}),
    (
        "Le Congo vote, l'opposition congolaise boycotte. Le Congo-Brazzaville attend.",
        {("Congo", "COG"), ("Congo-Brazzaville", "COG"), ("congolaise", "COG")},
    ),
    ("La péninsule coréenne inquiète Séoul.", {("Séoul", "KOR"), ("coréenne", "KOR")}),
    ("L'ÉTAT-MAJOR DES ÉTATS-UNIS RECULE", {("ÉTATS-UNIS", "USA")}),
    (
        "Le Burkina et la Côte d'Ivoire, voisins du Mali.",
        {("Burkina", "BFA"), ("Côte d'Ivoire", "CIV"), ("Mali", "MLI")},
    ),
    ("Air France dessert la Corse ; France 24 et Radio-Canada l'annoncent.", set()),
    ("Wikimedia France et la Banque de France ont réagi.", set()),
    ("Israël Katz a reçu François Hollande.", set()),
    ("En Hollande, les digues tiennent.", {("Hollande", "NLD")}),
    (
        "La Grenade et la Dominique ont voté avec l'île Maurice et les îles Marshall.",
        {
            ("Dominique", "DMA"),
            ("Grenade", "GRD"),
            ("île Maurice", "MUS"),
            ("îles Marshall", "MHL"),
        },
    ),
    ("Dominique et Maurice sont allés à Grenade.", set()),
    (
        "Le Nord tire, le Sud réplique : la Corée du Nord et la Corée du Sud s'accusent.",
        {("Corée du Nord", "PRK"), ("Corée du Sud", "KOR"), ("Nord", "PRK"), ("Sud", "KOR")},
    ),
    ("Le Nord de la France est inondé.", {("France", "FRA")}),
    ("Le championnat de France reprend ; la Coupe d'Espagne aussi.", set()),
    (
        "L'accord entre l'URSS et la Yougoslavie, puis la RDA.",
        {("RDA", "DDR"), ("URSS", "SUN"), ("Yougoslavie", "YUG")},
    ),
    (
        "La République populaire de Chine et la République du Congo.",
        {("République du Congo", "COG"), ("République populaire de Chine", "CHN")},
    ),
    ("L'Irlande du Nord vote, l'Irlande attend.", {("Irlande", "IRL")}),
    (
        "La Guinée équatoriale, la Guinée-Bissau et la Papouasie-Nouvelle-Guinée.",
        {
            ("Guinée équatoriale", "GNQ"),
            ("Guinée-Bissau", "GNB"),
            ("Papouasie-Nouvelle-Guinée", "PNG"),
        },
    ),
    (
        "La guerre Iran-Irak a duré huit ans, le sommet Russie-OTAN deux jours.",
        {("Irak", "IRQ"), ("Iran", "IRN"), ("Russie", "RUS")},
    ),
    ("L'ambassadeur de Russie Alexandre Orlov a été reçu.", {("Russie", "RUS")}),
    ("L'État islamique a revendiqué l'attentat, la diplomatie européenne le condamne.", set()),
    (
        "Un frère dominicain a célébré la messe devant un joueur dominicain.",
        {("dominicain", "DOM")},
    ),
    ("Les forces de l'Union africaine en Somalie.", {("Somalie", "SOM")}),
    (
        "Les Emirats arabes unis et l'Arabie Saoudite investissent.",
        {("Arabie Saoudite", "SAU"), ("Emirats arabes unis", "ARE")},
    ),
    ("Le delta du Niger est pollué ; le Niger proteste.", {("Niger", "NER")}),
    ("Les relations Chine-Afrique.", set()),
    (
        "Vladimir Poutine, le président de la Fédération de Russie.",
        {("Fédération de Russie", "RUS")},
    ),
    ("La nippone s'impose, les Hellènes aussi.", {("Hellènes", "GRC"), ("nippone", "JPN")}),
    (
        "Le Salvador durcit ses prisons ; Salvador Allende repose à Santiago, au Chili.",
        {("Chili", "CHL"), ("Salvador", "SLV")},
    ),
    ("Les US et l'US Orléans.", {("US", "USA")}),
    ("Il mange une salade russe et boit un café turc.", set()),
    ("Les Indiens d'Amérique ; les Indiens de Bombay.", {("Indiens", "IND")}),
    ("Ils jouent Allemagne - Russie demain.", {("Allemagne", "DEU"), ("Russie", "RUS")}),
    ("La Cité du Vatican et le Saint-Siège.", {("Cité du Vatican", "VAT"), ("Saint-Siège", "VAT")}),
]


@pytest.fixture(scope="module")
def countries() -> CountryLexicon:
    return load_countries()


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_countries_are_found(
    read: Read, countries: CountryLexicon, text: str, expected: set[tuple[str, str]]
) -> None:
    found = find_countries(read(text), countries)
    assert {
        (text[one.start : one.end], one.country) for one in found if one.label == "COUNTRY"
    } == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [("La Russie", "name"), ("les Russes", "demonym"), ("selon Moscou", "metonym")],
)
def test_the_form_is_told(read: Read, countries: CountryLexicon, text: str, form: str) -> None:
    (found,) = find_countries(read(f"{text}, tout va bien."), countries)
    assert (found.form, found.name) == (form, "Russie")


def test_offsets_are_those_of_the_text(read: Read, countries: CountryLexicon) -> None:
    text = "L’« ex-URSS » et l’Inde\u00a0: un pacte."
    found = find_countries(read(text), countries)
    assert [text[one.start : one.end] for one in found] == ["URSS", "Inde"]


def test_a_name_does_not_cross_a_line(read: Read, countries: CountryLexicon) -> None:
    text = "Tensions en Corée\nDu Nord au sud, la neige."
    assert [one.name for one in find_countries(read(text), countries)] == ["Corée du Sud"]
