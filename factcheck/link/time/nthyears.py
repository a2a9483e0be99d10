"""Which year of it a thing is in, counted from the one that it began in, where verbs stand last: 2015년 문을 연 이 식당은 10년째."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.link.series.figures import exactly, is_plain
from factcheck.model import Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

BEGUN = Pattern(
    r"(?:에|부터)? ?(?:[가-힣]{1,6}(?:을|를|에|가|이) )?(?:문을 연|문 연|시작|설립|창립|창단|창업|개업|개장|개점|개원|개교|취임|입사|입단|데뷔|출범|결혼|등단|이민)"
)
NTH = Pattern(
    r"째(?!로 큰| 큰)(?: (?:문을|영업|운영|이어|자리|같은|한자리|다니|지키|맡|근무|일하|사업|장사|활동|명맥|연재|이끌|봉사|[가-힣]{1,8}(?:을|를) (?:이어|이끌|운영|지키|맡))|다|를 맞|을 맞|이다|,|\\.|를|에 접어)"
)
LOOK, ROOM = 24, 1


def nth_years(article: Article) -> Iterator[Relation]:
    """Yield each year that a thing is in against that of publication, counted from the only year of its sentence, with its first or without."""
    for sentence in article.body if article.verb_last and article.published else ():
        years = sentence.of_kind("year")
        for length in sentence.of_kind("duration") if len(years) == 1 else ():
            began = years[0].when.year if years[0].when else None
            told = length.unit == "year" and is_plain(length) and NTH.match(article.around(length, 0, LOOK)[1])
            again = article.around(length, 2, 0)[0].strip().endswith("지")
            if told and not again and began and article.published and BEGUN.match(article.around(years[0], 0, LOOK)[1]):
                gone = article.published.year - began
                made = Quantity(
                    Interval(Fraction(gone), Fraction(gone + ROOM)),
                    "year",
                    f"{years[0].text} to {article.published.year}",
                    (years[0].span,),
                )
                yield Relation(exactly(length), made)
