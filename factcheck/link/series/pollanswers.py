"""All answers to one question, told in one sentence where verbs stand last: 43%가 찬성, 38%가 반대했고 19%는 모른다고 답했다."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article
from factcheck.link.series.figures import is_plain
from factcheck.model import Mention
from factcheck.patterns import Pattern

ASKED = Pattern(r"응답|답했|답한|여론조사|설문|물음|질문")
FOR, AGAINST = (
    Pattern(r"찬성|긍정|잘한다|잘하고|그렇다|지지한다|좋다|필요하다"),
    Pattern(r"반대|부정|잘못|못한다|못하고|그렇지|지지하지|나쁘다|필요하지|필요 ?없"),
)
NEITHER = Pattern(r"모르|모른|무응답|유보|잘 모|응답하지|의견이 없|보통")
SEVERAL = Pattern(
    r"복수|중복|지난|이전|작년|전보다|대비|%포인트|%p|남성|여성|20대|30대|40대|50대|60대|연령|지역|진보|보수|각각|이유|뺀|제외"
)
"""With these shares are of several questions, times or groups."""

THREE = 3


def poll_answers(article: Article) -> Iterator[list[Mention]]:
    """Yield the three shares of a sentence that are for, against and neither, which leave nobody else."""
    for sentence in article.body if article.verb_last else ():
        shares = [one for one in sentence.of_kind("percent") if is_plain(one)]
        words = article.words(sentence) if len(shares) == THREE else ""
        if words and ASKED.search(words) and not SEVERAL.search(words):
            if all(shape.search(words) for shape in (FOR, AGAINST, NEITHER)):
                yield shares
