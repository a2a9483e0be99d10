"""What leads to a rate as to what figures before it come to: "works out at", ", paying an average of", "Each of them got".

Words alone make no three figures belong together: whoever asks sees to it that the rate is of a fitting size.
"""

from __future__ import annotations

import re

from factcheck.article import Article, Sentence
from factcheck.model import Mention
from factcheck.patterns import Pattern

HEDGES = r"(?:(?:about|around|roughly|approximately|some|nearly|almost|just|only|over|under|more than|less than|a little|exactly|a full) )*"
REACHED = Pattern(
    r"(?:^| )(?:(?:comes?|came|works?|worked|amounts?|amounted|averages?|averaged|averaging)(?: out)?(?: to| at| as)?"
    r"|equal to|(?:a|an|the) (?:cost|price) per \w+ of|(?:a|an|the) (?:\w+ ){0,2}(?:rate|average|mean|density|yield|pace|ratio)(?: \w+){0,2} of"
    r"|, (?:averaging|paying|receiving|getting|giving|costing|spending|collecting|pocketing|gathering|scoring|burning|losing|"
    r"covering|taking|(?:a|an|one) \w+ (?:for )?every|walking away with|taking home)(?: \w+){0,2}) " + HEDGES + "$"
)
"""What ends in "comes to about", "at a rate of", ", paying some": the figure behind is what the ones before come to."""

COME = r"(?:works? out|worked out|comes? to|came to|averages?|averaged|gets?|got|receives?|received|amounts? to)"
EACH = r"each (?:of (?:them|these|those) |one )?"
TAKEN_UP = Pattern(
    rf"[\"“]?(?:(?:so )?(?:that|this|it|which|they) (?:averaging|makes|{COME})"
    rf"|{EACH}(?:(?:will|would|therefore|thus) )?{COME}|each \w+,? (?:(?:then|therefore|thus),? )?(?:{COME}|costs?)\b"
    rf"|{EACH}(?:[a-z]+ ){{1,3}}[^ ]+ (?:[a-z]+ ){{0,2}}on average\W*$|on average,? each\b"
    r"|(?:in|for|with|among|across) (?:[^,;]|,(?=\d)){1,48}?,? (?:that|this) (?:is|was|means|meant|makes|comes to|works out at)\b"
    r"|(?:you )?do the (?:maths?|sums?)\b|(?:the |its |their )?average \w+,? (?:at|of|was|is|were)\b)",
    re.IGNORECASE,
)
"""What opens a sentence that goes on from the figures before: "That averaged out at", "Each of them received"."""
EXISTS = Pattern(r"(?:so )?there (?:is|are|was|were)\b", re.IGNORECASE)
"""What opens a sentence that tells how many there are of what was counted, for so many of the others."""

FRONT = frozenset("paid with given from for on over across among between divided spread split shared having".split())
OTHERWISE = frozenset("but though although while whereas yet and".split())
LONGEST = 9


def reached(article: Article, sentence: Sentence, rate: Mention) -> bool:
    """Tell whether the words before a rate lead to it as to what comes of its sentence's figures."""
    place = article.place(rate)
    start = max(sentence.start, place - LONGEST)
    start = next((at + 1 for at in range(place - 1, start - 1, -1) if at in article.at), start)
    words = " ".join(article.word(at) for at in range(start, place))
    return REACHED.search(f"{words} ") is not None


def goes_on(article: Article, sentence: Sentence, counted: bool) -> bool:
    """Tell whether a sentence goes on from the figures before it; of a rate for so many, `counted`, by "There are" too."""
    words = article.words(sentence)
    return TAKEN_UP.match(words) is not None or (counted and EXISTS.match(words) is not None)


def fronted(article: Article, sentence: Sentence, rate: Mention, operands: tuple[Mention, Mention]) -> bool:
    """Tell whether both operands stand in a phrase that opens a rate's sentence: "With 240 beds and £72 million, it spends"."""
    places = [article.place_of.get(one.first) for one in operands]  # one year, of "for the year", stands nowhere
    if article.word(sentence.start) not in FRONT or None in places:
        return False
    last = max(filter(None, places))
    between = range(last + 1, article.place(rate))
    words = [article.word(at) for at in between if at not in article.at]
    return len(words) == len(between) and words.count(",") == 1 and ";" not in words and OTHERWISE.isdisjoint(words)
