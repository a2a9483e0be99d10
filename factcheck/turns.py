"""What a thing is said to rise or fall to, where what it came from is told apart: in an aside, or in the sentence behind.

"Membership, which had been 410 in 2010, has fallen to 380"; "The wait has grown to 212 minutes. A year ago it was 187".
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Said, Sentence
from factcheck.frames import Movement, alike
from factcheck.model import Mention
from factcheck.roles import grammar, verbal
from factcheck.segment import vocabulary
from factcheck.ties import Tied, adjacent, one_thing

LED = "verb=RISE|FALL <wNDRYW>? <wDRYW>? <wDRYW>? to ABOUT? {after:money|count|measure|percent|duration}"
PAST = frozenset(
    "had was were ago before earlier previous previously last when numbered totalled totaled stood".split()
)
RELATIVE = frozenset({"which", "who", "that"})
TIMES = frozenset("DYRW")
ADVERBS, ASIDE = 4, 18
"""So many places may part an aside from the verb behind it, and the two ends of an aside."""


def turned(article: Article, told: frozenset[int]) -> Iterator[Movement]:
    """Yield each rise or fall to a figure whose base stands apart; `told` are the figures whose base is known, by first token."""
    if article.verb_last:
        return
    for said in article.match(LED):
        after = said.after
        if after.first in told or after.hedge not in ("", "about") or not verbal(said.word("verb")):
            continue
        verb, sentence = said.match.start("verb"), said.sentence
        before = _aside(article, sentence, verb, after) or _behind(article, sentence, after) or _ahead(article, said)
        if before:
            yield Movement(sentence, before, after, (), grammar().sign(article.skeleton[verb]), verb, "told")


def _like(sentence: Sentence | None, after: Mention) -> list[Mention]:
    known = sentence.mentions if sentence else ()
    return [
        one for one in known
        if one is not after and one.number and not one.upper and not one.hedge and (one.kind in (after.kind, "count") or (after.kind == "count" and not after.noun))
        and alike(one, after) and one.noun in ("", after.noun or one.noun)
    ]  # fmt: skip


def _aside(article: Article, sentence: Sentence, verb: int, after: Mention) -> Mention | None:
    """Return the one figure before the verb, if an aside between commas says that the thing was so many."""
    close = article.skeleton.rfind(",", max(sentence.start, verb - ADVERBS), verb)
    opening = article.skeleton.rfind(",", max(sentence.start, close - ASIDE), close) if close > 0 else -1
    like = [one for one in _like(sentence, after) if article.place(one) < verb]
    if opening < 0 or len(like) != 1 or not opening < article.place(like[0]) < close:
        return None
    helping = grammar().known | frozenset(vocabulary()[1]["HAVE"]) | frozenset(vocabulary()[1]["BE"])
    led = all(
        letter in helping or article.word(at) in ("since", "now", "then")
        for at, letter in _letters(article, close + 1, verb)
    )
    words = {article.word(at) for at in range(opening + 1, close) if at not in article.at}
    past = not PAST.isdisjoint(words) or not TIMES.isdisjoint(article.skeleton[opening:close])
    own = article.word(opening + 1) in RELATIVE or article.place(like[0]) == opening + 1
    return like[0] if led and past and own else None


def _letters(article: Article, start: int, stop: int) -> Iterator[tuple[int, str]]:
    return ((at, article.skeleton[at]) for at in range(start, stop))


def _behind(article: Article, sentence: Sentence, after: Mention) -> Mention | None:
    """Return the one figure that a clause or sentence behind says the thing was before."""
    own = [one for one in _like(sentence, after) if one.first > after.first]
    other = None if own else adjacent(article, sentence, 1)
    like = own or _like(other, after)
    if len(like) != 1:
        return None
    start = other.start if other else article.place(after) + 1
    if own and not any(letter in ";:," for letter in article.skeleton[start : article.place(like[0])]):
        return None
    return (
        like[0]
        if _was(article, start, article.place(like[0])) and one_thing(article, Tied(after, like[0]), 1)
        else None
    )


def _was(article: Article, start: int, place: int) -> bool:
    """Tell whether the words before a figure say that it is past, and that a thing was so much."""
    words = [article.word(at) for at in range(start, place) if at not in article.at]
    last = words[-2:]
    return not PAST.isdisjoint(words) and any(word in ("been", "was", "were", "stood", "at") for word in last)


def _ahead(article: Article, said: Said) -> Mention | None:
    """Return the one figure before "it has since", in its sentence or the one before, from which a thing has gone on."""
    sentence, verb = said.sentence, said.match.start("verb")
    if not any(article.word(at) == "since" for at in range(sentence.start, verb) if at not in article.at):
        return None
    own = [one for one in _like(sentence, said.after) if article.place(one) < verb]
    like = own or _like(adjacent(article, sentence, -1), said.after)
    return like[0] if len(like) == 1 and one_thing(article, Tied(like[0], said.after), 1) else None
