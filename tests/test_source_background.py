"""An article beside its source: a figure that speaks of something else is no slip, one of the same thing is."""

from __future__ import annotations

import pytest

from factcheck import check_document
from factcheck.read import read_text

POLL = """---
date: 2024-04-18
lang: ko
---

독서 실태조사에서 책을 읽기 어려운 이유로는 '일 때문에 시간이 없어서'(24.4%)가 가장 많았고 '책 이외의 매체를 이용해서'(23.4%)가 뒤를 이었다.

불법 주차 민원은 4만 2650건에서 3만 4120건으로 줄었고, 시는 차량 2만 1736대를 견인했다. 1분기 말 수주잔고는 96조 원이다.
강릉 산불로 시설물 204동이 불탔다. 단속 카메라는 연말까지 529대로 늘린다.
"""
ACCOUNTS = """---
date: 2023-11-07
---

Births rose to 20,590 in the month, an increase of 10.1% on a year ago, as more couples were married (10.1%) than in any May.

| £m | H1 2023/24 | H1 2022/23 | Trains run | Staff |
|---|---|---|---|---|
| Revenue | 286.4 | 261.8 | 1,204 | 612 |
| Free cash flow | 18.7 | 24.9 | 9,844 | 338 |
| Net debt | 96.3 | 88.1 | 3,117 | 207 |

| School | Pupils | Spending per pupil |
|---|---|---|
| Ashby | 12,418 | $13,940 |
| Colton | 8,305 | $12,615 |
| Greer | 3,096 | $15,480 |
"""


def told(article: str, source: str, date: str) -> set[tuple[str, str]]:
    """The words of each figure that is an error or a warning, with what slip it is."""
    text = f"---\ndate: {date}\n---\n\n{article}\n"
    found = check_document(read_text(text, "article.md"), companions=(read_text(source, "source.md"),))
    return {
        (found.document.text[finding.spans[0].start : finding.spans[0].end], finding.rule.rpartition("/")[2])
        for finding in found.findings
        if finding.severity != "note" and finding.rule.startswith("source-mismatch")
    }


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Asked why they did not read, 24.4% said they had no time for it and 23.4% named other media.", set()),
        (
            "Asked why they did not read, 23.4% had no time for it and 24.4% named other media.",
            {("24.4%", "misplaced")},
        ),
        ("The city towed more than 21,700 badly parked vehicles.", set()),
        ("The firm has orders worth 9.6 trillion won.", {("9.6 trillion won", "magnitude")}),
        ("The firm has orders worth 96 trillion won.", set()),
    ],
)
def test_korean_answers_counters_and_words_are_understood(article: str, expected: set[tuple[str, str]]) -> None:
    assert told(article, POLL, "2024-04-19") == expected


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("The cash that came in was £18.7m, a quarter down on last year.", set()),
        ("Free cash flow was £18.7m, on 9,844 trains.", set()),
        ("Greer has the smallest and the costliest schools at $15,480 a pupil.", set()),
        ("Greer has the smallest spending of all, $15,480 a pupil.", {("$15,480", "topmost")}),
    ],
)
def test_columns_and_superlatives_are_those_nearest(article: str, expected: set[tuple[str, str]]) -> None:
    assert told(article, ACCOUNTS, "2023-11-08") == expected


def test_a_percentage_in_the_paragraph_over_a_table_is_not_its_unit() -> None:
    source = "---\ndate: 2023-11-07\n---\n\nBirths rose steeply (10.1%).\n\n| | May | So far |\n|---|---|---|\n| Births | 20,590 | 178,600 |\n| Deaths | 29,362 | 264,816 |\n"
    assert told("Deaths were 264,816 people so far.", source, "2023-11-08") == set()
    assert told("Deaths came to 264,861 so far.", source, "2023-11-08") == {("264,861", "swapped")}
