"""Wholes told with all their parts and nothing else of the kind near by: what a reader adds up unasked.

The words around vary without end, the structure does not: the figures of one sentence, or of two or three that follow
each other, are one whole and its parts, joined as equals, and no figure is left over.  Where they miss each other by
a slip of the pen, and nothing says that there may be others, they can only be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.series.figures import ADDABLE, family, is_plain, significant, slip, swapped, value
from factcheck.link.series.readings import (
    OF_WHICH,
    SPEAKS_AGAINST,
    Reading,
    complementary,
    fits,
    follows,
    gapped,
    parts_may_overlap,
)
from factcheck.link.series.runs import breaks, gap, runs
from factcheck.link.series.totals import counts_more, is_pronoun, is_total
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.records import NamedTuple

BACK, LEAST, MOST = 1, 3, 9
"""So many sentences before one may tell the rest; so few figures, and so many, may be a whole with its parts."""

FAR = Fraction(1, 3)
"""By no more than this share of the whole does a slip put the parts off it, but where two digits are swapped."""

OPEN = Fraction(1, 6)
"""So little may several parts behind a whole fall short of it: of 36 events three towns won 28, and others the rest."""

NEAR, LEAST_WHOLE = Fraction(1, 20), 5
"""So little may two parts behind a whole fall short of it, if there is not to be a third; fewer than so many are met by chance."""

SMALL = 20
"""Below this a count is as soon one off as a digit."""

BESIDE = 12
"""So many characters before the first figure are still beside it: at least 14, each of 14."""

LOOK = 45
"""So many characters about a whole may say that it is one."""

KINDS = frozenset({"money", "count", "measure", "duration"})
PARTED = Pattern(
    r"[:—(]|\s[–-]\s|\bof (?:which|whom)\b|\bmade up of\b|\b(?:consist\w*|compris\w+|comes? from|came from|split|splits|divided|shared|broken down)\b"
)
"""Between a whole and the first of its parts these open all of them."""

SUMMED = Pattern(
    r"\b(?:(?:br(?:ings?|inging|ought)|t(?:akes?|aking|ook)|makes?|making|made|comes?|came|puts?|pushe[sd]|lift(?:s|ed)) (?:[\w']+ ){0,6}to"
    r"|(?<!, of a )(?:party|group|crew|team|squad|gift|sum|total|pot|fund|set|fleet|family|class|staff|force|budget|bill) (?:[\w']+ ){0,2}(?:of|has|had|numbers|numbered)(?: (?:some|about))?"
    r"|made up the|makes? up the|total\w*(?: (?:\w+ ){0,3}(?:is|was|at|to|of|comes? to))?|altogether,?|in all,?|between (?:them|the \w+),?(?: [\w']+){0,4}"
    r"|finish\w* (?:on|with)|g[ai]v(?:e|es|ing) (?:[\w']+ ){1,3}|(?:it|they|the \w+) lasts?|all(?: the)?) *(?:[\"“£$€]|US\$)?$",
    re.I,
)
"""Right before a whole these say that what is told with it is all of it."""

OVER_ALL = Pattern(
    r"^[\w ]{0,12}\b(?:over|across|in|for|during) (?:all|both|the (?:weekend|season|year as a whole|period|whole|(?:two|three|four|five) \w+))\b"
    r"|^ (?:\w+ ){0,2}(?:altogether|in all|in total|all told|between them|combined|together|overall|in issue)\b",
    re.I,
)
"""And these right behind it."""

ASIDE = Pattern(r"(?<!of )\b(?:which|who|that)\b[^,]*$", re.I)
"""Between a whole and a figure they make it one of something else: of 11 orders made after a fire that killed two."""

KNOWN = Pattern(r"\W*(?:the|those|these) (?:[£$€]|US\$)?", re.I)
CONTRASTS = frozenset({"while", "whereas"})
"""Between parts these set what somebody else has against them."""

OPENED = Pattern(r"\bof (?:the |its |their |his |her )?(?:[£$€]|US\$)?$", re.I)
AGAINST = Pattern(
    r"\b(?:last (?:month|week|season)|(?:before|until) (?:that|then)|by then|ago|earlier|previous\w*|than|compared|expected|forecast|would|could|if|used to|each|every|apiece"
    r"|another|further|rose from|fell from|down to|then|record|aged|average|part-time|of (?:them|these|those)|in addition"
    r"|last over|first ball|last ball|beat|win|defeat\w*|trail\w*|odds|goals?|scored?|episodes?|weeks? \d|sections?|versions?|gold|silver|bronze|drawn?|draws|difference|gap|margin|surplus|deficit|shortfall|overrun|profit|lead)\b|%|per ?cent|\dpc\b",
    re.I,
)
"""Beside these figures are of another time, of one thing each, or of a part of a part."""


SHARE_BESIDE = Pattern(
    r",? (?:or )?(?:about |some |nearly |just over |just under )?[\d.]+ ?(?:%|per ?cent)(?: of [^,:;.]{1,40})?(?=:)",
    re.I,
)
"""Between a whole and its colon this tells what share it is: 118 people, 9.2 per cent of those who started: 64 men and 54 women."""

MOVED = Pattern(r"\b(?:by|than|against|below|above|beyond|under)(?: the| its| a)? (?:[£$€]|US\$)?$", re.I)
"""Right before a figure these make it how far something moved, or what it is compared with."""

NAMED = Pattern(r"[A-Z]\w")
FOR_ONE = Pattern(r" (?:an?|per|each|every) [a-z]+|[ ,]*(?:each|apiece)\b")
ONE = Pattern(
    r"\b(?:an?|another|the|his|her|their) [\w' -]{1,24}?(?:,| and)(?= )|\band an? [a-z' -]{1,24}(?:[.:;]|$)", re.I
)
"""One thing of a list of which the others have numbers."""


class Told(NamedTuple):
    """The figures of one kind that some sentences hold, in order."""

    sentences: list[Sentence]
    figures: list[Mention]


def filled_in(proposed: Iterator[Relation], article: Article) -> Iterator[Relation]:
    """Yield the sums that words tell; then those of wholes told with all their parts, where the words have left any out."""
    met: set[Span] = set()
    for relation in proposed:
        if relation.doubt is None or relation.meets():
            met.update(relation.stated.spans, relation.implied.spans)
        yield relation
    for reading in complete(article):
        if not met.issuperset((reading.whole.span, *(part.span for part in reading.parts))):
            yield reading.relation()


def complete(article: Article) -> Iterator[Reading]:
    """Yield every whole that is told with all its parts: they come to it, or miss it by a slip."""
    if article.verb_last:
        return
    for found in told(article, BACK):
        if reading := _read(article, found):
            yield reading


def told(article: Article, back: int, kinds: frozenset[str] = KINDS) -> Iterator[Told]:
    """Yield the figures of each sentence, and of it with so many just before it, where all of them may be added up."""
    exact = _exact(article, kinds)
    for at, sentence in enumerate(article.body):
        if not sentence.kinds & ADDABLE:
            continue
        near = [sentence]
        for step in range(back + 1):
            if any(_elided(article, label) for label in near[0].of_kind("label")):
                break
            figures = [one for some in exact[at - step : at + 1] for one in some]
            if len(figures) > MOST:
                break
            if like := _alike(figures):
                yield Told(near, like)
            before = article.body[at - step - 1] if at > step else None
            if before is None or not next_to(article, before, near[0]):
                break
            near = [before, *near]


@lru_cache(maxsize=2)
def _exact(article: Article, kinds: frozenset[str]) -> list[list[Mention]]:
    """Return the figures of some kinds of every sentence of copy, as the one number that each is."""
    return [
        [
            exactly(article, one)
            for one in sentence.mentions
            if one.kind in kinds
            and one.number
            and not (
                _joint(article, one)
                or _is_for_one(article, one)
                or _in_other_money(article, one)
                or is_circumstance(article, one)
                or _breaks_tie(article, one)
            )
        ]
        for sentence in article.body
    ]


def _breaks_tie(article: Article, one: Mention) -> bool:
    """Tell whether a number in brackets belongs to a score: 7-6 (5)."""
    place = article.place(one)
    score = article.at.get(place - 2) if article.word(place - 1) == "(" else None
    return score is not None and score.kind == "pair"


def next_to(article: Article, one: Sentence, other: Sentence) -> bool:
    """Tell whether one sentence follows another, in its paragraph or in the next."""
    return one.number == other.number - 1 and not article.skeleton[one.end + 1 : other.start].strip("\n")


def _alike(figures: list[Mention]) -> list[Mention]:
    """Return the figures where all of them may be added up, bare numbers taken for what the others are; else none."""
    kinds = {family(one) for one in figures} - {"count"}
    if len(kinds) > 1 or len(figures) < LEAST:
        return []
    if not kinds:
        return _without_number_of_parts(figures)
    named = [one for one in figures if one.kind == "count" and one.noun]
    like = [one for one in figures if one not in named]
    return like if len(like) >= LEAST and not (named and like[0].kind == "count") else []


def _without_number_of_parts(figures: list[Mention]) -> list[Mention]:
    """Return counts but for one before or behind them that says how many they are: "three stages of 14, 17 and 12 miles"."""
    outer = (*figures[:2], figures[-1])
    fewer = [one for one in figures if value(one) != len(figures) - LEAST + 1 or not one.noun or one not in outer]
    return fewer if len(fewer) == len(figures) - 1 >= LEAST else figures


def _read(article: Article, found: Told) -> Reading | None:
    """Return the first of some figures, or the last, with the others as its parts, if they are all of it."""
    figures = _in_the_brackets(article, found.figures)
    if not all(map(is_plain, figures)) or any(map(is_pronoun, figures)) or counts_more(article, figures[0]):
        return None
    words = SHARE_BESIDE.sub("", " ".join(article.words(sentence) for sentence in found.sentences))
    first, *others = found.sentences
    overlap = SPEAKS_AGAINST.search(OF_WHICH.sub("", article.words(first)[_from(article, first, figures[0]) :]))
    if AGAINST.search(words) or overlap or any(parts_may_overlap(article, sentence, True) for sentence in others):
        return None
    joined = [
        (whole, parts)
        for whole, parts in ((figures[0], figures[1:]), (figures[-1], figures[:-1]))
        if _are_parts(article, whole, parts)
    ]
    ways = [way for way in joined if _all_of_it(article, *way)]
    several = [way for way in joined if len(way[1]) > 2 and sum(map(value, way[1])) == value(way[0])]
    if fitting := next((way for way in (*ways, *several) if fits(*way)), None):
        return Reading(*fitting)
    slipped = [
        Reading(*way, None) for way in ways if _slipped(article, *way) and not goes_on_from_one(article, way[1], way[0])
    ]
    return slipped[0] if len(slipped) == 1 == len(ways) else None


def _in_the_brackets(article: Article, figures: list[Mention]) -> list[Mention]:
    """Return the first figure with those in the brackets that open behind it, if more stand there than one; else all."""
    text, end = article.document.text, article.here(article.sentences[figures[0].sentence]).end
    opens = text.find("(", figures[0].span.end, figures[1].span.start)
    closes = text.find(")", figures[1].span.end, end) if opens >= 0 else -1
    inside = [one for one in figures[1:] if one.span.end <= closes]
    return [figures[0], *inside] if len(inside) > 1 else figures


def _from(article: Article, sentence: Sentence, figure: Mention) -> int:
    """Return how far into its sentence a figure stands: words before the first of all say nothing of what they are to each other."""
    return max(0, figure.span.start - article.here(sentence).start - BESIDE)


def _are_parts(article: Article, whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether figures of one sentence are joined as equals, and count other things than each other and the whole."""
    joined = parts[0].sentence == parts[-1].sentence and (
        next(runs(article, parts), None) == parts
        or (len(parts) > 2 and _strung(article, parts))
        or _led_alike(article, parts)
    )
    between = {article.word(at) for at in range(article.place(parts[0]) + 1, article.place(parts[-1]))}
    joined = joined and CONTRASTS.isdisjoint(between)
    alike = bool(whole.noun) and any(part.noun == whole.noun for part in parts)
    return joined and not alike and not follows(article, parts)


def _strung(article: Article, parts: list[Mention]) -> bool:
    """Tell whether parts stand one in each of some clauses that commas part: the house cost £6m, land came to £2m, and ..."""
    gaps = [gap(article, one, two) for one, two in pairwise(parts)]
    moved = any(MOVED.search(article.around(part, LOOK)[0]) for part in parts)
    return not moved and all("," in between and not breaks(between) and "." not in between for between in gaps)


def _led_alike(article: Article, parts: list[Mention]) -> bool:
    """Tell whether "of" or another preposition leads each of some parts that "and" joins: a fine of £840 and costs of £112."""
    led = {article.skeleton[article.place(part) - 1] for part in parts}
    between = article.skeleton[article.place(parts[0]) + 1 : article.place(parts[-1])]
    joined = phrase("<,>? and DETERMINER? <wN>? <wN>? of|for|in|from").fullmatch(between)
    return len(parts) == 2 and len(led) == 1 and joined is not None


def _elided(article: Article, label: Mention) -> bool:
    """Tell whether a number behind a name may be one of a list that leaves its noun out: Acme won 500 seats, Hobbs 300, ..."""
    ends = article.document.text[label.span.end : label.span.end + 1] in (",", ";")
    return label.text.isdigit() and ends and article.word(article.place(label) - 1).isalpha()


def _joint(article: Article, figure: Mention) -> bool:
    """Tell whether a hyphen joins a number to the word that it is a part of: four-wheel drive."""
    return figure.kind == "count" and article.document.text.startswith("-", figure.span.end)


def _is_for_one(article: Article, figure: Mention) -> bool:
    """Tell whether a sum is what one thing of many costs, told in other words for all of them: or £3 million a megawatt."""
    return (
        article.word(article.place(figure) - 1) == "or" and FOR_ONE.match(article.around(figure, LOOK)[1]) is not None
    )


def _in_other_money(article: Article, figure: Mention) -> bool:
    """Tell whether a sum in brackets is what the one before them is in another currency: 9.5 million euros ($10.8 million)."""
    place = article.place(figure)
    before = article.at.get(place - 2) if article.skeleton[place - 1] == "(" else None
    return before is not None and before.kind == figure.kind == "money" and before.unit != figure.unit


def exactly(article: Article, figure: Mention) -> Mention:
    """Return a figure that "some" stands before as the one number that it is: "some 845 went home"."""
    some = figure.hedge == "about" and article.word(article.place(figure) - 1) == "some"
    return figure.changed(hedge="") if some and significant(figure) > 1 else figure


def _all_of_it(article: Article, whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether words say that some parts are all of a whole."""
    text, sentence = article.document.text, article.sentences[whole.sentence]
    start = article.here(sentence).start
    before = text[max(start, whole.span.start - LOOK) : whole.span.start]
    if is_total(article, sentence, whole) or SUMMED.search(before):
        return not (before.lower().endswith("all ") and whole.noun and not whole.noun.endswith("ed"))
    if text.startswith(" others", whole.span.end):
        return False
    if OVER_ALL.match(text[whole.span.end : whole.span.end + LOOK].split(".")[0]):
        return True
    listed = before.endswith("(") and text[: parts[0].span.start].endswith("(")
    if whole.first > parts[0].first or listed:
        return not listed and whole.sentence == parts[0].sentence + 1 and KNOWN.fullmatch(before) is not None
    between = SHARE_BESIDE.sub("", text[whole.span.end : parts[0].span.start])
    if ASIDE.search(between):
        return False
    too_many = sum(map(value, parts)) >= value(whole) and all(part.noun for part in parts)
    named = (
        NAMED.search(between) is not None
    )  # 165 Labour peers, 93 Liberal Democrats and 78 others are three of a list.
    if PARTED.search(between) or (too_many and between.endswith(", ") and not named):
        return True
    several = len(parts) > 2 or complementary(article, parts)
    return several and (OPENED.search(before) is not None or whole.sentence != parts[0].sentence)


def _slipped(article: Article, whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether parts that miss their whole do so by a slip in one of the figures, and not for want of a part."""
    short = value(whole) - sum(map(value, parts), Fraction(0))
    needed = [(whole, value(whole) - short), *((part, value(part) + short) for part in parts)]
    if value(whole) < LEAST_WHOLE:
        return False
    if any(swapped(one, right) for one, right in needed):
        return True
    largest = value(whole) > max(map(value, parts))
    few = short > 0 and len(parts) == 2 and whole.first < parts[0].first and not complementary(article, parts)
    if few and not gapped(article, article.sentences[parts[0].sentence], parts):
        return False
    open_list = short > 0 and whole.first < parts[0].first
    near = abs(short) <= value(whole) * (NEAR if few else OPEN if open_list else FAR)
    return largest and near and any(stroke(one, right) for one, right in needed)


def goes_on_from_one(article: Article, parts: list[Mention], whole: Mention) -> bool:
    """Tell whether as many as it wants stand beside the parts, each without a number: a man, two women and two boys, five in all."""
    sentence, text = article.sentences[parts[0].sentence], article.document.text
    here = article.here(sentence)
    start, end = (whole.span.end, here.end + 1) if whole.first < parts[0].first else (here.start, whole.span.start)
    unnumbered = ONE.findall(text[start : parts[0].span.start]) + ONE.findall(text[parts[-1].span.end : end])
    return 0 < value(whole) - sum(map(value, parts)) <= len(unnumbered)


def stroke(figure: Mention, needed: Fraction) -> bool:
    """Tell whether one stroke of the pen makes a figure what it would have to be; one more or less where it is small."""
    if figure.kind == "count" and value(figure) < SMALL and abs(needed - value(figure)) == 1:
        return needed > 0
    return slip(figure, needed, 2)
