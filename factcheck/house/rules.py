"""The nouns of a house's rules: its facts, names and relations, each with its place in a rule file."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.companions.facts import Fact, comparable
from factcheck.dates import Days
from factcheck.document import Document, Span
from factcheck.house.formula import Formula
from factcheck.records import NamedTuple

if TYPE_CHECKING:
    from factcheck.model import Severity

Measures = tuple[frozenset[str], ...]
"""The ways to say what is measured, each as the stems of its words."""


class HouseFact(NamedTuple):
    """A figure that the house knows; `words` say of what, `source` where it is from, `place` where it is written.

    `forms` are the subject and its other names; `figures` what the value may be, 1984 a year or a count; `period` is
    None for what is lasting.
    """

    forms: tuple[str, ...]
    measures: Measures
    words: str
    figures: tuple[Fact, ...]
    period: Days | None
    source: str
    tolerance: Fraction
    place: Span

    @property
    def text(self) -> str:
        """The value as the house wrote it."""
        return self.figures[0].mention.text

    def like(self, figure: Fact) -> Fact | None:
        """Return the value as a figure that may be compared with another; None where none may."""
        return next(
            (
                own
                for own in self.figures
                if comparable(own, figure) and (own.sort == "rank") == (figure.sort == "rank")
            ),
            None,
        )


class HouseName(NamedTuple):
    """How a name is written: `right` first, `others` that are right too, `wrong` ones; `place` is the right one's."""

    right: str
    others: tuple[str, ...]
    wrong: tuple[str, ...]
    place: Span


class HouseRelation(NamedTuple):
    """A formula, and what its names measure; `forms` name the subject, none for each that the facts know."""

    formula: Formula
    where: dict[str, Measures]
    forms: tuple[str, ...]
    source: str
    tolerance: Fraction
    place: Span


class House:
    """All that a house lays down.

    `disabled` are the checks it leaves out, `severities` what the findings of a rule weigh, `tolerances` how far a
    check lets figures be off; `documents` the rule files; `furniture` how lines begin that are no copy.
    """

    def __init__(
        self,
        facts: Iterable[HouseFact] = (),
        names: Iterable[HouseName] = (),
        relations: Iterable[HouseRelation] = (),
        disabled: frozenset[str] = frozenset(),
        severities: dict[str, Severity] | None = None,
        tolerances: dict[str, Fraction] | None = None,
        documents: Iterable[Document] = (),
        furniture: Iterable[str] = (),
    ) -> None:
        self.facts, self.names, self.relations = tuple(facts), tuple(names), tuple(relations)
        self.disabled, self.severities, self.tolerances = disabled, severities or {}, tolerances or {}
        self.documents = tuple(documents)
        self.furniture = tuple(line.casefold() for line in furniture)

    @cached_property
    def subjects(self) -> dict[tuple[str, ...], list[HouseFact]]:
        """The facts of each subject, by all the names that any of them gives it."""
        found: dict[str, list[HouseFact]] = {}
        for fact in self.facts:
            found.setdefault(fact.forms[0], []).append(fact)
        return {tuple(dict.fromkeys(form for fact in facts for form in fact.forms)): facts for facts in found.values()}

    def without_furniture(self, document: Document) -> Document:
        """Return a document with the house's own furniture marked as such."""
        if not self.furniture:
            return document
        longest = max(map(len, self.furniture))
        lines = (
            document.text[block.start : min(block.end, block.start + longest)].casefold() for block in document.blocks
        )
        marked = [line.startswith(self.furniture) for line in lines]
        return document.with_blocks(
            tuple(
                block._replace(kind="furniture") if no else block
                for block, no in zip(document.blocks, marked, strict=True)
            )
        )

    def subjects_of(self, relation: HouseRelation) -> list[tuple[str, ...]]:
        """Return the subjects that a relation is about, each by all its names: its own, or all that the facts know."""
        if not relation.forms:
            return list(self.subjects)
        known = next((forms for forms in self.subjects if relation.forms[0] in forms), ())
        return [tuple(dict.fromkeys(relation.forms + known))]
