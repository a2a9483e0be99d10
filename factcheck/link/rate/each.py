"""Figures that are for one of something: $60,000 for each victim, 150 bushels an acre, 9.5 per 100,000 residents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from factcheck.article import BIT, Article, Said, Sentence
from factcheck.english.amounts import PERIODS
from factcheck.english.nouns import singular
from factcheck.link.context.roles import grammar
from factcheck.link.series.figures import value
from factcheck.model import Mention
from factcheck.numerals import Number
from factcheck.patterns import Pattern
from factcheck.phrase import KIND_LETTERS
from factcheck.records import NamedTuple
from factcheck.reference.units import unit

DAYS = {"year": Fraction(365), "month": Fraction(365, 12), "week": Fraction(365, 52), "day": Fraction(1), "quarter": Fraction(365, 4),
        "hour": Fraction(1, 24), "decade": Fraction(3650), "minute": Fraction(1, 1440), "second": Fraction(1, 86400),
        "fortnight": Fraction(14), "century": Fraction(36500)}  # fmt: skip
"""How many days each period has, near enough for "X a year, or Y a week"."""

ANNUAL = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour",
          "annual": "year"}  # fmt: skip
PER = "{rate:money|count|measure|points} (<(> {money} <)>)? (or so)? (in|of)? <w>? <w>? (for|in|to|on|from)? how=PER|a|an|ANNUAL"
MEAN = "MEAN <w>? (PER <w>)? <w>? (of|BE|,)? (ABOUT|NEARLY|MORE|LESS|ONLY|some)? (THAN|over|under)? {rate:money|count|measure|points}"
NAMED_PER = "per how=<wN\ue000-\uf8ff> of|BE (ABOUT|NEARLY)? {rate:money|count|measure}"
ON_AVERAGE = "{rate:money|measure} on MEAN <,.q·)\n;:—>"
LASTING = "{rate:duration} <w>? how=each|apiece|per|a|an"
RECURRING = "how=<wN\ue000-\uf8ff> every (ABOUT|NEARLY)? {rate:duration|count}"
"""A length of time is for one of something too: "six minutes a mile", "a mile every six minutes"."""
MONTH = Number(Fraction(59, 2) / DAYS["month"], Fraction(3, 2) / DAYS["month"])
"""A month that nobody names has 28 to 31 days."""

WORKED = Fraction(5, 7)
"""Of so much of a period the days are worked."""
HANDLES = "on MEAN ,? each <w> {rate:count|measure}"
SINGLE = (
    'in|over|for|during|of|within a|the|its|his|her|their|that ({ordinal}|<w>)? how=PERIOD <,.q·)\n;:—"w\ue000-\uf8ff>'
)
AVERAGE_OF = "MEAN <wN\ue000-\uf8ff>? <wN>? PREPOSITION DETERMINER? {one:count} <wN>? <wN>? <wN>? BE (ABOUT|NEARLY|just)? {rate:money|count|measure}"
EVERY = "how=each|every (of DETERMINER? {one:count})? ... {rate:money}"
AHEAD_OF_RATE = (
    "per {one:count|measure} <w>? <w>? {rate:money|count|measure}",
    "one=<w> per <w>? <w>? {rate:money|count|measure}",
)
"""In Korean what a rate is for one of stands before it."""

TO_THE = "{rate:money|count|measure} <w>? to the how=<wN\ue000-\uf8ff>"
OF_A_CLASS, TO_EACH = ("급", "들이", "짜리", "씩"), "에"
"""What is written to a size that each of some things has, 10MW급 발전기 24기, 20㎏들이 500포대, and to what a price is for: 1㎿에 60억 원."""

EVERY_PERIOD = Pattern(
    r"(?:(?P<month>달마다|매달|매월|다달이)|(?P<year>해마다|매년)|(?P<day>날마다|매일|하루에)|(?P<week>매주|주마다)) ?$"
)
"""Right before a figure these make it one of each period: 달마다 1200만 원씩."""

LED = 4
"""So many words before a figure, in a language that says so before it, may stand what it is for one of."""

POINT = "pt"
"""The unit of points, which players score and indices move by: what is for one game is so many of them."""

OF_FEW = Pattern(r"\b(?:cheapest|dearest|costliest|priciest|best|finest|smallest|largest)\b[^.;]{0,30}$", re.I)
"""Before a figure these make it one for a few of many."""

BY_SCALE = Pattern(r" (?:for )?(?:an?|per|each|every) (?:hundred|thousand|million|billion)\b")
"""Behind a figure these make it one for so many, which no number is told of: £620 per thousand bricks."""
SCALES = frozenset({100, 1000, 10**4, 10**5, 10**6})
MEASURE = BIT[KIND_LETTERS["measure"]]
SCALED = (
    "{rate:money|count|measure} <w>? <w>? (per|for|in) (ABOUT|NEARLY|just)? (every|each)? {base:money|count|measure}"
)
MANY = {"thousand": 1000, "million": 10**6}
ONE_OF_THEM = frozenset({"head", "time", "go", "piece", "pop", "one", "them"})
"""Behind "a" these stand for one of whatever is counted: "£15 a head", "1,450 a time"."""

TOP, NEAR = Pattern(r"\b(?:top|maximum|design|cruising) speed\b[^.;]*$", re.I), 60
"""So many characters before a figure these tell the highest."""

POWERS = frozenset({"square", "cubic"})
WHOLE = frozenset("full whole single calendar normal typical average good".split())
THEN = frozenset("ago earlier before later".split())
"""Behind "a year" they make it a time, not a measure."""


class Each(NamedTuple):
    """What one comes to: the figure, what it is for one of ("" where that is not said), and, per 100,000, of how many.

    `unit` is the one that the figure itself is shown in, where that is two in one: miles per hour.
    """

    rate: Mention
    noun: str
    sentence: Sentence
    base: Mention | None = None
    unit: str = ""


@lru_cache(maxsize=2)
def rates(article: Article) -> tuple[Each, ...]:
    """Return every figure that is for one of something, each once, those per 100,000 first; nought for each tells nothing."""
    found: dict[int, Each] = {}
    for each in (*_scaled(article), *_joint(article), *_marked(article), *_averages(article)):
        rate = each.rate
        counted = rate.changed(kind="count", unit="", noun="point") if rate.unit == POINT else rate
        if value(rate) and (each.base or not (is_by_scale(article, rate) or _is_of_few(article, each))):
            found.setdefault(rate.first, each._replace(rate=counted))
    return tuple(found.values())


def is_by_scale(article: Article, rate: Mention) -> bool:
    """Tell whether a figure is for so many thousands or millions at a time."""
    return BY_SCALE.match(article.around(rate, NEAR)[1]) is not None


def _is_of_few(article: Article, each: Each) -> bool:
    return each.noun not in DAYS and OF_FEW.search(article.around(each.rate, NEAR)[0]) is not None


def _scaled(article: Article) -> Iterator[Each]:
    for said in article.match(SCALED):
        if value(said.base) in SCALES:
            yield Each(said.rate, said.base.noun or said.base.unit, said.sentence, said.base)
        elif value(said.rate) == 1 and said.base.kind == "count":
            yield Each(said.base, "", said.sentence)
    for said in article.match("{rate:count} -? to -? {one:count}"):
        if value(said.one) == 1 and said.rate.noun != "other":  # It cuts four others to one bus an hour.
            yield Each(said.rate, "", said.sentence)


def _joint(article: Article) -> Iterator[Each]:
    """Yield figures whose unit is of one thing for another: bushels an acre, miles an hour, people per square mile."""
    for sentence in article.sentences:
        for figure in sentence.mentions if sentence.kinds & MEASURE else ():
            if figure.kind == "measure" and "per_" in figure.unit and not _is_top(article, figure):
                thing, _, other = figure.unit.rpartition("per_")
                many, _, other = other.rpartition("_") if other[0].isdecimal() else ("", "", other)
                kind = "measure" if thing else "count"
                base = figure.changed(number=Number(Fraction(many))) if many else None
                yield Each(
                    figure.changed(unit=thing.rstrip("_"), kind=kind), singular(other), sentence, base, figure.unit
                )


def _is_top(article: Article, figure: Mention) -> bool:
    """Tell whether a figure is the highest there may be, which no way and no time make: a top speed of 22, which is about 41km/h."""
    return TOP.search(article.around(figure, NEAR, 0)[0]) is not None


def _marked(article: Article) -> Iterator[Each]:
    for said in article.match(PER):
        if (noun := _noun(article, said)) is not None:
            base = _many(article, said) if noun in MANY else None
            yield Each(said.rate, base.noun if base else noun, said.sentence, base)
    if article.verb_last:
        for said in article.match(*AHEAD_OF_RATE):
            yield Each(said.rate, _counted_before(article, said), said.sentence)
        yield from _led(article)
    for said in article.match(ON_AVERAGE):
        yield Each(said.rate, "", said.sentence)
    for said in article.match(NAMED_PER):
        yield Each(said.rate, singular(said.word("how")), said.sentence)
    for said in article.match(LASTING):
        noun = _noun(article, said)
        if noun is not None and noun not in DAYS:
            yield Each(said.rate, noun, said.sentence)
    for said in article.match(RECURRING):
        word = said.word("how")
        noun = "" if word == "once" else singular(word)
        if noun not in DAYS and (not noun or article.word(said.match.start() - 1) in ("a", "an", "one")):
            yield Each(said.rate, noun, said.sentence)
    for said in article.match(TO_THE):
        noun = _measured_by(article, said.match.start("how"))
        if unit(noun.replace("_", " ")):
            yield Each(said.rate, noun, said.sentence)


def _measured_by(article: Article, place: int) -> str:
    """Return the unit at a place, "square_mile" of two words."""
    word = article.word(place)
    return f"{word}_{singular(article.word(place + 1))}" if word in POWERS else word


def _led(article: Article) -> Iterator[Each]:
    """Yield figures before which stands one of what they are for: 1㎿에 60억 원, 주민 한 사람 앞에 1600만 원."""
    for sentence in article.sentences:
        for figure in sentence.of_kind("money|count|measure"):
            place = article.place(figure)
            noun = next(
                (
                    noun
                    for at in range(place - 1, max(sentence.start, place - LED) - 1, -1)
                    if (noun := _one_of(article, at))
                ),
                "",
            )
            period = EVERY_PERIOD.search(article.document.text, max(0, figure.span.start - 2 * LED), figure.span.start)
            noun = noun or (period.lastgroup or "" if period else "")
            if noun or _ends_in(article, figure, OF_A_CLASS):
                yield Each(figure, noun, sentence)


def _one_of(article: Article, place: int) -> str:
    """Return what a figure before a rate makes it for one of, "" for none."""
    one = article.at.get(place)
    if one is None or value(one) != 1:
        return ""
    marked = _ends_in(article, one, TO_EACH) or article.word(place + 1) == "앞에"
    return (one.noun or one.unit) if marked else ""


def _ends_in(article: Article, figure: Mention, ending: str | tuple[str, ...]) -> bool:
    return article.document.text.startswith(ending, figure.span.end)


def _counted_before(article: Article, said: Said) -> str:
    """Return what stands before a rate as what it is for one of, in English: 가구 of 가구당, 인 of 1인당."""
    one = article.at.get(said.match.start("one"))
    if one is not None:
        return one.noun or one.unit
    from factcheck.korean.lexicon import measures, section

    word = article.tokens.word(article.token(said.match.start("one")))
    return section("counters").get(word, measures().get(word, ""))


def _averages(article: Article) -> Iterator[Each]:
    """Yield what comes behind "average" and "each": an average crowd of 3,400; each of them costs $1.2 million."""
    for said in article.match(AVERAGE_OF, MEAN, EVERY, HANDLES):
        if said.match.start() - 1 in article.at and article.word(said.match.start()) in ("each", "every"):
            continue
        noun = said.one.noun if said.has("one") else _to_the(article, said.match.end()) or _of_each(article, said)
        yield Each(said.rate, noun, said.sentence)


def _of_each(article: Article, said: Said) -> str:
    """Return what "each mile of it cost $2m" is for one of, "" where that is not said."""
    place = said.match.start() + 1
    named = article.word(place - 1) in ("each", "every") and article.word(place + 1) == "of"
    return singular(article.word(place)) if named and place not in article.at else ""


def _to_the(article: Article, place: int) -> str:
    """Return what "4 tonnes to the hectare" is for one of, "" where nothing is said."""
    if place + 2 < len(article.skeleton) and (article.word(place), article.word(place + 1)) == ("to", "the"):
        return singular(article.word(place + 2))
    return ""


MARGINAL = frozenset({"more", "additional", "extra", "further", "beyond", "above"})


def _noun(article: Article, said: Said) -> str | None:
    """Return what the rate is for one of, "" for "each" and "apiece"; None where it is no rate."""
    how = said.word("how")
    place = said.match.end()
    following = article.skeleton[place : place + 1]
    if how in ANNUAL:
        return ANNUAL[how]
    if how == "each" and article.word(place - 2) == "in":
        return _only_period(said)
    word = article.word(place) if following and following not in ",.;()\n" else ""
    if how in ("a", "an") and article.skeleton[place : place + 1] in grammar().nouns:
        return None  # Sixteen saw a fall, two a rise.
    if not MARGINAL.isdisjoint((word, article.word(place + 1))):
        return None  # €49 for up to ten, €4 for each one more.
    if how == "apiece" or (how == "each" and following not in "wN" and word not in ("of", "on", "in", *PERIODS)):
        return ""
    if how in ("each", "every") and word in ("of", "on", "in"):
        later = [figure for figure in said.sentence.of_kind("duration|measure|count") if figure.first > said.rate.first]
        return (later[0].unit or later[0].noun) if word == "of" and later else ""
    if how in ("a", "an") and place in article.at and word not in MANY:
        return None  # A 71 for a six-under total.
    if word in WHOLE:
        place += 1
        word = article.word(place)
    if word in POWERS:
        return _measured_by(article, place)
    next_word = article.word(place + 1) if place + 1 < len(article.skeleton) else ""
    then = next_word in THEN and not (next_word == "before" and article.word(place + 2).isalpha())
    if not word.isalpha() or then or next_word in ("a", "an", "per"):
        return None
    period = PERIODS.get(word, "")
    return "" if word in ONE_OF_THEM else period or singular(word)


def _many(article: Article, said: Said) -> Mention:
    """Return how many a rate is for, where a word says it: "70 for every thousand people"."""
    place = said.match.end()
    behind = article.skeleton[place + 1 : place + 2]
    noun = singular(article.word(place + 1)) if behind in ("w", "N") else ""
    number = Number(Fraction(MANY[article.word(place)]))
    return said.rate.changed(kind="count", unit="", noun=noun, number=number, hedge="", text=article.word(place))


def single_periods(article: Article, noun: str, sentence: Sentence) -> Iterator[Mention]:
    """Yield the one period that a sentence's figures are of, where words alone tell it: "in the first week", "last year".

    Only those longer than `noun`, a period; behind each the same in days at work, where `noun` is a day.
    """
    for said in article.match_in(sentence, SINGLE) if noun in DAYS else ():
        place = said.match.start("how")
        span, first = article.span(place, place + 1), article.token(place)
        period = Mention("duration", span, article.text(span), first, first + 1, sentence=sentence.number)
        yield from _days_of(period, PERIODS.get(said.word("how"), ""), noun)
    for one in sentence.mentions if noun in DAYS else ():
        if one.when and one.when.shift == "last":
            yield from _days_of(one, one.when.unit, noun)


def _days_of(period: Mention, unit_name: str, noun: str) -> Iterator[Mention]:
    """Yield one period as a length of time, whole and, for so much a day, as the days of it that are worked."""
    if unit_name in DAYS and DAYS[unit_name] > DAYS[noun]:
        whole = MONTH if unit_name == "month" else Number(Fraction(1))
        for number in (whole, Number(WORKED, WORKED * (1 - WORKED) / 10)) if noun == "day" else (whole,):
            yield period.changed(kind="duration", number=number, unit=unit_name, when=None)


def _only_period(said: Said) -> str:
    """Return the period of the one length of time that is told before a rate: "41,000 over those 44 years, or 930 in each"."""
    lengths = [length for length in said.sentence.of_kind("duration") if length.first < said.rate.first]
    return lengths[0].unit if len(lengths) == 1 else ""


def of_two(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is of one of several and of one period, so that no single number makes a total of it: $5 a month each."""
    place = article.place(mention)
    return article.word(place + 1) in ("a", "an", "per") and article.word(place + 3) in ("each", "apiece")
