"""One thing said twice: however figures are rounded no conflict is found, and a slip is."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.link.context.names import slip
from factcheck.model import Report
from factcheck.pipeline import check_text
from factcheck.shown import round_half_up
from factcheck.slips import mistyped

unhurried = settings(deadline=None, max_examples=60)
COUNTS = st.lists(st.integers(60, 9_999), min_size=2, max_size=8)
RATES = st.lists(st.tuples(st.integers(900, 1_999), st.integers(900, 1_999)), min_size=4, max_size=8)


def found(text: str, rule: str) -> Report:
    return check_text(text, select=frozenset({rule}))


def table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "A table follows.\n\n" + "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def totalled(parts: list[int], total: int) -> str:
    rows = [[f"Part {chr(65 + n)}", f"{part:,}"] for n, part in enumerate(parts)]
    return table(["", "2023"], [*rows, ["Total", f"{total:,}"]])


@unhurried
@given(COUNTS)
def test_a_total_that_is_the_sum_holds(parts: list[int]) -> None:
    report = found(totalled(parts, sum(parts)), "table")
    assert report.held and not report.findings


@unhurried
@given(COUNTS, st.integers(0, 3))
def test_a_total_of_rounded_parts_is_no_conflict(parts: list[int], places: int) -> None:
    shown = [f"{float(round_half_up(Fraction(part, 7), places)):.{places}f}" for part in parts]
    total = f"{float(round_half_up(sum((Fraction(part, 7) for part in parts), Fraction(0)), places)):.{places}f}"
    rows = [[f"Part {n}", part] for n, part in enumerate(shown)]
    assert not found(table(["", "2023"], [*rows, ["Total", total]]), "table").findings


@unhurried
@given(COUNTS.filter(lambda parts: str(sum(parts))[-1] != str(sum(parts))[-2]))
def test_a_total_with_two_digits_swapped_is_caught(parts: list[int]) -> None:
    total = str(sum(parts))
    swapped = int(total[:-2] + total[-1] + total[-2])
    slack = (len(parts) + 1) / 2
    report = found(totalled(parts, swapped), "table")
    assert bool(report.findings) == (abs(swapped - sum(parts)) > slack)


def changes(pairs: list[tuple[int, int]]) -> list[list[str]]:
    rows = []
    for n, (now, then) in enumerate(pairs):
        change = float(round_half_up(Fraction(now, then) * 100 - 100, 1))
        rows.append([f"Unit {n}", f"{now:,}", f"{then:,}", f"{change:+.1f}%"])
    return rows


@unhurried
@given(RATES)
def test_a_column_of_changes_holds(pairs: list[tuple[int, int]]) -> None:
    assert not found(table(["", "Now", "Then", "Change"], changes(pairs)), "table").findings


@unhurried
@given(RATES, st.integers(0, 3))
def test_a_wrong_change_in_a_column_is_caught(pairs: list[tuple[int, int]], row: int) -> None:
    rows = changes(pairs)
    rows[row][3] = f"{float(rows[row][3][:-1]) + 9:+.1f}%"
    report = found(table(["", "Now", "Then", "Change"], rows), "table")
    wrong = rows[row][3]
    assert any(wrong in finding.working for finding in report.findings)


@unhurried
@given(st.integers(100_000, 99_999_999), st.integers(2, 5))
def test_a_headline_may_round(value: int, digits: int) -> None:
    size = 10 ** (len(str(value)) - digits)
    rounded = int(round_half_up(Fraction(value, size), 0)) * size
    text = f"# Town gives {rounded:,} homes a meter\n\nThe town gave {value:,} homes a meter."
    report = found(text, "headline-body")
    assert not report.findings


@unhurried
@given(st.integers(101, 989).filter(lambda value: str(value)[1] != str(value)[2]))
def test_a_headline_with_swapped_digits_is_caught(value: int) -> None:
    swapped = str(value)[0] + str(value)[2] + str(value)[1]
    text = f"# Fire destroys {swapped} homes in valley\n\nThe fire in the valley destroyed {value} homes."
    near = abs(int(swapped) - value) <= int(swapped) / 20 and swapped.endswith("0")
    assert near or found(text, "headline-body").findings


@unhurried
@given(st.integers(101, 989))
def test_a_figure_taken_up_again_holds(value: int) -> None:
    report = found(f"The fire took {value} homes.\n\nThe {value} homes destroyed were insured.", "figure-conflict")
    assert report.held and not report.findings


@unhurried
@given(st.integers(11, 99), st.integers(5, 40), st.integers(0, 9), st.integers(0, 9))
def test_a_record_is_the_one_before_and_what_was_played(won: int, lost: int, more: int, fewer: int) -> None:
    games = more + fewer
    said = f"The Millers ({won + more}-{lost + fewer}) won {more} of {games} having gone into it at {won}-{lost}."
    assert not found(said, "sport").findings
    wrong = f"The Millers ({won + more + 1}-{lost + fewer}) won {more} of {games} having gone into it at {won}-{lost}."
    assert games < 2 or more < 1 or found(wrong, "sport").findings


@pytest.mark.parametrize(
    "one, other",
    [("Hedvig", "Hedwig"), ("Michael", "Michel"), ("Gonzales", "Gonzalez"), ("Vogdt", "Vodgt"), ("Keyser", "Keyeser")],
)
def test_slips_of_the_pen(one: str, other: str) -> None:
    assert slip(one, other) and slip(other, one)


@pytest.mark.parametrize(
    "one, other",
    [
        ("Korea", "Korean"), ("Koreas", "Korean"), ("Police", "Policy"), ("North", "South"), ("Jack", "Jacob"),
        ("Heba", "Huma"), ("PATA", "SATA"), ("Northern", "Southern"), ("Democrats", "Democratic"),
    ],
)  # fmt: skip
def test_other_words(one: str, other: str) -> None:
    assert not slip(one, other) and not slip(other, one)


@unhurried
@given(st.text("0123456789", min_size=2, max_size=8), st.data())
def test_one_digit_changed_is_a_slip(digits: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(digits) - 1))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != digits[place]]))
    assert mistyped(digits, digits[:place] + digit + digits[place + 1 :])
    assert not mistyped(digits, digits)
