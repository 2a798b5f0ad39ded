"""Phrases: where the noun phrase around a token begins and ends.

The parser often loses an apposition or a complement of a long name, so a phrase is read from the
words themselves (parts of speech, prepositions, commas) and the parse only says where to begin.
All positions are token indices, half-open.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.features import features_of

NOMINAL = {"NOUN", "PROPN", "ADJ", "NUM", "X", "SYM"}
INSIDE = NOMINAL | {"DET"}
LINKS = {"de", "d'", "du", "des", "à", "au", "aux", "en", "pour", "chez", "contre", "par"}
RELATIVES = {"qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles"}
STOPS = {".", "!", "?", "…", "...", ";", ":", "«", "»", "—", "–", "]"}
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
PLURALS = {"les", "des", "ces", "leurs", "ses"}
SURNAME_HYPHENS = {"-", "'"}


def is_finite(token: Token) -> bool:
    """A conjugated verb or auxiliary."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    features = features_of(token)
    return "Mood=" in features or "VerbForm=Fin" in features


def is_time(token: Token) -> bool:
    """A day, a month, « hier », a number: what dates a verb rather than acts."""
    return token.lower_ in TIMES or token.pos_ == "NUM" or token.lower_[:1].isdigit()


def phrase_end(doc: Doc, start: int, stop: int, *, closed: bool = False) -> int:
    """The end of the noun phrase that begins at token `start`, before `stop`.

    With `closed`, an apposition must be followed by a comma or a bracket: in « Selon l'Insee, le
    nombre de naissances a … » there is none.

    « Rami Abd al-Rahman de l'Observatoire syrien des droits de l'homme » goes to its last word;
    relative clauses and brackets are left out; appositions are in (« X, adjoint d'une brigade »).
    """
    end = _core_end(doc, start, stop)
    if start < stop and doc[start].lower_ in LONE_PRONOUNS:
        return end
    while end < stop and doc[end].text == ",":
        tail = _apposition_end(doc, end + 1, stop)
        plural = end + 1 < len(doc) and doc[end + 1].lower_ in PLURALS
        if plural and doc[start].lower_ not in PLURALS:
            break  # « Selon iTELE, les policiers, lors de … »: no apposition of many to one
        if tail <= end + 1 or (closed and tail < stop and doc[tail].text not in {",", "(", "."}):
            break
        end = tail
    return end


def _core_end(doc: Doc, start: int, stop: int) -> int:
    """The end of a phrase without what follows its first comma."""
    at, end = start, start
    while at < stop:
        token = doc[at]
        if token.text in STOPS or token.text in {",", "(", "["}:
            # « le pétrolier grec « Aegean Thalassa » »: a name in quotation marks, not speech
            closing = _named_in_marks(doc, at, stop) if token.text == "«" and at > start else at
            if closing == at:
                break
            at = end = closing
            continue
        if (token.lower_ in RELATIVES and at > start) or _opens_another(doc, start, at):
            break
        pronoun = _is_pronoun(token) and (at == start or doc[at - 1].pos_ == "DET")
        if token.lower_ in {"lui", "eux"} and at > start:
            break  # « Le préfet lui a demandé »
        if token.pos_ in INSIDE or token.text in SURNAME_HYPHENS or pronoun:
            end = at + 1 if token.pos_ != "DET" or _is_pronoun(token) else end
        elif token.lower_ in LINKS or token.lower_ in {"et", "ou", "&"}:
            if not _continues(doc, at, stop):
                break
        elif token.is_space:
            pass
        elif at > start and _is_participle(token):
            end = at + 1  # « un rapport remis au Conseil de sécurité »
        elif token.text[0].isupper() and token.pos_ not in {"AUX", "PRON"}:
            end = at + 1  # a name the tagger took for a verb or an adverb
        else:
            break
        at += 1
    return max(end, start)


def _opens_another(doc: Doc, start: int, at: int) -> bool:
    """« Selon le maire la digue a cédé »: an article right after a noun opens another phrase."""
    before = doc[at - 1]
    article = doc[at].pos_ == "DET" and doc[at].text[0].islower()  # « le journal Le Monde »
    return article and at > start and before.pos_ in {"NOUN", "PROPN"}


def _is_participle(token: Token) -> bool:
    features = features_of(token)
    past = "VerbForm=Part" in features and "Tense=Past" in features
    return (
        token.pos_ == "VERB" and past and not any(c.dep_.startswith("aux") for c in token.children)
    )


def _is_pronoun(token: Token) -> bool:
    return token.lower_ in PRONOUNS or (
        token.pos_ == "PRON" and token.lower_ in {"un", "une", "ce"}
    )


def _continues(doc: Doc, at: int, stop: int) -> bool:
    """Whether a noun follows the link word at `at` (« de la », « et le »), rather than a verb."""
    for token in doc[at + 1 : min(at + 6, stop)]:
        if token.is_space or token.text == "«":
            continue
        if token.pos_ in {"NOUN", "PROPN"}:
            return not is_time(token) or doc[at].lower_ in {"de", "du", "d'"}
        if token.pos_ in {"ADJ", "NUM", "DET"} or token.lower_ in LINKS or _is_pronoun(token):
            continue
        return token.text[0].isupper() and token.pos_ not in {"AUX", "PRON"}
    return False


def _named_in_marks(doc: Doc, at: int, stop: int) -> int:
    """The token after a short capitalised name in marks that opens at `at`; `at` if it is none."""
    for i in range(at + 1, min(at + 7, stop)):
        if doc[i].text == "»":
            return i + 1 if doc[at + 1].text[0].isupper() else at
        if doc[i].pos_ in {"VERB", "AUX"} or doc[i].is_punct:
            return at
    return at


def _apposition_end(doc: Doc, start: int, stop: int) -> int:
    """The end of the apposition that begins at `start`, or `start` if there is none.

    « …, l'un des responsables de la manifestation », « …, ancien interprète au … »; neither « …, 38
    ans », nor « …, joint par téléphone », nor « …, dans un communiqué », nor a new clause.
    """
    while start < stop and doc[start].is_space:
        start += 1
    if start >= stop:
        return start
    first = doc[start]
    opens = first.pos_ in {"NOUN", "PROPN", "DET", "ADJ"} or first.lower_ in {"l'", "un", "une"}
    if not opens or first.lower_ in LINKS or is_time(first) or first.lower_ in RELATIVES:
        return start
    end = _core_end(doc, start, stop)
    nouns = [t for t in doc[start:end] if t.pos_ in {"NOUN", "PROPN"}]
    if not nouns or is_time(nouns[0]):
        return start
    after = doc[end] if end < stop else None
    if after is not None and after.pos_ in {"VERB", "AUX"} and first.pos_ == "DET":
        return start  # « …, le ministre a … »: a clause of its own
    return end


def chunk_start(doc: Doc, last: int, stop: int) -> int:
    """The first token of the noun phrase that ends with token `last`, its complements included.

    « le ministre des finances » ends with « finances » and begins at « le ».
    """
    at = phrase_start(doc, last, stop)
    while at - 2 >= stop and doc[at - 1].lower_ in LINKS:
        above = doc[at - 2]
        participle = above.pos_ == "VERB" and "VerbForm=Part" in features_of(above)
        if above.pos_ not in NOMINAL and not participle:
            break  # « un rapport remis au Conseil » goes on through its participle
        at = phrase_start(doc, at - 3 if participle and at - 3 >= stop else at - 2, stop)
    return at


def phrase_start(doc: Doc, head: int, stop: int) -> int:
    """The first token of the phrase whose head noun is `head`: determiners, adjectives, titles.

    Never before token `stop`. « le vice-amiral Hubert de Castelmoron » begins at « le ».
    """
    at = head
    while at > stop:
        before = doc[at - 1]
        if before.pos_ in INSIDE and not is_time(before):
            at -= 1
        elif before.text == "-" and before.whitespace_:
            break  # « MANILLE, 12 juin (AFP) - Les Philippines ont … »
        elif before.text in SURNAME_HYPHENS or before.lower_ in {"de", "d'", "l'"}:
            if before.lower_ in {"de", "d'"} and doc[at - 2 if at > 1 else 0].pos_ not in NOMINAL:
                break
            at -= 1
        else:
            break
    while at < head and (doc[at].lower_ in {"de", "d'"} or doc[at].text in SURNAME_HYPHENS):
        at += 1
    return at
