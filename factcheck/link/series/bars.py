"""How far votes or seats are from a bar: five short of the 76 it needed, one above the majority mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from factcheck.article import Article, Said, Sentence
from factcheck.link.series.figures import counted, value
from factcheck.link.series.tallies import sizes
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

ENDS = ",.·q;)\n"
"""Where a distance ends so, what it is from stands somewhere before: "fell two short."."""

THINGS = "(SHARP|<w>)?"
NAMED = "DETERMINER? (majority? <w> <w>? of {mark:count} | (<wNO>|TOTAL)? <w>? (majority|{bar:count|fraction}) | PRONOUN AUXILIARY? needs|need|needed)"
GAPS = (
    f"{{gap:count}} {THINGS} side=short|shy|over|above|clear of? {NAMED}",
    f"{{gap:count}} {THINGS} side=more|fewer|less than {NAMED}",
    f"side=short|shy of {NAMED} <w>? by {{gap:count}}",
    "side=<w> DETERMINER {bar:count} <w>* by {gap:count}",
    f"needed|needs|need ... {{bar:count}} ... {{part:count}} <w>? , {{gap:count}} {THINGS} side=short|shy <{ENDS}>",
    f"{{bar:count}} (in DETERMINER? {{count}} - <w> <w>)? <,>? ... {{gap:count}} {THINGS} side=short|shy <{ENDS}>",
    f"{{part:count}} <w>? <,>? ... needed|needs|need ... {{bar:count}} (in DETERMINER? {{count}} - <w> <w>)? ... {{gap:count}} side=more <{ENDS}>",
)
SHORT = f"{{gap:count}} {THINGS} side=short|shy <{ENDS}>"
"""Stands alone where the sentence before tells the bar: It needed 50. It fell three short, with 47 for it."""

HELD = "{part:count} (SHARP|<w>)? of DETERMINER? (<wN> <wN>? <'>)? {whole:count}"
BELOW = frozenset({"short", "shy", "fewer", "less", "missing", "missed"})
SIDES = BELOW | {"over", "above", "clear", "more", "clearing", "cleared"}
FAR = 32
NEAR = 9
"""So few words part a number of votes from its distance to a bar that no other can be meant."""

ABOUT_VOTES = Pattern(
    r"\b(?:vot\w+|ballots?|seats?|majority|need\w*|requir\w+|threshold|quorum|two-thirds|deput\w+|m\.?p\.?s)\b", re.I
)
MAJORITY = Pattern(r"\b(?:majority|half)\b", re.I)
UNTOLD = "the votes stand elsewhere"


class Gap(NamedTuple):
    """A distance from a bar as said and as it follows; `bar` is where the bar lies, `doubt` why it may be another."""

    stated: Quantity
    implied: Quantity
    bar: str
    doubt: str | None


def gaps(article: Article) -> Iterator[Gap]:
    """Yield every distance from a bar that votes or seats of the article give."""
    told = [
        said for said in article.match(*GAPS) if said.gap.number and not said.gap.hedge and said.word("side") in SIDES
    ]
    body = only_body(article) if told else None
    for said in told:
        yield from _of_number(article, said) if _bar(said) else _of_share(article, said, body)
    yield from _across(article)


NEEDED = Pattern(r"\b(?:need(?:s|ed)?|requir(?:es|ed))(?: at least| a minimum of)? $", re.I)

SUPPORTING = Pattern(r"(?: \w+)? (?:supporting|supported|in favou?r|for it|backing|backed|behind it|ayes)\b", re.I)


def _across(article: Article) -> Iterator[Gap]:
    """Yield how far short a vote fell of the bar that the sentence before tells, where its own tells the votes."""
    for said in article.match(SHORT):
        before = article.sentences[max(0, said.sentence.number - 1) : said.sentence.number]
        bars = [one for other in before for one in other.of_kind("count") if _after_need(article, one)]
        counts = [one for one in said.sentence.of_kind("count") if one is not said.gap]
        if len(bars) == len(counts) == 1 and not counts[0].hedge and value(counts[0]) > value(said.gap):
            if SUPPORTING.match(article.document.text, counts[0].span.end):
                yield Gap(counted(said.gap), counted(bars[0]) - counted(counts[0]), bars[0].text, None)


def _after_need(article: Article, figure: Mention) -> bool:
    text = article.document.text
    return NEEDED.search(text, max(0, figure.span.start - FAR), figure.span.start) is not None


def held(article: Article, sentence: Sentence) -> tuple[Mention, Mention] | None:
    """Return the seats that one holds and those of the whole body, of several the largest: 61 of the chamber's 116."""
    found = phrase(HELD).finditer(article.skeleton, sentence.start, sentence.end)
    told = [(article.at[match.start("part")], article.at[match.start("whole")]) for match in found]
    return max(told, key=lambda pair: value(pair[1]), default=None)


def _bar(said: Said) -> Mention | None:
    """Return the number at which the bar stands, None where it is a share of the body."""
    named = next((name for name in ("bar", "mark") if said.has(name)), None)
    bar = getattr(said, named) if named else None
    return bar if bar is not None and bar.kind == "count" else None


def _of_number(article: Article, said: Said) -> Iterator[Gap]:
    bar = _bar(said)
    if bar is None or value(bar) <= value(said.gap):
        return
    below = said.word("side") in BELOW
    wanted = value(bar) - value(said.gap) * (1 if below else -1)
    if said.has("part"):
        least = counted(bar).changed(value=Interval.exactly(value(bar)))
        yield Gap(counted(said.gap), least - counted(said.part), bar.text, None)
        return
    before, doubt = [one for one in _before(article, said) if one is not bar], None
    part = next((one for one in before if value(one) == wanted), before[0] if len(before) == 1 else None)
    unnamed = article.skeleton[said.match.end() - 1] in ENDS
    if part is None or unnamed or not _scored(article, part, said):
        near = article.sentences[max(0, said.sentence.number - NEAR) : said.sentence.number + NEAR]
        doubt, part = (
            UNTOLD,
            next((one for other in near for one in other.of_kind("count") if value(one) == wanted), None),
        )
    if part is not None and part is not bar:
        implied = counted(bar) - counted(part) if below else counted(part) - counted(bar)
        yield Gap(counted(said.gap), implied, bar.text, doubt)


def _of_share(article: Article, said: Said, body: Mention | None) -> Iterator[Gap]:
    """Work out a bar that is a share of the body: two-thirds of nine is six, a majority of 61 is 31."""
    own = held(article, said.sentence)
    part, whole = own or (next(iter(_before(article, said)), None), body)
    if part is None or whole is None or not 0 < value(part) < value(whole) or part is said.gap:
        return
    last = _before(article, said)[-1:]
    if own and last and last[0].first > whole.first and not last[0].noun:
        return  # It held six of the 16, which takes it from 25 councillors to 22, three short of a majority.
    size = value(whole)
    bars = (
        {Fraction(ceil(size * value(said.bar)))}
        if said.has("bar")
        else {Fraction(size // 2 + 1), Fraction(ceil(size / 2))}
    )
    sign = 1 if said.word("side") in BELOW else -1
    ways = sorted(((bar - value(part)) * sign for bar in bars), reverse=True)
    fitting = next((way for way in ways if way == value(said.gap)), ways[0])
    bar = str(value(part) + fitting * sign)
    working = f"{bar} - {part.text}" if sign > 0 else f"{part.text} - {bar}"
    implied = Quantity(Interval.exactly(fitting), "", working, (part.span, whole.span))
    alone = whole.sentence == said.sentence.number and len(_before(article, said)) == 1
    named = said.has("bar") or MAJORITY.search(article.words(said.sentence))
    doubt = None if named and (own or alone or _scored(article, part, said)) else UNTOLD
    yield Gap(counted(said.gap), implied, bar, doubt)


def _before(article: Article, said: Said) -> list[Mention]:
    """Return the numbers before the distance, the sizes of bodies left out: 71 votes, five short."""
    before = [one for one in said.sentence.of_kind("count") if one.first < said.gap.first and not one.hedge]
    return [one for one in before if article.after(one, 1) != "-"]


def _scored(article: Article, part: Mention, said: Said) -> bool:
    """Tell whether a number of votes stands so close before the distance that it must be meant."""
    between = article.skeleton[article.place(part) + 1 : article.place(said.gap)]
    return len(between) <= NEAR and "," in between and ABOUT_VOTES.search(article.words(said.sentence)) is not None


def only_body(article: Article) -> Mention | None:
    """Return the size of the one body of an article, None where there are two or none."""
    found = sizes(article)
    return found[0] if len({value(size) for size in found}) == 1 else None
