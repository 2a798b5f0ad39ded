"""What docs/spacy.md shows is what is printed."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import Any

PAGE = (Path(__file__).parents[2] / "docs" / "spacy.md").read_text(encoding="utf-8")


def test_code_prints_what_is_shown() -> None:
    namespace: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        for code in re.findall(r"^```python\n(.*?)^```$", PAGE, re.M | re.S):
            exec(code, namespace)
    assert [printed.getvalue()] == re.findall(r"^```text\n(.*?)^```$", PAGE, re.M | re.S)
    assert namespace["doc"]._.quidit_document["published"] == "2024-05-06"
