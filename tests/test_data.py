"""Articles against tables of data: every format read, every kind of slip found, true articles left alone."""

from __future__ import annotations

import csv
import json
import sqlite3
import time
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import cli
from factcheck.datatable.table import DataTable, open_data
from factcheck.document import UnreadableError
from factcheck.link.table.columnheads import head
from factcheck.model import Report
from factcheck.pipeline import check_file, check_text
from factcheck.shown import fixed

EXAMPLES = Path(__file__).parent.parent / "examples"
HEADS = [
    "District",
    "Exports 2023 (USD mn)",
    "Exports 2024 (USD mn)",
    "Imports 2024 (USD mn)",
    "Jobless rate 2024 (%)",
    "Population",
]
ROWS = [
    ["Harwick", 86210, 88140, 41230, 3.4, 1103661],
    ["Lowell Bay", 128930, 141580, 187320, 2.9, 13630821],
    ["Saltmarsh", 79670, 92610, 39870, 2.6, 2130119],
    ["Kingsferry", 64220, 65780, 155470, 3.9, 9386034],
    ["Aldmoor", 41860, 40210, 22340, 3.0, 2554324],
    ["Port Edrin", 14120, 13870, 16930, 3.6, 3293362],
]
TOTAL = ["Total", 415010, 442190, 463160, 3.2, 32098321]
RULE = frozenset({"data-mismatch"})


def as_csv(path: Path, heads: list[str], rows: list[list[object]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter="\t" if path.suffix == ".tsv" else ",").writerows([heads, *rows])


def as_xlsx(path: Path, heads: list[str], rows: list[list[object]]) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (["Table 3. Trade of the districts"], [], heads, *rows):
        book.active.append(row)
    book.save(path)


def as_parquet(path: Path, heads: list[str], rows: list[list[object]]) -> None:
    import duckdb

    as_csv(path.with_suffix(".csv"), heads, rows)
    duckdb.execute(f"COPY (FROM read_csv('{path.with_suffix('.csv')}')) TO '{path}' (FORMAT parquet)")


def as_json(path: Path, heads: list[str], rows: list[list[object]]) -> None:
    records = [dict(zip(heads, row, strict=True)) for row in rows]
    lines = "\n".join(map(json.dumps, records))
    path.write_text(lines if path.suffix == ".jsonl" else json.dumps(records))


def as_sqlite(path: Path, heads: list[str], rows: list[list[object]]) -> None:
    base = sqlite3.connect(path)
    columns = ", ".join(f'"{name}"' for name in heads)
    base.execute(f"CREATE TABLE trade ({columns})")
    base.executemany(f"INSERT INTO trade VALUES ({', '.join('?' * len(heads))})", rows)
    base.commit()
    base.close()


WRITERS = {
    "csv": as_csv, "tsv": as_csv, "xlsx": as_xlsx, "parquet": as_parquet, "json": as_json, "jsonl": as_json, "sqlite": as_sqlite,
}  # fmt: skip


@pytest.fixture(scope="module")
def trade(tmp_path_factory: pytest.TempPathFactory) -> list[DataTable]:
    path = tmp_path_factory.mktemp("data") / "trade.csv"
    as_csv(path, HEADS, [*ROWS, TOTAL])
    return open_data(str(path))


def held(text: str, data: list[DataTable], published: str = "2025-02-18") -> Report:
    return check_text(f"---\ndate: {published}\n---\n\n{text}\n", data=data, select=RULE)


def fixes(report: Report) -> list[str]:
    return [finding.fix or "" for finding in report.findings]


@pytest.mark.parametrize("suffix", WRITERS)
def test_every_format_is_read(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"trade.{suffix}"
    WRITERS[suffix](path, HEADS, ROWS)
    data = open_data(str(path))
    good = held("Harwick exported $88.1 billion in 2024. The jobless rate in Aldmoor was 3.0% in 2024.", data)
    assert not good.findings and len(good.held) == 2
    (finding,) = held("Harwick exported $81.8 billion in 2024.", data).findings
    assert finding.fix == "“$88.1 billion” for “$81.8 billion”"
    assert f"trade.{suffix}, row Harwick, column Exports 2024 (USD mn): 88,140" in finding.working


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_finding_shows_its_cell_in_the_data(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"trade.{suffix}"
    WRITERS[suffix](path, HEADS, ROWS)
    report = held("Saltmarsh exported $26.9 billion in 2024.", open_data(str(path)))
    (finding,) = report.findings
    places = [(report.source_of(span).text[span.start : span.end], span.file) for span in finding.spans]
    assert places[1:] == [(HEADS[2], str(path)), ("Saltmarsh", str(path)), ("92610", str(path))]
    document = report.companions[str(path)]
    lines = [document.location(document.in_source(span).start).line for span in finding.spans[1:]]
    assert lines == ([3, 6, 6] if suffix == "xlsx" else [1, 4, 4])


TRUE = [
    "Harwick exported $88.1 billion in 2024, up from $86.2 billion in 2023.",
    "Harwick exported $88.1 billion in 2024, up from $86.2 billion a year earlier.",
    "Exports from Harwick rose 2.2% to $88.14 billion in 2024.",
    "Harwick and Port Edrin exported $88.1 billion and $13.9 billion in 2024.",
    "Harwick's exports were $88.1 billion in 2024, while its imports reached $41.2 billion.",
    "Total exports rose 6.5% to $442.2 billion in 2024.",
    "Lowell Bay accounted for 32% of total exports in 2024.",
    "Lowell Bay was the largest exporter in 2024, followed by Saltmarsh.",
    "Harwick was the third-largest exporter in 2024, after Lowell Bay and Saltmarsh.",
    "Port Edrin exported the least in 2024.",
    "Kingsferry had the highest jobless rate in 2024, at 3.9%.",
    "Lowell Bay ranked first in imports in 2024 and Kingsferry second.",
    "Three districts exported more than $80 billion in 2024.",
    "Three of the six districts exported less than $80 billion in 2024.",
    "Average exports of the districts were $73.7 billion in 2024.",
    "Median exports were $77 billion in 2024.",
    "Harwick has 1.1 million residents.",
    "Exports rose in four of the six districts in 2024.",
    "Harwick and Port Edrin together exported $102 billion in 2024.",
    "Exports from Port Edrin fell by $250 million in 2024.",
    "Last year Port Edrin's exports fell 1.8%.",
    "Exports from Saltmarsh reached $92.6 billion in 2024. Its imports were $39.9 billion.",
]  # fmt: skip


@pytest.mark.parametrize("text", TRUE)
def test_a_true_sentence_is_verified(text: str, trade: list[DataTable]) -> None:
    report = held(text, trade)
    assert not report.findings
    assert report.held


WRONG = {
    "Harwick exported $88.7 billion in 2024.": "“$88.1 billion” for “$88.7 billion”",
    "Harwick exported $8.81 billion in 2024.": "“$88.14 billion” for “$8.81 billion”",
    "Harwick exported $41.2 billion in 2024.": "“$88.1 billion” for “$41.2 billion”",
    "Harwick exported $13.87 billion in 2024.": "“$88.14 billion” for “$13.87 billion”",
    "Harwick exported $86.2 billion in 2024.": "“$88.1 billion” for “$86.2 billion”",
    "Harwick has 1.3 million residents.": "“1.1 million” for “1.3 million”",
    "Exports from Harwick rose 3.2% in 2024.": "“2.2%” for “3.2%”",
    "Exports from Harwick fell 2.2% in 2024.": "up, not down",
    "Exports from Port Edrin fell by $520 million in 2024.": "“$250 million” for “$520 million”",
    "Total exports were $424.2 billion in 2024.": "“$442.2 billion” for “$424.2 billion”",
    "Total exports rose 5.6% in 2024.": "“6.5%” for “5.6%”",
    "Lowell Bay accounted for 23% of total exports in 2024.": "“32%” for “23%”",
    "Harwick was the second-largest exporter in 2024.": "third-largest",
    "Harwick was the largest exporter in 2024.": "“Lowell Bay” for “Harwick”",
    "Aldmoor exported the least in 2024.": "“Port Edrin” for “Aldmoor”",
    "Port Edrin had the highest jobless rate in 2024.": "“Kingsferry” for “Port Edrin”",
    "Kingsferry ranked third in imports in 2024.": "second",
    "Exports rose in five of the six districts in 2024.": "“four” for “five”",
    "Harwick and Port Edrin together exported $120 billion in 2024.": "“$102 billion” for “$120 billion”",
    "Four districts exported more than $80 billion in 2024.": "“three” for “Four”",
    "Average exports of the districts were $77.3 billion in 2024.": "“$73.7 billion” for “$77.3 billion”",
    "The jobless rate in Saltmarsh was 6.2% in 2024.": "“2.6%” for “6.2%”",
}  # fmt: skip


@pytest.mark.parametrize("text, fix", WRONG.items())
def test_a_slip_is_found_and_put_right(text: str, fix: str, trade: list[DataTable]) -> None:
    assert fixes(held(text, trade)) == [fix]


RENTS = """Borough,Average monthly rent 2019 (£),Average monthly rent 2024 (£),Households renting 2024
Camden,1850,2350,52310
Hackney,1620,2190,48720
Newham,1290,1720,66970
"""
LET = {
    "Camden had the highest average rent in 2024, at £2,350 a month, and Newham the lowest, at £1,720.": [],
    "Average rents in Camden rose 27% between 2019 and 2024, to £2,350 a month.": [],
    "Average rents in Camden rose 37% between 2019 and 2024.": ["“27%” for “37%”"],
    "Renters in Hackney paid an average of £2,910 a month in 2024.": ["“£2,190” for “£2,910”"],
    "In Newham, 69,670 households rented in 2024.": ["“66,970” for “69,670”"],
    "A two-bedroom flat in Hackney rents for £2,400 a month in 2024.": [],
    "My rent in Camden was £2,000 a month in 2024.": [],
    "Newham council collected £61.2 million in rent in 2024.": [],
}


@pytest.mark.parametrize("text, right", LET.items())
def test_a_mean_in_the_table_is_that_of_the_text(text: str, right: list[str], tmp_path: Path) -> None:
    (tmp_path / "rents.csv").write_text(RENTS, encoding="utf-8")
    assert fixes(held(text, open_data(str(tmp_path / "rents.csv")))) == right


def test_swapped_rows_are_found_both_ways(trade: list[DataTable]) -> None:
    report = held("Harwick exported $13.9 billion and Port Edrin $88.1 billion in 2024.", trade)
    assert fixes(report) == ["“$88.1 billion” for “$13.9 billion”", "“$13.9 billion” for “$88.1 billion”"]


OTHER = [
    "Harwick exported $23 billion of cars in 2024.",
    "Harwick's exports of cars were $23 billion in 2024.",
    "Saltmarsh's timber exports rose 34.1% in 2024.",
    "Exports by Harwick's three biggest companies rose 14% to $61 billion in 2024.",
    "The port of Port Edrin handled 24 million containers in 2024, and exports rose 7%.",
    "Harwick, the country's second-largest city, exported goods in 2024.",
    "Harwick's exports are expected to reach $98.1 billion in 2025.",
    "In 2019, exports from Harwick were $69.5 billion.",
    "Harwick's exports to France fell 14% to $9.2 billion in 2024.",
    "Exports from Port Edrin were $3.1 billion more than from Aldmoor in 2024.",
    "Port Edrin exported $74 billion less than Harwick in 2024.",
    "In the third quarter of 2024 exports from Harwick fell 5.1% to $19.2 billion.",
    "Four coastal districts exported more than $80 billion in 2024.",
    "Four districts exported more than $80 billion of cars in 2024.",
    "Ferndale and Saltmarsh exported $61.2 billion in 2024.",
    "The Harwick-based maker exported $61.2 billion in 2024.",
    "North Harwick exported $2.2 billion in 2024.",
    "Kingsferry's youth jobless rate was 9.1% in 2024.",
    "In Kingsferry, 9,386 companies paid tax.",
    "Harwick was the largest exporter in 2024 outside Lowell Bay and Saltmarsh.",
    "Aldmoor was the largest exporter of sheep in 2024.",
    "The six men exported nothing.",
]


@pytest.mark.parametrize("text", OTHER)
def test_what_the_data_does_not_tell_is_left_alone(text: str, trade: list[DataTable]) -> None:
    assert not held(text, trade).findings


def test_a_table_of_one_row_a_year_is_read_as_one_of_a_column_a_year(tmp_path: Path) -> None:
    path = tmp_path / "trade.csv"
    as_csv(
        path,
        ["district", "year", "exports_usd_mn"],
        [[row[0], 2021 + n, row[n]] for row in ROWS for n in (2, 1)][::-1],
    )
    rows = [[row[0], year, value] for row in ROWS for year, value in ((2023, row[1]), (2024, row[2]))]
    as_csv(path, ["district", "year", "exports_usd_mn"], rows)
    data = open_data(str(path))
    true = held(
        "Exports from Harwick rose 2.2% to $88.1 billion in 2024. Lowell Bay was the largest exporter in 2023.",
        data,
    )
    assert (len(true.findings), len(true.held)) == (0, 3)
    assert fixes(held("Harwick was the second-largest exporter in 2024.", data)) == ["third-largest"]


def test_two_columns_of_names_pick_the_row_together(tmp_path: Path) -> None:
    path = tmp_path / "harvest.csv"
    rows = [
        [place, crop, n * 1111 + len(crop)]
        for n, place in enumerate(("Ashby", "Corley"), 2)
        for crop in ("Wheat", "Barley")
    ]
    as_csv(path, ["Parish", "Crop", "Harvest (tonnes)"], rows)
    data = open_data(str(path))
    assert len(held("The harvest of wheat in Corley was 3,338 tonnes.", data).held) == 1
    assert fixes(held("The harvest of wheat in Corley was 3,383 tonnes.", data)) == [
        "“3,338 tonnes” for “3,383 tonnes”"
    ]
    assert not held("The harvest in Corley was 6,383 tonnes.", data).findings


def test_korean_articles_and_tables(tmp_path: Path) -> None:
    path = tmp_path / "수출.csv"
    rows = [["울산광역시", 86210, 88140], ["경기도", 128930, 141580], ["서울특별시", 64220, 65780]]
    as_csv(path, ["시도", "수출액 2023(억원)", "수출액 2024(억원)"], rows)
    data = open_data(str(path))
    true = held(
        "울산의 2024년 수출액은 8조8,140억원으로 전년보다 2.2% 늘었다. 2024년 수출액은 경기가 가장 많았다.",
        data,
    )
    assert (len(true.findings), len(true.held)) == (0, 3)
    assert fixes(held("울산의 2024년 수출액은 8조8,410억원이다.", data)) == ["“8조8,140억원” for “8조8,410억원”"]
    assert fixes(held("2024년 수출액 순위는 울산이 3위였다.", data)) == ["2위"]


@pytest.mark.parametrize(
    "text, unit, scale, year",
    [
        ("Exports 2024 (USD bn)", "USD", 10**9, 2024), ("Exports, $m", "USD", 10**6, None), ("exports_usd_mn", "USD", 10**6, None),
        ("Population, in thousands", None, 1000, None), ("Rate 2023 (%)", "%", Fraction(1, 100), 2023),
        ("수출액(억원)", "KRW", 10**8, None), ("인구(천명)", None, 1000, None), ("2024", None, 1, 2024),
        ("Area (km2)", "square_kilometer", 1, None), ("Visitors", None, 1, None), ("Turnover (€ million)", "EUR", 10**6, None),
    ],
)  # fmt: skip
def test_a_head_tells_its_unit(text: str, unit: str | None, scale: int | Fraction, year: int | None) -> None:
    read = head(text)
    assert (read.unit, read.scale, read.year) == (unit, scale, year)


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(st.tuples(st.integers(1000, 10**6), st.integers(1000, 10**6)), min_size=3, max_size=6),
    decimals=st.integers(0, 3),
    pick=st.integers(0, 2),
    coarse=st.booleans(),
)
def test_true_figures_rounded_anyhow_are_never_a_conflict(
    values: list[tuple[int, int]],
    decimals: int,
    pick: int,
    coarse: bool,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """The table has the figures whole, or itself rounds them to two decimals of a billion; the article to any."""
    path = tmp_path_factory.mktemp("rounded") / "trade.csv"
    names = ["Harwick", "Saltmarsh", "Kingsferry", "Aldmoor", "Lowell Bay", "Port Edrin"][: len(values)]
    heads = [name.replace("USD mn", "USD bn") for name in HEADS[:3]] if coarse else HEADS[:3]
    shown = [[fixed(Fraction(value, 1000), 2) if coarse else str(value) for value in pair] for pair in values]
    as_csv(path, heads, [[name, *pair] for name, pair in zip(names, shown, strict=True)])
    old, new = values[pick]
    change, whole = Fraction(new, old) - 1, sum(pair[1] for pair in values)
    way = "rose" if change >= 0 else "fell"
    ahead = sum(pair[1] > new for pair in values)
    rank = ["", "second-", "third-", "fourth-", "fifth-", "sixth-"][ahead]
    text = (
        f"{names[pick]} exported ${fixed(Fraction(new, 1000), decimals)} billion in 2024. "
        f"Exports from {names[pick]} {way} {fixed(abs(change) * 100, decimals)}% in 2024. "
        f"{names[pick]} accounted for {fixed(Fraction(new * 100, whole), decimals)}% of total exports in 2024. "
        f"{names[pick]} was the {rank}largest exporter in 2024. "
        f"Total exports were ${fixed(Fraction(whole, 1000), decimals)} billion in 2024."
    )
    assert held(text, open_data(str(path))).findings == []


DAMAGED = {
    "missing.csv": None, "empty.csv": b"", "empty.xlsx": b"", "header.csv": b"District,Exports\n", "torn.xlsx": b"PK\x03\x04torn",
    "torn.parquet": b"PAR1 torn", "torn.json": b"[{\"a\": 1,", "torn.sqlite": b"no database at all, only words", "table.pdf": b"%PDF-1.4",
    "latin.csv": "District,Exports\nMünchen,12\n".encode("latin-1"), "words.csv": b"Name,Note\nHarwick,fine\nSaltmarsh,wet\n",
    "long.csv": b"District,Exports\nHarwick,12\nSaltmarsh,1,2\n", "open.csv": b'District,Exports\nHarwick,12\n"Saltmarsh,1\n',
    "prose.csv": b"Nothing but words stands here.\n",
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGED)
def test_a_file_that_cannot_be_read_is_named_in_one_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, article = tmp_path / name, tmp_path / "draft.md"
    if (data := DAMAGED[name]) is not None:
        path.write_bytes(data)
    article.write_text("They met on Tuesday, Aug. 25, 2025.\n")
    assert cli.main(["check", str(article), "--data", str(path)]) == 2
    out, err = capsys.readouterr()
    assert err.startswith(f"factcheck: {path}: ") and err.count("\n") == 1
    assert "weekday-date" in out


def test_a_sheet_of_percentages_and_a_book_of_sheets(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "Rates"
    for row in (["District", "Jobless rate"], ["Harwick", 0.034], ["Saltmarsh", 0.026]):
        book.active.append(row)
    for cell in book.active["B"][1:]:
        cell.number_format = "0.0%"
    trade = book.create_sheet("Trade")
    for row in (HEADS, *ROWS):
        trade.append(row)
    book.create_sheet("Notes").append(["nothing"])
    book.save(tmp_path / "book.xlsx")
    data = open_data(str(tmp_path / "book.xlsx"))
    assert [Path(table.name).name for table in data] == ["book.xlsx#Rates", "book.xlsx#Trade"]
    report = held("The jobless rate in Harwick is 4.3%. Saltmarsh exported $92.6 billion in 2024.", data)
    assert (fixes(report), len(report.held)) == (["“3.4%” for “4.3%”"], 1)


def test_names_with_signs_of_patterns_are_files(tmp_path: Path) -> None:
    path = tmp_path / "trade [final] *.csv"
    as_csv(path, HEADS, ROWS)
    assert len(open_data(str(path))) == 1


def test_what_stands_above_the_header_is_the_title(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        '"Table 3. Exports, USD mn"\nSource: statistics office\n\nDistrict;2023;2024\nHarwick;86210;"88140"\nAldmoor;41860;40210\n'
    )
    (table,) = open_data(str(path))
    report = held("Harwick exported $81.4 billion in 2024.", [table])
    assert fixes(report) == ["“$88.1 billion” for “$81.4 billion”"]
    places = [report.companions[str(path)].in_source(span) for span in report.findings[0].spans[1:]]
    assert [report.companions[str(path)].location(place.start).line for place in places] == [4, 5, 5]


def test_cells_may_hold_line_ends_and_rows_may_be_short(tmp_path: Path) -> None:
    path = tmp_path / "trade.csv"
    path.write_text(
        'District,Exports 2024 (USD mn),Note\n"Harwick\nTown",88140,"says ""more"" later"\nAldmoor,40210\nSource: office\n'
    )
    (table,) = open_data(str(path))
    assert (
        len(
            held(
                "Aldmoor exported $40.2 billion in 2024. Harwick Town exported $88.1 billion in 2024.",
                [table],
            ).held
        )
        == 2
    )


def test_a_row_may_be_a_year(tmp_path: Path) -> None:
    path = tmp_path / "exports.csv"
    as_csv(path, ["Year", "Exports (USD bn)"], [[2022, 683.6], [2023, 632.2], [2024, 683.8]])
    data = open_data(str(path))
    true = held("Exports rose 8.2% to $683.8 billion in 2024.", data)
    assert (len(true.findings), len(true.held)) == (0, 2)
    wrong = held("Exports rose 9.2% to $638.8 billion in 2024.", data)
    assert set(fixes(wrong)) == {"“8.2%” for “9.2%”", "“$683.8 billion” for “$638.8 billion”"}
    assert not held("Japan exported $607 billion in 2024. Car exports were $70 billion in 2024.", data).findings


def test_the_example_has_two_slips_and_the_rest_holds(capsys: pytest.CaptureFixture[str]) -> None:
    data = open_data(str(EXAMPLES / "exports.csv"))
    report = check_file(str(EXAMPLES / "exports.md"), data=data)
    assert [finding.message.split(" (")[0] for finding in report.findings] == [
        "The article has $8.18 billion; the data has $8.81 billion",
        "Tarn Valley is given as highest; by the data it ranks second of 7",
    ]
    assert sum(one.rule == "data-mismatch" for one in report.held) >= 15
    assert cli.main(["check", str(EXAMPLES / "exports.md"), "--data", str(EXAMPLES / "exports.csv")]) == 1
    out = capsys.readouterr().out
    assert f"in {EXAMPLES / 'exports.csv'}:" in out and "2 │ Harwick | 8621 | 8814 | 3.4" in out


def test_the_documentation_shows_what_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = EXAMPLES.parent / "docs" / "data.md"
    shown = page.read_text(encoding="utf-8").partition("--data examples/exports.csv\n")[2].partition("\nFrom")[0]
    monkeypatch.chdir(EXAMPLES.parent)
    cli.main(["check", "examples/exports.md", "--data", "examples/exports.csv"])
    printed = [line.strip() for line in capsys.readouterr().out.splitlines()]
    lines = [line.strip() for line in shown.splitlines() if line.strip()]
    assert lines == [line for line in printed if line][: len(lines)]


def test_the_json_report_gives_the_place_in_the_data(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["check", str(EXAMPLES / "exports.md"), "--data", str(EXAMPLES / "exports.csv"), "--format", "json"])
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    places = [span for finding in document["findings"] for span in finding["spans"] if span["file"]]
    assert {"8814", "Harwick", "3.9", "Kingsferry"} <= {span["text"] for span in places}
    assert {span["file"] for span in places} == {str(EXAMPLES / "exports.csv")}


def test_a_line_that_is_wrong_is_named(tmp_path: Path) -> None:
    for name, reason in (
        ("latin.csv", "line 2 is not in UTF-8"),
        ("long.csv", "line 3 has 3 cells, the header 2"),
        ("open.csv", "a quotation mark in line 3 is never closed"),
    ):
        (tmp_path / name).write_bytes(DAMAGED[name] or b"")
        with pytest.raises(UnreadableError, match=reason):
            open_data(str(tmp_path / name))


def test_unreadable_data_is_an_error_of_the_library(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        open_data(str(tmp_path / "missing.csv"))


def test_time_grows_no_faster_than_the_article(trade: list[DataTable]) -> None:
    text = "\n\n".join(TRUE)
    held(text, trade)
    times = []
    for size in (10, 40):
        began = time.perf_counter()
        held("\n\n".join([text] * size), trade)
        times.append(time.perf_counter() - began)
    assert times[1] < 4 * times[0] * 2


def test_a_small_table_is_read_as_a_source(tmp_path: Path) -> None:
    heads = ["Route", "Boardings 2023 (thousands)", "Boardings 2024 (thousands)", "Change (%)", "On time 2024 (%)"]
    rows: list[list[object]] = [
        ["Harbour", 2655, 2871, "8.1", "81.4"],
        ["Airport", 1588, 2034, "28.1", "88.9"],
        ["Crosstown", 1644, 1573, "-4.3", "72.8"],
        ["Total", 5887, 6478, "10.0", "81.0"],
    ]
    as_csv(tmp_path / "buses.csv", heads, rows)
    data = open_data(str(tmp_path / "buses.csv"))
    true = "The Airport line had 2.03 million boardings, up from 1.59 million a year earlier. Crosstown lost 4.3%. Parking costs $24."
    report = held(true, data)
    assert not report.findings and len(report.held) >= 3
    for right, wrong, kind in (
        ("1.59 million a year earlier", "2.03 million a year earlier", "misplaced"),
        ("lost 4.3%", "gained 4.3%", "direction"),
    ):
        (finding,) = held(true.replace(right, wrong), data).findings
        assert finding.rule == f"data-mismatch/{kind}"
