"""Ages, lengths and days: what is true holds however it is said, what is not is caught, and no text is too strange."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from documents import check_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.dates import MONTH_NAMES, NAMES, birthdays, shown
from factcheck.pipeline import check_text, read_article
from factcheck.read import read_text

WORDS = (
    "born died aged age at was she he who when Ann Orr Orr's Leeds in on since by for of the its first last between them "
    "apart later earlier ago away anniversary birthday wedding golden year years months weeks days hours minutes founded "
    "opened took over elected has governed jailed sentence funeral Monday Tuesday's today yesterday tomorrow this next "
    "month 3 12 19 25 99 1950 1985 2019 May June Feb. 29 March 4, 2021 a.m. p.m. 6:75 9:30 Eastern zone East Coast noon "
    "5% a year compounded loan €5,000 €7,000 at that pace will be doubled until her death stayed which in London is week "
    "separated leap the keynote left pad Mayor had been married together over three governor "
    "exploded blast Wednesday's arrest decision the vote half past o'clock in the morning at night a quarter to eight where "
    "it was will be Rome Tokyo a mile acre (1.6 km) 14 of the 12 130% of Norwegians turnout pH a week today last night that "
    "second third largest among behind after turned now then only ( ) , . ; : - — “ ” and or not half two three"
).split(" ")
TODAY = date(2021, 6, 4)
DAYS = st.dates(date(1930, 1, 1), date(1975, 12, 31))
AT_AN_AGE = (
    "Vera Holt was born on {born}. She was {age} when she joined the bank, in {on}.",
    "Vera Holt was born on {born}. She was only {age} when she joined the bank in {on}.",
    "Vera Holt was born on {born}. In {on}, aged {age}, she joined the bank.",
    "Vera Holt was born on {born}. She joined the bank at the age of {age} in {on}.",
    "Vera Holt joined the bank in {on}, when she was {age}. Holt was born on {born}.",
)
AGO = (
    "The mill closed on {day}, {length} ago.",
    "The mill closed {length} ago, on {day}.",
    "The mill closed {length} ago ({day}).",
    "The mill has been shut since {day}, a wait of {length}.",
)


def rules(text: str) -> set[str]:
    return {finding.rule.partition("/")[0] for finding in check_text(text, published=TODAY).findings}


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_every_calendar_text_gets_an_answer(text: str) -> None:
    report = check_text(f"Copy: {text}", published=TODAY)
    for span in [span for found in (*report.findings, *report.held) for span in found.spans]:
        assert 0 <= span.start < span.end <= len(report.document.text)


@given(DAYS, st.integers(16, 60), st.integers(1, 12), st.sampled_from(AT_AN_AGE))
@settings(max_examples=100, deadline=None)
def test_the_age_at_a_time_holds_and_another_is_caught(born: date, years: int, month: int, words: str) -> None:
    on = date(min(born.year + years, 2020), month, 15)
    age = birthdays(born, on)
    when = f"{MONTH_NAMES[month - 1]} {on.year}"
    assert "age" not in rules(words.format(born=shown(born), age=age, on=when))
    assert "age" in rules(words.format(born=shown(born), age=age + 3, on=when))


@given(st.integers(60, 3000), st.sampled_from(AGO), st.booleans())
@settings(max_examples=100, deadline=None)
def test_so_long_ago_holds_and_twice_as_long_is_caught(days: int, words: str, in_years: bool) -> None:
    day = TODAY - timedelta(days)
    count, unit = (birthdays(day, TODAY), "years") if in_years and days > 800 else (days // 7, "weeks")
    assert not rules(words.format(day=shown(day), length=f"{count} {unit}"))
    assert rules(words.format(day=shown(day), length=f"{2 * count + 2} {unit}"))


HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
TAKEN_UP = (
    "The mill at Orla exploded on {day}. Nobody heard the blast on {other}.",
    "Councillors rejected the plan on {day}. The decision, taken on {other} after a long sitting, is final.",
    "Orr was arrested on {day} at home. At the time of his arrest, on {other}, he was asleep.",
    "The hall collapsed on {day}. A guard was inside when it caved in on {other}.",
    "The mill opened its doors on {day}. On {other}, opening day, it rained.",
)


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(TAKEN_UP))
@settings(max_examples=60, deadline=None)
def test_an_event_taken_up_on_its_day_holds_and_on_another_is_caught(day: str, other: str, words: str) -> None:
    assert ("event-day" in rules(words.format(day=day, other=other))) == (day != other)


@given(st.integers(0, 22), st.integers(1, 3), st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_spoken_time_is_the_time_in_figures(hour: int, ahead: int, oclock: bool) -> None:
    later = hour + ahead
    part = "in the morning" if later % 24 < 12 else "in the evening" if later % 24 > 17 else "in the afternoon"
    word = HOURS[(later - 1) % 12]
    spoken = f"{word} o'clock {part}" if oclock else f"half past {word} {part}"
    text = f"The bell rings at {hour:02}:{0 if oclock else 30:02} in London, or {spoken} in Rome."
    assert ("time-zone" in rules(text)) == (ahead != 1)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "The match began at 2:05 p.m. It ended at 5:47 p.m., a match of three hours and 12 minutes.",
            "three hours and 42 minutes",
        ),
        ("Orr, who took over on May 1, 2014, has governed for two years and one month.", "seven years and one month"),
        ("Founded in 1981, the firm marks its 30th anniversary this year.", "40th"),
        ("Founded in 1979, the firm marks its 30th anniversary this year.", "42nd"),
    ],
)
def test_what_would_be_right_is_said_in_the_words_of_the_text(text: str, right: str) -> None:
    [finding] = check_text(text, published=TODAY).findings
    assert right in finding.message


@pytest.mark.parametrize(
    "unit",
    [
        "Ann Orr was born in 1950. She was 25 when she joined the bank in 1985. ",
        "he was 19 when he started in 1998, has governed for 3 years and was jailed on Monday, and Tuesday's breach, ",
        "in its 50th year since 1990, a wait of 4 years, three years later, in 1995, two years ago, last month, May 3, ",
        "The mill exploded on Monday. The blast on Tuesday killed 14 of the 12 men. ",
        "In Rome it is half past six in the morning, in Tokyo 5 in the afternoon, a mile (1.6 km) off, ",
        "Tuesday's vote on Monday's arrest after the decision on Sunday, 130% of people, ",
    ],
)
def test_time_is_linear(unit: str) -> None:
    def reading(count: int) -> Callable[[], object]:
        text = unit * count
        return lambda: check_text(text, published=TODAY)

    check_linear(reading, 100)


@pytest.mark.parametrize(
    ("words", "months"),
    [("said Lee Jun-ho of the May report", 1), ("the Jun-Jul and mid-Dec issues", 3), ("Jan-Ove and Mar-a-Lago", 0)],
)
def test_a_syllable_of_a_name_is_no_month(words: str, months: int) -> None:
    article = read_article(read_text(f"It was {words}.", "a.txt"))
    assert sum(one.kind == "date" for sentence in article.sentences for one in sentence.mentions) == months
