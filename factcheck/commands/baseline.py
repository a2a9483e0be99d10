"""The baseline command: all that is found now is written down as known."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from factcheck.commands.check import checked
from factcheck.commands.plan import planned
from factcheck.commands.streams import GOOD, UNUSABLE, opened

if TYPE_CHECKING:
    from factcheck.document import UnreadableError

NAME = "factcheck-baseline.json"


def run(options: argparse.Namespace) -> int:
    """Write the baseline of some articles; return 0, or 2 where one of them could not be checked."""
    from factcheck.accept.baseline import written
    from factcheck.report.summary import counted

    plan = planned(options)
    slips: list[UnreadableError] = []
    path = options.output or plan.values["baseline"] or os.path.join(os.path.relpath(plan.home), NAME)
    reports = list(checked(plan, slips, options.jobs))
    text, number = written(reports, path)
    with opened(path, (job.path for job in plan.jobs)) as file:
        file.write(text)
    print(f"{counted(number, 'finding')} written to {os.path.normpath(path)}.")
    return UNUSABLE if slips else GOOD
