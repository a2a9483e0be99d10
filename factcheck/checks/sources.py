"""An article against what it was written from: a press release, the original of a translation, a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.article import Article
from factcheck.check import check
from factcheck.model import Relation, Severity
from factcheck.quantity import OneOf, Quantity
from factcheck.shown import restyled

if TYPE_CHECKING:
    from factcheck.companions.facts import Fact
    from factcheck.companions.spellings import Spelling
    from factcheck.companions.verdicts import Verdict

SAYS = {
    "magnitude": "{stated} is a power of ten away from the source, which has {implied}.",
    "swapped": "{stated} has two digits of the source's {implied} the other way round.",
    "digit": "{stated} is a digit away from the source, which has {implied}.",
    "altered": "{stated} in the article is {implied} in the source.",
    "date": "{stated} in the article is {implied} in the source.",
    "unit": "{stated} has the number of the source's {implied}, but not its unit.",
    "points": "{stated} is what parts {implied} in the source: percentage points, not percent.",
    "misplaced": "{stated} is in the source, but for something else; what fits here is {implied}.",
    "direction": "{stated} goes {detail} in the source.",
    "bound": "{stated} is {detail} in the source.",
    "name": "{stated} is {implied} in the source.",
    "missing": "{stated} is not in the source.",
}

RESTYLED = frozenset({"magnitude", "swapped", "digit"})
"""Slips whose remedy is a number in the words of the article."""


@check("source-mismatch", says=SAYS["altered"])
def source_mismatch(article: Article) -> Iterator[Relation]:
    """Every figure, date, weekday, time and name of an article must be that of the documents it was written from.

    Figures are matched by value, within the article's rounding, and by what they count; figures worked out from the
    source's hold too, and times in another zone.  Korean names may be spelt in any usual way.  A figure that has no like
    in the source is a note, one said by somebody else is left alone, and so is all that the source does not speak of.

    Wrong: Veltra followed [1,248] patients in 14 countries.  <=  Veltra randomised 1,284 patients in 14 countries.
    Wrong: Hanbit will invest [38 billion won] in Changwon.  <=  한빛은 창원에 3800억원을 투자한다.
    Wrong: The margin of Calder slid [2.9 percent] to 12.3%.  <=  The margin of Calder slid 2.9 points to 12.3%.
    Wrong: The plan of [Kim Min-sik] costs $42 million.  <=  김민석 대표의 계획에는 4200만달러가 든다.
    Wrong: (2024-05-13) Talks at Ardnish begin at [3 a.m.] on Tuesday.  <=  Talks at Ardnish begin at 3 p.m. on Tuesday.
    Right: Sales rose to $1.5 billion.  <=  Sales were $1,460 million.
    Right: (2024-05-13) The talks in New York begin at 2 a.m. EDT.  <=  뉴욕 회담은 오후 3시에 시작된다.
    Right: Attendance rose by 15,772 to 148,312.  <=  Attendance was 148,312 in 2023 and 132,540 in 2022.
    Skip:  The bridge was closed.  <=  The bridge is 40 metres long.
    """
    if not article.companions:
        return
    from factcheck.companions.verdicts import compared, names, verdicts

    comparisons = compared(article)
    for verdict in verdicts(comparisons):
        yield _relation(verdict)
    for spelling in names(comparisons):
        yield _name(spelling)


def _name(spelling: Spelling) -> Relation:
    right = OneOf(frozenset({spelling.fix}))
    stated = right if spelling.alike else OneOf(frozenset({spelling.text}))
    return Relation(
        Quantity(stated, working=spelling.text, spans=(spelling.stated,)),
        Quantity(right, working=spelling.name, spans=(spelling.right,)),
        SAYS["name"],
        Severity.WARNING,
        fix=spelling.fix,
        variant="name",
        working=f"source: {spelling.name}; article: {spelling.text}",
    )


def _relation(verdict: Verdict) -> Relation:
    fact, others, file = verdict.fact, verdict.others, verdict.file
    if verdict.derived:
        stated = fact.quantity()
        spans = tuple(other.span._replace(file=file) for other in others)
        working = f"{verdict.derived.working}; the text says {fact.mention.text}"
        implied = stated.changed(working=verdict.derived.working, spans=spans)
        return Relation(stated, implied, working=working)
    if not others:
        return Relation(
            fact.named("stated"),
            fact.named("not in the source"),
            SAYS["missing"],
            verdict.severity,
            variant="missing",
            working="no like figure in the source",
        )
    right = others[0]
    name = verdict.name
    if name == "repeated":
        implied = right.quantity(file)
        return Relation(fact.quantity(), implied.changed(value=fact.values[0]), working=f"source: {right.mention.text}")
    variant = "date" if name == "altered" and fact.sort == "day" else name
    says = SAYS[variant].replace("{detail}", verdict.detail)
    spans = tuple(other.span._replace(file=file) for other in others)
    implied = right.named(right.mention.text).changed(spans=spans)
    here, _, there = verdict.detail.partition(" in the article, ")
    working = f"source: {there} {right.mention.text}; article: {here} {fact.mention.text}".replace("  ", " ")
    return Relation(
        fact.named("stated"),
        implied,
        says,
        verdict.severity,
        instead=_instead(verdict, right) or "",
        variant=variant,
        working=working,
    )


def _instead(verdict: Verdict, right: Fact) -> str | None:
    """Return what the article should have: the source's number in the article's words, or the source's own.

    None where nobody can write it: words of another language, a verb that would have to change.
    """
    from factcheck.companions.compare import nearest_shown

    fact, number = verdict.fact, verdict.fact.mention.number
    if verdict.name in ("bound", "direction"):
        return None
    own = right.mention.text if right.article.language == fact.article.language else None
    if number is None or right.mention.number is None or verdict.name not in RESTYLED:
        return own
    return restyled(fact.mention.text, number.middle, nearest_shown(fact, right) / fact.factor) or own
