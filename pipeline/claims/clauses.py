"""The independent clauses of a unit.

The parser's labels cannot be trusted here: in « Nous n'avons plus d'armes, nous tenons » it makes
the first clause an adverbial of the second. What French always shows is the word that makes a
clause subordinate: every *qui*, *que*, *quand*, *si* has a finite verb of its own further on. So
finite verbs are read from left to right, each taking the nearest introducer still without a verb;
a verb for which none is left heads an independent clause.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.claims.forms import CLITICS, is_finite, is_infinitive, lower
from pipeline.claims.groups import Group, verb_group
from pipeline.claims.units import Unit
from pipeline.lexicons.modality import ModalityLexicon

RELATIVES = frozenset(
    "qui dont où lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels "
    "desquelles quoi".split()
)
CONJUNCTIONS = frozenset(
    "quand lorsque lorsqu' puisque puisqu' quoique quoiqu' pourquoi comment combien".split()
)
QUE = frozenset({"que", "qu'"})
STRONG = frozenset({";", ":", "…", "..."})
SUBJECTS = frozenset(
    "je j' tu il elle on nous vous ils elles ce c' ça cela ceci celui-ci celle-ci".split()
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb of a unit: its position there, its group, the position of its introducer."""

    at: int
    group: Group
    introducer: int | None


@dataclass(frozen=True, slots=True)
class Clause:
    """An independent clause, or what stands for one. `at` is its verb's position in the unit."""

    at: int
    group: Group
    rule: str

    @property
    def predicate(self) -> Token:
        return self.group.predicate


def find_clauses(unit: Unit, words: ModalityLexicon) -> tuple[Clause, ...]:
    """The independent clauses of a unit, in the order of the text.

    A content without one may be an infinitive (« promet de **signer** »), a wish (« Qu'il
    **parte** ») or hang on a relative pronoun (« des journalistes « qui doivent **pouvoir** … »).
    """
    verbs = _verbs(unit, words)
    clauses = [
        Clause(verb.at, _shifted(unit, verb, verbs), "clause.main")
        for verb in verbs
        if verb.introducer is None
    ]
    if not clauses:
        clauses = _infinitives(unit, words) or _wishes(unit, verbs) or _relatives(unit, verbs)
    seen: set[int] = set()
    unique = []
    for clause in clauses:
        if clause.predicate.i not in seen:
            seen.add(clause.predicate.i)
            unique.append(clause)
    return tuple(unique)


def _verbs(unit: Unit, words: ModalityLexicon) -> list[Verb]:
    """The finite verbs of a unit, each with its introducer (see the module's docstring)."""
    pending: list[int] = []
    verbs: list[Verb] = []
    taken = -1  # last position inside a verb group
    for at, token in enumerate(unit.tokens):
        if at and unit.quote is None and _gap(unit, at):
            pending.clear()
        if _closes(unit, at):
            pending.clear()
        if _is_introducer(unit, at, verbs):
            pending.append(at)
        elif at > taken and is_finite(token) and not _is_ago(unit, at, verbs):
            group = verb_group(unit, at, words)
            if pending:
                introducer: int | None = pending.pop()
            else:
                introducer = _shared(unit, at, verbs)
            verbs.append(Verb(at, group, introducer))
            taken = (
                max(
                    i
                    for i in range(at, min(at + 30, len(unit.tokens)))
                    if unit.tokens[i] in group.chain
                )
                if not _nominal(group)
                else at
            )
    return verbs


def _nominal(group: Group) -> bool:
    """An attribute may lie far off, with verbs between (« est celui qui part »)."""
    return group.predicate.pos_ not in {"VERB", "AUX"}


def _gap(unit: Unit, at: int) -> bool:
    """Whether somebody else's words stand between this token and the one before."""
    before, token = unit.tokens[at - 1], unit.tokens[at]
    return any(not t.is_space for t in token.doc[before.i + 1 : token.i])


def _closes(unit: Unit, at: int) -> bool:
    """A semicolon or a colon ends what was opened; so does « , et » before a new subject."""
    token = unit.tokens[at]
    if token.text in STRONG:
        return True
    return token.pos_ == "CCONJ" and at > 0 and unit.tokens[at - 1].text == ","


def _is_introducer(unit: Unit, at: int, verbs: list[Verb]) -> bool:
    """Whether the token makes the clause that follows subordinate."""
    token = unit.tokens[at]
    word = lower(token)
    if word in RELATIVES or word in CONJUNCTIONS:
        return True
    if word in QUE:
        return _introduces(unit, at, verbs)
    if word == "si":
        return token.pos_ == "SCONJ" or token.dep_ == "mark"
    if word == "s'":
        return at + 1 < len(unit.tokens) and lower(unit.tokens[at + 1]) in {"il", "ils"}
    if word == "comme":
        return token.dep_ == "mark" and token.head.pos_ in {"VERB", "AUX"}
    return False


def _introduces(unit: Unit, at: int, verbs: list[Verb]) -> bool:
    """*que*, except « ne … que », comparatives and the second of « que … et que … ».

    « Il n'a *qu*'un commandant » ; « plus *que* jamais » ; « affirme [que les stocks baissent et
    *que* l'usine ferme] »: two clauses of one content.
    """
    token = unit.tokens[at]
    if token.pos_ == "ADV" or token.dep_ in {"advmod", "case", "cc", "fixed"}:
        return False
    quote = unit.quote
    if quote and quote.kind in {"indirect", "mixed"} and at > 0:
        before = unit.tokens[at - 1]
        level = verbs[-1].introducer is None if verbs else False
        if level and before.pos_ == "CCONJ" and _follows_que(unit):
            return False
    return True


def _follows_que(unit: Unit) -> bool:
    """Whether the content of the unit's quote is what *que* introduces."""
    first = unit.tokens[0].i
    while first > 0 and unit.tokens[0].doc[first - 1].text in {"«", " ", ","}:
        first -= 1
    return first > 0 and lower(unit.tokens[0].doc[first - 1]) in QUE


def _shared(unit: Unit, at: int, verbs: list[Verb]) -> int | None:
    """« qui avance et *menace* »: a coordinated verb without subject shares the introducer."""
    i = at - 1
    while i >= 0 and (lower(unit.tokens[i]) in CLITICS - SUBJECTS or unit.tokens[i].pos_ == "ADV"):
        i -= 1
    if i < 0 or unit.tokens[i].pos_ != "CCONJ" or not verbs:
        return None
    if i + 1 < at and lower(unit.tokens[i + 1]) in SUBJECTS:
        return None
    return verbs[-1].introducer


def _is_ago(unit: Unit, at: int, verbs: list[Verb]) -> bool:
    """« il y a trois ans »: a date, unless it is all there is."""
    if lower(unit.tokens[at]) != "a" or at < 1 or lower(unit.tokens[at - 1]) != "y":
        return False
    after = unit.tokens[at + 1 : at + 5]
    times = {"an", "année", "mois", "semaine", "jour", "heure", "minute", "siècle", "décennie"}
    return any(t.lemma_.lower() in times for t in after) and bool(
        verbs or len(unit.tokens) > at + 6
    )


def _shifted(unit: Unit, verb: Verb, verbs: list[Verb]) -> Group:
    """The group that carries the meaning when the verb only presents another.

    « Le problème **est** que tout le monde **sait** » ; « ce **sont** deux hommes qui ont
    **tiré** »: the second verb.
    """
    group = verb.group
    if lower(group.first) not in {"est", "sont", "était", "étaient", "fut", "sera"}:
        return group
    presented = [v for v in verbs if v.introducer is not None and v.introducer > verb.at]
    if not presented:
        return group
    introducer = min(v.introducer for v in presented if v.introducer is not None)
    carrier = next(v for v in presented if v.introducer == introducer)
    word = lower(unit.tokens[introducer])
    if word in QUE and introducer == verb.at + 1:
        return carrier.group
    is_ce = verb.at > 0 and lower(unit.tokens[verb.at - 1]) in {"c'", "ce"}
    if is_ce and word == "qui" and _is_definite(unit.tokens[verb.at + 1 : introducer]):
        return carrier.group
    return group


def _is_definite(tokens: tuple[Token, ...]) -> bool:
    """What « c'est … qui » can single out: a name, a pronoun, a definite or counted noun."""
    words = [t for t in tokens if t.pos_ not in {"ADV", "ADP", "PUNCT"}]
    if not words or len(tokens) > 12 or any(t.text in {",", ";", ":"} for t in tokens):
        return False
    first = words[0]
    return first.pos_ in {"PROPN", "PRON", "NUM"} or lower(first) in {
        "le",
        "la",
        "l'",
        "les",
        "ce",
        "cet",
        "cette",
        "ces",
        "son",
        "sa",
        "ses",
    }


def _infinitives(unit: Unit, words: ModalityLexicon) -> list[Clause]:
    """An infinitive content and those coordinated with it: « promet de signer et de partir »."""
    if unit.quote is None or unit.quote.kind not in {"indirect", "mixed"}:
        return []
    at = 0
    while at < len(unit.tokens) and not is_infinitive(unit.tokens[at]):
        token = unit.tokens[at]
        if token.pos_ not in {"ADV", "ADP", "PUNCT", "CCONJ"} and lower(token) not in CLITICS:
            return []
        at += 1
    if at == len(unit.tokens):
        return []
    clauses = [Clause(at, verb_group(unit, at, words), "clause.infinitive")]
    linker = _linker(unit)
    for i in range(at + 1, len(unit.tokens)):
        if is_infinitive(unit.tokens[i]) and _is_coordinated(unit, i, clauses, linker):
            clauses.append(Clause(i, verb_group(unit, i, words), "clause.infinitive"))
    return clauses


def _linker(unit: Unit) -> str:
    """The preposition right before the content (« promet *de* »), or an empty string."""
    first = unit.tokens[0]
    i = first.i - 1
    while i > 0 and first.doc[i].text in {"«", "»"}:
        i -= 1
    return lower(first.doc[i]) if i >= 0 and first.doc[i].pos_ == "ADP" else ""


def _is_coordinated(unit: Unit, at: int, clauses: list[Clause], linker: str) -> bool:
    i = at - 1
    while i > 0 and (
        lower(unit.tokens[i]) in CLITICS
        or unit.tokens[i].pos_ == "ADV"
        or unit.tokens[i].text == "«"
    ):
        i -= 1
    token = unit.tokens[i]
    if token.pos_ == "ADP" and i > 0:
        same = lower(token)[0] == linker[:1]
        return same and unit.tokens[i - 1].text in {"et", "ou", "mais", ",", "»"}
    heads = {t.i for clause in clauses for t in clause.group.chain}
    return token.text in {"et", "ou", "mais"} and (
        unit.tokens[at].head.i in heads or not linker and unit.tokens[at].dep_ == "conj"
    )


def _wishes(unit: Unit, verbs: list[Verb]) -> list[Clause]:
    """« Qu'elle y *aille* »: *que* opens the sentence, or follows a comma, and nothing governs it."""
    for verb in verbs:
        at = verb.introducer
        if at is None or lower(unit.tokens[at]) not in QUE:
            continue
        before = [t for t in unit.tokens[:at] if not t.is_punct and t.pos_ != "CCONJ"]
        comma = at > 0 and unit.tokens[at - 1].text == ","
        if (not before or comma) and unit.tokens[at].pos_ != "PRON":
            return [Clause(verb.at, verb.group, "clause.wish")]
    return []


def _relatives(unit: Unit, verbs: list[Verb]) -> list[Clause]:
    """A verbless phrase whose only proposition is its relative clause.

    « Une perspective qui *pourrait faire basculer* le conflit. »
    """
    for verb in verbs:
        if verb.introducer is not None and lower(unit.tokens[verb.introducer]) == "qui":
            return [Clause(verb.at, verb.group, "clause.relative")]
    return []


def as_fragment(at: int, predicate: Token, rule: str) -> Clause:
    """A clause without a verb, headed by `predicate`."""
    return Clause(at, Group((predicate,), ()), rule)


def with_rule(clause: Clause, suffix: str) -> Clause:
    """The clause with what decided its modality added to its rule."""
    return replace(clause, rule=f"{clause.rule}+{suffix}")
