"""The figure of a text that stands for a headline's and has another value, and why nobody could tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from factcheck.article import Article
from factcheck.link.context.speakers import another_time, quoted, revised, to_come
from factcheck.link.context.subjects import comparable, near, noun, topics_of
from factcheck.link.headline.combined import adds_up, follows, pairs, summed
from factcheck.link.headline.excuses import counted_through, is_part
from factcheck.link.headline.given import is_given, is_listed
from factcheck.link.headline.heads import MEASURED, Body, Head
from factcheck.link.headline.likewise import likewise
from factcheck.link.headline.matching import hedged, meets
from factcheck.link.headline.measured import group_of, is_of_another
from factcheck.link.headline.onlyone import only_one
from factcheck.link.headline.retold import of_one_kind, retold
from factcheck.link.headline.rivals import (
    CLOSE,
    Rival,
    besides,
    counts_more_together,
    is_share_of,
    lead_rival,
    only_length,
    only_moved,
    only_rival,
    rival_of,
)
from factcheck.link.headline.takenup import exchanged
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity
from factcheck.segment import vocabulary

NEARLY = Fraction(1, 50)
"""So far a share in words may be off the percentage that it stands for."""

SUMMED = "the headline may add other figures up"
PLAIN = frozenset({"scoring"})
"""What points are of themselves; it ties a bare number to points, not points to points."""

FEW, TIMES, LOOK = 12, 3, 60
LOSSES = Pattern(r"\b(?:los[ets]\w*|lost|defeats?|beaten|without a win|winless)\b", re.I)
"""With these a row of games is one of losses."""

APPEALED = Pattern(r"감형|항소심|2심|파기|\bappeals?\b")
"""With these a headline tells of a sentence that was another before."""

STILL, MERELY = frozenset({"now", "still", "since"}), frozenset({"first"})
"""With these a text goes on to tell what its headline told."""


def in_place_of(head: Head, *others: Mention) -> Relation:
    """Hold words of the headline against others of the text that are told in their place."""
    said, told = head.mention.text, " and ".join(other.text for other in others)
    return Relation(
        Quantity.named(said, said, *head.places),
        Quantity.named(told, told, *(other.span for other in others)),
        fix=told,
    )


def told_otherwise(article: Article, head: Head, alike: Body, matching: int) -> Relation | None:
    """Hold a figure of the headline against the one that tells the same at the start of the text.

    Where the text has the headline's figure too, the start must be the surer to tell the same.
    """
    said, told = head.mention, retold(article, head, 2 if matching else 3)
    if (
        told is None
        or is_part(article, said)
        or all(told.mention.first != mention.first for mention, _ in alike)
        or _tells_both(head, told)
    ):
        return None
    like = [found for found in alike if of_one_kind(article, told.mention, found[0])]
    opening = [found for found in like if found[1].number <= told.sentence.number]
    lengths = [one for one, _ in alike if one.kind == "measure" and one.size not in (said.size, told.mention.size)]
    added = [*pairs(opening), *((told.mention, one) for one in lengths)]
    again = any(meets(said, mention) for mention in (told.mention, *(mention for mention, _ in opening)))
    if (
        again
        or _is_of_losses(article, head, told.mention)
        or any(adds_up(said, *pair) for pair in added)
        or is_share_of(article, said, told)
        or counts_more_together(said, told, alike)
    ):
        return None
    return Relation(head.beside(told.mention), told.mention.quantity, doubt=doubt_of(article, head, told.mention))


def _is_of_losses(article: Article, head: Head, told: Mention) -> bool:
    """Tell whether a text's figure is of games lost, and a headline's of a streak that does not say so: when they had lost two in a row."""
    before = article.around(told, LOOK)[0]
    return LOSSES.search(before) is not None and LOSSES.search(article.words(head.sentence)) is None


def contradicted(article: Article, head: Head, alike: Body, body: Body) -> Iterator[Relation]:
    """Find the one other value that the text has for the very thing of the headline."""
    said = head.mention
    if any(found[0].kind == said.kind == "money" and found[0].size == said.size for found in body):
        return  # A headline leaves out of which country its dollars are: NZ$210 million (US$130 million).
    close = near(article, said, CLOSE) - (PLAIN if said.kind == "points" else frozenset())
    about = near(article, said) | topics_of(article, head.sentence)
    alike = [found for found in alike if not is_of_another(article, head.sentence, head.mention, found[0])]
    apart = [found for found in alike if not besides(article, head.sentence, found[0])]
    rivals = [rival for found in apart if (rival := rival_of(article, said, found, about, close))]
    rivals = [rival for rival in rivals if noun(said) and noun(said) == noun(rival.mention)] or rivals
    tied = best = max(rivals, key=lambda rival: rival.tie, default=None)
    best = best or (lead_rival(article, said, head.sentence, alike) if alike else None)
    best = best or (only_rival(article, head.sentence, said, alike) if alike else None)
    best = best or (only_moved(article, said, alike) if alike else None)
    best = best or only_length(article, said, body)
    best = best or likewise(article, head.sentence, said, alike) or only_one(article, head.sentence, said, body)
    if (
        best is None
        or is_part(article, said)
        or _tells_both(head, best)
        or any(_other(rival, best) and rival.tie == best.tie for rival in rivals)
    ):
        return
    if _are_far_apart(said, best.mention):
        return
    whole, like = body, [found for found in alike if comparable(best.mention, found[0])]
    group = group_of(article, said)
    body = [found for found in body if not group or noun(found[0]) in group]  # 92% of goods is no ratio of votes.
    if best.slip:
        like, body = [found for found in like if found[1] is best.sentence], []
    if sums := summed(said, like):
        yield Relation(head.beside(best.mention), sums, doubt=SUMMED)
    elif not (
        follows(said, like, body, best.mention)
        or is_share_of(article, said, best)
        or counts_more_together(said, best, apart)
        or is_listed(said, whole)
        or (tied is None and is_given(said, whole))
    ):
        doubt = doubt_of(article, head, best.mention)
        told = Relation(head.beside(best.mention), best.mention.quantity, doubt=doubt)
        yield told if comparable(said, best.mention) else in_place_of(head, best.mention)._replace(doubt=doubt)


def _are_far_apart(said: Mention, told: Mention) -> bool:
    """Tell whether two counts, one of which leaves its noun unsaid, are too far apart to be one mistyped: 21 scored, three tries."""
    less, more = sorted((said.size, told.size))
    return said.kind == told.kind == "count" and not (said.noun and told.noun) and less < FEW and more > TIMES * less


def _tells_both(head: Head, best: Rival) -> bool:
    """Tell whether the headline has the text's figure too: Twins, 90, meet their sister, who is 71."""
    told = best.mention
    return any(
        (one.size, one.unit) == (told.size, told.unit) and one.kind in MEASURED for one in head.sentence.mentions
    )


def _other(rival: Rival, best: Rival) -> bool:
    return rival.mention.quantity.interval != best.mention.quantity.interval


def doubt_of(article: Article, head: Head, mention: Mention) -> str | None:
    if head.mention.kind == "duration" and APPEALED.search(article.words(head.sentence)):
        return "a court may have told another length before"
    if hedged(head.mention, mention):
        return "one of the figures is hedged"
    if counted_through(article, head.mention, mention):
        return "days may be counted with the first"
    coming = to_come(article, head.mention) or not _to_come().isdisjoint(head.sentence.letters)
    slip = exchanged(head.mention, mention)
    other = another_time(article, mention, coming=coming) and not another_time(article, head.mention, coming=coming)
    if other and not slip:
        return "the text's figure is of another time"
    if any(quoted(article, one) for one in (head.mention, mention)) and not slip:
        return "one of the figures is quoted"
    if revised(article, mention, STILL) or revised(article, head.mention, MERELY):
        return "the text speaks of another figure"
    if to_come(article, mention) and not coming:
        return "the text speaks of a time to come"
    return None


@cache
def _to_come() -> frozenset[str]:
    """Return the letters of what a headline says of a time to come: fares to rise."""
    return frozenset(vocabulary()[0][word] for word in ("to", "will", "may"))
