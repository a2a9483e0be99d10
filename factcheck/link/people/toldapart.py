"""Names that are alike and may be: of two who are told apart, of a body and what it is named for, in a headline and again.

All of it is shown and none refuted: the text says why, or the two are spelt alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, islice, product

from factcheck.article import Article, places_of
from factcheck.document import Span
from factcheck.link.people.unnamed import person_noun
from factcheck.model import Relation
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

NO_KIN = (
    "no relation", "not related", "unrelated", "no kin", "confused with", "often confused", "not to be confused", "differently", "namesake", "a different ", "twins",
    "misspel", "spelt ", "spelled ", "spells ", "spelling",
)  # fmt: skip
"""What tells two of nearly one name apart, in lower case."""

KIN = ("brother", "sister", "mother", "father", "daughter", "wife", "husband", "cousin")
"""What tells two of one name apart."""

UNRELATED, TOLD_APART = frozenset(NO_KIN), frozenset((*NO_KIN, *KIN))
HEADS = frozenset({"title", "headline"})
WORD = Pattern(r"\b[A-Z][a-zà-ÿ]{3,}(?:-[A-Z][a-zà-ÿ]+)*\b")
CROWD = 1000
NEAR, SHARED, MOST = 160, 3, 6
"""So many characters about what tells two apart stand their names, with so many letters in common; so many are looked at."""


IS_ONE = Pattern(r" (?:is|was) (?:the|an?) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+) (?:who|at|in|of|that)\b")
"""Behind a name these say who is meant, as of somebody not told of before: Orr is the contractor who built it."""
INTRODUCED = Pattern(r", (?:who|whose|an?|the) ")
"""Behind a name these tell who its bearer is."""

RANKS = frozenset("dr sir lady lord dame".split())
TWO_BEARERS = "the text tells of two by these names"


class Alike(NamedTuple):
    """Two words and where they stand; `why` they are as they are."""

    one: Span
    other: Span
    why: str


def alike(article: Article) -> Iterator[Alike]:
    """Yield the names of an article that are alike, a few of each sort."""
    if article.language == "en":
        yield from _told_apart(article)
        yield from _in_headline(article)


def _told_apart(article: Article) -> Iterator[Alike]:
    """Yield two names that are nearly one, one of them near "no relation", or one name told near "his brother" of two."""
    if not article.may_say(TOLD_APART):
        return
    text, low = article.document.text, article.lowered
    done: set[str] = set()
    names = list(islice(WORD.finditer(text), CROWD)) if article.may_say(UNRELATED) else []
    for told in (*NO_KIN, *KIN):
        for place in islice(places_of(low, told), MOST):
            start, end = max(0, place - NEAR, text.rfind("\n", 0, place)), min(len(text), place + NEAR)
            near = [one for one in WORD.finditer(text, start, end) if _is_name(text, low, one.start(), one[0])]
            pairs = product(near, names) if told in NO_KIN else combinations(near, 2)
            for one, other in pairs:
                alike = _nearly(one[0], other[0]) and one[0] != other[0] if told in NO_KIN else one[0] == other[0]
                if alike and done.isdisjoint((one[0], other[0])):
                    done.add(one[0])
                    yield Alike(
                        Span(*one.span()), Span(*other.span()), f"the text tells the two apart (“{told.strip()}”)"
                    )


def _is_name(text: str, low: str, start: int, word: str) -> bool:
    """Tell a name from a word that opens a sentence and stands in the text in small letters."""
    return f" {word.lower()} " not in text and (
        start < 2 or text[start - 2] not in ".\n" or low.count(word.lower()) > 1
    )


def _nearly(one: str, other: str) -> bool:
    """Tell whether two words begin alike and are as long, all but two letters."""
    return one[:SHARED] == other[:SHARED] and abs(len(one) - len(other)) < SHARED


def _in_headline(article: Article) -> Iterator[Alike]:
    """Yield the names of a headline that stand again in the copy, spelt alike."""
    text = article.document.text
    heads = [block for block in article.document.blocks if block.kind in HEADS]
    body = max((block.end for block in heads), default=0)
    words = (one for head in heads for one in WORD.finditer(text, head.start, head.end))
    for word in islice(words, 2 * MOST):
        again = text.find(word[0], body)
        end = again + len(word[0])
        whole = again >= 0 and not any(map(str.isalpha, (text[again - 1 : again], text[end : end + 1])))
        if whole and f" {word[0].lower()} " not in text:
            yield Alike(Span(*word.span()), Span(again, end), "it is spelt so in the headline")


def doubting_two(article: Article, relations: Iterable[Relation]) -> Iterator[Relation]:
    """Yield comparisons of names, in doubt where one is told to be another's, or the two by different callings.

    So are "her namesake, Adeline Orr", and the singer Adaline Orr beside the pianist Adeline Orr.
    """
    for relation in relations:
        both = [side.spans[0] for side in (relation.stated, relation.implied) if side.spans]
        differ = len(both) > 1 and relation.stated.value != relation.implied.value
        yield relation._replace(doubt=TWO_BEARERS) if differ and _are_two(article, *both) else relation


def _are_two(article: Article, *both: Span) -> bool:
    text = article.lowered
    if all(_is_introduced(text, span) for span in both):
        return True
    callings = set[str]()
    for span in both:
        start = max(text.rfind(". ", 0, span.start), text.rfind("\n", 0, span.start)) + 1
        end = min((at for at in (text.find(". ", span.end), text.find("\n", span.end)) if at >= 0), default=len(text))
        if any(words in text[start:end] for words in NO_KIN):
            return True
        calling = IS_ONE.match(text, span.end)
        if span is both[0] and calling and person_noun(calling["noun"]):
            return True
        callings.update(
            word for word in text[start : span.start].rsplit(maxsplit=1)[-1:] if word in RANKS or person_noun(word)
        )
    return len(callings) > 1


def _is_introduced(text: str, name: Span) -> bool:
    """Tell whether words say whose a full name is, as of one whom nobody knows: the union's Alan Pryce; Alan Price, who speaks for it."""
    whose = text.startswith(("'s ", "’s "), name.start - 3) or INTRODUCED.match(text, name.end)
    return " " in text[name.start : name.end] and bool(whose)
