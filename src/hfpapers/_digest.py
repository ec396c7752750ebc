"""The e-mail digest: a day's papers, a line each, between a greeting and a farewell.

    digest       := ["Daily Papers"] [curators] introduction entry+ farewell
    introduction := text "(" day ")" [":"]          Here is the selection … for today (6 Jul):
    entry        := title "(" votes "▲" ")"         linked to its paper where links are kept

Other mails print votes so, too. A digest has two of these besides: the day above its entries,
words of the site, and links to papers of the Hub.

A mail prints no year. The day is the one nearest to `today` or, without that, the first one after
the newest paper.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import attrs
import regex

from hfpapers._account import leftovers, unread_problems
from hfpapers._clean import Piece
from hfpapers._copies import Reading, merge_copies
from hfpapers._dates import PrintedDate, other_date
from hfpapers._furniture import furniture
from hfpapers._model import Page, Paper, Problem
from hfpapers._signs import read_number
from hfpapers._titles import without_marks
from hfpapers._years import Visit, nearest, resolve

_ARROW = "▲"
_VOTES = rf"\((?P<votes>[0-9][0-9,]*+)\s*+{_ARROW}\ufe0f?\)"
_ENTRY = regex.compile(rf"(?P<title>\S(?:(?!\s*+{_VOTES}).)*+)\s*+{_VOTES}", regex.DOTALL)
_VOTES_ALONE = regex.compile(_VOTES)
_INTRODUCTION = regex.compile(
    r"(?P<text>[^()]*+(?:\((?!\s*+\w{1,9}\.? \w)[^()]*+\)[^()]*+)*+)"
    r"\((?P<day>[0-9]{1,2} \p{L}{3,9}|\p{L}{3,9}\.? [0-9]{1,2})\)\s*+:?+"
)
#: What the digest prints round its entries.
_WORDS = regex.compile(
    r"(?:(?:by|and|AK|the|AI|research)\s){0,6}+community"
    r"|to view more.{0,60}?daily papers? pages?[.!]?"
    r"|(?:new\b.{0,5})?.{0,80}?(?:daily papers|papers/submit).{0,60}"
    r"|onwards and upwards[,!.]?",
    regex.IGNORECASE,
)
_OF_SITE = regex.compile(r"daily papers?\b|research community\b", regex.IGNORECASE)


class _Entry(NamedTuple):
    """A line of the digest: a paper, and the piece that it was read from."""

    title: str
    votes: str
    piece: Piece


def read_digest(text: str, pieces: Sequence[Piece], today: dt.date | None) -> Page | None:
    """Read the e-mail digest; None if the text is none."""
    if _ARROW not in text:
        return None
    whole = _rejoined(pieces)
    entries = [entry for piece in whole for entry in _entries(piece)]
    if not entries:
        return None
    first = entries[0].piece.number
    above = [piece for piece in whole if piece.number <= first]
    day = next((date for piece in above if (date := _day(piece.text))), None)
    signs = (
        day is not None,
        any(_OF_SITE.search(piece.text) for piece in whole),
        any(_paper(entry.piece) for entry in entries),
    )
    if sum(signs) < 2:
        return None
    return _page(text, whole, entries, _date(day, entries, today))


def _rejoined(pieces: Sequence[Piece]) -> list[Piece]:
    """Put votes that stand apart behind the title that they belong to."""
    whole: list[Piece] = []
    for piece in pieces:
        if whole and _VOTES_ALONE.fullmatch(piece.text):
            above = whole.pop()
            piece = above._replace(text=f"{above.text} {piece.text}", last=piece.last)
        whole.append(piece)
    return whole


def _entries(piece: Piece) -> Iterator[_Entry]:
    """Go through the entries in a text; where all lines were joined, it holds several."""
    introduction = _introduction(piece.text)
    for match in _ENTRY.finditer(piece.text, introduction):
        yield _Entry(match["title"].strip(), match["votes"], piece)


def _introduction(text: str) -> int:
    """Return where the introduction ends in a text, or 0."""
    match = _INTRODUCTION.match(text)
    return match.end() if match and other_date(match["day"]) else 0


def _day(text: str) -> PrintedDate | None:
    match = _INTRODUCTION.match(text)
    return other_date(match["day"]) if match else None


def _paper(piece: Piece) -> str | None:
    """Return the id of the paper that an entry links to."""
    return piece.link.value if piece.link and piece.link.kind == "paper" else None


def _date(
    day: PrintedDate | None, entries: Sequence[_Entry], today: dt.date | None
) -> dt.date | None:
    """Find the year of the day that a digest shows."""
    if day is None or today is not None:
        return nearest(day, today) if day and today else None
    ids = [known for entry in entries if (known := _paper(entry.piece))]
    if not ids:
        return None
    newest = max(ids)
    year, month = 2000 + int(newest[:2]), int(newest[2:4])
    return resolve(day, Visit(year + (day.month < month)))


def _page(
    text: str, pieces: Sequence[Piece], entries: Sequence[_Entry], date: dt.date | None
) -> Page:
    """Make papers of the entries, and account for all other lines."""
    titles = without_marks([entry.title for entry in entries], headed=False)
    papers = [
        Paper(
            title=title,
            votes=read_number(entry.votes),
            arxiv_id=_paper(entry.piece),
            lines=(entry.piece.number, entry.piece.last),
        )
        for title, entry in zip(titles, entries, strict=True)
    ]
    readings = merge_copies([Reading(paper, []) for paper in papers], whole=True)
    read = {number for entry in entries for number in range(*_span(entry.piece))}
    unread = [piece for piece in pieces if not _is_known(piece) and piece.number not in read]
    numbers = sorted({number for piece in unread for number in range(*_span(piece))} - read)
    problems = [
        attrs.evolve(problem, paper=index)
        for index, reading in enumerate(readings)
        for problem in reading.problems
    ]
    problems += unread_problems(numbers)
    if date is None:
        problems.insert(0, _year_problem())
    return Page(
        papers=tuple(reading.paper for reading in readings),
        kind="daily",
        date=date,
        problems=tuple(problems),
        leftovers=leftovers(text, numbers),
    )


def _span(piece: Piece) -> tuple[int, int]:
    return piece.number, piece.last + 1


def _is_known(piece: Piece) -> bool:
    """Whether a text is one that the digest prints round its entries."""
    text = piece.text
    if not text or furniture(text) or _WORDS.fullmatch(text):
        return True
    return _introduction(text) == len(text)


def _year_problem() -> Problem:
    message = (
        "The digest prints its day without a year, or none, so the date of the page is unknown. "
        "Pass the day on which it was sent as `today`."
    )
    return Problem(code="year-unknown", message=message, level="info")
