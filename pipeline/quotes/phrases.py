"""Phrases: where the noun phrase around a token begins and ends.

The parser often loses an apposition or a complement of a long name, so a phrase is read from the
words themselves (parts of speech, prepositions, commas) and the parse only says where to begin.
All positions are token indices, half-open.
"""

from __future__ import annotations

from pipeline.article import Article

VERBAL = {"VERB", "AUX"}
NOUNS = {"NOUN", "PROPN"}
NOMINAL = {"NOUN", "PROPN", "ADJ", "NUM", "X", "SYM"}
INSIDE = NOMINAL | {"DET"}
OF = {"de", "d'"}
LINKS = {"de", "d'", "du", "des", "à", "au", "aux", "en", "pour", "chez", "contre", "par"}
RELATIVES = {"qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles"}
STOPS = {".", ",", "!", "?", "…", "...", ";", ":", "«", "»", "—", "–", "(", "[", "]"}
# « a déclaré mardi », « hier », « en avril »: times stand between a verb and its inverted subject.
TIMES = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain matin soir "
    "après-midi midi nuit veille lendemain semaine mois an année jour janvier février mars "
    "avril mai juin juillet août septembre octobre novembre décembre printemps été automne "
    "hiver fois ensuite alors aussi également encore".split()
)
PRONOUNS = frozenset(
    "il elle ils elles on lui eux celui-ci celle-ci ceux-ci celles-ci celui celle ceux celles "
    "celui-là celle-là certains certaines beaucoup plusieurs tous toutes chacun chacune dernier "
    "dernière derniers dernières".split()
)
# A pronoun takes no apposition: « selon lui, une substance … ». (« certains » may be a determiner.)
LONE_PRONOUNS = PRONOUNS - {"certains", "certaines", "plusieurs"}
COORDINATING = {"et", "ou", "&"}
PLURALS = {"les", "des", "ces", "leurs", "ses"}
SURNAME_HYPHENS = {"-", "'"}


def is_finite(article: Article, at: int) -> bool:
    """Whether token `at` is a conjugated verb or auxiliary."""
    if article.token_pos[at] not in VERBAL:
        return False
    features = article.token_morph[at]
    return "Mood=" in features or "VerbForm=Fin" in features


def any_finite(article: Article, start: int, end: int) -> bool:
    """Whether one of the tokens `start`..`end` is a conjugated verb or auxiliary."""
    return any(is_finite(article, at) for at in range(start, end))


def has_auxiliary(article: Article, verb: int) -> bool:
    """Whether a verb is in a compound tense (« a revu »)."""
    return any(article.token_dep[i] == "aux:tense" for i in article.token_children[verb])


def is_time(article: Article, at: int) -> bool:
    """A day, a month, « hier », a number: what dates a verb rather than acts."""
    word = article.token_lower[at]
    return word in TIMES or article.token_pos[at] == "NUM" or word[:1].isdigit()


def phrase_end(article: Article, start: int, stop: int, *, closed: bool = False) -> int:
    """The end of the noun phrase that begins at token `start`, before `stop`.

    With `closed`, an apposition must be followed by a comma or a bracket: in « Selon l'Insee, le
    nombre de naissances a … » there is none.

    « Rami Abd al-Rahman de l'Observatoire syrien des droits de l'homme » goes to its last word;
    relative clauses and brackets are left out; appositions are in (« X, adjoint d'une brigade »).
    """
    lower = article.token_lower
    end = _core_end(article, start, stop)
    if start < stop and lower[start] in LONE_PRONOUNS:
        return end
    while end < stop and lower[end] == ",":
        tail = _apposition_end(article, end + 1, stop)
        plural = end + 1 < len(lower) and lower[end + 1] in PLURALS
        if plural and lower[start] not in PLURALS:
            break  # « Selon iTELE, les policiers, lors de … »: no apposition of many to one
        if tail <= end + 1 or (closed and tail < stop and lower[tail] not in {",", "(", "."}):
            break
        end = tail
    return end


def _core_end(article: Article, start: int, stop: int) -> int:
    """The end of a phrase without what follows its first comma."""
    texts, lower, pos = article.token_texts, article.token_lower, article.token_pos
    at, end = start, start
    while at < stop:
        word, tag = lower[at], pos[at]
        if word in STOPS:
            # « le pétrolier grec « Aegean Thalassa » »: a name in quotation marks, not speech
            closing = _named_in_marks(article, at, stop) if word == "«" and at > start else at
            if closing == at:
                break
            at = end = closing
            continue
        if at > start and (word in RELATIVES or _opens_another(article, at)):
            break
        if at > start and word in {"lui", "eux"}:
            break  # « Le préfet lui a demandé »
        pronoun = _is_pronoun(article, at)
        if (
            tag in INSIDE
            or word in SURNAME_HYPHENS
            or (pronoun and (at == start or pos[at - 1] == "DET"))
        ):
            end = at + 1 if tag != "DET" or pronoun else end
        elif word in LINKS or word in COORDINATING:
            if not _continues(article, at, stop):
                break
        elif article.token_is_space[at]:
            pass
        elif at > start and _is_participle(article, at):
            end = at + 1  # « un rapport remis au Conseil de sécurité »
        elif texts[at][0].isupper() and tag not in {"AUX", "PRON"}:
            end = at + 1  # a name the tagger took for a verb or an adverb
        else:
            break
        at += 1
    return max(end, start)


def _opens_another(article: Article, at: int) -> bool:
    """« Selon le maire la digue a cédé »: an article right after a noun opens another phrase."""
    if article.token_pos[at] != "DET" or article.token_pos[at - 1] not in NOUNS:
        return False
    return article.token_texts[at][0].islower()  # « le journal Le Monde »


def _is_participle(article: Article, at: int) -> bool:
    """Whether a token is a past participle without auxiliary."""
    features = article.token_morph[at]
    if article.token_pos[at] != "VERB" or "VerbForm=Part" not in features:
        return False
    deps, children = article.token_dep, article.token_children[at]
    return "Tense=Past" in features and not any(deps[i].startswith("aux") for i in children)


def _is_pronoun(article: Article, at: int) -> bool:
    word = article.token_lower[at]
    return word in PRONOUNS or (word in {"un", "une", "ce"} and article.token_pos[at] == "PRON")


def _continues(article: Article, at: int, stop: int) -> bool:
    """Whether a noun follows the link word at `at` (« de la », « et le »), rather than a verb."""
    lower, pos = article.token_lower, article.token_pos
    for i in range(at + 1, min(at + 6, stop, len(lower))):
        if article.token_is_space[i] or lower[i] == "«":
            continue
        if pos[i] in NOUNS:
            return not is_time(article, i) or lower[at] in {"de", "du", "d'"}
        if pos[i] in {"ADJ", "NUM", "DET"} or lower[i] in LINKS or _is_pronoun(article, i):
            continue
        return article.token_texts[i][0].isupper() and pos[i] not in {"AUX", "PRON"}
    return False


def _named_in_marks(article: Article, at: int, stop: int) -> int:
    """The token after a short capitalised name in marks that opens at `at`; `at` if it is none."""
    for i in range(at + 1, min(at + 7, stop)):
        if article.token_texts[i] == "»":
            return i + 1 if article.token_texts[at + 1][0].isupper() else at
        if article.token_pos[i] in VERBAL or article.token_is_punct[i]:
            return at
    return at


def _apposition_end(article: Article, start: int, stop: int) -> int:
    """The end of the apposition that begins at `start`, or `start` if there is none.

    « …, l'un des responsables de la manifestation », « …, ancien interprète au … »; neither « …, 38
    ans », nor « …, joint par téléphone », nor « …, dans un communiqué », nor a new clause.
    """
    while start < stop and article.token_is_space[start]:
        start += 1
    if start >= stop:
        return start
    first, pos = article.token_lower[start], article.token_pos
    opens = pos[start] in {"NOUN", "PROPN", "DET", "ADJ"} or first in {"l'", "un", "une"}
    if not opens or first in LINKS or is_time(article, start) or first in RELATIVES:
        return start
    end = _core_end(article, start, stop)
    noun = next((i for i in range(start, end) if pos[i] in NOUNS), None)
    if noun is None or is_time(article, noun):
        return start
    if end < stop and pos[end] in VERBAL and pos[start] == "DET":
        return start  # « …, le ministre a … »: a clause of its own
    return end


def chunk_start(article: Article, last: int, stop: int) -> int:
    """The first token of the noun phrase that ends with token `last`, its complements included.

    « le ministre des finances » ends with « finances » and begins at « le ».
    """
    pos = article.token_pos
    at = phrase_start(article, last, stop)
    while at - 2 >= stop and article.token_lower[at - 1] in LINKS:
        above = at - 2
        participle = pos[above] == "VERB" and "VerbForm=Part" in article.token_morph[above]
        if pos[above] not in NOMINAL and not participle:
            break  # « un rapport remis au Conseil » goes on through its participle
        at = phrase_start(article, above - 1 if participle and above > stop else above, stop)
    return at


def phrase_start(article: Article, head: int, stop: int) -> int:
    """The first token of the phrase whose head noun is `head`: determiners, adjectives, titles.

    Never before token `stop`. « le vice-amiral Hubert de Castelmoron » begins at « le ».
    """
    lower, pos = article.token_lower, article.token_pos
    at = head
    while at > stop:
        before = lower[at - 1]
        if pos[at - 1] in INSIDE and not is_time(article, at - 1):
            at -= 1
        elif before == "-" and is_spaced(article, at - 1):
            break  # « MANILLE, 12 juin (AFP) - Les Philippines ont … »
        elif before in OF:
            if pos[at - 2 if at > 1 else 0] not in NOMINAL:
                break
            at -= 1
        elif before in SURNAME_HYPHENS or before == "l'":
            at -= 1
        else:
            break
    while at < head and (lower[at] in OF or lower[at] in SURNAME_HYPHENS):
        at += 1
    return at


def is_spaced(article: Article, at: int) -> bool:
    """Whether a space follows token `at`."""
    end = article.token_ends[at]
    return article.reading[end : end + 1] == " "
