"""What a text says beside a name of who that is: a function, a party, a country.

« le ministre russe de la Défense, Andreï Belooussov » · « Bruno Kahl, chef du renseignement
allemand » · « François Brottes (PS) » · « Philippe Martinez, de la CGT » · « l'Espagnol Nadal ».
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.quotes.wording import Wording
from pipeline.records import Mention, Role
from pipeline.roles.affiliations import affiliation_in, find_affiliations
from pipeline.roles.appositions import find_after, find_before
from pipeline.roles.scene import Person, Phrase, Scene, read_scene


def find_roles(
    article: Article, mentions: tuple[Mention, ...], wording: Wording, lexicons: Lexicons
) -> tuple[Role, ...]:
    """The roles and affiliations of an article's people, in the order of the text.

    Args:
        article: the article, parsed.
        mentions: its mentions, in the order of the text.
        wording: its words, with the nouns of functions found in them.
        lexicons: nouns of functions are read from `lexicons.roles`.
    """
    if not any(mention.label == "PERSON" for mention in mentions):
        return ()
    scene = read_scene(article, mentions, wording, lexicons.roles)
    found = {
        (phrase, person.mention) for person in scene.people for phrase in _said_of(scene, person)
    }
    ordered = sorted(found, key=lambda pair: (pair[0].start, pair[0].end, pair[1].start))
    return tuple(
        _role(scene, number, phrase, person)
        for number, (phrase, person) in enumerate(ordered, start=1)
    )


def _said_of(scene: Scene, person: Person) -> Iterator[Phrase]:
    yield from find_before(scene, person)
    yield from find_after(scene, person)
    yield from find_affiliations(scene, person.mention)


def _role(scene: Scene, number: int, phrase: Phrase, person: Mention) -> Role:
    article = scene.article
    affiliation, country = affiliation_in(scene, phrase)
    return Role(
        doc_id=article.document.doc_id,
        role_id=f"{article.document.doc_id}-r{number}",
        sentence_id=article.sentence_at(phrase.start).sentence_id,
        mention_id=person.mention_id,
        entity_id=person.entity_id,
        start=phrase.start,
        end=phrase.end,
        text=article.text[phrase.start : phrase.end],
        affiliation=affiliation.text if affiliation else None,
        affiliation_id=affiliation.entity_id if affiliation else None,
        country=country,
        rule=phrase.rule,
    )
