"""Weapons in the text: spans, types, names, and the sentences that only look like weapons."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from pipeline.article import Article
from pipeline.lexicons.weapons import WeaponLexicon, load_weapon_lexicon
from pipeline.mentions.weapons import find_weapons

Read = Callable[[str], Article]


@pytest.fixture(scope="module")
def lexicon() -> WeaponLexicon:
    return load_weapon_lexicon()


def spans(article: Article, lexicon: WeaponLexicon) -> set[tuple[str, str | None]]:
    return {
        (article.text[one.start : one.end], one.subtype) for one in find_weapons(article, lexicon)
    }


GENERIC = [
    (
        "L'armée a tiré trois missiles balistiques de moyenne portée.",
        {("missiles balistiques de moyenne portée", "missile")},
    ),
    ("Un missile de croisière est tombé dans un champ.", {("missile de croisière", "missile")}),
    (
        "Riga réclame des missiles sol-air et des missiles antinavires.",
        {("missiles sol-air", "air_defence"), ("missiles antinavires", "missile")},
    ),
    (
        "Le port abrite un système de défense antiaérienne.",
        {("système de défense antiaérienne", "air_defence")},
    ),
    (
        "Des drones kamikazes et deux drones navals ont visé le pont.",
        {("drones kamikazes", "drone"), ("drones navals", "drone")},
    ),
    ("Quatre munitions rôdeuses ont été abattues.", {("munitions rôdeuses", "drone")}),
    (
        "L'état-major achètera vingt avions de chasse et six hélicoptères de combat.",
        {("avions de chasse", "aircraft"), ("hélicoptères de combat", "aircraft")},
    ),
    (
        "Des chars d'assaut et des véhicules blindés bloquent la route.",
        {("chars d'assaut", "armoured_vehicle"), ("véhicules blindés", "armoured_vehicle")},
    ),
    (
        "Les rebelles ont perdu un obusier et des obus de mortier de 120 mm.",
        {("obusier", "artillery"), ("obus de mortier de 120 mm", "munition")},
    ),
    (
        "La frégate a tiré au canon de 76 mm.",
        {("frégate", "naval"), ("canon de 76 mm", "artillery")},
    ),
    (
        "Les gendarmes ont saisi un fusil d'assaut, deux pistolets et une arme blanche.",
        {
            ("fusil d'assaut", "small_arms"),
            ("pistolets", "small_arms"),
            ("arme blanche", "small_arms"),
        },
    ),
    ("Il a été tué de deux balles dans la tête.", {("balles", "munition")}),
    ("L'assaillant a blessé un passant avec un couteau.", {("couteau", "small_arms")}),
    (
        "Le sous-marin nucléaire d'attaque a plongé près du porte-avions.",
        {("sous-marin nucléaire d'attaque", "naval"), ("porte-avions", "naval")},
    ),
    ("Un dragueur de mines escorte le convoi.", {("dragueur de mines", "naval")}),
    (
        "Des bombes à sous-munitions et des mines antipersonnel jonchent la plaine.",
        {("bombes à sous-munitions", "bomb"), ("mines antipersonnel", "bomb")},
    ),
    (
        "Il portait une ceinture d'explosifs et un engin explosif improvisé.",
        {("ceinture d'explosifs", "bomb"), ("engin explosif improvisé", "bomb")},
    ),
    ("L'attentat à la voiture piégée a fait deux morts.", {("voiture piégée", "bomb")}),
    (
        "Le traité porte sur les armes nucléaires tactiques et les ogives nucléaires.",
        {("armes nucléaires tactiques", "nuclear"), ("ogives nucléaires", "nuclear")},
    ),
    (
        "L'enquête conclut à l'emploi de gaz sarin, une arme chimique.",
        {("gaz sarin", "chemical_biological"), ("arme chimique", "chemical_biological")},
    ),
    ("Le pays a suspendu ses ventes d'armes.", {("armes", "other")}),
    ("Un rançongiciel a paralysé l'hôpital.", {("rançongiciel", "other")}),
    (
        "L'unité dispose de brouilleurs de drones et d'un canon laser.",
        {("brouilleurs de drones", "other"), ("canon laser", "other")},
    ),
    ("DES DRONES ABATTUS DANS LA NUIT", {("DRONES", "drone")}),
    ("Quarante-sept drones ukrainiens ont été interceptés.", {("drones", "drone")}),
]

NAMED = [
    ("Deux Su-34 et un Mi-8 se sont écrasés.", {("Su-34", "aircraft"), ("Mi-8", "aircraft")}),
    ("Des F16 néerlandais arrivent.", {("F16", "aircraft")}),
    ("Un T-72B3 brûle au bord de la route.", {("T-72B3", "armoured_vehicle")}),
    ("Les chars Leclerc manœuvrent.", {("chars Leclerc", "armoured_vehicle")}),
    ("Des drones Shahed-136 ont visé Odessa.", {("drones Shahed-136", "drone")}),
    ("Les Chahed volent bas.", {("Chahed", "drone")}),
    ("Un missile antichar Kornet a touché le convoi.", {("missile antichar Kornet", "missile")}),
    ("Kiev reçoit des batteries Patriot.", {("batteries Patriot", "air_defence")}),
    ("La brigade aligne douze canons Caesar.", {("canons Caesar", "artillery")}),
    ("Les missiles MILAN datent de la guerre froide.", {("missiles MILAN", "missile")}),
    ("Le fusil de précision Dragunov est russe.", {("fusil de précision Dragunov", "small_arms")}),
    (
        "L'état-major déploie le Charles-de-Gaulle et deux frégates.",
        {("Charles-de-Gaulle", "naval"), ("frégates", "naval")},
    ),
    ("L'armée de l'air aligne ses Rafale.", {("Rafale", "aircraft")}),
    ("Une GBU-39 a percé le toit.", {("GBU-39", "bomb")}),
    ("Le Novitchok a laissé des traces.", {("Novitchok", "chemical_biological")}),
    ("Le logiciel espion Pegasus vise des élus.", {("logiciel espion Pegasus", "other")}),
    ("Un S-300 PMU-2 protège la base.", {("S-300 PMU-2", "air_defence")}),
    ("Deux MiG et trois Sukhoï se sont affrontés.", {("MiG", "aircraft"), ("Sukhoï", "aircraft")}),
    (
        "L'armée de terre reçoit ses Griffon et ses Serval.",
        {("Griffon", "armoured_vehicle"), ("Serval", "armoured_vehicle")},
    ),
    (
        "Le F/A-18 Super Hornet suit deux Tigre de l'armée.",
        {("F/A-18 Super Hornet", "aircraft"), ("Tigre", "aircraft")},
    ),
    ("Le SNA Suffren plonge.", {("SNA Suffren", "naval")}),
    (
        "L'armée aligne des chars Leclerc, Griffon et Jaguar.",
        {
            ("chars Leclerc", "armoured_vehicle"),
            ("Griffon", "armoured_vehicle"),
            ("Jaguar", "armoured_vehicle"),
        },
    ),
    ("Des HIMARS et des Himars, c'est pareil.", {("HIMARS", "missile"), ("Himars", "missile")}),
]

UNKNOWN = [
    (
        "Le missile chinois « Tianlong » inquiète. Le Tianlong vole vite.",
        {("missile", "missile"), ("Tianlong", "missile")},
    ),
    ("Des drones Moskito ont décollé.", {("drones Moskito", "drone")}),
    (
        "La police enquête sur un rançongiciel, baptisé « Crocus Noir ».",
        {("rançongiciel", "other"), ("Crocus Noir", "other")},
    ),
    (
        "Le patrouilleur « Commandant Lebrun » quitte le port. Le Commandant Lebrun est vieux.",
        {("patrouilleur", "naval"), ("Commandant Lebrun", "naval")},
    ),
    (
        "Riyad achète le système Falak de défense antiaérienne.",
        {("système Falak", "air_defence")},
    ),
    (
        "Le Cormoran, un drone ukrainien, vole bas. Un nouveau missile, le Tarasque, suivra.",
        {
            ("Cormoran", "drone"),
            ("drone", "drone"),
            ("missile", "missile"),
            ("Tarasque", "missile"),
        },
    ),
    ("Trois chars Ourso-2 défilent.", {("chars Ourso-2", "armoured_vehicle")}),
]

TRAPS = [
    "Le maréchal Leclerc est entré dans Paris.",
    "Le général Leclerc commandait la division.",
    "Il fait ses courses au centre Leclerc.",
    "Michel-Édouard Leclerc dénonce la hausse des prix.",
    "La Scala de Milan rouvre ses portes.",
    "L'armée défile dans les rues de Milan.",
    "Le général Charles de Gaulle a rencontré Churchill.",
    "Les soldats patrouillent à l'aéroport Charles-de-Gaulle.",
    "L'avion s'est posé à Roissy-Charles-de-Gaulle.",
    "Charles de Gaulle a quitté le pouvoir en 1969.",
    "Une rafale de vent a arraché le toit.",
    "Les rafales ont atteint 120 km/h.",
    "Ce mirage économique a ruiné l'épargne.",
    "Le tigre du zoo est malade.",
    "Un jaguar a été filmé en Bolivie.",
    "Le Patriot Act a été reconduit.",
    "Le mistral souffle sur Marseille.",
    "Le char du carnaval a pris feu à Nice.",
    "Un char à voile a renversé un promeneur.",
    "Les chars fleuris ont défilé devant la mairie.",
    "La mine de charbon a fermé en 2004.",
    "Ce dossier est une mine d'or pour les avocats.",
    "Le doute mine l'équipe depuis des semaines.",
    "Elle avait bonne mine hier matin.",
    "Cette dette est une bombe à retardement.",
    "Son livre a fait l'effet d'une bombe.",
    "Une bombe de peinture a été trouvée dans le couloir.",
    "Le ministre craint une bombe sociale.",
    "L'avant-centre, arme fatale du PSG, a marqué deux buts.",
    "C'est une arme à double tranchant.",
    "Ce compagnon d'armes était son ami.",
    "La colombe figure dans les armes de la ville.",
    "Les groupes armés contrôlent la région.",
    "Le droit canon interdit ce mariage.",
    "Un canon à neige tourne toute la nuit.",
    "La police a sorti les canons à eau.",
    "La balle de match est sortie du court.",
    "Elle a renvoyé la balle au maire.",
    "Il lance un missile en pleine lucarne à la dernière minute du match.",
    "La roquette accompagne bien les tomates dans cette salade.",
    "Elle a épluché une grenade pour le dessert.",
    "Ils passent leurs vacances à Grenade.",
    "La Grenade a signé l'accord.",
    "La cartouche d'encre est vide.",
    "La vedette de cinéma a signé des autographes.",
    "Le capitaine de corvette Yann Le Goff prend son commandement.",
    "Le capitaine de frégate Hervé Morel a pris la parole.",
    "Un think tank libéral a publié la note.",
    "Nous avions peur de tout.",
    "L'avion de ligne s'est posé avec ses passagers.",
    "Elle voyage en avion avec la compagnie aérienne.",
    "Un hélicoptère de secours a emmené le skieur.",
    "La fusée Ariane a décollé de Kourou.",
    "La centrale nucléaire redémarre.",
    "Le chasseur de têtes cherche un directeur.",
    "Le second couteau du film est excellent.",
    "Il a rangé le couteau suisse dans le tiroir.",
    "Le pistolet à peinture est en promotion.",
    "Elle a gagné l'épreuve de pistolet à 10 m aux Jeux olympiques.",
    "Le câble sous-marin a été coupé.",
    "La défense antiaérienne a été activée.",
    "L'engin a calé au milieu du chantier.",
    "L'artiste joue au second degré : un cocktail explosif.",
    "L'autoroute A10 est fermée.",
    "La chaîne M6 diffuse le match.",
    "Le sommet du G7 s'ouvre lundi.",
    "Le contrat porte sur des mines de cuivre et des mines de lithium.",
    "Un fourgon blindé a été attaqué.",
    "L'école des mines recrute.",
    "Il a torpillé le projet, dit-on.",
    "L'agence des missiles a publié un communiqué.",
    "Une bombe à retardement, en somme. Sans fusil ni mèche.",
    "Un tir de barrage de vidéos s'est abattu sur les réseaux ; qui tient le canon ?",
    "L'ancien président Gerald R. Ford est mort en 2006.",
    "Les Jaguars de Jacksonville ont gagné le match.",
    "Les brigades Al-Qassam sont citées dans le rapport.",
    "Stacey Abrams dénonce les tirs de la police.",
    "L'étude paraît dans The Lancet.",
    "PARADE MILITAIRE SUR LES CHAMPS-ÉLYSÉES",
    "Le roi Carl Gustaf a salué les soldats.",
    "L'armée a rendu hommage à Charles de Gaulle.",
    "Voiture flambant neuve : la Caesar est arrivée.",
]


@pytest.mark.parametrize(("text", "expected"), GENERIC)
def test_generic_terms(
    read: Read, lexicon: WeaponLexicon, text: str, expected: set[tuple[str, str]]
) -> None:
    assert spans(read(text), lexicon) == expected


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_named_systems(
    read: Read, lexicon: WeaponLexicon, text: str, expected: set[tuple[str, str]]
) -> None:
    assert spans(read(text), lexicon) == expected


@pytest.mark.parametrize(("text", "expected"), UNKNOWN)
def test_names_that_only_their_context_shows(
    read: Read, lexicon: WeaponLexicon, text: str, expected: set[tuple[str, str]]
) -> None:
    assert spans(read(text), lexicon) == expected


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_no_weapon(read: Read, lexicon: WeaponLexicon, text: str) -> None:
    assert spans(read(text), lexicon) == set()


def test_a_term_and_a_name_with_a_word_between_are_two(read: Read, lexicon: WeaponLexicon) -> None:
    article = read("Le missile russe « Orechnik » inquiète l'Europe.")
    assert spans(article, lexicon) == {("missile", "missile"), ("Orechnik", "missile")}


def test_the_name_of_a_term_is_its_singular(read: Read, lexicon: WeaponLexicon) -> None:
    article = read("Des missiles balistiques de courte portée et des armes nucléaires.")
    names = {one.name for one in find_weapons(article, lexicon)}
    assert names == {"missile balistique de courte portée", "arme nucléaire"}


def test_a_name_has_its_country_and_its_rule(read: Read, lexicon: WeaponLexicon) -> None:
    (found,) = find_weapons(read("Un drone Chahed a été abattu."), lexicon)
    assert (found.name, found.country, found.rule) == ("Shahed", "IRN", "weapons.name:Shahed")


def test_nothing_is_matched_across_lines(read: Read, lexicon: WeaponLexicon) -> None:
    article = read("Le ministre parle de missiles\nOrechnik : la riposte de Moscou")
    assert spans(article, lexicon) == {("missiles", "missile"), ("Orechnik", "missile")}


def test_mentions_are_in_order_and_apart(read: Read, lexicon: WeaponLexicon) -> None:
    article = read("Des chars Leclerc, des VAB, des obus de 155 et un missile « Orechnik ».")
    found = find_weapons(article, lexicon)
    assert all(a.end <= b.start for a, b in pairwise(found))
