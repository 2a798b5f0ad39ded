"""quidit: who says what, about whom and about which weapons, in French news.

```python
from pipeline import load_tables
tables = load_tables("outputs")
```

The public names are imported when they are first used: `import pipeline` loads neither spaCy nor
pandas.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.flow import extract as extract
    from pipeline.lexicons import load_lexicons as load_lexicons
    from pipeline.model import load_model as load_model
    from pipeline.records import Document as Document
    from pipeline.sources import read_documents as read_documents
    from pipeline.tables.loading import load_tables as load_tables

__version__ = "0.1.0"

HOMES = {
    "Document": "pipeline.records",
    "extract": "pipeline.flow",
    "load_lexicons": "pipeline.lexicons",
    "load_model": "pipeline.model",
    "load_tables": "pipeline.tables.loading",
    "read_documents": "pipeline.sources",
}
__all__ = ["Document", "extract", "load_lexicons", "load_model", "load_tables", "read_documents"]


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(HOMES[name]), name)
