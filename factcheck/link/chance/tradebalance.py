"""Exports, imports and the balance of the two, told paragraphs apart: "Exports came to $16.8bn ... a trade surplus of $6.5bn".

Every report on trade tells the three, each behind its own name, with shares, goods and countries between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from factcheck.article import Article
from factcheck.link.series.figures import is_plain
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple

LOOK = 70
"""So many characters before a figure may name what it is of."""


class Names(NamedTuple):
    """How a language names what goes out and what comes in, before a figure, and what lies between, before it and behind a bar."""

    exports: Pattern
    imports: Pattern
    balance: Pattern
    trade: frozenset[str]


MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
WHOSE = rf"(?:^|[\"“(]|\b(?:the|its|their|total|overall|all|that|while|and|but|said|\w+['’]s|\w+s['’]|{MONTHS}),? )(?:goods |merchandise )?"
CAME = r"were|was|came|came in|stood|totall?ed|amounted|reached|hit"
MOVED = r"(?:rose|fell|grew|climbed|dropped|slipped|increased|declined|jumped|shrank|edged (?:up|down)|went (?:up|down))(?: [^,;.\d]*(?:\d[\d.,]*(?:%| per ?cent))?[^,;.\d]*)?,? to"
REACHED = rf"(?:, [^,]{{3,40}},)?(?: (?!to |of |from )[a-z]+){{0,3}}? (?:{CAME}|{MOVED})(?: to| at| worth| about| some| almost| nearly| just| over| only)* $"
ENGLISH = Names(
    Pattern(rf"{WHOSE}exports{REACHED}", re.I),
    Pattern(rf"{WHOSE}imports{REACHED}", re.I),
    Pattern(
        r"\btrade (?:surplus|deficit|gap|balance)(?: [a-z]+){0,4}?(?: of| was| to| at|:) (?:about |just |some )?\|"
        r"|\b(?:an?|the|that|resulting) (?:surplus|deficit) of \||\|(?:[- ]\w+)? trade (?:surplus|deficit|gap)\b",
        re.I,
    ),
    frozenset({"imports"}),
)
TIMED = r"(?:^|[\"“]|(?:[\d~∼-]+월|[상하]반기|\d분기|올해|지난달|이달|기간|전체|총|기업들의|업체들의|현지|[시도군]의) )"
KOREAN = Names(
    Pattern(rf"{TIMED}수출(?:액은|액이|은|이) (?:[가-힣]+ ){{0,5}}$|(?<!평균 )수출액[은이] $"),
    Pattern(rf"{TIMED}수입(?:액은|액이|은|이) (?:[가-힣]+ ){{0,5}}$"),
    Pattern(r"무역 ?수지(?:는|가|도|만)? (?:약 |모두 )?\| ?(?:의 |에 이르는 )?(?:흑자|적자)"),
    frozenset({"무역수지", "무역 수지"}),
)


def trade_balances(article: Article) -> Iterator[Relation]:
    """Yield each balance of trade with the exports and imports told before it that give it."""
    names = KOREAN if article.verb_last else ENGLISH
    if not any(word in article.lowered for word in names.trade):
        return
    exports, imports = list[Mention](), list[Mention]()
    for sentence in article.body:
        for one in sentence.of_kind("money"):
            before, behind = article.around(one, LOOK)
            about = f"{before}|{behind}"
            if not is_plain(one):
                continue
            if names.exports.search(before):
                exports.append(one)
            elif names.imports.search(before):
                imports.append(one)
            elif names.balance.search(about):
                yield from _balanced(one, exports, imports)


def _balanced(stated: Mention, exports: list[Mention], imports: list[Mention]) -> Iterator[Relation]:
    told = [pair for pair in product(exports, imports) if {one.unit for one in pair} == {stated.unit}]
    given = [_between(*pair) for pair in told]
    said = stated.quantity
    fitting = next((implied for implied in reversed(given) if said.interval.meets(implied.interval)), None)
    if fitting:  # A balance that is another may be that with one country, of goods alone, or of months together.
        yield Relation(said, fitting)


def _between(*two: Mention) -> Quantity:
    low, high = sorted(two, key=lambda one: one.size)
    return high.quantity - low.quantity
