"""What makers of sites, papers and books write their articles in: tags, shortcodes, AsciiDoc, reStructuredText."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from documents import blocks, cells, check_linear, copy, quoted
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.cli import main
from factcheck.document import Document, UnreadableError
from factcheck.pipeline import read_article
from factcheck.read import read_file, read_text

SIGNS = re.compile(r"[*_`#\\|]|\s+")


def read(source: str, suffix: str = ".md") -> Document:
    return read_text(source, f"a{suffix}", suffix)


def words_of(source: str, suffix: str = ".md") -> list[str]:
    """The blocks of copy behind an opening paragraph."""
    return copy(read(f"It began.\n\n{source}", suffix)).split("\n")[1:]


def check_figures(document: Document) -> None:
    """Cut out of the file, every figure is what the text has, but for the signs of markup."""
    for mention in read_article(document).mentions:
        start, end, _ = document.in_source(mention.span)
        assert 0 <= start < end <= len(document.source)
        assert SIGNS.sub("", document.source[start:end]) == SIGNS.sub("", mention.text)
    assert "\n".join(words for _, words in blocks(document)) == document.text


HUGO = """\
+++
title = "Acme's profit rises 24%"
date = 2025-08-25T09:00:00+09:00
+++
# Acme's profit rises 24%

{{< figure src="/img/9.jpg" alt="A shop" caption="A crowd of **900** on July 13" >}}

{{% notice tip %}}
It sold 5 phones{{< ref "9.md" >}} a day.
{{% /notice %}}

{{< figure
  src="/img/9.jpg"
  title="Plant 7"
>}}

Profit rose [14%]({{< ref "/9" >}}) from $2.1 billion.

{{< highlight python >}}
x = 9

y = 9
{{< /highlight >}}
{{</* comment */>}}
"""


def test_hugo() -> None:
    document = read(HUGO)
    assert document.published == date(2025, 8, 25)
    assert blocks(document) == [
        ("title", "Acme's profit rises 24%"),
        ("headline", "Acme's profit rises 24%"),
        ("caption", "A shop"),
        ("caption", "A crowd of 900 on July 13"),
        ("paragraph", "It sold 5 phones a day."),
        ("caption", "Plant 7"),
        ("paragraph", "Profit rose 14% from $2.1 billion."),
        ("code", "x = 9"),
        ("code", "y = 9"),
    ]
    assert quoted(document, "900 on") == "900** on"


def test_json_front_matter() -> None:
    source = '{\n  "title": "Acme\\u2019s \\"profit\\" rises 24%",\n  "date": "2025-08-25",\n  "tags": ["a", "b"]\n}\n\nIt rose 5%.\n'
    for text in (source, source.replace("\n", "\r\n"), "\ufeff" + source):
        document = read(text)
        assert blocks(document) == [("title", 'Acme’s "profit" rises 24%'), ("paragraph", "It rose 5%.")]
        assert document.published == date(2025, 8, 25)
        assert document.meta["tags"] == "a, b"
        assert quoted(document, "Acme’s") == "Acme\\u2019s"


def test_broken_json_front_matter_is_told_with_its_place() -> None:
    with pytest.raises(UnreadableError, match=r"a\.md: line 3, column 1: broken JSON"):
        read('{\n  "title": "A",\n}\nIt rose.')


def test_braces_that_begin_a_text_are_words() -> None:
    assert copy(read("{sic} It rose 5%.")) == "{sic} It rose 5%."


JEKYLL = """\
---
title: Profit up
---
It sold {{ page.count }} phones.

{% include figure.html src="9.jpg" caption="A crowd of 900" %}

{% comment %}
It was 9 before.
{% endcomment %}

{% raw %}
Sales rose 5%.
{% endraw %}

{% highlight ruby %}
x = 9
{% endhighlight %}

## The year {#y9 .big}
A short one.
{: .note-9}
"""


def test_jekyll(tmp_path: Path) -> None:
    file = tmp_path / "2025-08-25-profit.md"
    file.write_text(JEKYLL)
    document = read_file(file)
    assert document.published == date(2025, 8, 25)
    assert copy(document).split("\n") == [
        "Profit up",
        "It sold  phones.",
        "A crowd of 900",
        "Sales rose 5%.",
        "The year",
        "A short one.",
    ]


@pytest.mark.parametrize(
    ("name", "front", "day"),
    [
        ("2025-08-25-profit.md", "---\ndate: 2025-08-20\n---\n", date(2025, 8, 20)),
        ("2025-08-25-profit.md", "", date(2025, 8, 25)),
        ("2025-13-45-profit.md", "", None),
        ("12025-08-25-profit.md", "", None),
        ("2025-08-25.txt", "", None),
    ],
)
def test_a_post_is_named_by_its_day(tmp_path: Path, name: str, front: str, day: date | None) -> None:
    (tmp_path / name).write_text(f"{front}It rose 5%.\n")
    assert read_file(tmp_path / name).published == day


QUARTO = """\
---
title: Profit up
format:
  html: default
---
::: {.callout-note title="In 3 points"}
It sold 5 phones.
:::

As @fig-sales and @tbl-2025 show [@smith2020, p. 9], profit rose `r round(x, 9)` to **$2.6** billion.

![Sales of 5 million phones](9.png){#fig-sales width=99}

```{r}
#| label: fig-9
#| fig-cap: "Sales rose 7%"
x <- 9
```

| Unit | Sales |
|------|-------|
| A    | 1,140 |

: Sales by unit, in $m {#tbl-2025}

:::: columns
::: {.column width="50%"}
It has 12 plants, `{python} n` of them new.
:::
::::
"""


def test_quarto() -> None:
    document = read(QUARTO, ".qmd")
    found = [(kind, " ".join(words.split())) for kind, words in blocks(document) if kind not in ("cell", "code")]
    assert found == [
        ("title", "Profit up"),
        ("caption", "In 3 points"),
        ("paragraph", "It sold 5 phones."),
        ("paragraph", "As and show , profit rose to $2.6 billion."),
        ("caption", "Sales of 5 million phones"),
        ("caption", "Sales rose 7%"),
        ("caption", "Sales by unit, in $m"),
        ("paragraph", "It has 12 plants, of them new."),
    ]
    assert cells(document) == [["Unit", "Sales"], ["A", "1,140"]]
    check_figures(document)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Mail a@fig-9.org or @fig at 5.", "Mail a@fig-9.org or @fig at 5."),
        ("A set {1, 2, 3} of 5.", "A set {1, 2, 3} of 5."),
        ("He said {{sic}} 5.", "He said  5."),
        ("It was `r5` and `x = 5`.", "It was r5 and x = 5."),
        ("The ratio was 3:1.\n:) he wrote", "The ratio was 3:1. :) he wrote"),
        ("An open {{< tag of 5", "An open {{< tag of 5"),
        ("{% if x\nIt rose 5%.", "{% if x It rose 5%."),
        ("Profit was\n{{ x }} of 5.", "Profit was  of 5."),
    ],
)
def test_signs_that_are_no_tags_are_words(source: str, words: str) -> None:
    assert words_of(source) == [words]


ADOC = """\
= Acme's profit rises 24%
Kim Min <k@example.org>
v1.0, 2025-08-25
:lang: en
:toc:

[.lead]
Profit rose *14*% from $2.1 billion
to $2.6 billion.footnote:[See page 9.]

// comment 9
NOTE: It sold 5 phones, see <<x9>> and <<x9,the table of 5>>.

== The year

.Sales by unit
[%header,cols="1,2"]
|===
|Unit |Sales

|Phones
|1,140
in all
2+|Pads 5
|===

image::9.jpg[A crowd of 900,300,200]

* Phones: 5
  a day
** Pads: https://x.org/9[three of _them_] now
. One

term:: what 5 means

[source,python]
----
x = 9
----

////
It was 9.
////

____
"We sold 5."
____
It is {rev9} 2 * 3 and C# or `code` +
now.
include::9.adoc[]
"""


def test_asciidoc() -> None:
    document = read(ADOC, ".adoc")
    assert [pair for pair in blocks(document) if pair[0] != "cell"] == [
        ("headline", "Acme's profit rises 24%"),
        ("paragraph", "Profit rose 14% from $2.1 billion to $2.6 billion."),
        ("paragraph", "NOTE: It sold 5 phones, see  and the table of 5."),
        ("heading", "The year"),
        ("caption", "Sales by unit"),
        ("caption", "A crowd of 900"),
        ("item", "Phones: 5 a day"),
        ("item", "Pads: three of them now"),
        ("item", "One"),
        ("item", "term"),
        ("item", "what 5 means"),
        ("code", "x = 9"),
        ("paragraph", '"We sold 5."'),
        ("paragraph", "It is  2 * 3 and C# or code now."),
    ]
    assert cells(document) == [["Unit", "Sales"], ["Phones", "1,140 in all"], ["Pads 5", ""]]
    assert document.tables[0].header
    assert document.published == date(2025, 8, 25)
    assert document.meta["lang"] == "en"
    assert quoted(document, "14% from") == "14*% from"
    check_figures(document)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("A **b**c and _d_ and #g# and `h`.", "A bc and d and g and h."),
        ("E*TRADE and 2 * 3 and snake_case_5 and #1 and #2.", "E*TRADE and 2 * 3 and snake_case_5 and #1 and #2."),
        ("See link:9.html[the 5], xref:x9[the 6] and https://x.org/9.", "See the 5, the 6 and https://x.org/9."),
        ("At 9:30 [sic] it rose&nbsp;5%.", "At 9:30 [sic] it rose 5%."),
        ("It [.red]#rose# 5%.", "It rose 5%."),
        ("Press kbd:[F] or image:9.png[Picture 9].", "Press F or ."),
    ],
)
def test_markup_inside_asciidoc(source: str, words: str) -> None:
    assert words_of(source, ".adoc") == [words]


REST = """\
========================
Acme's profit rises 24%
========================

:Date: 2025-08-25
:Author: Kim Min

Profit rose *14*\\ % from ``$2.1`` billion
to `$2.6 billion <https://x.org/9>`_ [9]_, see :ref:`the table of 5 <x9>`.

.. comment 9

   more 9

.. [9] As of June 9.

.. _x9: https://x.org/9

The year
--------

.. figure:: 9.png
   :alt: A crowd of 900
   :width: 9

   The crowd of 900 at *the* gate

.. code-block:: python

   x = 9

The code is::

   y = 9

   z = 9

* Phones: 5
  a day
#. Pads: 3

+------+-------+
| Unit | Sales |
+======+=======+
| A    | 1,140 |
|      | in all|
+------+-------+
| both cells   |
+------+-------+

====  =====
Unit  Sales
====  =====
A     5
      and 6
B     7 and more
====  =====

.. note:: It sold 5 phones.
   It has 12 plants.

>>> 9 + 9
18

----

| Line 1
"""


def test_restructuredtext() -> None:
    document = read(REST, ".rst")
    assert [pair for pair in blocks(document) if pair[0] != "cell"] == [
        ("headline", "Acme's profit rises 24%"),
        ("paragraph", "Profit rose 14% from $2.1 billion to $2.6 billion, see the table of 5."),
        ("paragraph", "As of June 9."),
        ("heading", "The year"),
        ("caption", "A crowd of 900"),
        ("caption", "The crowd of 900 at the gate"),
        ("code", "x = 9"),
        ("paragraph", "The code is:"),
        ("code", "y = 9"),
        ("code", "z = 9"),
        ("item", "Phones: 5 a day"),
        ("item", "Pads: 3"),
        ("paragraph", "It sold 5 phones. It has 12 plants."),
        ("code", ">>> 9 + 9"),
        ("code", "18"),
        ("paragraph", "Line 1"),
    ]
    assert cells(document) == [["Unit", "Sales"], ["A", "1,140 in all"], ["both cells", ""]]
    assert cells(document, 1) == [["Unit", "Sales"], ["A", "5 and 6"], ["B", "7 and more"]]
    assert [table.header for table in document.tables] == [True, True]
    assert document.published == date(2025, 8, 25)
    assert quoted(document, "14% from $2.1") == "14*\\ % from ``$2.1"
    check_figures(document)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("A **bold** and *it* and 2 * 3 and E*TRADE.", "A bold and it and 2 * 3 and E*TRADE."),
        ("See Python_, `the 5`_ and snake_case_5 of 3.", "See Python, the 5 and snake_case_5 of 3."),
        ("A |bar| of 5 and an open `tick of 5.", "A |bar| of 5 and an open `tick of 5."),
        ("A. Smith said 5.", "A. Smith said 5."),
        ("Note: 5 phones.", "Note: 5 phones."),
    ],
)
def test_markup_inside_restructuredtext(source: str, words: str) -> None:
    assert words_of(source, ".rst") == [words]


def test_a_slip_is_found_in_a_folder_of_all_of_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.adoc", "b.rst", "c.qmd", "d.asciidoc"):
        (tmp_path / name).write_text("It began.\n\nProfit rose *14*% from $2.1 billion to $2.6 billion.\n")
    assert main(["check", str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert all(f"{name}:3:14" in told for name in ("a.adoc", "b.rst", "c.qmd", "d.asciidoc"))


UNITS = [
    *("It rose 14% from $2.1 billion", "*5*", "**5**", "`5`", "``5``", "_5_", "#5", "[5]", "(5)", "a::", "::", ":a: 5", "<<a,5>>", "{a}", "|5"),
    *("https://x.org[5]", "\n", "\n\n", "\n* 5", "\n. 5", "\n.. a:: 5", "\n   5", "\n|===\n", "\n|5 |6", "\n----\n", "\n====\n", "\n==  ==\n"),
    *("\n+--+--+\n", "\n|5 |6 |\n", "{{< a caption='5' >}}", "\n{% a %}\n", "\n:::\n", "@fig-5", "[@a5]", "\n: 5", "\\", "한국 5", "😀"),
]  # fmt: skip
SOURCES = st.lists(st.sampled_from(UNITS), max_size=14).map(" ".join) | st.lists(
    st.sampled_from(UNITS), max_size=14
).map("".join)


@settings(max_examples=300, deadline=None)
@given(SOURCES, st.sampled_from([".md", ".adoc", ".rst"]))
def test_any_text_can_be_read(source: str, suffix: str) -> None:
    document = read(f"It began.\n\n{source}", suffix)
    assert "\n".join(words for _, words in blocks(document)) == document.text
    for offset, sign in enumerate(document.text):
        there = document.source[document.origin(offset)]
        assert sign == there or sign in " \n"
    for table in document.tables:
        assert all("\n" not in document.text[cell.start : cell.end] for row in table.rows for cell in row)


FIGURES = st.sampled_from(
    ["14%", "*14*%", "**$2.1 billion**", "`5 km`", "It rose", "from", "to 3 of 7,", "Aug. 25, 2025"]
)
PROSE = st.lists(st.lists(FIGURES, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=4)


@settings(max_examples=200, deadline=None)
@given(
    PROSE, st.sampled_from(["\n", "\n\n", "\n* ", "\n\n.Title\n", "\n\n   "]), st.sampled_from([".md", ".adoc", ".rst"])
)
def test_every_figure_is_the_files(lines: list[str], joint: str, suffix: str) -> None:
    check_figures(read(f"It began.\n\n{joint.join(lines)}", suffix))


REPEATED = [
    *("{{< a >}}\n", "{{< a", "{% comment %}\n", "{{< highlight >}}\n", "{{ ", "{% ", "{#a", "{a=", "@fig-a ", "[@a ", "\n:::", ": a\n", "`r a` "),
    *("a::", "<<a,", "https://a[", "a:[", "((", "{a", "[.a]#", " +\n", "|===\n", "|===\n|a\n", "\n----\n", "a:: b\n", "|a\nb\n", "99+|a\n", "image::a[b]\n"),
    *(".. a\n", ".. a::\n", ".. note::\n   :a: b\n", "::\n\n  a\n", "`a ", "``a ", ":a:`", "a_ ", "|a ", "\n==  ==\n", "\n+-+-+\n| | |\n", "\n=====\n", "a\n===\n"),
    *("* a\n  ", "> a\n", ">>> a\n", "| a\n", ":a: b\n", "[1]_ ", "\\", " ", "#| fig-cap: a\n", "::: {a='", "\n.. a\n\n\n\n", ".. figure:: a\n\n"),
]  # fmt: skip


@pytest.mark.parametrize("suffix", [".md", ".adoc", ".rst"])
@pytest.mark.parametrize("unit", REPEATED, ids=repr)
def test_time_is_linear(unit: str, suffix: str) -> None:
    def reading(count: int) -> Callable[[], None]:
        def go() -> None:
            with suppress(UnreadableError):
                read(f"It began.\n\n{unit * (count // len(unit))} end", suffix)

        return go

    check_linear(reading, 4_000)
