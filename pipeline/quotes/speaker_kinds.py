"""What sort of source a description is: a function, a group, an unnamed source, a document."""

from __future__ import annotations

import re

from pipeline.quotes.speaker_phrase import SpeakerPhrase
from pipeline.quotes.wording import Wording
from pipeline.records import SpeakerKind

# « sous couvert d'anonymat », « qui préfère taire son nom », « que je ne nommerai pas ».
UNNAMED = re.compile(
    r"\banonym(?:at|es?)\b"
    r"|\bt(?:aire|u|ait) son (?:nom|identité)\b"
    r"|\bne (?:pas )?(?:être|soit|voir) (?:pas )?(?:nommé|identifié|cité)"
    r"|\bne (?:nommer|citer)\w+ pas\b"
    r"|\b(?:pas|ni|sans) (?:souhaité |voulu |être )?(?:être |donner son |révéler son |dire son )?"
    r"(?:nommé|identifié|nom\b|identité)",
)
# Endings of nouns for a person's trade: an unlisted singular is a person if it has one of them.
PERSON_ENDINGS = re.compile(
    r"(?:eur|euse|rice|iste|logue|graphe|nome|ien|ienne|ier|ière|aire|ant|ante|crate|mane)$"
)
# Definite and in the singular, these have a function: « le responsable de la sécurité ».
HOLDERS = {"responsable", "officiel", "haut responsable", "cadre", "membre", "haut fonctionnaire"}


def kind_of_description(wording: Wording, phrase: SpeakerPhrase, *, unnamed: bool) -> SpeakerKind:
    """The kind of a source that is described, not named.

    Args:
        unnamed: whether the sentence says that the source is not to be named.
    """
    if phrase.head is None:
        return _kind_of_unlisted(wording, phrase, unnamed=unnamed)
    entry, plural = phrase.head.form.entry, phrase.plural
    kinds: dict[str, SpeakerKind] = {
        "group": "group",
        "organisation": "group" if plural else "organisation",
        "document": "document",
    }
    if entry.kind in kinds:
        return kinds[entry.kind]
    if unnamed:
        return "anonymous"
    if entry.kind == "role":
        return "group" if plural else "role"
    if entry.kind == "bystander":
        return "group" if plural else "anonymous"
    named_function = phrase.definite and not plural and phrase.has_complement
    return "role" if named_function and entry.noun in HOLDERS else "anonymous"


def is_unnamed(text: str) -> bool:
    """Whether a sentence says that its source is not to be named."""
    return bool(UNNAMED.search(text.lower()))


def _kind_of_unlisted(wording: Wording, phrase: SpeakerPhrase, *, unnamed: bool) -> SpeakerKind:
    if phrase.plural or phrase.core >= phrase.cut:
        return "group"
    if wording.words.is_capital(phrase.core):
        return "organisation" if phrase.definite else "person"
    if not PERSON_ENDINGS.search(wording.words.texts[phrase.core]):
        return "group"
    return "anonymous" if unnamed and not phrase.definite else "role"
