"""An article against what it was written from: a press release, the original of a translation, a report."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article
from factcheck.check import check
from factcheck.model import Relation


@check("source-mismatch", says="{stated} in the article is {implied} in the source.")
def source_mismatch(article: Article) -> Iterator[Relation]:
    """Every figure, date, weekday, time and name of an article must be that of the documents it was written from.

    Figures are matched by value, within the article's rounding, and by what they count; figures worked out from the
    source's hold too, and times in another zone.  Korean names may be spelt in any usual way.  A figure that has no like
    in the source is a note, one said by somebody else is left alone, and so is all that the source does not speak of.

    Wrong: Veltra followed [1,248] patients in 14 countries.  <=  Veltra randomised 1,284 patients in 14 countries.
    Wrong: Hanbit will invest [38 billion won] in Changwon.  <=  한빛은 창원에 3800억원을 투자한다.
    Wrong: The margin of Calder slid [2.9 percent] to 12.3%.  <=  The margin of Calder slid 2.9 points to 12.3%.
    Wrong: The plan of [Kim Min-sik] costs $42 million.  <=  김민석 대표의 계획에는 4200만달러가 든다.
    Wrong: (2024-05-13) Talks at Ardnish begin at [3 a.m.] on Tuesday.  <=  Talks at Ardnish begin at 3 p.m. on Tuesday.
    Wrong: Calder's sales in Europe jumped [41.3%] to $54 million.  <=  Calder's sales in Europe rose 63.4% to $54 million, and 41.3% to $118 million in Asia.
    Wrong: The judge fined the firm [$312,400] and set damages to the county at $185,000.  <=  The firm was ordered to pay a fine of $185,000 and damages of $312,400 to the county.
    Wrong: In wet years the catch dropped by 29% to [0.58 tonnes].  <=  Boats caught 0.58 tonnes in dry years and 0.41 tonnes in wet years, a fall of 29%.
    Right: Bad loans now amount to 0.62% of the total.  <=  Loans in default made up 0.62 per cent of lending (0.48 per cent).
    Right: (2024-06-11) It opens at 10 a.m. on Sunday.  <=  From 1 June it opens at 10 a.m. on Saturday and on Sunday.
    Right: Net debt fell to £14.6 million.  <=  Net debt: £14.6 million (2023: £12.9 million; June 2024: £18.2 million).
    Right: The mean wait was 31 minutes, while at night it was 44.  <=  Average wait 31 minutes. At night: 44 minutes (2023: 41).
    Right: Sales rose to $1.5 billion.  <=  Sales were $1,460 million.
    Right: (2024-05-13) The talks in New York begin at 2 a.m. EDT.  <=  뉴욕 회담은 오후 3시에 시작된다.
    Right: Attendance rose by 15,772 to 148,312.  <=  Attendance was 148,312 in 2023 and 132,540 in 2022.
    Right: (2025-10-24) The four ships are to be handed over between March and November 2028.  <=  선박 4척은 2028년 3월부터 11월까지 차례로 인도된다.
    Right: Families pay 1.08 million won for a stay at the centre.  <=  산후조리원 이용료는 154만 원으로 민간 평균(308만 원)의 절반이며 다자녀 가구는 30% 감면받는다.
    Right: New mats raised the survival rate by 17 percentage points, to 43%.  <=  With the new mats 43% of the shoots were alive after three years, compared with 26% for planting by hand. The meadows lost 17.0% of their area.
    Right: Verdana grew 2.41 million tonnes of wheat.  <=  | Province | Area (1,000 ha) | Production (1,000 t) | / |---|---|---| / | Verdana | 398 | 2,408 | / | Osmar | 301 | 1,126 |
    Wrong: He spent [£640,000] on a house, which he did up, and £1.82m on cars.  <=  He spent £1.82 million on a house and its renovation, £640,000 on cars.
    Right: The wheels met the ground 1,040 metres on, 140 metres beyond the zone of 300 to 900.  <=  The jet landed 1,040 m along the runway. The zone for it is 300-900 m.
    Right: (2026-09-16) Korea will lift aid by 45% to $90 million by 2028, from $62 million in 2025, the foreign ministry said, as it prepares to host 14 leaders in Busan next Monday and Tuesday.  <=  Statement of the Ministry of Foreign Affairs, 14 September 2026. The 9th Summit will take place in Busan on 21-22 September. Leaders of 14 countries will attend, among them 11 presidents. Korea will raise its aid to the region from $62 million in 2025 to $90 million in 2028.
    Skip:  The bridge was closed.  <=  The bridge is 40 metres long.
    """
    if not article.companions:
        return
    from factcheck.companions.relations import of_name, relation
    from factcheck.companions.verdicts import compared, names, verdicts

    comparisons = compared(article, article.companions)
    for verdict in verdicts(comparisons):
        yield relation(verdict, "source")
    for spelling in names(comparisons):
        yield of_name(spelling)
