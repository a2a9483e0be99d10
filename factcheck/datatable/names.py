"""The rows of a table that an article names: labels as whole words, whatever their case, alias or ending."""

from __future__ import annotations

from functools import cache

from factcheck.article import Article
from factcheck.datatable.table import DataTable, Label
from factcheck.languages import DEFAULT, stemmer
from factcheck.phrase import KIND_LETTERS
from factcheck.records import NamedTuple
from factcheck.rulefiles import load_rules

LONGEST = 6
"""Words in the longest name that is looked for."""

EXACT = 3
"""Names of so few letters are written as the table has them: US is not us."""

NUMBERED = KIND_LETTERS["count"] + KIND_LETTERS["label"]
"""What may stand in a name behind its first word: Ward 9."""

JOINS = frozenset("-'·&")


class Name(NamedTuple):
    """A row named in the text: places `start` up to `end` of the skeleton."""

    start: int
    end: int
    label: Label


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of words of rules/data.toml."""
    return frozenset(load_rules("data")["words"][name].split())


def word_at(article: Article, place: int) -> str:
    """Return the word at a place of the skeleton, in lower case; "" beyond either end of the text."""
    return article.word(place) if 0 <= place < len(article.skeleton) else ""


def names(article: Article, table: DataTable) -> list[Name]:
    """Return every place where one row of the table is named, in order; the longest name where two overlap."""
    windows = _windows(article)
    spoken = {text for found in windows.values() for _, text in found}
    known = table.named(sorted(spoken | {other for text in spoken for other in _aliases().get(_plain(text), ())}))
    found: list[Name] = []
    for start, ends in windows.items():
        if found and start < found[-1].end:
            continue
        name = next((name for end, text in reversed(ends) if (name := _named(article, start, end, text, known))), None)
        if name:
            found.append(name)
    return found


def _windows(article: Article) -> dict[int, list[tuple[int, str]]]:
    """Return the runs of words that start at each place, shortest first, each with the place that it ends before."""
    skeleton, found = article.skeleton, {}
    for start, letter in enumerate(skeleton):
        if not _is_word(letter):
            continue
        ends: list[tuple[int, str]] = []
        for place in range(start, min(len(skeleton), start + 2 * LONGEST)):
            if _is_word(skeleton[place]) or (skeleton[place] in NUMBERED and place > start):
                ends += ((place + 1, text) for text in _spellings(article, start, place + 1))
            elif skeleton[place] not in JOINS:
                break
            if len(ends) >= LONGEST:
                break
        found[start] = ends
    return found


def _is_word(letter: str) -> bool:
    return letter in "wNC" or "\ue000" <= letter <= "\uf8ff"


def _spellings(article: Article, start: int, end: int) -> list[str]:
    """Return a run of words as it stands and, where words carry particles, without the last one's."""
    text = article.text(article.span(start, end))
    if article.language == DEFAULT:
        return [text]
    last = article.text(article.span(end - 1, end))
    bare = text.removesuffix(last) + (stemmer(article.language)(last) or last)
    return [text] if bare == text else [text, bare]


def _named(article: Article, start: int, end: int, text: str, known: dict[str, list[Label]]) -> Name | None:
    """Return the one row that a run of words names; None where it is no name, part of another, or that of several."""
    meant = {label for one in (text, *_aliases().get(_plain(text), ())) for label in known.get(one, ())}
    if len({label.place for label in meant}) != len(meant) or not meant or not _stands_alone(article, start, end):
        return None
    label = min(meant)
    common = end - start == 1 and article.skeleton[start] >= "\ue000" and text.islower()
    shortened = len(text) <= EXACT and text.isascii() and text.upper() != text
    return None if common or (shortened and text != label.text) else Name(start, end, label)


def _stands_alone(article: Article, start: int, end: int) -> bool:
    """Tell whether a capitalised name is not part of a longer one: North Korea, Seoul-based."""
    skeleton = article.skeleton
    if skeleton[start] not in "NC" and skeleton[end - 1] not in "NC":
        return True
    before = skeleton[start - 1 : start] in ("N", "-") or skeleton[start - 1 : start] == "&"
    compound = skeleton[end : end + 1] == "-"
    behind = compound or (skeleton[end : end + 1] == "N" and word_at(article, end) not in _kinds())
    return not before and not behind


@cache
def _kinds() -> frozenset[str]:
    suffixes = load_rules("data")["rows"]["suffixes"].replace("|", " ")
    return frozenset(suffixes.split())


def _plain(text: str) -> str:
    return text.lower().replace(".", "").removeprefix("the ")


@cache
def _aliases() -> dict[str, tuple[str, ...]]:
    """Return the other names of each thing that has several."""
    groups = [tuple(group.split(", ")) for group in load_rules("data")["aliases"].values()]
    return {name: group for group in groups for name in group}
