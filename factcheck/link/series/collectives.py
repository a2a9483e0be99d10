"""Words that are a number themselves, and the names behind them: a trio of nurses, Joan Park and Deirdre Shaw; both towns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.article import HEADINGS, Article
from factcheck.document import Span
from factcheck.quantity import Interval, Quantity
from factcheck.regexes import compiled

MANY = {"pair": 2, "duo": 2, "both": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4, "quintet": 5}
WORDS = tuple(f"{word} " for word in MANY)
NAME = compiled(r"(?:the )?(?:[A-Z][\w'’.&-]*(?: |$)){1,4}")


@cache
def _told() -> re.Pattern[str]:
    names = r"(?P<names>(?:the )?[A-Z][^.;:()]{3,120}?)"
    ends = r"(?=, [a-z]+| [-–—] |\.(?:\s|$)|\)|$)"
    thing = r"(?:[A-Za-z-]+ ){0,2}?[a-z-]+s"
    group = "|".join(word for word in MANY if word != "both")
    return compiled(
        rf"\b(?:(?P<many>{group})(?: of {thing}(?: (?:in|at|on|from|to) [\w ]{{2,24}})?)?|(?P<both>[Bb]oth) {thing})(?:, | \(|: | [-–—] ){names}{ends}"
    )


def collectives(article: Article) -> Iterator[tuple[Quantity, Quantity, str]]:
    """Yield what such a word says, how many are named behind it where that is so or one off, and the word that would be right."""
    if article.verb_last or not article.may_say(frozenset(WORDS)):
        return
    for found in _told().finditer(article.document.text):
        word = (found["many"] or found["both"]).lower()
        names = re.split(r",? and |, ", found["names"])
        plain = found["names"].count(" and ") == 1 and all(NAME.fullmatch(name) for name in names)
        block = article.block_at(found.start()).kind
        if plain and block not in HEADINGS and abs(len(names) - MANY[word]) <= 1 < len(names):
            span, shown = Span(*found.span("many" if found["many"] else "both")), Span(*found.span("names"))
            stated = Quantity(Interval.exactly(MANY[word]), "", article.text(span), (span,))
            right = next(
                (other for other, many in MANY.items() if many == len(names) and other != "both"), str(len(names))
            )
            yield stated, Quantity(Interval.exactly(len(names)), "", found["names"], (shown,)), right
