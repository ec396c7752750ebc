"""JSON: what the Hub's API returns, in any of the shapes in which it is kept.

    document := items | props | item | lines
    items    := [item*]
    props    := {"dailyPapers" | "searchResults": items, periodType, date, query, isTrending, ...}
    lines    := (item | items) (line end (item | items))*

The last shape is JSON Lines; there, each item knows its line. Of a list that was cut off, the items
before the cut are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import attrs
import regex

from hfpapers._account import empty_problem
from hfpapers._items import Item, Object, is_item, moment_day, one_line, read_items
from hfpapers._model import Kind, Page, Problem

#: The keys under which the data of a page holds its items.
LISTS = ("searchResults", "dailyPapers")
_LISTED = regex.compile(rf'"(?:{"|".join(LISTS)})"\s*+:\s*+(?=\[)')
#: No count has more digits; Python refuses to read, or takes very long over, far longer numbers.
_DIGITS = 18


def read_json(text: str) -> Page:
    """Read a text of JSON, or of JSON Lines."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        return Page(problems=(empty_problem(),))
    try:
        value = load(text)
    except (ValueError, RecursionError) as error:
        before_cut, lines = _before_cut(text), list(_lines(text))
        if _found(lines) > _found(before_cut):
            return read_items(lines)
        page = read_items(before_cut)
        rest = page.problems if page.papers else ()
        return attrs.evolve(page, problems=(*rest, unread_problem("text", error)))
    return read_document(value, (1, text.rstrip().count("\n") + 1))


def read_document(value: object, lines: tuple[int, int] = (0, 0)) -> Page:
    """Read what a JSON parser returned."""
    if is_item(value):
        return read_items([Item(value, lines)])
    if isinstance(value, list):
        return read_items([Item(one) for one in value])
    items = list_of(value)
    if not isinstance(value, dict) or items is None:
        return Page(problems=(_other_problem(),))
    return read_props(value, items)


def read_props(props: Object, items: Sequence[object], lines: tuple[int, int] = (0, 0)) -> Page:
    """Read the data of a page: its items, and what the page itself shows."""
    page = read_items([Item(one, lines) for one in items])
    query = props.get("query")
    query = one_line(query) if isinstance(query, str) else None
    is_day = props.get("periodType") in (None, "day")
    days = (moment_day(props.get(name)) for name in ("dateString", "date")) if is_day else ()
    return attrs.evolve(
        page,
        kind=_kind(props, items, query),
        date=next(filter(None, days), None),
        query=query,
    )


def list_of(value: object) -> list[object] | None:
    """Return the list of items that the data of a page holds, or None if it is no such data."""
    lists = [value.get(name) for name in LISTS] if isinstance(value, dict) else []
    found = [items for items in lists if isinstance(items, list)]
    return next(filter(None, found), found[0] if found else None)


def load(text: str) -> object:
    """Read JSON; control characters may stand in texts, and no number is too long."""
    return json.loads(text, strict=False, parse_int=_whole_number)


def unread_problem(what: str, error: ValueError | RecursionError, line: int = 1) -> Problem:
    """Say that JSON could not be read, and where it breaks off."""
    why = "it is nested too deeply"
    if isinstance(error, json.JSONDecodeError):
        line += error.lineno - 1
        why = f"{error.msg} at character {error.pos + 1}"
    message = (
        f"The {what} could not be read as JSON: {why}. Pass what the Hub returned, as it came."
    )
    return Problem(code="data-unread", message=message, line=line)


def _whole_number(digits: str) -> int | float:
    return int(digits) if len(digits) <= _DIGITS else float(digits)


def _lines(text: str) -> Iterator[Item]:
    """Read each line of JSON Lines; one that is no JSON becomes an item that is none."""
    for number, row in enumerate(text.split("\n"), 1):
        if not row.strip():
            continue
        try:
            value = load(row)
        except (ValueError, RecursionError):
            value = row
        for one in value if isinstance(value, list) else [value]:
            yield Item(one, (number, number))


def _before_cut(text: str) -> list[Item]:
    """Read the items of a list that ends too early, or is broken, up to the one that is."""
    decoder = json.JSONDecoder(strict=False, parse_int=_whole_number)
    items: list[Item] = []
    place = _next(text, 0)
    if text.startswith("{", place) and (listed := _LISTED.search(text, place)):
        place = listed.end()
    mark = "["
    while text[place : place + 1] == mark:
        mark = ","
        place = _next(text, place + 1)
        try:
            value, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            break
        items.append(Item(value))
        place = _next(text, place)
    return items


def _found(items: Sequence[Item]) -> int:
    return sum(is_item(item.value) for item in items)


def _next(text: str, place: int) -> int:
    """Return the place of the next character that is no white space."""
    while text[place : place + 1].isspace():
        place += 1
    return place


def _kind(props: Object, items: Sequence[object], query: str | None) -> Kind:
    if props.get("isTrending") is True:
        return "trending"
    return "search" if query or items is props.get("searchResults") else "daily"


def _other_problem() -> Problem:
    message = (
        "This JSON holds no list of papers: neither items of the Hub's API nor the data of one of "
        "its pages. Check what was fetched."
    )
    return Problem(code="no-papers", message=message)
