"""Slips of scale, of digits and of fingers: what is told right holds, what is a slip away from it is found."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.link.people.typos import mistyped_pairs
from factcheck.pipeline import check_text

LETTERS = "abdefgiklmnoprtuvw"
names = st.text(LETTERS, min_size=9, max_size=12).map(str.title)
few = settings(max_examples=25, deadline=None)


def found(text: str) -> set[str]:
    return {finding.rule for finding in check_text(text).findings}


def held(text: str) -> set[str]:
    return {one.rule for one in check_text(text).held}


@few
@given(st.integers(21, 89), st.integers(201, 989), st.sampled_from([10, 100, 1000]))
def test_what_so_many_get_each_is_told_right_or_a_power_of_ten_off(many: int, each: int, times: int) -> None:
    assume(many % 10 and each % 10)
    text = "Each of the {} flats on the quay will get a cheque for £{}. That is £{:,} in all."
    assert "magnitude" in held(text.format(many, each, many * each))
    assert "magnitude" in found(text.format(many, each, many * each * times))


@few
@given(st.integers(1000, 9999))
def test_a_number_taken_up_is_the_same_or_two_digits_are_swapped(number: int) -> None:
    digits = str(number)
    wrong = int(digits[:2] + digits[3] + digits[2])
    assume(digits[2] != digits[3] and digits[3] != "0" and digits[2] != "0")
    text = "The barge held {:,} crates. A few of the {:,} boxes were wet."
    assert found(text.format(number, number)) == set()
    assert "figure-conflict" in held(text.format(number, number))
    assert "figure-conflict" in found(text.format(number, wrong))


@given(names, st.integers(2, 6))
def test_a_name_with_two_letters_swapped_is_paired_with_itself(name: str, at: int) -> None:
    assume(name[at] != name[at + 1])
    wrong = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    assert list(mistyped_pairs([wrong], [name])) == [(wrong, name)]
    assert list(mistyped_pairs([name], [name])) == []


@given(names, names)
def test_names_that_differ_by_much_are_two(one: str, other: str) -> None:
    assume(sum(a != b for a, b in zip(one, other, strict=False)) > 4 and sorted(one) != sorted(other))
    assume(abs(len(one) - len(other)) > 1)
    assert list(mistyped_pairs([one], [other])) == []


def test_a_length_of_three_parts_is_one() -> None:
    assert "figure-conflict" in found(
        "She won in 2 hours 9 minutes 41 seconds. / The 2:09:14 was a record.".replace(" / ", "\n\n")
    )
