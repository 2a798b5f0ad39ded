"""What an article says is shown, and never obeyed by the terminal."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.cli.terminal import harmless, harmless_json
from pipeline.lexicons import Lexicons
from tests.cli.conftest import Run

# The window's title, a screen that is cleared, hidden words, the same in one character, a bell,
# writing from right to left.
ESCAPES = "\x1b]0;titre\x07 \x1b[2J \x1b[8mKiev \x9b31m\x08 \u202e"
TEXT = f"Selon Kiev, un drone{ESCAPES} aurait visé le port.\r\nOdessa tient."


@pytest.fixture(autouse=True)
def _loaded(nlp: Language, lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("pipeline.cli.show")
    monkeypatch.setattr(module, "load_model", lambda **_: nlp)
    monkeypatch.setattr(module, "load_lexicons", lambda: lexicons)


@pytest.mark.parametrize("text", ["été\n\t« a »", ESCAPES, TEXT, "a\rb\r\nc"])
def test_offsets_stay_what_they_were(text: str) -> None:
    assert len(harmless(text)) == len(text)


def test_writing_from_right_to_left_is_left_alone() -> None:
    assert harmless("Kiev\u200f أوديسا") == "Kiev\u200f أوديسا"


def test_json_says_the_same() -> None:
    written = json.dumps(TEXT, ensure_ascii=False)
    assert json.loads(harmless_json(written)) == TEXT


def test_a_text_on_a_terminal_gives_it_no_orders(run: Run, terminal: None) -> None:  # noqa: ARG001
    printed = run("text", TEXT).stdout
    assert not [
        order for order in ("\x1b]", "\x1b[2J", "\x1b[8m", "\x9b", "\x08") if order in printed
    ]
    assert "\u202e" not in printed


def test_colours_fall_on_the_words_of_a_text_from_windows(
    run: Run,
    terminal: None,  # noqa: ARG001
) -> None:
    printed = run("text", "Il pleut.\r\nIl vente.\r\nOdessa tient.").stdout
    assert "\x1b[32mOdessa\x1b[0m" in printed


def test_a_text_in_a_pipe_gives_the_terminal_behind_it_no_orders(run: Run) -> None:
    printed = run("text", TEXT).stdout
    assert harmless(printed) == printed
    assert json.loads(printed)["documents"][0]["text"] == TEXT


def test_what_is_skipped_gives_no_orders(run: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"id": "\x1b[2Ja", "text": "Kiev."}) for _ in range(2)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    told = run("extract", tmp_path, "-o", tmp_path / "out", "--strict").stderr
    assert "is already that of" in told
    assert "\x1b" not in told
