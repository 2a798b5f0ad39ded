"""Possible, future, directive, plain."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Said

POSSIBLE = [
    ("Le conflit pourrait durer des années.", "durer"),
    ("L'Iran risque de perdre ses alliés.", "perdre"),
    ("La trêve semble tenir.", "tenir"),
    ("L'avenir du port semble incertain.", "incertain"),
    ("Les otages sont peut-être vivants.", "vivants"),
    ("Le tir venait sans doute de la colline.", "venait"),
    ("Il est possible que le convoi arrive ce soir.", "possible"),
    ("Il se peut que la banque ferme.", "peut"),
    ("Le Sénat devrait voter le texte.", "voter"),
    ("L'épidémie a pu partir du marché.", "partir"),
    ("Peut-être sera-t-il réélu en juin.", "réélu"),
]
FUTURE = [
    ("La Russie livrera des avions.", "livrera"),
    ("Les deux pays vont signer un traité.", "signer"),
    ("Le pays prévoit, en outre, de louer dix avions.", "louer"),
    ("Le gouvernement s'apprête à fermer la frontière.", "fermer"),
    ("Le président a prévu de visiter l'usine.", "visiter"),
    ("Les travaux seront achevés en mai.", "achevés"),
    ("Le navire doit appareiller mardi.", "appareiller"),
]
DIRECTIVE = [
    ("L'armée doit quitter la base.", "quitter"),
    ("Il faut agir vite.", "agir"),
    ("Il faut des abris.", "faut"),
    ("Il faudrait trois brigades de plus.", "faudrait"),
    ("Les passagers sont priés de patienter.", "priés"),
    ("Il est temps de négocier.", "temps"),
]
FACTUAL = [
    ("Le juge a ordonné le retrait du texte.", "ordonné"),
    ("Les habitants ont dû fuir.", "fuir"),
    ("Elle a paru déçue.", "déçue"),
    ("Le site abrite des produits potentiellement dangereux.", "abrite"),
    ("On peut noter une baisse des prix.", "noter"),
    ("Le tir a touché un entrepôt « probablement » vide.", "touché"),
    ('Le tir a touché un entrepôt "sans doute" vide.', "touché"),
    ("La milice a détruit un char probablement venu du nord.", "détruit"),
    ("L'organisation a appelé au calme.", "appelé"),
]
CUES = [
    ("Oslo promet de livrer des obus.", "livrer des obus", "promet", "livrer", "future"),
    ("Oslo s'engage à rendre les corps.", "rendre les corps", "s'engage", "rendre", "future"),
    ("Oslo menace de fermer le détroit.", "fermer le détroit", "menace", "fermer", "future"),
    ("Oslo exige que l'armée parte.", "l'armée parte", "exige", "parte", "directive"),
    ("Oslo demande que le port rouvre.", "le port rouvre", "demande", "rouvre", "directive"),
    ("Oslo appelle à cesser le feu.", "cesser le feu", "appelle", "cesser", "directive"),
    ("Oslo accuse Riga d'armer la milice.", "armer la milice", "accuse", "armer", "factual"),
    ("Oslo dit vouloir négocier.", "vouloir négocier", "dit", "négocier", "future"),
    ("Oslo se dit prête à signer.", "signer", "se dit", "signer", "future"),
    ("Les maires se disent décidés à partir.", "partir", "se disent", "partir", "future"),
]


@pytest.mark.parametrize(
    ("text", "predicate", "modality"),
    [
        (text, predicate, modality)
        for modality, sentences in (
            ("possible", POSSIBLE),
            ("future", FUTURE),
            ("directive", DIRECTIVE),
            ("factual", FACTUAL),
        )
        for text, predicate in sentences
    ],
)
def test_the_authors_own_modality(claims, text, predicate, modality):
    assert {(c[0], c[2]) for c in claims(text)} == {(predicate, modality)}


@pytest.mark.parametrize("case", CUES, ids=lambda case: case[0])
def test_what_the_cue_does_to_its_content(claims, case):
    text, content, cue, predicate, modality = case
    found = claims(text, Said(content, cue, "Norvège"))
    assert {(c[0], c[2]) for c in found if c[1] == "Norvège"} == {(predicate, modality)}


@pytest.mark.parametrize(
    ("utterance", "predicate", "modality"),
    [
        ("Cessez le feu !", "Cessez", "directive"),
        ("Nous demandons la libération des otages.", "demandons", "directive"),
        ("Qu'ils rendent les armes !", "rendent", "directive"),
        ("Vous devriez partir.", "partir", "directive"),
        ("Nous gagnerons.", "gagnerons", "future"),
        ("Je promets la paix.", "promets", "factual"),
    ],
)
def test_direct_speech(claims, utterance, predicate, modality):
    text = f"« {utterance} », lance Vera Holm."
    said = Said(utterance.rstrip("."), "lance", "Vera Holm", "direct")
    assert {(c[0], c[2]) for c in claims(text, said) if c[1] == "Vera Holm"} == {
        (predicate, modality)
    }


def test_the_first_modality_of_the_order_wins(claims):
    assert claims("Le prix serait peut-être doublé.") == {
        ("doublé", "author", "conditional", "positive")
    }
