"""What must have come of a vote whose sides are told, where verbs stand last: 찬성 13표, 반대 16표로 가결 cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.document import Span
from factcheck.model import Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

COUNT = r"[\d,.]+ ?(?:만|천|억)?"
UNIT = r" ?(?:여 ?)?(?:표|명|인|주|석)?"
DECIDED = Pattern(
    rf"찬성 ?(?P<yes>{COUNT}){UNIT}[,·과와 ]+ ?반대 ?(?P<no>{COUNT}){UNIT}(?P<others>(?:[,·과와 ]+ ?(?:기권|무효) ?{COUNT}{UNIT})*)(?:으로|로)?[^.\n\d]{{0,24}}?"
    r"(?:(?P<passed>가결|통과|승인됐|(?:요건|기준|문턱|정족수)[을를]? ?(?:넘|채|충족))|(?P<failed>부결|무산|(?:요건|기준|문턱|정족수)에 ?(?:못 ?미|미치지|미달|모자)))"
)
BAR = Pattern(
    r"(?:출석|재석|참석|투표)[^.\n]{0,16}?(?:(?P<parts>\d)분의 ?(?P<of>\d)|(?P<half>과반))[^.\n]{0,16}?(?:찬성|동의|이상|넘|필요)"
)
"""What tells which share of those who voted had to be for it."""

OTHER_VOTE = Pattern(r"앞서|지난|당초|이전|당시|1차|반면|한편|다른")
"""Between a bar and a vote these bring in another vote."""

OTHER_BILL = Pattern(r"\. [^.\n]*(?:법안|안건|의안|예산안|조례안|동의안|결의안)(?:은|는|이|가) ")
"""And so does a sentence with a subject of its own: 이날 일반 법안은 찬성 150표, ..."""

SCALES = {"만": 10_000, "천": 1_000, "억": 100_000_000}
REACH, NEAR = 260, Fraction(1, 500)
"""So many characters before a vote may tell its bar; so near to it rounding decides."""


def decided(article: Article) -> Iterator[Relation]:
    """Yield what is said to have come of each vote, with what its sides make of it: by its bar where one is told, else by the larger."""
    text = article.document.text
    for said in DECIDED.finditer(text) if "찬성" in text else ():
        yes, no = _number(said["yes"]), _number(said["no"])
        cast = yes + no + sum(_number(one) for one in re.findall(COUNT, said["others"]))
        block = article.block_at(said.start())
        bars = list(BAR.finditer(text, max(block.start, said.start() - REACH), said.start()))
        share = yes / cast if cast else Fraction(0)
        least = Fraction(int(bars[-1]["of"]), int(bars[-1]["parts"])) if bars and bars[-1]["parts"] else Fraction(1, 2)
        another = bars and any(one.search(text, bars[-1].end(), said.start()) for one in (OTHER_VOTE, OTHER_BILL))
        if not cast or another or least > 1 or (bars and abs(share - least) < NEAR) or (not bars and yes >= no):
            continue
        name = "passed" if said["passed"] else "failed"
        word = Span(*said.span(name))
        sides = (Span(*said.span("yes")), Span(*said.span("no")))
        working = f"{said['yes']} for, {said['no']} against"
        told = f"{working}, with {bars[-1]['of']}/{bars[-1]['parts']} needed" if bars and bars[-1]["parts"] else working
        made = "passed" if share > least else "failed"
        yield Relation(
            Quantity.named(name, text[word.start : word.end], word),
            Quantity.named(made, told, *sides),
            "“{stated}” is said of a vote of {working}.",
            fix="another word, or the two figures exchanged",
        )


def _number(shown: str) -> Fraction:
    scale = SCALES.get(shown[-1], 1)
    digits = shown.rstrip("만천억 ").replace(",", "").rstrip(".")
    return Fraction(digits or 0) * scale
