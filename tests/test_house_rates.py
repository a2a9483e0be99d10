"""A house's own rates of exchange, what the report says of rates, and what it says where there are none."""

from __future__ import annotations

import json
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import cli
from factcheck.dates import spelled_out
from factcheck.model import Report
from factcheck.pipeline import check_text
from factcheck.quantity import Interval
from factcheck.reference import rates
from factcheck.reference.own import OwnRates, read_rates

DAY = date(2025, 8, 25)
LONG = 'date,base,quote,rate\n2025-08-25,USD,TWD,30.45\n2025-08-22,USD,VND,"26,350"\n'
WIDE = "date per USD,TWD,KRW\n2025-08-22,30.60,\n2025-08-25,30.45,1300\n"


def own(text: str) -> OwnRates:
    found, slips = read_rates(text, "folder/rates.csv")
    assert not slips
    return found


def checked(text: str, own_rates: OwnRates | None = None, on: date = DAY) -> Report:
    return check_text(text, published=on, select=frozenset({"currency-conversion"}), rates=own_rates)


def working(report: Report) -> str:
    (outcome,) = [*report.findings, *report.held]
    return outcome.working


@pytest.mark.parametrize(
    "text", [LONG, WIDE, LONG.replace(",", ";").replace("26;350", "26350"), "\ufeff" + LONG.replace("\n", "\r\n")]
)
def test_a_rate_of_the_house_s_is_used_and_named_with_its_days(text: str) -> None:
    report = checked("It paid 3.05 billion Taiwan dollars ($100 million) for it.", own(text))
    assert len(report.held) == 1
    assert "(rates.csv, " in working(report)
    assert "25 August 2025)" in working(report)
    assert checked("It paid 3.05 billion Taiwan dollars ($200 million) for it.", own(text)).findings


def test_the_house_s_rate_counts_before_the_shipped_one() -> None:
    text = "It paid 131.3 billion won ($101 million) for it."
    assert checked(text).findings
    report = checked(text, own(WIDE))
    assert working(report).endswith("the market was at 1,300 in the ten days before (rates.csv, 25 August 2025)")
    assert report.held


def test_the_shipped_rates_serve_where_the_house_has_none() -> None:
    old = "It paid 112 billion won ($100 million) for it."
    held = working(checked(old, own(WIDE), date(2018, 8, 27)))
    assert "(European Central Bank reference rates, 17 to 27 August 2018)" in held


def test_a_rate_is_crossed_with_the_shipped_ones() -> None:
    report = checked("It paid NT$3.05 billion (86 million euros) for it.", own(LONG))
    assert report.held
    assert "(rates.csv and European Central Bank reference rates, " in working(report)


def test_a_rate_said_the_other_way_round_is_the_same() -> None:
    back = own("date,base,quote,rate\n2025-08-25,TWD,USD,0.03284\n")
    assert checked("It paid 3.05 billion Taiwan dollars ($100 million) for it.", back).held


def test_what_rate_is_wanting_is_said_without_being_asked(tmp_path: Path, capsys) -> None:
    article = tmp_path / "draft.md"
    article.write_text(
        "---\ndate: 2025-08-25\n---\nIt paid NT$3.05 billion ($100 million), then NT$6.1 billion ($200 million).\n"
    )
    assert cli.main(["check", str(article)]) == 0
    assert "Not checked: no rate for the Taiwan dollar; give one with --rates (2×)." in " ".join(
        capsys.readouterr().out.split()
    )
    table = tmp_path / "rates.csv"
    table.write_text(LONG)
    assert cli.main(["check", str(article), "--rates", str(table)]) == 0
    assert "Not checked" not in capsys.readouterr().out


@pytest.mark.parametrize("text, name", [
    ("It cost 26 trillion Vietnamese dong ($1 billion).", "the dong"),
    ("It cost 130 billion Argentine pesos ($100 million).", "the Argentine peso"),
    ("It cost 3 billion Taiwan dollars ($100 million).", "the Taiwan dollar"),
])  # fmt: skip
def test_the_currency_without_a_rate_is_named_as_its_country_s(text: str, name: str) -> None:
    assert checked(text).unproven == {f"no rate for {name}; give one with --rates": 1}


def test_a_day_before_the_history_is_named() -> None:
    report = checked("It was worth 126 billion won ($152 million).", on=date(1987, 3, 3))
    assert report.unproven == {"no rate for the won on 3 March 1987; give one with --rates": 1}


def test_rates_older_than_the_text_are_called_so_with_their_age_and_days() -> None:
    end = rates.newest()
    text = "It paid 140 billion won ($1.4 billion) for it."
    late = working(checked(text, on=end + timedelta(7)))
    assert f"{spelled_out(end, end).split(' ', 1)[1]}, 7 days older than the text)" in late
    later = working(checked(text, on=end + timedelta(60)))
    assert "the newest rates known, 60 days older than the text, are " in later
    assert later.endswith(f"{spelled_out(end, end)})")
    assert "(European Central Bank reference rates, " in later


def test_own_rates_older_than_the_text_are_called_so() -> None:
    later = working(checked("It paid NT$3.05 billion ($100 million) for it.", own(LONG), DAY + timedelta(90)))
    assert later.endswith("the newest rates known, 90 days older than the text, are 30.45 (rates.csv, 25 August 2025)")


@pytest.mark.parametrize("text, words", [
    ("", "line 1: the head of the table does not tell what its columns are"),
    ("day,rate\n", "line 1: the head of the table does not tell what its columns are"),
    ("date per USD,TWX\n2025-08-25,3\n", "line 1: there is no currency TWX"),
    ("date,base,quote,rate\n25/08/2025,USD,TWD,30", "line 2: “25/08/2025” is no day; write it as 2025-08-25"),
    ("date,base,quote,rate\n2025-02-30,USD,TWD,30", "line 2: “2025-02-30” is no day"),
    ("date,base,quote,rate\n\n2025-08-25,USD,TWD,0", "line 3: “0” is no rate"),
    ("date,base,quote,rate\n2025-08-25,USD,TWD,1e400", "line 2: “1e400” is no rate"),
    ("date,base,quote,rate\n2025-08-25,USD,TWD,\"30,45\"", "line 2: “30,45” is no rate"),
    ("date,base,quote,rate\n2025-08-25,USD,ABC,30", "line 2: there is no currency ABC"),
    ("date,base,quote,rate\n2025-08-25,USD,USD,1", "line 2: the rate is of USD in USD"),
    ("date,base,quote,rate\n2025-08-25,USD", "line 2: the row has 2 columns; it needs 4"),
    ("date per USD,TWD\n2025-08-25,30\n2025-08-25,31", "line 3: line 2 has another rate of USD in TWD"),
    ("date,base,quote,rate\n2025-08-25,USD,TWD,30\n2025-08-25,TWD,USD,0.5", "line 3: line 2 has another rate"),
])  # fmt: skip
def test_a_slip_in_a_table_of_rates_is_named_with_its_line(text: str, words: str, tmp_path: Path, capsys) -> None:
    table, article = tmp_path / "rates.csv", tmp_path / "draft.md"
    table.write_text(text)
    article.write_text("They met on Tuesday, Aug. 25, 2025.\n")
    assert cli.main(["check", str(article), "--rates", str(table), "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert err.startswith(f"factcheck: {table}: {words}")
    assert len(err.splitlines()) == 1
    assert [found["rule"] for found in json.loads(out)["documents"][0]["findings"]] == ["weekday-date"]


@settings(deadline=None)
@given(st.text() | st.text('date,bsquotr\n;USDTWEK0123456789-."', max_size=200))
def test_any_text_is_a_table_of_rates_or_named_as_none(text: str) -> None:
    found, slips = read_rates(text, "rates.csv")
    assert all(point.rate > 0 for points in found.points.values() for point in points)
    assert all(str(slip).startswith("rates.csv: line ") for slip in slips)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10**6)), min_size=1, unique_by=lambda pair: pair[0]),
    st.integers(0, 40),
)
def test_a_band_holds_the_rates_of_its_days_and_no_other(points: list[tuple[int, int]], length: int) -> None:
    start = date(2025, 1, 1)
    rows = [f"{start + timedelta(day)},USD,TWD,{rate / 100:.2f}" for day, rate in points]
    found = own("date,base,quote,rate\n" + "\n".join(rows)).quoted("USD", "TWD", start, start + timedelta(length))
    inside = [Fraction(rate, 100) for day, rate in points if day <= length]
    assert (found.band if found else None) == (Interval(min(inside), max(inside)) if inside else None)


# Central banks' own words: the Saudi and the Emirati peg to the dollar, the Hong Kong band of 7.75 to 7.85 since 2005.
@pytest.mark.parametrize(
    "code, rate",
    [("SAR", "3.75"), ("AED", "3.6725"), ("QAR", "3.64"), ("OMR", "0.3845"), ("BHD", "0.376"), ("JOD", "0.709")],
)
def test_a_peg_to_the_dollar_is_the_central_bank_s(code: str, rate: str) -> None:
    found = rates.quoted("USD", code, DAY, DAY)
    assert found
    assert found.band.middle == Fraction(rate)
    assert found.source.startswith(f"fixed peg of {rate} ")


def test_the_hong_kong_dollar_never_left_its_band_by_more_than_the_hours_between_two_quotes() -> None:
    band = rates.band("USD", "HKD", date(2005, 5, 19), rates.newest())
    assert band
    off = Fraction(1, 100)
    assert Fraction("7.75") * (1 - off) < band.low < band.high < Fraction("7.85") * (1 + off)


def test_a_currency_not_yet_in_the_euro_has_its_market_rate() -> None:
    assert rates.source("EUR", "BGN", DAY) == rates.BANK
    assert rates.source("EUR", "BGN", date(2026, 2, 1)).startswith("fixed conversion rate")
