"""Changes said in a sentence, put together from the roles of its figures: from what, to what, by how much.

Every check of changes reads one list of frames.  A frame whose words leave a doubt carries the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.anaphora import anaphoric
from factcheck.apart import apart, contrasts, restates, takes_up
from factcheck.article import BIT, Article, Sentence
from factcheck.bases import based
from factcheck.directions import ADVERBIAL, FIGURE, direction, governing
from factcheck.dropped import dropped
from factcheck.frames import NEAR, OTHER_BASIS, Movement, alike, clear
from factcheck.halves import by_far, by_half, by_points
from factcheck.margins import margins
from factcheck.model import Mention
from factcheck.phrase import kind_letters
from factcheck.roles import Role, beside, grammar, roles
from factcheck.segment import vocabulary

ADNOMINAL = 3
"""So many places may part a verb from the figure behind that it describes."""

RATES = "a rate of change is compared"
OWN_BASE = "the change is measured from something else"
FAR = "the verb may be of another thing"
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
                beside(article, sentence)
                or takes_up(sentence, drawn)
                or contrasts(sentence, drawn)
                or restates(sentence, drawn)
            )
        ):
            yield sentence


def _told(article: Article, sentence: Sentence, before: list[Movement]) -> list[Movement]:
    read = based(article, roles(article, sentence))
    used: set[int] = set()
    bound = (_bound(article, sentence, read, n, used) for n, role in enumerate(read) if role.name == "before")
    found = [move for move in bound if move]
    found += margins(article, sentence, read, used)
    ends = (n for n, role in enumerate(read) if role.name in ("after", "at", "plain"))
    found += [alone for n in ends if n not in used and (alone := _amounting(article, sentence, read, n))]
    found += dropped(article, sentence, read, used)
    found += by_half(article, sentence, read, used)
    found += anaphoric(article, sentence, read, used, before)
    told = {role.place for move in found for role in move.stated}
    found += (*by_far(article, sentence, read, told), *by_points(article, sentence, read, told))
    return [*found, *apart(article, sentence, read, found)]


def _bound(article: Article, sentence: Sentence, read: list[Role], n: int, used: set[int]) -> Movement | None:
    """Return the change from the figure `n`, bound to what it came to."""
    spanned = n + 1 < len(read) and read[n + 1].link == "to" and read[n + 1].start == read[n].place + 1
    for find in (
        (_to_behind, _to_before, _modified, _subject) if spanned else (_to_before, _to_behind, _modified, _subject)
    ):
        m = find(article, read, n, used)
        if m is not None and m not in used:
            used.update((m, n))
            return _framed(article, sentence, read, n, m)
    return None


def _to_before(article: Article, read: list[Role], n: int, used: set[int]) -> int | None:
    """Find "to {after}" on the left: rose to 5 from 4."""
    before = read[n]
    for m in range(n - 1, -1, -1):
        role = read[m]
        if role.name in ("after", "at") and m not in used and alike(role.mention, before.mention):
            return m if before.start - role.place <= NEAR and clear(article, role.place, before.start) else None
        if role.name == "before" and alike(role.mention, before.mention):
            return None
    return None


def _to_behind(article: Article, read: list[Role], n: int, used: set[int]) -> int | None:
    """Find "to {after}" on the right: from 4 to 5."""
    before = read[n]
    if before.link not in ("from", "aside") and not article.verb_last:
        return None
    for m in range(n + 1, len(read)):
        role = read[m]
        if role.name == "after" and alike(role.mention, before.mention):
            return m if role.start - before.place <= NEAR and clear(article, before.place, role.start) else None
        if role.name == "before":
            return None
    return None


def _modified(article: Article, read: list[Role], n: int, used: set[int]) -> int | None:
    """Find the figure that a clause of change stands before: 12억 원보다 17% 늘어난 14억 원."""
    if not article.verb_last or n + 2 >= len(read) or read[n + 1].name not in ("change", "times"):
        return None
    after = read[n + 2]
    near = after.start - read[n + 1].place <= ADNOMINAL and read[n + 1].start - read[n].place <= NEAR
    return n + 2 if near and after.name == "plain" and alike(after.mention, read[n].mention) else None


def _subject(article: Article, read: list[Role], n: int, used: set[int]) -> int | None:
    """Find the nearest like figure on the left: 3,400, up from 3,150; 2.3 million, 17% more than 2 million."""
    before = read[n]
    for m in range(n - 1, -1, -1):
        role = read[m]
        if m in used and role.name != "before" and alike(role.mention, before.mention):
            return None  # It has its base already: what is 3% above another is it too, or unsaid.
        if m in used or not alike(role.mention, before.mention) or _of_two_things(role, before):
            continue
        if role.name in ("plain", "after", "at") or (
            role.name == "change"
            and (before.link == "beat" or _rate(role, before) or _amount_multiplied(article, role, before))
        ):
            own = role.name == "change" and _own_base(article, role, before.start)
            return (
                m if _compared(article, read, m, n) and not own and not _of_figure_between(article, read, n) else None
            )
    return None


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
    """Tell whether a percentage of change is itself compared: rose 10.5%, down from 10.7%; five times the 2% target."""
    return role.mention.kind == "percent" and before.mention.kind == "percent" and before.link in ("from", "times")


def _amount_multiplied(article: Article, role: Role, before: Role) -> bool:
    """Tell whether an amount of change is set against another: a loss of 310 jobs, more than twice the 140 of May."""
    amount = before.link == "times" and role.mention.kind in ("count", "money", "measure")
    return amount and not _own_base(article, role, before.start)


def _compared(article: Article, read: list[Role], m: int, n: int) -> bool:
    """Tell whether the words between subject and base compare the two."""
    start, before = read[m].place + 1, read[n]
    if article.verb_last:
        return any(role.name in ("change", "times") for role in read[n + 1 : n + 2])
    if ";" in article.skeleton[start : before.start] or before.start - start > 2 * NEAR:
        return False
    if before.link in ("compared", "against", "versus", "vs", "premium", "times", "beat"):
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
        if link == "subject" and role.name != "before" and alike(role.mention, before.mention)
    )
    doubt = (
        RATES
        if after.name == "change" and before.link != "beat" and not _amount_multiplied(article, after, before)
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
    own_base = [role for role in between if _own_base(article, role, read[last].place)]
    if own_base and own_base == between:
        return (), OWN_BASE
    between = [role for role in between if role not in own_base]
    if read[last].link == "times":
        between = [role for role in between if role.link != "or"]  # "grow by 128, or 15.8%, five times the 23 foreseen"
    if between:
        return tuple(between), None
    left = _leading(article, read, first)
    if left:
        if _own_base(article, left[-1], read[first].start):
            return tuple(left), OWN_BASE
        own = _own_verb(article, left[-1].place + 1, read[first].start)
        beaten = read[last].link == "beat"
        return tuple(left), "the two figures have a verb of their own" if own or beaten else None
    right = tuple(_trailing(article, read, last))
    share = any(role.link == "or" and not role.sign and role.mention.kind == "percent" for role in right)
    return right, "the percentage may be a share" if share else None


def _own_base(article: Article, role: Role, stop: int) -> bool:
    """Tell whether a change has a base of its own that is no figure: £4m more than forecast and £9m less than the £40m."""
    than = next(
        (at for at in range(role.place + 1, min(role.place + 4, stop)) if article.word(at) in ("than", "on")), stop
    )
    ends = next((at for at in range(than + 1, stop) if article.skeleton[at] == "," or article.word(at) == "and"), stop)
    return than < ends < stop and all(article.at[at].when for at in range(than, ends) if at in article.at)


def _own_verb(article: Article, start: int, end: int) -> bool:
    """Tell whether a verb between a change and a figure gives the figure to something else: fell 2%, valuing it at."""
    words, says = grammar(), vocabulary()[1]["SAY"]
    verb = start if article.verb_last else start + 2
    moved = any(words.sign(letter) for letter in article.skeleton[verb:end])
    attributed = any(letter in says for letter in article.skeleton[start : min(start + 2, end)])
    first = article.skeleton.find(",", start + 1, end) if attributed else start
    return moved or any(
        article.skeleton[at] == "w" and article.word(at).endswith("ing") for at in range(max(first, start), end)
    )


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
    return found if read[first].name != "plain" else []


def _trailing(article: Article, read: list[Role], last: int) -> list[Role]:
    found: list[Role] = []
    edge = read[last].place + 1
    for n in range(last + 1, len(read)):
        role = read[n]
        if role.name == "plain" and role.mention.kind == "duration" and not found:
            continue  # "in the previous 12 months, an increase of 38%": the time belongs to the figure before it.
        if (_or_size(role) and _only_time(article, edge, role.start)) or _set_off_size(article, role):
            role = role._replace(name="change")
        if role.name not in ("change", "times") or role.start - edge > NEAR or not clear(article, edge, role.start):
            break
        if article.verb_last:
            if role.start - edge > ADVERBIAL or not _one_clause(article, edge, role.start):
                break
        elif not found and role.link != "by" and SET_OFF.isdisjoint(article.skeleton[edge : role.place]):
            break
        if _goes_on(article, read, n) or (not article.verb_last and _own_verb(article, edge, role.start)):
            break
        found.append(role)
        edge = role.place + 1
    return found


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
    return end - start <= 1 or (end - start <= ADNOMINAL + 2 and small.issuperset(article.skeleton[start:end]))


def _set_off_size(article: Article, role: Role) -> bool:
    """Tell whether points stand alone behind a comma: to 4.6% from 4.7% in April, a tenth of a point."""
    return role.name == "plain" and role.mention.kind == "points" and article.skeleton[role.place - 1] == ","


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


def _one_clause(article: Article, start: int, end: int) -> bool:
    """Tell whether neither a comma nor a verb of change closes the clause between two places."""
    between = article.skeleton[start:end]
    return "," not in between and not any(grammar().sign(letter) for letter in between)


def _doubt(article: Article, read: list[Role], first: int, last: int, stated: tuple[Role, ...]) -> str | None:
    """Return why the figures might not be of one thing on one footing."""
    edges = [read[first].start, read[last].place, *(role.place for role in stated), *(role.start for role in stated)]
    start, end = min(edges), max(edges) + 1
    words = article.text(article.span(max(start - 6, 0), end)).lower().split()
    if not OTHER_BASIS.isdisjoint(word.strip(",.()") for word in words):
        return "the change may be on another footing"
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
    return read[first - 1].place + 1 == one.start and read[first - 1].mention.unit == one.mention.unit


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
    clean = not ranged and (not ahead or not _own_verb(article, last + 1, after.start))
    doubt = _doubt(article, read, n, n, stated) if clean else "the figures may be a range, or of something else"
    return Movement(sentence, None, after.mention, stated, stated[0].sign, link=after.link, doubt=doubt)
