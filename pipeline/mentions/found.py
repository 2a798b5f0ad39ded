"""What a matcher returns: a span that may become a mention."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import Form, WeaponSubtype


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A span found by one matcher, before conflicts are settled and names are joined.

    `start` and `end` are character offsets in the document. `name` is the canonical name: a
    country's short name, a weapon's designation, else the words of the span. `user` marks a name
    of a user's lexicon.
    """

    start: int
    end: int
    label: str
    name: str
    rule: str
    form: Form | None = None
    country: str | None = None
    subtype: WeaponSubtype | None = None
    user: bool = False
