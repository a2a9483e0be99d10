"""Which way a gap between two went, told from and to in points, or in what leads are counted by: the gap widened from 11 points to 14."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article, kind_bits
from factcheck.document import Span
from factcheck.link.change.waysaid import Way
from factcheck.link.series.figures import is_plain
from factcheck.patterns import Pattern

BITS = kind_bits("points|count")
GAP = r"(?:gap|lead|deficit|margin|advantage|cushion|majority|spread|gulf|arrears)"
UP = r"widen\w*|gr[eo]w\w*|lengthen\w*|increas\w*|stretch\w*|extend\w*|ro?ise?n?|swell\w*|swollen|balloon\w*"
DOWN = r"narrow\w*|shr[aiu]nk\w*|cut\w*|clos(?:ed|es|ing)|fell|fall\w*|reduc\w*|trim\w*|slash\w*|dwindl\w*|whittl\w*|halv\w*"
MOVED = Pattern(
    rf"\b(?:{GAP}\b[^.;,]{{0,40}}?\b(?:(?P<up>{UP})|(?P<down>{DOWN}))|(?:(?P<more>{UP})|(?P<less>{DOWN})) (?:the|its|their|his|her|an?) (?:\w+ )?{GAP})\b(?P<told>[^.;,]{{0,30}}?)\b(?P<led>from|to) $"
)
FROM_TO = {
    "from": Pattern(r"(?: points?)?(?: [a-z ]{0,20})? to "),
    "to": Pattern(r"(?: points?)?(?: [a-z ]{0,20})? from "),
}
LOOK = 90


def gaps_moved(article: Article) -> Iterator[Way]:
    """Yield the word for which way a gap went with what it was, and what it became."""
    for sentence in article.body if not article.verb_last else ():
        figures = [one for one in sentence.of_kind("points|count") if is_plain(one)] if sentence.kinds & BITS else []
        for one, other in pairwise(figures):
            said = MOVED.search(article.around(one, LOOK)[0])
            in_one = (one.unit == "pp") == (other.unit == "pp")
            if (
                said
                and in_one
                and FROM_TO[said["led"]].fullmatch(article.document.text, one.span.end, other.span.start)
            ):
                before, after = (one, other) if said["led"] == "from" else (other, one)
                word = next(name for name in ("up", "down", "more", "less") if said[name])
                start = one.span.start - len(article.around(one, LOOK)[0]) + said.start(word)
                yield Way(before, after, 1 if word in ("up", "more") else -1, Span(start, start + len(said[word])))
