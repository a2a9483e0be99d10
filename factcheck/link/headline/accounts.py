"""Two figures of one thing that two sources give: by the police's count 400, by the organisers' 1,000.

They differ and neither is wrong; words of estimating before the later one, or a count by somebody, say why.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.context.ties import adjacent
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

ASKED = ("prefer", "speak", "spoke", "reckon", "count", "put", "make", "made", "gave", "give", "say", "said", "claim", "insist", "estimate", "mean", "that of", "credit", "publish", "quot", "cite", "citing", "which", "show", "list", "measure", "record",
         "assume", "believe", "expect", "hope", "forecast", "thought", "think", "seek", "sought", "budget", "arriv", "find", "found", "logged")  # fmt: skip
THING = (
    r"(?:it|them|that|(?:the|its|their|his|her) (?:true |real |actual |final )?(?:figure|number|toll|total|cost|price|bill|loss|damage|value|"
    r"attendance|crowd|count|size|age|share|rate|speed|area|amount|sum|odds|chance)s?(?: of [\w'’-]+(?: [\w'’-]+){0,3}?)?)"
)
HEDGE = r"(?: (?:about|around|some|only|just|nearly|almost|over|under|more than|less than|at least|nearer|nearer to|closer to|up to|a mere|up|only about))?"
ACCOUNT = Pattern(
    rf"(?i)\b(?:(?:puts?|made|makes?|gives?|gave) {THING}(?: (?:at|as))?|prefers?|sp(?:eaks?|oke)(?: on \w+| at \w+| later| only)? of|reckons? (?:on|it (?:is|was))|"
    rf"reckoned (?:on|it (?:is|was))|(?:says?|said|claims?|claimed|insists?|insisted)(?: that)? (?:{THING}|there) (?:is|was|were|are|should be|would be|will be)|"
    rf"(?:says?|said) that it was|count(?:s|ed)|by (?:that|those) of [^,.;]{{3,40}}|(?:forecasters|experts|officials|critics) say|"
    rf"by (?:the )?[^,.;]{{3,60}} at){HEDGE} ?[$£€]?$"
)
"""What ends in another's figure: the airline speaks of, his rival prefers, said that it was."""
VERB = (
    r"says?|said|shows?|showed|lists?|listed|measures?|measured|records?|recorded|logged|claims?|claimed|was claiming|assumes?|assumed|believes?|believed"
    r"|expects?|expected|hopes? for|hoped for|forecasts?|thinks?|thought|seeks?|sought|budgeted for|arrives? at|finds|found"
)
OF_ANOTHER = Pattern(
    rf"(?i)\b(?:puts?|put) (?:the |its |her |his |their )?[\w'’-]+(?: [\w'’-]+){{0,5}} at{HEDGE} ?[$£€]?$"
    rf"|\bcredits? [^,.;\d]{{2,40}} with{HEDGE} ?[$£€]?$"
    rf"|\b(?:gives?|gave|publish\w*|quot\w+|cit\w+)(?: an?| the)? (?:[\w-]+ )?(?:total|figure|number|estimate|count|value)(?:,| of)?{HEDGE} ?[$£€]?$"
    rf"|\bwhich (?:counts?|counted|uses?|used|leaves? out|left out|omits?|includes?|begins?)\b[^.;\d]{{3,80}}\b(?:had|has|gave|gives|came to|got|finds?|found){HEDGE} ?[$£€]?$"
    rf"|(?-i:\b(?:[A-Z][\w'’-]+|(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir) [\w'’ -]{{3,40}}?))(?:,[^.;\d]{{3,60}},)? (?:has |have |had )?(?:{VERB})(?: (?:the|a|an|its) [\w'’ -]{{3,30}}? of)?{HEDGE} ?[$£€]?$"
)
"""What ends in the figure of a source that has a name of its own: the tourist board credits it with, Orr Securities says."""

BY_COUNT = Pattern(
    r"(?i)^,? by (?:the (?:count|reckoning|tally|estimate) of|that of|[^,.;]{3,40}['’]s? (?:count|reckoning|tally|own))"
)
KINDS = frozenset({"money", "count", "measure", "percent", "duration"})
SCALE = {"%": 100}
"""A bare 60 told after 70 percent is as many percent."""

BEFORE, BEHIND, FAR = 120, 50, 4
"""So many characters before a figure and behind it say who gives it; of more than so many times the size it is another's."""

BACK, NEAR = 8, 2
"""So many sentences back the other figure may stand, and where only a source with a name of its own says so."""


class Account(NamedTuple):
    """A figure that somebody else gives for what `first` was given for, and what says so."""

    again: Mention
    first: Mention
    why: str


def accounts(article: Article) -> Iterator[Account]:
    """Yield every figure that words say is another source's, or another measure, with the one told before it."""
    for sentence in article.holding(*ASKED) if article.has_articles else ():
        for other in sentence.mentions:
            why, back = _why(article, other) if other.number else ("", 0)
            if why and (first := _told(article, sentence, other, back)):
                yield Account(other, first, why)


def _why(article: Article, other: Mention) -> tuple[str, int]:
    """Return the words by which a figure is somebody's own, "" where none say so, and how far back the other may stand."""
    before, behind = article.around(other, BEFORE, BEHIND)
    own = ACCOUNT.search(before) or BY_COUNT.search(behind)
    found = own or OF_ANOTHER.search(before)
    return found[0].strip(" ,$£€") if found else "", BACK if own else NEAR


def _told(article: Article, sentence: Sentence, other: Mention, back: int) -> Mention | None:
    """Return the nearest figure before another, so many sentences back at most, that is of its kind and size, and not its equal."""
    part: Sentence | None = sentence
    ahead = [one for one in sentence.mentions if one.first < other.first]
    for _ in range(back + 1):
        found = next((one for one in reversed(ahead) if _is_rival(article, one, other)), None)
        if found or part is None:
            return found
        part = adjacent(article, part, -1)
        ahead = list(part.mentions) if part else []
    return None


def _is_rival(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether two figures may be of one thing: of one kind, or the later leaves unsaid what it is of."""
    bare = other.kind == "count" and not other.noun
    alike = (one.kind, one.unit) == (other.kind, other.unit) and (
        "" in (one.noun, other.noun) or one.noun == other.noun
    )
    told = one.number is not None and 0 < one.size != other.size > 0
    part = article.word(article.place(other) + 1) in ("of", "in", "%") and not bare
    shown = one.size * (SCALE.get(one.unit, 1)) if bare else one.size
    return told and one.kind in KINDS and (alike or bare) and not part and 1 / FAR < shown / other.size < FAR
