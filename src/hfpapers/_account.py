"""Account: every doubt in its place, and every line that was not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from hfpapers._clean import is_blank
from hfpapers._copies import Reading
from hfpapers._furniture import marked_furniture
from hfpapers._model import Problem, UnlabelledCount
from hfpapers._signs import Sign
from hfpapers._years import Visit

_NO_BYLINE = (None, None, None, None)
#: Signs without letters or digits.
_MARKS = frozenset({"dash", "dot", "box"})


def unread_lines(unread: Sequence[Sign], read: Iterable[Sign]) -> list[int]:
    """Return the numbers of the lines of which nothing was read."""
    return sorted(_numbers(unread) - _numbers(list(read))) if unread else []


def without_furniture(unread: Sequence[Sign]) -> list[Sign]:
    """Leave out what is no text of the page's own.

    That is furniture with marks that no rule took off, and marks alone, but for those on the lines
    next to text.
    """
    texts = [sign for sign in unread if not (_is_mark(sign) or _is_furniture(sign))]
    beside = {sign.piece.row + step for sign in texts for step in (-1, 0, 1)}
    marks = [sign for sign in unread if _is_mark(sign) and sign.piece.row in beside]
    return [*texts, *marks]


def _is_mark(sign: Sign) -> bool:
    """Whether a sign says nothing of its own: it holds no letter and no digit."""
    blank = sign.kind == "prose" and not any(map(str.isalnum, sign.text))
    return blank or sign.kind in _MARKS


def _is_furniture(sign: Sign) -> bool:
    """Whether a text is furniture after all; by its words alone it was none."""
    return sign.kind == "prose" and marked_furniture(sign.text) is not None


def lost_lines(readings: Sequence[Reading]) -> set[int]:
    """Return the numbers of lines that are in no paper, since another copy of it says otherwise."""
    lost = {number for reading in readings for number in reading.contradicting}
    # Many papers may stand on the same lines, if these were joined.
    for first, last in {reading.paper.lines for reading in readings} if lost else ():
        lost.difference_update(range(first, last + 1))
    return lost


def _numbers(signs: Sequence[Sign]) -> set[int]:
    numbers: set[int] = set()
    for first, last in {sign.piece[1:3] for sign in signs}:
        numbers.update(range(first, last + 1))
    return numbers


def leftovers(text: str, numbers: Sequence[int]) -> tuple[str, ...]:
    """Return lines of the input as they were, by their numbers."""
    rows = text.splitlines() if numbers else []
    return tuple(row for number in numbers if not is_blank(row := rows[number - 1]))


def unread_problems(numbers: Sequence[int]) -> Iterator[Problem]:
    """Say once for each stretch of lines that they were not read; blank lines do not end one."""
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and number <= stretches[-1][-1] + 2:
            stretches[-1].append(number)
        else:
            stretches.append([number])
    for stretch in stretches:
        what = "One line was" if len(stretch) == 1 else f"{len(stretch)} lines from here on were"
        message = f"{what} not understood and read as no card's; the text is in `leftovers`."
        yield Problem(code="unread-text", message=message, line=stretch[0])


def paper_problems(readings: Sequence[Reading]) -> Iterator[Problem]:
    """Give the problems of each paper its index, and say where a byline is missing."""
    for index, (paper, problems, _) in enumerate(readings):
        for problem in problems:
            yield attrs.evolve(problem, paper=index)
        byline = (paper.author_count, paper.org, paper.date, paper.github_stars)
        if byline == _NO_BYLINE and not problems:
            message = (
                f"The card of {paper.title!r} has no byline, so its authors, organisation and "
                "date are unknown. Some extractors drop it; try another one."
            )
            line = paper.lines[0]
            yield Problem(code="no-byline", message=message, line=line, paper=index)


def unlabelled_problem(unlabelled_count: UnlabelledCount) -> Problem:
    """Say that the text shows no votes, and what its only count was read as."""
    message = (
        "The text shows no votes, and a number without a label after the date; it was read as "
        f"{unlabelled_count}. On the live page that number is the comments: pass "
        "unlabelled_count='comments' to read it so."
    )
    return Problem(code="unlabelled-count", message=message, level="info")


def inferred_problem(visit: Visit) -> Problem:
    """Say that the year of the visit only follows from the years that are printed."""
    message = (
        f"Dates without a year were taken to be of {visit.year}, the year after the last one that "
        "the page prints. Pass the day on which the page was fetched as `today` to be sure."
    )
    return Problem(code="year-inferred", message=message, level="info")


def empty_problem() -> Problem:
    """Say that there was nothing to read."""
    message = "The text is empty, so there are no papers in it. Check what was fetched."
    return Problem(code="no-papers", message=message)
