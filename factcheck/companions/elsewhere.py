"""Whether a figure is told of another time, or of somebody else, than any that its source speaks of."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.companions.between import noun_of
from factcheck.companions.compare import Comparison
from factcheck.companions.facts import Fact
from factcheck.companions.former import year_of
from factcheck.companions.romanised import spells
from factcheck.companions.telling import Telling
from factcheck.companions.words import HANGUL, HEARD, counters, small_words, sound, topics
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple
from factcheck.rulefiles import load_rules

CAPITAL = Pattern(r"(?<=[a-z,;] )[A-Z][\w-]{2,}")
NAME = Pattern(r"[A-Z][\w-]+(?: (?:of )?[A-Z][\w-]+)*")
OF = Pattern(rf"(?: [a-z-]+)? of (?:all |the )?(?P<name>{NAME.pattern})")
"""What a share is of: 52% of South Koreans."""

POPULATION, POPULATION_REACH = (
    Pattern(r"\bpopulation of (?:about |some |around |nearly |almost |just (?:over|under) )?$"),
    30,
)
POPULATED = Pattern(r"\b(?:population|inhabitants|residents)\b|인구|주민")
"""How a source speaks of those who live somewhere."""

PLACE = Pattern(rf"(?:In|At|Across|For) (?P<name>{NAME.pattern}),")
WORD = Pattern(r"[^\W\d_]+")
LONG_SOUND = 4
"""Names of so many consonants sound alike by chance no more."""

SYLLABLES = (2, 3, 4, 5)
"""So many syllables at the head of a Korean word may be a name, what is behind them its particle or its kind."""

OPENS = Pattern(r"(?:^|[:;–—])\W{0,3}(?:\w+ ){0,2}$")
"""What stands before a day that opens a sentence: "In 2019", ": back in 2019"."""

AGO = Pattern(
    r"\b(?:years|decades|months|generations) (?:ago|earlier|before)\b|\ba (?:decade|generation|century) (?:ago|earlier|before)\b"
    r"|\blast (?:spring|summer|autumn|winter)\b|\b(?:was|were) to have\b|\bhad been (?:planned|expected|due|meant)\b|\b(?:originally|initially)\b|[년월] 전|십 년 전|지난 ?(?:봄|여름|가을|겨울)"
)
"""What puts a sentence at a time before the one reported, the last year aside."""

OTHERS = Pattern(
    r"\b(?:(?<!the )(?<!each )other(?! (?:than|things?|hand)\b)|rivals?|competitors?|neighbou?rs?|neighbou?ring|nearby|next door|elsewhere)\b",
    re.IGNORECASE,
)
PARTED = Pattern(r"[,;:](?!\d)")
OTHERS_IN_KOREAN = Pattern(r"다른|타사|타 지역|경쟁사|경쟁업체|인근|인접|이웃")
"""What says that a sentence is of somebody or something beside what the source is of."""


def at_another_time(comparison: Comparison, fact: Fact) -> bool:
    """Tell whether what opens a sentence or ago puts a figure at a time that the source does not speak of: In 2019, it had.

    A day behind the subject may be of that alone: the company, founded in 2011, had.
    """
    if fact.sort == "day":
        return False
    passage = comparison.article.passages[fact.passage]
    said = [one for one in passage.facts if _a_day(one) and one.place < fact.place][-1:]
    opening = (OPENS.search(passage.text, 0, max(0, one.span.start - passage.start)) for one in said)
    if any(opening) and not any(comparison.supports[one.place] for one in said):
        return True
    ago = AGO.search(passage.text[: max(0, fact.span.start - passage.start)])
    return ago is not None and not AGO.search(comparison.source.article.document.text)


def of_others(comparison: Comparison, fact: Fact) -> bool:
    """Tell whether a clause says before a figure that it is of others, and the source nowhere does: four other museums had."""
    passage = comparison.article.passages[fact.passage]
    said = OTHERS.search(PARTED.split(passage.text[: max(0, fact.span.start - passage.start)])[-1])
    if said is None or _shared_across(comparison, fact):
        return False
    source = comparison.source.article.lowered
    return said[0].lower() not in source and not OTHERS_IN_KOREAN.search(source)


def beside_another_day(comparison: Comparison, fact: Fact, clause_only: bool) -> bool:
    """Tell whether a day or year stands beside a figure that the source does not speak of: the nation had 35% in 2023.

    With `clause_only` they must share a clause.
    """
    if fact.sort == "day":
        return False
    facts = comparison.article.passages[fact.passage].facts
    at = facts.index(fact)
    near = comparison.article.days_at(fact) if clause_only else facts[max(0, at - 1) : at + 2]
    return any(not comparison.supports[one.place] for one in near if _a_day(one))


def on_another_occasion(comparison: Comparison, fact: Fact, other: Fact) -> bool:
    """Tell whether what a clause says of a month or year the source has of another day than one: 31 fewer in September."""
    beside = comparison.article.in_clause(fact)
    of_it = [found for one in beside if one.sort != "day" for found in comparison.supports[one.place]]
    dated = [one for one in comparison.source.in_clause(other) if one.sort != "day"]
    apart = bool(dated) and not any(found in dated for found in of_it)
    return bool(of_it) and (apart or all(found.passage != other.passage for found in of_it))


def _a_day(fact: Fact) -> bool:
    return fact.sort == "day" and fact.unit != "weekday"


def under_another_year(comparison: Comparison, fact: Fact, cell: Fact) -> bool:
    """Tell whether a year stands beside a figure, no comma between, and none that is over a cell: 41,200 in 2024 is no slip for one of 2022."""
    facts, gaps = comparison.article.passages[fact.passage].facts, comparison.article.gaps(fact)
    at = facts.index(fact)
    before = facts[at - 1 : at] if at and not PARTED.search(gaps[0]) else []
    behind = facts[at + 1 : at + 2] if not PARTED.search(gaps[1]) else []
    years = {year_of(one) for one in before + behind if one.sort == "day" and one.unit == "period"} - {None}
    return cell.year is not None and bool(years) and cell.year not in years


def all_unknown(comparison: Comparison, fact: Fact) -> bool:
    """Tell whether a sentence names somebody or something, days aside, and the source none of those."""
    passage = comparison.article.passages[fact.passage]
    days = {word.lower() for one in passage.facts for word in WORD.findall(one.mention.text)}
    named = {name.lower() for name in CAPITAL.findall(passage.text)} - days
    source = comparison.source.article.lowered
    return bool(named) and comparison.source.article.language == "en" and not any(name in source for name in named)


def of_unknown_noun(comparison: Comparison, fact: Fact) -> bool:
    """Tell whether a figure counts what its source nowhere speaks of: 1,342 rooms, a population of 9,300.

    In another language only a population may be missed: other words may be translated in many ways.
    """
    text, start = fact.article.document.text, fact.span.start
    if POPULATION.search(text, max(0, start - POPULATION_REACH), start):
        return POPULATED.search(comparison.source.article.lowered) is None
    nouns = noun_of(fact) - counters()
    return bool(nouns) and not comparison.translated and nouns.isdisjoint(_words_of(comparison.source).topics)


def of_stranger(comparison: Comparison, fact: Fact) -> bool:
    """Tell whether a figure's sentence is of a name that the source has in no spelling: Rival Hanil earned, In Taiwan, 7%.

    That is the place which opens it, what the figure is a share of, or the last name before it.  In another language a name may be one that no
    rule spells: a source which has another figure of the sentence speaks of the same.
    """
    ours, source = comparison.article, comparison.source
    if ours.article.language != "en":
        return False
    passage = ours.passages[fact.passage]
    if _shared_across(comparison, fact):
        return False
    before = passage.text[: max(0, fact.span.start - passage.start)]
    for one in reversed(passage.facts):
        if one.sort == "day" and one.span.start < fact.span.start:
            at = one.span.start - passage.start
            before = before[:at] + " " * (one.span.end - one.span.start) + before[at + one.span.end - one.span.start :]
    place, whole = PLACE.match(before), OF.match(passage.text, max(0, fact.span.end - passage.start))
    names = [name for found in NAME.finditer(before) if (name := _without_opening(found))]
    return any(_strange(source, name) for name in (*(found["name"] for found in (place, whole) if found), *names[-1:]))


def _shared_across(comparison: Comparison, fact: Fact) -> bool:
    """Tell whether a source in another language has another figure of a sentence."""
    if comparison.source.article.language == "en":
        return False
    beside = comparison.article.passages[fact.passage].facts
    return any(comparison.supports[one.place] for one in beside if one is not fact and one.sort != "day")


def _without_opening(found: re.Match[str]) -> str:
    """Return a name without the capital that every sentence has: The Veltra, Officials."""
    first, _, rest = found[0].partition(" ")
    return rest if not found.start() and (not rest or first.lower() in small_words()) else found[0]


def _strange(source: Telling, name: str) -> bool:
    """Tell whether a source has no word of a name, and not all its words may be translated."""
    words = [word for word in name.replace("-", "").split() if word.isalpha()]
    words = [word for word in words if word.lower() not in _translated()]
    if not words or any(_written(source, word) for word in words):
        return False
    return not all(_means_something(source, word) for word in words)


@cache
def _translated() -> frozenset[str]:
    """Return the words of names that a translation has in its own language: Ministry, University."""
    return frozenset(load_rules("sources")["translated_names"].split())


def _means_something(source: Telling, word: str) -> bool:
    """Tell whether a source has the meaning of a word: Shipbuilding is 조선."""
    return not frozenset(one for one in topics(word) if not one.startswith(HEARD)).isdisjoint(_words_of(source).topics)


def _written(source: Telling, name: str) -> bool:
    """Tell whether a source has a name, in its letters or in Hangul that spells it or, where it is long, sounds like it."""
    words, heard = _words_of(source), sound(name)
    if name.lower() in words.letters or (len(heard) >= LONG_SOUND and heard in words.heads):
        return True
    return any(spells(name, head) for head in words.heads.get(heard, ()))


class Words(NamedTuple):
    """The words of a source in small `letters`, their `topics`, and the `heads` of its Korean ones by their sound."""

    letters: frozenset[str]
    topics: frozenset[str]
    heads: dict[str, tuple[str, ...]]


@lru_cache(maxsize=64)
def _words_of(source: Telling) -> Words:
    text = source.article.document.text
    words = dict.fromkeys(WORD.findall(text))
    heads: dict[str, tuple[str, ...]] = {}
    for head in dict.fromkeys(word[:length] for word in words if HANGUL.match(word) for length in SYLLABLES):
        heads[sound(head)] = (*heads.get(sound(head), ()), head)
    meant = topics(text).union(*map(noun_of, source.facts))
    return Words(frozenset(word.lower() for word in words), meant, heads)
