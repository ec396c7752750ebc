"""Invariant: for every `str`, `parse_page` returns a `Page`, and only `strict=True` may raise.

In full: the same text gives the same page; `strict=True` returns that page or raises `ParseError`
with it, and does so exactly if there is a warning; every paper has a title and lies on lines of
the text; and the leftovers are lines of the text, none more often than it stands there, none blank.
A text that is HTML or JSON gives what `parse_html` or `parse_json` does. Anything else is a bug.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter

import atheris

with atheris.instrument_imports(include=["hfpapers"]):
    from hfpapers import Page, ParseError, parse_html, parse_json, parse_page

TODAY = dt.date(2025, 11, 25)


def check(data: bytes) -> None:
    """Fail if the invariant does not hold for a text made of these bytes."""
    # Bytes that are no UTF-8 become lone surrogates, which a `str` may hold as well.
    text = data.decode("utf-8", "surrogateescape")
    for today in (None, TODAY):
        page = parse_page(text, today=today)
        assert isinstance(page, Page)
        assert parse_page(text, today=today) == page
        if any(problem.code == "not-text" for problem in page.problems):
            assert page.papers in (parse_html(text, today=today).papers, parse_json(text).papers)
        else:
            check_lines(text, page)
        check_strict(text, today, page)


def check_lines(text: str, page: Page) -> None:
    """Fail if papers or leftovers are not on the page."""
    lines = text.splitlines()
    for paper in page:
        first, last = paper.lines
        assert paper.title
        assert 1 <= first <= last <= len(lines), paper
    assert all(line.strip() for line in page.leftovers)
    assert not Counter(page.leftovers) - Counter(lines), page.leftovers


def check_strict(text: str, today: dt.date | None, page: Page) -> None:
    """Fail if strict reading does anything but return the page or refuse it for a warning."""
    warned = any(problem.level == "warning" for problem in page.problems)
    try:
        strict = parse_page(text, today=today, strict=True)
    except ParseError as error:
        assert error.page == page
        assert warned
    else:
        assert strict == page
        assert not warned


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
