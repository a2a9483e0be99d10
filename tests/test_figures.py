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
    [("$503b", 503 * 10**9), ("1.4M seekers", 1_400_000), ("$2.5M", 2_500_000), ("5m people", 5_000_000)],
)
def test_a_letter_glued_to_a_figure_is_its_scale(text: str, value: int) -> None:
    (mention,) = read(f"They put it at {text} then.")
    assert mention.number and mention.number.middle == value


@pytest.mark.parametrize("text", ["Room 503B", "page 10B"])
def test_a_letter_glued_to_a_label_is_no_scale(text: str) -> None:
    assert [mention.kind for mention in read(f"They met in {text} then.")] == ["label"]


def test_items_of_a_list_within_a_list_are_not_counted_with_those_above() -> None:
    arguments = "It takes four arguments:\n\n* code\n* context\n* name\n* callback, which is given:\n  * an error\n  * the result\n"
    assert [held.rule for held in check_text(arguments).held] == ["list-count"]
    assert check_text(arguments.replace("four", "five")).findings == []
    flat = arguments.replace("  * an error\n  * the result\n", "")
    assert [finding.rule for finding in check_text(flat.replace("four", "five")).findings] == ["list-count"]
