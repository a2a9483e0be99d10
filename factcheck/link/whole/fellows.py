"""A figure that a comma parts from others and that is no whole of theirs but a fellow: 19 in the town, seven in Ayr and five elsewhere."""

from __future__ import annotations

from factcheck.article import Article, Sentence
from factcheck.link.series.figures import counted
from factcheck.link.series.readings import added
from factcheck.link.series.runs import gap
from factcheck.link.whole.leaving import earlier_like
from factcheck.model import Mention
from factcheck.phrase import phrase
from factcheck.quantity import Interval

WHOLE = Interval.exactly(1)
SOME = frozenset({"most", "many", "some", "few", "several"})
NEAREST = 3


def listed_itself(article: Article, sentence: Sentence, whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether a figure is one of the parts: with them it makes 100% or what stood before, is of a place as they are, or one without a number precedes them."""
    together = added([whole, *parts]).interval
    hundred = whole.kind == "percent" and together.meets(WHOLE)
    single = phrase("a|an <^,> <^,>? ,").search(gap(article, whole, parts[0]))
    elsewhere = article.word(article.place(parts[-1]) + 1) == "elsewhere"
    placed = elsewhere and phrase("in").search(gap(article, whole, parts[0])) is not None
    return bool(hundred or single or placed) or any(
        counted(one).interval.meets(together) for one in earlier_like(article, sentence, whole)
    )


def is_base(article: Article, whole: Mention) -> bool:
    """Tell whether a figure is what others are some of: of "38 of the 41 voted: 26 for and 12 against" it is 41; most of its 41."""
    at = article.place(whole) - 1
    of = next((near for near in range(at, max(0, at - NEAREST - 1), -1) if article.word(near) == "of"), 0)
    return of > 0 and ((at - of <= 1 and of - 1 in article.at) or article.word(of - 1) in SOME)
