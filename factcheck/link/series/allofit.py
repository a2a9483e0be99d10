"""Shares of all of one thing, where verbs stand last: 42%는 찬성을, 38%는 반대를 택했고 20%는 모르겠다고 했다.

What closes them is the share of the rest (기타, 나머지), of those without an answer (모르겠다, 무응답), the last of some
ages (65세 이상), or a verb of having one's part (나눠 갖다, 차지하다).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.model import Mention
from factcheck.patterns import Pattern

REST = Pattern(r"모르|모름|무응답|유보|기타|나머지|그 ?외|그 ?밖|응답하지|부동층|의견이? 없|무당층|답하지 않")
YOUNGEST, OLDEST = (
    Pattern(r"(?:\d+(?:세|대) ?(?:이하|미만)|\d0[·∼~]\d0대|[12]0대|청년층?)[^,]{0,8}$"),
    Pattern(r"(?:이상|초과|노년층|고령층)[^,\d]{0,8}$"),
)
SHARED = Pattern(r"(?:를|을|씩|가)? ?(?:차지|점유|나눠|구성|쓰[인이]|배분|투입)|로 ?(?:이뤄|구성|나뉘)")
SEVERAL = Pattern(
    r"복수|중복|보다|대비|포인트|늘|줄|증가|감소|올랐|올라|내렸|상승|하락|각각|투표율|응답률|득표율|이자|금리|가운데 ?\d|이 중|이 가운데|그중"
)
"""With one of these the shares are of several things, or changes."""

PAIRS = (
    ("남성", "여성"),
    ("남자", "여자"),
    ("남학생", "여학생"),
    ("내국인", "외국인"),
    (" 정규직", "비정규직"),
    (" 수도권", "비수도권"),
)
NAMED, BARE = 6, Pattern(r"(?:로|다|였다|이다|이었다)(?=[ ,.])")

WINDOW, CLAUSE, FEWEST, OFF = 16, 32, 3, 0.25


def all_of_it(article: Article) -> Iterator[list[Mention]]:
    """Yield the shares, three or more, that words make all of one thing, and that come near enough to it."""
    for sentence in article.body if article.verb_last else ():
        own = _shares(sentence)
        if len(own) == 1 and sentence.number and _opens_with_rest(article, sentence, own[0]):
            before = article.sentences[sentence.number - 1]
            earlier = _shares(before) if before.block == sentence.block else []
            if len(earlier) >= FEWEST - 1 and not _several(article, before) and not _several(article, sentence):
                yield from _near([*earlier, *own])
        elif len(own) > 1 and _is_rest(article, own[-1]) and (first := _had_before(article, sentence)):
            yield from _near([first, *own])
        elif len(own) > 1 and not _several(article, sentence) and _closed(article, own) and not _leaves(article, own):
            yield from _near(own)


def _leaves(article: Article, own: list[Mention]) -> bool:
    """Tell whether a sentence leaves the size of the rest unsaid: 58%, 24%, 9%이고 기타가 나머지를 차지한다."""
    behind = article.around(own[-1], 0, len(article.words(article.sentences[own[-1].sentence])))[1]
    return "나머지" in behind and not any(map(str.isdigit, behind.partition("나머지")[2]))


def _had_before(article: Article, sentence: Sentence) -> Mention | None:
    """Return the one share of the sentence before, if somebody or something is said to have it: 원가의 52%를 차지한다."""
    before = article.sentences[sentence.number - 1] if sentence.number else None
    shares = _shares(before) if before and before.block == sentence.block else []
    told = len(shares) == 1 and SHARED.match(article.document.text, shares[0].span.end) is not None
    return shares[0] if told and before and not (_several(article, before) or _several(article, sentence)) else None


def _opposed(article: Article, own: list[Mention]) -> bool:
    """Tell whether two shares are of men and women and their like, who leave no third: 남성 44%, 여성 56%로."""
    text = article.document.text
    one, other = (text[max(0, share.span.start - NAMED) : share.span.start] for share in own)
    paired = any((a in one and b in other) or (b in one and a in other) for a, b in PAIRS)
    return paired and BARE.match(text, own[1].span.end) is not None


def _shares(sentence: Sentence) -> list[Mention]:
    return [one for one in sentence.of_kind("percent") if one.number and not one.upper and 0 < one.size < 1]


def _several(article: Article, sentence: Sentence) -> bool:
    return SEVERAL.search(article.words(sentence)) is not None


def _near(run: list[Mention]) -> Iterator[list[Mention]]:
    if abs(sum(one.size for one in run) - 1) <= OFF:
        yield run


def _label(article: Article, one: Mention) -> str:
    """Return the words that say whose a share is: those before it, from the last comma or figure on, and a few behind."""
    text = article.document.text
    before = re.split(r"[,.\n]|%", text[max(0, one.span.start - CLAUSE) : one.span.start])[-1]
    behind = re.split(r"[,.\n]|\d", text[one.span.end : one.span.end + WINDOW])[0]
    return f"{before}|{behind}"


def _opens_with_rest(article: Article, sentence: Sentence, one: Mention) -> bool:
    """Tell whether a sentence tells of the rest from its first word on."""
    opened = article.here(sentence).start
    return REST.match(article.document.text, opened) is not None and one.span.start - opened <= WINDOW


def _is_rest(article: Article, one: Mention) -> bool:
    return REST.search(_label(article, one)) is not None


def _closed(article: Article, run: list[Mention]) -> bool:
    if len(run) < FEWEST:
        return _opposed(article, run)
    text = article.document.text
    before = [text[max(0, one.span.start - WINDOW) : one.span.start] for one in (run[0], run[-1])]
    aged = YOUNGEST.search(before[0]) and OLDEST.search(before[1])
    return bool(aged or SHARED.match(text, run[-1].span.end)) or _is_rest(article, run[-1])
