"""The report in a real browser: from a file, without a server; nothing on the console."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.common.exceptions import NoAlertPresentException
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from pipeline.report.pages import index_page
from pipeline.report.strings import load_strings
from pipeline.report.writing import index_view, write_folder, write_single
from tests.report.browser import ready
from tests.report.made import TEXT, article, document, mention, quote
from tests.report.test_pages import HOSTILE, hostile_article

STRINGS = load_strings("fr")
TRICKY = [
    f"{HOSTILE}\n</textarea></title></style></script><svg onload=alert(4)>",
    "a\r\nb\rc\tdd\xa0\u2028e\x0bf\x85g\u200f h\u0000i <!-- j --> ]]> \U0001f600 e\u0301",
    "\n\n  deux\n\n",
]
Open = Callable[[Path], Chrome]


@pytest.fixture
def show(chromium: Chrome) -> Open:
    """`show(path)` opens a page and waits until its scripts have run."""

    def open_page(path: Path) -> Chrome:
        chromium.get("about:blank")
        chromium.get_log("browser")
        chromium.get(path.as_uri())
        WebDriverWait(chromium, 20).until(ready)
        return chromium

    return open_page


def quiet(browser: Chrome) -> bool:
    """Nothing on the console, no dialog."""
    with pytest.raises(NoAlertPresentException):
        _ = browser.switch_to.alert
    return browser.get_log("browser") == []


def listed(browser: Chrome) -> list[str]:
    return browser.execute_script(
        "return [...document.querySelectorAll('.list > li:not([hidden]) a')]"
        ".map((link) => link.textContent)"
    )


def ask(browser: Chrome, words: str) -> list[str]:
    box = browser.find_element(By.NAME, "q")
    box.clear()
    box.send_keys(words)
    return listed(browser)


def choose(browser: Chrome, name: str, value: str) -> list[str]:
    browser.execute_script(
        "const box = document.querySelector('.search')[arguments[0]];"
        "box.value = arguments[1]; box.dispatchEvent(new Event('change', {bubbles: true}))",
        name,
        value,
    )
    return listed(browser)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Three articles: one of an elevation, one with everything, one that is hostile."""
    elysee = "L’Élysée et son œuvre.\n"
    rows = [
        article(
            elysee,
            document=document(elysee, doc_id="e", title="Élysée"),
            mentions=(mention("Élysée", "ORG", elysee),),
        ),
        article(
            document=document(doc_id="d", title="Le port", published=datetime.date(2024, 3, 5))
        ),
        hostile_article(),
    ]
    write_folder(rows, tmp_path, STRINGS)
    return tmp_path


@pytest.fixture
def page(report: Path) -> Path:
    """The page of the article with everything."""
    return next((report / "articles").glob("d-*.html"))


def focus(browser: Chrome, words: str) -> None:
    browser.execute_script(
        "[...document.querySelectorAll('.text .opens')]"
        ".find((piece) => piece.textContent.startsWith(arguments[0])).focus()",
        words,
    )


def detail(browser: Chrome) -> str:
    return browser.find_element(By.ID, "detail").text


def lit(browser: Chrome) -> str:
    return browser.execute_script(
        "return [...document.querySelectorAll('.lit')].map((one) => one.textContent).join('|')"
    )


@pytest.mark.parametrize("text", TRICKY)
def test_a_browser_reads_back_the_text(text: str, show: Open, tmp_path: Path) -> None:
    write_folder([article(text)], tmp_path, STRINGS)
    browser = show(next((tmp_path / "articles").iterdir()))
    read = browser.execute_script("return document.querySelector('.text').textContent")
    assert read == text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    assert quiet(browser)


def test_a_hostile_article_stays_text(show: Open, report: Path) -> None:
    browser = show(next((report / "articles").glob("script-*.html")))
    assert browser.find_element(By.CLASS_NAME, "text").text.startswith("<script>alert(1)")
    focus(browser, "<script>")
    assert "<img src=x onerror=alert(2)>" in detail(browser)
    assert browser.find_elements(By.CSS_SELECTOR, "img, [onerror]") == []
    assert quiet(browser)


def test_a_hostile_article_in_the_index_stays_text(show: Open, report: Path) -> None:
    browser = show(report / "index.html")
    assert len(ask(browser, "onerror=alert(2)")) == 1
    assert "<img src=x onerror=alert(2)>" in browser.find_element(By.CLASS_NAME, "snippet").text
    assert len(choose(browser, "speaker", HOSTILE)) == 1
    assert browser.find_elements(By.CSS_SELECTOR, "img, [onerror]") == []
    assert quiet(browser)


def test_a_hostile_article_in_a_single_page_stays_text(show: Open, tmp_path: Path) -> None:
    write_single([hostile_article(), article()], tmp_path / "r.html", STRINGS)
    browser = show(tmp_path / "r.html")
    assert browser.find_elements(By.CSS_SELECTOR, "img, [onerror]") == []
    assert quiet(browser)


def test_the_policy_stops_a_script_that_is_not_the_pages_own(show: Open, page: Path) -> None:
    """The second wall: were something not escaped, the browser would still not run it."""
    broken = page.read_text("utf-8").replace(
        "</article>",
        "<script>window.ran = 1</script><img src=x onerror='window.ran = 1'></article>",
    )
    page.write_text(broken, encoding="utf-8")
    browser = show(page)
    assert browser.execute_script("return window.ran") is None
    assert any(
        "Content Security Policy" in entry["message"] for entry in browser.get_log("browser")
    )


def test_nothing_is_fetched(show: Open, report: Path, page: Path) -> None:
    for path in (report / "index.html", page):
        fetched = "return performance.getEntriesByType('resource').map((one) => one.name)"
        assert show(path).execute_script(fetched) in ([], ["data:,"])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("elysee", ["Élysée"]),
        ("OEUVRE", ["Élysée"]),
        ("l'élysée", ["Élysée"]),
        ("ukraine", ["Le port"]),  # a name that the text only has as « Kiev »
        ("lea visé", ["Le port"]),
        ('"drone aurait"', ["Le port"]),
        ("« aurait drone »", []),
        ("port élysée", []),
        (".*", []),
    ],
)
def test_search(words: str, found: list[str], show: Open, report: Path) -> None:
    assert ask(show(report / "index.html"), words) == found


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("label", "ORG", ["Élysée"]),
        ("label", "WEAPON", ["Le port"]),
        ("speaker", "Léa Morel", ["Le port"]),
        ("country", "Ukraine", ["Le port"]),
        ("weapon", "drone", ["Le port"]),
        ("modality", "2", ["Le port"]),
    ],
)
def test_filters(name: str, value: str, found: list[str], show: Open, report: Path) -> None:
    assert choose(show(report / "index.html"), name, value) == found


def test_articles_can_be_sorted_and_put_back(show: Open, report: Path) -> None:
    browser = show(report / "index.html")
    first = listed(browser)
    box = Select(browser.find_element(By.NAME, "sort"))
    box.select_by_value("title")
    assert listed(browser) == sorted(first, key=lambda title: title.replace("É", "E"))
    box.select_by_value("date")
    assert listed(browser) == first


def test_the_passage_found_is_shown(show: Open, report: Path) -> None:
    browser = show(report / "index.html")
    ask(browser, "oeuvre")
    assert browser.find_element(By.CSS_SELECTOR, ".snippet mark").text == "œuvre"


def test_the_overview_counts_what_is_shown_and_filters_it(show: Open, report: Path) -> None:
    browser = show(report / "index.html")
    line = browser.find_element(By.CSS_SELECTOR, "[data-counts=country] button[data-facet]")
    line.click()
    assert listed(browser) == ["Le port"]
    speakers = browser.find_elements(By.CSS_SELECTOR, "[data-counts=speaker] .name")
    assert [speaker.text for speaker in speakers] == ["Léa Morel personne"]


def test_what_was_asked_is_kept_in_the_address(show: Open, report: Path) -> None:
    browser = show(report / "index.html")
    ask(browser, "elysee")
    WebDriverWait(browser, 20).until(lambda one: one.current_url.endswith("#q=elysee"))
    browser.refresh()
    WebDriverWait(browser, 20).until(ready)
    assert listed(browser) == ["Élysée"]
    browser.find_element(By.CSS_SELECTOR, "[type=reset]").click()
    WebDriverWait(browser, 20).until(lambda one: len(listed(one)) == 3)
    assert quiet(browser)


def test_focus_on_a_quote_shows_it_and_lights_its_speaker(show: Open, page: Path) -> None:
    browser = show(page)
    focus(browser, "Nous partons")
    for told in ("Léa Morel", "direct.after:dire", "name in phrase", "87"):
        assert told in detail(browser)
    assert lit(browser) == "Nous partons|Léa Morel"
    assert browser.find_element(By.CLASS_NAME, "speaking").text == "Léa Morel"


def test_pointing_at_a_mention_shows_it(show: Open, page: Path) -> None:
    browser = show(page)
    kiev = next(
        one for one in browser.find_elements(By.CLASS_NAME, "mention") if one.text == "Kiev"
    )
    ActionChains(browser).move_to_element(kiev).perform()
    for told in ("Ukraine", "UKR", "capitale qui vaut pour le pays", "model PER", "conditionnel"):
        assert told in detail(browser)


def test_the_keyboard_reaches_every_passage_and_escape_closes(show: Open, page: Path) -> None:
    browser = show(page)
    reached = []
    for _ in range(25):
        ActionChains(browser).send_keys(Keys.TAB).perform()
        reached.append(browser.execute_script("return document.activeElement.textContent"))
    places = [reached.index(words) for words in ("Nous partons", "Léa Morel", "drone", "Kiev")]
    assert places == sorted(places)
    assert reached[0] == "Aller au texte"
    focus(browser, "Kiev")
    ActionChains(browser).send_keys(Keys.ESCAPE).perform()
    assert lit(browser) == ""
    assert "Survolez" in detail(browser)


def test_the_legend_hides_and_shows_a_label(show: Open, page: Path) -> None:
    browser = show(page)
    button = browser.find_element(By.CSS_SELECTOR, ".legend button")
    button.click()
    hidden = browser.find_elements(By.CSS_SELECTOR, ".text span.no-mention")
    assert [one.text for one in hidden] == ["Léa Morel"]
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    assert browser.find_elements(By.CSS_SELECTOR, ".text .no-mention") == []


def test_a_card_leads_to_its_passage(show: Open, page: Path) -> None:
    browser = show(page)
    browser.find_element(By.CSS_SELECTOR, "#q1 .jump").click()
    assert browser.execute_script("return document.activeElement.textContent") == "Nous partons"


def test_badges_are_no_part_of_what_is_copied(show: Open, page: Path) -> None:
    browser = show(page)
    copied = browser.execute_script(
        "getSelection().selectAllChildren(document.querySelector('.text'));"
        "return getSelection().toString()"
    )
    assert copied.split() == TEXT.split()


def test_a_single_page_shows_one_part_at_a_time(show: Open, tmp_path: Path) -> None:
    rows = [article(document=document(doc_id=name, title=name)) for name in ("a", "b")]
    write_single(rows, tmp_path / "r.html", STRINGS)
    browser = show(tmp_path / "r.html")
    assert browser.find_element(By.ID, "index").is_displayed()
    browser.find_element(By.LINK_TEXT, "b").click()
    shown = [one for one in browser.find_elements(By.CLASS_NAME, "view") if one.is_displayed()]
    assert [one.get_attribute("id") for one in shown] == ["b-3e23e81600"]
    focus(shown[0].parent, "Nous partons")
    browser.find_element(By.LINK_TEXT, "Tous les articles").click()
    assert browser.find_element(By.ID, "index").is_displayed()
    assert quiet(browser)


@pytest.fixture
def phone(chromium: Chrome) -> Iterator[None]:
    """The browser as small as a phone's."""
    size = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    yield
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.usefixtures("phone")
def test_a_phone_needs_no_sideways_scrolling(show: Open, report: Path, page: Path) -> None:
    for path in (report / "index.html", page):
        browser = show(path)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 360


@pytest.mark.usefixtures("phone")
def test_a_passage_is_not_left_below_the_detail(show: Open, page: Path) -> None:
    browser = show(page)
    browser.execute_script("document.querySelector('.sheet').style.paddingTop = '400px'")
    browser.find_element(By.CSS_SELECTOR, ".text .quote").click()
    WebDriverWait(browser, 20).until(
        lambda one: one.execute_script(
            "const bottom = document.querySelector('.text .quote').getBoundingClientRect().bottom;"
            "return bottom <= document.getElementById('detail').getBoundingClientRect().top"
        )
    )


@pytest.mark.usefixtures("phone")
def test_a_tap_shows_the_detail_at_the_foot_of_a_phone(show: Open, page: Path) -> None:
    browser = show(page)
    panel = browser.find_element(By.ID, "detail")
    assert not panel.is_displayed()
    browser.find_element(By.CSS_SELECTOR, ".text .quote").click()
    assert browser.execute_script(
        "return document.getElementById('detail').getBoundingClientRect().bottom === innerHeight"
    )
    assert "Léa Morel" in panel.text
    browser.find_element(By.CSS_SELECTOR, "#detail .close").click()
    assert not panel.is_displayed()


def test_a_search_of_a_thousand_articles_takes_less_than_a_tenth_of_a_second(
    show: Open, tmp_path: Path
) -> None:
    words = " ".join(f"mot{number}" for number in range(190))
    rows = []
    for number in range(1_000):
        text = f"Le port {number} de l’Élysée. {words}"
        said = quote("Le port", f"{number} de", text=text, speaker_name=f"Locuteur {number % 300}")
        rows.append(
            article(text, document=document(text, doc_id=str(number)), quotes=(said,), segments=())
        )
    page = tmp_path / "index.html"
    page.write_text(index_page(index_view(rows, "articles/"), STRINGS), encoding="utf-8")
    browser = show(page)
    browser.execute_script("performance.clearMeasures()")
    ask(browser, "elysee 77")
    times = browser.execute_script(
        "return performance.getEntriesByName('search').map((one) => one.duration)"
    )
    assert sorted(times)[len(times) // 2] < 100
