"""Things told one by one and how many they are: "covers Elm, Oak, Ash and Yew, four towns in all"; "... signed. All four are".

A closed list of bare names, and a small number that is marked as theirs: behind them as their sum, before them as what
they are, or in the next sentence as what takes them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.document import Span
from factcheck.link.series.figures import is_plain, value
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

NAME, NUMBER = "§", "¤"
LIST = rf"(?<!§ and )(?<!§ , )(?P<list>{NAME}(?: , {NAME})+(?: ,)? and {NAME})(?! ,? ?(?:and|§))"
SUMMED = Pattern(rf"{LIST} , {NUMBER} (?:[a-z]+ ){{0,3}}(?:in all|altogether|all told)\b")
OF_ALL = Pattern(
    rf"(?:^|[.;:] |\b(?:as|were|are|named|[a-z]{{3,}}s|men|women|people|children) (?:, )?){LIST} , all {NUMBER} (?:of (?:them|whom) )?(?:from|in|of|now|aged|[a-z]{{3,}}s) "
)
"""All of a list, told behind it: the suspects, A, B and C, all three from Leeds; not behind another that a comma parts from it: the mayor, A and B."""

NAMED = Pattern(
    rf"(?:^|[.;] )(?:the|its|his|her|their|those) {NUMBER} (?:(?!and |or |of )[a-z]+ ){{0,6}}?(?:are|were) {LIST} (?:$|[.;])"
)
TAKEN_UP = Pattern(
    rf"(?:^|[.;] ){LIST} (?:(?!and |or |with )[a-z]+ ){{1,8}}[.;] (?:all|the|these|those) {NUMBER} (?!of |other |more |largest )"
)
OPENING = Pattern(
    r"(?:\w+ly|however|meanwhile|moreover|furthermore|yesterday|today|tomorrow|overall|still|also|then|later|earlier|elsewhere|instead|besides|indeed|sir|now|yes|no),",
    re.I,
)
"""A capital at the head of a sentence makes none of these a name."""

SMALLEST, LARGEST, BACK = 3, 12, 60
NEAR = 2
"""A number that misses its list by more is of something else."""


NTH = ("first", "second", "third", "fourth", "fifth", "sixth")
LEAST = 2
ANNOUNCED = Pattern(r" [a-z]+s(?: [a-z]+){0,3}[.:;]")
"""Behind a number these end the sentence that tells how many things follow."""

EACH = Pattern(
    rf"(?P<and>\band )?\b[Tt]he (?P<nth>{'|'.join(NTH)})(?:,| (?:is|was|are|were|will|would|has|had|comes|came|concerns)\b)"
)
"""Each of the things as it is told."""


class Roster(NamedTuple):
    """A number of names as said, how many are listed, and where."""

    number: Mention
    size: int
    shown: Span


def rosters(article: Article) -> Iterator[Roster]:
    """Yield each number that is said to be that of the names listed beside it."""
    if article.verb_last:
        return
    for sentence in article.body:
        numbers = [one for one in sentence.of_kind("count") if _is_small(one)] if sentence.kinds & BIT["K"] else []
        if (
            len(numbers) == 1
            and len(sentence.of_kind("count")) == 1
            and (found := _read(article, sentence, numbers[0]))
        ):
            yield found


def _is_small(number: Mention) -> bool:
    return is_plain(number) and SMALLEST <= value(number) <= LARGEST and number.text.isalpha()


def _read(article: Article, sentence: Sentence, number: Mention) -> Roster | None:
    start = _back(article, sentence)
    words, places = _words(article, start, sentence.end, article.place(number))
    found = SUMMED.search(words) or OF_ALL.search(words) or NAMED.search(words) or TAKEN_UP.search(words)
    if found is None:
        return None
    size = found["list"].count(NAME)
    at = [place for offset, place in places if found.start("list") <= offset < found.end("list")]
    if size > value(number) and OPENING.match(article.text(article.span(at[0], at[-1] + 1))):
        return None
    known = size == value(number) or (abs(size - value(number)) <= NEAR and size != 2 * value(number))
    return Roster(number, size, article.span(at[0], at[-1] + 1)) if known else None


def _back(article: Article, sentence: Sentence) -> int:
    """Return where the sentence before one begins, if it is of the same paragraph."""
    stop = max(0, sentence.start - BACK)
    before = article.skeleton[stop : max(stop, sentence.start - 1)]
    cut = max(before.rfind("."), before.rfind("\n"), before.rfind("q"))
    joined = article.skeleton[sentence.start - 1 : sentence.start] == "."
    return stop + cut + 1 if joined and (cut >= 0 or stop == 0) else sentence.start


def _words(article: Article, start: int, end: int, number: int) -> tuple[str, list[tuple[int, int]]]:
    """Write a stretch of the skeleton with a sign for each name and for the number."""
    words, places = "", []
    for at in range(start, end):
        letter = article.skeleton[at]
        shown = (
            NUMBER
            if at == number
            else NAME
            if letter == "N"
            else article.at[at].text
            if at in article.at
            else article.word(at)
        )
        if not (shown == NAME and words.endswith(f"{NAME} ")):
            words += f"{shown or letter} "
        places.append((len(words) - 2, at))
    return words, places


def numbered(article: Article) -> Iterator[Roster]:
    """Yield each number of things that are then told as the first, the second and so on, to the end of the paragraph."""
    if article.verb_last:
        return
    text = article.document.text
    for sentence in article.holding(
        "there are ", "there were ", " reasons", " ways", " options", " aims", " conditions"
    ):
        numbers = [one for one in sentence.of_kind("count") if is_plain(one) and ANNOUNCED.match(text, one.span.end)]
        if len(numbers) != 1 or not 1 < value(numbers[0]) <= len(NTH):
            continue
        behind = article.here(sentence).end
        told = list(EACH.finditer(text, behind, article.block_at(numbers[0].span.start).end))
        if tuple(one["nth"] for one in told) != NTH[: len(told)] or len(told) < LEAST:
            continue
        closed = told[-1]["and"] is not None
        if len(told) >= value(numbers[0]) or closed:
            yield Roster(numbers[0], len(told), Span(told[0].start("nth"), told[-1].end("nth")))
