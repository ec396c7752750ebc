"""Items: what the Hub's API and the data inside its pages hold, one per paper.

    item         := {paper, numComments, submittedBy, organization, ...} | paper
    paper        := {id, title, summary, authors, publishedAt, submittedOnDailyAt, upvotes, ...}
    author       := {name, hidden}
    organization := {name: its account, fullname: its display name}

Items come from files that somebody kept, so any value may be of any type. What cannot be read is
said in a problem and left out, alone: a paper without votes is still a paper.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

import attrs
import regex

from hfpapers._clean import legible
from hfpapers._copies import Reading, merge_copies
from hfpapers._model import Page, Paper, Problem

#: An object of JSON, the values of which may be anything.
Object: TypeAlias = dict[str, object]

_ARXIV_ID = regex.compile(r"[0-9]{4}\.[0-9]{4,5}")
#: A moment as the Hub writes it: `2024-07-31T17:54:27.000Z`, and its like in other zones.
_MOMENT = regex.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:[T ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
    r"(?:Z|(?P<sign>[+-])(?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2}))?)?"
)
#: So much of a value that was not understood is shown; no count is as large as this.
_SHOWN, _LARGE = 40, 10**12
_NAMES = {dict: "an object", list: "a list", type(None): "null", int: "a number", float: "a number"}


class Item(NamedTuple):
    """One item, or whatever stands where one should."""

    value: object
    #: The lines of the input that it stands on; zeros if nobody knows.
    lines: tuple[int, int] = (0, 0)


def read_items(items: Sequence[Item]) -> Page:
    """Read each item as a paper; one that is none becomes a problem, and so does each odd field."""
    readings: list[Reading] = []
    problems: list[Problem] = []
    for index, item in enumerate(items):
        found = _read_item(index, item)
        if isinstance(found, Reading):
            readings.append(found)
        else:
            problems.append(found)
    readings = merge_copies(readings, whole=True)
    for number, reading in enumerate(readings):
        problems += [attrs.evolve(doubt, paper=number) for doubt in reading.problems]
    problems.sort(key=lambda problem: problem.line or 0)
    if not readings:
        problems.append(_no_papers(len(items)))
    return Page(papers=tuple(reading.paper for reading in readings), problems=tuple(problems))


def is_item(value: object) -> bool:
    """Whether a value looks like an item: it holds a paper, or a title and what goes with it.

    >>> is_item({"paper": {}}), is_item({"id": "2511.00001", "title": "Pebbles"}), is_item({})
    (True, True, False)
    """
    if not isinstance(value, dict):
        return False
    return "paper" in value or ("title" in value and ("id" in value or "summary" in value))


def moment_day(value: object) -> dt.date | None:
    """Return the day in UTC of a moment, or None if the value is none.

    >>> moment_day("2024-07-31T17:54:27.000Z"), moment_day("2024-08-01T01:30:00+02:00")
    (datetime.date(2024, 7, 31), datetime.date(2024, 7, 31))
    """
    if not isinstance(value, str) or (match := _MOMENT.fullmatch(value)) is None:
        return None
    try:
        day = dt.date.fromisoformat(value[:10])
        if match["sign"] is None:
            return day
        moment = dt.datetime.combine(day, dt.time(int(match["hour"]), int(match["minute"])))
        offset = dt.timedelta(hours=int(match["hours"]), minutes=int(match["minutes"]))
        return (moment - offset if match["sign"] == "+" else moment + offset).date()
    except (ValueError, OverflowError):
        return None


class _Fields:
    """Takes values out of an item, and keeps a note of each that is not what it should be."""

    def __init__(self, item: Object, paper: Object) -> None:
        self.item, self.paper = item, paper
        self.odd: list[str] = []

    def find(self, name: str) -> object:
        """Return a value from the paper or, where it has none, from the item round it."""
        value = self.paper.get(name)
        return self.item.get(name) if value is None else value

    def inner(self, name: str) -> Object:
        """Return an object, or an empty one."""
        value = self.find(name)
        if isinstance(value, dict):
            return value
        self.note(name, value)
        return {}

    def line(self, name: str, of: Object | None = None) -> str | None:
        """Return a text as one line."""
        value = self.find(name) if of is None else of.get(name)
        if isinstance(value, str):
            return one_line(value)
        self.note(name, value)
        return None

    def count(self, name: str) -> int | None:
        """Return a whole number that is not negative; tables may write it `12.0`."""
        value = self.find(name)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LARGE:
            return value
        self.note(name, value)
        return None

    def day(self, name: str) -> dt.date | None:
        """Return the day of a moment; only the paper's own, for what the item's means drifted."""
        value = self.paper.get(name)
        day = moment_day(value)
        if day is None:
            self.note(name, value)
        return day

    def arxiv_id(self) -> str | None:
        """Return the arXiv id."""
        value = self.find("id")
        if isinstance(value, str) and _ARXIV_ID.fullmatch(value):
            return value
        self.note("id", value)
        return None

    def authors(self) -> tuple[tuple[str, ...], int | None]:
        """Return the names of the authors who are not hidden, and how many authors there are.

        The site's own author count includes hidden ones.
        """
        value = self.find("authors")
        if not isinstance(value, list):
            self.note("authors", value)
            return (), None
        try:
            names = _one_line_each([author["name"] for author in value if not author.get("hidden")])
        except (AttributeError, KeyError, TypeError):
            names = _one_line_each(list(self._names(value)))
        return names, len(value) or None

    def _names(self, authors: list[object]) -> Iterator[str]:
        """Go through the names of authors that are not written as the Hub writes all of them."""
        for author in authors:
            held = author if isinstance(author, dict) else {"name": author}
            name = held.get("name")
            if held.get("hidden"):
                continue
            if isinstance(name, str):
                yield name
            else:
                self.note("authors", author)

    def note(self, name: str, value: object) -> None:
        """Remember a value that was not understood; null stands for one that is missing.

        So does the number that is none, in what was a table.
        """
        if value is not None and not (isinstance(value, float) and math.isnan(value)):
            self.odd.append(f"{name} ({_shown(value)})")


def _one_line_each(names: Sequence[str]) -> tuple[str, ...]:
    """Collapse white space in names, of which there are many and hardly one has any to spare."""
    joined = f"|{'|'.join(names)}|"
    if joined.isprintable() and not any(space in joined for space in ("  ", "| ", " |", "||")):
        return tuple(names)
    return tuple(filter(None, map(one_line, names)))


def one_line(text: str) -> str | None:
    """Collapse all white space, since arXiv wraps titles and abstracts, and drop what has no ink.

    Returns None if nothing is left.
    """
    plain = text.replace("\n", " ")
    # Whether it holds no white space but single spaces is cheaper to see than to collapse.
    if not plain.isprintable():
        plain = legible(plain)
    elif "  " in plain:
        plain = " ".join(plain.split())
    return plain.strip() or None


def _read_item(index: int, item: Item) -> Reading | Problem:
    """Read one item as a paper, or say why it is none."""
    value = item.value
    if not isinstance(value, dict):
        return _left_out(index, item, f"it is no object ({_shown(value)})")
    paper = value.get("paper", value)
    if not isinstance(paper, dict):
        return _left_out(index, item, f"its paper is no object ({_shown(paper)})")
    fields = _Fields(value, paper)
    title = fields.line("title")
    if title is None:
        return _left_out(index, item, "it has no title")
    found = _paper(title, fields, item.lines)
    if not fields.odd:
        return Reading(found, [])
    message = (
        f"Item {index}, counted from 0, holds what was not understood: {', '.join(fields.odd)}. "
        "It was left out; the rest of the item was read."
    )
    return Reading(found, [_malformed(message, item)])


def _paper(title: str, fields: _Fields, lines: tuple[int, int]) -> Paper:
    authors, author_count = fields.authors()
    organisation = fields.inner("organization")
    # The page prints the account, and not the full name.
    submitter = fields.inner("submittedBy") or fields.inner("submittedOnDailyBy")
    return Paper(
        title=title,
        abstract=fields.line("summary"),
        author_count=author_count,
        date=fields.day("publishedAt"),
        votes=fields.count("upvotes"),
        org=fields.line("fullname", organisation),
        org_slug=fields.line("name", organisation),
        comments=fields.count("numComments"),
        arxiv_id=fields.arxiv_id(),
        submitted_by=fields.line("name", submitter) or fields.line("user", submitter),
        github_url=fields.line("githubRepo"),
        github_stars=fields.count("githubStars"),
        lines=lines,
        authors=authors,
        ai_summary=fields.line("ai_summary"),
        project_page=fields.line("projectPage"),
        listed=fields.day("submittedOnDailyAt"),
    )


def _shown(value: object) -> str:
    """Show the beginning of a text, or a number; of all else, only what it is."""
    if isinstance(value, str):
        return repr(value[:_SHOWN])
    # A number may have more digits than Python is willing to print.
    if isinstance(value, int | float) and abs(value) < _LARGE:
        return repr(value)
    return _NAMES.get(type(value), type(value).__name__)


def _left_out(index: int, item: Item, why: str) -> Problem:
    message = (
        f"Item {index}, counted from 0, was left out: {why}. Items are objects with a `paper` in "
        "them, as the Hub's API gives them."
    )
    return _malformed(message, item)


def _malformed(message: str, item: Item) -> Problem:
    return Problem(code="item-malformed", message=message, line=item.lines[0] or None)


def _no_papers(count: int) -> Problem:
    message = (
        "None of the items could be read, so there are no papers. Check what was fetched."
        if count
        else "The data lists no papers. Check what was fetched; the list of a day may be empty."
    )
    return Problem(code="no-papers", message=message)
