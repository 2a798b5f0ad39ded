make extract INPUT=my_articles OUTPUT=my_tables   # installs what is needed the first time
.venv/bin/pip install 'altair[save]'              # draws
.venv/bin/python - <<'END'
import altair as alt
from pipeline import load_tables
from pipeline.views import speakers

who = speakers(load_tables("my_tables")).dropna(subset="speaker_name").head(20)
bars = alt.Chart(who, title="Who is quoted").mark_bar()
bars.encode(x="quotes", y=alt.Y("speaker_name", sort="-x"), color="speaker_kind").save("who.svg")
END
