"""Formulas of sport whose terms stand in any order in a passage: an earned run average, points of wins, games of a record.

Each term is told by the words right beside its figure.  A formula is worked out only where each of its terms stands once in
the passage, and says nothing where another figure of the passage is what it gives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise, product

from factcheck.article import BIT, Article, Sentence
from factcheck.link.context.passages import passage_of
from factcheck.link.series.figures import bare, halves, is_plain, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

LOOK, TEN = 48, 10
PAIRS = BIT["S"]


class Term(NamedTuple):
    """A term of a formula: what may stand right before its figure and right behind, None where anything may; one of the two tells."""

    before: Pattern | None
    behind: Pattern | None


class Formula(NamedTuple):
    """What `result` must be by `terms`; without one of the words of `gate` nobody tells of it, and `working` shows how it is made."""

    gate: tuple[str, ...]
    result: Term
    terms: tuple[Term, ...]
    made: Callable[..., Fraction]
    working: str
    named: Pattern


def _term(before: str = "", behind: str = "") -> Term:
    return Term(
        Pattern(rf"(?:{before})$", re.I) if before else None, Pattern(rf"(?:{behind})", re.I) if behind else None
    )


GAP = r"[^.;\d]{0,24}"
A_WIN = r" ?(?:points?|pts)? ?(?:for|per|apiece for|to) (?:a|each|every)? ?(?:win|victory)\b| points? (?:a|per) win\b"
WINS = _term(
    r"\b(?:won|winning) (?:(?:just|only|all|their|its|the first) )*|\bwins?: ?",
    r" (?:wins|victories|triumphs)\b|,? ?won\b",
)
DRAWS = _term(r"\b(?:drawn|drawing|drew|tied) (?:just |only )?", r" (?:draws?|ties?)\b|,? (?:were )?(?:drawn|tied)\b")
POINTS = _term(
    r"\b(?:points? (?:total|tally|haul) (?:of|is|stands at) |(?:gives?|gave|makes?|giving|making|leaves?|leaving) (?:them|him|her|it|the \w+) (?:on |with )?|total of |for a total of )",
    r" points\b(?! (?:a|per|for|behind|ahead|clear|adrift|in the|from safety|off|lead|apiece|up|down))",
)
FORMULAS = (
    Formula(
        ("earned run", "earned-run", "era "), _term(rf"\b(?:earned[- ]run average|ERA){GAP}"),
        (_term("", r" earned runs?\b"), _term("", r" innings\b")),
        lambda runs, innings: 9 * runs / innings, "9 × {0} earned runs / {1} innings", Pattern(r"earned[- ]run|\bERA\b"),
    ),
    Formula(
        ("economy",), _term(rf"\beconomy(?: rate)?{GAP}", r" (?:runs )?an over\b"),
        (_term(r"\b(?:for|conced\w+|gave away) ", r" runs\b"), _term("", r" overs\b")),
        lambda runs, overs: runs / overs, "{0} runs / {1} overs", Pattern(r"\beconomy\b", re.I),
    ),
    Formula(
        ("hits", "at-bat", "at bat"), _term("", r" (?:batting )?average\b"),
        (_term("", r" hits\b"), _term(rf"\b(?:at the plate|at[- ]bats?:|come to bat|came to bat|went to bat|batted){GAP}", r" (?:official )?at[- ]bats\b")),
        lambda hits, bats: hits / bats, "{0} hits / {1} at-bats", Pattern(r"\b(?:batting|bats?|average|hitting)\b", re.I),
    ),
    Formula(
        ("each other", "round robin", "round-robin", "one another", "every other"), _term("", r" (?:games|matches|fixtures)(?: (?:for|to))? (?:apiece|each)\b"),
        (_term(r"\b(?:the|all|round[- ]robin of|of) ", r" (?:clubs|teams|sides|players|countries|nations)\b"),),
        lambda clubs: clubs - 1, "{0} less one", Pattern(r"\b(?:each other|round[- ]robin|one another|every other)\b(?![^.]*\b(?:twice|home and away|away)\b)", re.I),
    ),
    Formula(
        ("home and away", "twice"), _term("", r" (?:games|matches|fixtures)(?: (?:for|to))? (?:apiece|each)\b"),
        (_term(r"\b(?:the|all|of) ", r" (?:clubs|teams|sides|players|countries|nations)\b"),),
        lambda clubs: 2 * (clubs - 1), "2 × ({0} less one)", Pattern(r"\b(?:each other|one another|every other)\b[^.]*\b(?:twice|home and away)\b", re.I),
    ),
    Formula(
        ("points for", "points a win", "points per win", "per win", "for a win", "a win"), POINTS, (WINS, DRAWS, _term("", A_WIN)),
        lambda wins, draws, worth: wins * worth + draws, "{0} wins × {2} + {1} draws", Pattern(r"\b(?:a|per|each|every) (?:win|victory)\b", re.I),
    ),
)  # fmt: skip
WICKETS = Pattern(r"\bby $", re.I)
RECORD = Pattern(
    r"\b(?:are|is|stand|stands|stood|at|now|record (?:is|of|to)|improved to|fell to|dropped to|went|going|season at|,)(?: now| at)? $",
    re.I,
)
GAMES = Pattern(r"\b(?:played|through|after) (?:(?:just|all|only|the|their|its|first|opening) )*$", re.I)
OF_GAMES = Pattern(
    r" (?:league )?(?:games|matches)\b(?! (?:behind|back|ahead|above|clear|left|remaining|in hand|to (?:play|go)))"
)
NTH_GAME = Pattern(r" (?:game|match) of (?:their|its|the|his|her) (?:season|year|campaign)\b", re.I)
DRAWN = Pattern(r"\b(?:draws?|drawn|drew|tie[ds]?|no.result|washed out|abandoned|called)\b|-\d+-\d", re.I)
NONE_DRAWN = Pattern(r"\b(?:no(?:ne|t)?|never|without)\b[^.;]{0,40}\b(?:draws?|drawn|tie[ds]?)\b", re.I)
ON_ITS_WAY = Pattern(
    r"\b(?:lead\w*|led|ahead|up|trail\w*|down|serv\w+|at|point|before|when|from|level|behind|broke\w*)\b[^.;\d]{0,24}$",
    re.I,
)
RALLY, TO_RALLY = Pattern(r"volleyball|배구|\bset(?:ter|s)\b|세트", re.I), 25


def by_formulas(article: Article) -> Iterator[Relation]:
    """Yield each result that the terms of a formula, told once each in its passage, give."""
    lowered = article.lowered
    wanted = [one for one in FORMULAS if any(word in lowered for word in one.gate)]
    cricket = "wicket" in lowered
    for sentence in article.body:
        passage = passage_of(article, sentence) if wanted else []
        for formula in wanted:
            yield from _of_formula(article, sentence, passage, formula)
        if cricket:
            yield from _wickets(article, sentence)
        if sentence.kinds & PAIRS:
            yield from _of_record(article, sentence)
            yield from _of_sets(article, sentence)


def _is(article: Article, one: Mention, term: Term) -> bool:
    before, behind = article.around(one, LOOK)
    return bool((term.before and term.before.search(before)) or (term.behind and term.behind.match(behind)))


def _of_formula(article: Article, sentence: Sentence, passage: list[Sentence], formula: Formula) -> Iterator[Relation]:
    results = [one for one in sentence.of_kind("count|points") if is_plain(one) and _is(article, one, formula.result)]
    figures = [one for part in passage for one in part.of_kind("count|points") if is_plain(one)]
    words = article.text(article.span(passage[0].start, passage[-1].end))
    if len(results) != 1 or not formula.named.search(words):
        return
    result = results[0]
    found = [[one for one in figures if one is not result and _is(article, one, term)] for term in formula.terms]
    terms = [one[0] for one in found if len(one) == 1]
    if (
        len(terms) != len(formula.terms)
        or not all(map(value, terms))
        or len({one.first for one in terms}) != len(terms)
    ):
        return
    ends = [formula.made(*ends) for ends in product(*([value(one)] for one in terms))]
    made = Quantity(
        Interval(min(ends), max(ends)), result.unit, formula.working.format(*(one.text for one in terms)), tuple(one.span for one in terms),
    )  # fmt: skip
    half = result.number.half if result.number else Fraction(0)
    whole = value(result).denominator == 1 and "." not in result.text
    stated = Quantity(Interval.around(value(result), 0 if whole else half), result.unit, result.text, (result.span,))
    others = [one for one in figures if one is not result and made.interval.meets(Interval.exactly(value(one)))]
    if stated.interval.meets(made.interval) or not others:
        yield Relation(stated, made)


def _wickets(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold wickets that a match was won by to the ten there are, and to those lost in a score of its passage."""
    for one in sentence.of_kind("count"):
        before, behind = article.around(one, LOOK)
        if is_plain(one) and behind.startswith(" wicket") and WICKETS.search(before) and value(one) > TEN:
            made = Quantity(Interval(Fraction(1), Fraction(TEN)), "", "ten wickets at most", ())
            yield Relation(one.quantity, made, says="No side can win by {stated}: there are ten.")


def _of_record(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold a record of games won and lost to the only number of games played that its passage tells, where none was drawn."""
    passage = passage_of(article, sentence, 1)
    words = article.text(article.span(passage[0].start, passage[-1].end))
    pairs = sentence.of_kind("pair")
    records = [one for one in pairs if _is_record(article, one)]
    sets = any(article.document.text[one.span.end : other.span.start] == ", " for one, other in pairwise(pairs))
    if len(records) != 1 or sets or (DRAWN.search(words) and not NONE_DRAWN.search(words)):
        return
    won, lost = halves(article, records[0])
    figures = [one for part in passage for one in part.of_kind("count|ordinal") if one.number and not one.hedge]
    played = [one for one in figures if _is_played(article, one)]
    made = won + lost
    if len(played) == 1 and value(played[0]) > 2:
        stated = bare(played[0])
        others = [one for one in figures if one is not played[0] and made.interval.meets(Interval.exactly(value(one)))]
        fewer = made.interval.high < stated.interval.low and not NONE_DRAWN.search(words)  # The rest may be drawn.
        if stated.interval.meets(made.interval) or not (others or fewer):
            yield Relation(stated, made, says="{working} makes {implied} games, not {stated}.")


def _is_record(article: Article, one: Mention) -> bool:
    return one.upper is not None and len(one.parts) == 2 and RECORD.search(article.around(one, LOOK)[0]) is not None


def _is_played(article: Article, one: Mention) -> bool:
    before, behind = article.around(one, LOOK)
    if one.kind == "ordinal":
        return NTH_GAME.match(behind) is not None
    return GAMES.search(before) is not None and OF_GAMES.match(behind) is not None


def _of_sets(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold finished sets of a volleyball match to the two points that each is won by."""
    pairs = [one for one in sentence.of_kind("pair") if one.upper is not None and one.number is not None]
    sets = [one for one in pairs if TO_RALLY <= max(_ends(one)) <= 2 * TO_RALLY and min(_ends(one)) > 4]
    if len(sets) < 2 or not RALLY.search(article.document.text):
        return
    for one in sets:
        high, low = sorted(_ends(one), reverse=True)
        if high - low < 2 and not ON_ITS_WAY.search(article.around(one, LOOK)[0]):
            stated = Quantity(Interval.exactly(high - low), "", one.text, (one.span,))
            made = Quantity(Interval(Fraction(2), Fraction(TO_RALLY)), "", "a set is won by two points", ())
            yield Relation(stated, made, says="A set cannot end {stated}: it is won by two points.")


def _ends(one: Mention) -> tuple[Fraction, Fraction]:
    return (one.number.middle, one.upper.middle) if one.number and one.upper else (Fraction(0), Fraction(0))
