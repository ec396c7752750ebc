"""Dates: the site's own spelling, and other people's.

The site prints `Nov 13` for a day in the year of the visit, and `Nov 13, 2024` for any other.
Other spellings come from people and tools between the site and us; `dateutil` reads those, and
only ever sees a short span that has the shape of one date.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import regex

from hfpapers._words import MONTHS, PUBLISHED_ON


class PrintedDate(NamedTuple):
    """A date as far as it is printed: without a year, or with day and month in doubt."""

    year: int | None
    month: int
    day: int
    #: Whether day and month could be the other way round, as in `05/06/2025`.
    swappable: bool = False


#: By lower-case name: style sheets print the header's month in capitals.
MONTH_NUMBER = {name.lower(): number for number, name in enumerate(MONTHS, 1)}

#: date := ["Published on"] month day ["," year]
SITE_DATE = (
    rf"(?:{regex.escape(PUBLISHED_ON)}\s++)?+(?P<month>(?i:{'|'.join(MONTHS)}))\s*+(?P<day>[0-9]{{1,2}}+)(?![\w.:/-])"
    r"(?:\s*+,\s*+(?P<year>[0-9]{4}+)(?!\w))?+"
)
_MONTH_WORD = r"\p{L}{3,9}\.?"
_OTHER = regex.compile(
    rf"(?:{PUBLISHED_ON}\s++)?+(?P<span>"
    r"[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?|[0-9]{4}/[0-9][0-9]?/[0-9][0-9]?|[0-9][0-9]?[./-][0-9][0-9]?[./-][0-9]{4}"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?\.? {_MONTH_WORD},? [0-9]{{4}}"
    rf"|{_MONTH_WORD} [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}}"
    rf"|{_MONTH_WORD} [0-9]{{1,2}}|[0-9]{{1,2}} {_MONTH_WORD})"
)
#: What dateutil fills gaps with. What comes out differently with the other was not printed; both
#: are leap years, so that Feb 29 is a day in either.
_DEFAULTS = tuple(dt.datetime.fromisoformat(day) for day in ("2000-01-01", "2004-02-02"))
_NUMERIC = regex.compile(r"(?P<a>[0-9][0-9]?)[./-](?P<b>[0-9][0-9]?)[./-][0-9]{4}")


def site_date(match: regex.Match[str]) -> PrintedDate:
    """Return the date that `SITE_DATE` found."""
    year = int(match["year"]) if match["year"] else None
    return PrintedDate(year, MONTH_NUMBER[match["month"].lower()], int(match["day"]))


def other_date(text: str) -> PrintedDate | None:
    """Read a text that is nothing but one date in a spelling that the site does not use.

    >>> other_date("13 November 2025")
    PrintedDate(year=2025, month=11, day=13, swappable=False)
    >>> other_date("05/06/2025")
    PrintedDate(year=2025, month=5, day=6, swappable=True)
    >>> other_date("35 authors")
    """
    match = _OTHER.fullmatch(text)
    if match is None:
        return None
    span = match["span"]
    numeric = _NUMERIC.fullmatch(span)
    # Dots and a day before the month belong together; slashes and dashes are used either way.
    day_first = numeric is not None and "." in span
    first, second = (_read(span, default, day_first) for default in _DEFAULTS)
    if first is None or second is None or (first.month, first.day) != (second.month, second.day):
        return None
    swappable = bool(
        numeric
        and not day_first
        and int(numeric["a"]) <= 12
        and int(numeric["b"]) <= 12
        and numeric["a"] != numeric["b"]
    )
    year = first.year if first.year == second.year else None
    return PrintedDate(year, first.month, first.day, swappable)


def _read(span: str, default: dt.datetime, day_first: bool) -> dt.datetime | None:
    # dateutil is needed for few pages, and takes longer to import than most pages to read.
    from dateutil import parser

    try:
        return parser.parse(span, default=default, dayfirst=day_first)
    except (ValueError, OverflowError, ArithmeticError, TypeError, AttributeError):
        # ParserError is a ValueError, decimal.InvalidOperation an ArithmeticError.
        return None
