"""Places that a text names, as far as their clocks are known."""

from __future__ import annotations

from functools import lru_cache

from factcheck.article import Article, Sentence
from factcheck.languages import places
from factcheck.records import NamedTuple
from factcheck.reference import zones

LONGEST = 5
CAPITALS = "NC"
LEAD = 60
OPENED = ".:—–\n"
"""Behind the first words of a paragraph these make them its place."""


class Named(NamedTuple):
    """A known place, in places `start` up to `end` of the skeleton."""

    name: str
    start: int
    end: int


def place_at(article: Article, place: int) -> Named | None:
    """Return the known place whose name begins at a place of the skeleton; the longest name wins."""
    if article.skeleton[place : place + 1] not in CAPITALS or place >= len(article.skeleton):
        return None
    first = article.token(place)
    pieces = article.tokens.pieces[first : first + LONGEST]
    if pieces[0].rstrip() not in zones.first_words() and not pieces[0].rstrip().isupper():
        return None
    for length in range(len(pieces), 0, -1):
        name = "".join(pieces[:length]).rstrip()
        for form in (name, name.title()):
            if zones.of_place(form):
                return Named(form, place, place + length)
    return None


def places_in(article: Article, start: int, end: int) -> list[Named]:
    """Return the known places named from one place of the skeleton up to another."""
    found: list[Named] = []
    place = start
    while place < end:
        named = place_at(article, place)
        if named:
            found.append(named)
        place = named.end if named else place + 1
    return found


def country(article: Article) -> tuple[zones.Zone, ...]:
    """Return the zones of the country, of several, that an article is dated from."""
    names = article.document.meta.get("dateline", "").split(",")
    return zones.of_country(names[-1].strip()) if len(names) > 1 else ()


@lru_cache(maxsize=2)
def places_told(article: Article) -> list[str]:
    """Return the names of the known places that an article names, each once."""
    words = places(article.language)
    if words:
        told = (words.get(piece.rstrip(), "") for piece in article.tokens.pieces)
        return [name for name in dict.fromkeys(told) if name]
    return list(dict.fromkeys(named.name for named in places_in(article, 0, len(article.skeleton))))


def opening(article: Article, sentence: Sentence) -> str:
    """Return the known place that a paragraph of several stories opens with: "Singapore. A start-up sent up"."""
    start = article.skeleton.rfind("\n", 0, sentence.start) + 1
    named = place_at(article, start)
    return named.name if named and article.skeleton[named.end : named.end + 1] in OPENED else ""


def dateline(article: Article) -> list[str]:
    """Return the known place that an article is dated from, in its front matter or before its first words."""
    if meta := article.document.meta.get("dateline", ""):
        names = [part.strip() for part in meta.split(",")]
        return [form for name in names for form in (name, name.title()) if zones.of_place(form)][:1]
    lead = next((block for block in article.document.blocks if block.kind == "paragraph"), None)
    if lead is None:
        return []
    opening = article.document.text[lead.start : lead.start + LEAD]
    name = next((opening.partition(dash)[0] for dash in ("—", "–", "-", "(") if dash in opening), "")
    capitals, _, state = (part.strip() for part in name.partition(","))
    if not capitals.isupper():
        return []
    return [known for known in (capitals.title(), state) if zones.of_place(known)][:1]
