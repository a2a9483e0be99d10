"""One weekday that a text names twice for one day: "the breakfast on Thursday ... Thursday's one cheer"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.article import Article
from factcheck.dates import NAMES
from factcheck.link.time.daynames import is_far
from factcheck.link.time.deictic import spoken_at
from factcheck.link.time.occasions import TOLD
from factcheck.model import Mention

MOST = 3
"""So many are shown for each day at the most."""
OTHER = frozenset("next last previous following other every each second third last first past coming".split())
"""Just before a weekday these make it another one, or one of several."""
SEVERAL = ("s", "s'")


def same_days(article: Article) -> Iterator[tuple[Mention, Mention]]:
    """Yield each weekday that is named again with its first mention, where no words tell of two such days."""
    named: defaultdict[str, list[Mention]] = defaultdict(list)
    several: set[str] = set()
    for sentence in article.body:
        for mention in sentence.of_kind("weekday|date|relative") if sentence.kinds & TOLD else ():
            when, place = mention.when, article.place(mention)
            if when and when.weekday is not None:
                day = NAMES[when.weekday]
                other = when.shift or article.word(place - 1) in OTHER or mention.text.endswith(SEVERAL)
                if other or is_far(article, when) or spoken_at(article, mention.sentence, place) is not None:
                    several.add(day)
                elif mention.kind != "relative":
                    named[day].append(mention)
    for day, told in named.items():
        first = told[0]
        again = [one for one in told[1:] if one.sentence != first.sentence][:MOST]
        yield from ((first, one) for one in again if day not in several)
