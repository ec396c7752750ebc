"""Copies: one paper that stands on a page more than once, as every one does on trending pages."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from typing import NamedTuple

import attrs

from hfpapers._model import Paper, Problem


class Reading(NamedTuple):
    """A paper and the doubts that reading it left."""

    paper: Paper
    problems: list[Problem]
    #: The lines of later copies elsewhere on the page that say something else.
    contradicting: tuple[int, ...] = ()


_FIELDS = tuple(field.name for field in attrs.fields(Paper) if field.eq)
#: What a field holds that its source did not give.
_GAPS = (None, ())


class _Known(NamedTuple):
    """The places of the papers that were found so far, by what copies have in common."""

    by_id: dict[str | None, int]
    by_text: dict[tuple[str, str | None], int]
    by_abstract: dict[str | None, int]


def merge_copies(
    readings: Sequence[Reading], unread: Sequence[int] = (), *, whole: bool = False
) -> list[Reading]:
    """Make one paper of all copies of a card; the first copy wins, later ones fill its gaps.

    Copies side by side, as on trending pages, are one card, unless an `unread` line parts them.
    The last card may have been cut off with its page, unless the readings are known to be `whole`.
    """
    papers: list[Paper] = []
    doubts: list[list[Problem]] = []
    contradicting: list[list[int]] = []
    known = _Known({}, {}, {})
    for reading in readings:
        paper, guessed = reading.paper, _is_guessed(reading)
        place = _place(paper, guessed, papers, known)
        if place is None and reading is readings[-1] and not whole:
            place = _place_of_cut_copy(papers, paper)
        if place is None:
            place = len(papers)
            papers.append(paper)
            doubts.append(list(reading.problems))
            contradicting.append([])
        else:
            lines = papers[place].lines
            if place == len(papers) - 1:
                lines = _span(lines, paper.lines, unread)
            found, lost = _differences(papers[place], paper, lines)
            papers[place] = _filled(papers[place], paper, lines)
            doubts[place] += found
            contradicting[place] += lost
        known.by_text.setdefault((paper.title, paper.abstract), place)
        if guessed:
            known.by_abstract.setdefault(paper.abstract, place)
        if paper.arxiv_id:
            known.by_id.setdefault(paper.arxiv_id, place)
    merged = zip(papers, doubts, map(tuple, contradicting), strict=True)
    return [Reading(*one) for one in merged]


def _place(paper: Paper, guessed: bool, papers: Sequence[Paper], known: _Known) -> int | None:
    """Find the paper that a card is a copy of, by its id or its text; less will do for a guess."""
    if paper.arxiv_id in known.by_id:
        return known.by_id[paper.arxiv_id]
    place = known.by_text.get((paper.title, paper.abstract))
    if place is not None and _is_copy(papers[place], paper):
        return place
    place = known.by_abstract.get(paper.abstract) if guessed else None
    if place is not None and _end_alike(papers[place].title, paper.title):
        return place
    return None


def _span(first: tuple[int, int], later: tuple[int, int], unread: Sequence[int]) -> tuple[int, int]:
    """Return the lines of two copies side by side, or of the first if a line parts them."""
    parted = bisect(unread, first[1]) < bisect(unread, later[1])
    return first if parted else (first[0], max(first[1], later[1]))


def _is_copy(first: Paper, later: Paper) -> bool:
    """Whether two cards with one title and abstract are one paper; a title alone may be two."""
    names = ("arxiv_id",) if first.abstract else _FIELDS
    pairs = ((getattr(first, name), getattr(later, name)) for name in names)
    return all(here in _GAPS or there in _GAPS or here == there for here, there in pairs)


def _is_guessed(reading: Reading) -> bool:
    """Whether nothing showed where the title ends, so that its first word may be lost, too."""
    return "title-end-lost" in [problem.code for problem in reading.problems]


def _end_alike(one: str, other: str) -> bool:
    """Whether two titles are one, of which a copy lost the first words to what stands before it."""
    return one.endswith(f" {other}") or other.endswith(f" {one}")


def _place_of_cut_copy(papers: Sequence[Paper], last: Paper) -> int | None:
    """Find the paper that the last one of a page, which may have been cut off, is a copy of."""
    places = range(len(papers) - 1, -1, -1)
    return next((place for place in places if _is_cut_copy(papers[place], last)), None)


def _is_cut_copy(first: Paper, last: Paper) -> bool:
    """Whether the last card of a page is a copy of another one that was cut off."""
    if not first.title.startswith(last.title):
        return False
    for name in ("arxiv_id", "votes", "submitted_by"):
        here, there = getattr(first, name), getattr(last, name)
        if None not in (here, there) and here != there:
            return False
    here, there = first.abstract or "", last.abstract
    if there is None:
        return not last.author_count and (not last.org or _is_cut_in_org(first, last))
    # What was cut in the midst of the byline may have been read as the abstract's last words.
    begins = here.startswith(there) or (here != "" and there.startswith(here))
    return last.title == first.title and begins


def _is_cut_in_org(first: Paper, last: Paper) -> bool:
    """Whether two cards are one, the last of them cut off in the organisation's name or account."""
    ended = last.comments is not None or last.github_stars is not None
    names = (first.org or "", f"{first.org_slug} {first.org}")
    begins = any(name.startswith(last.org or "") for name in names)
    return last.title == first.title and begins and not ended


def _is_part(name: str, there: object, here: object) -> bool:
    """Whether two texts are one that was cut off, at its end or before its first words."""
    if not (isinstance(here, str) and isinstance(there, str)):
        return False
    return here.startswith(there) or (name == "title" and _end_alike(here, there))


def _filled(first: Paper, later: Paper, lines: tuple[int, int]) -> Paper:
    """Fill the gaps of the first copy of a paper, and say which lines it has."""
    if first == later and first.lines == lines:
        return first
    here = attrs.asdict(first, recurse=False) | {"lines": lines}
    gaps = {name: getattr(later, name) for name in _FIELDS if here[name] in _GAPS}
    return Paper(**here | gaps)


def _differences(
    first: Paper, later: Paper, lines: tuple[int, int]
) -> tuple[list[Problem], list[int]]:
    """Say where two copies differ, and which lines of the later one are lost since they do."""
    problems: list[Problem] = []
    lost: list[int] = []
    for name in _FIELDS if first != later else ():
        here, there = getattr(first, name), getattr(later, name)
        if there in _GAPS or here in _GAPS or here == there or _is_part(name, there, here):
            continue
        message = (
            f"Two copies of this paper differ in {name} ({here!r} and {there!r}); the first "
            "copy was kept. Look at both if that matters."
        )
        line = later.lines[0]
        problems.append(
            Problem(code="copies-differ", message=message, line=line or None, level="info")
        )
        if name in ("title", "abstract") and line > lines[1]:
            lost += range(line, later.lines[1] + 1)
    return problems, lost
