"""What a vote had to reach, told as a share of those who vote, and whether it did: two-thirds of 15 are ten, so nine fail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from factcheck.article import BIT, Article, Sentence
from factcheck.document import Span
from factcheck.link.series.figures import counted, value
from factcheck.link.series.tallies import Tally, bodies, is_body
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import HUGE, Interval, Quantity
from factcheck.records import NamedTuple

OR = ("{bar:fraction} , or {votes:count}", "{bar:fraction} of DETERMINER? <wN>? {size:count} ... , or {votes:count}")
OF = "{bar:fraction|percent} <w>? of DETERMINER? (<wN> <'>)? {whole:count}"
OF_BODY = "{bar:fraction|percent} majority ... {whole:count} - <w>"
REACH = 2
CLOSE = Fraction(3, 20)
"""A number of votes so near to the share of a body is meant to be it."""

LARGEST_SHARE = Fraction(9, 10)
LEAST_SHARE = Fraction(1, 20)


class Passing(NamedTuple):
    """An outcome as said, as the votes it may mean, and the votes that there were."""

    stated: Quantity
    implied: Quantity
    says: str


BAR = Pattern(r"\b(?:need\w*|requir\w+|takes?|took|threshold|hurdle|majority|must|had to|want(?:s|ed))\b", re.I)

PASSED = Pattern(
    r"\b(?:(?:they )?got (?:it|them)|(?:has|have|had) (?:reached|met|cleared) (?:it|that|them)|it (?:passed|cleared|carried)|was (?:carried|passed|adopted|approved)|(?<=and )carried|becomes? law|became law|(?<!not )(?<!n't )enough\b"
    r"|the veto was overridden|passed|cleared it|succeeded)\b",
    re.I,
)

FAILED = Pattern(
    r"\b(?:fell short|falls short|not enough|too few|it failed|failed to pass|was (?:lost|defeated|rejected)|(?:bill|motion|measure|amendment) failed"
    r"|veto stands|missed it)\b",
    re.I,
)

OTHER_BAR = Pattern(
    r"\b(?:simple|bare|ordinary|plain) majority\b|\b(?:will|would)(?: \w+)? (?:need|require|take)\b", re.I
)
"""These tell of another bar, or of a vote that is still to come."""

OF_VOTES = Pattern(
    r" of (?:the |all )?(?:valid |total )?(?:votes|ballots|poll|those (?:voting|present|who voted))\b", re.I
)
"""Behind a share these make it one of the votes that were cast, and not of the body."""

MARK = Pattern(
    r"\bmajority (?:in|of) (?:the|a|an|its|their) (?P<size>\d{2,3})[- ](?:member|seat)\w*(?: \w+){1,2}? (?:is|means|requires|needs|takes|stands at) (?P<bar>\d{2,3})\b"
)
"""Where a text says what a majority of a body is: a majority in the 230-member parliament is 116."""


def marks(article: Article) -> Iterator[Passing]:
    """Yield every number that a text calls a majority of a body, with one more than half of it."""
    text, told = article.document.text, article.holding("majority")
    spans = (article.here(sentence) for sentence in told)
    for found in (one for span in spans for one in MARK.finditer(text, span.start, span.end)):
        size, bar = int(found["size"]), int(found["bar"])
        least, most = (size + 1) // 2, size // 2 + 1
        if abs(bar - most) <= size * CLOSE:
            span, body = Span(*found.span("bar")), Span(*found.span("size"))
            allowed = Interval(Fraction(least), Fraction(most)) if least <= bar <= most else Interval.exactly(most)
            made = Quantity(allowed, "", f"more than half of {size}", (body,))
            stated = Quantity(Interval.exactly(bar), "", found["bar"], (span,))
            yield Passing(stated, made, f"More than half of {size} is {most}, not {{stated}}.")


def passings(article: Article, told: list[Tally]) -> Iterator[Passing]:
    """Yield every outcome of a vote whose bar is a share, with the votes that were cast for it."""
    yield from marks(article)
    for said in article.match(*OR):
        yield from _in_votes(article, said.sentence, said.bar, said.votes)
    last = len(article.sentences)
    beside = {
        one.sentence.number + step for one in told for step in (-1, 0, 1) if 0 <= one.sentence.number + step < last
    }
    beside |= {said.sentence.number for said in article.match(OF, OF_BODY)}
    for sentence in (article.sentences[number] for number in sorted(beside)):
        if sentence.kinds & (BIT["F"] | BIT["P"]) and BAR.search(article.words(sentence)):
            bars = [one for one in sentence.of_kind("share") if LEAST_SHARE <= value(one) <= LARGEST_SHARE]
            if len(bars) == 1 and not bars[0].hedge:
                yield from _outcome(article, sentence, bars[0], told)


def _in_votes(article: Article, sentence: Sentence, bar: Mention, votes: Mention) -> Iterator[Passing]:
    """Yield the bar in votes with its share of the one number that it can be of: two-thirds, or 88, of 132."""
    near = article.sentences[max(0, sentence.number - 1) : sentence.number + 1]
    counts = [one for other in near for one in other.of_kind("count") if not one.hedge and one is not votes]
    wholes = [one for one in counts if abs(value(one) * value(bar) - value(votes)) <= value(votes) * CLOSE]
    if len({value(one) for one in wholes}) == 1 and not votes.hedge and value(votes) > 1:
        exact = value(wholes[0]) * value(bar)
        allowed = Interval(Fraction(int(exact)), Fraction(int(exact) + 1))
        working = f"{bar.text} of {wholes[0].text}"
        fits = allowed if allowed.low <= value(votes) <= allowed.high else Interval.exactly(ceil(exact))
        made = Quantity(fits, "", working, (bar.span, wholes[0].span))
        yield Passing(counted(votes), made, "{working} is {implied}, not {stated}.")


def _outcome(article: Article, sentence: Sentence, bar: Mention, told: list[Tally]) -> Iterator[Passing]:
    """Yield what is said to have come of a vote, in the bar's sentence or the next."""
    near = article.sentences[sentence.number : sentence.number + REACH]
    before = article.sentences[max(0, sentence.number - 1) : sentence.number]
    if before and before[0].block == sentence.block and any(one.sentence is before[0] for one in told):
        near = [*before, *near]
    wholes = [one for other in near for one in other.of_kind("count")]
    tally = next((one for one in told if one.sentence in near), None)
    of = phrase(OF).search(article.skeleton, sentence.start, sentence.end)
    if tally is not None:
        cast_by = {*tally.yes.spans, *tally.no.spans}
        sizes = (value(one) for one in bodies(article, tally.sentence) if one.span not in cast_by)
        size = Fraction(0) if OF_VOTES.match(article.document.text, bar.span.end) else max(sizes, default=Fraction(0))
        cast = tally.yes.interval.low + tally.no.interval.low
        bases, part, whole = {base for base in (size, cast) if base > 0}, tally.yes, f"{bar.text} of {float(cast):g}"
    elif of is not None and len(wholes) == 2:
        size_of = article.at[of.start("whole")]
        voted = next(one for one in wholes if one is not size_of)
        if value(voted) >= value(size_of) or voted.hedge:
            return
        bases, part, whole = {value(size_of)}, counted(voted), f"{bar.text} of {size_of.text}"
    elif len(wholes) == 2 and (sized := [one for one in wholes if is_body(article, one)]) and sized[0] is wholes[0]:
        if value(wholes[1]) >= value(sized[0]) or wholes[1].hedge:
            return
        bases, part, whole = {value(sized[0])}, counted(wholes[1]), f"{bar.text} of {sized[0].text}"
    else:
        return
    outcome = None if any(OTHER_BAR.search(article.words(one)) for one in near) else _said(article, near, part)
    if outcome is None or not bases:
        return
    passed, span = outcome
    bars = sorted(ceil(base * value(bar)) for base in bases)
    allowed = Interval(Fraction(bars[0]), HUGE) if passed else Interval(Fraction(0), Fraction(bars[-1]) - 1)
    words = article.text(span)
    stated = Quantity(allowed, "", words, (span, bar.span))
    yield Passing(stated, part, f"{whole} is {bars[0]}: {{implied}} do not agree with “{words}”.")


def _said(article: Article, near: list[Sentence], part: Quantity) -> tuple[bool, Span] | None:
    """Return whether a vote is said to have passed, and where; None where the text says neither or both."""
    voted = next(
        other for other in near if other.end and part.spans[0].start <= article.span(other.start, other.end).end
    )
    here = article.span(voted.start, voted.end)
    end = article.document.text.find("\n", here.end)
    text = article.document.text
    stop = min(end if end >= 0 else len(text), here.end + 120)
    passed = PASSED.search(text, part.spans[0].end, stop)
    failed = FAILED.search(text, part.spans[0].end, stop)
    if (passed is None) == (failed is None):
        return None
    found = passed or failed
    return (passed is not None, Span(*found.span())) if found else None
