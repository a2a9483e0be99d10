"""HTML and XML as elements that know where they stand.

Nothing is refused: what is no tag is words, what was never closed ends with what holds it.  The standard
library's parser takes quadratic time for tags that never end, and lxml keeps no columns; hence one regex.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from html import unescape

from factcheck.read.pieces import shape
from factcheck.records import NamedTuple

_TAG = r"""(?x)<(?:
    (?P<open>[A-Za-z][^\s/<>]*+)(?P<attributes>(?:[^<>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+)(?P<whole>>)?
  | /(?P<close>[A-Za-z][^\s/<>]*+)[^<>]*+>?
  | !--(?:-?>|(?:[^-]++|-(?!->))*+(?:-->)?)
  | [!?][^<>]*+>?)"""
_ATTRIBUTE = r"""([^\s"'=/<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?"""


def names(listed: str) -> frozenset[str]:
    """Return the names in a line of them."""
    return frozenset(listed.split())


_RAW = names("script style textarea title iframe")
_VOID = names("area base br col embed hr img input link meta param source track wbr")
_END_PARAGRAPHS = names(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section summary table ul"
)
_ENDS = {
    **dict.fromkeys(_END_PARAGRAPHS, ({"p"}, {"button", "table", "td", "th", "object"})),
    "li": ({"p", "li"}, {"ul", "ol", "menu", "table", "td", "th"}),
    **dict.fromkeys(["dt", "dd"], ({"p", "dt", "dd"}, {"dl", "table", "td", "th"})),
    **dict.fromkeys(["td", "th"], ({"p", "td", "th"}, {"table"})),
    "tr": ({"p", "td", "th", "tr"}, {"table"}),
    **dict.fromkeys(["thead", "tbody", "tfoot"], ({"p", "td", "th", "tr", "thead", "tbody"}, {"table"})),
    "option": ({"option"}, {"select"}),
}
"""By the name of what opens: what that ends, and what it never looks beyond."""
_VERBATIM, _ENDS_VERBATIM = "<![CDATA[", "]]>"
_NEAR = 12
"""An end left out is sought among so many open elements."""


class Element:
    """An element: what it is called, what holds it, and where its tags begin and end.

    `start` to `inner` is its opening tag, `end` to `after` its closing one; both are empty where it was never
    closed.  `opened` and `closed` number its two events.
    """

    __slots__ = (
        *("name", "attributes", "_values", "parent"),
        *("start", "inner", "end", "after", "opened", "closed"),
    )

    def __init__(self, name: str, attributes: str, parent: Element | None, start: int, inner: int) -> None:
        self.name, self.attributes, self.parent = name, attributes, parent
        self.start, self.inner, self.end, self.after = start, inner, inner, inner
        self.opened = self.closed = -1
        self._values: dict[str, str] | None = None

    @property
    def values(self) -> dict[str, str]:
        """The attributes by name, in lower case; the first of a name counts."""
        if self._values is None:
            self._values = {}
            for name, *values in shape(_ATTRIBUTE).findall(self.attributes):
                self._values.setdefault(name.lower(), unescape("".join(values)))
        return self._values

    def place(self, name: str) -> tuple[int, int]:
        """Return where the value of an attribute stands in the file."""
        begin = self.inner - 1 - len(self.attributes)
        for found in shape(_ATTRIBUTE).finditer(self.attributes):
            if found[1].lower() == name and found.lastindex and found.lastindex > 1:
                return begin + found.start(found.lastindex), begin + found.end(found.lastindex)
        return begin, begin


class Event(NamedTuple):
    """An element that opens or closes, and where the tag stands; empty for an end that was left out."""

    start: int
    after: int
    element: Element
    opens: bool


NOTHING = Element("!", "", None, 0, 0)
"""What comments are, declarations, and ends of what was never opened."""


class Tree:
    """The elements of a file, in order, under a root that holds all of it."""

    def __init__(self, flat: str, xml: bool = False) -> None:
        self.flat, self.xml = flat, xml
        self.root = Element("", "", None, 0, 0)
        self.events: list[Event] = []
        self.stack = [self.root]
        self._open: Counter[str] = Counter()
        self._read()

    @cached_property
    def elements(self) -> list[Element]:
        """Every element but the root, in the order in which they open."""
        return [event.element for event in self.events if event.opens]

    def inside(self, element: Element) -> list[Event]:
        """Return the events within an element."""
        return self.events[element.opened + 1 : element.closed]

    def _read(self) -> None:
        at, find = 0, shape(_TAG).search
        while tag := find(self.flat, at):
            at = tag.end()
            if tag["open"]:
                # A tag that never ends is words; to look on behind it, not inside it, keeps time linear.
                at = self._opens(tag) if tag["whole"] else at
            elif self.xml and tag[0].startswith(_VERBATIM):
                at = self._verbatim(tag.start())
            elif not (tag["close"] and self._closes(self._named(tag["close"]), tag.start(), at)):
                self.events.append(Event(tag.start(), at, NOTHING, False))
        while len(self.stack) > 1:
            self._pop(len(self.flat), len(self.flat))
        self.root.end = self.root.after = len(self.flat)
        self.root.closed = len(self.events)

    def _verbatim(self, start: int) -> int:
        """Take what a section of characters holds for words."""
        first = start + len(_VERBATIM)
        end = self.flat.find(_ENDS_VERBATIM, first) % (len(self.flat) + 1)
        after = min(end + len(_ENDS_VERBATIM), len(self.flat))
        self.events += [Event(start, first, NOTHING, False), Event(end, after, NOTHING, False)]
        return after

    def _named(self, name: str) -> str:
        return name.rpartition(":")[2] if self.xml else name.lower()

    def _opens(self, tag: re.Match[str]) -> int:
        """Keep an element; return where to look on."""
        name, attributes = self._named(tag["open"]), tag["attributes"]
        start, inner = tag.span()
        if not self.xml and name in _ENDS:
            self._end_before(name, start)
        element = Element(name, attributes, self.stack[-1], start, inner)
        element.opened = len(self.events)
        self.events.append(Event(start, inner, element, True))
        self.stack.append(element)
        self._open[name] += 1
        if attributes.endswith("/") if self.xml else name in _VOID:
            self._pop(inner, inner)
        return inner if self.xml or name not in _RAW else self._raw(name, inner)

    def _raw(self, name: str, inner: int) -> int:
        """Pass over what is no markup; where it never ends it is the rest of the file."""
        closing = shape(rf"(?i)</{name}(?=[\s/>])").search(self.flat, inner)
        return closing.start() if closing else len(self.flat)

    def _end_before(self, name: str, at: int) -> None:
        ended, barriers = _ENDS[name]
        keep = 0
        for depth in range(1, min(_NEAR, len(self.stack))):
            over = self.stack[-depth].name
            if over in barriers:
                break
            keep = depth if over in ended else keep
        for _ in range(keep):
            self._pop(at, at)

    def _closes(self, name: str, start: int, after: int) -> bool:
        """Close the nearest element of that name and all that it holds; tell whether there is one."""
        if not self._open[name]:
            return False
        while self.stack[-1].name != name:
            self._pop(start, start)
        self._pop(start, after)
        return True

    def _pop(self, start: int, after: int) -> None:
        element = self.stack.pop()
        element.end, element.after, element.closed = start, after, len(self.events)
        self._open[element.name] -= 1
        self.events.append(Event(start, after, element, False))
