"""The report on disk: only its own files, only in its own folder."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.report.strings import load_strings
from pipeline.report.writing import write_folder, write_single
from tests.report.made import article, document

STRINGS = load_strings("fr")


def of(doc_id: str, **values: object):  # type: ignore[no-untyped-def]
    return article(document=document(doc_id=doc_id, **values))


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_an_index_and_a_page_for_each_article(tmp_path: Path) -> None:
    write_folder([of("a"), of("b")], tmp_path / "report", STRINGS)
    assert names(tmp_path) == {
        "report/index.html",
        "report/articles/a-ca978112ca.html",
        "report/articles/b-3e23e81600.html",
    }


def test_ids_that_are_paths_stay_inside(tmp_path: Path) -> None:
    write_folder([of("../../etc/passwd"), of("/tmp/x"), of("a\nb")], tmp_path / "report", STRINGS)
    assert {Path(name).parent.as_posix() for name in names(tmp_path)} == {
        "report",
        "report/articles",
    }


def test_the_links_of_the_index_find_their_pages(tmp_path: Path) -> None:
    write_folder([of("../x"), of("b")], tmp_path, STRINGS)
    index = (tmp_path / "index.html").read_text("utf-8")
    for path in (tmp_path / "articles").iterdir():
        assert f'href="articles/{path.name}"' in index


def test_the_latest_article_comes_first_and_links_to_the_next(tmp_path: Path) -> None:
    days = [datetime.date(2024, 1, 1), datetime.date(2024, 2, 1)]
    rows = [of("none"), of("old", published=days[0]), of("new", published=days[1])]
    write_folder(rows, tmp_path, STRINGS)
    index = (tmp_path / "index.html").read_text("utf-8")
    assert index.index("new-") < index.index("old-") < index.index("none-")
    (new,) = (tmp_path / "articles").glob("new-*")
    assert 'rel="next" href="old-' in new.read_text("utf-8")
    assert 'rel="prev"' not in new.read_text("utf-8")


def test_pages_of_a_former_report_go_and_other_files_stay(tmp_path: Path) -> None:
    write_folder([of("a"), of("b")], tmp_path, STRINGS)
    others = {"notes.txt", "articles/mine.html", "articles/mine-0123456789.html"}
    for name in others:
        (tmp_path / name).write_text("<p>mine", encoding="utf-8")
    write_folder([of("a")], tmp_path, STRINGS)
    assert names(tmp_path) == {"index.html", "articles/a-ca978112ca.html", *others}


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    def contents(folder: Path) -> dict[str, bytes]:
        write_folder([of("a"), of("b")], folder, STRINGS)
        return {name: (folder / name).read_bytes() for name in sorted(names(folder))}

    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_folder_of_articles_that_is_a_link_is_refused(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "articles").symlink_to(elsewhere)
    with pytest.raises(OSError, match="is a link"):
        write_folder([of("a")], tmp_path / "report", STRINGS)
    assert names(elsewhere) == set()


def test_a_failure_leaves_the_former_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder([of("a")], tmp_path, STRINGS)
    before = {name: (tmp_path / name).read_bytes() for name in names(tmp_path)}

    def full(*_: object) -> str:
        raise OSError("disk full")

    monkeypatch.setattr("pipeline.report.writing.index_page", full)
    with pytest.raises(OSError, match="disk full"):
        write_folder([of("b")], tmp_path, STRINGS)
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == before


def test_a_single_page_holds_all(tmp_path: Path) -> None:
    write_single([of("a"), of("b")], tmp_path / "report.html", STRINGS)
    assert names(tmp_path) == {"report.html"}
    page = (tmp_path / "report.html").read_text("utf-8")
    assert page.count('<div class="text"') == 2


def test_half_a_surrogate_pair_does_not_stop_the_report(tmp_path: Path) -> None:
    write_single([article("a\ud800b", segments=())], tmp_path / "report.html", STRINGS)
    assert "a?b" in (tmp_path / "report.html").read_text("utf-8")
