"""Places told in words: the fourth of five, from 118th to 61st, second with 21 percent, up 23 places to No. 48; 18척으로 가장 많다.

Each is held to the figures beside it; what the words leave open may be seen to hold and is never held against the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import BIT, HEADINGS, Article, Sentence
from factcheck.link.context.roles import grammar
from factcheck.link.context.ties import adjacent
from factcheck.link.series.figures import is_plain
from factcheck.link.size.comparisons import Compared
from factcheck.link.size.leaders import MERIT, STROKES
from factcheck.link.size.ordered import VALUES
from factcheck.link.size.rows import are_alike
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple

OPEN = "others may be meant"
OF_ALL = "{rank:ordinal} of (DETERMINER|ABOUT)? {many:count} <w\ue000-\uf8ff>"
MOVED = "from (<w\ue000-\uf8ff> <w\ue000-\uf8ff>?)? {before:ordinal} to (<w\ue000-\uf8ff> <w\ue000-\uf8ff>?)? {after:ordinal}"
PLACED = "{rank:ordinal} with|on|at (ABOUT|NEARLY)? {own:count|percent|money}"
RANKED = Pattern(
    r"\b(?:in the (?:world|rankings?|standings|table|league|list|charts?|order)|rank\w*|rated|table|standings|league|chart|list|place[ds]?)\b"
)
"""With these, places are such that the first is the best."""

JOINED = Pattern(r"(?:위)?(?:,|와|과|·)? ?(?:and |place and )?")
"""Between two places these name them in one breath."""

LOWEST = Pattern(r"최저|최소|싼|저렴|낮|적은|적게|짧|빠른|빨리|하위|꼴찌|\d타")
"""Where these are told, the lowest is the first."""

REACH, AFTER, LEAST, NOUN = 8, 24, 2, 6
OWNED = frozenset("a an the her his its their".split())
"""Behind a comma these open what a move is called."""

MOST = Pattern(r"(?:으로|로)? ?가장 (?:(?P<more>많|높|크|컸|길)|(?P<less>적|낮|작|짧))")
TOPIC = Pattern(r"[은는이가] ")
"""Behind a figure of another kind these make it a name: 30대는 28%."""

SET_APART = Pattern(
    r"전체|모두|합계|총 ?|지난|작년|전년|목표|평균|이상|가운데|중 |반면|두 번째|합쳐|합치|보다|에서 |기존|나머지|더 |당 |마다"
)
"""With these a figure behind is no other's of the same set."""


class Climb(NamedTuple):
    """Two places with the word that says which way they go: a rise ends nearer to the first."""

    before: Mention
    after: Mention
    sign: int
    word: int
    doubt: str | None


def placings(article: Article) -> Iterator[Relation]:
    """Yield every place among so many, and every place told with a figure beside those of others."""
    for said in article.match(OF_ALL) if not article.verb_last else ():
        led = article.word(said.match.start() - 1) in ("the", "a", "her", "his", "its", "their")
        if (
            led
            and said.sentence.block not in HEADINGS
            and is_plain(said.many)
            and said.many.noun
            and said.many.size > 1
            and said.rank.size > 1
        ):
            yield _among(said.rank, range(1, int(said.many.size) + 1), said.many, None)
    for said in article.match(PLACED) if not article.verb_last else ():
        before = adjacent(article, said.sentence, -1)
        near = [*(before.mentions if before else ()), *said.sentence.mentions]
        values = [one for one in near if one.number and not one.upper and _like(one, said.own) and one.size > 0]
        place = 1 + len({_level(one) for one in values if _level(one) > _level(said.own)})
        if len(values) > LEAST:
            yield _among(said.rank, range(place, place + 1), said.own, OPEN)


def _among(rank: Mention, places: range, shown: Mention, doubt: str | None) -> Relation:
    """Hold a place to those that the figure beside it leaves: the fourth of five."""
    return Relation(
        Quantity.named(str(int(rank.size)), rank.text, *rank.quantity.spans),
        Quantity.one_of(map(str, places), shown.text, *shown.quantity.spans),
        says=f"There are no more than {shown.text}, so none of them is {rank.text}.",
        working=f"{rank.text} beside {shown.text}",
        fix="another place, or another number",
        variant="rank",
        doubt=doubt,
    )


def _like(one: Mention, own: Mention) -> bool:
    """Tell whether two figures may be of one measure, a percent sign left unsaid."""
    if one.kind == own.kind and one.unit == own.unit:
        return one.noun in ("", own.noun) or not own.noun
    return {one.kind, own.kind} == {"percent", "count"} and not one.noun and not own.noun


def _level(one: Mention) -> float:
    """Return a figure as a number beside others, a percentage as so many of a hundred."""
    return one.size * 100 if one.kind == "percent" else one.size


def climbs(article: Article) -> Iterator[Climb]:
    """Yield every move from one place to another that a verb tells: climbs from 118th to 61st in the world."""
    for said in article.match(MOVED) if not article.verb_last else ():
        start, stop = said.match.span()
        behind = article.around(said.after, AFTER)[1]
        known = RANKED.search(behind) is not None
        signs = _signs(article, max(said.sentence.start, start - REACH), start)
        if not signs and (noun := _apposed(article, said.sentence, stop)):
            signs, known = [noun], known or RANKED.search(article.words(said.sentence)) is not None
        if len(signs) == 1:
            yield Climb(said.before, said.after, *signs[0], None if known else OPEN)


def _signs(article: Article, start: int, stop: int) -> list[tuple[int, int]]:
    """Return which way each word of change between two places goes, and its place."""
    return [(sign, at) for at in range(start, stop) if (sign := grammar().sign(article.skeleton[at]))]


def _apposed(article: Article, sentence: Sentence, start: int) -> tuple[int, int] | None:
    """Return the noun behind a comma that says what the move told before it is: from 9th to 4th in May, her best climb."""
    comma = article.skeleton.find(",", start, min(start + REACH, sentence.end))
    owned = comma >= 0 and article.word(comma + 1) in OWNED
    signs = _signs(article, comma + 1, min(comma + NOUN, sentence.end)) if owned else []
    return signs[0] if len(signs) == 1 else None


def in_places(article: Article) -> Iterator[tuple[Mention, ...]]:
    """Yield the figures told behind places named one after another, for each its own: 2위와 3위는 가(370명)와 나(350명)."""
    for sentence in article.body:
        ranks = [one for one in sentence.of_kind("ordinal") if one.noun in ("", "place")]
        if len(ranks) < LEAST or any(other.size != one.size + 1 for one, other in pairwise(ranks)):
            continue
        text = article.document.text
        joined = all(JOINED.fullmatch(text, one.span.end, other.span.start) for one, other in pairwise(ranks))
        behind = [one for one in sentence.mentions if one.first > ranks[-1].first]
        values = [one for one in behind if one.kind in VALUES]
        words = article.words(sentence)
        bracketed = all(text[one.span.start - 1] == "(" for one in values)
        told = (
            bracketed and LOWEST.search(words) is None
            if article.verb_last
            else None not in (MERIT.search(words), RANKED.search(words)) and STROKES.search(words) is None
        )
        if joined and told and len(values) == len(behind) == len(ranks) and are_alike(values):
            yield tuple(values)


def foremost(article: Article) -> Iterator[Compared]:
    """Yield the figure that is said to be the most, or the least, with those told behind it: 18척으로 가장 많고 15척, 8척."""
    for sentence in article.body if article.verb_last else ():
        if len(sentence.mentions) >= LEAST and sentence.kinds & (BIT["K"] | BIT["M"] | BIT["P"] | BIT["U"]):
            yield from _foremost(article, sentence)


def _foremost(article: Article, sentence: Sentence) -> Iterator[Compared]:
    text, end = article.document.text, article.here(sentence).end
    for own in sentence.of_kind("count|money|percent|measure"):
        found = MOST.match(text, own.span.end)
        if not found or not is_plain(own):
            continue
        behind = [one for one in sentence.mentions if one.first > own.first]
        others = [one for one in behind if one.kind == own.kind or not TOPIC.match(text, one.span.end)]
        alike = all(
            (one.kind, one.unit, one.counter) == (own.kind, own.unit, own.counter) and is_plain(one) for one in others
        )
        if others and alike and not SET_APART.search(text, found.end(), end):
            word = next(at for at in range(article.place(own) + 1, sentence.end) if article.word(at) == "가장")
            yield Compared(own, tuple(others), 1 if found["more"] else -1, word)
