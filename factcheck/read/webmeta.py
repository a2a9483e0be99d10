"""What a web page says of itself: title, day of publication, author, language, section."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from factcheck.read.line import Line
from factcheck.read.pieces import Raw
from factcheck.read.story import Story
from factcheck.read.tags import Element, Tree
from factcheck.records import NamedTuple
from factcheck.rulefiles import load_rules

_ARTICLES = ("Article", "Posting", "Report")
_MOST = 2_000
"""Of structured data so many objects are looked at."""
_BYLINE = 300
"""A paragraph whose markup is longer is copy, and a date in it an event's."""


class Named(NamedTuple):
    """The elements of a page that tell of it, each under its name in lower case."""

    values: dict[str, str]
    elements: dict[str, Element]


def read_meta(tree: Tree, story: Story) -> dict[str, str]:
    """Return what structured data, meta tags and `time` elements state, the first of these that does."""
    named, linked = _named(tree), _article(tree)
    stated: dict[str, list[Any]] = {
        "title": [linked.get("headline"), named.values.get("og:title"), _title_words(tree)],
        "date": [linked.get("datePublished"), *_first(named, "dates"), *_times(tree, story)],
        "author": [_names(linked.get("author")), *_first(named, "authors")],
        "lang": [_language(tree), linked.get("inLanguage"), named.values.get("og:locale")],
        "section": [_names(linked.get("articleSection")), named.values.get("article:section")],
    }
    return {key: found for key, values in stated.items() if (found := _words(values))}


def page_title(tree: Tree) -> list[Raw]:
    """Return the title that a page gives itself, as shared or else as browsers show it, if it has words."""
    line = Line(tree.flat)
    if shared := _named(tree).elements.get("og:title"):
        line.words(*shared.place("content"))
    if not line.pieces and (title := _first_called(tree, "title")):
        line.words(title.inner, title.end)
    return [line.raw("title")] if line.text() else []


def _named(tree: Tree) -> Named:
    found = Named({}, {})
    for element in tree.elements:
        if element.name == "meta" or "datePublished" in element.attributes:
            values = element.values
            name = values.get("property") or values.get("name") or values.get("itemprop") or ""
            found.values.setdefault(name.lower(), values.get("content") or values.get("datetime") or "")
            found.elements.setdefault(name.lower(), element)
    return found


def _first_called(tree: Tree, name: str) -> Element | None:
    return next((element for element in tree.elements if element.name == name), None)


def _title_words(tree: Tree) -> str:
    title = _first_called(tree, "title")
    return unescape(tree.flat[title.inner : title.end]) if title else ""


def _language(tree: Tree) -> str:
    html = _first_called(tree, "html")
    return html.values.get("lang") or html.values.get("xml:lang") or "" if html else ""


def _first(named: Named, names: str) -> Iterator[str]:
    keys = load_rules("page")[names].split()
    return (value for key in keys if (value := named.values.get(key)) and "://" not in value)


def _words(values: Iterable[Any]) -> str:
    """Return the first of the values that has words, on one line."""
    return next((" ".join(value.split()) for value in values if isinstance(value, str) and value.strip()), "")


def _names(value: Any) -> str:
    """Return the names that structured data gives as text, an object with a name, or a list of these."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_names, value[:10])))
    name = value.get("name") if isinstance(value, dict) else value
    return unescape(name) if isinstance(name, str) else ""


def _times(tree: Tree, story: Story) -> Iterator[str]:
    """Yield the dates of `time` elements over or in the article, but for those in its sentences."""
    head = story.headline()
    first = min(story.element.start, head.start if head else story.element.start)
    for element in tree.elements:
        if element.name == "time" and first <= element.start < story.element.after:
            over = element.parent
            if not (over and over.name == "p" and over.end - over.inner > _BYLINE):
                yield element.values.get("datetime", "")


def _article(tree: Tree) -> dict[str, Any]:
    """Return the object of the page's structured data that describes the article."""
    found = [thing for thing in _things(tree) if "datePublished" in thing or "headline" in thing]
    articles = [thing for thing in found if str(_names(thing.get("@type"))).endswith(_ARTICLES)]
    return next(iter([*articles, *found]), {})


def _things(tree: Tree) -> Iterator[dict[str, Any]]:
    for element in tree.elements:
        if element.name == "script" and "ld+json" in element.attributes:
            yield from _objects(tree.flat[element.inner : element.end])


def _objects(words: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a piece of JSON, the outer before the inner; none where it is malformed."""
    try:
        todo = [json.loads(words, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST):
        if not todo:
            return
        thing = todo.pop(0)
        if isinstance(thing, dict):
            yield thing
            todo += thing.values()
        elif isinstance(thing, list):
            todo += thing
