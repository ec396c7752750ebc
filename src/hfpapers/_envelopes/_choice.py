"""Choice: which of the texts in an envelope are the page.

A service returns one page as Markdown, as HTML and as plain text; a chat holds the page, a question
before it and an answer after it; a list of results holds one page each. What was read tells which:
the form from which most papers were read without a doubt is the page, one that holds the same
papers is a copy, and one with papers of its own is another page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import attrs

from hfpapers._copies import Reading, merge_copies
from hfpapers._model import Kind, Page, Paper, Problem

_T = TypeVar("_T")


def score(page: Page) -> tuple[int, int, int, int]:
    """Return how well a page was read; the larger, the better."""
    warnings = [problem for problem in page.problems if problem.level == "warning"]
    doubted = {problem.paper for problem in warnings if problem.paper is not None}
    filled = sum(value not in (None, []) for paper in page for value in paper.to_dict().values())
    shown = sum(value is not None for value in (page.kind, page.date, page.query))
    return len(page) - len(doubted), -len(warnings), filled, shown


class Candidate(NamedTuple):
    """What was read from a text in an envelope, and that text."""

    page: Page
    text: str


def pages_of_their_own(
    candidates: Sequence[Candidate], *, strict: bool
) -> tuple[list[int], list[int]]:
    """Return which of several pages differ, and which were left though they may hold more papers.

    Beginning with the best, a page is one of its own if most of its papers are on none of those
    before it; where reading is strict, all of them, and without a doubt.
    """
    scores = [(*score(one.page), -index) for index, one in enumerate(candidates)]
    order = sorted(range(len(candidates)), key=lambda index: scores[index], reverse=True)
    taken: list[int] = []
    left: list[int] = []
    seen: set[str] = set()
    for index in order:
        page, text = candidates[index]
        keys = [_keys(paper) for paper in page]
        new = sum(seen.isdisjoint(key) for key in keys)
        if not new or (taken and _tells_of(text, candidates[taken[0]].page)):
            continue
        clean = new == len(page) and not any(one.level == "warning" for one in page.problems)
        if clean or not taken or (not strict and 2 * new > len(page)):
            taken.append(index)
            seen.update(*keys)
        else:
            left.append(index)
    return sorted(taken), sorted(left)


def _tells_of(text: str, page: Page) -> bool:
    """Whether at least half the titles of a page stand in a text, however badly that was read."""
    plain = _plain(text)
    titles = [_plain(paper.title) for paper in page.papers[:_SAMPLE]]
    return 2 * sum(title in plain for title in titles) >= len(titles)


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


#: So many titles show whether a text is that of a page; all would take too long.
_SAMPLE = 20


def _keys(paper: Paper) -> set[str]:
    """Return what a paper is known by on another page."""
    title = _plain(paper.title)
    return {title, paper.arxiv_id or title}


def together(pages: Sequence[Page]) -> Page:
    """Put pages together as one, in their order; a paper on several of them is one paper."""
    if len(pages) == 1:
        return pages[0]
    readings: list[Reading] = []
    problems: list[Problem] = []
    for page in pages:
        doubts: dict[int | None, list[Problem]] = {}
        for one in page.problems:
            # A line or an index means nothing in what is made of several pages.
            doubts.setdefault(one.paper, []).append(attrs.evolve(one, line=None, paper=None))
        problems += doubts.pop(None, [])
        for index, paper in enumerate(page):
            placeless = attrs.evolve(paper, lines=(0, 0))
            readings.append(Reading(placeless, doubts.get(index, [])))
    readings = merge_copies(readings, whole=True)
    for index, reading in enumerate(readings):
        problems += [attrs.evolve(problem, paper=index) for problem in reading.problems]
    kinds: set[Kind | None] = {page.kind for page in pages}
    return Page(
        papers=tuple(reading.paper for reading in readings),
        kind=_shared(kinds),
        date=_shared({page.date for page in pages}),
        query=_shared({page.query for page in pages}),
        problems=tuple(dict.fromkeys(problems)),
        leftovers=tuple(row for page in pages for row in page.leftovers),
    )


def _shared(values: set[_T | None]) -> _T | None:
    """Return what several pages have in common."""
    return next(iter(values)) if len(values) == 1 else None
