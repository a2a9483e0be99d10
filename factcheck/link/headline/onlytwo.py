"""Figures of one thing of which a text has just two values: the later, taken as known, is the earlier told again.

In two thousand news stories no two such values had the same digits with two neighbours swapped by chance; so where they
have, they are one figure, whatever words lie between.  Else the words about the two must tell that it is one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import attrgetter

from factcheck.article import Article
from factcheck.link.context.roles import grammar
from factcheck.link.context.speakers import AMOUNTS, CORRECTING, is_copy, is_known, quoted, revised
from factcheck.link.context.subjects import concept, counted, modifiers, noun, stem, topics
from factcheck.link.headline.byitsdigits import shares_a_word
from factcheck.link.headline.excuses import PASSING, TIMES_APART, may_differ
from factcheck.link.headline.takenup import (
    OF_THE,
    are_two_kinds,
    closing,
    exchanged,
    singled_out,
    spelled,
    tells_a_margin,
)
from factcheck.link.headline.takenup import told_apart as told_apart_behind
from factcheck.link.headline.toldtwice import APART, LEAD, UPDATED, Same, is_told, shown, times_in
from factcheck.link.headline.twins import OTHERS, are_apart_in_words, may_be_called
from factcheck.link.series.figures import within
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.slips import misheard, mistyped, swapped

KINDS = AMOUNTS | {"percent", "points"}
NEAR, FAR = 2.5, 6
"""Values of which one is more than so many times the other are of two things, or, by a plain slip, are so from so many on."""

TELLING, FEWEST, REACH, BESIDE, TIED, CODE, SHORT = 2, 12, 9, 3, 2, 5, 3
"""So many digits with two swapped; of so few things there are many sets; so many places about a figure are of it;
so many words of a sentence tie it to a figure there; so many digits without a comma are a code."""

CROWD = 40
"""Of so many figures of one kind any two may be alike by chance."""

BEHIND, STOP = 6, ". "
DECIMAL, LEXICON = "decimal", "\ue000"
YEARS = Pattern("작년|지난해|올해|내년|재작년|지난달|이달|다음 달")
ANYONE = frozenset({"", "person", "population", "peopl"})
DEFINED = "<wN>? <wN>? who|which|whose|where"
LEADING = frozenset({"whose", "all", "each", "every"})


def retold_otherwise(article: Article) -> Iterator[Same]:
    """Yield the figures of the copy that are the second of just two values of their kind, and tell again what the first told."""
    if article.has_articles and article.may_say(CORRECTING):
        return
    is_one = _is_one_by_digits if article.verb_last else _is_one
    kin: dict[tuple[str, str, str], list[Mention]] = {}
    for mention in article.mentions:
        if (
            mention.kind in KINDS
            and mention.number is not None
            and is_copy(article, article.sentences[mention.sentence])
        ):
            kin.setdefault((mention.kind, mention.unit, _thing(article, mention)), []).append(mention)
    for group in kin.values():
        for again in group if 1 < len(group) <= CROWD else ():
            first = _only_other(group, again, NEAR) or _only_other(group, again, FAR)
            if first is not None and is_one(article, first, again):
                yield Same(first, again)
    if article.has_articles:
        yield from _called_by_none(article, [one for key, group in kin.items() if key[0] == "count" for one in group])


def _called_by_none(article: Article, counts: list[Mention]) -> Iterator[Same]:
    """Yield the known counts that no noun tells of what they are, or people are, with the only count before that is theirs mistyped."""
    counts = sorted(counts, key=attrgetter("first"))
    sizes = Counter(one.size for one in counts)
    told: dict[str, dict[float, Mention]] = {}
    for again in counts:
        shown = "".join(sorted(spelled(again)))
        before = told.setdefault(shown, {})
        if _thing(article, again) in ANYONE and sizes[again.size] == 1 and len(before) == 1:
            first = next(iter(before.values()))
            if _thing(article, first) != _thing(article, again) and _is_known_slip(article, first, again):
                yield Same(first, again)
        before.setdefault(again.size, again)


def _is_known_slip(article: Article, first: Mention, again: Mention) -> bool:
    """Tell whether a count taken as known has two digits of one in a sentence before swapped, and is not said to be another."""
    if first.sentence >= again.sentence or not _is_taken_as_known(article, again) or not exchanged(first, again):
        return False
    behind = article.skeleton[article.place(again) + 1]
    bare = behind in closing() or (behind < LEXICON and behind not in "wN")
    if not (again.noun or bare) or any(one.upper or _is_code(one) for one in (first, again)):
        return False  # The 83 short poems.
    plain = again.size >= FEWEST and not tells_a_margin(article, first)
    return plain and not (_is_other(article, again) or _times_differ(article, first, again))


def _thing(article: Article, mention: Mention) -> str:
    """Return what a count is of, or counted by: people by whatever noun, a magnitude by none."""
    if mention.kind != "count" or article.verb_last:
        glued = article.document.text[mention.span.end : mention.span.end + 1]
        return mention.counter or (glued if mention.kind == "count" and glued.isalpha() else "")
    behind = phrase(OF_THE).match(article.skeleton, article.place(mention) + 1)
    if behind:
        return stem(article.word(behind.end()))
    if "." in mention.text:
        return DECIMAL
    return counted(article, mention) or concept(article.word(article.place(mention) + 1))


def _only_other(group: list[Mention], again: Mention, reach: float) -> Mention | None:
    """Return the figure before one that has the only other value of its size in the text, where this stands there once."""
    alike = [one for one in group if within(one, again, reach)]
    others = [one for one in alike if one.size != again.size]
    if len(others) != len(alike) - 1 or len({one.size for one in others}) != 1:
        return None
    return others[0] if others[0].sentence < again.sentence else None


def _is_one(article: Article, first: Mention, again: Mention) -> bool:
    """Tell whether two values are of one thing: by a plain slip between them, or by the words about them."""
    both = first, again
    if any(one.upper or one.hedge in ("more", "less") or _is_code(one) for one in both) or first.rounds(again):
        return False
    known = _is_taken_as_known(article, again)
    if _is_other(article, again) or are_two_kinds(article, again, first):
        return False
    if again.kind != "measure" and again.unit and not may_be_called(article, again, first):
        return False
    if _is_plain_slip(*both) and known:
        return not (_times_differ(article, *both) or _is_defined(article, again, first))
    if _is_other(article, first):
        return False
    if exchanged(*both):
        if article.word(article.place(again) - 1) == "of" and article.word(article.place(again) - 3) in ("a", "an"):
            return False  # At a gain of $75 million.
        if len(spelled(again).strip("0")) <= TELLING and not (known or _share_a_word(article, *both)):
            return False  # Gusts of 52 mph; the limit is 25 mph.
        told = again.kind not in ("percent", "count") or _thing(article, again) not in ("", DECIMAL)
        return told and not (are_apart_in_words(article, *both[::-1]) or singled_out(article, again, first))
    spoken = any(quoted(article, one) or revised(article, one, PASSING) for one in both)
    reason = may_differ(article, *both)
    if reason in TIMES_APART or phrase(DEFINED).match(article.skeleton, article.place(again) + 1):
        return False
    near = known and within(*both, NEAR) and not (spoken or _times_differ(article, *both))
    return near and _tied(article, *both, least=TIED - mistyped(spelled(first), spelled(again)))


def _share_a_word(article: Article, first: Mention, again: Mention) -> bool:
    """Tell whether a word about one figure stands in the sentence of the other."""
    told, place = article.sentences[first.sentence], article.place(again)
    own = article.sentences[again.sentence]
    about = range(max(own.start, place - REACH), min(own.end, place + REACH + 1))
    return not _words(article, about).isdisjoint(_words(article, range(told.start, told.end)))


def _is_defined(article: Article, again: Mention, first: Mention) -> bool:
    """Tell whether the words behind a count say which one it is, or the other is a margin: the 42 beds of the hostel, by 41 to 37."""
    margin = tells_a_margin(article, first) and not tells_a_margin(article, again)
    noun_at = article.place(again) + (again.kind == "count")
    apart = article.word(noun_at + 1) == "of" and told_apart_behind(article, noun_at)
    return margin or apart or singled_out(article, again, first)


def _is_taken_as_known(article: Article, mention: Mention) -> bool:
    return is_known(article, mention) or article.word(article.place(mention) - 1) in LEADING


def _is_plain_slip(first: Mention, again: Mention) -> bool:
    """Tell whether two values have two digits swapped, or sound alike: 15 and 50."""
    one, two = spelled(first), spelled(again)
    return (len(two.strip("0")) >= TELLING and exchanged(first, again)) or misheard(one, two)


def _are_singled_out(article: Article, *both: Mention) -> bool:
    """Tell whether the words behind either figure say of what it is, and the other's sentence does not: $1.6 billion of debt."""
    return singled_out(article, *both) or singled_out(article, *both[::-1])


def _words(article: Article, places: range) -> frozenset[str]:
    """Return the stems of the words at some places, those of three letters too."""
    short = {word for at in places if article.skeleton[at] == "w" and len(word := article.word(at)) == SHORT}
    return topics(article, places) | short


def _move_alike(article: Article, *both: Mention) -> bool:
    """Tell whether beside either figure stands a word of a change of one way: fallen by 9 percent, that 11 percent fall."""
    ways = [
        {grammar().sign(article.skeleton[at]) for at in range(max(0, place - BESIDE), place + BESIDE)} - {0}
        for place in map(article.place, both)
    ]
    return bool(ways[0] & ways[1])


def _is_one_by_digits(article: Article, first: Mention, again: Mention) -> bool:
    """Tell whether two values, where verbs stand last, have two digits swapped and a noun about the one stands by the other."""
    if not (is_told(first) and is_told(again) and swapped(shown(first), shown(again))):
        return False
    text = article.document.text
    about = [text[max(0, one.span.start - LEAD) : one.span.end + BEHIND] for one in (first, again)]
    apart = any(shape.search(words.rpartition(STOP)[2]) for words in about for shape in (APART, UPDATED))
    told = [article.words(article.sentences[one.sentence]) for one in (first, again)]
    times = [times_in(words) | set(YEARS.findall(words)) for words in told]
    return shares_a_word(article, first, again) and not apart and not (all(times) and times[0] != times[1])


def _tied(article: Article, first: Mention, again: Mention, least: int) -> bool:
    """Tell whether the words about a figure stand in the sentence of another, the fewer the plainer a slip parts the two."""
    both, thing = (first, again), _thing(article, again)
    if again.kind == "count" and (not thing or (min(first.size, again.size) < FEWEST and thing != DECIMAL)):
        return False
    if any("-" in article.skeleton[article.place(one) + 1] for one in both if one.kind == "count"):
        return False  # A 27-nation bloc, the 17-nation area.
    sorts = [modifiers(article, one) for one in both]
    if all(sorts) and not sorts[0] & sorts[1]:
        return False
    place, sentence = article.place(again), article.sentences[again.sentence]
    about = range(max(sentence.start, place - REACH), min(sentence.end, place + REACH + 1))
    told = article.sentences[first.sentence]
    there = _words(article, range(told.start, told.end))
    called = _words(article, range(place + 1, place + 3)) if article.skeleton[place + 1] == "w" else there
    if again.kind != "count" and called.isdisjoint(there):
        return False  # Some $1.6 billion of debt, the owner's $3.8 billion fund.
    shared = _words(article, about) & there
    shared -= {noun(again)} if noun(again) == noun(first) else set()
    return len(shared) + _move_alike(article, *both) >= least and not _are_singled_out(article, *both)


def _is_other(article: Article, mention: Mention) -> bool:
    """Tell whether a word beside a figure says that it is another one: the 43 other shops, its rival's 43."""
    place, sentence = article.place(mention), article.sentences[mention.sentence]
    near = range(max(sentence.start, place - BESIDE), min(sentence.end, place + BESIDE + 1))
    return not OTHERS.isdisjoint(article.word(at) for at in near)


def _times_differ(article: Article, *both: Mention) -> bool:
    """Tell whether the sentences of two figures name two years."""
    years = [
        {one.when.year for one in article.sentences[each.sentence].mentions if one.when and one.when.year}
        for each in both
    ]
    return bool(years[1] - years[0]) and bool(years[0])


def _is_code(mention: Mention) -> bool:
    return mention.kind == "count" and mention.text.isdecimal() and len(digits(mention.text)) >= CODE
