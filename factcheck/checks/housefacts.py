"""Figures of an article beside those that the house knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.article import Article
from factcheck.check import check
from factcheck.model import Relation, verbatim

if TYPE_CHECKING:
    from factcheck.companions.facts import Fact
    from factcheck.house.bind import Bound
    from factcheck.house.rules import HouseFact


@check("house-fact", says="The house has {implied} where the article has {stated}.")
def house_fact(article: Article) -> Iterator[Relation]:
    """A figure of something that the house knows must be the one that it knows: same subject, measure and period.

    Facts are given with --rules.  A figure is asked where the subject's name, or he, she or it behind it, stands
    beside the words of what is measured; any other word between them leaves it alone.

    Wrong: Acme made a profit of [$2.6 billion] in 2024.  ::  fact = [{subject = "Acme", measure = "profit", value = "$2.1 billion", period = 2024}]
    Wrong: The bridge opened in [1968].  ::  fact = [{subject = "the bridge", measure = "opened", value = "3 July 1969"}]
    Wrong: Acme is growing. It has [1,200] employees.  ::  fact = [{subject = "Acme", measure = "employees", value = 1984}]
    Right: Acme made a profit of $2.1 billion in 2024.  ::  fact = [{subject = "Acme", measure = "profit", value = "$2,134 million", period = 2024}]
    Right: Acme has about 2,000 employees.  ::  fact = [{subject = "Acme", measure = "employees", value = 1984}]
    Skip:  Acme made a profit of $2.6 billion in 2023.  ::  fact = [{subject = "Acme", measure = "profit", value = "$2.1 billion", period = 2024}]
    Skip:  Acme made an operating profit of $2.6 billion in 2024.  ::  fact = [{subject = "Acme", measure = "profit", value = "$2.1 billion", period = 2024}]
    Skip:  Acme has 1,200 employees in Leeds.  ::  fact = [{subject = "Acme", measure = "employees", value = 1984}]
    Skip:  Acme cut 300 employees.  ::  fact = [{subject = "Acme", measure = "employees", value = 1984}]
    """
    if article.house is None or not article.house.facts:
        return
    from factcheck.house.bind import Binder

    subjects = article.house.subjects
    binder = Binder(article, subjects)
    for forms, facts in subjects.items():
        for fact in facts:
            for bound in binder.figures(forms, fact.measures):
                if relation := _relation(article, fact, bound):
                    yield relation


def _relation(article: Article, fact: HouseFact, bound: Bound) -> Relation | None:
    """Return a figure against a fact; None where the two are of different sorts or periods."""
    from factcheck.companions.facts import agree, unbounded

    figure = unbounded(article, bound.mention)
    known = fact.like(figure) if figure else None
    if figure is None or known is None or (fact.period and bound.days != fact.period):
        return None
    known = known.widened(fact.tolerance)
    source = f" ({fact.source})" if fact.source else ""
    working = f"{fact.words}: {fact.text}{source}; the text says {bound.mention.text}"
    stated, spans = figure.quantity(), (fact.place,)
    if not bound.doubt and (agree(figure, known) or agree(known, figure)):
        return Relation(stated, stated.changed(working=fact.text, spans=spans), working=working)
    doubt = bound.doubt or _doubt(fact, bound, known)
    implied = figure.named("the house's").changed(working=fact.text, spans=spans)
    says = "The house has {working}" + verbatim(f" for {fact.words}{source}, not ") + "{stated}."
    return Relation(figure.named("stated"), implied, says, doubt=doubt, fix=fact.text, working=working)


def _doubt(fact: HouseFact, bound: Bound, known: Fact) -> str | None:
    if bound.period and not fact.period:
        return "the figure is of a period, the house's is of none"
    mention = bound.mention
    round_value = mention.rounded.interval if mention.number is not None and known.mention.number is not None else None
    if round_value and known.unit == mention.unit and any(round_value.meets(value) for value in known.values):
        return "the figure may be round"
    return None
