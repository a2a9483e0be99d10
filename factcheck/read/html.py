"""Web pages as Documents: the article, without what the page puts around it."""

from __future__ import annotations

from factcheck.document import Document
from factcheck.read.blocks import HTML_KINDS, Blocks, Grammar
from factcheck.read.build import Copy, build, plain_blanks, worded
from factcheck.read.story import Story, is_dropped, rules
from factcheck.read.tags import Element, Tree
from factcheck.read.webmeta import page_title, read_meta

_BLANKS = "\t\f\r"


def read_html(source: str, path: str) -> Document:
    """Return the article of a web page, with its date, author and language where the page states them."""
    flat = flat_markup(source)
    return build(path, source, flat, worded(path, page_copy(flat)))


def page_copy(flat: str) -> Copy:
    """Return the blocks of a page's article, under the page's title and its headline."""
    tree = Tree(flat)
    story = Story(tree)
    blocks = Blocks(tree, Grammar(HTML_KINDS, story.left.__contains__, story.heads))
    blocks.raws += page_title(tree)
    if headline := story.headline():
        blocks.read(headline, "h1")
    blocks.read(story.element)
    return Copy(blocks.raws, blocks.tables, read_meta(tree, story))


def body_copy(flat: str) -> Copy:
    """Return the blocks of an article's markup that no page is put around."""
    blocks = Blocks(tree := Tree(flat), Grammar(HTML_KINDS, is_around))
    blocks.read(tree.root)
    return Copy(blocks.raws, blocks.tables, {})


def is_around(element: Element) -> bool:
    """Tell whether an element holds no words of an article, such as a form."""
    return is_dropped(element) or element.name in rules().elements


def flat_markup(source: str) -> str:
    """Return the source, character for character, with plain blanks and newlines."""
    for blank in _BLANKS:
        if blank in source:
            source = source.replace(blank, " ")
    return plain_blanks(source)
