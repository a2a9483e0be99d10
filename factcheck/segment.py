"""One pass of one native regex: the text as tokens, and its skeleton of one letter a token.

Every later search runs over the skeleton, which is a sixth of the text's length and has no spelling in it.
Letters: d a whole number, y one of four digits (maybe a year), g one with grouping commas, f a decimal, x one that
is malformed; N a capitalised word, C a single capital, w any other word; each word of the lexicon has a letter of its
own from Unicode's private area; punctuation stands for itself; "." ends a sentence and a newline a block, a dot
that does neither is "·", and a sentence's end with a closing quotation mark is "q".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import accumulate

from factcheck.records import NamedTuple
from factcheck.regexes import compiled
from factcheck.rulefiles import load_rules

TOKEN = compiled(
    r"""[A-Za-zÀ-ɏ]+[ ]?
      | \d+(?:[.,]\d+)*[^\S\n]*
      | (?: [^\W\d_]+
          | [.!?…]["”’)\]]*(?=\s|$)
          | ['’](?:s|t|re|ve|ll|d|m|S)\b
          | \n\s*
          | --+
          | .
        )[^\S\n]*""",
    re.VERBOSE | re.DOTALL,
)
GROUPED = compiled(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
DECIMAL = compiled(r"(?:\d+|\d{1,3}(?:,\d{3})+)\.\d+")
FIRST_LETTER = 0xE000
NUMERALS = "dygfx"
STOPS = ".q\n"
CACHED = 50_000
PHRASAL = frozenset(
    "make makes made making back backs backed backing give gives gave given giving take takes took taken taking break breaks "
    "broke broken breaking turn turned step stepped sign signed signing line lined show showed stand stood draw drew drawn drawing set sets setting hold held clean pick picks picked picking".split()
)
"""Verbs with which "up" and "down" say no way that a figure moves."""
PUNCTUATION = {
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "–": "-",
    "−": "-",
    "‑": "-",
    "--": "-",
    "—": "—",
    "---": "—",
    "…": ".",
}
SENTENCE_END = {".": ".", "!": ".", "?": ".", "…": "."}


class Tokens(NamedTuple):
    """The text cut into pieces, each with the blanks that follow it; `starts[i]` is where piece i begins."""

    pieces: list[str]
    starts: list[int]
    letters: str

    def word(self, place: int) -> str:
        """Return the token at `place` without the blanks after it, "" beyond the end of the text."""
        try:
            return self.pieces[place].rstrip()
        except IndexError:
            return ""

    def phrase(self, place: int, words: int) -> str:
        """Return so many tokens from `place` on, the blanks behind them left off, a block's end kept."""
        return "".join(self.pieces[place : place + words]).rstrip(" ")

    def end(self, place: int) -> int:
        """Return the offset just after the token's last character."""
        return self.starts[place] + len(self.pieces[place].rstrip())

    def glued(self, place: int) -> bool:
        """Tell whether no blank parts the token from the next one."""
        piece = self.pieces[place] if place < len(self.pieces) else " "
        return piece[-1:] != " " and piece == piece.rstrip() and place + 1 < len(self.pieces)


class Lexicon(dict[str, str]):
    """The letter of each token's text; unseen texts are classified once and kept."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self.words = words

    def __missing__(self, piece: str) -> str:
        letter = self._letter(piece.rstrip(), piece)
        if len(self) < CACHED:
            self[piece] = letter
        return letter

    def _letter(self, core: str, piece: str) -> str:
        if not core:
            return "\n" if "\n" in piece else " "
        if core[0].isalpha():
            return self.words.get(core) or self._word(core)
        if core[0].isdecimal():
            return numeral(core)
        if core[0] in SENTENCE_END:
            return _stop(core, piece)
        return PUNCTUATION.get(core, core[0])

    def _word(self, core: str) -> str:
        if core.islower():
            return "w"
        shouted = self.words.get(core.capitalize()) if core.isupper() and len(core) > 1 else None
        known = shouted or self.words.get(core.lower())
        if known:
            return known
        if core[0].isupper():
            return "C" if len(core) == 1 else "N"
        return "w"


def numeral(digits: str) -> str:
    """Return the letter of a numeral: d, y, g, f or x."""
    if digits.isdecimal():
        return "y" if len(digits) == 4 and "1000" <= digits <= "2999" else "d"
    if GROUPED.fullmatch(digits):
        return "g"
    return "f" if DECIMAL.fullmatch(digits) else "x"


def _stop(core: str, piece: str) -> str:
    if piece == core and len(core) == 1:
        return "·" if core == "." else "."
    return "q" if any(mark in core for mark in "\"”’'") else "."


@cache
def vocabulary() -> tuple[dict[str, str], dict[str, str]]:
    """Return the letter of each word of the lexicon, and the letters of each class of words.

    Words of the same classes get neighbouring letters, so that a class is a few ranges of a character set.
    """
    members = load_rules("words")["words"]
    classes_of: defaultdict[str, list[str]] = defaultdict(list)
    for name, words in members.items():
        for word in words.split():
            classes_of[word].append(name)
    ordered = sorted(classes_of, key=lambda word: (classes_of[word], word))
    letters = {word: chr(FIRST_LETTER + n) for n, word in enumerate(ordered)}
    classes = {name: "".join(sorted(letters[word] for word in set(words.split()))) for name, words in members.items()}
    return letters, classes


def letters_of(words: Iterable[str]) -> frozenset[str]:
    """Return every letter that the tokens of some lower-case words may have: a look at it spares the spelling of the others."""
    known = vocabulary()[0]
    folded: defaultdict[str, set[str]] = defaultdict(set)
    for word, letter in known.items():
        folded[word.lower()].add(letter)
    found: set[str] = set()
    for word in words:
        plain = "wNC" if word[0].isalpha() else PUNCTUATION.get(word, word[0])
        found.update(folded.get(word, ()), () if word in known else plain)
    return frozenset(found)


def charset(letters: str) -> str:
    """Return sorted letters as the inside of a regex character set, runs written as ranges."""
    runs: list[list[str]] = []
    for letter in letters:
        if runs and ord(letter) == ord(runs[-1][1]) + 1:
            runs[-1][1] = letter
        else:
            runs.append([letter, letter])
    return "".join(first if first == last else f"{first}-{last}" for first, last in runs)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of the shipped words."""
    return Lexicon(vocabulary()[0])


@cache
def _abbreviated() -> re.Pattern[str]:
    letters, classes = vocabulary()
    numbered = f"{letters['no']}{letters['nos']}"
    always = charset("".join(sorted(set(classes["ABBREVIATION"]) - set(numbered))))
    return compiled(rf"\.(?:(?:(?<=[C{always}].)|(?<=·{letters['m']}.))(?!\n|$)|(?<=[{numbered}].)(?=[{NUMERALS}]))")


@cache
def _ways() -> re.Pattern[str]:
    letters = vocabulary()[0]
    return compiled(f"[{letters['up']}{letters['down']}]")


def _still(letters: str, pieces: list[str]) -> str:
    """Return the letters with every "up" and "down" that is part of a verb and no way as a plain word: made up, backed up by."""

    def letter(found: re.Match[str]) -> str:
        verb = pieces[found.start() - 1].rstrip().lower() if found.start() else ""
        return "w" if verb in PHRASAL else found[0]

    return _ways().sub(letter, letters)


SPACED = compiled(rf"(?<=[^\n{NUMERALS}])-(?=[^\n])|(?<=[{NUMERALS}])-(?=[^\n{NUMERALS}])")
"""A hyphen that may be a dash: no bullet, and none between two numerals, "2 - 1"."""


def _dashed(letters: str, pieces: list[str]) -> str:
    """Return the letters with every hyphen and short dash between blanks, and two hyphens, as the dash that they stand for."""

    def letter(found: re.Match[str]) -> str:
        at = found.start()
        spaced = pieces[at - 1].endswith(" ") and pieces[at].endswith(" ")
        return "—" if spaced or pieces[at].startswith("--") else "-"

    return SPACED.sub(letter, letters)


def segment(text: str) -> Tokens:
    """Cut the text into tokens and give each its letter."""
    pieces = TOKEN.findall(text)
    letters = "".join(map(lexicon().__getitem__, pieces))
    if " – " in text or " - " in text or "--" in text:
        letters = _dashed(letters, pieces)
    starts = list(accumulate(map(len, pieces), initial=0))
    letters = _still(_abbreviated().sub("·", letters).replace("·\n", ".\n"), pieces)
    return Tokens(pieces, starts, letters[:-1] + "." if letters.endswith("·") else letters)
