"""Birthdays told by how long before them something happened: he died three days short of his 63rd birthday."""

from __future__ import annotations

from datetime import timedelta

from factcheck.article import Article
from factcheck.dates import DAYS_IN, MONTHS_IN, days_meant
from factcheck.model import Mention, When

SHIFTED = frozenset("before short shy ahead away off from until till of".split())
"""Between a length and a birthday they tell that it was still to come by so much."""
ONE = frozenset({"a", "the", "one"})
REACH, MONTH = 4, 31

KEEPING = frozenset({"marks", "celebrates", "marking", "celebrating"})


def day_of(article: Article, birthday: Mention, time: Mention) -> Mention | None:
    """Return when a birthday was that is told with a time: then, or as much later as the words before it say.

    A unit is added, since writers count loosely; None where the time is no day or the words do not say how much.
    """
    place = article.place(birthday)
    before = range(max(0, place - REACH), place)
    if SHIFTED.isdisjoint(article.word(at) for at in before):
        return time
    lengths = [article.at[at] for at in before if at in article.at and article.at[at].kind == "duration"]
    units = {article.word(at) for at in before if article.word(at - 1) in ONE}
    unit = lengths[-1].unit if lengths else next(iter(units & (DAYS_IN.keys() | MONTHS_IN.keys())), "")
    number = lengths[-1].number.middle if lengths and lengths[-1].number else 1
    days = days_meant(time.when, None) if time.when else None
    size = DAYS_IN.get(unit) or MONTHS_IN.get(unit, 0) * MONTH
    if not size or days is None or days.first != days.last:
        return None
    then = days.first + timedelta(int((number + 1) * size))
    said = f"{lengths[-1].text if lengths else f'a {unit}'} after {time.text}"
    return time.changed(when=When(then.year, then.month, then.day), text=said)


def keeps_now(article: Article, birthday: Mention) -> bool:
    """Tell "marks her 80th birthday with a lecture" from birthdays that were, and from one in a film."""
    place = article.place(birthday)
    told = article.word(place + 2) != "in" or article.skeleton[place + 3 : place + 4] == "N"
    return article.word(place - 2) in KEEPING and told
