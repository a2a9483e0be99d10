"""The nouns of factcheck, in the order in which the pipeline makes them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from factcheck.document import Span
from factcheck.numerals import Number, hedged
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.document import Document
    from factcheck.faults import Fault


class Severity(StrEnum):
    """How much a finding weighs: an error fails a build, a warning comments, a note stays in the report."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


ABOUT_COMMENTS = "suppression"
"""The rule of findings about the article's comments for factcheck, not about its figures; finer names follow."""


class When(NamedTuple):
    """A calendar phrase as it is said, nothing worked out: "last December", "Tuesday, Aug. 25", "yesterday".

    `weekday` counts from Monday as 0; `shift` is last, next, this, "" or a name in `dates.OFFSETS`; `unit` the
    period that a shift moves by: week, month, year; `until` the last day of a range within one month.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: str = ""
    unit: str = ""
    until: int | None = None


class Clock(NamedTuple):
    """A time of day: `minute` counts from midnight; `zone` is as written, "" where none is.

    `halved` where words behind the figure say in which half of the day it is: "ten past one on Tuesday morning".
    """

    minute: int
    zone: str = ""
    exact: bool = True
    halved: bool = False


class Mention:
    """A figure as it stands in the text: tokens `first` up to, not including, `last`.

    `kind` is one of the names in `phrase.KIND_LETTERS`.  `number` is what its digits display, `upper` the other end
    of a range; `unit` as in Quantity; `hedge` a name in `rules/hedges.toml`; `noun` what is counted, in the singular;
    `lead` the letter of the preposition that a language writes behind its figures, to be drawn before this one;
    `counter` the word that a language of counters counts with: what has another is no part of it.
    """

    __slots__ = (
        "_quantity", "_size", "clock", "counter", "first", "hedge", "kind", "last", "lead", "noun", "number", "parts", "sentence", "span", "text",
        "unit", "upper", "when",
    )  # fmt: skip

    def __init__(
        self,
        kind: str,
        span: Span,
        text: str,
        first: int,
        last: int,
        number: Number | None = None,
        upper: Number | None = None,
        unit: str = "",
        hedge: str = "",
        noun: str = "",
        when: When | None = None,
        clock: Clock | None = None,
        parts: tuple[Span, ...] = (),
        sentence: int = -1,
        lead: str = "",
        counter: str = "",
    ) -> None:
        self.kind, self.span, self.text, self.first, self.last = kind, span, text, first, last
        self.number, self.upper, self.unit, self.hedge, self.noun = number, upper, unit, hedge, noun
        self.when, self.clock, self.parts, self.sentence = when, clock, parts, sentence
        self.lead, self.counter = lead, counter
        self._quantity: Quantity | None = None
        self._size: float | None = None

    def changed(self, **parts: Any) -> Mention:
        """Return a copy of the mention with some of its parts changed."""
        kept = {name: getattr(self, name) for name in self.__slots__ if name[0] != "_"}
        return Mention(**{**kept, **parts})

    @property
    def size(self) -> float:
        """The number displayed, near enough to weigh it against others without arithmetic; 0 where there is none."""
        if self._size is None:
            middle = self.number.middle if self.number else 0
            self._size = middle.numerator / middle.denominator
        return self._size

    @property
    def quantity(self) -> Quantity:
        """The figure as a Quantity, hedge and rounding in its interval; TypeError if it is no number."""
        if self._quantity is None:
            self._quantity = self._measured()
        return self._quantity

    @property
    def rounded(self) -> Quantity:
        """The same, trailing zeros taken for rounding."""
        return self.quantity.rounded

    def rounds(self, other: Mention) -> bool:
        """Tell whether one of two figures may be the other in round numbers."""
        return self.rounded.interval.meets(other.rounded.interval)

    def _measured(self) -> Quantity:
        if self.number is None:
            raise TypeError(f"{self.text!r} is no number")
        shown, loose = self.number.interval, self.number.loose
        if self.upper is not None:
            shown, loose = shown.hull(self.upper.interval), None
        if self.hedge and loose is not None:
            shown, loose = loose, None
        coarse = None if loose is None else hedged(loose, self.hedge)
        printed = self.number.middle if self.upper is None else None
        return Quantity(hedged(shown, self.hedge), self.unit, self.text, (self.span,), coarse, printed=printed)


class Replacement(NamedTuple):
    """What would stand right: `text` in place of the words at `span`."""

    span: Span
    text: str


def verbatim(words: str) -> str:
    """Return words that are to stand in a relation's sentence as they are, braces and all."""
    return words.replace("{", "{{").replace("}", "}}")


class Relation(NamedTuple):
    """What a check proposes: this stated quantity must agree with that implied one.

    `says` is the sentence an editor reads if they do not, with {stated}, {implied} and {working} to fill in;
    None for the check's own.  `severity` overrides the check's.  `doubt` is why nobody could tell, if so: then the
    relation may be seen to hold but is never held against the text.  `fix` is what would be right where arithmetic
    cannot say, `instead` the very words that belong where the stated ones stand, if those are known, which are the
    fix where none is told; `variant` is a finer name behind the check's, and `working` the arithmetic as an editor
    would put it, where that is not just the implied side's.
    """

    stated: Quantity
    implied: Quantity
    says: str | None = None
    severity: Severity | None = None
    doubt: str | None = None
    fix: str | None = None
    variant: str = ""
    working: str = ""
    instead: str = ""

    def meets(self) -> bool:
        """Tell whether both sides, as they stand, have a value in common."""
        return self.stated.value.meets(self.implied.value)  # type: ignore[arg-type]


def holding(relations: Iterable[Relation]) -> Iterator[Relation]:
    """Yield the relations that hold: what tells figures to belong together is too little to refute one."""
    return filter(Relation.meets, relations)


class Finding(NamedTuple):
    """A relation that the judge found to conflict, in words.

    `replacements` has for each of the fixes the change to the text that carries it out, None where only an editor can.
    """

    rule: str
    severity: Severity
    message: str
    working: str
    fixes: tuple[str, ...]
    spans: tuple[Span, ...]
    relation: Relation | None = None
    replacements: tuple[Replacement | None, ...] = ()

    def weighed(self, severities: Mapping[str, Severity]) -> Finding:
        """Return the finding as heavy as its rule is said to be, its finer name asked first; itself where none is said."""
        given = severities.get(self.rule) or severities.get(self.rule.partition("/")[0])
        return self._replace(severity=given) if given else self

    @property
    def fix(self) -> str | None:
        """What would be right, every candidate named."""
        return " or ".join(self.fixes) or None


class Held(NamedTuple):
    """A relation that was checked and holds; `rounding` where only by the rounding of its figures."""

    rule: str
    working: str
    spans: tuple[Span, ...]
    rounding: bool = False
    relation: Relation | None = None


class Report:
    """What a run found in one document.

    `unproven` counts the relations that nobody could tell, by reason; `claims` the figures that were read.
    `companions` are the other documents that its spans name, by path; `left_out` counts the findings that somebody
    asked not to be told, by reason; `faults` say which checks a fault of factcheck's own stopped, and where.
    """

    def __init__(
        self,
        document: Document,
        findings: list[Finding] | None = None,
        held: list[Held] | None = None,
        unproven: dict[str, int] | None = None,
        claims: int = 0,
        seconds: float = 0.0,
        companions: dict[str, Document] | None = None,
        left_out: dict[str, int] | None = None,
    ) -> None:
        self.document, self.claims, self.seconds = document, claims, seconds
        self.findings, self.held = findings or [], held or []
        self.unproven, self.companions = unproven or {}, companions or {}
        self.left_out: dict[str, int] = left_out or {}
        self.faults: list[Fault] = []

    def leave_out(self, told: Iterable[bool], reason: str) -> Report:
        """Drop the findings that are not `told`, a truth for each in order, and count them; return the report."""
        kept = [finding for finding, tell in zip(self.findings, told, strict=True) if tell]
        if dropped := len(self.findings) - len(kept):
            self.left_out[reason] = self.left_out.get(reason, 0) + dropped
        self.findings = kept
        return self

    def source_of(self, span: Span) -> Document:
        """Return the document that `span` lies in."""
        return self.companions[span.file] if span.file else self.document
