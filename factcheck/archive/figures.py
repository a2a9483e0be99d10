"""What a named body's figure was in a year that is over, Acme's net profit in 2023, and its population now."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.archive.claims import Claim, body_before, body_from, claim, families, words
from factcheck.article import BIT, Article, Sentence
from factcheck.link.context.roles import roles
from factcheck.link.context.subjects import noun
from factcheck.model import Mention
from factcheck.records import NamedTuple

YEARS = BIT["Y"] | BIT["R"]
AMOUNTS = BIT["M"] | BIT["P"] | BIT["K"] | BIT["U"]
WORDS = 4
"""So many words before a measure, and so many behind it, may tell which one it is: net, operating; to Japan."""

LEVELS = frozenset({"plain", "after", "at"})
KINDS = frozenset({"money", "percent", "count", "measure"})


class Owner(NamedTuple):
    """Whose figure it is, and the place behind the measure and its owner."""

    name: str
    behind: int


def sayings(article: Article) -> Iterator[Claim]:
    """Yield the figures of named bodies for whole years before that of publication, and populations."""
    for sentence in article.body:
        if sentence.kinds & AMOUNTS:
            if sentence.kinds & YEARS and article.published:
                yield from _of_years(article, sentence, article.published.year)
            else:
                yield from _of_now(article, sentence)


def _of_years(article: Article, sentence: Sentence, now: int) -> Iterator[Claim]:
    """Yield the figure of a sentence that has one level, one year and one measure."""
    times = sentence.of_kind("year|date|relative|duration|weekday|ordinal")
    year = _year(times[0], now) if len(times) == 1 else 0
    if year and (found := _measured(article, sentence, "measures")):
        mention, place, measure = found
        yield from _claims(article, sentence, mention, place, "figure", measure, str(year))


def _of_now(article: Article, sentence: Sentence) -> Iterator[Claim]:
    if found := _measured(article, sentence, "standing"):
        mention, place, measure = found
        yield from _claims(article, sentence, mention, place, "standing", measure, "")


def _measured(article: Article, sentence: Sentence, section: str) -> tuple[Mention, int, str] | None:
    """Return the one level of a sentence with the place and the name of its one measure."""
    said = {place: article.word(place) for place in range(sentence.start, sentence.end)}
    known = families(section)
    places = [place for place, word in said.items() if word in known]
    if len(places) != 1 or not words("unsettled", "words").isdisjoint(said.values()):
        return None
    levels = [role.mention for role in roles(article, sentence) if role.name in LEVELS]
    if len(levels) != 1 or not levels[0].number or levels[0].kind not in KINDS:
        return None
    return levels[0], places[0], known[said[places[0]]]


def _year(mention: Mention, now: int) -> int:
    """Return the year, before that of publication, that a phrase names; 0 for any other time."""
    when = mention.when
    if when is None or when.month or when.day or when.unit not in ("", "year"):
        return 0
    year = when.year or (now - 1 if when.shift == "last" and when.unit == "year" else now)
    return year if year < now else 0


def _claims(
    article: Article, sentence: Sentence, mention: Mention, place: int, kind: str, measure: str, period: str
) -> Iterator[Claim]:
    first = place
    while first > sentence.start and place - first < WORDS and article.skeleton[first - 1] == "w":
        first -= 1
    owner = _owner(article, sentence, first, place)
    if owner.name:
        which = [article.word(at) for at in range(first, place)]
        full = " ".join([*which, measure, *_of_what(article, owner.behind)])
        value, unit = mention.rounded.interval, mention.unit or (noun(mention) if kind == "figure" else "")
        yield claim(kind, owner.name, mention, value, measure=full, period=period, unit=unit)


def _owner(article: Article, sentence: Sentence, first: int, place: int) -> Owner:
    """Return whose a measure is: of "Acme's profit", "Acme had a profit" and "profit at Acme" it is Acme's."""
    if article.skeleton[first - 1] in "'’" and first > sentence.start:
        return Owner(body_before(article, article.token(first - 1)), place + 1)
    if name := _reporting(article, sentence):
        return Owner(name, place + 1)
    if article.word(place + 1) not in words("measures_of", "of"):
        return Owner("", place)
    behind = place + 2 + (article.word(place + 2) == "the")
    after = next((at for at in range(behind, sentence.end) if article.skeleton[at] not in "NC·&-"), sentence.end)
    return Owner(body_from(article, article.token(behind)), after)


def _reporting(article: Article, sentence: Sentence) -> str:
    """Return the name that opens a sentence, or a clause of it, before a verb of reporting: In 2023 Acme had ..."""
    for place in range(sentence.start + 1, sentence.end):
        if article.word(place) in words("measures_of", "verbs"):
            return body_before(article, article.token(place))
    return ""


def _of_what(article: Article, place: int) -> Iterator[str]:
    """Yield the words behind a measure that tell of what it is: exports to Japan, sales of toys."""
    while article.word(place) in words("measures_of", "of"):
        behind = place + 1 + (article.word(place + 1) == "the")
        after = next((at for at in range(behind, behind + WORDS) if article.skeleton[at] not in "NC"), behind)
        after += article.skeleton[after] == "w" and after == behind
        if after == behind:
            return
        yield from (article.word(at) for at in (place, *range(behind, after)))
        place = after
