"""Changes that take up what the sentence before them told: its figure, as "that", or its two figures, as "the gain".

"Orders came to $96 million. That was triple the $38 million of a year before": the pronoun is the figure.
"The bank cut its rate from 8.4% to 6.9%. A cut of 1.5% is small": the noun is the change.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck.article import Article, Sentence
from factcheck.link.change.dropped import UNSURE
from factcheck.link.context.frames import NEAR, Movement, alike, clear
from factcheck.link.context.roles import Role, grammar
from factcheck.link.context.ties import Tied, adjacent, between, closes, one_thing
from factcheck.link.series.figures import AMOUNTS, FOR_ONE, slip, value
from factcheck.model import Mention
from factcheck.segment import vocabulary

FIGURES = frozenset({"that", "this", "it", "these"})
"""What stands for a figure of the sentence before."""

LEADING = frozenset('"and but so or yes'.split())
CHANGES = frozenset({"the", "that", "this", "a", "an", "such"})
BACK = 3
"""So many sentences with figures before it may have what "the sum" stands for."""

FAR = 10
"""So many times another is what no change of less than all of it makes of it."""

OPENING = 4
"""So many places may lead from a sentence's start to the word of change: "Such a sharp fall"."""

SLIP = 2
"""So many digits of an amount that a pronoun is said to be more tell a slip of the pen."""

APART = "the two figures stand in two sentences"
NAMELESS = frozenset({"sum", "figure", "total", "amount", "number"})
LINKS = frozenset({"than", "times", "compared", "from", "on", "over"})


def anaphoric(
    article: Article, sentence: Sentence, read: list[Role], used: set[int], before: list[Movement]
) -> Iterator[Movement]:
    """Yield the change that a sentence tells of what the one before it told; `before` are the last changes told."""
    start = _opening(article, sentence)
    previous = adjacent(article, sentence, -1)
    if previous is None or not read:
        return
    word = article.word(start)
    named = word == "the" and article.word(start + 1) in NAMELESS
    if (word in FIGURES or named) and (n := _base(article, read, used, start + named)) is not None:
        told = _telling(article, previous, read[n].mention) if named else previous
        for base in (n, *_also_of(article, read, n)):
            yield from _of_figure(article, sentence, told, read, base)
    elif openly := _said_openly(article, read):
        yield from _of_change(article, previous, sentence, openly, before)
    elif aside := _set_against(article, sentence, previous, read):
        yield aside
    elif word in FIGURES | CHANGES and (change := _named(article, sentence, read, start)):
        yield from _of_change(article, previous, sentence, change, before)


def _opening(article: Article, sentence: Sentence) -> int:
    """Return where a sentence begins in earnest: a quotation mark and a word that joins it passed over."""
    start = sentence.start
    while start < sentence.end - 1 and (article.skeleton[start] == '"' or article.word(start) in LEADING):
        start += 1
    return start


def _base(article: Article, read: list[Role], used: set[int], start: int) -> int | None:
    """Return the figure that "that" is set against, where nothing but words of size stands between the two."""
    n = next((n for n, role in enumerate(read) if role.name == "before"), None)
    if (
        n is None
        or n in used
        or read[n].link not in LINKS
        or any(role.name not in ("change", "times") and not _apiece(article, role) for role in read[:n])
    ):
        return None
    verb = article.skeleton[start + 1]
    if verb not in grammar().be | grammar().compared:
        return None
    joined = max((article.skeleton.rfind(letter, start, read[n].start) for letter in _also()), default=-1)
    between = article.skeleton[max(start + 1, joined) + 1 : read[n].start]
    return n if len(between) <= NEAR and _sizing().issuperset(between) else None


@cache
def _sizing() -> frozenset[str]:
    """Compile the letters of what may size a comparison: "a rise of", "more than", "up", "nearly twice", figures."""
    words, classes = grammar(), vocabulary()[1]
    about = frozenset().union(*(classes[name] for name in ("ABOUT", "NEARLY", "BARELY", "ONLY", "EXACTLY", "THAN")))
    return (
        about
        | words.size
        | words.more
        | words.less
        | words.known
        | words.compared
        | set("PXFMKUT")
        | {vocabulary()[0]["of"]}
    )


def _of_figure(
    article: Article, sentence: Sentence, previous: Sentence, read: list[Role], n: int
) -> Iterator[Movement]:
    base = read[n].mention
    likes = [one for one in previous.mentions if one.kind == base.kind and one.upper is None and alike(one, base)]
    likes = [one for one in likes if article.word(article.place(one) - 2) != "out"]  # 84 tons a day out of 423 supplied
    first = next((at + 1 for at in range(n - 1, -1, -1) if read[at].name == "before"), 0)
    stated = tuple(role for role in (*read[first:n], *_apposed(article, read, n)) if role.name in ("change", "times"))
    likes = [one for one in likes if not _is_out_of_reach(one, base, stated)]
    if likes and stated:
        sign = next((role.sign for role in stated if role.sign), 0)
        likes = _that_may_be(likes, base, sign)
        joined = any(role.start - read[n].place <= 2 and alike(role.mention, base) for role in read[n + 1 : n + 2])
        doubt = UNSURE if len(likes) > 1 or joined or _bare(base, likes[-1]) else None
        yield Movement(sentence, base, likes[-1], stated, sign, link="than", doubt=doubt)


def _is_out_of_reach(like: Mention, base: Mention, stated: tuple[Role, ...]) -> bool:
    """Tell whether a figure is so many times another that no percentage of change that is told can part the two."""
    low, high = sorted((like.size, base.size))
    percents = [role.mention.size for role in stated if role.mention.kind == "percent"]
    return bool(percents) and max(percents) < 1 and high > FAR * low


def _that_may_be(likes: list[Mention], base: Mention, sign: int) -> list[Mention]:
    """Return the figures that may be so much more than a base, or less, all where none may: of 92 votes to 78, 92 is more than 90."""
    return [one for one in likes if sign and (one.size - base.size) * sign > 0] or likes


def _bare(base: Mention, like: Mention) -> bool:
    """Tell whether two counts name two things."""
    return bool(base.noun and like.noun) and base.noun != like.noun


def _apposed(article: Article, read: list[Role], n: int) -> Iterator[Role]:
    """Yield the change behind the base: "That compares with $5 a year ago, a rise of 12%"."""
    for role in read[n + 1 : n + 2]:
        between = article.skeleton[read[n].place + 1 : role.start]
        if (
            "," in between
            and len(between) <= NEAR
            and clear(article, read[n].place, role.start)
            and closes(article, role)
        ):
            yield role


def _telling(article: Article, previous: Sentence, base: Mention) -> Sentence:
    """Return the last sentence, of the few before "the sum", that has a figure which it may stand for."""
    few = article.sentences[max(0, previous.number - BACK + 1) : previous.number + 1]
    return next((one for one in reversed(few) if any(alike(like, base) for like in one.mentions)), previous)


def _also_of(article: Article, read: list[Role], n: int) -> Iterator[int]:
    """Yield the further figures that the same is set against: "is three times the $28 million and twice the $42 million"."""
    for further in range(n + 2, len(read)):
        one, base = read[further - 1], read[further]
        if (
            base.link == "times"
            and one.name == "times"
            and _also().intersection(article.skeleton[read[n].place : one.place])
        ):
            yield further


def _apiece(article: Article, role: Role) -> bool:
    """Tell whether a figure only says once more what a pronoun stands for: "That is $11,700 per cinema, and triple ..."."""
    words = [article.word(at) for at in range(role.place + 1, role.place + OPENING) if at not in article.at]
    return not FOR_ONE.isdisjoint(words)


@cache
def _also() -> frozenset[str]:
    return frozenset(letter for word, letter in vocabulary()[0].items() if word == "and")


def _named(article: Article, sentence: Sentence, read: list[Role], start: int) -> Role | None:
    """Return the change that a sentence begins with: "The gain of 1,150 was", "That is a rise of 12%"."""
    role, words = read[0], grammar()
    noun = next((at for at in range(role.place - 1, start, -1) if article.skeleton[at] in words.nouns), None)
    if role.name != "change" or noun is None or noun - start > OPENING or article.word(noun + 1) not in ("of", "by"):
        return None
    if any(at in article.at or article.skeleton[at] in ',"' for at in range(start, noun)):
        return None
    pronoun = article.word(start) in FIGURES and article.skeleton[start + 1] in words.be
    plain = pronoun or (article.word(start) in CHANGES and _predicated(article, sentence, role))
    return role if plain and closes(article, role) else None


def _said_openly(article: Article, read: list[Role]) -> Role | None:
    """Return the amount of "it's 1,860 more", where the sentence has no other figure of the kind."""
    changes = [role for role in read if role.name == "change" and role.mention.kind in AMOUNTS]
    if (
        len(changes) != 1
        or not _is_said(article, changes[0])
        or any(role.mention.kind == changes[0].mention.kind for role in read if role is not changes[0])
    ):
        return None
    return changes[0]


def _is_said(article: Article, change: Role) -> bool:
    """Tell whether an amount is said of a pronoun, and not than what: "it's 1,860 more", "which is €77 less"."""
    place, letters, words = change.place, article.skeleton, grammar()
    compared = words.compares(letters[place + 1 : place + 2] or ".") != 0
    been = letters[place - 1] in words.be or article.word(place - 1) == "'s"
    return compared and been and article.word(place - 2) in FIGURES | {"which"} and closes(article, change)


def _set_against(article: Article, sentence: Sentence, previous: Sentence, read: list[Role]) -> Movement | None:
    """Return "which is €67 more" of two figures, one of them in the sentence before: met, or missed by a slip of the pen."""
    change = next((role for role in read if role.mention.kind in AMOUNTS and role.name == "change"), None)
    if change is None or not _is_said(article, change):
        return None
    own, earlier = (
        [one for one in part.mentions if one.first < change.mention.first and _alike(one, change.mention)]
        for part in (sentence, previous)
    )
    if len(own) != 1 or len(earlier) != 1:
        return None
    gap = abs(value(own[0]) - value(earlier[0]))
    pair = Tied(earlier[0], own[0], None if slip(change.mention, gap, SLIP) else APART)
    return between(sentence, change, pair) if gap == value(change.mention) or pair.doubt is None else None


def _alike(mention: Mention, change: Mention) -> bool:
    return (mention.kind, mention.unit, mention.hedge, mention.upper) == (change.kind, change.unit, "", None)


def _predicated(article: Article, sentence: Sentence, role: Role) -> bool:
    """Tell whether what is said of a change follows it at once: nothing tells of what else it is."""
    classes, letters = vocabulary()[1], article.skeleton
    at = role.place + 1
    return at >= sentence.end or letters[at] in {*classes["BE"], *classes["AUXILIARY"], *classes["HAVE"], *",;"}


def _of_change(
    article: Article, previous: Sentence, sentence: Sentence, change: Role, before: list[Movement]
) -> Iterator[Movement]:
    told = [move for move in before if move.sentence is previous and move.before is not None]
    if len(told) == 1 and not (told[0].stated or told[0].doubt or told[0].others or told[0].pair):
        yield told[0]._replace(sentence=sentence, stated=(change,), said=-1)
    elif not told and (pair := _told(article, previous)):
        yield between(sentence, change, pair)


def _told(article: Article, previous: Sentence) -> Tied | None:
    """Return the two figures of one thing that the sentence before tells, or that and the one before it."""
    own = [mention for mention in previous.mentions if mention.kind in ("money", "count", "measure", "percent")]
    if len(own) == 1 and (earlier := adjacent(article, previous, -1)):
        own = [*(mention for mention in earlier.mentions if alike(mention, own[0])), *own]
    pair = Tied(own[0], own[1]) if len(own) == 2 and (own[0].kind, own[0].unit) == (own[1].kind, own[1].unit) else None
    return pair if pair and one_thing(article, pair, least=1) else None
