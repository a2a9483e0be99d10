"""Lengths of time beside the dates, years or times of day that they run between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import reduce
from itertools import chain
from operator import sub

from factcheck import shown
from factcheck.article import BIT, Article, Said, Sentence
from factcheck.check import check
from factcheck.dates import Days
from factcheck.link.time.acted import ANOTHER, of_acts, timed
from factcheck.link.time.bounded import bounded
from factcheck.link.time.counted import counted_times
from factcheck.link.time.courses import courses, goes_on
from factcheck.link.time.elapsing import near_by
from factcheck.link.time.events import acts, families
from factcheck.link.time.firstin import first_in
from factcheck.link.time.journeys import journeys
from factcheck.link.time.looseends import loose_ends
from factcheck.link.time.onlytimes import only_times
from factcheck.link.time.parted import parted
from factcheck.link.time.parting import parting
from factcheck.link.time.reckoned import reckoned
from factcheck.link.time.sincethen import since_then
from factcheck.link.time.sofar import Lasting, records, so_far, to_publication
from factcheck.link.time.spanned import spanned
from factcheck.link.time.spells import HAS_TIME, anchored, implied, stretches, tied, time_between
from factcheck.link.time.stoppages import in_unit, lost_between, paused
from factcheck.link.time.timetables import lengths
from factcheck.model import Mention, Relation, holding
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.restyle import restyled
from factcheck.segment import STOPS

TAKING_UP = frozenset({"it", "this", "that", "all", "they"})
MAKING = {"that", "this", "all", "is", "was", "'s", "’s", "makes", "made"}
"""All that stands before a length that sums up the sentence before: "Eight hours!", "That makes eight hours."."""
LATER = "{end:clock} (DETERMINER SAME PERIOD)? ,? or? {length:duration} after|before"
WITHIN_REACH = 200
"""So many tokens may part two times."""


@check("duration", says="{working} is {implied}, not {stated}.", far=5)
def duration(article: Article) -> Iterator[Relation]:
    """A length of time must fit the dates, years or times of day that it runs between.

    The last day may be counted or left out, and a year named without a month is good to a year.

    Wrong: The [six-day] trip from Aug. 23 to 27 took in four cities.  =>  4 to 5 days
    Wrong: He ran the mill for [12 years], from 1998 to 2015.  =>  1998 to 2015
    Wrong: Roe, whose [21 years] on the podium, from 1961 to 1979, were stormy, is dead.
    Right: Roe, whose 18 years on the podium, from 1961 to 1979, were stormy, is dead.
    Wrong: The siege lasted from March 2 to May 20, or [49 days].
    Wrong: Roe spent [11 years] in prison, from 2001 to 2014.
    Wrong: The strike lasted [12 weeks], from July 9 until Sept. 17.  =>  10 weeks
    Wrong: The [90-minute] programme, 7 to 8 p.m., was cut.  =>  7 to 8 p.m.
    Wrong: (2025-08-25) She has led it for [22 years], since 1994.  =>  1994
    Wrong: (2023-02-02) The next decision is due on March 23, [nine weeks] away.  =>  March 23
    Wrong: In 1974 she took over. She handed on the baton in 2001. In her [31 years] in charge it grew.
    Wrong: It closed in 2019, [64 years] after it opened in 1965.
    Wrong: The [five-day] market runs from Friday to Sunday.  =>  Friday to Sunday
    Wrong: The train left at 9:15 a.m. and pulled in [three and a half hours] later, at 11:45.
    Wrong: He is due home on Thursday, Aug. 28, ending a [five-day] trip that began on Saturday, Aug. 22.
    Wrong: The hearing had begun at 2:05 p.m. It ended at 5:47 p.m. after [three hours and 12 minutes].
    Wrong: Liftoff came at 9:47 p.m. It was released at 10:52 p.m., [55 minutes] after leaving Virginia.
    Wrong: (2020-06-10) Ilse Brandt, who was sworn in on March 2, 2015, has governed for [four years and three months].  =>  March 2, 2015
    Wrong: The first letter came on 4 May 2011 and the last on 9 June 2014. In the [two years and one month] between them he paid.
    Wrong: The storms struck on 3 May and 17 May, [four weeks] apart.  =>  3 May to 17 May
    Wrong: The doors opened at 9 a.m. and the vote came at 10:20 p.m., [12 hours and 20 minutes] later.  =>  9 a.m. to 10:20 p.m.
    Wrong: (2020-06-10) They have not won it since May 2002, a wait of [28 years].  =>  May 2002
    Wrong: (2020-06-10) He fell ill in 2009 and has worked on in the [21 years] since.  =>  2009
    Wrong: The siege, from 3 May to 7 July 1990, lasted [95 days].
    Wrong: (2022-03-21) The mill closed in 1957, [56 years] ago.  =>  1957
    Wrong: Between 4 May 2010, when he joined, and 9 June 2014, when he fled, he robbed it. It was a fraud lasting [six and a half years].
    Wrong: He married Ann Orr in 1960, and for the [52 years] until her death in 2004 she kept the books.  =>  1960 to 2004
    Wrong: Orr was sworn in on May 4, 1971. She stayed for [31 years], through two wars, until her retirement in 1992.
    Wrong: It leaves at 7:25 a.m. and gets into Ely at 1:10 p.m., a ride of [four hours and 45 minutes].  =>  7:25 a.m. to 1:10 p.m.
    Wrong: (2024-03-11) The first boat sank on Dec. 3. In the [68 days] that separated that day from Feb. 20 they built a second.
    Wrong: The trial opened on 2 May 2022 and ended on 9 June 2022 after [eight weeks].  =>  2 May 2022 to 9 June 2022
    Wrong: He was jailed in June 2010 and freed in June 2018, having served [ten years].
    Wrong: The shop, which opened in 1920, closed in 1999, a run of [89 years].  =>  1920 to 1999
    Wrong: The weir was begun in May 1902 and finished in May 1906. Those [six years] broke the firm.
    Wrong: She ran the guild, having been chosen in 1981 and voted out in 1990, a reign of [19 years].
    Wrong: The pit opened in 1911 and was sold in 1934. Its [33-year] run made three fortunes.  =>  1911 to 1934
    Wrong: Work on the weir started in April 2016 and was finished in October 2018, after [three and a half years].
    Wrong: The pair, who met in 1962 and married in 1969, had waited [nine years].
    Wrong: The lights failed at 6.15pm and were not back until 11.45pm, leaving the street dark for [four hours].
    Wrong: The probe, launched in 2004, fell silent in 2019 after [20 years] in orbit.
    Wrong: In 1971 the boat sank; in 1995, [34 years] on, divers found the bell.
    Wrong: The inn opened in 1820 and shut in 2020, [two and a half centuries] later.
    Wrong: The paper first appeared in 1953. It folded in 1998 after [35 years].
    Wrong: The theatre, dark for [27 years] after a fire in 1998, reopened in 2015.
    Wrong: She was head for [27 years], retiring in 2015 after her appointment in 1998.
    Wrong: The king reigned for [27 years]. He was crowned in 1998 and abdicated in 2015.
    Wrong: Her [24-day] ordeal, which began on 3 May, was over on 17 May.
    Wrong: The debate started at 10 a.m. and finished at 3 p.m. after [seven hours].
    Wrong: (2023-11-24) It was their first title in [12 years]: they last won it in 2001.
    Right: (2023-11-24) The bank cut rates for the first time in three years. Its last cut, of a quarter-point, came in November 2020.
    Skip: (2023-11-24) It was their first away win in two years. Their last win was in October 2023.
    Skip: (2023-11-24) They won away for the first time in two years. They last won at this ground in 1992.
    Wrong: Between 4 March 2011 and 22 September 2016, a period of a little more than [six years], she took the money.
    Right: The king reigned for 17 years. He was crowned in 1998 and abdicated in 2015.
    Wrong: "I spent [29 years] under that roof," said Roe. She came to the farm in 1962 and left it in 1981.
    Right: Roe put the shop up for sale in 2011. He had opened it in 1984. After 27 years at the till, he said, he was tired.
    Skip: Roe opened the shop in 1984. He sold it in 2011 after 17 years of losses.
    Skip: Roe came to Ely in 1984. He left it in 2011 with 40 years of pay to come. He had a lease of 37 years.
    Wrong: (2024-06-10) | Stage | Start | Finish | Days | / |---|---|---|---| / | A | Aug. 3 | Aug. 7 | 5 | / | B | Aug. 10 | Aug. 21 | [22] |
    Wrong: It stood in the yard from 6.10pm until [ten minutes past nine]; all waited for [four hours].
    Wrong: Roe held the seat for [29 years]: he won it in 1980 and lost it in 1999.
    Wrong: In 1951 they opened an inn. They kept it for [49 years], until they retired in 1990.
    Wrong: (2024-05-02) The kiln, opened in 1954, will close next month after [60 years].
    Wrong: (2024-05-02) Roe has run the shop since 1998, when his father died; that makes [36 years].
    Wrong: The lights went out at 6.12pm and came back at 7.40pm; the town was dark for [an hour and 58 minutes].
    Right: The judges rose at 4.30pm, having sat since 10am, a sitting of six and a half hours.
    Right: (2017-05-22) They began asking in 1992, a quarter of a century ago.
    Skip: It left at 19:40 Polish time and was due at 05:55 Lithuanian time, after nine hours and a quarter. It came at 11:25.
    Wrong: (2023-11-17) The [six-day] swing began when she landed in Rome on Nov. 13, and closes on Nov. 21.
    Wrong: Doors were open between 9 in the morning and 5 in the afternoon. [Six hours]!  =>  8 hours
    Right: (2025-10-07) 수출은 작년 2월부터 20개월째 늘었다.
    Skip: Built between 1911 and 1914, the pier was closed for six years during the war.
    Skip: (2023-06-01) The order is turned about, as it has been in all but two years since 2005.
    Skip: The two walked out at ten past two and shook hands at 6:01 p.m., a downpour having held them up for 40 minutes.
    Skip: It left on time at 9:48 p.m. and was due at 7:26, a run of 10 hours and 38 minutes, as clocks there are an hour behind. It came at 1:05 p.m.
    Right: It left at 9:48 p.m. It was due at 7:26 the next morning, a run of nine hours and 38 minutes. It pulled in at 1:05 p.m.
    Skip: The final began at 2.40pm and ended at 7.42pm: rain stopped play for 38 minutes.
    Skip: (2025-03-20) It has grown for the past five years: the town spent £2m in 2022 and £3m in 2024.
    Wrong: The lease, signed in 2014 for [35 years], runs out in 2039.
    Wrong: The licence, good for [35 years], was granted in 2014. It expires in 2039.
    Wrong: Elected in 2014 to a [four-year] term, he leaves office in 2020.
    Right: The bond, issued in 2014, has a life of 25 years and matures in 2039.
    Skip: Jailed in 2014 for 12 years, he was released in 2021.
    Wrong: (2024-06-10) The mill has stood empty for [35 years], ever since it closed in 1999.
    Wrong: (2024-06-10) The museum opened in 1999. In the [35 years] since, it has had no thefts.
    Wrong: (2024-06-10) The club has not won the cup for [35 years], its last victory coming in 1999.
    Right: (2024-06-10) The mill closed in 1999 and has stood empty for 25 years.
    Skip: (2024-06-10) He was elected in 1999 and has been chairman for three years.
    Skip: (2024-06-10) He spoke in 2021. The firm has been under sanctions for 10 years, and it lives.
    Wrong: (2024-01-15) It leaves London at 10 a.m. and lands in New York at 1 p.m., a flight of [six hours].
    Wrong: (2024-01-15) Her flight left London at 10 a.m. and landed in New York at 1 p.m. local time, [three hours] later.
    Right: (2024-01-15) The train leaves London at 9 a.m. and reaches Paris at 12.20 p.m., two hours and 20 minutes later.
    Skip: Founded in 1990 and closed in 2010, the club had a 12-year unbeaten run.
    Skip: The bridge, opened in 1950 and closed in 1990, took three years to build.
    Skip: The war began in 1914 and ended in 1918. Its final battle lasted two years.
    Wrong: (2024-05-01) The report came out on 10 May and [six days] later, on 13 May, he resigned.
    Skip: He spoke about a period of fifty years beginning with Roe, who was mayor from 1961 through 1963.
    Skip: Roe's seven-decade career made him rich. He got a prize in 1984 and was among the first to be honoured in 1986.
    Skip: She joined the bank in 1990 and left in 2010 after six years in Paris.
    Skip: He was born in 1953 and left in 1998 after 35 years.
    Wrong: Play resumed at 4.05pm after rain had stopped it at 2.50pm. That [55-minute] delay saved Kent.
    Wrong: Orr fell ill in May 1990. Her farewell was in May 2024, and the [43 years] in between she spent at the bank.
    Wrong: The jury went out at 10.20am and came back at 1.50pm - [two and a half hours] of silence.
    Wrong: The lender fell in September 2008, [18 years] before it was wound up in September 2024.
    Wrong: They were seized on 12 January. On 26 January, [three weeks] on, one walked free.
    Wrong: The ban came in 1986 and went in 2003. For [27 years] it had kept the pubs shut on Sundays.
    Wrong: The fair opened in 1958 and closed in 1966: it had lasted [18 years].
    Right: They wed in 1962. He died in 1998, after 36 years of marriage; his brother, a monk, died in 2011.
    Skip: (2024-05-13) It was their third win, after those of 1956 and 1988, a wait of 36 years.
    Skip: Orr was jailed in 2016 and freed in 2021. He had run the fair for eight years.
    Skip: He was made partner in 2004. He left in 2011, and three years later he was dead.
    Skip: It was sold in 1993. Five years later it was known abroad, and in 2001 it was sold again.
    Skip: The mill opened in 1950 and closed in 2000, leaving the town poor for ten years.
    Right: The rig came in 1961 and went in 1973. In those 12 years it struck oil once.
    Skip: The rig came in 1961 and went in 1973. He worked on it for five years. Those five years made him.
    Skip: He joined in 2005, two years after the firm was listed, and steps down on May 22.
    Right: (2023-05-10) The vote was on May 3. In the 12 days that separated it from the coup on April 21 he said nothing.
    Right: He married Ann Orr in 1960, and for the 44 years until her death in 2004 she kept the books.
    Right: (2022-03-21) The mill closed 65 years ago, in 1957.
    Right: It went dark at 9:40 p.m. on Friday. It was not back until 3:10 a.m. on Sunday, 29 and a half hours later.
    Right: (2020-06-10) The well was sealed on 2 May 2020. By then the town had drunk from it for 168 days. It was dug on 16 November 2019.
    Right: The engine cut out at 9:25:40, one minute and 15 seconds after it was lit at 9:24:25.
    Right: (2020-06-10) Ilse Brandt, who was sworn in on March 2, 2015, has governed for five years and three months.
    Right: (2020-06-10) The firm, set up in a shed in 2009, made its first profit in its 11 years.
    Right: The strike began on 3 May and was called off on 9 July, nine weeks later.
    Right: (2020-06-10) The couple wed in 1970 and have been married for 50 years.
    Right: The six-day trip from Aug. 23 to 28 took in four cities.
    Right: They had a five-hour debate. It began at 6.30pm and did not break up until nearly 11.30pm.
    Right: He is due home on Thursday, Aug. 28, ending a six-day trip that began on Saturday, Aug. 23.
    Right: The gates open at 5:45, or 80 minutes before the first pitch at 7:05 p.m.
    Right: They wed in June 1949; the marriage lasted 55 years, until his death in November 2004.
    Right: The 10-day festival will run from 3 to 12 May, and the three-day market from Friday to Sunday.
    Right: It closed in 2019, 54 years after it opened in 1965.
    Right: (2021-03-11) Ten years after the 2011 earthquake the town is empty.
    Right: The train left at 9:15 a.m. and pulled in two and a half hours later, at 11:45.
    Right: (2023-02-02) The next decision is due on Thursday, March 23, seven weeks away.
    Right: In 1974 she took over. She handed on the baton in 2001. In her 27 years in charge it grew.
    Right: (2022-07-20) It beat a 19-year-old heat record, set in August 2003.
    Right: The choir sang from 7:30 p.m. to 10:05 p.m.; less the 20 minutes of the interval, it sang for 2 hours 15.
    Right: (2024-06-03) The mill was sold in March 2012 and burned down four years later, in April.
    Right: (2022-11-10) Ann Orr was born on 3 May 1970. She has served 120 days of the term that began on July 13.
    Skip: The shop opened in 1920 and closed in 1999 after three years of losses.
    Skip: Between 3 May 2010, when it opened, and 4 June 2012, when it shut, it lost money. The strike lasted two weeks.
    Skip: (2023-05-10) It has been three years since the team that won in 1998 last played.
    Skip: He married Ann Orr in 1960, and for the 11 years until her death in 2004 she was blind.
    Wrong: It leaves Leeds at 8 a.m. and gets into Ely at 10:10 a.m., a flight of [two hours and 17 minutes].
    Right: The sleeper leaves at 17:35 and gets to Hamburg at 6:31 the next morning, 12 hours and 56 minutes later.
    Skip: (2025-05-20) On May 20, 2025, it was told that in 2009, nine years before the last was harmed, they knew.
    Right: (2024-01-15) It leaves Oslo at 8 a.m. and gets into New York at 10 a.m., a flight of eight hours.
    Skip: The move to a 15-year low came in April. It had been in force since 1995 for some, and the next 15 years will tell.
    Skip: He was sentenced to five years for fraud from 2001 to 2009.
    Right: (2024-10-01) She landed in Seoul at 6:25 a.m. on Tuesday after leaving Prague at 12:40 p.m. on Monday (7:40 p.m. in Seoul), a flight of 10 hours and 45 minutes.
    Skip: (2025-08-25) The flight took 13 hours, from 9 a.m. in Seoul (8 p.m. the evening before in Washington).
    Right: (2024-10-01) She landed in Seoul at 6:25 a.m. on Tuesday after leaving Prague at 12:40 p.m. on Monday, a flight of 10 hours and 45 minutes.
    Skip: He was paid for 126 hours. The stop began at 11:52 p.m. It ended at 12:17 a.m.
    Skip: (2020-06-10) Elected in 2010, Lena Orr has led the committee for three years and has run marathons for 20 years.
    Skip: Doors open at 7 p.m. It ends at 11 p.m. after two 30-minute sets.
    Skip: After a period of seven months the young are born, in May-July.
    Skip: The rule of 1815 stands, kept by a later treaty for the term of ten years from October 20, 1818.
    Skip: A count is due in every term of ten years, and the last began in August of the year 1820.
    Skip: He has used it since 1985 and the other since 1995. "17 years is a long time," he said.
    Skip: He was convicted in November 2013. He lost an appeal in May, but his 10-year minimum term was cut.
    Skip: In February they marched. The vote will be held in August. She was alone during the three-month ordeal.
    Skip: The judge chosen in 1872 for a term of four years, and the clerk, also chosen in 1872, gave up.
    Skip: (2017-08-16) He joined the board in 2005, two years after the firm listed, and steps down on Friday, Sept. 22.
    Wrong: (2024-09-27) Dockers went back to work on Thursday. / They had walked out on September 9. The stoppage, which lasted [27 days], was costly.
    Wrong: (2025-11-14) It ended at 11:20 a.m. on Thursday. / She had begun at 5:05 p.m. the day before. Her [16 hours and 15 minutes] broke a record of 17 hours and 12 minutes.
    Wrong: (2025-01-24) The dam, begun in 2009 and finished last year, is full. / It leaked on Sunday. / The [25 years] of building cost £2bn.
    Wrong: (2025-02-21) It opened on 4 March 2019 and the verdict came on 20 February 2025. / That it took almost [eight years] was his fault.
    Wrong: The power failed at 11.33 in the morning and came back at 9.48 that night. / The outage lasted [eight and a quarter hours].
    Wrong: (2025-05-30) Roe was suspended on April 1. / His suspension ran out on May 30, after [69 days], and he was back.
    Wrong: It slipped behind Mars at 9:14 p.m., and at 9:51 p.m. its signal came back. / For [57 minutes], nobody spoke.
    Wrong: Roe entered the Commons in May 1979 and left it in May 1997. / In [sixteen years] in the lower house he never spoke.
    Wrong: (2025-06-20) She first swept the hall in 1971. On Friday she swept it last. / She got a broom for [44 years] of service.
    Skip: (2025-08-31) They landed on Saturday. / They had left on 12 April with 150 days of food.
    Wrong: They sat down at [7.10pm] and voted at [11.40pm]. / The debate, at [five and a half hours], was the longest of the year.
    Wrong: (2023-04-20) The ovens went cold on [March 3] and were lit on [April 14]. / [Eight weeks] without one had cost it $7m.
    Skip: They sat from 10am until 4.15pm, with an hour off for lunch. After five and a quarter hours of talk all were tired.
    Skip: He farmed from 1986 to June 1991. He was mayor for six terms of three years.
    Skip: The trial enrolled 640 patients from February 2016 to November 2017. Each was followed for two years and seven months.
    Skip: She rose on November 22, 1952. On April 1, 1953, after some six months of full-time work, she fell ill.
    Skip: (2022-04-08) The next round begins on Thursday week, March 24. Some 2,140 came over the four days.
    Skip: (2018-07-11) After an appeal in 2016 a judge ordered the two back to serve the full five years. They fly home on Wednesday.
    Skip: (2010-05-04) The firm said on Tuesday that it earned £2bn in the three months ended March 27.
    Skip: The coin was struck in 1971 with an eagle on its back. A smaller one came out in 1979, ten years after the landing.
    Skip: It may go on after the expiration of the two years. The bank has paid since March 3, 1836, and did so on October 1, 1838.
    Skip: Rents doubled in the ten years from 1960 to '70. The board asks all to make 1972 a year of rest.
    Right: (2025-01-09) The tomb could be seen from February 10 to May 4, on each of the 85 days without a fee.
    Wrong: 배는 [2028년 3월]부터 차례로 지어 [2029년 5월]까지 [열 달]에 걸쳐 넘긴다.
    Right: (2023-12-21) 법원은 20일 그에게 3년형을 선고했다. 그는 지난 3월 2일 갇혀 선고일까지 293일을 보냈다.
    Wrong: 축제는 [5월 3일]부터 [7일]까지 [엿새]간 열린다.
    Wrong: 그는 [2010년] 취임해 [2022년] 물러날 때까지 [15년] 동안 회사를 이끌었다.
    Right: 회의는 오후 2시에 시작해 오후 5시에 끝났다. 세 시간에 걸친 회의였다.
    Wrong: [2015년] 문을 연 이 식당은 [12년] 만인 [2025년] 간판을 내렸다.
    Skip: 합의한 것은 1988년 도입 이후 8번째, 2008년 이후 17년 만이다. / 고장은 1월 22일과 4월 6일에 이어 100일 만이다.
    Wrong: (2025-10-27) 연구선이 [26일] 돌아왔다. [3월 26일] 항구를 떠난 지 [9개월] 만이다.
    Wrong: 대회는 [8월 4일] 시작해 [9일] 끝난다. / [여드레] 동안 열리는 대회다.
    Wrong: (2024-03-05) The strike, which began on [Feb. 28], is in its [12th] day.
    Right: (2024-03-05) The war, which began on Feb. 24, 2022, is in its third year.
    Skip: (2024-03-05) The trial, which had begun on Feb. 12, was in its third day when he spoke.
    Wrong: The train arrived at [5:40], [25 minutes] late. It had been due at [5:05].
    Right: The train arrived at 5:40, 35 minutes late. It had been due at 5:05.
    Wrong: He served as mayor for [14 years], from [1990] until he lost in [2001].
    Wrong: The works, which took [14 months], began in [March 2021] and ended in [August 2022].
    Skip: 1998년 입사한 그는 2005년 부장이 됐고 10년간 해외에서 일했다.
    """
    tied = [
        (lasting.length.first, relation)
        for lasting in chain(_tied(article), spanned(article), bounded(article))
        for relation in _relation(article, lasting)
    ]
    fits = {first for first, relation in tied if relation.meets()}
    ends = {frozenset(relation.implied.spans) for _, relation in tied if relation.meets()}
    yield from (
        relation
        for first, relation in tied
        if relation.meets() or (first not in fits and frozenset(relation.implied.spans) not in ends)
    )
    borne_out = fits | {first for first, relation in tied if relation.doubt is None}
    readers = (since_then, first_in, parted, reckoned, near_by, only_times)
    for lasting in chain(courses(article), *(read(article, borne_out) for read in readers)):
        if lasting.length.first in borne_out:
            continue
        for relation in _relation(article, lasting):
            if relation.doubt is None or relation.meets():
                borne_out.add(lasting.length.first)
                yield relation
    for lasting in loose_ends(article, borne_out):
        yield from holding(_relation(article, lasting))
    yield from journeys(article)
    yield from counted_times(article)
    yield from (Relation(told.stated, told.implied) for told in lengths(article))


def _tied(article: Article) -> Iterator[Lasting]:
    """Yield every length that words tie to the times that it runs between, or may."""
    today = Days(article.published, article.published) if article.published else None
    for sentence in article.sentences:
        if sentence.kinds & BIT["L"]:
            if sentence.kinds & HAS_TIME:
                yield from _between(article, sentence)
            yield from _of_stretch_before(article, sentence)
            for length in sentence.of_kind("duration"):
                yield from of_acts(article, sentence, length)
            for length in sentence.of_kind("duration"):
                yield from parting(article, sentence, length)
                if today:
                    yield from so_far(article, sentence, length, today)
    for length, start, end, doubt in anchored(article):
        yield timed(article, length, start, end, doubt)
    for said in article.match(LATER):
        yield from _after_beginning(article, said)
    if today:
        yield from to_publication(article, today)
        yield from records(article, today)


NEAR = 3
WEEKLY = Pattern(r"\b(?:episodes?|weekly|series|season|every week|each week|instal\w+)\b")
"""So many sentences about weeks these make them weeks of what comes once in each."""


def _about(article: Article, length: Mention) -> str:
    near = article.sentences[max(0, length.sentence - NEAR) : length.sentence + NEAR + 1]
    return " ".join(article.words(one) for one in near).lower()


def _counted_in_weeks(article: Article, length: Mention, between: Interval) -> bool:
    """Tell whether weeks are counted with both the first and the last, as what comes once in each is."""
    if length.unit != "week" or length.number is None or between.middle.denominator != 1:
        return False
    return length.number.middle == between.middle + 1 and WEEKLY.search(_about(article, length)) is not None


def _relation(article: Article, lasting: Lasting) -> Iterator[Relation]:
    interval, length, start, end, doubt = lasting
    if interval is not None and _counted_in_weeks(article, length, interval):
        return
    if interval is not None and (lost := lost_between(article, lasting)):
        out = [Quantity(in_unit(one, length.unit), length.unit, one.text, (one.span,)) for one in lost]
        yield Relation(length.quantity, reduce(sub, out, implied(interval, length, start, end)), doubt=doubt)
    elif interval is not None and length.number is not None and not goes_on(article, length, end):
        right = restyled(length.text, length.number.middle, shown.round_half_up(interval.middle, 0))
        fix = f"“{right}” for “{length.text}”" if right and right != length.text else None
        stated, instead = length.quantity, right if fix and right else ""
        doubt = doubt or paused(article, lasting)
        yield Relation(stated, implied(interval, length, start, end), doubt=doubt, fix=fix, instead=instead)


def _between(article: Article, sentence: Sentence) -> Iterator[Lasting]:
    lengths = sentence.of_kind("duration")
    for stretch in stretches(article, sentence):
        for length in lengths:
            tie = tied(article, stretch, length)
            if tie is not None:
                interval = time_between(article, length, stretch.start, stretch.end)
                yield Lasting(interval, length, stretch.start, stretch.end, tie or None)


def _of_stretch_before(article: Article, sentence: Sentence) -> Iterator[Lasting]:
    """A length told of the one stretch that the sentence before gives: "From 3 May to 9 June ... It lasted six weeks"."""
    lengths = sentence.of_kind("duration")
    if len(lengths) != 1 or sentence.kinds & HAS_TIME or not sentence.number:
        return
    told = article.sentences[sentence.number - 1]
    place = article.place(lengths[0])
    before = [article.word(at) for at in range(sentence.start, place)]
    led = before[-1:] != [] and before[-1] in ("lasting", "lasted", "spanning", "spanned")
    alone = MAKING.issuperset(before) and article.skeleton[place + 1] in STOPS
    if (alone or (led and not TAKING_UP.isdisjoint(before))) and article.block_of(told) == article.block_of(sentence):
        found = list(stretches(article, told))
        if len(found) == 1 and len(told.of_kind("date|year|clock|weekday")) <= 2:
            start, end = found[0].start, found[0].end
            yield Lasting(time_between(article, lengths[0], start, end), lengths[0], start, end)


def _after_beginning(article: Article, said: Said) -> Iterator[Lasting]:
    """A time so many minutes after something began: "at 10:52 p.m., 55 minutes after leaving Virginia"."""
    token = article.token(said.match.end() - 1)
    known = families(article, "clock", range(token + 1, token + 3)) & {"begin", "depart"}
    begins = [act.mention for act in acts(article) if act.family in known and act.mention.clock]
    if len(begins) == 1 and begins[0] is not said.end:
        yield timed(article, said.length, begins[0], said.end)
    elif not begins:
        yield from _beside(article, said)


def _beside(article: Article, said: Said) -> Iterator[Lasting]:
    """A time so many minutes before or after another of its paragraph, where one is just so far away."""
    block = article.block_at(said.end.span.start)
    nearest, farthest = (
        bisect_left(article.mentions, said.end.first + reach, key=lambda mention: mention.first)
        for reach in (-WITHIN_REACH, WITHIN_REACH)
    )
    for mention in article.mentions[nearest:farthest]:
        if mention.clock and mention is not said.end and block.start <= mention.span.start < block.end:
            pair = (said.end, mention) if article.word(said.match.end() - 1) == "before" else (mention, said.end)
            yield timed(article, said.length, *pair, ANOTHER)
