"""Figures of a text that are of what the headline's is of, by other words: jobs and those who get them, a share of the same things."""

from __future__ import annotations

from factcheck.article import Article, Sentence
from factcheck.link.context.subjects import topics_of
from factcheck.link.headline.heads import Body
from factcheck.link.headline.measured import group_of, moves_work
from factcheck.link.headline.rivals import Rival, akin, besides, of_others, opens
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.slips import mistyped

LEADING = frozenset({"on", "for", "to", "from", "in", "with"})
"""With one of these before both, a share is told of with the same thing."""


def likewise(article: Article, head: Sentence, said: Mention, alike: Body) -> Rival | None:
    """Return the one figure of a text that is of a share of the same things, or of as many jobs made or lost."""
    if said.kind == "percent":
        return _of_one_group(article, head, said, alike)
    return _of_work(article, head, said, alike) if said.kind == "count" else None


def _of_one_group(article: Article, head: Sentence, said: Mention, alike: Body) -> Rival | None:
    """Return the one share of the opening that is of the headline's things: 92% of goods, 88 percent of the goods."""
    group = group_of(article, said)
    opening = _opening(article, alike)
    found = [(one, part) for one, part in opening if group & group_of(article, one) and akin(said, one)]
    if not group or len(head.of_kind("percent")) != 1 or len({one.size for one, _ in found}) != 1:
        return None
    mention, sentence = found[0]
    shared = topics_of(article, head) & topics_of(article, sentence) - group - group_of(article, mention)
    led = {article.word(article.place(one) - 1) for one in (said, mention)}
    alone = len(led) == 1 and led <= LEADING  # No tariffs on 92% of goods, no duty on 88 percent of the goods.
    plain = not (said.hedge or mention.hedge or besides(article, head, mention))
    return Rival(mention, sentence, len(shared), slip=False) if plain and (shared or alone) else None


def _of_work(article: Article, head: Sentence, said: Mention, alike: Body) -> Rival | None:
    """Return the one count of jobs, or of people hired or laid off, that is told with another than the headline's digit."""
    way = moves_work(article, said)
    found = [(one, part) for one, part in alike if way and moves_work(article, one) == way]
    if len({one.size for one, _ in found}) != 1:
        return None
    mention, sentence = found[0]
    one, other = digits(said.text), digits(mention.text)
    slip = len(one) == len(other) and mistyped(one, other)
    apart = said.hedge or mention.hedge or of_others(article, mention) or besides(article, head, mention)
    return Rival(mention, sentence, 0, slip=False) if slip and not apart else None


def _opening(article: Article, alike: Body) -> Body:
    return [found for found in alike if opens(article, found[1])]
