import io

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text
from test_report import article, clean, compared, faulty, percent_change, spans

from factcheck.document import Document
from factcheck.model import Report
from factcheck.report.paper import console, paper
from factcheck.report.plain import cells, plain
from factcheck.report.summary import counted, joined, summary
from factcheck.report.text import print_findings, print_summary


def printed(*reports: Report, verbose: bool = False, width: int = 80) -> str:
    file = io.StringIO()
    to = console(file)
    to.width = width
    for report in reports:
        print_findings(to, report, verbose=verbose)
    print_summary(to, reports, verbose=verbose)
    return file.getvalue()


def in_colour(report: Report) -> str:
    file = io.StringIO()
    to = Console(file=file, force_terminal=True, color_system="standard", width=80, soft_wrap=True, highlight=False)
    print_findings(to, report)
    return file.getvalue()


@pytest.mark.parametrize("make", [faulty, clean, compared])
@pytest.mark.parametrize("verbose", [False, True])
def test_a_file_gets_the_words_that_a_terminal_gets(make, verbose: bool) -> None:
    file = io.StringIO()
    to = paper(file)
    print_findings(to, make(), verbose=verbose)
    print_summary(to, [make()], verbose=verbose)
    assert file.getvalue() == printed(make(), verbose=verbose)


def test_columns_are_those_of_a_terminal() -> None:
    letters = [plain(chr(number)) for number in (*range(0x3100), *range(0xAC00, 0xAD00), *range(0x1F600, 0x1F640))]
    assert [cells(letter) for letter in letters] == [cell_len(letter) for letter in letters]


def test_a_finding_reads_as_an_editor_would_have_it() -> None:
    assert printed(Report(article(), [percent_change()])).startswith(
        """\
news/pumps.md:5:169  error  percent-change
  Profit is said to have risen 14%; from $2.1 billion to $2.6 billion it rose by
  18.6% to 29.3%.

  5 │ … Profit rose 14% from $2.1 billion to $2.6 billion, the company …
    │               ^^^      ------------    ------------

  working: $2.6 billion / $2.1 billion - 1 = 18.6% to 29.3%
  fix:     24%
  or:      $2.4 billion in place of $2.6 billion
  more:    factcheck explain percent-change
"""
    )


@pytest.mark.parametrize("width", [60, 80, 120])
def test_nothing_is_wider_than_the_page(width: int) -> None:
    reports = faulty(), clean(), compared()
    assert max(cells(line) for line in printed(*reports, verbose=True, width=width).splitlines()) <= width


def test_no_line_ends_in_blanks() -> None:
    assert not [line for line in printed(faulty(), compared(), verbose=True).splitlines() if line != line.rstrip()]


def test_findings_stand_in_the_order_of_the_article() -> None:
    heads = [line for line in printed(faulty()).splitlines() if line.startswith("news/pumps.md:")]
    assert [head.split()[1] for head in heads] == ["note", "error", "warning"]


def test_what_an_article_says_is_never_obeyed() -> None:
    text = printed(faulty()) + in_colour(Report(article(), faulty().findings[:1]))
    assert "[bold]quarter[/bold]" in text
    assert "\x1b[31mred" not in text


def test_control_characters_in_a_name_are_never_obeyed() -> None:
    document = article()
    document.path = "a\x1b[2J.md"
    assert "\x1b" not in printed(Report(document, [percent_change()]), verbose=True)


def test_colour_is_the_severitys_and_adds_no_words() -> None:
    report = Report(article(), [percent_change()])
    coloured = in_colour(report)
    assert "\x1b[1;31merror" in coloured and "\x1b[1;31m^^^" in coloured
    assert Text.from_ansi(coloured).plain.rstrip() in printed(report)


def test_another_documents_lines_stand_under_its_name() -> None:
    lines = printed(compared()).splitlines()
    under = lines[lines.index("      in release.md:") + 1 :]
    assert under[0] == "  1 │ Profit for the year was $2.45 billion."


def test_what_holds_is_shown_when_asked_for_with_its_place_and_working() -> None:
    text = printed(clean(), verbose=True)
    assert "✓ 5:36   weekday-date         Aug. 26, 2025 was a Tuesday" in text
    assert "1,381 (within\n                                rounding)" in text
    assert "What holds" not in printed(clean())


def test_many_lines_are_counted_and_not_shown() -> None:
    text = "\n".join(f"{n:,} votes" for n in range(1001, 1021))
    places = spans(*(line.split()[0] for line in text.splitlines()), text=text)
    report = Report(Document("a.md", text, text), [percent_change()._replace(spans=places)])
    assert "and 12 more lines" in printed(report)


def test_a_clean_article_is_said_to_be_checked() -> None:
    assert printed(clean()).splitlines() == [
        "Nothing wrong found in pumps.md.",
        "9 figures read and 2 comparisons made in 0.01 seconds: all hold (1 of them",
        "within rounding).",
        "Right: currency-conversion and weekday-date (--verbose shows each).",
    ]


def test_an_article_without_comparisons_is_not_said_to_be_right() -> None:
    first, second = summary([Report(article(), claims=1)])
    assert first == "Nothing to compare in pumps.md."
    assert second.startswith("1 figure read in 0.00 seconds; none depends on another")


def test_the_summary_counts_and_gives_reasons_when_asked() -> None:
    first, second, *_ = summary([faulty()])
    assert first == "1 error, 1 warning and 1 note in pumps.md."
    assert second.endswith("2 hold (1 of them within rounding), 3 do not.")
    assert list(summary([faulty()], verbose=True))[2:] == [
        "3 more could not be told either way:",
        "  2  the article bears no date",
        "  1  the years may differ",
    ]


def test_no_article_is_no_good_news() -> None:
    assert list(summary([])) == ["No article was checked."]


def test_words_for_numbers_and_lists() -> None:
    assert (counted(1, "figure"), counted(1200, "figure")) == ("1 figure", "1,200 figures")
    assert (joined(["a"]), joined(["a", "b", "c"])) == ("a", "a, b and c")
