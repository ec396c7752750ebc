"""Papers as a plain table to look at: HTML for a notebook, text for a terminal.

Both tables show the same four columns. What a page holds was written by strangers, so nothing of
it reaches a browser unescaped or a terminal with its control characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from html import escape
from itertools import accumulate, takewhile

from hfpapers._model import Paper, counted

_HEADINGS = ("Title", "By", "Date", "Votes")

#: Unicode categories that a terminal may act on, or that cannot be encoded at all.
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})
#: Characters that turn the direction of all that follows. Of their category, "Cf", the joiners
#: must stay, because Persian and many emoji need them.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: Marks and format characters take no column of their own.
_NARROW_CATEGORIES = frozenset({"Mn", "Me", "Cf"})

_GAP = "  "
_NARROWEST_TITLE = 10


def html_table(papers: Iterable[Paper], caption: str) -> str:
    """Return the papers as an HTML table for a notebook, every value escaped.

    The only links are titles that lead to the paper's page on the Hub.

    Args:
        papers: The papers, one row each.
        caption: A plain text to stand above the table.

    >>> print(html_table([Paper(title="P < NP", votes=3)], "1 paper"))
    <table>
    <caption>1 paper</caption>
    <thead><tr><th>Title</th><th>By</th><th>Date</th><th>Votes</th></tr></thead>
    <tbody>
    <tr><td>P &lt; NP</td><td></td><td></td><td>3</td></tr>
    </tbody>
    </table>
    """
    headings = "".join(f"<th>{heading}</th>" for heading in _HEADINGS)
    return "\n".join(
        [
            "<table>",
            f"<caption>{escape(visible(caption))}</caption>",
            f"<thead><tr>{headings}</tr></thead>",
            "<tbody>",
            *(_html_row(paper) for paper in papers),
            "</tbody>",
            "</table>",
        ]
    )


def text_table(papers: Iterable[Paper], width: int) -> str:
    """Return the papers as lines of text that fit a terminal.

    Args:
        papers: The papers, one line each.
        width: The width of the terminal in columns. East Asian characters take two. A table
            needs about 40 columns; below that its lines are longer than asked.

    >>> print(text_table([Paper(title="Sorting Pebbles by Ear", author_count=3, votes=12)], 40))
    Title             By         Date  Votes
    Sorting Pebbles…  3 authors           12
    """
    rows = [_HEADINGS, *(_cells(paper) for paper in papers)]
    by_width = min(_widest(rows, 1), max(width // 4, len("999 authors")))
    date_width, votes_width = _widest(rows, 2), _widest(rows, 3)
    taken = by_width + date_width + votes_width + 3 * len(_GAP)
    title_width = min(_widest(rows, 0), max(width - taken, _NARROWEST_TITLE))
    return "\n".join(
        _GAP.join(
            [
                _fitted(title, title_width),
                _fitted(by, by_width),
                _fitted(date, date_width),
                votes.rjust(votes_width),
            ]
        )
        for title, by, date, votes in rows
    )


def visible(text: str) -> str:
    r"""Return the text with each character that could upset a terminal replaced by U+FFFD.

    >>> visible("red: \x1b[31m")
    'red: �[31m'
    """
    return "".join("\N{REPLACEMENT CHARACTER}" if _is_unsafe(char) else char for char in text)


def _is_unsafe(char: str) -> bool:
    return unicodedata.category(char) in _UNSAFE_CATEGORIES or char in _TURNING


def _cells(paper: Paper) -> tuple[str, str, str, str]:
    by = paper.org
    if by is None and paper.author_count is not None:
        by = counted(paper.author_count, "author")
    votes = "" if paper.votes is None else str(paper.votes)
    date = "" if paper.date is None else paper.date.isoformat()
    return visible(paper.title), visible(by or ""), date, votes


def _html_row(paper: Paper) -> str:
    title, *others = (escape(cell) for cell in _cells(paper))
    if paper.url:
        title = f'<a href="{escape(visible(paper.url))}">{title}</a>'
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in (title, *others))}</tr>"


def _widest(rows: Iterable[tuple[str, ...]], column: int) -> int:
    return max(_width(row[column]) for row in rows)


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(map(_char_width, text))


def _char_width(char: str) -> int:
    if unicodedata.category(char) in _NARROW_CATEGORIES:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _fitted(text: str, width: int) -> str:
    """Return the text clipped or padded to exactly that many columns."""
    taken = _width(text)
    if taken <= width:
        return text + " " * (width - taken)
    # One column is for the mark that something was cut off.
    kept = sum(1 for _ in takewhile(lambda end: end < width, accumulate(map(_char_width, text))))
    clipped = text[:kept].rstrip() + "…"
    return clipped + " " * (width - _width(clipped))
