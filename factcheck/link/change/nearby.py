"""The only two figures near a change that it may part: in its sentence, or in those before it, or behind it."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.link.context.frames import alike, of_that_figure
from factcheck.link.context.operands import in_unit, unhedged
from factcheck.link.context.roles import Role, grammar
from factcheck.link.context.subjects import stem
from factcheck.link.context.tense import is_time, tenses
from factcheck.link.context.ties import GAPS, TAIL, Tied, adjacent, one_thing
from factcheck.link.series.elided import led_up_to
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.segment import vocabulary

Pair = tuple[Mention, Mention]

NUMBERS = frozenset({"money", "count", "measure", "percent", "duration"})
AGAINST = Pattern(
    r"[^,.;:]{0,30},? (?:as )?(?:against|versus|compared (?:with|to)) (?:an? |the |just |only |some |about )?[£$€]?",
    re.I,
)
"""Between two figures, and nothing else, these set one against the other."""

COMPARES = frozenset(
    "against versus compared while whereas where but than to for former old new previous before once originally".split()
)
"""Between two figures these set one against the other."""

NEXT, MARKS = 3, 2
"""So many sentences below a headline is its copy, and so many signs stand between."""

BACK = 2
"""So many sentences before a change may hold the two figures, if nothing else of the kind stands there."""

NAMED = 3
"""So many places before a figure may stand the noun that it is the size of."""

OWNED = 4
"""So many places behind a multiple stands what it is of, with its owner between, and behind a change the next."""

PERSONS = frozenset({"he", "she", "i", "who"})
TURNS = frozenset({"am", "be", "turn", "turns", "turned"})
CAUSED = frozenset(
    "hurt hit helped lifted boosted driven dragged weighed buoyed offset caused spurred aided marred".split()
)
"""Before "by" these lead to what moved a thing."""
CLOSE_BY = 4

TWO = 2
JOINS = frozenset({"to", "and"})
MORE_THAN = Pattern(r"(?: (?!and\b|or\b|but\b|is\b|was\b)[a-z]+)? (?:more|less|fewer|higher|lower) than\b")
ADDED = frozenset({"another", "further", "additional", "extra"})
"""Right before a figure these make it what is added to something."""


def two(article: Article, stated: Mention, *, shares: bool = False) -> Pair | None:
    """Return the only two figures near a change that it may part, in the order of the text; of `shares`, two percentages."""
    sentence = article.sentences[stated.sentence]
    own = _likes(article, sentence, stated, shares)
    told = [one for one in own if one.first < stated.first]
    if sentence.block in HEADINGS:
        return None if own else _below(article, sentence, stated, shares)
    if stated.kind == "multiple" and (opposed := _opposed(article, sentence, stated)):
        return _paired(article, opposed)
    sized = stated.kind == "multiple" or (stated.kind == "fraction" and article.word(article.place(stated) + 1) == "as")
    in_percent = sized and any(one.kind == "percent" for one in sentence.mentions)
    if in_percent or _of_its_own(article, sentence, stated) or _shared_out(article, stated, own, told):
        return None
    stop = article.skeleton.find(";", article.place(stated), sentence.end) if told else -1
    own = own if stop < 0 else [one for one in own if article.place(one) < stop]
    told, own = _of_one_size(told), _of_one_size(own)
    if len(told) == TWO and _based_behind(article, stated, own):
        return None
    if TWO in (len(told), len(own)):
        return _paired(article, told if len(told) == TWO else own)
    near = [one for one in own if one.first < stated.last + TAIL]
    tried = [found for found in ((own,) if near == own else (own, near)) if len(found) < TWO]
    return next(filter(None, (_reaching(article, sentence, stated, shares, found) for found in tried)), None)


def _opposed(article: Article, sentence: Sentence, stated: Mention) -> list[Mention]:
    """Return the only two figures that are set against each other behind a size: double the old flow, 31 litres a second as against 14."""
    values = [one for one in sentence.mentions if one.kind in NUMBERS and one.first > stated.first]
    text = article.document.text
    found = [two for two in pairwise(values) if AGAINST.fullmatch(text, two[0].span.end, two[1].span.start)]
    return list(found[0]) if len(found) == 1 else []


def _based_behind(article: Article, stated: Mention, own: list[Mention]) -> bool:
    """Tell whether what a multiple is of stands right behind it: after Elm's $137,500 and twice Ayr's $55,500."""
    place = article.place(stated)
    behind = (article.place(one) for one in own if one.first > stated.first)
    return stated.kind == "multiple" and any(
        at - place <= OWNED and not set(",;") & set(article.skeleton[place:at]) for at in behind
    )


def headlines(article: Article) -> list[Sentence]:
    """Return the headlines of an article that have figures."""
    return [sentence for sentence in article.sentences if sentence.block == "headline"]


def _below(article: Article, sentence: Sentence, stated: Mention, shares: bool) -> Pair | None:
    """Return the only two figures of the first sentence of copy below a headline."""
    below = next((one for one in article.sentences[sentence.number + 1 :][:NEXT] if one.block not in HEADINGS), None)
    if (
        below is None
        or below.block != "paragraph"
        or article.skeleton.find("\n", sentence.start, below.start) < below.start - MARKS
    ):
        return None
    return _paired(article, _likes(article, below, stated, shares))


def contrasted(article: Article, pair: Pair) -> bool:
    """Tell whether a time, a tense or a word of comparison tells two figures apart."""
    one, other = pair
    start, stop = article.sentences[one.sentence].start, article.sentences[other.sentence].end
    if any(is_time(article, place) for place in range(start, stop)) or tenses(article, start, stop):
        return True
    between = range(article.place(one), article.place(other))
    return any(place not in article.at and article.word(place) in COMPARES for place in between)


def _reaching(article: Article, sentence: Sentence, stated: Mention, shares: bool, own: list[Mention]) -> Pair | None:
    """Return two figures of which one sentence, or those before or behind it, has no others."""
    found, ahead = own, adjacent(article, sentence, -1) or _paragraph_before(article, sentence)
    for back in range(BACK):
        if ahead is None:
            break
        found = [*_likes(article, ahead, stated, shares), *found]
        if len(_of_one_size(found)) >= TWO:
            pair = _paired(article, found)
            near = not back and adjacent(article, sentence, -1) is not None
            return pair if pair and (near or _of_one_thing(article, pair)) else None
        ahead = adjacent(article, ahead, -1) or _paragraph_before(article, ahead)
    behind = adjacent(article, sentence, 1) if len(found) == len(own) else None
    goes_on = behind is not None and not of_that_figure(article, behind)
    return _paired(article, [*own, *_likes(article, behind, stated, shares)]) if behind and goes_on else None


def _paragraph_before(article: Article, sentence: Sentence) -> Sentence | None:
    """Return the last sentence of the paragraph before that a sentence opens, where nothing without figures parts the two."""
    before = article.sentences[sentence.number - 1] if sentence.number else None
    if before is None or before.block != "paragraph" or sentence.block != "paragraph":
        return None
    return before if len(article.skeleton[before.end : sentence.start].strip("\n")) <= 1 else None


def _of_one_thing(article: Article, pair: Pair) -> bool:
    """Tell whether two figures are of what was spoken of: no name stands between the two, and a time does."""
    between = article.skeleton[article.place(pair[0]) : article.place(pair[1])]
    return one_thing(article, Tied(*pair), least=1) or ("N" not in between and contrasted(article, pair))


def _paired(article: Article, likes: list[Mention]) -> Pair | None:
    """Return two figures as values of one thing, a bare number read in the unit of the other."""
    likes = _of_one_size([unhedged(_reached(article, like)) for like in likes])
    if len(likes) != TWO or not alike(*likes):
        return None
    one, other = likes
    if one.size == other.size or any(
        _is_spelt(like) for like in likes if like.kind != likes[0].kind or like.kind != likes[1].kind
    ):
        return None
    if other.kind == "percent" != one.kind:
        return None  # A percentage leaves its sign unsaid behind another, never before it.
    if all(article.word(article.place(like) - 1) == "from" for like in likes):
        return None  # Each is what another change began from: down 11% from $2.6 billion, up 3% from $2.2 billion.
    if any(
        like.hedge not in ("", "about" if like.kind == "percent" else "")
        or like.upper
        or _ends_range(article, like)
        or _is_gap(article, like)
        for like in likes
    ):
        return None
    if any(_is_age(article, like) for like in likes) and not all(_is_age(article, like) for like in likes):
        return None
    nouns, dollars = {one.noun, other.noun} - {""}, {like.text.partition("$")[0] for like in likes if "$" in like.text}
    elided = one.kind != "count" or other.kind in ("count", "percent")
    one_unit = elided and len(nouns) < TWO and len(dollars) < TWO
    one, other = in_unit(one, other), in_unit(other, one)
    return (one, other) if one_unit and alike(one, other) else None


def _is_spelt(mention: Mention) -> bool:
    """Tell whether a number without a unit is told in words: no sum's unit is left unsaid before "seven"."""
    return mention.kind == "count" and mention.text[:1].isalpha()


def _reached(article: Article, mention: Mention) -> Mention:
    """Return the figure of "goes up to £240" as no bound."""
    place = article.place(mention)
    up = (article.word(place - TWO), article.word(place - 1)) == ("up", "to")
    moved = up and mention.hedge == "less" and article.skeleton[place - NAMED] in vocabulary()[1]["CHANGE"]
    return mention.changed(hedge="") if moved else mention


def _of_one_size(likes: list[Mention]) -> list[Mention]:
    """Return the figures but for those that are far too small or large to be values of what the last is one of."""
    return [one for one in likes if alike(one, likes[-1])] if len(likes) > TWO else likes


def _ends_range(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is an end of a range: 13 to 17 basis points."""
    place = article.place(mention)
    low = place - TWO if article.word(place - 1) in JOINS else place
    joined = article.word(low + 1) == "to" or (article.word(low + 1) == "and" and article.word(low - 1) == "between")
    if not joined or article.word(low - 1) == "from":
        return False
    one, other = (article.at.get(at) for at in (low, low + TWO))
    if one is None or other is None or not {one.kind, other.kind} <= NUMBERS | {"points"}:
        return False
    bare = one.kind == "count" and not one.noun  # "by 30 basis points to 3.8 percent" is no range
    return bare or (one.unit == other.unit and not grammar().sign(article.skeleton[low - 1]))


def _is_gap(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is itself what parts two, comes on top or is a side of a vote: the difference is $749; another $3 million."""
    place = article.place(mention)
    side = "by {count} <w\ue000-\uf8ff>? to"
    scored = phrase(side).search(article.skeleton, max(0, place - OWNED), place)
    ahead = phrase(side + " {count}").match(article.skeleton, place - 1)
    if MORE_THAN.match(article.document.text, mention.span.end) or ahead or (scored and scored.end() == place):
        return True
    return article.word(place - 1) in ADDED or any(
        article.word(at) in GAPS for at in range(max(0, place - NAMED), place) if at not in article.at
    )


def _shared_out(article: Article, stated: Mention, own: list[Mention], told: list[Mention]) -> bool:
    """Tell whether two changes are of two figures, one each: $112 of gold and $60 of silver, an increase of $45 of gold and $13 of silver."""
    other = own[len(told)] if len(told) == TWO < len(own) else None
    between = article.skeleton[article.place(stated) + 1 : article.place(other)] if other else ""
    return 0 < len(between) <= OWNED and phrase("and").search(between) is not None


def _of_its_own(article: Article, sentence: Sentence, stated: Mention) -> bool:
    """Tell whether a clause gives a size to what it is the first to name: "from €130; breakfast is €14 more"."""
    at = article.place(stated) - 2
    if at <= sentence.start or article.skeleton[at - 1] != ";" or article.skeleton[at + 1] not in grammar().be:
        return False
    word = article.word(at)
    named = any(
        stem(article.word(place)) == stem(word) for place in range(sentence.start, at) if place not in article.at
    )
    return article.skeleton[at] in "wN" and word not in GAPS and not named


def _is_age(article: Article, mention: Mention) -> bool:
    """Tell whether a bare number is somebody's age: she was 49; the oldest, Bill Orr, is 81."""
    place = article.place(mention)
    be = article.skeleton[place - 1 : place] in grammar().be or article.word(place - 1) in TURNS
    said = mention.kind == "count" and be
    subject = place - 2 - (article.skeleton[place - 2] in vocabulary()[1]["AUXILIARY"])
    named = article.skeleton[subject] == "," and article.skeleton[subject - 1] == "N" and not mention.noun
    return mention.kind == "age" or (said and (named or article.word(subject) in PERSONS))


def _likes(article: Article, sentence: Sentence, stated: Mention, shares: bool) -> list[Mention]:
    """Return the figures of a sentence that a change may be of; no bare number is a percentage before the first that is said to be."""
    likes = [one for one in sentence.mentions if one is not stated and _may_part(stated, one, shares)]
    likes = [one for one in likes if not _stands_for_things(article, one)]
    if shares or stated.kind == "points":
        first = next((n for n, one in enumerate(likes) if one.kind == "percent"), 0)
        return [*led_up_to(article, likes[:first], likes[first]), *likes[first:]] if first else likes
    return likes


def _stands_for_things(article: Article, one: Mention) -> bool:
    """Tell whether a number stands for things that were named: all three are up."""
    bare = one.kind == "count" and one.text.isalpha() and not one.noun
    return bare and article.word(article.place(one) - 1) in ("all", "these", "those", "both", "the")


def _may_part(stated: Mention, one: Mention, shares: bool) -> bool:
    if one.kind not in NUMBERS or one.size <= 0 or one.text.lower() == "one":
        return False
    bare = one.kind == "count" and not one.noun
    if shares or stated.kind == "points":
        return one.kind == "percent" or (bare and not one.hedge)
    if stated.kind in ("percent", "fraction", "multiple"):
        return one.kind not in ("percent", "duration")
    if stated.kind == one.kind == "count" and "." in one.text and "." not in stated.text:
        return False  # The 12.08 to Leeds: no number of people has a point.
    return one.unit == stated.unit or (bare and (stated.kind != "duration" or not one.text.isalpha()))


def in_row(article: Article, sentence: Sentence, one: Mention) -> bool:
    """Tell whether a figure is one of a row, each with its name: ships 840,000, cloth 510,000 and coins 330,000."""
    row = [other for other in sentence.mentions if (other.kind, other.unit) == (one.kind, one.unit)]
    return len(row) > TWO and all(article.skeleton[article.place(other) - 1] in "wN" for other in row[1:])


def is_cause(article: Article, role: Role) -> bool:
    """Tell whether a figure is of what moved a thing, and no size of its way: to $181 million, hurt by a $30 million charge."""
    led = (article.word(at - 1) for at in range(role.place - CLOSE_BY, role.place) if article.word(at) == "by")
    return not CAUSED.isdisjoint(led)
