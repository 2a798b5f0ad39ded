"""Bytes to text: UTF-8 first, then what the bytes look like, with a warning, or a plain refusal."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from pipeline.sources.problems import UnreadableError, Warn

MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive (as .docx, .odt and .xlsx are)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PAR1", "a Parquet file"),
    (b"\x1f\x8b", "a gzip archive: name it ….gz"),
)
# Everything beyond ASCII that French copy is written with; what Windows-1252 text is told by.
FRENCH = frozenset("àâäæçéèêëîïôöœùûüÿñÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸÑ’‘“”«»„‚‹›–—…•·°²³€£§©®™\u00a0")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
SAMPLE = 200_000  # bytes that are enough to tell an encoding by


def decode(data: bytes, source: str, warn: Warn) -> str:
    """The text of a file.

    Args:
        data: the whole file.
        source: what the file is called in a warning.
        warn: called if the encoding had to be guessed.

    Raises:
        UnreadableError: binary data, broken UTF-8, or an encoding that can't be told.
    """
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"{name}, not text: save it as plain text (UTF-8)")
    for mark, encoding in MARKED:
        if data.startswith(mark):
            return _checked(_decode_strictly(data, encoding))
    try:
        return _checked(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        _refuse_broken_utf8(data, error)
    encoding = _guess(data)
    warn(f"{source}: not UTF-8, read as {encoding}; check its accents")
    return _checked(_decode_strictly(data, encoding))


def _decode_strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise UnreadableError(f"broken {encoding.upper()} ({error}): save it as UTF-8") from error


def _checked(text: str) -> str:
    """The text itself, unless it holds a NUL: no text does, and few programs read one."""
    at = text.find("\0")
    if at >= 0:
        raise UnreadableError(f"binary data (a NUL byte at character {at}), not text")
    return text


def _refuse_broken_utf8(data: bytes, error: UnicodeDecodeError) -> None:
    """Raise if most of what is beyond ASCII is sound UTF-8: the file is UTF-8 and damaged.

    To guess another encoding then would turn every « é » into « Ã© ».
    """
    text = data.decode("utf-8", errors="surrogateescape")
    broken = sum("\udc80" <= character <= "\udcff" for character in text)
    sound = sum(character > "\x7f" for character in text) - broken
    if sound > broken:
        raise UnreadableError(
            f"broken UTF-8: byte {error.start} (0x{data[error.start]:02x}) begins no character; "
            "save the file again as UTF-8"
        )


def _guess(data: bytes) -> str:
    """The encoding of text that is not UTF-8."""
    if b"\0" in data:
        return _guess_wide(data)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if text and all(character in FRENCH for character in text if character > "\x7f"):
        return "cp1252"
    sample = data[:SAMPLE]
    best = from_bytes(sample).best()
    text = str(best) if best else ""
    words = sum(character.isalpha() or character.isspace() for character in text)
    if best is None or CONTROL.search(text) or words < 0.7 * len(text):
        raise UnreadableError("neither UTF-8 nor any encoding that can be told: save it as UTF-8")
    return best.encoding


def _guess_wide(data: bytes) -> str:
    """UTF-16 without its mark: French text has a NUL in every other byte."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    least = 0.35 * len(data) / 2
    if odd > least and even < odd / 20:
        return "utf-16-le"
    if even > least and odd < even / 20:
        return "utf-16-be"
    raise UnreadableError("binary data (NUL bytes), not text")
