"""Sums told again in another currency with other words between them: "55 million rand ... The debt, nearly $3.7 million".

Which words take the first sum up varies without end.  That a passage tells one sum of one currency and one of another does
not: where they agree they are one, and where they would but for a slip of the pen, or words speak of a rate, they are meant to.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from factcheck.article import Article, Sentence
from factcheck.link.context.apposition import Apposed
from factcheck.link.context.passages import last_two
from factcheck.link.money.worth import IN_MONEY, currency_of, is_rate, sums_of
from factcheck.model import Mention
from factcheck.patterns import Pattern

LOOK = 60
"""So many characters about a sum tell that it is one in other money."""

CONVERTED = Pattern(
    rf"\b(?:equivalent (?:of|to)|(?:translat|convert)\w+ (?:in)?to|changed [^.;\d]{{0,40}}(?:in)?to|{IN_MONEY},?)[^.;\d]{{0,25}}$"
    r"|\bat (?:[\w’'-]+ ){0,3}(?:exchange )?rates?(?: of exchange)?,? (?:(?!and\b)[^.;\d]){0,25}$|(?:우리|한국|미국) ?돈으?로[^.\d]{0,12}$",
)
AT_A_RATE = Pattern(
    r"^(?: an? \w+| each)?,? at (?:[\w’'-]+ ){0,3}(?:exchange )?rates?\b|^ (?:a|an|per) \w+ at (?:[\w’'-]+ ){0,3}rates?\b"
)
OTHERWISE = Pattern(r"\b(?:plus|another|further|additional|more than the|against|versus|compared|than)\b[^.;\d]{0,20}$")
"""Before a sum these say that it is of something else."""

SHARE_OF = Pattern(r"(?:%|\bper ?cent) of [^.;\d]{0,30}$")
OF_IT = Pattern(r" ?의 (?:약 )?\d+(?:\.\d+)?(?:%|퍼센트)")
"""About a sum these make it what another is a share of."""

TIMES = Pattern(r"\b(?:times|double|triple|half|twice|\w+fold)\b|[두세네] 배|절반")


def told_again(article: Article) -> Iterator[Apposed]:
    """Yield each sum with the only one of another currency in the passage that leads to it, sure where words speak of a rate."""
    for first, second in last_two(article, partial(_sums, article)):
        if currency_of(first) != currency_of(second) and not _apart(article, first, second):
            words, behind = article.around(second, LOOK)
            sure = CONVERTED.search(words.lower()) or AT_A_RATE.match(behind.lower())
            yield Apposed(first, second, article.sentences[second.sentence], bool(sure))


def _sums(article: Article, sentence: Sentence) -> list[Mention]:
    return [one for one in sums_of(sentence) if one.size > 1 and not is_rate(article, one)]


def _apart(article: Article, first: Mention, second: Mention) -> bool:
    """Tell whether words make two sums of two things, or another of the first: 4,000 euros ... insured for a hundred times that."""
    other = any(OTHERWISE.search(article.around(one, LOOK)[0].lower()) for one in (first, second))
    before, behind = article.around(second, LOOK)
    other = other or SHARE_OF.search(before) is not None or OF_IT.match(behind) is not None
    return other or TIMES.search(article.document.text, first.span.end, second.span.start) is not None
