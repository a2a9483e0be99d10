"""True copy whose figures stand close together and are of two things: its like has made a check cry wolf."""

from __future__ import annotations

import pytest

from factcheck.model import Severity
from factcheck.pipeline import check_text

TRUE = {
    "a multiple of another time": "Of the 8,400 parcels, 1,150 came on Sundays, nearly twice as many as in the same weeks of 2021.",
    "a multiple of another thing": "Among those under 25 the share was 12.6 per cent, more than twice that of the town as a whole, though down from 14.1.",
    "a multiple of what was earned": "The price is 7.5 times last year's profit before tax, which was £64 million; its rival's shares trade at a multiple of six.",
    "a multiple of a step": "Two of the four wanted no cut. The fourth called for one twice as large.",
    "the biggest by another measure": "At St Oran's, the biggest, 61% of callers waited a minute, at the Mere 52% and at Tarn, which has 4,100 lines, 70%.",
    "rain that falls": "It was a hard winter. Rain kept farmers off the land, and in the hills, where 880 mm fell instead of 510, some sowed twice.",
    "fewer of what a clause before tells": "Of 1,900 asked, 41% said crime was up, three points fewer than a year ago, and 73% felt safe at night, compared with 69%.",
    "a smaller place": "Terns from the smaller island flew farther, 410 km on average, than those from the larger, which did 360.",
    "wins when other games were drawn": "Eight wins is already two more than they managed last year, when they drew 17 and stayed up by a point.",
    "a half of a match": "They trailed 9-14 at the break but won the second half by seven goals for a final score of 31-29.",
    "riders left of those that began": "Seven riders abandoned, bringing the number left to 131 out of 150.",
    "a medal behind two": "There was a dead heat in 3:41.20, and Roe got bronze, 1.30 seconds behind. / None met the standard of 3:39.60.",
    "a gap of last year": "Elm came first with 94.2%, Ash last with 90.1%; last year the gap between the two ends was 5.3 points.",
    "a gap with its own two": "Denby went from 43% to 58%. / Girls beat boys in English by 13 points, 76.4% to 63.4%, and in maths by one.",
    "points behind a rival": "She took 53.5% of the votes. Two weeks earlier she had come second with 31%, two points behind him, in a field of six.",
    "a cause beside two shares": "The load factor slipped from 85.2% to 84.6%, since capacity was increased by 4%.",
    "shares of other years": "Some 36%, were women, up from 27% in 2014 and just 8% at the first race.",
    "a price for more": "The plan costs €39 a month for up to eight vans, €3 for each one more.",
    "abstentions of another vote": "The budget was carried by 26 votes to 18 with five abstentions. One of the 50 members was ill. / An amendment passed by a single vote, 25 to 24.",
    "a vote that needs more": "The government survived by two votes late on Monday, although 91 members supported the motion and only 88 opposed it.",
    "hours late": "# Passengers spend 29 hours on the way / They reached port almost 21 hours late on Monday after two storms.",
    "anybody who turns an age": "Milan, born in June 1971, can go at 66. What counts is the year in which one turns 64.",
    "a change of so many to so many": "Serious injuries went the other way, rising by 14 to 364, or 4 per cent.",
    "districts that saw a rise": "Seventeen of the 21 wards saw a fall, three a rise and one no change.",
    "ages that share their years": "Among 15- to 24-year-olds the rate was 11.2 per cent, down from 12.4.",
    "score of a tie-break": "Without a title in 11 years as a professional, she won 6-7 (5), 6-4, 7-6 (8).",
    "years so far": "The rate was 0.4 points below that of 2018. The three years so far read 66.2, 67.9 and 67.1.",
    "a fall told of another base": "매출은 5210억 원으로 작년 같은 기간(5640억 원)보다 7.6% 줄었고, 직전 분기(4480억 원)보다는 16.3% 늘었다.",
    "a batting average": "감독은 “이제까지 앞선 경기 30번 가운데 28번을 잡았다”며 “타율이 2할1푼이라도 된다”고 말했다.",
    "a stand in cricket": "Only a stand of 64 between Rao (37) and Webb, who finished unbeaten on 30, kept it as low as that.",
    "what analysts expected": "Net profit dropped 16% to 198 million dollars, against the 184 million expected by analysts.",
    "minutes that go on growing": "It was to make four trips, a crossing of 45 minutes; because of a ramp it was 30 minutes behind by noon and 70 by night.",
    "a vote that needs two thirds": "The board, which needed a majority of two-thirds, approved it by 16 votes to seven.",
    "a college set up after it": "Founded as a school in 1893, it became a college in 1969, in the week of Orme, a rival set up 11 years after it.",
    "students of two places": "It has 18,700 students, 5,100 of them from abroad, to Orme's 11,600, of whom 1,900 are.",
    "a good half": "About 396,000 earn less than that. A good half of them, 221,000, work in shops.",
    "a lead told bare": "# Reds' lead narrows to four points / The Reds have lost three points since May and their lead has shrunk to four.",
    "tries that put a side ahead": "They won that spell 7-0. Two more tries put them 31-20 ahead with a quarter of an hour left.",
    "more or less": "On a loan without repayment it would, more or less: from £352 a month to £841.",
    "a figure that was put right": "The blaze sent 350 people from their homes. / Our page said on Friday that 530 people had left. That was wrong.",
    "a list that goes on": "복구에는 공무원 310명과 장병 140명, 자원봉사자 등 모두 600여 명이 나섰다.",
    "number down and sum up": "내년 행사는 12건에 37억 원으로, 올해 15건에 34억 원보다 건수는 줄고 금액은 늘었다.",
    "a date that is none": "Two bills bore the date February 29, 2012, and a third bore the date February 30.",
    "minutes of a game": "Maly scored at 11:04 and Horak made it two on the power play at 28:50.",
    "one without a number": "The coach had 47 people on board: 44 passengers, two drivers and a guide.",
    "rests of two sentences": "Roe took 38.4 percent and Pym 34.3. Third-placed Jonas Tamm, with 16.5 percent, was out, as were four others who shared the remaining 10.8.",
    "a vote of the people": "A plan to cut the council from 141 seats to 91 was backed by 72.4% of voters on Sunday and failed.",
    "a length told with its lateness": "# Festival put back nine weeks as bridge work drags on / Repairs were to end by May 30. The firm expects to be done on August 8, ten weeks late.",
    "eight days a week": "The award for best film went to The Beatles: Eight Days A Week.",
    "half a thing like for like": "Sales in shops fell to £159 million from £312 million; for the weeks in which doors were open the fall was 16 per cent on a like-for-like basis.",
    "an anniversary to come": "The museum turns 40 on 6 May. It is normally shut on Mondays but will open for the day.",
    "rooms of two hotels": "The price was 60 million euros. With 280 rooms in one and 200 in the other, that comes to 125,000 euros a room.",
    "a debt that falls": "About half of the sum will be passed on, the rest going toward debt, which is to fall from 320 million pounds to 110 million.",
    "counts beside a share in words": "Children below five account for 51, about one in six, and everyone else for the remaining 74.",
    "a majority counted three times": "Her majority was six at the first count, then 408 when a box came to light, and at last 412.",
    "a tenth of a unit": "The pitch is 22 yards. That is one chain, a tenth of a furlong, or 20.12 metres.",
}


@pytest.mark.parametrize("text", TRUE.values(), ids=TRUE.keys())
def test_true_copy_is_left_alone(text: str) -> None:
    report = check_text(text.replace(" / ", "\n\n"))
    assert not [one.message for one in report.findings if one.severity is not Severity.NOTE]
