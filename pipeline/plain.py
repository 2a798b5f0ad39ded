"""Regular expressions on `Article.plain`, written with the words of a lexicon."""

from __future__ import annotations

import re
from collections.abc import Mapping


def compiled(
    template: str,
    forms: Mapping[str, str],
    begin: str = r"(?<![\w-])",
    end: str = r"(?![\w-])",
) -> re.Pattern[str]:
    """The regular expression of a template, of whole words unless `begin` and `end` say otherwise.

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
