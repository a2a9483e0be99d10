"""Votes: tallies against the size of the body, turnout, majorities and thresholds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from factcheck.article import BIT, Article, Said, Sentence
from factcheck.check import check
from factcheck.model import Mention, Relation
from factcheck.phrase import phrase
from factcheck.quantity import HUGE, Interval, Quantity, total
from factcheck.series.ballots import cast, results_apart
from factcheck.series.bars import gaps, held, only_body
from factcheck.series.figures import counted, halves, value
from factcheck.series.polled import polls
from factcheck.series.returns import returns
from factcheck.series.runs import last_run
from factcheck.series.shares import is_part, ratio
from factcheck.series.tallies import Tally, behind, bodies, tallies
from factcheck.series.turnouts import turnouts

ABOUT_VOTES = ("vote", "ballot", "turnout", "seat", "panel", "council", "majority", "Turnout", "투표")
NEAR_SIZE = Fraction(3, 2)
LEAST, TWO = 100, 2
FARTHEST = 60
"""So many characters behind a tally its share of the vote may stand."""

FIGURES = 24
"""So many sentences or cells of a table back the results stand that make a majority."""

MAJORITY = "majority of {lead:count}"
RESULT = "({result:pair}|{yes:count} (-|to|against) {no:count})"
BY = "by {lead:count} votes"
MARGINS = (
    "by {lead:count} votes ,? <w>? {yes:count} to DETERMINER? {no:count}",
    f"by {{lead:count}} votes <,(:—>? {RESULT}",
    f"{RESULT} <,;(—> DETERMINER? <w>? margin|majority of {{lead:count}}",
)
LED = "{part:count} (SHARP|<w>)? , (<w> <w>? | with)? DETERMINER? <w>? majority of {lead:count} over"
THRESHOLD = "{part:count} of DETERMINER? {whole:count} ... {bar:fraction}"
ANSWERED = "(that|this|it|which) BE (ABOUT|NEARLY|MORE|LESS|than|just|only)* {share:percent}"
ELSEWHERE = "the figures stand in several sentences"


@check("vote", says="The votes come to {implied} ({working}), but the text says {stated}.")
def vote(article: Article) -> Iterator[Relation]:
    """Votes must fit the body that cast them, the turnout its ballots, a majority the votes that made it.

    A tally may fall short of its body, for some may be absent, but never exceed it.

    Wrong: Officials split 7-2. The governor outvoted two on the [eight]-member panel.  =>  7 + 2
    Wrong: Turnout stood at [63.2 percent]: 9,611 ballots from 18,204 registered voters.  =>  9,611 / 18,204
    Wrong: The bill passed [52]-35 with 10 Republicans, 44 Democrats and two independents.  =>  10 + 44 + two
    Wrong: The party holds 61 of the 116 seats, a majority of [nine] over all the others.
    Wrong: It won 204 of 300 votes, [short of two-thirds].
    Wrong: The bond drew 6,412 yes votes and 2,965 no. That is [64.8 percent].
    Right: The vote was 31 to 17, with three abstentions. One of the council's 52 members was absent.
    Right: Officials split 7-2. The governor outvoted two on the nine-member panel.
    Right: Turnout stood at 63.2 percent: 9,611 ballots from 15,204 registered voters.
    Right: The party holds 61 of the 116 seats, a majority of six over all the others.
    Right: The bond drew 6,412 yes votes and 2,965 no. That is 68.4 percent.
    Right: Of 9,640 ballots returned, 8,965 were for it. Another 641 voted no, and 34 papers were spoiled.
    Right: It won 190 of 300 votes, short of two-thirds.
    Wrong: The motion drew 71 votes, [six] short of the 76 it needed.  =>  76 - 71
    Wrong: The bloc holds 24 of the chamber's 61 seats, [six] shy of a majority.  =>  31 - 24
    Wrong: The 150-seat house met on Monday. The coalition has 77 seats, a majority of [six] over all the others.
    Wrong: She held the seat by [a dozen] votes, 1,604-1,593.  =>  1,604 - 1,593
    Right: The alliance won 119 seats in the 243-member Assembly, three short of the majority mark of 122.
    Right: The bill had 272 votes, one more than the 271 required.
    Right: The motion won 71 votes in the 150-seat house. There were 75 votes against it and four abstentions.
    Right: The vote was 29 to 21 with three abstentions; four members of the 57-strong council were absent.
    Right: The 23,055 people who voted were less than a third of the 71,300 on the rolls.
    Right: The vote was 57 to 43, three short of the 60 needed.
    Skip: The bill fell two votes short of the majority it needed.
    Wrong: 재적 300명 가운데 [272명]이 출석해 찬성 241표, 반대 17표, 기권 24표로 가결했다.  =>  241표 + 17표 + 24표
    Right: 재석 282명 중 찬성 241명, 반대 17명, 기권 24명으로 통과됐다.
    Skip: 재적 300명 가운데 찬성 241표, 반대 17표였다.
    Wrong: In all 8,204 people had voted for the levy and 5,118 against, so that it carried with [64.6 percent].
    Right: In all 8,204 people had voted for the levy and 5,118 against, so that it carried with 61.6 percent.
    Right: Of the 96 ballots handed in, 61 were for the move, 28 against and seven were left blank.
    Right: The motion passed by 96 votes to 48 in the 150-seat house. Five members were away and the Speaker did not vote.
    Right: The vote drew 2,316 of the 3,510 registered voters: 1,402 were in favour, 889 against and 25 papers were spoiled.
    Right: The party held the seat by 1,312 votes. After the count its candidate led by 19,604 to 18,292.
    Right: The vote went 31 to 24, with two abstentions. Three of the council's 60 members had sent apologies.
    Right: In all 8,204 people voted for it and 5,118 against. The ballots amounted to 44 percent of the town's 30,280 registered voters.
    Skip: Of the 96 ballots handed in, 61 were for the move and 28 against.
    Skip: In all 8,204 people had voted for the levy and 5,118 against, on a turnout of 57 percent.
    Skip: In all 8,204 people had voted for the levy and 5,118 against, short of the 66 percent it needed.
    Right: The bill needs 60 in the 100-seat chamber, and so it fell two short. It had 58 members in favor and 41 opposed.
    Wrong: It needed 60 votes and got 59, [two] short.
    Right: The House rejected it, 52-43. Nineteen Greens joined 33 Liberals to kill it. Nobody was surprised. Forty Tories and three independents voted yes.
    Wrong: Of the [204] ballots cast, 131 went to Lund, 58 to Orr and nine were spoilt.
    Wrong: Lund polled 12,455 and Orr 11,872, giving her a majority of [673].
    Wrong: She won by [412] votes, taking 5,906 to his 5,484.
    Wrong: Some 40 came; 3,118 of 5,204 members took part. / In all 3,118 of 5,204 members took part, a turnout of [66 per cent].
    Wrong: The motion needed 67 votes and got 61, [seven] short.
    Wrong: 투표율은 [62.4%]로, 유권자 4만 2000명 가운데 2만 1504명이 투표했다.
    Wrong: Of the votes [12,440] (41.2 percent) went to Lund, 9,120 (30.2 percent) to Orr, [4,560] ([16.1 percent]) to Vey and 4,076 (13.5 percent) to Tull.
    Right: Lund took 12,440 votes, or 41.2 percent, to 9,120 (30.2 percent) for Orr.
    Skip: Lund took 12,440 votes, or 41.2 percent. The turnout was 9,120 (34.2 percent) in the north.
    Skip: Lund polled 12,455 and Orr 11,872, while her party holds a majority of 14 in the council.
    Skip: Turnout was 62 percent, more than four years ago, when 21,430 of 41,900 members took part.
    Skip: Lund polled 12,455 to Orr's 11,872, overturning a majority of 2,673.
    Skip: Officials split 5-2 on the nine-member panel.
    Skip: The House voted 223-189. A nine-member panel will review it.
    Skip: He lost the match 7-2 to a nine-member team.
    """
    if article.verb_last:
        yield from (Relation(poll.voters, poll.cast) for poll in polls(article))
    paired = any(sentence.kinds & BIT["S"] for sentence in article.sentences)
    if not paired and not any(word in article.document.text for word in ABOUT_VOTES):
        return
    told = list(tallies(article))
    for tally in told:
        yield from _fits_body(article, tally)
        yield from _blocs(article, tally)
        yield from _answered(article, tally)
    for share, made, doubt in turnouts(article, told):
        yield Relation(share, made, "{working} is {implied}, not {stated}.", doubt=doubt)
    for result in returns(article):
        yield Relation(result.stated, result.implied, "{working} is {implied}, not {stated}.")
    yield from _majorities(article)
    yield from _margins(article)
    yield from _thresholds(article)
    for gap in gaps(article):
        says = f"The bar stands at {gap.bar}, and {{working}} is {{implied}}, not {{stated}}."
        yield Relation(gap.stated, gap.implied, says, doubt=gap.doubt)
    for one in cast(article):
        yield Relation(counted(one.whole), total([counted(part) for part in one.parts]), doubt=one.doubt)


def _fits_body(article: Article, tally: Tally) -> Iterator[Relation]:
    """A tally against the size of the body that voted."""
    sums = [total([tally.yes, tally.no, *tally.others[:size]]) for size in range(len(tally.others) + 1)]
    used = {span for part in sums[-1:] for span in part.spans}
    sizes = [size for size in bodies(article, tally.sentence) if size.span not in used]
    for body in sizes:
        fitting = next((cast for cast in sums if cast.interval == counted(body).interval), None)
        if fitting:
            yield Relation(counted(body), fitting)
            return
    near = [body for body in sizes if abs(body.sentence - tally.sentence.number) <= 1]
    cast = sums[0].interval.low
    if len(near) == 1 and value(near[0]) < cast <= value(near[0]) * NEAR_SIZE and value(near[0]) > 2:
        yield Relation(counted(near[0]), sums[0])


@cache
def _crossing() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:join\w*|oppos\w*|against|dissent\w*|cross\w*|defect\w*|abstain\w*|not voting|absent|voting no|all)\b",
        re.I,
    )


def _blocs(article: Article, tally: Tally) -> Iterator[Relation]:
    """The parties that voted for it against the votes for it."""
    later = [
        mention for mention in tally.sentence.mentions if mention.kind == "count" and mention.first > tally.last.first
    ]
    blocs = [mention for mention in last_run(article, later) if _party().match(behind(article, mention))]
    if len(blocs) < 2:
        yield from _blocs_apart(article, tally)
        return
    joined = total([counted(bloc) for bloc in blocs])
    cast = joined.interval.low
    sides = (tally.yes, tally.no)
    fitting = next((side for side in sides if side.interval.low == cast), None)
    both = total([tally.yes, tally.no])
    if fitting:
        yield Relation(fitting, joined)
    elif both.interval.low > cast > tally.yes.interval.low and not _crossing().search(article.words(tally.sentence)):
        yield Relation(tally.yes, joined)


def _blocs_apart(article: Article, tally: Tally) -> Iterator[Relation]:
    """The parties on one side, told in a sentence of their own: "Twelve Greens joined 31 Liberals in support"."""
    for sentence in article.sentences[tally.sentence.number + 1 : tally.sentence.number + FIGURES]:
        counts = [one for one in sentence.of_kind("count") if _party().match(behind(article, one))]
        if len(counts) == len(sentence.of_kind("count")) == 2:
            joined = total([counted(one) for one in counts])
            sides = (side for side in (tally.yes, tally.no) if side.interval == joined.interval)
            yield from (Relation(side, joined, doubt=ELSEWHERE) for side in sides)


@cache
def _party() -> re.Pattern[str]:
    return re.compile(r" [A-Z]\w+s\b| independents?\b")


def _answered(article: Article, tally: Tally) -> Iterator[Relation]:
    """A share given behind a tally: ", or 68.4 percent", "so that it carried with 68.4 percent", "That is 68.4 percent"."""
    share = _own_share(article, tally) or _following_share(article, tally)
    if share is None or len(tally.yes.spans) != 1:
        return
    shares = [
        _share_of(side, [tally.yes, tally.no, *others])
        for side in (tally.yes, tally.no)
        for others in ([], tally.others)
    ]
    fitting = next((found for found in shares if found.interval.meets(share.quantity.interval)), None)
    behind_it = article.sentences[share.sentence]
    exact = phrase("SHARP|of").search(article.skeleton, article.place(share) + 1, behind_it.end) is None
    yield Relation(
        share.quantity,
        fitting or shares[0],
        "{working} is {implied}, not {stated}.",
        doubt=None if exact else ELSEWHERE,
    )


def _following_share(article: Article, tally: Tally) -> Mention | None:
    following = article.sentences[tally.sentence.number + 1 :][:1]
    match = phrase(ANSWERED).match(article.skeleton, following[0].start) if following else None
    return article.at[match.start("share")] if match else None


@cache
def _carried() -> re.Pattern[str]:
    return re.compile(r"(?:\b(?:or|carr\w+|pass\w+|approv\w+|won|support|yes|favou?r)\b|[(—])[^.;,\d]{0,16}$", re.I)


@cache
def _of_others() -> re.Pattern[str]:
    return re.compile(r"turnout|quorum|need|requir|threshold|short|electorate|roll|poll", re.I)


def _own_share(article: Article, tally: Tally) -> Mention | None:
    """Return the one percentage of a tally's own sentence, if it closes it as the share of the vote."""
    shares = tally.sentence.of_kind("percent")
    if len(shares) != 1 or shares[0].first < tally.last.first:
        return None
    between = article.document.text[tally.last.span.end : shares[0].span.start]
    told = len(between) <= FARTHEST and _carried().search(between) and not _of_others().search(between)
    return shares[0] if told else None


def _share_of(side: Quantity, cast: list[Quantity]) -> Quantity:
    """Return what share of all votes one side had; the side counts in the sum too, so its figure is exact and used once."""
    whole = sum((vote.interval.low for vote in cast), Fraction(0))
    working = f"{side.working} / ({' + '.join(vote.working for vote in cast)})"
    spans = tuple(span for vote in cast for span in vote.spans)
    return Quantity(Interval.exactly(side.interval.low / whole if whole else 0), "%", working, spans)


def _majorities(article: Article) -> Iterator[Relation]:
    """A majority against the seats or votes that make it: over the others, or over half."""
    majorities = list(article.match(MAJORITY))
    body = only_body(article) if majorities else None
    for found in majorities:
        sentence, lead = found.sentence, found.lead
        if re.match(r" (?:of|the)\b|-", behind(article, lead)) or value(lead) < 1:
            continue
        yield from _polled(article, sentence, found) or _apart(article, lead)
        own = held(article, sentence) or _over_all(article, sentence, body)
        if own and is_part(*own) and lead not in own:
            yield _majority(lead, *own)


@cache
def _poll() -> re.Pattern[str]:
    return re.compile(r"\b(?:polled|won|took|secured|received|drew|votes)\b", re.I)


@cache
def _giving() -> re.Pattern[str]:
    return re.compile(
        r",? ?[—–]? ?(?:giving|leaving|handing|for|with|which gave)?(?: \w+){0,2}? ?a (?:\w+ )?majority of ", re.I
    )


@cache
def _old() -> re.Pattern[str]:
    return re.compile(r"\b(?:cut|from|previous\w*|last|overturn\w*|defend\w*|reduc\w+|slash\w+|needed|short)\b", re.I)


def _polled(article: Article, sentence: Sentence, found: Said) -> list[Relation]:
    """A majority and the two results of its own sentence: polled 12,455 and Orr 11,872, a majority of 583."""
    results = [
        one
        for one in sentence.of_kind("count")
        if one is not found.lead and not one.hedge and value(one) > value(found.lead)
    ]
    words = article.words(sentence)
    new = article.word(found.match.start() - 1) == "a" and _poll().search(words) and not _old().search(words)
    told = len(results) == len(sentence.of_kind("count")) - 1 == TWO and value(found.lead) >= TWO
    if not (new and told) or found.lead.first < results[-1].first:
        return []
    between = article.document.text[results[-1].span.end : found.lead.span.start]
    if not _giving().fullmatch(between) or any(article.word(article.place(one) - 1) == "of" for one in results):
        return []
    return [Relation(counted(found.lead), abs(counted(results[0]) - counted(results[1])))]


def _apart(article: Article, lead: Mention) -> Iterator[Relation]:
    """A majority in votes against two results that are so far apart, in the text or a table beside it."""
    if value(lead) < LEAST or lead.hedge:
        return
    near = article.sentences[max(0, lead.sentence - FIGURES) : lead.sentence + 3]
    results = {value(one): one for other in near for one in other.of_kind("count") if value(one) > value(lead)}
    first = next((one for size, one in results.items() if size - value(lead) in results), None)
    if first:
        yield Relation(counted(lead), counted(first) - counted(results[value(first) - value(lead)]), doubt=ELSEWHERE)


def _over_all(article: Article, sentence: Sentence, body: Mention | None) -> tuple[Mention, Mention] | None:
    """Return the seats held and the body, where a majority over all others stands behind the seats alone."""
    match = phrase(LED).search(article.skeleton, sentence.start, sentence.end) if body else None
    return (article.at[match.start("part")], body) if match and body else None


def _margins(article: Article) -> Iterator[Relation]:
    """The votes by which a seat was won against its two results: by a dozen votes, 1,604-1,592; or told elsewhere."""
    for found in article.match(BY):
        if results := results_apart(article, found.lead, FIGURES):
            yield Relation(counted(found.lead), counted(results[0]) - counted(results[1]), doubt=ELSEWHERE)
    for found in article.match(*MARGINS):
        yes, no = halves(article, found.result) if found.has("result") else (counted(found.yes), counted(found.no))
        yield Relation(counted(found.lead), abs(yes - no))


def _majority(lead: Mention, part: Mention, whole: Mention) -> Relation:
    held, size = value(part), value(whole)
    readings = [held - (size - held), held - size / 2, held - size // 2, held - size // 2 - 1]
    fitting = value(lead) if value(lead) in readings else readings[0]
    working = (
        f"{part.text} - ({whole.text} - {part.text})" if fitting == readings[0] else f"{part.text} - {whole.text} / 2"
    )
    implied = Quantity(Interval.exactly(fitting), "", working, (part.span, whole.span))
    return Relation(counted(lead), implied, "A majority of {stated} should be {implied}: {working}.")


def _thresholds(article: Article) -> Iterator[Relation]:
    """Votes against a bar that they clear or miss: "204 of 300, short of two-thirds"."""
    for found in article.match(THRESHOLD):
        start, stop = found.match.end("whole"), found.match.start("bar")
        words = article.text(article.span(start, stop)).lower() if stop > start else ""
        side = re.search(r"\b(short|shy|past|above|clear\w*|exceed\w*|surpass\w*)\b[^,;]*$", words)
        if side and is_part(found.part, found.whole):
            yield _threshold(article, found.part, found.whole, found.bar, side[1], start + _offset(words, side.start()))


def _offset(words: str, start: int) -> int:
    return len(re.findall(r"[\w'-]+|[^\w\s]", words[:start]))


def _threshold(article: Article, part: Mention, whole: Mention, bar: Mention, side: str, place: int) -> Relation:
    below = side in ("short", "shy")
    limit = value(bar)
    allowed = Interval(Fraction(0), limit - Fraction(1, 10**6)) if below else Interval(limit, HUGE)
    span = article.span(place, article.place(bar) + 1)
    stated = Quantity(allowed, "%", article.text(span), (span,))
    return Relation(stated, ratio(part, whole), "{working} is {implied}, which is not “{stated}”.", fix=None)
