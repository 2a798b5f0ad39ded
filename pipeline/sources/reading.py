"""The bytes and the text of a file, as a whole or as a stream, unpacked if it is a .gz."""

from __future__ import annotations

import codecs
import gzip
import io
import stat
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TextIO, cast

from pipeline.sources.decoding import MARKED, SIGNATURES, decode
from pipeline.sources.paths import STDIN
from pipeline.sources.problems import UnreadableError, Warn

GZIP = ".gz"
BLOCK = 1 << 20  # bytes that are looked at together
LINE = 16_000_000  # characters of a line, which is a record
WHOLE = 64 << 20  # bytes of a file that is read as a whole
UNPACKED = 200  # times its size that a compressed file may unpack to; text unpacks to ten times
OTHER_THAN_UTF8 = tuple(mark for mark, _ in (*MARKED, *SIGNATURES))


@contextmanager
def open_bytes(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a file or of the standard input (`-`).

    Raises:
        UnreadableError: it can't be opened or unpacked; while the block reads, too.
    """
    if path.as_posix() == STDIN:
        yield sys.stdin.buffer
        return
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableError("neither a file nor a folder (a device or a pipe)")
        with path.open("rb") as file:
            packed = path.suffix.lower() == GZIP
            yield cast(IO[bytes], gzip.GzipFile(fileobj=file)) if packed else file
    except FileNotFoundError as error:
        raise UnreadableError("a link that leads nowhere") from error
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UnreadableError(f"not a sound .gz archive ({error})") from error
    except OSError as error:
        raise UnreadableError(f"can't be opened ({error.strerror})") from error


def read_bytes(path: Path, most: int = WHOLE, advice: str = "cut it") -> bytes:
    """All bytes of a file.

    Args:
        path: the file.
        most: how many bytes are read at most.
        advice: what to do with a file that has more.

    Raises:
        UnreadableError: it can't be opened or unpacked, is empty, or too long.
    """
    with open_bytes(path) as file:
        data = file.read(most + 1)
    if not data:
        raise UnreadableError("empty")
    if len(data) > most:
        raise UnreadableError(f"too long: more than {most:,} bytes; {advice}")
    return data


def check_unpacked(unpacked: int, packed: int) -> None:
    """Raise `UnreadableError` if a compressed file is made to fill the memory or the disk."""
    if unpacked > max(WHOLE, UNPACKED * packed):
        raise UnreadableError(
            f"a compressed file that unpacks to more than {UNPACKED} times its size: text does "
            "not; unpack it to see what it is"
        )


@contextmanager
def open_text(path: Path, source: str, warn: Warn) -> Iterator[TextIO]:
    """The text of a file, with its line ends as they are.

    UTF-8 is streamed, after a first pass that makes sure of it from the first byte to the last:
    what is not sound is refused as a whole. Another encoding can only be told from all of the file.

    Args:
        path: a file.
        source: what the file is called in a warning.
        warn: called if the encoding had to be guessed.

    Raises:
        UnreadableError: it can't be opened or unpacked, is empty, or is no text.
    """
    if not _is_plain_utf8(path):
        data = read_bytes(path, advice="save it as UTF-8, which is read line by line")
        yield io.StringIO(decode(data, source, warn), newline="")
        return
    with open_bytes(path) as file:
        yield io.TextIOWrapper(file, encoding="utf-8-sig", newline="")


def read_whole(lines: TextIO) -> str:
    """All of a text.

    Raises:
        UnreadableError: it is too long.
    """
    text = lines.read(WHOLE + 1)
    if len(text) > WHOLE:
        raise UnreadableError(
            f"too long: more than {WHOLE:,} characters; save it as JSON lines (.jsonl), which are "
            "read one by one"
        )
    return text


def bounded_lines(lines: TextIO) -> Iterator[str]:
    """The lines of a text, with their ends.

    Raises:
        UnreadableError: a line is so long that it is none.
    """
    number = 0
    while line := lines.readline(LINE + 1):
        number += 1
        if len(line) > LINE:
            raise UnreadableError(
                f"line {number} is longer than {LINE:,} characters; it is not read, nor what "
                "follows"
            )
        yield line


def _is_plain_utf8(path: Path) -> bool:
    """Whether a file is UTF-8 to its end, without a NUL; an empty one is not."""
    with open_bytes(path) as file:
        read = 0
        block = file.read(BLOCK)
        if not block or block.startswith(OTHER_THAN_UTF8):
            return False
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while block:
                if b"\0" in block:
                    return False
                decoder.decode(block)
                read += len(block)
                if isinstance(file, gzip.GzipFile):
                    check_unpacked(read, path.stat().st_size)
                block = file.read(BLOCK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True
