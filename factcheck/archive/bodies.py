"""When bodies were founded and how large things are, as an article says it of their names."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.archive.claims import Claim, body_before, body_from, claim, families, words
from factcheck.article import BIT, Article, Sentence
from factcheck.dates import days_meant
from factcheck.link.context.subjects import noun
from factcheck.link.time.events import Act, acts
from factcheck.model import Mention
from factcheck.quantity import Interval
from factcheck.reference.units import unit
from factcheck.segment import STOPS

PASSIVE = ("in", "by", "on", "as")
"""What follows "founded" where its subject was founded, and did not found another."""

WORDS = 4
"""So many tokens before a figure may lie the verb that leads from a name to it."""

LENGTHS = frozenset({"height", "length", "width", "depth"})


def sayings(article: Article) -> Iterator[Claim]:
    """Yield the foundings of named bodies, the sizes of named things, and how many work for whom."""
    for act in acts(article):
        if act.family == "founded" and article.tokens.word(act.token).lower() in words("bodies", "founded"):
            yield from _founded(article, act)
    for sentence in article.body:
        if sentence.kinds & BIT["U"]:
            yield from _sizes(article, sentence)
        if sentence.kinds & BIT["K"]:
            yield from _staff(article, sentence)


def _founded(article: Article, act: Act) -> Iterator[Claim]:
    tokens, when = article.tokens, act.mention.when
    days = days_meant(when, article.published) if when and when.year else None
    if days is None or act.token > act.mention.first or tokens.word(act.token + 1).lower() not in PASSIVE:
        return
    name = _founded_before(article, act.token) or _founded_behind(article, act)
    if name:
        years = Interval.exactly(days.first.year).hull(Interval.exactly(days.last.year))
        yield claim("founded", name, act.mention, years)


def _founded_before(article: Article, token: int) -> str:
    """Return the name before "was founded", ", founded" and ", which was founded"."""
    return body_before(article, token - (article.tokens.word(token - 1).lower() in ("was", "first")))


def _founded_behind(article: Article, act: Act) -> str:
    """Return the name behind a sentence's "Founded in 1984, ..."."""
    tokens = article.tokens
    opens = act.token == 0 or tokens.letters[act.token - 1] in STOPS
    if (
        not opens
        or tokens.letters[act.mention.last : act.mention.last + 1] != ","
        or act.mention.first != act.token + 2
    ):
        return ""
    token = act.mention.last + 1
    return body_from(article, token + (tokens.word(token) == "the"))


def _sizes(article: Article, sentence: Sentence) -> Iterator[Claim]:
    for mention in sentence.of_kind("measure"):
        found = unit(mention.unit)
        if found is None or found.offset or len(found.factors) != 1:
            continue
        measure = _measure(article, mention, found.dimension)
        name = _sized(article, mention) if measure else ""
        if name:
            value = mention.rounded.interval.times(Interval.exactly(found.factors[0]))
            yield claim("size", name, mention, value, measure=measure, unit=found.dimension)


def _measure(article: Article, mention: Mention, dimension: str) -> str:
    """Return which size a figure is: height, length, width, depth or area; "" where nothing tells."""
    if dimension == "area":
        before = {article.tokens.word(at).lower() for at in range(max(0, mention.first - WORDS), mention.first)}
        return "" if before.isdisjoint(words("sizes", "area")) else "area"
    at = mention.last + (article.tokens.letters[mention.last : mention.last + 1] == "-")
    behind = families("sizes").get(article.tokens.word(at).lower(), "")
    return behind if dimension == "length" and behind in LENGTHS else ""


def _sized(article: Article, mention: Mention) -> str:
    """Return whose size a figure is: the Shard is 310 metres tall; the Shard, 310 metres tall; the 310-metre-tall Shard."""
    tokens = article.tokens
    if tokens.letters[mention.last : mention.last + 1] == "-":
        return body_from(article, mention.last + 2)
    if tokens.letters[mention.first - 1 : mention.first] == ",":
        return body_before(article, mention.first)
    verb = next((at for at in _before(mention) if tokens.word(at).lower() in words("sizes", "verbs")), 0)
    return body_before(article, verb)


def _before(mention: Mention) -> range:
    """Return the tokens before a figure, the nearest first."""
    return range(mention.first - 1, max(-1, mention.first - 1 - WORDS), -1)


def _staff(article: Article, sentence: Sentence) -> Iterator[Claim]:
    """Yield how many work for a body: Acme employs 212 people, Acme has 212 employees."""
    for mention in sentence.of_kind("count"):
        for token in _before(mention):
            verb = article.tokens.word(token).lower()
            employs = verb in words("staff", "verbs") or (verb == "has" and noun(mention) == "worker")
            if employs and (name := body_before(article, token)):
                yield claim("standing", name, mention, mention.rounded.interval, measure="staff")
                break
