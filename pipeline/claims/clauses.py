"""The independent clauses of a unit, and what stands for one where there is none."""

from __future__ import annotations

from operator import attrgetter

from pipeline.claims.coordination import Clause, coordinated
from pipeline.claims.forms import is_infinitive
from pipeline.claims.groups import Group, verb_group
from pipeline.claims.tokens import is_punct
from pipeline.claims.units import Unit
from pipeline.claims.verbs import Verb, find_verbs, hangs_on_que
from pipeline.claims.words import ANSWERS, CLITICS, COORDINATIONS, NE, PRESENTERS, QUE
from pipeline.lexicons.modality import ModalityLexicon

ADVERBIAL = frozenset({"afin", "avant", "loin", "lieu", "vue", "sorte", "manière", "façon"})
SHORT = 12  # tokens between « c'est » and its « qui »
DEFINITE = frozenset(
    {"le", "la", "l'", "les", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs"}
)


def find_clauses(unit: Unit, lexicon: ModalityLexicon) -> tuple[Clause, ...]:
    """The independent clauses of a unit, in the order of the text.

    A content without one may be an infinitive (« promet de **signer** »), a wish (« Qu'il
    **parte** ») or hang on a relative pronoun (« des journalistes « qui doivent **pouvoir** … »).
    """
    verbs = find_verbs(unit, lexicon)
    if not verbs and unit.quote is None:
        return ()
    clauses = [
        Clause(verb.at, _meaningful(unit, verb, verbs[rank + 1 : rank + 3]), "clause.main")
        for rank, verb in enumerate(verbs)
        if verb.introducer is None
    ]
    clauses = _infinitives(unit, clauses, lexicon) + clauses
    clauses = [found for clause in clauses for found in (clause, *coordinated(unit, clause))]
    if not clauses:
        clauses = _hidden(unit, lexicon) or _later_que(unit, verbs) or _relatives(unit, verbs)
    return _distinct(clauses)


def _distinct(clauses: list[Clause]) -> tuple[Clause, ...]:
    """One clause for each predicate: the first."""
    if len(clauses) < 2:
        return tuple(clauses)
    by_predicate: dict[int, Clause] = {}
    for clause in clauses:
        by_predicate.setdefault(clause.predicate, clause)
    return tuple(sorted(by_predicate.values(), key=attrgetter("at")))


def _meaningful(unit: Unit, verb: Verb, following: tuple[Verb, ...]) -> Group:
    """The group that carries the meaning when the verb only presents another.

    « Le problème **est** que tout le monde **sait** »; « ce **sont** deux hommes qui ont
    **tiré** », « c'**est** à Oslo qu'ils **signeront** »: the second verb. « **Voilà** un
    *signal* »: the noun.
    """
    group = verb.group
    if unit.words[verb.at] in PRESENTERS:
        noun = _noun_after(unit, verb.at)
        return Group((group.first, noun), group.verb) if noun is not None else group
    if group.verb != "être":
        return group
    later = [v for v in following if v.introducer is not None and v.introducer > verb.at]
    if not later or later[0].introducer is None:
        return group
    carrier, introducer = later[0], later[0].introducer
    word = unit.words[introducer]
    if word in QUE and introducer == verb.at + 1:
        return carrier.group
    is_ce = not {"c'", "ce"}.isdisjoint(unit.words[max(0, verb.at - 2) : verb.at])
    between = range(verb.at + 1, min(introducer, verb.at + 1 + SHORT + 1))
    focus = next((i for i in between if unit.tags[i] not in {"ADV", "PUNCT"}), None)
    if not is_ce or focus is None or not _is_short(unit, between) or _is_denied(unit, verb):
        return group
    singled_out = word == "qui" and _is_definite(unit, focus)
    placed = word in QUE and unit.tags[focus] == "ADP"
    return carrier.group if singled_out or placed else group


def _noun_after(unit: Unit, at: int) -> int | None:
    """The noun that « voilà » presents."""
    near = range(at + 1, min(at + 1 + SHORT, len(unit.places)))
    return next((unit.places[i] for i in near if unit.tags[i] in {"NOUN", "PROPN"}), None)


def _is_denied(unit: Unit, verb: Verb) -> bool:
    """« ce *ne* sont pas les *routes* qui manquent »: the noun is what is denied."""
    return not NE.isdisjoint(unit.words[max(0, verb.at - 2) : verb.at])


def _is_short(unit: Unit, between: range) -> bool:
    words = unit.words[between.start : between.stop]
    return len(words) <= SHORT and {",", ";", ":"}.isdisjoint(words)


def _is_definite(unit: Unit, at: int) -> bool:
    """What « c'est … qui » can single out: a name, a pronoun, a definite or counted noun."""
    return unit.tags[at] in {"PROPN", "PRON", "NUM"} or unit.words[at] in DEFINITE


def _infinitives(unit: Unit, clauses: list[Clause], lexicon: ModalityLexicon) -> list[Clause]:
    """An infinitive that opens the content, with those coordinated: « de signer et de partir »."""
    if unit.quote is None or unit.quote.kind == "block":
        return []
    if unit.quote.kind == "direct" and not _is_linked(unit):
        return []  # « promet de « *tenir* » » hangs on its cue, « Partir ! » does not
    at = _opening_infinitive(unit)
    if at is None or any(clause.at < at for clause in clauses):
        return []
    group = verb_group(unit, at, lexicon)
    found = [Clause(at, group, "clause.infinitive")]
    linker = linker_of(unit)
    for i in range(at + 1, len(unit.places)):
        if unit.places[i] > group.predicate and _is_coordinated(unit, i, found, linker):
            found.append(Clause(i, verb_group(unit, i, lexicon), "clause.infinitive"))
    return found


def _opening_infinitive(unit: Unit) -> int | None:
    """Position of the infinitive that opens the unit: « ne pas *se mêler* du scrutin »."""
    for at, token in enumerate(unit.places):
        if is_infinitive(unit.tokens, token):
            return at
        small = unit.tags[at] in {"ADV", "ADP", "PUNCT", "CCONJ"}
        if not small and unit.words[at] not in CLITICS:
            return None
    return None


def _is_linked(unit: Unit) -> bool:
    """Whether « à » or « de » ties the content to its cue, and not to a word that makes it an
    adverbial (« afin *de* « tenir » », « avant *de* « partir » »)."""
    if linker_of(unit) not in {"à", "de", "d'"}:
        return False
    first = unit.places[0]
    near = unit.tokens.lower[max(0, first - 4) : first]
    before = [word for word in near if not is_punct(word)]
    return before[-2:-1] != [] and before[-2] not in ADVERBIAL


def linker_of(unit: Unit) -> str:
    """The preposition right before the content (« promet *de* »), or an empty string."""
    tokens, before = unit.tokens, unit.places[0] - 1
    while before > 0 and tokens.lower[before] in {"«", "»"}:
        before -= 1
    return tokens.lower[before] if before >= 0 and tokens.pos[before] == "ADP" else ""


def _is_coordinated(unit: Unit, at: int, found: list[Clause], linker: str) -> bool:
    """« (promet de signer) et de *partir* », « (dit vouloir signer) et *partir* »."""
    if not is_infinitive(unit.tokens, unit.places[at]):
        return False
    i = at - 1
    while i > 0 and (unit.words[i] in CLITICS or unit.tags[i] == "ADV" or unit.words[i] == "«"):
        i -= 1
    word = unit.words[i]
    if unit.tags[i] == "ADP" and i > 0:
        same = bool(linker) and word[0] == linker[0]
        return same and unit.words[i - 1] in COORDINATIONS | {",", "»"}
    heads = {token for clause in found for token in clause.group.chain}
    return word in COORDINATIONS and unit.head(at) in heads


def _hidden(unit: Unit, lexicon: ModalityLexicon) -> list[Clause]:
    """« (affirme que) la banque *ferme* »: after *que* there is a verb, whatever the model says.

    It is the word after a noun that the model takes for an adjective, a noun or an adverb.
    """
    if not hangs_on_que(unit):
        return []
    for at in range(1, len(unit.places)):
        if unit.words[at] in ANSWERS:
            return []
        follows_noun = unit.tags[at - 1] in {"NOUN", "PROPN", "PRON"}
        if not follows_noun or unit.tags[at] not in {"ADJ", "NOUN", "ADV", "VERB"}:
            continue
        if unit.tokens.initial(unit.places[at]).islower():
            return [Clause(at, verb_group(unit, at, lexicon), "clause.hidden")]
    return []


def _later_que(unit: Unit, verbs: tuple[Verb, ...]) -> list[Clause]:
    """« Qu'elle y *aille* »; « (trouve cela choquant) et qu'il y *a* urgence »: a *que* that
    nothing in the unit governs."""
    for verb in verbs:
        at = verb.introducer
        if at is None or unit.words[at] not in QUE or unit.label(at) == "obj":
            continue
        before = [i for i in range(at) if unit.tags[i] != "CCONJ" and not is_punct(unit.words[i])]
        previous = unit.words[at - 1] if at else ""
        wish = unit.quote is not None or "Mood=Sub" in unit.tokens.morph[verb.group.first]
        if wish and (not before or previous == ","):
            return [Clause(verb.at, verb.group, "clause.wish")]
        if unit.quote and previous == "et":
            return [Clause(verb.at, verb.group, "clause.que")]
    return []


def _relatives(unit: Unit, verbs: tuple[Verb, ...]) -> list[Clause]:
    """A verbless phrase whose only proposition is its relative clause.

    « Une perspective qui *pourrait faire basculer* le conflit. »
    """
    if unit.quote is not None and unit.quote.kind in {"direct", "block"}:
        return []
    for verb in verbs:
        at = verb.introducer
        if at is None or unit.words[at] != "qui":
            continue
        antecedent = at > 0 and unit.tags[at - 1] in {"NOUN", "PROPN", "ADJ", "PRON"}
        if unit.quote is not None or antecedent:
            return [Clause(verb.at, verb.group, "clause.relative")]
    return []
