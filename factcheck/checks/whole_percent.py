"""Shares of one whole against a hundred percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise
from operator import attrgetter

from factcheck.article import Article, Sentence
from factcheck.check import check
from factcheck.document import Span
from factcheck.link.chance.hundred import made_whole
from factcheck.link.context.grids import grids
from factcheck.link.context.roles import grammar
from factcheck.link.series.allofit import all_of_it
from factcheck.link.series.allotted import allotted
from factcheck.link.series.answers import may_overlap, of_several, one_answer, said_to_be_many, undecided
from factcheck.link.series.elided import may_share, shares
from factcheck.link.series.figures import is_of_each, value
from factcheck.link.series.onewhole import closed, nested, parted, sorted_out, three_ways
from factcheck.link.series.pollanswers import poll_answers
from factcheck.link.series.runs import gap, runs
from factcheck.link.series.severalsentences import (
    LEAST,
    MOST,
    NEARLY_ALL,
    added,
    changes,
    full,
    of_a_paragraph,
    vague,
)
from factcheck.link.series.shares import WHOLE
from factcheck.link.series.totals import is_left
from factcheck.link.table.hundreds import hundreds
from factcheck.model import Mention, Relation, holding
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.segment import vocabulary

MISCOUNTED = Fraction(13, 10)
"""Shares that come to more are of traits that one may have together: men, whites, veterans."""

A_LITTLE_OVER = Fraction(21, 20)
"""And two that come to more need not be of one vote: girls beat boys, 76 percent to 63."""

FURTHER = frozenset({"another", "further"})
ROUGHLY = Fraction(1, 50)
BESIDE, BACK = 40, 3
OWN_WHOLE = Pattern(r"\d (?:out )?of (?:the )?\d[\d,]*[^()\d]*\($|\d, with $")
HUNDRED, MANY = 100, 6
SO_MANY_OF = Pattern(r"\d+ (?:out )?of \d")
"""A fraction told so has a whole of its own: 70 of 100."""

APART = Pattern(
    r"\b(?:(?<!first )(?<!second )(?<!the )half|(?:an?|one|two|three) (?:half|third|quarter|fifth|sixth|eighth|tenth)s?)\b",
    re.I,
)
"""A share in words, even where nothing else makes it one: a third on rent."""

OF_A_SHARE = "of (those|them|these|which|whom | DETERMINER? <w>? {share})"

BEATEN = Pattern(
    r"\b(?:won|wins?|winning|beat\w*|defeat\w*|prevail\w*|re-?elect\w*|voters?|votes?|voted|ousted|unseat\w*|passed|rejected)\b",
    re.I,
)
"""How a sentence tells of a vote."""


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
    Right: Some 57% come by tram and 25% drive. Another 14% walk, and the remaining 4% cycle.
    Skip: She has 88% of Democrats and he 93% of Republicans; independents, 29% of the sample, go for her, with 12% unsure.
    Skip: Sales rose 60% in Asia, 45% in Europe and 30% in America.
    Wrong: Asked which one of four slogans they liked best, [41%] chose the first, [33%] the second, [24%] the third and [13%] the last.
    Right: Asked to tick as many as applied, 46% named the cost, 39% the queue, 28% the journey and 14% had no way to get there.
    Wrong: Only one answer was taken. Buses came first with [41 per cent], ahead of trams ([33]), bicycles ([24]) and boats ([17]).
    Wrong: Orr was the choice of [46%]. Lund had [41%]. The third, Vey, drew [8%], while [11%] had not made up their minds.
    Right: Orr was the choice of 46%. Lund had 41%. The third, Vey, drew 8%, while 5% had not made up their minds.
    Right: Lund had 41.2 per cent and Orr 36.4. Vey drew 12.9 per cent and Tull 9.5.
    Right: More than one answer was allowed. Some 60% named papers, 55% magazines and 40% books.
    Wrong: Gas makes up [44 percent] of the mix, coal [28], hydro [19] and wind [14].
    Wrong: 국내산이 [54%], 미국산이 [31%], 호주산이 [21%]를 차지했다.
    Wrong: 응답자의 [52%]가 찬성했고 [39%]는 반대했다. [14%]는 모르겠다고 답했다.
    Wrong: The cloth is [55%] wool and [65%] nylon.
    Wrong: Half of the farm goes to her niece, [a quarter] to a nephew and [two fifths] to the church.
    Wrong: Some [70 percent] of the milk comes from cows, [20 percent] from goats and [20 percent] from sheep.
    Wrong: Ms Falk took [48.1 percent] of the vote, Mr Pym [31.4 percent] and Mr Roe [30.5 percent].
    Wrong: Asked about the pier, [58 per cent] said yes and [52 per cent] no.
    Wrong: It spends [50 per cent] of it on pay, [30 per cent] on rent and [10 per cent] on everything else.
    Wrong: The Whigs were on [38 per cent], the Tories on [33] and others on [39], the poll found.
    Wrong: [Half] of the takings go to the lifeboat, [35 per cent] to the school and [25 per cent] to the band.
    Wrong: Some [64 percent] of patients got better, [22 percent] stayed the same and [24 percent] got worse.
    Wrong: The family has [51 per cent] and a fund [27 per cent]. The rest, [32 per cent], is traded.
    Wrong: The estate goes [50 per cent] to his widow, [30 per cent] to his sons and [30 per cent] to the church.
    Wrong: [Forty-three percent] of the posts cut were in mills, [31 percent] in shops and [36 percent] on ships.
    Wrong: Some [55%] of the parish is marsh, [30%] meadow and [25%] woodland.
    Wrong: The inquest found the pilot [70%] to blame and the owner [40%].
    Wrong: [Two in five] of them come by bus and [45%] on foot. / The other [35%] are driven.
    Wrong: By size, [50%] had under ten workers, [30%] had under fifty and [30%] had more.
    Right: Most of the calls (66%) were about noise, 21% about dogs and 13% about bins.
    Skip: Some 60% of the homes sold in Arle were new, 55% in Benning and 40% in Cove.
    Skip: Half of the staff are women, 35% are over 50 and 25% are part-time.
    Skip: Coal supplied 60% of power in Poland, 40% in Germany and 25% in Spain.
    Skip: Some 60% are insured. The rest, 25% of whom are young, are not.
    Right: The cloth is 55% wool and 45% nylon.
    Right: Half of the farm goes to her niece, a quarter to a nephew and a quarter to the church.
    Right: It spends 50 per cent of it on pay, 30 per cent on rent and 20 per cent on everything else.
    Skip: Some 58 per cent had a boat, 52 per cent a car.
    Skip: The drink is 55% cheaper and 65% stronger.
    Skip: It owns 60 percent of the airline, 30 percent of the port and 40 percent of the bank.
    Skip: She took 46 percent of the vote in Arle, 52 percent in Benning and 31 percent in Cove.
    Skip: Some 70 percent came by car, 40 percent with children and 10 percent from abroad.
    Skip: Two thirds of the men voted, half the women.
    Skip: About 60% were for it, and 48% of those would pay; 12% did not know.
    Skip: Turnout was held to be fair: in Arle it was 48 per cent, in Benning 45 and in Cove 41.
    Wrong: The blend is [55 per cent] shiraz. / Grenache adds [30 per cent], and the rest of it, [25 per cent], is mourvedre.
    Right: Terraces made up 45, exactly half. Flats were 30%, huts 4% and farms the remaining 16%.
    Skip: Men make up 61% of the force, whites 54%, and veterans 23%.
    Skip: Some 52% were for it and 39% against. Of Democrats, 14% had not made up their minds.
    Wrong: 설문에서 [44%]는 찬성을, [36%]는 반대를 택했고 [30%]는 모르겠다고 했다.
    Wrong: 매출은 북미가 [48%], 유럽이 [27%], 국내가 [16%]다. 기타 지역은 [19%]다.
    Right: 복수 응답으로 묻자 가격이 42%, 품질이 38%, 기타가 30%였다.
    Skip: 응답자의 52%가 찬성했고 39%는 반대했다. 지지층에서는 14%가 모르겠다고 답했다.
    Skip: Among men 46% chose Orr. Lund had 51% of women, and 11% had not made up their minds.
    Skip: Buses rose 41 per cent, ahead of trams (33), bicycles (24) and boats (17).
    Skip: Asked what they read, 60% named papers, 55% magazines and 40% books.
    Skip: In 1960 the state was 77.2% White, 3% Black, and 18.8% Inuit.
    Skip: The fund takes out 8% a year, puts 3% back, and the remaining 5% is paid out.
    Skip: Most flew abroad. That is a 3.6-percent surge. The remaining 24 million booked flights at home (+2.8 percent).
    Skip: It was 53 percent effective in young children and 58 percent effective in older adults.
    Skip: At 1%, which few accounts pay, it takes 72, by which time Ann, who is 44, would be old.
    Skip: It made 61% of its sales abroad: Spain (22%), France (18%) and Italy (11%) lead.
    Wrong: Oats took [48 percent] of the land and rye [27 percent]. The rest, [a third], lay fallow.
    Right: Oats took 48 percent of the land and rye 27 percent. The rest, a quarter, lay fallow.
    Wrong: You could tick a single box. The answers: car, [47 percent]; bus, [24 percent]; on foot, [22 percent]; bicycle, [15 percent].
    Skip: Some 48 percent had a car and 27 percent a boat. The rest, half of them women, had none.
    Wrong: Wood heats [41 percent] of the homes. Gas meets the need of [33 percent], and straw, the only other fuel, that of [36 percent].
    Right: Wood heats 41 percent of the homes. Gas meets the need of 33 percent, and straw, the only other fuel, that of 26 percent.
    Wrong: Her will leaves the abbey [40 percent] of the land. A niece gets [30 percent], and two cousins receive [20 percent] each.
    Right: Her will leaves the abbey 40 percent of the land. A niece gets 30 percent, and two cousins receive 15 percent each.
    Skip: Homes may burn several fuels. Wood is burnt by 41 percent of them, gas by 33 percent and straw by 36 percent.
    Wrong: | Fuel | Share of homes | / |---|---| / | Wood | [41%] | / | Gas | [33%] | / | Straw | [36%] |
    Wrong: They were asked which one bill hurt them most. Food was the answer of [46%], power of [31%], rent of [19%] and fuel of [12%].
    Skip: They were asked which bills hurt them most. Food was the answer of 46%, power of 31%, rent of 19% and fuel of 12%.
    Right: Roofs made 9% of the power, and 18% in 2021. Wind gave 46%, wood 24%, gas 14% and the sun the remaining 7%.
    Skip: Some 62% approve of him, while 58% of voters like his rival.
    Skip: Of those asked, 45% were for it and 41% against.
    Skip: In that wing 75% of rooms have no camera, in another 60%.
    Skip: It is one of three forms, the other two being rare.
    Skip: At private schools it was 48.9 per cent, at comprehensives 22.6 and at grammars 43.5.
    Skip: Mites were found in 23 of 62 treated hens (37 per cent) and 44 of 66 others (67 per cent).
    Skip: The number of arrivals and the share of them that read was: Elm, 512, with 54 per cent; Ash, 496, with 62 per cent.
    Skip: He must pay 15 per cent of the bid; the balance in instalments of 25 per cent 30, 40 and 50 days after the sale.
    Right: Houses made up exactly half. Terraces were 31%, flats 3% and farms the remaining 16%.
    Wrong: The largest group, [34 percent], were Danes. Finns made up [26 percent] and Swedes [18]; Poles accounted for [12 percent], while [21 percent] came from everywhere else.
    Wrong: Buses carried [46 per cent] of them. Trams took [31 per cent]. The remaining [33 per cent] walked.
    Right: Asked what they drink, 91% named tea, 37% coffee and 9% something else; they could name several.
    Skip: Patients told of headaches (42 per cent), nausea (38 per cent) and fatigue (27 per cent).
    Wrong: Voters approved the measure [52.4 percent] to [48.6 percent].
    Right: Voters approved the measure 51.4 percent to 48.6 percent.
    Skip: Voters saw its share go from 52.4 percent to 48.6 percent.
    Wrong: Of the timber, [52%] went to sawmills, [31%] to paper makers and [14%] to joiners, with a further [13%] burnt.
    Right: Wool made up 34% of the cargo, hides 23% and grain 21%; all other goods came to 22%.
    Skip: She holds 44% of the vote, he has 41%; a week ago 21% were undecided.
    Skip: Sixty-one per cent of pupils walk, a quarter come by bus and the remaining 14 per cent by car.
    Skip: Half the grant goes on staff, a third on rent and the rest, about 17 per cent, on travel.
    Skip: The grant covers 60 percent of the cost. The rest will come from the state and, for a quarter of the total, from banks.
    Skip: The four largest makers have 76 percent of the market: Orr 31, Dane 20, Vane 14 and Lund 11.
    Skip: It stood at 34 percent in Elm. In Oak it was 26 percent and in Ash 18; it was 31 percent in all other towns.
    """
    told: list[tuple[Sentence, list[Mention]]] = []
    for sentence in article.sentences:
        if sentence.block != "cell" and may_share(sentence):
            figures = shares(article, sentence)
            found = [*_of_one_whole(article, sentence, figures)] if len(figures) > 1 else []
            yield from found
            worded = [one for one in sentence.of_kind("fraction") if one.size < 1 and not SO_MANY_OF.match(one.text)]
            if worded and not found and len(worded) + len(figures) > 1 and not (figures and article.verb_last):
                mixed = sorted([*worded, *figures], key=attrgetter("first"))
                yield from _of_one_whole(article, sentence, mixed, worded=True)
            if (figures or len(worded) == 1) and sentence.block == "paragraph":
                told.append((sentence, figures or worded))
    for parts, doubt in of_a_paragraph(article, told):
        yield Relation(WHOLE, added(parts), doubt=doubt)
    for grid in grids(article.document):
        yield from (Relation(WHOLE, made) for made in hundreds(grid))
    for run in (*all_of_it(article), *made_whole(article), *poll_answers(article)):
        yield Relation(WHOLE, added(run))
    for parts in allotted(article):
        relation = Relation(WHOLE, added(parts))
        too_many = relation.implied.interval.low > 1 and all(part.kind == "percent" for part in parts)
        yield from [relation] if too_many else holding([relation])


def _of_one_whole(
    article: Article, sentence: Sentence, figures: list[Mention], worded: bool = False
) -> Iterator[Relation]:
    """Yield each run of shares, one of them in words if `worded`, that must be of one whole, or comes to all of it."""
    named = {one.first for one in sentence.of_kind("percent")}
    for run in [*runs(article, figures), *_contest(article, figures)]:
        in_words = any(part.kind == "fraction" for part in run)
        if in_words != worded or any(map(vague, run)) or len(run) > MOST:
            continue
        if any(is_of_each(article, part) or _is_of_others(article, part) for part in run):
            continue  # Two funds hold 20 percent each.
        if worded and any(article.at[article.place(part)].kind == "count" for part in run):
            continue  # Children are 53, about one in six, and all others the remaining 72.
        if not worded and named and named.isdisjoint(part.first for part in run):
            continue  # At 1% it gives 72, and she, who is 44, ...
        if ":" in gap(article, *run[:2]):
            continue  # It sells 61% abroad: Spain takes 22% ...
        if any(article.word(article.place(part) - 1) == "another" and _led(article, part) for part in run):
            continue
        if (
            changes(article, sentence, run)
            and not any(told(article, sentence, run) for told in (three_ways, sorted_out))
            and not one_answer(article, sentence)
        ):
            continue
        left = is_left(article, sentence, run[-1]) and not _takes_on(article, run[-1])
        left = left or closed(article, sentence, run)
        if left and _closes_with(article, sentence, run):
            continue  # Holt is on 41 per cent, Sandhu on 38. Walsh has 12 per cent and others share the remaining 9.
        if left and (before := [one for one in sentence.of_kind("fraction") if one.first < run[0].first]):
            yield from _with_words(before, run)
            continue
        if left and _closes(article, article.sentences[max(0, sentence.number - BACK) : sentence.number], run):
            continue  # Two took 39.4 percent and 33.3. A third had 17.5 percent, and the rest shared 9.8.
        readings = [run[-size:] for size in range(len(run), 1, -1)] if left else [run]
        fitting = next((parts for parts in readings if full(parts) and (parts is readings[0] or _exact(parts))), None)
        if fitting or _one_whole(article, sentence, run, figures, left):
            yield Relation(WHOLE, added(fitting or run))
        elif not left and added(run).interval.low > 1 and (many := said_to_be_many(article, sentence)):
            yield _free(run, many)


def _is_of_others(article: Article, part: Mention) -> bool:
    """Tell whether a bare number is of the other things, and no share: which leaves 9,450 for the other 39."""
    return article.word(article.place(part) - 1) == "other" and part.text.isdigit()


def _closes_with(article: Article, sentence: Sentence, run: list[Mention]) -> bool:
    """Tell whether some shares of the two sentences before make up a hundred with what a sentence tells of the rest."""
    near = article.sentences[max(0, sentence.number - BACK) : sentence.number]
    told = [value(one) for part in near for one in part.of_kind("percent|count") if 0 < one.size <= HUNDRED]
    told = [one / HUNDRED if one > 1 else one for one in told][-MANY:]
    own = sum(value(one) / (HUNDRED if one.kind == "count" else 1) for one in run)
    return any(own + sum(some) == 1 for size in range(1, len(told) + 1) for some in combinations(told, size))


def _closes(article: Article, before: list[Sentence], run: list[Mention]) -> bool:
    """Tell whether shares close the whole that those of the sentences just before leave open."""
    earlier = [one for sentence in before if may_share(sentence) for one in shares(article, sentence)]
    return any(full([*earlier[-size:], *run]) for size in range(1, len(earlier) + 1))


def _led(article: Article, part: Mention) -> bool:
    """Tell whether "another" before a share is another whole: 75% of rooms in that wing, in another 60%; "with another 13%" is a part."""
    at = article.place(part) - 2
    return article.word(at) != "with" and phrase("PREPOSITION").match(article.skeleton, at) is not None


def _free(run: list[Mention], many: re.Match[str]) -> Relation:
    """Return that answers of which one could give several may come to more than all."""
    allowed = Interval(Fraction(0), Fraction(len(run)))
    return Relation(Quantity(allowed, "%", many[0], (Span(*many.span()),)), added(run))


def _with_words(worded: list[Mention], run: list[Mention]) -> Iterator[Relation]:
    """Show that shares, one of them in words, come to a hundred: three-quarters, 15% and the rest, 10%."""
    parts = [*worded, *run]
    if abs(sum(map(value, parts), Fraction(0)) - 1) <= ROUGHLY:
        yield Relation(WHOLE, added(parts))


def _exact(parts: list[Mention]) -> bool:
    """Tell whether shares come to a hundred as they stand: some of a list that do so but for a rounding are no whole."""
    return sum(map(value, parts)) == 1


def _contest(article: Article, figures: list[Mention]) -> Iterator[list[Mention]]:
    """Yield shares of a vote set against each other: "49.7 percent to 48.1 percent to 2.3 percent"."""
    to, sentence = vocabulary()[0]["to"], article.sentences[figures[0].sentence]
    if (
        len(figures) > 1
        and (len(figures) > 2 or one_answer(article, sentence) or _of_two(article, sentence, figures[0]))
        and all(gap(article, one, two) == to for one, two in pairwise(figures))
    ):
        yield figures


def _of_two(article: Article, sentence: Sentence, first: Mention) -> bool:
    """Tell whether two shares are those of a vote between two: beat him 52.4 percent to 47.6; not "from 52 percent to 48"."""
    before = article.place(first) - 1
    still = article.word(before) != "from" and not grammar().sign(article.skeleton[before])
    return still and BEATEN.search(article.words(sentence)) is not None


def _one_whole(article: Article, sentence: Sentence, run: list[Mention], figures: list[Mention], left: bool) -> bool:
    """Tell whether shares that miss a hundred must be of one whole."""
    excess = added(run).interval.low > 1
    if _strides_over(article, run):
        return False
    if left:
        named = {one.first for one in sentence.of_kind("share")}
        said = any(part.first in named for part in run)  # "six were hurt badly, the other 32 not" are no shares
        bare = any(run[0].first < one.first < run[-1].first for one in sentence.of_kind("count|label") if not one.noun)
        bare = bare and not excess
        alone = len(run) == len(figures) and said and not (bare or _is_split(run) or _takes_on(article, run[0]))
        apart = any(_of_its_own(article, part) for part in run) or of_several(article, run)
        return alone and not (apart or _nested(article, sentence, run))
    if (
        not excess
        or nested(article, sentence, run)
        or any(value(part) >= 1 for part in run)
        or _is_sum(sentence, run)
        or may_overlap(article, sentence)
        or any(_of_its_own(article, part) for part in run)
        or of_several(article, run)
    ):
        return False
    shared = sum(map(value, run)) <= MISCOUNTED and parted(article, sentence, run)
    if shared or any(part.kind == "fraction" for part in run):
        return shared
    return (
        one_answer(article, sentence)
        or (run in list(_contest(article, run)) and sum(map(value, run)) <= A_LITTLE_OVER)
        or _added_to(article, run)
        or (undecided(article, run) and sum(map(value, run)) <= NEARLY_ALL)
    )


def _strides_over(article: Article, run: list[Mention]) -> bool:
    """Tell whether a share in words stands between two of some shares and is none of them: 61 per cent walk, a quarter ride and 14 per cent drive."""
    text = article.document.text
    return any(APART.search(text, one.span.end, two.span.start) for one, two in pairwise(run))


def _nested(article: Article, sentence: Sentence, run: list[Mention]) -> bool:
    """Tell whether the shares are of a share: "Of the 60 percent ...", or of one named just before, or what another leaves."""
    if phrase(OF_A_SHARE).match(article.skeleton, sentence.start):
        return True
    near = article.sentences[max(0, sentence.number - 2) : sentence.number]
    told = (mention for other in near for mention in other.of_kind("share"))
    earlier = [mention.quantity for mention in told if mention.size < 1 and not vague(mention)]
    sums = [added(run[-size:]) for size in (2, len(run))]
    of_one = any(one.interval.meets(some.interval) for one in earlier for some in sums)
    return of_one or any((one + sums[-1]).interval.meets(WHOLE.interval) for one in earlier)


def _of_its_own(article: Article, part: Mention) -> bool:
    """Tell whether a share stands in brackets behind its part and its whole, or is of a count: 23 of 62 hens (37 per cent); Elm, 512, with 54 per cent."""
    return OWN_WHOLE.search(article.document.text, max(0, part.span.start - BESIDE), part.span.start) is not None


def _is_split(run: list[Mention]) -> bool:
    """Tell whether the first of some shares is what the others make up: it takes 8%, puts 3% back and pays out the other 5%."""
    return value(run[0]) == sum(map(value, run[1:]))


def _is_sum(sentence: Sentence, run: list[Mention]) -> bool:
    """Tell whether the first share is of all that the others are of: the four largest had 76%, and each of them had so much.

    Of three round shares one is soon the sum of the others: there a number must say how many they are.
    """
    counted = any(one.first < run[0].first and one.size == len(run) - 1 for one in sentence.of_kind("count"))
    return (len(run) > LEAST or counted) and _is_split(run)


def _added_to(article: Article, run: list[Mention]) -> bool:
    """Tell whether a share is "another" or "a further" one, so that it is none of those before it."""
    return any(_takes_on(article, part) for part in run[1:])


def _takes_on(article: Article, part: Mention) -> bool:
    """Tell whether a share is "another" one: there are some before it."""
    place = article.place(part)
    return not FURTHER.isdisjoint(article.word(at) for at in range(place - 3, place))
