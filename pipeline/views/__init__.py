"""Ready-made views: what analysts ask of the tables, each as one tidy DataFrame.

```python
from pipeline import load_tables
from pipeline.views import quoted_on

about = quoted_on(load_tables("outputs"))
about[about["label"] == "COUNTRY"].groupby(["speaker_name", "name"])["quote_id"].nunique()
```

The same in SQL stands in `docs/views.md`.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from pipeline.views.focus import country_focus
from pipeline.views.loaded import Tables
from pipeline.views.pairs import co_mentions
from pipeline.views.propositions import claims_in_context
from pipeline.views.speaking import quoted_on, speakers
from pipeline.views.timeline import timeline

VIEWS: dict[str, Callable[[Tables], pd.DataFrame]] = {
    "speakers": speakers,
    "quoted_on": quoted_on,
    "claims_in_context": claims_in_context,
    "country_focus": country_focus,
    "co_mentions": co_mentions,
    "timeline": timeline,
}
"""Every view by its name."""

__all__ = [
    "VIEWS",
    "claims_in_context",
    "co_mentions",
    "country_focus",
    "quoted_on",
    "speakers",
    "timeline",
]
