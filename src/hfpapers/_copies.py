"""Copies: one paper that stands on a page more than once, as every one does on trending pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import attrs

from hfpapers._model import Paper, Problem


class Reading(NamedTuple):
    """A paper and the doubts that reading it left."""

    paper: Paper
    problems: list[Problem]


_FIELDS = tuple(field.name for field in attrs.fields(Paper) if field.eq)


def merge_copies(readings: Sequence[Reading]) -> list[Reading]:
    """Make one paper of all copies of a card; the first copy wins, later ones fill its gaps."""
    result: list[Reading] = []
    by_id: dict[str, int] = {}
    by_text: dict[tuple[str, str | None], int] = {}
    for reading in readings:
        paper = reading.paper
        text = (paper.title, paper.abstract)
        place = by_id.get(paper.arxiv_id) if paper.arxiv_id else None
        if place is None and text in by_text and _is_copy(result[by_text[text]].paper, paper):
            place = by_text[text]
        if place is None and reading is readings[-1] and result:
            place = len(result) - 1 if _is_cut_copy(result[-1].paper, paper) else None
        if place is None:
            place = len(result)
            result.append(reading)
        else:
            beside = place == len(result) - 1
            result[place] = _fill(result[place], reading, beside)
        by_text.setdefault(text, place)
        if paper.arxiv_id:
            by_id.setdefault(paper.arxiv_id, place)
    return result


def _is_copy(first: Paper, later: Paper) -> bool:
    """Whether two cards with one title and abstract are one paper; a title alone may be two."""
    names = ("arxiv_id",) if first.abstract else _FIELDS
    pairs = ((getattr(first, name), getattr(later, name)) for name in names)
    return all(here is None or there is None or here == there for here, there in pairs)


def _is_cut_copy(first: Paper, last: Paper) -> bool:
    """Whether the last card of a page is a copy of the one before it that was cut off."""
    if last.arxiv_id not in (None, first.arxiv_id):
        return False
    here, there = first.abstract or "", last.abstract
    if there is None:
        return first.title.startswith(last.title) and not (last.author_count or last.org)
    # What was cut in the midst of the byline may have been read as the abstract's last words.
    return last.title == first.title and (here.startswith(there) or there.startswith(here))


def _fill(first: Reading, later: Reading, beside: bool) -> Reading:
    """Fill the gaps of the first copy, and say where the copies differ.

    A copy right `beside` the first one, as on trending pages, makes one card of the two.
    """
    paper = first.paper
    problems = list(first.problems)
    for name in _FIELDS:
        here, there = getattr(paper, name), getattr(later.paper, name)
        if here is None and there is not None:
            paper = attrs.evolve(paper, **{name: there})
        elif there is not None and not str(here).startswith(str(there)):
            message = (
                f"Two copies of this paper differ in {name} ({here!r} and {there!r}); the first "
                "copy was kept. Look at both if that matters."
            )
            line = later.paper.lines[0]
            problems.append(Problem(code="copies-differ", message=message, line=line, level="info"))
    start, end = paper.lines
    if beside and end < later.paper.lines[1]:
        paper = attrs.evolve(paper, lines=(start, later.paper.lines[1]))
    return Reading(paper, problems)
