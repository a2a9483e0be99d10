"""A whole told with all its parts, in one sentence or in three, where verbs stand last: 모두 23명. 숨진 사람이 4명, 다친 사람이 19명이다.

No other figure of their kind stands among them, and words close the list: what is left (나머지), what it is made of
(…로 이뤄진다), two parts that leave no third (숨진, 다친), or what they come to together (합쳐, 더해져, 모두).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, pairwise

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.document import Span
from factcheck.link.series.figures import counted, is_plain, value
from factcheck.link.series.readings import nested
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import total

MADE = Pattern(r"^(?:으로|로)? ?(?:이뤄|이루어|구성|나뉜|나뉘|꾸려|짜여|짜였)")
DONE = Pattern(r"(?:을|를|만)? [^.\n]{0,18}(?:모두|전부|전체가) (?:끝|마무리|완료|마치)")
LEFT = Pattern(r"(?:나머지|남은|잔여|그 외|그 밖의?|기타)[^0-9.,]{0,14}$")
SUMMED = Pattern(
    r"합쳐|합치면|합친|합하면|합한|합해|더해|더하면|더한|보태|도합|합계|통틀어|모두|(?<![가-힣])총(?![가-힣])"
)
ALL_OF_IT = Pattern(
    r"(?:이를|이들을|이것을|세 가지를|두 가지를)? ?(?:모두|다) ?(?:더한|합한|합친|더하면|합하면|합치면) ?$"
)
"""Right before a whole these say that it is all that was told, though in several sentences."""

STRAIGHT = Pattern(r"^[^.]{0,40}\. ?(?:모두|합쳐서?|합하면|이를 모두 합하면|통틀어|총) ?$")
"""Between the last part and the whole that opens the next sentence, whatever else this tells."""

APIECE = Pattern(r" ?씩")
VERBAL = Pattern(r"[^0-9.]{0,5}[는은한된인] 등")
"""Behind the last part where its clause has a verb of its own: 4명이 숨지고 18명이 다치는 등."""

AND_SO_ON = Pattern(r"[^0-9.]{0,6} ?등 ?(?:모두 |총 |전체 )?")
SOME = Pattern(r"(?:이|그) ?(?:가운데|중)|절반|대부분|일부")
RANKED = Pattern(r"각각?(?= ?\d)|(?<=\d[명건곳개원])씩|가장 [많높적낮]|순(?:으로|이었|이다)")
"""Words of a list that is no whole: so many each, the most first."""

OF_ALL = Pattern(r"^ ?(?:가운데|중)")
CLAUSE = Pattern(r"(?<=[가-힣])(?:(?<=[지하되리내치기입받막났됐했었았였쳤렸겼])고|며|지만|는데)(?=[ ,])")
"""The end of a clause: what a whole behind it counts starts with what follows."""

PUT_TO = Pattern(r"[을를] ?(?:더|보태)")
"""A figure put to another: 20만원을 더해, 1점을 보태."""

BASE = Pattern(r"^[^.,]{0,4}에(?:다|다가)? ")
"""Behind the figure that another is put to."""
OPPOSED = tuple(
    (Pattern(one), Pattern(other))
    for one, other in (
        ("숨|사망|목숨", "다치|다친|다쳐|다쳤|부상"), ("(?<!불)구속", "불구속"), ("찬성", "반대"), ("남성|남자|남학생", "여성|여자|여학생"), ("승진", "전보"),
        ("국내|내국인", "해외|국외|외국인"), ("수시", "정시"), ("합격", "불합격|떨어"), ("정규", "비정규|계약"),
        ("유죄", "무죄"), ("생존|구조", "사망|실종|숨"), ("상반기", "하반기"), ("평일", "주말"), ("1부", "2부"), ("전반", "후반"),
        ("중상|중태|위중|크게 다", "경상|가벼운|가볍게|찰과상"), ("흑자", "적자"), ("홈", "원정"), ("단식", "복식"), ("주간", "야간"), ("양성", "음성"),
        ("미혼", "기혼"), ("성공", "실패"), ("지역구", "비례"), ("국산|국내산", "수입|외국산"), ("성인|어른", "어린이|청소년|미성년"),
    )
)  # fmt: skip
"""Two of a kind that leave no third."""

EQUAL = Pattern(r"이다|다[. ]|이었|였|으로|로|을|를|[.,)]|이 (?:숨|다[치쳐쳤])")
"""What stands behind the last part where its sentence says no more of it than what it is."""

LITTLE, THINGS = Fraction(1, 10), frozenset({"척", "대", "곳", "건", "채", "개", "편", "점"})
"""Three parts told next that come to a little more than their whole are its parts miscounted, if they are things and no people."""

ABOUT, FEWEST, MOST, WINDOW = 14, 3, 8, 3
"""So many characters about a figure say whom it counts; so many figures, and sentences, has a whole with its parts."""

KINDS = "count|money|measure"
CUE = Pattern(
    "|".join(
        (
            MADE.pattern.lstrip("^"),
            " 등 |나머지|남은|잔여|그 외|그 밖|기타",
            SUMMED.pattern,
            "숨지|숨진|사망|구속|찬성|승진|남성|남자|여성|국내|수시|합격|유죄|전반|상반기|가운데|중 |중상|경상|흑자|원정|복식|야간|양성|기혼|실패|비례|국산|국내산|성인|어른",
        )
    )
)


def composed(article: Article, votes: bool = False) -> Iterator[Relation]:
    """Yield every whole with all its parts, wrong only as by a slip of one figure: those of a vote, or all others."""
    yield from (relation for vote, relation in _told(article) if vote == votes)


@lru_cache(maxsize=2)
def _told(article: Article) -> tuple[tuple[bool, Relation], ...]:
    return tuple(_wholes(article)) if article.verb_last and CUE.search(article.document.text) else ()


def _wholes(article: Article) -> Iterator[tuple[bool, Relation]]:
    """Yield every whole with its parts, and whether it is of a vote."""
    told: set[Span] = set()
    own = [[] if one.block in HEADINGS or one.block == "cell" else _figures(article, one) for one in article.sentences]
    for first in range(len(own)):
        for last in range(first, min(first + WINDOW, len(own))):
            near = [one for figures in own[first : last + 1] for one in figures]
            if not (own[first] and own[last] and len(near) >= FEWEST):
                continue
            for figures in _families(near):
                if FEWEST <= len(figures) <= MOST and figures[0].sentence == first and figures[-1].sentence == last:
                    for relation in _read(article, figures):
                        if told.isdisjoint(relation.stated.spans):
                            told.update(relation.stated.spans)
                            yield _is_vote(article, figures), relation


def _is_vote(article: Article, figures: list[Mention]) -> bool:
    told = article.document.text[max(0, figures[0].span.start - ABOUT) : figures[-1].span.end + ABOUT]
    return "찬성" in told and "반대" in told


def _figures(article: Article, sentence: Sentence) -> list[Mention]:
    told = [one for one in sentence.of_kind(KINDS) if one.size > 1 or one.text[:1].isdigit()]
    return [one for one in told if not APIECE.match(article.document.text, one.span.end)]


def _families(figures: list[Mention]) -> list[list[Mention]]:
    """Return the figures of one counter or currency together, those without one with any."""
    found: dict[str, list[Mention]] = {}
    for one in figures:
        found.setdefault(one.unit or one.counter, []).append(one)
    bare = [one for one in found.pop("", []) if value(one).denominator == 1]
    alike = (some for some in found.values() if len(some) + len(bare) >= FEWEST)
    several = (sorted([*bare, *some], key=lambda one: one.first) if bare else some for some in alike)
    return [some for some in several if all(map(is_plain, some))]


def _read(article: Article, figures: list[Mention]) -> Iterator[Relation]:
    whole, parts = figures[0], figures[1:]
    if whole.counter or whole.unit:
        if max(map(value, parts)) < value(whole) and _closed(article, whole, parts):
            yield from _held_to(whole, parts)
            return
    opened = next((at for at in range(2, len(figures) - 1) if _opens(article, figures[at - 1], figures[at])), None)
    if opened:
        figures = figures[: opened + 1]
    whole, parts = figures[-1], _listed(article, figures)
    if (whole.counter or whole.unit) and len(parts) > 1 and _summed(article, whole, parts):
        yield from _held_to(whole, parts)


def _opens(article: Article, last: Mention, whole: Mention) -> bool:
    """Tell whether a sentence opens with what the figures before it come to: "묻었다. 모두 365만 마리로, ..."."""
    text = article.document.text[last.span.end : whole.span.start]
    return bool(whole.counter or whole.unit) and STRAIGHT.match(text) is not None


def _listed(article: Article, figures: list[Mention]) -> list[Mention]:
    """Return the parts that "등" puts together into the last figure: those of its clause, 1명이 숨지고 남녀 2명, 3명 등 5명이 다쳤다."""
    text, parts = article.document.text, figures[:-1]
    if not AND_SO_ON.fullmatch(text, parts[-1].span.end, figures[-1].span.start):
        return parts
    if VERBAL.match(text, parts[-1].span.end):
        return parts
    broken = [
        at for at, (one, other) in enumerate(pairwise(parts), 1) if CLAUSE.search(text, one.span.end, other.span.start)
    ]
    return parts[broken[-1] :] if broken else parts


def _held_to(whole: Mention, parts: list[Mention]) -> Iterator[Relation]:
    if sum(map(value, parts)) != value(whole):
        if nested(parts):
            return
        some = (these for these in _with_the_last(parts) if sum(map(value, these)) == value(whole))
        parts = next(some, parts)
    if sum(map(value, parts)) == value(whole) or _slipped(whole, parts):
        yield Relation(counted(whole), total([counted(part) for part in parts]))


def _with_the_last(parts: list[Mention]) -> Iterator[list[Mention]]:
    """Yield some of the parts, the last with them: of 11 three were hurt, two of those by smoke, and the other eight were not."""
    *others, last = parts
    for size in range(len(others) - 1, 0, -1):
        yield from ([*these, last] for these in combinations(others, size))


def _slipped(whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether one figure, the whole or a part, is off by a slip: one digit, two swapped, so many noughts."""
    added = sum(map(value, parts))
    needed = [(value(whole), added), *((value(one), value(whole) - added + value(one)) for one in parts)]
    return any(right > 0 and _one_stroke(str(int(said)), str(int(right))) for said, right in needed)


def _one_stroke(one: str, other: str) -> bool:
    if one.rstrip("0") == other.rstrip("0"):
        return True
    if len(one) > 1 and 1 in (len(one.rstrip("0")), len(other.rstrip("0"))):
        return False
    alike = len(one) == len(other)
    return alike and (sum(a != b for a, b in zip(one, other, strict=True)) == 1 or sorted(one) == sorted(other))


def _closed(article: Article, whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether words say that the parts behind a whole are all of it."""
    text = article.document.text
    between, last = text[whole.span.end : parts[0].span.start], parts[-1]
    if RANKED.search(text, whole.span.start, last.span.end + 2):
        return False
    if LEFT.search(text[parts[-2].span.end : last.span.start]):
        return True
    if MADE.match(text[last.span.end : last.span.end + ABOUT]) and not SOME.search(between):
        return True
    if DONE.match(text, last.span.end) and not SOME.search(between):
        return True
    if len(parts) == 2 and not SOME.search(between) and _opposed(article, parts):
        return True
    over = sum(map(value, parts)) - value(whole)
    if over < 0 or len(parts) < 3:
        return False
    little = over <= value(whole) * LITTLE and last.sentence == whole.sentence + 1 and whole.counter in THINGS
    little = little and parts[0].sentence == last.sentence and not SOME.search(between)
    return little or (whole.sentence == last.sentence and OF_ALL.match(between) is not None)


def _opposed(article: Article, parts: list[Mention]) -> bool:
    """Tell whether two parts are of two that leave no third: 남성 27명, 여성 15명; 4명이 숨지고 19명이 다쳤다."""
    text = article.document.text
    one, other = parts
    before = text[max(0, one.span.start - ABOUT) : one.span.end], text[one.span.end : other.span.end]
    behind = text[one.span.end : other.span.start], text[other.span.end : other.span.end + ABOUT].partition(".")[0]
    sides = (before, behind) if EQUAL.match(text, other.span.end) else (behind,)
    return any(
        (a.search(mine) and b.search(theirs)) or (b.search(mine) and a.search(theirs))
        for a, b in OPPOSED
        for mine, theirs in sides
    )


def _summed(article: Article, whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether words say that a figure is what those before it come to."""
    text = article.document.text
    between = text[parts[-1].span.end : whole.span.start]
    if RANKED.search(text, parts[0].span.start, whole.span.start):
        return False
    if PUT_TO.match(between) and not BASE.match(text, parts[-2].span.end, parts[-1].span.start):
        return False
    joined = ALL_OF_IT.search(between) is not None
    joined = joined or all("." not in text[one.span.end : other.span.start] for one, other in pairwise(parts))
    if joined and AND_SO_ON.fullmatch(between):
        return sum(map(value, parts)) >= value(whole)
    return joined and len(between) < 3 * ABOUT and SUMMED.search(between) is not None and not SOME.search(between)
