"""Ways to read figures as parts of a whole; where any way fits, the parts add up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from itertools import accumulate

from factcheck.article import Article, Sentence
from factcheck.languages import stemmer
from factcheck.link.series.figures import HALF, counted, family, sum_slips, value
from factcheck.link.series.runs import linked
from factcheck.model import Mention, Relation
from factcheck.numerals import SCALES
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity, total
from factcheck.records import NamedTuple

OPEN_LIST = "the list may be open"
ACTS = "<w> the|their|his|her|its"
VERB = "BE|HAVE|AUXILIARY|DO|PRONOUN"
SEGMENT_END = "<,;.·)q:—> | and|or|but"
COMPLEMENTS = (
    ("men man male males boys", "women woman female females girls"),
    ("passengers passenger", "crew crewmen"),
    ("for favor favour yes", "against opposed no"),
    ("adults", "children minors"),
    ("domestic", "foreign international"),
    ("renters tenants", "owners homeowners"),
    ("approve approved", "disapprove disapproved"),
    ("boys", "girls"),
    ("before", "after afterwards since"),
    ("day daylight daytime", "night dark"),
    ("town towns city cities urban", "country countryside rural villages"),
    ("over older", "under younger"),
    ("survived lived survivors", "died dead"),
    ("찬성", "반대"),
    ("남성 남자 남학생", "여성 여자 여학생"),
    ("승객", "승무원"),
    ("어른 성인", "어린이 아동 청소년 미성년자"),
    ("내국인 국내", "외국인 해외 국외"),
    ("국비", "지방비"),
)
LEFT_OVER = {"other", "others", "rest", "elsewhere"}
DENIED = frozenset(
    "did not|do not|does not|were not|was not|are not|had not|have not|could not|never did|had none|have none".split(
        "|"
    )
)
"""What is said of those of whom a thing is not so: 21 were in favour and 13 were not."""

OTHER_PARTS = "the parts may be of something else"
FAR = 2
"""Parts that come to so many times less than a whole, or more, are hardly its own."""

OF_WHICH = Pattern(r"\bof (?:which|whom)\b", re.I)
THERE = "there BE|HAVE been? | it HAVE"
UNSAID = "BE|HAVE|DO|AUXILIARY|PREPOSITION"
RESULTS = frozenset({"so", "making", "leaving", "thus", "hence"})
NAMED = 2
"""So many words before a figure may say what it is of."""

SCALE, THOUSAND = Pattern(r"\b(?:million|billion|trillion)\b", re.I), 1000
NEAR_MISS, NO_THIRD = Fraction(1, 10), Fraction(1, 4)
"""So far parts may miss a whole and still be of it: any parts, and two that leave no third."""


class Reading(NamedTuple):
    """A whole and what may be its parts; `doubt` is why they need not be all of them."""

    whole: Mention
    parts: list[Mention]
    doubt: str | None = OPEN_LIST

    def relation(self) -> Relation:
        """Return that the whole must agree with the sum of the parts."""
        parts = in_one_scale(self).parts
        own = _of_a_size(self.whole, parts) and (sum_slips(parts, self.whole) or not nested(parts))
        doubt = self.doubt or (None if own and self.sensible() else OTHER_PARTS)
        return Relation(counted(self.whole), added(parts), doubt=doubt)

    def sensible(self) -> bool:
        """Tell whether every part is something, and no more finely measured than a count of things can be."""
        whole = self.whole.number
        if any(value(one).denominator > 1 for one in (self.whole, *self.parts)) and any(map(_is_few, self.parts)):
            return False  # A mean of 58.9 and 91.7, and two places.
        if self.whole.kind == "count" and sum(value(one).denominator > 1 for one in (self.whole, *self.parts)) == 1:
            return False  # Of 180 trains 168, and one at 5.18.
        whole_number = self.whole.kind != "count" or whole is None or whole.half == 0 or whole.half >= HALF
        return whole_number and all(value(part) > 0 for part in self.parts)


def _is_few(one: Mention) -> bool:
    """Tell whether a number without a unit is told in words: seldom is it added to one with decimals."""
    return one.kind == "count" and one.text.isalpha() and not one.unit


def nested(parts: list[Mention]) -> bool:
    """Tell whether one of some parts is the sum of all behind it, a whole of its own: of 24 members 22 came, 15 for, five against and two neither."""
    return any(value(part) == sum(map(value, parts[at:])) for at, part in enumerate(parts[:-2], 1))


def _of_a_size(whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether parts come near enough to a whole to be its own, or would but for a slip of so many noughts."""
    ratio = value(whole) / (sum(map(value, parts), Fraction(0)) or 1)
    slipped = any(abs(ratio / Fraction(10) ** power - 1) <= NEAR_MISS for power in (-3, -2, -1, 1, 2, 3))
    return 1 / FAR < ratio < FAR or slipped


def _worth(figure: Mention) -> Interval:
    return counted(figure).interval


def added(parts: list[Mention]) -> Quantity:
    """Return the sum of the parts."""
    return total([counted(part) for part in parts])


def fits(whole: Mention, parts: list[Mention], worth: Callable[[Mention], Interval] = _worth) -> bool:
    """Tell whether the parts may come to the whole, rounding allowed; `worth` is what a figure counts as."""
    interval = Interval.exactly(0)
    for part in parts:
        interval = interval.plus(worth(part))
    return worth(whole).meets(interval)


def stretches(whole: Mention, parts: list[Mention]) -> list[Reading]:
    """Return the readings of a whole with the first so many parts, two or more, longest first: all, and any that fit."""
    worth, sums = _worth(whole), accumulate(map(_worth, parts), Interval.plus)
    fitting = {size for size, together in enumerate(sums, 1) if worth.meets(together)}
    return [Reading(whole, parts[:size]) for size in sorted(fitting | {len(parts)}, reverse=True) if size > 1]


def in_one_scale(reading: Reading) -> Reading:
    """Return a reading with the parts that leave their scale unsaid in that of the others: 74 million, 69 million and the remaining 43."""
    scales = [SCALE.search(part.text) for part in (reading.whole, *reading.parts)]
    said = {found[0] for found in scales if found}
    if len(said) != 1 or not scales[0]:
        return reading
    times = SCALES[said.pop().lower()]
    parts = [
        part.changed(number=part.number.times(times)) if part.number and _is_bare(part) else part
        for part in reading.parts
    ]
    return reading._replace(parts=parts)


def _is_bare(part: Mention) -> bool:
    return part.kind == "count" and not part.noun and part.text.replace(".", "").isdigit() and part.size < THOUSAND


def settled(readings: list[Reading]) -> Reading | None:
    """Return the first reading that fits; where none does, the first that nothing speaks against, or the first."""
    readings = [in_one_scale(reading) for reading in readings if reading.sensible()]
    if not readings:
        return None
    worth = cache(_worth)
    fit = next((reading for reading in readings if fits(reading.whole, reading.parts, worth)), None)
    return fit or next((reading for reading in readings if reading.doubt is None), readings[0])


def windows(figures: list[Mention], longest: int = 8) -> Iterator[list[Mention]]:
    """Yield every stretch of neighbouring figures, two or more, the longest first."""
    for size in range(min(longest, len(figures)), 1, -1):
        for first in range(len(figures) - size + 1):
            yield figures[first : first + size]


def explained(whole: Mention, figures: list[Mention]) -> bool:
    """Tell whether some other stretch of the figures about it comes to the whole."""
    others = [figure for figure in figures if figure is not whole and family(figure) == family(whole)]
    worth = cache(_worth)
    return any(fits(whole, parts, worth) for parts in windows(others))


SPEAKS_AGAINST = Pattern(
    r"\b(?:includ\w+|among|averag\w+|each|apiece|per(?! ?cent)|also|overlap\w*|both|net|multiple|another(?! \d)|some of"
    r"|in addition|besides|such as|at least|up to|at one point|compared|subsets?|respectively|excluding|not counting|unbeaten|(?:stand|partnership) of|of which|of whom|with (?:others|more|some))\b",
    re.I,
)


def parts_may_overlap(article: Article, sentence: Sentence, opened: bool = False) -> bool:
    """Tell whether a sentence says that its parts are not all, or not apart: "including", "each", "also".

    Where they are `opened` by "of which", that says no more than what they are parts of.
    """
    words = article.words(sentence)
    return SPEAKS_AGAINST.search(OF_WHICH.sub("", words) if opened else words) is not None


def is_elided(article: Article, sentence: Sentence, part: Mention) -> bool:
    """Tell whether a figure opens its sentence and leaves unsaid what it counts: "Forty are women"; "There were 37 before"."""
    opens = article.place(part) == sentence.start or phrase(THERE).fullmatch(
        article.skeleton, sentence.start, article.place(part)
    )
    return bool(opens) and not part.noun and phrase(UNSAID).match(article.skeleton, article.place(part) + 1) is not None


def in_places(article: Article, sentence: Sentence, parts: list[Mention]) -> bool:
    """Tell whether each part is in a place of its own, by name, so that none can be of another: "21 in Leeds, 19 in Hull"."""
    ends = (segment(article, sentence, part) for part in parts)
    return all(phrase("in <N>").search(article.skeleton, start, stop) is not None for start, stop in ends)


def segment(article: Article, sentence: Sentence, part: Mention) -> tuple[int, int]:
    """Return where what is said of a part begins and ends: "women" of "45 were men and 65 women."."""
    start = article.place(part) + 1
    stop = phrase(SEGMENT_END).search(article.skeleton, start, sentence.end)
    return start, stop.start() if stop else sentence.end


def gapped(article: Article, sentence: Sentence, parts: list[Mention]) -> bool:
    """Tell whether each part but the first does without a verb of its own: "45 were men and 65 women", not "and 65 pay the fee"."""
    if article.verb_last:
        return True  # One verb stands at the end for all.
    acts = any(phrase(ACTS).match(article.skeleton, article.place(part) + 1) for part in parts[1:])
    return not acts and not any(
        phrase(VERB).search(article.skeleton, *segment(article, sentence, part)) for part in parts[1:]
    )


def parallel(article: Article, sentence: Sentence, parts: list[Mention]) -> bool:
    """Tell whether one preposition follows every part: "$25 million in purchasing and $10 million in logistics"."""
    words = set()
    for part in parts:
        found = phrase("PREPOSITION").search(article.skeleton, *segment(article, sentence, part))
        words.add(found[0] if found else "")
    return len(words) == 1 and "" not in words


def listed_alike(article: Article, *figures: Mention) -> bool:
    """Tell whether figures stand in a list as equals: in brackets all, each with its share in brackets behind, or of two sorts."""
    places = list(map(article.place, figures))
    enclosed = all(article.skeleton[at - 1] == "(" and article.skeleton[at + 1 : at + 2] == ")" for at in places)
    shares = (article.at.get(at + 2) for at in places if article.skeleton[at + 1 : at + 2] == "(")
    return (
        enclosed
        or complementary(article, list(figures))
        or [share.kind for share in shares if share] == ["percent"] * len(figures)
    )


def complementary(article: Article, parts: list[Mention]) -> bool:
    """Tell whether two parts leave no third: men and women, passengers and crew, one arm and the other."""
    one, two = (set(_tail(article, part)) for part in (parts[0], parts[-1]))
    two -= LEFT_OVER if "of" in two else set()  # "Eight of the others"
    denied = not article.verb_last and " ".join(_tail(article, parts[-1])) in DENIED
    if denied and len(parts) == 2 and "not" not in one:
        return True
    return bool(two & LEFT_OVER and not one & LEFT_OVER) or (len(parts) == 2 and paired(one, two))


def paired(one: set[str], other: set[str]) -> bool:
    """Tell whether words name two sorts that leave no third, one each."""
    return any((one & a and other & b) or (one & b and other & a) for a, b in _complements())


@cache
def _complements() -> tuple[tuple[set[str], set[str]], ...]:
    return tuple((set(a.split()), set(b.split())) for a, b in COMPLEMENTS)


def _tail(article: Article, part: Mention) -> list[str]:
    """Return the words that say what a part is of, which stand behind it, or before it where its verb stands last."""
    if article.verb_last:
        first = article.place(part) - NAMED
        return [stemmer(article.language)(article.word(at)) for at in range(first, first + NAMED)]
    text = article.document.text[part.span.end : part.span.end + 30]
    return re.findall(r"[a-z]+", re.split(r"[,;.:)\n]|\band\b|\d", text)[0].lower())[:4]


def beyond_doubt(
    article: Article, sentence: Sentence, reading: Reading, closed: bool = False, off: Fraction = NEAR_MISS
) -> bool:
    """Tell whether parts that miss their whole, `closed` ones by no more than a share `off` of it, can only be wrong.

    So it is for two complements and for one slip in one figure; behind a colon or in brackets (`closed`) for a near
    miss too, and for parallel parts that are too many or three at least.
    """
    whole, parts = reading.whole, reading.parts
    if any(part.hedge or part.upper for part in [whole, *parts]) or parts_may_overlap(article, sentence):
        return False
    if any(value(part) >= value(whole) or value(part) <= 0 for part in parts) or not gapped(article, sentence, parts):
        return False
    if len({article.word(article.place(part) - 1) == "for" for part in parts}) > 1:
        return False
    if follows(article, parts) or nested(parts) or any(has_parts(article, parts, at) for at in range(len(parts))):
        return False
    if complementary(article, parts) or sum_slips(parts, whole):
        return True
    return closed and (near_miss(whole, parts, off) or (parallel(article, sentence, parts) and _too_many(whole, parts)))


def follows(article: Article, parts: list[Mention]) -> bool:
    """Tell whether one of some figures is said to follow from the others: ", so 117 different people"."""
    return any(article.word(article.place(part) - 1) in RESULTS for part in parts[1:])


def has_parts(article: Article, parts: list[Mention], at: int) -> bool:
    """Tell whether one of some parts is a whole of its own: "96 of those came from"."""
    place = article.place(parts[at]) + 1
    own = phrase("of those|these|them|which|whom") if at else phrase(", of which|whom")
    return (
        own.match(article.skeleton, place) is not None
        or phrase(", of which|whom").match(article.skeleton, place) is not None
    )


def may_be_whole(article: Article, read: Reading) -> bool:
    """Tell whether no part of a reading has parts of its own, and no number before it says that the whole is one of them.

    "The four navies sent 1,150, 620, 380 and 250".
    """
    several = len(read.parts) + 1
    before = [one for one in article.sentences[read.whole.sentence].of_kind("count") if one.first < read.whole.first]
    counted = bool(before) and before[-1].size == several and before[-1].text.isalpha() and before[-1].noun != ""
    one_of_them = (counted or _close_a_hundred(article, read)) and not fits(read.whole, read.parts)
    return not one_of_them and not any(has_parts(article, read.parts, n) for n in range(len(read.parts)))


def _close_a_hundred(article: Article, read: Reading) -> bool:
    """Tell whether shares are parts of one whole, with one told before or none: electric 22%; petrol's was 42%, hybrids 26%, the others 7% and 3%."""
    if read.whole.kind != "percent":
        return False
    own, number = sum(map(value, [read.whole, *read.parts])), read.whole.sentence
    near = article.sentences[max(0, number - 1) : number + 1]
    before = [value(one) for part in near for one in part.of_kind("percent") if one.first < read.whole.first]
    return any(own + one == 1 for one in (Fraction(0), *before))


def near_miss(whole: Mention, parts: list[Mention], share: Fraction = NEAR_MISS) -> bool:
    """Tell whether parts miss their whole by no more than such a share of it, a tenth where none is given."""
    return abs(sum(map(value, parts)) - value(whole)) <= value(whole) * share


def _too_many(whole: Mention, parts: list[Mention]) -> bool:
    return len(parts) > 2 or sum(map(value, parts)) > value(whole)


def neighbours(article: Article, one: Mention, two: Mention) -> bool:
    """Tell whether two figures are joined as equals."""
    return linked(article.skeleton[article.place(one) + 1 : article.place(two)])


def of_larger(read: Reading, told: list[Mention]) -> Reading:
    """Return the reading of a figure before as the whole, where one that its parts miss is such a part itself: 412, with 231 for A, 127 and 54."""
    own = [read.whole, *read.parts]
    unsaid = not read.whole.unit
    before = [one for one in told if one.first < read.whole.first and (unsaid or one.unit == read.whole.unit)]
    wholes = (one for one in before if fits(one, own) and not any(fits(one, [part]) for part in own))
    larger = None if fits(read.whole, read.parts) else next(wholes, None)
    return Reading(larger, own) if larger else read
