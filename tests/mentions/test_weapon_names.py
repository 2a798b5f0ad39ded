"""Where the designations of weapons are looked for."""

from __future__ import annotations

import pytest

from pipeline.lexicons.weapons import WeaponLexicon, load_weapon_lexicon
from pipeline.mentions.weapon_names import NUMBERED

DESIGNATIONS = [
    *"F-16 F16 KC-135 Su-57 MiG-29 Tu-95 Mi-24 Il-76 J-20 MQ-9 T-72B3 BMP-2 S-300 HQ-9".split(),
    *"SS-N-19 SS-19 AGM-88 MIM-104 Kh-101 R-77 DF-21 Hwasong-15 9M37 2S3 GBU-12 FAB-500".split(),
    *"M1A1 M777 AK-47 AK47 HK416 RPG7 TB2 Anka-S UJ-22 AMX-10".split(),
    "Type 99",
]


@pytest.fixture(scope="module")
def lexicon() -> WeaponLexicon:
    return load_weapon_lexicon()


@pytest.mark.parametrize("name", DESIGNATIONS)
def test_a_designation_is_looked_for(name: str, lexicon: WeaponLexicon) -> None:
    text = f"Un {name} neuf"
    assert lexicon.designation.match(text, 3)
    assert 3 in [one.start() for one in NUMBERED.finditer(text)]


@pytest.mark.parametrize("name", ["Jean-Pierre", "OTAN", "Lyon", "2016", "l'Est", "pm-42"])
def test_nothing_is_looked_for_in_other_words(name: str) -> None:
    assert not NUMBERED.search(f"vu {name} hier")
