"""Rates, growth and statistics: true figures hold however coarsely they are rounded, wrong ones are caught."""

from __future__ import annotations

from fractions import Fraction
from math import erfc, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checks.statistics import _odds
from factcheck.pipeline import check_text


def significant(value: float, places: int) -> str:
    """The value to so many digits, as news writes it."""
    text = f"{float(f'{value:.{places}g}'):.10f}".rstrip("0").rstrip(".")
    whole, _, decimals = text.partition(".")
    return f"{int(whole):,}" + (f".{decimals}" if decimals else "")


def outcome(text: str, rule: str) -> tuple[bool, bool]:
    report = check_text(text, select=frozenset({rule}))
    return bool(report.findings), bool(report.held)


@settings(max_examples=100, deadline=None)
@given(st.integers(1000, 9_999_999), st.integers(13, 997), st.integers(2, 5))
def test_a_true_rate_holds_however_it_is_rounded(total: int, number: int, places: int) -> None:
    text = f"It paid ${total:,} to {number} victims, or ${significant(total / number, places)} per victim."
    findings, held = outcome(text, "rate")
    assert not findings and (held or total <= number or places == 2)


@settings(max_examples=100, deadline=None)
@given(st.integers(10_000, 9_999_999), st.integers(13, 997), st.sampled_from([0.1, 0.5, 0.8, 1.3, 2, 10]))
def test_a_rate_off_by_a_fifth_or_more_is_caught(total: int, number: int, times: float) -> None:
    text = f"It paid ${total:,} to {number} victims, or ${significant(total / number * times, 3)} per victim."
    assert total / number * times >= total or outcome(text, "rate")[0]


@settings(max_examples=100, deadline=None)
@given(st.integers(101, 9999), st.integers(1, 15), st.integers(2, 20), st.integers(3, 5))
def test_true_growth_holds(start: int, rate: int, years: int, places: int) -> None:
    end = significant(start * (1 + rate / 100) ** years, places)
    text = f"Sales rose by {rate} per cent a year, from ${start} million in 2001 to ${end} million in {2001 + years}."
    assert not outcome(text, "growth")[0]


@settings(max_examples=50, deadline=None)
@given(st.integers(101, 9999), st.integers(4, 15), st.integers(3, 20))
def test_a_rate_of_growth_that_is_twice_the_true_one_is_caught(start: int, rate: int, years: int) -> None:
    end = significant(start * (1 + rate / 100) ** years, 4)
    text = (
        f"Sales rose by {2 * rate} per cent a year, from ${start} million in 2001 to ${end} million in {2001 + years}."
    )
    assert outcome(text, "growth")[0]


@settings(deadline=None)
@given(st.integers(100, 20_000))
def test_the_margin_of_a_random_sample_holds(size: int) -> None:
    points = round(98 / sqrt(size), 1)
    assert outcome(f"The poll of {size:,} adults has a margin of error of {points} points.", "statistics") == (
        False,
        True,
    )


@settings(deadline=None)
@given(st.integers(5, 30), st.integers(5, 149))
def test_a_mean_that_whole_numbers_have_holds(many: int, total: int) -> None:
    mean = f"{float(Fraction(total, many)):.2f}"
    assert not outcome(f"On a scale of 1 to 5 the mean was {mean} for {many} answers.", "statistics")[0]


# The values are those of printed tables.
@pytest.mark.parametrize(
    "test, value, one, two, odds",
    [("t", 2.048, "28", None, 0.05), ("t", 2.763, "28", None, 0.01), ("F", 3.159, "2", "57", 0.05),
     ("χ2", 3.841, "1", None, 0.05), ("χ2", 18.307, "10", None, 0.05), ("z", 1.96, None, None, 0.05),
     ("r", 0.361, "28", None, 0.05)],
)  # fmt: skip
def test_odds_are_those_of_the_tables(test: str, value: float, one: str | None, two: str | None, odds: float) -> None:
    assert _odds(test, value, one, two) == pytest.approx(odds, abs=2e-4)


def test_the_normal_tail_is_the_standard_librarys() -> None:
    assert _odds("z", 2.5, None, None) == pytest.approx(erfc(2.5 / sqrt(2)))


@settings(max_examples=60, deadline=None)
@given(st.integers(50, 900), st.integers(2, 9), st.integers(5, 35))
def test_the_true_payment_on_a_loan_holds(thousands: int, rate: int, years: int) -> None:
    monthly = rate / 1200
    payment = round(thousands * 1000 * monthly / (1 - (1 + monthly) ** (-12 * years)))
    text = (
        f"On a loan of £{thousands},000 over {years} years at {rate} per cent, a household pays £{payment:,} a month."
    )
    assert outcome(text, "growth") == (False, True)


@settings(max_examples=60, deadline=None)
@given(st.integers(11, 99), st.integers(3, 9), st.integers(8, 30))
def test_compound_interest_holds_and_simple_interest_does_not(hundreds: int, rate: int, years: int) -> None:
    start, tenths = hundreds * 1000 + 250, rate / 100 + 0.005
    text = "The bond pays {}.5% a year, compounded. Put in €{:,} and you take out €{:,} {} years later."
    grown, simple = round(start * (1 + tenths) ** years), round(start * (1 + tenths * years))
    assert outcome(text.format(rate, start, grown, years), "growth") == (False, True)
    assert outcome(text.format(rate, start, simple, years), "growth")[0]


LOANS = [
    "Borrowers of ${:,} over {} years at {} percent would pay ${} a month.",
    "The monthly payment on a loan of ${:,} over {} years at {} percent would be ${}.",
]


@settings(max_examples=25, deadline=None)
@given(st.integers(20, 400), st.sampled_from([10, 15, 20, 30]), st.integers(3, 9), st.sampled_from(LOANS))
def test_a_monthly_payment_is_held_to_its_loan(thousands: int, years: int, rate: int, shape: str) -> None:
    loan, monthly = thousands * 1000, rate / 1200
    paid = loan * monthly / (1 - (1 + monthly) ** (-12 * years))
    assert outcome(shape.format(loan, years, rate, f"{paid:,.0f}"), "growth") == (False, True)
    assert outcome(shape.format(loan, years, rate, f"{paid * 1.6:,.0f}"), "growth")[0]


@pytest.mark.parametrize(
    "text",
    [
        "A two-year fixed rate of 6% on a £200,000 mortgage costs £1,289 a month.",
        "The rate on a $300,000 mortgage rose to 7 percent, adding $400 a month to the bill.",
        "A saver with £10,000 in an account at 4 per cent earned £350 in interest last year, after tax.",
    ],
)
def test_what_else_is_paid_is_no_slip(text: str) -> None:
    assert not outcome(text, "growth")[0]


WARDS = ["Corby", "Denton", "Esk", "Firth", "Grange"]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(20, 80), min_size=5, max_size=5, unique=True))
def test_a_text_is_held_to_what_its_table_shows_as_a_whole(turnout: list[int]) -> None:
    rows = "\n".join(f"| {ward} | {share}% |" for ward, share in zip(WARDS, turnout, strict=True))
    grid = f"\n\n| Ward | Turnout |\n|---|---|\n{rows}"
    lowest, highest = WARDS[turnout.index(min(turnout))], WARDS[turnout.index(max(turnout))]
    assert outcome(f"Turnout was lowest in {lowest}, the table shows." + grid, "table") == (False, True)
    assert outcome(f"Turnout was lowest in {highest}, the table shows." + grid, "table")[0]
    gap = max(turnout) - min(turnout)
    if min(abs(gap - end) for end in (min(turnout), max(turnout))) > 1:  # else it may quote one of the two
        assert outcome(f"Turnout in {highest} beat that of {lowest} by {gap} points." + grid, "table") == (False, True)
