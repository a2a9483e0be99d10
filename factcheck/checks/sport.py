"""Sport: records, sets, runs, leads and tables of points."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from factcheck.article import BIT, Article, Said, Sentence
from factcheck.check import check
from factcheck.grids import Cell, Grid, grids
from factcheck.model import Mention, Relation
from factcheck.phrase import KIND_LETTERS, phrase
from factcheck.quantity import Interval, OneOf, Quantity, total

PAIR, COUNT = BIT[KIND_LETTERS["pair"]], BIT[KIND_LETTERS["count"]]
RECORD = 10
"""A pair of so many games is a season's record rather than a score of goals or sets."""

NOUNS = {
    "win": "won", "wins": "won", "victories": "won", "loss": "lost", "losses": "lost", "defeat": "lost",
    "defeats": "lost", "draw": "drawn", "draws": "drawn", "ties": "drawn", "games": "played", "matches": "played",
}  # fmt: skip
RUNS = frozenset({"run", "spurt", "burst"})
CLOSING = frozenset({"closed", "ended", "finished", "closing"})
SEASON = 20
"""Records of fewer games say little of who leads whom."""

FEWEST = 3
LONG_SET, MOST_SETS = 6, 5
BOTH = "result=won|lost both"
SOME = "result=won|lost all|the? <w>? {some:count|fraction} (of <w>? {games:count})?"
JOINTS = frozenset(", wN();")


@check("sport", says="{stated} does not follow: {working} is {implied}.")
def sport(article: Article) -> Iterator[Relation]:
    """Records, sets, runs and points must follow from the games.

    A record is the one before plus what was won and lost since; the sets give the result; a lead plus the
    closing run gives the final score; wins and draws give the points of a table.

    Wrong: The Herons ([19-5]) had been [17-4] when the week opened and won both of their games.  =>  17-4
    Wrong: She won [3-2], 25-21, 25-23, 23-25, 25-20.
    Wrong: The side has 10 wins, 4 draws and 3 losses in [18] games.  =>  10 + 4 + 3
    Wrong: Dunmore went ahead 65-63. They closed on a [15-6] run. / Larkspur beat Dunmore [78-72].
    Wrong: The Millers (63-49) lost again. The Saints, at 64-47, lead them by [two and a half] games.
    Wrong: | | P | W | D | L | Pts | / |---|---|---|---|---|---| / | Leith | 9 | 5 | 3 | 1 | 18 | / | Ayr | 9 | 4 | 3 | 2 | 15 | / | Alva | 9 | 4 | 2 | 3 | [13] |
    Right: The Herons (19-4) had been 17-4 when the week opened and won both of their games.
    Right: The Millers (63-49) won 11 of 16 after the break, having gone into it at 52-44.
    Right: She won 3-1, 25-21, 25-23, 23-25, 25-20.
    Right: The side has 10 wins, 4 draws and 3 losses in 17 games.
    Right: Dunmore went ahead 65-63. They closed on a 15-6 run. / Larkspur beat Dunmore 78-71.
    Right: The Millers (63-49) lost again. The Saints, at 64-47, lead them by one and a half games.
    Skip: The Herons (19-5) beat Tarrant 64-60 and host Wexler on Monday.
    Skip: The vote was 52-48. It was 3-2 in committee.
    Skip: The side has 10 wins in 18 games.
    Skip: They opened on a 15-6 run. They lost 80-71 after leading 65-63.
    """
    for sentence in article.body:
        if sentence.kinds & PAIR:
            yield from _record(article, sentence)
            yield from _sets(article, sentence)
            yield from _run(article, sentence)
            yield from _behind(article, sentence)
        elif sentence.kinds & COUNT:
            yield from _played(article, sentence)
    if article.document.tables:
        for grid in grids(article.document):
            yield from _points(grid)


class Score(NamedTuple):
    """Two numbers with a hyphen: a score, or games won and lost."""

    mention: Mention
    left: int
    right: int

    @property
    def games(self) -> int:
        """What the two come to together."""
        return self.left + self.right


def _score(mention: Mention) -> Score | None:
    if mention.kind != "pair" or mention.number is None or mention.upper is None:
        return None
    return Score(mention, int(mention.number.middle), int(mention.upper.middle))


def _scores(sentence: Sentence) -> list[Score]:
    return [score for mention in sentence.mentions if (score := _score(mention))]


def _whole(mention: Mention) -> int | None:
    """Return a plain count, None for anything else."""
    number = mention.number
    return int(number.middle) if number is not None and number.middle.denominator == 1 else None


def _one_of(pairs: set[tuple[int, int]], working: str, mentions: list[Mention]) -> Quantity:
    """Return the scores that something may be."""
    names = frozenset(f"{left}-{right}" for left, right in pairs)
    return Quantity(OneOf(names), "", working, tuple(mention.span for mention in mentions))


def _stated(score: Score) -> Quantity:
    return _one_of({(score.left, score.right)}, score.mention.text, [score.mention])


def _record(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add what was won and lost to the record before it: 17-4, won both, so 19-4."""
    records = [score for score in _scores(sentence) if score.games >= RECORD]
    then = next((score for score in records if _before(article, score)), None)
    since = _since(article, sentence) if then and len(records) > 1 else None
    if then is None or since is None:
        return
    now = next((score for score in records if score is not then and score.games >= then.games), None)
    if now is not None:
        won, lost, mentions = since
        implied = {(then.left + won, then.right + lost)}
        working = f"{then.mention.text} and {won}-{lost}"
        yield Relation(_stated(now), _one_of(implied, working, [then.mention, *mentions]))


def _before(article: Article, score: Score) -> bool:
    """Tell whether a record is said to be an earlier one: had been 17-4, gone into it at 52-44, from 17-4."""
    place = article.place(score.mention)
    words = {article.word(at) for at in range(max(0, place - 6), place)}
    return not words.isdisjoint({"had", "having", "from", "were", "was", "stood"})


def _since(article: Article, sentence: Sentence) -> tuple[int, int, list[Mention]] | None:
    """Return the games won and lost since: "won both", "won 11 of 16", "won all three", "lost two"."""
    if found := phrase(BOTH).search(article.skeleton, sentence.start, sentence.end):
        return (2, 0, []) if article.word(found.start("result")) == "won" else (0, 2, [])
    match = phrase(SOME).search(article.skeleton, sentence.start, sentence.end)
    if match is None:
        return None
    said = Said(article, match, sentence)
    mentions = [said.some, said.games] if said.has("games") else [said.some]
    some, games = _of(said.some) if said.some.kind == "fraction" else (_whole(mentions[0]), _whole(mentions[-1]))
    if some is None or games is None or games < some:
        return None
    return (some, games - some, mentions) if said.word("result") == "won" else (games - some, some, mentions)


def _of(mention: Mention) -> tuple[int | None, int | None]:
    """Return the numbers of "1 of 10", which reads as a share."""
    some, _, games = mention.text.partition(" of ")
    return (int(some), int(games)) if some.isdecimal() and games.isdecimal() else (None, None)


def _sets(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Count the sets of a match that its scores show, against its result."""
    scores = _scores(sentence)
    run = [score for score in scores if max(score.left, score.right) >= LONG_SET and score.left != score.right]
    results = [score for score in scores if max(score.left, score.right) <= MOST_SETS]
    if len(run) < 2 or len(results) != 1 or not _listed(article, run):
        return
    won = sum(score.left > score.right for score in run)
    implied = {(won, len(run) - won), (len(run) - won, won)}
    working = ", ".join(score.mention.text for score in run)
    yield Relation(_stated(results[0]), _one_of(implied, working, [score.mention for score in run]))


def _listed(article: Article, run: list[Score]) -> bool:
    """Tell whether scores stand in one list, with nothing but commas between them."""
    places = [article.place(score.mention) for score in run]
    return all(set(article.skeleton[one + 1 : other]) <= JOINTS for one, other in pairwise(places))


def _run(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add the run that closed a game to the lead before it, and hold the final score against that."""
    run = next((score for score in _scores(sentence) if _is_closing(article, sentence, score)), None)
    if run is None:
        return
    scores = [score for other in article.body for score in _scores(other)]
    at = next(number for number, score in enumerate(scores) if score.mention is run.mention)
    lead = scores[at - 1] if at and _near(scores[at - 1], run) else None
    if lead is None:
        return
    finals = [score for score in scores if score is not lead and score.games >= run.games + lead.games]
    if not finals:
        return
    final = min(finals, key=lambda score: score.games)
    ways = {(lead.left + run.left, lead.right + run.right), (lead.right + run.left, lead.left + run.right)}
    ways |= {(right, left) for left, right in ways}
    doubt = None if _slip(final, ways) else "the lead may not be the last"
    working = f"{lead.mention.text} and {run.mention.text}"
    yield Relation(_stated(final), _one_of(ways, working, [lead.mention, run.mention]), doubt=doubt)


def _near(lead: Score, run: Score) -> bool:
    return run.mention.sentence - lead.mention.sentence <= 2


def _slip(final: Score, ways: set[tuple[int, int]]) -> bool:
    """Tell whether a final score has one half right."""
    return any((final.left == left) != (final.right == right) for left, right in ways)


def _is_closing(article: Article, sentence: Sentence, score: Score) -> bool:
    place = article.place(score.mention)
    if place + 1 >= sentence.end or article.word(place + 1) not in RUNS:
        return False
    return any(article.word(at) in CLOSING for at in range(sentence.start, place))


def _behind(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Work out the games by which one record leads another."""
    counts = (mention for mention in sentence.mentions if mention.kind == "count")
    gap = next((mention for mention in counts if mention.noun == "game"), None)
    if gap is None or gap.number is None or not _leads(article, sentence, gap):
        return
    records = _records(article, sentence)
    if len(records) != 2:
        return
    one, other = records
    games = abs(Fraction((one.left - other.left) + (other.right - one.right), 2))
    implied = Quantity(
        Interval.exactly(games),
        "",
        f"half of ({one.left} - {other.left}) + ({other.right} - {one.right})",
        (one.mention.span, other.mention.span),
    )
    stated = Quantity(Interval.exactly(gap.number.middle), "", gap.text, (gap.span,))
    yield Relation(stated, implied)


def _leads(article: Article, sentence: Sentence, gap: Mention) -> bool:
    """Tell whether a number of games parts two teams: "lead them by two games", "two games behind"."""
    place = article.place(gap)
    before = article.word(place - 1) if place else ""
    after = {article.word(at) for at in range(place + 1, min(place + 4, sentence.end))}
    return before == "by" or not after.isdisjoint({"behind", "ahead", "back", "clear"})


def _records(article: Article, sentence: Sentence) -> list[Score]:
    """Return the current records of this sentence and the one before it."""
    close = [other for other in article.body if 0 <= sentence.number - other.number <= 1]
    scores = [score for other in close for score in _scores(other)]
    return [score for score in scores if score.games >= SEASON and not _before(article, score)]


def _played(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add wins, draws and losses up to the games played."""
    if len(sentence.mentions) < FEWEST:
        return
    counts: dict[str, Mention] = {}
    for mention in sentence.mentions:
        place = article.place(mention) + 1
        kind = NOUNS.get(article.word(place)) if mention.kind == "count" and place < sentence.end else None
        if kind:
            if kind in counts:
                return
            counts[kind] = mention
    if {"won", "lost", "played"} <= counts.keys():
        stated = counts.pop("played")
        yield Relation(_exact(stated), total([_exact(mention) for mention in counts.values()]))


def _exact(mention: Mention) -> Quantity:
    """Return a count of games, which nobody rounds."""
    quantity = mention.quantity
    return quantity.changed(value=Interval.exactly(quantity.interval.middle), coarse=None)


def _points(grid: Grid) -> Iterator[Relation]:
    """Work out the points of a table from wins and draws, where most rows show how."""
    at = {grid.head(number): number for number in range(grid.width)}
    points = next((at[name] for name in ("pts", "points", "pt") if name in at), None)
    if points is None or "w" not in at:
        return
    columns = [points, at["w"], *([at["d"]] if "d" in at else [])]
    rows = [[row[column] for column in columns] for row in grid.rows]
    full = [[cell for cell in row if cell] for row in rows if all(row)]
    for each in (3, 2):
        found = [_earned(row, each) for row in full]
        kept = sum(relation.stated.interval.meets(relation.implied.interval) for relation in found)
        if kept >= 2 and len(found) - kept <= max(1, kept // 4):
            yield from found
            return


def _earned(row: list[Cell], each: int) -> Relation:
    stated, won, *drawn = row
    earned = won.value * each + sum(cell.value for cell in drawn)
    working = f"{each} × {won.text}" + "".join(f" + {cell.text}" for cell in drawn)
    spans = (won.span, *(cell.span for cell in drawn))
    implied = Quantity(Interval.exactly(earned), "", working, spans)
    return Relation(Quantity(Interval.exactly(stated.value), "", stated.text, (stated.span,)), implied)
