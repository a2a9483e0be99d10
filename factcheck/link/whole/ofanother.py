"""What tells that a share, or the figure beside it, is of another matter than they seem."""

from __future__ import annotations

import re

from factcheck.article import Article, Sentence
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase

LOOK = 24
SIZED = Pattern(r"\b(?:rise|increase|reduction|fall|drop|decrease|gain|loss|decline|cut) of (?:[£$€]|US\$)?$", re.I)
"""Right before a figure these make it how much something moved."""

IT_WAS = Pattern(r", (?:it|that|the figure|the rate) (?:was|is|stood at) (?:only |just |about )?$", re.I)
"""Before a share these take up what was told of others: in the main one, which had 9,240 of the 21,870 cases, it was 58.9%."""

AGAINST = frozenset({"against", "versus", "vs", "compared"})


def is_compared(article: Article, stated: Mention) -> bool:
    """Tell whether a figure is by how much one thing passes another: 9 percent more than the 21,200, 86 centimetres more than before."""
    return phrase("MORE|LESS than").match(article.skeleton, article.place(stated) + 1) is not None


def is_one_of_several(article: Article, stated: Mention, whole: Mention) -> bool:
    """Tell whether a share is one of a list of rates, or a pair set beside another: 10 percent, 15 and 25; 5 out of 9, 25 out of 100."""
    place = article.place(stated)
    behind, next_one = article.skeleton[place + 1 : place + 3], article.at.get(place + 2)
    if behind == ",K" and next_one is not None and (next_one.noun or article.word(place + 3) == "of"):
        behind = ""  # ", or 71%, four of them from afar"
    beside = (
        article.skeleton[article.place(whole) + 1 : place] == "," and article.word(article.place(whole) - 1) == "of"
    )
    return behind in (",K", ",P") or (beside and stated.kind == "fraction")


def is_changed_by(article: Article, sentence: Sentence, place: int) -> bool:
    """Tell whether a figure is by how much something moved; "was answered by 273" is no such thing."""
    found = phrase("RISE|FALL|by").search(article.skeleton, max(sentence.start, place - 2), place)
    by = found is not None and article.word(found.start()) == "by"
    return found is not None and not (by and article.skeleton[found.start() - 1] == "w")


def is_sized(article: Article, part: Mention) -> bool:
    """Tell whether a noun of change leads a figure, which is no part of what there is then: a reduction of 1,240, or 2.5 per cent."""
    return SIZED.search(article.around(part, LOOK, 0)[0]) is not None


def begins_a_clause(article: Article, part: Mention, stated: Mention) -> bool:
    """Tell whether a share behind a comma begins a clause: a record by 3,500, 46% were women."""
    comma = article.skeleton[article.place(part) + 1 : article.place(stated)] == ","
    return comma and phrase("BE|HAVE").match(article.skeleton, article.place(stated) + 1) is not None


def come_from(article: Article, stated: Mention) -> list[Mention]:
    """Return what a share is measured from, told right behind it: 8,214, down 188, or 2.2%, from 8,402."""
    place = article.place(stated) + 1
    place += article.skeleton[place] == ","
    behind = article.at.get(place + 1) if article.word(place) == "from" else None
    return [behind] if behind and behind.number else []


def is_set_against(article: Article, part: Mention) -> bool:
    """Tell whether a figure is compared with another, so that a share tells the gap: five cases against 24, which is 79 percent."""
    words = [article.word(article.place(part) + step) for step in (1, 2)]
    return not AGAINST.isdisjoint(words)


def takes_up_others(article: Article, stated: Mention) -> bool:
    """Tell whether words right before a share take up what was told of others: ", it was 58.9 percent"."""
    return IT_WAS.search(article.around(stated, LOOK, 0)[0]) is not None
