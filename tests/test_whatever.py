"""Whatever stands together in a text, every check answers: examples of all checks joined, cut and given other figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.article import Article
from factcheck.check import check, load
from factcheck.model import Relation
from factcheck.pipeline import check_text, judged, read_article
from factcheck.read import read_text

FIGURE = re.compile(r"\d[\d,.]*\d|\d")
ODD = ("0", "1", "29", "31", "100", "0.0", "12.05", "2,030", "1900", "2024", "98765432101234567890", "1,000,000,000")


@cache
def sayings() -> list[str]:
    return [
        example.text
        for check in load().values()
        for example in check.examples
        if not (example.source or example.past or example.rules or example.table)
    ]


def changed(text: str, figures: list[str]) -> str:
    """A text whose first figures are others."""
    others = iter(figures)
    return FIGURE.sub(lambda found: next(others, found[0]), text)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(0, 10**6), min_size=1, max_size=10),
    st.lists(st.sampled_from(ODD), max_size=12),
    st.sampled_from([" ", "\n\n", "\n"]),
    st.integers(0, 400),
    st.integers(0, 40),
)
def test_every_check_answers(places: list[int], figures: list[str], joined: str, cut: int, length: int) -> None:
    text = joined.join(sayings()[place % len(sayings())] for place in places)
    text = changed(text[:cut] + text[cut + length :], figures)
    if text.strip():
        assert check_text(text).faults == []


def test_a_check_that_fails_costs_no_other_its_answer() -> None:
    def fails(article: Article) -> Iterator[Relation]:
        """Fail at the first figure."""
        yield from [][len(article.mentions)]

    article = read_article(read_text("The vote is on Monday, Aug. 26, 2025."))
    told = judged(article, [check("hasty", "It is wrong.")(fails), load()["weekday-date"]])
    assert [finding.rule for finding in told.findings] == ["weekday-date"]
    assert [(fault.check, fault.kind, fault.words) for fault in told.faults] == [
        ("hasty", "IndexError", "list index out of range")
    ]
    assert told.faults[0].in_full.startswith("factcheck failed here (hasty: IndexError: list index out of range at ")
    assert "out of range" not in told.faults[0].without_words
