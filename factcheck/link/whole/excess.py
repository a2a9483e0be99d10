"""Parts of what was just counted: "48 ships, 31 of which are laid up", "31 of them", "including 31 in Leeds".

Words behind or before a number say that it is some of those; what those are is the number told last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.link.series.figures import is_plain
from factcheck.link.whole.bounds import CLEARLY, words
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple
from factcheck.segment import vocabulary

GATE = Pattern(r"\bof (?:whom|which|it|them|these|those|the)\b|\bincluding\b|^(?:Of|Among|Out of)\b|\balone\b", re.I)
"""Without these no number is told to be of another."""

HEDGE = (
    r"(?:,? ?(?:about|around|some|nearly|almost|only|just|fully|as many as|no fewer than|at least|more than|over|up to"
    r"|perhaps))?,? ?"
)
FIRM_BEHIND = Pattern(r"^ of (?:whom|which|it)\b|^ (?:of them )?(?:in|at|from|on) [^,;.—–]{2,30}? alone\b", re.I)
FIRM_BEFORE = Pattern(
    rf"(?:\bof (?:whom|which)|\bincluding){HEDGE}$|^(?:Of|Among|Out of) [^,;]*(?:, | (?:are|were) ){HEDGE}$", re.I
)
"""Behind a number or before it these take up the number straight before it."""

OUT_OF_IT = Pattern(r"\d (?:\w+ )?in $")
"""Between a part and a whole this counts the part off: six bags in 10 of it."""

LOOSE_BEHIND = Pattern(r"^ of (?:them|these|those)\b(?! who| that| with)", re.I)
LOOSE_BEFORE = Pattern(rf"\b(?:of|among) (?:them|these),?(?: \w+){{0,2}}?{HEDGE}$", re.I)
"""These take up what was told, in the sentence before at the farthest."""

AGAIN = Pattern(r"^ of (?:the (?P<noun>[a-z]+)|(?:those|these) (?P<these>[a-z]+s)\b)", re.I)
"""This takes up what was counted by its noun."""

VAGUE = Pattern(
    r"\b(?:hundreds|thousands|dozens|scores|millions|many|several|more than|others?|both|all|each|every|times|total)\b",
    re.I,
)
"""With these there may be more than were counted."""

PLACED = frozenset("in across from at on over after by within with for to into".split())
"""Behind these a number counts what others are in, which those others may outnumber."""

OTHERS = Pattern(r"\b(?!(?:[a-z]*(?:ss|us|is|has|was|its|says))\b)[a-z]{3,}s\b|\b(?:people|men|women|children)\b", re.I)
"""Between the two these may be what is taken up instead."""

OBJECT = Pattern(r"\b[a-z]+ (?:in|at|on|with|for) $", re.I)
"""Right before the part this is what it has: it found faults in 31 of them."""

ASIDE = Pattern(r"^ (?:in|at|on|during|from|by|with|counting) [^,;.]{2,30},")
"""Behind a number after a comma these and another comma make it an aside: of 14 calls a day, 20 in summer, most are free."""

OF_IT = Pattern(r"^ of (?:which|it)\b", re.I)
"""Behind a sum this takes up the sum straight before it."""

KINDS = BIT["K"] | BIT["M"] | BIT["U"]
APART = 4
"""So many words may part a sum from what is of it: £90 million a year, of which £11 million."""

NEARBY = 60
"""So many characters behind a number its "of whom" may stand."""

TENFOLD, TWICE = 12, 2.5
"""A part that is so many times its whole is none of it: where it stands straight behind, and elsewhere."""

KINDS_OF_PEOPLE = frozenset({"person", "people", "peopl"})


COUNTED_AGAIN = Pattern(
    rf"\bthere(?:['’]s|['’]re| (?:is|are|was|were|remain(?:ed|s)?|have been|had been|will be|would be)){HEDGE}$", re.I
)
"""Before a number these count all there are at another time: three pubs, of which there were six in 1990."""


class Part(NamedTuple):
    """A number that is said to be of another."""

    part: Mention
    whole: Mention


def parts_of_counted(article: Article) -> Iterator[Part]:
    """Yield each number that words make a part of a number told before it."""
    if article.verb_last:
        return
    previous: Sentence | None = None
    for sentence in article.body:
        if sentence.kinds & KINDS and GATE.search(article.words(sentence)):
            for one in sentence.mentions:
                whole = (
                    (_straight(article, sentence, one) or _taken_up(article, previous, sentence, one))
                    if _is_number(one)
                    else None
                )
                if whole:
                    yield Part(one, whole)
        previous = sentence


def _is_number(one: Mention) -> bool:
    """Tell whether a figure counts whole things, or is a sum or measure of them."""
    if one.number is None or one.upper is not None:
        return False
    counts = one.kind == "count" and one.number.middle.denominator == 1 and one.size > 1
    return counts or (one.kind in ("money", "measure") and one.size > 0)


def _about(article: Article, sentence: Sentence, part: Mention) -> tuple[str, str, list[Mention]]:
    """Return the words before a number and behind it in its sentence, and the figures before it."""
    text, here = article.document.text, article.here(sentence)
    told = [one for one in sentence.mentions if one.first < part.first and one.number]
    return text[here.start : part.span.start], text[part.span.end : here.end], told


def _straight(article: Article, sentence: Sentence, part: Mention) -> Mention | None:
    """Return the number straight before a part that is "of whom", "including" or "in Leeds alone"."""
    before, behind, told = _about(article, sentence, part)
    by_the_way = before.endswith(", ") and ASIDE.match(behind)
    if (
        by_the_way
        or OUT_OF_IT.search(before)
        or not told
        or not (FIRM_BEFORE.search(before) or FIRM_BEHIND.match(behind))
    ):
        return None
    placed = len(told) > 1 and told[-1].size < told[-2].size and _is_placed(article, told[-1])
    whole, aside = (told[-2], told[-1]) if placed and told[-1].kind == "count" else (told[-1], None)
    counted = article.word(article.place(part) + 1) in words("shares", "closed") and not before.endswith("which ")
    alike = (counted or _alike(article, whole, part)) and not OTHERS.search(_between(article, whole, part, aside))
    if part.kind != "count" and not _is_some_of_it(article, sentence, whole, part, before, behind):
        return None
    near = part.span.start - whole.span.end <= NEARBY and not (
        before.endswith("including ") and _is_placed(article, whole)
    )
    return whole if alike and near and _fits(article, whole, part, told) else None


def _is_some_of_it(
    article: Article, sentence: Sentence, whole: Mention, part: Mention, before: str, behind: str
) -> bool:
    """Tell whether a sum is told to be of the sum straight before it, which is not what is left of several."""
    told = OF_IT.match(behind) or before.rstrip().endswith("of which")
    apart = len(article.document.text[whole.span.end : part.span.start].split()) > APART
    net = words("shares", "negative") | {"gain", "gains", "less", "minus"}
    said = re.findall("[a-z]+", article.words(sentence).lower())
    return bool(told) and not apart and net.isdisjoint(said)


def _taken_up(article: Article, previous: Sentence | None, sentence: Sentence, part: Mention) -> Mention | None:
    """Return the one number before a part that is "of them", "of these" or of what it counts."""
    if part.kind != "count":
        return None
    before, behind, told = _about(article, sentence, part)
    again = AGAIN.match(behind)
    if not (again or LOOSE_BEHIND.match(behind) or LOOSE_BEFORE.search(before)) or COUNTED_AGAIN.search(before):
        return None
    if not told and previous and _follows(article, previous, sentence):
        told = [one for one in previous.mentions if one.number]
        before = article.words(previous) + before
    counted = [one for one in told if one.kind == "count"]
    if len(counted) != 1 or VAGUE.search(before):
        return None
    whole = counted[0]
    if again and not (again["noun"] or again["these"]).lower().startswith(whole.noun[:4] or "?"):
        return None
    between = _between(article, whole, part)
    near = part.size < whole.size * TWICE and '"' not in between and "”" not in between
    near = near and not _is_placed(article, whole)
    clear = bool(again) or not OTHERS.search(OBJECT.sub("", between))
    return whole if near and clear and _alike(article, whole, part) and _fits(article, whole, part, told) else None


def _is_placed(article: Article, whole: Mention) -> bool:
    """Tell whether a number counts what others are in: across 14 districts, across the 14."""
    at = article.place(whole) - 1
    return article.word(at - (article.skeleton[at] in vocabulary()[1]["DETERMINER"])) in PLACED


def _between(article: Article, whole: Mention, part: Mention, aside: Mention | None = None) -> str:
    """Return the words between a whole with its noun and a part, those from a number that tells where it is left off."""
    words = article.document.text[whole.span.end : (aside or part).span.start].split(" ")
    own = [at for at, word in enumerate(words) if word.lower().startswith(whole.noun[:4] or "?")]
    return " ".join(words[own[0] + 1 if own else 2 :])


def _follows(article: Article, previous: Sentence, sentence: Sentence) -> bool:
    same = article.block_of(previous) == article.block_of(sentence)
    return previous.end + 1 == sentence.start and same


def _alike(article: Article, whole: Mention, part: Mention) -> bool:
    return (
        whole.kind != "count"
        or part.noun in ("", whole.noun)
        or (part.noun.endswith("ed") and article.word(article.place(part) + 1) == part.noun)
        or whole.noun in KINDS_OF_PEOPLE
    )


def _is_elided(article: Article, whole: Mention, part: Mention) -> bool:
    """Tell whether a bare number leaves out the unit of what it is of: 60 million litres, 52 million of which."""
    bare = part.kind == "count" and not part.noun and whole.kind == "measure"
    return bare and article.document.text.startswith(" of which", part.span.end)


def _in_a_name(article: Article, one: Mention) -> bool:
    """Tell whether a number is written large within a sentence: the Three Stags."""
    return one.text[0].isupper() and article.place(one) > article.sentences[one.sentence].start


def _is_of_each(article: Article, whole: Mention) -> bool:
    """Tell whether a number counts what so many each are of: six ferries for each of the four routes."""
    at = article.place(whole) - 1
    at -= article.skeleton[at] in vocabulary()[1]["DETERMINER"]
    return article.word(at) == "of" and article.word(at - 1) in ("each", "every", "one", "any")


def _fits(article: Article, whole: Mention, part: Mention, told: list[Mention]) -> bool:
    """Tell whether a number told before can be the whole of a part."""
    elided = _is_elided(article, whole, part)
    named = _is_number(whole) and is_plain(whole) and (bool(whole.noun) or part.kind != "count" or elided)
    alike = (whole.kind, whole.unit) == (part.kind, part.unit) or elided
    named = named and alike and not (_in_a_name(article, whole) or _is_of_each(article, whole))
    greater = any(one is not whole and one.size >= part.size for one in told)
    hedged = bool(part.hedge) and whole.size < part.size <= whole.size * CLEARLY
    far = part.kind == "count" and part.size >= whole.size * TENFOLD
    return named and not (hedged or greater or far)
