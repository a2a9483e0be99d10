"""What each sentence says of a table: the rows, measures and years that it names, and which figure has which."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from factcheck.article import HEADINGS, STOP, Article
from factcheck.datatable.names import Name, names, word_at, words
from factcheck.datatable.table import DataTable, Label
from factcheck.dates import days_meant
from factcheck.document import NOT_COPY
from factcheck.languages import DEFAULT, stemmer
from factcheck.link.context.subjects import stem
from factcheck.link.table.columnheads import HANGUL, head
from factcheck.model import Mention, When
from factcheck.records import NamedTuple

HALF = 0.5
"""A measure is named where half of its words are."""

NUMBERS = frozenset({"money", "percent", "points", "count", "measure", "fraction", "multiple", "ordinal"})
BEFORE_OTHERS = frozenset("after behind ahead than unlike over above below against before trailing by beating".split())
"""Words behind which a row is named for comparison: what the sentence tells is not of it."""

OWNING = frozenset("( ' with at :".split()) | {"'s"}
LISTING = frozenset(("and", ",", "or"))
BETWEEN = frozenset("in from for of at by the".split())
FROM = frozenset("from than against versus compared".split())
Held = TypeVar("Held")


class Passage(NamedTuple):
    """A sentence, figures in it or not: `start` to `end` of the skeleton, in the block that starts at `block`."""

    start: int
    end: int
    block: int
    mentions: tuple[Mention, ...]


class Told(NamedTuple):
    """What a sentence names: rows, the words of measures, years, each with its place, -1 where it is carried over.

    `inside` are the places of the words that name rows; `named` and `measured` tell whether it names a row, or refers to
    one, and a measure itself; `other` where it speaks of plans, parts or
    other times, so that its figures are not the table's.
    """

    passage: Passage
    rows: tuple[tuple[int, Label], ...]
    measures: tuple[tuple[int, frozenset[str]], ...]
    years: tuple[tuple[int, int], ...]
    inside: frozenset[int]
    named: bool
    measured: bool
    other: bool
    dated: bool


def passages(article: Article) -> Iterator[Passage]:
    """Yield every sentence of the article's copy, in order."""
    start = 0
    places = sorted(article.at)
    for stop in [found.start() for found in STOP.finditer(article.skeleton)] + [len(article.skeleton)]:
        if stop > start:
            block = article.block_at(article.tokens.starts[article.token(start)])
            if block.kind not in HEADINGS and block.kind not in NOT_COPY and block.kind != "cell":
                inside = places[bisect_left(places, start) : bisect_left(places, stop)]
                yield Passage(start, stop, block.start, tuple(article.at[place] for place in inside))
        start = stop + 1


def told(article: Article, table: DataTable) -> Iterator[Told]:
    """Yield what each sentence names of the table, rows and years carried over from the one before within a block."""
    named = names(article, table)
    starts = [name.start for name in named]
    last: Told | None = None
    for passage in passages(article):
        here = named[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        last = _told(article, table, passage, here, last if last and last.passage.block == passage.block else None)
        yield last


def _told(article: Article, table: DataTable, passage: Passage, named: list[Name], before: Told | None) -> Told:
    said = {word_at(article, place) for place in range(passage.start, passage.end)}
    rows = tuple((name.start, name.label) for name in _subjects(article, named))
    inside = frozenset(place for name in named for place in range(name.start, name.end))
    measures = tuple(_measures(article, table, passage, inside))
    years = tuple(_years(article, passage.mentions))
    refers = _refers(article, table, passage, said)
    own, measured, dated = bool(rows) or refers, bool(measures), bool(years)
    if before:
        rows = rows or (_carried(before.rows) if refers else ())
        measures = measures or _carried(before.measures)
        years = years or _carried(before.years)
    heads = {stem(word) for title in table.heads for word in title.lower().replace("_", " ").split()}
    strange = {word for word in said & (words("other") | words("finer")) if stem(word) not in heads}
    return Told(
        passage,
        rows,
        measures,
        years,
        inside,
        own,
        measured,
        bool(strange) or _finer(passage.mentions),
        dated,
    )


def _refers(article: Article, table: DataTable, passage: Passage, said: set[str]) -> bool:
    """Tell whether a sentence takes up the row of the one before: "its exports", "the district's exports"."""
    if said & (words("whole") | words("mean") | words("median")):
        return False
    the = (place for place in range(passage.start, passage.end) if word_at(article, place) in ("the", "this", "that"))
    named = any(
        same(kind, root_of(article, place + 1)) for place in the for kind in kinds(table) if place + 1 < passage.end
    )
    return bool(said & words("carried")) or named


def _carried(held: Iterable[tuple[int, Held]]) -> tuple[tuple[int, Held], ...]:
    """Return what the sentence before leaves to this one: a thing that it named alone."""
    values = list(dict.fromkeys(value for _, value in held))
    return ((-1, values[0]),) if len(values) == 1 else ()


def _subjects(article: Article, named: Iterable[Name]) -> Iterator[Name]:
    """Yield the rows that are told of, not those named for comparison only: "after Busan and Jeju", "than Busan"."""
    last = -1
    for name in named:
        before = {word_at(article, place) for place in range(max(0, name.start - 2), name.start)}
        listed = last >= 0 and all(word_at(article, place) in LISTING for place in range(last, name.start))
        if (before & BEFORE_OTHERS or listed) and word_at(article, name.end) not in OWNING:
            last = name.end
        else:
            last = -1
            yield name


def _finer(mentions: Iterable[Mention]) -> bool:
    whens = [mention.when for mention in mentions if mention.when]
    return any((when.month is not None and when.day is None) or when.unit in ("quarter", "month") for when in whens)


def _years(article: Article, mentions: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    for mention in mentions:
        when = mention.when
        if when is not None and (year := _year(when, article)):
            yield article.place(mention), year


def _year(when: When, article: Article) -> int | None:
    if when.month is not None or when.weekday is not None or when.day is not None:
        return None
    if when.shift and when.unit != "year":
        return None
    days = days_meant(when, article.published)
    return days.first.year if days and days.first.year == days.last.year else None


def _measures(
    article: Article, table: DataTable, passage: Passage, inside: frozenset[int]
) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield the words of each measure that the sentence names, where it does so first."""
    roots = {
        place: root
        for place in range(passage.start, passage.end)
        if place not in inside and (root := root_of(article, place))
    }
    roots |= {article.place(one): stem(one.noun) for one in passage.mentions if one.noun not in {"", *words("vague")}}
    found: dict[frozenset[str], frozenset[str]] = {}
    known = frozenset(word for word in table.words if any(same(word, root) for root in set(roots.values())))
    for wanted, titled in table.names if known else ():
        hit = wanted & known
        if hit and (titled or len(hit) >= HALF * len(wanted)):
            found[wanted] = hit
    for wanted, hit in found.items():
        rivals = [(other, theirs) for other, theirs in found.items() if other != wanted]
        if any(hit < theirs or (hit == theirs and len(other) <= len(wanted)) for other, theirs in rivals):
            continue
        yield next(place for place, root in roots.items() if any(same(word, root) for word in hit)), wanted


def kinds(table: DataTable) -> frozenset[str]:
    """Return what the rows of a table are, by the heads of their names: districts."""
    return frozenset(word for place in table.labels for word in head(table.heads[place]).words)


def root_of(article: Article, place: int) -> str:
    """Return the stem of the word at a place, "" for none and for one of a name of several words."""
    skeleton, letter = article.skeleton, article.skeleton[place]
    if (letter not in "wNC" and letter < "\ue000") or (
        letter == "N" and "N" in skeleton[max(0, place - 1) : place + 2].replace("N", "", 1)
    ):
        return ""
    text = article.tokens.word(article.token(place)).lower()
    if text in words("vague"):
        return ""
    return stem(text) if article.language == DEFAULT else stemmer(article.language)(text)


def same(word: str, root: str) -> bool:
    """Tell whether a word of a head and one of the text are one, in Korean also where one goes on: 수출, 수출액."""
    if word == root:
        return True
    return (
        bool(HANGUL.match(word))
        and len(root) > 1
        and len(word) > 1
        and (word.startswith(root) or root.startswith(word))
    )


def attached(article: Article, figures: Sequence[int], holders: Sequence[tuple[int, Held]]) -> dict[int, Held]:
    """Return which of some things each figure goes with, those left out of which the words do not tell.

    One thing has them all.  Else each figure goes with what follows it directly ("$2 billion in 2024"), or all go with
    what stands before them, or the figures come in the order of the things.
    """
    if len({value for _, value in holders}) == 1:
        return dict.fromkeys(figures, holders[0][1])
    found = {figure: value for figure in figures for at, value in holders if _follows(article, figure, at)}
    left = [figure for figure in figures if figure not in found]
    used = set(found.values())
    rest = [(at, value) for at, value in holders if value not in used]
    if len({value for _, value in rest}) == 1 and found:
        return found | dict.fromkeys(left, rest[0][1])
    return found | _in_order(left, rest if found else holders)


def _follows(article: Article, figure: int, at: int) -> bool:
    between = range(figure + 1, at)
    if 0 <= at - figure <= 1:
        return figure in article.at and article.at[figure].kind == "count"
    return 0 < len(between) <= 2 and all(word_at(article, place) in BETWEEN for place in between)


def _in_order(figures: Sequence[int], holders: Sequence[tuple[int, Held]]) -> dict[int, Held]:
    line = sorted([*((figure, True) for figure in figures), *((at, False) for at, _ in holders)])
    runs = [(is_figure, [at for at, _ in run]) for is_figure, run in groupby(line, key=lambda one: one[1])]
    value = dict(holders)
    if not runs or len(runs) % 2:
        return {}
    if len(runs) == 2 and len(runs[0][1]) == len(runs[1][1]) > 1:
        first, second = (run for _, run in (runs if not runs[0][0] else runs[::-1]))
        return {figure: value[at] for at, figure in zip(first, second, strict=True)}
    lone = all(len(run) == 1 for is_figure, run in runs if not is_figure)
    pairs = [(runs[n], runs[n + 1]) for n in range(0, len(runs), 2)] if lone else []
    if runs[0][0]:
        pairs = [(behind, before) for before, behind in pairs]
    return {figure: value[owner[1][0]] for owner, run in pairs for figure in run[1]}


def is_earlier(article: Article, place: int) -> bool:
    """Tell whether a figure is drawn as what was before: "from $2 billion", "than the $2 billion"."""
    return any(word_at(article, at) in FROM for at in range(max(0, place - 2), place))
