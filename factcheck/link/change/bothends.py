"""The only two figures that a size of change can part, where verbs stand last.

"지난해 840억 원이던 매출이 올해는 1050억 원으로 불었다. 한 해 만에 25% 커진 셈이다": no word ties the three, but the size says
itself that something grew or fell or that two things lie apart, nothing else about it is of the kind of the two, the
words that lead to it name no other thing, and a time, or a word of comparison, tells the two apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.link.context.frames import alike
from factcheck.link.context.operands import in_unit
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

Pair = tuple[Mention, Mention]

UPWARD = r"(?:늘|올랐|올라|오른|오르|올린|올려|높|커|컸|많|뛰|뛴|치솟|불어|불었|좋아|나아|웃돌|앞[서선섰]|비싸|길어|증가|상승|급증|급등|인상|성장|확대|증액|반등|개선)"
DOWNWARD = r"(?:줄|내[리린려렸]|떨어|낮|깎|빠[지진져졌]|빠[져]?나|잘[리린려렸]|싸졌|싸다|적[은다었게]|밑돌|뒤[지진처]|모자|나빠|문을 닫|사라|없어|쪼그라|짧아|작[아은]|토막|감소|하락|급감|급락|인하|축소|감액|삭감|위축|후퇴|악화|할인)"
TAIL = r"(?: ?포인트)?(?:이나|이|나|가|은|는|을|를|쯤|만큼|만|의)?(?: ?(?:더|넘게|이상|가까이|가까운|가량|정도|남짓|안팎))* ?"
FURTHER = r"(?:들어[오온왔]|찾[아은]|팔[렸린리]|팔았|걷[혔힌]|거[둬뒀]|모[였인]|벌어|벌었|[썼쓴]|냈|낸|실어|실었|심[었은]|낳[았은])"
MOVED = Pattern(rf"^{TAIL}(?:(?P<up>{UPWARD}|(?<=더 ){FURTHER})|(?P<down>{DOWNWARD}|덜 {FURTHER}))")
"""Behind a size: it went up or down so much, or so many more came."""
SIZE = Pattern(
    r"(?:(?P<up>(?:상승|증가|인상|성장|오름|신장|증액) ?(?:[률율폭액분세]))|(?P<down>(?:감소|하락|인하|할인|삭감|감액|내림|절감) ?(?:[률율폭액분세])))"
    r"(?:은|는|이|가|도|로는|로|로 치면|로 따지면|로 환산하면)?(?: ?(?:약|무려|모두|불과|각각))? ?$"
)
GAP = Pattern(
    r"(?:(?P<whose>[가-힣]{0,8}) ?)?(?:격차|편차|차이|표차|점수차|연봉차|(?<= )차(?=[는가]))(?:는|가|은|이|만|도)? ?(?:약|불과|무려|단|겨우|고작|단지)? ?$"
)
APART = Pattern(
    r"^(?:포인트)?(?:이나|이|나|의|가)? ?(?:점|표)? ?(?:차(?![가-힣])|차(?:로|이|다|였|를|가|의|밖)|격차|앞[서선섰]|뒤[지진처졌])|^(?:를|을|이나|나)? ?더 (?:얻|받|득표)"
)
BECOME = Pattern(
    r"^ ?토막|^(?:이|가|만) (?:됐|되|남)(?!던|[은는았]던)|^(?:로|으로|까지| ?수준(?:으로|까지|에|이)) ?(?:줄|떨어|낮아|쪼그라|급감|감소|추락|내려)"
)
"""What makes a fraction before it what is left, and no size of what went: 3분의 1로 줄었다."""

COMPARED = Pattern(r"보다|대비|비해|비하면|비교|견주|견줘")
OTHER_BASE = Pattern(
    r"다음 ?[달해주]|내년|내달|평년|평균|전국|업계|경쟁사|경쟁 업체|목표|예상|전망|예측|당초 계획|정부안보다|반면|한편|같은 기간|또 ?다른|각각|이와 별도로|별도로|이 밖에|다만"
)
"""Before a size these give it another base, or another thing that it is of."""

OUT_OF = Pattern(r" ?(?:가운데|중)(?:에서)? ?")
"""Between a whole and the number of its members that changed."""

NAMELESS = Pattern(
    r"\d+(?:년|월|분기|개월|달|주|주일|일|시간|차)?(?:간|만에|새|전|뒤)?(?:에|에는|엔|에도|의)?|(?:차|[가-힣]*(?:상승|증가|감소|하락|인상|인하|성장|오름|할인|삭감|신장)(?:[률율폭액분세])?|격차|차이|표차|득표|비율|액수|숫자|규모|수치|셈|이는|이로써|그|이|두|둘|"
    r"에|의|이|가|은|는|을|를|로|와|과|도|결국|모두|무려|약|따라서|그러니|그만큼|이제|지금|현재|사이|동안|새|만에|만의|뒤|전|전보다|한|단|불과|겨우|고작|더|다시|이미|벌써|치면|따지면|환산하면|"
    r"당초|애초|처음|원래|첫해|지난해|작년|올해|이번|지난번|지난달|이달|전년|전달|전주|어제|오늘|당시|때|조사|동기|비해|보다|대비|견주면|견줘|비하면|비교하면|비교해|기준|"
    r"그친|그쳤던|머문|머물렀던|달했던|이르렀던|불과했던|연평균|해마다|매년|평균|이맘때|똑같이|나눠|나누어|고루|골고루|균등하게|밀도|세월|시간|기간|초|말|중순|상반기|하반기|아직|여전히|오히려|되레|훨씬|거의|대략|폭|연간|연|해|월|년|주|달|일|시즌|사람|후보|쪽|곳|팀|선수|나라|회사|가운데|중|것|것이|꼴|해서|했으니|되면서|정도|가량|안팎)"
    r"(?:은|는|이|가|을|를|의|에|도|로|으로|로는|까지|까지는|에는|에서|와|과|인|만|부터|보다|쯤)?"
)
"""Words that name no thing."""

PERIODS = (
    ("year", Pattern(r"작년|지난해|전년|1년 ?전|한 ?해 ?전|지난 시즌")),
    ("month", Pattern(r"지난달|전월|전달|한 ?달 ?전|1개월 ?전")),
    ("week", Pattern(r"지난주|전주|일주일 ?전|한 ?주 ?전|1주일? ?전")),
    ("day", Pattern(r"어제|전날|하루 ?전")),
)
AGO = Pattern(r"(\d+|두|세|네|다섯|여섯|열|몇)\s?(년|개월|달|주|해) ?전")
DATED = Pattern(r"(?:19|20)\d\d년|(?<!\d)(?:1[0-2]|[1-9])월(?!\d)|\d분기|[상하]반기")
CONTRAST = Pattern(
    r"작년|지난|전년|전월|전달|전주|전날|어제|올해|이번|지금|현재|이제|당초|애초|처음|원래|종전|기존|첫해|첫|이달|오늘|내년|이던|였던|이었던|였다가|이었다가|전에|전에는|"
    r"때|당시|보다|대비|비해|견주|비하면|비교|만에|사이|새 |뒤|후|에서|년|월"
)
VERB = Pattern(
    r"(?:이|가)(?: [가-힣]+(?:은|던|한|된|린|난|간|본|쓴|온))(?= )|[가-힣]*(?: [가-힣]+(?:고|며|면서|지만|으나|는데|니|서|해|어|아|여|가|와|쳐|려|져|러|돼)(?=[ ,]))?"
)
"""A figure's particle, and the verb behind it that goes on to the next clause."""

CLAUSE = Pattern(r"[가-힣](?:고|며|지만|으나|반면)(?=,? )")
"""Between a size and figures behind it: what these tell is another thing."""

FAMILY = {
    "percent": "money|count|measure",
    "fraction": "money|count|measure",
    "multiple": "money|count|measure|percent",
    "points": "percent",
}
TOPIC = Pattern(r"[가-힣]+(?:은|는|이|가)(?= )")
SCALED = Pattern("[만억조천백]")
SHARES = frozenset({"percent", "fraction", "multiple"})
FEW = 10
NEAR_MISS, MOST_DIGITS, LARGEST_STEP = Fraction(7, 4), 3, 10


@lru_cache(maxsize=2)
def sizes(article: Article) -> tuple[tuple[Mention, int], ...]:
    """Return every figure that is said to be the size of a change or a gap, with +1 for more, -1 for less, 0 for a gap or a multiple."""
    return tuple(_sizes(article)) if article.verb_last else ()


def _sizes(article: Article) -> Iterator[tuple[Mention, int]]:
    for sentence in article.body:
        for one in sentence.of_kind("percent|fraction|multiple|points|number|duration"):
            if (sign := _sign(article, one)) is not None and not (one.hedge in ("more", "less") or one.upper):
                yield one, sign


def _sign(article: Article, one: Mention) -> int | None:
    text = article.document.text
    behind, before = (
        text[one.span.end : one.span.end + 24],
        text[max(0, one.span.start - 24) : one.span.start].rpartition("\n")[2],
    )
    if one.kind == "multiple" or (one.kind == "fraction" and BECOME.match(behind)):
        return 0
    if moved := MOVED.match(behind):
        return 1 if moved["up"] else -1
    if size := SIZE.search(before):
        return 1 if size["up"] else -1
    return 0 if one.kind != "percent" and (GAP.search(before) or APART.match(behind)) else None


def both_ends(article: Article, stated: Mention) -> Pair | None:
    """Return the only two figures about a size that it can part, in the order of the text; None where words leave a doubt."""
    pair = _only_two(article, stated) if stated.first in signs(article) else None
    if (
        pair is None
        or _of_two_things(article, stated, pair)
        or _is_claimed(article, stated, pair)
        or not _told_apart(article, stated, pair)
        or _strange(article, stated, pair)
    ):
        return None
    one, other = pair
    if OUT_OF.fullmatch(article.document.text, one.span.end, other.span.start):
        return None  # 47곳 가운데 18곳: a whole and its part.
    return in_unit(one, other), in_unit(other, one)


def likes(article: Article, sentence: Sentence, stated: Mention) -> list[Mention]:
    """Return the figures of a sentence that a size may be the change between."""
    kinds = FAMILY.get(stated.kind, stated.kind)
    return [
        one
        for one in sentence.of_kind(kinds)
        if one is not stated
        and one.number
        and not one.upper
        and one.size > 0
        and (stated.kind in SHARES or one.first not in signs(article))
        and _is_level(article, one)
        and _fits(stated, one)
    ]


def _is_level(article: Article, one: Mention) -> bool:
    """Tell a level from a rate (하루 60건꼴) and from a small number in words, which seldom measures anything (두 사람, 어른 한 장)."""
    small = one.size <= FEW and one.kind == "count" and not any(letter.isdigit() for letter in one.text)
    return not small and not article.document.text.startswith(("꼴", "씩"), one.span.end)


def _fits(stated: Mention, one: Mention) -> bool:
    plain = stated.kind in ("percent", "fraction", "multiple", "points")
    return plain or (one.unit == stated.unit and one.counter == stated.counter)


def _only_two(article: Article, stated: Mention) -> Pair | None:
    """Return the two figures of one kind within the fewest sentences about a size: its own, those before, the next."""
    number = stated.sentence
    own = [
        one for one in likes(article, article.sentences[number], stated) if not _in_next_clause(article, stated, one)
    ]
    before = [one for one in own if one.first < stated.first]
    if (pair := _two_of_one(before[-2:])) and len(before) == 2:
        return pair
    ranges: tuple[tuple[int, ...], ...] = ((), (-1,), (-2, -1), (1,))
    for steps in ranges:
        near = [article.sentences[number + step] for step in steps if 0 <= number + step < len(article.sentences)]
        if len(near) != len(steps) or any(one.block in HEADINGS or one.block == "cell" for one in near):
            continue
        found = sorted(
            [*own, *(one for sentence in near for one in likes(article, sentence, stated))], key=lambda one: one.first
        )
        if len(found) >= 2 or len(steps) > 1:
            if steps == (1,) and len(own) == len(found):
                continue
            return _two_of_one(found)
    return None


def _in_next_clause(article: Article, stated: Mention, one: Mention) -> bool:
    """Tell whether a figure stands in a clause of its own behind a size: 370명 많아졌고, 이 가운데 870명이 연구직이다."""
    return (
        one.first > stated.first and CLAUSE.search(article.document.text, stated.span.end, one.span.start) is not None
    )


def _two_of_one(found: list[Mention]) -> Pair | None:
    """Return the two of some figures that are of one kind, if all others stand alone in theirs."""
    kinds: dict[tuple[str, str, str], list[Mention]] = {}
    for one in found:
        kinds.setdefault((one.kind, one.unit, one.counter), []).append(one)
    several = [figures for figures in kinds.values() if len(figures) > 1]
    if len(several) != 1 or len(several[0]) != 2 or not alike(*several[0]):
        return None
    one, other = several[0]
    return (one, other) if one.size != other.size else None


def _around(article: Article, one: Mention) -> str:
    """Return the words that may say of when a figure is: those before it back to a comma, and its own particle, up to the next figure."""
    text = article.document.text
    start = max(0, one.span.start - 30)
    before = re.split(r"[.!?\n]\s|, |(?<=고) |(?<=데) |(?<=지만) |(?<=며) |(?<=으나) ", text[start : one.span.start])[
        -1
    ]
    behind = re.split(r" (?=\d)", text[one.span.end : one.span.end + 8])[0]
    return before + text[one.span.start : one.span.end] + behind


def periods(words: str) -> set[str]:
    """Return the times that some words name, the last year, month, week or day under that name."""
    found = {name for name, shape in PERIODS if shape.search(words)}
    found.update("".join(match.groups()) for match in AGO.finditer(words) if match[1] != "1")  # It is last year.
    found.update(match[0] for match in DATED.finditer(words))
    return found


def _told_apart(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether a time or a word of comparison tells two figures apart; of a gap, or of points, they need none."""
    if stated.kind == "points" or (signs(article)[stated.first] == 0 and stated.kind != "multiple"):
        return True
    first, last = pair[0], pair[1]
    text = article.document.text[max(0, first.span.start - 30) : last.span.end + 10]
    return CONTRAST.search(text) is not None


@lru_cache(maxsize=2)
def signs(article: Article) -> dict[int, int]:
    """Return the sign of every size of an article, by the first token of its figure."""
    return {one.first: sign for one, sign in sizes(article)}


def _of_two_things(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether the second figure stands in a sentence of its own and is said of what the first's does not name."""
    one, other = pair
    if one.sentence == other.sentence or (signs(article)[stated.first] == 0 and stated.kind != "multiple"):
        return False
    text = article.document.text
    spans = [
        article.span(part.start, part.end)
        for part in (article.sentences[one.sentence], article.sentences[other.sentence])
    ]
    topics = " ".join(TOPIC.findall(text[spans[1].start : other.span.start]))
    return names_another(topics, text[spans[0].start : spans[0].end])


def _is_claimed(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether a figure of another sentence has a change of its own there: 74명으로 39.6% 증가했다."""
    others = {one.sentence for one in pair} - {stated.sentence}
    return any(one.first in signs(article) for number in others for one in article.sentences[number].mentions)


def _strange(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether the words that lead to a size give it another base, another time or another thing than the two figures'."""
    text = article.document.text
    sentence = article.sentences[stated.sentence]
    opened = article.here(sentence).start
    own = [one for one in pair if one.sentence == stated.sentence and one.first < stated.first]
    start = max([opened, *(one.span.end for one in own)])
    lead, led = text[start : stated.span.start], text[opened : stated.span.start]
    if pair[1].first > stated.first and "다가 " in text[stated.span.end : pair[1].span.start]:
        return True
    joined = pair[0].first > stated.first and pair[0].sentence == stated.sentence
    if joined and CLAUSE.search(text, stated.span.end, pair[0].span.start):
        return True
    if own and OUT_OF.fullmatch(text, own[-1].span.end, stated.span.start):
        return True
    if len(own) > 1:
        led = text[own[0].span.end : stated.span.start]  # What stands before both is told of both.
    if OTHER_BASE.search(led) or _equals_another(article, stated, pair) or _is_listed(article, stated, pair):
        return True
    first = article.sentences[pair[0].sentence]
    since, stop = article.span(first.start, first.end).start, pair[1].span.end + 1
    known = text[since : start if start > since and pair[1].first < stated.first else stop]
    theirs = periods("".join(_around(article, one) for one in pair))
    ours = periods(lead)
    if COMPARED.search(lead) and not ours and not own:
        return True
    if ours and not ours <= theirs:
        return True
    if pair[0].first > stated.first and pair[0].sentence != stated.sentence:
        gap = stated.kind == "points" or (signs(article)[stated.first] == 0 and stated.kind != "multiple")
        known, lead = lead, "" if gap else text[since : pair[0].span.start]
    skipped = GAP.search(text[: stated.span.start][-24:])
    whose = skipped["whose"] if skipped else ""
    return names_another(lead if not own else lead[after_particle(lead) :], known, whose or "")


def names_another(lead: str, known: str, besides: str = "") -> bool:
    """Tell whether some words name a thing that others, `known`, do not; what begins with `besides` is none."""
    words = re.findall(r"[가-힣A-Za-z0-9]+", lead)
    named = (word for word in words if not NAMELESS.fullmatch(word) and not (besides and word.startswith(besides)))
    return any(word[:2] not in known for word in named)


def slipped(said: Quantity, implied: Quantity, single: bool = False, near: Fraction | int = NEAR_MISS) -> bool:
    """Tell whether what is said misses what follows by a slip: little of it, one digit, two swapped, one too many, a power of ten.

    One digit that stands alone is no slip unless `single`.
    """
    low, high = sorted((abs(said.interval.middle), abs(implied.interval.middle)))
    if low and high <= low * near:
        return True
    one = _digits(said, MOST_DIGITS)
    if high > low * LARGEST_STEP:
        return one == _digits(implied, MOST_DIGITS)
    return any(_one_stroke(one, _digits(implied, shown), single) for shown in {MOST_DIGITS, len(one)})


def _one_stroke(one: str, other: str, single: bool) -> bool:
    if one == other or sorted(one) == sorted(other):
        return True
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1 and (single or len(one) > 1)
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def firmly(implied: Quantity, *ends: Mention) -> Quantity:
    """Return what follows from figures: from counts without 만, 억 or 조 just as they stand, from others as firm as they are."""
    plain = all(one.kind == "count" and not SCALED.search(one.text) and not one.hedge for one in ends)
    if any(one.hedge for one in ends):
        return implied
    near = firm(implied)
    low, high = near.interval
    return near.changed(value=Interval.around((low + high) / 2, (high - low) / 8)) if plain else near


def firm(implied: Quantity) -> Quantity:
    """Return what follows from two figures, each rounded by half of what the noughts at its end would allow."""
    low, high = implied.interval
    return implied.changed(value=Interval.around((low + high) / 2, (high - low) / 4), coarse=None)


def _digits(quantity: Quantity, shown: int) -> str:
    """Return the first so many digits that tell a value, noughts at either end left off."""
    return f"{float(abs(quantity.interval.middle)):.{max(shown, 1) - 1}e}".replace(".", "").split("e")[0].strip("0")


def _equals_another(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether a size is told straight before what it comes to, which is none of the two: 두 배인 8명."""
    behind = next((one for one in article.sentences[stated.sentence].mentions if one.first > stated.first), None)
    joined = behind is not None and behind.span.start - stated.span.end <= 3
    return joined and all(one is not behind for one in pair)


def after_particle(lead: str) -> int:
    """Return where what stands straight behind a figure ends: its particle, its verb."""
    found = VERB.match(lead)
    return found.end() if found else 0


def _is_listed(article: Article, stated: Mention, pair: Pair) -> bool:
    """Tell whether another figure of the size's kind stands by, so that each may be of one of the two."""
    sentence = article.sentences[stated.sentence]
    alike = ("percent",) if stated.kind == "percent" else ()
    others = [one for one in sentence.mentions if one is not stated]
    several = any(one.kind in SHARES and one.first in signs(article) for one in others)
    return any(one.kind in alike for one in others) or (stated.kind in SHARES and several)
