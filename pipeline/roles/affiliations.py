"""The organisation or the country that somebody belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.records import Mention
from pipeline.roles.scene import Phrase, Scene

OF = re.compile(r"(?P<comma>,)?\s(?:de\s(?:la\s|l')?|du\s|des\s|d')(?:parti\s|groupe\s)?")
REACH = 30  # how far behind a name its organisation may begin
AFTER_OF = re.compile(r"\s*(?:[,.;:!?»)–—]|$)")
ITS = re.compile(r"\b(?:d[eu]s?\s|d')$")  # « le départ de X du PS »
BY_BIRTH = re.compile(r"\b(?:[LlDd]'|[Ll][ea]\s|[Uu]ne?\s|[Dd]u\s|[Aa]u\s)$")
# A state after one of these is where somebody works: « ambassadeur de France *en* Russie ».
ELSEWHERE = re.compile(r"\b(?:en|au|aux|à|à\sla|pour|pour\sla|pour\sl'|pour\sle|sur|contre)\s?$")


def affiliation_in(scene: Scene, phrase: Phrase) -> tuple[Mention | None, str | None]:
    """What a phrase affiliates somebody to, and the state that is or that it belongs to: its first
    organisation, else its first country."""
    text = scene.article.reading
    inside = [
        mention
        for mention in scene.names_within(phrase.start, phrase.end)
        if mention.label == "ORG"
        or mention.form == "demonym"
        or not ELSEWHERE.search(text, max(phrase.start, mention.start - 10), mention.start)
    ]
    organisation = next((mention for mention in inside if mention.label == "ORG"), None)
    state = next((mention for mention in inside if mention.label == "COUNTRY"), None)
    if organisation and state and state.form == "name" and state.start < organisation.start:
        return state, state.country  # « observateur du Saint-Siège aux Nations unies »
    country = organisation.country if organisation else None
    return organisation or state, country or (state.country if state else None)


def find_affiliations(scene: Scene, person: Mention) -> Iterator[Phrase]:
    """« François Brottes (PS) », « Philippe Martinez, de la CGT », « l'Espagnol Rafael Nadal »."""
    text = scene.article.reading
    near = scene.names_within(*_after(scene, person))
    starts = {mention.start: mention for mention in reversed(near)}  # the widest of each start
    inside = starts.get(person.end + 2)
    if (
        inside is not None
        and text.startswith(" (", person.end)
        and text[inside.end : inside.end + 1] in {")", ",", "/", "-"}
    ):
        yield Phrase(inside.start, inside.end, "brackets")
    yield from _of(scene, person, starts)
    birth = scene.birth(person)
    if birth is not None and BY_BIRTH.search(text, max(0, birth.start - 4), birth.start):
        yield Phrase(birth.start, birth.end, "demonym")


def _after(scene: Scene, person: Mention) -> tuple[int, int]:
    segment = scene.article.segment_at(person.start)
    return person.end, min(segment.end, person.end + REACH)


def _of(scene: Scene, person: Mention, starts: dict[int, Mention]) -> Iterator[Phrase]:
    """« Philippe Martinez de la CGT » as a subject; not « exclure X du PS », « le départ de X du
    PS », where *du* is « from ». After a comma a mark must follow."""
    text = scene.article.reading
    match = OF.match(text, person.end)
    named = starts.get(match.end()) if match else None
    if match is None or named is None or named.label != "ORG":
        return
    if match.group("comma"):
        if AFTER_OF.match(text, named.end):
            yield Phrase(named.start, named.end, "complement")
        return
    root = scene.article.root_of(person.start, person.end)
    complement = ITS.search(text, max(0, person.start - 4), person.start)
    if scene.article.token_dep[root].startswith("nsubj") and not complement:
        yield Phrase(named.start, named.end, "complement")
