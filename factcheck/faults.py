"""Faults of factcheck's own: what was raised, where in its code, and how an editor is told."""

from __future__ import annotations

from factcheck.records import NamedTuple


class Fault(NamedTuple):
    """What stopped a check, or a run where `check` is "": the exception's name, its `place` in the code, its words.

    The words may be some of the article's.
    """

    check: str
    kind: str
    place: str
    words: str

    @property
    def in_full(self) -> str:
        """The fault for whoever has the article before them."""
        return _told(f"{self.check}: " if self.check else "", f"{self.kind}: {self.words}", self.place)

    @property
    def without_words(self) -> str:
        """The fault without a word of the article."""
        return _told("", self.kind, self.place)


def fault_of(raised: Exception, check: str = "") -> Fault:
    """Return what an exception tells, and the line that raised it."""
    trace = raised.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" at {trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
    return Fault(check, type(raised).__name__, place, str(raised))


def _told(check: str, what: str, place: str) -> str:
    return f"factcheck failed here ({check}{what}{place}); please report it"
