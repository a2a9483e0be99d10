"""Times of day of two documents as one instant: each in the zones that its words, its place or its language may mean."""

from __future__ import annotations

from datetime import date

from factcheck.article import Article
from factcheck.link.context.places import dateline, places_in
from factcheck.model import Mention
from factcheck.reference import zones
from factcheck.reference.zones import Zone

WINTER_AND_SUMMER = (date(2024, 1, 15), date(2024, 7, 15))
"""Days for a text that has none: its clocks may be those of either half of the year."""

DAY = 1440


def ahead(article: Article, mention: Mention) -> tuple[int, ...]:
    """Return how many minutes ahead of Greenwich the clock may be that a time is read from; () where unknown."""
    days = (article.published,) if article.published else WINTER_AND_SUMMER
    return tuple(dict.fromkeys(zone.ahead(day) for zone in _zones(article, mention) for day in days))


def _zones(article: Article, mention: Mention) -> tuple[Zone, ...]:
    name = mention.clock.zone if mention.clock else ""
    if name:
        return zones.named(name)
    if article.language in zones.HOME:
        return (zones.HOME[article.language],)
    sentence = article.sentences[mention.sentence]
    near = [named.name for named in places_in(article, sentence.start, sentence.end)]
    return tuple(zone for place in (*near, *dateline(article)) for zone in zones.of_place(place))


def one_instant(ours: int, our_zones: tuple[int, ...], theirs: int, their_zones: tuple[int, ...]) -> bool:
    """Tell whether two times of day in minutes may be one, given how far ahead of Greenwich each clock may be."""
    return any((ours - one - theirs + other) % DAY == 0 for one in our_zones for other in their_zones)
