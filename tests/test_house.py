"""The rules of a house: facts, names, relations and settings, in real files, through the command line and the library."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from factcheck import cli
from factcheck.document import UnreadableError
from factcheck.house.formula import Formula, FormulaError, evaluated, parsed, solved_for
from factcheck.house.load import house_rules, read_house
from factcheck.house.places import places
from factcheck.house.rules import House
from factcheck.house.schema import schema
from factcheck.model import Report
from factcheck.pipeline import check_text

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "house.toml"
ACME = """
[[fact]]
subject = "Acme"
aliases = ["the pump maker"]
measure = ["profit", "net income"]
value = "$2.1 billion"
period = 2024
source = "annual report 2024"

[[fact]]
subject = "Acme"
measure = "revenue"
value = "$9.3 billion"
period = "second quarter 2025"

[[fact]]
subject = "Acme"
measure = ["employees", "people"]
value = 1984

[[fact]]
subject = "Acme"
measure = "founded"
value = 1969

[[fact]]
subject = "the Severn Bridge"
measure = ["long", "main span"]
value = "988 metres"
tolerance = 0.02

[[fact]]
subject = "Lee Jae-myung"
aliases = ["Lee"]
measure = ["took office", "sworn in"]
value = 2025-06-04
"""


def written(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.fixture
def acme(tmp_path: Path) -> House:
    return house_rules(written(tmp_path / "acme.toml", ACME))


def checked(text: str, house: House, rule: str = "house-fact") -> Report:
    return check_text(text, house=house, published=date(2025, 8, 25), select=frozenset({rule}))


def run(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "factcheck", *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=env, check=False)


@pytest.mark.parametrize("text", [
    "Acme made a profit of $2.6 billion in 2024.",
    "Acme's profit rose 24% to $2.6 billion in 2024 from $2.1 billion in 2023.",
    "In 2024, Acme's profit was $2.6 billion.",
    "Last year Acme made a profit of $2.6 billion.",
    "Acme posted net income of $2.6 billion for 2024, up from $2.0 billion.",
    "Acme opened a plant. It made a profit of $2.6 billion in 2024.",
    "The pump maker reported a profit of $2.6 billion for 2024.",
    "Acme's second-quarter revenue was $9.6 billion.",
    "Acme's revenue came to $9.6 billion in the second quarter of 2025.",
    "Acme, which has 1,200 employees, said on Tuesday it would close.",
    "Acme employs about 1,200 people.",
    "Acme, founded in 1968, makes pumps.",
    "The Severn Bridge, 1,088 metres long, opened on Monday.",
    "Lee took office on June 5, 2025.",
    "Acme's profit was -$2.1 billion in 2024.",
])  # fmt: skip
def test_a_figure_that_is_not_the_house_s_is_reported(text: str, acme: House) -> None:
    (finding,) = checked(text, acme).findings
    assert finding.rule == "house-fact"
    assert [bool(span.file) for span in finding.spans] == [False, True]


@pytest.mark.parametrize("text", [
    "Acme made a profit of $2.1 billion in 2024.",
    "Acme made a profit of $2,134 million in 2024.",
    "Acme made a profit of about $2 billion in 2024.",
    "Acme has 1,984 employees.",
    "Acme has more than 1,900 employees.",
    "Acme was founded in 1969.",
    "The Severn Bridge is 1,000 metres long.",
    "Lee was sworn in on June 4, 2025.",
])  # fmt: skip
def test_the_house_s_figure_holds_however_it_is_rounded(text: str, acme: House) -> None:
    report = checked(text, acme)
    assert not report.findings
    assert len(report.held) == 1


@pytest.mark.parametrize("text", [
    "Acme made a profit of $2.6 billion in 2023.",
    "Acme made a profit of $2.6 billion.",
    "Acme made a profit of €2.6 billion in 2024.",
    "Acme made an operating profit of $2.6 billion in 2024.",
    "Acme's profit rose $0.4 billion in 2024.",
    "Acme's profit was $0.4 billion lower in 2024.",
    "Acme said Beta's profit was $2.6 billion in 2024.",
    "Acme Tyres made a profit of $2.6 billion in 2024.",
    "New Acme made a profit of $2.6 billion in 2024.",
    "Acme will make a profit of $2.6 billion in 2024.",
    "“Acme made a profit of $2.6 billion in 2024,” he said.",
    "If Acme had a profit of $2.6 billion in 2024, it would pay.",
    "Profit was $2.6 billion in 2024, said the head of Acme.",
    "Acme has 1,200 employees in Leeds.",
    "Acme has 2,000 employees.",
    "Acme cut 300 employees.",
    "In 2010 Acme had 800 employees.",
    "Beta, which employs 1,200 people, rents from Acme.",
    "Acme's employees made 14 pumps.",
    "Beta and Acme have 9,000 employees.",
    "Acme met Beta. It has 1,200 employees.",
    "Acme's revenue was $9.6 billion in the second quarter of last year.",
    "Acme's revenue was $9.6 billion in the second quarter a year earlier.",
    "Acme's revenue was $9.6 billion in last year's second quarter.",
    "Acme's profit in 2024 -- $2.6 billion versus $2.0 billion -- was a record.",
])  # fmt: skip
def test_what_may_be_another_figure_is_left_alone(text: str, acme: House) -> None:
    report = checked(text, acme)
    assert not report.findings
    assert not report.held


@pytest.mark.parametrize("published, found", [(date(2025, 8, 25), 1), (date(2026, 3, 2), 1), (date(2026, 8, 25), 0)])
def test_a_quarter_without_a_year_is_the_latest_that_had_begun(published: date, found: int, acme: House) -> None:
    text = "Acme's revenue was $9.6 billion in the second quarter."
    assert len(check_text(text, house=acme, published=published, select=frozenset({"house-fact"})).findings) == found


def test_a_finding_shows_the_line_of_the_fact_and_its_source(tmp_path: Path) -> None:
    rules = written(tmp_path / "acme.toml", ACME)
    article = written(tmp_path / "draft.md", "Acme made a profit of $2.6 billion in 2024.\n")
    done = run("check", article, "--rules", rules, "--format", "json")
    ((finding,), _) = (json.loads(done.stdout)["documents"][0][key] for key in ("findings", "verified"))
    places = [(span["file"], span["line"], span["text"]) for span in finding["spans"]]
    assert places == [(None, 1, "$2.6 billion"), (rules, 6, "$2.1 billion")]
    assert (
        finding["message"]
        == "The house has $2.1 billion for Acme, profit, 2024 (annual report 2024), not $2.6 billion."
    )
    assert finding["fix"] == "$2.1 billion"
    shown = run("check", article, "--rules", rules)
    assert '6 │ value = "$2.1 billion"' in shown.stdout
    assert shown.returncode == 1


def test_what_holds_names_the_source_of_the_fact(acme: House) -> None:
    (held,) = checked("Acme made a profit of $2.1 billion in 2024.", acme).held
    assert held.working == "Acme, profit, 2024: $2.1 billion (annual report 2024); the text says $2.1 billion"


NAMES = """
[[name]]
right = "Lee Jae-myung"
wrong = ["Lee Jae Myung"]
[[name]]
right = "Hedvig Ekström"
[[name]]
right = "Hedwig Ekström"
[[name]]
right = "이재명"
wrong = ["이제명"]
"""


def test_names_are_written_as_the_house_writes_them(tmp_path: Path) -> None:
    house = house_rules(written(tmp_path / "names.toml", NAMES))
    text = "Lee Jae Myung met Hedwig Ekström and Hedvig Ekstrom. Hedwig Ekström went home.\n\nAides to Lee Jaemyung left.\n"
    report = checked(text, house, "house-name")
    found = [
        (report.document.text[slice(*finding.spans[0][:2])], finding.fix, str(finding.severity))
        for finding in report.findings
    ]
    assert found == [
        ("Lee Jae Myung", "Lee Jae-myung", "warning"),
        ("Hedvig Ekstrom", "Hedvig Ekström", "warning"),
        ("Lee Jaemyung", "Lee Jae-myung", "warning"),
    ]
    assert len(report.held) == 1


def test_a_dot_that_ends_a_sentence_is_the_name_s_too(tmp_path: Path) -> None:
    house = house_rules(written(tmp_path / "names.toml", '[[name]]\nright = "Washington D.C."\n'))
    report = checked("He left Washington D.C. on Sunday. She moved to Washington D.C.", house, "house-name")
    assert not report.findings


def test_a_name_that_takes_endings_is_found(tmp_path: Path) -> None:
    house = house_rules(written(tmp_path / "names.toml", NAMES))
    report = checked(
        "이제명 대통령은 25일 서울에서 기자들과 만났다. 이제명은 이날 저녁 돌아왔다.\n", house, "house-name"
    )
    assert [finding.fix for finding in report.findings] == ["이재명", "이재명"]


RELATION = """
[[fact]]
subject = "South Korea"
measure = "GDP"
value = "2,556.9 trillion won"
period = 2024
source = "Bank of Korea"
[[relation]]
formula = "debt_ratio = debt / gdp"
[relation.where]
debt = "national debt"
"""


def test_a_relation_is_held_between_the_article_and_the_facts(tmp_path: Path) -> None:
    house = house_rules(written(tmp_path / "korea.toml", RELATION))
    text = "South Korea's debt ratio was {} in 2024. South Korea's national debt was 1,175 trillion won in 2024."
    (held,) = checked(text.format("46%"), house, "house-relation").held
    assert held.working.startswith(
        "debt_ratio = debt / gdp (Bank of Korea): 1,175 trillion won / 2,556.9 trillion won = "
    )
    (finding,) = checked(text.format("64%"), house, "house-relation").findings
    assert finding.message == "By the house's debt_ratio = debt / gdp, 64% should be 46%."
    assert finding.fix == "“46%” for “64%” or “1,636 trillion won” for “1,175 trillion won”"


def test_a_relation_is_solved_for_what_the_article_has(tmp_path: Path) -> None:
    more = '[[fact]]\nsubject = "South Korea"\nmeasure = "debt ratio"\nvalue = "46%"\nperiod = 2024\n'
    house = house_rules(written(tmp_path / "korea.toml", RELATION + more))
    (finding,) = checked(
        "South Korea's national debt was 1,517 trillion won in 2024.", house, "house-relation"
    ).findings
    assert finding.fix == "“1,176 trillion won” for “1,517 trillion won”"


def test_settings_leave_out_and_weigh_checks(tmp_path: Path) -> None:
    text = "They met on Tuesday, Aug. 25, 2025. Profit rose 14% from $2.1 billion to $2.6 billion.\n"
    assert {finding.rule for finding in check_text(text).findings} == {"weekday-date", "percent-change"}
    rules = '[check.weekday-date]\nenabled = false\n[check.percent-change]\nseverity = "warning"\n'
    house = house_rules(written(tmp_path / "settings.toml", rules))
    assert [(found.rule, str(found.severity)) for found in check_text(text, house=house).findings] == [
        ("percent-change", "warning")
    ]
    finer = house_rules(
        written(tmp_path / "finer.toml", '[severity]\npercent-change = "note"\n'), str(tmp_path / "settings.toml")
    )
    assert [str(found.severity) for found in check_text(text, house=finer).findings] == ["note"]


def test_a_house_may_widen_what_a_conversion_may_be_off(tmp_path: Path) -> None:
    text = "The site cost 126 trillion won ($86 billion) in all."
    house = house_rules(written(tmp_path / "wide.toml", "[check.currency-conversion]\ntolerance = 0.1\n"))
    assert checked(text, House(), "currency-conversion").findings
    assert checked(text, house, "currency-conversion").held


def test_lines_that_the_house_calls_furniture_are_no_copy(tmp_path: Path) -> None:
    text = "Profit rose 24% from $2.1 billion to $2.6 billion.\n\nFrom our archive: profit rose 14% from $2.1 billion to $2.6 billion.\n"
    house = house_rules(written(tmp_path / "page.toml", '[furniture]\nlines = ["from our archive"]\n'))
    assert len(check_text(text).findings) == 1
    report = check_text(text, house=house)
    assert not report.findings
    assert report.held
    assert all(span.end < text.index("From our archive") for held in report.held for span in held.spans)


def test_rules_of_the_command_line_lie_over_the_project_s_and_those_over_the_house_s(tmp_path: Path) -> None:
    fact = '[[fact]]\nsubject = "Acme"\nmeasure = "stores"\nvalue = {}\n'
    house = written(tmp_path / "house.toml", fact.format(1) + "[check.weekday-date]\nenabled = false\n")
    written(tmp_path / "work/draft.md", "Acme has 30 stores. They met on Tuesday, Aug. 25, 2025.\n")
    where = {"cwd": tmp_path / "work", "FACTCHECK_RULES": house}

    def told(*arguments: str) -> list[str]:
        done = run("check", "draft.md", "--format", "json", *arguments, **where)
        return [finding["message"] for finding in json.loads(done.stdout)["documents"][0]["findings"]]

    assert told() == ["The house has 1 for Acme, stores, not 30."]
    written(tmp_path / "work/factcheck-rules/a.toml", fact.format(2))
    assert told() == ["The house has 2 for Acme, stores, not 30."]
    line = written(tmp_path / "line.toml", fact.format(3) + "[check.weekday-date]\nenabled = true\n")
    assert len(told("--rules", line)) == 2
    assert told("--rules", line)[0] == "The house has 3 for Acme, stores, not 30."


SLIPS = [
    ("x = ", "line 1: not written as TOML (invalid value)"),
    ("a = 1\n[[fact", "line 2: not written as TOML"),
    ("a = " + "[" * 5000, "brackets stand too deep"),
    ("\n[nam]\n", "line 2: there is no table nam; did you mean name?"),
    ('[[fact]]\nsubjct = "Acme"\nmeasure = "profit"\nvalue = "$1"', "line 2: there is no key subjct in [[fact]]; did you mean subject?"),
    ('[[fact]]\nmeasure = "profit"\nvalue = "$1"', "line 1: a fact needs a subject"),
    ('[[fact]]\nsubject = "Acme"\nmeasure = "profit"\nvalue = true', "line 4: value must be words in quotation marks or a number"),
    ('[[fact]]\nsubject = "Acme"\nmeasure = "profit"\nvalue = "lots"', "line 4: value “lots” holds no figure"),
    ('[[fact]]\nsubject = "Acme"\nmeasure = "profit"\nvalue = "1 to 2 or 3"', "line 4: value “1 to 2 or 3” holds"),
    ('[[fact]]\nsubject = "Acme"\nmeasure = "of the"\nvalue = 1', "line 3: the measure has no word"),
    ('[[fact]]\nsubject = "Acme"\nmeasure = "profit"\nvalue = 1\nperiod = "once"', "line 5: period “once” is no year"),
    ('[[fact]]\nsubject = "Acme"\nmeasure = "profit"\nvalue = 1\ntolerance = nan', "line 5: tolerance must be a number"),
    ('[[fact]]\nsubject = "Acme"\nmeasure = "profit"\nvalue = 1\ntolerance = 2', "line 5: tolerance must lie between 0 and 1"),
    ("[check.weekday-dat]\nenabled = false", "line 1: there is no check weekday-dat; did you mean weekday-date?"),
    ('[check.weekday-date]\nenabled = "no"', "line 2: enabled must be true or false"),
    ("[check.weekday-date]\ntolerance = 0.1", "line 2: weekday-date has no tolerance"),
    ('[severity]\nweekday-date = "bad"', "line 2: weekday-date must be one of error, warning, note"),
    ('[[name]]\nright = "Kyiv"\nwrong = ["Kyiv"]', "line 3: Kyiv is given as right and as wrong"),
    ("[[relation]]\nformula = \"x = __import__('os')\"", "line 2: the formula does not go on with ( there"),
    ('[[relation]]\nformula = "x = 9**9**9"', "line 2: the formula does not go on with ** there"),
    (f'[[relation]]\nformula = "x = {"(" * 60}y{")" * 60}"', "line 2: the formula has more than 20 brackets"),
    ('[[relation]]\nformula = "g = (new - old) / old"', "line 2: old stands in the formula twice"),
    ('[[relation]]\nformula = "a = b"\n[relation.where]\nc = "d"', "line 4: c is not in the formula a = b"),
    ('[[fact]]\nsubject = "Acme"\nmeasure = "rooms"\nvalue = 14\n' * 2 + "\n", ""),
    ('[[fact]]\nsubject = "Acme"\nmeasure = "rooms"\nvalue = 14\n[[fact]]\nsubject = "Acme"\nmeasure = "rooms"\nvalue = 15',
     "line 8: Acme, rooms: 15 contradicts 14 in line 4"),
]  # fmt: skip


@pytest.mark.parametrize("text, words", SLIPS)
def test_a_slip_in_a_rule_file_is_named_with_its_line(text: str, words: str, tmp_path: Path, capsys) -> None:
    path = written(tmp_path / "bad.toml", text)
    assert cli.main(["rules", "check", path]) == (2 if words else 0)
    err = capsys.readouterr().err
    assert err.startswith(f"factcheck: {path}: {words}") if words else not err
    assert len(err.splitlines()) == bool(words)


def test_a_slip_costs_its_own_entry_alone(tmp_path: Path, capsys) -> None:
    rules = written(tmp_path / "half.toml", ACME + '[[fact]]\nsubject = "Acme"\nmeasure = "stores"\nvalue = "many"\n')
    article = written(tmp_path / "draft.md", "Acme made a profit of $2.6 billion in 2024.\n")
    assert cli.main(["check", article, "--rules", rules, "--rules", "missing.toml"]) == 2
    out, err = capsys.readouterr()
    assert "house-fact" in out
    assert sorted(line.split(": ")[1] for line in err.splitlines()) == sorted([rules, "missing.toml"])


def test_facts_of_two_files_must_not_contradict(tmp_path: Path, capsys) -> None:
    fact = '[[fact]]\nsubject = "Acme"\nmeasure = "stores"\nvalue = {}\n'
    written(tmp_path / "a.toml", fact.format(1))
    second = written(tmp_path / "b.toml", "\n" + fact.format(2))
    assert cli.main(["rules", "check", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert f"{second}: line 5: Acme, stores: 2 contradicts 1 in {tmp_path / 'a.toml'}" in err
    assert "1 fact, 0 names, 0 relations good" in out


def test_the_library_raises_the_first_slip(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="line 1: there is no table nam"):
        house_rules(written(tmp_path / "bad.toml", "[nam]\n"))


def test_rules_check_says_how_much_is_good(capsys) -> None:
    assert cli.main(["rules", "check", str(EXAMPLE)]) == 0
    assert capsys.readouterr().out == f"{EXAMPLE}: 4 facts, 2 names, 1 relation good\n"


def test_the_example_shows_each_kind_of_rule() -> None:
    done = run("check", "examples/house-with-slips.md", "--rules", "examples/house.toml", "--format", "json")
    rules = [finding["rule"] for finding in json.loads(done.stdout)["documents"][0]["findings"]]
    assert sorted(set(rules)) == ["house-fact", "house-name", "house-relation"]


def test_the_schema_takes_good_files_and_refuses_bad_ones(capsys) -> None:
    assert cli.main(["rules", "schema"]) == 0
    shown = json.loads(capsys.readouterr().out)
    Draft7Validator.check_schema(shown)
    validator = Draft7Validator(shown)
    assert list(validator.iter_errors(tomllib.loads(EXAMPLE.read_text()))) == []
    assert list(validator.iter_errors({"fact": [{"subject": "Acme"}]}))
    assert list(validator.iter_errors({"check": {"no-such-check": {}}}))
    assert "weekday-date" in shown["properties"]["check"]["properties"]
    assert shown == schema()


def test_the_rules_are_still_listed(capsys) -> None:
    assert cli.main(["rules"]) == 0
    assert "house-fact" in capsys.readouterr().out
    assert cli.main(["rules", "--markdown"]) == 0
    assert "## house-relation" in capsys.readouterr().out


def test_without_rules_nothing_of_them_is_loaded(tmp_path: Path) -> None:
    code = (
        "import sys; from factcheck.pipeline import check_text; check_text('Profit rose 24% from $2.1 billion to $2.6 billion.');"
        "print([name for name in sys.modules if name.startswith('factcheck.house') or name in ('jsonschema', 'tomlkit')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


@settings(deadline=None)
@given(st.text() | st.text("abc_=+-*/().0129 ×÷−", max_size=400))
@example("x = " + "(" * 150)
@example("x = " + "-" * 290 + "1")
@example("a = b + " * 30)
def test_a_formula_is_read_or_refused_in_words(text: str) -> None:
    try:
        assert isinstance(parsed(text), Formula)
    except FormulaError as slip:
        assert str(slip)


TERMS = st.recursive(
    st.sampled_from("bcdefgh") | st.integers(1, 9).map(str),
    lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(
        lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(TERMS, st.lists(st.fractions(min_value=1, max_value=50), min_size=7, max_size=7))
def test_a_formula_solved_for_any_name_says_the_same(term: str, numbers: list[Fraction]) -> None:
    try:
        formula = parsed(f"a = {term}")
    except FormulaError:
        return
    values = dict(zip("bcdefgh", numbers, strict=True))
    try:
        values["a"] = evaluated(formula.term, values, Fraction)
        for symbol in formula.symbols:
            assert evaluated(solved_for(formula, symbol).term, values, Fraction) == values[symbol]
    except ZeroDivisionError:
        return


KEYS = st.text("abcxyz", min_size=1, max_size=4)
VALUES = st.recursive(
    st.integers()
    | st.booleans()
    | st.text("ab \"'#=[]{}\\,\n", max_size=6)
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_the_place_of_a_value_in_a_file_is_that_value(table: dict[str, object]) -> None:
    source = "# a comment = [\n" + "".join(f"{key} = {toml(value)} # x = 1\n" for key, value in table.items())
    found = places(source)
    for key, value in table.items():
        span = found[(key,)]
        assert source[span.start : span.end] == toml(value)
        assert tomllib.loads(f"{key} = {source[span.start : span.end]}") == {key: value}


def toml(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value)
    return str(value).lower() if isinstance(value, bool) else repr(value)


ENTRIES = st.dictionaries(
    st.sampled_from(
        [
            "subject",
            "aliases",
            "measure",
            "value",
            "period",
            "source",
            "tolerance",
            "right",
            "wrong",
            "formula",
            "where",
        ]
    ),
    VALUES
    | st.sampled_from(["$2.1 billion", "2024", "a = b / c", "second quarter 2025", "Acme", 0.5, -5, 10**400, 1e300]),
    max_size=7,
)


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["fact", "name", "relation", "check", "severity", "furniture"]),
        st.lists(ENTRIES, max_size=2) | ENTRIES,
    )
)
@example({"fact": [{"subject": "Acme", "measure": "profit", "value": 10**400}]})
@example({"fact": [{"subject": "Acme", "measure": "profit", "value": "1" * 300, "period": 0}]})
def test_any_rule_file_is_read_or_its_slips_are_named(tables: dict[str, object]) -> None:
    source = "".join(f"{key} = {toml(value)}\n" for key, value in tables.items())
    with TemporaryDirectory() as folder:
        path = written(Path(folder) / "rules.toml", source)
        house, slips = read_house([[path]])
        assert all(str(slip).startswith(f"{path}: ") for slip in slips)
        check_text("Acme made a profit of $2.6 billion in 2024. b 1 A", house=house)
