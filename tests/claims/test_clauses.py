"""Which clauses are independent, and what their predicate is."""

from __future__ import annotations

import pytest

MAIN = [
    ("Le maire a démissionné, puis s'est rendu à la police.", {"démissionné", "rendu"}),
    (
        "Le parquet a ouvert une enquête et trois policiers ont été suspendus.",
        {"ouvert", "suspendus"},
    ),
    ("Les vivres manquent ; la route reste coupée.", {"manquent", "reste"}),
    ("Ils reculent, ils tombent, ils se relèvent.", {"reculent", "tombent", "relèvent"}),
    ("Le convoi avance mais le pont est détruit.", {"avance", "détruit"}),
    ("Alors que la neige tombe, les habitants attendent.", {"attendent"}),
    ("Les habitants, qui n'ont pas fui, attendent que la route rouvre.", {"attendent"}),
    ("Quand le vent tombe, les drones décollent.", {"décollent"}),
    ("Le général qui commande la place a refusé de répondre.", {"refusé"}),
    ("Parce qu'il pleut, le match est reporté.", {"reporté"}),
    ("Les rebelles, s'ils ne se rendent pas, seront bombardés.", {"bombardés"}),
    ("Trente blessés, dont six graves, ont été évacués.", {"évacués"}),
    ("On ignore encore combien de soldats ont péri.", {"ignore"}),
    ("Quoi qu'il dise, la foule reste calme.", {"reste"}),
    ("Il n'a qu'un adjoint, et cet adjoint est malade.", {"a", "malade"}),
    ("La crise est plus grave que prévu, les banques ferment.", {"grave", "ferment"}),
    ("Il y a trois ans, le groupe comptait dix membres.", {"comptait"}),
    ("Le cargo a sombré à l'est de l'île.", {"sombré"}),
    ("Les renforts viennent de l'est du pays.", {"viennent"}),
    ("Il est roi, et son frère l'est aussi.", {"roi", "est"}),
    ("Le mouvement chiite libanais a refusé de voter.", {"refusé"}),
    ("Le drone a changé la donne sur le front.", {"changé"}),
    ("Le canal se vide et le port se remplit.", {"vide", "remplit"}),
    ("L'armée a pris la ville et pillé les maisons.", {"pris", "pillé"}),
    ("Le port a été bombardé puis évacué.", {"bombardé", "évacué"}),
    ("Le préfet a démissionné et quitté le pays.", {"démissionné", "quitté"}),
    ("Le plan doit protéger les civils et rassurer les alliés.", {"protéger", "rassurer"}),
    ("Elle n'a rien vu, rien entendu.", {"vu", "entendu"}),
    ("Il ne faut ni fuir ni céder.", {"fuir", "céder"}),
    ("Il a vu le pont détruit et incendié.", {"vu"}),
    ("L'homme arrêté et condamné en mai a fui.", {"fui"}),
    ("Le jour où il paiera aussi bien que ses rivaux, l'usine tournera.", {"tournera"}),
]
PREDICATES = [
    ("Le missile est une menace.", "menace"),
    ("La cible est à portée.", "portée"),
    ("Le ministre est en vacances.", "vacances"),
    ("Nous y sommes.", "sommes"),
    ("Il y a une faille dans le système.", "a"),
    ("L'équipage vient de quitter le navire.", "quitter"),
    ("Le tribunal fait évacuer la salle.", "évacuer"),
    ("Les troupes savent manœuvrer.", "manœuvrer"),
    ("Le problème est que les stocks baissent.", "baissent"),
    ("L'objectif est de reprendre la ville.", "reprendre"),
    ("C'est le président qui décidera.", "décidera"),
    ("C'est à Genève que les délégations se rencontreront.", "rencontreront"),
    ("Voilà un signal inquiétant.", "signal"),
    ("Les comptes ont été, de l'avis de tous, truqués.", "truqués"),
    ("Le chef de l'armée s'est vite enfui.", "enfui"),
    ("Ils sont maintenant à l'abri.", "abri"),
    ("Des avions ont de nouveau survolé la ville.", "survolé"),
    ("On a d'abord cru à un orage.", "cru"),
    ("L'accord n'est qu'un chiffon de papier.", "chiffon"),
    ("Le texte ne serait « qu'un brouillon ».", "brouillon"),
    ("Les otages, c'est nous.", "nous"),
    ("Ce ne sont pas les obus qui manquent.", "obus"),
    ("Les pourparlers auront lieu à Oman.", "auront"),
    ("Budapest menace de bloquer l'aide.", "bloquer"),
    ("Le Japon compte acheter vingt chars.", "acheter"),
]


@pytest.mark.parametrize(("text", "predicates"), MAIN)
def test_independent_clauses_only(claims, text, predicates):
    assert {claim[0] for claim in claims(text)} == predicates


@pytest.mark.parametrize(("text", "predicate"), PREDICATES)
def test_the_predicate_is_the_word_that_carries_the_meaning(claims, text, predicate):
    assert {claim[0] for claim in claims(text)} == {predicate}


@pytest.mark.parametrize("text", ["Faut-il armer le pays ?", "Qui paiera ?", "Et demain ?"])
def test_a_question_asserts_nothing(claims, text):
    assert claims(text) == set()


def test_a_relative_clause_counts_where_it_is_all_there_is(claims):
    assert claims("Une fuite qui risque de coûter cher au ministre.") == {
        ("coûter", "author", "possible", "positive")
    }


def test_a_noun_beside_a_relative_after_a_comma_is_left_alone(claims):
    assert claims("Le directeur, qui partira en juin.") == set()


def test_headings_and_list_items_have_claims(claims):
    text = "Ce que l'on sait\n- L'engin pourrait voler de nuit\n- La série serait limitée\n"
    assert {
        ("voler", "author", "possible", "positive"),
        ("limitée", "author", "conditional", "positive"),
    } <= claims(text)
