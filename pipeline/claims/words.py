"""The small words of French grammar that the rules of this stage look at. Closed classes."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of `text`, separated by spaces, as a set."""
    return frozenset(text.split())


QUE = words("que qu'")
RELATIVES = words(
    "qui dont où lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels "
    "desquelles quoi quiconque"
)
CONJUNCTIONS = words(
    "quand lorsque lorsqu' puisque puisqu' quoique quoiqu' pourquoi comment combien"
)
# « ainsi que », « plutôt que »: *que* joins two phrases and opens no clause.
JOINERS = words("ainsi plutôt")
COMPARATIVES = words(
    "plus moins mieux pire aussi autant davantage autre autres même mêmes tel telle tels telles "
    "meilleur meilleure supérieur supérieure inférieur inférieure"
)

SPEAKERS = words("je j' nous -je -nous")
ADDRESSED = words("tu vous -tu -vous")
PERSONS = SPEAKERS | ADDRESSED
SUBJECTS = PERSONS | words("il elle on ils elles ce c' ça cela ceci")
INVERTED = words("-il -elle -on -ils -elles -ce -t -t-il -t-elle -t-on")
CLITICS = (
    SUBJECTS
    | INVERTED
    | words(
        "me m' te t' se s' le la l' les lui leur y en ne n' -le -la -les -moi -lui -leur -y -en"
    )
)
OBJECT_CLITICS = CLITICS - SUBJECTS
REFLEXIVES = words("se s' me m' te t'")

NE = words("ne n'")
# With « ne » they negate; those of FRONTED stand before the verb (« aucun n'a fui »).
NEGATIVES = words("pas plus jamais rien aucun aucune personne ni nul nulle guère point")
SMALL = CLITICS | NEGATIVES
FRONTED = words("aucun aucune personne rien nul nulle jamais ni pas")
# « ne … plus que », « ne … jamais que » limit, as « ne … que » does.
LIMITING = words("plus jamais rien guère")
DENYING = NEGATIVES - LIMITING
# Verbs that « ne » alone negates: « il ne peut », « il n'ose ».
NEGATED_BY_NE = words("pouvoir savoir cesser oser")

BE = words(
    "est sont était étaient sera seront serait seraient fut furent suis sommes êtes été être"
)
HAVE = words(
    "a ai as ont avons avez avait avaient avais eut eurent aura auront aurai aurait auraient"
)
# Between a copula and its attribute: « sont *maintenant* en sécurité ».
FLEETING = words("maintenant désormais déjà encore toujours aujourd'hui hier demain aussi bien")
PRESENTERS = words("voilà voici")
ANSWERS = words("oui non")
COORDINATIONS = words("et ou mais")
# Of a hypothesis: « À *défaut*, il partirait », « *Sinon*, tout céderait », « en *cas* de … ».
HYPOTHESES = words("sinon défaut faute cas")
# Of time and place; they fill no role beside the verb, whatever the parser says.
DAYS = words("lundi mardi mercredi jeudi vendredi samedi dimanche hier demain aujourd'hui")
SIDES = words("nord sud est ouest bout bord large fond coin côté")
# Verbs without object whose subject often follows: « *Reste* une inconnue ».
PRESENTING = words("rester venir suivre arriver survenir surgir apparaître apparaitre figurer")
