"""What others wrote, on a terminal: it obeys control characters."""

from __future__ import annotations

import re

# C0, C1 and what turns the direction of writing around; line ends and tabs stay.
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """The text, of the same length, with � for what a terminal would obey: an article could rename
    the window, hide words or show others than its own."""
    if not OBEYED.search(text):
        return text
    return OBEYED.sub("\ufffd", text.replace("\r\n", " \n").replace("\r", "\n"))


def harmless_json(written: str) -> str:
    """JSON that says the same without a character that a terminal would obey."""
    return OBEYED.sub(lambda found: f"\\u{ord(found.group()):04x}", written)
