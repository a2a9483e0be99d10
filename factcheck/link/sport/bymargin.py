"""Scores with the margin by which they were won, where verbs stand last: 3대1, 두 골 차."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.context.passages import with_before
from factcheck.link.series.figures import bare, is_plain
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

BEAT = Pattern(r"(?:이겼|이기|승리|꺾|눌렀|누르|제압|물리|완파|격파|(?<![가-힣])졌|(?<![가-힣])지고|패했|패배|무릎)")
MARGIN = Pattern(r" ?차")
WHOLE = Pattern(r"(?:\d위|선두|승점|골득실|뒤진|뒤졌|한때|앞서|앞선|\d회|순위|전반|후반|세트|이닝|쿼터|회까지|추가|더)")


def by_margin(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold the goals or points by which a side won to the only score of the sentence, or of that before."""
    for gap in sentence.of_kind("count|points") if article.verb_last else ():
        if not (gap.noun in ("goal", "point", "run") or gap.kind == "points") or not MARGIN.match(
            article.around(gap, 0, 4)[1]
        ):
            continue
        near = with_before(article, sentence)
        words = " ".join(map(article.words, near))
        scores = [one for part in near for one in part.of_kind("pair")]
        if len(scores) == 1 and BEAT.search(words) and not WHOLE.search(words) and is_plain(gap):
            yield from _parted(gap, scores[0])


def _parted(gap: Mention, score: Mention) -> Iterator[Relation]:
    if score.number and score.upper:
        apart = abs(score.number.middle - score.upper.middle)
        made = Quantity(Interval.exactly(apart), "", score.text, (score.span,))
        yield Relation(bare(gap), made)
