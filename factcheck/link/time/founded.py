"""Anniversaries beside the year of what they mark, where verbs stand last: 1965년 개교한 이 학교는 올해 개교 60주년을 맞았다."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.link.context.ties import adjacent
from factcheck.link.time.jubilees import Jubilee
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

BEGAN = Pattern(
    r"(?:에|[^,.\n]{0,14}에서)?[^,.\n]{0,10}?(?:설립|창립|창업|창간|개교|개원|개관|개장|개업|개통|문을 [연열]|세워|세운|시작|출범|발족|결성|창단|창설|건국|출발|태어|첫)"
)
KEPT = Pattern(
    r"(?:주년|돌|년)(?:을|이|째를)? ?(?:맞|기념|이 [되된]|이다|째)|년째 (?:[가-힣]+ ){0,2}(?:지키고|이어오고|이어 오고|운영하고|영업하고|열고|지켜[온왔]|이어[온왔])"
)
PRESENT = Pattern(r"올해|금년|이달|오늘|이번|맞았|맞는|맞은|맞아|맞이|고 있다|고 있는")
OTHER = Pattern(r"내년|지난해|작년|뒤|앞으로|\d년 전|결혼|서거|타계|별세|광복|해방|전쟁|수교")
"""With one of these the anniversary is kept another year, or is of something else."""

LEAST, TWO, TEN, LEAD, HEAD = 2, 2, 10, 30, 14
PLAIN = Pattern(
    r"(?:올해|올해로|이날|오늘|오는|이달|금년|꼭|딱|만|벌써|어느덧|개교|창립|창간|개원|설립|창사|개관|개장|개업|개통|창단|창설|창업|출범|탄생|[가-힣]+[은는이가])"
)


def anniversaries(article: Article, published: date) -> Iterator[Jubilee]:
    """Yield every anniversary kept this year with the one year, in its sentence or beside it, that something began."""
    for sentence in article.body if article.verb_last else ():
        for kept in sentence.of_kind("ordinal|duration"):
            words = article.words(sentence)
            if _is_kept(article, kept) and PRESENT.search(words) and not OTHER.search(words):
                near = [sentence, *(one for step in (-1, 1) if (one := adjacent(article, sentence, step)))]
                began = [one for part in near for one in _years(article, part)]
                if (
                    len(began) == 1
                    and _is_of_that(article, kept, began[0])
                    and kept.number
                    and began[0].when
                    and began[0].when.year
                ):
                    passed = published.year - began[0].when.year
                    if not article.document.text.startswith("째", kept.span.end) or _slips(kept.size, passed):
                        yield _jubilee(kept, began[0], began[0].when.year, published)


def _slips(said: float, passed: int) -> bool:
    """Tell whether a number of years is that since then or misses it by ten or two swapped digits: "N년째" may be of another thing."""
    return abs(said - passed) in (0, TEN) or f"{said:.0f}" == f"{passed}"[::-1]


def _is_kept(article: Article, kept: Mention) -> bool:
    told = kept.noun == "anniversary" or kept.unit == "year"
    return (
        told
        and KEPT.match(article.document.text, kept.span.end - (1 if kept.noun != "anniversary" else TWO)) is not None
    )


def _is_of_that(article: Article, kept: Mention, began: Mention) -> bool:
    """Tell whether the words straight before an anniversary name nothing but what began: no 데뷔 30주년 of a choir's conductor."""
    text = article.document.text
    sentence = article.sentences[kept.sentence]
    opened = article.here(sentence).start
    lead = text[
        max(opened, began.span.end if began.first < kept.first else opened, kept.span.start - LEAD) : kept.span.start
    ]
    words = re.findall(r"[가-힣]+", lead.rpartition(",")[2])[-TWO:]
    other = article.sentences[began.sentence]
    ahead = began.sentence == kept.sentence
    told = text[opened : began.span.end + HEAD] if ahead else article.words(other)
    return all(PLAIN.fullmatch(word) or word[:TWO] in told for word in words)


def _years(article: Article, sentence: Sentence) -> list[Mention]:
    years = [one for one in sentence.of_kind("year|date") if one.when and one.when.year and not one.when.unit]
    return [one for one in years if BEGAN.match(article.document.text, one.span.end)]


def _jubilee(kept: Mention, began: Mention, year: int, published: date) -> Jubilee:
    passed = Fraction(published.year - year)
    said = kept.number.middle if kept.number else Fraction(0)
    near = abs(said - passed) < LEAST
    counted = Interval(min(passed, said), max(passed, said)) if near else Interval.exactly(passed)
    stated = Quantity(Interval.exactly(said), "year", kept.text, (kept.span,))
    return Jubilee(stated, began, counted, published.year, None)
