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

불법 주차 민원은 4만 2650건에서 3만 4120건으로 줄었고, 시는 차량 2만 1736대를 견인했다.
단속 카메라는 연말까지 529대로 늘린다.
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

| Company | Compensation paid (£m) | Complaints |
|---|---|---|
| Arden | 8.9 | 97 |
| Midline | 10.9 | 61 |
| Westway | 7.1 | 38 |
"""
MARKETS = """---
date: 2025-06-11
---

| Fish | Tonnes | Value (million crowns) | Mean price (crowns per kg) |
|---|---|---|---|
| Cod | 38,450 | 1,153.5 | 30.00 |
| Mackerel | 31,870 | 541.8 | 17.00 |

| | May 2025 | May 2024 | Change |
|---|---|---|---|
| Load factor | 86.3% | 84.2% | +2.1 pts |
| Punctuality | 81.6% | 83.5% | -1.9 pts |

| £m | Q1 2025 | Q4 2024 |
|---|---|---|
| Vehicle batteries | 1,293.0 | 1,561.2 |
| Storage | 341.8 | 360.5 |
| Small cells | 192.6 | 183.9 |
"""
MUSEUM = """---
date: 2024-03-05
---

The Harbour Museum had 214,600 visitors in 2023, 8.2% more than in 2022 (198,300). Ticket sales brought in £1.92 million.

The new wing will cost £8.4 million and open in May 2026. A fire gutted 204 sheds behind the museum in June.
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
        ("The city towed 21,736 vehicles.", set()),
        ("There will be more than 529 cameras by the end of the year.", {("529", "bound")}),
        ("There will be more than 500 cameras by the end of the year.", set()),
        ("There will be 529 cameras by the end of the year.", set()),
    ],
)
def test_korean_answers_counters_and_bounds_are_understood(article: str, expected: set[tuple[str, str]]) -> None:
    assert told(article, POLL, "2024-04-19") == expected


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("The cash that came in was £18.7m, a quarter down on last year.", set()),
        ("The cash that came in was £18.7m, in the half-year of 2022.", {("£18.7m", "misplaced")}),
        ("Revenue was £286.4m. Cash brought £18.7m in, on 9,844 trains.", set()),
        ("Greer has the smallest spending of all, $15,480 a pupil.", {("$15,480", "topmost")}),
        ("Of the schools the one with the smallest classes and the costliest spending is Greer, at $15,480.", set()),
        ("The school with the lowest spending per pupil is Greer, at $15,480.", {("$15,480", "topmost")}),
        ("It paid more compensation than any other company, £8.9m.", {("£8.9m", "topmost")}),
        ("It paid more compensation than any other company, £10.9m.", set()),
    ],
)
def test_columns_and_superlatives_are_those_nearest(article: str, expected: set[tuple[str, str]]) -> None:
    assert told(article, ACCOUNTS, "2023-11-08") == expected


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Cod sold for 30 crowns a kilo and mackerel for 17.", set()),
        ("Mackerel sold for 30 crowns a kilo.", {("30", "misplaced")}),
        ("Mackerel landings were worth 541.8 million crowns.", set()),
        ("The load factor was 86.3%, up 2.1 percentage points.", set()),
        ("Punctuality was 81.6%, up 1.9 percentage points.", {("1.9 percentage points", "direction")}),
        ("Vehicle batteries brought in £1,293m, storage £341.8m and small cells £192.6m.", set()),
        ("Vehicle batteries brought in £1,293m, storage £341.8m and small cells £183.9m.", {("£183.9m", "misplaced")}),
        ("Storage brought in £341.8m, and small cells £192.6m, against £183.9m in the fourth quarter.", set()),
    ],
)
def test_cells_have_the_unit_and_the_period_that_is_theirs(article: str, expected: set[tuple[str, str]]) -> None:
    assert told(article, MARKETS, "2025-06-12") == expected


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("The county's four other museums had 196,300 visitors.", set()),
        ("In 2022 the museum had 196,300 visitors.", {("196,300", "digit")}),
        ("The wing was to have cost £4.8 million.", set()),
        ("The wing will cost £4.8 million.", {("£4.8 million", "swapped")}),
        ("The fire gutted 240 sheds at the museum.", {("240", "swapped")}),
        ("The fire gutted 204 sheds at the museum.", set()),
    ],
)
def test_others_and_plans_given_up_are_left_alone(article: str, expected: set[tuple[str, str]]) -> None:
    assert told(article, MUSEUM, "2024-03-06") == expected


SCHEMES = """---
date: 2025-05-21
lang: ko
---

한빛시는 20일 공유 킥보드 업체 34곳을 점검해 187건의 위반을 적발하고 업체에 400만 원 이상의 과태료를 부과했다고 밝혔다.

18세 이상 이용자는 전체의 31.2%로 3.4% 늘었고 매출 증가율 전망치는 15~20%이다. 상담회에서는 2140만 달러의 계약이 이뤄졌으며 영업손실은 143억 원이다.
"""


@pytest.mark.parametrize(
    "article",
    [
        "Alarm bells will be installed in 18,000 homes.",
        "The country has 3.4 prisoners for each officer in its two largest regions.",
        "Sales to the United States were 1.87 million bags.",
        "An operator that breaks the rules may be fined up to 5 million won.",
        "Its share of the market is 16.7% after a rise in sales of 5.1%.",
        "Workers with a contract earn less than 3 million won ($2,140) a month.",
        "Diesels have dropped by a third in all, users of the fleet say.",
        "According to the union, 214 tenants never got back 41.3 billion won.",
    ],
)
def test_what_only_its_digits_tie_to_a_figure_is_no_slip(article: str) -> None:
    lead = "HANBIT, May 20 - The city said it had found 187 violations at 34 scooter firms and fined them 4 million won or more."
    assert told(f"{lead}\n\n{article}", SCHEMES, "2025-05-21") == set()


@pytest.mark.parametrize(
    ("article", "slip"),
    [
        ("Users of 18 and over were 32.1% of all.", "swapped"),
        ("Contracts of $2.14 billion were signed at the meeting.", "magnitude"),
        ("It had an operating loss of 1.43 billion won.", "magnitude"),
    ],
)
def test_a_slip_in_a_figure_of_the_same_thing_is_found(article: str, slip: str) -> None:
    lead = "HANBIT, May 20 - The city said it had found 187 violations at 34 scooter firms and fined them 4 million won or more."
    assert slip in {name for _, name in told(f"{lead}\n\n{article}", SCHEMES, "2025-05-21")}


def test_a_percentage_in_the_paragraph_over_a_table_is_not_its_unit() -> None:
    source = "---\ndate: 2023-11-07\n---\n\nBirths rose steeply (10.1%).\n\n| | May | So far |\n|---|---|---|\n| Births | 20,590 | 178,600 |\n| Deaths | 29,362 | 264,816 |\n"
    assert told("Deaths were 264,816 people so far.", source, "2023-11-08") == set()
    assert told("Deaths came to 264,861 so far.", source, "2023-11-08") == {("264,861", "swapped")}


FERRIES = """---
date: 2025-09-10
---

| Ferry route | Passengers 2023 | Passengers 2024 | Cars 2024 |
|---|---|---|---|
| Melby-Skarn | 812,400 | 846,900 | 204,100 |
| Melby-Torsay | 402,700 | 371,500 | 118,600 |
| Harwick-Ulsta | 236,100 | 258,800 | 64,300 |
| Skarn-Torsay | 58,900 | 61,200 | 9,800 |

The pier at Skarn was shut from 3 March to 5 May 2025. The port police dealt with 2,316 complaints in the year.
"""
HARVEST = """---
date: 2024-01-25
lang: ko
---

농가의 1인당 쌀 소비량은 80.3kg, 비농가는 55.5kg이다. 3분기 매출은 3,846억 원, 중개수수료는 2,013억 원이다.
"""


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Torsay's two boats carried 432,700 people between them.", set()),
        ("The boat from Melby to Torsay carried 371,500 people, and it was built in 2023.", set()),
        ("The boat from Melby to Torsay carried 371,500 people in 2023.", {("371,500", "misplaced")}),
        ("The pier at Skarn opened on Sundays for the first time last March.", set()),
        ("The port police, with 2,136 officers, are paid by the state.", set()),
        ("The port police dealt with 2,136 complaints.", {("2,136", "swapped")}),
    ],
)
def test_sums_of_one_name_years_of_other_clauses_and_other_nouns(article: str, expected: set[tuple[str, str]]) -> None:
    lead = "Ferries from Melby to Skarn carried 846,900 passengers in 2024, up from 812,400."
    assert told(f"{lead}\n\n{article}", FERRIES, "2025-09-11") == expected


@pytest.mark.parametrize(
    "article",
    [
        "Farm households got through 80.3 kilograms of rice a head, against 55.5 kilograms in other homes.",
        "Sales came to 384.6 billion won, of which commissions made 201.3 billion won.",
        "It was its first quarterly profit, on sales of 384.6 billion won.",
    ],
)
def test_contraries_and_quarterly_figures_are_read_as_meant(article: str) -> None:
    assert told(article, HARVEST, "2024-01-26") == set()


RENTS = """---
date: 2025-06-16
---

# Student housing survey 2025

Thefts by what was taken: meat 19%, perfume 17%, spirits 12%. The bakery can make 4.2 million sausage rolls a month.

| City | Students | Beds in halls | Applicants per 10 beds | Working over 15 hours (%) |
|---|---|---|---|---|
| Varne | 71,300 | 14,200 | 24 | 17 |
| Tolm | 30,900 | 9,300 | 15 | 19 |
| Lerwin | 33,700 | 6,900 | 18 | 25 |
"""


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Thefts from shops were up by a fifth, and perfume made up 17%.", set()),
        ("Perfume made up 19% of the thefts.", {("19%", "misplaced")}),
        ("A quarter of the students in Lerwin said they worked more than 15 hours a week.", set()),
        ("The state grant for student housing, unchanged since 2021, is 360 euros.", set()),
        ("The bakery can make 4.2 million sausage rolls a week.", {("4.2 million", "unit")}),
        ("The bakery can make 4.2 million sausage rolls a month.", set()),
    ],
)
def test_fractions_hours_and_years_of_background_are_left_alone(article: str, expected: set[tuple[str, str]]) -> None:
    lead = "Varne has 71,300 students and 14,200 beds in halls, a survey of student housing shows."
    assert told(f"{lead}\n\n{article}", RENTS, "2025-06-18") == expected


STEEL = """---
date: 2025-07-24
lang: ko
---

| 구분(억 원) | 2025년 2분기 | 2024년 2분기 | 전년 동기 대비(%) |
|---|---|---|---|
| 매출액 | 11,196 | 12,223 | -8.4 |
| - 쇳덩이 | 1,540 | 1,270 | 21.3 |
| 영업이익 | 206 | 834 | -75.3 |

| 시도 | 2023년 변동률(%) | 2024년 변동률(%) |
|---|---|---|
| 대전 | -21.57 | 2.62 |
| 동해 | -22.27 | 2.22 |
| 세종 | -30.71 | 6.45 |
"""


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Ingots did well: their sales rose 21.3% to 154 billion won.", set()),
        ("Ingots sold well, and their sales came to 154 billion won.", set()),
        ("Values rose by 6.45% in Sejong, by 2.62% in Daejeon and, in Donghae, by 2.22%.", set()),
        ("Values climbed in Daejeon by 2.62% and those of Donghae 2.22%.", set()),
        ("Operating profit was 1,119.6 billion won.", {("1,119.6 billion won", "misplaced")}),
    ],
)
def test_a_row_that_has_no_name_in_the_article_s_language(article: str, expected: set[tuple[str, str]]) -> None:
    lead = "Sales fell 8.4% to 1.12 trillion won from 1.22 trillion, and operating profit to 20.6 billion from 83.4 billion."
    assert told(f"{lead}\n\n{article}", STEEL, "2025-07-24") == expected


CABINET = """---
date: 2025-05-13
---

The smallest primary school, Pike Lane, closes on 31 August 2025. Posts lost: 27, of which retirements 11.

The mean price was EUR 4.12/kg (2024: 7.46), and the cabinet voted 6-3 for the budget of £24.6 million.
"""


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Schools will have 27 fewer posts in September, and the smallest, Pike Lane, will close.", set()),
        ("Pike Lane, the smallest primary school, closes in July.", {("July", "date")}),
        ("The mean price was 4.12 euros, as against 7.64 a year ago.", {("7.64", "swapped")}),
        ("The mean price was 4.12 euros, as against 7.46 a year ago.", set()),
    ],
)
def test_a_month_is_of_what_its_clause_tells(article: str, expected: set[tuple[str, str]]) -> None:
    lead = "The cabinet voted 6-3 for a budget of £24.6 million, with 11 of the posts going through retirement."
    assert told(f"{lead}\n\n{article}", CABINET, "2025-05-14") == expected


GAMES = """---
date: 2026-02-11
lang: ko
---

해외 매출은 대만 842억 원, 일본 731억 원, 북미 469억 원이다.
"""


@pytest.mark.parametrize(
    ("sums", "expected"),
    [
        ("84.2 billion won, ahead of Japan, 73.1 billion, and North America, 46.9 billion", set()),
        (
            "84.2 billion won, ahead of Japan, 71.3 billion, and North America, 46.9 billion",
            {("71.3 billion", "swapped")},
        ),
    ],
)
def test_bare_billions_behind_a_sum_are_sums(sums: str, expected: set[tuple[str, str]]) -> None:
    assert told(f"Of its sales abroad Taiwan brought {sums}.", GAMES, "2026-02-11") == expected


LENDING = """---
date: 2025-06-25
lang: ko
---

연체율은 은행 0.53%, 비은행 3.92%이다. 금융불안지수는 5월 21.9, 가계대출은 1분기 말 1,928조 7천억 원이다.
"""


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Of overdue loans non-banks had most, with 3.92%, banks fewest, with 0.53%.", set()),
        ("Household debt stood at 1,928.7 trillion won in March, and the stress index at 21.9.", set()),
    ],
)
def test_contraries_in_two_languages_and_months_of_other_figures(article: str, expected: set[tuple[str, str]]) -> None:
    lead = "Banks have 0.53% of their loans overdue, and household loans come to 1,928.7 trillion won."
    assert told(f"{lead}\n\n{article}", LENDING, "2025-06-25") == expected
