"""Who a word is of: the name nearest before it that acts, and the one whom an article is about."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from factcheck.article import Article, Sentence
from factcheck.link.context.names import full_names
from factcheck.segment import STOPS, vocabulary

Name = tuple[str, ...]
SOMEBODY: Name = ("",)
"""The name of somebody who is not named: nobody else's."""
PRONOUNS = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}
SPEAKING = frozenset({"i", "we", "you"})
OWNED = frozenset({"'s", "’s", "'"})
NOT_OF_ONE = frozenset({"the", "a", "an", "his", "her", "their", "its"})
DATELINE, DASHES = 8, frozenset({"—", "–", "-"})
"""So many words at the most stand before a dateline's dash."""
REACH = 90
"""So many words back may lie the name that a pronoun stands for."""
OPENERS = ("ed", "ing", "born")
"""How words end that open a sentence before a name and are none of it: "Born Ann Orr in Leeds"."""
PASSED = frozenset(
    {
        "was",
        "were",
        "is",
        "who",
        "whose",
        "had",
        "been",
        "having",
        "has",
        ",",
        "(",
        "and",
        "turns",
        "turned",
        "now",
        "then",
    }
)
"""Words between a name and what is told of it."""
HELD = 300
"""So many tokens back may lie the name of the one who holds a title: "the governor"."""
OPENING = 4
"""The one whom an article is about is named in one of its first so many blocks, and as often again."""
OFTEN = 3


def referent(article: Article, place: int) -> Name:
    """Return the name nearest before a place in its paragraph that is somebody's who acts.

    The pronoun alone where it has no such name before it, () where there is neither, SOMEBODY where somebody speaks
    of themselves or the pronoun is not that of the one named.
    """
    letters = article.skeleton
    start = max(letters.rfind("\n", 0, place) + 1, place - REACH)
    pronoun, at = "", min(place, len(letters)) - 1
    while at >= start:
        if letters[at] == "N":
            first = at
            while first > start and (letters[first - 1] in "NC·" or _hyphened(article, first - 1)):
                first -= 1
            if first < at and article.word(first).endswith(OPENERS):
                first += 1
            if _acts(article, first, at + 1):
                name = tuple(
                    article.tokens.word(article.token(part)) for part in range(first, at + 1) if letters[part] == "N"
                )
                return _agreeing(article, name, pronoun)
            at = first
        else:
            word = article.word(at)
            if word in SPEAKING and not pronoun:
                return SOMEBODY
            pronoun = pronoun or PRONOUNS.get(word, "")
        at -= 1
    return (pronoun,) if pronoun else ()


def actors(article: Article, start: int, end: int) -> set[Name]:
    """Return the names in a stretch of the skeleton that are somebody's who acts."""
    letters, found, at = article.skeleton, set(), start
    while (at := letters.find("N", at, end)) >= 0:
        last = at
        while last < end and (letters[last] in "NC·" or _hyphened(article, last)):
            last += 1
        if _acts(article, at, last):
            found.add(tuple(article.tokens.word(article.token(n)) for n in range(at, last) if letters[n] == "N"))
        at = last
    return found


def _hyphened(article: Article, place: int) -> bool:
    return article.skeleton[place] == "-" and joined(article, article.token(place))


def joined(article: Article, at: int) -> bool:
    """Tell whether a token is the hyphen within a name: Auden-Price."""
    letters, tokens = article.tokens.letters, article.tokens
    return letters[at] == "-" and letters[at + 1 : at + 2] == "N" and tokens.glued(at - 1) and tokens.glued(at)


def run(article: Article, token: int) -> Name:
    """Return the run of capitalised words that a token begins."""
    letters, name = article.tokens.letters, []
    while token < len(letters) and (letters[token] in "NC·" or joined(article, token)):
        if letters[token] == "N":
            name.append(article.tokens.word(token))
        token += 1
    return tuple(name)


def run_before(article: Article, token: int) -> Name:
    """Return the run of capitalised words that ends just before a token."""
    letters, at = article.tokens.letters, token - 1
    while at >= 0 and (letters[at] in "NC·" or joined(article, at)):
        at -= 1
    return run(article, at + 1) if at + 1 < token else ()


def name_before(article: Article, token: int) -> Name:
    """Return the name that ends just before a token, commas and forms of "to be" passed over."""
    letters, at = article.tokens.letters, token - 1
    while at >= 0 and token - at < 6 and (article.tokens.word(at).lower() in PASSED or letters[at] in "dy"):
        at -= 1
    return run_before(article, at + 1)


def subject(article: Article, sentence: Sentence) -> Name:
    """Return the first name of the paragraph before a sentence, or of the sentence itself, a dateline passed over."""
    start = max(article.skeleton.rfind("\n", 0, sentence.start) + 1, sentence.start - HELD)
    at = start
    while at < sentence.end:
        if article.skeleton[at] == "N":
            token = article.token(at)
            name = run(article, token)
            if at != start or not all(part.isupper() for part in name):
                return name
            at = max(at, next((dash for dash in range(at, at + DATELINE) if article.word(dash) in DASHES), at))
        at += 1
    return ()


def titled(article: Article, token: int) -> Name:
    """Return the one who holds the title that a sentence opens with: "The governor, ..., was born"; () for none."""
    letters, tokens = article.tokens.letters, article.tokens
    opens = token
    while opens and letters[opens - 1] not in STOPS:
        opens -= 1
    title = tokens.word(opens + 1).lower()
    if tokens.word(opens).lower() != "the" or letters[opens + 1] not in vocabulary()[1]["TITLE"]:
        return ()
    held = {
        run(article, at + 1)[-1:]: run(article, at + 1)
        for at in range(max(0, opens - HELD), opens)
        if letters[at + 1] == "N" and tokens.word(at).lower() == title
    }
    return next(iter(held.values())) if len(held) == 1 else ()


def _acts(article: Article, first: int, last: int) -> bool:
    """Tell "Orr joined" from "in Leeds", "the Bank", "Orr's brother" and a sentence's capital."""
    letters = article.skeleton
    before = letters[first - 1] if first else "\n"
    if (first and article.word(first - 1) in NOT_OF_ONE) or before in vocabulary()[1]["PREPOSITION"]:
        return False
    if (last < len(letters) and article.word(last) in OWNED) or _in_address(article, first, last):
        return False
    alone = before in f'{STOPS}"' and last - first == 1
    return not alone or article.tokens.word(article.token(first)) in _within_sentences(article)


def _in_address(article: Article, first: int, last: int) -> bool:
    """Tell whether a name between commas is that of a town behind a place in it: Orr, 57, of Ash Lane, Ely, was jailed."""
    letters, at = article.skeleton, first - 2
    if letters[first - 1 : first] != "," or letters[last : last + 1] not in (",", ")"):
        return False
    while at > 0 and letters[at] in "NC·K":
        at -= 1
    return at < first - 2 and article.word(at) == "of"


@lru_cache(maxsize=2)
def _within_sentences(article: Article) -> frozenset[str]:
    """Return the capitalised words that stand elsewhere than first in a sentence."""
    letters, tokens = article.tokens.letters, article.tokens
    return frozenset(
        tokens.word(at)
        for at, letter in enumerate(letters)
        if letter == "N" and at and letters[at - 1] not in f'{STOPS}"·'
    )


def _agreeing(article: Article, name: Name, pronoun: str) -> Name:
    of_principal = principal(article)[-1:] == name[-1:]
    return SOMEBODY if pronoun and of_principal and pronoun_of(article) not in ("", pronoun) else name


@lru_cache(maxsize=2)
def principal(article: Article) -> Name:
    """Return the full name in an article's opening whose last word comes most often; () where none comes often."""
    blocks = article.document.blocks
    opening = blocks[min(OPENING, len(blocks)) - 1].end if blocks else 0
    starts = article.tokens.starts
    named = [tuple(name.split()) for name, places in full_names(article.tokens).items() if starts[places[0]] < opening]
    counts = Counter(
        piece.rstrip()
        for piece, letter in zip(article.tokens.pieces, article.tokens.letters, strict=True)
        if letter == "N"
    )
    best = max(named, key=lambda name: counts[name[-1]], default=())
    return best if best and counts[best[-1]] >= OFTEN else ()


@lru_cache(maxsize=2)
def pronoun_of(article: Article) -> str:
    """Return he or she, if one of them prevails in an article by two to one; else ""."""
    counts = Counter(PRONOUNS[word] for piece in article.tokens.pieces if (word := piece.rstrip().lower()) in PRONOUNS)
    (most, many), (_, few) = ([*counts.most_common(2), ("", 0), ("", 0)])[:2]
    return most if many >= 2 * few else ""
