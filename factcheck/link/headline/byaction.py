"""Figures taken up by what was done: "62 of the plants failed ... all 68 failing plants", "paid $415,000 ... the $405,000 they had paid".

The noun may be another, or stand behind "of the"; that the second is known, and that its verb is the first's, is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.context.speakers import is_copy, is_known
from factcheck.link.context.subjects import counted, stem, topics
from factcheck.link.headline.toldtwice import Same
from factcheck.link.series.figures import is_plain
from factcheck.model import Mention
from factcheck.patterns import Pattern

BACK, LEAST, REACH = 3, 12, 8
"""So many sentences before it may a figure be told that is taken up, of so many at the least; so many words behind it may tell what was done."""

TIMES = 2.5
"""Values of which one is more than so many times the other are of two things."""

DONE = Pattern(
    r"^ (?:that |which )?(?:it|he|she|they|we|I) (?:had |have |has |'d |’d |was |were )?(?P<verb>[a-z]+)(?=[.,;)\"”]| (?:in|on|for|and|last|before)\b|$)"
)
"""Behind a sum these tell by what it is known: the $405,000 they had paid."""

MORE = Pattern(r"\b(?:more(?! than)|another|others?|also|again|later|further|too)\b")
KNOWN = frozenset({"all", "those", "these"})
OTHER = frozenset(
    "other others another more further additional first second last next previous former rival new".split()
)


def by_action(article: Article) -> Iterator[Same]:
    """Yield the figures that take up the only other one of which the same was done in the sentences just before."""
    for again in article.mentions if article.has_articles else ():
        sentence = article.sentences[again.sentence]
        if again.kind in ("count", "money") and is_plain(again) and again.size >= LEAST and is_copy(article, sentence):
            if (verb := _done(article, again)) and _is_taken_up(article, again):
                found = list(_told(article, sentence, again, verb))
                apart = bool(found) and _are_more(article, found[0], again)
                if len({one.size for one in found}) == 1 and found[0].size != again.size and not apart:
                    yield Same(found[0], again)


def _are_more(article: Article, first: Mention, again: Mention) -> bool:
    """Tell whether more were added between two figures, in words or as a number."""
    between = article.document.text[first.span.end : again.span.start]
    numbers = (one.size for part in article.sentences[first.sentence : again.sentence + 1] for one in part.mentions)
    return MORE.search(between) is not None or any(abs(first.size + one - again.size) < 1 for one in numbers)


def _is_taken_up(article: Article, again: Mention) -> bool:
    place = article.place(again)
    near = {article.word(at) for at in range(place - 2, place + 4)}
    return (is_known(article, again) or article.word(place - 1) in KNOWN) and near.isdisjoint(OTHER)


def _done(article: Article, again: Mention) -> str:
    """Return the stem of what is said to have been done by, or to, what a figure counts: the 68 failing plants, the $405,000 they paid."""
    place = article.place(again)
    if again.kind == "money":
        said = DONE.match(article.around(again, 0, REACH * 6)[1])
        return stem(said["verb"]) if said else ""
    ahead, behind = article.word(place + 1), article.word(place + 2)
    if ahead.endswith(("ing", "ed")) and behind.isalpha():
        return stem(ahead)
    closed = article.skeleton[place + 3 : place + 4] in (",", ".", ";", ")", "q")
    return stem(behind) if behind.endswith("ed") and closed else ""


def _told(article: Article, sentence: Sentence, again: Mention, verb: str) -> Iterator[Mention]:
    """Yield the figures of the same thing in the sentences before in whose clause the same is done."""
    for near in article.sentences[max(0, sentence.number - BACK) : sentence.number]:
        for one in near.of_kind(again.kind) if is_copy(article, near) else ():
            less, more = sorted((one.size, again.size))
            alike = one.unit == again.unit and is_plain(one) and 0 < more <= TIMES * less
            if (
                alike
                and not _is_whole(article, one)
                and verb in _clause(article, near, one)
                and _is_same_thing(article, one, again)
            ):
                yield one


def _is_whole(article: Article, one: Mention) -> bool:
    """Tell whether a figure is what another before it is of: 62 of the 157 plants."""
    place = article.place(one)
    led = place - 1 - (article.word(place - 1) in ("the", "its", "their"))
    return article.word(led) == "of" and led - 1 in article.at


def _clause(article: Article, sentence: Sentence, one: Mention) -> frozenset[str]:
    """Return the stems of the words about a figure, up to another that is no part of it."""
    place = article.place(one)
    first = next(
        (at + 1 for at in range(place - 1, max(sentence.start, place - REACH) - 1, -1) if at in article.at),
        sentence.start,
    )
    behind = (
        at for at in range(place + 1, sentence.end) if at in article.at and article.word(at - 1) not in ("of", "the")
    )
    return topics(article, range(max(first, place - REACH), min(next(behind, sentence.end), place + 2 * REACH)))


def _is_same_thing(article: Article, one: Mention, again: Mention) -> bool:
    if again.kind != "count":
        return True
    place = article.place(one)
    whole = article.at.get(place + 3) if article.word(place + 1) == "of" else None
    nouns = {counted(article, one), counted(article, whole) if whole else ""} - {""}
    return counted(article, again) in nouns
