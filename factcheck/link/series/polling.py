"""A vote told in a few sentences: who was for and against, who might have voted, a lead, a share; each held to the others.

A stretch of text in which every count has its part, and no part is there twice, is a vote told whole, however it is
worded; what misses the rest by a slip of the pen is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import groupby

from factcheck.article import Article, Sentence
from factcheck.link.series.figures import counted, slip
from factcheck.link.series.tallies import handed_in
from factcheck.link.series.voteparts import VOTING, Part, parts_of_vote
from factcheck.link.series.votesums import ONE_ASIDE, votesums
from factcheck.link.series.wanting import told_beside
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity, total
from factcheck.regexes import compiled

WIDEST, LONGEST = 3, 520
"""A vote is told in so many sentences with figures at the most, and so many characters."""

NEAR, FAR_LESS = 2, 8
"""A vote that is so little off is a slip; a count that is so many times less than the votes is none of them."""

TWO, TWO_DIGITS, LEAST = 2, 2, 100
"""Results that come to no more may be percentages themselves: she won them by 52 to 42."""

SMALL = 20
"""The votes of so small a body are told in one paragraph."""

HALF_AGAIN, TENFOLD = Fraction(3, 2), (10, Fraction(1, 10))
SIDES = frozenset({"for", "against", "side", "candidate"})
SAYS = "{working} is {implied}, not {stated}."

OF_ANOTHER = Pattern(
    r"\b(?:earlier|ago|similar|previous\w*|first (?:round|ballot|count|vote)|second (?:round|ballot|count|vote)|(?<!for a )re-?count|run-?off|another|last (?:time|year|month|week|election)|in (?:19|20)\d\d|(?<!that )(?<!which )would)\b",
    re.I,
)
"""What brings another vote into the sentences beside one."""

HOPED = Pattern(
    r"\b(?:although|even though|despite|need\w*|requir\w+|if|could|will be enough|(?:absolute|simple|clear) majority|\ba majority (?:is|was|being)\b|majority mark)\b",
    re.I,
)
"""What makes of a majority a bar, or of votes those that may come."""


@cache
def _complete() -> re.Pattern[str]:
    """Compile what tells that everybody voted."""
    all_of = r"(?:all|every one|every|each|the full|the whole|the entire)\b[^.;\n]{0,48}?"
    return compiled(
        rf"\b(?:{all_of}\b(?:present|filled|voted|took part|cast|in the (?:room|chamber|hall)|at the table|handed in|attended|turned up|were there|was there|being there|travelled)"
        r"|(?:nobody|no one|no-one|none) (?:abstain\w+|sat (?:it )?out|was absent|was missing|stayed away)|no abstentions|without abstentions|the full bench|sitting en banc|in full)\b",
        re.I,
    )


NEAR_BY = 40
VOTELESS = Pattern(r"\b(?:does not|may not|cannot|can't|doesn't|has no|without a|casting) vote\b|\bvacan", re.I)
"""Where some have no vote, those told need not be all."""

ABSTAINED = Pattern(r"[\w ]{0,20}?\babst", re.I)
ABSENT = Pattern(r"[\w ]{0,20}?\b(?:absent|absence|away|missing|not there|not present|did not attend)", re.I)
"""Right behind a figure these make it that of those who took no side, or took no part."""


def polling(article: Article) -> Iterator[Relation]:
    """Yield what the figures of each vote told whole make of each other, the shortest stretch of text first."""
    if article.verb_last:
        return
    body = article.body
    near_votes = {at + step for at in _voting(article) for step in range(1 - WIDEST, WIDEST)}
    parts = [parts_of_vote(article, sentence) if at in near_votes else [] for at, sentence in enumerate(body)]
    done: set[Mention] = set()
    for width in range(1, WIDEST + 1):
        for first in range(len(body) - width + 1):
            near = parts[first : first + width]
            if not near[0] or not near[-1] or not _is_short(article, body[first], body[first + width - 1]):
                continue
            joined = [part for one in near for part in one]
            for key, relation in _relations(article, body[first : first + width], joined):
                if key not in done:
                    done.add(key)
                    yield relation
    yield from votesums(article, parts, done)
    yield from _from_afar(article, parts, done)


def _voting(article: Article) -> list[int]:
    """Return which sentences of the copy speak of a vote."""
    return [at for at, sentence in enumerate(article.body) if VOTING.search(article.words(sentence))]


def _from_afar(article: Article, parts: list[list[Part]], done: set[Mention]) -> Iterator[Relation]:
    """Hold the one lead in votes of an article to the first two of its one list of results, wherever the two stand."""
    leads = [part for one in parts for part in one if part.role == "lead" and part.votes >= LEAST]
    results = [part for one in parts for part in one if part.role in SIDES and part.votes >= LEAST]
    blocks = groupby(results, key=lambda part: article.block_at(part.mention.span.start).start)
    lists = [told for told in (list(one) for _, one in blocks) if len(told) >= TWO] or list(_itemised(article))
    if len({part.votes for part in leads}) != 1 or len(lists) != 1 or leads[0].mention in done:
        return
    told = [sentence for sentence in article.body if sentence.number == leads[0].mention.sentence]
    if OF_ANOTHER.search(_words(article, told)):
        return
    first, second = lists[0][:TWO]
    apart = first.quantity - second.quantity
    if leads[0].votes < second.votes < first.votes and _is_slip(leads[0].mention, apart.interval.middle):
        yield Relation(leads[0].quantity, apart, SAYS)


def _itemised(article: Article) -> Iterator[list[Part]]:
    """Yield the counts of each bulleted list of three or more that has one in each item, as those of candidates."""
    for block, items in groupby(article.body, lambda sentence: sentence.block):
        counts = [sentence.of_kind("count")[-1:] for sentence in items]
        if block == "item" and len(counts) > TWO and all(counts):
            yield [Part("candidate", count, counted(count)) for (count,) in counts]


def _is_short(article: Article, one: Sentence, other: Sentence) -> bool:
    return article.span(one.start, other.end).end - article.span(one.start, one.end).start <= LONGEST


def _relations(article: Article, near: list[Sentence], parts: list[Part]) -> Iterator[tuple[Mention, Relation]]:
    sides = [part for part in parts if part.role in SIDES]
    least = min((part.votes for part in sides), default=Fraction(0)) / FAR_LESS
    lost = [part for part in parts if not part.role and part.votes > least]
    strange = len(near) > 1 and OF_ANOTHER.search(_up_to_last(article, near, parts))
    moved = (
        bool(sides) and article.word(article.place(sides[0].mention) - 1) == "from"
    )  # committees cut from 11 to eight
    if lost or strange or moved or not VOTING.search(_words(article, near)):
        return
    neither = [part for part in parts if part.role == "neither"]
    leads = [part for part in parts if part.role == "lead"]
    if len(sides) == TWO and len(leads) == 1:
        one, other = (side.quantity for side in sides)
        apart = one - other if sides[0].votes >= sides[1].votes else other - one
        of_one_vote = min(part.votes for part in sides) * FAR_LESS > max(part.votes for part in sides) > leads[0].votes
        if of_one_vote and not HOPED.search(_words(article, near)) and _slipped(leads[0], apart, sides):
            yield leads[0].mention, Relation(leads[0].quantity, apart, SAYS)
    yield from _sums(article, near, parts, [*sides, *neither])
    shares = [part for part in parts if part.role in ("share", "bare", "turnout")]
    if len(shares) == 1 and len(sides) == TWO and shares[0].role != "turnout" and not _is_a_change(article, shares[0]):
        yield from _of_votes(shares[0], sides, neither)
    roll = [part for part in parts if part.role == "roll"] or [part for part in parts if part.role == "whole"]
    cast = [part for part in parts if part.role == "cast"]
    if len(shares) == len(roll) == len(cast) == 1 and cast[0].votes < roll[0].votes:
        made = (cast[0].quantity / roll[0].quantity).as_unit("%")
        if _is_slip(shares[0].mention, made.interval.middle) or made.interval.meets(shares[0].quantity.interval):
            yield shares[0].mention, Relation(shares[0].quantity, made, SAYS)


def _is_a_change(article: Article, share: Part) -> bool:
    """Tell whether a percentage is by how much something else moves: a bill on pay, an increase of 7.4 per cent, was passed."""
    return CHANGE.search(article.around(share.mention, LOOK)[0]) is not None


CHANGE, LOOK = (
    Pattern(
        r"\b(?:increase|rise|fall|cut|raise|drop|growth|up|down|by|gone up|went up)(?: of| by)?(?: (?:about|some|just))? $",
        re.I,
    ),
    40,
)
"""Right before a percentage, in so many characters, these make it that of a change."""


def _words(article: Article, near: list[Sentence]) -> str:
    return article.document.text[
        article.span(near[0].start, near[0].end).start : article.span(near[-1].start, near[-1].end).end
    ]


def _up_to_last(article: Article, near: list[Sentence], parts: list[Part]) -> str:
    """Return the words of a vote up to the end of the clause in which the last of its figures stands."""
    last = max(part.mention.span.end for part in parts) - article.span(near[0].start, near[0].end).start
    words = _words(article, near)
    clause = compiled(r"[,;]|$").search(words, last)
    return words[: clause.start() if clause else None]


def _slipped(stated: Part, made: Quantity, others: list[Part]) -> bool:
    """Tell whether a figure is what the others make, or that but for a slip of the pen in it or in one of them."""
    needed = made.interval.middle
    off = stated.votes - needed
    small = abs(off) <= NEAR
    return small or _is_slip(stated.mention, needed) or any(
        _is_slip(one.mention, one.votes + step) for one in others for step in (off, -off)
    )  # fmt: skip


def _is_slip(one: Mention, needed: Fraction) -> bool:
    tenfold = one.kind == "percent" and any(
        one.quantity.interval.meets(Interval.exactly(needed * scale)) for scale in TENFOLD
    )
    return tenfold or (one.kind != "pair" and slip(one, needed, TWO_DIGITS))


def _of_votes(share: Part, sides: list[Part], neither: list[Part]) -> Iterator[tuple[Mention, Relation]]:
    """Hold a share of the votes to the two sides of it, with and without those who were on neither."""
    shown = share.quantity.interval
    made = [_part_of(side, whole) for side in sides for whole in (sides, [*sides, *neither])]
    fitting = next((one for one in made if one.interval.meets(shown)), None)
    both = sides[0].mention.sentence == sides[1].mention.sentence and sides[0].votes + sides[1].votes > LEAST
    firm = share.role == "share" and both
    told = firm and any(_is_slip(share.mention, one.interval.middle) for one in made)
    if not told and firm:
        told = any(_slipped_side(shown, *pair) for pair in (sides, sides[::-1]))
    if fitting or told:
        best = fitting or min(made, key=lambda one: abs(one.interval.middle - shown.middle))
        yield share.mention, Relation(share.quantity, best, SAYS)


def _slipped_side(shown: Interval, one: Part, other: Part) -> bool:
    """Tell whether a slip in the second of two results makes the share of the first, or that of the second, what it is."""
    for low, high in ((shown.low, shown.high), (1 - shown.high, 1 - shown.low)):
        if low <= 0 or one.mention.kind == "pair":
            continue
        least, most = one.votes / high - one.votes, one.votes / low - one.votes
        middle = (least + most) / 2
        swapped = {Fraction(number) for number in _strokes(int(other.votes))}
        if any(least <= number <= most for number in swapped) and abs(middle - other.votes) > most - least:
            return True
    return False


def _strokes(number: int) -> Iterator[int]:
    """Yield what a slip of the pen makes of a number: two digits swapped, one other, or one too few or too many."""
    shown = str(number)
    for at in range(len(shown)):
        if at + 1 < len(shown):
            yield int(shown[:at] + shown[at + 1] + shown[at] + shown[at + 2 :])
            yield int(shown[:at] + shown[at + 1 :])
        yield from (int(shown[:at] + digit + shown[at + 1 :]) for digit in "0123456789" if digit != shown[at])
        yield from (int(shown[:at] + digit + shown[at:]) for digit in "0123456789")


def _part_of(side: Part, whole: list[Part]) -> Quantity:
    cast = sum((part.votes for part in whole), Fraction(0))
    working = f"{side.quantity.working} / ({' + '.join(part.quantity.working for part in whole)})"
    spans = tuple(span for part in whole for span in part.quantity.spans)
    return Quantity(Interval.exactly(side.votes / cast if cast else 0), "%", working, spans)


def _sums(
    article: Article, near: list[Sentence], parts: list[Part], votes: list[Part]
) -> Iterator[tuple[Mention, Relation]]:
    """Hold those on every side, and on neither, to the body that voted: never more than it, and all of it where all voted."""
    wholes = [part for part in parts if part.role == "whole"]
    if len(wholes) != 1 or len(votes) < TWO or any(part.votes >= wholes[0].votes for part in votes):
        return
    whole, made = wholes[0], total([part.quantity for part in votes])
    if article.word(article.place(whole.mention) - 1) == "with":
        return  # "the biggest party with 27 seats": it is no chamber
    words = _words(article, near)
    papers = handed_in(article, whole.mention) and any(part.role == "neither" for part in votes)
    over = made.interval.low - whole.votes
    everybody = papers or _complete().search(words) is not None or _rest(article, votes[-1].mention)
    everybody = everybody or (_away_too(article, votes) and not VOTELESS.search(words))
    firm = whole.votes < made.interval.low <= whole.votes * HALF_AGAIN if over > 0 else everybody
    apart = len({article.block_at(part.mention.span.start).start for part in (whole, *votes)}) > 1
    firm = firm and not (apart and whole.votes < SMALL) and not (over == -1 and ONE_ASIDE.search(words))
    firm = firm and not told_beside(article, Fraction(-over), whole.mention, [part.mention for part in votes])
    if over == 0 or (firm and not HOPED.search(words) and _slipped(whole, made, votes)):
        yield whole.mention, Relation(whole.quantity, made)


def _rest(article: Article, last: Mention) -> bool:
    """Tell whether a figure is of all that are left: the other four."""
    before = article.document.text[max(0, last.span.start - 16) : last.span.start]
    return re.search(r"\bthe (?:other|remaining|last) $", before, re.I) is not None


def _away_too(article: Article, votes: list[Part]) -> bool:
    """Tell whether both those who abstained and those who were not there are told, so that nobody is left."""
    behind = [article.around(part.mention, NEAR_BY)[1] for part in votes if part.role == "neither"]
    return any(map(ABSTAINED.match, behind)) and any(map(ABSENT.match, behind))
