"""The French model: loaded as the stages need it, its predictions unchanged."""

from pipeline.model.loading import MODEL, load_model

__all__ = ["MODEL", "load_model"]
