"""What an article says that a later one can be held to: of whom or what, which measure, of when, and the value."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from functools import cache, lru_cache

from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.context.names import bare
from factcheck.model import Mention
from factcheck.quantity import Interval
from factcheck.records import NamedTuple
from factcheck.rulefiles import load_rules
from factcheck.segment import STOPS

TIMELESS = frozenset({"birth", "founded", "ordinal"})
"""Kinds of which a subject has one, whenever and however it is told; of others, one for each measure, period and unit."""

NO_VALUE = Interval.exactly(0)


class Claim(NamedTuple):
    """One thing that an article says of a subject.

    `kind` is birth, founded, size, figure, standing, ordinal or spelling; `subject` the name with what writers differ
    over left out, `name` as it is written.  `measure`, `period` and `unit` tell which figure of the subject it is, ""
    where it has one only.  `value` is what the figure may be: of a birth, days counted as by `date.toordinal`; of a
    yearly event, the year of an edition numbered 0; else in units of `unit`.  `text` is the figure as it stands at
    `span`, `hedged` whether words soften it.
    """

    kind: str
    subject: str
    name: str
    text: str
    span: Span
    value: Interval = NO_VALUE
    measure: str = ""
    period: str = ""
    unit: str = ""
    hedged: bool = False


class Past(NamedTuple):
    """A claim of an older article: when that was published, where it stands, and how many articles have it.

    `company` counts the rarer names that the older article shares with the new one, the subject's own left out.
    """

    claim: Claim
    published: date | None
    place: str
    company: int = 0
    articles: int = 1


class Recalled(NamedTuple):
    """A claim of the new article, with those of older ones on the same thing, the newest first."""

    now: Claim
    then: tuple[Past, ...]


@cache
def words(section: str, name: str) -> frozenset[str]:
    """Return a list of words of the rules for archives."""
    return frozenset(load_rules("archive")[section][name].split())


@cache
def families(section: str) -> dict[str, str]:
    """Return the name that the rules for archives give to each word of a section."""
    return {word: name for name, listed in load_rules("archive")[section].items() for word in listed.split()}


def claim(kind: str, name: str, mention: Mention, value: Interval, subject: str = "", **more: str) -> Claim:
    """Return what a figure says of a name; of a body, its legal form is no part of the subject."""
    soft = bool(mention.hedge)
    return Claim(kind, subject or body(name), name, mention.text, mention.span, value, hedged=soft, **more)


def body(name: str) -> str:
    """Return a body's name as it is looked for: without its legal form, its article, dots, accents and capitals."""
    parts = name.replace("’", "'").split()
    while len(parts) > 1 and parts[-1].strip(".,").lower() in words("bodies", "forms"):
        parts.pop()
    return bare("".join(parts[1:] if len(parts) > 1 and parts[0].lower() == "the" else parts))


def form(name: str) -> str:
    """Return the legal form that a body's name is written with, "" for none."""
    last = name.rsplit(maxsplit=1)[-1].strip(".,").lower()
    return last if last in words("bodies", "forms") else ""


def person(name: tuple[str, ...]) -> str:
    """Return a person's name as it is looked for: the first word and the last."""
    return bare(f"{name[0]} {name[-1]}")


def body_before(article: Article, token: int) -> str:
    """Return the name that ends just before a token, "" where none does: Bank of England, founded ..."""
    last = token
    while last > 0 and article.tokens.word(last - 1).lower() in words("bodies", "relatives"):
        last -= 1
    first = last
    while first > 0 and _named(article, first - 1):
        first -= 1
    placed = first > 0 and article.tokens.word(first - 1).lower() in words("bodies", "placing")
    return "" if placed else _name(article, first, last)


def body_from(article: Article, token: int) -> str:
    """Return the name that begins at a token, "" where none does."""
    last = token
    while last < len(article.tokens.letters) and _named(article, last):
        last += 1
    return _name(article, token, last)


def _named(article: Article, token: int) -> bool:
    """Tell whether a token is of a name, or joins two parts of one."""
    if article.tokens.letters[token] in "·&-":
        return True
    return _capital(article, token) or article.tokens.word(token).lower() in words("bodies", "joints")


def _capital(article: Article, token: int) -> bool:
    return article.tokens.pieces[token][:1].isupper()


def _name(article: Article, first: int, last: int) -> str:
    """Return the name in some tokens, small words at its ends left off; "" where only a sentence's first word is one."""
    letters = article.tokens.letters
    while first < last and not (letters[first] in "NC" or (_capital(article, first) and not _opens(article, first))):
        first += 1
    while last > first and not (_capital(article, last - 1) or letters[last - 1] == "·"):
        last -= 1
    if "N" not in letters[first:last] or letters[last : last + 1] == "-":
        return ""
    return "".join(article.tokens.pieces[first:last]).strip()


def _opens(article: Article, token: int) -> bool:
    return token == 0 or article.tokens.letters[token - 1] in f'{STOPS}"'


def passage(article: Article, span: Span) -> Span:
    """Return the sentence that a span of the text lies in."""
    tokens, stops = article.tokens, _stops(article)
    token = bisect_right(tokens.starts, span.start) - 1
    at = bisect_left(stops, token)
    first, last = stops[at - 1] + 1 if at else 0, stops[at]
    return Span(tokens.starts[first], max(tokens.end(last), span.end))


@lru_cache(maxsize=2)
def _stops(article: Article) -> list[int]:
    """Return the tokens that end the sentences of an article, its last token among them."""
    letters = article.tokens.letters
    return [at for at, letter in enumerate(letters) if letter in STOPS or at == len(letters) - 1]
