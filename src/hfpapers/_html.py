"""HTML: the data that a page of the Hub carries, or else what its markup shows.

The Hub puts the items of a list into an attribute of the element that shows them,
`<div data-target="DailyPapers" data-props="{&quot;dailyPapers&quot;:[...">`. A page that was saved
after its scripts ran, or cleaned, may have lost it. Then the pieces of text in its markup are read,
each with its link, as the text parser reads those of an extractor.
"""

from __future__ import annotations

import datetime as dt
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
    """Read the data of a page or, where there is none that can be read, its markup."""
    found = _find_data(html)
    if found.page is not None:
        return found.page
    markup = read_markup(html)
    page = read_page(markup.text, markup.pieces, today, unlabelled_count)
    return _placed(page, markup.lines, found.problems)


class _Data(NamedTuple):
    """What the data of a page was read into, or why it could not be read."""

    page: Page | None = None
    problems: tuple[Problem, ...] = ()


def _find_data(html: str) -> _Data:
    """Find the data in the attributes of a page: the first that lists papers."""
    broken = _Data()
    for token in read_tokens(html) if _PROPS in html else ():
        held = html.find(_PROPS, *token.attributes) >= 0
        value = read_attribute(html, token, _PROPS) if held else ""
        if not any(f'"{name}"' in value for name in LISTS):
            continue
        try:
            props = load(value)
        except (ValueError, RecursionError) as error:
            if not broken.problems:
                problem = unread_problem("data of this page", error, _line(html, token))
                broken = _Data(problems=(problem,))
            continue
        items = list_of(props)
        if isinstance(props, dict) and items is not None:
            first = _line(html, token)
            last = first + html.count("\n", *token.attributes)
            return _Data(read_props(props, items, (first, last)))
    return broken


def _line(html: str, token: Token) -> int:
    return html.count("\n", 0, token.end) + 1


def _placed(page: Page, lines: list[tuple[int, int]], problems: tuple[Problem, ...]) -> Page:
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
