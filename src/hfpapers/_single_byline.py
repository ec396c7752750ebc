"""The byline of a single paper's page: its dates, who put it on the list, and an organisation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from hfpapers._dates import MONTH_NUMBER, PrintedDate, other_date
from hfpapers._links import linked_day
from hfpapers._signs import Sign
from hfpapers._single_cut import Cut, Part
from hfpapers._single_parts import name_and_rest, plain_name
from hfpapers._years import Visit, infer_visit, resolve

#: What stands between the title and the votes.
_BYLINE = ("date", "submitter", "listed", "place")
#: A paper is put on the list within so many days of its publication.
_SOON = dt.timedelta(days=92)


class Byline(NamedTuple):
    """What stands between the title and the votes; `other` may name an organisation."""

    date: Sign | None = None
    listed: Sign | None = None
    submitter: str | None = None
    other: Sequence[Part] = ()
    used: Sequence[Part] = ()


def read_byline(cut: Cut) -> Byline:
    """Read the dates and the submitter."""
    parts = [part for name in _BYLINE for part in cut.parts.get(name, ())]
    date, used = _printed_date(cut, "date"), list[Part]()
    for part in cut.parts.get("date", ())[:1] if date is None else ():
        # Someone between the site and us may spell it in a way of their own.
        if spelled := other_date(part.text.strip(" ·")):
            date, used = Sign("date", part.text, part.piece, date=spelled), [part]
    named = cut.parts.get("submitter", ())
    rest: Sequence[Part] = ()
    if named and "listed" not in cut.marks:
        # The day of the list shows where the name ends; without it, a dot or the line's end does.
        used.append(named[0])
        name, rest = name_and_rest(named[0])
        named = [name]
    submitter = plain_name(" ".join([part.text for part in named])) or None
    used += named
    other = [*rest, *(part for part in parts if not any(part is one for one in used))]
    return Byline(date, _printed_date(cut, "listed"), submitter, other, used)


def _printed_date(cut: Cut, name: str) -> Sign | None:
    """Return the date that a sign holds, if it is spelled as the site does."""
    match = cut.marks[name].match if name in cut.marks else None
    if match is None or match["month"] is None:
        return None
    day, year = int(match["day"]), match["year"]
    date = PrintedDate(int(year) if year else None, MONTH_NUMBER[match["month"].lower()], day)
    shown = f"{match['month']} {day}" + (f", {year}" if year else "")
    return Sign("date", shown, cut.pieces[name], date=date)


def read_visit(cut: Cut, byline: Byline, known: str | None, today: dt.date | None) -> Visit:
    """Find the year of the visit: the day of the list tells it, or the id where it is known."""
    link = cut.pieces["place"].link if "place" in cut.pieces else None
    day = linked_day(link) if link is not None else None
    dated = [(byline.date.date, known)] if byline.date and byline.date.date else []
    return infer_visit(today, [day] if day else [], dated)


def visit_of_list(byline: Byline, visit: Visit) -> Visit:
    """Return the visit by which the day of the list is read.

    Where only the year of the publication tells it, the next year is the visit's only if the paper
    was then put on the list soon after.
    """
    if not (visit.inferred and byline.listed and byline.date):
        return visit
    published, listed = (
        resolve(sign.date, visit) if sign.date else None for sign in (byline.date, byline.listed)
    )
    soon = published is not None and listed is not None and listed - published < _SOON
    return visit if soon else Visit(None)
