"""Reports made by hand, with everything in them that a report can hold, for the tests of every face."""

from datetime import date

from factcheck.document import Document, Span
from factcheck.model import Finding, Held, Report, Severity
from factcheck.report.tally import reasons, tally

HEADLINE = "Profit jumps a [bold]quarter[/bold] \x1b[31mred\x1b[0m"
BODY = (
    "SEOUL - The maker of pumps said on Tuesday that demand from abroad had lifted its business, and that "
    "it expects to hire in the spring as new orders arrive. Profit rose 14% from $2.1 billion to $2.6 "
    "billion, the company said, in a year in which it opened plants in Busan, Ulsan and two towns in the "
    "south and took on 1,200 people, while analysts had expected rather less of it, and had said so in "
    "their notes. It paid 126 trillion won ($91.2 billion), a sum which no company had paid before."
)
KOREAN = "네 개 기업은 미국에 모두 126조 원을 투자한다고 밝혔고 이는 지난해보다 25퍼센트 늘어난 규모다."
TEXT = f"{HEADLINE}\n{BODY}\n{KOREAN}\n"
SOURCE = f"---\ntitle: x\n---\n{TEXT}"
RELEASE = "Profit for the year was $2.45 billion."


def spans(*words: str, text: str = TEXT, file: str = "") -> tuple[Span, ...]:
    """Return where each of the words stands in a text."""
    return tuple(Span(text.index(word), text.index(word) + len(word), file) for word in words)


def article() -> Document:
    """Return an article whose words stand sixteen characters and three lines further down in its file."""
    return Document("news/pumps.md", TEXT, SOURCE, origins=(len(SOURCE) - len(TEXT),), published=date(2025, 8, 26))


def percent_change() -> Finding:
    """Return a finding with three figures in one long paragraph and two fixes."""
    return Finding(
        "percent-change",
        Severity.ERROR,
        "Profit is said to have risen 14%; from $2.1 billion to $2.6 billion it rose by 18.6% to 29.3%.",
        "$2.6 billion / $2.1 billion - 1 = 18.6% to 29.3%",
        ("24%", "$2.4 billion in place of $2.6 billion"),
        spans("14%", "$2.1 billion", "$2.6 billion"),
    )


def faulty() -> Report:
    """Return a report with findings of each severity, things that hold, and things that nobody could tell."""
    headline = Finding(
        "headline-body/figure", Severity.NOTE, "The headline has a quarter, the text 14%.", "", (),
        spans("[bold]quarter[/bold]", "14%"),
    )  # fmt: skip
    korean = Finding(
        "share",
        Severity.WARNING,
        "25퍼센트 does not follow.",
        "126 / 4",
        ("26퍼센트",),
        spans("25퍼센트", "126조 원"),
    )
    held = [
        Held("currency-conversion", "126 trillion won / $91.2 billion = 1,381", spans("126 trillion won"), True),
        Held("weekday-date", "Aug. 26, 2025 was a Tuesday", spans("Tuesday")),
    ]
    unproven = {"the article bears no date": 2, "the years may differ": 1}
    return Report(article(), [headline, percent_change(), korean], held, unproven, 17, 0.0214)


def clean() -> Report:
    """Return a report in which all that was compared holds."""
    return Report(article(), held=faulty().held, claims=9, seconds=0.01)


def compared() -> Report:
    """Return a report with a figure that another document contradicts."""
    release = Document("release.md", RELEASE, RELEASE)
    places = (*spans("$2.6 billion"), *spans("$2.45 billion", text=RELEASE, file="release.md"))
    message = "The article has $2.6 billion, the release $2.45 billion."
    finding = Finding("source-mismatch", Severity.ERROR, message, "", ("$2.45 billion",), places)
    return Report(article(), [finding], claims=3, companions={"release.md": release})


def test_a_tally_counts_what_was_compared_apart_from_what_could_not_be() -> None:
    run = tally([faulty(), clean()])
    assert (run.documents, run.claims, run.relations, run.held, run.held_by_rounding) == (2, 26, 7, 4, 2)
    assert (run.errors, run.warnings, run.notes, run.unproven) == (1, 1, 1, 3)


def test_reasons_are_added_up_over_articles_and_the_most_frequent_leads() -> None:
    assert reasons([faulty(), faulty()]) == [("the article bears no date", 4), ("the years may differ", 2)]


def test_no_reports_come_to_nothing() -> None:
    assert set(tally([])) == {0}
