"""`python -m tests.hostile.scaling [CHARACTERS…]`: time per character of single documents of every
hostile shape, and of the refusal of those that are too long."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.flow import extract
from pipeline.records import Document
from pipeline.runs.tools import Tools, load_tools
from pipeline.sources import read_documents
from pipeline.sources.fields import MAX_CHARACTERS

SENTENCE = "Selon Kiev, « un drone » aurait visé le port d’Odessa, a déclaré M. Jean Martel. "


def repeated(piece: str) -> Callable[[int], str]:
    """Texts of a length that are one piece over and over."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def many_names(size: int) -> str:
    """A text of a length in which every name is another."""
    return " ".join(f"M. Abc{n:x} Def{n:x}".title() for n in range(size // 12 + 1))[:size]


SHAPES: dict[str, Callable[[int], str]] = {
    "prose": repeated(f"{SENTENCE * 4}\n"),
    "one line": repeated(SENTENCE),
    "one sentence": repeated("le ministre affirme que Moscou et Kiev tirent des missiles, "),
    "quotes": repeated("« oui », dit-il. "),
    "nested marks": lambda size: "«" * (size // 2) + "»" * (size // 2),
    "open marks": repeated("« a "),
    "straight marks": repeated('" a '),
    "line breaks": lambda size: "\n" * (size - 1) + "a",
    "short lines": repeated("a\n"),
    "dashes": repeated("– A ?\n"),
    "one word": repeated("a"),
    "digits": repeated("1"),
    "numbers": repeated("1 000 "),
    "combining": lambda size: "e" + "\u0301" * (size - 1),
    "brackets": repeated("("),
    "commas": repeated(","),
    "apostrophes": repeated("l’"),
    "hyphens": repeated("a-"),
    "emoji": repeated("😀"),
    "spaces": lambda size: "a" + "\u00a0" * (size - 2) + "b",
    "one name": repeated("Jean Martel "),
    "many names": many_names,
    "capitals": repeated("KIEV TIRE DES MISSILES "),
    "acronyms": repeated("ONU Kiev "),
    "weapons": repeated("missile Kh-101, "),
    "dates": repeated("le 3 mars 2024 "),
}


def seconds(shape: str, size: int, tools: Tools) -> float:
    """The time of the processor that the extraction of one document takes."""
    text = SHAPES[shape](size)
    document = Document(doc_id="t", source="test", title=None, published=None, text=text)
    start = time.process_time()
    extract(document, tools.nlp, tools.lexicons)
    return time.process_time() - start


def refusal(size: int) -> tuple[float, int]:
    """The time (s) and the memory (MB, at most, of all so far) that a text file takes which is
    longer than what is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.txt"
        path.write_text(SENTENCE * (size // len(SENTENCE) + 1), encoding="utf-8")
        start = time.process_time()
        (row,) = read_documents([str(path)])
        taken = time.process_time() - start
    assert not isinstance(row, Document), "it was read"
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Print a table."""
    sizes = [int(given) for given in sys.argv[1:]] or [1_000, 10_000, 100_000]
    for size in (MAX_CHARACTERS + 1, 3_000_000, 10_000_000):
        print(f"refused: {size:>10,} characters {refusal(size)[0] * 1e3:8.1f} ms", flush=True)
    tools = load_tools(())
    seconds("prose", 1_000, tools)  # what is done once
    print(f"{'µs a character':16}", *(f"{size:>12,}" for size in sizes))
    for shape in SHAPES:
        print(f"{shape:16}", end="", flush=True)
        for size in sizes:
            print(f"{seconds(shape, size, tools) / size * 1e6:13.1f}", end="", flush=True)
        print()


if __name__ == "__main__":
    main()
