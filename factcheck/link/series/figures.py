"""What a figure is worth as a part, a total or an operand of a share, and when two figures differ by a slip of the pen."""

from __future__ import annotations

from fractions import Fraction

from factcheck import slips
from factcheck.article import BIT, Article
from factcheck.document import Span
from factcheck.model import Mention
from factcheck.numerals import digits, hedged
from factcheck.quantity import DEEP, HUGE, Interval, Quantity

ADDED = {"money", "percent", "points", "measure", "duration"}
AMOUNTS = frozenset({"money", "count", "measure"})
"""The kinds of figures that tell how much there is of a thing, or how many."""

SHARES = BIT["P"] | BIT["F"]
"""Sentences with none of these kinds tell no share."""

ADDABLE = BIT["M"] | BIT["K"] | BIT["U"]
"""Sentences with none of these kinds have nothing exact to add: percentages are rounded."""
NOUGHT, HALF = Fraction(0), Fraction(1, 2)
ROUND_FROM = Fraction(10_000)
"""From so many on, the trailing zeros of a count that people add up may be rounding."""
SHARE_ROUND_FROM = Fraction(1_000)
"""The same for a count that is part or whole of a share."""
LOOSEST = Fraction(1, 20)
"""No trailing zeros make a count vaguer than by this share of itself."""
BOUND = Fraction(3, 20)
"""How far above "more than 300" or below "up to 300" a figure may lie and still be the one that is meant."""

OF_EACH = frozenset({"each", "apiece"})
"""Right behind a figure these make it that of each of several."""

FOR_ONE = OF_EACH | {"per", "a", "an"}
"""And these that for one of something."""


def family(mention: Mention) -> str:
    """Return what a figure can be added to: its currency, unit or kind; "" if it adds to nothing."""
    if mention.kind == "count":
        return f"count {mention.counter}" if mention.counter else "count"
    return mention.unit if mention.kind in ADDED and mention.number is not None else ""


def last_place(mention: Mention) -> Fraction:
    """Return what one more in the last digit that a figure shows would be, 1 where it is exact."""
    return mention.number.half * 2 if mention.number and mention.number.half else Fraction(1)


def significant(mention: Mention) -> int:
    """Return how many significant digits a figure shows."""
    return len(digits(mention.text).strip("0"))


def telling_digits(figure: Mention) -> int:
    """Return how many digits a figure shows, or its number has where it is in words, the noughts before and behind left off."""
    return len((digits(figure.text) or str(int(figure.size))).strip("0"))


def digits_of(mention: Mention) -> int:
    """Return how many digits the number of a figure has, noughts at its end left off, whatever words or scale it is told in."""
    return len(str(value(mention).numerator).rstrip("0"))


def value(mention: Mention) -> Fraction:
    """Return the number that a figure displays; 0 if it has none."""
    return mention.number.middle if mention.number else Fraction(0)


def displayed(mention: Mention) -> Fraction:
    """Return the number that a figure displays before its sign: 2.4 for 2.4 per cent."""
    return value(mention) * (100 if mention.unit in ("%", "pp") else 1)


def is_of_each(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is that of each of several: two funds hold 20 percent each; bags of 60 kg apiece."""
    return article.word(article.place(mention) + 1) in OF_EACH


def within(one: Mention, other: Mention, times: float) -> bool:
    """Tell whether the larger of two figures is at most so many times the smaller, and neither is nought."""
    less, more = sorted((abs(one.size), abs(other.size)))
    return 0 < more <= times * less


def sides_of(article: Article, pair: Mention) -> tuple[Mention, Mention]:
    """Return the two numbers of a pair as figures of their own: 284 and 211 of 284-211."""
    one, other = pair.parts
    return (
        pair.changed(span=one, text=article.text(one), upper=None, parts=()),
        pair.changed(span=other, text=article.text(other), number=pair.upper, upper=None, parts=()),
    )


def is_single(mention: Mention) -> bool:
    """Tell whether a figure is one number above nought that stands for itself, or for about that."""
    return mention.number is not None and not mention.upper and mention.hedge in ("", "about") and mention.size > 0


def is_plain(mention: Mention) -> bool:
    """Tell whether a figure is one number as it stands, no hedge and no range."""
    return not mention.hedge and mention.upper is None and mention.number is not None


def counted(mention: Mention) -> Quantity:
    """Return a figure as an addend: whole numbers are exact, but for the zeros of large round ones."""
    scaled = mention.number is not None and mention.number.half > HALF
    return _shown(mention, HUGE if scaled else ROUND_FROM)


def operand(mention: Mention) -> Quantity:
    """Return a figure as part or whole of a share: trailing zeros may be rounding, small numbers are exact."""
    return _shown(mention, SHARE_ROUND_FROM)


def _shown(mention: Mention, round_from: Fraction) -> Quantity:
    number = mention.number
    if number is None or mention.upper:
        return bounded(mention, mention.quantity)
    size = abs(number.middle)
    reach = NOUGHT if number.middle.denominator == 1 and number.half <= HALF else number.half
    if mention.hedge or size >= round_from:
        reach = max(reach, min(number.coarse, size * LOOSEST))
    interval = hedged(Interval.around(number.middle, reach), mention.hedge)
    shown = Quantity(interval, mention.unit, mention.text, (mention.span,))
    return bounded(mention, shown) if mention.hedge else shown


def bounded(mention: Mention, quantity: Quantity) -> Quantity:
    """Return a quantity whose open end, if it has one, is drawn near: "more than 300" is 300 to 345."""
    low, high = quantity.interval
    if high >= HUGE:
        high = value(mention) + abs(value(mention)) * BOUND
    if low <= DEEP:
        low = value(mention) - abs(value(mention)) * BOUND
    return Quantity(Interval(low, high), quantity.unit, quantity.working, quantity.spans)


def open_ended(mention: Mention) -> bool:
    """Tell whether a hedge leaves one side of the figure without bound."""
    return mention.hedge in ("more", "less")


def halves(article: Article, pair: Mention) -> tuple[Quantity, Quantity]:
    """Return the two numbers of a pair, 7 and 2 of "7-2", as exact quantities."""
    numbers = (pair.number, pair.upper)
    left, right = (_exact(article.text(span), span) for span in pair.parts[: len(numbers)])
    return left, right


def _exact(text: str, span: Span) -> Quantity:
    return Quantity(Interval.exactly(int(text)), "", text, (span,))


def slip(figure: Mention, needed: Fraction, digits: int = 3) -> bool:
    """Tell whether `needed` is the figure but for a slip of the pen: one digit, two swapped, or a power of ten.

    Only figures that show so many digits, common zeros at the end left off, can tell a slip from chance.
    """
    shown, other = _written(figure, needed)
    if len(shown.rstrip("0")) >= digits and shown.rstrip("0") == other.rstrip("0"):
        return shown != other
    shown, other = _without_noughts(shown, other)
    return len(shown) == len(other) >= digits and slips.mistyped(shown, other)


def swapped(figure: Mention, needed: Fraction) -> bool:
    """Tell whether `needed` is the figure with two neighbouring digits the other way round: few figures are so by chance."""
    return slips.swapped(*_without_noughts(*_written(figure, needed)))


def _written(figure: Mention, needed: Fraction) -> tuple[str, str]:
    """Return a figure and what it should be as digits, down to the last that the figure shows; nothing where it shows none."""
    if figure.number is None or needed <= 0 or value(figure) <= 0:
        return "", ""
    step = figure.number.half * 2 or Fraction(1)
    return str(int(value(figure) / step)), str(round(needed / step))


def _without_noughts(shown: str, other: str) -> tuple[str, str]:
    while shown.endswith("0") and other.endswith("0"):
        shown, other = shown[:-1], other[:-1]
    return shown, other


def sum_slips(parts: list[Mention], whole: Mention, digits: int = 3) -> bool:
    """Tell whether a slip in one figure, a part or the whole, explains why the parts miss the whole."""
    added = sum(map(value, parts), Fraction(0))
    short = value(whole) - added
    return slip(whole, added, digits) or any(slip(part, value(part) + short, digits) for part in parts)


def bare(mention: Mention) -> Quantity:
    """Return the number that a figure displays, of no unit."""
    return Quantity(Interval.exactly(value(mention)), "", mention.text, (mention.span,))


def exactly(mention: Mention) -> Quantity:
    """Return a figure as no more and no less than its digits."""
    return mention.quantity.changed(value=Interval.exactly(value(mention)), coarse=None)
