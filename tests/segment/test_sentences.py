"""Sentences and parse units."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.segment.sentences import LONGEST_UNIT

Read = Callable[[str], Article]


def sentences(article: Article) -> list[str]:
    return [sentence.text for sentence in article.sentences]


def units(article: Article) -> list[str]:
    """What the parser works on, as written."""
    return [article.text[s.start_char : s.end_char].strip() for s in article.doc.sents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il part. Elle reste.", ["Il part.", "Elle reste."]),
        ("Il part… Elle reste ?! Oui.", ["Il part…", "Elle reste ?!", "Oui."]),
        ("Il pleut… et il vente.", ["Il pleut… et il vente."]),
        ("M. Martin est venu.", ["M. Martin est venu."]),
        ("Mme J.-P. Durand a payé 3.50 euros.", ["Mme J.-P. Durand a payé 3.50 euros."]),
        ("La crue monte. 12 maisons cèdent.", ["La crue monte.", "12 maisons cèdent."]),
        ("Il part (enfin !) et rit.", ["Il part (enfin !) et rit."]),
        ("Il part. (Elle reste.) Fin.", ["Il part.", "(Elle reste.)", "Fin."]),
        ("Le bois, le fer, etc. manquent.", ["Le bois, le fer, etc. manquent."]),
    ],
)
def test_sentences_outside_quotations(read: Read, text: str, expected: list[str]) -> None:
    assert sentences(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "« Non ! Jamais. Je reste », dit-il.",
        "Il a dit : « Bonjour ! Je suis Léa. »",
        "« Quoi ? » dit-il.",
        '"Non ! Jamais. Je reste", dit-il.',
        "“Quoi ?” dit-elle en riant.",
    ],
)
def test_a_quotation_belongs_to_the_sentence_around_it(read: Read, text: str) -> None:
    assert sentences(read(text)) == [text]


@pytest.mark.parametrize("text", ["Il a dit : ''Oui.''", "Il a dit : <<Oui.>>", "Il dit : ``Oui''"])
def test_a_mark_of_two_characters_ends_a_sentence_whole(read: Read, text: str) -> None:
    assert sentences(read(f"{text}\nFin.")) == [text, "Fin."]


def test_a_doubled_mark_stuck_to_letters_leaves_no_segment_without_a_sentence(read: Read) -> None:
    assert sentences(read("dessa, a```es``")) == ["dessa, a```es``"]


def test_the_sentences_of_a_quotation_are_parsed_one_by_one(read: Read) -> None:
    assert units(read("« Non ! Jamais. Je reste », dit-il.")) == [
        "« Non !",
        "Jamais.",
        "Je reste », dit-il.",
    ]


def test_a_closing_mark_stays_with_what_it_closes(read: Read) -> None:
    assert sentences(read("« Non ! » Il part. « Oui. »")) == ["« Non ! »", "Il part.", "« Oui. »"]


def test_a_straight_mark_stuck_to_a_stop_closes(read: Read) -> None:
    assert sentences(read('Il dit : "Je pars." Elle reste.')) == [
        'Il dit : "Je pars."',
        "Elle reste.",
    ]


def test_an_unclosed_mark_holds_no_sentence_back(read: Read) -> None:
    assert sentences(read("« Il part. Elle reste.")) == ["« Il part.", "Elle reste."]


def test_no_sentence_crosses_a_line(read: Read) -> None:
    assert sentences(read("La crue monte\nLes digues « tiennent\nencore » ce soir.")) == [
        "La crue monte",
        "Les digues « tiennent",
        "encore » ce soir.",
    ]


def test_no_parse_crosses_a_line(read: Read) -> None:
    assert units(read("La crue monte\nLes digues tiennent")) == [
        "La crue monte",
        "Les digues tiennent",
    ]


def test_sentences_name_their_segment(read: Read) -> None:
    article = read("La crue monte\nIl part. Elle reste.")
    assert [(s.sentence_id, s.segment_id) for s in article.sentences] == [
        ("t-s1", "t-p1"),
        ("t-s2", "t-p2"),
        ("t-s3", "t-p2"),
    ]


def test_tokens_have_the_offsets_of_the_text(read: Read) -> None:
    text = '« L’été\u00a0», dit-il.\n“Quoi ?” 24" — <<fin>>'
    article = read(text)
    assert len(article.doc.text) == len(text)
    letters = [t for t in article.doc if t.is_alpha]
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in letters)


def test_a_text_without_full_stop_is_parsed_in_units_of_a_bounded_length(read: Read) -> None:
    article = read("le pont tient et " * 400)
    longest = max(end - start for start, end in article.units)
    assert longest == LONGEST_UNIT


def test_the_units_of_an_article_are_those_that_the_parser_works_on(read: Read) -> None:
    article = read("Il part.\n\nElle dit : « Je reste. Il pleut. »\n– Oui")
    assert article.units == tuple((s.start, s.end) for s in article.doc.sents)
    assert article.unit_at(len(article.doc) - 1) == article.units[-1]
