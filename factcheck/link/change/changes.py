"""Changes said in a sentence, put together from the roles of its figures: from what, to what, by how much.

Every check of changes reads one list of frames.  A frame whose words leave a doubt carries the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from factcheck.article import BIT, Article, Sentence
from factcheck.link.change.anaphora import anaphoric
from factcheck.link.change.apart import apart, contrasts, restates, takes_up
from factcheck.link.change.bases import based
from factcheck.link.change.dropped import dropped
from factcheck.link.change.farend import amount_multiplied, modified, own_base, own_verb, subject, to_before, to_behind
from factcheck.link.change.halves import by_far, by_half, by_points
from factcheck.link.change.margins import margins
from factcheck.link.change.oneend import one_ended
from factcheck.link.change.restated import opens, restated
from factcheck.link.context.directions import ADVERBIAL, FIGURE, direction, governing
from factcheck.link.context.frames import NEAR, OTHER_BASIS, YIELDS, Movement, alike, clear, told_of_then
from factcheck.link.context.hoped import hoped_for
from factcheck.link.context.roles import FIGURES, ONCE, REACH, SIZES_BEFORE, Role, grammar, roles
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import kind_letters, source
from factcheck.regexes import compiled
from factcheck.segment import vocabulary

RATES = "a rate of change is compared"
OWN_BASE = "the change is measured from something else"
FAR = "the verb may be of another thing"
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

SET_OFF = frozenset(",-:—")
TIMED = "DRW"
AMOUNTS = sum(BIT[letter] for letter in kind_letters("amount|fraction|multiple|pair"))


@lru_cache(maxsize=2)
def movements(article: Article) -> tuple[Movement, ...]:
    """Return every change that the sentences of an article tell, in order."""
    found: list[Movement] = []
    for sentence in _telling(article):
        found += _told(article, sentence, found[-2:])
    return tuple(found)


def _telling(article: Article) -> Iterator[Sentence]:
    """Yield the sentences that may tell a change."""
    cues = grammar().cues
    for sentence in article.sentences:
        drawn = article.skeleton[sentence.start : sentence.end]
        if (
            sentence.kinds & AMOUNTS
            and not cues.isdisjoint(drawn)
            and (
                _beside(article, sentence)
                or takes_up(sentence, drawn)
                or contrasts(sentence, drawn)
                or restates(sentence, drawn)
            )
        ):
            yield sentence


def _beside(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence sets two of its figures side by side."""
    if len(sentence.mentions) < 2:
        return False
    return article.verb_last or _sides().search(article.skeleton, sentence.start, sentence.end) is not None


@cache
def _sides() -> re.Pattern[str]:
    """Compile what two figures side by side look like: from 5, or $5, 36-34, 52 to 43, twice the 5."""
    passed = "".join(map(re.escape, sorted(grammar().passed)))
    figure, votes = f"[{FIGURES}]", "".join(map(re.escape, vocabulary()[1]["SHARP"]))
    base = f"{source('(from|than|against|versus|vs|above|below|BEAT|over|under | (short|shy) of | RISE|FALL on | COMPARED with|to | PREMIUM to|over?)')}"
    return compiled(
        f"{base}[{passed}]{{0,{REACH}}}{figure}|{figure}w?,?{source('or')}[{passed}]{{0,2}}{figure}|S"
        f"|[KPF][w{votes}]?{source('to')}[KP]|[XF](?:{source('the|its|that')}|{source('as')}w?{source('as the?')}){figure}"
    )


def _told(article: Article, sentence: Sentence, before: list[Movement]) -> list[Movement]:
    read = based(article, roles(article, sentence))
    used: set[int] = set()
    bound = (_bound(article, sentence, read, n, used) for n, role in enumerate(read) if role.name == "before")
    found = [move for move in bound if move]
    found = _each_once(found) if article.verb_last else found
    found += margins(article, sentence, read, used)
    ends = (n for n, role in enumerate(read) if role.name in ("after", "at", "plain"))
    found += [alone for n in ends if n not in used and (alone := _amounting(article, sentence, read, n))]
    found += dropped(article, sentence, read, used)
    found += by_half(article, sentence, read, used)
    found += anaphoric(article, sentence, read, used, before)
    told = {role.place for move in found for role in move.stated}
    found += restated(article, sentence, read, told, before)
    found += (*by_far(article, sentence, read, told), *by_points(article, sentence, read, told))
    told = {role.place for move in found for role in move.stated if not move.doubt}
    return [*found, *apart(article, sentence, read, found), *one_ended(article, sentence, read, told)]


def _each_once(moves: list[Movement]) -> list[Movement]:
    """Return the changes, each size left to the first that it closes: 8명에서 24명으로 세 배가 됐지만, 11만원에서 ..."""
    told: set[int] = set()
    kept = []
    for move in moves:
        kept.append(move._replace(stated=tuple(role for role in move.stated if role.place not in told)))
        told.update(role.place for role in move.stated)
    return kept


def _bound(article: Article, sentence: Sentence, read: list[Role], n: int, used: set[int]) -> Movement | None:
    """Return the change from the figure `n`, bound to what it came to."""
    spanned = n + 1 < len(read) and read[n + 1].link == "to" and read[n + 1].start == read[n].place + 1
    for find in (to_behind, to_before, modified, subject) if spanned else (to_before, to_behind, modified, subject):
        m = find(article, read, n, used)
        if m is not None and m not in used:
            used.update((m, n))
            return _framed(article, sentence, read, n, m)
    return None


def _framed(article: Article, sentence: Sentence, read: list[Role], n: int, m: int) -> Movement:
    before, after = read[n], read[m]
    first, last = (n, m) if n < m else (m, n)
    stated, gap = _stated(article, read, first, last)
    sign, said = direction(article, sentence, read, first, last, stated)
    distant = None
    if not sign and before.link == "from":
        sign, said = governing(article, sentence, before.start)
        distant = FAR if sign else None
    link = "subject" if after.name == "plain" or (after.name != "plain" and before.link == "than") else before.link
    after_mention = _unhedged(article, after)
    others = tuple(
        role.mention
        for role in read[:m]
        if link == "subject" and role.name != "before" and role.link != "per" and alike(role.mention, before.mention)
    )
    doubt = (
        RATES
        if after.name == "change" and before.link != "beat" and not amount_multiplied(article, after, before)
        else gap or _doubt(article, read, first, last, stated) or distant
    )
    return Movement(sentence, before.mention, after_mention, stated, sign, said, link, doubt, others)


def _unhedged(article: Article, after: Role) -> Mention:
    """Return the figure of "edged up to 5" as no bound; that of "fell to up to 5" is one."""
    up_to = after.name == "after" and after.mention.hedge == "less" and article.word(after.place - 1) == "to"
    moved = up_to and article.word(after.place - 3) != "to"
    return after.mention.changed(hedge="") if moved else after.mention


def _stated(article: Article, read: list[Role], first: int, last: int) -> tuple[tuple[Role, ...], str | None]:
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
    left = _leading(article, read, first)
    if left:
        if own_base(article, left[-1], read[first].start):
            return tuple(left), OWN_BASE
        own = own_verb(article, left[-1].place + 1, read[first].start)
        beaten = read[last].link == "beat"
        return tuple(left), "the two figures have a verb of their own" if own or beaten else None
    right = tuple(_trailing(article, read, last))
    share = any(
        role.link == "or" and not role.sign and role.mention.kind == "percent" and article.word(role.place + 1) == "of"
        for role in right
    )
    return right, "the percentage may be a share" if share else None


def _leading(article: Article, read: list[Role], first: int) -> list[Role]:
    found: list[Role] = []
    edge = read[first].start
    for role in reversed(read[:first]):
        if role.name == "plain" and role.mention.kind == "duration" and not found:
            continue  # "by a quarter in three years, from 2,140 to 2,880"
        if role.name not in ("change", "times") or edge - role.place > NEAR or not clear(article, role.place, edge):
            break
        found.insert(0, role)
        edge = role.start
    return found if read[first].name != "plain" or (found and _set_before(article, found[-1], read[first])) else []


def _set_before(article: Article, change: Role, first: Role) -> bool:
    """Tell whether a mark opens two figures that explain the change before it: three times as likely: 24% against 8%."""
    between = article.skeleton[change.place + 1 : first.start]
    return ":" in between and not grammar().moved.isdisjoint(article.skeleton[change.start : first.start])


def _trailing(article: Article, read: list[Role], last: int) -> list[Role]:
    found: list[Role] = []
    edge = read[last].place + 1
    for n in range(last + 1, len(read)):
        role = read[n]
        if role.name == "plain" and role.mention.kind == "duration" and not found:
            continue  # "in the previous 12 months, an increase of 38%": the time belongs to the figure before it.
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


def _of_several(article: Article, place: int) -> bool:
    """Tell whether a change is said to have come so many times in a row: by 5 percent four years running."""
    behind = [article.word(at) for at in range(place + 2, place + 5)]
    return place + 1 in article.at and not {"row", "running", "straight", "succession"}.isdisjoint(behind)


def _doubt(article: Article, read: list[Role], first: int, last: int, stated: tuple[Role, ...]) -> str | None:
    """Return why the figures might not be of one thing on one footing."""
    edges = [read[first].start, read[last].place, *(role.place for role in stated), *(role.start for role in stated)]
    start, end = min(edges), max(edges) + 1
    words = article.text(article.span(max(start - 6, 0), end)).lower().split()
    higher = read[first].mention.kind == "percent" and read[last].link == "than"
    footing = OTHER_BASIS - YIELDS if higher else OTHER_BASIS
    unsaid = (word.strip(",.()") for word, behind in pairwise([*words, ""]) if not behind.lstrip("£$€")[:1].isdigit())
    if not footing.isdisjoint(unsaid):
        return "the change may be on another footing"
    if any(_of_several(article, role.place) for role in stated):
        return "the change came several times"
    if read[first].mention.upper or read[last].mention.upper or _in_range(article, read, first, last):
        return "one of the two is a range"
    if stated and _other_base(article, stated[0].place + 1, max(read[first].start, read[last].start)):
        return "the change may be measured from another time"
    return None


def _in_range(article: Article, read: list[Role], first: int, last: int) -> bool:
    """Tell whether one of the two ends or begins a range: 25 percent to 35 percent, compared with 5 to 15 percent."""
    one, other = read[first], read[last]
    if last + 1 < len(read) and read[last + 1].link == "to" and read[last + 1].start == other.place + 1:
        return True
    if other.link == "from" or one.link != "to" or first == 0:
        return False
    ahead = read[first - 1]
    return ahead.place + 1 == one.start and ahead.mention.unit == one.mention.unit and ahead.link != "per"


def _other_base(article: Article, start: int, end: int) -> bool:
    """Tell whether a base of its own ("on the year", "from a year earlier") stands between a change and its figures."""
    letters, classes = vocabulary()
    links = {letters[word] for word in ("from", "on", "over", "than", "against")}
    periods = classes["PERIOD"] + classes["ANNUAL"] + "R"
    words = article.skeleton[start:end]
    for at, letter in enumerate(words):
        if letter in links:
            period = next((other for other in words[at + 1 : at + 4] if other in periods or other in FIGURE), "")
            if period and period in periods:
                return True
    return False


def _amounting(article: Article, sentence: Sentence, read: list[Role], n: int) -> Movement | None:
    """Return a change told twice, with what it came to: rose 4.1%, or $5.12, to $130; fell $5 to $95, a 5% drop."""
    after = read[n]
    if after.mention.kind == "count" and article.skeleton[after.place + 1 : after.place + 2] == "-":
        return None  # The 30-stock Dow is at no 30.
    ahead, behind = _leading(article, read, n), _trailing(article, read, n)
    stated = tuple(ahead + behind)
    kinds = {role.mention.kind for role in stated}
    if len(stated) != 2 or "percent" not in kinds or len(kinds) != 2 or not stated[0].sign:
        return None
    if len(ahead) == 1 and stated[1].mention.kind != "percent":
        return None
    if len(ahead) != 1 and stated[1].link != "or" and article.skeleton[stated[1].place - 1] != "(":
        return None
    last = ahead[-1].place if ahead else after.start
    ranged = len(ahead) == 2 and after.start - last <= 1
    clean = not ranged and (not ahead or not own_verb(article, last + 1, after.start))
    doubt = _doubt(article, read, n, n, stated) if clean else "the figures may be a range, or of something else"
    return Movement(sentence, None, after.mention, stated, stated[0].sign, link=after.link, doubt=doubt)
