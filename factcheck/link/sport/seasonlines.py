"""A season told in two sentences: so many matches, won, drawn and lost, and the points of them.

"Top on 41 points from 18 matches. They have won 12 of them, drawn five and lost one": each part stands once, so what
the others make is what it must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.document import Span
from factcheck.link.sport.awards import CUSTOMS, OTHERWISE, SAYS_SO, worth
from factcheck.model import Relation
from factcheck.numerals import small_number, small_numbers
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

WORDS = ("drawn", "drawing", "draws", " drew ", " ties", "tied")
VOID = Pattern(
    r"\b(?:abandon\w*|no[- ]results?|washed out|washouts?|postponed|void\w*|walkover|in the league|at home|away from home|on the road)\b",
    re.I,
)
"""What tells of games that were neither won nor drawn nor lost, or of some of them only."""

FURTHEST, NEAR, FEWEST = 360, 4, 5


class Told(NamedTuple):
    """A part of a season: how many, as it stands, and where."""

    many: int
    text: str
    span: Span


@cache
def _parts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    many = rf"(?P<n>{small_numbers(3)})"
    games = r"(?:matches|games|outings|fixtures|starts)"
    shapes = {
        "played": rf"\b(?:from|in|after|through|of|over) (?:just |only |their |its |the |all )?(?:first |last |opening )?{many} (?:league )?{games}\b|\bplayed:? {many}\b|\b{many} (?:league )?{games} (?:played|so far|into)\b",
        "won": rf"\b(?:won|winning):? {many}\b|\b{many} (?:league )?(?:wins|victories)\b|\b{many} of (?:them|which|those) (?:were )?won\b",
        "drawn": rf"\b(?:drawn|drawing|drew|tied):? {many}\b|\b{many} (?:were )?(?:drawn|tied)\b|\b{many} (?:draws|ties|stalemates)\b",
        "lost": rf"\b(?:lost|losing|loses):? {many}\b|\b{many} (?:were )?lost\b|\b{many} (?:defeats|losses)\b|\bbeaten {many} times\b|\b(?P<once>beaten once|lost once|a single defeat|one defeat)\b",
        "points": rf"\b(?:on|have|has|with|to|are) {many} points\b(?! (?:given|awarded|for\b|a win))|\b{many} points (?:from|after)\b|\b(?:put|leaves?|left|lifted|took|takes) them (?:on|to) {many}(?=[,.;]| points)",
        "gathered": rf"\b(?:took|taken|taking|collected|gathered|gained|earned) {many} (?:points )?from\b|\b(?:with|on) {many} \(",
    }
    return tuple((name, compiled(_numbered(shape), re.I)) for name, shape in shapes.items())


def _numbered(shape: str) -> str:
    """Return a shape with the groups of its number told apart, as one name may stand once."""
    pieces = shape.split("(?P<n>")
    return pieces[0] + "".join(f"(?P<n{at}>{piece}" for at, piece in enumerate(pieces[1:]))


def season_lines(article: Article) -> Iterator[Relation]:
    """Hold the matches and the points of a season to what was won, drawn and lost, told in a sentence and the one about it."""
    for sentence in article.holding(*WORDS):
        if sentence.block not in HEADINGS:
            yield from _season(article, sentence)


def _season(article: Article, sentence: Sentence) -> Iterator[Relation]:
    text, own = article.document.text, article.here(sentence)
    near = [
        one
        for one in article.sentences[max(0, sentence.number - 1) : sentence.number + 2]
        if one.block == sentence.block
    ]
    start, end = article.span(near[0].start, near[0].end).start, article.span(near[-1].start, near[-1].end).end
    start, end = max(start, own.start - FURTHEST), min(end, own.end + FURTHEST)
    core = {name: _told(shape, text, own.start, own.end) for name, shape in _parts()[1:4]}
    if any(len(found) != 1 for found in core.values()):
        return
    won, drawn, lost = (core[name][0] for name in ("won", "drawn", "lost"))
    played = _told(_parts()[0][1], text, own.start, own.end) or _told(_parts()[0][1], text, start, end)
    games = won.many + drawn.many + lost.many
    if VOID.search(text, start, end):
        return
    if (
        len(played) == 1
        and played[0].span not in (won.span, drawn.span, lost.span)
        and abs(played[0].many - games) <= NEAR
    ):
        made = Quantity(
            Interval.exactly(games), "", f"{won.text} + {drawn.text} + {lost.text}", (won.span, drawn.span, lost.span)
        )
        yield Relation(_quantity(played[0]), made)
    points = _told(_parts()[4][1], text, own.start, own.end) or _told(_parts()[4][1], text, start, end)
    points = points or _told(_parts()[5][1], text, own.start, own.end)
    said = worth(article)
    customs = [(said["win"], said.get("draw", 1))] if "win" in said else CUSTOMS
    fitting = (
        custom for custom in customs if points and custom[0] * won.many + custom[1] * drawn.many == points[0].many
    )
    each, half = next(fitting, customs[0])
    earned = each * won.many + half * drawn.many
    known = bool(worth(article)) or not SAYS_SO.search(text)
    plain = won.many >= FEWEST and known and not OTHERWISE.search(text[start:end])
    if len(points) == 1 and plain and abs(points[0].many - earned) <= NEAR:
        made = Quantity(
            Interval.exactly(earned),
            "",
            f"{each} × {won.text} + {half} × {drawn.text}" if half > 1 else f"{each} × {won.text} + {drawn.text}",
            (won.span, drawn.span),
        )
        yield Relation(_quantity(points[0]), made)


def _told(shape: re.Pattern[str], text: str, start: int, end: int) -> list[Told]:
    found = []
    for one in shape.finditer(text, start, end):
        name = next((name for name, said in one.groupdict().items() if said), "")
        words = one[name] if name else one[0]
        found.append(Told(1 if name == "once" else small_number(words), words, Span(*one.span(name or 0))))
    return found


def _quantity(told: Told) -> Quantity:
    return Quantity(Interval.exactly(told.many), "", told.text, (told.span,))
