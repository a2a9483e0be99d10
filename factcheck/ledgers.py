"""Accounts of a game or a season that must balance: what was won, lost and drawn, saved and let in, needed, made and missing.

A figure's part in an account is told by the words about it; an account is a whole and the parts that make it up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from factcheck.article import Article, Sentence
from factcheck.model import Mention, Relation
from factcheck.quantity import Interval, Quantity, total
from factcheck.series.figures import value

BEFORE, BEHIND = 44, 40
FEWEST = 3
UNSURE = "the account may leave some out"
SLIP, SHARE = Fraction(3), 8
"""So far, or by such a part of the whole, an account may be out and still be one: beyond, the figures are of several."""

OTHERWISE = re.compile(r"\b(?:no[- ]results?|abandoned|washed out|rained off|forfeit\w*|walkover|void|bye)\b", re.I)


class Account(NamedTuple):
    """What makes up a whole: each of the `parts`, and of `more` what is told; up to `less` more may be wanting.

    An account is `closed` where nothing else can belong to it, or by the telling of all of `more`.
    """

    whole: str
    parts: tuple[str, ...]
    more: tuple[str, ...] = ()
    less: int = 0
    closed: bool = True


ACCOUNTS = (
    Account("played", ("won", "lost"), ("drawn",), closed=False),
    Account("played", ("won", "drawn"), ("lost",), closed=False),
    Account("faced", ("saved", "conceded"), closed=False),
    Account("tried", ("made", "missed")),
    Account("points", ("goals", "assists")),
    Account("target", ("scored", "short")),
    Account("target", ("scored", "beaten by"), less=1),
    Account("scored", ("conceded", "difference")),
    Account("after", ("before", "gain")),
)

GAMES = r"games?|matches|bouts|fights|contests|starts|outings|meetings|rubbers|rounds|tests|league matches|appearances"
KEPT = "caps|goals|points|wins|tries|wickets|medals|titles|appearances|runs"
ONLY = r"(?:just |only |all |a further |another )?"
OTHERS = r"(?:the (?:other|remaining) )?"


@cache
def _roles() -> dict[str, tuple[re.Pattern[str] | None, re.Pattern[str] | None]]:
    """Compile what stands before a figure, or behind it, in each part; either will do."""
    tables = {
        "won": (rf"\b(?:won|winning|wins|taken|took|claimed|with) {ONLY}$(?<!with )|\bwon {ONLY}$", r" (?:wins|victories|successes)\b| (?:were|was) won\b"),
        "lost": (rf"\b(?:lost|losing|loses|dropped|dropping) {ONLY}{OTHERS}$", r" (?:defeats?|losses|reverses)\b"),
        "drawn": (rf"\b(?:drew|drawn|draws|drawing|tied|tying|halved) {ONLY}{OTHERS}$", r" (?:draws?|ties|stalemates)\b"),
        "played": (
            r"\b(?:of|in|from) (?:(?:his|her|their|its|the|our) )?(?:last|first|past|opening|previous|latest) $",
            rf" (?:[\w-]+ )?(?:{GAMES})\b(?! (?:to go|left|remaining|in hand|behind|clear|ahead))",
        ),
        "saved": (r"\b(?:sav(?:ed|ing)|stopp(?:ed|ing)|turn(?:ed|ing) (?:away|aside|back)|block(?:ed|ing)|kept out|repelled) (?:all but )?$", r" saves\b"),
        "faced": (r"\b(?:faced|facing) $", r" (?:[\w-]+ )?(?:shots|efforts|attempts)\b"),
        "conceded": (r"\b(?:let(?:ting)? in|conced(?:ed|ing|es)|ship(?:ped|ping)|allow(?:ed|ing)) $", r" (?:goals? )?(?:against|conceded|let in|shipped)\b"),
        "tried": (r"\bfor $", r" (?:[\w-]+ )?(?:attempts|kicks|free throws|shots|third downs|penalties|putts|passes)\b"),
        "made": (r"\b(?:made|making|sank|converted|landed|hit|completed|was|were|went) $", None),
        "missed": (r"\b(?:miss(?:ed|ing)|fail(?:ed|ing)|fluff(?:ed|ing)|stopp(?:ed|ing) (?:drives )?) ?$", r" (?:misses|failures)\b"),
        "goals": (None, r" goals?\b"),
        "assists": (None, r" assists?\b"),
        "points": (
            r"\b(?:career|season|team|club|personal)[ -](?:high|best)(?: of)? $|\b(?:for|his|her) (?:a total of |an? [\w-]+ )?$(?<=[a-z] )",
            r"-points? (?:night|game|performance|haul|evening|display)\b",
        ),
        "target": (r"\b(?:need(?:ed|ing|s)?|chas(?:ed|ing|es)|requir(?:ed|ing)|set|pursuing|target of) $", r" (?:to win|for victory)\b"),
        "scored": (r"\b(?:scrap(?:ed|ing)|manag(?:ed|ing)|(?:bowled|all) out for|dismissed for|only made|could make only|mustered|reached|got|scor(?:ed|ing)) (?:only |just )?$", r" (?:goals? )?(?:scored|for)\b(?= and)"),
        "short": (r"\bfell $", r" (?:runs? )?short\b"),
        "beaten by": (r"\b(?:lost|lose|beaten|fell|losing|defeat|went down|win|won|victory) by $", r" runs?\b"),
        "difference": (r"\b(?:goal difference|points difference|difference)(?: of| is| at)?(?: plus)? $", None),
        "before": (None, rf" (?:{KEPT})\b[^.;,\d\n]{{0,12}}\b(?:before|going into|coming into|until|at the start)\b"),
        "after": (r"\bnow (?:has|have|on|had|stands? (?:at|on)) $", None),
        "gain": (r"\b(?:all|another|a further|added|adding|won|scored|claimed|played|started) (?:all )?$", None),
    }  # fmt: skip
    return {
        name: (re.compile(before, re.I) if before else None, re.compile(behind, re.I) if behind else None)
        for name, (before, behind) in tables.items()
    }


@cache
def _gates() -> tuple[tuple[Account, re.Pattern[str]], ...]:
    """Compile a word that a sentence must hold before it is looked at for an account."""
    words = {
        "played": r"\b(?:won|wins|victories|taken|winning|took)\b", "faced": r"\b(?:shots|efforts|attempts)\b", "points": r"\bassists\b",
        "tried": r"\b(?:miss|fail|fluff|stopping)", "target": r"\b(?:short|by)\b", "scored": r"\bdifference\b", "after": r"\bnow\b",
    }  # fmt: skip
    return tuple((account, re.compile(words[account.whole], re.I)) for account in ACCOUNTS)


def balances(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Yield each account that one sentence tells in full, a figure to a part."""
    counts = [one for one in sentence.of_kind("count|points") if one.number and not one.hedge and one.upper is None]
    if len(counts) < FEWEST:
        return
    words = article.words(sentence)
    opened = [account for account, gate in _gates() if gate.search(words)]
    if opened and not OTHERWISE.search(words):
        told = _parts(article, sentence, counts)
        for account in opened:
            yield from _balance(article, account, told)


def _parts(article: Article, sentence: Sentence, counts: list[Mention]) -> dict[str, list[Mention]]:
    """Return the figures of a sentence by every part that the words about them may give them."""
    text, start = article.document.text, article.span(sentence.start, sentence.end).start
    told: dict[str, list[Mention]] = {}
    for one in counts:
        before = text[max(start, one.span.start - BEFORE) : one.span.start]
        end = (
            one.span.start + len(one.text) - len(one.text[one.text.find("point") - 1 :] if "point" in one.text else "")
        )
        behind = text[end : end + BEHIND].split("\n")[0]
        for name, (ahead, after) in _roles().items():
            if (ahead and ahead.search(before)) or (after and after.match(behind)):
                told.setdefault(name, []).append(one)
    return told


def _balance(article: Article, account: Account, told: dict[str, list[Mention]]) -> Iterator[Relation]:
    names = (*account.parts, *(name for name in account.more if name in told))
    if any(len(told.get(name, ())) != 1 for name in (account.whole, *names)):
        return
    whole, parts = told[account.whole][0], [told[name][0] for name in names]
    if len({one.first for one in (whole, *parts)}) != len(parts) + 1:
        return
    made, size = total([_exact(part) for part in sorted(parts, key=attrgetter("first"))]), value(whole)
    low = made.interval.low
    if account.less:
        made = made.changed(value=Interval(low, low + account.less))
    apart = abs(size - low)
    full = account.closed or len(names) > len(account.parts) or low > size or _of(article, parts[0], whole)
    doubt = None if full and apart <= max(SLIP, size / SHARE) else UNSURE
    yield Relation(_exact(whole), made, doubt=doubt)


def _of(article: Article, part: Mention, whole: Mention) -> bool:
    """Tell whether a part stands straight before what it is of: 27 of 29 shots."""
    between = article.document.text[part.span.end : whole.span.start]
    return between in (" of ", " of the ", " of his ", " of her ")


def _exact(mention: Mention) -> Quantity:
    return Quantity(Interval.exactly(value(mention)), "", mention.text, (mention.span,))
