"""How far one side of a vote led, told beside its tally: by a single vote, a gap of 493, "That's carried by three"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.document import Span
from factcheck.link.series.figures import counted, value
from factcheck.link.series.tallies import Tally, bodies
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

BACK, FURTHEST = 40, 160
ALIKE = 8
"""A lead that is so many times what two results make it is of another vote."""

THREE = 3
HEAD = 3
"""So many of an article's first sentences may be its headline."""

ROOT = 5
"""So many letters the forms of a word share: survives, survived."""

LONGER = compiled(r"[^\W\d_]{5,}")
UNSURE = "another vote may be meant"


class Lead(NamedTuple):
    """A lead in votes as said, the tally that makes it, and why another might."""

    stated: Quantity
    tally: Tally
    doubt: str | None = None

    @property
    def implied(self) -> Quantity:
        """How far the tally's larger side is ahead."""
        return abs(self.tally.yes - self.tally.no)


@cache
def _led() -> re.Pattern[str]:
    """Compile what stands before a lead: a majority of, carried by, survived by."""
    noun = r"(?:majority|margin|gap|lead|difference|whisker)(?: of| was| is| to)?"
    verb = (
        r"(?:wins?|won|carr(?:y|ies|ied)|pass(?:es|ed)?|los(?:es?|t)|surviv(?:es?|ed)|approved|defeated|rejected|beat(?:en)?|scraped"
        r"|scrapes|held|holds|through|home|failed|fails|fell|falls|prevailed|it|motion|amendment|bill)"
    )
    return compiled(
        rf"\b(?:{noun}|{verb}(?: \w+)? by|(?:defeat|win|victory)(?: for (?:the )?\w+)? by)(?: just| only| a mere| a bare)? $",
        re.I,
    )


BEHIND = Pattern(r"(?: votes?)? (?:behind|ahead|adrift)(?: with| on| of|[.,;]|$)", re.I)

BY = Pattern(r"\bby (?:just |only |a mere |a bare )?$", re.I)

STOPS = Pattern(r"(?P<votes>[- ]votes?\b)|[.,;:)”\"’\n]| ?[—–]|$| (?:on|in|and|when|after)\b")
"""What follows a lead: "votes", or the end of its clause."""

OLD = Pattern(
    r"\b(?:although|though|despite|even with|cut|from|previous\w*|last|overturn\w*|defend\w*|reduc\w+|slash\w+|need\w*|short|would|could|if|than|increas\w+|earlier|ago|originally|first time|taken (?:out|off)|thrown out|set aside)\b",
    re.I,
)

SINGLE = Pattern(r"\bby (?P<one>(?:a single|just one|one|a solitary) vote)\b", re.I)


def leads(article: Article, told: list[Tally]) -> Iterator[Lead]:
    """Yield every lead in votes with the one tally that its sentence, or one beside it, tells."""
    by_sentence: dict[int, list[Tally]] = {}
    for tally in told:
        by_sentence.setdefault(tally.sentence.number, []).append(tally)
    near = {number for at in by_sentence for number in (at - 1, at, at + 1)}
    heads = {one.number for one in article.sentences[:HEAD] if one.block in HEADINGS} if len(told) == 1 else set()
    for number in sorted(near | heads):
        if 0 <= number < len(article.sentences):
            sentence = article.sentences[number]
            meant, doubt = _tally_of(article, sentence, by_sentence, told if number in heads else [])
            said = _said(article, sentence, meant) if meant else None
            if meant and said:
                alike = _of_one_size(said, abs(meant.yes - meant.no)) and (
                    number not in heads or _about(article, sentence, meant)
                )
                yield Lead(said, meant, doubt if alike else UNSURE)


def _about(article: Article, head: Sentence, tally: Tally) -> bool:
    """Tell whether a headline shares a word with the paragraph of a tally: not where the levy passed as well, by 204 to 115."""
    block = article.block_at(tally.last.span.start)
    named = _roots(article.words(head))
    return tally.sentence is head or not named.isdisjoint(_roots(article.document.text[block.start : block.end]))


def _roots(text: str) -> set[str]:
    """Return the longer words of a text but those for a vote, each as far as its forms are alike."""
    return {word[:ROOT] for word in LONGER.findall(text.lower()) if not word.startswith("vot")}


DEADLOCK = Pattern(
    r"\b(?:casting vote|(?:on|in) a (?:tied|drawn) vote|vote was (?:tied|drawn)|(?:break|broke|breaking) (?:the|a) (?:deadlock|tie|impasse))\b",
    re.I,
)

TIED = Pattern(r"\b(?:tied|drawn)\b[^.;\d]{0,12}$", re.I)

SPLIT = Pattern(r"\b(?:split|tied|deadlocked|stuck|level)(?: at)? $", re.I)


def between_two(article: Article) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield every lead that closes a sentence with the two results that it tells: 7,204 votes to her 6,935, by a whisker of 269."""
    text = article.document.text
    for sentence in article.holding("vote", "ballot", "polled"):
        counts = [one for one in sentence.of_kind("count") if one.number and not one.hedge and one.upper is None]
        if len(counts) != THREE:
            continue
        lead = next((one for one in counts if is_lead(text, one)), counts[-1])
        results = [one for one in counts if one is not lead]
        apart = abs(counted(results[0]) - counted(results[1]))
        between = text[results[1].span.end : lead.span.start] if lead.first > results[1].first else ""
        whole = any(OF_MANY.search(text, max(0, one.span.start - BACK), one.span.start) for one in results)
        alike = max(map(value, results)) < 2 * min(map(value, results)) and _of_one_size(counted(lead), apart)
        led = is_lead(text, lead) and not TO_OTHERS.match(text, lead.span.end)
        told = led and not TURNS.search(between) and not OLD.search(article.words(sentence))
        if told and alike and not whole:
            yield counted(lead), apart


TO_OTHERS = Pattern(r" (?:votes? )?(?:to|against) (?:her |his |their )?\d", re.I)
"""What makes a figure one side of a vote: by 57 votes to 52."""

TURNS = Pattern(r"\b(?:while|but|whereas|though|although|and)\b|[.;:]", re.I)
"""What opens another clause."""

OF_MANY = Pattern(r"\b(?:of|from)(?: the| some| all)? $", re.I)
"""What stands before a whole: out of 8,920, of the 66."""


def ties(article: Article, told: list[Tally]) -> Iterator[Lead]:
    """Yield every tally that a casting vote is said to have parted: the two sides were level before it."""
    for tally in told:
        first = min(tally.yes.spans + tally.no.spans)
        before = article.document.text[article.span(tally.sentence.start, tally.sentence.end).start : first.start]
        level = SPLIT.search(before) or TIED.search(before)
        if level and DEADLOCK.search(before):
            yield Lead(tally.no, tally)


def _tally_of(
    article: Article, sentence: Sentence, told: dict[int, list[Tally]], only: list[Tally]
) -> tuple[Tally | None, str | None]:
    """Return the tally of a sentence, else the only one beside it, and why it may not be the one that is meant."""
    own = told.get(sentence.number, [])
    beside = own or [one for at in (sentence.number - 1, sentence.number + 1) for one in told.get(at, [])]
    beside = beside or only
    if len(beside) != 1:
        return None, None
    heads = sentence.block in HEADINGS and sentence.number < beside[0].sentence.number
    same = article.block_of(sentence) == article.block_at(beside[0].last.span.start)
    used = beside[0].yes.spans + beside[0].no.spans
    sizes = {one.span for one in bodies(article, sentence, 0)}
    others = [one for one in sentence.of_kind("count") if one.span not in used and one.span not in sizes]
    sure = (same or heads) and len(others) <= 1 and not OLD.search(article.words(sentence))
    return beside[0], None if sure else UNSURE


def _of_one_size(lead: Quantity, apart: Quantity) -> bool:
    """Tell whether a lead said and one worked out are near enough to be one with a slip in it."""
    one, other = lead.interval.low, apart.interval.low
    return one <= other * ALIKE and other <= one * ALIKE


def _said(article: Article, sentence: Sentence, tally: Tally) -> Quantity | None:
    text, used = article.document.text, (*tally.yes.spans, *tally.no.spans)
    for one in sentence.of_kind("count"):
        if one.span not in used and not one.hedge and value(one) > 0 and is_lead(text, one):
            return counted(one)
    here = article.here(sentence)
    before = article.sentences[sentence.number - 1] if sentence.number else None
    start = max(article.block_at(here.start).start, article.span(before.start, before.end).end if before else 0)
    found = SINGLE.search(text, max(start, here.start - FURTHEST), here.end)
    return Quantity(Interval.exactly(1), "", found["one"], (Span(*found.span("one")),)) if found else None


def is_lead(text: str, one: Mention) -> bool:
    """Tell whether a count is a lead by the words about it: a majority of 254, by 63, 19 ahead."""
    start = max(0, one.span.start - BACK)
    if BEHIND.match(text, one.span.end):
        return True
    stop = STOPS.match(text, one.span.end)
    if stop is None:
        return False
    before = text[start : one.span.start]
    return _led().search(before) is not None or (stop["votes"] is not None and BY.search(before) is not None)
