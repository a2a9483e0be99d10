"""Figures of a source in another place, and true sentences beside it: exchanged, of another line, another year, another thing."""

from __future__ import annotations

import pytest

from factcheck.pipeline import check_document
from factcheck.read import read_text

PORTS = """---
date: 2025-05-20
---

Harbour Board, results for the half-year to 31 March 2025

| $ million | H1 2024/25 | H1 2023/24 | Change |
|---|---:|---:|---:|
| Ferries | 741.2 | 720.3 | +2.9% |
| Cranes | 588.6 | 544.5 | +8.1% |
| Tugs | 341.9 | 304.2 | +12.4% |

Of those injured, 297 were riders and 163 were walkers. The board ordered the yard to pay a fine of $185,000 and damages of $312,400 to the county.

Berths earned $0.58 million in dry months and $0.41 million in wet ones, a fall of 29%.

Net debt was $312 million at 31 March 2025 ($405 million at 31 March 2024). Empty boxes: 6.8% (7.6% a year earlier).

- Piers $288.4m (€262.1m)
- Sheds $197.6m (€189.0m)
- Slips $156.3m (€150.3m)

| Year | Emissions (t) | Complaints |
|---|---:|---:|
| 2022 | 4,130 | 1,310 |
| 2023 | 3,240 | 985 |
| 2024 | 2,540 | 862 |

| Quay | Boats 2023 | Boats 2024 | Change (%) |
|---|---:|---:|---:|
| North | 318 | 362 | 13.8 |
| South | 1,190 | 1,309 | 10.0 |

Worst was Saturday 13 July. The open day is on Thursday, 5 June at 2 p.m., and tickets sell out by 6 p.m. on Tuesday, 3 June. The last crane will close on Tuesday 30 September 2025. Power costs 12.4 cents per kilowatt hour.
"""
FLATS = """---
date: 2025-06-10
lang: ko
---

누리시는 1분기 아파트 648가구 모집에 4만1472명이 신청했다고 10일 밝혔다. 거래량은 2310건으로 전년 동월(1848건) 대비 25.0% 증가했다.

검은 연기가 퍼지면서 주민 1240가구 2970명이 체육관으로 대피했다. 후판 가격은 톤당 80만 원 아래로 떨어졌다. 투자자에게는 매달 4%의 수익을 약속했다.

설명회는 13일(금) 오후 2시 서울에서 열린다. 참가 신청은 12일 오후 6시까지 받는다.
"""


def told(article: str, source: str = PORTS, date: str = "2025-05-21") -> set[tuple[str, str]]:
    """The words of each figure that is an error or a warning, with what slip it is."""
    text = f"---\ndate: {date}\n---\n\n{article}\n"
    found = check_document(read_text(text, "article.md"), companions=(read_text(source, "source.md"),))
    return {
        (found.document.text[span.start : span.end], finding.rule.partition("/")[2])
        for finding in found.findings
        if finding.rule.startswith("source-mismatch") and finding.severity != "note"
        for span in finding.spans[:1]
    }


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Revenue from tugs advanced 8.1% to $341.9 million.", {("8.1%", "misplaced")}),
        ("Revenue from tugs advanced 12.4% to $341.9 million.", set()),
        ("Ferries brought in $741.2 million, while cranes were up 8.1% at 588.6 million.", set()),
        ("In all, 297 walkers and 163 riders were hurt.", {("297", "misplaced"), ("163", "misplaced")}),
        ("In all, 297 riders and 163 walkers were hurt.", set()),
        ("The hurt were 163 walkers and 297 riders.", set()),
        (
            "The board fined the yard $312,400 and set damages to the county at $185,000.",
            {("$312,400", "misplaced")},
        ),
        ("The board fined the yard $185,000 and set damages to the county at $312,400.", set()),
        ("What berths earned in the wet months dropped by 29% to $0.58 million.", {("$0.58 million", "misplaced")}),
        ("What berths earned in the wet months dropped by 29% to $0.41 million.", set()),
        ("The board had net debt of $405 million at the end of March.", {("$405 million", "misplaced")}),
        ("The board had net debt of $312 million at the end of March.", set()),
        ("Net debt was $405 million a year earlier.", set()),
        ("Slips turned in $197.6m, while the rest came from elsewhere.", {("$197.6m", "misplaced")}),
        ("Slips turned in $156.3m, and sheds $197.6m.", set()),
        ("Emissions came to 3,240 tonnes.", {("3,240 tonnes", "misplaced")}),
        ("Emissions came to 2,540 tonnes.", set()),
        ("Emissions came to 3,240 tonnes in 2023.", set()),
        ("Emissions were 3,240 tonnes the year before.", set()),
        ("Emissions rose by 21.6% to 2,540 tonnes.", {("21.6%", "direction")}),
        ("Emissions fell by 21.6% to 2,540 tonnes.", set()),
        ("Emissions fell by 38.5% in two years to 2,540 tonnes.", set()),
        ("The fastest growth was at South quay, where the number of boats rose by a tenth.", {("a tenth", "topmost")}),
        ("The fastest growth was at North quay, where the number of boats rose by 13.8%.", set()),
        ("The share of empty boxes rose to 6.8%.", {("6.8%", "direction")}),
        ("The share of empty boxes fell to 6.8%.", set()),
        ("Complaints rose to 862.", {("862", "direction")}),
        ("Complaints fell to 862.", set()),
        ("Complaints fell to 985 in 2023, from 1,310.", set()),
    ],
)
def test_a_figure_has_the_place_that_it_has_in_the_source(article: str, expected: set[tuple[str, str]]) -> None:
    assert told(article) == expected


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("The worst day was Sunday, July 13.", {("Sunday, July 13", "date")}),
        ("The worst day was Saturday, July 13.", set()),
        ("The open day begins at 2 p.m. on Tuesday.", {("Tuesday", "misplaced")}),
        ("The open day begins at 2 p.m. on Thursday.", set()),
        ("Tickets go until 6 p.m. on Tuesday.", set()),
        ("The last crane will close on September 30, a Tuesday.", set()),
        ("The last crane will close on September 30. Norland closed its last crane in September 2024.", set()),
        ("The open day is on June 5, a Thursday.", set()),
    ],
)
def test_a_day_is_held_to_its_own_time_and_weekday(article: str, expected: set[tuple[str, str]]) -> None:
    assert told(article) == expected


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Steel plate now costs less than 800,000 won a tonne.", set()),
        ("Investors were promised returns of 4% a month.", set()),
        ("Investors were promised returns of 4% a year.", {("4%", "unit")}),
        ("Smoke drove 1,240 people from 2,970 households to a gymnasium.", {("1,240", "misplaced")}),
        ("Smoke drove 2,970 people from 1,240 households to a gymnasium.", set()),
        ("The briefing is at 2 p.m. on Thursday.", {("Thursday", "misplaced")}),
        ("The briefing is at 2 p.m. on Friday.", set()),
        ("About 52% of Norwegians live in flats, according to census data.", set()),
        ("The town has a population of 41,742.", set()),
    ],
)
def test_a_translation_has_units_places_and_days_of_its_original(article: str, expected: set[tuple[str, str]]) -> None:
    assert told(f"The city of Nuri had 41,472 applicants for 648 flats. {article}", FLATS, "2025-06-10") == expected


def test_a_price_by_the_kilowatt_hour_is_no_price_by_the_kilowatt() -> None:
    assert told("Power costs 12.4 cents a kilowatt-hour.") == set()


BACKGROUND = """
About 52% of Norwegians live by the sea, according to census data.
The agency, which employs 792 people, was set up in 1998.
The building, which has 1,903 rooms, was put up in 1931.
The town, which has a population of 8,260, votes in June.
He owns a house that was listed at $321.4 million two years ago.
A rival, Hanil, earned $731.2 million in the same period.
In Portugal emissions were 2,450 tonnes.
In 2019 the figure was 3,420 tonnes.
A similar scheme in Denmark drew 682 complaints in its first year.
Four other boards had debts of $321 million.
The World Bank expects the economy to grow by 2.4% next year.
Interest rates in America stand at 8.2%.
The village of Ellesby, 136 km to the north, has a pub.
In 1987 a storm there hurt 279 people.
Germany spent $588.9 million on a similar plan in 2021.
Shares of Orsted, a Danish competitor, closed at $156.8.
A decade ago there were 1,390 boats at the quay.
The minister, who is 58, took office in 2022.
The Lorne board, by contrast, lost 1,301 boats.
A survey by the Gallup institute found that 13.3% of people had been on a ferry.
She was elected in 2020 with 53% of the vote.
Only 12.9% of the country's freight goes by rail.
The regulator fined another yard, Ostra, $158,000 in 2018.
Sweden, with a population of 13.8 million, has no such law.
The nearest airport is 31.2 km away.
The union, which has 5,886 members, called it a disgrace.
Tolls at the bridge next door went up by 14.2% last spring.
The cost was originally to have been $288.9 million.
The ferry Vesna, built in 1978, can carry 618 cars.
Inflation was 2.8% in April, the statistics office said.
"We lost 347 hours to fog," said one captain.
It takes 41 minutes to cross the strait by bridge.
About 3,420 cruise ships call at the islands to the south each year.
The record, 4,310 boats, was set in 1968.
The contract was first signed on 31 May 2012.
The dispute began on Tuesday, 13 August 2013.
The shipyard at Ostra shut on 5 July 2021.
The average house in Norland costs $314,200.
Analysts had forecast revenue of $742.1 million.
The lender Norbank said in May that prices would rise by 9.2%.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", BACKGROUND)
def test_a_figure_from_elsewhere_is_left_alone(sentence: str) -> None:
    article = (
        "Revenue from tugs advanced 12.4% to $341.9 million, the Harbour Board said, and that from cranes 8.1% to "
        "$588.6 million. Slips turned in $156.3m. Net debt was $312 million at the end of March. Emissions came to "
        f"2,540 tonnes.\n\n{sentence}"
    )
    assert told(article) == set()
