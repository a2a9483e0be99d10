"""Why a word of rising or falling may be right whichever of two figures is the more."""

from __future__ import annotations

from fractions import Fraction

from factcheck.article import Article
from factcheck.link.context.frames import Movement
from factcheck.link.context.operands import in_unit
from factcheck.link.series.figures import value
from factcheck.model import Mention
from factcheck.segment import vocabulary

PERIODS, LEAD = frozenset({"year", "quarter", "month", "week", "day"}), 4
"""So many words behind "down" these say against when: down on the year."""

LEVEL = Fraction(1, 10)
"""Shares of less may be the ends of a range of changes: indexes fell from 1.2 to 1.4 percent."""

NEAR, NEAR_KINDS, FINE = Fraction(5, 4), frozenset({"money", "measure", "count", "percent"}), Fraction(1, 250)
"""A range of changes is wider than this; two values of one thing are often nearer."""

SET_AGAINST = frozenset({"compared", "against", "versus", "than", "from"})
LOOSELY = "the figures may be of two things"

LEADING_ON = frozenset("bringing taking leaving lifting raising making putting cutting".split())
"""Behind a comma these tell of what came of it all, and no more of what a verb before them moved."""

COMPARES, BOTH = {"more": 1, "fewer": -1}, 2
"""A sentence may open on these: Fewer babies were born, 1,177 compared with 1,204 the year before."""

RANKED = frozenset(
    {"rank", "ranks", "ranked", "ranking", "rankings", "place", "seed", "seeded", "chart", "charts", "table"}
)
SIZED = frozenset({"loss", "losses", "deficit", "lead"})
"""What widens as its figure rises and narrows as it falls."""

TIMED, UNTIMED, LONG = frozenset({"time", "times"}), frozenset({"percent", "money"}), frozenset({"duration"})
WHEN = frozenset({"by", "at", "for"})
PAIRED = frozenset({
    "yen", "dollar", "dollars", "euro", "euros", "sterling", "pound", "won", "yuan", "franc", "rupee", "peso", "ruble",
    "rouble", "lira", "real", "rand", "currency", "greenback", "loonie", "yield", "yields", "yielding", "bond", "bonds",
    "treasuries", "note", "notes", "loss", "losses", "deficit", "lead", "odds", "handicap", "par",
})  # fmt: skip
TOLD = frozenset({"told", "noted", "concluded", "theme"})
"""How the way of two figures is told apart from them."""

EITHER_WAY = (
    "improv", "streng", "weak", "contract", "gain", "advanc", "lost", "lose", "losing", "retreat",
    "narrow", "widen", "short", "boost", "expan", "reduc", "add",
)  # fmt: skip

SIZING = ("widen", "deepen", "narrow", "grow", "grew", "shr", "halv")
"""What a loss or a lead does as its figure does."""

LENGTHS = ("short", "length")

ABOUT = 60
"""So many places before and behind a verb stands what tells of what it speaks."""

TIMES, APART = frozenset("DYRW"), frozenset(",;:—")

CURRENCIES = frozenset({"pound", "sterling", "euro"})

PRICED = {"USD": frozenset({"dollar", "dollars"}), "EUR": frozenset({"euro", "euros"})}
"""What these are priced in others rises as they do: a pound of $1.28 has gained on one of $1.27."""

YIELDS = frozenset({"yield", "yields", "bond", "bonds", "treasuries", "note", "notes"})


def either_way(article: Article, move: Movement) -> str | None:
    """Return why the words might fit the figures after all."""
    said = article.word(move.said)
    against = [article.word(at) for at in range(move.said + 1, move.said + LEAD)]
    if (
        against[:1] == ["on"]
        and not PERIODS.isdisjoint(against)
        and move.before
        and _led_by_after(article, move.before)
    ):
        return "the word may be meant of another time"  # "down on the year, at 310,000, after 290,000 in May"
    near = range(max(min(move.sentence.start, move.said), move.said - ABOUT), min(move.sentence.end, move.said + ABOUT))
    words = {
        article.word(place)
        for place in near
        if article.skeleton[place - 1] != "-" and not (article.word(place) == "time" and _points_out(article, place))
    } - _priced_in(article, move)
    words -= (SIZED | {"real"}) & _told_behind(article, move)  # "citing a fall in real wages" speaks of no currency.
    if move.after.kind == "percent" and article.word(move.sentence.start) in ("yields", "yield"):
        words -= YIELDS  # What is said of yields is said of the figures.
    of_a_gap = said.startswith(("widen", "narrow")) and words & PAIRED <= SIZED
    if of_a_gap and words & SIZED and value(move.after) > 0:
        return None
    if (
        move.link == "theme"
        and words.isdisjoint(PAIRED - SIZED)
        and (said.startswith(SIZING) or words.isdisjoint(SIZED))
    ):
        return None
    timed = "duration" in (move.after.kind, move.before and move.before.kind) and said.startswith(LENGTHS)
    if move.link == "concluded" and words.isdisjoint(PAIRED):
        return None
    priced = said.startswith(("streng", "weak")) and _priced_in(article, move)
    if (said.startswith(EITHER_WAY) and not timed and not priced) or (move.others and move.link == "subject"):
        return "the words may be meant of another figure"
    kinds = {move.after.kind, move.before.kind} if move.before else {move.after.kind}
    of_rank = words & RANKED and move.after.kind in ("count", "ordinal")
    if of_rank or words & PAIRED or (words & TIMED and not timed and not kinds & (UNTIMED | LONG)):
        return "ranks, rates and losses rise as their figures fall"
    if move.link in TOLD:
        return None
    ordered = move.before is not None and move.before.first < move.after.first and not kinds & LONG
    if move.sign < 0 and not article.verb_last and move.before and ordered:
        return None if _timed(article, move.before, move.after) else "the two figures may be a range"
    return None


def _led_by_after(article: Article, figure: Mention) -> bool:
    return article.word(article.place(figure) - 1) == "after"


def _points_out(article: Article, place: int) -> bool:
    """Tell whether "time" says when, not how long: by the time of the census, for the first time, this time."""
    before = [article.word(at) for at in range(place - 3, place)]
    return not WHEN.isdisjoint(before) or before[-1] in ("this", "last", "next")


def _told_behind(article: Article, move: Movement) -> set[str]:
    """Return the words that stand in no clause of a verb's and its figures' but behind them: ", which puts the loss at 4%"."""
    figures = [article.place(one) for one in (move.before, move.after) if one]
    last = max(move.said, *figures)
    mark = next((at for at in range(last, move.sentence.end) if article.skeleton[at] in APART), move.sentence.end)
    within = {article.word(at) for at in range(move.sentence.start, mark)}
    return {article.word(at) for at in range(mark, move.sentence.end)} - within


def _priced_in(article: Article, move: Movement) -> frozenset[str]:
    """Return the words for what a currency is priced in, which may not be that which moves: the pound rose against the dollar, to $1.28."""
    names = PRICED.get(move.after.unit, frozenset())
    against = any(
        article.word(at) == "against" and article.word(at + 2) in names for at in range(move.said, move.said + BOTH + 1)
    )
    return names | CURRENCIES if against else frozenset()


def _timed(article: Article, before: Mention, after: Mention) -> bool:
    """Tell whether a time parts two amounts, or they are so near each other that they are no range: fell from 2,298 to 2,463."""
    between = article.skeleton[article.place(before) + 1 : article.place(after)]
    if after.kind != "percent" or value(after) >= LEVEL:
        before = in_unit(before, after)  # "from 11.2 to 11.9 percent"
    less, more = sorted((abs(value(before)), abs(value(after))))
    fine = before.kind != "percent" or (before.number is not None and before.number.half < FINE)
    if before.kind in NEAR_KINDS and fine and before.unit == after.unit and more <= less * NEAR:
        return True
    return not TIMES.isdisjoint(between) or vocabulary()[0]["ago"] in between


def loosely_told(article: Article, move: Movement) -> str | None:
    """Return the doubt that only a subject or a contrast ties two figures, or that what recovers stays below what it was."""
    back = article.word(move.said).startswith(("recover", "rebound"))
    nouns = {end.noun for end in (move.before, move.after) if end is not None and end.kind == "count"} - {""}
    told = (article.word(at) for at in range(*sorted(map(article.place, filter(None, (move.before, move.after))))))
    tied = move.link != "subject" or not SET_AGAINST.isdisjoint(told)
    return LOOSELY if back or _leads_on(article, move) or not tied or len(nouns) > 1 else None


def _leads_on(article: Article, move: Movement) -> bool:
    """Tell whether what the figures are of is told behind the verb: two were dropped, bringing the number to 67 from 61."""
    first = min(article.place(end) for end in (move.before, move.after) if end is not None)
    return any(article.skeleton[at] == "," and article.word(at + 1) in LEADING_ON for at in range(move.said + 1, first))
