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
from factcheck.link.change.farend import amount_multiplied, modified, own_verb, subject, to_before, to_behind
from factcheck.link.change.halves import by_far, by_half, by_points
from factcheck.link.change.margins import margins
from factcheck.link.change.oneend import one_ended
from factcheck.link.change.restated import restated
from factcheck.link.change.spoken import leading, stated_with, trailing
from factcheck.link.context.directions import FIGURE, direction, governing
from factcheck.link.context.frames import OTHER_BASIS, YIELDS, Movement, alike, basis_words
from factcheck.link.context.hopes import is_hoped_for
from factcheck.link.context.roles import FIGURES, REACH, Role, grammar, roles
from factcheck.model import Mention
from factcheck.phrase import kind_letters, source
from factcheck.regexes import compiled
from factcheck.segment import vocabulary

RATES = "a rate of change is compared"
LEAD = 8
"""So many places before a change may stand a word that puts it on another footing."""

FAR = "the verb may be of another thing"
AMOUNTS = sum(BIT[letter] for letter in kind_letters("amount|fraction|multiple|pair"))


@lru_cache(maxsize=2)
def movements(article: Article) -> tuple[Movement, ...]:
    """Return every change that the sentences of an article tell, in order."""
    found: list[Movement] = []
    for sentence in _telling(article):
        found += _told(article, sentence, found[-2:])
    return tuple(_doubted(article, move) for move in found)


def _doubted(article: Article, move: Movement) -> Movement:
    """Return a change with the doubt that it may not have begun where others had put it: down 18% to 205 million, against the 190 million expected."""
    if move.before is None or move.doubt or move.before.first < move.after.first:
        return move
    hoped = is_hoped_for(article, move.before)
    return move._replace(doubt="what was expected is no earlier figure") if hoped else move


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
    stated, gap = stated_with(article, read, first, last)
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


def _of_several(article: Article, place: int) -> bool:
    """Tell whether a change is said to have come so many times in a row: by 5 percent four years running."""
    behind = [article.word(at) for at in range(place + 2, place + 5)]
    return place + 1 in article.at and not {"row", "running", "straight", "succession"}.isdisjoint(behind)


def _doubt(article: Article, read: list[Role], first: int, last: int, stated: tuple[Role, ...]) -> str | None:
    """Return why the figures might not be of one thing on one footing."""
    edges = [read[first].start, read[last].place, *(role.place for role in stated), *(role.start for role in stated)]
    start, end = min(edges), max(edges) + 1
    words = basis_words(article.text(article.span(max(start - LEAD, 0), end)))
    higher = read[first].mention.kind == "percent" and read[last].link == "than"
    footing = OTHER_BASIS - YIELDS if higher else OTHER_BASIS
    unsaid = (word for word, behind in pairwise([*words, ""]) if not behind.lstrip("£$€")[:1].isdigit())
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
    ahead, behind = leading(article, read, n), trailing(article, read, n)
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
