"""Lists that are told in the order of their figures: the first, then those that follow it.

"Soy led with $4.1 billion, followed by corn ($3.2 billion) and beef ($2.4 billion)"; "A(46%), B(27%), C(21%) 순이었다".
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.context.roles import grammar
from factcheck.link.context.tense import TIMES
from factcheck.link.context.ties import adjacent
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.segment import vocabulary

VALUES = "money|count|measure|percent"
FOREMOST = frozenset(
    {
        *("most", "top", "topped", "led", "leads", "leading", "leader", "first", "least", "fewest", "ahead"),
        *("heads", "headed", "heading", "tops", "topping"),
    }
)
COMES = frozenset({"came", "comes", "was", "were", "is", "are", "follows", "followed"})
IN_TURN = ("순이", "순입", "뒤따")
BY_SIZE = ("많", "높", "컸", "크", "낮", "적", "나타", "집계", "꼽", "뒤")
FOLLOWING, APIECE = "뒤를", ("씩", "꼴", "짜리", "급")
"""Behind a figure the second make it what each has, or one is worth: no value of a list."""

GOING_ON, TOPIC = (
    ("이어 ", "이어서 ", "뒤이어 ", "다음은 ", "다음으로 ", "그다음은 ", "그 다음"),
    Pattern(r"[^0-9,]*[은는] "),
)
"""How a sentence begins that goes on with a list, and one with a topic, which turns to another."""
LAST = frozenset({"rear", "last", "bottom"})
LEAST, TWO = 3, 2
"""So many figures show that a list runs one way."""

MOST = "가장"
AT_PLACE = Pattern(r"(?:으로|로|을|를)? ?(?:얻어|기록해|받아)? ?(?:[가-힣]{2,4} )?")
"""What parts a figure from the place that it is good for."""

HUNDRED = 100
"""A bare number that is no more may be a percentage, its sign left unsaid."""

PARTS = frozenset({"of", "in", "from", "among"})
"""Behind a figure of a list these may tell of another whole: 19% of the market in tablets."""

FURTHEST = 16
"""So many places may part two figures of a list."""


def listed(article: Article) -> Iterator[tuple[Mention, ...]]:
    """Yield the figures of each list that is said to be in order, as they stand."""
    for sentence in article.body if article.verb_last else article.holding("followed", "next"):
        found = _in_turn(article, sentence) if article.verb_last else _followed(article, sentence)
        found = (*_foremost(article, sentence, found[0]), *found) if article.verb_last and found else found
        if not (len(found) >= LEAST and _plain(article, found)):
            found = _placed(article, sentence) if article.verb_last else ()
        if len(found) >= LEAST:
            yield found if article.verb_last else (*found, *_rear(article, sentence, found[0]))


def _followed(article: Article, sentence: Sentence) -> tuple[Mention, ...]:
    """Return the foremost figure and those that are said to follow it: "followed by", "Next came ... then"."""
    if article.word(sentence.start) == "next" and article.word(min(sentence.start + 1, sentence.end)) in COMES:
        before = article.sentences[sentence.number - 1] if sentence.number else None
        near = before is not None and before.block == sentence.block and sentence.start - before.end <= 1
        return _run(article, before, sentence, sentence.start) if before and near else ()
    cue = next((at for at in range(sentence.start, sentence.end) if article.word(at) == "followed"), -1)
    if cue < 0:
        return ()
    if article.word(cue + 1) == "by":
        return _run(article, sentence, sentence, cue + 1)
    ahead = [one for one in sentence.of_kind(VALUES) if article.place(one) < cue]
    second = article.place(ahead[-1]) if len(ahead) == TWO and _like(*ahead) else -1
    return _run(article, sentence, sentence, second - 1) if second > 0 else ()


def _rear(article: Article, sentence: Sentence, first: Mention) -> tuple[Mention, ...]:
    """Return the one figure of the sentence behind a list that is said to come last: "Ash brought up the rear on 29"."""
    behind = adjacent(article, sentence, 1)
    like = [one for one in behind.of_kind(VALUES) if _like(first, one)] if behind else []
    words = {article.word(at) for at in range(behind.start, behind.end)} if behind else set()
    return tuple(like) if len(like) == 1 and not words.isdisjoint(LAST) and words.isdisjoint(FOREMOST) else ()


def _run(article: Article, leading: Sentence, sentence: Sentence, cue: int) -> tuple[Mention, ...]:
    """Return the last figure before `cue`, if it is said to be the foremost, with those of its kind behind."""
    ahead = [mention for mention in leading.of_kind(VALUES) if article.place(mention) < cue]
    if not ahead:
        return ()
    words = (article.word(at) for at in range(leading.start, min(cue, leading.end)) if at not in article.at)
    if not any(word in FOREMOST or (word.endswith("est") and len(word) > LEAST + 1) for word in words):
        return ()
    behind = (mention for mention in sentence.of_kind(VALUES) if article.place(mention) > cue)
    return (ahead[-1], *(mention for mention in behind if _like(ahead[-1], mention)))


def _in_turn(article: Article, sentence: Sentence) -> tuple[Mention, ...]:
    """Return the figures before "순이었다" or "뒤를 이었다", the last of each in brackets or before its comma."""
    places = range(sentence.start, sentence.end)
    words = ((at, article.word(at)) for at in places if article.skeleton[at] == "w")
    cue = next(
        (at for at, word in words if word.startswith(IN_TURN) or word == FOLLOWING or _by_size(article, at)), None
    )
    figures = [
        mention
        for mention in sentence.of_kind(VALUES)
        if cue and article.place(mention) < cue and not article.document.text.startswith(APIECE, mention.span.end)
    ]
    return tuple(mention for mention in figures if _like(figures[-1], mention))


def _foremost(article: Article, sentence: Sentence, second: Mention) -> tuple[Mention, ...]:
    """Return the one figure that the sentence before tells of what has most, or least, where this one goes on from it."""
    words = article.words(sentence)
    goes_on = words.startswith(GOING_ON) or (FOLLOWING in words and TOPIC.match(words) is None)
    before = adjacent(article, sentence, -1) if goes_on else None
    told = [one for one in before.of_kind(VALUES) if _like(second, one)] if before else []
    most = "그 뒤를" in words or (
        before is not None and any(article.word(at) == MOST for at in range(before.start, before.end))
    )
    return tuple(told) if most and len(told) == 1 else ()


def _placed(article: Article, sentence: Sentence) -> tuple[Mention, ...]:
    """Return the figures of a sentence that each stand straight before a place, from the first on: 32%로 1위, 27%로 2위."""
    ranks = [one for one in sentence.of_kind("ordinal") if one.noun == "place"]
    figures = [one for one in sentence.of_kind(VALUES) if not one.upper]
    text, found = article.document.text, []
    for place, rank in enumerate(ranks, 1):
        before = [one for one in figures if one.first < rank.first]
        near = before and AT_PLACE.fullmatch(text[before[-1].span.end : rank.span.start])
        if not near or rank.size != place:
            return ()
        found.append(before[-1])
    return tuple(found) if len({(one.kind, one.unit, one.counter) for one in found}) == 1 else ()


def _by_size(article: Article, at: int) -> bool:
    """Tell 순으로 많았다, in the order of size, from 순으로 조사했다, in the order of asking."""
    return (
        article.word(at).startswith("순으")
        and at + 1 in range(len(article.skeleton) - 1)
        and article.tokens.word(article.token(at + 1)).startswith(BY_SIZE)
    )


def _like(one: Mention, other: Mention) -> bool:
    if (one.kind, one.unit, one.counter) == (other.kind, other.unit, other.counter):
        return other.noun in ("", one.noun)
    return other.kind == "count" and not other.noun and (one.kind != "percent" or other.size <= HUNDRED)


def _goes_on(article: Article, mention: Mention) -> bool:
    return article.after(mention, 1) not in ("", ")", ",")


def _plain(article: Article, figures: tuple[Mention, ...]) -> bool:
    """Tell whether no time, no verb of change and no range makes more of a list than an order of figures."""
    first, last = article.place(figures[0]), article.place(figures[-1])
    if any(article.word(article.place(each) + 1) in PARTS for each in figures[2:] if _goes_on(article, each)):
        return False
    between = article.skeleton[first : last + 2]
    apart = zip(map(article.place, figures), map(article.place, figures[1:]), strict=False)
    if any(later - earlier > FURTHEST for earlier, later in apart):
        return False
    per = vocabulary()[1]["PER"]
    rates = any(article.before(mention, 1) in per for mention in figures if article.before(mention, 1))
    if rates or any(mention.number is None or mention.upper or mention.number.middle == 1 for mention in figures):
        return False  # "one of every 204" is a share, which no other word of the list says.
    signed = [first + at for at, letter in enumerate(between) if grammar().sign(letter)]
    return TIMES.isdisjoint(between) and all(article.word(at - 1) == MOST for at in signed)
