"""Which figures of an article are a subject's: its name, the words of what is measured, and the period beside them.

A binding is strict.  Whatever stands between name, measure and figure must be known to change nothing, else the figure
is doubtful, and nobody can tell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from operator import attrgetter

from factcheck.article import Article, Sentence
from factcheck.dates import Days
from factcheck.document import NOT_COPY, Span
from factcheck.house.periods import Period, named, within
from factcheck.house.rules import Measures
from factcheck.link.context.speakers import quoted
from factcheck.link.context.subjects import stem
from factcheck.model import Mention
from factcheck.numerals import hedges
from factcheck.records import NamedTuple
from factcheck.rulefiles import load_rules
from factcheck.segment import NUMERALS, STOPS, vocabulary

Forms = tuple[str, ...]
OTHER = "the figure may be of something else"
START = 2
"""So many letters find a name."""

FARTHEST = 25
"""So many tokens may part a name from its figure, and so many stand between sentences that go on about it."""

BESIDE = 6
"""So many tokens on a figure's other side may name what it measures."""

LONGEST_HEDGE = 4
EDGES = f",;:{STOPS}"
PARTS = ("N", "C", "-")
"""Letters beside a name that make it part of a longer one."""


class Found(NamedTuple):
    """A name as it stands in the text: tokens `first` up to, not including, `last`."""

    form: str
    span: Span
    first: int
    last: int


class Bound(NamedTuple):
    """A figure of a subject; `period` as the text names it beside the figure; `doubt` why it may be another's."""

    mention: Mention
    period: Period | None
    doubt: str | None

    @property
    def days(self) -> Days | None:
        """The days of the period, None where there is none."""
        return self.period.days if self.period else None


def found(article: Article, forms: Iterable[str]) -> Iterator[Found]:
    """Yield each place of the copy where one of the names stands, the longest where several begin.

    A name in small letters may begin with a capital.
    """
    known: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted({*forms, *(form[0].upper() + form[1:] for form in forms)}, key=lambda form: -len(form)):
        known[form[:START]].append(form)
    text, starts, done = article.document.text, article.tokens.starts, 0
    for start in starts[:-1]:
        likely = known.get(text[start : start + START]) if start >= done else None
        here = next(
            (form for form in likely or () if text.startswith(form, start) and _ends(text, start + len(form))), ""
        )
        if here and article.block_at(start).kind not in NOT_COPY:
            done = start + len(here)
            yield Found(here, Span(start, done), bisect_right(starts, start) - 1, bisect_right(starts, done - 1))


def _ends(text: str, end: int) -> bool:
    """Tell whether a word ends there; in a script whose words take endings, anywhere."""
    return not (text[end : end + 1].isalnum() and text[end - 1].isascii())


class Binder:
    """An article's sentences with the names in them, for many subjects at once."""

    def __init__(self, article: Article, subjects: Iterable[Forms]) -> None:
        self.article = article
        owner = {form: forms for forms in subjects for form in forms}
        owner |= {form[0].upper() + form[1:]: forms for form, forms in owner.items()}
        self.named: defaultdict[Forms, dict[int, list[Found]]] = defaultdict(dict)
        self._times: dict[int, tuple[list[Period], list[int]]] = {}
        if not owner or not article.sentences:
            return
        self.starts = [article.token(sentence.start) for sentence in article.sentences]
        self.stops = [article.token(sentence.end) for sentence in article.sentences]
        last: Found | None = None
        places = iter([*found(article, list(owner)), None])
        name = next(places)
        for number in range(len(self.starts)):
            while name and name.first < self.stops[number]:
                if self._stands_alone(name):
                    last = name
                    if name.first >= self.starts[number]:
                        self.named[owner[name.form]].setdefault(number, []).append(name)
                name = next(places)
            if last and last.last <= self.starts[number] and self._carried(number, last):
                start = article.tokens.starts[self.starts[number]]
                pronoun = Found(last.form, Span(start, start), self.starts[number], self.starts[number] + 1)
                self.named[owner[last.form]][number] = [pronoun]
                last = pronoun

    def _stands_alone(self, name: Found) -> bool:
        """Tell whether a name is no part of a longer one."""
        letters = self.article.tokens.letters
        return (
            letters[name.last : name.last + 1] not in PARTS
            and letters[max(0, name.first - 1) : name.first] not in PARTS
        )

    def _carried(self, number: int, name: Found) -> bool:
        """Tell whether a sentence goes on about what the one before it names."""
        first = self.starts[number]
        between = self.article.tokens.letters[name.last : first]
        word = self.article.tokens.word(first).lower()
        near = len(between) <= FARTHEST and sum(sign in STOPS for sign in between) == 1 and "\n" not in between
        return near and word in _words("carrying") and not {"N", "C"} & set(between)

    def figures(self, forms: Forms, measures: Measures) -> Iterator[Bound]:
        """Yield the figures that stand beside a name of a subject and the words of what is measured."""
        for number, names in self.named.get(forms, {}).items():
            sentence = self.article.sentences[number]
            for mention in sentence.mentions:
                if bound := self._bound(sentence, names, mention, measures):
                    yield bound

    def _bound(self, sentence: Sentence, names: list[Found], mention: Mention, measures: Measures) -> Bound | None:
        name = names[max(0, bisect_right(names, mention.first, key=attrgetter("last")) - 1)]
        ahead = name.last <= mention.first
        between = range(name.last, mention.first) if ahead else range(mention.last, name.first)
        if len(between) > FARTHEST:
            return None
        other = self._other_side(mention, ahead, sentence.number)
        needed = self._needed([*between, *range(mention.first, mention.last)], other, measures)
        if needed is None:
            return None
        measure, reach = needed
        places = [*between, *other[:reach]]
        period, elsewhere = self._period(sentence, mention)
        doubt = self._strange(mention, places, measure) or self._narrowed(mention, name, places, period)
        doubt = doubt or (self._of_another(name) if ahead else self._follows(mention, name, measure))
        return Bound(mention, period, doubt or elsewhere or self._unsaid(sentence, mention))

    def _of_another(self, name: Found) -> str | None:
        """Return why what is said behind a name may be of another: in Leeds, Ohio, it has; Beta and Acme have."""
        letters, before = self.article.tokens.letters, name.first - 1
        while before > 0 and letters[before] in vocabulary()[1]["DETERMINER"]:
            before -= 1
        if before < 0 or letters[before] in STOPS:
            return None
        apposed = letters[before] == "," and letters[before - 1 : before] in PARTS
        return OTHER if apposed or self.article.tokens.word(before).lower() in _words("linking") else None

    def _follows(self, mention: Mention, name: Found, measure: frozenset[str]) -> str | None:
        """Return why a figure before a name may be another's: it lost 1,200 workers, Acme said."""
        letters, at = self.article.tokens.letters, mention.first - 1
        if letters[name.last : name.last + 1] == "'" or set(letters[mention.last : name.first]) & {*EDGES, "-"}:
            return OTHER
        while at >= 0 and letters[at] not in EDGES:
            if self.article.tokens.word(at).lower() not in _words("opening") and self._stem(at) not in measure:
                return OTHER
            at -= 1
        return None

    def _other_side(self, mention: Mention, ahead: bool, number: int) -> list[int]:
        """Return the tokens on the side of a figure where the name does not stand, the nearest first."""
        last = min(mention.last + BESIDE, self.stops[number])
        first = max(mention.first - BESIDE, self.starts[number])
        side = range(mention.last, last) if ahead else range(mention.first - 1, first - 1, -1)
        letters = self.article.tokens.letters
        edge = next((n for n, at in enumerate(side) if letters[at] in EDGES), len(side))
        return list(side)[:edge]

    def _needed(self, between: list[int], other: list[int], measures: Measures) -> tuple[frozenset[str], int] | None:
        """Return the measure that is named, and how far on the other side one must go for it; None for none."""
        here = {self._stem(at) for at in between}
        there = [self._stem(at) for at in other]
        for measure in measures:
            missing = measure - here
            if missing <= set(there):
                return measure, max((there.index(word) + 1 for word in missing), default=0)
        return None

    def _stem(self, at: int) -> str:
        return stem(self.article.tokens.word(at).lower())

    @cached_property
    def _inside(self) -> dict[int, Mention]:
        """The figure that each token of a figure is of."""
        return {at: mention for mention in self.article.mentions for at in range(mention.first, mention.last)}

    def _strange(self, mention: Mention, places: list[int], measure: frozenset[str]) -> str | None:
        """Return why the words between name, measure and figure may make it another figure."""
        moved = False
        hedge = range(mention.first - self._hedging(mention), mention.first)
        for at in places:
            if at in hedge:
                continue
            if other := self._inside.get(at):
                if other.when is None and other.kind == mention.kind:
                    return "another figure stands between the two"
                continue
            letter, word = self.article.tokens.letters[at], self.article.tokens.word(at).lower()
            if letter in _moves() and stem(word) not in measure:
                moved = True
            elif not (
                letter in ",'()-\"·"
                or word in _words("neutral")
                or word == "to"
                or stem(word) in measure
                or self._dated(at)
            ):
                return "other words stand beside what is measured"
        before = self.article.before(mention, 1)
        if before == "-":
            return "a dash parts the figure from the name"
        if moved and before != vocabulary()[0]["to"]:
            return "the figure may be a change"
        if mention.kind == "count" and mention.noun and stem(mention.noun) not in measure | _stems("neutral"):
            return "the figure counts something else"
        return None

    def _hedging(self, mention: Mention) -> int:
        """Return how many tokens before a figure are its hedge: more than, up to."""
        ends = range(min(LONGEST_HEDGE, mention.first), 0, -1)
        phrase = self.article.tokens.phrase
        return next((n for n in ends if mention.hedge and phrase(mention.first - n, n).lower() in hedges()), 0)

    def _dated(self, at: int) -> bool:
        """Tell whether a token is of a period: the second quarter, Q2."""
        letter = self.article.tokens.letters[at]
        return (
            letter in vocabulary()[1]["ORDINAL"] + vocabulary()[1]["SHIFT"] + NUMERALS
            or self.article.tokens.word(at) == "Q"
        )

    def _narrowed(self, mention: Mention, name: Found, places: list[int], period: Period | None) -> str | None:
        """Return why the words behind a figure may make it one of a part."""
        if mention.when is not None:
            return None
        letters = self.article.tokens.letters
        end = max([mention.last - 1, name.last - 1, *places]) + 1
        if letters[mention.last : mention.last + 1] == "-":
            return "the figure is part of a compound"
        word = self.article.tokens.word(end).lower()
        if word not in _words("narrowing") and (
            letters[end : end + 1] not in ("w", "N", "C") or word in _words("neutral")
        ):
            return None
        start = self.article.tokens.starts[end]
        dated = word == "in" and period and 0 <= period.span.start - start <= len("in the fiscal ")
        return None if dated else "the words behind it may narrow the figure"

    def _unsaid(self, sentence: Sentence, mention: Mention) -> str | None:
        """Return why a sentence may not state a figure as a fact."""
        if quoted(self.article, mention):
            return "the figure is quoted"
        first = max(self.starts[sentence.number], mention.first - 2 * FARTHEST)
        said = (at for at in range(first, mention.first) if at not in self._inside)
        doubted = any(self.article.tokens.word(at).lower() in _words("doubting") for at in said)
        return "the sentence may not state it as a fact" if doubted else None

    def _period(self, sentence: Sentence, mention: Mention) -> tuple[Period | None, str | None]:
        """Return the period that is named behind a figure, else before it, with no other figure between."""
        if mention.when is not None:
            return None, None
        periods, amounts = self._timed(sentence)
        start, end, _ = mention.span
        behind = bisect_left(periods, end, key=_start)
        if behind < len(periods) and bisect_left(amounts, end) == bisect_left(amounts, periods[behind].span.start):
            return periods[behind], None
        before = bisect_left(periods, start, key=_start) - 1
        if before >= 0 and bisect_left(amounts, periods[before].span.end) == bisect_left(amounts, start):
            return periods[before], None
        return None, "the period may be another" if periods else None

    def _timed(self, sentence: Sentence) -> tuple[list[Period], list[int]]:
        """Return the periods that a sentence names, and where its other figures begin."""
        if sentence.number not in self._times:
            article, span = self.article, self.article.here(sentence)
            periods = named(article.text(span), span.start, list(sentence.mentions), article.published)
            starts = [mention.span.start for mention in sentence.mentions if mention.number is not None]
            free = [at for at in starts if not within(at, periods)]
            self._times[sentence.number] = periods, free
        return self._times[sentence.number]


def _start(period: Period) -> int:
    return period.span.start


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_rules("house")[name].split())


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(map(stem, _words(name)))


@cache
def _moves() -> frozenset[str]:
    classes = vocabulary()[1]
    return frozenset(classes["RISE"] + classes["FALL"])
