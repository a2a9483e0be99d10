"""Two figures that stand alone about a change: where no others could be meant, they refute it as they would confirm it.

"The grant, worth $36,000 last year, is to be $27,000. The director called the 35 percent cut a blow": no words tie the
three, but a time tells the two figures apart, nothing else near by is of their kind, and 35 is near to what they give.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import permutations, product

from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.chance.elsewhere import Aim, Work, confirmed, figure
from factcheck.link.chance.onlytwo import has_it_changed
from factcheck.link.chance.resumed import PEOPLE, of_others
from factcheck.link.change.bothends import both_ends, firmly, slipped
from factcheck.link.change.bytopic import by_topic
from factcheck.link.change.misprints import misprinted
from factcheck.link.change.nearby import ADDED, Pair, two
from factcheck.link.change.noneoftheirs import CONTRASTS, is_no_size, of_another, than_another, than_what_was_meant
from factcheck.link.change.parting import parted
from factcheck.link.change.sizes import is_of_a_dimension, is_of_some
from factcheck.link.context.operands import ends
from factcheck.link.context.subjects import stem, topics_of
from factcheck.link.context.ties import adjacent
from factcheck.link.series.figures import is_plain, operand, value
from factcheck.link.series.partof import is_partitive
from factcheck.model import Mention, Relation
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity

NEAR_MISS = Fraction(7, 4)
"""By so many times a change is misstated at the most: figures of two things part by more, or by less than their rounding."""

LABEL = "I"
HUNDRED = 100
MOST = 5
"""So many figures before a size may be what it follows from; of more some would give any."""

SHARES = frozenset({"percent", "fraction"})
VAGUE, SUBJECT = 3, 7
LOOK = 60
AGAIN = Pattern(r" as [a-z]+ again\b")
"""Behind a fraction these make it one and so much: half as big again."""

AMONG_THEM = Pattern(
    r"\b(?:among (?:them|these|those)|including|of (?:them|these|those|whom|which)),? (?:[a-z]+ )?$", re.I
)
REMAINING = frozenset({"remaining", "rest", "other", "balance"})
OF_A_WHOLE = Pattern(
    r"\b(?:of|from|out of|had|has|have|with|total\w*|worth|held|hold|raised|budget|fund|sum|needs?|needed|asked|owed|cost)\b[^,;.\d]{0,40}$",
    re.I,
)
"""Before a figure these let it be a whole, of which another is taken."""

MOVED_BY = Pattern(
    r"\b(?:up|down|f[ae]ll(?:en|ing)?|r[io]sen?|rising|dropp\w+|declin\w+|shr[aiu]nk\w*|decreas\w+|increas\w+) by (?:about |around |some |just |almost |nearly )?$"
)
"""Right before a percentage these make it what a thing rose or fell by, and no share."""

LEAVING, NEAR = Pattern(r"^,? leaving\b"), 12
"""Behind a share this leads to what is left of the whole: recovered £378,000, or 40 per cent, leaving £567,000."""

SHARED = "the one figure is such a share of the other"
ANSWERED = "another figure beside it fits"


def settled(
    proposed: Iterator[Relation], article: Article, aims: Callable[[Article], Iterable[Aim]]
) -> Iterator[Relation]:
    """Yield the relations that words propose; then, of the figures that they leave in doubt, those that figures settle."""
    told: set[Span] = set()
    doubted: set[Span] = set()
    for relation in proposed:
        sure = relation.doubt is None or relation.stated.interval.meets(relation.implied.interval)
        (told if sure else doubted).update(relation.stated.spans)
        yield relation
    for said, stated, works in aims(article):
        if stated.span not in told:
            bound = only_two(article, said, stated, *works)
            if bound and bound.stated.interval.meets(bound.implied.interval):
                yield bound
            elif bound or stated.span not in doubted:
                found = tuple(confirmed(article, said, stated, *works))
                same = bound and any(bound.implied.spans == other.implied.spans for other in found)
                if not same and bound and not article.verb_last and _follows_from_others(article, bound, stated, works):
                    bound = None
                yield from filter(None, (bound,)) if same else found or filter(None, (bound,))


def _follows_from_others(article: Article, refuted: Relation, stated: Mention, works: tuple[Work, ...]) -> bool:
    """Tell whether a size that the nearest two figures do not give is what others of their unit not far before it, or in its sentence, give."""
    sentence = article.sentences[stated.sentence]
    first, last = article.sentences[max(0, sentence.number - MOST)], sentence.mentions[-1].span.end
    pair = [one for one in article.mentions if one.span in refuted.implied.spans]
    others = [
        one
        for one in article.mentions
        if first.number <= one.sentence <= stated.sentence and one.span.start < last and pair and _is_like(one, pair[0])
    ]
    aim, said = figure(stated), refuted.stated.interval
    return any(
        work.takes(aim, figure(one))
        and work.fits(aim, figure(one), figure(other))
        and said.meets(work.gives(one, other).interval)
        for one, other in permutations(others[-MOST:], 2)
        for work in works
    )


def _is_like(one: Mention, other: Mention) -> bool:
    return one.number is not None and (one.kind, one.unit, one.noun) == (other.kind, other.unit, other.noun)


def only_two(article: Article, said: Quantity, stated: Mention, *works: Work) -> Relation | None:
    """Return the relation of a stated figure with the only two that it can follow from, if it does or nearly does."""
    if article.verb_last:
        return _of_both_ends(article, said, stated, works)
    pair = two(article, stated)
    if (
        pair is None
        or (pair[0].first < stated.first and pair[1].sentence > stated.sentence)
        or is_no_size(article, stated)
        or has_it_changed(article, stated)
        or is_partitive(article, *sorted((pair[0], pair[1]), key=value))
        or any(one.kind == "duration" and "-" in one.text for one in (pair[0], pair[1]))
        or AGAIN.match(article.around(stated, 0, LOOK)[1])
        or _is_some_of_it(article, stated, pair)
        or of_another(article, stated, pair)
    ):
        return None
    plain = _is_plain(stated)
    implied = _given(said, stated, pair, works, plain)
    if implied is None:
        return None
    meets = said.interval.meets(implied.interval)
    slip = plain and misprinted(said, implied)
    if (
        (meets or _may_refute(article, stated, pair))
        and parted(article, stated, pair, slip=slip)
        and not (slip and than_another(article, stated, pair))
        and (meets or not than_what_was_meant(article, stated))
    ):
        doubt = (
            answered(article, stated, said, implied)
            or _spoken_for(article, stated, pair)
            or _shared(article, stated, said, pair)
        )
        return Relation(said, implied, doubt=doubt)
    return None


def _is_plain(stated: Mention) -> bool:
    """Tell whether a change is one number that shows its slips: not 2 to 3 percent."""
    return (bool(digits(stated.text)) or stated.kind in ("multiple", "fraction")) and not (stated.upper or stated.hedge)


def _shared(article: Article, stated: Mention, said: Quantity, pair: Pair) -> str | None:
    """Return the doubt that a percentage casts which is what one figure is of the other: $5.8 billion, 18% of $32 billion."""
    if MOVED_BY.search(article.around(stated, LOOK, 0)[0]):
        return None
    small, large = sorted(map(operand, pair), key=lambda one: one.interval.middle)
    if said.unit == "%" and LEAVING.search(article.around(stated, LOOK)[1][:NEAR]):
        whole = value(pair[0]) + value(pair[1])
        return SHARED if any(said.interval.meets(Interval.exactly(value(one) / whole)) for one in pair) else None
    part = small / large
    minor = part.interval.high * 2 < 1
    return SHARED if said.unit == "%" and minor and part.interval.meets(said.interval) else None


def _may_refute(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether two figures are so much of one thing that a size which they do not give is wrong.

    Counts are only so with one noun, which the later may leave unsaid, or in digits that few others have.
    """
    one, other = pair
    if one.first > stated.first and ";" in article.skeleton[article.place(stated) : article.place(one)]:
        return (
            False  # "are 18 percent ahead of last year's; the 31,000 sold by May compare with 40,000 for all of 2018"
        )
    if (
        _is_of_another_clause(article, stated, pair)
        or _is_of_more(article, stated, pair)
        or _is_part(article, stated, pair)
        or is_of_a_dimension(article, stated, *pair)
        or is_of_some(article, stated)
        or _led_to_the_first(article, pair)
        or _closes_a_list(article, stated, pair)
    ):
        return False
    between = article.skeleton[article.place(other) + 1 : article.place(stated)]
    if (other.noun and one.noun != other.noun) or LABEL in between:
        return False  # "Labour won 24, the Liberals 11, a margin of 13": what looks a name may be a figure
    return bool(one.unit or other.noun or one.noun) or min(one.size, other.size) >= HUNDRED


def _led_to_the_first(article: Article, pair: Pair) -> bool:
    """Tell whether a change led to one figure, and a clause tells the other of another thing: by a half to 61 litres, while wine, 24 litres, held."""
    first, last = sorted(map(article.place, pair))
    between = (article.word(at) for at in range(first + 1, last) if at not in article.at)
    return article.word(first - 1) == "to" and not CONTRASTS.isdisjoint(between)


def _is_some_of_it(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether one of two figures is told as some of the stated one: 7,309 had waited longer, among them 412."""
    led = (article.around(one, LOOK, 0)[0] for one in pair if one.first > stated.first)
    return any(AMONG_THEM.search(words) for words in led)


def _is_of_another_clause(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether a semicolon parts two figures from a number of other things: it has 612 and needs 650; 54 trainees will qualify."""
    place, last = article.place(stated), max(article.place(one) for one in pair)
    own = stated.noun not in ("", *PEOPLE, *(one.noun for one in pair))
    return own and last < place and article.skeleton[place - 1] == ";" and ";" in article.skeleton[last:place]


def _closes_a_list(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether what remains is left of a whole told elsewhere, of which two others are parts: bills came to £187, pay to £96, and the remaining £55."""
    first = min(pair, key=lambda one: one.first)
    one_list = stated.sentence - first.sentence in (0, 1) and article.word(article.place(stated) - 1) in REMAINING
    return one_list and OF_A_WHOLE.search(article.around(first, LOOK, 0)[0]) is None


def _is_part(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether a figure is a part of one of two others, and no size: five of the nine votes, and she has six."""
    place = article.place(stated)
    behind = phrase("out? of DETERMINER?").match(article.skeleton, place + 1)
    return stated.kind == "count" and behind is not None and any(article.place(one) == behind.end() for one in pair)


def _is_of_more(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether a change may be of another thing than two figures: one of its own, or other things that are added."""
    added = article.word(article.place(stated) - 1) in ADDED and of_others(stated, pair)
    return added or _of_a_subject(article, stated, pair)


def _of_a_subject(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether a change is of a thing that no sentence of the two figures names: "the grant goes down by £6m"."""
    place = article.place(stated)
    if article.word(place - 1) != "by":
        return False
    the = next((at for at in range(place - 2, place - SUBJECT, -1) if article.word(at) == "the"), None)
    others = [article.sentences[one.sentence] for one in pair if one.sentence != stated.sentence]
    named = the is not None and any(stem(article.word(the + 1)) in topics_of(article, sentence) for sentence in others)
    return the is not None and article.word(the - 1) != "so" and bool(others) and not named


def _of_both_ends(article: Article, said: Quantity, stated: Mention, works: tuple[Work, ...]) -> Relation | None:
    """Return the relation of a size with its two ends where verbs stand last, if it follows from them or misses by a slip."""
    pair, aim = both_ends(article, stated) or by_topic(article, stated), figure(stated)
    for work, (one, other) in product(works, (pair, pair[::-1]) if pair else ()):
        if work.takes(aim, figure(one)) and work.fits(aim, figure(one), figure(other)):
            implied = work.gives(one, other)
            near = firmly(implied, one, other)
            if _telling(near) and slipped(stated.quantity, near) and not said.interval.meets(near.interval):
                return Relation(said, near, doubt=answered(article, stated, said, implied))
            if said.interval.meets(implied.interval):
                return Relation(said, implied)
    return None


def _given(said: Quantity, stated: Mention, pair: Pair, works: tuple[Work, ...], plain: bool) -> Quantity | None:
    """Return what one of several ways to work upon two figures gives, if that is near to the stated one, or to a `plain` one misprinted."""
    aim, given = figure(stated), []
    for work in works:
        for one, other in (pair, pair[::-1]):
            first, second = figure(one), figure(other)
            if work.takes(aim, first) and work.fits(aim, first, second):
                given.append(work.gives(one, other))
    given.sort(key=lambda implied: not said.interval.meets(implied.interval))
    near = (implied for implied in given if _telling(implied) and _near(said, implied))
    slips = (implied for implied in given if plain and misprinted(said, implied))
    return next(near, None) or next(slips, None)


def answered(article: Article, stated: Mention, said: Quantity, implied: Quantity) -> str | None:
    """Return the doubt that another figure of its sentence casts on a wrong one: "up 40%", he said; they put it at 30%."""
    if said.interval.meets(implied.interval):
        return None
    kinds = SHARES if stated.kind in SHARES else {stated.kind}
    others = (one for one in article.sentences[stated.sentence].mentions if one is not stated and one.kind in kinds)
    return ANSWERED if any(one.quantity.interval.meets(implied.interval) for one in others) else None


def told_of_another(article: Article, stated: Mention, said: Quantity, before: Mention) -> str | None:
    """Return the doubt that a figure of the sentence before casts, from which a change is right: it fell to 83.4. ... but is 7.7% up."""
    here = article.sentences[stated.sentence]
    earlier = adjacent(article, here, -1)
    levels = (
        one
        for one in (earlier.mentions if earlier else ())
        if is_plain(one) and (one.kind, one.unit) == (before.kind, before.unit)
    )
    shares = (ends(before, one).share for one in levels if one.size > 0 and one.first != before.first)
    return ANSWERED if any(_telling(share) and share.interval.meets(said.interval) for share in shares) else None


def _spoken_for(article: Article, stated: Mention, pair: Pair) -> str | None:
    """Return the doubt that a share of its sentence which tells the two the other way round casts: 20% less at a 27% better price."""
    ways = [ends(*way).share.interval for way in permutations(pair)] if stated.kind in SHARES else []
    shares = (one for one in article.sentences[stated.sentence].mentions if one.kind in SHARES and one is not stated)
    return ANSWERED if any(share.quantity.interval.meets(way) for share in shares for way in ways) else None


def _near(said: Quantity, implied: Quantity) -> bool:
    """Tell whether a change is what two figures give, or misses it by no more than a slip would."""
    low, high = sorted((said.interval.middle, implied.interval.middle))
    return said.interval.meets(implied.interval) or 0 < high <= low * NEAR_MISS


def _telling(implied: Quantity) -> bool:
    """Tell whether what two figures give is exact enough for a change to miss it."""
    low, high = implied.interval
    return low == high or 0 < high - low <= (high + low) / VAGUE
