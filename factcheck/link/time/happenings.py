"""Which kinds of event a word names: those of the rules, and such as an article itself takes for known.

"rejected the plan" and "the decision" are of one kind in `rules/events.toml`; words for several kinds stand there for any.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain

from factcheck.article import BIT, Article
from factcheck.phrase import KIND_LETTERS
from factcheck.rulefiles import load_rules

DATED = BIT[KIND_LETTERS["weekday"]] | BIT[KIND_LETTERS["date"]]
SHARE = KIND_LETTERS["percent"]
PARTICLE = 4
"""So many words behind the first of a phrase may stand its second: "sent to federal prison"."""
OWNED = ("'s", "’s")
ANY_NAME = "*"
"""Second in a phrase of the rules it stands for a name straight behind the first: left Lima."""
SEVERAL = frozenset("strikes attacks raids fires games shows matches services talks".split())
"""Nouns in the plural that are of several events, or of another thing than one."""
ROOT, OF_ROOT = 5, "~"
"""So many letters may begin a noun and the verb of one event: nominations, nominees; what marks a kind known by them."""


@cache
def events_words(name: str) -> frozenset[str]:
    """Return a list of words of the rules for events."""
    return frozenset(load_rules("events")["once"][name].split())


@cache
def naming(family: str) -> frozenset[str]:
    """Return the words that name a kind of event: "last" of "last seen" is none that makes it another's."""
    return frozenset(load_rules("events")["event"].get(family, "").replace("|", " ").split())


def families_of(article: Article, at: int) -> tuple[str, ...]:
    """Return the kinds of event that the word at a place names, with those behind it; none for another's second word."""
    said = article.word(at)
    kinds = phrases().get(hyphened(article, at)) or phrases().get(said) or of_several(article, at)
    if not kinds and said[:ROOT] in _roots(article):
        return (f"{OF_ROOT}{said[:ROOT]}",)
    if not kinds or _is_name(article, at) or _is_thing(article, at):
        return ()
    behind = [article.word(near) for near in range(at + 1, min(at + 1 + PARTICLE, len(article.skeleton)))]
    behind += [word.removesuffix("s") for word in behind] + [f"{word}s" for word in behind]
    behind += [ANY_NAME] if article.skeleton[at + 1] == "N" else []
    whole = [families for second, families in kinds.items() if second and second in behind]
    led = phrases().get(article.word(at - 1), {}).get(said)
    if whole or led:
        return whole[0] + (led or ()) if whole else ()
    return kinds.get("", ())


def of_several(article: Article, at: int) -> dict[str, tuple[str, ...]] | None:
    """Return the kinds of event that a noun in the plural names, taken for known: the launches, Tuesday's deaths."""
    said, before = article.word(at), {article.word(at - 1), article.word(at - 2)}
    if not said.endswith("s") or said in SEVERAL or before.isdisjoint(events_words("determiners")):
        return None
    one = next((said[:-cut] for cut in (1, 2) if said[:-cut] in events_words("nouns")), "")
    return phrases().get(one) if one else None


def hyphened(article: Article, at: int) -> str:
    """Return a word with what a hyphen joins to it: break-in, swearing-in."""
    word, behind = article.word(at), article.word(at + 1)
    return f"{word}-{article.word(at + 2)}" if behind == "-" else word


@cache
def phrases() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return for the first word of each phrase the second, "" where there is none, and the kinds of event."""
    known: dict[str, dict[str, tuple[str, ...]]] = {}
    rules = load_rules("events")
    one_kind = ((said, (family,)) for family, said in rules["event"].items())
    several = ((said, tuple(families.split())) for said, families in rules["hypernyms"].items())
    for said, families in chain(one_kind, several):
        broader = (kind for kind, narrower in wider().items() if not narrower.isdisjoint(families))
        kinds_named = (*families, *broader)
        for phrase in said.split("|"):
            first, _, second = phrase.partition(" ")
            kinds = known.setdefault(first, {})
            kinds[second] = tuple(dict.fromkeys((*kinds.get(second, ()), *kinds_named)))
    return known


@cache
def general() -> frozenset[str]:
    """Return the words that may be said for an event of any of several kinds."""
    return frozenset(word for said in load_rules("events")["hypernyms"] for word in said.replace("|", " ").split())


@cache
def wider() -> dict[str, frozenset[str]]:
    """Return the kinds of event of which a story tells one, each with the kinds that it takes in."""
    return {kind: frozenset(kinds.split()) for kind, kinds in load_rules("events")["wider"].items()}


@lru_cache(maxsize=2)
def _roots(article: Article) -> frozenset[str]:
    """Return how the words begin that name an event only by a day taken for known: "Tuesday's nominations"."""
    found = set()
    for sentence in article.body:
        if sentence.kinds & DATED:
            for mention in sentence.of_kind("weekday|date"):
                behind = article.place(mention) + 1
                behind += article.word(behind) in events_words("hours")
                noun = behind + 1
                if (
                    article.word(behind) in OWNED
                    and article.skeleton[noun] == "w"
                    and article.skeleton[noun + 1] != "w"
                ):
                    word = article.word(noun)
                    if len(word) > ROOT and word not in phrases() and word not in events_words("hours"):
                        found.add(word[:ROOT])
    return frozenset(found)


def of_root(family: str) -> bool:
    """Tell a kind of event known only by the beginning of its word from one in the rules."""
    return family.startswith(OF_ROOT)


def _is_thing(article: Article, at: int) -> bool:
    """Tell "a ballot box" and "28% of the vote", which are no events, from the ballot and the vote."""
    share = article.word(at - 1) == "the" and article.word(at - 2) == "of" and article.skeleton[at - 3] == SHARE
    return share or article.word(at + 1) in events_words("things")


def _is_name(article: Article, at: int) -> bool:
    """Tell whether a word is part of a name: the National Weather Service."""
    words = [article.tokens.word(article.token(place)) for place in (at - 1, at)] if at else [""]
    return all(word[:1].isupper() and word[1:].islower() for word in words)
