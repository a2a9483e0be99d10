"""Parts of one whole, each with its share in brackets: 7,007 (73.7%), 1,457 (15.3%) and 1,025 (10.8%)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from factcheck.article import BIT, Article, Sentence
from factcheck.link.series.figures import family, value
from factcheck.link.series.shares import agree, earlier, is_part, sharply
from factcheck.model import Mention
from factcheck.phrase import phrase
from factcheck.records import NamedTuple

PAIR = "{part:number} <wN>? <wN>? <(> {share:percent} <)>"
LEAST = 3
REACH = 4
"""So many sentences back the whole may stand."""


class Slice(NamedTuple):
    """A part with its share, and the whole that the other slices are of."""

    share: Mention
    part: Mention
    whole: Mention


def slices(article: Article) -> Iterator[Slice]:
    """Yield every part of a breakdown whose whole all of its slices, but at most one, agree upon."""
    for sentence in article.sentences:
        if sentence.kinds & BIT["P"] and len(sentence.mentions) >= 2 * LEAST:
            pairs = _pairs(article, sentence)
            whole = _whole(article, sentence, pairs) if len(pairs) >= LEAST else None
            if whole is not None:
                yield from (Slice(share, part, whole) for part, share in pairs)


def _pairs(article: Article, sentence: Sentence) -> list[tuple[Mention, Mention]]:
    found = phrase(PAIR).finditer(article.skeleton, sentence.start, sentence.end)
    pairs = [(article.at[match.start("part")], article.at[match.start("share")]) for match in found]
    return [pair for pair in pairs if family(pair[0]) == family(pairs[0][0])]


def _whole(article: Article, sentence: Sentence, pairs: list[tuple[Mention, Mention]]) -> Mention | None:
    """Return the figure of which all pairs but one at most are sharply the shares they say."""
    parts = {id(part) for part, _ in pairs}
    wholes = chain(earlier(article, sentence, pairs[0][0], REACH), sentence.mentions)
    fitting = (whole for whole in wholes if id(whole) not in parts and _fits(whole, pairs))
    return next(fitting, None)


def _fits(whole: Mention, pairs: list[tuple[Mention, Mention]]) -> bool:
    if not value(whole) or not all(is_part(part, whole) for part, _ in pairs):
        return False
    agreed = [(part, share) for part, share in pairs if agree(share, part, whole)]
    sharp = sum(sharply(share, part, whole) for part, share in agreed)
    return len(agreed) >= max(2, len(pairs) - 1) and sharp >= 2
