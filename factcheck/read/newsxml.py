"""The news trade's XML, NewsML-G2 and NITF, as Documents."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from factcheck.document import Document, UnreadableError
from factcheck.read.blocks import HTML_KINDS, Blocks, Grammar
from factcheck.read.html import body_copy, is_around, read_html
from factcheck.read.inner import Inner
from factcheck.read.pieces import Chunk, shape
from factcheck.read.tags import Element, Tree, names
from factcheck.read.text import plain_copy
from factcheck.read.xml import prove_xml

_KINDS = {
    **HTML_KINDS,
    **dict.fromkeys(
        names("block body.head body.content hedline byline dateline media abstract headline by"), "paragraph"
    ),
    **dict.fromkeys(["media-caption", "nitf-table-summary"], "caption"),
    "hl1": "h1",
    "hl2": "h2",
    "bq": "quote",
}
_NOT_COPY = names(
    "fn media-producer media-metadata media-reference media-object body.end note ednote nitf-table-metadata"
)
_HEADS = {
    "headline": ("contentMeta",),
    "description": ("contentMeta",),
    "by": ("contentMeta",),
    "dateline": ("contentMeta", "body.head"),
    "hedline": ("body.head",),
    "byline": ("body.head",),
    "abstract": ("body.head",),
}
"""The elements over the body that are copy, and what holds them."""
_KINDS_OF_HEADS = {"headline": "h1", "description": "standfirst", "abstract": "standfirst"}
_ITEMS = names("newsItem NewsItem nitf")
_DATES = (
    ("versionCreated", ""),
    ("date.release", "norm"),
    ("pubdata", "date.publication"),
    ("date.issue", "norm"),
    ("story.date", "norm"),
    ("contentCreated", ""),
    ("firstCreated", ""),
)
"""The elements and attributes that give the day of publication, the surest first."""
_LANGUAGES = (("language", "tag"), ("body", "xml:lang"), ("nitf", "xml:lang"), ("newsItem", "xml:lang"))
_BASIC = r"^(\d{4})(\d\d)(\d\d)(?=T|$)"
_ESCAPED = r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|<!\[CDATA\[|<!--(?:[^-]|-(?!->))*+-->"


def read_news_xml(source: str, path: str) -> Document:
    """Return the article of a NewsML-G2 or NITF file, or of a web page in XML.

    UnreadableError, with the line, for broken XML and for entities of the file's own, and for XML of any other kind
    or of several articles.
    """
    prove_xml(source.removeprefix("\ufeff"), path)
    inner = Inner(source, path)
    tree = Tree(inner.parts[0], xml=True)
    if next((element.name for element in tree.elements), "") == "html":
        return read_html(source, path)
    bodies = list(_bodies(tree))
    if len(bodies) != 1:
        told = (
            f"it holds {len(bodies)} articles; give each a file of its own"
            if bodies
            else "it is XML, but neither NewsML-G2 nor NITF"
        )
        raise UnreadableError(path, told)
    elements = _item(tree, bodies[0])
    _read(tree, elements, bodies[0], inner)
    inner.copy.meta.update(_said(tree, elements))
    return inner.document()


def _bodies(tree: Tree) -> Iterator[Element]:
    """Yield the elements that hold the words of an article; of several forms of one, the first."""
    done = -1
    for element in tree.elements:
        if element.name in ("body.content", "inlineXML", "inlineData") and element.start >= done:
            over = _over(element)
            done = over.after if over.name == "contentSet" else element.after
            yield element


def _item(tree: Tree, body: Element) -> list[Element]:
    """Return the elements of the item that an article is: others in its file may be its pictures."""
    item, over = tree.root, body.parent
    while over:
        item = over if over.name in _ITEMS else item
        over = over.parent
    inside = [event.element for event in tree.inside(item) if event.opens] if item.name else tree.elements
    return [item, *inside]


def _read(tree: Tree, elements: list[Element], body: Element, inner: Inner) -> None:
    """Add the headline, what stands under it, the dateline and the body."""
    blocks = Blocks(tree, Grammar(_KINDS, _leaves_out, _is_under))
    blocks.raws, blocks.tables = inner.copy.raws, inner.copy.tables
    for element in elements:
        if element.name in _HEADS and _over(element).name in _HEADS[element.name]:
            blocks.read(element, _KINDS_OF_HEADS.get(element.name, "paragraph"))
    if body.name == "inlineData":
        inner.read(_decoded(tree.flat, body), body_copy if _is_markup(tree.flat, body) else plain_copy)
    else:
        blocks.read(body)


def _over(element: Element) -> Element:
    return element.parent or element


def _leaves_out(element: Element) -> bool:
    return element.name in _NOT_COPY or is_around(element)


def _is_under(element: Element) -> bool:
    """Tell whether an element is the line under the headline."""
    return element.name == "hl2" and _over(element).name == "hedline"


def _is_markup(flat: str, body: Element) -> bool:
    return "html" in body.values.get("contenttype", "") or bool(
        shape(r"(?:<|&lt;)p\b").search(flat, body.inner, body.end)
    )


def _decoded(flat: str, body: Element) -> Iterator[Chunk]:
    """Yield the characters that an element holds, with what its entities stand for, once."""
    at = body.inner
    while found := shape(_ESCAPED).search(flat, at, body.end):
        yield at, flat[at : found.start()], 0
        at = found.end()
        if found[0] == "<![CDATA[":
            end = flat.index("]]>", at)
            yield at, flat[at:end], 0
            at = end + len("]]>")
        elif found[0][0] == "&":
            yield found.start(), unescape(found[0])[:1], len(found[0])
    yield at, flat[at : body.end], 0


def _said(tree: Tree, elements: list[Element]) -> Iterator[tuple[str, str]]:
    """Yield what the file states of the article: its day of publication, dateline, title and language."""
    first: dict[str, Element] = {}
    for element in elements:
        first.setdefault(element.name, element)
    stated = {
        "date": [shape(_BASIC).sub(r"\1-\2-\3", _stated(tree, first, *named)) for named in _DATES],
        "dateline": [_stated(tree, first, "dateline")],
        "title": [_stated(tree, first, "headline"), _stated(tree, first, "hl1")],
        "lang": [_stated(tree, first, *named) for named in _LANGUAGES],
    }
    for key, values in stated.items():
        yield from ((key, words) for words in [*filter(None, values)][:1])


def _stated(tree: Tree, first: dict[str, Element], name: str, attribute: str = "") -> str:
    """Return the words of the first element of a name, or of an attribute of it, on one line."""
    if not (element := first.get(name)):
        return ""
    words = element.values.get(attribute, "") if attribute else tree.flat[element.inner : element.end]
    return " ".join(unescape(shape("<[^<>]*>").sub(" ", words)).split())
