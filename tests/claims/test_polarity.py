"""Negation and what looks like it."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Said

NEGATIVE = [
    ("Personne n'a revendiqué l'attaque.", "revendiqué"),
    ("Aucun pont n'est intact.", "intact"),
    ("Rien ne permet de l'affirmer.", "permet"),
    ("Le navire n'a jamais quitté le port.", "quitté"),
    ("La trêve n'est ni signée ni prête.", "signée"),
    ("L'armée ne dispose d'aucune réserve.", "dispose"),
    ("Nul ne sait où ils sont.", "sait"),
    ("Ce n'est pas une attaque mais un accident.", "attaque"),
    ("Le gouvernement ne peut accepter ce texte.", "accepter"),
    ("C'est pas vrai.", "vrai"),
    ("Elle n'a rien dit.", "dit"),
    ("Ni Paris ni Berlin n'ont réagi.", "réagi"),
    ("Il n'a guère d'alliés.", "a"),
    ("Les négociateurs ne se sont pas encore parlé.", "parlé"),
    ("Jamais le port n'avait connu pareille affluence.", "connu"),
    ("Le texte ne sera pas voté avant mai.", "voté"),
    ("Elle n'a rien vu, rien entendu.", "entendu"),
    ("Il ne faut ni fuir ni céder.", "céder"),
    ("Cent chars n'y suffisent pas.", "suffisent"),
]
POSITIVE = [
    ("Il ne reste que deux ponts intacts.", "reste"),
    ("L'armée ne dispose plus que de trois chars.", "dispose"),
    ("On craint qu'il ne parte.", "craint"),
    ("Non loin de là, une bombe a explosé.", "explosé"),
    ("Sans être blessé, il a quitté la route.", "quitté"),
    ("Le plus jeune a fui.", "fui"),
    ("Les pas des soldats résonnent.", "résonnent"),
    ("L'avion a décollé à moins qu'il ne soit en retard.", "décollé"),
    ("Le personnel a évacué la tour.", "évacué"),
]


@pytest.mark.parametrize(("text", "predicate"), NEGATIVE)
def test_negated(claims, text, predicate):
    assert {(c[0], c[3]) for c in claims(text)} >= {(predicate, "negative")}


@pytest.mark.parametrize(("text", "predicate"), POSITIVE)
def test_not_negated(claims, text, predicate):
    assert {(c[0], c[3]) for c in claims(text)} >= {(predicate, "positive")}


@pytest.mark.parametrize(
    ("text", "content", "cue", "polarity"),
    [
        ("Ankara dément avoir vendu des mines.", "avoir vendu des mines", "dément", "negative"),
        ("Ankara nie avoir vendu des mines.", "avoir vendu des mines", "nie", "negative"),
        ("Le clan a démenti que le chef ait fui.", "le chef ait fui", "a démenti", "negative"),
        ("Ankara affirme avoir vendu des mines.", "avoir vendu des mines", "affirme", "positive"),
        ("Ankara dément ne pas avoir payé.", "ne pas avoir payé", "dément", "positive"),
    ],
)
def test_a_denial_turns_the_polarity(claims, text, content, cue, polarity):
    said = Said(content, cue, "Turquie")
    assert {c[3] for c in claims(text, said) if c[1] == "Turquie"} == {polarity}
