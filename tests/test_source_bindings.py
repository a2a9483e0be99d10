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


YARDS = """---
date: 2025-07-25
lang: ko
---

삼보중공업은 올해 2분기 매출 3조 1,420억 원, 영업이익 2,846억 원을 기록했다고 25일 공시했다. 순이익은 1,957억 원이다.

부문별 영업이익은 조선 1,912억 원, 해양플랜트 604억 원, 엔진 330억 원이다. 수주 잔량은 148척이다.

공장에서는 올해 마늘 83톤을 급식에 썼다. 2024년 방문객은 1억 8,118만 명으로 전년(1억 3,144만 명)보다 늘었고, 미국 2,205만 명, 일본 1,180만 명, 독일 412만 명 순이었다.
"""
EARNED = (
    "Sambo Heavy Industries made an operating profit of 284.6 billion won on sales of 3.142 trillion won, it said. "
)
SHORT = "Sambo Heavy Industries made a net profit of 195.7 billion won in the quarter, it said, on sales of 3.142 trillion won. "
OF_OTHERS = [
    (EARNED, "The operating profit of a yard in the south was 248.6 billion won."),
    (SHORT, "Rival Hanil Shipbuilding last week reported an operating profit of 248.6 billion won."),
    (SHORT, "In Taiwan, where Sambo has no yard, the operating profit of the yards was 248.6 billion won."),
    (SHORT, "Twelve years ago the operating profit was 248.6 billion won."),
    (SHORT, "In 2019 the yards shrank, jobs went and the operating profit was 248.6 billion won."),
    (EARNED, "Offshore plants brought in 60.4 billion won and engines 33 billion won."),
    (
        EARNED,
        "Visitors numbered 181.18 million. The United States sent 22.05 million visitors, Japan 11.8 million and Germany 4.12 million.",
    ),
    (EARNED, "The 83 tonnes of garlic went to its kitchens. The town grows 8,300 tonnes of garlic a year."),
    (EARNED, "Visitors numbered 181.18 million last year, against 131.44 million in 2023."),
]


@pytest.mark.parametrize("before, sentence", OF_OTHERS)
def test_a_figure_of_somebody_else_or_of_another_time_is_no_slip(before: str, sentence: str) -> None:
    assert told(before + sentence, YARDS, "2025-07-28") == {}


OF_ITS_OWN = [
    ("The operating profit was 248.6 billion won.", {"248.6 billion won": "swapped"}),
    ("Offshore plants brought in 33 billion won and engines 60.4 billion won.", {"60.4 billion won": "misplaced"}),
    ("At Sambo the backlog was 184 ships at the end of the quarter.", {"184": "swapped"}),
]


@pytest.mark.parametrize("sentence, wrong", OF_ITS_OWN)
def test_a_slip_in_what_the_source_says_is_told(sentence: str, wrong: dict[str, str]) -> None:
    assert told(SHORT + sentence, YARDS, "2025-07-28") == wrong


PORTS = """
| Port | Passengers 2022 | Passengers 2023 | Passengers 2024 | Freight 2024 (tonnes) | Households | Fires |
|---|---|---|---|---|---|---|
| Marsel | 412,300 | 455,800 | 501,900 | 3,214,000 | 61,750 | 2,916 |
| Tarves | 286,400 | 279,100 | 263,500 | 5,872,000 | 48,300 | 1,284 |
| Lenny | 98,200 | 102,400 | 99,700 | 412,000 | 27,900 | 437 |
"""
CARRIED = "Marsel carried 501,900 passengers in 2024, Tarves 263,500 and Lenny 99,700. "
NOT_OF_THE_CELL = [
    "A ferry to Lenny takes 98 minutes.",
    "Cruise ships brought another 99,300 visitors to Tarves in 2024 and 41,200 to Marsel.",
    "In 2019 Tarves carried 326,500 passengers and Marsel 519,000.",
    "Marsel's 61,750 households are more than those of Tarves, and most of the fires, 2,916, were there.",
    "The old quarter of Gessen has 42,200 tonnes of stone.",
]


@pytest.mark.parametrize("sentence", NOT_OF_THE_CELL)
def test_a_figure_of_another_measure_year_or_row_is_no_slip_for_a_cell(sentence: str) -> None:
    assert told(CARRIED + sentence, PORTS) == {}


def test_a_slip_for_the_cell_that_row_and_head_name_is_told() -> None:
    assert told("Marsel carried 509,100 passengers in 2024 and Tarves 263,500.", PORTS) == {"509,100": "swapped"}
