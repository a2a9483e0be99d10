"""Falls below nothing: a percentage over 100 that is told as a fall of what cannot be negative.

A fall is told by its verb, by its noun or by the comparative behind the figure: "fell 140%", "a drop in sales of 140%",
"140% fewer"; which one varies, not that the figure is how much less there is.
"""

from __future__ import annotations

import re

from factcheck.article import Article
from factcheck.link.whole.bounds import words
from factcheck.model import Mention
from factcheck.patterns import Pattern

LOOK_BACK, LOOK_ON = 240, 60
"""So many characters before a percentage and behind it may tell that it is a fall, and of what."""

LEVEL = r"to|from|than|below|under|above|over|near|at|until|after|but|while|r[io]s(?:e[sn]?|ing)|gr[eo]w\w*|up|gain\w*|increas\w+"
"""Behind a fall these lead to a level, or to another change."""

HEDGE = r"(?:about|around|some|nearly|almost|roughly|more than|over|as much as|as many as|up to|at least|an estimated|a further|another)"
VERB = (
    r"f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|down|shed(?:s|ding)?|los(?:t|es?|ing)|cut(?:s|ting)?"
    r"|reduc(?:es?|ed|ing)|sl[ii]d(?:es?)?|slip(?:s|ped)?|shr[aiu]nk(?:s|ing)?|tumbl(?:es?|ed|ing)|plung(?:es?|ed|ing)|plummet(?:s|ed|ing)?"
    r"|slump(?:s|ed|ing)?|s[aiu]nk|dwindl(?:es?|ed|ing)|slash(?:es|ed|ing)?|collaps(?:es?|ed|ing)|shortened|lowered|halved|contract(?:s|ed)?|empti(?:es|ed)|eroded|depleted"
)
NOUN = "fall|drop|decline|decrease|cut|reduction|slump|plunge|collapse|slide|dip|downturn|contraction|shrinkage|erosion"
FELL = Pattern(
    rf"\b(?:{VERB})(?: (?!(?:{LEVEL}|the|an?|its|their|his|her|this|that)\b)[a-z'’-]+){{0,3}}?(?: {HEDGE})? ?$"
    rf"|\b(?:{VERB})(?:,? (?!(?:{LEVEL})\b)[a-z'’-]+){{0,8}}?,? by(?: {HEDGE})? $"
    rf"|\b(?:{NOUN})s?(?:,? (?!(?:{LEVEL})\b)[a-z'’-]+){{0,7}}?,? (?:of|was|is|were|are|put at|reach(?:es|ed)|exceed(?:s|ed)|amounts? to|comes? to|came to)(?: {HEDGE})? $",
    re.I,
)
"""Right before a percentage these make it a fall."""

LESS = Pattern(
    rf"^ (?:fewer|less|lower|smaller|cheaper|shorter|lighter|weaker|slower|below)\b(?! expected| forecast)|^ (?:[a-z]+ )?(?:{NOUN})\b",
    re.I,
)
"""Right behind one these do."""

OF_ITSELF = Pattern(r"^ of (?:its|their|his|her|our|my) (?!deposit|investment|stake|capital|budget|target)", re.I)
"""Behind a percentage that was lost these say that it is of what there was; any other "of" has a base of its own."""


def lost(article: Article, mention: Mention) -> bool:
    """Tell whether a percentage is a fall of what cannot fall below nothing."""
    text, block = article.document.text, article.block_at(mention.span.start)
    before = text[max(block.start, mention.span.start - LOOK_BACK) : mention.span.start]
    behind = text[mention.span.end : min(block.end, mention.span.end + LOOK_ON)]
    if not FELL.search(before) and not LESS.match(behind):
        return False
    if behind.startswith(" of ") and not OF_ITSELF.match(behind):
        return False
    said = re.findall(r"[a-z]+", f"{before} {behind}".lower())
    return words("shares", "negative").isdisjoint(said)
