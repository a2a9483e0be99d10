"""Sums of money that words say to be worth so much of another currency, and the rates that a text states.

Where grammar does not set one sum right beside the other, a phrase of worth may stand between them: "the 3 billion yen
prize is worth $20 million", "£45. For Americans that means $63", "The sum, $19 billion, is the largest".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import BIT, Article, Sentence
from factcheck.currencies import names, sharing
from factcheck.link.context.apposition import CLOSING, Apposed, plain
from factcheck.link.context.roles import grammar
from factcheck.link.money.conversions import Stated
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import KIND_LETTERS
from factcheck.quantity import Interval
from factcheck.records import NamedTuple

MONEY = BIT[KIND_LETTERS["money"]]
WORKABLE = frozenset({"count", "percent", "multiple", "measure", "fraction", "duration", "money"})
NEAR = 12
"""So many places of the skeleton may part a sum from its rate."""

SUM = (
    r"(?:(?:the|that|this) (?:sum|money|amount)|(?:that|this) (?:figure|total|price|fee|cost|prize|fine|bill|loan|debt|"
    r"salary|award|payment|grant|fare|budget|value))"
)
HEDGE = (
    r"(?:(?:,? ?(?:about|around|roughly|approximately|some|nearly|almost|just|only|over|under|more than|less than|or so|"
    r"a little|a shade|slightly|therefore|thus|so|short of|shy of|well|close to|u\.s\.|us|up to|at least|at most|perhaps|currently|now|today|then|"
    r"at \S+(?: \S+){0,3} (?:rates?|prices)(?: of exchange)?,?)) )*"
)
IN_MONEY = (
    r"(?:in|into|to) (?:the )?(?:(?:us|u\.s\.|american|british|european|local|japanese|australian|canadian) )?"
    r"(?:dollars?|sterling|pounds|euros|yen|money|currency|greenbacks?)\b"
)
ASIDE = rf"(?:,? ?(?:{IN_MONEY}|at \S+(?: \S+){{0,3}} rates?(?: of exchange)?|for \w+(?: \w+){{0,5}}),? )?"
BE = (
    r"(?:is|was|are|were|'s|would be|will be|has been|comes? to|came to|amounts? to|amounted to|means|meant|makes|made)"
)
WORTH = (
    r"(?:worth|(?:the )?equivalent (?:of|to)|equal to|equals|equalled|equalling|the same as|works? out (?:at|to|as)|worked out (?:at|to|as)|"
    r"(?:translat|convert)(?:es?|ed|ing) (?:in)?to|valued at)"
)
LINK = rf"(?:(?:{BE} )?{WORTH}|{BE})"
REACHED = (
    rf"(?:comes? to|came to|amounts? to|amounted to|(?:{BE} )?{WORTH.replace('worth|', '').replace('|valued at', '')})"
)
LEAD = Pattern(
    rf"(?:^|[\s(\"“])(?:(?:that|this|{SUM}),? {ASIDE}{LINK}|it {ASIDE}{REACHED}) {ASIDE}{HEDGE}$"
    rf"|^(?: [\w'’-]+){{0,3}},? which {ASIDE}{LINK} {ASIDE}{HEDGE}$"
)
"""What ends in "that is", "which would be about", "it came to": the sum behind is what the last one comes to."""
NAMED = Pattern(rf"(?:^|[\s(]){SUM}(?:,| \() ?(?:or )?{HEDGE}$")
"""What ends in "the sum," or "the money (": the sum behind is that sum."""
CONVERTED = Pattern(rf"^(?:(?:converted|put|expressed|translated) )?{IN_MONEY}, \w+ \w+ {HEDGE}$")
"""What opens a sentence with the currency that a sum is told in again: "In dollars, he cost"."""
APART = Pattern(
    rf"^,? ?(?:(?:(?:or|which|that|now|then|a sum) )?(?:{BE} )?{WORTH} |(?=\S| \S)){HEDGE}$"
    rf"|^(?: (?!and\b|or\b|but\b)[\w'’-]+){{1,5}}, (?:(?:or|which is|that is) )?{WORTH.replace('worth|', '')} {HEDGE}$"
    rf"|^, (?:{BE}|{REACHED}) {HEDGE}$"
)
"""What parts two sums of which the second is the first's worth: ", worth some", "is equal to", ", a little more than"."""
BEYOND = Pattern(rf"^(?: (?!and\b|or\b|but\b)[\w'’-]+){{1,4}}, (?=\S){HEDGE}$")
"""What parts them where the first has words of its own behind it: " for the paper, almost"."""
DASHED = Pattern(rf"^(?: (?:a|an|per) \w+)?(?: ?[—–]| -|,) (?:or )?{HEDGE}$")
OR = Pattern(rf"^, or {HEDGE}$")
SAID = r"(?:said|says|added|adds|told|stated|announced|reported|reckons?|reckoned|estimated?|wrote)"
SPEECH = Pattern(
    rf",[\"”]? ?(?:(?:mr|mrs|ms|dr)\.? |the )?\w+ {SAID}(?: \w+)?(?: on \w+)?,|,[\"”] {SAID} [^,]{{1,40}},"
)
"""Who speaks, between the parts of what is said."""
OF_ITSELF = Pattern(
    rf"^(?: ?(?!(?:of|in|on|for|from|to|with|at|by|and|or|but|a|an)\b)[\w'’-]+){{0,3}}? ?{LINK} {HEDGE}$"
    rf"|^(?: [\w'’-]+){{0,2}} (?:that|which) [^,.;:]{{1,60}} {BE} (?:{WORTH} )?{HEDGE}$"
)
"""What lies between a sum that is the subject and its worth: "the 3 billion yen [prize is worth] $20 million"."""
CLOSED = Pattern(rf" (?:at|with (?:\w+ ){{1,3}}(?:at|worth)|and|today|now|then|for|{IN_MONEY})\b")
CUE = Pattern(rf"\b(?:{WORTH}|{IN_MONEY}|rates?)(?!\w)")

SHARE = frozenset("share part half third quarter portion slice rest most remainder interest tax profit percent".split())
"""Nouns before "of" that make what is told no sum but a part of it."""
MORE = frozenset("and or plus then but later a an the some".split())
RELATIVE = frozenset("that which who whose".split())
ASIDES = frozenset("on for from with after in against by at to over than under between among into like".split())

BOUGHT = frozenset(
    "buys bought buy fetches fetched gets got is was worth traded trading trades stood at for about around roughly some now "
    "then only would could can averaged to equals equalled cost costs".split()
)
MOVED = frozenset(
    "fell rose slid dropped climbed sank slipped plunged weakened strengthened fallen risen slipped".split()
)
PER = frozenset("to per for against a".split())
ONE = frozenset("the a one each every".split())


class Between(NamedTuple):
    """Two sums of two currencies, and the words that lead to the second, in lower case.

    `apart` where they are all that stands between the two, else they begin the second's sentence.
    """

    first: Mention
    second: Mention
    words: str
    apart: bool


def equated(article: Article) -> Iterator[Apposed]:
    """Yield every two sums that words tell to be worth each other, beyond those that grammar sets side by side."""
    told = [(sentence, sums) for sentence in article.sentences if (sums := sums_of(sentence))]
    if len({currency_of(figure) for _, sums in told for figure in sums}) < 2:
        return
    earlier: Sentence | None = None
    for sentence, sums in told:
        for pair in _between(article, sentence, sums, earlier):
            if _closed(article, pair.second) and (sure := _tied(article, pair)) is not None:
                yield Apposed(pair.first, pair.second, sentence, sure)
        earlier = sentence


def sums_of(sentence: Sentence) -> list[Mention]:
    """Return the sums of money of a sentence, those too of a currency whose name others share: 640 kroner."""
    return [one for one in sentence.of_kind("money|count") if one.kind == "money" or (one.noun and sharing(one.noun))]


def currency_of(figure: Mention) -> str:
    return figure.unit or figure.noun


def _between(article: Article, sentence: Sentence, sums: list[Mention], earlier: Sentence | None) -> Iterator[Between]:
    """Yield each sum of a sentence with the last one before it, where that is of another currency."""
    for one, other in pairwise(sums):
        if currency_of(one) != currency_of(other):
            yield Between(one, other, _plain(article.document.text[_end(article, one) : other.span.start]), True)
    if earlier and earlier.number == sentence.number - 1 and earlier.block == sentence.block:
        before = sums_of(earlier)
        if currency_of(before[-1]) != currency_of(sums[0]):
            start = article.here(sentence).start
            yield Between(before[-1], sums[0], _plain(article.document.text[start : sums[0].span.start]), False)


def _end(article: Article, figure: Mention) -> int:
    """Return where a sum ends, the name of a currency that others share with it: 640 kroner."""
    shared = figure.kind == "count" and figure.noun
    return article.span(article.place(figure), article.place(figure) + 2).end if shared else figure.span.end


def _plain(words: str) -> str:
    """Return words in lower case, who speaks them left out and "that's" written in full."""
    return SPEECH.sub(",", re.sub(r"\b(that|it|this)['’]s\b", r"\1 is", words.lower()))


def _tied(article: Article, pair: Between) -> bool | None:
    """Return whether words tie two sums beyond doubt; None where they do not tie them."""
    led = LEAD.search(pair.words) or NAMED.search(pair.words)
    if _reckoned(article, pair):
        sure = False
    elif pair.apart:
        own = APART.match(pair.words) or OF_ITSELF.match(pair.words) or _bare(article, pair)
        sure = bool(led) or (bool(own) and (_is_subject(article, pair) or OR.match(pair.words) is not None))
    else:
        alone = len(sums_of(article.sentences[pair.first.sentence])) == 1
        opens = article.place(pair.first) - article.sentences[pair.first.sentence].start <= 1
        itself = opens and bool(re.match(rf"it {LINK} {HEDGE}$", pair.words))
        sure = alone and bool(led or itself or CONVERTED.match(pair.words))
    return sure if sure or CUE.search(pair.words) else None


def _reckoned(article: Article, pair: Between) -> bool:
    """Tell whether another figure stands between two sums, so that the second may be worked out of both: 13 doses at $556."""
    own = article.sentences[pair.second.sentence].mentions
    between = (figure for figure in own if pair.first.first < figure.first < pair.second.first)
    return any(figure.kind in WORKABLE for figure in between)


def _bare(article: Article, pair: Between) -> bool:
    """Tell whether the only two sums of a sentence stand between commas one after the other: "$1.2 billion, 20 billion pesos,"."""
    alone = len(sums_of(article.sentences[pair.second.sentence])) == 2
    behind = article.word(article.place(pair.second) + 2)
    if DASHED.match(pair.words) or BEYOND.match(pair.words):
        return alone and article.after(pair.second, 1) in (".", ",", "—", "\n", "")
    return alone and pair.words == ", " and article.after(pair.second, 1) in (".", ",") and behind not in MORE


def _is_subject(article: Article, pair: Between) -> bool:
    """Tell whether a sum is what is spoken of itself, and no part or aside of it: no tax on a €3 million house."""
    place, start = article.place(pair.first), article.sentences[pair.first.sentence].start
    words = [article.word(at) for at in range(max(start, place - 4), place)]
    lead = next((n for n in range(len(words), 0, -1) if words[n - 1] in ASIDES or words[n - 1] == "of"), 0)
    known = article.skeleton[place - 1] in grammar().known
    if not known and not RELATIVE.isdisjoint(words):
        return False
    if not lead or "," in words[lead:] or APART.match(pair.words):
        return True
    return words[lead - 1] == "of" and lead == len(words) and lead > 1 and words[lead - 2] not in SHARE


def _closed(article: Article, second: Mention) -> bool:
    """Tell whether nothing behind a sum makes it a part or a difference: no "$2 billion more"."""
    behind = article.text(article.span(article.place(second), article.sentences[second.sentence].end))[
        len(second.text) :
    ]
    return not behind or article.after(second, 1) in CLOSING or CLOSED.match(behind.lower()) is not None


def is_rate(article: Article, figure: Mention) -> bool:
    """Tell whether "rate" stands before a figure: at a rate of 1,390 won."""
    place = article.place(figure)
    words = [article.word(at) for at in range(max(0, place - 4), place)]
    led = words[words.index("rate") + 1 :] if "rate" in words else ["and"]
    told = not led or led[0] not in ("is", "was", "that") or article.word(place + 1) in PER
    return told and "," not in led and led[-1:] not in (["and"], ["or"])


def at_a_rate(article: Article, worded: list[Sentence]) -> Iterator[Apposed]:
    """Yield sums parted by their rate: 2.1 million markka, which at the fixed rate of 5.9 comes to 353,000 euros."""
    for sentence in worded:
        figures = sentence.mentions
        for first, middle, last in zip(figures, figures[1:], figures[2:], strict=False):
            kinds = first.kind, middle.kind, last.kind
            if kinds in (("money", "count", "money"), ("money", "money", "money")) and is_rate(article, middle):
                near = article.place(last) - article.place(first) <= 2 * NEAR
                if near and "," in article.before(middle, NEAR):
                    yield Apposed(first, last, sentence, True)


def equations(article: Article, sentence: Sentence) -> Iterator[Apposed]:
    """Yield what a sentence sets equal: ($1 = 0.77 euros)."""
    if "=" in article.skeleton[sentence.start : sentence.end]:
        for one, other in pairwise(sentence.mentions):
            if article.place(other) == article.place(one) + 2 and article.after(one, 1) == "=":
                yield Apposed(one, other, sentence, True)


def stated_rates(article: Article, equal: list[Apposed]) -> Iterator[Stated]:
    """Yield the rates that a text states: ($1 = 0.77 euros), 1,390 won to the dollar, the dollar bought 7.1 yuan."""
    for one, other, sentence, _ in equal:
        if one.kind == other.kind == "money":
            value = plain(other).interval.over(Interval.exactly(plain(one).interval.middle))
            yield Stated(value, other.unit, one.unit, sentence.number)
    for sentence in article.sentences:
        for figure in sentence.of_kind("money|count"):
            per = _per(article, figure) or _bought_by(article, figure)
            if per or is_rate(article, figure):
                yield Stated(plain(figure).interval, figure.unit, per, sentence.number)


def _per(article: Article, figure: Mention) -> str:
    """Return the currency that a rate is for one of: "1,390 won to the dollar"."""
    place = article.place(figure) + 1
    words = [article.word(place + n) for n in range(len(article.after(figure, 5)))]
    if is_rate(article, figure):
        return next((names()[word].code for word in words if word in names()), "")
    if len(words) < 2 or words[0] not in PER:
        return ""
    word = words[2] if words[1] in ONE and len(words) > 2 else words[1]
    return _one_of(word) if word != "pound" or words[1] == "the" else ""


def _one_of(word: str) -> str:
    """Return the currency that a word names one of, "" for none: "dollar", not "dollars"."""
    return names()[word].code if word in names() and not word.endswith("s") and names()[word].factor == 1 else ""


def _bought_by(article: Article, figure: Mention) -> str:
    """Return the currency of which one buys a sum: "one euro buys $1.08", "the pound fell to $1.21"."""
    place, floor = article.place(figure) - 1, article.sentences[figure.sentence].start
    words: list[str] = []
    while place >= floor and place not in article.at and article.word(place) in BOUGHT | MOVED and len(words) < 6:
        words.append(article.word(place))
        place -= 1
    if not words or place < floor or ("to" not in words and not MOVED.isdisjoint(words)):
        return ""
    if one := article.at.get(place):
        return one.unit if one.kind == "money" and one.size == 1 else ""
    return _one_of(article.word(place)) if article.word(place - 1) in ONE else ""
