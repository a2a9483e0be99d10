"""The judge of the whole article, on relations that share a figure."""

from __future__ import annotations

from fractions import Fraction

from factcheck.culprit import told_once
from factcheck.document import Span
from factcheck.model import Finding, Held, Relation, Severity
from factcheck.pipeline import check_text
from factcheck.quantity import Interval, Quantity


def figure(text: str, value: int, start: int) -> Quantity:
    return Quantity(Interval.around(value, Fraction(1, 2)), "", text, (Span(start, start + len(text)),))


def conflict(relation: Relation) -> Finding:
    places = relation.stated.spans + relation.implied.spans
    return Finding("part-whole", Severity.ERROR, "", "", (), places, relation)


TOTAL, MEN, WOMEN = figure("202,650", 202_650, 0), figure("98,400", 98_400, 20), figure("106,250", 106_250, 40)
HOMES, PEOPLE = figure("84,400", 84_400, 60), figure("118,250", 118_250, 80)


def test_a_figure_that_others_confirm_is_not_the_wrong_one() -> None:
    wrong = Relation(TOTAL, MEN + WOMEN)
    right = Relation(PEOPLE, TOTAL - HOMES)
    (finding,) = told_once([conflict(wrong)], [Held("difference", "", (), relation=right)])
    assert not finding.fixes or "202,650" not in finding.fixes[0]


def test_one_slip_is_told_once_with_the_change_that_mends_all() -> None:
    sum_of_parts = Relation(TOTAL, MEN + WOMEN)
    rest = Relation(figure("120,250", 120_250, 100), TOTAL - HOMES)
    (finding,) = told_once([conflict(sum_of_parts), conflict(rest)], [])
    assert finding.fixes[0] == "“204,650” for “202,650”: then all 2 comparisons that use it agree"


def test_slips_that_share_nothing_are_told_apart() -> None:
    one, other = (
        Relation(TOTAL, MEN + WOMEN),
        Relation(figure("31", 31, 200), figure("14", 14, 220) + figure("15", 15, 240)),
    )
    assert len(told_once([conflict(one), conflict(other)], [])) == 2


def test_what_holds_either_way_bears_no_witness() -> None:
    """That profit rose holds with $2.4 billion as with $2.6 billion, so it does not tell which figure is wrong."""
    (finding,) = check_text("Profit rose 14% from $2.1 billion to $2.6 billion.").findings
    assert finding.fixes[0] == "“24%” for “14%”"
