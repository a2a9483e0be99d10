"""Names of people, bodies and places, found by their capitals: the same name written twice is one name."""

from __future__ import annotations

import re
from functools import cache

from factcheck.patterns import Pattern
from factcheck.regexes import compiled
from factcheck.rulefiles import load_rules
from factcheck.segment import Tokens, charset, vocabulary

PART = r"[NC](?:(?<=C)·)?(?:'(?=N)|-(?=[NC]))?"
SHORTEST = 5
"""A surname alone of fewer letters is too near to other words to be called a slip."""

FIRM = 6
"""In a surname alone of fewer letters another letter makes another name: Osama, Obama."""

LONG = 8
"""In words so long two wrong letters are a slip; in shorter ones they make another word."""

DEEP = 3
"""So many letters before and behind it the letter is inside a word in which two names of one family never differ."""

ROMANISED = (("woo", "u"), ("oo", "u"), ("eo", "u"), ("wo", "u"), ("ou", "u"), ("ee", "i"), ("yi", "i"))
"""How passports and papers write one Korean vowel."""

COMPASS = ("north", "south", "east", "west")
INFLECTIONS = frozenset("adeinrsy")
ENDINGS = ({"s", "z"}, {"e", ""}, {"i", "y"})
"""The ends in which one surname is spelt two ways; other ends are inflections: Korean, Koreas."""

SOUNDS = frozenset("aeiouysrn")
"""Last letters in which words of one stem differ: Bulgaria, Bulgarian, Bulgars."""

DASHES = str.maketrans("–‑−", "---")
LONE = Pattern(r"N(?<![NC'’-].)(?![NC-]|['’][NC])")

Places = dict[str, list[int]]

DERIVED = (("ism", "ist"), ("isms", "ists"), ("inae", "idae"), ("a", "ae"))
"""How words of one stem end that are no slips of each other."""


@cache
def _run() -> re.Pattern[str]:
    """Return the shape of a name of several words; a second half may be a month's name, as in Ashby-March."""
    classes = vocabulary()[1]
    return compiled(
        rf"{PART}(?:{PART}|-[w{charset(''.join(sorted(set(classes['MONTH'] + classes['WEEKDAY']))))}])+(?<![-'])"
    )


def full_names(tokens: Tokens) -> Places:
    """Return the names of two words or more, whatever their hyphens look like, each with the tokens that it starts at."""
    pieces = tokens.pieces
    places: Places = {}
    for found in _run().finditer(tokens.letters):
        first, last = found.span()
        text = "".join(pieces[first:last]).rstrip().translate(DASHES)
        if text in places:
            places[text].append(first)
        else:
            places[text] = [first]
    return places


def lone_names(tokens: Tokens) -> dict[str, int]:
    """Return the capitalised words that stand alone, with the token that each stands at last."""
    pieces = tokens.pieces
    return {pieces[found.start()].rstrip(): found.start() for found in LONE.finditer(tokens.letters)}


def by_surname(names: Places) -> dict[str, list[str]]:
    """Return the names by their last word."""
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(name[name.rfind(" ") + 1 :], []).append(name)
    return groups


def by_forename(names: Places) -> dict[str, list[str]]:
    """Return the names by their last word but one, which is a person's forename whatever office stands before it."""
    groups: dict[str, list[str]] = {}
    for name in names:
        first, blank, _ = name.rpartition(" ")
        if blank:
            groups.setdefault(first[first.rfind(" ") + 1 :], []).append(name)
    return groups


def headed(name: str) -> bool:
    """Tell whether a surname stands there with no forename, but behind whose it is or what is shouted: Fed's Fisher, CEO Kuehn."""
    before = name.rpartition(" ")[0].rpartition(" ")[2]
    return before.endswith(("'s", "’s")) or (before.isupper() and before.isalpha() and len(before) > 1)


def bare(text: str) -> str:
    """Return a name without what writers differ over: hyphens, blanks, dots, accents, capitals."""
    if not text.isascii():
        import unicodedata

        signs = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in signs if not unicodedata.combining(sign))
    return text.replace("-", "").replace(" ", "").replace(".", "").casefold()


def slip(one: str, other: str, firm: bool = False) -> bool:
    """Tell whether two words differ by a slip of the pen, and not as inflections or other words do.

    Where the words about them are the same, `firm`, one may also lack its last letter, if no inflection has that.
    """
    if of_one_stem(one, other):
        return False
    if {one[:1], other[:1]} == {"C", "K"}:
        return one[1:] == other[1:]
    if abs(len(one) - len(other)) > 2 or one[:1] != other[:1] or one.casefold() == other.casefold():
        return False
    if one.isupper() or other.isupper() or one.lower().startswith(COMPASS):
        return False
    if one[:2] == other[:2] == "Mc":
        one, other = one.casefold(), other.casefold()
    start, end = shared(one, other)
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if start == len(one) - 1 == len(other) - 1 >= FIRM and not SOUNDS & {left, right}:
        return True
    if len(left) <= 1 and len(right) <= 1:
        return bool(end) or {left, right} in ENDINGS or (firm and INFLECTIONS.isdisjoint((left, right)))
    if start >= DEEP - 1 and len(one) == len(other) >= FIRM and sorted(one) == sorted(other):
        return True
    if left == right[::-1] and len(left) == 2:
        return True
    if start >= FIRM - 1 and (end or start >= LONG) and len(one) == len(other) > LONG:
        return distance(one, other) <= 2
    return min(len(one), len(other)) >= LONG and start >= 3 and end >= 3 and distance(one, other) <= 2


def of_one_stem(one: str, other: str) -> bool:
    """Tell whether two words are made of one stem, as what is believed and who believes it are: Socialism, Socialist."""
    start, _ = shared(one, other)
    return any(
        {one, other} == {one[:at] + end for end in ends} for ends in DERIVED for at in (start, start - 1, start - 2)
    )


def surname_slip(one: str, other: str) -> bool:
    """Tell whether two surnames are one but for a slip; in short ones a letter swapped, left out or put in.

    Byran is a slip for Bryan; Osama is none for Obama.
    """
    longest = max(len(one), len(other))
    if longest < SHORTEST or (longest < FIRM and len(one) == len(other) and sorted(one) != sorted(other)):
        return False
    return slip(one, other, firm=len(one) != len(other))


def slurred(one: str, other: str) -> bool:
    """Tell whether two long surnames that begin and end alike differ by two letters at the most: Feathersby, Fetherby."""
    start, end = shared(one, other)
    return min(len(one), len(other)) >= LONG and start > 1 < end and distance(one, other) <= 2


def shared(one: str, other: str) -> tuple[int, int]:
    """Return how many letters the words share at their start and, beyond those, at their end."""
    most = min(len(one), len(other))
    start = next((n for n in range(most) if one[n] != other[n]), most)
    end = next((n for n in range(most - start) if one[-1 - n] != other[-1 - n]), most - start)
    return start, end


def distance(one: str, other: str) -> int:
    """Return in how many letters two words differ, one moved or two swapped counting once."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other))


def one_bearer(one: str, other: str) -> bool:
    """Tell whether two names are one person's even in one family: a letter differs deep inside a long word of theirs.

    No parents call two daughters Katharine and Katherine; they may call them Jean and Joan, or Marie and Maria.
    """
    differing = [pair for pair in zip(one.split(), other.split(), strict=False) if pair[0] != pair[1]]
    if len(differing) != 1 or one.count(" ") != other.count(" "):
        return False
    ((left, right),) = differing
    start, end = shared(left, right)
    return min(len(left), len(right)) >= LONG and start >= DEEP and end >= DEEP and len(left) == len(right)


def romanised_alike(one: str, other: str) -> bool:
    """Tell whether two Korean names are one but for how their vowels are written: Seong-ho, Sung-ho; Jin-wook, Jin-uk."""
    return one.casefold() != other.casefold() and _plainly(one) == _plainly(other)


def _plainly(name: str) -> str:
    plain = name.casefold()
    for written, sound in ROMANISED:
        plain = plain.replace(written, sound)
    return plain


MANY_WORDS = 2
"""A name of more words that are all the same but one can only be that name."""

VOWELS = frozenset({"ie", "ei", "io", "oi", "ou", "uo", "eo", "oe"})
"""Last letters in which one surname is misspelt, and none is inflected."""

LONG_WORD = 7
"""In surnames so long a slip makes no other name."""


def forenames_differ(one: str, other: str) -> bool:
    """Tell whether two names of one surname are one name but for a slip in a word before it."""
    left, right = one.split()[:-1], other.split()[:-1]
    if len(left) != len(right) or abs(len(one) - len(other)) > 2:
        return False
    changed = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if "-" in one[one.rfind(" ") + 1 :] and len(changed) == 1 and _one_family(*changed[0]):
        return True
    firm = one.count(" ") >= MANY_WORDS or (len(changed) == 1 and _doubled(*changed[0]))
    return len(changed) == 1 and min(map(len, changed[0])) >= 5 and slip(*changed[0], firm=firm)


def _one_family(one: str, other: str) -> bool:
    """Tell whether two words are spellings of one Korean surname: Noh, Roh."""
    if max(len(one), len(other)) > SHORTEST:
        return False
    return any({one, other} <= set(ways.split()) for ways in load_rules("romanisation")["surnames"].values())


def _doubled(one: str, other: str) -> bool:
    """Tell whether a word doubles the last letter of another: Brandywell, Brandywel."""
    short, long = sorted((one, other), key=len)
    return len(short) >= LONG_WORD and long == short + short[-1]


def one_forename(one: str, other: str) -> bool:
    """Tell whether two names have all but a long last word in common: no family has two of those."""
    return (
        min(len(name.rpartition(" ")[2]) for name in (one, other)) >= SHORTEST
        and one.rpartition(" ")[0] == other.rpartition(" ")[0] != ""
    )


def surnames_differ(one: str, other: str) -> bool:
    """Tell whether two names of one forename are one name but for a slip in the surname."""
    left, right = one[one.rfind(" ") + 1 :], other[other.rfind(" ") + 1 :]
    shortest = min(len(left), len(right))
    if "-" in left and "-" in right:
        return slip(left, right) or romanised_alike(left, right)
    start, end = shared(left, right)
    inside = len(left) == len(right) >= LONG_WORD and start > DEEP and end and distance(left, right) <= 2
    return shortest >= 4 and (slip(left, right, firm=True) or ends_in_another_vowel(left, right) or bool(inside))


def ends_in_another_vowel(one: str, other: str, least: int = LONG_WORD) -> bool:
    """Tell whether two surnames, of so many letters at the least, differ by their last vowel alone: Marchetti, Marchetto."""
    return len(one) == len(other) >= least and one[:-1] == other[:-1] and one[-1:] + other[-1:] in VOWELS


def compound(name: str) -> bool:
    """Tell a word joined to a common one, or a dash, from a forename of two: Crisis-hit Iceland, Jean-Claude Juncker."""
    return any(not part[:1].isupper() for part in name.split("-")[1:])
