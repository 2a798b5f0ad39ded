"""Sentences that lead astray: what looks like a quote and is none, and quotes that hide.

What is right follows from the definitions of a quote, its content and its speaker's phrase, not
from what the rules find. A sentence that is still read wrongly stands in KNOWN_LIMITS, by its first
words and with the reason; once it is read rightly its line there must go.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from _pytest.mark import ParameterSet

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from tests.quotes.found import Words, quotes_of
from tests.quotes.spoken import SPOKEN

KNOWN_LIMITS = {
    "L'avenir dira si le pari": "what is to come is taken for a speaker",
    "L'avocate, après avoir rappelé": "the main clause around « après avoir » is read in",
    "Une enquête menée en mai": "the complement of a participle is left out of the speaker",
    "Le patron a promis": "a second participle that shares its auxiliary is lost",
    "D'après un roman de Jules": "« d'après » a work that is adapted",
    "Le navire menace de couler.": "the subject is a thing and cannot threaten",
    "Le procès dira si le": "the subject is an event, and the verb in the future",
    "Pour Obama, la réforme coûtera": "a bare surname that the model takes for no name",
    "« Nous n'avons pas peur": "marks closed and opened again around an incise",
    "Le patron du club a": "a second participle that shares its auxiliary is lost",
    "La direction n'exclut pas que": "« ferme » is taken for an adjective",
    "Elle a parlé d'une «": "the complement after the closing mark is left out",
    "Entretien avec la climatologue Aline": "the interviewee's phrase is cut to the name",
    "Le ministre aurait affirmé que": "the inner content is given to the outer source",
}

NAMES_IN_MARKS = (
    "Le navire « Étoile du Nord » a quitté Brest mardi matin.",
    "L'exposition « Visages du fleuve » ouvrira ses portes samedi à Nantes.",
    "L'opération « Aube dorée » a mobilisé deux mille soldats.",
    "Le roman « Les Eaux mortes » a reçu le prix des libraires.",
    'La chanson "Tout va bien" passe en boucle à la radio.',
    "Le missile « Tonnerre » a atteint sa cible dimanche.",
    "Elle a rejoint en 2011 le mouvement « Demain la mer ».",
    "L'article 3, « De la liberté de la presse », a été réécrit.",
    "Le quotidien « Le Rivage » a cessé de paraître.",
    "Le dispositif, baptisé « Vigie », sera testé en mai.",
    "Un homme surnommé « le Boucher » a été arrêté à Lille.",
    "Le documentaire “Ma mère ne dort plus” sera diffusé jeudi soir.",
)
SCARE_QUOTES = (
    "Le chantier dit « du siècle » a pris trois ans de retard.",
    "Les « gilets rouges » ont bloqué deux ronds-points.",
    "Sa « maison » n'était qu'une cabane de planches.",
    "Le mot « réforme » revient douze fois dans le discours.",
    "Le film est classé « interdit aux moins de douze ans ».",
    "Le « non » l'a emporté avec 54 % des voix.",
    "Les pirates ont « nettoyé » deux coques en une nuit.",
    "Les 'petites mains' de l'atelier touchent moins de mille euros.",
)
MEASURES = (
    "L'écran de 24\" coûte 300 euros et le tube de 5'' en coûte 12.",
    "La coureuse a bouclé le tour en 3'12'' et salué la foule.",
    'La carte couvre 4°30\'15" de longitude et un tuyau de 2" traverse la cour.',
)
NO_SOURCE = (
    "Selon la loi, le maire dispose de trois mois pour répondre.",
    "La prime varie selon que le salarié a un enfant ou deux.",
    "La règle selon laquelle nul ne vote deux fois reste valable.",
    "Le tarif change selon les saisons.",
    "Chacun paie selon ses moyens.",
    "Les billets coûtent de 10 à 40 euros selon les places.",
    "Les travaux avancent selon le calendrier prévu.",
    "Selon le vent, les fumées atteindront ou non la ville.",
    "D'après un roman de Jules Ferrand, le film sortira en mars.",
    "Le portrait a été peint d'après nature.",
    "L'eau coule de source.",
    "La durée du trajet dépend, selon les jours, de la circulation.",
    "Selon l'âge de l'enfant, la dose varie du simple au double.",
    "Le gâteau se prépare selon une recette ancienne.",
    "Les équipes jouent selon des règles anciennes.",
    "La pièce est écrite d'après une histoire vraie.",
    "Pour Pâques, les boulangers ont doublé leurs commandes.",
    "Pour Toulouse, la pluie est annoncée dans la soirée.",
    "Pour le moment, aucun blessé n'est à déplorer.",
    "Les chiffres proviennent de sources diverses.",
    "Pour la première fois, le musée accueille plus d'un million de visiteurs.",
    "Pour 2013, le conseil prévoit un déficit de douze millions d'euros.",
    "Pour l'instant, les pompiers attendent.",
    "Pour le climat, chaque dixième de degré compte.",
    "Pour Noël, la mairie installera une patinoire.",
    "Pour sauver l'usine, les ouvriers ont racheté les machines.",
    "Pour preuve, les ventes ont doublé en un an.",
)
OTHER_SENSES = (
    "Le parlement a voté la loi par 312 voix contre 198.",
    "Le parlement a décidé que la session durerait dix jours.",
    "Le patron a refusé de recevoir les grévistes.",
    "La police le soupçonne d'avoir vendu des armes.",
    "Ilich Ramírez Sánchez, dit Carlos, purge sa peine en France.",
    "Les mots dits ce soir-là n'ont pas été oubliés.",
    "La demande de visa a été déposée lundi.",
    "La menace d'une grève plane sur les transports.",
    "La plainte déposée par la famille a été classée.",
    "Le rapport de force a changé depuis l'été.",
    "Une note de deux pages circule au ministère.",
    "Le chauffeur a rapporté le sac au commissariat.",
    "Le convoi a avancé de deux mètres avant de s'arrêter.",
    "La cour a jugé l'affaire en deux jours.",
    "Le jury a estimé la valeur du tableau à deux millions.",
    "Le tribunal a condamné l'entreprise à verser deux millions d'euros.",
    "La banque a proposé un taux fixe à ses clients.",
    "Le préfet a ordonné l'évacuation du camp.",
    "L'accident montre que la route est dangereuse.",
    "Le navire menace de couler.",
    "Le temps promet d'être clément dimanche.",
    "Elle commande un café et paie.",
    "Le mur menace de s'effondrer sur les passants.",
    "La saison promet d'être longue.",
    "L'avenir dira si le pari était le bon.",
    "La foule criait tellement que la police a reculé.",
    "Le vendeur a proposé deux modèles et conclu l'affaire.",
    "Le préfet, interrogé par la radio, a écourté sa visite.",
    "Les manifestants exigent la démission du gouverneur.",
    "Le procès dira si le pilote avait bu.",
    "Le guitariste a lancé son disque à Lyon, puis repris la route.",
)
NOTHING_SAID = (
    "Le ministre n'a pas dit que les taxes baisseraient.",
    "Le ministre n'a rien dit.",
    "La direction n'a pas précisé si l'usine fermerait.",
    "Personne n'a affirmé que le vote était truqué.",
    "Sans dire que la route était fermée, le gendarme a fait demi-tour.",
    "Le ministre a refusé de dire si les taxes baisseraient.",
    "Elle espère que la pluie cessera avant le match.",
    "Les riverains craignent que la digue cède.",
    "Le gardien s'est rendu compte que la porte était ouverte.",
    "On ignore si le pilote avait bu.",
    "Notez que la bibliothèque sera fermée lundi.",
    "Ni le maire ni le préfet ne disent que l'eau est potable.",
)
OTHER_QUE = (
    "Le chantier coûtera plus que ne l'annonçait le ministère.",
    "Le conseil est plus divisé que ne le dit son président.",
    "La loi que le sénat a annoncée sera votée en mai.",
    "Ce que dit le ministre ne change rien.",
    "La lettre que le maire a écrite est restée sans réponse.",
    "Le ministre a dit ce que tout le monde attendait.",
    "Le discours qu'elle a prononcé a duré une heure.",
    "Le tireur a crié si fort que les vitres ont tremblé.",
    "Le ministre s'exprimait alors que les négociations reprenaient.",
    "L'idée que la ville change de nom ne plaît pas à tous.",
    "Le maire ne parle plus depuis que son adjoint est parti.",
)
SILENT = (
    *NAMES_IN_MARKS,
    *SCARE_QUOTES,
    *MEASURES,
    *NO_SOURCE,
    *OTHER_SENSES,
    *NOTHING_SAID,
    *OTHER_QUE,
)


def traps(texts: dict[str, set[Words]]) -> list[ParameterSet]:
    """The cases of a parametrised test, those that begin like a known limit marked as one."""
    cases = []
    for text, expected in texts.items():
        reasons = [reason for start, reason in KNOWN_LIMITS.items() if text.startswith(start)]
        marks = [pytest.mark.xfail(strict=True, reason=reason) for reason in reasons]
        cases.append(pytest.param(text, expected, id=text[:60], marks=marks))
    return cases


def test_every_known_limit_is_one_sentence() -> None:
    texts = (*SILENT, *SPOKEN)
    for start in KNOWN_LIMITS:
        assert len([text for text in texts if text.startswith(start)]) == 1, start


@pytest.mark.parametrize(("text", "expected"), traps({text: set() for text in SILENT}))
def test_nobody_is_quoted(
    read: Callable[[str], Article], lexicons: Lexicons, text: str, expected: set[Words]
) -> None:
    assert quotes_of(read(text), lexicons) == expected


@pytest.mark.parametrize(("text", "expected"), traps(SPOKEN))
def test_who_says_what(
    read: Callable[[str], Article], lexicons: Lexicons, text: str, expected: set[Words]
) -> None:
    assert quotes_of(read(text), lexicons) == expected
