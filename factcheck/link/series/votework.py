"""What the figures of a vote say of each other, in whatever words and order: a lead and two results, a share and what it is of, a bar and who reached it.

A paragraph on a vote has few numbers, and each follows from others.  Where any of them give what is said, it holds; where
none do, and one slip of the pen in one of the three would make it so, one of them is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, permutations
from math import ceil
from typing import NamedTuple

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.series.allotted import paragraphs
from factcheck.link.series.complete import stroke
from factcheck.link.series.figures import is_plain, swapped, value
from factcheck.link.series.voteparts import parts_of_vote
from factcheck.model import Mention
from factcheck.numerals import written
from factcheck.patterns import Pattern
from factcheck.quantity import HUGE, Interval, Quantity, total

CROWD, FEWEST, SHORT = 9, 3, 4
"""So many figures may be chosen from; so few make a sum; a paragraph of more sentences is not of one vote."""

VOTES = Pattern(
    r"\b(?:vot(?:e[sd]?|ing|ers)|ballots?|turn-?out|elected|election|recount|referendum|amendment|parliament|council|senate|delegates?|deputies|motion|strike|partners|shareholders|owners)\b",
    re.I,
)
LEAD = Pattern(
    r"\b(?:by(?: just| only| a mere)?|(?:margin|lead|edge|gap)(?: of| was| is|,)?(?: just| only)?|ahead by|up by|won by|lost by) $",
    re.I,
)
TO = Pattern(r"^(?: votes)?(?: to |[-–]| of )", re.I)
LED = Pattern(r"^ (?:votes? )?(?:more|ahead|clear|in (?:it|front)|separated|apart|stood between)\b", re.I)
SHARE = Pattern(
    r"\b(?:turn-?out|of (?:the |all )?(?:total|votes?|ballots?|valid|electorate|roll|register)|made up|in favou?r|voted|favou?red|were cast|or|,|—)\b|[,(]",
    re.I,
)
NOT_NOW = Pattern(
    r"\b(?:would|could|pollster|exit poll|opinion poll|surve[ye]\w*|forecast|expected|previous\w*|last (?:time|year)|ago|in (?:19|20)\d\d,? (?:it|she|he|they)|compared|than (?:in|the)|first round|district|night|at first|initially|had been|before the recount)\b",
    re.I,
)
BAR = Pattern(
    r"\b(?P<bar>two[- ]thirds|three[- ]quarters|three[- ]fifths|four[- ]fifths|(?:an? )?(?:absolute |simple )?majority|half)\b|\b(?P<share>\d\d(?: ?%| per ?cent\b))",
    re.I,
)
NEEDED = Pattern(r"\b(?:need\w*|requir\w+|must|wants?|takes?|had to|what counts|is enough|threshold)\b", re.I)
PASSED = Pattern(
    r"\b(?:(?:it |was |has |have |thus |therefore |so )?(?:passed|carried|adopted|approved|went through|goes through|cleared|elected|over the line|it['’]s done|won outright|became law|succeeded))\b",
    re.I,
)
FAILED = Pattern(
    r"\b(?:(?:it |was |has |thus |so )?(?:failed|lost|rejected|fell short|defeated|blocked|fell through)|not enough)\b",
    re.I,
)
FOR = Pattern(
    r"^ (?:\w+ )?(?:in favou?r|for(?: it)?\b|votes?\b|yes|ayes|yeses|backed|did\b|supported|agreed|said yes)|^\W*$|^,? (?:of them )?(?:were|was) for\b",
    re.I,
)
FOR_BEFORE = Pattern(r"\b(?:with|had|got|gave \w+(?: of \w+)?|gave|received|won|backed by|supported by) $", re.I)
OF_BODY = Pattern(
    r"^[- ](?:\w+ )?(?:members?|deputies|seats?|partners|delegates|owners|senators|councill?ors|lawmakers|judges|justices|trustees|in the chamber|strong|shareholders|jurors|mps)\b",
    re.I,
)
AGAINST = Pattern(r"^ (?:\w+ )?(?:against|opposed|no\b|noes)", re.I)
ALL_BEFORE = Pattern(r"\b(?:of (?:the|us, all|its|all)|the|all|has|have|had|club['’]s) $", re.I)
MOVED = Pattern(r" (?:points? )?(?:more|fewer|less|higher|lower|up|down|above|below|than|ahead)\b", re.I)
SIDES, SMALL = frozenset({"for", "against", "side", "neither", "candidate"}), 8
AGAIN = Pattern(
    r"\b(?:second|first|third|previous|earlier|last) (?:round|ballot|vote|count|time|year)\b|\b(?:then|later|in committee|lower house|upper house|the (?:senate|house) (?:voted|passed))\b",
    re.I,
)
"""With these there may be several votes."""

PLACED = Pattern(r"\b[Ii]n [A-Z][a-z]+\b(?! in)")
"""Where several places are told, a share may be of the votes of one."""

OF_ALL = Pattern(r" of (?:the |all )?(?:total|votes? cast|ballots?)\b", re.I)
BALLOTS = Pattern(r" (?:votes?|ballots?|seats?)\b| of (?:the )?\d|[,.;]", re.I)
SHARES = {
    "two thirds": Fraction(2, 3),
    "three quarters": Fraction(3, 4),
    "three fifths": Fraction(3, 5),
    "four fifths": Fraction(4, 5),
}


class Work(NamedTuple):
    """What a figure says, what others make it, and the sentence for an editor."""

    stated: Quantity
    implied: Quantity
    says: str


MADE = "{working} is {implied}, not {stated}."


def votework(article: Article) -> Iterator[Work]:
    """Yield what follows from the figures of each paragraph on a vote."""
    if article.verb_last:
        return
    text = article.document.text
    for told in paragraphs(article):
        block = article.block_at(told[0].mentions[0].span.start)
        words = text[block.start : block.end]
        if len(told) > SHORT or not VOTES.search(words):
            continue
        counts = _counts(article, told)
        if 1 < len(counts) <= CROWD:
            yield from _leads(article, told, counts)
            yield from _shares(article, told, counts, words)
            yield from _too_many(article, told, words)
        yield from _outcome(article, words, block.start, counts)


def _counts(article: Article, told: list[Sentence]) -> list[Mention]:
    """Return the numbers of a paragraph that may be votes, seats or those who have them, both halves of a score."""
    counts = [_as_count(article, one) for sentence in told for one in sentence.of_kind("count|pair|label")]
    counts = [one for one in counts if one.number and not one.hedge and one.kind != "label"]
    found: list[Mention] = []
    for one in counts:
        if one.kind == "pair" and one.upper is not None and len(one.parts) > 1:
            for part, number in zip(one.parts, (one.number, one.upper), strict=False):
                found.append(one.changed(kind="count", number=number, upper=None, span=part, text=article.text(part)))
        elif one.upper is None:
            found.append(one)
    return [one for one in found if value(one).denominator == 1 and value(one) > 1]


def _as_count(article: Article, one: Mention) -> Mention:
    """Return a number behind a name as one of votes, where these stand behind it: gave the dean of Skara 77 votes."""
    shown = one.text.rpartition(" ")[2]
    if (
        one.kind != "label"
        or not shown.replace(",", "").isdecimal()
        or not BALLOTS.match(article.document.text, one.span.end)
    ):
        return one
    return one.changed(
        kind="count", number=written(shown), text=shown, span=Span(one.span.end - len(shown), one.span.end)
    )


def _exact(one: Mention) -> Quantity:
    return Quantity(Interval.exactly(value(one)), "", one.text, (one.span,))


def _leads(article: Article, told: list[Sentence], counts: list[Mention]) -> Iterator[Work]:
    """Yield each lead with the two results that it parts."""
    for lead in counts:
        before, behind = article.around(lead, 24)
        if not (LEAD.search(before) or LED.match(behind)) or TO.match(behind):
            continue
        results = [one for one in counts if one is not lead and value(one) > value(lead)]
        pairs = list(combinations(results, 2))
        fitting = next((pair for pair in pairs if abs(value(pair[0]) - value(pair[1])) == value(lead)), None)
        sums = {value(one) + value(other) for one, other in combinations(counts, 2)}
        if fitting:
            yield _apart(lead, *fitting)
        elif value(lead) not in sums and not NOT_NOW.search(article.words(article.sentences[lead.sentence])):
            told_of = {value(one) for one in counts if one is not lead}
            near = [pair for pair in pairs if abs(value(pair[0]) - value(pair[1])) not in told_of]
            near = [pair for pair in near if _beside(article, *pair) and _slip(lead, *pair)]
            if len(near) == 1:
                yield _apart(lead, *near[0])


def _beside(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether two results are set against each other, and nearly as large."""
    low, high = sorted((value(one), value(other)))
    words = article.document.text[one.span.end : other.span.start]
    return high <= low * 2 and len(words) < 90 and words.count(". ") < 1 and not re.search(r"\d", words)


def _slip(lead: Mention, one: Mention, other: Mention) -> bool:
    high, low = (one, other) if value(one) > value(other) else (other, one)
    needed = ((lead, value(high) - value(low)), (high, value(low) + value(lead)), (low, value(high) - value(lead)))
    return any(right > 0 and (swapped(figure, right) or stroke(figure, right)) for figure, right in needed)


def _apart(lead: Mention, one: Mention, other: Mention) -> Work:
    high, low = (one, other) if value(one) > value(other) else (other, one)
    return Work(_exact(lead), _exact(high) - _exact(low), MADE)


def _shares(article: Article, told: list[Sentence], counts: list[Mention], words: str) -> Iterator[Work]:
    """Yield each share of a vote with the two numbers that it is of, or of one number and both together."""
    large = [one for one in counts if value(one) >= 40]
    if len(PLACED.findall(words)) > 1:
        return
    for share in (
        one for sentence in told for one in sentence.of_kind("percent|fraction") if is_plain(one) and 0 < one.size < 1
    ):
        if MOVED.match(article.around(share, 30)[1]) or (share.kind == "fraction" and BAR.match(share.text)):
            continue
        ways = [
            (part, whole, value(part) / value(whole))
            for part, whole in permutations(large, 2)
            if value(part) < value(whole)
        ]
        both = [(part, other, value(part) / (value(part) + value(other))) for part, other in permutations(large, 2)]
        said = share.quantity.interval
        if any(said.low <= made <= said.high for *_, made in (*ways, *both)):
            continue
        if (
            not 1 < len(large) <= SHORT
            or (NEEDED.search(" ".join(article.around(share, 70))) or NOT_NOW.search(_before(article, share)))
            or not SHARE.search(" ".join(article.around(share, 40)))
        ):
            continue
        largest = max(large, key=value)
        tried = [way for way in ways if way[1] is largest]
        if len(large) == 2 and OF_ALL.match(article.around(share, 40)[1]):
            tried = [way for way in both if way[0].sentence == share.sentence and way[0].first < share.first]
        near = [way for way in tried if _share_slip(share, way[2])]
        if len(near) == 1:
            part, whole, made = near[0]
            alone = (part, whole, made) in ways
            working = f"{part.text} / {whole.text}" if alone else f"{part.text} / ({part.text} + {whole.text})"
            yield Work(share.quantity, Quantity(Interval.exactly(made), "%", working, (part.span, whole.span)), MADE)


def _before(article: Article, share: Mention) -> str:
    return article.around(share, 70, 12)[0]


def _too_many(article: Article, told: list[Sentence], words: str) -> Iterator[Work]:
    """Yield each body with the sides of its vote that are more than it has, where no choice of them comes to it."""
    parts = [
        part for sentence in told for part in parts_of_vote(article, sentence) if part.mention.kind in ("count", "pair")
    ]
    wholes = [part for part in parts if part.role in ("whole", "cast") or _has_voted(article, part.mention)]
    if len(wholes) != 1 or AGAIN.search(words):
        return
    whole = wholes[0]
    near = [part for part in parts if part is not whole and abs(part.mention.sentence - whole.mention.sentence) < 2]
    sides = [part for part in near if part.role in SIDES or (not part.role and part.votes * SMALL > whole.votes)]
    sides = [part for part in sides if 0 < part.votes < whole.votes]
    if not 1 < len(sides) <= CROWD or not any(part.role in ("for", "against", "side", "neither") for part in sides):
        return
    first, last = (choose(sides, key=lambda part: part.mention.first).mention.first for choose in (min, max))
    times = (one for sentence in told for one in sentence.of_kind("date|year|relative|weekday"))
    if any(first < one.first < last for one in times):
        return
    added = sum((part.votes for part in sides), Fraction(0))
    ways = (some for size in range(2, len(sides) + 1) for some in combinations(sides, size))
    if any(sum((part.votes for part in some), Fraction(0)) == whole.votes for some in ways):
        return
    needed = [
        (whole.mention, added),
        *((part.mention, part.votes + whole.votes - added) for part in sides if part.mention.kind == "count"),
    ]
    pair = any(part.mention.kind == "pair" for part in sides)
    if 0 < added - whole.votes <= whole.votes / FEWEST and (
        pair or any(right > 0 and (swapped(one, right) or stroke(one, right)) for one, right in needed)
    ):
        yield Work(
            whole.quantity,
            total([part.quantity for part in sides]),
            "The votes come to {implied} ({working}), but there were {stated}.",
        )


def _has_voted(article: Article, one: Mention) -> bool:
    behind = article.around(one, 8, 40)[1]
    return OF_BODY.match(behind) is not None or re.match(r" of them\b", behind) is not None


def _share_slip(share: Mention, made: Fraction) -> bool:
    """Tell whether a share is what it should be but for one digit, two swapped, or the share of the others."""
    step = share.number.half * 2 if share.number else Fraction(1, 100)
    if not step or abs(value(share) - made) < Fraction(1, 50):
        return False
    right = round(made / step) * step
    other = abs(1 - value(share) - made) <= step
    return right > 0 and (other or swapped(share, right) or stroke(share, right))


def _outcome(article: Article, words: str, start: int, counts: list[Mention]) -> Iterator[Work]:
    """Yield what is said to have come of a vote, where no number for it and no size of a body would let it."""
    bars = [
        found for found in BAR.finditer(words) if NEEDED.search(words[max(0, found.start() - 60) : found.end() + 60])
    ]
    passed, failed = PASSED.search(words), FAILED.search(words)
    if len(bars) != 1 or (passed is None) == (failed is None):
        return
    bar, found = _share_of(bars[0][0]), passed or failed
    bodies = [one for one in counts if _is_body(article, one)]
    most = min((value(one) for one in bodies), default=HUGE)
    yes = [one for one in counts if value(one) < most and _is_yes(article, one)]
    no = [one for one in counts if AGAINST.match(article.around(one, 8, 24)[1])]
    if bar is None or found is None or len(yes) != 1 or len(bodies) + len(no) != 1:
        return
    size = value(bodies[0]) if bodies else value(yes[0]) + value(no[0])
    if value(yes[0]) >= size:
        return
    needed = ceil(size * bar) if bar != Fraction(1, 2) else int(size * bar) + 1
    allowed = Interval(Fraction(needed), HUGE) if passed else Interval(Fraction(0), Fraction(needed) - 1)
    span = article.document.text[start + found.start() : start + found.end()]
    place = yes[0].span._replace(start=start + found.start(), end=start + found.end())
    says = f"{bars[0][0]} of {float(size):,.0f} is {needed:,}: {{implied}} do not agree with “{span}”."
    yield Work(
        Quantity(allowed, "", span, (place, Span(start + bars[0].start(), start + bars[0].end()))), _exact(yes[0]), says
    )


def _share_of(bar: str) -> Fraction | None:
    words = bar.lower().replace("-", " ")
    if words in SHARES:
        return SHARES[words]
    if words[:2].isdigit():
        return Fraction(int(words[:2]), 100)
    return Fraction(1, 2)


def _is_body(article: Article, one: Mention) -> bool:
    before, behind = article.around(one, 16, 40)
    return OF_BODY.match(behind) is not None and (ALL_BEFORE.search(before) is not None or behind.startswith("-"))


def _is_yes(article: Article, one: Mention) -> bool:
    before, behind = article.around(one, 16, 30)
    return FOR.match(behind) is not None or FOR_BEFORE.search(before) is not None
