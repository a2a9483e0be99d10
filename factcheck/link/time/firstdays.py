"""The first and the last day of what a text gives by both its ends: ran from 3 to 21 April; when it began, on 10 April."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice, pairwise

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import NAMES, SOME_YEAR, nearest
from factcheck.link.context.subjects import stem
from factcheck.link.time.daynames import day_of
from factcheck.link.time.spells import stretches
from factcheck.model import Mention, Relation, verbatim
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple

TWO = 2
VERBS = frozenset(
    {
        " began",
        " begin",
        " begun",
        " start",
        " open",
        " kick",
        " ended",
        " ends",
        " clos",
        " finish",
        " conclud",
        " first",
        " last",
    }
)
LEAD = r"(?:^\W*|(?<!\bof )\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]er|[Hh]is|[Ww]hen|[Aa]s|[Oo]nce) )(?P<noun>[\w-]+)"
"""What begins, with nothing before it that makes it another: early voting, the film festival."""
FIRST = Pattern(
    LEAD
    + r" (?:will |is to |are to )?(?:beg[aiu]ns?|starts?|started|opens?|opened|kicks? off|kicked off|gets? under way|got under way)(?: here| again)?,?(?: on)? $"
    r"|\b(?:first|opening) (?:day|night|morning|evening) of (?:the |its |her |his )?(?P<of>[\w-]+)(?:,| is| was| falls| fell)*(?: on)? $"
)
LAST = Pattern(
    LEAD
    + r" (?:will |is to |are to )?(?:ends?|ended|closes?|closed|finish(?:es|ed)?|concludes?|concluded)(?: here)?,?(?: on)? $"
    r"|\b(?:last|final|closing) (?:day|night|morning|evening) of (?:the |its |her |his )?(?P<of>[\w-]+)(?:,| is| was| falls| fell)*(?: on)? $"
)
POLLED = frozenset(
    map(
        stem,
        "interviewing interviews interviewed fieldwork telephoned polled surveyed survey poll questioned canvassed".split(),
    )
)
"""One course by many names: who is polled is interviewed."""

VAGUE = frozenset(
    "it that which who they he she this day week month quarter half year years period season term play work door doors window and but".split()
)
ANOTHER = Pattern(
    r"\b(?:second|third|another|other|next|previous|last year|each|every|again|postponed|delayed|extended|early|moved)\b"
)
GOING = Pattern(
    r"(?:runs?|ran|lasts?|lasted|is|was|are|were|will|takes?|took|goes|went|stretch\w*|held|due|set|from|between|continue\w*|that|which|at|in)$"
)
"""Behind a course these lead to its ends: the fair, which is on from; the fair in Ely runs from."""
KNOWN = frozenset("the a an its their his her this these those such any each no".split())
WITHIN = frozenset("for near before after of at in to with by on during around about from under".split())
"""Before a course these make it no subject: tickets for the fair are on sale from."""
DAILY = frozenset(
    "trading trade market markets shares stocks school schools shop shops store stores polls session court hearing match game games talks meeting bids work".split()
)
"""These begin and end again every day or so: only what is told of their first or last day is of one."""
PLACED = Pattern(r"^ (?:to|for) [a-z]|^[^.;:,]{0,20}\b(?:in|at|for|between|against|with|of) (?:the )?[A-Z]")
"""Behind a day this makes it that of one place, side or public."""
FRONTED = Pattern(r"\W*(?:For|In|At|Among|With|To|From) [^,;]+$")
"""Before a course these make it one of several: in Orla the harvest began; for members the sale starts."""
NEAR = 14
"""Two first days so many days apart are of two courses."""
AROUND, MOST = 200, 20
"""So many characters before a day tell what begins then; a text that tells of more courses is a list of them."""


class Edge(NamedTuple):
    """The first or the last day of a course as a sentence tells it, and the two ends that another gives it."""

    told: Mention
    start: Mention
    end: Mention
    first: bool


def edges(article: Article) -> Iterator[Edge]:
    """Yield each first or last day that is told of a course whose two ends another sentence gives by their dates."""
    if article.language != "en" or not article.may_say(VERBS):
        return
    dated = [one for one in article.body if one.kinds & BIT["D"]]
    told = ((one, span) for one in dated for span in stretches(article, one) if _is_dated(span.start, span.end))
    spans = list(islice(told, MOST))
    for sentence in dated if spans else ():
        for mention in sentence.of_kind("date"):
            for shape in (FIRST, LAST):
                before, _ = article.around(mention, AROUND)
                said = shape.search(before)
                noun = (said["noun"] or said["of"]).lower() if said else ""
                if noun and noun not in VAGUE and not ANOTHER.search(article.words(sentence)):
                    of = [span for other, span in spans if other is not sentence and _is_of(article, other, noun)]
                    if len(of) == 1:
                        yield Edge(mention, of[0].start, of[0].end, shape is FIRST)


def told_twice(article: Article) -> Iterator[Relation]:
    """Hold the first day of something, or its last, to the one that the text tells in another sentence."""
    if article.language != "en" or not article.may_say(VERBS):
        return
    found: dict[tuple[str, bool], list[tuple[Mention, bool]]] = {}
    for sentence in article.body:
        if sentence.kinds & (BIT["D"] | BIT["W"]) and not ANOTHER.search(article.words(sentence)):
            for mention in sentence.of_kind("date|weekday"):
                before, behind = article.around(mention, AROUND)
                for shape in (FIRST, LAST):
                    said = shape.search(before)
                    fronted = said is not None and said["noun"] and FRONTED.match(before[: said.start()])
                    if said and mention.when and not fronted and not PLACED.match(behind):
                        noun = (said["noun"] or said["of"]).lower()
                        found.setdefault((stem(noun), shape is FIRST), []).append((mention, bool(said["of"])))
    vague, daily = ({stem(word) for word in words} for words in (VAGUE, DAILY))
    for (noun, first), told in found.items():
        days = [one for one, _ in told]
        known = noun not in vague and (noun not in daily or any(of for _, of in told))
        if known and len(days) == TWO and days[0].sentence != days[1].sentence:
            yield from _held(article, days[0], days[1], first)


def _held(article: Article, one: Mention, other: Mention, first: bool) -> Iterator[Relation]:
    """Hold two days to each other where both are named by their weekday, or both by their date."""
    names, base = [day_of(article, each) for each in (one, other)], article.published or date(SOME_YEAR, 1, 1)
    dated = [found for each in (one, other) if each.when and each.when.day and (found := nearest(each.when, base))]
    apart = len(dated) == TWO and abs((dated[0] - dated[1]).days) > NEAR
    if all(names) and (names[0] in NAMES) == (names[1] in NAMES) and not apart:
        stated = Quantity.named(names[1], other.text, other.span)
        implied = Quantity.named(names[0], one.text, one.span)
        says = f"It {'begins' if first else 'ends'} on {verbatim(other.text)} here, but on {{working}} elsewhere."
        yield Relation(stated, implied, says, fix=f"{one.text}, or {other.text}, in both places")


def _is_dated(*ends: Mention) -> bool:
    return all(one.when is not None and one.when.day is not None and one.when.month is not None for one in ends)


def _is_of(article: Article, sentence: Sentence, noun: str) -> bool:
    """Tell whether a sentence gives the ends of a course: its noun leads to them, or another word of who is polled."""
    words = article.words(sentence)
    if ANOTHER.search(words):
        return False
    told = [word.strip(";:()").lower() for word in words.split()]
    for at, (one, then) in enumerate(pairwise(told)):
        before = next((word for word in reversed(told[max(0, at - 2) : at]) if word not in KNOWN), "")
        if stem(one.rstrip(",")) == stem(noun) and GOING.match(then) and before not in WITHIN:
            return True
    return stem(noun) in POLLED and any(stem(word.rstrip(",.")) in POLLED for word in told)
