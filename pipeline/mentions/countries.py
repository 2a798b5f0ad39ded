"""Countries: their names, demonyms, and the capitals that stand for a government.

One pass over the words finds every form of the lexicon, the longest first; what follows refuses the
ones that mean something else (« l'océan Indien », « France 24 », « traduit du russe ») and asks
`pipeline.mentions.metonyms` whether a capital acts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.article import Article
from pipeline.lexicons.countries import CountryLexicon
from pipeline.mentions.country_hits import HYPHEN, Hit, Scene, code_of, read_scene, words_joined
from pipeline.mentions.country_names import is_state_name, start_of_name
from pipeline.mentions.demonyms import is_demonym
from pipeline.mentions.found import Found
from pipeline.mentions.metonym_clauses import cue_reading
from pipeline.mentions.metonyms import find_capitals
from pipeline.records import Form

KOREAS = {"nord": "PRK", "sud": "KOR"}
# Before « Suisse », a feminine name, what makes a person of it: « face au Suisse Steffen ».
PERSONS = {"un", "le", "au", "du", "les", "des", "aux", "ces", "cet", "autre", "deux", "trois"}


def find_countries(
    article: Article, lexicon: CountryLexicon, weapons: Sequence[Found] = ()
) -> tuple[Found, ...]:
    """The states an article names, and its capitals.

    Args:
        article: the article, parsed.
        lexicon: see `pipeline.lexicons.countries.load_countries`.
        weapons: the article's weapons: it is states that own them (« les S-300 de Caracas »).

    Returns:
        In the order of the text: COUNTRY mentions by name, demonym and metonym, and a PLACE for
        each capital that is the city itself.
    """
    scene = read_scene(article, lexicon, weapons)
    found = [*_names(scene), *_demonyms(scene), *find_capitals(scene), *_koreas(scene)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _names(scene: Scene) -> Iterator[Found]:
    for hit in scene.hits:
        if hit.kind == "name" and _is_swiss(scene, hit):
            yield _found(scene, hit, "demonym", "countries.demonym")
        elif hit.kind == "name" and is_state_name(scene, hit):
            start = scene.words.starts[start_of_name(scene, hit)]
            yield _found(scene, hit, "name", "countries.name", start)


def _demonyms(scene: Scene) -> Iterator[Found]:
    for hit in scene.hits:
        if hit.kind == "demonym" and is_demonym(scene, hit):
            ambiguous = len(hit.codes) > 1
            rule = "countries.demonym.ambiguous" if ambiguous else "countries.demonym"
            yield _found(scene, hit, "demonym", rule)


def _is_swiss(scene: Scene, hit: Hit) -> bool:
    """« la Suisse » is the state, « le Suisse Federer » one of its people."""
    if scene.words.folded[hit.first] != "suisse":
        return False
    before = scene.before(hit)
    return before is not None and before.folded in PERSONS


def _koreas(scene: Scene) -> Iterator[Found]:
    """« fourni au Nord », « le Sud a répondu » in an article that speaks of Korea.

    With a capital and a singular article, and no noun that the point of the compass belongs to
    (« la gare du Nord », « le Nord de Séoul », but « fourni au Nord des obus »)."""
    if not scene.named.get("PRK") or scene.named["PRK"] + scene.named.get("KOR", 0) < 2:
        return
    inside = {at for hit in scene.hits for at in range(hit.first, hit.after)}
    for at in scene.words.places(KOREAS.keys()):
        word = scene.words[at]
        if at in inside or not word.text[0].isupper() or scene.in_capitals(at):
            continue
        joined = words_joined(scene.words, scene.article.text, at)
        codes = (KOREAS[word.folded],)
        hit = Hit(first=at, after=at + 1, kind="name", codes=codes, joined=joined)
        if _is_korea(scene, hit):
            yield _found(scene, hit, "name", "countries.korea")


def _is_korea(scene: Scene, hit: Hit) -> bool:
    before, behind = scene.before(hit), scene.behind(hit)
    if (
        before is None
        or before.folded not in {"le", "au", "du"}
        or scene.gap(hit.after - 1) in HYPHEN
    ):
        return False
    if behind is not None and behind.text[0].isupper():
        return False
    if behind is not None and behind.folded in {"de", "du", "des", "d"}:
        given = scene.token(hit.first - 2) if before.folded == "au" and hit.first > 1 else None
        return given is not None and cue_reading(scene, "addressee", given) == "state"
    noun = scene.before(hit, 2)
    owned = before.folded == "du" and noun is not None and noun.text[0].isupper()
    return not owned or scene.opens_sentence(hit.first - 2)


def _found(scene: Scene, hit: Hit, form: Form, rule: str, start: int | None = None) -> Found:
    first, end = scene.span(hit)
    code = code_of(scene, hit)
    return Found(
        start=first if start is None else start,
        end=end,
        label="COUNTRY",
        name=scene.lexicon.countries[code].name,
        rule=rule,
        form=form,
        country=code,
    )
