"""Figures that a change starts from though no "from" says so: what a multiple is of, what an aside or a clause recalls.

"Membership, 410 in 2010, has fallen to 390"; "three times as many as in April, when there were 21".
"""

from __future__ import annotations

from factcheck.article import Article
from factcheck.link.context.frames import NEAR, alike, clear
from factcheck.link.context.roles import Role, grammar
from factcheck.link.context.tense import TIMES
from factcheck.segment import vocabulary

NOW = frozenset({"now", "then", "ago", "currently", "today", "last", "before", "earlier"})
ASIDE = 6
"""So many places may a figure be from either comma that sets its aside off."""

ENDING = 8
"""And so many from the comma behind it: "which were $1.69 billion in the year now ending,"."""

STOOD = frozenset(
    "stood came ran totalled totaled reached averaged numbered amounted closed opened began started ended".split()
)
"""Verbs of what a thing was."""

SUBJECTS = frozenset({"it", "they", "he", "she", "we", "there"})
GOT = frozenset("sold made took counted got paid cost employed carried earned recorded hit".split())

CLAUSE = 4
"""So many places lead from "when" or "which" to the figure of its clause."""

OWNED = 3
"""So many places are "Romania's"."""

ESTIMATE = 5
"""So many places are "the original estimate of"."""

INDEFINITE = frozenset("a an some one many most few several".split())
"""Behind "when" these bring in another thing: when some seats cost £18."""

AWAY = frozenset({"off", "away"})
"""Behind a length these tell where a place is: shorter than by way of Elm, which is 12 miles off."""

RECALLING = frozenset({"when", "which", "who", "whose"})


def based(article: Article, read: list[Role]) -> list[Role]:
    """Return the roles of a sentence, with each figure that a change starts from by its place as what was before."""
    for n in range(1, len(read)):
        _premium(article, read, n)
        (_times_behind if article.verb_last else _times_over)(article, read, n)
        _recalled(article, read, n)
        _set_aside(article, read, n)
    return read


def _premium(article: Article, read: list[Role], n: int) -> None:
    """Take the base of a premium for what was before: "a premium of 26% to Monday's close of $25"."""
    one, other = read[n - 1], read[n]
    if one.name == "change" and other.link in ("to", "over") and other.start - one.place <= 3:
        words = article.skeleton[one.start : other.start]
        if not grammar().premium.isdisjoint(words):
            read[n] = other._replace(name="before", link="premium")


def _times_over(article: Article, read: list[Role], n: int) -> None:
    """Take the base of a multiple for what was before: "twice the 16%", "half as many as the 300"."""
    one, other = read[n - 1], read[n]
    adjective = other.mention.kind == "duration" and "-" in other.mention.text
    multiple = other.name == "plain" and not adjective and (one.name == "times" or one.mention.kind == "fraction")
    if multiple and _leads_to(article, one.place + 1, other.place):
        read[n - 1] = one._replace(name="times")
        read[n] = other._replace(name="before", link="times", start=other.place - 1)


def _times_behind(article: Article, read: list[Role], n: int) -> None:
    """The same where the multiple stands behind its base: 작년(21억 원)의 두 배."""
    one, other = read[n - 1], read[n]
    between = article.skeleton[one.place + 1 : other.place]
    of = vocabulary()[0]["of"]
    if (
        other.name == "times"
        and one.name == "plain"
        and {*between} <= {")", of}
        and (of in between or one.link == "of")
    ):
        read[n - 1] = one._replace(name="before", link="times")


def _leads_to(article: Article, start: int, end: int) -> bool:
    """Tell whether "the", "the estimate of" or "as many as" is all that stands between a multiple and its base."""
    if article.skeleton[start : start + 2] == "N'" and end - start <= OWNED:
        return True
    known = article.word(start) in ("the", "its", "that", "their")
    if end - start == 1 or (known and end - start <= ESTIMATE and article.word(end - 1) == "of"):
        return known
    return (
        2 <= end - start <= 4 and article.word(start) == "as" and "as" in (article.word(end - 1), article.word(end - 2))
    )


def _recalled(article: Article, read: list[Role], n: int) -> None:
    """Take what a clause recalls for what was before: "three times as many as in April, when there were 21"."""
    one, other = read[n - 1], read[n]
    if (
        article.verb_last
        or other.name != "plain"
        or one.name not in ("times", "change")
        or other.place - one.place > NEAR
    ):
        return
    if one.name == "times" and article.word(one.place + 1) == "what" and article.skeleton[other.start - 1] == ",":
        read[n] = other._replace(name="before", link="times", start=one.place + 1)
        return  # "double what it makes now, 20,000"
    start = next(
        (at for at in range(other.place - 1, other.place - 1 - CLAUSE, -1) if article.word(at) in RECALLING), 0
    )
    words = [article.word(at) for at in range(one.place + 1, start)] if start > one.place else []
    compared = "than" in words or (
        one.name == "times" and (words.count("as") == 2 or words[:1] in (["the"], ["that"], ["what"]))
    )
    if compared and _of_kind(one, other) and not _of_its_own(article, read, n, start):
        link = "times" if one.name == "times" else "than"
        read[n] = other._replace(name="before", link=link, start=one.place + 1)


def _was(article: Article, place: int) -> bool:
    """Tell whether a verb says what a thing was, or had: when it was 21, when they had 19; not when they drew 19."""
    return (
        article.skeleton[place : place + 1] in grammar().be | frozenset(vocabulary()[1]["HAVE"])
        or article.word(place) in STOOD | GOT
    )


def _of_its_own(article: Article, read: list[Role], n: int, start: int) -> bool:
    """Tell whether the clause of a figure tells something else of that time: in April, when two people died."""
    if article.word(start + 1) in SUBJECTS and not _was(article, start + 2):
        return True
    noun, others = read[n].mention.noun, {role.mention.noun for role in read[:n]} - {""}
    away = article.word(read[n].place + 1) in AWAY
    if away or read[n].place == start + 1 or article.word(start + 1) in INDEFINITE:
        return True
    return bool(noun and others and noun not in others)


def _of_kind(change: Role, base: Role) -> bool:
    """Tell whether a figure may be what a change or a multiple is measured from."""
    amount = change.mention.kind in ("count", "money", "measure", "duration")
    bare = base.mention.kind == "count" and not base.mention.noun
    return not amount or change.mention.kind == base.mention.kind or (bare and change.mention.kind == "money")


def _set_aside(article: Article, read: list[Role], n: int) -> None:
    """Take a figure that an aside dates for what was before: "Membership, 410 in 2010, has fallen to 390"."""
    base = read[n - 1]
    if article.verb_last or base.name not in ("plain", "at") or not _aside(article, base.place):
        return
    m = next((m for m in range(n, len(read)) if alike(read[m].mention, base.mention)), None)
    if m is None or any(role.name == "before" for role in read[:m]) or not clear(article, base.place, read[m].start):
        return
    after = read[m]
    between = article.skeleton[base.place : after.start]
    stated = after.name in ("after", "at") or (after.name == "plain" and not grammar().be.isdisjoint(between))
    if stated and len(between) <= NEAR + ASIDE and "," in between and between.count(",") <= 2:
        read[n - 1] = base._replace(name="before", link="aside")
        read[m] = after._replace(name="after", link=after.link or "was")


def _aside(article: Article, place: int) -> bool:
    """Tell whether a figure stands with a time, and little else, between two commas."""
    letters, function = article.skeleton, vocabulary()[1]
    first = letters.rfind(",", max(0, place - ASIDE), place)
    last = letters.find(",", place, place + ENDING)
    if first < 0 or last < 0:
        return False
    leading = (at for at in range(first + 1, place) if article.word(at) not in NOW | STOOD)
    small = {
        *function["BE"],
        *function["PREPOSITION"],
        *function["PRONOUN"],
        *function["ABOUT"],
        *function["DETERMINER"],
    }
    inside = range(first + 1, last)
    timed = any(letters[at] in TIMES or (at not in article.at and article.word(at) in NOW) for at in inside)
    return timed and all(letters[at] in small for at in leading)
