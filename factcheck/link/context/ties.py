"""Two figures of one thing, told one after the other, and the change that is said of them: when words tie the three.

"Cover averaged £320 in 2023. This year it was £368, a rise of 15 per cent": what leads to the second figure names no
other thing, a time tells the two apart, and the change is set off behind them ("a rise of", "so it grew by").
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache, lru_cache, partial

from factcheck.article import Article, Sentence
from factcheck.link.context.frames import OTHER_BASIS, YIELDS, Movement, alike, attributed, basis_words, of_its_own
from factcheck.link.context.operands import unhedged
from factcheck.link.context.roles import Role, grammar, roles, verbal
from factcheck.link.context.subjects import stem
from factcheck.link.context.tense import TIMES, TIMES_OF_YEAR, is_time, tenses
from factcheck.link.series.figures import value
from factcheck.model import Mention
from factcheck.records import NamedTuple
from factcheck.segment import vocabulary

VALUES = frozenset({"money", "count", "measure", "percent"})
FUNCTION = "DETERMINER PREPOSITION CONJUNCTION PRONOUN AUXILIARY BE HAVE DO SHIFT PERIOD ANNUAL MONTH ABOUT NEARLY ONLY SAME OLD ORDINAL"
NAMELESS = frozenset(
    "figure number total average sum tally count rate level price share mean proportion amount equivalent".split()
)
"""Behind "the" or "its" these take up what was spoken of."""

JOINTS, SET_OFF = frozenset(".;:—"), frozenset(",;:—-(")
OPEN = frozenset("so which making meaning means and".split())
ELSEWHERE = frozenset(
    "from than on over against versus compared per since average averaging with between among above below under usual".split()
)
"""Behind a change these give it a base, or a time, of its own."""

LONGEST, VERB, BEHIND, TAIL = 24, 2, 5, 8
RELATIVE = frozenset({"which", "who", "whose"})
TOPIC = 4
"""So many letters has a word that may name a thing."""

OVER = "the change may be of another period"
MONTHS = 12
SPANNING = frozenset("in within over".split())
NOW = frozenset("now today before then".split())
GAPS = frozenset("difference gap margin majority surplus deficit shortfall".split())
PAST = frozenset("before earlier previous last had ago".split())
EARLIER = frozenset({"ago", "earlier"})
TWO_TIMES = 2
"""So many words of time tell two values of one thing apart: "in 2018 ... now"."""


class Tied(NamedTuple):
    """The two figures in the order in which they are told."""

    one: Mention
    other: Mention
    doubt: str | None = None


def between(sentence: Sentence, role: Role, pair: Tied) -> Movement:
    """Return the change between two tied figures, from the less to the more where the words do not say that it fell."""
    low, high = sorted((pair.one, pair.other), key=lambda one: one.number.middle if one.number else 0)
    before, after = (high, low) if role.sign < 0 else (low, high)
    return Movement(sentence, before, after, (role,), link="tied", doubt=pair.doubt)


@cache
def _function() -> frozenset[str]:
    letters, classes = vocabulary()
    moved = frozenset(letter for word, letter in letters.items() if grammar().sign(letter) and verbal(word))
    return moved.union(*(classes[name] for name in FUNCTION.split())) | TIMES | {"O", "'", "L"}


def tied(article: Article, sentence: Sentence, role: Role) -> Tied | None:
    """Return the two figures that a change is of: before it in its sentence and the one before, or in the one behind."""
    like = _like(sentence, role.mention)
    last = next((mention for mention in reversed(like) if mention.first < role.mention.first), None)
    own = [mention for mention in like if last is None or _of_one_kind(mention, last)]
    told = [mention for mention in own if mention.first < role.mention.first]
    if told == own and len(own) == 2 and value(role.mention) < max(map(value, own)) and _gap(article, own[-1], role):
        return Tied(own[0], own[1]) if _comparable(*own) and footing(article, sentence) else None
    if own and told == own and len(own) <= 2 and footing(article, sentence):
        if len(own) == 2:
            pair = Tied(own[0], own[1])
            if _ranged(article, pair):
                return None
        else:
            earlier = [one for one in _like(adjacent(article, sentence, -1), role.mention) if alike(one, own[0])]
            if len(earlier) != 1:
                return None
            pair = Tied(earlier[0], own[0])
        return pair if one_thing(article, pair) and _set_off(article, pair.other, role) else None
    behind = adjacent(article, sentence, 1)
    alone = len({one.unit for one in own}) == len(own) > 0
    if alone and not told and footing(article, sentence) and _came_to(article, role, own[0]):
        return _from_behind(article, sentence, behind, own[0], role) or _from_ahead(article, sentence, own[0], role)
    later = _like(behind, role.mention) if not like and _only_change(sentence, role) else []
    later = [mention for mention in later if _of_one_kind(mention, later[-1])]
    if behind and len(later) == 2 and footing(article, behind) and not of_its_own(article, behind, later):
        pair = Tied(later[0], later[1])
        goes_on = _takes_up(article, behind.start, article.place(pair.one)) and closes(article, role)
        return pair if goes_on and one_thing(article, pair) else None
    return None


def _ranged(article: Article, pair: Tied) -> bool:
    """Tell whether two figures are the ends of one: sales at $1.01 trillion to $1.02 trillion."""
    first, last = article.place(pair.one), article.place(pair.other)
    ahead = article.skeleton[first - 3 : first]
    moved = vocabulary()[0]["from"] in ahead or any(map(grammar().sign, ahead))
    return article.skeleton[first + 1 : last] == vocabulary()[0]["to"] and not moved


def _only_change(sentence: Sentence, role: Role) -> bool:
    """Tell whether a sentence gives no other figure as a change may be given: up by a third, and since back by a fifth."""
    return sum(mention.kind == role.mention.kind for mention in sentence.mentions) == 1


def _came_to(article: Article, role: Role, figure: Mention) -> bool:
    """Tell whether a change leads to a figure: rose by 18 per cent to reach €84.6m."""
    between = article.skeleton[role.place + 1 : article.place(figure)]
    return 0 < len(between) <= TAIL and vocabulary()[0]["to"] in between


def _from_ahead(article: Article, sentence: Sentence, after: Mention, role: Role) -> Tied | None:
    """Return the only like figure of the sentence before, from which a change led on: "It has doubled, to 33,000"."""
    earlier = [one for one in _like(adjacent(article, sentence, -1), role.mention) if _of_one_kind(one, after)]
    pair = Tied(earlier[0], after) if len(earlier) == 1 else None
    leading = range(sentence.start, article.place(after))
    ever_since = any(article.word(at) == "since" for at in leading if at not in article.at)
    return pair if pair and ever_since and one_thing(article, pair) and closes(article, role) else None


def _gap(article: Article, last: Mention, role: Role) -> bool:
    """Tell whether a gap is set off right behind two figures: 5,210 votes and he 5,160, a margin of 50."""
    place = article.place(last)
    between = article.skeleton[place + 1 : role.place]
    if article.verb_last:
        noun = article.skeleton[role.place + 1 : role.place + 2] in grammar().gaps
        return noun and len(between) <= VERB and closes(article, role)
    named = article.word(role.start) in GAPS and article.word(role.start + 1) == "of"
    start = role.start - place - 1
    whole = article.after(role.mention, 1) != vocabulary()[0]["of"]
    return named and whole and 1 <= start <= VERB + 1 and "," in between[:start] and closes(article, role)


def _periods(article: Article, sentence: Sentence) -> frozenset[str]:
    """Return the periods that a sentence speaks of: a change on the month has no base of a year before."""
    places = range(sentence.start, sentence.end)
    plain = {article.word(at) for at in places if article.skeleton[at] in vocabulary()[1]["PERIOD"]}
    said = (mention for mention in sentence.mentions if mention.kind in ("duration", "relative"))
    units = {mention.unit or (mention.when.unit if mention.when else "") for mention in said}
    dozen = any(
        mention.unit == "month" and mention.number and mention.number.middle == MONTHS for mention in sentence.mentions
    )
    return frozenset(word.removesuffix("s") for word in plain | (units - {"month"} | {"year"} if dozen else units)) - {
        ""
    }


def _from_behind(
    article: Article, sentence: Sentence, behind: Sentence | None, after: Mention, role: Role
) -> Tied | None:
    """Return the figure that the next sentence says a change began from: "In the year before, it had been €74.2m"."""
    if behind is None or not footing(article, behind):
        return None
    earlier = [one for one in behind.mentions if one.kind in (after.kind, "count") and alike(one, after)]
    if len(earlier) != 1 or not _comparable(earlier[0], after) or not closes(article, role):
        return None
    start, place = behind.start, article.place(earlier[0])
    about = range(start, min(place + VERB + 2, behind.end))
    past = any(article.word(at) in PAST for at in about if at not in article.at)
    been = article.skeleton[place - 1] in grammar().be or article.skeleton[place - 2] in grammar().be
    over = _periods(article, sentence)
    doubt = None if len(over) == 1 and over == _periods(article, behind) else OVER
    taken = past and been and (_takes_up(article, start, place) or _repeats(article, after, earlier[0]))
    return Tied(earlier[0], after, doubt) if taken else None


@lru_cache(maxsize=4)
def topics(article: Article, sentence: Sentence) -> frozenset[str]:
    """Return the words of a sentence that a later one may take up."""
    places = range(sentence.start, sentence.end)
    words = (article.word(at) for at in places if article.skeleton[at] in "wN" and at not in article.at)
    return frozenset(stem(word) for word in words if len(word) >= TOPIC)


def adjacent(article: Article, sentence: Sentence, step: int) -> Sentence | None:
    """Return the sentence with figures just before or behind one, if nothing stands between."""
    number = sentence.number + step
    if not 0 <= number < len(article.sentences):
        return None
    other = article.sentences[number]
    first, last = (other, sentence) if step < 0 else (sentence, other)
    between = article.skeleton[first.end : last.start]
    return other if len(between) <= 1 and "\n" not in between and other.block == sentence.block else None


def _like(sentence: Sentence | None, stated: Mention) -> list[Mention]:
    """Return the figures of a sentence that a change of such a kind may be of."""
    points = stated.kind == "points"
    return [
        mention
        for mention in (sentence.mentions if sentence else ())
        if mention is not stated and mention.kind in (VALUES | {"duration"} if stated.kind == "duration" else VALUES) and (mention.kind == "percent" or not points or (mention.kind == "count" and not mention.noun))
        and (stated.kind not in ("money", "count", "measure") or mention.unit == stated.unit)
    ]  # fmt: skip


def _of_one_kind(mention: Mention, last: Mention) -> bool:
    """Tell whether two figures are of one kind, or the later leaves unsaid that it is a percentage."""
    bare = last.kind == "count" and not last.noun and mention.kind == "percent"
    return bare or ((mention.kind, mention.unit) == (last.kind, last.unit) and alike(mention, last))


def footing(article: Article, sentence: Sentence, yields: bool = False) -> bool:
    """Tell whether a sentence puts no change on another footing: like-for-like, in constant currencies; `yields` are no matter to points."""
    others = OTHER_BASIS - YIELDS if yields else OTHER_BASIS
    return others.isdisjoint(basis_words(article.words(sentence)))


def one_thing(article: Article, pair: Tied, least: int = TWO_TIMES) -> bool:
    """Tell whether two figures are of one thing at two times, at `least` so many of them told."""
    one, other, _ = pair
    if not _comparable(one, other) or any(map(partial(_is_change, article), (one, other))):
        return False
    start, stop = article.sentences[one.sentence].start, article.sentences[other.sentence].end
    first, last = article.place(one), article.place(other)
    times = sum(is_time(article, place) for place in range(start, stop)) + tenses(article, start, stop)
    if times < least or last - first > LONGEST:
        return False
    return _takes_up(article, first + 1, last) or (one.sentence != other.sentence and _repeats(article, one, other))


def _is_change(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is itself a change, and no value of a thing: "335 more", "has gained 26,600"."""
    read = roles(article, article.sentences[mention.sentence])
    return any(role.name == "change" and role.sign != 0 for role in read if role.mention is mention)


def _comparable(one: Mention, other: Mention) -> bool:
    """Tell whether two figures are plain, and of nouns that do not tell them apart."""
    one, other = unhedged(one), unhedged(other)
    plain = alike(one, other) and not (one.hedge or other.hedge or one.upper or other.upper)
    return plain and not (one.noun and other.noun and one.noun != other.noun)


def _takes_up(article: Article, start: int, stop: int) -> bool:
    """Tell whether the words that lead to a figure name no new thing: ", then", "This year it was", "and has"."""
    verbs, taken, comma, timed, there = 0, False, False, False, False
    for place in _backward(article, start, stop):
        letter = article.skeleton[place]
        if letter in JOINTS or letter in _joining():
            return not verbs and (taken or there or letter in _joining() or letter in ";:")
        word = "" if letter in ",\"-()'" or place in article.at else article.word(place)
        timed = timed or is_time(article, place)
        if letter == "," or letter in '"()-':
            comma = comma or letter == ","
        elif word == "there":
            there = True
        elif letter in _pronouns() or (word in NAMELESS and article.skeleton[place - 1] in grammar().known):
            verbs, taken = 0, True
        elif place in article.at and article.at[place].kind == article.at[stop].kind:
            return False
        elif not taken and place not in article.at and letter not in _function() and word not in TIMES_OF_YEAR:
            if comma and not verbs:
                return timed and "." not in article.skeleton[start:place]
            verbs += 1
            if verbs > VERB:
                return False
    return not verbs and (taken or there or article.skeleton[start - 1] not in ".q\n")


def _backward(article: Article, start: int, stop: int) -> Iterator[int]:
    """Yield the places before `stop`, the nearest first, a clause that "which" sets off between commas passed over."""
    place = stop - 1
    while place >= start:
        opening = article.skeleton.rfind(",", start, place) if article.skeleton[place] == "," else -1
        aside = opening >= 0 and article.word(opening + 1) in RELATIVE
        place = opening - 1 if aside else place
        if place >= start:
            yield place
        place -= 1


def _repeats(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether the words before a figure name only what an earlier sentence named: "Revenue had been"."""
    known_words, sentence = topics(article, article.sentences[one.sentence]), article.sentences[other.sentence]
    strange, known = 0, False
    for place in range(sentence.start, article.place(other)):
        letter = article.skeleton[place]
        word = "" if letter in ",\"-()'" or place in article.at else article.word(place)
        if place in article.at and article.at[place].kind == other.kind:
            return False
        if len(word) >= TOPIC and stem(word) in known_words:
            known = True
        elif letter == "N" or (letter == "w" and word not in TIMES_OF_YEAR):
            strange += 1 if known and letter == "w" else VERB
    return known and strange < VERB


@cache
def _joining() -> frozenset[str]:
    letters = vocabulary()[0]
    return frozenset(letters[word] for word in ("and", "but", "then", "while", "against") if word in letters)


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(vocabulary()[1]["PRONOUN"])


def _set_off(article: Article, other: Mention, role: Role) -> bool:
    """Tell whether a change is set off behind a figure as what follows from it, with nothing of its own behind it."""
    start = article.place(other) + 1
    between = article.skeleton[start : role.place]
    mark = next((at for at, letter in enumerate(between) if letter in SET_OFF), None)
    if mark is None or mark > TAIL or len(between) > LONGEST:
        return False
    if any(start + at in article.at and letter not in TIMES for at, letter in enumerate(between)):
        return False
    words = [article.word(start + at) for at in range(mark + 1, len(between)) if between[at] not in ",\"-()—:;'"]
    said = [one.text.split()[-1].lower() for at in range(start + mark, role.place) if (one := article.at.get(at))]
    if not EARLIER.isdisjoint([*words, *said]):
        return False  # "a year ago it was two points lower"
    strange = {
        at for at in range(start + mark + 1, role.place) if article.skeleton[at] in "wN" and at not in article.at
    }
    if {"and"} == OPEN.intersection(words):
        known = {stem(article.word(at)) for at in range(article.sentences[other.sentence].start, start)}
        named = (article.word(at) for at in strange if stem(article.word(at)) not in known)
        if any(not word.endswith("ly") for word in named):
            return False  # "400 shirts in May and 500 in June, and scarf sales tripled"
    return (not strange or (len(strange) <= 2 and not OPEN.isdisjoint(words))) and closes(article, role)


def gives_elsewhere(article: Article, role: Role) -> bool:
    """Tell whether a change is made to something else than its figures: adding 4% to the price."""
    gives = role.link.startswith(("add", "cut", "knock", "tak")) and article.word(role.place + 1) in (
        "to",
        "off",
        "from",
    )
    return (gives and role.place + 2 not in article.at) or attributed(article, role)


def _as_others(article: Article, role: Role, words: list[str]) -> bool:
    """Tell whether a multiple names its own base, which is no time: four times as many districts as Democrats."""
    if words[:1] != ["as"]:
        return words.count("as") == TWO_TIMES
    for place in range(role.place + 3, min(role.place + LONGEST, len(article.skeleton))):
        if article.skeleton[place] in ",.;q\n":
            return False
        if article.word(place) == "as":
            return article.word(place + 1) not in ("when", "in", "before", "last") and not is_time(article, place + 1)
    return False


def _is_thing(article: Article, place: int) -> bool:
    """Tell what no change is measured from: blamed the rise on the heat, fewer on the beat; not on the year before."""
    classes = vocabulary()[1]
    timed = article.skeleton[place + 1 : place + 2] in {"", *(classes["PERIOD"] + classes["SHIFT"] + classes["SAME"])}
    known = article.skeleton[place : place + 1] in grammar().known
    return known and not timed and place + 1 not in article.at and article.word(place + 1) not in NAMELESS


def closes(article: Article, role: Role) -> bool:
    """Tell whether nothing behind a change gives it a base of its own, and it is no rate of each year."""
    behind = range(role.place + 1, min(role.place + 1 + BEHIND, len(article.skeleton)))
    words: list[str] = []
    for place in behind:
        if (
            article.skeleton[place] in grammar().be
            or article.skeleton[place] in ",.;q\n"
            or article.word(place) in RELATIVE | {"that"}
        ):
            break
        on_day = article.word(place) == "on" and article.skeleton[place + 1 : place + 2] in ("D", "W")
        over_it = article.word(place) == "over" and article.skeleton[place + 2 : place + 3] in vocabulary()[1]["PERIOD"]
        believed = article.word(place) == "than" and article.skeleton[place + 1 : place + 2] in grammar().be
        on_thing = article.word(place) == "on" and _is_thing(article, place + 1)
        timed = on_day or on_thing or over_it or believed or article.word(place + 1) in NOW
        words.append(article.word(place) if place not in article.at and not timed else "")
    pairs = list(itertools.pairwise(words))
    each = (one in ("a", "an") and other in ("year", "month", "week", "day") for one, other in pairs)
    yearly = any(each) and not SPANNING.intersection(words)
    return (
        not gives_elsewhere(article, role)
        and ELSEWHERE.isdisjoint(words)
        and not yearly
        and ("of", "any") not in pairs
        and not _as_others(article, role, words)
        and not (
            grammar().compares(article.skeleton[role.place + 1 : role.place + 2] or ".")
            and article.skeleton[role.place + 2 : role.place + 3] in grammar().be
        )
        and words[:1] not in (["annually"], ["yearly"])
    )
