"""A whole that is shared out to the last: words close the list of its parts, wherever in the paragraph these stand.

Two kinds of words close it: those that tie a figure to all that the others leave ("the remaining 18", "the balance",
"everything else gets 14 percent"), and those that leave nothing else ("and no others", "from only three countries", "a
single cause each").  Between them verbs, nouns and order vary without end: so every figure of the kind near by may be a
part, and where any choice of them comes to the whole, nothing is wrong.  Where none does, and one slip of the pen in one
of the figures that stand as its parts would mend it, it can only be that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, groupby, pairwise
from typing import NamedTuple

from factcheck.article import BIT, Article, Sentence
from factcheck.document import Span
from factcheck.link.series.answers import of_several, said_to_be_many
from factcheck.link.series.closers import (
    ENDS,
    LEFT,
    NO_PART,
    OF_IT,
    OF_SOME,
    OF_THEM,
    SCALED,
    is_left,
    is_part,
    lead,
    leaves_none,
)
from factcheck.link.series.complete import stroke
from factcheck.link.series.elided import shares
from factcheck.link.series.figures import is_plain, swapped, telling_digits, value
from factcheck.link.series.readings import fits
from factcheck.link.series.runs import gap, linked
from factcheck.link.series.severalsentences import changes
from factcheck.link.series.totals import is_pronoun
from factcheck.model import Mention
from factcheck.numerals import written
from factcheck.patterns import Pattern
from factcheck.phrase import KIND_LETTERS

PERCENT = "%"
BACK, CROWD = 4, 11
"""So many sentences before a closing figure may tell the others; so many figures may be chosen from."""

FAR, FEW = Fraction(1, 3), 5
"""By no more than this share of the whole does a slip put its parts off it; a smaller whole is met by chance."""
NEARBY, PARTIAL = 40, Pattern(r"\b(?:part|share|portion|bulk|chunk|slice|most|largest|biggest)\b", re.I)
"""Before a figure these make it a part itself."""

MORE_OF_IT = Pattern(r"\b(?:another|a further)(?: [£$€]?)?$", re.I)
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
HUNDRED, LEAST = Fraction(1), 3
KIND_BITS = {kind: BIT[letter] for kind, letter in KIND_LETTERS.items()}


class Allotted(NamedTuple):
    """A whole, None for a hundred percent, with its parts; `sure` where none other can be meant."""

    whole: Mention | None
    parts: list[Mention]
    sure: bool


def allotted(article: Article, percent: bool) -> Iterator[Allotted]:
    """Yield every whole, of percentages or of other figures, with the parts that words say are all of it."""
    kinds = BIT["P"] | BIT["F"] if percent else BIT["K"] | BIT["M"] | BIT["U"] | BIT["L"]
    for told in paragraphs(article):
        if sum(1 for sentence in told for one in sentence.mentions if KIND_BITS[one.kind] & kinds) < LEAST:
            continue
        first, last = (article.block_at(one.mentions[0].span.start) for one in (told[0], told[-1]))
        text = article.document.text[first.start : last.end]
        found = list(_closed_by_one(article, told, kinds)) if LEFT.search(text) else []
        yield from found or _closed_by_words(article, told, kinds, leaves_none(text))


def paragraphs(article: Article) -> Iterator[list[Sentence]]:
    for _, group in groupby(article.body, lambda sentence: _passage(article, sentence)):
        yield list(group)


def _passage(article: Article, sentence: Sentence) -> int:
    """Return what tells one passage from the next: the items of a list are of one."""
    return -1 if sentence.block == "item" else article.block_at(sentence.mentions[0].span.start).start


def _closed_by_one(article: Article, told: list[Sentence], kinds: int) -> Iterator[Allotted]:
    """Yield each whole that one figure closes, with the figures before it."""
    for sentence in told:
        if sentence.kinds & kinds and LEFT.search(article.words(sentence)):
            near = _before(article, sentence)
            for figures in figures_of(article, near, kinds):
                for n, closing in enumerate(figures):
                    if closing.sentence == sentence.number and is_left(article, figures, n):
                        if found := _read(article, figures, figures[: _last_of_run(article, figures, n) + 1]):
                            yield found


def _before(article: Article, sentence: Sentence) -> list[Sentence]:
    """Return a sentence with those just before it, the heading over its paragraph with them."""
    near = article.sentences[max(0, sentence.number - BACK) : sentence.number + 1]
    return [one for one in near if one.block != "cell"]


def _closed_by_words(article: Article, told: list[Sentence], kinds: int, none_else: bool) -> Iterator[Allotted]:
    """Yield the whole of a paragraph that words leave nothing but its parts, or that tells how many parts there are."""
    for figures in figures_of(article, told, kinds) if len(told) <= BACK + 2 else ():
        ends = [n for n, one in enumerate(figures, 1) if n == len(figures) or figures[n].sentence != one.sentence]
        tried = [found for end in reversed(ends) if (found := _read(article, figures, figures[:end]))]
        tried = [one for one in tried if len(one.parts) >= LEAST or not one.sure]
        tried = [
            one
            for one in tried
            if (none_else and _near(article, one)) or _numbered(article, told, one) or _had(article, one)
        ]
        if tried:
            yield next((one for one in tried if not one.sure), tried[0])


def _had(article: Article, found: Allotted) -> bool:
    """Tell whether each sentence says of some shares that somebody has them, the first of what: she gets 45% of the farm, he keeps 35%."""
    if (
        found.whole is not None
        or len(found.parts) < LEAST
        or not OF_IT.match(article.document.text, found.parts[0].span.end + 1)
    ):
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
    """Tell whether words that leave nothing else stand among the sentences that tell a whole and its parts, or next to them."""
    told = found.parts if found.whole is None else [found.whole, *found.parts]
    text, block = article.document.text, article.block_at(told[0].span.start)
    numbers = sorted({one.sentence for one in told})
    start = article.span(*article.sentences[numbers[0]][1:3]).start
    end = article.span(*article.sentences[numbers[-1]][1:3]).end
    before = max(block.start, text.rfind(". ", 0, max(0, start - 2)))
    behind = text.find(". ", end + 1)
    return leaves_none(text[before : min(max(block.end, end), behind + 1 or block.end)])


def _numbered(article: Article, told: list[Sentence], found: Allotted) -> bool:
    """Tell whether a number in words before some parts says how many they are: three parties, over three days."""
    first, many = found.parts[0].first, len(found.parts)
    if many < LEAST or (found.whole is None and sum(map(value, found.parts)) < 1):
        return False
    near = [one for sentence in told for one in sentence.of_kind("count|duration") if one.first < first]
    return any(one.text.split()[0].isalpha() and one.size == many and (one.noun or one.unit) for one in near[-2:])


def figures_of(article: Article, told: list[Sentence], kinds: int) -> Iterator[list[Mention]]:
    """Yield the figures of some sentences that may be added up, family by family, bare numbers with those they go on from."""
    if kinds & BIT["P"]:
        yield [one for sentence in told if sentence.kinds & kinds for one in _shares(article, sentence)]
        return
    figures = [
        _as_told(article, one)
        for sentence in told
        for one in sentence.of_kind("money|measure|count|duration|label")
        if not is_pronoun(one) and not (sentence.kinds & BIT["P"] and _elided(article, one))
    ]
    figures = [one for one in figures if one.number and one.kind != "label"]
    counts = [one for one in figures if one.kind == "count" and not article.document.text.startswith("-", one.span.end)]
    for unit in dict.fromkeys(one.unit for one in figures if one.kind != "count"):
        like = [
            one for one in figures if one.unit == unit or (one.kind == "count" and not one.noun and not one.counter)
        ]
        yield like[next(n for n, one in enumerate(like) if one.unit or SCALED.search(one.text)) :]
    for counter in dict.fromkeys(one.counter for one in counts):
        yield [one for one in counts if one.counter == counter]


def _as_told(article: Article, one: Mention) -> Mention:
    """Return a figure as the one number that it is: some 845; Leung 15, where a list leaves out what it counts; they number 60."""
    shown = one.text.rpartition(" ")[2] if one.kind == "label" else ""
    if shown.replace(",", "").isdecimal() and ENDS.match(article.document.text, one.span.end):
        span = Span(one.span.end - len(shown), one.span.end)
        return one.changed(kind="count", number=written(shown), text=shown, span=span)
    some = one.hedge == "about" and article.word(article.place(one) - 1) == "some" and telling_digits(one) > 2
    return one.changed(hedge="") if some else one


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
    """Return the reading of some figures, the last of which closes a whole, that fits; else the one that a slip parts from it."""
    percent = told[-1].unit == PERCENT
    parts = [one for n, one in enumerate(told) if is_part(article, told, n, percent)]
    if len(parts) < 2 or len(parts) > CROWD or told[-1] not in parts:
        return None
    ways: list[tuple[Mention | None, list[Mention]]] = []
    if percent:
        ways += [(None, parts[n:]) for n in range(len(parts) - 1)]
    else:
        largest = max(told[:-2], key=value, default=None)
        ways += _ways(article, largest, told, parts) if largest is not None else ()
    for whole, some in ways:
        if fits_whole(whole, some):
            return Allotted(whole, some, False)
    for whole, some in ways:
        if slipped(whole, some) and not _otherwise(article, figures, whole, some) and not _doubted(article, some):
            return Allotted(whole, some, True)
    return None


def _ways(
    article: Article, whole: Mention, told: list[Mention], parts: list[Mention]
) -> Iterator[tuple[Mention, list[Mention]]]:
    """Yield a whole with what stands behind it, all of it and those alone that leave unsaid what they count."""
    later = [one for one in parts if one.first > whole.first]
    bare = [one for one in later if one.noun in ("", "other", whole.noun) or one is later[-1]]
    compared = NO_PART.search(lead(article, told, told.index(whole))) is not None
    compared = compared or not later or _is_beside(article, whole, later[0])
    for some in (later, bare) if len(bare) < len(later) else (later,):
        if len(some) > 1 and not compared and all(value(one) < value(whole) for one in some):
            yield whole, some


def _is_beside(article: Article, whole: Mention, part: Mention) -> bool:
    """Tell whether a figure is a part itself, told beside another: 2,000 of the boats and 1,500; a hall ($14m) and a roof ($7m)."""
    between = article.document.text[whole.span.end : part.span.start]
    joined = whole.sentence == part.sentence and re.search(r"\band\b", between) and not OF_THEM.search(between)
    if PARTIAL.search(article.around(whole, NEARBY)[0]) or MORE_OF_IT.search(article.around(part, NEARBY)[0]):
        return True
    listed = (
        whole.kind == "count" and not whole.noun and whole.sentence == part.sentence and not SCALED.search(whole.text)
    )
    listed = listed and not OF_THEM.search(between) and ":" not in between
    some = not whole.unit and OF_SOME.match(between) is not None
    return bool(joined) or listed or some or (between.startswith(")") and between.endswith("("))


def _worth(whole: Mention | None) -> Fraction:
    return HUNDRED if whole is None else value(whole)


def fits_whole(whole: Mention | None, parts: list[Mention]) -> bool:
    if whole is not None:
        return fits(whole, parts)
    off = abs(sum(map(value, parts), Fraction(0)) - 1)
    return off <= sum((one.number.half for one in parts if one.number), Fraction(0))


def slipped(whole: Mention | None, parts: list[Mention]) -> bool:
    """Tell whether one slip in one figure is why parts miss their whole."""
    aim = _worth(whole)
    short = aim - sum(map(value, parts), Fraction(0))
    if (
        not all(map(is_plain, parts))
        or (whole is not None and (not is_plain(whole) or aim < FEW))
        or abs(short) > aim * FAR
        or (whole is not None and whole.unit and all(not one.unit and value(one) < 100 for one in parts))
    ):
        return False
    needed = [(one, value(one) + short) for one in parts if value(one) + short > 0]
    needed += [(whole, aim - short)] if whole is not None else []
    return any(swapped(one, right) or stroke(one, right) or _one_digit(one, right) for one, right in needed)


def _one_digit(share: Mention, needed: Fraction) -> bool:
    """Tell whether one digit makes a whole percentage what it would have to be: 5 for 15, 30 for 20."""
    shown, other = value(share) * 100, needed * 100
    if share.unit != PERCENT or shown.denominator > 1 or other.denominator > 1 or not 0 < other < 100:
        return False
    return sum(a != b for a, b in zip(f"{int(shown):02}", f"{int(other):02}", strict=False)) == 1


def _otherwise(article: Article, figures: list[Mention], whole: Mention | None, parts: list[Mention]) -> bool:
    """Tell whether some choice of the figures near by comes to the whole, or to another figure with the one that closes it."""
    pool = [one for one in figures if is_single_number(one) and one is not whole]
    if whole is None:
        pool = [one for one in pool if one.sentence <= parts[-1].sentence]
        runs = (pool[first:last] for last in range(len(pool), 1, -1) for first in range(last - 1))
        return any(sum(map(value, run), Fraction(0)) == 1 for run in runs) or _nested(article, figures, parts)
    aims = [_worth(whole), *(value(one) for one in figures if one not in parts)]
    for size in range(2, len(pool[-CROWD:]) + 1):
        for some in combinations(pool[-CROWD:], size):
            added = sum(map(value, some), Fraction(0))
            if added == aims[0] or (parts[-1] in some and added in aims):
                return True
    return False


def is_single_number(one: Mention) -> bool:
    """Tell whether a figure is one number."""
    return one.number is not None and one.upper is None


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
    several = parts[-1].unit == PERCENT and of_several(article, parts)
    return several or any(said_to_be_many(article, article.sentences[number]) for number in numbers)
