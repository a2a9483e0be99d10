"""The report as JUnit XML: a suite an article, a failing case a finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from factcheck.report.markup import printable
from factcheck.report.places import Located, advice, located

if TYPE_CHECKING:
    from factcheck.document import UnreadableError
    from factcheck.model import Report


def report_junit(reports: Sequence[Report], unreadable: Sequence[UnreadableError] = ()) -> str:
    """Return the run as JUnit XML; a note is a case that passes with its words in the output."""
    suites = ElementTree.Element("testsuites", name="factcheck")
    for report in reports:
        _suite(suites, report)
    for slip in unreadable:
        suite = ElementTree.SubElement(
            suites, "testsuite", name=printable(slip.path), tests="1", errors="1", failures="0"
        )
        case = ElementTree.SubElement(suite, "testcase", classname=printable(slip.path), name="unreadable")
        ElementTree.SubElement(case, "error", message=printable(slip.reason))
    ElementTree.indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(suites, encoding="unicode")


def _suite(suites: ElementTree.Element, report: Report) -> None:
    found = list(located([report]))
    failing = sum(one.finding.severity != "note" for one in found)
    name = printable(report.document.path)
    counts = {"tests": str(len(found) + 1), "failures": str(failing), "errors": "0"}
    suite = ElementTree.SubElement(suites, "testsuite", {"name": name, **counts})
    ElementTree.SubElement(suite, "testcase", classname=name, name=f"{len(report.held)} comparisons hold")
    for one in found:
        _case(suite, name, one)


def _case(suite: ElementTree.Element, name: str, one: Located) -> None:
    place = one.places[0]
    title = f"{one.finding.rule} at line {place.line}, column {place.column}"
    case = ElementTree.SubElement(suite, "testcase", classname=name, name=title, file=name, line=str(place.line))
    if one.finding.severity == "note":
        ElementTree.SubElement(case, "system-out").text = printable(advice(one.finding))
        return
    failure = ElementTree.SubElement(case, "failure", type=one.finding.severity, message=printable(one.finding.message))
    failure.text = printable(advice(one.finding))
