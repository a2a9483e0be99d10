"""The way of an article through the house, in one place: read, segment, extract, check, judge."""

from __future__ import annotations

from collections import Counter
from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING

from factcheck.article import Article, without_furniture
from factcheck.check import Check, load
from factcheck.culprit import told_once
from factcheck.document import Document
from factcheck.faults import Fault, fault_of
from factcheck.judge import judge
from factcheck.languages import UNREAD, language_of
from factcheck.link.context.corrections import in_correction, is_put_right
from factcheck.model import ABOUT_COMMENTS, Finding, Held, Mention, Relation, Report
from factcheck.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Unpack

    from factcheck.datatable.evidence import Cited
    from factcheck.datatable.table import DataTable
    from factcheck.settings import Settings

NONE: frozenset[str] = frozenset()
UNREAD_TEXT, UNREAD_SOURCE = "text in neither English nor Korean", "a source in neither English nor Korean"
"""Why nothing can be told of an article, or of one beside what it was written from."""

CORRECTED = "a correction tells the wrong figure beside the right one"
COMMENT = "factcheck:"
"""What no comment for factcheck is without."""


def read_article(document: Document, published: date | None = None) -> Article:
    """Return a document's figures in their sentences; `published` overrides the day that the file names."""
    document = document.of_day(published) if published else document
    code, segment, extract = language_of(document)
    tokens = segment(document.text)
    tokens = tokens._replace(letters=without_furniture(tokens.letters, tokens.starts, document.blocks))
    return Article(document, tokens, extract(tokens), published, code)


def chosen(select: frozenset[str], ignore: frozenset[str], disabled: frozenset[str] = NONE) -> list[Check]:
    """Return the checks that run: those selected, or all but those that the house leaves out, without those ignored."""
    wanted = select or load().keys() - disabled
    return [check for id, check in load().items() if id in wanted and id not in ignore]


class Judged(NamedTuple):
    """What comes of an article's relations: what conflicts, what holds, in order, and how many nobody could tell, by reason.

    `faults` say which checks failed, and where.
    """

    findings: list[Finding]
    held: list[Held]
    unproven: dict[str, int]
    faults: list[Fault]


def judged(article: Article, checks: Sequence[Check]) -> Judged:
    """Return what comes of every relation that the checks propose."""
    severities = article.house.severities if article.house else {}
    if article.language == UNREAD:
        return Judged([], [], {UNREAD_TEXT: 1}, [])
    findings: list[Finding] = []
    held: dict[tuple[str, frozenset[object]], Held] = {}
    unproven: Counter[str] = Counter()
    faults: list[Fault] = []
    for relation, outcome in _answered(article, checks, faults):
        if isinstance(outcome, Finding) and _is_corrected(article, outcome, relation):
            unproven[CORRECTED] += 1
        elif isinstance(outcome, Finding):
            findings.append(outcome.weighed(severities))
        elif isinstance(outcome, Held):
            held.setdefault((outcome.rule, frozenset(outcome.spans)), outcome)
        else:
            unproven[outcome] += 1
    return Judged(findings, sorted(held.values(), key=lambda found: found.spans[:1]), dict(unproven), faults)


def _answered(
    article: Article, checks: Sequence[Check], faults: list[Fault]
) -> Iterator[tuple[Relation, Finding | Held | str]]:
    """Yield what each check proposes with what comes of it; a check that fails is named in `faults`, and costs no other its answer."""
    for check in checks:
        try:
            for relation in check.propose(article):
                yield relation, judge(check, relation)
        except Exception as fault:
            faults.append(fault_of(fault, check.id))


def _is_corrected(article: Article, finding: Finding, relation: Relation) -> bool:
    return in_correction(article, finding.spans) or is_put_right(article, relation)


def check_document(document: Document, **settings: Unpack[Settings]) -> Report:
    """Run the checks over a document and return what holds, what conflicts and what nobody could tell."""
    began = perf_counter()
    companions, house = settings.get("companions", ()), settings.get("house")
    document = house.without_furniture(document) if house else document
    article = read_article(document, settings.get("published"))
    sources = [read_article(companion) for companion in companions]
    article.companions = tuple(source for source in sources if source.language != UNREAD)
    article.house, article.rates = house, settings.get("rates")
    article.cited = _cited(article, settings.get("data", ()))
    article.tabled = tuple(read_article(cited.document) for cited in article.cited if cited.document.tables)
    beside = [*companions, *(cited.document for cited in article.cited), *(house.documents if house else ())]
    named = {file.path: file for file in beside} | _recalled(article, settings.get("archive", ""))
    select, ignore = settings.get("select", NONE), settings.get("ignore", NONE)
    checks = chosen(select, ignore, house.disabled if house else NONE)
    findings, held, unproven, faults = judged(article, checks)
    if unread := len(sources) - len(article.companions):
        unproven[UNREAD_SOURCE] = unread
    claims = sum(mention.kind != "label" for mention in article.mentions)
    report = Report(article.document, told_once(findings, held), held, unproven, claims, perf_counter() - began, named)
    report.faults = faults
    if COMMENT not in document.source:
        return report
    from factcheck.comments import suppressed

    notices = ABOUT_COMMENTS not in ignore and (not select or ABOUT_COMMENTS in select)
    return suppressed(report, {check.id for check in checks}, whole=not (select or ignore), notices=notices)


def _cited(article: Article, tables: Sequence[DataTable]) -> tuple[Cited, ...]:
    if not tables:
        return ()
    from factcheck.datatable.held import held_against

    return tuple(held_against(article, table) for table in tables)


def _recalled(article: Article, archive: str) -> dict[str, Document]:
    """Give an article what an archive holds on its claims; return the older articles' sentences, by path."""
    if not archive:
        return {}
    from factcheck.archive.recall import recall

    article.recalled, documents = recall(archive, article)
    return documents


def check_text(text: str, *, path: str = "-", suffix: str = ".md", **settings: Unpack[Settings]) -> Report:
    """Check an article given as text; UnreadableError if it is empty."""
    from factcheck.read import read_text

    return check_document(read_text(text, path, suffix), **settings)


def check_file(path: str, **settings: Unpack[Settings]) -> Report:
    """Check the article in a file; UnreadableError names a file that cannot be read, and why."""
    from factcheck.read import read_file

    return check_document(read_file(path), **settings)


def microscope(text: str) -> dict[str, list[tuple[str, ...]]]:
    """Return what each stage makes of a text, section by section, a row a thing: the developer's view."""
    from factcheck.read import read_text

    article = read_article(read_text(text))
    tokens = article.tokens
    seen = [(tokens.word(n), letter) for n, letter in enumerate(tokens.letters) if tokens.word(n)]
    outcomes = [
        (check, relation, judge(check, relation)) for check in load().values() for relation in check.propose(article)
    ]
    return {
        "tokens": [(word, letter if letter < "\ue000" else f"U+{ord(letter):04X}") for word, letter in seen],
        "mentions": [_row(mention) for mention in article.mentions],
        "relations": [(check.id, r.stated.working, r.implied.working) for check, r, _ in outcomes],
        "verdicts": [(check.id, _verdict(outcome)) for check, _, outcome in outcomes],
    }


def _row(mention: Mention) -> tuple[str, ...]:
    from factcheck import shown

    value = shown.quantity(mention.quantity) if mention.number else str(mention.when or mention.clock or "")
    return (mention.text, mention.kind, value, mention.hedge, mention.noun)


def _verdict(outcome: Finding | Held | str) -> str:
    if isinstance(outcome, Finding):
        return f"conflict: {outcome.message}"
    return f"holds: {outcome.working}" if isinstance(outcome, Held) else f"cannot tell: {outcome}"
