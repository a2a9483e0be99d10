"""Units of measure beside their conversions."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck import shown
from factcheck.article import Article, Sentence
from factcheck.check import check
from factcheck.document import Span
from factcheck.link.change.recast import recast
from factcheck.link.context.apposition import Apposed, apposed, is_round, neighbours, plain, said
from factcheck.link.series.figures import is_of_each
from factcheck.link.size.othersystem import told_again
from factcheck.link.size.remeasured import restated
from factcheck.link.whole.ofanother import is_compared
from factcheck.model import Mention, Relation, Severity
from factcheck.numerals import Number
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.reference.units import convert, unit

CLOSE, ROUND = Fraction(3, 100), Fraction(6, 100)
"""How far a conversion may be off: of a figure with digits to it, and of a round one (10, 500)."""

DEGREE = Fraction(1)
OVEN = {"celsius": (Fraction(80), Fraction(5)), "fahrenheit": (Fraction(175), Fraction(10))}
"""From so hot on, both in fives, a heat is an oven's, and may be so far off."""

POWERS = (-6, -3, -2, -1, 1, 2, 3, 6)
COMPOUND = {("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14, ("yard", "foot"): 3, ("mile", "yard"): 1760,
            ("mile", "foot"): 5280, ("kilometer", "meter"): 1000, ("kilogram", "gram"): 1000}  # fmt: skip
POWER_OF = {"square": 2, "cubic": 3}
CHANGES = frozenset("warming cooling warmed cooled difference anomaly swing rise rises rose risen increase increased drop "
                    "dropped fall fell decline declined gain climb climbed jump jumped".split())  # fmt: skip
LINKS = frozenset(
    "of by about around roughly some nearly almost over under more less than up an a just to at below within".split()
)
ARRIVES = frozenset("to at below within".split())
LIMITS = frozenset("warming cooling".split())
APART = frozenset("warmer cooler hotter colder".split())
BEHIND = 14
DIFFERENCE = Pattern(
    r"(?:가|이|나|이나|만큼)? ?(?:\([^)]*\))? ?(?:더|씩|가량|정도)? ?(?:높|낮|올랐|오른|올라|오르|내려|내린|떨어|차|상승|하락)"
)
"""What makes a temperature before it a difference where verbs stand last; 35도까지 올랐다 is none."""
OFF_NORMAL = Pattern(r"\)? (?:above|below) (?:the |their |its )?(?:[a-z]+ )?(?:normal|average|usual|norm|mean)\b")
"""Behind a temperature these make it a difference."""

READINGS = frozenset(
    "temperature temperatures high highs low lows hit reached touched thermometer mercury reading".split()
)

POUNDS = ("pound", "pounds", "파운드")
PER = "_per_"
FANS = frozenset({"fan", "convection"})
"""Behind a figure they make what follows the sum of many, not the same in another unit."""


class Slip(NamedTuple):
    """What went wrong with a conversion, in words, and the name of that kind of slip."""

    words: str = ""
    variant: str = ""


UNLIKE = 30
"""A measure that is so many times another, by no slip of the pen, is no conversion of it."""


@check("unit-conversion", says="{stated} does not equal {working}.")
def unit_conversion(article: Article) -> Iterator[Relation]:
    """A length, area, weight, speed or temperature must be what its conversion beside it says.

    Either may have been rounded, round figures generously; a name that means several units (gallon, ton, mile) may
    mean any; a change of temperature converts without the 32 degrees.

    Wrong: The farm is [10 miles] ([26 km]) away.  =>  10 miles = 16.09 kilometers
    Wrong: A plot of [3,000 square metres] ([3,300 square yards]) was sold.
    Wrong: The fire burned [1.1 million acres] ([445 sq km]).
    Wrong: It covers [72 square miles] ([115 square kilometers]).
    Wrong: They want to limit warming to [2C] ([36F]) by 2100.
    Wrong: Scientists expect a rise of [4C] ([39.2F]).
    Wrong: The mercury hit [107 F] ([51.7 C]) on Monday.
    Wrong: It moved at [17,500 mph] ([10,900 kph]).
    Wrong: The lake lies [12 miles], or about [29 km], west.
    Wrong: Between [8 and 12 inches] ([20 to 50 centimeters]) of snow fell.
    Wrong: The inn is [a mile] ([2.6 km]) off.
    Wrong: [A pound] of butter, [650 grams], goes in.
    Wrong: The cell is [6 feet] by 9 feet ([2.8] by 2.7 metres).
    Wrong: It is [3,000 metres] long. That is [8,940 feet].
    Wrong: She weighed [7lb 8oz], which is [3.9kg] in new money.
    Wrong: It has [1,200 square kilometres], less than [290 square miles], of ice.
    Wrong: He swam [21 miles] between the two islands in 1974, or [54 km].
    Skip: Output fell by a tenth, from 4,000 tonnes to 3,600 (36 lakh kilos).
    Skip: Walkers may do 12 miles over the moor, or 6 km, or no more than the pier.
    Right: Ruiz, who is 1.81 metres tall (5 feet 11), signed on Monday.
    Right: The inn is a mile and a half (2.4km) off, and the whale measured 55 feet. Its 16.8 metres filled the beach.
    Right: The cell is 6 by 9 feet (1.8m by 2.7m), and 640 acres, a square mile (259 hectares), is hers.
    Right: The farm is 10 miles (16 km) away.
    Right: The thermometer touched 44.3 degrees Celsius (111.7 F), 1.2 C (about 2.2 F) above the old mark.
    Right: The low was minus 2 C (28 F).
    Right: Keep it warm at 200 F (95 C), or bake it at 400 F (200 C).
    Right: It is 12 or 13 (perhaps 14) meters long, or from 39 to 42 feet (14 meters is slightly less than 46 feet).
    Skip: A 512-bit key can encode a 53-byte message (512 bit = 64 bytes, 11 bytes are used for padding).
    Skip: The seat takes riders from 147 to 195 cm (4 ft 10 in to 6 ft 5 in).
    Right: It was 6 C (43 F) at noon, five degrees Celsius, or 9 Fahrenheit, colder than in the port.
    Right: It burned nearly 9,000 hectares (22,000 acres) and 12 millimeters (half an inch) of rain fell.
    Right: Between 8 and 12 inches (20 to 30 centimeters) of snow fell.
    Right: He is 5 feet 10 inches (1.78 m) tall.
    Right: She is 5'11" (180 cm), he 6ft 4in (1.93m), and they weigh 9st 6lb (60kg) and 14st 2lb (90kg).
    Wrong: He weighs [14st 7lb] ([82kg]).
    Right: They swam the 1,500-metre (nearly one-mile) course.
    Right: The plank is 12 inches, 30.5 centimetres, wide.
    Right: The course is one mile 550 yards (2,112 metres) long.
    Right: Some 100,000 pounds (45,400 kg) of beef was recalled.
    Right: The lake lies 12 miles, or about 19 km, west.
    Right: It is an area of 46,000 acres, or roughly 72 square miles.
    Right: The tank holds 100 gallons (455 litres), the other 100 gallons (379 litres).
    Skip: A trip of 300 miles (3 hours) and 20 euros ($23).
    Skip: The park has 100 acres (including 20 hectares of vineyards).
    Skip: The race is 10 miles or 5 km, as you like.
    Skip: The path climbs 30 feet. It is 2 miles long.
    Skip: A strip of 200 by 300 feet, 10 metres of it paved.
    Skip: They shipped nine million bags of 60 kg each, about 540,000 tonnes.
    Wrong: The [6-foot-2] ([1.68 m]) guard scored 20.
    Wrong: The barge sank in [26 fathoms]. A fathom is six feet. The [1,560 feet] of water over her are clear.
    Right: The barge sank in 26 fathoms. A fathom is six feet. The 156 feet of water over her are clear.
    Skip: The barge sank in 26 fathoms. A fathom is six feet. She was 256 feet long.
    Skip: They ordered 3.2 million sacks, at 50 kilograms a sack, or 160,000 tonnes.
    Right: The shelves measure 4 feet 3 inches (130 cm) across.
    Wrong: In the van they found [44 pounds] of tea. The [97 kilograms], wrapped in foil, were bound for Ayr.
    Right: In the van they found 44 pounds of tea. The 20 kilograms, wrapped in foil, were bound for Ayr.
    Skip: Her sack weighed 44 pounds. The cart with 31 kilograms of flour was his.
    Skip: The peak is 8,848 metres high, which is 86 centimetres more than the old maps had.
    Wrong: 낮 기온은 [화씨 95도]까지 올랐다. 섭씨로 바꾸면 [53도]다.
    Wrong: 바람이 [초속 22m]([시속 약 97㎞])까지 세졌다.
    Wrong: 배의 길이는 [164피트], 즉 [70m]다.
    Skip: 배의 길이는 164피트다. 부두는 즉시 70m로 늘렸다.
    """
    again = list(recast(article) if article.verb_last else restated(article))
    told = {pair.second.first for pair in again}
    for pair in apposed(article):
        apart = _of_each(article, pair.first) or _is_fanned(article, pair.first) or is_compared(article, pair.second)
        if pair.second.first not in told and not apart:
            yield from _converted(article, pair, *(_whole(article, figure) for figure in pair.mentions))
    for pair in (pair for pair in again if not _for_one(article, pair.second)):
        yield from _converted(article, pair, *pair.mentions)
    known = {figure.first for pair in (*apposed(article), *again) for figure in pair.mentions}
    for pair, linked in told_again(article):
        if known.isdisjoint(figure.first for figure in pair.mentions):
            for relation in _converted(article, pair, *(_whole(article, figure) for figure in pair.mentions)):
                telling = relation.variant and (linked or relation.variant != "unit")
                yield relation._replace(doubt=None) if telling else relation


def _of_each(article: Article, figure: Mention) -> bool:
    """Tell whether a figure is what one of many things has: bags of 60 kg each; sacks at 50 kilograms a sack."""
    a_piece = phrase("a|an|per <wN\ue000-\uf8ff> <,;>").match(article.skeleton, article.place(figure) + 1)
    return is_of_each(article, figure) or a_piece is not None


def _for_one(article: Article, figure: Mention) -> bool:
    """Tell whether a figure is no other's in another unit, but what each of many has of it: that works out at 3,800 kilowatt hours a home."""
    return (
        phrase("a|an|per|each|every <wN\ue000-\uf8ff>").match(article.skeleton, article.place(figure) + 1) is not None
    )


def _is_fanned(article: Article, figure: Mention) -> bool:
    """Tell whether a heat is that of another oven: 200C (180C fan, or 400F)."""
    return article.word(article.place(figure) + 1) in FANS


def _converted(article: Article, pair: Apposed, first: Mention, second: Mention) -> Iterator[Relation]:
    ours, theirs = _unit(first), _unit(second)
    if ours and theirs and ours != theirs:
        yield from _compared(article, pair, first.changed(unit=ours), second.changed(unit=theirs))


def _unit(mention: Mention) -> str:
    if mention.kind == "money" and mention.unit == "GBP" and mention.text.lower().endswith(POUNDS):
        return "pound"
    return mention.unit if mention.kind == "measure" else ""


def _whole(article: Article, figure: Mention) -> Mention:
    """Return the figure with its other part, if it has one: 5 feet 10 inches."""
    sentence = article.sentences[figure.sentence]
    if rate := _rate_elided(sentence, figure):
        return figure.changed(unit=rate)
    if figure.upper is not None:
        return figure
    before, behind = neighbours(sentence, figure)
    for large, small in ((before, figure), (figure, behind)):
        times = COMPOUND.get((large.unit, small.unit)) if large and small else None
        if large and small and times and article.place(small) - article.place(large) <= 2:
            return _joined(article, large, small, times)
    return figure


def _rate_elided(sentence: Sentence, figure: Mention) -> str:
    """Return the rate whose second half a figure leaves unsaid: 2.05 tonnes a hectare, against 3.24 tonnes."""
    told = (one.unit for one in sentence.mentions if one.first < figure.first)
    return next((unit for unit in told if figure.unit and unit.startswith(f"{figure.unit}{PER}")), "")


def _joined(article: Article, large: Mention, small: Mention, times: int) -> Mention:
    assert large.number and small.number
    number = Number(large.number.middle * times + small.number.middle, small.number.half)
    span = Span(large.span.start, small.span.end)
    return small.changed(number=number, span=span, text=article.text(span))


def _compared(article: Article, pair: Apposed, first: Mention, second: Mention) -> Iterator[Relation]:
    heat = {first.unit, second.unit} & {"celsius", "fahrenheit"}
    between = article.document.text[first.span.end : second.span.start]
    if heat and "which" in between and article.word(article.place(second) + 1) in ("above", "below"):
        return  # 55F, which is 2.1 degrees above normal
    apart = _apart(article, pair) if heat else False
    slack = _slack(first, second)
    found = [_relation(pair, one, other, apart, slack) for one, other in _ends(first, second)]
    relations = [relation for relation in found if relation]
    failing = [relation for relation in relations if _gap(relation)]
    yield from (failing or relations)[:1]


def _slack(first: Mention, second: Mention) -> Fraction:
    return ROUND if is_round(first) or is_round(second) else CLOSE


def _gap(relation: Relation) -> Fraction:
    return relation.stated.interval.gap(relation.implied.interval)


def _ends(first: Mention, second: Mention) -> list[tuple[Mention, Mention]]:
    """Return what is to be compared with what: two ranges end by end, anything else as a whole."""
    if first.upper is None or second.upper is None:
        return [(first, second)]
    low = first.changed(upper=None), second.changed(upper=None)
    high = first.changed(number=first.upper, upper=None), second.changed(number=second.upper, upper=None)
    return [low, high]


def _is_of_another(stated: Fraction, value: Fraction) -> bool:
    """Tell whether a figure in brackets is so many times what another comes to that it is of something else: 23 cm at Fell Top (540 m)."""
    less, more = sorted((abs(stated), abs(value)))
    return more > less * UNLIKE > 0


def _relation(pair: Apposed, first: Mention, second: Mention, apart: bool | None, slack: Fraction) -> Relation | None:
    """Return the relation under the first reading of the figures that fits; under the likeliest if none does."""
    stated, given = plain(second), plain(first, ROUND)
    if second.hedge and not first.hedge:
        stated = stated.changed(value=stated.interval.hull(said(second).interval))
    ways = (False, True) if apart is None else (apart,)
    exact = [one for way in ways for one in convert(_middle(given), first.unit, second.unit, way)]
    wide = [one for way in ways for one in convert(given.interval, first.unit, second.unit, way)]
    if not exact or len(exact) != len(wide):
        return None
    oven = {first.unit, second.unit} <= OVEN.keys() and all(_in_fives(figure) for figure in (first, second))
    reaches = [max(_reach(one, second.unit, slack), _oven(one, second.unit) if oven else Fraction(0)) for one in exact]
    allowed = [
        far.hull(Interval.around(one.middle, reach)) for one, far, reach in zip(exact, wide, reaches, strict=True)
    ]
    best = next((n for n, answer in enumerate(allowed) if stated.interval.meets(answer)), 0)
    value = exact[best].middle
    slip = _slip(first, second, value)
    if not slip.words and _is_of_another(stated.interval.middle, value):
        return None
    working = f"{first.text} = {shown.with_unit(value, second.unit)}; the text says {second.text}"
    return Relation(
        stated,
        Quantity(allowed[best], second.unit, first.text, (first.span,), printed=value),
        says=f"{first.text} is {shown.with_unit(value, second.unit)}, not {second.text}{slip.words}.",
        severity=_severity(stated, allowed[best], value, reaches[best]),
        doubt=None if pair.sure or slip.variant else "the two figures may not stand for one thing",
        variant=slip.variant,
        working=working,
    )


def _middle(quantity: Quantity) -> Interval:
    return Interval.exactly(quantity.interval.middle)


def _reach(value: Interval, target: str, slack: Fraction) -> Fraction:
    return DEGREE if target in ("celsius", "fahrenheit", "kelvin") else abs(value.middle) * slack


def _in_fives(figure: Mention) -> bool:
    return figure.upper is None and figure.number is not None and figure.number.middle % 5 == 0


def _oven(value: Interval, target: str) -> Fraction:
    """Return how far an oven's heat is rounded: its dial goes by fives and tens."""
    least, reach = OVEN[target]
    return reach if value.low >= least else Fraction(0)


def _severity(stated: Quantity, allowed: Interval, value: Fraction, reach: Fraction) -> Severity | None:
    """Return a warning for what is off by no more than twice the tolerance."""
    return Severity.WARNING if stated.interval.gap(allowed) <= reach else None


def _slip(first: Mention, second: Mention, value: Fraction) -> Slip:
    """Name the slip that would give the figure as it stands, if one does."""
    given, told = plain(first).interval.middle, plain(second).interval.middle
    if value <= 0 or told <= 0 or given <= 0:
        return Slip()
    for power in POWERS:
        if _near(told, value * Fraction(10) ** power, Fraction(1, 20)):
            times = shown.number(Fraction(10) ** abs(power))
            return Slip(f": {times} times too {'large' if power > 0 else 'small'}", "magnitude")
    reading = convert(Interval.exactly(given), first.unit, second.unit, False) if first.unit in OVEN else []
    if reading and _near(told, reading[0].middle, CLOSE):
        return Slip(": as a change it takes no 32 degrees")
    if _near(told * value, given**2, CLOSE):
        return Slip(": it was divided where it had to be multiplied", "divided")
    if _near(told, given * _root_factor(first.unit, second.unit), CLOSE):
        return Slip(f": the factor for {shown.plural(_root(first.unit), Fraction(2))} was used", "factor")
    meant = next(
        (name for name in _fellows(second.unit) if _near(told, _in_one(given, first.unit, name), CLOSE / 2)), ""
    )
    return Slip(f": in {shown.plural(meant, Fraction(2))} it would be right", "unit") if meant else Slip()


FELLOWS = (
    ("mile_per_hour", "kilometer_per_hour", "knot", "meter_per_second"), ("mile", "nautical_mile", "kilometer"), ("foot", "yard", "meter"),
    ("inch", "centimeter", "millimeter"), ("us_gallon", "imperial_gallon", "liter"), ("acre", "hectare"), ("pound", "kilogram", "stone"),
    ("ounce", "gram"), ("square_mile", "square_kilometer"), ("square_foot", "square_meter", "square_yard"),
)  # fmt: skip
"""Units that are taken for each other."""


def _fellows(name: str) -> list[str]:
    return [other for fellows in FELLOWS if name in fellows for other in fellows if other != name]


def _in_one(value: Fraction, name: str, other: str) -> Fraction:
    found = convert(Interval.exactly(value), name, other) if name != other else [Interval.exactly(value)]
    return found[0].middle if found else Fraction(0)


def _near(one: Fraction, other: Fraction, share: Fraction) -> bool:
    return abs(one - other) <= share * abs(other)


def _root(name: str) -> str:
    return name.partition("_")[2] if name.partition("_")[0] in POWER_OF else name


def _root_factor(ours: str, theirs: str) -> Fraction:
    """Return the factor between the lengths behind two areas or volumes, 0 where there is none."""
    if _root(ours) == ours or not unit(_root(ours)):
        return Fraction(0)
    answers = convert(Interval.exactly(1), _root(ours), _root(theirs))
    return answers[0].middle if answers else Fraction(0)


def _apart(article: Article, pair: Apposed) -> bool | None:
    """Tell a difference of temperatures (True) from a reading (False) by the words around; None if they are silent."""
    if article.verb_last:
        behind = [article.document.text[figure.span.end : figure.span.end + BEHIND] for figure in pair.mentions]
        return any(map(DIFFERENCE.match, behind))
    before = _words_before(article, pair)
    tail = [word for word in before if word not in LINKS]
    last = tail[-1] if tail else ""
    arrives = bool(ARRIVES & set(before[-2:]))
    if (
        before[-1:] == ["by"]
        or _behind(article, pair) in APART
        or OFF_NORMAL.match(article.document.text, pair.second.span.end)
        or (last in CHANGES and (not arrives or last in LIMITS))
    ):
        return True
    return False if last in READINGS else None


def _words_before(article: Article, pair: Apposed) -> list[str]:
    place = article.place(pair.first)
    return [article.word(at) for at in range(max(pair.sentence.start, place - 5), place)]


def _behind(article: Article, pair: Apposed) -> str:
    """Return the word behind the second figure and its bracket."""
    after = article.after(pair.second, 2)
    closed = after[:1] in ")]"
    return article.word(article.place(pair.second) + 1 + closed) if len(after) > closed else ""
