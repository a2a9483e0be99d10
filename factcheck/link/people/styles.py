"""One name written in two styles: with and without hyphens, accents or capitals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.context.names import bare
from factcheck.model import Relation, Severity
from factcheck.quantity import Quantity


def styled_twice(names: Iterable[str]) -> Iterator[tuple[str, str, bool]]:
    """Yield each name that is written in another way too, that way, and whether the two are a person's."""
    known = list(names)
    told: set[str] = set()
    styled = [name for name in known if "-" in name or not name.isascii()]
    plain: dict[str, list[str]] = {}
    for name in known if styled else ():
        plain.setdefault(bare(name), []).append(name)
    for name in styled:
        if name not in told:
            ways = [way for way in _ways(name, plain) if way not in told and not _shouted(way, name)]
            told.update(ways)
            yield from ((name, way, _is_person(name, way)) for way in ways[:1])


def _ways(name: str, plain: dict[str, list[str]]) -> list[str]:
    """Return the other ways in which a name, or the surname of two at its end, is written, but for hyphens, accents and the like.

    `plain` has the names by what they are without these.
    """
    surname = name[name.rfind(" ") + 1 :]
    parted = surname.replace("-", " ")
    if "-" in surname and surname != name and parted in plain.get(bare(parted), ()):
        return [parted]
    return [other for other in plain[bare(name)] if other[0] == name[0] and other != name]


def _shouted(one: str, other: str) -> bool:
    """Tell whether the two differ by capitals alone, as a dateline does, or by dashes of a sentence."""
    return one.casefold() == other.casefold() or " - " in one + other or one.isupper() or other.isupper()


def _is_person(one: str, other: str) -> bool:
    """Tell whether two ways of writing a name are of a person: three words of it, or an accent."""
    hyphened, plain = (one, other) if "-" in one else (other, one)
    if " " in hyphened and hyphened.rpartition(" ")[2].replace("-", " ") == plain:
        return True
    return "-" not in hyphened or (hyphened.count(" ") == 1 and hyphened.rpartition("-")[2][:1].islower())


def two_countries(article: Article) -> Iterator[Relation]:
    """Note that one text has U.S. and US, as two sources pasted together do."""
    text = article.document.text
    dotted, plain = text.find("U.S. "), text.find(" US ") + 1
    if dotted < 0 or plain <= 0:
        return
    yield Relation(
        Quantity.named("US", "US", Span(plain, plain + 2)),
        Quantity.named("U.S.", "U.S.", Span(dotted, dotted + 4)),
        severity=Severity.NOTE,
        fix="one form throughout",
        variant="style",
    )
