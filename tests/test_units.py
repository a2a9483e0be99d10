"""What a value is in another unit, asked as the checks ask it."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.quantity import Interval
from factcheck.reference.build_units import RULES, compiled, entries
from factcheck.reference.units import _table, convert, unit, written

ENTRIES = {name: (dimension, entry) for name, dimension, entry in entries(tomllib.loads(RULES.read_text("utf-8")))}
EXPRESSIONS = {name: entry.get("pint", [name]) for name, (_, entry) in ENTRIES.items()}
NAMES = st.sampled_from(sorted(ENTRIES))
VALUES = st.fractions(Fraction(1, 1000), 10**9)


def readings(value: float | str, ours: str, theirs: str, difference: bool = False) -> list[float]:
    answers = convert(Interval.exactly(Fraction(value)), ours, theirs, difference)
    return [round(float(answer.low), 2) for answer in answers]


@pytest.mark.parametrize(
    ("value", "ours", "theirs", "expected"),
    [
        ("512", "statute miles", "kilometers", 823.98),
        ("1240", "hectares", "acres", 3064.09),
        ("100", "평", "㎡", 330.58),
        ("45", "mph", "kph", 72.42),
        ("45", "miles an hour", "km/h", 72.42),
        ("900", "C", "F", 1652),
        ("107", "degrees Fahrenheit", "°C", 41.67),
        ("27.5", "degrees", "F", 27.5),
        ("4850", "pounds", "kg", 2199.92),
        ("1", "barrel", "liters", 158.99),
        ("1", "square-mile", "sq km", 2.59),
        ("30", "mpg", "L/100km", 7.84),
        ("8", "l/100 km", "miles per gallon", 29.4),
        ("1", "gigawatt", "megawatts", 1000),
        ("1", "year", "months", 12),
        ("100", "per square mile", "per sq km", 38.61),
        ("500", "calories", "kJ", 2092),
        ("1", "million British thermal units", "therms", 10),
        ("2", "knots", "kilometers per hour", 3.7),
        ("200", "bushels an acre", "tonnes per hectare", 13.45),
    ],
)
def test_likeliest_reading(value: str, ours: str, theirs: str, expected: float) -> None:
    assert readings(value, ours, theirs)[0] == expected


def test_ambiguous_ton_has_three_readings() -> None:
    assert readings(1, "ton", "kilograms") == [1000, 907.18, 1016.05]


def test_ambiguous_gallon_and_mile() -> None:
    assert readings(1, "gallons", "liters") == [3.79, 4.55]
    assert readings(1, "miles", "km") == [1.61, 1.85]


def test_ounces_of_a_drink_are_fluid() -> None:
    assert readings(12, "ounces", "milliliters") == [354.88, 340.96]
    assert readings(12, "ounces", "grams") == [340.19, 373.24]


def test_bare_degrees_are_either() -> None:
    assert 23.89 in readings(75, "degrees", "C")
    assert 75.2 in readings(24, "degrees", "F")


def test_difference_of_temperatures_drops_the_zero() -> None:
    assert readings("1.2", "C", "F", difference=True) == [2.16]
    assert readings("1.2", "C", "F") == [34.16]


def test_ends_of_an_interval_are_converted() -> None:
    (answer,) = convert(Interval.around(Fraction(10), Fraction(1, 2)), "inches", "centimeters")
    assert answer == Interval(Fraction("24.13"), Fraction("26.67"))


def test_fuel_use_turns_the_interval_round() -> None:
    answers = convert(Interval(Fraction(20), Fraction(25)), "kilometer_per_liter", "L/100km")
    assert answers == [Interval(Fraction(4), Fraction(5))]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("km", "kg"), ("bananas", "kg"), ("C", "joules"), ("percent", "bytes"), ("meters", "xy z")],
)
def test_different_things_do_not_convert(ours: str, theirs: str) -> None:
    assert convert(Interval.exactly(1), ours, theirs) == []


def test_pint_answers_for_what_the_table_lacks() -> None:
    assert readings(1, "slug", "kilograms") == [14.59]
    assert readings(0, "degree_Celsius", "fahrenheit") == [32]


def test_case_tells_abbreviations_apart_but_not_words() -> None:
    assert unit("KILOMETERS") == unit("kilometers")
    assert unit("MPH") == unit("mph")
    assert unit("c") is None and unit("MB") != unit("Mb")


def test_every_way_of_writing_finds_its_unit() -> None:
    for words, name in written().items():
        found = unit(words)
        assert found is not None and found.name in {name, words}


def test_names_alike_in_writing_mean_the_unit_of_that_name() -> None:
    for words, name in written().items():
        assert words not in ENTRIES or words == name


def test_table_is_up_to_date() -> None:
    assert compiled(tomllib.loads(RULES.read_text("utf-8"))) == _table()


@pytest.fixture(scope="module")
def registry() -> Any:
    import pint

    return pint.UnitRegistry()


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_factors_are_pint_s(name: str, registry: Any) -> None:
    found = unit(name)
    assert found is not None
    for factor, expression in zip(found.factors, EXPRESSIONS[name], strict=True):
        one = registry.Quantity(1, expression) if found.offset else 1 * registry.parse_expression(expression)
        assert float(factor + found.offset) == pytest.approx(one.to_base_units().magnitude, rel=1e-9)


@given(NAMES, NAMES, VALUES, VALUES, st.booleans())
def test_there_and_back_holds_the_original(ours: str, theirs: str, a: Fraction, b: Fraction, d: bool) -> None:
    value = Interval(min(a, b), max(a, b))
    for there in convert(value, ours, theirs, d):
        assert value in convert(there, theirs, ours, d)


@given(NAMES, VALUES, VALUES)
def test_wider_value_has_wider_readings(ours: str, a: Fraction, b: Fraction) -> None:
    value = Interval(min(a, b), max(a, b))
    for other in (name for name in ENTRIES if ENTRIES[name][0] == ENTRIES[ours][0]):
        for one, wide in zip(convert(Interval.exactly(a), ours, other), convert(value, ours, other), strict=False):
            assert wide.meets(one)


def test_import_and_answer_are_light() -> None:
    program = (
        "import sys; from factcheck.reference import rates, units; from factcheck.quantity import Interval;"
        "units.convert(Interval.exactly(30), 'C', 'F'); rates.newest();"
        "print(*{'pint', 'sympy', 'currency_converter', 'numpy'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""
