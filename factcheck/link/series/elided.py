"""Shares of which the first alone is called one: 46 per cent, ahead of wells (27), taps (21) and streams (16)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.article import BIT, Article, Sentence
from factcheck.link.series.figures import HALF, value
from factcheck.link.series.runs import families, gap, linked
from factcheck.model import Mention
from factcheck.phrase import phrase, word_letters

HUNDRED = 100
CLOSES = ",;.·)\n"
TERMS = "PERCENT"
LAST = frozenset("remaining other others last rest".split())


def may_share(sentence: Sentence) -> bool:
    """Tell whether a sentence may tell shares at all: it has a percentage, or the word, or a fraction."""
    return bool(sentence.kinds & (BIT["P"] | BIT["F"])) or not word_letters(TERMS).isdisjoint(sentence.letters)


def shares(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the percentages of a sentence in order, with the bare numbers that go on where they leave off."""
    named = [figure for figure in families(sentence).get("%", ()) if figure.kind == "percent"]
    found: list[Mention] = []
    sure = False
    for at, figure in enumerate(sentence.mentions):
        if figure.kind == "percent":
            found += [] if found else led_up_to(article, sentence.mentions[:at], figure)
            found.append(figure)
        elif (found or not named) and _bare(figure) and not _is_aged(article, figure):
            sure = (
                _surely(article, figure)
                or _goes_on(article, found[-1:], figure)
                or (sure and bool(found) and linked(gap(article, found[-1], figure)))
            )
            if sure:
                found.append(_as_share(figure))
    return found


def _as_share(figure: Mention) -> Mention:
    number = figure.number.times(Fraction(1, HUNDRED)) if figure.number else None
    return figure.changed(kind="percent", unit="%", noun="", number=number)


def led_up_to(article: Article, before: Sequence[Mention], share: Mention) -> list[Mention]:
    """Return the bare numbers of a list, two or more, that ends in a percentage: 43, 28, 17 and 12 per cent."""
    found: list[Mention] = []
    for figure in reversed(before):
        if not _bare(figure) or figure.noun or not linked(gap(article, figure, found[0] if found else share)):
            break
        found.insert(0, figure)
    return [_as_share(one) for one in found] if len(found) > 1 else []


def _goes_on(article: Article, before: list[Mention], figure: Mention) -> bool:
    """Tell whether a bare number stands behind the preposition of the share before it: "Labour on 34 per cent, the rest on 12"."""
    one, place = [article.place(share) for share in before], article.place(figure)
    behind = article.skeleton[place + 1 : place + 2]
    closes = not figure.noun and (behind in (*CLOSES, "") or article.word(place + 1) == "and")
    same = any(article.skeleton[at - 1] == article.skeleton[place - 1] for at in one)
    return closes and same and article.skeleton[place - 1] in word_letters("PREPOSITION")


def _is_aged(article: Article, figure: Mention) -> bool:
    """Tell whether a bare number is somebody's age: she is 66; Ann, who was 44."""
    return phrase("PRONOUN|who BE").fullmatch(article.before(figure, 2)) is not None


def _bare(figure: Mention) -> bool:
    """Tell whether a number in digits stands for no more than itself: one in words, "the other two", counts things."""
    if figure.text.isalpha():
        return False
    plain = figure.kind == "count" and figure.number is not None and figure.upper is None
    return plain and not figure.hedge and not figure.counter and 0 < value(figure) < HUNDRED


def _surely(article: Article, figure: Mention) -> bool:
    """Tell whether a bare number counts no things: it stands alone in brackets, has a decimal, or "the" follows it."""
    place = article.place(figure)
    before, behind = article.skeleton[place - 1 : place], article.skeleton[place + 1 : place + 2]
    listed = (
        behind != ""
        and (behind in CLOSES or article.word(place + 1) == "and")
        and (before in ("w", "N") or before in word_letters("ZONE") or article.word(place - 1) in LAST)
        and not figure.noun
    )
    if listed:
        return True
    decimal = figure.number is not None and figure.number.half < HALF and not figure.noun
    return decimal or before + behind == "()" or (behind != "" and article.word(place + 1) == "the")
