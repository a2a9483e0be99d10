"""Points that are made up of kinds of score, games won of those played, and ties of two legs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.context.scores import Score, added_up, half_right, one_of, scores, stated
from factcheck.model import Relation
from factcheck.numerals import small_number, small_numbers
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

SYSTEMS = (
    {"try": 5, "tries": 5, "conversion": 2, "penalty": 3, "penalties": 3, "drop goal": 3, "dropped goal": 3},
    {"try": 4, "tries": 4, "conversion": 2, "goal": 2, "penalty": 2, "penalties": 2, "drop goal": 1, "field goal": 1},
    {"goal": 6, "behind": 1},
    {"three-pointer": 3, "three": 3, "two-pointer": 2, "two": 2, "free throw": 1},
    {"touchdown": 6, "field goal": 3, "extra point": 1, "safety": 2},
)
"""What each kind of score is worth: rugby union, rugby league, Australian football, basketball, American football."""

ANCHORS = frozenset({"try", "tries", "conversion", "behind", "three-pointer", "three", "touchdown", "drop goal"})
"""Kinds of score that tell a code from association football, where goals and penalties count one."""

COMPLETE = 3
"""The first so many codes list all kinds of score by name; in the others some go without."""

TRIES = (5, 4)
NEAR = 9
LONGER = Pattern(r"\b(?:season|career|campaign|tournament|year|series|so far|record)\b", re.I)
EVERY_KIND = frozenset({"three", "two", "free throw"})
"""All that a basketball player can score by."""

KINDS = 2
FAR, MARKS = 24, frozenset(":;.()")
AGGREGATE = frozenset({"aggregate", "legs"})
PASSED = frozenset("led leading trailed trailing ahead up down behind from".split())
SHOOT_OUT = frozenset({"penalties", "shoot", "shootout", "pens"})
BESIDE = 4
LEGS = Pattern(
    r"\b(?:first|second|return|home|away) legs?\b|\bthe return\b|\bleg\b|\b(?:two|over the) legs\b|\bfirst (?:match|meeting)\b|\b(?:won|lost|drew|took) the (?:first|second)\b",
    re.I,
)


@cache
def _scored() -> re.Pattern[str]:
    names = sorted({name for system in SYSTEMS for name in system}, key=len, reverse=True)
    many = f"an?|{small_numbers(2)}"
    return compiled(
        rf"\b(?P<many>{many}) (?P<with>converted )?(?P<kind>{'|'.join(names)})s?\b(?! (?:try|tries|corner|area|shoot))",
        re.I,
    )


@cache
def _sum() -> re.Pattern[str]:
    """Compile how a text says what somebody scored in all."""
    many = small_numbers(3)
    return compiled(
        rf"\b(?:haul|tally|total|contribution) of (?P<haul>{many})\b|\b(?P<all>{many}) (?:points )?(?:in all|all told|altogether)\b"
        rf"|\b(?:for|finished with|ended with|scored|(?:brought|gave|earned) (?:the )?\w+) (?P<points>{many}) points\b|\bmade it (?P<score>{many})-\d+",
        re.I,
    )


class Item(NamedTuple):
    """So many scores of one kind, where they stand."""

    many: int
    kind: str
    span: Span


def haul(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add up what somebody scored: four conversions and a penalty, a haul of 11; wrong where no code counts it so."""
    words = article.words(sentence)
    found = list(_sum().finditer(words))
    start = article.here(sentence).start
    if len(found) != 1:
        yield from () if found else _of_the_score(sentence, _listed(words, start, len(words)))
        return
    items = _last_list(article, _listed(words, start, found[0].start()))
    if not items:
        items = [one for one in _listed(words, start, len(words)) if one.span.start >= start + found[0].end()]
    said = next(name for name in ("haul", "all", "points", "score") if found[0][name])
    if said == "score" and scores(sentence)[1:]:
        return  # It stood 10-7 before he made it 14-10.
    points = small_number(found[0][said])
    kinds = {one.kind for one in items}
    codes = [n for n, system in enumerate(SYSTEMS) if kinds <= system.keys()]
    worth = [sum(one.many * SYSTEMS[n][one.kind] for one in items) for n in codes]
    if len(kinds) >= KINDS and worth and not kinds.isdisjoint(ANCHORS):
        made = points if points in worth else worth[0]
        place = Span(start + found[0].start(said), start + found[0].end(said))
        terms = " + ".join(words[one.span.start - start : one.span.end - start] for one in items)
        yield Relation(
            Quantity(Interval.exactly(points), "", found[0][said], (place,)),
            Quantity(Interval.exactly(made), "", terms, tuple(one.span for one in items)),
            doubt=None
            if (codes[0] < COMPLETE or kinds >= EVERY_KIND) and _all_of_it(words, points - worth[0])
            else "other scores may count too",
        )


def _of_the_score(sentence: Sentence, items: list[Item]) -> Iterator[Relation]:
    """Show that the scores told make up what one side had: beat them 24-19, with three converted tries and a penalty."""
    told, kinds = scores(sentence), {one.kind for one in items}
    if len(told) != 1 or len(kinds) < KINDS or kinds.isdisjoint(ANCHORS):
        return
    for system in (system for system in SYSTEMS if kinds <= system.keys()):
        made = sum(one.many * system[one.kind] for one in items)
        if made in (told[0].left, told[0].right):
            terms = " + ".join(f"{one.many} × {system[one.kind]}" for one in items)
            implied = Quantity(Interval.exactly(made), "", terms, tuple({one.span for one in items}))
            yield Relation(Quantity(Interval.exactly(made), "", told[0].mention.text, (told[0].mention.span,)), implied)
            return


CONVERTED = Pattern(
    r"\b(?:both|each|all|every one)(?: of them| three| four| tries| try)?(?: being| was| were)? converted\b", re.I
)

SOME_CONVERTED = Pattern(
    lambda: rf"\b(?P<many>{small_numbers(2)}) of (?:them|which|those)(?: being| were)? converted\b", re.I
)


@cache
def _crossed() -> re.Pattern[str]:
    many = small_numbers(2)
    return compiled(rf"\bcrossed (?:the line )?(?P<many>{many})(?= times\b)", re.I)


def _listed(words: str, start: int, stop: int) -> list[Item]:
    """Return the scores told up to a place, in order; tries may be told by a verb, and conversions as "both converted"."""
    told = [(one, small_number(one["many"]), one["kind"].lower()) for one in _scored().finditer(words, 0, stop)]
    told += [
        (one, small_number(one["many"]), "conversion") for one in _scored().finditer(words, 0, stop) if one["with"]
    ]
    told += [(one, small_number(one["many"]), "try") for one in _crossed().finditer(words, 0, stop)]
    for one in CONVERTED.finditer(words, 0, stop):
        tries = [many for other, many, kind in told if kind in ("try", "tries") and other.start() < one.start()]
        told += [(one, tries[-1], "conversion")] if tries else []
    told += [(one, small_number(one["many"]), "conversion") for one in SOME_CONVERTED.finditer(words, 0, stop)]
    told.sort(key=lambda item: item[0].start())
    return [Item(many, kind, Span(start + one.start(), start + one.end())) for one, many, kind in told]


def _all_of_it(words: str, more: int) -> bool:
    """Tell whether scores that miss a sum must be all of it: not by a try or two told elsewhere, nor of a season."""
    tries = any(more > 0 and more % each == 0 for each in TRIES)
    return abs(more) <= NEAR and not tries and not LONGER.search(words)


def _last_list(article: Article, listed: list[Item]) -> list[Item]:
    """Return the scores of the last list: what a colon parts from it, or many words, is of others."""
    items = listed[-1:]
    for one in reversed(listed[:-1]):
        between = article.document.text[one.span.end : items[0].span.start]
        if len(between) > FAR or not MARKS.isdisjoint(between):
            break
        items.insert(0, one)
    return items


def two_legs(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add two legs up to their aggregate: beaten 2-1, won the return 3-1, so 4-3 on aggregate."""
    told = [one for one in scores(sentence) if not _beside(article, one, SHOOT_OUT) and not _is_passed(article, one)]
    whole = next((one for one in told if _beside(article, one, AGGREGATE)), None)
    told_in = article.sentences[max(0, sentence.number - 1) : sentence.number + 1]
    if whole is None or not any(LEGS.search(article.words(one)) for one in told_in):
        return
    first = [one for one in told if one.mention.first < whole.mention.first]
    legs = first if len(first) == KINDS else [one for one in told if one is not whole]
    near = legs if len(legs) == KINDS else _legs_near(article, sentence, legs)
    if len(near) == KINDS:
        one, other = near
        ways = added_up(one, other)
        firm = near is legs or half_right(whole, ways)
        working = f"{one.mention.text} and {other.mention.text}"
        yield Relation(
            stated(whole),
            one_of(ways, working, [one.mention, other.mention]),
            doubt=None if firm else "the legs may be others",
        )


def _legs_near(article: Article, sentence: Sentence, legs: list[Score]) -> list[Score]:
    before = article.sentences[max(0, sentence.number - 1) : sentence.number]
    return [one for other in before for one in scores(other)] + legs


def _is_passed(article: Article, found: Score) -> bool:
    """Tell whether a score is one that a match only passed through: having led 2-0."""
    return article.word(article.place(found.mention) - 1) in PASSED


def _beside(article: Article, found: Score, words: frozenset[str]) -> bool:
    """Tell whether one of some words stands near a score."""
    place = article.place(found.mention)
    near = range(max(0, place - BESIDE), min(place + BESIDE + 1, len(article.skeleton)))
    return any(article.word(at) in words for at in near)


FREE_THROWS = r"(?:free throws|foul shots|from the (?:line|foul line|stripe))"


@cache
def _shots() -> re.Pattern[str]:
    """Compile a basketball player's line: 14 of 20 shots, four of seven from three-point range, two free throws, 34 points."""
    many = small_numbers(2)
    of = rf"(?: of (?:(?:his|her|their) )?(?:{many}))"
    return compiled(
        rf"\b(?P<made>{many}){of} (?:shots|from the (?:field|floor)|field goals|attempts)[^.;\d]{{1,16}}?\b(?P<threes>{many})(?:{of}| (?:threes|three-pointers|3-pointers))?"
        rf"(?: from (?:three-point range|behind the arc|beyond the arc|deep|three)| threes| three-pointers)?[^.;\d]{{1,16}}?\b(?P<free>{many}){of}?"
        rf" {FREE_THROWS}[^.;\d]{{1,40}}?\b(?P<points>{many})(?: points)?\b",
        re.I,
    )


@cache
def _tally() -> re.Pattern[str]:
    """Compile the same told from its end: 22 points on eight field goals, two of them threes, and four free throws."""
    many = small_numbers(2)
    of = rf"(?:(?: of (?:his |her |their )?|-of-|-for-)(?:{many}))?"
    threes = r"(?:threes|three-pointers|3-pointers|3s|treys|from (?:three|deep|behind the arc|beyond the arc))"
    return compiled(
        rf"\b(?P<points>{many})(?: points)?,? (?:on|with|from|making|hitting) (?P<made>{many}){of} (?:field goals|baskets|shooting|shots|from the (?:field|floor))"
        rf"[^.;\d]{{1,16}}?\b(?P<threes>{many}){of}(?: of (?:them|those|which))? {threes}[^.;\d]{{1,24}}?\b(?P<free>{many}){of}"
        rf" {FREE_THROWS}\b",
        re.I,
    )


def shots(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add up a basketball player's shots: two points each, one more for a three, one for a free throw."""
    words = article.words(sentence)
    found, start = _shots().search(words) or _tally().search(words), article.here(sentence).start
    if found is None:
        return
    made, threes, free, points = (small_number(found[name]) for name in ("made", "threes", "free", "points"))
    spans = tuple(Span(start + found.start(name), start + found.end(name)) for name in ("made", "threes", "free"))
    worth = Quantity(
        Interval.exactly(2 * made + threes + free),
        "",
        f"2 × {found['made']} + {found['threes']} + {found['free']}",
        spans,
    )
    place = Span(start + found.start("points"), start + found.end("points"))
    doubt = None if threes <= made and abs(2 * made + threes + free - points) <= NEAR else "other scores may count too"
    yield Relation(Quantity(Interval.exactly(points), "", found["points"], (place,)), worth, doubt=doubt)
