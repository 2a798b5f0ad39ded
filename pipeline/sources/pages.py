"""Saved web pages: the article without the menus, the advertisements and the comments."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from typing import Any

from pipeline.sources.decoding import decode
from pipeline.sources.problems import UnreadableError, Warn

CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
HEAD = 4096  # bytes in which a page names its encoding
# Codecs of Python's that no page is written in; some take the square of a page's length.
NO_ENCODINGS = {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"}
INSTALL = "pages need one more package: pip install 'quidit[html]'"


def read_page(data: bytes, source: str, warn: Warn) -> Mapping[str, Any]:
    """The article of a page as a record: title, published, text (the title its first line).

    Raises:
        UnreadableError: trafilatura is not installed, or finds no article.
    """
    try:
        import trafilatura  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UnreadableError(INSTALL) from error
    page = _decode_page(data, source, warn)
    try:
        found: Any = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False)
    except Exception as error:  # whatever a broken page makes it stumble over
        raise UnreadableError(f"the page can't be read ({error!r:.200})") from error
    text = (found.text or "").strip() if found else ""
    if not found or not text:
        raise UnreadableError("no article was found in the page")
    title = " ".join((found.title or "").split())
    if title and not text.startswith(title):
        text = f"{title}\n{text}"
    return {"title": title or None, "published": found.date, "text": text}


def _decode_page(data: bytes, source: str, warn: Warn) -> str:
    """The page's text, in the encoding that it names if it is right about that."""
    named = CHARSET.search(data[:HEAD])
    if named:
        try:
            name = codecs.lookup(named[1].decode("ascii")).name
            if name not in NO_ENCODINGS:
                return data.decode(name)
        except (LookupError, UnicodeError):
            pass
    return decode(data, source, warn)
