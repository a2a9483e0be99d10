"""People counted by what befell them or by sex, with the sum of both, where verbs stand last: 5명이 숨지고 12명이 다쳐 사상자 17명; 남성 54명과 여성 39명 등 93명."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.series.complete import next_to
from factcheck.link.series.figures import is_plain
from factcheck.link.series.readings import Reading
from factcheck.model import Mention
from factcheck.patterns import Pattern

MEN, WOMEN = Pattern(r"(?:남성|남자|남학생|남직원|남) ?$"), Pattern(r"(?:여성|여자|여학생|여직원|여) ?$")
ALL_OF_THEM = Pattern(r"(?:과|와|,)? ?(?:등|모두|총|합쳐|합해)[ ,]*(?:모두|총|합쳐)? ?")
"""Between the last of two sexes and a number these make it all of them."""

DEAD = Pattern(r"(?:이|가)? ?(?:숨지|숨졌|숨져|사망|목숨을)")
HURT = Pattern(r"(?:이|가|은|는)? ?(?:다치|다쳤|다쳐|부상|중상|경상|중경상)")
CASUALTIES = Pattern(r"의 사상자|의 인명 ?피해"), Pattern(r"(?:사상자|인명 ?피해)(?:는|가|이|은|만)? ?(?:모두|총)? ?$")
ANOTHER = Pattern(r"지난해|작년|올해|재작년")
LOOK = 12


def of_people(article: Article) -> Iterator[Reading]:
    """Yield those hurt and killed, and men and women, with the number that is said to be of both."""
    for sentence in article.body if article.verb_last else ():
        people = [one for one in sentence.of_kind("count") if one.noun == "person" and is_plain(one)]
        yield from _of_both_sexes(article, people)
        yield from _casualties(article, sentence, people)


def _of_both_sexes(article: Article, people: list[Mention]) -> Iterator[Reading]:
    text = article.document.text
    for men, women, everybody in zip(people, people[1:], people[2:], strict=False):
        sexes = [MEN, WOMEN] if MEN.search(article.around(men, LOOK, 0)[0]) else [WOMEN, MEN]
        told = all(
            shape.search(article.around(one, LOOK, 0)[0]) for shape, one in zip(sexes, (men, women), strict=True)
        )
        if told and ALL_OF_THEM.fullmatch(text, women.span.end, everybody.span.start):
            yield Reading(everybody, [men, women], None)


def _casualties(article: Article, sentence: Sentence, people: list[Mention]) -> Iterator[Reading]:
    earlier = article.sentences[sentence.number - 1] if sentence.number else None
    near = [earlier, sentence] if earlier and next_to(article, earlier, sentence) else [sentence]
    if any(ANOTHER.search(article.words(part)) for part in near):
        return
    told = [one for part in near for one in part.of_kind("count") if one.noun == "person" and is_plain(one)]
    behind, before = CASUALTIES
    for every in people:
        around = article.around(every, LOOK)
        dead, hurt = ([one for one in told if shape.match(article.around(one, 0, LOOK)[1])] for shape in (DEAD, HURT))
        if (behind.match(around[1]) or before.search(around[0])) and len(dead) == len(hurt) == 1:
            yield Reading(every, [dead[0], hurt[0]], None)
