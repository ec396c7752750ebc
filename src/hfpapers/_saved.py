"""Saved pages: a whole page of this library as `attrs.asdict` writes it, read back as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from hfpapers._items import Item, read_items
from hfpapers._model import PROBLEM_CODES, Kind, Level, Page, Problem
from hfpapers._values import count, line, members, moment_day, plain

_LISTS = ("papers", "problems", "leftovers")


def is_saved(value: object) -> bool:
    """Whether an object is a saved page.

    >>> import attrs
    >>> is_saved(attrs.asdict(Page())), is_saved({"papers": []})
    (True, False)
    """
    held = members(value) or {}
    return all(type(plain(held.get(name))) is list for name in _LISTS)


def read_saved(value: object) -> Page:
    """Read a saved page; what of it is not as this library writes it becomes a problem."""
    held = {name: plain(one) for name, one in (members(value) or {}).items()}
    papers, problems, leftovers = (_list(held[name]) for name in _LISTS)
    page = read_items([Item(one, _lines(one)) for one in papers], merge=False)
    kinds = [kind for kind in get_args(Kind) if kind == held.get("kind")]
    return Page(
        papers=page.papers,
        kind=next(iter(kinds), None),
        date=moment_day(held.get("date")),
        query=line(held.get("query")),
        problems=(*_problems(problems), *(page.problems if papers else ())),
        leftovers=tuple(text for one in leftovers if type(text := plain(one)) is str),
    )


def _list(value: object) -> list[object]:
    return value if type(value) is list else []


def _lines(paper: object) -> tuple[int, int]:
    """Return the lines of a paper, which belong to the text that the page was read from."""
    found = [count(plain(one)) or 0 for one in _list(plain((members(paper) or {}).get("lines")))]
    return (found[0], found[1]) if len(found) == 2 else (0, 0)


def _problems(values: Sequence[object]) -> Iterator[Problem]:
    for value in values:
        held = {name: plain(one) for name, one in (members(value) or {}).items()}
        message = held.get("message")
        code = next((code for code in PROBLEM_CODES if code == held.get("code")), None)
        if code is None or type(message) is not str:
            continue
        level: Level = "info" if held.get("level") == "info" else "warning"
        place, paper = count(held.get("line")), count(held.get("paper"))
        yield Problem(code=code, message=message, line=place, paper=paper, level=level)
