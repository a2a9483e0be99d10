"""What a run is to do: the articles, and for each what its configuration and the command line ask for."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable
from typing import Any

from factcheck.commands.house import layers
from factcheck.commands.inputs import articles
from factcheck.commands.looking import known
from factcheck.commands.streams import UsageError, complain
from factcheck.config.effective import excluded, placed, sources_of, told_by, values_for
from factcheck.config.files import Config, nearest, none, read_config
from factcheck.config.keys import Values
from factcheck.document import UnreadableError
from factcheck.records import NamedTuple
from factcheck.runs.job import Job
from factcheck.runs.store import FOLDER


class Plan(NamedTuple):
    """A run: its jobs, the severity that fails each article, the values of the run, and whoever names rules.

    `home` is the folder of the run's configuration, or this one.
    """

    jobs: list[Job]
    fail_on: dict[str, str]
    values: Values
    configs: list[Config]
    rules: list[str]
    home: str


def planned(options: argparse.Namespace) -> Plan:
    """Return what a command line asks for; UsageError for a configuration that cannot be read."""
    find = finder(options)
    given = asked(options)
    try:
        found = {path: find(path) for path in articles(options.paths)}
        places = {path: placed(config, path) for path, config in found.items()}
        wanted = {path: config for path, config in found.items() if not _left_out(path, places[path], config, options)}
        held = {path: {**_rooted(values_for(config, places[path]), config), **given} for path, config in wanted.items()}
        jobs = [_job(path, places[path], config, held[path], options) for path, config in wanted.items()]
        first = find(options.paths[0])
        of_run = {**_rooted(values_for(first, placed(first, options.paths[0])), first), **given}
    except UnreadableError as slip:
        raise UsageError(str(slip)) from None
    fail_on = {path: values["fail-on"] for path, values in held.items()}
    rules = [*given.get("select", ()), *given.get("ignore", ())]
    configs = list({config.path: config for config in found.values()}.values())
    return Plan(jobs, fail_on, of_run, configs, rules, first.folder if first.path else ".")


def asked(options: argparse.Namespace) -> Values:
    """Return the keys that the command line gives a value: it wins over every configuration."""
    given: dict[str, Any] = {
        "select": _words(options.select),
        "ignore": _words(options.ignore),
        "fail-on": getattr(options, "fail_on", None),
        "format": getattr(options, "format", None),
        "baseline": getattr(options, "baseline", None),
        "data": tuple(options.data),
        "archive": options.archive,
        "rules": tuple(options.rules),
        "rates": options.rates,
    }
    return {name: value for name, value in given.items() if value}


def finder(options: argparse.Namespace) -> Callable[[str], Config]:
    """Return what tells which configuration holds for a path; UsageError where one was named that is none."""
    if options.no_config:
        return lambda _: none(os.getcwd())
    if not options.config:
        return lambda path: nearest("." if path == "-" else path)
    try:
        config = read_config(options.config)
    except UnreadableError as slip:
        raise UsageError(str(slip)) from None
    if config is None:
        raise UsageError(f"{options.config} holds no [tool.factcheck]")
    return lambda _: config


def check_rules(plan: Plan) -> None:
    """Look that every rule that somebody named is there; UsageError, with file and line, for one that is not."""
    for name in plan.rules:
        known(name)
    for config in plan.configs:
        for rule in config.rules:
            try:
                known(rule.name)
            except UsageError as slip:
                raise UsageError(f"{config.path}: line {rule.line}: {slip}") from None


def _job(path: str, place: str, config: Config, values: Values, options: argparse.Namespace) -> Job:
    return Job(
        path,
        tuple(dict.fromkeys(options.source or sources_of(config, values["sources"], place))),
        options.date,
        tuple(told_by(values["published-from"], place)),
        _rules(values["select"]),
        _rules(values["ignore"]),
        tuple(values["severity"].items()),
        config.digest,
        "" if options.no_cache else _cache(config),
        tuple(dict.fromkeys(values["data"])),
        values["archive"],
        layers(values["rules"]),
        values["rates"],
    )


def _rooted(values: Values, config: Config) -> Values:
    """Return values with the files that they name where the configuration means them: in its own folder."""
    home = os.path.relpath(config.folder)

    def here(path: str) -> str:
        return path and os.path.normpath(os.path.join(home, path))

    forms = [
        "=".join([form, here(path)]) if path else form
        for form, _, path in (one.partition("=") for one in values["format"])
    ]
    alone = {name: here(values[name]) for name in ("baseline", "archive", "rates")}
    listed = {name: tuple(map(here, values[name])) for name in ("data", "rules")}
    return {**values, **alone, **listed, "format": forms}


def _cache(config: Config) -> str:
    """Return the folder of earlier answers: beside the configuration, or where the user's caches lie."""
    if config.path:
        return os.path.join(config.folder, FOLDER)
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "factcheck")


def _left_out(path: str, place: str, config: Config, options: argparse.Namespace) -> bool:
    if path == "-" or not excluded(config, place):
        return False
    if path in options.paths:
        complain(UsageError(f"{path} is not checked: `exclude` in {config.path} leaves it out"))
    return True


def _words(lists: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for words in lists for name in words.split(",") if name.strip())


def _rules(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.partition("/")[0] for name in names)
