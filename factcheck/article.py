"""What a check sees of an article: its figures, its sentences, and the shapes that figures stand in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache, cached_property, partial
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.document import NOT_COPY, Block, Document, Span
from factcheck.languages import gloss
from factcheck.model import Mention
from factcheck.phrase import KIND_LETTERS, kind_letters, needs, phrase
from factcheck.records import NamedTuple
from factcheck.regexes import compiled
from factcheck.segment import STOPS, Tokens, vocabulary

if TYPE_CHECKING:
    from factcheck.archive.claims import Recalled
    from factcheck.datatable.evidence import Cited
    from factcheck.house.rules import House
    from factcheck.reference.own import OwnRates

KINDS = {letter: kind for kind, letter in KIND_LETTERS.items()}
BIT = {letter: 1 << n for n, letter in enumerate(KINDS)}
STOP = compiled(f"[{STOPS}]")
LONGEST = 80
"""No sentence has so many figures: what seems to is a list or a table run together, and every figure meets every other."""

MARGIN = "\n" * 8
"""What follows the last token, so that a look at what stands behind a word needs no thought for the end of the text."""

VERB_LAST = frozenset({"ko"})
"""Languages whose verbs stand at a clause's end."""

WITHOUT_ARTICLES = frozenset({"ko"})
"""Languages that do not say whether a figure is new or known."""

HEADINGS = frozenset({"title", "headline", "heading", "standfirst", "caption"})


@cache
def kind_bits(kinds: str) -> int:
    """Return kinds or groups of kinds joined by bars as a set of bits."""
    return sum(BIT[letter] for letter in set(kind_letters(kinds)))


class Sentence(NamedTuple):
    """A sentence that holds a figure: `start` to `end` of the skeleton, with its figures in order.

    `kinds` are those of its figures as a set of bits, `letters` those of its skeleton, its stop's with them.
    """

    number: int
    start: int
    end: int
    mentions: tuple[Mention, ...]
    kinds: int
    block: str
    letters: frozenset[str]

    def of_kind(self, kinds: str) -> list[Mention]:
        """Return the sentence's figures of the kinds or groups of kinds joined by bars."""
        if not self.kinds & kind_bits(kinds):
            return []
        letters = kind_letters(kinds)
        return [mention for mention in self.mentions if KIND_LETTERS[mention.kind] in letters]


@cache
def meanings() -> dict[str, str]:
    """Return the word of the lexicon that each letter stands for, in lower case."""
    return {letter: word.lower() for word, letter in vocabulary()[0].items()}


class Said:
    """One place where a shape was found: its named parts as attributes, figures as Mentions, words as text."""

    def __init__(self, article: Article, match: re.Match[str], sentence: Sentence) -> None:
        self.article, self.match, self.sentence = article, match, sentence

    def __getattr__(self, name: str) -> Mention:
        mention = self.article.at[self.match.start(name)]
        return mention

    def has(self, name: str) -> bool:
        """Tell whether an optional part was there."""
        return name in self.match.re.groupindex and self.match.start(name) >= 0

    def word(self, name: str) -> str:
        """Return the word of a named part in lower case, "" where an optional one was not there."""
        return self.article.word(self.match.start(name)) if self.has(name) else ""


class Article:
    """A document read: `skeleton` is the tokens' letters with each figure drawn together into its kind's letter, and a margin."""

    def __init__(
        self,
        document: Document,
        tokens: Tokens,
        mentions: list[Mention],
        published: date | None = None,
        language: str = "en",
    ) -> None:
        self.document, self.tokens, self.mentions, self.language = document, tokens, mentions, language
        self.companions: tuple[Article, ...] = ()
        self.recalled: tuple[Recalled, ...] = ()
        self.cited: tuple[Cited, ...] = ()
        self.tabled: tuple[Article, ...] = ()
        self.house: House | None = None
        self.rates: OwnRates | None = None
        self.published = published or document.published
        self._said: dict[int, str] = {}
        self._here: dict[int, Span] = {}
        self._may_say: dict[frozenset[str], bool] = {}
        self._draw(mentions)

    def _draw(self, mentions: list[Mention]) -> None:
        letters, drawn, done = self.tokens.letters, 0, 0
        parts: list[str] = []
        self.at: dict[int, Mention] = {}
        self._drawn, self._shift = [0], [0]
        for mention in mentions:
            before = letters[done : mention.first]
            parts += (before, mention.lead, KIND_LETTERS[mention.kind])
            drawn += len(before)
            if mention.lead:
                self._drawn += (drawn, drawn + 1)
                self._shift += (mention.first - drawn, mention.first - drawn - 1)
                drawn += 1
            self.at[drawn] = mention
            drawn += 1
            done = mention.last
            self._drawn.append(drawn)
            self._shift.append(done - drawn)
        parts += (letters[done:], MARGIN)
        self.skeleton = "".join(parts)

    @property
    def verb_last(self) -> bool:
        """Whether verbs and nouns of change stand behind their figures, as in Korean."""
        return self.language in VERB_LAST

    @property
    def has_articles(self) -> bool:
        """Whether the language tells known things from new ones, as "the" does."""
        return self.language not in WITHOUT_ARTICLES

    @cached_property
    def place_of(self) -> dict[int, int]:
        """Where in the skeleton each figure stands, by the first token of the figure."""
        return {mention.first: place for place, mention in self.at.items()}

    def place(self, mention: Mention) -> int:
        """Return where in the skeleton a figure stands."""
        return self.place_of[mention.first]

    def token(self, place: int) -> int:
        """Return the token that a place of the skeleton stands for."""
        return place + self._shift[bisect_right(self._drawn, place) - 1]

    def place_at(self, offset: int) -> int:
        """Return the first place of the skeleton that begins at a character of the text or behind it."""
        token = bisect_left(self.tokens.starts, offset)
        return bisect_left(range(len(self.skeleton) - len(MARGIN)), token, key=self.token)

    def word(self, place: int) -> str:
        """Return the word at a place of the skeleton, in lower case, "" beyond it; in English where the lexicon knows it."""
        word = self._said.get(place)
        if word is None:
            word = self._said[place] = self._word(place)
        return word

    def _word(self, place: int) -> str:
        if not 0 <= place < len(self.skeleton):
            return ""
        word = self.tokens.word(place + self._shift[bisect_right(self._drawn, place) - 1]).lower()
        if self.language == "en" or not word:
            return word
        return meanings().get(self.skeleton[place : place + 1]) or gloss(self.language)[word]

    def may_say(self, words: frozenset[str]) -> bool:
        """Tell whether an article may hold one of some words: a quick look that spares one at each of its words."""
        said = self._may_say.get(words)
        if said is None:
            said = self._may_say[words] = self.language != "en" or any(map(self.lowered.__contains__, words))
        return said

    def holding(self, *words: str) -> Iterator[Sentence]:
        """Yield the sentences of copy that hold one of some pieces of words, in lower case, each once."""
        ends, seen = self._body_ends, -1
        places = sorted(place for word in words for place in places_of(self.lowered, word))
        for place in places:
            at = bisect_right(ends, place)
            if at > seen and at < len(ends):
                seen, sentence = at, self.body[at]
                if self.tokens.starts[self.token(sentence.start)] <= place:
                    yield sentence

    @cached_property
    def _body_ends(self) -> list[int]:
        lasts = (sentence.end - 1 for sentence in self.body)
        return [self.at[at].span.end if at in self.at else self.tokens.starts[self.token(at)] + 1 for at in lasts]

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, as long as it was."""
        return lowered(self.document.text)

    def span(self, start: int, end: int) -> Span:
        """Return the characters from place `start` up to place `end` of the skeleton, blanks at the end left off."""
        first, last = self.token(start), self.token(end - 1)
        finish = self.at[end - 1].span.end if end - 1 in self.at else self.tokens.end(last)
        return Span(self.tokens.starts[first], finish)

    def here(self, sentence: Sentence) -> Span:
        """Return the characters of a sentence, its stop left off."""
        here = self._here.get(sentence.start)
        if here is None:
            here = self._here[sentence.start] = self.span(sentence.start, sentence.end)
        return here

    def text(self, span: Span) -> str:
        """Return the characters of a span."""
        return self.document.text[span.start : span.end]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Every sentence that holds a figure, in order."""
        return [self._sentence(number, *stretch) for number, stretch in enumerate(self._stretches())]

    def _stretches(self) -> Iterator[tuple[int, int, list[int]]]:
        """Yield where each sentence with figures starts and ends, and where they stand; what has too many is cut."""
        ends = [found.start() for found in STOP.finditer(self.skeleton)]
        ends.append(len(self.skeleton))
        for stop, group in groupby(self.at, partial(bisect_right, ends)):
            start, places = ends[stop - 1] + 1 if stop else 0, list(group)
            for first in range(0, len(places), LONGEST):
                last = first + LONGEST
                end = places[last] - 1 if last < len(places) else ends[stop]
                yield start, end, places[first:last]
                start = end + 1

    def _sentence(self, number: int, start: int, end: int, places: list[int]) -> Sentence:
        mentions = tuple([self.at[place] for place in places])
        kinds = 0
        for place, mention in zip(places, mentions, strict=True):
            kinds |= BIT[self.skeleton[place]]
            mention.sentence = number
        block = self.block_at(mentions[0].span.start).kind
        return Sentence(number, start, end, mentions, kinds, block, frozenset(self.skeleton[start : end + 1]))

    def body_about(self, at: int, back: int, ahead: int = 0) -> list[Sentence]:
        """Return the sentences of the copy within so many before and behind the one at a place of `body`, others counted too."""
        number = self.body[at].number
        return [one for one in self.body[max(0, at - back) : at + ahead + 1] if -back <= one.number - number <= ahead]

    def reaching_back(self, at: int, most: int) -> Iterator[list[Sentence]]:
        """Yield the sentence at a place of `body` alone, then with those within one more before it each time, `most` at last."""
        return (self.body_about(at, back) for back in range(most + 1))

    @cached_property
    def block_starts(self) -> list[int]:
        """Where each block of the text begins, in order."""
        return [block.start for block in self.document.blocks]

    def block_at(self, offset: int) -> Block:
        """Return the block that a character of the text lies in."""
        blocks = self.document.blocks
        if not blocks:
            return Block("paragraph", 0, len(self.document.text))
        return blocks[max(0, bisect_right(self.block_starts, offset) - 1)]

    def block_of(self, sentence: Sentence) -> Block:
        """Return the block that a sentence's first figure lies in."""
        return self.block_at(sentence.mentions[0].span.start)

    def match(self, *patterns: str) -> Iterator[Said]:
        """Yield every place where a sentence, its stop with it, has one of the shapes, earlier patterns first."""
        for pattern in patterns:
            for sentence in self._worth_trying(needs(pattern)):
                for match in phrase(pattern).finditer(self.skeleton, sentence.start, sentence.end + 1):
                    yield Said(self, match, sentence)

    def match_in(self, sentence: Sentence, *patterns: str) -> Iterator[Said]:
        """Yield every place where one sentence has one of the shapes."""
        for pattern in patterns:
            if not any(need.isdisjoint(sentence.letters) for need in needs(pattern)):
                for match in phrase(pattern).finditer(self.skeleton, sentence.start, sentence.end + 1):
                    yield Said(self, match, sentence)

    def _worth_trying(self, wanted: tuple[frozenset[str], ...]) -> list[Sentence]:
        """Return the sentences that hold all that a shape needs."""
        letters = self._letters
        for need in wanted:
            if need.isdisjoint(letters):
                return []
        chosen = self.sentences
        for need in wanted:
            chosen = [sentence for sentence in chosen if not need.isdisjoint(sentence.letters)] if chosen else chosen
        return chosen

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset().union(*[sentence.letters for sentence in self.sentences])

    def before(self, mention: Mention, length: int = 8) -> str:
        """Return the skeleton just before a figure, within its sentence."""
        place = self.place(mention)
        start = max(self.sentences[mention.sentence].start, place - length)
        return self.skeleton[start:place]

    def after(self, mention: Mention, length: int = 8) -> str:
        """Return the skeleton just behind a figure, within its sentence."""
        place = self.place(mention) + 1
        return self.skeleton[place : min(self.sentences[mention.sentence].end, place + length)]

    def around(self, mention: Mention, before: int, behind: int | None = None) -> tuple[str, str]:
        """Return up to so many characters before a figure, and behind it, within its sentence; as many as before by default."""
        text, at, here = self.document.text, mention.span, self.here(self.sentences[mention.sentence])
        reach = before if behind is None else behind
        return text[max(here.start, at.start - before) : at.start], text[at.end : min(here.end, at.end + reach)]

    def words(self, sentence: Sentence) -> str:
        """Return the words of a sentence as they stand."""
        return self.text(self.here(sentence)) if sentence.end > sentence.start else ""

    @cached_property
    def body(self) -> list[Sentence]:
        """The sentences that are copy: no title, heading, caption or cell."""
        return [sentence for sentence in self.sentences if sentence.block not in HEADINGS and sentence.block != "cell"]


def places_of(text: str, word: str) -> Iterator[int]:
    """Yield every place where a piece of text stands."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + len(word))


def without_furniture(letters: str, starts: list[int], blocks: tuple[Block, ...]) -> str:
    """Return the letters with every token of furniture and code turned into a block's end."""
    for block in blocks:
        if block.kind in NOT_COPY:
            first, last = bisect_right(starts, block.start) - 1, bisect_right(starts, block.end - 1)
            letters = letters[:first] + "\n" * (last - first) + letters[last:]
    return letters


def lowered(text: str) -> str:
    """Return a text in lower case, as long as it was: some letters have a lower case of two."""
    low = text.lower()
    return low if len(low) == len(text) else "".join([letter.lower()[0] for letter in text])
