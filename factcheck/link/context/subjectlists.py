"""A row of names or people that opens a sentence, and the number beside it that it must be of.

"Kerala reported three new cases. / A nurse of 28, a boy of nine and a farmer of 61 are being treated"; "Hungary, Malta and
Cyprus blocked the plan. The three want guarantees": the words between say that no others are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.context.subjects import stem
from factcheck.link.series.figures import value
from factcheck.link.series.items import PAST, known, named, singular, things, verbless
from factcheck.link.series.items import items as cut
from factcheck.link.series.rolls import AGED, FINITE, OTHERS, PEOPLE, Roll, past_opener
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.segment import STOPS

LEAST, MOST, LONGEST, FURTHEST = 3, 12, 60, 240
"""A row has so many items, and so many places lead to its verb at the most."""

AHEAD = 2
"""So many sentences behind a number may begin with what it counts."""

TELLING = Pattern(r"\b(?:each|all|both|together|between them|respectively|the only|in turn)\b", re.I)
"""In the sentence of a row these say that it is of all."""

VERBS = frozenset(
    "want have had are were will say said all also now face met hope deny won lost died live work made".split()
)
NAMED_AS = "((PRONOUN|DETERMINER <w>?) BE (NAMING|<w>) | named ...) as"
"""How those are named of whom the sentence before gives the number."""

CASES = PEOPLE | {"case", "arrest", "death"}
"""What may be counted in people."""


def subject_lists(article: Article, sentence: Sentence, numbers: list[Mention]) -> Iterator[Roll]:
    """Yield the one small number of a sentence with the row that opens one of the next, and a bare one with the row before it."""
    yield from _the_three(article, sentence, numbers)
    numbers = [one for one in numbers if one.noun]
    if len(numbers) != 1:
        return
    number = numbers[0]
    yield from _named_as(article, number, _next(article, sentence.end))
    start = _next(article, sentence.end)
    for step in range(AHEAD):
        if start is None:
            return
        stop = _stop(article, start)
        start = past_opener(article, start)
        if row := _row(article, start, stop):
            yield _roll(article, number, row, start, stop, next_to=not step)
            return
        start = _next(article, stop)


def _roll(
    article: Article, number: Mention, row: tuple[int, bool, int], start: int, stop: int, *, next_to: bool
) -> Roll:
    """Return a number with the row that it must be of, sure where words say that the row is of all, or both are of people.

    Where the number stands behind the row again, others were meant: ... are advisers to Oak, the two firms said.
    """
    size, people, end = row
    words = article.text(article.span(start, stop))
    tied = bool(TELLING.search(words)) or stem(number.noun) in {stem(article.word(at)) for at in range(end, stop)}
    of_them = people and number.noun in CASES and next_to
    persons = number.noun not in PEOPLE or people or _are_persons(article, start, end)
    again = any(value(article.at[at]) == value(number) for at in range(end, stop) if at in article.at)
    sure = (tied or of_them) and persons and not again and abs(value(number) - size) == 1 and not _part(article, number)
    return Roll(number, size, article.span(start, end), sure)


def _named_as(article: Article, number: Mention, start: int | None) -> Iterator[Roll]:
    """Yield those whom the next sentence names, with semicolons between, or each with an age: They were named as Al Orr, 41; his son."""
    said = phrase(NAMED_AS).match(article.skeleton, start) if start else None
    if not said:
        return
    stop = _stop(article, said.end())
    found, words = cut(article, said.end(), stop), article.text(article.span(said.end(), stop))
    joined = found.semicolons and phrase("and").match(article.skeleton, found.pieces[-1][0])
    aged = 0 if found.semicolons or number.noun not in CASES else len(AGED.findall(words))
    size = len(found.pieces) if joined else aged if aged >= LEAST and not OTHERS.search(words) else 0
    if size:
        yield Roll(
            number, size, article.span(said.end(), stop), not _part(article, number) and abs(value(number) - size) <= 2
        )


def _next(article: Article, end: int) -> int | None:
    """Return where the sentence behind a place begins, in its paragraph or the next."""
    at, letters = end, article.skeleton
    while at < len(letters) and letters[at] in STOPS + '"':
        at += 1
    return at if at < len(letters) - 1 and letters.count("\n", end, at) <= 1 else None


def _stop(article: Article, start: int) -> int:
    """Return where the sentence ends that begins at a place, or so far on."""
    ahead = range(start, min(start + FURTHEST, len(article.skeleton)))
    return next((at for at in ahead if article.skeleton[at] in STOPS), ahead.stop)


def _row(article: Article, start: int, stop: int) -> tuple[int, bool, int] | None:
    """Return how many things the row is that opens a sentence, whether they are people told by what they are, and where it ends."""
    if phrase("PREPOSITION").match(article.skeleton, start):
        return None
    reach = min(stop, start + LONGEST)
    verb = phrase(FINITE).search(article.skeleton, start, reach)
    end = next(
        (at for at in range(start + 1, verb.start() if verb else reach) if _is_verb(article, at)),
        verb.start() if verb else stop,
    )
    found = cut(article, start, end)
    if found.joints != 1 or found.semicolons or end == stop:
        return None
    pieces = found.pieces
    joined = phrase("and|&").match(article.skeleton, pieces[-1][0] - 1) if pieces else None
    people = all(singular(article, piece) or piece[0] in article.at for piece in pieces)
    names = all((named(article, piece) or known(article, piece)) and verbless(article, piece) for piece in pieces)
    counts = [things(article, piece, people=people) for piece in pieces]
    if joined is None or None in counts or not (people or names):
        return None
    size = sum(count or 0 for count in counts)
    return (size, people, end) if LEAST <= size <= MOST and len(pieces) >= LEAST else None


def _are_persons(article: Article, start: int, end: int) -> bool:
    """Tell whether every item of a row is a name of two words, as people have, and not all states or firms have."""
    return all(article.skeleton.count("N", *piece) >= 2 for piece in cut(article, start, end).pieces)


def _is_verb(article: Article, at: int) -> bool:
    """Tell whether a word in small letters right behind a name is a verb of it: Malta and Cyprus blocked."""
    word = article.word(at)
    return (
        article.skeleton[at - 1] in "N"
        and (word.endswith(("ed", "s")) or word in PAST)
        and article.skeleton[at] not in "N"
        and at not in article.at
    )


def _part(article: Article, number: Mention) -> bool:
    """Tell whether a number is of some of others: among three people; at least four; three more."""
    start = number.span.start
    before = article.document.text[max(0, start - 24) : start]
    return re.search(r"\b(?:among|another|at least|other|of|first|last)(?: the| its)? $", before, re.I) is not None


def _the_three(article: Article, sentence: Sentence, numbers: list[Mention]) -> Iterator[Roll]:
    """Yield "The three", of no noun, with the row that opens the sentence before it."""
    start = sentence.start + (article.skeleton[sentence.start] == "\n")
    said = phrase("the|all {number:count}").match(article.skeleton, start)
    number = article.at[said.start("number")] if said else None
    if number is None or number not in numbers or not _is_bare(article, number):
        return
    letters = article.skeleton
    last = start - 1
    while last > 0 and letters[last] in STOPS:
        last -= 1
    floor = max(0, last - FURTHEST)
    opens = max(floor - 1, *(letters.rfind(stop, floor, max(last, 0)) for stop in STOPS)) + 1
    row = _row(article, opens, last + 1)
    if row:
        yield Roll(number, row[0], article.span(opens, row[2]), abs(value(number) - row[0]) == 1)


def _is_bare(article: Article, number: Mention) -> bool:
    """Tell whether a verb, and no noun, stands behind a number: the three want; all four survived."""
    word = article.word(article.place(number) + 1)
    return word in VERBS or word.endswith("ed")
