"""The verbs of speech in a sentence: their group, their entry, their pronoun, their negation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.quotes.cues import Cue, find_cues, place
from tests.quotes.found import cut

Read = Callable[[str], Article]


def groups(article: Article, lexicons: Lexicons) -> set[tuple[str | None, str]]:
    """The words and the infinitive of each cue."""
    cues = find_cues(article, lexicons.cues)
    return {
        (cut(article, place(article, (cue.first, cue.last + 1))), cue.entry.verb) for cue in cues
    }


def only(article: Article, lexicons: Lexicons) -> Cue:
    (cue,) = find_cues(article, lexicons.cues)
    return cue


@pytest.mark.parametrize(
    ("text", "group", "verb"),
    [
        ("Le maire affirme que la digue tiendra.", "affirme", "affirmer"),
        ("Le maire a affirmé que la digue tiendra.", "a affirmé", "affirmer"),
        ("Le maire avait déjà affirmé que la digue tiendra.", "avait déjà affirmé", "affirmer"),
        ("Les élus promirent que la digue tiendrait.", "promirent", "promettre"),
        ("Le maire martèle que la digue tiendra.", "martèle", "marteler"),
        ("« La digue tiendra », rétorqua le maire.", "rétorqua", "rétorquer"),
        ("« La digue tiendra », a-t-il souligné.", "a-t-il souligné", "souligner"),
        ("« La digue tiendra », ajoute-t-elle.", "ajoute-t-elle", "ajouter"),
        ("« La digue tiendra », s'est-il exclamé.", "s'est-il exclamé", "s'exclamer"),
        ("La députée s'insurge : « C'est honteux. »", "s'insurge", "s'insurger"),
        ("Le maire fait savoir que la digue tiendra.", "fait savoir", "faire savoir"),
        ("Le maire a fait savoir que la digue tiendra.", "a fait savoir", "faire savoir"),
        ("Le maire laisse entendre que la digue cède.", "laisse entendre", "laisser entendre"),
        ("« La digue cède », glisse le maire.", "glisse", "glisser"),
        ("Ankara dément avoir vendu des chars.", "dément", "démentir"),
        ("Budapest menace de quitter la salle.", "menace", "menacer"),
    ],
)
def test_the_group_of_a_cue(
    read: Read, lexicons: Lexicons, text: str, group: str, verb: str
) -> None:
    assert groups(read(text), lexicons) == {(group, verb)}


@pytest.mark.parametrize(
    "text",
    [
        "La demande de visa a été déposée.",
        "La menace d'une grève plane.",
        "Les mots vus et lus hier restent.",
        "Nous sommes partis tôt.",
        "Le ministre accusé de fraude est parti.",
        "La plainte a été classée.",
        "Le juge de paix est absent.",
    ],
)
def test_what_is_no_cue(read: Read, lexicons: Lexicons, text: str) -> None:
    assert groups(read(text), lexicons) == set()


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Le maire n'a pas affirmé que la digue tiendra.", True),
        ("Le maire n'affirme jamais que la digue tiendra.", True),
        ("Le maire n'a rien affirmé.", True),
        ("Le maire a affirmé que rien ne bougera.", False),
        ("Le maire a affirmé que la digue ne tiendra pas.", False),
    ],
)
def test_negation(read: Read, lexicons: Lexicons, text: str, negated: bool) -> None:
    assert only(read(text), lexicons).negated is negated


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("« La digue tiendra », ajoute-t-il.", "-il"),
        ("« La digue tiendra », ont-ils ajouté.", "-ils"),
        ("« La digue tiendra », ont-elles ajouté.", "-elles"),
        ("« La digue tiendra », ajoute le maire.", None),
        ("Il ajoute que la digue tiendra.", None),
    ],
)
def test_the_inverted_pronoun(
    read: Read, lexicons: Lexicons, text: str, pronoun: str | None
) -> None:
    article = read(text)
    at = only(article, lexicons).pronoun
    assert (article.doc[at].text if at is not None else None) == pronoun


def test_a_reflexive_verb_needs_its_pronoun(read: Read, lexicons: Lexicons) -> None:
    plain, own = read("Le maire plaint les voisins."), read("Le maire se plaint des voisins.")
    assert "se plaindre" not in {verb for _, verb in groups(plain, lexicons)}
    assert "se plaindre" in {verb for _, verb in groups(own, lexicons)}


def test_two_cues_in_one_sentence(read: Read, lexicons: Lexicons) -> None:
    article = read("Le maire a affirmé que l'eau monte et promet d'agir.")
    assert groups(article, lexicons) == {("a affirmé", "affirmer"), ("promet", "promettre")}
