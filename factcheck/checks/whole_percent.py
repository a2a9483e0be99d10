"""Shares of one whole against a hundred percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import pairwise

from factcheck.article import BIT, Article, Sentence
from factcheck.check import check
from factcheck.model import Mention, Relation
from factcheck.phrase import phrase
from factcheck.quantity import Quantity, total
from factcheck.segment import vocabulary
from factcheck.series.figures import open_ended, value
from factcheck.series.runs import families, gap, runs
from factcheck.series.totals import MAKES, is_left

MOST = 12
ROUGHLY = Fraction(1, 50)
BEFORE = 6
BARE = "<,;.·)q\n> | and"
CHANGED = "RISE|FALL|CHANGE | by {percent}"
"""Beside these a percentage is a change, no share."""


@check("percent-total", says="The shares come to {implied} ({working}), not 100%.")
def percent_total(article: Article) -> Iterator[Relation]:
    """Shares of one whole must come to no more than a hundred percent, and to all of it where nothing is left out.

    Shares are of one whole where one is said to be "another", "the rest" or "undecided", or where a verb of sharing
    said once serves them all.  Too little is held against the text only where "the rest" closes the list.

    Wrong: Some [52%] were for it, [41%] against and [12%] undecided.  =>  52% + 41% + 12%
    Wrong: Children make up [24 percent] of the population, those at work another [61 percent] and pensioners [27 percent].
    Wrong: Coal supplied [40%] of the power, gas [35%], wind [15%] and solar [20%].
    Wrong: The state holds [75%] and the fund the other [30%].
    Wrong: Asked who should decide, [44%] named the court, [37%] the parliament, [14%] the king and [12%] were not sure.
    Right: Some 52% were for it, 41% against and 7% undecided.
    Right: Lindqvist, Tamblyn and others shared the vote 49.7 percent to 48.1 percent to 2.3 percent.
    Right: Possession: Rovers 38%, Town 62%.
    Right: The state holds 75% and the fund the other 25%.
    Right: The cost is shared by the state (30 per cent), the ministry (20 per cent) and lenders (50 per cent).
    Right: Water made up three-quarters of it, fizzy drinks 15% and milk the rest, 10%.
    Skip: Sales rose 60% in Asia, 45% in Europe and 30% in America.
    Wrong: Asked which one of four slogans they liked best, [41%] chose the first, [33%] the second, [24%] the third and [13%] the last.
    Skip: Asked to tick as many as applied, 46% named the cost, 39% the queue, 28% the journey and 14% had no way to get there.
    Skip: Asked what they read, 60% named papers, 55% magazines and 40% books.
    Skip: Some 62% approve of him, while 58% of voters like his rival.
    Skip: Of those asked, 45% were for it and 41% against.
    """
    for sentence in article.sentences:
        if sentence.kinds & BIT["P"] and len(sentence.mentions) > 1 and sentence.block != "cell":
            figures = [figure for figure in families(sentence).get("%", ()) if figure.kind == "percent"]
            if len(figures) > 1:
                yield from _of_one_whole(article, sentence, figures)


def _of_one_whole(article: Article, sentence: Sentence, figures: list[Mention]) -> Iterator[Relation]:
    for run in [*runs(article, figures), *_contest(article, figures)]:
        vague = any(open_ended(part) or part.upper for part in run)
        if vague or len(run) > MOST or _changes(article, sentence, run):
            continue
        left = is_left(article, sentence, run[-1])
        if left and (worded := [mention for mention in sentence.of_kind("fraction") if mention.first < run[-1].first]):
            yield from _with_words(worded, run)
            continue
        readings = [run[-size:] for size in range(len(run), 1, -1)] if left else [run]
        fitting = next((parts for parts in readings if _full(parts)), None)
        if fitting or _one_whole(article, sentence, run, figures, left):
            yield Relation(Quantity.constant(1, "100%", "%"), _sum(fitting or run))


def _with_words(worded: list[Mention], run: list[Mention]) -> Iterator[Relation]:
    """Show that shares, one of them in words, come to a hundred: three-quarters, 15% and the rest, 10%."""
    parts = [*worded, *run]
    if abs(sum(map(value, parts), Fraction(0)) - 1) <= ROUGHLY:
        yield Relation(Quantity.constant(1, "100%", "%"), _sum(parts))


def _sum(parts: list[Mention]) -> Quantity:
    return total([part.quantity for part in parts])


def _full(parts: list[Mention]) -> bool:
    """Tell whether shares come to a hundred but for a last digit here and there."""
    steps = [part.number.half * 2 for part in parts if part.number]
    off = abs(sum(map(value, parts), Fraction(0)) - 1)
    return off == 0 or (len(parts) > 2 and off <= max(steps) * (len(parts) // 3))


def _contest(article: Article, figures: list[Mention]) -> Iterator[list[Mention]]:
    """Yield shares of a vote set against each other: "49.7 percent to 48.1 percent to 2.3 percent"."""
    to = vocabulary()[0]["to"]
    if len(figures) > 2 and all(gap(article, one, two) == to for one, two in pairwise(figures)):
        yield figures


def _changes(article: Article, sentence: Sentence, run: list[Mention]) -> bool:
    """Tell whether the percentages are changes rather than shares; "make up" and "made up" are no rise."""
    start = max(sentence.start, article.place(run[0]) - BEFORE)
    stop = article.place(run[-1])
    found = (match.start() for match in phrase(CHANGED).finditer(article.skeleton, start, stop))
    return any(article.word(place) != "up" or article.word(place - 1) not in MAKES for place in found)


def _one_whole(article: Article, sentence: Sentence, run: list[Mention], figures: list[Mention], left: bool) -> bool:
    """Tell whether shares that miss a hundred must be of one whole."""
    excess = _sum(run).interval.low > 1
    if left:
        return len(run) == len(figures) and not _nested(article, sentence, run)
    if not excess or any(value(part) >= 1 for part in run) or _several_answers().search(article.words(sentence)):
        return False
    return (
        _one_answer().search(article.words(sentence)) is not None
        or _added_to(article, run)
        or _undecided(article, run)
        or _shared_out(article, sentence, run)
    )


def _nested(article: Article, sentence: Sentence, run: list[Mention]) -> bool:
    """Tell whether the shares are of a share: "Of the 60 percent ...", or of one named just before."""
    if phrase("of").match(article.skeleton, sentence.start):
        return True
    near = article.sentences[max(0, sentence.number - 2) : sentence.number]
    earlier = [mention for other in near for mention in other.mentions if mention.kind == "percent"]
    return any(
        mention.quantity.interval.meets(_sum(run[-size:]).interval) for mention in earlier for size in (2, len(run))
    )


@cache
def _several_answers() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:more than one|multiple|several answers|also|overlap\w*|either|at least|both|each|if"
        r"|as many|(?:all|any|everything|those) that appl\w+|as applied|chos?en? several|up to (?:two|three|four|five))\b",
        re.I,
    )


@cache
def _one_answer() -> re.Pattern[str]:
    """Compile how a question is told that takes one answer: "Asked which one", "the single best"."""
    return re.compile(
        r"\b(?:(?:which|what|only|just|choos\w+|chose|pick\w*|nam\w+|select\w*) (?:the )?(?:one|single)|the single|best describ\w+"
        r"|(?:is|are|was|were) (?:split|divided|shared)|breaks? down|broke down)\b",
        re.I,
    )


@cache
def _no_answer() -> re.Pattern[str]:
    return re.compile(
        r"undecided|unsure|uncertain|no (?:opinion|answer|view|preference)|(?:not|n.t) (?:sure|know|decided|decide|say|answer)"
        r"|neither|declined|refused|abstain|had no\b",
        re.I,
    )


def _undecided(article: Article, run: list[Mention]) -> bool:
    """Tell whether the last share is of those with no answer, so that the question had one answer each."""
    end = run[-1].span.end
    behind = re.split(r"[.;:\n]", article.document.text[end : end + 40])[0]
    before = article.document.text[max(run[-2].span.end, run[-1].span.start - 30) : run[-1].span.start]
    return len(run) > 2 and _no_answer().search(f"{before} {behind}") is not None


def _added_to(article: Article, run: list[Mention]) -> bool:
    """Tell whether a share is "another" or "a further" one, so that it is none of those before it."""
    return any(
        {article.word(place) for place in range(article.place(part) - 3, article.place(part))} & {"another", "further"}
        for part in run[1:]
    )


@cache
def _sharing() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:suppl(?:y|ies|ied)|account\w*|make|makes|made|hold|holds|held|own|owns|owned|generat\w+|provid\w+"
        r"|contribut\w+|compris\w+|constitut\w+|split|shared|divided)\b",
        re.I,
    )


def _shared_out(article: Article, sentence: Sentence, run: list[Mention]) -> bool:
    """Tell whether one verb of sharing serves three shares or more: "coal supplied 40% of it, gas 35%, wind 15%"."""
    bare = all(phrase(BARE).match(article.skeleton, article.place(part) + 1) for part in run[1:])
    if len(run) < 3 or not bare:
        return False
    opening = article.document.text[max(0, run[0].span.start - 40) : run[0].span.start]
    return _sharing().search(re.split(r"[.;\n]", opening)[-1]) is not None
