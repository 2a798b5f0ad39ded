"""Verbs that stand where a verb of speech stands. The verbs of these sentences are taken out of the
lexicon first: what is one there today may be a gap tomorrow, not the other way round."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
from spacy.language import Language

from pipeline.lexicons import Lexicons
from pipeline.lexicons.cues import CueVerb
from pipeline.lexicons.files import parse_entries
from pipeline.review.gaps.verbs import find_verb_gaps
from tests.review.gaps.conftest import numbered

TAKEN_OUT = {"marteler", "déplorer", "se féliciter", "fustiger", "déclarer"}


@pytest.fixture(scope="module")
def fewer(lexicons: Lexicons) -> Lexicons:
    kept = {
        form: tuple(cue for cue in cues if cue.verb not in TAKEN_OUT)
        for form, cues in lexicons.cues.by_form.items()
    }
    forms = {form: cues for form, cues in kept.items() if cues}
    return replace(lexicons, cues=replace(lexicons.cues, by_form=MappingProxyType(forms)))


def lines(nlp: Language, lexicons: Lexicons, *texts: str) -> set[str | None]:
    return {gap.line for gap in find_verb_gaps(numbered(*texts), nlp, lexicons)}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("« Nous ne céderons rien », martèle le ministre.", "marteler,incise,usage"),
        ("« Nous ne céderons rien », a-t-il martelé hier.", "marteler,incise,usage"),
        ("Anna Leroy déclare : « Nous ne céderons rien. »", "déclarer,incise,usage"),
        ("Le ministre a déploré que la « trêve » soit rompue.", "déplorer,que,usage"),
        ("« C'est un succès », s'est félicité le maire.", "se féliciter,incise,usage"),
    ],
)
def test_places_of_speech(nlp: Language, fewer: Lexicons, text: str, line: str) -> None:
    assert lines(nlp, fewer, text) == {line}


def test_verbs_of_the_lexicon_are_no_gaps(nlp: Language, lexicons: Lexicons) -> None:
    assert lines(nlp, lexicons, "« Nous ne céderons rien », martèle le ministre.") == set()


def test_frames_of_all_places_come_together(nlp: Language, fewer: Lexicons) -> None:
    one, two = "« Nous partons », déplore le maire.", "Le maire a déploré que le « pont » cède."
    assert lines(nlp, fewer, one, two) == {"déplorer,que|incise,usage"}


def test_a_quoted_object_counts_from_its_second_document(nlp: Language, fewer: Lexicons) -> None:
    texts = ("La ministre fustige « une dérive ».", "Il a fustigé « un fiasco ».")
    assert lines(nlp, fewer, texts[0]) == set()
    assert lines(nlp, fewer, *texts) == {"fustiger,np,usage"}


@pytest.mark.parametrize(
    "text",
    [
        "Le quartier surnommé « la ruche » grandit.",
        "Le groupe « Horizon » a quitté la salle.",
        "Le ministre ne tire que des « leçons ».",
        "Le policier a été blessé alors que la « fête » finissait.",
        "Le ministre veut que la « trêve » dure.",
    ],
)
def test_other_verbs_beside_quotation_marks(nlp: Language, lexicons: Lexicons, text: str) -> None:
    assert lines(nlp, lexicons, text, text.replace("Le", "Ce")) == set()


def test_how_often_and_where(nlp: Language, fewer: Lexicons) -> None:
    texts = ("« Nous partons », martèle le maire.", "« Nous restons », martèle la maire.")
    (gap,) = find_verb_gaps(numbered(*texts, *texts[:1]), nlp, fewer)
    assert (gap.count, gap.documents, gap.doc_id, gap.example) == (3, 3, "d0", texts[0])


def test_lines_are_lines_of_the_lexicon(nlp: Language, fewer: Lexicons) -> None:
    found = lines(nlp, fewer, "« Nous ne céderons rien », martèle le ministre.")
    (entry,) = parse_entries("cues.csv", f"verb,frames,source\n{found.pop()}", CueVerb)
    assert (entry.verb, entry.frames) == ("marteler", ("incise",))
