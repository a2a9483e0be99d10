"""What leads on from a first sum to a rate, and from that to a second: small words, times, and verbs of change and of becoming.

How a rate is said to lead from the one to the other varies without end; that no noun of another matter stands between does not.
"""

from __future__ import annotations

import re

from factcheck.article import Article
from factcheck.model import Mention
from factcheck.patterns import Pattern

LONGEST = 130

BECOMES = (
    r"make|makes|making|made|take|takes|taking|took|bring|brings|bringing|brought|leave|leaves|leaving|left|lead|leads|leading|led|reach|reaches|reaching|reached"
    r"|arrive|arriving|arrived|come|comes|coming|came|hit|hits|hitting|get|gets|getting|got|stand|stands|stood|total|totals|totalling|amount|amounts|push|pushes|pushing"
    r"|lift|lifts|lifting|raise|raises|raising|carry|carries|carrying|grow|grows|growing|grown|swell|swelling|rise|rising|risen|climb|climbing|fall|falls|falling|fallen"
    r"|shrink|shrinks|shrinking|drop|drops|dropping|be|end|ending|finish|finishing|mean|means|meaning|cut|cuts|cutting|put|puts|putting"
)
SMALL = (
    r"an?|per|each|every|years?|annum|annually|yearly|on|average|compound(?:ed)?|since(?! \d)|then|there|and|so|thus|therefore|which|that|this|to|it|them|they|its|their|the|total|figure|number|sum"
    r"|will|would|should|could|might|may|had|has|have|having|been|was|were|is|are|by|at|in|of|for|end|later|after|about|around"
    r"|some|nearly|almost|just|over|under|more|less|than|roughly|only|now|today|up|down|time|as|much|many"
)
SETTING = (
    r"\b(?:across|despite|amid|throughout|even after|with the help of|thanks to)(?: (?:the|its|all))? [\w-]+(?: (?!and\b|which\b|to\b)[a-z]+){1,2}"
    r"|\b(?:in|over) the (?:past|last|next) [\w-]+ (?:years|decade)"
)
"""What tells no more than where, in spite of what and when."""

LED = Pattern(
    rf"(?>{SETTING}|\b(?:in|after|over|for) (?:the next |another )?\w+ (?:years|decades)\b|\b(?:in|by|for) (?:20|19)\d\d\b|\b(?:{SMALL}|{BECOMES})\b|[ ,—–-])*+",
    re.I,
)
"""Between a yearly rate and a sum: no more than this makes the sum what the rate has led to."""

GROWS = (
    r"(?:grow|expand|increas|ris|climb|shr[aiu]nk|declin|f[ae]ll|add|gain|los|los|swell|mov|go|slid|drop|dwindl|compound|cut|rais|shed)(?:s|es|ed|ing|en|n|t|e)*"
    r"|grew|grown|rose|risen|shrank|shrunk|fell|fallen|lost|gone|went|put|up|down|set|forecast|expected|projected|predicted|due|likely|planned|meant|bound|steadily"
)
FIRST = r"(?:,? ?(?:in|by|at the end of|for|as of) (?:the year to )?(?:20|19)\d\d| last year)?"
ASIDE = r"(?:, [^,;.]{2,40} (?:says?|said|reckons?|thinks?|shows?|showed|adds?|added)(?: on [A-Z][a-z]+day| last \w+| yesterday)?,| by (?:the |its )?[\w&' ]{2,40}(?= to\b))"
NOUNS = r"(?: (?!and\b|with\b|while\b|but\b|as\b)[a-z]+){0,2}?"
ON = Pattern(
    rf"{NOUNS}{FIRST}(?>{ASIDE}|{SETTING}|; (?=(?:grow|ris|shrink|fall|declin|expand|climb)ing\b)|\bof (?:tonnes|members|people)\b|\b(?:{SMALL}|{GROWS})\b|[ ,—–-])*+",
    re.I,
)
"""From a first sum on to a rate in its sentence: with no more than this between them the rate is of what the sum is of."""

OPENED = Pattern(
    rf"[\"“]?(?:Since then,? |So far,? |Since,? )?(?:it|they|that|this|these|both)(?>{ASIDE}|{SETTING}|\b(?:{SMALL}|{GROWS})\b| )*+",
    re.I,
)
"""From the opening of its sentence up to a rate: with no more than this it is of what the sentence before is of."""

BECOMING = Pattern(
    rf"\b(?:{BECOMES}|is|are)\b|\bto (?:about |some |around |nearly |almost |just (?:over|under) )?$", re.I
)


def of_first(article: Article, before: Mention, rate: Mention) -> bool:
    """Tell whether a rate behind a sum in its sentence is of what the sum is of."""
    return ON.fullmatch(article.document.text, before.span.end, rate.span.start) is not None


def of_sentence_before(article: Article, start: int, rate: Mention) -> bool:
    """Tell whether a rate is of what the sentence before its own tells of: "It has grown by 5 percent"; `start` is its opening."""
    return OPENED.fullmatch(article.document.text, start, rate.span.start) is not None


def leads_to(article: Article, rate: Mention, after: Mention) -> bool:
    """Tell whether a sum behind a rate is what the rate has led to."""
    between = article.document.text[rate.span.end : after.span.start]
    return len(between) <= LONGEST and LED.fullmatch(between) is not None and BECOMING.search(between) is not None
