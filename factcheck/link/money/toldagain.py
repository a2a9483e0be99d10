"""Sums told again in another currency with other words between them: "55 million rand ... The debt, nearly $3.7 million".

Which words take the first sum up varies without end.  That a passage tells one sum of one currency and one of another does
not: where they agree they are one, and where they would but for a slip of the pen, or words speak of a rate, they are meant to.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from factcheck.article import Article, Sentence
from factcheck.link.context.apposition import Apposed
from factcheck.link.money.worth import IN_MONEY, currency_of, is_rate, sums_of
from factcheck.model import Mention
from factcheck.patterns import Pattern

REACH = 2
"""So many sentences may lie between a sum and where it is told again."""

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

TIMES = Pattern(r"\b(?:times|double|triple|half|twice|\w+fold)\b|[두세네] 배|절반")

Window = list[tuple[Sentence, list[Mention]]]


def told_again(article: Article) -> Iterator[Apposed]:
    """Yield each sum with the only one of another currency in the passage that leads to it, sure where words speak of a rate."""
    window: Window = []
    for sentence in article.sentences:
        window = [told for told in window if _in_passage(article, told[0], sentence)]
        window.append((sentence, [one for one in sums_of(sentence) if one.size > 1 and not is_rate(article, one)]))
        if (pair := _last_two(window)) and pair[1].sentence == sentence.number:
            if not (_reckoned(article, *pair) or any(map(partial(_is_other, article), pair))):
                words, behind = article.around(pair[1], LOOK)
                sure = CONVERTED.search(words.lower()) or AT_A_RATE.match(behind.lower())
                yield Apposed(*pair, sentence, bool(sure))


def _is_other(article: Article, figure: Mention) -> bool:
    return OTHERWISE.search(article.around(figure, LOOK)[0].lower()) is not None


def _reckoned(article: Article, first: Mention, second: Mention) -> bool:
    """Tell whether words between two sums make another of the first: for 4,000 euros ... insured for a hundred times that."""
    return TIMES.search(article.document.text, first.span.end, second.span.start) is not None


def _last_two(window: Window) -> tuple[Mention, Mention] | None:
    """Return the only two sums of the last few sentences of a passage, as few as have two, where their currencies differ."""
    told: list[Mention] = []
    for _, sums in reversed(window):
        told = [*sums, *told]
        if len(told) > 1:
            break
    return (told[0], told[1]) if len(told) == 2 and currency_of(told[0]) != currency_of(told[1]) else None


def _in_passage(article: Article, earlier: Sentence, sentence: Sentence) -> bool:
    start, here = (article.span(one.start, one.end).start for one in (earlier, sentence))
    return sentence.number - earlier.number <= REACH and (sentence.block == earlier.block)
