"""The matchers together: what stands inside what, order, ids, offsets."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.article import Article
from pipeline.lexicons import Lexicons
from pipeline.mentions import find_mentions
from pipeline.mentions.conflicts import settle
from pipeline.mentions.found import Found
from pipeline.records import Label

Read = Callable[[str], Article]


def labels(read: Read, lexicons: Lexicons, text: str) -> set[tuple[str, str]]:
    return {(m.text, m.label) for m in find_mentions(read(text), lexicons)}


def span(start: int, end: int, label: Label, rule: str = "test") -> Found:
    return Found(start=start, end=end, label=label, name="x" * (end - start), rule=rule)


def test_white_space_has_no_mentions(read: Read, lexicons: Lexicons) -> None:
    assert find_mentions(read("  \n "), lexicons) == ()


def test_offsets_cut_the_document_as_it_is_written(read: Read, lexicons: Lexicons) -> None:
    article = read("« L’Ukraine a reçu des drones », dit Andreï Sokolov.\nL’ONU l’ignore.")
    mentions = find_mentions(article, lexicons)
    assert [article.text[m.start : m.end] for m in mentions] == [m.text for m in mentions]
    assert {m.sentence_id for m in mentions} <= {s.sentence_id for s in article.sentences}


def test_rows_are_in_order_and_their_ids_are_unique(read: Read, lexicons: Lexicons) -> None:
    mentions = find_mentions(read("L'OTAN, Paris et le ministère serbe de la Santé."), lexicons)
    assert list(mentions) == sorted(mentions, key=lambda m: (m.start, -m.end, m.label))
    assert len({m.mention_id for m in mentions}) == len(mentions)


def test_a_demonym_inside_a_ministry_is_marked(read: Read, lexicons: Lexicons) -> None:
    assert labels(read, lexicons, "Le ministère serbe de la Santé a réagi.") == {
        ("ministère serbe de la Santé", "ORG"),
        ("serbe", "COUNTRY"),
    }


def test_a_demonym_inside_a_proper_name_is_not(read: Read, lexicons: Lexicons) -> None:
    assert labels(read, lexicons, "L'Autorité palestinienne a réagi.") == {
        ("Autorité palestinienne", "ORG")
    }


def test_a_country_inside_a_longer_name_is_not_marked(read: Read, lexicons: Lexicons) -> None:
    assert labels(read, lexicons, "France 24 a filmé la mer du Japon.") == {
        ("France 24", "ORG"),
        ("mer du Japon", "PLACE"),
    }


def test_a_marshal_is_no_tank(read: Read, lexicons: Lexicons) -> None:
    assert labels(read, lexicons, "Le maréchal Leclerc a libéré la ville.") == {
        ("Leclerc", "PERSON")
    }


def test_the_lexicon_beats_the_model_on_the_same_span() -> None:
    assert settle([span(0, 5, "PERSON"), span(0, 5, "WEAPON")]) == (span(0, 5, "WEAPON"),)


def test_of_names_that_cross_the_surer_label_stays() -> None:
    assert settle([span(0, 6, "PLACE"), span(4, 9, "COUNTRY")]) == (span(4, 9, "COUNTRY"),)


def test_an_organisation_may_hold_an_organisation() -> None:
    both = (span(0, 20, "ORG"), span(15, 20, "ORG"))
    assert settle(both) == both


def test_the_same_span_twice_is_one() -> None:
    assert settle([span(0, 5, "ORG"), span(0, 5, "ORG")]) == (span(0, 5, "ORG"),)
