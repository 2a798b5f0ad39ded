"""Fixtures of the tests of quotes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article
from pipeline.lexicons.roles import Roles, load_roles
from pipeline.quotes.found import Speaker
from tests.quotes.marked import Names, Resolve, speakers


@pytest.fixture(scope="session")
def roles() -> Roles:
    return load_roles()


@pytest.fixture(scope="session")
def resolve(read: Callable[[str], Article], roles: Roles) -> Resolve:
    """`resolve(marked, names)` gives the speakers of a marked text."""

    def resolve_marked(marked: str, names: Names) -> tuple[Speaker, ...]:
        return speakers(read, roles, marked, names)

    return resolve_marked
