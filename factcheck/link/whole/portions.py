"""A share set off beside its part, and the whole that words give the part: 84 of the 240 drivers were stopped, or 35%.

Three ties make it: the share stands apart from what it is said of ("— 35 per cent —", ", a pass rate of 35%", "That is
35%"), it has no other whole behind it ("35 per cent of women"), and the part is of a figure ("84 of the 240", "Of the
240 drivers, 84") or leaves unsaid what it counts, so that it counts what was counted last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.article import BIT, Article, Sentence
from factcheck.link.context.roles import grammar
from factcheck.link.context.ties import adjacent
from factcheck.link.series.shares import is_part
from factcheck.link.whole.setoff import RATES, aside, set_off
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase, word_letters
from factcheck.records import NamedTuple

SHARES, NUMBERS = BIT["P"] | BIT["F"], BIT["M"] | BIT["K"] | BIT["U"]
THE = "(DETERMINER|ABOUT|NEARLY|MORE|than|SHIFT|TOTAL)*"
NAMES = "<wN'R->? <wN'->? <wN'->? <wN'->?"
CLOSE = "<,.q·)\n;:—->"
OUT_OF = f"{NAMES} out? of {THE} of? {NAMES}"
OF_WHICH = f"{NAMES} <,(—>? of which|whom ..."
OF = f"of {THE} {NAMES}"
OF_FIGURE = f"{OF} (of {THE})? {{whole:number}}"
OF_KNOWN = "-? majority | of (them|it|those|these|whom|which|all | the|its|their|his|her|our (kin=<wN> | TOTAL) | those|these <w>)"
RATE_BEHIND = f"-? <w>? <w>? rate=<w> ({CLOSE} | BE|HAVE)"
BASE = f"({OF_FIGURE} | ({OF_KNOWN})? {CLOSE})"
OPENS_IN = f"<'\">? in|among|from (a|an|the) ... of {NAMES}"
PART_BEHIND = (
    f"{NAMES} <,(—-> or? (ABOUT|NEARLY|BARELY|just|only)* {{part:number}} <wN>? <wN>? (in (all|total) | TOTAL)? <,)—->"
)
UNSAID = "BE|HAVE|DO|AUXILIARY|SAY|of|RISE|FALL | <,(—-> | <w> <w,(—->"
OTHER_WHOLES = frozenset(
    "population vote votes market country world economy budget nation state total year time industry public".split()
)
"""Of these a share may be though another whole was named: 12 of the 40 mills, 3 per cent of the industry."""

AIMS = frozenset("target goal aim capacity limit quota".split())
"""What a figure may be so much of without "of" between the two."""

TURNS = frozenset("and but while whereas than against compared from versus another plus".split())
"""Between a part and a share these may turn to another thing."""

NUMERIC = frozenset("MKUP")
BASE_NEAR = 3
"""So many places behind "from" stands a figure, if that is what another is taken from: not "vanished from the valley"."""

REACH = 20
"""So many places may part a part from the mark that sets its share off."""


OPENING = Pattern(
    r"[\"“]?(?:In|On|At|For|By) (?!(?:all|total|other words|that|this|an?|\d|the (?:end|event))\b)|[\"“]?(?:Upstairs|Elsewhere|Its neighbou?r)\b"
)
OWNED = Pattern(r" of (?:its|their|his|her) [a-z]")
STOCK = Pattern(
    r"\b(?:ha[sd]|have|employ\w*|own\w*|runs?|operat\w+|with|of|counts?|counted|number\w*|keeps?|fleet|workforce|staff) (?:about |some |nearly |just |only )?[£$€]?$",
    re.I,
)
LOOK = 40
"""So opens what may tell of another place or day; "its" is of all that somebody has, which these words before a figure tell."""


class Portion(NamedTuple):
    """A stated share, the part that it is said of, the whole that the part is of, and the share's sentence."""

    stated: Mention
    part: Mention
    whole: Mention
    sentence: Sentence


def portions(article: Article) -> Iterator[Portion]:
    """Yield every share of an article that words tie to its part, and the part to its whole."""
    for sentence in article.sentences:
        if sentence.kinds & SHARES and sentence.block != "cell" and _near_numbers(article, sentence):
            for stated in sentence.of_kind("share"):
                moved = grammar().sign(article.skeleton[article.place(stated) - 1])  # "led by Elm, up 13 per cent"
                if stated.upper is None and stated.size and not moved and not is_topic(article, stated):
                    pair = _behind(article, sentence, stated) or _before(article, sentence, stated)
                    may_be = pair is not None and not _is_elsewhere(article, sentence, stated, pair[1])
                    if pair and may_be and is_part(*pair) and pair[0].size < pair[1].size:
                        yield Portion(stated, *pair, sentence)


def _is_elsewhere(article: Article, sentence: Sentence, stated: Mention, whole: Mention) -> bool:
    """Tell whether a whole told before need not be that of a share: of another place or day, or no stock of whose "its" is."""
    if whole.sentence == sentence.number:
        return False
    owned = OWNED.match(article.around(stated, LOOK)[1]) and not STOCK.search(article.around(whole, LOOK)[0])
    return OPENING.match(article.words(sentence)) is not None or bool(owned)


def is_topic(article: Article, stated: Mention) -> bool:
    """Tell whether what a share comes to is told straight behind it, as of a topic: 과반은 79석, 3분의 2는 104석."""
    behind = article.at.get(article.place(stated) + 1)
    return behind is not None and article.document.text.startswith(("은 ", "는 "), stated.span.end)


def _near_numbers(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence or the one before it has a figure that may be a part."""
    before = article.sentences[sentence.number - 1].kinds if sentence.number else 0
    return bool((sentence.kinds | before) & NUMBERS)


Pair = tuple[Mention, Mention]


def _behind(article: Article, sentence: Sentence, stated: Mention) -> Pair | None:
    """Return the part, and its whole, that stands apart behind a share: "a third of the 20 inns, five in all,"."""
    if not sentence.kinds & NUMBERS or sentence.mentions[-1] is stated:
        return None
    place, end = article.place(stated) + 1, sentence.end + 1
    own = phrase(OF_FIGURE).match(article.skeleton, place, end)
    known = own or phrase(OF_KNOWN).match(article.skeleton, place, end)
    found = phrase(PART_BEHIND).match(article.skeleton, known.end() if known else place, end)
    if found is None:
        return None
    part = article.at[found.start("part")]
    if own:
        return part, article.at[own.start("whole")]
    first = next(iter(_figures(sentence)), None)  # a range, "0.66-0.78", is none
    opened = first and not known and first.first < stated.first and _opened(article, sentence, first)
    whole = first if opened else _counted_last(article, sentence, part, stated)
    return (part, whole) if whole else None


def _before(article: Article, sentence: Sentence, stated: Mention) -> Pair | None:
    """Return the part, and its whole, from which a share is set off: "84 of the 240 drivers, or 35 per cent"."""
    place, end = article.place(stated) + 1, sentence.end + 1
    known = phrase(BASE).match(article.skeleton, place, end) or _rate_behind(article, sentence, place)
    if known is None and {"so", "that"} <= {
        article.word(at) for at in range(max(sentence.start, place - 4), place - 1)
    }:
        known = phrase("BE|HAVE|AUXILIARY").match(article.skeleton, place, end)
        if article.word(place).endswith("ed"):
            known = phrase("<w>").match(article.skeleton, place, end)  # "so that one in three ended up"
    apart = set_off(article, sentence, stated) if known else None
    if known is None or apart is None:
        return None
    where, mark = apart
    if where is sentence and mark > sentence.start and article.word(mark - 1) in RATES:
        near = adjacent(article, sentence, -1)  # "The pass rate, 22 per cent, is the lowest."
        where, mark = (near, near.end) if near and sentence.mentions[0] is stated else (where, mark)
    last = next(
        (
            one
            for one in reversed(_figures(where))
            if article.place(one) < mark and not aside(article, one, mark) and not bound(article, one)
        ),
        None,
    )
    if last is None or mark - article.place(last) > REACH or not _one_clause(article, article.place(last) + 1, mark):
        return None
    told = known.groupdict()
    if told.get("whole"):
        return last, article.at[known.start("whole")]
    if told.get("kin") and article.word(known.start("kin")) in OTHER_WHOLES:
        return None
    aim = told.get("kin") is not None and article.word(known.start("kin")) in AIMS
    return _paired(article, where, last, aim) or _of_the_last(article, where, last, stated)


def _rate_behind(article: Article, sentence: Sentence, place: int) -> re.Match[str] | None:
    """Return the name of a rate right behind a share, with nothing behind that: a 25 per cent response rate."""
    found = phrase(RATE_BEHIND).match(article.skeleton, place, sentence.end + 1)
    return found if found and article.word(found.start("rate")) in RATES else None


def _figures(sentence: Sentence) -> list[Mention]:
    """Return the figures of a sentence that can be part or whole; a single thing is no figure: "at any one time"."""
    return [one for one in sentence.of_kind("number") if one.size > 1 or one.kind != "count"]


def bound(article: Article, one: Mention) -> bool:
    """Tell whether a figure only says of what size the things are that another counts: wider than 140 m, were under 21."""
    place = article.place(one)
    bound = one.hedge in ("less", "more") and one.kind == "count" and not one.noun
    if article.word(place - 1) == "but" or article.skeleton[place - 1] == "-":
        return True  # "all but nine", "over-80s"
    led = article.skeleton[place - (3 if article.word(place - 1) == "than" else 2)]
    return (article.word(place - 1) == "than" and not one.hedge) or (bound and led in _being())


@cache
def _being() -> frozenset[str]:
    """Return the letters of what says of things how large they are: were under 21, have more than 30."""
    return grammar().be | word_letters("HAVE")


def _one_clause(article: Article, start: int, stop: int) -> bool:
    """Tell whether nothing between a part and the mark behind it turns to another thing, or is a percentage."""
    for at in range(start, stop):
        if article.skeleton[at] in ";:PT" or (at not in article.at and article.word(at) in TURNS):
            place = article.word(at) == "from" and NUMERIC.isdisjoint(article.skeleton[at : at + 1 + BASE_NEAR])
            if not place:
                return False
    return True


def _paired(article: Article, sentence: Sentence, last: Mention, aim: bool = False) -> Pair | None:
    """Return the last figure of a clause with the one before it, one part and one whole, if words make them so.

    Of an `aim` the part is what has been reached of the only other figure: "It wanted £80m and has £52m, 65% of its goal".
    """
    figures = _figures(sentence)
    if aim and len(figures) == 2 and last is figures[1] and figures[0].unit == last.unit != "":
        return last, figures[0]
    at = figures.index(last)
    if not at:
        return None
    one, start, stop = figures[at - 1], article.place(figures[at - 1]) + 1, article.place(last)
    if phrase(OUT_OF).fullmatch(article.skeleton, start, stop):
        return one, last
    if phrase(OF_WHICH).fullmatch(article.skeleton, start, stop) or _opened(article, sentence, one):
        return last, one
    return None


def _opened(article: Article, sentence: Sentence, whole: Mention) -> bool:
    """Tell whether "of" before a figure makes it a whole: it opens its sentence, or a share of it is spoken of."""
    place = article.place(whole)
    opens = phrase(f"<'\">? out? {OF}").fullmatch(article.skeleton, sentence.start, place)
    shared = phrase(OF).search(article.skeleton, max(sentence.start, place - REACH), place)
    opens = opens or phrase(OPENS_IN).fullmatch(article.skeleton, sentence.start, place)
    return bool(opens) or bool(shared and shared.end() == place and article.word(shared.start() - 1) in RATES)


def _of_the_last(article: Article, sentence: Sentence, part: Mention, stated: Mention) -> Pair | None:
    whole = _counted_last(article, sentence, part, stated)
    return (part, whole) if whole else None


def _joined(article: Article, one: Mention, part: Mention) -> bool:
    """Tell whether a figure is told beside another as its equal: "6,412 yes votes and 2,965 no"."""
    between = range(article.place(one) + 1, article.place(part))
    joined = one.sentence == part.sentence and any(at not in article.at and article.word(at) in TURNS for at in between)
    return joined and article.word(article.place(part) + 1) != "of"


def _counted_last(article: Article, sentence: Sentence, part: Mention, stated: Mention) -> Mention | None:
    """Return the one count before a part that does not say what it counts: "There were 75 complaints; 60 were upheld"."""
    verb = part.noun.endswith("ed") and article.word(article.place(part) + 1) == part.noun  # "and 125 answered"
    elided = verb or (not part.noun and phrase(UNSAID).match(article.skeleton, article.place(part) + 1))
    if part.kind != "count" or not elided:
        return None
    before = [one for one in sentence.mentions if one.first < min(part.first, stated.first)]
    if not any(one.kind == "count" for one in before) and (near := adjacent(article, sentence, -1)):
        before = list(near.mentions)
    counts = [one for one in before if one.kind == "count" and one.size > 1]
    total = phrase("of the TOTAL").match(article.skeleton, article.place(stated) + 1) is not None
    shared = _joined(article, counts[-1], part) and not total and not verb if counts else True
    shared = shared or any(one.kind in ("percent", "fraction") for one in before)
    return counts[0] if len(counts) == 1 and counts[0].noun and not counts[0].hedge and not shared else None
