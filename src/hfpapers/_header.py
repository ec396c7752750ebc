"""Header: the day that a page shows, and what was searched for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from hfpapers._cards import Card
from hfpapers._furniture import marked_furniture
from hfpapers._links import Link, linked_day
from hfpapers._model import Kind
from hfpapers._signs import Sign
from hfpapers._words import PAGE_TITLES
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
    query = _find_query(signs, unread, cards) if kind == "search" else None
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


def _find_query(
    signs: Sequence[Sign], unread: Sequence[Sign], cards: Sequence[Card]
) -> Sign | None:
    """Find the query: the last line that is no furniture below the header, and above the cards."""
    first = {id(sign) for card in cards[:1] for sign in card.signs()}
    loose = {id(sign) for sign in unread if sign.kind == "prose"}
    header: Sign | None = None
    query: Sign | None = None
    for sign in signs:
        if id(sign) in first and header is not None:
            break
        kind = marked_furniture(sign.text) if id(sign) in loose else sign.kind
        if kind == "header" and sign.text.casefold() not in PAGE_TITLES:
            header = header or sign
        elif header is not None and kind is None and _is_plain(sign, header):
            query = sign
    return query


def _is_plain(sign: Sign, header: Sign) -> bool:
    """Whether a line carries no mark of a heading, nor of a list if the header has none."""
    return not sign.piece.heading and sign.piece.bullet in ("", header.piece.bullet)
