"""The figures over a text, in its title, headline, standfirst and captions, and how loosely they may be said."""

from __future__ import annotations

from fractions import Fraction

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.document import Span
from factcheck.link.series.circumstances import is_age
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.segment import vocabulary

TOPS = HEADINGS - {"heading"}
MEASURED = frozenset({"money", "percent", "points", "count", "measure", "duration", "age"})
EXACT = frozenset({"date", "weekday", "ordinal", "pair", "fraction"})
LARGE, FIFTY, HALF = 100, 50, Fraction(1, 2)
"""From here on a headline may round a whole number to zeros, and one in words to tens."""

PASSED = frozenset({"pass", "passes", "passed", "past"})
"""Right before a figure these too make it a bound."""

OF_A_YEAR = Pattern(r"\bin (?:19|20)\d\d\b")

Body = list[tuple[Mention, Sentence]]
"""The figures of the copy, each with its sentence."""


class Head(NamedTuple):
    """A figure over the text: every place where title, headline, standfirst or caption has it."""

    mention: Mention
    sentence: Sentence
    places: tuple[Span, ...]

    def beside(self, mention: Mention) -> Quantity:
        """Return the figure with all its places, and all that a headline could round `mention` to."""
        return Quantity(loosely(self.mention, mention), self.mention.unit, self.mention.text, self.places)


def heads_of(article: Article) -> list[Head]:
    """Return the figures over the text, those said twice alike once."""
    places: dict[tuple[str, str], list[tuple[Mention, Sentence]]] = {}
    for sentence in article.sentences:
        if sentence.block in TOPS:
            for mention in sentence.mentions:
                if (mention.kind in MEASURED or mention.kind in EXACT) and not _is_no_head(article, sentence, mention):
                    told = mention.changed(hedge="more") if _topped(article, mention) else mention
                    places.setdefault((mention.kind, mention.text.lower()), []).append((told, sentence))
    return [Head(*found[0], tuple(mention.span for mention, _ in found)) for found in places.values()]


def _is_no_head(article: Article, sentence: Sentence, mention: Mention) -> bool:
    return _is_a_win(article, mention) or _was_then(article, sentence, mention)


def _was_then(article: Article, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a caption gives how old somebody was in the year that it names: Mrs. Calloway in 1994. She was 61."""
    aged = sentence.block == "caption" and (mention.kind == "age" or is_age(article, mention))
    start = article.block_at(mention.span.start).start if aged else mention.span.start
    return OF_A_YEAR.search(article.document.text, start, mention.span.start) is not None


def _is_a_win(article: Article, mention: Mention) -> bool:
    """Tell whether points are what a match is worth, which no text need tell again: a late strike gives Elm all three points."""
    return mention.kind == "points" and article.word(article.place(mention) - 1) == "all"


def _topped(article: Article, mention: Mention) -> bool:
    """Tell whether a headline says that something is past a figure: fire tops 41,000 acres."""
    led = article.before(mention, 1)
    beaten = led != "" and (led in vocabulary()[1]["BEAT"] or article.word(article.place(mention) - 1) in PASSED)
    return beaten and not mention.hedge


def loosely(said: Mention, mention: Mention) -> Interval:
    """Return all that a headline may stand for: a figure of the text rounded or cut, large ones to zeros."""
    shown = said.quantity.interval
    if said.number is None or mention.number is None or said.hedge or mention.hedge:
        return said.rounded.interval
    middle, half = said.number.middle, said.number.half
    if said.kind == "measure" and not digits(said.text):
        half = max(half, HALF)  # "Three metres" is no finer than "3 metres".
        shown = shown.hull(Interval.around(middle, half))
    if mention.number.half < half:
        shown = Interval(shown.low, middle + 2 * half - mention.number.half)
    elif mention.number.half == said.number.half:
        shown = Interval.exactly(middle)
    tens = not digits(said.text) and middle >= FIFTY and middle % 10 == 0  # Sixty firms.
    if said.kind in ("percent", "points", "age") or (middle < LARGE and not tens):
        return shown
    reach = middle / 20
    zeros = Interval(middle - reach, middle + reach) if tens else said.rounded.interval
    return shown.hull(Interval(max(zeros.low, middle - reach), min(zeros.high, middle + reach)))
