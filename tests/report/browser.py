"""A headless Chromium, for tests and measures."""

from __future__ import annotations

import shutil

from selenium import webdriver

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1300,900")


class NoBrowserError(RuntimeError):
    """Chromium or its driver is not installed."""


def start_chromium() -> webdriver.Chrome:
    """A headless Chromium that keeps its console.

    Raises:
        NoBrowserError: it is not there (Debian: chromium, chromium-driver).
    """
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        raise NoBrowserError("chromium and chromedriver are not there")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for argument in ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))


def ready(browser: webdriver.Chrome) -> bool:
    """Whether the page is loaded and its scripts have run."""
    done: bool = browser.execute_script(
        "return document.readyState === 'complete' && (!document.getElementById('data')"
        " || document.documentElement.dataset.ready === 'true')"
    )
    return done
