"""A headline's figure that its text has nowhere, and gives by no two of its figures, beside what it would be but for a slip.

In two and a half thousand news stories seven headlines had a figure that their text neither tells nor gives, and none of those
was a digit away from one of the text.  So no word need tie the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article
from factcheck.link.headline.given import is_given, is_like
from factcheck.link.headline.heads import Body, Head
from factcheck.link.headline.matching import meets, stands_below
from factcheck.link.series.figures import is_plain
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.slips import retyped

KINDS = frozenset({"money", "percent", "count", "measure", "duration"})
OPENING, DIGITS = 5, 2
"""In so many of the first sentences stands what a headline tells; so many digits must it show."""

NUMBERED = Pattern(r"\b(?:week|issue|number|part|day|chapter|episode|no\.?|route|volume|season) $", re.I)
"""Behind these a number is a name."""

LOOK = 40
ANOTHERS = Pattern(
    r"\b(?:last (?:year|season|month|week)|previous\w*|predecessor|partner|rivals?|record|another|others?|other)\b",
    re.I,
)
"""So near a figure of the text these make it one of another time, or another's."""

QUOTED = Pattern(r"[\"“”‘]|(?<!\w)'")
"""A headline that quotes somebody tells it as they do."""

ASKED = Pattern(
    r"\b(?:wants?|seeks?|asks? for|demands?|calls? for|could|may|might|up to|more than|over|under|near(?:s|ly)?|tops?|pass(?:es|ed)?|exceeds?|beats?)\b",
    re.I,
)
"""A figure that a headline only bounds, or tells as hoped for, the text may tell otherwise."""


def told_nowhere(article: Article, head: Head, body: Body) -> Iterator[Mention]:
    """Yield the one figure near the head of the text that the headline's is but for a digit, or two that changed places."""
    said, over = head.mention, article.words(head.sentence)
    shown = digits(said.text)
    if (
        said.kind not in KINDS
        or not is_plain(said)
        or len(shown) < DIGITS
        or QUOTED.search(over)
        or ASKED.search(over)
        or NUMBERED.search(article.around(said, LOOK)[0])
    ):
        return
    told = [mention for mention, _ in body if mention.number and mention.number.middle > 0]
    if any(one.size == said.size or (is_like(one, said) and meets(said, one)) for one in told):
        return
    first = article.body[0].number
    if stands_below(article, said):
        return
    near = [one for one in told if one.sentence - first < OPENING and one.kind == said.kind and one.unit == said.unit]
    slips = [one for one in near if is_plain(one) and retyped(shown, digits(one.text))]
    slips = [one for one in slips if not _is_anothers(article, one)]
    slips = [one for one in slips if "" in (one.noun, said.noun) or one.noun == said.noun]
    if len({one.size for one in slips}) == 1 and not is_given(said, body):
        yield slips[0]


def _is_anothers(article: Article, one: Mention) -> bool:
    before, behind = article.around(one, LOOK)
    return ANOTHERS.search(before + "|" + behind) is not None
