"""A change told as an amount and as a percentage, beside what it came to: "rose by 211 to 1,377, or 18 percent".

What stands between the three varies without end; that one is an amount of change, that the percentage is said to be the
same change, and that the third is what there is now, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import BIT, Article, Sentence
from factcheck.document import Span
from factcheck.link.series.figures import is_plain
from factcheck.model import Mention
from factcheck.numerals import Number
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

RISEN = (
    r"r[io]s(?:e[sn]?|ing)|gr[eo]w(?:s|n|ing|th)?|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|increas(?:es?|ed|ing)|jump(?:s|ed|ing)?|surg(?:es?|ed|ing)"
    r"|add(?:s|ed|ing)?|(?<!made )(?<!make )(?<!makes )(?<!making )(?<!took )(?<!takes )up|more|higher|soar(?:s|ed|ing)?|advanc(?:es?|ed|ing)|rall(?:y|ied)|hike"
)
FALLEN = (
    r"f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|down|fewer|less|lower|shed(?:s|ding)?|los(?:t|es?|ing)|loss"
    r"|cuts?|reduc(?:es?|ed|ing|tion)|sl[ii]d(?:es?)?|slip(?:s|ped)?|shr[aiu]nk(?:s|ing)?|tumbl(?:es?|ed)|plung(?:es?|ed)|dip(?:s|ped)?|eas(?:es?|ed)"
)
WAYS = Pattern(rf"\b(?:(?P<risen>{RISEN})|(?P<fallen>{FALLEN}))\b", re.I)
"""What says which way a figure went."""

CHANGED = Pattern(
    rf"\b(?:{RISEN}|{FALLEN})(?: (?!to\b|from\b|than\b|at\b)[a-z']+){{0,2}}?(?:,? by| of)?(?: (?:about|around|some|nearly|almost))? [£$€¥₩]?$|\bor by $",
    re.I,
)
"""Right before a figure these make it an amount of change, or a percentage of one."""

COMPARED = Pattern(rf"^ ?(?:{RISEN}|{FALLEN})\b", re.I)
"""Right behind one these do."""

SAME = Pattern(r"^,? (?:or|i\.e\.)(?: by)?(?: (?:about|around|some|nearly|almost|just (?:over|under)))? ?$|^ ?\($")
"""Between an amount of change and a percentage these make the two one."""

LEVEL = Pattern(r", (?:up|down|a (?:rise|gain|fall|drop|loss) of) [£$€¥₩]?", re.I)
"""Between what there is now and an amount these make it the amount of a change told before."""

ONE = Pattern(
    r"\b(?:up|down|by|gain(?:ed|s)?|los[et]s?|add(?:ed|s)?|shed) (?:just |only )?(?P<one>an? (?P<unit>dollar|euro|pound))\b(?! and\b)",
    re.I,
)
UNITS = {"dollar": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD"), "euro": ("EUR",), "pound": ("GBP",)}
ROUGHLY_ONE = Number(Fraction(1), Fraction(1, 50))
"""What "a dollar" is, give or take a cent or two."""

OF_ELSE = Pattern(
    r"\b(?:of (?:which|whom|them|these|those)|each|per(?! ?cent)|average\w*|expected|forecast|target|including|respectively|if|would)\b",
    re.I,
)
"""With these there may be another whole, or another time."""

SET_AGAINST = Pattern(r" (?:under|over|above|below|short of|shy of) (?:the|its|their|his|her|what)\b", re.I)
"""Behind a figure these make it how far something lies from another: 3p under the offer."""

ANEW = Pattern(r"\b(?:and|but|while|ha(?:s|ve|d)|w(?:as|ere)|is|are)\b", re.I)
"""Before a percentage these begin another change: and have dropped by 28% since 2015."""

BACK, TINY, ROUGHLY = 3, 0.001, 0.006
ADDED_TO = Pattern(r"\badded to (?:an?|the) [^.;]{0,40}\b(?:stood|was|were|had been) (?:at )?(?:[A-Z]{0,2}[£$€₹])?$")
"""Before a level these make it that to which a change was added."""

EARLIER = Pattern(
    r"\b(?:last|previous|prior|preceding|earlier|ago|than (?:in|the|its|it|there|at)|when (?:there|it|they) (?:was|were|had))\b",
    re.I,
)
"""Before a level these tell that it is what there was before the change: last year's cohort was smaller, at 271."""

STANDS = Pattern(
    r"\band (?:now )?(?:stands?|stood|makes? up|made up|accounts? for|accounted for|numbers?|numbered)\b", re.I
)
"""Between an amount of change and a level these make a percentage behind the level its share of a whole."""

LOOK = 60
"""So many characters about a figure may say that it is an amount of change."""


class BothWays(NamedTuple):
    """An amount of change, the percentage that it is of what there was, what there is now, and the way: 1 up, -1 down."""

    amount: Mention
    percent: Mention
    level: Mention
    sign: int


def both_ways(article: Article) -> Iterator[BothWays]:
    """Yield each change that a sentence tells both as an amount and as a percentage, with what it came to."""
    if article.verb_last:
        return
    for sentence in article.body:
        if sentence.kinds & BIT["P"] and (found := _read(article, sentence)):
            yield found


def _read(article: Article, sentence: Sentence) -> BothWays | None:
    percents = sentence.of_kind("percent")
    figures = [one for one in sentence.mentions if one.kind in ("money", "count", "measure") and one.number]
    figures += _of_one(article, sentence, figures)
    if len(percents) != 1 or len(figures) != 2 or not all(map(is_plain, figures)) or percents[0].upper:
        return None
    if any(one.kind in ("multiple", "points") for one in sentence.mentions):
        return None
    if figures[0].unit != figures[1].unit or OF_ELSE.search(article.words(sentence)):
        return None
    changed = [one for one in figures if _is_change(article, one)]
    if len(changed) != 1:
        return None
    amount, percent = changed[0], percents[0]
    level = figures[0] if figures[1] is amount else figures[1]
    if EARLIER.search(article.document.text, article.here(sentence).start, level.span.start):
        return None
    if ADDED_TO.search(article.document.text, article.here(sentence).start, level.span.start):
        return None
    sign = _sign(article, sentence)
    base = level.size - sign * amount.size
    fits = base > 0 and abs(amount.size / base - percent.size) <= ROUGHLY
    if not fits and _is_of_one_before(article, sentence, amount, percent):
        return None
    same = sign and level.size > 0 and _same_change(article, amount, percent, level)
    return BothWays(amount, percent, level, sign) if same else None


def _is_of_one_before(article: Article, sentence: Sentence, amount: Mention, percent: Mention) -> bool:
    """Tell whether a percentage is what an amount is of a figure of the sentences before: from 25,000, ... The fall of 1,150, or 4.6%."""
    near = article.sentences[max(0, sentence.number - BACK) : sentence.number]
    told = (one for part in near for one in part.of_kind(amount.kind) if one.size > amount.size)
    return any(abs(amount.size / one.size - percent.size) <= TINY for one in told)


def _of_one(article: Article, sentence: Sentence, figures: list[Mention]) -> list[Mention]:
    """Return the amount of "up a dollar", where a sentence has one price alone."""
    words, start = article.words(sentence), article.here(sentence).start
    found = ONE.search(words) if len(figures) == 1 and figures[0].kind == "money" else None
    if found is None or figures[0].unit not in UNITS.get(found["unit"].lower(), ()):
        return []
    span = Span(start + found.start("one"), start + found.end("one"))
    one = figures[0].changed(span=span, text=found["one"], number=ROUGHLY_ONE, hedge="")
    return [one]


def _is_change(article: Article, one: Mention) -> bool:
    """Tell whether a figure is an amount of change, its percentage in brackets or behind "or" left out."""
    before, behind = article.around(one, LOOK)
    behind = re.sub(r"^(?: ?\([^)]*\)|,? or [\d.]+ ?(?:%|per ?cent))", "", behind)
    before = re.sub(r"[\d.]+ ?(?:%|per ?cent),? or $", "", before)
    told = CHANGED.search(before) is not None or COMPARED.match(behind) is not None
    return told and SET_AGAINST.match(behind) is None


def _same_change(article: Article, amount: Mention, percent: Mention, level: Mention) -> bool:
    """Tell whether a percentage is said to be the amount of change in another way."""
    text = article.document.text
    before, behind = article.around(percent, LOOK)
    if behind.lstrip().startswith("of "):
        return False
    first, second = sorted((amount, percent), key=lambda one: one.span.start)
    if SAME.match(text[first.span.end : second.span.start]):
        return True
    if percent.first < level.first and LEVEL.fullmatch(text, level.span.end, amount.span.start):
        return True
    if STANDS.search(text, amount.span.end, level.span.start):
        return False
    after = percent.first > max(amount.first, level.first)
    apposed = re.search(r"[,;—–(] ?(?:or |that is |which is |that was )?(?:(?:an?|the) )?[\w' -]{0,24}$", before)
    led = CHANGED.search(before) if apposed and not ANEW.search(apposed[0]) else None
    ored = SAME.match(text[max(amount.span.end, level.span.end) : percent.span.start])
    return after and (led is not None or ored is not None)


def _sign(article: Article, sentence: Sentence) -> int:
    """Return which way all the words of a sentence that tell one tell it; 0 where they do not agree."""
    ways = {bool(found["risen"]) for found in WAYS.finditer(article.words(sentence))}
    return (1 if True in ways else -1) if len(ways) == 1 else 0
