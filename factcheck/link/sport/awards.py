"""Points of a season told in words: four for a win and two for a washout, so six wins and a washout are 26."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.context.scores import DOCKED
from factcheck.model import Relation
from factcheck.numerals import small_number, small_numbers
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

KINDS = {"vict": "win", "win": "win", "draw": "draw", "tie": "draw", "wash": "void", "aban": "void", "no-r": "void", "no r": "void",
         "defe": "loss", "loss": "loss", "bonu": "bonus"}  # fmt: skip
SAYS_SO = Pattern(
    r"for (?:an?|each|every|the)? ?(?:win|victor|draw|tie|washout|abandoned|no[- ]result)"
    r"|(?:wins?|victor(?:y|ies)|draws?|ties?) \(?(?:(?:is|are|was|were|being) )?(?:worth|earn|bring|count)", re.I,
)  # fmt: skip
"""What a text has that says what a game is worth: sought first, for it is quickly found missing."""

CUSTOMS = ((3, 1), (2, 1), (4, 2), (4, 1))
"""What a win and a draw earn, the custom of football first."""

OTHERWISE = Pattern(
    rf"\b(?:bonus|includ\w+|{DOCKED}|overtime|shoot-?outs?|forfeit\w*|ineligible|walkover|stripped|given (?:them|it|the \w+) (?:one|two|three)|handed)\b",
    re.I,
)
TAKEN = Pattern(rf"\b(?:{DOCKED})\b", re.I)
DID = {"won": "win", "drawn": "draw", "lost": "loss"}
OF_SOME = Pattern(r"\b(?:last|past|since|first|home|away|road|opening)\b", re.I)
"""What tells of some games only."""
NEAR, FEWEST = 4, 5
"""Points so near to those of football, for so many wins, are meant to be them."""

GAMES = r"wins?|victor(?:y|ies)|draws?|ties?|washouts?|abandoned (?:match|game)|no[- ]results?|defeats?|loss(?:es)?"
WORTH = rf"(?<!where )(?<!which )(?<!then )(?:an?|each|every) (?P<kind>{GAMES}) \(?(?:(?:is|are|was|were|being) )?(?:worth|earns|earned|brings|brought|counts as)"


class Item(NamedTuple):
    """So many games, or bonus points, of a kind, and where they stand."""

    many: int
    kind: str
    text: str
    span: Span


@cache
def _awards() -> tuple[re.Pattern[str], ...]:
    """Compile how a text says what a game is worth."""
    many = small_numbers(3)
    return (
        compiled(
            rf"\b(?P<n>{many}) (?:points )?(?:(?:were |was |being )?(?:awarded|given) )?for (?:an?|each|every) (?P<kind>{GAMES})\b",
            re.I,
        ),
        compiled(rf"\bthe (?P<n>{many}) points for (?:the )?(?P<kind>{GAMES})\b", re.I),
        compiled(rf"\b{WORTH} (?P<n>{many})\b", re.I),
        compiled(
            rf"\b{WORTH.replace('?P<kind>', '?:')} [\w-]+(?: points)?,?(?: and| while| with)? an? (?P<kind>{GAMES}) (?P<n>{many})\b",
            re.I,
        ),
    )


ITEMS = Pattern(
    lambda: (
        rf"\b(?P<many>{small_numbers(3)}|an?) (?P<kind>{GAMES}|bonus points?)\b|\b(?P<did>won|drawn|lost) (?P<times>{small_numbers(2)})\b"
    ),
    re.I,
)

TOTAL = Pattern(
    lambda: (
        rf"\b(?:on|have|has|had|to|with) (?P<points>{small_numbers(3)})(?: points)?(?=[.,;:)]| points|$| (?:after|with|from|and|at|in|across|going|even|before)\b)"
    ),
    re.I,
)

STATED_BEFORE = Pattern(lambda: rf"\b(?P<points>{small_numbers(3)}) points,? (?:from|with|after|thanks to) $", re.I)


CONSOLED = Pattern(
    r"\b(?:losing|lost|lose|beaten) by (?:less|fewer|no more|under|up to|\w+ (?:points )?or (?:fewer|less))", re.I
)
"""With these a defeat may be worth something too."""


@lru_cache(maxsize=2)
def worth(article: Article) -> dict[str, int]:
    """Return what a game of each kind is worth, as far as the article says; nothing where it says two things."""
    text = article.document.text
    if "oint" not in text or not SAYS_SO.search(text):
        return {}
    found = [(_kind(one["kind"]), small_number(one["n"])) for shape in _awards() for one in shape.finditer(text)]
    told = dict(found)
    return told if len(told) == len(set(found)) else {}


@lru_cache(maxsize=2)
def _consoles(article: Article) -> bool:
    return CONSOLED.search(article.document.text) is not None


def awarded(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Work out the points of wins, draws and bonus points that one sentence tells, by what the article says they are worth."""
    each = worth(article)
    if "win" not in each or TAKEN.search(article.words(sentence)):
        return
    words, start = article.words(sentence), article.here(sentence).start
    items = _told(words, start)
    if sum(one.kind == "win" for one in items) != 1 or len({one.kind for one in items}) != len(items):
        return
    said = STATED_BEFORE.search(words[: items[0].span.start - start]) or TOTAL.search(words, items[-1].span.end - start)
    counting = [one for one in items if one.kind != "loss"]
    if len(counting) < len(items) and _consoles(article):
        return
    apart = said is not None and ";" in words[items[-1].span.end - start : said.start()]
    if (
        said is None
        or apart
        or len(counting) < 2
        or any(one.kind not in each and one.kind != "bonus" for one in counting)
    ):
        return
    made = sum(one.many * each.get(one.kind, 1) for one in counting)
    terms = " + ".join(one.text if one.kind == "bonus" else f"{each[one.kind]} × {one.text}" for one in counting)
    place = Span(start + said.start("points"), start + said.end("points"))
    yield Relation(
        Quantity(Interval.exactly(small_number(said["points"])), "", said["points"], (place,)),
        Quantity(Interval.exactly(made), "", terms, tuple(one.span for one in counting)),
    )


def _told(words: str, start: int) -> list[Item]:
    """Return the games of each kind that a sentence counts, what a game is worth left out."""
    found = [one for one in ITEMS.finditer(words) if not words[: one.start()].endswith((" for ", "for every "))]
    items = [_item(one, start) for one in found]
    return [one for one in items if not words.startswith(" (worth", one.span.end - start) or one.kind != "win"]


POINTS = Pattern(lambda: rf"\b(?P<points>{small_numbers(3)}) points\b", re.I)


def by_custom(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Work out the points of wins and draws by the usual three and one, where the article says nothing else."""
    words = article.words(sentence)
    if "points" not in words:
        return
    text = article.document.text
    start = article.here(sentence).start
    items = {one.kind: one for one in _told(words, start)}
    said = list(POINTS.finditer(words))
    if (
        len(said) != 1
        or not {"win", "draw"} <= items.keys()
        or "bonus" in items
        or "void" in items
        or SAYS_SO.search(text)
        or (items["win"].text.lower().startswith("won ") and OF_SOME.search(words))
    ):
        return
    win, draw, points = items["win"], items["draw"], small_number(said[0]["points"])
    earned = [win.many * each + draw.many * half for each, half in CUSTOMS]
    made = points if points in earned else earned[0]
    near = abs(points - earned[0]) <= NEAR and win.many >= FEWEST and not OTHERWISE.search(text)
    place = Span(start + said[0].start("points"), start + said[0].end("points"))
    yield Relation(
        Quantity(Interval.exactly(points), "", said[0]["points"], (place,)),
        Quantity(Interval.exactly(made), "", f"3 × {win.text} + {draw.text}", (win.span, draw.span)),
        doubt=None if near else "the points may be counted otherwise",
    )


def _item(found: re.Match[str], start: int) -> Item:
    span = Span(start + found.start(), start + found.end())
    many, kind = (found["many"], found["kind"]) if found["many"] else (found["times"], DID[found["did"].lower()])
    return Item(small_number(many), _kind(kind), found[0], span)


def _kind(text: str) -> str:
    low = text.lower()
    return next(kind for name, kind in KINDS.items() if low.startswith(name))
