"""Attribution without a verb: « selon des sources … », « d'après lui », « de source militaire »."""

from __future__ import annotations

from collections.abc import Iterator, Set

from pipeline.article import Article
from pipeline.lexicons.markers import Marker
from pipeline.lexicons.roles import Roles
from pipeline.quotes.content import LEADING, kind_of, limits, words_between
from pipeline.quotes.cues import place
from pipeline.quotes.found import FoundQuote
from pipeline.quotes.phrases import PRONOUNS, TIMES, any_finite, phrase_end

# « Pour Noël, … » is a date; other capitals after « pour » name somebody.
FEASTS = {"Noël", "Pâques", "Toussaint", "Ascension", "Pentecôte", "Halloween", "Ramadan", "Aïd"}
# Nouns of people that no lexicon has in full: « un riverain », « des volcanologues ».
AGENTS: tuple[str, ...] = (
    "eur",
    "eurs",
    "euse",
    "euses",
    "trice",
    "trices",
    "iste",
    "istes",
    "ien",
    "iens",
)
AGENTS += ("ienne", "iennes", "logue", "logues", "ain", "ains", "aine", "aines")
# « selon la loi », « selon le calendrier »: texts that are kept to, not quoted.
RULES = frozenset(
    "loi lois calendrier plan plans règlement règle règles norme normes budget programme protocole "
    "contrat procédure accord usage tradition".split()
)
CONTRACTED = {"du", "des", "d'"}  # forms of « de »
OPENERS = LEADING | {",", ";", ":", "-", "–", "—", "«"}
BULLETS_AND_LINKS = LEADING | {"-", "–", "—", "•", ",", "*"}
RELATIVES = {"lequel", "laquelle", "lesquels", "lesquelles", "que", "qu'", "où"}
OF_ASIDE = {"qui", "dont", "que", "qu'", "où", "du", "des", "de"}
NO_SOURCE = RELATIVES | TIMES | {"ce"}


def find_according(
    article: Article, markers: tuple[Marker, ...], roles: Roles
) -> Iterator[FoundQuote]:
    """The statements that hang on a marker such as « selon », wherever it stands in them."""
    forms = article.token_lower
    places = article.token_places
    opening = _by_first_word(markers, places.keys())
    taken = -1
    for at in sorted([at for form in opening.keys() & places.keys() for at in places[form]]):
        if at <= taken:
            continue
        for marker in opening[forms[at]]:
            after = _match(forms, at, marker.words)
            source = _source(article, marker, at, after, roles) if after else None
            if source is None:
                continue
            quote = _statement(article, at, after, source, marker)
            if quote is not None:
                taken = source[1] - 1
                yield quote
            break


def _by_first_word(markers: tuple[Marker, ...], present: Set[str]) -> dict[str, list[Marker]]:
    """The markers whose words are `present`, by the form that opens them. « A l'en croire » is
    written without the accent of capitals."""
    opening: dict[str, list[Marker]] = {}
    for marker in markers:
        first = marker.words[0]
        if not marker.plain_words <= present:
            continue
        for form in (first, "a") if first == "à" else (first,):
            opening.setdefault(form, []).append(marker)
    return opening


def _match(forms: tuple[str, ...], at: int, words: tuple[str, ...]) -> int:
    """The token after the marker whose first word stands at `at`, 0 if the others do not follow."""
    here = forms[at : at + len(words)]
    if len(here) < len(words):
        return 0
    for form, word in zip(here[1:], words[1:], strict=True):
        if form != word and not (word == "de" and form in CONTRACTED):
            return 0
    return at + len(words)


def _source(
    article: Article, marker: Marker, at: int, after: int, roles: Roles
) -> tuple[int, int] | None:
    """The tokens of the source that a marker names, or None where it names none."""
    if marker.follows == "opening" and not _opens(article, at):
        return None
    _, stop = limits(article, at)
    if after >= stop and marker.follows != "itself":
        return None
    if marker.follows == "nobody":
        return at, at
    if marker.follows == "itself":
        return at + 1, at + 2
    if marker.follows == "source":
        start = after - 1
        return (start, phrase_end(article, start, stop)) if _opens(article, at) else None
    return _named_source(article, marker, at, (after, stop), roles)


def _named_source(
    article: Article, marker: Marker, at: int, reach: tuple[int, int], roles: Roles
) -> tuple[int, int] | None:
    """The noun phrase after a marker, if it can be a source (« selon la loi » has none)."""
    after, stop = reach
    first = article.token_lower[after]
    if first in NO_SOURCE or first[0].isdigit():
        return None
    end = max(phrase_end(article, after, stop, closed=True), after)
    if end == after:
        return None
    if marker.follows == "opening":
        return (after, end) if _is_opinion(article, at, (after, end), roles) else None
    kept_to = marker.marker == "selon" and not RULES.isdisjoint(
        article.token_lower[after : after + 3]  # « selon la loi »; but « d'après la loi » quotes it
    )
    return (after, end) if not kept_to and _can_speak(article, (after, end), roles) else None


def _can_speak(article: Article, source: tuple[int, int], roles: Roles) -> bool:
    """Whether a phrase after « selon » is a source: a pronoun, a name, a noun of the lexicon of
    roles, or one of people. « selon les cas », « selon la loi », « d'après nature » have none. The
    model may see no noun in it: « selon un officiel ukrainien »."""
    start, end = source
    lower, tags = article.token_lower, article.token_pos
    words = [i for i in range(start, end) if tags[i] != "DET"]
    head = next((i for i in words if tags[i] == "NOUN"), words[0] if words else start)
    noun = lower[head]
    if lower[start] in PRONOUNS or noun in roles or noun.endswith(AGENTS):
        return True
    last = min(head + 3, len(lower)) - 1
    compound = article.reading[article.token_starts[head] : article.token_ends[last]].lower()
    if compound.startswith((f"{noun}-", f"{noun} d'")):  # « porte-parole », « chef d'État »
        return True
    return any(text[0].isupper() and text not in FEASTS for text in article.token_texts[start:end])


def _opens(article: Article, at: int) -> bool:
    """Whether token `at` opens its sentence, or a clause after a comma."""
    before = at - 1
    while before >= 0 and article.token_is_space[before]:
        before -= 1
    if before < 0 or article.token_lower[before] in OPENERS:
        return True
    return before < limits(article, at)[0]


def _is_opinion(article: Article, at: int, source: tuple[int, int], roles: Roles) -> bool:
    """« Pour Obama, le problème est … »: somebody, then a comma, then a clause.

    « Pour la première fois, », « pour l'instant », « pour 2013 », « pour le climat » are none: a
    name, a pronoun or a person's function must follow.
    """
    (after, comma), texts = source, article.token_texts
    _, stop = limits(article, at)
    if comma + 1 >= stop:
        return False
    if texts[comma] == "(":
        comma = next((i for i in range(comma, stop) if texts[i] == ")"), stop) + 1
    if comma >= stop or texts[comma] not in {",", "«"}:
        return False
    phrase = range(*source)
    head = next((i for i in phrase if article.token_pos[i] == "NOUN"), after)
    names = [head, *(i for i in phrase if texts[i][0].isupper())]
    if article.token_lower[after] not in PRONOUNS and not any(
        _names_somebody(article, i, roles) for i in names
    ):
        return False
    return any_finite(article, comma + 1, stop)


def _names_somebody(article: Article, at: int, roles: Roles) -> bool:
    """A person, an organisation, or a noun that names a source (« l'économiste », « l'ONG »)."""
    label, text = article.doc[at].ent_type_, article.token_texts[at]
    if label in {"PER", "ORG"} or article.token_lower[at] in roles:
        return True
    return text[0].isupper() and label != "LOC" and text not in FEASTS


def _statement(
    article: Article, at: int, after: int, source: tuple[int, int], marker: Marker
) -> FoundQuote | None:
    """The statement around a marker: after it, before it, or on both sides of it."""
    start, stop = limits(article, at)
    while start < at and article.token_lower[start] in BULLETS_AND_LINKS:
        start += 1
    end = max(source[1], after)
    before = words_between(article, start, at)
    if all(article.token_pos[i] in {"ADV", "CCONJ", "SCONJ"} for i in before):
        # « Toutefois, selon … », « Mais selon … »: nothing is stated before the marker
        begin, finish = _after_source(article, end, stop), _end_of_statement(article, end, stop)
    else:
        begin, finish = _clause_around(article, at, end, start, stop)
    if begin >= finish or (begin > start and article.token_texts[begin - 1] == "("):
        return None  # « (Daech selon son acronyme arabe) »
    last = at - 1 if finish <= end else finish - 1  # the marker may close the statement
    kind, left, right = kind_of(article, article.token_starts[begin], article.token_ends[last])
    if right - left < 3:
        return None
    cue_end = after if marker.follows != "source" else at + 1
    return FoundQuote(
        start=left,
        end=right,
        kind=kind,
        cue=place(article, (at, cue_end)),
        speaker=place(article, source),
        rule=f"according:{marker.marker}",
    )


def _after_source(article: Article, end: int, stop: int) -> int:
    """The first token of the statement that follows a source: past its bracket, its relative
    clause or participle (« Selon X, qui défend …, des officiers … ») and the comma."""
    at = end
    if at < stop and article.token_texts[at] == "(":
        at = _past(article, at, stop, ")")
    if at < stop and article.token_texts[at] == ",":
        at += 1
    return _past(article, at, stop, ",") if at < stop and _opens_aside(article, at) else at


def _opens_aside(article: Article, at: int) -> bool:
    """« qui défend plusieurs d'entre eux », « ayant été effectuées en Suisse », « citée par … »."""
    return article.token_lower[at] in OF_ASIDE or "VerbForm=Part" in article.token_morph[at]


def _past(article: Article, at: int, stop: int, closing: str) -> int:
    """The token after the next `closing`, or `at` if there is none."""
    return next((i + 1 for i in range(at, stop) if article.token_texts[i] == closing), at)


def _end_of_statement(article: Article, at: int, stop: int) -> int:
    """To the end of the sentence, or to a semicolon outside quotation marks."""
    texts = article.token_texts
    depth = 0
    for i in range(at, stop):
        text = texts[i]
        depth += (text == "«") - (text == "»")
        if depth == 0 and (text == ";" or (text == ":" and texts[i + 1 : i + 2] == ("«",))):
            return i
    return stop


def _clause_around(article: Article, at: int, end: int, start: int, stop: int) -> tuple[int, int]:
    """The clause that a marker stands in, when words of it come before the marker.

    The whole sentence, unless the marker hangs in a clause of its own (« …, ce qui a pu permettre,
    d'après l'opposition, à des députés … »; « …; il faut rappeler que, d'après le droit, … »).
    """
    lower = article.token_lower
    begin = start
    depth = 0
    for i in range(at - 1, start - 1, -1):
        word = lower[i]
        depth += (word in {"»", ")"}) - (word in {"«", "("})
        if depth > 0:
            continue  # a quotation before the marker (« « … », selon le parquet »)
        if word == ";" or depth < 0 or (word == ":" and i > start):
            begin = i + 1
            break
        if word in {"que", "qu'"} and article.token_pos[i] == "SCONJ":
            if not any_finite(article, i + 1, at):
                return _after_source(article, end, stop), _end_of_statement(article, end, stop)
            begin = i + 1
            break
        if word == "ce" and i + 1 < at and lower[i + 1] in {"qui", "que"}:
            begin = i
            break
    if end < stop and lower[end] == "(":
        end = _past(article, end, stop, ")")
    finish = _end_of_statement(article, end, stop)
    rest = words_between(article, end, finish)
    return (begin, finish) if rest and not _opens_aside(article, rest[0]) else (begin, end)
