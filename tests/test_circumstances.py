"""What only tells circumstances, where, in spite of what and when, changes no answer."""

from __future__ import annotations

import pytest

from factcheck.model import Severity
from factcheck.pipeline import check_text

ASIDES = (
    " across the 14 districts",
    " even after six closures",
    " with the help of 40 volunteers",
    " in the past three years",
)
WRONG = (
    ("order", "The Reds finished fourth with 61 points{}, above the Blues, who had 64."),
    ("order", "The fair drew 2,140 people{}, beating the record of 2,310 set in 2016."),
    ("order", "Elm was second with 46 medals{}, behind Ash with 38."),
    ("rate", "They ordered 350 buses at $1.2 million apiece{}, or $520 million in all."),
    ("rate", "The bank has 30,000 savers{}. They hold $60 million between them, or about $3,000 apiece."),
    (
        "growth",
        "Sales, which were $310 million in 2016{}, are to rise 7 percent annually and so reach $520 million by 2021.",
    ),
)
RIGHT = (
    "The Reds finished fourth with 64 points{}, above the Blues, who had 61.",
    "The fair drew 2,310 people{}, beating the record of 2,140 set in 2016.",
    "It is the second-largest port{}, after Leeds (52) and ahead of Hull (40).",
    "Some 61 percent of the girls read well{}, nine points more than the district's 52.",
    "The ratio of assets to capital rose from 18 to 1{}, to over 25 to 1.",
    "It serves 200 meals a day, or 1,000 a week{}.",
    "Demand is growing at 3.5% a year{}. At that rate it will double in about 20 years.",
)  # fmt: skip


def told(text: str) -> set[str]:
    """The rules of the findings that are more than notes."""
    return {one.rule.partition("/")[0] for one in check_text(text).findings if one.severity is not Severity.NOTE}


@pytest.mark.parametrize("aside", ASIDES[:3])
@pytest.mark.parametrize(("rule", "text"), WRONG, ids=[text[:30] for _, text in WRONG])
def test_a_slip_is_found_beside_circumstances(rule: str, text: str, aside: str) -> None:
    assert rule in told(text.format(aside))


@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize("text", RIGHT, ids=[text[:30] for text in RIGHT])
def test_circumstances_make_nothing_wrong(text: str, aside: str) -> None:
    assert told(text.format(aside)) == set()
