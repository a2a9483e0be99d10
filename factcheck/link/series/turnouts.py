"""Turnout: the share of those on the roll who voted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import BIT, Article, Said, Sentence
from factcheck.link.series import shares
from factcheck.link.series.figures import counted, slip, value
from factcheck.link.series.shares import is_part, ratio, sharply
from factcheck.link.series.tallies import Tally, behind
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Quantity, total
from factcheck.records import NamedTuple

OF_THE_ROLL = "{share:fraction|percent} of DETERMINER? (<wN> <'>)? {whole:count}"
LEAST = 100
NEAR, PAIR = 3, 2
OUT_OF = ("{part:count} out? of DETERMINER? {whole:count}", "of DETERMINER? {whole:count} ... {part:count}")
UNSURE = "others may have voted"


class Turnout(NamedTuple):
    """A turnout as said and as it follows; `doubt` why it may be of other votes."""

    stated: Quantity
    implied: Quantity
    doubt: str | None = None


def _of_the_roll(article: Article, said: Said, tallied: list[Tally]) -> Iterator[Turnout]:
    """Hold a share of the roll to those who voted, in its sentence or a tally near by: a third of the 71,300 on the rolls."""
    if not ON_THE_ROLL.match(behind(article, said.whole)):
        return
    counts = [one for one in said.sentence.of_kind("count") if one is not said.whole and value(one) >= LEAST]
    voted = [one for one in counts if VOTED.match(behind(article, one)) and is_part(one, said.whole)]
    for part in voted[:1]:
        yield Turnout(shares.said(said.share), ratio(part, said.whole), None if len(counts) == 1 else UNSURE)
    for told in [] if counts else tallied:
        cast = total([told.yes, told.no])
        if abs(told.sentence.number - said.sentence.number) <= NEAR and cast.interval.low < value(said.whole):
            yield Turnout(shares.said(said.share), (cast / counted(said.whole)).as_unit("%"), UNSURE)


TURNOUT = Pattern("urnout|투표율")

VOTED = Pattern(
    r" (?:[\w-]+ ){0,3}?(?:(?:who|that) (?:turned out|voted|took part)|voted|turned out|ballots|votes|papers)\b", re.I
)

ON_THE_ROLL = Pattern(
    r"^(?:[ -][\w-]+){0,3}? (?:registered|eligible|entitled to vote|able to vote|qualified to vote|electors?|electorate|enrolled|voters|on (?:the|its|their) (?:register|rolls?|books))",
    re.I,
)

WANTED = Pattern(
    r"\b(?:requir\w+|need\w*|threshold|minimum|quorum|expect\w*|predict\w*|forecast|at least|would|could|may|if)\b",
    re.I,
)

ANOTHER = Pattern(r"\b(?:where|when|ago|than|compared|previous\w*|earlier)\b|지난|당시|때보다", re.I)
"""What tells that votes may be those of another place or time than the turnout."""


def turnouts(article: Article, tallied: list[Tally]) -> Iterator[Turnout]:
    """Yield every turnout with the ballots, or the votes of a tally, and those who might have voted."""
    for said in article.match(OF_THE_ROLL):
        yield from _of_the_roll(article, said, tallied)
    for sentence in article.sentences:
        if not sentence.kinds & BIT["P"] or sentence.block == "cell":
            continue
        words = article.words(sentence)
        share = _percentage(article, sentence) if TURNOUT.search(words) else None
        if share is not None:
            yield from _of_all(article, sentence, share)
            yield from _turnout_of(article, sentence, share)


EVERYBODY = Pattern(
    r" of (?:the |its |their |all )?(?:(?:whole|entire|total|full|eligible) )?(?:membership|electorate|workforce|(?:eligible|registered) voters|all (?:members|voters))\b",
    re.I,
)
"""What is said of all who might have voted, not of those who did: half of the whole membership."""


def _of_all(article: Article, sentence: Sentence, turnout: Mention) -> Iterator[Turnout]:
    """Take a share of those who voted, and the turnout, for one of all: 71.5 per cent of 58 is 41 of the membership."""
    shares_told = [one for one in sentence.of_kind("share") if one is not turnout]
    whole = [one for one in shares_told if EVERYBODY.match(article.document.text, one.span.end)]
    voted = [one for one in shares_told if one not in whole and one.kind == "percent"]
    if len(whole) == len(voted) == 1 and not ANOTHER.search(article.words(sentence)):
        made = (voted[0].quantity.as_unit("") * turnout.quantity.as_unit("")).as_unit("%")
        yield Turnout(shares.said(whole[0]), made)


def _percentage(article: Article, sentence: Sentence) -> Mention | None:
    """Return the percentage that is a turnout: the one nearest behind the word, or straight before it."""
    text = article.document.text
    for mention in sentence.mentions:
        if mention.kind == "percent":
            before = text[max(0, mention.span.start - 30) : mention.span.start]
            if TURNOUT.search(before) or text[mention.span.end : mention.span.end + 12].strip().startswith("turnout"):
                return mention
    return None


def _turnout_of(article: Article, sentence: Sentence, share: Mention) -> Iterator[Turnout]:
    near = article.sentences[max(0, sentence.number - 4) : sentence.number + 2]
    counts = [
        mention
        for other in near
        for mention in other.mentions
        if mention.kind == "count" and value(mention) >= LEAST and article.word(article.place(mention) - 1) != "by"
    ]
    tied = _tied(article, sentence)
    if tied and not WANTED.search(article.words(sentence)):
        yield Turnout(_fitting(sentence, share, ratio(*tied)), ratio(*tied))
        return
    registered = [mention for mention in counts if ON_THE_ROLL.match(behind(article, mention))]
    rolls = registered or counts
    pairs = [(part, whole) for whole in rolls for part in counts if is_part(part, whole)]
    spoilt = [mention for other in near for mention in other.of_kind("count") if _spoilt(article, mention)]
    for part, whole in pairs:
        if sharply(share, part, whole):
            yield Turnout(share.quantity, ratio(part, whole))
            return
    if not registered or WANTED.search(article.words(sentence)):
        return
    if len(spoilt) == 1 and len(registered) == 1:
        with_spoilt = list(_with_spoilt(share, counts, spoilt[0], registered[0]))
        yield from with_spoilt
        if with_spoilt:
            return
    same = [mention for mention in counts if mention.sentence == sentence.number]
    told = [(part, whole) for part, whole in pairs if {part, whole} == set(same)]
    slips = [(part, whole) for part, whole in pairs if whole in same and slip(share, value(part) / value(whole))]
    for part, whole in (told or slips)[:1]:
        yield Turnout(_fitting(sentence, share, ratio(part, whole)), ratio(part, whole))


def _fitting(sentence: Sentence, share: Mention, made: Quantity) -> Quantity:
    """Return the percentage of a sentence that agrees with a turnout worked out, else the one that is said to be it."""
    like = (one.quantity for one in sentence.of_kind("percent"))
    return next((one for one in like if one.interval.meets(made.interval)), share.quantity)


def _tied(article: Article, sentence: Sentence) -> tuple[Mention, Mention] | None:
    """Return those who voted and those who might have, where one phrase names both and the sentence counts no others."""
    if len(sentence.of_kind("count")) != PAIR or ANOTHER.search(article.words(sentence)):
        return None
    match = next(
        filter(None, (phrase(shape).search(article.skeleton, sentence.start, sentence.end) for shape in OUT_OF)), None
    )
    part, whole = (article.at[match.start(name)] for name in ("part", "whole")) if match else (None, None)
    tied = part is not None and whole is not None and value(part) >= LEAST and is_part(part, whole)
    return (part, whole) if tied and part and whole else None


def _spoilt(article: Article, mention: Mention) -> bool:
    """Tell whether a count is of papers cast that did not count."""
    return re.match(r"[^.;,\n]{0,25}\b(?:spoil|rejected|blank|invalid)", behind(article, mention)) is not None


def _with_spoilt(share: Mention, counts: list[Mention], spoilt: Mention, roll: Mention) -> Iterator[Turnout]:
    """Turnout where papers that did not count stand apart from those that did: 38,000 valid, 96 rejected."""
    for valid in counts:
        cast = total([counted(valid), counted(spoilt)]) if valid not in (spoilt, roll) else None
        if cast is not None and value(valid) + value(spoilt) < value(roll):
            made = (cast / counted(roll)).as_unit("%")
            near = slip(share, (value(valid) + value(spoilt)) / value(roll))
            if near or made.interval.meets(share.quantity.interval):
                yield Turnout(share.quantity, made)
                return
