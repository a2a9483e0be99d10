"""Figures that have the same digits, two neighbours swapped, or are powers of ten apart: one figure told twice, once mistyped.

In five thousand news stories two figures of one unit are so alike by chance some sixty times in all, and most of those
are called by different nouns or are of different times.  So what is left of them is a slip, whatever words tell it again.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.article import Article
from factcheck.link.context.participles import ends_in_participle
from factcheck.link.context.roles import grammar
from factcheck.link.context.speakers import AMOUNTS, CORRECTING, FURTHER, is_copy, is_known, revised
from factcheck.link.context.subjects import TOLLS, clause_of, concept, near, noun, stem, topics_of
from factcheck.link.headline.excuses import PASSING, SEASONS
from factcheck.link.headline.takenup import (
    HERE,
    OWNERS,
    closing,
    exchanged,
    is_named,
    is_sort,
    may_call,
    of_people,
    singled_out,
    spelled,
    told_apart,
)
from factcheck.link.size.scales import SCALE, SCALED
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple
from factcheck.segment import vocabulary

TELLING, FEWEST = 3, 2
"""So many digits with two swapped are hardly a chance; with fewer, words must tell that it is one thing."""

POWERS = frozenset({10, 100, 1000, 10**4, 10**5, 10**6, 10**9})
OTHERS = FURTHER | frozenset(
    "second rival previous former expected forecast forecasts target average record normal last next "
    "predicted projected planned proposed promised looked twice left remaining unspent outstanding saved asked sought wanted requested".split()
)
"""Near a figure these tell that it is another's, or of another time."""

FORESEEN = frozenset(
    "expected forecast foreseen foresaw predicted projected feared hoped analysts economists budgeted".split()
)
ABLE = frozenset("can could capacity room designed meant licensed built already".split())
"""Before one of two figures alone these say what a thing was made for, or what it comes to with more: it can carry 182."""

ANEW = frozenset("second third fourth separate another new further".split())
"""Behind the article at the head of a sentence these say that it is of another thing: A second grant, of $570,000."""

AGAINST = frozenset("than against compared versus from".split())

BESIDE, PHRASE = 3, 9
CALENDAR, LEXICON = frozenset("DYR"), "\ue000"
CROWD, SHORT = 15, 4
"""Among more different figures than the first, two of no more digits than the second may be swapped by chance."""

WORKERS = frozenset({"employee", "worker", "staff"})
TEAM = frozenset(stem(word) for word in "team staff workforce crew payroll employs employed".split())
"""Near so many people these say that they are somebody's workers."""

WHOLLY, LOOK = (
    Pattern(
        r"\b(?:the (?:whole|full|entire)|all(?: of)?(?: the)?)(?: of)? (?:[A-Z]{0,2}[£$€])?$",
        re.I,
    ),
    24,
)
"""Right before a figure, in so many characters, these make it all of what was told before."""

PARTLY = Pattern(r"\b(?:thousandth|millionth|per cent|percent)\b|%")
A_THOUSANDTH = Pattern(r"\b(?:thousandth|millionth|(?:thousand|million) times)\b")
"""With these a figure may be a part of the other, or is so much smaller for certain."""

SUBJECTS = frozenset("it he she they we i you".split())
LEADING, AUXILIARY = (
    frozenset({"that", "which"}),
    frozenset("has had have is was were will would can could did does to".split()),
)
"""Behind a figure, or its noun, the first may lead a clause of its own, and the second its verb: the £2.3 million that it had cost."""

KEPT = 3
"""So many figures of the same digits are remembered, the last ones."""


class Twin(NamedTuple):
    """A figure that tells again what one before it told: `swapped` where two digits are, else equal or a power of ten off."""

    again: Mention
    first: Mention
    swapped: bool


@lru_cache(maxsize=2)
def twins(article: Article) -> tuple[Twin, ...]:
    """Return the figures of the copy that have the digits of one told before, and are of the same thing."""
    told: dict[tuple[str, str, str], list[Mention]] = {}
    values: dict[tuple[str, str, float], int] = {}
    many: dict[tuple[str, str, int], set[float]] = {}
    pairs: list[Twin] = []
    for mention in article.mentions if article.has_articles and not article.may_say(CORRECTING) else ():
        if mention.kind not in AMOUNTS or not (shown := _digits(article, mention)):
            continue
        value = (mention.kind, mention.unit, mention.size)
        values[value] = values.get(value, 0) + 1
        many.setdefault(_rank(mention), set()).add(mention.size)
        before = told.setdefault((mention.kind, mention.unit, "".join(sorted(shown))), [])
        pairs += [twin for one in before if (twin := _twin(mention, one))]
        if all(one.size != mention.size for one in before):
            before.append(mention)
            del before[:-KEPT]
    return tuple(
        twin
        for twin in pairs
        if twin.again.size == twin.first.size or values[twin.again.kind, twin.again.unit, twin.again.size] == 1
        if not _by_chance(twin, len(many[_rank(twin.again)])) and _of_one(article, twin)
    )


def _rank(mention: Mention) -> tuple[str, str, int]:
    """Return of what kind a figure is, and how many digits it shows."""
    return mention.kind, mention.unit, len(digits(mention.text))


def _by_chance(twin: Twin, many: int) -> bool:
    """Tell whether so many figures of one unit and length, as a price list has, are told that two of a few digits may well be so alike."""
    if twin.again.size == twin.first.size or many <= CROWD:
        return False
    worded = any(SCALED.search(one.text) for one in (twin.again, twin.first))
    return not worded and len(digits(twin.again.text).strip("0")) <= SHORT


def _digits(article: Article, mention: Mention) -> str:
    """Return the digits of a figure that says what it is of, without the noughts at its end; "" where they tell too little."""
    if mention.number is None or mention.upper or mention.hedge or (mention.kind == "count" and "." in mention.text):
        return ""
    shown = spelled(mention).strip("0")
    code = mention.kind == "count" and mention.text.isdecimal() and len(mention.text) > TELLING
    telling = len(shown) >= FEWEST - bool(SCALED.search(mention.text)) and not code
    return shown if telling and is_copy(article, article.sentences[mention.sentence]) else ""


def _twin(again: Mention, first: Mention) -> Twin | None:
    """Return two figures as twins, if they are equal, have two digits swapped, or are a power of ten apart."""
    if again.sentence == first.sentence:
        return None
    if again.size == first.size:
        return Twin(again, first, swapped=False)
    if exchanged(again, first):
        alike = again.number and first.number and again.number.half == first.number.half
        return Twin(again, first, swapped=True) if alike else None
    less, more = sorted((again.size, first.size))
    power = less > 0 and spelled(again).strip("0") == spelled(first).strip("0") and round(more / less) in POWERS
    return Twin(again, first, swapped=False) if power else None


def _of_one(article: Article, twin: Twin) -> bool:
    """Tell whether two figures alike are of one thing: nothing tells them apart, and the fewer their digits the more ties them."""
    again, first = twin.again, twin.first
    if A_THOUSANDTH.search(article.words(article.sentences[again.sentence])):
        return False
    calling = _called(article, again)
    called = all(_can_call(article, at, again, first) for at in calling)
    if not calling and again.size != first.size and _otherwise_used(article, again, first):
        return False  # The £427 million paid out need not be the £472 million taken in.
    if not called or not _befell_the_same(article, again, first):
        return False
    alike = again.size == first.size
    if not alike and _is_told_anew(article, again, first):
        return False
    if not twin.swapped and not alike and _is_all_of_it(article, again, first):
        return True
    scaled = not twin.swapped and not alike and _of_two_scales(again, first)
    telling = len(digits(again.text) if scaled else spelled(again).strip("0")) >= TELLING
    known = (is_known(article, again) and _owned_by_none(article, again)) or is_named(article, again)
    if not alike and (_are_apart(article, again, first, calling) or not _both_told(article, again, first, telling)):
        return False
    if len(spelled(again).strip("0")) < FEWEST:
        return known and scaled and bool(calling)  # The $60 billion issue, of a bond for $60 million.
    if known or (telling and (twin.swapped or scaled or alike)):
        return True
    reach = BESIDE + 1 if twin.swapped else PHRASE
    shared = near(article, again, reach) & near(article, first, reach)
    behind = any(at > article.place(again) for at in calling)
    return bool(shared) and again.kind != "count" if twin.swapped else (scaled or alike) and bool(behind or shared)


def _is_all_of_it(article: Article, again: Mention, first: Mention) -> bool:
    """Tell whether a figure is called the whole of one with its digits and another word of scale: the whole $6.5 billion, of $6.5 million."""
    known = WHOLLY.search(article.around(again, LOOK)[0]) is not None
    less, more = sorted((again.size, first.size))
    scaled = all(SCALED.search(one.text) for one in (again, first)) and round(more / less) in (SCALE, SCALE * SCALE)
    telling = scaled and len(spelled(again).strip("0")) >= FEWEST
    return known and telling and not PARTLY.search(article.words(article.sentences[again.sentence]))


def _otherwise_used(article: Article, again: Mention, first: Mention) -> bool:
    """Tell whether a participle behind a figure tells of what was not done of the other: the $3 million raised, of raised $3 million."""
    place = article.place(again) + 1
    return ends_in_participle(article, place) and stem(article.word(place)) not in near(article, first, PHRASE)


def _is_told_anew(article: Article, again: Mention, first: Mention) -> bool:
    """Tell whether a clause says what a figure is, and nothing near the other says so: the $38 million it lost, of funds of $38 billion."""
    place, end = article.place(again) + 1, article.sentences[again.sentence].end
    for behind in (place, place + 1):
        at = behind + (article.word(behind) in LEADING)
        if article.word(at) in SUBJECTS:
            verb = next((word for word in map(article.word, range(at + 1, end)) if word not in AUXILIARY), "")
            return stem(verb) not in near(article, first, PHRASE)
    return False


def may_be_called(article: Article, again: Mention, first: Mention) -> bool:
    """Tell whether the nouns by which a figure is called may be of what another is of, and it was not put to another use."""
    used = _otherwise_used(article, again, first)
    return not used and all(_can_call(article, at, again, first) for at in _called(article, again))


def _are_apart(article: Article, again: Mention, first: Mention, calling: list[int]) -> bool:
    """Tell whether words tell two figures apart, those behind the nouns that one is called by with them."""
    place = article.place(again)
    new = any(article.word(at - 1) in ("a", "an") for at in calling if at < place)
    if new or (singled_out(article, again, first)):
        return True
    return are_apart_in_words(article, again, first) or any(told_apart(article, at) for at in calling if at > place)


def _owned_by_none(article: Article, mention: Mention) -> bool:
    """Tell whether a count is nobody's: what somebody owns is new."""
    return mention.kind != "count" or article.word(article.place(mention) - 1) not in OWNERS


def _of_two_scales(*both: Mention) -> bool:
    """Tell whether two figures show the same digits and another word of scale: £2.7bn, £2.7m."""
    less, more = sorted(one.size for one in both)
    words = all(SCALED.search(one.text) for one in both)
    return words and (more >= less * SCALE or any("lakh" in one.text for one in both))


def _both_told(article: Article, again: Mention, first: Mention, telling: bool) -> bool:
    """Tell whether counts say enough of what they count: no noun may be missing behind a preposition, as of runs and votes."""
    if again.kind != "count":
        return True
    bare = [one for one in (again, first) if not _called(article, one)]
    if any(article.skeleton[article.place(one) - 1] in _leading() for one in bare):
        return is_known(article, again) and again in bare
    shared = near(article, again, PHRASE) & near(article, first, PHRASE)
    return not bare or (telling and bool(shared)) or bare == [again]


@cache
def _leading() -> frozenset[str]:
    """Return the letters of what stands before a figure that is no whole: for 114, by 149 to 145."""
    return frozenset(vocabulary()[1]["PREPOSITION"] + vocabulary()[1]["AUXILIARY"])


def _befell_the_same(article: Article, again: Mention, first: Mention) -> bool:
    """Tell whether no two things befell those that two figures count."""
    acts = [near(article, one) & TOLLS for one in (again, first)]
    return not all(acts) or bool(acts[0] & acts[1])


def _called(article: Article, mention: Mention) -> list[int]:
    """Return where the nouns stand by which a figure says what it is of: "gift" of a £460,000 gift, "cost" of a cost of £5."""
    place = article.place(mention)
    if mention.kind == "count":
        own = {noun(mention), stem("people") if mention.noun == "person" else ""}
        at = next((at for at in range(place + 1, place + 1 + BESIDE) if stem(article.word(at)) in own), 0)
        behind = article.skeleton[place + 1 : place + 2]
        acted = ends_in_participle(article, place + 1) and concept(article.word(place + 1)) not in TOLLS
        bare = acted or behind in closing() or (behind < LEXICON and behind not in "wN")
        group = place - 2 if article.word(place - 1) == "of" and concept(article.word(place - 2)) else 0
        at = at if mention.noun and not acted else group if bare else place + 1
        return [at] if at and article.word(at) not in HERE else []
    beside = place + 1 + (article.skeleton[place + 1 : place + 2] == "-")
    named = article.skeleton[beside : beside + 1] == "w" and not ends_in_participle(article, beside)
    called = [beside] if named else []
    called += [place - 2] if article.word(place - 1) == "of" and article.skeleton[place - 2] == "w" else []
    return [at for at in called if article.word(at).isalpha()]


def _can_call(article: Article, at: int, again: Mention, first: Mention) -> bool:
    """Tell whether a noun by which a figure is called may be of what the other is of."""
    word, own = article.word(at), {stem(article.word(other)) for other in _called(article, first)}
    if again.kind == "count":
        owned = not _owned_by_none(article, again)
        team = again.noun in WORKERS and not TEAM.isdisjoint(near(article, first))
        people = first.noun == "person" and of_people(again.noun) and (team or not owned)
        return not own or stem(word) in own or people or is_sort(article, word, first)
    if own:
        return stem(word) in own or may_call(article, word, first, known=True)
    return may_call(article, word, first) or stem(word) in topics_of(article, article.sentences[first.sentence])


def are_apart_in_words(article: Article, again: Mention, first: Mention) -> bool:
    """Tell whether words put two figures at two times or with two owners, or set the one against the other."""
    if revised(article, again, PASSING) or revised(article, first, PASSING):
        return True
    times = [_times(article, one) for one in (again, first)]
    if times[0] - times[1] or (all(times) and times[0] != times[1]):
        return True
    if any(_set_against(article, one) or _is_foreseen(article, one) for one in (again, first)):
        return True
    if _ables(article, again) != _ables(article, first) or _begins_anew(article, again):
        return True
    if _of_a_move(article, again, first) or _of_a_move(article, first, again):
        return True
    verbs = [_verb(article, one) for one in (again, first)]
    return verbs[0] == verbs[1] != ""


def _ables(article: Article, mention: Mention) -> bool:
    """Tell whether words before a figure, in its clause, say that it is what something can be, or was made for."""
    place = article.place(mention)
    clause = [at for at in clause_of(article, mention) if place - PHRASE <= at < place]
    words = {article.word(at) for at in clause} & ABLE
    return bool(words - {"built"}) or any(
        article.word(at) == "built" and article.word(at + 1) in ("for", "to") for at in clause
    )


def _begins_anew(article: Article, mention: Mention) -> bool:
    start = article.sentences[mention.sentence].start
    return article.word(start) in ("a", "an", "another") and not ANEW.isdisjoint(map(article.word, (start, start + 1)))


def _of_a_move(article: Article, mention: Mention, other: Mention) -> bool:
    """Tell whether a figure is called a loss, a rise or the like, and nothing beside the other moves: sales of £84 million, its £8.4 million loss."""
    moved = any(_is_a_move(article.skeleton[at]) for at in clause_of(article, other))
    return _is_a_move(article.skeleton[article.place(mention) + 1]) and not moved


def _is_a_move(letter: str) -> bool:
    return bool(grammar().sign(letter)) or letter in vocabulary()[1]["LOSS"] + vocabulary()[1]["DIFFERENCE"]


def _times(article: Article, mention: Mention) -> frozenset[str]:
    """Return the months, the years, the seasons and the like that the clause of a figure names."""
    sentence, clause = article.sentences[mention.sentence], clause_of(article, mention)
    opening = sentence.start + BESIDE
    named = {
        one.text.lower()
        for one in sentence.mentions
        if (at := article.place(one)) in clause or at < opening
        if article.skeleton[at] in CALENDAR
    }
    return frozenset(
        named
        | {
            word
            for at in clause
            if (word := article.word(at)) in SEASONS and article.word(at - 1) in ("this", "last", "next", "of")
        }
    )


def _verb(article: Article, mention: Mention) -> str:
    """Return the word before a figure, where no article or preposition stands there: raised of "Bo Day raised £1,430"."""
    led = article.skeleton[article.place(mention) - 1] in _small()
    return "" if led else article.word(article.place(mention) - 1)


@cache
def _small() -> frozenset[str]:
    return frozenset("".join(vocabulary()[1][name] for name in ("PREPOSITION", "DETERMINER", "SAY")))


def _is_foreseen(article: Article, mention: Mention) -> bool:
    """Tell whether the words that lead to a figure say that somebody looked for it: analysts had foreseen a loss of €49 million."""
    sentence, place = article.sentences[mention.sentence], article.place(mention)
    return not FORESEEN.isdisjoint(article.word(at) for at in range(max(sentence.start, place - PHRASE), place))


def _set_against(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is the end of a change, or is said to be another: rose to 1,430, another 1,430, last year's."""
    place, sentence = article.place(mention), article.sentences[mention.sentence]
    before = range(max(sentence.start, place - BESIDE), place)
    behind = range(place + 1, min(sentence.end, place + 1 + BESIDE))
    if not OTHERS.isdisjoint(article.word(at) for at in (*before, *behind)):
        return True
    if article.skeleton[place + 1 : place + 2] in vocabulary()[1]["PER"]:
        return True
    led = {article.word(place - 1), article.word(place - 2) if is_known(article, mention) else ""}
    if not AGAINST.isdisjoint(led):
        return True
    changed = any(grammar().sign(article.skeleton[at]) for at in before)
    return (changed and article.word(place - 1) in ("to", "by", "at")) or article.word(place - 1) == "-"
