"""Whether a figure is the size of a change, by its kind: a share less, points ahead, five times that, a loss of 45."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from factcheck.article import Article
from factcheck.link.change.nearby import TWO
from factcheck.link.context.roles import OFF, Role, grammar, verbal
from factcheck.model import Mention
from factcheck.phrase import phrase
from factcheck.segment import vocabulary

ENDS = frozenset(",.q\n")
SET_APART = frozenset(",-:—(")
TAKEN_UP = frozenset("that its their his her as what face book par average normal usual".split())
FORMERLY = frozenset("former previous original old earlier".split())
SPARED = frozenset({"missing", "save", "saved", "saves", "saving"})
"""Before a figure these say that it is what parts two others: they saved £18,000, the missing £18,000."""

DIMENSIONS = frozenset("tall long wide deep heavy fast quick quickly far thick broad strong bright loud old".split())
"""What has such a size is told in metres, tonnes or hours."""

AMOUNTS = frozenset(
    "many much large big high great common often likely frequent numerous small low little few expensive dear costly cheap probable that it a an the".split()
)
"""And what has so many or so much, or is so."""

THESE = frozenset({"them", "these", "those", "which", "whom"})
ONE_OF_TWO = frozenset("first second former latter other".split())
GAPS = frozenset("difference gap margin majority surplus deficit shortfall lead profit saving".split())
SHIFTS = frozenset({"shift", "move", "change", "switch"})
OTHERS = frozenset({"further", "additional"})
"""These add to what was told: a further 1,260 are in the town hall."""

STATES = frozenset("dead injured wounded hurt homeless missing stranded".split())
"""What is left so is no remainder: "the raid left eight dead"."""

OVER = 3
"""So many places before a figure may stand the word that says it is left over."""


def is_size(article: Article, role: Role) -> bool:
    """Tell whether a figure is the size of a change, and no number of things lost or won, nor a share of a whole."""
    return SIZES.get(role.mention.kind, _is_amount)(article, role)


def _is_share(article: Article, role: Role) -> bool:
    """Tell "a third less", "a third of that" and "four in ten were lost" from a third of the pupils."""
    place = role.place
    if role.mention.kind == "fraction" and article.word(place + 1) == "as":
        return True
    if role.mention.kind == "fraction" and article.word(place + 1) == "of":
        return _of_that(article, place) or article.word(place + TWO + 1) in FORMERLY
    if role.name != "plain":
        return role.name == "change"
    verb = place + 1
    while article.skeleton[verb : verb + 1] in grammar().be | frozenset(vocabulary()[1]["HAVE"]):
        verb += 1
    passive = verb > place + 1 and grammar().sign(article.skeleton[verb]) < 0
    return passive and verbal(article.word(verb))


def _is_points(article: Article, role: Role) -> bool:
    """Tell points that part two percentages from those of a poll's margin of error, or of what grew."""
    shift = article.word(role.place - TWO) in SHIFTS
    of_what = "of" in (article.word(role.place + 1), "" if shift else article.word(role.place - 1))
    error = article.word(role.start + TWO) == "error"
    return not error and (role.name == "change" or (role.name == "plain" and not of_what))


def _is_multiple(article: Article, role: Role) -> bool:
    if article.word(role.place + 1) == "as" and article.word(role.place + TWO) in ("a", "an", "the"):
        return False  # a keyboard that doubles as a cover
    return moves(article, role) or _multiplies(article, role)


def _is_amount(article: Article, role: Role) -> bool:
    """Tell "a loss of 45", "45 fewer", "leaving 45" and "grew by 45" from 45 jobs lost."""
    words, letters, place = grammar(), article.skeleton, role.place
    if letters[place - 1] in _left_over() and role.mention.noun in STATES:
        return False
    if role.name != "change":
        of_size = article.word(place - 1) == "of" and _is_noun(article, place - TWO)
        return of_size or is_gap(article, role) or _is_left(article, place)
    if article.word(place + 1) in OFF:
        return True
    led = role.start >= place - 1 or article.word(role.start + 1) in ("of", "by") or letters[place - 1] in words.be
    if role.link == "by" or (led and _is_noun(article, role.start)) or _ends_in_loss(article, place):
        return True
    apart = letters[place - 1] in SET_APART | words.be | words.pronouns | frozenset(vocabulary()[1]["HAVE"])
    compares = words.compares(letters[place + 1]) != 0 or article.word(place + 1) in ("up", "down")
    return apart and compares and letters[place + TWO] not in words.known


def _is_left(article: Article, place: int) -> bool:
    """Tell whether a word close before a figure leaves it over: leaving 45, left them with 45; not left school at 14."""
    before = range(max(0, place - OVER), place)
    at = next((at for at in reversed(before) if article.skeleton[at] in _left_over()), None)
    placed = at is not None and any(article.word(one) in ("at", "in", "for", "on") for one in range(at, place))
    return at is not None and not placed


SIZES: dict[str, Callable[[Article, Role], bool]] = {
    "percent": _is_share, "fraction": _is_share, "points": _is_points, "multiple": _is_multiple,
}  # fmt: skip


def is_of_some(article: Article, stated: Mention) -> bool:
    """Tell whether a figure is of so many among others: 40 in March and 55 in April, 12 more of them cut short."""
    place = article.place(stated)
    more = article.skeleton[place + 1] in grammar().more | grammar().less
    return more and article.word(place + TWO) == "of" and article.word(place + OVER) in THESE


def is_of_a_dimension(article: Article, stated: Mention, *pair: Mention) -> bool:
    """Tell whether a multiple is of what two figures do not measure: 60 cars and 96; it is twice as fast; 14 degrees and 21, twice as wet."""
    place = article.place(stated)
    compared = article.word(place + 1) == "as" and article.word(place + TWO) in DIMENSIONS
    strange = article.word(place + 1) == "as" and article.word(place + TWO) not in DIMENSIONS | AMOUNTS
    return strange or (compared and all(one.kind in ("count", "money", "percent") for one in pair))


def is_of_another(article: Article, stated: Mention) -> bool:
    """Tell whether a multiple is of what only a noun tells, which two figures told before do not measure: five times the winning margin."""
    gap = phrase("the|its|their <wN'\ue000-\uf8ff>* DIFFERENCE|LOSS <,.;>")
    return gap.match(article.skeleton, article.place(stated) + 1) is not None


def is_gap(article: Article, role: Role) -> bool:
    """Tell what only parts two others: the shortfall is £45,000, the missing £18,000."""
    word = article.word(role.place - 1)
    gap = article.skeleton[role.place - 1] in grammar().be and article.word(role.place - TWO) in GAPS - {"profit"}
    explained = gap and article.skeleton[role.place + 1 : role.place + TWO] == ":"
    return role.name == "plain" and ((word in SPARED and role.mention.kind in ("money", "measure")) or explained)


def _is_noun(article: Article, place: int) -> bool:
    """Tell a noun of change or of a gap from a verb."""
    word = article.word(place)
    if word == "profit" and article.skeleton[place - 1] not in grammar().known:
        return False  # "a net profit of 310 billion yen" is a level
    return word in GAPS or (
        word not in OTHERS and article.skeleton[place] in grammar().nouns | grammar().loss and not verbal(word)
    )


def _ends_in_loss(article: Article, place: int) -> bool:
    """Tell "the $900 million loss": "the 900 cuts" are so many of them."""
    word = article.word(place + 1)
    return article.skeleton[place - 1] in grammar().known and _is_noun(article, place + 1) and not word.endswith("s")


@cache
def _left_over() -> frozenset[str]:
    """Return the letters of words that lead to what is left of a figure."""
    return frozenset(vocabulary()[1]["REMAIN"])


def _multiplies(article: Article, role: Role) -> bool:
    """Tell "twice the number", "five times that" and "That's double" from "twice won"."""
    at, letters, words = role.place + 1, article.skeleton, grammar()
    next_letter = letters[at : at + 1]
    again = any(article.word(place) == "again" for place in range(at, min(at + OVER, len(letters))))
    if again or article.word(at + 1) in ONE_OF_TWO or article.word(role.place - 1) == "by":
        return False
    ends = next_letter in ("", *ENDS - {","}) and role.mention.text.lower() not in ("twice", "thrice")
    behind = next_letter or "."
    grown = (
        words.sign(letters[role.place - 1]) or words.sign(behind) or (words.compares(behind) and letters[at + 1] != "M")
    )
    owned = letters[at : at + 2] == "N'"  # "five times Romania's 21 million"
    return ends or owned or bool(grown) or next_letter in words.known | {"R"} or article.word(at) in TAKEN_UP


def moves(article: Article, role: Role) -> bool:
    """Tell whether a change is told by a verb, which has a subject: it fell 5%, it doubled; not a fall of 5%, 5% less."""
    if role.name == "times":
        return article.word(role.place).endswith(("ed", "ing"))
    been = article.word(role.start) in ("up", "down") and article.skeleton[role.start - 1] in grammar().be
    return role.start < role.place and (been or verbal(article.word(role.start)))


def compares(article: Article, role: Role) -> bool:
    """Tell whether a size itself sets two figures against each other: a lead of 12, three points ahead, five times that."""
    if role.mention.kind == "points" or article.word(role.start) in GAPS or is_gap(article, role):
        return True
    if role.mention.kind == "multiple":
        return _multiplies(article, role)
    if role.mention.kind == "fraction" and (article.word(role.place + 1) == "as" or _of_that(article, role.place)):
        return True
    letters = article.skeleton
    if article.word(role.place + 1) in OFF:
        return True
    return (
        grammar().compares(letters[role.place + 1 : role.place + 2] or ".") != 0
        or letters[role.place - 1] in _left_over()
    )


def _of_that(article: Article, place: int) -> bool:
    that = article.word(place + 1) == "of" and article.word(place + TWO) == "that"
    return that and article.skeleton[place + OVER] not in grammar().nouns  # "three-fifths of that fall"
