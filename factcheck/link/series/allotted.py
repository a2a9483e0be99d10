"""A whole that is shared out to the last: words close the list of its parts, wherever in the paragraph these stand.

Two kinds of words close it: those that tie a figure to all that the others leave ("the remaining 18", "the balance",
"everything else gets 14 percent"), and those that leave nothing else ("and no others", "from only three countries", "a
single cause each").  Between them verbs, nouns and order vary without end: so every figure of the kind near by may be a
part, and where any choice of them comes to the whole, nothing is wrong.  Where none does, and one slip of the pen in one
of the figures that stand as its parts would mend it, it can only be that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, groupby
from operator import attrgetter
from typing import NamedTuple

from factcheck.article import BIT, Article, Sentence
from factcheck.document import Span
from factcheck.link.series.answers import said_to_be_many
from factcheck.link.series.complete import stroke
from factcheck.link.series.elided import shares
from factcheck.link.series.figures import is_plain, swapped, telling_digits, value
from factcheck.link.series.readings import fits
from factcheck.link.series.runs import gap, linked
from factcheck.link.series.totals import is_pronoun
from factcheck.model import Mention
from factcheck.numerals import written
from factcheck.patterns import Pattern
from factcheck.phrase import KIND_LETTERS

PERCENT = "%"
BACK, CROWD, LOOK = 4, 11, 110
"""So many sentences before a closing figure may tell the others; so many figures may be chosen from; so far words reach."""

FAR, FEW = Fraction(1, 3), 5
"""By no more than this share of the whole does a slip put its parts off it; a smaller whole is met by chance."""

LEFT = Pattern(
    r"\b(?:remaining|outstanding|remainder|the rest|(?:the|a) balance|left over|leftover|what(?:ever)? (?:was|is|were|remain\w+)(?: left)?"
    r"|(?:every(?:thing|one|body|where)|all|anything) else|all (?:the |of the )?others?(?: combined)?"
    r"|(?:the|its|his|her|their|our) (?:only |two |three |four )?others?)\b|(?:\bthe|'s|’s|\bits|\bhis|\bher|\btheir) (?:final|last)(?= [\w-]+ ?$| ?[£$€]?$| [£$€]?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b))|, (?:then|therefore|thus),"
    r"|나머지|그 ?(?:외|밖)|이외",
    re.I,
)
"""Before a figure, behind the one before it, these say that it is all that is left."""

LEFT_BEHIND = Pattern(
    r"^ (?:left over\b|that (?:was|were|is|are) left\b|(?:were|was|is|are) (?:all )?(?:that|what) (?:was|were|is|are) left)",
    re.I,
)
"""And these right behind it."""

NOT_LEFT = Pattern(
    r"\b(?:among|than|unlike|besides|like|(?<!one )(?<!each )(?<!all )of|from|in|against) (?:all )?(?:the|its|his|her|their|our) (?:rest|others?|remaining)\b|\bon the other\b|\bthe only (?:time|one of)\b|\bother (?:than|hand)\b",
    re.I,
)

NO_OTHER = Pattern(
    r"\b(?:no (?:other|others|further|more than one|third|fourth|fifth)\b|(?:nobody|nothing|no one|none) else|(?:the|its|their|his|her) (?:only|sole) others?\b"
    r"|complet\w+ the (?:list|tally|count|roster)|list\w* all (?:the|of)|the (?:full|complete|whole) (?:list|breakdown|tally)|all of (?:which|it) (?:\w+ ){0,3}(?:is|was|are|were)"
    r"|(?:each|every) (?:[\w']+ ){1,9}?(?:just |only |exactly )?(?:one|a single)\b|(?:a|the) single (?:\w+ ){1,2}(?:for|each)\b|only one\b|one (?:\w+ )?only"
    r"|both (?:chambers|houses|sites|sexes|towns|plants|halves|arms)|br(?:eak|oke|oken|eaks) down|split|divided (?:\w+ )?(?:between|among|into)|made up of|compris\w+|consist\w*"
    r"|leav\w+ (?:nobody|nothing|no one|none) out|and that (?:is|was) (?:all|it)|in (?:just|only) (?:two|three|four|five|six)|only (?:two|three|four|five|six)"
    r"|add(?:s|ed)? up|for all of (?:it|them)|the whole of|all told|entire\w*|every last|only ever|to the last (?:cent|penny|man)|accounted for (?:everyone|everybody|all)|neither (?:group|of these)|there (?:is|are|was|were) no more|(?:are|were|is|was) put down to anything else"
    r"|(?:assigns?|lets?|names?|gives?|picks?|chooses?|choose)\b[^.;]{0,30}?\b(?:one|once)|(?:one|single) (?:favou?rite|cause|reason|answer|heading))",
    re.I,
)
"""Anywhere in a paragraph these say that the parts told are all."""

NO_PART = Pattern(
    r"(?:[,(;] (?:up|down)|\b(?:(?:up |down |compared |rose |fell |risen |fallen )?(?:from|than|against|versus|vs\.?|with only|compared (?:to|with))|(?:ris|ros|fall|fell|grew|grow|cut|up|down|increas|declin|drop|shr[aiu]nk|gain|climb|more|higher|lower)[\w]*(?: [\w']+){0,2} by|includ\w+(?: the)?|among (?:them|those|whom)|aged?|who (?:is|was)|each|every|per|over the (?:past|last|next)"
    r"|of (?:whom|these)(?:,| some| about)?|route|no\.|at least|fewer than|more than|up to|after|before|until|since|within))"
    r"(?: (?:the|a|an|about|some|only|just|nearly|almost|over|all))? ?[£$€]?$",
    re.I,
)
"""Right before a figure these make it what another is compared with, or some of another."""

ON_THE_WAY = Pattern(
    r"\b(?:since|among|includ\w+|mostly|mainly|half|most|some of|more than|gone|rose|fell|grew|each|every|average\w*|from [\d.]+ to)\b",
    re.I,
)
"""Between words for what is left and a figure these make the figure one of something else."""

NO_PART_BEHIND = Pattern(
    r"^ ?(?:(?:an?|per|each|apiece|every)\b|(?:\w+ )?(?:more|fewer|less|higher|lower|ago|earlier|later|alone|too many|times)\b|years? old|percentage points?\b|of (?:those|them|these|whom|which) (?:\w+ ){0,2}(?:in|from|to|under|over)\b)",
    re.I,
)
BY = Pattern(r"\bby (?:the |a |about |some |only |just )?[£$€]?$", re.I)
IN_ASIDE = Pattern(
    r"\b(?:(?<!of )which(?! leaves?\b| left\b| makes?\b)|(?<!of )who|whose|where|when|if|because|although|since)\b[^,;:.—]*$",
    re.I,
)
AT_AGE = Pattern(r"\b(?:at|is|was|turn\w*) $")
AGED = Pattern(r"(?:[A-Z][\w'’-]+|\b(?:the|its|a) [a-z-]+), $|\bof $")
OTHER_TIME = Pattern(
    r"^(?: [\w']+){0,3}? (?:an?|one|two|three|\d+) (?:years?|months?|weeks?) (?:ago|earlier|before)\b", re.I
)
OF_THEM = Pattern(r" of (?:them|whom|those|these|which)\b", re.I)
FOR_IT = Pattern(r" \w+ (?:for|against) (?:it|the)\b", re.I)
OF_SOME = Pattern(r" of (?:the|its|their|his|her|those|these)\b", re.I)
SCALED = Pattern(r"illion\b", re.I)
ENDS = Pattern(r"[,;.](?:\s|$)| (?:and|while|but)\b")
OF_IT = Pattern(r"\bof (?:the|that|those|these|this|them|which|whom|its|his|her|their)\b", re.I)
"""Before a share, or the first of some, these make them shares of a share."""

HUNDRED, LEAST = Fraction(1), 3
KIND_BITS = {kind: BIT[letter] for kind, letter in KIND_LETTERS.items()}


class Allotted(NamedTuple):
    """A whole, None for a hundred percent, with its parts; `sure` where none other can be meant."""

    whole: Mention | None
    parts: list[Mention]
    sure: bool


def allotted(article: Article, percent: bool) -> Iterator[Allotted]:
    """Yield every whole, of percentages or of other figures, with the parts that words say are all of it."""
    kinds = BIT["P"] | BIT["F"] if percent else BIT["K"] | BIT["M"] | BIT["U"] | BIT["L"]
    for told in paragraphs(article):
        if sum(1 for sentence in told for one in sentence.mentions if KIND_BITS[one.kind] & kinds) < LEAST:
            continue
        block = article.block_at(told[0].mentions[0].span.start)
        text = article.document.text[block.start : block.end]
        found = list(_closed_by_one(article, told, kinds)) if LEFT.search(text) else []
        yield from found or _closed_by_words(article, told, kinds, NO_OTHER.search(text) is not None)


def paragraphs(article: Article) -> Iterator[list[Sentence]]:
    for _, group in groupby(article.body, lambda sentence: article.block_at(sentence.mentions[0].span.start).start):
        yield list(group)


def _closed_by_one(article: Article, told: list[Sentence], kinds: int) -> Iterator[Allotted]:
    """Yield each whole that one figure closes, with the figures before it."""
    for sentence in told:
        if sentence.kinds & kinds and LEFT.search(article.words(sentence)):
            near = _before(article, sentence)
            for figures in figures_of(article, near, kinds):
                for n, closing in enumerate(figures):
                    if closing.sentence == sentence.number and is_left(article, figures, n):
                        if found := _read(article, figures, figures[: _last_of_run(article, figures, n) + 1]):
                            yield found


def _before(article: Article, sentence: Sentence) -> list[Sentence]:
    """Return a sentence with those just before it, the heading over its paragraph with them."""
    near = article.sentences[max(0, sentence.number - BACK) : sentence.number + 1]
    return [one for one in near if one.block != "cell"]


def _closed_by_words(article: Article, told: list[Sentence], kinds: int, none_else: bool) -> Iterator[Allotted]:
    """Yield the whole of a paragraph that words leave nothing but its parts, or that tells how many parts there are."""
    for figures in figures_of(article, told, kinds) if len(told) <= BACK + 2 else ():
        ends = [n for n, one in enumerate(figures, 1) if n == len(figures) or figures[n].sentence != one.sentence]
        tried = [found for end in reversed(ends) if (found := _read(article, figures, figures[:end]))]
        tried = [one for one in tried if len(one.parts) >= LEAST or not one.sure]
        tried = [one for one in tried if (none_else and _near(article, one)) or _numbered(article, told, one)]
        if tried:
            yield next((one for one in tried if not one.sure), tried[0])


def _near(article: Article, found: Allotted) -> bool:
    """Tell whether words that leave nothing else stand among the sentences that tell a whole and its parts, or next to them."""
    told = found.parts if found.whole is None else [found.whole, *found.parts]
    text, block = article.document.text, article.block_at(told[0].span.start)
    numbers = sorted({one.sentence for one in told})
    start = article.span(*article.sentences[numbers[0]][1:3]).start
    end = article.span(*article.sentences[numbers[-1]][1:3]).end
    before = max(block.start, text.rfind(". ", 0, max(0, start - 2)))
    behind = text.find(". ", end + 1)
    return NO_OTHER.search(text, before, min(block.end, behind + 1 or block.end)) is not None


def _numbered(article: Article, told: list[Sentence], found: Allotted) -> bool:
    """Tell whether a number in words before some parts says how many they are: three parties, over three days."""
    first, many = found.parts[0].first, len(found.parts)
    if many < LEAST or (found.whole is None and sum(map(value, found.parts)) < 1):
        return False
    near = [one for sentence in told for one in sentence.of_kind("count|duration") if one.first < first]
    return any(one.text.split()[0].isalpha() and one.size == many and (one.noun or one.unit) for one in near[-2:])


def figures_of(article: Article, told: list[Sentence], kinds: int) -> Iterator[list[Mention]]:
    """Yield the figures of some sentences that may be added up, family by family, bare numbers with those they go on from."""
    if kinds & BIT["P"]:
        yield [one for sentence in told if sentence.kinds & kinds for one in _shares(article, sentence)]
        return
    figures = [
        _as_told(article, one)
        for sentence in told
        for one in sentence.of_kind("money|measure|count|duration|label")
        if not is_pronoun(one)
    ]
    figures = [one for one in figures if one.number and one.kind != "label"]
    counts = [one for one in figures if one.kind == "count" and not article.document.text.startswith("-", one.span.end)]
    for unit in dict.fromkeys(one.unit for one in figures if one.kind != "count"):
        like = [
            one for one in figures if one.unit == unit or (one.kind == "count" and not one.noun and not one.counter)
        ]
        yield like[next(n for n, one in enumerate(like) if one.unit or SCALED.search(one.text)) :]
    for counter in dict.fromkeys(one.counter for one in counts):
        yield [one for one in counts if one.counter == counter]


def _as_told(article: Article, one: Mention) -> Mention:
    """Return a figure as the one number that it is: some 845; Leung 15, where a list leaves out what it counts; they number 60."""
    shown = one.text.rpartition(" ")[2] if one.kind == "label" else ""
    if shown.replace(",", "").isdecimal() and ENDS.match(article.document.text, one.span.end):
        span = Span(one.span.end - len(shown), one.span.end)
        return one.changed(kind="count", number=written(shown), text=shown, span=span)
    some = one.hedge == "about" and article.word(article.place(one) - 1) == "some" and telling_digits(one) > 2
    return one.changed(hedge="") if some else one


def _shares(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the shares of a sentence, those that leave "percent" unsaid behind one that says it with them."""
    found: list[Mention] = [one for one in sentence.of_kind("fraction") if one.size < 1]
    named = {one.first: one for one in shares(article, sentence)} if sentence.kinds & BIT["P"] else {}
    for one in sentence.of_kind("count") if named else ():
        elided = (
            one.first not in named and not one.noun and is_plain(one) and one.text.isdigit() and one.first > min(named)
        )
        if elided and ENDS.match(article.document.text, one.span.end) and one.number and value(one) < 100:
            found.append(one.changed(kind="percent", unit=PERCENT, number=one.number.times(Fraction(1, 100))))
    return sorted([*found, *named.values()], key=attrgetter("first"))


def lead(article: Article, figures: list[Mention], n: int) -> str:
    """Return what stands before a figure in its sentence, behind the one before it."""
    figure, sentence = figures[n], article.sentences[figures[n].sentence]
    start = article.span(sentence.start, sentence.end).start
    if n and figures[n - 1].sentence == figure.sentence:
        start = figures[n - 1].span.end
    return article.document.text[max(start, figure.span.start - LOOK) : figure.span.start]


def is_left(article: Article, figures: list[Mention], n: int) -> bool:
    """Tell whether words about a figure say that it is all that the others leave."""
    behind = article.document.text[figures[n].span.end : figures[n].span.end + 40]
    led = lead(article, figures, n)
    told = LEFT.search(led)
    tied = told is not None and not NOT_LEFT.search(led) and not ON_THE_WAY.search(led, told.end())
    return (tied or LEFT_BEHIND.match(behind) is not None) and not OF_THEM.match(behind) and not FOR_IT.match(behind)


def _last_of_run(article: Article, figures: list[Mention], n: int) -> int:
    """Return the last of the figures that go on from one as its equals: the others were worth $325, $265 and $85."""
    while n + 1 < len(figures) and linked(gap(article, figures[n], figures[n + 1])):
        n += 1
    return n


def is_part(article: Article, figures: list[Mention], n: int, percent: bool) -> bool:
    """Tell whether a figure may be a part: it is compared with none, is none of some, and tells no circumstance."""
    figure, led = figures[n], lead(article, figures, n)
    behind = article.document.text[figure.span.end : figure.span.end + 40]
    if NO_PART.search(led) or NO_PART_BEHIND.match(behind) or OTHER_TIME.match(behind):
        return False
    if percent:
        return True
    if BY.search(led):
        return False
    if IN_ASIDE.search(led) and not is_left(article, figures, n):
        return False
    young = figure.kind == "count" and not figure.noun and figure.size < 100
    return not (young and (AT_AGE.search(led) or (behind.startswith((",", " who ")) and AGED.search(led))))


def _read(article: Article, figures: list[Mention], told: list[Mention]) -> Allotted | None:
    """Return the reading of some figures, the last of which closes a whole, that fits; else the one that a slip parts from it."""
    percent = told[-1].unit == PERCENT
    parts = [one for n, one in enumerate(told) if is_part(article, told, n, percent)]
    if len(parts) < 2 or len(parts) > CROWD or told[-1] not in parts:
        return None
    ways: list[tuple[Mention | None, list[Mention]]] = []
    if percent:
        ways += [(None, parts[n:]) for n in range(len(parts) - 1)]
    else:
        largest = max(told[:-2], key=value, default=None)
        ways += _ways(article, largest, told, parts) if largest is not None else ()
    for whole, some in ways:
        if fits_whole(whole, some):
            return Allotted(whole, some, False)
    for whole, some in ways:
        if slipped(whole, some) and not _otherwise(article, figures, whole, some) and not _doubted(article, some):
            return Allotted(whole, some, True)
    return None


def _ways(
    article: Article, whole: Mention, told: list[Mention], parts: list[Mention]
) -> Iterator[tuple[Mention, list[Mention]]]:
    """Yield a whole with what stands behind it, all of it and those alone that leave unsaid what they count."""
    later = [one for one in parts if one.first > whole.first]
    bare = [one for one in later if one.noun in ("", "other", whole.noun) or one is later[-1]]
    compared = NO_PART.search(lead(article, told, told.index(whole))) is not None
    compared = compared or not later or _is_beside(article, whole, later[0])
    for some in (later, bare) if len(bare) < len(later) else (later,):
        if len(some) > 1 and not compared and all(value(one) < value(whole) for one in some):
            yield whole, some


def _is_beside(article: Article, whole: Mention, part: Mention) -> bool:
    """Tell whether a figure is a part itself, told beside another: 2,000 of the boats and 1,500; a hall ($14m) and a roof ($7m)."""
    between = article.document.text[whole.span.end : part.span.start]
    joined = whole.sentence == part.sentence and re.search(r"\band\b", between) and not OF_THEM.search(between)
    some = not whole.unit and OF_SOME.match(between) is not None
    return bool(joined) or some or (between.startswith(")") and between.endswith("("))


def _worth(whole: Mention | None) -> Fraction:
    return HUNDRED if whole is None else value(whole)


def fits_whole(whole: Mention | None, parts: list[Mention]) -> bool:
    if whole is not None:
        return fits(whole, parts)
    off = abs(sum(map(value, parts), Fraction(0)) - 1)
    return off <= sum((one.number.half for one in parts if one.number), Fraction(0))


def slipped(whole: Mention | None, parts: list[Mention]) -> bool:
    """Tell whether one slip in one figure is why parts miss their whole."""
    aim = _worth(whole)
    short = aim - sum(map(value, parts), Fraction(0))
    if (
        not all(map(is_plain, parts))
        or (whole is not None and (not is_plain(whole) or aim < FEW))
        or abs(short) > aim * FAR
    ):
        return False
    needed = [(one, value(one) + short) for one in parts if value(one) + short > 0]
    needed += [(whole, aim - short)] if whole is not None else []
    return any(swapped(one, right) or stroke(one, right) for one, right in needed)


def _otherwise(article: Article, figures: list[Mention], whole: Mention | None, parts: list[Mention]) -> bool:
    """Tell whether some choice of the figures near by comes to the whole, or to another figure with the one that closes it."""
    pool = [one for one in figures if is_single_number(one) and one is not whole][-CROWD:]
    aims = [_worth(whole), *(value(one) for one in figures if whole is not None and one not in parts)]
    for size in range(2, len(pool) + 1):
        for some in combinations(pool, size):
            added = sum(map(value, some), Fraction(0))
            if added == aims[0] or (parts[-1] in some and added in aims):
                return True
    return whole is None and _nested(article, figures, parts)


def is_single_number(one: Mention) -> bool:
    """Tell whether a figure is one number."""
    return one.number is not None and one.upper is None


def _nested(article: Article, figures: list[Mention], parts: list[Mention]) -> bool:
    """Tell whether the last of some shares, with others just before it, are of what one share before them is, or leaves."""
    for n, base in enumerate(figures):
        for size in (2, 3):
            some = figures[n + 1 : n + 1 + size]
            of_it = OF_IT.search(lead(article, figures, n)) or (some and OF_IT.search(lead(article, figures, n + 1)))
            if of_it and parts[-1] in some:
                total = sum(map(value, some), Fraction(0))
                if any(abs(total - aim) <= Fraction(size, 200) for aim in (value(base), 1 - value(base))):
                    return True
    return False


def _doubted(article: Article, parts: list[Mention]) -> bool:
    numbers = sorted({one.sentence for one in parts})
    return any(said_to_be_many(article, article.sentences[number]) for number in numbers)
