"""The tables that views are made from."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

Tables = Mapping[str, pd.DataFrame]
"""Tables by name, as `pipeline.load_tables` returns them."""
