"""Conversions: however coarsely true figures are rounded they hold, and a wrong one is caught."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.pipeline import check_text
from factcheck.quantity import Interval
from factcheck.reference import rates
from factcheck.reference.units import convert

PAIRS = [("miles", "kilometers"), ("acres", "hectares"), ("pounds", "kilograms"), ("feet", "meters"), ("mph", "kph"),
         ("square miles", "square kilometers"), ("gallons", "liters"), ("inches", "centimeters")]  # fmt: skip
DAY = date(2019, 5, 14)


def digits(value: Fraction, places: int) -> str:
    """The value to so many significant digits, as news writes it."""
    return (
        f"{int(float(f'{float(value):.{places}g}')):,}" if value >= 100 else f"{float(f'{float(value):.{places}g}'):g}"
    )


def outcome(text: str, rule: str) -> tuple[bool, bool]:
    report = check_text(text, select=frozenset({rule}), published=DAY)
    return bool(report.findings), bool(report.held)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PAIRS), st.integers(11, 9999), st.integers(2, 4))
def test_a_true_conversion_holds_however_it_is_rounded(pair: tuple[str, str], value: int, places: int) -> None:
    answer = convert(Interval.exactly(value), *pair)[0].middle
    text = f"It came to {value:,} {pair[0]} ({digits(answer, places)} {pair[1]}) in all."
    assert outcome(text, "unit-conversion") == (False, True)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PAIRS), st.integers(11, 9999), st.sampled_from([3, 4, 6, 15, 16, 18, 25]))
def test_a_conversion_off_by_a_fifth_or_more_is_caught(pair: tuple[str, str], value: int, tenths: int) -> None:
    answers = [one.middle * tenths / 10 for one in convert(Interval.exactly(value), *pair)]
    near = [abs(one.middle / answers[0] - 1) < Fraction(1, 5) for one in convert(Interval.exactly(value), *pair)]
    text = f"It came to {value:,} {pair[0]} ({digits(answers[0], 3)} {pair[1]}) in all."
    assert any(near) or outcome(text, "unit-conversion") == (True, False)


@settings(max_examples=100, deadline=None)
@given(st.integers(11, 9999), st.integers(2, 4), st.sampled_from(["won", "yen", "Swiss francs", "pounds"]))
def test_money_at_the_rate_of_the_day_holds(value: int, places: int, name: str) -> None:
    code = {"won": "KRW", "yen": "JPY", "Swiss francs": "CHF", "pounds": "GBP"}[name]
    band = rates.band(code, "USD", DAY, DAY)
    assert band
    dollars = value * 10**9 * band.middle / 10**6
    text = f"It cost {value:,} billion {name} (${digits(dollars, places)} million) in all."
    report = check_text(text, select=frozenset({"currency-conversion"}), published=DAY)
    assert report.held or all(finding.severity == "note" for finding in report.findings)


@pytest.mark.parametrize("power", [-3, -1, 1, 2, 3])
def test_a_wrong_power_of_ten_is_named(power: int) -> None:
    band = rates.band("KRW", "USD", DAY, DAY)
    assert band
    dollars = 126 * 10**12 * band.middle * Fraction(10) ** power / 10**6
    report = check_text(f"It cost 126 trillion won (${digits(dollars, 3)} million).", published=DAY)
    (finding,) = [found for found in report.findings if found.rule.startswith("currency-conversion")]
    assert (finding.rule, finding.severity) == ("currency-conversion/magnitude", "error")
