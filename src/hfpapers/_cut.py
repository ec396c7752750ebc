"""JSON that ends too early, or is broken: what stands before the break, closed as it was opened."""

from __future__ import annotations

import json
from itertools import islice
from typing import NamedTuple

import regex

from hfpapers._find import holds_papers
from hfpapers._items import is_item

#: A text, a bracket, or a text without an end.
_TOKEN = regex.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}"]', regex.DOTALL)
_CLOSES = {"[": "]", "{": "}"}
#: So many of the innermost lists and objects may lie between a table and the cut.
_TRIES = 4
#: No count has more digits; Python refuses to read, or takes very long over, far longer numbers.
_DIGITS = 18


class _Open(NamedTuple):
    """A list or an object that is not closed yet, and where the last one closed in it stands."""

    bracket: str
    start: int
    begin: int = 0
    end: int = 0


def load(text: str) -> object:
    """Read JSON; control characters may stand in texts, and no number is too long."""
    return json.loads(text, strict=False, parse_int=whole_number)


def whole_number(digits: str) -> int | float:
    """Read a whole number; one that is too long for a count may lose its last digits."""
    return int(digits) if len(digits) <= _DIGITS else float(digits)


def load_before(text: str, error: ValueError | RecursionError) -> object:
    """Load what stands before the place where JSON breaks, to the end of the last whole item.

    Return None where no item ends before that place.

    >>> load_before('{"data": [{"paper": {}}, {"pap', ValueError())
    {'data': [{'paper': {}}]}
    """
    end = error.pos if isinstance(error, json.JSONDecodeError) else len(text)
    opened = _open_at(text, end)
    if not opened:
        return _tried(text[:end])
    levels = [level for level, one in enumerate(opened) if one.end]
    for level in reversed(levels):
        if _holds_items(text, opened[level]):
            return _tried(_closed(text, opened[: level + 1]))
    rows = [level for level in levels if text[opened[level].begin] == opened[level].bracket == "["]
    tables = (_tried(_closed(text, opened[: level + 1])) for level in reversed(rows))
    return next(filter(holds_papers, islice(tables, _TRIES)), None)


def _open_at(text: str, end: int) -> list[_Open]:
    """Return the lists and objects that are open at a place, the outermost first."""
    opened: list[_Open] = []
    for match in _TOKEN.finditer(text, 0, end):
        mark = match[0]
        if mark in _CLOSES:
            opened.append(_Open(mark, match.start()))
        elif mark in _CLOSES.values():
            if not opened or _CLOSES[opened[-1].bracket] != mark:
                break
            closed = opened.pop()
            if not opened:
                break
            opened[-1] = opened[-1]._replace(begin=closed.start, end=match.end())
        elif mark == '"':
            break
    return opened


def _holds_items(text: str, level: _Open) -> bool:
    """Whether a list or an object that is open at the cut holds items that are not.

    What such levels hold lies side by side, so that all of them are loaded in linear time.
    """
    if level.bracket == "[":
        return holds_papers(_tried(f"{text[level.start : level.end]}]"))
    # An object that is an item is the one that is cut, behind its `paper`.
    held = _tried(text[level.begin : level.end])
    return holds_papers(held) and not is_item(_tried(f"{text[level.start : level.end]}}}"))


def _closed(text: str, opened: list[_Open]) -> str:
    """Return a text up to the last thing that was closed at the last of its levels, all closed."""
    return text[: opened[-1].end] + "".join(_CLOSES[one.bracket] for one in reversed(opened))


def _tried(text: str) -> object:
    try:
        return load(text)
    except (ValueError, RecursionError):
        return None
