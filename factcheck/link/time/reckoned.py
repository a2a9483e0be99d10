"""Lengths reckoned from what a text has told, where verbs stand last: 문을 연 지 7개월 만에, 엿새 동안 열리는 대회.

The first counts from the time in its own sentence to that of the sentence, of the one before it, or to the day of writing;
the second takes up a stretch told some sentences before, by the noun behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import Days, day, days_meant
from factcheck.languages import stemmer
from factcheck.link.context.ties import adjacent
from factcheck.link.time.bounded import begun_and_ended
from factcheck.link.time.missed import slips
from factcheck.link.time.sofar import Lasting
from factcheck.link.time.spells import MINUTES_IN, lasts, time_between
from factcheck.link.time.unsaid import in_one_month
from factcheck.model import Mention, When
from factcheck.patterns import Pattern

COUNTED = Pattern(r"(?:은|ᆫ|[가-힣])\s지 ?(?:꼭|딱|약|무려|벌써|어느덧|불과|겨우|거의|채|정확히)? ?$")
"""Before a length: it is counted from when that happened."""

BEGUN = Pattern(r"[가-힣]*[간단난든른븐산쓴안운은인연온왼잔진찬친큰탄튼편한된선린낸뜬킨긴춘핀룬]$")
"""What ends in the form of a verb that tells of what has happened."""

ALREADY = Pattern(r" ?만(?:에|의|인|이|이다|이었다|에야)(?![가-힣]*마다)")
TAKEN_UP = Pattern(
    r"(?: ?동안|간)? ?(?:의|(?:열리|열릴|열린|이어지|이어질|이어진|계속되|계속될|계속된|치러지|치러질|치러진|진행되|진행될|진행된|펼쳐지|펼쳐질|펼쳐진|벌어지|벌어진)(?:는)?) "
    r"(?P<noun>[가-힣]{2,10})"
)
"""Behind a length: it is how long the thing lasts that is named then."""

NOWADAYS = Pattern(r"오늘|이날|이번|올해|최근|지난달|이달|(?<!\d)\d{1,2}일")
PRESENT = Pattern(r"[간난단든른린는진된한킨긴친춘연온운]다[.]?$")
"""How a sentence ends that tells of what happens now: 물러난다, 문을 닫는다."""

OTHERS = Pattern(r"또 ?다른|각각|지난해|작년|내년|당초|애초|연장|늘어|줄어|앞당|미뤄|예정보다|총|모두")
"""Near a stretch or its length these make it another's, or one that was changed."""

GENERAL = frozenset({"대회", "행사", "축제", "전시", "회의", "공연", "일정", "잔치", "경기", "전시회"})
"""By such a noun the next sentence takes up whatever was told."""

LEADING = 2
"""In so many sentences at its head an article tells of what is news."""

BACK, LEAD, NOT_THEN = 3, 12, "it may be counted to another time"


def reckoned(article: Article, told: set[int]) -> Iterator[Lasting]:
    """Yield the lengths, those `told` by their first token left out, that a time or a stretch told before bounds."""
    for sentence in article.body if article.verb_last else ():
        lengths = sentence.of_kind("duration") if sentence.kinds & BIT["L"] else []
        for length in lengths:
            if length.first not in told and length.number and not (length.upper or length.hedge in ("more", "less")):
                yield from _counted_from(article, sentence, length)
                yield from _taken_up(article, sentence, length)


def _counted_from(article: Article, sentence: Sentence, length: Mention) -> Iterator[Lasting]:
    """Yield how long ago it was that something happened: 항구를 떠난 지 7개월 만이다."""
    text = article.document.text
    before = text[max(0, length.span.start - LEAD) : length.span.start]
    if length.unit in MINUTES_IN or not (COUNTED.search(before) and ALREADY.match(text, length.span.end)):
        return
    if not BEGUN.match(before[: before.rindex("지")].split()[-1]):
        return
    times = [one for one in sentence.of_kind("date|year") if one.when and not one.when.until]
    starts = [one for one in times if one.first < length.first]
    if not starts or len(times) - len(starts) or len(starts) > 1:
        return
    start = starts[0].changed(when=_plain(article, starts[0]))
    previous = adjacent(article, sentence, -1)
    ends = [one for one in previous.of_kind("date|year") if one.when] if previous else []
    if len(ends) == 1:
        end = ends[0].changed(when=_plain(article, ends[0]))
        between = time_between(article, length, start, end)
        if between is not None:
            yield Lasting(between, length, start, end, None if slips(length, between, near=True) else NOT_THEN)
            return
    known = start.when and days_meant(start.when, article.published)
    if not known or article.published is None or known.first > article.published:
        return
    between = lasts(length, (known, Days(article.published, article.published)))
    if between is not None:
        near = text[article.span(previous.start if previous else sentence.start, sentence.end).start : length.span.end]
        present = previous is not None and PRESENT.search(article.words(previous))
        lead = sentence.number in {one.number for one in article.body[:LEADING]}
        lately = (lead or present or NOWADAYS.search(near.replace(start.text, ""))) and not ends
        sure = lately and slips(length, between, near=True)
        yield Lasting(between, length, start, None, None if sure else NOT_THEN)


def _plain(article: Article, told: Mention) -> When | None:
    """Return a day of no month, or of no year or the last ("지난 3월 26일"), as the last such day by the day of writing."""
    when, today = told.when, article.published
    if when is None or today is None or when.unit or not when.day or when.year:
        return when
    at = [(today.year, when.month), (today.year - 1, when.month)] if when.month else _this_and_last(today)
    found = next((one for year, month in at if (one := day(year, month or 1, when.day)) and one <= today), None)
    return when._replace(year=found.year, month=found.month, shift="") if found else when


def _this_and_last(today: date) -> list[tuple[int, int | None]]:
    return [(today.year, today.month), (today.year - (today.month == 1), (today.month + 10) % 12 + 1)]


def _taken_up(article: Article, sentence: Sentence, length: Mention) -> Iterator[Lasting]:
    """Yield how long the thing lasts whose beginning and end one of the sentences before has told."""
    text = article.document.text
    times = "date|clock" if length.unit in MINUTES_IN else "date|year"
    said = TAKEN_UP.match(text, length.span.end) if not sentence.of_kind(times) else None
    noun = stemmer(article.language)(said["noun"]) if said else ""
    if len(noun) < len("대회") or OTHERS.search(article.words(sentence)):
        return
    for step in range(1, BACK + 1):
        other = article.sentences[sentence.number - step] if sentence.number >= step else None
        if other is None or other not in article.body:
            return
        words = article.words(other)
        ends = begun_and_ended(article, other, "clock" if length.unit in MINUTES_IN else "date|year")
        named = noun[-2:] in words or (noun in GENERAL and step == 1)
        if ends and named and not OTHERS.search(words):
            start, end = ends[0], in_one_month(*ends)
            between = time_between(article, length, start, end)
            if between is not None:
                yield Lasting(between, length, start, end, None if slips(length, between, near=True) else NOT_THEN)
            return
