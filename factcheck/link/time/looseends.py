"""Lengths of what went on between the only two times about them, before or behind: did 12 years ... jailed in 1999, freed in 2007.

No word ties such a length to its times. So it is held against them only where it is told as how long something went on, and
what they bind it to can bear it out, never refute it.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.link.time.parted import GIVEN, between_them, is_of_other, is_precise, lead_of, times_of
from factcheck.link.time.sofar import Lasting
from factcheck.link.time.spells import MINUTES_IN
from factcheck.model import Mention
from factcheck.patterns import Pattern

WINDOWS = ((0, 0), (1, 0), (0, 1), (1, 1), (2, 0), (2, 1), (0, 2))
"""So many sentences with figures before a length, and behind it, the only two times are sought in, the nearest first."""
FARTHEST = 120
"""So many words lie between a length and its times at the most."""
PAIR = 2
GOING_ON = frozenset(
    "after for in over during through spent spend served lasted took needed did waited taking spending serving lasting "
    "those these that the his her its their marked".split()
)
"""Before a length these tell that something went on so long."""
WAIT = Pattern(r"\b(?:wait|gap|absence|spell|reign|stretch|run|silence|drought|tenure|career|hiatus) of $")
UP_TO_NOW = Pattern(r"\b(?:has|have|is|are|[’']s|[’']ve)\b[^.;,]{0,40}$")
"""Before "for 12 years" these make it one up to now."""
OF_OTHERS = Pattern(
    r"\b(?:another|previous|first|last|next|final|further|more|further|extra|within|every|each|up to|at least|a minimum of) $"
)
ENDS = frozenset(",.;q\n—–)")
LATER = frozenset("later on apart".split())
TAKEN_UP = frozenset({"it", "they", "he", "she"})
"""Behind "two hours after" these make it one between what was just told: two hours after it began."""
ALL_ALONG = Pattern(r"(?:간|[가-힣] ?동안|[가-힣]? ?간의)")
OF_OTHER_YEARS = Pattern(r"(?:지난|최근|앞으로|향후|매|각각|다음) ?$")
QUOTES = frozenset({'"', "q"})
LOOK = 80


def loose_ends(article: Article, told: set[int]) -> Iterator[Lasting]:
    """Yield the lengths, those `told` by their first token left out, that the only two times near by bound."""
    for sentence in article.body:
        lengths = sentence.of_kind("duration") if sentence.kinds & BIT["L"] else []
        for length in lengths if len(lengths) <= PAIR else ():
            if length.first in told or not length.number or is_of_other(article, sentence, length):
                continue
            ends = _only_two(article, sentence, length) if _goes_on(article, sentence, length) else None
            if ends and (found := between_them(article, length, *ends)):
                between, start, end, several = found
                yield Lasting(between, length, start, end, several)


def _goes_on(article: Article, sentence: Sentence, length: Mention) -> bool:
    """Tell whether a length is told as how long something went on."""
    lead, place = lead_of(article, sentence, length), article.place(length)
    before, behind = article.around(length, LOOK)
    if article.verb_last:
        return ALL_ALONG.match(length.text[-1:] + behind) is not None and not OF_OTHER_YEARS.search(before)
    if OF_OTHERS.search(before) or (article.word(lead) == "for" and UP_TO_NOW.search(before)):
        return False
    opens = lead < sentence.start or article.skeleton[lead] in QUOTES
    led = article.word(lead) in GOING_ON or WAIT.search(before) is not None
    owned = behind[:2] in ("’ ", "' ") and not GIVEN & {behind[2:].split(" ", 1)[0].strip(",.")}
    counted = _is_later(article, place) or article.word(place + 2) in TAKEN_UP
    return opens or led or owned or counted


def _is_later(article: Article, place: int) -> bool:
    """Tell "34 years on," and "three weeks later" from "15 years on 12 counts"."""
    word = article.word(place + 1)
    return word in LATER and (word != "on" or article.skeleton[place + 2] in ENDS)


def _only_two(article: Article, sentence: Sentence, length: Mention) -> tuple[Mention, Mention] | None:
    """Return the only two times near a length that may be its ends; None where there are others, or too few.

    The second may be one told from the day of writing.
    """
    for kinds in ("clock",) if length.unit in MINUTES_IN else ("date|year", "date|year|relative|weekday"):
        for before, behind in WINDOWS:
            near = article.sentences[max(0, sentence.number - before) : sentence.number + behind + 1]
            near = [one for one in near if abs(one.start - sentence.start) <= FARTHEST and one.block != "cell"]
            times = [time for one in near for time in times_of(article, one, kinds) if _is_end(length, time)]
            found = list({(time.when, time.clock): time for time in times}.values())
            if len(found) > PAIR:
                return None
            if len(found) == PAIR:
                return found[0], found[1]
    return None


def _is_end(length: Mention, time: Mention) -> bool:
    """Tell whether a time may be an end of a length in its unit: of years one with its year."""
    return is_precise(time) and (length.unit != "year" or bool(time.when and time.when.year))
