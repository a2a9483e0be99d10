"""A bound that a headline says was passed, against the figures of its text: "oil above $90", $89.40 a barrel."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article
from factcheck.link.context.roles import grammar
from factcheck.link.context.subjects import comparable, topics_of
from factcheck.link.headline.heads import Head
from factcheck.link.headline.rivals import opens
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import DEEP, HUGE, Interval

PASSED = Pattern(r"\b(?:(?P<above>above|over|past|tops?|exceeds?|beyond)|(?P<below>below|under|beneath)) $")
AMBIGUOUS = frozenset({"over", "under"})
NEAR, CLOSE = 0.05, 0.02
"""By no more than this share of a bound does a figure that it is told of miss it, and one that no word ties to it."""


def passed(article: Article, heads: list[Head]) -> Iterator[Relation]:
    """Hold a bound of a headline to the one figure of its kind in the opening, where none of the text passes it."""
    for head in heads if not article.verb_last else ():
        said = head.mention
        led = PASSED.search(article.around(said, len("exceeds "))[0])
        if led is None or said.number is None or said.kind not in ("money", "percent", "measure"):
            continue
        if led[0].strip() in AMBIGUOUS and not _is_moved(article, head):
            continue
        limit = said.number.middle
        beyond = Interval(limit, HUGE) if led["above"] else Interval(DEEP, limit)
        like = [(one, sentence) for sentence in article.body for one in sentence.mentions if comparable(said, one)]
        if any(one.quantity.interval.meets(beyond) for one, _ in like):
            continue
        opening = [one for one, sentence in like if opens(article, sentence)]
        near = [
            one for one in opening if abs(one.size - said.size) <= NEAR * said.size and _is_tied(article, head, one)
        ]
        if len({one.size for one in opening}) == len({one.size for one in near}) == 1:
            told = near[0]
            over = said.quantity.changed(value=beyond, coarse=None, spans=head.places)
            yield Relation(
                over, told.quantity, says=f"The headline has it {led[0].strip()} {{stated}}, the text at {{working}}."
            )


def _is_moved(article: Article, head: Head) -> bool:
    """Tell whether a verb of change stands before "over" or "under", which else may mean about: a row over $2 million."""
    return bool(grammar().sign(article.skeleton[article.place(head.mention) - 2]))


def _is_tied(article: Article, head: Head, told: Mention) -> bool:
    shared = topics_of(article, head.sentence) & topics_of(article, article.sentences[told.sentence])
    close = abs(told.size - head.mention.size) <= CLOSE * told.size
    return not told.hedge and not told.upper and (close or bool(shared))
