"""Cues: the verbs of speech in a document, each with its verb group.

All positions are token indices; a group is (first, last), both inclusive.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from pipeline.article import Article
from pipeline.lexicons.conjugation import past_participles
from pipeline.lexicons.cues import CueLexicon, CueVerb
from pipeline.quotes.found import Place
from pipeline.quotes.phrases import NOUNS, VERBAL, has_auxiliary

INVERTED = {"-il", "-elle", "-ils", "-elles", "-on", "-je", "-nous", "-ce"}
HUNG_ON = INVERTED | {"-t"}  # a verb: « a-*t*-*il* »
NOBODY = {"ce", "c'", "cela", "ça", "ceci"}  # « ce qui signifie que »
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
BEING = frozenset(
    "est sont était étaient fut furent sera seront serait seraient soit soient été étant "
    "être".split()
)
# « nous » and « vous » may be the subject itself.
OBJECTS = CLITICS - {"nous", "vous"}
NE = {"ne", "n'"}
NEGATIONS = {"pas", "jamais", "plus", "guère", "point", "rien", "aucun", "aucune", "personne"}
NO_SUBJECT = {"DET", "ADP", "ADJ", "NUM"}  # what no verb follows
GROUP_BREAKS = {".", "«", "»", ";", ":"}
FARTHEST_AUXILIARY = 7  # tokens before its verb


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech. `verb` is the content word; `first`..`last` the group with its auxiliary,
    its reflexive and its inverted pronoun (« s'est-il interrogé »); `pronoun` is that pronoun. Of a
    `passive` one the subject is not the source (« X est accusé de … »)."""

    entry: CueVerb
    verb: int
    first: int
    last: int
    pronoun: int | None
    negated: bool
    passive: bool

    def takes(self, frame: str) -> bool:
        return frame in self.entry.frames


def find_cues(article: Article, lexicon: CueLexicon) -> tuple[Cue, ...]:
    """The verbs of speech of an article, in the order of the text."""
    cues: list[Cue] = []
    words, places = article.token_lower, article.token_places
    forms = (lexicon.by_form.keys() & places.keys()) - AUXILIARIES  # « nous sommes », not *sommer*
    for at in sorted([at for form in forms for at in places[form]]):
        cue = _cue_at(article, at, lexicon.by_form[words[at]])
        if cue is not None and (not cues or cue.first > cues[-1].last):
            cues.append(cue)
    return tuple(cues)


def cues_between(cues: tuple[Cue, ...], start: int, end: int) -> tuple[Cue, ...]:
    """The cues whose first token is in `start`..`end` (tokens, half-open)."""
    first = bisect_left(cues, start, key=lambda cue: cue.first)
    return cues[first : bisect_left(cues, end, key=lambda cue: cue.first)]


def _cue_at(article: Article, at: int, entries: tuple[CueVerb, ...]) -> Cue | None:
    """The cue at a token whose form is one of these verbs, if it is one of them here."""
    words = article.token_lower
    first = group_start(article, at)
    pronoun = _inverted(words, first, at)
    group = words[max(0, first - 1) : at]
    reflexive = not REFLEXIVE.isdisjoint(group)
    passive = not (reflexive or BEING.isdisjoint(group))
    for entry in entries:
        if entry.reflexive != reflexive:
            continue
        last = _match_words(article, at, entry.words)
        if last is None:
            continue
        if entry.needs_y and words[max(first - 1, 0)] != "y":
            continue
        if passive and "passive" not in entry.frames:
            continue  # « les habitants sont priés de », « un vote est annoncé »: said by others
        if pronoun is None and _bare_participle(article, at, first, entry):
            continue
        sure = article.token_pos[at] in VERBAL or pronoun is not None or last > at
        if not sure and not _verb_all_the_same(article, at):
            continue
        if pronoun is not None and pronoun > last:
            last = pronoun
        negated = _negated(words, first, at)
        return Cue(entry, at, first, last, pronoun, negated, passive)
    return None


def _verb_all_the_same(article: Article, at: int) -> bool:
    """Verbs that the tagger takes for something else: « Ankara dément avoir … » (an adverb),
    « Budapest menace de … » (a noun), « », glisse le ministre » (a noun after a closing mark)."""
    deps = article.token_dep
    if _in_incise(article, at) or any(deps[i] == "nsubj" for i in article.token_children[at]):
        return True
    words, pos = article.token_lower, article.token_pos
    near = range(at + 1, min(at + 4, len(words)))
    after = next((i for i in near if words[i] not in {"aussi", "encore"}), None)
    if not at or after is None or pos[at - 1] in NO_SUBJECT:
        return False
    if words[at - 1] == "," and pos[after] == "DET":
        return "«" in words[at + 1 : at + 8]  # « La ministre, X, juge l'attaque « indigne » »
    if words[after] in {"de", "d'"}:  # « et menace de boycotter », « Moody's menace d'abaisser »
        return any("VerbForm=Inf" in features for features in article.token_morph[at + 2 : at + 6])
    if words[after] == "«":  # « Le maire juge « improbable » une crue »
        return pos[at - 1] in NOUNS
    return words[after] in {"que", "qu'", "avoir", "être"} and pos[at - 1] != "VERB"


def _bare_participle(article: Article, at: int, first: int, entry: CueVerb) -> bool:
    """« les mots vus », « un ministre accusé d'avoir »: a past participle without auxiliary.

    One that is coordinated with another shares its auxiliary (« a revendiqué … et promis de »). A
    form that is also a present (« dit », « écrit ») is one unless the parser hangs it on a noun.
    """
    words = article.token_lower
    if first < at or words[at] not in past_participles(entry.head):
        return False
    dep, above = article.token_dep[at], article.token_heads[at]
    if dep == "conj" and above < at:
        return not has_auxiliary(article, above)
    if at and words[at - 1] in {"et", "puis"}:
        earlier = words[article.unit_at(at)[0] : at]
        return not any(word in {"a", "ont", "avait", "avaient"} for word in earlier)
    if words[at].endswith("t"):
        relative = any(word in {"que", "qu'"} for word in words[max(0, at - 8) : at])
        participle = dep in {"acl", "amod"} and "VerbForm=Part" in article.token_morph[at]
        return participle and not relative  # « qu'un rapport décrit comme … »
    return True


def _inverted(words: tuple[str, ...], first: int, verb: int) -> int | None:
    """The pronoun hung on a verb, « ajoute-t-il », « répond-elle », or on the auxiliary at `first`:
    « a-t-il dit »."""
    for i in range(verb + 1, min(verb + 3, len(words))):
        if words[i] in INVERTED:
            return i
        if words[i] not in {"-t", "-t-"}:
            break
    for i in range(first, verb):
        if words[i] in INVERTED:
            return i
    return None


def _in_incise(article: Article, at: int) -> bool:
    """« », glisse le ministre »: the tagger takes rare verbs after a closing mark for nouns."""
    words = article.token_lower
    before = at - 1
    while before >= 0 and (words[before] in {",", "!", "?"} or article.token_is_space[before]):
        before -= 1
    return before >= max(at - 3, 0) and words[before] == "»" and at + 1 < len(words)


def _match_words(article: Article, verb: int, expression: tuple[str, ...]) -> int | None:
    """The last token of a fixed expression (« fait [déjà] savoir »), or None if it is not there."""
    words, at = article.token_lower, verb
    for word in expression[1:]:
        at += 1
        skipped = 0
        while at < len(words) and words[at] != word and skipped < 2:
            if article.token_pos[at] != "ADV" and words[at] not in HUNG_ON:
                return None
            at += 1
            skipped += 1
        if at >= len(words) or words[at] != word:
            return None
    return at


def group_start(article: Article, verb: int) -> int:
    """The first token of the verb group: its auxiliary, its reflexive pronoun.

    « a pour sa part ajouté », « a elle relevé », « vient d'annoncer », « s'était pris ».
    """
    words = article.token_lower
    first = _auxiliary(article, verb)
    while first > 0 and words[first - 1] in REFLEXIVE:
        first -= 1
    return first


def _auxiliary(article: Article, verb: int) -> int:
    """The auxiliary that the parser gives a verb, else the nearest before a participle; else the
    verb itself."""
    words = article.token_lower
    near = range(verb - 1, max(verb - FARTHEST_AUXILIARY, 0) - 1, -1)
    for i in article.token_children[verb]:
        parsed = i in near and article.token_dep[i].startswith("aux") and words[i] in AUXILIARIES
        if parsed and not any("»" in word for word in words[i:verb]):
            return i
    if "VerbForm=Part" in article.token_morph[verb]:
        for i in near[: FARTHEST_AUXILIARY - 1]:
            if words[i] in AUXILIARIES:
                return i
            if article.token_pos[i] in VERBAL or words[i] in GROUP_BREAKS:
                break
    return verb


def _negated(words: tuple[str, ...], first: int, verb: int) -> bool:
    """« n'a pas précisé », « sans dire », « refuse de dire »: nothing was said."""
    before = words[max(0, first - 3) : first]
    if not NE.isdisjoint(before) and not NEGATIONS.isdisjoint(words[first : verb + 3]):
        return True
    return before[-1:] == ("sans",)


def place(article: Article, span: tuple[int, int] | None) -> Place | None:
    """The characters of a token span, without the hyphen of an inverted pronoun."""
    if span is None or span[0] >= span[1]:
        return None
    first = article.token_texts[span[0]]
    hyphens = len(first) - len(first.lstrip("-"))
    return article.token_starts[span[0]] + hyphens, article.token_ends[span[1] - 1]
