"""Records with the games that they were made in, where verbs stand last: 8승 5무 3패로 16경기."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.series.figures import exactly, is_plain
from factcheck.model import Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

RECORD = Pattern(r"(?P<won>\d{1,3})승 ?(?:(?P<drawn>\d{1,3})무 ?)?(?P<lost>\d{1,3})패")
PLAYED = Pattern(r"(?:를|을)? ?(?:치르|치렀|치른|소화|마치|마쳤|마친|만에|동안)")
OTHERWISE = Pattern(
    r"(?:최근|남은|앞으로|첫|마지막|지난 시즌|작년|지난해|통산|상대 전적|연속|이후|부터|뒤|중|가운데|선발|투수|등판|비기|비겼|무승부)"
)
"""With these a record and a number of games are of two times."""

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
