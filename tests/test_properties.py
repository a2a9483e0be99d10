"""True worlds told in many ways: however figures are rounded, hedged and put in order no conflict is found; a slip is one.

MANY=2000 python -m pytest tests/test_properties.py looks at so many tellings of each world.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from factcheck.dates import MONTH_NAMES, NAMES
from factcheck.pipeline import check_text
from factcheck.quantity import Interval
from factcheck.reference import rates
from factcheck.reference.units import convert
from factcheck.shown import fixed, round_half_up, spelt

MANY = int(os.environ.get("MANY", "30"))
DAY = date(2019, 5, 14)
patient = settings(
    deadline=None,
    max_examples=MANY,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
SCALES = {10**12: " trillion", 10**9: " billion", 10**6: " million"}
TOWNS = ("Alder", "Brackley", "Corwen", "Dunmore", "Elstead", "Farnley", "Garstang", "Hexby")
SINO = "월화수목금토일"


class Told(NamedTuple):
    """A world told in one way, and the rules that would have to see its slip."""

    text: str
    rules: frozenset[str]


Teller = Callable[[st.DataObject, Fraction | None], Told]


def one_of(data: st.DataObject, *ways: str) -> str:
    return data.draw(st.sampled_from(ways))


def significant(value: Fraction, digits: int, away: str = "") -> Fraction:
    """The value to so many digits: to the nearest, or `away` up or down."""
    size = len(str(int(value))) - digits if value >= 1 else 1 - digits
    unit = Fraction(10) ** size
    whole = value / unit
    if away:
        whole = Fraction(
            -(-whole.numerator // whole.denominator) if away == "up" else whole.numerator // whole.denominator
        )
    return (whole if away else round_half_up(whole, 0)) * unit


def scaled(value: Fraction, digits: int | None) -> str:
    """The value with its scale in a word and so many digits, in full where none are given."""
    size = next((size for size in SCALES if value >= size), 1)
    places = 0 if digits is None else max(0, digits - len(str(int(value / size))))
    return fixed(value / size, places) + SCALES[size] if size > 1 and digits else fixed(value, 0)


def amount(data: st.DataObject, value: Fraction, sign: str = "", plain: bool = False) -> str:
    """An amount as news writes it: in full, rounded or hedged; `plain` without a hedge and to four digits."""
    if plain:
        return sign + scaled(value, 4 if value >= 10**6 else None)
    way = data.draw(st.sampled_from(["full", "scaled", "about", "nearly", "more than", "up to"]))
    digits = data.draw(st.integers(2, 4))
    if way == "full" or (way == "scaled" and value < 10**6):
        return sign + fixed(value, 0)
    if way == "scaled":
        return sign + scaled(value, digits)
    hedge = {"about": ("about", "some", "roughly", "an estimated"), "nearly": ("nearly", "almost", "just under"),
             "more than": ("more than", "over", "at least"), "up to": ("up to", "no more than", "fewer than")}[way]  # fmt: skip
    near = significant(value, 2 + (way == "nearly"), {"nearly": "up", "up to": "up", "more than": "down"}.get(way, ""))
    return f"{one_of(data, *hedge)} {sign}{scaled(near, 2 + (way == 'nearly'))}"


def percent(data: st.DataObject, share: Fraction, plain: bool = False) -> str:
    places = 1 if plain else data.draw(st.integers(0, 2))
    hedge = "" if plain else one_of(data, "", "", "about ", "roughly ")
    return hedge + fixed(share * 100, places) + one_of(data, "%", " percent", " per cent")


def money(data: st.DataObject) -> Fraction:
    return Fraction(data.draw(st.integers(1_000_000, 9_999_999))) * 10 ** data.draw(st.integers(0, 5))


def change(data: st.DataObject, slip: Fraction | None) -> Told:
    before = money(data)
    after = round_half_up(before * data.draw(st.fractions(Fraction(1, 2), 3, max_denominator=997)), 0)
    share = after / before - 1
    assume(abs(share) > Fraction(1, 20) and 10 * abs(share.numerator) < 30 * share.denominator)
    up, plain = share > 0, slip is not None
    was, now = amount(data, before, "$", plain), amount(data, after, "$", plain)
    by = percent(data, abs(share) * (slip or 1), plain)
    verb = one_of(data, *(("rose", "grew", "climbed") if up else ("fell", "dropped", "slid")))
    way, noun = ("up", "rise") if up else ("down", "fall")
    text = one_of(
        data,
        f"Profit {verb} {by} to {now} from {was}.",
        f"Profit {verb} from {was} to {now}, {way} {by}.",
        f"Profit {verb} from {was} to {now}, a {noun} of {by}.",
        f"Profit was {now}, {way} {by} from {was} a year earlier.",
        *(() if plain else (f"Last year's profit of {was} {verb} to {now}, {way} {by}.",)),
        f"Profit {verb} {by}, to {now}, in the quarter, from {was} in the same quarter of last year.",
        f"Profit {verb} to {now} from {was}, the company said, {way} {by}.",
    )
    return Told(text, frozenset({"percent-change"}))


def parts(data: st.DataObject, slip: Fraction | None) -> Told:
    some = [Fraction(data.draw(st.integers(21, 9_999))) for _ in range(data.draw(st.integers(2, 5)))]
    total, plain = sum(some, Fraction(0)), slip is not None
    slip = max(slip, 1 / slip) if slip else None
    whole = amount(data, total + (0 if slip is None else round_half_up(total * (slip - 1), 0)), plain=plain)
    shown = [amount(data, part, plain=plain) for part in some]
    listed = (
        ", ".join(f"{part} in {town}" for part, town in zip(shown[:-1], TOWNS, strict=False))
        + f" and {shown[-1]} in Hexby"
    )
    text = one_of(
        data,
        f"The firm has {listed}, {whole} workers in all.",
        f"It employs {listed}, for a total of {whole} workers.",
        *(
            ()
            if plain
            else (
                f"The firm has {whole} workers: {listed}.",
                f"It employs {whole} people, {listed}.",
                f"The firm hired {listed}. That makes {whole} workers.",
            )
        ),
    )
    return Told(text, frozenset({"part-whole"}))


def conversion(data: st.DataObject, slip: Fraction | None) -> Told:
    name, code = data.draw(
        st.sampled_from([("won", "KRW"), ("yen", "JPY"), ("Swiss francs", "CHF"), ("pounds", "GBP")])
    )
    value, band = money(data) * 100, rates.band(code, "USD", DAY, DAY)
    assert band
    plain = slip is not None
    dollars = amount(data, round_half_up(value * band.middle * (slip or 1), 0), "$", plain)
    price = amount(data, value, plain=plain)
    text = one_of(
        data,
        f"It cost {price} {name} ({dollars}) in all.",
        f"The price of {price} {name}, or {dollars}, was paid.",
    )
    return Told(text, frozenset({"currency-conversion", "magnitude"}))


def weekday(data: st.DataObject, slip: Fraction | None) -> Told:
    day = data.draw(st.dates(date(1990, 1, 1), date(2030, 12, 31)))
    name = NAMES[(day.weekday() + (3 if slip else 0)) % 7]
    month = MONTH_NAMES[day.month - 1]
    text = one_of(
        data,
        f"They met on {name}, {month} {day.day}, {day.year}, in Alder.",
        f"They met on {name} {day.day} {month} {day.year} in Alder.",
        f"They met on {month} {day.day}, {day.year}, a {name}, in Alder.",
        f"The talks of {name}, the {day.day}th of {month} {day.year}, failed."
        if 3 < day.day < 21
        else f"On {name}, {day.day} {month} {day.year}, they met.",
        f"회의는 {day.year}년 {day.month}월 {day.day}일({SINO[NAMES.index(name)]}) 열렸다.",
        f"회의는 {day.year}년 {day.month}월 {day.day}일 {SINO[NAMES.index(name)]}요일에 열렸다.",
    )
    return Told(text, frozenset({"weekday-date"}))


def age(data: st.DataObject, slip: Fraction | None) -> Told:
    born = data.draw(st.dates(date(1925, 1, 1), date(1999, 12, 31)))
    years = DAY.year - born.year - ((DAY.month, DAY.day) < (born.month, born.day)) + (5 if slip else 0)
    when = f"{MONTH_NAMES[born.month - 1]} {born.day}, {born.year}"
    text = one_of(
        data,
        f"Ann Ashworth, {years}, was born on {when}.",
        f"Ann Ashworth was born on {when}. Ashworth is {years}.",
        f"Ann Ashworth, born {when}, is {years} years old.",
    )
    return Told(text, frozenset({"age", "duration"}))


def distance(data: st.DataObject, slip: Fraction | None) -> Told:
    one, other = data.draw(
        st.sampled_from([("miles", "kilometers"), ("acres", "hectares"), ("pounds", "kilograms"), ("feet", "meters")])
    )
    value, plain = Fraction(data.draw(st.integers(11, 9_999))), slip is not None
    answer = convert(Interval.exactly(value), one, other)[0].middle * (slip or 1)
    there = fixed(
        significant(answer, 3 if plain else data.draw(st.integers(2, 4))),
        0 if answer >= 100 or not plain else 1,
    )
    assume(plain or answer >= 100)
    here = amount(data, value, plain=True)
    hedge = "" if plain else one_of(data, "", "about ", "roughly ")
    text = one_of(
        data,
        f"It came to {here} {one} ({hedge}{there} {other}).",
        f"It was {here} {one}, or {hedge}{there} {other}, in all.",
    )
    return Told(text, frozenset({"unit-conversion"}))


def ballot(data: st.DataObject, slip: Fraction | None) -> Told:
    loser, margin = data.draw(st.integers(1_000, 90_000)), data.draw(st.integers(21, 900))
    winner, said = loser + margin, margin + (7 if slip else 0)
    text = one_of(
        data,
        f"She won by {said:,} votes, {winner:,} to {loser:,}.",
        f"She won with {winner:,} votes to {loser:,}, a majority of {said:,}.",
        *(() if slip else (f"She had {winner:,} votes and he {loser:,}. Her margin was {said:,} votes.",)),
    )
    return Told(text, frozenset({"difference", "vote"}))


def per_head(data: st.DataObject, slip: Fraction | None) -> Told:
    number, each = data.draw(st.integers(13, 999)), data.draw(st.integers(1_200, 99_000))
    plain = slip is not None
    total, share = (
        amount(data, Fraction(number * each), "$", plain),
        amount(data, Fraction(each) * (slip or 1), "$", plain),
    )
    text = one_of(
        data,
        f"It paid {total} to {number} victims, or {share} per victim.",
        *(
            ()
            if slip
            else (
                f"It paid {number} victims {total}, an average of {share} each.",
                f"Each of the {number} victims got {share}, {total} in all.",
            )
        ),
    )
    return Told(text, frozenset({"rate"}))


def listing(data: st.DataObject, slip: Fraction | None) -> Told:
    names = data.draw(st.permutations(TOWNS))[: data.draw(st.integers(2, 7))]
    said = spelt(len(names) + (1 if slip else 0))
    joined = ", ".join(names[:-1]) + one_of(data, " and ", ", and " if len(names) > 2 else " and ") + names[-1]
    text = one_of(
        data,
        f"It will close plants in {said} towns: {joined}.",
        f"{said.capitalize()} towns ({joined}) will lose a plant.",
    )
    return Told(text, frozenset({"list-count"}))


def clocks(data: st.DataObject, slip: Fraction | None) -> Told:
    cities = {
        "New York": "America/New_York",
        "London": "Europe/London",
        "Tokyo": "Asia/Tokyo",
        "Seoul": "Asia/Seoul",
        "Berlin": "Europe/Berlin",
    }
    here, there = data.draw(st.permutations(list(cities)))[:2]
    day = data.draw(st.dates(date(2010, 1, 1), date(2025, 12, 31)))
    start = datetime(
        day.year,
        day.month,
        day.day,
        data.draw(st.integers(7, 20)),
        data.draw(st.sampled_from([0, 30])),
        tzinfo=ZoneInfo(cities[here]),
    )
    other = start.astimezone(ZoneInfo(cities[there])) + timedelta(hours=2 if slip else 0)
    when = f"{MONTH_NAMES[day.month - 1]} {day.day}, {day.year}"
    text = one_of(
        data,
        f"The call is on {when}, at {hour(start)} in {here} ({hour(other)} in {there}).",
        f"The call starts at {hour(start)} in {here} on {when} ({hour(other)} in {there}).",
    )
    return Told(text, frozenset({"time-zone"}))


def hour(time: datetime) -> str:
    minute = f":{time.minute:02}" if time.minute else ""
    return f"{time.hour % 12 or 12}{minute} {'a.m.' if time.hour < 12 else 'p.m.'}"


def share(data: st.DataObject, slip: Fraction | None) -> Told:
    whole = data.draw(st.integers(60, 9_000))
    part = data.draw(st.integers(whole // 10, whole * 9 // 10))
    assume(slip is None or (part % 10 and whole % 10))
    said = percent(data, Fraction(part, whole) * (slip or 1), slip is not None)
    text = one_of(
        data,
        f"The survey drew {whole:,} replies, of which {part:,}, or {said}, opposed it.",
        f"Of the {whole:,} cases, {part:,} ({said}) were cleared.",
        f"Police cleared {part:,} of the {whole:,} cases, or {said}.",
        f"전체 {whole}명 중 {part}명({said.split()[-1] if '%' in said else said.replace('per cent', '%')})이 반대했다."
        if "%" in said and "a" not in said and "r" not in said
        else f"In all, {part:,} of {whole:,} homes, {said}, were lost.",
    )
    return Told(text, frozenset({"share"}))


def gap(data: st.DataObject, slip: Fraction | None) -> Told:
    before, more = data.draw(st.integers(100, 5_000)), data.draw(st.integers(21, 90))
    after, by = before + more, more + (7 if slip else 0)
    text = one_of(
        data,
        f"Membership was up {by} from {before:,} to {after:,}.",
        f"The school took in {after:,} pupils, {by} more than last year's {before:,}.",
        f"The index rose {by} points to {after:,} from {before:,}.",
        f"They lost {by} members, to {before:,} from {after:,}.",
        f"Sales fell by {by} cars, from {after:,} to {before:,}.",
    )
    return Told(text, frozenset({"difference"}))


def points(data: st.DataObject, slip: Fraction | None) -> Told:
    before, after = data.draw(st.integers(5, 90)), data.draw(st.integers(5, 90))
    assume(abs(after - before) > 3)
    by, verb, noun = (
        abs(after - before) + (4 if slip else 0),
        *(("rose", "increase") if after > before else ("fell", "decrease")),
    )
    text = one_of(
        data,
        f"Support {verb} {by} points, from {before}% to {after}%.",
        f"Support {verb} to {after} percent from {before} percent, {'an' if noun[0] == 'i' else 'a'} {noun} of {by} percentage points.",
        f"Support {verb} by {by} percentage points to {after}% from {before}%.",
        f"지지율은 {before}%에서 {after}%로 {by}%포인트 {'올랐다' if after > before else '내렸다'}.",
    )
    return Told(text, frozenset({"percent-points"}))


def totals(data: st.DataObject, slip: Fraction | None) -> Told:
    rows = [
        (town, data.draw(st.integers(60, 9_999)), data.draw(st.integers(60, 9_999)))
        for town in TOWNS[: data.draw(st.integers(2, 6))]
    ]
    first, second = sum(row[1] for row in rows) + (20 if slip else 0), sum(row[2] for row in rows)
    lines = [
        "| Town | 2023 | 2024 |",
        "|---|---|---|",
        *(f"| {town} | {one:,} | {other:,} |" for town, one, other in rows),
    ]
    text = "A table follows.\n\n" + "\n".join([*lines, f"| Total | {first:,} | {second:,} |"]) + "\n"
    return Told(text, frozenset({"table"}))


WORLDS = (
    change,
    parts,
    conversion,
    weekday,
    age,
    distance,
    ballot,
    per_head,
    listing,
    clocks,
    share,
    gap,
    points,
    totals,
)


def conflicts(text: str) -> list[tuple[str, str]]:
    found = check_text(text, published=DAY).findings
    return [(finding.rule.split("/")[0], finding.message) for finding in found if finding.severity != "note"]


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.__name__)
@patient
@given(data=st.data())
def test_a_true_world_has_no_conflict(world: Teller, data: st.DataObject) -> None:
    told = world(data, None)
    assert conflicts(told.text) == [], told.text


@patient
@given(data=st.data())
def test_true_worlds_side_by_side_have_no_conflict(data: st.DataObject) -> None:
    some = data.draw(st.permutations([world for world in WORLDS if world is not totals]))[:4]
    told = [world(data, None).text for world in some]
    article = data.draw(st.sampled_from([" ", "\n\n"])).join(text for text in told if text.isascii())
    assert conflicts(article) == [], article


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.__name__)
@patient
@given(data=st.data())
def test_a_slip_is_a_conflict(world: Teller, data: st.DataObject) -> None:
    told = world(data, data.draw(st.sampled_from([Fraction(3, 2), Fraction(2, 3), Fraction(9, 5)])))
    assert {rule for rule, _ in conflicts(told.text)} & told.rules, told.text
