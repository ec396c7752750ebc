"""Header: the day that a page shows, and what was searched for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from hfpapers._cards import Card
from hfpapers._furniture import marked_furniture
from hfpapers._links import Link, linked_day
from hfpapers._model import Kind
from hfpapers._signs import FURNITURE, Sign
from hfpapers._words import TABS
from hfpapers._years import Visit, exists, nearest, resolve


def linked_days(links: Sequence[Link]) -> list[dt.date]:
    """Return the days that the links of a page lead to: the page's own or its neighbours."""
    return [day for day in map(linked_day, links) if day is not None]


class Header(NamedTuple):
    """What a header shows, and the signs that show it."""

    date: dt.date | None
    query: str | None
    signs: Sequence[Sign]


def read_header(
    signs: Sequence[Sign],
    unread: Sequence[Sign],
    cards: Sequence[Card],
    kind: Kind | None,
    visit: Visit,
    days: Sequence[dt.date],
    links: Sequence[Link],
) -> Header:
    """Read the header of a page, given which signs no card has read, linked days and all links."""
    day = _find_day(unread, cards)
    query = _find_query(signs, unread) if kind == "search" else None
    found = [sign for sign in (day, query) if sign is not None]
    linked_query = next((link.value for link in links if link.kind == "query"), None)
    shown = query.text if query is not None else None
    return Header(_read_day(day, visit, days), linked_query or shown, found)


def _find_day(signs: Sequence[Sign], cards: Sequence[Card]) -> Sign | None:
    """Find the day in the header: a date that is no card's, above all cards, after no dot."""
    first = cards[0].lines()[0] if cards else None
    above = ""
    for sign in signs:
        if first is not None and sign.piece.number > first:
            return None
        if sign.date is not None and above != "dot" and exists(sign.date):
            return sign
        above = sign.kind
    return None


def _read_day(sign: Sign | None, visit: Visit, days: Sequence[dt.date]) -> dt.date | None:
    """Return the day that the header shows; its links to the days beside it tell the year."""
    if sign is None or sign.date is None:
        return None
    if sign.date.year is None and days:
        return nearest(sign.date, days[0])
    return resolve(sign.date, visit)


def _find_query(signs: Sequence[Sign], unread: Sequence[Sign]) -> Sign | None:
    """Find the query: the line below the last header phrase that is no furniture, and no card's."""
    above: Sign | None = None
    below: Sign | None = None
    loose = {id(sign) for sign in unread if sign.kind == "prose"}
    for sign in signs:
        kind = marked_furniture(sign.text) if id(sign) in loose else sign.kind
        if kind == "header" and sign.text != TABS:
            above, below = sign, None
        elif above is not None and below is None and kind not in FURNITURE and kind != "link":
            below = sign
    if above is None or below is None or id(below) not in loose:
        return None
    # A list mark is none of a title's where every line has one.
    return None if below.piece.heading or below.piece.bullet != above.piece.bullet else below
