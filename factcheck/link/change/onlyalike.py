"""The only two figures of a kind about a size of change, whatever else stands between: the size is theirs, or it is wrong.

"The council pays $4.6 million for it. 'A 25 percent jump is hard to take,' said Ruth Orr, 58. Two winters ago the firm, which
runs 31 ploughs, charged $4 million": the words, their order and what stands between vary without end.  That of dollars
there are just two, told of two times, and that no two figures near by give the size, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import partial
from itertools import combinations

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.link.chance.elsewhere import Aim, Work, figure
from factcheck.link.change.misprints import misprinted
from factcheck.link.change.nearby import Pair
from factcheck.link.change.noneoftheirs import is_no_size
from factcheck.link.change.takingup import at_two_times, is_named, is_of, is_size
from factcheck.link.context.hopes import is_hoped_for
from factcheck.link.context.operands import ends, in_unit, percent, points
from factcheck.link.series.figures import is_plain, significant, slip, swapped, value
from factcheck.model import Mention, Relation
from factcheck.numerals import Number, digits
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

REACH = 3
"""So many sentences before and behind a change may tell what it is of."""

KINDS = frozenset({"money", "count", "measure", "percent"})
AMOUNTS = frozenset({"money", "count", "measure", "duration"})
SHARES = frozenset({"percent", "fraction", "multiple"})
FAR, ANY = 4, 1000
"""Two values of one thing seldom lie further apart; of figures further apart than so many times none is a change."""

MOST = 12
"""Of more figures some two give any size."""

ROUGHLY = 0.3
"""So far at most is a hedged size off what two figures give."""

FEW = 12
"""Up to so many things are told in passing."""

TO = Pattern(" (?:to|and|or) ")
FINE, TELLING, HUNDRED = 8, 3, 100
"""So many digits of an amount tell that two others give it but for one of them."""

LOOK, FEW_WAYS, TENFOLD = 40, 3, 11
RESTATED = Pattern(r",? (?:or |\()(?:about |some |nearly |almost )?\d[\d.]* ?(?:%|per ?cent|pc\b)", re.I)
"""Behind an amount these tell it as a percentage too, of a figure that is then not far."""

IN_TURN = Pattern(r"\bthe (?:former|latter)\b", re.I)
"""In its sentence these make a size that of one of two things, and the two figures of both."""

RECORD = Pattern(r"\b(?:lost|won|drew|drawn|losing|winning|drawing) $", re.I)
"""Right before a bare number these make it one of games."""

WHILE = Pattern(r", (?:while|whereas) (?:its|their|his|her|the)\b")
WIDE, WIDEST = 3, 100
"""So many times the right size is a slip at the most, and so many with a point or a nought in the wrong place."""


def only_alike(article: Article, aims: Iterable[Aim]) -> Iterator[Relation]:
    """Yield each size that words give to the only two figures of one kind near by, if it is theirs or no two figures'."""
    for said, stated, works in aims if not article.verb_last else ():
        find = _parting_two if stated.kind in AMOUNTS else _of_the_only
        place = article.place(stated)
        if article.word(place - 1) == "to" and place - 2 in article.at:
            continue  # He would win by a 56 to 44 percent margin.
        if is_plain(stated) and (relation := find(article, said, stated, works)):
            yield relation


def _parting_two(article: Article, said: Quantity, stated: Mention, works: tuple[Work, ...]) -> Relation | None:
    """Return the relation of an amount with the only two figures near by that it parts, or would but for a slip of the pen."""
    before, behind = article.around(stated, LOOK)
    if RESTATED.match(behind) or (stated.kind == "count" and RECORD.search(before)) or is_no_size(article, stated):
        return None
    figures = [one for _, one in _about(article, stated, shares=False)]
    figures = [one for one in figures if digits(one.text) or digits(stated.text)]
    given = [(two, implied) for two in _pairs(figures, FAR) for implied in _given(stated, two, works)]
    if met := [(two, implied) for two, implied in given if _parts(stated, two)]:
        fitting = (
            Relation(said, implied) for two, implied in met if _meets(said, implied) and is_of(article, stated, two)
        )
        return next(fitting, None)
    near = [(two, implied) for two, implied in given if _is_misprint(stated, two)]
    if len(near) != 1:
        return None
    two, implied = near[0]
    told = is_of(article, stated, two)
    large = value(stated) >= HUNDRED or (stated.kind != "count" and len(given) == 1)
    sure = significant(stated) >= TELLING and _is_near(stated, two) and (told or two[0].sentence == two[1].sentence)
    only = told and large and _is_near(stated, two) and len(given) <= FEW_WAYS
    bare = stated.kind == "count" and any(value(one).denominator > 1 for one in (stated, *two))
    fine = not bare and all(one.number is not None and value(stated) >= FINE * one.number.half for one in two)
    return Relation(said, implied) if fine and (sure or only) and not _meets(said, implied) else None


def _gap(pair: Pair) -> Fraction:
    return abs(value(pair[0]) - value(pair[1]))


def _parts(stated: Mention, pair: Pair) -> bool:
    """Tell whether an amount is what parts two figures, as far as their last digits tell."""
    reach = sum((one.number.half for one in (stated, *pair) if one.number), Fraction(0))
    return abs(_gap(pair) - value(stated)) <= reach


def _is_misprint(stated: Mention, pair: Pair) -> bool:
    """Tell whether an amount is what parts two figures but for one digit, or two swapped."""
    return slip(stated, _gap(pair), 2) or swapped(stated, _gap(pair))


def _is_near(stated: Mention, pair: Pair) -> bool:
    return max(abs(one.sentence - stated.sentence) for one in pair) <= 1


def _of_the_only(article: Article, said: Quantity, stated: Mention, works: tuple[Work, ...]) -> Relation | None:
    figures = _about(article, stated, shares=stated.kind == "points")
    met = False
    for two in filter(partial(_may_give, stated), _pairs([one for _, one in figures], ANY)):
        for implied in _given(stated, two, works):
            if _meets(said, implied):
                met = True
                if is_of(article, stated, two) and _is_telling(implied):
                    return Relation(said, implied)
    pair = None if met else _only_pair(figures)
    right = next(_given(stated, pair, works), None) if pair else None
    if pair is None or right is None or not (_is_slip(said, right) or _is_other_size(stated, pair)):
        return None
    if _is_of_its_own_clause(article, stated, pair):
        return None
    if not _meets(said, right) and (
        is_no_size(article, stated) or any(is_hoped_for(article, one) or _is_gap_itself(article, one) for one in pair)
    ):
        return None
    if IN_TURN.search(article.words(article.sentences[stated.sentence])):
        return None
    return Relation(said, right) if _alone(article, stated, pair) and _tied(article, stated, pair) else None


def _is_of_its_own_clause(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether a clause sets two figures of another thing against a size: orders fell by 18%, while the bill went from £9m to £13m."""
    first = min(one.span.start for one in pair)
    between = article.document.text[stated.span.end : first] if stated.span.end < first else ""
    return WHILE.search(between) is not None


def _is_gap_itself(article: Article, one: Mention) -> bool:
    """Tell whether a figure is how far two things are apart: now they're 8,800 apart."""
    return article.word(article.place(one) + 1) in ("apart", "ahead", "behind", "clear", "adrift", "short")


def _may_give(stated: Mention, pair: Pair) -> bool:
    """Tell whether two figures come near a size in any of the ways that two are compared."""
    low, high = sorted(one.size for one in pair)
    made = (high / low - 1, 1 - low / high, high - low, high / low, low / high)
    return any(abs(way - stated.size) <= ROUGHLY * stated.size for way in made)


def gaps_in_percent(article: Article) -> Iterator[tuple[Mention, Pair]]:
    """Yield each percentage of change that is just what parts two others that words tie it to, and no change that two give."""
    for sentence in article.body if not article.verb_last else ():
        for stated in sentence.of_kind("percent"):
            if is_plain(stated) and is_size(article, stated) and (pair := _parted_by(article, stated)):
                yield stated, pair


def _parted_by(article: Article, stated: Mention) -> Pair | None:
    """Return the only two percentages of the paragraph that are just so far apart as a percentage of change says, if words tie the three."""
    block, said = article.block_at(stated.span.start), percent(stated)
    about = (one for _, one in _about(article, stated, shares=True) if article.block_at(one.span.start) == block)
    pairs = list(_pairs([one for one in about if not is_size(article, one)], ANY))
    found = [two for two in pairs if abs(value(two[0]) - value(two[1])) == value(stated)]
    met = any(_meets(said, implied) for two in pairs for implied in (ends(*two).share, ends(*two[::-1]).share))
    if len(found) != 1 or met or not _tied(article, stated, found[0]):
        return None
    mine = {stated.first, *(one.first for one in found[0])}
    others = (one for one in article.mentions if min(mine) < one.first < max(mine) and one.first not in mine)
    return None if any(one.kind in SHARES for one in others) else found[0]


def _tied(article: Article, stated: Mention, pair: Pair) -> bool:
    return at_two_times(article, pair) and is_of(article, stated, pair)


def _about(article: Article, stated: Mention, *, shares: bool) -> list[tuple[int, Mention]]:
    """Return the figures near a size that it may part, of `shares` percentages, each with how many sentences it is away; none of too many."""
    found: list[tuple[int, Mention]] = []
    for step, sentence in _near(article, stated):
        if len(sentence.mentions) > MOST:
            return []
        found += [(step, one) for one in _levels(article, sentence, stated, shares)]
    return found if len(found) <= MOST else []


def _meets(said: Quantity, implied: Quantity) -> bool:
    return said.interval.meets(implied.interval)


def _near(article: Article, stated: Mention) -> Iterator[tuple[int, Sentence]]:
    """Yield the sentences about a figure's own, each with how many steps it is away."""
    home = article.sentences[stated.sentence]
    if home.block in HEADINGS:
        yield from enumerate(_below(article, home), 1)
        return
    yield 0, home
    for way in (-1, 1):
        for step in range(1, REACH + 1):
            number = home.number + way * step
            if not 0 <= number < len(article.sentences) or article.sentences[number].block != home.block:
                break
            yield step, article.sentences[number]


def _below(article: Article, home: Sentence) -> Iterator[Sentence]:
    """Yield the sentences of the paragraph below a headline."""
    below = article.sentences[home.number + 1 : home.number + 1 + REACH]
    block = article.block_at(below[0].mentions[0].span.start) if below else None
    if block and block.kind == "paragraph" and home.block == "headline":
        yield from (one for one in below if article.block_at(one.mentions[0].span.start) == block)


def _levels(article: Article, sentence: Sentence, stated: Mention, shares: bool) -> Iterator[Mention]:
    """Yield the figures of a sentence that a size may part: no part of a word (a 15-member panel), and no few things."""
    figures = _as_shares(article, sentence) if shares else sentence.mentions
    for one in figures:
        if one.first == stated.first or one.number is None or one.upper or one.size <= 0 or _is_converted(article, one):
            continue
        known = one.kind in KINDS or (one.kind, one.unit) == (stated.kind, stated.unit)
        in_word = one.kind == "count" and article.document.text.startswith("-", one.span.end)
        few = one.kind == "count" and one.size <= FEW and stated.kind != "count"
        if (
            known
            and (shares or not is_named(article, one))
            and (one.kind == "percent" if shares else not (in_word or few or one.kind == "percent"))
        ):
            yield one


def _is_converted(article: Article, one: Mention) -> bool:
    """Tell whether a sum in brackets is another told in other money: 3 trillion yuan ($431.4 billion; 411.6 billion euros)."""
    before = article.around(one, LOOK, 0)[0]
    return before.rfind("(") > before.rfind(")")


def _as_shares(article: Article, sentence: Sentence) -> Iterator[Mention]:
    """Yield the figures of a sentence, a bare number behind a percentage or joined to one before it as one: 58 to 63 percent."""
    led: Mention | None = None
    for n, one in enumerate(sentence.mentions):
        ahead = next((other for other in sentence.mentions[n + 1 : n + 2] if other.kind == "percent"), None)
        joined = ahead is not None and TO.fullmatch(article.document.text, one.span.end, ahead.span.start) is not None
        led = one if one.kind == "percent" else ahead if joined else led
        bare = (
            one.kind == "count"
            and not one.noun
            and digits(one.text)
            and not article.document.text.startswith("-", one.span.end)
        )
        yield in_unit(one, led) if bare and led else one


def _only_pair(figures: list[tuple[int, Mention]]) -> Pair | None:
    """Return the only two values of one thing within the fewest sentences that hold such."""
    steps = {one.first: step for step, one in figures}
    found = [(max(steps[one.first] for one in two), two) for two in _pairs([one for _, one in figures], FAR)]
    nearest = min((step for step, _ in found), default=0)
    near = [two for step, two in found if step == nearest]
    return near[0] if len(near) == 1 else None


def _pairs(figures: list[Mention], far: int) -> Iterator[Pair]:
    """Yield every two of some figures that are of one kind and no more than so many times apart, in the order of the text.

    A bare number goes with the nearest that has a noun, and before that with one of a unit in its own sentence.
    """
    ordered = sorted(figures, key=lambda one: one.first)
    elided: list[Pair] = []
    direct: set[int] = set()
    paired = {two[1].first: two for one in ordered for other in ordered if (two := _beside(one, other, far))}
    nouned = [one for one in ordered if one.kind == "count" and one.noun and one.first not in paired]
    for one, other in combinations([one for one in ordered if one.first not in paired], 2):
        two = _of_one_kind(one, other) or _in_its_unit(one, other)
        low, high = sorted(figure.size for figure in two or (one, one))
        size = max(one.size, other.size)
        between = [it for it in nouned if one.first < it.first < other.first and size / far <= it.size <= size * far]
        parted = one.kind == "count" and bool(one.noun) != bool(other.noun) and bool(between)
        if two and not parted and low < high <= far * low:
            if one.kind == other.kind:
                direct.add(other.first)
                yield two
            else:
                elided.append(two)
    yield from paired.values()
    yield from (two for two in elided if two[1].first not in direct)


def _beside(one: Mention, other: Mention, far: int) -> Pair | None:
    """Return a figure of a unit with the bare number behind it in its sentence: 60 bushels an acre and 75."""
    two = _in_its_unit(one, other) if one.sentence == other.sentence and one.first < other.first else None
    return two if two and max(one.size for one in two) <= far * min(one.size for one in two) else None


def _of_one_kind(one: Mention, other: Mention) -> Pair | None:
    """Return two figures if they are of one kind."""
    named = one.kind == "count" and one.noun and other.noun and one.noun != other.noun
    same = (one.kind, one.unit, one.counter) == (other.kind, other.unit, other.counter)
    pointed = (
        one.kind == "count" and any("." in each.text for each in (one, other)) and bool(one.noun) != bool(other.noun)
    )
    return (one, other) if same and not named and not pointed else None  # No 12.6 and 31 councillors.


def _in_its_unit(one: Mention, other: Mention) -> Pair | None:
    """Return a figure of a unit with a bare number behind it, in that unit."""
    bare = other.kind == "count" and not other.noun and one.kind in ("money", "measure")
    return (one, in_unit(other, one)) if bare else None


def _given(stated: Mention, pair: Pair, works: tuple[Work, ...]) -> Iterator[Quantity]:
    """Yield what each of several ways to work upon two figures gives."""
    aim = figure(stated)
    for work in works:
        for one, other in (pair, pair[::-1]):
            first, second = figure(one), figure(other)
            if work.takes(aim, first) and work.fits(aim, first, second):
                yield work.gives(_as_fine(one, other), _as_fine(other, one))


def _as_fine(one: Mention, other: Mention) -> Mention:
    """Return a figure that may leave a nought behind its point unsaid, as it stands beside a finer one: $4 million and $4.6 million."""
    if one.number is None or other.number is None or one.hedge or one.number.half <= other.number.half:
        return one
    half = max(other.number.half, one.number.half / 10)
    return one.changed(number=Number(one.number.middle, half, half))


def _is_telling(implied: Quantity) -> bool:
    """Tell whether what two figures give is exact enough for a size to be told from others."""
    low, high = implied.interval
    return (high - low) * 2 <= abs(high + low)


def _is_slip(said: Quantity, implied: Quantity) -> bool:
    """Tell whether a size is not what two figures give, but near enough to be meant for it."""
    low, high = sorted((said.interval.middle, implied.interval.middle))
    most = WIDEST if said.unit == "%" else TENFOLD
    return low > 0 and (high <= WIDE * low or (high <= most * low and misprinted(said, implied)))


def _is_other_size(stated: Mention, pair: Pair) -> bool:
    """Tell whether a size is one of another sort that two figures give: from $30 to $33, 3 percent; from 12% to 9%, 25 points."""
    gap, large = abs(value(pair[0]) - value(pair[1])), max(pair, key=value)
    if stated.kind == "percent":
        return value(stated) * 100 == gap
    return stated.kind == "points" and any(
        round(gap / value(one) * 100) == points(stated).centre * 100 for one in pair if one is not large or gap
    )


def _alone(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether no other share stands from the first of three figures to the last sentence of theirs, or near by where a paragraph parts them."""
    numbers = [one.sentence for one in (stated, *pair)]
    told = article.sentences[min(numbers) : max(numbers) + 1]
    if article.block_at(stated.span.start) != article.block_at(pair[0].span.start):
        told = [sentence for _, sentence in _near(article, stated)]
    mine = {one.first for one in (stated, *pair)}
    shares = (one for sentence in told for one in sentence.mentions if one.first not in mine and one.kind in SHARES)
    return not any(one.kind != "fraction" or not one.text.lower().startswith("one ") for one in shares)
