"""Which figure of a text's first sentences tells again what the headline told."""

from __future__ import annotations

from factcheck.article import Article, Sentence
from factcheck.link.context.subjects import EDGES, TOLLS, comparable, concept, near, noun, scaled, topics, topics_of
from factcheck.link.headline.heads import LARGE, Head
from factcheck.link.headline.measured import group_of, is_of_another, same_group
from factcheck.link.headline.rivals import CLOSE, PEOPLE, Rival, akin, as_age, besides, of_one_person, of_others
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.slips import mistyped

OPENING = 2
"""In so many sentences with figures a text says what its headline says."""

SHARED = 2
"""So many words of a headline a sentence has at the least that tells the same."""

PHRASE, ACT, HEDGE = 3, 10, 3
"""So many places behind a figure stands what it counts, and what befell it; so many before it, with a hedge between."""

REACH = 2
"""By so many times at the most a headline is off the text: farther apart are figures of two things."""

APART = frozenset({"and", "after", "as", "before", "when", "while"})
"""Behind these begins what befell others."""

GENERIC = PEOPLE | {"other", "more"}


def retold(article: Article, head: Head, least: int) -> Rival | None:
    """Return the figure of the opening that measures what the headline's does, where its sentence tells the same.

    That sentence, with those before it in its paragraph, has one in `least` of the headline's words.  None where the
    headline has two such figures, or the sentence two values.
    """
    said = head.mention
    others = [as_age(article, one) for one in head.sentence.mentions if one.first != said.first]
    if any(comparable(said, one) and _of_one(article, said, one) for one in others):
        return None
    told = topics_of(article, head.sentence) - {noun(said)} - group_of(article, said)
    found = [
        ((own, len(told & near(article, mention))), mention, sentence)
        for sentence in article.body[:OPENING]
        if _retells(article, told, sentence, least)
        or (sentence is article.body[0] and tolled(article, head, told, sentence))
        for own in (len(told & topics_of(article, sentence)),)
        for mention in (as_age(article, one) for one in sentence.mentions)
        if comparable(said, mention) and _of_one(article, said, mention)
        if not (of_others(article, mention) or besides(article, head.sentence, mention))
        if not is_of_another(article, head.sentence, said, mention)
    ]
    most = max((tie for tie, _, _ in found), default=(0, 0))
    best = [(mention, sentence) for tie, mention, sentence in found if tie == most]
    own = said.kind == "age" or most[0] >= max(1, min(SHARED, len(told)))
    own = own or (bool(best) and tolled(article, head, told, best[0][1]))
    if not own or len({(mention.size, mention.hedge) for mention, _ in best}) != 1:
        return None
    mention, sentence = best[0]
    one_thing = _measures_alike(article, said, mention) and _within_reach(said, mention)
    return Rival(mention, sentence, most[0], False) if one_thing else None


def tolled(article: Article, head: Head, told: frozenset[str], sentence: Sentence) -> bool:
    """Tell whether a text has one toll of what befell those that its headline counts, and has it in its first sentence with a word of the headline."""
    act = _act(article, head.mention) if head.mention.kind == "count" else ""
    tolls = {one.size for part in article.body for one in part.of_kind("count") if _act(article, one) == act}
    return bool(act) and len(tolls) == 1 and bool(told & topics_of(article, sentence))


def _within_reach(said: Mention, told: Mention) -> bool:
    """Tell whether two figures are near enough to be one, miscounted, or are so but for a slip of the pen in their digits."""
    less, more = sorted((said.size, told.size))
    one, other = (digits(each.text).strip("0") for each in (said, told))
    return more <= less * REACH or one == other or mistyped(digits(said.text), digits(told.text))


def tells(told: frozenset[str], words: frozenset[str], least: int) -> bool:
    """Tell whether some words have two of those told, and one in `least` of them; all, where there are fewer."""
    shared = len(told & words)
    return shared >= min(SHARED, len(told)) and least * shared >= len(told)


def of_one_kind(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether two figures of one unit may be added up: counts that different things befell may not."""
    return comparable(one, other) and len({_act(article, one), _act(article, other)} - {""}) < 2


def _measures_alike(article: Article, said: Mention, mention: Mention) -> bool:
    """Tell whether two figures can be one mistyped, and what they measure shares a word, where a unit does not tell it."""
    shared = near(article, said, CLOSE) & near(article, mention) - same_group(article, said, mention)
    named = said.kind in ("count", "age") or bool(shared)
    return named and (akin(said, mention) or scaled(said, mention))


def _retells(article: Article, told: frozenset[str], sentence: Sentence, least: int) -> bool:
    """Tell whether a sentence, with those before it in its paragraph, has enough of a headline's words."""
    start = article.skeleton.rfind("\n", 0, sentence.start) + 1
    return tells(told, topics(article, range(start, sentence.end)), least)


def _of_one(article: Article, said: Mention, mention: Mention) -> bool:
    """Tell whether two figures of one unit are of one thing: counts by what they count or by what befell those counted."""
    if said.kind != "count":
        return of_one_person(article, said, mention)
    acts = {_act(article, said), _act(article, mention)}
    one = 1 in (said.size, mention.size)
    if "" not in acts:
        return len(acts) == 1 and len({noun(said), noun(mention)} - GENERIC - TOLLS - {""}) < 2 - one
    if not acts - {""} <= topics_of(article, article.sentences[mention.sentence]):
        return False
    if not one and _counted(article, said) & _counted(article, mention) - GENERIC:
        return True
    if said.noun or mention.noun:
        return said.noun == mention.noun
    return said.size >= LARGE and mention.size >= LARGE


def _counted(article: Article, mention: Mention) -> frozenset[str]:
    """Return the stems of the words behind a count, up to one of what befell it: Russian, diplomat."""
    place = article.place(mention) + 1
    end = place
    while end < min(place + PHRASE, len(article.skeleton)) and article.skeleton[end] not in EDGES:
        if concept(article.word(end)) in TOLLS:
            break
        end += 1
    return topics(article, range(place, end)) | ({noun(mention)} - TOLLS - {""})


def _act(article: Article, mention: Mention) -> str:
    """Return what befell those that a figure counts, "" for nothing: killing two, two were killed, a death toll of two."""
    place, sentence = article.place(mention), article.sentences[mention.sentence]
    before = range(place - 1, sentence.start - 1, -1)
    stretches = (
        (range(place + 1, min(place + 2, sentence.end)), True),
        (before[:HEDGE], True),
        (range(place + 1, min(place + ACT, sentence.end)), False),
        (range(0) if mention.noun else before, False),
    )
    return next((act for places, close in stretches if (act := _first_act(article, places, close=close))), "")


def _first_act(article: Article, places: range, *, close: bool) -> str:
    """Return what befalls people first at some places, up to another count; where it must be `close`, up to an edge."""
    for at in places:
        if at in article.at and article.at[at].kind == "count" and article.word(at + 1) != "of":
            break  # Eleven men, four of them from Ghana, were saved.
        if close and (article.skeleton[at] in EDGES or article.word(at) in APART):
            break
        if (act := concept(article.word(at))) in TOLLS:
            return act
    return ""
