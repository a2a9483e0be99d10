"""Two figures that say one thing: "126 trillion won ($91.2 billion)", "10 miles, or 16 km"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.currencies import sharing
from factcheck.document import Span
from factcheck.link.context.adjuncts import goes_off, operands
from factcheck.link.series.figures import bounded
from factcheck.model import Mention
from factcheck.numerals import hedged
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

REACH = 14
"""So many places of the skeleton may part two figures that say one thing."""

BETWEEN = {"bracket": 3, "comma": 2, "dash": 2}
"""So many words may follow the first figure ("a dose", "of land") before the mark that opens the second."""

QUALIFIERS = frozenset(
    "about around roughly approximately some nearly almost over under more less than just only or at the an a equivalent "
    "equal equals equalling makes it to of well up least most close slightly little shade then now that is which comes works out "
    "amounts amounting worth circa c approx · say currently today's i e ie ca 's ’s converts translates nearer worth short shy 약".split()
)
"""What may stand before the second figure without making it another thing."""

OPENING = frozenset(
    "or about say around roughly approximately some nearly almost the equal equivalent that which just over worth under less more well".split()
)
EQUATING = frozenset("is equals equal equivalent works comes converts translates makes".split())
"""With one of these before the second figure, what stands behind it is no matter."""
SAYS_SO = frozenset("or of to is are".split())
CLOSING = ',.·;:)-—q\n"'
VALUED = frozenset({"money", "measure"})
ENDS = ".q\n"
KINDS = VALUED | {"count"}


class Apposed(NamedTuple):
    """A figure and, behind it, what the text gives as the same in other terms.

    `sure` where grammar ties them: a bracket, ", or B,", ", about B,"; else the two merely stand close.
    """

    first: Mention
    second: Mention
    sentence: Sentence
    sure: bool

    @property
    def mentions(self) -> tuple[Mention, Mention]:
        """Both figures, in the order of the text."""
        return self.first, self.second


@lru_cache(maxsize=2)
def apposed(article: Article) -> tuple[Apposed, ...]:
    """Return every pair of amounts of the article that may say one thing."""
    return tuple(
        pair for sentence in article.sentences if len(sentence.mentions) > 1 for pair in _pairs(article, sentence)
    )


def _pairs(article: Article, sentence: Sentence) -> Iterator[Apposed]:
    opened: Mention | None = None
    for first, second in pairwise(operands(article, sentence.mentions, _is_valued)):
        if second.kind not in KINDS or first.kind not in KINDS or first.kind == second.kind == "count":
            opened = None
            continue
        if opened is not None and _goes_on(article, first, second):
            yield Apposed(opened, second, sentence, True)
            continue
        tie = _tie(article, first, second)
        opened = first if tie == "bracket" else None
        if tie:
            yield _ranged(article, Apposed(first, second, sentence, tie != "loose"))


def _is_valued(figure: Mention) -> bool:
    """Tell whether a figure is a sum or a measure, or a sum in a currency that shares its name: 640 kroner."""
    return figure.kind in VALUED or (figure.kind == "count" and bool(figure.noun and sharing(figure.noun)))


def _ranged(article: Article, pair: Apposed) -> Apposed:
    """Return the pair with ranges as wholes: 3.5 billion to 5 billion pounds ($5.2 billion to $7.4 billion)."""
    first, second = pair.mentions
    before, behind = neighbours(pair.sentence, first)[0], neighbours(pair.sentence, second)[1]
    if second.upper is None and behind and _joined(article, second, behind):
        second = _range(article, second, behind)
    if second.upper is not None and first.upper is None and before and _joined(article, before, first):
        first = _range(article, before, first)
    alike = (first.upper is None) == (second.upper is None) and not _part_of_range(article, pair.sentence, second)
    return Apposed(first, second, pair.sentence, pair.sure and alike and not _is_alternative(article, before, first))


def _is_alternative(article: Article, before: Mention | None, first: Mention) -> bool:
    """Tell whether a figure is the second of two that share a unit, each with its own in the bracket: 13 or six miles (21 km or 10)."""
    if before is None or before.kind != "count" or before.noun or first.kind != "measure":
        return False
    place = article.place(before) + 1
    return article.place(first) == place + 1 and article.word(place) in ("and", "or")


def _part_of_range(article: Article, sentence: Sentence, second: Mention) -> bool:
    """Tell whether a figure in two units goes on to another: 4 ft 10 in to 6 ft 5 in."""
    part = neighbours(sentence, second)[1] if second in sentence.mentions else None
    if part is None or part.unit == second.unit or article.place(part) != article.place(second) + 1:
        return False
    behind = neighbours(sentence, part)[1]
    return behind is not None and behind.unit == second.unit and _joined(article, second, behind, article.place(part))


def _joined(article: Article, low: Mention, high: Mention, last: int | None = None) -> bool:
    """Tell whether two figures are the ends of a range, or two of one kind in a row."""
    if low.number is None or high.number is None or not (low.unit == high.unit or low.kind == "count"):
        return False
    place = (article.place(low) if last is None else last) + 1
    near = article.place(high) == place + 1 and article.word(place) in ("to", "and", "or", "-", "–", "through")
    return near and low.number.middle < high.number.middle


def _range(article: Article, low: Mention, high: Mention) -> Mention:
    span = Span(low.span.start, high.span.end)
    return high.changed(number=low.number, upper=high.number, span=span, text=article.text(span))


def _between(article: Article, first: Mention, second: Mention) -> tuple[str, int]:
    start, end = article.place(first) + 1, article.place(second)
    return (article.skeleton[start:end] if end - start <= REACH else "\n"), start


def _goes_on(article: Article, first: Mention, second: Mention) -> bool:
    """Tell whether a bracket that is open goes on to a third figure: ($1.5m; 1.4m euros), (1.5 m or 5 ft)."""
    letters, start = _between(article, first, second)
    words = [article.word(start + at) for at in range(len(letters))]
    return len(letters) <= 5 and bool(words) and all(word in QUALIFIERS or word in ",;/" for word in words)


def _tie(article: Article, first: Mention, second: Mention) -> str:
    """Return how the second figure is tied to the first: bracket, comma, dash, loose, or "" if not at all."""
    if article.word(article.place(second) + 1) == "=":
        return ""  # The bracket reckons with another figure: a 53-byte message (512 bit = 64 bytes).
    if article.skeleton[article.place(second) - 1] == "(" and phrase("BE").match(
        article.skeleton, article.place(second) + 1
    ):
        return ""  # Nor does a bracket that is a clause of its own: 42 feet (14 meters is less than 46 feet).
    letters, start = _between(article, first, second)
    for mark, tie in (("(", "bracket"), ("[", "bracket"), (",", "comma"), ("-", "dash"), ("—", "dash"), (";", "comma")):
        at = letters.rfind(mark)
        if at < 0:
            continue
        words = [article.word(start + n) for n in range(at + 1, len(letters))]
        if _wordy(letters[:at]) <= BETWEEN[tie]:
            return _marked(article, second, tie, words)
        if goes_off(article, start, start + at):
            return _marked(article, second, tie, words) if _is_all(article, first, second, tie, words) else ""
    if 0 < _wordy(letters) <= 6:
        words = [article.word(start + n) for n in range(len(letters))]
        return "loose" if _opens(words, SAYS_SO) else ""
    return ""


def _wordy(letters: str) -> int:
    """Return how many words a stretch holds, far too many where anything but words stands in it."""
    plain = all(letter in "wNC'·" or letter >= "\ue000" for letter in letters)
    return len(letters) if plain else REACH + 1


def _marked(article: Article, second: Mention, tie: str, words: list[str]) -> str:
    if tie == "bracket":
        return tie if all(word in QUALIFIERS for word in words) else ""
    if not all(word in QUALIFIERS for word in words):
        return "loose" if _opens(words, frozenset({"of"})) and len(words) <= 6 else ""
    if not words and tie == "dash" and article.after(second, 1) in ("-", "—"):
        return tie
    if not words:
        return "loose" if _closes(article, second) else ""
    if words[0] not in OPENING:
        return ""
    return tie if _closes(article, second) or not EQUATING.isdisjoint(words) else "loose"


def _is_all(article: Article, first: Mention, second: Mention, tie: str, words: list[str]) -> bool:
    """Tell whether a sum or a measure behind the circumstances of the first is all that is told there: "for the winger, or $44 million,"."""
    told_so = words[:1] in (["or"], ["equivalent"], ["worth"], ["equal"])
    ends = ")]" if tie == "bracket" else CLOSING if told_so else ENDS
    behind = range(article.place(second) + 1, article.sentences[second.sentence].end - 1)
    listed = any(
        article.skeleton[at] == "," and article.word(at + 1) == "or" for at in behind
    )  # 12 miles, or 6 km, or none
    return _is_valued(first) and _is_valued(second) and article.after(second, 1) in (*ends, "") and not listed


def _opens(words: list[str], ties: frozenset[str]) -> bool:
    """Tell whether words end in one that says the figure behind is the thing before: "an area of roughly"."""
    own = next((n for n in range(len(words), 0, -1) if words[n - 1] not in QUALIFIERS - ties), 0)
    return own > 0 and words[own - 1] in ties and all(word.isalpha() or word == "," for word in words)


def _closes(article: Article, second: Mention) -> bool:
    after = article.after(second, 1)
    return not after or after in CLOSING or article.word(article.place(second) + 1) in ("at", "a", "per", "and")


ZEROS = Fraction(1, 20)
"""Zeros are taken for rounding where that reaches no farther than this share of the value: in 1,100, not in 10."""


def neighbours(sentence: Sentence, mention: Mention) -> tuple[Mention | None, Mention | None]:
    """Return the figures of the sentence just before and just behind a figure."""
    at = sentence.mentions.index(mention)
    before = sentence.mentions[at - 1] if at else None
    return before, sentence.mentions[at + 1] if at + 1 < len(sentence.mentions) else None


def plain(mention: Mention, most: Fraction | None = None) -> Quantity:
    """Return what the digits of a figure display, no hedge: what is said of one figure goes for its other self.

    `most` caps how far, as a share of the value, the interval may reach to either side.
    """
    assert mention.number is not None
    loose, middle = mention.number.loose, abs(mention.number.middle)
    value = loose if loose and mention.number.coarse <= ZEROS * middle else mention.number.interval
    if most is not None:
        reach = abs(mention.number.middle) * most
        value = Interval(max(value.low, mention.number.middle - reach), min(value.high, mention.number.middle + reach))
    if mention.upper is not None:
        value = value.hull(mention.upper.interval)
    return Quantity(value, mention.unit, mention.text, (mention.span,))


def for_one(article: Article, mention: Mention) -> str:
    """Return the word for what a figure is for one of, "" where it is for none: "tonne" of "$2,400 a tonne"."""
    behind = article.after(mention, 2)
    place = article.place(mention) + 1
    each = len(behind) == 2 and behind[1] not in ",;:()" and article.word(place) in ("a", "an", "per", "each", "every")
    return article.word(place + 1) if each else ""


def said(figure: Mention, most: Fraction | None = None) -> Quantity:
    """Return what a figure says, its hedge in it, for that is its own: more than $10,000 each, of a known total."""
    value = plain(figure, most)
    return bounded(figure, value.changed(value=hedged(value.interval, figure.hedge)))


def is_round(mention: Mention) -> bool:
    """Tell whether a figure has one digit that is not nought, or is a plain fraction: 10, 500, half."""
    value = abs(mention.number.middle) if mention.number else Fraction(0)
    while value >= 10:
        value /= 10
    while 0 < value < 1:
        value *= 10
    return value.denominator == 1


def as_unit(mention: Mention, unit: str) -> Mention:
    """Return the figure read in another unit: pounds of money for pounds of weight."""
    return mention.changed(unit=unit)
