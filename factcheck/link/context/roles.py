"""The role of each figure of a sentence in what is said to change: before, after, or the change itself.

A figure's role is read off the words beside it: leftward over whatever may stand between a role word and its figure
("from last year's revised $2.1 billion"), then rightward ("a 24% rise", "40 fewer").
"""

from __future__ import annotations

from functools import cache

from factcheck.article import Article, Sentence
from factcheck.link.context.valued import is_value
from factcheck.model import Mention
from factcheck.phrase import kind_letters
from factcheck.records import NamedTuple
from factcheck.segment import vocabulary

REACH, RIGHT_REACH = 9, 4
APART = {"premium": 1, "discount": -1}
FIGURES = kind_letters("amount|multiple|fraction|pair")
PASSED = "wNC'\"·-DRYWLO"
PASSED_CLASSES = (
    "DETERMINER PRONOUN ABOUT NEARLY BARELY EXACTLY ONLY SHIFT PERIOD ANNUAL TOTAL ORDINAL MONTH SAME MORE LESS TITLE "
    "LABEL OLD HAVE PREMIUM AUXILIARY SAY LOSS COMPARED WIN SHARP"
).split()
CUES = "BEAT LOSS MORE LESS DIFFERENCE MULTIPLE TIMES WIN".split()
SEEN_THROUGH = "of as over under above below ago"
ROLE_WORDS = {
    "from": "before", "than": "before", "against": "before", "instead": "before", "versus": "before", "vs": "before", "to": "after",
    "at": "at", "by": "by", "or": "or", "with": "with",
}  # fmt: skip
BEYOND = {"above": 1, "over": 1, "below": -1, "under": -1, "short": -1, "shy": -1}
UPON = frozenset({"on", "over"})
SIZES = "RISE FALL DIFFERENCE PREMIUM".split()
SIZES_BEFORE = frozenset({"growth", "decline"})
"""What stands before its own figure where verbs stand last: 감소율은 25%."""

LEVELS = frozenset({"margin", "surplus", "deficit"})
"""What is itself a percentage, of sales or of a country's output: a margin of 13 percent, up from 11.5."""

BRACKETED = frozenset("w()P")
"""What may part a figure from the verb behind it where the same change stands in brackets: 20만 명(25%) 늘었다."""

OFF = frozenset({"short", "over", "under", "apart", "too"})
OFF_BY = frozenset({"for", "little", "much", "few", "many"})
ENDS = frozenset({"", *",.;q\n—"})
ONCE = frozenset({"after", "having"})
PAST = frozenset("fell fallen rose risen grew grown sank sunk shrank shrunk leapt slid lost lose loses swollen".split())


class Role(NamedTuple):
    """A figure and its part in a change.

    `name` is change, times, before, after, at, plain or rate (a change that is itself compared); `sign` +1 for more,
    -1 for less, 0 where nothing tells; `link` the word that gives the role; `start` where its phrase begins.
    """

    mention: Mention
    place: int
    name: str
    sign: int = 0
    link: str = ""
    start: int = 0


class Grammar(NamedTuple):
    """The letters of the words that give figures their roles."""

    rise: frozenset[str]
    fall: frozenset[str]
    more: frozenset[str]
    less: frozenset[str]
    size: frozenset[str]
    nouns: frozenset[str]
    premium: frozenset[str]
    win: frozenset[str]
    gaps: frozenset[str]
    beyond: dict[str, int]
    upon: frozenset[str]
    loss: frozenset[str]
    between: frozenset[str]
    compared: frozenset[str]
    within: str
    passed: frozenset[str]
    beat: frozenset[str]
    be: frozenset[str]
    known: frozenset[str]
    pronouns: frozenset[str]
    moved: frozenset[str]
    word: dict[str, str]
    cues: frozenset[str]
    upward: frozenset[str]
    downward: frozenset[str]
    sizes: frozenset[str]

    def sign(self, letter: str) -> int:
        """Return +1 for a word of rising, -1 for one of falling, 0 for any other."""
        return 1 if letter in self.rise else -1 if letter in self.fall else 0

    def compares(self, letter: str) -> int:
        """Return +1 for "more" and its like, -1 for "less", 0 for any other."""
        return 1 if letter in self.more else -1 if letter in self.less else 0


@cache
def grammar() -> Grammar:
    """Return the grammar in the letters of the lexicon."""
    letters, classes = vocabulary()
    sets = {name: frozenset(members) for name, members in classes.items()}
    size = frozenset().union(*(sets[name] for name in SIZES))
    through = {letters[word] for word in SEEN_THROUGH.split()}
    word = {letters[name]: role for name, role in ROLE_WORDS.items()}
    nouns = {letters[name] for name in letters if letters[name] in size and not verbal(name)}
    passed = frozenset(PASSED).union(through, *(sets[name] for name in PASSED_CLASSES))
    moves = sets["RISE"] | sets["FALL"] | sets["PREMIUM"]
    cues = moves | {letters[word] for word in BEYOND} | set("XF")
    cues = cues.union(*(sets[name] for name in CUES))
    return Grammar(
        sets["RISE"], sets["FALL"], sets["MORE"] - through, sets["LESS"] - through, size, frozenset(nouns), sets["PREMIUM"], sets["WIN"],
        sets["DIFFERENCE"], {letters[word]: sign for word, sign in BEYOND.items()}, frozenset(letters[word] for word in UPON),
        frozenset({letters["loss"]}), frozenset(",·") | {letters["for"], letters["in"], letters["on"]}, sets["COMPARED"],
        letters["in"], passed - moves - frozenset(word) - sets["BEAT"], sets["BEAT"], sets["BE"], sets["DETERMINER"] | sets["SHIFT"],
        sets["PRONOUN"], sets["RISE"] | sets["FALL"] | sets["MORE"] | sets["LESS"] | sets["LOSS"] | set("X"), word, cues,
        sets["RISE"] | sets["MORE"] - through - sets["FALL"], sets["FALL"] - sets["RISE"] | sets["LESS"] - through - sets["RISE"], sets["MORE"] | sets["LESS"] | sets["DIFFERENCE"],
    )  # fmt: skip


def verbal(word: str) -> bool:
    """Tell whether a word of change is a verb's past or participle, never a noun."""
    return word in PAST or (word.endswith(("ed", "ing", "en")) and word != "saving")


def roles(article: Article, sentence: Sentence) -> list[Role]:
    """Return the figures of a sentence in order, each with its role."""
    read: list[Role] = []
    for mention in sentence.mentions:
        place = article.place(mention)
        if article.skeleton[place] in FIGURES and is_value(article, mention, place):
            read.append(_role(article, sentence, mention, place))
    return _apposed(article, read)


def _role(article: Article, sentence: Sentence, mention: Mention, place: int) -> Role:
    if mention.kind == "multiple":
        return Role(mention, place, "times", -1 if mention.number and mention.number.middle < 1 else 1, start=place)
    if article.verb_last:
        return _led(article, mention, place)
    left = _left(article, sentence, mention, place)
    sign = _right(article, place)
    if sign is None:
        return left
    if left.name in ("before", "after"):
        return left._replace(name="rate")
    return Role(mention, place, "change", sign, left.link, left.start)


def _led(article: Article, mention: Mention, place: int) -> Role:
    """Return the role where particle and verb stand behind: the one is drawn before the figure, the other not."""
    if mention.kind == "percent" and (noun := _size_before(article, place)):
        return Role(mention, place, "change", noun, start=place)
    if mention.lead:
        name = grammar().word.get(article.skeleton[place - 1], "plain")
        return Role(mention, place, name, link=article.word(place - 1), start=place - 1)
    sign = _behind(article, place)
    return Role(mention, place, "plain" if sign is None else "change", sign or 0, start=place)


def _size_before(article: Article, place: int) -> int:
    """Return the sign of the noun of a size before a percentage, 0 where it may be a level: 상승률은 2.2%로 0.3%포인트 높다."""
    words, letters, at = grammar(), article.skeleton, place - 1
    while letters[at] in words.passed - {"w"} or letters[at] in words.word:
        at -= 1
    if at < 0 or article.word(at) not in SIZES_BEFORE:
        return 0
    shares = article.sentences[article.at[place].sentence].of_kind("percent|points|fraction")
    return words.sign(letters[at]) if len(shares) == 1 else 0


def _behind(article: Article, place: int) -> int | None:
    """Return the sign of the word of change that ends a figure's clause: 5% 증가, 20명 더 많다; None where none does."""
    words, letters = grammar(), article.skeleton
    for at in range(place + 1, min(place + 1 + RIGHT_REACH, len(letters))):
        if article.word(at) in SIZES_BEFORE:
            return None
        if letters[at] in words.size or words.compares(letters[at]):
            return words.sign(letters[at]) or words.compares(letters[at])
        if letters[at] not in BRACKETED:
            return None
    return None


def _left(article: Article, sentence: Sentence, mention: Mention, place: int) -> Role:
    words, letters = grammar(), article.skeleton
    plain = Role(mention, place, "plain", start=place)
    at = place - 1 - _hedging(article, mention, place)
    floor = max(sentence.start - 1, place - 1 - REACH)
    by = ""
    while at > floor:
        letter = letters[at]
        link = words.word.get(letter, "")
        if link in ("before", "after"):
            return plain if _at(article, plain) else _linked(article, plain, link, at)
        if _beyond(article, at) or _upon(article, at):
            return plain._replace(name="before", link="than", start=at)
        if letter in words.beat and not by and article.word(at - 1) != "the":
            return plain._replace(name="before", link="beat", start=at)
        if letter in words.be and not by:
            return _equated(article, plain, at)
        if link == "by" and letters[at + 1] in "DYWR":
            return plain
        if link == "by":
            by = "by"
        elif letter == words.within and mention.kind == "fraction":
            by = "in"
        elif link == "at" and (once := _once_at(article, at)):
            return plain._replace(name="before", link="from", start=once)
        elif link == "at":
            plain = plain._replace(name="at", link="at", start=at)
        elif link:
            other = _other(article, plain, link, at)
            return other._replace(name="change") if by and link == "or" else other
        elif sign := words.sign(letter):
            if mention.kind == "duration" and not by:
                return plain
            name = "after" if not by and _level(article, at) else "change"
            return Role(mention, place, name, sign, by or article.word(at), at)
        elif (
            letter in words.size
            or (by and letter in words.win)
            or (letter in words.loss and mention.kind in ("points", "count", "percent"))
        ):
            return _sized(article, plain, at)
        elif letter not in words.passed and not (by and letter in words.between) and not _passed(article, at):
            break
        at -= 1
    return plain._replace(name="change", link="by", start=at + 1) if by else plain


def _once_at(article: Article, at: int) -> int:
    """Return where "after peaking at" begins, which says from what a thing came; 0 for "having opened at" and any other "at"."""
    start = at - 2 if article.word(at - 2) in ONCE else at - 3
    verb = article.word(start + 1)
    been = article.word(start) in ONCE and verb.endswith(("ing", "ed")) and verb not in ("opened", "opening")
    return start if been and "," not in article.skeleton[start:at] else 0


def _passed(article: Article, at: int) -> bool:
    """Tell "came in at" and "the fall was one of", whose words leave a figure's role to those before them."""
    one = at in article.at and article.at[at].text.lower() == "one" and article.word(at + 1) == "of"
    return one or (article.word(at) == "in" and article.word(at + 1) == "at")


def _beyond(article: Article, at: int) -> int:
    """Return the sign of "above" or "short of" between how far a figure is off and what it is off, 0 for any other.

    Points and percentages are always so; of other figures only two of one unit: £1,302 above the £4,912.
    """
    words, letters = grammar(), article.skeleton
    sign = words.beyond.get(letters[at], 0)
    if not sign or (letters[at - 1] in "TP" and article.word(at) in ("above", "below")):
        return sign
    one = article.at.get(at - 1)
    places = range(at + 1, min(at + 2 + RIGHT_REACH, len(letters)))
    other = next((article.at[place] for place in places if place in article.at), None)
    known = letters[at + 1 : at + 3] and (letters[at + 1] in words.known or article.word(at + 1) == "of")
    if one is None or other is None or not known or "less" in (other.hedge, one.hedge):
        return 0
    if one.kind == "percent" and article.word(at) == "over":
        apart = letters[at - 2] in words.be | frozenset(",—(")
        return sign if apart and other.kind in ("money", "count", "measure") else 0
    bare = other.kind == "count" and not other.noun and one.kind == "measure"
    off = one.kind in ("money", "count", "measure", "percent") and (
        bare or (one.unit, one.kind) == (other.unit, other.kind)
    )
    return sign if off or one.kind == "percent" else 0


def _upon(article: Article, at: int) -> bool:
    """Tell whether "on" stands behind a word of change, and before what is known: 24% up on the 2.5 million, a rise of 24% over $5."""
    words, letters = grammar(), article.skeleton
    if letters[at] not in words.upon:
        return False
    known = letters[at + 1] in words.known
    if letters[at - 1] in "PF":
        led = letters[max(0, at - 2 - RIGHT_REACH) : at - 1]
        return (known or letters[at + 1] in "MYR") and any(one in words.nouns or words.sign(one) for one in led)
    return known and words.sign(letters[at - 1]) != 0


def _equated(article: Article, plain: Role, at: int) -> Role:
    """Return the role behind "growth was" and "growth there was"."""
    words, letters = grammar(), article.skeleton
    noun = at - 1 if letters[at - 1] in words.nouns else at - 2
    sign = (
        words.sign(letters[noun])
        if letters[noun] in words.nouns and letters[at - 1] in words.nouns | words.pronouns
        else 0
    )
    return plain._replace(name="change", sign=sign, link=article.word(noun), start=noun) if sign else plain


def _at(article: Article, read: Role) -> bool:
    """Tell whether a figure has its own "at", which is no part of "at least": what stands further left is not of it."""
    return read.name == "at" and article.word(read.start + 1) not in ("least", "most")


def _level(article: Article, at: int) -> bool:
    """Tell whether "as low as" or "as high as" stands behind a word of change: what follows is a level."""
    return article.word(at + 1) == "as" and article.word(at + 2) in ("low", "high")


def _hedging(article: Article, mention: Mention, place: int) -> int:
    """Return how many words of a hedge in "than" or "up to" stand before the figure."""
    if not mention.hedge or place < 2:
        return 0
    last, before = article.word(place - 1), article.word(place - 2)
    up_to = last == "to" and before == "up" and not _moved(article, place - 3)
    return 2 if last == "than" or up_to else 0


def _moved(article: Article, place: int) -> bool:
    letter = article.skeleton[place] if place >= 0 else "."
    return (letter == "w" and article.word(place).endswith("d")) or letter in vocabulary()[1]["CHANGE"]


def _linked(article: Article, plain: Role, name: str, at: int) -> Role:
    link = article.word(at)
    if link == "to" and at and article.skeleton[at - 1] in grammar().compared:
        return plain._replace(name="before", link="compared", start=at - 1)
    away = link == "from" and article.word(at - 1) in ("far", "apart", "aside")
    return plain if away else plain._replace(name=name, link=link, start=at)


def _other(article: Article, plain: Role, link: str, at: int) -> Role:
    """Return the role behind "with" and "or"."""
    if link == "with" and at and article.skeleton[at - 1] in grammar().compared:
        return plain._replace(name="before", link="compared", start=at - 1)
    return plain._replace(link="or", start=at) if link == "or" and plain.place - at <= 3 else plain


def _sized(article: Article, plain: Role, at: int) -> Role:
    """Return the role behind a noun of size: "a lead of 151", "a premium of 26 per cent", "won by 40"."""
    letter, words = article.skeleton[at], grammar()
    ofs = article.word(at + 1) if at + 1 < plain.place else ""
    if letter in words.premium:
        return plain._replace(name="change", sign=APART[article.word(at)], link="premium", start=at)
    if plain.mention.kind == "percent" and ofs == "of" and article.word(at) in LEVELS and plain.link != "by":
        return plain
    if ofs in ("of", "by", "") or letter in words.win:
        return plain._replace(name="change", sign=-(letter in words.loss), link=article.word(at), start=at)
    return plain


def _right(article: Article, place: int) -> int | None:
    """Return the sign of a word of change behind the figure ("a 24% rise", "40 fewer"), None where there is none."""
    words, letters = grammar(), article.skeleton
    at, last = place + 1, min(place + 1 + RIGHT_REACH, len(letters))
    if at < len(letters) and (sign := _beyond(article, at)):
        return sign
    if letters[at : at + 1] == ",":
        return words.compares(letters[at + 1 : at + 2]) or None
    while at < last:
        letter = letters[at]
        if sign := words.compares(letter):
            if article.at[place].kind == "duration" and _when(article, at):
                return None
            return sign if at < place + 4 else None
        if letter in words.loss and article.at[place].kind in ("percent", "fraction"):
            return -1
        if (
            at == place + 1
            and article.word(at) in OFF
            and not (article.word(at) == "apart" and article.at[place].kind in ("measure", "duration"))
            and (letters[at + 1 : at + 2] in ENDS or article.word(at + 1) in OFF_BY)
        ):
            return words.beyond.get(letter, 0)  # "£8,500 short", "£3,500 apart"
        if letter in words.nouns and (at == place + 1 or article.word(at) not in ("up", "down")):
            return words.sign(letter) or APART.get(article.word(at), 0)
        if letter not in "w-'N" and article.word(at) not in ("year", "votes", "points"):
            return None
        at += 1
    return None


def _when(article: Article, at: int) -> bool:
    """Tell "twelve months earlier", a time, from "12 minutes earlier than planned", a difference."""
    return article.word(at) in ("earlier", "later") and article.skeleton[at + 1 : at + 2] != vocabulary()[0]["than"]


def _apposed(article: Article, read: list[Role]) -> list[Role]:
    """Return the roles with "4.1%, or $5.12," as one change said twice."""
    for n in range(1, len(read)):
        one, other = read[n - 1], read[n]
        if other.link != "or" or one.mention.unit == other.mention.unit or other.start - one.place > 4:
            continue
        if one.name == "change" and other.name == "plain":
            read[n] = other._replace(name="change", sign=one.sign)
        elif one.name == "plain" and other.name == "change" and article.skeleton[other.place + 1] == ",":
            read[n - 1] = one._replace(name="change", sign=other.sign)
    return read
