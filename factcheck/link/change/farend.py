"""The other end of a change: which figure it came to from the one that it is said to start from, or that it is set against."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.link.context.frames import NEAR, alike, clear
from factcheck.link.context.roles import Role, grammar
from factcheck.link.context.tense import TIMES_OF_YEAR
from factcheck.segment import vocabulary

AHEAD_OF_BASE = frozenset({"than", "on", "below", "above"})
VALUES = frozenset({"money", "count", "measure", "percent", "points"})
WHAT = frozenset({"what", "that"})
JOINS = frozenset({"and", "but"})
ADNOMINAL = 3
"""So many places may part a verb from the figure behind that it describes."""


def to_before(article: Article, read: list[Role], n: int, used: set[int]) -> int | None:
    """Find "to {after}" on the left: rose to 5 from 4."""
    before = read[n]
    for m in range(n - 1, -1, -1):
        role = read[m]
        nearest = role.name == "plain" and (
            before.link in ("times", "premium", "than") or role.place + 1 == before.start
        )
        if nearest and alike(role.mention, before.mention):
            return None  # "up by half at €426m, a margin of 16 per cent against 12"; "to 7 million, 3 million electric, double the 1.5"
        if role.name in ("after", "at") and m not in used and alike(role.mention, before.mention):
            return m if before.start - role.place <= NEAR and clear(article, role.place, before.start) else None
        if role.name == "before" and alike(role.mention, before.mention):
            return None
    return None


def to_behind(article: Article, read: list[Role], n: int, used: set[int]) -> int | None:
    """Find "to {after}" on the right: from 4 to 5."""
    before = read[n]
    if before.link not in ("from", "aside") and not article.verb_last:
        return None
    if n and read[n - 1].mention.upper and not before.mention.unit:
        return None  # growth of 5 to 9 per cent, from 8 to 14
    for m in range(n + 1, len(read)):
        role = read[m]
        if role.name == "after" and alike(role.mention, before.mention):
            near = role.start - before.place <= NEAR and clear(article, before.place, role.start)
            return m if near and not (article.verb_last and _closed(article, read[n + 1 : m], role)) else None
        if role.name == "before":
            return None
    return None


def _closed(article: Article, between: list[Role], after: Role) -> bool:
    """Tell whether a size ends the clause before a figure: 3210명보다 370명 많아졌고, 연구직이 870명으로."""
    return any(role.name == "change" and "," in article.skeleton[role.place : after.start] for role in between)


def modified(article: Article, read: list[Role], n: int, used: set[int]) -> int | None:
    """Find the figure that a clause of change stands before: 12억 원보다 17% 늘어난 14억 원."""
    if not article.verb_last or n + 2 >= len(read) or read[n + 1].name not in ("change", "times"):
        return None
    after = read[n + 2]
    near = after.start - read[n + 1].place <= ADNOMINAL and read[n + 1].start - read[n].place <= NEAR
    return n + 2 if near and after.name == "plain" and alike(after.mention, read[n].mention) else None


def subject(article: Article, read: list[Role], n: int, used: set[int]) -> int | None:
    """Find the nearest like figure on the left: 3,400, up from 3,150; 2.3 million, 17% more than 2 million."""
    before = read[n]
    for m in range(n - 1, -1, -1):
        role = read[m]
        if m in used and role.name != "before" and alike(role.mention, before.mention):
            return None  # It has its base already: what is 3% above another is it too, or unsaid.
        if m in used or not alike(role.mention, before.mention) or _of_two_things(role, before):
            continue
        if _shared_out(article, role.place) or _sized_in_another(before, read[n - 1], role):
            continue
        if m and _bracketed(article, role.place) and any(alike(one.mention, before.mention) for one in read[:m]):
            continue  # "The crowd was 4,118, half of them with season tickets (2,059), and 712 better than the 3,606"
        if role.name in ("plain", "after", "at") or (
            role.name == "change"
            and (before.link == "beat" or _rate(role, before) or amount_multiplied(article, role, before))
        ):
            own = role.name == "change" and own_base(article, role, before.start)
            own = own or (role.name == "after" and _moves_anew(article, read[m + 1 : n]))
            return (
                m if _compared(article, read, m, n) and not own and not _of_figure_between(article, read, n) else None
            )
    return None


def _shared_out(article: Article, place: int) -> bool:
    """Tell whether a share of a figure is told, and not the figure: half of the 48 sold."""
    of = place - 1 if article.word(place - 1) == "of" else place - 2
    share = article.at.get(of - 1) if article.word(of) == "of" else None
    return share is not None and share.kind in ("fraction", "percent")


def _sized_in_another(before: Role, change: Role, role: Role) -> bool:
    """Tell whether a bare base stands right behind a change in another unit than a figure has: it cost £9m, and grew by 2 km, from 40."""
    beside = change.name == "change" and change.mention.kind == "measure" and before.start <= change.place + 2
    return beside and not before.mention.unit and change.mention.unit != role.mention.unit


def _moves_anew(article: Article, between: list[Role]) -> bool:
    """Tell whether a multiple behind "and" tells of another thing: tripled to $90 million and doubled from $20 million."""
    return any(role.name == "times" and article.word(role.place - 1) == "and" for role in between)


def _bracketed(article: Article, place: int) -> bool:
    """Tell whether a figure stands alone in brackets."""
    return article.skeleton[place - 1] == "(" and article.skeleton[place + 1 : place + 2] == ")"


def _of_figure_between(article: Article, read: list[Role], n: int) -> bool:
    """Tell whether a size is set off from a figure of another kind: 10 tickets are £27, 15 percent less than ten."""
    if read[n].link != "than" or n < 2 or read[n - 1].name != "change":
        return False
    one, size = read[n - 2], read[n - 1]
    near = one.name == "plain" and article.skeleton[one.place + 1 : size.place] in (",", "—", ",w")
    return near and not alike(one.mention, read[n].mention)


def _of_two_things(role: Role, before: Role) -> bool:
    """Tell whether a multiple is of something else than what it is said of: 200 seats, double those of 12 buses."""
    both = {role.mention.noun, before.mention.noun} - {""}
    return before.link == "times" and len(both) > 1


def _rate(role: Role, before: Role) -> bool:
    """Tell whether a percentage of change is itself compared: rose 10.5%, down from 10.7%; loses 14%, double the mean of 7."""
    kinds = {"from": ("percent",), "times": ("percent", "count")}.get(before.link, ())
    return role.mention.kind == "percent" and before.mention.kind in kinds


def amount_multiplied(article: Article, role: Role, before: Role) -> bool:
    """Tell whether an amount of change is set against another: a loss of 310 jobs, more than twice the 140 of May."""
    amount = before.link == "times" and role.mention.kind in ("count", "money", "measure")
    return amount and not own_base(article, role, before.start)


def _matches_change(role: Role, before: Role) -> bool:
    """Tell whether a figure right behind a change is another change: a gain of six points against eight."""
    alike = before.mention.kind in ("count", role.mention.kind)
    opposed = before.link in ("against", "versus", "vs", "compared") and before.start == role.place + 1
    return role.name == "change" and role.mention.kind == "points" and alike and opposed


def _compared(article: Article, read: list[Role], m: int, n: int) -> bool:
    """Tell whether the words between subject and base compare the two."""
    start, before = read[m].place + 1, read[n]
    if article.verb_last:
        return any(role.name in ("change", "times") for role in read[n + 1 : n + 2])
    if ";" in article.skeleton[start : before.start] or before.start - start > 2 * NEAR:
        return False
    if _matches_change(read[n - 1], before):
        return False
    if before.link in ("compared", "against", "versus", "vs", "instead", "premium", "times", "beat"):
        return True
    between = article.skeleton[start : before.start + 1]
    words = grammar()
    if before.link == "than":
        return (
            before.start == read[n - 1].place + 1
            or article.skeleton[before.start - 1] in words.more | words.less | words.size
        )
    moved = any(words.sign(letter) for letter in between) and not set(",(-").isdisjoint(between)
    return moved or any(role.name in ("change", "times") for role in read[m + 1 : n])


def own_base(article: Article, role: Role, stop: int) -> bool:
    """Tell whether a change has a base of its own that is no figure: £4m more than forecast and £9m less than the £40m.

    "11 points below 2019 and 12 above the mean of 500" has one too.
    """
    if role.name == "times" and article.word(role.place + 1) in WHAT:
        return any(
            article.word(at) in JOINS for at in range(role.place + 1, stop)
        )  # "six times what a nurse earns and"
    than = next(
        (at for at in range(role.place + 1, min(role.place + 4, stop)) if article.word(at) in AHEAD_OF_BASE), stop
    )
    ends = next((at for at in range(than + 1, stop) if article.skeleton[at] == "," or article.word(at) in JOINS), stop)
    told = [at for at in range(than, ends) if at in article.at and article.at[at].kind in VALUES]
    return than < ends < stop and all(_bracketed(article, at) for at in told)  # "more than in June (32,100) and ..."


def _is_autumn(article: Article, at: int) -> bool:
    """Tell whether a fall is the time of the year: since the fall, last fall."""
    return article.word(at) == "fall" and article.word(at - 1) in ("the", "last", "this", "next", "each", "every")


def own_verb(article: Article, start: int, end: int) -> bool:
    """Tell whether a verb between a change and a figure gives the figure to something else: fell 2%, valuing it at."""
    words, says = grammar(), vocabulary()[1]["SAY"]
    verb = start if article.verb_last else start + 2
    moved = any(words.sign(article.skeleton[at]) and not _is_autumn(article, at) for at in range(verb, end))
    attributed = any(letter in says for letter in article.skeleton[start : min(start + 2, end)])
    first = article.skeleton.find(",", start + 1, end) if attributed else start
    return moved or any(
        article.skeleton[at] == "w" and article.word(at).endswith("ing") and article.word(at) not in TIMES_OF_YEAR
        for at in range(max(first, start), end)
    )
