"""A record that a headline says was set, over a text that tells how far below the record a figure still is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.document import Block, Span
from factcheck.link.context.subjects import topics, topics_of
from factcheck.link.headline.heads import TOPS
from factcheck.link.headline.rivals import opens
from factcheck.model import Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

SET = Pattern(
    r"\b(?:hits?|sets?|reach\w*|at|breaks?|smash\w*) (?:a |an |another |new |all-time )*record(?: highs?| lows?)?\b(?! (?:label|fine|deal))|^Record (?=\d)|\ball-time (?:high|low)\b",
    re.I,
)
SHORT = Pattern(
    r"\b(?:below|short of|shy of|beneath|off|under|less than|fewer than) (?:the|its|their|a) (?:previous |all-time |existing )?(?:record|peak|high-water mark|all-time (?:high|low))\b"
)
TAKES_UP = frozenset({"it", "that", "they", "this"})
MADE = Pattern(
    r"\b(?:highest|largest|most|fastest|best) (?:yet|ever|in history)\b|\bthan ever\b|\bnew highs?\b|\bfastest\b|\b(?:pass|topp|surpass|beat|eclips)\w* its\b|\b(?:a|an|new|another|the|its|their|highest|largest) (?:new |fresh |all-time )?record(?! of)\b|\brecord (?:high|low|number|crowd|level|price|[a-z]+s)\b|\bhighest (?:ever|on record)\b|\ball-time",
    re.I,
)


def records_missed(article: Article) -> Iterator[Relation]:
    """Hold a record over a text to the opening that puts a figure below it, where nothing in the text tells of a new one."""
    text = article.document.text
    for block in article.document.blocks if not article.verb_last else ():
        said = SET.search(text, block.start, block.end) if block.kind in TOPS else None
        opening = [one for one in article.body if opens(article, one)] if said else []
        told = [
            (one, hit) for one in opening if (hit := SHORT.search(article.words(one))) and _is_of(article, block, one)
        ]
        if said and told:
            sentence, hit = told[0]
            start = article.here(sentence).start + hit.start()
            span = Span(start, start + len(hit[0]))
            rest = text[block.end : span.start] + text[span.end :]
            if not MADE.search(rest):
                yield Relation(
                    Quantity.named("a record", said[0], Span(*said.span())),
                    Quantity.named("none", hit[0], span),
                    says=f"The headline says “{said[0]}”, the text “{hit[0]}”.",
                    fix="no record over the text",
                )


def _is_of(article: Article, block: Block, sentence: Sentence) -> bool:
    """Tell whether a sentence is of what a headline tells: by a word of it, or a pronoun that opens it."""
    head = topics(article, range(article.place_at(block.start), article.place_at(block.end)))
    return bool(head & topics_of(article, sentence)) or article.word(sentence.start) in TAKES_UP
