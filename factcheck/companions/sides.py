"""What is said of a figure beside its value: up or down, at least or more than, and the figure that it stands with."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from factcheck.article import Article
from factcheck.companions.facts import Fact
from factcheck.companions.telling import Telling
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.rulefiles import load_rules
from factcheck.segment import STOPS, vocabulary

FILLERS = (
    "by",
    "a",
    "an",
    "of",
    "about",
    "around",
    "some",
    "another",
    "further",
    "nearly",
    "almost",
    "roughly",
    "just",
)
UP_BEHIND = (
    "more",
    "higher",
    "larger",
    "bigger",
    "greater",
    "increase",
    "rise",
    "gain",
    "growth",
    "jump",
    "up",
    "climb",
)
DOWN_BEHIND = (
    "fewer",
    "lower",
    "less",
    "smaller",
    "decrease",
    "decline",
    "drop",
    "fall",
    "reduction",
    "cut",
    "down",
    "slump",
)
REACH_BEFORE, REACH_BEHIND = 4, 3
BRACKETED = Pattern(
    r"(?:[ \w-]{0,30})?(?:,? or|,?\s*[(（]|[,，]? 즉)\s*(?:or |about |around |nearly |roughly |some |약 )*"
)
KEPT = 64
"""So many passages are looked at in turn for all their figures."""

BETWEEN, FARTHEST = 60, 3
"""So many characters may part two figures that stand together, and so many figures in brackets."""

CHANGES = frozenset({"share", "pp"})
UNCHANGING = frozenset({"day", "clock", "rank", "quarter", "age"})
WITHIN = Pattern(r"\s*[(（][^()（）]*[)）]")
REACHED = Pattern(r",?\s*(?:to|at)\s*(?:an? |some |about |nearly |almost |just |over |more than |record )*")
CHANGED = Pattern(
    r"(?:,?\s*(?:an? |or |about |nearly |almost |some |by )*(?:up|down|rise of|fall of|increase of|drop of|gain of)?\s*(?:by |about |nearly |some )*"
    r"|(?:으?로|,)\s*(?:(?:전년|작년|지난해|1년 전|전분기|전월)\s*(?:같은 기간|동기|동월)?\s*(?:대비|보다)?\s*)?)"
)
"""What may part a change from the amount that it leads to, and an amount from its change, brackets aside."""

SIGNS = frozenset("+-−–")
MAKE = frozenset({"make", "makes", "made", "making"})
KOREAN_BEFORE = frozenset({"최소", "적어도", "최대"})
STRICT_BOUNDS = {"초과": "more-than", "미만": "less-than"}
STRICT, STRICT_REACH = Pattern("|".join(STRICT_BOUNDS)), 4
BOUND_REACH = 16
BRACKETS = Pattern(r"\([^()]*\)|^[^()]*\)")
"""What stands in brackets behind a figure, or closes those that it stands in: 2.5%(277포인트) 넘게 올랐다."""

BRACKETS_REACH = 12


@cache
def letters_of(words: tuple[str, ...]) -> frozenset[str]:
    """Return the letters that stand for words, or the words of a class, in an article's skeleton."""
    known, classes = vocabulary()
    return frozenset("".join(classes.get(word, known.get(word, "")) for word in words))


def direction(fact: Fact) -> int:
    """Return 1 where the words beside a change say that it goes up, -1 down, 0 where they say neither."""
    if fact.column >= 0:
        return fact.way
    article, mention = fact.article, fact.mention
    before = _before(article, mention)
    behind = _behind(article, BRACKETS.sub("", article.after(mention, BRACKETS_REACH))[:REACH_BEHIND])
    return before or behind if before != -behind else 0


def _before(article: Article, mention: Mention) -> int:
    before = article.before(mention, REACH_BEFORE)
    for at, letter in zip(range(len(before), 0, -1), reversed(before), strict=True):
        if letter in letters_of(("RISE",)):
            return 0 if _makes_up(article, mention, len(before) - at + 1) else 1
        if letter in letters_of(("FALL",)):
            return -1
        if letter not in letters_of(FILLERS):
            break
    return 0


def _makes_up(article: Article, mention: Mention, back: int) -> bool:
    """Tell whether the word so many places before a figure is the "up" of "make up"."""
    place = article.place(mention) - back
    return place > 0 and article.word(place) == "up" and article.word(place - 1) in MAKE


def _behind(article: Article, letters: str) -> int:
    up, down = (UP_BEHIND, DOWN_BEHIND) if article.language == "en" else (("RISE",), ("FALL",))
    for letter in letters[:1] if article.language == "en" else letters:
        if letter in STOPS or letter in ",;":
            return 0
        if letter in letters_of(up):
            return 1
        if letter in letters_of(down):
            return -1
    return 0


@cache
def _bounds() -> list[tuple[str, str]]:
    found = [
        (phrase.strip(), name)
        for name, phrases in load_rules("sources")["bounds"].items()
        for phrase in phrases.split(", ")
    ]
    return sorted(found, key=lambda pair: -len(pair[0]))


def _stands_before(phrase: str) -> bool:
    """Tell whether a bound is said before its figure: in Korean few are, and what stands there is another figure's."""
    return phrase.isascii() or phrase in KOREAN_BEFORE


def bound(fact: Fact) -> str:
    """Return how a figure bounds: "at-least", "more-than", "at-most", "less-than"; "" where it does not."""
    if not fact.mention.hedge:
        return strict_bound(fact)
    text, (start, end, _) = fact.article.document.text, fact.span
    before, behind = (
        text[max(0, start - BOUND_REACH) : start].lower().rstrip(),
        text[end : end + BOUND_REACH].lower().lstrip(),
    )
    said = fact.mention.text.lower()
    return next(
        (
            name
            for phrase, name in _bounds()
            if (before.endswith(phrase) and _stands_before(phrase))
            or behind.startswith(phrase)
            or said.endswith(phrase)
            or said.startswith(phrase)
        ),
        strict_bound(fact),
    )


def strict_bound(fact: Fact) -> str:
    """Return how a Korean figure bounds that leaves itself out in the words of a rule: 100회 초과, 30인 미만; "" for others."""
    text, (_, end, _) = fact.article.document.text, fact.span
    found = STRICT.search(text, max(0, end - STRICT_REACH), end + STRICT_REACH)
    return STRICT_BOUNDS[found[0]] if found else ""


@cache
def _threshold_words() -> tuple[str, ...]:
    return tuple(load_rules("sources")["thresholds"]["words"].split(", "))


def sets_threshold(telling: Telling, fact: Fact) -> bool:
    """Tell whether a sentence lays down a rule, so that "more than 10" and "10 or more" are two things."""
    text = telling.passages[fact.passage].text.lower()
    return any(word in text for word in _threshold_words())


@lru_cache(maxsize=KEPT)
def mates(telling: Telling, number: int) -> list[tuple[Fact, Fact]]:
    """Return the figures of a passage that stand together: 31 patients (3.6%), thirteen patients, or 3.6%; up 3.6% to 31.

    In a row of a table those are a change and each amount.
    """
    facts = telling.passages[number].facts
    if telling.passages[number].table >= 0:
        changes = [one for one in facts if one.sort in CHANGES and _signed(one)]
        return [(one, other) for one in changes for other in facts if other.sort not in CHANGES | UNCHANGING]
    text = telling.article.document.text
    near = [pair for pair in pairwise(facts) if _together(text, *pair)]
    ahead = [zip(facts, facts[gap:], strict=False) for gap in range(1, FARTHEST + 1)]
    return near + [pair for pairs in ahead for pair in pairs if _grows(text, *pair)]


def _signed(cell: Fact) -> bool:
    """Tell whether a cell is a change by its head or its sign."""
    start = cell.span.start
    return cell.way != 0 or cell.article.document.text[max(0, start - 1) : start] in SIGNS


def _together(text: str, one: Fact, other: Fact) -> bool:
    if one.column >= 0 or {one.sort, other.sort} & {"day", "clock", "rank", "quarter"}:
        return False
    between = text[one.span.end : other.span.start]
    return len(between) < BETWEEN and BRACKETED.fullmatch(between) is not None


def _grows(text: str, one: Fact, other: Fact) -> bool:
    """Tell whether one of two figures is the change of the other: up 3.6% to 31; 31, up 3.6%; 31만 명으로 3.6% 늘었다."""
    if one.column >= 0 or (one.sort in CHANGES) == (other.sort in CHANGES) or {one.sort, other.sort} & UNCHANGING:
        return False
    between = text[one.span.end : other.span.start]
    if len(between) > BETWEEN:
        return False
    if one.sort in CHANGES:
        return REACHED.fullmatch(WITHIN.sub("", between)) is not None
    return bool(direction(other)) and CHANGED.fullmatch(WITHIN.sub("", between)) is not None


def mates_of(pairs: Iterable[tuple[Fact, Fact]], fact: Fact) -> list[Fact]:
    """Return the figures that stand together with another, of the pairs given."""
    return [other if fact is one else one for one, other in pairs if fact is one or fact is other]
