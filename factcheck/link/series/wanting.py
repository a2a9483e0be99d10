"""What is wanting of a whole, told beside its parts: 871 were for it and 330 against, and then that three papers were spoilt."""

from __future__ import annotations

from fractions import Fraction

from factcheck.article import Article
from factcheck.link.series.figures import family, value
from factcheck.model import Mention
from factcheck.patterns import Pattern

ONE_MORE = Pattern(
    r"\.? (?:One|Another|(?:The|A|Its|Their) (?:other|last|final|remaining|\w+(?:th|er|or|an|ist|ent))(?= (?:was|is|has|had|went|came|did|could|would|will|\w+ed)\b|,)"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)?(?= (?:[a-z]+ed|did|was|is|sat|left|had|has|went|came)\b|,))"
)
"""How a sentence begins that tells of one alone."""


TELLING = 100
"""A bare number of so many may leave unsaid what it is measured in: of 1,640 kilograms, and one that weighs 215."""

NO_NUMBER = frozenset({"every", "each", "any", "no"})
"""Before "one" these make it no number."""


def told_beside(article: Article, short: Fraction, whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether so many more than the parts are told up to the sentence behind them: 871 for, 330 against. Three were spoilt."""
    known, last = {one.first for one in (whole, *parts)}, parts[-1].sentence
    near = article.sentences[min(last, whole.sentence) : last + 2]
    others = [
        [
            value(one)
            for one in sentence.mentions
            if (family(one) == family(whole) or (one.kind == "count" and not one.noun and value(one) >= TELLING))
            and one.first not in known
            and article.word(article.place(one) - 1) not in NO_NUMBER
        ]
        for sentence in near
    ]
    return short > 0 and any(short == sum(told) or short in told for told in others)


def told_as_one(article: Article, short: Fraction, parts: list[Mention]) -> bool:
    """Tell whether one more than the parts may be told of right behind: 26 pupils and three teachers. The driver was unhurt."""
    here = article.sentences[parts[-1].sentence]
    end = article.span(here.start, here.end).end
    return short == 1 and parts[-1].kind == "count" and ONE_MORE.match(article.document.text, end) is not None
