"""The speech verbs: what cues.csv may hold, and that each is reached by its forms."""

from __future__ import annotations

import pytest

from pipeline.lexicons import Lexicons
from pipeline.lexicons.cues import FRAMES, CueVerb
from pipeline.lexicons.files import read_entries

VERBS = read_entries("cues.csv", CueVerb)
# « Il … » in the present, for the verbs that do not merely lose the r of their infinitive.
PRESENT = {
    "admettre": "admet",
    "alléguer": "allègue",
    "appeler": "appelle",
    "apprendre": "apprend",
    "asséner": "assène",
    "assener": "assène",
    "balayer": "balaie",
    "bégayer": "bégaie",
    "compléter": "complète",
    "concéder": "concède",
    "conclure": "conclut",
    "considérer": "considère",
    "contredire": "contredit",
    "convenir": "convient",
    "craindre": "craint",
    "croire": "croit",
    "célébrer": "célèbre",
    "dire": "dit",
    "décrire": "décrit",
    "déduire": "déduit",
    "défendre": "défend",
    "dépeindre": "dépeint",
    "désespérer": "désespère",
    "enjoindre": "enjoint",
    "enquérir": "enquiert",
    "espérer": "espère",
    "exclure": "exclut",
    "faire": "fait",
    "geindre": "geint",
    "grommeler": "grommelle",
    "héler": "hèle",
    "inquiéter": "inquiète",
    "intervenir": "intervient",
    "maintenir": "maintient",
    "marteler": "martèle",
    "mentir": "ment",
    "démentir": "dément",
    "consentir": "consent",
    "mettre": "met",
    "plaindre": "plaint",
    "pourfendre": "pourfend",
    "poursuivre": "poursuit",
    "prendre": "prend",
    "promettre": "promet",
    "prédire": "prédit",
    "prétendre": "prétend",
    "prévenir": "prévient",
    "prévoir": "prévoit",
    "rappeler": "rappelle",
    "reconnaître": "reconnaît",
    "redire": "redit",
    "relever": "relève",
    "reprendre": "reprend",
    "requérir": "requiert",
    "réitérer": "réitère",
    "répondre": "répond",
    "répéter": "répète",
    "révéler": "révèle",
    "sourire": "sourit",
    "soulever": "soulève",
    "sous-entendre": "sous-entend",
    "soutenir": "soutient",
    "souvenir": "souvient",
    "suggérer": "suggère",
    "tempérer": "tempère",
    "tenir": "tient",
    "transmettre": "transmet",
    "vitupérer": "vitupère",
    "vociférer": "vocifère",
    "voir": "voit",
    "vouloir": "veut",
    "écrire": "écrit",
    "émouvoir": "émeut",
}


def present(infinitive: str) -> str:
    """*affirme*, *avertit*, and the verbs of the table."""
    if infinitive in PRESENT:
        return PRESENT[infinitive]
    return infinitive[:-1] if infinitive.endswith("er") else infinitive[:-1] + "t"


def test_no_verb_is_entered_twice() -> None:
    verbs = [entry.verb for entry in VERBS]
    assert len(verbs) == len(set(verbs))


def test_every_verb_says_what_it_takes() -> None:
    for entry in VERBS:
        assert entry.frames, entry
        assert set(entry.frames) <= FRAMES, entry
        assert len(entry.frames) == len(set(entry.frames)), entry


def test_every_verb_has_a_source() -> None:
    assert [entry.verb for entry in VERBS if not entry.source] == []


def test_every_verb_is_written_plainly() -> None:
    for entry in VERBS:
        assert entry.verb == entry.verb.lower(), entry
        assert "’" not in entry.verb, entry


def test_every_verb_is_reached_in_the_present(lexicons: Lexicons) -> None:
    """« Le ministre martèle : « … » »."""
    reached = lexicons.cues.by_form
    missed = {e.verb for e in VERBS if e not in reached.get(present(e.head), ())}
    assert missed - {"alléguer"} == set()


@pytest.mark.xfail(strict=True, reason="a u between g and e hides the vowel of *allègue*")
def test_allegue_is_reached(lexicons: Lexicons) -> None:
    assert "allègue" in lexicons.cues.by_form


def test_every_verb_is_reached_as_infinitive(lexicons: Lexicons) -> None:
    assert {e.verb for e in VERBS if e not in lexicons.cues.by_form[e.head]} == set()


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("insurgeait", "s'insurger"),
        ("réjouit", "se réjouir"),
        ("plaignirent", "se plaindre"),
        ("fait", "faire savoir"),
        ("mit", "mettre en garde"),
        ("laissera", "laisser entendre"),
        ("tira", "tirer la sonnette d'alarme"),
    ],
)
def test_reflexives_and_expressions_are_reached_by_their_verb(
    lexicons: Lexicons, form: str, verb: str
) -> None:
    assert verb in {entry.verb for entry in lexicons.cues.by_form[form]}


def test_expressions_come_before_the_verb_alone(lexicons: Lexicons) -> None:
    entries = lexicons.cues.by_form["lance"]
    assert [entry.verb for entry in entries] == ["lancer un appel", "lancer"]


@pytest.mark.parametrize(
    ("verb", "reflexive", "words"),
    [
        ("affirmer", False, ("affirmer",)),
        ("s'insurger", True, ("insurger",)),
        ("se plaindre", True, ("plaindre",)),
        ("tirer la sonnette d'alarme", False, ("tirer", "la", "sonnette", "d'", "alarme")),
    ],
)
def test_words_of_an_entry(verb: str, reflexive: bool, words: tuple[str, ...]) -> None:
    entry = CueVerb(verb, ("que",), "usage")
    assert (entry.reflexive, entry.words, entry.head) == (reflexive, words, words[0])


@pytest.mark.parametrize(
    "verb", ["refuser", "soupçonner", "voter", "se rendre compte", "décider", "savoir"]
)
def test_verbs_that_say_nothing_are_no_entries(verb: str) -> None:
    assert verb not in {entry.verb for entry in VERBS}


@pytest.mark.parametrize(
    ("verb", "frame"),
    [
        ("affirmer", "inf"),
        ("accuser", "de"),
        ("menacer", "de"),
        ("promettre", "de"),
        ("appeler", "à"),
        ("démentir", "inf"),
        ("nier", "inf"),
        ("juger", "attr"),
        ("dénoncer", "np"),
        ("demander", "si"),
        ("exclure", "neg"),
        ("conclure", "que"),
        ("établir", "que"),
        ("glisser", "incise"),
    ],
)
def test_what_a_verb_takes(verb: str, frame: str) -> None:
    assert frame in next(entry.frames for entry in VERBS if entry.verb == verb)


def test_the_verbs_of_documents(lexicons: Lexicons) -> None:
    assert lexicons.cues.showing == {e.verb for e in VERBS if "doc" in e.frames}
