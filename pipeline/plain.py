"""The text in lower case, and regular expressions written with the words of a lexicon."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.article import Article


def plain_text(article: Article) -> str:
    """The reading of an article in lower case, its line ends kept, of the same length."""
    lower = article.lined_reading.lower()
    if len(lower) == len(article.text):
        return lower
    return "".join(map(_lower, article.lined_reading))


def _lower(character: str) -> str:
    low = character.lower()
    return low if len(low) == 1 else character


def compiled(
    template: str,
    forms: Mapping[str, str],
    begin: str = r"(?<![\w-])",
    end: str = r"(?![\w-])",
) -> re.Pattern[str]:
    """The regular expression of a template, of whole words unless `begin` and `end` say otherwise.

    `re` keeps what it has compiled: a second call with the same template costs next to nothing.

    Args:
        template: a regular expression in which « {weekday} » stands for a form and a space for any
            run of up to three.
        forms: what the names in braces stand for.
        begin: what must stand before.
        end: what must stand behind.

    Raises:
        KeyError: a name in braces is not among the forms.
    """
    spaced = re.sub(r" (?!\?)", " {1,3}", template)
    filled = re.sub(r"\{([A-Za-z_]+\d?)\}", lambda match: forms[match[1]], spaced)
    return re.compile(rf"{begin}(?:{filled}){end}")
