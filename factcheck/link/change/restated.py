"""Changes that take up what was told before them where verbs stand last: 이보다 60% 많은 104명, 10년 새 70%가 사라진 셈이다.

The pronoun before a size stands for the last figure of its kind; a sentence that names nothing else tells the change between the
only two figures of one kind that were told before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.article import Article, Sentence
from factcheck.languages import stemmer
from factcheck.link.context.frames import Movement, alike
from factcheck.link.context.roles import Role, grammar
from factcheck.link.context.ties import Tied, adjacent, between, footing
from factcheck.link.series.figures import AMOUNTS, slip, value
from factcheck.model import Mention
from factcheck.segment import vocabulary

PRONOUNS = frozenset({"that", "these", "it"})
SPANS, TIMES = frozenset("RYDLOI(),·"), frozenset("RYDL")
PASSED = frozenset(
    "growth decline gap 는 은 가 it this these that same period month year day yesterday last about over nearly only be of in is".split()
)
"""Words that name no new thing before a change."""

WITHIN = (
    "새",
    "사이",
    "만",
    "동안",
    "무려",
    "전",
    "때",
    "당시",
    "간",
    "뒤",
    "후",
    "들어",
    "반년",
    "해",
    "달",
    "결국",
    "결과",
    "즉",
)
REACHED = (
    "그치",
    "그쳐",
    "그친",
    "불과",
    "달했",
    "달해",
    "이르",
    "이른",
    "기록",
    "머물",
    "머문",
    "집계",
    "나타",
    "조사",
    "추산",
)
"""Verbs of what a figure came to: 20명에 그쳐 10년 새 60% 줄었다."""

VALUES = frozenset({"money", "count", "measure", "percent"})
SLIP = 3
"""So many digits of an amount show that it is a slip of the pen from what parts two figures."""

ADNOMINAL, HEDGING, PAIR, CLOSE = 3, 2, 2, 6


def restated(
    article: Article, sentence: Sentence, read: list[Role], told: set[int], before: list[Movement]
) -> Iterator[Movement]:
    """Yield the changes of a sentence, those at the places `told` left out, that its words tie to what came before."""
    if not article.verb_last:
        return
    for n, role in enumerate(read):
        if role.name == "plain" and _gap_named(article, role):
            yield from _from_sum(article, sentence, role._replace(name="change"), before)
        elif role.place not in told and role.name in ("change", "times"):
            if _of_pronoun(article, role):
                yield from _from_pronoun(article, sentence, read, n)
            elif role.sign:
                yield from _from_sum(article, sentence, role, before)


def _from_sum(article: Article, sentence: Sentence, role: Role, before: list[Movement]) -> Iterator[Movement]:
    """Yield the change of a size that sums up what was told before it."""
    if found := _summed_up(article, sentence, role, before):
        yield found if isinstance(found, Movement) else between(sentence, role, found)


def _gap_named(article: Article, role: Role) -> bool:
    """Tell whether the noun of a gap stands right before it: 두 사람의 차이는 3.4%포인트다."""
    before = article.skeleton[max(0, role.place - HEDGING) : role.place]
    return role.mention.kind in AMOUNTS | {"points"} and not grammar().gaps.isdisjoint(before)


def _of_pronoun(article: Article, role: Role) -> bool:
    """Tell whether a pronoun stands right before a size: 이보다 60% 많은, 그 다섯 배."""
    words = [article.word(at) for at in range(max(0, role.place - HEDGING), role.place) if at not in article.at]
    wanted = PRONOUNS if role.name == "times" else PRONOUNS - {"these", "it"}
    return not wanted.isdisjoint(words)


def _from_pronoun(article: Article, sentence: Sentence, read: list[Role], n: int) -> Iterator[Movement]:
    """Yield the change from the figure that a pronoun stands for to the one that the size describes, or that leads to it."""
    role = read[n]
    behind = next((one for one in read[n + 1 : n + 2] if one.place - role.place <= ADNOMINAL), None)
    own = [one for one in read[:n] if one.mention.kind in VALUES]
    after = (
        behind if behind and behind.mention.kind in VALUES else own.pop() if own and own[-1].name == "after" else None
    )
    if after is None:
        return
    previous = adjacent(article, sentence, -1)
    told = [one.mention for one in own] or list(previous.mentions if previous else ())
    likes = [one for one in told if one.kind in VALUES and _alike(one, after.mention)]
    if len(likes) == 1 and footing(article, sentence):
        yield Movement(
            sentence, likes[0], after.mention, (role,), role.sign, link="times" if role.name == "times" else "than"
        )


def _summed_up(article: Article, sentence: Sentence, role: Role, before: list[Movement]) -> Movement | Tied | None:
    """Return the change that the one before told without its size, or the only two figures that it can be between."""
    previous = adjacent(article, sentence, -1)
    own = [one for one in sentence.mentions if one.first < role.mention.first and _measures(role.mention, one)]
    later = [one for one in sentence.mentions if one.first > role.mention.first and one.kind in VALUES]
    if later or not footing(article, sentence) or not _closes(article, role):
        return None
    if own:
        return _of_own(article, sentence, previous, role, own)
    if previous is None:
        return None
    likes = [one for one in previous.mentions if _measures(role.mention, one)]
    if len(likes) == 2 and _alike(*likes) and _nearly_parts(role.mention, *likes):
        return Tied(likes[0], likes[1])
    known = {_root(article, at) for at in range(previous.start, previous.end)} - {""}
    if not opens(article, [at for at in range(sentence.start, role.start) if _root(article, at) not in known]):
        return None
    moves = [move for move in before if move.sentence is previous and move.before is not None]
    if len(moves) == 1 and _measures(role.mention, moves[0].after):
        move = moves[0]
        fresh = not (move.stated or move.doubt or move.others or move.pair)
        return move._replace(sentence=sentence, stated=(role,), said=-1) if fresh else None
    if len(likes) == 2 and not role.sign and _alike(*likes):
        return Tied(likes[0], likes[1])
    if len(likes) == 1 and (further := adjacent(article, previous, -1)):
        return _of_own(article, previous, further, role, likes)
    return _pair(article, previous, likes) if not moves else None


def _nearly_parts(stated: Mention, one: Mention, other: Mention) -> bool:
    """Tell whether two figures lie just so far apart as an amount says, or would but for one slip of the pen."""
    gap = abs(value(one) - value(other))
    return stated.kind in AMOUNTS and (value(stated) == gap or slip(stated, gap, SLIP))


def _of_own(
    article: Article, sentence: Sentence, previous: Sentence | None, role: Role, own: list[Mention]
) -> Tied | None:
    """Return the two figures before a change in its own sentence, or the one with that of the sentence before."""
    behind = range(article.place(own[-1]) + 1, role.start if sentence.number == role.mention.sentence else 0)
    if len(own) == 2 and not role.sign and len(behind) <= CLOSE and _alike(*own):
        return Tied(own[0], own[1])
    named = {_root(article, at) for at in range(sentence.start, article.place(own[-1]))} - {""}
    known = [at for at in behind if article.word(at).startswith(REACHED) or _root(article, at) in named]
    if not opens(article, sorted({*behind} - {*known})):
        return None
    if len(own) == 2:
        letters = article.skeleton[role.place + 1 : role.place + 1 + HEDGING]
        compared = any(map(grammar().compares, letters)) and role.mention.kind in AMOUNTS and _alike(*own)
        return Tied(own[0], own[1]) if compared else _pair(article, sentence, own)
    led = opens(article, range(sentence.start, article.place(own[0])))
    earlier = [one for one in (previous.mentions if previous and led else ()) if _alike(one, own[0])]
    return Tied(earlier[0], own[0]) if len(own) == len(earlier) == 1 else None


def _root(article: Article, place: int) -> str:
    return stemmer(article.language)(article.word(place)) if article.skeleton[place] == "w" else ""


def _pair(article: Article, told: Sentence, likes: list[Mention]) -> Tied | None:
    """Return two figures if they are of one thing at two times."""
    if len(likes) != 2 or not _alike(*likes) or not footing(article, told):
        return None
    times = sum(article.skeleton[at] in TIMES for at in range(told.start, article.place(likes[1])))
    letters = vocabulary()[0]
    moved = (likes[0].lead, likes[1].lead) == (letters["from"], letters["to"])
    return Tied(likes[0], likes[1]) if times > 1 or moved else None


def opens(article: Article, places: Iterable[int]) -> bool:
    """Tell whether words name a time, or take up what was told, and no other thing."""
    return all(
        article.skeleton[at] in SPANS
        or (at in article.at and article.at[at].size == PAIR)
        or article.word(at) in PASSED
        or article.word(at).startswith(WITHIN)
        for at in places
    )


def _closes(article: Article, role: Role) -> bool:
    """Tell whether a change has no base of its own before it."""
    return grammar().word.get(article.skeleton[role.start - 1], "") != "before"


def _measures(stated: Mention, one: Mention) -> bool:
    """Tell whether a figure may be one of the two that a change parts."""
    if one.kind not in VALUES or one.number is None or one.upper is not None or one.hedge:
        return False
    if stated.kind == "points":
        return one.kind == "percent"
    if stated.kind in AMOUNTS:
        return (one.kind, one.unit, one.counter) == (stated.kind, stated.unit, stated.counter)
    return one.kind in AMOUNTS


def _alike(one: Mention, other: Mention) -> bool:
    plain = not (one.hedge or other.hedge or one.upper or other.upper)
    return plain and one.kind == other.kind and alike(one, other)
