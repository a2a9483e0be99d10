"""Statistics of polls and studies: margins of error, p-values, means of whole numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor, log, sqrt

from factcheck import shown
from factcheck.article import Article
from factcheck.check import check
from factcheck.document import Span
from factcheck.link.people.wholemeans import whole_means
from factcheck.link.rate.averaged import averaged
from factcheck.link.series.few import few
from factcheck.link.series.means import means, possible
from factcheck.link.study.agreeing import agreeing
from factcheck.link.study.estimates import central, estimates, levels, limited
from factcheck.link.study.margins import sampling_errors
from factcheck.link.study.summaries import summaries
from factcheck.link.study.wholenumbers import exact_shares, whole_number_means
from factcheck.model import Relation
from factcheck.numerals import written
from factcheck.patterns import Pattern
from factcheck.quantity import HUGE, Interval, Quantity

MEAN_OF = "The mean of {working} is {implied}, not {stated}."
TESTED = ("=", "<", ">")
P_VALUE = (
    r"(?P<test>\b[tFrz]|[χΧ]2|[χΧ]²|chi2)\s*(?:\(\s*(?P<one>\d+)\s*(?:,\s*(?:N\s*=\s*)?(?P<two>\d+)\s*)?\))?\s*=\s*"
    r"(?P<value>[-−]?\d*\.?\d+)\s*[,;]\s*(?:two-(?:sided|tailed) )?(?P<p>[pP]\s*(?P<sign>[<=>])\s*(?P<odds>0?\.\d+))"
)
P_IN_WORDS = (
    r"\b(?P<told>(?P<test>t)(?:[- ](?:statistic|value|test|score))? ?(?:was|is|of|came to|=) ?(?P<value>[-−]?\d*\.?\d+),? (?:\w+ ){0,2}?(?P<one>\d+)"
    r" degrees of freedom)(?P<two>)[^.\n]{0,40}?\b(?P<p>[pP](?:[- ]value)? (?P<sign>of|was|is|below|under|above) (?P<odds>0?\.\d+))"
)
SIGNS = {"of": "=", "was": "=", "is": "=", "below": "<", "under": "<", "above": ">"}
MEAN = r"\b(?:[Mm]ean|M|average)\b(?: score| rating| answer| mark)?(?: of| was| is|\s*=)?\s*(?P<mean>\d+\.\d+)\b"
INTERVAL = (
    r"95 ?(?:%|per ?cent) (?:confidence interval|CI)[:,]? ?(?:of )?(?P<low>[-−+]?\d*\.?\d+)(?: ?to ?| ?[–,] ?)(?P<high>[-−+]?\d*\.?\d+)"
    r"[;,)] ?\(?(?P<p>[pP] ?(?P<sign>[<=]) ?(?P<odds>0?\.\d+))"
)
RATIO = Pattern(r"ratio|odds|hazard|relative risk|times", re.I)
REACH = 120
Z95 = 1.96
LOOSE = 2.5
"""A p-value may be so many times more or less than that of a normal estimate."""

SIZE = (
    r"\b[nN]\s*=\s*(?P<n>\d+)\b|\b(?P<many>\d+) (?:answers|ratings|responses|respondents|participants|raters|judges)\b"
)
WHOLE = r"\bscale\b.*(?:\d|five|seven|ten)|(?:five|seven|ten|\d)-point"


@check("statistics", says="{working}.", severity="warning")
def statistics(article: Article) -> Iterator[Relation]:
    """Figures of polls and studies must be possible together.

    A margin of error has a least size for a sample; a p-value follows from its test; the mean of a few whole numbers
    can only be a whole number over their count.

    Wrong: The poll of [604] adults has a margin of error of [1.9 percentage points].  =>  4 points
    Wrong: The poll reached [604] adults. It has a margin of sampling error of plus or minus [1.9 percentage points].
    Wrong: The effect was small ([t(28) = 2.10], [p = .005]) but there.
    Wrong: On a scale of 1 to 5 the mean was [3.45] for [19] answers.
    Wrong: The [14] families have [2.35] children on average.
    Wrong: A clinic gave it to [12] teenagers for a month. The mean number of fits that they had was [3.45].
    Right: A clinic gave it to 12 teenagers for a month. The mean number of fits that they had was 3.42.
    Skip: A clinic gave it to 12 teenagers. The mean number of fits was 3.45 a week, and 4.75 among 900 adults.
    Skip: On the vote itself 173 people, or 14 per cent, refused. Among the rest the Reds have 31 per cent. The margin of error is 3 points.
    Wrong: A pilot had [20] men, whom we asked how often they woke. Each gave a whole number, and the average was [4.33].
    Right: A pilot had 20 men, whom we asked how often they woke. Each gave a whole number, and the average was 4.35.
    Skip: The 14 families drove 2.35 miles on average.
    Wrong: The margin of sampling error is 3 points for the whole sample and [2.4 points] for parents.
    Wrong: The average age on the team was [75]: 71, 73, 75 and 77.
    Wrong: The 14 men had gone an average of [2.41] times.
    Right: The margin of error is plus or minus 3 points for the full sample and 4.8 points for parents.
    Right: The average age on the team was 74: 71, 73, 75 and 77.
    Right: The 14 men had gone an average of 2.43 times.
    Wrong: The drop was 2.7 points (95% CI, [0.6 to 4.8]; [p = 0.12]) on average.
    Right: The drop was 2.7 points (95% CI, 0.6 to 4.8; p = 0.012) on average.
    Right: The poll, of 1,000 adults, had a margin of 3.1 points.
    Right: The poll of 1,010 adults has a margin of error of 3.1 percentage points.
    Right: The October wave, with 1,010 interviews, had a margin of 3.1 points.
    Right: The effect was small (t(28) = 2.10, p = .045) but there.
    Right: It was plain (F(2, 57) = 8.12, p < .001).
    Right: On a scale of 1 to 5 the mean was 3.42 for 19 answers.
    Wrong: At one ward just [seven] nurses took part, and on a scale of whole numbers from 1 to 10 the answers averaged [6.2].
    Right: At one ward just seven nurses took part, and on a scale of whole numbers from 1 to 10 the answers averaged 6.1.
    Wrong: [Fifteen] of the men kept a diary. They averaged [3.24] stumbles apiece in the first month.
    Wrong: The [14] players scored [91] goals between them, an average of [7.5].
    Skip: The 14 players scored 91 goals between them, an average of 4.3 a game.
    Right: The camp's 14 people have 483 years between them, a mean of 34.5.
    Wrong: She has [432] runs from [nine] innings, [three] of them unbeaten, and averages [62].
    Right: She has 432 runs from nine innings, three of them unbeaten, and averages 72.
    Wrong: The [t statistic was 2.40, with 18 degrees of freedom], for a [p-value of 0.003].
    Right: The t statistic was 2.4, with 18 degrees of freedom, for a p-value of 0.03.
    Wrong: The poll has a margin of error of 3 points. For the [230] Democrats asked, it is [4.1 points].
    Right: The poll has a margin of error of 3 points. For the 230 Democrats asked, it is 6.5 points.
    Wrong: The estimate may be out by [200,000] in either direction, that is between [4.1 and 4.7 million].
    Right: The estimate may be out by 300,000 in either direction, that is between 4.1 and 4.7 million.
    Wrong: 이용자 [400명]에게 물었다. 표본오차는 95% 신뢰수준에 ±[2.9%포인트]다.
    Right: 이용자 400명에게 물었다. 표본오차는 95% 신뢰수준에 ±4.9%포인트다.
    Wrong: The five marks, 31, 34, 33, 35 and 32, make a mean of [34].
    Right: The five marks, 31, 34, 33, 35 and 32, make a mean of 33.
    Wrong: The six runners took 41, 43, 44, 46, 48 and 54 minutes. The median of their times was [44 minutes].
    Wrong: Ages in the club run from 21 to 86, a range of [55 years].
    Wrong: Nine toads were weighed. The mean was [31 grams], and no toad weighed less than 33.
    Wrong: The lowest bid was $2.2 million and the highest $2.9 million. The mean of the bids was [$3.1 million].
    Right: The lowest bid was $2.2 million and the highest $2.9 million. The mean of the bids was $2.5 million.
    Skip: The marks were 31, 34, 33, 35 and 32, against a national average of 34.
    Wrong: Those on the drug lived [3.1 months] longer (95% confidence interval [3.6 to 6.9] months).
    Right: Those on the drug lived 3.1 months longer (95% confidence interval 1.6 to 4.6 months).
    Right: The risk fell by 30% (95% CI 0.55 to 0.89).
    Wrong: A hazard ratio of [0.84] (95% CI, [0.62-0.79]) was found.
    Wrong: The difference between the diets was [not statistically significant], they write ([p = 0.002]).
    Right: The difference between the diets was not statistically significant, they write (p = 0.4).
    Wrong: They were 1.3 times as likely to fall, with a 95 per cent confidence interval of [0.7 to 1.9], a statistically [significant] result.
    Wrong: Ten children took part. Of them, [45 per cent] chose the red cup.
    Right: Eight children took part. Of them, 38 per cent chose the red cup.
    Wrong: No fewer than [68 per cent] of the [six] volunteers slept better.
    Skip: The bank lent 33 per cent of the ten regions' loans.
    Wrong: The results for all 1,400 people polled may be off by 2.6 points. For the [200] of them who farm, the figure is [three points].
    Wrong: The pollsters spoke to [1,004] people. The findings are accurate to within [one point] either way.
    Wrong: In the poll the bloc leads by [two points], well [outside the margin of error] of plus or minus 3.
    Right: In the poll the bloc leads by five points, within the margin of error of plus or minus 3.
    Wrong: For [15] patients the average number of attacks fell to [3.48].
    Skip: The five judges were asked three questions each on a scale of 1 to 10, and the answers averaged 6.1.
    Right: In the poll of 1,050 adults the margin of error is 3 points, and larger for others: 5.6 points for the 310 voters under 35.
    Wrong: The survey, which was of [5,000] shopkeepers chosen by lot, may be [4.4 points] out either way.
    Wrong: In the poll of [1,510] tenants the margin of error is [5.2 points].
    Wrong: Some [800] anglers took part in the poll. "You have [one point] either way with that many," she said.
    Wrong: The poll has an error of 3 points at a [confidence level] of [59 percent].
    Wrong: The [correlation] between the two was weak, at [1.13].
    Right: The correlation between frost and yield was negative, at minus 0.36.
    Wrong: The vaccine was [64 per cent] effective; the interval ran from [66 to 79] per cent.
    Wrong: The mean age of the four brothers, who are 51, 54, 57 and 62, is [59].
    Wrong: The plots made £31,000, £36,000, £44,000, £52,000 and £78,000. The median was [£52,000].
    Wrong: The [nine] tenants had an average of [2.34] children.
    Wrong: The [eleven] nests held [4.39] eggs on average.
    Wrong: The fall was real ([z = 3.58], two-sided [P = 0.03]).
    Wrong: Over [18] matches her [414 points] average out at [32].
    Wrong: His average is [62]. He has [364 points] from [14] games.
    Right: He has played 18 games. He has 414 points, an average of 23 a game.
    Skip: She averages 21 points a game, and had 58 in the last two games.
    Skip: The nine trains ran at an interval of 12 to 15 minutes.
    Skip: The poll of 604 adults found a lead of 1.9 percentage points.
    Skip: She won by a margin of 3 points among 604 voters polled in 12 towns and cities.
    Skip: The mean was 3.45 for 190 answers on a scale of 1 to 5.
    Wrong: Callers spoke to [1,210] adults. Most were glad to talk. The figures have a margin of error of plus or minus [1.2 points].
    Right: Callers spoke to 1,210 adults. Most were glad to talk. The figures have a margin of error of plus or minus 2.8 points.
    Wrong: The [seven] judges, who may only give a whole mark, gave her an average of [8.5].
    Wrong: [Nine] pupils rated the lunch in whole numbers from one to five. Their average score was [3.41].
    Right: Nine pupils rated the lunch in whole numbers from one to five. Their average score was 3.44.
    Skip: Nine judges gave her whole marks, of which the highest and the lowest are dropped; her average was 8.43.
    Right: The entire sample has a margin of error of 2.5 points; for the under-30s, of whom there were 312, it is 5.5. They spoke to 1,507 adults.
    Skip: Some 620 people answered in Arle and 580 in Benning. Both together carry a margin of error of 2.8 points.
    Skip: Twelve patients were asked to grade each night of a week with a whole number. The mean was 6.37.
    Right: 환자 640명 가운데 602명분(94.1%)에서 판독이 같았다. 오차 범위는 ±1.8%포인트다.
    Right: The 20 children woke a mean of 3.35 times a week.
    Skip: The nine nurses worked an average of 41.3 hours.
    Wrong: Nobody in the ward waited longer than 40 minutes. The average wait was [46 minutes].
    Right: Nobody in the ward waited longer than 40 minutes. The average wait was 31 minutes.
    Skip: Nobody in the ward waited longer than 40 minutes. The national average is 46 minutes.
    Wrong: A poll in spring asked 1,600 people and one now [400]. The margin of error is 2.5 points then and [1.2 points] now.
    Right: A poll in spring asked 1,600 people and one now 400. The margin of error is 2.5 points then and 4.9 points now.
    Skip: Oak farmers prune ten times a season, pear farmers five, on average; yet these use three times as many hands, 12 against four, the study by a team of six experts found.
    """
    text = article.document.text
    yield from sampling_errors(article)
    if "degrees of freedom" in text or any(mark in article.skeleton for mark in TESTED):
        yield from _p_values(text)
    if "confidence interval" in text or "CI" in text:
        yield from _intervals(text)
    told = list(means(article))
    known = {mean.stated.spans for mean in told}
    few_whole = [
        mean
        for one, many, sure in whole_means(article)
        if one.quantity.spans not in known and ((mean := possible(one, many)).meets() or sure)
    ]
    for mean in (*told, *few_whole, *whole_number_means(article)):
        many = mean.implied.working
        yield Relation(
            mean.stated,
            mean.implied,
            says=f"{many} whole numbers cannot have a mean of {{stated}}; it could be {mean.could}."
            if mean.could
            else MEAN_OF,
            fix=mean.could or None,
            working=f"a whole number / {many} = {mean.could}; the text says {mean.stated.working}"
            if mean.could
            else "",
        )
    for estimate in (
        *estimates(article),
        *central(article),
        *limited(article),
        *levels(article),
        *agreeing(article),
    ):
        yield Relation(estimate.stated, estimate.implied, estimate.says, doubt=estimate.doubt)
    yield from averaged(article)
    for share in (*few(article), *exact_shares(article)):
        yield Relation(
            share.stated,
            share.implied,
            says=f"{{working}} of a kind cannot give {{stated}}; it could be {share.could}.",
            fix=share.could,
            working=f"a whole number / {share.implied.working} = {share.could}; the text says {share.stated.working}",
        )
    for summary in summaries(article):
        yield Relation(summary.stated, summary.implied, summary.says, doubt=summary.doubt)
    if "scale" in text or "rating" in text:
        yield from _means(article)


def _p_values(text: str) -> Iterator[Relation]:
    """Yield every p-value with the one that its test statistic has, one-sided or two."""
    for found in (*re.finditer(P_VALUE, text), *re.finditer(P_IN_WORDS, text)):
        both = _tail(found)
        if both is not None:
            yield _p_value(found, both)


def _p_value(found: re.Match[str], both: Interval) -> Relation:
    said = written(found["odds"].lstrip("0") or "0")
    value = {"=": said.interval, "<": Interval(Fraction(0), said.middle), ">": Interval(said.middle, HUGE)}[
        SIGNS.get(found["sign"], found["sign"])
    ]
    half = Interval(both.low / 2, both.high / 2)
    directed = found["test"] in ("t", "z", "r") and value.meets(half) and not value.meets(both)
    implied = half if directed else both
    test = found.groupdict().get("told") or found[0][: found.start("p") - found.start()]
    test = test.removesuffix("two-sided ").removesuffix("two-tailed ").rstrip(" ,;")
    gives = shown.number(implied.middle, 2)
    return Relation(
        Quantity(value, "", found["p"], (Span(*found.span("p")),)),
        Quantity(implied, "", test, (Span(found.start(), found.start() + len(test)),)),
        says=f"“{test}” gives p = {gives}, not “{found['p']}”.",
        instead=f"p = {gives}",
        working=f"{test} gives p = {gives}; the text says {found['p']}",
    )


def _tail(found: re.Match[str]) -> Interval | None:
    """Return the two-sided p-values of every statistic that rounds to the one stated; None without its degrees."""
    shown_value = found["value"].replace("−", "-").lstrip("-")
    value = written(shown_value if shown_value[0] != "0" or "." not in shown_value else shown_value[1:]).interval
    odds = [_odds(found["test"], float(end), found["one"], found["two"]) for end in value]
    exact = [Fraction(one) for one in odds if one is not None]
    return Interval(min(exact), max(exact)) if len(exact) == 2 else None


def _odds(test: str, value: float, one: str | None, two: str | None) -> float | None:
    """Return the chance of a statistic at least so large, by the distribution of its test."""
    from mpmath import betainc, erfc, gammainc  # type: ignore[import-untyped]

    first, second = int(one or 0), int(two or 0)
    if test == "z":
        return float(erfc(value / sqrt(2)))
    if test == "F" and first and second:
        return float(betainc(second / 2, first / 2, 0, second / (second + first * value), regularized=True))
    if test == "r" and first and value < 1:
        test, value = "t", value * sqrt(first / (1 - value**2))
    if test == "t" and first and not second:
        return float(betainc(first / 2, 0.5, 0, first / (first + value**2), regularized=True))
    if test not in ("t", "F", "r") and first:
        return float(gammainc(first / 2, value / 2, regularized=True))
    return None


def _intervals(text: str) -> Iterator[Relation]:
    """Yield every p-value beside a 95 per cent confidence interval, with the one that so wide an interval has.

    The value is that of a normal estimate, of a difference or of a ratio, so only one far from it is wrong.
    """
    for found in re.finditer(INTERVAL, text):
        low, high, odds = (written(found[name].lstrip("+-−")) for name in ("low", "high", "odds"))
        ends = [
            float(one.middle) * (-1 if found[name][0] in "-−" else 1) for one, name in ((low, "low"), (high, "high"))
        ]
        if ends[0] < ends[1]:
            ratio = ends[0] > 0 and RATIO.search(text, max(0, found.start() - REACH), found.start())
            value = _two_sided(*map(log, ends)) if ratio else _two_sided(*ends)
            implied = Interval(Fraction(value / LOOSE), Fraction(value * LOOSE))
            stated = odds.interval if found["sign"] == "=" else Interval(Fraction(0), odds.middle)
            width = Span(found.start("low"), found.end("high"))
            yield Relation(
                Quantity(stated, "", found["p"], (Span(*found.span("p")),)),
                Quantity(implied, "", text[width.start : width.end], (width,)),
                says=f"An interval of {text[width.start : width.end]} goes with p = {value:.2g} or so, not {found['p']}.",
                fix=f"p = {value:.2g}",
                working=f"{text[width.start : width.end]} goes with p = {value:.2g} or so; the text says {found['p']}",
            )


def _two_sided(low: float, high: float) -> float:
    """Return the p-value of an estimate in the middle of a 95 per cent interval."""
    from mpmath import erfc

    return float(erfc(abs(low + high) / (high - low) * Z95 / sqrt(2)))


def _means(article: Article) -> Iterator[Relation]:
    """Yield means of so few whole numbers that not every decimal is one of theirs."""
    for sentence in article.sentences:
        words = article.words(sentence)
        if "mean" in words or "average" in words or "M =" in words:
            start = article.here(sentence).start
            yield from _mean(start, words)


def _mean(start: int, words: str) -> Iterator[Relation]:
    means, sizes = list(re.finditer(MEAN, words)), list(re.finditer(SIZE, words))
    if len(means) != 1 or len(sizes) != 1 or not re.search(WHOLE, words):
        return
    mean, size = means[0], sizes[0]
    number, many = written(mean["mean"]), int(size["n"] or size["many"])
    if many < 1 / (2 * number.half):
        near = [Fraction(whole, many) for whole in _wholes(number.middle * many)]
        best = min(near, key=lambda one: abs(one - number.middle))
        place = Span(start + mean.start("mean"), start + mean.end("mean"))
        group = "n" if size["n"] else "many"
        other = Span(start + size.start(group), start + size.end(group))
        could = " or ".join(f"{float(one):.{len(mean['mean'].partition('.')[2])}f}" for one in near)
        yield Relation(
            Quantity(number.interval, "", mean["mean"], (place,)),
            Quantity(Interval.exactly(best), "", size[group], (other,)),
            says=f"{many} whole numbers cannot have a mean of {mean['mean']}; it could be {could}.",
            fix=could,
            working=f"a whole number / {many} = {could}; the text says {mean['mean']}",
        )


def _wholes(total: Fraction) -> list[int]:
    return sorted({floor(total), ceil(total)})
