"""Titles behind the number of them, and days before it: five albums, "Fog", "Glass" and "Rain"; Mondays and Fridays, two days a week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.series.namelists import GOES_ON, NEAR, Listed
from factcheck.numerals import small_number, small_numbers
from factcheck.regexes import compiled

QUOTED = r"[\"“][^\"“”]{2,60}[\"”]"
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"


def counted_beside(article: Article) -> Iterator[Listed]:
    """Yield the numbers that count titles in quotation marks or the days of a week beside them, with how many there are."""
    for sentence in article.body if not article.verb_last else ():
        yield from _counted(article, sentence, _titles(), QUOTED)
        yield from _counted(article, sentence, _days(), DAY)


@cache
def _titles() -> re.Pattern[str]:
    """Compile a number of things with their titles behind it: five albums, "Fog", "Glass" and "Rain"."""
    return compiled(
        rf"\b(?P<many>{small_numbers(2)}) (?:[a-z-]+ ){{0,2}}[a-z-]+s, (?P<row>{QUOTED}(?:,? {QUOTED}){{1,9}},? and {QUOTED})(?=[,.;]| [a-z])"
    )


@cache
def _days() -> re.Pattern[str]:
    """Compile days of the week with how many they are said to be: Mondays, Wednesdays and Fridays, four days a week."""
    return compiled(
        rf"(?<!to )(?<!through )(?<![-–])(?P<row>{DAY}(?:, {DAY}){{0,5}},? and {DAY}), (?P<many>{small_numbers(1)}) days a week\b"
    )


def _counted(article: Article, sentence: Sentence, shape: re.Pattern[str], item: str) -> Iterator[Listed]:
    text, here = article.document.text, article.here(sentence)
    for said in shape.finditer(text, here.start, here.end):
        size = len(re.findall(item, said["row"]))
        number = next((one for one in sentence.mentions if one.span.start == said.start("many")), None)
        on = GOES_ON.match(text, said.end() + text.startswith(",", said.end()), here.end) is not None
        if number and not on and abs(small_number(said["many"]) - size) <= NEAR:
            yield number, size, Span(*said.span("row"))
