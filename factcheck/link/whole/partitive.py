"""Shares told behind a part and the whole that stands before it: 주민 400명 중 260명이 찬성해 찬성률은 65%였다.

Where verbs stand last the whole comes first ("400명 중"), then the part, then the share: in brackets, behind the noun of
a rate that its own sentence explains (찬성 ... 찬성률), or in a sentence that says no more (전체의 65%다, 10명 중 6명꼴이다).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck.article import Article, Sentence
from factcheck.languages import stemmer
from factcheck.link.change.bothends import slipped
from factcheck.link.context.roles import grammar
from factcheck.link.context.ties import adjacent
from factcheck.link.series.shares import is_part, ratio
from factcheck.link.whole.portions import NUMBERS, SHARES, Portion, is_topic
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.segment import vocabulary

NUMBER = "number"
ASKED = ("물", "조사", "설문", "대상", "응답", "present")
"""Behind a number of people these make it the whole of which others answered so: 1250명에게 물었더니."""

RATE = ("율", "률")
CLOSING = ("꼴", "셈")
"""Words of a sentence that puts what was told in other terms."""

OF_ALL = frozenset({"share", "total", "it"})
"""These take the whole that was told: 비율은, 전체의, 이는."""

TURNED = frozenset({"따지면", "치면", "환산하면", "계산하면", "보면"})
AGAIN = frozenset({"다시", "말해", "말하면", "그러니까", "즉", "곧", "비율로는", "무려"})
"""These tell a figure again in other terms."""

AS_MUCH = Pattern(r"(?:으로|로),? ?(?:약 |무려 )?")
REACHES = Pattern(r"(?:에|를|가)? ?(?:이[르른]|달[하한]|차지|불과|그[치쳐쳤친]|육박|나 된다)")
OF_THE_WHOLE = Pattern(r"(?:으로|로)?,? ?전체의 ?(?:약 |무려 )?")
TAKEN = ("차지",)
ALL, OF_IT = Pattern(r"전체 ?(?:[가-힣]{1,6} )?$"), Pattern(r"의 ?(?:약 |무려 |겨우 |불과 )?")
REACH, NEAR, STEM, SHORT = 9, 3, 2, 12


def partitive(article: Article) -> Iterator[Portion]:
    """Yield every share that the words of a language with its whole before its parts tie to both."""
    for sentence in article.body if article.verb_last else ():
        if sentence.kinds & SHARES:
            shares = [one for one in sentence.of_kind("share") if one.upper is None and one.size]
            if len(shares) == 1 and not _moves(article, shares[0]) and not is_topic(article, shares[0]):
                ways = (_own, _told_before, _of_total, _of_whole_told)
                if pair := next(filter(None, (way(article, sentence, shares[0]) for way in ways)), None):
                    yield Portion(shares[0], *pair, sentence)
            elif len(shares) > 1 and (previous := adjacent(article, sentence, -1)):
                tied = ((share, _behind_part(article, sentence, previous, share)) for share in shares)
                yield from (Portion(share, *pair, sentence) for share, pair in tied if pair)


Pair = tuple[Mention, Mention]


def _moves(article: Article, stated: Mention) -> bool:
    """Tell whether a share is one of change: 65% 늘었다."""
    place = article.place(stated)
    around = article.skeleton[place + 1 : place + 1 + NEAR] + article.skeleton[max(0, place - 1) : place]
    return any(grammar().sign(letter) or grammar().compares(letter) for letter in around)


def _own(article: Article, sentence: Sentence, stated: Mention) -> Pair | None:
    """Return the part and the whole that a sentence tells before its share."""
    if pair := _said_of(article, sentence, stated):
        return pair
    told = [one for one in sentence.of_kind(NUMBER) if one.first < stated.first]
    if len(told) == 2 and is_part(*told) and _straight_of(article, told[1], stated):
        return (told[0], told[1])
    pair = _parted(article, sentence, stated)
    if pair is None:
        return None
    start, place = article.place(pair[0]) + 1, article.place(stated)
    between = range(start, place)
    adjoins = len(between) <= 1 or (len(between) <= NEAR and all(_is_joint(article, at) for at in between))
    if adjoins or _named(article, sentence, place):
        return pair
    led = article.word(place - 1 - bool(stated.lead))
    return pair if stemmer(article.language)(led).endswith(RATE) and _as_said(stated, *pair) else None


def _said_of(article: Article, sentence: Sentence, stated: Mention) -> Pair | None:
    """Return the figure straight behind a share that it is said of, with the only one of its counter before: 35%인 175개사."""
    part = next((one for one in sentence.of_kind(NUMBER) if one.first > stated.first), None)
    if part is None or article.document.text[stated.span.end : part.span.start] != "인 ":
        return None
    wholes = [one for one in sentence.of_kind(NUMBER) if one.first < stated.first and one.counter == part.counter]
    tied = len(wholes) == 1 and wholes[0].lead and is_part(part, wholes[0]) and not (part.hedge or wholes[0].hedge)
    return (part, wholes[0]) if tied else None


def _told_before(article: Article, sentence: Sentence, stated: Mention) -> Pair | None:
    """Return the part and the whole of the sentence before, where this one says no more than their share."""
    previous = adjacent(article, sentence, -1)
    if previous is None or sentence.kinds & NUMBERS or previous.kinds & SHARES:
        return None
    place = article.place(stated)
    led = [at for at in range(sentence.start, place - bool(stated.lead)) if at not in article.at]
    closed = any(article.word(at).startswith(CLOSING) for at in range(place + 1, sentence.end))
    bare = closed or {*article.skeleton[place + 1 : sentence.end]} <= {"w", "·", vocabulary()[0]["is"]}
    root = stemmer(article.language)
    strange = [at for at in led if not _taken_up(article, previous, at)]
    if strange == [sentence.start] and root(article.word(sentence.start)).endswith(RATE):
        return _of_all_told(previous, stated)
    if strange or not (bare or led):
        return None
    rate = next((at for at in led[::-1] if article.word(at) == "share" or root(article.word(at)).endswith(RATE)), None)
    pair = _parted(article, previous, None) or (_of_rate(article, previous, rate) if rate is not None else None)
    return pair or (_of_all_told(previous, stated) if rate == sentence.start else None)


def _of_all_told(told: Sentence, stated: Mention) -> Pair | None:
    """Return the only two figures of a sentence, if the rate that opens the next is of them or misses that by a slip."""
    figures = sorted(told.of_kind(NUMBER), key=lambda one: one.size)
    if len(figures) != 2 or any(one.upper or one.hedge or not one.number for one in figures):
        return None
    part, whole = figures
    if part.counter != whole.counter or part.unit != whole.unit or part.size == whole.size:
        return None
    return (part, whole) if _as_said(stated, part, whole) else None


def _as_said(stated: Mention, part: Mention, whole: Mention) -> bool:
    """Tell whether a share is that of a part, or misses it by a slip."""
    share = ratio(part, whole)
    return share.interval.meets(stated.quantity.interval) or slipped(stated.quantity, share, single=True, near=1)


def _is_joint(article: Article, place: int) -> bool:
    return article.skeleton[place] in "(,·" or article.word(place) in AGAIN


def _of_total(article: Article, sentence: Sentence, stated: Mention) -> Pair | None:
    """Return the part that a share of all describes, with the one such figure of the sentence before: 전체의 40%인 600명."""
    previous, place = adjacent(article, sentence, -1), article.place(stated)
    if pair := _behind_part(article, sentence, previous, stated):
        return pair
    part = article.at.get(place + 2)
    said = article.word(place - 2) == "total" and article.word(place - 1) == "of" and article.word(place + 1) == "is"
    if previous is None or part is None or not said:
        return None
    wholes = [one for one in previous.of_kind(NUMBER) if one.counter == part.counter and is_part(part, one)]
    return (part, wholes[0]) if len(wholes) == 1 and not (wholes[0].hedge or part.hedge or part.upper) else None


def _behind_part(article: Article, sentence: Sentence, previous: Sentence | None, stated: Mention) -> Pair | None:
    """Return the figure before a share of all, with the only one of its counter in the sentence before: 270명으로 전체의 절반이다."""
    own = [one for one in sentence.of_kind(NUMBER) if one.first < stated.first]
    text = article.document.text
    led = text[own[-1].span.end : stated.span.start] if own and previous else ""
    whole = OF_THE_WHOLE.fullmatch(led)
    if previous is None or not (whole or (AS_MUCH.fullmatch(led) and REACHES.match(text, stated.span.end))):
        return None
    wholes = [one for one in previous.of_kind(NUMBER) if (one.counter, one.unit) == (own[-1].counter, own[-1].unit)]
    wholes = [one for one in wholes if one.size > own[-1].size]
    plain = len(wholes) == 1 and not (wholes[0].hedge or wholes[0].upper or own[-1].hedge or own[-1].upper)
    tied = plain and is_part(own[-1], wholes[0]) and (whole or _as_said(stated, own[-1], wholes[0]))
    return (own[-1], wholes[0]) if tied else None


def _of_whole_told(article: Article, sentence: Sentence, stated: Mention) -> Pair | None:
    """Return the one figure of the sentence before with the whole straight before a share: 180곳이다. 전체 6000곳의 3%다."""
    own = [one for one in sentence.of_kind(NUMBER) if one.first < stated.first]
    previous, text = adjacent(article, sentence, -1), article.document.text
    if previous is None or len(own) != 1 or not ALL.search(text[: own[0].span.start][-SHORT:]):
        return None
    parts = [one for one in previous.of_kind(NUMBER) if (one.counter, one.unit) == (own[0].counter, own[0].unit)]
    told = len(parts) == 1 and is_part(parts[0], own[0]) and not (parts[0].hedge or own[0].hedge)
    joined = OF_IT.fullmatch(text, own[0].span.end, stated.span.start)
    return (parts[0], own[0]) if told and joined and _as_said(stated, parts[0], own[0]) else None


def _taken_up(article: Article, previous: Sentence, place: int) -> bool:
    """Tell whether a word of a share stands for what the sentence before told: 전체의, 이는, 합격률은, 노인 비율은."""
    word = article.word(place)
    if word in TURNED:
        return True
    if word in OF_ALL or article.skeleton[place] != "w":
        return word in OF_ALL or article.skeleton[place] in _small()
    noun = stemmer(article.language)(word)
    words = (article.word(at) for at in range(previous.start, previous.end))
    return any(one.startswith(noun[:STEM]) for one in words)


@cache
def _small() -> frozenset[str]:
    """Return the letters of what may lead to a share and says nothing of whose it is."""
    letters, classes = vocabulary()
    return frozenset("(),·").union(classes["ABOUT"], classes["NEARLY"], letters["of"])


def _of_rate(article: Article, told: Sentence, place: int) -> Pair | None:
    """Return the part that the noun of a rate is of, told beside it, and the one figure before: 720명이 합격했다. 합격률은."""
    figures = [one for one in told.of_kind(NUMBER) if not (one.upper or one.hedge) and one.number]
    named = place - 1 if article.word(place) == "share" else place
    noun = stemmer(article.language)(article.word(named))[:STEM]
    if len(figures) != 2 or len(told.of_kind(NUMBER)) != 2 or not is_part(figures[1], figures[0]):
        return None
    at = article.place(figures[1])
    beside = (article.word(near) for near in (at - 1, at + 1) if near not in article.at)
    alike = figures[0].counter == figures[1].counter and len(noun) == STEM
    return (figures[1], figures[0]) if alike and any(one.startswith(noun) for one in beside) else None


def _named(article: Article, sentence: Sentence, place: int) -> bool:
    """Tell whether what stands before a share is the noun of one that its sentence explains: 찬성 ... 찬성률."""
    root = stemmer(article.language)
    for at in range(place - 1, max(sentence.start, place - NEAR) - 1, -1):
        word = article.word(at)
        if word in ("share", "total"):
            return word == "total" or _known(article, sentence, at)
        noun = root(word) if at not in article.at and article.skeleton[at] == "w" else ""
        if len(noun) > STEM and noun.endswith(RATE):
            words = (article.word(other) for other in range(sentence.start, sentence.end) if other != at)
            return any(other.startswith(noun[:STEM]) for other in words)
    return False


def _known(article: Article, sentence: Sentence, place: int) -> bool:
    """Tell whether what a share is said to be of was named before: not 남성이 5666명, 여성 비율은."""
    if article.skeleton[place - 1] != "w" or place == sentence.start:
        return True
    noun = stemmer(article.language)(article.word(place - 1))[:STEM]
    return any(article.word(at).startswith(noun) for at in range(sentence.start, place - 1))


def _parted(article: Article, sentence: Sentence, stated: Mention | None) -> Pair | None:
    """Return the one part of a sentence, up to a share in it, with the whole that it is of."""
    figures = [one for one in sentence.of_kind(NUMBER) if stated is None or one.first < stated.first]
    if len(figures) == 1 and phrase("these of").match(article.skeleton, sentence.start):
        previous = adjacent(article, sentence, -1)
        figures = [*(one for one in (previous.of_kind(NUMBER) if previous else ())), *figures]
        taken_up = len(figures) == 2 and figures[0].counter == figures[1].counter
        return (figures[1], figures[0]) if taken_up and is_part(figures[1], figures[0]) else None
    if len(figures) > 2:
        figures = [one for one in figures if (one.unit, one.counter) == (figures[-1].unit, figures[-1].counter)]
    if len(figures) != 2 or any(one.upper or one.hedge or one.number is None for one in figures):
        return None
    whole, part = figures
    near = article.place(part) - article.place(whole) <= REACH
    return (part, whole) if near and is_part(part, whole) and _is_whole(article, whole, part) else None


def _straight_of(article: Article, whole: Mention, stated: Mention) -> bool:
    """Tell whether a share stands straight behind its whole and takes it up: 1억대로, 전체 8억대의 12%를 차지했다."""
    place = article.place(stated)
    behind = any(article.word(at).startswith(TAKEN) for at in range(place + 1, place + 1 + NEAR))
    return behind and place == article.place(whole) + 1 and bool(phrase("of").match(article.skeleton, place - 2))


def _is_whole(article: Article, whole: Mention, part: Mention) -> bool:
    """Tell whether words make one figure the whole of another: 400명 중, 1250명에게 물었더니, 250억달러에서 ... 차지한."""
    place = article.place(whole)
    if whole.lead and phrase("of").match(article.skeleton, place - 1):
        return True
    behind = [article.word(at) for at in range(place + 1, article.place(part)) if at not in article.at]
    asked = any(word.startswith(ASKED) for word in behind[:NEAR])
    taken = bool(whole.lead) and article.word(place - 1) == "from" and any(word.startswith(TAKEN) for word in behind)
    return asked or taken
