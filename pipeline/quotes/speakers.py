"""Who the speaker of each quote is: a name, a description, or null with the reason.

A phrase is tried as what it may be, the surest first: a name, a pronoun, a function that takes
somebody up again, a description that stands for itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.article import Article
from pipeline.quotes.candidates import Referent, referent_of
from pipeline.quotes.coreference import PRONOUNS, pronoun_text, resolve_pronoun, speaker_of
from pipeline.quotes.found import FoundQuote, Place, Speaker
from pipeline.quotes.functions import resolve_function
from pipeline.quotes.grammar import antecedent_of_relative, subject_around
from pipeline.quotes.named import speaking_mentions
from pipeline.quotes.scene import (
    Scene,
    Turn,
    before,
    read_scene,
    sentences_between,
    speech_at,
)
from pipeline.quotes.speaker_kinds import is_unnamed, kind_of_description
from pipeline.quotes.speaker_phrase import SpeakerPhrase, read_phrase
from pipeline.quotes.wording import Wording
from pipeline.records import Mention

FIRST_PERSON = {"je", "j'", "moi", "moi-même", "me", "m'"}
REFLEXIVE = {"se", "s'"}
BY_PLACE = {"qui"} | REFLEXIVE | FIRST_PERSON
UNSAID = frozenset(
    "on l'on personne nul chacun d'aucuns quelqu'un certains certaines d'autres beaucoup plusieurs "
    "tous toutes ce cela ça ceci".split()
)
NOMINAL = {"NOUN", "PROPN", "NUM", "X"}


def resolve_speakers(
    article: Article,
    mentions: tuple[Mention, ...],
    quotes: tuple[FoundQuote, ...],
    wording: Wording,
) -> tuple[Speaker, ...]:
    """The speaker of each quote, in the order of `quotes`.

    Args:
        article: the article that the quotes were found in.
        mentions: its mentions; `name` and `entity_id` of the one that speaks go to the speaker.
        quotes: what the finders found, in the order of the text.
        wording: its words, with the nouns that name a source found in them.
    """
    if all(quote.speaker is None for quote in quotes):  # nobody to look for
        return tuple(_unknown("no speaker in the text") for _ in quotes)
    scene = read_scene(article, mentions, quotes, wording)
    return tuple(
        speaker_of(turn.referent, turn.rule) if turn.referent else _unknown(turn.rule)
        for turn in resolve_turns(scene, quotes)
    )


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who speaks a quote and how that was found, or why it was not; `spoken` are the speakers
    before, the last TURNS of them."""

    referent: Referent | None
    rule: str
    spoken: tuple[Turn, ...]


def resolve_turns(scene: Scene, quotes: tuple[FoundQuote, ...]) -> Iterator[Resolved]:
    """Who speaks each quote, in the order of `quotes`. A phrase that two quotes share is resolved
    once."""
    mentions = scene.mentions
    starts = [mention.start for mention in mentions]
    known: dict[Place, Resolved] = {}
    spoken: list[Turn] = []
    for quote in quotes:
        if quote.speaker is None:
            yield Resolved(None, "no speaker in the text", ())
            continue
        if quote.speaker not in known:
            inside = _overlapping(mentions, starts, quote.speaker)
            turns = tuple(spoken[-TURNS:])
            known[quote.speaker] = Resolved(
                *_resolve(scene, quote, quote.speaker, inside, turns), turns
            )
        turn = known[quote.speaker]
        yield turn
        if turn.referent is not None and turn.referent.lasting:
            spoken.append((quote.speaker, turn.referent))


def _unknown(reason: str) -> Speaker:
    return Speaker(name=None, kind="unknown", entity_id=None, rule=reason)


TURNS = 40  # how many speakers back are remembered
LONGEST_MENTION = 200  # characters: how far before a phrase a mention that reaches it may begin


def _overlapping(
    mentions: tuple[Mention, ...], starts: list[int], place: Place
) -> tuple[Mention, ...]:
    low = bisect_left(starts, place[0] - LONGEST_MENTION)
    high = bisect_left(starts, place[1])
    return tuple(mention for mention in mentions[low:high] if mention.end > place[0])


def _resolve(
    scene: Scene,
    quote: FoundQuote,
    place: Place,
    inside: tuple[Mention, ...],
    spoken: tuple[Turn, ...],
) -> tuple[Referent | None, str]:
    """Who speaks at `place`, and how that was found or why it was not."""
    phrase = read_phrase(scene.article, scene.wording, place)
    named = speaking_mentions(scene.wording, phrase, inside)
    if named:
        return _named(named)
    text = pronoun_text(scene.wording, place)
    if text in PRONOUNS:
        found = resolve_pronoun(scene, place, spoken, quote)
        return found or (None, f"pronoun {text}: nobody before it agrees")
    if text in BY_PLACE:
        return _by_place(scene, place, spoken, text)
    if text in UNSAID or not _has_noun(scene, phrase):
        return None, f"« {text} » names nobody"
    return resolve_function(scene, phrase, spoken, quote) or _described(scene, phrase)


def _has_noun(scene: Scene, phrase: SpeakerPhrase) -> bool:
    """Whether a phrase holds a noun: what is left may be a pronoun or a slip of the finder."""
    words = scene.wording.words
    return phrase.head is not None or any(
        words.pos[at] in NOMINAL or (words.is_capital(at) and len(words.texts[at]) > 2)
        for at in range(phrase.core, phrase.cut)
    )


def _named(named: tuple[Mention, ...]) -> tuple[Referent, str]:
    first = referent_of(named[0])
    if len({mention.entity_id for mention in named}) == 1:
        label = "country metonym" if named[0].form == "metonym" else "name in phrase"
        return first, label
    name = ", ".join(mention.name for mention in named[:-1]) + f" et {named[-1].name}"
    return (
        Referent(
            key=name.lower(),
            name=name,
            kind="country" if first.kind == "country" else "group",
            entity_id=None,
            gender=None,
            hint=None,
            plural=True,
        ),
        "several names in phrase",
    )


def _by_place(
    scene: Scene, place: Place, spoken: tuple[Turn, ...], text: str
) -> tuple[Referent | None, str]:
    """What a pronoun stands for by where it stands: « qui » and « se » by the parse, « je » inside
    somebody's words for whoever speaks them, outside for the author."""
    if text in FIRST_PERSON:
        around = speech_at(scene, place[0])
        for at, referent in reversed(spoken):
            if around is not None and at == around.speaker:
                return referent, f"{text} → speaker of the words around it"
        return None, f"« {text} »: the author, or nobody named"
    reach = antecedent_of_relative if text == "qui" else subject_around
    found = reach(scene, place)
    return found, f"{text} → by the parse" if found else f"{text}: no antecedent parsed"


def _described(scene: Scene, phrase: SpeakerPhrase) -> tuple[Referent, str]:
    article, words = scene.article, scene.wording.words
    sentence = article.sentence_at(words.starts[phrase.first])
    around = scene.article.reading[words.starts[phrase.first] : sentence.end][:200]
    kind = kind_of_description(scene.wording, phrase, unnamed=is_unnamed(around))
    head = phrase.head.form.entry.noun if phrase.head else "no noun of the lexicon"
    owner = _owner(scene, phrase)
    name = f"{phrase.description} {owner}" if owner else phrase.description
    return (
        Referent(
            key=f"{head}:{name.lower()}",
            name=name,
            kind=kind,
            entity_id=None,
            gender=phrase.gender,
            hint=None,
            plural=phrase.plural,
            lasting=phrase.head is not None or kind == "person",
        ),
        f"described: {head}",
    )


def _owner(scene: Scene, phrase: SpeakerPhrase) -> str | None:
    """« Les journalistes de France 24 sont en sécurité, a indiqué leur direction »: whose it is,
    where the sentence names one organisation before: « de France 24 »."""
    head = phrase.head
    if not phrase.possessive or head is None or head.form.entry.kind != "group" or phrase.plural:
        return None
    if phrase.has_complement:
        return None
    start = scene.wording.words.starts[phrase.first]
    names = {
        candidate.referent.name
        for candidate in before(scene, start)
        if candidate.referent.entity_id
        and candidate.referent.kind == "organisation"
        and sentences_between(scene, candidate.start, start) == 0
    }
    if len(names) != 1:
        return None
    name = names.pop()
    return f"d'{name}" if name[0].lower() in "aeiouéèêh" else f"de {name}"
