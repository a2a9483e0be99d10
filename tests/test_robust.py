"""No text breaks the house: whatever words and figures follow one another, every stage answers, in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.check import load
from factcheck.pipeline import check_text, read_article
from factcheck.read import read_text
from factcheck.segment import segment

WORDS = (
    "about nearly more than up to at least from to by of in and or the a one two twelve hundred thousand million half "
    "third quarter two-thirds doubled twice times percent % percentage points point basis $ US$ £ € won dollars cents "
    "miles km square feet C F degrees a.m. p.m. noon GMT EDT Monday Tuesday, Sunday Aug. May March December 25 1990 "
    "2025 1,284 2.1 1.5.2 1,23 0 00 7-5 3-1-2 10-12 / - – — ( ) [ ] “ ” \" ' . , ; : ? ! last next this yesterday "
    "week year years month days hours old aged Lee Jae-myung Boeing 737 Section No. St. rose fell cut each per total "
    "Of including including: all together first 21st 1990s Q2 | # * 조 억 만 원 %p 지난해 8월 25일(월) 명 e.g. 😀 é \u00a0"
).split(" ")
SOUP = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)
GLUED = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map("".join)


def answered_in_place(text: str) -> None:
    report = check_text(text)
    for span in [span for found in (*report.findings, *report.held) for span in found.spans if not span.file]:
        assert 0 <= span.start < span.end <= len(report.document.text)


@given(SOUP | GLUED | st.text(min_size=1, max_size=200))
@settings(max_examples=300, deadline=None)
def test_every_text_gets_an_answer(text: str) -> None:
    answered_in_place(f"Copy: {text}")


@given(st.sampled_from([example.text for check in load().values() for example in check.examples]), st.integers(1, 400))
@settings(max_examples=300, deadline=None)
def test_a_text_that_breaks_off_gets_an_answer(text: str, length: int) -> None:
    answered_in_place(f"Copy: {text[:length]}")


@given(SOUP | GLUED)
@settings(max_examples=200, deadline=None)
def test_figures_stand_where_they_say(text: str) -> None:
    article = read_article(read_text(f"Copy: {text}"))
    ends = 0
    for mention in article.mentions:
        assert article.text(mention.span) == mention.text
        assert mention.span.start >= ends
        ends = mention.span.end


@given(st.text(max_size=300))
def test_tokens_lose_nothing(text: str) -> None:
    tokens = segment(text)
    assert "".join(tokens.pieces) == text
    assert len(tokens.letters) == len(tokens.pieces)


def seconds(text: str) -> float:
    began = process_time()
    check_text(text, published=date(2024, 5, 10))
    return process_time() - began


@pytest.mark.parametrize(
    "sentence",
    [
        "It is worth 486 trillion won, or about $250 billion, at this week's rate of 1,390 won to the dollar. ",
        "The retired judge, 71, was born in Leeds in March 1950. She was 12 when she left home in 1962. ",
        "The district has six schools. \n\nFour are in the north. \n\nThe other three are in the south. \n\n",
        "The council approved a £4.2m refit. Work on the £4.6m scheme begins. The 221 houses of the 212 are lost. ",
        "Each of the 640 flats gets £150, or £96,000 in all. The church at Barowmere is by Barrowmere Hall. ",
        "5-5-" * 20,
        "Of the 912 homes inspected, 304 had faults in the wiring, a third of them, ",
    ],
    ids=[
        "rates",
        "unnamed people",
        "remainders",
        "figures taken up",
        "products",
        "digits run together",
        "shares run on",
    ],
)
def test_a_text_of_many_takes_linear_time(sentence: str) -> None:
    seconds(sentence)
    short, long = (min(seconds(sentence * times) for _ in range(2)) for times in (40, 320))
    assert long < 8 * 2 * short


SYLLABLES = "ba de fi go ku la me ni po ru sa te vi wo xu za ".split()


def name(number: int) -> str:
    """Return a name that no other number has, and that is alike to its neighbours' names."""
    return "".join(SYLLABLES[number >> shift & 15] for shift in (8, 12, 4, 0)).capitalize()


@pytest.mark.parametrize(
    "sentence",
    [
        lambda n: f"{name(n)} {name(n + 7)} met {name(n + 3)} in Mid-{name(n + 5)}. ",
        lambda n: f"{name(n)} won {n * 37 + 1000:,} votes, or {n % 89 + 5} percent. ",
    ],
    ids=["names", "results"],
)
def test_a_text_of_many_different_things_takes_linear_time(sentence: Callable[[int], str]) -> None:
    short, long = (min(seconds("".join(map(sentence, range(many)))) for _ in range(2)) for many in (400, 3200))
    assert long < 8 * 2 * short
