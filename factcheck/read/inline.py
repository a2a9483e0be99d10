"""Markup inside a block of Markdown: which of its characters are no words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.read.pieces import Cut, shape

_TOKEN = r"""(?x)(?P<escape>\\(?=[!-/:-@\[-`{-~]))
    |(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    |(?P<ticks>`+)
    |(?P<comment><!--)
    |(?P<tag></?[A-Za-z][A-Za-z0-9-]*+(?:\s[^<>]*+)?/?>)
    |(?P<address><(?=(?:https?://|mailto:)?[^<>\s]{3,999}>))
    |(?P<template>\{\{[^{}]*+\}\}|\{%(?:[^{}%]|%(?!\}))*+%\}|\{(?:[#.:][\w\s.#]|[\w-]++=)[^{}]*+\})
    |(?P<crossing>(?<![\w@])-?@(?:fig|tbl|eq|sec|lst|thm|lem|cor|prp|exm|exr|alg|nte|tip)-[\w-]+)
    |(?P<citation>\[(?:[^\[\]@]{0,80}\s)?-?@\w[^\[\]]{0,300}\](?!\())
    |(?P<note>\[\^[^\]\s]{1,40}\])
    |(?P<open>\[)
    |(?P<target>\]\(\s*+(?:<[^<>]*+>|\{\{[^{}]*+\}\}|[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+)
        (?:\s++(?:"[^"]*+"|'[^']*+'))?\s*+\))
    |(?P<reference>\]\[[^\[\]]{0,200}\])
    |(?P<close>\])
    |(?P<stars>\*+|_+|~~)
    |(?P<nothing>[\u00ad\u200b\u2060\ufeff]+)"""
_TICKS = "`+"
_RUN = r"r\s|\{\w+\}\s"
"""How code begins that is run when the page is made, so that its value stands there and not its words."""
_PARTING = r"(?i)</?(?:br|p|div|li|ul|ol|td|th|tr|table|h[1-6]|hr|dd|dt|figure|figcaption)\b"


def cuts(markup: type[Walk], raw: str, signs: str, labels: frozenset[str]) -> list[Cut]:
    """Return what of a block is markup, in order.

    `signs` are those of the markup's that the file holds, `labels` those of its link definitions.  Signs that pair
    with nothing are words: "5 * 3", "[sic]", "R&D", "p < 0.05".
    """
    for sign in signs:
        if sign in raw:
            return _cuts(markup(raw, labels), _any_of(signs))
    return []


def _cuts(walk: Walk, sought: re.Pattern[str]) -> list[Cut]:
    at, token_at = 0, shape(walk.token).match
    while found := sought.search(walk.raw, at):
        token = token_at(walk.raw, found.start())
        at = walk.step(token) if token else found.end()
    walk.cuts.sort()
    return _apart(walk.cuts)


def _any_of(signs: str) -> re.Pattern[str]:
    """Return a pattern for where a token may begin: ten times as fast as to seek the tokens themselves."""
    return shape("[" + re.escape(signs.replace("[", "[]")) + "]")


def _apart(cuts: list[Cut]) -> list[Cut]:
    """Return the cuts less those that begin inside another, as a star does in the title of a link."""
    kept: list[Cut] = []
    for cut in cuts:
        if not kept or cut[0] >= kept[-1][1]:
            kept.append(cut)
    return kept


class Walk:
    """One walk over a block of Markdown: the cuts so far, and what was opened and not yet closed.

    `signs` are what markup begins with; `token` tells it apart, by the name of the method that deals with it or of a
    kind in `simple`, with what stands for it; `emphases` are the signs around a paragraph that is wholly one; `breaks` end a line that is to
    stay one.
    """

    signs = "*_`[<&\\{~@\u00ad\u200b\u2060\ufeff"
    token = _TOKEN
    simple: Mapping[str, str] = dict.fromkeys(("escape", "template", "crossing", "citation", "note", "nothing"), "")
    breaks: tuple[str, ...] = ("\\",)
    emphases: tuple[tuple[str, str], ...] = (("**", "bold"), ("__", "bold"), ("*", "italic"), ("_", "italic"))

    def __init__(self, raw: str, labels: frozenset[str]) -> None:
        self.raw, self.labels = raw, labels
        self.cuts: list[Cut] = []
        self.brackets: list[tuple[int, bool]] = []
        self.runs: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
        self.code: dict[int, list[int]] | None = None
        self.comments = True

    def step(self, token: re.Match[str]) -> int:
        """Deal with one token; return where to look on."""
        kind, start, end = token.lastgroup or "", token.start(), token.end()
        if kind in self.simple:
            self.cuts.append((start, end, self.simple[kind]))
            return end + (kind == "escape")
        handled: int = getattr(self, kind)(start, end)
        return handled

    def entity(self, start: int, end: int) -> int:
        """Replace `&nbsp;` by its character, if it has just one."""
        from html import unescape

        character = unescape(self.raw[start:end])
        if len(character) == 1:
            self.cuts.append((start, end, " " if character.isspace() else character))
        return end

    def tag(self, start: int, end: int) -> int:
        """Cut an HTML tag; one that begins a new line leaves a blank."""
        self.cuts.append((start, end, " " if shape(_PARTING).match(self.raw, start) else ""))
        return end

    def comment(self, start: int, end: int) -> int:
        """Cut an HTML comment; one that never ends is none."""
        closing = self.raw.find("-->", end) if self.comments else -1
        if closing < 0:
            self.comments = False
            return end
        self.cuts.append((start, closing + 3, ""))
        return closing + 3

    def address(self, start: int, end: int) -> int:
        """Cut the angles of `<https://example.org>`."""
        closing = self.raw.index(">", end)
        self.cuts += [(start, end, ""), (closing, closing + 1, "")]
        return closing + 1

    def ticks(self, start: int, end: int) -> int:
        """Cut the backticks around code; its words stay, and signs in it are words, unless it is run for a value."""
        closings = self._backticks().get(end - start, [])
        while closings and closings[-1] <= start:
            closings.pop()
        if not closings:
            return end
        closing, after = closings[-1], closings[-1] + end - start
        run = end - start == 1 and shape(_RUN).match(self.raw, end)
        self.cuts += [(start, after, "")] if run else [(start, end, ""), (closing, after, "")]
        return after

    def _backticks(self) -> dict[int, list[int]]:
        """Return where runs of backticks stand, by their length, the last first."""
        if self.code is None:
            self.code = {}
            for run in reversed(list(shape(_TICKS).finditer(self.raw))):
                self.code.setdefault(run.end() - run.start(), []).append(run.start())
        return self.code

    def open(self, start: int, end: int) -> int:
        """Remember where the text of a link, or of an image, may begin."""
        image = self.raw.endswith("!", 0, start)
        self.brackets.append((start - image, image))
        return end

    def target(self, start: int, end: int) -> int:
        """Cut a link's target and brackets; an image goes with its text."""
        if self.brackets:
            begin, image = self.brackets.pop()
            self.cuts += [(begin, end, "")] if image else [(begin, begin + 1, ""), (start, end, "")]
            return end
        return start + 1

    def reference(self, start: int, end: int) -> int:
        """Cut the brackets of `[text][label]` where the file defines the label."""
        label = self.raw[start + 2 : end - 1]
        if self.brackets and (label or self.raw[self.brackets[-1][0] + 1 : start]).lower() in self.labels:
            return self.target(start, end)
        return self.close(start, start + 1)

    def close(self, start: int, end: int) -> int:
        """Cut the brackets of `[label]` where the file defines it."""
        if self.brackets:
            begin, image = self.brackets.pop()
            if not image and self.labels and self.raw[begin + 1 : start].lower() in self.labels:
                self.cuts += [(begin, begin + 1, ""), (start, end, "")]
        return end

    def stars(self, start: int, end: int) -> int:
        """Pair a run of stars, underscores or tildes with the one that opened it, or let it open one."""
        sign, opens, closes = self.raw[start], *_flanks(self.raw, start, end)
        openers = self.runs[sign]
        while closes and openers and start < end:
            begin, stop = openers[-1]
            width = min(stop - begin, end - start)
            self.cuts += [(stop - width, stop, ""), (start, start + width, "")]
            start += width
            openers[-1][1] -= width
            self._forget(begin)
        if opens and start < end:
            openers.append([start, end])
        return end

    def _forget(self, begin: int) -> None:
        """Drop what was opened after `begin`, and what is used up."""
        for openers in self.runs.values():
            while openers and (openers[-1][0] > begin or openers[-1][0] == openers[-1][1]):
                openers.pop()


def _flanks(raw: str, start: int, end: int) -> tuple[bool, bool]:
    """Tell whether a run of signs can open and whether it can close: it must touch a word on that side.

    Nothing opens inside a word, so that E*TRADE keeps its star, and between digits a star multiplies.
    """
    before, after = raw[start - 1 : start] or " ", raw[end : end + 1] or " "
    if before.isdigit() and after.isdigit():
        return False, False
    inside = before.isalnum() and after.isalnum()
    opens = not after.isspace() and not (inside and (raw[start] == "_" or end - start == 1))
    return opens, not before.isspace() and not (inside and raw[start] == "_")
