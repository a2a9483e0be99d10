"""What parts two figures told before it, taken up as a known thing: "the extra 2,448 visitors", "a gulf of seven points".

A reader who meets such a size looks back for the last two figures of its kind, however many sentences of something else lie
between.  Which words tell those two varies without end; that there are two of one kind, told one after the other, and that the
size is what parts them but for a slip of the pen, does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import combinations, pairwise

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.link.context.frames import alike
from factcheck.link.context.operands import ends, in_unit, points
from factcheck.link.context.roles import grammar
from factcheck.link.series.elided import shares
from factcheck.link.series.figures import counted, is_plain, significant
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity
from factcheck.slips import mistyped

Pair = tuple[Mention, Mention]

REACH, MOST = 6, 5
"""So many sentences with figures, back from a size, may hold the two that it parts, and so many figures of their kind."""

MANY = 12
"""And so many of them may hold two that give a size exactly, whatever the last two give."""

LOOK = 70
"""So many characters about a size may say that it is one."""

FAR = Fraction(5, 2)
"""Two values of one thing part by no more than so many times, where nothing else ties them."""

WORDS = 12
"""Numbers in words up to so many seldom are values of anything."""

PEOPLE = frozenset({"person", "visitor", "man", "woman", "child"})
"""Whoever was counted may be called one of these again."""

LAST, HUNDRED = 3, 100
LEAST = 10
"""Counts below it seldom are worked out."""

DIGITS = 3
"""So many digits tell a slip from chance where there are more than two figures that may be meant."""

NEAR = Fraction(7, 4)
"""By so many times a size of one digit is misstated at the most."""

NOUN = (
    "rise|increase|gain|growth|jump|climb|leap|surge|advance|improvement|hike|uplift|fall|drop|decline|cut|reduction|loss|decrease|slide|slump|dip|plunge"
    "|difference|gap|gulf|margin|majority|cushion|lead|edge|advantage|distance|spread|surplus|deficit|shortfall|overrun|overspend|excess|saving|win|hole"
)
RIVAL = r"(?:(?:her|him|them)(?=[.,;]|$)|(?:her|his|its|their|the) (?:\w+ )?(?:rivals?|challengers?|opponents?|runners?-up|second)\b)"
"""Whoever came next: what parts somebody from these parts the last two figures."""

FOLLOWED = Pattern(
    rf"(?: (?:votes?|points?|seats?))? (?:clear|ahead|short|shy) of {RIVAL}"
    rf"|(?:[- ](?!(?:of|on|in|for|and|or|to|from|a|per)\b)[\w']+){{0,2}}?[- ](?:{NOUN})\b|(?: [\w']+)? (?:in between|between (?:the|those|these)\b|that (?:lie|lay|separate|part)\w*)",
    re.I,
)
"""Right behind a figure these make it the size of what was told."""

LED = Pattern(
    rf"\b(?:{NOUN})\b(?:,? [^.;\d]{{0,60}}?)?(?: (?:of|is|was|at)|,)(?: (?:a|an|just|only|some|about|mere|nearly|almost))* [£$€]?$"
    r"|(?<!\ba )\b(?:extra|additional|further)(?: Rs)? [£$€]?$",
    re.I,
)
"""And these right before it."""

MORE = Pattern(r" (?:extra|additional)\b", re.I)
BASED = Pattern(
    r" (?:to|at) [£$€]?\d|(?: [a-z]+)? in (?!all\b|total\b|between\b|just\b|one\b|the\b)[a-z]+ (?!years?|months?|weeks?)| an? (?:year|month|week|day|head|piece)\b"
    rf"|(?! over {RIVAL})[^.;,]{{0,40}}?\b(?:than|from|above|below|over|under|on|against|compared|per|each|apiece|every|annual\w*|yearly)\b",
    re.I,
)
"""Behind a size these give it a base of its own, or make it one of many."""

CHANGED = Pattern(
    r"\b(?:ris|fall|gain|los|shed|advanc|climb|drop|slip|slid|w[io]n|lost|gained|fell|rose|up|down|by|th(?:e|at|ose|ese|is)|its|their|his|her)\w* $",
    re.I,
)
ELSEWHERE = Pattern(r" in (?:the )?(?:[\w-]+ ){0,2}(?:elections?|referendum|primary|poll|vote|\d{4})\b", re.I)
"""Behind points these make them those of another vote."""

THEN = Pattern(r"\b(?:ago|earlier|previously)\b[^.;,]*\b(?:was|were|had been|stood at) $", re.I)
"""Before points these make them those of another time: a month ago the gap was four points."""

PART = Pattern(r"(?:out )?of\b[^.;,]{0,30}", re.I)
"""Between two figures it makes one a part of the other."""

ANOTHER = frozenset({"a", "an", "another"})
OF_IT = Pattern(r" of (?:it|that|this|which)\b", re.I)
"""And this behind the second makes that a part of the first."""

WAY = Pattern(r"(?: [\w-]+){0,3} to ", re.I)
BASIS = Pattern(r"\b(?:basis|bps?)\b", re.I)
MARGIN = Pattern(r"\b(?:margin of (?:\w+ )*error|plus or minus)\b|±", re.I)
OTHERS = Pattern(
    r"\b(?:if|when(?! (?:told|asked))|including|another|forecast|expected|each|respectively|target|hoped)\b", re.I
)
"""In the sentence of a size these make it one of other figures than those told."""

OF_A_GAME = Pattern(r"\b(?:[Aa]verag\w*|rebounds|assists|baskets|tackles|wickets)\b")
"""With these points are averaged, or scored."""


def parting(article: Article) -> Iterator[Relation]:
    """Yield each amount taken up as what parts the last two figures of its kind, with them: it does, or does but for a slip."""
    for sentence in () if article.verb_last else article.body:
        for stated in sentence.of_kind("number|duration"):
            telling = stated.kind != "count" or stated.size >= LEAST
            if (
                telling
                and is_plain(stated)
                and _is_size(article, stated)
                and (found := _parted(article, stated, _alike(stated), counted(stated), _gap))
            ):
                yield found


def pointing(article: Article) -> Iterator[Relation]:
    """Yield the same of points, which part the last two percentages."""
    for sentence in () if article.verb_last else article.body:
        for stated in sentence.of_kind("points"):
            if not BASIS.search(stated.text) and is_plain(stated) and _are_points(article, stated):
                said = points(stated) if stated.unit == "pt" else stated.quantity
                behind = [one for one in sentence.mentions if one.first > stated.first and _is_percentage(one)]
                if any(said.interval.meets(_points(*pair).interval) for pair in pairwise(behind)):
                    continue  # Girls were ahead by 14 points, 77.4% to 63.4%, whatever was told before.
                found = _parted(article, stated, _is_percentage, said, _points)
                if found and (found.meets() or not _parts_others(article, stated, said)):
                    yield found


def _parts_others(article: Article, stated: Mention, said: Quantity) -> bool:
    """Tell whether points part any two percentages told before: 43, 28, 17 and 12 percent; now 29, a fall of 14 points."""
    listed = told_before(article, stated, _is_percentage, partial(shares, article))
    return any(said.interval.meets(_points(*pair).interval) for pair in combinations(listed, 2))


def _is_size(article: Article, stated: Mention) -> bool:
    before, behind = article.around(stated, LOOK)
    if _is_elided_share(article, stated):
        return False
    cued = FOLLOWED.match(behind) or LED.search(before) or MORE.match(behind)
    return cued is not None and not BASED.match(behind) and not OTHERS.search(before + behind)


def _is_elided_share(article: Article, stated: Mention) -> bool:
    """Tell whether a bare number may be a percentage that leaves its sign to one before it: saved 40%. On the rest the loss was 55."""
    if stated.kind != "count" or stated.noun or stated.size > HUNDRED:
        return False
    near = article.sentences[max(0, stated.sentence - 1) : stated.sentence + 1]
    before = [one for part in near for one in part.mentions if one.first < stated.first]
    return any(one.kind == "percent" for one in before[-LAST:])


def _are_points(article: Article, stated: Mention) -> bool:
    before, behind = article.around(stated, LOOK)
    if (
        MARGIN.search(before + behind[:20])
        or BASED.match(behind)
        or ELSEWHERE.match(behind)
        or THEN.search(before)
        or OTHERS.search(before + behind)
    ):
        return False
    cues = (FOLLOWED.match(behind), LED.search(before), CHANGED.search(before))
    return significant(stated) > 1 or not before.strip(' "“') or any(cues)


def _figures(sentence: Sentence) -> Sequence[Mention]:
    return sentence.mentions


def told_before(
    article: Article,
    stated: Mention,
    takes: Callable[[Mention], bool],
    told: Callable[[Sentence], Sequence[Mention]] = _figures,
    most: int = MOST,
) -> list[Mention]:
    """Return the last figures of copy before a stated one that may be what it follows from, in order; `told` are those of a sentence."""
    found: list[Mention] = []
    for number in range(stated.sentence, max(-1, stated.sentence - REACH), -1):
        sentence = article.sentences[number]
        if sentence.block not in HEADINGS and sentence.block != "cell":
            found = [one for one in told(sentence) if one.first < stated.first and takes(one)] + found
        if len(found) >= most:
            break
    return found[-most:]


def _alike(stated: Mention) -> Callable[[Mention], bool]:
    def takes(one: Mention) -> bool:
        bare = one.kind == "count" and not one.noun and stated.kind != "duration"
        if (one.kind != stated.kind and not bare) or (one.kind == "count" and one.size <= WORDS and one.text.isalpha()):
            return False
        heat = stated.unit == "degree" and one.unit in ("celsius", "fahrenheit")
        return one.number is not None and one.size > 0 and (heat or one.unit in (stated.unit, ""))

    return takes


def _is_percentage(one: Mention) -> bool:
    bare = one.kind == "count" and not one.noun and "." in one.text
    return one.number is not None and one.size > 0 and (one.kind == "percent" or bare)


def _gap(one: Mention, other: Mention) -> Quantity:
    low, high = sorted((one, other), key=lambda figure: figure.size)
    return counted(high) - counted(low)


def _points(one: Mention, other: Mention) -> Quantity:
    low, high = sorted((one, other), key=lambda figure: figure.size)
    return ends(low, high).gap.as_unit("pp")


def _parted(
    article: Article,
    stated: Mention,
    takes: Callable[[Mention], bool],
    said: Quantity,
    gives: Callable[[Mention, Mention], Quantity],
) -> Relation | None:
    """Return the relation of a size with the two figures told one after the other that give it, or give it but for a slip."""
    told = told_before(article, stated, takes)
    pairs = [pair for one, other in pairwise(told) if (pair := _paired(article, one, other, stated))]
    bare = stated.kind == "measure"  # No two numbers without a unit are lengths.
    pairs = [pair for pair in pairs if not _in_row(article, pair, told) and (not bare or any(one.unit for one in pair))]
    given = [(pair, gives(*pair)) for pair in pairs]
    if fitting := next((implied for _, implied in reversed(given) if said.interval.meets(implied.interval)), None):
        return Relation(said, fitting)
    slips = [
        implied
        for pair, implied in given
        if slipped(said, implied)
        and not _is_told(article, stated, pair, implied)
        and not of_others(stated, pair)
        and not any(_is_change(article, one) for one in pair)
        and not _is_of_another(article, stated, pair)
    ]
    if _of_the_score_behind(article, stated) or OF_A_GAME.search(article.words(article.sentences[stated.sentence])):
        return None
    labelled = any(one.kind == "label" for one in article.sentences[stated.sentence].mentions)  # "the Liberals 11"
    if labelled or (len(told) > 2 and stated.kind == "points"):
        return None
    ways = [implied for pair, implied in given if _is_way(article, pair)]  # of one thing, whatever else was asked for
    sure = len(slips) == 1 and (len(pairs) == 1 or significant(stated) >= DIGITS or ways == slips)
    others = combinations(told_before(article, stated, takes, most=MANY), 2) if sure else ()
    if any(said.interval.meets(gives(*two).interval) for two in others):
        return None
    return Relation(said, slips[0]) if sure else None


def _in_row(article: Article, pair: Pair, told: list[Mention]) -> bool:
    """Tell whether two figures are of a row of more: the stages measured 148, 171, 12 and 164 kilometres."""
    row = {*pair, *(one for one in told if any(_joined(article, one, other) for other in pair))}
    return _joined(article, *pair) and len(row) > len(pair)


def _joined(article: Article, one: Mention, other: Mention) -> bool:
    first, last = sorted(map(article.place, (one, other)))
    return last - first == len(",x") and (article.skeleton[first + 1] == "," or article.word(first + 1) == "and")


def _of_the_score_behind(article: Article, stated: Mention) -> bool:
    """Tell whether what parts two figures is told with them right behind: the lead is six points, 36-30."""
    behind = article.place(stated) + 1
    return article.skeleton[behind] in ",(:" and article.skeleton[behind + 1] == "S"


def _is_of_another(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether a sentence behind two figures tells another thing, and its own gap: 34 to 19. An attempt to stop it failed by 13."""
    start = article.sentences[stated.sentence].start
    anew = article.word(start) in ANOTHER and article.place(stated) - start > LEAST
    return anew and all(one.sentence != stated.sentence for one in pair)


def _is_change(article: Article, one: Mention) -> bool:
    """Tell whether a figure is itself the size of a change, and so no end of another: £13.3 million more than this year."""
    behind = article.skeleton[article.place(one) + 1]
    return behind in grammar().more | grammar().less


def _is_way(article: Article, pair: Pair) -> bool:
    """Tell whether a thing went from one of two figures to the other."""
    one, other = pair
    between = article.document.text[one.span.end : other.span.start]
    return article.word(article.place(one) - 1) == "from" and WAY.fullmatch(between) is not None


def _paired(article: Article, one: Mention, other: Mention, stated: Mention) -> Pair | None:
    between = article.document.text[one.span.end : other.span.start]
    one, other = in_unit(one, other), in_unit(other, one)
    behind = article.document.text[other.span.end : other.span.end + LOOK]
    if (
        PART.fullmatch(between.strip())
        or OF_IT.match(behind)
        or not (is_plain(one) and is_plain(other) and alike(one, other))
    ):
        return None
    low, high = sorted((one.size, other.size))
    if not low < high <= FAR * low or stated.size in (low, high):
        return None
    return None if one.noun and other.noun and one.noun != other.noun else (one, other)


def of_others(stated: Mention, pair: Pair) -> bool:
    """Tell whether a size counts other things than the two figures do: pupils, and the extra 320 places."""
    return stated.noun not in ("", *PEOPLE) and any(one.noun not in ("", stated.noun) for one in pair)


def _is_told(article: Article, stated: Mention, pair: Pair, implied: Quantity) -> bool:
    """Tell whether another figure beside two tells what parts them, so that the stated one is of something else."""
    near = (article.sentences[number] for number in {stated.sentence, *(one.sentence for one in pair)})
    others = (one for sentence in near for one in sentence.of_kind(stated.kind) if one is not stated)
    return any((points(one) if one.unit == "pt" else counted(one)).interval.meets(implied.interval) for one in others)


def slipped(said: Quantity, implied: Quantity) -> bool:
    """Tell whether a figure is what it should be but for a slip of the pen: a digit, two swapped, or ten or one off."""
    low, high = said.interval
    step = high - low or Fraction(1)
    step = step / 100 if said.unit == "pp" and low == high else step
    shown, meant = (str(round(side.interval.middle / step)) for side in (said, implied))
    less, more = sorted((int(shown), int(meant)))
    if less < LEAST:
        return less > 0 and (more == less + LEAST or more <= min(Fraction(LEAST - 1), less * NEAR))
    return len(shown) == len(meant) and mistyped(shown, meant)
