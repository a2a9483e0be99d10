"""ninjs, the news trade's JSON, as Documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.document import Document, UnreadableError
from factcheck.read.html import body_copy
from factcheck.read.inner import Inner
from factcheck.read.jsontext import Placed, chunks, load_json
from factcheck.read.text import plain_copy

_BODIES = {"body_xhtml": body_copy, "body_html": body_copy, "body_text": plain_copy}
_META = {
    "date": (
        "versioncreated",
        "versionCreated",
        "pubdate",
        "contentcreated",
        "contentCreated",
        "firstcreated",
        "firstCreated",
    ),
    "lang": ("language",),
    "dateline": ("located", "dateline"),
    "author": ("byline",),
    "title": ("headline",),
}
"""By the name of what is said of an article, the keys that say it, the surest first."""


def read_ninjs(source: str, path: str) -> Document:
    """Return the article of a ninjs file of any version; UnreadableError for broken JSON or any other."""
    start = int(source.startswith("\ufeff"))
    article, _ = load_json(source, path, start + _margin(source, start))
    if not (isinstance(article, dict) and any(_bodies(article))):
        raise UnreadableError(path, "it is JSON, but no ninjs article: it has no body_text, body_xhtml or bodies")
    inner = Inner(source, path)
    for kind, words in _heads(article):
        inner.line(kind, chunks(source, words))
    name, body = next(_bodies(article))
    inner.read(chunks(source, body), _BODIES[name])
    inner.copy.meta.update(_said(article))
    return inner.document()


def _margin(source: str, start: int) -> int:
    return len(source) - start - len(source[start:].lstrip())


def _heads(article: dict[str, Any]) -> Iterator[tuple[str, Placed]]:
    """Yield the headline, the description and the dateline, each with the kind of its block."""
    for key, kind in (("headline", "h1"), ("description_text", "standfirst"), ("located", "paragraph")):
        found = [article.get(key), *_values(article, f"{key.partition('_')[0]}s")]
        yield from ((kind, words) for words in found[:2] if isinstance(words, Placed) and words.strip())


def _bodies(article: dict[str, Any]) -> Iterator[tuple[str, Placed]]:
    """Yield each form of the body with the key that versions 1 give it, the one with most of its structure first."""
    for key in _BODIES:
        if isinstance(words := article.get(key), Placed):
            yield key, words
    for body in _objects(article, "bodies"):
        kind = str(body.get("contenttype") or body.get("contentType") or "")
        if isinstance(words := body.get("value"), Placed):
            yield "body_html" if "html" in kind else "body_text", words


def _values(article: dict[str, Any], key: str) -> list[Any]:
    return [value.get("value") for value in _objects(article, key)]


def _objects(article: dict[str, Any], key: str) -> list[dict[str, Any]]:
    listed = article.get(key)
    return [value for value in listed if isinstance(value, dict)] if isinstance(listed, list) else []


def _said(article: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, keys in _META.items():
        words = next((value for key in keys if isinstance(value := article.get(key), str) and value.strip()), "")
        if words:
            yield name, " ".join(words.split())
