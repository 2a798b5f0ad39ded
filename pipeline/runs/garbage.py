"""How often Python looks for garbage that reference counts miss."""

from __future__ import annotations

import gc

COLLECTION = (50_000, 20, 100)  # objects made before a look; every 20th looks further, …


def collect_seldom() -> None:
    """Let Python look for cycles of garbage seldom, and never among what is loaded so far: a
    document leaves few. At Python's own pace it takes a twentieth of the time, of loading too."""
    gc.freeze()
    gc.set_threshold(*COLLECTION)
