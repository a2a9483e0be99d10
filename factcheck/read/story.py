"""Which part of a web page is the article, and what inside it is not; rules/page.toml names the signs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain

from factcheck.read.pieces import shape
from factcheck.read.tags import Element, Tree, names
from factcheck.records import NamedTuple
from factcheck.regexes import compiled
from factcheck.rulefiles import load_rules

INLINE = names(
    "! a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label link mark meta "
    "picture q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr"
)
_PARAGRAPHS = names("p li dd blockquote h1 h2 h3 h4 h5 h6 figcaption td th")
_UNSEEN = names("script style noscript template svg head")
_SENTENCE = 40
"""A block with fewer characters outside links says nothing of where the article is."""
_DECAY = (1.0, 0.5, 0.25, 0.125)
"""How much of a paragraph's length counts for what holds it, and for what holds that."""
_NEAR = 200
"""The links of a list are counted among so many tags."""
_MOST = 2 / 3
_MARGIN = 1.3
"""A page that has no more than so many times the text of the article's container is all article."""


class Rules(NamedTuple):
    """The signs of rules/page.toml."""

    elements: frozenset[str]
    roles: frozenset[str]
    classes: re.Pattern[str]
    states: tuple[str, ...]
    standfirst: frozenset[str]


@cache
def rules() -> Rules:
    """Return the shipped signs."""
    signs = load_rules("page")
    words = "|".join(map(re.escape, [*signs["words"].split(), *signs["phrases"]]))
    sets = [frozenset(signs[name].split()) for name in ("elements", "roles", "standfirst")]
    parted = compiled(rf"(?:(?<![A-Za-z0-9])|(?<=[a-z])(?=[A-Z]))(?i:{words})(?![a-z0-9])")
    return Rules(sets[0], sets[1], parted, tuple(signs["states"]), sets[2])


class Story:
    """The element of a page that holds the article, and those left out of it with all that they hold."""

    def __init__(self, tree: Tree) -> None:
        self.tree, self.rules = tree, rules()
        self.seen, self.linked = _count(tree)
        self.bodies = self._bodies()
        heads = [element for element in tree.elements if element.name == "h1"]
        self.marks = sorted(element.start for element in [*self.bodies, *heads])
        self.left: set[Element] = set()
        self.element = self._found()

    def _leaves_out(self, element: Element) -> bool:
        if element.name in INLINE:
            return is_dropped(element)
        if element.name in ("ul", "ol", "dl"):
            return self._is_links(element) or bool(element.attributes and self._is_signed(element))
        named = element.name in self.rules.elements
        return (named or bool(element.attributes and self._is_signed(element))) and not self._is_held(element)

    def heads(self, element: Element) -> bool:
        """Tell whether an element is the sentence under the headline."""
        return "class" in element.attributes and any(
            word in self.rules.standfirst
            for name in element.values.get("class", "").lower().split()
            for word in (name, *shape(r"[-_]+").split(name))
        )

    def headline(self) -> Element | None:
        """Return the page's headline where it stands outside the article: the last one above it."""
        story = self.element
        heads = [e for e in self.tree.elements if e.name == "h1" and e.end > e.inner]
        if any(story.start <= head.start < story.after for head in heads):
            return None
        above = [head for head in heads if head.start < story.start]
        return above[-1] if above else next(iter(heads), None)

    def _is_signed(self, element: Element) -> bool:
        raw = element.attributes
        if not (self.rules.classes.search(raw) or "hidden" in raw or "role" in raw):
            return False
        values = element.values
        if "hidden" in values or values.get("aria-hidden") == "true":
            return True
        if values.get("role", "").lower() in self.rules.roles:
            return True
        names = f"{values.get('class', '')} {values.get('id', '')}"
        if element.name in ("html", "body", "main", "article") or not self.rules.classes.search(names):
            return False
        return any(
            self.rules.classes.search(name) and not name.lower().startswith(self.rules.states) for name in names.split()
        )

    def _is_links(self, element: Element) -> bool:
        seen, linked = self._weight(element)
        return seen > 0 and linked >= 0.75 * seen and self._entries(element) > 1

    def _entries(self, element: Element) -> int:
        first = element.opened + 1
        near = self.tree.events[first : min(element.closed, first + _NEAR)]
        return sum(event.opens and event.element.name == "a" for event in near)

    def _weight(self, element: Element) -> tuple[int, int]:
        """Return how many characters an element shows, and how many of them are links."""
        first, last = element.opened + 1, element.closed + 1
        return self.seen[last] - self.seen[first], self.linked[last] - self.linked[first]

    def _bodies(self) -> list[Element]:
        """Return the elements that a page marks as its article or as what holds it."""
        articles = [element for element in self.tree.elements if _is_article(element)]
        longest = max(articles, key=lambda element: self._weight(element)[0], default=None)
        marked = [element for element in self.tree.elements if _is_main(element) or _is_body(element)]
        return [*marked, longest] if longest else marked

    def _is_held(self, element: Element) -> bool:
        """Tell whether an element holds the article or, where the page marks none, most of its words."""
        place = bisect_left(self.marks, element.start)
        if place < len(self.marks) and self.marks[place] < element.end:
            return element.name not in _UNSEEN
        seen, linked = self._weight(element)
        return not self.bodies and seen - linked >= _MOST * (self.seen[-1] - self.linked[-1]) > 0

    def _found(self) -> Element:
        scores = self._scores()
        if not scores:
            return self.tree.root
        best = max(scores, key=lambda element: scores[element])
        around = [best, *_holders(best)]
        for wanted in (_is_article, _is_main, _is_body):
            if held := [element for element in around if wanted(element)]:
                return held[-1]
        return self._widened(best)

    def _widened(self, best: Element) -> Element:
        """Return the widest element around the best that adds little to it, such as the headline."""
        most = self._weight(best)[0] * _MARGIN
        wide = best
        for element in _holders(best):
            if self._weight(element)[0] <= most:
                wide = element
        return wide

    def _scores(self) -> dict[Element, float]:
        """Return how much prose each element holds directly or nearly so."""
        scores: dict[Element, float] = defaultdict(float)
        for element, length in self._prose().items():
            holders = chain(() if element.name in _PARAGRAPHS else (element,), _holders(element))
            for holder, share in zip(holders, _DECAY, strict=False):
                scores[holder] += length * share
        return scores

    def _prose(self) -> dict[Element, int]:
        """Return how many characters outside links each block has of its own, if a sentence's worth."""
        lengths: dict[Element, int] = defaultdict(int)
        events, place, last = self.tree.events, 0, len(self.tree.events)
        blocks = [self.tree.root]
        while place < last:
            event = events[place]
            lengths[blocks[-1]] += self._unlinked(place)
            if event.opens and self._leaves_out(event.element):
                self.left.add(event.element)
                place = event.element.closed
            elif event.element.name not in INLINE:
                blocks.append(event.element) if event.opens else blocks.pop()
            place += 1
        return {element: length for element, length in lengths.items() if length >= _SENTENCE}

    def _unlinked(self, place: int) -> int:
        """Return how many characters stand before an event, outside links."""
        seen = self.seen[place + 1] - self.seen[place]
        return seen - self.linked[place + 1] + self.linked[place]


def _count(tree: Tree) -> tuple[list[int], list[int]]:
    """Return how many characters of text, and of links, are shown before each event, with a 0 before all."""
    flat, seen, linked = tree.flat, [0], [0]
    shown = links = hidden = inside = after = 0
    for event in tree.events:
        if not hidden and (length := len(flat[after : event.start].strip())):
            shown += length
            links += length if inside else 0
        seen.append(shown)
        linked.append(links)
        step = 1 if event.opens else -1
        hidden += step * (event.element.name in _UNSEEN)
        inside += step * (event.element.name == "a")
        after = event.after
    return [*seen, shown], [*linked, links]


def _holders(element: Element) -> Iterator[Element]:
    while element.parent is not None:
        element = element.parent
        yield element


def _is_article(element: Element) -> bool:
    return element.name == "article" or 'role="article"' in element.attributes


def _is_main(element: Element) -> bool:
    return element.name == "main" or 'role="main"' in element.attributes


def _is_body(element: Element) -> bool:
    return "articleBody" in element.attributes and element.name not in ("script", "meta")


def is_dropped(element: Element) -> bool:
    """Tell whether words inside a line are none of the article's: what was deleted, or the mark of a note."""
    if element.name == "sup":
        return "footnote" in element.attributes or "reference" in element.attributes
    return element.name in ("del", "rt", "rp") or "visually-hidden" in element.attributes
