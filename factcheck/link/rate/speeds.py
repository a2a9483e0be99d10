"""Average speeds beside the way and the time that they follow from."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck import shown
from factcheck.article import Article, Said
from factcheck.link.context.apposition import plain, said
from factcheck.link.context.ties import adjacent
from factcheck.link.rate.each import DAYS
from factcheck.model import Mention, Relation
from factcheck.quantity import Interval, Quantity
from factcheck.reference.units import convert, unit

CLOSE, CLOSER = Fraction(1, 20), Fraction(1, 100)
"""How far a speed may be off what it follows from, told roughly (round ways, whole hours), and told finely."""

FINE = Fraction(1, 50)
"""What is known to within this share of itself is told finely."""

FAR = 12
"""So many sentences from the speed its way may stand."""

SPEEDS = {"mile_per_hour": ("mile", "hour"), "kilometer_per_hour": ("kilometer", "hour"), "knot": ("nautical_mile", "hour"),
          "meter_per_second": ("meter", "second")}  # fmt: skip
MEAN, SAID = ("평균", "꼴", "셈"), 6
"""About a speed, within so many characters, these say that it is that of the whole way."""

STRETCH = frozenset("on in between along at down up into through from".split())
"""Behind a speed these say that it is of a part of the way."""
PARTS_OF_WAY = frozenset({"last", "final", "first", "closing", "remaining", "next", "opening"})
"""Before a distance these tell that it is a part of the way."""
WAYS = frozenset(
    "corridor line route run track trip journey stretch course race flight ride drive distance section".split()
)


def speeds(article: Article) -> Iterator[Relation]:
    """Yield average speeds beside the way and the time that they follow from."""
    for match in article.match("MEAN <w>? (, ... ,)? <w>? ABOUT|NEARLY|MORE|of? ABOUT|THAN? {speed:measure}"):
        length, period = SPEEDS.get(match.speed.unit, ("", ""))
        times = [figure for figure in match.sentence.mentions if figure.kind == "duration" and figure.unit in DAYS]
        ways = [figure for figure in article.mentions if figure.kind == "measure" and _is_way(article, figure, match)]
        if length and len(times) == len(ways) == 1 and _is_of_all(article, match.speed, times[0]):
            yield from _speed(match.speed, ways[0], times[0], length, period)
    if article.verb_last:
        yield from _behind_way(article)


def _behind_way(article: Article) -> Iterator[Relation]:
    """Yield a speed told behind its way and time, in its sentence or the one before: 3시간에 42㎞를 달렸다. 시속 14㎞꼴이다."""
    for sentence in article.body:
        for speed in sentence.of_kind("measure"):
            length, period = SPEEDS.get(speed.unit, ("", ""))
            near = article.document.text[max(0, speed.span.start - SAID) : speed.span.end + SAID] if length else ""
            if not any(word in near for word in MEAN):
                continue
            previous = adjacent(article, sentence, -1)
            told = [one for part in (previous, sentence) if part for one in part.mentions if one.first < speed.first]
            times = [one for one in told if one.kind == "duration" and one.unit in DAYS]
            ways = [one for one in told if (measure := unit(one.unit)) and measure.dimension == "length"]
            if len(times) == len(ways) == 1 and not any(one.hedge or one.upper for one in (*times, *ways)):
                yield from _speed(speed, ways[0], times[0], length, period)


def _is_of_all(article: Article, speed: Mention, time: Mention) -> bool:
    """Tell whether a speed is of the whole way: no "; on the motorway they averaged 65 miles an hour"."""
    between = article.skeleton[article.place(time) + 1 : article.place(speed)]
    return article.word(article.place(speed) + 1) not in STRETCH and ";" not in between


def _hours(time: Mention, period: str) -> Quantity:
    """Return a length of time in the period that the speed is for one of."""
    value = plain(time)
    return value.changed(value=value.interval.times(Interval.exactly(DAYS[time.unit] / DAYS[period])), unit="")


ROUNDS = frozenset({"circuit", "lap", "round", "loop", "length"})
"""Behind "a" or "per" these make a distance one that is gone many times."""


def _is_way(article: Article, figure: Mention, said: Said) -> bool:
    place = article.place(figure)
    measure = unit(figure.unit)
    word = article.word(place + 1) if place + 1 < len(article.skeleton) else ""
    near = abs(figure.sentence - said.sentence.number) <= FAR
    own = figure.sentence == said.sentence.number
    converted = article.skeleton[place - 1] == "("
    if article.word(place - 1) in PARTS_OF_WAY or article.word(place + 2) in ROUNDS:
        return False
    return bool(measure and measure.dimension == "length" and not converted) and (own or (near and word in WAYS))


def _speed(stated: Mention, way: Mention, time: Mention, length: str, period: str) -> Iterator[Relation]:
    for distance in convert(said(way).interval, way.unit, length)[:1]:
        hours = _hours(time, period)
        value = Quantity(distance, stated.unit, way.text, (way.span,)) / hours
        gives = shown.with_unit(value.interval.middle, stated.unit)
        finely = value.interval.high - value.interval.low <= value.interval.middle * FINE
        yield Relation(
            said(stated),
            value.changed(value=value.interval.widened(CLOSER if finely else CLOSE)),
            says=f"{value.working} comes to {gives}, not {stated.text}.",
            working=f"{value.working} = {gives}; the text says {stated.text}",
        )
