"""Times of day written as others are: 9:30 a.m. as 11:30 p.m., 오전 9시 as 오후 11시."""

from __future__ import annotations

import re

from factcheck.patterns import Pattern

HALF_DAY = 720

KOREAN_TIME = Pattern(r"(오전|오후|새벽|아침|낮|저녁|밤)? ?\d+시( ?)")

SPOKEN_TIME = Pattern(r"\d+(?:([:.])\d\d)? (?:in the (?:morning|afternoon|evening)|at night)")

DAY_PARTS = ((720, "in the morning"), (1080, "in the afternoon"), (1440, "in the evening"))
"""What is said of a time of day up to a minute of it."""


def like(text: str, minute: int) -> str:
    """Return a time of day written as another is: "8:05 a.m.", "1400 GMT", "17:00 BST", "오후 3시 30분"."""
    if korean := KOREAN_TIME.match(text):
        return _in_korean(korean, minute)
    if spoken := SPOKEN_TIME.fullmatch(text):
        part = next(part for end, part in DAY_PARTS if minute < end)
        after = f"{spoken[1] or ':'}{minute % 60:02}" if minute % 60 or spoken[1] else ""
        return f"{minute // 60 % 12 or 12}{after} {part}"
    match = re.fullmatch(r"(\d{1,2})?([:.]?)(\d\d)?(\s?)([ap]\.?m\.?)?(.*)", text)
    hour, past = divmod(minute, 60)
    if match is None or not match[1]:
        return f"{hour:02}:{past:02}"
    _, mark, minutes, blank, half, rest = match.groups()
    if not half:
        return f"{hour:02}{mark}{past:02}{blank}{rest}"
    side = ("p" if hour >= 12 else "a") + half[1:]
    shown = f"{hour % 12 or 12}" + (f"{mark or ':'}{past:02}" if past or minutes else "")
    return f"{shown}{blank}{side}{rest}"


def _in_korean(like: re.Match[str], minute: int) -> str:
    hour, past = divmod(minute, 60)
    half = ("오전 " if hour < HALF_DAY // 60 else "오후 ") if like[1] else ""
    tail = f"{like[2]}{past}분" if past else ""
    return f"{half}{hour % 12 or 12 if half else hour}시{tail}"
