"""Ages at a death: of whom they are, and whether another year is told with it."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.link.context.sayings import on_which_said
from factcheck.link.people.births import Birth
from factcheck.link.people.lives import KIN, Aged
from factcheck.link.time.events import acts_near
from factcheck.model import Mention


def died_in_a_year(article: Article, aged: Aged, birth: Birth) -> bool:
    """Tell whether the sentence of a death names a year that is neither that of the birth nor on a day lately."""
    died = [act.mention.when for act in acts_near(article, aged.sentence) if act.family == "died"]
    if any(when and when.day and not when.year for when in died):
        return False
    others = [mention for mention in aged.sentence.mentions if _names_year(mention) and mention is not birth.mention]
    return any(mention.when is None or mention.when.day is None for mention in others) or len(others) > 1


def of_kin(article: Article, aged: Aged) -> bool:
    """Tell whether somebody's kin is told of who died at some time: "Her husband, born in 1919, died at 90"."""
    told = range(aged.sentence.start, article.place(aged.mention))
    dated = any(not on_which_said(article, day) for day in aged.sentence.of_kind("weekday|relative|date"))
    return not dated and any(article.word(at) in KIN for at in told)


def _names_year(mention: Mention) -> bool:
    return mention.when is not None and mention.when.year is not None
