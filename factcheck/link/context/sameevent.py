"""One event told twice with its day, where verbs stand last: 3일 계약서에 서명했다 ... 4일 체결된 인수 계약은.

The second telling takes the event for known: a clause before its noun (13일 발생한 이 화재), or what happened before a day
(사표를 낸 것은 10일이다).  Its words are those of one earlier sentence with a day, and the days differ as by a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

KNOWN = Pattern(
    r"(?:에|부터)?(?: (?:새벽|아침|오전|오후|저녁|밤|낮))?(?P<of>(?: [가-힣]{1,6})? [가-힣]{1,6}(?:을|를|에|에서|이|가))? (?P<verb>[가-힣]{1,5}(?:한|된|린|난|은|는|던|운|올린|은))"
    r" (?P<noun>(?:(?:이|그) )?(?:[가-힣'‘’“”]*[^은는이가을를에서 ] ){0,3}?[가-힣'‘’“”]+(?:은|는|이|가|을|를|의|에서|에)(?= ))"
)
THAT = Pattern(r"^(?:이번|이|그|해당|이날) (?P<noun>[가-힣]{2,8})")
CLEFT = Pattern(r"(?P<what>[가-힣0-9'‘’ ]{4,40}) 것은 (?:지난|이달|오는)? ?$")
LED = Pattern(r"(?P<what>[가-힣'‘’ ]{4,30}(?:한|된|린|난|친|낸|운|은|간|진|둔|온)) (?:지난 |이달 )?$")
"""What ends in a clause straight before its day: 예산안이 국회를 통과한 11일."""

DISCONTINUED = Pattern(
    r"또|다시|이어 |이어서|추가|두 번째|후속|다른|재차|별도|첫날|이튿날|다음 날|연장[하해했된됐되]|연기|미뤄|늦춰|앞당|까지|부터|~|∼|변경|당초|예정"
)
"""With one of these it may be another day of a thing."""

SYLLABLES, TWO, NEAR = 2, 2, 1
COMMON = frozenset(
    "이번 지난 오는 관련 대한 위해 것은 것이 있다 없다 했다 한다 말했 밝혔 전했 이날 오전 오후 새벽 정부 우리 올해 모두".split()
)
SYNONYMS = (
    "화재 불이 불길 불로", "별세 숨졌 숨져 숨진 사망 타계 세상 작고 영면 눈을", "개막 막을 막이", "공연 뮤지 작품 연극",
    "계약 협약 체결 서명 맺은 맺었 협정", "붕괴 무너", "전복 뒤집", "침몰 가라", "체포 붙잡 검거", "출범 닻을", "통과 의결 가결 처리 문턱",
    "추락 떨어", "지진 흔들", "폭발 터졌", "당선 뽑혔", "준공 완공", "착공 첫삽 삽을", "발표 공개 내놓", "사퇴 사임 사표 물러", "개통 개장 개관 문을",
    "사고 들이 부딪 충돌 추돌 추락 돌진 뒤집 전복 무너 붕괴 깔려 깔렸 빠져 탈선 침몰 폭발 터져 터졌 매몰 넘어", "합의 타결",
)  # fmt: skip
"""By their first two syllables, what one telling calls so another may call otherwise."""

ALIKE = {stem: frozenset(group.split()) for group in reversed(SYNONYMS) for stem in group.split()}
HAPPENED = Pattern(
    r"^ ?(?P<noun>사고|화재|붕괴|폭발|지진)(?:가|이) (?:난|일어난|발생한|벌어진|있던|있었던)$|(?:고인이|그가|그녀가|고인의) (?P<death>숨진|별세한|타계한|작고한|사망한)$|^(?:눈을 감은|세상을 떠난|숨을 거둔)$"
)
"""The one event of its kind that a text tells of: 사고가 난 17일, 고인이 눈을 감은 17일."""


class Retelling(NamedTuple):
    """The day that an event is told with first, and again."""

    first: Mention
    again: Mention


def retellings(article: Article) -> Iterator[Retelling]:
    """Yield the days of every event that is told twice, the same or as by a slip another."""
    dated = [sentence for sentence in article.body if sentence.kinds & BIT["D"]] if article.verb_last else []
    for at, sentence in enumerate(dated[1:], 1):
        for again in _days(sentence):
            if words := _known(article, sentence, again):
                told = [one for other in dated[:at] for one in _days(other) if _alike(article, other, words)]
                equal = next((one for one in told if _same(one, again)), None)
                slips = [one for one in told if _slipped(one, again)]
                if equal:
                    yield Retelling(equal, again)
                elif len(slips) == len(told) == 1:
                    yield Retelling(slips[0], again)


def _days(sentence: Sentence) -> list[Mention]:
    """Return the days of a sentence, if it has one alone and nothing makes it the end of a stretch or another's."""
    days = [one for one in sentence.of_kind("date") if one.when and one.when.day and not one.when.until]
    return days if len(days) == 1 else []


class Words(NamedTuple):
    """The beginnings of the words of a telling, how many of them an earlier one must have, and those of its verb, if it must too."""

    stems: frozenset[str]
    least: int
    verb: frozenset[str] = frozenset()


def _known(article: Article, sentence: Sentence, again: Mention) -> Words | None:
    """Return the words by which a sentence takes up an event, with its day; None where it tells of none that is known."""
    text, span = article.document.text, article.here(sentence)
    if DISCONTINUED.search(text, span.start, span.end):
        return None
    if led := LED.search(text, span.start, again.span.start):
        if happened := HAPPENED.match(" ".join(led["what"].split()[-TWO:])):
            return Words(_stems(happened["noun"] or "별세"), 1)
        return Words(_stems(led["what"]), TWO, _stems(led["what"].split()[-1]))
    if clause := KNOWN.match(text, again.span.end):
        that = THAT.match(clause["noun"])
        said = f"{clause['of'] or ''} {clause['verb']} {(that or clause)['noun']}"
        return Words(_stems(said), 1 if that else TWO)
    cleft = CLEFT.search(text, span.start, again.span.start)
    return Words(_stems(cleft["what"]), TWO) if cleft else None


def _stems(words: str) -> frozenset[str]:
    return frozenset({word[:SYLLABLES] for word in re.findall(r"[가-힣]{2,}", words)} - COMMON)


def _alike(article: Article, sentence: Sentence, words: Words) -> bool:
    """Tell whether a sentence has so many of the words, and nothing that makes its day another's."""
    span = article.here(sentence)
    said = article.document.text[span.start : span.end]
    found = {
        stem: {one for one in ALIKE.get(stem, {stem}) if f" {one}" in f" {said}" or f"'{one}" in said}
        for stem in words.stems
    }
    shared = min(sum(map(bool, found.values())), len(set().union(*found.values())))  # One word is told once.
    told = not words.verb or any(f" {one}" in f" {said}" for stem in words.verb for one in ALIKE.get(stem, {stem}))
    return told and shared >= words.least and not DISCONTINUED.search(said)


def _same(one: Mention, other: Mention) -> bool:
    return one.when is not None and other.when is not None and one.when.day == other.when.day and _one_month(one, other)


def _one_month(one: Mention, other: Mention) -> bool:
    shifts = {mention.when.shift for mention in (one, other) if mention.when}
    if len(shifts) == TWO and "next" in shifts:
        return False
    months = {mention.when.month for mention in (one, other) if mention.when} - {None}
    return len(months) < TWO


def _slipped(one: Mention, other: Mention) -> bool:
    """Tell whether two days of one month differ by one, or in one digit."""
    if not (one.when and other.when and one.when.day and other.when.day) or not _one_month(one, other):
        return False
    first, second = f"{one.when.day:02}", f"{other.when.day:02}"
    strokes = sum(a != b for a, b in zip(first, second, strict=True))
    return abs(one.when.day - other.when.day) == NEAR or strokes == 1 or first == second[::-1]
