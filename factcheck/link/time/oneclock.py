"""Local times of nowhere that zones know, each with its instant at Greenwich beside it: they are as far from it, all of them.

"It struck at 4:40 am (1840 GMT) ... had been seen at 9 pm (1100 GMT) ... at noon (0400 GMT)": how far the place's clocks are
ahead nobody says, but two conversions say it alike, and the third must.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.article import Article
from factcheck.link.context.places import dateline
from factcheck.link.time.faces import GREENWICH
from factcheck.link.time.instants import DAY, Reading, same_instant, timed
from factcheck.records import NamedTuple

LOCAL = frozenset({"", "local"})
TWO = 2
"""So many conversions that agree tell how far the clocks of a place are ahead."""


class Converted(NamedTuple):
    """A local time, its instant at Greenwich as it is told, and by how many minutes the others put the local clocks ahead."""

    here: Reading
    greenwich: Reading
    ahead: int


def converted(article: Article) -> Iterator[Converted]:
    """Yield the local times of an article dated from no known place, where all of them but one at most agree on the clocks."""
    if article.verb_last or dateline(article):
        return
    pairs = [
        (here, there)
        for sentence, readings in timed(article, article.body)
        for here, there in same_instant(article, sentence, readings)
        if _is_local(here) and there.clock.zone in GREENWICH
    ]
    ahead, agreeing = next(iter(Counter(_ahead(*pair) for pair in pairs).most_common(1)), (0, 0))
    if agreeing >= max(TWO, len(pairs) - 1):
        yield from (Converted(here, greenwich, ahead) for here, greenwich in pairs)


def _is_local(reading: Reading) -> bool:
    return reading.clock.zone in LOCAL and not (reading.zones or reading.place) and reading.clock.exact


def _ahead(here: Reading, greenwich: Reading) -> int:
    return (here.clock.minute - greenwich.clock.minute) % DAY
