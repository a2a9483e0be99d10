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


WRONG_THEN_RIGHT = (
    ("Ann Orr, who was born on Dec. 19, 1961, and at {} is still teaching, laughed.", "60", "59"),
    (
        "Otto Brehm was born on 12 April 1791 and died on 9 April 1854, three days short of his {} birthday.",
        "65th",
        "63rd",
    ),
    ("The six-day tour began when she landed in Rome on May {}, and closes on May 21.", "13", "16"),
    ("They met yesterday, a wet {}.", "Wednesday", "Thursday"),
    ("The game began at 2.10pm and was over at {}, three hours and 25 minutes of it.", "6.35", "5.35"),
    ("Doors were open between 9 in the morning and 5 in the afternoon. {} hours!", "Six", "Eight"),
    ("The two were married for {} years, from 1982 until her death in 2010.", "38", "28"),
    ("Ann Orr, appointed in 2008, retires this year after {} years in the post.", "23", "13"),
    ("It has been shut since 2009, for {} years.", "22", "12"),
    ("The talk is at 8 p.m. Vienna time, so at {} p.m. in New York.", "3", "2"),
    (
        "It ended at 1:40 a.m. ({} p.m. Thursday in Washington; Corvinia is two hours ahead of Greenwich).",
        "6:40",
        "7:40",
    ),
    ("It struck at 8:17 p.m. Goose Bay time, which was {} p.m. in Reykjavik.", "10:17", "11:17"),
    ("The Rome desk hands over to Lima at 5 p.m., which is {} in the morning there.", "8", "10"),
    ("Ann Orr won. At {} she becomes the youngest mayor. She was born on 3 September 1979.", "42", "41"),
    ("Al Roe, {}, of Ash Lane, Ely, wept. Judge Bo Lee spoke.\n\nThe defendant was born on 11 July 1965.", "56", "55"),
    ("Born in Ely on 10 July 1941, Al Roe was {} when he died on Tuesday.", "80", "79"),
    ("Ann Orr, born on 8 June 1941, marks her {} birthday with a lecture.", "70th", "80th"),
    ("Work resumes a week from Monday, on June {}, when a group meets.", "21", "14"),
    ("The snow that began at 9 on Friday morning stopped at 11 p.m. Monday, {} hours later.", "62", "86"),
    ("ROME — It left at 9:40 p.m. on Tuesday, or {} p.m. that day in New York.", "4:40", "3:40"),
    ("It was their first title in {} years: they last won it in 2001.", "30", "20"),
    ("The school kept its {} jubilee in 2014, having opened in 1964.", "diamond", "golden"),
    ("It is {} years this month since the hall burned down, in June 2001.", "30", "20"),
    ("Appointed in 2008, Ann Orr steps down this month after {} years as head.", "23", "13"),
    ("Tuesday's vote (June {}) was the closest since the war.", "2", "1"),
    ("Ann Hale was born in 1931. At {}, in 1951, she won a seat on the council.", "25", "20"),
    ("It is the {} running of the race, first held in 1974 and held every year since.", "58th", "48th"),
    ("The festival, first held in 1974, is in its {} year.", "38th", "48th"),
    ("The {} annual fair opens today; the first was held in 1974.", "61st", "47th"),
    (
        "Jones was convicted in June 2003. He walked free in June 2019, having spent {} years in prison for nothing.",
        "26",
        "16",
    ),
    ("The play opened in November 1952. It closed in March 2020 and had run for {} years without a break.", "57", "67"),
    ("Canada Day falls on a {} this year.", "Friday", "Thursday"),
    ("식당은 {}년 전인 2018년 5월 문을 닫았다.", "13", "3"),
    ("총회는 오전 10시에 시작돼 오후 2시 30분에 막을 내렸다. {} 시간 반이 걸렸다.", "다섯", "네"),
    ("수출은 작년 10월부터 {}개월째 늘었다.", "18", "8"),
    ("공장은 지난달 3일부터 이달 2일까지 {}일 동안 멈췄다.", "40", "30"),
)


@pytest.mark.parametrize(("words", "wrong", "right"), WRONG_THEN_RIGHT)
def test_what_is_tied_in_words_is_held_and_what_is_wrong_of_it_is_caught(words: str, wrong: str, right: str) -> None:
    assert check_text(words.format(wrong), published=TODAY).findings
    report = check_text(words.format(right), published=TODAY)
    assert report.findings == []
    assert report.held


@pytest.mark.parametrize(
    "text",
    [
        "He left yesterday, a Wednesday night fixture having been moved.",
        "Trading in Tokyo ends at 3 p.m. local time, so at 9 a.m. in Frankfurt dealers know the close.",
        "It was 6 p.m. in Washington; the island, a mile off, is two hours behind Greenwich.",
        "Ann Orr was born on 3 May 1950 and died on 9 March 2013, weeks before her 63rd birthday.",
        "Ann Orr was born on 3 May 1950. Her sister is a nurse. At 60 she has two sons.",
        "Ann Orr, who died on Monday, said that she had gone to sea at the age of nine. She was born on 3 May 1950.",
        "The choir marks its 60th anniversary this year at the hall, opened in 1930.",
        "Sentencing is set for July 30, officials said on Tuesday, eight weeks from today.",
        "Their marriage lasted 40 years; they had met in 1950 and she died in 1998.",
        "She edited the paper for 11 years, having joined it in 1960 and left it in 1985.",
        "Born on 10 July 1938, Al Roe was 40 when he died in a crash. The inquest reopened on Tuesday.",
        "Ann Orr, born on 10 July 1938, celebrates her 50th birthday in the film.",
        "They won away for the first time in two years. They last won at this ground in 1992.",
        "The road is closed for a week from Monday, on 7 June, and opens on 14 June.",
        "The 90-minute play starts at 7.30pm and there is a 20-minute interval, so it ends at 9.20pm.",
        "The walk starts at 9 a.m. and ends at 3 p.m.; it is a 10-minute drive from Ely.",
        "Appointed in 2008, Ann Orr steps down this month after six years as head.",
        "The 37th annual fair opens today; the first was held in 1974, and there were none in the war.",
        "The 24th edition of the show, held every two years, opens today; the first was in 1974.",
        "Roe joined the force in 1990. He left in 2010 after 12 years as a detective.",
        "The bank was set up in 1950. In 2010, when it was sold, it had held the licence for ten years.",
        "Pay rises by 2% from 1 May and by 3% from 1 October. Over the three years the cost is £4m.",
        "It must be paid by July 15, six weeks from Thursday.",
        "The 22nd annual fair, held since 1999 but for 2020, opens on Friday.",
        "He was 80 when he died last month; his wife, Ann Orr, who was born in 1950, survives him.",
        "The club opened in 1990. It closed in 2010 and had been run for ten years by the council.",
        "Ann Roe, 63, was in court. The defendant was born on 3 March 1980.",
        "Christmas Day is a Saturday this year.",
        "At 9.30am the shares stood at 5.35, an hour after the bell.",
        "He was a priest from 1966 to 1990. Ten years later he died.",
        "She has sung here since 1990, for ten years as a soloist.",
        "2019년 3월부터 5개월째 이어지던 파업은 끝났다.",
        "The ten-day cruise began on 1 May, and the line ended the season on 9 June.",
        "The six-week course began on 3 May, and enrolment closes on 10 July.",
        "A ten-year lease, from 1990 until his death in 1994, was never signed over.",
        "It left at 9:40 p.m. and was due at 7:20, a run of 10 hours and 40 minutes, as clocks there are an hour behind. It came at 1 p.m.",
        "She entered the house in 1983 and left it in 2005, having been in the cabinet for eight years.",
        "He was convicted in 2011 of a fraud that had gone on for seven years, and walked free in 2016.",
        "He was jailed in 2003 and freed in 2015. In prison, he had been ill for two years.",
        "They wed in 1968 and parted in 1999, after 11 years apart.",
        "Police arrived at 2.31 a.m., having been called at 2.14 a.m., and eight minutes later they were inside.",
        "The lights went out at 7 p.m. in the east and at 8.30 p.m. in the west, where they stayed out for three hours.",
        "The truce began at 7 a.m., and by noon it had held for five hours. It ended at 9 p.m.",
        "The court sat from 10 a.m. until 4.30 p.m., with an hour for lunch. It heard evidence for five and a half hours.",
        "Work started in 2011 and ended in 2020, seven years late.",
        "The show opened in 1986 and closed in 2012 after a two-year wait for a stage had nearly sunk it.",
        "The school has been run by nuns for 90 years and by the council since 2012.",
        "Since 2009, when the lab opened, it has lost staff for eight years in a row.",
        "It is seven years since Roe stood down and 20 since he came in, in May 2001.",
        "She has been mayor since 2018 and spent nine years as its treasurer.",
        "The prize was first given in 1992 and has been every three years since.",
        "Rovers reached the final for the first time in 18 years. They last won it in 1998.",
        "The party lost the town for the first time in 40 years. It last did so badly in 1975.",
        "The ferry leaves Dover at 9 a.m. and gets into Calais at 11.30 a.m., 90 minutes later.",
        "Judge Orr, born in 1962, said the boy was 12 when he died on 4 June 2017.",
        "Lena Orr was born on 9 May 1954. Her lawyer said the man was 81 when he died on Sunday.",
        "Al Roe died on Friday. He was born on 8 August 1947. His first wife died young; his second, at the age of 71, runs the shop.",
        "The painter died on 2 May, her dealer said, at the age of 93. Her dealer, Max Roe, was born in 1960.",
        "Roe's dog died on Monday, at the age of 14. Roe, who was born on 3 March 1958, found it as a puppy.",
        "Leo Roe was born in 1948. His son Max took over in 2010. Now, at 45, he is selling it.",
        "The defendant, 34, was born in Lagos, and came here in 2001.",
        "Ann Orr, born in 1950, marks her 25th birthday as a director this month.",
        "The 25th edition of the race, first run in Ely in 1990, was won by Roe, who also won the 12th edition in 2001.",
        "The Sydney office rings London at 7 a.m., which is 10 p.m. the day before there.",
    ],
)
def test_what_no_words_tie_is_left_alone(text: str) -> None:
    assert check_text(text, published=TODAY).findings == []


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
