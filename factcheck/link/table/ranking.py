"""Who is said to have passed whom, or to come behind whom, where both have figures elsewhere: in a table, or by name in a sentence.

"Elm has overtaken Ash to become the second-largest port", and the table gives Elm 41 and Ash 44: no figure stands in the
sentence, but both names have their own.  A claim is wrong only where no column that tells a level bears it out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from factcheck.article import Article, kind_bits, lowered
from factcheck.document import Span
from factcheck.link.context.grids import grids
from factcheck.link.series.figures import is_plain, value
from factcheck.link.table.tabletalk import SENTENCE, TIMES
from factcheck.model import Mention, Relation
from factcheck.numerals import ORDINALS
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple
from factcheck.shown import rank as rank_name

PASSES = Pattern(
    r"\b(?:overt(?:ook|aken|akes|aking)|leapfrogg(?:ed|ing)|leapfrogs|outstripp(?:ed|ing)|outranks?"
    r"|(?:climb|mov|pull|edg|jump|vault|surg|leap|forg)(?:e|s|es|ed|d|ing)? (?:past|above|ahead of)) "
)
BEHIND = Pattern(
    r"\b(?P<rank>second|third|fourth|fifth)[- ](?:largest|biggest|most \w+|highest|busiest|richest)\b[^,.;:]{0,48}, (?:just |only )?(?:behind|after) "
)
BECOMES = Pattern(
    r"^[^.;:]{0,24}?\b(?:to become|becoming|to be|as|and is now|to take|into) (?:the |its |their |\w+['’]s )*(?:\w+['’]s )?(?P<rank>second|third|fourth|fifth)\b"
)
ENDS = Pattern(r"(?:e?s)?(?:[,.;:)—]|$| (?:to become|to be|to take|as|into|for the first time|and) )")
"""What may stand behind the name of the one that is passed: no "in the polls", which are something else."""

MEASURED = Pattern(r"[\"“]?(?:in|on|by|for|measured|per)\b(?! (?:19|20)\d\d)")
"""At the head of a sentence these make it one of a measure of its own."""

WIDER = Pattern(
    r"\b(?:world|global|europe|asia|africa|america|economy|nation['’]s|country['’]s|(?:19|20)\d\d|[a-z]+ (?:years|months) ago)\b"
)
"""About a claim these make it one among others, or of another time, than those told of here."""

CUES = frozenset({"overt", "leapfrog", "outstrip", "outrank", " past ", " above ", "ahead of", "behind", "after "})
OTHERWISE = Pattern(
    r"\b(?:not|never|no longer|once|briefly|before|until|if|would|could|may|might|will|hop(?:es?|ing)|aim(?:s|ing)|expect\w*|except|per(?! ?cent)|in terms of"
    r"|relative|by (?:volume|value|revenue|sales|size|output|number|population|area))\b|n't\b"
)
"""What may make a claim one of another time, of another measure, or of no fact."""

CHANGES = Pattern(r"change|chg|growth|rise|diff|\+/-|gd|swing|points|증감|증가율")
PRONOUN = Pattern(r"[\"“]?(?:it|its|they|their|he|she)\b")
THE = Pattern(r"(?:the |its )?")
UPPER, LOWER = frozenset({"above"}), frozenset({"below"})
SIGNS = ("+", "-", "−", "–")
KINDS, BITS = "count|money|percent|measure", kind_bits("count|money|percent|measure")
LED = frozenset({"on", "with", "at", "has", "have", "won", "took", "got", "(", ","})
"""Between a name and its figure one of these may stand."""

SHORTEST, LEAST, NEAR, LOOK, MOST = 3, 2, 24, 80, 40
"""So long at least is a label that is looked for, so many figures make a set, so far about a claim is read, so many are."""


class Standing(NamedTuple):
    """A row or a name with its figure: what is displayed, where, and its value."""

    label: str
    text: str
    span: Span
    value: Fraction


class Field(NamedTuple):
    """Those who are compared, by name in lower case, in each of the columns that tell a level; `whole` where no other is left out."""

    columns: tuple[dict[str, Standing], ...]
    whole: bool

    @property
    def labels(self) -> list[str]:
        """The names, longest first."""
        return sorted({label for column in self.columns for label in column}, key=len, reverse=True)


class Saying(NamedTuple):
    """Words at `span` of one who passes another (`sign` +1) or comes behind it (-1), their sentence and the one before it."""

    span: Span
    sign: int
    sentence: Span
    before: Span | None


class Claim(NamedTuple):
    """That `own` stands above `other`, said by the words at `span`, and as which of all, 0 where that is not said."""

    own: str
    other: str
    span: Span
    rank: int
    rank_span: Span | None = None


def passings(article: Article) -> Iterator[Relation]:
    """Yield who is said to have passed whom, against the figures that both have by name."""
    if article.verb_last or not article.may_say(CUES):
        return
    low = article.lowered
    sayings = list(islice(_sayings(article, low), MOST))
    found: dict[Span, list[Relation]] = {}
    for field in (*_of_tables(article), *_of_sentences(article)) if sayings else ():
        for claim in filter(None, (_claim(field, low, saying) for saying in sayings)):
            told = list(_held(field, claim))
            known = found.get(claim.span)
            if told and (known is None or (_agree(told) and not _agree(known))):
                found[claim.span] = told
    for relations in found.values():
        yield from relations


def _agree(relations: list[Relation]) -> bool:
    """Tell whether figures bear out all that is claimed of them."""
    return all(one.stated.value == one.implied.value for one in relations)


def _of_tables(article: Article) -> Iterator[Field]:
    for grid in grids(article.document):
        levels = []
        for number in range(grid.width):
            cells = grid.column(number)
            texts = [cell.text for cell in cells if cell]
            if (
                len(texts) > LEAST
                and not any(text.startswith(SIGNS) for text in texts)
                and not CHANGES.search(grid.head(number))
            ):
                levels.append(number)
        dated = [number for number in levels if TIMES.search(grid.head(number))]
        if len(dated) == len(levels) > 1:
            levels = [max(dated, key=lambda number: (grid.head(number)[:4].isdecimal(), grid.head(number)))]
        rows = [row for row in range(len(grid.rows)) if not grid.is_total(row) and not grid.is_mean(row)]
        made = [
            {
                lowered(grid.labels[row]): Standing(grid.labels[row], cell.text, cell.span, cell.value)
                for row in rows
                if (cell := grid.rows[row][number]) and len(grid.labels[row]) >= SHORTEST
            }
            for number in levels
        ]
        if made:
            yield Field(tuple(made), len(rows) < len(grid.rows))


def _of_sentences(article: Article) -> Iterator[Field]:
    """Yield what a sentence gives by name: the Greens on 14, the Liberals on 13 and the Coastal Party on nine."""
    for sentence in article.body:
        if not sentence.kinds & BITS or len(sentence.mentions) < LEAST:
            continue
        named = [(one, name) for one in sentence.of_kind(KINDS) if (name := _name_of(article, one))]
        kinds = {(one.kind, one.unit) for one, _ in named}
        nouns = {one.noun for one, _ in named if one.noun}
        names = [lowered(name) for _, name in named]
        if len(named) >= LEAST and len(kinds) == 1 and len(nouns) <= 1 and len(set(names)) == len(names):
            yield Field(
                ({lowered(name): Standing(name, one.text, one.span, value(one)) for one, name in named},), False
            )


def _name_of(article: Article, figure: Mention) -> str:
    """Return the name right before a figure, a preposition between: "the Greens on 14"; "" for none."""
    if not is_plain(figure):
        return ""
    last = article.place(figure) - 1
    last -= article.word(last) in LED
    first = last
    while article.skeleton[first - 1] == "N":
        first -= 1
    return article.text(article.span(first, last + 1)) if article.skeleton[last] == "N" else ""


def _sayings(article: Article, low: str) -> Iterator[Saying]:
    """Yield every place where words may say that one has passed, or comes behind, another."""
    blocks = article.document.blocks
    for pattern, sign in ((PASSES, 1), (BEHIND, -1)):
        for found in pattern.finditer(low):
            block = blocks[max(0, bisect_left(article.block_starts, found.end()) - 1)]
            if block.kind not in ("paragraph", "item"):
                continue
            spans = [Span(*one.span()) for one in SENTENCE.finditer(article.document.text, block.start, block.end)]
            at = next((n for n, span in enumerate(spans) if span.start <= found.start() < span.end), -1)
            start, end = (spans[at].start, spans[at].end) if at >= 0 else (0, 0)
            around = max(start, found.start() - NEAR), min(end, found.end() + LOOK)
            open_to_doubt = OTHERWISE.search(low, start, found.end()) or MEASURED.match(low, start)
            if at >= 0 and not open_to_doubt and not WIDER.search(low, *around):
                yield Saying(Span(*found.span()), sign, spans[at], spans[at - 1] if at else None)


def _claim(field: Field, low: str, saying: Saying) -> Claim | None:
    """Return what is said of two of a field, None where it has not both."""
    start, end = saying.span.start, saying.span.end
    other = _label_at(field, low, end)
    own = _subject(field, low, saying, other) if other else ""
    if not own:
        return None
    behind = end + len(other)
    rank = BECOMES.match(low[behind : saying.sentence.end]) if saying.sign > 0 else None
    place = Span(behind + rank.start("rank"), behind + rank.end("rank")) if rank else None
    pair = (own, other) if saying.sign > 0 else (other, own)
    return Claim(*pair, Span(start, end - 1), int(ORDINALS[rank["rank"]]) if rank else 0, place)


def _label_at(field: Field, low: str, place: int) -> str:
    """Return the name that stands at a place of the text, behind an article; "" for none."""
    found = THE.match(low, place)
    start = found.end() if found else place
    here = (label for label in field.labels if low.startswith(label, start))
    return next((label for label in here if ENDS.match(low, start + len(label))), "")


def _subject(field: Field, low: str, saying: Saying, other: str) -> str:
    """Return the one name before a verb in its sentence; where a pronoun stands for it, that of the sentence before."""
    own = _named(field, low[saying.sentence.start : saying.span.start])
    if not own and saying.before and PRONOUN.match(low, saying.sentence.start):
        own = _named(field, low[saying.before.start : saying.before.end])[:1]
    own = [label for label in own if label != other]
    return own[-1] if own else ""


def _named(field: Field, words: str) -> list[str]:
    """Return the names that some words hold, in their order."""
    places: dict[str, int] = {}
    for label in field.labels:
        if found := re.search(rf"\b{re.escape(label)}(?:e?s)?\b", words):
            places[label] = found.start()
    return sorted(places, key=places.__getitem__)


def _held(field: Field, claim: Claim) -> Iterator[Relation]:
    pairs = [
        (column, column[claim.own], column[claim.other])
        for column in field.columns
        if claim.own in column and claim.other in column
    ]
    if not pairs:
        return
    own, other = next((pair[1:] for pair in pairs if pair[1].value > pair[2].value), pairs[-1][1:])
    stands = UPPER if own.value > other.value else LOWER if own.value < other.value else UPPER | LOWER
    yield Relation(
        Quantity.one_of(UPPER, own.text, claim.span, own.span),
        Quantity.one_of(stands, other.text, other.span),
        says=f"The figures put {other.label} ({other.text}) ahead of {own.label} ({own.text}).",
        fix="another verb, or another figure",
        working=f"{own.label} {own.text}, {other.label} {other.text}",
    )
    columns = [column for column in field.columns if claim.own in column]
    places = {str(1 + sum(one.value > column[claim.own].value for one in column.values())) for column in columns}
    if claim.rank_span and stands == UPPER and (field.whole or int(min(places)) >= claim.rank):
        rank, first = rank_name(claim.rank), rank_name(int(min(places)))
        yield Relation(
            Quantity.named(str(claim.rank), rank, claim.rank_span),
            Quantity.one_of(places, f"the place of {own.label}", own.span),
            says=f"With {own.text}, {own.label} is {first}, not {rank}.",
            fix=first,
            variant="rank",
            working=f"{own.label} at {own.text} is {first}",
        )
