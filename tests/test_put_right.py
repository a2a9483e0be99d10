"""A text that quotes a wrong figure and tells the right one behind it has said what is wrong itself."""

from __future__ import annotations

import pytest

from factcheck.pipeline import check_text

PUT_RIGHT = (
    'The guide said that the pass lay "12 miles (30 km)" off. Twelve miles are 19 km.',
    'A feature said that the heat had gone up "by 10C (50F)". A rise of 10C is a rise of 18F.',
    'His book has "the two great rivers: the Orr, the Lune and the Esk". That is three.',
)


@pytest.mark.parametrize("text", PUT_RIGHT)
def test_a_quoted_figure_that_the_text_puts_right_is_left_alone(text: str) -> None:
    assert check_text(text).findings == []


@pytest.mark.parametrize("text", PUT_RIGHT)
def test_it_is_told_where_the_text_leaves_it_so(text: str) -> None:
    assert check_text(text.rpartition(". ")[0] + ".").findings != []
