"""What holds of the dates of any text whatever."""

from __future__ import annotations

import datetime

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.dates.conftest import Dates

WORDS = """
le|du|au|à|de|et|entre|depuis|d’ici|jusqu’à|dans|il y a|fin|mi-|début|la nuit|vendredi|lundi|12|31
1er|février|mars|2022|0001|9999|trois|99999999|jours|ans|dernier|prochain|derniers|cet|été|hier
la veille|soir|dans la soirée|trimestre|premier|années|plus tard|les|ces|,|.|-|–|\u00a0|İ|😀|«|»
"""
PRESS = st.lists(
    st.sampled_from(WORDS.replace("\n", "|\n|").split("|")), min_size=1, max_size=30
).map(" ".join)
DAYS = st.sampled_from([None, datetime.date.min, datetime.date.max, datetime.date(2024, 2, 29)])


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=PRESS, published=DAYS)
@example(text="12 " * 3000, published=None)
@example(text="vendredi" + " " * 5000 + "soir", published=None)
def test_any_text(text: str, published: datetime.date | None, dates: Dates) -> None:
    end = 0
    for date in dates(text, published):
        assert text[date.start : date.end] == date.text
        assert end <= date.start < date.end
        end = date.end
        if date.date_start and date.date_end:
            assert date.date_start <= date.date_end
