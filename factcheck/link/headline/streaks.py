"""Which time in a row it is, over a text and in it: "Otters win third straight" over "won their fourth game in a row"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.context.subjects import noun, stem, topics_of
from factcheck.link.headline.heads import Head
from factcheck.link.headline.rivals import OPENING
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import OneOf, Quantity

IN_A_ROW = Pattern(
    r"(?: [\w-]+){0,3}? (?:straight|consecutive|successive|running|in a row|in succession|on the trot|on the bounce)\b"
)
FOR_ONE = Pattern(r"\bfor (?:a|an|the|its|their|his|her)? ?$")
"""Before "fifth month" these make it one of a row."""

ONCE = frozenset(map(stem, "term title victory win defeat loss championship crown child medal".split()))
"""Of these a story's subject has one at a time, each with its number."""

SPELLS = frozenset(map(stem, "month year week day quarter season".split()))
ENDED = Pattern(
    r"\b(?:end\w*|snap\w*|halt\w*|broke|break\w*|stop\w*|after|before|until|since|follow\w*|previous\w*|first|not|never|had|would|could|seek\w*|chas\w*|bid\w*|look\w*)\b"
)
LOOK = 60
ROW = "row"


def streaks(article: Article, heads: list[Head]) -> Iterator[Relation]:
    """Hold which time in a row, or whose how-manieth term or title, a headline tells to what the opening of its text tells."""
    for head in heads if not article.verb_last else ():
        if kind := _told(article, head.mention):
            found = [(one, sentence) for sentence, one in _all(article) if _told(article, one) == kind]
            sizes = {one.size for one, _ in found}
            if head.mention.size in sizes:
                again = next(one for one, _ in found if one.size == head.mention.size)
                yield _relation(head, again)
            elif len(sizes) == 1 and _is_opening(article, found[0][1]) and _is_of_it(article, head, *found[0]):
                yield _relation(head, found[0][0])


def _all(article: Article) -> Iterator[tuple[Sentence, Mention]]:
    for sentence in article.body:
        for one in sentence.of_kind("ordinal|count"):
            yield sentence, one


def _is_opening(article: Article, sentence: Sentence) -> bool:
    return sentence.number - article.body[0].number < OPENING


def _told(article: Article, mention: Mention) -> str:
    """Return what a number is the how-manieth of: a row, or a thing that is had one at a time; "" for none."""
    before, behind = article.around(mention, LOOK)
    if mention.kind not in ("ordinal", "count") or mention.size < 2:
        return ""
    if IN_A_ROW.match(behind):
        return ROW
    named = noun(mention) or stem(article.word(article.place(mention) + 1))
    if mention.kind == "ordinal" and named in SPELLS and FOR_ONE.search(before):
        return ROW
    return named if mention.kind == "ordinal" and named in ONCE else ""


def _is_of_it(article: Article, head: Head, mention: Mention, sentence: Sentence) -> bool:
    """Tell whether a row is the headline's by a word of it, and none that came to its end or that others had before."""
    shared = topics_of(article, head.sentence) & topics_of(article, sentence)
    return bool(shared) and ENDED.search(article.around(mention, LOOK)[0]) is None


def _relation(head: Head, told: Mention) -> Relation:
    over, under = (
        Quantity(OneOf(frozenset({str(one.size)})), "", one.text, (one.span,)) for one in (head.mention, told)
    )
    return Relation(
        over.changed(spans=head.places), under, working=f"{told.text} in the text; {head.mention.text} over it"
    )
