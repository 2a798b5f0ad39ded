"""Attribution without a verb: « selon des sources … », « d'après lui », « de source militaire »."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.article import Article
from pipeline.features import features_of
from pipeline.lexicons.markers import Marker
from pipeline.lexicons.roles import Roles
from pipeline.quotes.content import LEADING, kind_of, limits
from pipeline.quotes.cues import place
from pipeline.quotes.found import FoundQuote
from pipeline.quotes.phrases import PRONOUNS, TIMES, is_finite, phrase_end

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
CONTRACTED = {"de": {"de", "du", "des", "d'"}}
OPENERS = LEADING | {",", ";", ":", "-", "–", "—", "«"}
BULLETS_AND_LINKS = LEADING | {"-", "–", "—", "•", ",", "*"}
Words = tuple[str, ...]
RELATIVES = {"lequel", "laquelle", "lesquels", "lesquelles", "que", "qu'", "où"}
NO_SOURCE = RELATIVES | TIMES | {"ce"}


def find_according(
    article: Article, markers: tuple[Marker, ...], roles: Roles
) -> Iterator[FoundQuote]:
    """The statements that hang on a marker such as « selon », wherever it stands in them."""
    forms = article.token_lower
    opening = _by_first_word(markers, set(forms))
    taken = -1
    for at, word in enumerate(forms):
        if at <= taken or word not in opening:
            continue
        for marker, words in opening[word]:
            after = _match(article, at, words)
            source = _source(article, marker, at, after, roles) if after else None
            if source is None:
                continue
            quote = _statement(article, at, after, source, marker)
            if quote is not None:
                taken = source[1] - 1
                yield quote
            break


def _by_first_word(
    markers: tuple[Marker, ...], present: set[str]
) -> dict[str, list[tuple[Marker, Words]]]:
    """The markers whose words are `present`, with them, by the form that opens them. « A l'en
    croire » is written without the accent of capitals."""
    opening: dict[str, list[tuple[Marker, Words]]] = {}
    for marker in markers:
        words = marker.words
        if not all(word in CONTRACTED or word in present for word in words[1:]):
            continue
        for form in (words[0], "a") if words[0] == "à" else (words[0],):
            opening.setdefault(form, []).append((marker, words))
    return opening


def _match(article: Article, at: int, words: Words) -> int:
    """The token after the marker whose first word stands at `at`, 0 if the others do not follow."""
    here = article.token_lower[at : at + len(words)]
    if len(here) < len(words):
        return 0
    for form, word in zip(here[1:], words[1:], strict=True):
        if form != word and form not in CONTRACTED.get(word, ()):
            return 0
    return at + len(words)


def _source(
    article: Article, marker: Marker, at: int, after: int, roles: Roles
) -> tuple[int, int] | None:
    """The tokens of the source that a marker names, or None where it names none."""
    doc = article.doc
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
        return (start, phrase_end(doc, start, stop)) if _opens(article, at) else None
    return _named_source(article, marker, at, (after, stop), roles)


def _named_source(
    article: Article, marker: Marker, at: int, reach: tuple[int, int], roles: Roles
) -> tuple[int, int] | None:
    """The noun phrase after a marker, if it can be a source (« selon la loi » has none)."""
    doc, (after, stop) = article.doc, reach
    first = doc[after]
    if first.lower_ in NO_SOURCE or first.text[0].isdigit():
        return None
    end = max(phrase_end(doc, after, stop, closed=True), after)
    if end == after:
        return None
    if marker.follows == "opening":
        return (after, end) if _is_opinion(article, at, (after, end), roles) else None
    kept_to = marker.marker == "selon" and _is_rule(doc, (after, end))
    return (after, end) if not kept_to and _can_speak(doc, (after, end), roles) else None


def _is_rule(doc: Doc, source: tuple[int, int]) -> bool:
    """« selon la loi »; but « d'après la loi » quotes it."""
    return any(t.lower_ in RULES for t in doc[source[0] : source[0] + 3])


def _can_speak(doc: Doc, source: tuple[int, int], roles: Roles) -> bool:
    """Whether a phrase after « selon » is a source: a pronoun, a name, a noun of the lexicon of
    roles, or one of people. « selon les cas », « selon la loi », « d'après nature » have none."""
    words = doc[source[0] : source[1]]
    head = next((t for t in words if t.pos_ == "NOUN"), words[0])
    if words[0].lower_ in PRONOUNS or head.lower_ in roles or head.lower_.endswith(AGENTS):
        return True
    compound = doc[head.i : head.i + 3].text.lower()  # « porte-parole », « chef d'État »
    if any(compound.startswith(noun) for noun in (f"{head.lower_}-", f"{head.lower_} d'")):
        return True
    return any(t.text[0].isupper() and t.text not in FEASTS for t in words)


def _opens(article: Article, at: int) -> bool:
    """Whether token `at` opens its sentence, or a clause after a comma."""
    before = at - 1
    while before >= 0 and article.doc[before].is_space:
        before -= 1
    if before < 0 or article.token_lower[before] in OPENERS:
        return True
    return before < limits(article, at)[0]


def _is_opinion(article: Article, at: int, source: tuple[int, int], roles: Roles) -> bool:
    """« Pour Obama, le problème est … »: somebody, then a comma, then a clause.

    « Pour la première fois, », « pour l'instant », « pour 2013 », « pour le climat » are none: a
    name, a pronoun or a person's function must follow.
    """
    doc, (after, end) = article.doc, source
    _, stop = limits(article, at)
    if end + 1 >= stop:
        return False
    comma = end
    if doc[comma].text == "(":
        while comma < stop and doc[comma].text != ")":
            comma += 1
        comma += 1
    if comma >= stop or doc[comma].text not in {",", "«"}:
        return False
    first = doc[after]
    head = next((t for t in doc[after:end] if t.pos_ == "NOUN"), first)
    names = [head, *(t for t in doc[after:end] if t.text[0].isupper())]
    somebody = first.lower_ in PRONOUNS or any(_names_somebody(t, roles) for t in names)
    return somebody and any(is_finite(t) for t in doc[comma + 1 : stop])


def _names_somebody(token: Token, roles: Roles) -> bool:
    """A person, an organisation, or a noun that names a source (« l'économiste », « l'ONG »)."""
    if token.ent_type_ in {"PER", "ORG"} or token.lower_ in roles:
        return True
    return token.text[0].isupper() and token.ent_type_ != "LOC" and token.text not in FEASTS


def _statement(
    article: Article, at: int, after: int, source: tuple[int, int], marker: Marker
) -> FoundQuote | None:
    """The statement around a marker: after it, before it, or on both sides of it."""
    doc = article.doc
    start, stop = limits(article, at)
    while start < at and doc[start].lower_ in BULLETS_AND_LINKS:
        start += 1
    end = max(source[1], after)
    before = [t for t in doc[start:at] if not (t.is_punct or t.is_space)]
    begin, finish = _clause_around(doc, at, end, start, stop)
    if not before or _only_adverbs(before):
        begin, finish = _after_source(doc, end, stop), _end_of_statement(doc, end, stop)
    if begin >= finish or (begin > start and doc[begin - 1].text == "("):
        return None  # « (Daech selon son acronyme arabe) »
    left, right = doc[begin].idx, doc[finish - 1].idx + len(doc[finish - 1])
    if finish <= end:  # the marker closes the statement
        right = doc[at - 1].idx + len(doc[at - 1])
    kind, left, right = kind_of(article, left, right)
    if right - left < 3:
        return None
    cue_end = after if marker.follows != "source" else at + 1
    return FoundQuote(
        start=left,
        end=right,
        kind=kind,
        cue=place(doc, (at, cue_end)),
        speaker=place(doc, source),
        rule=f"according:{marker.marker}",
    )


def _only_adverbs(tokens: list[Token]) -> bool:
    """« Toutefois, selon … », « Mais selon … »: nothing is stated before the marker."""
    return all(t.pos_ in {"ADV", "CCONJ", "SCONJ"} for t in tokens)


def _after_source(doc: Doc, end: int, stop: int) -> int:
    """The first token of the statement that follows a source: past its bracket, its relative
    clause or participle (« Selon X, qui défend …, des officiers … ») and the comma."""
    at = end
    if at < stop and doc[at].text == "(":
        at = _past(doc, at, stop, ")")
    if at < stop and doc[at].text == ",":
        at += 1
        return _past(doc, at, stop, ",") if at < stop and _opens_aside(doc[at]) else at
    return _past(doc, at, stop, ",") if at < stop and _opens_aside(doc[at]) else at


def _opens_aside(token: Token) -> bool:
    """« qui défend plusieurs d'entre eux », « ayant été effectuées en Suisse », « citée par … »."""
    relative = token.lower_ in {"qui", "dont", "que", "qu'", "où", "du", "des", "de"}
    return relative or "VerbForm=Part" in features_of(token)


def _past(doc: Doc, at: int, stop: int, closing: str) -> int:
    """The token after the next `closing`, or `at` if there is none."""
    return next((i + 1 for i in range(at, stop) if doc[i].text == closing), at)


def _end_of_statement(doc: Doc, at: int, stop: int) -> int:
    """To the end of the sentence, or to a semicolon outside quotation marks."""
    depth = 0
    for i in range(at, stop):
        text = doc[i].text
        depth += (text == "«") - (text == "»")
        quoted = text == ":" and doc[i + 1 : i + 2].text == "«"
        if depth == 0 and (text == ";" or quoted):
            return i
    return stop


def _clause_around(doc: Doc, at: int, end: int, start: int, stop: int) -> tuple[int, int]:
    """The clause that a marker stands in, when words of it come before the marker.

    The whole sentence, unless the marker hangs in a clause of its own (« …, ce qui a pu permettre,
    d'après l'opposition, à des députés … »; « …; il faut rappeler que, d'après le droit, … »).
    """
    begin = start
    depth = 0
    for i in range(at - 1, start - 1, -1):
        token = doc[i]
        depth += (token.text in {"»", ")"}) - (token.text in {"«", "("})
        if depth > 0:
            continue  # a quotation before the marker (« « … », selon le parquet »)
        if token.text == ";" or depth < 0 or (token.text == ":" and i > start):
            begin = i + 1
            break
        if token.lower_ in {"que", "qu'"} and token.pos_ == "SCONJ":
            if not any(is_finite(t) for t in doc[i + 1 : at]):
                return _after_source(doc, end, stop), _end_of_statement(doc, end, stop)
            begin = i + 1
            break
        if token.lower_ == "ce" and i + 1 < at and doc[i + 1].lower_ in {"qui", "que"}:
            begin = i
            break
    if end < stop and doc[end].text == "(":
        end = _past(doc, end, stop, ")")
    finish = _end_of_statement(doc, end, stop)
    rest = [t for t in doc[end:finish] if not (t.is_punct or t.is_space)]
    return (begin, finish) if rest and not _opens_aside(rest[0]) else (begin, end)
