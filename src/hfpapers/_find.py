"""Items in what was loaded, wherever they stand: in lists, in wrappers of services, in tables.

wrapped := items in a list, or one in an object of its own, at any depth
table   := [header, row*] | {columns: header, data: [row*]} | {column: [value*], ...}
| {column: {row: value, ...}, ...}
header  := [column*], with a title among them
"""

from __future__ import annotations

from hfpapers._fields import arxiv_id_of
from hfpapers._items import Item, is_item
from hfpapers._keys import role_of
from hfpapers._values import Object, members, plain

#: Wrappers are nested less deeply; what was loaded may hold itself.
_DEEPEST = 12


def holds_papers(value: object) -> bool:
    """Whether a value that was loaded holds at least one item, wherever that stands.

    >>> holds_papers({"data": {"rows": [{"title": "Pebbles", "arxiv_id": "2511.00001"}]}})
    True
    >>> holds_papers([{"title": "Fog again"}])
    False
    """
    return bool(find_items(value))


def find_items(value: object) -> list[Item]:
    """Return all items in a value, in order, with what stands between them in their lists."""
    return _Search().items_in(value, 0)


class _Search:
    """One search. It enters each list and object once, however often that is referred to."""

    def __init__(self) -> None:
        #: They are kept, so that no other one gets the same identity.
        self._entered: dict[int, object] = {}

    def items_in(self, value: object, depth: int) -> list[Item]:
        """Return the items in a value, which may be one itself."""
        value = plain(value)
        if type(value) not in (list, dict) or not value or depth > _DEEPEST:
            return []
        if is_item(value):
            return [Item(value)]
        if id(value) in self._entered:
            return []
        self._entered[id(value)] = value
        if any(map(is_item, rows := rows_of(value))):
            return [Item(row) for row in rows]
        if type(value) is list:
            return self._in_list(value, depth)
        inner = members(value) or {}
        found = [self.items_in(_with_id(*pair), depth + 1) for pair in inner.items()]
        return [item for items in found for item in items]

    def _in_list(self, value: list[object], depth: int) -> list[Item]:
        """Find the items of a list; if it has any, what is none is one that is malformed."""
        found = [self.items_in(one, depth + 1) for one in value]
        if not any(found):
            return []
        pairs = zip(value, found, strict=True)
        return [item for one, items in pairs for item in (items or [Item(one)])]


def _with_id(key: str, value: object) -> object:
    """Give an object the id that it stands under, if that is one and it has none of its own."""
    if arxiv_id_of(key) is None or (held := members(value)) is None or is_item(held):
        return value
    return {**held, "id": key}


def rows_of(value: object) -> list[object]:
    """Return the rows of a table as objects; nothing if a value is no table with titles.

    A row with more or fewer values than the table has columns stays as it is.

    >>> rows_of([["title", "votes"], ["Pebbles", 3]])
    [{'title': 'Pebbles', 'votes': 3}]
    >>> rows_of({"title": ["Pebbles"], "votes": [3]})
    [{'title': 'Pebbles', 'votes': 3}]
    """
    if type(value) is list:
        return _rows_below(plain(value[0]), value[1:]) if value else []
    held = {key: plain(one) for key, one in (members(value) or {}).items()}
    titles = next((one for key, one in held.items() if is_title(key)), None)
    if type(titles) in (list, dict):
        return _rows_across({key: one for key, one in held.items() if type(one) is type(titles)})
    headers = [one for one in held.values() if _is_header(one)]
    tables = [one for one in held.values() if type(one) is list and not _is_header(one)]
    found = [_rows_below(header, rows) for header in headers for rows in tables]
    return next(filter(None, found), [])


def is_title(key: str) -> bool:
    """Whether a key or the heading of a column means a title."""
    role = role_of(key)
    return role is not None and role.field == "title"


def _is_header(value: object) -> bool:
    if type(value) is not list:
        return False
    names = [plain(one) for one in value]
    return any(type(name) is str and is_title(name) for name in names)


def _rows_below(header: object, rows: list[object]) -> list[object]:
    """Return the rows below a header as objects."""
    if type(header) is not list or not _is_header(header):
        return []
    names = [name if type(name) is str else "" for name in map(plain, header)]
    found = [plain(row) for row in rows]
    if not any(type(row) is list for row in found):
        return []
    return [
        dict(zip(names, row, strict=True)) if type(row) is list and len(row) == len(names) else row
        for row in found
    ]


def _rows_across(columns: Object) -> list[object]:
    """Return the rows of a table that is kept column by column, all of them equally long."""
    cells = {name: _cells(one) for name, one in columns.items()}
    labels = [*next(iter(cells.values()))]
    if any([*column] != labels for column in cells.values()):
        return []
    return [{name: column[label] for name, column in cells.items()} for label in labels]


def _cells(column: object) -> Object:
    """Return the values of a column by their rows."""
    if type(column) is list:
        return {str(number): value for number, value in enumerate(column)}
    return members(column) or {}
