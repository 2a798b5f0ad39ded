"""Speech told by the layout."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.mentions import find_mentions
from pipeline.quotes.blocks import find_answers, find_blocks
from tests.quotes.found import words_of

Read = Callable[[str], Article]
BODY = "Le conseil s'est réuni lundi soir à la mairie."
WORDS = "Nous avons entendu trois explosions avant de sauter à l'eau"


@pytest.mark.parametrize(
    "line", [f"{WORDS}.", f"{WORDS} !", f"« {WORDS} »", f"“{WORDS}”", f"{WORDS}…"]
)
def test_a_block_leaves_its_marks_and_its_stop_out(read: Read, line: str) -> None:
    article = read(f"{BODY}\n{line}\n– Karim Saïdi, mécanicien\n{BODY}")
    assert words_of(article, find_blocks(article)) == {(WORDS, "block", "Karim Saïdi, mécanicien")}


@pytest.mark.xfail(strict=True, reason="a stop inside the marks is kept")
def test_a_block_leaves_a_stop_inside_its_marks_out(read: Read) -> None:
    article = read(f"{BODY}\n« {WORDS}. »\n– Karim Saïdi, mécanicien\n{BODY}")
    assert words_of(article, find_blocks(article)) == {(WORDS, "block", "Karim Saïdi, mécanicien")}


@pytest.mark.parametrize("dash", ["– ", "— ", "—", "― "])
def test_the_dash_is_no_part_of_the_source(read: Read, dash: str) -> None:
    article = read(f"{BODY}\n« {WORDS} »\n{dash}Karim Saïdi, mécanicien\n{BODY}")
    assert words_of(article, find_blocks(article)) == {(WORDS, "block", "Karim Saïdi, mécanicien")}


def test_a_block_with_its_source_on_its_own_line(read: Read) -> None:
    article = read(f"{BODY}\n{WORDS}. — Karim Saïdi, mécanicien\n{BODY}")
    assert words_of(article, find_blocks(article)) == {(WORDS, "block", "Karim Saïdi, mécanicien")}


def test_paragraphs_are_no_blocks(read: Read) -> None:
    article = read(f"{BODY}\n« {WORDS} »\n{BODY}")
    assert list(find_blocks(article)) == []


@pytest.mark.parametrize(
    ("ask", "answer"), [("– ", "– "), ("— ", "— "), ("Q : ", "R : "), ("Q. ", "R. ")]
)
def test_every_answer_is_one_quote(read: Read, lexicons: Lexicons, ask: str, answer: str) -> None:
    article = read(
        "La climatologue Aline Rey répond à nos questions.\n"
        f"{ask}Faut-il s'inquiéter ?\n{answer}Oui. Et dès maintenant.\n"
        f"{ask}Que peut-on faire ?\n{answer}Consommer moins."
    )
    found = words_of(article, find_answers(article, find_mentions(article, lexicons)))
    assert {(content, kind) for content, kind, _ in found} == {
        ("Oui. Et dès maintenant", "direct"),
        ("Consommer moins", "direct"),
    }
    assert all(phrase and phrase.endswith("Aline Rey") for _, _, phrase in found)


def test_a_list_is_no_interview(read: Read) -> None:
    article = read(f"{BODY}\n– Trois ponts\n– Deux routes\n– Une digue\n– Un barrage")
    assert list(find_answers(article, ())) == []
