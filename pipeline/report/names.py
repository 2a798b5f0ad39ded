"""Names of files and of places in a page, made from ids that may be anything."""

from __future__ import annotations

import hashlib
import re
import unicodedata

SLUG_LENGTH = 40
FILE_NAME = re.compile(r"[a-z0-9-]{1,52}-[0-9a-f]{10}\.html")


def slug(doc_id: str) -> str:
    """A name for a document: lower-case letters, digits and hyphens, then a digest of the id.

    The digest keeps ids apart that differ in other characters alone; `../../etc/passwd` becomes
    `etc-passwd-` and ten digits, `con` is no device.
    """
    plain = unicodedata.normalize("NFKD", doc_id).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain)[:SLUG_LENGTH].strip("-")
    digest = hashlib.sha256(doc_id.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{words or 'article'}-{digest}"
