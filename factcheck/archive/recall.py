"""What an archive holds on the subjects of a new article."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from functools import lru_cache

from factcheck.archive import store
from factcheck.archive.claims import TIMELESS, Claim, Past, Recalled
from factcheck.archive.extract import names, sayings
from factcheck.archive.quotes import Quotes, quotes
from factcheck.archive.store import CLAIM_COLUMNS, Name, Sentence
from factcheck.article import Article
from factcheck.document import Document, Span
from factcheck.link.context.names import bare, slip
from factcheck.records import NamedTuple

MOST = 40
"""So many of the newest articles are asked on one thing."""

RARE, RARELY = 10, 1000
"""A name is rare in up to so many articles, or in one of so many."""

AGREEING = 12
"""So many spellings that agree are shown; more would bury the figures."""

ESTABLISHED = 3
"""From so many articles on, a spelling is the archive's own."""

COUNTED = 1000
"""Articles with a name are counted up to here."""

ALIKE = 1000
"""So many names that share a word with a new one are compared with it."""

SHORTEST = 5
"""A word of fewer letters is too near to others to be called a slip."""


class Recollection(NamedTuple):
    """What an archive says on an article's claims, and the documents that it says it in, by path."""

    recalled: tuple[Recalled, ...]
    documents: dict[str, Document]


class Found(NamedTuple):
    """A claim in the archive, its span counted from its sentence's start, and how many articles have it."""

    article: int
    sentence: int
    claim: Claim
    articles: int = 1


class Kept(NamedTuple):
    """What the archive keeps of an article, by the path that is shown of it."""

    path: str
    published: int | None
    sentences: list[Sentence]
    names: frozenset[int]


def recall(path: str, article: Article) -> Recollection:
    """Return what the archive at `path` holds on an article's claims; UnreadableError where it is no archive."""
    with store.reading(path) as connection:
        return _Search(connection, article).all()


class _Search:
    """One article looked up in an open archive, what the archive has of that article itself left out."""

    def __init__(self, connection: sqlite3.Connection, article: Article) -> None:
        self.ask, self.article = connection.execute, article
        self.spelt = list(names(article))
        self.names = [Name(name.text, bare(name.text), 0) for name in self.spelt]
        self.by_id = {name.id: name.text for name in self.names}
        own = self.ask("SELECT id FROM articles WHERE path = ?", (os.path.abspath(article.document.path),)).fetchone()
        self.own: int = own[0] if own else -1
        self.size: int = self.ask("SELECT count(*) FROM articles").fetchone()[0]
        self.kept = lru_cache(maxsize=None)(self._kept)
        self.rare = lru_cache(maxsize=None)(self._rare)

    def all(self) -> Recollection:
        pairs = [(said, self._on(said)) for said in dict.fromkeys(sayings(self.article))]
        pairs += self._spellings()
        pairs = [(said, found) for said, found in pairs if found]
        wanted: dict[str, set[Sentence]] = {}
        for found in (one for _, several in pairs for one in several):
            kept = self.kept(found.article)
            wanted.setdefault(kept.path, set()).add(kept.sentences[found.sentence])
        quoted = {path: quotes(path, sentences) for path, sentences in wanted.items()}
        recalled = [Recalled(said, tuple(self._past(one, quoted) for one in found)) for said, found in pairs]
        return Recollection(tuple(recalled), {path: quote.document for path, quote in quoted.items()})

    def _on(self, said: Claim) -> list[Found]:
        """Return what the archive holds on the subject and measure of a claim, the newest first."""
        rows = self.ask(
            f"SELECT article, {CLAIM_COLUMNS} FROM claims WHERE subject = ? AND kind = ? AND article <> ? "
            "AND (? OR (measure, period, unit) = (?, ?, ?)) ORDER BY published DESC LIMIT ?",
            (said.subject, said.kind, self.own, said.kind in TIMELESS, said.measure, said.period, said.unit, MOST),
        )
        return [Found(article, *store.claim_of(row)) for article, *row in rows]

    def _spellings(self) -> Iterator[tuple[Claim, list[Found]]]:
        """Yield the names that the archive has, and those that it spells another way."""
        agreeing = 0
        for name, spelt in zip(self.names, self.spelt, strict=True):
            said = Claim("spelling", name.bare, name.text, name.text, spelt.span)
            if known := self._where(name.id, name.text):
                agreeing += 1
                if agreeing <= AGREEING:
                    yield said, [known]
            else:
                alike = [found for id, text in sorted(set(self._alike(name))) if (found := self._where(id, text))]
                yield said, [found for found in alike if found.articles >= ESTABLISHED]

    def _alike(self, name: Name) -> Iterator[tuple[int, str]]:
        """Yield the names of the archive that differ from a new one as two spellings of one name do."""
        first, last = name.ends
        queries = (
            ("first = ? AND last >= ? AND last < ?", (first, last[0], chr(ord(last[0]) + 1))),
            ("last = ? AND first >= ? AND first < ?", (last, first[0], chr(ord(first[0]) + 1))),
            ("bare = ?", (name.bare,)),
        )
        for where, values in queries:
            for id, text in self.ask(f"SELECT id, text FROM names WHERE {where} LIMIT {ALIKE}", values):
                if id not in self.by_id and (_slipped(name.text, text) or _restyled(name, text)):
                    yield id, text

    def _where(self, id: int, text: str) -> Found | None:
        """Return the article with a name that was added last, and how many have it."""
        which = "FROM appearances WHERE name = ? AND article <> ?"
        row = self.ask(f"SELECT article, sentence {which} ORDER BY article DESC LIMIT 1", (id, self.own)).fetchone()
        if row is None:
            return None
        count = self.ask(f"SELECT count(*) FROM (SELECT 1 {which} LIMIT {COUNTED})", (id, self.own)).fetchone()[0]
        article, sentence = row
        start = self.kept(article).sentences[sentence].text.find(text)
        return Found(article, sentence, Claim("spelling", "", text, text, Span(start, start + len(text))), count)

    def _kept(self, article: int) -> Kept:
        said = "SELECT path, published, sentences, names FROM articles WHERE id = ?"
        path, published, packed, listed = self.ask(said, (article,)).fetchone()
        return Kept(shown(path), published, store.sentences(packed), frozenset(store.ids(listed)))

    def _past(self, found: Found, quoted: dict[str, Quotes]) -> Past:
        kept = self.kept(found.article)
        sentence = kept.sentences[found.sentence]
        start = quoted[kept.path].starts[sentence]
        span = Span(start + found.claim.span.start, start + found.claim.span.end, kept.path)
        claim = found.claim._replace(span=span)
        published, place = store.day(kept.published), f"{kept.path}:{sentence.line}"
        return Past(claim, published, place, self._company(kept, claim), found.articles)

    def _company(self, kept: Kept, claim: Claim) -> int:
        """Return how many of the new article's rarer names an older one has too, the subject's own left out."""
        last = claim.name.rpartition(" ")[2]
        return sum(self.rare(id) for id in kept.names & self.by_id.keys() if last not in self.by_id[id])

    def _rare(self, id: int) -> bool:
        most = max(RARE, self.size // RARELY)
        said = f"SELECT count(*) FROM (SELECT 1 FROM appearances WHERE name = ? LIMIT {most + 1})"
        return bool(self.ask(said, (id,)).fetchone()[0] <= most)


def _slipped(one: str, other: str) -> bool:
    """Tell whether two names of as many words differ in one of them, as a slip of the pen does."""
    left, right = one.replace("-", " ").split(), other.replace("-", " ").split()
    changed = [pair for pair in zip(left, right, strict=False) if pair[0] != pair[1]]
    if len(left) != len(right) or len(changed) != 1:
        return False
    return min(map(len, changed[0])) >= SHORTEST and slip(*changed[0])


def _restyled(name: Name, other: str) -> bool:
    """Tell whether two names differ in hyphens, blanks, dots or accents, not in capitals or a sentence's dot alone."""
    return name.bare == bare(other) and name.text.casefold().rstrip(".") != other.casefold().rstrip(".")


def shown(path: str) -> str:
    """Return a path as it is shown: from the folder at work, where it lies within."""
    near = os.path.relpath(path)
    return path if near.startswith(os.pardir) else near
