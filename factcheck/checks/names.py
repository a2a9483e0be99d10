"""One name written two ways."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import combinations

from factcheck.article import Article
from factcheck.check import check
from factcheck.document import Span
from factcheck.link.context.bearers import bearers, mistaken
from factcheck.link.context.firms import misspelt_bodies
from factcheck.link.context.names import (
    FIRM,
    SHORTEST,
    Places,
    by_forename,
    by_surname,
    compound,
    ends_in_another_vowel,
    forenames_differ,
    full_names,
    headed,
    lone_names,
    one_bearer,
    one_forename,
    surname_slip,
    surnames_differ,
)
from factcheck.link.context.speakers import CORRECTING
from factcheck.link.people.personal import (
    described_as_new,
    in_its_paragraph,
    introduced,
    is_surname,
    is_title,
    of_naming,
    on_second_reference,
    stands_as_person,
    without_trades,
)
from factcheck.link.people.respelt import forenames_respelt
from factcheck.link.people.styles import styled_twice, two_countries
from factcheck.link.people.toldapart import alike, doubting_two
from factcheck.link.people.typos import of_one_root, typed_twins
from factcheck.model import Relation, Severity
from factcheck.quantity import Quantity

KIN = (
    "brother", "sister", "twin", "wife", "husband", "son ", "daughter", "father", "mother", "cousin", "relat",
)  # fmt: skip
FAMILY = "they may be two of one family"
NONE: list[str] = []
FEWEST = 4
BODIES = frozenset("Center Centre Foundation Trust Institute Group Holdings Partners Hospital School Fund Prize Stadium Museum Gallery "
                   "University College Associates Brothers Company Corporation Library Theatre Theater".split())  # fmt: skip

HELD = 12
"""So many names are shown as checked; more would bury the figures."""

CROWD = 1000
"""Among more surnames than these some two are alike by chance, and a list of them is no article."""


@check("name-variant", says="{stated} is spelt {implied} elsewhere.", severity="warning")
def name_variant(article: Article) -> Iterator[Relation]:
    """A person, body or place must be written one way.

    Hyphens, blanks and accents must agree; names that differ by a slip of the pen in one word are one name, and long
    ones that differ as a slip of the fingers makes them, of whatever they are: Barrowmere, Barowmere.
    Words that differ by an inflection, forenames of one family and quoted names are left alone.

    Wrong: Lee Jae-myung flew in on Sunday. / Aides to [Lee Jae Myung] said he would stay.  =>  Lee Jae-myung
    Wrong: The conductor Hedvig Ekström died on Friday. / [Hedwig Ekström] is survived by two sons.
    Wrong: Judge Lina Hidalgo issued the order. / Hidalgo stood by it. / [Hildalgo] responded by mail.
    Wrong: Fed's [Bulard] sees growth. / The head of the bank, James Bullard, said so.
    Wrong: William Bryan spoke. / Mr. [Byran] spoke of light, too.  =>  William Bryan
    Wrong: Economics Minister Maria Fekter left. / The minister, [Maria Fetker], said so.
    Wrong: Maria Gonzales joined in 2004. Maria Gonzales ran the desk. / [Maria Gonzalez] retires in May.
    Wrong: The author, Colleen Auricht, reckoned so. / Ms [Aurich] went along once.
    Wrong: Councillor Ann Ashby-Marsh spoke first. / Ms [Ashby-March] disagreed.
    Wrong: The Tamarack Valley Trust needs hands. / He left all to the [Tamarac Valley Trust].
    Skip: It appeared in ACM Transactions on Logic. It was reprinted by the Israel Program for Scientific Translations.
    Skip: The Veterans Affairs Committee met. / A Veteran Affairs Committee is due.
    Wrong: The banker Zoë Marchetti left. / A note to [Zoe Marchetti] was found.
    Wrong: It was her heart, said her daughter, Rosamunde Bell. / Cake will be brought, [Rosamonde Bell] said.
    Wrong: A boat reached the hamlet of Thornmere. / The church at [Thornemere] is under water.
    Wrong: The mayor praised Ezra Vandersloot for his calm. / Later the crowd cheered as [Vandesrloot] left.
    Wrong: Storm Philippa came at dawn. / By noon [Phillipa] was gone.
    Wrong: Seo Min-wook led by six shots. / [Seo Min-uk] is 23.
    Wrong: The envoy, Clive Ashe-Warren, left. / They thanked [Ashe Warren] for his work.
    Wrong: The defendant, Dwain Prowitt of Leeds, was sent down. / [Prewitt] has a month to appeal.
    Wrong: Judge Carol Stavropoulos refused bail. / Judge [Stavropolous] will sit in May.
    Wrong: The paper maker Tervola Oyj was fined. / [Tervalo] said it would appeal.
    Wrong: The producer Harsh Mulchandani was freed. / [Mulchandini]'s counsel spoke.
    Wrong: Ward chief Noh Ki-taek spoke. / Nobody will be hurt, [Roh Ki-taek] said.  =>  Noh Ki-taek
    Right: Ward chief Noh Ki-taek spoke. / Nobody will be hurt, ward chief Noh Ki-taek said.
    Wrong: Ingrid Sandvoll kept her post. / Mrs [Sandvold] was cheered.
    Skip: Kim Ki-taek spoke. / Noh Ki-taek left early.
    Skip: Abdallah al-Amin spoke. / The prayers were for Abdullah Rajab.
    Wrong: The novelist Aurelio Bassani died on Monday. / [Basani], who wrote nine books, was 81.
    Wrong: The winger Thiago Cavalcanti has signed. / [Thiago Cavalcante] is from Recife.
    Wrong: The mayor, Hendrik Vosloo, began it. / The first stone was laid by [Hendrik Voslo].
    Wrong: Analysts at Brandywell Securities cut it. / [Brandywel Securities] had been bullish.
    Wrong: A porter, Catherine Oldroyd, heard a bang. / [Katherine Oldroyd] lives there.
    Wrong: The storm came late, said Delphine Marchetti, who runs the port. / [Marchetto] said the quay was dry.
    Skip: The storm came late, said Delphine Marchetti. / The pier at Marchetto was dry.
    Right: The goals were Luis Amaro's and the substitute Jack Amaro's, his younger brother.
    Right: Robert Haldane spoke first. Roberta Haldene, the clerk, is not related and spells it so.
    Wrong: Lawyers of Hobbs, Wexler & Pyne sent a bill. / “We stand by it,” a partner of [Hobbs, Wechsler & Pyne] wrote.
    Wrong: The vaulter Anders Hegdahl won. / His wife was there; “[Anders Hegdal] never gives up,” she said.
    Skip: It was Meyer & Sons until a clerk erred. / Since then Myer & Sons has kept the misspelling.
    Right: # Garoupa goes up / The rocket carried Garoupa to its orbit.
    Wrong: [Rosalind Feathersby] chairs the trust. It will publish it all after Easter, Mrs [Fetherby] said.
    Skip: Rosalind Feathersby chairs the trust. Her predecessor, Mrs Fetherby, said that it leaked then too.
    Skip: Dana Cartwright leads it. / Mr Cartright of Leeds asked a question.
    Skip: The driver Alex Petersen won. / Behind him came Peterson, the Swede.
    Skip: Senator Douglas Whitcombe wrote the bill. / The town of Whitcomb would gain most.
    Right: Chidi Okafor scored 29. / Okafor said he had missed five.
    Right: Captain Lee Harbin was sent off. / Then Finn Harbin scored.
    Right: She signed as M. E. Lindgren. / Margaret Elin Lindgren was 84.
    Wrong: The chair, Sarah Whitfield, left. Ms Whitfield had run it for years. / [Sara Whitfield] said she was sad.
    Wrong: Lorraine Tebbutt was jailed. / Her lawyer said that Mrs [Tebbit] was sorry.
    Right: Carole Harding chairs it. Ms Harding was firm. / Carol Harding, a nurse in Leeds, wrote in.
    Right: Anna Lindqvist left. Lindqvist had run the firm. / Anne Lindqvist said her aunt was tired.
    Skip: Ann Harrison won. / Mr Harris of the board said no.
    Skip: North Korea spoke to South Korea. / A North Korean and a South Korean met.
    Skip: President Barack Obama spoke. / The hunt for Osama bin Laden went on, he said.
    Skip: She went to school in Boston. / Margaret Bouton, the curator, met her.
    Skip: British, German, and other units came. / Lord George Germain approved.
    Skip: A fellow Khalq member took over. / Abdul Khaliq, a student, shot him.
    Skip: She became a Socialist. / The head of Wisconsin Socialism, Ann Orr, had asked her. The Socialist paper ran it.
    Skip: The Republic of Colombia signed. / The voters of British Columbia did not.
    Skip: His Concerto in F was played. / It was a Gershwin Memorial Concert, in Leeds.
    Skip: The Leeds-Hull Corridor is full. / Work on the Leeds–Hull Corridor begins.
    Skip: He had it from his father, Frederick. / Their third child is Eric Fredrick.
    Skip: Paula Reyes left with Paul Reyes.
    Skip: NEW YORK - Shares fell. / In New York, bonds rose.
    Right: Mayor Jean Carter left. / Joan Carter, her sister, stayed.
    Skip: “Lee Jae Myung” is the book's title. / Lee Jae-myung is president.
    Right: He is Eric Garner, not Gardner, a correction said. / Mr. Garner left.
    Skip: It runs on Epic Games, a store. / The store for Gamers grew.
    Skip: Chung Euisun and Chung Kisun came. / Hyundai Motor and HD Hyundai paid.
    Wrong: [박도현] 해송 대표는 웃었다. [박도헌] 대표는 더 말하지 않았다.
    Wrong: 시인 [윤태성](44)의 새 시집이 나왔다. / [윤태상]은 말했다.
    Skip: 김민석 의원과 김민성 의원이 왔다.
    Wrong: 한빛물산이 새 배를 샀다. / 시장은 [한빚물산]의 빚을 우려한다.
    Skip: 대한전자와 대한전기는 다른 회사다.
    Wrong: [윤태성] 전 위원이 새 원장에 뽑혔다. / 윤 원장은 학자다. 이사회는 [윤태상] 원장의 임기를 정했다.
    """
    yield from doubting_two(article, _variants(article))


def _variants(article: Article) -> Iterator[Relation]:
    """Compare all names that may be one."""
    names = without_trades(article, full_names(article.tokens))
    surnames = by_surname(names)
    yield from _styles(article, names)
    told: set[str] = set()
    for relation in (*_slips(article, names, surnames), *_lone(article, names)):
        told.update(relation.stated.working.split())
        if not _alike(relation):
            told.update(relation.implied.working.split())
        yield relation
    for first, again in forenames_respelt(article, names, surnames):
        yield _relation(article, names, first, again)
    yield from _named_after(article, names, surnames)
    yield from _in_full_again(article, names)
    for mistyped, other in typed_twins(article, names):
        if mistyped[0] not in told and not introduced(article, mistyped[1]):
            yield _word_relation(article, mistyped, other)
    yield from two_countries(article)
    yield from _with_offices(article)
    for pair in alike(article):
        both, again = article.text(pair.one), article.text(pair.other)
        stated, implied = Quantity.named(both, again, pair.other), Quantity.named(both, both, pair.one)
        yield Relation(stated, implied, working=pair.why)


def _alike(relation: Relation) -> bool:
    """Tell whether both sides are spelt alike."""
    return relation.stated.value == relation.implied.value


def _with_offices(article: Article) -> Iterator[Relation]:
    """Compare the names of those who bear one office, and show that a name told again is spelt alike."""
    known = bearers(article)
    for one, other in (*mistaken(article, known), *misspelt_bodies(article)):
        main, variant = sorted((one, other), key=lambda bearer: (-len(bearer.spans), bearer.spans[0]))
        yield Relation(
            Quantity.named(variant.name, variant.name, *variant.spans[:1]),
            Quantity.named(main.name, main.name, *main.spans[:1]),
            fix=f"{main.name}, or {variant.name} throughout",
            instead=main.name,
        )
    told: dict[str, list[Span]] = {}
    for bearer in known:
        told.setdefault(bearer.name, []).extend(bearer.spans)
    for name, spans in [(name, sorted(spans)) for name, spans in told.items() if len(spans) > 1][:HELD]:
        first, again, *_ = (Quantity.named(name, name, at) for at in spans)
        yield Relation(again, first)


def _in_full_again(article: Article, names: Places) -> Iterator[Relation]:
    """Show that a person who is named in full again is spelt alike, those of Korea with their hyphens."""
    again = (name for name, places in names.items() if len(places) > 1 and " " in name)
    known = [name for name in again if name.rpartition("-")[2].islower() or _is_persons(article, names, name)]
    for name in known[:HELD]:
        first, other = (Quantity.named(name, name, _span(article, at, name)) for at in names[name][:2])
        yield Relation(other, first)


def _named_after(article: Article, names: Places, surnames: dict[str, list[str]]) -> Iterator[Relation]:
    """Show that a body that bears a person's name spells it alike: Hartwell-Osei Center, Lucille Osei."""
    bodies = [name for name in names if name.rpartition(" ")[2] in BODIES]
    within = {
        part: name for name in bodies for word in name.split()[:-1] for part in word.split("-") if len(part) >= FEWEST
    }
    shared = [word for word in within if word in surnames and not surnames[word][0].startswith(word)]
    for word in shared[:HELD]:
        yield _family(article, names, word, [surnames[word][0], within[word]])


def _styles(article: Article, names: Places) -> Iterator[Relation]:
    """Compare the names with hyphens or accents against the others without."""
    for name, way, persons in styled_twice(names):
        yield _relation(article, names, name, way, None if persons else Severity.NOTE)


def _slips(article: Article, names: Places, surnames: dict[str, list[str]]) -> Iterator[Relation]:
    """Compare the names that differ in one word."""
    for groups, differ in ((surnames, forenames_differ), (by_forename(names), surnames_differ)):
        for word, group in groups.items():
            if len(group) > 1:
                for one, other in combinations(group[:HELD], 2):
                    if differ(one, other) and not _told_as_new(article, names, one, other):
                        yield _relation(article, names, one, other)
                if groups is surnames and any(_is_persons(article, names, name) for name in group):
                    yield _family(article, names, word, group)


def _told_as_new(article: Article, names: Places, *both: str) -> bool:
    """Tell whether the later of two names is told as that of somebody not named before: Carol Harding, a nurse."""
    later = max(both, key=lambda name: names[name][0])
    return described_as_new(article, names[later][0] + len(later.split()) - 1)


def _is_persons(article: Article, names: Places, name: str) -> bool:
    """Tell whether a name is a person's: initials, a title before it or a verb of saying behind."""
    return name[1:3] == ". " or stands_as_person(article, names[name][0], name.count(" ") + 1)


def _family(article: Article, names: Places, word: str, group: list[str]) -> Relation:
    """Show that two bearers of one surname spell it alike."""
    one, other = group[0], group[-1]
    return Relation(
        Quantity.named(word, other, _span(article, names[other][0], other)),
        Quantity.named(word, one, _span(article, names[one][0], one)),
        doubt="two people may share a surname",
    )


def _lone(article: Article, names: Places) -> Iterator[Relation]:
    """Compare surnames alone with the full names: Hidalgo, Hildalgo."""
    full = {name: places for name, places in names.items() if " " in name and not headed(name)}
    alone = _alone(article, {name: places for name, places in names.items() if name not in full})
    surnames = by_surname(full)
    for word in [surname for surname in surnames if surname in alone and len(surname) > 3][:HELD]:
        bearer = max(surnames[word], key=len)
        if stands_as_person(article, alone[word], 1) or _is_persons(article, names, bearer):
            yield _surname(article, names, bearer, word, alone[word])
    if len(surnames) > CROWD:
        return
    known = {part for name in full for part in name.split()}
    ends: dict[str, list[str]] = {}
    for surname in surnames:
        if len(surname) >= SHORTEST - 1:
            ends.setdefault(surname[:2], []).append(surname)
            ends.setdefault(surname[-2:], []).append(surname)
    correcting = article.may_say(CORRECTING)
    for word in alone:
        if len(word) >= SHORTEST - 1 and word not in surnames and not (correcting and of_naming(article, alone[word])):
            likely = ends.get(word[:2], NONE) + ends.get(word[-2:], NONE)
            person = stands_as_person(article, alone[word], 1)
            likely = [
                surname
                for surname in likely
                if not of_one_root(word, surname)
                if surname_slip(word, surname)
                or (person and ends_in_another_vowel(word, surname, FIRM))
                or on_second_reference(article, alone[word], word, surname)
                or (person and in_its_paragraph(article, full[surnames[surname][0]], alone[word], word, surname))
            ]
            if likely and word not in known:
                yield from _misspelt(article, names, surnames, alone, word, likely)


def _word_relation(article: Article, *both: tuple[str, int]) -> Relation:
    """Compare two words, each with the token that it is, the first of which is in question."""
    starts = article.tokens.starts
    (word, stated), (other, implied) = ((word, Span(starts[at], starts[at] + len(word))) for word, at in both)
    return Relation(
        Quantity.named(word, word, stated),
        Quantity.named(other, other, implied),
        doubt=_doubt(article, stated, implied, False),
        fix=f"{other}, or {word} throughout",
        instead=other,
    )


def _alone(article: Article, headed: Places) -> dict[str, int]:
    """Return the surnames that stand alone, the `headed` ones behind an office or an owner too, each with a token it is."""
    found = lone_names(article.tokens)
    starts = article.tokens.starts
    for name, places in headed.items():
        word = name[name.rfind(" ") + 1 :]
        found.setdefault(word, bisect_left(starts, starts[places[0]] + len(name) - len(word)))
    return found


def _misspelt(
    article: Article,
    names: Places,
    surnames: dict[str, list[str]],
    alone: dict[str, int],
    word: str,
    likely: list[str],
) -> Iterator[Relation]:
    for surname in dict.fromkeys(likely):
        alike = ("-" in surname) == ("-" in word)
        bearers = [name for name in surnames[surname] if alike and not compound(name)]
        seen = [(names[name][0], name.count(" ") + 1) for name in bearers]
        if surname in alone:
            seen.append((alone[surname], 1))
        if bearers and is_surname(article, seen, alone[word], word, surname):
            yield _surname(article, names, bearers[-1], word, alone[word], _of_kin(article, word, alone[word]))


def _of_kin(article: Article, word: str, place: int) -> str | None:
    """Return the doubt that a forename alone, in a sentence that tells of kin, may be another's: his father, Frederick."""
    if stands_as_person(article, place, 1):
        return None
    start, end = _sentence(article, _span(article, place, word))
    return FAMILY if any(kin in article.document.text[start:end] for kin in KIN) else None


def _surname(article: Article, names: Places, full: str, word: str, place: int, doubt: str | None = None) -> Relation:
    surname = full[full.rfind(" ") + 1 :]
    return Relation(
        Quantity.named(word, word, _span(article, place, word)),
        Quantity.named(surname, full, _span(article, names[full][0], full)),
        doubt=doubt,
        fix=f"{surname}, or {word} throughout",
        instead=surname,
    )


def _relation(article: Article, names: Places, one: str, other: str, severity: Severity | None = None) -> Relation:
    """Compare two ways of writing a name; the way that stands there less often is the one in question."""
    main, variant = sorted((one, other), key=lambda name: (-len(names[name]), names[name][0]))
    stated, implied = _span(article, names[variant][0], variant), _span(article, names[main][0], main)
    return Relation(
        Quantity.named(variant, variant, stated),
        Quantity.named(main, main, implied),
        severity=severity,
        doubt=_doubt(article, stated, implied, one_bearer(main, variant) or one_forename(main, variant)),
        fix=f"{main}, or {variant} throughout",
        instead=main,
    )


def _span(article: Article, place: int, name: str) -> Span:
    start = article.tokens.starts[place]
    return Span(start, start + len(name))


def _doubt(article: Article, one: Span, other: Span, one_name: bool) -> str | None:
    text, both = article.document.text, (one, other)
    if any(is_title(article, span) for span in both):
        return "one of the names is quoted"
    near = [_sentence(article, span) for span in (one, other)]
    if near[0] == near[1] and not (one_name and ";" in text[min(both).end : max(both).start]):
        return "both names stand in one sentence"
    if not one_name and any(word in text[start:end] for start, end in near for word in KIN):
        return FAMILY
    return None


def _sentence(article: Article, span: Span) -> tuple[int, int]:
    """Return the characters of the sentence or line that a name stands in, near enough."""
    text = article.document.text
    start = max(text.rfind(". ", 0, span.start), text.rfind("\n", 0, span.start))
    ends = [end for end in (text.find(". ", span.end), text.find("\n", span.end)) if end >= 0]
    return start + 1, min(ends, default=len(text))
