"""A total over so many games and what that is a game: "384 points in 16 games, an average of 24".

Three figures: one counts games, one is marked as an average, and the third is what was scored, carried or drawn in all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck import shown
from factcheck.article import BIT, Article, Sentence
from factcheck.link.series.figures import counted, is_plain, swapped, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

OCCASIONS = frozenset(
    "game match start appearance outing fixture race test tournament round carry catch reception punt kickoff attempt night show performance"
    " concert screening session".split()
)
"""What something is averaged over.  No innings: a batsman's average leaves those out in which he was not."""

LED = Pattern(
    r"\baverag(?:es?|ed|ing)(?:,? (?:of|is|was|has been|out|at|to|just|only|about|around|over|under|nearly|almost|a|some|more than|comes?|came))* [£$€¥₩]?$",
    re.I,
)
"""Right before a figure these make it an average."""

EACH = (
    r"(?: [a-z]+)?,? (?:an?|per|each|every) (?:game|match|start|appearance|outing|fixture|race|test|tournament|round|carry"
    r"|catch|reception|punt|kickoff|attempt|night|show|performance|concert|screening|session)\b"
)
BEHIND = Pattern(rf"^(?:{EACH}|(?: [a-z]+)? (?:on|an?) average\b)", re.I)
"""Right behind one these do."""

TIED = Pattern(
    r"(?:, (?:or|for|an?|averaging|which is|that is|at)\b[^,;]*|\bor [^,;]*|\baverag\w+[^,;]*|\bworks? out\b[^,;]*|[(—–:][^,;]*)$",
    re.I,
)
"""Between a total over so many and an average these say that the one is that of the other."""

SHOWN = Pattern(r"^[^,;.]{0,24}(?:, with| over|, from|,|:|\. (?:he|she|it|they)\b)", re.I)
"""Behind an average these lead to what it is of."""

OTHERWISE = Pattern(
    r"\b(?:last|past|first|final|previous|recent|other|home|away|career|season's|since|remaining|if|would|could|compared|than|against|expected|target"
    r"|respectively|allow\w*|up from|down from)\b",
    re.I,
)
"""With these an average may be of other games than those that are counted."""

THREE = 3
CLOSE = Fraction(1, 50)
"""An average that is off by less may be of other games, or rounded twice."""

FAR_OFF = 3
"""One that is so many times off is of other games."""


class Averaged(NamedTuple):
    """What was made in all, in how many games, and the average; `tied` where words say that it is of these."""

    total: Mention
    number: Mention
    average: Mention
    tied: bool


def averaged(article: Article) -> Iterator[Relation]:
    """Yield each average with the total and the number of games that it stands beside: it is that, or but for a slip."""
    if article.verb_last:
        return
    for found in _found(article):
        exact = value(found.total) / value(found.number)
        implied = counted(found.total).as_unit(found.average.unit) / counted(found.number).as_unit("")
        implied = implied.as_unit(found.average.unit)
        stated = found.average.quantity
        if stated.interval.meets(implied.interval) or _told(found, exact):
            gives = shown.with_unit(exact, found.average.unit if found.average.kind == "money" else "")
            working = implied.working
            yield Relation(
                stated,
                implied,
                says=f"{working} comes to {gives}, not {{stated}}.",
                working=f"{working} = {gives}; the text says {found.average.text}",
            )


def _told(found: Averaged, exact: Fraction) -> bool:
    """Tell whether an average that is off is surely one of these games."""
    said = value(found.average)
    step = found.average.number.half * 2 if found.average.number else Fraction(1)
    if abs(exact - said) <= max(step, exact * CLOSE):
        return False
    slips = swapped(found.average, exact) or swapped(found.total, said * value(found.number))
    return slips or (found.tied and 1 / Fraction(FAR_OFF) < exact / said < FAR_OFF)


def _found(article: Article) -> Iterator[Averaged]:
    for sentence in article.holding("averag", " a ", " per ", " each ", " every "):
        for figures in _threes(article, sentence):
            if found := _read(article, sentence, figures):
                yield found
                break


def _threes(article: Article, sentence: Sentence) -> Iterator[list[Mention]]:
    """Yield the figures of a sentence, and those with the sentence before it or behind it, where they are three."""
    own = _figures(sentence)
    if len(own) == THREE:
        yield own
    if not 0 < len(own) < THREE:
        return
    for number in (sentence.number - 1, sentence.number + 1):
        near = article.sentences[number] if 0 <= number < len(article.sentences) else None
        if near is not None and _adjoins(article, near, sentence):
            both = [*own, *_figures(near)]
            if len(both) == THREE:
                yield sorted(both, key=lambda one: one.first)


def _figures(sentence: Sentence) -> list[Mention]:
    """Return the figures of a sentence that may be of an average; too many where one of another kind stands among them."""
    if sentence.kinds & (BIT["P"] | BIT["X"] | BIT["F"]):
        return [*sentence.mentions] * 4
    return sentence.of_kind("money|count|points|measure")


def _adjoins(article: Article, before: Sentence, sentence: Sentence) -> bool:
    one, other = before.mentions[0].span.start, sentence.mentions[0].span.start
    return before.block == sentence.block and article.block_at(one) == article.block_at(other)


def _read(article: Article, sentence: Sentence, figures: list[Mention]) -> Averaged | None:
    if any(one.upper is not None or one.number is None or value(one) <= 0 for one in figures):
        return None
    averages = [one for one in figures if _is_average(article, one)]
    numbers = [one for one in figures if one.kind == "count" and one.noun in OCCASIONS and one not in averages]
    if len(averages) != 1 or len(numbers) != 1 or averages[0].sentence != sentence.number:
        return None
    average, number = averages[0], numbers[0]
    total = next(one for one in figures if one is not average and one is not number)
    if number.hedge == "more":
        number = number.changed(hedge="")  # "Over 16 games" is not more than 16.
    alike = total.unit == average.unit or "count" in (total.kind, average.kind)
    money = (total.kind == "money") == (average.kind == "money")
    if not alike or not money or value(number) <= 1 or not is_plain(number) or value(total) <= value(average):
        return None
    if total.noun and average.noun and total.noun != average.noun and average.noun not in OCCASIONS:
        return None
    return Averaged(total, number, average, _is_tied(article, figures, average))


def _is_average(article: Article, one: Mention) -> bool:
    before, behind = article.around(one, 60, 40)
    return LED.search(before) is not None or BEHIND.match(behind) is not None


def _is_tied(article: Article, figures: list[Mention], average: Mention) -> bool:
    """Tell whether the words between the three say that the average is of the others, and none that it may not be."""
    text = article.document.text
    first, last = (article.sentences[one.sentence] for one in (figures[0], figures[-1]))
    here = article.span(first.start, last.end)
    if OTHERWISE.search(text, here.start, here.end):
        return False
    at = figures.index(average)
    if at == 0:
        return SHOWN.match(text[average.span.end : figures[1].span.start]) is not None
    return at == 2 and TIED.search(text[figures[1].span.end : average.span.start]) is not None
