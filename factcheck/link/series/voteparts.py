"""What each figure of a vote is, by the few words about it: those for and against, those who might have voted, a lead, a share."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from factcheck.article import BIT, Article, Sentence
from factcheck.document import Span
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.series.figures import counted, halves, value
from factcheck.link.series.leads import is_lead
from factcheck.link.series.tallies import ABSENTEES, handed_in, is_body, is_neither
from factcheck.model import Mention
from factcheck.numerals import written
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

AHEAD, BEHIND = 44, 60
"""So many characters before and behind a figure tell what it is."""


class Part(NamedTuple):
    """What one figure of a vote is: `role` for, against, neither, side (one of a pair), candidate, whole, roll, cast,
    lead, share, turnout or ""."""

    role: str
    mention: Mention
    quantity: Quantity

    @property
    def votes(self) -> Fraction:
        """The number as it stands."""
        return self.quantity.interval.middle


@cache
def _taking_part() -> re.Pattern[str]:
    """Compile what is said of those who voted or might have: "people turned out", "registered voters"; what fits first counts."""
    who = r"(?:[\w-]+ )?(?:people |members |voters |of them |residents |ballots? |papers |forms )?(?:who )?(?:had |have )?"
    return compiled(
        r"^(?P<roll>(?:[ -][\w'’-]+){0,3}? (?:registered|eligible|entitled to vote|able to vote|electors?\b|electorate|enrolled|on (?:the|its|their) (?:register|rolls?|books))| voters on the)"
        rf"|^ {who}(?P<cast>voted(?! (?:for|against|to|in|with|yes|no)\b)|turned out|took part|taken part|came back|came(?=[.,;])|showed up|went to the polls|were (?:returned|sent back)|returned|cast (?:a|their|its) (?:vote|ballot)s?|did(?: so)?(?=[.,;]| or )|bothered)\b",
        re.I,
    )


TAKING_SIDES = Pattern(
    rf"^[^.;\n]{{0,40}}?\b(?:(?P<neither>(?:{ABSENTEES})\w*)"
    r"|(?P<against>against|oppos\w+|noe?s?(?! one)|nays?|dissent\w*|object\w*|reject\w*|did not|were not|not to|resist\w*|to (?:remove|acquit|sack|fire)|acquittal)"
    r"|(?P<for>for|in favou?r|yes|ayes?|back\w*|support\w*|approv\w+|endors\w*|want\w*|favou?red|agree\w*|voted|raised|argued|preferred|gave|chose|picked|opted|plumped|sided|stood by|went|found that|to (?:keep|convict|leave|stay|be|have|raise)))\b",
    re.I,
)
"""What is said of those on one side of a vote, or on neither; what stands first counts."""


@cache
def _led() -> re.Pattern[str]:
    """Compile what may stand before a figure of a vote."""
    just = r"(?: just| only| about| a total of| some| all)?"
    return compiled(
        rf"(?P<roll>\b(?i:electorate of|(?:went|sent|go|posted|mailed|issued)(?: out)? to|from a roll of){just} $)"
        rf"|(?P<lead>\b(?i:majority|margin|plurality)(?: was| is|,)?(?: of)?{just} $)"
        rf"|(?P<against>\b(?i:against(?: it)?|no|nays?|noes)(?: (?:votes?|side|camp|campaign))?(?: (?:\w+ )?(?:to|at|with|had|got|took))?:?{just} $)|(?P<for>\b(?i:for it|for [^.:;\n]{{1,30}}:|in favou?r(?: (?:numbered|totall?ed|came to))?|(?:yes|ayes?)(?: (?:votes?|side|camp|campaign))?(?: (?:\w+ )?(?:to|at|with|had|got|took))?):?{just} $)|(?P<neither>\b(?i:{ABSENTEES})[^.:;\d\n]{{0,16}}: $)"
        rf"|(?P<candidate>\b(?:took|taking|polled|polling|won|winning|got|received|receiving|had|has|have|hold|holds|holding|secured|securing"
        rf"|collected|with|was on|were on|on|gained|drew|managed|mustered|commands?|for [A-Z][a-z]+|side|opposition|(?!(?:The|All|Some|Just|Only|About|In|Of|At|By|But|And|With|From|Her|His|Its|Their|These|Those|Another|On|For|To|[A-Z][a-z]+day)\b)[A-Z][a-z]+){just} $)"
    )


TOO_FEW = Pattern(r"^ (?:votes? )?(?:too (?:few|many)|short|shy|more than|fewer than)\b")
"""Behind a figure these make it what is wanting, and nobody's vote."""

EVERY = Pattern(r"\b(?:every|each|no|any) one$", re.I)
"""A "one" that is no number: every one, no one."""

VOTING = Pattern(
    r"\b(?:vot(?:e[sdr]?|ers|ing)|ballots?|polled|turnout|turned out|seats?|elect\w+|referendum|majority|justices|judges|jur(?:y|ors?)"
    r"|split|senat\w+|councill?ors|council|board|panel|bench|committee|rul(?:ed|ing)|motion|amendment|trustees|resolution|in favou?r|opposed|took part|against|ayes|noes|tellers|delegates|show of hands)\b",
    re.I,
)

OF_ALL = Pattern(
    r"\b(?:all(?: of)?(?: the| its| our)?|out of(?: the| its)?|of (?:the|its|their|our|all)(?: [\w-]+['’]s?)?)(?: \w+)? $",
    re.I,
)
"""What stands before a whole: of the panel's 19 experts, all 365, out of 66 present."""

HAVING = Pattern(
    r"\b(?:chamber|assembly|council|house|senate|parliament|congress|synod|board|committee|panel|bench|court|diet|legislature|jury"
    r"|union|cabinet|federation)\b,?(?: which| that)?(?: has| had| have| with| of| counts| numbers){1,2} $|^\W*(?:its|all|the) $|\bof (?:its|the|their|all) $",
    re.I,
)
"""What stands before the size of a body: the chamber, which has 180 seats; its 25 members."""

SOME_OF = Pattern(r"^ (?:\w+ )?of (?:the |its |their |all |our )?(?:\w+ ?['’]s? )?$", re.I)
"""What stands between some and those of whom they are some: eight of the twelve."""

OF_THEM = Pattern(
    r"^ (?:of (?:them|whom|its own|(?:those|these)(?! present| attending| in the| who (?:voted|attended)))\b|(?:Democrat|Republican|Tor|Conservative)\w*\b)"
)
"""What makes a figure some of those told before it."""

SHARED = Pattern(
    r"\bin favou?r|\bof (?:the|all|those|its) (?:valid |total )?(?:votes?|ballots?|who (?:took part|voted|turned out))|\bback\w*|\bsupport\w*|\bsaid (?:yes|no)|\bvoted|\byes\b|\bapprov\w+|\bcarried|\bpassed|\bwant\w*|\bof the vote",
    re.I,
)

WHO_VOTED = Pattern(
    r"\bof (?:those|the people|the members|members) (?:(?:who|that) (?:took part|voted|turned out)|voting)", re.I
)

TURNING_OUT = Pattern(r"turn-?out|turned out|\btook part|\bresponse|\bvoted[.,;]|\bdid(?: so)?,", re.I)

ALL_BUT = Pattern(r"\ball but $", re.I)
AWAY = Pattern(
    r"^ (?:\w+ )?of (?:the |its )?(?:\w+['’]s )?[\w,]+ (?:\w+ )?(?:(?:were|was|had|have|is|are) )?(?:\w+ )?(?:abroad|away|absent|ill|missing|overseas|not present|excused|unwell|on leave|left (?:the|early)|stayed away)\b",
    re.I,
)
"""What makes a number that of those of a body who did not vote."""

TURNOUT_AT = Pattern(r"\bturn-?out (?:at|of|was|came to|stood at|reached) (?:about |some |just )?$", re.I)

BARRED = Pattern(
    r"\b(?:need\w*|requir\w+|threshold|quorum|at least|would|could|poll (?:found|showed)|forecast|predict\w*|expect\w*|if|ago|in 20\d\d|last time|last year|compared|than|previous\w*|earlier|first round|where)\b",
    re.I,
)
"""What makes of a share a bar, a forecast or one of another vote."""


VOTES = frozenset({"", "vote", "ballot", "seat", "delegate", "elector", "supporter", "backer", "lawmaker", "member"})
"""What may be counted for a candidate: a council that has 14 staff has no 14 votes."""

VOTED_ON = Pattern(
    r"\b(?:bill|plan|motion|proposal|measure|scheme|resolution|amendment|deal|budget|law|ordinance|levy|contract|permit)s?"
    r" (?:that|to|for|of|which|on|in|allowing|giving|raising|cutting|lowering)\b"
    r"(?:(?!\b(?:was|were|is|are|passed|failed|fell|won|got|by|with|carried|went|drew|received|voted|votes|supported|backed)\b)[^.,;:])* $",
    re.I,
)
"""A number behind these that counts no votes is of what was voted on: a bill to lower the age to 16."""

NUMBERED = Pattern(
    r"(?:ward|district|seat|table|section|article|item|room|bill|lot|group|route|week|day|proposition|measure)\b", re.I
)
"""The number behind these is a name, and counts no votes."""


def parts_of_vote(article: Article, sentence: Sentence) -> list[Part]:
    """Return what the figures of a sentence are in a vote; no figures of a sentence that tells of none."""
    if not sentence.kinds & (BIT["K"] | BIT["S"] | BIT["P"]):
        return []
    text, here = article.document.text, article.here(sentence)
    told = sentence.of_kind("count|pair|percent|label")
    told = [one for one in told if is_neither(article, one) or not is_circumstance(article, one)]
    figures = [one for one in map(_as_count, told) if one.number]
    parts: list[Part] = []
    for n, one in enumerate(figures):
        if EVERY.search(text, max(here.start, one.span.start - AHEAD), one.span.end):
            continue
        before = figures[n - 1].span.end if n else here.start
        after = figures[n + 1].span.start if n + 1 < len(figures) else here.end
        ahead = text[max(before, one.span.start - AHEAD) : one.span.start]
        behind = text[one.span.end : min(after, one.span.end + BEHIND)]
        if TOO_FEW.match(behind):
            continue
        if n + 1 < len(figures) and SOME_OF.match(behind):
            behind = text[figures[n + 1].span.end :][:BEHIND].split("\n")[0]
        if one.kind == "pair":
            if not all(article.text(half).isdecimal() for half in one.parts):
                return []
            parts += [Part("side", one, half) for half in halves(article, one)]
        elif one.kind == "percent":
            parts.append(Part(_share_role(article, sentence, one), one, one.quantity))
        elif not VOTED_ON.search(text, here.start, one.span.start) or behind.startswith(" vote"):
            parts.append(Part(_role(article, one, ahead, behind), one, counted(one)))
    return _against_each_other(article, parts)


def _as_count(mention: Mention) -> Mention:
    """Return a number behind a name as a count: the Democrats 213."""
    shown = mention.text.rpartition(" ")[2] if mention.kind == "label" else ""
    if not shown.replace(",", "").isdecimal() or NUMBERED.match(mention.text):
        return mention
    span = Span(mention.span.end - len(shown), mention.span.end)
    return mention.changed(kind="count", number=written(shown), text=shown, span=span)


def _share_role(article: Article, sentence: Sentence, one: Mention) -> str:
    start = article.here(sentence).start
    if TURNOUT_AT.search(article.document.text, start, one.span.start):
        return "turnout"
    words = WHO_VOTED.compiled.sub("of them", article.words(sentence))
    if BARRED.search(words) or one.hedge not in ("", "about"):
        return ""
    if TURNING_OUT.search(words):
        return "turnout"
    return "share" if SHARED.search(words) else "bare"


def _role(article: Article, one: Mention, ahead: str, behind: str) -> str:
    """Return what a count is in a vote, by the words between the figures before and behind it."""
    whole = one.number is not None and one.upper is None and value(one).denominator == 1
    of_all = OF_ALL.search(ahead) is not None
    if re.match(r" (?:more|fewer|less) than\b", behind):
        return ""
    if whole and is_away(article, one):
        return "neither"
    if whole and one.hedge == "" and is_body(article, one) and HAVING.search(ahead):
        return "whole"
    if not whole or one.hedge not in ("", "about") or (OF_THEM.match(behind) and not of_all):
        return ""
    led, taking_part, sides = _led().search(ahead), _taking_part().match(behind), TAKING_SIDES.match(behind)
    if is_lead(article.document.text, one) or (led and led["lead"]):
        return "lead"
    if is_neither(article, one):
        return "neither"
    if handed_in(article, one) or of_all or (is_body(article, one) and (behind[:1] == "-" or not (led or sides))):
        return "roll" if taking_part and taking_part["roll"] else "whole"
    if one.hedge and not taking_part:
        return ""
    if re.match(r" to [a-z]{3,}\b", behind):
        return "against"  # "four were for the appeal and three to dismiss it"
    if led and led["candidate"] and not (taking_part or sides) and one.noun not in VOTES:
        return ""
    for found in (taking_part, sides, led):
        if found and found.lastgroup:
            return found.lastgroup
    return "candidate" if re.match(r" votes?\b", behind) else ""


def is_away(article: Article, one: Mention) -> bool:
    """Tell whether a figure is of those of a body who did not vote: all but two of the 53; two of its 42 members were abroad."""
    text, span = article.document.text, one.span
    return bool(ALL_BUT.search(text, max(0, span.start - 8), span.start) or AWAY.match(text[span.end : span.end + 80]))


def _against_each_other(article: Article, parts: list[Part]) -> list[Part]:
    """Return the parts with two figures joined by "to" as the sides of a vote: 312 votes to 267."""
    text = article.document.text
    for n in range(len(parts) - 1):
        one, other = parts[n : n + 2]
        between = text[one.mention.span.end : other.mention.span.start]
        if one.mention.kind == other.mention.kind == "count" and re.fullmatch(
            r"(?: votes| million)? (?:to|against) (?:her |his |their )?", between
        ):
            parts[n], parts[n + 1] = one._replace(role="side"), other._replace(role="side")
    return parts
