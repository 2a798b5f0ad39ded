"""What the index searches: the texts and what is in them, packed into the page itself."""

from __future__ import annotations

import base64
import gzip
import json
import unicodedata
from collections.abc import Sequence
from typing import Any

from pipeline.report.facets import Facets


def search_data(texts: Sequence[str], facets: Sequence[Facets]) -> dict[str, Any]:
    """The data of the index, in the order of the articles; names stand once and are numbered.

    `articles` are lists of the text, the numbers of its entities, the numbers of its speakers each
    followed by a count, and the counts of its claims.
    """
    entities = sorted({entity for one in facets for entity in one.entities})
    speakers = sorted({speaker for one in facets for speaker in one.speakers})
    entity_numbers = {entity: number for number, entity in enumerate(entities)}
    speaker_numbers = {speaker: number for number, speaker in enumerate(speakers)}
    return {
        "entities": [[entity.label, entity.name, entity.country] for entity in entities],
        "speakers": [[speaker.name, speaker.kind] for speaker in speakers],
        "articles": [
            [
                unicodedata.normalize("NFC", text),
                sorted(entity_numbers[entity] for entity in one.entities),
                [
                    part
                    for number, count in sorted(
                        (speaker_numbers[speaker], count) for speaker, count in one.speakers.items()
                    )
                    for part in (number, count)
                ],
                one.modalities,
            ]
            for text, one in zip(texts, facets, strict=True)
        ],
    }


def pack(data: dict[str, Any]) -> str:
    """Data as text for a page: JSON, gzip, base 64. No character of it means anything in HTML, and
    the same data gives the same text."""
    plain = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    packed = gzip.compress(plain.encode("utf-8", "replace"), compresslevel=9, mtime=0)
    return base64.b64encode(packed).decode("ascii")
