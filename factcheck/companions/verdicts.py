"""What becomes of each figure of an article beside its sources: repeated, worked out, altered, misplaced, or not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.article import Article
from factcheck.companions.between import DURATIONS, noun_of, of_another_noun
from factcheck.companions.compare import Comparison, Likeness
from factcheck.companions.derived import CHANCE, derive, share_of
from factcheck.companions.elsewhere import (
    all_unknown,
    at_another_time,
    beside_another_day,
    of_others,
    of_stranger,
    of_unknown_noun,
    on_another_occasion,
    under_another_year,
)
from factcheck.companions.facts import Fact, sharper
from factcheck.companions.levels import moved_otherwise, other_way, reached
from factcheck.companions.misplaced import should_be, unfit
from factcheck.companions.ofrows import Derived
from factcheck.companions.per import by_another_measure, by_another_unit
from factcheck.companions.sides import bound, direction, sets_threshold, strict_bound
from factcheck.companions.slips import WEAK
from factcheck.companions.spellings import Spelling, spellings
from factcheck.companions.telling import Telling
from factcheck.companions.topmost import overtaken
from factcheck.companions.words import counters
from factcheck.model import Severity
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

CERTAIN, SURE, LIKELY = 7.0, 6.0, 4.0
"""What ties two figures that a slip explains: enough where it is of a word or a time of day; for an error; for a warning."""

BOND, CLOSE_BOND, EVIDENT_ALONE = 1.0, 2.0, {False: 3.0, True: 3.5}
"""What has to tie two figures beside their unit where their slip tells or not; and what a slip weighs that needs nothing."""

UNMISTAKABLE = 3.5
"""What a slip weighs that needs not even a word in common: of four digits or more."""

ELSEWHERE = 3.5
PLAUSIBLE, MANIFEST = 0.75, 2.5
"""The weight of a slip that explains a figure better than that it may follow from others, or that it does."""

TELLING = 2.0
"""The weight of a slip that tells even of a figure that the article has rightly elsewhere."""

EVIDENT, UNFAMILIAR = 5.0, 6.0
"""What ties them where chance explains the slip as well, in an article with most of its figures from the source or not."""
FAITHFUL, LOOSELY, UNFAITHFUL = 0.6, 0.4, 2.0
"""Shares of its figures that an article has from a source that it was written from, and from another on the subject."""

TIMES = frozenset({"day", "clock", "quarter"})
"""What an article has of its source in its own words, so that names and other times beside it say little."""

OPPOSITE = {
    "at-least": ("less-than", "at-most"),
    "more-than": ("less-than", "at-most"),
    "at-most": ("more-than", "at-least"),
    "less-than": ("more-than", "at-least"),
}
UPWARD = {True: "up in the article, down", False: "down in the article, up"}
DEPTH = "length"
"""What "below" and "under" may say of a place and not of a size: 200 metres."""

STRICT = frozenset({"more-than", "less-than"})
HALF = Fraction(1, 2)
"""What a number shown to the last unit may be off."""

STRICTLY_OFF = frozenset({"at-least", "at-most"})
NOTED = frozenset({"money", "share", "pp", "measure"})
LONGEST_PLACE = 40
SINCE = Pattern(r"[^.;,\d]{0,25}\b(?:since|than in|from) (?P<year>(?:19|20)\d\d)\b")
DATELINE_ENDS = Pattern(r"(?:, \d{4})?,? ?(?:\([^()]{2,40}\) ?)?[-–—]")


class Verdict(NamedTuple):
    """What became of a figure: `name` says what, `others` are the figures of the source in `file` that show it."""

    name: str
    fact: Fact
    file: str
    others: tuple[Fact, ...] = ()
    severity: Severity = Severity.WARNING
    detail: str = ""
    derived: Derived | None = None


def compared(article: Article, companions: Sequence[Article]) -> list[Comparison]:
    """Return an article held against each of its companions."""
    ours = Telling(article, source=False)
    return [Comparison(ours, Telling(companion, source=True)) for companion in companions]


def names(comparisons: Sequence[Comparison]) -> Iterator[Spelling]:
    """Yield the names that a source bears out, or has otherwise where no source has them as the article does."""
    texts = [it.source.article.document.text for it in comparisons]
    made = [one for it in comparisons if it.akin for one in spellings(it.article.article, it.source.article)]
    told = {one.stated: one for one in made if not one.alike and not any(one.text in text for text in texts)}
    yield from (told | {one.stated: one for one in made if one.alike}).values()


def verdicts(comparisons: Sequence[Comparison]) -> Iterator[Verdict]:
    """Yield what becomes of each figure of an article that its companions can tell something of."""
    ours = comparisons[0].article
    for fact in ours.facts:
        if not _trivial(fact) and not _dateline(ours, fact) and (verdict := _verdict(comparisons, fact)):
            yield verdict


def _trivial(fact: Fact) -> bool:
    """Tell whether a figure is as good as none: "one", "first", "a"."""
    return fact.sort in ("count", "rank") and fact.shown <= 1 and fact.digits in ("", "1")


def _dateline(telling: Telling, fact: Fact) -> bool:
    """Tell whether a day is that of a dateline: SEOUL, May 14 -."""
    if fact.sort != "day" or not DATELINE_ENDS.match(fact.article.document.text, fact.span.end):
        return False
    return 0 <= telling.passages[fact.passage].text.find(fact.mention.text) <= LONGEST_PLACE


def _verdict(comparisons: Sequence[Comparison], fact: Fact) -> Verdict | None:
    found = [verdict for comparison in comparisons if (verdict := _repeated(comparison, fact))]
    if repeated := next((verdict for verdict in found if verdict.name == "repeated"), None):
        return repeated
    there = any(comparison.supports[fact.place] for comparison in comparisons)
    if not found and fact.distinct and there:
        return None
    ends = ((it, pair) for it in comparisons if not found and (pair := moved_otherwise(it, fact)))
    if contrary := next(ends, None):
        way = direction(fact)
        return Verdict("direction", fact, contrary[0].source.file, contrary[1], Severity.ERROR, UPWARD[way > 0])
    made = [(it, work) for it in comparisons if (work := derive(it, fact, fact.article.published))]
    firm = next((Verdict("derived", fact, it.source.file, w.facts, derived=w) for it, w in made if w.firm), None)
    if found:
        of_value = found[0].others[-1]
        apart = found[0].name in ("direction", "misplaced") and not comparisons[0].names_row(fact, of_value)
        return firm if firm and apart and of_value.column >= 0 else found[0]
    likest = [(it, like) for it in comparisons if (like := it.likest(fact))]
    if firm and (wrong := _wrongly_derived(comparisons[0], fact, firm)):
        return wrong
    if not likest:
        return firm if made else _missing(comparisons, fact)
    comparison, like = max(likest, key=lambda found: found[1].score)
    if there and fact.sort != "day" and like.slip.weight < TELLING:
        return firm
    needed = MANIFEST if firm else TELLING if made else PLAUSIBLE
    if firm and like.slip.name == "unit" and fact.sort == "pp":
        return firm
    least = needed if like.slip.name != "unit" else PLAUSIBLE
    evident = like.slip.weight >= least and comparison.unclaimed(like.fact)
    if like.slip.name == "digit" and like.slip.weight < TELLING and like.fact.sort != fact.sort:
        return firm or _missing(comparisons, fact)
    if like.slip.name == "magnitude" and share_of(comparison, fact, like.fact):
        return firm
    scaled = like.slip.name == "magnitude" and (firm is not None or like.score < CERTAIN)
    if made and ((firm and len(fact.digits) > CHANCE) or scaled or not (evident and like.score >= EVIDENT)):
        return firm
    if any(it.supports[fact.place] for it in comparisons if it is not comparison):
        return None
    return _altered(comparison, fact, like) or _missing(comparisons, fact)


def _repeated(comparison: Comparison, fact: Fact) -> Verdict | None:
    tied = comparison.bearing(fact)
    if not tied and comparison.supports[fact.place] and (right := unfit(comparison, fact)):
        return Verdict("misplaced", fact, comparison.source.file, (right, comparison.supports[fact.place][0]))
    if not tied or comparison.outweighed(fact, tied):
        return None
    file = comparison.source.file
    if comparison.fidelity < LOOSELY and not (fact.distinct and comparison.akin):
        return Verdict("repeated", fact, file, (tied[0],))
    if found := overtaken(comparison, fact, tied):
        return Verdict("topmost", fact, file, found[:1], detail=found[1])
    if not _may_accuse(comparison, fact, tied[0]):
        return Verdict("repeated", fact, file, (tied[0],))
    if right := should_be(comparison, fact, tied):
        return Verdict("misplaced", fact, file, (right, tied[0]))
    ways = {direction(other) for other in tied}
    named = tied[0].column < 0 or comparison.names_row(fact, tied[0]) or comparison.beside_row(fact, tied[0])
    if (way := direction(fact)) and ways == {-way} and named and fact.mention.kind != "fraction":
        detail = UPWARD[way > 0]
        return Verdict("direction", fact, file, (tied[0],), Severity.ERROR, detail)
    if contrary := other_way(comparison, fact, tied):
        return Verdict("direction", fact, file, (tied[0], contrary), Severity.ERROR, UPWARD[reached(fact) > 0])
    if by_another_measure(fact, tied[0]):
        return Verdict("unit", fact, file, (tied[0],))
    ours, theirs = bound(fact), [bound(other) for other in tied]
    if (
        fact.unit != DEPTH
        and fact.sort != "multiple"
        and ours
        and theirs[0]
        and ours not in theirs
        and fact.digits == tied[0].digits
    ):
        return _bounded(comparison, fact, tied[0], ours, theirs[0])
    if ours in STRICT and not any(theirs) and all(_to_the_last(fact, other) for other in tied):
        return Verdict("bound", fact, file, (tied[0],), detail=f"{ours.replace('-', ' ')} in the article, exact")
    return Verdict("repeated", fact, file, (tied[0],))


def _may_accuse(comparison: Comparison, fact: Fact, other: Fact) -> bool:
    """Tell whether a figure is one of the source and not only within what that may be: 14.4% of 14%, 16.7% of 15-20%.

    Up by a fifth is no 19% of something, and 15 hours are no 15 of a cell by which no hours are said.
    """
    bare = fact.sort in DURATIONS and other.sort == "count" and not fact.distinct
    if (bare and not comparison.says_unit(fact, other)) or fact.mention.kind == "fraction" != other.mention.kind:
        return False
    return not sharper(fact, other) and (other.mention.upper is None or fact.mention.upper is not None)


def _to_the_last(fact: Fact, other: Fact) -> bool:
    """Tell whether two figures are one count, told to the last of many: nobody says "more than 529" of 529."""
    counted = fact.mention.number is not None and fact.mention.number.half == HALF and fact.distinct
    return counted and fact.sort == other.sort == "count" and fact.shown == other.shown and not other.mention.hedge


def _wrongly_derived(comparison: Comparison, fact: Fact, made: Verdict) -> Verdict | None:
    """Return what is wrong with a figure that has the size of a change in the source: its way, or percent for points."""
    work = made.derived
    if work is None or not (way := direction(fact)):
        return None
    row, words = (
        comparison.source.passages[work.facts[0].passage].label,
        comparison.article.passages[fact.passage].words,
    )
    named = row <= words if len(fact.digits) <= 1 else not row.isdisjoint(words)
    if work.way == -way and ((row and named) or (not row and _repeats_an_end(comparison, fact, work))):
        detail = UPWARD[way > 0]
        return Verdict("direction", fact, made.file, work.facts, Severity.ERROR, detail)
    if row and row <= words and (other_year := _of_other_years(comparison, fact, work)):
        return Verdict("years", fact, made.file, other_year)
    if _percent_for_points(comparison, fact, work) and not work.relative.meets(fact.values[0]):
        return Verdict("points", fact, made.file, work.facts)
    return None


def _percent_for_points(comparison: Comparison, fact: Fact, work: Derived) -> bool:
    """Tell whether a figure in percent parts two percentages of one thing, of which its sentence speaks."""
    if fact.mention.kind != "percent" or not work.points or len({one.passage for one in work.facts}) > 1:
        return False
    row = comparison.source.passages[work.facts[0].passage].label
    named = bool(row) and comparison.article.names_row(fact.passage, row)
    return named or _repeats_an_end(comparison, fact, work)


def _repeats_an_end(comparison: Comparison, fact: Fact, work: Derived) -> bool:
    """Tell whether a sentence has one of the two figures that another of its figures parts."""
    beside = comparison.article.passages[fact.passage].facts
    told = {found.place for one in beside if one is not fact for found in comparison.supports[one.place]}
    return any(one.place in told for one in work.facts)


def _of_other_years(comparison: Comparison, fact: Fact, work: Derived) -> tuple[Fact, ...]:
    """Return the cells that a change lies between where the year told beside it is of another cell of their row."""
    years = {cell.year for cell in work.facts}
    if not work.way or len(years) != len(work.facts):
        return ()
    said = SINCE.match(fact.article.document.text, fact.span.end)
    row = comparison.source.passages[work.facts[0].passage].facts
    told = int(said["year"]) if said else None
    return work.facts if told not in years and told in {cell.year for cell in row} - {None} else ()


def _bounded(comparison: Comparison, fact: Fact, other: Fact, ours: str, theirs: str) -> Verdict:
    """Weigh one bound for another: in two languages "at least" and "more than" are one but where the source is strict."""
    severity = Severity.NOTE
    if theirs in OPPOSITE[ours]:
        severity = Severity.ERROR
    elif sets_threshold(comparison.source, other) or (strict_bound(other) and ours in STRICTLY_OFF):
        severity = Severity.WARNING
    elif fact.article.language != other.article.language:
        return Verdict("repeated", fact, comparison.source.file, (other,))
    detail = f"{ours} in the article, {theirs}".replace("-", " ")
    return Verdict("bound", fact, comparison.source.file, (other,), severity, detail)


def _altered(comparison: Comparison, fact: Fact, like: Likeness) -> Verdict | None:
    if not like.slip.weight or not comparison.fidelity:
        return None
    if like.slip.weight <= WEAK and comparison.fidelity < LOOSELY:
        return None
    if (
        (fact.sort not in TIMES or like.slip.weight < TELLING)
        and fact.unit != "weekday"
        and not comparison.unclaimed(like.fact)
    ):
        return None
    if not _bound_together(comparison, fact, like) or comparison.told_beside(fact, like.fact):
        return None
    if _leaves_its_unit_unsaid(comparison, fact, like):
        return None
    if under_another_year(comparison, fact, like.fact) or comparison.next_year(fact):
        return None
    if fact.unit in ("period", "month") and on_another_occasion(comparison, fact, like.fact):
        return None
    if fact.unit == "period" and not comparison.together(fact, like.fact):
        return None
    if fact.sort == "day" and of_stranger(comparison, fact):
        return None
    if fact.sort not in TIMES and any(told(comparison, fact) for told in (of_stranger, of_others, at_another_time)):
        return None
    if fact.sort not in TIMES and of_unknown_noun(comparison, fact):
        return None
    if like.fact.column >= 0 and not comparison.names_row(fact, like.fact) and like.score < SURE:
        return None
    if (
        comparison.dated_itself(fact)
        or comparison.over_midnight(fact, like.fact)
        or by_another_unit(fact, like.fact)
        or comparison.written(fact)
    ):
        return None
    telling = like.slip.weight >= EVIDENT_ALONE[False]
    elsewhere = all_unknown(comparison, fact) or beside_another_day(comparison, fact, clause_only=telling)
    score = like.score - (ELSEWHERE if elsewhere else 0)
    score -= UNFAITHFUL if comparison.fidelity < LOOSELY else 0
    weak = EVIDENT if comparison.fidelity >= FAITHFUL else UNFAMILIAR
    if score < (LIKELY if like.slip.weight > WEAK else weak):
        return None
    if like.slip.name == "altered" and fact.sort != "day" and score < (SURE if like.slip.weight > WEAK else CERTAIN):
        return None
    severity = Severity.ERROR if score >= SURE and like.slip.weight > WEAK else Severity.WARNING
    return Verdict(like.slip.name, fact, comparison.source.file, (like.fact,), severity)


def _leaves_its_unit_unsaid(comparison: Comparison, fact: Fact, like: Likeness) -> bool:
    """Tell whether a bare number has its digits beside the figure that it may be a slip for: at night 44, of 44 minutes."""
    beside = comparison.source.passages[like.fact.passage].facts
    bare = fact.sort == "count" and not fact.mention.noun
    return bare and any(one.digits == fact.digits and one.sort != fact.sort for one in beside if one is not like.fact)


def _bound_together(comparison: Comparison, fact: Fact, like: Likeness) -> bool:
    """Tell whether so much ties two figures as their slip needs: the likelier chance makes it, the more."""
    beside = comparison.closeness(fact, like.fact, within=True) or comparison.together(fact, like.fact)
    of_digits = like.slip.name in ("digit", "swapped") and fact.passage  # A headline has few words to tie by.
    if like.slip.weight >= EVIDENT_ALONE[like.fact.column >= 0]:
        one_thing = (noun_of(fact) & noun_of(like.fact)) - counters()
        if of_another_noun(fact, like.fact) or (of_digits and not (comparison.translated or one_thing or beside)):
            return False
        spoken_of = one_thing or like.bond > 0 or like.fact.passage in comparison.partners[fact.passage]
        return bool(spoken_of) or not fact.passage or like.slip.weight >= UNMISTAKABLE or like.slip.name == "magnitude"
    weak = like.slip.name == "digit" and like.slip.weight < TELLING and not comparison.translated
    if weak and not comparison.closeness(fact, like.fact, within=True):
        return False
    of_a_day = fact.sort == "day" and (like.slip.weight > WEAK or fact.unit == "weekday")
    return like.bond >= (BOND if like.slip.weight >= TELLING or of_a_day else CLOSE_BOND)


def _missing(comparisons: Sequence[Comparison], fact: Fact) -> Verdict | None:
    tied = any(comparison.partners[fact.passage] for comparison in comparisons)
    if tied and (fact.sort in NOTED or (fact.sort == "count" and fact.distinct)):
        return Verdict("missing", fact, "", severity=Severity.NOTE)
    return None
