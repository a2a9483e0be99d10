"""The page in a real browser, served by the real command: what an editor does there, from the first paste to the file saved."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait
from served import served

FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --window-size=1280,900 --disable-dev-shm-usage"
)
WEEKDAY = "They met on Tuesday, Aug. 25, 2025, in Seoul."
TWO = f"{WEEKDAY}\n\nProfit rose 14% from $2.1 billion to $2.6 billion.\n\nThe room holds 200 people."
HOSTILE = "<script>document.title='stolen'</script><img src=x onerror=\"document.title='stolen'\"> met on Tuesday, Aug. 25, 2025 & <b>left</b>."


class Editor:
    """Somebody at the page: what they do, and what they then see once the page has come to rest."""

    def __init__(self, browser: webdriver.Chrome, url: str, downloads: Path) -> None:
        self.browser, self.url, self.downloads = browser, url, downloads
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
        browser.get("about:blank")
        browser.get(url)
        self.wait(lambda: browser.find_elements(By.CSS_SELECTOR, "body[data-checked]"))

    def at(self, id: str):
        return self.browser.find_element(By.ID, id)

    def wait(self, until: Callable[[], object]) -> None:
        try:
            WebDriverWait(self.browser, 10, poll_frequency=0.05).until(lambda _: until())
        except TimeoutException:
            raise AssertionError(
                f"{self.verdict()!r}, {self.at('trouble').text!r}, {self.cards()}, {self.text()!r}"
            ) from None

    def press(self, id: str) -> None:
        self.at(id).click()

    def paste(self, text: str, id: str = "article") -> None:
        """Put text in as a paste does: at once, in place of what is selected."""
        self.at(id).click()
        self.browser.execute_script("document.execCommand('insertText', false, arguments[0])", text)

    def text(self) -> str:
        return self.at("article").get_attribute("value")

    def verdict(self) -> str:
        return self.at("verdict").text

    def sees(self, verdict: str) -> None:
        self.wait(
            lambda: (
                self.verdict() == verdict
                and "working" not in (self.browser.find_element(By.TAG_NAME, "body").get_attribute("class") or "")
            )
        )

    def cards(self) -> list[str]:
        return self.browser.execute_script(
            "return [...document.querySelectorAll('.card .message')].map((card) => card.textContent)"
        )

    def underlined(self, style: str) -> list[str]:
        found = self.browser.find_elements(By.CSS_SELECTOR, f"#under .{style}")
        return [one.get_attribute("textContent") for one in found]

    def chosen(self) -> list[str]:
        return [card.text for card in self.browser.find_elements(By.CSS_SELECTOR, ".card.chosen .message")]

    def selected(self) -> str:
        return self.browser.execute_script(
            "const a = document.getElementById('article'); return a.value.slice(a.selectionStart, a.selectionEnd)"
        )

    def caret(self, words: str) -> None:
        """Click into these words of the article."""
        place = self.browser.execute_script(
            """const under = document.getElementById('under'); const range = document.createRange();
            const walk = document.createTreeWalker(under, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) { const at = walk.currentNode.data.indexOf(arguments[0]);
              if (at >= 0) { range.setStart(walk.currentNode, at); range.setEnd(walk.currentNode, at + arguments[0].length);
                under.parentElement.scrollIntoView({block: 'start'});
                const box = range.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; } }""",
            words,
        )
        actions = ActionChains(self.browser)
        actions.w3c_actions.pointer_action.move_to_location(round(place[0]), round(place[1]))
        actions.w3c_actions.pointer_action.click()
        actions.perform()

    def drop(self, name: str, data: bytes, onto: str = "paper") -> None:
        """Drop a file, with its bytes, as a browser tells a page of it."""
        self.browser.execute_script(
            """const bytes = Uint8Array.from(atob(arguments[1]), (sign) => sign.charCodeAt(0));
            const held = new DataTransfer(); held.items.add(new File([bytes], arguments[0]));
            for (const kind of ['dragover', 'drop'])
              document.getElementById(arguments[2]).dispatchEvent(new DragEvent(kind, {dataTransfer: held, bubbles: true, cancelable: true}));""",
            name, base64.b64encode(data).decode(), onto,
        )  # fmt: skip

    def saved(self, button: str, name: str) -> str:
        target = self.downloads / name
        target.unlink(missing_ok=True)
        self.press(button)
        self.wait(lambda: target.exists() and target.stat().st_size > 0)
        return target.read_text("utf-8")

    def width(self, pixels: int, height: int = 844, *, phone: bool = False) -> None:
        metrics = {"width": pixels, "height": height, "deviceScaleFactor": 1, "mobile": phone}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served() as url:
        yield url


@pytest.fixture(scope="module")
def downloads() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def programs() -> tuple[str, str]:
    """The browser and its driver; without them the tests are skipped, or fail where they are required."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if chromium and driver:
        return chromium, driver
    missing = "there is no Chromium with its chromedriver on this machine"
    if os.environ.get("FACTCHECK_BROWSER") == "required":
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="module")
def browser(programs: tuple[str, str], downloads: Path) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = programs[0]
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        for flag in (*FLAGS.split(), f"--user-data-dir={home}"):
            options.add_argument(flag)
        driver = webdriver.Chrome(options=options, service=Service(programs[1]))
        driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)})
        yield driver
        driver.quit()


@pytest.fixture
def editor(browser: webdriver.Chrome, address: str, downloads: Path) -> Iterator[Editor]:
    yield Editor(browser, address, downloads)
    complaints = [entry["message"] for entry in browser.get_log("browser") if "status of 4" not in entry["message"]]
    assert complaints == []


def test_what_is_pasted_is_checked_and_underlined(editor: Editor) -> None:
    assert editor.verdict() == "Nothing to check yet."
    editor.paste(TWO)
    editor.sees("2 errors.")
    assert editor.cards()[0] == "Aug. 25, 2025 was a Monday, not a Tuesday."
    assert editor.underlined("error.stated") == ["Tuesday", "14%"]
    assert "$2.1 billion" in editor.underlined("error.basis")
    assert editor.at("verdict").get_attribute("role") == "status"


def test_the_lines_lie_under_their_figures(editor: Editor) -> None:
    """The text that is typed and the one that bears the lines break at the same places, down to the last row."""
    editor.press("example")
    editor.sees("8 errors and 1 warning.")
    for pixels in (1280, 700, 390):
        editor.width(pixels)
        heights = editor.browser.execute_script(
            """const a = document.getElementById('article'), under = document.getElementById('under');
            a.style.height = '0'; a.style.minHeight = '0'; const free = a.scrollHeight; a.style.height = a.style.minHeight = '';
            return [free, under.scrollHeight, getComputedStyle(a).font === getComputedStyle(under).font]"""
        )
        row = 30
        assert heights[2]
        assert abs(heights[0] - heights[1]) <= row


def test_a_click_on_a_finding_shows_its_figure(editor: Editor) -> None:
    editor.paste(TWO)
    editor.sees("2 errors.")
    editor.browser.find_elements(By.CSS_SELECTOR, ".card .message")[1].click()
    assert editor.selected() == "14%"
    assert editor.underlined("chosen.stated") == ["14%"]


def test_a_click_on_a_figure_shows_its_finding(editor: Editor) -> None:
    editor.paste(TWO)
    editor.sees("2 errors.")
    editor.caret("Tuesday")
    assert editor.chosen() == ["Aug. 25, 2025 was a Monday, not a Tuesday."]
    editor.caret("The room holds")
    assert editor.chosen() == []
    editor.caret("$2.6 billion")
    assert len(editor.chosen()) == 1
    assert "14%" in editor.chosen()[0]


def test_the_keyboard_goes_from_finding_to_finding(editor: Editor) -> None:
    editor.paste(TWO)
    editor.sees("2 errors.")
    keys = ActionChains(editor.browser)
    keys.send_keys(Keys.F8).perform()
    assert (editor.selected(), editor.at("position").text) == ("Tuesday", "1 of 2")
    keys.send_keys(Keys.F8).perform()
    assert (editor.selected(), editor.at("position").text) == ("14%", "2 of 2")
    keys.key_down(Keys.SHIFT).send_keys(Keys.F8).key_up(Keys.SHIFT).perform()
    assert editor.selected() == "Tuesday"
    keys.send_keys(Keys.ESCAPE).perform()
    assert editor.chosen() == []


def test_a_fix_is_one_click_and_can_be_undone(editor: Editor) -> None:
    editor.paste(TWO)
    editor.sees("2 errors.")
    editor.browser.find_element(By.CSS_SELECTOR, ".card .fix").click()
    editor.sees("1 error.")
    assert editor.text() == TWO.replace("Tuesday", "Monday")
    assert editor.selected() == "Monday"
    editor.press("undo")
    editor.sees("2 errors.")
    assert editor.text() == TWO


def test_every_candidate_is_offered(editor: Editor) -> None:
    editor.press("example")
    editor.sees("8 errors and 1 warning.")
    labels = [one.get_attribute("aria-label") for one in editor.browser.find_elements(By.CSS_SELECTOR, ".fix")]
    assert "Put “$450 billion” for “$540 billion”" in labels
    assert "Put “$440 billion” for “$350 billion”" in labels
    advice = [one.text for one in editor.browser.find_elements(By.CSS_SELECTOR, ".advice")]
    assert advice == ["Right would be: Lee Jae-myung, or Lee Jae Myung throughout"]


def test_the_example_can_be_put_right_fix_by_fix(editor: Editor) -> None:
    editor.press("example")
    editor.sees("8 errors and 1 warning.")
    left = 9
    while left:
        editor.browser.find_element(By.CSS_SELECTOR, ".card .fix").click()
        editor.wait(lambda now=left: len(editor.cards()) < now)
        left = len(editor.cards())
    editor.sees("Nothing wrong found.")
    assert "Every comparison made holds." in editor.at("cards").text


def test_editing_checks_again(editor: Editor) -> None:
    editor.paste(WEEKDAY)
    editor.sees("1 error.")
    editor.at("article").send_keys(Keys.END, Keys.ENTER, Keys.ENTER, "It is 10 miles (26 km) away.")
    editor.sees("2 errors.")
    editor.at("article").send_keys(Keys.CONTROL, "a")
    editor.at("article").send_keys(Keys.DELETE)
    editor.sees("Nothing to check yet.")
    assert editor.cards() == []


def test_lines_stay_under_their_figures_while_words_are_typed_before_them(editor: Editor) -> None:
    editor.paste(WEEKDAY)
    editor.sees("1 error.")
    editor.at("article").send_keys(Keys.CONTROL, Keys.HOME)
    editor.browser.execute_script("document.execCommand('insertText', false, 'Yesterday 😀 ')")
    assert editor.underlined("error.stated") == ["Tuesday"]
    editor.sees("1 error.")
    assert editor.underlined("error.stated") == ["Tuesday"]


def test_signs_that_a_browser_counts_twice_move_nothing(editor: Editor) -> None:
    editor.paste(f"😀👩‍👩‍👧 𝟛 {WEEKDAY}")
    editor.sees("1 error.")
    assert editor.underlined("error.stated") == ["Tuesday"]
    editor.browser.find_element(By.CSS_SELECTOR, ".card .fix").click()
    editor.sees("Nothing wrong found.")
    assert editor.text() == f"😀👩‍👩‍👧 𝟛 {WEEKDAY.replace('Tuesday', 'Monday')}"


def test_a_dropped_file_is_opened_whatever_its_format(editor: Editor) -> None:
    page = f"<html><head><title>x</title></head><body><article><h1>Talks</h1><p>{WEEKDAY}</p><p>Then they left it.</p></article></body></html>"
    editor.drop("talks.html", page.encode())
    editor.sees("1 error.")
    assert editor.text().startswith(f"# Talks\n\n{WEEKDAY}")
    editor.drop("plain.txt", b"Nothing but 5 words here.")
    editor.wait(lambda: editor.text() == "Nothing but 5 words here.")


def test_a_file_is_opened_from_the_disk(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(f"---\ndate: 2025-08-26\n---\n{WEEKDAY}\n")
    editor.at("file").send_keys(str(tmp_path / "draft.md"))
    editor.sees("1 error.")
    assert editor.at("date-hint").text == "The article says 26 August 2025."


def test_a_file_that_cannot_be_read_is_named_and_nothing_lost(editor: Editor, tmp_path: Path) -> None:
    editor.paste(WEEKDAY)
    editor.sees("1 error.")
    with zipfile.ZipFile(tmp_path / "broken.zip", "w") as archive:
        archive.writestr("a", "b")
    editor.drop("broken.zip", (tmp_path / "broken.zip").read_bytes())
    editor.wait(lambda: "broken.zip" in editor.at("trouble").text)
    assert editor.text() == WEEKDAY
    editor.at("article").send_keys(" ")
    editor.wait(lambda: not editor.at("trouble").is_displayed())


def test_malformed_front_matter_is_said_and_the_findings_fade(editor: Editor) -> None:
    editor.paste("---\ntitle: [\n---\nFive men.")
    editor.wait(lambda: editor.at("trouble").is_displayed())
    assert re.search(r"line \d", editor.at("trouble").text)


def test_a_source_is_held_against_the_article_and_quoted(editor: Editor) -> None:
    editor.paste("Profit for the year was $2.54 billion at the pump maker, it said.")
    editor.drop(
        "release.txt",
        b"The maker told us more.\n\nProfit for the year was $2.45 billion at the pump maker.",
        "source-box",
    )
    editor.wait(lambda: len(editor.cards()) == 1)
    assert editor.at("source-name").text == "release.txt"
    quote = editor.browser.find_element(By.CSS_SELECTOR, ".quote")
    assert "release.txt, line 3" in quote.text
    assert quote.find_element(By.TAG_NAME, "mark").text == "$2.45 billion"
    editor.press("clear-source")
    editor.wait(lambda: editor.cards() == [])


def test_the_day_of_publication_is_held_against_the_text(editor: Editor) -> None:
    editor.paste("The talks began on Tuesday, Aug. 25.")
    editor.sees("Nothing to compare: no figure depends on another.")
    editor.browser.execute_script(
        "const d = document.getElementById('date'); d.value = '2025-08-26'; d.dispatchEvent(new Event('input'))"
    )
    editor.sees("1 error.")


def test_what_holds_is_shown_when_asked_for(editor: Editor) -> None:
    editor.paste(WEEKDAY.replace("Tuesday", "Monday"))
    editor.sees("Nothing wrong found.")
    assert not editor.at("held").is_displayed()
    editor.press("show-held")
    assert "Aug. 25, 2025" in editor.at("held-list").text
    editor.at("held-list").find_element(By.TAG_NAME, "button").click()
    assert editor.selected() == "Monday"


def test_a_card_says_nothing_twice(editor: Editor) -> None:
    editor.paste(TWO)
    editor.sees("2 errors.")
    worked = [one.text for one in editor.browser.find_elements(By.CSS_SELECTOR, ".card .worked")]
    assert worked == ["$2.6 billion / $2.1 billion - 1 = 18.6% to 29.3%; the text says 14%"]


def test_where_nothing_is_wrong_there_is_nothing_to_step_through(editor: Editor) -> None:
    editor.paste("They met on Monday, Aug. 25, 2025.")
    editor.sees("Nothing wrong found.")
    assert editor.at("work").text == "1 figure read, 1 of 1 comparison holds."
    assert [editor.at(id).is_displayed() for id in ("previous", "next", "show-held")] == [False, False, True]


def test_text_in_another_language_is_said_to_be_unread(editor: Editor) -> None:
    editor.paste(
        "Der Gewinn stieg um 14 Prozent von 2,1 auf 2,6 Milliarden Euro, und das Haus ist mit dem Jahr nicht zufrieden."
    )
    editor.sees("No figures to check.")
    assert editor.at("work").text == "Not checked: text in neither English nor Korean."


def test_what_was_made_can_be_saved(editor: Editor) -> None:
    editor.drop("talks.md", TWO.encode())
    editor.sees("2 errors.")
    editor.browser.find_element(By.CSS_SELECTOR, ".card .fix").click()
    editor.sees("1 error.")
    assert editor.saved("save-text", "talks.md") == TWO.replace("Tuesday", "Monday")
    report = json.loads(editor.saved("save-json", "talks-factcheck.json"))
    assert [finding["rule"] for finding in report["documents"][0]["findings"]] == ["percent-change"]
    page = editor.saved("save-report", "talks-factcheck.html")
    assert page.startswith("<!doctype html>")
    assert "The room holds 200 people." in page


def test_an_article_of_markup_and_script_is_text(editor: Editor) -> None:
    editor.paste(HOSTILE)
    editor.sees("1 error.")
    editor.drop(f"{'<img src=x onerror=alert(1)>'}.md", HOSTILE.encode(), "source-box")
    editor.wait(lambda: editor.at("source").get_attribute("value") == HOSTILE)
    assert editor.browser.title == "factcheck"
    assert editor.browser.find_elements(By.CSS_SELECTOR, "main script, main img, main b") == []
    assert editor.text() == HOSTILE


def test_a_browser_would_run_no_script_of_another_page(editor: Editor) -> None:
    ran = editor.browser.execute_async_script(
        """const done = arguments[0]; const script = document.createElement('script');
        try { script.textContent = 'window.ran = true'; document.body.append(script); } catch { }
        setTimeout(() => done(window.ran === true), 200)"""
    )
    assert ran is False
    editor.browser.get_log("browser")


def test_a_phone_has_it_all_in_one_column_with_the_finding_over_the_text(editor: Editor) -> None:
    editor.width(390, phone=True)
    editor.press("example")
    editor.sees("8 errors and 1 warning.")
    assert editor.browser.execute_script("return document.documentElement.scrollWidth") <= 390
    editor.press("next")
    editor.press("next")
    card = editor.browser.find_element(By.CSS_SELECTOR, ".card.chosen")
    view = editor.browser.execute_script("return [scrollY, scrollY + innerHeight]")
    mark = editor.browser.find_element(By.CSS_SELECTOR, "#under .chosen.stated")
    box = editor.browser.execute_script(
        "const b = arguments[0].getBoundingClientRect(); return [b.left, b.right, b.bottom]", card
    )
    assert 0 <= box[0] < box[1] <= 390
    assert view[0] <= mark.location["y"] < view[1]
    card.find_element(By.CSS_SELECTOR, ".fix").click()
    editor.sees("7 errors and 1 warning.")


def test_the_dark_has_light_words_on_a_dark_page(editor: Editor) -> None:
    def brightness(what: str) -> float:
        colour = editor.browser.execute_script(f"return getComputedStyle(document.body).{what}")
        return sum(map(float, re.findall(r"[\d.]+", colour)[:3])) / 3

    assert brightness("backgroundColor") > 200 and brightness("color") < 100
    dark = [{"name": "prefers-color-scheme", "value": "dark"}]
    editor.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": dark})
    assert brightness("backgroundColor") < 60 and brightness("color") > 200


def test_a_server_that_is_gone_is_said_in_plain_words(browser: webdriver.Chrome, downloads: Path) -> None:
    with served() as url:
        editor = Editor(browser, url, downloads)
        editor.paste(WEEKDAY)
        editor.sees("1 error.")
    editor.at("article").send_keys(Keys.END, " More.")
    editor.wait(lambda: "factcheck serve" in editor.at("trouble").text)
    assert editor.text() == f"{WEEKDAY} More."
    browser.get_log("browser")


def test_the_report_of_a_file_shows_what_holds_without_script(browser: webdriver.Chrome, tmp_path: Path) -> None:
    from factcheck import check_text
    from factcheck.report.html import report_html

    target = tmp_path / "report.html"
    target.write_text(report_html([check_text(f"{TWO}\n\nIt was signed on Monday, Aug. 25, 2025.")]), "utf-8")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(target.as_uri())
        held = browser.find_element(By.CSS_SELECTOR, ".held")
        assert not held.is_displayed()
        browser.find_element(By.TAG_NAME, "label").click()
        assert held.is_displayed()
        browser.find_element(By.CSS_SELECTOR, ".copy .figure.error.stated").click()
        assert browser.current_url.endswith("#d1-f1")
        browser.find_element(By.CSS_SELECTOR, ".card .number").click()
        assert browser.current_url.endswith("#d1-f1-at")
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
