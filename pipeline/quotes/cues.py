"""Cues: the verbs of speech in a document, each with its group and its subject.

All positions are token indices; a group is (first, last), both inclusive.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.lexicons.conjugation import past_participles
from pipeline.lexicons.cues import CueLexicon, CueVerb
from pipeline.quotes.found import Place
from pipeline.quotes.phrases import (
    chunk_start,
    is_finite,
    is_time,
    phrase_end,
    phrase_start,
)

INVERTED = {"-il", "-elle", "-ils", "-elles", "-on", "-je", "-nous", "-ce"}
FIRST_PERSONS = {"je", "j'", "nous", "tu", "vous", "-je", "-nous", "-vous", "-tu"}
REFLEXIVE = {"se", "s'"}
CLITICS = {"me", "m'", "te", "t'", "se", "s'", "nous", "vous", "le", "la", "l'", "les", "lui"} | {
    "leur",
    "y",
    "en",
    "ne",
    "n'",
}
AUXILIARIES = frozenset(
    "ai as a avons avez ont avais avait avions aviez avaient eut eurent aura auront aurait "
    "auraient ait aient ayant avoir suis es est sommes êtes sont étais était étions étaient fut "
    "furent sera seront serait seraient soit soient étant être".split()
)
NEGATIONS = {"pas", "jamais", "plus", "guère", "point", "rien", "aucun", "aucune", "personne"}
VERBAL = {"VERB", "AUX"}
CLIMBED = {"conj", "xcomp", "advcl", "acl", "ccomp", "dep", "obl:mod"}
OBJECT_CONTROL = {"entendre", "voir", "laisser", "convaincre", "persuader", "pousser", "amener"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech. `verb` is the content word; `first`..`last` the group with its auxiliary,
    its reflexive and its inverted pronoun (« s'est-il interrogé »); `pronoun` is that pronoun."""

    entry: CueVerb
    verb: int
    first: int
    last: int
    pronoun: int | None
    negated: bool

    def takes(self, frame: str) -> bool:
        return frame in self.entry.frames


def find_cues(doc: Doc, lexicon: CueLexicon) -> tuple[Cue, ...]:
    """The verbs of speech of a parsed document, in the order of the text."""
    cues: list[Cue] = []
    for token in doc:
        cue = _cue_at(doc, token, lexicon)
        if cue is not None and (not cues or cue.first > cues[-1].last):
            cues.append(cue)
    return tuple(cues)


def _cue_at(doc: Doc, token: Token, lexicon: CueLexicon) -> Cue | None:
    entries = lexicon.by_form.get(token.lower_)
    if not entries or token.lower_ in AUXILIARIES:  # « nous sommes » is not *sommer*
        return None
    pronoun = _inverted(doc, token.i)
    first = _group_start(doc, token.i)
    if _passive(token):
        return None
    if pronoun is None:
        pronoun = next((i for i in range(first, token.i) if doc[i].lower_ in INVERTED), None)
    group = {t.lower_ for t in doc[max(0, first - 1) : token.i]}
    reflexive = bool(group & REFLEXIVE)
    for entry in entries:
        last = _match_words(doc, token.i, entry.words)
        if last is None or entry.reflexive != reflexive:
            continue
        if pronoun is None and _bare_participle(token, first, entry):
            continue
        if not (token.pos_ in VERBAL or pronoun is not None or last > token.i):
            if not _verb_all_the_same(doc, token):
                continue
        if pronoun is not None and pronoun > last:
            last = pronoun
        negated = _negated(doc, first, token.i)
        return Cue(entry, token.i, first, last, pronoun, negated)
    return None


def _verb_all_the_same(doc: Doc, token: Token) -> bool:
    """Verbs that the tagger takes for something else: « Ankara dément avoir … » (adverb), « Budapest
    menace de … » (noun with a subject), « », glisse le ministre » (noun after a closing mark)."""
    if _in_incise(doc, token.i) or any(child.dep_ == "nsubj" for child in token.children):
        return True
    before = doc[token.i - 1] if token.i else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if before is None or after is None or before.pos_ in {"DET", "ADP", "ADJ", "NUM"}:
        return False
    if before.pos_ == "PROPN" and after.lower_ in {"de", "d'"}:
        return True
    return after.lower_ in {"que", "qu'", "avoir", "être"} and before.pos_ != "VERB"


def _bare_participle(token: Token, first: int, entry: CueVerb) -> bool:
    """« les mots vus », « un ministre accusé d'avoir »: a past participle without auxiliary.

    One that is coordinated with another shares its auxiliary (« a revendiqué … et promis de »). A
    form that is also a present (« dit », « écrit ») is one unless the parser hangs it on a noun.
    """
    if first < token.i or token.lower_ not in past_participles(entry.head):
        return False
    if token.dep_ == "conj" and token.head.i < token.i:
        return not any(t.dep_ == "aux:tense" for t in token.head.children)
    if token.lower_.endswith("t"):
        return token.dep_ in {"acl", "amod"} and "Part" in token.morph.get("VerbForm")
    return True


def _passive(token: Token) -> bool:
    """« les habitants sont priés de », « un vote est annoncé »: the subject does not speak."""
    return any(child.dep_ == "aux:pass" for child in token.children)


def _inverted(doc: Doc, verb: int) -> int | None:
    """The pronoun hung on a verb: « ajoute-t-il », « répond-elle »."""
    for i in range(verb + 1, min(verb + 3, len(doc))):
        if doc[i].lower_ in INVERTED:
            return i
        if doc[i].lower_ not in {"-t", "-t-"}:
            return None
    return None


def _in_incise(doc: Doc, i: int) -> bool:
    """« », glisse le ministre »: the tagger takes rare verbs after a closing mark for nouns."""
    before = i - 1
    while before >= 0 and (doc[before].text in {",", "!", "?"} or doc[before].is_space):
        before -= 1
    return before >= 0 and before >= i - 3 and doc[before].text == "»" and i + 1 < len(doc)


def _match_words(doc: Doc, verb: int, words: tuple[str, ...]) -> int | None:
    """The last token of a fixed expression (« fait [déjà] savoir »), or None if it is not there."""
    at = verb
    for word in words[1:]:
        at += 1
        skipped = 0
        while at < len(doc) and doc[at].lower_ != word and skipped < 2:
            if doc[at].pos_ != "ADV" and doc[at].lower_ not in INVERTED | {"-t"}:
                return None
            at += 1
            skipped += 1
        if at >= len(doc) or doc[at].lower_ != word:
            return None
    return at


def _group_start(doc: Doc, verb: int) -> int:
    """The first token of the verb group: its auxiliary, its reflexive pronoun.

    « a pour sa part ajouté », « a elle relevé », « vient d'annoncer », « s'était pris ».
    """
    first = verb
    auxiliaries = [
        t.i
        for t in doc[verb].children
        if verb - 8 < t.i < verb
        and t.dep_.startswith("aux")
        and doc[t.i : verb].text.count("»") == 0
    ]
    if auxiliaries:
        first = min(auxiliaries)
    elif "Part" in doc[verb].morph.get("VerbForm"):
        for i in range(verb - 1, max(verb - 7, -1), -1):
            if doc[i].lower_ in AUXILIARIES:
                first = i
                break
            if doc[i].pos_ in VERBAL or doc[i].text in {".", "«", "»", ";", ":"}:
                break
    while first > 0 and doc[first - 1].lower_ in REFLEXIVE:
        first -= 1
    return first


def _negated(doc: Doc, first: int, verb: int) -> bool:
    """« n'a pas précisé », « sans dire », « refuse de dire »: nothing was said."""
    before = doc[max(0, first - 3) : first]
    if any(t.lower_ in {"ne", "n'"} for t in before):
        after = doc[first : min(verb + 3, len(doc))]
        if any(t.lower_ in NEGATIONS for t in after):
            return True
    return any(t.lower_ == "sans" for t in before[-1:])


def speaker_of(doc: Doc, cue: Cue, *, after_quote: bool = False) -> tuple[int, int] | None:
    """The tokens of the phrase that names who speaks (start, end), or None.

    Args:
        doc: the parsed document.
        cue: the verb.
        after_quote: the cue follows a quotation (« …», affirme X »), so that its subject follows.
    """
    if cue.pronoun is not None:
        return cue.pronoun, cue.pronoun + 1
    if after_quote:
        inverted = _inverted_subject(doc, cue)
        if inverted is not None:
            return inverted
    if doc[cue.verb].pos_ not in VERBAL and not after_quote:
        return subject_before(doc, cue.first)
    head, verb = subject_head(doc[cue.verb])
    phrase = subject_phrase(doc, head, cue) if head is not None else None
    if phrase is not None and not _misplaced(doc, phrase, cue):
        return phrase
    if after_quote:
        return None
    first = cue.first if verb.i == cue.verb else _group_start(doc, verb.i)
    return subject_before(doc, first) or phrase


def subject_phrase(doc: Doc, head: Token, cue: Cue) -> tuple[int, int] | None:
    """The phrase around the subject's head; « qui » gives its antecedent."""
    if head.lower_ in {"qui", "lequel", "laquelle"}:
        return _antecedent(doc, head)
    sentence = head.sent
    stop = cue.first if head.i < cue.first else sentence.end
    start = phrase_start(doc, head.i, sentence.start)
    end = max(phrase_end(doc, start, stop), head.i + 1)
    return _last_part(doc, start, end, cue), end


def _last_part(doc: Doc, start: int, end: int, cue: Cue) -> int:
    """« La convention n'étant pas ratifiée, l'ONG a demandé »: with no comma before the verb, what
    follows the last comma is the subject, not an apposition (« X, le ministre, a dit »)."""
    if end != cue.first and not all(doc[i].lower_ in CLITICS for i in range(end, cue.first)):
        return start
    commas = [i for i in range(start, end) if doc[i].text == ","]
    if commas and doc[commas[-1] + 1].pos_ in {"DET", "PROPN"}:
        return commas[-1] + 1
    return start


def _misplaced(doc: Doc, phrase: tuple[int, int], cue: Cue) -> bool:
    """Whether the parser's subject cannot be one: « pour sa part », what stands before a colon
    (« Mise à jour : X affirme »), an object after the verb while a noun stands before it."""
    start, end = phrase
    if start and doc[start - 1].pos_ == "ADP" and start - 1 >= doc[start].sent.start:
        return True
    if end <= cue.first:
        return any(t.text in {":", "»"} for t in doc[end : cue.first])
    return start > cue.last and subject_before(doc, cue.first) is not None


def subject_head(verb: Token) -> tuple[Token | None, Token]:
    """The head of a verb's subject, and the verb whose subject it is: the verb itself, or one above
    it in the tree where it has none of its own.

    « a promis … et menacé de … » shares it; « vient d'annoncer », « avant d'ajouter » and « en
    affirmant » have that of the verb above; « un texte affirmant que » has the noun; « a entendu
    un industriel affirmer que » and « a convaincu la veuve de demander » have the object.
    """
    for _ in range(6):
        own = [t for t in verb.children if t.dep_ in {"nsubj", "nsubj:pass"} and _can_act(t)]
        if own:
            return own[0], verb
        above = verb.head
        if above is verb:
            break
        if verb.dep_ in {"acl", "acl:relcl"} and above.pos_ in {"NOUN", "PROPN", "PRON"}:
            return above, verb
        if verb.dep_ not in CLIMBED or (is_finite(verb) and verb.dep_ != "conj"):
            break
        if above.lemma_ in OBJECT_CONTROL:
            told = [t for t in above.children if t.dep_ == "obj" and t.pos_ != "PRON"]
            if told:
                return told[0], verb
        verb = above
    return None, verb


def _can_act(token: Token) -> bool:
    return token.lower_ not in CLITICS - {"nous", "vous"}


def subject_before(doc: Doc, verb: int) -> tuple[int, int] | None:
    """The noun phrase that stands before a finite verb group whose first token is `verb`.

    Pronouns, adverbs and asides between commas are passed over: « Un audit, que nous avons pu
    lire, avertit », « Obama, même en pleine course, fait savoir », « il a, pour sa part, dit ».
    """
    start = doc[verb].sent.start
    at = verb - 1
    for _ in range(4):
        while at >= start and _leans(doc[at]):
            at -= 1
        if at < start:
            return None
        if doc[at].text == ")":
            at = _before(doc, at, start, "(")
        elif doc[at].text == ",":
            comma = _before(doc, at, start, ",")
            if comma < start:
                at -= 1
                break
            at = comma
        else:
            break
    if at < start or is_time(doc[at]):
        return None
    if doc[at].pos_ not in {"NOUN", "PROPN", "ADJ", "PRON", "X"} and not doc[at].text[0].isupper():
        return None
    first = chunk_start(doc, at, start)
    preposed = first > start and doc[first - 1].pos_ == "ADP" and doc[first - 1].lower_ != "comme"
    return None if preposed else (first, max(at + 1, phrase_end(doc, first, verb)))


def _leans(token: Token) -> bool:
    """An object pronoun or an adverb before a verb; a capital makes a name of what the tagger takes
    for an adverb (« Ankara dément »)."""
    if token.lower_ in CLITICS - {"nous", "vous"} or token.is_space:
        return True
    return token.pos_ == "ADV" and token.text[0].islower()


def _before(doc: Doc, at: int, start: int, mark: str) -> int:
    """The token before the nearest `mark` on the left of `at`; before `start` if there is none."""
    return next((i - 1 for i in range(at - 1, start - 1, -1) if doc[i].text == mark), start - 1)


def _antecedent(doc: Doc, relative: Token) -> tuple[int, int] | None:
    """The noun phrase just before « qui »."""
    at = relative.i - 1
    while at >= relative.sent.start and (doc[at].is_space or doc[at].text == ","):
        at -= 1
    while at >= relative.sent.start and doc[at].pos_ not in {"NOUN", "PROPN", "PRON"}:
        at -= 1
    if at < relative.sent.start:
        return None
    clause = relative.head
    head = clause.head if clause.dep_ == "acl:relcl" and clause.head.i < relative.i else doc[at]
    start = phrase_start(doc, head.i, relative.sent.start)
    return start, max(phrase_end(doc, start, relative.i), head.i + 1)


def _inverted_subject(doc: Doc, cue: Cue) -> tuple[int, int] | None:
    """The subject after the verb: « a décrit à l'Agence un secouriste, Nabil Abou Zeinab ».

    Times, adverbs and prepositional phrases between the two are passed over.
    """
    sentence = doc[cue.verb].sent
    at, end = cue.last + 1, sentence.end
    while at < end:
        token = doc[at]
        if token.text in {".", "«", "»", ";", ":"} or token.pos_ in VERBAL:
            return None
        if token.pos_ == "ADP" or token.lower_ in {"lors", "dans", "sur", "à", "au", "en"}:
            at = max(_skip_complement(doc, at, end), at + 1)
        elif token.pos_ in {"ADV", "PUNCT", "SPACE"} or is_time(token) or token.lower_ == "ce":
            if token.lower_ == "ce" and at + 1 < end and not is_time(doc[at + 1]):
                break
            at += 1
        elif token.pos_ == "PRON" and token.lower_ in CLITICS:
            at += 1
        elif token.pos_ == "DET" and at + 1 < end and is_time(doc[at + 1]) and token.lower_ != "l'":
            at += 2
        else:
            break
    if at >= end:
        return None
    stop = phrase_end(doc, at, end)
    return (at, stop) if stop > at else None


def _skip_complement(doc: Doc, at: int, end: int) -> int:
    """The end of the prepositional phrase that opens at `at`, up to the next determiner or name.

    « à l'Agence un secouriste »: the phrase ends where a new determiner follows its noun.
    """
    i = at + 1
    seen_noun = False
    while i < end:
        token = doc[i]
        if token.is_punct and token.text not in {"'", "-"}:
            return i + 1 if token.text == "," else i
        starts_new = token.pos_ == "DET" or (token.pos_ == "PRON" and not seen_noun)
        if seen_noun and (starts_new or _new_name(doc, i)):
            return i
        if token.pos_ in {"NOUN", "PROPN", "PRON"} or is_time(token):
            seen_noun = True
        i += 1
    return i


def _new_name(doc: Doc, i: int) -> bool:
    """A capitalised word after a common noun (« à la presse Jean Dupont ») opens a new phrase."""
    before = doc[i - 1]
    return doc[i].text[0].isupper() and before.text[0].islower() and before.pos_ == "NOUN"


def place(doc: Doc, span: tuple[int, int] | None) -> Place | None:
    """The characters of a token span, without the hyphen of an inverted pronoun."""
    if span is None or span[0] >= span[1]:
        return None
    first, last = doc[span[0]], doc[span[1] - 1]
    start = first.idx + len(first.text) - len(first.text.lstrip("-"))
    return start, last.idx + len(last)
