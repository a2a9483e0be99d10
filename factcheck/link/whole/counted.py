"""What a word that takes up a count stands for: "them", "the members", "of the interviews" beside "interviewed 812"."""

from __future__ import annotations

from factcheck.article import Article, Said, Sentence
from factcheck.english.nouns import singular
from factcheck.link.series.shares import earlier, is_part
from factcheck.model import Mention

FAR = 12
"""So many sentences from a word may stand what it names."""

STEM = 6
"""Two words of so many like letters speak of one thing: the pollsters interviewed 812; of the interviews, 342."""

KNOWN = frozenset({"the", "its"})
"""Before a noun these make it one that was counted before."""


def of_kin(article: Article, near: Sentence, word: str) -> list[Mention]:
    """Return the counts about a sentence of what a word names, or beside a verb of its stem: "interviewed 812 voters"."""
    stem, noun = word[:STEM], singular(word)
    about = article.sentences[max(0, near.number - FAR) : near.number + FAR]
    counts = [one for sentence in about for one in sentence.of_kind("count") if not one.upper]
    verbs = (one for one in counts if len(stem) == STEM and article.word(article.place(one) - 1).startswith(stem))
    return [one for one in counts if one.noun == noun] or list(verbs)


def counted_as(article: Article, found: Said) -> list[Mention]:
    """Return the figures that "them" or "the members" may stand for: of its own sentence, else of the one before."""
    own = [figure for figure in found.sentence.mentions if figure.first < found.part.first]
    number = found.sentence.number
    near = article.sentences[number - 1] if number else None
    before = near.mentions if near and near.block == found.sentence.block else ()
    if found.word("kin") in KNOWN:
        noun = singular(article.word(found.match.start("kin") + 1))
        named = [figure for figure in (*own, *earlier(article, found.sentence, found.part, FAR)) if figure.noun == noun]
        bare = [figure for figure in before if not figure.noun and figure.kind == found.part.kind]
        return [figure for figure in (named[:1] or bare) if is_part(found.part, figure)]
    told = [figure for figure in before if is_part(found.part, figure)]
    subjects = [figure for figure in told if not _is_of(article, figure)]
    return [figure for figure in own if is_part(found.part, figure)] or subjects or told


def _is_of(article: Article, figure: Mention) -> bool:
    """Tell whether a figure is what another is said to be of: 61% of the 68,860; of which 265 are is its own."""
    place = article.place(figure)
    led = place - 1 if article.word(place - 1) in ("of", "which", "whom") else place - 2
    return article.word(led) == "of"
