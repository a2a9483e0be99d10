"""Words that make of a measure or a row only a part of it: "car exports", "the port of Busan"."""

from __future__ import annotations

from factcheck.datatable.asked import Asked
from factcheck.datatable.names import word_at, words
from factcheck.datatable.reading import LISTING, kinds, root_of, same
from factcheck.segment import vocabulary

OWNING_MARKS = frozenset(("'", "'s", "’s", "’"))
OWNED_REACH = 5
NEAR = 12
"""Words from a measure to its figure."""

KNOWN = ("high", "low", "mean", "median", "whole", "together")
"""Words of rules/data.toml that narrow nothing."""


def plain(asked: Asked) -> bool:
    """Tell whether the words narrow neither the measure, nor the figure, nor the row: "exports", not "car exports"."""
    measured = [at for at, _ in asked.told.measures if at >= 0]
    if min((abs(at - asked.place) for at in measured), default=0) > NEAR:
        return False
    rows = [at for at, _ in asked.told.rows if at >= 0]
    return not (
        _is_single(asked)
        or any(narrowed(asked, at, True) for at in measured)
        or narrowed(asked, asked.place, False)
        or any(_is_part(asked, at) for at in rows)
    )


def _is_single(asked: Asked) -> bool:
    """Tell whether a figure may be that of one thing where the table has means: "rent", where it has average rents."""
    means = words("mean") | words("median")
    passage = asked.told.passage
    said = {word_at(asked.article, place) for place in range(passage.start, passage.end)}
    return bool(means & set(asked.frame.measure.column.name.lower().split())) and not means & said


def _is_part(asked: Asked, start: int) -> bool:
    """Tell whether a row is named for something of it only: "the port of Busan", "Ulsan's three biggest companies"."""
    article, inside = asked.article, asked.told.inside
    before = start - 1
    if word_at(article, before) in words("partial"):
        before -= 1
        while (
            article.skeleton[before : before + 1] in vocabulary()[1]["DETERMINER"] and before > asked.told.passage.start
        ):
            before -= 1
        if strange(asked, before):
            return True
    if word_at(article, start - 1) in LISTING and strange(asked, start - 2):
        return True
    behind = next(place for place in range(start, len(article.skeleton) + 1) if place not in inside)
    if strange(asked, behind) and not word_at(article, behind).endswith("ed"):
        return True
    if (
        word_at(article, behind) in LISTING
        and article.skeleton[behind + 1 : behind + 2] == "N"
        and strange(asked, behind + 1)
    ):
        return True
    if word_at(article, behind) not in OWNING_MARKS:
        return False
    measured = {at for at, _ in asked.told.measures}
    owned = next((at for at in range(behind + 1, asked.told.passage.end) if at in measured or strange(asked, at)), -1)
    return owned >= 0 and owned not in measured and owned - behind <= OWNED_REACH


def narrowed(asked: Asked, at: int, before: bool) -> bool:
    """Tell whether what stands at a place is narrowed: "exports of cars" and, looking `before`, "car exports"."""
    if before and strange(asked, at - 1 - (word_at(asked.article, at - 1) in OWNING_MARKS)):
        return True
    behind = at + 1
    if before and strange(asked, behind) and not word_at(asked.article, behind).endswith("ed"):
        return True
    if word_at(asked.article, behind) not in words("partial"):
        return False
    while (
        asked.article.skeleton[behind + 1 : behind + 2] in vocabulary()[1]["DETERMINER"]
        and behind < asked.told.passage.end
    ):
        behind += 1
    return strange(asked, behind + 1)


def strange(asked: Asked, place: int) -> bool:
    """Tell whether a word of the sentence is one that neither the table nor the lexicon knows."""
    article, passage = asked.article, asked.told.passage
    if not passage.start <= place < passage.end or article.skeleton[place] not in "wN" + vocabulary()[1]["TITLE"]:
        return False
    if place in asked.told.inside or any(word_at(article, place) in words(name) for name in KNOWN):
        return False
    root = root_of(article, place)
    known = asked.frame.measure.words | kinds(asked.table)
    return not any(same(word, root) for word in known)
