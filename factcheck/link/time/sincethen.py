"""A beginning and how long it has gone on since: "closed in 1999 and has stood empty for 25 years".

What went on is said in as many ways as there are things; that there is one past time and one length near by, that the
length runs up to now, and that the time is that of a beginning, does not vary. "Since" ties the two outright; without it
the length may be of a part, and only one too long or mistyped is held against the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import MONTHS_IN, Days, days_meant
from factcheck.link.time.courses import BORN, KNOWN, LOOK, clause
from factcheck.link.time.missed import slips
from factcheck.link.time.parted import UNTIED
from factcheck.link.time.sofar import Lasting
from factcheck.link.time.spells import lasts
from factcheck.model import Mention
from factcheck.patterns import Pattern

SO_FAR = Pattern(
    r"\b(?:ha[sv]e?|['’]ve)\b(?: (?!(?:and|but)\b)[\w'’-]+){0,8} (?:for|spent|lasted|waited|gone|been|served)(?: (?:the (?:past|last)|just|only|about|around|some|nearly|almost|over|more than|exactly|all of))? $"
    r"|\b(?:that|which|it) (?:makes|is now|comes to|adds up to)(?: (?:it|just|only|about|nearly|almost|over))? $",
    re.I,
)
"""Before a length these make it one that runs up to now."""

STILL = Pattern(
    r"^ (?:later|on),?\b[^.;]{0,40}\b(?:still|now|today|has|have|is|are)\b|^,? (?:later|on)\b.{0,3}(?:it|he|she|they) (?:still|is|are)\b",
    re.I,
)
SINCE_THAT = Pattern(r",? (?:ever )?since(?:[,.]|$)", re.I)
GOES_ON = Pattern(r",? (?:ever )?since(?:[,.]|$)|\byears (?:later|on),? (?:it|he|she|they) (?:still|is|are)\b", re.I)
JOINED = Pattern(r"\b(?:and|but)\b")
"""From a length to a time behind it these lead to something else: run by nuns for 90 years and by the town since 2012."""
SINCE_IT = Pattern(r"^,? (?:ever )?since\b", re.I)
"""Behind one these do."""

SINCE = Pattern(r"\bsince\b(?: (?!which|that|then)[\w'’-]+){0,7}?,? ?(?:in |on |on the )?(?:the )?\|", re.I)
"""Before a time it ties what goes on to it."""

PARTLY = Pattern(r"\b(?:but|of|in|every|each) $", re.I)
COMPARED = Pattern(
    r" (?:longer|more|older|younger|less|shorter|earlier|too|in (?:a row|succession)|running|straight|on end)\b", re.I
)
IN_ALL = Pattern(r"^ (?:in all|altogether|in total)\b", re.I)
LEFT_OFF = Pattern(
    r"\b(?:(?<!has )(?<!have )had|until|till|ended|except|apart from|but for|all but|every\w* but|another|other than|interrupt\w+|return\w*|again|would|if)\b|[\"“”]",
    re.I,
)
"""With these it did not go on, or somebody says so on a day of their own."""


def since_then(article: Article, told: set[int]) -> Iterator[Lasting]:
    """Yield each length, those `told` by their first token left out, that has gone on since the one time told with it."""
    if article.published is None or article.verb_last:
        return
    today = Days(article.published, article.published)
    for sentence in article.body:
        lengths = sentence.of_kind("duration") if sentence.kinds & BIT["L"] else []
        if len(lengths) == 1 and lengths[0].number and lengths[0].unit in MONTHS_IN and lengths[0].first not in told:
            if found := _read(article, sentence, lengths[0], today):
                yield found


def _read(article: Article, sentence: Sentence, length: Mention, today: Days) -> Lasting | None:
    before, behind = article.around(length, LOOK)
    since_it = SINCE_IT.match(behind) is not None
    if not since_it and not SO_FAR.search(before) and not STILL.match(behind) and not IN_ALL.match(behind):
        return None
    time = None if COMPARED.match(behind) or (since_it and PARTLY.search(before)) else _time(article, sentence)
    if time is None or LEFT_OFF.search(article.words(sentence)):
        return None
    since = days_meant(time.when, article.published) if time.when else None
    if since is None or since.first > today.first or BORN.search(clause(article, time)):
        return None
    lasted = lasts(length, (since, today))
    if lasted is None:
        return None
    begun = clause(article, time)
    led = SINCE.search(begun) is not None and begun.count("since") == 1
    if not led and not since_it and IN_ALL.match(behind):
        return None
    own = time.sentence == sentence.number
    if own and JOINED.search(article.document.text, length.span.end, max(length.span.end, time.span.start)):
        return None
    if not own and since_it and not SINCE_THAT.match(behind):
        return None
    known = led if own else since_it and time.sentence < sentence.number
    sure = known or slips(length, lasted, near=False)
    return Lasting(lasted, length, time, None, None if sure else UNTIED)


def _time(article: Article, sentence: Sentence) -> Mention | None:
    """Return the only time told with a length, in its sentence or in the one beside it that takes it up; None for others."""
    for step in (0, -1, 1):
        number = sentence.number + step
        if not 0 <= number < len(article.sentences):
            continue
        near = article.sentences[number]
        times = near.of_kind("date|year")
        if times and step:
            later = near if step > 0 else sentence
            same = article.block_of(near) == article.block_of(sentence)
            taken_up = KNOWN.match(article.words(later)) or (step < 0 and GOES_ON.search(article.words(sentence)))
            if not same or not taken_up or near.of_kind("duration"):
                return None
        if times:
            whole = len(times) == 1 and times[0].when and times[0].when.year and not times[0].when.unit
            return times[0] if whole else None
    return None
