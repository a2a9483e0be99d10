"""A share with two figures of one kind, and nothing else near by: so many, of so many, in per cent.

"We tested 500 samples and 35 came back positive. The positivity rate was seven percent": what leads from the one to the
other varies without end; that there are two figures and one share, set off or taken up, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.link.context.subjects import topics, topics_of
from factcheck.link.series.circumstances import without_circumstances
from factcheck.link.series.complete import next_to, stroke
from factcheck.link.series.figures import SHARES, family, is_plain, swapped, value
from factcheck.link.series.shares import WHOLE, leaves_unit_to, ratio, said
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

KINDS = frozenset({"money", "count", "measure", "duration"})
OTHERS = frozenset({"multiple", "points", "age", "pair"})
LOOK, LEAST = 60, 10
"""So many characters about a share tell what it is of; of fewer, chance gives a share as soon."""

NEARLY = Fraction(7, 4)
"""By so many times a fraction told in words is off at the most: "a quarter" of what is a third."""

CLOSE, TENTH = Fraction(1, 500), Fraction(1, 10)
APART, AND = Pattern(r"[;\n]|\.(?!\d)|\b(?:and|but)\b"), Pattern(r"\band\b")
"""Between a share and the first figure behind it, and between two figures of a list."""

PAIR = Pattern(r"\d out of \d")
SET_OFF = Pattern(
    r"(?:^[\"“]?|[,;(—–:] ?|\s- |\bor |\b(?:comes?|came) to |\b(?:that|this|which|it) (?:is|was|means?|makes?|made|represents?|amounts? to|equals|comes? to) |\bso |\bmeans? |\bmeaning (?:that )?|\bto say(?: that)? |\banother way,? |\bwords, |\b(?:rate|share|proportion|margin)[\w ]{0,16},? (?:was |is |of )?"
    r"|\b(?:cut|share|proportion|majority) of |\b(?:affects?|leaving|left|find|making|made up|make up|hold|holds|took|account\w* for|delayed|receives?|gets?|tak(?:es?|ing)|swallow(?:s|ed)?|eats? up|ate up|cover(?:s|ed)?|pays?|paid|spends?|spent) )"
    r"(?:(?:the|a|an|some|about|around|roughly|just|only|exactly|fully|nearly|almost|over|more|less|than|well|barely|fewer|precisely|mere|other|remaining|further|another|up|of|that) )*$",
    re.I,
)
"""Before a share these set it off from what it is of."""

BEHIND = Pattern(
    r"^(?:,? of them(?= (?:ha[ds]|have|did|do|w[ae]s|were|are|will|would|can|could)\b|[,.;:)—]|$)|,? of (?:(?:those|these|it)(?! [a-z]+(?:[.,;)]|$))|all|the|its|his|her|their|that|our|whom|which|capacity|sales|staff|\d)\b|[,.;:)—–\"”]|$| - | (?:were|was|are|is|did|do|does|had|have|has|will|would|backed|voted|said|passed|failed|survived|in all|left|lowest|highest|had)\b ?)",
    re.I,
)
AGAINST = Pattern(
    r"\b(?:average\w*|nation\w*|across|county-wide|countrywide|target|last (?:month|spring|summer|autumn|winter|week|time)|ago|earlier|previous\w*|than|compared|majority of|votes? to|among(?! (?:the|its|their|his|her) [£$€\d])|rival\w*|expected|forecast"
    r"|if|could|rose|risen|rise\w*|fell|fallen|fall|grew|grown|growth|up|down|increase\w*|decrease\w*|higher|lower|interest|inflation|discount|another|further|each|every|also"
    r"|of (?:the|its|their|his|her|an?) (?:original|former|old|first|initial)|while|whereas|against|versus|from [£$€]?\d|to [£$€]?\d|drop\w*|gain\w*|index|session|shares|stock|of (?:whom|those|these)|of them (?:on|with|in|for|at|by|under|over)|plus or minus|(?:together|between them)(?:,| they| these| the \w+)? (?:account|make|made|form|hold|are|were)\w*|of all (?!\d|the \d)|chance|likely|odds|stake|shots|aged|over|under|between)\b",
    re.I,
)
"""With these a share is of another whole, another time or a change."""

COMPLEMENT = Pattern(r"\b(?:other(?! words)|rest|remaining|remainder|gone|left over|lost|not|without|idle)\b", re.I)
LACKING = Pattern(r"\b(?:empty|vacant|unsold|no|cut|reduction|instead)\b", re.I)
"""These tell either what a share is of or what it leaves."""

SO = Pattern(r"\b(?:so|meaning|which means)(?: that)? (?:about |only |just )?$", re.I)
"""And so do these right before it: 1,960 of 2,000 passed, so 2 percent were faulty."""

OF_ONE = Pattern(r" of (?:[a-z][\w'’]* ){0,5}[£$€]?$", re.I)
"""Between a share and a figure these make the figure its whole: "takes 44 per cent of the pay of £1,250"."""

OF_ALL = Pattern(r" of (?:them|it|these|those|the (?:total|whole|lot|sum))(?=[.,;:)—]|$)", re.I)
"""And so do these behind it."""

OTHER_TIME = Pattern(
    r"\b(?:last (?:year|month|week|season)|at the time|ago|back then|once|now|(?:in|by) (?:19|20)\d\d)\b", re.I
)
"""In one of two sentences these may set its figures in another time than those of the other."""

LEAVING = Pattern(r"\bleav(?:es|ing)\b|\bleft\b", re.I)
"""With these the larger figure may be what the smaller one leaves, and the whole is both."""

REQUIRED = Pattern(
    r"\b(?:margin of|requires?|required|needs?|needed|must (?:have|win|get)|threshold|at least)\b[^.;]*$", re.I
)
"""Before a share these make it one that is wanted, and not what there is."""

THE_REST = Pattern(r"\b(?:and|while|with) the (?:rest|remainder|balance|others?)\b", re.I)
"""Where a whole is shared out, these tell that the share and the part may be of two of three."""

SOME_OF = Pattern(r" of (?:them|these|those|which|whom)\b", re.I)
"""Behind a figure these make it some of another, and no whole."""

OF_THESE = Pattern(r"^(?:of|among) (?:these|those|them),? ", re.I)
"""A sentence that opens so is of the one figure told before it."""
TAKEN_UP = Pattern(
    r"^[\"“]?(?:that|this|it|they|so|which|in other words|put another way|the|these|those|just|only|women|nearly|almost|more|less|some|about|fully)\b",
    re.I,
)


WEIGHED = Pattern(
    r" (?:is|was|isn['’]t|wasn['’]t) (?:better|worse|not|no|good|bad|enough|too|hardly|still|far|a (?:lot|good|poor|start|record|disgrace|result))\b",
    re.I,
)
"""Behind a share that opens its sentence these weigh what was told: "One in four is better than nothing"."""

AGAIN = Pattern(r"^[\"“]?[\w -]+, (?:in other words|that is|to put it another way|if you like),(?! of what\b)", re.I)

BY_TO = Pattern(r"(?: [\w-]+){0,3},? to (?:[£$€])?")
"""Between a figure and one behind it these lead to what it came to."""

HEDGED = Pattern(
    r"\b(?:better|worse) than\b|\bin other words,? of (?:those|these|whom)\b|\b(?:(?<!\d )(?:more|less|fewer) than|just (?:over|under)|up to|close to|nearer to|turn\w* (?:over|up|out)|made up|(?:of|in) every)\b",
    re.I,
)
"""These take nothing from what a share is of, though other words of them would."""


def proportions(article: Article) -> Iterator[Relation]:
    """Yield every share with the only two figures that it can be of, where it is theirs but for a slip."""
    if article.verb_last:
        return
    for at, sentence in enumerate(article.body):
        if sentence.kinds & SHARES:
            before = article.body[at - 1] if at and next_to(article, article.body[at - 1], sentence) else None
            behind = article.body[at + 1] if at + 1 < len(article.body) else None
            behind = behind if behind and next_to(article, sentence, behind) else None
            ways = [[sentence], [before, sentence] if before else [], [sentence, behind] if behind else []]
            for near in filter(None, ways):
                found = _alone(article, sentence, near)
                if found and (found.meets() or not _told_first(article, sentence, found)):
                    yield found
                    break


def _told_first(article: Article, sentence: Sentence, found: Relation) -> bool:
    """Tell whether a share is told before its figures, in a sentence or a clause of its own, or they are listed: of those it may be none."""
    share, figures = found.stated.spans[0], found.implied.spans
    ahead = [span for span in figures if span.start > share.end]
    text = article.document.text
    listed = len(ahead) > 1 and AND.search(text, ahead[0].end, ahead[1].start)
    return bool(ahead) and (bool(listed) or APART.search(text, share.end, ahead[0].start) is not None)


class Told(NamedTuple):
    """A share with the only two figures of its sentences, the smaller first, and the words of these."""

    share: Mention
    part: Mention
    whole: Mention
    words: str


def _alone(article: Article, sentence: Sentence, near: list[Sentence]) -> Relation | None:
    """Return the only share of some sentences with the only two figures there, where it is theirs but for a slip."""
    told = _only(article, near)
    if told is None or not _is_theirs(article, sentence, told, near):
        return None
    share, ways = told.share, _ways(article, told)
    shown = share.quantity.interval.widened(CLOSE)
    for implied, exact in ways:
        if shown.low <= exact <= shown.high:
            return Relation(said(share), implied)
    another = (len(near) > 1 and OTHER_TIME.search(told.words)) or _of_another(article, share, [told.part, told.whole])
    if another or any(shown.low <= other <= shown.high for other in _other_ways(article, told)):
        return None  # 976 are left, so that 99 are lost, 9 per cent; rising by 16 to 388, or 4.3 per cent.
    slips = (implied for implied, exact in ways if _slipped(share, exact, turned=len(ways) == 1))
    return next((Relation(said(share), implied) for implied in slips), None)


def _only(article: Article, near: list[Sentence]) -> Told | None:
    """Return the only share of some sentences and the only two figures there that one may be so many of the other."""
    mentions = [one for some in near for one in some.mentions]
    shares = [one for one in mentions if one.kind in ("percent", "fraction")]
    figures = without_circumstances(article, (one for one in mentions if one.kind in KINDS and one.number))
    if len(shares) != 1 or len(figures) != 2 or any(one.kind in OTHERS for one in mentions):
        return None
    share, (part, whole) = shares[0], sorted(figures, key=value)
    if (
        not 0 < value(share) < 1
        or SOME_OF.match(article.around(whole, LOOK)[1])
        or PAIR.search(share.text)
        or share.upper
        or not _alike(part, whole)
        or value(whole) < LEAST
        or any(leaves_unit_to(article, one, share) for one in figures)
    ):
        return None
    last = article.words(near[-1])
    last = OF_THESE.sub("", last) if len(near) > 1 and len(near[0].mentions) == 1 else last
    return Told(share, part, whole, f"{' '.join(article.words(one) for one in near[:-1])} {last}")


def _is_theirs(article: Article, sentence: Sentence, told: Told, near: list[Sentence]) -> bool:
    """Tell whether a share is of the two figures: bound to them by its words or set off from them, and of nothing else."""
    share, _, whole, words = told
    if REQUIRED.search(article.around(share, LOOK)[0]) or AGAINST.search(HEDGED.sub(" ", words)):
        return False
    if not (is_plain(told.part) and is_plain(whole)):
        return False
    text = article.document.text
    if share.first < whole.first and OF_ONE.fullmatch(text[share.span.end : whole.span.start]):
        # Two thirds of the £96,000 came from one, £20,000 from another and the rest from a third.
        return THE_REST.search(words) is None
    return OF_ALL.match(text, share.span.end) is not None or _set_off(article, sentence, share, near)


def _ways(article: Article, told: Told) -> list[tuple[Quantity, Fraction]]:
    """Return what the share may be by its words, with its rounding and without: that of the part, of what it leaves, of both."""
    share, part, whole, words = told
    start, text = share.span.start, article.document.text
    behind = re.split(r"[.\n]", text[start : share.span.end + 30])[0]
    parted, exact = ratio(part, whole), value(part) / value(whole)
    own, left = (parted, exact), (WHOLE - parted, 1 - exact)
    if COMPLEMENT.search(behind + text[max(0, start - 25) : start]):
        ways = [left]
    else:
        ways = [own, left] if _may_be_left(article, told) else [own]
    return ways + ([(_of_both(part.quantity, whole.quantity), exact / (1 + exact))] if LEAVING.search(words) else [])


def _may_be_left(article: Article, told: Told) -> bool:
    """Tell whether a share may be of what the part leaves as well as of the part."""
    return bool(
        COMPLEMENT.search(told.words) or LACKING.search(told.words) or SO.search(article.around(told.share, LOOK)[0])
    )


def _other_ways(article: Article, told: Told) -> list[Fraction]:
    """Return what else the share may be of: the part and the whole together, or the whole before the part was added."""
    share, part, whole, _ = told
    exact = value(part) / value(whole)
    ends = sorted((part.span.end, whole.span.start))
    moved = exact < 1 and share.first > whole.first and BY_TO.fullmatch(article.document.text, *ends) is not None
    together = [exact / (1 + exact)] if _may_be_left(article, told) else []
    return [*together, *([exact / (1 - exact)] if moved else [])]


def _of_both(part: Quantity, rest: Quantity) -> Quantity:
    """Return what share the part is of itself and the rest together."""
    (least, most), (low, high) = part.interval, rest.interval
    working = f"{part.working} / ({part.working} + {rest.working})"
    return Quantity(Interval(least / (least + high), most / (most + low)), "%", working, part.spans + rest.spans)


def _of_another(article: Article, stated: Mention, figures: list[Mention]) -> bool:
    """Tell whether a share is said to be of a thing that the sentences of its figures do not name: a fifth of the floor."""
    place = article.place(stated) + 1
    named = phrase("of DETERMINER <w>? <wN\ue000-\uf8ff>").match(article.skeleton, place)
    of = topics(article, range(place, named.end())) if named else frozenset[str]()
    told = [article.sentences[one.sentence] for one in figures if one.sentence != stated.sentence]
    return bool(of and told) and all(of.isdisjoint(topics_of(article, sentence)) for sentence in told)


def _alike(part: Mention, whole: Mention) -> bool:
    """Tell whether one figure may be so many of another: of one unit, or a bare number of what the other counts."""
    if family(part) == family(whole):
        return (
            part.kind != "count"
            or not part.noun
            or not whole.noun
            or part.noun == whole.noun
            or part.first > whole.first
        )
    return any(one.kind == "count" and not one.noun for one in (part, whole))


def _set_off(article: Article, sentence: Sentence, stated: Mention, near: list[Sentence]) -> bool:
    """Tell whether a share is set off from the figures that it is of, or takes them up, and no other whole follows it."""
    before, behind = article.around(stated, LOOK)
    alone = len(near) > 1 and near[-1] is sentence and len(sentence.mentions) == 1
    words = article.words(sentence)
    weighed = WEIGHED.match(behind) is not None and words.lstrip('"“').startswith(stated.text)
    if alone and not (weighed or TAKEN_UP.match(words) or AGAIN.search(words)):
        return False
    return SET_OFF.search(before) is not None and BEHIND.match(behind) is not None


def _slipped(stated: Mention, exact: Fraction, turned: bool) -> bool:
    """Tell whether a slip explains why a share is not that of its figures, or, `turned`, that of what they leave."""
    if stated.kind == "fraction" or stated.hedge:
        low, high = sorted((value(stated), exact))
        return 0 < high <= low * NEARLY
    step = stated.number.half * 2 if stated.number and stated.number.half else Fraction(1, 100)
    shown = Fraction(round(exact / step)) * step
    other = abs(1 - exact - value(stated)) <= step / 2
    small = stated.number is not None and value(stated) < TENTH and shown != value(stated)
    low, high = sorted((value(stated), exact))
    return (turned and other) or swapped(stated, shown) or stroke(stated, shown) or (small and 0 < high <= low * NEARLY)
