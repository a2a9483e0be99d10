"""What a match adds up to: its parts to its final score, a result to a record, the scorers to the goals, rounds to a total."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.context.scores import Score, lists, one_of, scores, stated
from factcheck.link.series.figures import value
from factcheck.link.sport.telling import in_play
from factcheck.model import Mention, Relation
from factcheck.numerals import small_number, small_numbers
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.regexes import compiled

RECORD, MOST_SINCE = 10, 4
"""A pair of so many games is a season's record; so many games at most are told in one breath."""

NEAR, TWO, THREE, MOST = 10, 2, 3, 3
SETS, MOST_GOALS = 7, 12
Pair = tuple[int, int]

GAELIC = Pattern(r"\b\d{1,2}-\d{1,2} to \d{1,2}-\d{1,2}\b")
"""Goals and points of each side: 1-10 to 0-9."""

IN_SETS = Pattern(r"\bsets?\b|\btie-?breaks?\b|\btennis\b|\bsquash\b|\bbadminton\b|\bframes?\b", re.I)
"""Where a match is one of sets their scores are not added up."""

AFTER_TIME = Pattern(r"\b(?:penalties|shoot-?out|extra[ -]time|overtime|extra innings)\b", re.I)
"""Where a match went on after its time the scores told are those it stood at, not its parts."""

IN_PARTS = Pattern(r"\b(?:half|half-?time|quarters?|periods?|thirds?|innings|interval|break|outscored)\b", re.I)
"""Where two scores are of parts of a match they are no records of a season."""

PARTED = Pattern(
    r"\b(?:half-?time|halves|half|interval|break|quarters?(?!-?finals?)|periods?|legs?|aggregate|innings|after (?:it|that)|trail\w+|unanswered|without reply|lead|led|ahead|up|down)\b",
    re.I,
)
"""What tells that a match, or a tie, is told in parts."""


ALL_THE_REST = Pattern(r"\bthe (?:last|final) ", re.I)
"""Without these a run of points is not all that came after it: the other side may score again."""


@cache
def _run() -> re.Pattern[str]:
    """Compile the points that one side alone scored: the last 21 points; 14 unanswered points; scored twice without reply."""
    many = small_numbers(2)
    return compiled(
        rf"\b(?:the last|the next|the final) (?P<last>{many})(?: points)?(?= (?:of|to|and|in|as)\b|[,.])|\b(?P<only>{many}) unanswered\b"
        rf"|\bscored (?P<twice>twice|three times|{many})(?: goals| points)?[^.;,\n]{{0,24}}? (?:without reply|unanswered)\b",
        re.I,
    )


@cache
def _both() -> re.Pattern[str]:
    """Compile what each side scored in a part of a match, in words: added 17 points to Wasps' 12."""
    many = small_numbers(2)
    return compiled(
        rf"\b(?:added|scored|put on|managed) (?P<one>{many})(?: points| goals| runs)? to (?:[A-Z][\w]+['’]s?|(?:the )?[A-Za-z]+['’]s?|their) (?P<other>{many})\b"
    )


def added_up(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add two parts of a match up to its final score: 58-51 at the half and 49-57 after it, so 107-108."""
    text, here = article.document.text, article.here(sentence)
    told = [one for one in scores(sentence) if text[one.mention.span.start - 1] != "("]
    words = text[here.start : here.end]
    if not PARTED.search(words) or IN_SETS.search(words) or GAELIC.search(words):
        return
    bits = _bits(words, here.start)
    if len(told) == 1 and bits and re.search(r"\bwin|\bwon|\bbeat", words):
        yield from _in_all(told[0], *bits)
        return
    parts: list[tuple[Pair, Span, bool]] = [((one.left, one.right), one.mention.span, False) for one in told]
    if len(told) == TWO:
        parts += _in_words(words, here.start)
        parts += [((bits[0], 0), bits[1], True)] if bits else []
    if len(parts) != THREE or max(max(pair) for pair, _, _ in parts) <= 1:
        return
    final = max(told, key=lambda one: one.games)
    rest = [part for part in parts if part[1] != final.mention.span]
    if len(rest) != TWO or any(sum(pair) > final.games for pair, _, _ in rest):
        return
    if final.games > max(sum(pair) for pair, _, _ in rest) * THREE and min(sum(pair) for pair, _, _ in rest) > 0:
        return
    if AFTER_TIME.search(words):
        return
    (one, _, _), (other, _, alone) = rest if rest[1][2] or not rest[0][2] else rest[::-1]
    ways = {(one[0] + other[0], one[1] + other[1]), (one[0] + other[1], one[1] + other[0])}
    ways |= {way[::-1] for way in ways}
    mentions = [part[1] for part in rest]
    working = " and ".join(text[span.start : span.end] for span in mentions)
    fits = (final.left, final.right) in ways
    more = alone and not ALL_THE_REST.search(words) and any(a <= final.left and b <= final.right for a, b in ways)
    near = not more and any(
        (final.left == left) != (final.right == right) and abs(final.games - left - right) <= NEAR
        for left, right in ways
    )
    firm = near and (alone or final.games > SETS)
    if fits or firm:
        made = Quantity(one_of(ways, working, []).value, "", working, tuple(mentions))
        yield Relation(stated(final), made)


@cache
def _bit() -> re.Pattern[str]:
    """Compile what one side scored in one part of a match: twice in the third period, three in the sixth."""
    ordinal = r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|final|last|opening"
    return compiled(
        rf"\b(?P<many>once|twice|three times|four times|{small_numbers(2)})(?: runs?| goals?| points)? in the (?:{ordinal})\b(?: period| inning| quarter| half| frame)?(?=,| and| to|[.;])",
        re.I,
    )


TIMES = {"once": 1, "twice": 2, "three times": 3, "four times": 4}


def _bits(words: str, start: int) -> tuple[int, Span] | None:
    """Return what one side scored in several parts of a match, where a text tells two or more of them in a row."""
    found = list(_bit().finditer(words))
    if len(found) < TWO or any(later.start() - one.end() > NEAR for one, later in pairwise(found)):
        return None
    many = sum(TIMES.get(one["many"].lower()) or small_number(one["many"]) for one in found)
    return many, Span(start + found[0].start(), start + found[-1].end())


def _in_all(final: Score, many: int, span: Span) -> Iterator[Relation]:
    """Hold the goals of all parts of a match to what the winner had."""
    most, least = max(final.left, final.right), min(final.left, final.right)
    if abs(most - many) <= 1:
        made = Quantity(one_of({(many, least), (least, many)}, "", []).value, "", f"{many} in all", (span,))
        yield Relation(stated(final), made)


def _in_words(words: str, start: int) -> Iterator[tuple[Pair, Span, bool]]:
    """Yield a part of a match that words tell: what one side alone scored, or each of the two."""
    for found in _run().finditer(words):
        name = next(name for name in ("last", "only", "twice") if found[name])
        many = {"twice": 2, "three times": 3}.get(found[name].lower()) or small_number(found[name])
        yield (many, 0), Span(start + found.start(name), start + found.end(name)), True
    for found in _both().finditer(words):
        pair = small_number(found["one"]), small_number(found["other"])
        yield pair, Span(start + found.start("one"), start + found.end("other")), True


@cache
def _outcomes() -> dict[str, re.Pattern[str]]:
    """Compile the words for a game won, and for one lost."""
    return {
        "won": compiled(
            r"\b(?:win|won|victory|beat(?:ing)?|defeated|defeating|edged|edging|downed|downing|routed|routing)\b", re.I
        ),
        "lost": compiled(r"\b(?:loss|lost|losing|defeat|beaten|fell to(?! \d)|falling to(?! \d))\b", re.I),
        "swept": compiled(r"\b(?:swept|sweeping|won both|took both)\b", re.I),
        "dropped": compiled(r"\b(?:dropped both|lost both|were swept|was swept)\b", re.I),
        "two of three": compiled(r"\b(?:took|taking|won|winning) two of three\b", re.I),
        "one of three": compiled(r"\b(?:lost|losing|dropped|dropping) two of three\b", re.I),
    }


SINCE = {"swept": (2, 0), "dropped": (0, 2), "two of three": (2, 1), "one of three": (1, 2)}
OF_SO_MANY = Pattern(r"\b(?:won|lost) \w+ (?:of|in|out of)\b", re.I)
SERIES = Pattern(r"\b(?:double-?header|twin bill|both|two-game)\b", re.I)
MANY = Pattern(
    r"\b(?:last|straight|since|in a row|games|all season|at home|away|road|conference|league|division\w*)\b", re.I
)


ANEW = Pattern(r"\bagain\b", re.I)
"""Between two scores it tells that more was won than the sentence says."""


def since_then(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold a record to the one before it and the game or two that the sentence tells between: 13-8 before the win, 14-8 after it."""
    told = [one for one in scores(sentence) if one.games >= RECORD]
    if len(told) != TWO or len(scores(sentence)) != TWO:
        return
    words = article.words(sentence)
    between = article.document.text[told[0].mention.span.end : told[1].mention.span.start]
    if (
        ANEW.search(between)
        or IN_SETS.search(words)
        or IN_PARTS.search(words)
        or OF_SO_MANY.search(words)
        or not re.search(r"[a-z]{3}", between)
    ):
        return
    then, now = sorted(told, key=lambda one: one.games)
    found = _told_since(words)
    if (
        found is None
        or now.games - then.games > MOST_SINCE
        or abs(now.left - then.left) + abs(now.right - then.right) > MOST_SINCE
    ):
        return
    if MANY.search(words) and now.games - then.games != sum(found):
        return
    if now.games == then.games and told[0].games == told[1].games:
        before = [one for one in told if _before(article, one)]
        if len(before) != 1:
            return
        then, now = before[0], next(one for one in told if one is not before[0])
    made = (then.left + found[0], then.right + found[1])
    off = abs(now.left - made[0]) + abs(now.right - made[1])
    working = f"{then.mention.text} and {found[0]}-{found[1]}"
    if off <= 1:
        yield Relation(stated(now), one_of({made}, working, [then.mention]))


def _told_since(words: str) -> Pair | None:
    """Return the games won and lost that a sentence tells by verbs, None where it tells none or too many."""
    outcomes = _outcomes()
    for name in ("two of three", "one of three", "dropped", "swept"):
        if outcomes[name].search(words):
            return SINCE[name] if "three" in name or SERIES.search(words) else None
    won, lost = len(outcomes["won"].findall(words)), len(outcomes["lost"].findall(words))
    return (won, lost) if 0 < won + lost <= TWO and max(won, lost) == 1 else None


def _before(article: Article, found: Score) -> bool:
    """Tell whether words about a record say that it is the earlier: were 13-8 before it, after they had come in at 5-6."""
    start = max(0, found.mention.span.start - 24)
    ahead = article.document.text[start : found.mention.span.start]
    return re.search(r"\b(?:had|were|was|from|in at|at|having been)\b[^.;,]{0,12}$", ahead, re.I) is not None


@cache
def _scorers() -> re.Pattern[str]:
    """Compile a list of scorers behind "goals from": each a name, so many of his goals in brackets, a brace."""
    name = r"(?:a (?:late |second-half |first-half |brace|double|penalty)[^,.;]{0,20}? (?:from|by) )?(?:[A-Z][\w'’-]+ ){0,2}[A-Z][\w'’-]+(?: \((?:two|three|four|2|3|4|pen)\))?"
    return compiled(
        rf"\b[Gg]oals (?:came )?(?:from|by|through) (?P<list>{name}(?:, {name})*,? and {name})(?= (?:gave|earned|secured|made|saw|put|sealed|handed|clinched|completed|were enough|won)\b|[.;])"
    )


BRACKETED = Pattern(r"\((two|three|four|2|3|4)\)")
BRACE = Pattern(r"\b(?:brace|double)\b")
OWN = Pattern(r"\bown goals?\b|\bpenalty try\b|\bshoot-?out\b|\baggregate\b", re.I)


def goals_by(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Count the goals of those who are listed against the winner's: Diaz, Salim (two) and Berg, so four."""
    text, here = article.document.text, article.here(sentence)
    found = _scorers().search(text, here.start, here.end)
    told = scores(sentence)
    if found is None or len(told) != 1 or OWN.search(text, here.start, here.end):
        return
    names = re.split(r", and |, | and ", found["list"])
    more = sum(small_number(one) - 1 for one in BRACKETED.findall(found["list"]))
    goals = len(names) + more + len(BRACE.findall(found["list"]))
    most = max(told[0].left, told[0].right)
    if abs(goals - most) <= 1 and most <= MOST_GOALS:
        less = min(told[0].left, told[0].right)
        span = Span(*found.span("list"))
        made = Quantity(one_of({(goals, less), (less, goals)}, found["list"], []).value, "", found["list"], (span,))
        yield Relation(stated(told[0]), made, f"{{stated}} is said, but {{working}} are {goals} goals.")


@cache
def _rounds() -> re.Pattern[str]:
    number = r"\d{2}"
    return compiled(
        rf"\b(?:rounds?|cards?|shot|carded|returned|fired|scores)\b[^.;\n]{{0,16}}?\b(?P<rounds>{number}(?:(?:-|, | and |,? and an? |, an? ){number}){{1,3}})\b(?! (?:to|points))(?P<rest>[^.;\n]*)"
    )


WHOLE = Pattern(
    r"(?:\b(?:total|aggregate|tally) (?:of|was|is)|\bleft (?:her|him|them) (?:at|on)|\b(?:at|on|for)(?: a)?(?: [a-z-]+)? (?:total of )?|\bfinish(?:ed)? (?:at|on|with)|\badded up to|\bcame to) ?(?P<sum>\d{3})\b"
)


def total_of_rounds(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Add a golfer's rounds up: 66-70-69-71 for a total of 276."""
    text, here = article.document.text, article.here(sentence)
    found = _rounds().search(text, here.start, here.end)
    whole = WHOLE.search(found["rest"]) if found else None
    if found is None or whole is None:
        return
    rounds = [int(one) for one in re.findall(r"\d{2}", found["rounds"])]
    said, made = int(whole["sum"]), sum(rounds)
    swapped = sorted(str(said)) == sorted(str(made))
    if all(SHORTEST <= one <= LONGEST for one in rounds) and (abs(said - made) <= NEAR or swapped):
        begins = found.start("rest") + whole.start("sum")
        stating = Quantity(Interval.exactly(said), "", whole["sum"], (Span(begins, begins + THREE),))
        yield Relation(stating, Quantity(Interval.exactly(made), "", found["rounds"], (Span(*found.span("rounds")),)))


SHORTEST, LONGEST = 58, 90
"""So many strokes has a round of golf."""

CLEAR = Pattern(
    r" (?:points? )?(?:clear|ahead|behind|back|adrift|better off|worse off|in front|shy|off|(?:more|fewer) than (?-i:(?=[A-Z])))(?![a-z])",
    re.I,
)

GAP = Pattern(r"\b(?:gap|lead|margin|advantage|cushion)(?: [a-z]+){0,3}? (?:is|was|of) (?:only |just |now )?$", re.I)


def clear_of(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold how far apart two sides are in a table to the points of both: top on 47, three clear of Derby, who have 44."""
    text = article.document.text
    told = in_play(article, sentence.of_kind("count|points"))
    counts = [one for one in told if one.number and not one.hedge and one.upper is None]
    if sentence.of_kind("percent") or any(_points(one) != value(one) for one in counts if one.kind == "count"):
        return
    start = article.here(sentence).start
    apart = [one for one in counts if CLEAR.match(text, one.span.end) or GAP.search(text, start, one.span.start)]
    rest = [one for one in counts if one not in apart]
    if len(apart) != 1 or len(rest) != TWO or not re.search(r"\bpoints?\b|\btable\b|\btop\b", article.words(sentence)):
        return
    one, other = sorted((_points(each) for each in rest), reverse=True)
    said = _points(apart[0])
    if other > 0 and one - other < other and said < other and abs(one - other - said) <= MOST:
        spans = tuple(each.span for each in rest)
        implied = Quantity(Interval.exactly(one - other), "", f"{one} - {other}", spans)
        yield Relation(Quantity(Interval.exactly(said), "", apart[0].text, (apart[0].span,)), implied)


def _points(mention: Mention) -> int:
    """Return a number of points as it is displayed."""
    return round(value(mention) * (100 if mention.kind == "points" and mention.unit == "pp" else 1))


@cache
def _series() -> re.Pattern[str]:
    many = small_numbers(1)
    return compiled(rf"(?:after|in|over) (?P<games>{many}) (?:games|matches|tests|rubbers)\b", re.I)


def games_of_series(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold the result of a series to the games that it took: 3-1 after four games."""
    text, here = article.document.text, article.here(sentence)
    listed = next((one for one in lists(article, sentence) if len(one) > 1), [])
    of_games = re.search(rf"\b(?P<games>{small_numbers(1)})-game series\b", text[here.start : here.end])
    if of_games and len(listed) == len(scores(sentence)):
        span = Span(here.start + of_games.start("games"), here.start + of_games.end("games"))
        said = Quantity(Interval.exactly(small_number(of_games["games"])), "", of_games["games"], (span,))
        spans = tuple(one.mention.span for one in listed)
        full = re.search(r"\b(?:swept|sweep)", text[here.start : here.end]) is not None
        made = Quantity(Interval.exactly(len(listed)), "", ", ".join(one.mention.text for one in listed), spans)
        yield Relation(
            said,
            made,
            "{working} are {implied} games, not {stated}.",
            doubt=None if full else "some games may go untold",
        )
        return
    told, found = scores(sentence), _series().search(text, here.start, here.end)
    series = re.search(r"\b(?:series|tie|rubber)\b", text[here.start : here.end])
    if series and found and len(told) == 1 and 0 < found.start() - told[0].mention.span.end <= NEAR:
        games = small_number(found["games"])
        said = Quantity(Interval.exactly(games), "", found["games"], (Span(*found.span("games")),))
        made = Quantity(Interval.exactly(told[0].games), "", told[0].mention.text, (told[0].mention.span,))
        drawn = games > told[0].games
        yield Relation(
            said, made, doubt="a game may have been drawn" if drawn and "raw" in text[here.start : here.end] else None
        )


NTH = Pattern(
    r" (?:(?:[a-z-]+ )?(?:win|victory|title|goal|cap|century|try|medal|triumph|success|hat-trick|wicket)s?)\b", re.I
)

HAD_BEFORE = Pattern(
    lambda: (
        rf"\b(?:had|has had|with) (?P<many>{small_numbers(2)})\b[^.;,\n]{{0,28}}?\b(?:before|previously|until then)\b"
    ),
    re.I,
)


def counting(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold which win of theirs a game was to those that they had before: the 11th, so they had ten."""
    text, here = article.document.text, article.here(sentence)
    nth = [one for one in sentence.of_kind("ordinal") if NTH.match(text, one.span.end)]
    had = HAD_BEFORE.search(text, here.start, here.end)
    if len(nth) == 1 and had and nth[0].number:
        many, place = small_number(had["many"]), int(nth[0].number.middle)
        if abs(place - 1 - many) <= 1:
            said = Quantity(Interval.exactly(many), "", had["many"], (Span(*had.span("many")),))
            made = Quantity(Interval.exactly(place - 1), "", f"{nth[0].text} less the last", (nth[0].span,))
            yield Relation(said, made, "{working} is {implied}, not {stated}.")
