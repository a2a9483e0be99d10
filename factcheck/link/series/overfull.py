"""Parts that leave unsaid what they count, and come to more than the whole that says it: nothing can hold more than it has.

"The force bought 14 jets. The north base is to get nine and the south eight": numbers without a noun are of the noun told
last.  Which words join them varies without end.  Where they come to more than that whole, by one slip of the pen in one
figure, where no choice of the figures near by comes to it, and something ties them to it besides their being bare, they
can only be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from factcheck.article import BIT, Article, Sentence
from factcheck.link.series.allotted import NEARBY, PARTIAL, Allotted, figures_of, fits_whole, paragraphs, slipped
from factcheck.link.series.closers import FOR_IT, OF_SOME, OF_THEM, is_part
from factcheck.link.series.figures import is_plain, value
from factcheck.link.series.readings import complementary
from factcheck.model import Mention
from factcheck.patterns import Pattern

KINDS = BIT["K"] | BIT["M"] | BIT["U"] | BIT["L"]
NEAR, MOST, CROWD = 3, 7, 11
"""So many sentences behind a whole tell its parts, so many parts; so many figures near by are chosen from."""

PERSON = "person"
TELLING, BESIDE = 3, 12
"""So many digits of a whole tell it from another number, so that fewer words need tie its parts to it."""

OVERLAP = Pattern(
    r"\b(?:(?:is|are|was|were|had|has|have|who|which) also|also (?:is|are|was|were|had|has|have)|both|includ\w+|overlap\w*|several|some of|averag\w+|more than once|as well as|at least|up to|respectively|record|previous\w*|earlier|compared|than|expected|forecast|if"
    r"|(?:rose|fell|grew|grown|risen|fallen|up|down) (?:to|by|from|\d)|increase[sd]?|per|each|beat|won|scor\w+|ago|last (?:year|season|time|month)|on top of|besides|in addition|twice|times)\b",
    re.I,
)
"""With these among them figures may overlap, or be of several wholes."""

WHOLE_BEFORE = Pattern(
    r"\b(?:has|have|had|total(?:led|ling|s)?(?: of)?|all|number(?:ed|s)?|counts?|counted|seats?|holds?|budget of|sum of|raised|made up of|altogether|worth|runs? for|lasts?|lasted|carrying|aboard|went on for|the|its|his|her|their)(?: \w+)? ?[£$€]?$",
    re.I,
)
WHOLE_BEHIND = Pattern(
    r"^[^.;:]{0,40}?\b(?:in all|in total|altogether|in the end|all told|combined|together|overall|make up|makes up|made up)\b|^[^.;]{0,60}:",
    re.I,
)
OF_IT = Pattern(r"\bof (?:them|those|these|this|that|it|which|whom|that number|the (?:total|population|lot))\b", re.I)
FURTHER = Pattern(
    r"\b(?:another|a further|a second|a third|the second|the third|plus|the bulk|most of|the (?:final|last|closing|outstanding|remaining|other|others|rest|balance)"
    r"|neither|leaves|leaving|left|that is|ends? (?:on|with)|accounted for|the hosts|the visitors|what remained)\b",
    re.I,
)


ABOUT_VOTES = Pattern(
    r"\b(?:votes?|voted|ballots?|seats?|abstain\w*|abstentions?|against|in favou?r|for it|noes|ayes|yes(?:es)?|no|blank|spoil\w*|invalid|opposed)\b",
    re.I,
)
VOTES = frozenset("vote ballot seat no noe yes aye nay abstention partner member delegate".split())
"""In a vote the parts may say what they are: 130 yeses, 11 noes and 22 abstentions of 193 members."""


def overfull(article: Article) -> Iterator[Allotted]:
    """Yield every whole with the bare figures behind it that come to it, or to more by a slip."""
    for told in paragraphs(article):
        if (
            sum(
                one.kind in ("count", "money", "measure", "duration", "label")
                for sentence in told
                for one in sentence.mentions
            )
            < TELLING
        ):
            continue
        for at, sentence in enumerate(told):
            if sentence.kinds & KINDS:
                yield from _of_sentence(article, told[at : at + NEAR])


def _of_sentence(article: Article, told: list[Sentence]) -> Iterator[Allotted]:
    """Yield the readings of the first figures of some sentences as wholes."""
    for figures in figures_of(article, told, KINDS):
        wholes = [
            one
            for one in figures
            if one.sentence == told[0].number and is_plain(one) and (one.noun or one.unit or _all_of_it(article, one))
        ]
        for whole in wholes:
            if OF_SOME.match(article.document.text, whole.span.end):
                continue
            later = [
                one
                for m, one in enumerate(figures)
                if one.first > whole.first and is_part(article, figures, m, percent=False)
            ]
            later = [one for one in later if not _of_another_time(article, whole, one)]
            if found := _read(article, later, whole, _parts(article, whole, later)):
                yield found
                return


def _parts(article: Article, whole: Mention, later: list[Mention]) -> list[Mention]:
    """Return the figures behind a whole that leave unsaid what they count, and those that stand in a row with them."""
    found: list[Mention] = []
    for one in later:
        again = found and one.sentence != found[0].sentence and OF_THEM.match(article.document.text, one.span.end)
        if again:
            break
        in_row = found and one.sentence == found[-1].sentence and ROW.fullmatch(_between(article, found[-1], one))
        if _bare(article, one, whole) or (in_row and not one.unit and value(one) < value(whole)):
            found.append(one)
    return found


def _of_another_time(article: Article, whole: Mention, part: Mention) -> bool:
    """Tell whether a figure stands behind a year of its own sentence, which its whole does not: in 2012 poachers shot 29."""
    near = article.sentences[part.sentence].of_kind("year|relative")
    return part.sentence != whole.sentence and any(one.first < part.first for one in near)


def _bare(article: Article, part: Mention, whole: Mention) -> bool:
    """Tell whether a figure leaves unsaid what it counts, or says that it is what the whole counts."""
    if part.unit or (whole.number and value(part) < whole.number.half):
        return part.unit == whole.unit and value(part) >= (whole.number.half if whole.number else 0)
    if not whole.noun and not whole.unit and part.noun == PERSON:
        return True
    text = article.document.text
    if BASE.search(article.around(part, LOOK)[0]):
        return False
    verb = VERB.match(text, part.span.end) is not None and value(part) < value(whole)
    voted = part.noun in VOTES and whole.noun in VOTES
    return (part.noun in ("", "other", whole.noun) or verb or voted) and not (
        FOR_IT.match(text, part.span.end) or OF_OTHERS.match(text, part.span.end)
    )


OF_OTHERS = Pattern(r" of the (?:others?|rest|remain\w+)\b", re.I)
SIBLING = Pattern(r"\b(?:another|a further|the other|others?)(?: [£$€]?)?$", re.I)
"""Right before the first part these make the whole a part beside it."""

LOOK, BASE = 12, Pattern(r"\bof (?:the|its|their|all|those|his|her) $", re.I)
"""Right before a figure these make it what another is some of."""

VERB = Pattern(r" (?:[a-z]+s?|[a-z]+ed) (?:the|a|an|its|their|his|her|at|in|on|by|with|from)\b")


def _read(article: Article, figures: list[Mention], whole: Mention, parts: list[Mention]) -> Allotted | None:
    ends = [n for n, one in enumerate(parts, 1) if n == len(parts) or parts[n].sentence != one.sentence]
    for end in ends:
        some = parts[:end]
        if not 1 < len(some) <= MOST or any(value(one) >= value(whole) for one in some):
            continue
        if fits_whole(whole, some):
            return Allotted(whole, some, sure=False) if _ties(article, whole, some) else None
    for end in reversed(ends):
        some = parts[:end]
        if not 1 < len(some) <= MOST or any(value(one) >= value(whole) for one in some):
            continue
        over = sum(map(value, some), Fraction(0)) > value(whole)
        if over and slipped(whole, some) and not _apart(article, whole, some) and not _otherwise(figures, whole, some):
            ties, digits = _ties(article, whole, some), len(str(int(value(whole))).rstrip("0"))
            if ties > 1 or (ties and digits >= TELLING and len(some) > 2):
                return Allotted(whole, some, sure=True)
    return None


def _between(article: Article, one: Mention, other: Mention) -> str:
    return article.document.text[one.span.end : other.span.start]


ROW = Pattern(r"[^.;]{0,40}?(?:,| with| and| plus) (?:about |some )?$")


def _ties(article: Article, whole: Mention, parts: list[Mention]) -> int:
    """Return how many things tie parts to a whole: words about the whole, about the parts, and how these stand to each other."""
    text = article.document.text
    before, behind = article.around(whole, 40, 90)
    stretch = text[whole.span.end : parts[-1].span.end + 30].split("\n")[0]
    apart = complementary(article, parts) if len(parts) == 2 else whole.sentence != parts[0].sentence
    joined = (FURTHER.search(stretch), apart, ":" in text[whole.span.end : parts[0].span.start])
    sides = whole.noun in VOTES and ABOUT_VOTES.search(stretch) is not None
    if len(parts) == 2 and (sides or not any(joined)):
        return 0
    told = (
        WHOLE_BEFORE.search(before) or WHOLE_BEHIND.match(behind),
        OF_IT.search(stretch),
        len(ABOUT_VOTES.findall(stretch)) > 1,
        *joined,
    )
    return sum(map(bool, told))


def _all_of_it(article: Article, one: Mention) -> bool:
    before, behind = article.around(one, 30, 40)
    return WHOLE_BEFORE.search(before) is not None or WHOLE_BEHIND.match(behind) is not None


def _apart(article: Article, whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether words among a whole and its parts let them overlap, or be of other wholes."""
    text = article.document.text
    start = article.span(*article.sentences[whole.sentence][1:3]).start
    words = text[start : parts[-1].span.end + BESIDE].split("\n")[0]
    if SIBLING.search(article.around(parts[0], LOOK * 2)[0]) or PARTIAL.search(article.around(whole, NEARBY)[0]):
        return True
    beside = re.search(r"\band\b", text[whole.span.end : parts[0].span.start]) and whole.sentence == parts[0].sentence
    return bool(beside) or OVERLAP.search(words) is not None


def _otherwise(figures: list[Mention], whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether some choice of the figures near by comes to the whole, or one of the parts is what others come to."""
    pool = [one for one in figures if one is not whole and one.number is not None][:CROWD]
    ways = [some for size in range(2, len(pool) + 1) for some in combinations(pool, size)]
    return any(
        (added := sum(map(value, some), Fraction(0))) == value(whole)
        or (added in map(value, parts) and all(one in parts for one in some))
        for some in ways
    )
