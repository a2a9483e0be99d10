"""An editor as the language server sees one: messages over the pipes of a real process, positions in UTF-16."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
Answer = dict[str, Any]


class Editor:
    """A running server and what it has said so far."""

    def __init__(self, options: object = None, capabilities: Answer | None = None, settings: object = None) -> None:
        command = [sys.executable, "-m", "factcheck", "lsp"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=None, cwd=ROOT)
        self.settings, self.asked, self.version = settings, 0, 0
        self.messages: list[str] = []
        self.requests: list[str] = []
        self.found: dict[str, tuple[int, list[Answer]]] = {}
        start = {
            "processId": None,
            "rootUri": None,
            "capabilities": capabilities or {},
            "initializationOptions": options,
        }
        self.capabilities = self.ask("initialize", start)["capabilities"]
        self.tell("initialized", {})

    def __enter__(self) -> Editor:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in filter(None, (self.process.stdin, self.process.stdout)):
            with suppress(BrokenPipeError):
                pipe.close()

    def tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self.asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def open(self, text: str, uri: str = "file:///draft.md", language: str = "markdown") -> str:
        self.version += 1
        item = {"uri": uri, "languageId": language, "version": self.version, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri: str, *changes: Answer) -> None:
        self.version += 1
        document = {"uri": uri, "version": self.version}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": list(changes)})

    def diagnostics(self, uri: str) -> list[Answer]:
        """What is found in the newest text."""
        while self.found.get(uri, (0, []))[0] != self.version:
            self._take(self._read())
        return self.found[uri][1]

    def title(self, uri: str) -> str:
        (lens,) = self.ask("textDocument/codeLens", {"textDocument": {"uri": uri}})
        assert lens["range"]["start"] == {"line": 0, "character": 0}
        return lens["command"]["title"]

    def hover(self, uri: str, line: int, character: int) -> str:
        place = {"line": line, "character": character}
        told = self.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": place})
        return told["contents"]["value"] if told else ""

    def fixes(self, uri: str, where: Answer, **context: object) -> list[Answer]:
        params = {"textDocument": {"uri": uri}, "range": where, "context": {"diagnostics": [], **context}}
        return self.ask("textDocument/codeAction", params)

    def leave(self) -> int:
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.process.wait(timeout=20)

    def _send(self, message: Answer) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def _read(self) -> Answer:
        assert self.process.stdout
        length = 0
        while header := self.process.stdout.readline().strip():
            name, _, value = header.partition(b": ")
            length = int(value) if name == b"Content-Length" else length
        assert length, "the server has ended"
        return json.loads(self.process.stdout.read(length))

    def _take(self, message: Answer) -> None:
        params = message.get("params")
        match message["method"]:
            case "textDocument/publishDiagnostics":
                self.found[params["uri"]] = (params.get("version", 0), params["diagnostics"])
            case "window/showMessage":
                self.messages.append(params["message"])
            case "workspace/configuration":
                self._send({"id": message["id"], "result": [self.settings]})
            case other if "id" in message:
                self.requests.append(other)
                self._send({"id": message["id"], "result": None})


def span(text: str, words: str) -> Answer:
    """Where some words of a text stand, counted by encoding what is before them."""
    return {"start": place(text, text.index(words)), "end": place(text, text.index(words) + len(words))}


def place(text: str, offset: int) -> Answer:
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    line = before.rpartition("\n")[2]
    return {"line": before.count("\n"), "character": len(line.encode("utf-16-le", "surrogatepass")) // 2}


def applied(text: str, action: Answer) -> str:
    """A text with the edit of a quick fix made in it, on its UTF-16 units."""
    (edit,) = next(iter(action["edit"]["changes"].values()))
    start, end = edit["range"]["start"], edit["range"]["end"]
    lines = text.split("\n")
    units = lines[start["line"]].encode("utf-16-le")
    changed = units[: start["character"] * 2] + edit["newText"].encode("utf-16-le") + units[end["character"] * 2 :]
    lines[start["line"]] = changed.decode("utf-16-le")
    return "\n".join(lines)
