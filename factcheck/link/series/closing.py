"""Sums that words close across sentences: "These four bought $1.31bn", "That leaves £1.05m to borrow"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from factcheck.article import Article, Sentence
from factcheck.link.series.circumstances import is_age
from factcheck.link.series.figures import ADDABLE, family, value
from factcheck.link.series.partof import is_partitive
from factcheck.link.series.readings import OPEN_LIST, Reading, near_miss, neighbours, parts_may_overlap
from factcheck.link.series.totals import DEFINITE, is_pronoun, known_letters
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.regexes import compiled

NUMBERS = {
    word: number
    for number, words in enumerate(("two 두", "three 세", "four 네", "five 다섯", "six 여섯", "seven 일곱"), 2)
    for word in words.split()
}
TELLING, FEW = 100, 20
"""A whole smaller than this may be met by chance; one that is said to be of all that was told, than the other."""

BACK = 4
"""So many sentences back the parts may begin."""

MOST = 6
DEFINING = frozenset({"that", "which", "who", "whose"})
"""Behind "the 37 crews" these say of which it is, so that it need not be those just told."""
SINGULAR = frozenset({"is", "was", "has"})
FURTHER = frozenset({"further", "another", "additional", "extra"})
COMPARED = frozenset({"like", "unlike", "than", "versus"})
"""Between two figures these set one against the other: Boy 34, like girl 2."""

SIXTH = Fraction(1, 6)
"""A sum that is missed by more may be of something else."""


@cache
def _these() -> re.Pattern[str]:
    many = "|".join(NUMBERS)
    return compiled(
        rf"^(?:(?:(?:taken |added |put )?together|added up|combined|between them|in all),? )?(?:(?:these|those|이들|이) (?P<many>{many})\b"
        rf"|(?<=[a-z] )the (?P<after>{many})\b|the (?P<known>{many})\b[^.;]{{0,24}}?\b(?:together|combined|between them|jointly)\b)",
        re.I,
    )


THEY = Pattern(
    r"^\W?all(?: the)? (?=\d|\w+ (?:were|are|have|had)\b)|^\W?(?:in all|altogether|in total),? (?=[\w,]+ [a-z]+ )|^\W?(?:(?:taken |added |put )?together|added up|combined|between them|in all),? (?:they|the (?:two|pair|three|trio)|it|that)\b",
    re.I,
)

OTHER_TIME = Pattern(
    r"\b(?:last|previous|earlier|since|each|average\w*|would|could|more than|than)\b|지난해|작년|전년|평균", re.I
)


def closed(article: Article) -> Iterator[Reading]:
    """Yield the sums of so many figures as "these four" are, and those that what is left closes."""
    for sentence in article.body:
        if sentence.kinds & ADDABLE:
            yield from _of_these(article, sentence)
            yield from _of_both(article, sentence)


def _of_these(article: Article, sentence: Sentence) -> Iterator[Reading]:
    """Yield the one sum of a sentence on "these four" with the four figures of its kind that were told just before."""
    words = article.words(sentence)
    opened = _these().match(words)
    if opened is None and not THEY.match(words):
        return
    many = NUMBERS[(opened["many"] or opened["after"] or opened["known"]).lower()] if opened else 0
    sums = [one for one in sentence.of_kind("money|measure|count") if value(one) >= (TELLING if many else FEW)]
    if len(sums) != 1 or any(one.hedge or one.upper for one in sums):
        return
    parts = _just_before(article, sentence, sums[0], many or 1)
    if (len(parts) == many if many else 1 < len(parts) <= MOST and _of_one_noun(sums[0], parts)) and all(
        value(part) < value(sums[0]) for part in parts
    ):
        firm = near_miss(sums[0], parts) and not OTHER_TIME.search(words)
        yield Reading(sums[0], parts, None if firm and not any(one.hedge or one.upper for one in parts) else OPEN_LIST)


def _of_one_noun(whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether a sum that counts something counts what its parts do, none of them something else: six books, in 26 languages."""
    named = {part.noun for part in parts} - {""}
    return not whole.noun or named == {whole.noun}


def _of_both(article: Article, sentence: Sentence) -> Iterator[Reading]:
    """Yield the sum by which a sentence takes up two figures joined just before it: "those 41 patients"."""
    for whole in sentence.of_kind("money|measure|count"):
        if (
            article.skeleton[article.place(whole) - 1] not in known_letters()
            or not article.has_articles
            or article.word(article.place(whole) - 1) not in DEFINITE
            or whole.hedge
            or whole.upper
            or article.word(article.place(whole) + 2) in DEFINING
        ):
            continue
        before = _just_before(article, sentence, whole, 2)
        own = [one for one in sentence.mentions if one.first < whole.first and _alike(one, whole)]
        if (
            own
            or len(before) < 2
            or not _joined(article, *before[-2:])
            or any(is_age(article, one) for one in before[-2:])
        ):
            continue
        parts = before[-2:]
        while article.word(article.place(parts[0]) - 1) in FURTHER and len(parts) < len(before):
            parts = before[-len(parts) - 1 :]
        named = {one.noun for one in (*parts, whole)} - {""}
        alike = len(named) < 2 and not (parts[1].noun and not parts[0].noun) and not _is_one(article, whole)
        if alike and all(value(part) < value(whole) for part in parts) and value(whole) >= FEW:
            sure = near_miss(whole, parts, SIXTH) and not any(one.hedge or one.upper for one in parts)
            again = any(_is_told(one, whole) for one in article.mentions if one.first < whole.first)
            led = article.document.text[article.here(sentence).start : whole.span.start]
            within = is_partitive(article, *sorted(parts[-2:], key=value))
            unsure = again or within or OTHER_TIME.search(led) or parts_may_overlap(article, sentence)
            yield Reading(whole, parts, None if sure and not unsure else OPEN_LIST)


def _is_told(one: Mention, whole: Mention) -> bool:
    """Tell whether a figure is that which "the" takes up, so that it is no sum of others: 26 shops in all. The 26 shops."""
    return one.size == whole.size and one.noun in ("", whole.noun)


def _is_one(article: Article, figure: Mention) -> bool:
    """Tell whether a figure is the name of one thing: "the 787 is"."""
    return bool(article.after(figure, 1)) and article.word(article.place(figure) + 1) in SINGULAR


def _joined(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether a figure is said to come on top of another: "a further $12,500", "22 in one and 19 in the other"."""
    if article.word(article.place(other) - 1) in FURTHER or article.word(article.place(other) + 1) == "more":
        return True
    between = {article.word(at) for at in range(article.place(one) + 1, article.place(other))}
    return one.sentence == other.sentence and neighbours(article, one, other) and COMPARED.isdisjoint(between)


def _just_before(article: Article, sentence: Sentence, like: Mention, many: int) -> list[Mention]:
    """Return the figures of whole sentences before one that can be added to a figure, so many or a few more."""
    found: list[Mention] = []
    for number in range(sentence.number - 1, max(-1, sentence.number - 1 - BACK), -1):
        before = article.sentences[number]
        if len(found) >= many or before.block != sentence.block:
            break
        found = [one for one in before.mentions if _alike(one, like)] + found
    return found


def _alike(one: Mention, other: Mention) -> bool:
    return family(one) == family(other) != "" and one.upper is None and not is_pronoun(one)
