"""The checks over HTTP, asked of the real application, and the command that serves it."""

from __future__ import annotations

import base64
import html
import json
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

import anyio
import httpx
import jsonschema
import pytest
from documents import blocks
from served import served
from starlette.requests import ClientDisconnect, Request
from starlette.testclient import TestClient

from factcheck import cli
from factcheck.faults import Fault
from factcheck.pipeline import check_text
from factcheck.read import read_text
from factcheck.serve.app import create_app, whole
from factcheck.serve.asked import Refused
from factcheck.serve.limits import Limits, Workers
from factcheck.serve.wording import as_markdown

ROOT = Path(__file__).parent.parent
WRONG = "They met on Tuesday, Aug. 25, 2025."
HTML = """<html><head><title>Rain</title><meta property="article:published_time" content="2025-08-27"></head><body><article>
<h1>Rain falls</h1><p>The talks began on Tuesday, Aug. 26, with 5 &lt;b&gt; men.</p><ul><li>One thing</li></ul>
<table><tr><th>Town</th><th>Rain</th></tr><tr><td>Elm</td><td>10</td></tr></table><p>It went on.</p></article></body></html>"""


def client(limits: Limits = Limits(), **more) -> TestClient:  # noqa: B008
    return TestClient(create_app(limits, **more), base_url="http://localhost")


@pytest.fixture(scope="module")
def asked() -> Iterator[TestClient]:
    with client(Limits(burst=10_000)) as one:
        yield one


def findings(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [finding["rule"] for finding in answer.json()["documents"][0]["findings"]]


def reason(answer: httpx.Response, status: int) -> str:
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/json")
    assert set(answer.json()) == {"error"}
    return answer.json()["error"]


def test_the_report_is_the_one_of_the_command(asked: TestClient, tmp_path: Path, monkeypatch, capsys) -> None:
    source = (ROOT / "examples/summit-with-slips.md").read_text()
    (tmp_path / "summit.md").write_text(source)
    monkeypatch.chdir(tmp_path)
    cli.main(["check", "summit.md", "--format", "json"])
    here, there = (
        json.loads(capsys.readouterr().out),
        asked.post("/check", json={"text": source, "name": "summit.md"}).json(),
    )
    here["summary"]["seconds"] = there["summary"]["seconds"] = 0
    assert here == there
    jsonschema.validate(there, json.loads(files("factcheck.report").joinpath("schema.json").read_text()))


def test_a_check_that_failed_is_told_and_no_word_of_the_article() -> None:
    report = check_text("They met on Monday, Aug. 25, 2025.")
    assert whole(report) is report
    report.faults = [Fault("rate", "KeyError", " at factcheck.checks.rates:1", "Aug. 25")]
    with pytest.raises(Refused) as told:
        whole(report)
    assert told.value.status == 500
    assert told.value.reason == "factcheck failed here (KeyError at factcheck.checks.rates:1); please report it."


def test_a_file_is_read_by_its_name(asked: TestClient) -> None:
    file = base64.b64encode(HTML.encode()).decode()
    answer = asked.post("/check", json={"file": file, "name": "rain.html"})
    assert answer.json()["documents"][0]["published"] == "2025-08-27"
    assert findings(answer) == []


def test_the_day_the_sources_and_the_rules_are_settings(asked: TestClient) -> None:
    undated = {"text": "They met on Tuesday, Aug. 25."}
    assert findings(asked.post("/check", json=undated)) == []
    assert findings(asked.post("/check", json={**undated, "date": "2025-08-26"})) == ["weekday-date"]
    assert findings(asked.post("/check", json={"text": WRONG, "ignore": ["weekday-date/finer"]})) == []
    assert findings(asked.post("/check", json={"text": WRONG, "select": ["part-whole"]})) == []
    source = {"name": "release.md", "text": "Profit for the year was $2.45 billion at the pump maker."}
    article = "Profit for the year was $2.54 billion at the pump maker, it said."
    answer = asked.post("/check", json={"text": article, "sources": [source]})
    assert [rule.partition("/")[0] for rule in findings(answer)] == ["source-mismatch"]
    assert answer.json()["documents"][0]["findings"][0]["spans"][1]["file"] == "release.md"


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ({}, 400, "Give the article as “text” or as “file”"),
        ({"text": "a", "file": "YQ=="}, 400, "one of the two"),
        ({"txt": "a"}, 400, "unknown field `txt`"),
        ({"text": 5}, 400, "Expected `str | null`, got `int` - at `$.text`"),
        ({"file": "?"}, 400, "base64"),
        ({"text": "a", "date": "2025-02-30"}, 400, "at `$.date`"),
        ({"text": "a", "select": ["no-such"]}, 400, "There is no rule no-such"),
        ({"text": " \n"}, 422, "article: it is empty"),
        ({"text": "---\ntitle: [\n---\nWords.", "name": "a.md"}, 422, "a.md: "),
        ({"text": "a", "name": "a.xyz"}, 422, "files ending in .xyz cannot be read"),
        ({"file": base64.b64encode(b"\x89PNG\0").decode(), "name": "a.md"}, 422, "a.md: it is a picture"),
        ({"text": "a", "sources": [{"text": ""}]}, 422, "source 1: it is empty"),
        (
            {"text": "a", "sources": [{"text": "a", "name": "b"}, {"text": "c", "name": "b"}]},
            400,
            "Two sources have one name",
        ),
    ],
)
def test_what_cannot_be_met_is_said_plainly(asked: TestClient, body: dict, status: int, words: str) -> None:
    assert words in reason(asked.post("/check", json=body), status)


def test_what_is_no_json_is_refused(asked: TestClient) -> None:
    kind = {"content-type": "application/json"}
    assert reason(asked.post("/check", content=b"{", headers=kind), 400) == "The request is not JSON."
    assert reason(asked.post("/check", content=b'{"text": "\xff"}', headers=kind), 400)
    assert "application/json" in reason(asked.post("/check", data={"text": WRONG}), 415)
    assert "/docs" in reason(asked.get("/check"), 405)
    assert "nothing here" in reason(asked.get("/no-such"), 404)


def test_too_long_is_said_before_anything_is_read() -> None:
    with client(Limits(size=1000, characters=300)) as small:
        assert "larger than 1,000 bytes" in reason(small.post("/check", json={"text": "a" * 1000}), 413)
        assert "article has 301 characters; at most 300" in reason(small.post("/check", json={"text": "a" * 301}), 413)
        parts = iter([b'{"text": "', b"a" * 2000, b'"}'])
        assert reason(small.post("/check", content=parts, headers={"content-type": "application/json"}), 413)
        assert findings(small.post("/check", json={"text": WRONG})) == ["weekday-date"]


def test_a_client_that_asks_too_much_is_told_when_to_try_again() -> None:
    with client(Limits(burst=3, rate=0.5)) as slow:
        answers = [slow.post("/check", json={"text": WRONG}) for _ in range(5)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
        assert answers[-1].headers["retry-after"] == "2"
        assert slow.get("/").status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "", "127.0.0.1.evil.example:8765", "[::1", "a]b"]
)
def test_a_strange_name_is_turned_away(asked: TestClient, host: str) -> None:
    for path in ("/", "/openapi.json", "/no-such"):
        assert "--name" in reason(asked.get(path, headers={"host": host}), 421)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8765", "127.0.0.1:8765", "[::1]:8765", "desk.newsroom:80"])
def test_known_names_and_bare_addresses_are_answered(host: str) -> None:
    assert client(names=["Desk.newsroom"]).get("/", headers={"host": host}).status_code == 200


def test_another_sites_page_may_not_ask(asked: TestClient) -> None:
    for origin, status in [
        ("http://evil.example", 403),
        ("null", 403),
        ("http://localhost:1", 403),
        ("http://localhost", 200),
    ]:
        assert asked.post("/check", json={"text": WRONG}, headers={"origin": origin}).status_code == status


def test_every_answer_forbids_what_the_page_does_not_need(asked: TestClient) -> None:
    answers = [
        asked.get("/"),
        asked.get("/page.js"),
        asked.get("/no-such"),
        asked.post("/check", json={}),
        asked.get("/", headers={"host": "x.y"}),
    ]
    for answer in answers:
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"


def test_nothing_of_the_page_comes_from_elsewhere_or_stands_inline() -> None:
    for file in files("factcheck.serve.page").iterdir():
        if file.name.endswith((".html", ".css", ".js", ".svg")):
            text = (
                file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "").replace("http://127.0.0.1:8765", "")
            )
            assert not re.search(r"https?://|//cdn|@import|innerHTML|eval\(|<style|style=|\son\w+=", text), file.name


def test_only_the_files_of_the_page_are_served(asked: TestClient) -> None:
    assert asked.get("/page.css").headers["content-type"].startswith("text/css")
    assert "For programs" in asked.get("/").text
    assert "curl" in asked.get("/docs").text
    for path in ("/__init__.py", "/../app.py", "/%2e%2e/app.py", "/page/page.js"):
        assert asked.get(path).status_code == 404


def test_the_description_fits_what_is_taken_and_given(asked: TestClient) -> None:
    described = asked.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    schemas = described["components"]["schemas"]
    assert set(schemas["Asked"]["properties"]) == {"text", "file", "name", "date", "sources", "select", "ignore"}
    for path, posted in described["paths"].items():
        assert asked.post(path, json={}).status_code == 400
        assert {"400", "413", "422", "429"} <= set(posted["post"]["responses"])
    answer = asked.post("/check", json={"text": WRONG}).json()
    jsonschema.validate(answer, schemas["report"], jsonschema.Draft202012Validator)


def test_the_report_for_people_is_one_page(asked: TestClient) -> None:
    answer = asked.post("/report", json={"text": WRONG, "name": "a.md"})
    assert "attachment" in answer.headers["content-disposition"]
    assert "Aug. 25, 2025 was a Monday, not a Tuesday." in answer.text


def test_a_file_comes_back_as_text_to_work_on(asked: TestClient) -> None:
    def read(data: str, name: str) -> dict:
        return asked.post("/read", json={"file": base64.b64encode(data.encode()).decode(), "name": name}).json()

    assert read("---\ntitle: x\n---\n*Five* men\n", "a.md") == {
        "name": "a.md",
        "text": "---\ntitle: x\n---\n*Five* men\n",
        "date": None,
    }
    page = read(HTML, "rain.html")
    assert (page["name"], page["date"]) == ("rain.md", "2025-08-27")
    assert page["text"].startswith("# Rain falls\n\nThe talks began on Tuesday, Aug. 26, with 5 \\<b\\> men.")
    assert "| Town | Rain |\n|---|---|\n| Elm | 10 |" in page["text"]


def test_the_text_to_work_on_reads_back_to_the_same_blocks() -> None:
    source = "# Rain\n\nFive men came.\n\n## After\n\n- One\n- Two\n\n> Said.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nThe end of it.\n"
    document = read_text(source)
    again = read_text(as_markdown(document))
    assert blocks(again) == blocks(document)
    assert len(again.tables) == 1


@pytest.mark.parametrize(
    "line",
    ["5*3*2 in all", "a _b_ c", "`5`", "# 5 men", "1. One of 2", "2.5 million", "- dash", "> 5 percent", "<b>5</b> men", "&amp; 5",
     "[link](http://x.y) 5", "~~5~~ 6", "\\*5", "![x](y) 3", "[^1] note", "=====", "**bold**", "a | b"],
)  # fmt: skip
def test_words_of_a_page_that_look_like_markup_stay_words(line: str) -> None:
    page = f"<article><h1>Head</h1><p>The first of them, which is longer than the others.</p><p>{html.escape(line)}</p><table><tr><th></th><th>{html.escape(line)}</th></tr><tr><td>1</td><td>2</td></tr></table><p>They left it.</p></article>"
    document = read_text(page, "a.html", ".html")
    assert blocks(read_text(as_markdown(document))) == blocks(document)


def test_a_check_runs_while_another_is_at_work_and_nobody_is_worked_for_who_has_left() -> None:
    long = (ROOT / "examples/summit-with-slips.md").read_text().split("---", 2)[2] * 40
    with served() as url, httpx.Client(base_url=url, timeout=60) as one:
        one.post("check", json={"text": WRONG})

        def leave() -> None:
            with suppress(httpx.TimeoutException):
                httpx.post(f"{url}check", json={"text": long}, timeout=0.2)

        leavers = [threading.Thread(target=leave) for _ in range(15)]
        for thread in leavers:
            thread.start()
        for thread in leavers:
            thread.join()
        assert one.get("").status_code == 200
        assert findings(one.post("check", json={"text": WRONG})) == ["weekday-date"]


def test_no_work_is_done_for_whoever_has_left_and_only_so_many_wait() -> None:
    async def gone() -> dict:
        return {"type": "http.disconnect"}

    done: list[int] = []
    left = Request({"type": "http"}, gone)
    with pytest.raises(ClientDisconnect):
        anyio.run(Workers(1, 1).run, left, lambda: done.append(1))
    with pytest.raises(Refused) as slip:
        anyio.run(Workers(1, 0).run, left, lambda: done.append(1))
    assert (slip.value.status, slip.value.again, done) == (503, 1, [])


def test_the_command_serves_on_this_machine_and_logs_nothing() -> None:
    server = served()
    with server as url:
        assert url.startswith("http://127.0.0.1:")
        for _ in range(100):
            answer = httpx.post(f"{url}check", json={"text": WRONG, "name": "secret.md"})
            if answer.status_code == 429:
                break
        assert httpx.get(url).status_code == 200
    assert server.told == ("", "")


def test_serving_to_others_is_said() -> None:
    server = served("--host", "0.0.0.0")
    with server as url:
        assert httpx.get(url).status_code == 200
    assert "Whoever can reach this machine" in server.told[1]


def test_ctrl_c_ends_it_quietly() -> None:
    import signal

    server = served()
    server.__enter__()
    time.sleep(2)
    server.process.send_signal(signal.SIGINT)
    assert server.process.communicate(timeout=20)[1] == ""
    assert server.process.returncode == 0


@pytest.mark.parametrize(
    "arguments", [["--port", "99999"], ["--host", "256.1.1.1"], ["--host", "no.such.host.invalid"]]
)
def test_an_address_that_is_none_is_said(arguments: list[str], capsys) -> None:
    assert cli.main(["serve", "--no-open", *arguments]) == 2
    assert "cannot listen at" in capsys.readouterr().err


def test_a_port_that_is_taken_is_said(capsys) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert cli.main(["serve", "--no-open", "--port", str(taken.getsockname()[1])]) == 2
    assert "try another --port" in capsys.readouterr().err


def test_a_missing_library_is_named_with_the_command_that_installs_it() -> None:
    code = (
        "import sys; sys.modules['uvicorn'] = None\n"
        "from factcheck.cli import main; sys.exit(main(['serve', '--no-open']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "factcheck: the page needs uvicorn; install it with: pip install 'factcheck[serve]'\n"
