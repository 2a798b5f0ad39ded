"""What the rows of a document depend on: the program, its data, the model, the document itself."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.lexicons.files import LexiconError
from pipeline.model import MODEL
from pipeline.records import Document

CODE = {".py", ".pyc", ".pyi"}


def made_by(user_lexicons: Sequence[Path]) -> dict[str, Any]:
    """The versions and digests of all that makes the rows, as `run.json` gives them.

    Args:
        user_lexicons: the lexicons of the user's, in their order.

    Raises:
        LexiconError: one of them can't be read.
    """
    return {
        "program": f"quidit {__version__}",
        "code": _digest("", code=True),
        "model": f"{MODEL} {importlib.metadata.version(MODEL)}",
        "spacy": importlib.metadata.version("spacy"),
        "numpy": importlib.metadata.version("numpy"),  # these two round the model's sums
        "numba": importlib.metadata.version("numba") if find_spec("numba") else None,
        "weights": _digest("weights"),
        "lexicons": _digest("lexicons"),
        "user_lexicons": [
            {"file": path.name, "sha256": _digest_of(path)} for path in user_lexicons
        ],
    }


def _digest_of(lexicon: Path) -> str:
    try:
        return hashlib.sha256(lexicon.read_bytes()).hexdigest()
    except OSError as error:
        raise LexiconError(f"{lexicon}: the lexicon can't be read ({error.strerror})") from error


@cache
def _digest(folder: str, *, code: bool = False) -> str:
    """A digest of the files of a folder of the package, of its modules or else of its data: it
    changes when any of them does."""
    digest = hashlib.sha256()
    root = Path(str(files("pipeline"))) / folder
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        if path.suffix == ".py" if code else path.suffix not in CODE:
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def document_key(maker: Mapping[str, Any], document: Document) -> bytes:
    """What the rows of a document are found again by: a digest of all that they depend on.

    Args:
        maker: what makes the rows (see `made_by`).
        document: the document; every field of it counts.
    """
    published = document.published and document.published.isoformat()
    fields = [document.doc_id, document.source, document.title, published, document.text]
    content = json.dumps([maker, fields, document.extra], default=str)
    return hashlib.sha256(content.encode()).digest()[:16]


def run_id(maker: Mapping[str, Any], keys: Iterable[bytes]) -> str:
    """The id of a run. It depends on the program and its input alone, so that the same input gives
    the same tables to the byte."""
    digest = hashlib.sha256(json.dumps(maker).encode())
    for key in sorted(keys):
        digest.update(key)
    return digest.hexdigest()[:16]
