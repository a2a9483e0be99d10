"""Numbers of things beside lists of them that marks or ordinals part: 세 가지다. ▲금리 인하 ▲보조금 ▲규제 완화; 첫째 ..., 둘째 ..."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article
from factcheck.document import Span
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

MARKED = Pattern(r"(?:▲[^▲\n]{1,60}){2,}|(?:△[^△\n]{1,60}){2,}|(?:[①-⑩][^①-⑩\n]{1,60}){2,}")
NUMBERED = Pattern(r"첫째|둘째|셋째|넷째|다섯째|여섯째|일곱째")
ORDER = "첫째 둘째 셋째 넷째 다섯째 여섯째 일곱째".split()
OTHERS = Pattern(r"\d|각각|등 ")
"""Between a number and a list these make the list another's."""

COUNTERS = frozenset("가지 개 대 건 곳 종 종류".split())
REACH, FAR, OFF, MOST = 60, 300, 2, 12


class Itemised(NamedTuple):
    """A number of things and how many are listed; `shown` is the list."""

    number: Mention
    size: int
    shown: Span


def itemised(article: Article) -> Iterator[Itemised]:
    """Yield every small number with the list of marked items that follows it, if it misses that by little."""
    text = article.document.text
    marked = "▲" in text or "△" in text or "①" in text
    for sentence in article.body if article.verb_last and (marked or "둘째" in text) else ():
        counts = [one for one in sentence.of_kind("count") if one.counter in COUNTERS and 1 < one.size <= MOST]
        if len(counts) == 1 and counts[0].number and not (counts[0].hedge or counts[0].upper):
            found = _marked(text, counts[0].span.end) or _numbered(text, counts[0].span.end)
            if found and abs(found[0] - counts[0].size) <= OFF:
                yield Itemised(counts[0], *found)


def _marked(text: str, start: int) -> tuple[int, Span] | None:
    found = MARKED.search(text, start, start + FAR)
    between = text[start : found.start()] if found else ""
    if found is None or len(between) > REACH or " 등" in found[0][-8:] or OTHERS.search(between):
        return None
    return sum(found[0].count(mark) for mark in "▲△①②③④⑤⑥⑦⑧⑨⑩"), Span(*found.span())


def _numbered(text: str, start: int) -> tuple[int, Span] | None:
    """Return how many ordinals follow one on another from the first, and where."""
    stop = text.find("\n", start)
    told = list(NUMBERED.finditer(text, start, min(start + FAR, stop if stop >= 0 else len(text))))
    words = [one[0] for one in told]
    ordered = words == ORDER[: len(words)] and len(words) > 1
    return (len(words), Span(told[0].start(), told[-1].end())) if ordered and told[0].start() - start <= REACH else None
