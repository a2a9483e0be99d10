"""Two times of day of one instant, each told of the place nearest to it, where words say that they are one.

"For those in Chicago that means 7 a.m.", "it's 8 p.m. there", "at home in Basel, where the clock said 2:20": whatever the
order, what ties two times is a word for whose clocks show the second, or that an act at the one is watched at the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.link.context.places import Named, places_in
from factcheck.link.time.faces import Beside
from factcheck.link.time.instants import Reading, timed
from factcheck.patterns import Pattern
from factcheck.reference import zones
from factcheck.reference.zones import Zone

REACH, CLOSE, PAIR = 14, 3, 2
"""So many words about a time may stand the place that it is of."""
OFFSET = Pattern(r"(?:, (?:at )?| \()(?P<zone>GMT|UTC)(?P<off>[+−-]\d{1,2})\b")
"""Behind a place: Mexico City, GMT-6."""
TIED = Pattern(
    r"\b(?:that (?:means|is|was)|which (?:means|[\w ]{0,30}(?:is|was))|it (?:is|was|will be)|it[’'](?:s|ll be)|by then|already|clocks?|watch\w*"
    r"|(?:his|her|their|our|its) time|there|viewers|listeners|fans|audiences?|readers|shareholders|investors|(?:for|to) (?:those|them|families|people)"
    r"|tune in|did so|does so|do so|same (?:moment|instant|minute)|at that (?:very )?(?:moment|minute|hour)|got (?:it|the news)|heard (?:it|the news)"
    r"|stamped|is at|would be|joining|joins?|stay up|have to)\b"
)
"""Between two times, or behind the second, these tie the two."""
HABITS = Pattern(
    r"\b(?:open|opens|opened|shut|shuts|clos(?:e|es|ed|ing)|land\w*|arriv\w*|reach\w*|left|leaves|took off|takes off|flew|flight|depart\w*|each day|daily|every)\b"
)
"""What is done at an hour of its own in each of many places, or takes some hours from one to the other."""


def told_of_both(article: Article) -> Iterator[tuple[Sentence, Beside]]:
    """Yield each two times that follow one another in a paragraph, each of a place of its own, and that words tie."""
    if article.verb_last or sum(mention.clock is not None for mention in article.mentions) < PAIR:
        return
    last: tuple[Sentence, Reading] | None = None
    for sentence, readings in timed(article, article.body) if len(_known(article)) >= PAIR else ():
        told = [(sentence, reading) for reading in readings]
        for (one, first), (other, second) in pairwise([last, *told] if last else told):
            if other.number - one.number <= 1 and (pair := _pair(article, one, first, other, second)):
                yield other, pair
        last = told[-1]


def _known(article: Article) -> set[str]:
    return {named.name for named in places_in(article, 0, len(article.skeleton))} | {
        mention.clock.zone for mention in article.mentions if mention.clock and mention.clock.zone
    }


def _pair(article: Article, one: Sentence, first: Reading, other: Sentence, second: Reading) -> Beside | None:
    """Return two times with the places nearest to them, where those are two and words tie the two times."""
    start, end = article.place(first.mention), article.place(second.mention)
    if one is not other and article.block_at(first.mention.span.start) != article.block_at(second.mention.span.start):
        return None
    if article.skeleton[start - 1] == "(" and one is not other:
        return None  # It tells the time before it by another clock.
    text = article.document.text[first.mention.span.end : second.mention.span.start]
    behind = article.around(second.mention, 0, 40)[1]
    habits = HABITS.search(article.words(one)) or (one is not other and HABITS.search(article.words(other)))
    if habits or not (TIED.search(text) or TIED.search(behind)):
        return None
    first = _seated(article, first, max(one.start, start - REACH), end, start)
    second = _seated(article, second, start + 1, min(second.end + CLOSE, other.end), end, first.place)
    if not (first.zones and second.zones) or set(first.zones) & set(second.zones):
        return None
    return Beside(first, second, clocked=True, set_off=False)


def _seated(article: Article, reading: Reading, start: int, end: int, at: int, taken: str = "") -> Reading:
    """Return a reading with the place nearest to it in a stretch, the one that another has taken left out."""
    if reading.zones or reading.clock.zone not in ("", "local"):
        return reading
    found = [named for named in places_in(article, start, end) if named.name != taken]
    if not found:
        return reading
    nearest = min(found, key=lambda named: _far(named, at))
    offset = _told_offset(article, nearest)
    return reading._replace(place=nearest.name, zones=offset or zones.of_place(nearest.name))


def _far(named: Named, at: int) -> int:
    return at - named.end if named.end <= at else named.start - at


def _told_offset(article: Article, named: Named) -> tuple[Zone, ...]:
    """Return the zone that stands behind a place: Mexico City, GMT-6."""
    behind = article.document.text[article.span(named.start, named.end).end :][:12]
    said = OFFSET.match(behind)
    return zones.named(f"{said['zone']}{said['off']}".replace("−", "-")) if said else ()
