"""Lives told whole: one birth, one age and one other time in a few sentences that speak of one person.

Where a text has the three and no more, they belong together however it words them: "Born on 4 May 1931, she saw Rome
in June 1952, a girl of 21". An age that misses by what no slip of the pen explains is taken for somebody else's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import Days, days_meant, shown
from factcheck.document import Span
from factcheck.link.context.ties import adjacent
from factcheck.link.people.births import DEATHS, OLDEST, Birth
from factcheck.link.people.lives import AROUND, KIN, OF_ANOTHER, OTHER_TIME, age_on, recently
from factcheck.link.people.persons import OWNED, PRONOUNS, actors
from factcheck.link.people.unnamed import is_person
from factcheck.link.time.events import acts
from factcheck.model import Mention, When
from factcheck.patterns import Pattern
from factcheck.quantity import Interval
from factcheck.records import NamedTuple
from factcheck.segment import STOPS
from factcheck.slips import mistyped

BEFORE, APART = 2, 60
"""So many sentences at the most, and so many words, lie between a birth and the age or the time that belong to it."""
OLD = frozenset({"years old"})
"""What no text is without that tells how old a thing is."""
OF_OBJECT, CLAUSE = (
    Pattern(r"\b(?:than|of|in|from|by|with|for|near|beside|opposite) [^,;]+, (?:which|that) [^,;]*$"),
    90,
)
"""Before the time of a beginning these make it that of what is only named beside: older than the town, which was chartered in 1918."""
AGES, DATED = BIT["A"] | BIT["K"] | BIT["O"], BIT["D"] | BIT["Y"]
LEADING = frozenset(
    "at aged age is was were am be been turned turns turning only just still barely already now then him her me them "
    "himself herself of sprightly mere".split()
)
"""Before a bare number they may make it an age."""
THEY = frozenset({"they", "i", "we", "you", "it"})
"""With "he" and "she" these begin a clause behind "At 62"."""
MADE = frozenset({"make", "makes", "made", "making"})
TRAILING = frozenset(
    "when while on in at and or who but then as that by until before after years this last next now if".split()
)
"""Behind a bare number they leave it without a noun."""
SHIFTED = frozenset("before short shy off from until of".split())
"""Between a time and a birthday they put the two apart: two days before her 40th birthday."""
NOW = frozenset({"turns", "now", "by"})
"""Beside a number these make it an age of these days, whatever day is told with it: she turns 50 on Thursday."""
PRESENT = frozenset({"is", "turns", "'s", "’s", "are", "'re", "’re", "now", "am", "at", ",", "("})
NEAR, ROUND, LARGEST, LONG = 3, 10, 30, 100
"""An age misses by so many years, or by round tens up to the largest, where a pen has slipped; a longer one by a digit."""
ADJOINING = 3
"""So few words part an age from the time that it is of, whatever other times are told."""
MOST = 12
"""Of so many ages at the most one is looked for."""
PEOPLE_BEHIND = 3
"""So many words behind a possessive may stand the noun for somebody else: her elder brother."""


class Lifetime(NamedTuple):
    """An age, the years that follow from the birth and the other time, what they are made of, and any doubt."""

    age: Mention
    years: Interval
    made: str
    spans: tuple[Span, ...]
    doubt: str | None


Told = tuple[Mention, Days, Mention | None]
"""An age, the days that it is of, and the figure that tells them; None for the day of publication."""


class Moment(NamedTuple):
    """A time after a birth: its days, and the figure that tells it; None for the day of publication."""

    days: Days
    mention: Mention | None


def lifetimes(article: Article, born: list[Birth]) -> Iterator[Lifetime]:
    """Yield every age near a birth that is told alone, beside the time that it is of."""
    for birth, near in _alone(article, born):
        said = [(one, mention) for one in near for mention in _ages(article, one)]
        if said:
            times = _moments(article, near, birth)
            alone = len(said) == 1 and _of_one(article, near)
            for sentence, age in said:
                yield from _lived(article, birth, sentence, age, times, alone)


def standing(article: Article) -> Iterator[Lifetime]:
    """Yield the ages of things told near their beginning: "planted in 1904 ... now 120 years old"."""
    if not article.may_say(OLD):
        return
    begun = [
        Birth(act.mention, days, (), act.sentence, article.place(act.mention), act.mention.text, act.mention)
        for act in acts(article)
        if act.family in ("founded", "planted")
        and act.mention.when
        and act.mention.when.year
        and not OF_OBJECT.search(article.around(act.mention, CLAUSE, 0)[0])
        if (days := days_meant(act.mention.when, None))
    ]
    for birth, near in _alone(article, begun):
        said = [(one, mention) for one in near for mention in one.of_kind("duration") if _old(article, mention)]
        times = _moments(article, near, birth) if len(said) == 1 else []
        for sentence, age in said[:1] if len(said) == 1 else ():
            yield from _lived(article, birth, sentence, age, times, alone=True)


def _old(article: Article, length: Mention) -> bool:
    """Tell "now 120 years old" from other lengths of time."""
    whole = length.number is not None and length.number.middle.denominator == 1
    return whole and length.unit == "year" and article.word(article.place(length) + 1) == "old"


def _alone(article: Article, born: list[Birth]) -> Iterator[tuple[Birth, list[Sentence]]]:
    """Yield every birth that has none beside it, with the sentences about it."""
    told = Counter(birth.sentence.number for birth in born)
    for birth in born:
        near = _about(article, birth.sentence)
        if sum(told[one.number] for one in near) == 1:
            yield birth, near


def pairs(article: Article, born: list[Birth]) -> Iterator[Lifetime]:
    """Yield the second of two ages of one person that are each told with a year: "at 20, in 1990 ... in 2008, at 38"."""
    told = {birth.sentence.number for birth in born}
    for sentence in article.sentences:
        if not sentence.kinds & AGES or not sentence.kinds & DATED or sentence.number in told:
            continue
        first = _aged_once(article, sentence)
        other = adjacent(article, sentence, 1) if first else None
        if first is None or other is None or other.number in told:
            continue
        second = _aged_once(article, other) or _aged_now(article, other)
        if second is None:
            continue
        passed = second[1].last.year - first[1].first.year
        if passed < 1:
            continue
        years = Interval(stated(first[0]).low + passed - 1, stated(first[0]).high + passed + 1)
        doubt = None if slips(second[0], years) and _of_one(article, [sentence, other]) else OF_ANOTHER
        until = second[2].text if second[2] else shown(second[1].last)
        spans = (first[0].span, *(time.span for time in (first[2], second[2]) if time))
        yield Lifetime(
            second[0], years, f"{first[0].text} in {first[2].text if first[2] else ''}, to {until}", spans, doubt
        )


def _aged_now(article: Article, sentence: Sentence) -> Told | None:
    """Return the one age of a sentence that tells of today: "He is 48 now"."""
    said = list(_ages(article, sentence)) if sentence.kinds & AGES and not sentence.kinds & DATED else []
    if len(said) != 1 or not article.published or not _of_now(article, sentence, said[0]):
        return None
    return said[0], recently(article.published), None


def _aged_once(article: Article, sentence: Sentence) -> Told | None:
    """Return the one age of a sentence and the one time in it; None where it tells of more or fewer."""
    said = list(_ages(article, sentence)) if sentence.kinds & AGES else []
    times = [one for one in sentence.of_kind("date|year") if one.when and one.when.year and not one.when.unit]
    if len(said) != 1 or len(times) != 1 or not times[0].when or said[0].kind == "age":
        return None
    days = days_meant(times[0].when, article.published)
    return (said[0], days, times[0]) if days else None


def _about(article: Article, sentence: Sentence) -> list[Sentence]:
    """Return the sentences with figures in which a life may be told, that of the birth among them."""
    near = [sentence]
    for step in (-1, 1):
        at = sentence
        for number in range(sentence.number + step, sentence.number + step * BEFORE, step):
            other = article.sentences[number] if 0 <= number < len(article.sentences) else None
            if other is None or other.block == "cell":
                break
            first, last = sorted((at, other), key=lambda one: one.start)
            if last.start - first.end > APART:
                break
            near.append(other)
            at = other
    return sorted(near, key=lambda one: one.start)


def _ages(article: Article, sentence: Sentence) -> Iterator[Mention]:
    if sentence.kinds & AGES:
        for mention in sentence.of_kind("age|count|ordinal"):
            if _whole(mention) and _is_age(article, mention, article.place(mention)):
                yield mention


def _whole(mention: Mention) -> bool:
    number = mention.number
    either = mention.upper is None or " or " in mention.text
    return number is not None and 0 < number.middle <= OLDEST and number.middle.denominator == 1 and either


def _is_age(article: Article, mention: Mention, place: int) -> bool:
    """Tell an age from a count: "at 25", "was 25 when", "a boy of 11", "lived to be 78", "her 37th birthday"."""
    before, last = article.word(place - 1), article.word(place - 2)
    if mention.kind == "ordinal":
        return mention.noun == "birthday" and not any(article.word(at) in SHIFTED for at in range(place - 3, place))
    if mention.kind == "age":
        return not ("-" in mention.text and before in ("a", "an", *PRONOUNS) and last != "as")
    behind, letter = article.word(place + 1), article.skeleton[place + 1]
    if before in ("turned", "turns") and article.word(place - 3) in AROUND:
        return False
    led = before == "at" and (behind in PRONOUNS or behind in THEY)
    if mention.noun or not (led or letter in f"{STOPS},;:()—–DYR" or behind in TRAILING):
        return False
    if before in (",", "("):
        ends = letter in f"{STOPS},;)" or behind == "when"
        return ends and (article.skeleton[place - 2] in "N)" or is_person(article, place - 2))
    if before == "of":
        return last == "age" or is_person(article, place - 2)
    return before in LEADING and (before not in PRONOUNS or last in MADE)


def _moments(article: Article, near: list[Sentence], birth: Birth) -> list[Moment]:
    """Return the times told near a birth that come after it, a day without a year in that of the time before it."""
    found: list[Moment] = []
    year = None
    for mention in (mention for one in near for mention in one.of_kind("date|year")):
        when = mention.when
        if mention is birth.on or mention is birth.mention or when is None or when.unit:
            continue
        if when.year is None and article.after(mention, 1) == "R":
            continue
        days = days_meant(_in_year(when, year), article.published)
        year = when.year or year
        if days and days.first >= birth.days.first:
            found.append(Moment(days, mention))
    return found


def _in_year(when: When, year: int | None) -> When:
    return when._replace(year=when.year or year) if when.day else when


def _lived(
    article: Article, birth: Birth, sentence: Sentence, age: Mention, times: list[Moment], alone: bool
) -> Iterator[Lifetime]:
    own = [moment for moment in times if moment.mention and moment.mention.sentence == sentence.number]
    beside = [one for one in own if one.mention and adjoins(article, age, one.mention)]
    meant = beside if len(beside) == 1 else own or (times if age.kind != "ordinal" else [])
    today = Moment(recently(article.published), None) if article.published else None
    present = _of_now(article, sentence, age) and not beside
    if present and today and (not meant or _says_now(article, age)) and not _fits_any(birth, age, meant):
        meant = [today]
    for moment in meant:
        years = age_on(birth.days, moment.days)
        apart = moment.mention is None and age.kind != "age" and sentence is not birth.sentence
        slipped = slips(age, years, narrow=apart and not _by_pronoun(article, age))
        aside = age.kind == "ordinal" and not beside
        doubt = OTHER_TIME if len(meant) > 1 or aside else None if alone and slipped else OF_ANOTHER
        if years.low >= 0 and (slipped is None or len(meant) == 1):
            until = moment.mention.text if moment.mention else shown(moment.days.last)
            spans = (birth.mention.span, *((moment.mention.span,) if moment.mention else ()))
            yield Lifetime(age, years, f"{birth.said} to {until}", spans, doubt)


def _by_pronoun(article: Article, age: Mention) -> bool:
    """Tell "she turns 50" and "at 62 he" from an age beside other words."""
    place = article.place(age)
    return not PRONOUNS.keys().isdisjoint((article.word(place - 2), article.word(place + 1)))


def _says_now(article: Article, age: Mention) -> bool:
    """Tell "64 by now", "is 58 now" and "at 74 he can't" from an age of any time told."""
    place = article.place(age)
    behind = [article.word(at) for at in range(place + 1, place + 3)]
    return "now" in behind or article.word(place - 1) in ("now", "is", "turns", "'s", "’s")


def _fits_any(birth: Birth, age: Mention, moments: list[Moment]) -> bool:
    return any(slips(age, age_on(birth.days, moment.days)) is None for moment in moments)


def adjoins(article: Article, age: Mention, time: Mention) -> bool:
    """Tell "would have been 90 on 14 June" and "in 1949, at 17," from an age and a time that are apart."""
    return abs(article.place(age) - article.place(time)) <= ADJOINING


ONCE = frozenset("was were had would could".split())
"""Before "the age of 84" these make it that of another time: she was to have played a king."""


def _of_now(article: Article, sentence: Sentence, age: Mention) -> bool:
    """Tell whether an age with no time beside it may be that of today: "is 57", "Cho, 64,"."""
    led = article.word(article.place(age) - 1) in NOW or article.word(article.place(age) + 1) in NOW
    if (sentence.kinds & (BIT["R"] | BIT["W"]) and age.kind == "count" and not led) or age.kind == "ordinal":
        return False
    words = {article.word(at) for at in range(sentence.start, article.place(age))}
    last, before = (article.word(article.place(age) - step) for step in (2, 1))
    present = before in PRESENT or last in MADE or (last, before) == ("age", "of")
    if (last, before) == ("age", "of") and not words.isdisjoint(ONCE):
        return False
    return words.isdisjoint(DEATHS) and (age.kind == "age" or present)


def stated(age: Mention) -> Interval:
    """Return the years that an age may mean: "59 or 60" is either."""
    low = Interval.exactly(age.number.middle) if age.number else Interval.exactly(0)
    return low.hull(Interval.exactly(age.upper.middle)) if age.upper else low


def slips(age: Mention, years: Interval, narrow: bool = False) -> bool | None:
    """Tell whether an age misses the years by what a slip of the pen makes of them; None where it does not miss."""
    said = stated(age)
    gap = said.gap(years)
    if not gap:
        return None
    if said.low >= LONG:
        return any(mistyped(str(said.low), str(end)) for end in (years.low, years.high))
    if gap <= NEAR or narrow:
        return gap <= NEAR
    turned = str(said.low)[::-1]
    tens = any((said.low - end) % ROUND == 0 for end in (years.low, years.high, years.middle))
    return (tens and gap <= LARGEST) or (len(turned) > 1 and years.low <= int(turned) <= years.high)


def _of_one(article: Article, near: list[Sentence]) -> bool:
    """Tell whether sentences speak of one person, as far as their names, pronouns and nouns for kin tell."""
    names: set[str] = set()
    nouns: set[str] = set()
    pronouns: set[str] = set()
    for sentence in near:
        names |= {name[-1] for name in actors(article, sentence.start, sentence.end)}
        for at in range(sentence.start, sentence.end):
            word = article.word(at)
            named = article.skeleton[at + 1] == "N" and article.word(at - 1) in OWNED  # Mozart's sister Nannerl
            if (word in KIN and not named) or (_owning(article, at, word) and _somebody_behind(article, at)):
                return False
            if word == "the" and is_person(article, at + 1):
                nouns.add(article.word(at + 1))
            if word in PRONOUNS:
                pronouns.add(PRONOUNS[word])
    return max(map(len, (names, nouns, pronouns))) <= 1


def _owning(article: Article, at: int, word: str) -> bool:
    return word in OWNED or word in ("his", "her", "its", "their", "my", "our")


def _somebody_behind(article: Article, at: int) -> bool:
    behind = [at + n for n in range(1, PEOPLE_BEHIND + 1)]
    return any(is_person(article, one) and article.skeleton[one + 1] != "N" for one in behind)
