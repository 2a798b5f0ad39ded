"""To whom pronouns and functions refer."""

from __future__ import annotations

import pytest

from pipeline.quotes.found import Speaker
from tests.quotes.marked import (
    DURAND,
    LITTORAL,
    MARTIN,
    MOSCOU,
    ONU,
    PETIT,
    SOGEPECHE,
    TEHERAN,
    Names,
    Resolve,
)


def check(found: tuple[Speaker, ...], expected: str, kind: str) -> None:
    """The last speaker is the one the test is about."""
    assert (found[-1].name, found[-1].kind) == (expected, kind), found[-1].rule


@pytest.mark.parametrize(
    ("marked", "names", "expected"),
    [
        (
            "« <Nous partons> », a dit [Jean Martin]. « <Demain> », a-t-[il] ajouté.",
            MARTIN,
            "Jean Martin",
        ),
        (
            "Jean Martin a reçu Paul Petit. « <C'était utile> », a-t-[il] dit.",
            MARTIN | PETIT,
            "Jean Martin",
        ),
        (
            "Mme Durand a reçu M. Martin. « <Enfin> », souffle-t-[il].",
            MARTIN | DURAND,
            "Jean Martin",
        ),
        (
            "Mme Durand a reçu M. Martin. « <Enfin> », souffle-t-[elle].",
            MARTIN | DURAND,
            "Claire Durand",
        ),
        (
            "L'avocate Claire Durand a croisé le juge Jean Martin. [Elle] dit que <oui>.",
            MARTIN | DURAND,
            "Claire Durand",
        ),
        ("[Jean Martin] dit que <oui>. À [l']en croire, <rien ne presse>.", MARTIN, "Jean Martin"),
        ("[Jean Martin] dit que <oui>. Selon [lui], <rien ne presse>.", MARTIN, "Jean Martin"),
        (
            "Jean Martin a écrit à Paul Petit. [Ce dernier] dit que <oui>.",
            MARTIN | PETIT,
            "Paul Petit",
        ),
        (
            "Nul ne voulait parler, sauf [Jean Martin], pour qui <tout va>. [Il] dit que <oui>.",
            MARTIN,
            "Jean Martin",
        ),
        ("Le rapport cite Jean Martin, [qui] affirme que <oui>.", MARTIN, "Jean Martin"),
        ("[Se] disant <confiant>, Jean Martin a salué la foule.", MARTIN, "Jean Martin"),
        (
            "Moscou ne cède pas. « <Moscou ment> », répond [Paul Petit]. [Il] dit que <oui>.",
            MOSCOU | PETIT,
            "Paul Petit",
        ),
    ],
)
def test_pronouns_find_a_person(resolve: Resolve, marked: str, names: Names, expected: str) -> None:
    check(resolve(marked, names), expected, "person")


@pytest.mark.parametrize(
    ("marked", "names", "expected", "kind"),
    [
        (
            "[Une source policière] dit que <oui>. « <Rien n'est sûr> », nuance-t-[elle].",
            {},
            "source policière",
            "anonymous",
        ),
        (
            "L'ONG Médecins du littoral publie une carte. [Elle] dit que <oui>.",
            LITTORAL,
            "Médecins du littoral",
            "organisation",
        ),
        (
            "[Les manifestants] crient que <oui>. [Ils] demandent que <cela cesse>.",
            {},
            "manifestants",
            "group",
        ),
    ],
)
def test_pronouns_find_whoever_spoke(
    resolve: Resolve, marked: str, names: Names, expected: str, kind: str
) -> None:
    check(resolve(marked, names), expected, kind)


@pytest.mark.parametrize(
    ("marked", "names", "expected"),
    [
        (
            "Jean Martin, ministre du Budget, est arrivé. [Le ministre] dit que <oui>.",
            MARTIN,
            "Jean Martin",
        ),
        (
            "Le colonel Jean Martin attend. Il fume. [L'officier] dit que <oui>.",
            MARTIN,
            "Jean Martin",
        ),
        (
            "La députée Claire Durand a croisé Paul Petit. [L'élue] dit que <oui>.",
            DURAND | PETIT,
            "Claire Durand",
        ),
        (
            "Claire Durand, économiste, et le maire Jean Martin dînent. [Le maire] dit que <oui>.",
            MARTIN | DURAND,
            "Jean Martin",
        ),
        (
            "Le président Jean Martin est là. [Le chef de l'État] dit que <oui>.",
            MARTIN,
            "Jean Martin",
        ),
        (
            "« <Enfin> », lance [Claire Durand]. [La romancière] dit que <oui>.",
            DURAND,
            "Claire Durand",
        ),
        (
            "« <Enfin> », lance [le maire Jean Martin]. [Le quadragénaire] dit que <oui>.",
            MARTIN,
            "Jean Martin",
        ),
    ],
)
def test_functions_find_their_holder(
    resolve: Resolve, marked: str, names: Names, expected: str
) -> None:
    check(resolve(marked, names), expected, "person")


@pytest.mark.parametrize(
    ("marked", "names", "expected", "kind"),
    [
        # another department, another person
        (
            "Jean Martin, ministre du Budget, est là. [Le ministre des Sports] dit que <oui>.",
            MARTIN,
            "ministre des Sports",
            "role",
        ),
        # somebody with a function of his own is not meant by another one
        (
            "« <Enfin> », lance [l'avocat Jean Martin]. [Le boulanger] dit que <oui>.",
            MARTIN,
            "boulanger",
            "role",
        ),
        (
            "« <Enfin> », lance [Mme Durand]. [Le boulanger] dit que <oui>.",
            DURAND,
            "boulanger",
            "role",
        ),
        (
            "L'ONG Médecins du littoral enquête. [L'ONG] dit que <oui>.",
            LITTORAL,
            "Médecins du littoral",
            "organisation",
        ),
        ("L'ONU enquête. [Le tribunal] dit que <oui>.", ONU, "tribunal", "organisation"),
        (
            "Selon [un rapport secret de l'ONU], <oui>. [Le document] dit que <non>.",
            ONU,
            "rapport secret de l'ONU",
            "document",
        ),
        (
            "Le gouvernement chilien hésite. [Le gouvernement] dit que <oui>.",
            {},
            "gouvernement chilien",
            "group",
        ),
        (
            "La mère de Paul Petit est venue. [La mère] dit que <oui>.",
            PETIT,
            "mère de Paul Petit",
            "role",
        ),
        (
            "Les marins de la Sogépêche sont rentrés, dit [leur direction] : <oui>.",
            SOGEPECHE,
            "direction de Sogépêche",
            "group",
        ),
        ("[Moscou et Téhéran] disent que <oui>.", MOSCOU | TEHERAN, "Russie et Iran", "country"),
        (
            "[Jean Martin et Claire Durand] disent que <oui>.",
            MARTIN | DURAND,
            "Jean Martin et Claire Durand",
            "group",
        ),
    ],
)
def test_functions_and_collectives(
    resolve: Resolve, marked: str, names: Names, expected: str, kind: str
) -> None:
    check(resolve(marked, names), expected, kind)


def test_the_nearest_organisation_is_taken_up(resolve: Resolve) -> None:
    marked = "L'ONU se tait après les révélations de Sogépêche. [L'entreprise] dit que <oui>."
    check(resolve(marked, ONU | SOGEPECHE), "Sogépêche", "organisation")


def test_far_from_any_name_the_article_tells_who(resolve: Resolve) -> None:
    marked = (
        "Jean Martin est élu.\nMartin a salué.\nMartin a souri.\nMartin est parti.\n"
        + "La foule est restée.\n" * 9
        + "« <Merci> », a-t-[il] dit."
    )
    check(resolve(marked, MARTIN), "Jean Martin", "person")


def test_names_inside_a_quotation_are_no_antecedents(resolve: Resolve) -> None:
    marked = (
        "Claire Durand attend. « <Paul Petit a menti> », dit [Jean Martin]. [Il] dit que <oui>."
    )
    check(resolve(marked, MARTIN | DURAND | PETIT), "Jean Martin", "person")


def test_a_new_subject_ends_the_last_speakers_turn(resolve: Resolve) -> None:
    marked = (
        "« <Nous verrons> », dit [Jean Martin]. Le maire Paul Petit hausse les épaules. "
        "« <Trop tard> », lâche-t-[il]."
    )
    check(resolve(marked, MARTIN | PETIT), "Paul Petit", "person")
