"""A figure told again with two of its digits swapped, known by those digits and by a word about it, where verbs stand last.

"동식물 6168종을 확인했다 ... 확인된 6186종의 목록": no noun straight before the two ties them, but so many like digits are no chance
where the second is described (확인된, 증세를 보인) or its own words stand in the sentence of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article
from factcheck.link.headline.toldtwice import GENERAL, KINDS, Same, is_told, of_one_unit, shown, told_apart
from factcheck.model import Mention
from factcheck.slips import swapped

BEFORE, BEHIND = 20, 16
FINAL_N, FINALS, FIRST = 4, 28, 0xAC00
"""A verb that describes what follows ends in the last letter ㄴ, the fourth of the twenty-eight that a syllable may have."""

PAIR, SEVERAL, MANY, KEPT = 2, 3, 4, 4
"""So many digits; so many figures of the same ones are kept."""

SPENT = frozenset("있는 있던 하는 되는 있다 했다 한다 이런 그런 어떤 모든 다른 이번 대한 위한 따른 관한".split())


def again_by_digits(article: Article) -> Iterator[Same]:
    """Yield the figures of an article's copy that a word ties to an earlier one of the same digits, in order or two of them swapped."""
    known: dict[tuple[str, ...], list[Mention]] = {}
    for sentence in article.body if article.verb_last else ():
        for mention in sentence.of_kind(KINDS):
            if not is_told(mention) or len(shown(mention)) < PAIR:
                continue
            kin = known.setdefault((mention.kind, mention.unit, "".join(sorted(shown(mention)))), [])
            tied = [one for one in kin if one.sentence != mention.sentence and _is_tied(article, one, mention)]
            if equal := next((one for one in tied if one.size == mention.size), None):
                yield Same(equal, mention)
            elif len({one.size for one in kin}) == 1 and tied and swapped(shown(tied[0]), shown(mention)):
                if not told_apart(article, tied[0], mention, sure=len(shown(mention)) >= SEVERAL):
                    yield Same(tied[0], mention)
            kin.append(mention)
            del kin[:-KEPT]


def _is_tied(article: Article, first: Mention, again: Mention) -> bool:
    """Tell whether enough words about the second figure stand in the sentence of the first: the fewer its digits, the more."""
    if not of_one_unit(first, again) or len(shown(first)) != len(shown(again)):
        return False
    shared, described = _words_shared(article, first, again)
    digits = len(shown(again))
    needed = 1 if digits >= MANY or (digits >= SEVERAL and described) else PAIR
    return shared >= needed and (digits >= SEVERAL or described)


def shares_a_word(article: Article, first: Mention, again: Mention) -> bool:
    """Tell whether a word about the second figure stands in the sentence of the first."""
    return _words_shared(article, first, again)[0] > 0


def _words_shared(article: Article, first: Mention, again: Mention) -> tuple[int, bool]:
    """Return how many words about the second figure stand in the sentence of the first, and whether a verb describes it."""
    text, told = article.document.text, article.words(article.sentences[first.sentence])
    before = re.split(r"[.!?\n]", text[max(0, again.span.start - BEFORE) : again.span.start])[-1]
    behind = re.split(r"[.!?\n]", text[again.span.end : again.span.end + BEHIND])[0]
    words = re.findall("[가-힣]{2,}", before)
    described = any(_describes(word) for word in words[-PAIR:])
    stems = {word[:2] for word in (*words, *re.findall("(?<= )[가-힣]{2,}", behind))} - GENERAL - SPENT
    shared = sum(
        stem in told or (words[-1:] == [stem] and f" {stem[0]}" in f" {told}") for stem in stems
    )  # 보인, 보였다
    return shared, described


def _describes(word: str) -> bool:
    """Tell whether a word is a verb that describes what stands behind it: 보인, 확인된, 숨지던."""
    return len(word) > 1 and word not in SPENT and ((ord(word[-1]) - FIRST) % FINALS == FINAL_N or word.endswith("던"))
