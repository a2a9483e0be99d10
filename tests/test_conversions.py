"""Conversions: however coarsely true figures are rounded they hold, and a wrong one is caught."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.pipeline import check_text, read_article
from factcheck.quantity import Interval
from factcheck.read import read_text
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


@settings(max_examples=100, deadline=None)
@given(st.integers(4, 7), st.integers(0, 11), st.sampled_from(["{}ft {}in", "{}'{}\"", "{} feet {} inches"]))
def test_a_height_in_feet_and_inches_is_read_as_one(feet: int, inches: int, written: str) -> None:
    centimetres = round(Fraction(12 * feet + inches) * Fraction(254, 100))
    assert outcome(f"She was {written.format(feet, inches)} ({centimetres}cm) tall.", "unit-conversion") == (
        False,
        True,
    )
    assert outcome(f"She was {written.format(feet, inches)} ({centimetres + 20}cm) tall.", "unit-conversion")[0]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("R340 million", 340_000_000),
        ("P1.2 billion", 1_200_000_000),
        ("R8,500", 8500),
        ("Rs500", 500),
        ("Rs 2.48 lakh crore", 2_480_000_000_000),
        ("three lakh crore rupees", 3_000_000_000_000),
    ],
)
def test_a_sum_is_read_with_the_letters_glued_to_it_and_with_both_its_scales(text: str, amount: int) -> None:
    (mention,) = read_article(read_text(f"It cost {text} to build.")).mentions
    assert (mention.kind, mention.text, mention.number and mention.number.middle) == ("money", text, amount)


@pytest.mark.parametrize("text", ["R340", "P5", "MP3", "Top10", "TOP10"])
def test_a_label_is_no_sum_of_money(text: str) -> None:
    assert all(mention.kind == "label" for mention in read_article(read_text(f"The {text} was there.")).mentions)


NAMES = "Ann Lee|Bo Chen|Cy Young|Di Orr|Ed Poe|Flo Ray|Gus Hill|Hal Wood".split("|")
ROLLS = ["The {} winners are {}.", "They have {} children, {}, who sing.", "{1}, the {0} judges, were late."]
NUMBERS = "two three four five six seven eight nine".split()


@given(st.integers(2, 8), st.sampled_from(ROLLS))
def test_names_in_a_row_are_as_many_as_are_announced(many: int, shape: str) -> None:
    row = f"{', '.join(NAMES[: many - 1])} and {NAMES[many - 1]}"
    assert outcome(shape.format(NUMBERS[many - 2], row), "list-count") == (False, True)
    if many > 2:
        assert outcome(shape.format(NUMBERS[many - 1], row), "list-count") == (True, False)


WORDED = [
    "The bridge cost €{} million. At today's rate that is ${} million.",
    "The bridge cost €{} million. The sum, ${} million, was a gift.",
    "Its debt of €{} million was roughly ${} million.",
    "The bridge cost €{} million, which in American money is ${} million.",
    "The bridge cost €{} million. In dollars, it cost ${} million.",
]


@settings(max_examples=30, deadline=None)
@given(st.integers(101, 9999), st.integers(3, 5), st.sampled_from(WORDED), st.sampled_from([0.4, 0.7, 1.4, 3]))
def test_a_sum_that_words_equate_with_another_is_held_to_the_rate(
    euros: int, places: int, shape: str, times: float
) -> None:
    band = rates.band("EUR", "USD", DAY, DAY)
    assert band
    worth = euros * band.middle
    assert outcome(shape.format(f"{euros:,}", digits(worth, places)), "currency-conversion") == (False, True)
    wrong = digits(worth * Fraction(times), places)
    assert outcome(shape.format(f"{euros:,}", wrong), "currency-conversion")[0]


@pytest.mark.parametrize(
    "text",
    [
        "The firm raised €20 million. It is worth $400 million.",
        "The team paid £20 million for a striker worth $50 million.",
        "A house that cost £200,000 is $900,000 today.",
        "He paid £20 million for the paper, almost $90 million for the building.",
    ],
)
def test_sums_of_two_things_are_no_conversion(text: str) -> None:
    assert outcome(text, "currency-conversion") == (False, False)
