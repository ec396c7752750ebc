"""Decides which fields of which papers a reader could still get from an extracted text.

A *title* is looked up by its letters and digits (the skeleton of the text); a paper whose title is
not in the text is not missing. The rest of a card is looked up between its title and the next one:

- `title`, `abstract`: each begins and ends on lines of its own (a separator such as `|` ends a line
  too). Where a title of several lines runs into the next text without a blank line, markup or a
  change of indentation, nobody can tell where it ends: neither field counts. Nor does a title of
  several lines that do not hang, where cards have abstracts and this one has none. The same holds
  where an abstract of several lines runs into the next title because the byline was dropped. On
  daily pages in one line, the title between the votes and `· N authors` counts.
- A text that shows nothing of the site, but only the title and abstract of a single card, could be
  anybody's: no paper counts.
- Of a card that lost its votes and byline, an abstract shorter than the title or than 60 characters
  shows nothing, nor does the beginning of one, shorter than that or 120 characters, where the text
  was cut off, nor a title whose abstract and link are gone: such lines may as well be a foreign
  footer. A title that ends the text may be cut off itself. So may an organisation below an abstract
  or, on daily pages, below a title, which may then go on there. The same holds where the text ends
  in the midst of the footer's first word, which may be a name.
- `org`: on a line of its own behind the body, alone or behind its image text; glued to its image
  text (`appleApple`) only if it can be nothing else. `org_slug`: where the image text or a link
  gives it.
- `author_count`: "N authors" behind the body. `date`: the printed date behind the body.
- `submitted_by`: behind "Submitted by", up to the end of the line (or to the votes).
- `votes`, `comments`, `github_stars`: see `counts.py`; on trending pages behind their labels; also
  where the link of the number tells what it counts.
- `arxiv_id`, `github_url`: where the url of a link stands in the text, the table of links included;
  the url of a picture does not count.
- Where `|` parts all text nodes, the words that a query marks are such nodes, too: nobody can tell
  a `|` of the abstract's own from those, so it counts for nothing.

How exactly a text must be read: to the character, but for white space that an extractor took away
or put between. What marks stand in it, the reader has to take off. A text that lost characters, or
in which a backslash may be an author's or an extractor's, does not count: see `fidelity.py`.
"""

from __future__ import annotations

import re
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

import attrs

from tests.matrix import bylines, counts
from tests.matrix.fidelity import Level, Standing, is_told, standing
from tests.matrix.papers import FIELDS, collapsed
from tests.matrix.sightings import Sighting, Span, find_sightings
from tests.matrix.textview import TextView, skeleton_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from tests.matrix.papers import InventedPaper
    from tests.matrix.replicas import Replica


#: What only the site prints, or a link to it.
SITE = re.compile(
    r"^\W*\d+ authors\b|\d authors ·|· (?:\d+ authors|Published on|[A-Z][a-z][a-z] \d)|^\W*·"
    r"|^Submitted by (?:[^:\n]*$|(?:\S+ ){1,4}(?:\d+|-) )|^Upvote|arXiv Page|papers/\d"
    r"|^\W*Daily Papers|(?i:trending papers)|research community|^\ufffd",
    re.MULTILINE,
)


PROSE = {"title", "abstract", "arxiv_id"}
GUESSES = ("title", "abstract", "org", "submitted_by")


@attrs.frozen
class Expectation:
    """What must be read of one paper, and the lines where its card stands."""

    present: bool
    fields: Mapping[str, Level]
    #: What is printed, but nothing shows where it begins and ends: a wrong guess must be told.
    guesses: Set[str]
    lines: tuple[int, int]


def recoverable(text: str, replica: Replica) -> tuple[Expectation, ...]:
    """Decide for every paper of a replica what this text still gives of it."""
    view = TextView.of(text)
    sightings = find_sightings(view, replica) if SITE.search(text) else []
    found = fields_of(view, replica, sightings)
    fields: list[dict[str, Level | None]] = [{} for _ in replica.papers]
    lines: dict[int, tuple[int, int]] = {}
    levels = levels_of(view, replica, sightings, found)
    # The text may end in the midst of its last name.
    last = sightings[-1].paper if sightings else None
    for sighting, names, card in zip(sightings, found, levels, strict=True):
        if is_stub(view, replica, sighting, names):
            continue
        known = fields[sighting.paper]
        for name in names:
            known[name] = least((known.get(name, Level.EXACT), card.get(name, Level.EXACT)))
        place = view.line_of(sighting.head[1]), view.line_of(sighting.tail[1])
        lines.setdefault(sighting.paper, place)
    return tuple(
        Expectation(
            present=number in lines,
            fields={
                name: level
                for name in FIELDS
                if getattr(paper, name) is not None and (level := fields[number].get(name))
            },
            guesses={
                name
                for name in GUESSES
                if getattr(paper, name)
                and name not in fields[number]
                and not (name == "org" and (number == last or bylines.is_one_word(view, paper)))
            },
            lines=lines.get(number, (0, 0)),
        )
        for number, paper in enumerate(replica.papers)
    )


def levels_of(
    view: TextView, replica: Replica, sightings: list[Sighting], found: list[set[str]]
) -> list[dict[str, Level | None]]:
    """Tell for each copy of each card how exactly its texts stand there; None if they do not."""
    marked = replica.look.query is not None and "|·|" in view.text
    cards: list[dict[str, Standing | None]] = []
    for sighting, fields in zip(sightings, found, strict=True):
        paper = replica.papers[sighting.paper]
        starts = (
            ("title", paper.title, sighting.title[0]),
            ("abstract", paper.abstract, sighting.title[1]),
            ("org", paper.org, sighting.tail[0]),
        )
        cards.append(
            {
                name: None if marked and "|" in value else standing(view, value, start)
                for name, value, start in starts
                if name in fields and value is not None
            }
        )
    page = reduce(or_, (one for card in cards for one in card.values() if one), Standing())
    return [
        {name: one.level if one and is_told(one, page) else None for name, one in card.items()}
        for card in cards
    ]


def least(levels: tuple[Level | None, Level | None]) -> Level | None:
    """Choose the looser of two levels; a text that lost something in one copy is not asked for."""
    if None in levels:
        return None
    return Level.SPACELESS if Level.SPACELESS in levels else Level.EXACT


def is_stub(view: TextView, replica: Replica, sighting: Sighting, found: set[str]) -> bool:
    """Tell whether a title stands above too little of its abstract to show that it is one."""
    paper = replica.papers[sighting.paper]
    if replica.kind.startswith("daily"):
        return False
    left = collapsed(view.bare[sighting.title[1] : sighting.tail[0]])
    if sighting.abstract is None and sighting.tail[0] == len(view.text) and not left:
        return True
    if found - PROSE:
        return False
    if paper.abstract is not None and sighting.abstract is not None:
        return len(paper.abstract) < max(len(paper.title), 60)
    return len(left) < max(len(paper.title), 120) and "arxiv_id" not in found


def fields_of(view: TextView, replica: Replica, sightings: list[Sighting]) -> list[set[str]]:
    """List the recoverable fields of each copy of each card."""
    found: list[set[str]] = []
    anchors: list[int] = []
    accounts = bylines.shows_accounts(view, replica, sightings)
    for sighting in sightings:
        paper = replica.papers[sighting.paper]
        fields, anchor = bylines.byline_fields(view, sighting, paper, replica)
        if not accounts and bylines.account_before_name(view, sighting, paper):
            fields -= {"org", "org_slug"}
        found.append(fields | bylines.linked_fields(view, sighting, paper))
        anchors.append(anchor)
    for number, sighting in enumerate(sightings):
        paper = replica.papers[sighting.paper]
        if replica.kind == "trending":
            found[number] |= bylines.labelled_counts(view, sighting, paper)
        if bylines.is_submitter_known(view, sighting, paper, replica):
            found[number].add("submitted_by")
    if replica.kind != "trending":
        for number, fields in enumerate(counts.unlabelled(view, replica, sightings, anchors)):
            found[number] |= fields
    for number, fields in enumerate(prose_fields(view, replica, sightings)):
        found[number] |= fields
    return found


def prose_fields(view: TextView, replica: Replica, sightings: list[Sighting]) -> list[set[str]]:
    """List the titles and abstracts whose ends can be told."""
    found: list[set[str]] = []
    for number, sighting in enumerate(sightings):
        paper = replica.papers[sighting.paper]
        follower = sighting.abstract or bylines.organisation_place(view, sighting, paper)
        fields: set[str] = set()
        lost = runs_into(view, sighting.title, follower) or (
            paper.abstract is None
            and not replica.kind.startswith("daily")
            and may_be_two(view, sighting.title)
        )
        if paper.abstract is None:
            lost = lost or not is_ended(view, sighting.title[1], paper)
        if sighting.own_lines and not lost:
            fields.add("title")
            body = sighting.abstract
            if body and view.starts_line(body[0]) and is_ended(view, body[1], paper):
                fields.add("abstract")
        elif is_bounded_title(view, sighting, paper):
            fields.add("title")
        if number and is_byline_lost(view, sightings[number - 1], sighting):
            fields.clear()
            found[-1].discard("abstract")
        found.append(fields)
    return found


def is_ended(view: TextView, end: int, paper: InventedPaper) -> bool:
    """Tell whether a text ends with its line, and no organisation or footer cut off is below."""
    begun = view.skeleton_from(end)
    names = (f"{paper.org_slug}{paper.org}", paper.org) if paper.org and begun else ()
    skeletons = [skeleton_of(name) for name in names]
    cut = any(f"{name}{bylines.FOOTER}".startswith(begun) for name in skeletons)
    return view.ends_line(end) and not cut


def runs_into(view: TextView, title: Span, follower: Span | None) -> bool:
    """Tell whether a title of several lines ends nowhere before the text that follows it."""
    lines = view.text[start_of_line(view, title[0]) : title[1]].split("\n")
    if follower is None or len(lines) == 1 or is_boundary(view, title[1], follower[0]):
        return False
    next_line = view.text[start_of_line(view, follower[0]) : follower[1]]
    return any(indent_of(line) == indent_of(next_line) for line in lines[1:])


def may_be_two(view: TextView, title: Span) -> bool:
    """Tell whether the second line of a title without an abstract may as well be a short one."""
    lines = view.text[start_of_line(view, title[0]) : title[1]].split("\n")
    return len(lines) > 1 and any(indent_of(line) == indent_of(lines[0]) for line in lines[1:])


def start_of_line(view: TextView, place: int) -> int:
    """Find where the line of a place begins, indentation and all."""
    return view.text.rfind("\n", 0, place) + 1


def indent_of(line: str) -> str:
    """Take the white space that a line begins with."""
    return line[: len(line) - len(line.lstrip())]


def is_boundary(view: TextView, start: int, end: int) -> bool:
    """Tell whether a blank line, markup or any mark stands between two places."""
    between = view.text[start:end]
    return bool(between.strip()) or re.search(r"\n\s*\n|\|", between) is not None


def is_byline_lost(view: TextView, before: Sighting, after: Sighting) -> bool:
    """Tell whether one card runs into the next, so that an end of several lines is lost."""
    if before.abstract is None or is_boundary(view, *before.tail):
        return False
    return "\n" in view.text[slice(*before.abstract)] or "\n" in view.text[slice(*after.title)]


def is_bounded_title(view: TextView, sighting: Sighting, paper: InventedPaper) -> bool:
    """Tell whether a title within a line stands between votes and `· N authors`."""
    if paper.abstract is not None or paper.org is not None or counts.hides_votes(sighting, paper):
        return False
    before = view.bare[: sighting.title[0]]
    after = view.bare[sighting.title[1] :]
    return bool(
        re.search(r"(?:^|\s)(?:\d+|-)\s+\W*$", before[-40:])
        and re.match(rf"\s*·\s*{paper.author_count} authors", after)
    )
