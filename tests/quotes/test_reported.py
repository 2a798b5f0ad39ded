"""Contents that a verb of speech governs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.quotes.cues import find_cues
from pipeline.quotes.incises import find_beside
from pipeline.quotes.reported import find_reported
from tests.quotes.found import Words, words_of

Read = Callable[[str], Article]


def reported(article: Article, lexicons: Lexicons) -> set[Words]:
    cues = find_cues(article, lexicons.cues)
    return words_of(article, find_reported(article, cues, find_beside(article, cues)))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Le maire affirme que la digue a cédé.", "la digue a cédé"),
        ("Le maire affirme qu'il partira.", "il partira"),
        ("Le maire a affirmé mardi que la digue a cédé.", "la digue a cédé"),
        ("Le maire affirme, lui aussi, que la digue a cédé.", "la digue a cédé"),
        ("Le maire a prévenu les élus que la digue a cédé.", "la digue a cédé"),
        ("Le maire a annoncé à la presse que la digue a cédé.", "la digue a cédé"),
        ("Le maire affirme vouloir partir.", "vouloir partir"),
        ("Le maire affirme avoir tout dit.", "avoir tout dit"),
        ("Le maire affirme ne pas vouloir partir.", "ne pas vouloir partir"),
        ("Le maire promet de partir.", "partir"),
        ("Le maire promet d'agir vite.", "agir vite"),
        ("Le maire promet de ne pas partir.", "ne pas partir"),
        ("Le maire demande au préfet de rouvrir la route.", "rouvrir la route"),
        ("Le maire accuse le préfet de mentir.", "mentir"),
        ("Le maire appelle les habitants à quitter la ville.", "quitter la ville"),
        ("Le maire appelle à ce que la route rouvre.", "la route rouvre"),
        ("Le maire demande si la route rouvrira.", "la route rouvrira"),
        ("Le maire menace de fermer la route.", "fermer la route"),
        ("Le maire dément avoir fermé la route.", "avoir fermé la route"),
    ],
)
def test_what_a_verb_governs(read: Read, lexicons: Lexicons, text: str, content: str) -> None:
    assert reported(read(text), lexicons) == {(content, "indirect", "Le maire")}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Le maire affirme que la digue a cédé ; les pompiers attendent.", "la digue a cédé"),
        ("Le maire affirme que la digue a cédé, ce que le préfet conteste.", "la digue a cédé"),
        ("Le maire a affirmé que la digue a cédé, avant de partir.", "la digue a cédé"),
        ("Le maire affirme que la digue a cédé et que la route ferme.",
         "la digue a cédé et que la route ferme"),
        ("Le maire affirme que la digue, qui protège la ville, a cédé.",
         "la digue, qui protège la ville, a cédé"),
        ("Le maire affirme que, sans digue, la digue a cédéra.", "sans digue, la digue a cédéra"),
    ],
)  # fmt: skip
def test_where_a_content_ends(read: Read, lexicons: Lexicons, text: str, content: str) -> None:
    assert reported(read(text), lexicons) == {(content, "indirect", "Le maire")}


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("Le maire affirme que « la digue a cédé ».", "la digue a cédé", "direct"),
        ("Le maire affirme que la digue « cède vite ».", "la digue « cède vite »", "mixed"),
        ('Le maire affirme que la digue "cède vite".', 'la digue "cède vite"', "mixed"),
        ("Le maire promet d'« agir vite ».", "agir vite", "direct"),
        ("Le maire affirme vouloir « agir vite ».", "vouloir « agir vite »", "mixed"),
        ("Le maire affirme que le « Neptune » a coulé.", "le « Neptune » a coulé", "indirect"),
    ],
)
def test_marks_tell_the_kind(
    read: Read, lexicons: Lexicons, text: str, content: str, kind: str
) -> None:
    assert reported(read(text), lexicons) == {(content, kind, "Le maire")}


@pytest.mark.parametrize(
    "text",
    [
        "Le maire n'a pas affirmé que la digue a cédé.",
        "Le maire refuse de dire que la digue a cédé.",
        "Le maire a dit ce que chacun savait.",
        "Le maire parle plus que le préfet.",
        "Le maire dénonce la loi que le préfet défend.",
        "Le maire parlait alors que la digue cédait.",
        "Il est bon de rappeler que la digue a cédé.",
        "Nous disons que la digue a cédé.",
        "Le maire exige le départ du préfet.",
        "Le maire demande le droit de parler.",
        "Le maire ne demande que du temps.",
    ],
)
def test_what_nobody_reports(read: Read, lexicons: Lexicons, text: str) -> None:
    assert reported(read(text), lexicons) == set()


@pytest.mark.xfail(strict=True, reason="the subject of the content is taken for the speaker")
def test_a_second_verb_has_its_own_content(read: Read, lexicons: Lexicons) -> None:
    article = read("Le maire a affirmé que la digue tiendra et a promis d'agir.")
    assert reported(article, lexicons) == {
        ("la digue tiendra", "indirect", "Le maire"),
        ("agir", "indirect", "Le maire"),
    }


def test_a_source_within_a_source(read: Read, lexicons: Lexicons) -> None:
    article = read("Le maire affirme que le préfet promet d'agir.")
    assert reported(article, lexicons) == {
        ("le préfet promet d'agir", "indirect", "Le maire"),
        ("agir", "indirect", "le préfet"),
    }
