"""An article beside one of its sources: which figure repeats which, and which is most like one that it does not repeat."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import partial
from math import fsum

from factcheck.companions.between import apart, noun_of, other_part, same_thing, slip_between
from factcheck.companions.facts import Fact, comparable, other_unit, repeats, weekday
from factcheck.companions.slips import WEAK, Slip
from factcheck.companions.telling import COMMON, Passage, Telling
from factcheck.companions.words import topics
from factcheck.dates import nearest
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

PARTNERS = 6
TIED = 0.9
COMPANY = 6
CLEAR = 0.5
LEFT_OVER, LAST, LAST_OF_TRANSLATION = 1.0, 1.5, 2.5
"""What it says that the article has a figure of the source nowhere: one of several, or the last; a translation has all."""

OUTWEIGHS = 1.5
"""By so much must a slip explain a figure better than one of its own value does."""

UNNAMED = 2.5
"""What speaks against a cell whose row the words do not name."""

APART = 30
"""How much a hedge by a share of a figure speaks against it: a tenth as much as three words speak for it."""

DATED = 4
"""So few characters part a weekday from its date."""

LAST_YEAR = Pattern(r"전년|작년|지난해|\b(?:last|previous|prior) year\b|\byear (?:ago|earlier|before)\b")
NEXT_YEAR = Pattern(r"올해|내년|이듬해|\b(?:this|next|following|coming) year\b")
WEEKDAYS = "월화수목금토일"
TELLING = 5
FEW = 2
"""A source of so few passages speaks of nothing else."""

SAME_WORDS = {True: 0.3, False: 0.09}
"""The least share of words that a text has of one that it was written from, in one language and in two.

Measured: 0.49 to 0.71 in one language, up to 0.29 in texts of other events; 0.10 to 0.32 in two, of others up to 0.08.
"""

SHARP, SAME_FIGURES = 3, 5
"""So many figures, of so many digits, do not agree by chance."""

FEW_WORDS = 20
"""In a text of fewer words their share is chance."""

NEAR_WORDS, SENTENCE_WORDS, NEIGHBOURS = 3.0, 1.5, 2.0
"""The most that words near a figure, words of its sentence and figures beside it may add to what ties two figures."""


class Likeness(NamedTuple):
    """How much ties a figure of the article to one of the source that has another value.

    `bond` is the part of the score that words, neighbours and passages in common make: without any, the two may be of
    one unit and a digit apart and speak of different things.
    """

    score: float
    fact: Fact
    slip: Slip
    bond: float


class Comparison:
    """An article's figures held against those of one source."""

    def __init__(self, article: Telling, source: Telling) -> None:
        self.article, self.source = article, source
        self.translated = article.article.language != source.article.language
        self._near: dict[tuple[bool, int, bool], frozenset[str]] = {}
        self.supports = [source.valued(fact) for fact in article.facts]
        self.claims: defaultdict[int, set[int]] = defaultdict(set)
        self.within_months: set[int] = set()
        for fact, found in zip(article.facts, self.supports, strict=True):
            for other in filter(partial(repeats, fact), found):
                self.claims[other.place].add(fact.place)
            if fact.unit == "month":
                self.within_months.update(other.place for other in found)
        self._told = {other.place for found in self.supports for other in found}
        self.partners = [self._partners(passage) for passage in article.passages]
        self.akin = self._same_matter()
        self.fidelity = self._fidelity()

    def _fidelity(self) -> float:
        """Return which share of the article's figures the source has; one half where there are too few to tell.

        None that stand in a text of other words are from it: those agree by chance.
        """
        if not self.akin:
            return 0.0
        told = [bool(self.supports[fact.place]) for fact in self.article.facts if fact.distinct and fact.sort != "day"]
        return sum(told) / len(told) if len(told) >= TELLING else 0.5

    def _same_matter(self) -> bool:
        """Tell whether the texts have as many words, or figures, in common as one that was written from the other."""
        ours, theirs = (topics(one.article.document.text) for one in (self.article, self.source))
        shorter = min(len(ours), len(theirs))
        one_language = self.article.article.language == self.source.article.language
        if shorter < FEW_WORDS or len(ours & theirs) >= SAME_WORDS[one_language] * shorter:
            return True
        sharp = [bool(self.supports[fact.place]) for fact in self.article.facts if len(fact.digits) >= SHARP]
        return sum(sharp) >= SAME_FIGURES and 2 * sum(sharp) >= len(sharp)

    def _partners(self, passage: Passage) -> dict[int, float]:
        """Return the passages of the source that speak of what a passage of the article does, with how much ties them."""
        scores: defaultdict[int, float] = defaultdict(float)
        for word in sorted(passage.words):
            if len(places := self.source.by_word.get(word, ())) <= COMMON:
                for number in places:
                    scores[number] += self.source.weight(word)
        for fact in passage.facts:
            found = self.supports[fact.place]
            for number in {other.passage for other in found if len(found) <= PARTNERS}:
                scores[number] += (2.0 if fact.distinct else 0.7) / len(found)
        least = 0.0 if len(self.source.passages) <= FEW else TIED
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:PARTNERS]
        if least == 0.0:
            best += [(place, 0.0) for place in range(len(self.source.passages)) if place not in scores]
        return {number: score for number, score in best if score >= least}

    def near(self, telling: Telling, fact: Fact, within: bool = False) -> frozenset[str]:
        """Return the topics near a figure, or of those the ones `within` its sentence."""
        key = (telling.source, fact.place, within)
        if key not in self._near:
            self._near[key] = topics(telling.around(fact, within)) | noun_of(fact)
        return self._near[key]

    def closeness(self, fact: Fact, other: Fact, within: bool = False) -> float:
        """Return how much the words near two figures have in common, by weight; of a cell, its row's and column's.

        What bears a figure out may stand in the sentence before; what accuses it must stand `within` its own.
        """
        label = self.source.passages[other.passage].label
        if not label:
            ours, theirs = (self.near(*one, within) for one in ((self.article, fact), (self.source, other)))
            return fsum(map(self.source.weight, ours & theirs))
        words = self.article.passages[fact.passage].words
        named = len(label & words) / len(label)
        return 2 * named + min(1.0, fsum(map(self.source.weight, words & self.source.head(other))))

    def names_row(self, fact: Fact, cell: Fact) -> bool:
        """Tell whether the words about a figure name the row of a cell; of all rows together, that they name no other."""
        row, said = self.source.passages[cell.passage], self.article.passages[fact.passage].words
        if self.article.names_row(fact.passage, row.label):
            return True
        return row.number in self.source.totals and not any(
            one.table == row.table for one in self.source.rows_named(said)
        )

    def beside_row(self, fact: Fact, cell: Fact) -> bool:
        """Tell whether another figure of a figure's sentence is of the row of a cell."""
        beside = [one for one in self.article.passages[fact.passage].facts[:COMMON] if one is not fact]
        return any(found.passage == cell.passage for one in beside for found in self.supports[one.place])

    def says_unit(self, fact: Fact, cell: Fact) -> bool:
        """Tell whether the row of a cell or the head over it says the unit of a figure: days of rain."""
        said = f"{self.source.passages[cell.passage].text} {self.source.head_text(cell)}".lower()
        return fact.mention.unit in said

    def _counted(self, fact: Fact, cell: Fact) -> bool:
        """Tell whether a table may count what a figure does: the words about it name more than the row."""
        passage, row = self.article.passages[fact.passage], self.source.passages[cell.passage]
        return not (row.about - row.label).isdisjoint(passage.words | passage.context)

    def support(self, fact: Fact) -> list[Fact]:
        """Return the facts of the source with a figure's value, the likeliest first."""
        partners = self.partners[fact.passage]
        return sorted(
            self.supports[fact.place],
            key=lambda other: (
                APART * apart(fact, other) - partners.get(other.passage, 0) - 2 * self.closeness(fact, other)
            ),
        )

    def bearing(self, fact: Fact) -> list[Fact]:
        """Return the figures of the source that bear a figure out, the likeliest first: those of a row that is named alone."""
        tied = [other for other in self.support(fact) if self.tied(fact, other)]
        return [other for other in tied if other.column >= 0 and self.names_row(fact, other)] or tied

    def tied(self, fact: Fact, other: Fact) -> bool:
        """Tell whether more than its value ties a figure to one of the source."""
        if fact.distinct or other.passage in self.partners[fact.passage] or self.closeness(fact, other) > 0:
            return True
        return self._in_company(fact, other)

    def _in_company(self, fact: Fact, other: Fact) -> bool:
        return self._company(fact, other) >= 2

    def _company(self, fact: Fact, other: Fact) -> int:
        """Return how many figures beside the one stand near the other in the source."""
        beside = [one for one in self.article.passages[fact.passage].facts[:COMMON] if one is not fact]
        near = range(other.place - COMPANY, other.place + COMPANY + 1)
        return sum(
            any(found.place in near and found is not other for found in self.supports[one.place]) for one in beside
        )

    def likest(self, fact: Fact) -> Likeness | None:
        """Return the figure of the source with another value that is most like a figure; None where two are alike."""
        candidates = self._candidates(fact)
        ranked = sorted((self._likeness(fact, other) for other in candidates), key=lambda found: -found.score)
        if not ranked:
            return None
        best = ranked[0]
        rivals = [found for found in ranked[1:] if self._is_rival(fact, best, found)]
        if rivals and best.score - rivals[0].score < CLEAR:
            return best._replace(score=best.score - 1) if rivals[0].fact.passage == best.fact.passage else None
        return best

    def _is_rival(self, fact: Fact, best: Likeness, other: Likeness) -> bool:
        """Tell whether another figure would put something else right, and stands no farther from the same words."""
        if fact.unit == "weekday" and weekday(best.fact) == weekday(other.fact):
            return False
        if best.fact.values[0] == other.fact.values[0]:
            return False
        return self.closeness(fact, best.fact) - self.closeness(fact, other.fact) < 1

    def over_midnight(self, fact: Fact, other: Fact) -> bool:
        """Tell whether two days are a day apart because times beside them are one instant in two zones."""
        if fact.sort != "day" or abs(fact.shown - other.shown) != 1:
            return False
        beside = [one for one in self.article.passages[fact.passage].facts if one.sort == "clock"]
        return any(time.shown != one.shown for one in beside for time in self.supports[one.place])

    def dated_itself(self, fact: Fact) -> bool:
        """Tell whether the date of a weekday stands beside it, and so is what is held against the source: 화요일인 24일."""
        facts = self.article.passages[fact.passage].facts
        at = facts.index(fact)
        beside = [one for one in facts[max(0, at - 1) : at + 2] if one.unit == "day" and not self.supports[one.place]]
        gaps = (max(one.span.start - fact.span.end, fact.span.start - one.span.end) for one in beside)
        return fact.unit == "weekday" and any(gap <= DATED for gap in gaps)

    def written(self, fact: Fact) -> bool:
        """Tell whether a source has a weekday in a form that is not read: 전날(화), or a date that it gives no year."""
        if fact.unit != "weekday":
            return False
        short = f"({WEEKDAYS[weekday(fact)]})" in self.source.article.document.text
        return short or weekday(fact) in self._of_no_year(fact.article.published)

    def _of_no_year(self, published: date | None) -> set[int]:
        """Return the weekdays of the dates of a source, itself of no known day, that have no year: 22 September."""
        source = self.source.article
        if published is None or source.published is not None:
            return set()
        told = [one.when for sentence in source.sentences for one in sentence.of_kind("date") if one.when]
        days = (nearest(when, published) for when in told if when.year is None and when.month and when.day)
        return {found.weekday() for found in days if found}

    def next_year(self, fact: Fact) -> bool:
        """Tell whether a year is the one before or behind a year that the source speaks of, and it says so: 2024년, 전년."""
        if fact.unit != "period" or not fact.digits:
            return False
        text, shown = self.source.article.document.text, int(fact.mention.text) if fact.mention.text.isdecimal() else 0
        said = {1: LAST_YEAR.search(text), -1: NEXT_YEAR.search(text)}
        return any(found and str(shown + way) in text for way, found in said.items())

    def _candidates(self, fact: Fact) -> list[Fact]:
        alike = self.source.resembling(fact)
        found = {other.place: other for other in alike if comparable(fact, other) or other_unit(fact, other)}
        for number in self.partners[fact.passage]:
            found.update(
                (other.place, other) for other in self.source.passages[number].facts[:COMMON] if comparable(fact, other)
            )
        same = {other.place for other in self.supports[fact.place]}
        return [other for place, other in found.items() if place not in same]

    def _likeness(self, fact: Fact, other: Fact) -> Likeness:
        made = slip_between(fact, other)
        against = UNNAMED if other.column >= 0 and not self.names_row(fact, other) else 0.0
        against += other_part(fact, other)
        return Likeness(made.weight + self._ties(fact, other) - against, other, made, self._bond(fact, other))

    def _ties(self, fact: Fact, other: Fact) -> float:
        """Return how much ties two figures but for their values."""
        return self._bond(fact, other) + same_thing(fact, other) + self._left_over(fact, other)

    def _bond(self, fact: Fact, other: Fact) -> float:
        """Return how much the words near two figures, those of their sentences and the figures beside them tie the two."""
        if other.column >= 0 and fact.mention.noun and fact.sort == "count" and not self._counted(fact, other):
            return self.together(fact, other)
        score = min(NEAR_WORDS, self.closeness(fact, other, within=True)) + self.together(fact, other)
        return score + min(SENTENCE_WORDS, self.partners[fact.passage].get(other.passage, 0.0) / 2)

    def unclaimed(self, other: Fact) -> bool:
        """Tell whether no figure of the article repeats one of the source, or has the month of its day."""
        return not self.claims.get(other.place) and other.place not in self.within_months

    def told(self, other: Fact) -> bool:
        """Tell whether a figure of the article has the value of one of the source, as it stands or rounded."""
        return other.place in self._told

    def told_beside(self, fact: Fact, other: Fact) -> bool:
        """Tell whether a figure of the source stands rightly in the sentence of one that is like it: 38.1 beside 31.8."""
        return any(self.article.facts[place].passage == fact.passage for place in self.claims.get(other.place, ()))

    def spoken_of(self, fact: Fact, year: int) -> bool:
        """Tell whether a sentence, or the one before it, speaks of a year."""
        passages = self.article.passages[max(0, fact.passage - 1) : fact.passage + 1]
        return any(str(year) in one.mention.text for passage in passages for one in passage.facts if one.sort == "day")

    def outweighed(self, fact: Fact, tied: list[Fact]) -> Likeness | None:
        """Return the figure that a figure is a slip for, where that explains it better than those of its value do.

        The article must have the value more often than the source: else this is what it has of it. A weekday beside its
        date is that once.
        """
        claims = {fact.place}.union(*(self.claims.get(other.place, ()) for other in tied))
        claiming = claims - {fact.place - 1, fact.place + 1} if fact.sort == "day" else claims
        if fact.distinct or len(claiming) <= len(tied):
            return None
        if (
            not (like := self.likest(fact))
            or like.slip.weight <= (0 if fact.sort == "day" else WEAK)
            or not self.unclaimed(like.fact)
        ):
            return None
        best = max(self._ties(fact, other) for other in tied)
        return like if like.score > best + OUTWEIGHS else None

    def _left_over(self, fact: Fact, other: Fact) -> float:
        """Return how much it says that the article has, or has not, the other figure somewhere else."""
        claims = self.claims.get(other.place, set()) - {fact.place}
        claimed = [self.article.facts[place].passage for place in claims]
        if claimed:
            return -LAST if fact.passage in claimed else -LEFT_OVER / 2
        rivals = [
            one for one in self.source.passages[other.passage].facts
            if one is not other and comparable(fact, one) and not self.claims.get(one.place)
        ]  # fmt: skip
        if rivals:
            return LEFT_OVER
        return LAST_OF_TRANSLATION if self.translated else LAST

    def together(self, fact: Fact, other: Fact) -> float:
        """Return how many figures beside the one are beside the other too."""
        beside = [one for one in self.article.passages[fact.passage].facts if one is not fact]
        shared = [
            one
            for one in beside
            if any(found.passage == other.passage and found is not other for found in self.supports[one.place])
        ]
        here = sum(1.0 if one.distinct else 0.5 for one in shared)
        return min(NEIGHBOURS, max(here, self._company(fact, other) / 2))
