"""The year and the month that a text leaves unsaid of a time: from the 3rd of last month to the 12th."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.dates import settled
from factcheck.model import Mention


def in_its_year(article: Article, time: Mention) -> Mention:
    """Return a month or a day that is told from that of writing with its year: 올해 6월, the 3rd of last month."""
    when = settled(time.when, article.published) if time.when else None
    return time if when == time.when else time.changed(when=when)


def in_one_month(start: Mention, end: Mention) -> Mention:
    """Return the end of a stretch, a day said alone in the month of the beginning: 4월 3일부터 12일까지."""
    if not (start.when and end.when and start.when.month and start.when.day and end.when.day) or end.when.month:
        return end
    if end.when.day <= start.when.day or end.when.shift:
        return end
    return end.changed(when=end.when._replace(month=start.when.month, year=end.when.year or start.when.year))
