"""The rows: extents, arguments, identifiers, order, repeatability."""

from __future__ import annotations

import pytest

from pipeline.records import Mention
from tests.claims.conftest import Said

TEXT = "Moscou livrera des drones à Téhéran, mais Pékin refuse de signer l'accord."


def mention(text: str, words: str, entity_id: str) -> Mention:
    start = text.index(words)
    return Mention(
        doc_id="t",
        mention_id=f"t-m{start}",
        sentence_id="t-s1",
        start=start,
        end=start + len(words),
        text=words,
        label="COUNTRY",
        form="metonym",
        country=None,
        subtype=None,
        entity_id=entity_id,
        name=words,
        rule="test",
    )


def test_texts_are_slices_and_ids_follow_the_text(rows):
    found = rows(TEXT)
    assert [c.claim_id for c in found] == [f"t-c{n}" for n in range(1, len(found) + 1)]
    for claim in found:
        assert TEXT[claim.start : claim.end] == claim.text
        assert TEXT[claim.predicate_start : claim.predicate_end] == claim.predicate
        assert claim.start <= claim.predicate_start < claim.predicate_end <= claim.end
    assert [c.predicate_start for c in found] == sorted(c.predicate_start for c in found)


def test_each_clause_has_its_own_extent(rows):
    assert [c.text for c in rows(TEXT)] == [
        "Moscou livrera des drones à Téhéran",
        "Pékin refuse de signer l'accord",
    ]


def test_subject_and_object_name_entities(rows):
    mentions = (mention(TEXT, "Moscou", "COUNTRY:RUS"), mention(TEXT, "drones", "WEAPON:drone"))
    first = rows(TEXT, mentions=mentions)[0]
    assert (first.subject, first.subject_id) == ("Moscou", "COUNTRY:RUS")
    assert (first.object, first.object_id) == ("des drones", "WEAPON:drone")


def test_a_claim_of_a_quote_keeps_its_quote(rows):
    text = "Oslo assure que le port est sûr."
    by_predicate = {c.predicate: c for c in rows(text, Said("le port est sûr", "assure"))}
    assert by_predicate["sûr"].quote_id == "t-q1"
    assert by_predicate["assure"].quote_id is None
    assert by_predicate["sûr"].text == "le port est sûr"


def test_the_same_text_gives_the_same_rows(rows):
    assert rows(TEXT) == rows(TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n",
        "?",
        "« »",
        "«",
        "que que que qui dont si",
        "Est.",
        "A a a a est été été a eu",
        "ne ne pas que",
        "- \n- \n—",
        "Voilà",
        "il y a",
        "C'est que",
        "😀 😀 « 😀 »",
        "x" * 3000,
    ],
)
def test_no_text_breaks_the_stage(rows, text):
    for claim in rows(text):
        assert text[claim.start : claim.end] == claim.text


def test_the_subject_stands_before_an_aside(rows):
    found = rows("Le pont, qui datait de 1920, aurait cédé sous le poids des chars.")
    assert [(c.predicate, (c.subject or "").split(",")[0]) for c in found] == [("cédé", "Le pont")]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("L'état-major nie tout.", "L'état-major"),
        ("La Croix-Rouge suspend ses convois.", "La Croix-Rouge"),
        ("Un porte-parole de l'état-major a nié les faits.", "Un porte-parole de l'état-major"),
        ("Peut-être a-t-elle menti.", "elle"),
        ("Sans doute viendra-t-il.", "il"),
    ],
)
def test_a_subject_is_made_of_whole_words(rows, text, subject):
    assert [c.subject for c in rows(text)] == [subject]


@pytest.mark.parametrize(
    ("text", "quoted", "clause"),
    [
        ("Riga « n'avait plus le choix », dit-on.", None, "Riga « n'avait plus le choix »"),
        (
            "Oslo juge « plausible » un accord.",
            "« plausible » un accord",
            "« plausible » un accord",
        ),
        ("Oslo dit : « Le port est sûr. »", "Le port est sûr", "Le port est sûr"),
    ],
)
def test_a_clause_has_both_marks_of_a_pair_or_neither(rows, text, quoted, clause):
    kind = "direct" if quoted and "«" not in quoted else "mixed"
    said = [Said(quoted, text.split()[1], kind=kind)] if quoted else []
    assert clause in {c.text for c in rows(text, *said)}


@pytest.mark.parametrize(
    ("text", "cue", "predicates"),
    [
        ("« Le port est sûr », a-t-il ajouté.", "a-t-il ajouté", {"sûr"}),
        ("« Le port est sûr », raconte Anne Morel.", "raconte", {"sûr"}),
        ("« Le port est sûr », fait savoir la mairie.", "fait savoir", {"sûr"}),
        ("« Le port est sûr », aurait dit le maire.", "aurait dit", {"sûr", "dit"}),
        ("« Le port est sûr » : le maire le répète.", "répète", {"sûr", "répète"}),
    ],
)
def test_an_incise_is_no_claim_unless_it_is_hearsay(rows, text, cue, predicates):
    said = Said("Le port est sûr", cue, kind="direct")
    assert {c.predicate for c in rows(text, said)} == predicates


@pytest.mark.parametrize(
    ("text", "subject", "obj"),
    [
        ("Le préfet a fermé le port et rouvert la gare.", "Le préfet", "la gare"),
        ("Puis viennent les chars.", "les chars", None),
        ("Le juge répond lundi.", "Le juge", None),
        ("Le préfet y pense.", "Le préfet", None),
        ("Le maire a confié ses craintes au Figaro.", "Le maire", "ses craintes"),
        ("Le maire a parlé aux deux camps.", "Le maire", None),
        ("Le parti renonce à son programme.", "Le parti", "à son programme"),
    ],
)
def test_subjects_and_objects_in_full_words(rows, text, subject, obj):
    last = rows(text)[-1]
    assert (last.subject, last.object) == (subject, obj)
