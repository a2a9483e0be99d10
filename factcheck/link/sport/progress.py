"""A score on its way: a lead at the break and what was added, a run that turned a deficit, a series of so many, sets and points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.context.scores import added_up, either_way, half_right, lists, one_of, scores, stated
from factcheck.link.series.figures import bare, value
from factcheck.model import Mention, Relation
from factcheck.numerals import small_number, small_numbers
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity

TURNED = "{first:pair} ... {second:pair} <w>? ... into DETERMINER? {third:pair}"
FEWEST_GAMES = 10
THREE = 3
WON_LENGTH = len(".530")

HALF = Pattern(
    r"\b(?:at|by|before|into|to) (?:the )?(?:break|half[- ]?time|half|interval|turn|tea|lunch|intermission)\b|\bhalf-?time\b",
    re.I,
)

ADDED = Pattern(
    r"\b(?:add(?:ed|ing)|put on|pil(?:ed|ing) on|scor(?:ed|ing)|outscored|ran in|rattled off|reeled off|ran up|racked up)\b(?: \w+)? $",
    re.I,
)

MORE = Pattern(r" (?:more|further|points?|unanswered|without reply|goals?|runs?)\b|[,.]", re.I)


def since_the_break(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add what one side scored later to the score at the break: led 14-6, added 17, so 31."""
    text = article.document.text
    if not HALF.search(article.words(sentence)):
        return
    near = [one for one in article.sentences[sentence.number : sentence.number + 2] if one.block == sentence.block]
    told = [each for other in near for each in scores(other)]
    gains = [
        one for other in near for one in other.of_kind("count|points") if _is_gain(text, one) and one.upper is None
    ]
    if len(told) != 2 or len(gains) != 1 or not told[0].mention.first < gains[0].first:
        return
    half, final = told
    if max(final.left, final.right) < max(half.left, half.right):
        return  # Won 104-97 to improve to 11-8.
    ways = {(final.left - half.left), (final.right - half.right), (final.left - half.right), (final.right - half.left)}
    gain = value(gains[0])
    fitting = gain if gain in ways else Fraction(final.left - half.left)
    working = f"{final.mention.text} after {half.mention.text}"
    spans = (final.mention.span, half.mention.span)
    said = Quantity(Interval.exactly(gain), "", gains[0].text, (gains[0].span,))
    yield Relation(
        said,
        Quantity(Interval.exactly(fitting), "", working, spans),
        "{stated} does not part {working}: that is {implied}.",
    )


def _is_gain(text: str, one: Mention) -> bool:
    before = text[max(0, one.span.start - 24) : one.span.start]
    behind = MORE.match(text, one.span.end) or one.kind == "points"
    return bool(one.number) and not one.hedge and ADDED.search(before) is not None and bool(behind)


def turned(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add a run to the score that it turned into another: 12-0 turned 61-58 into 70-61."""
    for found in phrase(TURNED).finditer(article.skeleton, sentence.start, sentence.end):
        by_mention = {each.mention.first: each for each in scores(sentence)}
        run, before, after = (
            by_mention.get(article.at[found.start(name)].first) for name in ("first", "second", "third")
        )
        if run and before and after:
            ways = added_up(before, run)
            working = f"{before.mention.text} and {run.mention.text}"
            firm = half_right(after, ways) or (after.left, after.right) in ways
            implied = one_of(ways, working, [before.mention, run.mention])
            yield Relation(stated(after), implied, doubt=None if firm else "the scores may be of other games")


FIRST_OF = Pattern(r"\b(?:first|opening) (?:quarter|period|third|session|set|half)\b", re.I)

SO_LED = Pattern(r"\b(?:led|lead|leading|ahead|up|trailed|trailing|down|behind)(?: by)? $", re.I)


def two_periods(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add two periods up to the score at the interval: 18-12 and 20-19, so 38-31."""
    told = scores(sentence)
    if len(told) != THREE or not FIRST_OF.search(article.words(sentence)):
        return
    one, other, led = told
    before = article.document.text[max(0, led.mention.span.start - 24) : led.mention.span.start]
    ways = added_up(one, other)
    if SO_LED.search(before):
        working = f"{one.mention.text} and {other.mention.text}"
        doubt = None if half_right(led, ways) else "the scores may be of other periods"
        yield Relation(stated(led), one_of(ways, working, [one.mention, other.mention]), doubt=doubt)


BEST_OF = Pattern(lambda: rf"\bbest[- ]of[- ](?P<many>{small_numbers(2)})\b", re.I)

WON = Pattern(r"\b(?:won|win|winner|victory|beat|defeated|triumph\w*|clinch\w*|edged|took it|over)\b", re.I)

AHEAD = Pattern(
    r"\b(?:led|leads?|leading|up|ahead|trail\w*|down|behind|tied|level|all square|overnight|so far|if|would)\b", re.I
)

TRAILING = Pattern(r"\b(?:trail\w*|down|behind)\b", re.I)


def best_of(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold the winner's games, and the wins that a leader still needs, to a series of so many: 10-8 in the best of 19."""
    words = article.words(sentence)
    found = BEST_OF.search(words)
    told: list[tuple[int, int, str, tuple[Span, ...]]] = [
        (each.left, each.right, each.mention.text, (each.mention.span,)) for each in scores(sentence)
    ]
    told += [] if told else _in_games(article, sentence)
    many = small_number(found["many"]) if found else 0
    if found is None or len(told) != 1 or many % 2 == 0 or many < 2:
        return
    start = article.here(sentence).start
    named = Span(start + found.start(), start + found.end())
    needed, (left, right, text, spans) = many // 2 + 1, told[0]
    if AHEAD.search(words):
        more = [one for one in sentence.of_kind("count") if _is_wanting(article, one)]
        for one in more[:1]:
            behind = TRAILING.search(words) is not None
            fitting = Fraction(needed - (min if behind else max)(left, right))
            made = Quantity(Interval.exactly(fitting), "", f"{needed} - {needed - fitting}", (named, *spans))
            yield Relation(bare(one), made)
    elif WON.search(words) and max(left, right) <= many:
        loser = min(left, right)
        ways = either_way(needed, loser) if loser < needed else either_way(needed, needed - 1)
        says = f"A {found[0].replace(' ', '-')} ends when one side has won {needed}, not at {{stated}}."
        said = Quantity.named(f"{left}-{right}", text, *spans)
        yield Relation(said, _named(ways, found[0], named), says)


IN_GAMES = "{one:count} <w> to {other:count}"


def _in_games(article: Article, sentence: Sentence) -> list[tuple[int, int, str, tuple[Span, ...]]]:
    """Return a score told in words: three games to one."""
    found = phrase(IN_GAMES).search(article.skeleton, sentence.start, sentence.end)
    if found is None or article.word(found.start("one") + 1) not in (
        "games",
        "matches",
        "frames",
        "sets",
        "legs",
        "wins",
    ):
        return []
    one, other = article.at[found.start("one")], article.at[found.start("other")]
    return [(int(value(one)), int(value(other)), f"{one.text} to {other.text}", (one.span, other.span))]


def _named(ways: set[tuple[int, int]], text: str, span: Span) -> Quantity:
    return Quantity.one_of((f"{left}-{right}" for left, right in ways), text, span)


def _is_wanting(article: Article, one: Mention) -> bool:
    text = article.document.text
    before, behind = text[max(0, one.span.start - 16) : one.span.start], text[one.span.end : one.span.end + 16]
    return (
        re.search(r"\b(?:need|needs|needing|require|requires|wanting|are|is) $", before) is not None
        and re.match(r" (?:more|wins?|victor|away|further|frames|games)\b", behind) is not None
    )


RECORD_IN_WORDS = Pattern(
    rf"\b(?P<won>{small_numbers(3)}) (?:wins|victories) (?:and|to|against) (?P<lost>{small_numbers(3)}) (?:defeats?|losses)\b",
    re.I,
)
NOW = Pattern(r"\b(?:now|drops? (?:them )?to|moves? (?:them )?to|improved? to|fell to|are|is) $", re.I)
ONE_LOST = Pattern(r"\b(?:lost|beaten|defeat(?:ed)?|went down|loss)\b", re.I)
ONE_WON = Pattern(r"\b(?:won|beat|victory|win)\b", re.I)


def one_more(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add the game just played to a record in words: 14 wins and five defeats, then beaten, so 14-6."""
    text, here = article.document.text, article.here(sentence)
    then = RECORD_IN_WORDS.search(text, here.start, here.end)
    if then is None:
        return
    now = [
        each
        for each in scores(sentence)
        if NOW.search(text, max(here.start, each.mention.span.start - 24), each.mention.span.start)
    ]
    opening = text[here.start : then.start()]
    lost, won = ONE_LOST.search(opening), ONE_WON.search(opening)
    left, right = small_number(then["won"]), small_number(then["lost"])
    if len(now) == 1 and left + right >= FEWEST_GAMES and (lost is None) != (won is None):
        made = (left, right + 1) if lost else (left + 1, right)
        span = Span(*then.span())
        implied = _named({made}, f"{then[0]}, and one {'lost' if lost else 'won'}", span)
        yield Relation(
            stated(now[0]), implied, doubt=None if half_right(now[0], {made}) else "other games may have been played"
        )


BARS = frozenset({"below", "above", "under", "over", "at", "to", "reach", "reached"})
"""Before .500 these make it a bar and no share of games won: below .500 at 25-26."""


def quota(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Work out what share of its games a side has won: 53 wins and 47 losses are .530."""
    shares = [one for one in sentence.of_kind("count") if one.text[0] == "." and len(one.text) == WON_LENGTH]
    if len(shares) != 1 or shares[0].number is None or article.word(article.place(shares[0]) - 1) in BARS:
        return
    text, here = article.document.text, article.here(sentence)
    told = RECORD_IN_WORDS.search(text, here.start, here.end)
    pairs = [each for each in scores(sentence) if each.games >= FEWEST_GAMES]
    if told:
        won, lost, shown, span = small_number(told["won"]), small_number(told["lost"]), told[0], Span(*told.span())
    elif len(pairs) == 1:
        won, lost, shown, span = pairs[0].left, pairs[0].right, pairs[0].mention.text, pairs[0].mention.span
    else:
        return
    made = Interval.exactly(Fraction(won, won + lost))
    said = Quantity(shares[0].number.interval, "", shares[0].text, (shares[0].span,))
    yield Relation(
        said,
        Quantity(made, "", shown, (span,)),
        doubt=None if told or abs(made.low - value(shares[0])) < Fraction(1, 50) else "of other games",
    )


def points_played(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add up the points of a match's games: 21-17, 18-21, 21-15 are 60 of 113."""
    for told in lists(article, sentence):
        left, right = sum(each.left for each in told), sum(each.right for each in told)
        whole = [
            one
            for one in sentence.of_kind("points|count")
            if one.number and value(one) in (left + right, Fraction(left + right, 100))
        ]
        for one in sentence.of_kind("count"):
            between = article.document.text[one.span.end : whole[0].span.start] if whole else ""
            if whole and re.fullmatch(r" of (?:the )?", between) and len(told) > 1:
                fitting = value(one) if value(one) in (left, right) else Fraction(max(left, right))
                made = Quantity(
                    Interval.exactly(fitting),
                    "",
                    " + ".join(each.mention.text for each in told),
                    tuple(each.mention.span for each in told),
                )
                yield Relation(bare(one), made)


def nth_of_record(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold which win or loss of the season a game was to the record that it led to: their fifth loss, so 9-5."""
    text, here = article.document.text, article.here(sentence)
    told = [
        each
        for each in scores(sentence)
        if LED_TO.search(text, max(here.start, each.mention.span.start - 24), each.mention.span.start)
    ]
    for one in sentence.of_kind("ordinal") if len(told) == 1 else ():
        behind = OF_SEASON.match(text, one.span.end)
        kind = (
            (behind["kind"] or behind["plain"] or _kind_before(text, here.start, one.span.start)).lower()
            if behind
            else ""
        )
        if one.number and kind:
            side = told[0].left if kind.startswith(("w", "v")) else told[0].right
            doubt = None if abs(side - one.number.middle) <= 1 else "of another season"
            made = Quantity(Interval.exactly(side), "", told[0].mention.text, (told[0].mention.span,))
            says = "The {stated} " + ("win" if kind.startswith(("w", "v")) else "loss") + " does not lead to {working}."
            yield Relation(
                Quantity(Interval.exactly(one.number.middle), "", one.text, (one.span,)), made, says, doubt=doubt
            )


LED_TO = Pattern(
    r"\b(?:left (?:them|him|her|it)|leav(?:es|ing) (?:them|him|her|it)|(?:fell|dropped|drops|falls|slipped|improved|improves|moved|moves|are now|is now)(?: to)?)(?: at)? $",
    re.I,
)
OF_SEASON = Pattern(
    r" (?:(?P<kind>loss|defeat|win|victory) )?of the (?:year|season|campaign)\b| (?P<plain>loss|defeat|win|victory)\b(?! (?:in|at|over|against|on|of|since|for)\b)",
    re.I,
)


def _kind_before(text: str, start: int, stop: int) -> str:
    found = re.search(r"\b(loss|defeat|win|victory)\b[^.;\n]{0,30}$", text[start:stop], re.I)
    return found[1].lower() if found else ""
