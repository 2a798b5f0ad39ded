"""The texts to measure on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.records import Document


def read_texts(path: Path) -> list[str]:
    """The texts of a `.jsonl`, or of the `.txt` files below a folder."""
    if path.is_dir():
        return [file.read_text(encoding="utf-8") for file in sorted(path.rglob("*.txt"))]
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def documents(texts: Sequence[str], prefix: str = "d") -> Iterator[Document]:
    """A document of each text, its id the prefix and its number."""
    for number, text in enumerate(texts):
        doc_id = f"{prefix}{number:07d}"
        yield Document(doc_id=doc_id, source=doc_id, title=None, published=None, text=text)


def count_words(texts: Sequence[str]) -> int:
    """Words between white space."""
    return sum(len(text.split()) for text in texts)


def write_jsonl(texts: Sequence[str], path: Path, times: int = 1) -> None:
    """Write the texts as records, the whole `times` times with different ids."""
    with path.open("w", encoding="utf-8") as file:
        for turn in range(times):
            for document in documents(texts, f"t{turn:04d}-"):
                record = {"doc_id": document.doc_id, "text": document.text}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
