"""What of a page is not the article; in doubt a line is copy."""

from __future__ import annotations

import pytest

from factcheck.read import read_text

FURNITURE = """\
Google Ads | Google Ads
*Advertisement — Story continues below*
ADVERTISEMENT
**Read more: Bin collections to go three-weekly**
**Read more:** *Should you upgrade from an iPhone 13?*
Las Vegas shooting: death toll rises to 50 – latest updates Read more
*Related: Does Vitamin B2 prevent headaches?*
SEE ALSO: Up to 30 million taxpayers to claim exemption
Also read: Five things to know about 5G
Related Coverage U.S. judge will likely rule next week
JUST WATCHED 90% say yes Replay More Videos... MUST WATCH 90% say yes 02:15
LISTEN TO ARTICLE 6:38 SHARE THIS ARTICLE Share Tweet Post Email
Sign up for our newsletter
Sign up to receive the latest US opinion pieces every weekday
Subscribe to our daily newsletter on the business of technology.
Share this article
Follow us on Twitter and Facebook
Facebook | Twitter | Email
© 2025 Maeil Business Newspaper. All rights reserved.
Copyright 2021 The Ledger
All rights reserved.
저작권자 ⓒ 노을일보, 무단전재 및 재배포 금지
관련기사: 5월 수출 14억 달러
Contact the newsroom: 585-555-0142
Contact: Josie Penrose, manager, 01632 960075
Phone: 020 7946 0817
(Staff)
AP Photo/John Smith
Photo by Jane Doe
"""

COPY = """\
Ads for 5 products fell 3%.
Advertisement spending rose 5% in 2024.
Related costs rose 5% to $3 million.
Read more than 20 books a year, he told the class of 30.
Share prices rose 4.1% to $130.
Shares: up 4.1% at $130.00
Share of the vote: 45%
Follow us to the 5th floor, she said.
Subscribe to the plan and pay $5, he said.
Sign up for the race by 5 May, said the club.
Contact with 3 of the 5 boats was lost.
Contact: 20 of them had been near the patient.
Copyright claims rose 5% in 2024.
Phone sales fell 12% to 3.4 million.
Staff of 50 left in 2021.
Comments on the 3 plans closed on May 5.
Listen: 45% of drivers heard nothing.
Photo finishes decided 3 of 5 races.
Email volumes grew 12%.
To report a theft, call 311 or 555-0110.
Conference call: today at 10:00 CEST. Dial-in +46 8 555 01 42, code 77310.
Trending up 5% since 2019, rents hit $900.
Ad revenue was $5 million.
"""


def kind(line: str) -> str:
    return read_text(f"The council met on Monday.\n\n{line}\n\nIt adjourned.").blocks[1].kind


@pytest.mark.parametrize("line", FURNITURE.splitlines())
def test_furniture(line: str) -> None:
    assert kind(line) == "furniture"


@pytest.mark.parametrize("line", COPY.splitlines())
def test_copy(line: str) -> None:
    assert kind(line) != "furniture"


@pytest.mark.parametrize(
    "line", ["Tue, 21-Oct-2025", "October 21, 2025", "2025.10.21", "Updated: 21 October 2025, 10:30"]
)
def test_a_date_over_the_page_is_not_the_day_of_publication(line: str) -> None:
    document = read_text(f"{line}\n\nThe council met on Monday, and it took 5 hours.")
    assert document.blocks[0].kind == "furniture"
    assert document.meta["page_date"] == "2025-10-21"
    assert document.published is None


def test_a_date_in_the_copy_stays() -> None:
    assert kind("October 21, 2025") == "paragraph"


def test_only_repeats_near_the_top_are_furniture() -> None:
    line = "Council tax to rise 5%"
    document = read_text(f"# {line}\n\n{line}\n\n" + "It met again.\n\n" * 12 + line)
    kinds = [block.kind for block in document.blocks]
    assert kinds[:3] == ["headline", "furniture", "paragraph"]
    assert kinds[-1] == "paragraph"


def test_a_longer_line_is_copy() -> None:
    assert kind("Related: " + "the council spent 5% more on roads and " * 6 + "bins") == "paragraph"
