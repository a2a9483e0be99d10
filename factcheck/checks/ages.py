"""Ages beside births; anniversaries, editions and reunions beside the years they are counted from."""

from __future__ import annotations

from bisect import bisect_left
from calendar import leapdays
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from factcheck.article import Article, Sentence
from factcheck.check import check
from factcheck.dates import Days, about, days_meant, shown
from factcheck.document import Span
from factcheck.link.people.birthdays import keeps_now
from factcheck.link.people.births import OLDEST, Birth, at_birth, births, in_the_dock
from factcheck.link.people.born import aged_now, aged_then
from factcheck.link.people.deaths import died_in_a_year, died_last, died_on, lately, of_kin, of_two
from factcheck.link.people.groups import is_of_group
from factcheck.link.people.lifetimes import adjoins, lifetimes, pairs, slips, standing, stated
from factcheck.link.people.lives import (
    KIN,
    OF_ANOTHER,
    Aged,
    AgedThen,
    age_on,
    ages,
    ages_then,
    implied_births,
    of_principal,
    recently,
    same,
)
from factcheck.link.people.nearmiss import is_year_off
from factcheck.link.people.onelife import of_one_person, only_life
from factcheck.link.people.passed import years_since
from factcheck.link.people.persons import SOMEBODY, Name, referent
from factcheck.link.people.unnamed import one_unnamed
from factcheck.link.series.figures import value as size
from factcheck.link.time import timetables
from factcheck.link.time.kept import OTHER_DAY, as_fix, kept
from factcheck.model import Mention, Relation
from factcheck.quantity import Interval, Quantity
from factcheck.restyle import restyled

Told = tuple[Birth, Name]
"""A birth, and whose it is."""
MANY = 40
PRONOUN_BEHIND = 3
"""So many places behind a birth's date may stand the pronoun of who was born: "born in 1977, she"."""
RELATIVES = frozenset({"who", "whose"})
LEAP_DAY = 2, 29
"""Who was born then may count the birthdays that were kept on it."""
COMING, A_WEEK = timedelta(366), timedelta(7)


@check("age", says="{working} is {implied}, not {stated}.")
def age(article: Article) -> Iterator[Relation]:
    """An age must follow from the birth, an anniversary from the year of what it marks.

    Wrong: (2025-08-20) Kim, [45], was born on March 3, 1990.  =>  35 years
    Wrong: (2023-03-09) Mr Alm, [42], who by the register was born on [14 June 1981], left his job in 2021.
    Wrong: (2017-05-19) Coyle, [47], must repay it. / Born in Sevierville in February 1969, Coyle kept the books.
    Wrong: (2022-10-05) Hedvig Ekström died on 30 September. She was [84]. / Ekström was born on 14 November 1938.
    Wrong: (2019-03-14) The twins turned [68] last month, having been born on Feb. 11, 1952.
    Wrong: (2024-10-21) Founded in 1984 by two brothers, the firm marks its [30th] anniversary this year.
    Wrong: (2019-06-17) Founded in 1929, it is celebrating its [centenary] this year.
    Wrong: (2018-06-01) Members of the Class of 1968 hold their [40-year] reunion this week.
    Wrong: (2025-05-01) It is the [60th] annual fair since 1990.
    Wrong: (2021-06-04) Born in May 1980, Vera Holt was only [21] when she took the chair in 2006.  =>  May 1980 to 2006
    Wrong: (2021-06-04) Ann Orr taught. Orr was loved. She was born on June 3, 1929. / Orr could fly. She went up in August 1948, at the age of [17].
    Wrong: (2021-06-04) Vera Holt was born in Ely in 1950. She joined the bank at the age of [33] in 1973.
    Wrong: (2021-06-04) John Keats, who was born in 1795, died in 1821 at [35].  =>  1795 to 1821
    Wrong: (2021-06-04) Founded in 1911, the brewery is in its [101st] year.
    Wrong: (2021-06-04) The Holts, married in 1981, celebrate their [golden] wedding this year.
    Wrong: (2021-06-04) Ann Orr, whose date of birth was given as 4 July 1970, said nothing. She is [51] and lives in Ely.
    Wrong: (2021-06-04) Ann Orr, who died on 2 June at the age of [78], drove a tram. Orr came into the world on 9 August 1943.
    Wrong: (2021-06-04) Miss Orr, now [83] (she was born on 9 August 1938), waved.
    Wrong: (2021-06-04) Mayor Ann Lowe-Orr, [61], left early. / The mayor, a twin, was born on 9 August 1960.
    Wrong: (2021-06-04) Ann Orr, born in 1950, was [72] when she took the chair in 2015.
    Wrong: (2021-06-04) Ann Orr, who was born on 9 August 1943, is [80] and lives in Ely.
    Wrong: (2021-06-04) The mill, which dates from 1821, turned [150] this year.
    Wrong: (2026-06-04) The hospice opened its doors in 1986. In 2026 its staff mark its [golden] jubilee.
    Wrong: (2023-08-28) 윤 감독은 1980년 9월 3일에 태어나 만 [43세]다.
    Right: (2023-08-28) 윤 감독은 1980년 9월 3일에 태어나 만 42세다.
    Right: (2023-03-28) 윤 감독(44)은 1980년 9월 3일생이다.
    Wrong: (2021-06-04) Ann Orr, born on 3 July 1948, died on Monday, aged [74].
    Right: (2021-06-04) Ann Orr turns 78 on Tuesday. She was born on 8 June 1943.
    Right: (2021-06-04) Ann Orr, a Whig who was born on 9 August 1943, spoke. At 77, she is the oldest there.
    Right: (2021-06-04) Ann Orr was born on 9 August 1943, and will be 78 by the time it opens on 1 September.
    Right: (2021-06-04) Mary Anning (1799-1847), who died at 47, found fossils in Dorset.
    Wrong: (2024-05-10) The retired surgeon, [71], was born in Ely in March 1950.
    Wrong: (2024-05-10) The baker, who will be [60] next month, was born in June 1966.
    Wrong: (2024-05-10) The dancer was 12 when she first went on stage in 1999. The [44-year-old] now teaches.
    Wrong: (2024-05-10) Her grandfather was killed in 1944, aged [31]. / He had been born in Ely in 1921.
    Wrong: (2024-05-10) The baker, who celebrated his [70th] birthday in March, was born in 1949.
    Right: (2024-05-10) The dancer was 12 when she first went on stage in 1999. The 37-year-old now teaches.
    Wrong: (2025-09-12) Ann Orr, who was born on 14 November 1951 and is now [74], keeps bees.
    Right: (2018-10-29) Ann Orr, who turns 44 on Tuesday, won the closest vote since 1983. She was born on 30 October 1974.
    Right: (2016-03-03) Al Roe, born on 29 February 1956, kept his 15th birthday on Monday.
    Wrong: (2023-02-26) They had last won there in 1987, when Orr, now [54], was eight.
    Right: (2025-10-01) "I am 61, and I have fished there since I was 15," said Roe. "Forty-six years of it."
    Skip: (2025-09-12) Orr was born in 1951. The road, once of 12 lanes, is now 15, she says.
    Skip: (2017-03-28) "The fair will mark its 20th anniversary next year," said Orr, who founded the firm in 1991.
    Skip: (2017-03-28) Orr was arrested at age 17 after a march. Orr was born on August 21, 1929.
    Skip: (2017-02-17) Born in 1971, he was the first son of Kim. Later, 26-year-old Malaysian Farid Bin Ali was held by the police.
    Skip: (2024-05-10) The dancer, 60, praised a pupil born in 1950.
    Skip: (2024-05-10) The father of the pupil, 52, wept. / The pupil was born in 1999.
    Skip: (2024-05-10) The dancer lived alone. Her mother died when she was 12, in 1993. / Her mother was born in 1950.
    Wrong: Born on 4 May 1931 in a lighthouse, she saw Rome in June 1952, a girl of [23].  =>  4 May 1931 to June 1952
    Wrong: (2024-05-10) The elm was planted in 1904 to mark a birth; now [170 years] old, it is to be felled.
    Wrong: (2021-04-20) He has limped since a fall in 1994, when he was 15. He is [52] now.
    Wrong: (2021-04-20) Al Roe, [58], stared ahead. / In mitigation it was said that her client, who was born on 9 September 1963, was sorry.
    Wrong: The flautist (b. 1951) won the prize in 2011 at the age of [61 or 62].  =>  1951 to 2011
    Wrong: She ran her first marathon at [22], in July 1990. In July 2008, at 38, she ran her last.
    Right: Born on 4 May 1931 in a lighthouse, she saw Rome in June 1952, a girl of 21.
    Right: The defendant (b. 1990), 33 when the mill burned in 2023, said nothing.
    Skip: (2025-01-03) He wrote 32 books, the first in 1975, 12 of them after he turned 80. / Al Earl, born October 1 1924.
    Skip: Her 90th birthday was kept at sea. / Ann Marsh, judge, born 4 March 1931; died 5 November 2024
    Skip: He was born in 1948. His wife died in 2011 aged 59.
    Skip: The house was built in 1820. Its owner, 77, has lived there since 1990.
    Right: (2019-03-14) Ashworth died on Saturday. She was 92. / Ashworth was born on Nov. 2, 1926.
    Right: (2019-03-14) The twins turned 67 last month, having been born on Feb. 11, 1952.
    Right: (2019-06-17) Founded in 1919, it is celebrating its centenary this year.
    Right: (2012-09-11) They gathered today, the 11th anniversary of the September 11, 2001, attacks.
    Right: (2018-06-01) Members of the Class of 1968 hold their 50-year reunion this week.
    Right: (2025-05-01) It is the 34th annual fair since 1990.
    Wrong: (2023-08-28) 1974년 11월 2일에 태어나 만 [49세]인 윤 감독은 말했다.
    Wrong: (2023-08-28) 1974년 11월 2일에 태어나 만 [49세]인 윤 감독은 1996년 이 대회에서 우승했다.
    Right: (2023-08-28) 2002년 3월 14일생으로 올해 스물한 살인 서다온은 이겼다.
    Right: (2025-08-25) 1965년 9월 3일생인 윤 감독은 다음 주 만 60세가 된다.
    Right: (2023-08-28) 이현수 군수(59)는 1963년 10월 5일생이다.
    Skip: (2017-03-14) They met at an event marking the 10th anniversary of Katrina on Aug. 28, 2015.
    Skip: (2023-08-28) 1974년 11월 2일에 태어나 스무 살에 데뷔한 윤 감독은 말했다.
    Right: (2025-08-20) In 2010 Kim, 20, was signed; he was born on March 3, 1990, in Leeds.
    Skip: (2025-08-20) Tom Kim, 45, is a brother of Ann Kim, who was born on March 3, 1990.
    Skip: (2021-06-04) Tom Lee, who was born in May 1943, will be 79 on May 20 next year.
    Skip: (2021-06-04) Mayor Ann Orr, 61, met Mayor Tom Lee. / The mayor was born on 9 August 1960.
    Skip: (2021-06-04) Al Roe was born in 1951, the year his brother, now 77, left school, and died on Tuesday.
    Skip: (2021-06-04) Vera Holt was born in 1950. Her father was 33 when, in 1973, the bank closed.
    Skip: (2021-06-04) Vera Holt was born in 1950. At 16 she left school, and in 1985 she joined the bank.
    Skip: (2021-06-04) Vera Holt was born in 1950. Inflation was 12 in 1985, and shares closed at 25 in 1990.
    Skip: (2021-06-04) Founded in 1920, the club came here in 1950 and will mark its 75th anniversary here in 2025.
    Skip: (2021-06-04) The school, opened in 1973, marks the 30th anniversary of its hall this year.
    Skip: (2021-06-04) Founded in 1894, it marked its centenary a year late, in 1995.
    Skip: (2021-06-04) The choir, founded in 1951, celebrates 25 years under its conductor.
    Skip: (2023-09-14) The prize was set up in 1981 by Roe, whose firm marks its 30th anniversary this year.
    Skip: (2025-08-20) It was the third time since 1990 that the club won.
    Skip: (2026-07-10) # Poet Ann Lee wins prize / Lee made her debut in 2021, at 24. She is the second of three sisters aged 33, 29 and 26.
    Skip: (2025-08-20) She celebrates her 50th birthday with a firm founded in 1920.
    Skip: (2025-08-20) The couple mark their 60th anniversary today in the church built in 1930.
    Skip: (2021-04-16) Ann Orr, who died on Tuesday, wrote her first song at the age of 11. She was born on May 19, 1932.
    Right: (2025-08-25) 1965년 9월 3일생인 그는 다음 주 만 60세가 된다.
    Wrong: [1943년] 대구에서 태어나 [2019년 3월] [66세]를 일기로 별세했다.
    Wrong: (2025-06-10) [1990년]생으로 올해 [45세]인 감독은 웃었다.
    Wrong: (2025-04-10) [1965년] 개교한 이 학교는 올해 개교 [70주년]을 맞았다.
    Wrong: (2025-08-20) 원로 배우가 19일 별세했다. [82세]. [1933년] 평양에서 난 고인은 전쟁 때 내려왔다.
    Wrong: (2024-10-21) 한 감독([66])은 "그때는 필름이 귀했다"고 했다. [1957년 3월] 부산에서 태어난 그는 1984년 첫 영화를 찍었다.
    Right: (2024-10-21) 한 감독(67)은 "그때는 필름이 귀했다"고 했다. 1957년 3월 부산에서 태어난 그는 1984년 첫 영화를 찍었다.
    Skip: (2025-09-01) 1958년 3월생인 최 명인에게는 올해 57세가 된 제자가 있다.
    Wrong: (2025-03-14) Al Roe shut his shop. / He was born over it on 2 February 1937. / "I am done," said the [98-year-old].
    Wrong: (2025-06-20) Ann Orr, who sang until 1990, has died at [93]. / Born in Ely on 11 May 1942, she had a dog.
    Wrong: (2025-06-20) The diner, which opened in 1950, marks its [65th] birthday on Saturday.
    Wrong: (2025-06-20) The [23-year-old] forward, whose date of birth is July 7, 2004, came on for Al Roe, 34.
    Wrong: (2025-06-20) Ann Orr, [79], kept bees. / Her birth, in Ely on 1 May 1936, fell in a gale.
    Wrong: The ferry pier, opened in 1974, was repainted for its [60th] anniversary in 2024.
    Wrong: (2024-06-10) The choir will be [120 years] old in August. It was founded in 1924.
    Wrong: (2024-06-10) This year marks [80 years] since the library was founded in 1924.
    Right: (2024-06-10) The 100-year-old club was founded in 1924.
    Right: (2024-06-10) The club, which was founded in 1924, turned 100 this year.
    Skip: (2023-09-16) The society, founded in 1948, marks its seventy-fifth birthday; there will be cake.
    Wrong: (2024-06-10) | Name | Born | Age | / |---|---|---| / | Orr | May 1961 | 63 | / | Roe | May 1974 | [40] | / | Lee | May 1989 | 35 |
    Skip: (2024-06-10) | Name | Born | Age | / |---|---|---| / | Orr | May 1961 | 23 | / | Roe | May 1974 | 20 | / | Lee | May 1989 | 25 |
    Wrong: (2024-06-10) The dean was born in May 1961. At [53] he means to retire to Ely.
    Wrong: (2024-06-10) Hatched in 1999, the owl is [35] by now.
    Skip: (2024-06-10) Ann Orr, who founded the choir in 1974, turns 70 this year.
    Skip: (2024-06-10) The hall, built in 1924, holds a fair for the 30th anniversary of the choir this year.
    Skip: (2025-06-20) Ann Orr was born on 11 May 1942. / Her tutor, Al Roe, 93, wept. The 73-year-old pianist Bo Lee played.
    Skip: (2025-06-20) Ann Orr was born in 1924. Her husband, a vet who was born in 1919, died at 90.
    Skip: (2021-06-24) Born on July 2, 1956, she retires next Friday on her 65th birthday.
    Right: 1931년 5월 4일 태어나 2021년 9월 1일 아흔의 나이로 눈을 감았다.
    """
    decided: set[tuple[Span, ...]] = set()
    told = sorted(births(article), key=lambda birth: birth.sentence.number)
    for relation in _by_who(article, told):
        if relation.doubt is None or relation.meets():
            decided.add(relation.stated.spans)
        yield relation
    for life in chain(
        lifetimes(article, told),
        pairs(article, told),
        years_since(article),
        only_life(article, told),
        standing(article),
    ):
        turning = article.word(article.place(life.age) - 1) in ("turn", "turns")  # It turns 40 on 6 May.
        if (life.age.span,) not in decided and not (turning or is_of_group(article, life.age)):
            yield _held(life.age, life.years, life.made, life.spans, life.doubt)
    yield from kept(article, article.published)
    for row in timetables.ages(article, article.published):
        yield Relation(row.stated, row.implied, "From {working} is {implied}, not {stated}.")


def _by_who(article: Article, told: list[Birth]) -> Iterator[Relation]:
    """Yield what must hold between births and ages of those whom the text says them of, and of years kept."""
    for age, years, born_on, doubt, at in aged_then(article) if article.verb_last else ():
        if at:
            yield _held(age, years, f"{born_on.text} to {at.text}", (born_on.span, at.span), doubt)
    if article.published is None:
        return
    born = [(birth, birth.name or _behind(article, birth)) for birth in told]
    worked_out = [(birth, birth.name) for birth in implied_births(article)]
    if born or worked_out:
        for aged in (aged for aged in ages(article) if not is_of_group(article, aged.mention)):
            birth = _birth_of(article, aged, born) or _worked_out(article, aged, _near(worked_out, aged.sentence))
            if birth and birth.mention.first != aged.mention.first:
                yield from _aged(article, aged, birth, article.published)
    if born:
        for then in ages_then(article, frozenset(birth.mention.first for birth, _ in born)):
            yield from _aged_then(article, then, born)
    for age, years, born_on, doubt, _ in aged_now(article, article.published) if article.verb_last else ():
        yield _held(age, years, f"{born_on.text} to {shown(article.published)}", (born_on.span,), doubt)


def _behind(article: Article, birth: Birth) -> Name:
    """Return whose a birth is that no name stands before: "born in 1977, she"."""
    if in_the_dock(article, birth.place):
        return ()
    return referent(article, min(birth.sentence.end, article.place(birth.mention) + PRONOUN_BEHIND))


def _near(born: list[Told], sentence: Sentence) -> list[Told]:
    """Return all births, of a list of so many that no article is about them only those told nearest to a sentence."""
    if len(born) <= MANY:
        return born
    at = bisect_left(born, sentence.number, key=lambda told: told[0].sentence.number)
    return born[max(0, at - MANY // 2) : at + MANY // 2]


def _one(found: list[Birth]) -> Birth | None:
    """Return the one birth among those found of somebody, one told with its year before a birthday."""
    told = [birth for birth in found if birth.mention.when and birth.mention.when.year] or found
    return told[0] if len(told) == 1 else None


def _unnamed(article: Article, age: Mention, born: list[Told]) -> Birth | None:
    """Return the one birth that is told of the unnamed person whose age is given."""
    place = article.place(age)
    return _one([birth for birth, _ in born if birth.mention is not age and one_unnamed(article, birth.place, place)])


def _worked_out(article: Article, aged: Aged, near: list[Told]) -> Birth | None:
    """Return the one birth that follows from an age then of whom an age now is told: "in 1987, when Orr, now 44, was eight"."""
    named = [of for of, whose in near if whose and whose == aged.name and of.sentence is aged.sentence]
    return _unnamed(article, aged.mention, near) or (_one(named) if aged.manner == "now" else None)


def _birth_of(article: Article, aged: Aged, born: list[Told]) -> Birth | None:
    """Return the one birth of somebody whose age is given."""
    name = aged.name or referent(article, article.place(aged.mention))
    near = _near(born, aged.sentence)
    birth = _one([birth for birth, whose in near if _of_one(article, aged, name, birth, whose)])
    return birth or (_unnamed(article, aged.mention, near) if aged.manner != "death" or lately(article, aged) else None)


def _aged(article: Article, aged: Aged, birth: Birth, published: date) -> Iterator[Relation]:
    if (aged.manner == "death" and died_in_a_year(article, aged, birth)) or of_kin(article, aged, birth):
        return
    on, doubt = _when_aged(article, aged, birth, published)
    if on.last < birth.days.first:
        return
    years = age_on(birth.days, on)
    if (
        aged.mention.kind == "ordinal"
        and birth.days.first == birth.days.last
        and (birth.days.last.month, birth.days.last.day) == LEAP_DAY
    ):
        kept = Interval.exactly(leapdays(birth.days.last.year + 1, on.last.year + 1))
        years = kept if kept.meets(stated(aged.mention)) else years
    if aged.manner == "death" and years.low > OLDEST:
        return
    if aged.manner == "now" and aged.name[-1:] in (("he",), ("she",)) and slips(aged.mention, years) is False:
        doubt = doubt or OF_ANOTHER
    if doubt == OTHER_DAY and is_year_off(aged, birth, years, published):
        doubt = None
    when = shown(on.last) if on.first == on.last or aged.manner == "now" else about(on, published)
    yield _held(aged.mention, years, f"{birth.said} to {when}", (birth.mention.span, birth.on.span), doubt)


def _held(age: Mention, years: Interval, made: str, spans: tuple[Span, ...], doubt: str | None) -> Relation:
    """Hold an age to the years that follow from what is `made` of the times in `spans`."""
    said = stated(age)
    right = restyled(age.text, said.low, years.low) if years.low == years.high and not age.upper else None
    told = Quantity(said, "year", age.text, (age.span,))
    implied = Quantity(years, "year", made, spans)
    return Relation(told, implied, _says(years), doubt=doubt, fix=as_fix(years), instead=right or "")


def _aged_then(article: Article, aged: AgedThen, born: list[Told]) -> Iterator[Relation]:
    near = _near(born, aged.sentence)
    alike = [of for of, whose in near if _of_the_same(article, aged.name, whose, aged.sentence, of.sentence)]
    by_name = _one(alike)
    birth = by_name or _unnamed(article, aged.mention, near) or _only(article, aged, born)
    on = days_meant(aged.on.when, article.published) if aged.on.when else None
    if birth is None or on is None or aged.mention.number is None or of_two(article, aged.sentence):
        return
    if on.last < birth.days.first or died_last(article, aged.mention):
        return
    years = age_on(birth.days, on)
    spans = (birth.mention.span, aged.on.span)
    doubt = aged.doubt if by_name or aged.doubt != OF_ANOTHER else None
    yield _held(aged.mention, years, f"{birth.said} to {aged.on.text}", spans, doubt)


def _only(article: Article, aged: AgedThen, born: list[Told]) -> Birth | None:
    """Return the only birth that an article tells, if it and an age stand where one person is told of."""
    if len(born) != 1 or aged.name[-1:] not in (("he",), ("she",)):
        return None
    birth = born[0][0]
    said = {article.word(at) for one in (birth.sentence, aged.sentence) for at in range(one.start, one.end)}
    return birth if KIN.isdisjoint(said) and of_one_person(article, birth.sentence, aged.sentence) else None


def _of_the_same(article: Article, name: Name, other: Name, sentence: Sentence, of_birth: Sentence) -> bool:
    """Tell whether an age and a birth are told of one: by name, or both of whom the article is about."""
    if SOMEBODY in (other, name):
        return False
    if name == other and name[-1:] in (("he",), ("she",)) and abs(sentence.number - of_birth.number) <= 1:
        return True
    told = all(one and one[-1] not in ("he", "she") for one in (name, other))
    if of_principal(article, name) and of_principal(article, other) and not (told and set(name).isdisjoint(other)):
        return True
    alike = name and other and name[-1] == other[-1] and (name[0] == other[0] or 1 in (len(name), len(other)))
    if alike and sentence.number - of_birth.number in (0, 1):
        return True
    return bool(name and other) and same(article, name, other)


def _says(years: Interval) -> str:
    """Return the sentence that gives the age, both of them where the birthday is not known."""
    one = years.low == years.high == 1
    return f"From {{working}} is {as_fix(years)} year{'' if one else 's'}, not {{stated}}."


def _of_one(article: Article, aged: Aged, name: Name, birth: Birth, whose: Name) -> bool:
    if article.place(birth.mention) == article.place(aged.mention) + 2:
        return False
    first, last = sorted((article.place(aged.mention), birth.place))
    alone = KIN.isdisjoint(article.word(at) for at in range(first, last))
    who = aged.manner == "will" and article.word(article.place(aged.mention) - 3) == "who" and alone
    if aged.manner == "death" and aged.sentence is birth.sentence and not alone:
        return False
    if aged.sentence is birth.sentence and (who or aged.manner == "turned" or _in_its_clause(article, aged, birth)):
        return True
    if at_birth(article, aged.sentence, article.place(aged.mention)) is birth.on:
        return True
    if birth.name and aged.name:
        return same(article, aged.name, birth.name)
    return _of_the_same(article, name, whose, aged.sentence, birth.sentence)


def _in_its_clause(article: Article, aged: Aged, birth: Birth) -> bool:
    """Tell "The 19-year-old forward, whose date of birth is" from an age and a birth between which others are told of."""
    first, last = article.place(aged.mention) + 1, birth.place
    said = [article.word(at) for at in range(first, last)]
    alone = "N" not in article.skeleton[first:last] and not any(at in article.at for at in range(first, last))
    return alone and not RELATIVES.isdisjoint(said) and KIN.isdisjoint(said)


def _when_aged(article: Article, aged: Aged, birth: Birth, published: date) -> tuple[Days, str | None]:
    """Return the days on which somebody was that old, and why those may be others."""
    others = [mention for mention in aged.sentence.of_kind("year|date|relative") if mention is not birth.on]
    if aged.manner == "death":
        told = [one.when for one in others if one.when and one.when.year and birth.sentence is aged.sentence]
        return (days_meant(told[0], published) if len(told) == 1 else None) or died_on(article, published), None
    meant = [days for mention in others if mention.when and (days := days_meant(mention.when, published))]
    if aged.manner == "will":
        later = [mention for mention in others if mention.first > aged.mention.first]
        behind = [one for one in later if one.kind == "date"] or [one for one in later if one.kind == "relative"]
        days = days_meant(behind[-1].when, published) if behind and behind[-1].when else None
        shifted = any(mention.when and mention.when.unit == "year" for mention in others)
        led = days and not shifted and article.place(behind[-1]) <= article.place(aged.mention) + 2
        if days:
            return days, None if led else OTHER_DAY
        past = size(aged.mention) < age_on(birth.days, recently(published)).low
        return Days(published, published + COMING), None if past else OTHER_DAY
    weekday = aged.manner == "turned" and any(
        mention.kind == "weekday" and adjoins(article, aged.mention, mention) for mention in aged.sentence.mentions
    )
    if weekday:
        return Days(published - A_WEEK, published + A_WEEK), None
    beside = any(adjoins(article, aged.mention, one) for one in others)
    if aged.manner == "turned" and len(meant) == 1 and (beside or aged.mention.kind != "ordinal"):
        return meant[0], None if beside else OTHER_DAY
    if aged.mention.kind == "ordinal" and keeps_now(article, aged.mention):
        return Days(published - A_WEEK, published + COMING), None
    if aged.mention.kind == "ordinal":
        return recently(published), OTHER_DAY
    now = all(days.first == days.last == published for days in meant) and len(meant) == len(others)
    return recently(published), None if now else OTHER_DAY
