"""A share of the vote beside the votes of all who are told of: it is only shown to hold, as others may have stood, or voted elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.link.series.figures import is_plain
from factcheck.link.series.voteparts import Part, parts_of_vote
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity, total
from factcheck.records import NamedTuple

BACK, FEWEST, MOST, LEAST = 4, 3, 12, 100
"""So many sentences before a share hold the results, so few of them or so many, none of fewer votes."""

LOOK = 40

OF_THE_VOTE = Pattern(
    r" of (?:the |all )?(?:valid |total |popular )?(?:votes?|ballots?|poll)(?: cast)?\b(?! in\b)", re.I
)
OTHERWISE = Pattern(
    r"\b(?:together|combined|between them|turn-?out|ago|earlier|previous\w*|last (?:time|year)|in (?:19|20)\d\d|run-?off|(?:first|second) round|need\w*|takes?|to win|polls?ter|exit poll|(?:poll|survey) (?:gave|put|had|found)|forecast|would|could|among"
    r"|wom[ae]n|men|district|postal|\d+ per ?cent of (?:them|those))\b",
    re.I,
)
"""With these a share is of another vote, of several candidates or of some voters."""


SO_FAR = Pattern(r"\b(?:counted|so far|partial|early (?:results|returns)|exit poll|remain\w*|still to)\b", re.I)
"""With these results are not all of them."""

PLACED = Pattern(r"\b(?:[Ii]n|[Aa]t|[Ff]or) (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?,?(?: [a-z]+){0,2} $")
"""Right before a result these make it that of a place."""

NAME, PERSON = Pattern(r"[A-Z][\w'’-]+"), Pattern(r"\b(?:she|he|her|his|who|winner)\b", re.I)


class OfVotes(NamedTuple):
    """A share of the vote as said, and as the results told before it make it."""

    stated: Quantity
    implied: Quantity


def valid_votes(article: Article) -> Iterator[OfVotes]:
    """Yield each share of the vote with the result that it is of, where there is one."""
    for at, sentence in enumerate(article.body if not article.verb_last else ()):
        for share in sentence.of_kind("percent") if sentence.kinds & BIT["P"] else ():
            behind = OF_THE_VOTE.match(article.around(share, LOOK)[1])
            if behind and is_plain(share) and not OTHERWISE.search(article.words(sentence)):
                yield from _of_results(article, article.body[max(0, at - BACK) : at + 1], share)


def _of_results(article: Article, near: list[Sentence], share: Mention) -> Iterator[OfVotes]:
    results = _results(article, near)
    if not FEWEST <= len(results) <= MOST or not _names_one(article, share, results):
        return
    whole = total([part.quantity for part in results])
    made = [_share(part, whole) for part in results]
    shown = share.quantity.interval
    if fitting := next((one for one in made if one.interval.meets(shown)), None):
        yield OfVotes(share.quantity, fitting)


def _results(article: Article, near: list[Sentence]) -> list[Part]:
    """Return the results of the one paragraph that tells most of them, none where it has other counts of so many."""
    told: dict[int, list[Part]] = {}
    for sentence in near:
        parts = [
            part for part in parts_of_vote(article, sentence) if part.mention.kind == "count" and part.votes >= LEAST
        ]
        for part in parts:
            told.setdefault(article.block_at(part.mention.span.start).start, []).append(part)
    parts = max(told.values(), key=len, default=[])
    parts = [part for part in parts if part.role not in ("lead", "neither", "roll", "cast")]
    all_of_it = not any(SO_FAR.search(article.words(sentence)) for sentence in near)
    return parts if all_of_it and all(_is_result(article, part) for part in parts) else []


def _is_result(article: Article, part: Part) -> bool:
    placed = PLACED.search(article.around(part.mention, LOOK)[0])
    return part.role == "candidate" and not part.mention.hedge and placed is None


def _names_one(article: Article, share: Mention, results: list[Part]) -> bool:
    """Tell whether the sentence of a share names somebody whose votes were told, or takes somebody up."""
    words = article.words(article.sentences[share.sentence])
    led = (NAME.findall(article.around(part.mention, LOOK)[0]) for part in results)
    return PERSON.search(words) is not None or any(names and names[-1] in words for names in led)


def _share(part: Part, whole: Quantity) -> Quantity:
    votes = whole.interval.middle
    working = f"{part.quantity.working} / ({whole.working})"
    return Quantity(Interval.exactly(part.votes / votes), "%", working, (*part.quantity.spans, *whole.spans))
