"""A real browser, where there is one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome

from tests.report.browser import NoBrowserError, start_chromium


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chrome]:
    """A headless Chromium; tests are skipped without it."""
    try:
        browser = start_chromium()
    except NoBrowserError as error:
        pytest.skip(str(error))
    yield browser
    browser.quit()
