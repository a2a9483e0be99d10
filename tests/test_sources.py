"""An article against what it was written from: what is repeated holds, what was altered is told, the rest left alone."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from itertools import combinations
from pathlib import Path
from time import process_time

import docx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck import check_document
from factcheck.model import Report
from factcheck.read import read_text

PUBLISHED = date(2024, 5, 13)
RELEASE = """---
date: 2024-05-13
---

Norland Rail carried 12,843,600 passengers in the first quarter, up 6.4% from 12,071,100 a year earlier. Revenue rose to
$318.6 million from $297.2 million. Trains were late on 9.2% of trips.

The company will close ticket offices at 214 stations on Friday, May 31, and cut 1,150 jobs. The line from Harnell to
Pell is 387 kilometres long. A call with analysts is set for Tuesday, May 14, at 10 a.m.

Firms with at least 250 workers are eligible for the season ticket. Debt fell by $42 million to $1.07 billion.

“It was a good winter,” said Margaret Okonedo, the chief executive.
"""
TRUE = """Norland Rail's passengers rose 6.4 percent to 12.8 million in the first quarter, the company said on Monday, and its
revenue to almost $319 million from $297 million. Its trains were late on 9.2 percent of trips.

It will close ticket offices at 214 stations on May 31 and cut 1,150 jobs. The line from Harnell to Pell is 240 miles long.
A call with analysts is set for Tuesday at 10 a.m.

Firms with at least 250 workers are eligible for its season ticket. The company's debt fell by $42 million to $1.07 billion.

“It was a good winter,” said Chief Executive Margaret Okonedo.
"""
ORIGINAL = """---
date: 2024-05-13
---

한빛정밀은 올해 1분기 매출이 1조2430억원으로 전년 동기 대비 8.3% 증가했다고 13일 밝혔다. 영업이익은 1530억원으로 12.4% 감소했다.
영업이익률은 12.3%로 2.9%포인트 하락했다.

회사는 창원 공장에 3800억원을 투자해 생산량을 연 45만대에서 72만대로 늘린다. 직원은 1만5200명이다.

종업원 300명 이상인 협력사 84곳은 안전 교육이 의무화된다.

김민석 대표는 14일 오후 3시 서울 본사에서 투자 계획을 발표한다. 이영희 부사장은 수출이 매출의 64%를 차지한다고 말했다.
"""
TRANSLATION = """Hanbit Precision said on Monday that its sales rose 8.3 percent in the first quarter from a year earlier to 1.243
trillion won. Operating profit fell 12.4 percent to 153 billion won. The operating margin slid 2.9 percentage points to
12.3 percent.

The company will invest 380 billion won in its plant in Changwon to raise output from 450,000 to 720,000 units a year. It
has 15,200 employees.

Safety training will be compulsory for 84 suppliers with 300 or more employees.

Chief Executive Kim Min-seok will present the plan in Seoul on Tuesday, May 14, at 3 p.m. Vice President Lee Young-hee
said exports make up 64 percent of sales.
"""
ENGLISH = """---
date: 2024-05-13
---

Norland Rail said on Monday that passengers rose 6.4 percent to 12.8 million in the first quarter from a year earlier.
Revenue was $318 million. Ticket machines at 214 stations will close by June 30, and 1,150 jobs will go.

Chief Executive Kim Min-seok will speak at 10 a.m. EDT on Tuesday, May 14.
"""
KOREAN = """노랜드 철도는 1분기 승객이 1280만명으로 전년 동기 대비 6.4% 늘었다고 13일 밝혔다. 매출은 3억1800만달러다. 6월 30일까지 214개 역의
발권기가 폐쇄되고 일자리 1150개가 사라진다.

김민석 최고경영자는 한국시간 14일 오후 11시에 연설한다.
"""


def checked(article: str, *sources: str) -> Report:
    read = [read_text(source, f"source{number}.md") for number, source in enumerate(sources)]
    only = frozenset({"source-mismatch"})
    return check_document(read_text(article, "article.md"), published=PUBLISHED, companions=read, select=only)


def told(report: Report) -> dict[str, tuple[str, str]]:
    """The words of each finding, with what slip it is and how much it weighs."""
    return {
        words(report, finding.spans[0]): (finding.rule.partition("/")[2], str(finding.severity))
        for finding in report.findings
    }


def words(report: Report, span) -> str:
    return " ".join(report.source_of(span).text[span.start : span.end].split())


def borne_out(report: Report) -> dict[str, list[str]]:
    """The words of each figure that holds, with those of the source."""
    return {words(report, held.spans[0]): [words(report, span) for span in held.spans[1:]] for held in report.held}


def command(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    run = [sys.executable, "-m", "factcheck", "check", *arguments]
    return subprocess.run(run, capture_output=True, text=True, cwd=folder, check=False, env=ENVIRONMENT)


ROOT = Path(__file__).parent.parent
ENVIRONMENT = {"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONUTF8": "1"}


def written(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


def dated(article: str) -> str:
    return f"---\ndate: {PUBLISHED}\n---\n\n{article}"


@pytest.mark.parametrize("article, source", [(TRUE, RELEASE), (TRANSLATION, ORIGINAL), (KOREAN, ENGLISH)])
def test_a_true_article_has_no_finding(article: str, source: str) -> None:
    report = checked(article, source)
    assert told(report) == {}
    assert len(report.held) >= 10


def test_what_holds_shows_its_place_in_the_source() -> None:
    found = borne_out(checked(TRUE, RELEASE))
    assert found["12.8 million"] == ["12,843,600"]
    assert found["$319 million"] == ["$318.6 million"]
    assert found["240 miles"] == ["387 kilometres"]
    assert found["Tuesday"] == ["Tuesday, May 14"]


def test_what_holds_in_another_language_shows_its_place() -> None:
    found = borne_out(checked(TRANSLATION, ORIGINAL))
    assert found["1.243 trillion won"] == ["1조2430억원"]
    assert found["2.9 percentage points"] == ["2.9%포인트"]
    assert found["300"] == ["300명 이상"]
    assert found["first"] == ["1분기"]
    assert found["3 p.m."] == ["오후 3시"]
    assert found["Lee Young-hee"] == ["이영희"] and found["Kim Min-seok"] == ["김민석"]


SLIPS = [
    ("1,150", "1,510", "swapped"),
    ("214 stations", "241 stations", "swapped"),
    ("9.2 percent", "9.6 percent", "digit"),
    ("$42 million", "$42 billion", "magnitude"),
    ("12.8 million", "128 million", "magnitude"),
    ("240 miles", "387 miles", "unit"),
    ("fell by $42", "rose by $42", "direction"),
    ("rose 6.4", "fell 6.4", "direction"),
    ("at least 250", "more than 250", "bound"),
    ("at least 250", "fewer than 250", "bound"),
    ("on May 31", "on May 13", "date"),
    ("set for Tuesday", "set for Wednesday", "date"),
    ("10 a.m.", "10 p.m.", "altered"),
    ("first quarter", "second quarter", "altered"),
    ("Margaret Okonedo", "Margaret Okoendo", "name"),
    ("Margaret Okonedo", "Margret Okonedo", "name"),
]


@pytest.mark.parametrize("right, wrong, slip", SLIPS)
def test_a_slip_in_an_article_is_told(right: str, wrong: str, slip: str) -> None:
    assert TRUE.count(right) == 1
    (found,) = told(checked(TRUE.replace(right, wrong), RELEASE)).items()
    assert found[1][0] == slip and found[1][1] != "note"
    assert set(found[0].split()) & set(wrong.split())


SLIPS_OF_TRANSLATION = [
    ("380 billion", "38 billion", "magnitude"),
    ("153 billion", "135 billion", "swapped"),
    ("450,000", "4,500,000", "magnitude"),
    ("15,200", "1,520", "magnitude"),
    ("2.9 percentage points", "2.9 percent", "unit"),
    ("fell 12.4", "rose 12.4", "direction"),
    ("300 or more", "more than 300", "bound"),
    ("first quarter", "third quarter", "altered"),
    ("on Monday", "on Tuesday", "date"),
    ("3 p.m.", "3 a.m.", "altered"),
    ("3 p.m.", "3 p.m. EDT", "altered"),
    ("Kim Min-seok", "Kim Min-sik", "name"),
    ("Lee Young-hee", "Lee Young-ho", "name"),
]


@pytest.mark.parametrize("right, wrong, slip", SLIPS_OF_TRANSLATION)
def test_a_slip_in_a_translation_from_korean_is_told(right: str, wrong: str, slip: str) -> None:
    found = told(checked(TRANSLATION.replace(right, wrong), ORIGINAL))
    assert [(kind, weight != "note") for kind, weight in found.values()] == [(slip, True)]


SLIPS_OF_KOREAN = [
    ("1280만명", "1억2800만명", "magnitude"),
    ("3억1800만달러", "3억8100만달러", "swapped"),
    ("214개", "241개", "swapped"),
    ("늘었다고", "줄었다고", "direction"),
    ("6월 30일", "6월 20일", "date"),
    ("1분기", "2분기", "altered"),
    ("오후 11시", "오후 10시", "altered"),
    ("김민석", "김민식", "name"),
]


@pytest.mark.parametrize("right, wrong, slip", SLIPS_OF_KOREAN)
def test_a_slip_in_a_translation_into_korean_is_told(right: str, wrong: str, slip: str) -> None:
    found = told(checked(KOREAN.replace(right, wrong), ENGLISH))
    assert [(kind, weight != "note") for kind, weight in found.values()] == [(slip, True)]


@pytest.mark.parametrize(
    "name", ["Kim Min-suk", "Kim Minseok", "Gim Min-seok", "Kim Min Seok", "Min-seok Kim", "Kim Min-sŏk"]
)
def test_a_korean_name_may_be_spelt_in_any_usual_way(name: str) -> None:
    report = checked(TRANSLATION.replace("Kim Min-seok", name), ORIGINAL)
    assert told(report) == {} and borne_out(report)[name] == ["김민석"]


@pytest.mark.parametrize("name", ["Yi Young Hee", "Rhee Yeong-hui", "Lee Yŏnghŭi", "Young-Hee Lee"])
def test_a_korean_surname_has_several_spellings(name: str) -> None:
    assert borne_out(checked(TRANSLATION.replace("Lee Young-hee", name), ORIGINAL))[name] == ["이영희"]


@pytest.mark.parametrize("name", ["Kim Jong-hyun", "Park Min-sik", "Choi Ji-won"])
def test_a_name_of_somebody_else_is_left_alone(name: str) -> None:
    extra = f"{TRANSLATION}\nAn analyst, {name}, was not surprised.\n"
    assert told(checked(extra, ORIGINAL)) == {}


@pytest.mark.parametrize("time", ["2 a.m. EDT", "7 a.m. in London", "11 p.m. Pacific time on Monday"])
def test_a_time_of_seoul_holds_in_another_zone(time: str) -> None:
    report = checked(TRANSLATION.replace("in Seoul on Tuesday, May 14, at 3 p.m.", f"at {time}"), ORIGINAL)
    assert not [found for found in report.findings if "m." in words(report, found.spans[0])]


def test_a_dateline_tells_the_zone_of_a_time() -> None:
    there = TRANSLATION.replace("in Seoul on Tuesday, May 14, at 3 p.m.", "on Tuesday, May 14, at 2 a.m.")
    assert told(checked(f"---\ndateline: New York\n---\n{there}", ORIGINAL)) == {}
    assert list(told(checked(f"---\ndateline: London\n---\n{there}", ORIGINAL))) == ["2 a.m."]


def test_the_right_figure_on_the_wrong_noun_is_told() -> None:
    source = "The inquiry at Holm heard 318 witnesses and read 1,204 documents in two years."
    article = "The inquiry at Holm heard 1,204 witnesses and read 1,204 documents in two years."
    assert told(checked(article, source))["1,204"][0] == "misplaced"


def test_figures_of_another_column_are_told() -> None:
    table = "| £ million | 2024 | 2023 |\n|---|---|---|\n| Sales | 142.8 | 131.5 |\n| Fuel | 31.4 | 36.9 |\n| Profit | 9.7 | 6.2 |\n"
    source = f"Calder Ferries reports its results for 2024.\n\n{table}"
    right = "Calder Ferries made a profit of £9.7 million in 2024, up from £6.2 million, on sales of £142.8 million."
    assert told(checked(right, source)) == {}
    assert told(checked(right.replace("142.8", "148.2"), source)) == {"£148.2 million": ("swapped", "error")}


def test_a_figure_that_no_source_has_is_a_note() -> None:
    extra = TRUE.replace("9.2 percent of trips.", "9.2 percent of trips, and 83,417 passengers complained.")
    assert told(checked(extra, RELEASE)) == {"83,417": ("missing", "note")}


@pytest.mark.parametrize(
    "extra",
    [
        "Strathmere Buses, a rival, reported revenue of $381.6 million last week.",
        "According to the Harbour Union, its members at Dunmore lost 1,510 days to illness.",
        "The Bank of Ostrava lent Kessel Coaches $46 million in 2019.",
    ],
)
def test_what_was_said_of_others_is_left_alone(extra: str) -> None:
    assert all(weight == "note" for _, weight in told(checked(f"{TRUE}\n{extra}\n", RELEASE)).values())


def test_a_source_on_another_matter_makes_nothing_wrong() -> None:
    source = ORIGINAL.replace("1530", "3120").replace("72만", "21만")
    assert all(weight == "note" for _, weight in told(checked(TRUE, source)).values())
    other = "Paper sales at Norcross rose 4.6% to $381.6 million. It shipped 241 tons to 1,510 clients on May 13."
    assert all(weight == "note" for _, weight in told(checked(TRUE, f"{other}\n\n{other}")).values())


def test_a_figure_of_either_source_holds() -> None:
    first, second = RELEASE.split("The company will close")
    second = f"---\ndate: 2024-05-13\n---\n\nNorland Rail will close{second}"
    assert told(checked(TRUE, first, second)) == {}
    report = checked(TRUE, first, second)
    assert {span.file for held in report.held for span in held.spans[1:]} == {"source0.md", "source1.md"}
    assert list(told(checked(TRUE.replace("214", "241"), first, second))) == ["241"]


def test_an_article_may_follow_either_of_two_sources_that_differ() -> None:
    other = RELEASE.replace("1,150 jobs", "1,510 jobs")
    for jobs in ("1,150", "1,510"):
        assert told(checked(TRUE.replace("1,150", jobs), RELEASE, other)) == {}


def test_a_name_may_be_spelt_as_any_source_spells_it() -> None:
    article = TRUE.replace("Okonedo", "Okenedo")
    assert told(checked(article, RELEASE, RELEASE.replace("Okonedo", "Okenedo"))) == {}
    assert told(checked(article, RELEASE, RELEASE)) == {"Margaret Okenedo": ("name", "warning")}


def test_the_command_shows_the_place_in_the_source(tmp_path: Path) -> None:
    written(tmp_path, article=dated(TRUE.replace("1,150", "1,510")), release=RELEASE)
    done = command(tmp_path, "article.md", "--source", "release.md")
    assert done.returncode == 1
    assert "1,510 has two digits of the source's 1,150 the other way round" in done.stdout
    assert "in release.md:" in done.stdout and "cut 1,150 jobs" in done.stdout
    assert "fix:     1,510" not in done.stdout and "fix:     1,150" in done.stdout


def test_json_names_the_file_of_a_span(tmp_path: Path) -> None:
    written(tmp_path, article=dated(TRUE.replace("1,150", "1,510")), release=RELEASE)
    done = command(tmp_path, "article.md", "--source", "release.md", "--format", "json")
    (document,) = json.loads(done.stdout)["documents"]
    (finding,) = document["findings"]
    here, there = finding["spans"]
    assert (here["text"], here["file"]) == ("1,510", None) and (there["text"], there["file"]) == ("1,150", "release.md")
    assert RELEASE[there["start"] : there["end"]] == "1,150"
    assert RELEASE.splitlines()[there["line"] - 1][there["column"] - 1 :].startswith("1,150")
    verified = [one["spans"] for one in document["verified"] if one["rule"] == "source-mismatch"]
    assert ["12.8 million", "12,843,600"] in [[span["text"] for span in spans] for spans in verified]


def paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.partition("---\n\n")[2].split("\n\n")]


def test_a_source_may_be_a_word_file_or_a_web_page(tmp_path: Path) -> None:
    written(tmp_path, article=dated(TRUE.replace("1,150", "1,510")))
    made = docx.Document()
    for words in paragraphs(RELEASE):
        made.add_paragraph(words)
    made.save(str(tmp_path / "release.docx"))
    body = "".join(f"<p>{words.replace('1,150', '1,<b>150</b>')}</p>" for words in paragraphs(RELEASE))
    (tmp_path / "release.html").write_text(
        f"<!DOCTYPE html><title>Release</title><body>{body}</body>", encoding="utf-8"
    )
    for source in ("release.docx", "release.html"):
        done = command(tmp_path, "article.md", "--source", source, "--format", "json")
        (document,) = json.loads(done.stdout)["documents"]
        (finding,) = [one for one in document["findings"] if one["rule"].startswith("source-mismatch")]
        assert finding["spans"][0]["text"] == "1,510" and finding["spans"][1]["file"] == source


def test_a_source_that_cannot_be_read_is_named_and_the_rest_still_used(tmp_path: Path) -> None:
    written(tmp_path, article=dated(TRUE.replace("1,150", "1,510")), release=RELEASE)
    (tmp_path / "broken.docx").write_bytes(b"no archive")
    done = command(tmp_path, "article.md", "--source", "broken.docx", "--source", "release.md", "--source", "gone.md")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 2 and "broken.docx" in done.stderr and "gone.md" in done.stderr
    assert "the other way round" in done.stdout


THINGS = ("containers", "lorries", "pallets", "barrels", "parcels", "crates")
COUNTS = st.lists(
    st.integers(10_000, 9_999_999),
    min_size=2,
    max_size=len(THINGS),
    unique_by=lambda count: str(count)[:2] + str(len(str(count))),
)
"""Counts that round to different figures: of two that round alike nobody can tell which is meant."""


def release_of(counts: list[int]) -> str:
    lines = [
        f"The port of Ardnish handled {count:,} {thing} in its third year."
        for thing, count in zip(THINGS, counts, strict=False)
    ]
    return "\n\n".join(lines)


def rounded(count: int, digits: int) -> str:
    unit = 10 ** max(0, len(str(count)) - digits)
    value = (count + unit // 2) // unit * unit
    return f"about {value:,}" if unit > 1 else f"{value:,}"


@given(COUNTS, st.randoms(use_true_random=False), st.data())
@settings(max_examples=60, deadline=None)
def test_true_figures_are_never_altered_however_rounded_and_ordered(counts: list[int], shuffle, data) -> None:
    pairs = list(zip(THINGS, counts, strict=False))
    shuffle.shuffle(pairs)
    lines = [
        f"{thing.capitalize()} at Ardnish came to {rounded(count, data.draw(st.integers(2, 7)))}."
        for thing, count in pairs
    ]
    report = checked("The port of Ardnish told of its third year.\n\n" + " ".join(lines), release_of(counts))
    assert all(weight == "note" for _, weight in told(report).values())


@given(COUNTS, st.data())
@settings(max_examples=60, deadline=None)
def test_a_distinct_figure_changed_beyond_rounding_is_told(counts: list[int], data) -> None:
    place, at = data.draw(st.integers(0, len(counts) - 1)), data.draw(st.integers(0, 3))
    sign = data.draw(st.sampled_from("123456789"))
    digits = str(counts[place])
    assume(digits[at] != sign and len(digits.strip("0")) > 3)
    wrong = int(digits[:at] + sign + digits[at + 1 :])
    others = [count for n, count in enumerate(counts) if n != place]
    worked_out = [value for one, other in combinations(counts, 2) for value in (one + other, abs(one - other))]
    assume(not any(str(count)[:2] == str(wrong)[:2] or sorted(str(count)) == sorted(str(wrong)) for count in others))
    assume(all(sum(a != b for a, b in zip(str(count), str(wrong), strict=False)) > 1 for count in others))
    assume(all(abs(value - wrong) * 20 > wrong for value in (*worked_out, *others)))
    lines = [
        f"The port of Ardnish handled {wrong if n == place else count:,} {thing} in its third year, it said."
        for n, (thing, count) in enumerate(zip(THINGS, counts, strict=False))
    ]
    found = told(checked("\n\n".join(lines), release_of(counts)))
    assert any(figure.startswith(f"{wrong:,}") and weight != "note" for figure, (_, weight) in found.items())


def seconds(copies: int) -> float:
    article = "\n\n".join(
        TRUE.replace("1,150", f"{1150 + 7 * n:,}").replace("Harnell", f"Harnell{n}") for n in range(copies)
    )
    source = "\n\n".join(
        RELEASE.replace("1,150", f"{1150 + 7 * n:,}").replace("Harnell", f"Harnell{n}") for n in range(copies)
    )
    began = process_time()
    checked(article, source)
    return process_time() - began


def test_time_grows_with_length_alone() -> None:
    seconds(2)
    assert seconds(320) < 6 * seconds(80)
