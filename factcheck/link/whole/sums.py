"""Whether parts run straight into their total, so that they must be all of it: "45 men, 60 women, 105 in all"."""

from __future__ import annotations

from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.link.context.apposition import for_one
from factcheck.link.series.complete import goes_on_from_one
from factcheck.link.series.figures import open_ended, value
from factcheck.link.series.readings import explained, parts_may_overlap
from factcheck.link.series.runs import breaks, gap
from factcheck.link.series.totals import is_total
from factcheck.model import Mention

CLOSE, NEAREST = 12, 3
UNCOUNTED = frozenset({"other", "others", "more", "some", "several"})
LEVELS = frozenset({"current", "new", "present", "latest", "running"})


def adds_up_to(article: Article, sentence: Sentence, parts: list[Mention], whole: Mention) -> bool:
    """Tell whether the parts run straight into their total, so that they must be all of it; behind a colon another list begins."""
    near = article.place(whole) - article.place(parts[-1]) <= CLOSE and not breaks(gap(article, parts[-1], whole))
    sized = all(value(part) < value(whole) for part in parts)
    listed = not any(":" in gap(article, one, two) for one, two in pairwise(parts))
    alike = len({bool(for_one(article, part)) for part in parts}) == 1
    alike = alike and not _of_other_things(sentence, parts, whole)
    alike = alike and not any(is_total(article, sentence, part) or _is_epithet(article, part) for part in parts)
    near = near and not goes_on_from_one(article, parts, whole)
    near = near and not _is_level(article, whole) and not _goes_on_uncounted(article, parts[-1], whole)
    firm = near and sized and listed and alike and not any(open_ended(figure) for figure in [*parts, whole])
    return firm and not parts_may_overlap(article, sentence) and not explained(whole, list(sentence.mentions))


def _is_epithet(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is part of an epithet: a 72-hole total."""
    return article.skeleton[article.place(mention) + 1 : article.place(mention) + 2] == "-"


def _goes_on_uncounted(article: Article, last: Mention, whole: Mention) -> bool:
    """Tell whether more is named behind the last part, its number left unsaid: eight boats, and other craft, making 98."""
    places = range(article.place(last) + 1, article.place(whole) - 1)
    return any(article.word(at) == "and" and article.word(at + 1) in UNCOUNTED for at in places)


def _is_level(article: Article, whole: Mention) -> bool:
    """Tell whether a total is how things stand now, with what was there before: "making the current total 16"."""
    place = article.place(whole)
    return any(article.word(at) in LEVELS for at in range(max(0, place - NEAREST), place) if at not in article.at)


def _of_other_things(sentence: Sentence, parts: list[Mention], whole: Mention) -> bool:
    """Tell whether a total is of other things than its parts: sorties and bombs; or the parts are not all, 2 km before 80 and 20."""
    nouns = {part.noun for part in parts if part.noun}
    if (
        whole.noun
        and len(nouns) == 1
        and whole.noun not in nouns
        and len(parts) > sum(bool(part.noun) for part in parts)
    ):
        return True
    earlier = [one for one in sentence.mentions if one.first < parts[0].first and one.kind != "ordinal"]
    before = earlier[-1] if earlier else None
    return not nouns and parts[0].kind == "count" and before is not None and before.kind == "measure"
