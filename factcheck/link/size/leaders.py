"""Names with a figure each, and words that put them in order: "second with 38 medals, behind Harwick with 41".

How the order is told varies without end; that each name has one figure of a kind, and which of them a word of order
stands beside, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence, kind_bits
from factcheck.link.context.ties import adjacent
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.series.figures import value
from factcheck.link.size.comparisons import COMPARATIVES, Compared
from factcheck.link.size.extremes import SET, SUPERLATIVES, elided, of_set
from factcheck.link.size.rows import FIGURE, NAME, Row, are_alike, row
from factcheck.model import Mention
from factcheck.numerals import small_number
from factcheck.patterns import Pattern

KINDS = "money|count|points|measure|percent"
BITS, AMOUNTS_OF = kind_bits(KINDS), frozenset(KINDS.split("|"))
ROW = Pattern(
    f"(?:{NAME}*(?:{NAME}{FIGURE}){{2,}}|(?:{FIGURE}{NAME}){{2,}}{FIGURE}?|{FIGURE}{NAME}(?:{NAME}{FIGURE})+)$"
)
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

GOLDS = Pattern(r"\b(?:golds?|medals? table)\b")
"""With these nations are ranked by the gold medals: of 39 in all the second, behind 31."""

SUPER = "|".join(sorted(SUPERLATIVES, key=len, reverse=True))
HEAD = Pattern(rf"\b(?:led|leads?|leading|first|topp?(?:ed|s|ing)?|head(?:ed|s|ing)|winner|won|{SUPER})\b")
TURN = Pattern(
    rf"\b(?:followed (?:closely )?by|then|next|descending|in that order|behind {NAME} .* comes?)\b|\bsecond\b.*\bthird\b|from the \w+est to the \w+est"
)
RUNS = Pattern(r"\bfrom the \w+est to the \w+est\b")
"""A list that has these runs one way."""

RANKED = Pattern(
    rf"\b(?:second|third|fourth|fifth|runners?-? ?up|last|trail\w*)\b(?!-)(?! and (?:third|fourth|fifth)\b)[^;]*?(?:\b(?:(?<!went )(?<!goes )(?<!go )to|behind|after|below|trail\w*) (?:the )?|\btrail\w* )(?:{NAME}|{FIGURE})"
)
AHEAD = Pattern(
    rf"^only {NAME}[^;]*\b(?:better|more|higher)\b[^;]* than|\bno \w+ (?:\w+ )?(?:more|higher|better)\b[^;]* than {NAME}|^behind {NAME}[^;]*\bcomes? "
    rf"|{FIGURE}[^{NAME}{FIGURE};]*\b(?P<word>ahead of|above|clear of|beating|edging|pipping) (?:the )?{NAME}"
)
AMOUNTS = Pattern(rf"^(?:the )?(?P<word>{SUPER})(?: [a-z]+){{0,3}} , {FIGURE} ,")
"""At the head of a row these make its first figure the most, or the least."""

CLOSING = Pattern(rf"{FIGURE}(?: [a-z]+)? , the (?P<word>{SUPER}) of the (?P<many>[a-z]+) (?:[;,]|$)")
"""Behind a row these make its last figure the most, or the least, of all."""

SURPASSES = Pattern(
    rf"{FIGURE}(?:(?! or )[^{FIGURE};]){{0,48}}? (?P<word>outnumber|exceed|outpoll|outsell|outsold|outscore|surpass|eclips|dwarf|overtak|overtook|overtaken)(?:e?s|e?d)? "
    rf"(?:the )?(?:{NAME} ('s )?)?{FIGURE}"
)


UNREAL = Pattern(r"\b(?:could|would|may|might|must|not|never|cannot) (?:\w+ ){0,3}$")
"""Before a verb these leave it untold, or deny it: the price could not have exceeded £276,000."""


def in_turn(article: Article) -> Iterator[tuple[Mention, ...]]:
    """Yield the figures of each row that is said to run from the first to the last."""
    for told in _rows(article):
        second = [found.start() for found in re.finditer(FIGURE, told.words)][1]
        headed = HEAD.search(told.words, 0, second) or told.words.startswith(("behind", "in descending"))
        named = _is_named(told) or RUNS.search(told.words)
        if len(told.figures) > 2 and named and headed and TURN.search(told.words) and not _back(told.words):
            yield tuple(told.figures)


def leaders(article: Article) -> Iterator[Compared]:
    """Yield each figure that its words put above or below others by name."""
    for told in _rows(article):
        figures, words = told.figures, told.words
        surpasses = SURPASSES.search(words) if len(figures) == 2 else None
        if surpasses and not UNREAL.search(words[: surpasses.start("word")]):
            yield Compared(figures[0], (figures[1],), 1, told.place(surpasses.start("word")))
        if not _is_named(told):
            continue
        first, rest = figures[0], tuple(figures[1:])
        if (found := AHEAD.search(words)) and words.startswith(("no ", "only ")) and " per " not in words:
            yield Compared(first, rest, 1, told.place(found.start()))
        elif _merits(told) and not STROKES.search(words):
            if (found := RANKED.search(words)) and "ahead" not in words and _between(words, found):
                if not GOLDS.search(words):
                    yield Compared(first, rest, -1, told.place(found.start()))
            elif (found := AHEAD.search(words)) and " but ahead" not in words:
                yield Compared(first, rest, 1, told.place(found.start("word") if found["word"] else found.start()))
        if found := AMOUNTS.search(words):
            yield _most(told, first, found)
        elif (found := CLOSING.search(words)) and words.count(FIGURE, 0, found.end()) == len(figures) == small_number(
            found["many"]
        ):
            yield _most(told, figures[-1], found)


def _most(told: Row, own: Mention, found: re.Match[str]) -> Compared:
    sign = COMPARATIVES[SUPERLATIVES[found["word"]]][0]
    others = tuple(one for one in told.figures if one is not own)
    return Compared(own, others, sign, told.place(found.start("word")))


def _is_named(told: Row) -> bool:
    return ROW.match(re.sub(f"[^{NAME}{FIGURE}]", "", told.words)) is not None


def _merits(told: Row) -> bool:
    return told.figures[0].kind in ("money", "points") or MERIT.search(told.words) is not None


def _between(words: str, found: re.Match[str]) -> bool:
    """Tell whether a rank and what it is behind are told of the first name: its figure stands before the others' names."""
    return words.count(NAME, 0, found.end() - 1) <= 1 and words.count(FIGURE, 0, found.end()) == 1


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
            if 1 < len(figures) < SET and are_alike(figures):
                yield row(article, sentence.start, (behind or sentence).end, figures)


def _figures(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the figures of a sentence but those that say of how many; none where one of another kind, or a time, stands there."""
    told = [one for one in sentence.mentions if not is_circumstance(article, one)]
    known = [one for one in told if one.kind in AMOUNTS_OF]
    named = elided(article, sentence, known[0]) if known else []
    firsts = {one.first for one in (*known, *named)}
    others = [one for one in told if one.first not in firsts and one.kind != "ordinal"]
    figures = sorted([*known, *named], key=lambda one: one.first)
    return [] if others else [one for one in figures if not of_set(article, one) and value(one) != 1]
