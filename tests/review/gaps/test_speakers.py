"""Speakers that no lexicon knows, from a table of quotes."""

from __future__ import annotations

import pandas as pd
import pytest

from pipeline.lexicons.files import parse_entries
from pipeline.lexicons.roles import RoleNoun
from pipeline.review.gaps.found import Gap
from pipeline.review.gaps.speakers import NOT_IN_ROLES, find_speaker_gaps

QUOTE = {
    "doc_id": "a",
    "sentence_id": "s",
    "speaker": "une guichetière",
    "speaker_name": "guichetière",
    "speaker_kind": "role",
    "speaker_rule": NOT_IN_ROLES,
    "rule": "reported.que:affirmer",
}


def gaps(*quotes: dict[str, str | None]) -> tuple[Gap, ...]:
    tables = {
        "sentences": pd.DataFrame({"sentence_id": ["s"], "text": ["Une phrase."]}),
        "quotes": pd.DataFrame([QUOTE | quote for quote in quotes]),
    }
    return find_speaker_gaps(tables, {}, frozenset({"polonais", "polonaise"}))


@pytest.mark.parametrize(
    ("phrase", "kind", "line"),
    [
        ("une guichetière", "role", "guichetier,m,guichetière,role,,usage"),
        ("Une collaboratrice du maire", "role", "collaborateur,m,collaboratrice,role,,usage"),
        ("le grimpeur de l’équipe", "group", "grimpeur,m,,role,,usage"),
        ("les parasitologues", "group", "parasitologue,mf,,role,,usage"),
        ("le dernier guichetier", "role", "guichetier,m,,role,,usage"),
    ],
)
def test_nouns_for_the_roles(phrase: str, kind: str, line: str) -> None:
    (gap,) = gaps({"speaker": phrase, "speaker_kind": kind})
    assert (gap.kind, gap.line, gap.file) == ("speaker", line, "roles.csv")


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("la baisse", "group"),  # a slip of the parser: no noun of people
        ("les parasitologues qui ont été élus", "group"),
        ("le Polonais", "organisation"),
    ],
)
def test_what_is_no_gap(phrase: str, kind: str) -> None:
    assert gaps({"speaker": phrase, "speaker_kind": kind}) == ()


def test_names_for_a_lexicon_of_the_users() -> None:
    (gap,) = gaps({"speaker": "l’Ordre", "speaker_kind": "organisation"})
    assert gap.line == "Ordre,ORG,,,,"
    assert gap.file is not None
    assert "--lexicon" in gap.file


def test_who_is_resolved_is_no_gap() -> None:
    assert gaps({"speaker_rule": "name in phrase"}) == ()


def test_speakers_left_open_come_last_by_frequency() -> None:
    on = {"speaker": "on", "speaker_name": None, "speaker_rule": "« on » names nobody"}
    nobody = {"speaker": None, "speaker_name": None, "speaker_rule": "no speaker in the text"}
    found = gaps(nobody, on, on | {"doc_id": "b"}, {})
    assert [(gap.kind, gap.word, gap.documents) for gap in found] == [
        ("speaker", "guichetier", 1),
        ("unresolved", "on", 2),
        ("unresolved", "nobody: reported.que:affirmer", 1),
    ]
    assert [gap.line for gap in found[1:]] == [None, None]


def test_lines_are_lines_of_the_roles() -> None:
    (gap,) = gaps({})
    header = "noun,gender,feminine,kind,also,source"
    (entry,) = parse_entries("roles.csv", f"{header}\n{gap.line}", RoleNoun)
    assert (entry.noun, entry.feminine) == ("guichetier", "guichetière")
