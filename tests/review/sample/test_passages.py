"""The passage around a row."""

from __future__ import annotations

from pipeline.review.sample.passages import Mark, passage_of

WORDS = "mot " * 100
TEXT = f"{WORDS}Selon Kiev, le pont est fermé. {WORDS}"
AT = TEXT.index("le pont")
ROW = {"start": AT, "end": AT + len("le pont est fermé")}


def test_words_on_each_side_none_of_them_cut() -> None:
    before, text, behind = passage_of(ROW, TEXT).around()
    assert text == "le pont est fermé"
    assert 190 <= len(before) <= 200
    assert before.startswith("mot ")
    assert 190 <= len(behind) <= 200
    assert behind.endswith(" mot")


def test_a_short_text_is_shown_as_a_whole() -> None:
    passage = passage_of({"start": 6, "end": 10}, "Selon Kiev, rien.")
    assert passage.around() == ("Selon ", "Kiev", ", rien.")


def test_the_speaker_is_in_the_passage_wherever_it_stands() -> None:
    row = {**ROW, "speaker_start": AT - 350, "speaker_end": AT - 347}
    passage = passage_of(row, TEXT)
    assert passage.marks[1] == Mark("speaker", AT - 350, AT - 347)
    assert passage.start < AT - 350


def test_a_speaker_far_away_is_not() -> None:
    row = {**ROW, "speaker_start": 0, "speaker_end": 3, "start": 1000, "end": 1010}
    assert len(passage_of(row, WORDS * 5).marks) == 1


def test_offsets_are_those_of_the_document() -> None:
    passage = passage_of(ROW, TEXT)
    assert TEXT[passage.start :].startswith(passage.text)
