"""How words tie a size of change to two figures that are told apart from it, and those to two times.

A noun takes both up ("the 20 percent increase"), a clause is set off behind them ("up 20%"), one of them is what the size is
measured from ("20% more than the 310 of 2017"), or a verb leads on to the one that the next sentence tells of another time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article
from factcheck.link.change.nearby import Pair
from factcheck.link.context.roles import grammar
from factcheck.link.context.subjects import stem
from factcheck.model import Mention
from factcheck.patterns import Pattern

NOUN = (
    "rise|increase|jump|leap|gain|growth|hike|climb|surge|spike|uplift|upturn|advance|bump|boost|expansion|improvement|swing|fall|drop"
    "|decline|decrease|cut|reduction|slump|dip|slide|plunge|slip|loss|saving|shrinkage|contraction|downturn|cutback|deterioration"
    "|discount|step|move|change|shift|premium|raise|recovery|rebound|erosion|tumble|collapse|difference|gap|lead|margin|majority"
    "|advantage|edge|cushion|shortfall|surplus|overrun|excess|deficit|mark-?up|mark-?down"
)
"""What the size of a change is told as."""

DETERMINED = Pattern(
    r"(?:^|[\s\"“(])(?:the|that|this|an?|its|their|his|her|such an?|another)(?: (?!more|further)[\w-]+){0,2} $", re.I
)
SIZED = Pattern(rf"[- ](?:(?P<kind>[\w-]+) )??(?:{NOUN})s?\b(?P<rest>.*)", re.I | re.S)
NAMED = Pattern(
    rf"\b(?:{NOUN})s?(?:,|:| of| is| was| at| comes? to| came to| amounts? to| amounted to| works? out at| worked out at)?"
    r"(?: (?:just|only|some|about|almost|nearly|exactly|fully|roughly))? $",
    re.I,
)
SET_OFF = Pattern(
    r"[,–—;:(-] ?(?:or |so |thus |that is |and so |having )*(?:(?P<way>up|down|off|higher|lower|more|less)(?: by)?|by|or(?: by)?"
    r"|(?:(?:los|shedd|gain|add|clos|narrow|widen|climb|ris|fall|dropp|sav|cutt|improv|knock|trimm|shav|pull)ing|shed|lost|gained|added|dropped"
    r"|risen|fallen|climbed)(?: (?:by|another|a further|some))?)? ?$",
    re.I,
)
OF = Pattern(r",? (?:in|of|for|to) (?:the |its |their |his |her |a |an )?(?P<thing>[a-z][\w-]+)")
MORE = "more|higher|above|better|up|dearer|larger|bigger|greater|longer|over|ahead|heavier|faster|warmer|wetter|busier|taller|richer|costlier"
LESS = (
    "fewer|less|lower|below|worse|down|cheaper|smaller|shorter|under|behind|lighter|slower|colder|cooler|drier|poorer"
)
COMPARED = Pattern(
    rf"(?: (?!and\b|or\b|but\b)[\w-]+){{0,2}}? (?:(?P<more>{MORE})|{LESS})\b(?P<base>(?:(?! (?:and|but|though|although|while|with|despite)\b)[^,;:—–(])*)",
    re.I,
)
BY = Pattern(r"\bby (?:just |only |some |about |almost |nearly )?$", re.I)
VERB = Pattern(r"\b(?:by|up|down|off) $|\b[a-z]+(?:ed|ing|ew|ell|unk|ank|ost|ose|ut) $", re.I)
COMMON = frozenset(
    "year years month months week weeks day days quarter half decade season period time spring summer autumn winter which whom just only all"
    " some real value number numbers price total two three four five six seven eight nine ten twelve".split()
)
"""Behind a size these name no thing that it is of."""

BASED = Pattern(r"(?:^| )(?:than|on|over|from|above|below|under|ahead|behind|as|the|its|their|his|her|what)\b", re.I)
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
GOES_ON = Pattern(r"[\"“(]*(?:that|this|it|they|these|those|which|the|he|she|we|so)\b", re.I)
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
    "ago earlier before had previous previously once formerly used last former then until now today this currently begun began"
    " opened opening started starting originally initially".split()
)
LOOK = 110


def compared(article: Article) -> Iterator[tuple[Mention, int]]:
    """Yield each share that something is said to be more or less by, with +1 for more and -1 for less."""
    for sentence in article.body:
        for stated in sentence.of_kind("share"):
            if found := COMPARED.match(article.around(stated, 0, LOOK)[1]):
                yield stated, 1 if found["more"] else -1


def is_size(article: Article, one: Mention) -> bool:
    """Tell whether words right beside a figure make it the size of a change, and no level."""
    before, behind = article.around(one, LOOK)
    moved = grammar().sign(article.skeleton[article.place(one) - 1]) != 0
    noun = SIZED.match(behind) is not None and DETERMINED.search(before) is not None
    return moved or noun or any(shape.search(before) for shape in (NAMED, BY)) or COMPARED.match(behind) is not None


def is_of(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether words tie a size to two figures."""
    if any(EXTREME.search(article.around(one, LOOK)[0]) for one in pair):
        return False
    before, behind = article.around(stated, LOOK)
    ahead = [one for one in pair if one.first < stated.first]
    own = [one for one in ahead if one.sentence == stated.sentence]
    compared = COMPARED.match(behind)
    if compared and BASED.search(compared["base"]):
        return _from_base(article, stated, pair, compared)
    if compared:
        return len(ahead) == 2 and not _is_strange(article, pair, *compared["base"].split()[:1])
    if _as_noun(article, stated, pair, before, behind):
        return len(ahead) == 2 or (len(ahead) == 1 and _goes_back(article, pair[1]))
    set_off = SET_OFF.search(before) if len(own) == 2 else None
    return _goes_the_way(article, stated, set_off) if set_off else _leads_on(article, stated, pair, before)


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
    sentence = article.sentences[other.sentence]
    between = (article.word(at) for at in range(first + 1, last) if at not in article.at)
    led = (article.word(article.place(figure) - back) for figure in pair for back in (1, 2, 3))
    if not SET_AGAINST.isdisjoint((*between, *led) if one.sentence == other.sentence else led):
        return True
    early = _times(article, article.sentences[one.sentence].start, one, last)
    late = _times(article, max(first + 1, sentence.start), other, sentence.end)
    return early != late


def _times(article: Article, start: int, one: Mention, end: int) -> frozenset[str]:
    """Return the words and figures of time in the clause of a figure, and what leads to that."""
    place, letters = article.place(one), article.skeleton
    opened = max((at for at in range(start, place) if letters[at] in ";:—\n"), default=start - 1)
    stop = next((at for at in range(place + 1, end) if letters[at] in ",;:—.q\n("), end)
    words = {article.word(at) for at in range(opened + 1, stop) if at not in article.at}
    told = {article.at[at].text.lower() for at in range(opened + 1, stop) if at in article.at and letters[at] in "DYRW"}
    return frozenset(words & TIMES | told)


def _as_noun(article: Article, stated: Mention, pair: Pair, before: str, behind: str) -> bool:
    """Tell whether a noun of change has the size, and names no thing that the sentences of two figures do not."""
    sized = SIZED.match(behind)
    if sized and DETERMINED.search(before):
        of = OF.match(sized["rest"])
        return not (_is_strange(article, pair, sized["kind"]) or _is_strange(article, pair, of and of["thing"]))
    of = OF.match(behind)
    return NAMED.search(before) is not None and not _is_strange(article, pair, of and of["thing"])


def _is_strange(article: Article, pair: Pair, word: str | None = None) -> bool:
    """Tell whether a word names what the sentences of two figures do not."""
    if not word or word.lower() in COMMON or word[0].isdigit():
        return False
    told = " ".join(article.words(article.sentences[one.sentence]) for one in pair).lower()
    return stem(word.lower()) not in {stem(known) for known in re.findall(r"[a-z][a-z-]+", told)}


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


def _leads_on(article: Article, stated: Mention, pair: Pair, before: str) -> bool:
    """Tell whether a verb has the size, and two figures behind a colon, or a sentence that goes back in time, tell what it is of."""
    first, last = pair
    if not VERB.search(before) or last.first < stated.first:
        return False
    if last.sentence == stated.sentence:
        return first.first > stated.first and ":" in article.document.text[stated.span.end : first.span.start]
    return _goes_back(article, last) and first.sentence in (stated.sentence, last.sentence)
