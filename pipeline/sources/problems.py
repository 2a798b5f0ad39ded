"""What can be wrong with an input."""

from __future__ import annotations

from collections.abc import Callable

Warn = Callable[[str], None]
"""Called with a sentence about an input that was read, but not quite as it says."""


class UnreadableError(ValueError):
    """An input that can't be read; its message is the plain reason given in `skipped`."""


class UsageError(ValueError):
    """A request that makes no sense, such as a path that is not there."""
