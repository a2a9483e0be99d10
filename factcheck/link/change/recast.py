"""Figures told again in other terms where verbs stand last: 5억 달러로, 우리 돈으로 7000억 원; 화씨 104도였다. 섭씨로는 40도다.

Between the two stand no other figure and, straight before the second, words that say that it is the first in another
currency or unit: 환산하면, 원화로는, 그러니까, 즉, 킬로미터로 바꾸면.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import BIT, Article, Sentence
from factcheck.link.context.apposition import Apposed
from factcheck.link.context.ties import adjacent
from factcheck.model import Mention
from factcheck.patterns import Pattern

TURNED = (
    r"(?:(?:환산|계산)(?:하면|해|했을 때|하자면|할 경우)|바꾸면|바꿔 말하면|바꿔 보면|치면|쳐서|따지면|하면|옮기면)"
)
TERMS = (
    r"(?:우리 ?돈|한국 ?돈|한화|원화|달러화?|엔화|유로화?|위안화?|파운드화?|미화|현지 ?돈|섭씨|화씨|(?:킬로|센티)?미터|마일|피트|인치|"
    r"평수?|(?:킬로)?그램|리터|톤|에이커|헥타르|제곱미터|미터법)"
)
CUE = Pattern(
    rf"(?:(?P<terms>{TERMS})(?:으)?로(?:는|도|만)? ?(?:{TURNED})?|(?:우리 ?돈|한국 ?돈|한화|미화)|(?:원화|달러화?|엔화|유로화?) ?기준(?:으로)?|(?P<that>이는|이 돈은)|{TURNED}|그러니까|즉|다시 말해|곧)"
    r",? ?(?:약|무려|대략|거의|얼추|줄잡아|최소|한|시가)? ?$"
)
"""What ends straight before a figure that tells another one again."""

EQUALS = Pattern(r"(?:에|과|와|이나)? ?(?:해당|맞먹|달[하한]|이[르른]|꼴|셈)")
SUBJECT = Pattern(r"(?:이|가|은|는)(?: 약| 대략| 거의)? ?")
RATED = Pattern(r"환율[^0-9.\n]{0,14}$|당 ?$")
"""Before a sum: it is a rate of exchange."""

AT_RATE, AT_A_RATE = (
    Pattern(r"[가-힣]당 ?$"),
    Pattern(r"[가-힣]{1,4}당 ?[\d,.]+ ?[가-힣]{1,3}?(?:으로|로|을|를|에|씩)? "),
)
"""What turns a sum into another, between the two: 유로당 1570원으로 따지면."""

LEAD = 24
GOES_ON = Pattern(r"[^0-9()\n]{0,14}")
"""What may stand behind the first figure, before those words."""

JOINED = Pattern(r"(?:과|와|하고)(?= )| 및 ")
"""Behind a figure it makes the next one a second sum: 현금 3억 원과 미화 12만 달러."""

HEATS = {"섭씨": "celsius", "화씨": "fahrenheit"}
TOLD = BIT["M"] | BIT["U"]


def recast(article: Article) -> Iterator[Apposed]:
    """Yield every two figures of which the second is said to be the first in another currency or unit."""
    for sentence in article.body if article.verb_last else ():
        if sentence.kinds & TOLD:
            for first, second in pairwise(_told(article, sentence)):
                if _equated(article, first, second):
                    yield Apposed(first, second, sentence, True)
                    continue
                if second.sentence == sentence.number and first.unit != second.unit and (cue := _led(article, second)):
                    if cue["that"] and not EQUALS.match(article.document.text, second.span.end):
                        continue
                    apart = JOINED.match(article.document.text, first.span.end)
                    if not apart and _straight(article, first, second, cue):
                        yield Apposed(first, _in_terms(second, cue["terms"] or ""), sentence, True)


def _equated(article: Article, first: Mention, second: Mention) -> bool:
    """Tell whether a verb sets two figures equal, the second right behind the first: 10kg이 22파운드에 해당한다."""
    text = article.document.text
    beside = SUBJECT.fullmatch(text, first.span.end, second.span.start) is not None
    return beside and first.unit != second.unit and EQUALS.match(text, second.span.end) is not None


def _told(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the sums and measures of a sentence behind the one of the sentence before, a rate passed over, if that has one alone."""
    before = adjacent(article, sentence, -1)
    own, earlier = sentence.of_kind("money|measure"), before.of_kind("money|measure") if before else []
    own = [one for one in own if not AT_RATE.search(article.document.text[: one.span.start][-LEAD:])]
    if before and len(earlier) == 1 and RATED.search(article.document.text[: earlier[0].span.start][-LEAD:]):
        before = adjacent(article, before, -1)
        earlier = before.of_kind("money|measure") if before else []
    return [*earlier, *own] if len(earlier) == 1 else own


def _led(article: Article, second: Mention) -> re.Match[str] | None:
    start = max(0, second.span.start - LEAD)
    return CUE.search(article.document.text[start : second.span.start].rpartition("\n")[2])


def _straight(article: Article, first: Mention, second: Mention, cue: re.Match[str]) -> bool:
    """Tell whether nothing of weight parts a figure from the words that take it up: its particle, its verb, a full stop."""
    text, start = article.document.text, second.span.start - len(cue[0])
    told = article.sentences[first.sentence]
    if second.sentence - first.sentence > 1:  # A rate stands between: the words must open their sentence.
        opened = article.sentences[second.sentence]
        over = article.span(told.start, told.end).end
        return start <= article.span(opened.start, opened.end).start and "\n" not in text[over:start]
    between = AT_A_RATE.sub("", text[first.span.end : second.span.start].replace("\n", ""))
    return GOES_ON.fullmatch(between[: len(between) - len(cue[0])]) is not None


def _in_terms(figure: Mention, terms: str) -> Mention:
    """Return a figure in the unit that the words before it name: 섭씨로는 40도."""
    heat = HEATS.get(terms) if figure.unit == "degree" else None
    return figure.changed(unit=heat) if heat else figure
