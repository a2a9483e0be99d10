"""Which language an article is in, and what is said of one that is not read."""

from __future__ import annotations

import pytest

from factcheck import check_text
from factcheck.model import Report
from factcheck.read import read_text

NOT_READ = {"text in neither English nor Korean": 1}
GERMAN = (
    "Der Gewinn der Bank stieg um 14 Prozent von 2,1 auf 2,6 Milliarden Euro. Das teilte der Vorstand am Montag mit; "
    "die Aktie von Gerlach & Söhne ist seit Jahren nicht so teuer gewesen. Gerlach und Sohn wird im März 90."
)
FRENCH = (
    "Le chiffre d'affaires est passé de 2,1 à 2,6 milliards d'euros, soit une hausse de 14 % sur un an. La direction, "
    "qui avait promis 20 % dans la presse, parle d'une année « pas comme les autres » pour les 12 000 salariés du groupe."
)
INDONESIAN = (
    "Laba perusahaan naik 14 persen dari 2,1 miliar menjadi 2,6 miliar, kata direktur pada hari Senin. Ini tidak sama "
    "dengan angka yang disebut dalam laporan untuk tahun lalu, yaitu 2,3 miliar dari 12 cabang di Jawa dan Bali."
)
RUSSIAN = (
    "Выручка компании выросла на 14% с 2,1 до 2,6 млрд рублей, сообщили журналистам в понедельник, 3 мая 2021 года."
)
JAPANESE = "同社の売上高は前年の2100億円から2600億円へ14％増えた。社長は25日、記者団に「想定以上だ」と述べた。従業員は3万人に上るという。"
ENGLISH = "Profit rose 14% from $2.1 billion to $2.6 billion."


def wrong(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


@pytest.mark.parametrize("text", [GERMAN, FRENCH, INDONESIAN, RUSSIAN, JAPANESE])
def test_text_in_another_language_is_not_judged_by_the_words_of_english(text: str) -> None:
    report = check_text(text)
    assert (report.claims, report.findings, report.held, report.unproven) == (0, [], [], NOT_READ)


def test_a_table_in_another_language_is_left_alone() -> None:
    table = "---\nlang: de\n---\nDie Zahlen\n\n| Jahr | Euro |\n|---|---|\n| 2023 | 1.234 |\n| 2024 | 2.234 |\n| Summe | 3.500 |\n"
    assert check_text(table).unproven == NOT_READ


def test_english_is_read_whatever_language_a_template_names() -> None:
    prose = f"{ENGLISH} That was the best year of the company since it was founded in the town by the two brothers."
    assert wrong(check_text(f"---\nlang: es-ES\n---\n{prose}\n")) == ["percent-change"]


@pytest.mark.parametrize("lang", ["en", "en-GB", "eng", "English"])
def test_a_file_that_names_english_is_read_as_english(lang: str) -> None:
    assert wrong(check_text(f"---\nlang: {lang}\n---\n{ENGLISH}\n")) == ["percent-change"]


def test_foreign_words_in_english_copy_leave_it_english() -> None:
    quoted = (
        f"“Le monde est à nous, et les prix ne sont pas à la hausse,” said the mayor of Saint-Jean-sur-Mer. {ENGLISH}"
    )
    assert wrong(check_text(quoted)) == ["percent-change"]


def test_a_source_in_another_language_tells_nothing_of_an_article() -> None:
    report = check_text(
        "Profit rose to 2.6 billion euros from 2.1 billion.", companions=[read_text(GERMAN, "quelle.md")]
    )
    assert report.findings == []
    assert report.unproven["a source in neither English nor Korean"] == 1
