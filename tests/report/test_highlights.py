"""What is drawn on an article."""

from __future__ import annotations

from dataclasses import replace

from pipeline.records import Quote
from pipeline.report.cards import make_cards
from pipeline.report.highlights import content_spans, find_highlights
from pipeline.report.labels import label_class, label_letter
from pipeline.report.rows import ArticleRows
from pipeline.report.strings import load_strings
from tests.report.made import TEXT, article, claim, document, mention, quote

STRINGS = load_strings("fr")
INCISE = "« Je signe, a-t-elle dit, demain »"


def drawn(rows: ArticleRows) -> set[tuple[str, str, str]]:
    cards = make_cards(rows.mentions, rows.quotes, rows.claims)
    found = find_highlights(rows, cards, STRINGS)
    return {(one.layer, rows.document.text[one.start : one.end], one.tag) for one in found}


def test_mentions_quotes_speakers_and_doubtful_claims_are_drawn() -> None:
    assert drawn(article()) == {
        ("mention", "Léa Morel", "P"),
        ("mention", "drone", "A"),
        ("mention", "Kiev", "C"),
        ("quote", "Nous partons", "— Léa Morel"),
        ("speaker", "Léa Morel", ""),
        ("claim", "Le drone aurait visé Kiev", "conditionnel"),
    }


def test_a_quote_without_speaker_says_so() -> None:
    rows = article(mentions=(), claims=(), quotes=(quote("Nous partons"),))
    assert drawn(rows) == {("quote", "Nous partons", "— locuteur inconnu")}


def test_a_claim_that_is_denied_is_drawn() -> None:
    rows = article(mentions=(), quotes=(), claims=(claim("port est fermé", polarity="negative"),))
    assert drawn(rows) == {("claim", "port est fermé", "nié")}


def test_a_cue_is_drawn() -> None:
    start = TEXT.index("dit")
    said = quote("Nous partons", cue="dit", cue_start=start, cue_end=start + 3)
    assert ("cue", "dit", "") in drawn(article(quotes=(said,)))


def with_content(content: str) -> Quote:
    return replace(quote(INCISE, text=INCISE), text=content)


def test_the_incise_is_not_underlined() -> None:
    spans = content_spans(with_content("« Je signe, demain »"), INCISE)
    assert [INCISE[start:end] for start, end in spans] == ["« Je signe, ", "demain »"]


def test_a_content_that_differs_otherwise_is_one_span() -> None:
    assert content_spans(with_content("tout autre chose"), INCISE) == [(0, len(INCISE))]


def test_every_label_of_a_user_has_a_style_of_the_sheet() -> None:
    assert label_class('x" onclick="y').startswith("l-user")
    assert label_letter("VESSEL", STRINGS) == "Ve"


def test_mentions_that_differ_share_no_card() -> None:
    mentions = (mention("Kiev", "COUNTRY"), mention("drone", "WEAPON"), mention("Kiev", "PLACE"))
    assert [card.card for card in make_cards(mentions, (), ()).mentions] == ["m1", "m2", "m3"]


def test_mentions_found_alike_share_a_card() -> None:
    (card,) = make_cards((mention("Kiev"), mention("Kiev")), (), ()).mentions
    assert (card.count, card.texts) == (2, ("Kiev",))


def test_plain_claims_of_the_article_have_no_card() -> None:
    claims = (claim("Le port est fermé"), claim("Le port est fermé", source="Léa Morel"))
    assert [card.claim.source for card in make_cards((), (), claims).claims] == ["Léa Morel"]


def test_a_document_of_nothing() -> None:
    assert drawn(article("", document=document(""))) == set()
