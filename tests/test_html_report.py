"""The report as one page: whole, escaped, every figure linked with what is said of it."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_report import article, clean, compared, faulty

from factcheck import check_text, cli
from factcheck.document import Document, UnreadableError
from factcheck.model import Report
from factcheck.read import read_text
from factcheck.report.html import report_html
from factcheck.report.underlines import Underline, pieces

EXAMPLE = Path(__file__).parent.parent / "examples" / "summit-with-slips.md"
VOID = {"meta", "input", "br"}
HOSTILE = """# <script>alert(1)</script> & 4 <b>men</b>

They met on Tuesday, Aug. 25, 2025, said `</style><script>alert(2)</script>` <img src=x onerror=alert(3)>.

Profit rose 14% from $2.1 billion to $2.6 billion "onmouseover="alert(4) \x01 \u202e.
"""


class Page(HTMLParser):
    """The elements of a page with their attributes and words; AssertionError where they do not nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.all: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, dict(attrs), [])
        self.all.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for _, _, words in self.open:
            words.append(data)

    def texts(self, tag: str, style: str = "") -> list[str]:
        return [
            "".join(words)
            for name, has, words in self.all
            if name == tag and style in (has.get("class") or "").split(" ")
        ]

    def ids(self) -> list[str]:
        return [has["id"] or "" for _, has, _ in self.all if "id" in has]

    def links(self) -> list[str]:
        return [has["href"] or "" for _, has, _ in self.all if "href" in has]


def example() -> Page:
    return Page(report_html([check_text(EXAMPLE.read_text(), path="summit.md")]))


def test_the_findings_stand_in_reading_order_with_all_that_is_said() -> None:
    page = example()
    assert page.texts("span", "rule")[:9] == [
        "list-count", "weekday-date", "percent-points", "part-whole", "currency-conversion/magnitude", "name-variant",
        "duration", "share", "unit-conversion/divided",
    ]  # fmt: skip
    assert "Aug. 25, 2025 was a Monday, not a Tuesday." in page.texts("p", "message")
    assert "“$450 billion” for “$540 billion”" in page.texts("dd", "fix")
    assert any(words.startswith("126 trillion won / $9.12 billion = ") for words in page.texts("dd"))


def test_the_whole_article_is_there() -> None:
    document = read_text(EXAMPLE.read_text())
    page = example()
    shown = "".join(re.sub(r"[\s\d]", "", words) for words in page.texts("div", "copy"))
    assert shown == re.sub(r"[\s\d]", "", document.text)


def test_every_link_leads_somewhere_and_every_name_is_given_once() -> None:
    for reports in ([check_text(EXAMPLE.read_text())], [faulty(), compared(), clean()]):
        page = Page(report_html(reports))
        assert len(set(page.ids())) == len(page.ids())
        assert {link.removeprefix("#") for link in page.links()} <= set(page.ids())


def test_both_sides_are_linked() -> None:
    links = example().links()
    for number in range(1, 9):
        assert {f"#d1-f{number}", f"#d1-f{number}-at"} <= set(links)


def test_what_holds_is_underlined_and_told() -> None:
    page = example()
    assert len(page.texts("section", "held")) == 1
    assert any("currency-conversion" in words for words in page.texts("li"))
    assert "7 trillion won" in page.texts("a", "holds")


def test_figures_that_overlap_are_all_reachable() -> None:
    page = example()
    assert [words for words in page.texts("a", "stated") if words in ("Tuesday", "four")] == [
        "four",
        "Tuesday",
        "Tuesday",
    ]
    assert ", Aug. 25" in page.texts("a", "basis")


def test_an_article_of_markup_and_script_is_shown_as_text() -> None:
    text = report_html([check_text(HOSTILE, path='"><script>alert(5)</script>.md')])
    page = Page(text)
    assert {"script", "img", "b"}.isdisjoint(tag for tag, _, _ in page.all)
    assert not any(name.startswith("on") for _, has, _ in page.all for name in has)
    assert any("alert(1)" in words for words in page.texts("div", "copy"))
    assert "\x01" not in text
    assert "14%" in page.texts("a", "error")


def test_a_page_needs_nothing_from_elsewhere() -> None:
    text = report_html([faulty()])
    assert "default-src 'none'" in text
    assert re.findall(r"(?:src|url|@import|https?:)\W", text.replace("default-src", "").replace("style-src", "")) == []


def test_places_in_a_companion_are_shown_with_its_words() -> None:
    page = Page(report_html([compared()]))
    assert page.texts("p", "companion") == ["release.md, line 1Profit for the year was $2.45 billion."]
    assert page.texts("mark") == ["$2.45 billion"]


def test_several_articles_have_a_list_of_contents_and_one_that_cannot_be_read_its_reason() -> None:
    page = Page(report_html([faulty(), clean()], [UnreadableError("gone.md", "there is no such file")]))
    (contents,) = page.texts("nav")
    assert contents.count("news/pumps.md") == 2
    assert "gone.mdcould not be checked" in contents
    assert "It could not be checked: there is no such file." in page.texts("p", "meta")


def test_a_table_stays_a_table() -> None:
    text = "# Rain\n\n| Town | May | June | Total |\n|---|---|---|---|\n| Elm | 10 | 20 | 31 |\n| Oak | 1 | 2 | 3 |\n\nIt rained on.\n"
    page = Page(report_html([check_text(text)]))
    assert [re.sub(r"\s", "", words)[:3] for words in page.texts("tr")] == ["Tow", "Elm", "Oak"]
    assert page.texts("th") == ["Town", "May", "June", "Total"]
    assert "It rained on." in page.texts("p", "paragraph")


@pytest.mark.parametrize(
    "report", [clean(), Report(article()), Report(Document("a.md", "a", "a", published=date(2025, 8, 5)))]
)
def test_nothing_found_is_said(report: Report) -> None:
    page = Page(report_html([report]))
    assert page.texts("section", "card") == []
    assert page.texts("h1")[0].startswith("Nothing")


def test_the_command_writes_it(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    assert cli.main(["check", str(EXAMPLE), "--format", f"html={target}"]) == 1
    assert len(Page(target.read_text("utf-8")).texts("section", "card")) == 9


LINES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 9), st.sampled_from(["error", "warning", "note", "holds"]), st.booleans()),
    max_size=8,
)  # fmt: skip


@given(LINES)
def test_pieces_cover_the_text_once_and_show_the_gravest_line_over_each(
    drawn: list[tuple[int, int, str, bool]],
) -> None:
    lines = [
        Underline(start, start + length, kind, stated, f"f{n}") for n, (start, length, kind, stated) in enumerate(drawn)
    ]
    cut = pieces(40, lines)
    assert [piece.start for piece in cut] == [0, *(piece.end for piece in cut[:-1])]
    assert cut[-1].end == 40
    order = ["error", "warning", "note", "holds", None]
    for piece in cut:
        over = [line for line in lines if line.start <= piece.start and piece.end <= line.end]
        gravest = min((order.index(line.kind) for line in over), default=4)
        assert (piece.over.kind if piece.over else None) == order[gravest]
    assert sorted(line for piece in cut for line in piece.closing) == sorted(line for line in lines if line.stated)
