"""One figure told twice of one thing, where verbs stand last: in the headline and under it, or again further down.

What a figure is of stands straight before it (공사비 230억 원) or is what befell those whom it counts (14명이 다쳤다, 부상자 14명).
Two that are of one thing by these words differ only as by a slip: two digits swapped, or one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factcheck.article import HEADINGS, Article
from factcheck.languages import stemmer
from factcheck.link.change.bothends import AGO, DATED, MOVED, PERIODS
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple
from factcheck.slips import swapped

BEFELL = {
    "dead": Pattern("숨지|숨져|숨졌|숨진|사망|목숨|희생자"), "hurt": Pattern("다치|다쳐|다쳤|다친|부상|중경상"),
    "missing": Pattern("실종"), "held": Pattern("(?<!불)구속|체포|검거|붙잡"), "both": Pattern("사상"),
    "aboard": Pattern("승선|탑승|(?<![가-힣])타고 있[던었]|올라 있던|승객|승조"),
}  # fmt: skip
LEAD, BEHIND = 24, 12
"""So many characters before a figure say what it is of, and so many behind it what befell those that it counts."""

STOPS = Pattern(r"[.,!?\n()…·\"“”‘’]|\d[^ \n]*")
GENERAL = frozenset(
    "총 모두 전체 약 무려 최소 최대 올해 지난해 작년 이번 지난 현재 가운데 중 이상 이하 각각 평균 하루 지금 당시 등 이날 사람 이들 그 이 한 두 세 최근 규모 금액 기록".split()
)
APART = Pattern(
    r"당초|애초|처음|예상|전망|목표|계획|평균|추가|또 다른|이와 별도|별도로|각각|최대|최소|한때|이전|종전|기존|앞서|정정|반면"
)
UPDATED = Pattern(r"늘었|늘어|줄었|줄어|추가|에 비해|보다")
"""Near one of two figures these let both be right."""

SO_FAR = Pattern("확인된|집계된")
"""Of such another may be known by now, unless the slip itself is plain."""

SUM = Pattern("(?<=[가-힣]{2})액$")
"""The end of a noun that says it is of a sum of money: 수출액, which a headline calls 수출."""

GOES_ON = ("고", "며", "서", "지만", "어", "아", "나")
"""What ends a verb whose clause is over."""

STANDING = ("있던", "있는", "있었던")
"""Behind a verb these go on with it: 배에 타고 있던 19명."""

SPEAKERS = Pattern(r"경찰|주최|소방|노조|회사 측|사측|검찰|변호인|추산|주장")
KINDS = "count|money|measure"
FEW, STEP = 3, 10
COUNTED = Pattern(r"(?:의 ?| )(?P<noun>[가-힣]{2,})")
GLUED = Pattern(r" ?(?P<noun>[가-힣]{2,})")
"""What a figure counts may stand behind it: 37개 농가, 19명의 승객, and without a counter 421농가."""

ANYTHING = frozenset({"", "개", "곳", "군데", "개소"})
"""Counters of whatever the noun says: 농가 412곳 are 412개 농가."""


class Same(NamedTuple):
    """Two figures that words tell to be of one thing, the one told first before the other."""

    first: Mention
    again: Mention


def told_again(article: Article) -> Iterator[Same]:
    """Yield the figures of the copy that are of what was told before, and differ as by a slip, or not at all."""
    if not article.verb_last:
        return
    known: dict[str, list[Mention]] = {}
    for sentence in article.body:
        for mention in sentence.of_kind(KINDS):
            if not is_told(mention):
                continue
            tied = list(dict.fromkeys(one for name in _names(article, mention) for one in known.get(name, ())))
            tied = [one for one in tied if one.sentence != mention.sentence and of_one_unit(one, mention)]
            if found := _pair(article, mention, tied):
                yield found
            for name in _names(article, mention):
                known.setdefault(name, []).append(mention)
                del known[name][:-FEW]


def over_and_under(article: Article) -> Iterator[Same]:
    """Yield each figure of a headline with the only one under it that is of the same thing and is another."""
    body = article.body[:2] if article.verb_last else []
    for head in article.sentences if body else ():
        if head.block not in HEADINGS or head.number > body[0].number:
            continue
        for said in head.of_kind(f"{KINDS}|percent"):
            under = [one for sentence in body for one in sentence.of_kind(said.kind) if of_one_unit(said, one)]
            if not is_told(said, small=True) or any(one.size == said.size for one in _all(article, said)):
                continue
            tied = [one for one in under if _names(article, said) & _names(article, one) and not one.upper]
            tied = tied or [one for one in under if one.sentence == body[0].number and _swapped(said, one)]
            tied = [one for one in tied if said.kind != "percent" or _of_one_topic(article, said, one)]
            tied = [one for one in tied if not said.rounds(one)]
            if len({one.size for one in tied}) == 1 and not _is_sum(said, under) and _as_told(said, tied[0]):
                about = _about(article, tied[0]) + _about(article, said)
                if not APART.search(about) and (
                    said.kind == "percent" or not (UPDATED.search(about) or SO_FAR.search(about))
                ):
                    yield Same(said, tied[0])


def _of_one_topic(article: Article, said: Mention, other: Mention) -> bool:
    """Tell whether a word of a headline, before its percentage, stands in the sentence of another."""
    root, told = stemmer(article.language), _about(article, other)
    before = article.document.text[max(0, said.span.start - LEAD) : said.span.start].rpartition("\n")[2]
    return any(
        len(noun := root(word)) > 1 and noun not in GENERAL and noun in told for word in re.findall("[가-힣]+", before)
    )


def _all(article: Article, said: Mention) -> Iterator[Mention]:
    return (one for sentence in article.body for one in sentence.of_kind(said.kind) if of_one_unit(said, one))


def _is_sum(said: Mention, under: list[Mention]) -> bool:
    return any(one.size + other.size == said.size for one in under for other in under if one is not other)


def _as_told(said: Mention, other: Mention) -> bool:
    """Tell whether two figures that words tie are off by a slip; of few people, or percentages, by anything near."""
    if said.kind == "percent" or max(said.size, other.size) < 100:
        return max(said.size, other.size) <= 2 * min(said.size, other.size)
    return _slip(said, other)


def _pair(article: Article, mention: Mention, tied: list[Mention]) -> Same | None:
    """Return the figure that another tells again: the same, or the only one, of no other time, that a slip would make of it."""
    equal = next((one for one in reversed(tied) if one.size == mention.size), None)
    if equal is not None:
        return Same(equal, mention)
    befell = not BEFELL.keys().isdisjoint(_names(article, mention))
    near = [one for one in tied if _slip(one, mention, 2 if befell else FEW)]
    if len({one.size for one in tied}) != 1 or not near:
        return None
    sure = len(shown(mention)) >= FEW and sorted(shown(mention)) == sorted(shown(near[-1]))
    return None if told_apart(article, near[-1], mention, sure, befell) else Same(near[-1], mention)


def told_apart(article: Article, first: Mention, again: Mention, sure: bool, befell: bool = False) -> bool:
    """Tell whether words make two figures two: of other times, by other speakers, foreseen, brought up to date, or elsewhere.

    Where the slip itself is `sure`, the later may leave its time unsaid, and either its speaker.
    """
    about = _about(article, first), _about(article, again)
    speakers = {frozenset(SPEAKERS.findall(words)) for words in about}
    times = times_in(about[0]), times_in(about[1])
    apart = any(APART.search(words) or UPDATED.search(words) or (not sure and SO_FAR.search(words)) for words in about)
    apart = (
        apart
        or (times[0] != times[1] and (bool(times[1] - times[0]) or not sure))
        or _by_others(speakers, sure, befell)
    )
    return apart or _is_anothers(article, again, about[0]) or _is_elsewhere(article, again)


def _by_others(speakers: set[frozenset[str]], sure: bool, befell: bool) -> bool:
    """Tell whether two figures are said by different sources; of what befell people one of the two may go unnamed."""
    return len(speakers) > 1 and not sure and not (befell and frozenset() in speakers)


def _is_anothers(article: Article, mention: Mention, told: str) -> bool:
    """Tell whether a figure is said to be somebody's, or some place's, that the other's sentence does not name: B사의 매출, 경남에서만 11명."""
    before = article.document.text[max(0, mention.span.start - LEAD) : mention.span.start].rpartition("\n")[2]
    return any(
        word[:2] not in told
        for word in re.findall(r"[가-힣A-Za-z]+(?=(?:의|에서|에서만|에서는|에선|에는|엔) )", before)
    )


def _is_elsewhere(article: Article, mention: Mention) -> bool:
    """Tell whether a value stands anywhere else in an article, so that it is another thing's."""
    return sum(one.size == mention.size for one in _all(article, mention)) > 1


def is_told(mention: Mention, small: bool = False) -> bool:
    """Tell whether a figure is a number that may be told again: no range, no hedge but "more than", and of ten or more."""
    exact = mention.number is not None and not mention.upper and mention.hedge in ("", "more")
    return exact and (small or mention.size >= 10)


def of_one_unit(one: Mention, other: Mention) -> bool:
    """Tell whether two figures count or measure by one unit, or by counters that say nothing of what they count."""
    counters = {one.counter, other.counter}
    return (one.kind, one.unit) == (other.kind, other.unit) and (len(counters) == 1 or counters <= ANYTHING)


def _slip(one: Mention, other: Mention, digits: int = 2) -> bool:
    """Tell whether two figures have two digits swapped, or, of so many, one another."""
    first, second = (shown(mention) for mention in (one, other))
    if len(first) != len(second) or max(one.size, other.size) >= STEP * min(one.size, other.size):
        return False
    off = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    swapped = len(off) == 2 and off[0] == off[1][::-1]
    return swapped or (len(off) == 1 and len(first) >= digits)


def _swapped(one: Mention, other: Mention) -> bool:
    """Tell whether two figures of one size have two of their digits swapped."""
    size = max(one.size, other.size) < STEP * min(one.size, other.size)
    return size and swapped(shown(one), shown(other))


def shown(mention: Mention) -> str:
    """Return the digits of a figure that tell it, the noughts at its end left off."""
    return str(int(mention.size)).rstrip("0")


@lru_cache(maxsize=4096)
def _named(code: str, before: str, behind: str) -> frozenset[str]:
    words = STOPS.split(before)[-1].split()
    root = stemmer(code)
    nouns = [noun for word in words[-2:] if len(noun := root(word)) > 1 and noun not in GENERAL]
    led = words[-1] if words and not words[-1].endswith(GOES_ON) else ""
    led = f"{words[-2]} {led}" if led in STANDING and len(words) > 1 else led
    around = f"{led} {STOPS.split(behind)[0]}"
    befell = {name for name, shape in BEFELL.items() if shape.search(around)}
    last = words[-1] if words else ""
    own = {last, root(last)} if nouns and root(last) == nouns[-1] and not befell else set()
    return frozenset(befell | {SUM.sub("", noun.removeprefix("총")) for noun in own})


def _names(article: Article, mention: Mention) -> frozenset[str]:
    """Return the names of what a figure is of: the noun straight before it, or what befell those whom it counts."""
    text = article.document.text
    if mention.kind == "percent":
        moved = MOVED.match(text[mention.span.end : mention.span.end + 2 * BEHIND])
        return frozenset({"up" if moved["up"] else "down"}) if moved else frozenset()
    before = text[max(0, mention.span.start - LEAD) : mention.span.start]
    behind = text[mention.span.end : mention.span.end + BEHIND]
    return _named(article.language, before, behind) | _counted(article, mention, behind)


def _counted(article: Article, mention: Mention, behind: str) -> frozenset[str]:
    """Return the noun of what a figure counts where it stands straight behind: 421농가, 37개 농가, 19명의 승객."""
    if mention.kind != "count":
        return frozenset()
    found = (COUNTED if mention.counter else GLUED).match(behind)
    noun = stemmer(article.language)(found["noun"]) if found else ""
    return frozenset({noun} - GENERAL if len(noun) > 1 else ())


def _about(article: Article, mention: Mention) -> str:
    sentence = article.sentences[mention.sentence]
    return article.words(sentence)


def times_in(words: str) -> set[str]:
    found = {name for name, shape in PERIODS if shape.search(words)}
    found.update(match[0] for match in AGO.finditer(words))
    return found | {match[0] for match in DATED.finditer(words)}
