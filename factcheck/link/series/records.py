"""Records in three parts, 33-17-6, with the points they are good for, and what was won and lost between two of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.model import Mention, Relation
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

RECORD = "{first:count} - {second:count} - {third:count}"
GOOD_FOR = f"{RECORD} (<(,—>|BE|<w> for?)* <w>? (for|with)? {{points:points}}"
PARTED = "{own:points|count} <,>? ... {gap:points|count} (behind|ahead|clear|adrift) of? (DETERMINER|<wNC>)* on|with {other:points|count}"
NEAR = 6
REACH = 1
FEW = 6
SYSTEMS = ((2, 0, 1), (3, 0, 1), (3, 1, 0), (2, 1, 0))
"""What a game of each part earns: hockey, then football with its draws last or in the middle."""


class Record(NamedTuple):
    """Games won, lost and drawn, or lost in overtime, as the three numbers stand."""

    parts: tuple[Mention, Mention, Mention]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The three numbers."""
        return tuple(int(part.number.middle) for part in self.parts if part.number)

    @property
    def text(self) -> str:
        """The record as it stands."""
        return "-".join(part.text for part in self.parts)

    @property
    def span(self) -> Span:
        """Where the record stands."""
        return Span(self.parts[0].span.start, self.parts[-1].span.end)

    def quantity(self) -> Quantity:
        """Return the record as one thing."""
        return Quantity.named(self.text, self.text, self.span)


def points_of_records(article: Article) -> Iterator[Relation]:
    """Work out the points of each record by the system that another record of the article keeps."""
    told = [(_record(article, said.match.start("first")), said.points) for said in article.match(GOOD_FOR)]
    for system in SYSTEMS:
        found = [_earned(record, points, system) for record, points in told]
        kept = sum(relation.stated.interval.meets(relation.implied.interval) for relation in found)
        if kept:
            doubt = None if kept > 1 or len(found) == kept + 1 else "the points may be counted otherwise"
            yield from (relation._replace(doubt=doubt) for relation in found)
            return


def _record(article: Article, place: int) -> Record:
    return Record((article.at[place], article.at[place + 2], article.at[place + 4]))


def _earned(record: Record, points: Mention, system: tuple[int, ...]) -> Relation:
    terms = [
        f"{each} × {part.text}" if each > 1 else part.text
        for each, part in zip(system, record.parts, strict=True)
        if each
    ]
    worth = sum(each * number for each, number in zip(system, record.numbers, strict=True))
    stated = Quantity(Interval.exactly(points.quantity.interval.middle), "", points.text, (points.span,))
    return Relation(stated, Quantity(Interval.exactly(worth), "", " + ".join(terms), (record.span,)))


def since(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add what was won and lost since to a record: 25-16-5, then 8-1-1, so 33-17-6."""
    if not phrase(RECORD).search(article.skeleton, sentence.start, sentence.end):
        return
    near = article.sentences[max(0, sentence.number - REACH) : sentence.number + 1]
    told = [_record(article, match.start("first")) for other in near for match in
            phrase(RECORD).finditer(article.skeleton, other.start, other.end)]  # fmt: skip
    if len(told) != REACH + 2 or told[-1].parts[0].sentence != sentence.number:
        return
    whole = max(told, key=lambda record: sum(record.numbers))
    rest = [record for record in told if record is not whole]
    made = tuple(map(sum, zip(*(record.numbers for record in rest), strict=True)))
    agreed = sum(one == other for one, other in zip(made, whole.numbers, strict=True))
    if agreed >= len(made) - 1:
        text = "-".join(map(str, made))
        spans, working = tuple(record.span for record in rest), " and ".join(record.text for record in rest)
        yield Relation(whole.quantity(), Quantity.named(text, working, *spans))


def _plain(figure: Mention) -> Quantity:
    """Return a number of points as it is displayed."""
    middle = figure.quantity.interval.middle
    return Quantity(Interval.exactly(middle), "", figure.text, (figure.span,))


def apart(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Show the points by which one side leads another: 72 points; they trail the leaders, on 77, by five."""
    for match in phrase(PARTED).finditer(article.skeleton, sentence.start, sentence.end):
        own, gap, other = (article.at[match.start(name)] for name in ("own", "gap", "other"))
        games = article.word(article.place(own) - 1) in (
            "from",
            "in",
            "of",
        )  # Six wins from seven, two points clear on 12.
        if "point" in own.text + other.text + gap.text and own.number and other.number and not games:
            made = abs(_plain(own) - _plain(other))
            close = abs(made.interval.low - _plain(gap).interval.low) <= NEAR
            yield Relation(_plain(gap), made, doubt=None if close else "other sides may be meant")
    leads = [article.at[match.start("lead")] for match in
             phrase("by {lead:count|points}").finditer(article.skeleton, sentence.start, sentence.end)]  # fmt: skip
    near = article.sentences[max(0, sentence.number - REACH) : sentence.number + 1] if leads else []
    points = [one for other in near for one in other.of_kind("points|count") if "point" in one.text]
    for lead in leads:
        gaps = [
            abs(one.quantity - other.quantity)
            for one, other in combinations(points[:FEW], 2)
            if lead not in (one, other)
        ]
        stated = Quantity(
            Interval.exactly(lead.quantity.interval.middle), gaps[0].unit if gaps else "", lead.text, (lead.span,)
        )
        yield from (
            Relation(stated, gap, doubt="other sides may be meant")
            for gap in gaps
            if gap.interval.meets(stated.interval)
        )
