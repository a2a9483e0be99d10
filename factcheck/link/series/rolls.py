"""Names in a row that a number beside them counts: "three daughters, A, B and C", "A, B and C are the three towns"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.article import STOP, Article, Sentence, kind_bits
from factcheck.document import Span
from factcheck.link.series.figures import value
from factcheck.link.series.items import VERB, acts, bare, is_name, items, singular, things, verbless
from factcheck.link.series.items import named as capitalised
from factcheck.model import Mention
from factcheck.numerals import ORDINALS
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.records import NamedTuple
from factcheck.segment import STOPS, vocabulary

BEHIND = (
    "{number:count} (of DETERMINER? <wN>? <'>?)? (- <w>)? <wN>? <w>? <w>? ((in|of|on|at|for) DETERMINER? <wN> <wN>?)? , (in|at)?",
    "{number:count} (... {duration})? ... NAMING ,?",
    "{number:count} ... as",
    "{number:count} <wN>? <w>? <w>? BE",
)
PLACED = "{number:count} ... , in|at"
BEFORE = "(<,:—->? DETERMINER | BE DETERMINER | all) {number:count}"
FINITE = VERB.replace("CONJUNCTION|", "")
JOINT, THEY, SURE = "and|&", "(PRONOUN | DETERMINER {count} <w>?) BE", "sure"
TAKING_UP = frozenset({"they", "these", "those"})
NAMELESS = frozenset(
    "thing reason way step point aim goal count ground failing factor charge respect condition demand question answer lesson rule choice option change".split()
)
"""What lists of any kind are of."""
PEOPLE = frozenset(
    "person passenger victim student patient suspect resident survivor man woman child children worker officer soldier adult "
    "other teenager tourist member daughter son brother sister sibling grandchild grandchildren grandson granddaughter "
    "stepchildren stepson stepdaughter stepchild nephew niece cousin winner judge candidate nominee finalist founder defendant juror "
    "player goalkeeper defender driver rider senator councillor minister director partner".split()
)
CLAUSES = frozenset({"who", "that", "which", "whose"})
TOGETHER = frozenset("together all each jointly between share account hold".split())
"""Behind a number of things these say that it is of all that were named."""

NAMED, NEAR = frozenset({"named", "names", "naming", "identified", "identifies", "identify", "name"}), 4
TOWNS = frozenset("city town village capital".split())
PLACES = TOWNS | frozenset("state county country nation province region".split())
"""Behind a comma these may have the name of what they lie in: Dallas, Texas."""

OPENER = Pattern(r"\w{3,}(?:al|nt|te|ed|ing|ous|ive|ab|ib|ar|ful|less|ck)ly|however|instead|meanwhile|today")
"""What opens a sentence before a comma and is no name: Eventually, Orr and Dane."""

CLOSING = ",.;)—\n·"
TWO, FURTHER, REACH = 2, 500, 150
"""So many places behind a number its names end at the latest."""


class Roll(NamedTuple):
    """A number of things, how many are named beside it and where; `sure` where they can only be those."""

    number: Mention
    size: int
    shown: Span
    sure: bool


def rolls(article: Article, sentence: Sentence, numbers: list[Mention]) -> Iterator[Roll]:
    """Yield each of a sentence's numbers with the names that stand in a row behind it or before it."""
    yield from _taken_up(article, sentence, numbers)
    yield from _named_together(article, sentence, numbers)
    yield from _aged(article, sentence, numbers)
    if not phrase(JOINT).search(article.skeleton, sentence.start, sentence.end):
        return
    for shape in BEHIND:
        for match in phrase(shape).finditer(article.skeleton, sentence.start, sentence.end):
            if (number := article.at[match.start("number")]) in numbers:
                yield from _behind(article, sentence.end, number, match)
    for match in phrase(PLACED).finditer(article.skeleton, sentence.start, sentence.end):
        if (number := article.at[match.start("number")]) in numbers and number.noun:
            row = _row(article, min(sentence.end, match.end() + REACH), number, match.end(), "in")
            yield from (roll._replace(sure=False) for roll in row if roll.size > TWO)
    said = phrase(BEFORE).search(article.skeleton, sentence.start, sentence.end)
    if said and (number := article.at[said.start("number")]) in numbers:
        yield from _before(article, sentence, number, said)


def _taken_up(article: Article, sentence: Sentence, numbers: list[Mention]) -> Iterator[Roll]:
    """Yield the one number of a sentence with the list that the next is: behind "They are", in clauses or alone."""
    start = sentence.end + 1
    start += article.skeleton[start : start + 1] == "\n" and sentence.block == "paragraph"
    if (
        len(numbers) != 1
        or not (numbers[0].noun or article.word(article.place(numbers[0]) + 1) == "of")
        or _is_base(article, numbers[0])
        or article.skeleton[sentence.end : start].rstrip("\n") not in (".", "q", '."', 'q"', "", "·")
        or start >= len(article.skeleton)
    ):
        return
    found = STOP.search(article.skeleton, start, start + REACH)
    stop = found.start() if found else start
    if first := _again(article, numbers[0], start, stop):
        yield from _row(article, stop, numbers[0], first, SURE)
    elif they := phrase(THEY).match(article.skeleton, start, stop):
        if article.word(start) in TAKING_UP or article.at.get(they.end() - 2) is not None:
            yield from _row(article, stop, numbers[0], they.end(), SURE)
    elif ";" in article.skeleton[start:stop]:
        yield from _clauses(article, numbers[0], start, stop)
    elif phrase("PREPOSITION").match(article.skeleton, start):
        return
    elif phrase(JOINT).search(article.skeleton, start, stop) and not (
        phrase(FINITE).search(article.skeleton, start, stop) or acts(article, start, stop)
    ):
        yield from (
            _row(article, stop, numbers[0], start, SURE)
            if numbers[0].noun not in NAMELESS
            else _told(article, numbers[0], start, stop)
        )
    elif article.word(start) == "first":
        yield from _enumerated(article, numbers[0], start)


def _named_together(article: Article, sentence: Sentence, numbers: list[Mention]) -> Iterator[Roll]:
    """Yield the number that a sentence begins with, "The four firms together", with the names that the one before begins with."""
    start = sentence.start + (article.skeleton[sentence.start] == "\n")
    said = phrase("the {number:count} <w>").match(article.skeleton, start)
    number = article.at[said.start("number")] if said else None
    before = article.skeleton[:start].rstrip("\n.·")
    if said is None or number not in numbers or not before:
        return
    opens = max(before.rfind(stop) for stop in STOPS) + 1
    verb = phrase(FINITE).search(article.skeleton, opens, len(before))
    named = items(article, opens, verb.start() if verb else len(before)).pieces
    closed = next((n for n in range(1, len(named)) if _joined(article, named[n])), 0)
    last = named[closed] if closed else (0, 0)
    named = [*named[:closed], (last[0], _name_end(article, *last))] if closed else []
    if len(named) > TWO and all(capitalised(article, piece) and verbless(article, piece) for piece in named):
        together = {article.word(at) for at in range(said.end(), said.end() + NEAR)} & TOGETHER
        off = abs(value(number) - len(named)) == 1
        yield Roll(number, len(named), article.span(opens, named[-1][1]), bool(together) and off)


def _name_end(article: Article, start: int, stop: int) -> int:
    """Return where the name ends that a piece begins with."""
    return next((at for at in range(start, stop) if article.skeleton[at] not in "NC-'"), stop)


AGED = Pattern(r"[A-Z][\w'’.-]+, (\d{1,3})(?=[,;.)]| and\b|$)")
OTHERS = Pattern(r"\b(?:a|another|the) (?:man|woman|boy|girl|child|baby|driver|passenger|third|fourth)\b")


def _aged(article: Article, sentence: Sentence, numbers: list[Mention]) -> Iterator[Roll]:
    """Yield the one number of people of a sentence that goes on to name each with an age: the two victims as A, 41, and B, 39."""
    people = [one for one in numbers if one.noun in PEOPLE]
    if len(people) != 1 or not sentence.kinds & kind_bits("age|count"):
        return
    start = article.place(people[0]) + 1
    words = article.text(article.span(start, sentence.end)) if sentence.end > start else ""
    ages = list(AGED.finditer(words))
    if len(ages) > 1:
        if ":" in words[: ages[0].start()]:
            return  # A list behind a colon is read as such.
        told = re.match(r"[^,;:]*?(?: as| were| are)\b", words[: ages[0].start()]) is not None
        sure = told and OTHERS.search(words) is None and abs(value(people[0]) - len(ages)) == 1
        begins = article.span(start, start + 1).start
        yield Roll(people[0], len(ages), Span(begins + ages[0].start(), begins + ages[-1].end()), sure)


def _again(article: Article, number: Mention, start: int, stop: int) -> int:
    """Return where a list begins whose things are named again before it, "The sites are"; 0 where none does."""
    called = phrase("(PRONOUN | DETERMINER <wN>) (AUXILIARY|BE)* (named | <w>)").match(article.skeleton, start, stop)
    if called and article.word(called.end() - 1) in ("called", "named"):
        return called.end()
    be = phrase("the <wN> <w>? BE").match(article.skeleton, start, stop)
    named = article.word(be.start() + 1) if be else ""
    plurals = (number.noun + "s", number.noun + "es", number.noun[:-1] + "ies")
    return be.end() if be and number.noun and named in plurals else 0


def _told(article: Article, number: Mention, start: int, stop: int) -> Iterator[Roll]:
    """Yield a sentence of items alone, of whatever form: Three things. Respect, a fair hearing and my job back."""
    found = items(article, start, stop)
    counts = [things(article, piece, people=False) for piece in found.pieces]
    if found.joints == 1 and len(counts) > TWO and None not in counts and _joined(article, found.pieces[-1]):
        yield Roll(
            number,
            sum(count or 0 for count in counts),
            article.span(start, stop),
            all(verbless(article, piece) for piece in found.pieces),
        )


def _enumerated(article: Article, number: Mention, start: int) -> Iterator[Roll]:
    """Yield what sentences tell one by one, "First", "Second" and so on; more may come in other words."""
    end = article.skeleton.find("\n", start)
    begins = [at.end() for at in STOP.finditer(article.skeleton, start, end if end > 0 else len(article.skeleton))]
    told = [start, *(at for at in begins if at < len(article.skeleton) and article.word(at) in ORDINALS)]
    ranks = [ORDINALS[article.word(at)] for at in told]
    if len(ranks) > 1 and ranks == list(range(1, len(ranks) + 1)):
        more = len(ranks) > value(number) or _no_more(article, told[-1], end)
        yield Roll(number, len(ranks), article.span(start, told[-1] + 1), more)


TAIL = 2
"""So many sentences at the most tell the last of several; more may go on to another."""
MORE = Pattern(r"\b(?:third|fourth|fifth|finally|lastly|last|another|other|also|final|besides)\b", re.I)
"""What may bring in one more than the sentences before told one by one."""


def _no_more(article: Article, last: int, end: int) -> bool:
    """Tell whether a paragraph ends, and the next begins, with no more of what its sentences told one by one."""
    begins = article.span(last + 1, last + 2).start
    tail = article.skeleton.count(".", last, max(last, end))
    return end > 0 and tail <= TAIL and MORE.search(article.document.text, begins, begins + FURTHER) is None


def _clauses(article: Article, number: Mention, start: int, stop: int) -> Iterator[Roll]:
    """Yield the clauses, of one beginning, that semicolons and a last "and" part: It raises pay; it caps hours; and it."""
    pieces = items(article, start, stop).pieces
    first = article.word(start)
    openings = [
        article.word(piece[0] + (n == len(pieces) - 1 and _joins(article, piece[0]))) for n, piece in enumerate(pieces)
    ]
    closed = len(pieces) > TWO and _joins(article, pieces[-1][0])
    if closed and (all(word == first for word in openings) or number.noun in NAMELESS):
        sentence = article.sentences[number.sentence]
        ends = number.noun in NAMELESS and sentence.end - article.place(number) <= NEAR  # "on three counts."
        sure = ends or all(word == first for word in openings)
        yield Roll(number, len(pieces), article.span(start, stop), sure)


def _joins(article: Article, place: int) -> bool:
    return phrase(JOINT).match(article.skeleton, place) is not None


def _behind(article: Article, stop: int, number: Mention, match: re.Match[str]) -> Iterator[Roll]:
    first, apposed = match.end(), match[0].endswith(",")
    if match[0].endswith(vocabulary()[0]["as"]):
        told = {article.word(at) for at in range(max(0, match.start() - NEAR), match.end())}
        others = any(article.word(at) == "and" for at in range(match.start(), match.end()))
        if not others and not NAMED.isdisjoint(told):
            yield from _row(article, min(stop, first + REACH), number, first, SURE)
        return
    if apposed and phrase("in|at <N>+").fullmatch(match[0], 1, len(match[0]) - 1):
        return  # Two in Leeds, Hull and York.
    if apposed and phrase("NAMING").match(article.skeleton, first):
        first += 1 + (article.skeleton[first + 1 : first + 2] == ",")
    manner = SURE if phrase("NAMING").search(match[0]) else "," if apposed else "in" if "," in match[0][-2:] else ""
    yield from _row(article, min(stop, first + REACH), number, first, manner)


def _row(article: Article, stop: int, number: Mention, first: int, manner: str) -> Iterator[Roll]:
    """Yield the names in a row from `first`, which stand behind a number in some manner: ",", "in", SURE or "" for a verb."""
    semicolon = article.skeleton.find(";", first, stop)
    stop = semicolon if semicolon > 0 else stop
    pieces = items(article, first, stop).pieces
    closed = next((n for n in range(1, len(pieces)) if _joined(article, pieces[n])), 0)
    named = pieces[: closed + 1]
    goes_on = any(is_name(article, piece) for piece in pieces[closed + 1 : closed + 2])
    if not closed or goes_on or not _alike(article, named) or not _ends(article, stop, named[-1]):
        return
    people = number.noun in PEOPLE or _compound(article, number) in PEOPLE
    counts = [things(article, piece, people) for piece in named]
    if None in counts:
        return
    size, place = sum(count or 0 for count in counts), article.place(number)
    sentence = article.sentences[number.sentence]
    led = phrase("PREPOSITION").search(article.skeleton, max(sentence.start, place - 2), place) is not None
    known = phrase("DETERMINER").search(article.skeleton, max(sentence.start, place - 1), place) is not None
    names = all(is_name(article, piece) for piece in named)
    stops = article.skeleton[named[-1][1]] in ".\n" or named[-1][1] >= sentence.end
    if size == TWO and manner == "," and not (people or known) and (led or not names) and not (names and stops):
        return
    unserried, short = article.skeleton[named[-1][0] - 2] != ",", size < value(number)
    plain = unserried and len(named) > TWO
    more = short and phrase(", and TITLE|<NC>").search(article.skeleton, named[-1][1], stop) is not None
    listed = not short or unserried or len(named) > TWO  # "The four guards, Crosby, and Gilman" may be six men.
    spread = manner == "in"  # Two sisters sing in three towns, but no two shops stand there.
    apart = (known and short and unserried) or (plain if spread and not people else people and listed and not spread)
    closed_off = manner == "," and article.skeleton[named[-1][1]] == "," and place - known <= sentence.start
    told = closed_off and plain and names and not led and (number.noun not in PLACES or short)
    ended = manner == "," and names and stops and short
    shown = article.span(first, named[-1][1])
    opening = article.skeleton[max(sentence.start, place - known - 1)]
    one_of_them = opening in "," + vocabulary()[1]["NAMING"] + vocabulary()[0]["and"]
    behind = article.skeleton[named[-1][1] + 1 : named[-1][1] + 2]
    set_off = article.skeleton[named[-1][1] : named[-1][1] + 1] == "," and behind in vocabulary()[1]["PREPOSITION"]
    closes = names and (stops or (set_off and behind != ""))
    longer = manner == "," and closes and not short and len(named) > TWO and (stops or not led) and not one_of_them
    if (ended or (longer and number.noun not in TOWNS)) and abs(value(number) - size) == 1:
        yield Roll(number, size, shown, sure=True)
        return
    sure = manner == SURE or told or (names and apart and not more)
    yield Roll(number, size, shown, sure and not (led and manner == "," and not people))


def _is_base(article: Article, number: Mention) -> bool:
    """Tell whether others of a number's things are meant: nine of 11 towns."""
    place = article.place(number)
    return article.word(place - 1) == "of" and place - 2 in article.at


def _compound(article: Article, number: Mention) -> str:
    """Return what a number counts in a compound: "man" of a three-man crew."""
    place = article.place(number) + 1
    return article.word(place + 1) if article.skeleton[place : place + 1] == "-" else ""


def _before(article: Article, sentence: Sentence, number: Mention, said: re.Match[str]) -> Iterator[Roll]:
    """Yield the names that a sentence begins with: "Elm, Oak and Ash, the three towns that voted no"."""
    comma = article.skeleton.find(",", sentence.start, said.start())
    lead = next(
        (at + 1 for at in range(comma - 1, sentence.start - 1, -1) if article.skeleton[at] in _leading()),
        sentence.start,
    )
    lead = past_opener(article, lead)
    named = items(article, lead, said.start()).pieces
    joined = [n for n, piece in enumerate(named) if _joined(article, piece)]
    names = all(is_name(article, piece) for piece in named)
    plain = (
        all(bare(article, piece) for piece in named[1:])
        and len(named) > TWO
        and phrase("all").match(article.skeleton, said.end() - TWO)
    )
    if joined == [len(named) - 1] and len(named) > 1 and (names or plain):
        equal = (
            article.word(said.end() - TWO) == "all"
            or phrase("BE").match(article.skeleton, said.end() - 1 - TWO) is not None
        )
        people = number.noun in PEOPLE or (equal and (number.noun not in PLACES or len(named) < value(number)))
        known = article.word(said.end() - TWO) == "the" and article.skeleton[said.end() - TWO - 1] in ",—-"
        known = known and (number.noun not in PLACES or len(named) < value(number)) and _told_more(article, said.end())
        sure = (
            len(named) > TWO
            and not number.hedge
            and (people or known)
            and article.skeleton[said.end() : said.end() + 1] != vocabulary()[0]["of"]
        )
        yield Roll(number, len(named), article.span(lead, named[-1][1]), sure)


def past_opener(article: Article, start: int) -> int:
    """Return where a sentence goes on behind a word that opens it and is no name, or its start."""
    return start + TWO * (
        article.skeleton[start + 1 : start + TWO] == "," and bool(OPENER.fullmatch(article.word(start)))
    )


def _told_more(article: Article, place: int) -> bool:
    """Tell whether what is counted is told by a clause: the four firms that signed it."""
    behind = range(place, min(place + NEAR, len(article.skeleton)))
    return any(article.word(at) in CLAUSES for at in behind)


@cache
def _leading() -> frozenset[str]:
    """Return the letters of what leads to a row of names at a sentence's beginning: "those killed were named as"."""
    return frozenset(vocabulary()[1]["BE"]) | {vocabulary()[0]["as"]}


def _joined(article: Article, piece: tuple[int, int]) -> bool:
    return phrase(JOINT).match(article.skeleton, piece[0] - 1) is not None


def _ends(article: Article, end: int, piece: tuple[int, int]) -> bool:
    """Tell whether a row of names ends where a piece does: at a mark, with no more to come behind "and"."""
    stop = piece[1]
    if stop >= end:
        return True
    more = phrase(", and").match(article.skeleton, stop) is not None and _named_next(article, stop + 2)
    return article.skeleton[stop] in CLOSING and not more


def _named_next(article: Article, place: int) -> bool:
    return place < len(article.skeleton) and article.skeleton[place] in "NC"


def _counted(article: Article, piece: tuple[int, int]) -> bool:
    """Tell whether a piece is a few of something: the two governments."""
    return (
        article.skeleton[slice(*piece)][1:] in ("Kw", "Kww")
        and phrase("DETERMINER").match(article.skeleton, piece[0]) is not None
    )


def _alike(article: Article, pieces: list[tuple[int, int]]) -> bool:
    """Tell whether every piece is a name, or every piece is of the form "a weather camera"."""
    if all(is_name(article, piece) or _counted(article, piece) for piece in pieces):
        return True
    each = (singular(article, piece) or article.skeleton[piece[0]] == "K" for piece in pieces)
    described = all(each) or all(_known(article, piece) or _counts(article, piece) for piece in pieces)
    return described and all(verbless(article, piece) for piece in pieces)


def _known(article: Article, piece: tuple[int, int]) -> bool:
    return phrase("DETERMINER").match(article.skeleton, piece[0]) is not None


def _counts(article: Article, piece: tuple[int, int]) -> bool:
    return article.skeleton[piece[0]] == "K"
