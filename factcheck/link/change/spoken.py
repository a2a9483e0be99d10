"""Which changes are said of two figures: those between them, those that lead up to them, those that stand behind them."""

from __future__ import annotations

import re

from factcheck.article import Article
from factcheck.link.change.farend import own_base, own_verb
from factcheck.link.change.restated import opens
from factcheck.link.context.directions import ADVERBIAL
from factcheck.link.context.frames import NEAR, alike, clear, told_of_then
from factcheck.link.context.hoped import hoped_for
from factcheck.link.context.roles import ONCE, SIZES_BEFORE, Role, grammar, verbal
from factcheck.link.series.circumstances import is_circumstance
from factcheck.patterns import Pattern
from factcheck.segment import vocabulary

OWN_BASE = "the change is measured from something else"
UPWARD = ("up", "down")
ASIDE = 5
"""So many places, all of small words, do not part a clause."""

TURNED = Pattern("[가-힣]다가(?= )")
"""Between a size and a figure these end the change whose size it is: 72.9%로 3.1%포인트 올랐다가 70.4%로."""

LOOK = 90
"""So many characters behind two figures may take them up."""

UNSAID = frozenset({"as", "that", "what", "the"})
TAKEN_UP = Pattern(
    r"[^.;]*?, (?:and|so|which|meaning)(?: that)?(?: it| they)? (?:is|are|has|have|was|were)(?: been)?(?: (?:thus|so|now|therefore|then|more than|less than|nearly|almost|about|roughly|just|well|over|all but))* ",
    re.I,
)
"""Between two figures and a multiple these say it of the same thing."""

LED_TO = frozenset("after as because when since once".split())
SET_OFF = frozenset(",-:—")
TIMED = "DRW"


def stated_with(article: Article, read: list[Role], first: int, last: int) -> tuple[tuple[Role, ...], str | None]:
    """Return the changes that go with the two figures: between them, else just before, else just behind."""
    between = [role for role in read[first + 1 : last] if role.name in ("change", "times")]
    if article.verb_last:
        text, end = article.document.text, read[last].mention.span.start
        between = [role for role in between if not TURNED.search(text, role.mention.span.end, end)]
    recalled = read[last].start  # "900,000 more than in June, when there were 6.4 million": its base is the last figure
    based_apart = [
        role for role in between
        if (role.place + 1 != recalled or not clear(article, role.place, read[last].place)) and own_base(article, role, read[last].place)
    ]  # fmt: skip
    if based_apart and based_apart == between:
        return (), OWN_BASE
    between = [role for role in between if role not in based_apart]
    if read[last].link == "times":
        between = [role for role in between if role.link != "or"]  # "grow by 128, or 15.8%, five times the 23 foreseen"
    if between:
        others = [role for role in between if role.mention.kind != between[-1].mention.kind]
        return (*others, between[-1]), None  # "98.4 grams, 8.1 fewer, 4.9 above the limit of 93.5"
    left = leading(article, read, first)
    if left:
        if own_base(article, left[-1], read[first].start):
            return tuple(left), OWN_BASE
        own = own_verb(article, left[-1].place + 1, read[first].start)
        beaten = read[last].link == "beat"
        return tuple(left), "the two figures have a verb of their own" if own or beaten else None
    right = tuple(trailing(article, read, last))
    share = any(
        role.link == "or" and not role.sign and role.mention.kind == "percent" and article.word(role.place + 1) == "of"
        for role in right
    )
    return right, "the percentage may be a share" if share else None


def leading(article: Article, read: list[Role], first: int) -> list[Role]:
    """Return the changes that lead up to a figure."""
    found: list[Role] = []
    edge = read[first].start
    for role in reversed(read[:first]):
        if not found and _is_aside(article, role, read[first]):
            continue
        if role.name not in ("change", "times") or edge - role.place > NEAR or not clear(article, role.place, edge):
            break
        if found and (_is_verb_anew(article, found[0]) or _led_by_an_act(article, role, found[0])):
            break
        found.insert(0, role)
        edge = role.start
    return found if read[first].name != "plain" or (found and _set_before(article, found[-1], read[first])) else []


def _is_verb_anew(article: Article, role: Role) -> bool:
    """Tell whether a change has a verb right behind a comma, so that one before is told by the way: up a third this year, slipped 2 won to 18."""
    return article.skeleton[role.start - 1] == "," and verbal(article.word(role.start))


def _led_by_an_act(article: Article, before: Role, role: Role) -> bool:
    """Tell whether a clause behind one change tells another that led to it: fell 11 percent after they halved the tax, to 21 cents."""
    between = (article.word(at) for at in range(before.place + 1, role.start))
    return role.name == "times" and not LED_TO.isdisjoint(between)


def _set_before(article: Article, change: Role, first: Role) -> bool:
    """Tell whether a mark opens two figures that explain the change before it: three times as likely: 24% against 8%."""
    between = article.skeleton[change.place + 1 : first.start]
    return ":" in between and not grammar().moved.isdisjoint(article.skeleton[change.start : first.start])


def trailing(article: Article, read: list[Role], last: int) -> list[Role]:
    """Return the changes that stand behind a figure."""
    found: list[Role] = []
    edge = read[last].place + 1
    for n in range(last + 1, len(read)):
        role = read[n]
        if not found and _is_aside(article, role, read[last]):
            continue
        if (_or_size(role) and _only_time(article, edge, role.start)) or _set_off_size(article, role):
            role = role._replace(name="change")
        elif not found and _apposed_share(article, edge, read[last], role):
            role = role._replace(name="change", link="or")
        if role.name == "times" and not found and _takes_it_up(article, edge, role):
            return [role]
        if role.name not in ("change", "times") or role.start - edge > NEAR or not clear(article, edge, role.start):
            break
        if article.verb_last:
            named = article.word(role.place - 1) in SIZES_BEFORE
            if role.start - edge > ADVERBIAL or not (named or _one_clause(article, edge, role)):
                break
        elif not found and role.link != "by" and SET_OFF.isdisjoint(article.skeleton[edge : role.place]):
            break
        if (
            hoped_for(article, role)
            or (role.link in UPWARD and article.word(read[last].start) in ONCE)  # after closing at $24, up 4 percent
            or told_of_then(article, edge, role.start)
            or _goes_on(article, read, n)
            or (not article.verb_last and own_verb(article, edge, role.start))
        ):
            break
        found.append(role)
        edge = role.place + 1
    return found


def _is_aside(article: Article, role: Role, value: Role) -> bool:
    """Tell whether a figure says no more than how long, where or after what: in the previous 12 months, over two budgets."""
    if role.name != "plain" or role.mention.kind == "duration":
        return role.name == "plain"
    over = role.mention.kind == "count" and role.mention.hedge == "more"
    return (over or is_circumstance(article, role.mention)) and not alike(role.mention, value.mention)


def _takes_it_up(article: Article, edge: int, role: Role) -> bool:
    """Tell whether a multiple is said, behind two figures, of what they are values of: from 28 to 64 since May, and is thus more than double."""
    if article.verb_last or article.word(role.place + 1) in UNSAID or article.skeleton[role.place + 1] not in ",.;q\n":
        return False
    start, end = article.span(edge - 1, edge).end, role.mention.span.start
    return end - start <= LOOK and TAKEN_UP.fullmatch(article.document.text, start, end) is not None


def _or_size(role: Role) -> bool:
    """Tell whether a size stands behind "or": from 24 percent to 31 percent, or seven points."""
    return role.name == "plain" and role.link == "or" and role.mention.kind in ("points", "percent")


def _only_time(article: Article, start: int, end: int) -> bool:
    """Tell whether no more than a time parts a figure from what stands behind: from $70 million a year ago, or 21%."""
    letters, classes = vocabulary()
    small = {
        *TIMED,
        *",-",
        *classes["PERIOD"],
        *classes["DETERMINER"],
        *classes["SHIFT"],
        letters["ago"],
        letters["in"],
    }
    return end - start <= 1 or (end - start <= ASIDE and small.issuperset(article.skeleton[start:end]))


def _set_off_size(article: Article, role: Role) -> bool:
    """Tell whether points stand alone behind a comma: to 4.6% from 4.7% in April, a tenth of a point."""
    return role.name == "plain" and role.mention.kind == "points" and article.skeleton[role.place - 1] == ","


def _apposed_share(article: Article, edge: int, end: Role, role: Role) -> bool:
    """Tell whether a share of its own stands behind where a thing went to: from 96 to 84, one in eight; to £459, or an eighth."""
    letters, share = article.skeleton, role.name == "plain" and role.mention.kind in ("fraction", "percent")
    apart = letters[edge] in SET_OFF and role.start - edge <= 1 + (role.link == "or")
    return share and apart and end.link == "to" and letters[role.place + 1 : role.place + 2] in ("", *".;q\n")


def _goes_on(article: Article, read: list[Role], n: int) -> bool:
    """Tell whether a change has figures of its own behind it: rose 5% to 6 from 5, up 3% from ..."""
    if n + 1 < len(read) and read[n + 1].name in ("before", "after", "at"):
        return not article.verb_last and read[n + 1].start - read[n].place <= NEAR
    if article.verb_last:
        return False
    letters = vocabulary()[0]
    behind = article.skeleton[read[n].place + 1 : read[n].place + 5]
    base = next(
        (
            at
            for at, letter in enumerate(behind)
            if letter in {letters[word] for word in ("from", "than", "on", "over")}
        ),
        None,
    )
    return base is not None and not behind.startswith(tuple(TIMED), base + 1)


def _one_clause(article: Article, start: int, role: Role) -> bool:
    """Tell whether neither a comma nor a verb of another change closes the clause before one: 10억에서 내려 반년 만에 15% 하락."""
    places = range(start, role.start)
    verbs = [at for at in places if grammar().sign(article.skeleton[at]) and at not in article.at]
    alike = all(grammar().sign(article.skeleton[at]) == role.sign for at in verbs)
    goes_on = not verbs or (alike and opens(article, [at for at in places if at not in verbs]))
    return goes_on and "," not in article.skeleton[start : role.start]
