"""The way that two figures of a sentence go, told by the verb behind both: 지난해 310억 원, 올해 280억 원으로 1년 새 감소했다.

The first is of a time past and the second of now, and no other figure of their kind stands in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.change.bothends import DOWNWARD, UPWARD
from factcheck.link.context.frames import alike
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

THEN = Pattern(r"(?:작년|지난해|지난달|전년|전달|전월|지난주|종전|당초|애초|처음)[^,]{0,24}$")
NOW = Pattern(r"(?:올해|이번|이달|지금|현재)[^,]{0,24}$")
WAY = Pattern(
    rf"(?:으로|로|까지|에)(?:\([^)]*\))?(?: ?(?:\d+년|한 해|한 달|1년) ?(?:만에|새|사이|전보다))?(?: (?:다시|더|크게|소폭|조금|오히려))? (?P<word>(?:(?P<up>{UPWARD})|(?P<down>{DOWNWARD}))[가-힣]*)"
)
FROM = Pattern(r"에서 (?:19|20)\d\d년(?:에)? ")
LEAD = 30
KINDS = "money|count|measure|percent"


class Way(NamedTuple):
    """Two figures, the earlier value first, the sign of the verb behind them, and where that stands."""

    before: Mention
    after: Mention
    sign: int
    word: Span


DENIED = Pattern(r" ?(?:지 |지는 |편이 |편은 |것은 |것이 |게 )?(?:않|아니|못)")


def is_denied(text: str, offset: int) -> bool:
    """Tell whether what stands behind a verb denies it: 줄지 않았다, 낮은 편이 아니다."""
    return DENIED.match(text, offset) is not None


def ways(article: Article) -> Iterator[Way]:
    """Yield every two figures, of then and of now, behind which a verb says which way they went."""
    text = article.document.text
    for sentence in article.body if article.verb_last else ():
        figures = sentence.of_kind(KINDS)
        for one, other in pairwise(figures):
            way = WAY.match(text, other.span.end)
            same = [mention for mention in figures if (mention.unit, mention.counter) == (one.unit, one.counter)]
            if (
                way
                and not is_denied(text, way.end("word"))
                and len(same) == 2
                and alike(one, other)
                and not (one.upper or other.upper)
            ):
                led = text[max(0, one.span.start - LEAD) : one.span.start], text[one.span.end : other.span.start]
                if (THEN.search(led[0]) and NOW.search(led[1])) or FROM.fullmatch(led[1]):
                    yield Way(one, other, 1 if way["up"] else -1, Span(*way.span("word")))
