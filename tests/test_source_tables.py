"""An article beside tables: the unit, year, row and way of a cell are those that its heads name."""

from __future__ import annotations

import pytest

from factcheck import check_document
from factcheck.model import Report
from factcheck.read import read_text

HARVEST = """---
date: 2025-01-20
---

**Norland Statistics Office: harvest 2024**

Table 1. Rye by district

| District | Area 2024 (thousand ha) | Yield 2024 (t/ha) | Output 2023 (thousand t) | Output 2024 (thousand t) | Change (%) |
|---|---:|---:|---:|---:|---:|
| Calder Valley | 52.6 | 5.20 | 301.7 | 273.5 | -9.3 |
| Brent Plain | 88.3 | 6.45 | 541.8 | 569.5 | +5.1 |
| Ardnish | 14.9 | 4.10 | 69.3 | 61.1 | -11.8 |
| **Norland** | **155.8** | **5.80** | **912.8** | **904.1** | **-1.0** |

Table 2. Power bought by mills (GWh)

| | 2022 | 2023 | 2024 |
|---|---:|---:|---:|
| Grid | 1,240 | 1,316 | 1,284 |
| Own turbines | 215 | 240 | 396 |
| **Total** | **1,455** | **1,556** | **1,680** |

Table 3. Quality

| | 2023 | 2024 |
|---|---:|---:|
| Protein content (%) | 12.4 | 11.8 |
| Days of rain at harvest | 31 | 47 |
"""
TOLD = """---
date: 2025-01-21
---

Norland brought in 904,100 tonnes of rye last year, the statistics office said, 1% less than in 2023.

The Brent Plain harvested 569,500 tonnes, a rise of 5.1%, and made up 63% of the crop.

Calder Valley brought in 273,500 tonnes, against 301,700 a year earlier, and Ardnish lost 11.8%.

The mills bought 1.28 terawatt-hours from the grid. Their own turbines gave 396 gigawatt-hours, up from 240 in 2023.

Protein content fell by 0.6 percentage points to 11.8%, and there were 47 days of rain last year.
"""


def report(article: str) -> Report:
    return check_document(read_text(article, "article.md"), companions=(read_text(HARVEST, "harvest.md"),))


def told(found: Report) -> set[tuple[str, str]]:
    """The figures that are found wrong, each with the kind of its finding."""
    return {
        (found.document.text[finding.spans[0].start : finding.spans[0].end], finding.rule)
        for finding in found.findings
        if finding.severity != "note"
    }


def test_a_true_story_about_tables_has_no_alarm() -> None:
    found = report(TOLD)
    assert told(found) == set()
    assert sum(held.rule == "source-mismatch" for held in found.held) >= 12


@pytest.mark.parametrize(
    ("right", "wrong", "figure", "kind"),
    [
        ("569,500 tonnes", "56,950 tonnes", "56,950 tonnes", "magnitude"),
        ("569,500 tonnes", "596,500 tonnes", "596,500 tonnes", "swapped"),
        ("396 gigawatt-hours", "396 megawatt-hours", "396 megawatt-hours", "unit"),
        ("301,700 a year earlier", "273,500 a year earlier", "273,500", "misplaced"),
        ("47 days of rain last year", "31 days of rain last year", "31 days", "misplaced"),
        ("Ardnish lost 11.8%", "Ardnish gained 11.8%", "11.8%", "direction"),
        ("0.6 percentage points", "0.6%", "0.6%", "points"),
        ("1% less than in 2023", "1% more than in 2023", "1%", "direction"),
        ("and Ardnish lost 11.8%", "and own turbines gave 84% more than in 2023", "84%", "years"),
    ],
)
def test_a_slip_about_tables_is_told(right: str, wrong: str, figure: str, kind: str) -> None:
    assert TOLD.count(right) == 1
    assert (figure, f"source-mismatch/{kind}") in told(report(TOLD.replace(right, wrong)))


def test_a_row_goes_on_into_the_next_sentence() -> None:
    article = (
        "---\ndate: 2025-01-21\n---\n\nArdnish had a poor year. It brought in 273,500 tonnes, or 9.3% less.\n"
        + TOLD[29:]
    )
    assert ("273,500 tonnes", "source-mismatch/misplaced") in told(report(article))


LEASES = """---
date: 2025-09-02
---

조사에 따르면 1인 가구의 주거 형태는 월세 44.7%, 자가 26.3%, 전세 23.9% 순이었다. 월평균 소득은 246만 원이다. 김은 t당 3만700달러에 팔렸다.
연구에는 5년간 350억 원을 투입한다. 한빛시는 8일 보고서 수백 건을 냈다.
"""


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Some 44.7% live on jeonse and 26.3% own their homes.", {("44.7%", "source-mismatch/misplaced")}),
        ("Some 23.9% live on jeonse and 26.3% own their homes.", set()),
        ("Laver sold for $30.7 a kilogram. Seven billion won a year is spent on research.", set()),
        ("The city sent 362 reports in June.", set()),
    ],
)
def test_what_a_figure_is_of_is_looked_at(article: str, expected: set[tuple[str, str]]) -> None:
    text = f"---\ndate: 2025-09-03\n---\n\nHANSOL, Sept 3 - A survey of one-person households found an income of 2.46 million won. {article}\n"
    found = check_document(read_text(text, "article.md"), companions=(read_text(LEASES, "source.md"),))
    assert told(found) == expected


ACCOUNTS = """---
date: 2025-09-02
---

| £m unless stated | 2024 | 2023 |
|---|---:|---:|
| Cider | 82.9 | 76.6 |
| Bottles (million) | 31.4 | 29.8 |

Foreign spouses were in 10.9% of the marriages, compared with 12.3% a year earlier. Fuel was bought at $742 per tonne.
The adult fare is 8,400 crowns, with a discount of 20% for two weeks. Piers Tolland, 61, was jailed. Some 46 meetings were held.
"""


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Cider brought in £82.9 million and 31.4 million bottles were sold.", set()),
        ("Cider brought in £89.2 million.", {("£89.2 million", "source-mismatch/swapped")}),
        ("Those with a foreign spouse made up 12.3% of the total.", {("12.3%", "source-mismatch/misplaced")}),
        ("Those with a foreign spouse made up 10.9%, down from 12.3% a year earlier.", set()),
        ("Fuel was bought at $742 a barrel.", {("$742", "source-mismatch/unit")}),
        ("The discount of 20% brings the adult fare to about 6,700 crowns.", set()),
        ("Ronald Massey, 71, watched from the gallery as Piers Tolland was led away.", set()),
        ("Executives held 64 meetings.", {("64", "source-mismatch/swapped")}),
    ],
)
def test_what_two_figures_have_to_do_with_each_other_is_looked_at(article: str, expected: set[tuple[str, str]]) -> None:
    text = f"---\ndate: 2025-09-03\n---\n\nThe figures of the brewery, of marriages and of fares were published on Tuesday. {article}\n"
    found = check_document(read_text(text, "article.md"), companions=(read_text(ACCOUNTS, "source.md"),))
    assert told(found) == expected
