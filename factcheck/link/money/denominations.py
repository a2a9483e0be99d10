"""Which currency a figure may be of, where its sign or its name is that of several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factcheck.article import Article
from factcheck.currencies import country, names, sharing, told_in
from factcheck.link.money.conversions import Sum
from factcheck.model import Mention
from factcheck.patterns import Pattern

DOLLARS = {
    "AUD": "Australia",
    "CAD": "Canad",
    "NZD": "New Zealand",
    "SGD": "Singapore",
    "HKD": "Hong Kong",
    "TWD": "Taiwan",
}

OVERSEAS = Pattern(r"\bper cent\b|\b(?:kilo|centi|milli)?metres?\b|\blitres?\b|(?:NZ|HK|NT|A|C|S)\$")
"""What tells that a text may be from where dollars are not those of the United States: its spelling, others' dollars."""

ROOT, KEPT = 4, 64
"""So many letters tell a country, and so many answers about the countries that a text names are kept."""


def with_name(article: Article, figure: Mention) -> Mention:
    """Return a figure of a currency whose name others share with that name behind it: 640 kroner."""
    if figure.kind != "count" or not sharing(figure.noun):
        return figure
    place = article.place(figure)
    span = article.span(place, place + 2)
    return figure.changed(span=span, text=article.text(span)) if sharing(article.word(place + 1)) else figure


def own_dollars(article: Article, first: Mention, second: Mention) -> list[str]:
    """Return whose dollars stand plain beside "US$": those of the countries that the text names, else anybody's."""
    foreign = first.unit == second.unit == "USD" and second.text.upper().startswith("US") and first.text.startswith("$")
    if not foreign:
        return []
    text, meta = article.document.text, str(article.document.meta)
    return [code for code in sorted(DOLLARS) if _says(text, DOLLARS[code]) or DOLLARS[code] in meta] or sorted(DOLLARS)


WEIGHED, NEAR = Pattern(r" (?:each|apiece|an?|per)\b"), 12
"""Behind so many pounds these make them a weight rather than a sum."""


def codes_of(article: Article, figure: Mention) -> list[str]:
    """Return the currencies that a figure may be of, the likeliest first."""
    if figure.kind == "money":
        words = figure.text.lower().split()
        told = " ".join(words[-2:]) in names()
        others = sharing(words[-1]) if words[-1] not in ("dollars", "dollar") and not told else ()
        return list(dict.fromkeys((figure.unit, *others))) if others and others[0] != "USD" else [figure.unit]
    if figure.kind == "measure":
        weighs = WEIGHED.match(article.around(figure, NEAR)[1])
        return ["GBP"] if figure.unit == "pound" and "pound" in figure.text and not weighs else []
    codes = sharing(figure.noun) if figure.noun else ()
    named = [code for code in codes if told_in(code, article.document.text)]
    return named or list(codes)


AMERICAN = Pattern(r"\bin (?:US|U\.S\.|American) (?:dollars|money|currency|terms)\b", re.IGNORECASE)


def other_dollars(article: Article, sum_: Sum) -> Iterator[tuple[str, Sum]]:
    """Yield the conversion with its dollars, if a plain sign stands for them, read as those of other countries."""
    if AMERICAN.search(article.words(sum_.pair.sentence)):
        return
    plainly = [figure.text.lstrip("-+").startswith("$") or "dollar" in figure.text for figure in sum_.pair.mentions]
    for code in sorted(DOLLARS):
        if sum_.base == "USD" and code != sum_.quote and plainly[0]:
            yield code, Sum(sum_.pair, code, sum_.quote)
        elif sum_.quote == "USD" and code != sum_.base and plainly[1]:
            yield code, Sum(sum_.pair, sum_.base, code)


def is_named(article: Article, code: str) -> bool:
    """Tell whether a text names the country whose dollars these are."""
    return told_in(code, article.document.text) or _says(article.document.text, DOLLARS[code])


@lru_cache(maxsize=KEPT)
def _says(text: str, word: str) -> bool:
    return word in text


def is_overseas(article: Article) -> bool:
    """Tell whether a text may be from where dollars are not those of the United States."""
    return _has_foreign_style(article.document.text)


@lru_cache(maxsize=KEPT)
def _has_foreign_style(text: str) -> bool:
    return OVERSEAS.search(text) is not None


def is_foreign(article: Article, sum_: Sum) -> bool:
    """Tell whether a text names the country of a currency that no rate is known for: dirhams, of Morocco."""
    text = article.document.text
    return any(_names_country(text, code) for code in (sum_.base, sum_.quote) if country(code) and code != "USD")


def is_stranger(article: Article, sum_: Sum) -> bool:
    """Tell whether a text names no country that goes by the first letters of a currency's: Norway, of Norwegian."""
    shared = [code for code in (sum_.base, sum_.quote) if code != "USD" and country(code)]
    return not any(_names_country(article.document.text, code) for code in shared)


def _names_country(text: str, code: str) -> bool:
    """Tell whether a text has the first letters of the country whose currency a code is."""
    return _says(text, country(code)[:ROOT])
