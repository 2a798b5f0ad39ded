"""Third stage: the mentions of people, countries, weapons, organisations and places."""

from __future__ import annotations

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.mentions.conflicts import settle
from pipeline.mentions.countries import find_countries
from pipeline.mentions.linking import Linked, link
from pipeline.mentions.names import find_names
from pipeline.mentions.seats import find_seats
from pipeline.mentions.user import find_user_names, give_way
from pipeline.mentions.weapons import find_weapons
from pipeline.records import Mention


def find_mentions(article: Article, lexicons: Lexicons) -> tuple[Mention, ...]:
    """The mentions of an article, in the order of the text; none if it has no sentence.

    Args:
        article: the article, parsed.
        lexicons: all lexicons.
    """
    if not article.sentences:
        return ()
    given = find_user_names(article, lexicons)
    weapons = find_weapons(article, lexicons.weapons)
    listed = (
        *find_countries(article, lexicons.countries, weapons),
        *find_seats(article, lexicons.seats),
        *weapons,
    )
    taken = (*given, *give_way(listed, given))
    found = settle((*taken, *give_way(find_names(article, taken, lexicons), given)))
    linked = link(found, article.text, lexicons.names)
    return tuple([_mention(article, number, one) for number, one in enumerate(linked, start=1)])


def _mention(article: Article, number: int, linked: Linked) -> Mention:
    found, document = linked.found, article.document
    return Mention(
        doc_id=document.doc_id,
        mention_id=f"{document.doc_id}-m{number}",
        sentence_id=article.sentence_at(found.start).sentence_id,
        start=found.start,
        end=found.end,
        text=document.text[found.start : found.end],
        label=found.label,
        form=found.form,
        country=found.country,
        subtype=found.subtype,
        entity_id=linked.entity_id,
        name=linked.name,
        rule=found.rule,
    )
