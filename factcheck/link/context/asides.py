"""An article without what only tells circumstances: where, after what, with whose help, who says so.

"Takings fell from £96,000 to £84,000 across the 14 districts, officials said on Tuesday, a drop of an eighth": how many
districts there are is no matter to what fell, and the drop is no further from its figures for the words between.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.document import Document
from factcheck.model import Mention, Relation
from factcheck.phrase import kind_letters, phrase
from factcheck.quantity import Quantity
from factcheck.segment import Tokens

Propose = Callable[[Article], Iterator[Relation]]

AMID = frozenset("across in at on over within throughout during for".split())
"""What these lead, with a number of things that are known, tells where or when: across the 14 districts."""

AFTER = frozenset({"after", "despite", "following"})
"""What these lead tells what came before, however many: even after six closures."""

HELP = frozenset({"help", "aid", "support", "backing"})
"""And with these, of however many: with the help of 40 volunteers."""

FILLER = 9
"""So many places at the most has a sentence that tells nothing of its own between two others."""

NAMELESS = frozenset("nobody none few many no it that this they he she we nothing all some everyone".split())
TAKING_UP = frozenset("it they he she its their his her that this these those the".split())
"""What begins with these may go on about what was named last, unless it begins with one of the others."""

KNOWN = frozenset("the its their his her our all these those".split())
ENDS, STOPS, JOINS = frozenset(",.;:—)\nq"), frozenset(".;:—\nq,("), frozenset({"from", "to", "by"})
WORDS, NEAR, THREE = 3, 2, 3
"""So many words has what is counted, at the most; so many sentences off may stand another number of the same."""

SAID = ", <wN>? <wN>? <wN> said|says|say|reported (PREPOSITION? {weekday|date|relative})?"
BY_WHOM = ", according to DETERMINER? <wN> <wN>? <wN>?"
BRACKET = "<(> DETERMINER <wN> (<wN>|PREPOSITION|CONJUNCTION|PRONOUN|BE|HAVE)* <)>"


def without_asides(propose: Propose) -> Propose:
    """Let a check read an article without its asides; what it proposes is of the article as it stands."""

    @wraps(propose)
    def read(article: Article) -> Iterator[Relation]:
        short = abridged(article)
        found = propose(short)
        return found if short is article else (_restored(short.document, relation) for relation in found)

    return read


@lru_cache(maxsize=2)
def abridged(article: Article) -> Article:
    """Return an article without its asides, its text as the source of what is left of it; itself where it has none."""
    gone = set[int]() if article.verb_last else {token for aside in _asides(article) for token in aside}
    if not gone:
        return article
    tokens, offset = article.tokens, 0
    pieces, starts, now = list[str](), list[int](), dict[int, int]()
    begins, origins = [0], [0]
    for token, piece in enumerate(tokens.pieces):
        if token in gone:
            continue
        if token - 1 in gone:
            if pieces and tokens.letters[token] in ENDS and (blanks := len(pieces[-1]) - len(pieces[-1].rstrip())):
                pieces[-1], offset = pieces[-1].rstrip(), offset - blanks
            begins.append(offset)
            origins.append(tokens.starts[token])
        now[token] = len(pieces)
        pieces.append(piece)
        starts.append(offset)
        offset += len(piece)
    left = Tokens(pieces, starts, "".join([tokens.letters[token] for token in now]))
    told = article.document
    blocks = tuple(
        block._replace(start=_left(block.start, begins, origins), end=_left(block.end, begins, origins))
        for block in told.blocks
    )
    document = Document(told.path, "".join(pieces), told.text, tuple(begins), tuple(origins), blocks, meta=told.meta)
    mentions = [_moved(one, now[one.first], tokens, starts) for one in article.mentions if one.first in now]
    return Article(document, left, mentions, article.published, article.language)


def _left(offset: int, begins: list[int], origins: list[int]) -> int:
    """Return where a character of the whole text stands in what is left of it, or the next that does."""
    piece = bisect_right(origins, offset) - 1
    end = begins[piece + 1] if piece + 1 < len(begins) else offset
    return min(begins[piece] + offset - origins[piece], end)


def _moved(mention: Mention, first: int, tokens: Tokens, starts: list[int]) -> Mention:
    shift = starts[first] - tokens.starts[mention.first]
    spans = [span._replace(start=span.start + shift, end=span.end + shift) for span in (mention.span, *mention.parts)]
    last = first + mention.last - mention.first
    return mention.changed(span=spans[0], parts=tuple(spans[1:]), first=first, last=last)


def _restored(left: Document, relation: Relation) -> Relation:
    return relation._replace(stated=_quantity(left, relation.stated), implied=_quantity(left, relation.implied))


def _quantity(left: Document, quantity: Quantity) -> Quantity:
    made = quantity.made and (quantity.made[0], _quantity(left, quantity.made[1]), _quantity(left, quantity.made[2]))
    return quantity.changed(spans=tuple(map(left.in_source, quantity.spans)), made=made)


def _asides(article: Article) -> Iterator[range]:
    """Yield the tokens of each aside."""
    for sentence in article.body:
        for mention in sentence.of_kind("count|duration"):
            find = _circumstance if mention.kind == "count" else _period
            if stretch := find(article, sentence, mention):
                yield range(article.token(stretch.start), article.token(stretch.stop))
    for shape in (SAID, BY_WHOM, BRACKET):
        for said in article.match(shape):
            stretch = _set_off(article, said.match.start(), said.match.end())
            if stretch:
                yield range(article.token(stretch.start), article.token(stretch.stop))
    for one, other in pairwise(article.body):
        start, stop = one.end + 1, other.start
        if one.block == other.block and 1 < stop - start <= FILLER and _tells_nothing(article, start, stop):
            yield range(article.token(start), article.token(stop))


def _tells_nothing(article: Article, start: int, stop: int) -> bool:
    """Tell whether a sentence between two is of a few words that name nobody, and no thing that the next goes on about."""
    words = article.skeleton[start:stop]
    if words[-1] != "." or not set("NC.q\n").isdisjoint(words[1:-1]):
        return False
    return article.word(start) in NAMELESS or article.word(stop) not in TAKING_UP


def _set_off(article: Article, start: int, stop: int) -> range | None:
    """Return the places of what is said by the way, the second of its two commas with it, if a mark ends it."""
    bracketed, last = article.skeleton[start] == "(", article.skeleton[stop]
    return range(start, stop) if bracketed or last in ENDS - {")"} else None


def _circumstance(article: Article, sentence: Sentence, mention: Mention) -> range | None:
    """Return the places of what leads a number of things, and of them, if they are no more than the circumstances of a figure."""
    place = article.place(mention)
    known = article.word(place - 1) in KNOWN
    if not mention.noun:
        return None
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
    return range(start, stop) if _tells(article, sentence, start, "figure") else None


def _period(article: Article, sentence: Sentence, mention: Mention) -> range | None:
    """Return the places of the time up to now that a clause ends with, if it tells a level: to £459 over the past three years."""
    place = article.place(mention)
    past = phrase("in|over|during|for|within the past|last").fullmatch(article.skeleton, place - THREE, place)
    ended = article.skeleton[place + 1] in ENDS or article.word(place + 1) in JOINS
    told = past and ended and _tells(article, sentence, place - THREE, "number|pair")
    return range(place - THREE, place + 1) if told else None


def _tells(article: Article, sentence: Sentence, stop: int, kinds: str) -> bool:
    """Tell whether the last figure of the clause before a place is of some kinds, so that its circumstances may follow."""
    for at in range(stop - 1, sentence.start - 1, -1):
        if article.skeleton[at] in STOPS:
            return False
        if at in article.at and article.skeleton[at] in kind_letters("figure"):
            return article.skeleton[at] in kind_letters(kinds)
    return False


def _counted_again(article: Article, mention: Mention) -> bool:
    """Tell whether near by another number of the same things is told, so that this one is told for its own sake."""
    near = article.sentences[max(0, mention.sentence - NEAR) : mention.sentence + NEAR + 1]
    return any(one.noun == mention.noun and one.size != mention.size for other in near for one in other.mentions)
