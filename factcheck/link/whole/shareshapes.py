"""The shapes in which a part, its whole and its share stand, or a part and a share whose whole stands elsewhere."""

from __future__ import annotations

from factcheck.link.whole.portions import THE
from factcheck.link.whole.twofold import CLOSE, HEDGES, NOUN

OR = f"(,? or | ,? <(> | , which|that BE | , | — | - ) {HEDGES}"
OF_WHAT = "of? <wN'->? <wN'->? <wN'->? <wN'->? (<(> {money} <)>)?"
GOAL = "<wN'>? <wN'>? <wN'>? of? DETERMINER? ABOUT?"
ALL_OF = "(of (them|those|these|all | DETERMINER? TOTAL | the <wN>? <wN>?))"
ENDS = f"({CLOSE} | BE|HAVE|of|and|but)"
FIRM = (
    "{part:count} - for - {whole:count} <(> {stated:percent} <)>",
    f"{{stated:percent}} of {THE} {{whole:number}} {NOUN} , or {HEDGES} {{part:number}} {NOUN} {CLOSE}",
    f"{{part:number}} {OF_WHAT} (,? or | ,? <(> | , | BE | , which BE) {HEDGES} {{stated:share}} ,? of? {THE} {GOAL} {{whole:number}}",
    f"{{stated:share}} (<(> | , or) {HEDGES} {{part:number}} (<)> | ,) of {THE} {{whole:number}}",
    f"of {THE} {{whole:number}} <wN>? <wN>? <wN>? {{part:number}} <(> {HEDGES} {{stated:share}} <)>",
    f"of {THE} {{whole:number}} {{stated:share}} BE {{part:number}}",
    f"{{stated:percent}} of {THE} {{whole:number}} {NOUN} AUXILIARY? BE {HEDGES} {{part:number}} {CLOSE}",
    f"{{part:number}} {NOUN} (PER|a|an)? PERIOD? (against|versus|vs) {THE} <wN>? of? {THE} {{whole:number}} {NOUN} {OR} {{stated:share}} {CLOSE}",
    f"{{whole:number}} {NOUN} , of (which|whom) {NOUN} DETERMINER? {NOUN} {{stated:percent}} <(> {HEDGES} {{part:number}} <)>",
    f"{{stated:share}} of {THE} <wN> <wN>? <wN>? <,:;(—-> or? {HEDGES} {{part:number}} out? of {THE} {{whole:number}} {NOUN} {CLOSE}",
    f"of {THE} {{whole:number}} <wN>? <wN>? <wN>? to {{part:number}} ABOUT? {{stated:percent}}",
)
"""Part, whole and share in one phrase."""

OPENED = (
    f"{{part:number}} {NOUN} {OR} {{stated:share}} {ENDS}",
    f"{{part:number}} ... (,? or | <(>) {HEDGES} {{stated:share}} {CLOSE}",
    f"{{part:number}} ... <,(—-> {HEDGES} {{stated:share}} {ALL_OF}? {CLOSE}",
)
"""A part and its share behind the whole that their sentence opens with."""

OF_WHOLE = f"CONJUNCTION? out? of {THE} <wN>? {{whole:number}}"
OF_WHOLE_INSIDE = f"<,;:—> {OF_WHOLE}"
"""What makes a figure the whole that a clause opens with."""

OF_THEM = (
    f"{{part:number}} of kin=them|those|these|the|its|that|this ... {OR} {{stated:share}} {ENDS}",
    f"{{part:number}} of kin=them|those|these ... <,(—-> {HEDGES} {{stated:share}} <,.q·)\n;:—>",
    f"{{stated:share}} of kin=them|those|these <,(—-> {HEDGES} {{part:number}} <,.q·)\n;:—>",
)
"""A part "of them", or of those that a noun names, beside its share."""

BESIDE = f"{{part:number}} <of>? ... (,? or | ,? <(> | ,|— | , (which|that) BE | , (a|an) <w>? <w>? of) {HEDGES} {{stated:share}} {ENDS}"
WORTH = "{stated:share} ... (,|or|<(>) ... {part:number}"
"""A part and a share side by side, the whole elsewhere."""

IN_CASES = f"in {HEDGES} {{part:count}} kin=<wN> {OR} {{stated:share}} {CLOSE}"
OF_KIN = f"of the kin=<wN> , {HEDGES} {{part:count}} ... (, or | <(>) {HEDGES} {{stated:share}} {CLOSE}"
"""A part of what other sentences count, with its share."""
