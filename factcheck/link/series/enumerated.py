"""Lists that stand before or behind their number where verbs stand last: A, B, C 등 3명; 세 가지를 약속했다. A, B, C다."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import STOP, Article, Sentence
from factcheck.document import Span
from factcheck.languages import stemmer
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

LEAST, MOST, OFF = 2, 15, 2
BRACKET = "(<(> {any}? <wN>? <wN>? <)>)?"
ITEM = f"<wN> <wN>? {BRACKET}"
ROW = f"<wN>? <wN> {BRACKET} (<,·> {ITEM})+ <wN>?"
OPEN = f"{ROW} joint=among TOTAL? PREPOSITION? {{number:count}}"
NAMED = f"{ROW} PREPOSITION? {{number:count}}"
"""The particle that is written to a number stands before it here: 등 세 곳으로."""

JOINING = ("와", "과")
SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마"
)
PLACES = Pattern(
    r" ?(?:개국|개사|개교|개 ?(?:시[·]?도|시군구?|구|군|광역|지역|지자체|부처|기관|대학|도시|종목|부문|분야|언어|구단|나라|회사|업체|은행|정당|노선))"
)
"""What a number counts that stands straight behind the names of all of them."""

NAME = 3
CLAUSE = ("다", "고", "거나", "든지", "을", "를", "며", "지만", "면서", "는데", "해서", "하자")
COPULA, NO_FINAL = "다", 28
"""Behind a syllable without a last letter, of which every twenty-eighth is one, this is no verb's ending: 설치다."""

THESE = frozenset({"것", "곳", "이들", "대상", "주인공", "후보", "명단", "면면", "이름", "얼굴"})
LONGEST, REACH = 5, 60
"""So many words has an item of a list in a sentence of its own, so many places that sentence."""


class Enumerated(NamedTuple):
    """A number of things and how many are listed; `shown` is the list."""

    number: Mention
    size: int
    shown: Span


def enumerated(article: Article) -> Iterator[Enumerated]:
    """Yield every number with the list that stands before it, or in the sentence behind that has no figure."""
    for said in article.match(OPEN):
        start, stop = _first(article, said.match.start()), said.match.start("joint")
        size, joined = _size(article, start, stop)
        if _small(said.number) and not joined and size > said.number.size:
            yield Enumerated(said.number, size, article.span(start, stop))
        elif _small(said.number) and said.number.size in (size, size + joined):
            yield Enumerated(said.number, int(said.number.size), article.span(start, stop))
    for said in article.match(NAMED):
        start, stop = _first(article, said.match.start()), article.place(said.number) - bool(said.number.lead)
        if article.word(stop - 1) == "among":
            continue
        names = _names(article, start, stop)
        off = abs(len(names) - said.number.size) if _small(said.number) and len(names) > LEAST else MOST
        if not off or (all(names) and off <= OFF) or (off == 1 and _are_places(article, start, stop, said.number)):
            yield Enumerated(said.number, len(names), article.span(start, stop))
    for sentence in article.body:
        yield from _told_next(article, sentence)


def _small(mention: Mention) -> bool:
    whole = mention.number is not None and mention.number.middle.denominator == 1
    return whole and not mention.hedge and not mention.upper and bool(mention.noun) and LEAST <= mention.size <= MOST


def _first(article: Article, start: int) -> int:
    """Return where a row begins: with the word before its first mark, or the one that "and" joins to that."""
    return start + (article.skeleton[start + 1] in "wN" and not article.word(start).endswith(JOINING))


def _size(article: Article, start: int, stop: int) -> tuple[int, int]:
    """Return how many items a row has, the first left out where it may close a clause, and how many more "and" joins."""
    size = _marks(article, start, stop, ",·") + 1
    first = article.word(start)
    plain = stemmer(article.language)(first) == first and not first.endswith(CLAUSE)
    bare = plain or first.endswith(JOINING)
    words = [article.word(at) for at in range(start, stop - 1) if article.skeleton[at + 1] in "wN"]
    return size - (not bare), sum(word.endswith(JOINING) and len(word) > 1 for word in words)


def _marks(article: Article, start: int, stop: int, marks: str) -> int:
    """Count the marks that part items, those inside brackets left out."""
    depth = found = 0
    for letter in article.skeleton[start:stop]:
        depth += (letter == "(") - (letter == ")")
        found += not depth and letter in marks
    return found


def _names(article: Article, start: int, stop: int) -> list[bool]:
    """Tell of each item of a row whether it is a person's name: a surname and two syllables, perhaps with a title behind."""
    firsts = [start, *(at + 1 for at in range(start, stop) if article.skeleton[at] in ",·")]
    return [_is_name(article.word(at)) for at in firsts]


def _are_places(article: Article, start: int, stop: int, number: Mention) -> bool:
    """Tell whether a row is of bare names of places or bodies, which the number behind it counts: 부산·울산·경남 3개 시도."""
    words = [article.tokens.word(article.token(at)) for at in range(start, stop)]
    bare = all(
        word in ",·" or (word == stemmer(article.language)(word) and not word.endswith(CLAUSE)) for word in words
    )
    counted = PLACES.match(article.document.text, number.span.start + len(number.text.rstrip("개국사교")))
    return bare and len(words) == 2 * ((len(words) + 1) // 2) - 1 and counted is not None


def _is_name(word: str) -> bool:
    bare = word.removesuffix("씨")
    return len(bare) == NAME and bare[0] in SURNAMES


def _is_named(word: str) -> bool:
    return len(word) > 2 and word.endswith(COPULA) and (ord(word[-2]) - ord("가")) % NO_FINAL == 0


def _told_next(article: Article, sentence: Sentence) -> Iterator[Enumerated]:
    """Yield the one number of things of a sentence with the list that makes up the next, which has no figure and no verb."""
    counts = [one for one in sentence.of_kind("count") if one.size > 1]
    if len(counts) != 1 or not _small(counts[0]) or article.skeleton[sentence.end : sentence.end + 1] not in ".·":
        return
    start = sentence.end + 1
    found = STOP.search(article.skeleton, start, start + REACH)
    stop = found.start() if found else min(len(article.skeleton), start + REACH)
    stop -= article.skeleton[stop - 1 : stop] == "·"
    if any(at in article.at for at in range(start, stop)) or "(" in article.skeleton[start:stop]:
        return
    start += _topic(article, sentence, start, stop)
    pieces = "".join("," if article.skeleton[at] == "," else "w" for at in range(start, stop)).split(",")
    words = [article.tokens.word(article.token(at)) for at in range(start, stop)]
    listed = len(pieces) > LEAST and all(0 < len(piece) <= LONGEST for piece in pieces)
    if listed and _is_named(words[-1]) and not any(word.endswith(CLAUSE) for word in words[:-1]):
        if abs(len(pieces) - counts[0].size) <= OFF and "등" not in words:
            yield Enumerated(counts[0], len(pieces), article.span(start, stop))


def _topic(article: Article, before: Sentence, start: int, stop: int) -> int:
    """Return how many words lead a sentence up to a topic that takes up the things of the one before it: 뽑힌 것은 A, B, C다."""
    end = article.skeleton.find(",", start, stop)
    words = [article.tokens.word(article.token(at)) for at in range(start, end if end >= 0 else start)]
    last = next((at for at, word in enumerate(words) if word.endswith(("은", "는")) and len(word) > 1), None)
    if last is None or last + 1 >= len(words):
        return 0
    noun = stemmer(article.language)(words[last]) or words[last][:-1]
    return last + 1 if noun in THESE or noun in article.words(before) else 0
