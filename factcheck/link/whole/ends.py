"""What is counted only so far: the balls of an over, the quarters of a year, the days of a month, and what seems to be so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article
from factcheck.dates import LONGEST, MONTH_NAMES, month
from factcheck.document import Span
from factcheck.link.whole.bounds import never, possible
from factcheck.model import Relation
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

SEASONS_OF = r"(?:the (?:\w+ )?year\b|last year|this year|(?:19|20)\d\d|fiscal)"
HOURS = Pattern(r"\bfor (?P<many>8,78[5-9]|8,79\d|8,[89]\d\d|9,\d{3}|1[0-2],\d{3}) hours\b")
"""More hours than a year has, though not so many more that they would be those of several."""
IN_A_YEAR = Pattern(r"\b(?:last|this|that|the) year\b|\b(?:in|of|during) (?:19|20)\d\d\b", re.I)
SHARED = Pattern(
    r"\b(?:each|both|all|between|together|combined|crews?|staff|volunteers|total|since|years|months?|weeks?)\b"
    r"|\b(?:the|its|their|his|her|our) (?![a-z]+ (?:metres|meters|miles|knots|degrees|kilomet))(?:[a-z-]+ )?[a-z]{2,}[a-rt-z]s\b"
    r"|\b(?:two|three|four|five|six|\d{1,3}) (?!metres|meters|miles|knots|degrees|kilomet)(?:[a-z-]+ )?(?:[a-z]+s|men|women|people)\b",
    re.I,
)
"""With these hours may be those of several, or of several years."""


class End(NamedTuple):
    """Where a count ends: the shape whose words are in `gate`, with the group `over` where it goes beyond, and why it cannot; `figure`, if named, is what to show."""

    gate: frozenset[str]
    shape: Pattern
    why: str


ENDS = (
    # Ball by ball, "19.6" is told of the last ball of an over.
    End(
        frozenset({" overs"}),
        Pattern(
            r"(?<!average )(?<!average of )(?<!averages )(?<!averaging )(?<!averaged )\b\d{1,3}\.(?:(?P<over>[7-9])|[1-5]) overs\b(?! (?:a|per|each)\b)"
        ),
        "an over has six balls, so .5 is the most",
    ),
    End(
        frozenset({"fifth quarter", "sixth quarter", "5th quarter"}),
        Pattern(rf"\b(?P<over>fifth|sixth|5th)[- ]quarter of {SEASONS_OF}(?!['’])", re.I),
        "a year has four quarters",
    ),
    End(
        frozenset({"32nd of", "33rd of", "34th of", "35th of"}),
        Pattern(rf"\bthe (?P<over>3[2-9](?:nd|rd|th)) of (?:{'|'.join(MONTH_NAMES)})\b"),
        f"no month has more than {max(LONGEST)} days",
    ),
    End(
        frozenset({":6", ":7", ":8", ":9"}),
        Pattern(
            r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|winning|best|fastest|finishing|an?|[’']s) times?(?:,| of| was) |\b(?:clocked|timed at|records? of|best of) "
            r"|\b(?:finish(?:ed|ing)?|home|won)\b[^.;:\d\n]{0,24}? in )(?:just )?"
            r"(?P<figure>[1-9]\d?:(?P<over>[6-9]\d)(?:\.\d+)?)(?![:\d])(?! (?:on|in) (?:aggregate|sets|games|goals)| (?:for|over|in) the (?:50|60|100|200|400))"
        ),
        "seconds stop at 59",
    ),
    End(
        frozenset({" days ", " nights "}),
        Pattern(
            rf"\bon (?P<figure>(?P<over>3[2-9]|[4-9]\d) (?:days|nights)) (?:of|in|during) (?:{'|'.join(MONTH_NAMES)})\b(?!,? (?:and|or|to|through|{'|'.join(MONTH_NAMES)})\b|[-–])"
        ),
        f"no month has more than {max(LONGEST)} days",
    ),
    End(
        frozenset({" days ", " nights "}),
        Pattern(
            r"\bon (?P<figure>(?P<over>36[7-9]|3[7-9]\d|[4-9]\d\d) (?:days|nights)) (?:(?:of|in|during) )?(?:last|this|the|that|a) year\b"
        ),
        "no year has more than 366 days",
    ),
)
LAST_YEAR = Pattern(
    r"\b(?P<year>[Ll]ast year|[Tt]his year|In (?:19|20)\d\d|in (?:19|20)\d\d),? (?:the month|February) (?:had|has) (?P<days>2[89]) days\b"
    r"|\b(?:the month|February) (?:had|has) (?P<many>2[89]) days (?P<of>last year|this year|in (?:19|20)\d\d)\b"
)


def beyond_the_end(article: Article) -> Iterator[Relation]:
    """Yield what is counted farther than it can be, and what comes close and can: 31.4 overs, the 29 days of a February."""
    text = article.document.text
    for end in (end for end in ENDS if article.may_say(end.gate)):
        for said in end.shape.finditer(text):
            name = "figure" if "figure" in said.groupdict() else 0
            span = Span(*said.span(name))
            yield never(said[name], span, end.why, None) if said["over"] else possible(said[0], span, end.why)
    yield from _hours_of_a_year(article)
    for said in LAST_YEAR.finditer(text) if article.may_say(frozenset({"28 days", "29 days"})) else ():
        days, when = (said["days"], said["year"]) if said["days"] else (said["many"], said["of"])
        year = _year(article, when.lower())
        if year and month(year, 2).last.day == int(days):
            yield possible(said[0], Span(*said.span()), f"February {year} had {days} days")


def _hours_of_a_year(article: Article) -> Iterator[Relation]:
    """Yield the hours that one thing is told to have done something in a year, which has not so many."""
    for sentence in article.holding(" hours"):
        words, start = article.words(sentence), article.here(sentence).start
        said = HOURS.search(words)
        if said and IN_A_YEAR.search(words) and not SHARED.search(HOURS.sub("", words)):
            span = Span(start + said.start("many"), start + said.end())
            yield never(article.text(span), span, "a year has 8,760 hours, a leap year 8,784", None)


def _year(article: Article, when: str) -> int:
    """Return the year that "last year" or "in 2020" names, 0 where nothing tells."""
    if when.startswith("in "):
        return int(when[3:])
    return article.published.year - when.startswith("last") if article.published else 0
