"""Currencies held at a fixed rate to another: by law since they joined the euro, or by a peg.

Sources: Council regulations (EC) 2866/98 and its successors for the euro; the central banks for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.records import NamedTuple


class Peg(NamedTuple):
    """`rate` units for one of `anchor` from 1 January of `since` on, within the share `reach`."""

    anchor: str
    rate: Fraction
    since: int = 0
    reach: Fraction = Fraction(0)
    words: str = ""


ANCHORS = {
    "EUR": "euro",
    "USD": "dollar",
    "HKD": "Hong Kong dollar",
    "SGD": "Singapore dollar",
    "INR": "Indian rupee",
    "ZAR": "rand",
    "GBP": "pound",
}

WOBBLE = Fraction(1, 200)
"""How far a market rate strays from its peg, as a share: half a percent."""

# code, units for one euro, year of adoption, name
_EURO = """
    ATS 13.7603 1999 schillings; BEF 40.3399 1999 Belgian francs; LUF 40.3399 1999 Luxembourg francs
    DEM 1.95583 1999 marks; ESP 166.386 1999 pesetas; FIM 5.94573 1999 markkas
    FRF 6.55957 1999 French francs; IEP 0.787564 1999 Irish pounds; ITL 1936.27 1999 lire
    NLG 2.20371 1999 guilders; PTE 200.482 1999 escudos; GRD 340.750 2001 drachmas
    SIT 239.640 2007 tolars; CYP 0.585274 2008 Cyprus pounds; MTL 0.429300 2008 Maltese lire
    SKK 30.1260 2009 Slovak korunas; EEK 15.6466 2011 kroons; LVL 0.702804 2014 lats
    LTL 3.45280 2015 litas; HRK 7.53450 2023 kunas; BGN 1.95583 2026 leva
"""

# code, anchor, units for one of the anchor, year from which it holds, name
_PEGGED = """
    SAR USD 3.75 1987 riyals; AED USD 3.6725 1998 dirhams; QAR USD 3.64 1981 riyals
    OMR USD 0.3845 1987 rials; BHD USD 0.376 1981 dinars; JOD USD 0.709 1996 dinars
    PAB USD 1 1950 balboas; BSD USD 1 1974 dollars; BMD USD 1 1973 dollars; BBD USD 2 1976 dollars
    BZD USD 2 1979 dollars; ANG USD 1.79 1972 guilders; AWG USD 1.79 1987 florins
    XCG USD 1.79 2025 guilders; XCD USD 2.7 1977 dollars; KYD USD 0.83333 1974 dollars
    DJF USD 177.721 1974 francs; ERN USD 15 2006 nakfa; TMT USD 3.5 2016 manats
    BAM EUR 1.95583 1999 marks; XOF EUR 655.957 1999 francs; XAF EUR 655.957 1999 francs
    XPF EUR 119.332 1999 francs; KMF EUR 491.96775 1999 francs; CVE EUR 110.265 1999 escudos
    MOP HKD 1.03 1984 patacas; BND SGD 1 1968 dollars; NPR INR 1.6 1994 rupees; BTN INR 1 1975 ngultrums
    NAD ZAR 1 1994 dollars; LSL ZAR 1 1981 maloti; SZL ZAR 1 1975 emalangeni; FKP GBP 1 1967 pounds
    GIP GBP 1 1928 pounds; SHP GBP 1 1977 pounds; JEP GBP 1 1928 pounds; GGP GBP 1 1922 pounds
    IMP GBP 1 1928 pounds
"""


def _table(text: str) -> list[list[str]]:
    return [entry.split() for entry in text.replace("\n", ";").split(";") if entry.strip()]


def _pegs(lines: list[list[str]], reach: Fraction) -> Iterator[tuple[str, Peg]]:
    for code, anchor, rate, year, *name in lines:
        yield code, Peg(anchor, Fraction(rate), int(year), reach, f"{rate} {' '.join(name)}")


PEGS: dict[str, Peg] = dict(
    [
        *_pegs([[code, "EUR", *rest] for code, *rest in _table(_EURO)], Fraction(0)),
        *_pegs(_table(_PEGGED), WOBBLE),
    ]
)
"""By ISO code; those of the euro's forerunners have no reach."""
