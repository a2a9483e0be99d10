"""Ages that are a year off: "Alm, 42, who was born on 14 June 1981", in a text of March 2023."""

from __future__ import annotations

from datetime import date

from factcheck.dates import days_meant
from factcheck.link.people.births import Birth
from factcheck.link.people.lifetimes import stated
from factcheck.link.people.lives import Aged, age_on
from factcheck.quantity import Interval


def is_year_off(aged: Aged, birth: Birth, years: Interval, published: date) -> bool:
    """Tell whether an age in a name's own commas is a year off, and right at no other time that its sentence tells."""
    age = aged.mention
    apposed = aged.manner == "now" and age.kind == "age" and "-" not in age.text
    off = years.low == years.high and abs(age.size - float(years.low)) == 1
    return apposed and off and not _right_then(aged, birth, published)


def _right_then(aged: Aged, birth: Birth, published: date) -> bool:
    others = [one.when for one in aged.sentence.of_kind("year|date|relative") if one is not birth.on and one.when]
    told = [days for when in others if (days := days_meant(when, published)) and days.last >= birth.days.first]
    return any(age_on(birth.days, days).meets(stated(aged.mention)) for days in told)
