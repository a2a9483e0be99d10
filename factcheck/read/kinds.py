"""What each block of a page is: headline, standfirst, caption, copy, or the page's furniture."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from factcheck.document import Block
from factcheck.read.dates import read_date
from factcheck.read.pieces import shape
from factcheck.records import NamedTuple
from factcheck.rulefiles import load_rules

NEAR_TOP = 10
"""A headline that a page repeats is repeated among so many first blocks."""

LONGEST_HEADLINE = 150

_DECORATION = " *_[(<>▶▷☞►»■□◆◇•|-–—\t"
_PROSE = frozenset({"paragraph", "item", "bold", "italic", "caption"})
_KINDS = {"bold": "heading", "alt": "caption"} | dict.fromkeys(["h1", "h2", "h3", "h4", "h5", "h6"], "heading")


class Furniture(NamedTuple):
    """The rules of furniture.toml, the lines by their first two letters."""

    longest: int
    ends: tuple[str, ...]
    captions: tuple[str, ...]
    lines: dict[str, tuple[str, ...]]
    heads: frozenset[str]

    def may_name(self, line: str) -> bool:
        """Tell whether a line may be furniture or a caption: a quick look that spares most of the copy."""
        return line[-1] not in '.!?"”' or line[:2].lower() in self.heads or not line[0].isalnum()

    def holds(self, line: str) -> bool:
        """Tell whether a line is the page's and not the article's."""
        if len(line) > self.longest:
            return False
        bare = line if line[0].isalnum() else line.lstrip(_DECORATION)
        rules = self.lines.get(bare[:2].lower()) or self.lines.get(bare[:1])
        if rules and any(shape(rule).fullmatch(bare) for rule in rules):
            return True
        return line[-1] not in '.!?"”' and line[-40:].lower().endswith(self.ends)

    def captions_it(self, line: str) -> bool:
        """Tell whether a line says that it describes a picture."""
        return line[:12].lower().startswith(self.captions)


@cache
def furniture() -> Furniture:
    """Return the shipped rules; each is compiled when a line first begins like it."""
    rules = load_rules("furniture")
    lines: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for line in rules["line"]:
        openings = "|".join(map(re.escape, sorted(line["opens"], key=len, reverse=True)))
        rule = f"(?i)(?:{openings})(?:{line['then']})"
        for opening in {opening[:2].lower() for opening in line["opens"]}:
            lines[opening] += (rule,)
    captions = tuple(rules["captions"])
    heads = frozenset(lines) | {caption[:2] for caption in captions}
    return Furniture(rules["longest"], tuple(rules["ends"]), captions, dict(lines), heads)


def name_blocks(text: str, raw: list[Block]) -> tuple[tuple[Block, ...], str]:
    """Return the blocks with the kinds they have in an article, and the date over the page or "".

    A line is furniture only if a rule says so, if it repeats the headline near the top, or if it is a date
    alone above everything else.
    """
    kinds = [block.kind for block in raw]
    lines = [text[block.start : block.end] for block in raw]
    page_date = _page_date(kinds, lines)
    _mark_furniture(kinds, lines)
    headline = _headline(kinds, lines)
    _mark_repeats(kinds, lines, headline)
    _mark_italics(kinds, headline)
    named = [_KINDS.get(kind, kind) for kind in kinds]
    pairs = zip(named, raw, strict=True)
    return tuple([block if block.kind == kind else block._replace(kind=kind) for kind, block in pairs]), page_date


def _page_date(kinds: list[str], lines: list[str]) -> str:
    first = int(kinds[:1] == ["title"])
    day = read_date(lines[first]) if kinds[first : first + 1] == ["paragraph"] else None
    if day:
        kinds[first] = "furniture"
    return day.isoformat() if day else ""


def _mark_furniture(kinds: list[str], lines: list[str]) -> None:
    rules = furniture()
    for place, line in enumerate(lines):
        if kinds[place] in _PROSE and rules.may_name(line):
            if rules.holds(line):
                kinds[place] = "furniture"
            elif rules.captions_it(line):
                kinds[place] = "caption"


def _headline(kinds: list[str], lines: list[str]) -> int:
    """Return the place of the headline: a heading that leads, or a first line that looks like one; or -1."""
    title = lines[0] if kinds[:1] == ["title"] else ""
    for place, kind in enumerate(kinds):
        leads = kind[0] == "h"
        if leads or (kind in ("paragraph", "bold") and _like_headline(place, kinds, lines, title)):
            kinds[place] = "headline"
            return place
        if kind not in ("title", "furniture", "caption", "alt", "italic", "code"):
            break
    late = kinds.index("h1") if "h1" in kinds else -1
    if late >= 0:
        kinds[late] = "headline"
    return late


def _like_headline(place: int, kinds: list[str], lines: list[str], title: str) -> bool:
    """Tell whether a first line repeats the title or, for want of one, is short and no sentence."""
    line = lines[place]
    if title:
        return abs(len(line) - len(title)) <= 20 and _key(line) == _key(title)
    followed = any(len(later) > len(line) for later in lines[place + 1 : place + NEAR_TOP])
    return followed and len(line) <= LONGEST_HEADLINE and line[-1] not in '.:;,!"”’)…' and "h1" not in kinds


def _key(line: str) -> str:
    return "".join([sign for sign in line.casefold() if sign.isalnum()])


def _mark_repeats(kinds: list[str], lines: list[str], headline: int) -> None:
    if headline < 0:
        return
    for place in range(headline + 1, min(len(kinds), headline + NEAR_TOP)):
        same = len(lines[place]) <= LONGEST_HEADLINE and lines[place] == lines[headline]
        if same and (kinds[place] in _PROSE or kinds[place][:1] == "h"):
            kinds[place] = "furniture"


def _mark_italics(kinds: list[str], headline: int) -> None:
    """Call an italic block a standfirst under a headline and a caption under a picture."""
    if "italic" not in kinds:
        return
    for place, kind in enumerate(kinds):
        if kind == "italic":
            before = kinds[place - 1] if place else ""
            under = "standfirst" if place - 1 == headline >= 0 else "caption"
            kinds[place] = under if before in ("headline", "alt") else "paragraph"
