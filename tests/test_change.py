"""Changes: however coarsely true figures are rounded none conflicts, and a figure changed beyond its interval does."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.pipeline import check_text
from factcheck.shown import round_half_up

RULES = frozenset({"percent-change", "percent-points", "difference", "multiple", "order"})
FRAMES = (
    "Profit {verb} {share}% to ${after} million from ${before} million.",
    "Profit {verb} from ${before} million to ${after} million, {way} {share}%.",
    "Profit was ${after} million, {way} {share}% from ${before} million a year earlier.",
    "Profit, at ${after} million, was {share}% {more} than last year's ${before} million.",
    "Profit {verb} {share} percent in the quarter, to ${after} million from ${before} million.",
)


def conflicts(text: str) -> list[str]:
    return [finding.rule for finding in check_text(text, select=RULES).findings if finding.severity != "note"]


def said(frame: str, before: Fraction, after: Fraction, share: Fraction, places: int, digits: int) -> str:
    up = after >= before
    return frame.format(
        verb="rose" if up else "fell", way="up" if up else "down", more="more" if up else "less",
        noun="rise" if up else "cut",
        share=f"{float(round_half_up(abs(share) * 100, digits)):.{digits}f}",
        before=f"{float(round_half_up(before, places)):.{places}f}",
        after=f"{float(round_half_up(after, places)):.{places}f}",
    )  # fmt: skip


APART = (
    "The grant was ${before} million in 2015 and is to be ${after} million in May. The chairman called the {share} percent {noun} odd.",
    "In 2015 the prize was worth ${before} million. It is worth ${after} million today. That is a {noun} of {share} percent.",
    "Turnover {verb} by {share} percent, to ${after} million, on the same month of 2015, when it was ${before} million.",
    "The estate, put at ${before} million in 2015, is worth ${after} million now, so the {noun} is {share} percent.",
)
"""The same where no words tie the three figures: a time tells the two apart, and nothing else of their kind is near."""

amounts = st.fractions(min_value=10, max_value=900, max_denominator=1000)
frames, all_frames = st.sampled_from(FRAMES), st.sampled_from(FRAMES + APART)


@settings(deadline=None, max_examples=150)
@given(all_frames, amounts, amounts, st.integers(0, 2), st.integers(0, 1))
def test_true_figures_rounded_never_conflict(
    frame: str, before: Fraction, after: Fraction, places: int, digits: int
) -> None:
    share = after / before - 1
    assume(abs(share) > Fraction(1, 100))
    assume(round_half_up(before, places) != round_half_up(after, places))
    assert conflicts(said(frame, before, after, share, places, digits)) == []


@settings(deadline=None, max_examples=100)
@given(frames, amounts, amounts, st.sampled_from([Fraction(3, 2), Fraction(2, 3), Fraction(2)]))
def test_a_share_far_off_conflicts(frame: str, before: Fraction, after: Fraction, slip: Fraction) -> None:
    share = after / before - 1
    assume(Fraction(1, 10) < abs(share) < 4 and after * 20 > before)
    assert conflicts(said(frame, before, after, share * slip, 2, 1)) == ["percent-change"]


@settings(deadline=None, max_examples=100)
@given(
    st.sampled_from(APART),
    amounts,
    st.integers(12, 45),
    st.booleans(),
    st.sampled_from([Fraction(3, 2), Fraction(2, 3)]),
)
def test_a_share_of_the_only_two_figures_near_it_conflicts(
    frame: str, before: Fraction, percent: int, up: bool, slip: Fraction
) -> None:
    share = Fraction(percent if up else -percent, 100)
    assert conflicts(said(frame, before, before * (1 + share), share * slip, 2, 1)) == ["percent-change"]


@settings(deadline=None, max_examples=80)
@given(st.integers(10, 90), st.integers(10, 90))
def test_points_are_the_difference_and_percent_is_not(before: int, after: int) -> None:
    assume(abs(after - before) > 4 and abs(abs(after - before) / before * 100 - abs(after - before)) > 3)
    verb = "rose" if after > before else "fell"
    assert conflicts(f"Support {verb} {abs(after - before)} points, from {before}% to {after}%.") == []
    assert conflicts(f"Support {verb} by {abs(after - before)}% to {after}% from {before}%.") == ["percent-points"]


@given(st.integers(1000, 9000), st.integers(1, 900), st.integers(-5, 5))
@settings(deadline=None, max_examples=80)
def test_margins_are_exact(loser: int, margin: int, slip: int) -> None:
    text = f"She won by {margin + slip:,} votes, {loser + margin:,} to {loser:,}."
    assume(margin + slip > 0)
    assert conflicts(text) == (["difference"] if slip else [])


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 31% on the year to 154,711, against 146,610 in April.",
        "The yen rose to 110.2 from 112.4 per dollar.",
        "The company swung to a loss of $5 million from a profit of $8 million.",
        "Net loss narrowed to $5 million from $8 million.",
        "Shares fell from 2 to 10 percent.",
        "The S&P 500 dropped 12% to 2,386.13.",
        "Treasuries rose 5/32 in price to yield 4.52 percent from 4.54 percent.",
        "It cut its growth forecast to 1.3 percent from 1.8 percent.",
        "Prices rose 5% a year, to $90 from $40 in 1990.",
        "She rose to third from fifth.",
        "Unemployment rose to 4.5 percent from 4.4 percent, while output fell 3 percent.",
        "Profit fell 5% to $95 million, excluding a charge, from $120 million.",
        "They overcame a one-point halftime deficit to win, 21-17.",
        "He was ahead by double digits, 53 percent to 42 percent.",
        "The charge slid to 68 million francs from 1.5 billion a year ago.",
        "It expects a decline of 25 percent to 35 percent, compared with an earlier forecast of 5 percent to 15 percent.",
    ],
)
def test_traps(text: str) -> None:
    assert conflicts(text) == []
