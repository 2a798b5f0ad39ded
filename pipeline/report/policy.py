"""The policy of the pages: only their own style and script, known by their hashes, and no network.

`<script>` in an article is text already, because every template escapes; the policy is the second
wall: a browser runs nothing whose hash is not in it, and fetches nothing at all.
"""

from __future__ import annotations

import base64
import hashlib
import re

COMMENT_LINE = re.compile(r"^\s*(?://.*|/\*[^*]*\*/\s*)$")


def hash_source(content: str) -> str:
    """The source expression of an inline style or script: `'sha256-…'`."""
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def content_policy(style: str, script: str) -> str:
    """The Content-Security-Policy of a page with this one style and this one script."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {hash_source(style)}",
            f"script-src {hash_source(script)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def dense(source: str) -> str:
    """A style or script without indentation, empty lines and lines of comment."""
    lines = (line.strip() for line in source.splitlines() if not COMMENT_LINE.match(line))
    return "\n".join(line for line in lines if line)
