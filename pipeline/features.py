"""The morphology of a token."""

from __future__ import annotations

from spacy.tokens import Token


def features_of(token: Token) -> str:
    """The morphology as the model writes it: « Mood=Ind|Number=Sing|VerbForm=Fin ».

    To look for « VerbForm=Fin » in it takes a fifth of the time of `token.morph.get`.
    """
    return str(token.morph)
