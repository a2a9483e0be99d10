"""Anniversaries as what must hold of them: so many years from what began to when it is kept.

"The bridge, opened in 1974, was painted for its 50th anniversary in 2024": what is kept, and how, varies without end. That
one year is that of a beginning, that one figure counts the years since, and that there is one other year, or that of
writing, in which they are up, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import chain

from factcheck.article import Article, Sentence
from factcheck.dates import days_meant
from factcheck.document import Span
from factcheck.link.time.courses import KNOWN, LOOK, clause
from factcheck.link.time.editions import editions
from factcheck.link.time.events import numbered
from factcheck.link.time.founded import anniversaries
from factcheck.link.time.jubilees import Jubilee, begins_a_name, jubilees
from factcheck.link.time.namedbeside import made_for, named_beside
from factcheck.model import Mention, Relation, Severity
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.shown import ending

OTHER_DAY = "it may be of another day"
LATE, LATE_WITHIN = frozenset({"late", "early", "belatedly", "later"}), 40

BEGAN = Pattern(
    r"\b(?:wed|married|exchanged vows|tied the knot)\b[^.;]{0,40}\||(?<!who )(?<!he )(?<!she )(?<!they )(?<!and )\b(?:founded|established|set up|built|formed|launched|created|incorporated|planted|laid|completed|opened"
    r"|(?:founding|foundation|opening|establishment|creation|launch|formation|birth|construction)(?: of (?:[\w-]+ ){1,4})?|dat(?:es|ing) (?:from|back to)|began|first held)\b[^.;]{0,40}\|",
    re.I,
)
"""Before a year these make it that of a beginning."""

COUNTED = Pattern(
    r"^ (?:[a-z]+ )?(?:anniversary|birthday|jubilee)\b(?! of (?!(?:its|their|the|being) (?:found|open|establish|creat|launch|form|birth)))",
    re.I,
)
"""Behind an ordinal these make it a number of years since."""

OF_SOMEBODY = Pattern(r"\b(?:[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Yy]our) (?:own |wife's |husband's |\w+(?:er|or|on)'s )?$")
"""Before an ordinal these make it the birthday or anniversary of somebody, and not of what is founded."""

SINCE = Pattern(r"^ since (?:its|their|the|it|they)\b|^ after (?:its|their|it|they)\b", re.I)
OLD = Pattern(r"^ old\b", re.I)
"""Behind a length these do."""

TURNED = Pattern(r"\b(?:turn(?:s|ed|ing)?|will be|is) $", re.I)
WHOLE = Pattern(r"^(?: (?:this|next|last) \w+| in | on |[.,;]|$)", re.I)
"""Before a bare number, and behind it, these do."""

PRESENT = Pattern(
    r"\b(?:is|are|will|marks?|marking|celebrat(?:es?|ing)|turns?|turned|this (?:year|week|month|spring|summer|autumn|fall|winter)|today|holds?)\b"
    r"|\b(?:celebrated|marked|observed)\b[^.;]{0,60}\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last (?:week|weekend|month)|yesterday)\b",
    re.I,
)
"""These put an anniversary in the year of writing."""

SKIPPED = Pattern(
    r"\b(?:would have|belated|delayed|postponed|late|early|a year|since 1|ago|when|whose|here|elsewhere|(?:another|different) (?:town|place|name|form))\b|[\"“”]|\b(?:nearly|almost|over|more than|about|around)\b",
    re.I,
)
AFTER_IT = Pattern(r" (?:after|since) (?:it|they) ?(?:[.,;)]|$)")
"""Behind years these count them from what was told before: a college set up 13 years after it."""
THAT_BEGAN = Pattern(r"\b(?:that|which) (?:was |were )?\w+(?: in)? $", re.I)
MISSED = Pattern(r"\b(?:(?:short|shy|ahead) of|before) (?:the|their|his|her|its) $", re.I)
TWO, EARLY, LATELY, LEAST = 2, 2, 11, 5
"""Up to the second month copy may tell of last year's anniversary, from the eleventh on of next year's."""


class Count(NamedTuple):
    """A number of years since something began; `running` where the last of them need not be over."""

    stated: Quantity
    token: int
    running: bool


def kept(article: Article, published: date | None) -> Iterator[Relation]:
    """Yield what must hold between anniversaries and the years that they are counted from, and kept in."""
    told: set[Span] = set()
    worded = (
        (*jubilees(article, published), *editions(article, published), *anniversaries(article, published))
        if published
        else ()
    )
    for jubilee in chain(worded, _counted(article, published)):
        missed = _is_missed(article, jubilee.stated.spans[0])
        if told.isdisjoint(jubilee.stated.spans) and jubilee.passed.high > 0 and not missed:
            relation = _relation(article, jubilee)
            if jubilee in worded and (relation.doubt is None or relation.meets()):
                told.update(jubilee.stated.spans)
            yield relation


def _is_missed(article: Article, told: Span) -> bool:
    """Tell whether an anniversary did not come: a year short of their golden wedding."""
    return MISSED.search(article.document.text, max(0, told.start - LOOK), told.start) is not None


def _relation(article: Article, jubilee: Jubilee) -> Relation:
    since = jubilee.since
    first = since.when.year if since.when and not jubilee.variant else None
    printed = Fraction(jubilee.year - first) if first else None
    words = f"{since.text} to {jubilee.year}"
    implied = Quantity(jubilee.passed, jubilee.stated.unit, words, (since.span,), printed=printed)
    severity = Severity.WARNING if jubilee.variant else None
    doubt = jubilee.doubt or (OTHER_DAY if _belated(article, jubilee.stated.spans[0]) else None)
    told = jubilee.stated.working
    ordinal = told[:1].isdigit() and told[-2:] in ("st", "nd", "rd", "th")
    says = (
        "{working} makes it the {implied}, not the {stated}."
        if ordinal
        else f"From {{working}} is {as_fix(jubilee.passed)} years, not “{{stated}}”."
    )
    if jubilee.variant:
        last = f"{jubilee.passed.high}{ending(int(jubilee.passed.high))}"
        says = f"Held every year from {since.text} to {jubilee.year}, it would be the {last}, not the {{stated}}."
    return Relation(jubilee.stated, implied, says, severity, doubt, variant=jubilee.variant)


def as_fix(years: Interval) -> str:
    """Return a number of years, or the two that are possible, in words."""
    if years.low == years.high:
        return f"{years.low}"
    return f"{years.low} {'or' if years.high - years.low == 1 else 'to'} {years.high}"


def _belated(article: Article, said: Span) -> bool:
    """Tell whether the words behind a jubilee say that it was kept late or early."""
    words = article.document.text[said.end : said.end + LATE_WITHIN].replace(",", " ").split()
    return not LATE.isdisjoint(words)


def _counted(article: Article, published: date | None) -> Iterator[Jubilee]:
    for sentence in article.body if not article.verb_last else ():
        counts = list(_counts(article, sentence))
        if len(counts) == 1 and not SKIPPED.search(article.words(sentence)):
            if jubilee := _read(article, sentence, counts[0], published):
                yield jubilee


def _counts(article: Article, sentence: Sentence) -> Iterator[Count]:
    """Yield each number of years since a beginning that a sentence tells."""
    for mention in sentence.of_kind("ordinal|duration|count|age"):
        before, behind = article.around(mention, LOOK)
        years = mention.unit == "year" or mention.kind == "age"
        ordinal = mention.kind == "ordinal" and COUNTED.match(behind) and not OF_SOMEBODY.search(before)
        old = (mention.kind == "age" and "-" in mention.text) or (
            mention.kind == "duration" and years and OLD.match(behind)
        )
        since = mention.kind == "duration" and years and SINCE.match(behind) and not AFTER_IT.match(behind)
        turned = mention.kind in ("count", "age") and not mention.noun and TURNED.search(before) and WHOLE.match(behind)
        if before.endswith("-"):
            continue  # "Seventy-fifth" is read as a fifth.
        if mention.number and mention.size >= LEAST and (ordinal or old or since or turned):
            count = Quantity(Interval.exactly(mention.number.middle), "year", mention.text, (mention.span,))
            yield Count(count, mention.first, bool(old))
    names = numbered("anniversaries")
    here = article.here(sentence)
    for found in re.finditer(r"[a-z]+", article.words(sentence).lower()):
        if found[0] in names and not begins_a_name(article, here.start + found.start()):
            span = here._replace(start=here.start + found.start(), end=here.start + found.end())
            yield Count(Quantity(Interval.exactly(names[found[0]]), "year", article.text(span), (span,)), -1, False)


def _read(article: Article, sentence: Sentence, count: Count, published: date | None) -> Jubilee | None:
    times = _years(article, sentence)
    began = [one for one in times if _begun(article, one)]
    if not times:
        began = _taken_up(article, sentence)
    if len(began) != 1 or not began[0].when or not began[0].when.year or len(times) > TWO:
        return None
    if _of_another_thing(article, count, began[0]):
        return None
    year, spare = _year(article, sentence, began[0], times, published)
    if year is None and count.running and published and "-" in count.stated.working:
        year = published.year  # "The 100-year-old club" is so old today.
    if year is None:
        return None
    passed = Fraction(year - began[0].when.year)
    slack = Interval(passed - (count.running or spare < 0), passed + (spare > 0))
    return Jubilee(count.stated, began[0], slack, year, None) if passed >= 1 else None


def _years(article: Article, sentence: Sentence) -> list[Mention]:
    return [one for one in sentence.of_kind("year|date") if one.when and one.when.year and not one.when.unit]


def _taken_up(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the beginning told in the next sentence, of what that takes up: "It was founded in 1924"."""
    number = sentence.number + 1
    near = article.sentences[number] if number < len(article.sentences) else None
    if near is None or not KNOWN.match(article.words(near)) or len(_years(article, near)) != 1:
        return []
    if article.block_of(near) != article.block_of(sentence):
        return []
    return [one for one in _years(article, near) if _begun(article, one)]


def _of_another_thing(article: Article, count: Count, time: Mention) -> bool:
    """Tell whether a clause tells the beginning of what another figure parts from a count: a 19-year-old firm, past the 120 to Ayr that opened in 2019."""
    between = [one for one in article.sentences[time.sentence].mentions if count.token < one.first < time.first]
    led = article.document.text[max(0, time.span.start - LOOK) : time.span.start]
    return bool(between) and count.token >= 0 and THAT_BEGAN.search(led) is not None


def _begun(article: Article, time: Mention) -> bool:
    """Tell whether a year is that of a beginning, and not of a place where something is kept: in the church built in 1930."""
    told = clause(article, time)
    began = BEGAN.search(told)
    return began is not None and not named_beside(told, began.start()) and not made_for(told.partition("|")[2])


def _year(
    article: Article, sentence: Sentence, began: Mention, times: list[Mention], published: date | None
) -> tuple[int | None, int]:
    """Return the year in which an anniversary is kept, and whether it may be of the year before, or behind."""
    others = [one for one in times if one is not began]
    if others:
        return (others[0].when.year if others[0].when else None), 0
    if published is None:
        return None, 0
    for one in sentence.of_kind("relative"):
        days = days_meant(one.when, published) if one.when and one.when.unit == "year" else None
        if days:
            return days.first.year, 0
    if not PRESENT.search(article.words(sentence)):
        return None, 0
    return published.year, -1 if published.month <= EARLY else 1 if published.month >= LATELY else 0
