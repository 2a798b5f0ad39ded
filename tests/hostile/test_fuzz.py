"""Any bytes as a file, any text through the tables and the report (see `tests.fuzz`)."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.lexicons import Lexicons
from pipeline.runs.tools import Tools
from tests.fuzz import targets

KIND = st.integers(0, len(targets.KINDS) - 1)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
QUICK = settings(max_examples=60, deadline=None, derandomize=True)


@settings(QUICK, max_examples=300)
@given(kind=KIND, data=st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_any_bytes_in_any_file(kind: int, data: bytes) -> None:
    targets.fuzz_sources(bytes([kind]) + data)


@settings(QUICK, max_examples=300)
@given(text=st.sampled_from(list(targets.seeds("sources"))), at=st.integers(0), byte=st.binary())
def test_any_damage_to_a_sound_file(text: bytes, at: int, byte: bytes) -> None:
    place = at % len(text)
    targets.fuzz_sources(text[:1] + text[1:place] + byte + text[place + 1 :])


@settings(QUICK, max_examples=200)
@given(value=JSON)
def test_any_json(value: object) -> None:
    record = targets.json_line({"text": "Kiev dément.", "id": value, "date": value, "x": value})
    targets.fuzz_sources(bytes([targets.KINDS.index(".jsonl")]) + record)


@pytest.fixture
def _loaded(nlp: Language, lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch) -> None:
    """The model that other tests have loaded."""
    monkeypatch.setattr(targets, "_tools", lambda: Tools(nlp, lexicons, ()))


@pytest.mark.usefixtures("_loaded")
def test_any_text_through_the_tables_and_the_report() -> None:
    @settings(QUICK, max_examples=15)
    @given(text=st.text(max_size=60))
    @example(text="=1+1;=2\r\n@a\u2028«\x1b[31m»")
    @example(text="]]><script>alert(1)</script><!-- </style>")
    def check(text: str) -> None:
        targets.fuzz_outputs(text.encode("utf-8", errors="ignore"))

    check()
