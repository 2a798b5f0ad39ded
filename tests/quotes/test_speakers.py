"""Who a speaker's phrase names or describes, and of what kind that is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons.roles import Roles
from pipeline.quotes.found import FoundQuote, Speaker
from pipeline.quotes.speakers import resolve_speakers
from pipeline.quotes.wording import Wording
from tests.quotes.marked import (
    DURAND,
    LITTORAL,
    MARTIN,
    MOSCOU,
    ONU,
    Names,
    Resolve,
    mentions_of,
)

Read = Callable[[str], Article]


def check(found: tuple[Speaker, ...], expected: str, kind: str) -> None:
    """The last speaker is the one the test is about."""
    assert (found[-1].name, found[-1].kind) == (expected, kind), found[-1].rule


@pytest.mark.parametrize(
    ("marked", "names", "expected", "kind"),
    [
        ("[Jean Martin] affirme que <tout va bien>.", MARTIN, "Jean Martin", "person"),
        ("[Le ministre de la Défense Jean Martin] dit que <oui>.", MARTIN, "Jean Martin", "person"),
        ("Selon [M. Martin], <tout va bien>. Jean Martin sourit.", MARTIN, "Jean Martin", "person"),
        (
            "[Le ministre des Transports, Jean Martin,] dit que <oui>.",
            MARTIN,
            "Jean Martin",
            "person",
        ),
        ("[Le préfet du Nord Jean Martin] dit que <oui>.", MARTIN, "Jean Martin", "person"),
        ("[Le colonel de réserve Jean Martin] dit que <oui>.", MARTIN, "Jean Martin", "person"),
        ("[L'un des porte-parole, Jean Martin,] dit que <oui>.", MARTIN, "Jean Martin", "person"),
        (
            "[Jean Martin, avocat de Claire Durand,] dit que <oui>.",
            MARTIN | DURAND,
            "Jean Martin",
            "person",
        ),
        (
            "[L'avocat de Claire Durand, Jean Martin,] dit que <oui>.",
            MARTIN | DURAND,
            "Jean Martin",
            "person",
        ),
        (
            "[La veuve du député Jean Martin, Claire Durand,] dit que <oui>.",
            MARTIN | DURAND,
            "Claire Durand",
            "person",
        ),
        ("[Jean Martin, député ONU,] dit que <oui>.", MARTIN | ONU, "Jean Martin", "person"),
        (
            "[Une plongeuse connue sous le nom de Lili] dit que <oui>.",
            {"Lili": ("PERSON", "Lili")},
            "Lili",
            "person",
        ),
        (
            "[L'ONU] craint que <la trêve échoue>.",
            ONU,
            "Organisation des Nations unies",
            "organisation",
        ),
        (
            "[L'ONG Médecins du littoral] dit que <oui>.",
            LITTORAL,
            "Médecins du littoral",
            "organisation",
        ),
        ("[Moscou] affirme <avoir repris la ville>.", MOSCOU, "Russie", "country"),
        (
            "[La Norvège] promet de <livrer des bateaux>.",
            {"Norvège": ("COUNTRY", "Norvège")},
            "Norvège",
            "country",
        ),
    ],
)
def test_the_name_that_speaks(
    resolve: Resolve, marked: str, names: Names, expected: str, kind: str
) -> None:
    check(resolve(marked, names), expected, kind)


@pytest.mark.parametrize(
    ("marked", "names", "expected", "kind"),
    [
        (
            "[Le conseiller de Jean Martin] dit que <oui>.",
            MARTIN,
            "conseiller de Jean Martin",
            "role",
        ),
        ("[La porte-parole de l'ONU] dit que <oui>.", ONU, "porte-parole de l'ONU", "role"),
        ("[L'armée norvégienne] dit que <oui>.", {}, "armée norvégienne", "group"),
        ("[Le gouvernement chilien] dit que <oui>.", {}, "gouvernement chilien", "group"),
        ("[L'équipe Martin] dit que <oui>.", MARTIN, "équipe Martin", "group"),
        ("[Les députés ONU] disent que <oui>.", ONU, "députés ONU", "group"),
        (
            "[L'ambassade du Pérou] dit que <oui>.",
            {"Pérou": ("COUNTRY", "Pérou")},
            "ambassade du Pérou",
            "organisation",
        ),
        ("[Certains experts] jugent que <oui>.", {}, "experts", "group"),
        ("[Un vigneron] raconte que <la grêle a tout pris>.", {}, "vigneron", "role"),
        ("[Une source diplomatique] dit que <oui>.", {}, "source diplomatique", "anonymous"),
        (
            "[Des sources proches du dossier] disent que <oui>.",
            {},
            "sources proches du dossier",
            "anonymous",
        ),
        ("[Plusieurs témoins] racontent que <le pont a cédé>.", {}, "témoins", "anonymous"),
        (
            "[Un haut responsable chilien] dit que <oui>.",
            {},
            "haut responsable chilien",
            "anonymous",
        ),
        ("[Un pilote], qui préfère taire son nom, dit que <oui>.", {}, "pilote", "anonymous"),
        ("[Un magistrat], sous couvert d'anonymat, dit que <oui>.", {}, "magistrat", "anonymous"),
        ("[Une habitante du quartier] dit que <oui>.", {}, "habitante du quartier", "anonymous"),
        (
            "Selon [un rapport remis au Sénat, dont nous avons copie], <oui>.",
            {},
            "rapport remis au Sénat",
            "document",
        ),
        ("Selon [une étude portant sur mille foyers], <oui>.", {}, "étude", "document"),
        (
            "D'après [le droit de la mer], <le détroit est ouvert>.",
            {},
            "droit de la mer",
            "document",
        ),
    ],
)
def test_a_description_that_stands_for_itself(
    resolve: Resolve, marked: str, names: Names, expected: str, kind: str
) -> None:
    check(resolve(marked, names), expected, kind)


@pytest.mark.parametrize(
    "marked",
    [
        "[On] dit que <le pont va fermer>.",
        "[Elle] affirme que <tout va bien>.",
        "[Certains] disent que <oui>.",
        "Jean Martin entre. [Elles] disent que <oui>.",
        "[Je] pense que <oui>.",
    ],
)
def test_nobody_is_guessed(resolve: Resolve, marked: str) -> None:
    speaker = resolve(marked, MARTIN)[-1]
    assert (speaker.name, speaker.kind, speaker.entity_id) == (None, "unknown", None)
    assert speaker.rule


def test_a_quote_without_a_phrase_has_no_speaker(read: Read, roles: Roles) -> None:
    quote = FoundQuote(start=0, end=4, kind="direct", cue=None, speaker=None, rule="test")
    article = read("Rien ne va.")
    (speaker,) = resolve_speakers(article, (), (quote,), Wording(article, roles))
    assert (speaker.name, speaker.kind) == (None, "unknown")


def test_the_first_person_inside_a_quotation_is_its_speaker(read: Read, roles: Roles) -> None:
    text = "« Je pense que tout va bien », a dit Jean Martin."
    end = text.index(" »")
    name = (text.index("Jean"), text.index("."))
    outer = FoundQuote(start=2, end=end, kind="direct", cue=None, speaker=name, rule="test")
    start = text.index("tout")
    inner = FoundQuote(start=start, end=end, kind="indirect", cue=None, speaker=(2, 4), rule="test")
    article = read(text)
    wording = Wording(article, roles)
    found = resolve_speakers(article, mentions_of(text, MARTIN), (outer, inner), wording)
    assert [speaker.name for speaker in found] == ["Jean Martin", "Jean Martin"]


def test_an_entity_id_comes_with_a_name_only(resolve: Resolve) -> None:
    marked = "[Jean Martin] dit que <oui>. [Un vigneron] dit que <non>."
    first, second = resolve(marked, MARTIN)
    assert (first.entity_id, second.entity_id) == ("PERSON:Jean Martin", None)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "il", "« »", "«", "...", "l'", "1234", "🙂 🙂", "qui qui qui", "de de"],
)
def test_no_text_is_too_odd(read: Read, roles: Roles, text: str) -> None:
    article = read(text)
    quotes = tuple(
        FoundQuote(start=0, end=max(1, len(text)), kind="direct", cue=None, speaker=place, rule="")
        for place in [(0, len(text)), (0, 1), (len(text) // 2, len(text))]
        if place[0] < place[1] <= len(text)
    )
    assert len(resolve_speakers(article, (), quotes, Wording(article, roles))) == len(quotes)
