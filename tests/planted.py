"""Measure how many slips in real copy are caught: python tests/planted.py FOLDER ... [--missed CLASS] [--rule RULE] [--most N].

Every relation that holds in the articles of the folders is broken in turn, one figure, word or name at a time and in
one way a time, far enough that no rounding mends it, and the article is checked again.  A slip is caught where an
error or a warning that was not there before touches what was changed.  Prints, for each class of slip and for each
rule whose relation was broken, how many were planted and caught, and why those missed were left alone.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

from planted_sources import DAYS, NUMBERS, TURNS, Plant, another

from factcheck.dates import MONTH_NAMES
from factcheck.document import Document, Span, UnreadableError
from factcheck.model import Held, Mention, Relation, Report, Severity
from factcheck.numerals import WORDS
from factcheck.pipeline import check_document, read_article
from factcheck.quantity import Interval, Quantity
from factcheck.read import read_file, read_text
from factcheck.solve import RANGES, leaves

CHANGES = {"percent-change", "percent-points", "difference", "multiple", "order"}
NEAR = 40
KOREAN_SCALES = {"만": "억", "억": "조", "조": "억"}
KOREAN_TURNS = {
    "증가": "감소",
    "감소": "증가",
    "늘": "줄",
    "줄": "늘",
    "상승": "하락",
    "하락": "상승",
    "올랐": "내렸",
    "내렸": "올랐",
}
ROOM = 3
"""A planted figure is so many times the reach of its rounding away from every value that would still hold."""


class Slip(NamedTuple):
    """A slip to plant: its class, the rule whose relation it breaks, the words to put at a place.

    `of` are the places of the relation, `seen` those where a finding would tell it; `sure` tells that arithmetic has
    shown the relation to be broken.
    """

    kind: str
    rule: str
    place: Span
    words: str
    of: tuple[Span, ...]
    seen: tuple[Span, ...]
    sure: bool = False


def word(text: str, pick: random.Random) -> str | None:
    """Return a spelt number with one near it in its place: three, four."""
    found = next((name for name in re.findall(r"[A-Za-z]+", text) if name.lower() in WORDS), None)
    if found is None:
        return None
    near = [name for name, value in WORDS.items() if 0 < abs(value - WORDS[found.lower()]) <= 2 and value > 1]
    other = pick.choice(near or ["two"])
    return text.replace(found, other.capitalize() if found[0].isupper() else other, 1)


def hour(text: str, pick: random.Random) -> str | None:
    """Return a time of day with another hour."""
    found = re.search(r"\d+", text)
    return text[: found.start()] + str(int(found[0]) % 12 + 1) + text[found.end() :] if found else None


def scale(text: str, pick: random.Random) -> str | None:
    """Return a figure of another power of ten, in English or Korean."""
    found = next((name for name in KOREAN_SCALES if name in text), None)
    return text.replace(found, KOREAN_SCALES[found], 1) if found else NUMBERS["power of ten"](text, pick)


FIGURES: dict[str, Plant] = NUMBERS | {"power of ten": scale, "number word": word}
CALENDAR: dict[str, Plant] = DAYS | {
    "weekday": another(
        (
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
            "월요일",
            "화요일",
            "수요일",
        )
    ),
    "month": another(MONTH_NAMES),
}


def slips(document: Document, held: list[Held], pick: random.Random) -> Iterator[Slip]:
    """Yield every slip to plant in an article, each place changed once in each way."""
    article = read_article(document)
    mentions = {mention.span: mention for mention in article.mentions}
    done: set[tuple[str, Span]] = set()
    for found in held:
        rule = found.rule.split("/")[0]
        for slip in _of_relation(document, found, rule, mentions, pick):
            if (slip.kind, slip.place) not in done:
                done.add((slip.kind, slip.place))
                yield slip


def _of_relation(
    document: Document, found: Held, rule: str, mentions: dict[Span, Mention], pick: random.Random
) -> Iterator[Slip]:
    text = document.text
    if rule == "name-variant":
        yield from _misspelt(text, found, pick)
        return
    for span in found.spans:
        if span in mentions:
            yield from _figure(document, found, rule, mentions[span], pick)
    if rule in CHANGES:
        yield from _turned(text, found, rule)
    if rule == "percent-points":
        yield from _pointless(text, found, rule)
    if rule == "list-count":
        yield from _longer(text, found, rule)


def _figure(document: Document, found: Held, rule: str, mention: Mention, pick: random.Random) -> Iterator[Slip]:
    plants = CALENDAR if mention.when else {"clock": hour} if mention.clock else FIGURES
    heading = any(
        block.kind in ("title", "headline", "heading") and block.start <= mention.span.start < block.end
        for block in document.blocks
    )
    for kind, plant in plants.items():
        changed = plant(mention.text, pick)
        if changed is None or changed == mention.text:
            continue
        broken = _breaks(document, found.relation, mention, changed)
        if broken is not False:
            name = f"headline {kind}" if heading else kind
            yield Slip(name, rule, mention.span, changed, found.spans, (mention.span,), bool(broken))


def _breaks(document: Document, relation: Relation | None, mention: Mention, words: str) -> bool | None:
    """Tell whether a relation is far from holding with other words for one of its figures; None if it is no arithmetic."""
    if relation is None or mention.number is None or not isinstance(relation.stated.value, Interval):
        return None
    figures = [
        figure
        for side in (relation.stated, relation.implied)
        for figure in leaves(side)
        if figure.spans == (mention.span,)
    ]
    after = _read(document, mention.span, words)
    if not figures:
        return None
    if after is None or after.number is None or not mention.number.middle or after.unit != mention.unit:
        return False
    factor = after.number.middle / mention.number.middle
    return not _with(relation.stated, figures, factor).meets(_with(relation.implied, figures, factor))


def _read(document: Document, place: Span, words: str) -> Mention | None:
    """Return what is read at a place of the text with other words there."""
    start = document.text.rfind("\n", 0, place.start) + 1
    stop = document.text.find("\n", place.end)
    line = document.text[start : place.start] + words + document.text[place.end : stop if stop > 0 else None]
    found = read_article(read_text(line, suffix=".txt")).mentions if line.strip() else []
    at = place.start - start - (len(line) - len(line.lstrip()))
    return next((mention for mention in found if mention.span.start == at), None)


def _with(quantity: Quantity, figures: list[Quantity], factor: object) -> Interval:
    if quantity.made is not None:
        sign, left, right = quantity.made
        return RANGES[sign](_with(left, figures, factor), _with(right, figures, factor))
    if quantity not in figures:
        return quantity.interval
    half = (quantity.interval.high - quantity.interval.low) / 2
    return Interval.around(quantity.interval.middle * factor, half * ROOM)  # type: ignore[operator]


def _misspelt(text: str, found: Held, pick: random.Random) -> Iterator[Slip]:
    """The last word of a name with two letters swapped, one left out or one more."""
    span = found.spans[-1]
    last = re.search(r"[^\W\d_]+$", text[span.start : span.end])
    if last is None or len(last[0]) < 5:
        return
    name, at = last[0], pick.randrange(2, len(last[0]) - 1)
    kind, words = pick.choice((
        ("name: letters swapped", name[:at] + name[at + 1] + name[at] + name[at + 2 :]),
        ("name: letter left out", name[:at] + name[at + 1 :]),
        ("name: letter doubled", name[:at] + name[at] + name[at:]),
        ("name: other vowel", name[:at] + {"a": "e", "e": "a", "i": "e", "o": "u", "u": "o"}.get(name[at], name[at]) + name[at + 1 :]),
    ))  # fmt: skip
    place = Span(span.start + last.start(), span.end)
    if words != name and not name.isupper():
        yield Slip(kind, "name-variant", place, words, found.spans, (place,))


def _turned(text: str, found: Held, rule: str) -> Iterator[Slip]:
    """The word of direction nearest to the figures, turned."""
    start, end = min(span.start for span in found.spans), max(span.end for span in found.spans)
    if "\n" in text[start:end]:
        return
    low = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start), start - NEAR) + 1
    words = "|".join([*(rf"\b{turn}\b" for turn in TURNS), *KOREAN_TURNS])
    matches = list(re.finditer(words, text[low : end + NEAR // 2]))
    if len(matches) == 1:
        place = Span(low + matches[0].start(), low + matches[0].end())
        yield Slip("direction", rule, place, {**TURNS, **KOREAN_TURNS}[matches[0][0]], found.spans, found.spans)


def _pointless(text: str, found: Held, rule: str) -> Iterator[Slip]:
    for span in found.spans:
        if match := re.search(r"percentage points?|%포인트|%p", text[span.start : span.end]):
            place = Span(span.start + match.start(), span.start + match.end())
            yield Slip(
                "percent for points",
                rule,
                place,
                "%" if match[0][0] == "%" else "percent",
                found.spans,
                found.spans,
            )


def _longer(text: str, found: Held, rule: str) -> Iterator[Slip]:
    listed = max(found.spans, key=lambda span: span.end - span.start)
    if match := re.search(r", (?=[A-Z])| and (?=[A-Z])|·|, ", text[listed.start : listed.end]):
        at = listed.start + match.start()
        added = {"·": "·메리디안"}.get(match[0], ", Meridian")
        yield Slip("list longer", rule, Span(at, at), added, found.spans, found.spans)


def planted(document: Document, slip: Slip) -> str:
    """Return the file with a slip in it."""
    place = document.in_source(slip.place)
    return document.source[: place.start] + slip.words + document.source[place.end :]


class Outcome(NamedTuple):
    """What became of a slip: whether it was caught, why it was not if the check said so, and the words around it."""

    slip: Slip
    caught: bool
    reason: str
    shown: str


def tried(document: Document, before: Report, slip: Slip) -> Outcome | None:
    """Return what becomes of a slip; None where the relation still holds with it, so that it is none."""
    report = check_document(read_text(planted(document, slip), document.path))
    told = {(found.rule, found.message) for found in before.findings}
    new = [
        found
        for found in report.findings
        if found.severity != Severity.NOTE and (found.rule, found.message) not in told
    ]
    moved = [_moved(span, slip) for span in slip.seen]
    hit = any(
        span.start < place.end and place.start < span.end for found in new for span in found.spans for place in moved
    )
    if not hit and not slip.sure:
        places = {_moved(span, slip) for span in slip.of}
        if any(found.rule.split("/")[0] == slip.rule and set(found.spans) == places for found in report.held):
            return None
    reasons = (reason for reason, count in report.unproven.items() if count > before.unproven.get(reason, 0))
    return Outcome(slip, hit, "" if hit else next(reasons, "nothing proposed"), _around(document, slip))


def _moved(span: Span, slip: Slip) -> Span:
    """Return where a span of the text lies with the slip in it."""
    longer = len(slip.words) - (slip.place.end - slip.place.start)
    return Span(
        span.start + longer * (span.start > slip.place.start),
        span.end + longer * (span.end >= slip.place.end),
    )


def _around(document: Document, slip: Slip) -> str:
    text, (start, end, _) = document.text, slip.place
    return f"{text[max(0, start - 130) : start]}[{text[start:end]} -> {slip.words}]{text[end : end + 130]}"


def planted_in(path: Path, rule: str = "") -> list[tuple[str, Outcome]]:
    """Return what became of every slip planted in an article, of those of one rule where it is named."""
    try:
        document = read_file(str(path))
    except UnreadableError:
        return []
    report = check_document(document)
    held = [found for found in report.held if found.rule.split("/")[0].startswith(rule)]
    outcomes = (tried(document, report, slip) for slip in slips(document, held, random.Random(path.name)))
    return [(f"{path.parent.name}/{path.name}", outcome) for outcome in outcomes if outcome]


def table(title: str, by: Callable[[Outcome], str], outcomes: list[Outcome]) -> str:
    """Return a table of rates, the commonest class first."""
    counts, hits = Counter(map(by, outcomes)), Counter(by(outcome) for outcome in outcomes if outcome.caught)
    rows = [f"{title:24} planted caught  rate"]
    rows += [f"{name:24} {count:7} {hits[name]:6}  {hits[name] / count:.2f}" for name, count in counts.most_common()]
    rows += [f"{'all':24} {counts.total():7} {hits.total():6}  {hits.total() / max(1, counts.total()):.2f}"]
    return "\n".join(rows)


def main() -> None:
    """Plant and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--missed", default="", metavar="CLASS", help="show the slips of a class that were missed")
    parser.add_argument("--rule", default="", help="only those that break a relation of this rule")
    parser.add_argument("--most", type=int, default=30, help="how many of the missed to show")
    options = parser.parse_args()
    paths = [path for folder in options.folders for path in sorted(folder.glob("*.md"))]
    with Pool() as pool:
        found = [one for many in pool.imap(partial(planted_in, rule=options.rule), paths, chunksize=16) for one in many]
    outcomes = [outcome for _, outcome in found]
    print(table("class", lambda outcome: outcome.slip.kind, outcomes))
    print(table("\nrule", lambda outcome: outcome.slip.rule, outcomes))
    why = Counter((outcome.slip.rule, outcome.reason) for outcome in outcomes if not outcome.caught)
    print(
        "\nmissed\n"
        + "\n".join(f"{count:5} {rule}: {reason}" for (rule, reason), count in why.most_common(options.most))
    )
    missed = [
        (name, outcome)
        for name, outcome in found
        if not outcome.caught and options.missed in (outcome.slip.kind, "any")
    ]
    for name, outcome in random.Random(1).sample(missed, min(options.most, len(missed))):
        print(f"{name} {outcome.slip.rule}, {outcome.reason}: {outcome.shown!r}")


if __name__ == "__main__":
    main()
