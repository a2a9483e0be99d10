"""A beginning, an end and a length: "dark for 17 years after a fire in 1998, the theatre reopened in 2015".

Which verb begins a course and which ends it, in what order the three stand and in how many sentences varies without end.
That there are two times and one length near by, that the length is of all that lies between, that one time is told as a
beginning and the other as an end, does not. Where both marks are there the length is held to the times; where one is
missing, but for a slip of the pen; where none is, it is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.link.time.clocks import told_once
from factcheck.link.time.events import words
from factcheck.link.time.missed import slips
from factcheck.link.time.parted import UNTIED, between_them, is_precise
from factcheck.link.time.sofar import Lasting
from factcheck.link.time.spells import MINUTES_IN, TIMES
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval

BEGUN = Pattern(
    r"\b(?:beg[aiu]n\w*|start\w*|open(?:s|ed|ing)|launch\w*|found(?:ed|ing)|set (?:up|out|off|sail)|br(?:oke|eaking) out|join\w+|appoint\w+"
    r"|elect\w+|chosen|gave|got|banned|adopted|reached|bec[ao]me|becoming|t(?:ook|aken|aking|akes?) (?:over|office|up|charge|effect|hold|the)|came to|crown\w+|enthroned|marri\w+|wed"
    r"|me[et]t?|sign\w+|impos\w+|introduc\w+|seiz\w+|captur\w+|taken|arrest\w+|detain\w+|jailed|convicted|imprison\w+|vanish\w+|last seen|disappear\w+|went"
    r"|going|left|leav(?:es|ing)|sail\w+|depart\w+|walk\w* out|down\w* tools|struck|fire|first (?:\w+ ){0,3}\||from \||since \||between \||adopted|issued|granted|sold|won|award\w+"
    r"|clos(?:ed|ing)|shut\w*|fell|failed|suspended|hired|recruit\w+|inaugurat\w+|sworn in|kick\w* off|commenc\w+|conven\w+|board\w+|took off|lift\w* off)(?:\b|(?<=\|))",
    re.I,
)
"""Beside the earlier of two times these make it a beginning."""

ENDED = Pattern(
    r"\b(?:end(?:s|ed|ing)?|finish\w*|clos(?:e[sd]?|ing|ure)|shut\w*|conclud\w*|expir\w+|(?:until|till|to|through) \||step(?:s|ped|ping)? down|st(?:ood|anding) down"
    r"|retir\w+|resign\w*|left|leav(?:es|ing)|quit\w*|abdicat\w+|di(?:ed|es)|death|hand\w* (?:over|on)|oust\w+|voted out|freed|free|releas\w+|found"
    r"|reach\w+|arriv\w+|dock\w*|land(?:s|ed|ing)|c[ao]me (?:back|home)|(?:went|go) back|return\w*|reopen\w*|restart\w*|walk\w* free|lift\w+|call\w* off|complet\w+|over|peace"
    r"|last (?:\w+ ){0,3}\||second (?:\w+ ){0,3}\||and \||adjourn\w*|resum\w*|restor\w+|broke up|wr[ai]pp\w* up|wound up|fold\w*|scrapp\w+|abolish\w+|repeal\w+|died out|demolish\w+|fell"
    r"|sack\w+|dismiss\w+|step\w* aside|surrender\w*|divorc\w+|emerg\w+|rescu\w+|gets? (?:in|into)|got (?:in|into)|pull\w* in|touch\w* down)(?:\b|(?<=\|))",
    re.I,
)
"""Beside the later one these make it an end."""

HEDGED = r"(?: (?:just|only|about|around|some|nearly|almost|exactly|all of|a full|a total of))? $"
SPANNING = Pattern(
    r"\b(?:last(?:s|ed|ing)|(?:due|set|is|are|was|were) to last|will last|spann(?:ed|ing)|stretch\w* (?:over|for)|(?:r[au]n|runs|running|reigned|ruled|missing|gone|dark) for"
    r"|without (?:a |an |any )?(?:break|pause|interruption|let-up) for)" + HEDGED,
    re.I,
)
"""Right before a length these make it the whole of what went on."""

SPENT = Pattern(
    r"\b(?:takes?|taken|took(?: (?:him|her|them|it))?|cover(?:ing|ed)|served(?: for)?|(?:had )?spent|held (?:the (?:\w+ ){1,2}|it )?for|survived for|waited(?: for)?|so|for all of|giving \w+)"
    + HEDGED
    + r"|\b(?:extend|put|postpon|delay|deferr|adjourn|push|mov)\w*[^.;]* by $",
    re.I,
)
"""And these mostly do."""

TOOK = Pattern(r"(?:^|, |\b(?:and|that) )(?:which|it|they|works?|construction|building|repairs) took" + HEDGED, re.I)
"""And these, of what took so long and has no other aim."""

HAD = Pattern(
    r"\bhad(?: been)? (?:run|held|lasted|stood|ruled|reigned|governed|led|lain|been [a-z]+|gone on|operated|traded|served)(?: (?:the|its|his|her|it) ?\w*)? for"
    + HEDGED
)
"""And these, of what was over by a time."""
UNBROKEN = Pattern(r",? (?:without|in all|altogether|in total|non-?stop)\b")
"""Behind one these make it the whole."""
BY_SOMEBODY = Pattern(r"\bbeen \w+ for [^|]{0,12}\| (?:by|as)\b")
"""About one this makes it how long it was somebody's: had been run for ten years by the council."""
OF_ANOTHER = Pattern(
    r"\b(?:a|an|the|his|her|its|their) [\w-]+ (?:that|which|who) (?:had|has|have|was|were|went|lasted)\b[^,;.]*$", re.I
)
"""Before a length these make it one of what is told in passing: jailed in 2011 for a fraud that had gone on for seven years."""
DEFINITE = Pattern(r"\b(?:the|his|her|its|their|this|that|whose|[’']s?)(?: \w+)? $", re.I)
DOES = Pattern(
    r"^ (?:\w+ )?\w+(?:,? (?:which|that|fought|held|waged|begun|started))?,? (?!that\b|did\b|was\b)"
    r"(?:[^.;]*\d|(?:began|begins|started|starts|opened|opens|kick(?:s|ed) off|set (?:off|out)|sets (?:off|out))\b)",
    re.I,
)
"""Behind "the 17-year": the war, fought from 1998; the closure began at 10."""

OF_NOUN = Pattern(
    r"(?P<apart>[,:—–-] an? (?:\w+ )?)?\b(?P<noun>\w+)(?: that \w+| which \w+)? of(?: (?:just|only|about|some|nearly|almost|exactly))? $",
    re.I,
)
CLOSING = Pattern(r"\.?,? (?:after|in)" + HEDGED.removesuffix(" $") + " ", re.I)
OWNED, IN_OFFICE = (
    Pattern(r"(?:\b(?:whose|his|her|its|their)|[’']s) $", re.I),
    Pattern(r" (?:on|in|at|as|of) [^,;.\d]{2,28}, (?:from|between) ", re.I),
)
"""About a length these make it all of what somebody did from one time to the other: his 21 years on the podium, from 1961."""

PARTING = Pattern(
    r"^,? (?:(?:apart(?! from)|in all|altogether|in total|in between|between)\b|separat\w+|part(?:ed|s)?\b)"
)
"""Right behind one these do, or make it what parts two times."""

EXPLAINED = Pattern(r": (?:it|he|she|they) [^,:;]+$")
ALSO = Pattern(
    r",? (?:and|and then|then) (?!the\b|an?\b|his\b|her\b|its\b|their\b|it\b|he\b|she\b|they\b|in\b|on\b)[a-z]"
)
"""From a length to its first time, and from that to the next, these tell what it is made of: for nine years: he came in 2009 and left in 2018."""

IN_A_PLACE = Pattern(r" (?:(?:in|at|with) (?:[A-Z]|the [A-Z])|as\b|\w+ing\b)")
"""Behind what was spent this makes it a part: twelve years in Rome."""

SPENT_THERE = Pattern(
    r"^ (?:that |which )?(?:it|he|she|they|we|the \w+|[A-Z]\w+) (?:had )?(?:was|were|spent|been|took|lasted|lay|stood|sat|lived|worked|ran|waited)\b"
)
"""Behind "the two hours" this makes it the whole: "that they were in the air"."""

UNTIL = Pattern(r"^,? (?:until|till|up to)\b", re.I)
"""And this to its end: "for 44 years, until he died in 2009"."""

GRANTED = Pattern(
    r"\b(?:terms?|leas(?:e[sd]?|ing)|licen[cs]\w+|contract\w*|bonds?|loan|mortgage|bann?(?:ed|ing)?|deals?|plans?|treaty|treaties|agreement|pact|accord|guarante\w+|warrant\w+"
    r"|mandate|suspen\w+|jailed|sentenced?|imprison\w+|visas?|permits?|concession|franchise|patent|judge|charter|programme|got|policy|passport|moratorium)\b",
    re.I,
)
"""What is given for a time; of such the length is that of what was given."""

EXPIRING = Pattern(
    r"\b(?:ends|ending|expir\w+|r[au]ns? (?:out|until|to)\b|until|till|(?:to|through) \||matur\w+|(?:falls?|fell|falling) due|laps\w+|due (?:out|to end|to expire)|leaves? office"
    r"|be (?:lifted|released|freed|free|up|out)|(?:may|can) (?:\w+ )?return|comes? to an end|come up|comes? up)(?:\b|(?<=\|))",
    re.I,
)
"""And these beside a time tell that it is the end of it."""

EARLY = Pattern(
    r"\b(?:early|parole|remission|good behaviou?r|instead|resign\w*|renew\w*|extend\w*|half|eligible|until (?:his|her|its|their|the) [a-z]+)\b",
    re.I,
)
"""With these it ends at another time."""

PART = Pattern(
    r"\b(?:of (?:which|them|those)|ago|aged?|old|each|every|per|another|further|(?<!to )(?:first|last)|next|previous\w*|extra|more|average|earlier|before that)\b(?! seen)|^ (?:begin|start)ning|[\"“]$",
    re.I,
)
"""Beside a length these make it one of a part, or of something else."""

WEAKLY = Pattern(r"\b(?:for|after|with)(?: (?:just|only|about|around|some|nearly|almost|exactly))? $", re.I)
"""Before a length these may make it the whole, or a part."""

ASIDE = Pattern(r", (?:which|who|whose|where)\b")
BORN = Pattern(r"\bborn\b", re.I)
KNOWN = Pattern(r"[\"“]?(?:it|he|she|they|that|this|those|these)\b", re.I)
TAKING_UP = Pattern(
    r"[\"“]?(?:(?:In|On|By|At|When|After)\b[^,;.]{0,60}, (?:when [^,;.]{0,60}, )?)?[\"“]?(?:it|he|she|they|that|this|those|these)\b",
    re.I,
)
"""So a sentence opens that goes on about what was told: In 2003, when he resigned, he had held."""
FURTHER_BACK = Pattern(r"\w+ had\b")
"""Behind a semicolon this goes back before what a length is told of: the marriage lasted 40 years; they had met in 1950."""

LINK = Pattern(r";|,? (?:and|but|while|though|although) ")
CARRIED = frozenset(
    "it which that then will would should is was are were has have had be been to due set expected scheduled only finally now "
    "eventually again did not the".split()
)
"""Between such a link and the verb of an end these leave it the end of what began before."""
LIKELY, SURE, TEN = 1, 2, 10
APART, TWO, LOOK, FAR = 160, 2, 40, 10
"""A length so many times too long is of something else; so many words at the most part a length from its times; so many characters about it tell what it is of."""


def courses(article: Article) -> Iterator[Lasting]:
    """Yield each length that is told with the only beginning and the only end near by."""
    for sentence in article.body if not article.verb_last else ():
        lengths = sentence.of_kind("duration") if sentence.kinds & BIT["L"] else []
        if len(lengths) == 1 and lengths[0].number and (found := _read(article, sentence, lengths[0])):
            yield found


def _read(article: Article, sentence: Sentence, length: Mention) -> Lasting | None:
    before, behind = article.around(length, LOOK)
    if OF_ANOTHER.search(before):
        return None
    whole = SURE if _explained(article, length, before) else _whole(length, before, behind)
    told = _told(article, sentence, length)
    granted = GRANTED.search(told) is not None
    if not whole and not granted and not WEAKLY.search(before):
        return None
    times = _times(article, sentence, length)
    if times is None or PART.search(before.rpartition(", ")[2]) or PART.search(behind[:14]):
        return None
    found = between_them(article, length, *times)
    if found is None:
        return None
    lasted, start, end, several = found
    if "-" in length.text and not one_subject(article, *times):
        return None
    if any(BORN.search(clause(article, time)) for time in times):
        return None
    if (
        _parted_off(article, length, times)
        or not float(lasted.low) / FAR < length.size < max(float(lasted.high), 1.0) * FAR
    ):
        return None
    last = clause(article, end)
    bare = not re.search(r"\w{3}", article.document.text[times[0].span.end : times[1].span.start])
    alone = {one.sentence for one in times} == {length.sentence}
    granted = granted and not bare and EXPIRING.search(last) is not None
    granted = granted and EARLY.search(article.words(sentence) if alone else told) is None
    if not whole and not granted and not WEAKLY.search(before):
        return None
    bounds = BEGUN.search(clause(article, start)) is not None and (granted or ENDED.search(last) is not None)
    one_sentence = times[0].sentence == times[1].sentence
    together = one_sentence and (granted or not _aside(article, times))
    here = together and times[0].sentence == length.sentence
    both, taken_up = (whole or granted) and bounds, _taken_up(article, sentence, times)
    closed = bounds and together and taken_up and not behind and length.unit in MINUTES_IN
    until = bounds and taken_up and UNTIL.match(behind) is not None and end.sentence == length.sentence
    known = until or (both and (whole != LIKELY or granted) and (here or ((together or granted) and taken_up)))
    near = (both and (together or taken_up)) or (here and (whole or bounds)) or closed
    firm = (whole == SURE and here) or closed
    meant = lasted if firm else Interval.exactly(round(lasted.middle))
    ended = bounds and taken_up and not behind and before.endswith(" after ") and lasted.high < length.size
    sure = known or (
        near
        and (slips(length, meant, near=firm) or TEN in (abs(lasted.low - length.size), abs(lasted.high - length.size)))
    )
    if HAD.search(before) and not UNBROKEN.match(behind) and length.quantity.interval.high < lasted.low:
        sure = False
    sure = sure or (ended and slips(length, meant, near=False)) or (here and bounds and _closes(article, length, times))
    return Lasting(lasted, length, start, end, several or (None if sure else UNTIED))


def _closes(article: Article, length: Mention, times: tuple[Mention, Mention]) -> bool:
    """Tell whether a length of hours stands right behind both its times: left at 6:40 a.m. and docked at 4:10 p.m., after nine hours."""
    between = article.document.text[times[1].span.end : length.span.start]
    return length.unit in MINUTES_IN and CLOSING.fullmatch(between) is not None


def one_subject(article: Article, one: Mention, other: Mention) -> bool:
    """Tell "began on 3 May, and closes on 21 May" from "began on 3 May, and enrolment closes on 10 July"."""
    first, last = sorted((one, other), key=lambda time: time.first)
    if first.sentence != last.sentence:
        return True
    between = article.document.text[first.span.end : last.span.start]
    links = list(LINK.finditer(between))
    ends = ENDED.search(between, links[-1].end()) if links else None
    led = set(re.findall(r"\w+", between[links[-1].end() : ends.start()].lower())) if ends else set[str]()
    return not (led - CARRIED) or not words("nouns").isdisjoint(led)


def _in_one_part(article: Article, length: Mention, time: Mention) -> bool:
    """Tell whether no semicolon and no sentence's end parts a time from a length."""
    first, last = sorted((length, time), key=lambda one: one.first)
    return time.sentence == length.sentence and ";" not in article.document.text[first.span.end : last.span.start]


def _explained(article: Article, length: Mention, before: str) -> bool:
    """Tell whether a colon leads from a length to what somebody did at both of its times."""
    text, sentence = article.document.text, article.sentences[length.sentence]
    times = [time for time in sentence.of_kind("date|year|clock") if time.first > length.first]
    if len(times) != TWO or not WEAKLY.search(before):
        return False
    first, last = times
    made = EXPLAINED.match(text[length.span.end : first.span.start]) is not None
    return made and ALSO.match(text[first.span.end : last.span.start]) is not None


def _aside(article: Article, times: tuple[Mention, Mention]) -> bool:
    """Tell whether the later of two times is told of something else in passing: "from 1986, which became a club in 1995"."""
    return ASIDE.search(article.document.text[times[0].span.end : times[1].span.start]) is not None


def _told(article: Article, sentence: Sentence, length: Mention) -> str:
    """Return what a length's sentence tells, with the sentences beside it of the same paragraph."""
    near = article.sentences[max(0, sentence.number - 1) : sentence.number + 2]
    block = article.block_at(length.span.start)
    return " ".join(article.words(one) for one in near if article.block_at(one.mentions[0].span.start) == block)


def _parted_off(article: Article, length: Mention, times: tuple[Mention, Mention]) -> bool:
    """Tell whether a semicolon parts a length from both times, and what follows it takes nothing up or goes further back."""
    text = article.document.text
    spans = (text[times[1].span.end : length.span.start], text[length.span.end : times[0].span.start])
    behind = [between.rpartition(";")[2].strip() for between in spans if ";" in between]
    return any(KNOWN.match(one) is None or FURTHER_BACK.match(one) for one in behind)


def _taken_up(article: Article, sentence: Sentence, times: tuple[Mention, Mention]) -> bool:
    """Tell whether the later of a length's sentence and of that of its times opens with a word for what was told before."""
    later = max(sentence.number, times[1].sentence)
    return TAKING_UP.match(article.words(article.sentences[later])) is not None


def clause(article: Article, time: Mention) -> str:
    """Return the words about a time, from the time before it in its sentence to the next comma, or time, behind it; a bar for the time."""
    sentence, text = article.sentences[time.sentence], article.document.text
    here = article.here(sentence)
    near = [one for one in sentence.mentions if one.kind in TIMES and one.first != time.first]
    start = max((one.span.end for one in near if one.first < time.first), default=here.start)
    stop = min((one.span.start for one in near if one.first > time.first), default=here.end)
    return (
        text[start : time.span.start].rpartition(";")[2]
        + "|"
        + re.split(r"[,;:]|\.? [A-Z]\w* (?:had|was)\b", text[time.span.end : stop])[0]
    )


def _whole(length: Mention, before: str, behind: str) -> int:
    """Tell whether words beside a length make it all that lies between two times: SURE, LIKELY, or 0 where none do."""
    if "-" in length.text:
        named = not words("nouns").isdisjoint(re.findall(r"[\w-]+", behind)[:2])
        return (SURE if DEFINITE.search(before) and DOES.match(behind) else LIKELY) if named else 0
    if BY_SOMEBODY.search(f"{before}|{behind}"):
        return 0
    if TOOK.search(before) and not behind.startswith(" to "):
        return SURE
    if SPANNING.search(before) or (PARTING.match(behind) and not WEAKLY.search(before)):
        return SURE
    if (OWNED.search(before) or SPENT.search(before)) and IN_OFFICE.match(behind):
        return SURE
    if DEFINITE.search(before) and SPENT_THERE.match(behind):
        return LIKELY
    noun = OF_NOUN.search(before)
    if noun and noun["noun"].lower() in words("nouns"):
        return SURE if noun["apart"] else LIKELY
    return LIKELY if (SPENT.search(before) or HAD.search(before)) and not IN_A_PLACE.match(behind) else 0


def _times(article: Article, sentence: Sentence, length: Mention) -> tuple[Mention, Mention] | None:
    """Return the only two times of a length's sentence, or of it with those next to it; None where there are others."""
    kinds = "clock" if length.unit in MINUTES_IN else "date|year"
    block = article.block_at(length.span.start)
    found = sentence.of_kind(kinds)
    for number in (sentence.number - 1, sentence.number - 2, sentence.number + 1):
        if len(told_once(article, found)) >= TWO or not 0 <= number < len(article.sentences):
            continue
        near = article.sentences[number]
        if article.block_at(near.mentions[0].span.start) == block and abs(near.start - sentence.end) < APART:
            if near.of_kind("duration"):
                return None
            found = sorted(found + near.of_kind(kinds), key=lambda time: time.first)
    found = told_once(article, found)
    if len(found) > TWO:
        found = [time for time in found if _in_one_part(article, length, time)]
    if len(found) != TWO or not all(map(is_precise, found)):
        return None
    one, other = sorted(found, key=lambda time: time.first)
    alike = one.clock is not None or (one.when is not None and other.when is not None and one.when != other.when)
    return (one, other) if alike else None


def goes_on(article: Article, length: Mention, end: Mention | None) -> bool:
    """Tell whether a length goes on to this day, whatever time is told last: she has run it for 19 of its 26 years."""
    place = article.place(length)
    return (
        end is not None
        and end.kind == "relative"
        and article.word(place - 1) == "its"
        and article.word(place - 2) == "of"
    )
