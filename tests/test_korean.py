"""Korean by the same house: figures read from words that carry their particles, and the checks over them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.article import Article
from factcheck.languages import detected, language, language_of
from factcheck.model import Clock, Mention, When
from factcheck.pipeline import check_text, read_article
from factcheck.read import read_text
from factcheck.segment import vocabulary


def read(text: str) -> Article:
    return read_article(read_text(f"{text} 라고 이 기사는 적었다"))


def only(text: str) -> Mention:
    (mention,) = read(text).mentions
    return mention


AMOUNTS = [
    ("1조2000억 원을", "money", 1_200_000_000_000, "KRW", ""),
    ("14억 400만 달러", "money", 1_404_000_000, "USD", ""),
    ("약 1조 9300억 원으로", "money", 1_930_000_000_000, "KRW", "about"),
    ("6천5백만 명이", "count", 65_000_000, "", ""),
    ("8만 2000TEU로", "count", 82_000, "", ""),
    ("1만 1780명이", "count", 11_780, "", ""),
    ("1만411명", "count", 10_411, "", ""),
    ("천만 원", "money", 10_000_000, "KRW", ""),
    ("65억여 원의", "money", 6_500_000_000, "KRW", "just-over"),
    ("10여 명이", "count", 10, "", "odd"),
    ("100만 명 이상이", "count", 1_000_000, "", "more"),
    ("50명 초과", "count", 50, "", "more"),
    ("3명 미만", "count", 3, "", "less"),
    ("1만 명 넘게", "count", 10_000, "", "more"),
    ("30%를 밑돌았다", "percent", Fraction(3, 10), "%", "less"),
    ("30명이 넘는", "count", 30, "", "more"),
    ("100만 명에 육박했다", "count", 1_000_000, "", "nearly"),
    ("160억 달러 안팎", "money", 16_000_000_000, "USD", "about"),
    ("3.25퍼센트가", "percent", Fraction(13, 400), "%", ""),
    ("28.7%포인트", "points", Fraction(287, 1000), "pp", ""),
    ("0.25%p", "points", Fraction(1, 400), "pp", ""),
    ("5퍼센트포인트를", "points", Fraction(1, 20), "pp", ""),
    ("3만 호주 달러", "money", 30_000, "AUD", ""),
    ("70유로에", "money", 70, "EUR", ""),
    ("$1,000를", "money", 1000, "USD", ""),
    ("126조원", "money", 126_000_000_000_000, "KRW", ""),
    ("84㎡는", "measure", 84, "square_meter", ""),
    ("약 25평", "measure", 25, "pyeong", "about"),
    ("1만kW에", "measure", 10_000, "kilowatt", ""),
    ("300㎞를", "measure", 300, "kilometer", ""),
    ("시속 90㎞로", "measure", 90, "kilometer_per_hour", ""),
    ("초속 20m의", "measure", 20, "meter_per_second", ""),
    ("일주일간", "duration", 7, "day", ""),
    ("일흔다섯의 나이로", "age", 75, "year", ""),
    ("두 배로", "multiple", 2, "x", ""),
    ("1.5배", "multiple", Fraction(3, 2), "x", ""),
    ("3분의 1이", "fraction", Fraction(1, 3), "%", ""),
    ("넷 중 하나", "fraction", Fraction(1, 4), "%", ""),
    ("열에 넷", "fraction", Fraction(2, 5), "%", ""),
    ("10명 중 3명꼴로", "fraction", Fraction(3, 10), "%", ""),
    ("절반이", "fraction", Fraction(1, 2), "%", ""),
    ("세 차례", "count", 3, "", ""),
    ("스무 명", "count", 20, "", ""),
    ("스물한 명", "count", 21, "", ""),
    ("예순두 곳", "count", 62, "", ""),
    ("사흘간", "duration", 3, "day", ""),
    ("나흘 만에", "duration", 4, "day", ""),
    ("3시간 20분", "duration", 200, "minute", ""),
    ("1년 6개월", "duration", 18, "month", ""),
    ("5년간", "duration", 5, "year", ""),
    ("100일", "duration", 100, "day", ""),
    ("58세로", "age", 58, "year", ""),
    ("박 모(58) 씨", "age", 58, "year", ""),
    ("(본명 박재상·48)", "age", 48, "year", ""),
    ("88페이지다", "count", 88, "", ""),
    ("두 번째", "ordinal", 2, "", ""),
    ("3분기", "ordinal", 3, "", ""),
]


@pytest.mark.parametrize("text, kind, value, unit, hedge", AMOUNTS, ids=[case[0] for case in AMOUNTS])
def test_amounts(text: str, kind: str, value: int | Fraction, unit: str, hedge: str) -> None:
    mention = only(text)
    assert mention.number is not None
    assert (mention.kind, mention.number.middle, mention.unit, mention.hedge) == (kind, value, unit, hedge)


def test_several_hundreds_are_two_to_nine_of_them() -> None:
    low, high = only("수천억 원").quantity.interval
    assert (low, high) == (200_000_000_000, 900_000_000_000)


def test_a_range_shares_its_scale() -> None:
    low, high = only("10~12만 명").quantity.interval
    assert 95_000 <= low <= 100_000 and 120_000 <= high <= 125_000


def test_zeros_behind_a_scale_may_be_rounding() -> None:
    assert only("1조2000억 원").rounded.interval == (1_150_000_000_000, 1_250_000_000_000)


@pytest.mark.parametrize(
    "text, noun", [("3명", "person"), ("620가구", "household"), ("241표", "vote"), ("네 곳", "place")]
)
def test_counters_name_what_is_counted(text: str, noun: str) -> None:
    assert only(text).noun == noun


@pytest.mark.parametrize(
    "text",
    [
        "제3호",
        "A330",
        "제84조",
        "101동",
        "061-555-0123",
        "6·25 전쟁",
        "22대 총선",
        "30대 여성",
        "2호선",
        "2016도14781",
        "2030 세대",
        "119",
        "1심",
        "1~5월",
    ],
)
def test_labels_count_nothing(text: str) -> None:
    assert {mention.kind for mention in read(text).mentions} == {"label"}


DATES = [
    ("2025년 8월 25일(월)", When(2025, 8, 25, 0)),
    ("8월 25일", When(month=8, day=25)),
    ("2024. 12. 14.", When(2024, 12, 14)),
    ("2024.12.14", When(2024, 12, 14)),
    ("25일(월요일)", When(day=25, weekday=0)),
    ("지난달 30일", When(day=30, shift="last", unit="month")),
    ("다음 달 16일(수)부터", When(day=16, weekday=2, shift="next", unit="month")),
    ("오는 17일", When(day=17, shift="next")),
    ("5월 4~6일", When(month=5, day=4, until=6)),
    ("지난해 5월", When(month=5, shift="last", unit="year")),
    ("내년 3월", When(month=3, shift="next", unit="year")),
    ("지난해", When(shift="last", unit="year")),
    ("이번 주", When(shift="this", unit="week")),
    ("월요일", When(weekday=0)),
    ("2018년", When(2018)),
    ("1990년대", When(1990, unit="decade")),
    ("그저께", When(shift="day before yesterday")),
    ("모레까지", When(shift="day after tomorrow")),
]


@pytest.mark.parametrize("text, when", DATES, ids=[text for text, _ in DATES])
def test_dates(text: str, when: When) -> None:
    assert only(text).when == when


@pytest.mark.parametrize(
    "text, clock",
    [
        ("오전 10시 30분", Clock(630)), ("오후 3시", Clock(900)), ("밤 11시 5분쯤", Clock(1385)),
        ("새벽 2시", Clock(120)), ("낮 12시", Clock(720)), ("정오", Clock(720)), ("14:30", Clock(870)),
        ("10시", Clock(600, exact=False)),
    ],
)  # fmt: skip
def test_times_of_day(text: str, clock: Clock) -> None:
    assert only(text).clock == clock


@pytest.mark.parametrize("text", ["영국시간 15일 오후 4시", "런던 15일 오후 4시", "영국 시각 오후 4시"])
def test_a_time_is_of_the_place_named_before_it_and_before_its_date(text: str) -> None:
    (clock,) = [mention.clock for mention in read(text).mentions if mention.clock]
    assert clock == Clock(960, "London")


def test_figures_stand_where_they_were_read() -> None:
    text = "수출액이 14억 400만 달러(약 1조 9300억 원)로 지난해 같은 달(12억 달러)보다 17% 증가했다."
    article = read_article(read_text(text))
    assert all(article.text(mention.span) == mention.text for mention in article.mentions)
    assert "".join(article.tokens.pieces) == article.document.text


def test_a_sign_of_money_is_read_from_its_own_line() -> None:
    article = read("매출 5%\n\n$2.1")
    assert [mention.text for mention in article.mentions] == ["5%", "$2.1"]


def test_a_particle_is_drawn_before_its_figure() -> None:
    letters = vocabulary()[0]
    drawn = read("12억 달러에서 14억 달러로 17% 늘었다").skeleton
    assert drawn.startswith(f"{letters['from']}M{letters['to']}MP{letters['rose']}")


def test_a_particle_behind_a_bracket_is_of_the_figure_before_it() -> None:
    article = read("12억 원(90만 달러)에서")
    assert [bool(mention.lead) for mention in article.mentions] == [True, False]


def test_words_are_known_by_their_english_meaning() -> None:
    article = read("전체의 40%가 늘었다")
    assert [article.word(place) for place in range(2)] == ["total", "of"]


LETTERS = "가나다라한두세네열만억조원명달러월일년시분%이상의 에서로보다12345.,()~-·TEU㎡\n"
SYLLABLES = st.text(st.sampled_from(LETTERS), max_size=60)


@given(SYLLABLES)
def test_any_text_is_cut_without_loss(text: str) -> None:
    tokens = language("ko").segment(text)
    assert "".join(tokens.pieces) == text
    assert len(tokens.pieces) == len(tokens.letters)
    mentions = language("ko").extract(tokens)
    assert all(one.last <= other.first for one, other in pairwise(mentions))


@given(st.integers(1, 9999), st.integers(1, 9999), st.integers(1, 9999))
def test_groups_add_up(great: int, middle: int, small: int) -> None:
    mention = only(f"{great}조{middle}억 {small}만 원")
    assert mention.number is not None
    assert mention.number.middle == great * 10**12 + middle * 10**8 + small * 10**4


def test_the_language_is_the_one_named_or_the_one_that_shows() -> None:
    assert detected("수출이 14억 달러로 늘었다.") == "ko"
    assert detected("Exports rose to $1.4 billion, said Lee (이) in Seoul.") == "en"
    assert language_of(read_text("---\nlang: ko-KR\n---\nABC 12")).code == "ko"
    with pytest.raises(ValueError, match="no language"):
        language("xx")


RELATIONS = [
    ("Right", "weekday-date", "2024-06-03", "세관은 오는 17일(월) 상세 통계를 공개한다."),
    ("Wrong", "weekday-date", "2023-04-27", "정당계약은 다음 달 16일(수)부터 18일까지 진행된다."),
    ("Right", "weekday-date", "2025-08-26", "8월 25일(월) 열린 회의에서 결정했다."),
    ("Wrong", "weekday-date", "2025-08-26", "8월 25일(화) 열린 회의에서 결정했다."),
    ("Right", "currency-conversion", "2024-06-03", "수출액은 14억 400만 달러(약 1조 9300억 원)다."),
    ("Wrong", "currency-conversion", "2024-06-03", "수출액은 14억 400만 달러(약 1930억 원)다."),
    ("Right", "unit-conversion", "", "전용면적 84㎡(약 25평)형이다."),
    ("Wrong", "unit-conversion", "", "전용면적 84㎡(약 35평)형이다."),
    ("Right", "percent-change", "", "수출액이 14억 400만 달러로 지난해 같은 달(12억 달러)보다 17% 증가했다."),
    ("Wrong", "percent-change", "", "수출이 14억 4000만 달러로 지난해 5월(12억 1000만 달러)보다 29% 늘었다."),
    ("Wrong", "percent-change", "", "가격이 1850만 원에서 2142만 원으로 25.8% 올랐다."),
    ("Right", "percent-change", "", "이익은 10억 원에서 8억 원으로 20% 줄었다."),
    ("Right", "percent-points", "", "비중은 21%에서 지난달 26%로 5%포인트 커졌다."),
    ("Wrong", "percent-points", "", "비중은 21%에서 지난달 26%로 8%포인트 커졌다."),
    ("Wrong", "percent-points", "", "기준금리를 3.5%에서 3.25%로 0.25% 내렸다."),
    ("Right", "percent-points", "", "계약률은 평균 68.5%로, 2021년(97.2%)보다 28.7%포인트 낮았다."),
    ("Right", "difference", "", "관객은 120명에서 140명으로 20명 늘었다."),
    ("Wrong", "difference", "", "관객은 120명에서 140명으로 30명 늘었다."),
    ("Right", "percent-points", "", "저수율은 16.8%를 기록했다. 전날(17.4%)보다 0.6%포인트 떨어졌다."),
    ("Wrong", "percent-points", "", "저수율은 16.8%를 기록했다. 전날(17.4%)보다 1.6%포인트 떨어졌다."),
    ("Right", "percent-change", "", "등록 포기자는 144명으로 집계됐다. 작년 103명보다 39.8% 늘어난 수치다."),
    ("Skip", "percent-change", "", "등록 포기자는 144명으로 집계됐다. 합격자는 작년 103명보다 19.8% 늘었다."),
    ("Right", "rate", "", "620가구 모집에 1만 1780명이 신청해 평균 19대 1의 경쟁률을 보였다."),
    ("Wrong", "rate", "", "620가구 모집에 1만 1780명이 신청해 평균 29대 1의 경쟁률을 보였다."),
    ("Right", "rate", "", "85가구를 뽑는 데 4420명이 접수해 52대 1을 기록했다."),
    ("Skip", "rate", "", "관중 3000명 앞에서 선수 11명이 3대 1로 이겼다."),
    ("Right", "order", "", "비중은 51%에서 48%로 줄었다."),
    ("Wrong", "order", "", "비중은 51%에서 48%로 늘었다."),
    ("Wrong", "order", "", "관객은 120명에서 140명으로 감소했다."),
    ("Wrong", "percent-change", "", "값은 5200원으로 한 달 전 4000원에 견줘 20% 뛰었다."),
    ("Skip", "percent-change", "", "작년 80명이던 지원자가 104명이 됐다. 서울에서는 60% 늘어난 셈이라는 말이 나온다."),
    ("Wrong", "percent-change", "", "적발은 690건이다. 한 해 전에는 920건이었으니 1년 만에 35% 감소했다."),
    ("Right", "percent-change", "", "적발은 690건이다. 한 해 전에는 920건이었으니 1년 만에 25% 감소했다."),
    ("Skip", "share", "", "여성 직원 80명 중 20명이 관리직이다. 남성은 관리직 비율이 45%였다."),
    ("Wrong", "share", "", "이 마을에는 주민 1500명이 산다. 전체의 40%인 750명이 노인이다."),
    ("Skip", "share", "", "주민 400명 중 260명이 서명했다. 지난해 이 지역의 투표율은 58%였다."),
    ("Wrong", "part-whole", "", "체육관 건립비 90억원 가운데 45억원은 국비, 25억원은 도비이고 나머지 30억원은 군비다."),
    ("Skip", "part-whole", "", "3명이 숨지고 10명이 다쳤다. 경찰은 사상자 2명의 신원을 확인하고 있다."),
    ("Skip", "duration", "", "2010년 결혼해 2015년까지 3년 동안 런던에 살았다."),
    ("Skip", "duration", "", "5월 3일부터 매주 이틀간 강의한다."),
    ("Wrong", "duration", "", "2014년 3월부터 2029년 2월까지 야구장을 빌려 쓰는 20년짜리 계약이다."),
    ("Right", "time-zone", "2025-07-15", "결승전은 한국시간 14일 오전 4시(런던 13일 오후 8시) 열렸다."),
    ("Skip", "list-count", "", "선수단은 축구, 배구, 농구 등 5개 종목에 나간다."),
    ("Skip", "list-count", "", "그는 두 가지를 강조했다. 지금은 서두를 때가 아니다."),
    ("Wrong", "sport", "", "서울은 9승4무2패(승점 30)로 선두다."),
    ("Right", "rate", "", "250명에게 10만원씩 총 2500만원을 준다."),
    ("Right", "multiple", "", "가격이 200만 원에서 400만 원으로 두 배로 올랐다."),
    ("Wrong", "figure-conflict", "", "서리가 농가 412곳을 덮쳤다. 시는 피해를 본 421농가에 농약대를 준다."),
    ("Right", "figure-conflict", "", "서리가 농가 412곳을 덮쳤다. 시는 피해를 본 412농가에 농약대를 준다."),
    ("Wrong", "figure-conflict", "", "해경은 낚싯배의 승선원 19명을 구했다. 배에 타고 있던 16명은 구명조끼를 입었다."),
    ("Skip", "figure-conflict", "", "사망자가 18명으로 집계됐다. 경남에서만 11명이 숨졌다."),
    ("Skip", "figure-conflict", "", "곤충 2145종과 식물 1245종이 산다. 이웃 섬에는 식물 1425종이 산다."),
    ("Wrong", "duration", "2025-04-07", "무대를 떠난 지 12년 만에 가수가 돌아왔다. 그는 2015년 팬들 곁을 떠난 지 20년 만인 이날 울었다."),
    ("Skip", "duration", "2025-10-27", "손실은 120억 원이다. 회사는 위기다. 1998년 문을 연 지 15년 만에 흑자를 냈었다."),
    ("Skip", "age", "2025-05-05", "1940년 문을 연 이 학교는 지금 김 교장이 12년째 운영하고 있다."),
    ("Wrong", "age", "2025-05-05", "1940년 문을 연 설렁탕집이 75년째 같은 자리를 지키고 있다."),
    ("Wrong", "age", "2025-07-10", "가수 박 씨가 9일 별세했다. 향년 60세. 1955년 3월 부산에서 난 그는 열아홉에 데뷔했다."),
    ("Skip", "percent-change", "2025-08-11", "지난해 이사한 사람은 628만 명으로 2023년보다 2.5% 늘었지만 2014년의 763만 명에 못 미친다."),
    ("Skip", "difference", "", "서울에서는 4만5000명이 빠져나갔고 경기에는 6만4000명, 인천에는 2만6000명이 들어왔다."),
    ("Skip", "magnitude", "", "시즌 15승 13패로 승률 0.536을 기록했다. 3연전을 2승 1패로 마쳤다."),
    ("Wrong", "unit-conversion", "", "허리케인은 시속 160마일(275㎞)의 바람을 몰고 왔다."),
    ("Right", "unit-conversion", "", "허리케인은 시속 160마일(257㎞)의 바람을 몰고 왔다."),
    ("Right", "name-variant", "", "정은혁 선수와 정은혜 선수는 남매다. 정은혁 선수는 활을, 정은혜 선수는 총을 쏜다."),
    ("Wrong", "name-variant", "", "정은혁 외교부 차관이 왔다. 정 차관은 웃었다. 중국은 정은혜 차관의 방문을 청했다."),
]  # fmt: skip


@pytest.mark.parametrize("label, rule, day, text", RELATIONS, ids=[f"{case[1]}: {case[3][:30]}" for case in RELATIONS])
def test_relations(label: str, rule: str, day: str, text: str) -> None:
    report = check_text(text, published=date.fromisoformat(day) if day else None, select=frozenset({rule}))
    assert (bool(report.findings), bool(report.held)) == (label == "Wrong", label == "Right")


ARTICLE = (
    "# 요금 26% 올라 / 택시 요금은 3800원에서 4800원으로 오른다. 인상률은 26%다. 시민 1250명에게 물었더니 600명(48%)이 반대했다. "
    "이보다 60% 많은 960명은 찬성했다. 두 정당의 격차는 6%포인트 차"
)


@pytest.mark.parametrize("length", range(20, len(ARTICLE), 3))
def test_a_text_may_break_off_anywhere(length: int) -> None:
    assert not check_text(ARTICLE[:length].replace(" / ", "\n\n"), select=frozenset({"difference", "age"})).findings
