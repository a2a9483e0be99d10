"""Lengths told as the whole of what lies between the two times last told: those 12 years, a wait of 36 years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.link.time.acted import PAUSES
from factcheck.link.time.clocks import on_clocks
from factcheck.link.time.events import acts_near, words
from factcheck.link.time.missed import slips
from factcheck.link.time.sofar import Lasting
from factcheck.link.time.spells import MINUTES_IN, WITHIN, time_between
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval
from factcheck.segment import vocabulary

NOWHERE, BACK = -1, 2
"""So many sentences before a length may tell what it is the whole of."""
KNOWN = frozenset("those these intervening".split())
"""Before a length: it is of the stretch just told."""
OWNERS = frozenset("the its his her their".split())
LOOSE = frozenset("just only barely nearly almost some about around roughly exactly fully".split())
ENDS = ".,;)q—\n"
BEGUN = frozenset({"took", "founded", "joined"})
ENTERING = frozenset({"joined", "entered", "trained", "studied", "known", "met", "lived", "come"})
SINCE = frozenset({"since", "from"})
"""Before the second of two times they make it the beginning: rose at 4.30, having sat since 10."""
PERFECT = Pattern(r"\b(?:had|having)\b[^.;]*$", re.I)
UNTIL = frozenset({"until", "till"})
PARTICIPLES = ("ed", "en", "un", "st")
LED, NAMED, NEAR, LOOK = 6, 4, 2, 60
"""So many words before a length, and behind it, may say what it is of, so many at the most stand up to its noun."""


def spanned(article: Article) -> Iterator[Lasting]:
    """Yield the lengths that their words make the whole of a stretch, of which the text has just told both ends."""
    for sentence in article.sentences:
        if not sentence.kinds & BIT["L"] or sentence.block == "cell":
            continue
        for length in sentence.of_kind("duration"):
            reach = _reach(article, sentence, length) if length.number else NOWHERE
            if reach != NOWHERE and (ends := _ends_of(article, sentence, length, reach)):
                start, end, several = on_clocks(article, length, *ends)
                lasted = time_between(article, length, start, end)
                part = (
                    lasted is not None
                    and length.quantity.interval.high < lasted.low
                    and _may_be_part(article, length, lasted)
                )
                yield Lasting(lasted, length, start, end, several or (WITHIN if part else None))


def _reach(article: Article, sentence: Sentence, length: Mention) -> int:
    """Return how many sentences before it may tell what a length is the whole of; NOWHERE where it may be a part."""
    place, last = article.place(length), article.place(length) + 1
    while place > sentence.start and article.word(place - 1) in LOOSE:
        place -= 1
    before = ["", *(article.word(at) for at in range(max(sentence.start, place - LED), place))]
    behind = [article.word(at) for at in range(last, min(last + NAMED, sentence.end))]
    closed = article.skeleton[last : last + 1] in ENDS
    if "-" in length.text and " " not in length.text:
        return _named(article, sentence, length, before, behind)
    if before[-1] == "of":
        ahead = (
            before[-4:-3] == ["for"]
            or before[-4:-1] == ["in", "the", "course"]
            or "every" in before[-4:-2]
            or behind[:1] == ["from"]
        )
        named = not ahead and not words("nouns").isdisjoint(before[-2:-1])
        return BACK if named and (closed or not OWNERS.isdisjoint(before[-4:-2])) else NOWHERE
    if _after_all(article, sentence, length, before, closed):
        begun = any(act.family in BEGUN and act.sentence is not sentence for act in acts_near(article, sentence, 1))
        return BACK if begun else 0
    return (
        BACK
        if any(
            (
                before[-1] in KNOWN,
                before[-1] in ("for", "lasted") and closed and (_having(before) or _begun_by(behind)),
                before[-1] == "after" and behind[:1] == ["of"] and not words("serving").isdisjoint(behind[1:2]),
                before[-1] == "," and behind[:1] == ["later"] and article.skeleton[last + 1 : last + 2] in ENDS,
                before[-1] in ("", '"') and behind[:1] in (["is"], ["was"]) and "time" in behind,
            )
        )
        else NOWHERE
    )


def _may_be_part(article: Article, length: Mention, lasted: Interval) -> bool:
    """Tell whether a length shorter than its stretch may be that of a part: stepped down in 2022, having led it for nine years."""
    before = article.around(length, LOOK, 0)[0]
    loose = "-" in length.text or PERFECT.search(before) is not None
    return loose and not slips(length, lasted, near=False)


def _having(before: list[str]) -> bool:
    """Tell ", having kept it for 20 years" from ", a shower having kept them off for 47 minutes", which is of the shower."""
    return "having" in before and before[before.index("having") - 1] in (",", "")


def _begun_by(behind: list[str]) -> bool:
    """Tell ", having been chosen in 1981 and voted out" from ", having joined in 1960": who joins may begin the rest later."""
    return behind[:2] == [",", "having"] and ENTERING.isdisjoint(behind[2:3])


def _after_all(article: Article, sentence: Sentence, length: Mention, before: list[str], closed: bool) -> bool:
    """Tell whether a length is all that lies between a sentence's two times, whatever happened at them.

    It closes the sentence behind "after", "having served" or "had waited", or "until" stands before the second time and
    what came of it behind: ", leaving them dark for four hours"; or it was spent in what began at the first: "in orbit".
    """
    place = article.place(length)
    if before[-1] == "after" and not closed:
        return _in_it(article, sentence, place)
    if not closed or any(mention.first > length.first for mention in sentence.mentions):
        return False
    if before[-1] == "after":
        at = place - 2 - (article.skeleton[place - 2] == ",")
        ends = article.at.get(at) if article.word(at - 2) != "and" else None
        born = any(act.family == "born" for act in acts_near(article, sentence, 1))
        return ends is not None and ends.kind in ("date", "year", "clock") and not born
    if before[-1] == "for":
        times = [article.place(mention) for mention in sentence.of_kind("date|year|clock")]
        led = bool(times) and article.word(times[-1] - 1) in UNTIL and article.skeleton[times[-1] + 1] == ","
        return led and article.word(times[-1] + 2).endswith("ing")
    perfect = before[-2:-1] in (["had"], ["having"]) and before[-1].endswith(PARTICIPLES)
    return perfect and article.skeleton[place - 3] == ","


def _in_it(article: Article, sentence: Sentence, place: int) -> bool:
    """Tell "launched in 2004, it fell silent in 2019 after 15 years in orbit" from "left in 2019 after six years in Paris"."""
    behind = [article.word(at) for at in range(place + 1, min(place + 4, sentence.end))]
    if behind[:1] not in (["in"], ["at"]) or words("kept").isdisjoint(behind[1:]):
        return False
    begun = [act for act in acts_near(article, sentence) if act.family in BEGUN]
    first = next(iter(sentence.of_kind("date|year|clock")), None)
    since = first is not None and article.word(article.place(first) - 1) == "since"
    return since or any(act.mention is first for act in begun)


def _named(article: Article, sentence: Sentence, length: Mention, before: list[str], behind: list[str]) -> int:
    """Tell "The six-year project" and ", a 29-year production run." from "the three-week hearing ended on 2 May"."""
    nouns = words("nouns") - {"term"}  # "His 10-year minimum term" is what he was given.
    noun = next((at for at, word in enumerate(behind[:NEAR]) if word in nouns), NEAR)
    last = article.place(length) + noun + 2
    if noun == NEAR or behind[noun] in PAUSES or not _told(article, sentence, length):
        return NOWHERE
    if before[-1] in OWNERS:
        return BACK
    apposed = before[-1] in ("a", "an") and before[-2:-1] in ([","], ["("], ["-"], ["–"], ["—"])
    return 0 if apposed and article.skeleton[last : last + 1] in ENDS else NOWHERE


def _told(article: Article, sentence: Sentence, length: Mention) -> bool:
    """Tell whether no time stands behind a length that its noun tells: "the three-week hearing ended on 2 May"."""
    return not any(
        mention.kind in ("date", "year", "clock", "relative")
        for mention in sentence.mentions
        if mention.first > length.first
    )


def _ends_of(article: Article, sentence: Sentence, length: Mention, reach: int) -> tuple[Mention, Mention] | None:
    """Return the two times between which a length lies, its sentence's or those of the one or two before it.

    None where the text has told of a third, or has told the same length before of something else.
    """
    kinds = "clock" if length.unit in MINUTES_IN else "date|year"
    block = article.block_at(length.span.start)
    times: list[Mention] = []
    for told in reversed(article.sentences[max(0, sentence.number - reach) : sentence.number + 1]):
        if told.mentions[0].span.start < block.start:
            break
        if any(_said_again(other, length) for other in told.mentions):
            return None
        times = [one for one in told.of_kind(kinds) if not _of_next_clause(article, length, one)] + times
        if len(times) >= 2:
            break
    named = "-" in length.text and times[0].sentence != times[-1].sentence if times else False
    exact = len(times) == 2 and not named and all(time.clock or (time.when and not time.when.unit) for time in times)
    if not exact or _one_time(article, *times):
        return None
    return (times[1], times[0]) if article.word(article.place(times[1]) - 1) in SINCE else (times[0], times[1])


def _of_next_clause(article: Article, length: Mention, time: Mention) -> bool:
    """Tell whether a semicolon parts a time from the length before it: died in 1998, after 36 years; his son died in 2011."""
    return ";" in article.skeleton[article.place(length) : article.place(time)]


def _one_time(article: Article, start: Mention, end: Mention) -> bool:
    """Tell whether two times are one, said twice or within it, two beginnings, or times of two like things: 1872 and 1872, May-July, since 1985 and since 1995."""
    between = article.skeleton[article.place(start) + 1 : article.place(end)]
    begun = all(article.word(article.place(one) - 1) == "since" for one in (start, end))
    listed = between == vocabulary()[0]["and"] and article.word(article.place(start) - 1) != "between"
    return begun or listed or between == "-" or (start.when is not None and start.when == end.when)


def _said_again(other: Mention, length: Mention) -> bool:
    return other.kind == "duration" and other.unit == length.unit and other.first < length.first
