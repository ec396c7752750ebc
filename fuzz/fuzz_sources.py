"""Invariant: for every `str` and `bytes`, `parse_html` and `parse_json` return a `Page`.

In full: the same input gives the same page; `strict=True` returns that page or raises `ParseError`
with it, and does so exactly if there is a warning; every paper has a title, and its lines are lines
of the input or `(0, 0)`, but for what stood in an envelope. Anything else is a bug.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import atheris

with atheris.instrument_imports(include=["hfpapers"]):
    from hfpapers import Page, ParseError, parse_html, parse_json


def check(data: bytes) -> None:
    """Fail if the invariant does not hold for these bytes, or for a text made of them."""
    # Bytes that are no UTF-8 become lone surrogates, which a `str` may hold as well.
    text = data.decode("utf-8", "surrogateescape")
    for parse in (parse_html, parse_json):
        for given in (text, data):
            check_page(parse, given)


def check_page(parse: Callable[..., Page], given: str | bytes) -> None:
    """Fail if one function breaks the invariant for one input."""
    page = parse(given)
    assert isinstance(page, Page)
    assert parse(given) == page
    opened = any(problem.code == "envelope-opened" for problem in page.problems)
    for paper in page:
        first, last = paper.lines
        assert paper.title
        assert first == last == 0 or 1 <= first <= last, paper
        assert opened or isinstance(given, bytes) or last <= len(given.splitlines()), paper
    warned = any(problem.level == "warning" for problem in page.problems)
    try:
        assert parse(given, strict=True) == page
        assert not warned
    except ParseError as error:
        assert error.page == page
        assert warned


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
