"""Who was born when, and how old somebody is said to be: names, births and ages, tied where a text ties them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import Days, birthdays, days_meant, years_before
from factcheck.link.people.birthdays import day_of
from factcheck.link.people.births import DEATHS, OLDEST, REACH, Birth, at_birth, deceased
from factcheck.link.people.dying import dies_then, of_death
from factcheck.link.people.persons import (
    PRONOUNS,
    SOMEBODY,
    Name,
    name_before,
    principal,
    pronoun_of,
    referent,
    run,
    subject,
)
from factcheck.link.people.unnamed import is_person, told_of
from factcheck.model import Mention
from factcheck.phrase import DATES
from factcheck.quantity import Interval
from factcheck.records import NamedTuple
from factcheck.regexes import compiled
from factcheck.segment import STOPS

RECENT = timedelta(14)
"""News is at most so old."""
AGES_THEN = frozenset({"the age of ", "aged ", "when he", "when she", ", now "})
"""What a text says with that gives an age at a time."""
AT_AGE = (["at"], ["aged"], ["age"], ["then"], ["at", "age"], ["the", "age", "of"])
COMING = (["will", "be"], ["will", "turn"], ["to", "turn"], ["have", "been"])
STILL = frozenset({"only", "just", "still", "barely", "already", "then", "now", "not", "yet", "about", "aged"})
ADVERBS = frozenset("now still only just today already therefore thus barely".split())
AHEAD = frozenset({"will", "next", "tomorrow", "coming"})
ASIDE = compiled(r",[^,]?[KA],")
"""An age of today between commas: in 1987, when Orr, now 44, was eight."""
PRESENT = frozenset({"is", "has", "'s", "’s", "becomes", "remains"})
GOING_ON, TIMING = frozenset({"and", "but"}), frozenset({"in", "on"})
WHEN = frozenset({"when", "while", "at", "that", "in", "on", "then", "and", "as", "years"})
PART_OF_YEAR, LONG_LEAD = 4, 10
"""So many words are "in the summer of"."""
SEASONS = frozenset("spring summer autumn fall winter".split())
KIN = frozenset(
    "brother sister son daughter father mother husband wife twin uncle aunt cousin nephew niece grandson granddaughter "
    "grandfather grandmother widow widower partner parents children child friend predecessor successor colleague".split()
)
LIFE = frozenset(
    "died dies joined married wed retired left became made won took started began graduated emigrated entered moved signed "
    "elected appointed judge champion degree debut qualified enlisted quit resigned bank firm club chair title".split()
)
"""What one does at an age: without such a word, "at 25 in 1985" may be a price or a score."""
APART = frozenset({"and", "but", "who", "which", "whose", "after", "before", "until"})
OTHER_TIME, OF_ANOTHER = "it may be of another time", "it may be somebody else's"
MOST = 12
"""So many ages of a sentence at the most are read, and so many times: prose has no more."""
CLAUSE = 16
"""So many words at the most lie between the commas of "Orr, born in 1950, was 65"."""
BESIDE = 4
"""So few words part an age from the date that it is of, where there are others."""


class Aged(NamedTuple):
    """An age said of somebody; `manner` is death, turned, will (be or turn) or now."""

    mention: Mention
    name: Name
    manner: str
    sentence: Sentence


class AgedThen(NamedTuple):
    """An age that somebody had at a time, and why it may be of another time or of somebody else, if so."""

    mention: Mention
    name: Name
    on: Mention
    sentence: Sentence
    doubt: str | None


def ages(article: Article) -> Iterator[Aged]:
    """Yield the ages that an article gives to people."""
    for sentence in article.sentences:
        if sentence.kinds & (BIT["A"] | BIT["K"] | BIT["O"]):
            for mention in sentence.of_kind("age|count|ordinal"):
                if manner := _manner(article, sentence, mention):
                    name = () if manner == "will" else _whose(article, sentence, mention)
                    yield Aged(mention, name, manner, sentence)


AROUND = frozenset("after before since until when once day one".split())
"""Before "he turned 80" they put the time that is told on one side of it, or nobody's: the year in which one turns 65."""


def _manner(article: Article, sentence: Sentence, mention: Mention) -> str:
    """Tell in what manner a number is an age: death, turned, will or now; "" if it is none."""
    place = article.place(mention)
    before = [article.word(at) for at in range(max(sentence.start, place - 4), place)]
    if not 0 < mention.size <= OLDEST or mention.size % 1 or "until" in before[-3:]:
        return ""
    if mention.kind == "ordinal":
        own = mention.noun == "birthday" and before[-1:] in (["his"], ["her"]) and article.word(place + 2) != "as"
        return "turned" if own and AHEAD.isdisjoint(_words(article, sentence.start, place)) else ""
    if [word for word in before if word not in ADVERBS][-2:] in COMING and not mention.noun:
        return "will"
    if mention.kind in ("count", "age") and dies_then(article, sentence, place):
        return "death"
    of_now = (
        at_birth(article, sentence, place),
        _of_today(article, sentence, before, place),
        _of_unnamed(article, before, place),
    )
    if mention.kind == "count" and any(of_now):
        return "now"
    behind = article.skeleton[place + 1 : place + 2]
    if mention.kind == "count" and before[-1:] and before[-1] in ADVERBS and _still(article, sentence, place):
        return "now"
    at_age = before[-3:] == ["the", "age", "of"]
    told = before[-1:] in (["was"], ["is"])
    pronoun = told and (before[-2:-1] in (["he"], ["she"], [","]) or article.skeleton[place - 2] == "N")
    ends = behind in f"{STOPS},·;)RDY" or at_age or (pronoun and article.word(place + 1) in GOING_ON)
    if mention.kind == "count" and article.word(place + 1) == "now" and article.skeleton[place - 1] in f"{STOPS},;":
        return "now"
    if mention.kind == "count" and (mention.noun or (behind and not ends)):
        timed = behind in "RDYW" or (
            article.word(place + 1) in TIMING and article.skeleton[place + 2 : place + 3] in "RDYW"
        )
        return "turned" if before[-1:] in (["turned"], ["turns"]) and timed else ""
    if before[-1:] in (["turned"], ["turns"]):
        return "turned" if AROUND.isdisjoint(before[:-1]) else ""
    dead = of_death(article, sentence.start, place)
    if at_age and "will" in _words(article, sentence.start, place):
        return "will"
    if mention.kind == "age" and (at_age or before[-2:] == ["at", "age"]):
        return "death" if dead else "now" if _of_today(article, sentence, before, place) else ""
    if mention.kind == "count":
        if before[-1:] == ["at"] or at_age:
            return "death" if dead else ""
        if before[-1:] not in (["was"], ["is"]) or len(before) < 2:
            return ""
        return "death" if dead and before[-2:] == [",", "was"] else _of_one_now(article, sentence, before[-1], place)
    return "death" if dead else "now"


def _of_today(article: Article, sentence: Sentence, before: list[str], place: int) -> bool:
    """Tell "Orr, now 60," and a sentence's "At 45, Ann Orr has" or "At 42 she becomes" from other counts."""
    behind = article.skeleton[place + 1 : place + 2]
    if before[-1:] == ["now"]:
        return behind in f"{STOPS},;()" and before[-2:-1] in ([], [","], ["("])
    if before[-3:] == ["now", ",", "at"]:
        return behind == ","
    if [word for word in before if word not in ADVERBS] not in (["at"], ["at", "the", "age", "of"]):
        return False
    if behind != ",":
        return article.word(place + 1) in ("he", "she") and article.word(place + 2) in PRESENT
    if article.skeleton[place + 2 : place + 3] == "N":
        return not PRESENT.isdisjoint(_words(article, place + 2, min(place + 7, sentence.end)))
    words = [article.word(at) for at in range(place + 2, sentence.end)]
    return any(
        who in ("he", "she") and mark == "," and verb.endswith("s") and verb not in ("was", "does")
        for mark, who, verb in zip([",", *words], words, words[1:], strict=False)
    )


def _still(article: Article, sentence: Sentence, place: int) -> bool:
    """Tell "Orr, born in 1951, is now 73" and "born in 1951 and still only 73" from "the road is now 15"."""
    if article.skeleton[place + 1] not in f"{STOPS},;)" and article.word(place + 1) not in GOING_ON:
        return False
    lead = place
    while article.word(lead - 1) in ADVERBS:
        lead -= 1
    verb = lead - 1 if article.word(lead - 1) == "is" else lead
    if article.word(verb - 1) == "and":
        since = {article.word(at) for at in range(max(sentence.start, verb - CLAUSE), verb - 1)}
        return "born" in since and since.isdisjoint(("is", "has", "whose", "which"))
    return verb < lead and _of_one_now(article, sentence, "is", lead) == "now"


def _of_unnamed(article: Article, before: list[str], place: int) -> bool:
    """Tell "The retired judge, 71," and "making her 17" from other counts."""
    if before[-2:-1] == ["making"]:
        return before[-1] in ("him", "her")
    enclosed = before[-1:] in ([","], ["("]) and article.skeleton[place + 1 : place + 2] in f"{STOPS},;)"
    return enclosed and place > 1 and is_person(article, place - 2) and bool(told_of(article, place))


def _of_one_now(article: Article, sentence: Sentence, verb: str, place: int) -> str:
    """Tell "She was 84." of somebody just said to have died from "The count was 84."."""
    at = place - 2
    if article.skeleton[at] == ",":
        opened = article.skeleton.rfind(",", max(sentence.start, at - CLAUSE), at)
        at = opened - 1 if opened > 0 else at
    subject = article.skeleton[at]
    if subject != "N" and article.word(at) not in ("he", "she", "who") and not told_of(article, place):
        return ""
    start = article.skeleton.rfind("\n", 0, max(0, article.skeleton.rfind("\n", 0, sentence.start))) + 1
    dead = not DEATHS.isdisjoint(_words(article, start, sentence.start))
    return "death" if verb == "was" and dead else "now" if verb == "is" else ""


def _words(article: Article, start: int, end: int) -> set[str]:
    return {article.word(at) for at in range(start, end)}


def _whose(article: Article, sentence: Sentence, mention: Mention) -> Name:
    place = article.place(mention)
    if "-" in mention.text and article.skeleton[place + 1 : place + 2] == "N":
        return run(article, mention.last)  # "26-year-old Malaysian Muhammad Farid"
    if name := name_before(article, mention.first):
        return name
    who = place + 1 + (article.word(place + 1) == "," and article.word(place - 1) == "at")
    if article.word(who) in ("he", "she"):  # "At 42 she is": nobody of her kin just told of, and no man.
        told = range(article.skeleton.rfind("\n", 0, sentence.start - 1) + 1, place)
        named = {article.word(at) for at in told if article.skeleton[at] == "N" and article.skeleton[at + 1] != "N"}
        alone = len(named) < 2 and not any(article.word(at) in KIN for at in told)
        return referent(article, who + 1) if alone else SOMEBODY
    before = _words(article, max(sentence.start, place - REACH), place)
    apposed = article.word(place - 1) in (",", "(") and not before.isdisjoint(("his", "her", "their"))
    if apposed or not KIN.isdisjoint(before):
        return SOMEBODY
    if mention.first == article.token(sentence.start) + 1 and article.tokens.word(mention.last) == ",":
        return run(article, mention.last + 1)
    dies = [at for at in range(sentence.start, article.place(mention)) if article.word(at) in DEATHS]
    name = referent(article, dies[-1]) if dies else ()
    return name if name and name[-1] and name[-1] not in PRONOUNS else subject(article, sentence)


def same(article: Article, one: Name, other: Name) -> bool:
    """Tell whether two names can be of one person: one surname and no two forenames, or the dead of an obituary."""
    if SOMEBODY in (one, other):
        return False
    if one and other:
        if one[-1] == other[-1]:
            full, known = max(one, other, key=len), principal(article)
            of_principal = len(full) == 1 or len(known) == 1 or known[-1:] != full[-1:] or known[0] == full[0]
            return of_principal if 1 in (len(one), len(other)) else one[0] == other[0]
        return one[0] == other[0] and (one[0] in deceased(article) or one[0] == "".join(principal(article)[:1]))
    known = one or other
    return not known or known[-1] in deceased(article) or known[0] in deceased(article)


def ages_then(article: Article, born: frozenset[int]) -> Iterator[AgedThen]:
    """Yield the ages that people had at a time that the sentence names, a birth's own figures (by token) left out."""
    for sentence in article.sentences:
        if sentence.kinds & (BIT["A"] | BIT["K"] | BIT["O"]) and sentence.kinds & (BIT["Y"] | BIT["D"]):
            said = [
                mention for mention in sentence.of_kind("age|count|ordinal") if _age_then(article, sentence, mention)
            ]
            times = [
                mention for mention in sentence.of_kind("year|date") if mention.first not in born and _dated(mention)
            ]
            for mention in said[:MOST]:
                on = _time_of(article, mention, times[:MOST])
                on = day_of(article, mention, on) if on and mention.kind == "ordinal" else on
                if on:
                    doubt = _doubt(article, sentence, mention, on, len(said) > 1 or len(times) > 1)
                    place = article.place(mention)
                    name = _whose_then(article, place)
                    yield AgedThen(mention, name, on, sentence, doubt)


def _whose_then(article: Article, place: int) -> Name:
    """Return whose an age then is: of nobody named in "Orr, born in 1962, said the boy was 12 when he died in 2020"."""
    if (
        article.word(place - 1) in ("was", "were")
        and article.skeleton[place - 2] == "w"
        and is_person(article, place - 2)
    ):
        return SOMEBODY
    return referent(article, place) or referent(article, place + 3)


def implied_births(article: Article) -> Iterator[Birth]:
    """Yield the births that follow from an age at a time: "was 26 when her first novel came out in 1998"."""
    if article.published and article.may_say(AGES_THEN):
        for aged in ages_then(article, frozenset()):
            on = days_meant(aged.on.when, article.published) if aged.on.when else None
            years = int(aged.mention.number.middle) if aged.mention.number else 0
            if on and aged.doubt in (None, OF_ANOTHER) and on.last.year > years:
                days = Days(years_before(on.first, years + 1) + timedelta(1), years_before(on.last, years))
                said = f"the age of {aged.mention.text} in {aged.on.text}"
                yield Birth(aged.mention, days, aged.name, aged.sentence, article.place(aged.mention), said, aged.on)


def _dated(mention: Mention) -> bool:
    return mention.when is not None and mention.when.year is not None and not mention.when.unit


def _age_then(article: Article, sentence: Sentence, mention: Mention) -> bool:
    """Tell "at 25", "aged 25", "was only 25 when" and "her 25th birthday" from counts and from ages of today."""
    if mention.number is None or not 0 < mention.number.middle <= OLDEST or mention.number.middle.denominator != 1:
        return False
    place = article.place(mention)
    if mention.kind == "ordinal" or mention.noun:
        return mention.kind == "ordinal" and mention.noun == "birthday"
    before = [article.word(at) for at in range(max(sentence.start, place - 4), place)]
    behind = article.skeleton[place + 1 : place + 2]
    timed = article.word(place + 1) not in TIMING or article.skeleton[place + 2 : place + 3] in DATES
    timed = timed or _of_season(article, place + 1 + PART_OF_YEAR)
    ends = behind in f"{STOPS},;)—DYR" or (timed and article.word(place + 1) in WHEN | PRONOUNS.keys())
    if any(before[-len(words) :] == words for words in AT_AGE):
        return ends
    while before and before[-1] in STILL:
        before.pop()
    if before[-1:] == ["turned"] and "year" in before:
        return ends
    told = before[-1:] in (["was"], ["were"]) and (
        before[-2:-1] in (["he"], ["she"], ["who"], ["and"])
        or _named_before(article, place)
        or bool(told_of(article, place))
    )
    return ends and told


def _named_before(article: Article, place: int) -> bool:
    """Tell "Orr was only 25" from "Inflation was 12"."""
    at = place - 1
    while article.word(at) in STILL:
        at -= 1
    if article.skeleton[at - 1] == ",":
        opened = article.skeleton.rfind(",", max(0, at - CLAUSE), at - 1)
        return opened > 0 and article.skeleton[opened - 1] == "N" and bool(referent(article, opened))
    return (
        article.skeleton[at - 1] == "N"
        and bool(referent(article, at))
        and referent(article, at)[-1].lower() == article.word(at - 1)
    )


def _time_of(article: Article, mention: Mention, times: list[Mention]) -> Mention | None:
    place = article.place(mention)
    return min(times, key=lambda time: abs(article.place(time) - place), default=None)


def _doubt(article: Article, sentence: Sentence, mention: Mention, on: Mention, several: bool) -> str | None:
    """Return why an age may be of another time than the nearest, or of somebody else than the name before it."""
    place, when = article.place(mention), article.place(on)
    before = [article.word(at) for at in range(sentence.start, place)]
    if not _in_one_clause(article, place, when, several) or (
        before[-1:] == ["at"] and LIFE.isdisjoint(before[-REACH - 3 :]) and not _opens_with(article, sentence, place)
    ):
        return OTHER_TIME
    verb, subject = article.word(when - 2), article.skeleton[when - 3 : when - 2]
    if verb.endswith("ed") and subject == "w" and when > place:
        return OTHER_TIME
    return None if KIN.isdisjoint(before) else OF_ANOTHER


def _opens_with(article: Article, sentence: Sentence, place: int) -> bool:
    """Tell "At 22, in 1973, she joined the bank" from a price or a score."""
    behind = [article.word(at) for at in range(place + 1, min(place + LONG_LEAD, sentence.end))]
    return place == sentence.start + 1 and not {"he", "she"}.isdisjoint(behind) and not LIFE.isdisjoint(behind)


def _in_one_clause(article: Article, place: int, when: int, several: bool) -> bool:
    """Tell "was 25 when she came, in 1985" from "was 12 when they moved; in 1985 she"."""
    when -= PART_OF_YEAR if _of_season(article, when) else 0
    first, last = sorted((place, when))
    between = ASIDE.sub("", article.skeleton[first + 1 : last])
    words = {article.word(at) for at in range(first + 1, last)}
    led = (
        article.word(when) == "in"
        or article.word(when - 1) in ("in", "by", "on", ",", "(", "and", "since")
        or when == place + 1
    )
    bare = between.replace(",", "", 1) if between[:1] == "," or between[-2:-1] == "," else between
    parted = ";" in between or "," in bare or bool(words & APART)
    return led and not parted and not (several and last - first > BESIDE)


def _of_season(article: Article, when: int) -> bool:
    """Tell whether a year stands behind a part of it: in the summer of 2001."""
    return article.word(when - 1) == "of" and article.word(when - 2) in SEASONS and article.word(when - 3) == "the"


def of_principal(article: Article, name: Name) -> bool:
    """Tell whether a name, or a pronoun alone, is that of the one whom the article is about."""
    if not name or name[-1] in ("he", "she"):
        return bool(name) and pronoun_of(article) == name[-1] and bool(principal(article) or deceased(article))
    known = principal(article)
    if known and name[-1] == known[-1]:
        return len(name) == 1 or name[0] == known[0]
    return name[-1] in deceased(article) or name[0] in deceased(article)


def age_on(birth: Days, on: Days) -> Interval:
    """Return every age, in full years, of somebody born on a day of `birth`, on a day of `on`."""
    return Interval.exactly(birthdays(birth.last, on.first)).hull(Interval.exactly(birthdays(birth.first, on.last)))


def recently(published: date) -> Days:
    """Return the days that news of a day can speak of."""
    return Days(published - RECENT, published)
