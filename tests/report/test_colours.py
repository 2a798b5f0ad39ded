"""Text can be read on its ground, in the light and in the dark (WCAG AA: at least 4.5 : 1)."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLE = (files("pipeline.report") / "assets" / "base.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part))
    for part in STYLE.split("prefers-color-scheme: dark")
)
LABELS = ["person", "country", "place", "org", "weapon", "user0", "user1", "user2", "user3"]
PAIRS = [
    *(("ink", ground) for ground in ("ground", "raised", "claim", "lit", *LABELS)),
    *(("soft", ground) for ground in ("ground", "raised")),
    *((ink, ground) for ink in ("accent", "claim-ink") for ground in ("ground", "raised")),
    ("claim-ink", "claim"),
    *((f"{label}-ink", ground) for label in LABELS for ground in (label, "ground", "claim", "lit")),
]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read(colours: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_focus_and_lines_of_quotes_can_be_seen(colours: dict[str, str]) -> None:
    for name in ("focus", "quote"):
        assert contrast(colours[name], colours["ground"]) >= 3
