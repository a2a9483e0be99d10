"""Rule files read: what is good of each is taken, what is not is named with its line.

Files overlay: those of the house, then those of the project, then those of the command line; what a later one says
of the same thing counts.  Files of one layer must not contradict each other.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from factcheck.article import Article
from factcheck.companions.facts import Fact, agree, fact_of
from factcheck.dates import MONTH_NAMES, Days
from factcheck.document import Document, Span, UnreadableError
from factcheck.house.formula import FormulaError, parsed
from factcheck.house.periods import named
from factcheck.house.places import Path, Places, place, places
from factcheck.house.rules import House, HouseFact, HouseName, HouseRelation, Measures
from factcheck.house.schema import Flaw, Table, flaws
from factcheck.languages import language
from factcheck.link.context.subjects import stem
from factcheck.model import Severity
from factcheck.read import bytes_of, decoded
from factcheck.reference.own import OwnRates, read_rates
from factcheck.regexes import compiled

SUFFIX = ".toml"
WHERE = compiled(r" \(at (?:line (\d+), column \d+|end of document)\)$")
YEAR_DIGITS = 4
SMALL = frozenset("a an the of in on at for its his her their and".split())
Key = tuple[Any, ...]


class _File:
    """A rule file with the good of what it holds; `slips` names the rest."""

    def __init__(self, path: str) -> None:
        self.path, self.slips = path, list[UnreadableError]()
        self.facts, self.names, self.relations = (
            dict[Key, HouseFact](),
            dict[Key, HouseName](),
            dict[Key, HouseRelation](),
        )
        self.checks, self.severities = dict[str, Table](), dict[str, Severity]()
        self.furniture: tuple[str, ...] = ()
        self.table: Table = {}
        self.places: Places = {}
        self.document = Document(path, "", "")
        try:
            self._read()
        except UnreadableError as slip:
            self.slips.append(slip)

    def _read(self) -> None:
        source = decoded(bytes_of(self.path), self.path).removeprefix("\ufeff")
        self.document = Document(self.path, source, source)
        self.table = _parsed(source, self.path)
        self.places = places(source)
        found = list(flaws(self.table))
        for flaw in sorted(found, key=lambda flaw: place(self.places, flaw.path)):
            self._slip(flaw)
        bad = {flaw.path[:2] for flaw in found} | {flaw.path[:1] for flaw in found if len(flaw.path) == 1}
        for sort, take in (("fact", self._fact), ("name", self._name), ("relation", self._relation)):
            if (sort,) not in bad:
                for number, entry in enumerate(self.table.get(sort, ())):
                    if (sort, number) not in bad:
                        self._taken(take, entry, (sort, number))
        self._settings(bad)

    def _taken(self, take: Any, entry: Table, path: Path) -> None:
        try:
            take(entry, path)
        except _FlawError as slip:
            self._slip(slip.flaw)

    def _slip(self, flaw: Flaw) -> None:
        line = self.document.location(place(self.places, flaw.path).start).line
        self.slips.append(UnreadableError(self.path, f"line {line}: {flaw.words}"))

    def _span(self, path: Path) -> Span:
        """Return where a value stands, its quotation marks left off."""
        start, end, _ = place(self.places, path)
        quoted = self.document.source[start : start + 1] in ("'", '"') and end - start > 2
        return Span(start + quoted, end - quoted, self.path)

    def _fact(self, entry: Table, path: Path) -> None:
        forms = (entry["subject"], *entry.get("aliases", ()))
        words = _ways(entry["measure"])
        period = _period(entry["period"], (*path, "period")) if "period" in entry else None
        figures = _figures(str(entry["value"]), (*path, "value"))
        named_of = f"{forms[0]}, {words[0]}" + (f", {entry['period']}" if period else "")
        fact = HouseFact(
            forms, _measures(words, (*path, "measure")), named_of, figures, period, entry.get("source", ""),
            Fraction(entry.get("tolerance", 0)), self._span((*path, "value")),
        )  # fmt: skip
        for measure in fact.measures:
            self._kept(self.facts, (forms[0], measure, period), fact, path)

    def _kept(self, kept: dict[Key, HouseFact], key: Key, fact: HouseFact, path: Path) -> None:
        other = kept.setdefault(key, fact)
        if not agreeing(other, fact):
            line = self.document.location(other.place.start).line
            raise _FlawError((*path, "value"), f"{contradicted(fact, other)} in line {line}")

    def _name(self, entry: Table, path: Path) -> None:
        right, others, wrong = entry["right"], tuple(entry.get("aliases", ())), tuple(entry.get("wrong", ()))
        if both := {right, *others} & set(wrong):
            raise _FlawError((*path, "wrong"), f"{min(both)} is given as right and as wrong")
        self.names[(right,)] = HouseName(right, others, wrong, self._span((*path, "right")))

    def _relation(self, entry: Table, path: Path) -> None:
        try:
            formula = parsed(entry["formula"])
        except FormulaError as slip:
            raise _FlawError((*path, "formula"), str(slip)) from None
        given = entry.get("where", {})
        if unknown := [name for name in given if name not in formula.symbols]:
            raise _FlawError((*path, "where", unknown[0]), f"{unknown[0]} is not in the formula {formula.text}")
        where = {
            name: _measures(_ways(given.get(name, name.replace("_", " "))), (*path, "where", name))
            for name in formula.symbols
        }
        forms = (entry["subject"], *entry.get("aliases", ())) if "subject" in entry else ()
        self.relations[(formula.text, forms[:1])] = HouseRelation(
            formula,
            where,
            forms,
            entry.get("source", ""),
            Fraction(entry.get("tolerance", 0)),
            self._span((*path, "formula")),
        )

    def _settings(self, bad: set[Path]) -> None:
        if not any(path[0] == "furniture" for path in bad):
            self.furniture = tuple(self.table.get("furniture", {}).get("lines", ()))
        for sort, kept in (("check", self.checks), ("severity", self.severities)):
            if (sort,) not in bad:
                kept |= {name: value for name, value in self.table.get(sort, {}).items() if (sort, name) not in bad}


class _FlawError(Exception):
    """An entry of a rule file that cannot be used."""

    def __init__(self, path: Path, words: str) -> None:
        super().__init__(words)
        self.flaw = Flaw(path, words)


def read_house(layers: Iterable[Sequence[str]]) -> tuple[House, list[UnreadableError]]:
    """Return what files and folders of rules lay down, a layer over another, and what is wrong in them."""
    slips: list[UnreadableError] = []
    files: list[_File] = []
    facts, names, relations = dict[Key, HouseFact](), dict[Key, HouseName](), dict[Key, HouseRelation]()
    checks, severities = dict[str, Table](), dict[str, Severity]()
    for layer in layers:
        read = [_File(path) for path in rule_files(layer, slips)]
        slips += _contradictions(read)
        for file in read:
            facts |= file.facts
            names |= file.names
            relations |= file.relations
            severities |= {name: Severity(value) for name, value in file.severities.items()}
            checks |= {name: checks.get(name, {}) | settings for name, settings in file.checks.items()}
        files += read
    slips += [slip for file in files for slip in file.slips]
    severities = {
        name: Severity(check["severity"]) for name, check in checks.items() if "severity" in check
    } | severities
    house = House(
        dict.fromkeys(facts.values()), names.values(), relations.values(),
        frozenset(name for name, check in checks.items() if not check.get("enabled", True)), severities,
        {name: Fraction(check["tolerance"]) for name, check in checks.items() if "tolerance" in check},
        [file.document for file in files], (line for file in files for line in file.furniture),
    )  # fmt: skip
    return house, slips


def house_rules(*paths: str) -> House:
    """Return the rules in files and folders, later ones over earlier; UnreadableError for the first slip in them."""
    house, slips = read_house([path] for path in paths)
    if slips:
        raise slips[0]
    return house


def house_rates(path: str) -> OwnRates:
    """Return the rates of exchange in a CSV file; UnreadableError for the first slip in it."""
    rates, slips = read_rates(decoded(bytes_of(path), path), path)
    if slips:
        raise slips[0]
    return rates


def rule_files(paths: Iterable[str], slips: list[UnreadableError]) -> list[str]:
    """Return the files named and, of folders, every TOML file, each once; a folder without one is a slip."""
    found: list[str] = []
    for path in paths:
        inside = sorted(name for name in os.listdir(path) if name.endswith(SUFFIX)) if os.path.isdir(path) else None
        if inside == []:
            slips.append(UnreadableError(path, f"no rule file in this folder; looked for *{SUFFIX}"))
        found += [path] if inside is None else [os.path.join(path, name) for name in inside]
    return list(dict.fromkeys(found))


def agreeing(one: HouseFact, other: HouseFact) -> bool:
    """Tell whether two facts of one thing may have one value."""
    like = ((own, theirs) for own in one.figures if (theirs := other.like(own)))
    return any(agree(own, theirs) or agree(theirs, own) for own, theirs in like)


def contradicted(fact: HouseFact, other: HouseFact) -> str:
    """Return in words that a fact says otherwise than another of the same thing."""
    return f"{fact.words}: {fact.text} contradicts {other.text}"


def _contradictions(files: list[_File]) -> Iterator[UnreadableError]:
    known: dict[Key, HouseFact] = {}
    for file in files:
        for key, fact in file.facts.items():
            other = known.setdefault(key, fact)
            if not agreeing(other, fact):
                line = file.document.location(fact.place.start).line
                yield UnreadableError(file.path, f"line {line}: {contradicted(fact, other)} in {other.place.file}")


def _parsed(source: str, path: str) -> Table:
    try:
        return {key: _plain(value) for key, value in tomllib.loads(source, parse_float=_number).items()}
    except RecursionError:
        raise UnreadableError(path, "brackets stand too deep in one another") from None
    except ValueError as slip:
        found = WHERE.search(str(slip))
        line = int(found[1]) if found and found[1] else source.rstrip().count("\n") + 1
        words = WHERE.sub("", str(slip))
        raise UnreadableError(path, f"line {line}: not written as TOML ({words[:1].lower()}{words[1:]})") from None


def _number(digits: str) -> Decimal | str:
    """Return a number with its digits as they stand; words for what is none, "inf" and "nan"."""
    number = Decimal(digits)
    return number if number.is_finite() else digits


def _plain(value: Any) -> Any:
    """Return what was read with days as an article writes them."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, date) and not isinstance(value, datetime):
        return f"{value.day} {MONTH_NAMES[value.month - 1]} {value.year}"
    return value if isinstance(value, (str, bool, int, Decimal)) else str(value)


def _article(text: str) -> Article:
    _, segment, extract = language("en")
    tokens = segment(text)
    return Article(Document("", text, text), tokens, extract(tokens))


def _figures(value: str, path: Path) -> tuple[Fact, ...]:
    """Return what a value may be; a bare 1984 is a year or a count."""
    bare = value.isascii() and value.isdigit()
    readings = [value, f"{int(value):,}"] if bare and len(value) == YEAR_DIGITS else [value]
    found = [_read_facts(reading) for reading in readings]
    if any(len(facts) != 1 for facts in found):
        said = (
            f"{len(found[0])} figures; give one"
            if found[0]
            else "no figure that is read here; write it as an article would"
        )
        raise _FlawError(path, f"value “{value}” holds {said}")
    return tuple(facts[0] for facts in found)


def _read_facts(text: str) -> list[Fact]:
    article = _article(text)
    return [fact for mention in article.mentions if (fact := fact_of(article, mention, bound=False))]


def _period(value: str | int, path: Path) -> Days | None:
    text = str(value)
    found = [period.days for period in named(text, 0, _article(text).mentions, None) if period.days]
    if len(found) != 1:
        raise _FlawError(
            path, f"period “{text}” is no year, half, quarter or month; write 2024, second quarter 2025 or July 2024"
        )
    return found[0]


def _ways(measure: str | list[str]) -> list[str]:
    return [measure] if isinstance(measure, str) else measure


def _measures(ways: list[str], path: Path) -> Measures:
    found = tuple(frozenset(map(stem, words)) for way in ways if (words := _words(way)))
    if not found:
        raise _FlawError(path, "the measure has no word that tells what is measured")
    return found


def _words(way: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", way.lower()) if word not in SMALL]
