"""Parts and wholes that stand in different sentences, or in a list of items."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.article import Article, Sentence
from factcheck.link.series.anaphora import of_the_one_before
from factcheck.link.series.circumstances import without_circumstances
from factcheck.link.series.closing import closed
from factcheck.link.series.figures import ADDABLE, family, significant, sum_slips, value
from factcheck.link.series.leftover import left_over, met
from factcheck.link.series.ofpeople import of_people
from factcheck.link.series.oneeach import one_of_each
from factcheck.link.series.readings import Reading, fits
from factcheck.link.series.runs import families, runs
from factcheck.link.series.takensum import taken_sums
from factcheck.link.series.theothers import the_others
from factcheck.link.series.totals import MAKES, is_total
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern

TELLING = 100
"""From so many on, a sum that is met exactly is no chance."""
TOLD = 3
"""A sum of money that shows so many digits is as telling: 13.5 pence."""

TIGHT = 7
MOST_PARTS, BESIDE, FAR, DIGITS = 5, 3, 8, 4
"""So many neighbours, within so many sentences, are tried for a sum of so many significant digits, so far off."""

ASIDE = Pattern(r"\b(?:abstain\w*|absent|recus\w+|did not vote|stayed away|declared an interest)\b")
FARTHEST, ROUNDED = 6, 0.02
SOME_OF = Pattern(r" of (?:the|it|that|this|its|their|his|her)\b")
ANAPHORS = frozenset({"that", "this", "which", ","})


def across_sentences(article: Article) -> Iterator[Relation]:
    """Yield sums whose total stands in another sentence than its parts."""
    told = (
        *of_the_one_before(article),
        *_exactly(article),
        *closed(article),
        *left_over(article),
        *met(article),
        *the_others(article),
        *one_of_each(article),
        *of_people(article),
        *taken_sums(article),
    )
    yield from (
        reading.relation()
        for reading in told
        if fits(reading.whole, reading.parts)
        or not (_is_some(article, reading.whole) or _is_a_part(reading) or _stood_aside(article, reading))
    )
    totals = _totals(article)
    sums = list(_sums(article))
    if not sums and not totals:
        return
    by_value = _by_value(article) if sums else {}
    for sentence, parts in sums:
        yield from _met(by_value, sentence, parts)
        yield from _nearly_met(article, totals, sentence, parts)
    for sentence, whole in totals:
        yield from _before(article, sentence, whole)


def _is_a_part(reading: Reading) -> bool:
    """Tell whether a whole is one of its parts in round numbers: €4.4m over the text, of €4,368,000 and €768,000."""
    near = reading.whole.size * ROUNDED
    return any(abs(part.size - reading.whole.size) <= near and part.rounds(reading.whole) for part in reading.parts)


def _stood_aside(article: Article, reading: Reading) -> bool:
    """Tell whether somebody who is named makes up what parts want of their whole: seven for, three against; Ann Orr abstained."""
    last = max(reading.parts, key=lambda part: part.first)
    behind = article.document.text[last.span.end : article.here(article.sentences[last.sentence]).end]
    short = value(reading.whole) - sum(map(value, reading.parts))
    return short == 1 and ASIDE.search(behind) is not None


def _is_some(article: Article, whole: Mention) -> bool:
    """Tell whether a figure is itself said to be some of another: £97,200 of the money."""
    return SOME_OF.match(article.document.text, whole.span.end) is not None


def _exactly(article: Article) -> Iterator[Reading]:
    """Yield neighbouring figures whose sum stands near by to the last of four digits or more, which is no chance."""
    figures: defaultdict[str, list[Mention]] = defaultdict(list)
    for sentence in article.body:
        for mention in sentence.mentions if sentence.kinds & ADDABLE else ():
            if mention.kind in ("count", "money", "measure") and mention.upper is None and not mention.hedge:
                if mention.size >= TELLING:
                    figures[family(mention)].append(mention)
    for like in figures.values():
        places: defaultdict[float, list[int]] = defaultdict(list)
        sizes = [mention.size for mention in like]
        for at, size in enumerate(sizes):
            places[size].append(at)
        for first in range(len(like) - 1):
            added = sizes[first]
            for last in range(first + 1, min(first + MOST_PARTS, len(like))):
                added += sizes[last]
                found = _whole(like, first, last, places.get(added, ()))
                found = found or _known(article, like, first, last, added)
                if found:
                    yield Reading(found, like[first : last + 1])


def _whole(like: list[Mention], first: int, last: int, places: Sequence[int]) -> Mention | None:
    """Return the figure at one of some places that the figures from `first` to `last` may make up."""
    near = (like[at] for at in places if not first <= at <= last)
    start, stop = like[first].sentence - FAR, like[last].sentence + FAR
    close = like[last].sentence - like[first].sentence <= BESIDE
    return next((one for one in near if close and start <= one.sentence <= stop and significant(one) >= DIGITS), None)


def _known(article: Article, like: list[Mention], first: int, last: int, added: float) -> Mention | None:
    """Return the figure behind some that they make up, if "the" says it is known: ... took £3,600. Of the £12,000 spent, ..."."""
    if last - first < 2 or last + 1 >= len(like):
        return None
    whole, parts = like[last + 1], like[first : last + 1]
    one_sentence = parts[0].sentence == parts[-1].sentence == whole.sentence - 1
    return whole if one_sentence and value(whole) == added and article.word(article.place(whole) - 1) == "the" else None


def _totals(article: Article) -> list[tuple[Sentence, Mention]]:
    return [
        (sentence, mention)
        for sentence in article.sentences
        if sentence.block != "cell"
        for mention in sentence.mentions
        if mention.kind in ("count", "money", "measure")
        and (mention.size >= TELLING or (mention.kind == "money" and significant(mention) >= TOLD))
        and is_total(article, sentence, mention)
    ]


def _sums(article: Article) -> Iterator[tuple[Sentence, list[Mention]]]:
    """Runs of large figures that stand close together, and the figures of the items of a list."""
    items: list[Mention] = []
    for sentence in article.sentences:
        if sentence.block == "item":
            items += [mention for mention in sentence.mentions[-1:] if mention.kind in ("count", "money")]
            continue
        if len(items) > 2:
            yield article.sentences[items[-1].sentence], items
        items = []
        if len(sentence.mentions) > 1 and sentence.block == "paragraph":
            for figures in families(sentence).values():
                yield from ((sentence, run) for run in runs(article, figures) if _tight(article, run))
    if len(items) > 2:
        yield article.sentences[items[-1].sentence], items


def _tight(article: Article, run: list[Mention]) -> bool:
    if len({family(part) for part in run}) > 1 or any(part.size < TELLING or part.hedge or part.upper for part in run):
        return False
    return all(article.place(two) - article.place(one) <= TIGHT for one, two in itertools.pairwise(run))


def _by_value(article: Article) -> dict[tuple[str, object], Mention]:
    found: dict[tuple[str, object], Mention] = {}
    for mention in article.mentions:
        if mention.kind in ("count", "money", "measure"):
            found.setdefault((family(mention), value(mention)), mention)
    return found


def _met(by_value: dict[tuple[str, object], Mention], sentence: Sentence, parts: list[Mention]) -> Iterator[Relation]:
    added = sum(map(value, parts))
    whole = by_value.get((family(parts[0]), added))
    if whole is not None and whole not in parts and whole.sentence != sentence.number:
        yield Reading(whole, parts).relation()


def _nearly_met(
    article: Article, totals: list[tuple[Sentence, Mention]], sentence: Sentence, parts: list[Mention]
) -> Iterator[Relation]:
    """A total said to be combined, missed by one digit by two figures of which the second goes without its verb."""
    for other, whole in totals:
        if other is sentence or family(whole) != family(parts[0]) or whole.hedge or whole in parts:
            continue
        close = abs(other.number - sentence.number) <= FARTHEST or other.block in (
            "standfirst",
            "headline",
            "title",
        )
        if close and _elliptical(article, sentence, parts) and sum_slips(parts, whole) and not fits(whole, parts):
            yield Reading(whole, parts, None).relation()


def _elliptical(article: Article, sentence: Sentence, parts: list[Mention]) -> bool:
    if sentence.block == "item":
        return len(parts) > 2
    place = article.place(parts[-1])
    closes = article.skeleton[place + 1 : place + 2] in (".", "·", "q", ";", ",", "\n", "")
    return len(parts) == 2 and closes and article.skeleton[place - 1] == "N"


def _before(article: Article, sentence: Sentence, whole: Mention) -> Iterator[Relation]:
    """A total behind its parts: the last figures of the sentences before it."""
    near = article.sentences[max(0, sentence.number - 3) : sentence.number]
    earlier = [mention for other in near for mention in other.mentions if family(mention) == family(whole)]
    earlier += [
        mention for mention in sentence.mentions if mention.first < whole.first and family(mention) == family(whole)
    ]
    earlier = without_circumstances(article, earlier)
    tried = [earlier[-size:] for size in range(2, min(len(earlier), 8) + 1)]
    apart = [parts for parts in tried if parts[0].sentence != whole.sentence]
    if met := next((parts for parts in apart if sum(map(value, parts)) == value(whole)), None):
        yield Reading(whole, met).relation()
    elif _makes(article, whole) and (
        slipped := next((parts for parts in apart[:3] if sum_slips(parts, whole, 4)), None)
    ):
        yield Reading(whole, slipped, None).relation()


def _makes(article: Article, whole: Mention) -> bool:
    """Tell whether "That made" or "bringing the total to" ties the total to what was said just before."""
    place = article.place(whole)
    return article.word(place - 1) in MAKES and article.word(place - 2) in ANAPHORS
