"""When a figure of a sentence is said to have been so: once, now or in time to come, by the words about it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article
from factcheck.link.context.tense import TIMES
from factcheck.model import Mention

FORMER = frozenset(
    "had having once previous previously former formerly old original originally initial initially before against "
    "versus compared than from".split()
)
"""Words before a figure that say it is what a thing was."""

AGO = frozenset("ago earlier before previously originally".split())
"""Words behind a figure that say so; they may end what tells its time: a year ago."""

GOES_ON = frozenset("to now is are".split())
"""Between "a year ago" and a figure these say that it is not of then."""

ONCE, WAS, UNTOLD, NOW, TO_COME = range(5)
TENSES = frozenset({"is", "are"})
TOLD = {TO_COME: frozenset({"will", "next"}), NOW: TENSES | {"now", "today"}, WAS: frozenset({"was", "were"})}
JOINTS = frozenset({"and", "but", "while"})
EDGES = frozenset(',;:()—"')
CLAUSE, BESIDE, NEVER = 8, 3, 9999
"""So many places about a figure tell its time, and so many just before it."""


def former(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether the words about a figure say that it is what a thing was before it came to another."""
    years = _year(article, one), _year(article, other)
    if NEVER not in years and len({*years}) > 1:
        return years[0] < years[1]
    mine, others = _stage(article, one), _stage(article, other)
    if mine == UNTOLD and others > WAS and one.first > other.first:
        return False  # "It will rise to 15 dollars in May and to 16 in July": the tense goes on.
    if mine != others and {mine, others} != {WAS, UNTOLD}:
        return mine < others
    return years[0] < years[1]


def _stage(article: Article, mention: Mention) -> int:
    """Return when the words about a figure put it, from ONCE to TO_COME."""
    place = article.place(mention)
    if article.skeleton[place - 1] == ":" and article.skeleton[place - 3] == "(":
        return ONCE if article.skeleton[place - 2] in TIMES else UNTOLD
    words = {article.word(at) for at in about(article, place, -1) if at not in article.at}
    just = {article.word(at) for at in range(place - BESIDE, place) if at not in article.at}
    behind = list(about(article, place, 1))
    ago = {article.word(at) for at in behind if at not in article.at} | {
        article.at[at].text.split()[-1].lower() for at in behind if at in article.at
    }
    after = "after" in just or (article.word(place - BESIDE - 1) == "after" and "of" in just)
    if not FORMER.isdisjoint(words) or after or not AGO.isdisjoint(ago):
        return ONCE
    if "ago" in words and words.isdisjoint(GOES_ON):
        return ONCE
    told = (stage for stage, said in TOLD.items() if not said.isdisjoint(words))
    return NOW if not TOLD[NOW].isdisjoint(ago - TENSES) else next(told, UNTOLD)


def _year(article: Article, mention: Mention) -> int:
    """Return the year that the time beside a figure names, one that is yet to come where it names none."""
    place = article.place(mention)
    before, behind = [at for at in about(article, place, -1) if place - at <= BESIDE + 1], [*about(article, place, 1)]
    adjoins = place + 2 in behind and place + 2 in article.at and article.word(place + 1) in ("in", "by")
    places = [*behind, *before] if adjoins else [*before, *behind]
    times = (article.at[at].when for at in places if at in article.at)
    return next((time.year for time in times if time and time.year), 0) or _opening_year(article, mention)


def _opening_year(article: Article, mention: Mention) -> int:
    """Return the year that opens a sentence whose first figure is this: In 2006, at the height of the boom, it reached 339."""
    sentence = article.sentences[mention.sentence]
    opening = sentence.mentions[0]
    opens = article.place(opening) <= sentence.start + 1 and sentence.mentions[1:2] == (mention,)
    return (opening.when.year or NEVER) if opens and opening.when else NEVER


def about(article: Article, place: int, step: int) -> Iterator[int]:
    """Yield the places beside a figure, outward, up to an edge of its clause or another figure."""
    sentence = article.sentences[article.at[place].sentence]
    place -= step < 0 and article.skeleton[place - 1] == ","
    for at in range(place + step, place + step * CLAUSE, step):
        time = at in article.at and article.skeleton[at] in TIMES
        apart = not sentence.start <= at < sentence.end or article.skeleton[at] in EDGES
        if apart or (at in article.at and not time) or (step < 0 and article.word(at) in JOINTS):
            return
        yield at
