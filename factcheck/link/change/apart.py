"""Changes told apart from their figures: "In 2006 it was 51 percent ... so turnout has risen by 12 points"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import islice
from operator import attrgetter

from factcheck.article import BIT, Article, Sentence
from factcheck.link.context.frames import Movement, alike
from factcheck.link.context.roles import Role, grammar
from factcheck.link.context.ties import between, tied
from factcheck.link.series.figures import AMOUNTS
from factcheck.model import Mention
from factcheck.phrase import kind_letters
from factcheck.regexes import compiled
from factcheck.segment import charset, vocabulary

DOUBT = "the figures stand apart from the change"
LIKE_FIGURES = 3
"""So many figures of one kind before the change may be one of the two that it parts."""

STATED = frozenset({"percent", "points", "fraction", "multiple", "money", "count", "measure", "duration"})
SHARES = sum(BIT[letter] for letter in kind_letters("percent|points|fraction"))
MOVED = SHARES | BIT["X"] | BIT["M"] | BIT["K"] | BIT["U"]
TIMES = frozenset("RYD")
TIMED = sum(BIT[letter] for letter in "RYD")
FEW, MOST = 6, 10


def apart(article: Article, sentence: Sentence, read: list[Role], framed: list[Movement]) -> Iterator[Movement]:
    """Yield, as doubtful, each change that no figures of its own clause explain, with the two that may do so."""
    told = {role.place for move in framed for role in move.stated}
    loose = [role for role in read if role.name in ("change", "times") and role.place not in told]
    tied_to = ((role, tied(article, sentence, role)) for role in loose if _sized(article, role))
    bound = {
        role.place: pair
        for role, pair in tied_to
        if pair and pair.one.size != pair.other.size and not _is_of_the_rest(article, pair.one)
    }
    yield from (between(sentence, role, bound[role.place]) for role in loose if role.place in bound)
    free = [role for role in loose if role.name == "change" and role.place not in bound and _of_size(article, role)]
    if free and takes_up(sentence, article.skeleton[sentence.start : sentence.end]):
        for role in free:
            yield from _explained(article, sentence, role)
    elif len(free) == 1 and not framed:
        yield from _contrasted(article, sentence, read, free[0])


def _is_of_the_rest(article: Article, one: Mention) -> bool:
    """Tell whether a figure is of those that others leave: 47 per cent did, 44 did not, the other 9 per cent could not say."""
    return article.word(article.place(one) - 1) in ("other", "remaining")


def _sized(article: Article, role: Role) -> bool:
    """Tell whether a change says which way it went, and an amount of change is no level or number of things gained."""
    if role.mention.kind in ("percent", "fraction") and role.link == "by":
        return True
    if role.mention.kind in AMOUNTS and not role.sign:
        return article.word(role.start) in GAPS or (article.verb_last and role.link == "")
    if role.mention.kind not in AMOUNTS or role.link == "":
        return role.sign != 0 and role.mention.kind in STATED
    return role.sign != 0 and article.skeleton[role.start] in grammar().nouns | grammar().loss


def _contrasted(article: Article, sentence: Sentence, read: list[Role], role: Role) -> Iterator[Movement]:
    """Yield the only two like figures of a sentence where one has a time of its own: 48,200 last year ... 41,000."""
    likes = [other for other in read if other is not role and _measured(role.mention, other.mention)]
    if len(likes) == 2 and likes[0].mention.unit == likes[1].mention.unit and alike(likes[0].mention, likes[1].mention):
        if any(_timed(article, other.place) for other in (*likes, role)) and role.mention.kind not in AMOUNTS:
            yield _between(sentence, role, likes[0].mention, likes[1].mention)


def contrasts(sentence: Sentence, drawn: str) -> bool:
    """Tell whether a sentence has a share, a time and just two figures of one kind."""
    if not sentence.kinds & SHARES or not sentence.kinds & TIMED or len(sentence.mentions) > FEW:
        return False
    return any(drawn.count(letter) == 2 for letter in "MKU") or ("T" in drawn and drawn.count("P") == 2)


def restates(sentence: Sentence, drawn: str) -> bool:
    """Tell whether a sentence has a word of change and few figures, so that it may size what is told about it."""
    return len(sentence.mentions) <= MOST and bool(sentence.kinds & MOVED) and not grammar().moved.isdisjoint(drawn)


def _timed(article: Article, place: int) -> bool:
    """Tell whether a time stands just behind a figure, or "when" or "in 2019" just before it."""
    behind, before = article.skeleton[place + 1 : place + 5], article.skeleton[max(0, place - 4) : place]
    return not TIMES.isdisjoint(behind) or not (TIMES | {vocabulary()[0]["when"]}).isdisjoint(before)


def _of_size(article: Article, role: Role) -> bool:
    """Tell whether the words say a change or a gap, not a count of things won or gained."""
    if role.mention.kind not in STATED:
        return False
    return role.mention.kind not in AMOUNTS or role.link == "" or article.word(role.start) in GAPS


OPENLY = ("means", "meaning", "making")
GAPS = frozenset({
    "difference", "gap", "margin", "lead", "edge", "majority", "advantage", "saving", "shortfall",
    "surplus", "deficit",
})  # fmt: skip


def _explained(article: Article, sentence: Sentence, role: Role) -> Iterator[Movement]:
    figures = list(islice(_earlier(article, sentence, role), LIKE_FIGURES))
    for other in figures[1:]:
        yield _between(sentence, role, figures[0], other)


def _between(sentence: Sentence, role: Role, one: Mention, other: Mention) -> Movement:
    low, high = sorted((one, other), key=attrgetter("size"))
    before, after = (high, low) if role.sign < 0 else (low, high)
    return Movement(sentence, before, after, (role,), link="apart", doubt=DOUBT)


def _precise(stated: Mention) -> bool:
    """Tell whether a percentage shows three digits: few others equal it by chance."""
    share = stated.number.middle if stated.number else Fraction(0)
    return share >= Fraction(1, 10) and (share * 100).denominator > 1


def _earlier(article: Article, sentence: Sentence, role: Role) -> Iterator[Mention]:
    """Yield the figures that a change may lie between, the nearest first, of this sentence and the one before."""
    previous = article.sentences[sentence.number - 1] if sentence.number else None
    nearest: Mention | None = None
    for part in (sentence, previous):
        for mention in reversed(part.mentions if part else ()):
            earlier = mention.first < role.mention.first and _measured(role.mention, mention)
            if earlier and (nearest is None or (alike(nearest, mention) and nearest.unit == mention.unit)):
                nearest = nearest or mention
                yield mention


def _measured(stated: Mention, mention: Mention) -> bool:
    """Tell whether a figure may be one of the two that the stated change parts."""
    if mention.number is None or mention.upper is not None or mention.hedge:
        return False
    if stated.kind == "points":
        return mention.kind == "percent"
    if stated.kind in ("percent", "fraction"):
        return mention.kind in AMOUNTS or (mention.kind == "percent" and _precise(stated))
    return mention.kind in AMOUNTS and (mention.unit == stated.unit or mention.number.middle.denominator > 1)


@cache
def _taking() -> re.Pattern[str]:
    """Compile how a sentence takes figures up: it begins with "That", goes on with "so", "which" or ", a gap of"."""
    letters, classes = vocabulary()
    openly = charset("".join(sorted(letters[word] for word in OPENLY)))
    set_off = charset("".join(sorted(set(classes["TAKING_UP"]) - {letters[word] for word in OPENLY})))
    gaps = charset("".join(sorted(letters[word] for word in GAPS)))
    return compiled(f'[{openly}]|(?:^"?|[,;\\-])[{set_off}]|,.[{gaps}]')


def takes_up(sentence: Sentence, drawn: str) -> bool:
    """Tell whether a sentence takes up what was said before it, and has a word that sizes a change."""
    if len(sentence.mentions) > FEW or _taking_words().isdisjoint(drawn):
        return False
    sized = sentence.kinds & SHARES or not grammar().sizes.isdisjoint(drawn)
    return bool(sized) and _taking().search(drawn) is not None


@cache
def _taking_words() -> frozenset[str]:
    letters, classes = vocabulary()
    return frozenset(classes["TAKING_UP"]) | {letters[word] for word in GAPS}
