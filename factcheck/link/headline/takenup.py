"""Figures by which a text takes up what it told just before under another name: a £4.2m refit ... the £4.2m scheme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck.article import Article
from factcheck.link.context.subjects import SHORTEST, TOLLS, concept, modifiers, near, noun, stem, topics_of
from factcheck.link.context.tense import TIMES
from factcheck.link.people.unnamed import person_noun
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.phrase import DATES, phrase
from factcheck.records import NamedTuple
from factcheck.rulefiles import load_rules
from factcheck.segment import vocabulary
from factcheck.slips import mistyped, swapped

NEXT, AWAY = 2, 60
"""So many sentences with figures before one, and so many places, may stand what it takes up."""
BEHIND = 3
"""So many places behind a figure stands the noun by which it is called."""
CALLING = frozenset("wN-")
OF_THE = "of the|these|those|its|their"
OPEN = frozenset({"to", "since", "until", "before", "after"})
"""Behind a noun these say nothing of which it is."""
ANY, NEAR = "any", 5
"""So many places about a figure tell what it was of."""
NAMED, UNNAMED, MERELY = 3, 2, 1
"""How a figure is tied to what it takes up: by a noun that can name it, by none, or by being known and next to it."""
TELLING = 3
"""So many digits of which one is wrong are a slip of the pen, whatever they are of."""
PARTICLES = frozenset({"out", "up", "off", "over", "away", "back"})
RELATIVE, TELLING_OF = frozenset({"of", "to", "that", "which", "who", "whose"}), 4
"""These and prepositions begin the words, so many places at the most, that say which ones a figure counts."""
CLAUSES, HOUR = frozenset(",;:—"), 3600
OWNERS = frozenset({"its", "their", "his", "her", "our", "'s"})
CLOSING = "BE HAVE DO AUXILIARY SAY PREPOSITION CONJUNCTION PRONOUN ADVERBS CHANGE"
"""Classes of words that are no part of what a figure counts."""
HERE = frozenset("aboard ashore alone there here inside outside together again of".split())
SEVERAL = "term"
"""Of what else a length of time is called by its nouns a story has one: a ban, a sentence."""

TWICE = 2
"""Lengths of which one is more than so many times the other are hardly of one thing."""


class Told(NamedTuple):
    """A figure told before that a known one takes up, and by what: NAMED, UNNAMED or MERELY."""

    figure: Mention
    tie: int


def just_told(article: Article, mention: Mention, before: list[Mention]) -> Told | None:
    """Return the one figure, of those `before` it, that a known one takes up in the next sentences; None where it may be another.

    Words that name what was told, "scheme" for a refit, tie the closest; then a noun left out, or people for people.
    """
    if not article.has_articles:
        return None
    place = article.place(mention)
    close = [
        (tie, other)
        for other in before
        if mention.sentence - other.sentence <= NEXT and place - article.place(other) <= AWAY
        if (tie := _tie(article, mention, other))
    ]
    most = max((tie for tie, _ in close), default=0)
    best = [other for tie, other in close if tie == most and not other.upper]
    if len({other.size for other in best}) > 1:
        best = [other for other in best if exchanged(mention, other)]
    return Told(best[0], most) if len({other.size for other in best}) == 1 else None


def set_off(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether the later of two figures of a sentence is a whole in a clause of its own: 15 houses were hit, and six of the 15 fell."""
    parted = article.word(article.place(other) - 2) == "of"
    return parted and not CLAUSES.isdisjoint(article.skeleton[article.place(one) : article.place(other)])


def tells_a_margin(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is how something was won or voted: by ten wickets, by 25 to 12."""
    place = article.place(mention)
    beside = (-1, -2), (1, 2)
    tally = any(article.word(place + one) == "to" and place + two in article.at for one, two in beside)
    return tally or article.word(place - 1) == "by"


def differ(mention: Mention, told: Told, before: list[Mention]) -> bool:
    """Tell whether two figures differ as by a slip of the pen, the plainer a slip the less ties them.

    Lengths of time by the same name need only differ; two digits swapped, or one wrong of three, are a slip under no name.
    """
    other = told.figure
    if mention.rounds(other):
        return False
    one, two = spelled(mention), spelled(other)
    telling = len(one) == len(two) and len(two.rstrip("0")) >= TELLING
    if told.tie == NAMED:
        lasting = mention.kind == "duration" and max(mention.size, other.size) <= TWICE * min(mention.size, other.size)
        return lasting or mistyped(one, two)
    alone = all(each.size == other.size for each in before)
    if told.tie == UNNAMED:
        alone = alone and (mention.kind != "count" or "" in (mention.noun, other.noun) or mention.noun == other.noun)
        return len(one) == len(two) and mistyped(one, two) and (alone or telling)
    return exchanged(mention, other) and telling and len(two.rstrip("0")) > TELLING  # Not 312 cows, the 321 sheep.


def are_two_kinds(article: Article, *both: Mention) -> bool:
    """Tell whether two figures, other than by a plain slip, each name a kind of one thing: a 10-year bond, the 30-year bond."""
    one, other = (article.word(_compounded(article, mention)) for mention in both)
    once = one in _families(both[0].kind) and one != SEVERAL
    named = one == other != "" and one.isalpha() and not once
    telling = min(len(spelled(mention).rstrip("0")) for mention in both) >= TELLING
    apart = _of_another_head(article, *both) and not exchanged(*both)
    return apart or (named and both[0].size != both[1].size and not telling and not exchanged(*both))


def _of_another_head(article: Article, mention: Mention, other: Mention) -> bool:
    """Tell whether a figure is part of the name of a thing that the other's sentence does not name: 41 games, the 46-game season."""
    head, bare = article.place(mention) + 3, article.place(other) + 1
    if (
        mention.size == other.size
        or article.skeleton[head - 2] != "-"
        or article.skeleton[bare] == "-"
        or not article.word(head).isalpha()
    ):
        return False
    return stem(article.word(head)) not in topics_of(article, article.sentences[other.sentence])


def _compounded(article: Article, mention: Mention) -> int:
    """Return where the noun stands that a figure is part of the name of, a place of no word where there is none."""
    place = article.place(mention) + 1
    named = article.skeleton[place] in ("w", "N") and (mention.kind == "money" or "-" in mention.text)
    return place if named else -1


def exchanged(one: Mention, other: Mention) -> bool:
    """Tell whether two figures have the same digits, two neighbours swapped."""
    return swapped(spelled(one), spelled(other))


def spelled(mention: Mention) -> str:
    """Return the digits of a figure, those of one in words too, and of a length of hours those that a clock shows."""
    if mention.unit == "second" and mention.size >= HOUR:
        minutes, seconds = divmod(int(mention.size), 60)
        return f"{minutes // 60}{minutes % 60:02}{seconds:02}"
    return digits(mention.text) or str(round(mention.size * (100 if mention.unit == "%" else 1)))


def _tie(article: Article, mention: Mention, told: Mention) -> int:
    """Return how a known figure may take up another: by a noun that can name it, by none, by any, or, as 0, not at all."""
    called = [at for at in _called(article, mention) if article.word(at) not in HERE]
    named = is_named(article, mention)
    apart = {at for at in called if not named and told_apart(article, at)}
    words = [article.word(at) for at in called if at not in apart]
    timed = not TIMES.isdisjoint(article.after(mention, BEHIND))
    if _names(article, mention, told, words):
        return 0 if timed and not TOLLS.isdisjoint(map(concept, words)) else NAMED
    loose = not (apart or named or timed) and (called or _stands_alone(article, mention))
    if not loose or _befell_others(article, told, words):
        return 0
    if mention.kind != "count":
        other = mention.kind == "money" or any(word in _families(told.kind) for word in words)
        return UNNAMED if not words else 0 if other else MERELY
    sorts = modifiers(article, mention), modifiers(article, told)
    if article.word(article.place(mention) - 1) in OWNERS or (all(sorts) and not sorts[0] & sorts[1]):
        return 0  # What somebody owns is new.
    if not words or not told.noun or (of_people(told.noun) and of_people(mention.noun)):
        return UNNAMED
    return MERELY if of_people(told.noun) == of_people(mention.noun) else 0


def _names(article: Article, mention: Mention, told: Mention, words: list[str]) -> bool:
    """Tell whether one of the nouns that a figure is called by names what was told: "scheme" a refit, "the dead" people."""
    if mention.kind != "count":
        return any(may_call(article, word, told) for word in words)
    given, sorts = noun(told), (modifiers(article, mention), modifiers(article, told))
    if not (given or words):
        behind = [article.word(article.place(one) + 1) for one in (mention, told)]
        return behind[0] == behind[1] and behind[0].isalpha() and len(behind[0]) > SHORTEST
    if not given or (all(sorts) and not sorts[0] & sorts[1]):
        return False
    acts = {concept(word) for word in words} & TOLLS
    if acts and of_people(told.noun):
        return acts <= near(article, told)
    return any(stem(word) == given or is_sort(article, word, told) for word in words)


def _befell_others(article: Article, told: Mention, words: list[str]) -> bool:
    """Tell whether a figure is of those whom something else befell than what was told of the other: the 17 missing."""
    return not TOLLS.isdisjoint(map(concept, words)) and not TOLLS.isdisjoint(near(article, told))


def of_people(noun: str) -> bool:
    return person_noun(noun) or f"{noun}s" in _families("count")


def _stands_alone(article: Article, mention: Mention) -> bool:
    """Tell whether no word behind a figure says of what it is: six of the 51. Not: the 35 in the second coach."""
    place = article.place(mention)
    behind = article.skeleton[place + 1 : place + 2]
    if article.word(place + 1) in HERE:
        return True
    return (behind < "\ue000" or behind in closing()) and behind not in _calling() and not told_apart(article, place)


@cache
def closing() -> frozenset[str]:
    """Return the letters of the words behind which a figure has no noun."""
    classes = vocabulary()[1]
    return frozenset().union(*(classes[name] for name in CLOSING.split()))


def _called(article: Article, mention: Mention) -> Iterator[int]:
    """Yield where the words stand by which a figure may be called: "penalty" of "the £805,000 penalty"."""
    place = article.place(mention)
    if is_named(article, mention):
        yield place - 2
        return
    led = phrase(OF_THE).match(article.skeleton, place + 1)
    start = led.end() if led else place + 1
    for at in range(start, start + BEHIND):
        if article.skeleton[at : at + 1] not in _calling():
            break
        if article.skeleton[at] != "-":
            yield at
            if mention.noun and stem(article.word(at)) == noun(mention):
                break


def of_another(article: Article, noun: int) -> bool:
    """Tell whether what follows a noun says whose or which it is: "the £58,000 prize of last year"."""
    behind = _behind(article, noun)
    word = article.word(noun + 1) if behind[0] in vocabulary()[1]["PREPOSITION"] else ""
    if article.word(noun).endswith("ed"):
        return False
    return word == "of" or (word in ("from", "with") and behind[1] not in DATES)


def told_apart(article: Article, noun: int) -> bool:
    """Tell whether what follows a noun says which one it is: "the 43 branches of its rival", "the 16 people hurt were"."""
    behind, classes = _behind(article, noun), vocabulary()[1]
    if behind[0] in classes["PREPOSITION"]:
        word = article.word(noun + 1)
        return (word == "of" or behind[1] not in DATES) and word not in OPEN
    verb = 0
    while behind[verb] in "w" + classes["CHANGE"] and verb < BEHIND:
        verb += 1
    reduced = verb > 0 and behind[verb] in "N" + classes["BE"]
    reduced = reduced or (behind[verb] in classes["PREPOSITION"] and article.word(noun + verb).endswith("ed"))
    return behind[0] in "N" + classes["PRONOUN"] + classes["DETERMINER"] or reduced


def singled_out(article: Article, mention: Mention, told: Mention) -> bool:
    """Tell whether the words behind what a figure counts say which ones: the 42 beds of the hostel, the 1,040 seats in the stalls.

    What the sentence of the other figure names too singles nothing out.
    """
    at = article.place(mention) + 1
    while article.skeleton[at : at + 1] in ("w", "N", "-") and at <= article.place(mention) + BEHIND:
        at += 1
        if mention.noun and stem(article.word(at - 1)) == noun(mention):
            break
    at += article.word(at) in PARTICLES
    leads = article.skeleton[at] in vocabulary()[1]["PREPOSITION"] and article.word(at) not in OPEN
    if leads and not set(vocabulary()[1]["PERIOD"]).isdisjoint(article.skeleton[at + 1 : at + 1 + BEHIND]):
        return True  # The £6.27 million handed out in the year before.
    if not (leads or article.word(at) in RELATIVE) or article.skeleton[at + 1] in vocabulary()[1]["PRONOUN"]:
        return False  # The £421,000 that he took.
    named = _words_in(article, range(at + 1, min(at + 1 + TELLING_OF, article.sentences[mention.sentence].end)))
    sentence = article.sentences[told.sentence]
    return bool(named) and named.isdisjoint(_words_in(article, range(sentence.start, sentence.end)))


def _words_in(article: Article, places: range) -> frozenset[str]:
    """Return the stems of the words at some places, the smallest and figures passed over."""
    words = [article.word(at) for at in places if article.skeleton[at] in "wN"]
    return frozenset(stem(word) for word in words if len(word) > 2)


def _behind(article: Article, noun: int) -> str:
    """Return the letters of the places behind a noun, block's ends where the text has no more."""
    return article.skeleton[noun + 1 : noun + 2 + BEHIND].ljust(BEHIND + 1, "\n")


def is_named(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is that of a thing taken as known: "the theft of £41,000"."""
    place = article.place(mention)
    return (
        place > 2
        and article.skeleton[place - 1] == vocabulary()[0]["of"]
        and article.word(place - 2) in _families(mention.kind)
        and article.word(place - 3) in ("the", "that", "this")
    )


@cache
def _calling() -> frozenset[str]:
    classes = vocabulary()[1]
    return CALLING | frozenset(classes["FALL"] + classes["RISE"])


@cache
def _families(kind: str) -> dict[str, str]:
    """Return the nouns that can call a figure of a kind again, each with what it can be of."""
    families = load_rules("concepts")["resumed"].get(kind, {})
    return {word: family for family, words in families.items() for word in words.split()}


@cache
def _sorts() -> dict[str, frozenset[str]]:
    return {sort: frozenset(words.split()) for sort, words in load_rules("concepts")["sorts"].items()}


def may_call(article: Article, word: str, told: Mention, *, known: bool = False) -> bool:
    """Tell whether a noun can call a figure again: it can be of anything, or the text called that by none of another family.

    What the text is `known` to have called it by some noun, that must be of the same family.
    """
    families = _families(told.kind)
    if word not in families:
        return False
    place = article.place(told)
    called = {families.get(article.word(at), "") for at in range(max(0, place - NEAR), place + NEAR)} - {""}
    return families[word] == ANY or not (called or known) or families[word] in called


def is_sort(article: Article, word: str, told: Mention) -> bool:
    """Tell whether a noun names a sort that what was told of is of: "participants" for women, "animals" for ewes."""
    if word in _families("count"):
        return of_people(told.noun) and may_call(article, word, told)
    return any(word in (sort, f"{sort}s") and told.noun in members for sort, members in _sorts().items())
