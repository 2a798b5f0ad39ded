"""Sentences of the press with all their mentions: `[P …]` is a person, `[O …]` an organisation,
`[L …]` a place, `[C …]` a country, `[W …]` a weapon; what bears no mark must not be found."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.mentions import find_mentions

Read = Callable[[str], Article]
LABELS = {"P": "PERSON", "O": "ORG", "L": "PLACE", "C": "COUNTRY", "W": "WEAPON"}
MARK = re.compile(r"\[([POLCW]) ([^\]]+)\]")
SENTENCES = [
    "EN DIRECT – [C Kiev] revendique une frappe de [W drones] sur un dépôt de [L Voronej]",
    "REPORTAGE. À [L Kharkiv], la nuit appartient aux [W drones]",
    (
        "« On dort dans le métro », raconte [P Olena Bondar-Chevtchouk], institutrice, "
        "rencontrée devant la gare."
    ),
    ("L'agence de presse [C bélarusse] [O Belta] a diffusé des images de [W blindés] à [L Gomel]."),
    (
        "Selon la chaîne [C qatarie] [O Al Jazeera], deux otages auraient été libérés près de "
        "[L Rafah]."
    ),
    (
        "Le collectif citoyen [O Sauvons la Loire] réclame la fermeture de la centrale de [L "
        "Dampierre]."
    ),
    (
        "Le constructeur [C turc] [O Baykar] livrera vingt [W drones] à [C Islamabad] d'ici "
        "l'été, affirme le quotidien « [O Yeni Sabah] »."
    ),
    "[C Téhéran] arme, [C Riyad] finance, [C Amman] observe",
    (
        "[C Ankara] redoute davantage [C Athènes] que [C Moscou], observe le chercheur [P "
        "Selim Karaosman]."
    ),
    "Les [W S-400] d'[C Ankara] irritent toujours [C Washington].",
    "Des [W obusiers Caesar] vendus à [C Copenhague] ont été cédés à [C Kiev].",
    (
        "Les [W missiles] sont partis de la base aérienne de [L Hmeimim], en [C Syrie], "
        "d'après l'[O Observatoire syrien des droits de l'homme]."
    ),
    (
        "Un pétrolier [C grec] a été arraisonné dans le [L détroit d'Ormuz] par les [O "
        "Gardiens de la révolution]."
    ),
    (
        "Les alpinistes bloqués au [L col du Galibier] ont été hélitreuillés, a indiqué la "
        "préfecture des [L Hautes-Alpes]."
    ),
    "La fusée Proton a décollé du [L cosmodrome de Vostotchny] mardi matin.",
    "Le rover Perseverance poursuit sa route sur [L Mars], a annoncé la [O NASA].",
    "Vétéran de la guerre du Vietnam, [P Bob Harkness] milite contre les [W armes à feu].",
    "Il a servi pendant la guerre du Golfe puis dans le [L Donbass].",
    (
        "« [P Karim] n'a jamais eu d'[W arme] », jure sa sœur. [P Karim Belkacemi], 22 ans, a "
        "été tué jeudi à [L Roubaix]."
    ),
    ("La faim est devenue une arme de guerre au [C Soudan], accuse l'ONG [O Solidarités Sahel]."),
    ("La menace de sanctions est un revolver posé sur la table, résume un diplomate [C suédois]."),
    (
        "Les habitants ont compté onze impacts d'[W obus] et des éclats de [W mortier] dans la "
        "cour de l'école."
    ),
    (
        "Les rebelles disposent d'[W artillerie lourde] et de quelques [W embarcations sans "
        "équipage]."
    ),
    (
        "« Nous avons perdu quatre hommes », confie le commandant [P Ruslan Yaremtchouk], chef "
        "d'un bataillon de la garde nationale."
    ),
    ("Le site d'information [O Meduza] et le quotidien [O Kommersant] ont publié le document."),
    (
        "La start-up [C estonienne] [O Frankenlab] a levé dix millions d'euros auprès de la "
        "banque [O Sampo]."
    ),
    "CULTURE – Le pianiste [C chinois] [P Lang Zhou] jouera à la [L salle Pleyel].",
    "ANALYSE. Pourquoi [C Pékin] ménage [C Islamabad]",
    "DÉCRYPTAGE – [C Londres] durcit le ton, [C Dublin] temporise",
    "[C Alger] et [C Rabat] se disputent le [L Sahara occidental] depuis un demi-siècle.",
    (
        "Le roi [P Mohammed VI] a reçu à [L Rabat] le secrétaire général de l'[O ONU], [P "
        "António Guterres]."
    ),
    (
        "[P Rokhaya Diop-Faye], maire de [L Thiès], et [P Ousmane Ndiaye], pêcheur à [L "
        "Mbour], portent plainte contre [O Total]."
    ),
    "« C'est trop peu, trop tard », tranche [P Ingrid Solheim-Berg].",
    "Après [L Bakhmout], [L Avdiïvka] : l'armée [C russe] avance vers [L Pokrovsk].",
    (
        "Le [W destroyer] [C américain] « [W USS Carney] » a intercepté trois [W missiles de "
        "croisière] tirés du [C Yémen]."
    ),
    (
        "Trois [W chasseurs bombardiers] [C israéliens] ont violé l'espace aérien [C "
        "libanais], selon [C Beyrouth]."
    ),
    (
        "[C Varsovie] a commandé 250 [W chars Abrams] à [C Washington], alors que [C Berlin] "
        "hésitait à livrer ses [W Leopard 2]."
    ),
    (
        "Un séisme de magnitude 6,1 a secoué l'[L île de Lombok], en [C Indonésie], a annoncé "
        "l'institut géophysique [C américain] [O USGS]."
    ),
    "Le typhon Haiyan a dévasté [L Tacloban], où l'[O UNICEF] distribue de l'eau.",
    (
        "Le procureur de [L Bobigny], [P Éric Mathais], a ouvert une information judiciaire "
        "visant la société [O Lubrizol]."
    ),
    (
        "[P Angela Merkel] rencontrera [P François Hollande] à [L Strasbourg] avant le sommet "
        "du [O G20]."
    ),
    (
        "Le groupe [C français] [O Safran] fournira les moteurs ; [O Thales] et [O MBDA] se "
        "partagent le reste."
    ),
    (
        "[C Moscou] dit avoir détruit deux [W lance-roquettes HIMARS] près de [L Kramatorsk] ; "
        "[C Kiev] dément."
    ),
    (
        "[C Tel-Aviv] veut des garanties, a répété [P Yoav Ben-Shahar], conseiller du Premier "
        "ministre."
    ),
    "À [L Tel-Aviv], [P Dana Regev], 34 ans, attend devant l'ambassade.",
    "Né à [L Oran], [P Yacine Tebboune-Haddad] a grandi dans la [L vallée de la Soummam].",
    (
        "Des [W armes] livrées à [C Bamako] par [C Moscou] auraient fini entre les mains du [O "
        "JNIM]."
    ),
    (
        "Le détachement du [O GIGN] a saisi deux [W fusils à pompe] et un [W pistolet "
        "automatique] chez [P Mickaël D.] hier."
    ),
    (
        "Un [W sous-marin nucléaire d'attaque] [C britannique] fait escale à [L Gibraltar], "
        "proteste [C Madrid]."
    ),
    (
        "[O Boko Haram] aurait enlevé vingt-trois lycéennes près du [L lac Tchad], affirme le "
        "gouverneur de l'État de [L Borno], [P Babagana Zulum]."
    ),
    (
        "L'[O Agence spatiale européenne] et la [O JAXA] lanceront la sonde BepiColombo vers "
        "[L Mercure]."
    ),
    ("Le parti [O Syriza] a perdu la région de [L Macédoine-Centrale], un bastion de la gauche."),
    (
        "Le vraquier « Ocean Pearl », parti d'[L Odessa], a heurté une [W mine dérivante] en "
        "[L mer Noire]."
    ),
    "[P Tomáš Havránek], député de l'opposition, y voit « un cadeau à [C Moscou] ».",
    (
        "Le général [C sud-coréen] [P Kang Dae-jung] a mis en garde le [C Nord] contre un "
        "nouvel essai, alors que la [C Corée du Nord] masse de l'[W artillerie à longue "
        "portée]."
    ),
    "L'équipe [P Biden] conseille le cabinet [P Trump].",
    "Le groupe A affronte le groupe B ; le site Internet est en panne.",
    "La banque rachète [O Lehman Brothers], l'agence dégrade [O Renault].",
    "L'opérateur de [W drones] [P Oleh Kovalenko] a été décoré.",
    "Le géant [C américain] [O Boeing] supprime 2 000 postes à [L Seattle].",
    "Le chef du groupe [O Wagner] [P Evguéni Prigojine] est mort.",
    "Le réseau [O Haqqani] et la milice [O Janjawid] sont visés.",
    "Les quotidiens [O El Watan] et [O Liberté] paraissent sans leur une.",
    "Les syndicats [O CGT] et [O FO] appellent à la grève.",
    "Le groupe parlementaire présidé par [P Marine Le Pen] s'est abstenu.",
    "Le mouvement lancé par [P Beppe Grillo] recule à [L Turin].",
    "La compagnie a relié [L Nantes] à [L Toulouse].",
    "L'entreprise de [P Bernard Arnault] est cotée à [L Paris].",
    ("L'organisation [C américaine] [O Human Rights Watch] dénonce des exactions au [L Darfour]."),
    "Un joueur est resté sur le banc de [L Séville].",
    "À [P Jean-Luc Mélenchon], il reproche ses silences.",
    "[P Vincent Bolloré] a quitté la présidence ; [P Vincent] garde ses parts.",
    "[P Florence Parly] s'est rendue à [L Florence] hier.",
    "[P Pierre Moscovici] a posé la première pierre à [L Saint-Pierre].",
    "[C Paris] doute, [C Berlin] hésite et [C Varsovie] s'impatiente.",
    "[L Rome] compte trois millions d'habitants, [L Milan] moins de deux.",
    "[C Kiev] a frappé [L Sébastopol] dans la nuit, [C Moscou] a bombardé [L Odessa].",
    "L'armée [C israélienne] a bombardé [L Damas] pour la troisième fois.",
    "Le président [C polonais] a visité [L Kiev] puis rejoint [L Vilnius].",
    "Des toiles vendues à [L Londres] ont été livrées à [L Madrid].",
    "Un lot de [W fusils] volé à [L Bruxelles] a été retrouvé à [L Berne].",
    "Trois [W drones] ont été abattus à [L Kiev] mardi.",
    "L'[C Inde] ménage [C Moscou] mais n'oublie pas [C Washington].",
    "La guerre d'[C Israël] contre le [O Hezbollah] s'enlise.",
    "La guerre en [C Ukraine] et la guerre civile d'Espagne.",
    "L'ouragan Helene a ravagé [L Asheville], en [L Caroline du Nord].",
    "La fusée Ariane a décollé de [L Kourou].",
    "« C'est un désastre », a réagi [P Amina Bouzid-Lefort].",
    "La commune, prévient [P Jean-Marc Saulnier], maire d'[L Hérouxville], est ruinée.",
    "Le conducteur, armé d'un [W couteau], a blessé deux policiers à [L Nanterre].",
    "[C Téhéran] a vendu des [W drones] à [C Khartoum] et du pétrole à [C Pékin].",
    "La radio [O Europe 1] et la chaîne [O LCI] diffusent l'entretien.",
    "Le site [O Mediapart] accuse la société [O Bygmalion].",
    "Selon le cabinet de conseil [O McKinsey], le marché doublera.",
    ("L'ONG [O Médecins du monde] et l'association [O Emmaüs] ouvrent un centre à [L Grigny]."),
    "La journaliste de la [O BBC] [P Sarah Rainsford] a été expulsée de [C Russie].",
    "Le maire de [L Sarcelles] et le député [P François Pupponi] étaient présents.",
    "Le [L glacier d'Aletsch] recule, le [L lac Léman] se réchauffe.",
    "Le [L récif de Scarborough] et l'[L atoll de Mischief] sont disputés.",
    "TRIBUNE – [C Rabat] a gagné, [C Alger] l'ignore encore",
    ("Le [W croiseur] [C russe] « [W Moskva] » a coulé en [L mer Noire], a reconnu [C Moscou]."),
    "La chaîne publique [C allemande] [O ARD] cite un général de l'[O Otan].",
    "« On ne dort plus », soupire [P Mariam Sow-Traoré], commerçante à [L Mopti].",
    ("Le groupe industriel [C sud-coréen] [O Hanwha] construira cent [W obusiers] en [C Pologne]."),
    "[C Budapest] bloque, [C Bratislava] hésite, [C Prague] insiste : l'[C Ukraine] attend.",
    ("L'homme, armé d'un [W fusil de chasse], s'est retranché dans une ferme près de [L Brive]."),
    "Les [W F-35] achetés par [C Berne] coûteront plus cher que prévu.",
    "L'agence sanitaire [C brésilienne] [O Anvisa] a suspendu le vaccin.",
    "Selon l'hebdomadaire [C allemand] [O Der Spiegel], [C Berlin] savait.",
    "[P Salif Keïta] chantera au [L stade du 26-Mars], à [L Bamako].",
    "Le syndicat [C américain] [O UAW] menace [O General Motors] d'une grève.",
    "L'[O Armée de libération du Sud] et la milice [O Al-Nour] se disputent [L Wau].",
    (
        "[P Sanae Takaichi] affrontera [P Shigeru Ishiba] au second tour ; [P Takaichi] part "
        "favorite."
    ),
    "La guerre du Kippour a commencé en 1973 ; la guerre de Corée, en 1950.",
    "L'enseigne [C suédoise] [O Ikea] ferme son magasin d'[L Évry].",
    "Un avion de la compagnie [O Garuda Indonesia] s'est abîmé en [L mer de Java].",
    (
        "[C Séoul] a livré des [W munitions] à [C Varsovie] et promis des [W sous-marins] à [C "
        "Ottawa]."
    ),
    ("« La diplomatie est notre seule arme », plaide le ministre [C suisse] [P Ignazio Cassis]."),
    "La banque centrale a relevé ses taux, annonce [P Christine Lagarde].",
    "Le parquet de [L Créteil] a requis dix ans contre [P Farid Benyettou-Malik].",
    (
        "Le [O ministère de la Défense] dément ; [L Kherson] reste sous le feu de l'[W "
        "artillerie lourde]."
    ),
    "[L Gorée], [L Saint-Louis] et [L Thiès] ont voté, a rapporté la radio [O Sud FM].",
    "Le coureur de l'équipe [C belge] [O Soudal] s'est imposé au [L mont Ventoux].",
    "L'[O Union européenne] appelle [C Tbilissi] à respecter le vote.",
    "Le juge [P Renaud Van Ruymbeke-Lassalle] a entendu [P Ziad T.] mardi.",
]
UNSOLVED = [
    (
        (
            "L'opérateur [O Télécom Atlantique] et le syndicat [O Force commune] négocient depuis "
            "lundi."
        ),
        "a name that goes on in small letters",
    ),
    (
        (
            "L'équipe [C kazakhe] [O Astana] a recruté le grimpeur [C colombien] [P Wilmer "
            "Tocaruncho]."
        ),
        "a capital that is also a team, without a word of sport beside it",
    ),
    (
        "Le porte-parole de [O Vinci], [P Julien Carmona], a refusé de commenter.",
        "« de Vinci » may be a person",
    ),
    (
        "« [P Nadia] ne répond plus », s'inquiète [P Hervé], son mari.",
        "a first name that nothing introduces",
    ),
    (
        (
            "Les douaniers de [L Calais] ont intercepté un camion venu de [L Zeebruges] avec "
            "quarante [W grenades] à bord."
        ),
        "a town the model does not see",
    ),
    (
        "La société mère de [O Gucci] a publié ses comptes.",
        "a name behind « de »",
    ),
    (
        "Les [W chars] sont arrivés à [L Bucarest] par le train.",
        "nothing in the sentence speaks of arms",
    ),
]


def read_marks(marked: str) -> tuple[str, set[tuple[int, str, str]]]:
    """The text without its marks, and (start, words, label) for each of them."""
    text, at = "", 0
    mentions = set()
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        mentions.add((len(text), match[2], LABELS[match[1]]))
        text, at = text + match[2], match.end()
    return text + marked[at:], mentions


def check(read: Read, lexicons: Lexicons, marked: str) -> None:
    text, expected = read_marks(marked)
    found = find_mentions(read(text), lexicons)
    assert {(mention.start, mention.text, mention.label) for mention in found} == expected


SENTENCES_OF_ONE_LABEL = [
    "Le volcan [L Tarvika] s'est réveillé. Le [L Tarvika] culmine à 2 000 mètres.",
    "À [L Orsava], la nuit tombe. La route d'[L Orsava] reste coupée.",
    "Les blessés sont soignés à l'hôpital de [L Dubrovo].",
    "La maison de ventes [C belge] [O Aurore Lointaine] ferme. [O Aurore Lointaine] hésite.",
    "[P Hubert de Brandois] se tait. M. [P de Brandois] n'a pas répondu.",
    "L'association [O Portes ouvertes], partie civile, réclame un procès.",
    "[C Kiev], de son côté, accuse [C Minsk].",
    "Depuis la défaite, [C Bakou] réarme.",
    "L'[O Agence] [C norvégienne] de sûreté nucléaire a publié un rapport.",
    "Les [O Gardiens de la révolution] ont tiré. Les [O Gardiens] répondent aux critiques.",
    "Deux [W avions de patrouille] et un [W laser aveuglant] seront livrés à l'armée.",
    "[P Paul Dorval] a démissionné. Nous faisons confiance à [P Dorval].",
]


@pytest.mark.parametrize("marked", SENTENCES_OF_ONE_LABEL)
def test_a_name_has_one_label_in_a_text(read: Read, lexicons: Lexicons, marked: str) -> None:
    check(read, lexicons, marked)


@pytest.mark.parametrize("marked", SENTENCES)
def test_all_mentions_of_a_sentence(read: Read, lexicons: Lexicons, marked: str) -> None:
    check(read, lexicons, marked)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(marked, marks=pytest.mark.xfail(strict=True, reason=reason))
        for marked, reason in UNSOLVED
    ],
)
def test_mentions_still_missed(read: Read, lexicons: Lexicons, marked: str) -> None:
    check(read, lexicons, marked)
