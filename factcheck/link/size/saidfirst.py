"""One of a list that the sentence beside it says is the first, or the last, without a figure: "Elm sold 410, Ash 380 and Oak 290. Ash leads"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.context.operands import in_unit
from factcheck.link.context.subjects import stem
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.size.comparisons import Compared
from factcheck.link.size.extremes import elided
from factcheck.link.size.leaders import MERIT, STROKES
from factcheck.link.size.ordered import VALUES
from factcheck.link.size.rows import are_alike
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.segment import STOPS

LEAST, BESIDE, LOOK, LONGEST, BACK = 3, 3, 16, 40, 800
"""So many figures make a list; so many places, and characters, at most part each from its name; so many places make a sentence; so many characters back tell what is counted."""

TOPIC = Pattern(r"\S+[은는] \S+[이가] (?:\S+ ){0,3}$")
"""A topic ahead of the subject tells of something else: 외국인은 부산이."""

ALL = frozenset("대수 인원 규모 건수 현재".split()) | {
    stem(word)
    for word in "county country region field list table state world city town overall three four five them clearly easily whole".split()
}
"""Behind "leads" these say in nothing else what a thing is first."""

SMALL = frozenset("the of in and at by to for is are was were has had have a an all its their with".split())
KOREAN, SIZED = 2, ("most", "fewest", "least", "largest", "biggest", "highest", "smallest", "lowest")
GOOD = Pattern(rf"{MERIT.pattern}|\b(?:sold|sells?|sales|raised|produced|grew|built|drew|attracted)\b")
BAD = Pattern(
    rf"{STROKES.pattern}|\b(?:lost|los(?:es|ing|ses)|deaths?|died|killed|complaints?|errors?|crimes?|fires?)\b"
)
"""Of these the most are no merit."""

FIRST = Pattern(
    r"(?P<word>leads|led|leading|tops|topped|heads|headed|(?:is|was|are|were|comes?|came|ranks|ranked) (?:the )?(?:first|ahead|top|in front|in the lead|on top)"
    r"|(?:has|had|have|sold|sells|won|got) (?:by far )?(?:the )?most|(?:is|was) (?:by far )?the (?:largest|biggest|highest))\b"
)
LAST = Pattern(
    r"(?P<word>(?:comes?|came|is|was|ranks|ranked) (?:in )?(?:last|bottom)|(?:has|had|have|sold|sells|won|got) (?:the )?(?:fewest|least)|(?:is|was) the (?:smallest|lowest))\b"
)
MOST = Pattern(r"(?P<word>(?:가장|제일) (?:많(?!이)|높(?!게)|크(?!게)|큰|컸|앞서|앞선|앞섰)|선두)")
FEWEST = Pattern(r"(?:가장|제일) (?P<word>적(?!게)|낮(?!게)|작(?!게))")
OTHERWISE = Pattern(
    r"\b(?:per|growth|growing|fastest|share|rate|average|until|once|used to|will|would|could|may|might|should|if|not|no longer|next|last (?:year|month|week|time)|before|ago|earlier|previous\w*"
    r"|since|among|except|after|behind|but|second|third|outside|excluding|compared|despite|though|although|also|claims?|expected)\b|당|비율|증가|평균|지난해|작년|전년|대비|다음|제외|빼면|아니|않|뒤이어|율|만족|였던|했던",
)
"""With these a thing is first in something else, or was once."""


def said_first(article: Article) -> Iterator[Compared]:
    """Yield each of a list of names with a figure each that a sentence beside it puts first, or last, with the others."""
    for sentence in article.body:
        known = [one for one in sentence.mentions if one.kind in VALUES and not is_circumstance(article, one)]
        named = elided(article, sentence, known[0]) if known and not article.verb_last else []
        figures = sorted([*known, *named], key=lambda one: one.first)
        if len(figures) < LEAST or not are_alike(figures):
            continue
        names = [_name(article, sentence, one) for one in figures]
        if article.verb_last and len({*names}) == 1:
            names = [_name(article, sentence, one, titled=True) for one in figures]
        if all(names) and len({*names}) == len(names):
            alike = [in_unit(one, figures[0]) for one in figures]
            yield from _claimed(article, sentence, dict(zip(names, alike, strict=True)))


def _name(article: Article, sentence: Sentence, figure: Mention, *, titled: bool = False) -> str:
    """Return the name right before a figure, with the title that all bear where they do: 김 후보; "" for none."""
    if article.verb_last:
        name = "[가-힣]+ [가-힣]+" if titled else "[가-힣A-Za-z]{2,}"
        before = re.search(rf"({name})(?:\(| |[은는이가] )$", article.around(figure, LOOK)[0])
        return before[1] if before else ""
    place = article.place(figure)
    for at in range(place - 1, max(sentence.start, place - BESIDE) - 1, -1):
        if at in article.at or article.skeleton[at] in ";":
            return ""
        if article.skeleton[at] == "N":
            return article.word(at)
    return ""


def _claimed(article: Article, sentence: Sentence, figures: dict[str, Mention]) -> Iterator[Compared]:
    span = article.here(sentence)
    above = article.document.text[max(article.block_at(span.start).start, span.start - BACK) : span.end].lower()
    told_of = re.findall(r"[a-z]{4,}|[가-힣]{2,}", above)
    topics = {word[:KOREAN] if article.verb_last else stem(word) for word in told_of}
    good = any(one.kind in ("money", "points") for one in figures.values()) or GOOD.search(above) is not None
    merits = good and BAD.search(above) is None
    for start, end in _beside(article, sentence):
        told = article.text(article.span(start, end))
        if OTHERWISE.search(told):
            continue
        for sign, pattern in ((1, MOST if article.verb_last else FIRST), (-1, FEWEST if article.verb_last else LAST)):
            found = pattern.search(told)
            name = _subject(told[: found.start()], figures, last=article.verb_last) if found else ""
            sized = article.verb_last or (found and (merits or found["word"].endswith(SIZED)))
            if found and name and sized and _of_these(article, told, found, topics, name, ahead=start < sentence.start):
                rest = tuple(one for other, one in figures.items() if other != name)
                yield Compared(figures[name], rest, sign, _place(article, start, end, found.start("word")))


def _beside(article: Article, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where the sentences without a figure right before and behind one begin and end."""
    stop, letters = sentence.start - 1, article.skeleton
    if stop > 0 and letters[stop] in ".q":
        places = range(stop - 1, max(-1, stop - LONGEST), -1)
        opening = 0 if stop < LONGEST else stop
        yield from _plain_words(article, next((at + 1 for at in places if letters[at] in STOPS), opening), stop)
    start = sentence.end + 1
    if letters[sentence.end] in ".q":
        places = range(start, min(start + LONGEST, len(letters)))
        yield from _plain_words(article, start, next((at for at in places if letters[at] in STOPS), start))


def _plain_words(article: Article, start: int, end: int) -> Iterator[tuple[int, int]]:
    if end - start > 1 and not any(at in article.at for at in range(start, end)):
        yield start, end


def _subject(before: str, figures: dict[str, Mention], *, last: bool) -> str:
    """Return the one name of a list that a verb is said of: right before it, or, where verbs stand last, marked as its subject."""
    named = [name for name in figures if re.search(rf"(?<![가-힣\w]){re.escape(name)}(?![a-z])", before, re.I)]
    if len(named) != 1 or (last and TOPIC.match(re.split('["“‘]', before)[-1])):
        return ""
    ending = r"[이가은는] (?:\S+ ){0,3}$" if last else r"(?:,? (?:now|clearly|easily|still|currently))? $"
    return named[0] if re.search(re.escape(named[0]) + ending, before, re.I) else ""


def _of_these(article: Article, told: str, found: re.Match[str], topics: set[str], name: str, *, ahead: bool) -> bool:
    """Tell whether a thing is said to be first in what the list counts, or in nothing that is named."""
    if article.verb_last:
        about = told[told.rfind(name, 0, found.start()) + len(name) + 1 : found.start()]
        words = [word[:KOREAN] for word in re.findall(r"[가-힣]{2,}", about)]
    else:
        words = [
            stem(word)
            for word in re.findall(r"[a-z]+", re.split('[,"”;:]', told[found.end() :])[0].lower())
            if word not in SMALL
        ]
    return topics.union(ALL).issuperset(words) or (ahead and not topics.isdisjoint(words))


def _place(article: Article, first: int, last: int, offset: int) -> int:
    """Return the place of the word that stands so many characters behind the first of some places."""
    start = article.span(first, first + 1).start + offset
    return max((at for at in range(first, last) if article.span(at, at + 1).start <= start), default=first)
