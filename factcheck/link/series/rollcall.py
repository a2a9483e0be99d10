"""A number of things, and the names of them all in the sentence behind it: "five banks. The heads of A, B, C and D will testify"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.document import Block, Span
from factcheck.link.series.closers import leaves_none
from factcheck.link.series.figures import is_plain, value
from factcheck.model import Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.regexes import compiled
from factcheck.restyle import restyled as shown_as

FEWEST, MOST, NEAR = 2, 15, 1
"""So few things or so many are told by name, and a list that is longer or shorter by more is another."""

ITEMS = 2
"""By so many may the items under a heading differ from the number that it promises."""

NUMBERS = dict(zip("two three four five six seven eight nine ten eleven twelve".split(), range(2, 13), strict=True))
GROUPS = {"trio": 3, "threesome": 3, "triad": 3, "quartet": 4, "foursome": 4, "quintet": 5, "sextet": 6}
GROUP = Pattern(rf"\b({'|'.join(GROUPS)}) of\b", re.I)
COPULA, KNOWN = Pattern(r"\b(?:are|were)(?: now)? $"), Pattern(r"The (?:[a-z-]+ )?")
HEADED = Pattern(
    rf"^(?:the |top |our )?(?:top )?(?P<many>\d{{1,2}}|{'|'.join(NUMBERS)}) (?:[a-z-]+ ){{0,2}}?(?:things|ways|reasons|tips|facts|steps|rules|questions|mistakes|lessons|beaches|places|books|films|[a-z]+s)\b",
    re.I,
)
SOME = Pattern(
    r"\b(?:[Ii]nclud(?:ing|es?|ed)|[Aa]mong|such as|like|for example|especially|notably|at least|e\.g|another|others?|also|first|one of|some of|led by|[Aa]part from|[Bb]esides|except|[Bb]oth)\b"
)
"""With these the names are only some of what was counted."""

ALL_OF_THEM = Pattern(
    r"^(?:they|these|those) (?:are|were)\b|^(?:hit|dead|gone|named|joining [a-z ]+|chosen|picked|killed|injured|missing|arrested|charged|elected|silent|affected|selected|freed|closed|sold|banned|winning|taking part)(?: [\w ,-]{0,40})? (?:are|were|will be)\b"
    r"|^the heads of\b|^a statement named\b|^(?:it|he|she|they) named\b",
    re.I,
)
"""How a sentence opens that tells all of what was counted in the one before it."""


@cache
def _row() -> re.Pattern[str]:
    """Compile a row of names: A, B, the C of D, and E."""
    name = r"(?:(?:the|his|her|little|plain) )?(?:(?:Mr|Mrs|Ms|Dr|Prof|St|Rep|Sen)\. )?[A-Z][\w'’&-]*(?: (?:(?:of|de|la|da|van|von) )?(?:the )?(?:& )?[A-Z][\w'’&-]*){0,4}"
    more = r"(?:, \d\d(?= ?[,;]|,? and)| \([^()\n]{1,30}\))?"
    return compiled(
        rf"(?<![\w,] )(?:{name}{more}, )*{name}{more},? and {name}\b|(?:{name}{more}, )+{name}{more},? and {name}\b"
    )


def roll_calls(article: Article) -> Iterator[Relation]:
    """Yield each number with the names that stand behind it as all that it counts, and each heading with the items under it."""
    yield from _headed(article)
    if article.verb_last:
        return
    for sentence in article.body:
        for stated, many in _numbers(article, sentence):
            yield from _behind(article, sentence, stated, many)
            yield from _within(article, sentence, stated, many)


def _numbers(article: Article, sentence: Sentence) -> list[tuple[Span, int]]:
    """Return the one number of things that a sentence tells, or the word that is one: a trio of firms."""
    counts = [one for one in sentence.of_kind("count") if is_plain(one) and one.noun and FEWEST < value(one) <= MOST]
    if counts:
        told = [(one.span, int(value(one))) for one in counts if value(one).denominator == 1]
        return told if len(told) == 1 else []
    start = article.here(sentence).start
    groups = list(GROUP.finditer(article.words(sentence)))
    return [
        (Span(start + one.start(1), start + one.end(1)), GROUPS[one[1].lower()]) for one in groups if len(groups) == 1
    ]


def _within(article: Article, sentence: Sentence, stated: Span, many: int) -> Iterator[Relation]:
    """Yield the names that a sentence ends on, where it says that its number of things are these."""
    here = article.here(sentence)
    words = article.document.text[stated.end : here.end]
    rows = [row for row in _row().finditer(words) if COPULA.search(words, 0, row.start())]
    if (
        len(rows) == 1
        and KNOWN.fullmatch(article.document.text[here.start : stated.start])
        and not SOME.search(words[: rows[0].end()])
    ):
        size, end = _size(rows[0][0]), rows[0].end()
        if words[end:].strip(" .") == "" and abs(size - many) <= NEAR:
            yield _relation(article, stated, many, size, Span(stated.end + rows[0].start(), stated.end + end))


def _size(row: str) -> int:
    return len(re.split(r", and | and |, ", re.sub(r", \d\d\b|\([^()]*\)", "", row)))


def _behind(article: Article, sentence: Sentence, stated: Span, many: int) -> Iterator[Relation]:
    """Yield the names of the sentence behind a number, where they are all that it counts."""
    text = article.document.text
    here = article.here(sentence)
    block = article.block_at(here.start)
    start = text.find(" ", here.end)
    if not text.startswith((". ", ".” ", '." '), here.end) or not 0 < start < block.end:
        return
    stop = min(place for place in (text.find(". ", start), text.find("\n", start), block.end) if place > 0)
    words = text[start + 1 : stop]
    rows = list(_row().finditer(words))
    if len(rows) != 1 or SOME.search(words[: rows[0].end()]):
        return
    after = text[stop : min(block.end, stop + 160)]
    tied = ALL_OF_THEM.match(words) is not None
    closed = leaves_none(words[rows[0].end() :]) or leaves_none(after)
    size = _size(rows[0][0])
    if size == many or ((tied or closed) and abs(size - many) <= NEAR):
        shown = Span(start + 1 + rows[0].start(), start + 1 + rows[0].end())
        yield _relation(article, stated, many, size, shown)


def _headed(article: Article) -> Iterator[Relation]:
    """Yield each heading that promises so many things, with the items of the list right under it."""
    blocks, text = article.document.blocks, article.document.text
    for at, block in enumerate(blocks):
        told = HEADED.match(text[block.start : block.end]) if block.kind in HEADINGS else None
        if told is None or at + 1 >= len(blocks) or blocks[at + 1].kind != "item":
            continue
        items = _items(blocks, at + 1)
        many = NUMBERS.get(told["many"].lower()) or int(told["many"])
        if FEWEST < many <= MOST and len(items) > FEWEST and abs(many - len(items)) <= ITEMS:
            stated = Span(block.start + told.start("many"), block.start + told.end("many"))
            yield _relation(article, stated, many, len(items), Span(items[0].start, items[-1].end))


def _items(blocks: tuple[Block, ...], at: int) -> list[Block]:
    found: list[Block] = []
    while at < len(blocks) and blocks[at].kind == "item":
        found.append(blocks[at])
        at += 1
    return found


def _relation(article: Article, stated: Span, many: int, size: int, shown: Span) -> Relation:
    words = article.text(stated)
    listed = article.text(shown)
    working = f"{size} items" if "\n" in listed else listed
    right = shown_as(words, Fraction(many), Fraction(size))
    announced = Quantity(Interval.exactly(many), "", words, (stated,))
    return Relation(announced, Quantity(Interval.exactly(size), "", working, (shown,)), instead=right or str(size))
