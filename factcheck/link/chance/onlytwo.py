"""A multiple beside the only two figures of one kind about it, in whatever order and sentence the three stand.

"A place behind bars is put at $48,000 a year, one with a tag at $16,000. Prison costs twice as much": that no other two
figures are of one kind, and that no two near by give the multiple, does what the varying words cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from factcheck.article import BIT, HEADINGS, Article, Sentence
from factcheck.link.chance.compared import ADJECTIVE, of_a_whole_before
from factcheck.link.context.frames import alike
from factcheck.link.context.operands import ends, in_unit
from factcheck.link.context.ties import adjacent
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.series.figures import family, is_plain
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval
from factcheck.reference.units import convert

MULTIPLES = BIT["X"] | BIT["F"]
VALUES = frozenset({"money", "count", "measure", "percent", "duration"})
LOOK, REACH, MOST, PAIR = 60, 2, 12, 2
"""So many characters about a multiple tell what it is of, and so many sentences about may hold what gives it."""

LESS, MORE, FAR = Fraction(1, 20), Fraction(1, 10), 4
OFF = Fraction(15, 100)
"""A multiple is wrong that is off by more than this share, and by no more than so many times."""

NOUN = r"(?:price|cost|number|figure|sum|amount|total|rate|size|length|width|weight|area|time|benefit|speed|value|level|output|share|risk|money|pay)"
COMPARES = Pattern(
    rf" (?:of )?(?:as (?:{ADJECTIVE}|weak|small|little|few|cheap|slow|strong|bright|thick)\b|(?:that|this)(?: {NOUN})?(?= ?(?:[.,;:(—–]|$))|what\b|(?:the|its|their|his|her) (?:\w+ )?{NOUN}\b(?! of)|[A-Z]\w+'s? {NOUN}\b)",
    re.I,
)
UNSAID = Pattern(r"[.,;:—–\"”]|$")
CONTRAST = Pattern(
    r"\b(?:against|after|compared|versus|from|to|than|when|where|while|whereas|one|those|(?:the|its|their) (?:old|older|other|next|former|smaller|smallest|second|rest)|now|today|then|last (?:year|month|week|season)|this (?:year|month|week|season)|(?:19|20)\d\d(?:-\d\d)?,? and)\b"
    r"|^ (?:at|in|for|from|by|to|near) [^.,;\d]{2,30}(?:,| and) (?:[A-Z]\w+'s? |at |for |in )?[£$€]?$|^, [A-Z][\w ]{2,20} [£$€]?$",
)
"""Between two figures these set one against the other."""

"""Right behind a multiple, or a fraction, these make it one of another figure."""

PAST = Pattern(
    r" of what (?:it|they|he|she) (?:was|were|had)\b|\b(?:in|by|since|from) (?:19|20)\d\d|\bago\b|\b(?:then|once|before|was|were|earlier|last|start|began|compared|from|now|after|until)\b",
    re.I,
)
"""Words that tell two times apart."""

OTHERS = Pattern(
    r"\b(?:if|would|could|should|forecast|expected|target|any|respectively|combined|together|ever|minimum|maximum|limit|twice weekly|odds|chances?|aged|scored|planned|plans?|hopes?|wants?)\b",
    re.I,
)
"""With these a multiple may be of what no figure tells."""

CAUSING, JUST_BEFORE = frozenset("had has have having saw sees got gets".split()), 3
"""So many words before a figure may say that somebody had it changed."""

SCORED = Pattern(
    r"\b(?:scored|struck|won|lost|voted|played|met|tried|visited|called|read|failed|warned|asked|times) $", re.I
)


def only_two(article: Article) -> Iterator[Relation]:
    """Yield each multiple with the only two figures about that are of one kind, if it is theirs or off by far."""
    if article.verb_last:
        return
    for sentence in article.sentences:
        if sentence.kinds & MULTIPLES and sentence.block != "cell":
            for stated in sentence.of_kind("multiple|fraction"):
                if found := _of_two(article, sentence, stated):
                    yield found


def has_it_changed(article: Article, stated: Mention) -> bool:
    """Tell whether somebody had a figure halved, of which nobody says what it came to: Elm had its 170 million halved."""
    place = article.place(stated) - 1
    words = (article.word(at) for at in range(max(0, place - JUST_BEFORE), place))
    return place in article.at and not CAUSING.isdisjoint(words)


def _of_two(article: Article, sentence: Sentence, stated: Mention) -> Relation | None:
    if (
        has_it_changed(article, stated)
        or not is_plain(stated.changed(hedge=""))
        or stated.size <= 0
        or SCORED.search(article.around(stated, LOOK)[0])
    ):
        return None
    place = article.place(stated) + 1
    if (
        stated.kind == "fraction"
        and article.word(place) == "of"
        and article.word(place + 1) not in ("that", "this", "what")
    ):
        return None  # About half of the sum will be passed on.
    pair = _attached(article, sentence, stated)
    if pair is None and not _multiplies(article, stated):
        return None
    if pair := pair or _set_directly(article, sentence, stated) or _named_both(article, sentence, stated):
        relation = as_multiple(article, stated, *pair)
        return relation if relation and (relation.meets() or not are_given(article, sentence, stated)) else None
    for near in _nearby(article, sentence):
        words = " ".join(map(article.words, near))
        pairs = two_of_a_kind(article, stated, near)
        if not pairs:
            continue
        if not all(_contrasted(article, stated, near, *pair) for pair in pairs):
            return None
        others = (one for part in near for one in part.of_kind("multiple|fraction") if one.first != stated.first)
        if any(others) or len(pairs) > 1 or OTHERS.search(words) or of_a_whole_before(article, stated, pairs[0][1]):
            return None
        if stated.text.lower().endswith(("ed", "fold", "ble", "ple")) and not PAST.search(words):
            return None
        relation = as_multiple(article, stated, *pairs[0])
        return relation if relation and (relation.meets() or not are_given(article, sentence, stated)) else None
    return None


def _contrasted(article: Article, stated: Mention, near: Sequence[Sentence], one: Mention, other: Mention) -> bool:
    """Tell whether two figures are set one against the other, in a sentence, and nothing makes the multiple another's."""
    first, last = sorted((one, other), key=lambda figure: figure.first)
    if first.sentence != last.sentence:
        return False
    text, verb = article.document.text, stated.text.lower().endswith(("ed", "fold"))
    if first.sentence == stated.sentence:
        if verb and stated.kind != "fraction":
            explained = stated.first < first.first and EXPLAINED.match(text, stated.span.end) is not None
            return explained and first.kind != "percent" and _set(text, first, last)
        if first.first < stated.first < last.first:
            larger_first = (first.size > last.size) == (stated.size >= 1)
            return larger_first and JOINS.search(text, stated.span.end, last.span.start) is None
        if last.first < stated.first:
            alone = UNSAID_OR_THAT.match(text, stated.span.end) and not TURNS.search(
                text, last.span.end, stated.span.start
            )
            return bool(alone and _set(text, first, last))
        return COLON.search(text, stated.span.end, first.span.start) is not None and _set(text, first, last)
    if any(
        one.kind in VALUES - {"duration"}
        for one in article.sentences[stated.sentence].mentions
        if one.first < stated.first
    ):
        return False
    if first.first < stated.first and VERBED.search(stated.text) and not stated.text[0].isupper():
        return False
    return _set(text, first, last)


def _set(text: str, first: Mention, last: Mention) -> bool:
    return CONTRAST.search(text[first.span.end : last.span.start]) is not None


UNSAID_OR_THAT = Pattern(r"(?: (?:of )?(?:as \w+|that(?: \w+)?|the (?:price|cost)))?(?=[.,;:—–\"”]|$)")
COLON = Pattern(r"[:–—(]|, (?:with|at|for) (?:[\w'’-]+ ){0,3}[£$€]?$")
COMPARES_THAT = Pattern(
    r" (?:of )?(?:(?:that|this|the (?:old|other|former|previous)) \w+|[A-Z]\w+'s? \w+|the (?:toll|price|cost|figure|rate|number|size|sum)\b(?! of))"
)
JOINS = Pattern(r"\b(?:and|but|while|whereas|can)\b")
EXPLAINED = Pattern(r"[^,;.\d]{0,40}: ")
VERBED = Pattern(r"(?:ed|fold)$", re.I)
TURNS = Pattern(r"\b(?:and|but|while|whereas|its|their|his|her|also|can)\b")
"""Between two figures and a multiple behind them these turn to another thing."""


def _multiplies(article: Article, stated: Mention) -> bool:
    """Tell whether a figure says how many times one is another; "he scored twice" tells how often."""
    before, behind = article.around(stated, LOOK)
    text = stated.text.lower()
    if (
        article.sentences[stated.sentence].block in HEADINGS
        and text.endswith(("e", "es"))
        and stated.kind == "multiple"
    ):
        return text not in ("twice", "thrice")
    if stated.kind == "fraction":
        return COMPARES.match(behind) is not None
    if text.endswith(("ed", "fold")):
        return not re.search(r"\b(?:if|would|could|may|by|that of|those of) (?:\w+ )?$", before)
    return COMPARES.match(behind) is not None or (UNSAID.match(behind) is not None and text not in ("twice", "doubles"))


ATTACHED = Pattern(
    r",? (?:or |which is |that is |and so |and thus |is |was |were |are )?(?:nearly |about |almost |roughly |just |exactly |fully |some )?$"
)
"""Right before a multiple these make the figure before it the one that is so many times another."""

DIRECT = Pattern(
    r" (?:against|versus|compared (?:with|to)|as against|to) (?:just |only |about |a national |a mere )?[£$€]?$"
)
"""Alone between two figures these set one against the other."""


def _attached(article: Article, sentence: Sentence, stated: Mention) -> tuple[Mention, Mention] | None:
    """Return the figure right before a multiple with the only one of its kind before that, in its sentence or the one before."""
    text = article.document.text
    own = [one for one in sentence.mentions if one.first < stated.first]
    if not own or not ATTACHED.fullmatch(text, own[-1].span.end, stated.span.start) or own[-1].kind not in VALUES:
        return None
    if stated.kind == "fraction" and UNSAID.match(text, stated.span.end):
        return None  # It regained 6 cents, or a tenth.
    if not UNSAID_OR_THAT.match(text, stated.span.end) and not COMPARES_THAT.match(text, stated.span.end):
        return None
    before, last = adjacent(article, sentence, -1), own[-1]
    for told in (own[:-1], before.mentions if before else ()):
        likes = [like for one in told if _is_value(article, one) and (like := _like(one, last))]
        alike = [one for one in likes if family(one) == family(last) and one.noun == last.noun] or likes
        if alike:
            return next(iter(_two([alike[0], last])), None) if len(alike) == 1 else None
    return None


PART = Pattern(r"(?:,| \(| –| —)(?: or)?(?: (?:about|some|nearly|almost|just))* ?\d[\d.]* ?(?:%|per ?cent)\b")
"""Behind a figure this makes it a part of another: 3,374 hectares, or 70 per cent."""


def _is_value(article: Article, one: Mention) -> bool:
    """Tell whether a figure may be one of two that a multiple is of; of a few things, in words, it is not."""
    worded = one.kind == "count" and one.text.isalpha() and bool(one.noun)
    part = PART.match(article.around(one, LOOK)[1]) is not None
    return one.kind in VALUES and one.size > 0 and not worded and not part and not is_circumstance(article, one)


def _like(one: Mention, last: Mention) -> Mention | None:
    """Return a figure in the unit of another that it may be compared with: grams in kilograms, anything beside a bare number."""
    if family(one) == family(last):
        return one if one.kind != "count" or one.noun == last.noun or not (one.noun and last.noun) else None
    if last.kind == "count" and not last.noun:
        return one if one.kind != "duration" else None
    if one.kind == last.kind and one.kind in ("measure", "duration") and one.number:
        times = convert(Interval.exactly(1), one.unit, last.unit)
        return one.changed(unit=last.unit, number=one.number.times(times[0].middle)) if times else None
    return None


def _set_directly(article: Article, sentence: Sentence, stated: Mention) -> tuple[Mention, Mention] | None:
    """Return the two figures behind a multiple that one word sets against each other: 12 against four."""
    later = [one for one in sentence.mentions if one.first > stated.first]
    text = article.document.text
    for one, other in pairwise(later):
        if DIRECT.fullmatch(text, one.span.end, other.span.start) and one.kind in VALUES:
            parted = TURNS.search(text, stated.span.end, one.span.start)
            return None if parted else next(iter(_two([one, other])), None)
    return None


def _nearby(article: Article, sentence: Sentence) -> Iterator[list[Sentence]]:
    """Yield the sentences that may hold the two: its own, with the one before, with the one behind, and that of a headline's story."""
    heads = sentence.block in ("title", "headline", "heading")
    if heads:
        if sentence.number + 1 < len(article.sentences):
            yield [sentence, article.sentences[sentence.number + 1]]
        return
    yield [sentence]
    for step in (-1, 1):
        if near := adjacent(article, sentence, step):
            yield [sentence, near] if step > 0 else [near, sentence]


def two_of_a_kind(article: Article, stated: Mention, near: Sequence[Sentence]) -> list[tuple[Mention, Mention]]:
    """Return every two figures of one kind, the smaller first, where no third is of it."""
    told = [one for part in near for one in part.mentions if one.first != stated.first and one.kind in VALUES]
    told = [one for one in told if one.number is not None and one.size > 0 and one.text.lower() not in ("one", "1")]
    told = [one for one in told if not is_circumstance(article, one)]
    bare = [one for one in told if one.kind == "count" and not one.noun]
    units = {family(one) for one in told if one.kind != "count" and family(one)}
    pairs = []
    for unit in units:
        group = [one for one in told if family(one) == unit]
        if len(group) == 1 and len(bare) == 1 and bare[0].first > group[0].first:
            group = [*group, bare[0]]
        pairs += _two(group)
    counts = [one for one in told if one.kind == "count"]
    nouns = {one.noun for one in counts} - {""}
    by_noun = [[one for one in counts if one.noun == noun] for noun in nouns]
    groups = [group for group in by_noun if len(group) > 1] or [bare]
    for group in groups if not pairs else ():
        extra = [*group, *bare] if len(group) == 1 else group
        pairs += _two(extra)
    if not pairs:
        single = [group[0] for group in by_noun if len(group) == 1]
        pairs += [pair for one in single[:1] if len(single) == 1 and len(bare) == 1 for pair in _two([one, bare[0]])]
    return pairs


def _two(group: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    if len(group) != PAIR or not all(map(is_plain, group)):
        return []
    one, other = in_unit(group[0], group[1]), in_unit(group[1], group[0])
    small, large = sorted((one, other), key=lambda figure: figure.size)
    return [(small, large)] if 0 < small.size < large.size and alike(small, large) else []


NAMED = Pattern(r" (?:as many|more) ([\w-]+) (?:as|than) ([\w-]+)")


def _named_both(article: Article, sentence: Sentence, stated: Mention) -> tuple[Mention, Mention] | None:
    """Return the two figures that a multiple is said to be of by what they count: as many girls as boys."""
    found = NAMED.match(article.around(stated, LOOK)[1])
    counts = (
        [one for near in _nearby(article, sentence) for one in near[-1].of_kind("count") if one.noun] if found else []
    )
    named = [[one for one in counts if word.startswith(one.noun)] for word in found.groups()] if found else []
    return next(iter(_two([told[0] for told in named if told])), None)


def as_multiple(article: Article, stated: Mention, small: Mention, large: Mention) -> Relation | None:
    """Return a multiple beside two figures, the smaller first; None where it is off by too little, or by too much."""
    both = ends(small, large)
    ratio = (both.after / both.before if stated.size >= 1 else both.before / both.after).as_unit("x")
    said = stated.quantity
    low = said.interval.low * (1 if stated.hedge == "more" else 1 - LESS)
    wide = said.changed(unit="x", value=Interval(low, said.interval.high * (1 + (LESS if stated.hedge else MORE))))
    if wide.interval.meets(ratio.interval):
        return Relation(wide, ratio)
    more = article.around(stated, LOOK)[1].lstrip().startswith(("more", "higher", "larger", "greater"))
    exact = ratio.interval.middle
    sizes = [Fraction(stated.size), *([Fraction(stated.size) + 1] if more else [])]
    for size in sizes:
        less, most = sorted((size, exact))
        if not less * (1 + (0 if stated.hedge == "more" else OFF)) < most < less * FAR:
            return None
    return Relation(wide, ratio)


def are_given(article: Article, sentence: Sentence, stated: Mention) -> bool:
    """Tell whether any two figures about give a multiple: then it is theirs."""
    at = sentence.number
    near = [one for part in article.sentences[max(0, at - REACH) : at + 1 + REACH] for one in part.mentions]
    figures = [one for one in near if _is_value(article, one) and one.first != stated.first][:MOST]
    aim = float(stated.size if stated.size >= 1 else 1 / stated.size)
    for one, other in combinations(figures, 2):
        ratio = max(one.size, other.size) / min(one.size, other.size)
        if _like(one, other) and abs(ratio - aim) <= aim * float(LESS):
            return True
    return False
