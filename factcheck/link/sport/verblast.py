"""Records with their games, and scores with their margin, where verbs stand last: 8승 5무 3패로 16경기; 3대1, 두 골 차."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.context.passages import with_before
from factcheck.link.series.figures import exactly, is_plain, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

RECORD = Pattern(r"(?P<won>\d{1,3})승 ?(?:(?P<drawn>\d{1,3})무 ?)?(?P<lost>\d{1,3})패")
PLAYED = Pattern(r"(?:를|을)? ?(?:치르|치렀|치른|소화|마치|마쳤|마친|만에|동안)")
OTHERWISE = Pattern(
    r"(?:최근|남은|앞으로|첫|마지막|지난 시즌|작년|지난해|통산|상대 전적|연속|이후|부터|뒤|중|가운데|선발|투수|등판|비기|비겼|무승부)"
)
"""With these a record and a number of games are of two times."""

BEAT = Pattern(r"(?:이겼|이기|승리|꺾|눌렀|누르|제압|물리|완파|격파|(?<![가-힣])졌|(?<![가-힣])지고|패했|패배|무릎)")
MARGIN = Pattern(r" ?차")
WHOLE = Pattern(r"(?:\d위|선두|승점|골득실|뒤진|뒤졌|한때|앞서|앞선|\d회|순위|전반|후반|세트|이닝|쿼터|회까지|추가|더)")
MOST, FAR = 200, 3


def of_games(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold the games that a side is said to have played to the wins, draws and defeats of the same sentence."""
    text, here = article.document.text, article.here(sentence)
    told = list(RECORD.finditer(text, here.start, here.end)) if article.verb_last else []
    games = [one for one in sentence.of_kind("count") if one.noun in ("game", "match") and is_plain(one)]
    if len(told) != 1 or len(games) != 1 or OTHERWISE.search(article.words(sentence)):
        return
    record, played = told[0], games[0]
    parts = [int(part) for part in record.groups() if part]
    if PLAYED.match(article.around(played, 0, 12)[1]) and abs(sum(parts) - played.size) <= FAR and sum(parts) <= MOST:
        made = Quantity(Interval.exactly(sum(parts)), "", " + ".join(map(str, parts)), (Span(*record.span()),))
        yield Relation(exactly(played), made)


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
        yield Relation(Quantity(Interval.exactly(value(gap)), "", gap.text, (gap.span,)), made)
