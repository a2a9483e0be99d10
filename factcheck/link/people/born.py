"""Ages beside births where the verb stands last: 1963년 10월 5일생, 1974년 11월 2일에 태어나 만 48세인."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import STEP, Days, birthdays, days_meant
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval
from factcheck.records import NamedTuple

BORN = Pattern(
    r"생(?![가-힣]|$)|생(으로|이다|인|이며|이고|으로서|으로는)|(에|에서)?\s?(\S+\s)?(\S+(에서|에)\s)?(태어|출생|난\s)|에 난 "
)
"""How Korean goes on from the day of a birth: 3월 14일생으로, 1958년에 태어나, 1974년 부산에서 태어난."""
FULL, COUNTED = "만", ("우리 나이로", "한국 나이로", "세는나이로", "세는 나이로")
THEN = ("당시", "때", "나이에", "향년", "별세", "숨", "살에", "세에", "데뷔", "입단", "당선")
"""Words of another time than that of writing."""

AT_AGE = Pattern(r"(를|을|의)? ?(일기로|나이로|나이에|로 (별세|세상|타계|영면|숨|생을|눈을|삶을|생애)|의? ?향년)")
"""How Korean goes on from the age at which somebody did or suffered something: 86세를 일기로, 일흔의 나이로."""

WHEN = Pattern(
    r"(?:때|당시|무렵|전까지|에서)(?:에|에는|는)? ?(?:그는|그의 나이는|나이는)? ?(?:만|겨우|불과|고작|그의 나이|나이)? ?$"
)
WAS = Pattern(r"였|이었|에 불과|밖에|의 나이였|이던|던 ")
ALONE = Pattern(r"^(?:향년|그의 나이|나이)?\s?(?:만)?\s?\d+ ?세(?:였다|이다|다)?[.]?$")
DIED = Pattern(r"(?:에|에서)?(?: \S+){0,3}? ?(?:숨|별세|세상|타계|영면|눈을|사망|작고|운명)")
LATELY = Pattern(
    r"(?<![\d월] )(?<!\d)\d{1,2}일(?: [^.\n]{0,30}?)? ?(?:숨졌|별세|세상을|타계|영면|눈을 감|사망했|작고|운명)[^.\n]{0,10}다\. (?:고인은 )?향년 ?$"
)
REACH = 70
KIN = Pattern(
    r"(?:가 된|이 된|인|의|짜리)? ?\S{0,6} ?(?:아들|딸|제자|아내|남편|동생|언니|누나|오빠|어머니|아버지|노모|손자|손녀|조카|사위|며느리|친구|동료|후배|선배)"
)
"""Behind an age these give it to somebody else."""

PRESENT = frozenset({"this", "today"})
BIRTH_AND_THEN = 2
LEAD = 8
TAKEN_UP = Pattern(r"(?:^|\s)(?:그는|그녀는|고인은|그가|고인이)|^(?:향년 )?\d+ ?세[.]?$|^올해")
"""In a sentence these speak on of whom the one beside it named."""

A_YEAR = Fraction(1)
BY_BIRTHDAYS = date(2023, 6, 28)
"""Until this day Korean copy could count the year of birth as one of age."""
OTHER_TIME = "it may be of another time"
SOMEBODY_ELSE = "it may be somebody else's"


class AgedNow(NamedTuple):
    """An age, the ages that follow from a birth, the birth, why they may not belong together, and the time if not that of writing."""

    age: Mention
    years: Interval
    birth: Mention
    doubt: str | None
    then: Mention | None = None


def aged_then(article: Article) -> Iterator[AgedNow]:
    """Yield every age told of the one other time of a sentence that tells a birth: 1938년 태어나 2024년 86세를 일기로."""
    text = article.document.text
    for sentence in article.body:
        said = sentence.of_kind("age") if sentence.kinds & BIT["A"] else []
        life = _life(article, sentence, said[0]) if len(said) == 1 else None
        if life and life.then and life.then.first < said[0].first:
            if AT_AGE.match(text, said[0].span.end) or _at_that_time(article, life.then, said[0]):
                yield life
    yield from _mourned(article)


def _life(article: Article, sentence: Sentence, age: Mention) -> AgedNow | None:
    """Return an age at the second of a sentence's two times where the first is a birth, whichever sentence tells the age."""
    times = [one for one in sentence.of_kind("date|year|relative") if one.first != age.first]
    if len(times) != BIRTH_AND_THEN or not _is_birth(article, times[0]):
        return None
    days, on = (days_meant(one.when, None) if one.when and one.when.year else None for one in times)
    if not days or not on or days.last >= on.first:
        return None
    first, last = (_years(article, age, days, day, counting=True) for day in on)
    return AgedNow(age, first.hull(last), times[0], None, times[1])


def _at_that_time(article: Article, then: Mention, age: Mention) -> bool:
    """Tell whether an age is said to be of the time before it: 2024년 대회에 나설 때 만 20세였다."""
    text = article.document.text
    clause = text[then.span.end : age.span.start]
    return WHEN.search(clause) is not None and WAS.match(text, age.span.end) is not None


def _mourned(article: Article) -> Iterator[AgedNow]:
    """Yield an age that stands by itself behind a sentence of a birth and a death: 1935년 태어나 2024년 숨졌다. 향년 89세."""
    for sentence, following in zip(article.body, article.body[1:], strict=False):
        follows = following.kinds & BIT["A"] and following.number == sentence.number + 1
        said = following.of_kind("age") if follows and len(following.mentions) == 1 else []
        life = _life(article, sentence, said[0]) if said and ALONE.search(article.words(following)) else None
        if life and life.then and DIED.match(article.document.text, life.then.span.end):
            yield life


def aged_now(article: Article, published: date) -> Iterator[AgedNow]:
    """Yield every age that stands in the sentence of a birth, or in the next, with what follows from that birth."""
    born: list[Mention] = []
    for sentence in article.sentences:
        if sentence.kinds & (BIT["D"] | BIT["Y"]):
            born = [mention for mention in sentence.of_kind("date|year") if _is_birth(article, mention)] or born[-1:]
        near = [birth for birth in born if sentence.number - birth.sentence <= 1]
        said = sentence.of_kind("age") if near else []
        if len(near) == 1 and len(said) == 1:
            yield from _told(article, sentence, said[0], near[0], published)
    yield from _told_before(article, published)


def _told_before(article: Article, published: date) -> Iterator[AgedNow]:
    """Yield an age told in the sentence before its birth's."""
    for sentence, following in zip(article.sentences, article.sentences[1:], strict=False):
        said, own = sentence.of_kind("age"), following.of_kind("age")
        births = [mention for mention in following.of_kind("date|year") if _is_birth(article, mention)] if said else []
        if len(said) == len(births) == 1 and not own and not any(_is_birth(article, one) for one in sentence.mentions):
            yield from _told(article, sentence, said[0], births[0], published)


def _is_birth(article: Article, mention: Mention) -> bool:
    told = mention.when is not None and mention.when.year is not None and not mention.when.unit
    return told and BORN.match(article.document.text, mention.span.end) is not None


def _told(article: Article, sentence: Sentence, age: Mention, birth: Mention, published: date) -> Iterator[AgedNow]:
    days = days_meant(birth.when, published) if birth.when else None
    if days is None or days.first > published:
        return
    others = [
        one
        for one in sentence.of_kind("date|year|relative")
        if one is not birth and one.first < age.first and not (one.when and one.when.shift in PRESENT)
    ]
    apart = sentence.number != birth.sentence
    words = article.words(sentence)
    later = sentence if sentence.number > birth.sentence else article.sentences[birth.sentence]
    another = apart and not TAKEN_UP.search(article.words(later))
    words = "" if article.document.text[age.span.start - 1] == "(" else words  # 김 감독(44)은 언제나 오늘의 나이다.
    doubt = (
        SOMEBODY_ELSE
        if another or KIN.match(article.document.text, age.span.end)
        else OTHER_TIME
        if not _died_lately(article, age) and (others or any(word in words.replace("나이에도", "") for word in THEN))
        else None
    )
    on = _told_of(sentence, age, published)
    years = _years(article, age, days, on.first).hull(_years(article, age, days, on.last))
    yield AgedNow(age, years, birth, doubt)


def _died_lately(article: Article, age: Mention) -> bool:
    """Tell whether an age is that at a death told just before with its day and no year, so that it is of these days."""
    text = article.document.text[max(0, age.span.start - REACH) : age.span.start]
    return LATELY.search(text.rpartition("\n")[2]) is not None


def _told_of(sentence: Sentence, age: Mention, published: date) -> Days:
    """Return the days that an age is told of: those of a "next week" before it, else that of writing."""
    whens = [one.when for one in sentence.of_kind("relative") if one.first < age.first and one.when]
    shifted = [when for when in whens if STEP.get(when.shift)]
    return (days_meant(shifted[-1], published) if shifted else None) or Days(published, published)


def _years(article: Article, age: Mention, born: Days, published: date, counting: bool = False) -> Interval:
    """Return the ages that may be said on a day: in full years, by the year alone, or `counting` from one at birth."""
    before = article.document.text[max(0, age.span.start - LEAD) : age.span.start].rstrip()
    by_year = Interval(Fraction(published.year - born.last.year), Fraction(published.year - born.first.year))
    counted = by_year.plus(Interval.exactly(A_YEAR))
    if before.endswith(COUNTED):
        return counted
    full = Interval(Fraction(birthdays(born.last, published)), Fraction(birthdays(born.first, published)))
    if before.endswith(FULL):
        return full
    return full.hull(counted if counting or published < BY_BIRTHDAYS else by_year)
