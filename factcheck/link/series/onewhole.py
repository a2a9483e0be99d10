"""What tells that shares are of one whole: a verb of sharing, what something is made of, two sorts that leave no third."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.link.series.readings import paired
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

LEAST, FEW = 3, 2
WINDOW = 90
"""So many characters before the first share, and behind the last, belong to them."""

LONGEST = 6
"""So many words may stand before a share, or behind it, that goes without a verb of its own."""

SHARED_BEHIND = Pattern(r"(?:를|을|씩)? ?(?:차지|점유|나눠)")
SHARING = Pattern(
    r"\b(?:suppl(?:y|ies|ied)|account\w*|makes? up|made up|makes?|made|holds?|held|owns?|owned|generat\w+|provid\w+"
    r"|contribut\w+|compris\w+|constitut\w+|split|shared|divided|com(?:e|es|ing)|came|go(?:es)?|went|votes?|voted|backed|chose"
    r"|leaves?|left|bequeath\w*|gives?|gave|allots?|allotted|earmark\w*|responsib\w+|blame\w*|liab\w+"
    r"|lives?|lived|works?|worked|keeps?|kept|belongs?|belonged|brings? in|brought in|puts? in|paid for|(?:blend|mix|mixture) of|consists?|breaks? down|broke down|rated)\b",
    re.I,
)
"""What tells whose a share is, or how all is parted."""

HAVING = Pattern(
    r"\b(?:takes?|took|gets?|got|received|won|polled|ha[sd]|have|keeps?|kept|holds?|held|owns?|owned|puts? in|brings? in|brought in|on|at)(?: \w+)?$",
    re.I,
)
"""What gives a share to one of those who have it, right before it: "took 46 per cent", "Labour on 31"."""

OF_A_WHOLE = Pattern(
    r"^of (?:the|its|their|his|her|all|our)\b[^,;.]*\b(?:votes?|poll|ballots?|seats?|market|revenues?|sales|turnover|income|stock"
    r"|stake|shares|company|firm|business|total|budget|cost|money|funding|power|electricity|energy|output|production|exports?"
    r"|imports?|trade|emissions|land|area|profits?|authority\S* \w+)\b",
    re.I,
)
OWN_WHOLE = Pattern(r"^(?:of|in|between|among|for|by|at|from|on|with|to|than)\b", re.I)
AMONG = Pattern(
    r"\b(?:among|compared|against|than|respectively|year|month|last|earlier|each|also|both|rose|rise|up from|down from)\b",
    re.I,
)
"""Beside these a share is of some other whole, or of another time."""

NESTED = Pattern(r"of (?:those|them|these|whom|which)\b", re.I)
TIMED = Pattern(r"(?:\w+ ){0,3}(?:before|after)\b", re.I)
OF_THEM = Pattern(r"^of (?:the|its|their|our|those) \w+", re.I)
CLOSES = Pattern(
    r"^(?:for |to |in |by )?(?:everything else|the rest|everyone else)\b"
    r"|\b(?:everything else|the rest|everyone else|the last|the balance|the remainder)\b[^,;]{0,30}$",
    re.I,
)
"""With these, behind a share or before it, a list of shares leaves nothing out."""

OTHERS = Pattern(r"^(?:for |to |in |by )?(?:all )?others?\b|\bothers? (?:\w+ ){0,2}$|\bothers?$", re.I)
IN_PLACES = Pattern(r"^\W*(?:and )?(?:in|at) [A-Z]")

NAMED = Pattern(r"(?:(?:an?|the|his|her|their|its) )?\S*", re.I)
"""A word, its article with it, names whose a share is: 31 percent Reyes, 13 percent a write-in."""

STAYED = Pattern(
    r"\b(?:the same|stay(?:s|ed)? (?:put|flat|level)|unchanged|no (?:change|different|difference)|stable|as (?:it|they) (?:was|were)|neither)\b",
    re.I,
)
MOVED = Pattern(
    r"\b(?:improve\w*|better|worse\w*|deteriorat\w+|rise\w*|rose|risen|fall\w*|fell|higher|lower|more|less|fewer|up|down|gain\w*"
    r"|declin\w+|increas\w+|decreas\w+|grew|grow\w*|shr[aiu]nk\w*|dropp?\w*|recover\w*)\b",
    re.I,
)
IN_ANOTHER = Pattern(r"^(?:in|at) [A-Z]")
OF_IT_IN = Pattern(r"^of [^,]*\b(?:in|at) [A-Z]")
"""Of what there is in one place, where the other shares are of what there is in others: 60% of power in Poland."""

MADE_OF = Pattern(
    r"\b(?:is|are|was|were|being|as|of|contains?|holds?)(?: (?:about|roughly|around|some|nearly))?\s*$", re.I
)
JOINED = Pattern(r"(?:,|;)? ?(?:(?:and|or|about|roughly|some|the|is|are) ?)*", re.I)
TRAITS = Pattern(
    r"\b(?:wom[ae]n|m[ae]n|female|male|white|black|hispanic|latino|asian|minority|indian|native|catholic|christian|young\w*"
    r"|old\w*|poor|rich|likely|sure|certain|confident|satisfied|chance|rise|increase|growth|rate|turnout|efficient|full"
    r"|complete|done|cheaper|dearer|lighter|heavier|faster|slower|bigger|smaller|larger|higher|lower|stronger|weaker|cleaner"
    r"|quicker|longer|shorter|taller|better|worse|more|less|off|up|down|above|below|annual\w*|owned|an?|ha[sd]|have|were|was|said)\b",
    re.I,
)
"""What may be true of one thing together, or is a measure of its own."""

BEING = Pattern(
    r"\b(?:are|were|is|was|makes? up|made up|accounts? for|accounted for|represent(?:s|ed)?|constitut(?:e|es|ed))"
    r" ?(?:about|some|nearly|almost)?$",
    re.I,
)

IS = r"(?:is|are|was|were|being)"
PLACING = Pattern(
    rf"\b(?:{IS}|comes?|came|goes?|went|runs?|ran|rel(?:y|ies|ied)|depends?|depended|travels?|travelled|lives?|lived|works?|worked|"
    r"voted?|stays?|stayed|stems?|stemmed) (about|by|from|in|into|of|on|through|to|under|via|with|within)\b",
    re.I,
)
"""A verb with the place, the kind or the cause that a share goes to: "were in shops", "runs on diesel"."""

FREELY = Pattern(
    r"^(?:are|is|do|did|can)\b|\b(?:said|say|says|named?|owns?|owned|ha[sd]|have|uses?|used|likes?|liked|watch\w*|reads?|speaks?|spoke|drinks?|drank|eats?|ate"
    r"|cited|mention\w*|worr\w+|want\w*|think|thought|believe\w*|support\w*|play\w*|visit\w*|bought|buys?|tried|grow|grew|keep|kept|fear\w*|blame\w*)\b",
    re.I,
)
"""What one may do of several things at once: shares of it are of no one whole."""

IN, AT_FAULT = frozenset("in on at".split()), Pattern(r"^(?:to blame|at fault|liable|responsible)\b")
BEING_SO = Pattern(rf"\b{IS} (?P<kind>(?:\w+ ){{0,1}}\w+)$", re.I)


class Part(NamedTuple):
    """What stands before a share, back to the one before, and behind it, to where its clause ends."""

    lead: str
    tail: str


def parted(article: Article, sentence: Sentence, run: list[Mention]) -> bool:
    """Tell whether words say that some shares part one whole among them."""
    if article.verb_last:
        return len(run) >= LEAST and SHARED_BEHIND.match(article.document.text, run[-1].span.end) is not None
    parts = _parts(article, sentence, run)
    if any(_of_another(part, parts[0]) for part in parts[1:]):
        return False
    if OF_IT_IN.match(parts[0].tail) and all(IN_ANOTHER.match(part.tail) for part in parts[1:]):
        return False
    others = len(parts) >= LEAST and any(OTHERS.search(side) for side in parts[-1])
    shared = others or _shared_out(parts) or _composed(parts) or _complements(parts)
    return shared or _ways(parts) or _placed(parts) or _sorts(parts)


def three_ways(article: Article, sentence: Sentence, run: list[Mention]) -> bool:
    """Tell whether shares are of those that got better, those that got worse and those that stayed as they were."""
    return len(run) == LEAST and not article.verb_last and _ways(_parts(article, sentence, run))


def sorted_out(article: Article, sentence: Sentence, run: list[Mention]) -> bool:
    """Tell whether one verb gives each of some shares its sort: "43% of the posts cut were in mills, 31% in shops"."""
    parts = [] if article.verb_last or len(run) < LEAST else _parts(article, sentence, run)
    return bool(parts) and (_placed(parts) or _sorts(parts))


def _ways(parts: list[Part]) -> bool:
    """Tell whether one of three shares is of what stayed the same, and no share of something else."""
    tails = [OF_THEM.sub("", part.tail) for part in parts]
    same = [tail for tail in tails if STAYED.search(tail)]
    moved = [tail for tail in tails if MOVED.search(tail)]
    return len(parts) == LEAST and len(same) == 1 and len(moved) == LEAST - 1


def nested(article: Article, sentence: Sentence, run: list[Mention]) -> bool:
    """Tell whether one of some shares is of those of another: "55% were for it, and 38% of those would pay"."""
    return any(NESTED.match(part.tail) for part in _parts(article, sentence, run)[1:])


def closed(article: Article, sentence: Sentence, run: list[Mention]) -> bool:
    """Tell whether the last of some shares is said to be all that is left: "and everything else 15 per cent"."""
    shares = {share.first for share in run}
    between = [one for one in sentence.of_kind("count") if run[0].first < one.first < run[-1].first]
    if len(run) < LEAST or article.verb_last or any(one.first not in shares for one in between):
        return False
    parts = _parts(article, sentence, run)
    return any(CLOSES.search(side) for side in parts[-1]) and not any(_of_another(part, parts[0]) for part in parts[1:])


def _of_another(part: Part, first: Part) -> bool:
    """Tell whether a share is of another whole than the first, or of a part of that."""
    if part.tail.startswith("of ") and part.tail != first.tail:
        return True
    aside = AMONG.search(part.tail) or AMONG.search(CLOSES.sub("", part.lead))
    return bool(aside or NESTED.match(part.tail) or IN_PLACES.match(part.lead))


def _parts(article: Article, sentence: Sentence, run: list[Mention]) -> list[Part]:
    text, here = article.document.text, article.here(sentence)
    ends = [*(two.span.start for _, two in pairwise(run)), min(here.end, run[-1].span.end + WINDOW)]
    found, start = [], max(here.start, run[0].span.start - WINDOW)
    for share, end in zip(run, ends, strict=True):
        closed = text.startswith(")", share.span.end)
        tail = re.split(r"[,.;:()\n—]|\band\b|\bwhile\b", text[share.span.end + closed : end])[0]
        lead = re.split(r"[.;:\n]", text[start : share.span.start])[-1]
        found.append(Part(lead.strip(), tail.strip()))
        start = share.span.end + closed + len(tail)
    return found


def _shared_out(parts: list[Part]) -> bool:
    """Tell whether each share is had by one, or one verb of sharing serves them all: "coal supplied 40% of it, gas 35%"."""
    first, *later = parts
    if len(parts) < LEAST or any(len(side.split()) > LONGEST for part in later for side in part):
        return False
    given = [HAVING.search(part.lead) is not None for part in parts]
    if all(given) and not any(part.tail for part in later):
        return True
    heads = {part.tail.split()[0] for part in later if part.tail and OWN_WHOLE.match(part.tail)}
    gapped = all(OWN_WHOLE.match(part.tail) or NAMED.fullmatch(part.tail) for part in later)
    behind = OF_THEM.sub("", first.tail)
    shared = SHARING.search(first.lead) or (SHARING.search(behind) and not FREELY.search(behind))
    had = given[0] and OF_A_WHOLE.match(first.tail) and heads <= {"between"}
    return gapped and len(heads) < FEW and bool(shared or had)


def _composed(parts: list[Part]) -> bool:
    """Tell whether shares are of what a thing is made of: "It is 60 per cent pine, 25 per cent oak and 15 per cent ash"."""
    first, *later = parts
    named = all(0 < len(part.tail.split()) < LEAST + 1 and not OWN_WHOLE.match(part.tail) for part in parts)
    named = named and not any(one.search(part.tail) for part in parts for one in (TRAITS, SHARING, FREELY))
    named = named and not any(TIMED.match(part.tail) for part in parts)
    bare = all(JOINED.fullmatch(part.lead) for part in later)
    return named and bare and MADE_OF.search(first.lead) is not None


def _placed(parts: list[Part]) -> bool:
    """Tell whether one verb serves all, and each share has its place: "31% of calls were about dogs and 9% about cats"."""
    first, *later = parts
    told = PLACING.search(first.tail)
    heads = {part.tail.partition(" ")[0].lower() for part in later}
    bare = all(JOINED.fullmatch(part.lead) and len(part.tail.split()) <= LONGEST for part in later)
    if not bare or told is None:
        return False
    return len(parts) >= LEAST and (heads == {told[1].lower()} or heads | {told[1].lower()} <= IN)


def _sorts(parts: list[Part]) -> bool:
    """Tell whether shares are of the sorts that one whole is of: "45% of it is forest, 33% fields and 12% heath"."""
    first, *later = parts
    told = BEING_SO.search(first.tail)
    sorts = [*([told["kind"]] if told else ()), *(part.tail for part in later)]
    bare = all(JOINED.fullmatch(part.lead) and 0 < len(part.tail.split()) < LEAST for part in later)
    plain = not any(TRAITS.search(sort) or OWN_WHOLE.match(sort) for sort in sorts)
    return len(parts) >= LEAST and bare and told is not None and first.tail.startswith("of ") and plain


def _complements(parts: list[Part]) -> bool:
    """Tell whether two shares are of two sorts that leave no third: "62 per cent said yes, 48 per cent no"."""
    one, other = parts[0], parts[-1]
    if len(parts) >= LEAST or any(TIMED.match(part.tail) for part in parts) or _measures(parts):
        return False
    if AT_FAULT.match(one.tail) and (not other.tail or AT_FAULT.match(other.tail)):
        return True
    behind = OF_THEM.sub("", one.tail)
    if not OWN_WHOLE.match(behind) and not OWN_WHOLE.match(other.tail) and paired(_words(behind), _words(other.tail)):
        return True
    of = one.tail.startswith("of ") and (not other.tail or other.tail == one.tail)
    return of and BEING.search(one.lead) is not None and paired(_words(one.lead), _words(other.lead))


def _measures(parts: list[Part]) -> bool:
    """Tell whether the same word behind each share makes it a measure of its own: 53% effective in boys, 58% effective in girls."""
    behind = [part.tail.partition(" ")[0] for part in parts]
    return len(set(behind)) == 1 and behind[0].isalpha() and not OWN_WHOLE.match(behind[0])


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))
