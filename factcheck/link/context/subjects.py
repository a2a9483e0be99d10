"""What a figure is of: the words around it, as stems and concepts that two tellings of one thing share."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factcheck.article import Article, Sentence
from factcheck.languages import stemmer
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.rulefiles import load_rules

BENCH = frozenset("Judge Justice Recorder Magistrate Sheriff Court Crown District U.S. Mr Ms Mrs".split())
STEM = 6
SHORTEST = 4
CLOSE = 4
"""So many words about a figure are of what it measures."""

REACH = 7
EDGES = ',;:()"—–.q\n'
"""Signs at which the words around a figure stop being about it."""

TOLLS = frozenset({"death", "injury", "missing", "arrest", "charge", "rescue", "evacuation", "abduction"})
"""The concepts that people are counted by: three killed."""

ENDINGS = ("ings", "ing", "ers", "ed", "es", "er", "ly", "s")


@cache
def _concepts() -> dict[str, str]:
    concepts = load_rules("concepts")["concepts"]
    return {word: name for name, words in concepts.items() for word in words.split()}


def concept(word: str) -> str:
    """Return the concept of a word, "" for none."""
    return _concepts().get(word, "")


@cache
def stem(word: str) -> str:
    """Return what the forms of a word have in common, near enough: its concept, or its first letters."""
    if known := _concepts().get(word):
        return known
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word[: -len(ending)]
            break
    return word[:STEM].rstrip("ei")


def topics(article: Article, places: Iterable[int]) -> frozenset[str]:
    """Return the stems of the words at some places of the skeleton, small words and figures passed over."""
    if article.language != "en":
        return _foreign(article, places)
    skeleton, found = article.skeleton, []
    for place in places:
        letter = skeleton[place]
        if letter in "wN" or letter >= "\ue000":
            word = article.word(place)
            if (letter < "\ue000" and len(word) >= SHORTEST) or word in _concepts():
                found.append(stem(word))
    return frozenset(found)


def _foreign(article: Article, places: Iterable[int]) -> frozenset[str]:
    """Return the stems of words of another language, by its own rules."""
    root = stemmer(article.language)
    words = (article.word(place) for place in places if article.skeleton[place] in "wN")
    return frozenset(found for word in words if len(word) > 1 and (found := root(word)))


def topics_of(article: Article, sentence: Sentence) -> frozenset[str]:
    """Return the stems of a whole sentence."""
    return topics(article, range(sentence.start, sentence.end))


def near(article: Article, mention: Mention, reach: int = REACH) -> frozenset[str]:
    """Return the stems of the words about a figure, up to a comma, a bracket or the sentence's end."""
    place = article.place(mention)
    skeleton = article.skeleton
    first, last = place, place + 1
    while first > 0 and place - first < reach and skeleton[first - 1] not in EDGES:
        first -= 1
    while last < len(skeleton) and last - place <= reach and skeleton[last] not in EDGES:
        last += 1
    own = {stem(word) for word in mention.text.lower().replace("-", " ").split() if word in _concepts()}
    return topics(article, [*range(first, place), *range(place + 1, last)]) | own


def clause_of(article: Article, mention: Mention, against: frozenset[str] = frozenset()) -> range:
    """Return the places of the clause of a figure, within its sentence, up to any word that sets it `against` another."""
    sentence = article.sentences[mention.sentence]
    first = last = article.place(mention)
    while first > sentence.start and article.skeleton[first - 1] not in EDGES:
        first -= 1
    while last < sentence.end and article.skeleton[last] not in EDGES and article.word(last) not in against:
        last += 1
    return range(first, last)


def noun(mention: Mention) -> str:
    """Return what a count counts, as a stem; "" where the text names nothing."""
    return stem(mention.noun) if mention.noun else ""


def counted(article: Article, mention: Mention) -> str:
    """Return what a count counts, as a stem, in a compound too: "storey" of an 18-storey block."""
    if mention.noun:
        return stem(mention.noun)
    place = article.place(mention) + 1
    compound = article.skeleton[place : place + 2] in ("-w", "-N")
    return stem(article.word(place + 1)) if compound else ""


def modifiers(article: Article, mention: Mention) -> frozenset[str]:
    """Return the words between a count and its noun: "isolation" of 14 isolation cells."""
    counted, found = noun(mention), []
    place = article.place(mention) + 1
    for at in range(place, min(place + CLOSE, len(article.skeleton))):
        word = article.word(at)
        if article.skeleton[at] not in "wN" or stem(word) == counted:
            break
        found.append(stem(word))
    return frozenset(found)


def scaled(one: Mention, other: Mention) -> bool:
    """Tell whether two figures have the same digits and are a power of ten apart."""
    if one.number is None or other.number is None or one.number.middle == other.number.middle:
        return False
    return significant(one) == significant(other) != ""


def significant(mention: Mention) -> str:
    """Return the digits of a figure's value without the noughts at its ends: 95 of 950만, 905 of 9억 500만; "" of one in words."""
    if not digits(mention.text):
        return ""
    return f"{mention.size:.10e}".partition("e")[0].replace(".", "").strip("0")


def comparable(one: Mention, other: Mention) -> bool:
    """Tell whether two figures are of one kind and unit, and both numbers."""
    return one.kind == other.kind and one.unit == other.unit and other.number is not None


def people_of(article: Article, sentence: Sentence, names: frozenset[str]) -> frozenset[str]:
    """Return the names in a sentence with the other capitalised words of it, its first one too, those left out that name the court."""
    words = [word.strip(",.;:") for word in article.words(sentence).split()]
    court: set[str] = set()
    for at, word in enumerate(words):
        if word in BENCH or (at and words[at - 1] in court and word[:1].isupper()):
            court.add(word)
    opens = article.skeleton[sentence.start] == "N" and not words[0].endswith("ing")
    return (names | (frozenset(words[:1]) if opens else frozenset())) - court
