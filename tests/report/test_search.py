"""The data that the index searches."""

from __future__ import annotations

import base64
import gzip
import json
import re

from pipeline.report.facets import facets_of
from pipeline.report.search import pack, search_data
from tests.report.made import TEXT, article


def unpacked(text: str):  # type: ignore[no-untyped-def]
    return json.loads(gzip.decompress(base64.b64decode(text)))


def test_names_stand_once_and_articles_number_them() -> None:
    data = search_data([TEXT], [facets_of(article())])
    assert data["entities"] == [
        ["COUNTRY", "Ukraine", "UKR"],
        ["PERSON", "Léa Morel", ""],
        ["WEAPON", "drone", ""],
    ]
    assert data["speakers"] == [["Léa Morel", "person"]]
    assert data["articles"] == [[TEXT, [0, 1, 2], [0, 1], (1, 1, 0, 0, 0, 0)]]


def test_letters_and_their_accents_are_made_one() -> None:
    data = search_data(["E\u0301lyse\u0301e"], [facets_of(article())])
    assert data["articles"][0][0] == "Élysée"


def test_packed_data_comes_back() -> None:
    data = {"articles": [["</script> \u2028 \U0001f600 ]]>", [], [], [1]]]}
    assert unpacked(pack(data)) == data


def test_packed_data_means_nothing_in_html() -> None:
    packed = pack({"articles": [["</script><script>alert(1)</script>\u2028<!--", [], [], []]]})
    assert re.fullmatch(r"[A-Za-z0-9+/=]+", packed)


def test_the_same_data_gives_the_same_text() -> None:
    assert pack({"a": [1]}) == pack({"a": [1]})


def test_half_a_pair_does_not_stop_the_report() -> None:
    assert unpacked(pack({"a": "\ud800"})) == {"a": "?"}
