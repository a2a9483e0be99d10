"""Names of firms and bodies that differ by one letter of one syllable: 한빛물산, 한빚물산; and names of foreign people before an office.

What ends in a word for a kind of firm is its name; an article that has two so much alike has one of them misspelt.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.context.bearers import Bearer, one_letter
from factcheck.link.context.names import distance, shared, slip
from factcheck.patterns import Pattern

KINDS = (
    "물산|전자|중공업|건설|화학|제약|은행|증권|그룹|산업|바이오|에너지|자동차|해운|항공|조선|철강|식품|통신|생명|화재|캐피탈|"
    "테크|소프트|반도체|엔지니어링|대학교|대학|병원|재단|협회|연구원|연구소|공사|공단|조합|마트|백화점|호텔|출판사|신문|방송|시멘트|제철|섬유|제지|유업|"
    "농원|농장|농협|목장|상회|식당|서점|책방|카페|갤러리|미술관|박물관|도서관|극장|시장|초등학교|중학교|고등학교|유치원|어린이집|센터|아파트|양조장|제과|모임|시민연대|협의회|위원회"
)
FIRM = Pattern(
    rf"(?<![가-힣])(?P<name>[가-힣]{{2,6}}(?:{KINDS}))(?=['’]?(?:은|는|이|가|을|를|의|에|도|와|과|로|으로|에서|측)?(?:[ ,.)'’]|$))"
)
PARTNERS = Pattern(r"\b[A-Z][a-zà-ÿ]+(?:, [A-Z][a-zà-ÿ]+)? & [A-Z][a-zà-ÿ]+\b")
MOST, LEAST = 40, 4


def misspelt_bodies(article: Article) -> Iterator[tuple[Bearer, Bearer]]:
    """Yield every two names of bodies that are one misspelt."""
    yield from _misspelt_partners(article)
    yield from _misspelt_firms(article)


def _misspelt_firms(article: Article) -> Iterator[tuple[Bearer, Bearer]]:
    """Yield every two names of firms of one kind that differ by one letter, the one told first before the other."""
    found: dict[str, list[Span]] = {}
    for said in FIRM.finditer(article.document.text) if article.verb_last else ():
        found.setdefault(said["name"], []).append(Span(*said.span("name")))
    names = [name for name in found if len(name) >= LEAST][:MOST]
    for one, other in combinations(names, 2):
        if len(one) == len(other) and one[0] == other[0] and one[-2:] == other[-2:] and one_letter(one, other):
            if not _side_by_side(article, found[one], found[other]):
                yield Bearer(one, "", tuple(found[one])), Bearer(other, "", tuple(found[other]))


def _misspelt_partners(article: Article) -> Iterator[tuple[Bearer, Bearer]]:
    """Yield every two names joined by "&" of which one word differs as by a slip of the pen: Doyle & Harkin, Doyle & Harkins."""
    found: dict[str, list[Span]] = {}
    if article.has_articles and "&" in article.document.text:
        for said in PARTNERS.finditer(article.document.text):
            found.setdefault(said[0], []).append(Span(*said.span()))
    for one, other in combinations(list(found)[:MOST], 2):
        pairs = list(zip(one.split(" "), other.split(" "), strict=False))
        changed = [pair for pair in pairs if pair[0].strip(",") != pair[1].strip(",")]
        if len(changed) == 1 and one.count(" ") == other.count(" ") and _by_a_slip(*changed[0], len(pairs)):
            if not _side_by_side(article, found[one], found[other]):
                yield Bearer(one, "", tuple(found[one])), Bearer(other, "", tuple(found[other]))


def _by_a_slip(one: str, other: str, words: int) -> bool:
    """Tell whether two words differ by a letter or, where three others beside them are the same, by as it sounds: Wexler, Wechsler."""
    start, end = shared(one, other)
    if words > LEAST - 1 and start > 1 < end and distance(one, other) < LEAST:
        return True
    return min(len(one), len(other)) >= LEAST and (
        slip(one, other, firm=True) or f"{one}s" == other or one == f"{other}s"
    )


def _side_by_side(article: Article, ones: list[Span], others: list[Span]) -> bool:
    """Tell whether a sentence names both, so that there are two."""
    text = article.document.text
    pairs = (sorted((one, other)) for one in ones for other in others)
    return any(
        "." not in text[first.end : last.start] and "\n" not in text[first.end : last.start] for first, last in pairs
    )
