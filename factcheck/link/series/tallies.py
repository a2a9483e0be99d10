"""Votes as they are told: who was for and against, who was absent, and how large the body is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.article import BIT, Article, Sentence
from factcheck.document import Span
from factcheck.link.series.figures import counted, halves
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import kind_letters, phrase
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

AGAINST_EACH_OTHER = "{yes:count} SHARP? (to|against) {no:count}"
REACH, AHEAD = 60, 9
TIMES = frozenset(kind_letters("date|year|relative"))


class Tally(NamedTuple):
    """The votes for and against, with those that were neither."""

    sentence: Sentence
    yes: Quantity
    no: Quantity
    others: list[Quantity]
    last: Mention


VOTING = Pattern(
    r"\b(?:vote[sd]?|voting|ballots?|split|ruled|ruling|passed|approved|confirmed|rejected|backed|defeated|tally|division|decision"
    r"|majority|turned (?:[\w']+ ){1,3}down|turned down|in favou?r|dissent\w*|polled|noes|ayes|divided)\b",
    re.I,
)

SIDING = Pattern(
    r"\b(?:vot\w+|picked|chose|preferred|yes|liked|endorsed|raised|opposed|opposing|against|(?:were|was) for|stood by|wanted|backed|backing"
    r"|support\w+|in favou?r|hands|said no|ayes|noes)\b",
    re.I,
)
"""What a sentence must hold that tells sides by verbs alone."""

ABSENTEES = (
    r"abstention|abstain|stayed away|kept away|absent|absence|neutral|undecided|did ?n.t vote|did not vote|not voting|spoil|blank|invalid|void|vacan|recus"
    r"|rejected(?! by\b)|null|(?:was|were|is|are) (?:away|vacant)"
)
"""What is said of those who were neither for nor against, and of papers that did not count."""

NEITHER = Pattern(
    rf"^(?: \w+){{0,2}}? ?(?:{ABSENTEES}|\w+ \w+ blank)|^(?: \w+){{1,5}}? (?:could(?: not|n't)|were not) be (?:counted|read)\b",
    re.I,
)


@cache
def _some_of() -> re.Pattern[str]:
    """Return the shape of "four members of the 57-strong council were absent", no other verb or "and" between."""
    far = r"declared (?:an )?interests?|left the (?:room|chamber|meeting)|withdrew|stepped out|absent|absen[ct]\w*|abstained|did not vote|did ?n.t vote|not voting|(?:was|were) away|missing|recused|sent (?:their )?apologies|apologi[sz]ed"
    plain = r"(?:(?!\band\b|\bvot|\bback)[^;,.\n]){0,60}?"
    return compiled(rf"(?: \w+)? of (?:the|its|their)\b{plain}(?:, [^,;\n]{{1,40}},{plain})?\b(?:{far})\b", re.I)


VOTERS = (
    r"(?: (?:of (?:them|those|us)|others?|members|councill?ors|senators|lawmakers|legislators|deputies|delegates|jurors|judges"
    r"|justices|trustees|aldermen|commissioners|directors|governors|bishops|shareholders|states|M\.?Ps|peers|cards|papers|of (?:the|its|their) [\w,-]+ [\w-]+(?: present| voting)?))?(?: had| have)?"
)
"""Who may have voted, where the text says more than a number; what else is counted may be of another vote."""

VOTED = r"(?:voted|were|was|are|came out|came down)"


@cache
def _yes() -> re.Pattern[str]:
    aye = r"for|yes|in favou?r"
    took = (
        r"backed|back|backing|supported|supporting|endorsed|favou?red|stood by|stuck by|sided with|wanted|want|said (?:yes|aye)"
        r"|agreed|approved|raised (?:a|their) hands?|put (?:up )?their hands up|picked|chose|preferred|plumped for|went for|liked"
    )
    return compiled(
        rf"^(?:(?: votes?)? (?:{aye}|ayes?)|(?: \w+){{1,2}}?(?: had| have)? (?:voted|were) (?:{aye})"
        rf"|{VOTERS} (?:{VOTED} (?:(?:marked )?(?:{aye}|aye)|to)|{took}))\b",
        re.I,
    )


@cache
def _no() -> re.Pattern[str]:
    nay = r"no|against|opposed"
    took = r"opposed|opposing|oppose|objected|dissented|resisted|disagreed|said no|did not|didn['’]t|sided against"
    return compiled(
        rf"^(?:(?: votes?)? (?:{nay}|nays?|noes|for the noes)|(?: \w+){{1,2}}?(?: had| have)? (?:voted|were) (?:{nay})"
        rf"|{VOTERS} (?:{VOTED} (?:(?:marked )?(?:{nay}|nay)|not to)|{took}))\b",
        re.I,
    )


OTHER_END = Pattern(
    rf"^{VOTERS} (?:{VOTED} (?:to|for (?!it|them|him|her|the (?:motion|bill|plan))|in)|wanted|picked|chose|preferred|plumped for|went for|thought)\b",
    re.I,
)
"""What a second count of votes is for, told as the first was: four to fire him, two voted to keep him."""

BODY = Pattern(
    r"^(?:[- ](?:member|seat|strong|judge|justice|person|man)\b|(?: [\w-]+)? (?:members(?! of the (?:public|press|audience|family|staff))|seats|jurors|trustees|aldermen|commissioners|councill?ors|lawmakers|legislators"
    r"|senators|justices|judges|delegates|deputies|ballots|votes cast|cast|papers)\b)",
    re.I,
)


def behind(article: Article, mention: Mention) -> str:
    """Return what follows a figure, up to the end of its line."""
    return article.document.text[mention.span.end : mention.span.end + REACH].split("\n")[0]


def tallies(article: Article) -> Iterator[Tally]:
    """Yield every count of votes for and against."""
    for sentence in article.sentences:
        if sentence.block == "cell" or not sentence.kinds & (BIT["S"] | BIT["K"]):
            continue
        pair = next((mention for mention in sentence.mentions if mention.kind == "pair"), None)
        counts = [mention for mention in sentence.mentions if mention.kind == "count" and not mention.hedge]
        if pair is None and not counts:
            continue
        words = article.words(sentence)
        voting = (pair or len(counts) > 1) and VOTING.search(words)
        if voting and pair is not None:
            yes, no = halves(article, pair)
            yield Tally(sentence, yes, no, _others(article, sentence, [pair]), pair)
        elif voting and (sides := _sides(article, sentence)):
            yield _tally(article, sentence, *sides)
        elif counts and pair is None and SIDING.search(words):
            yield from _two_sides(article, sentence, counts)


def _sides(article: Article, sentence: Sentence) -> tuple[Mention, Mention] | None:
    """Return two counts set against each other, no odds such as "better than two to one"."""
    for match in phrase(AGAINST_EACH_OTHER).finditer(article.skeleton, sentence.start, sentence.end):
        if article.word(match.start() - 1) != "than":
            return article.at[match.start("yes")], article.at[match.start("no")]
    return None


def _two_sides(article: Article, sentence: Sentence, counts: list[Mention]) -> Iterator[Tally]:
    """Yield the votes of a sentence, and of the next where that tells the other side: Four voted to go. Two voted to stay."""
    counts = [one for one in counts if not WHOLE.search(_ahead(article, one))]
    favor = next((one for one in counts if _yes().match(behind(article, one)) or _is_led(article, one)), None)
    against = next((one for one in counts if _no().match(behind(article, one)) and one is not favor), None)
    if against is not None and favor is None and len(counts) == 1:
        following = [one for one in article.sentences[sentence.number + 1 :][:1] if one.block == sentence.block]
        later = [one for other in following for one in other.of_kind("count") if not one.hedge]
        favor = next((one for one in later if _yes().match(behind(article, one))), None)
    if favor is not None and against is None:
        following = [one for one in article.sentences[sentence.number + 1 :][:1] if one.block == sentence.block]
        later = [*counts, *(one for other in following for one in other.of_kind("count") if len(counts) == 1)]
        later = [one for one in later if one.first > favor.first and not one.hedge]
        against = next((one for one in later if OTHER_END.match(behind(article, one))), None)
        if against is None and len(counts) == 1:
            against = next((one for one in later if _no().match(behind(article, one))), None)
    if favor and against and not _times_between(article, favor, against):
        yield _tally(article, sentence, favor, against)


WHOLE = Pattern(r"of (?:the|its|their|all) $", re.I)
SUPPORTED_BY = Pattern(r"\b(?:supported|backed|endorsed|favou?red) by (?:some |just |only )?$", re.I)
"""Right before a count these make it that of those in favour."""


def _is_led(article: Article, mention: Mention) -> bool:
    return SUPPORTED_BY.search(article.around(mention, REACH)[0]) is not None


def _times_between(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether a date parts two counts, which may be of two votes: six backed him in May, four opposed him in June."""
    first, last = sorted((article.place(one), article.place(other)))
    return not TIMES.isdisjoint(article.skeleton[first:last])


def _tally(article: Article, sentence: Sentence, yes: Mention, no: Mention) -> Tally:
    last = max(yes, no, key=lambda mention: mention.first)
    return Tally(sentence, counted(yes), counted(no), _others(article, sentence, [yes, no]), last)


def _others(article: Article, sentence: Sentence, told: list[Mention]) -> list[Quantity]:
    """Return those who were neither for nor against: abstentions, absences, spoilt papers, here or in the next sentence."""
    near = [
        *sentence.mentions,
        *(
            one
            for later in article.sentences[sentence.number + 1 :][:1]
            if not later.kinds & BIT["S"] and not _of_another(article, later)
            for one in later.mentions
        ),
    ]
    counts = [one for one in near if one.kind == "count" and one not in told]
    before = [one for other in _sentence_before(article, sentence) for one in other.of_kind("count")]
    away = [one for one in before if _some_of().match(article.document.text, one.span.end)]
    return [
        *(counted(one) for one in counts if is_neither(article, one) and not _grouped(article, one)),
        *map(counted, away),
        *_in_the_chair(article, sentence),
    ]


def _of_another(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence has two sides of its own, so that whoever abstained did so there."""
    return phrase(AGAINST_EACH_OTHER).search(article.skeleton, sentence.start, sentence.end) is not None


def _sentence_before(article: Article, sentence: Sentence) -> list[Sentence]:
    """Return the sentence before one, in its block."""
    before = article.sentences[max(0, sentence.number - 1) : sentence.number]
    return [other for other in before if other.block == sentence.block]


SILENT = Pattern(
    r"\bthe (?:speaker|chair\w*|president|mayor|presiding officer) (?:did not|does not|didn['’]t|abstained\b)(?: vote\b)?",
    re.I,
)


def _in_the_chair(article: Article, sentence: Sentence) -> Iterator[Quantity]:
    """Yield the one who by custom does not vote, where the text says so: "and the Speaker did not vote"."""
    for near in article.sentences[sentence.number : sentence.number + 2]:
        start = article.span(near.start, near.end).start
        for found in SILENT.finditer(article.words(near)):
            yield Quantity(Interval.exactly(1), "", found[0], (Span(start + found.start(), start + found.end()),))


KNOWN = Pattern(r"(?:\bof|\bthe|['’]s?|\ball) $", re.I)
"""What stands before the size of a body, and not before those of it who were away: "of the 52 members"."""


def _ahead(article: Article, mention: Mention) -> str:
    return article.document.text[max(0, mention.span.start - AHEAD) : mention.span.start]


def is_neither(article: Article, mention: Mention) -> bool:
    """Tell whether a count is of abstentions, absences or spoilt papers; "One of the 52 members was absent" is one."""
    words = behind(article, mention)
    if NEITHER.match(words) and not (BODY.match(words) and KNOWN.search(_ahead(article, mention))):
        return True
    return _some_of().match(article.document.text, mention.span.end) is not None


HANDED_IN = Pattern(
    r" (?:ballots?(?: papers)?|papers|slips|cards|votes)(?: (?:were |was )?(?:cast|returned|handed in|counted)\b|:)"
    r"| (?:returned|sent back|handed in) (?:their|a) (?:ballots?(?: papers?)?|papers?|slips?|cards?)\b",
    re.I,
)

SPOILT = Pattern(r"[^.;,\n]{0,32}\b(?:spoil|blank|invalid|void|torn)", re.I)

NOBODY = Pattern(r"\b(?:nobody|no one|no-one|none) (?:abstain\w+|sat (?:it )?out)|\b(?:no|without) abstentions\b", re.I)


NOBODY_AWAY = Pattern(
    r"\b(?:nobody|no one|no-one|none|no (?:member|councill?or|senator|deputy|judge)) (?:was|were) (?:absent|away|missing)(?=[.,;]| and\b)"
    r"|\b(?:all|every (?:one|member)) (?:of (?:them|its members) |members )?(?:was|were) (?:there|present|in the (?:room|chamber|hall))\b",
    re.I,
)
"""What tells that the whole body voted or abstained."""

FAR = 120


def all_voted(article: Article, tally: Tally) -> bool:
    """Tell whether everybody is said to have been there, or everybody present to have voted: nobody was absent, nobody abstained."""
    here = article.span(tally.sentence.start, tally.sentence.end)
    words = article.document.text[here.start : min(article.block_at(here.start).end, here.end + FAR)]
    if NOBODY_AWAY.search(words):
        return True
    present = re.search(r"\b(?:present|in the (?:room|chamber|hall)|at the table|attended|turned up)\b", words)
    return present is not None and not tally.others and NOBODY.search(words) is not None


def handed_in(article: Article, mention: Mention) -> bool:
    """Tell whether a count is of all papers of a ballot: 912 ballots were cast."""
    return HANDED_IN.match(behind(article, mention)) is not None


def spoilt(article: Article, part: Quantity) -> bool:
    """Tell whether a part of a tally is of papers that do not count, which are the rest of them."""
    return any(SPOILT.match(article.document.text, span.end) for span in part.spans)


def sizes(article: Article, sentence: Sentence | None = None) -> list[Mention]:
    """Return every size of a body that a sentence, or else the article, names."""
    told = article.sentences if sentence is None else [sentence]
    counts = (one for other in told for one in other.of_kind("count") if not one.hedge)
    return [one for one in counts if SEATED.match(behind(article, one))]


SEATED = Pattern(r"[- ](?:member|seat|strong|judge|justice|seater)\b| (?:[\w-]+ ){0,2}(?:in all|altogether)\b", re.I)


def is_vote(article: Article, mention: Mention) -> bool:
    """Tell whether a count is of votes for, against or neither."""
    words = behind(article, mention)
    if mention.kind != "count" or mention.hedge:
        return False
    return (
        re.match(r" votes?\b", words) is not None
        or bool(_yes().match(words) or _no().match(words))
        or is_neither(article, mention)
    )


def bodies(article: Article, sentence: Sentence, reach: int = 2) -> Iterator[Mention]:
    """Yield the sizes of bodies that vote, from the sentence and those about it: the 11-seat council, a group of nine."""
    near = article.sentences[max(0, sentence.number - reach) : sentence.number + reach + 1]
    for other in sorted(near, key=lambda found: abs(found.number - sentence.number)):
        for mention in other.mentions:
            plain = mention.kind == "count" and not mention.hedge
            if plain and (is_body(article, mention) or handed_in(article, mention)):
                yield mention


def is_body(article: Article, mention: Mention) -> bool:
    """Tell whether a count is the size of a body that votes: the 11-seat council, a group of nine."""
    return BODY.match(behind(article, mention)) is not None or _grouped(article, mention)


def _grouped(article: Article, mention: Mention) -> bool:
    """Tell whether a number is of a whole body that votes: a group of nine."""
    before = article.document.text[max(0, mention.span.start - REACH) : mention.span.start]
    return (
        re.search(
            r"\b(?:group|panel|board|bench|committee|council|jury|chamber|house|parliament|assembly|senate) of $",
            before,
        )
        is not None
    )
