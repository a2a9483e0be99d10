"""A match or a season told in several sentences: its legs, its sets, the lead before a run, the record before a win.

What the sentences share is the match; each figure has its part by the words right beside it, and a part that stands
twice, or words of another match between, leave the rest untold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.document import Span
from factcheck.link.context.scores import Score, either_way, lists, one_of, scores, stated
from factcheck.model import Relation
from factcheck.numerals import small_number, small_numbers
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.regexes import compiled

REACH, FURTHEST = 2, 420
"""So many sentences with figures about one, and so many characters, may tell of the same match."""

TWO, SETS, MOST_SETS, SEASON, NEAR = 2, 3, 5, 8, 2

AGGREGATE = Pattern(r"\b(?:on |the )?aggregate\b|\bover (?:the )?two legs\b", re.I)
LEG = Pattern(r"\b(?:first|second|return|away|home|opening) (?:leg|match|game|meeting)\b|\bon the night\b", re.I)
ANOTHER = Pattern(
    r"\b(?:last (?:season|year)|in (?:19|20)\d\d|league|on penalties|extra time|a year ago|shoot-?out|quarter-final|semi-final)\b",
    re.I,
)

SCORES, TENNIS = Pattern(r"\bscores? (?:were|was|of)\b|\bsets (?:were|ended|went)\b", re.I), 7
RUN = Pattern(r"\b(?:closed|closing|finished|ended|reeled off|went on|put together|produced)\b[^.;]{0,30}$", re.I)
FINAL = Pattern(r"\b(?:win|won|victory|lose|lost|prevail\w*|beat|home|final|succumb\w*)\b[^.;]{0,30}$", re.I)

AFTER = Pattern(r" after [^.;,]{0,30}?\b(?:win|victory|(?P<loss>loss|defeat))\b", re.I)
WINS = Pattern(r"\b(?P<won>\d+) wins and (?P<lost>\d+) (?:defeats|losses)\b")
WINNING = Pattern(r"\b(?:improved?|improving|moved?|climb\w*|rose)(?: back)? to (?:an? )?$", re.I)
SLIPPING = Pattern(r"\b(?:fell|dropped?|slipped?|sank)(?: back)? to (?:an? )?$", re.I)
HAD_BEEN = Pattern(
    r"\b(?:had been|were|was|went in(?:to [^.;]{1,24})? at|started(?: the \w+)? at|entered(?: the \w+)? at|came in at|stood at)(?: at| on)? $",
    re.I,
)
BEFORE = Pattern(
    r"\b(?:before|(?:gone|going|went) into|coming in|entering|at tip-?off|at kick-?off|that morning|overnight)\b", re.I
)


@cache
def _down() -> re.Pattern[str]:
    many = small_numbers(2)
    return compiled(
        rf"\b(?P<side>down|trailing|trailed|behind|ahead|up|leading|led)(?: by)? (?P<by>{many})(?: points)?(?=[ ,;.])(?! \w*-)",
        re.I,
    )


def across(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Yield what the pairs of a sentence must be by those of the sentences about it."""
    pairs = [one for one in scores(sentence) if one.left + one.right > 0]
    if not pairs or sentence.block in HEADINGS:
        return
    words = article.words(sentence)
    if AGGREGATE.search(words):
        yield from _legs(article, sentence, pairs)
    yield from _sets_won(article, sentence, pairs)
    yield from _after_win(article, sentence, pairs)
    yield from _closing(article, sentence, pairs)


def _near(article: Article, sentence: Sentence, back: int = REACH, ahead: int = REACH) -> list[Sentence]:
    """Return the sentences of copy about one, and itself."""
    here = sentence.mentions[0].span.start
    told = article.sentences[max(0, sentence.number - back) : sentence.number + ahead + 1]
    return [one for one in told if abs(one.mentions[0].span.start - here) <= FURTHEST and one.block == sentence.block]


def _ahead(article: Article, one: Score, reach: int = 48) -> str:
    start = article.span(article.sentences[one.mention.sentence].start, article.place(one.mention) + 1).start
    return article.document.text[max(start, one.mention.span.start - reach) : one.mention.span.start]


def _legs(article: Article, sentence: Sentence, pairs: list[Score]) -> Iterator[Relation]:
    """Add the two legs of a tie up to its aggregate: 2-2 in the first, then 2-1, so 4-3."""
    text = article.document.text
    whole = [
        one
        for one in pairs
        if AGGREGATE.search(text[one.mention.span.end :][:30]) or AGGREGATE.search(_ahead(article, one, 20))
    ]
    near = _near(article, sentence)
    legs = [one for told in near for one in scores(told) if one not in whole and one.games < SEASON * TWO]
    words = " ".join(map(article.words, near))
    if len(whole) != 1 or len(legs) != TWO or not (LEG.search(words) or "two legs" in words) or ANOTHER.search(words):
        return
    (tie,), (first, last) = whole, legs
    ways = {
        (a + c, b + d)
        for (a, b), (c, d) in product(either_way(first.left, first.right), either_way(last.left, last.right))
    }
    fits = bool(ways & either_way(tie.left, tie.right))
    near_miss = any(abs(left - tie.left) + abs(right - tie.right) <= TWO for left, right in ways)
    if fits or near_miss:
        made = one_of(
            ways | {(right, left) for left, right in ways},
            f"{first.mention.text} and {last.mention.text}",
            [first.mention, last.mention],
        )
        shown = sorted(f"{max(way)}-{min(way)}" for way in ways)
        yield Relation(
            stated(tie), made, "{working} do not come to {stated} on aggregate.", fix=" or ".join(dict.fromkeys(shown))
        )


def _sets_won(article: Article, sentence: Sentence, pairs: list[Score]) -> Iterator[Relation]:
    """Hold a result in sets to the scores that a sentence beside it lists."""
    result = [
        one
        for one in pairs
        if max(one.left, one.right) <= SETS and min(one.left, one.right) < SETS and one.left != one.right
    ]
    if len(result) != 1 or len(pairs) != 1:
        return
    for other in _near(article, sentence, back=1, ahead=1):
        for told in lists(article, other) if other is not sentence else ():
            full = [one for one in told if max(one.left, one.right) > MOST_SETS and one.left != one.right]
            if len(full) == len(told) == sum((result[0].left, result[0].right)):
                won = sum(one.left > one.right for one in full)
                ways = either_way(won, len(full) - won)
                shown = ", ".join(one.mention.text for one in full)
                made = one_of(ways, shown, [one.mention for one in full])
                told_so = min(max(one.left, one.right) for one in full) > TENNIS or SCORES.search(article.words(other))
                doubt = None if told_so else "the scores may be of another match"
                yield Relation(
                    stated(result[0]),
                    made,
                    doubt=doubt,
                    says="{working} make {implied}, not {stated}.",
                    fix=f"{max(won, len(full) - won)}-{min(won, len(full) - won)}",
                )


def _after_win(article: Article, sentence: Sentence, pairs: list[Score]) -> Iterator[Relation]:
    """Hold a record that a game made to the one before it: improved to 14-6; they had been 13-6."""
    for now in pairs:
        won = 1 if WINNING.search(_ahead(article, now)) else -1 if SLIPPING.search(_ahead(article, now)) else 0
        after = AFTER.match(article.document.text[now.mention.span.end :][:48])
        won = won or (0 if after is None else -1 if after["loss"] else 1)
        if not won or now.games < SEASON:
            continue
        others = [
            one
            for told in _near(article, sentence)
            for one in scores(told)
            if one is not now and abs(one.games - now.games) <= NEAR + 1
        ]
        before = [
            one
            for one in others
            if HAD_BEEN.search(_ahead(article, one))
            and BEFORE.search(article.words(article.sentences[one.mention.sentence]))
        ]
        yield from _in_words(article, sentence, now, won)
        if len(before) == 1:
            was, made = _had_been(now, won)
            yield Relation(stated(before[0]), made, "{working} was {implied} before it, not {stated}.", fix=was)


def _had_been(now: Score, won: int) -> tuple[str, Quantity]:
    """Return a record as it stood before the game that made it what it is: as it is written, and with its working."""
    left, right = now.left - (won > 0), now.right - (won < 0)
    working = f"{now.mention.text} after a {'win' if won > 0 else 'loss'}"
    return f"{left}-{right}", one_of({(left, right)}, working, [now.mention])


def _in_words(article: Article, sentence: Sentence, now: Score, won: int) -> Iterator[Relation]:
    """Hold a record in words to the one that a game made of it: 17-13 after a loss, having had 17 wins and 12 defeats."""
    for told in _near(article, sentence):
        here = article.span(told.start, told.end)
        found = WINS.search(article.document.text, here.start, here.end) if BEFORE.search(article.words(told)) else None
        left, right = (small_number(found["won"]), small_number(found["lost"])) if found else (0, 0)
        if found and abs(left + right - now.games) <= NEAR:
            was, made = _had_been(now, won)
            said = Quantity.named(f"{left}-{right}", found[0], Span(*found.span()))
            yield Relation(said, made, "{working} was {implied} before it, not {stated}.", fix=was)
            return


def _closing(article: Article, sentence: Sentence, pairs: list[Score]) -> Iterator[Relation]:
    """Hold a final score to the gap and the run before it: down by 11, a 21-6 run, so four points in it."""
    near = _near(article, sentence, back=1, ahead=0)
    start, end = article.span(near[0].start, near[0].end).start, article.here(sentence).end
    text = article.document.text
    runs = [
        one
        for told in near
        for one in scores(told)
        if RUN.search(_ahead(article, one)) and text[one.mention.span.end :].startswith((" run", " spurt", " burst"))
    ]
    final = [
        one
        for one in pairs
        if one not in runs and FINAL.search(_ahead(article, one)) and one.games > max(SEASON * TWO, 0)
    ]
    gaps = [found for found in _down().finditer(text, start, end)]
    if len(runs) == len(final) == len(gaps) == 1 and gaps[0].start() < runs[0].mention.span.start:
        run, last, gap = runs[0], final[0], gaps[0]
        behind = gap["side"].lower() in ("down", "trailing", "trailed", "behind")
        apart = (
            abs(run.left - run.right) - small_number(gap["by"])
            if behind
            else abs(run.left - run.right) + small_number(gap["by"])
        )
        margin = abs(last.left - last.right)
        if apart > 0 and abs(apart - margin) <= TWO * TWO:
            working = f"{run.mention.text} from {gap['by']} {'down' if behind else 'up'}"
            made = Quantity(Interval.exactly(apart), "", working, (run.mention.span, Span(*gap.span("by"))))
            said = Quantity(Interval.exactly(margin), "", last.mention.text, (last.mention.span,))
            yield Relation(
                said, made, "{working} leaves {implied} in it, not {stated}.", fix="another score, run or gap"
            )
