"""Measures that say one thing though no two figures stand side by side for it.

"A mile (1.6 km)" has one figure; "6 by 9 feet (1.8 by 2.7 metres)" has four; "It is 3,000 metres long.  That is 9,840
feet" says it in a sentence of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.article import BIT, Article, Sentence
from factcheck.document import Span
from factcheck.english.unitnames import unit_at
from factcheck.link.context.apposition import QUALIFIERS, Apposed
from factcheck.model import Mention
from factcheck.numerals import Number
from factcheck.phrase import KIND_LETTERS, word_letters

MEASURED = BIT[KIND_LETTERS["measure"]]
ONE = frozenset({"a", "an", "one"})
OPENS = frozenset({"(", "["})
BACK, UNIT_WORDS = 8, 3
"""So many words before a measure may stand "a mile and a half"; so many has a unit's name."""
TIMES = frozenset({"by", "x", "×"})
TAKES_UP = frozenset({"that", "this", "it", "that's", "or"})
SAYS = frozenset("is was equals means 's ’s comes works about".split()) | QUALIFIERS
OWN = frozenset({"its", "his", "her", "their", "those", "these"})
HEAT = ("celsius", "fahrenheit", "degree")
HALF = ("and", "a", "half")


def restated(article: Article) -> Iterator[Apposed]:
    """Yield the pairs of measures of an article that say one thing, first and second in the order of the text."""
    before: Sentence | None = None
    for sentence in article.sentences:
        if sentence.kinds & MEASURED:
            yield from _of_one(article, sentence)
            yield from _crossed(article, sentence)
            if before is not None and before.number == sentence.number - 1:
                yield from _taken_up(article, before, sentence)
            before = sentence


def _of_one(article: Article, sentence: Sentence) -> Iterator[Apposed]:
    """Yield "a mile (1.6 km)", "a pound of butter, 450 grams" and "a mile and a half, or 2.4 km"."""
    for mention in sentence.of_kind("measure"):
        place = article.place(mention)
        at, marked = place, ""
        while at > sentence.start and not marked and at > place - UNIT_WORDS:
            at -= 1
            marked = article.word(at) if article.word(at) in OPENS or article.word(at) == "," else ""
            if not marked and article.word(at) not in QUALIFIERS:
                break
        if marked and (one := _one(article, sentence, at)) and one.unit not in (mention.unit, *HEAT):
            yield Apposed(one, mention, sentence, marked in OPENS or article.after(mention, 1) in (",", "."))


def _one(article: Article, sentence: Sentence, end: int) -> Mention | None:
    """Return the one of a unit that is told just before a mark: "a mile", "a pound of butter", "a mile and a half"."""
    tokens = article.tokens
    for at in range(end - 1, max(sentence.start, end - BACK) - 1, -1):
        if at in article.at or article.skeleton[at] in ",;:()":
            return None
        if (
            article.word(at) in ONE
            and article.word(at - 1) != "of"
            and (found := unit_at(tokens, article.token(at + 1)))
        ):
            first, (last, unit) = article.token(at), found
            behind = tuple(tokens.word(near) for near in range(last, last + len(HALF)))
            size = Fraction(3, 2) if behind == HALF else Fraction(1)
            stop = last + len(HALF) * (behind == HALF)
            beside = article.token(end) == stop
            of = tokens.word(stop) == "of" and article.token(end) <= stop + UNIT_WORDS
            if not (beside or of):
                return None
            span = Span(tokens.starts[first], tokens.end(stop - 1))
            number = Number(size, Fraction(1, 20) if size > 1 else Fraction(0))
            return Mention(
                "measure", span, article.text(span), first, stop, number, unit=unit, sentence=sentence.number
            )
    return None


def _crossed(article: Article, sentence: Sentence) -> Iterator[Apposed]:
    """Yield each side of "6 feet by 9 feet (1.8 by 2.7 metres)" with its own."""
    mentions = sentence.mentions
    for at in range(len(mentions) - 3):
        sides = mentions[at : at + 4]
        links = [_link(article, *pair) for pair in pairwise(sides)]
        if links[0] in TIMES and links[1] in OPENS and links[2] in TIMES:
            ours, theirs = sides[1].unit, sides[3].unit
            for one, other in ((sides[0], sides[2]), (sides[1], sides[3])):
                if one.unit in ("", ours) and other.unit in ("", theirs) and one.number and other.number:
                    first = one.changed(unit=ours, kind=sides[1].kind)
                    yield Apposed(first, other.changed(unit=theirs, kind=sides[3].kind), sentence, True)


def _link(article: Article, first: Mention, second: Mention) -> str:
    start, end = article.place(first) + 1, article.place(second)
    return article.word(start) if end - start == 1 else ""


def _taken_up(article: Article, before: Sentence, sentence: Sentence) -> Iterator[Apposed]:
    """Yield "It is 3,000 metres long.  That is 9,840 feet" and "It measured 55 feet.  Its 16.8 metres ..."."""
    first, second = before.mentions[-1], sentence.mentions[0]
    if first.kind != "measure" or second.kind != "measure" or before.block != sentence.block:
        return
    words = [article.word(at) for at in range(sentence.start, article.place(second))]
    told = words[:1] and words[0] in TAKES_UP and len(words) > 1 and set(words[1:]) <= SAYS
    own = len(words) == 1 and words[0] in OWN and len(before.of_kind("measure")) == 1
    place = article.place(second) + 1
    closed = article.skeleton[place : place + 1] in (".", "", "\n")
    if article.after(first, 1) == ")":
        return  # It is converted already: 5.82 meters (19.1 feet).  That is 21 centimeters over the mark of 1998.
    if words[:1] == ["it"] and (len(before.mentions) > 1 or first.unit == "degree" or not closed):
        return  # It may be something else than what was told last: The path climbs 30 feet.  It is 2 miles long.
    measured = article.word(place) == "of" or article.skeleton[place : place + 1] in word_letters("MORE|LESS")
    if (told or own) and not measured:
        yield Apposed(first, second, sentence, True)
