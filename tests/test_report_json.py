import json
import os
import subprocess
import sys
from datetime import date
from importlib.resources import files

import jsonschema
import pytest
from test_report import SOURCE, clean, compared, faulty

from factcheck.document import Document, UnreadableError
from factcheck.model import Report
from factcheck.pipeline import check_text
from factcheck.report.json import report_json

SCHEMA = json.loads(files("factcheck.report").joinpath("schema.json").read_text())


def read(*reports: Report, unreadable: tuple[UnreadableError, ...] = ()) -> dict:
    body = json.loads(report_json(reports, unreadable))
    jsonschema.validate(body, SCHEMA, jsonschema.Draft202012Validator)
    return body


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("make", [faulty, clean, compared])
def test_every_report_fits_the_schema(make) -> None:
    assert len(read(make())["documents"]) == 1


def test_no_articles_fit_the_schema() -> None:
    body = read(unreadable=(UnreadableError("a.md", "there is no such file"),))
    assert body["unreadable"] == [{"path": "a.md", "reason": "there is no such file"}]
    assert body["summary"]["unreadable"] == 1


def test_places_are_those_of_the_file_and_so_is_the_text() -> None:
    for finding in read(faulty())["documents"][0]["findings"]:
        for span in finding["spans"]:
            assert SOURCE[span["start"] : span["end"]] == span["text"]
            line = SOURCE.splitlines()[span["line"] - 1]
            assert line[span["column"] - 1 :].startswith(span["text"])


def test_a_place_in_another_document_names_it_and_counts_there() -> None:
    here, there = read(compared())["documents"][0]["findings"][0]["spans"]
    assert (here["file"], here["line"], here["text"]) == (None, 5, "$2.6 billion")
    assert (there["file"], there["start"], there["line"]) == ("release.md", 24, 1)


def test_candidates_stand_apart_and_together() -> None:
    note, error, _ = read(faulty())["documents"][0]["findings"]
    assert error["fixes"] == ["24%", "$2.4 billion in place of $2.6 billion"]
    assert error["fix"] == "24% or $2.4 billion in place of $2.6 billion"
    assert (note["fix"], note["fixes"], note["rule"]) == (None, [], "headline-body/figure")


def test_what_holds_and_what_nobody_could_tell_are_told() -> None:
    document = read(faulty())["documents"][0]
    assert document["published"] == "2025-08-26"
    assert document["claims"] == 17
    assert document["unproven"] == {"the article bears no date": 2, "the years may differ": 1}
    assert [held["rounding"] for held in document["verified"]] == [True, False]


def test_an_article_without_a_day_has_none() -> None:
    assert read(Report(Document("a.md", "a", "a")))["documents"][0]["published"] is None


def test_json_needs_none_of_the_heavy_libraries(tmp_path) -> None:
    article = tmp_path / "a.md"
    article.write_text("The talks began on Monday, Aug. 25, 2025.\n")
    code = (
        "import sys; from factcheck.cli import main; main(sys.argv[1:]);"
        "print(*{'rich', 'pint', 'sympy'} & set(sys.modules), file=sys.stderr)"
    )
    asked = ["check", "--format", "json", str(article)]
    done = subprocess.run([sys.executable, "-c", code, *asked], capture_output=True, text=True, check=True)
    assert done.stderr.split() == []
    jsonschema.validate(json.loads(done.stdout), SCHEMA)


def test_a_report_is_the_same_in_every_run() -> None:
    forenames = "Ada Bea Cora Dora Edda Fay Gina Hilda Ida Jana Kim Lara Mona Nora Olga Paula Rita".split()
    names = [f"{name} {name[::-1].capitalize()}man" for name in forenames]
    text = " ".join(f"{name} came. Later {name.split()[1]} said no." for name in names)
    command = [sys.executable, "-m", "factcheck", "check", "-", "--format", "json"]
    runs = [
        subprocess.run(
            command, input=text, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        for seed in "123"
    ]
    first, *others = [json.loads(run.stdout)["documents"] for run in runs]
    assert first[0]["verified"]
    assert others == [first, first]


def test_the_day_that_is_given_is_the_day_of_publication() -> None:
    report = check_text("---\ndate: 2025-08-25\n---\n\nThey met.\n", published=date(2025, 9, 1))
    assert json.loads(report_json([report]))["documents"][0]["published"] == "2025-09-01"
