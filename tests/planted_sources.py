"""Measure how many slips against a source are caught: python tests/planted_sources.py FOLDER [--list KIND | --list all].

FOLDER holds pairs NAME.article.md and NAME.source.md.  In turn each figure of an article that repeats one of its
source is changed in one way, and the article is checked again; a slip is caught where an error or a warning touches
the figure changed.  Prints, for each way, how many of how many are caught, and the alarms on the articles as they are,
and beside the sources of other articles.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from factcheck.check import Check
from factcheck.checks.sources import source_mismatch
from factcheck.dates import MONTH_NAMES, NAMES
from factcheck.document import Document, Span
from factcheck.judge import judge
from factcheck.link.context.names import full_names
from factcheck.model import Finding, Mention, Severity
from factcheck.pipeline import read_article
from factcheck.read import read_file, read_text

UNITS = {"percentage points": "percent", " percent": " percentage points", "%": " percentage points", "$": "€", "£": "$",
         "kilomet": "met", "miles": "kilometres", "metres": "feet", "meters": "feet", "yards": "metres", "lb": "kg"}  # fmt: skip
SCALES = {"million": "billion", "billion": "trillion", "trillion": "billion", "thousand": "million"}
TURNS = {"rose": "fell", "fell": "rose", "up": "down", "down": "up", "more": "fewer", "fewer": "more", "lower": "higher",
         "higher": "lower", "increase": "decrease", "gained": "lost", "climbed": "dropped", "jumped": "plunged"}  # fmt: skip
Plant = Callable[[str, random.Random], str | None]


def digit(text: str, pick: random.Random) -> str | None:
    """Return a figure with one digit changed."""
    places = [n for n, sign in enumerate(text) if sign in "123456789"]
    if not places:
        return None
    place = pick.choice(places)
    other = pick.choice([sign for sign in "123456789" if sign != text[place]])
    return text[:place] + other + text[place + 1 :]


def swap(text: str, pick: random.Random) -> str | None:
    """Return a figure with two neighbouring digits the other way round."""
    places = [match.start() for match in re.finditer(r"(?=\d\d)", text)]
    places = [n for n in places if text[n] != text[n + 1] and text[n + 1] != "0"]
    if not places:
        return None
    place = pick.choice(places)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def power_of_ten(text: str, pick: random.Random) -> str | None:
    """Return a figure with its scale changed, or ten times as large."""
    for scale, other in SCALES.items():
        if scale in text:
            return text.replace(scale, other)
    match = re.search(r"(?<![\d.,])\d+(?:,\d{3})*(?![\d,]|\.\d)", text)
    if match is None:
        return None
    return text[: match.start()] + f"{int(match[0].replace(',', '')) * 10:,}" + text[match.end() :]


def another(names: tuple[str, ...]) -> Plant:
    """Return the plant that turns one name of a list into the next."""

    def plant(text: str, pick: random.Random) -> str | None:
        found = next((name for name in names if name in text), None)
        return text.replace(found, names[(names.index(found) + 1) % len(names)]) if found else None

    return plant


def instead(words: dict[str, str]) -> Plant:
    """Return the plant that puts another word for one of those given."""

    def plant(text: str, pick: random.Random) -> str | None:
        found = next((word for word in words if word in text), None)
        return text.replace(found, words[found]) if found else None

    return plant


def day(text: str, pick: random.Random) -> str | None:
    """Return a date with a digit changed, of a year one of its last two."""
    kept = 2 if re.fullmatch(r"\d{4}", text) else 0
    changed = digit(text[kept:], pick)
    return text[:kept] + changed if changed else None


NUMBERS: dict[str, Plant] = {"digit": digit, "swap": swap, "power of ten": power_of_ten, "unit": instead(UNITS)}
DAYS: dict[str, Plant] = {"day": day, "weekday": another(NAMES), "month": another(MONTH_NAMES)}
TIMES: dict[str, Plant] = {"time": instead({"a.m.": "p.m.", "p.m.": "a.m.", "am": "pm", "pm": "am"})}


def plants_of(mention: Mention) -> dict[str, Plant]:
    """Return the ways in which a figure of its kind may be changed."""
    return TIMES if mention.clock else DAYS if mention.when else NUMBERS


def alarms(document: Document, source: Document) -> list[Finding]:
    """Return the errors and warnings on an article beside its source."""
    article = read_article(document)
    article.companions = (read_article(source),)
    check: Check = source_mismatch
    outcomes = (judge(check, relation) for relation in check.propose(article))
    return [found for found in outcomes if isinstance(found, Finding) and found.severity != Severity.NOTE]


def held(document: Document, source: Document) -> set[Span]:
    """Return the figures of an article that its source bears out."""
    article = read_article(document)
    article.companions = (read_article(source),)
    outcomes = (judge(source_mismatch, relation) for relation in source_mismatch.propose(article))
    return {found.spans[0] for found in outcomes if not isinstance(found, Finding | str)}


def plants(document: Document, source: Document) -> Iterator[tuple[str, Span, str]]:
    """Yield each slip to plant: its kind, the place in the file and the words to put there.

    Which digit changes depends on the place alone, so that two runs of two versions plant the same slips.
    """
    article = read_article(document)
    borne = held(document, source)
    for mention in article.mentions:
        if mention.span not in borne:
            continue
        for kind, plant in plants_of(mention).items():
            changed = plant(mention.text, random.Random(f"{document.path} {mention.span.start} {kind}"))
            if changed and changed != mention.text:
                yield kind, document.in_source(mention.span), changed
        for match in re.finditer(r"\w+", document.text[max(0, mention.span.start - 9) : mention.span.start]):
            if match[0] in TURNS and mention.when is None:
                start = max(0, mention.span.start - 9) + match.start()
                yield "direction", document.in_source(Span(start, start + len(match[0]))), TURNS[match[0]]
    yield from _names(document, source)


def _names(document: Document, source: Document) -> Iterator[tuple[str, Span, str]]:
    for name, places in full_names(read_article(document).tokens).items():
        word = name.split()[-1]
        if len(word) > 4 and word in source.text:
            start = read_article(document).tokens.starts[places[0]] + len(name) - len(word)
            changed = word[:2] + word[3] + word[2] + word[4:]
            if changed != word:
                yield "name", document.in_source(Span(start, start + len(word))), changed


def caught(document: Document, source: Document, place: Span, words: str) -> bool:
    """Tell whether a planted slip is found where it stands."""
    text = document.source[: place.start] + words + document.source[place.end :]
    changed = read_text(text, document.path)
    end = place.start + len(words) + (12 if words in TURNS else 0)
    spans = [changed.in_source(span) for found in alarms(changed, source) for span in found.spans if not span.file]
    return any(span.start < end and place.start < span.end for span in spans)


def _beside_strangers(folder: Path) -> int:
    """Count the alarms on articles beside sources that they were not written from."""
    articles, sources = (sorted(folder.glob(f"*.{kind}.*")) for kind in ("article", "source"))
    total = 0
    for n, path in enumerate(articles):
        for step in range(1, min(4, len(sources))):
            total += len(alarms(read_file(path), read_file(sources[(n + step) % len(sources)])))
    return total


def main() -> None:
    """Plant and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", default="")
    options = parser.parse_args()
    found, planted, clean = Counter[str](), Counter[str](), 0
    for path in sorted(options.folder.glob("*.article.*")):
        source = next(path.parent.glob(path.name.split(".article")[0] + ".source.*"))
        pair = read_file(path), read_file(source)
        clean += len(alarms(*pair))
        for kind, place, words in plants(*pair):
            planted[kind] += 1
            found[kind] += (hit := caught(*pair, place, words))
            if options.list in (kind, "all") and not hit:
                print(
                    f"missed {kind} {path.name}:{place.start}: {pair[0].source[place.start : place.end]!r} -> {words!r}"
                )
    strangers = _beside_strangers(options.folder)
    for kind, count in planted.most_common():
        print(f"{kind:14} {found[kind]:5} of {count:5}  {found[kind] / count:.2f}")
    print(f"{'all':14} {found.total():5} of {planted.total():5}  {found.total() / max(1, planted.total()):.2f}")
    print(f"alarms on the articles as they are: {clean}; beside the sources of the next three: {strangers}")


if __name__ == "__main__":
    main()
