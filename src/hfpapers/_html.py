"""HTML: the data that a page of the Hub carries, or else what its markup shows.

The Hub puts the items of a list into an attribute of the element that shows them,
`<div data-target="DailyPapers" data-props="{&quot;dailyPapers&quot;:[...">`. A page that was saved
after its scripts ran, or cleaned, may have lost it. Then the pieces of text in its markup are read,
each with its link, as the text parser reads those of an extractor.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs
import regex

from hfpapers._cut import load, load_before
from hfpapers._json import LISTS, read_props, unread_problem
from hfpapers._markup import read_markup
from hfpapers._mirrors import on_hub
from hfpapers._model import Page, Problem, UnlabelledCount
from hfpapers._page import read_page
from hfpapers._tokens import read_attribute, read_entities, read_tokens

#: The attribute in which the Hub's pages carry data.
_PROPS = "data-props"
_DATA = regex.compile(rf"{_PROPS}=[\"']")
#: Keys of the data of the page of a single paper.
_ONE_PAPER = ('"paper"', '"title"', '"upvotes"')
#: An entity that the page ends in.
_CUT_ENTITY = regex.compile(r"&[#A-Za-z0-9]{0,8}$")


def read_html(html: str, today: dt.date | None, unlabelled_count: UnlabelledCount) -> Page:
    """Read the data of a page or, where its markup shows more than data that is cut, its markup."""
    whole, cut = _without_cut(html)
    data = _find_data(whole, cut)
    if data.page is not None and data.page.papers and not data.unread:
        return data.page
    markup = read_markup(on_hub(whole))
    page = read_page(markup.text, markup.pieces, today, unlabelled_count, needs_link=True)
    if data.page is not None and len(data.page) >= len(page):
        return attrs.evolve(data.page, problems=(*data.unread, *data.page.problems))
    return _placed(page, markup.lines, (*data.unread, *data.malformed))


class _Data(NamedTuple):
    """What the data of a page was read into, and what could not be read of it."""

    page: Page | None
    unread: Sequence[Problem] = ()
    malformed: Sequence[Problem] = ()


def _without_cut(html: str) -> tuple[str, str]:
    """Return a page up to the tag that it breaks off in, if in its data, and that data."""
    places = [match.end() for match in _DATA.finditer(html)] if _PROPS in html else []
    if not places or html.find(html[places[-1] - 1], places[-1]) >= 0:
        return html, ""
    value = _CUT_ENTITY.sub("", html[places[-1] :])
    return html[: html.rfind("<", 0, places[-1])], read_entities(value)


def _find_data(html: str, cut: str) -> _Data:
    """Find the data in the attributes of a page: the first that lists papers, or lists at all."""
    best: Page | None = None
    unread: list[Problem] = []
    malformed: list[Problem] = []
    for value, lines in _attributes(html, cut):
        is_whole = True
        try:
            props = load(value)
        except (ValueError, RecursionError) as error:
            is_whole = False
            unread = unread or [unread_problem("data of this page", error, lines[0])]
            props = load_before(value, error)
        page = read_props(props, lines)
        if page is None:
            continue
        if page.papers and is_whole:
            return _Data(page)
        malformed += [one for one in page.problems if one.code != "no-papers"]
        best = page if best is None or len(page) > len(best) else best
    return _Data(best, unread, malformed)


def _attributes(html: str, cut: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Go through the data in a page that may list papers, and say on which lines it stands."""
    for token in read_tokens(html) if _PROPS in html else ():
        held = html.find(_PROPS, *token.attributes) >= 0
        value = read_attribute(html, token, _PROPS) if held else ""
        if _may_list(value):
            first = _line(html, token.end)
            yield value, (first, first + html.count("\n", *token.attributes))
    if _may_list(cut):
        first = _line(html, len(html))
        yield cut, (first, first + cut.count("\n"))


def _may_list(value: str) -> bool:
    return any(f'"{name}"' in value for name in LISTS) or all(key in value for key in _ONE_PAPER)


def _line(html: str, place: int) -> int:
    """Return the line that the tag at a place begins on."""
    return len(f"{html[:place]}<".splitlines())


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
