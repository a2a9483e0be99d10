"""An article without what only tells circumstances: where, after what, with whose help, who says so.

"Takings fell from £96,000 to £84,000 across the 14 districts, officials said on Tuesday, a drop of an eighth": how many
districts there are is no matter to what fell, and the drop is no further from its figures for the words between.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.article import Article, Sentence
from factcheck.model import Mention
from factcheck.phrase import kind_letters
from factcheck.segment import Tokens

AMID = frozenset("across in at on over within throughout during for".split())
"""What these lead, with a number of things that are known, tells where or when: across the 14 districts."""

AFTER = frozenset({"after", "despite", "following"})
"""What these lead tells what came before, however many: even after six closures."""

HELP = frozenset({"help", "aid", "support", "backing"})
"""And with these, of however many: with the help of 40 volunteers."""

KNOWN = frozenset("the its their his her our all these those".split())
ENDS, STOPS, JOINS = frozenset(",.;:—)\nq"), frozenset(".;:—\nq,("), frozenset({"from", "to", "by"})
WORDS, NEAR = 3, 2
"""So many words has what is counted, at the most; so many sentences off may stand another number of the same."""

SAID = ", <wN>? <wN>? <wN> said|says|say|reported (PREPOSITION? {weekday|date|relative})?"
BY_WHOM = ", according to DETERMINER? <wN> <wN>? <wN>?"
BRACKET = "<(> DETERMINER <wN> (<wN>|PREPOSITION|CONJUNCTION|PRONOUN|BE|HAVE)* <)>"


@lru_cache(maxsize=2)
def abridged(article: Article) -> Article:
    """Return an article without its asides, its text and every place in that as before; itself where it has none."""
    gone = set[int]() if article.verb_last else {token for aside in _asides(article) for token in aside}
    if not gone:
        return article
    tokens = article.tokens
    kept = [token for token in range(len(tokens.pieces)) if token not in gone]
    moved = {token: place for place, token in enumerate(kept)}
    left = Tokens(
        [tokens.pieces[token] for token in kept],
        [tokens.starts[token] for token in kept],
        "".join([tokens.letters[token] for token in kept]),
    )
    mentions = [_moved(one, moved[one.first]) for one in article.mentions if one.first not in gone]
    return Article(article.document, left, mentions, article.published, article.language)


def _moved(mention: Mention, first: int) -> Mention:
    return mention.changed(first=first, last=first + mention.last - mention.first)


def _asides(article: Article) -> Iterator[range]:
    """Yield the tokens of each aside."""
    for sentence in article.body:
        for mention in sentence.of_kind("count"):
            stretch = _circumstance(article, sentence, mention) if mention.noun else None
            if stretch:
                yield range(article.token(stretch.start), article.token(stretch.stop))
    for shape in (SAID, BY_WHOM, BRACKET):
        for said in article.match(shape):
            stretch = _set_off(article, said.match.start(), said.match.end())
            if stretch:
                yield range(article.token(stretch.start), article.token(stretch.stop))


def _set_off(article: Article, start: int, stop: int) -> range | None:
    """Return the places of what is said by the way, the second of its two commas with it, if a mark ends it."""
    bracketed, last = article.skeleton[start] == "(", article.skeleton[stop]
    return range(start, stop) if bracketed or last in ENDS - {")"} else None


def _circumstance(article: Article, sentence: Sentence, mention: Mention) -> range | None:
    """Return the places of what leads a number of things, and of them, if they are no more than the circumstances of a figure."""
    place = article.place(mention)
    known = article.word(place - 1) in KNOWN
    lead = place - 1 - known
    if article.word(lead) == "of" and article.word(lead - 1) in HELP and article.word(lead - 3) == "with":
        lead -= 3
    elif article.word(lead) not in AFTER and not (known and article.word(lead) in AMID):
        return None
    start = lead - (article.word(lead - 1) == "even")
    stop = place + 1
    while stop <= place + WORDS and article.skeleton[stop] in "wN":
        stop += 1
    ended = article.skeleton[stop] in ENDS or article.word(stop) in JOINS
    if stop == place + 1 or not ended or _counted_again(article, mention):
        return None
    if start == sentence.start:
        return range(start, stop + 1) if article.skeleton[stop] == "," else None
    return range(start, stop) if _tells(article, sentence, start) else None


def _tells(article: Article, sentence: Sentence, stop: int) -> bool:
    """Tell whether the clause before a place has a figure, whose circumstances may follow."""
    for at in range(stop - 1, sentence.start - 1, -1):
        if article.skeleton[at] in STOPS:
            return False
        if at in article.at and article.skeleton[at] in kind_letters("figure"):
            return True
    return False


def _counted_again(article: Article, mention: Mention) -> bool:
    """Tell whether near by another number of the same things is told, so that this one is told for its own sake."""
    near = article.sentences[max(0, mention.sentence - NEAR) : mention.sentence + NEAR + 1]
    return any(one.noun == mention.noun for other in near for one in other.mentions if one is not mention)
