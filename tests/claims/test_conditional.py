"""Sixty conditionals (and look-alikes) in their readings."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Said

HEARSAY = [
    ("Le sous-marin aurait coulé au large de Mourmansk.", "coulé"),
    ("Trois hommes seraient morts dans l'explosion.", "morts"),
    ("L'usine produirait déjà cent obus par jour.", "produirait"),
    ("Les rebelles auraient reçu des roquettes.", "reçu"),
    ("Le ministre démissionnerait dans les prochains jours.", "démissionnerait"),
    ("Le pilote serait un officier de réserve.", "officier"),
    ("Une trentaine de civils auraient été blessés.", "blessés"),
    ("L'engin contiendrait du phosphore.", "contiendrait"),
    ("Des négociations seraient en cours à Oman.", "cours"),
    ("Le réseau disposerait de caches en Bulgarie.", "disposerait"),
    ("Il s'agirait d'un drone de reconnaissance.", "agirait"),
    ("Le chef de la milice vivrait caché dans la montagne.", "vivrait"),
    ("Deux satellites auraient été mis hors service.", "mis"),
    ("Les gardes se seraient enfuis avant l'assaut.", "enfuis"),
    ("La capsule transporterait un agent toxique.", "transporterait"),
    ("Le bilan serait de douze morts.", "morts"),
    ("L'équipage n'aurait pas envoyé de signal de détresse.", "envoyé"),
    ("Les pertes s'élèveraient à deux cents hommes.", "élèveraient"),
    ("Le général aurait, selon nos informations, refusé l'ordre.", "refusé"),
    ("Le convoi se dirigerait vers la frontière.", "dirigerait"),
    ("Un douanier aurait prévenu les trafiquants.", "prévenu"),
    ("La milice compterait deux mille hommes.", "compterait"),
    ("Un millier de soldats participeraient à l'opération.", "participeraient"),
    ("Le ministre possèderait un compte caché.", "possèderait"),
    ("Un cargo livrerait des armes aux rebelles.", "livrerait"),
    ("Le parti dissoudrait sa branche armée si le congrès l'accepte.", "dissoudrait"),
]
HYPOTHETICAL = [
    ("Si l'hiver était plus rude, la ville manquerait de gaz.", "manquerait"),
    ("Si la trêve avait tenu, les convois seraient passés.", "passés"),
    ("L'armée reculerait si elle perdait le pont.", "reculerait"),
    ("Sans cet accord, le pays manquerait de blé.", "manquerait"),
    ("S'il pleuvait, la course serait annulée.", "annulée"),
    ("Le traité aurait survécu si les deux camps avaient cédé.", "survécu"),
    ("À défaut, la justice trancherait.", "trancherait"),
    ("Une frappe sur le barrage provoquerait une catastrophe.", "provoquerait"),
    ("Si Berlin refusait, Paris paierait seul.", "paierait"),
    ("En cas de victoire, le parti gouvernerait seul.", "gouvernerait"),
    ("Si les stocks s'épuisaient, la défense aérienne s'effondrerait.", "effondrerait"),
    ("Sinon, la réforme échouerait.", "échouerait"),
    ("Une hausse des taux étranglerait les petites entreprises.", "étranglerait"),
    ("Même si elle gagnait, la coalition serait fragile.", "fragile"),
    ("S'il se révélait que le pont était miné, la colonne ferait demi-tour.", "ferait"),
    ("S'il s'avérait que le pont est miné, la colonne ferait demi-tour.", "ferait"),
    ("Cette fuite, si elle est avérée, coûterait son poste au ministre.", "coûterait"),
    ("En cas de refus, le conseil voterait et le chef partirait.", "partirait"),
    ("Un blocus affamerait l'île. Il ruinerait aussi les pêcheurs.", "ruinerait"),
    ("Une victoire permettrait de rouvrir le port ; elle isolerait les rebelles.", "isolerait"),
]
FUTURE_IN_THE_PAST = [
    ("Le maire a assuré que la digue tiendrait.", "a assuré", "la digue tiendrait", "tiendrait"),
    ("Elle a promis qu'il viendrait.", "a promis", "il viendrait", "viendrait"),
    (
        "Kiev avait annoncé que l'usine rouvrirait.",
        "avait annoncé",
        "l'usine rouvrirait",
        "rouvrirait",
    ),
    ("Il disait que la guerre finirait vite.", "disait", "la guerre finirait vite", "finirait"),
    (
        "La ministre a annoncé que les salaires augmenteraient.",
        "a annoncé",
        "les salaires augmenteraient",
        "augmenteraient",
    ),
    ("Le juge a indiqué qu'il statuerait mardi.", "a indiqué", "il statuerait mardi", "statuerait"),
    (
        "Le groupe affirmait que le barrage serait livré en mai.",
        "affirmait",
        "le barrage serait livré en mai",
        "livré",
    ),
    ("Elle répétait que rien ne changerait.", "répétait", "rien ne changerait", "changerait"),
    (
        "J'ai entendu un courtier affirmer que la banque fermerait.",
        "affirmer",
        "la banque fermerait",
        "fermerait",
    ),
    (
        "Le syndicat a prévenu que la grève durerait.",
        "a prévenu",
        "la grève durerait",
        "durerait",
    ),
]
SUPPOSED_ALOUD = [
    ("Cent chars ne suffiraient pas", "suffiraient", "negative"),
    ("Un siège affamerait la ville", "affamerait", "positive"),
    ("Elle n'aurait jamais accepté", "accepté", "negative"),
    ("Cela aurait tout changé", "changé", "positive"),
]
REPORTED_HEARSAY = [
    (
        "Le maire affirme que la digue serait fissurée.",
        "affirme",
        "la digue serait fissurée",
        "fissurée",
    ),
    (
        "Le témoin a raconté que le chauffeur aurait fui.",
        "a raconté",
        "le chauffeur aurait fui",
        "fui",
    ),
    ("Selon la radio, le roi serait malade.", "Selon", "le roi serait malade", "malade"),
    (
        "D'après un douanier, le navire transporterait des armes.",
        "D'après",
        "le navire transporterait des armes",
        "transporterait",
    ),
]
IMPERFECT_OR_PAST = [
    ("Le pont montrait des fissures.", "montrait"),
    ("La rivière entrait dans les caves.", "entrait"),
    ("Les soldats livraient les vivres.", "livraient"),
    ("Ils couraient vers la gare.", "couraient"),
    ("Il espérait un accord.", "espérait"),
    ("La mer retirait ses galets.", "retirait"),
    ("Ils offraient du thé.", "offraient"),
    ("Le Japon administrait une correction aux joueurs.", "administrait"),
    ("Le président rencontra les familles.", "rencontra"),
]
COURTESY = [
    ("Nous aimerions partir demain.", "aimerions"),
    ("Je voudrais remercier les secouristes.", "remercier"),
    ("Personne ne voudrait les voir échouer.", "voir"),
]


@pytest.mark.parametrize(("text", "predicate"), HEARSAY)
def test_the_author_does_not_vouch_for_hearsay(claims, text, predicate):
    polarity = "negative" if " pas " in text else "positive"
    assert claims(text) == {(predicate, "author", "conditional", polarity)}


@pytest.mark.parametrize(("text", "predicate"), HYPOTHETICAL)
def test_a_conditional_that_hangs_on_a_hypothesis_is_no_hearsay(claims, text, predicate):
    assert (predicate, "author", "factual", "positive") in claims(text)


@pytest.mark.parametrize(("text", "cue", "content", "predicate"), FUTURE_IN_THE_PAST)
def test_after_a_cue_in_the_past_the_conditional_is_a_future(claims, text, cue, content, predicate):
    polarity = "negative" if " ne " in content else "positive"
    assert (predicate, "Moscou", "future", polarity) in claims(text, Said(content, cue))


@pytest.mark.parametrize(("content", "predicate", "polarity"), SUPPOSED_ALOUD)
def test_who_speaks_for_himself_supposes(claims, content, predicate, polarity):
    found = claims(f"« {content} », dit le maire.", Said(content, "dit", kind="direct"))
    assert (predicate, "Moscou", "factual", polarity) in found


def test_who_speaks_of_others_in_the_past_may_report_hearsay(claims):
    content = "Trois soldats auraient été capturés"
    found = claims(f"« {content} », dit le maire.", Said(content, "dit", kind="direct"))
    assert ("capturés", "Moscou", "conditional", "positive") in found


def test_an_imagined_event_is_no_hearsay_in_a_report_either(claims):
    text = "Pour Anne Morel, une trêve sauverait la récolte."
    found = claims(text, Said("une trêve sauverait la récolte", "Pour"))
    assert found == {("sauverait", "Moscou", "factual", "positive")}


def test_a_hypothesis_ends_with_its_paragraph(claims):
    text = "Un blocus affamerait l'île.\n\nLe roi est parti. Il vivrait à Oman."
    assert ("vivrait", "author", "conditional", "positive") in claims(text)


@pytest.mark.parametrize(("text", "cue", "content", "predicate"), REPORTED_HEARSAY)
def test_a_source_may_report_hearsay(claims, text, cue, content, predicate):
    assert (predicate, "Moscou", "conditional", "positive") in claims(text, Said(content, cue))


@pytest.mark.parametrize(("text", "predicate"), IMPERFECT_OR_PAST)
def test_forms_that_look_like_a_conditional_or_a_future(claims, text, predicate):
    assert claims(text) == {(predicate, "author", "factual", "positive")}


@pytest.mark.parametrize(("text", "predicate"), COURTESY)
def test_a_polite_conditional_is_no_hearsay(claims, text, predicate):
    assert {(c[0], c[2]) for c in claims(text)} == {(predicate, "factual")}


def test_a_past_conditional_with_a_plain_hypothesis_stays_hearsay(claims):
    text = "Oslo aurait promis d'agir si la trêve échouait."
    assert claims(text, Said("agir si la trêve échouait", "aurait promis", "Norvège")) == {
        ("promis", "author", "conditional", "positive"),
        ("agir", "Norvège", "future", "positive"),
    }


@pytest.mark.xfail(strict=True, reason="a hypothesis told by « avec » looks like a circumstance")
def test_a_hypothesis_with_avec(claims):
    text = "Avec dix chars de plus, la brigade tiendrait la ligne."
    assert claims(text) == {("tiendrait", "author", "factual", "positive")}


@pytest.mark.xfail(strict=True, reason="hearsay about a state reads as a future after a past cue")
def test_reported_hearsay_about_a_state(claims):
    text = "Un policier a confié que le tueur aurait un complice."
    found = claims(text, Said("le tueur aurait un complice", "a confié"))
    assert ("aurait", "Moscou", "conditional", "positive") in found
