"""Figures set side by side that are a thousand times apart: $41 million against $45 billion.

Two values of one thing that a text compares, or a whole and its part, seldom differ a thousandfold; a million written
for a billion does.  Words that set the one against the other tie them, or a time and no new thing between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import islice

from factcheck.article import Article, Sentence
from factcheck.link.context.roles import grammar
from factcheck.link.context.speakers import FURTHER
from factcheck.link.context.stages import former
from factcheck.link.context.subjects import CLOSE, topics
from factcheck.link.context.tense import is_time
from factcheck.link.context.ties import Tied, adjacent, one_thing
from factcheck.link.series.figures import value
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.segment import vocabulary

SCALED = Pattern(r"(?i)thousand|lakh|crore|illion|\d ?(?:bn|tn|m)\b")
SCALE_WORD = Pattern(r"(?i)thousand|lakh|crore|[a-z]+illion|(?<=\d)(?:bn|tn|m)\b|(?<=\d )(?:bn|tn|m)\b")
SCALE, TWICE = 1000, 2
LONG = frozenset("peak high when years decades decade once since began launch start ever".split())
VALUED = frozenset("worth value valued valuation".split())
"""What a firm is valued at and what it earns may be a thousand times apart."""

PLAIN = frozenset("budget cost price total bill sum fortune income debt profit loss".split())
"""What these are of is a sum and no other thing."""

SUMS = frozenset({"money", "count", "measure"})
LEAST = 1000
FEW = 4
"""So many figures of a sentence are looked at on either side of one."""

MOVED = 8
"""So many places before a figure stands the verb that says it is no range: the bill rose from £41 million to."""

RECENT = 10
"""Years in which a firm seldom grows a thousandfold."""

FEW_WORDS, ALLOWED = 2, Fraction(5, 4)
REACH = 18
"""So many places may part two figures that are set side by side."""

GAP = 5
WHOLE, ONE_OF = frozenset({"which", "whom"}), frozenset("smallest largest biggest one alone each".split())
"""Between two figures these make a part of the later one, or one of several."""

AGAINST = frozenset("from than against compared versus vs".split())
THEN = frozenset({"earlier", "ago", "before", "later"})
PERSONS = frozenset({"he", "she", "others", "another"})
"""Behind a semicolon these begin on somebody else."""

RANGE = frozenset({"to", "and", "between", "-"})

SET_AGAINST = frozenset({"against", "versus", "than"})


def side_by_side(article: Article) -> Iterator[tuple[Mention, Mention]]:
    """Yield two figures of one kind where the later is set against the earlier, in the order in which they stand."""
    if article.verb_last:
        return
    for sentence in article.body:
        figures = _sums(sentence)
        if not figures:
            continue
        before = adjacent(article, sentence, -1)
        earlier = _sums(before)[-1:] if before else []
        for n, other in enumerate(figures):
            for one in islice(reversed([*earlier, *figures[:n]]), FEW):
                if _of_one_unit(one, other) and _worth(one, other) and _compared(article, one, other):
                    yield one, other
                    break


def apart(one: Mention, other: Mention) -> bool:
    """Tell whether two figures, of some digits and one in words of scale, are a thousand times apart, more or less."""
    telling = max(len(digits(each.text).strip("0")) for each in (one, other)) > 1
    less, more = sorted((value(one), value(other)))
    words = [found[0].lower() for each in (one, other) if (found := SCALE_WORD.search(each.text))]
    return (
        telling
        and words != []
        and len(set(words)) == len(words)
        and less > 0
        and SCALE / TWICE <= more / less <= SCALE * TWICE
    )


def _worth(one: Mention, other: Mention) -> bool:
    """Tell whether two figures say anything of scale: both in its words, or a thousand times apart."""
    return bool(SCALED.search(one.text) and SCALED.search(other.text)) or apart(one, other)


def _sums(sentence: Sentence) -> list[Mention]:
    return [
        mention for mention in sentence.mentions
        if mention.kind in SUMS and mention.size >= LEAST and not mention.upper and mention.hedge in ("", "about")
        and (mention.noun or mention.unit or not mention.text.isdecimal())
    ]  # fmt: skip


def _of_one_unit(one: Mention, other: Mention) -> bool:
    if one.kind == "measure" and _bare(other):
        return True
    if one.kind != other.kind or one.unit != other.unit:
        return False
    scaled = SCALED.search(one.text) and SCALED.search(other.text)
    bare = one.kind == "count" and not (one.noun or other.noun or scaled)  # 4.6 million more and 6,175 extra trains
    return other.noun in ("", one.noun) and not bare


def _compared(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether words set two figures against each other, or tell one thing of both."""
    first, last = article.place(one) + 1, article.place(other)
    if article.word(last + 1) == "times" and other.noun != one.noun:
        return False  # "has 45,000 bicycles and was used 43.9 million times"
    if article.word(first - 2) in SET_AGAINST:
        return False  # "$198m against $1.2m, on sales of $802m": it has its other already.
    words = {article.word(at) for at in range(first, last) if at not in article.at}
    if not words.isdisjoint(WHOLE):
        within = any(article.word(at) == "of" and article.word(at + 1) in WHOLE for at in range(first, last - 1))
        return within and last - first <= GAP and value(other) > value(one)  # No part is larger than its whole.
    further = any(article.word(at) in FURTHER for at in range(max(first, last - FEW_WORDS), last))
    alike = (
        _digits_near(one, other)
        and all(_free(article, each) for each in (one, other))
        and _at_times(article, one, other)
        and (one.sentence == other.sentence or _goes_on(article, other))
    )
    if further or not words.isdisjoint(ONE_OF) or last - first > REACH or _ranged(article, first, last):
        return False
    if (
        _long(article, one, other, valued=not alike)
        or per_period(article, one) != per_period(article, other)
        or _each(article, one)
        or _each(article, other)
        or not _means().isdisjoint(article.skeleton[first:last])
    ):
        return False
    if apart(one, other) and _of_its_own(article, other):
        return False
    if _of_it(article, one, other) or alike:
        return True
    if one.sentence != other.sentence:
        return _taken_up(article, one, other)
    if ";" in article.skeleton[first:last] and not words.isdisjoint(PERSONS):
        return False
    return _set_against(article, one, other, words) or _same(article, one, other) or _at_once(article, one, other)


def _of_its_own(article: Article, mention: Mention) -> bool:
    """Tell whether a figure stands right behind what has it, its verb left out: the county 34,000 and the state 3.4 million."""
    place = article.place(mention)
    led = article.skeleton[place - 1] == "w" and article.skeleton[place - 2] in vocabulary()[1]["DETERMINER"]
    return led and not is_time(article, place - 1)


def _goes_on(article: Article, mention: Mention) -> bool:
    """Tell whether a sentence goes on about what was told before it, by a pronoun or a time that it opens with."""
    start = article.sentences[mention.sentence].start
    opens = article.skeleton[start : start + 3]
    before = {article.word(at) for at in range(start, article.place(mention)) if at not in article.at}
    timed = "had" in before or any(is_time(article, at) for at in range(start, start + 3))
    return timed or not grammar().pronouns.isdisjoint(opens)


def _set_against(article: Article, one: Mention, other: Mention, words: set[str]) -> bool:
    """Tell whether words between two figures of a sentence set the one against the other, or tell how it came to be."""
    first, last = article.place(one) + 1, article.place(other)
    between = article.skeleton[first:last]
    upon = any(article.word(at + 1) == "on" and grammar().sign(article.skeleton[at]) for at in range(first, last - 1))
    came_to = words == {"to"} and article.word(first - 2) == "from"
    moved = any(grammar().sign(letter) for letter in between) and former(article, one, other)
    side_by_side = last - first == 1 and _digits_near(one, other)
    told = (
        upon
        or came_to
        or moved
        or side_by_side
        or not grammar().beat.isdisjoint(between)
        or not AGAINST.isdisjoint(words)
    )
    return told or _gapped(article, first, last, one, other)


def _gapped(article: Article, first: int, last: int, one: Mention, other: Mention) -> bool:
    """Tell whether a verb left out makes one clause like another: $2.1 billion in Asia, and in Europe $1.9 billion."""
    opens = first + (article.skeleton[first] == ",")
    led = (
        article.word(opens) in ("and", "but", "while") and article.skeleton[opens + 1] in vocabulary()[1]["PREPOSITION"]
    )
    verbs = {*vocabulary()[1]["BE"], *vocabulary()[1]["HAVE"], *vocabulary()[1]["PRONOUN"]}
    return led and last - opens <= GAP and verbs.isdisjoint(article.skeleton[first:last]) and _digits_near(one, other)


@cache
def _means() -> frozenset[str]:
    return frozenset(vocabulary()[1]["MEAN"] + vocabulary()[1]["PER"])


def per_period(article: Article, mention: Mention) -> str:
    """Return the period that a figure is of one of, "" where none is said: 1,250 a month, $36 more a year."""
    place = article.place(mention) + 1
    place += article.skeleton[place : place + 1] in (*vocabulary()[1]["MORE"], *vocabulary()[1]["LESS"])
    period = article.word(place) in ("a", "an", "per") and article.skeleton[place + 1] in vocabulary()[1]["PERIOD"]
    return article.word(place + 1) if period and article.word(place + 2) not in THEN else ""


def _each(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is of one of several: Rs 4.5 crore a megawatt."""
    place = article.place(mention) + 1
    behind = article.skeleton[place + 1 : place + 2]
    if not set(vocabulary()[1]["PER"]).isdisjoint(article.after(mention, FEW_WORDS)):
        return True
    return article.word(place) in ("a", "an", "per") and behind not in vocabulary()[1]["PERIOD"]


def _taken_up(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether the later sentence goes on about the thing of the earlier: by its words, or as "it" at another time."""
    pronoun = article.skeleton[article.sentences[other.sentence].start] in grammar().pronouns
    return one_thing(article, _plain(one, other), 1 if pronoun else 2)


def _at_once(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether a word or two parts figures whose digits differ by little: insured for £90 million, fetched £88 billion."""
    between = range(article.place(one) + 1, article.place(other))
    strange = [at for at in between if article.skeleton[at] in "wN" and at not in article.at]
    few = len(strange) <= FEW_WORDS and all(article.skeleton[at] == "w" for at in strange)
    joined = any(article.word(at) == "and" or article.skeleton[at] == ";" for at in between)
    sure = not apart(one, other) or (not joined and _free(article, one) and _free(article, other))
    return few and sure and _digits_near(one, other)


def _at_times(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether the words about two figures put them at two times, or the later leaves unsaid what it is of."""
    return _bare(other) or former(article, one, other) or former(article, other, one)


def _free(article: Article, mention: Mention) -> bool:
    """Tell whether no noun of its own tells what a sum is of: a $15 million penalty, sales of £3 billion, $12 billion in bonds."""
    place = article.place(mention)
    behind, word = article.after(mention, 2), article.word(place + 1)
    named = behind[:1] in ("w", "N", "-") if mention.kind == "money" else False
    named = (
        named
        or (word in ("in", "of") and (behind[1:] in ("w", "N") or behind[1:] in grammar().pronouns))
        or (article.word(place - 1) == "of" and article.word(place - 2) not in PLAIN)
    )
    return not named and grammar().compares(behind[:1]) == 0


def _digits_near(one: Mention, other: Mention) -> bool:
    """Tell whether two figures would differ by little, if they were of one size."""
    less, more = sorted((value(one), value(other)))
    return any(less * power <= more * ALLOWED and more <= less * power * ALLOWED for power in (1, SCALE))


def _plain(one: Mention, other: Mention) -> Tied:
    """Return two figures as if they were of one size, which is what is asked of all else about them."""
    return Tied(one.changed(hedge=""), other.changed(hedge="", number=one.number))


def _same(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether two figures are of one thing: its word stands by both, it is left unsaid, or a time alone is new."""
    elided = bool(one.noun or one.unit) and _bare(other)
    first, last = article.place(one), article.place(other)
    ahead, between = topics(article, range(max(0, first - CLOSE), first)), topics(article, range(first + 1, last))
    behind = topics(article, range(last + 1, min(last + 1 + CLOSE, len(article.skeleton))))
    shared = (ahead & between) | (ahead & behind) | (between & behind)
    return elided or bool(shared) or one_thing(article, _plain(one, other), 1 if _digits_near(one, other) else 2)


def _bare(mention: Mention) -> bool:
    """Tell whether a figure in words of scale leaves unsaid what it counts: compared with 9.0 billion in April."""
    return mention.kind == "count" and not mention.noun and bool(SCALED.search(mention.text))


def _of_it(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether a sum is taken up as the whole of something: of the $12.4 billion, a third goes on roads."""
    place = article.place(other)
    known = (article.word(place - 2), article.word(place - 1)) == ("of", "the")
    return known and digits(one.text).strip("0") == digits(other.text).strip("0")


def _ranged(article: Article, first: int, last: int) -> bool:
    """Tell whether two figures are the ends of a range: from $5,000 to $5 million."""
    if last - first > 1 or (last > first and article.word(first) not in RANGE):
        return False
    if article.word(first) == "and" and not _between(article, first):
        return False
    return not any(grammar().sign(letter) for letter in article.skeleton[max(0, first - MOVED) : first])


def _between(article: Article, joint: int) -> bool:
    """Tell whether "between" leads to the two figures that an "and" joins."""
    return any(article.word(at) == "between" for at in range(max(0, joint - FEW), joint))


def _long(article: Article, *both: Mention, valued: bool) -> bool:
    """Tell whether the text speaks of a peak, a beginning or many years: over those a firm may grow a thousandfold."""
    sentences = {mention.sentence: article.sentences[mention.sentence] for mention in both}.values()
    told = [mention.when.year for part in sentences for mention in part.mentions if mention.when and mention.when.year]
    if told and not (_bare(both[1]) and _digits_near(*both)):
        return article.published is None or min(told) < article.published.year - RECENT
    if any(one.kind == "ordinal" and one.size >= RECENT for part in sentences for one in part.mentions):
        return True  # By its twentieth year.
    long = LONG | VALUED if valued else LONG
    return any(not long.isdisjoint(article.words(part).lower().replace(".", "").split()) for part in sentences)
