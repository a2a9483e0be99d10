"""How many years two people are apart, told with both their ages: 34, nine years younger than her husband, 45."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.context.passages import widening
from factcheck.link.context.roles import grammar
from factcheck.link.series.figures import exactly, is_plain, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

APART = Pattern(
    r" (?:(?:his|her|their|the president's|[A-Z][\w-]+['’]s) )?(?:younger|older|junior|senior)\b(?! than (?:when|the (?:average|usual|last|previous)|I\b|we\b))"
)
"""Behind years these make them what parts two ages."""

OTHERWISE = Pattern(
    r"\b(?:when|average|median|record|oldest|youngest|previous|died|born|aged? (?:over|under)|looks?|looked|feels?|felt|seems?)\b"
)
"""With these an age may be that of another time, or of another still."""

BESIDE = Pattern(r"(?:-year-old)?(?: years old)?,? (?:(?:who )?(?:is|was) |and )?")
THAN_NAMED = Pattern(r" \w+ than (?:he|she|him|her|[A-Z])")
YOUNGEST, OLDEST, PAIR = 5, 110, 2


def age_gaps(article: Article) -> Iterator[Relation]:
    """Hold the years that two people are said to be apart to the only two ages near by; birthdays leave one year open."""
    for sentence in article.holding("younger", "older", "junior", "senior") if not article.verb_last else ():
        for gap in sentence.of_kind("duration"):
            behind = article.around(gap, 0, len(" the president's younger than the previous"))[1]
            if gap.unit == "year" and is_plain(gap) and APART.match(behind) and (ages := _ages_near(article, sentence)):
                yield from [_relation(gap, *ages)] if _are_theirs(article, gap, *ages) else []


def _ages_near(article: Article, sentence: Sentence) -> tuple[Mention, Mention] | None:
    """Return the only two ages of a sentence, or of it and one beside it that has but one."""
    for near in widening(article, sentence):
        ages = [one for part in near for one in part.mentions if _is_age(article, one)]
        if len(ages) == PAIR and not any(OTHERWISE.search(article.words(part)) for part in near):
            return ages[0], ages[1]
    return None


def _are_theirs(article: Article, gap: Mention, one: Mention, other: Mention) -> bool:
    """Tell whether two ages are of those whom the years part: one on either side of "than", or the second's right before the years."""
    text = article.document.text
    behind = [age for age in (one, other) if age.first > gap.first and age.sentence == gap.sentence]
    if behind:
        return len(behind) == 1 and "than " in text[gap.span.end : behind[0].span.start]
    ahead = text[other.span.end : gap.span.start]
    apart = one.sentence != other.sentence == gap.sentence
    than = " than " in text[gap.span.end : gap.span.end + len(" younger than ")]
    named = than and THAN_NAMED.match(text, gap.span.end) is not None
    return BESIDE.fullmatch(ahead) is not None and apart and (named or not than)


def _is_age(article: Article, one: Mention) -> bool:
    if one.kind == "age":
        return is_plain(one)
    place = article.place(one)
    bare = one.kind == "count" and not one.noun and is_plain(one) and YOUNGEST <= one.size <= OLDEST
    been = article.skeleton[place - 1] in grammar().be
    led = article.word(place - 1) == "at" and article.word(place + 1) in ("he", "she")
    apposed = article.skeleton[place - 1] == "," and article.skeleton[place + 1] in ",.;"
    closed = article.skeleton[place + 1] in ",.;)q\n"
    return bare and (led or (closed and (been or apposed)))


def _relation(gap: Mention, one: Mention, other: Mention) -> Relation:
    low, high = sorted((one, other), key=value)
    years = value(high) - value(low)
    about = Interval(years - 1, years + 1)
    made = Quantity(about, "year", f"{high.text} - {low.text}", (one.span, other.span), printed=years)
    return Relation(exactly(gap), made)
