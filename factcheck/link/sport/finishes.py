"""How far apart two finished: by their times, distances, innings or cards, 2:08:14 and 2:08:51, so 37 seconds back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.series.figures import counted, value
from factcheck.link.series.runs import gap, linked
from factcheck.link.sport.telling import in_play
from factcheck.model import Relation
from factcheck.numerals import WORDS, small_number, written
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity, total
from factcheck.regexes import compiled

MARK = Pattern(
    r"(?<![\d:.,])(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,2}):(?P<s>\d{2}(?:\.\d+)?)(?![\d:])|(?<![\d:.,£$€])(?P<plain>\d{1,3}\.\d{1,2})(?:(?<=\.\d\d)m\b)?(?![\d:.%]| ?(?:per|million|billion|m\b|bn\b))"
)
"""A time or a distance of a race or a throw: 2:08:14, 9.91, 58.40."""

OF_DAY = Pattern(r"(?<!clocked) (?:at|by|until|from) $")
"""Before a figure with a point it makes it a time of day: sunset at 3.58."""

UNITS = {
    "minute": Fraction(60),
    "tenth": Fraction(1, 10),
    "hundredth": Fraction(1, 100),
    "cent": Fraction(1, 100),
    "cm": Fraction(1, 100),
}
NAME = Pattern(r"\b[A-Z]\w+")
BRACKETED = Pattern(r" (?:of|from|on|over|than) [^.,;:()\d]{2,60} \(")
HALF = Fraction(1, 2)
APART = ("behind", "back", "adrift", "clear", "ahead", "in front", " off", "slower", "faster", "quicker", "further", "farther",
         "outside", "inside", "down", "margin", " by ", "to spare")  # fmt: skip
TWO, THREE = 2, 3
FAR_OFF = 12
"""A card or a stand that misses its sum by more is of something else."""


@cache
def _gap() -> re.Pattern[str]:
    many = rf"\d+(?:\.\d+)?|half a|an?|{'|'.join(WORDS)}"
    unit = r"seconds?|secs?|minutes?|tenths?(?: of a second)?|hundredths?(?: of a second)?|metres?|meters?|centimetres?|centimeters?|cm"
    after = r"back|behind|adrift|clear|ahead|in front|off|faster|slower|quicker|further|farther|outside|inside|down|to spare"
    before = r"margin (?:of victory )?(?:of|was) |\bby (?:just )?"
    return compiled(rf"(?:{before})?\b(?P<many>{many})[ -]?(?P<unit>{unit})\b(?P<after> (?:{after})\b)?", re.I)


ELSEWHERE = Pattern(r"\b(?:where|when|in which|after which)\b")
"""Behind two marks these lead to another finish: his 9.98 and his 10.02 in the final, where he lost by three hundredths."""


def finishes(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold how far apart two finished to their two times or distances, where the sentence tells no more."""
    words, start = article.words(sentence), article.here(sentence).start
    if not any(word in words for word in APART):
        return
    apart = [one for one in _gap().finditer(words) if one["after"] or one.start() < one.start("many")]
    if len(apart) != 1:
        return
    marks = [one for one in MARK.finditer(words) if not apart[0].start() <= one.start() < apart[0].end()]
    bracketed = _over_a_name(words, apart[0], marks)
    marks = bracketed or marks
    if len(marks) != TWO or (marks[0]["plain"] is None) != (marks[1]["plain"] is None):
        return
    if ELSEWHERE.search(words, marks[-1].end(), max(marks[-1].end(), apart[0].start())):
        return
    said, step = _length(apart[0])
    if step is None or any(OF_DAY.search(words, 0, mark.start()) for mark in marks if mark["plain"]):
        return
    one, other = (_seconds(mark) for mark in marks)
    place = Span(start + apart[0].start("many"), start + apart[0].end("unit"))
    spans = tuple(Span(start + mark.start(), start + mark.end()) for mark in marks)
    made = Quantity(Interval.exactly(abs(one - other)), "", f"{marks[0][0]} and {marks[1][0]}", spans)
    stated = Quantity(Interval.around(said, step / 2), "", article.text(place), (place,))
    if not bracketed and len(set(NAME.findall(words, apart[0].end(), max(apart[0].end(), marks[1].start())))) > 1:
        return  # "12 seconds ahead of Lowe, with Ray third in 48:53" tells the time of another.
    near = abs(abs(one - other) - said) <= max(said, abs(one - other)) * HALF
    yield Relation(
        stated, made, "{working} lie {implied} apart, not {stated}.", doubt=None if near else "of other finishes"
    )


def _over_a_name(words: str, apart: re.Match[str], marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the last time before a gap, and the one in brackets behind whom it is over: in 2:08:26, 84 seconds ahead of Ada Worku (2:09:40)."""
    before = [mark for mark in marks if mark.end() <= apart.start()]
    behind = next((mark for mark in marks if mark.start() >= apart.end()), None)
    told = BRACKETED.fullmatch(words, apart.end(), behind.start()) if behind else None
    return [before[-1], behind] if before and behind and told else []


def _seconds(mark: re.Match[str]) -> Fraction:
    if mark["plain"]:
        return Fraction(mark["plain"])
    return Fraction(mark["h"] or 0) * 3600 + Fraction(mark["m"]) * 60 + Fraction(mark["s"])


def _length(found: re.Match[str]) -> tuple[Fraction, Fraction | None]:
    """Return a gap in seconds or metres, and the step to which it is told."""
    many, unit = found["many"].lower(), found["unit"].lower()
    each = next((worth for name, worth in UNITS.items() if unit.startswith(name)), Fraction(1))
    if many == "half a":
        return each * HALF, each / 5
    if many in ("a", "an"):
        return each, each / 5
    number = written(many) if many[0].isdigit() else None
    size = number.middle if number else Fraction(small_number(many))
    step = number.half * 2 if number else Fraction(1)
    return each * size, each * min(step, Fraction(1)) * (1 if each >= 1 else HALF)


ROUNDS = Pattern(r"\b(?:(?:rounds|cards|scores|throws|innings)(?: of|,)|carded|shot|returned|fired) (?:just )?$", re.I)

SUMMED = Pattern(
    r"\b(?:total|aggregate|tally|sum) (?:of|was|is)(?: just)? $|\b(?:add(?:s|ed)? up to|come to|came to) (?:a total of )?$|\bfinish(?:ed)? (?:on|at|with) $",
    re.I,
)


def card(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add rounds up to their total: rounds of 70, 68, 71 and 66, a total of 275."""
    text, counts = article.document.text, [one for one in sentence.of_kind("count") if one.number]
    first = next(
        (n for n, one in enumerate(counts) if ROUNDS.search(text, max(0, one.span.start - 24), one.span.start)), None
    )
    if first is None:
        return
    run = counts[first : first + 1]
    for one in counts[first + 1 :]:
        if not linked(gap(article, run[-1], one)) or len(gap(article, run[-1], one)) > TWO:
            break
        run.append(one)
    whole = next(
        (one for one in counts if one not in run and SUMMED.search(text, max(0, one.span.start - 24), one.span.start)),
        None,
    )
    if whole is not None and len(run) >= TWO and not any(one.hedge for one in (whole, *run)):
        made = total([counted(one) for one in run])
        firm = abs(made.interval.low - value(whole)) <= FAR_OFF
        yield Relation(counted(whole), made, doubt=None if firm else "other rounds may count")


PUT_ON = Pattern(r"\b(?:put on|added|adding|stand (?:of|worth)|partnership (?:of|worth)|shared) $", re.I)

FROM_TO = Pattern(
    r"\b(?:from|(?:coming|came|got) together (?:at|on)) (?P<low>\d{1,3})(?: for (?:\w+))?"
    r"(?: to|,? (?:and|until) (?:(?:being|were|was) )?(?:parted|separated) (?:at|on)) (?P<high>\d{1,3})\b"
)
INNINGS = Pattern(r"\bby an innings and $", re.I)
WICKETS = Pattern(r"\d for $")
"""Before a figure, behind runs, it is of the wickets lost: 412 for eight."""


def stand(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold a stand to the score before and after it: put on 143, from 41 for two to 184."""
    text, here = article.document.text, article.here(sentence)
    ends = FROM_TO.search(text, here.start, here.end)
    if ends is None:
        return
    for one in sentence.of_kind("count"):
        if one.number and not one.hedge and PUT_ON.search(text, max(here.start, one.span.start - 24), one.span.start):
            spans = (Span(*ends.span("high")), Span(*ends.span("low")))
            made = Fraction(int(ends["high"]) - int(ends["low"]))
            firm = abs(made - value(one)) <= FAR_OFF
            implied = Quantity(Interval.exactly(made), "", f"{ends['high']} - {ends['low']}", spans)
            yield Relation(counted(one), implied, doubt=None if firm else "of another stand")
            return


def by_an_innings(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold a defeat by an innings to the three innings: 323 against 131 and 168, so by an innings and 24 runs."""
    text, here = article.document.text, article.here(sentence)
    told = in_play(article, sentence.of_kind("count"))
    counts = [one for one in told if one.number and not one.hedge]
    lead = next((one for one in counts if INNINGS.search(text, max(0, one.span.start - 24), one.span.start)), None)
    runs = [one for one in counts if one is not lead and not WICKETS.search(text, here.start, one.span.start)]
    runs.sort(key=value)
    if lead is not None and len(runs) == THREE:
        made = counted(runs[-1]) - total([counted(one) for one in runs[:-1]])
        firm = abs(made.interval.low - value(lead)) <= FAR_OFF
        yield Relation(counted(lead), made, doubt=None if firm else "of another match")


SINGLE = Pattern(
    r"\b(?:a|another) (?:[a-z-]+ ){0,2}?(?:penalty|header|goal|strike|free-kick|tap-in|volley)(?= (?:by|from) (?:\w+ ){0,2}?[A-Z])"
)
"""A goal that is told by who scored it: a late penalty by Orr."""

HAT_TRICK = Pattern(r"\bhat-?trick\b", re.I)
BRACE = Pattern(r"\ba brace\b|\btwo goals\b|\bscored twice\b", re.I)
EACH = Pattern(
    r"[A-Z]\w+ and (?:[A-Z]\w+ )?[A-Z]\w+(?: (?:scored|got|with|adding|added|had))? (?P<each>one|a goal) (?:each|apiece)\b"
)


def scorers(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold the goals of a hat-trick and others beside it to the score: no more than the winners had."""
    text, here = article.document.text, article.here(sentence)
    trick = HAT_TRICK.search(text, here.start, here.end)
    if trick is None or len(HAT_TRICK.findall(text[here.start : here.end])) > 1:
        return
    brace, each = BRACE.search(text, here.start, here.end), EACH.search(text, here.start, here.end)
    singles = list(SINGLE.finditer(text, here.start, here.end))
    goals = THREE + TWO * (brace is not None) + TWO * (each is not None) + len(singles)
    near = article.sentences[max(0, sentence.number - 1) : sentence.number + 1]
    told = [
        one
        for other in near
        for one in other.of_kind("pair")
        if article.block_at(one.span.start) == article.block_at(here.start)
    ]
    if len(told) != 1 or goals == THREE or not (told[0].number and told[0].upper):
        return
    most = max(told[0].number.middle, told[0].upper.middle)
    parts = [found for found in (trick, brace, each, *singles) if found]
    words, spans = " + ".join(found[0] for found in parts), tuple(Span(*found.span()) for found in parts)
    scored = Quantity(Interval.exactly(goals), "", words, spans)
    fits = Interval(Fraction(0), most) if goals <= most else Interval.exactly(most)
    yield Relation(
        Quantity(fits, "", told[0].text, (told[0].span,)),
        scored,
        "{working} are {implied} goals, more than {stated} has.",
    )
