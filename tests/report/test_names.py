"""Names of files from ids that may be anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.report.names import FILE_NAME, slug

HOSTILE = [
    "../../etc/passwd",
    "/etc/passwd",
    "C:\\x",
    "con",
    "",
    ".",
    "..",
    "a\nb",
    "a\0b",
    "é" * 500,
]


@pytest.mark.parametrize("doc_id", HOSTILE)
def test_a_hostile_id_is_a_plain_name(doc_id: str) -> None:
    assert FILE_NAME.fullmatch(f"{slug(doc_id)}.html")


@given(st.text(alphabet=st.characters()))
def test_any_id_is_a_plain_name(doc_id: str) -> None:
    assert FILE_NAME.fullmatch(f"{slug(doc_id)}.html")


def test_a_name_can_be_recognised() -> None:
    assert slug("Élysée 2024/03").startswith("elysee-2024-03-")


def test_ids_that_look_alike_have_names_of_their_own() -> None:
    assert len({slug(doc_id) for doc_id in ("a b", "a-b", "A b", "à b", "a_b")}) == 5


def test_a_name_stays_the_same() -> None:
    assert slug("a") == "a-ca978112ca"
