"""Figures, days and names that look as if they belonged together and do not are left alone; those that do are held."""

from __future__ import annotations

import pytest

from factcheck.model import Severity
from factcheck.pipeline import check_text

TRUE = (
    "The singer Adaline Moreau sings on Monday. / Her namesake, the pianist Adeline Moreau, plays on Sunday.",
    "The singer Adaline Moreau sings on Monday. / The pianist Adeline Moreau plays on Sunday.",
    "Philip Tranter chairs the board. Mr Tranter said so. / Phillip Tranter is the contractor who built the first phase.",
    "Geoffrey Stannard resigned. Mr Stannard had led it for years. / Jeffrey Stannard was appointed in his place.",
    "The defendant, Mark Harrison, denied it. / His neighbour Mrs Harrisson said she saw lights.",
    "Staff at Pellings walk out on Sunday. / The stoppage will end at 10pm on Tuesday.",
    "The river burst its banks on Sunday. / The flooding peaked on Tuesday.",
    "Nine cases on Thursday brought the total since the outbreak began on January 30 to 143.",
    "Of 138 starters, six for each of the 23 teams, 104 made it to the finish.",
    "The yard built ferries for each of the four routes, 21 of which are in service.",
    "Of the two hospitals, 340 beds are in use.",
    "Of 14 calls a day, 20 in summer, most are ferries.",
    "The school has 12 teachers, 15 of them counting those of the year before.",
    "The pumps ran for 9,120 hours last year.",
    "Vale scored four tries to three on Saturday because Strickland missed two of his four.",
    "Roe has won 22 of 25 fights, 14 inside the distance, with one draw.",
    "Ely have 12 wins and five draws and, two points docked, are on 39 points. / A win is worth three points, a draw one.",
    "Trailing 19-12 at the break, Ely scored 17 points without reply and won 29-26.",
    "His 9.98 in the heats was faster than his 10.02 in the final, where he lost by three hundredths.",
)
FALSE = (
    ("name-variant", "The singer Adaline Moreau sings on Monday. / On Sunday Adeline Moreau, too, will play."),
    ("name-variant", "Geoffrey Stannard resigned. Mr Stannard had led it. / Jeffrey Stannard said he was tired."),
    ("name-variant", "The defendant, Mark Harrisson, denied it. / Mr Harrison said he saw lights."),
    (
        "event-day",
        "Workers at Ely walked out on Sunday. / On Tuesday, when the strike began, pickets stood at both gates.",
    ),
    ("impossible", "It runs from January 28 to 34."),
    ("impossible", "Of the 23 teams, 104 made it to the finish."),
    ("impossible", "The buoy measured waves for 9,120 hours last year."),
    ("sport", "Strickland played 30 games, won 12, drew five and lost eleven."),
    ("sport", "Trailing 19-12 at the break, Ely scored the last 17 points and won 29-26."),
)


def told(text: str) -> set[str]:
    """The rules of the findings that are more than notes."""
    report = check_text(text.replace(" / ", "\n\n"))
    return {one.rule.partition("/")[0] for one in report.findings if one.severity is not Severity.NOTE}


@pytest.mark.parametrize("text", TRUE)
def test_what_the_text_tells_apart_is_left_alone(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(("rule", "text"), FALSE)
def test_what_belongs_together_is_held(rule: str, text: str) -> None:
    assert rule in told(text)
