"""How many rows of a table there are, lie beyond a bound, rose or fell, as an article counts them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from factcheck.article import Article
from factcheck.datatable.amounts import base_of
from factcheck.datatable.answers import factors
from factcheck.datatable.asked import LOOSE, UNDATED, Answer, Asked, file_of
from factcheck.datatable.names import word_at
from factcheck.datatable.narrowing import narrowed, plain, strange
from factcheck.datatable.reading import Passage, kinds, root_of, same
from factcheck.datatable.table import DataTable, literal
from factcheck.link.context.subjects import stem
from factcheck.model import Mention, verbatim
from factcheck.quantity import HUGE, Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.segment import vocabulary

COUNT = "The article counts {stated}; {right} of the {count} rows of the data do ({place})."


class Meeting(NamedTuple):
    """How many rows meet a condition: `high` counts those that lie on its bound, too."""

    low: int
    high: int
    condition: str


def count_answer(asked: Asked, bound: Mention | None, way: int) -> Answer | None:
    """Return how many rows lie beyond a bound ("more than $1 billion"), rose or fell (`way`), or are there at all."""
    table, mention = asked.table, asked.mention
    count = table.sum(asked.frame).rows
    met = _beyond(asked, bound) if bound else _moved(asked, way) if way else Meeting(count, count, "in all")
    if met is None:
        return None
    right = f"{met.low:,}" if met.low == met.high else f"{met.low:,} or {met.high:,}"
    place = f"{file_of(table)}, column {asked.frame.measure.name}" if bound or way else file_of(table)
    among = f"{right} of {count:,} rows" if bound or way else f"{right} rows"
    working = f"{place}: {among} {met.condition}"
    implied = Interval(Fraction(met.low), Fraction(met.high))
    tied = (bound or way) and asked.firm and _whole(asked) and plain(asked._replace(mention=bound or mention))
    doubt = (
        None if mention.quantity.interval.meets(implied) else LOOSE if not tied else None if asked.dated else UNDATED
    )
    says = COUNT.replace("{right}", right).replace("{count}", f"{count:,}").replace("{place}", verbatim(place))
    given = Quantity(implied, "", working)
    return Answer(mention.span, mention.quantity, given, (), says, f"{working}; the text says {mention.text}", doubt)


def _beyond(asked: Asked, bound: Mention) -> Meeting | None:
    ways = factors(asked.frame.measure, bound)
    if len(ways) != 1 or bound.number is None:
        return None
    over = bound.quantity.interval.high >= HUGE
    limit = literal(bound.number.middle / ways[0])
    low, high = (asked.table.count(asked.frame, f"{sign} {limit}") for sign in ((">", ">=") if over else ("<", "<=")))
    return Meeting(low, high, f"{'over' if over else 'under'} {bound.text}")


def _moved(asked: Asked, way: int) -> Meeting | None:
    base = base_of(asked)
    if base is None:
        return None
    count = asked.table.moved(asked.frame, base, way)
    return Meeting(count, count, f"{'up' if way > 0 else 'down'} from {base.name}")


def way_of(article: Article, passage: Passage) -> int:
    """Return 1 where a sentence says of rows that they rose, -1 that they fell, 0 where it says neither, or both."""
    rise, fall = (vocabulary()[1][name] for name in ("RISE", "FALL"))
    signs = {(letter in rise) - (letter in fall) for letter in article.skeleton[passage.start : passage.end]} - {0}
    return signs.pop() if len(signs) == 1 else 0


def _whole(asked: Asked) -> bool:
    """Tell whether all rows are meant: "three districts", not "three coastal districts", "three in the north"."""
    article, end = asked.article, asked.told.passage.end
    behind = range(asked.place + 1, end)
    at = next(
        (place for place in behind if any(same(kind, root_of(article, place)) for kind in kinds(asked.table))),
        -1,
    )
    return (
        at >= 0
        and not any(strange(asked, place) for place in range(asked.place + 1, at))
        and not narrowed(asked, at, False)
    )


def counts_rows(article: Article, table: DataTable, mention: Mention) -> bool:
    """Tell whether a count counts the rows of a table: "12 districts", the 12 of "12 of the 25 districts"."""
    if mention.kind != "count" or mention.hedge:
        return False
    if mention.noun:
        return any(same(kind, stem(mention.noun)) for kind in kinds(table))
    place = article.place(mention)
    further = [article.at[at] for at in range(place + 2, place + 4) if at in article.at]
    return (
        word_at(article, place + 1) == "of"
        and bool(further)
        and bool(further[0].noun)
        and counts_rows(article, table, further[0])
    )


def limit_of(mentions: Iterable[Mention], stating: Mention) -> Mention | None:
    """Return the one figure of a sentence that a count of rows is bound by: "more than $1 billion"."""
    bounds = [one for one in mentions if one is not stating and one.hedge in ("more", "less") and one.number]
    return bounds[0] if len(bounds) == 1 else None
