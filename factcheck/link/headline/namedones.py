"""The things that a headline counts and the text names: "shuts two libraries", the libraries at Ludd Street, Coldbeck and Penny Hill."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.context.subjects import stem, topics_of
from factcheck.link.headline.heads import Head
from factcheck.model import Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

MOST, OPENING, BESIDE = 9, 900, 30
"""A headline counts so many named things at the most; so many characters under it tell what it does, and beside names what of them."""

WORD = Pattern(r"[a-z]{4,}")

NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}"
LIST = rf"(?P<list>{NAME}(?:, {NAME})* and {NAME})(?! [A-Z]|, [A-Z]| and\b|,? (?:among|other))"
JOINED = Pattern(r", | and ")
DETERMINER = r"(?:the|its|their|his|her|those)"
PLACE = r"(?: (?:at|in|of|on|near|called|for))?"


def named_ones(article: Article, heads: list[Head]) -> Iterator[Relation]:
    """Show that a small count of a headline is as many as the text under it names of that noun, where it has no count of its own."""
    start = next((block.start for block in article.document.blocks if block.kind == "paragraph"), None)
    if article.verb_last or start is None:
        return
    for head in heads:
        said, plural = head.mention, article.word(article.place(head.mention) + 1)
        plain = said.kind == "count" and said.number and not (said.hedge or said.upper) and 1 < said.size <= MOST
        if not plain or not said.noun or not plural.endswith("s"):
            continue
        if any(one.noun == said.noun for sentence in article.body for one in sentence.of_kind("count")):
            continue
        told = re.compile(rf"\b{DETERMINER} (?:[a-z]+ )?{re.escape(plural)}{PLACE} {LIST}")  # the headline's own noun
        lists = [*told.finditer(article.document.text, start, start + OPENING)]
        many = len(JOINED.split(lists[0]["list"])) if len(lists) == 1 else 0
        if many == said.size and _is_told(article, head, lists[0]):  # Of others some may be told.
            yield _of_names(head, lists[0])


def _is_told(article: Article, head: Head, found: re.Match[str]) -> bool:
    """Tell whether the words beside some names say what the headline says of so many: shuts, closing."""
    text = article.document.text
    before, behind = (
        text[max(found.pos, found.start() - BESIDE) : found.start()],
        text[found.end() : found.end() + BESIDE],
    )
    beside = f"{before.rpartition('. ')[2]} {behind.partition('. ')[0]}"
    over = topics_of(article, head.sentence) - {stem(head.mention.noun)}
    return not over.isdisjoint(stem(word) for word in WORD.findall(beside.lower()))


def _of_names(head: Head, found: re.Match[str]) -> Relation:
    names, count = found["list"], len(JOINED.split(found["list"]))
    said = Quantity(Interval.exactly(head.mention.quantity.interval.middle), "", head.mention.text, head.places)
    span = Span(found.start("list"), found.end("list"))
    return Relation(said, Quantity(Interval.exactly(count), "", names, (span,), printed=Interval.exactly(count).middle))
