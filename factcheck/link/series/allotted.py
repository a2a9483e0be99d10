"""A whole that is shared out to the last: words close the list of its shares, wherever in the paragraph these stand.

Two kinds of words close it: those that tie a share to all that the others leave ("the remaining 18 percent", "the balance",
"everything else gets 14 percent"), and those that leave nothing else ("and no others", "from only three countries", "a
single cause each").  Between them verbs, nouns and order vary without end: so every share near by may be a part, and
where any choice of them comes to a hundred percent, nothing is wrong.  Where none does, and one slip of the pen in one
of those that stand as its parts would mend it, it can only be that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby, pairwise

from factcheck.article import BIT, Article, Sentence
from factcheck.link.series.answers import of_several, said_to_be_many
from factcheck.link.series.closers import (
    ENDS,
    LEFT,
    OF_IT,
    is_left,
    is_part,
    lead,
    leaves_none,
)
from factcheck.link.series.complete import stroke
from factcheck.link.series.elided import shares
from factcheck.link.series.figures import SHARES, is_plain, swapped, value
from factcheck.link.series.runs import gap, linked
from factcheck.link.series.severalsentences import changes
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import KIND_LETTERS
from factcheck.records import NamedTuple

PERCENT = "%"
BACK, CROWD = 4, 11
"""So many sentences before a closing share may tell the others; no more shares than this are of one whole."""

FAR = Fraction(1, 3)
"""By no more than this share of the whole does a slip put its parts off it."""

AS_MUCH = Pattern(r" (?:as|the size|again)\b")
NEXT, LONG = 3, 60
"""So few tokens part a share in words from the same in digits; so many characters hold who has one each."""

SMALL = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
MANY = Pattern(rf"\b({'|'.join(SMALL)})\b", re.I)
EACH = Pattern(
    rf"^ (?:each\b|apiece\b|(?:to|for) each(?: of (?:the|his|her|their|its|those) (?P<many>{'|'.join(SMALL)})\b)?)",
    re.I,
)
"""Behind a share these say that each of some has so much."""

MUCH = Fraction(13, 10)
HAVING = Pattern(
    r"\b(?:gets?|got|receiv\w+|retain\w*|keeps?|kept|takes? up|took up|holds?|held|owns?|owned|accounts? for|accounted for|makes? up|made up|w[eo]nt to|goes to|go to|entitled"
    r"|appoint\w*|swallow\w*|contribut\w+|suppl(?:y|ies|ied)|controls?|controlled|leav(?:es?|ing)|belongs?|bequeath\w*|is paid|are paid)\b",
    re.I,
)
"""These say that somebody has a share which nobody else has; more than so much is of several wholes."""

OF_WHAT = Pattern(r" of (?:the |its |their |all )?([\w'-]+)", re.I)
LEAST = 3
KIND_BITS = {kind: BIT[letter] for kind, letter in KIND_LETTERS.items()}


class Allotted(NamedTuple):
    """The shares of one whole; `sure` where none other can be meant."""

    parts: list[Mention]
    sure: bool


def allotted(article: Article) -> Iterator[list[Mention]]:
    """Yield the shares that words say are all of one whole."""
    for told in paragraphs(article):
        if sum(1 for sentence in told for one in sentence.mentions if KIND_BITS[one.kind] & SHARES) < LEAST:
            continue
        first, last = (article.block_of(one) for one in (told[0], told[-1]))
        text = article.document.text[first.start : last.end]
        found = list(_closed_by_one(article, told)) if LEFT.search(text) else []
        yield from (one.parts for one in found or _closed_by_words(article, told, leaves_none(text)))


def paragraphs(article: Article) -> Iterator[list[Sentence]]:
    for _, group in groupby(article.body, lambda sentence: _passage(article, sentence)):
        yield list(group)


def _passage(article: Article, sentence: Sentence) -> int:
    """Return what tells one passage from the next: the items of a list are of one."""
    return -1 if sentence.block == "item" else article.block_of(sentence).start


def _closed_by_one(article: Article, told: list[Sentence]) -> Iterator[Allotted]:
    """Yield each whole that one share closes, with the shares before it."""
    for sentence in told:
        if sentence.kinds & SHARES and LEFT.search(article.words(sentence)):
            figures = _shares_of(article, _before(article, sentence))
            for n, closing in enumerate(figures):
                if closing.sentence == sentence.number and is_left(article, figures, n):
                    if found := _read(article, figures, figures[: _last_of_run(article, figures, n) + 1]):
                        yield found


def _before(article: Article, sentence: Sentence) -> list[Sentence]:
    """Return a sentence with those just before it, the heading over its paragraph with them."""
    near = article.sentences[max(0, sentence.number - BACK) : sentence.number + 1]
    return [one for one in near if one.block != "cell"]


def _closed_by_words(article: Article, told: list[Sentence], none_else: bool) -> Iterator[Allotted]:
    """Yield the whole of a paragraph that words leave nothing but its parts, or that tells how many parts there are."""
    if len(told) > BACK + 2:
        return
    figures = _shares_of(article, told)
    ends = [n for n, one in enumerate(figures, 1) if n == len(figures) or figures[n].sentence != one.sentence]
    tried = [found for end in reversed(ends) if (found := _read(article, figures, figures[:end]))]
    tried = [
        one
        for one in tried
        if (len(one.parts) >= LEAST or not one.sure)
        and ((none_else and _near(article, one)) or _numbered(article, told, one) or _had(article, one))
    ]
    if tried:
        yield next((one for one in tried if not one.sure), tried[0])


def _had(article: Article, found: Allotted) -> bool:
    """Tell whether each sentence says of some shares that somebody has them, the first of what: she gets 45% of the farm, he keeps 35%."""
    if len(found.parts) < LEAST or not OF_IT.match(article.document.text, found.parts[0].span.end + 1):
        return False
    tails = [OF_WHAT.match(article.document.text, one.span.end) for one in found.parts]
    if len({tail[1].lower() for tail in tails if tail} - {"it", "them"}) > 1:
        return False
    told = [article.sentences[number] for number in sorted({one.sentence for one in found.parts})]
    over = 1 < sum(map(value, found.parts)) <= MUCH or not found.sure
    moved = any(changes(article, one, [part for part in found.parts if part.sentence == one.number]) for one in told)
    return (
        over
        and not moved
        and not of_several(article, found.parts)
        and all(HAVING.search(article.words(one)) for one in told)
    )


def _near(article: Article, found: Allotted) -> bool:
    """Tell whether words that leave nothing else stand among the sentences that tell the parts, or next to them."""
    text, block = article.document.text, article.block_at(found.parts[0].span.start)
    numbers = sorted({one.sentence for one in found.parts})
    start = article.span(*article.sentences[numbers[0]][1:3]).start
    end = article.span(*article.sentences[numbers[-1]][1:3]).end
    before = max(block.start, text.rfind(". ", 0, max(0, start - 2)))
    behind = text.find(". ", end + 1)
    return leaves_none(text[before : min(max(block.end, end), behind + 1 or block.end)])


def _numbered(article: Article, told: list[Sentence], found: Allotted) -> bool:
    """Tell whether a number in words before some parts says how many they are: three parties, over three days."""
    first, many = found.parts[0].first, len(found.parts)
    if many < LEAST or sum(map(value, found.parts)) < 1:
        return False
    near = [one for sentence in told for one in sentence.of_kind("count|duration") if one.first < first]
    return any(one.text.split()[0].isalpha() and one.size == many and (one.noun or one.unit) for one in near[-2:])


def _shares_of(article: Article, told: list[Sentence]) -> list[Mention]:
    return [one for sentence in told if sentence.kinds & SHARES for one in _shares(article, sentence)]


def _shares(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the shares of a sentence, those that leave "percent" unsaid behind one that says it with them, each as often as it is had."""
    named = {one.first: one for one in shares(article, sentence)} if sentence.kinds & BIT["P"] else {}
    found: list[Mention] = []
    for at, one in enumerate(sentence.mentions):
        goes_on = bool(found) and found[-1].first == sentence.mentions[at - 1].first
        if one.kind == "percent" or (
            one.kind == "fraction" and one.size < 1 and not AS_MUCH.match(article.document.text, one.span.end)
        ):
            found.append(one)
        elif one.kind == "count" and goes_on and (one.first in named or _elided(article, one)) and one.number:
            found.append(one.changed(kind="percent", unit=PERCENT, noun="", number=one.number.times(Fraction(1, 100))))
    twice = {
        one.first
        for one, two in pairwise(found)
        if one.kind != two.kind and two.first - one.last < NEXT and value(one) == value(two)
    }
    found = [one for one in found if one.first not in twice]
    return [_times(one, _had_by(article, found, n)) for n, one in enumerate(found)]


def _times(share: Mention, many: int) -> Mention:
    """Return a share that so many have each as what they have together."""
    if many == 1 or share.number is None:
        return share
    return share.changed(number=share.number.times(Fraction(many)), text=f"{many} × {share.text}")


def _elided(article: Article, one: Mention) -> bool:
    bare = (
        not one.noun
        and is_plain(one)
        and one.kind == "count"
        and one.text.replace(".", "", 1).isdigit()
        and value(one) < 100
    )
    return bare and ENDS.match(article.document.text, one.span.end) is not None


def _had_by(article: Article, figures: list[Mention], n: int) -> int:
    """Return how many have a share each: the two children 15 percent each, 20 percent to each of the three sons; one where nothing says so."""
    behind = article.document.text[figures[n].span.end : figures[n].span.end + 40]
    each = EACH.match(behind)
    if each is None:
        return 1
    told = each["many"] or next((found[1] for found in reversed(list(MANY.finditer(lead(article, figures, n))))), "")
    return SMALL.get(told.lower(), 0) or (2 if " and " in lead(article, figures, n)[-LONG:] else 1)


def _last_of_run(article: Article, figures: list[Mention], n: int) -> int:
    """Return the last of the figures that go on from one as its equals: the others were worth $325, $265 and $85."""
    while n + 1 < len(figures) and linked(gap(article, figures[n], figures[n + 1])):
        n += 1
    return n


def _read(article: Article, figures: list[Mention], told: list[Mention]) -> Allotted | None:
    """Return the reading of some shares, the last of which closes a whole, that fits; else the one that a slip parts from it."""
    if told[-1].unit != PERCENT:
        return None
    parts = [one for n, one in enumerate(told) if is_part(article, told, n)]
    if not 2 <= len(parts) <= CROWD or told[-1] not in parts:
        return None
    ways = [parts[n:] for n in range(len(parts) - 1)]
    if fitting := next(filter(_is_full, ways), None) or _all_but_one(parts):
        return Allotted(fitting, False)
    slips = (
        some
        for some in ways
        if _is_slip(some) and not _otherwise(article, figures, some) and not _doubted(article, some)
    )
    return next((Allotted(some, True) for some in slips), None)


def _all_but_one(parts: list[Mention]) -> list[Mention] | None:
    """Return shares that come to just a hundred percent once one among them is left out: coal had 9%, half the 18% of 2021."""
    some = ([*parts[:n], *parts[n + 1 :]] for n in range(len(parts) - 1)) if len(parts) > LEAST + 1 else ()
    return next((told for told in some if sum(map(value, told)) == 1), None)


def _is_full(parts: list[Mention]) -> bool:
    off = abs(sum(map(value, parts), Fraction(0)) - 1)
    return off <= sum((one.number.half for one in parts if one.number), Fraction(0))


def _is_slip(parts: list[Mention]) -> bool:
    """Tell whether one slip in one share is why all of them miss a hundred percent."""
    short = 1 - sum(map(value, parts), Fraction(0))
    if abs(short) > FAR or not all(map(is_plain, parts)):
        return False
    needed = [(one, value(one) + short) for one in parts if value(one) + short > 0]
    return any(swapped(one, right) or stroke(one, right) or _one_digit(one, right) for one, right in needed)


def _one_digit(share: Mention, needed: Fraction) -> bool:
    """Tell whether one digit makes a whole percentage what it would have to be: 5 for 15, 30 for 20."""
    shown, other = value(share) * 100, needed * 100
    if share.unit != PERCENT or shown.denominator > 1 or other.denominator > 1 or not 0 < other < 100:
        return False
    return sum(a != b for a, b in zip(f"{int(shown):02}", f"{int(other):02}", strict=False)) == 1


def _otherwise(article: Article, figures: list[Mention], parts: list[Mention]) -> bool:
    """Tell whether a run of the shares near by comes to a hundred percent, or one with the last, or the last are shares of a share."""
    pool = [one for one in figures if one.upper is None and one.sentence <= parts[-1].sentence]
    runs = (pool[first:last] for last in range(len(pool), 1, -1) for first in range(last - 1))
    rest = 1 - value(parts[-1])
    closed = any(value(one) == rest for one in pool if one is not parts[-1])
    return closed or any(sum(map(value, run), Fraction(0)) == 1 for run in runs) or _nested(article, figures, parts)


def _nested(article: Article, figures: list[Mention], parts: list[Mention]) -> bool:
    """Tell whether the last of some shares, with others just before it, are of what one share before them is, or leaves."""
    for n, base in enumerate(figures):
        for size in (2, 3):
            some = figures[n + 1 : n + 1 + size]
            of_it = OF_IT.search(lead(article, figures, n)) or (some and OF_IT.search(lead(article, figures, n + 1)))
            if of_it and parts[-1] in some:
                total = sum(map(value, some), Fraction(0))
                if total in (value(base), 1 - value(base)):
                    return True
    return False


def _doubted(article: Article, parts: list[Mention]) -> bool:
    numbers = sorted({one.sentence for one in parts})
    return of_several(article, parts) or any(said_to_be_many(article, article.sentences[number]) for number in numbers)
