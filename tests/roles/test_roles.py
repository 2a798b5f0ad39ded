"""Functions and affiliations beside the names of people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.mentions import find_mentions
from pipeline.quotes.wording import Wording
from pipeline.records import Mention, Role
from pipeline.roles import find_roles

Find = Callable[[str], tuple[tuple[Mention, ...], tuple[Role, ...]]]


@pytest.fixture
def find(read: Callable[[str], Article], lexicons: Lexicons) -> Find:
    def find_in(text: str) -> tuple[tuple[Mention, ...], tuple[Role, ...]]:
        article = read(text)
        mentions = find_mentions(article, lexicons)
        wording = Wording(article, lexicons.roles)
        return mentions, find_roles(article, mentions, wording, lexicons)

    return find_in


def said(find: Find, text: str) -> set[tuple[str, str]]:
    mentions, roles = find(text)
    people = {mention.mention_id: mention for mention in mentions}
    for role in roles:
        assert role.text == text[role.start : role.end]
        assert role.entity_id == people[role.mention_id].entity_id
    return {(people[role.mention_id].text, role.text) for role in roles}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le président Roland Vasseur a parlé.", {("Roland Vasseur", "président")}),
        (
            "La rencontre avec le député UMP Roland Vasseur a eu lieu.",
            {("Roland Vasseur", "député UMP")},
        ),
        (
            "La ministre de la Santé Claire Dumont a démissionné.",
            {("Claire Dumont", "ministre de la Santé")},
        ),
        (
            "L’ancien ambassadeur de France en Russie Roland Vasseur en doute.",
            {("Roland Vasseur", "ancien ambassadeur de France en Russie")},
        ),
        (
            "Le fils du président Roland Vasseur a été arrêté.",
            {("Roland Vasseur", "président")},
        ),
    ],
)
def test_a_function_before_a_name(find: Find, text: str, found: set[tuple[str, str]]) -> None:
    assert said(find, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Le ministre polonais de la Défense, Tomasz Wolski, a parlé.",
            {("Tomasz Wolski", "ministre polonais de la Défense")},
        ),
        (
            "Selon la porte-parole adjointe de l’OTAN, Claire Dumont, rien n’est décidé.",
            {("Claire Dumont", "porte-parole adjointe de l’OTAN")},
        ),
        (
            "La veuve de l’ancien maire de Metz, Claire Dumont, se souvient.",
            {("Claire Dumont", "veuve de l’ancien maire de Metz")},
        ),
        (
            "Le ministre de l’Économie et des Finances, M. Roland Vasseur, a dit non.",
            {("Roland Vasseur", "ministre de l’Économie et des Finances")},
        ),
        (
            "Président de la CGT, Roland Vasseur dénonce un recul.",
            {("Roland Vasseur", "Président de la CGT")},
        ),
        (
            "Le chef d’état-major, le général Roland Vasseur, se tait.",
            {("Roland Vasseur", "chef d’état-major"), ("Roland Vasseur", "général")},
        ),
        (
            "Son adjoint, le Belge Roland Vasseur, se tait.",
            {("Roland Vasseur", "adjoint"), ("Roland Vasseur", "Belge")},
        ),
    ],
)
def test_a_name_in_apposition(find: Find, text: str, found: set[tuple[str, str]]) -> None:
    assert said(find, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Le document cite Tomasz Wolski, chef du renseignement polonais.",
            {("Tomasz Wolski", "chef du renseignement polonais")},
        ),
        (
            "Claire Dumont, 45 ans, institutrice à Kharkiv, est partie.",
            {("Claire Dumont", "institutrice à Kharkiv")},
        ),
        (
            "Claire Dumont, ancienne interprète au quartier général de l’OTAN, dément.",
            {("Claire Dumont", "ancienne interprète au quartier général de l’OTAN")},
        ),
        (
            "Roland Vasseur, maire de Metz et président de la région, a signé.",
            {("Roland Vasseur", "maire de Metz"), ("Roland Vasseur", "président de la région")},
        ),
        (
            "Jean Vasseur, l’avocat de la famille, a fait appel.",
            {("Jean Vasseur", "avocat de la famille")},
        ),
        ("Jean Vasseur (maire de Metz) était là.", {("Jean Vasseur", "maire de Metz")}),
        (
            "Jean Vasseur, policier âgé de 42 ans, a été blessé.",
            {("Jean Vasseur", "policier")},
        ),
    ],
)
def test_a_function_after_a_name(find: Find, text: str, found: set[tuple[str, str]]) -> None:
    assert said(find, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Le conseiller de Roland Vasseur a parlé.",
        "Avec Roland Vasseur, le ministre a annoncé un plan.",
        "Selon le ministre, Roland Vasseur aurait menti.",
        "Claire Dumont, juge la situation grave.",
        "Les ministres ont écouté Roland Vasseur.",
        "Le départ de Roland Vasseur du Parti socialiste a surpris.",
        "Cet homme, Roland Vasseur, est recherché.",
    ],
)
def test_what_is_no_role_of_the_person(find: Find, text: str) -> None:
    assert said(find, text) == set()


def test_each_name_has_its_own_apposition(find: Find) -> None:
    text = "Tomasz Wolski, le président polonais, Claire Dumont, la ministre belge, se sont vus."
    assert said(find, text) == {
        ("Tomasz Wolski", "président polonais"),
        ("Claire Dumont", "ministre belge"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le député Jean Vasseur (PS) a voté.", ("PS", "org:ps", None, "brackets")),
        (
            "Jean Vasseur, de la CGT, a voté non.",
            ("CGT", "org:cgt", None, "complement"),
        ),
        (
            "L’Espagnol Rafael Vidal a gagné.",
            ("Espagnol", "country:ESP", "ESP", "demonym"),
        ),
        (
            "Le porte-parole du Kremlin, Igor Vassine, dément.",
            ("Kremlin", "org:kremlin", "RUS", "apposition before"),
        ),
        (
            "Le ministre polonais de la Défense, Tomasz Wolski, dément.",
            ("polonais", "country:POL", "POL", "apposition before"),
        ),
        (
            "Tomasz Wolski, ambassadeur de Pologne en Ukraine, dément.",
            ("Pologne", "country:POL", "POL", "apposition after"),
        ),
        ("Jean Vasseur, maire de Metz, dément.", (None, None, None, "apposition after")),
    ],
)
def test_affiliations(find: Find, text: str, expected: tuple[str | None, ...]) -> None:
    _, roles = find(text)
    assert expected in {
        (role.affiliation, role.affiliation_id, role.country, role.rule) for role in roles
    }


def test_ids_follow_the_text(find: Find) -> None:
    _, roles = find("Le général Jean Vasseur, maire de Metz, a vu le juge Tomasz Wolski.")
    assert [role.role_id for role in roles] == ["t-r1", "t-r2", "t-r3"]
    assert [role.start for role in roles] == sorted(role.start for role in roles)


def test_no_people_no_roles(find: Find) -> None:
    assert find("Le ministre a parlé.")[1] == ()
