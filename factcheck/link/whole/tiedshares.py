"""A share beside the only part and whole that stand about it, however the three are joined.

"The lab ran 8,000 tests. Positive results came back in 560 cases, a rate of 9 percent": of one sentence, or of two where one
takes up the other, just two figures are of one kind, one of them a part of the other; no other two near by give the share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from math import log2

from factcheck.article import BIT, HEADINGS, Article, Sentence
from factcheck.english.nouns import singular
from factcheck.link.context.ties import adjacent
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.series.figures import family, is_plain, value
from factcheck.link.series.partof import is_partitive
from factcheck.link.series.shares import gives, is_part, ratio, said
from factcheck.model import Mention, Relation
from factcheck.numerals import Number
from factcheck.patterns import Pattern

SHARES, ORDINAL = BIT["P"] | BIT["F"], BIT["O"]
KINDS = frozenset({"money", "count", "measure", "duration"})
LOOK, REACH, MOST = 60, 3, 14
"""So many characters about a share tell what it is of, and so many sentences about may tell what else gives it."""

CLOSE, SLACK, LEAST = Fraction(1, 20), Fraction(1, 100), 10
FARTHEST = Fraction(5, 2)
"""By so many times a share may be off: beyond, it is of another thing."""

BARE = Pattern(
    r"^(?: (?:of (?:them|those|these|whom|which)|(?:were|was|had|have|has|did|do|are|is|said|told|came|went|got|would|could|will|can|cannot|never|also|more)\b|[a-z]+ed\b)|(?: in (?:all|total))?[.,;:)—–\"”]|$| (?:cases?|people|times|occasions?|instances?|others|and|or|by|in|on|at|with|so|a|which|to)\b)",
    re.I,
)
"""Behind a figure these leave unsaid what it counts, so that it counts what was counted last."""

ACCOUNTED = Pattern(
    r"\b(?:account\w* for|contribut\w+|made up|makes? up|swallow\w*|ate up|of which [\w ]{2,30}|of this|of that)(?: (?:about|some|just|only))? [£$€]?$",
    re.I,
)
"""Before a sum these make it a part of another."""

TAKES_UP = Pattern(
    r"\b(?:that|this|those|these|they|them|it|such|which|all|in other words|differently|another way|at|the total|rate|share|proportion|ratio|occupancy|turnout|participation|majority|minority|success|conversion|response|acceptance|attendance|of the|or|with|now|thus|so|hence|therefore|making|leaving|put)\b|^[\"“]?[a-z]+ing\b",
    re.I,
)
"""Between the figures and a share told behind them these make it theirs."""

AGAINST = Pattern(
    r"\b(?:average\w*|nation\w*|target|last (?:month|spring|summer|autumn|winter|week|time)|ago|earlier|previous\w*|than|compared|rival\w*|expect\w*|forecast|if|could|would|rose|risen|rise\w*|fell|fallen|fall|grew|grown|growth"
    r"|up|down|increase\w*|decrease\w*|higher|lower|interest|inflation|discount|another|further|drop\w*|gain\w*|cut|index|shares|stock|chance|likely|odds|stake|aged|over|under|between|against|versus|tax\w*|swing|margin"
    r"|not a|proportion (?:of|near|around|close)|rest|remaining|remainder|others?|only half|lead|ahead|behind|by|(?:in|since|from|until) (?:19|20)\d\d)\b|(?<!home )(?<!amounts )(?<!amount )(?<!amounted )(?<!came )(?<!come )(?<!comes )(?<!close )(?<!equal )\b(?:to|from) $",
    re.I,
)
"""Right before a share these make it one of a change, another whole or another time."""

OTHER_WHOLE = Pattern(
    r"^ (?:of|for|in|among) (?!(?:them|it|those|these|the total|all|the whole|whom|which|the time|capacity)\b)(?:the |its |their |his |her |our |all |those )?(?P<noun>[a-z][\w'’-]*)",
    re.I,
)
PEOPLE_ALL, PEOPLE = (
    frozenset({"population", "person", "people", "inhabitant", "resident"}),
    frozenset({"person", "inhabitant", "resident", "people"}),
)
MONEY = frozenset("turnover revenue sale budget income total cost spending outlay".split())
"""What all the people, or all the money, that were told are called."""

OTHER_ONE, COUNTED_OFF = (
    Pattern(r"^ (?!(?:is|was|were|are|ha[ds]|have|did|do)\b|[a-z]+ed\b)(?P<noun>[a-z]+)"),
    Pattern(r"\b(?:in|out of)\b"),
)
"""Behind "one in five" stands what is counted off."""

IN_WHOLE = Pattern(r"\b(?:in|out of) \w+$")
PREDICATED = Pattern(
    r" of (?:them|it|these|those|whom|which) (?!(?:ha[ds]|have|did|do|does|was|were|are|is|will|would|can|could|in|at|on|by|so|and|but|or)\b|[a-z]+(?:ed|t)\b)[a-z-]+",
    re.I,
)
"""Behind a share these tell what the part is: a third of them girls."""

OF_PART = Pattern(r"\b(?:of|among) (?:those|these|them|whom|that|the (?:[a-z]+ )?(?:who|that))\b[^.;]*$", re.I)
"""Before a share these make it one of the part."""

LIFE = Pattern(r" of (?:his|her|their|a|its) (?:life|lives|existence|career)\b")
HOLDING = Pattern(
    r"\b(?:keeps?|kept|holds?|held|owns?|ha[sd]|have|receives?d?|gets?|got|takes?|took|controls?|pays?|paid|earn\w*|produce\w*|use[sd]?|account\w* for|contribut\w+|own\w*|generat\w+|provid\w+)(?: \w+)? $",
    re.I,
)
"""Right before "65 percent of" these make it what those who were counted have of another thing."""

CHANGED = Pattern(
    r"^ (?:more|less|fewer|higher|lower|up|down|above|below|increase|decrease|rise|fall|drop|cut|growth|discount|stake|interest|chance|likelier|ahead|off|as (?:big|large|many|much|long|high|fast)|(?:in|as of) (?:19|20)\d\d)\b",
    re.I,
)


def tied_shares(article: Article) -> Iterator[Relation]:
    """Yield every share with the part and the whole that stand before it, or right behind the sentence that it opens."""
    for sentence in article.body:
        if sentence.kinds & SHARES and article.verb_last:
            yield from _taken_up(article, sentence)
        elif sentence.kinds & (SHARES | ORDINAL):
            for stated in _shares(article, sentence):
                if stated.upper is None and 0 < value(stated) < 1 and not is_of_another(article, stated):
                    pair = _told(article, sentence, stated)
                    if pair is not None:
                        yield from held_to(article, sentence, stated, *pair)


def _shares(article: Article, sentence: Sentence) -> Iterator[Mention]:
    """Yield the shares of a sentence, "every third car" as a third among them."""
    yield from sentence.of_kind("share")
    for one in sentence.of_kind("ordinal"):
        if (
            article.word(article.place(one) - 1) == "every"
            and one.number
            and 2 < value(one) <= 20
            and one.noun not in PERIODS
        ):
            yield one.changed(kind="fraction", unit="%", number=Number(1 / value(one)))


PERIODS = frozenset(
    "year month week day hour minute second night morning season time decade sunday monday tuesday wednesday thursday friday saturday game race".split()
)
"""What comes every third time is no share."""

OF_SOME_ALONE = Pattern(r"[\"“]?(?:Among|Of|In|For) (?!other words)[^.;,]+,")
"""A sentence that opens so tells of some alone: among pupils with free meals it was 31 per cent."""

OTHER_TIME = Pattern(
    r"[\"“]?(?:(?:\w+ )?(?:years?|months?|weeks?) (?:ago|earlier|before)|last (?:year|time|month|week)|in (?:19|20)\d\d|then|previously|earlier)\b",
    re.I,
)
"""A sentence that opens so tells a share of another time."""

SETS_APART = Pattern(
    r"\b(?:across|among|amongst|under|elsewhere|nation\w*|polls?|approval|popular|public|private|attendance|absence|possession|best|worst|youngest|oldest|topped|better"
    r"|worse|like to see|usual|yardstick|as a (?:whole|team)|the older|poaching)\b"
    r"|^[\"“]?(?:(?:For|With|Under|Across|Among) (?=[A-Za-z])(?!an? |half |more )|(?:At the|On [A-Z]\w+|In the|In [A-Z]\w+|Upstairs|Its neighbou?r)\b)|\brate (?:for|in|among|under|of) (?!them|those|these)[a-z]|\bfor (?:girls|boys|men|women)\b"
)
"""Between the beginning of a sentence and a share these make it one of another group, place or measure."""

RATE_OF = Pattern(r"\ban? (?:[a-z]+ )?(?:rate|occupancy|share|proportion) of (?:just |only |about |nearly )?$", re.I)
VOTED = Pattern(
    r"\b(?:voted(?! (?:to|for|against|in favou?r))|cast|turned out|took part|ballots? (?:were|came) (?:cast|back|in)|returned)\b"
)

TURNS = Pattern(r"\b(?:and|but|while|whereas)\b")
"""Between a pair and a share of the same sentence these turn to another matter."""

HEDGE = Pattern(r"\b(?:more|less|fewer|better|worse|just|well) (?:than|over|under) (?:an? )?$", re.I)
OF_THEM = Pattern(r" of (?:them|these|those|the total|the whole|the lot)\b", re.I)
OF_SOME = Pattern(r" (?:of (?:the|its|their|his|her|our|those|these|all) )?[a-z-]+", re.I)
FEW = 16
"""A share that stands so many characters behind the beginning of its sentence opens it."""


TAKEN = Pattern(
    r"(?:^|(?:로|인데|고), )(?:이는 |즉,? |결국 )?(?:전체(?:의|에서)?|비율로는|(?:[가-힣]+ )?(?P<noun>[가-힣]{2})[가-힣]*(?:율|률)[은이]|(?:[가-힣]+ ){0,2}(?:비율|비중)[은이])(?: (?:약|무려|겨우|전체의))* $"
)
CHANGES = Pattern(r"늘|줄|증가|감소|올랐|떨어|상승|하락|인상|인하|목표|전국|평균|예상|포인트")
"""So opens, where verbs stand last, the share of what the one before told; no share that these are said of."""


def _taken_up(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Yield the share that a sentence opens with beside the only two counts of the one before, the whole told first."""
    before, stated = adjacent(article, sentence, -1), sentence.of_kind("share")[0]
    if before is None or before.block in HEADINGS or before.kinds & SHARES or not is_plain(stated):
        return
    own = [one for one in sentence.of_kind("count") if one.first < stated.first]
    start = max((one.span.end for one in own), default=article.here(sentence).start)
    taken = TAKEN.search(article.document.text[start : stated.span.start])
    counts = [one for one in (*before.of_kind("count"), *own) if value(one) > 1]
    counts = [one for one in counts if one.counter == counts[-1].counter]
    if taken is None or len(counts) != 2 or CHANGES.search(article.around(stated, 12)[1]):
        return
    if (
        taken["noun"]
        and taken["noun"] not in article.words(before) + article.words(sentence)[: start - stated.span.start]
    ):
        return  # Of those who signed the turnout is no share.
    if is_part(counts[1], counts[0]) and all(map(is_plain, counts)):
        yield from held_to(article, sentence, stated, counts[1], counts[0])


def is_of_another(article: Article, stated: Mention) -> bool:
    before, behind = article.around(stated, LOOK)
    if PREDICATED.match(behind) or OF_PART.search(before) or (behind.startswith(",") and not before.strip('"“')):
        return True
    return (
        AGAINST.search(HEDGE.sub("", before)[-30:].rpartition(",")[2]) is not None or CHANGED.match(behind) is not None
    )


def _told(article: Article, sentence: Sentence, stated: Mention) -> tuple[Mention, Mention] | None:
    """Return the part and the whole that a share is told of."""
    own = [one for one in sentence.mentions if one.first < stated.first]
    if any(one.kind in ("percent", "fraction", "multiple", "points") for one in own):
        return None
    text, start = article.document.text, article.here(sentence).start
    figures = _figures(article, own)
    if pair := _pair(article, stated, figures):
        between = text[max(one.span.end for one in pair) : stated.span.start]
        nearer = any(
            one.first > max(two.first for two in pair) for one in figures
        )  # Affecting 8.5 million, or one in four.
        tied = TAKES_UP.search(between) and not TURNS.search(between) and not nearer
        return pair if tied and is_theirs(article, stated, pair) else None
    before = adjacent(article, sentence, -1)
    if before is not None and before.block not in HEADINGS and len(figures) < 2:
        pair = _pair(article, stated, [*_figures(article, before.mentions), *figures])
        between = text[start : stated.span.start]
        if pair is None and not figures:
            second = adjacent(article, before, -1)
            pair = _pair(article, stated, _figures(article, (*second.mentions, *before.mentions))) if second else None
            pair = pair if pair and pair[1].noun else None
        taken = TAKES_UP.search(between) or (pair and pair[1].noun and pair[1].noun in stated.text)
        if pair and taken and not is_set_apart(article, sentence, stated, pair):
            return pair if is_theirs(article, stated, pair) else None
    alone = len(sentence.of_kind("share")) == 1
    if alone and sentence.mentions[0].first == stated.first and stated.span.start - start < FEW:
        return _told_behind(article, sentence, stated)
    return None


def is_set_apart(article: Article, sentence: Sentence, stated: Mention, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether the words from a sentence's beginning to its share make that one of another place, time, group or measure.

    So does a name that the lines of part and whole have not, and a turnout where none were said to have voted.
    """
    between = article.document.text[article.here(sentence).start : stated.span.start]
    if OF_SOME_ALONE.match(between) or OTHER_TIME.match(between) or SETS_APART.search(between):
        return True
    known = " ".join(article.words(article.sentences[number]) for number in {one.sentence for one in pair})
    at = sentence.start + (article.word(sentence.start) == "the")
    named = article.skeleton[at] == "N" and article.tokens.word(article.token(at)) not in known
    return (named and RATE_OF.search(between) is None) or ("turnout" in between.lower() and VOTED.search(known) is None)


def _told_behind(article: Article, sentence: Sentence, stated: Mention) -> tuple[Mention, Mention] | None:
    """Return the only part and whole of the sentence behind one that a share opens, or of the rest of that."""
    behind = adjacent(article, sentence, 1)
    rest = [one for one in sentence.mentions if one.first > stated.first]
    if pair := _pair(article, stated, _figures(article, rest)):
        return pair
    if (
        behind is None
        or behind.block in HEADINGS
        or behind.kinds & SHARES
        or not OF_SOME.match(article.document.text, stated.span.end)
    ):
        return None
    return _pair(article, stated, _figures(article, behind.mentions))


def _figures(article: Article, mentions: Sequence[Mention]) -> list[Mention]:
    return [one for one in mentions if one.kind in KINDS and value(one) > 1 and not is_circumstance(article, one)]


def _pair(article: Article, stated: Mention, figures: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """Return the one part and the one whole among some figures."""
    pairs = []
    if any(article.word(article.place(one) - 1) == "from" for one in figures):
        return None  # The debt is to fall from 310 million to 100 million.
    for one, other in combinations(figures, 2):
        part, whole = (one, other) if value(one) < value(other) else (other, one)
        bare = part.kind == "count" and not part.noun and part.sentence == whole.sentence and whole.kind != "money"
        bare = bare and (part.first < whole.first or OF_THEM.match(article.document.text, part.span.end) is not None)
        if is_plain(part) and is_plain(whole) and (bare or is_part(part, whole)) and _is_of(article, part, whole):
            pairs.append((part, whole))
    parts = {value(part) for part, _ in pairs}
    pairs = [pair for pair in pairs if value(pair[1]) not in parts]
    wholes = {value(whole) for _, whole in pairs if whole.noun != "seat"}  # What is said of seats may be of votes.
    if len(wholes) != 1 or min(wholes) < LEAST:
        return None
    pairs = [pair for pair in pairs if is_partitive(article, *pair)] or (
        pairs if _are_alone(figures, *pairs[0]) else []
    )
    if not pairs:
        return None
    return min(pairs, key=lambda pair: abs(log2(value(pair[0]) / value(pair[1]) / value(stated))))


def _are_alone(figures: Sequence[Mention], part: Mention, whole: Mention) -> bool:
    """Tell whether no third figure stands with two that may be part and whole: in a list each may be of something else."""
    likes = [one for one in figures if family(one) in (family(part), family(whole))]
    return not any(one.noun in ("", whole.noun) for one in likes if one is not part and one is not whole)


def _is_of(article: Article, part: Mention, whole: Mention) -> bool:
    """Tell whether words make a figure part of another, or it leaves unsaid what it counts and comes behind."""
    text = article.document.text
    if part.first < whole.first:
        return part.sentence == whole.sentence and is_partitive(article, part, whole)
    if family(part) != "count":
        return part.kind == "money" and ACCOUNTED.search(article.around(part, LOOK)[0]) is not None
    alike = part.noun in ("", whole.noun, "case") or part.noun.endswith(("ed", "not"))
    named = whole.noun or whole.unit or part.sentence != whole.sentence or OF_THEM.match(text, whole.span.end)
    return bool(alike and named and BARE.match(article.around(part, LOOK)[1]))


def is_theirs(article: Article, stated: Mention, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether a share names no other whole than theirs."""
    before, behind = article.around(stated, LOOK)
    if behind.startswith((" to ", " owned", " stake")):
        return False  # It gave 39 percent to the growth of the world; it is 14% owned by the state.
    other = (OTHER_ONE if COUNTED_OFF.search(stated.text) else OTHER_WHOLE).match(behind)
    if pair[1].noun == "share" or (pair[1].unit == "year" and LIFE.match(behind) is not None):
        return True
    if pair[0].kind == "count" and HOLDING.search(before) and behind.startswith(" of "):
        return False
    if other is None:
        return True
    noun, counted = singular(other["noun"]), {one.noun for one in pair} - {""}
    return (
        noun in counted or bool(noun in PEOPLE_ALL and counted & PEOPLE) or (pair[1].kind == "money" and noun in MONEY)
    )


def _counted_off_anew(stated: Mention, part: Mention, whole: Mention) -> bool:
    """Tell whether a share counts off as another does: four customers in ten, ahead of ... three in ten."""
    return IN_WHOLE.search(stated.text) is not None and stated.text.lower().split()[-1] == whole.text.lower()


def held_to(
    article: Article, sentence: Sentence, stated: Mention, part: Mention, whole: Mention, farthest: Fraction = FARTHEST
) -> Iterator[Relation]:
    """Yield a share against its part and whole, unless it is `farthest` times off or that of any other two figures about."""
    if _counted_off_anew(stated, part, whole):
        return
    implied = ratio(part, whole)
    relation = Relation(said(stated), implied, f"{part.text} of {whole.text} is {{implied}}, not {{stated}}.")
    if relation.meets():
        yield relation
        return
    if not value(stated):
        return
    off = value(part) / value(whole) / value(stated)
    if 1 / farthest < off < farthest and not _given(article, sentence, stated, part, whole):
        yield relation


def _given(article: Article, sentence: Sentence, stated: Mention, part: Mention, whole: Mention) -> bool:
    """Tell whether any two figures about give a share, or leave it, one of them added up of two or less another."""
    at = sentence.number
    near = [one for part in article.sentences[max(0, at - REACH) : at + 1 + REACH] for one in part.mentions]
    alike = {family(part), family(whole)}
    figures = [value(one) for one in near if family(one) in alike and value(one) >= 1][:MOST]
    sums = [one + other for one, other in combinations(figures, 2)]
    rests = [abs(one - other) for one, other in combinations(figures, 2)]
    aim = value(stated)
    plainly = gives(figures, figures, aim, CLOSE) or gives(figures, [value(whole)], 1 - aim, CLOSE)
    return plainly or gives(sums, figures, aim, SLACK) or gives(figures, [*sums, *rests], aim, SLACK)
