"""Measure a report in a headless Chromium: `python -m tests.report.measure REPORT [WORDS…]`.

Prints the weight of its pages, how long they take to load, and how long a search takes from a key
to the new list, each word typed letter by letter. Needs chromium and chromedriver.
"""

from __future__ import annotations

import re
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tests.report.browser import ready, start_chromium

WORDS = ("elysee", "trump russie", "attentat", "« etat islamique »", "police paris", "zzz")
LOADS = 5
NAVIGATION = "return performance.getEntriesByType('navigation')[0].loadEventEnd"
SEARCHES = "return performance.getEntriesByName('search').map((one) => one.{0})"


def weigh(report: Path) -> None:
    """Print the weight of the pages in kB."""
    index = report / "index.html"
    (data,) = re.findall(r'id="data"[^>]*>([^<]*)<', index.read_text(encoding="utf-8"))
    pages = [path.stat().st_size / 1e3 for path in (report / "articles").iterdir()]
    print(f"articles: {len(pages)}, median {statistics.median(pages):.0f} kB, ", end="")
    print(f"largest {max(pages):.0f} kB, all {sum(pages) / 1e3:.1f} MB")
    print(f"index: {index.stat().st_size / 1e3:.0f} kB, of which search data {len(data) / 1e3:.0f}")


def load(browser: Chrome, page: Path) -> tuple[float, float]:
    """Milliseconds until a page is loaded, and until its search is ready: medians of some loads."""
    loaded, searched = [], []
    for _ in range(LOADS):
        browser.get("about:blank")
        browser.get(page.as_uri())
        WebDriverWait(browser, 60).until(ready)
        loaded.append(browser.execute_script(NAVIGATION))
        starts = browser.execute_script(SEARCHES.format("startTime"))
        searched.append(starts[0] if starts else 0.0)
    return statistics.median(loaded), statistics.median(searched)


def search(browser: Chrome, words: Sequence[str]) -> list[float]:
    """Milliseconds of the search after each letter."""
    box = browser.find_element(By.NAME, "q")
    browser.execute_script("performance.clearMeasures()")
    for word in words:
        box.clear()
        box.send_keys(word)
    return sorted(browser.execute_script(SEARCHES.format("duration")))


def main(report: Path, words: Sequence[str]) -> None:
    weigh(report)
    pages = sorted((report / "articles").iterdir(), key=lambda path: path.stat().st_size)
    browser = start_chromium()
    for name, page in (("median article", pages[len(pages) // 2]), ("largest", pages[-1])):
        print(f"{name}: loaded in {load(browser, page)[0]:.0f} ms")
    loaded, ready_after = load(browser, report / "index.html")
    print(f"index: loaded in {loaded:.0f} ms, search ready after {ready_after:.0f} ms")
    times = search(browser, words)
    middle, late = statistics.median(times), times[int(0.95 * len(times))]
    print(f"search: {len(times)} keys, median {middle:.1f} ms, ", end="")
    print(f"95 % within {late:.1f} ms, slowest {times[-1]:.1f} ms")
    browser.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2:] or WORDS)
