"""Scores and votes of a headline, and those that the text has in their place."""

from __future__ import annotations

from itertools import pairwise

from factcheck.article import Article
from factcheck.link.context.subjects import concept, topics_of
from factcheck.link.headline.heads import Body, Head
from factcheck.model import Mention

SUBTOTAL = frozenset(
    "aggregate interval half half-time penalties shootout trailed trailing lead led series leg set".split()
)
"""Beside these a score is not the one that a match ended with."""
VOTED = ["votes", "to"]
EARLIER = frozenset({"had", "earlier", "previously", "last"})
BODIES = frozenset(
    "house senate committee subcommittee board panel commission council parliament assembly court jury cabinet union".split()
)
"""Who votes; one that the headline does not name has a vote of its own."""

BESIDE = 4
"""So many places before a tally stands that it is of a vote."""


def score_rival(article: Article, head: Head, body: Body) -> Mention | None:
    """Return the one score of a text whose first paragraph has another than the one that its headline has."""
    pairs = [(mention, sentence) for mention, sentence in body if mention.kind == "pair"]
    heads = [mention for mention in head.sentence.mentions if mention.kind == "pair"]
    if len(pairs) != 1 or len(heads) != 1:
        return None
    mention, sentence = pairs[0]
    words = {
        article.word(at)
        for part in (head.sentence, sentence)
        for at in range(part.start, part.end)
        if at not in article.at
    }
    first = article.block_at(mention.span.start) == article.block_at(article.body[0].mentions[0].span.start)
    named = topics_of(article, head.sentence) & topics_of(article, sentence)
    voted = any(_is_vote(article, one) for one in (heads[0], mention))
    plain = SUBTOTAL.isdisjoint(words) and not voted and not _of_others(article, heads[0], mention)
    return mention if first and named and plain else None


def vote_rival(article: Article, head: Head, body: Body) -> tuple[Mention, Mention] | None:
    """Return the two counts of a vote in words, one of which is not the headline's: voted 5-4, by five votes to two."""
    said = head.mention
    found = [
        (one, other)
        for (one, first), (other, second) in pairwise(body)
        if first is second and one.kind == other.kind == "count"
        if [word for word in map(article.word, range(article.place(one) + 1, article.place(other)))] == VOTED
    ]
    if len(found) != 1 or said.number is None or said.upper is None:
        return None
    sizes = [round(one.size) for one in found[0]]
    told = [said.number.middle, said.upper.middle]
    return found[0] if sum(a == b for a, b in zip(sizes, told, strict=True)) == 1 else None


def _of_others(article: Article, said: Mention, mention: Mention) -> bool:
    """Tell whether a tally is of another body than the headline's, or of a time before."""
    sentence, over = article.sentences[mention.sentence], article.sentences[said.sentence]
    words = {article.word(at) for at in range(sentence.start, article.place(mention))}
    named = {article.word(at) for at in range(over.start, over.end)}
    return not EARLIER.isdisjoint(words) or bool(words & BODIES - named)


def _is_vote(article: Article, mention: Mention) -> bool:
    """Tell whether a vote is spoken of beside a tally: voted 8-5, in a 9-4 vote."""
    place = article.place(mention)
    return any(concept(article.word(at)) == "vote" for at in range(max(0, place - BESIDE), place + BESIDE))
