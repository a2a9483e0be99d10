"""Rows of names that a number takes up in the next sentence: "A, B, C and D were fined. The four of them".

The row of names is written, so it is read as it stands; nothing else of the two sentences need be understood but that the
number takes up all of the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.series.figures import is_plain
from factcheck.model import Mention
from factcheck.numerals import small_numbers
from factcheck.patterns import Pattern

Listed = tuple[Mention, int, Span]

NAME = r"(?:[A-Z][\w'’.-]{0,24}\w|[A-Z]\.)(?: (?:(?:of|de|van|von|the|al) )?[A-Z][\w'’.-]*\w){0,3}"
ROW = Pattern(
    rf"(?P<lead>(?:(?:\b[a-z][\w'’]*|^[A-Z][\w'’]*),? ){{0,4}})(?P<row>{NAME}(?:, {NAME}){{1,11}},? and {NAME})(?P<behind>[,.;:]?)"
)
JOINTS = Pattern(r",? and |, ")
SOME = Pattern(
    r"\b(?:including|includes?|included|among|such|like|e\.g|especially|notably|example|others?|more|than|between|from|by|for|with|behind|ahead|against|over|beat|except|without|unlike)\b|’s|'s",
    re.I,
)
"""Right before a row these make it some of the things, or others' names."""

GOES_ON = Pattern(
    r" (?:and|or|as well as|plus|along with|together with|among|with)\b| [a-z ]{0,20}\b(?:others?|more|too|also)\b"
)
ARE = Pattern(r"^(?![Hh]is|[Hh]er|[Tt]heir|[Mm]y).*\b(?:are|were),? $")
"""Before a row these make it all of those, whom nobody joins: the winners are."""

NAMED_ON = Pattern(rf", {NAME}")
"""A row that goes on behind its "and" has a name with one: Johnson, Marks and Spencer, Boots and Tesco."""

TAKEN_UP = Pattern(
    rf"^[\"“]?(?P<all>The|All|Those|These) (?P<many>{small_numbers(2)})(?: (?P<thing>of them|(?:[a-z-]+ )?[a-z-]+s))?(?= |,)"
    r"(?! (?:that|who|which|whose|in|from|at)\b)"
)
LEAST, MOST, NEAR = 3, 12, 2
"""So many names a row has at the least and at the most; a number that is farther off is of others."""


def name_lists(article: Article) -> Iterator[Listed]:
    """Yield the numbers that take up the row of names of the sentence before, with how many names it has."""
    for sentence in article.body if not article.verb_last else ():
        yield from _taken_up(article, sentence)


def _taken_up(article: Article, sentence: Sentence) -> Iterator[Listed]:
    words, here = article.words(sentence), article.here(sentence)
    said = TAKEN_UP.match(words)
    before = _sentence_before(article, here.start) if said else None
    rows = list(ROW.finditer(article.text(before))) if before else []
    if said is None or before is None or len(rows) != 1:
        return
    row, number = rows[0], next((one for one in sentence.of_kind("count") if is_plain(one)), None)
    size = len(JOINTS.split(row["row"]))
    behind = article.text(before)[row.end("row") :]
    if number is None or number.span.start != here.start + said.start("many") or not LEAST <= size <= MOST:
        return
    one_more = (
        number.size == size + 1
        and bool(row["lead"].strip())
        and not ARE.search(article.text(before)[: row.start("row")])
    )
    other = (
        one_more
        or SOME.search(row["lead"])
        or GOES_ON.match(behind)
        or NAMED_ON.match(behind)
        or abs(number.size - size) > NEAR
    )
    if not other and _is_of_row(said["thing"] or "", row["lead"]):
        start = before.start + row.start("row")
        yield number, size, Span(start, start + len(row["row"]))


def _is_of_row(thing: str, lead: str) -> bool:
    """Tell whether a number is of the names in a row: "of them", or the noun before the row."""
    noun = thing.rsplit(maxsplit=1)[-1] if thing else ""
    return thing == "of them" or (noun != "" and noun in re.findall(r"[\w-]+", lead.lower()))


def _sentence_before(article: Article, start: int) -> Span | None:
    """Return the sentence that ends just before a place, in its paragraph; None where a paragraph begins."""
    block = article.block_at(start)
    text = article.document.text[block.start : start].rstrip()
    if not text.endswith((".", "”", '"')):
        return None
    cut = max(text.rfind(stop, 0, len(text) - 1) for stop in (". ", "? ", "! ", ".” ", '." '))
    first = block.start + (cut + 1 if cut >= 0 else 0)
    return Span(first, block.start + len(text))
