"""When the words about a change let it part two figures that stand near it, and nothing else.

A size of change is told by its noun, its verb or a word of comparison.  It is of other figures than the two where it
has a base of its own ("than forecast"), where its verb has a subject of its own ("and its workforce has tripled"), or
where it leads to a figure whose base is left unsaid ("rose 2.7 percent to $31").
"""

from __future__ import annotations

import itertools
import re

from factcheck.article import Article, Sentence
from factcheck.link.change.bases import based
from factcheck.link.change.farend import own_base
from factcheck.link.change.nearby import TWO, Pair, contrasted
from factcheck.link.change.sizes import ENDS, GAPS, OVER, SIZES, compares, is_size, moves
from factcheck.link.context.frames import clear, told_of_then
from factcheck.link.context.hoped import hoped_for
from factcheck.link.context.roles import Role, grammar, roles, verbal
from factcheck.link.context.subjects import stem
from factcheck.link.context.ties import LONGEST, TAIL, Tied, closes, footing, one_thing, topics
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.segment import vocabulary

CLAUSE = frozenset(",;:—(")
JOINS = frozenset({"and", "while", "but"})
ANOTHER = frozenset({"a", "an", "another"})
FOLLOWS = frozenset({"means", "meaning"})
BACKING = frozenset("support approval backing share rate turnout proportion opposition satisfaction trust".split())
"""What is told in percent may take up two percentages by its name: 57%, 48% before, so support has climbed 9 percent."""
JOINED = Pattern(
    r",? (?:and|but|while) (?:the|an?|its|their) (?:[\w-]+ ){0,2}?(?P<thing>[\w-]+) (?:is|are|was|were)\b", re.I
)
OWNERS, AT_THAT_TIME = frozenset("its their his her".split()), frozenset("then when in at".split())
KNOWN = frozenset({"the", "that", "this"})
BASED = frozenset({"than", "above", "below", "over", "under"})

LEVELS = frozenset({"profit", "deficit", "surplus"})
"""What is a gap of two figures is also one that grows."""

THEN, BEFORE = frozenset({"ago", "earlier"}), 6
LEADS = 7
"""So many places behind a change may stand the figure that it led to."""


def parted(article: Article, stated: Mention, pair: Pair, *, shares: bool = False, slip: bool = False) -> bool:
    """Tell whether the words about a change let it part two figures, and nothing else; of `shares`, two percentages.

    Where it is what they give but for a `slip` of the pen, no word need set the two against each other.
    """
    sentence, firsts = article.sentences[stated.sentence], {one.first for one in pair}
    if not footing(article, sentence, stated.kind == "points"):
        return False
    read = based(article, roles(article, sentence))
    role = next((role for role in read if role.mention is stated), None)
    if sum(one.link == "times" and one.name == "before" and one.mention.first in firsts for one in read) == TWO:
        return False  # "three times the 28 million and twice the 42": each is measured against a third
    ranked = article.at.get(role.start - 1) if role else None
    if ranked is not None and ranked.kind == "ordinal":
        return False  # "the third fall of half a point or more" is one of several
    if role is None or not is_size(article, role) or _is_of_another_time(article, role, pair):
        return False
    if (
        _has_change(sentence, role, pair)
        or _is_otherwise(article, sentence, role, pair)
        or hoped_for(article, role)
        or _since_another_year(article, role, pair)
        or _is_claimed(article, sentence, pair)
        or _leads_on(article, role, pair, slip and contrasted(article, pair))
        or _of_another(article, role, pair)
        or told_of_then(article, max(sentence.start, article.place(pair[1])), role.start)
        or _is_based(article, role, article.place(pair[1]))
        or (shares and _are_rates(article, pair))
    ):
        return False
    told = compares(article, role) or contrasted(article, pair)
    return (slip and not _of_each_period(article, role)) or (told and _stands_alone(article, role, pair))


def _of_each_period(article: Article, role: Role) -> bool:
    """Tell whether a change is one of many: 6 per cent a year, annual growth of 6 per cent."""
    letters, classes = article.skeleton, vocabulary()[1]
    each = letters[role.place + 1] in classes["PER"] or article.word(role.place + 1) in ("a", "an")
    yearly = frozenset(classes["ANNUAL"])
    about = letters[max(0, min(role.start, role.place) - OVER) : role.place + OVER]
    return (each and letters[role.place + TWO] in classes["PERIOD"]) or not yearly.isdisjoint(about)


def _is_otherwise(article: Article, sentence: Sentence, role: Role, pair: Pair) -> bool:
    """Tell whether the clause of a change is of no fact, of another time, or of a gap: if it doubled; a year ago it was lower; the lead has halved."""
    stop = min(role.start, role.place)
    start = max(
        (at for at in range(sentence.start, stop) if article.skeleton[at] in CLAUSE), default=sentence.start - 1
    )
    words = [article.word(at) for at in range(start + 1, stop) if at not in article.at]
    figures = [article.at[at].text.split()[-1].lower() for at in range(start + 1, stop) if at in article.at]
    told = pair[1].first < role.mention.first and article.place(pair[1]) < start
    then = told and not THEN.isdisjoint([*words[-BEFORE:], *figures]) and compares(article, role)
    gap = role.name == "times" and any(word in GAPS - LEVELS for word in words[-OVER:])
    of_some = article.word(role.place + 1) == "among"
    return "if" in words or "including" in words[-OVER:] or then or gap or of_some


def _is_claimed(article: Article, sentence: Sentence, pair: Pair) -> bool:
    """Tell whether two figures of another sentence have a change of their own there: a tripling, from 34 to 101."""
    others = {one.sentence for one in pair} - {sentence.number}
    read = (role for number in others for role in roles(article, article.sentences[number]))
    return any(role.name in ("change", "times") and not any(role.mention is one for one in pair) for role in read)


def _is_based(article: Article, role: Role, place: int) -> bool:
    """Tell whether a change is measured from a time, and a clause behind it has the figure: 5% more than in 2023 and second to 2016."""
    return role.place < place and not clear(article, role.place, place) and own_base(article, role, place)


def _has_change(sentence: Sentence, role: Role, pair: Pair) -> bool:
    """Tell whether the first of two figures has a change of its own: 2.6 million, 15% more; and 2.34 million, up 19%."""
    between = (one for one in sentence.mentions if pair[0].first < one.first < pair[1].first < role.mention.first)
    return role.mention.kind == "percent" and any(one.kind == "percent" for one in between)


def _since_another_year(article: Article, role: Role, pair: Pair) -> bool:
    """Tell whether a change is since a year that neither figure is of: doubled since 2010; it was 300 in 2015, 450 in 2020."""
    behind = range(role.place + 1, min(role.place + LEADS, len(article.skeleton)))
    clause = itertools.takewhile(lambda at: article.skeleton[at] not in ",.;q\n", behind)
    dates = (article.at[at].when for at in clause if at in article.at)
    year = next((when.year for when in dates if when and when.year), None)
    years = [_year_of(article, one) for one in pair]
    return year is not None and None not in years and year not in years


def _year_of(article: Article, figure: Mention) -> int | None:
    """Return the year that a figure is said to be of, just behind it: 300 in 2015."""
    place = article.place(figure)
    dates = (article.at[at].when for at in range(place + 1, place + 1 + OVER) if at in article.at)
    return next((when.year for when in dates if when and when.year), None)


def _is_of_another_time(article: Article, role: Role, pair: Pair) -> bool:
    """Tell whether a multiple is of a figure left unsaid: "almost twice the number of two years earlier"."""
    at = role.place + 1
    last = article.place(pair[1])
    unsaid = (
        last < at or last - at > LEADS or not clear(article, at, last)
    )  # not "five times the size of the old one, 13 metres"
    named = (
        article.word(at + TWO) == "of"
        if article.word(at) == "the"
        else article.word(at) in OWNERS and article.word(at + TWO) in AT_THAT_TIME
    )
    return unsaid and role.name == "times" and named


def _are_rates(article: Article, pair: Pair) -> bool:
    """Tell whether two percentages are changes themselves: the 20 percent growth of one quarter, 42 percent of another."""
    firsts = {one.first for one in pair}
    read = (role for one in pair for role in roles(article, article.sentences[one.sentence]))
    found = [role for role in read if role.mention.first in firsts]
    return any(role.name == "rate" or (role.name == "change" and role.start == role.place) for role in found)


def _of_another(article: Article, role: Role, pair: Pair) -> bool:
    """Tell whether the words that lead to a change give it to something else: "and its workforce has tripled"."""
    sentence, stop = article.sentences[role.mention.sentence], min(role.start, role.place)
    start = max([sentence.start, *(article.place(one) + 1 for one in pair if one.first < role.mention.first)])
    others = (article.sentences[one.sentence] for one in pair if one.sentence != sentence.number)
    known = {stem(article.word(at)) for at in range(sentence.start, start)}.union(
        *(topics(article, other) for other in others)
    )
    if _meant_for_another(article, role, known) or _joined_by_another(article, role, pair[1], known):
        return True
    behind = range(role.place + 1, min(role.place + 1 + OVER, len(article.skeleton)))
    if pair[1].sentence != sentence.number and _names_its_own(article, behind, known):
        return True
    if pair[1].first < role.mention.first and _ahead_of_another(article, role, known):
        return True
    clause = next((at for at in range(stop - 1, start - 1, -1) if article.skeleton[at] in CLAUSE), start)
    words = (at for at in range(clause, stop) if article.skeleton[at] in "wN" and at not in article.at)
    strange = [at for at in words if stem(article.word(at)) not in known]
    joined = article.word(clause) if article.word(clause) in JOINS else article.word(clause + 1)
    opens = article.word(sentence.start) in ANOTHER and clause == sentence.start
    if (
        strange
        and (joined in JOINS or opens)
        and role.mention.kind == "multiple"
        and pair[1].first < role.mention.first
    ):
        return True  # "and that of lynx was three times higher"; "A cousin got twice as much"
    told = pair[1].first < role.mention.first or not compares(
        article, role
    )  # "Mr Orr was 850 behind on 5,670": the name is the other figure's
    if told and any(article.skeleton[at] == "N" and at > sentence.start for at in strange):
        return not _is_known(article, role)  # "Ms Orr called the resulting growth of 20 per cent borrowed"
    beside = strange[-1:] == [stop - 1] and role.start == role.place and role.mention.kind in ("percent", "fraction")
    follows = any(article.word(at) in FOLLOWS for at in range(clause, stop))  # "which means values there have trebled"
    taken_up = "so" in map(article.word, range(clause, stop)) and BACKING.issuperset(map(article.word, strange))
    moved = moves(article, role) and bool(strange) and not (follows or taken_up)
    return beside or (moved and pair[0].first < role.mention.first)


def _ahead_of_another(article: Article, role: Role, known: set[str]) -> bool:
    """Tell whether a margin is over what neither figure is of: 2,240 and 1,912; both were 500 ahead of the Greens."""
    at = role.place + 1
    if grammar().compares(article.skeleton[at]) == 0 or article.word(at + 1) != "of":
        return False
    base = next((place for place in (at + TWO, at + OVER) if article.word(place) not in KNOWN), at + TWO)
    return article.skeleton[base] in "wN" and stem(article.word(base)) not in known


def _joined_by_another(article: Article, role: Role, last: Mention, known: set[str]) -> bool:
    """Tell whether a figure behind a verb is of what a clause joined to it names: it has doubled, and the mean wage is now €1,200."""
    between = article.document.text[role.mention.span.end : last.span.start] if moves(article, role) else ""
    joined = JOINED.match(between)
    return joined is not None and stem(joined["thing"].lower()) not in known


def _meant_for_another(article: Article, role: Role, known: set[str]) -> bool:
    """Tell whether a change is what is meant to come of a thing not spoken of: $43 billion to increase capacity by 50 percent."""
    thing = (at for at in range(role.start + 1, role.place) if article.skeleton[at] in "wN" and at not in article.at)
    return article.word(role.start - 1) == "to" and any(stem(article.word(at)) not in known for at in thing)


def _is_known(article: Article, role: Role) -> bool:
    """Tell whether a change is spoken of as one that was told: the 20% cut, that fall."""
    start = min(role.start, role.place)
    return any(article.word(at) in KNOWN for at in range(max(0, start - OVER), start) if at not in article.at)


def _names_its_own(article: Article, behind: range, known: set[str]) -> bool:
    """Tell whether a change that opens anew says at once of what it is: a cut of 1.5% in fuel duty."""
    places = [at for at in behind if article.word(at) in ("in", "of", "for")]
    return any(
        article.skeleton[at + 1] in "w" + vocabulary()[1]["PERIOD"] and stem(article.word(at + 1)) not in known
        for at in places
    )


def _leads_on(article: Article, role: Role, pair: Pair, told_apart: bool) -> bool:
    """Tell whether a change leads to a figure, or trails one not `told_apart`, so that its base is left unsaid: rose 2.7% to $31; at $23, up 4%."""
    first, last = map(article.place, pair)
    places = range(role.place + 1, min(role.place + 1 + LEADS, len(article.skeleton)))
    clause = itertools.takewhile(lambda at: article.skeleton[at] not in ENDS, places)
    comma = article.skeleton.find(",", role.place + 1, role.place + 1 + LEADS)
    set_off = comma > 0 and article.word(comma + 1) == "to"  # "fell 45% in three years, to $22"
    leads = comma + 1 if set_off else next((at for at in clause if article.word(at) in ("to", "at")), None)
    leading = leads is not None and any(0 < place - leads <= LEADS for place in (first, last))
    trailed = role.link in ("up", "down") and role.start - last == TWO and not told_apart
    told = first < role.start and clear(article, first, role.start) and pair[0].sentence == role.mention.sentence
    leading = leading and not told
    reached = article.at.get(role.place + TWO) if article.word(role.place + 1) == "to" else None
    if reached is not None and not any(one.first == reached.first for one in pair):
        return True  # "Austria's to €565m from €237m, the Netherlands' by €345m to €1.92 billion"
    amount = role.link == "by" and role.mention.kind not in SIZES and pair[1].first > role.mention.first
    unsaid = (leading or trailed) and "(" not in article.skeleton[first:last] and not one_thing(article, Tied(*pair))
    joined = role.link == "by" and pair[1].sentence == role.mention.sentence and pair[1].first < role.mention.first
    apart = joined and not clear(
        article, last, role.start
    )  # "$38 million to his $26 million and outspent him by $9 million"
    return amount or unsaid or apart or any(_is_verb_of_change(article, at) for at in range(role.place + 1, first))


def _is_verb_of_change(article: Article, at: int) -> bool:
    letter = article.skeleton[at]
    return letter in vocabulary()[1]["CHANGE"] or (grammar().sign(letter) != 0 and verbal(article.word(at)))


def _stands_alone(article: Article, role: Role, pair: Pair) -> bool:
    """Tell whether a change has no base of its own but one of two figures."""
    behind = [one for one in pair if one.first > role.mention.first and one.sentence == role.mention.sentence]
    places = [article.place(one) for one in behind]
    opened = places and any(article.word(at) in ("when", "which") for at in range(role.place, places[0]))
    near = any(at - role.place <= (LONGEST if opened else TAIL) for at in places)
    return near or closes(article, role) or _named_base(article, role, pair)


def _named_base(article: Article, role: Role, pair: Pair) -> bool:
    """Tell whether what a change is measured from is named as one of two figures is: an average of 80mm ... than average."""
    behind = range(role.place + 1, min(role.place + 1 + LEADS, len(article.skeleton)))
    words = [article.word(at) for at in behind if at not in article.at]
    than = next((n for n, word in enumerate(words) if word in BASED), len(words))
    base = next((word for word in words[than + 1 :] if word not in KNOWN), "")
    base = "average" if base in ("normal", "usual") else base
    places = (at for one in pair for at in range(article.sentences[one.sentence].start, article.place(one)))
    told = (stem(article.word(at)) for at in places if at not in article.at and at < role.start)
    return bool(base) and stem(base) in told
