"""The share of the vote that a tally gave: "or 68.4 percent", "so that it carried with 68.4 percent", "That is 68.4 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.link.series.tallies import Tally
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity

FARTHEST = 60
"""So many characters behind a tally its share of the vote may stand."""

TWO = 2
ANSWERED = "(that|this|it|which) BE (ABOUT|NEARLY|MORE|LESS|than|just|only)* {share:percent}"
COLON = Pattern(r"(?::| [—–]) \w* ?$")
ELSEWHERE = "the figures stand in several sentences"


def answered(article: Article, tally: Tally) -> Iterator[Relation]:
    """A share given behind a tally: ", or 68.4 percent", "so that it carried with 68.4 percent", "That is 68.4 percent"."""
    share = _own_share(article, tally) or _following_share(article, tally) or _leading_share(article, tally)
    if share is None or len(tally.yes.spans) != 1 or tally.no.interval.high <= 1 < tally.yes.interval.low:
        return  # A majority of nine to one is no count.
    shares = [
        _share_of(side, [tally.yes, tally.no, *others])
        for side in (tally.yes, tally.no)
        for others in ([], tally.others)
    ]
    fitting = next((found for found in shares if found.interval.meets(share.quantity.interval)), None)
    behind_it = article.sentences[share.sentence]
    leads = share.first < tally.last.first
    exact = leads or phrase("SHARP|of").search(article.skeleton, article.place(share) + 1, behind_it.end) is None
    yield Relation(
        share.quantity,
        fitting or shares[0],
        "{working} is {implied}, not {stated}.",
        doubt=None if exact else ELSEWHERE,
    )


def _following_share(article: Article, tally: Tally) -> Mention | None:
    following = article.sentences[tally.sentence.number + 1 :][:1]
    match = phrase(ANSWERED).match(article.skeleton, following[0].start) if following else None
    return article.at[match.start("share")] if match else None


def _leading_share(article: Article, tally: Tally) -> Mention | None:
    """Return the one percentage of a tally's sentence that stands before it and a colon: 57 per cent want it: 284 to 211."""
    shares = tally.sentence.of_kind("percent")
    first = min(tally.yes.spans + tally.no.spans).start
    if len(shares) != 1 or shares[0].span.end > first or len(tally.sentence.of_kind("count")) != TWO:
        return None
    between = article.document.text[shares[0].span.end : first]
    return shares[0] if COLON.search(between) and not OF_OTHERS.search(between) else None


CARRIED = Pattern(r"(?:\b(?:or|carr\w+|pass\w+|approv\w+|won|support|yes|favou?r)\b|[(—])[^.;,\d]{0,16}$", re.I)

OF_OTHERS = Pattern(r"turnout|quorum|need|requir|threshold|short|electorate|roll|poll", re.I)


def _own_share(article: Article, tally: Tally) -> Mention | None:
    """Return the one percentage of a tally's own sentence, if it closes it as the share of the vote."""
    shares = tally.sentence.of_kind("percent")
    if len(shares) != 1 or shares[0].first < tally.last.first:
        return None
    between = article.document.text[tally.last.span.end : shares[0].span.start]
    told = len(between) <= FARTHEST and CARRIED.search(between) and not OF_OTHERS.search(between)
    return shares[0] if told else None


def _share_of(side: Quantity, cast: list[Quantity]) -> Quantity:
    """Return what share of all votes one side had; the side counts in the sum too, so its figure is exact and used once."""
    whole = sum((vote.interval.low for vote in cast), Fraction(0))
    working = f"{side.working} / ({' + '.join(vote.working for vote in cast)})"
    spans = tuple(span for vote in cast for span in vote.spans)
    return Quantity(Interval.exactly(side.interval.low / whole if whole else 0), "%", working, spans)
