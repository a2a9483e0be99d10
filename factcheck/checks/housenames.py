"""Names of an article beside the way in which the house writes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.article import Article
from factcheck.check import check
from factcheck.document import Span
from factcheck.link.context.names import SHORTEST, bare, full_names, slip
from factcheck.model import Relation, Severity
from factcheck.quantity import Quantity

if TYPE_CHECKING:
    from factcheck.house.rules import HouseName

OPENING, CLOSING = "\"“‘'«", "\"”’'»"


@check("house-name", says="The house writes {implied}, not {stated}.", severity="warning")
def house_name(article: Article) -> Iterator[Relation]:
    """A name must be written as the house writes it.

    Names are given with --rules.  A spelling that the house calls wrong is reported, and so is the name with other
    hyphens, blanks or accents; one that is a slip of the pen away from it is a note.  A quoted name is left alone.

    Wrong: [Lee Jae Myung] flew in on Sunday.  ::  name = [{right = "Lee Jae-myung", wrong = ["Lee Jae Myung"]}]
    Wrong: Aides to [Lee Jae Myung] said he would stay.  ::  name = [{right = "Lee Jae-myung"}]
    Wrong: The conductor [Hedwig Ekström] died on Friday.  ::  name = [{right = "Hedvig Ekström"}]
    Wrong: They flew to [Kiev] on Sunday.  ::  name = [{right = "Kyiv", wrong = ["Kiev"]}]
    Right: Lee Jae-myung flew in on Sunday.  ::  name = [{right = "Lee Jae-myung", wrong = ["Lee Jae Myung"]}]
    Right: Aides to Jae Lee said he would stay.  ::  name = [{right = "Lee Jae-myung", aliases = ["Jae Lee"]}]
    Skip:  “Lee Jae Myung” is the book's title.  ::  name = [{right = "Lee Jae-myung", wrong = ["Lee Jae Myung"]}]
    Skip:  Paul Reyes left.  ::  name = [{right = "Paula Reyes"}]
    """
    if article.house is None or not article.house.names:
        return
    names = article.house.names
    yield from _given(article, names)
    yield from _near(article, names)


def _given(article: Article, names: tuple[HouseName, ...]) -> Iterator[Relation]:
    """Yield the wrong spellings that the house lists, and each right one once; one that is right is wrong for no name."""
    from factcheck.house.bind import found

    wrong = {form: name for name in names for form in name.wrong}
    right = {form: name for name in names for form in (name.right, *name.others)}
    known = wrong | right
    shown: set[str] = set()
    for place in found(article, known):
        if place.form in shown:
            continue
        shown.update({place.form} & right.keys())
        name = known.get(place.form) or known[place.form[0].lower() + place.form[1:]]
        implied = place.form if place.form in right else name.right
        yield _relation(article, place.form, implied, place.span, name)


def _near(article: Article, names: tuple[HouseName, ...]) -> Iterator[Relation]:
    """Yield the names of the text that are the house's but for hyphens, blanks, accents, or a slip in one word."""
    listed = {form for name in names for form in (name.right, *name.others, *name.wrong)}
    plain = {bare(name.right): name for name in names if " " in name.right or "-" in name.right}
    sharing: defaultdict[str, list[HouseName]] = defaultdict(list)
    for name in names:
        first, *_, last = name.right.split() if " " in name.right else ("", "")
        if first and len(name.right) >= SHORTEST:
            sharing[first].append(name)
            sharing[last].append(name)
    for text, tokens in full_names(article.tokens).items():
        if text in listed or text.isupper():
            continue
        same = plain.get(bare(text))
        likely = (
            [same]
            if same
            else [name for end in _ends(text) for name in sharing.get(end, ()) if _slipped(text, name.right)]
        )
        severity = None if same and text.casefold() != same.right.casefold() else Severity.NOTE
        for start in (article.tokens.starts[at] for at in tokens if likely):
            span = Span(start, start + len(text))
            if not _ends_sentence(article, span, likely[0].right):
                yield _relation(article, text, likely[0].right, span, likely[0], severity)


def _ends_sentence(article: Article, span: Span, right: str) -> bool:
    """Tell whether a name lacks its last dot for being read as the sentence's: in Washington D.C."""
    return article.document.text[span.start : span.end + 1] == right


def _ends(text: str) -> tuple[str, ...]:
    return text[: text.find(" ")], text[text.rfind(" ") + 1 :]


def _slipped(text: str, right: str) -> bool:
    """Tell whether two names differ in one word, and there by a slip of the pen."""
    one, other = text.split(), right.split()
    if len(one) != len(other):
        return False
    changed = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
    return len(changed) == 1 and min(map(len, changed[0])) > 4 and slip(*changed[0])


def _relation(
    article: Article, text: str, right: str, span: Span, name: HouseName, severity: Severity | None = None
) -> Relation:
    source = article.document.text
    marked = source[max(0, span.start - 1) : span.start] in tuple(OPENING) and source[span.end : span.end + 1] in tuple(
        CLOSING
    )
    return Relation(
        Quantity.named(text, text, span),
        Quantity.named(right, right, name.place),
        severity=severity,
        doubt="the name is quoted" if marked else None,
        fix=right,
        working=f"the house writes {right}; the text has {text}",
    )
