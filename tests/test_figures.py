"""How figures are said: what the article is found to have written, and what it is worth."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.model import Mention
from factcheck.pipeline import check_text, read_article
from factcheck.read import read_text


def read(text: str) -> list[Mention]:
    return read_article(read_text(text)).mentions


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("two or three jobs", 2, 3),
        ("12 or 13 barges", 12, 13),
        ("three or four hundred people", 300, 400),
        ("five or six million leaflets", 5_000_000, 6_000_000),
    ],
)
def test_one_number_or_the_next_is_a_range(text: str, low: int, high: int) -> None:
    (mention,) = read(f"They had {text} by then.")
    assert (mention.number and mention.number.middle, mention.upper and mention.upper.middle) == (low, high)


@pytest.mark.parametrize("text", ["at 7 or 8 p.m.", "on 4 or 5 May"])
def test_two_times_are_no_range(text: str) -> None:
    assert [mention.upper for mention in read(f"It starts {text} in the hall.")] == [None, None]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from six to nine million", [6_000_000, 9_000_000]),
        ("from 9 to 6 million", [9_000_000, 6_000_000]),
        ("from 900 to 1.2 million", [900, 1_200_000]),
        ("from three to four hundred", [300, 400]),
    ],
)
def test_a_figure_shares_the_scale_of_the_one_that_it_leads_to(text: str, values: list[int]) -> None:
    found = [mention.number.middle for mention in read(f"It went {text} then.") if mention.number]
    assert found == [Fraction(value) for value in values]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("the 33d and 22d wards", ["ordinal", "ordinal"]),
        ("its 5d106s1 shell", ["label", "label", "label"]),
        ("a score of 72", ["count"]),
        ("a score of onlookers", ["count"]),
    ],
)
def test_what_kind_of_figure_it_is(text: str, kinds: list[str]) -> None:
    assert [mention.kind for mention in read(f"They saw {text} there.")] == kinds


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$503b", 503 * 10**9),
        ("1.4M seekers", 1_400_000),
        ("$2.5M", 2_500_000),
        ("5m people", 5_000_000),
        ("$3B", 3 * 10**9),
        ("$2.5T", 2_500 * 10**9),
        ("$10MM", 10_000_000),
        ("£2.9 bn", 2_900_000_000),
        ("EUR 350 m", 350_000_000),
        ("2.1 bn shares", 2_100_000_000),
        ("126 tn won", 126 * 10**12),
        ("Rs 50 cr", 500_000_000),
        ("Rs 2.5 lakh cr", 2_500 * 10**9),
        ("3m tonnes", 3_000_000),
        ("a quarter of a million people", 250_000),
        ("three quarters of a billion dollars", 750_000_000),
        ("a million and a half", 1_500_000),
        ("1 400 000 people", 1_400_000),
        ("R12 500 000", 12_500_000),
        ("$12 500", 12_500),
    ],
)
def test_a_scale_is_read_however_it_is_shortened(text: str, value: int) -> None:
    (mention,) = read(f"They put it at {text} then.")
    assert mention.number and mention.number.middle == value


@pytest.mark.parametrize(
    ("text", "unit"),
    [("the 5,000m race", "meter"), ("5m high walls", "meter"), ("the 400m hurdles", "meter"), ("a $5 T-shirt", "USD")],
)
def test_metres_and_goods_are_no_scales(text: str, unit: str) -> None:
    (mention,) = read(f"They saw {text} there.")
    assert mention.unit == unit and mention.number and mention.number.middle in (5, 400, 5000)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("20-odd people", "about"),
        ("60-plus people", "more"),
        ("~300 people", "about"),
        ("approx. 300 people", "about"),
        ("north of $4 billion", "more"),
    ],
)
def test_a_hedge_is_read_however_it_is_joined(text: str, hedge: str) -> None:
    (mention,) = read(f"They had {text} there.")
    assert mention.hedge == hedge


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("1h 32m", 92 * 60), ("1hr 32min", 92 * 60), ("2h13m28s", 8008), ("2 min 14.3 sec", Fraction(1343, 10))],
)
def test_lengths_of_time_are_read_in_short(text: str, seconds: int | Fraction) -> None:
    (mention,) = read(f"It took {text} then.")
    unit = {"second": 1, "minute": 60}[mention.unit]
    assert mention.kind == "duration" and mention.number and mention.number.middle * unit == seconds


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("nine-in-10 adults", Fraction(9, 10)),
        ("one-in-five", Fraction(1, 5)),
        ("one child in every ten", Fraction(1, 10)),
        ("one adult in five has it", Fraction(1, 5)),
        ("one goal in five games", None),
        ("one man in 10 days", None),
    ],
)
def test_a_share_of_ten_is_read_however_it_is_joined(text: str, share: Fraction | None) -> None:
    found = [
        mention.number.middle
        for mention in read(f"They had {text} then.")
        if mention.kind == "fraction" and mention.number
    ]
    assert found == ([share] if share else [])


@pytest.mark.parametrize("text", ["5pc", "5 pc", "5 per cent"])
def test_percent_is_read_in_short(text: str) -> None:
    (mention,) = read(f"It rose {text} then.")
    assert (mention.kind, mention.number and mention.number.middle) == ("percent", Fraction(1, 20))


@pytest.mark.parametrize("text", ["1.5pp", "1.5 percentage pts", "1.5%pts"])
def test_percentage_points_are_read_in_short(text: str) -> None:
    (mention,) = read(f"It rose {text} then.")
    assert (mention.kind, mention.unit, mention.number and mention.number.middle) == (
        "points",
        "pp",
        Fraction(15, 1000),
    )


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("from 7.30 to 9.30pm", [1170, 1290]), ("between 7 and 9 p.m.", [1140, 1260]), ("at half-past six", [390])],
)
def test_times_of_day_are_read_however_they_are_joined(text: str, minutes: list[int]) -> None:
    assert [mention.clock and mention.clock.minute for mention in read(f"It was {text} then.")] == minutes


@pytest.mark.parametrize(
    ("text", "seconds"), [("3:58.24", Fraction(23824, 100)), ("1:02:58", 3778), ("1:44.9", Fraction(1049, 10))]
)
def test_a_time_run_is_a_length(text: str, seconds: int | Fraction) -> None:
    (mention,) = read(f"They ran {text} there.")
    assert (mention.kind, mention.number and mention.number.middle) == ("duration", seconds)


@pytest.mark.parametrize(
    ("text", "day"), [("25/08/2025", (2025, 8, 25)), ("8/25/2025", (2025, 8, 25)), ("08/09/2025", None)]
)
def test_a_day_in_figures_is_read_where_it_can_only_be_one(text: str, day: tuple[int, int, int] | None) -> None:
    when = read(f"They met on {text} there.")[0].when
    assert (when and (when.year, when.month, when.day)) == day


@pytest.mark.parametrize("text", ["in the '80s", "in her 40s", "two 737s", "the class of '98"])
def test_decades_and_models_count_nothing(text: str) -> None:
    assert read(f"They saw it {text} then.")[-1].kind == "label"


@pytest.mark.parametrize("text", ["Room 503B", "page 10B"])
def test_a_letter_glued_to_a_label_is_no_scale(text: str) -> None:
    assert [mention.kind for mention in read(f"They met in {text} then.")] == ["label"]


def test_items_of_a_list_within_a_list_are_not_counted_with_those_above() -> None:
    arguments = "It takes four arguments:\n\n* code\n* context\n* name\n* callback, which is given:\n  * an error\n  * the result\n"
    assert [held.rule for held in check_text(arguments).held] == ["list-count"]
    assert check_text(arguments.replace("four", "five")).findings == []
    flat = arguments.replace("  * an error\n  * the result\n", "")
    assert [finding.rule for finding in check_text(flat.replace("four", "five")).findings] == ["list-count"]
