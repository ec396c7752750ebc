"""JSON: what the Hub's API returns, in any of the shapes in which it is kept.

    document := items | props | item | lines | saved | anything that holds items
    items    := [item*]
    props    := {"dailyPapers" | "searchResults": items, periodType, date, query, isTrending, ...}
    lines    := (item | items)*, each on a line of its own or not
    saved    := {papers, kind, date, query, problems, leftovers}, a page of this library

In JSON Lines, each item knows its line. Of JSON that was cut off, the items before the cut are
read. A table of comma-separated values is read as items, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import attrs
import regex

from hfpapers._account import empty_problem
from hfpapers._csv import is_table, read_rows
from hfpapers._cut import load, load_before, whole_number
from hfpapers._find import find_items
from hfpapers._items import Item, is_item, read_items
from hfpapers._keys import is_own_record
from hfpapers._model import Kind, Page, Problem
from hfpapers._saved import is_saved, read_saved
from hfpapers._values import Object, line, members, moment_day, plain

#: The keys under which the data of a page holds its items.
LISTS = ("searchResults", "dailyPapers")
#: What stands between values that follow upon each other.
_BETWEEN = regex.compile(r"[\s,\x1e]*+")


def read_json(text: str) -> Page:
    """Read a text of JSON, of JSON Lines, or of comma-separated values."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        return Page(problems=(empty_problem(),))
    try:
        value = load(text)
    except (ValueError, RecursionError) as error:
        return _read_table(text) if is_table(text) else _read_broken(text, error)
    return read_document(value, (1, text.rstrip().count("\n") + 1))


def read_document(value: object, lines: tuple[int, int] = (0, 0)) -> Page:
    """Read what a JSON parser returned."""
    value = plain(value)
    if is_saved(value):
        return read_saved(value)
    if is_item(value):
        page = read_items([Item(value, lines)])
        return page if is_own_record(members(value) or {}) else attrs.evolve(page, kind="paper")
    if (props := read_props(value)) is not None:
        return props
    found = find_items(value)
    if not found and type(value) is list:
        found = [Item(one) for one in value]
    if found or value == []:
        return read_items(found)
    return Page(problems=(_other_problem(),))


def read_props(value: object, lines: tuple[int, int] = (0, 0)) -> Page | None:
    """Read the data of a page: its items, and what the page shows; None if it has none."""
    props = {name: plain(one) for name, one in (members(value) or {}).items()}
    lists = {name: one for name in LISTS if type(one := props.get(name)) is list}
    if not lists:
        return _read_one(props, lines)
    name, items = next((pair for pair in lists.items() if pair[1]), next(iter(lists.items())))
    page = read_items([Item(one, lines) for one in items])
    query = line(props.get("query"))
    is_day = props.get("periodType") in (None, "day")
    days = (moment_day(props.get(name)) for name in ("dateString", "date")) if is_day else ()
    kind: Kind = "search" if query or name == "searchResults" else "daily"
    return attrs.evolve(
        page,
        kind="trending" if props.get("isTrending") is True else kind,
        date=next(filter(None, days), None),
        query=query,
    )


def _read_one(props: Object, lines: tuple[int, int]) -> Page | None:
    """Read the data of the page of a single paper; None if it is none.

    That page prints the full name of the submitter, and the organisation that they belong to.
    """
    paper = members(props.get("paper")) or {}
    if not {"id", "title", "upvotes"} <= paper.keys():
        return None
    submitter = members(plain(paper.get("submittedOnDailyBy"))) or {}
    named = {"submittedOnDailyBy": submitter["fullname"]} if submitter.get("fullname") else {}
    item: Object = {"paper": {**paper, **named}}
    organisation = plain(paper.get("organization")) or plain(props.get("submitterOrganization"))
    if organisation:
        item["organization"] = organisation
    return attrs.evolve(read_items([Item(item, lines)]), kind="paper")


def unread_problem(what: str, error: Exception, line: int = 1) -> Problem:
    """Say that data could not be read to its end, and where it breaks off."""
    why = str(error)
    if isinstance(error, json.JSONDecodeError):
        line += error.lineno - 1
        why = f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"
    elif isinstance(error, RecursionError):
        why = "it is nested too deeply"
    message = f"The {what} could not be read to its end: {why}. Pass what the Hub returned, whole."
    return Problem(code="data-unread", message=message, line=line)


def _read_table(text: str) -> Page:
    """Read comma-separated values."""
    items, error = read_rows(text)
    page = read_items(items)
    if error is None:
        return page
    problem = unread_problem("table", error, items[-1].lines[1] + 1)
    return attrs.evolve(page, problems=(*page.problems, problem))


def _read_broken(text: str, error: ValueError | RecursionError) -> Page:
    """Read values that follow upon each other, each on its line or not, or what is not broken."""
    values, is_whole = _values(text)
    if is_whole:
        return read_items(values) if _found(values) else Page(problems=(_other_problem(),))
    lines = list(_lines(text))
    cut = load_before(text, error)
    most = max(_found(values), len(find_items(cut)))
    if _found(lines) >= max(most, 1):
        return read_items(lines)
    page = read_items(values) if _found(values) == most else read_document(cut)
    rest = page.problems if page.papers else ()
    return attrs.evolve(page, problems=(*rest, unread_problem("JSON", error)))


def _values(text: str) -> tuple[list[Item], bool]:
    """Read values that follow upon each other, and say whether they reach to the end."""
    decoder = json.JSONDecoder(strict=False, parse_int=whole_number)
    items: list[Item] = []
    place, number = 0, 1
    while place < len(text):
        start = place + len(between[0]) if (between := _BETWEEN.match(text, place)) else place
        number += text.count("\n", place, start)
        try:
            value, place = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            return items, start == len(text)
        last = number + text.count("\n", start, place)
        items += _items_on(value, (number, last))
        number = last
    return items, True


def _lines(text: str) -> Iterator[Item]:
    """Read each line of JSON Lines; one that is no JSON becomes an item that is none."""
    for number, row in enumerate(text.split("\n"), 1):
        if not row.strip():
            continue
        try:
            value = load(row)
        except (ValueError, RecursionError):
            value = row
        yield from _items_on(value, (number, number))


def _items_on(value: object, lines: tuple[int, int]) -> Iterator[Item]:
    """Return the items in a value that stands on some lines, or whatever it holds instead."""
    found = find_items(value)
    values = [item.value for item in found] or (value if type(value) is list else [value])
    return (Item(one, lines) for one in values)


def _found(items: Sequence[Item]) -> int:
    return sum(is_item(item.value) for item in items)


def _other_problem() -> Problem:
    message = (
        "This JSON holds no list of papers: neither items of the Hub's API, nor the data of one of "
        "its pages, nor a list that has titles with arXiv ids or links to papers of the Hub. Check "
        "what was fetched."
    )
    return Problem(code="no-papers", message=message)
