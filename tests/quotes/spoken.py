"""Sentences in which somebody is quoted, each with what is said, how, and by whom."""

from __future__ import annotations

from tests.quotes.found import Words

DIRECT, INDIRECT, MIXED, BLOCK = "direct", "indirect", "mixed", "block"

MARKS: dict[str, set[Words]] = {
    "« Nous ne céderons pas, a déclaré la ministre Anne Lebrun.": {
        ("Nous ne céderons pas", DIRECT, "la ministre Anne Lebrun")
    },
    "Le maire a promis que la piscine rouvrira » en juin.": {
        ("la piscine rouvrira » en juin", INDIRECT, "Le maire")
    },
    "“Le pont est fermé jusqu'à nouvel ordre”, prévient la préfecture du Gard.": {
        ("Le pont est fermé jusqu'à nouvel ordre", DIRECT, "la préfecture du Gard")
    },
    '"Le pont est fermé jusqu\'à nouvel ordre", prévient la préfecture du Gard.': {
        ("Le pont est fermé jusqu'à nouvel ordre", DIRECT, "la préfecture du Gard")
    },
    "« La route est coupée, prévient le maire. » Les secours arrivent.": {
        ("La route est coupée", DIRECT, "le maire")
    },
    "La maire a juré que l'école ouvrira » en mars.": {
        ("l'école ouvrira » en mars", INDIRECT, "La maire")
    },
    "‹ Le pont est fermé ›, prévient la préfecture.": {
        ("Le pont est fermé", DIRECT, "la préfecture")
    },
    "<< Rien n'est joué >>, lâche l'entraîneur.": {("Rien n'est joué", DIRECT, "l'entraîneur")},
    "«\u00a0Rien n’est joué\u00a0», lâche l’entraîneur.": {
        ("Rien n’est joué", DIRECT, "l’entraîneur")
    },
    "«Rien n'est joué», lâche-t-il.": {("Rien n'est joué", DIRECT, "il")},
    "« Rien n'est joué » , lâche l'entraîneur .": {("Rien n'est joué", DIRECT, "l'entraîneur")},
    'Un téléviseur de 32" a été volé. "Je n\'ai rien vu", assure le gardien.': {
        ("Je n'ai rien vu", DIRECT, "le gardien")
    },
    "« C'est fini. Nous partons. Demain, tout sera vide », souffle Léa Morin.": {
        ("C'est fini. Nous partons. Demain, tout sera vide", DIRECT, "Léa Morin")
    },
    "« Mon père répétait : “Ne plie jamais”, et j'ai obéi », raconte Paul Verdier.": {
        ("Mon père répétait : “Ne plie jamais”, et j'ai obéi", DIRECT, "Paul Verdier"),
        ("Ne plie jamais", DIRECT, "Mon père"),
    },
}
MARKERS: dict[str, set[Words]] = {
    "Selon lui, le barrage tiendra jusqu'au printemps.": {
        ("le barrage tiendra jusqu'au printemps", INDIRECT, "lui")
    },
    "Le barrage, selon l'ingénieure Zoé Marchand, tiendra jusqu'au printemps.": {
        ("Le barrage tiendra jusqu'au printemps", INDIRECT, "l'ingénieure Zoé Marchand")
    },
    "Le barrage tiendra jusqu'au printemps, selon l'ingénieure Zoé Marchand.": {
        ("Le barrage tiendra jusqu'au printemps", INDIRECT, "l'ingénieure Zoé Marchand")
    },
    "Mais selon la gendarmerie, le conducteur roulait à gauche.": {
        ("le conducteur roulait à gauche", INDIRECT, "la gendarmerie")
    },
    "D'après le rapport de la commission, deux vannes étaient fermées.": {
        ("deux vannes étaient fermées", INDIRECT, "le rapport de la commission")
    },
    "Pour Obama, la réforme coûtera moins que prévu.": {
        ("la réforme coûtera moins que prévu", INDIRECT, "Obama")
    },
    "Pour l'économiste Rachid Benali, la dette n'est pas le problème.": {
        ("la dette n'est pas le problème", INDIRECT, "l'économiste Rachid Benali")
    },
    "De source policière, deux suspects auraient été arrêtés.": {
        ("deux suspects auraient été arrêtés", INDIRECT, "source policière")
    },
    "Deux suspects ont été arrêtés, de source proche de l'enquête.": {
        ("Deux suspects ont été arrêtés", INDIRECT, "source proche de l'enquête")
    },
    "Toujours selon la police, le chauffeur avait bu.": {
        ("le chauffeur avait bu", INDIRECT, "la police")
    },
    "Selon une note transmise au juge, le coffre était vide.": {
        ("le coffre était vide", INDIRECT, "une note transmise au juge")
    },
    "Pour Mélenchon, la colère est juste.": {("la colère est juste", INDIRECT, "Mélenchon")},
    "Aux dires de ses voisins, l'homme vivait seul.": {
        ("l'homme vivait seul", INDIRECT, "ses voisins")
    },
    "À en croire le syndicat, huit usines fermeraient.": {
        ("huit usines fermeraient", INDIRECT, "le syndicat")
    },
    "De l'avis de plusieurs experts, la crue est passée.": {
        ("la crue est passée", INDIRECT, "plusieurs experts")
    },
    "« Deux hommes ont fui par les toits », selon la gendarmerie.": {
        ("Deux hommes ont fui par les toits", DIRECT, "la gendarmerie")
    },
    "Selon le parquet, « l'enquête est close depuis lundi ».": {
        ("l'enquête est close depuis lundi", DIRECT, "le parquet")
    },
    "Le texte serait « dépassé », selon la rapporteure.": {
        ("Le texte serait « dépassé »", MIXED, "la rapporteure")
    },
    "L'engin a été présenté lundi.\n• Portée : 300 kilomètres\n"
    "• Trois têtes, selon le constructeur\n• Guidage optique": {
        ("Trois têtes", INDIRECT, "le constructeur")
    },
}
INCISES: dict[str, set[Words]] = {
    "« Nous partons, a-t-il dit, avant la nuit ».": {("Nous partons avant la nuit", DIRECT, "il")},
    "Les trains, assure la compagnie, rouleront dès lundi.": {
        ("Les trains rouleront dès lundi", INDIRECT, "la compagnie")
    },
    "« Une honte », tonne, furieuse, la présidente du club.": {
        ("Une honte", DIRECT, "la présidente du club")
    },
    "« Bravo ! » lance un passant.": {("Bravo", DIRECT, "un passant")},
    "« Nous n'avons rien vu », ont-elles répété.": {("Nous n'avons rien vu", DIRECT, "elles")},
    "Nous partons demain, affirme Lucie Garnier.": {
        ("Nous partons demain", INDIRECT, "Lucie Garnier")
    },
    "La route, précise le maire, restera fermée.": {
        ("La route restera fermée", INDIRECT, "le maire")
    },
    "« Cela suffit », s'emporte-t-elle.": {("Cela suffit", DIRECT, "elle")},
    "« Le train était vide », se souvient Irène Paoli, contrôleuse à l'époque.": {
        ("Le train était vide", DIRECT, "Irène Paoli, contrôleuse à l'époque")
    },
    "« Un miracle », résume, ému, le curé du village.": {
        ("Un miracle", DIRECT, "le curé du village")
    },
    "Le stock est épuisé, dit-on.": {("Le stock est épuisé", INDIRECT, "on")},
    "« Le pont a cédé. », assure une automobiliste.": {
        ("Le pont a cédé", DIRECT, "une automobiliste")
    },
    "« Quand partez-vous ? » demande la juge.": {("Quand partez-vous", DIRECT, "la juge")},
    "« Jamais ! » a crié la foule.": {("Jamais", DIRECT, "la foule")},
    "« Nous n'avons pas peur », martèle-t-elle, « et nous reviendrons ».": {
        ("Nous n'avons pas peur et nous reviendrons", DIRECT, "elle")
    },
    "Le fleuve a baissé d'un mètre, selon la mairie, qui reste prudente.": {
        ("Le fleuve a baissé d'un mètre", INDIRECT, "la mairie")
    },
}
SUBJECTS: dict[str, set[Words]] = {
    "« La paix est proche », a déclaré mardi à Paris le ministre Jean Colas.": {
        ("La paix est proche", DIRECT, "le ministre Jean Colas")
    },
    "La paix est proche, a assuré dimanche soir la présidente de la région.": {
        ("La paix est proche", INDIRECT, "la présidente de la région")
    },
    "Le colonel Marc Duval, qui commande la base depuis 2009, affirme que la piste est sûre.": {
        ("la piste est sûre", INDIRECT, "Le colonel Marc Duval")
    },
    "Sophie Arnaud (PS) déplore que le vote ait été retardé.": {
        ("le vote ait été retardé", INDIRECT, "Sophie Arnaud")
    },
    "À l'issue d'une réunion de crise, la directrice de l'hôpital, Nadia Ferhat, a annoncé que "
    "les urgences fermeraient.": {
        ("les urgences fermeraient", INDIRECT, "la directrice de l'hôpital, Nadia Ferhat")
    },
    "Interrogé par la presse, le capitaine a répondu que l'enquête suivait son cours.": {
        ("l'enquête suivait son cours", INDIRECT, "le capitaine")
    },
    "Le patron du club a affirmé que le stade serait prêt et promis de baisser les prix.": {
        ("le stade serait prêt", INDIRECT, "Le patron du club"),
        ("baisser les prix", INDIRECT, "Le patron du club"),
    },
    "Le syndicat a quitté la salle, affirmant que l'usine est rentable.": {
        ("l'usine est rentable", INDIRECT, "Le syndicat")
    },
    "En affirmant que l'usine est rentable, le syndicat a surpris la direction.": {
        ("l'usine est rentable", INDIRECT, "le syndicat")
    },
    "Le ministre, tout en rappelant que les caisses sont vides, a signé l'accord.": {
        ("les caisses sont vides", INDIRECT, "Le ministre")
    },
    "C'est le chef de la police qui affirme que les caméras étaient éteintes.": {
        ("les caméras étaient éteintes", INDIRECT, "le chef de la police")
    },
    "Le maire de Vannes, où la crue a fait deux morts, promet que la digue sera relevée.": {
        ("la digue sera relevée", INDIRECT, "Le maire de Vannes")
    },
    "Un témoin, qui a requis l'anonymat, raconte que le toit s'est effondré.": {
        ("le toit s'est effondré", INDIRECT, "Un témoin")
    },
    "Le président, réélu dimanche et attendu à Rome, assure que la coalition tiendra.": {
        ("la coalition tiendra", INDIRECT, "Le président")
    },
    "« C'est une honte », ont crié à la sortie du tribunal, sous la pluie, les proches de la "
    "victime.": {("C'est une honte", DIRECT, "les proches de la victime")},
    "L'avocate, après avoir rappelé que le délai court, a quitté la salle.": {
        ("le délai court", INDIRECT, "L'avocate")
    },
    "En précisant que le puits était vide, la géologue a clos le débat.": {
        ("le puits était vide", INDIRECT, "la géologue")
    },
    "Une infirmière, qui connaît le service, assure que les lits manquent.": {
        ("les lits manquent", INDIRECT, "Une infirmière")
    },
    "Le préfet a indiqué hier, pendant que les secours arrivaient, que le bilan montera.": {
        ("le bilan montera", INDIRECT, "Le préfet")
    },
    "L'entreprise est accusée par trois salariés d'avoir caché les chiffres.": {
        ("avoir caché les chiffres", INDIRECT, "trois salariés")
    },
    "Une enquête menée en mai révèle que les nappes baissent.": {
        ("les nappes baissent", INDIRECT, "Une enquête menée en mai")
    },
    "Le patron a promis que les salaires monteront et annoncé vouloir embaucher.": {
        ("les salaires monteront", INDIRECT, "Le patron"),
        ("vouloir embaucher", INDIRECT, "Le patron"),
    },
    "Le préfet de région lui a demandé de partir.": {("partir", INDIRECT, "Le préfet de région")},
    "Paul Verdier et Léa Morin assurent que la porte était fermée.": {
        ("la porte était fermée", INDIRECT, "Paul Verdier et Léa Morin")
    },
    "Le maire a annoncé mardi, alors que la crue montait, que l'école resterait fermée.": {
        ("l'école resterait fermée", INDIRECT, "Le maire")
    },
    "Le sénateur a été accusé par un proche de détourner des fonds.": {
        ("détourner des fonds", INDIRECT, "un proche")
    },
    "On dit que le château est hanté.": {("le château est hanté", INDIRECT, "On")},
    "Le bruit court que le château est vendu.": {("le château est vendu", INDIRECT, None)},
    "L'étude publiée lundi montre que les glaciers reculent.": {
        ("les glaciers reculent", INDIRECT, "L'étude publiée lundi")
    },
}
GOVERNED: dict[str, set[Words]] = {
    "Le trafiquant affirme avoir agi seul.": {("avoir agi seul", INDIRECT, "Le trafiquant")},
    "Le trafiquant dément avoir agi seul.": {("avoir agi seul", INDIRECT, "Le trafiquant")},
    "L'opposition nie avoir reçu de l'argent étranger.": {
        ("avoir reçu de l'argent étranger", INDIRECT, "L'opposition")
    },
    "Le maire promet de rouvrir la piscine en juin.": {
        ("rouvrir la piscine en juin", INDIRECT, "Le maire")
    },
    "L'ONU appelle à ce que les combats cessent.": {("les combats cessent", INDIRECT, "L'ONU")},
    "L'ONG demande que les camps soient fermés.": {("les camps soient fermés", INDIRECT, "L'ONG")},
    "La juge a demandé si l'accusé avait bu.": {("l'accusé avait bu", INDIRECT, "La juge")},
    "La journaliste demande pourquoi les archives ont disparu.": {
        ("pourquoi les archives ont disparu", INDIRECT, "La journaliste")
    },
    "Les élus demandent comment la somme a été dépensée.": {
        ("comment la somme a été dépensée", INDIRECT, "Les élus")
    },
    "Le gouverneur accuse les manifestants de vouloir sa mort.": {
        ("vouloir sa mort", INDIRECT, "Le gouverneur")
    },
    "La préfecture a demandé aux habitants de rester chez eux.": {
        ("rester chez eux", INDIRECT, "La préfecture")
    },
    "L'avocat a fait savoir que son client ferait appel.": {
        ("son client ferait appel", INDIRECT, "L'avocat")
    },
    "Elle a laissé entendre qu'elle quitterait le parti.": {
        ("elle quitterait le parti", INDIRECT, "Elle")
    },
    "La direction n'exclut pas que l'usine ferme.": {("l'usine ferme", INDIRECT, "La direction")},
    "Le ministre avait juré qu'il ne céderait jamais, mais il a signé.": {
        ("il ne céderait jamais", INDIRECT, "Le ministre")
    },
}
FRAGMENTS: dict[str, set[Words]] = {
    "La maire a dénoncé « une dérive ».": {("une dérive", MIXED, "La maire")},
    "L'opposante accuse le régime d'« acheter les juges ».": {
        ("acheter les juges", DIRECT, "L'opposante")
    },
    "La ministre a qualifié la grève de « prise d'otage ».": {
        ("la grève de « prise d'otage »", MIXED, "La ministre")
    },
    "L'évêque a loué la « patience » des réfugiés.": {
        ("la « patience » des réfugiés", MIXED, "L'évêque")
    },
    "Le maire juge « illisible » le nouveau plan.": {
        ("« illisible » le nouveau plan", MIXED, "Le maire")
    },
    "Le préfet parle d'« un coup de semonce ».": {("un coup de semonce", MIXED, "Le préfet")},
    "Le député qualifie le projet de « folie douce ».": {
        ("le projet de « folie douce »", MIXED, "Le député")
    },
    "Les experts jugent « improbable » une reprise cette année.": {
        ("« improbable » une reprise cette année", MIXED, "Les experts")
    },
    "La préfète a salué le « courage » des sauveteurs.": {
        ("le « courage » des sauveteurs", MIXED, "La préfète")
    },
    "Le ministre a assuré que le plan était « prêt » et « financé ».": {
        ("le plan était « prêt » et « financé »", MIXED, "Le ministre")
    },
    "Le général a reconnu des « erreurs ».": {("des « erreurs »", MIXED, "Le général")},
    "Elle a parlé d'une « guerre » contre la rouille.": {
        ("une « guerre » contre la rouille", MIXED, "Elle")
    },
    "Il a déclaré que « la fête est finie ».": {("la fête est finie", DIRECT, "Il")},
    "La directrice affirme vouloir « tourner la page ».": {
        ("vouloir « tourner la page »", MIXED, "La directrice")
    },
    "Le capitaine du « Neptune » affirme que la mer était calme.": {
        ("la mer était calme", INDIRECT, "Le capitaine du « Neptune »")
    },
}
PLACES: dict[str, set[Words]] = {
    "Le maire est formel : « Aucun permis n'a été signé ».": {
        ("Aucun permis n'a été signé", DIRECT, "Le maire")
    },
    "Le maire a déclaré :\n« Aucun permis n'a été signé ».": {
        ("Aucun permis n'a été signé", DIRECT, "Le maire")
    },
    "Grève des trains : « Nous irons jusqu'au bout »\n"
    "Le trafic a été interrompu lundi sur toutes les lignes du réseau régional.": {
        ("Nous irons jusqu'au bout", DIRECT, None)
    },
    "Anne Lebrun : « Nous ne céderons pas »\n"
    "La ministre a parlé lundi devant les députés de la commission.": {
        ("Nous ne céderons pas", DIRECT, "Anne Lebrun")
    },
    "« Le port est mort », tranche Yves Lemoine. « Personne ne reviendra ».": {
        ("Le port est mort", DIRECT, "Yves Lemoine"),
        ("Personne ne reviendra", DIRECT, "Yves Lemoine"),
    },
    "Le navire a coulé lundi au large de Brest.\n"
    "« Nous avons entendu trois explosions avant de sauter à l'eau »\n"
    "– Karim Saïdi, mécanicien\n"
    "Les recherches ont repris mardi à l'aube.": {
        (
            "Nous avons entendu trois explosions avant de sauter à l'eau",
            BLOCK,
            "Karim Saïdi, mécanicien",
        )
    },
    "Entretien avec la climatologue Aline Rey.\n"
    "– Faut-il s'inquiéter ?\n– Oui, et dès maintenant.\n"
    "– Que peut-on faire ?\n– Consommer moins et isoler mieux.": {
        ("Oui, et dès maintenant", DIRECT, "la climatologue Aline Rey"),
        ("Consommer moins et isoler mieux", DIRECT, "la climatologue Aline Rey"),
    },
}
NESTED: dict[str, set[Words]] = {
    "Le ministre affirme que, selon la police, trois hommes ont fui.": {
        ("selon la police, trois hommes ont fui", INDIRECT, "Le ministre"),
        ("trois hommes ont fui", INDIRECT, "la police"),
    },
    "« Mon avocat affirme que je n'ai rien à craindre », confie Paul Verdier.": {
        ("Mon avocat affirme que je n'ai rien à craindre", DIRECT, "Paul Verdier"),
        ("je n'ai rien à craindre", INDIRECT, "Mon avocat"),
    },
    "Le Figaro rapporte que le ministre aurait menacé de démissionner.": {
        ("le ministre aurait menacé de démissionner", INDIRECT, "Le Figaro"),
        ("démissionner", INDIRECT, "le ministre"),
    },
    "Le ministre aurait affirmé que le stock suffira, selon deux témoins.": {
        ("Le ministre aurait affirmé que le stock suffira", INDIRECT, "deux témoins"),
        ("le stock suffira", INDIRECT, "Le ministre"),
    },
    "« Je pense que nous gagnerons », a dit le capitaine.": {
        ("Je pense que nous gagnerons", DIRECT, "le capitaine")
    },
    "« Je vous dis que la route est coupée », insiste le gendarme.": {
        ("Je vous dis que la route est coupée", DIRECT, "le gendarme")
    },
    "« Notez que la route est coupée », a conclu le gendarme.": {
        ("Notez que la route est coupée", DIRECT, "le gendarme")
    },
}
SPOKEN = MARKS | MARKERS | INCISES | SUBJECTS | GOVERNED | FRAGMENTS | PLACES | NESTED
