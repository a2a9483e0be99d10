"""Names with a figure each, and words that put them in order: "second with 38 medals, behind Harwick with 41".

How the order is told varies without end; that each name has one figure of a kind, and which of them a word of order
stands beside, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.article import Article, Sentence, kind_bits
from factcheck.link.context.ties import adjacent
from factcheck.link.series.figures import is_plain, value
from factcheck.link.size.comparisons import COMPARATIVES, Compared
from factcheck.link.size.extremes import SET, SUPERLATIVES, of_set
from factcheck.model import Mention
from factcheck.numerals import small_number, written
from factcheck.patterns import Pattern

NAME, FIGURE = "§", "¤"
"""Stand in a row for a name and for its figure."""

KINDS = "money|count|points|measure|percent"
BITS = kind_bits(KINDS)
OPENING = frozenset("most only next behind no second third after from the in of among some with at".split())
"""A capital at the head of a sentence makes none of these a name."""

ROW = Pattern(f"(?:{NAME}*(?:{NAME}{FIGURE}){{2,}}|(?:{FIGURE}{NAME}){{2,}}{FIGURE}?)$")
"""Each name has its own figure."""

MERIT = Pattern(
    r"\b(?:medals?|votes?|points?|goals?|wins?|victor(?:y|ies)|seats?|runs?|people|residents|inhabitants|visitors|members|ballots|tr(?:y|ies)|titles?"
    r"|caps|troph(?:y|ies)|delegates|supporters|ton(?:ne)?s)\b"
)
"""What is the better the more there are of it."""

STROKES = Pattern(
    r"\b(?:golf\w*|strokes?|shots?|under par|over par|par|penalt\w+|faults?|handicap|slowest|fastest|worst|fewest|least|lowest)\b"
)
"""Where these are told, the lowest is the first."""

WORST = "last|bottom|lowest|fewest"
SUPER = "|".join(sorted(SUPERLATIVES, key=len, reverse=True))
HEAD = Pattern(rf"\b(?:led|leads?|leading|first|topp?(?:ed|s|ing)?|head(?:ed|s|ing)|winner|won|{SUPER})\b")
TURN = Pattern(
    rf"\b(?:followed (?:closely )?by|then|next|descending|in that order|behind {NAME} .* comes?)\b|\bsecond\b.*\bthird\b|from the \w+est to the \w+est"
)
RUNS = Pattern(r"\bfrom the \w+est to the \w+est\b")
"""A list that has these runs one way."""

RANKED = Pattern(
    rf"\b(?:second|third|fourth|fifth|runners?-? ?up|last|trail\w*)\b(?!-)[^;]*?(?:\b(?:to|behind|after|below|trail\w*) (?:the )?|\btrail\w* )(?:{NAME}|{FIGURE})"
)
AHEAD = Pattern(
    rf"^only {NAME}[^;]*\b(?:better|more|higher)\b[^;]* than|\bno \w+ (?:\w+ )?(?:more|higher|better)\b[^;]* than {NAME}|^behind {NAME}[^;]*\bcomes? "
    rf"|{FIGURE}[^{NAME}{FIGURE};]*\b(?:ahead of|beating|edging|pipping) (?:the )?{NAME}"
)
AMOUNTS = Pattern(rf"^(?:the )?(?P<word>{SUPER})(?: [a-z]+){{0,3}} , {FIGURE} ,")
"""At the head of a row these make its first figure the most, or the least."""

CLOSING = Pattern(rf"{FIGURE}(?: [a-z]+)? , the (?P<word>{SUPER}) of the (?P<many>[a-z]+) (?:[;,]|$)")
"""Behind a row these make its last figure the most, or the least, of all."""

SURPASSES = Pattern(
    rf"{FIGURE}[^{FIGURE};]{{0,48}}? (?P<word>outnumber|exceed|outpoll|outsell|outsold|outscore|surpass|eclips|dwarf|overtak|overtook|overtaken)(?:e?s|e?d)? "
    rf"(?:the )?(?:{NAME} ('s )?)?{FIGURE}"
)


class Row(NamedTuple):
    """Figures of one kind in their order with the words about them, each name and figure a sign of its own."""

    figures: list[Mention]
    words: str
    places: list[tuple[int, int]]

    def place(self, offset: int) -> int:
        """Return the place of the skeleton that a character of the words stands for."""
        return next(at for begins, at in reversed(self.places) if begins <= offset)


def in_turn(article: Article) -> Iterator[tuple[Mention, ...]]:
    """Yield the figures of each row that is said to run from the first to the last."""
    for row in _rows(article):
        second = [found.start() for found in re.finditer(FIGURE, row.words)][1]
        headed = HEAD.search(row.words, 0, second) or row.words.startswith(("behind", "in descending"))
        named = _is_named(row) or RUNS.search(row.words)
        if len(row.figures) > 2 and named and headed and TURN.search(row.words) and not _back(row.words):
            yield tuple(row.figures)


def leaders(article: Article) -> Iterator[Compared]:
    """Yield each figure that its words put above or below others by name."""
    for row in _rows(article):
        figures, words = row.figures, row.words
        if surpasses := len(figures) == 2 and SURPASSES.search(words):
            yield Compared(figures[0], (figures[1],), 1, row.place(surpasses.start("word")))
        if not _is_named(row):
            continue
        first, rest = figures[0], tuple(figures[1:])
        if _merits(row) and not STROKES.search(words):
            if (found := RANKED.search(words)) and "ahead" not in words and _between(words, found):
                yield Compared(first, rest, -1, row.place(found.start()))
            elif found := AHEAD.search(words):
                yield Compared(first, rest, 1, row.place(found.start()))
        if found := AMOUNTS.search(words):
            yield _most(row, first, found)
        elif (found := CLOSING.search(words)) and words.count(FIGURE, 0, found.end()) == len(figures) == small_number(
            found["many"]
        ):
            yield _most(row, figures[-1], found)


def _most(row: Row, own: Mention, found: re.Match[str]) -> Compared:
    sign = COMPARATIVES[SUPERLATIVES[found["word"]]][0]
    others = tuple(one for one in row.figures if one is not own)
    return Compared(own, others, sign, row.place(found.start("word")))


def _is_named(row: Row) -> bool:
    return ROW.match(re.sub(f"[^{NAME}{FIGURE}]", "", row.words)) is not None


def _merits(row: Row) -> bool:
    return row.figures[0].kind in ("money", "points") or MERIT.search(row.words) is not None


def _between(words: str, found: re.Match[str]) -> bool:
    """Tell whether a rank and what it is behind are told of the first name: its figure stands before the others' names."""
    return words.count(NAME, 0, found.end() - 1) <= 1 and words.count(FIGURE, 0, found.end()) <= 1


def _back(words: str) -> bool:
    return (
        re.search(r"\b(?:rose|fell|respectively|each|per|average\w*|while|whereas|but|from(?! the [a-z]+est))\b", words)
        is not None
    )


def _rows(article: Article) -> Iterator[Row]:
    """Yield the figures of one kind of each sentence, of one that has but one with those of the sentence behind it."""
    for sentence in article.body:
        if sentence.kinds & BITS:
            figures = _figures(article, sentence)
            behind = adjacent(article, sentence, 1) if len(figures) == 1 else None
            if behind is not None and behind.block == sentence.block:
                figures = [*figures, *_figures(article, behind)]
            if 1 < len(figures) < SET and _alike(figures):
                yield _row(article, sentence.start, (behind or sentence).end, figures)


def _figures(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the figures of a sentence but those that say of how many; none where one of another kind, or a time, stands there."""
    known = sentence.of_kind(KINDS)
    named = [one for one in sentence.of_kind("label") if known and one.first > known[0].first and _elided(article, one)]
    others = [one for one in sentence.mentions if one not in known and one not in named and one.kind != "ordinal"]
    counts = [one.changed(kind="count", number=written(one.text)) for one in named]
    figures = sorted([*known, *counts], key=lambda one: one.first)
    return [] if others else [one for one in figures if not of_set(article, one) and value(one) != 1]


def _elided(article: Article, label: Mention) -> bool:
    """Tell whether a number behind a name goes on with a list: "Ash has 520 members, Elm 460 and Oak 480"."""
    behind = article.place(label) + 1
    return label.text.isdigit() and (article.skeleton[behind] in ",;.\n" or article.word(behind) == "and")


def _alike(figures: list[Mention]) -> bool:
    first = figures[0]
    nouns = {one.noun for one in figures if one.noun}
    kinds = {one.unit for one in figures if one.kind != "count"} if first.kind != "count" else {first.unit}
    bare = all(one.kind == first.kind or (one.kind == "count" and not one.noun) for one in figures)
    return len(nouns) <= 1 and len(kinds) == 1 and bare and all(map(is_plain, figures)) and value(figures[-1]) > 0


def _row(article: Article, start: int, end: int, figures: list[Mention]) -> Row:
    """Write a stretch of text with a sign for each name and each of the figures."""
    signs = {article.place(one): FIGURE for one in figures}
    words, places = "", []
    for at in range(start, end):
        word = article.word(at)
        name = article.skeleton[at] == "N" and word not in OPENING
        shown = signs.get(at) or (NAME if name else article.at[at].text.lower() if at in article.at else word)
        if not (shown == NAME and words.endswith(f"{NAME} ")):
            places.append((len(words), at))
            words += f"{shown} "
    return Row(figures, words, places)
