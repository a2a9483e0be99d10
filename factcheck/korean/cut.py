"""Cutting Korean words: a numeral carries its unit and its particle, a word its particle or its ending.

Each distinct word is cut once and kept; into what depends on whether a numeral stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import accumulate

from factcheck.korean.lexicon import hedges, letters_of, measures, numbers, section, unit_words
from factcheck.records import NamedTuple
from factcheck.regexes import compiled
from factcheck.rulefiles import load_rules
from factcheck.segment import NUMERALS, TOKEN, Tokens, lexicon, vocabulary

CACHED = 50_000
DOTTED = compiled(r"y[.·]d[.·](?:d[.·])?")
"""A date in figures, whose dots end no sentence: 2024. 12. 14."""

WORDS = compiled(rf"[가-힣]+[^\S\n]* | ℓ[^\S\n]* | {TOKEN.pattern}", re.VERBOSE | re.DOTALL)
MANY, SCALE = "수", "십백천만억조"
OPENS_UNIT = frozenset(f"{NUMERALS}%％")
LONGEST_STEM = 4
EACH, OF = "당", "의"
PARTICLES = frozenset({"particle", "end", "until"})


class Cut(NamedTuple):
    """A word cut: its pieces, a letter for each, and whether a unit may follow."""

    pieces: tuple[str, ...]
    letters: str
    open: bool = False


class Cuts(dict[str, Cut]):
    """Words with the way each is cut, made on first sight."""

    def __init__(self, make: Callable[[str], Cut]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, piece: str) -> Cut:
        core = piece.rstrip()
        cut = self.make(core)
        if core != piece:
            pieces, letters, goes_on = cut
            cut = Cut((*pieces[:-1], pieces[-1] + piece[len(core) :]), letters, goes_on)
        if len(self) < CACHED:
            self[piece] = cut
        return cut


@cache
def _cuts() -> tuple[Cuts, Cuts, Cuts, Cuts]:
    return Cuts(word), Cuts(glued), Cuts(behind_figure), Cuts(behind_percent)


def segment(text: str) -> Tokens:
    """Cut a Korean text into tokens and give each its letter."""
    words, joined, tails, percents = _cuts()
    known = lexicon()
    pieces: list[str] = []
    letters: list[str] = []
    behind = words
    stuck = False
    for piece in WORDS.findall(text):
        if "가" <= piece[0] <= "힣":
            cut = (joined if stuck and behind is words else behind)[piece]
            pieces += cut.pieces
            letters.append(cut.letters)
            behind = tails if cut.open else words
        else:
            letter = known[piece]
            pieces.append(piece)
            letters.append(letter)
            behind = (percents if letter in "%％" else tails) if letter in OPENS_UNIT else words
        stuck = piece[-1] > " "
    drawn = DOTTED.sub(lambda found: found[0].replace(".", "·"), "".join(letters))
    return Tokens(pieces, list(accumulate(map(len, pieces), initial=0)), drawn)


@cache
def _either(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _particles() -> str:
    return _either(tuple(section("particles")))


@cache
def _tail() -> re.Pattern[str]:
    fillers = _either(tuple(section("fillers")))
    after = _either(tuple(hedges("after")))
    return compiled(
        f"(?P<scale>[{SCALE}]*)(?P<odd>여)?(?P<unit>{'|'.join(unit_words())})?"
        f"(?P<more>{'|'.join(unit_words())})?"
        f"(?P<filler>(?:{fillers}){{1,2}}?)?(?P<hedge>{after})?(?P<particle>{_particles()})?"
    )


def behind_figure(core: str) -> Cut:
    """Cut what stands behind a numeral: 억여, 원으로, 명이, 년간, 만 (which a unit may follow)."""
    match = _tail().fullmatch(core)
    if match is None:
        return _long_unit(core)
    parts = {name: text for name, text in match.groupdict().items() if text}
    thousand = vocabulary()[0]["thousand"]
    letters = [thousand if name == "scale" else _letter(name, text) for name, text in parts.items()]
    return Cut(tuple(parts.values()), "".join(letters), set(parts) <= {"scale", "odd"})


def behind_percent(core: str) -> Cut:
    """Cut what stands behind a percent sign: 이, 인, 로, 포인트로; a figure of percent has no other unit."""
    letter = letters_of("particles").get(core)
    return Cut((core,), letter) if letter else behind_figure(core)


def _letter(name: str, text: str) -> str:
    if name == "particle":
        return letters_of("particles")[text]
    return _known(text) if name == "hedge" else "w"


@cache
def _long_units() -> re.Pattern[str]:
    long = [text for text in unit_words() if len(text) > 1]
    return compiled(f"(?P<scale>[{SCALE}]*)(?P<unit>{'|'.join(long)})")


def _long_unit(core: str) -> Cut:
    """Cut a unit of two syllables and more off a word that goes on with something else."""
    match = _long_units().match(core)
    if match is None:
        return word(core)
    parts = [text for text in (match["scale"], match["unit"]) if text]
    letters = vocabulary()[0]["thousand"] * bool(match["scale"]) + "w"
    rest = core[match.end() :]
    return Cut((*parts, rest), letters + "w") if rest else Cut(tuple(parts), letters)


def glued(core: str) -> Cut:
    """Cut what stands straight behind a bracket, a letter, a sign: a particle, or a word as any other."""
    letter = letters_of("particles").get(core)
    return Cut((core,), letter) if letter else word(core)


def _known(text: str) -> str:
    return letters_of("words").get(text) or _before(text) or "w"


def _before(text: str) -> str:
    return vocabulary()[0]["about"] if text in hedges("before") else ""


@cache
def _bases() -> frozenset[str]:
    shifts = [text for words in load_rules("korean")["shifts"].values() for text in words.split()]
    zones = [text for words in load_rules("korean")["zones"].values() for text in words.split()]
    known = (
        *section("words"),
        *section("gloss"),
        *hedges("after"),
        *hedges("before"),
        *shifts,
        *zones,
        *numbers("day_words"),
        "월",
        "달",
        "해",
        "주",
    )
    return frozenset(known)


@cache
def _spelt() -> re.Pattern[str]:
    """A number in words with its unit in one: 천만원을, 수천억원, 두배로, 세차례, 한명도."""
    native = _either(tuple(numbers("native")))
    return compiled(
        f"(?P<scale>수[{SCALE}]+|[십백천][십백천만억조]+)(?P<odd>여)?(?P<unit>{'|'.join(unit_words())})?(?P<particle>{_particles()})?"
        f"|(?P<native>{native})(?P<counter>명|개|건|대|곳|배|차례|번째|번|살|달|시간|시|가지|사람|마리|개월|표|꼴)(?P<end>{_particles()})?"
        f"|(?P<days>{_either(tuple(numbers('day_words')))})(?P<while>간|째)(?P<until>{_particles()})?"
    )


def word(core: str) -> Cut:
    """Cut a word that stands for itself: a known one from its particle, a number from its unit."""
    if letter := letters_of("words").get(core):
        return Cut((core,), letter, core in numbers("native"))
    if core in numbers("native"):
        return Cut((core,), vocabulary()[0]["two"], True)
    if core in _bases():
        return Cut((core,), _known(core))
    if core[-1] != EACH and core[0] not in _openers() and core[:2] not in _openers():
        return Cut((core,), "w")
    return (
        (_for_each(core) if core[-1] == EACH else None)
        or _with_particle(core)
        or _changing(core)
        or _number_word(core)
        or Cut((core,), "w")
    )


@cache
def _openers() -> frozenset[str]:
    """Return the first two letters of every word that a longer one may begin with, or the one letter."""
    known = (*_bases(), *letters_of("stems"), *letters_of("nouns"), *numbers("native"), *numbers("day_words"))
    scales = (mark + other for mark in f"{MANY}{SCALE}" for other in SCALE)
    return frozenset(
        (*(text[:2] for text in known if len(text) > 1 or text in SHORT_BASES), *scales, *numbers("native"))
    )


SHORT_BASES = frozenset({"중", "등", "달", "열", "둘", "셋", "넷"})


def _for_each(core: str) -> Cut | None:
    """Cut what something is for one of from its particle: 가구당, 척당, 배럴당."""
    base = core.removesuffix(EACH)
    known = base != core and (base in section("counters") or base in measures())
    return Cut((base, EACH), "w" + letters_of("particles")[EACH]) if known else None


def _with_particle(core: str) -> Cut | None:
    particles = letters_of("particles")
    for length in range(1, min(len(core), 5)):
        base, rest = core[:-length], core[-length:]
        if rest in particles and base in _bases() and (len(base) > 1 or base in SHORT_BASES):
            return Cut((base, rest), _known(base) + particles[rest])
        if rest == OF and len(base) > 1 and base in numbers("native"):
            return Cut((base, rest), vocabulary()[0]["two"] + particles[rest])
    return None


def _changing(core: str) -> Cut | None:
    """Read a verb or a noun of change, which keeps its ending."""
    for length in range(min(LONGEST_STEM, len(core)), 1, -1):
        if letter := letters_of("stems").get(core[:length]):
            return Cut((core,), letter)
    letter, rest = letters_of("nouns").get(core[:2], ""), core[2:]
    if letter and rest[:1] in section("sizes") and (len(rest) == 1 or rest[1:] in section("particles")):
        return Cut((core,), vocabulary()[0]["growth" if section("nouns")[core[:2]] == "increased" else "decline"])
    ends = not rest or rest[0] in section("endings") or rest in section("particles")
    return Cut((core,), letter) if letter and ends else None


def _number_word(core: str) -> Cut | None:
    match = _spelt().fullmatch(core)
    if match is None or (match["scale"] and not match["unit"] and match["particle"]):
        return None
    parts = [(name, text) for name, text in match.groupdict().items() if text]
    letters = vocabulary()[0]
    given = {"scale": letters["thousand"], "native": letters["two"], "days": letters["days"]}
    drawn = [letters_of("particles")[text] if name in PARTICLES else given.get(name, "w") for name, text in parts]
    return Cut(tuple(text for _, text in parts), "".join(drawn), parts[-1][0] in ("scale", "odd"))
