"""What each line of a document is."""

from __future__ import annotations

import pytest

from pipeline.records import Document, Segment
from pipeline.segment.layout import find_segments

BODY = "Le conseil s'est réuni lundi soir à la mairie."
QUOTATION = "Nous avons entendu trois explosions avant de sauter à l'eau."


def segments(text: str) -> tuple[Segment, ...]:
    document = Document(doc_id="t", source="test", title=None, published=None, text=text)
    return find_segments(document)


def kinds(*lines: str) -> list[str]:
    return [segment.kind for segment in segments("\n".join(lines))]


@pytest.mark.parametrize(
    "line",
    [
        "La digue de Vannes cède sous la crue",
        "La digue tiendra-t-elle ?",
        "Anne Lebrun : « Nous ne céderons pas »",
        "Alerte !",
    ],
)
def test_a_headline_is_a_title(line: str) -> None:
    assert kinds(line, BODY) == ["title", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [BODY, "Vannes, le 3 mars 2012 :", " ".join(["mot"] * 30)],
)
def test_a_first_line_that_is_no_headline(line: str) -> None:
    assert kinds(line, BODY)[0] == "paragraph"


def test_a_line_alone_is_a_paragraph() -> None:
    assert kinds("La digue de Vannes cède") == ["paragraph"]


def test_a_short_line_between_paragraphs_is_a_heading() -> None:
    assert kinds("Titre", BODY, "Trois jours de pluie", BODY) == [
        "title",
        "paragraph",
        "heading",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "La pluie est tombée trois jours durant.",
        "et trois jours de pluie",
        "Propos recueillis par Léa Morin",
        "Entretien. La climatologue répond à nos questions",
        " ".join(["Mot"] * 20),
    ],
)
def test_a_line_that_is_no_heading(line: str) -> None:
    assert kinds("Titre", BODY, line, BODY)[2] == "paragraph"


def test_the_last_line_is_no_heading() -> None:
    assert kinds("Titre", BODY, "Léa Morin")[-1] == "paragraph"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("• Portée : 300 km", "• Masse : 2 tonnes"),
        ("- Portée : 300 km", "- Masse : 2 tonnes"),
        ("* Portée : 300 km", "* Masse : 2 tonnes"),
        ("1. Les sanctions", "2. Les délais"),
        ("a) Les sanctions", "b) Les délais"),
    ],
)
def test_bullets_and_numbers_are_list_items(first: str, second: str) -> None:
    assert kinds("Titre", BODY, first, second, BODY)[2:4] == ["list_item", "list_item"]


def test_a_number_alone_opens_no_list() -> None:
    assert "list_item" not in kinds("Titre", BODY, "24. Le nombre de blessés monte.", BODY)


def test_a_dash_line_under_a_quotation_is_its_attribution() -> None:
    assert kinds("Titre", BODY, QUOTATION, "– Karim Saïdi, mécanicien", BODY)[2:4] == [
        "quote",
        "attribution",
    ]


def test_a_quotation_may_carry_its_source_on_its_own_line() -> None:
    line = "J'ai couru vers la jetée et je n'ai rien retrouvé de la barque. — Léa Morin, pêcheuse"
    assert kinds("Titre", BODY, line, BODY)[2] == "quote"


def test_turns_of_speech_are_paragraphs() -> None:
    turns = ["– Faut-il s'inquiéter ?", "– Oui, dès maintenant.", "– Que faire ?", "– Isoler."]
    assert kinds("Titre", BODY, *turns) == ["title", *["paragraph"] * 5]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x85", "\n \t\n"])
def test_every_end_of_line_cuts(end: str) -> None:
    assert [segment.text for segment in segments(f"Un titre{end}{BODY}")] == ["Un titre", BODY]


def test_white_space_around_a_line_is_left_out() -> None:
    text = f"\n\n  Un titre\u00a0 \n\t{BODY}  \n"
    found = segments(text)
    assert [segment.text for segment in found] == ["Un titre", BODY]
    assert all(text[s.start : s.end] == s.text for s in found)


def test_identifiers_count_the_segments() -> None:
    assert [segment.segment_id for segment in segments("a\n\nb")] == ["t-p1", "t-p2"]


def test_white_space_alone_gives_no_segment() -> None:
    assert segments(" \n\t\u2028") == ()
