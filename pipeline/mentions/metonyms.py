"""Capitals: the city, or the government that sits in it (« Moscou affirme », « à Moscou »).

Capitals in a row are read together (« Séoul, Tokyo et Washington ont condamné »): what stands
before the first (a preposition and the word it hangs on) decides, else the clause (see
`pipeline.mentions.metonym_clauses`). Where nothing speaks for the state, it is the city, which is
the more frequent reading; the rule then ends in `.default`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.features import features_of
from pipeline.lexicons.countries import Reading
from pipeline.mentions.country_hits import HYPHEN, SPACE, Hit, Scene, code_of, key_of
from pipeline.mentions.country_names import after_proper_noun, in_event, in_proper_name
from pipeline.mentions.found import Found
from pipeline.mentions.metonym_clauses import clause_reading, cue_reading

Decision = tuple[Reading, str]
# What joins the members of a row: « Séoul, Tokyo et Washington », « d'Abidjan, de Lomé ».
LINK = re.compile(
    r"\s?,?\s?(?:(?:et|ou|ni|puis|mais aussi|ainsi que|comme|que)\s)?"
    r"(?P<words>(?:(?:de|d['’]|à|contre|avec|pour|par|entre|selon|vers|sur)\s?)?)"
    r"(?:(?:la|le|les|l['’])\s?)?"
)
TITLE = re.compile(r"\w+ (?:\w+ )?(?:de |d['’])")
CONTRACTED = {"du": "de", "d": "de", "des": "de", "au": "a", "aux": "a", "qu": "que"}
PREPOSITIONS = {
    "a", "de", "par", "pour", "contre", "avec", "entre", "sur", "vers", "selon", "dans", "depuis",
    "via", "envers", "malgre", "sans", "en", "sous", "chez", "devant", "derriere", "hors", "apres",
    "jusqu",
}  # fmt: skip
STATE_ALWAYS = {"selon", "envers", "malgre", "sans"}
# The reading of a preposition when no cue of the lexicon stands before it.
USUAL: dict[str, Reading] = {"par": "state", "pour": "state", "contre": "state", "avec": "state"}
REACH = 6  # how many words before its preposition the word that a capital hangs on may stand
TRADE_REACH = 12  # how many words before « à » the weapon and the verb of its trade may stand
SPORT_WORDS = 3


def find_capitals(scene: Scene) -> Iterator[Found]:
    """A COUNTRY metonym or a PLACE for each capital of the article."""
    sport = _speaks_of_sport(scene)
    for row in _rows(scene):
        reading, rule = _reading(scene, row)
        if sport and reading == "state" and not rule.startswith("metonym.de"):
            reading, rule = "city", "capital.sport"
        for hit in row:
            if hit.kind == "capital" and _is_capital(scene, hit):
                yield _found(scene, hit, reading, rule)


def _rows(scene: Scene) -> Iterator[list[Hit]]:
    """Capitals and states joined by commas and conjunctions, under one preposition or none."""
    row: list[Hit] = []
    for hit in scene.hits:
        if hit.kind not in {"capital", "name"}:
            continue
        if row and _joins(scene, row, hit):
            row.append(hit)
        else:
            if any(member.kind == "capital" for member in row):
                yield row
            row = [hit]
    if any(member.kind == "capital" for member in row):
        yield row


def _joins(scene: Scene, row: list[Hit], hit: Hit) -> bool:
    between = scene.article.text[scene.span(row[-1])[1] : scene.span(hit)[0]]
    if between in HYPHEN:
        return True
    link = LINK.fullmatch(between)
    if link is None or not between.strip():
        return False
    again = link["words"].strip().rstrip("'’").lower()
    if not again:
        return True
    first = _preposition(scene, row[0])
    again = {"à": "a", "d": "de"}.get(again, again)
    return first is not None and first == again


def _is_capital(scene: Scene, hit: Hit) -> bool:
    """Not « Paris-Roubaix », « George Washington », « Paris Hilton » or « marathon de Paris ».
    A capital that is also a first name counts where the article names its state (« Sofia »)."""
    left, right = scene.gap(hit.first - 1), scene.gap(hit.after - 1)
    if left in HYPHEN and hit.first not in scene.hit_until:
        return False
    if right in HYPHEN and hit.after not in scene.hit_from:
        return False
    shared = key_of(scene.words, hit) in scene.lexicon.homographs
    if shared and not any(scene.named.get(code) for code in hit.codes):
        return False
    in_name = (
        after_proper_noun(scene, hit)
        or _opens_name(scene, hit)
        or in_event(scene, hit)
        or in_proper_name(scene, hit)
        or _in_title(scene, hit)
    )
    return not in_name or scene.in_capitals(hit.first)


def _in_title(scene: Scene, hit: Hit) -> bool:
    """« la « déclaration de Rome » »: quotation marks round the noun and the capital: a name."""
    start, end = scene.span(hit)
    opening = scene.quoted.get(end, start)
    return TITLE.fullmatch(scene.article.text, opening, start) is not None


def _opens_name(scene: Scene, hit: Hit) -> bool:
    """« Paris Hilton », « Washington Irving »: the model runs one name over both words."""
    behind = scene.behind(hit)
    if behind is None or not behind.text[0].isupper() or hit.after in scene.hit_from:
        return False
    return scene.token(hit.after).ent_iob_ == "I" or _preposition(scene, hit) is None


def _preposition(scene: Scene, hit: Hit) -> str | None:
    """The preposition right before a hit, folded and without its article (« au Caire » → a)."""
    word = scene.before(hit)
    if word is not None and word.folded in {"la", "le", "les", "l"} and scene.before(hit, 2):
        word = scene.before(hit, 2)
    if word is None:
        return None
    name = CONTRACTED.get(word.folded, word.folded)
    if name == "a" and word.text in {"a"}:
        return None  # the verb: « il y a Paris »
    return name if name in PREPOSITIONS else None


def _reading(scene: Scene, row: list[Hit]) -> Decision:
    first = row[0]
    if _is_dateline(scene, row):
        return "city", "capital.dateline"
    if scene.gap(first.after - 1) in HYPHEN:
        return _of_axis(scene, first)
    preposition = _preposition(scene, first)
    if preposition is None:
        return clause_reading(scene, first, row[-1])
    if preposition in STATE_ALWAYS:
        return "state", f"metonym.{preposition}"
    if preposition == "apres":
        apres = scene.before(first)
        said = apres is not None and scene.words.folded[first.first - 2] == "d"
        return ("state", "metonym.selon") if said else ("city", "capital.apres")
    return _after_preposition(scene, row, preposition)


def _of_axis(scene: Scene, first: Hit) -> Decision:
    """« l'axe Moscou-Pékin » joins two states, « le train Paris-Bruxelles » two cities."""
    before = scene.before(first)
    if before is not None and cue_reading(scene, "axis", scene.token(first.first - 1)) == "state":
        return "state", "metonym.axis"
    return "city", "capital.axis"


def _after_preposition(scene: Scene, row: list[Hit], preposition: str) -> Decision:
    """By the word that the preposition hangs on, else by the preposition's usual reading."""
    at = _index_of_preposition(scene, row[0])
    if preposition == "pour" and scene.opens_clause(at):
        return "state", "metonym.pour"
    if preposition == "a" and _has_the_turn(scene, row[-1], at):
        return "state", "metonym.a"
    if _of_weapons(scene, at, preposition):
        return "state", f"metonym.{preposition}.weapon"
    role = {"de": "complement", "a": "addressee"}.get(preposition, preposition)
    governor = _governor(scene, row[0], at, role)
    if governor is not None:
        return governor, f"{'metonym' if governor == 'state' else 'capital'}.{preposition}"
    usual = USUAL.get(preposition)
    if preposition == "entre" and len(row) > 1:
        usual = "state"
    if usual == "state":
        return "state", f"metonym.{preposition}.default"
    return "city", f"capital.{preposition}"


def _has_the_turn(scene: Scene, last: Hit, at: int) -> bool:
    """« c'est à Moscou de décider »."""
    behind = scene.behind(last)
    if behind is None or behind.folded not in {"de", "d"} or at < 1:
        return False
    return scene.words.folded[at - 1] in {"est", "sera", "serait"}


def _of_weapons(scene: Scene, at: int, preposition: str) -> bool:
    """« les S-300 de Caracas » are a state's, « des drones achetés à Ankara » are sold by one.

    `at` is the index of the preposition. The verb of trade and the weapon stand before it, in
    either order, without a stop between.
    """
    if preposition == "de":
        return at > 0 and scene.words.end(at - 1) in scene.weapons
    if preposition != "a" or not scene.weapons:
        return False
    armed = traded = False
    for back in range(1, TRADE_REACH):
        if at < back or set(scene.gap(at - back)) & set(".;:!?\n«»"):
            return False
        armed = armed or scene.words.end(at - back) in scene.weapons
        traded = traded or cue_reading(scene, "trade", scene.token(at - back)) == "state"
        if armed and traded:
            return True
    return False


def _index_of_preposition(scene: Scene, hit: Hit) -> int:
    at = hit.first - 1
    while scene.words.folded[at] in {"la", "le", "les", "l"} and at > 0:
        at -= 1
    return at


def _governor(scene: Scene, hit: Hit, at: int, role: str) -> Reading | None:
    """What the lexicon says of the word that the phrase hangs on: the nearest word before it with a
    cue (« le soutien économique et militaire de Moscou »), else the parser's choice."""
    for back in range(1, REACH):
        if at - back < 0 or scene.gap(at - back) not in SPACE | {"'", "’", "-"}:
            break
        token = scene.token(at - back)
        pair = f"{scene.words.folded[at - back - 1]} {scene.words.folded[at - back]}"
        reading = scene.lexicon.reading(role, pair) or cue_reading(scene, role, token)
        if reading == "state" and _belongs_to_city(scene, at - back):
            return "city"
        if reading is not None and not (role == "addressee" and _passive(token)):
            return reading
        if role == "complement" and token.pos_ in {"NOUN", "VERB", "PROPN"}:
            break
    head = scene.token(hit.first).head
    if head.i >= scene.token(hit.first).i:
        return None
    reading = cue_reading(scene, role, head)
    return None if role == "addressee" and _passive(head) else reading


def _belongs_to_city(scene: Scene, at: int) -> bool:
    """« la cour d'appel de Paris », « le concert de soutien à Kiev »: the first noun decides."""
    if at < 2 or scene.words.folded[at - 1] not in {"d", "de", "des", "du"}:
        return False
    return cue_reading(scene, "complement", scene.token(at - 2)) == "city"


def _passive(token: Token) -> bool:
    """« a été livré à Paris », « vendu à Londres »: a participle without avoir tells the place."""
    if token.pos_ not in {"VERB", "AUX", "ADJ"} or "VerbForm=Part" not in features_of(token):
        return False
    before = [token.nbor(-n) for n in (1, 2, 3) if token.i - n >= token.sent.start]
    return not any(word.lemma_ == "avoir" for word in before) or any(
        word.text.lower() == "été" for word in before
    )


# « Kiev, de notre envoyée », but « Kiev, de son côté, accuse ».
DATED = re.compile(
    r" ?\([A-Z]|,? (?:le )?\d|, (?:de (?:notre|nos)|lun|mar|mer|jeu|ven|sam|dim)| [-–—]"
)


def _is_dateline(scene: Scene, row: list[Hit]) -> bool:
    """« PARIS, 9 avril », « Moscou (AFP) – », « Le Caire, de notre envoyé »: opens its segment."""
    start, end = scene.span(row[0])
    segment = scene.article.segment_at(start)
    if start != segment.start:
        return False
    rest = scene.article.text[end : end + 14].replace("\u00a0", " ")
    return DATED.match(rest) is not None


def _speaks_of_sport(scene: Scene) -> bool:
    """Where clubs and teams bear the cities' names, a city that wins or loses is no government."""
    return len(scene.lexicon.sport_words & scene.words.different) >= SPORT_WORDS


def _found(scene: Scene, hit: Hit, reading: Reading, rule: str) -> Found:
    start, end = scene.span(hit)
    country = scene.lexicon.countries[code_of(scene, hit)]
    if reading == "state" and scene.words.folded[hit.first] == "bruxelles":
        return _union(start, end, rule)
    if reading == "state":
        return Found(
            start=start, end=end, label="COUNTRY", name=country.name, rule=rule, form="metonym",
            country=country.code,
        )  # fmt: skip
    city = scene.article.text[start:end]
    return Found(start=start, end=end, label="PLACE", name=city, rule=rule, country=country.code)


def _union(start: int, end: int, rule: str) -> Found:
    """« Bruxelles exige des coupes »: in the press the European Union, hardly ever Belgium."""
    return Found(start=start, end=end, label="ORG", name="Union européenne", rule=rule)
