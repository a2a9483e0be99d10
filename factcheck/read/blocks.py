"""The blocks and tables that elements make, in HTML and in the news trade's XML."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcheck.read.build import RawTable
from factcheck.read.dates import LONGEST, read_date
from factcheck.read.grid import Grid
from factcheck.read.line import Line
from factcheck.read.pieces import Raw
from factcheck.read.tags import Element, Event, Tree, names
from factcheck.records import NamedTuple

_PLAIN = names(
    "address article aside body center details dialog dir div dl fieldset figure footer form header hgroup "
    "hr html legend main menu nav ol p section summary table tbody tfoot thead tr ul"
)
HTML_KINDS = {
    **dict.fromkeys(_PLAIN, "paragraph"),
    **{name: name for name in ("h1", "h2", "h3", "h4", "h5", "h6")},
    **dict.fromkeys(["li", "dd", "dt"], "item"),
    **dict.fromkeys(["figcaption", "caption"], "caption"),
    **dict.fromkeys(["td", "th"], "cell"),
    "blockquote": "quote",
    "pre": "code",
}
"""By its name, the kind of block that an element makes; one of any other name stands within a line."""

_HANDED_DOWN = frozenset({"item", "quote", "caption", "code", "standfirst"})
_FEW = 3
"""A cell of a table that holds data has at most so many paragraphs."""


class Grammar(NamedTuple):
    """How elements are read: the kind that each makes, which are passed over, and which is the standfirst."""

    kinds: Mapping[str, str]
    leaves_out: Callable[[Element], bool]
    heads: Callable[[Element], bool] = lambda element: False


class Blocks:
    """A walk over elements: the raw blocks and tables so far, and the block in the making."""

    def __init__(self, tree: Tree, grammar: Grammar) -> None:
        self.tree, self.grammar = tree, grammar
        self.raws: list[Raw] = []
        self.tables: list[RawTable] = []
        self.line = Line(tree.flat)
        self.around = ["paragraph"]
        self.grids: list[Grid | None] = []
        self.layouts = _layouts(tree)
        self.in_cell = False

    def read(self, element: Element, kind: str = "paragraph") -> None:
        """Add what an element holds, as blocks of a kind where its own elements name no other."""
        self.around = [kind]
        events, place, at = self.tree.events, element.opened + 1, element.inner
        while place < element.closed:
            event = events[place]
            if at < event.start:
                self.line.words(at, event.start)
            if event.opens and self.grammar.leaves_out(event.element):
                place = self._skip(event)
            else:
                self._pass(event)
            at = events[place].after
            place += 1
        self.line.words(at, element.end)
        self._flush()

    def _skip(self, event: Event) -> int:
        """Return where an element closes that is passed over; if it makes a block, it parts two others."""
        if event.element.name in self.grammar.kinds:
            self._part(event)
        return event.element.closed

    def _pass(self, event: Event) -> None:
        """End the block where a tag parts two, and begin another of the tag's kind."""
        element = event.element
        kind = self.grammar.kinds.get(element.name)
        if kind:
            self._part(event)
            self._enter(element, kind) if event.opens else self._leave(element)
        elif element.name == "br":
            self._break(event)
        elif element.name == "a":
            self.line.links += 1 if event.opens else -1

    def _part(self, event: Event) -> None:
        if self.in_cell:
            self.line.gap(event.start, event.after)
        else:
            self._flush()

    def _break(self, event: Event) -> None:
        """Take a break for a blank, and the second of two for a new paragraph."""
        if event.opens and self.line.broken and self.around[-1] in ("paragraph", "quote", "item"):
            self._flush()
        elif event.opens:
            self.line.gap(event.start, event.after)
            self.line.broken = True

    def _enter(self, element: Element, kind: str) -> None:
        if element.name == "table":
            self.grids.append(None if element in self.layouts else Grid())
        elif self.grids and (grid := self.grids[-1]):
            if element.name == "tr":
                grid.begin_row()
            elif kind == "cell":
                self.in_cell = True
                self.around.append("cell")
                return
        self.around.append(self._kind(element, kind))

    def _kind(self, element: Element, kind: str) -> str:
        over = self.around[-1]
        if self.grammar.heads(element):
            return "standfirst"
        if kind in ("paragraph", "cell"):
            return over if over in _HANDED_DOWN else "paragraph"
        return kind

    def _leave(self, element: Element) -> None:
        kind = self.around.pop()
        if kind == "cell":
            self._end_cell(element)
        elif element.name == "table" and (grid := self.grids.pop()):
            self.tables += grid.tables()

    def _end_cell(self, element: Element) -> None:
        self.in_cell = False
        number = len(self.raws)
        self._flush("cell")
        if grid := self.grids[-1]:
            spans = [_number(element.values.get(name, "")) for name in ("colspan", "rowspan")]
            grid.add(number if len(self.raws) > number else None, *spans)
            grid.heads(_heads_row(element))

    def _flush(self, kind: str = "") -> None:
        if self.line.pieces:
            if words := self.line.text():
                self.raws.append(self.line.raw(self._named(kind or self.around[-1], words)))
            self.line.clear()

    def _named(self, kind: str, words: str) -> str:
        """Return the kind of a block, furniture where it is no more than a date or a link."""
        if kind != "paragraph":
            return kind
        linked = not self.line.unlinked and words[-1] not in '.!?"”'
        dated = len(words) <= LONGEST and words[-1].isalnum() and read_date(words)
        return "furniture" if linked or dated else kind


def _number(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 6 else 1


def _heads_row(element: Element) -> bool:
    row = element.parent
    return element.name == "th" or bool(row and row.parent and row.parent.name == "thead")


def _layouts(tree: Tree) -> set[Element]:
    """Return the tables that hold no data but another table, or a headline, or a page of paragraphs."""
    layouts: set[Element] = set()
    tables: list[Element] = []
    cells: dict[Element, list[int]] = {}
    for event in tree.events:
        name = event.element.name
        if name == "table":
            layouts.update(tables[-1:] if event.opens else ())
            tables.append(event.element) if event.opens else tables.pop()
        elif tables and event.opens:
            count = cells.setdefault(tables[-1], [0, 0])
            count[0] += name in ("td", "th")
            count[1] = 0 if name in ("td", "th") else count[1] + (name == "p")
            if name in ("h1", "h2") or count[1] > _FEW:
                layouts.add(tables[-1])
    return layouts | {table for table, count in cells.items() if count[0] < 2}
