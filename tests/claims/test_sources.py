"""Who vouches for what: quotes, nested quotes, incises, fragments, the author."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Said


def test_the_frame_is_the_authors_and_the_content_the_sources(claims):
    text = "Moscou affirme avoir abattu trois drones."
    assert claims(text, Said("avoir abattu trois drones", "affirme", "Russie")) == {
        ("affirme", "author", "factual", "positive"),
        ("abattu", "Russie", "factual", "positive"),
    }


def test_both_clauses_of_a_content_with_que_twice(claims):
    text = "Le maire affirme que les puits sont vides et que la récolte est perdue."
    content = "les puits sont vides et que la récolte est perdue"
    assert claims(text, Said(content, "affirme", "maire")) == {
        ("affirme", "author", "factual", "positive"),
        ("vides", "maire", "factual", "positive"),
        ("perdue", "maire", "factual", "positive"),
    }


def test_coordinated_infinitives_count_each(claims):
    text = "Le clan promet de rendre les otages et de quitter la vallée."
    content = "rendre les otages et de quitter la vallée"
    found = claims(text, Said(content, "promet", "clan"))
    assert {c for c in found if c[1] == "clan"} == {
        ("rendre", "clan", "future", "positive"),
        ("quitter", "clan", "future", "positive"),
    }


def test_an_incise_is_no_part_of_the_content(claims):
    text = "« Le pont tient, a dit le maire, mais la route est coupée. »"
    content = "Le pont tient, a dit le maire, mais la route est coupée"
    found = claims(text, Said(content, "a dit", "maire", "direct", "le maire"))
    assert found == {
        ("tient", "maire", "factual", "positive"),
        ("coupée", "maire", "factual", "positive"),
    }


def test_a_nested_quote_has_its_own_claims(claims):
    text = "Selon une diplomate, Riga menace de ne pas voter le budget."
    outer = Said("Riga menace de ne pas voter le budget", "Selon", "diplomate")
    inner = Said("ne pas voter le budget", "menace", "Lettonie")
    assert claims(text, outer, inner) == {
        ("menace", "diplomate", "factual", "positive"),
        ("voter", "Lettonie", "future", "negative"),
    }


def test_a_source_that_is_not_named_stays_null(claims):
    text = "Le bruit court que la banque ferme."
    found = claims(text, Said("la banque ferme", "Le bruit court", None))
    assert ("ferme", None, "factual", "positive") in found


def test_a_reported_question_asserts_nothing(claims):
    text = "Elle demande si le train est parti."
    found = claims(text, Said("le train est parti", "demande", "Vera"))
    assert {c for c in found if c[1] == "Vera"} == set()


def test_a_fragment_that_says_what_something_is(claims):
    for text, content, cue, predicate in (
        ("Riga dénonce « une dérive dangereuse ».", "une dérive dangereuse", "dénonce", "dérive"),
        ("Riga juge « possible » un accord.", "« possible » un accord", "juge", "possible"),
        ("Le maire y voit « un tournant ».", "un tournant", "voit", "tournant"),
        (
            "Riga traite le sénateur de « menteur ».",
            "le sénateur de « menteur »",
            "traite",
            "menteur",
        ),
    ):
        found = claims(text, Said(content, cue, "Lettonie", "mixed"))
        assert {c[0] for c in found if c[1] == "Lettonie"} == {predicate}, text


def test_a_fragment_that_only_names_a_thing_carries_no_claim(claims):
    for text, content, cue in (
        ("Riga appelle les clans à la « retenue ».", "la « retenue »", "appelle"),
        ("Riga promet un « nouveau départ ».", "un « nouveau départ »", "promet"),
        ("Riga réclame « des garanties ».", "des garanties", "réclame"),
    ):
        found = claims(text, Said(content, cue, "Lettonie", "mixed"))
        assert {c for c in found if c[1] == "Lettonie"} == set(), text


def test_verbless_utterances(claims):
    for utterance, expected in (
        ("Inacceptable", {("Inacceptable", "positive")}),
        ("Un piège grossier", {("piège", "positive")}),
        ("Divisée, non", {("Divisée", "negative")}),
        ("Du pain, des écoles", set()),
        ("Jamais", set()),
    ):
        text = f"« {utterance} », tranche Vera Holm."
        found = claims(text, Said(utterance, "tranche", "Vera Holm", "direct"))
        assert {(c[0], c[3]) for c in found if c[1] == "Vera Holm"} == expected, utterance


def test_an_answer_by_no_is_negative(claims):
    found = claims("Elle a répondu que non.", Said("non", "a répondu", "Vera"))
    assert ("non", "Vera", "factual", "negative") in found


def test_an_attribution_line_says_nothing(claims):
    text = (
        "Le port est fermé depuis hier et les marins attendent.\n"
        "– Vera Holm, capitaine du port\n"
        "Une foule s'est réunie sur le quai dans la soirée.\n"
    )
    assert {c[0] for c in claims(text)} == {"fermé", "attendent", "réunie"}


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        ("Oslo a appelé à « ne pas céder ».", "ne pas céder", "a appelé", "céder"),
        (
            "Oslo accuse Riga de « faire payer les pauvres ».",
            "faire payer les pauvres",
            "accuse",
            "payer",
        ),
        ("Oslo promet de « faire plier Riga ».", "faire plier Riga", "promet", "plier"),
    ],
)
def test_an_infinitive_in_quotation_marks_hangs_on_its_cue(rows, text, content, cue, expected):
    found = [c for c in rows(text, Said(content, cue, kind="direct")) if c.quote_id]
    assert [c.predicate for c in found] == [expected]


def test_an_infinitive_of_purpose_in_quotation_marks_is_no_claim(rows):
    text = "Oslo a demandé une trêve, afin de « sauver le traité »."
    said = Said("sauver le traité", "a demandé", kind="direct")
    assert [c for c in rows(text, said) if c.quote_id] == []


@pytest.mark.parametrize(
    ("text", "content", "cue", "predicate"),
    [
        (
            "La ministre s'est dite « très préoccupée ».",
            "très préoccupée",
            "s'est dite",
            "préoccupée",
        ),
        ("Oslo se déclare « prudente ».", "prudente", "se déclare", "prudente"),
    ],
)
def test_what_one_says_to_be_is_a_claim(rows, text, content, cue, predicate):
    found = [c for c in rows(text, Said(content, cue, kind="mixed")) if c.quote_id]
    assert [c.predicate for c in found] == [predicate]


def test_a_count_predicates_what_is_counted(rows):
    text = "Entre 200 et 300 blessés, selon la radio."
    said = Said("Entre 200 et 300 blessés", "selon")
    assert [c.predicate for c in rows(text, said)] == ["blessés"]
