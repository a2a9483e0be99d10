"""When a verb of rising or falling beside two figures is not said of the way from one to the other."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.link.change.eitherway import TOLD
from factcheck.link.change.turns import RELATIVE
from factcheck.link.context.frames import Movement
from factcheck.link.context.operands import ends
from factcheck.link.context.roles import grammar
from factcheck.link.sport.wickets import tells_of_cricket
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.segment import vocabulary

DOWNWARD = frozenset({"below", "under", "short", "behind", "beneath", "overdrawn", "late"})
"""What stands behind a figure that counts downward: 12 feet below flood stage."""

COUNTED, LOOK = (
    Pattern(r" (?!(?:from|in|on|and|an|per|at|by|for|to|last|this|after|as|this|since|or|with|while)\b)[a-z]"),
    12,
)
"""Behind a number this is what it counts."""

WITH_A_PARTICLE = frozenset(
    "lit set gave took signed turned made ended broke shut showed picked caught opened lined grew woke dressed stood sat lay".split()
)
"""Behind these up and down tell no way: twenty percent lit up."""

AT_EACH_END = Pattern(r" (?:[a-z]+ )?at (?:each|both|either) ends?\b")
"""Behind a size this makes it one of both ends of a range."""

DOES = Pattern(
    r" (?:points? |runs? |goals? |tries )?(?:lifts?|lifted|helps?|helped|carr(?:y|ies|ied)|powers?|powered|guides?|guided|sparks?)\b"
)
"""Behind a number these make it what did something: Carter's 31 points lift Flyers, 102-95."""

PLANNED, PLAN = Pattern(r"\b(?:plans?|hopes?|wants?|intends?|aims?) to [^.;]{0,20}$"), 40
"""Before a number these make it one to come."""

RECORD = Pattern(r"[-–]\d+[-–]\d")
"""Right behind a number this makes it one of games won: 11-6-0."""

INNINGS = Pattern(r" for (?:\d|one|two|three|four|five|six|seven|eight|nine)\b")
"""Behind runs these are wickets."""

SUBJECT, HUNDRED = 3, 100
FAR = 10
"""A size so many times its ends is of something else."""

BALLS = 120
AND_BACK = "다가"
"""Ends a verb that another one turns back, where verbs stand last: 밀렸다가 올랐다."""


def is_otherwise_meant(article: Article, move: Movement) -> bool:
    """Tell whether the two figures may be of one value, or words about the verb give it another meaning."""
    if move.before is None:
        return True
    if _is_a_chase(article, move.before, move.after):
        return True
    both, places = ends(move.before, move.after), [article.place(figure) for figure in (move.before, move.after)]
    if _counts_another(article, move.before, move.after) or both.before.interval.reaches_into(both.after.interval):
        return True
    return _is_figure_of_speech(article, move, places) or (article.verb_last and _is_turned_back(article, move, places))


def _is_a_chase(article: Article, before: Mention, after: Mention) -> bool:
    """Tell whether runs are told that were wanted from so many balls: it was down to eight from six."""
    small = all(one.kind == "count" and not one.noun and one.size <= BALLS for one in (before, after))
    return small and tells_of_cricket(article)


def _counts_another(article: Article, *both: Mention) -> bool:
    """Tell whether one of two figures is a length of time and the other a number of things: 13 court days, three weeks."""
    if {one.kind for one in both} == {"percent", "count"} and any(one.size > HUNDRED for one in both):
        return True  # 312 are affordable, 60 fewer than a strict 30 per cent would produce.
    counts = [one for one in both if one.kind == "count" and (one.noun or COUNTED.match(article.around(one, LOOK)[1]))]
    return bool(counts) and any(one.kind == "duration" for one in both)


def _is_figure_of_speech(article: Article, move: Movement, places: list[int]) -> bool:
    assert move.before is not None
    if any(article.word(place + 1) in DOWNWARD for place in places if place + 1 < len(article.skeleton)):
        return True
    words = article.word(move.said - 2), article.word(move.said - 1)
    if article.word(move.said) in ("up", "down") and words[1] in WITH_A_PARTICLE:
        return True
    if words == ("more", "or"):
        return True  # It would, more or less: from £347 to £829.
    shares = move.after.kind in ("fraction", "percent") and places[1] > move.said - SUBJECT and places[1] < move.said
    if shares and article.skeleton[move.said + 1] in vocabulary()[1]["DETERMINER"]:
        return True  # One firm in five raised its prices.
    if move.after.text in ("1", "one"):
        return True  # A ratio: leverage rose from 18 to 1, to over 25 to 1.
    if words[1] == "had" and words[0] in RELATIVE and move.before.first < move.after.first:
        return True  # "The margin, which had dropped to 18 per cent, was 24": the verb tells how the first came about.
    if move.link not in TOLD and ":" in article.skeleton[min(move.said, *places) : max(move.said, *places)]:
        return True  # What stands behind a colon tells more than the verb before it: "has since risen: from 500 to 200, and now".
    rained = move.after.kind == "measure" and article.word(move.said) == "fell"
    return rained and move.said - 1 in places  # Rain falls: 910 mm fell instead of 540.


def _is_turned_back(article: Article, move: Movement, places: list[int]) -> bool:
    """Tell whether another verb goes the other way: 작년(7420억 원)보다 줄었고, 직전 분기(5940억 원)보다는 늘었다; 97까지 밀렸다가 다시 올랐다."""
    goes_on = article.tokens.word(article.token(move.said)).endswith("고")
    turned = (grammar().sign(letter) == -move.sign for letter in article.skeleton[move.said : move.sentence.end])
    back = any(article.word(at).endswith(AND_BACK) for at in range(max(places) + 1, move.said))
    return max(places) > move.said or (goes_on and any(turned)) or back


def of_other_things(article: Article, stated: Mention, move: Movement) -> bool:
    """Tell whether a size counts what neither end does, or the ends are scores at cricket: eight lanes for six fell by 212 votes; from 71 for 7 to 203."""
    text, told = article.document.text, [end for end in (move.before, move.after) if end is not None]
    if AT_EACH_END.match(text, stated.span.end) or DOES.match(text, stated.span.end):
        return True
    if PLANNED.search(article.around(stated, PLAN)[0]) or any(RECORD.match(text, end.span.end) for end in told):
        return True
    if move.before is not None and INNINGS.match(article.around(move.before, LOOK)[1]):
        return True
    nouns = {end.noun for end in told} - {""}
    counts = stated.noun not in nouns if stated.noun else COUNTED.match(article.around(stated, LOOK)[1]) is not None
    return stated.kind == "count" and counts and stated.size > FAR * max(end.size for end in told)
