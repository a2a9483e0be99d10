"""Whether a capitalised word stands where a person's name does, and may be another's misspelt."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.context.names import Places, bare, distance, shared, slip, slurred
from factcheck.link.people.typos import TOWNS
from factcheck.link.people.unnamed import person_noun
from factcheck.patterns import Pattern
from factcheck.segment import STOPS, vocabulary

TRADES = frozenset("adviser advisor investor manager officer reporter worker driver voter lawyer banker trader".split())
INTRODUCING = frozenset("a an the in near of from for no his her their another".split())
HAILING = frozenset({"of", "from"})
ANOTHER = frozenset({"another", "a", "one"})
"""Before a title these lead to somebody not named before: another Mr Platt."""
COURTESY = frozenset({"mr", "mrs", "ms", "miss"})
ALIKE, TWO = 4, 2
"""So many letters at least do two spellings of a surname share at their beginning, and in so many at most do they differ."""
REACH = 4
"""So many words behind the comma may lead up to what somebody is."""
WHO = frozenset({"who", "whose"})
AGES = ("d,", "d.", "d)")
LONG, LONGEST = 7, 9
"""In surnames so long a slip makes no other name, and in the longest no other word that opens a sentence."""

ABSTRACT = ("tion", "sion", "ness", "ology", "ism")
"""What ends so is a noun that a title has: ACM Transactions, Scientific Translations."""

QUOTED = Pattern(r"[^\"”»\n]+")
CALLED = Pattern(
    r"\b(?:call(?:s|ed)|(?:mis)?spel(?:t|led|ls)|record(?:s|ed)|register(?:s|ed)|enter(?:s|ed)|list(?:s|ed)|wr(?:ites?|ote|itten)|print(?:s|ed)|christened|baptised|baptized)"
    r"(?: (?:him|her|it|them|the name|his name|her name|down))?(?: as)? [\"“'‘]?$"
)
CALLED_REACH = 40
NAMING = Pattern(r"(?i)\b(?:names?|named|naming|(?:mis)?spel\w+|surname|called|identified|referred)\b")

MISREAD = ("Ã", "Â", "â")
"""What an accent or a quotation mark becomes where its letters are misread."""


MARKS, ENDS = "\"“”'‘’«»", '"”»'
SPOKEN = 3
"""Words between quotation marks of which so many are written small are what somebody says, and no title."""


def is_title(article: Article, name: Span) -> bool:
    """Tell whether a name begins or ends what stands between quotation marks, and that is a title: “Lee Jae Myung”."""
    text = article.document.text
    opened, closed = text[max(0, name.start - 1)] in MARKS, text[name.end : name.end + 1] in ENDS
    if opened:
        words = QUOTED.match(text, name.start)
    elif closed:
        words = QUOTED.match(text, max(text.rfind(mark, 0, name.end) for mark in MARKS) + 1)
    else:
        return False
    return words is None or sum(word.islower() for word in words[0].split()) < SPOKEN


def _is_called_so(article: Article, place: int) -> bool:
    """Tell whether a text tells of another spelling: his birth certificate calls him Rendell."""
    start = article.tokens.starts[place]
    return CALLED.search(article.document.text, max(0, start - CALLED_REACH), start) is not None


def is_surname(article: Article, seen: list[tuple[int, int]], place: int, word: str, surname: str) -> bool:
    """Tell whether a person is meant: a title before, a verb of saying or an apposition behind."""
    if word[:2].isupper() or _follows(article, place, "not") or word.lower().removesuffix("s") in TRADES:
        return False
    if word.removesuffix("s").endswith(ABSTRACT) or word.endswith(MISREAD):
        return False
    if introduced(article, place) or _is_called_so(article, place):
        return False
    if _follows(article, place, "of") and article.tokens.word(place - 2) in TOWNS:
        return False
    if any(_articled(article, at) for at in (place, *(at for at, _ in seen))):
        return False
    if stands_as_person(article, place, 1):
        return True
    if not _may_be_a_person(article, place, word):
        return False
    if any(stands_as_person(article, at, length) for at, length in seen):
        return True
    plural = word[-1] == surname[-1] == "s" and not slip(word[:-1], surname[:-1])
    if plural or bare(word) == bare(surname):
        return False
    shortest = min(len(word), len(surname))
    if shortest >= LONGEST or (shortest >= LONG and (_within(article, place) or _possessive(article, place))):
        return True
    apposed = (article.tokens.letters[at + length : at + length + 2] for at, length in seen)
    return any(behind[:1] == "," and behind[1:] != "N" for behind in apposed)


def in_its_paragraph(article: Article, seen: list[int], place: int, word: str, surname: str) -> bool:
    """Tell whether a surname behind "Mr" or the like is another of its own paragraph, slurred: Feathersby, Mrs Fetherby."""
    before = article.tokens.letters[max(0, place - 2) : place].rstrip("·")[-1:]
    starts = article.tokens.starts
    near = [at for at in seen if at < place and article.block_at(starts[at]) is article.block_at(starts[place])]
    titled = bool(before) and before in vocabulary()[1]["TITLE"]
    return titled and bool(near) and not introduced(article, place) and slurred(word, surname)


def on_second_reference(article: Article, place: int, word: str, surname: str) -> bool:
    """Tell whether a surname behind "Mr" or the like, which no full name has, is one told in full: Tebbutt, Mrs Tebbit.

    Papers say "Mr" of those whom they have told in full.
    """
    led = place - 1 - (article.tokens.letters[place - 1 : place] == "·")
    short, long = sorted((word, surname), key=len)
    if long.startswith(short):
        return False  # Peters and Petersen, Harris and Harrison are made of one name, and are two.
    if led < 0 or article.tokens.word(led).lower() not in COURTESY or introduced(article, place):
        return False
    start, _ = shared(word, surname)
    return start >= ALIKE and min(len(word), len(surname)) >= LONG - 1 and distance(word, surname) <= TWO


def of_naming(article: Article, place: int) -> bool:
    """Tell whether the paragraph of a word, in a column of corrections, may be about how somebody is called."""
    block = article.block_at(article.tokens.starts[place])
    return NAMING.search(article.document.text, block.start, block.end) is not None


def _may_be_a_person(article: Article, place: int, word: str) -> bool:
    """Tell a surname alone from a place, a people or a word: in Boston; British, German and other units; a Green member."""
    letters = article.tokens.letters
    before, behind = letters[place - 1 : place], letters[place + 1 : place + 3]
    listed = behind[:1] == "," and (before == "," or behind[1:] in ("N", vocabulary()[0]["and"]))
    placed = bool(before) and before in vocabulary()[1]["PREPOSITION"]
    common = f" {word.lower()} " in article.document.text
    return not (listed or placed or common or before == behind[:1] == "w")


def _possessive(article: Article, place: int) -> bool:
    """Tell whether a name is that of an owner: Orr's counsel."""
    return article.tokens.word(place + 1) in ("'s", "’s")


def _within(article: Article, place: int) -> bool:
    """Tell whether a word stands within a sentence, where nothing but a name has a capital, and behind no preposition, as places do."""
    return place > 0 and article.tokens.letters[place - 1] not in STOPS + '"' + vocabulary()[1]["PREPOSITION"]


def introduced(article: Article, place: int) -> bool:
    """Tell whether words about a name say who it is, as of one not named before: "Peterson, the Swede", "Orr of Leeds", "his neighbour Mrs Orr"."""
    at, word, letters = place + 1, article.tokens.word, article.tokens.letters
    titled = place > 1 and letters[place - 1] in vocabulary()[1]["TITLE"] + "·"
    if word(at) in HAILING and (letters[at + 1 : at + 2] == "N" or word(at + 1) == "the"):
        return True
    led = place - 2 - (letters[place - 1] == "·")
    if titled and led > 0 and word(led).lower() in ANOTHER:
        return True
    if titled and led >= 0 and letters[led] == "w" and person_noun(word(led)):
        return True
    apposed = titled and led > 0 and letters[led] == letters[at : at + 1] == ","
    if apposed and letters[led - 1] == "w" and person_noun(word(led - 1)):
        return True
    if letters[at + 1 : at + 3] == "d,":
        at += 2
    return letters[at : at + 1] == "," and word(at + 1) in INTRODUCING


def described_as_new(article: Article, place: int) -> bool:
    """Tell whether a name is followed by who it is, by what people are or where from: Carol Harding, a nurse in Leeds."""
    word, letters = article.tokens.word, article.tokens.letters
    behind = range(place + 2, place + 2 + REACH)
    noun = any(person_noun(word(at).lower()) and letters[at + 1 : at + 2] != "N" for at in behind)
    return introduced(article, place) and (noun or word(place + 1) in HAILING)


def _follows(article: Article, place: int, word: str) -> bool:
    return place > 0 and article.tokens.word(place - 1) == word


def _articled(article: Article, place: int) -> bool:
    """Tell whether an article or the like stands before a word; "that" before a name begins what somebody says."""
    return place > 0 and article.tokens.letters[place - 1] in vocabulary()[1]["DETERMINER"].replace(
        vocabulary()[0]["that"], ""
    )


def stands_as_person(article: Article, place: int, length: int) -> bool:
    """Tell whether a name stands where a person's does."""
    letters, classes = article.tokens.letters, vocabulary()[1]
    before = letters[max(0, place - 2) : place].rstrip("·")[-1:]
    after = letters[place + length : place + length + 1]
    titled = bool(before) and before in classes["TITLE"] + classes["SAY"]
    return titled or (bool(after) and after in classes["SAY"]) or _described(article, place, place + length)


def _described(article: Article, place: int, end: int) -> bool:
    """Tell whether a noun for a person stands before a name, or "who" or an age behind it: "the novelist Ann Orr", "Orr, 81,"."""
    word, letters = article.tokens.word, article.tokens.letters
    set_off = place > 1 < end - place and letters[place - 1] == ","  # "The defendant, Ann Orr of Leeds, ..."
    noun = place - 1 - set_off
    if place and letters[noun] in "wN" and person_noun(word(noun).lower()):
        return True
    return letters[end : end + 1] in (",", "(") and (word(end + 1) in WHO or letters[end + 1 : end + 3] in AGES)


def without_trades(article: Article, names: Places) -> Places:
    """Return the names without the nouns for people that a sentence opens with: "Witness Ann Orr", "Winger Bo Day"."""
    letters, found = article.tokens.letters, Places()
    for name, places in names.items():
        trade, _, rest = name.partition(" ")
        led = " " in rest and "-" not in trade and person_noun(trade.lower())
        opens = led and all(not place or letters[place - 1] in STOPS for place in places)
        found.setdefault(rest if opens else name, []).extend([place + opens for place in places])
    return found
