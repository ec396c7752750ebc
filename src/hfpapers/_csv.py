"""CSV: the table that the command writes, and tables of other people that name what they hold.

    table := header line end (row line end)*
    row   := cell (separator cell)*

The separator is a comma, a semicolon or a tab: whichever gives a header with a title, and with an
id or a link or all columns of this library's records.
"""

from __future__ import annotations

import csv
from io import StringIO

from hfpapers._find import is_title
from hfpapers._items import Item, is_item
from hfpapers._keys import is_own_record, role_of

_SEPARATORS = ",;\t"
#: No header is so long; a text without line ends need not be looked at to its end.
_LONGEST = 2_000
#: What other people's tables write for a missing value, besides an empty cell.
_GAPS = frozenset({"nan", "NaN", "NaT", "None", "null", "NULL", "<NA>", "#N/A"})


def is_table(text: str) -> bool:
    r"""Whether a text is a table of papers of the Hub: its header says so, and a row holds one.

    >>> is_table("title,arxiv_id\nPebbles,2511.00001\n"), is_table("Title, abstract and notes\n")
    (True, False)
    """
    if _separator(text) is None:
        return False
    return any(is_item(item.value) for item in read_rows(text)[0])


def read_rows(text: str) -> tuple[list[Item], csv.Error | None]:
    """Return the rows of a table as items, and why it could not be read to its end, if so."""
    items: list[Item] = []
    rows = csv.reader(StringIO(text, newline=""), delimiter=_separator(text) or ",")
    header: list[str] = []
    is_own, last = False, 0
    try:
        for row in rows:
            first, last = last + 1, rows.line_num
            if not header:
                header = [name.strip("\ufeff ") for name in row]
                is_own = is_own_record(header)
            elif row:
                items.append(Item(_record(header, row, is_own), (first, last)))
    except csv.Error as error:
        return items, error
    return items, None


def _separator(text: str) -> str | None:
    """Return what stands between the cells of a header; None if there is none."""
    line = text[:_LONGEST].lstrip("\ufeff \r\n").split("\n", 1)[0].rstrip("\r")
    for separator in _SEPARATORS:
        if separator in line:
            names = [name.strip(' "') for name in line.split(separator)]
            roles = [role.field for name in names if (role := role_of(name))]
            if "title" in roles and ("arxiv_id" in roles or is_own_record(names)):
                return separator
    return None


def _record(header: list[str], row: list[str], is_own: bool) -> object:
    """Return a row as an object; one with more or fewer cells than the header stays a list."""
    if len(row) != len(header):
        return row
    gaps = frozenset() if is_own else _GAPS
    pairs = zip(header, row, strict=True)
    return {
        name: cell if cell and (cell not in gaps or is_title(name)) else None
        for name, cell in pairs
    }
