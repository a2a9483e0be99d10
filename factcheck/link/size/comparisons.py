"""Two figures of which one is said to be the more: "more than Elm, which has 35", "62% beat the 60% of".

A comparative stands between its two figures, in a sentence or behind "That was" in the next.  What is said is sure only
where the words leave no other set to compare.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article, Sentence, kind_bits
from factcheck.link.context.frames import FAR_APART, alike, clear
from factcheck.link.context.roles import grammar, roles
from factcheck.link.context.stages import former
from factcheck.link.context.subjects import stem
from factcheck.link.context.tense import is_time
from factcheck.link.context.ties import adjacent
from factcheck.link.series.circumstances import is_circumstance
from factcheck.model import Mention
from factcheck.phrase import kind_letters
from factcheck.records import NamedTuple
from factcheck.segment import vocabulary

ANY = frozenset({"money", "count", "measure", "percent"})
COUNTS = frozenset({"count"})
SPANS, YEARS, SIZES = frozenset({"measure", "duration"}), frozenset({"age", "count"}), frozenset({"measure"})
KINDS = ANY | SPANS | YEARS
FIGURES = kind_bits("|".join(sorted(KINDS)))
COMPARATIVES = {
    "more": (1, ANY), "higher": (1, ANY), "less": (-1, ANY), "fewer": (-1, ANY), "lower": (-1, ANY),
    "longer": (1, SPANS), "shorter": (-1, SPANS), "older": (1, YEARS), "younger": (-1, YEARS), "taller": (1, SIZES),
    "heavier": (1, SIZES), "lighter": (-1, SIZES), "deeper": (1, SIZES), "wider": (1, SIZES), "narrower": (-1, SIZES),
    "bigger": (1, ANY), "larger": (1, ANY), "greater": (1, ANY), "smaller": (-1, ANY), "busier": (1, COUNTS), "warmer": (1, SIZES), "hotter": (1, SIZES), "cooler": (-1, SIZES), "colder": (-1, SIZES), "dearer": (1, frozenset({"money"})),
    "cheaper": (-1, frozenset({"money"})),
    "fuller": (1, ANY), "emptier": (-1, ANY), "faster": (-1, frozenset({"duration"})), "quicker": (-1, frozenset({"duration"})),
    "slower": (1, frozenset({"duration"})),
}  # fmt: skip
"""Which way each compares, and figures of what kinds it can be about."""

FIGURE_LETTERS = frozenset(kind_letters("|".join(KINDS)))
SIZE_LETTERS = frozenset(kind_letters("percent|fraction|points|multiple"))
"""Set off before a comparative these are what is compared: it had been 66, a drop of 18 points, less than the 22."""


REACH, NEXT = 16, 5
PAST = frozenset({"ago", "last", "before", "earlier", "previous"})
LONG = frozenset("year month week day decade century hour dozen".split())
FAR, HUNDRED = 14, 100
BEYOND = {"above": 1, "below": -1, "short": -1, "up": 1, "down": -1}
FOLLOWED = frozenset({"short", "up", "down"})
"""These lead to what is compared with one word more: short of the, up on the, down on the."""

USUAL = frozenset("usual normal average expected forecast".split())
SET_AGAINST = frozenset("against versus compared opposed rather instead".split())
FAILED = ("miss", "undershot", "lag", "trail")
UNREAL = frozenset("could would may might must not never cannot can't couldn't".split())
UNSURE = "the two figures may be of two things"
BLOCKS = frozenset("since ever any other others expected forecast record except half twice".split())
"""Between two figures these tell that more, or something else, is compared."""

LEADING_ON = frozenset({"w", "N", "-"})
"""Behind a bare number these say that it is of something else, or part of a word: the last 50-plus years."""

BREAKS, TWO = frozenset(";:"), 2
STEPS = frozenset("year grade class form stage level".split())
"""The number behind one of these is its name: Year 6."""

HAS = frozenset({"has", "have", "had"})
"""It was 52,000 in 2014 and has been above the 70,000 of ..."""

CLAUSES = frozenset({"where", "which", "who", "whose", "when"})
OWNED = frozenset("ours theirs his hers mine yours".split())
"""Before a comma these are all that is compared: lower than ours, with 16 per cent undecided."""

AIMS = frozenset({"target", "targets", "goal"})
OF_WHOLE = frozenset({"the", "its", "their", "his", "her", "those", "these"})
MARKS = frozenset(",:—-;")


class Compared(NamedTuple):
    """`own` is said to be the more (`sign` +1) or the less of `others`; `word` the place of the word that says so."""

    own: Mention
    others: tuple[Mention, ...]
    sign: int
    word: int
    doubt: str | None = None


def compared(article: Article) -> Iterator[Compared]:
    """Yield every comparison of figures by more and less, and by what one does to another."""
    if article.verb_last:
        return
    letters = vocabulary()[0]
    than, beyond = letters["than"], frozenset(letters[word] for word in BEYOND)
    for sentence in article.body:
        if not sentence.kinds & FIGURES:
            continue
        if than in sentence.letters and (found := _by_comparative(article, sentence, than)):
            yield found
        if not beyond.isdisjoint(sentence.letters):
            yield from _by_place(article, sentence, beyond)
        if not grammar().beat.isdisjoint(sentence.letters) and (found := _by_beating(article, sentence)):
            yield found


def levels(article: Article, sentence: Sentence | None) -> list[Mention]:
    """Return the figures of a sentence that something may be compared by."""
    known = sentence.mentions if sentence else ()
    told = [one for one in known if one.kind in KINDS and one.number and not one.upper and one.hedge in ("", "about")]
    return [one for one in told if not is_circumstance(article, one)] if len(told) > 1 else told


def alike_to(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether two figures may be of one measure: of one kind and unit, and of no two nouns."""
    if other.kind == "count" and not other.noun and one.kind != "percent":
        bare = one.kind == "age" or (alike(one, other) and other.size * FAR_APART >= one.size)
        return bare and other.text[0].isdigit() and article.after(other, 1) not in LEADING_ON
    return one.kind == other.kind and other.noun in ("", one.noun) and (one.kind == "age" or alike(one, other))


def _hedges_a_share(article: Article, than: int) -> bool:
    """Tell whether "more than" is said of a share alone: it has lost more than a third of its depth, 52 feet from 84."""
    length = article.word(than + 1) in ("a", "an") and article.word(than + 2) in LONG
    if length and article.word(than - 1) in ("more", "less") and article.word(than + 3) not in PAST:
        return True  # Waiting more than a year.
    hedged = article.at.get(than + 1)
    return hedged is not None and hedged.kind in ("fraction", "percent", "multiple")


def _by_comparative(article: Article, sentence: Sentence, than: str) -> Compared | None:
    """Return the two figures about "more than" and its like: has 31 members, more than Elm, which has 35."""
    at = article.skeleton.find(than, sentence.start, sentence.end)
    word = next((n for n in range(at - 1, max(sentence.start - 1, at - FAR), -1) if _compares(article, n, at)), -1)
    if word < 0 or article.word(word - 1) == "no" or article.word(word + 1) == "by" or _hedges_a_share(article, at):
        return None
    sign, kinds = COMPARATIVES[article.word(word)]
    behind = [one for one in levels(article, sentence) if at < article.place(one)]
    last = behind[-1] if behind else None
    told = [
        one for one in behind if last and (one.kind, one.unit) == (last.kind, last.unit) and (one.unit or one.size > 1)
    ]
    if len(told) == 1 == len(behind) - 1 and alike_to(article, behind[0], behind[1]):
        told = behind  # "in 55 minutes rather than 50"
    if len(told) == TWO and (article.word(at + 1) in USUAL or _apart(article, at + 1, told)):
        of_them = told[0].kind in kinds and not _tells_how_many_more(article, word, told[0])
        return _to_usual(article, told, sign, word, at) if of_them else None
    other = next((one for one in behind if article.place(one) <= at + REACH), None)
    if other is None or other.kind not in kinds | {"count"} or not _leads_to(article, at + 1, article.place(other)):
        return None
    if article.after(other, 1) in grammar().nouns:
        return None  # It is a change, no level: three points more than last year, a 29% rise.
    own = _set_off(article, sentence, word, other) or _taken_up(article, sentence, word, other)
    own, known = own or _within(article, sentence, word, at, other), own is not None
    if own is None or own.kind not in kinds:
        return None
    if known and word == at - TWO and (not own.noun or stem(article.word(at - 1)) != stem(own.noun)):
        return None
    sure = _one_measure(article, at + 1, article.place(other))
    return Compared(own, (other,), sign, word, None if sure else UNSURE)


def _tells_how_many_more(article: Article, word: int, own: Mention) -> bool:
    """Tell whether a count before the comparative is how much one number is above another: 1,000 more than last year, for 342,000 tonnes."""
    more = article.at.get(word - 1)
    return more is not None and more.kind == "count" != own.kind


def _compares(article: Article, place: int, than: int) -> bool:
    """Tell whether a word is the comparative of a "than": right before it, a noun before, or with an aside between."""
    if article.word(place) not in COMPARATIVES or article.word(place + 1).endswith("ly"):
        return False  # What came down more slowly is no more.
    if (
        article.word(place - 1) == "the"
        and article.skeleton[place + 1 : place + 2] in ("w", "N")
        and than - place > TWO
    ):
        return False  # Those from the smaller colony flew farther than these.
    between = article.skeleton[place:than]
    if between[-1:] == ")" and between.count("(") == 1 and than - place <= FAR:
        return True  # "more on roads (£4.2m) than on schools (£3.1m)"
    aside = between[-1:] == "," or (FIGURE_LETTERS.isdisjoint(between) and _timed(article, than + 1, than + NEXT))
    return than - place <= TWO or (aside and ";" not in between)


def _within(article: Article, sentence: Sentence, word: int, than: int, other: Mention) -> Mention | None:
    """Return the one figure between a comparative and its "than", or the one behind: lower in Elm, at 38, than in Ash, at 31."""
    figures = (one for one in levels(article, sentence) if one is not other)
    like = [one for one in figures if alike_to(article, one, other) or alike_to(article, other, one)]
    inside = [one for one in like if word < article.place(one) < than]
    outside = [one for one in like if article.place(one) > article.place(other)]
    if inside:
        return inside[0] if len(inside) == 1 or inside[1].size > inside[0].size * HUNDRED else None
    told = (
        article.skeleton[article.place(other) + 1 : article.place(outside[0])] if len(like) == 1 == len(outside) else ""
    )
    return outside[0] if ":" in told and ";" not in told else None


def _apart(article: Article, start: int, both: list[Mention]) -> bool:
    """Tell whether a time, or a thing without its figure, stands behind "than", and the two figures are set off together."""
    first, last = map(article.place, both)
    if any(one.kind in ANY and one.size > 1 for at in range(start, first) if (one := article.at.get(at))):
        return False  # "6 per cent fewer than the 4,383 of a year earlier, at £318,000, up from £312,000"
    against = {article.word(at) for at in range(first + 1, last) if at not in article.at}
    mark = next((at for at in range(start, first) if article.skeleton[at] in MARKS), -1)
    if mark >= 0 and article.word(mark + 1) in ("and", "but", "while"):
        return False  # "two points fewer than a year ago, and 71% felt safe, compared with 68%"
    set_off = 0 < mark - start <= REACH // TWO and first - mark <= NEXT + TWO
    one_by_one = not SET_AGAINST.isdisjoint(against) or former(article, both[1], both[0])
    return _timed(article, start, first) or (set_off and one_by_one and article.word(start) != "both")


def _timed(article: Article, start: int, stop: int) -> bool:
    """Tell whether a time alone stands behind "than", set off from the figures: than four years ago, 48 percent."""
    stop = min(stop, len(article.skeleton))
    mark = next((at for at in range(start, stop) if article.skeleton[at] in ",:—"), -1)
    past = any(article.word(at) in PAST or article.skeleton[at] in "RY" for at in range(start, mark))
    return past and all(is_time(article, at) or article.skeleton[at] not in "wN" for at in range(start, mark))


def _to_usual(article: Article, figures: list[Mention], sign: int, word: int, than: int) -> Compared | None:
    """Return the two figures behind "warmer than usual", the usual one told by a word beside it."""
    if not alike_to(article, *figures):
        return None
    spans = [range(max(than + TWO, place - NEXT - TWO), place) for place in map(article.place, figures)]
    usual = [any(article.word(at) in USUAL for at in span if at not in article.at) for span in spans]
    told = usual == [False, True] if article.word(than + 1) in USUAL else former(article, figures[1], figures[0])
    told = told or not SET_AGAINST.isdisjoint(
        article.word(at) for at in range(article.place(figures[0]), article.place(figures[1]))
    )
    return Compared(figures[0], (figures[1],), sign, word) if told else None


def _by_place(article: Article, sentence: Sentence, beyond: frozenset[str]) -> Iterator[Compared]:
    """Yield the two figures about "above the" and "below its": at 4.4 percent, above the 4.7 percent of last winter."""
    figures = levels(article, sentence)
    for other in figures[1:]:
        place = article.place(other)
        at = next(
            (
                at
                for at in range(place - 1, max(sentence.start, place - NEXT - TWO), -1)
                if article.skeleton[at] in beyond
            ),
            -1,
        )
        behind = at + 1 + (article.word(at) in FOLLOWED)
        if article.word(at) in ("up", "down") and article.word(at + 1) != "on":
            continue
        if (
            at < 0
            or not (article.skeleton[behind] in grammar().known or article.skeleton[behind] == "R")
            or not _leads_to(article, at + 1, place)
        ):
            continue
        based = frozenset(role.mention.first for role in roles(article, sentence) if role.name == "before")
        own = _set_off(article, sentence, at, other, based)
        if own and own.kind in ANY and own.kind == other.kind:
            yield Compared(own, (other,), BEYOND[article.word(at)], at)


def _by_beating(article: Article, sentence: Sentence) -> Compared | None:
    """Return the two figures about "beat" and its like: 62% beat the 66% of before; outsold them, 5.3 million against 4.9."""
    figures = [one for one in levels(article, sentence) if one.kind in ANY and (one.unit or one.size > 1)]
    if len(figures) != TWO or not (alike_to(article, *figures) and (figures[0].unit or figures[0].size >= HUNDRED)):
        return None
    at = next(at for at in range(sentence.start, sentence.end) if article.skeleton[at] in grammar().beat)
    one, other = figures
    first, last = article.place(one), article.place(other)
    sign = -1 if article.word(at).startswith(FAILED) else 1
    if not UNREAL.isdisjoint(article.word(near) for near in range(at - NEXT, at)):
        return None  # At that rate the price could not have exceeded £276,000.
    if article.word(first - 1) in OF_WHOLE and article.word(first - TWO) == "of":
        return None  # Of the 4 GWh missing, 2.5 were lost: a whole and its part.
    if not AIMS.isdisjoint(article.word(near) for near in range(at + 1, at + 1 + NEXT)):
        return None  # Leaks may miss a target from above.
    if article.text(article.span(at, at + 1))[0].isupper() and at > sentence.start:
        return None  # It is a part of a name: a Bad Beat Jackpot of $2,000.
    if article.word(at + 1) == "by":
        sign = -1
    between = {article.word(place) for place in range(first + 1, last) if place not in article.at}
    led_by = [article.word(place) for place in range(at + 1, first)]
    paired = led_by[-1:] in (["at"], ["with"]) and len(led_by) <= NEXT and "and" not in led_by and between == {"and"}
    if (
        not (paired or clear(article, sentence.start, last))
        or ":" in article.skeleton[first:last]
        or last - first > 2 * REACH
    ):
        return None
    by = next((place for place in (last - 1, last - TWO) if article.word(place) == "by"), 0)
    gap = by > at + 1 or (by == last - 1 and not article.word(at).endswith("ed"))
    if "or" in between or gap:
        return None  # "if winds reach 23 mph or gusts exceed 34": two measures; "to exceed 1.1 billion by 800 million": a gap.
    reach = 2 * NEXT if article.skeleton[at - 1] == "," else NEXT
    led = first < at < last and last - at <= NEXT + TWO and at - first <= reach
    if led or paired or (at < first and (not SET_AGAINST.isdisjoint(between) or former(article, other, one))):
        return Compared(one, (other,), sign, at)
    if at < first and first - at <= NEXT + TWO and not {"with", "at"}.isdisjoint(between):
        return Compared(other, (one,), sign, at)
    return Compared(one, (other,), sign, at, UNSURE) if first < at < last else None


def _leads_to(article: Article, start: int, stop: int) -> bool:
    """Tell whether one clause without another figure, but for a time, leads from "than" to what is compared."""
    figures = [article.at[at] for at in range(start, stop) if at in article.at]
    between = article.skeleton[start:stop]
    broken = not BREAKS.isdisjoint(between) or article.word(start).endswith("ed")
    broken = broken or (article.word(start) in OWNED and between[1:2] == ",")
    named = all(one.when or one.kind == "ordinal" for one in figures)
    return stop > start and not broken and clear(article, start, stop) and named


def _set_off(
    article: Article, sentence: Sentence, word: int, other: Mention, based: frozenset[int] = frozenset()
) -> Mention | None:
    """Return the figure before a comparative that a comma or a verb sets off: what stands right before it is a gap.

    Figures in `based`, by first token, are what others came from.
    """
    known = (one for one in levels(article, sentence) if article.word(article.place(one) - 1) not in STEPS)
    ahead = [one for one in known if article.place(one) < word and one.first not in based]
    if not ahead or not alike_to(article, ahead[-1], other):
        return None
    between = article.skeleton[article.place(ahead[-1]) + 1 : word]
    apart = len(between) <= REACH and any(letter == "," or letter in grammar().be for letter in between)
    of_another_time = any(article.word(at) in HAS and article.word(at + 1) == "been" for at in range(word - NEXT, word))
    of_a_gap = any(letter in SIZE_LETTERS and mark == "," for letter, mark in pairwise(between))
    converted = between[:1] == ")" and not other.unit
    another = of_another_time or of_a_gap or converted
    return ahead[-1] if apart and ";" not in between and not another else None


def _taken_up(article: Article, sentence: Sentence, word: int, other: Mention) -> Mention | None:
    """Return the one like figure of the sentence before where this one begins with "That was less than"."""
    opening = article.skeleton[sentence.start : word]
    if article.word(sentence.start) not in ("that", "this", "it") or len(opening) > NEXT:
        return None
    like = [one for one in levels(article, adjacent(article, sentence, -1)) if alike_to(article, one, other)]
    return like[0] if len(like) == 1 and not _is_of_a_clause(article, like[0]) else None


def _is_of_a_clause(article: Article, one: Mention) -> bool:
    """Tell whether a clause tells a figure of something that its sentence only names: behind Oslo, where a flat costs €1,400."""
    start = article.sentences[one.sentence].start
    return any(article.word(at) in CLAUSES for at in range(start + 1, article.place(one)))


def _one_measure(article: Article, start: int, stop: int) -> bool:
    """Tell whether what stands between "than" and a figure brings in one thing and no second one's doings."""
    places = [at for at in range(start, stop) if at not in article.at]
    words = [article.word(at) for at in places]
    clause = next((n for n, word in enumerate(words) if word in ("which", "who", "when", "where")), len(words))
    doings = [at for at in places[clause + 1 :] if article.skeleton[at] in "wN"]
    named = any(article.skeleton[at] == "N" for at in doings)
    return BLOCKS.isdisjoint(words) and len(doings) <= TWO and not named
