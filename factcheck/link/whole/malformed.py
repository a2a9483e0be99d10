"""Numbers written as none is: commas and points that part no thousands, lakhs in a text of thousands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.whole.bounds import never, words
from factcheck.model import Relation
from factcheck.patterns import Pattern

LAKHS = Pattern(r"[$£€]\d{1,2}(?:,\d\d)+,\d{3}\b(?!,)")
MILLIONS = Pattern(r"\d,\d{3},\d{3}\b")
"""Sums of one article grouped the Indian way, and the way of thousands."""


def malformed(article: Article) -> Iterator[Relation]:
    """Yield numbers whose commas or points part no thousands: 2,452,3000."""
    letters = article.tokens.letters
    place = letters.find("x")
    while place >= 0:
        if found := _ill_formed(article, place):
            span, right = found
            rule = (
                "after the first comma, digits come in groups of three"
                if "," in article.text(span)
                else "a number has one decimal point"
            )
            yield never(article.text(span), span, rule, right)
        place = letters.find("x", place + 1)


def _ill_formed(article: Article, place: int) -> tuple[Span, str | None] | None:
    tokens = article.tokens
    text, before = tokens.word(place), tokens.word(place - 1) if place else ""
    paid = before in ("$", "€", "£", "¥", "₹")
    glued = place > 0 and tokens.glued(place - 1) and not paid
    if glued or before.lower() in words("numerals", "named"):
        return None
    scaled = tokens.word(place + 1).lower() in words("numerals", "scaled") if place + 1 < len(tokens.pieces) else False
    if not (_ill_grouped(text, bool(paid)) or ((paid or scaled) and _ill_pointed(text))):
        return None
    return Span(tokens.starts[place - paid], tokens.end(place)), _regrouped(text)


def _regrouped(text: str) -> str | None:
    """Return the same digits with commas where they belong, and as a decimal where two may be cents."""
    if "." in text:
        return None
    whole = f"{int(text.replace(',', '')):,}"
    head, _, tail = text.rpartition(",")
    return f"“{head}.{tail}” or “{whole}”" if len(tail) == 2 else f"“{whole}” or “{text[:-1]}”"


def _ill_grouped(text: str, paid: bool) -> bool:
    """Tell whether commas part a number as neither thousands, lakhs, a decimal comma nor a list would."""
    match = re.fullmatch(r"\d{1,3}((?:,\d+)+)", text)
    if match is None:
        return False
    sizes = [len(group) for group in match[1].split(",")[1:]]
    if len(sizes) == 1:
        return sizes == [4] and (paid or text[-3:] == "000")
    if sizes[-1] == 4 and set(sizes[:-1]) == {2} and text.endswith("000"):
        return True  # lakhs and a nought too many: 8,24,0000
    return 3 in sizes and max(sizes) <= 4 and sizes[:-1].count(3) >= len(sizes) - 1


def _ill_pointed(text: str) -> bool:
    """Tell whether a sum has several points that part no thousands."""
    groups = text.split(".")
    return len(groups) > 2 and text.replace(".", "").isdigit() and {len(group) for group in groups[1:]} != {3}


def mixed_grouping(article: Article) -> Iterator[Relation]:
    """Yield sums of dollars, pounds or euros in lakhs where the article groups others by thousands: £1,20,000."""
    text = article.document.text
    lakhs = list(LAKHS.finditer(text)) if "," in text else []
    if lakhs and MILLIONS.search(text):
        for said in lakhs:
            yield never(
                said[0],
                Span(*said.span()),
                "digits are grouped by three",
                f"{said[0][0]}{int(said[0][1:].replace(',', '')):,}",
            )
