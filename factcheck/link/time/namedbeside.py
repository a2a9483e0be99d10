"""What a text only names beside what it tells of: they mark their 60th anniversary in the church built in 1930."""

from __future__ import annotations

import re

from factcheck.patterns import Pattern

LOOK = 60
BESIDE = Pattern(
    r"(?:\b(?:in|at|with|by|from|near|beside|opposite|to|on|under|like|for)"
    r"|(?<!anniversary)(?<!birthday)(?<!jubilee)(?<!centenary)(?<!centennial)(?<!festival)(?<!years)(?<!life) of)"
    r" (?:the|an?|its|his|her|their|our)(?: (?!and\b|but\b|was\b|is\b)[\w'’-]+){1,4},? (?:first )?"
    r"(?:(?:which|that) (?:was|is|had been) (?:first )?)?$",
    re.I,
)
"""Before the word for a beginning these make it that of what is only named beside."""


def named_beside(text: str, start: int) -> bool:
    """Tell whether what begins by the word at a character stands behind a preposition, and is no subject of its sentence."""
    return BESIDE.search(text[max(0, start - LOOK) : start]) is not None


MADE_FOR = Pattern(r"\s*(?:for|to mark|to celebrate|in honour of|as part of) (?:its|the|his|her|their)\b", re.I)


def made_for(behind: str) -> bool:
    """Tell whether words behind a year make it that in which an anniversary was kept: a ward built in 1966 for its centenary."""
    return MADE_FOR.match(behind) is not None
