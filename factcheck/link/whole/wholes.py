"""What has a top: the share of a whole, the part of a count, the degree of a scale, the fall to nothing.

`rules/bounds.toml` says of what no more than the whole can be had; words alone decide, and what may be had more than
once ("130% of the target", "a rise of 140%") is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import pairwise, zip_longest

from factcheck.article import BIT, Article, Said, Sentence
from factcheck.languages import stemmer
from factcheck.link.whole.bounds import CLEARLY, fine, never, words
from factcheck.link.whole.excess import parts_of_counted
from factcheck.link.whole.falls import lost
from factcheck.model import Mention, Relation
from factcheck.phrase import FIGURES, word_letters
from factcheck.quantity import DEEP, Interval, Quantity
from factcheck.regexes import compiled
from factcheck.rulefiles import load_rules

OF_WHOLE = (
    "{part:count} out? of all? the|its|their|his|her|our|whose|those|these|every {whole:count}",
    "{part:count} out of {whole:count}",
    "{part:count} in every {whole:count}",
    "{part:count} of the|its|their? <wN><wN>?<wN>?<'> {whole:count}",
    "of every {whole:count} <wN> ,? {part:count} (BE|HAVE|DO)",
    "out of every {whole:count} ... , {part:count} BE|HAVE",
    "of the|its|those|these|all {whole:count} <wN>?<wN>? , {part:count}",
    "of the|its|those|these {whole:count} <wN> ... , {part:count} (BE|HAVE|DO|AUXILIARY|<w>)",
)
SIDE_BY_SIDE = "{part:count} of {whole:count}"
"""So a part is told of its whole where the part stands first."""

NAMED = 100
"""A number above this may name what it stands before: 857 of the 787 planes."""
WORDS_OF_BASE = 5
OF = "의"
BOUNDED = frozenset(
    "투표율 찬성률 반대율 출석률 참석률 취업률 합격률 시장점유율 참여율 응답률 진학률 승률 완주율 생존율 실업률".split()
)
"""Rates of some out of all, which end at 100%."""
"""Behind a whole in Korean, of which a share is: 응답자의 62%."""
TOPIC = 10
"""So many words before a figure may stand what it is the degree of."""
OWNED = frozenset("value values worth price prices equity cost costs".split())
"""Behind what is counted these make it an owner, apostrophe or none: 125% of your homes value."""

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
WITH_OTHERS = frozenset({"with", "counting", "including", "if", "and", "or"})
"""Behind a part these add to it what the whole has not: of the 12 ponies, 15 with the foals."""
RATE = frozenset({"rate", "rates"})
LEADING_ON = frozenset({"and", "but", "that", "out"})
"""Behind these a clause may begin with what its figure is of."""
OF_WHAT = "more can be had than was reckoned with"
ALL_OF_IT = Interval(DEEP, Fraction(1))
POINTS = frozenset({"", "north", "south", "east", "west"})
"""What may stand behind a figure of a scale: latitude 40 north."""

PEOPLES = ("ians", "icans", "ese", "ish")
"""So end the names of peoples: "130% of Norwegians"."""


def beyond_the_whole(article: Article) -> Iterator[Relation]:
    """Yield what is told of wholes and scales: what is more than there can be, and what is not though it seems so."""
    scaled = bool(_scales().search(article.document.text))
    for sentence in article.sentences:
        if sentence.kinds & BIT["P"]:
            for mention in sentence.of_kind("percent"):
                if mention.size > 1 and mention.number and mention.number.interval.low > 1:
                    yield from _share(article, sentence, mention)
                elif mention.size == 1 and not mention.hedge and article.word(article.place(mention) + 1) == "of":
                    yield fine(mention, "100% is all of it")
        if scaled and sentence.kinds & (BIT["K"] | BIT["U"]):
            for mention in sentence.of_kind("count|measure"):
                if mention.number and mention.number.middle > _lowest():
                    yield from _off_scale(article, sentence, mention)
    yield from _parts(article)


def _share(article: Article, sentence: Sentence, mention: Mention) -> Iterator[Relation]:
    """Say what a percentage over the whole is of, behind it, before it or in what was said or lost."""
    place = article.place(mention)
    if article.verb_last:
        word = article.tokens.word(article.token(place - 1 - bool(mention.lead)))
        stem = stemmer(article.language)
        whole, start = stem(word), max(sentence.start, place - WORDS_OF_BASE)
        near = (stem(article.tokens.word(article.token(at))) for at in range(start, place))
        if free := next((one for one in near if one in words("shares", "free")), ""):
            yield fine(mention, f"{free} can be more than 100%")
        elif whole in BOUNDED:
            yield _all(mention, whole)
        yield from _share_of(article, sentence, mention, [whole]) if word.endswith(OF) else ()
        return
    behind = [article.word(at) for at in range(place + 1, min(place + 2 + WORDS_OF_BASE, sentence.end))]
    if behind and behind[0] in words("shares", "spirits"):
        span = article.span(place, place + 2)
        strength = Quantity(mention.quantity.interval, "%", article.text(span), (span,))
        yield Relation(strength, Quantity(ALL_OF_IT, "%", "the whole is 100%"))
    elif free := _free(article, sentence, place, behind):
        yield fine(mention, free)
    elif behind[:1] == ["of"] and (told := list(_share_of(article, sentence, mention, behind[1:]))):
        yield from told
    elif behind and behind[0] in words("shares", "degrees") and '"' not in article.skeleton[sentence.start : place]:
        yield _all(mention, f"of {behind[0]}")
    elif _opens(article, sentence, place) and behind and behind[0] in words("shares", "answered"):
        yield _all(mention, "those asked")
    elif (
        (topic := _topic(article, sentence, place))
        and topic not in load_rules("bounds")["scales"]
        and not _based(behind)
    ):
        yield _all(mention, f"of {topic}")
    elif lost(article, mention):
        yield _all(mention, "of it")


def _free(article: Article, sentence: Sentence, place: int, behind: list[str]) -> str:
    """Return why a figure may be more than the whole: of beds or seats taken, in a manner of speaking; "" where nothing says so."""
    if article.word(place - 1) in words("shares", "giving") or not words("shares", "meant").isdisjoint(behind[:1]):
        return "it is a manner of speaking"
    if not words("shares", "seeming").isdisjoint(map(article.word, range(sentence.start, sentence.end))):
        return "the text says itself that it cannot be"
    near = [article.word(at) for at in range(max(sentence.start, place - TOPIC), place)]
    free = [word for word in near + behind[:2] if word in words("shares", "free")]
    if free:
        return f"{free[-1]} can be more than 100%"
    sold = not words("shares", "selling").isdisjoint(near) and not words("shares", "places").isdisjoint(behind)
    return "more can be sold than there are" if sold else ""


def _all(mention: Mention, of: str) -> Relation:
    """Return that the digits of a share, whatever its hedge, are of no more than all."""
    assert mention.number is not None
    stated = Quantity(mention.number.interval, "%", mention.text, (mention.span,))
    words = f"all {of} is 100%" if of.startswith("of ") else f"all {of} are 100%"
    return Relation(stated, Quantity(ALL_OF_IT, "%", words))


def _opens(article: Article, sentence: Sentence, place: int) -> bool:
    return place == sentence.start or article.skeleton[place - 1] in ',;:"' or article.word(place - 1) in ("and", "but")


def _based(behind: list[str]) -> bool:
    return not words("shares", "based").isdisjoint(behind[:2])


def _topic(article: Article, sentence: Sentence, place: int) -> str:
    """Return what a figure is the degree of: "turnout in the town reached", "a pH of"; "" where it is a change of it."""
    level = article.word(place - 1) == "to"
    for at in range(place - 1, max(sentence.start, place - TOPIC) - 1, -1):
        letter = article.skeleton[at]
        if letter == "," and at == place - 2 and article.word(place - 1) == "at":
            return _degree(article, at - 1)
        if name := _degree(article, at):
            return name
        moved = letter in word_letters("RISE|FALL") and not level
        if letter in FIGURES or letter in ",;:" or moved or article.word(at) in words("shares", "changing"):
            return ""
    return ""


def _degree(article: Article, at: int) -> str:
    """Return what a word names that has its degrees: a scale, a rate of some out of all, a share of people."""
    word = article.word(at)
    if word in words("shares", "topped") or word in load_rules("bounds")["scales"]:
        return word
    if word in RATE and article.word(at - 1) in words("shares", "rated"):
        return f"the {article.word(at - 1)} {word}"
    closed = words("shares", "closed")
    if word in words("shares", "portions") and article.word(at + 1) == "of":
        of = [article.word(place) for place in range(at + 2, at + 2 + WORDS_OF_BASE)]
        return next((one for one, then in pairwise(of) if one in closed and then not in POSSESSIVE), "")
    return ""


def _share_of(article: Article, sentence: Sentence, mention: Mention, behind: list[str]) -> Iterator[Relation]:
    place = article.place(mention)
    if not words("shares", "reckoned").isdisjoint(behind):
        yield fine(mention, OF_WHAT)
        return
    if behind[:1] == ["what"] and words("shares", "making").issuperset(
        (article.word(place - 2), article.word(place - 1))
    ):
        yield _all(mention, "of it")
        return
    for word, following in zip_longest(behind, behind[1:], fillvalue=""):
        held = word in words("shares", "held") and article.word(place - 1) in words("shares", "holding")
        if (
            word in words("shares", "closed") or held or word.endswith(PEOPLES)
        ) and following not in POSSESSIVE | OWNED:
            yield _all(mention, word)
            return
        if word in words("shares", "open"):
            yield fine(mention, f"more than 100% of {word} can be had" if word != "what" else OF_WHAT)
            return
        if (not word.isalpha() and word not in POSSESSIVE) or word == "of":
            return


@cache
def _scales() -> re.Pattern[str]:
    """Return the pattern of the words without which no article tells of a scale."""
    rules = load_rules("bounds")
    return compiled(rf"\b(?:{'|'.join(rules['scales'])}|degrees? (?:{'|'.join(rules['degrees'])}))\b", re.IGNORECASE)


@cache
def _lowest() -> Fraction:
    """Return the lowest top of any scale: no figure up to it is looked at."""
    return min(Fraction(top) for top in load_rules("bounds")["scales"].values())


def _off_scale(article: Article, sentence: Sentence, mention: Mention) -> Iterator[Relation]:
    """Say where a scale ends that a figure goes beyond: a pH of 15, a latitude of 97 degrees south."""
    place = article.place(mention)
    if mention.kind == "measure":
        name = article.word(place + 1) if mention.unit == "degree" and place + 1 < sentence.end else ""
        top = load_rules("bounds")["degrees"].get(name)
    else:
        name = _topic(article, sentence, place) if mention.noun in POINTS else ""
        top = load_rules("bounds")["scales"].get(name)
    if top is not None and mention.number and mention.number.interval.low > top:
        yield never(mention.text, mention.span, f"{name} ends at {top}", None)


def _parts(article: Article) -> Iterator[Relation]:
    """Hold parts against their whole: 14 of the seven penalties."""
    told: set[int] = set()
    for part, whole in parts_of_counted(article):
        told.add(part.first)
        if not _with_others(article, part):
            yield _counted_part(part, whole)
    for said in article.match(*OF_WHOLE, *(() if article.verb_last else (SIDE_BY_SIDE,))):
        part, whole = said.part, said.whole
        exact = all(one.number and one.upper is None and one.number.middle.denominator == 1 for one in (part, whole))
        exact = exact and not whole.hedge and (not part.hedge or part.size >= whole.size * CLEARLY)
        end = article.place(whole) + 1
        known = whole.size <= NAMED or article.word(end) in words("shares", "closed")
        taken_up = not part.noun and not whole.noun and _takes_up(article, end)
        owned = any(article.word(at) in POSSESSIVE for at in range(end, end + WORDS_OF_BASE))
        opens = article.word(said.match.start()) != "of" or _opens_clause(article, said)
        alone = not part.noun or part.noun == whole.noun or _is_done(article, part) or _does(article, said, part)
        if (
            exact
            and alone
            and opens
            and (whole.noun or taken_up)
            and not owned
            and whole.size > 1
            and known
            and part.first not in told
        ):
            told.add(part.first)
            quoted = '"' in article.skeleton[said.sentence.start : said.match.start()]
            if part.size > whole.size and (quoted or _with_others(article, part)):
                continue
            yield _counted_part(part, whole)


def _opens_clause(article: Article, said: Said) -> bool:
    """Tell "of the 24 boats, 9 sank" at the head of a clause from what a word before it is of: six of each of the 24 boats."""
    at = said.match.start()
    return at == said.sentence.start or article.skeleton[at - 1] in ',;:"' or article.word(at - 1) in LEADING_ON


def _is_done(article: Article, part: Mention) -> bool:
    """Tell whether the word behind a part says what was done to it, "31 sealed", and is no noun: 340 beds."""
    return part.noun.endswith("ed") and article.word(article.place(part) + 1) == part.noun


def _does(article: Article, said: Said, part: Mention) -> bool:
    """Tell whether the word behind a part says what it does: of the 24 cottages, 31 stand empty; no noun of the plural."""
    word = article.word(article.place(part) + 1)
    opens = article.word(said.match.start()) == "of" and article.skeleton[article.place(part) - 1] == ","
    return opens and part.noun == word and not word.endswith("s") and word not in words("shares", "several")


def _with_others(article: Article, part: Mention) -> bool:
    behind = article.place(part) + 1
    near = (behind + 2 if article.word(behind) == "of" else behind, behind)
    return any(article.word(at) in WITH_OTHERS for at in near) or article.word(behind + 1) == "whose"


def _counted_part(part: Mention, whole: Mention) -> Relation:
    """Say whether a part of what was counted can be."""
    why = f"there are {whole.text}" if whole.kind == "count" else f"all of it is {whole.text}"
    over = part.quantity.interval.low > whole.quantity.interval.high
    return never(part.text, part.span, why, None) if over else fine(part, why)


def _takes_up(article: Article, end: int) -> bool:
    """Tell whether a number that names nothing is known from what was told: of the 23 were well, of the 38 that were tested."""
    return article.skeleton[end] in word_letters("BE|HAVE|DO") or article.word(end) in ("that", "who", "which")
