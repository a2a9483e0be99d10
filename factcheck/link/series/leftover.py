"""A whole, what has gone of it, and what is left, told one behind another: six schools ... Four are north ... the other three.

A count that names nothing takes up what the last one counted: "Nineteen finished" tells of the 27 horses before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise

from factcheck.article import Article, Sentence
from factcheck.link.series.circumstances import without_circumstances
from factcheck.link.series.figures import ADDABLE, family, open_ended, significant, value
from factcheck.link.series.readings import (
    NO_THIRD,
    OPEN_LIST,
    Reading,
    complementary,
    fits,
    near_miss,
    parts_may_overlap,
)
from factcheck.link.series.totals import DEFINITE, is_pronoun, is_remainder, known_letters
from factcheck.model import Mention
from factcheck.patterns import Pattern

BACK, FAR, MOST, LONGEST = 4, 8, 6, 12
"""So many sentences back a whole is known as what is told of, and so far back it may stand that is met exactly;
so many parts it may have at the most, and so many figures are looked at for them."""
TELLING = 100
"""A whole of so many that is met exactly is no chance, whatever stands between."""
DIGITS = 3
"""So many significant digits a whole must show to be known from anywhere in the text."""
BEHIND, SHARE, FINE = 4, 4, 0.02
NOUNS = frozenset({"survivor", "survivors", "other", "others", "holdout", "holdouts"})
"""Behind "the 137" these tell that they are all that is left of those told of before."""
VERBS = frozenset(
    "not n't stayed stay remained remain remaining left survived escaped failed fell missed dropped missing unsold empty "
    "absent refused declined abstained lost never".split()
)
"""Behind "the 298 who" these tell what they did, or did not, that the rest did."""
CLAUSE = frozenset({"who", "that", "which", "whose"})
LEAST = 12
"""Fewer are met by chance."""
A_LITTLE = Fraction(1, 20)
"""Those left who are told from others by a clause may with the rest fall short of the whole, by more than so little."""

COMPARED = Pattern(
    r"\b(?:compared (?:with|to)|against|versus|up from|down from|(?:more|less|fewer|higher|lower) than|instead of)(?: the| about| some)? (?:[£$€])?$",
    re.I,
)
COMPARING = 28
"""So many characters before a figure may set it beside another, of which it is no part."""

PART_OF = Pattern(r"\b(?:account\w* for|made up|makes? up|making up|represent\w*|contribut\w+|comprised) (?:[£$€])?$")
"""Right before a figure these make it a part itself: imports accounted for 2.02m."""

SOME_OF = Pattern(
    r"[\"“]?(?:of|among) (?:the|these|those|them|its|his|her|their)\b[^,\d]*, (?:only |some |just )?", re.I
)
OF = Pattern(r" of (?:the |its |their |all |some |about )?(?:[£$€])?")
LEFT = Pattern("remain|other|rest|leav|left|balance|나머지|그외", re.I)
"""What a sentence has that says what is left."""

Told = dict[tuple[str, Fraction], Mention]


def left_over(article: Article) -> Iterator[Reading]:
    """Yield every figure of what is left of a whole, with the whole and with what else was told of it."""
    told: Told = {}
    for sentence in article.body:
        said = bool(sentence.kinds & ADDABLE) and LEFT.search(article.words(sentence)) is not None
        for left in sentence.of_kind("number") if sentence.kinds & ADDABLE else ():
            if _is_known_rest(article, left) or (said and not left.upper and is_remainder(article, sentence, left)):
                told = told or {(family(one), value(one)): one for one in article.mentions if family(one)}
                if reading := _of_whole(article, sentence, left, told):
                    yield reading


def met(article: Article) -> Iterator[Reading]:
    """Yield every figure that the two or three behind it come to exactly, where they leave unsaid what they count."""
    figures: defaultdict[str, list[Mention]] = defaultdict(list)
    for sentence in article.body if article.has_articles else ():
        for one in sentence.of_kind("number") if sentence.kinds & ADDABLE else ():
            if one.upper is None and not is_pronoun(one):
                figures[family(one)].append(one)
    for like in figures.values():
        sizes = [one.size for one in like]
        for at in range(len(like) - 2):
            for last in (at + 2, at + 3):
                apart = 0 < like[min(last, len(like) - 1)].sentence - like[at].sentence <= BACK
                if apart and last < len(like) and sizes[at] == sum(sizes[at + 1 : last + 1]) >= LEAST:
                    parts = like[at + 1 : last + 1]
                    if all(_takes_up(part, like[at]) for part in parts) and like[at].kind == "count":
                        yield Reading(like[at], parts)
            yield from _two_sorts(article, *like[at : at + 3])


def _two_sorts(article: Article, whole: Mention, one: Mention, other: Mention) -> Iterator[Reading]:
    """Yield a whole with its two sorts, told apart, that leave no third: twelve jurors ... Seven were men ... The four women."""
    if whole.kind != "count" or not 0 < other.sentence - whole.sentence <= BACK or one.sentence == other.sentence:
        return
    known = article.word(article.place(other) - 1) in DEFINITE or not other.noun
    if (
        known
        and not _bracketed(article, whole)
        and not one.noun
        and _worth(whole, [one, other])
        and complementary(article, [one, other])
    ):
        plain = not any(figure.hedge for figure in (whole, one, other))
        overlap = any(parts_may_overlap(article, article.sentences[part.sentence]) for part in (one, other))
        firm = plain and not overlap and near_miss(whole, [one, other], NO_THIRD)
        yield Reading(whole, [one, other], None if firm else OPEN_LIST)


def _is_known_rest(article: Article, left: Mention) -> bool:
    """Tell whether words say that a figure is known and is what is left: "the 298 who were not", "the last 300 were"."""
    place = article.place(left)
    if (
        left.kind != "count"
        or left.upper
        or article.skeleton[place - 1] not in known_letters()
        or not article.has_articles
    ):
        return False
    before = article.word(place - 1)
    if before == "last":
        return not left.noun and article.word(place - 2) == "the" and article.word(place - 3) != "of"
    if before not in DEFINITE or not article.after(left, 1):
        return False
    behind = [article.word(at) for at in range(place + 1, min(place + 1 + BEHIND, len(article.skeleton)))]
    if behind[0] in NOUNS:
        return True
    verb = behind[1:] if behind[0] in CLAUSE else behind[:1]
    return not VERBS.isdisjoint(verb)


def _of_whole(article: Article, sentence: Sentence, left: Mention, told: Told) -> Reading | None:
    """Return what is left with the figures before it, as parts of one of them."""
    near = article.sentences[max(0, sentence.number - FAR) : sentence.number + 1]
    before = [one for other in near for one in other.mentions if one.first < left.first and _alike(one, left)][
        -LONGEST:
    ]
    before = _whole_first(article, without_circumstances(article, before))
    for size in range(1, min(MOST, len(before) - 1) + 1):
        parts = [*before[-size:], left]
        whole = next((one for one in reversed(before[:-size]) if _worth(one, parts) and fits(one, parts)), None)
        if whole is not None and (value(whole) >= TELLING or _chain(article, before, left)):
            return Reading(whole, parts)
    far = told.get((family(left), value(left) + value(before[-1]))) if before else None
    if far is not None and significant(far) >= DIGITS:
        return Reading(far, [before[-1], left])
    return _missed(article, before, left)


def _whole_first(article: Article, figures: list[Mention]) -> list[Mention]:
    """Return figures with what a part is said to be of before it: of "1,400 of 2,000 homes" first the 2,000."""
    told, text = list(figures), article.document.text
    for at, (part, whole) in enumerate(pairwise(figures)):
        if value(part) < value(whole) and OF.fullmatch(text, part.span.end, whole.span.start):
            told[at], told[at + 1] = whole, part
    return told


def _alike(one: Mention, left: Mention) -> bool:
    same = family(one) == family(left) or (_is_scaled(left) and one.kind == "measure")
    return same and one.upper is None and not is_pronoun(one)


def _is_scaled(figure: Mention) -> bool:
    """Tell whether a bare number may leave out the unit of one before it: 61 million litres, 24 million."""
    return figure.kind == "count" and not figure.noun and figure.text.endswith("illion")


def _worth(whole: Mention, parts: list[Mention]) -> bool:
    return all(0 < value(part) < value(whole) for part in parts)


def _chain(article: Article, before: list[Mention], left: Mention) -> tuple[Mention, list[Mention]] | None:
    """Return the whole of which a chain of figures may be all the parts, and that chain; the one they come nearest to."""
    near = [one for one in before if left.sentence - one.sentence <= BACK and not _is_compared(article, one)]
    found = []
    for at in range(sum(one.sentence < left.sentence for one in near[:-1])):
        whole, parts = near[at], [one for one in near[at + 1 :] if _takes_up(one, near[at])]
        if (
            parts
            and not (_bracketed(article, whole) or _is_some(article, whole))
            and _takes_up(left, whole)
            and _worth(whole, [*near[at + 1 :], left])
        ):
            found.append((abs(sum(map(value, [*parts, left])) / value(whole) - 1), at, parts))
    if not found:
        return None
    _, at, parts = min(found, key=lambda one: one[0])
    return near[at], parts


def _is_compared(article: Article, figure: Mention) -> bool:
    """Tell whether a figure is only what another is compared with: "96 million, compared with 120 million five years ago"."""
    return COMPARED.search(article.around(figure, COMPARING)[0]) is not None


def _is_some(article: Article, figure: Mention) -> bool:
    """Tell whether the opening of its sentence makes a figure some of what was told before: "Of the dead, 31 were in ..."."""
    sentence = article.sentences[figure.sentence]
    start = article.here(sentence).start
    return SOME_OF.fullmatch(article.document.text, start, figure.span.start) is not None


def _bracketed(article: Article, figure: Mention) -> bool:
    """Tell whether a figure stands in brackets as that of one of several: Ray (5,756) and Orr (4,430)."""
    place = article.place(figure)
    return article.skeleton[place - 1] == "(" and article.skeleton[place + 1 : place + 2] == ")"


def _takes_up(part: Mention, whole: Mention) -> bool:
    """Tell whether a figure leaves unsaid what it counts, or counts what the whole does."""
    if part.kind != "count" or not part.noun:
        return True
    return part.noun == whole.noun or part.noun in NOUNS or part.noun.endswith("ed")


def _is_defined(article: Article, left: Mention) -> bool:
    """Tell whether a clause or a noun says which are left, so that there may be others: "the ten that hang here"."""
    place = article.place(left)
    return (bool(article.after(left, 1)) and article.word(place + 1) in CLAUSE) or article.word(place - 1) in DEFINITE


def _of_another(article: Article, left: Mention, whole: Mention) -> bool:
    """Tell whether what is left is told with the share that it is of some other whole: leaving 27 million, or 8.0%."""
    place = article.place(left) + 1
    share = next((one for at in range(place, place + SHARE) if (one := article.at.get(at))), None)
    return share is not None and share.kind == "percent" and abs(share.size - left.size / whole.size) > FINE


def _led(article: Article, part: Mention) -> bool:
    """Tell whether a bare number leaves unsaid the unit of one before it, which is a part too: 620 million hours, 540 million."""
    ahead = (one for one in article.sentences[part.sentence].mentions if one.first < part.first)
    return part.kind == "count" and not part.noun and any(one.kind in ("duration", "measure") for one in ahead)


def _missed(article: Article, before: list[Mention], left: Mention) -> Reading | None:
    """Return the whole that is told of last, with all its parts, where they miss it and no choice of them comes to any."""
    block = article.block_at(left.span.start)
    own = [one for one in before if one.span.start >= block.start]
    before = own if len(before) > MOST else before
    found = _chain(article, before, left)
    if found is None or len(before) > MOST:
        return None
    whole, parts = found
    ways = (list(some) for size in range(1, len(before)) for some in combinations(before, size))
    if any(fits(one, [*some, left]) for some in ways for one in before[: before.index(some[0])]):
        return None
    if len({family(one) for one in (whole, *parts, left) if not _is_scaled(one)}) > 1:
        return None
    again = any(
        (one.first > left.first and "count" in (one.kind, left.kind)) or (one.first > left.first and _alike(one, left))
        for one in article.sentences[left.sentence].of_kind("count|money|measure")
    )
    sentences = {one.sentence for one in (*parts, left)} - {whole.sentence}
    open_list = any(parts_may_overlap(article, article.sentences[number]) for number in sentences)
    sure = near_miss(whole, [*parts, left], NO_THIRD if article.has_articles else A_LITTLE)
    sure = sure and (article.has_articles or value(whole) >= TELLING)
    parted = value(whole) - sum(map(value, [*parts, left]))
    some = _is_defined(article, left) and parted > max(Fraction(1), value(whole) * A_LITTLE)
    too_many = sum(map(value, [*parts, left])) > value(whole)
    open_list = open_list or (too_many and any(part.noun == whole.noun != "" for part in parts))  # Three types of one.
    open_list = open_list or any(map(open_ended, (whole, *parts, left)))
    firm = sure and not open_list and not some and not again and not _of_another(article, left, whole)
    firm = firm and not _led(article, parts[0]) and not PART_OF.search(article.around(whole, COMPARING, 0)[0])
    return Reading(whole, [*parts, left], None if firm else OPEN_LIST)
