"""Lists of named things: "Samsung, SK, Hyundai and LG", cut into their items, and how many things those are."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise, takewhile, zip_longest

from factcheck.article import Article
from factcheck.document import Block
from factcheck.english.nouns import is_plural
from factcheck.link.series.figures import value
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.records import NamedTuple
from factcheck.segment import vocabulary

AGED = Pattern(r", \d{1,3}$")
LONGEST_ITEM, ASIDE = 8, 14
FEW = 2
VERB = "BE|HAVE|DO|PRONOUN|SAY|CONJUNCTION|will|would|could|may|might|should|must|can|shall | to <w>"
OPEN_CLOSE = {"(": 1, ")": -1, "[": 1, "]": -1}
PAIRS = frozenset({"couple", "couples", "pair", "twins", "duo", "brothers", "sisters", "parents", "spouses"})
GROUPS = frozenset(
    {
        "family",
        "group",
        "team",
        "dozen",
        "trio",
        "band",
        "crew",
        "several",
        "some",
        "many",
        "others",
        "number",
    }
)
NAMING = frozenset("the itself himself herself of de la le van von den der bin al y i".split())
"""Small words within a name."""

TELLING_MORE = frozenset({"who", "whose", "which", "where", "of", "from"})
CLAUSES = frozenset({"who", "whose", "which"})
OPENINGS = frozenset("whether who how what why where when that to".split())
"""What begins each clause of a list."""

PARTICIPLES = frozenset("built made known bought sold born led lent owned once now then formerly both each all".split())
"""What begins an item that may tell more of the one before, as words in -ed do."""

POSSESSIVES = frozenset("his her their its".split())

SUFFIXES = frozenset("jr jr. sr sr. ii iii iv mp phd md obe mbe cbe esq inc inc. ltd llc".split())

AGAIN = 10
COUNTED_AGAIN = Pattern(
    r"[\W_]*(?:(?:I|we|she|he|that|which|those|they|it) )?(?:by my count,? )?(?:(?:that|it) )?(?:(?:make|count|come|is|are|was|were|'s|’s)\w* ?)?"
    r"(?:that|it|them|to|in fact|of course|not \w+ but|,)* ?",
    re.I,
)
"""Between a list and a number these make it that of the list: "I make that four"; "four countries"."""

EACH = frozenset({"each", "both", "every", "all"})
"""An item of these is as many things as were spoken of before."""


class Items(NamedTuple):
    """The items of a list as stretches of skeleton; `joints` says how many "and" stand among them."""

    pieces: list[tuple[int, int]]
    joints: int
    semicolons: bool


@cache
def _joints() -> frozenset[str]:
    letters = vocabulary()[0]
    return frozenset({letters["and"], letters["or"], "&"})


@cache
def _known() -> frozenset[str]:
    return frozenset(vocabulary()[1]["DETERMINER"])


RELATIVE = frozenset({"who", "which", "that", "and", "or"})
PAST = frozenset("wrote won met took made sent gave held led left lost went came began sold built fell rose".split())
"""Verbs of the past that no ending tells."""


def items(article: Article, start: int, stop: int, *, tails: bool = False) -> Items:
    """Return the items that commas (or semicolons) and "and" part from `start` to `stop`; brackets and an age stay whole.

    With `tails` so does what a comma sets off to tell more of a name: Ann Lee, of Leeds; Bo Chen, who drove.
    """
    letters = article.skeleton
    outside = [place for place, depth in _depths(letters, start, stop) if depth == 0]
    semicolons = any(letters[place] == ";" for place in outside)
    ands = [place for place in outside if letters[place] in _joints()]
    worded = [place for place in ands if letters[place] != "&"]
    ands = worded or ands  # In "Orr, Bell & Co and Pym" the sign is part of a name.
    if semicolons:
        cuts = [place for place in outside if letters[place] == ";"]
    else:
        cuts = [place for place in outside if letters[place] in ",—"] + ands
    pieces: list[tuple[int, int]] = []
    first = start
    asides = {
        at + 1: close for at in ands if letters[at + 1] == "," and (close := letters.find(",", at + 2, at + ASIDE)) > 0
    }
    cuts = [cut for cut in cuts if not any(opens <= cut < close for opens, close in asides.items())]
    for cut in [*sorted(cuts), stop]:
        if letters[cut] == "," and cut in asides.values():
            first = cut + 1
            continue  # "Sant Roc and, roofless, Sant Baldiri" names two.
        told = tails and letters[first - 1] == "," and pieces and _tail(article, pieces, first)
        if pieces and (letters[first:cut] == "A" or told):
            pieces[-1] = (pieces[-1][0], cut)
        elif re.search(r"\w", letters[first:cut]) or any(letter >= "\ue000" for letter in letters[first:cut]):
            pieces.append((first, cut))
        first = cut + 1
    return Items(pieces, len(ands), semicolons)


def _tail(article: Article, pieces: list[tuple[int, int]], start: int) -> bool:
    """Tell whether what a comma sets off tells more of the name before it: Ann Lee, 24, of Leeds; Bo Chen, who drove."""
    begins = article.word(start) in TELLING_MORE and article.word(pieces[0][0]) not in TELLING_MORE
    return begins and named(article, pieces[-1])


def without_tail(article: Article, start: int, stop: int) -> int:
    """Return where a list of names ends of which a clause tells more: Elm, Oak and Ash, whose mills had shut."""
    found = items(article, start, stop).pieces
    closed = next((n for n, piece in enumerate(found) if n > 1 and article.skeleton[piece[0] - 1] in _joints()), 0)
    told = (
        found[closed + 1 : closed + 2]
        if closed and all(is_name(article, piece) for piece in found[: closed + 1])
        else []
    )
    begins = told[0][0] if told and article.word(told[0][0]) in CLAUSES else 0
    return begins - 1 if begins and article.skeleton[begins - 1] == "," else stop


def _depths(letters: str, start: int, stop: int) -> list[tuple[int, int]]:
    depth, found = 0, []
    for place in range(start, stop):
        step = OPEN_CLOSE.get(letters[place], 0)
        depth += step
        found.append((place, max(depth, 0) if step >= 0 else 1))
    return found


def text(article: Article, piece: tuple[int, int]) -> str:
    """Return an item as it stands, the quotation marks about it left off."""
    return article.text(article.span(*piece)).strip(" \"“”'‘’")


BEHIND_GROUPS = frozenset("of from in at on with and who whom which that to for by led".split())


def things(article: Article, piece: tuple[int, int], people: bool) -> int | None:
    """Return how many things an item is: its number, two for a couple of people, else one; None if nobody can tell."""
    start, _stop = piece
    known = article.skeleton[start] in _known()
    mention = article.at.get(start + known)
    words = re.findall(r"[a-z]+", text(article, piece).lower())
    if EACH & set(words[:3]) or words[-1:] == ["respectively"]:
        return None
    if mention is not None and (not known or mention.kind == "count"):
        whole = mention.kind == "count" and value(mention).denominator == 1
        return int(value(mention)) if whole and not mention.hedge else (1 if mention.kind == "age" else None)
    if words[:1] and words[0].endswith("s") and words[1:2] == ["of"] and lower(article, piece):
        return None  # "members of the council" may be any number of things.
    if _is_group(re.findall(r"\b[\w&'’-]+", text(article, piece))):
        return None
    if people and PAIRS & set(words[:4]):
        return 2
    return 1


def _is_group(words: list[str]) -> bool:
    """Tell whether an item is of people together, and of nothing that is called after them: a crew room, a family office."""
    pairs = zip_longest(words[:4], words[1:5], fillvalue="of")
    return any(word in GROUPS and behind in BEHIND_GROUPS for word, behind in pairs)


def named(article: Article, piece: tuple[int, int]) -> bool:
    """Tell whether an item begins with a capital, as a name does."""
    return text(article, piece)[:1].isupper()


def singular(article: Article, piece: tuple[int, int]) -> bool:
    """Tell whether an item begins with "a", "an" or "one"."""
    return text(article, piece).lower().startswith(("a ", "an ", "one ", "another "))


def one_thing(article: Article, piece: tuple[int, int]) -> bool:
    """Tell whether an item is one by its first words: a clerk, the Japanese capital, its harbour on the coast; not the Balkan states."""
    if singular(article, piece):
        return True
    head = takewhile(lambda at: article.skeleton[at] in "wN", range(piece[0] + 1, piece[1]))
    words = [word for at in head if not (word := article.word(at)).endswith(("'s", "’s"))]
    return known(article, piece) and bool(words) and not any(map(is_plural, words))


def known(article: Article, piece: tuple[int, int]) -> bool:
    """Tell whether an item begins with "the", "its" or their like."""
    return article.skeleton[piece[0]] in _known()


def bare(article: Article, piece: tuple[int, int]) -> bool:
    """Tell whether an item is one or two plain words."""
    return article.skeleton[slice(*piece)] in ("w", "ww", "ww\n")


def lower(article: Article, piece: tuple[int, int]) -> bool:
    """Tell whether an item begins small, as a description does and a name does not."""
    return text(article, piece)[:1].islower()


def in_brackets(article: Article, piece: tuple[int, int]) -> bool:
    """Tell whether an item ends in brackets: Karl Okerlund (wrist)."""
    return article.skeleton[piece[1] - 1] == ")"


def whole_items(article: Article, found: Items) -> Items:
    """Return a list of descriptions up to its last item, what a comma adds to that left off: and a seat for Vidor, at last."""
    closing = [n for n, (start, _) in enumerate(found.pieces) if n and _closes(article, start)]
    kept = found.pieces[: closing[0] + 1] if len(closing) == found.joints == 1 else found.pieces
    return found._replace(pieces=kept) if all(lower(article, piece) for piece in kept) else found


def _closes(article: Article, start: int) -> bool:
    """Tell whether an item stands behind a comma and "and", which close a list."""
    return article.skeleton[start - 2] == "," and article.skeleton[start - 1] in _joints()


def parallel(article: Article, found: Items) -> Items | None:
    """Return the items of a list that begin alike, what does not begin so left with the one before: whether ..., whether ..., and whether."""
    first = article.word(found.pieces[0][0]) if found.pieces else ""
    if first not in OPENINGS:
        return None
    pieces: list[tuple[int, int]] = []
    for start, stop in found.pieces:
        joined = article.skeleton[start] in _joints()
        if article.word(start + joined) == first:
            pieces.append((start + joined, stop))
        else:
            pieces[-1] = (pieces[-1][0], stop)
    joints = [article.skeleton[start - 1] in _joints() for start, _ in pieces[1:]]
    closed = joints.count(True) == 1 and joints[-1]
    return Items(pieces, 1, found.semicolons) if len(pieces) > 1 and closed else None


def verbless(article: Article, piece: tuple[int, int]) -> bool:
    """Tell whether an item is short and has no verb that would make it a clause."""
    start, stop = piece
    plain = article.skeleton.count("w", start, stop)
    short = stop - start <= LONGEST_ITEM + 3 and (not named(article, piece) or plain <= FEW + 2)
    verbs = (at.start() for at in phrase(VERB).finditer(article.skeleton, start, stop))
    verbal = any(not article.tokens.word(article.token(at))[:1].isupper() for at in verbs)  # The Aria Plus is a name.
    return short and not verbal and not _apostrophe_s(article, piece)


def _apostrophe_s(article: Article, piece: tuple[int, int]) -> bool:
    """Tell whether an item may have a verb in "'s" or "'ve"; the apostrophe of a name like O'Hara or St Mary's is none."""
    start, stop = piece
    marks = (at for at in range(start, stop) if article.skeleton[at] == "'" and len(article.word(at)) > 1)
    return any(article.skeleton[at - 1] != "N" or (at + 1 < stop and article.skeleton[at + 1] != "N") for at in marks)


def is_name(article: Article, piece: tuple[int, int]) -> bool:
    """Tell whether a piece is a name and nothing else."""
    words = AGED.sub("", text(article, piece)).rstrip(".").split()
    capitals = [word for word in words if word[:1].isupper()]
    small = all(word in NAMING for word in words if not word[:1].isupper())
    return bool(capitals) and small and SUFFIXES.isdisjoint(word.lower() for word in words)


def of_the_following(article: Article, number: Mention, mark: int) -> bool:
    """Tell whether a list is of other things that follow: two parts, of which one has the following tools: a, b and c."""
    named = article.word(mark - 1)
    others = number.noun != "" and named != "following" and not named.startswith(number.noun[:-1])
    return others and any(article.word(at) == "following" for at in range(article.place(number), mark))


def turns(article: Article, start: int, mark: int) -> bool:
    """Tell whether another clause stands between a number and a mark: they are four, and this is what they want."""
    return phrase("<,;> CONJUNCTION ... BE|HAVE|DO|AUXILIARY|PRONOUN").search(article.skeleton, start, mark) is not None


def counts_some(article: Article, item: Block, number: Mention) -> bool:
    """Tell whether an item is itself of several of what a number counts: Elm, in two districts."""
    first = bisect_left(article.mentions, item.start, key=lambda one: one.span.start)
    last = bisect_left(article.mentions, item.end, key=lambda one: one.span.start)
    return any(one.noun == number.noun != "" and one.size > 1 for one in article.mentions[first:last])


def reads_one_way(article: Article, found: Items) -> bool:
    """Tell whether a list reads in one way only."""
    if found.semicolons:
        return _closed_by_and(article, found)
    if not all(verbless(article, piece) for piece in found.pieces):
        return False
    if all(in_brackets(article, piece) for piece in found.pieces):
        return True
    alike = (named, lower)
    if found.joints != 1 or any("&" in text(article, piece) for piece in found.pieces[1:-1]):
        return False  # "Orr, Bell & Co, and Dane" are two firms or three.
    *names, last = found.pieces
    closed = one_thing(article, last) and article.skeleton[last[0] - 2] != ","
    if closed and all(is_name(article, piece) or _ends_in_name(article, piece) for piece in names):
        return True
    if any(_apposed(article, one, two) for one, two in pairwise(found.pieces)):
        return False
    return all(is_name(article, piece) or _ends_in_name(article, piece) for piece in found.pieces) or (
        any(all(kind(article, piece) for piece in found.pieces) for kind in alike)
        and not any(_may_tell_more(article, *pair) for pair in pairwise(found.pieces))
    )


def _may_tell_more(article: Article, before: tuple[int, int], piece: tuple[int, int]) -> bool:
    """Tell whether an item may tell more of the one before it: an orrery, at £246,000; a mill, built in 1810; a clock, lot 93; Ann Orr, her aunt."""
    start, stop = piece
    first, second, long = article.word(start), article.at.get(start + 1), stop - start > 1
    numbered = second is not None and stop - start == FEW and second.kind in ("label", "count")
    led = phrase("PREPOSITION").match(article.skeleton, start) is not None
    kin = first in POSSESSIVES and text(article, before).split()[-1][:1].isupper()
    return led or numbered or kin or (long and (first in PARTICIPLES or first.endswith(("ed", "ly"))))


def _ends_in_name(article: Article, piece: tuple[int, int]) -> bool:
    """Tell whether an item is one thing that its last words name: the sculptor Ann Orr, a Danish fund called Ederlee."""
    words = text(article, piece).rstrip(".").split()
    at = next((n for n in range(len(words), 0, -1) if not words[n - 1][:1].isupper() and words[n - 1] != "&"), 0)
    return 1 < at < len(words) and words[at - 1].lower() not in BEHIND_GROUPS and one_thing(article, piece)


def _apposed(article: Article, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Tell whether an item may say what the one before it is: the Arle, a trawler built in Leith."""
    words = text(article, one).split()
    definite = known(article, one) and all(word[:1].isupper() for word in words[1:])
    return definite and singular(article, two) and article.skeleton[two[0] - 1] == ","


def _closed_by_and(article: Article, found: Items) -> bool:
    """Tell whether a last "; and" is the one joint of a list of names, or of descriptions: Ann Lee, 24, of Leeds; and Bo Chen."""
    last = found.pieces[-1]
    joined = phrase("and").match(article.skeleton, last[0])
    pieces = [*found.pieces[:-1], (last[0] + 1, last[1])]
    alike = any(all(kind(article, piece) for piece in pieces) for kind in (named, singular, known))
    return joined is not None and found.joints == 1 and alike


def counted_again(article: Article, stop: int) -> list[Mention]:
    """Return the number that somebody counts straight behind a list which ends at a place: "I make that four"."""
    number = next((article.at[at] for at in range(stop, stop + AGAIN) if at in article.at), None)
    if number is None or number.kind != "count":
        return []
    led = article.document.text[article.span(stop - 1, stop).end : number.span.start]
    return [number] if COUNTED_AGAIN.fullmatch(led) else []


def bare_numbers(article: Article, found: Items) -> list[int | None]:
    """Return one for each item of a list of bare numbers, which are no numbers of things: 7, 19, 23 and 31."""
    alone = [article.at.get(start) for start, stop in found.pieces if stop - start == 1]
    plain = [
        one for one in alone if one is not None and (one.kind == "ordinal" or (one.kind == "count" and not one.noun))
    ]
    return [1 for _ in found.pieces] if len(plain) == len(found.pieces) > FEW else []


def are_kinds(article: Article, found: Items) -> bool:
    """Tell whether each item may be several things: four vehicles (cars and vans)."""
    return all(bare(article, piece) and text(article, piece).endswith("s") for piece in found.pieces)


def is_couple(article: Article, found: Items) -> bool:
    """Tell whether two items are two things and no clause, nor one or the other."""
    either = phrase("or").search(article.skeleton, found.pieces[0][1], found.pieces[1][0]) is not None
    return not either and all(verbless(article, piece) for piece in found.pieces)


def joint(article: Article, found: Items) -> int:
    """Return which item stands behind the one "and" of a list; 0 where there are none or several.  What follows it may tell who that is."""
    joined = [n for n, (start, _) in enumerate(found.pieces) if n and phrase("and").match(article.skeleton, start - 1)]
    return joined[0] if len(joined) == found.joints == 1 else 0


def acts(article: Article, start: int, stop: int) -> bool:
    """Tell whether a verb of the past stands in a stretch, not behind "who": Ann and Bo Orr, both 44, sold their home."""
    return any(article.word(at) in PAST and article.word(at - 1) not in RELATIVE for at in range(start + 1, stop))
