"""Anniversaries, reunions and yearly events: how many years each counts, and from which year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from operator import itemgetter

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import days_meant
from factcheck.link.time.events import acts_near, numbered, words
from factcheck.link.time.namedbeside import made_for, named_beside
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

A_NAME = Pattern(r"[A-Z][a-z]+ [A-Z]")
OF_YEAR = "<w> of ... {since:year|date}"
CLASS_OF = "of {since:year}"
ALL_OF_THEM = ".,;)q\n"
"""Behind "marks its 50 years": what shows that they are counted from its beginning."""
OWNED = frozenset({"its", "their"})
RUNNING = frozenset({"is", "'s", "’s", "now"})
"""Words that put "in its 150th year" in the year of publication."""
TURNS, OF_PEOPLE = frozenset({"turns", "turned", "turning", "turn"}), 115
"""What turns more years than anybody lives is a firm, a school or a tree."""
MOST = 12
"""So many years at the most are tried of a sentence: prose has no more."""
NOWHERE = -1
QUOTES = frozenset('"“”')
"""Between an anniversary and a year these part what one says from what is said of another."""
OTHER_EVENT = "it may be of something else"
OTHER_YEAR = "it may be of another year"
EARLY, LATE = 2, 11
"""Up to this month copy may speak of last year's anniversary, from this one on of next year's."""


class Jubilee(NamedTuple):
    """A number of years said to have passed, what they are counted from, and how many may have."""

    stated: Quantity
    since: Mention
    passed: Interval
    year: int
    doubt: str | None
    variant: str = ""


def jubilees(article: Article, published: date) -> Iterator[Jubilee]:
    """Yield what an article says of anniversaries and yearly events beside the year of the first."""
    for sentence in article.sentences:
        if sentence.kinds & (BIT["Y"] | BIT["D"]):
            for stated, token in _anniversaries(article, sentence):
                if since := _since(article, sentence, token):
                    marked = _marked(article, sentence, stated, since, published)
                    explained = any(
                        marked.passed.meets(stated.interval)
                        for marked in _of_others(article, sentence, stated, since, published)
                    )
                    yield marked._replace(doubt=OTHER_EVENT) if explained else marked
                else:
                    yield from _near(article, sentence, stated, published)


def _anniversaries(article: Article, sentence: Sentence) -> Iterator[tuple[Quantity, int]]:
    """Yield each number of years that an anniversary or a reunion is of, and the token of its last word."""
    pieces = article.tokens.pieces
    for mention in sentence.of_kind("ordinal|duration"):
        if mention.number and (passed := _years_passed(article, mention)):
            behind = article.place(mention) + 1 + (mention.kind == "ordinal")
            whole = article.skeleton[behind : behind + 1] in ALL_OF_THEM
            yield Quantity(passed, "year", mention.text, (mention.span,)), mention.last if whole else NOWHERE
        for token in range(mention.last, min(mention.last + 2, len(pieces))):
            noun = pieces[token].rstrip().lower()
            of_thing = noun == "birthday" and article.word(article.place(mention) - 1) == "its"
            if (noun in words("counted", "jubilees") or of_thing) and mention.number:
                years = Interval.exactly(mention.number.middle)
                yield Quantity(years, "year", mention.text, (mention.span,)), token
    for mention in sentence.of_kind("count"):
        if mention.number and article.word(article.place(mention) - 1) in TURNS and mention.number.middle > OF_PEOPLE:
            yield Quantity(Interval.exactly(mention.number.middle), "year", mention.text, (mention.span,)), mention.last
    first, last = article.token(sentence.start), article.token(sentence.end - 1) + 1
    for token in range(first, last) if not _names().isdisjoint(pieces[first:last]) else ():
        if named := _named(article, token):
            text = article.tokens.word(token)
            start = article.tokens.starts[token]
            span = sentence.mentions[0].span._replace(start=start, end=start + len(text))
            yield Quantity(Interval.exactly(named), "year", text, (span,)), token


@cache
def _names() -> frozenset[str]:
    """Return the pieces, with a blank and without, that may name an anniversary."""
    named = numbered("anniversaries").keys() | numbered("weddings").keys()
    return frozenset(named | {f"{name} " for name in named})


def begins_a_name(article: Article, start: int) -> bool:
    """Tell whether a word begins a name: the Centennial Pool."""
    return A_NAME.match(article.document.text, start) is not None


def _named(article: Article, token: int) -> int:
    """Return the years of an anniversary that has a name, 0 for any other word: gold is none without its wedding."""
    word = article.tokens.pieces[token].rstrip()
    if years := numbered("anniversaries").get(word):
        return 0 if begins_a_name(article, article.tokens.starts[token]) else years
    feast = numbered("weddings").get(word, 0)
    return feast if feast and article.tokens.word(token + 1).lower() in words("feasts", "jubilees") else 0


def _years_passed(article: Article, mention: Mention) -> Interval | None:
    """Return how many years have passed "in its 150th year" or when a firm "marks its 50 years"."""
    place = article.place(mention)
    before = [article.word(at) for at in range(max(0, place - 3), place)]
    if mention.number is None or not before or (words("present", "jubilees").isdisjoint(before) and "in" not in before):
        return None
    count = mention.number.middle
    if mention.kind == "ordinal":
        owned = before[-1] in ("its", "their")
        return Interval(count - 1, count) if owned and article.word(place + 1) == "year" else None
    marked = not words("present", "jubilees").isdisjoint(before) and "today" not in before
    return Interval.exactly(count) if marked and mention.unit == "year" and "-" not in mention.text else None


def _since(article: Article, sentence: Sentence, token: int) -> Mention | None:
    """Return the year that an anniversary is counted from, where its sentence names it."""
    if token == NOWHERE:
        return None
    place = next((at for at in range(sentence.start, sentence.end) if article.token(at) == token), sentence.start)
    if match := phrase(OF_YEAR).match(article.skeleton, place):
        return _yeared(article.at[match.start("since")])
    if match := phrase(CLASS_OF).search(article.skeleton, sentence.start, sentence.end):
        before = article.word(match.start() - 1) if match.start() else ""
        if before == "class":
            return article.at[match.start("since")]
    behind = [article.tokens.word(at).lower() for at in range(token + 1, token + 5)]
    if behind[:1] == ["of"] and words("beginnings", "jubilees").isdisjoint(behind):
        return None
    wed = article.tokens.word(token + 1) == "wedding" or article.tokens.word(token - 1) == "wedding"
    family = "married" if wed else "founded"
    founded = _told(article, sentence, family, 0)
    owned = not OWNED.isdisjoint(article.tokens.word(at).lower() for at in (token - 2, token - 1))
    if not founded and owned:
        founded = _told(article, sentence, family, 1)
    return _yeared(founded[0]) if len(founded) == 1 else None


def _told(article: Article, sentence: Sentence, family: str, reach: int) -> list[Mention]:
    """Return the times of the beginnings told near by, the nearest to each, those left out of what is only named beside."""
    text, starts, told = article.document.text, article.tokens.starts, dict[int, Mention]()
    for act in acts_near(article, sentence, reach):
        if act.family == family and not named_beside(text, starts[act.token]):
            nearer = told.get(act.token, act.mention)
            told[act.token] = min(nearer, act.mention, key=lambda time: abs(time.first - act.token))
    return list(told.values())


def _yeared(mention: Mention) -> Mention | None:
    return mention if mention.when and mention.when.year and not mention.when.unit else None


def _of_others(
    article: Article, sentence: Sentence, stated: Quantity, since: Mention, published: date
) -> Iterator[Jubilee]:
    """Yield the same anniversary counted from each other year that its sentence names."""
    for mention in _times_of(article, sentence.number):
        if mention is not since and _yeared(mention):
            yield _marked(article, sentence, stated, mention, published)


def _near(article: Article, sentence: Sentence, stated: Quantity, published: date) -> Iterator[Jubilee]:
    """Yield an anniversary of a year named in its sentence or beside it, where one is just so long ago."""
    for near in article.sentences[max(0, sentence.number - 1) : sentence.number + 2]:
        for mention in _times_of(article, near.number):
            if _yeared(mention):
                marked = _marked(article, sentence, stated, mention, published)
                if marked.passed.meets(stated.interval):
                    yield marked._replace(doubt=OTHER_EVENT)
                    return


@lru_cache(maxsize=6)
def _times_of(article: Article, number: int, kinds: str = "year|date") -> list[Mention]:
    return article.sentences[number].of_kind(kinds)[:MOST]


@lru_cache(maxsize=2)
def _words_said(article: Article, number: int) -> frozenset[str]:
    sentence = article.sentences[number]
    return frozenset(article.word(place) for place in range(sentence.start, sentence.end))


def _marked(article: Article, sentence: Sentence, stated: Quantity, since: Mention, published: date) -> Jubilee:
    said = _words_said(article, sentence.number)
    year, known = _year_of(article, sentence, stated, since, published)
    first = since.when.year if since.when and since.when.year else year
    low = high = Fraction(year - first)
    if not known:
        low -= published.month <= EARLY
        high += published.month >= LATE or not words("coming", "jubilees").isdisjoint(said)
    running = stated.interval.low != stated.interval.high and not RUNNING.isdisjoint(said)
    present = known or running or not words("present", "jubilees").isdisjoint(said)
    then = article.word(article.place(since) - 1) == "on"  # Marked on that day, or counted from it.
    first, last = sorted((stated.spans[0].end, since.span.start))
    between = article.document.text[first:last]
    then = then or not QUOTES.isdisjoint(between) or (since.span < stated.spans[0] and made_for(between))
    return Jubilee(stated, since, Interval(low, high), year, OTHER_EVENT if then else None if present else OTHER_YEAR)


def _year_of(
    article: Article, sentence: Sentence, stated: Quantity, since: Mention, published: date
) -> tuple[int, bool]:
    """Return the year in which an anniversary falls, and whether its sentence names that: best of all behind it."""
    named: list[tuple[bool, int]] = []
    for mention in _times_of(article, sentence.number, "year|date|relative"):
        when = mention.when
        if mention is not since and when and when.unit in ("", "year") and (when.year or when.unit == "year"):
            days = days_meant(when, published)
            if days:
                named.append((mention.span < stated.spans[0], days.first.year))
    return (min(named, key=itemgetter(0))[1], True) if named else (published.year, False)
