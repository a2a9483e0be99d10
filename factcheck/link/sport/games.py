"""A match: its sets, its periods, and the run that closed it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factcheck.article import Article, Sentence
from factcheck.link.context.scores import Score, either_way, half_right, lists, one_of, scores, stated
from factcheck.link.sport.telling import is_gaelic
from factcheck.model import Relation
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity

RUNS = frozenset({"run", "spurt", "burst"})
CLOSING = frozenset({"closed", "ended", "finished", "closing"})
MOST_SETS = 5
FEWEST_PERIODS = 3
CLOSE = 5
TENNIS = 7
MISS = 10
WICKETS = 10
FAR_ON = 10
HAUL = frozenset({"figures", "haul", "return", "returns", "analysis", "bag"})
WON = frozenset({"beat", "beats", "beating", "defeated", "defeats", "downed", "won", "win", "wins", "winning", "took", "through", "past",
                 "edged", "overcame", "prevailed", "triumphed"})  # fmt: skip
LOST = frozenset(
    {
        "lost",
        "lose",
        "loses",
        "losing",
        "fell",
        "falling",
        "out",
        "beaten",
        "defeat",
        "trailed",
        "retired",
        "ret",
        "retd",
    }
)
CUT_SHORT = frozenset("retired ret retd retiring unfinished suspended abandoned led leading".split())
WINNER = "the winner"
TENNIS_TOLD = Pattern(r"\btennis\b|\bWimbledon\b|\bDavis Cup\b|\btie-?breaks?\b|\bGrand Slam\b", re.I)
SHORT_SETS = Pattern(r"\b(?:short|format|fast|first to)\b", re.I)
SAID = 32
TWO_AHEAD = 2
SET_POINTS = frozenset({6, 7, 8, 9, 10, 11, 15, 21, 25})
"""What a set is played to, of tennis, squash, badminton or volleyball; beyond it the winner is two ahead, or one."""
FAR = 60
"""So many words about the scores a remark on the sets is of the same player."""


def sets(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Count the sets of a match that its scores show, against its result and what is said of them."""
    for told in [] if is_gaelic(article) and not _of_tennis(article) else lists(article, sentence):
        listed = [each for each in told if max(each.left, each.right) > MOST_SETS]
        if len(listed) > 1 and len(told) - len(listed) <= 1 and all(map(_is_over, listed)):
            won = sum(each.left > each.right for each in listed)
            yield from _result(article, sentence, listed, won)
            yield from _winner(article, sentence, listed, won)
            yield from _each_won(article, sentence, listed)
            yield from _unfinished(article, sentence, listed)
            yield from _straight(article, sentence, listed, won)
            yield from _dropped(article, sentence, listed, won)


def _is_over(each: Score) -> bool:
    """Tell a set that somebody has won from a quarter's points, or from a bowler's wickets and runs."""
    apart = abs(each.left - each.right)
    return apart > 0 and (apart <= TWO_AHEAD or max(each.left, each.right) in SET_POINTS)


def _shown(listed: list[Score]) -> str:
    return ", ".join(each.mention.text for each in listed)


@lru_cache(maxsize=2)
def _of_tennis(article: Article) -> bool:
    return TENNIS_TOLD.search(article.document.text) is not None


def _unfinished(article: Article, sentence: Sentence, listed: list[Score]) -> Iterator[Relation]:
    """Find a set of tennis that nobody has won yet, and after which another was played: 8-6, 6-5, 6-3."""
    if not _of_tennis(article) or any(article.word(at) in CUT_SHORT for at in range(sentence.start, sentence.end)):
        return
    for each in listed[:-1]:
        running = article.word(article.place(each.mention) - 1) == "at"  # "at 6-5 and 8-7 in the tie-break"
        if {each.left, each.right} == {TENNIS - 1, TENNIS - 2} and not running:
            high = each.left > each.right
            won = {(7, 5), (6, 4), (7, 6)} if high else {(5, 7), (4, 6), (6, 7)}
            yield Relation(
                stated(each),
                one_of(won, "a set of tennis", []),
                says=f"{each.mention.text} is no finished set of tennis.",
                fix=" or ".join(sorted(f"{left}-{right}" for left, right in won)),
                working=f"a set is won by two games, or 7-6; the text says {each.mention.text}",
            )


SET_WON = Pattern(
    r"\b(?:took|won|claimed|clinched|lost|dropped|pinched|edged) the (?:\w+ set|(?:first|second|third|fourth|next|opener|decider))(?:,)? $",
    re.I,
)
"""What stands before the score of a set that is over: took the opening set."""


def single_sets(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Find a set of tennis that is said to be over and cannot be: took the opening set 6-5."""
    text = article.document.text
    if SHORT_SETS.search(article.words(sentence)):
        return
    for each in scores(sentence):
        six = {each.left, each.right} <= {TENNIS - 2, TENNIS - 1, TENNIS}
        start = each.mention.span.start
        if six and each.left != each.right and SET_WON.search(text, max(0, start - SAID), start):
            won = {(7, 5), (6, 4), (7, 6)} if each.left > each.right else {(5, 7), (4, 6), (6, 7)}
            fix = " or ".join(sorted(f"{left}-{right}" for left, right in won))
            says = f"{each.mention.text} is no finished set of tennis."
            yield Relation(stated(each), one_of(won, "a set of tennis", []), says=says, fix=fix)


def _result(article: Article, sentence: Sentence, listed: list[Score], won: int) -> Iterator[Relation]:
    """Find the result in sets that stands by the scores: won 3-1, 25-21, 25-23 ..."""
    first, last = (article.place(listed[end].mention) for end in (0, -1))
    for each in scores(sentence):
        place = article.place(each.mention)
        beside = first - CLOSE <= place < first or last < place <= last + CLOSE
        if beside and max(each.left, each.right) <= MOST_SETS and abs(each.games - len(listed)) <= 1:
            ways = either_way(won, len(listed) - won)
            yield Relation(stated(each), one_of(ways, _shown(listed), [each.mention for each in listed]))
            return


def _winner(article: Article, sentence: Sentence, listed: list[Score], won: int) -> Iterator[Relation]:
    """Hold who won to the sets: she beat Ito 6-4, 3-6, 7-5; only a verb straight before them is of them for sure."""
    first = article.place(listed[0].mention)
    around = range(max(sentence.start, first - FAR), min(sentence.end, first + FAR))
    places = [at for at in around if at < first and article.word(at) in WON]
    if not places or any(article.word(at) in LOST for at in around):
        return
    close = set(article.skeleton[places[-1] + 1 : first]) <= set("NC·") and first - places[-1] <= CLOSE
    spans = tuple(each.mention.span for each in listed)
    verb = article.text(article.span(places[-1], places[-1] + 1))
    side = WINNER if won > len(listed) - won else "the other side won"
    yield Relation(
        Quantity.named(WINNER, verb, article.span(places[-1], places[-1] + 1)),
        Quantity.named(side, _shown(listed), *spans),
        says=f"“{verb}”, but {_shown(listed)} is {won} won and {len(listed) - won} lost.",
        doubt=None if close and 2 * won <= len(listed) else "another match may be meant",
        working=f"{_shown(listed)} is {won}-{len(listed) - won} in sets",
    )


def _each_won(article: Article, sentence: Sentence, listed: list[Score]) -> Iterator[Relation]:
    """Add up the games of a match: 7-6, 4-6, 7-6, so each won 18."""
    near = article.sentences[sentence.number : sentence.number + 2]
    for said in (one for other in near for one in other.of_kind("count") if one.noun == "game"):
        left, right = sum(each.left for each in listed), sum(each.right for each in listed)
        each = article.word(max(0, article.place(said) - 2)) == "each"
        total = left if said.quantity.interval.middle == left else right
        doubt = None if each and left == right else "the games may be others"
        spans = tuple(one.mention.span for one in listed)
        implied = Quantity(Interval.exactly(total), "", _shown(listed), spans)
        yield Relation(
            Quantity(Interval.exactly(said.quantity.interval.middle), "", said.text, (said.span,)), implied, doubt=doubt
        )


def bowling(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add the wickets and runs of a bowler's two innings up to his figures for the match: 5-71 and 4-57, so 9-128."""
    match = next((each for each in scores(sentence) if _of_the_match(article, sentence, each)), None)
    if match is None:
        return
    near = article.sentences[max(0, sentence.number - 2) : sentence.number + 1]
    told = [each for other in near for each in scores(other) if each.mention.first != match.mention.first]
    innings = [
        each for each in told if each.mention.first < match.mention.first and min(each.left, each.right) <= WICKETS
    ][-2:]
    if len(innings) == 2:
        made = (innings[0].left + innings[1].left, innings[0].right + innings[1].right)
        implied = one_of(
            {made}, " and ".join(each.mention.text for each in innings), [each.mention for each in innings]
        )
        yield Relation(stated(match), implied, doubt=None if half_right(match, {made}) else "the innings may be others")


def _of_the_match(article: Article, sentence: Sentence, score: Score) -> bool:
    place = article.place(score.mention)
    before = {article.word(at) for at in range(max(sentence.start, place - CLOSE), place)}
    after = [article.word(at) for at in range(place + 1, min(place + 4, sentence.end))]
    return ("match" in before and not HAUL.isdisjoint(before)) or after in (
        ["in", "the", "match"],
        ["for", "the", "match"],
    )


def wickets(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Show that wickets in hand are ten less those lost: at 3-65, so won by seven wickets."""
    hand = next((one for one in sentence.of_kind("count") if one.noun == "wicket"), None)
    if hand is None or article.word(article.place(hand) - 1) != "by":
        return
    near = article.sentences[max(0, sentence.number - FAR_ON) : sentence.number + FAR_ON]
    for each in (each for other in near for each in scores(other)):
        lost = min(each.left, each.right)
        if lost <= WICKETS < max(each.left, each.right):
            implied = Quantity(Interval.exactly(WICKETS - lost), "", f"10 - {lost}", (each.mention.span,))
            yield Relation(hand.quantity, implied, doubt="the score may be another")


IN, NEEDING = frozenset({"in", "over"}), frozenset("needed needing required requiring".split())
"""Before a number of sets these say how long a match was."""
TURNING = frozenset("but after before and having".split())


def _of_another(article: Article, at: int, listed: list[Score]) -> bool:
    """Tell whether what is said of sets at a place may be of another match than those listed: a day, or "after", stands between."""
    first, last = (article.place(listed[end].mention) for end in (0, -1))
    between = range(at, first) if at < first else range(last, at)
    days = at < first and not set("WDR").isdisjoint(article.skeleton[at:first])
    return days or any(article.word(near) in TURNING for near in between)


def _straight(article: Article, sentence: Sentence, listed: list[Score], won: int) -> Iterator[Relation]:
    """Hold "in straight sets", "needed three sets" and "a straight-sets win" to the scores."""
    spans = tuple(each.mention.span for each in listed)
    for at in range(sentence.start + 1, sentence.end):
        unit, before = article.word(at), at - 1 - (article.word(at - 1) == "-")
        if unit not in ("set", "sets", "games"):
            continue
        led = article.word(before - 1)
        if _of_another(article, at, listed):
            continue
        if before in article.at and led in IN | NEEDING:
            count = article.at[before]
            made = Quantity(Interval.exactly(len(listed)), "", _shown(listed), spans)
            yield Relation(
                Quantity(Interval.exactly(count.quantity.interval.middle), "", count.text, (count.span,)), made
            )
        elif article.word(before) == "straight" and (led in IN or before < at - 1):
            name = f"straight {unit}" if won in (0, len(listed)) else f"{won}-{len(listed) - won} in {unit}"
            said = article.span(before, at + 1)
            made = Quantity.named(name, _shown(listed), *spans)
            yield Relation(Quantity.named(f"straight {unit}", f"straight {unit}", said), made)


def _dropped(article: Article, sentence: Sentence, listed: list[Score], won: int) -> Iterator[Relation]:
    """Hold "has not dropped a set" to the scores close by."""
    start, end = max(0, sentence.start - FAR), sentence.end + FAR
    for found in phrase("not|never|without ... dropped|dropping|lost|losing a <w>").finditer(
        article.skeleton, start, end
    ):
        if article.word(found.end() - 1) == "set":
            lost = min(won, len(listed) - won)
            said = article.span(*found.span())
            spans = tuple(each.mention.span for each in listed)
            made = Quantity(Interval.exactly(lost), "", _shown(listed), spans)
            says = f"“{article.text(said)}”, but {_shown(listed)} is a set lost."
            yield Relation(Quantity(Interval.exactly(0), "", article.text(said), (said,)), made, says=says)


def periods(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add the scores of a game's quarters or thirds up to its final score."""
    for listed in lists(article, sentence):
        if len(listed) >= FEWEST_PERIODS and max(max(each.left, each.right) for each in listed) > TENNIS:
            left, right = sum(each.left for each in listed), sum(each.right for each in listed)
            ways = either_way(left, right)
            close = [other for other in article.body if abs(other.number - sentence.number) <= 1]
            finals = [each for other in close for each in scores(other) if each not in listed]
            final = next((each for each in finals if (each.left, each.right) in ways), None)
            final = final or next((each for each in finals if _near_miss(each, ways)), None)
            if final:
                working = " + ".join(each.mention.text for each in listed)
                yield Relation(stated(final), one_of(ways, working, [each.mention for each in listed]))


def _near_miss(found: Score, ways: set[tuple[int, int]]) -> bool:
    """Tell whether a score has one number right and the other nearly so."""
    swapped = any(sorted(f"{found.left}{found.right}") == sorted(f"{left}{right}") for left, right in ways)
    return half_right(found, ways) and any(
        swapped or abs(found.left - left) + abs(found.right - right) <= MISS for left, right in ways
    )


def closing_run(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add the run that closed a game to the lead before it, and hold the final score against that."""
    run = next((each for each in scores(sentence) if _is_closing(article, sentence, each)), None)
    if run is None:
        return
    told = [each for other in article.body for each in scores(other)]
    at = next(number for number, each in enumerate(told) if each.mention is run.mention)
    lead = told[at - 1] if at and run.mention.sentence - told[at - 1].mention.sentence <= 2 else None
    finals = [each for each in told if each is not lead and each.games >= run.games + lead.games] if lead else []
    if lead is None or not finals:
        return
    final = min(finals, key=lambda each: each.games)
    ways = either_way(lead.left + run.left, lead.right + run.right)
    ways |= either_way(lead.right + run.left, lead.left + run.right)
    doubt = None if half_right(final, ways) else "the lead may not be the last"
    working = f"{lead.mention.text} and {run.mention.text}"
    yield Relation(stated(final), one_of(ways, working, [lead.mention, run.mention]), doubt=doubt)


def _is_closing(article: Article, sentence: Sentence, found: Score) -> bool:
    place = article.place(found.mention)
    if place + 1 >= sentence.end or article.word(place + 1) not in RUNS:
        return False
    return any(article.word(at) in CLOSING for at in range(sentence.start, place))
