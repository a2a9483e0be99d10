"""On which line of a TOML file a key stands: the parser of the standard library does not tell."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.regexes import compiled

HEADER = compiled(r"\s*\[(\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
ENTRY = compiled(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
PART = compiled(r"""[\w-]+|"[^"]*"|'[^']*'""")
Path = tuple[str, ...]


def line_of(text: str, path: Sequence[str | int]) -> int:
    """Return the line, from 1, of the key at a path of keys and list places, or of the nearest that holds it."""
    wanted = tuple(map(str, path))
    counts: dict[Path, int] = {}
    table: Path = ()
    best, best_line = 0, 1
    for number, line in enumerate(text.split("\n"), 1):
        here: Path | None = None
        if header := HEADER.match(line):
            here = table = _opened(_parts(header[2]), bool(header[1]), counts)
        elif entry := ENTRY.match(line):
            here = table + _parts(entry[1])
        if here and len(here) > best and wanted[: len(here)] == here:
            best, best_line = len(here), number
    return best_line


def _opened(parts: Path, listed: bool, counts: dict[Path, int]) -> Path:
    """Return the path of a table, with its place in every list of tables that it stands in."""
    path: Path = ()
    for part in parts:
        path += (part,)
        if listed and path[-1] == parts[-1] and len([one for one in path if not one.isdigit()]) == len(parts):
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path += (str(counts[path]),)
    return path


def _parts(words: str) -> Path:
    return tuple(part.strip("\"'") for part in PART.findall(words))
