"""Figures that are no size of what the only two others near by tell: three times its best day, twice what was needed, a third of that."""

from __future__ import annotations

import re

from factcheck.article import Article
from factcheck.link.chance.compared import of_a_whole_before
from factcheck.link.change.nearby import Pair
from factcheck.link.context.roles import grammar
from factcheck.link.context.subjects import stem, topics, topics_of
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase

CHASE = Pattern(r" to win\b|\b(?:needing|chasing|set) \d", re.I)
MEANT = Pattern(
    r" \w+(?: \w+)? than (?:he|she|it|they|we|you|I) (?!(?:d[io]\w*|ha[ds]|have|was|were|is|are|got|took|cost|made)\b)\w",
    re.I,
)
WAS = Pattern(r"\b(?:was|were|had been|stood at)(?: (?:only|just|about|some|nearly|almost))? [£$€]?$", re.I)
IN_A_YEAR = Pattern(
    r"[\"“ ]*(?:(?:in|until|by|at the end of) (?:\w+ )?(?:19|20)\d\d|(?:last|the previous) (?:year|season|month|week)|an? (?:year|month|week) (?:ago|earlier|before))\b",
    re.I,
)
AGO = Pattern(r",? (?:[\w-]+ ){0,3}(?:ago|earlier|before)\b|,? (?:back )?(?:in|until) (?:19|20)\d\d\b", re.I)
ODDS = Pattern(
    r"\b(?:odds|chances?|probability|likelihood)\b[^.;]* (?:at|as|to)(?: (?:about|around|roughly|nearly|almost|just over))? $",
    re.I,
)
SEEMS = Pattern(r"\b(?:look|feel|felt|sound|seem)\w*(?: more)?(?: like| as if| to be)? $", re.I)
PARTED = Pattern(r"[^.;]{0,40}[.;,] ?[Oo]f (?:that|this|it|those|these|which),? (?:sum )?")
"""Behind a figure these make it a whole."""

CLAUSE, LEAD = 8, 3
NEAR_BY = 40
"""So many characters about a size tell that it is of another time."""

CONTRASTS = frozenset({"while", "whereas", "but", "although"})
ADDING = frozenset({"addition", "besides", "plus"})
TO_ADD = frozenset({"add", "adds", "adding"})
OWNERS = frozenset({"its", "their", "his", "her", "the"})

LOOK = 60
CAUSED = Pattern(
    r"\b(?:(?:driven|fuell?ed|caused|explained|prompted|offset|helped|hit|hurt|pushed up|swollen) by|because of|thanks to|owing to|due to|amid|despite|on the back of) (?:an?|the) $",
    re.I,
)
OF_A_THING = Pattern(r" (?:\w+ )?(?:jump|rise|surge|increase|fall|drop|cut|decline|slump|leap|gain) in \w", re.I)
TOUCHED = Pattern(
    r"\b(?:touched|peaked at|bottomed(?: out)? at|as (?:high|low) as|briefly (?:hit|reached))(?: a (?:high|low|peak) of)? (?:[£$€])?$",
    re.I,
)

COURSE = Pattern(r"\b(?:which|that) would have \w+(?: \w+)? $")
"""Right before a figure these make it that of a course not taken."""


def is_no_size(article: Article, stated: Mention) -> bool:
    """Tell whether a figure parts no two others, or others than those near it: each four days, its best, five years ago, odds."""
    paced = article.word(article.place(stated) + 1) == "every"  # doubling every four days
    return paced or any(
        tells(article, stated)
        for tells in (
            _ends_a_length,
            _than_its_best,
            _off_a_target,
            _was_then,
            _is_end,
            _is_odds,
            _only_seems,
            _would_have_been,
            _is_parted,
            _is_to_par,
            _is_on_another_basis,
        )
    )


def _would_have_been(article: Article, stated: Mention) -> bool:
    """Tell whether a figure is what another course would have left: the 24% urged, which would have left 33,075 tonnes."""
    return COURSE.search(article.around(stated, NEAR_BY)[0]) is not None


def _is_parted(article: Article, stated: Mention) -> bool:
    """Tell whether the next sentence, or the rest of its own, parts a figure: a gap of £11.3m. Of that, £6.8m is from savings."""
    return PARTED.match(article.document.text, stated.span.end) is not None


def _is_on_another_basis(article: Article, stated: Mention) -> bool:
    """Tell whether a size is on a footing of its own: the product of real growth of 1.4 per cent."""
    place = article.place(stated)
    return any(article.word(at) in ("real", "underlying", "organic") for at in range(place - LEAD, place))


def _is_to_par(article: Article, stated: Mention) -> bool:
    """Tell whether a figure counts strokes from par: at two over, 144."""
    return article.word(article.place(stated) + 1) in ("over", "under") and article.skeleton[
        article.place(stated) + 2
    ] in (",", ".", ";", ")")


def of_another(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether words make a figure the size of what two figures are not values of."""
    if _of_a_cause(article, stated) or any(_was_touched(article, one) for one in pair):
        return True
    if any(_for_others(article, one) for one in pair) or of_a_whole_before(article, stated, pair[1]):
        return True
    if any(_would_have_been(article, one) for one in pair):
        return True
    if _of_a_year(article, stated, pair) or any(_goes_on(article, stated, one) for one in pair):
        return True
    if any(one.first > stated.first for one in pair) and _than_then(article, stated):
        return True
    if all(one.first > stated.first for one in pair) and (_each_led_to(article, pair) or _of_that(article, stated)):
        return True
    if stated.kind == "multiple" and any(_led_from(article, stated, one) for one in pair):
        return True
    told = _of_what_is_said(article, stated, pair) or _makes_more(article, stated, pair)
    return told or _of_whole(article, pair) or _added(article, pair)


def _of_a_cause(article: Article, stated: Mention) -> bool:
    """Tell whether a change is of what brought about another: put at $64 million, driven by a 42 per cent jump in steel."""
    before, behind = article.around(stated, LOOK)
    return CAUSED.search(before) is not None and OF_A_THING.match(behind) is not None


def _was_touched(article: Article, one: Mention) -> bool:
    """Tell whether a level was only touched on the way: sterling, which earlier touched $1.2640, was down about 0.3% at $1.2590."""
    return TOUCHED.search(article.around(one, LOOK)[0]) is not None


def _goes_on(article: Article, stated: Mention, one: Mention) -> bool:
    """Tell whether a figure goes on from a size as another of its kind: 35 minutes behind by noon and 80 by the evening."""
    place, first = article.place(one), article.place(stated)
    bare = article.at[place].unit == "" != stated.unit
    return bare and 0 < place - first <= CLAUSE and article.word(place - 1) == "and"


def _led_from(article: Article, stated: Mention, base: Mention) -> bool:
    """Tell whether a figure is what the thing came from, which a multiple told of it afterwards is not of: down from 600, it was twice the 208."""
    before = article.skeleton[article.place(base) - 2 : article.place(base)]
    apart = article.skeleton[article.place(base) : article.place(stated)]
    return bool(grammar().sign(before[:1])) and article.word(article.place(base) - 1) == "from" and "," in apart


def _of_a_year(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether a clause opens with a time at which a size stood so, and the two figures are told elsewhere: In 2018 it was 29 points."""
    sentence, before = article.sentences[stated.sentence], article.around(stated, NEAR_BY)[0]
    semicolon = article.skeleton.rfind(";", sentence.start, article.place(stated))
    start = max(sentence.start, semicolon + 1)
    clause = article.text(article.span(start, article.place(stated)))
    apart = all(one.sentence != stated.sentence or article.place(one) < start for one in pair)
    return apart and IN_A_YEAR.match(clause) is not None and WAS.search(before) is not None


def _ends_a_length(article: Article, stated: Mention) -> bool:
    """Tell whether a figure is the end of a length or a measure: two hours and a quarter."""
    place = article.place(stated)
    before = article.at.get(place - 2) if article.word(place - 1) == "and" else None
    return before is not None and stated.kind == "fraction" and before.kind in ("duration", "measure")


def _than_its_best(article: Article, stated: Mention) -> bool:
    """Tell whether a multiple is of what words alone tell: twice its best day, three times the usual number."""
    behind = article.place(stated) + 1
    word = article.word(behind + 1)
    named = word.endswith("est") or word in ("record", "usual", "normal", "average")
    return stated.kind == "multiple" and article.word(behind) in OWNERS and named


def _only_seems(article: Article, stated: Mention) -> bool:
    """Tell whether a size is how a thing looked to somebody: it looked like half as many."""
    return SEEMS.search(article.around(stated, NEAR_BY)[0]) is not None


def _is_odds(article: Article, stated: Mention) -> bool:
    """Tell whether a share is how likely a thing is: they put the odds of a rise at two in three."""
    return ODDS.search(article.around(stated, NEAR_BY * 2)[0]) is not None


def _of_what_is_said(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether a multiple is of what words alone tell before another thing is set against it: twice what was needed, while."""
    place, last = article.place(stated), max(map(article.place, pair))
    told = [article.word(at) for at in range(place + 1, last)]
    return stated.kind == "multiple" and told[:1] == ["what"] and not (CONTRASTS | {"and"}).isdisjoint(told)


def _makes_more(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether a verb makes more of a thing that no sentence of two figures names: help me double our program."""
    behind = article.place(stated) + 1
    if (
        stated.kind != "multiple"
        or article.word(behind) not in OWNERS | {"our", "my", "your"}
        or stated.sentence in (one.sentence for one in pair)
    ):
        return False
    made = phrase("<wN\ue000-\uf8ff>+").match(article.skeleton, behind + 1)
    named = topics(article, range(behind + 1, made.end() if made else behind + 1))
    return bool(named) and all(named.isdisjoint(topics_of(article, article.sentences[one.sentence])) for one in pair)


def _added(article: Article, pair: Pair) -> bool:
    """Tell whether one figure is had on top of the other, so that they are of two things: and in addition $167 million; will add 1,400."""
    first, last = sorted(map(article.place, pair))
    between = {article.word(at) for at in range(first + 1, last) if at not in article.at}
    verbs = {article.word(article.place(one) - step) for one in pair for step in (1, 2)}
    return not ADDING.isdisjoint(between) or not TO_ADD.isdisjoint(verbs)


def _for_others(article: Article, one: Mention) -> bool:
    """Tell whether a figure is what holds for some instead: 110 kroner, or 80 for students; 15 degrees, or 28 on another scale."""
    place = article.place(one)
    return article.word(place - 1) == "or" and article.word(place + 1) in ("for", "if", "with", "without", "on")


def _of_whole(article: Article, pair: Pair) -> bool:
    """Tell whether one figure is a part of the other, which nothing parts: of 412 of 650 seats a majority is 174."""
    first, last = sorted(map(article.place, pair))
    return phrase("out? of DETERMINER?").fullmatch(article.skeleton, first + 1, last) is not None


def _was_then(article: Article, stated: Mention) -> bool:
    """Tell whether a size is what a gap was at another time: the gap between the two was 12 points five years ago."""
    before, behind = article.around(stated, NEAR_BY)
    return WAS.search(before) is not None and AGO.match(behind) is not None


def _off_a_target(article: Article, stated: Mention) -> bool:
    """Tell whether runs are told of a chase, which falls short of one fewer than it needs: set 180 to win they lost by 27."""
    return (
        article.word(article.place(stated) + 1) in ("run", "runs")
        and CHASE.search(article.words(article.sentences[stated.sentence])) is not None
    )


def _is_end(article: Article, stated: Mention) -> bool:
    """Tell whether a gain or a loss is itself what was revised: to a loss of 4,000 from a gain of 22,000."""
    place = article.place(stated)
    return (
        phrase("from|to|than|against DETERMINER <w>? RISE|FALL|LOSS of").search(article.skeleton, place - 6, place)
        is not None
    )


def _of_that(article: Article, stated: Mention) -> bool:
    """Tell whether a figure is of what was told before it: 12 percent in four years, a third of that last year."""
    behind = article.place(stated) + 1
    shown = article.word(behind) == "of" and article.word(behind + 1) in ("that", "this", "those", "these")
    return shown and article.skeleton[behind + 2] not in "wN"


def _than_behind(article: Article, stated: Mention) -> int | None:
    """Return where the "than" of a figure stands: 62 metres more than, 18 million less than."""
    behind = article.place(stated) + 1
    return next((at for at in (behind, behind + 1) if article.word(at) == "than"), None)


def _than_then(article: Article, stated: Mention) -> bool:
    """Tell whether a figure is measured from a time or a case that no figure is given for: $18 million less than for this year; 45 short of the plan."""
    than = _than_behind(article, stated)
    plan = phrase("<w\ue000-\uf8ff>? short of DETERMINER <w\ue000-\uf8ff> <w\ue000-\uf8ff>? <;,.>").match(
        article.skeleton, article.place(stated) + 1
    )
    return bool(plan) or (than is not None and phrase("PREPOSITION").match(article.skeleton, than + 1) is not None)


def _each_led_to(article: Article, pair: Pair) -> bool:
    """Tell whether each of two figures is what a change of its own led to: by a fifth to 8,000, and recovered to 9,600."""
    return all(article.word(article.place(one) - 1) == "to" for one in pair)


def than_what_was_meant(article: Article, stated: Mention) -> bool:
    """Tell whether a figure is measured from what a verb alone tells: £200 more than they needed."""
    return MEANT.match(article.around(stated, NEAR_BY)[1]) is not None


def than_another(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether a figure is measured from a thing that no sentence of the two figures names: 62 metres more than the spire."""
    than = _than_behind(article, stated)
    base = phrase("DETERMINER? (<wN>)").match(article.skeleton, than + 1) if than is not None else None
    if base is None:
        return False
    said = stem(article.word(base.end() - 1))
    others = [article.sentences[one.sentence] for one in pair if one.sentence != stated.sentence]
    return bool(others) and all(said not in topics_of(article, sentence) for sentence in others)
