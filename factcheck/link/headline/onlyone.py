"""The one figure of a text that is of the kind, the unit and the size of the headline's, and is told in its first sentence.

In two thousand news stories such a figure was the headline's, mistyped on one side, or the headline was none of it by its
words: so no word need tie the two.  Further on, the sentence must have a word of the headline.
"""

from __future__ import annotations

from factcheck.article import Article, Sentence
from factcheck.link.context.subjects import clause_of, noun, stem, topics, topics_of
from factcheck.link.headline.heads import Body
from factcheck.link.headline.matching import of_two_things
from factcheck.link.headline.measured import group_of
from factcheck.link.headline.rivals import LONG, OTHERS, Rival, of_one_person, opens
from factcheck.link.headline.takenup import spelled
from factcheck.link.series.figures import within
from factcheck.link.size.scales import SCALED
from factcheck.model import Mention

APART = OTHERS | {"also"}
WON = frozenset("won has had took claimed taken his her their its with after for of".split())
"""Between one of these and what it counts a number tells how many somebody has by now."""

OF_A_SIZE, LEAST = 2.2, 3
"""Values of which one is more than so many times the other are of two things; of fewer things a text counts several sets."""


def only_one(article: Article, head: Sentence, said: Mention, body: Body) -> Rival | None:
    """Return the only figure of a text that can be the headline's by kind, unit, noun and size, if it stands in the opening."""
    if head.block == "caption":
        return None  # What a picture shows is one of many.
    over = [one for one in head.mentions if _is_like(article, one, said)]
    found = [(one, part) for one, part in body if _is_like(article, one, said) and within(one, said, OF_A_SIZE)]
    if len(over) > 1 or len({one.size for one, _ in found}) != 1:
        return None
    mention, sentence = found[0]
    few = said.kind == "count" and min(said.size, mention.size) < LEAST
    if few or _is_told_bare(said, mention, body):
        return None
    start = article.skeleton.rfind("\n", 0, sentence.start) + 1
    shared = topics_of(article, head) & topics(article, range(start, sentence.end))
    first = sentence is article.body[0] and sentence.start == start
    if (
        not opens(article, sentence)
        or not (first or shared - {noun(said)})
        or group_of(article, said)
        or of_two_things(article, said, mention)
    ):
        return None
    part = article.word(article.place(mention) - 1) in ("just", "only")  # $1 billion for 62 miles would cover just 48
    another = part or said.hedge or mention.hedge or mention.upper or _is_of_another(article, mention)
    return None if another or not of_one_person(article, said, mention) else Rival(mention, sentence, 0, slip=False)


def _is_told_bare(said: Mention, mention: Mention, body: Body) -> bool:
    """Tell whether the text has the headline's number under no unit or another, or what makes it of its own: six years and two."""
    told = {digits for one, _ in body if one.number and (digits := spelled(one)).isdecimal()}
    bare = {int(digits) for one, _ in body if one.kind == "count" and (digits := spelled(one)).isdecimal()}
    over, under = spelled(said), spelled(mention)
    made = over.isdecimal() and under.isdecimal() and abs(int(over) - int(under)) in bare
    return over in told or made or any(one.size == said.size and one.number for one, _ in body)


def only_rank(article: Article, said: Mention, body: Body) -> Mention | None:
    """Return the only other rank or number of the headline's things that a text tells, in its opening: 7th title, nine titles."""
    thing = _ranked(article, said)
    ranked = [found for found in body if said.number and thing and _ranked(article, found[0]) == thing]
    if len({one.size for one, _ in ranked}) != 1 or any(one.size == said.size for one, _ in body):
        return None
    mention, sentence = ranked[0]
    plain = not (mention.hedge or mention.upper or _is_of_another(article, mention)) and mention.size >= LEAST
    led = mention.kind == "ordinal" or article.word(article.place(mention) - 1) in WON
    return mention if plain and led and opens(article, sentence) else None


def _ranked(article: Article, mention: Mention) -> str:
    """Return what an ordinal or a count counts, as a stem: "title" of 7th title, nine titles."""
    if mention.kind not in ("ordinal", "count") or not mention.size:
        return ""
    return noun(mention) or stem(article.word(article.place(mention) + 1).removesuffix("s"))


def _is_like(article: Article, one: Mention, said: Mention) -> bool:
    """Tell whether two figures are of one kind and unit, and counts of one noun; of what millions are a headline may leave out."""
    if one.number is None:
        return False
    if said.kind == "count" and not said.noun and SCALED.search(said.text):
        return one.kind == "money" or (one.kind == "count" and bool(SCALED.search(one.text)))
    like = (one.kind, one.unit) == (said.kind, said.unit)
    return like and (said.kind != "count" or noun(one) == noun(said) != "")


def _is_of_another(article: Article, mention: Mention) -> bool:
    """Tell whether the clause of a figure says that it is also of something, of some of them, or of a time before."""
    clause = clause_of(article, mention)
    apart = any(article.word(at) in APART | {"late", "early"} for at in clause)
    past = (one for one in article.sentences[mention.sentence].mentions if article.place(one) in clause and one.when)
    return apart or any(one.when.shift == "last" and one.when.unit in LONG for one in past if one.when)
