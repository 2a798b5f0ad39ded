"""The French tokenizer's longest regular expression, written so that it compiles fast.

`token_match` joins 266 alternatives that end in the same few classes of letters, each spelt out
again: 1.45 MB, most of the time that it takes to load the model.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

START = "(?iu)(?:^"  # how spaCy writes an expression of whole words:
BETWEEN = "$)|(?:^"  # (?iu)(?:^first$)|(?:^second$)|…
END = "$)"

# A class of more than a few characters, such as "every lower-case letter", and its quantifier.
_CLASSES = r"(?:\[[^\]]{9,}\][*+]?)*"
_PARTS = re.compile(rf"({_CLASSES})(.*?)({_CLASSES})", re.DOTALL)

# Most words hold none of the characters that join two parts, as in « faux-ami », « entr'ouvrir ».
_JOINED = "(?=[^-–—‐‑'’]*[-–—‐‑'’])"
_JOINS = re.compile(r"\[[-–—‐‑'’]+\](?!\?)")


def factored(expression: str) -> str:
    """The same expression with the classes that its alternatives share written once.

    `^abat[-][a-z]+$|^anti[-][a-z]+$` becomes `^(?:abat[-]|anti[-])[a-z]+$`: it matches the same
    strings. One that is not an alternation of whole words is returned as it is.
    """
    if not (expression.startswith(START) and expression.endswith(END)):
        return expression
    alternatives = expression[len(START) : -len(END)].split(BETWEEN)
    middles: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for alternative in alternatives:
        before, middle, after = _PARTS.fullmatch(alternative).groups()  # type: ignore[union-attr]
        middles[before, after].append(middle)
    choices = (
        f"{before}(?:{'|'.join(found)}){after}" for (before, after), found in middles.items()
    )
    joined = _JOINED if all(map(_JOINS.search, alternatives)) else ""
    return f"(?iu)^{joined}(?:{'|'.join(choices)})$"


@contextmanager
def compiled_fast() -> Iterator[None]:
    """While this lasts `re.compile` factors what it is given.

    spaCy compiles the expression when `spacy.lang.fr` is first imported, and again when the
    tokenizer is read from disk: neither can be told to use another.
    """
    compile_ = re.compile

    def compile_factored(
        pattern: str | re.Pattern[str], flags: int | re.RegexFlag = 0
    ) -> re.Pattern[str]:
        return compile_(factored(pattern) if isinstance(pattern, str) else pattern, flags)

    re.compile = compile_factored  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = compile_
