"""Which figure of its source a figure of an article stands for: what nothing ties to one is left alone."""

from __future__ import annotations

import pytest

from factcheck import check_document
from factcheck.read import read_text

RELEASE = """---
date: 2025-05-21
---

**Marlow Foods plc: preliminary results for the year to 31 March 2025**

- Group revenue £812.6m (2024: £749.3m), up 8.4%
- Like-for-like revenue growth 3.1% (2024: 5.6%)
- Bakery revenue £143.8m (2024: £121.7m), up 18.2%; dairy £668.8m (2024: £627.6m), up 6.6%
- Net cash £14.6m (31 March 2024: net debt £22.3m)
- Loans of £5.2 million over 10 years at 3.2%
- 4,120 employees, of whom 1,870 work in Leeds

Profit of between £190.0 million and £198.0 million is expected for the next year. Flour costs £42 a tonne.

The first shop opened on 1 May.
"""
ORIGINAL = """---
date: 2025-08-13
lang: ko
---

한빛제강은 올해 2분기 매출이 4863억 원, 영업이익이 612억 원이라고 13일 공시했다.

미국 매출은 1184억 원(41.3% 증가), 유럽은 541억 원(63.4% 증가)이었다. 8월 주택 매매는 4216건으로 전월(5038건)보다 줄었다.

공장에서는 조종사 340명과 엔지니어 187명이 일한다. 아파트 분양가는 3.3㎡당 평균 2486만 원이고 계약금은 10%이다.

경찰은 4명을 구속하고 27명을 불구속 입건했다.
"""
TABLES = """---
date: 2025-05-21
---

**Overnight stays (thousands)**

| Island | 2022 | 2023 | 2024 | Share 2024 (%) |
|---|---|---|---|---|
| Great Corran | 3,905.1 | 4,498.0 | 4,702.6 | 70.1 |
| Ness | 1,118.7 | 1,254.9 | 1,198.2 | 17.9 |
| Skelm | 84.0 | 102.6 | 131.9 | 2.0 |
| Ildray | 512.2 | 588.4 | 676.1 | 10.1 |
| All islands | 5,620.0 | 6,443.9 | 6,708.8 | 100.0 |

The tallest tower was hit on 30 June.
"""


def told(article: str, source: str, date: str = "2025-05-22", language: str = "en") -> dict[str, str]:
    """The words of each figure that is an error or a warning, with what slip it is."""
    read = read_text(f"---\ndate: {date}\nlang: {language}\n---\n\n{article}", "article.md")
    report = check_document(read, companions=[read_text(source, "source.md")], select=frozenset({"source-mismatch"}))
    return {
        report.document.text[found.spans[0].start : found.spans[0].end]: found.rule.partition("/")[2]
        for found in report.findings
        if str(found.severity) != "note"
    }


NEWS = """Marlow Foods made £812.6m in sales, against £749.3m a year earlier, and has 4,120 employees, it said on Wednesday.

Bakery grew by 18.2 per cent to £143.8m and dairy by 6.6 per cent to £668.8m. """
LEFT_ALONE = [
    "Shares in the company fell 4.8 per cent to 231p.",
    "The chief executive, who joined in 2021, bakes at home. Adjusted profit was better.",
    "It will pay for itself in a little under five and a half years.",
    "The middle of that range of profit is £194 million.",
    "At £42 a tonne, 1,850 tonnes of flour cost £77,700.",
    "The first shop opened in May 2023.",
    "The economy grew by 2.1 per cent in 2024.",
    "Like-for-like growth had been 5.6 per cent in the year to March 2024.",
]


@pytest.mark.parametrize("sentence", LEFT_ALONE)
def test_what_nothing_ties_to_the_source_is_left_alone(sentence: str) -> None:
    assert told(NEWS + sentence, RELEASE) == {}


OF_ANOTHER = [
    ("Like-for-like growth was 5.6 per cent, against about 3 per cent for all grocers.", "5.6 per cent"),
    ("It had net debt of £14.6m at the end of March.", "£14.6m"),
    ("Sales of bread rose by 6.6 per cent to £143.8m.", "6.6 per cent"),
]


@pytest.mark.parametrize("sentence, wrong", OF_ANOTHER)
def test_a_figure_of_another_time_noun_or_amount_is_told(sentence: str, wrong: str) -> None:
    assert told(NEWS + sentence, RELEASE) == {wrong: "misplaced"}


TRANSLATED = (
    "Hanbit Steel's sales came to 486.3 billion won and its operating profit to 61.2 billion won, it said Wednesday. "
)
SLIPS = [
    ("Sales in Europe jumped 41.3% to 54.1 billion won.", "41.3%"),
    ("It employs 187 pilots and 340 engineers.", "187"),
    ("Police said 27 of the suspects are in custody.", "27"),
    ("Sales of homes rose by 822 to 4,216 in August.", "822"),
    ("A flat costs 24.86 million won ($17,900) per square meter on average.", "24.86 million won"),
]


@pytest.mark.parametrize("sentence, wrong", SLIPS)
def test_what_two_figures_are_of_is_told_apart_in_two_languages(sentence: str, wrong: str) -> None:
    assert wrong in told(TRANSLATED + sentence, ORIGINAL, "2025-08-14")


RIGHT = [
    "Sales in Europe jumped 63.4% to 54.1 billion won.",
    "It employs 340 pilots and 187 engineers.",
    "Police said four of the suspects are in custody.",
    "Sales of homes fell by 822 to 4,216 in August.",
    "A flat costs 24.86 million won ($17,900) per 3.3 square meters on average.",
]


@pytest.mark.parametrize("sentence", RIGHT)
def test_the_same_told_rightly_is_left_alone(sentence: str) -> None:
    assert told(TRANSLATED + sentence, ORIGINAL, "2025-08-14") == {}


COUNTED = "Visitors spent 6.7 million nights on the islands last year. "
CELLS = [
    ("Ness had 1.12 million stays.", {"1.12 million": "misplaced"}),
    ("Ness had 1.12 million stays in 2022.", {}),
    ("Skelm, home to 840 people, has grown.", {}),
    ("Ildray, where the sea is warm, sold 131,900 stays; it grew most.", {"131,900": "misplaced"}),
    ("Ness has the highest share of the stays, 17.9 per cent.", {"17.9 per cent": "topmost"}),
    ("Great Corran has the highest share of the stays, 70.1 per cent.", {}),
    ("Ness has the second-highest share of the stays, 17.9 per cent.", {}),
    ("The share of Ness in all stays was 17.9 per cent, a fifth more than it hopes for.", {}),
    ("In the year to June 2024 the tower was hit.", {}),
]


@pytest.mark.parametrize("sentence, expected", CELLS)
def test_a_cell_is_that_of_its_row_and_its_last_year(sentence: str, expected: dict[str, str]) -> None:
    assert told(COUNTED + sentence, TABLES) == expected


def test_a_rounded_figure_is_no_sharper_than_its_source() -> None:
    source = "The line at Harnell cost about 2.7 billion crowns. It has 14 stations and 31 kilometres of track."
    article = "The line at Harnell cost 2.74 billion crowns, its owner says. It has 14 stations on 31 kilometres."
    assert told(article, source) == {}
