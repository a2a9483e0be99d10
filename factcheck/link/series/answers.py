"""How many answers a question took: what a text says of it about the shares that the answers had."""

from __future__ import annotations

import re

from factcheck.article import Article, Sentence
from factcheck.model import Mention
from factcheck.patterns import Pattern

BEFORE, BEHIND = 260, 140
"""So many characters about a sentence, within its paragraph, may say how a question was asked."""

SEVERAL = Pattern(r"\b(?:also|overlap\w*|either|at least|both|each|if)\b", re.I)
"""What leaves shares free to overlap, beside them."""

MANY = Pattern(
    r"\b(?:more than one|multiple|several (?:answers|replies|choices)|(?<!half )(?<!twice )(?<!times )as many|(?:all|any|everything|those) that appl\w+"
    r"|as applied|chos?en? several|up to (?:two|three|four|five)|two or more"
    r"|(?:can|could|may|might|allowed|invited|free|able|told) (?:to )?\w+ (?:several|many|more|any|all|both|two|three)"
    r"|(?:come|came|comes|coming|add|adds|added|adding|sum|sums|total|totals)(?: up)? to (?:well )?(?:more than|over|above) (?:100|a hundred)"
    r"|many (?:for|of|did|do|gave|named) (?:both|all|more))\b"
    r"|(?:두 가지|둘|2가지|2개) 이상|여러 (?:개|가지)|복수|중복 ?(?:응답|선택)",
    re.I,
)
"""How a question is told that takes more than one answer."""

ONE = Pattern(
    r"\b(?:(?:which|what|only|just|choos\w+|chose|pick\w*|nam\w+|select\w*) (?:the )?(?:one|single)|the single|best describ\w+"
    r"|(?:is|are|was|were) (?:split|divided|shared)|splits?(?: as follows| into| between)|breaks? down|broke down|break ?down"
    r"|divided \d+|as follows|(?<!\w )by (?:age|grade|region|party|type|size|sex|sector|income|faith|religion|origin))\b|(?:하나|한 가지|1개|한 개)만",
    re.I,
)
"""How a question is told that takes one answer: "Asked which one", "only one reply was taken"."""

ONLY_ONE = Pattern(
    r"\b(?:only|just|a) (?:one|single) (?:answer|reply|response|choice|option|box|item|name|reason)\b"
    r"|\basked (?:for|to (?:name|choose|pick|give|select)|(?:which|what) was) (?:the|only|just|a)? ?(?:one|single)\b"
    r"|\b(?:asked|ask(?:s|ing)?)\b[^.;]{0,48} which (?:one|single)\b",
    re.I,
)
"""The same as it is told in a sentence before the shares, where other words might be of something else."""

NONE = Pattern(
    r"undecided|unidentif\w+|unclassified|unexplained|unsure|uncertain|no (?:opinion|answer|view|preference)|(?:not|n.t) (?:sure|know|decided|decide|say|answer)"
    r"|declined|refused|abstain|spoil\w*|did ?n.t (?:vote|reply|respond)|had no\b|have no\b|ma[dk]e up (?:their|his|her) minds?|ha(?:d|s|ve) yet to\b|모르|모름|무응답|의견 ?(?:없|유보)|부동층",
    re.I,
)


def _about(article: Article, sentence: Sentence) -> str:
    """Return a sentence with what its paragraph says just before it."""
    here = article.here(sentence)
    return article.document.text[max(article.block_at(here.start).start, here.start - BEFORE) : here.end]


def may_overlap(article: Article, sentence: Sentence) -> bool:
    """Tell whether one who gave an answer may have given another."""
    words = article.words(sentence)
    if (SEVERAL.search(words) and not ONLY_ONE.search(words)) or MANY.search(_about(article, sentence)):
        return True
    return said_to_be_many(article, sentence) is not None and not one_answer(article, sentence)


def said_to_be_many(article: Article, sentence: Sentence) -> re.Match[str] | None:
    """Return the words about a sentence that allow several answers, as they stand in the text."""
    here = article.here(sentence)
    block = article.block_at(here.start)
    end = min(max(block.end, here.end), here.end + BEHIND)
    return MANY.search(article.document.text, max(block.start, here.start - BEFORE), end)


def one_answer(article: Article, sentence: Sentence) -> bool:
    """Tell whether everybody gave one answer alone."""
    told = ONE.search(article.words(sentence)) or ONLY_ONE.search(_about(article, sentence))
    return told is not None


def undecided(article: Article, run: list[Mention]) -> bool:
    """Tell whether the last share is of those with no answer, so that the question had one answer each."""
    end = run[-1].span.end
    behind = re.split(r"[.;:\n]", article.document.text[end : end + 40])[0]
    before = article.document.text[max(run[-2].span.end, run[-1].span.start - 30) : run[-1].span.start]
    return len(run) > 2 and NONE.search(f"{before} {behind}") is not None


def of_several(article: Article, run: list[Mention]) -> bool:
    """Tell whether some shares are each of others, or one of another time: 61 per cent in Arle and 44 in Benning; of men, of women."""
    text, behind = article.document.text, article.around(run[-1], BESIDE)[1]
    starts = [max(0, run[0].span.start - BESIDE), *(part.span.end for part in run[:-1])]
    led = [text[start : part.span.start] for start, part in zip(starts, run, strict=True)]
    apart = any(THEN.search(words) for words in (*led[1:], behind)) or any(
        DEARER.match(text, part.span.end) for part in run
    )
    return apart or sum(SOME.search(words) is not None for words in (*led, re.split("[,;:.]", behind)[0])) > 1


BESIDE = 40
SOME = Pattern(
    r"\b(?:in|at|among) (?:the )?[A-Z]|\b(?i:men|women|boys|girls|pupils|parents|teachers|voters)\b|\bon [A-Z][a-z]+day\b"
    r"|\b(?:here|there|nationally|locally|abroad)\b|\b(?i:in|of) (?:the|her|his|its) (?:first|second|third)\b"
)
"""Beside each of some shares these say of whom, where or when it is."""

THEN = Pattern(r"\b(?:ago|(?:last|previous) (?:week|month|year|time)|years? (?:earlier|before|later))\b|; of ", re.I)
"""And these that one is of another time, or of another whole: ; of profits, 13 per cent."""

DEARER = Pattern(
    r" (?:dearer|cheaper|higher|lower|bigger|smaller|larger|stronger|weaker|faster|slower|more|fewer|less|off|up|down)\b(?! for\b)"
)
"""Right behind a percentage these make it a change."""
