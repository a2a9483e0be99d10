"""What a named body's figure was in a year that is over: Acme's net profit in 2023."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.archive.claims import Claim, body_before, body_from, claim, families, words
from factcheck.article import BIT, Article, Sentence
from factcheck.model import Mention
from factcheck.roles import roles
from factcheck.subjects import noun, stem

YEARS = BIT["Y"] | BIT["R"]
AMOUNTS = BIT["M"] | BIT["P"] | BIT["K"] | BIT["U"]
MODIFIERS = 4
"""So many words before a measure tell which one it is: net, operating."""

INDIRECT = frozenset({"duration", "multiple", "age", "pair", "points"})
LEVELS = frozenset({"plain", "after", "at"})


def sayings(article: Article) -> Iterator[Claim]:
    """Yield the figures of named bodies for whole years before that of publication."""
    if article.published is None:
        return
    for sentence in article.body:
        if sentence.kinds & YEARS and sentence.kinds & AMOUNTS:
            found = _figure(article, sentence, article.published.year)
            if found:
                yield found


def _figure(article: Article, sentence: Sentence, now: int) -> Claim | None:
    """Return the claim of a sentence that has one level, one year and one measure; None for any other."""
    times = sentence.of_kind("year|date|relative|duration|weekday|ordinal")
    if len(times) != 1:
        return None
    year, said = _year(times[0], now), _said(article, sentence)
    if not year or not words("unsettled", "words").isdisjoint(said.values()):
        return None
    known = families("measures")
    places = [place for place, word in said.items() if word in known]
    levels = [role.mention for role in roles(article, sentence) if role.name in LEVELS]
    if len(places) != 1 or len(levels) != 1 or not levels[0].number or levels[0].kind in INDIRECT:
        return None
    return _claim(article, sentence, levels[0], places[0], str(year))


def _said(article: Article, sentence: Sentence) -> dict[int, str]:
    """Return the words of a sentence by their places."""
    return {place: article.word(place) for place in range(sentence.start, sentence.end)}


def _year(mention: Mention, now: int) -> int:
    """Return the year, before that of publication, that a phrase names; 0 for any other time."""
    when = mention.when
    if when is None or when.month or when.day or when.unit not in ("", "year"):
        return 0
    year = when.year or (now - 1 if when.shift == "last" and when.unit == "year" else now)
    return year if year < now else 0


def _claim(article: Article, sentence: Sentence, mention: Mention, place: int, year: str) -> Claim | None:
    first = place
    while first > sentence.start and place - first < MODIFIERS and article.skeleton[first - 1] == "w":
        first -= 1
    owned = article.skeleton[first - 1] == "'"
    name = body_before(article, article.token(first - 1)) if owned else _opening(article, sentence)
    if not name:
        return None
    which = sorted({stem(article.word(at)) for at in range(first, place)} if owned or place - first < MODIFIERS else ())
    measure = " ".join([families("measures")[article.word(place)], *which, *_of_what(article, place)])
    value = mention.rounded.interval
    return claim("figure", name, mention, value, measure=measure, period=year, unit=mention.unit or noun(mention))


def _opening(article: Article, sentence: Sentence) -> str:
    """Return the name that a sentence begins with, the year before it passed over."""
    place = sentence.start
    if article.word(place) == "in" and article.skeleton[place + 1 : place + 3] == "Y,":
        place += 3
    name = body_from(article, article.token(place + (article.word(place) == "the")))
    return name


def _of_what(article: Article, place: int) -> Iterator[str]:
    """Yield the stems behind a measure that tell of what it is, up to the next figure or verb: exports to Japan."""
    for at in range(place + 1, min(place + 1 + MODIFIERS, len(article.skeleton))):
        letter = article.skeleton[at]
        if letter in "wN":
            yield stem(article.word(at))
        elif article.word(at) not in ("of", "in", "to", "from", "for", "at", "the"):
            return
