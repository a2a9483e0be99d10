"""Figures of the text that seem to be the headline's and have another value."""

from __future__ import annotations

from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.link.context.roles import grammar
from factcheck.link.context.speakers import is_known, revised
from factcheck.link.context.subjects import EDGES, TOLLS, near, noun, scaled, stem, topics, topics_of
from factcheck.link.headline.matching import of_two_things
from factcheck.link.headline.measured import measure as measure_of
from factcheck.link.headline.measured import same_group
from factcheck.link.headline.takenup import exchanged, spelled
from factcheck.link.people.unnamed import person_noun
from factcheck.link.size.scales import SCALED
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.records import NamedTuple
from factcheck.segment import vocabulary
from factcheck.shown import round_half_up
from factcheck.slips import misheard, mistyped, swapped

AHEAD = 6
"""So many places behind a share may stand what it is of."""
SMALL = 12
"""So many things at most are told in passing."""

CLOSE = 3
"""So many words about a figure are of what it measures."""

NEUTRAL = frozenset({stem("rate"), "level", "number", "total", "pric"})
"""Stems of words that stand for any measure: the unemployment rate is unemployment."""

PARTS = frozenset({"among", "for", "of", "at"})

OTHERS = frozenset({"among", "including", "includes", "included"})
"""Behind these a count is of more than were told, or of fewer."""

FIRM = 2
"""So many words besides the noun that both count tie two figures of two digits, one of them another."""

SHARED = 1
"""So many words that headline and first paragraph share are of one thing."""

MOVED = 6
"""So many places may part a verb of change from the figure that the change led to."""

ALSO = 7
"""So many places off a figure "also" tells it from those told before."""

LONG = frozenset({"year", "quarter", "month"})
PEOPLE = frozenset(
    stem(word)
    for word in "person people persons man men woman women residents workers passengers sailors soldiers children boy girl".split()
)
ADULT, OLDEST, BESIDE = 13, 999, 2
"""A bare number is an age from here up to here, that of one with a digit too many; so near stands what befell somebody."""

TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady"})
DIED = frozenset({"dead", "dies", "died"})
DYING = 9
"""So many places before an age stands that somebody died: died in a hospital in Elm on Wednesday at 87."""

DEFINING = frozenset({"that", "when", "which", "where"})
"""Behind "those minutes" these, or a preposition, say which."""

OPENING = 3
"""In so many sentences with figures a text tells what its headline does."""

THOUSANDS, A_DIGIT_MORE = 1000, 20
"""A digit left out or put in makes a figure at most so many times as large."""


class Rival(NamedTuple):
    """A figure of the text that seems to be the headline's, and how many words tie it to that."""

    mention: Mention
    sentence: Sentence
    tie: int
    slip: bool


def opens(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence is one of those that tell what the headline does."""
    return sentence.number - article.body[0].number < OPENING


def leads(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence of those is of a paragraph, and no item of a list."""
    return sentence.block == "paragraph" and opens(article, sentence)


def rival_of(
    article: Article,
    said: Mention,
    found: tuple[Mention, Sentence],
    about: frozenset[str],
    close: frozenset[str],
) -> Rival | None:
    """Return a figure of the text that must be the headline's: measure and subject are the same.

    What a headline says the text says first, so that a slip in its first figures takes a word less to tie.
    """
    mention, sentence = found
    group = same_group(article, said, mention)
    beside = measure_of(article, mention, CLOSE) - group
    shared = len(about & (topics_of(article, sentence) | beside) - group)
    measure = len(close & beside) + (bool(noun(said)) and noun(said) == noun(mention))
    power = scaled(said, mention)
    if not power and not akin(said, mention):
        return None
    slip = power or mistyped(spelled(said), _rounded(mention, len(spelled(said))))
    tie = measure + slip
    if slip and measure == 0 and _moved_alike(article, said, mention, about):
        measure = 1
    counted = noun(said) if said.number and said.number.middle != 1 else ""
    tolled = counted in TOLLS and counted in beside
    if len(digits(said.text)) < 2 and not power and not (counted and counted == noun(mention)) and not tolled:
        return None
    led = sentence is article.body[0]
    firm = shared - (noun(said) in about - group) >= FIRM or len(spelled(said)) > BESIDE
    plain = firm or power or exchanged(said, mention) or said.kind != "count" or article.verb_last
    if (measure and ((slip and plain) or shared >= 2)) or (slip and shared + led >= 2 + (len(digits(said.text)) < 3)):
        return Rival(mention, sentence, tie, bool(slip and measure))
    return None


def lead_rival(article: Article, said: Mention, head: Sentence, alike: list[tuple[Mention, Sentence]]) -> Rival | None:
    """Return the one like figure of the first paragraph, which says again what the headline says.

    Words in common tie the two, whatever the digits; two figures of one kind in either leave it open which is meant.
    """
    block = article.block_at(article.body[0].mentions[0].span.start)
    lead = [
        (one, sentence)
        for one, sentence in alike
        if block.start <= one.span.start < block.end
        and not of_others(article, one)
        and (_of_one(said, one) or _tolled(article, said, one))
    ]
    others = [
        one for one in head.mentions if one.first != said.first and one.kind == said.kind and one.unit == said.unit
    ]
    heads = [said, *(one for one in others if _of_one(said, one))]
    if len(heads) != 1 or len({one.quantity.interval for one, _ in lead}) != 1:
        return None
    mention, sentence = lead[0]
    if besides(article, head, mention) or not of_one_person(article, said, mention):
        return None
    counted = noun(said)
    shared = topics_of(article, head) & topics_of(article, sentence) - ({counted} if counted else set())
    shared -= same_group(article, said, mention)
    slipped = said.kind == "age" and mistyped(digits(said.text), digits(mention.text))
    least = 0 if slipped or _tolled(article, said, mention) else 1 if said.kind in ("age", "count") else SHARED
    return Rival(mention, sentence, len(shared), False) if len(shared) >= least and akin(said, mention) else None


def only_rival(article: Article, head: Sentence, said: Mention, alike: list[tuple[Mention, Sentence]]) -> Rival | None:
    """Return the one like figure of a text's opening, where a slip of the pen makes the headline's of it.

    Where no word ties the two, the slip must be plain: digits swapped, or one wrong of three.  By a plain one it is the
    headline's wherever in the text it stands, if it is alone in that.
    """
    others = [
        one for one in head.mentions if one.first != said.first and (one.kind, one.unit) == (said.kind, said.unit)
    ]
    opening = [found for found in alike if opens(article, found[1])]
    anywhere = opening if said.kind == "duration" else [found for found in alike if not revised(article, found[0])]
    slips = [found for found in anywhere if _plain(said, found[0])]
    if others or 1 not in (len({one.size for one, _ in told}) for told in (opening, slips)):
        return None
    slipped = len({one.size for one, _ in slips}) == 1
    mention, sentence = (slips if slipped else opening)[0]
    one, other = digits(said.text), digits(mention.text)
    thousands = min(said.size, mention.size) >= THOUSANDS
    telling = (len(one) == len(other) or thousands) and mistyped(one, other)
    start = article.skeleton.rfind("\n", 0, sentence.start) + 1
    shared = topics_of(article, head) & topics(article, range(start, sentence.end))
    place = article.place(mention)
    defined = article.skeleton[place + 1] in vocabulary()[1]["PREPOSITION"] or article.word(place + 1) in DEFINING
    pointed = said.kind == "duration" and article.word(place - 1) in ("those", "these") and not defined
    tied = len(one.rstrip("0")) > BESIDE or bool(shared) or pointed
    if said.kind == "count" and not _counts_alike(said, mention):
        return None
    if of_others(article, mention) or besides(article, head, mention) or not of_one_person(article, said, mention):
        return None
    return Rival(mention, sentence, 0, slip=False) if slipped or (telling and tied) else None


def only_moved(article: Article, said: Mention, alike: list[tuple[Mention, Sentence]]) -> Rival | None:
    """Return the one figure of a text that ends a change as the headline's does, where a slip makes the one of the other."""
    way = _moved(article, said)[:2]
    found = [one for one in alike if way[0] and _moved(article, one[0])[:2] == way]
    if len({one.size for one, _ in found}) != 1 or found[0][1].number - article.body[0].number > OPENING:
        return None
    mention, sentence = found[0]
    slip = mistyped(digits(said.text), digits(mention.text)) and akin(said, mention)
    own = _movers(article, mention) <= topics_of(article, article.sentences[said.sentence]) | NEUTRAL
    return Rival(mention, sentence, 0, slip=False) if slip and own and not besides(article, sentence, mention) else None


def only_length(article: Article, said: Mention, body: list[tuple[Mention, Sentence]]) -> Rival | None:
    """Return the one length of the opening that is as many of another unit: out for four months, four weeks of rest."""
    if said.kind != "duration" or not article.has_articles:
        return None
    opening = [one for one in body if opens(article, one[1])]
    found = [one for one in opening if one[0].kind == "duration" and not one[0].upper and _as_many(said, one[0])]
    found = [one for one in found if not of_two_things(article, said, one[0])]
    found = [one for one in found if article.word(article.place(one[0]) + 1) not in ("late", "early")]
    return Rival(*found[0], 0, slip=False) if len(found) == 1 else None


def _as_many(said: Mention, mention: Mention) -> bool:
    """Tell whether two lengths are as many of two units: four months, four weeks."""
    numbers = {one.number.middle for one in (said, mention) if one.number}
    return len(numbers) == 1 and said.unit != mention.unit


def _plain(said: Mention, mention: Mention) -> bool:
    """Tell whether two figures are surely one mistyped: digits swapped, a -teen for a -ty, another scale."""
    one, other = digits(said.text), digits(mention.text)
    worded = SCALED.search(mention.text) or said.kind == "money" or min(said.size, mention.size) >= THOUSANDS
    return swapped(one, other) or misheard(one, other) or bool(scaled(said, mention) and worded)


def _counts_alike(said: Mention, mention: Mention) -> bool:
    """Tell whether two counts can be of one thing: one leaves it unsaid, they have one noun, or both count people."""
    nouns = {noun(one) for one in (said, mention)} - {"", "aboard"}
    return len(nouns) < 2 or all(one in PEOPLE | TOLLS or person_noun(one) for one in nouns)


def _of_one(one: Mention, other: Mention) -> bool:
    """Tell whether two counts are of one thing by their nouns; other figures have their units for that."""
    return one.kind != "count" or (noun(one) != "" and noun(one) == noun(other))


def of_one_person(article: Article, said: Mention, mention: Mention) -> bool:
    """Tell whether two ages may be one person's.

    They are not where the name before the headline's stands elsewhere beside the text's, nor where they call two by what
    they are: a 90-year-old, and a 26-year-old man.
    """
    if said.kind != "age":
        return True
    called = [article.word(article.place(one) + 1) for one in (said, mention) if one.text.endswith("old")]
    if len(called) > 1 and called[0] != called[1]:
        return False
    name, other = (article.word(article.place(one) - 2) for one in (said, mention))
    apposed = all(article.before(one, 1) == "," for one in (said, mention))
    sentence = article.sentences[mention.sentence]
    named = any(article.word(at) == name for at in range(sentence.start, article.place(mention)))
    return not apposed or name == other or not named


def besides(article: Article, head: Sentence, mention: Mention) -> bool:
    """Tell whether a figure is told of something else: also, or last year where the headline does not name a past."""
    place, sentence = article.place(mention), article.sentences[mention.sentence]
    about = range(max(sentence.start, place - ALSO), min(sentence.end, place + ALSO))
    also = any(article.word(at) in ("also", "leaving", "remaining") for at in about)
    ahead = [one for one in sentence.mentions if one.first < mention.first]
    return also or (any(_past(article, one) for one in ahead) and not any(_past(article, one) for one in head.mentions))


def _past(article: Article, mention: Mention) -> bool:
    """Tell whether a figure names last year, or one before that: the walkout of 1988."""
    when = mention.when
    if when is None:
        return False
    old = when.year is not None and article.published is not None and when.year < article.published.year - 1
    return old or (when.shift == "last" and when.unit in LONG)


def of_others(article: Article, mention: Mention) -> bool:
    """Tell whether a count is of what is known already, or of some or more of those that the headline told."""
    place = article.place(mention)
    start = max(article.skeleton.rfind(sign, 0, place) for sign in EDGES) + 1
    parts = any(article.word(at) in OTHERS for at in range(start, place))
    return mention.kind == "count" and (parts or is_known(article, mention))


def _tolled(article: Article, said: Mention, mention: Mention) -> bool:
    """Tell whether a headline counts people by what befell them, and the text so many people whom that befell."""
    befell = {noun(said)} if said.noun else near(article, said, BESIDE)
    told = TOLLS & befell & topics_of(article, article.sentences[mention.sentence])
    return bool(told) and mention.kind == said.kind == "count" and noun(mention) in PEOPLE


def as_age(article: Article, mention: Mention) -> Mention:
    """Return a bare number as the age that it is: "dead at 77", "died at the age of 77", "He was 79."."""
    place = article.place(mention)
    if mention.kind != "count" or mention.noun or not ADULT <= mention.size <= OLDEST:
        return mention
    start = max(article.skeleton.rfind(sign, 0, place) for sign in EDGES) + 1
    ahead = {article.word(at) for at in range(max(start, place - DYING), place)}
    died = article.word(place - 1) == "at" and not DIED.isdisjoint(ahead)
    was = article.skeleton[place - 1] in grammar().be and _is_somebody(article, place - 2)
    before = [article.word(at) for at in range(article.sentences[mention.sentence].start, place)]
    aged = (before[-1:] == ["aged"] or before[-2:] == ["age", "of"]) and not DIED.isdisjoint(before)
    aged = aged or (before[-1:] == ["of"] and stem(article.word(place - 2)) in PEOPLE)  # "a boy of 17"
    if _apposed_age(article, mention, place):
        return mention.changed(kind="age", unit="year")
    closed = article.skeleton[place + 1 : place + 2] in (".", ",", ";", "q", "\n", "")
    going = closed or article.word(place + 1) in ("in", "on", "after", "from", "following")
    return mention.changed(kind="age", unit="year") if (closed and was) or (going and (died or aged)) else mention


def _is_somebody(article: Article, place: int) -> bool:
    """Tell whether he, she, a full name or one with a title stands at a place: Ms Orr."""
    titled = article.skeleton[place - 1 : place + 1] == "NN" or (
        article.word(place - 1).rstrip(".") in TITLES and article.skeleton[place] == "N"
    )
    return titled or article.word(place) in ("he", "she")


def _apposed_age(article: Article, mention: Mention, place: int) -> bool:
    """Tell whether a bare number of a headline stands behind a noun as ages do: "Retired teacher, 88, swims"."""
    titled = article.block_at(mention.span.start).kind == "headline" and mention.size < ADULT * 9
    return (
        titled
        and article.skeleton[place - 1] == article.skeleton[place + 1] == ","
        and person_noun(article.word(place - 2))
    )


def _rounded(mention: Mention, places: int) -> str:
    """Return a figure's digits as a headline of so many would round them, as they stand where they are no more."""
    own = spelled(mention)
    if len(own) <= places or mention.number is None:
        return own
    return str(round_half_up(Fraction(int(own), 10 ** (len(own) - places)), 0))


def written_alike(said: Mention, mention: Mention) -> bool:
    """Tell whether a headline leaves unsaid what it counts in m, so that it may be millions as the text's: 1.2m, 1.21m guests."""
    written = said.text.endswith("m") and mention.text.endswith("m") and said.kind == "measure"
    return written and _rounded(mention, len(digits(said.text))) == digits(said.text)


def akin(one: Mention, other: Mention) -> bool:
    """Tell whether two figures are of one size, so that a digit mistyped can have made one of the other."""
    if one.number is None or other.number is None:
        return False
    less, more = sorted((abs(one.number.middle), abs(other.number.middle)))
    return more <= less * A_DIGIT_MORE


def _moved_alike(article: Article, said: Mention, mention: Mention, about: frozenset[str]) -> bool:
    """Tell whether two figures end changes of one way, and nothing beside the text's tells of a part or another place."""
    way, (sign, link, _) = _moved(article, said)[:2], _moved(article, mention)
    if not sign or way != (sign, link) or not about & near(article, mention):
        return False
    place = article.place(mention) + 1
    behind = article.word(place) if place < len(article.skeleton) - 1 else ""
    elsewhere = behind in PARTS or (behind == "in" and article.skeleton[place + 1 : place + 2] in "wN")
    return _movers(article, mention) <= about | NEUTRAL and not elsewhere


def _movers(article: Article, mention: Mention) -> frozenset[str]:
    """Return the stems of the words right before the verb of change that led to a figure: what moved so far."""
    verb = _moved(article, mention)[2]
    return topics(article, range(max(article.sentences[mention.sentence].start, verb - 2), verb))


def _moved(article: Article, mention: Mention) -> tuple[int, str, int]:
    """Return which way a change goes that led to a figure, the word between and the verb's place: falls to 4.1%, rose 21%."""
    letters, words, to = article.skeleton, grammar(), vocabulary()[0]["to"]
    place = article.place(mention)
    start = max(article.sentences[mention.sentence].start, place - MOVED)
    for at in range(place - 1, start - 1, -1):
        if sign := words.sign(letters[at]):
            return sign, "to" if to in letters[at:place] else "", at
        if at in article.at or letters[at] in ",;:":
            break
    return 0, "", 0


def counts_more_together(said: Mention, told: Rival, alike: list[tuple[Mention, Sentence]]) -> bool:
    """Tell whether a headline counts together what the text tells apart: 350 jobs, 250 jobs and another 100 staff."""
    counts = [one for one, _ in alike if one.kind == "count" and one.size >= SMALL and one.first != told.mention.first]
    return any(one.size + told.mention.size == said.size for one in counts)


def is_share_of(article: Article, said: Mention, rival: Rival) -> bool:
    """Tell whether a figure is a share of the text's: half of an estimated $49 billion."""
    place, whole = article.place(rival.mention), rival.mention.rounded.interval
    ahead = [share for share in rival.sentence.of_kind("share") if 0 < place - article.place(share) <= AHEAD]
    shares = [share for share in ahead if article.word(article.place(share) + 1) == "of" and share.number]
    return any(said.rounded.interval.meets(whole.times(share.quantity.interval)) for share in shares)
