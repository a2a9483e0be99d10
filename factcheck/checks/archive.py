"""An article against what past articles said of the same people, bodies, places and figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from factcheck.article import Article
from factcheck.check import check
from factcheck.dates import Days, shown
from factcheck.link.context.names import bare
from factcheck.link.people.lives import age_on, recently
from factcheck.model import Relation, Severity, verbatim
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity
from factcheck.slips import mistyped

if TYPE_CHECKING:
    from factcheck.archive.claims import Claim, Past, Recalled

SAYS = {
    "birth": "The age of {name} is {stated} here, which does not fit {past} as reported {day}.",
    "founded": "{name} was founded in {stated} here, but in {past} as reported {day}.",
    "size": "The {measure} of {name} is {stated} here, but was {past} as reported {day}.",
    "figure": "The {measure} of {name} in {period} is {stated} here, but was {past} as reported {day}.",
    "ordinal": "The {name} is the {stated} here, but was the {past} in {period} as reported {day}.",
    "spelling": "{stated} is spelt {past} in {articles} past articles.",
    "standing": "{name} has a {measure} of {stated} here; as reported {day}, it was {past}.",
}
VARIANTS = {"size": "figure", "standing": "change"}
"""Finer names of the rule, where they are not the kind of claim."""

NAMESAKES = "they may be two of one name"
OTHER_BODY = "they may be two bodies of one name"
IRREGULAR = "the event may not be held every year"
SOFT = "one of the figures is hedged"
HOUSE = {"our": "or", "re": "er", "or": "er", "is": "iz"}
HOUSES = Pattern(r"our\b|re\b|(?<=[Aa]dvis)or\b|is(?=ation|e\b|ing\b)")
"""Labour and Labor, Centre and Center, Advisor and Adviser, Organisation and Organization."""

NEARLY = 200
"""An age that is off by no more days may have been rounded to the coming birthday."""

LIKELY = 10
"""Off by more years, an age that no slip of one digit explains is that of a namesake: a father, a son."""

YEAR = 365


@check("archive-mismatch", says=SAYS["figure"], severity="warning")
def archive_mismatch(article: Article) -> Iterator[Relation]:
    """What past articles reported of a person, a body, a place or a year that is over must still be so.

    Births and ages, years of foundation, sizes, figures of past years, editions of yearly events and spellings of names
    are held to the archive; what changes with time (a number of staff) is a note with the day of the older article.
    Where older articles differ, the new one may follow any.

    Wrong: (2025-05-02) Ann Kim, [39], met Omar Haddad.  <<  (2023-05-01) Ann Kim, 47, and Omar Haddad won.  =>  47 on May 1, 2023
    Wrong: (2025-05-02) Acme, founded in [1948], is growing.  <<  (2023-05-01) Acme was founded in 1984 in Leeds.
    Wrong: (2025-05-02) Acme's net profit in 2021 was [$2.6 billion].  <<  (2023-05-01) Acme's net profit in 2021 was $2.1 billion.
    Wrong: (2025-05-02) Mount Orva is [4,510 metres] tall.  <<  (2023-05-01) Mount Orva is 4,150 metres high.
    Wrong: (2025-05-02) The [14th] Lakeside Film Festival in 2024 was short.  <<  (2024-05-01) The 15th Lakeside Film Festival opened.
    Wrong: (2025-05-02) Acme employs [250] people.  <<  (2023-05-01) Acme employs 212 people.
    Right: (2025-05-02) Ann Kim, 49, met Omar Haddad.  <<  (2023-05-01) Ann Kim, 47, and Omar Haddad won.
    Right: (2025-05-02) Acme Corp., founded in 1984, is growing.  <<  (2023-05-01) Acme was founded in 1984 in Leeds.
    Right: (2025-05-02) Acme's net profit in 2021 was $2.1 billion.  <<  (2023-05-01) Acme's net profit in 2021 was $2.14 billion.
    Right: (2025-05-02) The 17th Lakeside Film Festival opened.  <<  (2023-05-01) The 15th Lakeside Film Festival opened.
    Skip: (2025-05-02) Acme Corp. was founded in 1948.  <<  (2023-05-01) Acme Ltd. was founded in 1984.
    Skip: (2025-05-02) Acme's profit in 2022 was $2.6 billion.  <<  (2023-05-01) Acme's profit in 2021 was $2.1 billion.
    """
    for one in article.recalled:
        agreeing = [past for past in one.then if _agrees(one.now, past)]
        if agreeing and one.now.kind != "standing":
            yield _held(one.now, agreeing[0])
        elif one.then and not (agreeing and agreeing[0] is one.then[0]):
            yield _apart(one, article.published)


def _agrees(now: Claim, past: Past) -> bool:
    """Tell whether an older article says the same: one spelling, or values that meet."""
    if now.kind == "spelling":
        return now.text == past.claim.text
    return now.value.meets(past.claim.value)


def _held(now: Claim, past: Past) -> Relation:
    stated, implied = _sides(now, past, alike=True)
    return Relation(stated, implied, variant=_variant(now), working=f"as reported {_day(past)} ({past.place})")


def _apart(one: Recalled, published: date | None) -> Relation:
    """Hold a claim to the newest article that has another."""
    now, past = one.now, one.then[0]
    stated, implied = _sides(now, past, alike=False)
    said = {
        "name": now.name, "measure": now.measure, "period": past.claim.period or now.period, "day": _day(past),
        "past": past.claim.text, "articles": str(past.articles),
    }  # fmt: skip
    says = SAYS[now.kind].format(**{name: verbatim(words) for name, words in said.items()}, stated="{stated}")
    working = f"{past.claim.text} {_day(past)} ({past.place}); {now.text} here"
    fix = _fix(now, past, published)
    return Relation(stated, implied, says, _severity(one), _doubt(one), fix, _variant(now), working)


def _sides(now: Claim, past: Past, alike: bool) -> tuple[Quantity, Quantity]:
    """Return both figures as values that agree or do not: whether they do was told by what they stand for."""
    other = now.text if alike else f"{past.claim.text} "
    return (
        Quantity.named(now.text, now.text, now.span),
        Quantity.named(other, past.claim.text, past.claim.span),
    )


def _variant(now: Claim) -> str:
    return VARIANTS.get(now.kind, now.kind)


def _day(past: Past) -> str:
    return f"on {shown(past.published)}" if past.published else "in an undated article"


def _severity(one: Recalled) -> Severity | None:
    """Return a note for what changes with time, or for what two writers may well put in two ways."""
    now, past = one.now, one.then[0].claim
    if now.kind == "standing" or (now.kind == "spelling" and _plainly(now.text) == _plainly(past.text)):
        return Severity.NOTE
    if now.kind == "birth":
        return Severity.NOTE if now.value.gap(past.value) <= NEARLY else None
    slipped = mistyped(digits(now.text), digits(past.text))
    return Severity.NOTE if now.kind in ("founded", "size") and not slipped else None


def _plainly(name: str) -> str:
    """Return a name without what houses differ over: hyphens and accents, British and American endings."""
    return bare(HOUSES.sub(lambda found: HOUSE[found[0]], name))


def _doubt(one: Recalled) -> str | None:
    """Return why an older claim may be of something else, None where it is surely of the same."""
    now, past = one.now, one.then[0]
    if now.kind == "birth":
        far = now.value.gap(past.claim.value) > LIKELY * YEAR and not mistyped(
            digits(now.text), digits(past.claim.text)
        )
        return NAMESAKES if far or not past.company else None
    if now.kind == "spelling":
        return None if past.company or bare(now.text) == bare(past.claim.text) else NAMESAKES
    if now.kind == "ordinal":
        return None if _yearly(one) else IRREGULAR
    if now.kind != "standing" and (now.hedged or past.claim.hedged):
        return SOFT
    return None if len(_forms(one)) < 2 else OTHER_BODY


def _yearly(one: Recalled) -> bool:
    """Tell whether the archive knows the same edition, or editions of several years that follow on one another."""
    first = one.then[0].claim
    if first.period == one.now.period:
        return True
    alike = all(past.claim.value.meets(first.value) for past in one.then)
    return alike and len({past.claim.period for past in one.then}) > 1


def _forms(one: Recalled) -> set[str]:
    """Return the legal forms that the name is written with, here and in the archive."""
    from factcheck.archive.claims import form

    return {form(said.name) for said in (one.now, *(past.claim for past in one.then))} - {""}


def _fix(now: Claim, past: Past, published: date | None) -> str:
    """Return what would fit: the older figure, or the age that it has come to."""
    if now.kind != "birth" or now.measure != "age" or published is None:
        return past.claim.text
    born = Days(*(date.fromordinal(int(end)) for end in past.claim.value))
    years = age_on(born, recently(published))
    return f"{years.low}" if years.low == years.high else f"{years.low} to {years.high}"
