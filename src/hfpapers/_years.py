"""Years: the year of the visit, and with it the dates that were printed without one.

The site leaves out the year of a date in the year of the visit. What tells that year, best first:
the caller's `today`; a link to a daily page; the arXiv id of a paper whose date has no year; and
that every year printed on a search page is earlier than the year of the visit.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from hfpapers._dates import PrintedDate

#: A page can be ahead of its reader by a time zone.
_GRACE = dt.timedelta(days=1)
_LEAP_YEAR = 2000


class Visit(NamedTuple):
    """When the page was fetched, as far as is known."""

    year: int | None
    today: dt.date | None = None
    #: Whether the year only follows from the years that the page prints.
    inferred: bool = False


def infer_visit(
    today: dt.date | None,
    days: Iterable[dt.date],
    dated_ids: Iterable[tuple[PrintedDate, str | None]],
) -> Visit:
    """Find the year of the visit from `today`, linked days, and dates with their arXiv ids."""
    if today is not None:
        return Visit(today.year, today)
    for day in days:
        return Visit(day.year)
    printed = []
    for date, arxiv_id in dated_ids:
        if date.year is not None:
            printed.append(date.year)
        elif arxiv_id is not None:
            # An id is given out at submission, which may be in the first days of the next year.
            year, month = 2000 + int(arxiv_id[:2]), int(arxiv_id[2:4])
            return Visit(year - 1 if date.month == 12 and month == 1 else year)
    return Visit(max(printed) + 1, inferred=True) if printed else Visit(None)


def resolve(date: PrintedDate, visit: Visit) -> dt.date | None:
    """Return the day that was meant, or None if its year is unknown or there is no such day."""
    year = date.year if date.year is not None else visit.year
    if year is None:
        return None
    try:
        return dt.date(year, date.month, date.day)
    except ValueError:
        return None


def exists(date: PrintedDate) -> bool:
    """Whether there is such a day in its year or, if it was printed without one, in a leap year."""
    return resolve(date, Visit(_LEAP_YEAR)) is not None


def nearest(date: PrintedDate, day: dt.date) -> dt.date | None:
    """Return the day without a year that lies nearest to another day."""
    years = (day.year - 1, day.year, day.year + 1)
    found = (resolve(date, Visit(year)) for year in years)
    return min((one for one in found if one), key=lambda one: abs(one - day), default=None)


def lies_ahead(date: PrintedDate, day: dt.date, visit: Visit) -> bool:
    """Whether a date without a year would lie after the visit."""
    return date.year is None and visit.today is not None and day - visit.today > _GRACE
