"""Margins: what someone put before every line of a text, and what is none of the page's own.

    margin := white space | ">" | sign of a comment | line number sign

Blank lines may lack it; if any other line does, it is no margin, but for `>` before most lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import regex

#: So many margins may stand side by side, as in a mail that quotes a mail.
_DEEPEST = 6
#: What begins a comment or a quotation in mail and in code.
_SIGNS = frozenset(">#/;%")
#: A line number, as tools for code print it: `12→`, `12: `, or a tab behind it.
_LINE_NUMBER = regex.compile(r"\s*+(?P<number>[0-9]{1,6}+)(?:[\t→:.)]|\s?[|│])")
#: So many numbers count lines at the least.
_NUMBERED = 3


def without_margin(rows: list[str]) -> list[str]:
    """Take off what all rows but blank ones begin with."""
    for _ in range(_DEEPEST):
        width = _widths(rows)
        if not width:
            return rows
        rows = [row[end:] for row, end in zip(rows, width, strict=True)]
    return rows


def lead(row: str) -> str:
    """Return the white space that a row begins with."""
    return row[: len(row) - len(row.lstrip())]


def _widths(rows: Sequence[str]) -> list[int]:
    """Return how much of each row is margin; nothing if there is none."""
    first = next(filter(str.strip, rows), "")
    if _may_lead(first[:1]):
        filled = list(filter(str.strip, rows))
        # What the first and the last in the order of the alphabet share, all of them do.
        pairs = zip(min(filled), max(filled), strict=False)
        shared = (one == other and _may_lead(one) for one, other in pairs)
        if (width := sum(takewhile(bool, shared))) and len(filled) > 1:
            return [width] * len(rows)
    quoted = [row for row in rows if row[:1] == ">"]
    if quoted and len(quoted) * 2 > len(list(filter(str.strip, rows))):
        # A mail says above who wrote what it quotes.
        return [2 if row[:2] == "> " else int(row[:1] == ">") for row in rows]
    return _number_widths(rows) if first.lstrip()[:1].isdigit() else []


def _may_lead(sign: str) -> bool:
    """Whether a margin may hold a sign."""
    return sign.isspace() or sign in _SIGNS


def _number_widths(rows: Sequence[str]) -> list[int]:
    """Return how much of each row is its number, if numbers count all rows or those not blank."""
    widths = [0] * len(rows)
    last: tuple[int, int] | None = None
    count = 0
    for index, row in enumerate(rows):
        if not row.strip():
            continue
        match = _LINE_NUMBER.match(row)
        if match is None:
            return []
        number = int(match["number"])
        if last is not None and number - last[1] not in (1, index - last[0]):
            return []
        widths[index], last, count = match.end(), (index, number), count + 1
    return widths if count >= _NUMBERED else []
