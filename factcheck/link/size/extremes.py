"""Figures of which one is said to be the most or the least: "the heaviest of the three", "its highest since 2017".

A superlative stands beside its own figure, with those of the others behind it.  What is said is sure only where the
words leave no other set to compare.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.link.context.frames import FAR_APART, clear
from factcheck.link.context.operands import in_unit
from factcheck.link.context.roles import grammar
from factcheck.link.context.subjects import stem
from factcheck.link.context.ties import adjacent
from factcheck.link.series.figures import value
from factcheck.link.size.comparisons import (
    ANY,
    BLOCKS,
    COMPARATIVES,
    FIGURES,
    NEXT,
    TWO,
    UNSURE,
    Compared,
    alike_to,
    levels,
)
from factcheck.model import Mention
from factcheck.numerals import written
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.segment import vocabulary

LATIN = {"most": "more", "least": "less", "fewest": "fewer", "largest": "more", "biggest": "more", "greatest": "more",
         "smallest": "less", "highest": "higher", "lowest": "lower", "eldest": "older", "youngest": "younger",
         "costliest": "dearer", "best": "higher", "strongest": "more",
         "worst": "lower", "poorest": "lower", "weakest": "lower"}  # fmt: skip
SUPERLATIVES = {word.removesuffix("r") + "st": word for word in COMPARATIVES if word.endswith("er")} | LATIN
OF_TWO = frozenset({"larger", "smaller", "bigger"}) | (COMPARATIVES.keys() - {"more", "less"})
"""Of two things these are what a superlative is of three."""

ENDING, OF_THESE = Pattern(r"st\b"), Pattern("er of the")
"""What a superlative, or a comparative of two, ends in: a quick look that spares one at each word."""

RATED = frozenset({"turnout", "attendance", "approval", "score", "gate"})
"""What is the better the higher it is."""

OF_MERIT = frozenset({"best", "worst", "poorest", "weakest"})
"""These say by what figure a thing is judged only where that is rated."""

RESULTS = frozenset(
    "of start opening debut week month year day season result showing crowd figure total return haul".split()
)
"""What may be the best by its figure."""

OTHERS = frozenset({"other", "others", "rest", "remaining"})
LEADING = frozenset({"ahead", "followed"})
PLACED = frozenset("second- third- one among second third fourth fifth".split())
WITHIN = frozenset("in for over since among across".split())
ABOUT, TIMES = frozenset({"about", "only", "just", "some", "nearly"}), frozenset("DYRW")
HUNDRED = 100
CLOSE = 1.3
"""A figure and the one it outdoes differ by fewer times."""

SEVERAL = 8
"""So many places behind "the biggest" may say that several are told."""

FAR = 16
"""So many places at most part "the best" from what it outdoes."""

OUTDOING = "ahead|beating|eclipsing|surpassing|topping of? DETERMINER? {other:count|measure|money}"
WHOLE = Fraction(1, 50)
"""By so much shares that make a whole may miss it, by their rounding."""

SET = 9
"""So many things at most are a set that a sentence or two tell out."""


def extremes(article: Article) -> Iterator[Compared]:
    """Yield every comparison of figures by most and least."""
    tokens = _tokens(article) if not article.verb_last else []
    for sentence in article.body if tokens else ():
        if sentence.kinds & FIGURES and (found := _by_superlative(article, sentence, tokens)):
            yield found


def _tokens(article: Article) -> list[int]:
    """Return the tokens that may be a superlative, in order: largest, most, least, the larger of the two."""
    text, starts = article.document.text, article.tokens.starts
    ends = [
        found.start() for found in ENDING.finditer(text) if text.endswith(("e", "mo", "lea", "wor"), 0, found.start())
    ]
    ends += [found.start() for found in OF_THESE.finditer(text)]
    return sorted(bisect_right(starts, end) - 1 for end in ends)


def _extremes(article: Article, sentence: Sentence, tokens: list[int]) -> list[int]:
    """Return the places of a sentence's superlatives."""
    first, last = article.token(sentence.start), article.token(max(sentence.start, sentence.end - 1))
    own = tokens[bisect_left(tokens, first) : bisect_right(tokens, last)]
    places = range(sentence.start, sentence.end)
    found = [places[bisect_left(places, token, key=article.token)] for token in own]
    return [at for at in found if at not in article.at and _extreme(article, at)]


def _by_superlative(article: Article, sentence: Sentence, tokens: list[int]) -> Compared | None:
    """Return the figure that is said to be the most, with those of the others."""
    found = _extremes(article, sentence, tokens)
    if len(found) != 1:
        return None
    word = found[0]
    if any(article.word(at).startswith("includ") for at in range(word, min(word + SEVERAL, sentence.end))):
        return None  # "The biggest deals included": each of them is one.
    if since := _since(article, sentence, word) or _since_the(article, sentence, word):
        return since
    sign, kinds = COMPARATIVES[SUPERLATIVES.get(article.word(word), article.word(word))]
    if outdone := _outdone(article, sentence, word, sign):
        return outdone
    figures = [one for one in levels(article, sentence) if one.kind in kinds and not of_set(article, one)]
    own = _own(article, figures, word)
    if own is None or not own.number or (own.kind == "percent" and _names(article, word)):
        return None
    rest = [one for one in levels(article, sentence) if one.first > own.first]
    others = [one for one in rest if article.place(one) > word and alike_to(article, own, one)]
    others += [
        in_unit(one, own) for one in rest if others and one not in others and _is_elided(article, own, one, others[0])
    ]
    others += _rest_of_whole(own, others, rest)
    named = (
        elided(article, sentence, others[0] if others else own)
        if others or (own.noun and article.place(own) > word)
        else []
    )
    others += [one for one in named if alike_to(article, own, one)]
    behind = adjacent(article, sentence, 1)
    if not others and (own.unit or own.noun or own.kind != "count"):
        others = [one for one in levels(article, behind) if alike_to(article, own, one)]
    if not others or len(others) >= SET:
        return None
    last = article.place(others[-1])
    if _summed(article, article.place(own), last):
        return None
    closed = _closed(article, sentence, word, own, others)
    return Compared(own, tuple(others), sign, word, None if closed else "the figures may be of another set")


def _names(article: Article, word: int) -> bool:
    """Tell whether a superlative between commas is of what a name before it is, and of no share: At Elm, the biggest, 64% had waited."""
    set_off = article.skeleton[word - 3 : word - 1] in ("N,", "',") and article.skeleton[word + 1 : word + 2] == ","
    return set_off and article.word(word - 1) == "the"


def _rest_of_whole(own: Mention, others: list[Mention], rest: list[Mention]) -> list[Mention]:
    """Return the bare numbers that with some shares come to a whole, as shares: 14 percent; wind 41 percent, gas 33, solar 12."""
    bare = [one for one in rest if one.kind == "count" and not one.noun and others and one.first > others[0].first]
    shares = [in_unit(one, own) for one in bare] if own.kind == "percent" else []
    return shares if shares and abs(sum(map(value, (own, *others, *shares)), Fraction(-1))) <= WHOLE else []


def _is_elided(article: Article, own: Mention, one: Mention, first: Mention) -> bool:
    """Tell whether a bare number has the percent sign of the figure before it: it was 38.6 per cent, in Elm 45.2."""
    decimal = one.number is not None and one.number.middle.denominator > 1
    return own.kind == "percent" and one.kind == "count" and not one.noun and decimal and one.first > first.first


def _outdone(article: Article, sentence: Sentence, word: int, sign: int) -> Compared | None:
    """Return what "it", the highest, is said to outdo, with the one figure near it told before: out for 118; it is the highest, ahead of 124."""
    ahead = phrase(OUTDOING).search(article.skeleton, word, sentence.end)
    before = adjacent(article, sentence, -1)
    if article.word(sentence.start) not in ("it", "that", "this") or ahead is None or before is None:
        return None
    other = article.at[ahead.start("other")]
    told = [before, *filter(None, [adjacent(article, before, -1)])]
    known = [one for part in told for one in levels(article, part)]
    near = [one for one in known if alike_to(article, other, one) and one.noun in ("", other.noun)]
    near = near or [one for one in known if alike_to(article, one, other)]
    near = [one for one in near if one.size <= other.size * CLOSE and other.size <= one.size * CLOSE]
    return Compared(near[0], (other,), sign, word) if len(near) == 1 else None


def _since(article: Article, sentence: Sentence, word: int) -> Compared | None:
    """Return what a thing last came to, with what it is now: at 4.4 percent, its highest since 2017, when it was 4.9."""
    when = article.skeleton.find(vocabulary()[0]["when"], word, sentence.end)
    between = [article.word(at) for at in range(word + 1, when) if at not in article.at]
    if when < 0 or "since" not in between[:TWO] or not clear(article, word, when):
        return None
    last = [one for one in levels(article, sentence) if when < article.place(one) <= when + NEXT and one.kind in ANY]
    figures = [*levels(article, sentence), *levels(article, adjacent(article, sentence, 1))]
    now = [
        one
        for one in figures
        if one not in last and article.place(one) not in range(word, when) and last and _as_then(article, one, last[0])
    ]
    if len(last) != 1 or len(now) != 1:
        return None
    sign = COMPARATIVES[SUPERLATIVES.get(article.word(word), "more")][0]
    return Compared(last[0], (now[0],), sign, word, None if now[0].first < last[0].first else UNSURE)


def _since_the(article: Article, sentence: Sentence, word: int) -> Compared | None:
    """Return what a thing last came to, told right behind "since": the biggest crowd, 3,412, since the 3,650 of 2009."""
    since = article.skeleton.find(vocabulary()[0]["since"], word, sentence.end)
    then = article.at.get(since + TWO) if since >= 0 and article.word(since + 1) in ("the", "a", "an") else None
    sign, kinds = COMPARATIVES[SUPERLATIVES.get(article.word(word), "more")]
    figures = [one for one in levels(article, sentence) if one.kind in ANY & kinds]
    now = [one for one in figures if article.place(one) < since and then and alike_to(article, one, then)]
    if then is None or then not in figures or len(now) != 1:
        return None
    return Compared(then, (now[0],), sign, word)


def _as_then(article: Article, now: Mention, then: Mention) -> bool:
    """Tell whether two figures may be of one measure, what is counted left unsaid of the earlier: when 91,200 came."""
    if article.word(article.place(then) + 1) in COMPARATIVES:
        return False
    near = now.size < then.size * FAR_APART and then.size < now.size * FAR_APART and then.size > HUNDRED
    return alike_to(article, now, then) or (now.kind == then.kind == "count" and not then.noun and near)


def _extreme(article: Article, at: int) -> bool:
    """Tell whether a word is a superlative of its own: no rank ("second-largest"), no "at least", none of several ("five biggest")."""
    word = article.word(at)
    if word in ("most", "least") and not _counts_the_most(article, at):
        return False
    of_two = word in OF_TWO and article.word(at - 1) == "the" and article.word(at + 1) == "of"
    if word not in SUPERLATIVES or word in OF_TWO:
        return of_two
    if word in OF_MERIT and not _is_rated(article, at):
        return False
    led = article.word(at - 1) in ("the", "its", "his", "her", "their", "'s") or article.skeleton[at - 1] in "'’w"
    before = {article.word(place) for place in range(max(0, at - 3), at)}
    led = led and article.skeleton[at + 1 : at + 2] not in grammar().nouns and not _of_several(article, at)
    return (
        led
        and "rank" not in stem(article.word(at - 1))
        and PLACED.isdisjoint(before)
        and article.skeleton[at - 1] not in "O-"
    )


def _is_rated(article: Article, at: int) -> bool:
    """Tell whether "best" is said of a figure: of a turnout told before it, or of a start or a crowd that outdoes another."""
    of_figures = article.word(at + 1) in RATED | RESULTS
    ahead = FAR if of_figures else 0
    told = any(article.word(place) in RATED for place in range(max(0, at - SET), at + ahead))
    since = of_figures and article.word(at + 2) == "since"
    return told or since or (of_figures and phrase(OUTDOING).search(article.skeleton, at, at + FAR) is not None)


def _counts_the_most(article: Article, at: int) -> bool:
    """Tell whether "most" or "least" is of figures: no "most of Elm by 1431", no "from the most authentic report"."""
    behind = article.word(at + 1)
    if behind == "of":
        return article.word(at - 1) == "the"
    led = article.word(at - 1) == "the" and phrase("PREPOSITION").match(article.skeleton, at - 2) is not None
    return behind == "in" or (article.skeleton[at + 1] in "w" and not led)


def _of_several(article: Article, at: int) -> bool:
    """Tell whether a superlative is said of several things without their number: the largest airports near by are."""
    bes = (place for place in range(at + 2, at + NEXT) if article.word(place) in ("are", "were"))
    return any(article.word(place).endswith("s") for be in bes for place in range(at + 1, be))


def _own(article: Article, figures: list[Mention], word: int) -> Mention | None:
    """Return the figure that a superlative is said of: the last before it in its clause, else the first behind."""
    ahead = [one for one in figures if article.place(one) < word and value(one) != 1 and not _is_name(article, one)]
    if ahead and ";" not in article.skeleton[article.place(ahead[-1]) : word]:
        return ahead[-1]
    behind = [one for one in figures if article.place(one) > word and article.skeleton[article.place(one) - 1] != "e"]
    return next((one for one in behind if not of_set(article, one) and not _in_time(article, one)), None)


def elided(article: Article, sentence: Sentence, first: Mention) -> list[Mention]:
    """Return the numbers behind names that go on with a list, as counts: "Ash has 520 members, Elm 460 and Oak 480"."""
    labels = [one for one in sentence.of_kind("label") if one.first > first.first and one.text.isdigit()]
    goes_on = [
        one
        for one in labels
        if article.skeleton[article.place(one) + 1] in ",;.\n" or article.word(article.place(one) + 1) == "and"
    ]
    return [one.changed(kind="count", number=written(one.text)) for one in goes_on]


def of_set(article: Article, mention: Mention) -> bool:
    """Tell whether a count says how many are compared: the heaviest of the three."""
    place = article.place(mention)
    lead = place - 1 - (article.word(place - 1) in ("the", "all", "its", "those"))
    led = "of" in (article.word(place - 1), article.word(place - 2)) or article.word(lead) in ("in", "among")
    return mention.kind == "count" and value(mention) < SET and led


def _is_name(article: Article, mention: Mention) -> bool:
    """Tell whether a number is the end of a name: Python 3.7."""
    bare = mention.kind == "count" and not mention.noun
    return bare and article.skeleton[article.place(mention) - 1] == "N"


def _in_time(article: Article, mention: Mention) -> bool:
    """Tell whether a figure says among how many, or since when, a thing is the most: his highest in 11 seasons."""
    return article.word(article.place(mention) - 1) in WITHIN


def _summed(article: Article, start: int, stop: int) -> bool:
    totals = vocabulary()[1]["TOTAL"]
    blocks = BLOCKS - OTHERS
    blocked = (at for at in range(start, stop) if article.skeleton[at] in totals or article.word(at) in blocks)
    return any((article.word(at - 1), article.word(at)) != ("on", "record") for at in blocked)


def _closed(article: Article, sentence: Sentence, word: int, own: Mention, others: list[Mention]) -> bool:
    """Tell whether the figures are those of all that are compared, or of one that is said to come behind."""
    first, last = article.place(own), article.place(others[0])
    words = {article.word(at) for at in range(min(first, word), last) if at not in article.at}
    if not OTHERS.isdisjoint(words) or (not LEADING.isdisjoint(words) and len(others) == 1):
        return True
    if all(_in_parallel(article, sentence, own, other) for other in others):
        return True
    starts = [first, *map(article.place, others)]
    apart = [article.skeleton[one:other] for one, other in pairwise(starts)]
    if len(others) > 1 and others[-1].sentence == own.sentence and all("N" in between for between in apart):
        return True
    if article.word(word - 1) in ("its", "their") and first < word and others[0].sentence == own.sentence:
        return True
    before = adjacent(article, sentence, -1)
    if own.kind == "percent" and len(others) > 1 and abs(sum(map(value, (own, *others)), Fraction(-1))) <= WHOLE:
        return True  # Shares that come to a whole are those of all.
    announced = before.mentions if before and len(before.mentions) == 1 else ()
    counts = [*announced, *(one for one in sentence.mentions if of_set(article, one))]
    sizes = {value(one) for one in counts if one.kind == "count" and not one.hedge}
    return len(others) + 1 in sizes and len(others) > 0


def _in_parallel(article: Article, sentence: Sentence, own: Mention, other: Mention) -> bool:
    """Tell whether a figure is told of another name by the verb that told the first: Ashby lends the most, 84,000; Corley lends 91,000."""
    place = article.place(other)
    verb = next((at for at in range(place - 1, place - TWO - 1, -1) if article.word(at) not in ABOUT), place)
    named = article.skeleton[verb - 1] == "N" and verb - 1 > sentence.start and verb not in article.at
    told = {stem(article.word(at)) for at in range(sentence.start, article.place(own)) if at not in article.at}
    times = TIMES.isdisjoint(article.skeleton[sentence.start : article.sentences[other.sentence].end])
    return named and times and article.word(verb) != "" and stem(article.word(verb)) in told
