"""A sum of which a sentence tells a part, as it opens: of the $40 million raised, $12 million went on tents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.link.context.adjuncts import operands
from factcheck.link.size.scales import SCALE_WORD, per_period
from factcheck.model import Mention
from factcheck.records import NamedTuple

OPENS = frozenset({"of", "from"})
FUNDS = frozenset(
    "fund budget package sum total loan grant pot kitty reserve legacy bequest pledge bond issue envelope programme program "
    "scheme prize windfall proceeds takings".split()
)
"""What a sum is there to be spent from, if nothing but the sum itself stands behind "of the"."""

BARE = 3
WHOSE = ("the", "its", "their", "that", "this", "his", "her")
REACH, APART = 12, 6
"""So many places behind its opening stands the whole, and so many at the most behind a comma the part."""

OTHERS = frozenset(
    "which that who whose whom worth valued where when against compared up down at rose fell sales revenue profit".split()
)
"""Between the two these bring in another's sum."""


class Out(NamedTuple):
    """A sum and a part of it."""

    whole: Mention
    part: Mention


def out_of(article: Article) -> Iterator[Out]:
    """Yield every sum that a sentence opens with as the whole of what it tells next, with that."""
    for sentence in article.body if not article.verb_last else ():
        if _opens(article, sentence) and len(sentence.mentions) > 1:
            for whole, part in pairwise(operands(article, sentence.mentions)):
                if _is_whole(article, sentence, whole) and _is_part(article, whole, part):
                    yield Out(whole, part)
                    break


def of_two_scales(found: Out) -> bool:
    """Tell whether a part is more than its whole by its word of scale: billions out of millions."""
    words = {scale[0].lower() for one in found if (scale := SCALE_WORD.search(one.text))}
    return len(words) > 1 and found.part.size > found.whole.size


def _opens(article: Article, sentence: Sentence) -> bool:
    first = article.word(sentence.start)
    return first in OPENS or (first == "out" and article.word(sentence.start + 1) == "of")


def _is_whole(article: Article, sentence: Sentence, whole: Mention) -> bool:
    """Tell whether a sentence opens with a sum, or a fund of so much: of the $40 million, out of a budget of £6 million."""
    place = article.place(whole)
    words = [article.word(at) for at in range(sentence.start, place)]
    plain = len(words) <= BARE and words[0] != "from" and words[-1] in WHOSE
    return place - sentence.start <= REACH and (plain or not FUNDS.isdisjoint(words))


def _is_part(article: Article, whole: Mention, part: Mention) -> bool:
    """Tell whether a comma alone, and who spends it, stand between a whole and its part."""
    first, last = article.place(whole) + 1, article.place(part)
    between = [article.word(at) for at in range(first, last)]
    alike = (whole.kind, whole.unit) == (part.kind, part.unit) and part.noun in ("", whole.noun)
    alike = alike and whole.kind in ("money", "measure", "count") and bool(whole.number and part.number)
    behind = between[between.index(",") + 1 :] if "," in between else between
    led = len(behind) <= APART and between[-1:] not in (["a"], ["an"], ["the"])  # Hobbs, a $4 billion firm.
    plain = not (whole.upper or part.upper or per_period(article, part) or per_period(article, whole))
    return alike and led and plain and OTHERS.isdisjoint(between) and {whole.hedge, part.hedge} <= {"", "about"}
