"""Who was born when: births told with their date or year, years of life, and birthdays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from factcheck.article import Article, Sentence
from factcheck.dates import Days, day, days_meant
from factcheck.link.people.persons import (
    PRONOUNS,
    SOMEBODY,
    Name,
    name_before,
    principal,
    pronoun_of,
    referent,
    run,
    run_before,
)
from factcheck.link.people.persons import titled as holder_of
from factcheck.link.time.events import Act, acts
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import KIND_LETTERS
from factcheck.records import NamedTuple
from factcheck.segment import STOPS

DEATHS = frozenset({"died", "dies", "dead", "death", "dying"})
OF_LIFE = ("<(> {birth:year|date} (- | — | to) {death:year|date} <)>", ", {birth:date} (- | — | to) {death:date}")
HER_BIRTH = "DETERMINER <w> (, | in | on | at) ... {birth:date|year}"
OWN_BIRTH, OWNERS = frozenset({"her birth", "his birth"}), frozenset({"her", "his"})
TURNING = ("<w> {age:count|age} on {on:date}", "will be {age:count|age} on {on:date}")
BORN_IN = {(noun, "of") for noun in ("child", "baby", "boy", "girl", "product")} | {("b", "."), ("b.", "")}
BIRTHS = frozenset({"(b. ", "child of ", "baby of ", "product of "})
"""What tells a birth just before its date, and what no text is without that says so."""
GOES_ON = frozenset({"is", "has", "'s", "’s", "remains"})
"""Behind "born on 3 May 1970, and at 54" they tell that it is the age of today."""
WENT_ON = Pattern(r"[,;] (?:and|but|then|before) (?!an?\b|the\b|his\b|her\b|in\b|on\b)|\band (?:came|moved|grew)\b")
IN_THE_DOCK = frozenset({"defendant", "accused", "prisoner"})
OLDEST = 115
REACH, CLAUSE = 4, 20
"""So many tokens before a birth may stand "he" or "she", and so many long may be a clause before it."""


class Birth(NamedTuple):
    """A birth: the days it may have been on, of whom, no name for "he" or "she", and at what place it is told.

    `said` is what tells it: "March 3, 1990", or of an age at a time "26 in 1998"; `on` is the time in it.
    """

    mention: Mention
    days: Days
    name: Name
    sentence: Sentence
    place: int
    said: str
    on: Mention


def births(article: Article) -> Iterator[Birth]:
    """Yield the births that an article tells of with their date or year."""
    for act in _by_word(article):
        placed = (
            act.token > 0 and article.tokens.letters[act.token - 1] == "-"
        )  # The Leeds-born composer began in 1955.
        if not placed and act.mention.when and act.mention.when.year:
            days = days_meant(act.mention.when, article.published)
            if days:
                name = _named(article, act.token, act.mention)
                place = article.place(act.mention) + act.token - act.mention.first
                yield Birth(
                    act.mention,
                    days,
                    name,
                    act.sentence,
                    min(place, article.place(act.mention)),
                    act.mention.text,
                    act.mention,
                )
    yield from _by_nouns(article)
    yield from _by_possessives(article)
    yield from _by_years_of_life(article)
    if article.published:
        yield from _by_birthdays(article, article.published)


def _by_word(article: Article) -> Iterator[Act]:
    """Yield the births told beside a date or year, of those beside one word the nearest: "born in Ely in 1970 ... in 1990"."""
    told: dict[int, Act] = {}
    for act in acts(article):
        if act.family == "born" and not _goes_on(article, act):
            known = told.setdefault(act.token, act)
            if _farness(act) < _farness(known):
                told[act.token] = act
    yield from told.values()


def _goes_on(article: Article, act: Act) -> bool:
    """Tell whether something else is told between a birth and a time behind it: born in Lagos, and came here in 2001."""
    return WENT_ON.search(article.document.text, article.tokens.starts[act.token], act.mention.span.start) is not None


def _farness(act: Act) -> tuple[bool, int]:
    """Return how far a word is from its time, of which one without a year is the farther: "born in Ely in 1970"."""
    return not (act.mention.when and act.mention.when.year), abs(act.mention.first - act.token)


def _by_nouns(article: Article) -> Iterator[Birth]:
    """Yield the births of "Ann Orr (b. 1951)" and "she, a child of 1958,"."""
    if not article.may_say(BIRTHS):
        return
    for mention in article.mentions:
        if mention.kind in ("date", "year") and mention.when and mention.when.year and not mention.when.unit:
            words = tuple(article.tokens.word(at).lower() for at in range(max(0, mention.first - 2), mention.first))
            days = days_meant(mention.when, article.published) if words in BORN_IN else None
            leap = any(
                "leap" in article.tokens.word(at).lower() for at in range(max(0, mention.first - 6), mention.first)
            )
            if days and not leap:
                name = name_before(article, mention.first - 2)
                place = article.place(mention)
                sentence = article.sentences[mention.sentence]
                yield Birth(mention, days, name, sentence, place, mention.text, mention)


def _by_possessives(article: Article) -> Iterator[Birth]:
    """Yield the births of "Her birth, in Leeds on 1 August 1935, was"."""
    for said in article.match(HER_BIRTH) if article.may_say(OWN_BIRTH) else ():
        if article.word(said.match.start()) in OWNERS and said.birth.when and said.birth.when.year:
            if article.word(said.match.start() + 1) == "birth" and (days := days_meant(said.birth.when, None)):
                yield Birth(said.birth, days, (), said.sentence, said.match.start(), said.birth.text, said.birth)


def _by_years_of_life(article: Article) -> Iterator[Birth]:
    """Yield the births of "Mary Anning (1799-1847)"."""
    for said in article.match(*OF_LIFE):
        if name := run_before(article, article.token(said.match.start())):
            days = days_meant(said.birth.when, None) if said.birth.when and said.birth.when.year else None
            if days and len(name) > 1:
                yield Birth(said.birth, days, name, said.sentence, said.match.start(), said.birth.text, said.birth)


def _by_birthdays(article: Article, published: date) -> Iterator[Birth]:
    """Yield the births that follow from "turned 41 on April 30" and "will be 39 on June 2"."""
    for said in article.match(*TURNING):
        word = article.word(said.match.start())
        turns = (word.startswith("turn") or word == "will") and article.after(said.on, 1) != KIND_LETTERS["relative"]
        on = days_meant(said.on.when, published) if turns and said.on.when and said.on.when.day else None
        years = int(said.age.number.middle) if said.age.number and said.age.number.middle <= OLDEST else 0
        born = day(on.first.year - years, on.first.month, on.first.day) if on and years else None
        if born:
            name = name_before(article, article.token(said.match.start()))
            yield Birth(said.on, Days(born, born), name, said.sentence, said.match.start(), said.on.text, said.on)


def _named(article: Article, token: int, mention: Mention) -> Name:
    """Return who is born: the name before the word, or the first one behind a "Born in ... in 1969, ..."."""
    if name := name_before(article, token):
        told_as = article.tokens.word(token - 1).lower() in ("who", "was") and len(name) == 1
        return (referent(article, article.place(mention)) if told_as and _apposed(article, token) else ()) or name
    letters = article.tokens.letters
    if name := _before_clause(article, token):
        return name
    if letters[token + 1 : token + 2] == "N":
        return run(article, token + 1)
    if article.tokens.word(mention.last) == "," and article.tokens.word(mention.last + 1).lower() in PRONOUNS:
        return ()
    if token and letters[token - 1] not in f"{STOPS} ":
        words = {article.tokens.word(at).lower() for at in range(max(0, token - REACH), token)}
        if words & {"he", "she", "who"}:
            return _of_pronoun(article, words)
        return holder_of(article, token) or (
            () if in_the_dock(article, article.place(mention) + token - mention.first) else SOMEBODY
        )
    stop = min((at for mark in STOPS if (at := letters.find(mark, token)) >= 0), default=len(letters))
    opened = token == 0 or letters[token - 1] in STOPS
    if opened and any(
        article.tokens.word(at) in ("he", "she") and letters[at - 1] == "," for at in range(mention.last, stop)
    ):
        return ()
    for at in range(mention.last, stop):
        if letters[at] == "N" and article.tokens.word(at - 1).lower() not in ("in", "at", "of", "near", "from", "to"):
            return run(article, at)
    return principal(article) if deceased(article) else ()


def in_the_dock(article: Article, place: int) -> bool:
    """Tell whether a birth at a place is that of the one whom a court's report is about: "The defendant was born"."""
    said = [article.word(at) for at in range(place - 3, place)]
    return said[::2] == ["the", "was"] and said[1] in IN_THE_DOCK


def _before_clause(article: Article, token: int) -> Name:
    """Return the name of "Ann Orr, who died at 91, was born"; the pronoun of "she won, having been born"."""
    word, letters = article.tokens.word, article.tokens.letters
    if [word(at).lower() for at in range(token - 2, token)] == ["having", "been"]:
        opens = max(letters.rfind(mark, 0, token) for mark in STOPS) + 1
        pronoun = PRONOUNS.get(word(opens).lower(), "")
        return (pronoun,) if pronoun else ()
    at = token - 1
    while at > 0 and word(at).lower() in ("was", "had", "been"):
        at -= 1
    opened = letters.rfind(",", max(0, at - CLAUSE), at) if at > 0 and letters[at] == "," else -1
    return run_before(article, opened) if opened > 0 and word(opened + 1).lower() in ("who", "whose") else ()


def _apposed(article: Article, token: int) -> bool:
    """Tell "Orr, a Republican who was born" from "Orr, who was born"."""
    at = token - 1
    while article.tokens.letters[at] != "N":
        at -= 1
    return article.tokens.word(at - 1).lower() in ("a", "an")


def _of_pronoun(article: Article, words: set[str]) -> Name:
    """Return the one whom an article is about where "he" or "she" can be nobody else; () where it may be another."""
    return principal(article) if pronoun_of(article) in words else ()


def at_birth(article: Article, sentence: Sentence, place: int) -> Mention | None:
    """Return the time of the birth that an age at a place goes on from: who was born on 3 May 1970, and at 54 is."""
    told = place - 2 - (article.word(place - 2) == "and")
    birth = article.at.get(told - (article.skeleton[told] == ","))
    since = {article.word(at) for at in range(max(sentence.start, place - CLAUSE), place)}
    led = article.word(place - 1) in ("at", "aged") and article.word(place + 1) in GOES_ON and "born" in since
    return birth if led and birth and birth.kind in ("date", "year") else None


@lru_cache(maxsize=2)
def deceased(article: Article) -> Name:
    """Return every name in headline and lead of an obituary; () for other articles."""
    names: list[str] = []
    for block in article.document.blocks[:4]:
        words = article.document.text[block.start : block.end].replace(",", " ").split()
        if any(word.lower().strip(".") in DEATHS for word in words):
            names += [word.strip(".") for word in words if word[:1].isupper()]
    return tuple(names)
