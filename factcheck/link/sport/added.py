"""A tally and what was added to it: "had 14 goals before Sunday, scored two and now has 16".

Three numbers: one is marked as what was scored, one as what there was before it, and one as what there is now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.context.ties import adjacent
from factcheck.link.series.figures import counted, is_plain, value
from factcheck.link.sport.telling import in_play
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

SCORED = r"(?:scor\w+|nett?\w+|hit|bagg?\w+|grabb?\w+|struck|kick\w+|convert\w+)"
GAINED = Pattern(rf"\b{SCORED}(?: (?:another|a further|his|her|their))? $", re.I)
GAINS = Pattern(
    r" (?:more )?(?:goals?|points?|runs?|tries|wickets|wins?|caps?)(?: [a-z]+){0,3}? (?:on [A-Z]\w+ )?(?:took|lifted|brought|moved|gave|carried|raised|put|mean\w*|pushed)\b"
    r"| (?:goals?|points?) (?:on|in|against) [^,.;]{1,24}(?:,|[A-Z]\w+, who)"
)
"""Before or behind a number these make it what was added to a tally."""

BEFORE = Pattern(
    r"\b(?:from|had(?: (?:been|stood|already))?(?: (?:on|at|scored))?|started(?: the \w+)? (?:on|with)|began(?: [a-z]+){0,3} (?:on|with)|came into [a-z' ]{0,24}(?:with|on)"
    r"|went into [a-z' ]{0,24}(?:with|on)|previously|stood at) $",
    re.I,
)
NOW = Pattern(
    r"(?:\b(?:to|has|have|now (?:has|have|on)|on|left(?: [a-z]+){0,3} with|reach(?:ed|es)|finished [a-z' ]{0,20}with|total (?:of|is)|tally (?:of|is)) $)",
    re.I,
)
OTHERWISE = Pattern(
    r"\b(?:conced\w*|each|apiece|per|a game|average\w*|rank\w*|place|respectively|including|of (?:which|them|those|his|her)|assist\w*|needs?|would|could|if|short|behind|ahead|record"
    r"|lead|led|deficit|games?|matches|appearances|years?|from \d+ games)\b",
    re.I,
)
"""With these there are other tallies, or figures of other things."""

GAME = Pattern(r"\b(?:before|in) the (?:game|match)\b|\bgames? (?:with|on)\b|into the (?:game|match)\b", re.I)
THREE = 3


def added(article: Article) -> Iterator[Relation]:
    """Yield what each tally now is with what it was and what was scored."""
    if article.verb_last:
        return
    for sentence in article.holding("scor", "goals", "points", "net", "tally"):
        for near in (None, adjacent(article, sentence, 1), adjacent(article, sentence, -1)):
            pieces = sorted({one.number: one for one in (sentence, near) if one is not None}.values())
            if found := _read(article, pieces):
                yield found
                break


def _read(article: Article, pieces: list[Sentence]) -> Relation | None:
    told = [
        one
        for piece in pieces
        for one in in_play(article, piece.mentions)
        if one.kind not in ("weekday", "date", "relative", "year", "age")
    ]
    known = all(one.kind in ("count", "points", "multiple") and is_plain(one) and value(one) > 0 for one in told)
    words = GAME.sub("", " ".join(map(article.words, pieces)))
    if len(told) != THREE or not known or OTHERWISE.search(words):
        return None
    gains = [one for one in told if told_by(article, one, GAINED, GAINS)]
    before = [one for one in told if one not in gains and told_by(article, one, BEFORE)]
    now = [one for one in told if one not in gains and one not in before and told_by(article, one, NOW)]
    if not (len(gains) == len(before) == len(now) == 1) or value(now[0]) <= value(before[0]):
        return None
    return Relation(counted(now[0]), _bare(before[0]) + _bare(gains[0]), "{working} makes {implied}, not {stated}.")


def _bare(one: Mention) -> Quantity:
    """Return a number of goals, "twice" among them, as a count."""
    return counted(one).as_unit("")


def told_by(article: Article, one: Mention, led: Pattern, behind: Pattern | None = None) -> bool:
    """Tell whether one shape stands before a number in its sentence, or another right behind it."""
    text, sentence = article.document.text, article.sentences[one.sentence]
    here: Span = article.here(sentence)
    if led.search(text[max(here.start, one.span.start - 60) : one.span.start]):
        return True
    return behind is not None and behind.match(text[one.span.end : here.end]) is not None
