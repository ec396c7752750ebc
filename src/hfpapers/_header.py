"""Header: the day that a page shows, and what was searched for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from hfpapers._cards import Card
from hfpapers._furniture import marked_furniture
from hfpapers._links import Link, linked_day
from hfpapers._model import Kind
from hfpapers._signs import FURNITURE, Sign, linked
from hfpapers._words import PAGE_TITLES
from hfpapers._years import Visit, exists, nearest, resolve

#: The days before and after the page's own lie no further from each other.
_NEIGHBOURS = dt.timedelta(days=31)


def linked_days(signs: Sequence[Sign], cards: Sequence[Card]) -> list[dt.date]:
    """Return the days that the header or the footer links to: the page's own or its neighbours.

    A link to a day in somebody's note says nothing, and days that lie far apart do not either.
    Where a year ends between them, the page's own day tells on which side it is, and comes first.
    """
    days = [day for sign in _own_links(signs, cards) if (day := linked_day(sign.piece.link))]
    if not days or max(days) - min(days) > _NEIGHBOURS:
        return []
    if len({day.year for day in days}) == 1:
        return days
    shown = _find_day([sign for sign in signs if sign.piece.link is None], cards)
    own = nearest(shown.date, days[0]) if shown and shown.date else None
    return [own, *days] if own else []


def _own_links(signs: Sequence[Sign], cards: Sequence[Card]) -> Iterator[Sign]:
    """Go through the links of the header and the footer to days.

    They are icons or days, stand with no text in one line, and beside furniture, the day or others.
    """
    if not any(linked(sign, "day") for sign in signs):
        return
    held = {id(sign) for card in cards for sign in card.signs()}
    noted = {sign.piece.row for sign in signs if _is_text(sign)}
    for is_text, stretch in groupby(signs, lambda one: id(one) in held or _is_text(one)):
        around = [] if is_text else list(stretch)
        found = [one for one in around if linked(one, "day") and one.piece.row not in noted]
        shown = len({linked(one, "day") for one in found}) > 1 or any(map(_is_frame, around))
        yield from (one for one in found if shown or one.kind == "silent")


def _is_text(sign: Sign) -> bool:
    return sign.kind == "prose" and any(map(str.isalnum, sign.text))


def _is_frame(sign: Sign) -> bool:
    """Whether a sign is furniture, or a day without a link."""
    return sign.kind in FURNITURE or (sign.date is not None and sign.piece.link is None)


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
