"""HTML: the data that a page of the Hub carries, or else what its markup shows.

The Hub puts the items of a list into an attribute of the element that shows them,
`<div data-target="DailyPapers" data-props="{&quot;dailyPapers&quot;:[...">`. A page that was saved
after its scripts ran, or cleaned, may have lost it. Then the pieces of text in its markup are read,
each with its link, as the text parser reads those of an extractor.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

import attrs

from hfpapers._json import LISTS, list_of, load, read_props, unread_problem
from hfpapers._markup import read_markup
from hfpapers._model import Page, Problem, UnlabelledCount
from hfpapers._page import read_page
from hfpapers._tokens import Token, read_attribute, read_tokens

#: The attribute in which the Hub's pages carry data.
_PROPS = "data-props"


def read_html(html: str, today: dt.date | None, unlabelled_count: UnlabelledCount) -> Page:
    """Read the data of a page or, where none that can be read lists papers, its markup."""
    data = _find_data(html)
    if data.page is not None and data.page.papers:
        return data.page
    markup = read_markup(html)
    page = read_page(markup.text, markup.pieces, today, unlabelled_count, needs_link=True)
    if data.page is not None and not page.papers:
        return data.page
    return _placed(page, markup.lines, data.problems)


class _Data(NamedTuple):
    """What the data of a page was read into, and why nothing could be read from it."""

    page: Page | None
    problems: Sequence[Problem] = ()


def _find_data(html: str) -> _Data:
    """Find the data in the attributes of a page: the first that lists papers, or lists at all."""
    empty: Page | None = None
    problems: list[Problem] = []
    for token in read_tokens(html) if _PROPS in html else ():
        held = html.find(_PROPS, *token.attributes) >= 0
        value = read_attribute(html, token, _PROPS) if held else ""
        if not any(f'"{name}"' in value for name in LISTS):
            continue
        first = _line(html, token)
        try:
            props = load(value)
        except (ValueError, RecursionError) as error:
            problems = problems or [unread_problem("data of this page", error, first)]
            continue
        items = list_of(props)
        if isinstance(props, dict) and items is not None:
            page = read_props(props, items, (first, first + html.count("\n", *token.attributes)))
            if page.papers:
                return _Data(page)
            empty = page if empty is None else empty
            problems += [one for one in page.problems if one.code != "no-papers"]
    return _Data(empty, problems)


def _line(html: str, token: Token) -> int:
    """Return the line that a tag begins on."""
    return len(f"{html[: token.end]}<".splitlines())


def _placed(page: Page, lines: list[tuple[int, int]], problems: Sequence[Problem]) -> Page:
    """Say of papers and problems on which lines of the markup they stand."""
    moved = [
        attrs.evolve(one, line=lines[one.line - 1][0]) if one.line else one for one in page.problems
    ]
    return attrs.evolve(
        page,
        papers=tuple(
            attrs.evolve(paper, lines=(lines[paper.lines[0] - 1][0], lines[paper.lines[1] - 1][1]))
            for paper in page
        ),
        problems=(*problems, *moved),
    )
