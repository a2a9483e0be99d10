"""Sport: records, sets, runs, leads and tables of points."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.article import Article, Sentence, kind_bits
from factcheck.check import check
from factcheck.link.context.grids import grids
from factcheck.link.series.records import apart, points_of_records, since
from factcheck.link.series.seasons import by_halves, seasons
from factcheck.link.sport.acrosslines import across
from factcheck.link.sport.added import added
from factcheck.link.sport.awards import awarded, by_custom
from factcheck.link.sport.bymargin import by_margin
from factcheck.link.sport.careers import careers
from factcheck.link.sport.codes import in_two_kinds
from factcheck.link.sport.cricket import cricket
from factcheck.link.sport.finishes import by_an_innings, card, finishes, scorers, stand
from factcheck.link.sport.formulas import by_formulas
from factcheck.link.sport.games import bowling, closing_run, periods, sets, single_sets, wickets
from factcheck.link.sport.gamesof import games_of
from factcheck.link.sport.gamesplayed import of_games
from factcheck.link.sport.goals import goals_from
from factcheck.link.sport.golf import cards
from factcheck.link.sport.halves import halves
from factcheck.link.sport.hauls import haul, shots, two_legs
from factcheck.link.sport.innings import innings
from factcheck.link.sport.ledgers import balances
from factcheck.link.sport.matchsums import (
    added_up,
    clear_of,
    counting,
    games_of_series,
    goals_by,
    since_then,
    total_of_rounds,
)
from factcheck.link.sport.meetings import meetings
from factcheck.link.sport.progress import (
    best_of,
    nth_of_record,
    one_more,
    points_played,
    quota,
    since_the_break,
    turned,
    two_periods,
)
from factcheck.link.sport.recordafter import record_after
from factcheck.link.sport.seasonlines import season_lines
from factcheck.link.sport.standings import behind, points_of, record, taken, through
from factcheck.link.sport.unbeaten import unbeaten
from factcheck.link.sport.winners import won_by
from factcheck.model import Relation

PAIR, COUNT, LENGTH = (kind_bits(kinds) for kinds in ("pair", "count", "duration|measure|fraction"))
Finder = Callable[[Article, Sentence], Iterator[Relation]]
TOLD: tuple[Finder, ...] = (
    record, through, behind, sets, single_sets, periods, closing_run, bowling, two_legs, turned, since_the_break, points_played,
    one_more, nth_of_record, two_periods, added_up, since_then, goals_by, games_of_series, across, record_after,
)  # fmt: skip
COUNTED: tuple[Finder, ...] = (since, apart, wickets, meetings, awarded, quota, seasons, by_halves, of_games, by_margin)
SEVERAL: tuple[tuple[Finder, tuple[str, ...]], ...] = (
    (balances, ("won", "win", "victor", "took", "taken", "shots", "effort", "attempt", "miss", "fail", "fluff", "stopping",
                "assists", "short", " by ", "reply", "answer", "response", "difference", " now ", "overnight", "medals")),
    (by_custom, ("draws", "drawn")),
    (shots, ("free throw", "foul", "from the line")),
    (card, ("rounds of", "rounds,", "cards of", "scores of", "throws of", "innings of", "carded", "shot", "returned", "fired")),
    (total_of_rounds, ("round", "card", "shot", "fired", "scores")),
    (counting, ("before", "previous", "until")),
    (clear_of, ("clear", "ahead", "behind", "adrift", "better off", "in front", " off ", " than ", " back ", " gap ", " lead ", "cushion")),
    (stand, ("put on", "added", "adding", "stand of", "stand worth", "partnership", "shared")),
    (by_an_innings, ("an innings and",)),
    (unbeaten, ("unbeaten", "undefeated", "not lost", "without defeat", "n't lost")),
)  # fmt: skip
"""What takes several counts, and the words of which its sentence must hold one."""

RARE: tuple[tuple[Finder, tuple[str, ...]], ...] = (
    (best_of, ("est-of", "est of")),
    (scorers, ("trick",)),
    (haul, ("conversion", "converted", "tries", " try ", " behind", "three-pointer", "touchdown", "drop goal", " threes", " twos")),
)  # fmt: skip
"""What is told by a word that few articles have."""


@check("sport", says="{working} makes {implied}, not {stated}.")
def sport(article: Article) -> Iterator[Relation]:
    """Records, sets, runs and points must follow from the games.

    A record is the one before plus what was won and lost since; the sets give the result; a lead plus the
    closing run gives the final score; wins and draws give the points of a table.

    Wrong: He went [142-61] at Danby. At Tolliver his teams [won 611 games and lost 349]. He retired with a career record of [753-400].
    Right: He went 142-61 at Danby. At Tolliver his teams won 611 games and lost 349. He retired with a career record of 753-410.
    Wrong: The Herons ([19-5]) had been [17-4] when the week opened and won both of their games.  =>  17-4
    Wrong: She won [3-2], 25-21, 25-23, 23-25, 25-20.
    Wrong: The side has 10 wins, 4 draws and 3 losses in [18] games.  =>  10 + 4 + 3
    Wrong: Dunmore went ahead 65-63. They closed on a [15-6] run. / Larkspur beat Dunmore [78-72].
    Wrong: The Millers (63-49) lost again. The Saints, at 64-47, lead them by [two and a half] games.
    Wrong: | | P | W | D | L | Pts | / |---|---|---|---|---|---| / | Leith | 9 | 5 | 3 | 1 | 18 | / | Ayr | 9 | 4 | 3 | 2 | 15 | / | Alva | 9 | 4 | 2 | 3 | [13] |
    Wrong: She won 6-4, 3-6, 7-5 in [straight sets].
    Wrong: She beat Ito 6-4, 3-6, 7-6 (7-4). Osaka has [not dropped a set] this week.
    Wrong: Leeds beat York [83-80], with quarters of 23-20, 18-25, 20-19 and 22-18.
    Wrong: Rovers have won 22, drawn 4 and lost 8 of their [36] matches.
    Wrong: The Millers are [63-49] through [111] games.
    Wrong: He led them in [92] matches, of which [38] were won and [21] lost, while [35] were left drawn.
    Right: They played 22 matches, 15 of which were won, with three drawn and four lost.
    Wrong: 정규시즌 [144경기]를 마친 팰컨스는 [84승 3무 58패]를 거뒀다.
    Wrong: Cole took 5-71 and, on the first day, 4-57. His match figures were [9-118].
    Wrong: The Herons are [33-17-6], good for [74 points]. The Rooks (36-15-5, 77 points) lead them.
    Wrong: They were [25-16-5] in May, have gone [8-1-1] since and are [33-17-7].
    Wrong: She [beat] Ito 4-6, 6-3, 2-6.
    Wrong: She came through 7-6 (7-5), 4-6, 7-6 (8-6). Each won [17] games.
    Wrong: Their [six points] take them from 13 to [18].
    Wrong: With [28] matches behind them they have won [17], drawn [six] and lost [four].
    Wrong: Since January she has played [45] matches of tennis and won [34] of them, losing [nine].
    Wrong: He hit [12] fours and [three] sixes, [64] of his 91 runs coming in boundaries.
    Right: She hit nine fours and four sixes, so 60 of the 84 came without running.
    Wrong: Chasing 188, Kent made 188 for [four] and won by [seven] wickets.
    Right: Kent made 188 for four to win by six wickets.
    Skip: Kent were 61 for four at lunch and won by three wickets.
    Skip: He hit 12 fours and three sixes, and 91 runs in all.
    Wrong: Poole beat Hythe [3-1], with goals from [Ade, Bright, Cole and Dunn].
    Right: Poole beat Hythe 3-1, with goals from Ade, Bright and Cole.
    Skip: Poole beat Hythe 3-1, with goals from Ade and Bright, and won 2-0 thanks to Cole.
    Skip: Poole drew 2-2 with Hythe, with goals from Ade, Bright, Cole and Dunn.
    Right: The two have met 15 times, with Radek in front 8-7.
    Skip: The two have met three times, and Ely led 4-2 in May.
    Right: She went through 6-4, 3-6, 7-5.
    Skip: The club has played 24 matches and won 15 of them, losing only four.
    Skip: The volleyball side played 22 games, winning 14, losing seven and leaving one unfinished.
    Right: Chasing 181, Ely made 182 for 7 and won by three wickets. He took 4-38 and 3-51.
    Right: Chasing 245, they fell 11 short, bowled out for 233.
    Right: They won by seven wickets, having been 3-65 at lunch.
    Right: She won 6-4, 7-6 (7-4) in straight sets.
    Right: He lost 6-4, 3-6, 7-5 in three sets.
    Right: Leeds beat York 83-82, with quarters of 23-20, 18-25, 20-19 and 22-18.
    Right: The Herons (19-4) had been 17-4 when the week opened and won both of their games.
    Right: The Millers (63-49) won 11 of 16 after the break, having gone into it at 52-44.
    Right: She won 3-1, 25-21, 25-23, 23-25, 25-20.
    Right: The side has 10 wins, 4 draws and 3 losses in 17 games.
    Right: Dunmore went ahead 65-63. They closed on a 15-6 run. / Larkspur beat Dunmore 78-71.
    Right: The Millers (63-49) lost again. The Saints, at 64-47, lead them by one and a half games.
    Wrong: He kicked the lot, landing [three conversions] and [two penalties] for a personal haul of [14].
    Right: He kicked the lot, landing three conversions and two penalties for a personal haul of 12.
    Right: All their points but the five for a try came from him: a conversion and five penalties, 17 in all.
    Skip: Mill City, three places lower, fell below .500 at 25-26.
    Skip: He kicked three conversions and two penalties, 84 points in all this season.
    Skip: She scored two goals and a penalty for three points.
    Wrong: Rovers, beaten [2-1] in the first leg, won the return [3-1] to go through [4-2] on aggregate.
    Right: Rovers, beaten 2-1 in the first leg, won the return 3-1 to go through 4-3 on aggregate.
    Wrong: In a tennis final delayed by rain he beat the champion. The score, 8-6, [6-5], 6-3, tells little.
    Skip: The scores of the hockey side were 8-6, 6-5, 6-3.
    Wrong: He played in the Davis Cup, winning nine of his [13] rubbers and losing the other five.
    Right: He played in the Davis Cup, winning nine of his 14 rubbers and losing the other five.
    Wrong: 김하나는 결승에서 이토를 [2-0](21-18, 17-21, 21-15)으로 물리쳤다.
    Right: 김하나는 결승에서 이토를 2-1(21-18, 17-21, 21-15)로 물리쳤다.
    Wrong: 이전까지 다섯 번 겨뤄 [2승 3패]로 밀렸다. 이번 승리로 상대 전적은 [4승 3패]가 됐다.
    Right: 이전까지 다섯 번 겨뤄 2승 3패로 밀렸다. 이번 승리로 상대 전적은 3승 3패가 됐다.
    Wrong: 두 팀은 [여섯 번] 겨뤄 [3승 2패]를 기록했다.
    Skip: 지난해까지 10승 5패였다. 올해 상대 전적은 4승 3패다.
    Wrong: A side gets four points for a win and two for a washout. [Five wins], two defeats and [a washout] leave them on [20].
    Right: A side gets four points for a win and two for a washout. Five wins, two defeats and a washout leave them on 22.
    Right: The 16 points for victory count. With two wins, a draw (worth six) and 11 bonus points, they are on 49.
    Skip: Five wins, two defeats and a washout leave them on 20 points.
    Skip: They have won seven of their last 10, having been 12-9 at the start of March and 14-9 by Monday.
    Skip: The Herons (19-5) beat Tarrant 64-60 and host Wexler on Monday.
    Wrong: The Millers have taken five of their last [seven], and lost [three] of them.
    Right: He won 51 of his 60 bouts, lost six and drew three.
    Wrong: The keeper turned away 24 of [27] shots, letting in [four].
    Right: The keeper turned away 24 of 27 shots, letting in three.
    Skip: The keeper saved four of 12 shots, and the side conceded twice.
    Wrong: Needing [14] from the last over, they scraped eight and fell [five] short.
    Wrong: Chasing [251] to win, they were bowled out for 236 and lost by [29] runs.
    Right: Chasing 251 to win, they were bowled out for 236 and lost by 14 runs.
    Wrong: Orr's points came from two goals and three assists, a career-high [six].
    Skip: Orr had two goals and three assists, and the side have six points.
    Wrong: Orr, who had 88 caps before the cup, started all [five] games of it and now has [92].
    Wrong: Leigh led [16-8] at the break. They added [15] more after it and won [33-20].
    Wrong: An 11-0 run turned a 51-47 deficit into a [58-53] lead.
    Wrong: In a [best-of-seven] series the Bears lead [3-2] and need [two] more wins.
    Wrong: Orr potted his way to a [9-7] win in the [best-of-19] final.
    Right: Orr potted his way to a 10-7 win in the best-of-19 final.
    Wrong: Leigh lost, and their record, which had stood at [15 wins and six defeats], is now [15-8].
    Wrong: The Millers, with [51 wins and 49 losses], are playing [.540] ball.
    Wrong: Orr's rounds of 69, 68, 72 and 66 gave her a total of [277].
    Wrong: The pair put on [133] for the third wicket, taking the score from [51] for two to [194].
    Wrong: Leigh went down by an innings and [14] runs: they made 141 and 158, after Hove had piled up 323.
    Wrong: Orr won in 2:07:14, with Ota second in 2:07:51, [27 seconds] back.
    Right: Orr was clocked at 9.92 seconds, a tenth slower than his own record of 9.82.
    Wrong: Leigh beat Hove [3-1]. Orr scored a [hat-trick] and Kit Ray and Pele Lowe one each.
    Wrong: With [12 victories] and [four draws] behind them they have [38] points.
    Skip: With 12 victories and four draws and a bonus point or two they have 42 points.
    Wrong: Leigh [crossed four] times, [each try being converted], and kicked [two penalties] for a total of [32] points.
    Wrong: She took the opening set [6-5] and was off court inside an hour.
    Wrong: Leigh took the first quarter 19-12 and the second 20-18, and so led [39-32] at the interval.
    Wrong: He carded a 73, [three] over par on a course where par is 71.
    Right: He carded a 73, two over par on a course where par is 71.
    Wrong: Leigh have played [20], won 11, drawn four and been beaten [six] times.
    Wrong: Kelham were all out for 154 in reply to [221], and so trail by [77].
    Wrong: The country finished with [38] medals: 14 gold, 12 silver and 11 bronze.
    Right: A run of four wins, a draw and two losses in their last seven matches has lifted them to third.
    Skip: They won six of their first eight but have lost five of the nine since.
    Wrong: Saturday's loss, the Rams' [fourth] of the year against nine wins, left them [9-5].
    Wrong: The best-of-five series is over: the Owls took it [four] games to one.
    Wrong: Hove, on 44 points, are [six] behind Leigh on 52.
    Wrong: Ferris hit 14 of 20 shots, including four of seven from three-point range, and two free throws for [38] points.
    Wrong: Two tries by Orr, both converted by Ray, who added three penalties, made it [25]-9.
    Wrong: Leigh led 58-51 at the half and were outscored 57-49 after it, losing [108-101].
    Right: Leigh led 58-51 at the half and were outscored 57-49 after it, losing 108-107.
    Wrong: Down 17-3, Leigh scored the last [21] points of the game to win [27-17].
    Wrong: Leigh scored twice in the first period, once in the second and twice in the third to win [6-2].
    Wrong: The Rams, [14-9] after the win, were [13-8] before it.
    Wrong: Goals from Orr, Dane (two) and Berg gave the visitors a [3-1] win.
    Wrong: She shot [66-70-69-71] for a total of [267].
    Wrong: Hove are top on 47 points, [four] clear of Leigh, who have 44.
    Wrong: Hove took the series [3-1] after [five] games.
    Wrong: The Rams swept the [three]-game series, 4-2, 5-1, 3-0 and 8-7.
    Wrong: Orr finished with [31] points, making four threes, five twos and 12 free throws.
    Wrong: Leigh have played [six] since March, winning none, drawing two and losing five.
    Wrong: The [11th] win of his career came on Sunday; he had [nine] before it.
    Wrong: She won 6-4, 3-6, 4-6, 7-5 in three hours.
    Skip: Leigh won the opening period 28-21 and lost the second 30-22.
    Skip: The sun sets at 3.58 and rises at 8.14; the day grows by three seconds.
    Skip: Hove went through 5-4 on penalties after it was 2-2 at the break and 3-3 after extra time.
    Skip: Hove won 5-4 after a tie that had stood at 2-2 and then 3-3, and are in the quarter-finals.
    Right: She beat Ito in two sets, 6-4, 7-5.
    Skip: They have 14 wins, six draws and 45 points, for three were taken off over unpaid wages.
    Skip: The Millers are 48-32. At home they are 27-12. The Gulls, at 41-39, are seven games back.
    Wrong: Orr's side won [3-1] in Hove. / The scores were [25-21], [19-25], [23-25], [25-18].
    Right: Orr's side won 3-1 in Hove. / The scores were 25-21, 19-25, 25-23, 25-18.
    Wrong: Leigh took the tie [5-3] on aggregate. / They had drawn the first leg [2-2] and won [2-1] on the night.
    Wrong: The Rams improved to [14-6] with a win over Hove. / They had been [14-5] before the game.
    Wrong: Down by [11] late on, Leigh closed on a [21-6] run. / That was enough to win [98-95].
    Wrong: Leigh are top on 40 points from [18] matches. / They have won [12] of them, drawn [four] and lost [one].
    Wrong: Hove made [174]-8. / In reply Leigh fell [23] runs short on [161]-9, Orr taking four wickets.
    Right: Hove made 174-8. / In reply Leigh fell 13 runs short on 161-9, Orr taking four wickets.
    Skip: The vote was 52-48. It was 3-2 in committee.
    Skip: The side has 10 wins in 18 games.
    Right: Spain won the tie 3-2 after Nadal beat Ito 6-4, 6-3.
    Right: She is 16-9 this year and won 6-4, 3-6, 7-5.
    Skip: The Millers (63-49) lost again. The Saints (64-47) trail the Giants by four games.
    Skip: The Millers (63-49) lost again. The Saints (64-47) are four games behind the Giants.
    Skip: They are 12-4 after 17 games.
    Skip: They opened on a 15-6 run. They lost 80-71 after leading 65-63.
    Wrong: 푸른은 12경기 [7승] [2무] 3패로 승점 [21]을 쌓았다.
    Right: 푸른은 12경기 7승 2무 3패로 승점 16점을 쌓았다.
    Wrong: 곰은 [144경기]에서 [80승] [3무] [60패]를 했다.
    Wrong: 곰은 [36승] [24패], 승률 [0.660]으로 2위다.
    Wrong: 포항은 전반에 한 골, 후반에 두 골을 넣어 전북을 [4]-1로 눌렀다.
    Right: 포항은 전반에 한 골, 후반에 두 골을 넣어 전북을 3-1로 눌렀다.
    Wrong: The Rams had [28 points] at half-time, added [35] after it and won [67-58].
    Wrong: They won [88-80], with quarters of [20], [24], [19] and [23 points].
    Wrong: The Rams beat Hove 66-58. They led [31-30] at the half and outscored Hove [35-28] after it, and so won [69-58].
    Right: The Rams had 28 points at half-time, added 35 after it and won 63-58.
    Skip: The Rams had 28 points at half-time, added 35 after it and won 70-66 in overtime.
    Wrong: Hove beat Leigh [68-59]. The [11-point] win was their third.
    Wrong: The [68-59] win was by [11 points].
    Right: Their lead was nine points at 68-59.
    Skip: Hove beat Leigh 68-59. Ayr won by 11 on Sunday.
    Wrong: Orr, who had [17] goals before Sunday, scored [three] and now has [21].
    Wrong: Orr's [two] goals lifted his total to [23], from [20] at the start of the month.
    Right: Orr came into the game with 17 goals. He scored twice and left with 19.
    Wrong: The Gulls closed the [64]-game season 38-20-4.
    Right: The Gulls closed the 62-game season 38-20-4.
    Skip: The Gulls, 18-9 so far, play a 40-game season.
    Wrong: The Rams (20-5) beat Hove 81-70. / With four defeats in [24] games this winter they are sure of a place.
    Right: Nobody who saw all 38 games will forget it. / Hove took 64 points from 18 wins, 10 draws and 10 defeats.
    Wrong: The Rams had arrived with 51 wins and 40 losses and left the ground [52-41].
    Skip: The Rams came in for the series at 51-40 and left 53-41.
    Wrong: The scores, par 71: / Ann Orr 70-69-68-70—[279]
    Right: Orr won by two on the par-71 links with a seven-under 277.
    Right: Orr shot a seven-under-par 64 at Ely. Par there is not the usual 70: par is 71.
    Wrong: Orr won by two on the par-71 links with a total of 277, [six] under.
    Right: They beat the army side 31-12, with four converted tries and a penalty.
    Wrong: On the board it still says Ely 71, Hove 66, a [four]-point win.
    Wrong: In the hurling final Ely beat Hove by 2-14 to 1-16. The [two]-point margin flattered them.
    Right: In the hurling final Ely beat Hove by 2-14 to 1-16, a win by a point.
    Wrong: FOOTBALL. Ely 14.9 (93) got home against Hove 12.11 ([81]).
    Right: FOOTBALL. Ely 14.9 (93) got home against Hove 13.14 (92).
    Skip: In hurling, Ely hit 2-14 on Sunday. They won by three points.
    Skip: Ely beat City 3-1. They lead the division by four points.
    Right: Over two legs it was odd. Ely lost the first, 1-3, and won the second, 2-0. At 3-3 on aggregate they won the shoot-out, 5-4.
    Wrong: A win is worth four points and a draw two. / | | P | W | D | L | Pts | / |---|---|---|---|---|---| / | Ely | 8 | 5 | 2 | 1 | 24 | / | Hove | 8 | 5 | 1 | 2 | [21] | / | Ayr | 8 | 3 | 1 | 4 | 14 |
    Skip: Ely shot 73 in the rain after a 68 on Friday, two over for the day. Par is 71.
    Wrong: She jumped 6.84m, [12cm] farther than the 6.70m of last year.
    Wrong: It was their [tenth] win in [18] games; they have drawn [four] and lost [three].
    Right: Ostmark collected 32 from 15 victories, two draws and five defeats.
    Right: Ito, after a straight-sets win on Friday, needed three in the final, 6-4, 4-6, 6-3.
    Wrong: In [54] innings she let in [24] earned runs. Her ERA of [2.00] is the best of the club.
    Right: In 54 innings she let in 24 earned runs. Her ERA of 4.00 is the best of the club.
    Wrong: The [nine] clubs meet each other home and away, and so play [18] matches apiece.
    Skip: The nine clubs meet each other home and away and play 18 matches.
    Wrong: Hexley have not lost in [17] matches, winning [13] and drawing [three].  =>  13 + 3
    Right: Hexley have not lost in 16 matches, winning 13 and drawing three.
    Wrong: The Otters, who carried a [4-2] record into the game, improved to [6-2] with the win.  =>  4-2 and one game
    Right: The Otters, who carried a 4-2 record into the game, improved to 5-2 with the win.
    Skip: He averaged 20-10 in 28 games.
    Skip: 그는 선발 15경기에서 7승 5패를 했다.
    """
    for sentence in article.body:
        if sentence.kinds & PAIR:
            for told in TOLD:
                yield from told(article, sentence)
        if sentence.kinds & COUNT:
            for told in COUNTED:
                yield from told(article, sentence)
        if len(sentence.mentions) > 1 and sentence.kinds & COUNT:
            words = article.words(sentence).lower()
            for told, gate in SEVERAL:
                if any(word in words for word in gate):
                    yield from told(article, sentence)
        if len(sentence.mentions) > 1 and sentence.kinds & LENGTH:
            yield from finishes(article, sentence)
    for told, gate in RARE:
        for sentence in article.holding(*gate):
            yield from told(article, sentence)
    yield from careers(article)
    yield from cards(article)
    yield from in_two_kinds(article)
    yield from games_of(article)
    yield from innings(article)
    yield from halves(article)
    yield from added(article)
    yield from won_by(article)
    yield from cricket(article)
    yield from goals_from(article)
    yield from season_lines(article)
    yield from points_of_records(article)
    yield from taken(article)
    yield from by_formulas(article)
    for grid in grids(article.document) if article.document.tables else ():
        yield from points_of(article, grid)
