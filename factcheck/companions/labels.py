"""What the words right at a figure say it is of: the noun that it counts or stands behind, and what is said of that."""

from __future__ import annotations

from functools import lru_cache

from factcheck.companions.facts import Fact
from factcheck.companions.words import topics
from factcheck.patterns import Pattern

WORDS, REACH = 4, 60
STOPS = Pattern(r"[.,;:!?()（）\[\]“”\"·|\n–—]|\d")
LINKS = frozenset(
    "of was is were are be at to by about some nearly almost over than a an the its had has came stood".split()
)
ENDS = frozenset(
    "and or but of in at to for with from by on per who that which while as against than after before a an the".split()
)
IS = frozenset("is are was were be been remain remained".split())
COUNTED = frozenset({"count"})
PARTICLE = Pattern(r"[^\W\d]{0,3}?(?:을|를|이|가|은|는|씩)(?=\s)")
PARTED = Pattern(r"(?:[은는이가을를의로와과도]|에서|에)$")
SET_OFF = Pattern(r",\s*(?:at|with|of)\s*$")
"""What sets a figure off from its noun: Home sales, at £193.9m."""

KEPT = 4096


@lru_cache(maxsize=KEPT)
def noun(fact: Fact) -> frozenset[str]:
    """Return the topics of the noun that a figure counts, or that it is the size of: 187 engineers, net cash of £14.6m."""
    named = topics(fact.mention.noun) if fact.mention.noun else frozenset()
    if fact.article.language != "en":
        return named | topics(" ".join(_compound(_before(fact)[-2:])))
    if fact.sort in COUNTED:
        counted = _behind(fact)[1:] if _behind(fact)[:1] and _behind(fact)[0] in IS else _behind(fact)
        return named | topics(" ".join(_up_to(counted, ENDS)[:3]))
    return named | topics(" ".join(_linked(_before(fact))))


@lru_cache(maxsize=KEPT)
def predicate(fact: Fact) -> frozenset[str]:
    """Return the topics of what is said of those that a figure counts: 18 are in custody, arrested 43, 4명을 구속했다."""
    if fact.sort not in COUNTED:
        return frozenset()
    behind = _behind(fact)
    if fact.article.language != "en":
        text, end = fact.article.document.text, fact.span.end
        found = PARTICLE.match(text, end - 1) or PARTICLE.match(text, end)
        return topics(" ".join(_words(text[found.end() : found.end() + REACH])[:3])) if found else frozenset()
    said = next((behind[at + 1 :] for at, word in enumerate(behind) if word in IS), [])
    before = _before(fact)
    verb = before[-1:] if before and before[-1].endswith("ed") else []
    return topics(" ".join([*said[:WORDS], *verb]))


def _compound(words: list[str]) -> list[str]:
    """Return the last of two Korean words, and the first where no particle parts it from that."""
    return words[-1:] if len(words) > 1 and PARTED.search(words[0]) else words


def _before(fact: Fact) -> list[str]:
    text, start = fact.article.document.text, fact.span.start
    return _words(SET_OFF.sub(" ", text[max(0, start - REACH) : start])[::-1], backward=True)


def _behind(fact: Fact) -> list[str]:
    text, end = fact.article.document.text, fact.span.end
    return _words(text[end : end + REACH])


def _words(text: str, backward: bool = False) -> list[str]:
    """Return the words of a text up to the first stop; of one read `backward`, those before its end."""
    bare = text.lstrip(" :(（‘’'\"") if backward else text
    found = STOPS.search(bare)
    near = bare[: found.start()] if found else bare
    return (near[::-1] if backward else near).split()


def _linked(words: list[str]) -> list[str]:
    """Return the last words before a figure, those aside that link it to them: "had net debt of" is net debt."""
    while words and words[-1].lower() in LINKS:
        words = words[:-1]
    kept: list[str] = []
    for word in reversed(words[-3:]):
        if word.lower() in ENDS or word.lower() in LINKS:
            break
        kept.append(word)
    return kept


def _up_to(words: list[str], ends: frozenset[str]) -> list[str]:
    return words[: next((at for at, word in enumerate(words) if word.lower() in ends), len(words))]
