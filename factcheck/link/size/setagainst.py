"""Two figures set one against the other where a word tells which is the more: dearer at 1.94 against 1.99, widened to 6.2 percent after 6.8.

What goes up or down, and where the verb or the adjective stands, varies; that its sentence has just two figures of one kind,
that the words between them set the second against the first, and that all it says of more and less is one way, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import HEADINGS, Article, Sentence, kind_bits
from factcheck.link.context.directions import is_figurative
from factcheck.link.context.frames import alike
from factcheck.link.context.operands import in_unit
from factcheck.link.context.roles import grammar
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.series.figures import is_plain, value
from factcheck.link.size.comparisons import COMPARATIVES, Compared
from factcheck.model import Mention
from factcheck.patterns import Pattern

KINDS = "money|count|measure|percent|duration|points"
BITS, LOOK, BEHIND, FAR, SHORT = kind_bits(KINDS), 40, 24, 3, 4

AGAINST = Pattern(
    r"(?![^.;\d]*\b(?:left|remaining|raised|out)\b)[^.;\d]{0,45}?\b(?:against|compared (?:with|to)|after|from|versus|rather than|as opposed to|having been|down from|up from|where it (?:was|had been)|when it (?:was|had been))"
    r"(?: (?:the|a|an|only|just|about|around|some|almost|nearly|their|its|his|her)){0,2} ?[£$€]?$",
    re.I,
)
"""Between two figures these set the second, of then or of another, against the first."""

TURNED = Pattern(r"\b(?:after|because|when|once|on news|and|which|that|who)\b", re.I)
"""Between the word that tells which way and the figures these turn to another thing."""

FROM, TO = (
    Pattern(r"\bfrom (?:the |about |some |just )?[£$€]?$", re.I),
    Pattern(r"[^.;\d]{0,45}?\bto (?:the |about |some |just )?[£$€]?$", re.I),
)
LED = Pattern(
    r"(?:\b(?:to|at|of|was|were|is|are|stands?|stood|came|made|makes|with|totall?ed|reached|took|takes|sells|sold|costs?|drew|had|has|scored|got)(?: in| at)?|[,:—(]) (?:just |only |about |around |some |nearly |almost |a )*[£$€]?$",
    re.I,
)
"""Right before a figure these make it a level and no amount of change."""

OTHERWISE = Pattern(
    r"\b(?:expect\w*|forecast\w*|estimate\w*|target\w*|consensus|analysts?|predict\w*|budget\w*|not|never|no|nor|neither|without|n't|if|would|could|should|may|might|unless|despite|although|though|but|while|whereas|usual\w*|normal\w*|average|record"
    r"|per ?cent of|half|twice|times|improv\w*|better|worse|best|worst|odds|rank\w*|place|seed\w*|minus|below|behind|ahead|deficit|loss\w*|debt|short|late|early|(?:to the|per|a) (?:dollar|euro|pound|yen|yuan)|against the (?:dollar|euro|pound|yen|yuan)|adjusted|excluding|including|and then)\b|n't\b",
    re.I,
)
"""With these a way may be of what no figure tells, or be turned about."""


def set_against(article: Article) -> Iterator[Compared]:
    """Yield each figure that is said to be more, or less, than the only other one of its sentence."""
    for sentence in () if article.verb_last else article.body:
        if sentence.kinds & BITS and (found := _told(article, sentence)):
            yield found


def _told(article: Article, sentence: Sentence) -> Compared | None:
    figures = [one for one in sentence.of_kind(KINDS) if value(one) and not is_circumstance(article, one)]
    pair = next(iter(_pairs(article, figures)), None)
    if pair is None:
        return None
    own, other = pair
    begin, end = article.here(sentence).start, max(one.span.end for one in pair)
    if OTHERWISE.search(article.document.text[begin : end + BEHIND]):
        return None
    first = min(article.place(own), article.place(other))
    ways = _ways(article, sentence.start, first)
    if not ways and (before := adjacent_words(article, sentence)) is not None:
        ways = _ways(article, *before)
    if not ways:
        ways = _headed(article, own)
    signs = {sign for _, sign in ways}
    if len(signs) != 1:
        return None
    word, sign = ways[0]
    if word >= sentence.start and TURNED.search(article.text(article.span(word, first))):
        return None  # Shares slid after profit came in at $3.2 million, against $2.9 million.
    return Compared(own, (other,), sign, word)


def _headed(article: Article, own: Mention) -> list[tuple[int, int]]:
    """Return the words of a headline that tell which way, if it gives the very figure: profit falls to £4.4m."""
    heads = (one for one in article.sentences[:SHORT] if one.block in HEADINGS)
    same = (one for one in heads for figure in one.mentions if (figure.unit, value(figure)) == (own.unit, value(own)))
    head = next(same, None)
    return _ways(article, head.start, head.end) if head else []


def adjacent_words(article: Article, sentence: Sentence) -> tuple[int, int] | None:
    """Return where the sentence before one begins and ends, where it has no figure and no doubt about it."""
    end = sentence.start - 1
    if (
        end <= 0
        or article.block_at(article.span(sentence.start, sentence.start + 1).start).start
        > article.tokens.starts[article.token(end - 1)]
    ):
        return None
    start = max(article.skeleton.rfind(stop, 0, end) for stop in ".·\n") + 1
    near = any(place in article.at for place in range(start, end))
    if near or OTHERWISE.search(article.text(article.span(start, end))):
        return None
    return start, end


def _ways(article: Article, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the words that tell which way, with the way that each tells."""
    found = []
    for at in range(start, stop):
        if at in article.at:
            continue
        word = article.word(at)
        sign = grammar().sign(article.skeleton[at]) or (COMPARATIVES[word][0] if word in COMPARATIVES else 0)
        named = word.endswith("ing") and article.skeleton[at + 1 : at + 2] == "w"  # cutting inserts
        length = word in ("more", "less") and article.word(at + 2) in ("a", "an")
        hedge = article.word(at + 1) == "than" and (length or at + 2 in article.at)  # more than halved, than a year
        if (
            sign
            and not (named or hedge or is_figurative(article, at))
            and article.word(at - 1) not in ("the", "a", "this", "last", "-")
        ):
            found.append((at, sign))
    return found


def _pairs(article: Article, figures: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield the figure of now, or of the one, with that of then, or of the other, if a sentence has no third of their kind."""
    text = article.document.text
    for one, other in pairwise(figures):
        between = text[one.span.end : other.span.start]
        before = text[max(0, one.span.start - LOOK) : one.span.start]
        if not (is_plain(one) and is_plain(other) and alike(one, other)) or _thirds(figures, one, other):
            continue
        if FROM.search(before) and TO.fullmatch(between):
            yield in_unit(other, one), one
        elif AGAINST.fullmatch(between) and LED.search(before):
            yield one, in_unit(other, one)


def _thirds(figures: list[Mention], one: Mention, other: Mention) -> bool:
    low, high = sorted((abs(value(one)), abs(value(other))))
    if low <= 0 or high > FAR * low or low == high:
        return True
    like = [
        third for third in figures if third not in (one, other) and (third.kind, third.unit) == (one.kind, one.unit)
    ]
    return any(third.noun == one.noun if one.noun else not third.noun for third in like)
