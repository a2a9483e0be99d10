"""Two figures of which one is said to be the more, where "than" stands behind what it is of: 새 다리는 820m로, 760m인 옛 다리보다 길다."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Sentence, kind_bits
from factcheck.link.context.frames import alike
from factcheck.link.series.figures import is_plain
from factcheck.link.size.comparisons import Compared
from factcheck.patterns import Pattern

KINDS = "money|count|measure|percent|duration|age"
BITS = kind_bits(KINDS)
THAN = Pattern(
    r"(?:\)|인|이던|이었던|였던|짜리|의|에 달한|을 기록한|를 기록한)?(?: ?[가-힣]{1,8}){0,3}보다 (?:더 |훨씬 |조금 |다소 |약간 |오히려 )*"
    r"(?:(?P<more>길|많|높|크|큰|컸|비싸|비쌌|무겁|넓|깊|두껍|오래)|(?P<less>짧|적|낮|작|싸다|쌌|싼|가볍|좁|얕|얇))[가-힣]*"
)
"""Behind a figure these say that another is more, or less."""

SET_OFF = Pattern(r"(?:으로|로|이고|고|인데|이며|며|지만)[가-힣]{0,2},? ?[^,]{0,12}$")
"""Between the two figures stands what ends the clause of the first, and no more than the name of the second."""

DENIED = Pattern(r"지 않|지는 않|아니|못|수 있|듯|전망|예상|기대|목표")
BOTH, LOOK = 2, 8


def more_than(article: Article) -> Iterator[Compared]:
    """Yield each figure that is said to be more, or less, than the one of its kind that stands before "than"."""
    for sentence in article.body if article.verb_last else ():
        if sentence.kinds & BITS and len(sentence.mentions) > 1 and (found := _told(article, sentence)):
            yield found


def _told(article: Article, sentence: Sentence) -> Compared | None:
    figures = [one for one in sentence.mentions if one.kind in KINDS.split("|")]
    if len(figures) != BOTH or not all(map(is_plain, figures)):
        return None
    own, other = figures
    text, end = article.document.text, article.here(sentence).end
    found = THAN.match(text, other.span.end)
    fits = found and found.end() <= end and DENIED.search(text, found.start(), min(end, found.end() + LOOK)) is None
    apart = SET_OFF.fullmatch(text, own.span.end, other.span.start)
    if not fits or not found or not apart or not alike(own, other) or own.counter != other.counter:
        return None
    word = max(at for at in range(article.place(other), sentence.end) if article.span(at, at + 1).start < found.end())
    return Compared(own, (other,), 1 if found["more"] else -1, word)
