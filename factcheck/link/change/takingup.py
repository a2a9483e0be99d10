"""How words tie a size of change to two figures that are told apart from it, and those to two times.

A noun takes both up ("the 20 percent increase"), a clause is set off behind them ("up 20%"), one of them is what the size is
measured from ("20% more than the 310 of 2017"), or a verb leads on to the one that the next sentence tells of another time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import HEADINGS, Article
from factcheck.link.change.nearby import Pair
from factcheck.link.context.roles import grammar
from factcheck.link.context.subjects import stem
from factcheck.model import Mention
from factcheck.patterns import Pattern

NOUN = (
    "rise|increase|jump|leap|gain|growth|hike|climb|surge|spike|uplift|upturn|advance|bump|boost|expansion|improvement|swing|fall|drop"
    "|decline|decrease|cut|reduction|slump|dip|slide|plunge|slip|loss|saving|shrinkage|contraction|downturn|cutback|deterioration"
    "|discount|step|move|change|shift|premium|raise|recovery|rebound|trim|rate of growth|gulf|divide|spread|disparity|erosion|tumble|collapse|difference|gap|lead|margin|majority"
    "|advantage|edge|cushion|shortfall|surplus|overrun|excess|deficit|mark-?up|mark-?down"
)
"""What the size of a change is told as."""

DETERMINED = Pattern(
    r"(?:^|[\s\"“(])(?:the|that|this|an?|its|their|his|her|such an?|another|for)(?: (?!more|further)[\w-]+){0,2} $",
    re.I,
)
SIZED = Pattern(rf"[- ](?:(?P<kind>[\w-]+) )??(?:{NOUN})s?\b(?P<rest>.*)", re.I | re.S)
NAMED = Pattern(
    rf"(?:\b(?:an?|the|its|their) (?P<kind>[a-z]+) )?\b(?:{NOUN})s?(?:,|:| of| is| was| at| comes? to| came to| amounts? to| amounted to| works? out at| worked out at)?"
    r"(?:,? (?:put|given|estimated|reckoned|set) (?:at|as)| of)?(?: (?:just|only|some|about|almost|nearly|exactly|fully|roughly))? $",
    re.I,
)
SET_OFF = Pattern(
    r"[,–—;:(-] ?(?:or |so |thus |that is |and so |having )*(?:(?P<way>up|down|off|higher|lower|more|less)(?: by)?|by|or(?: by)?"
    r"|(?:(?:los|shedd|gain|add|clos|narrow|widen|climb|ris|fall|dropp|sav|cutt|improv|knock|trimm|shav|pull)ing|shed|lost|gained|added|dropped"
    r"|risen|fallen|climbed)(?: (?:by|another|a further|some))?)? ?$",
    re.I,
)
TO = Pattern(r" (?:to|off) (?:the |its |their |a )(?P<thing>[a-z][\w-]+)")
HOPED = Pattern(
    r"\b(?:promis|pledg|sought|seek|want|demand|ask|expect|forecast|predict|hop(?:e|ing)|fear|threaten|target)\w*\b[^,;.]{0,25}$",
    re.I,
)
OF = Pattern(r",? (?:in|of|for) (?:the |its |their |his |her |a |an )?(?P<thing>[a-z][\w-]+)")
MORE = "more|higher|above|better|up|dearer|larger|bigger|greater|longer|over|ahead|heavier|faster|warmer|wetter|busier|taller|richer|costlier"
LESS = (
    "fewer|less|lower|below|worse|down|cheaper|smaller|shorter|under|behind|lighter|slower|colder|cooler|drier|poorer"
)
COMPARED = Pattern(
    rf"(?: (?!(?:and|or|but|ha[sd]|have|was|were|is|are|will|would|lived?|stood|lay)\b)[\w-]+){{0,2}}? (?:(?P<more>{MORE})|{LESS})\b(?P<base>(?:(?! (?:and|but|though|although|while|with|despite)\b)[^,;:—–(])*)",
    re.I,
)
BY = Pattern(r"\bby (?:just |only |some |about |almost |nearly )?$", re.I)
VERB = Pattern(r"\b(?:by|up|down|off) $|\b[a-z]+(?:ed|ing|ew|ell|unk|ank|ost|ose|ut) $", re.I)
COMMON = frozenset(
    "steep sharp slight further total overall net combined annual narrow big huge record modest small large rapid sudden slim comfortable mere full"
    " year years month months week weeks day days quarter half decade season period time spring summer autumn winter which whom just only all"
    " some real value number numbers total two three four five six seven eight nine ten twelve".split()
)
"""Behind a size these name no thing that it is of."""

BASED = Pattern(
    r"(?:^| )(?:than|on|over|from|above|below|under|ahead|behind|as|the|its|their|his|her|what|that of|those of)\b",
    re.I,
)
PLANNED = Pattern(r"\b(?:plan|expect|estimat|budget|forecast|quot|project|promis|agree|target)\w*", re.I)
NAMED_BASE = Pattern(r" (?:than |above |below |over |under |ahead of )?(?:that of|those of|the|its|their|[A-Z])")
WHERE = Pattern(r", (?:where|which|who|whose|with|at|on)\b")
USUAL = Pattern(r"\b(?:usual|normal|average|mean|par)\b", re.I)
YEAR = Pattern(r"\b(?:19|20)\d\d\b")
AGO = Pattern(
    r"(?:\b(?P<number>\w+) )?\b(?P<unit>year|season|month|week|quarter|day|decade)s?[- ](?:ago|earlier|before)\b"
    r"|\b(?:last|previous|preceding|the same) (?P<last>\w+)|\bback in\b",
    re.I,
)
NUMBERS = {
    word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
GOES_ON = Pattern(
    r"[\"“(]*(?:and )?(?:that|this|it|they|these|those|which|he|she|we|so|the (?:figure|total|number|sum))\b", re.I
)
BACK = Pattern(
    r"[\"“(]*(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|the|in|in the|in that|at the|back in|back|until)\b(?: [\w'-]+){0,4}? )??"
    r"(?:earlier|ago|before|previous(?:ly)?|last|(?:19|20)\d\d|that (?:year|month|week|day|season)|instead|same|preceding|then|used)\b",
    re.I,
)
"""So a sentence opens that tells how a thing stood at another time."""

EXTREME = Pattern(
    r"\b(?:as (?:low|high|much|little|many|few) as|highs?|lows?|peak\w*|record|best|worst) (?:of |at )?(?:[£$€]|US\$)?$",
    re.I,
)
SET_AGAINST = frozenset("against versus compared whereas than instead from while".split())
TIMES = frozenset(
    "ago earlier before had previous previously once formerly used last former then until now today this currently present would will begun began"
    " opened opening started starting originally initially".split()
)
LED_TO = Pattern(r"[^,;:.]{0,30},? (?:to|at) (?:[a-z]+ )?(?:[£$€]|US\$)?\d", re.I)
"""Behind a size these lead to what it comes to, so that its base is left unsaid."""

RANGE = Pattern(r" (?:to|or) |[-–]")
SUBJECT = Pattern(
    r"(?:\band|\bbut|\bwhile|[.;]) (?:the |its |their )?([A-Za-z][a-z-]+) (?:was|were|came to|stood at|totalled|reached)\b"
)
BODIES = frozenset(
    "it they there this that he she we company firm group bank club council figure number total same year which what average rate price".split()
)
NAME = Pattern(r"\b[A-Z][a-z]+")
AT = Pattern(r"^\w+ (?:at|of|in) [A-Z]")
GONE = Pattern(
    r"(?: [\w'-]+)? (?:gone|lost|off|down|up|extra|apart|clear|adrift|in between|to spare|in hand|too many|too few|short|short of|shy of)\b",
    re.I,
)
OWN = Pattern(r"(?: [\w'-]+){0,2} (?:since|than|against|versus|compared)\b", re.I)
FROM = Pattern(r"from (?:[a-z]+ )?[£$€]?$", re.I)
BEEN = Pattern(r"\b(?:had|was|were|been|stood at|numbered|totalled)(?: (?:only|just|some|about|nearly))? [£$€]?$", re.I)
CLAUSE = Pattern(r"[;:—–]|, (?=and|but|while|whereas|as|so)|\b(?:while|whereas|but|because|as|when|after)\b")
ANOTHER = Pattern(r"\b(?:the|its|their|his|her|our|an?)\b", re.I)
MOVES = Pattern(
    rf"(?:{NOUN}|{MORE}|{LESS})s?|\w+(?:ed|ing|en)|fell|rose|grew|shr[aiu]nk|swell|swollen|gone|lost|went|came|only|just|said|says|thus|there|that|this|these|those"
    r"|have|been|were|which|what|more|than|another|further|about|some|nearly|almost|means?|meant|makes?|made|gave|most|credit|means",
    re.I,
)
"""These words name no thing."""

LEAST, MOST_STRANGE, FEW_WORDS, BESIDE, LOOK = 3, 2, 60, 5, 110
UP_FROM = Pattern(
    r"(?: of a (?:percentage )?point)?,? (?:from|on|over|against|compared with) (?:the |its |their |a )?(?:previous |old |former )?[£$€]?",
    re.I,
)
"""Between a size and a figure these make it what the size is measured from."""


def sized(article: Article) -> Iterator[tuple[Mention, int]]:
    """Yield each share that words right beside it make the size of a change, with +1 for more, -1 for less, 0 where they do not tell."""
    for sentence in article.body:
        for stated in sentence.of_kind("share"):
            if found := COMPARED.match(article.around(stated, 0, LOOK)[1]):
                yield stated, 1 if found["more"] else -1
            elif is_size(article, stated):
                yield stated, 0


def sizes_of(article: Article, kinds: str) -> Iterator[Mention]:
    """Yield each figure of some kinds that words right beside it make the size of a change."""
    for sentence in article.body if not article.verb_last else ():
        yield from (stated for stated in sentence.of_kind(kinds) if is_size(article, stated))


def is_size(article: Article, one: Mention) -> bool:
    """Tell whether words right beside a figure make it the size of a change, and no level."""
    before, behind = article.around(one, LOOK)
    moved = grammar().sign(article.skeleton[article.place(one) - 1]) != 0
    noun = SIZED.match(behind) is not None and DETERMINED.search(before) is not None
    told = any(shape.search(before) for shape in (NAMED, BY)) or any(shape.match(behind) for shape in (COMPARED, GONE))
    return moved or noun or told


def is_named(article: Article, one: Mention) -> bool:
    """Tell whether a noun of change right before a figure makes it one: the difference is $749."""
    return NAMED.search(article.around(one, LOOK, 0)[0]) is not None


def is_of(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether words let a size be that of two figures told apart from it."""
    if any(EXTREME.search(article.around(one, LOOK)[0]) for one in pair):
        return False
    if article.sentences[stated.sentence].block in HEADINGS:
        return _heads(article, stated, pair)
    before, behind = article.around(stated, LOOK)
    if HOPED.search(before) or "like-for-like" in behind:
        return False
    ahead = [one for one in pair if one.first < stated.first]
    compared = COMPARED.match(behind)
    if compared and BASED.search(compared["base"]):
        return _from_base(article, stated, pair, compared)
    if len(ahead) == 1 and UP_FROM.fullmatch(article.document.text, stated.span.end, pair[1].span.start):
        return pair[0].sentence == stated.sentence == pair[1].sentence
    if len(ahead) == 2:
        return _goes_on(article, stated, pair, before, behind)
    noun = ahead and _noun(stated, before, behind) and not _is_of_another(article, stated, pair, before, behind)
    return (bool(noun) and _goes_back(article, pair[1])) or _leads_on(article, stated, pair, before, behind)


def _heads(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether a headline has no other figure than a size, and names what two figures of one sentence below it are of."""
    headline = article.sentences[stated.sentence]
    words = re.findall(r"[A-Za-z]{4,}", article.words(headline))
    things = [word for word in words if not MOVES.fullmatch(word) and word.lower() not in COMMON]
    named = any(not _is_strange(article, pair, word) for word in things)
    alone = all(one is stated or one.kind in ("year", "date", "relative") for one in headline.mentions)
    return pair[0].sentence == pair[1].sentence and alone and named


def _goes_on(article: Article, stated: Mention, pair: Pair, before: str, behind: str) -> bool:
    """Tell whether nothing gives a size behind two figures to another thing, another base or another time."""
    if _is_of_another(article, stated, pair, before, behind) or _at_another_time(article, stated, pair):
        return False
    if _noun(stated, before, behind) or COMPARED.match(behind):
        return True
    if LED_TO.match(behind) or OWN.match(behind):
        return False
    own = pair[1].sentence == stated.sentence
    set_off = SET_OFF.search(before) if own else None
    if set_off and before.rfind(pair[1].text) + len(pair[1].text) + FEW_WORDS >= set_off.start():
        return _goes_the_way(article, stated, set_off)
    sentence = article.sentences[stated.sentence]
    start = pair[1].span.end if own else article.here(sentence).start
    verb = VERB.search(before) is not None or GONE.match(behind) is not None
    return verb and _takes_up(article, pair, article.document.text[start : stated.span.start], own)


def _noun(stated: Mention, before: str, behind: str) -> bool:
    """Tell whether a noun of change has the size."""
    return NAMED.search(before) is not None or (
        SIZED.match(behind) is not None and DETERMINED.search(before) is not None
    )


def _is_of_another(article: Article, stated: Mention, pair: Pair, before: str, behind: str) -> bool:
    """Tell whether a size is said to be of a thing that two figures are not told of: the pay rise of 5%, a 5% drop in sales."""
    sized = SIZED.match(behind) if DETERMINED.search(before) else None
    compared = COMPARED.match(behind)
    of = OF.match(sized["rest"] if sized else behind)
    named = NAMED.search(before)
    to = None if sized or named else TO.match(behind)
    things = (
        sized and sized["kind"],
        named and named["kind"],
        to and to["thing"],
        of and of["thing"],
        compared and next(iter(compared["base"].split()), None),
    )
    return any(_is_strange(article, pair, thing) for thing in things)


def _at_another_time(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether a time beside a size is none that is told about two figures: up 40% since 2012; in 2018 the gap was 2 points."""
    told, place = _told(article, pair), article.place(stated)
    letters, start = article.skeleton, max(article.sentences[stated.sentence].start, article.place(pair[1]) + 1)
    start = max((at + 1 for at in range(start, place) if letters[at] in ";:—"), default=start)
    stop = next((at for at in range(place + 1, len(letters)) if letters[at] in ",;:—.q\n"), len(letters))
    stop = min(stop, place + BESIDE)
    times = (article.at.get(at) for at in range(start, stop))
    dated = (
        one
        for one in times
        if one is not None and (one.kind in ("date", "year") or (one.kind == "relative" and one.first > stated.first))
    )
    return any(one.text.lower() not in told for one in dated)


def _takes_up(article: Article, pair: Pair, lead: str, own: bool) -> bool:
    """Tell whether the words that lead to a size take up what two figures are of, and name no other thing."""
    clause = CLAUSE.split(lead)[-1]
    words = [word for word in re.findall(r"[A-Za-z][\w'’-]*", clause) if len(word) >= LEAST]
    strange = [word for word in words if _is_strange(article, pair, word.removesuffix("'s").removesuffix("’s"))]
    pronoun = GOES_ON.match(clause.lstrip(' ,"“')) is not None
    named = any(word[0].isupper() for word in strange)
    new = own and ANOTHER.search(clause) is not None and not pronoun
    return not (named or new) and len(strange) <= (MOST_STRANGE if pronoun or own else 0)


def _goes_the_way(article: Article, stated: Mention, set_off: re.Match[str]) -> bool:
    """Tell whether no verb of a clause goes the other way than what is set off behind it: fell to 23.10 after closing at 23.82, up 4%."""
    way = 1 if set_off["way"] in ("up", "higher", "more") else -1 if set_off["way"] else 0
    words, start = grammar(), article.sentences[stated.sentence].start
    led = {words.sign(article.skeleton[at]) for at in range(start, article.place(stated) - 2)} if way else set()
    return -way not in led or way in led


def at_two_times(article: Article, pair: Pair) -> bool:
    """Tell whether words set two figures against each other, or tell them of two times."""
    one, other = pair
    first, last = article.place(one), article.place(other)
    if RANGE.fullmatch(article.document.text, one.span.end, other.span.start):
        return any(article.word(first - back) == "from" for back in (1, 2, 3))
    if article.word(first - 1) == "between":
        return False
    if _of_two_things(article, pair):
        return False
    sentence = article.sentences[other.sentence]
    between = (article.word(at) for at in range(first + 1, last) if at not in article.at)
    led = (article.word(article.place(figure) - back) for figure in pair for back in (1, 2, 3))
    if not SET_AGAINST.isdisjoint((*between, *led) if one.sentence == other.sentence else led):
        return True
    early = _times(article, article.sentences[one.sentence].start, one, last)
    late = _times(article, max(first + 1, sentence.start), other, sentence.end)
    return early != late


def _of_two_things(article: Article, pair: Pair) -> bool:
    """Tell whether the clause of the second of two figures has a subject that is not the first's: profit was 40 and sales were 52."""
    text, (one, other) = article.document.text, pair
    sentence = article.sentences[one.sentence]
    start = article.here(sentence).start
    subjects = SUBJECT.findall(text[one.span.end : other.span.start])
    before = text[start : one.span.start]
    known = {stem(word) for word in re.findall(r"[a-z][a-z-]+", before.lower())}
    strange = [word for word in subjects if word.lower() not in BODIES and stem(word.lower()) not in known]
    named = [set(NAME.findall(words)) for words in (before[1:], text[one.span.end : other.span.start])]
    apart = (
        one.sentence != other.sentence
        and all(named)
        and named[0].isdisjoint(named[1])
        and AT.search(before) is not None
    )
    return bool(strange) or apart


def _times(article: Article, start: int, one: Mention, end: int) -> frozenset[str]:
    """Return the words and figures of time in the clause of a figure, and what leads to that."""
    place, letters = article.place(one), article.skeleton
    opened = max((at for at in range(start, place) if letters[at] in ";:—\n"), default=start - 1)
    stop = next((at for at in range(place + 1, end) if letters[at] in ",;:—.q\n("), end)
    words = {article.word(at) for at in range(opened + 1, stop) if at not in article.at}
    told = {article.at[at].text.lower() for at in range(opened + 1, stop) if at in article.at and letters[at] in "DYRW"}
    return frozenset(words & TIMES | told)


def _told(article: Article, pair: Pair) -> str:
    """Return the words of the sentences of two figures, in lower case, as far as the later one."""
    text = article.document.text
    spans = [article.span(article.sentences[one.sentence].start, article.sentences[one.sentence].end) for one in pair]
    behind = re.split(r"[,;:—–.]", text[pair[1].span.end : spans[1].end])[0]
    return " ".join(
        (text[spans[0].start : min(spans[0].end, pair[1].span.end)], text[spans[1].start : pair[1].span.end], behind)
    ).lower()


def _is_strange(article: Article, pair: Pair, word: str | None = None) -> bool:
    """Tell whether a word names what the sentences of two figures do not."""
    if not word or word.lower() in COMMON or word[0].isdigit() or MOVES.fullmatch(word):
        return False
    return stem(word.lower()) not in {stem(known) for known in re.findall(r"[a-z][a-z-]+", _told(article, pair))}


def _from_base(article: Article, stated: Mention, pair: Pair, compared: re.Match[str]) -> bool:
    """Tell whether what a size is measured from is one of two figures, or the time of one, and the other is what it is said of."""
    sentence, stop = article.sentences[stated.sentence], stated.span.end + compared.end()
    behind = [one for one in pair if stated.span.end < one.span.start < stop]
    said_of = [one for one in pair if one.first < stated.first]
    near = said_of[-1] if said_of else None
    if behind and near:
        goes_on = near.sentence == stated.sentence - 1 and GOES_ON.match(article.words(sentence)) is not None
        return near.sentence == stated.sentence or goes_on
    last = next(
        (one for one in reversed(sentence.mentions) if one.first < stated.first and one.kind == pair[0].kind), None
    )
    if last is not None and all(last.first != one.first for one in pair):
        return False
    told = [_clause(article, one, stop if one.first > stated.first else 0) for one in pair]
    if years := set(YEAR.findall(compared["base"])):
        then = any("that year" in words for words in told)
        return then or any(years <= set(YEAR.findall(words)) for words in told)
    if PLANNED.search(compared["base"]):
        return near is not None and any(PLANNED.search(words) for words in told)
    later = pair[1] if pair[1].sentence == stated.sentence and pair[1].first > stated.first else None
    if later and near and NAMED_BASE.match(compared["base"]) and WHERE.match(article.document.text, stop):
        return near.sentence == stated.sentence
    if USUAL.search(compared["base"]) and len(said_of) == len(pair):
        return said_of[0].sentence == stated.sentence
    ago = AGO.search(compared["base"])
    return ago is not None and any(_is_so_long_ago(article, ago, words) for words in told)


def _is_so_long_ago(article: Article, ago: re.Match[str], words: str) -> bool:
    """Tell whether the words about a figure go back in time, to no other year than that of "two years ago"."""
    told = [int(year) for year in YEAR.findall(words)]
    back = NUMBERS.get((ago["number"] or "one").lower(), 1)
    yearly = (ago["unit"] or ago["last"] or "year").lower() == "year"
    last = article.published.year - back if article.published and yearly else None
    return all(year == last for year in told) if told and last else bool(told or AGO.search(words))


def _clause(article: Article, one: Mention, start: int) -> str:
    """Return the words about a figure, those of its sentence before it, none before `start`, and up to a sign behind it."""
    before, behind = article.around(one, LOOK)
    before = before[max(0, start - one.span.start + len(before)) :]
    return before + re.split(r"[,;:—–.(]", behind)[0]


def _goes_back(article: Article, one: Mention) -> bool:
    return BACK.match(article.words(article.sentences[one.sentence])) is not None


def _leads_on(article: Article, stated: Mention, pair: Pair, before: str, behind: str) -> bool:
    """Tell whether a verb has the size, and two figures behind it that go back in time tell what it is of."""
    first, last = pair
    if not VERB.search(before) or last.first < stated.first:
        return False
    if last.sentence == stated.sentence:
        between = article.document.text[stated.span.end : first.span.start]
        been = BEEN.search(article.around(last, LOOK, 0)[0]) is not None and between.rstrip("£$€").endswith(" to ")
        return first.first > stated.first and (":" in between or been or FROM.search(between) is not None)
    return _goes_back(article, last) and first.sentence in (stated.sentence, last.sentence)
