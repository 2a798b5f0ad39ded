"""Where gold and found differ: which sort, what each side says, where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.review.evaluate import Annotations, GoldDocument, evaluate
from pipeline.review.evaluate.annotations import Claim, Mention, Quote, Segment
from pipeline.review.evaluate.found import Found

TEXT = "Un titre\nSelon Kiev, le pont est fermé. Paris se tait."
MENTION = Mention(span=(15, 19), label="COUNTRY", form="metonym", country="UKR", subtype=None)
QUOTE = Quote(
    parts=((21, 38),), kind="indirect", speaker=(15, 19), speaker_name="Ukraine",
    speaker_kind="country",
)  # fmt: skip
CLAIM = Claim(span=(33, 38), source="Ukraine", modality="factual", polarity="positive")
GOLD = Annotations(
    segments=(Segment(span=(0, 8), kind="title"),),
    mentions=(MENTION,),
    quotes=(QUOTE,),
    claims=(CLAIM,),
)


def told(found: Annotations) -> list[tuple[str, str | None, str | None]]:
    golds = {"a": GoldDocument(doc_id="a", text=TEXT, marked=GOLD)}
    evaluation = evaluate(golds, Found({"a": found}, ()))
    return [(one.sort, one.gold, one.found) for one in evaluation.disagreements]


def test_none_where_both_are_the_same() -> None:
    assert told(GOLD) == []


def test_all_is_missing_where_nothing_was_found() -> None:
    assert told(Annotations()) == [
        ("segment", "title", None),
        ("mention missing", "COUNTRY UKR metonym", None),
        ("quote missing", "indirect, Ukraine", None),
        ("claim missing", "factual, positive, Ukraine", None),
    ]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (
            replace(GOLD, segments=(Segment(span=(0, 8), kind="heading"),)),
            ("segment", "title", "heading"),
        ),
        (
            replace(GOLD, mentions=(MENTION, replace(MENTION, span=(40, 45), country="FRA"))),
            ("mention spurious", None, "COUNTRY FRA metonym"),
        ),
        (
            replace(GOLD, mentions=(replace(MENTION, form="name"),)),
            ("mention detail", "COUNTRY UKR metonym", "COUNTRY UKR name"),
        ),
        (
            replace(GOLD, quotes=(replace(QUOTE, speaker_name="Russie"),)),
            ("speaker", "indirect, Ukraine", "indirect, Russie"),
        ),
        (
            replace(GOLD, quotes=(QUOTE, replace(QUOTE, parts=((40, 53),), speaker_name=None))),
            ("quote spurious", None, "indirect, no speaker"),
        ),
        (
            replace(GOLD, claims=(replace(CLAIM, modality="possible"),)),
            ("claim detail", "factual, positive, Ukraine", "possible, positive, Ukraine"),
        ),
        (
            replace(GOLD, claims=(CLAIM, replace(CLAIM, span=(49, 53), source=None))),
            ("claim spurious", None, "factual, positive, no source"),
        ),
    ],
)
def test_a_difference_is_told_with_both_sides(
    found: Annotations, expected: tuple[str, str | None, str | None]
) -> None:
    assert told(found) == [expected]


def test_the_authors_plain_assertions_are_passed_over() -> None:
    plain = replace(CLAIM, span=(49, 53), source="author")
    assert told(replace(GOLD, claims=(CLAIM, plain))) == []


def test_where_it_stands() -> None:
    golds = {"a": GoldDocument(doc_id="a", text=TEXT, marked=GOLD)}
    found = Found({"a": replace(GOLD, claims=())}, ())
    (one,) = evaluate(golds, found).disagreements
    assert (one.doc_id, one.line, one.text) == ("a", 2, "fermé")
    assert one.before == "Un titre ⏎ Selon Kiev, le pont est "
    assert one.behind == ". Paris se tait."
