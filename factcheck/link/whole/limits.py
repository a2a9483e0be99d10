"""What nature or the calendar sets a limit to: a humidity of 112 percent, a bearing of 372 degrees, eight days of a week, minus five bars.

A scale is told by a word about its figure, whatever else stands between; what cannot be less than nought, by its unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.series.figures import is_plain, value
from factcheck.link.whole.bounds import fine, never
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

BEFORE, BEHIND = 70, 34


class Limit(NamedTuple):
    """A scale: the words that name it before its figure or behind, the kinds and units of the figure, its ends, and why it has them."""

    gate: tuple[str, ...]
    name: Pattern
    units: frozenset[str]
    low: float
    high: float
    why: str


LIMITS = (
    Limit(("humidity",), Pattern(r"\bhumidity\b", re.I), frozenset({"%"}), 0, 1.02, "no air holds more water than 100%, and none less than 0%"),
    Limit(("bearing", "compass", "azimuth"), Pattern(r"\b(?:bearing|compass|azimuth)\b", re.I), frozenset({"degree"}), 0, 360, "a circle has 360 degrees"),
    Limit(("longitude",), Pattern(r"\blongitude\b", re.I), frozenset({"degree"}), -180, 180, "longitude ends at 180 degrees"),
    Limit(("latitude",), Pattern(r"\blatitude\b", re.I), frozenset({"degree"}), -90, 90, "latitude ends at 90 degrees"),
    Limit(("probabilit", "chance of", "likelihood"), Pattern(r"(?<!relative )\b(?:probability|likelihood|chances? of)\b", re.I), frozenset({"%", "decimal"}), 0, 1, "nothing is more than certain"),
    Limit(("effective", "efficacy", "sensitivity", "specificity"), Pattern(r"\b(?:effective\b(?! tax)|efficacy|effectiveness|sensitivity of|specificity)", re.I), frozenset({"%"}), -2, 1, "what works for all is 100% effective"),
    Limit(("turnout",), Pattern(r"\bturnout\b", re.I), frozenset({"%"}), 0, 1, "no more can vote than have a vote"),
    Limit(("purity", "consists of", "made up of", "composed of", "alcohol by volume", "water content"), Pattern(r"\b(?:purity|consists? of|made up of|composed of|alcohol by volume|water content)\b", re.I), frozenset({"%"}), 0, 1, "all of it is 100%"),
    Limit(("fever", "temperature", "patient"), Pattern(r"\b(?:fever|body temperature|(?:boy|girl|child|patient|man|woman|baby)[’']s temperature|ran a temperature)\b", re.I), frozenset({"celsius"}), 12, 46.5, "nobody alive is so hot or so cold"),
    Limit(("fever", "temperature", "patient"), Pattern(r"\b(?:fever|body temperature|(?:boy|girl|child|patient|man|woman|baby)[’']s temperature|ran a temperature)\b", re.I), frozenset({"fahrenheit"}), 54, 116, "nobody alive is so hot or so cold"),
    Limit(("swim", "bather", "bathing", "paddl"), Pattern(r"\b(?:swimm(?:ers?|ing)|bath(?:ers?|ing)|paddling|pool)\b", re.I), frozenset({"celsius"}), -5, 60, "nobody can bathe in water so hot"),
    Limit(("magnitude", "richter"), Pattern(r"\b(?:earthquake|quake|tremor)\b[^.]*\bmagnitude\b|\bmagnitude\b[^.]*\b(?:earthquake|quake|tremor)\b|\bRichter\b", re.I), frozenset({"decimal"}), -2, 10, "no earthquake has gone beyond 9.5"),
    Limit(("speed of light",), Pattern(r"\btimes the speed of light\b"), frozenset({"times"}), 0, 1, "nothing travels faster than light"),
    Limit(("o'clock", "o’clock"), Pattern(r"^ ?o[’']clock\b"), frozenset({"count", "times"}), 0, 24, "a day has 24 hours"),
)  # fmt: skip
CHANGED = Pattern(
    r"\b(?:ris\w+|rose|up|f[ae]ll\w*|down|drop\w*|grew|grow\w*|increas\w*|decreas\w*|jump\w*|climb\w*|more|less|high\w*|low\w*|times|compared|previous\w*|target\w*"
    r"|change\w*|growth|soar\w*|surg\w*|by|of the (?:usual|last|previous|expected|target|norm\w*|average)|cost\w*|effective (?:rate|tax))\b|[\"“”]",
    re.I,
)
"""Between the name of a scale and a figure these make it no place on it."""

PERIODS = {
    ("day", "week"): (7, "a week has seven days"),
    ("day", "fortnight"): (14, "a fortnight has 14 days"),
    ("day", "month"): (31, "no month has more than 31 days"),
    ("day", "year"): (366, "no year has more than 366 days"),
    ("hour", "day"): (24, "a day has 24 hours"),
    ("hour", "week"): (168, "a week has 168 hours"),
    ("week", "year"): (53, "a year has 52 weeks"),
    ("week", "month"): (5, "no month has more than five weeks"),
    ("month", "year"): (12, "a year has 12 months"),
    ("minute", "hour"): (60, "an hour has 60 minutes"),
    ("second", "minute"): (60, "a minute has 60 seconds"),
}
WITHIN = Pattern(
    r"(?:,| (?:[a-z]+ )?)?(?: (?:out )?(?:of|in)(?: (?:the|a|an|each|every|that|this|last|any|one))?| (?:a|an|per|each|every)) (?P<period>day|week|fortnight|month|year|hour|minute)\b(?!s|-| and| or)",
    re.I,
)
SEVERAL = Pattern(
    r"\b(?:between|together|combined|total|altogether|among|staff|crews?|workers|volunteers|they|them|their|we|our|both|all|team|clocks?|volumes?|video|footage|hours of|worth|man-hours"
    r"|equivalent|backlog|leave|pay|paid|salary|wages?|joked?|said he|felt|seems?|like|if)\b",
    re.I,
)
"""With these a time may be that of several, or a manner of speaking."""

SIGNED = Pattern(r"^(?:minus|negative|[-−–]) ?[$€£]?\d|^(?:minus|negative) \w", re.I)
NEVER_LESS = frozenset({"duration", "measure", "money"})
PRICED = Pattern(r"\b(?:quoted|priced?|prices?|costs?|worth|sells?|sold|fare|fee|tickets?)\b", re.I)
BELOW_NOUGHT = Pattern(
    r"\b(?:change\w*|differ\w+|grow\w*|net\b|balance|swing|returns?|yield\w*|rates?|score\w*|par|gain\w*|loss\w*|lost|profit\w*|margin|worth of|equity|deficit|income|earn\w*|flow"
    r"|level|altitude|elevation|depth|below|deviat\w+|correlat\w+|count(?:down|ing)|T minus|from|interval|between|range\w*|lens\w*|adjust\w*|error|feedback|future|oil|crude|electricity|power"
    r"|plus|or|gauge|relative|goes? with|score|results?|debts?|budget|account|overdraft|effect|anomal\w+|off)\b|[±~(]",
    re.I,
)
"""With these a figure may be less than nought: a change, a balance, an interval, a price that was paid for taking."""

MARKETS = Pattern(r"\b(?:electricity|megawatt|power|grid|oil|crude|futures|bonds?|gas|energy)\b", re.I)
"""Where these are dealt in a price has been less than nought."""

TEMPERATURES = frozenset({"celsius", "fahrenheit", "kelvin", "degree", "decibel", "volt", "millivolt", "diopter"})
FIFTH_QUARTER = Pattern(r"\b(?P<over>(?:fifth|sixth|seventh) quarter) of (?:this|the|that|last|every|each|any) (?:\w+ )?year\b|\b(?P<month>(?:thirteenth|13th|fourteenth|14th) month) of (?:this|the|that|last|every|each|any) (?:\w+ )?year\b|\b(?P<day>(?:eighth|8th|ninth|9th) day) of (?:the|that|every|each|any|this) week\b|\b(?P<hour>(?:25th|26th|27th|twenty-fifth) hour) of (?:the|that|every|each|any) day\b", re.I)  # fmt: skip
ENDS = {"over": "a year has four quarters", "month": "a year has 12 months", "day": "a week has seven days", "hour": "a day has 24 hours"}  # fmt: skip
BEYOND = ("fifth q", "sixth q", "seventh q", "th month of", "th day of", "th hour of")
EVERY = Pattern(r" (?:\w+ )?(?:in|out of) every | (?:in|out of) ", re.I)
OF_SOME = Pattern(r" (?:of|[a-z]+s|people|men|women|children)\b")


def beyond_the_limits(article: Article) -> Iterator[Relation]:
    """Yield what lies beyond its scale, its period or nought, and what is on a scale as it should be."""
    lowered = article.lowered if article.language == "en" else ""
    limits = [limit for limit in LIMITS if any(word in lowered for word in limit.gate)]
    signed = "minus " in lowered or "negative " in lowered
    for sentence in article.body if lowered else ():
        for one in sentence.mentions if limits or signed else sentence.of_kind("duration"):
            if one.number is not None and one.upper is None:
                yield from (told for limit in limits for told in _on_scale(article, sentence, one, limit))
                if one.kind == "duration":
                    yield from _in_period(article, sentence, one)
                if signed and one.kind in NEVER_LESS:
                    yield from _below_nought(article, sentence, one)
        yield from _more_than_each(article, sentence)
    beyond = any(word in lowered for word in BEYOND)
    for said in FIFTH_QUARTER.finditer(article.document.text) if beyond else ():
        name = str(said.lastgroup)
        yield never(said[name], Span(*said.span(name)), ENDS[name], None)


def _on_scale(article: Article, sentence: Sentence, one: Mention, limit: Limit) -> Iterator[Relation]:
    named = {one.unit, one.kind} if one.kind in ("percent", "measure") else set()
    if one.kind == "count":
        named = {"count"} if not one.noun else set()
        named |= {"decimal"} if "." in one.text else set()
    if one.kind in ("count", "multiple"):
        named |= {"times"}
    if limit.units.isdisjoint(named):
        return
    before, behind = article.around(one, BEFORE, BEHIND)
    found = None
    for said in limit.name.finditer(before):
        found = said
    between = before[found.end() :] if found else ""
    close = limit.name.search(behind) if found is None else None
    if found is None and close is None:
        return
    gap = between if found else behind[: close.start()] if close else ""
    if re.search(r"\d|;" if found else r"[\d,;]", gap) or CHANGED.search(gap):
        return
    if not limit.low <= one.size <= limit.high:
        yield never(one.text, one.span, limit.why, None)
    elif found and len(gap) <= BEHIND:
        yield fine(one, limit.why)


def _in_period(article: Article, sentence: Sentence, one: Mention) -> Iterator[Relation]:
    found = WITHIN.match(article.around(one, BEFORE, BEHIND)[1])
    titled = one.text.rpartition(" ")[2].istitle()  # Eight Days a Week
    most = PERIODS.get((one.unit, found["period"].lower())) if found and not titled else None
    if most is not None and is_plain(one) and value(one) > 1:
        if value(one) <= most[0]:
            yield fine(one, most[1])
        elif value(one) <= 2 * most[0] and not SEVERAL.search(article.words(sentence)):
            yield never(one.text, one.span, most[1], None)


def _below_nought(article: Article, sentence: Sentence, one: Mention) -> Iterator[Relation]:
    """Yield what has a unit that knows no less than nought: minus five bars, minus three years, a price of minus $6."""
    before, behind = article.around(one, BEFORE, BEHIND)
    less = SIGNED.match(one.text) is not None or re.search(r"\b(?:minus|negative) $", before) is not None
    priced = one.kind != "money" or (
        PRICED.search(article.words(sentence)) and not MARKETS.search(article.document.text)
    )
    if less and priced and one.unit not in TEMPERATURES and not BELOW_NOUGHT.search(before + "/" + behind):
        yield never(one.text, one.span, "it cannot be less than nought", None)


def _more_than_each(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Yield the first of two small numbers that are told as a share, more than one of one: nine in eight of them."""
    counts = sentence.of_kind("count")
    text = article.document.text
    for part, whole in pairwise(counts):
        between = text[part.span.end : whole.span.start]
        small = is_plain(part) and is_plain(whole) and 1 < value(whole) < value(part) <= 20
        if small and EVERY.fullmatch(between) and OF_SOME.match(text, whole.span.end):
            if between.strip() != "in" or text.startswith(" of ", whole.span.end):
                yield never(part.text, part.span, f"there are only {whole.text}", None)
