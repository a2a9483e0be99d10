"""Which way a change goes, and the word that says so."""

from __future__ import annotations

from factcheck.article import Article, Sentence
from factcheck.link.context.frames import NEAR, clear
from factcheck.link.context.roles import Role, grammar, roles, verbal
from factcheck.model import Mention
from factcheck.segment import vocabulary

ADVERBIAL = 5
"""So many places may part a figure from the verb behind it."""

FIGURE = frozenset("MKUPT")
OPENING = frozenset("which who that whose where when as because amid by".split())
"""Words that open a clause, or a cause, with changes of its own."""

ADVERBS = frozenset({"up", "down", "higher", "lower"})
UPWARD = frozenset({"up", "down"})
CAME = frozenset("came come comes coming crept inch inches climbs brought bring brings taken took pushed".split())
"""Verbs that go up or down by the word behind them."""

OBJECT = 3
FIGURATIVE = frozenset(
    "blow pain pressure mood tone stance strain hopes fears eyebrows spirits doubts questions alarm tensions bar stakes".split()
)
"""Behind a verb of change these are what it moves, and no figure: prices softened the blow."""

NEAR_BE = 3
GOING_ON = frozenset("kept keep keeps began begun starts started".split())
CLAUSE = frozenset(',;:()—"')


def direction(
    article: Article, sentence: Sentence, read: list[Role], first: int, last: int, stated: tuple[Role, ...]
) -> tuple[int, int]:
    """Return the sign of the word that moves the thing from one figure to the other, and its place."""
    for role in stated:
        if role.sign and role.name == "change" and role.place < read[last].place:
            return role.sign, _word_of(article, role)
    if article.verb_last:
        return _verb_behind(article, sentence, read[last].place)
    words = grammar()
    at = (
        read[last].start
        if read[first].name in ("plain", "change") or read[first].link == "aside"
        else read[first].start
    )
    floor = max(sentence.start - 1, at - NEAR)
    allowed = words.passed | set(",") | set(words.word) | {vocabulary()[0]["for"], words.within}
    while at > floor:
        letter = article.skeleton[at]
        if sign := words.sign(letter):
            return sign, at
        if at != read[first].start and at != read[last].start and letter not in allowed:
            break
        at -= 1
    return 0, -1


def governing(article: Article, sentence: Sentence, start: int) -> tuple[int, int]:
    """Return the sign and place of the verb before a noun phrase: cut its tariff on Korean goods from 25% to 15%."""
    words = grammar()
    for at in range(start - 1, max(sentence.start - 1, start - NEAR), -1):
        letter = article.skeleton[at]
        if sign := words.sign(letter):
            return sign, at
        if letter in FIGURE or letter in CLAUSE:
            break
    return 0, -1


def _verb_behind(article: Article, sentence: Sentence, place: int) -> tuple[int, int]:
    for at in range(place + 1, min(place + 1 + ADVERBIAL, sentence.end)):
        if sign := grammar().sign(article.skeleton[at]):
            return sign, at
    return 0, -1


def _word_of(article: Article, role: Role) -> int:
    """Return the place of the word that gives a change its sign, -1 where none stands near."""
    words, letters = grammar(), article.skeleton
    places = (*range(role.place - 1, max(role.start - 6, 0), -1), *range(role.place + 1, role.place + 6))
    near = (at for at in places if at < len(letters))
    return next((at for at in near if role.sign in (words.sign(letters[at]), words.compares(letters[at]))), -1)


def sole(article: Article, sentence: Sentence, before: Mention, after: Mention) -> tuple[int, int]:
    """Return the sign and place of the one verb of change ahead of two figures, where it can be of nothing else.

    So it is where they are the only two of their kind in the sentence and no other clause opens between.
    """
    like = [one for one in sentence.mentions if (one.kind, one.unit) == (before.kind, before.unit)]
    start = min(article.place(before), article.place(after))
    words = grammar()
    signs = [
        (words.sign(article.skeleton[at]), at)
        for at in range(sentence.start, start)
        if words.sign(article.skeleton[at])
    ]
    signs = [(sign, at) for sign, at in signs if article.word(at - 1) != "for" and not _is_named(article, sentence, at)]
    if len({sign for sign, _ in signs}) != 1 or any(one not in (before, after) for one in like):
        return 0, -1
    sign, at = signs[-1]
    opened = {article.word(place) for place in range(at + 1, start) if place not in article.at} & OPENING
    return (sign, at) if moves(article, at) and not opened and clear(article, at, start) else (0, -1)


def _is_named(article: Article, sentence: Sentence, at: int) -> bool:
    """Tell whether a word of change is a name within its sentence: Dahlman Rose."""
    return at > sentence.start and article.tokens.word(article.token(at))[:1].isupper()


def is_figurative(article: Article, at: int) -> bool:
    """Tell whether what a verb of change moves is nothing that has a figure."""
    return any(article.word(near) in FIGURATIVE for near in range(at + 1, min(at + 1 + OBJECT, len(article.skeleton))))


def moves(article: Article, at: int) -> bool:
    """Tell whether a word of change is a verb: a past, "we cut", "has gone down", "edged lower"."""
    before, classes = article.skeleton[at - 1 : at], vocabulary()[1]
    if article.word(at) in ADVERBS:
        word = article.word(at - 1) if at else ""
        if article.word(at + 1) == "than":
            return False
        being = before in classes["BE"] and article.word(at) in UPWARD
        return being or before in classes["CHANGE"] or word in CAME or (before == "w" and word.endswith("ed"))
    if article.word(at).endswith("ing"):
        going_on = {article.word(place) for place in range(max(0, at - NEAR_BE), at)}
        return not GOING_ON.isdisjoint(going_on) or not set(classes["BE"]).isdisjoint(
            article.skeleton[max(0, at - NEAR_BE) : at]
        )
    if is_figurative(article, at):
        return False
    helping = ("PRONOUN", "AUXILIARY", "HAVE", "BE")
    return verbal(article.word(at)) or (bool(before) and any(before in classes[name] for name in helping))


def is_change(article: Article, figure: Mention) -> bool:
    """Tell whether a figure is itself what a thing moved by, and no level: rose 3%, with traffic up 1%."""
    read = roles(article, article.sentences[figure.sentence])
    return any(role.name == "change" and role.mention.span == figure.span for role in read)
