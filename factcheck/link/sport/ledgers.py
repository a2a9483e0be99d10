"""Accounts of a game or a season that must balance: what was won, lost and drawn, saved and let in, needed, made and missing.

A figure's part in an account is told by the words about it; an account is a whole and the parts that make it up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache, lru_cache
from operator import attrgetter

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.series.figures import bare
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity, total
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

BEFORE, BEHIND = 44, 40
OF_WHOLE = "<w>? of DETERMINER? <w>? {whole:count}"
FEWEST, NEAR = 3, 24
UNSURE = "the account may leave some out"
SLIP, SHARE = Fraction(3), 8
"""So far, or by such a part of the whole, an account may be out and still be one: beyond, the figures are of several."""

OTHERWISE = Pattern(
    r"\b(?:no[- ]results?|abandoned|washed out|rained off|unfinished|retir\w+|forfeit\w*|walkover|void|bye)\b", re.I
)

WITHOUT_DRAWS = Pattern(
    r"\b(?:tennis|tie-?breaks?|double faults?|straight sets|volleyball|basketball|baseball|badminton)\b", re.I
)
"""What tells of games that cannot be drawn; with a goal in it an article may be of others too."""

QUALIFIED = Pattern(r" (?:in|at|during|late|early|on|since|after|from)\b")
"""What makes a part one of some only: made 12 of 15, missing two in the last minute."""


class Account(NamedTuple):
    """What makes up a whole, in a sentence that holds a word of `gate`: each of the `parts`, and of `more` what is told.

    An account is `closed` where nothing else can belong to it, or by the telling of one of `more`; up to `less` may be
    wanting to the whole.
    """

    whole: str
    parts: tuple[str, ...]
    gate: str
    more: tuple[str, ...] = ()
    less: int = 0
    closed: bool = True


WINNING = r"won|wins?|victor(?:y|ies)|taken|winning|took"
ACCOUNTS = (
    Account("played", ("won", "lost"), WINNING, ("drawn",), closed=False),
    Account("played", ("won", "drawn"), WINNING, ("lost",), closed=False),
    Account("faced", ("saved", "conceded"), "shots|efforts|attempts", closed=False),
    Account("tried", ("made", "missed"), r"miss\w*|fail\w*|fluff\w*|stopping"),
    Account("points", ("goals", "assists"), "assists"),
    Account("target", ("scored", "short"), "short"),
    Account("chased", ("scored", "short"), "short", less=1),
    Account("target", ("scored", "beaten by"), "by", less=1),
    Account("chased", ("scored", "beaten by"), "by", less=1),
    Account("replied to", ("scored", "trailing"), "reply|replying|answer|response"),
    Account("goals for", ("conceded", "difference"), "difference"),
    Account("after", ("before", "gain"), "now|overnight"),
    Account("medals", ("gold", "silver", "bronze"), "medals"),
)

GAMES = r"games?|matches|bouts|fights|contests|starts|outings|meetings|rubbers|rounds|tests|appearances"
KEPT = "caps|goals|points|wins|tries|wickets|medals|titles|appearances|runs"
WHOSE = r"(?:his|her|their|its|the|our)"
ONLY = r"(?:just |only |all |a further |another )?"
OTHERS = r"(?:the (?:other|remaining) )?"
LEFT = r" (?:of (?:which|them|those) )?(?:were |was )?(?:left )?"
AHEAD = {
    "won": rf"\b(?:won|winning|wins|taken|took|claimed) {ONLY}",
    "lost": rf"\b(?:lost|losing|loses|dropped|dropping|beaten) {ONLY}{OTHERS}",
    "drawn": rf"\b(?:drew|drawn|draws|drawing|tied|tying|halved) {ONLY}{OTHERS}",
    "played": rf"\b(?:of|in|from) (?:{WHOSE} )?(?:last|first|past|opening|previous|latest) |\bplayed ",
    "saved": r"\b(?:sav(?:ed|ing)|stopp(?:ed|ing)|turn(?:ed|ing) (?:away|aside|back)|block(?:ed|ing)|kept out|repelled) (?:all but )?",
    "faced": r"\b(?:faced|facing) ",
    "conceded": r"\b(?:let(?:ting)? in|conced(?:ed|ing|es)|ship(?:ped|ping)|allow(?:ed|ing)|beaten) ",
    "tried": rf"\bfor |\bof {WHOSE} (?:first |last )?",
    "made": r"\b(?:made|making|sank|converted|landed|hit|completed|scored|scoring|was|were|went) ",
    "missed": r"\b(?:miss(?:ed|ing)|fail(?:ed|ing)|fluff(?:ed|ing)|stopp(?:ed|ing) (?:drives )?) ?",
    "points": r"\b(?:career|season|team|club|personal)[ -](?:high|best)(?: of)? ",
    "target": r"\b(?:need(?:ed|ing|s)?|requir(?:ed|ing)) ",
    "chased": r"\b(?:chas(?:ed|ing|es)|set|pursuing|target of) ",
    "scored": r"\b(?:scrap(?:ed|ing)|manag(?:ed|ing)|(?:bowled|all) out for|dismissed for|made|mustered|reached|got|scor(?:ed|ing)) (?:only |just )?",
    "short": r"\bfell ",
    "beaten by": r"\b(?:lost|lose|losing|beaten|fell|defeat|went down|win|won|victory) by ",
    "replied to": r"\b(?:reply|replying|answer|response) to ",
    "trailing": r"\b(?:trail(?:s|ed|ing)?|behind|lag) by |\bdeficit of ",
    "difference": r"\b(?:goal|points) difference(?: of| is| at)?(?: plus)? ",
    "after": r"\bnow (?:has|have|on|had|stands? (?:at|on)) |\b(?:dismissed|out|bowled|caught|fell|went) for ",
    "gain": r"\b(?:all|another|a further|added|adding|won|scored|claimed|played|started) (?:all )?",
}
"""What stands straight before a figure in a part of an account."""

OTHER = {"beaten by": compiled(r" (?:wickets|balls|innings|points|goals)\b")}
"""What stands straight behind a figure that is no such part after all: won by three wickets."""

AFTER = {
    "won": rf" (?:wins|victories|successes)\b|{LEFT}won\b",
    "lost": rf" (?:defeats?|losses|reverses)\b|{LEFT}lost\b",
    "drawn": rf" (?:draws?|ties|stalemates)\b|{LEFT}drawn\b",
    "played": rf" (?:(?!of\b)[A-Za-z-]+ ){{0,2}}(?:{GAMES})\b(?! (?:to go|left|remaining|in hand|behind(?! (?:him|her|them|it|us|me)\b)|clear|ahead))",
    "saved": r" saves\b",
    "faced": r" (?:[\w-]+ )?(?:shots|efforts|attempts)\b",
    "conceded": r" (?:goals? )?(?:against|conceded|let in|shipped)\b",
    "tried": r" (?:[\w-]+ )?(?:attempts|kicks|free throws|shots|third downs|penalties|putts|passes)\b",
    "missed": r" (?:misses|failures)\b",
    "goals": r" goals?\b",
    "goals for": r" goals? (?:scored|for)\b",
    "assists": r" assists?\b",
    "points": r"-points? (?:night|game|performance|haul|evening|display)\b",
    "target": r" (?:to win|for victory|needed|required|wanted)\b",
    "short": r" (?:runs? )?short\b",
    "beaten by": r" runs?\b(?= (?:defeat|win|victory|loss))",
    "trailing": r" (?:runs )?behind\b",
    "before": rf" (?:{KEPT})\b[^.;,\d\n]{{0,12}}\b(?:before|going into|coming into|until|at the start)\b| not out overnight\b",
    "medals": r" medals\b",
    "gold": r" golds?\b",
    "silver": r" silvers?\b",
    "bronze": r" bronzes?\b",
}
"""What stands straight behind one."""

SUBJECT = Pattern(
    r"(?:\b[A-Z][\w’'-]+|\b(?:the|their|his|her|its) (?:[a-z-]+ )?[a-z-]+) (?:then |also |only |just |had |have |has )?"
    r"(?:won|took|claimed|lost|dropped|drew|tied|saved|stopped|blocked|faced|conceded|shipped|allowed|made|sank|converted|landed|hit"
    r"|missed|failed|fluffed|scored|fell|scraped|managed|mustered|reached|got) (?:only |just |all |all but )?$"
)
"""Somebody who is named, up to the figure of what they did."""

SINGLE = Pattern(r"\b(?P<one>an?) (?P<what>draw|tie|win|victory|defeat|loss)\b")
NTH = Pattern(
    r" (?:[a-z-]+ )?(?P<what>win|victory|defeat|loss|draw)\b(?= (?:in|of|from) (?:\w+ ){0,2}?(?:\d|[a-z]+ (?:games|matches)))"
)
"""Behind an ordinal it counts the games up to this one: their tenth win in 17 games."""
NONE = Pattern(r"\b(?P<what>winning|won|losing|lost|drawing|drawn) none\b")
KIND = {
    "winning": "won",
    "won": "won",
    "losing": "lost",
    "lost": "lost",
    "drawing": "drawn",
    "drawn": "drawn",
    "draw": "drawn",
    "tie": "drawn",
    "win": "won",
    "victory": "won",
    "defeat": "lost",
    "loss": "lost",
}


@cache
def _roles() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Compile what stands before a figure, and behind it, in each part; either will do."""
    never = r"(?!)"
    names = dict.fromkeys((*AHEAD, *AFTER))
    return {
        name: (
            compiled(f"(?:{AHEAD.get(name, never)})$", re.I),
            compiled(AFTER.get(name, never), re.I),
        )
        for name in names
    }


@cache
def _gates() -> tuple[tuple[Account, re.Pattern[str]], ...]:
    return tuple((account, compiled(rf"\b(?:{account.gate})\b", re.I)) for account in ACCOUNTS)


def balances(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Yield each account that one sentence tells in full, a figure to a part."""
    counts = [one for one in sentence.of_kind("count|points") if one.number and not one.hedge and one.upper is None]
    if len(counts) < FEWEST - 1:
        return
    words = article.words(sentence)
    opened = [account for account, gate in _gates() if gate.search(words)]
    if opened and not OTHERWISE.search(words):
        told, wholes = _parts(article, sentence, counts), _wholes(article, counts)
        known = {span for parts in told.values() for part in parts for span in part.spans}
        spare = any(
            not one.noun and one.span not in known for one in counts
        )  # missed two by illness and one by a wedding
        for account in opened:
            for found in _balance(article, account, told, wholes):
                yield found._replace(doubt=UNSURE) if spare and not found.meets() else found


def _parts(article: Article, sentence: Sentence, counts: list[Mention]) -> dict[str, list[Quantity]]:
    """Return the figures of a sentence by every part that the words about them may give them; "a draw" is one too."""
    text, here = article.document.text, article.here(sentence)
    told: dict[str, list[Quantity]] = {}
    for one in counts:
        before = text[max(here.start, one.span.start - BEFORE) : one.span.start]
        end = one.span.start + (one.text.find("point") - 1 if "point" in one.text else len(one.text))
        behind = text[end : end + BEHIND].split("\n")[0]
        for name, (ahead, after) in _roles().items():
            other = name in OTHER and OTHER[name].match(behind)
            if (ahead.search(before) and not other) or after.match(behind):
                told.setdefault(name, []).append(bare(one))
    for nth in (one for one in sentence.of_kind("ordinal") if one.number):
        if of := NTH.match(text, nth.span.end):
            told.setdefault(KIND[of["what"]], []).append(bare(nth))
    for single in SINGLE.finditer(text, here.start, here.end):
        whole = Quantity(Interval.exactly(1), "", single[0], (Span(*single.span()),))
        told.setdefault(KIND[single["what"]], []).append(whole)
    for none in NONE.finditer(text, here.start, here.end):
        nought = Quantity(Interval.exactly(0), "", none[0], (Span(*none.span()),))
        told.setdefault(KIND[none["what"]], []).append(nought)
    return told


def _balance(
    article: Article, account: Account, told: dict[str, list[Quantity]], wholes: dict[Span, Span]
) -> Iterator[Relation]:
    names = (*account.parts, *(name for name in account.more if name in told))
    if any(len(told.get(name, ())) != 1 for name in (account.whole, *names)):
        return
    whole, parts = told[account.whole][0], [told[name][0] for name in names]
    if len({one.spans for one in (whole, *parts)}) != len(parts) + 1:
        return
    if not _of_one_subject(article, (whole, *parts)):
        return
    if any(wholes.get(part.spans[0], whole.spans[0]) not in whole.spans for part in parts):
        return
    made, size = total(sorted(parts, key=attrgetter("spans"))), whole.interval.low
    low = made.interval.low
    if account.less:
        made = made.changed(value=Interval(low, low + account.less))
    closed = account.closed or (account.parts == ("won", "lost") and _without_draws(article))
    full = closed or len(names) > len(account.parts) or low > size or _of(article, account, parts[0], whole)
    some = low < size and any(_qualified(article, part, whole) for part in parts[1:])
    doubt = None if full and not some and abs(size - low) <= max(SLIP, size / SHARE) else UNSURE
    yield Relation(whole, made, doubt=doubt)


def _of_one_subject(article: Article, told: tuple[Quantity, ...]) -> bool:
    """Tell whether nobody else acts between the figures: Ely scored four tries and Strickland missed two of his four."""
    first, *others = sorted(one.spans[0] for one in told)
    text = article.document.text
    return not any(SUBJECT.search(text, first.end, other.start) for other in others)


@lru_cache(maxsize=2)
def _without_draws(article: Article) -> bool:
    text = article.document.text
    return "goal" not in text and WITHOUT_DRAWS.search(text) is not None


def _wholes(article: Article, counts: list[Mention]) -> dict[Span, Span]:
    """Return what each figure is said to be of: won six of their first eight, lost five of the nine since."""
    found = {one.span: phrase(OF_WHOLE).match(article.skeleton, article.place(one) + 1) for one in counts}
    return {span: article.at[match.start("whole")].span for span, match in found.items() if match}


def _qualified(article: Article, part: Quantity, whole: Quantity) -> bool:
    """Tell whether a part is said to be of one time or place, and not of the whole that follows: a loss in their last seven."""
    end = part.spans[0].end
    return not 0 < whole.spans[0].start - end < NEAR and QUALIFIED.match(article.document.text, end) is not None


def _of(article: Article, account: Account, part: Quantity, whole: Quantity) -> bool:
    """Tell whether a part stands straight before what it is of: 27 of 29 shots; won 22 of 25 leaves room for lost and drawn."""
    if account.whole == "played":
        return False
    between = article.document.text[part.spans[0].end : whole.spans[0].start]
    return between in (" of ", " of the ", " of his ", " of her ")
