"""The number of listed things against the number announced."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import BIT, Article, Sentence
from factcheck.check import check
from factcheck.document import Block, Span
from factcheck.link.context.subjectlists import subject_lists
from factcheck.link.context.subjects import stem
from factcheck.link.people.unnamed import person_noun
from factcheck.link.series.bracketed import announced
from factcheck.link.series.collectives import collectives
from factcheck.link.series.countedbeside import counted_beside
from factcheck.link.series.enumerated import enumerated
from factcheck.link.series.figures import counted, value
from factcheck.link.series.items import (
    Items,
    are_kinds,
    bare_numbers,
    counted_again,
    counts_some,
    is_couple,
    is_name,
    items,
    joint,
    of_the_following,
    parallel,
    reads_one_way,
    text,
    things,
    turns,
    whole_items,
    without_tail,
)
from factcheck.link.series.namelists import name_lists
from factcheck.link.series.rollcall import roll_calls
from factcheck.link.series.rolls import PEOPLE, rolls
from factcheck.link.series.roster import numbered, rosters
from factcheck.link.series.totals import counts_more, is_whole_of
from factcheck.link.series.years import yearly
from factcheck.link.whole.itemised import itemised
from factcheck.model import Mention, Relation
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.restyle import restyled as shown_as

LEAST, MOST = 2, 15
STAGES = frozenset("after before since within until past".split())
LISTED = "<:(—->"
NEAR_LIST, LEADING = 6, 9
LEADS_ON = frozenset(',;:()"—KMUP')
"""Between a number and its list these bring in something else."""

QUOTES = '"”q'
SAMPLE = "INCLUDING|TIMES|SHARP|each"
SHOWN_ITEMS = 60

FINDERS = (announced, rosters, numbered, yearly, name_lists, counted_beside)
"""What finds lists that need no colon, each with its number and how many things it has."""


@check("list-count", says="{stated} are announced, but {implied} listed: {working}.", far=2)
def list_count(article: Article) -> Iterator[Relation]:
    """A number of things must be that of the items listed behind it.

    Held against the text only where the list is closed, by a colon, brackets or dashes, and reads in one way: an "and"
    inside a name, an apposition or a plural would make another number of it.

    Wrong: It signed deals with [four] firms: [Samsung, SK, Hyundai, LG and Hanwha].
    Wrong: He named [three] reasons: [cost and speed].
    Wrong: The mayor honored the [two] winners, [Ann Lee, Bo Chen and Cy Young].
    Wrong: [Three] people were treated and later released: [a flight attendant, a Canadian couple in their 60s and an 11-year-old boy].
    Wrong: [Four] schools (Garfield, Linden and Oak Hill) will shut.
    Wrong: [Three] projects will follow: / - [the bridge] / - the tunnel / - the port / - the road
    Wrong: [Three] estates will follow. The estates planned are [Elm (812 homes), Oak (640 homes), Ash (455 homes), Yew (390 homes)].
    Wrong: 연말까지 [세 개] 단지가 나온다. 예정 단지는 [푸른숲(812가구), 호수마을(640가구), 동산파크(455가구), 센트럴(390가구)]이다.
    Wrong: [다섯 부류]가 우선 대상이다. [장애인, 다자녀 가구, 택시 기사, 소상공인이다].
    Right: 삼성·현대·한화 등 3개사가 참여했다.
    Right: He named "the three vices: tea, gin, cards and dice". I make that four.
    Right: It signed deals with four firms: Samsung, SK, Hyundai and LG.
    Right: Five pitchers are out: right-handers Cal Brewster (elbow) and Juan Tejeda (oblique), and left-handers Ty Ono, Al Orr and Marcus Greer (knee).
    Right: He came with the heads of four of the biggest firms: Acme Electronics, Bell Group, Hyde Motor and Lund Group.
    Wrong: He came with the heads of [four] firms: [Acme Electronics, Bell Group, Hyde Motor, Lund Group and Orr].
    Wrong: Of the nine who applied, [five] were hired: [Ann Lee, Bo Chen, Cy Young and Di Orr].
    Wrong: The union set [three] terms for a truce: [lower fees, an end to night shifts, free tea, and a word with the mayor, Ann Lee, before June].
    Wrong: [Four] are out: [Karl Ray (wrist) and Yves Dun (hand), and Bo Ek (flu)].
    Right: Of the nine who applied, four were hired: Ann Lee, Bo Chen, Cy Young and Di Orr.
    Wrong: The plan covers [Elm, Oak, Ash and Yew], [five] towns in all.
    Wrong: [Elm, Oak, Ash and Yew] all signed. All [five] are in the north.
    Wrong: There are [two] reasons. The [first is money, the second is time and the third] is luck.
    Skip: Orr met Elm, Oak and Ash. The four of them that fell ill are well.
    Skip: The three orders are Anura (the frogs and toads), Caudata (or Urodela, the salamanders) and Gymnophiona (or Apoda).
    Skip: It signed deals with four firms, including Samsung, SK and LG.
    Skip: Two firms are left: Smith and Sons, Johnson & Johnson and Bell.
    Skip: Two men stood trial: John Roe, a lawyer, and Jim Doe, the mayor.
    Skip: He was cleared of three others: one of each of those kinds and one of fraud.
    Skip: The three biggest are Marks and Spencer, Next and Boots.
    Skip: He left two sons, Al by his first wife, and Bo and Cy by his second.
    Wrong: She leaves [three] daughters, [Ellen, Judy, Miriam and Rose], and two sons.
    Wrong: [Five] lenders stand behind it: [the Nord Bank, Lakes Union, the Arco Trust and a state fund].
    Wrong: [Three] of the nine came aboard at Leith: [Ann Lee, Bo Chen, Cy Young and Di Orr].
    Right: Elm, Oak and Ash, the three towns that voted no, will merge.
    Right: The three satellites aboard, a weather camera, a ship tracker and a radio relay, were released.
    Right: The tour visits four cities - Rome, Milan, Turin and Naples.
    Right: It was signed by five parties, namely the two governments, Hale Heavy, Dane Engineering and Vane itself.
    Right: They blame three things: Vietnam, Vietnam and the August floods.
    Wrong: [Three] men were charged: [Dan Reeve, 31, Omar Hale, 28, Li Ost, 40, and Craig Penn, 22].
    Wrong: The town will shut [five] libraries, in [Elm Green, Milton, Ashgate and Pell Street].
    Wrong: The board heard [seven] witnesses. They were [the mayor, the clerk, the auditor, the engineer and two residents].
    Wrong: The line ordered [three] ships. They will be called [Mazuria, Kujavia, Silesia and Varmia].
    Wrong: The suspects, [Ann Lee, Bo Chen and Cy Young], all [four] from Leeds, deny it.
    Skip: The mayor, Ann Lee, Bo Chen and Cy Young, all four from Leeds, deny it.
    Wrong: Police seized [five] weapons, namely [a shotgun, two pistols and a crossbow].
    Wrong: "We have lost [three] good men," he said, naming [Tom Barr, Ed Finn, Joe Kerr and Sam Dole].
    Wrong: [Three] men were charged: [Ann Lee, 24, of Leeds, and Bo Chen, 31, of York].
    Wrong: [Three] men are sought: [Al Orr, 41, of Elm; Bo Ek, 33, of Ash; Cy Dunn, who is 28; and Di Cole, 30, of Yew].
    Wrong: The [five] towns that voted no – [Elm, Oak, Ash and Yew] – may leave.
    Wrong: The plan does [three] things. [It lifts pay; it bans fees; it caps hours; and it sets up a court].
    Wrong: He asks for [two] things. [Respect, a fair hearing and his job back].
    Wrong: [Hale, Orr, Dane and Vane] were the [three] bidders.
    Right: Two findings stood out. First, few saw a doctor. Second, half of the notes were lost.
    Skip: Five men were held in raids on farms in several towns (Elm, Oak, Ash and Yew).
    Right: The board heard six witnesses. They were the mayor, the clerk, the auditor, the engineer and two residents.
    Skip: The club signed nine players in the summer, among them Ortiz, Baines and Kovac.
    Skip: The fund has the two states, Hale Heavy, Dane Works and Vane itself, behind it.
    Skip: After the two races, Smith, Jones and Brown were level.
    Skip: It divides them into at least three regions (Figs. 1 and 2): one of stone, one of clay and one of sand.
    Skip: They had four support vehicles (cars and vans) and a boat.
    Skip: He leaves three sisters, Mrs. Ann Lee and Mrs. Di Orr, both of Leeds, and Mrs. Flo Ray.
    Skip: That left the four crew members, Crosby, and Inspector Gilman.
    Skip: It comes in two grades (less than $45, just over $45 and $60, respectively).
    Skip: The two questions had to be settled together. On the 30th of May, 1845, the general resigned and yielded up the fort.
    Skip: The first three essays form the core of what he thought about the law: the grammar of it and the use of it.
    Skip: Leeds 9 of 11 growing towns came from the north. They are Ash, Oak, Elm, Yew, Bex, Cove, Dean, Fell and Gill.
    Skip: The leaders after two rounds: / - Orr 131 / - Dane 133 / - Vane 135
    Skip: The firm has offices in two cities: Dallas, Texas, and Portland, Oregon.
    Wrong: The court asks [three] things: [whether she knew, whether she could have asked, whether, in the end, it mattered and whether he lied].
    Wrong: It will open [four] shops: [Ash Road, St Ann's and Old Mill].
    Wrong: It sails twice a week and will call at [four] ports by May: [Bergen, Oslo, Kiel, Riga and Turku].
    Wrong: They trade in [three] towns, [Elm and Yew].
    Wrong: The clerk named the [two] drivers as Al [Orr, 41, his son Bo, 19, and a cousin, Cy Dunn, 33].
    Wrong: # Town picks [four] sites / The sites are [the mill, the depot and the old dairy].
    Wrong: [Orr, Dane and Vane] make boats. The [four] firms together have 800 hands.
    Wrong: [Orr, Dane and Vane], the [four] firms that bid, withdrew.
    Right: Orr, Dane and Vane make boats. The three firms together have 800 hands.
    Skip: The clerk said three people were hurt, and named the dead as Al Orr and Cy Dunn.
    Wrong: The court has called [five] bankers. The heads of [Elm Bank, Oak Trust, Yew Savings and the Bank of Ash] will testify.
    Wrong: # [Five] ways to dry a boat / - Open it / - Wipe it / - Heat it / - Wait
    Skip: The court has called five bankers. Among them Elm Bank, Oak Trust, Yew Savings and the Bank of Ash have sent lawyers.
    Wrong: 결선에는 [박도윤, 최지아, 한수호, 정다온 선수] 등 [3명]이 오른다.
    Wrong: 시장은 [세 가지]를 약속했다. [통학로 정비, 도서관 개방, 돌봄교실 확대, 급식비 동결이다].
    Right: 군은 청산면과 백운면, 대야면 등 3개 면에 보건소를 짓는다.
    Wrong: The ward has [three] new cases. / [A nurse of 28, a boy of nine, a driver of 44 and a cook of 61] are being treated.
    Right: The ward has three new cases. / A nurse of 28, a boy of nine and a cook of 61 are being treated.
    Wrong: [Elm, Oak, Ash and Yew] blocked the plan. The [three] want more time.
    Wrong: [Both] firms, [Hale Works, Orr Steel and Dane Mills], withdrew.
    Skip: It will need five judges. / Elm, Oak, Ash and Yew are all taking part.
    Skip: Six had refused it. Eventually, Orr and Dane, the three that were left, brought it out.
    Skip: It had four uses. First, it kept watch. Second, it hid. Third, it could strike. It was fast. Its main task was to chase. Few did.
    Skip: We keep to two aims: to be ready to meet any threat, and to find ways to settle rows and to keep the peace.
    Skip: It runs with two arguments, and the object has the following fields: port, host and type.
    Skip: The isle has eight districts, which are: / - Noord / - Oran, in two districts / - Para / - Nico, in two districts / - Cruz / - Sava
    Skip: Two others sold well: a French orrery, at £246,000, and a clock, lot 93, carried on three voyages, at £216,000.
    Wrong: The winners are [Joan Tibbs, Arthur Kemp, Sunita Rao and Meg Penhale]. The [five] of them have played since 2004.
    Wrong: The band's [five] albums, ["Fog", "Glass", "Rain" and "Salt"], sold well.
    Right: It has failed four times, in 1997, 1999, 2009 and 2016.
    Wrong: An emergency was declared in [four] districts -- [Kalona, East Ruvo, Tamari, Ninwe and the Outer Shoals] -- on Sunday.
    Wrong: He has worked in [three] countries, [Chile, Kenya, Togo and Morocco].
    Wrong: [Three] of the nine signed late: [Chile, Kenya, Morocco and New Zealand], whose envoys had held out for a softer clause.
    Right: They were offered three things: a roster, a crew room and a car park.
    Skip: They are four, and this is what they want: money, time, space, light and air.
    Skip: 회장, 총무, 이사 5명이 물러났다.
    Wrong: 시는 [세 가지] 대책을 내놨다. ▲금리 인하 ▲보조금 확대 ▲규제 완화 ▲세금 감면이다.
    Wrong: 부산·울산·경남 [4개] 시도 단체장이 모였다.
    Wrong: 공장은 [새금·노을·해온·청림] 등 [세 곳]으로 나뉘어 있다.
    Skip: 서울에서는 사과, 배, 감 4개를 골랐다.
    Wrong: 문화재청은 불화 [4점]을 보물로 지정했다. 보물이 된 것은 [청도 괘불, 영주 괘불, 예천 팔상도다].
    """
    told = (*enumerated(article), *itemised(article)) if article.verb_last else ()
    yield from roll_calls(article)
    for number, size, shown in (*told, *(one for find in FINDERS for one in find(article))):
        yield _relation(article, number, size, shown, article.text(shown))
    for stated, named_there, right in collectives(article):
        yield Relation(stated, named_there, fix=right)
    for sentence in article.sentences:
        if sentence.kinds & BIT["K"] and sentence.block != "cell":
            yield from _in_sentence(article, sentence)


def _in_sentence(article: Article, sentence: Sentence) -> Iterator[Relation]:
    small = [mention for mention in sentence.mentions if mention.kind == "count" and _small(mention)]
    numbers = [mention for mention in small if _announces(article, mention)]
    if not numbers:
        return
    for mark in phrase(LISTED).finditer(article.skeleton, sentence.start, sentence.end + 1):
        if mark[0] == "-" and not _parts(article, mark.start()):
            continue
        before = [number for number in small if _stands_open(article, sentence.start, number, mark.start())]
        before.sort(key=lambda number: not is_whole_of(article, number))
        if not set(numbers).isdisjoint(before):
            yield from _listed(article, sentence, before, mark.start(), mark[0])
            break
    for number, size, shown, sure in (*rolls(article, sentence, small), *subject_lists(article, sentence, small)):
        if value(number) == size or (sure and _slightly_off(number, size)):
            yield _relation(article, number, size, shown, article.text(shown))
    if article.skeleton[sentence.end - 1 : sentence.end] == ":":
        yield from _in_blocks(article, sentence, numbers)


def _stands_open(article: Article, start: int, number: Mention, mark: int) -> bool:
    """Tell whether a number stands before a mark, and not in brackets that close before it: (Figs. 1 and 2)."""
    place = article.place(number)
    opened, closed = article.skeleton.rfind("(", start, place), article.skeleton.rfind(")", start, place)
    return place < mark and not (opened > closed and article.skeleton.find(")", place, mark) >= 0)


def _parts(article: Article, place: int) -> bool:
    """Tell whether a hyphen stands for a dash, with blanks about it."""
    token = article.token(place)
    return token > 0 and not article.tokens.glued(token - 1) and not article.tokens.glued(token)


def _announces(article: Article, mention: Mention) -> bool:
    """Tell whether a number can announce what is listed: one in digits before a colon may be anything, "there are 3:" not.

    Behind "after" it tells at what stage the list stands: scores after two rounds.
    """
    place = article.place(mention)
    apart = article.skeleton[place + 1 : place + 2] == ":" and not mention.text.isalpha()
    if article.word(place - 1) in STAGES or counts_more(article, mention) or _is_of_a_name(article, mention):
        return False
    return not apart or phrase("BE|to").match(article.skeleton, place - 1) is not None


def _is_of_a_name(article: Article, mention: Mention) -> bool:
    """Tell whether a number before a colon ends a name: The Monday Five: rates, trams."""
    place = article.place(mention)
    before = article.tokens.word(article.token(place - 1)) if place else ""
    return mention.text.istitle() and before.istitle() and article.skeleton[place + 1] == ":"


def _small(mention: Mention) -> bool:
    whole = LEAST <= mention.size <= MOST and value(mention).denominator == 1
    return whole and not mention.hedge and not mention.upper


def _listed(article: Article, sentence: Sentence, numbers: list[Mention], mark: int, sign: str) -> Iterator[Relation]:
    """A list behind a colon, in brackets or between dashes."""
    if sign == "-":
        ends = (at for at in range(mark + 1, sentence.end) if article.skeleton[at] == "-" and _parts(article, at))
        closing = next(ends, -1)
    else:
        closing = article.skeleton.find(")" if sign == "(" else "—", mark + 1, sentence.end)
    if sign == "(" and closing < 0:
        return
    stop = closing if closing > 0 else sentence.end
    sure = _alone(article, numbers, mark) and not _sample(article, article.place(numbers[-1]), mark, sentence.end)
    only = sign != "(" or article.skeleton.count("(", article.place(numbers[-1]), sentence.end) == 1
    own = sign == ":" and closing < 0 and not of_the_following(article, numbers[-1], mark)
    own = own and not turns(article, article.place(numbers[-1]) + 1, mark)
    firm = own if sign == ":" else only and _adjoins(article, numbers[-1], mark)
    yield from _against(article, numbers, mark + 1, stop, sure and firm)


def _alone(article: Article, numbers: list[Mention], mark: int) -> bool:
    """Tell whether the list can only be of the last number: the only one, or close before it and no "of the seven"."""
    last, others = numbers[-1], [one for one in numbers[:-1] if not is_whole_of(article, one)]
    others = [one for one in others if article.word(article.place(one) + 1) != "times"]
    between = article.skeleton[article.place(last) + 1 : mark]
    part = phrase("of DETERMINER? {count}").search(article.before(last, 2) + article.skeleton[article.place(last)])
    return not others or (len(between) <= NEAR_LIST and "," not in between and part is None)


def _adjoins(article: Article, number: Mention, mark: int) -> bool:
    """Tell whether no other things stand between a number and a mark: five towns that voted no (; two of the mills survive (."""
    place = article.place(number) + 1
    if article.word(place) == "of":
        place = (
            next(
                (at for at in range(place, mark) if article.word(at).endswith("s") and article.skeleton[at] in "wN"),
                mark,
            )
            + 1
        )
    others = (at for at in range(place, mark) if article.skeleton[at] in "wN" and article.word(at).endswith("s"))
    apart = any(stem(article.word(at)) != stem(number.noun) for at in others)
    return mark - place <= LEADING and not apart and LEADS_ON.isdisjoint(article.skeleton[place:mark])


def _sample(article: Article, start: int, stop: int, end: int) -> bool:
    """Tell whether a word says that more than those listed are meant; shared among the three says nothing of it."""
    found = phrase(SAMPLE).finditer(article.skeleton, start, min(stop + 3, end))
    return any(article.word(said.start()) != "among" or not _of_all(article, said.end()) for said in found)


def _of_all(article: Article, place: int) -> bool:
    """Tell whether a number stands at a place, or behind "the"."""
    return any(article.at[at].kind == "count" for at in (place, place + 1) if at in article.at)


def _against(article: Article, numbers: list[Mention], start: int, stop: int, sure: bool) -> Iterator[Relation]:
    """The numbers against the items; any that fits is the one announced."""
    while stop > start and article.skeleton[stop - 1] in "·.\n":
        stop -= 1
    stop = without_tail(article, start, _quoted(article, start, stop))
    announced, found = numbers[-1], items(article, start, stop, tails=True)
    if alike := parallel(article, found):
        size, fits = len(alike.pieces), [one for one in numbers if value(one) == len(alike.pieces)]
        if fits or (sure and _announces(article, announced) and _slightly_off(announced, size)):
            shown = article.span(start, stop)
            yield _relation(article, (fits or [announced])[0], size, shown, article.text(shown))
        return
    if announced.noun not in PEOPLE:
        found = whole_items(article, found)
    if len(found.pieces) < 2 or not (found.joints or found.semicolons):
        return
    counts = bare_numbers(article, found) or [
        things(article, piece, announced.noun in PEOPLE) for piece in found.pieces
    ]
    if article.word(stop - 1) == "and" or None in counts or (len(counts) == LEAST and not is_couple(article, found)):
        return
    size = sum(count or 0 for count in counts)
    shown = article.span(start, stop)
    fitting = next((one for one in (*numbers, *counted_again(article, stop)) if value(one) == size), None)
    joined = joint(article, found)
    if not fitting and LEAST <= joined < len(counts) - 1:
        size = sum(count or 0 for count in counts[: joined + 1])
        fitting = next((number for number in numbers if value(number) == size), None)
        sure = False
    sure = sure and _announces(article, announced) and _may_be(article, announced, found)
    if size < value(announced):
        near = LEADING if all(is_name(article, piece) for piece in found.pieces) else NEAR_LIST
        sure = sure and start - article.place(announced) <= near + 2 and not are_kinds(article, found)
    if fitting or (sure and reads_one_way(article, found) and _slightly_off(announced, size)):
        yield _relation(article, fitting or announced, size, shown, article.text(shown))


def _quoted(article: Article, start: int, stop: int) -> int:
    """Return where a list ends that a quotation mark closes: three aims - jobs, jobs and jobs," he said."""
    text = article.text(article.span(start, stop)) if stop > start else ""
    if not text.count('"') % 2 and text.count("”") <= text.count("“"):
        return stop
    return next((at for at in range(stop - 1, start, -1) if article.skeleton[at] in QUOTES), stop)


def _may_be(article: Article, announced: Mention, found: Items) -> bool:
    """Tell whether the items can be what is announced: four officials are not the harbour, the mill and a school."""
    if announced.noun not in PEOPLE and not person_noun(announced.noun):
        return True
    words = re.findall(r"\w+", " ".join(text(article, piece) for piece in found.pieces))
    return any(word[0].isupper() or word in PEOPLE or person_noun(word) for word in words)


def _slightly_off(announced: Mention, size: int) -> bool:
    """Tell whether a list misses its number by little; twice as many pieces are places with their states."""
    return abs(size - value(announced)) <= 2 and size < 2 * value(announced)


def _relation(article: Article, number: Mention, size: int, shown: Span, working: str) -> Relation:
    listed = Quantity(Interval.exactly(size), "", working, (shown,))
    right = shown_as(number.text, value(number), Fraction(size))
    return Relation(counted(number), listed, instead=right or str(size))


def _in_blocks(article: Article, sentence: Sentence, numbers: list[Mention]) -> Iterator[Relation]:
    """A paragraph that ends in a colon, with the items of the list below it."""
    blocks = article.document.blocks
    here = bisect_right(article.block_starts, sentence.mentions[0].span.start) - 1
    listed = []
    for block in blocks[here + 1 : here + 1 + SHOWN_ITEMS]:
        if block.kind != "item":
            break
        listed.append(block)
    if len(listed) < 2:
        return
    columns = [_column(article, block) for block in listed]
    size, shown = columns.count(columns[0]), Span(listed[0].start, listed[0].end)
    fitting = next((number for number in numbers if value(number) == size), None)
    sure = (
        len(numbers) == 1
        and not _sample(article, sentence.start, sentence.end, sentence.end)
        and _slightly_off(numbers[0], size)
    )
    sure = sure and not any(counts_some(article, block, numbers[0]) for block in listed)
    sure = sure and size == len(listed)  # Of items under items nobody can tell which are meant.
    if fitting or sure:
        yield _relation(article, fitting or numbers[-1], size, shown, f"{size} items")


def _column(article: Article, item: Block) -> int:
    """Return how far from the left margin of the file an item's text begins: those of a list within the list, farther."""
    return article.document.location(article.document.origin(item.start)).column
