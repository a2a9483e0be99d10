"""Changes that pass nought: from a loss of 206 to a profit of 118 is 324."""

from __future__ import annotations

import re

from factcheck.article import Article
from factcheck.link.context.frames import Movement
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity, total

BELOW = Pattern(r"\b(?:loss|deficit|shortfall|outflow)\w*(?: of)?(?: (?:about|some|nearly|just))? ?$", re.I)
ABOVE = Pattern(r"\b(?:profit|surplus|gain|inflow|earning)\w*(?: of)?(?: (?:about|some|nearly|just))? ?$", re.I)
LOOK = 30
"""So many characters before a figure tell on which side of nought it lies."""


def across_nought(article: Article, move: Movement) -> Quantity | None:
    """Return what parts a loss from a profit, or a surplus from a deficit: both together; None for a change on one side."""
    if move.before is None:
        return None
    sides = {_side(article, move.before), _side(article, move.after)}
    ends = [move.before.quantity, move.after.quantity]
    apart = (ends[0] - ends[1]).interval.size()
    left = any(role.mention.number and apart.meets(role.mention.quantity.interval) for role in move.stated)
    return total(ends) if sides == {-1, 1} and not left else None


def _side(article: Article, figure: Mention) -> int:
    before, _ = article.around(figure, LOOK)
    return (ABOVE.search(before) is not None) - (BELOW.search(before) is not None)
