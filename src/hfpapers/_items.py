"""Items: what the Hub's API and the data inside its pages hold, one per paper.

    item         := {paper, numComments, submittedBy, organization, ...} | paper | record
    paper        := {id, title, summary, authors, publishedAt, submittedOnDailyAt, upvotes, ...}
    record       := an object of the Hub's client, of this library, or of somebody's own list

Items come from files that somebody kept, so any value may be of any type, and keys may be spelled
in any way. What cannot be read is said in a problem and left out, alone: a paper without votes is
still a paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import attrs
import regex

from hfpapers._copies import Reading, merge_copies
from hfpapers._fields import Fields, arxiv_id_of
from hfpapers._keys import KeyNotes, is_own_record, role_of
from hfpapers._model import Page, Paper, Problem
from hfpapers._values import members, plain, shown

#: In an id of its own, and without a link, a number must have a month where an arXiv id has it.
_MONTH = regex.compile(r"[0-9]{2}(?:0[1-9]|1[0-2])")


class Item(NamedTuple):
    """One item, or whatever stands where one should."""

    value: object
    #: The lines of the input that it stands on; zeros if nobody knows.
    lines: tuple[int, int] = (0, 0)


def read_items(items: Sequence[Item], *, merge: bool = True) -> Page:
    """Read each item as a paper; one that is none becomes a problem, and so does each odd field.

    Args:
        items: The items.
        merge: Whether several items may be copies of one paper.
    """
    readings: list[Reading] = []
    problems: list[Problem] = []
    notes = KeyNotes()
    for index, item in enumerate(items):
        found = _read_item(index, item, notes)
        if isinstance(found, Reading):
            readings.append(found)
        else:
            problems.append(found)
    readings = merge_copies(readings, whole=True) if merge else readings
    for number, reading in enumerate(readings):
        problems += [attrs.evolve(doubt, paper=number) for doubt in reading.problems]
    problems.sort(key=lambda problem: problem.line or 0)
    if not readings:
        problems.append(_no_papers(len(items)))
    problems += notes.problems()
    return Page(papers=tuple(reading.paper for reading in readings), problems=tuple(problems))


def is_item(value: object) -> bool:
    """Whether a value holds a paper of the Hub, or a title and a sign that it is about one.

    The sign is an arXiv id, a link to the paper on the Hub or arXiv, or all columns of a record of
    this library. Titles of something else have none.

    >>> is_item({"paper": {}}), is_item({"id": "2511.00001", "title": "Pebbles"}), is_item({})
    (True, True, False)
    >>> is_item({"Title": "Pebbles", "href": "https://huggingface.co/papers/2511.00001"})
    True
    >>> is_item({"title": "Fog again", "id": 12, "upvotes": 3})
    False
    """
    held = members(value)
    if held is None:
        return False
    if type(plain(held.get("paper"))) is dict:
        return True
    titled = signed = False
    for key, member in held.items():
        role, member = role_of(key), plain(member)
        titled = titled or (role is not None and role.field == "title" and type(member) is str)
        signed = signed or (role is not None and role.field == "arxiv_id" and _is_sign(member))
    return titled and (signed or is_own_record(held))


def _is_sign(value: object) -> bool:
    found = arxiv_id_of(value)
    return found is not None and (found != value or _MONTH.match(found) is not None)


def _read_item(index: int, item: Item, notes: KeyNotes) -> Reading | Problem:
    """Read one item as a paper, or say why it is none."""
    value = members(item.value)
    if value is None:
        return _left_out(index, item, f"it is no object ({shown(plain(item.value))})")
    inner = plain(value.get("paper"))
    paper = value if inner is None or type(inner) is str else members(inner)
    if paper is None:
        return _left_out(index, item, f"its paper is no object ({shown(inner)})")
    fields = Fields(value, paper, notes)
    title = fields.title()
    if title is None:
        return _left_out(index, item, "it has no title")
    if paper is value and not is_item(value):
        return _left_out(index, item, "it has no arXiv id, and no link to a paper of the Hub")
    found = _paper(title, fields, item.lines)
    if not fields.odd:
        return Reading(found, [])
    message = (
        f"Item {index}, counted from 0, holds what was not understood: {', '.join(fields.odd)}. "
        "It was left out; the rest of the item was read."
    )
    return Reading(found, [_malformed(message, item)])


def _paper(title: str, fields: Fields, lines: tuple[int, int]) -> Paper:
    authors, author_count = fields.authors()
    org, org_slug = fields.organisation()
    return Paper(
        title=title,
        abstract=fields.line("abstract"),
        author_count=author_count,
        date=fields.day("date"),
        votes=fields.count("votes"),
        org=org,
        org_slug=org_slug,
        comments=fields.count("comments"),
        arxiv_id=fields.arxiv_id(),
        submitted_by=fields.submitter(),
        github_url=fields.url("github_url"),
        github_stars=fields.count("github_stars"),
        lines=lines,
        authors=authors,
        ai_summary=fields.line("ai_summary"),
        project_page=fields.url("project_page"),
        listed=fields.listed(),
    )


def _left_out(index: int, item: Item, why: str) -> Problem:
    message = (
        f"Item {index}, counted from 0, was left out: {why}. Items are objects with a `paper` in "
        "them, as the Hub's API gives them, or with a title and an arXiv id."
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
