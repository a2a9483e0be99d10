"""Words that close a whole: those that make a figure all that others leave, that leave nothing else, and that make one no part."""

from __future__ import annotations

import re

from factcheck.article import Article
from factcheck.model import Mention
from factcheck.patterns import Pattern

LOOK, BEHIND = 110, 40
"""So many characters before a figure, and behind it, tell what it is to the others."""

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
    r"|both (?:chambers|houses|sites|sexes|towns|plants|halves|arms)|br(?:eak|oke|oken|eaks) down|split|(?:is|are|was|were) (?:\w+ )?divided|divided (?:\w+ )?(?:between|among|into)|made up of|compris\w+|consist\w*"
    r"|leav\w+ (?:nobody|nothing|no one|none) out|and that (?:is|was) (?:all|it)|in (?:just|only) (?:two|three|four|five|six)|only (?:two|three|four|five|six)"
    r"|add(?:s|ed)? up|for all of (?:it|them)|the whole of|all told|entire\w*|every last|only ever|to the last (?:cent|penny|man)|accounted for (?:everyone|everybody|all)|neither (?:group|of these)|there (?:is|are|was|were) no more|(?:are|were|is|was) put down to anything else"
    r"|(?:assigns?|lets?|names?|gives?|picks?|chooses?|choose)\b[^.;]{0,30}?\b(?:one|once)|(?:one|single) (?:favou?rite|cause|reason|answer|heading))",
    re.I,
)
"""Anywhere in a paragraph these say that the parts told are all."""

YOUNGER = Pattern(r"\b(?:under|below|younger than)[ -](?:the age of )?(?P<age>\d\d)|\bunder-(?P<aged>\d\d)s", re.I)
OLDER = Pattern(
    r"\b(?:over|above|older than)[ -](?:the age of )?\d\d|\bover-\d\ds|\b\d\d (?:and|or) (?:over|older|above|up)", re.I
)
"""Both together part all ages among some."""

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
HAD_EACH = Pattern(r"^ (?:each|apiece)\b|^ (?:to|for) each\b", re.I)
OTHER_TIME = Pattern(
    r"^(?: [\w']+){0,3}? (?:an?|one|two|three|\d+) (?:years?|months?|weeks?) (?:ago|earlier|before)\b", re.I
)
OF_THEM = Pattern(r" of (?:them|whom|those|these|which)\b", re.I)
FOR_IT = Pattern(r" \w+ (?:for|against) (?:it|the)\b", re.I)
OF_IT_BEHIND = Pattern(r" of (?:them|whom|those|these|which|that)\b", re.I)
ENDS = Pattern(r"[,;.](?:\s|$)| (?:and|while|but)\b")
OF_IT = Pattern(r"\bof (?:the|that|those|these|this|them|which|whom|its|his|her|their)\b", re.I)
"""Before a share, or the first of some, these make them shares of a share."""


def leaves_none(text: str) -> bool:
    """Tell whether words say that the parts told are all, or part all ages from the youngest to the oldest."""
    return NO_OTHER.search(text) is not None or (YOUNGER.search(text) is not None and OLDER.search(text) is not None)


def lead(article: Article, figures: list[Mention], n: int) -> str:
    """Return what stands before a figure in its sentence, behind the one before it."""
    figure, sentence = figures[n], article.sentences[figures[n].sentence]
    start = article.here(sentence).start
    if n and figures[n - 1].sentence == figure.sentence:
        start = figures[n - 1].span.end
    return article.document.text[max(start, figure.span.start - LOOK) : figure.span.start]


def is_left(article: Article, figures: list[Mention], n: int) -> bool:
    """Tell whether words about a figure say that it is all that the others leave."""
    behind = article.document.text[figures[n].span.end : figures[n].span.end + BEHIND]
    led = lead(article, figures, n)
    told = LEFT.search(led)
    tied = told is not None and not NOT_LEFT.search(led) and not ON_THE_WAY.search(led, told.end())
    return (tied or LEFT_BEHIND.match(behind) is not None) and not OF_THEM.match(behind) and not FOR_IT.match(behind)


def is_part(article: Article, figures: list[Mention], n: int) -> bool:
    """Tell whether a share may be a part: it is compared with none, is none of some, and of no other time."""
    behind = article.document.text[figures[n].span.end : figures[n].span.end + BEHIND]
    if NO_PART.search(lead(article, figures, n)) or OTHER_TIME.match(behind) or (n and OF_IT_BEHIND.match(behind)):
        return False
    return HAD_EACH.match(behind) is not None or not NO_PART_BEHIND.match(behind)
