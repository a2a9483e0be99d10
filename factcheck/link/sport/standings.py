"""Standings: records of games won and lost, leads in games, games played, tables of points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile

from factcheck.article import Article, Said, Sentence
from factcheck.link.context.grids import Cell, Grid
from factcheck.link.context.scores import DOCKED, Score, one_of, scores, stated
from factcheck.link.sport.awards import worth
from factcheck.model import Mention, Relation
from factcheck.numerals import small_number, small_numbers
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity

RECORD = 10
"""A pair of so many games is a season's record rather than a score of goals or sets."""

SEASON = 20
"""Records of fewer games say little of who leads whom."""

BEARER = 5
NO_RECORD = frozenset("aggregate score averaged averages averaging".split())
"""Before a pair these make it no record of games."""
PARTS = frozenset("home road away division divisional conference against versus when since".split())
APART = frozenset({"behind", "ahead", "back", "clear"})
COLUMNS = ("pts points pt", "w won wins", "d t draws drawn ties otl ol ot")
WORTH = (3, 2, 4, 6, 1, 5, 8, 10, 12)
"""What a win may earn, where one point is had for a draw."""
UNSAID = "nothing shows what a draw is worth"

TAKEN = "{gain:points|count} ... from {before:count|points} to {after:count|points}"
BOTH = "result=won|lost both"
SOME = "result=won|lost all|the? <w>? {some:count|fraction} (of <w>? {games:count})?"
PLAYED = "{record:pair} <w>? through|after|in|over <w>? {games:count} end=<w>"

APART_IN_GAMES = 12
"""Two teams of one league have played nearly as often; a pair of figures that is further off is no record."""


def record(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add what was won and lost to the record before it: 17-4, won both, so 19-4."""
    records = [score for score in scores(sentence) if score.games >= RECORD]
    then = next((score for score in records if _before(article, score)), None)
    since = _since(article, sentence) if then and len(records) > 1 else None
    if then is None or since is None:
        return
    now = next((score for score in records if score is not then and score.games >= then.games), None)
    if now is not None:
        won, lost, mentions = since
        implied = {(then.left + won, then.right + lost)}
        working = f"{then.mention.text} and {won}-{lost}"
        yield Relation(stated(now), one_of(implied, working, [then.mention, *mentions]))


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
    if {article.word(at) for at in range(match.start(), min(match.end() + 4, sentence.end))} & {
        "last",
        "past",
        "previous",
    }:
        return None  # "seven of their last 10" need not begin where the earlier record ends.
    mentions = [said.some, said.games] if said.has("games") else [said.some]
    some, games = _of(said.some) if said.some.kind == "fraction" else (_whole(mentions[0]), _whole(mentions[-1]))
    if some is None or games is None or games < some:
        return None
    return (some, games - some, mentions) if said.word("result") == "won" else (games - some, some, mentions)


def _of(mention: Mention) -> tuple[int | None, int | None]:
    """Return the numbers of "1 of 10", which reads as a share."""
    some, _, games = mention.text.partition(" of ")
    return (int(some), int(games)) if some.isdecimal() and games.isdecimal() else (None, None)


def behind(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Work out the games by which one record leads another."""
    counts = (mention for mention in sentence.mentions if mention.kind == "count")
    gap = next((mention for mention in counts if mention.noun == "game"), None)
    if gap is None or gap.number is None or not _leads(article, sentence, gap):
        return
    records = _records(article, sentence)
    if len(records) != 2:
        return
    one, other = records
    if abs(one.left + one.right - other.left - other.right) > APART_IN_GAMES:
        return
    games = abs(Fraction((one.left - other.left) + (other.right - one.right), 2))
    implied = Quantity(
        Interval.exactly(games),
        "",
        f"half of ({one.left} - {other.left}) + ({other.right} - {one.right})",
        (one.mention.span, other.mention.span),
    )
    stated = Quantity(Interval.exactly(gap.number.middle), "", gap.text, (gap.span,))
    doubt = "another team may be meant" if _others(article, sentence, gap, records) else None
    yield Relation(stated, implied, doubt=doubt)


def _others(article: Article, sentence: Sentence, gap: Mention, records: list[Score]) -> bool:
    """Tell whether a name beside a lead is of neither team: two games behind the Giants."""
    places = [article.place(each.mention) for each in records]
    bearers = {article.word(at) for place in places for at in range(max(0, place - BEARER), place)}
    at = article.place(gap)
    first = max([place + 1 for place in places if place < at] + [sentence.start])
    beside = [*range(first, at)]
    if at + 2 < sentence.end and article.word(at + 2) in APART:
        beside += range(at + 2, min(at + 2 + BEARER, sentence.end))
    named = {article.word(place) for place in beside if article.skeleton[place] == "N"}
    return not named <= bearers


def _leads(article: Article, sentence: Sentence, gap: Mention) -> bool:
    """Tell whether a number of games parts two teams: "lead them by two games", "two games behind"."""
    place = article.place(gap)
    before = article.word(place - 1) if place else ""
    after = {article.word(at) for at in range(place + 1, min(place + 4, sentence.end))}
    return before == "by" or not after.isdisjoint(APART)


def _records(article: Article, sentence: Sentence) -> list[Score]:
    """Return the current records of this sentence and the one before it."""
    close = [other for other in article.body if 0 <= sentence.number - other.number <= 1]
    told = [each for other in close for each in scores(other)]
    return [
        each for each in told if each.games >= SEASON and not _before(article, each) and not _in_part(article, each)
    ]


def _in_part(article: Article, score: Score) -> bool:
    """Tell whether a record is of some of a team's games: at home they are 27-12."""
    place, sentence = article.place(score.mention), article.sentences[score.mention.sentence]
    opens = max(sentence.start, *(article.skeleton.rfind(mark, sentence.start, place) + 1 for mark in ",;:(—"))
    behind = takewhile(
        lambda at: at not in article.at and article.skeleton[at] not in ",;:)—",
        range(place + 1, min(place + 1 + BEARER, sentence.end)),
    )
    return not PARTS.isdisjoint(article.word(at) for at in (*range(max(opens, place - BEARER), place), *behind))


SCORED = 4


def through(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add a record up to the games it is said to be of: 63-49 through 112 games."""
    for match in phrase(PLAYED).finditer(article.skeleton, sentence.start, sentence.end):
        said = Said(article, match, sentence)
        record = next(each for each in scores(sentence) if each.mention is said.record)
        listed = phrase("{pair} ,").search(article.skeleton, max(sentence.start, match.start() - 2), match.start())
        before = {article.word(at) for at in range(max(sentence.start, match.start() - SCORED), match.start())}
        apart = listed is not None or not before.isdisjoint(NO_RECORD)
        if said.word("end") in ("games", "matches", "starts") and record.games >= RECORD and not apart:
            games = _exact(said.games)
            implied = Quantity(
                Interval.exactly(record.games), "", f"{record.left} + {record.right}", (record.mention.span,)
            )
            drawn = games.interval.low > record.games
            yield Relation(games, implied, doubt="some games may have been drawn" if drawn else None)


def _exact(mention: Mention) -> Quantity:
    """Return a count of games, which nobody rounds."""
    quantity = mention.quantity
    return quantity.changed(value=Interval.exactly(quantity.interval.middle), coarse=None)


LESS = Pattern(
    lambda: (
        rf"\b(?P<many>{small_numbers(2)}) points? (?:were |was |have been |has been )?(?:deducted|docked|taken off|taken away)\b"
    ),
    re.I,
)
NOTED = ("*", "†", "‡")
"""What ends the name of a team that a note below the table is on."""


def points_of(article: Article, grid: Grid) -> Iterator[Relation]:
    """Work out the points of a table from wins and draws, where most rows show how."""
    at = {grid.head(number): number for number in range(grid.width)}
    points, won, drawn = (next((at[name] for name in names.split() if name in at), None) for names in COLUMNS)
    if points is None or won is None:
        return
    columns = [points, won, *([] if drawn is None else [drawn])]
    plain = [row for row, name in zip(grid.rows, grid.spans, strict=True) if not article.text(name).endswith(NOTED)]
    full = _full(plain, columns)
    docked = len(plain) == len(grid.rows) and re.search(rf"(?i)\b(?:{DOCKED})\b", article.document.text)
    doubt = "points may have been taken away" if docked else None
    said = worth(article)
    half = said.get("draw", 1)
    for each in [said["win"]] if "win" in said else WORTH:
        found = [_earned(row, each, half) for row in full]
        kept = [relation.stated.interval.meets(relation.implied.interval) for relation in found]
        if sum(kept) >= 2 and kept.count(False) <= max(1, sum(kept) // 4):
            shown = "draw" in said or any(right and _has_draws(row) for right, row in zip(kept, full, strict=True))
            for row, relation in zip(full, found, strict=True):
                yield relation._replace(doubt=doubt if shown or not _has_draws(row) else UNSAID)
            noted = [row for row in grid.rows if row not in plain]
            for less in LESS.finditer(article.document.text) if noted else ():
                fewer = [_earned(row, each, half, small_number(less["many"])) for row in _full(noted, columns)]
                yield from (relation._replace(doubt="the note may be on another team") for relation in fewer)
            return


def _has_draws(row: list[Cell]) -> bool:
    return any(cell.value for cell in row[2:])


def _full(rows: Sequence[Sequence[Cell | None]], columns: list[int]) -> list[list[Cell]]:
    """Return the cells of some columns in the rows that have a figure in each."""
    cut = ([row[column] for column in columns] for row in rows)
    return [[cell for cell in row if cell] for row in cut if all(row)]


def _earned(row: list[Cell], each: int, half: int, less: int = 0) -> Relation:
    """Hold the points of a row to its wins and its draws, at so many each, so many taken away."""
    stated, won, *drawn = row
    earned = won.value * each + sum(cell.value for cell in drawn) * half - less
    times = f"{half} × " if half > 1 else ""
    working = (
        f"{each} × {won.text}" + "".join(f" + {times}{cell.text}" for cell in drawn) + (f" - {less}" if less else "")
    )
    spans = (won.span, *(cell.span for cell in drawn))
    implied = Quantity(Interval.exactly(earned), "", working, spans)
    return Relation(Quantity(Interval.exactly(stated.value), "", stated.text, (stated.span,)), implied)


def taken(article: Article) -> Iterator[Relation]:
    """Add the points of a game to those before it: six points take them from 13 to 19."""
    for said in article.match(TAKEN):
        between = {article.word(at) for at in range(said.match.start("gain") + 1, said.match.start("before"))}
        if "point" in said.gain.text + said.gain.noun and not between.isdisjoint(TAKES):
            yield Relation(_exact(said.gain), (_exact(said.after) - _exact(said.before)).as_unit(said.gain.unit))


TAKES = frozenset(
    "take takes took taking lift lifts lifted move moves moved moving carry carried bring brings brought".split()
)


def _whole(mention: Mention) -> int | None:
    """Return a plain count, None for anything else."""
    number = mention.number
    return int(number.middle) if number is not None and number.middle.denominator == 1 else None
