"""The bare numbers between two cards, and which of them can be told apart.

Between the byline of one card and the title of the next stand, without a label, the stars and the
comments of the one and the votes of the other. Which is which shows only in the whole page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.matrix.papers import abbreviated

if TYPE_CHECKING:
    from tests.matrix.papers import InventedPaper
    from tests.matrix.replicas import Replica
    from tests.matrix.sightings import Sighting
    from tests.matrix.textview import TextView

CHECK_BOX = re.compile(r"\[[-x ]?\]")
DAY = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{1,2}(?:,\s+(?:\d{4}|\d{1,3}$))?\b",
    re.IGNORECASE,
)  # the text may end in the midst of a year
COUNT = re.compile(
    r"(?<![\w.,:/\\#-])\d[\d,]*(?:\.\d+)?k?(?![\w:/-]|[.,]\d)"
    r"|(?<![^\s\[|;])\\?-(?![^\s\]|;])"
)
CUT_AUTHORS = re.compile(r"\d+ a[a-z]*$")  # where a text ends in the midst of a byline
NAME_COUNT = re.compile(r"\s\d+$")
LIST_MARK = re.compile(r"(?m)^[ \t]*- (?=[^\n]*\w[^\n]*\n)")  # of the lists in the header
LEADING_COUNT = re.compile(r"\d[\d.,]*k?\s")


def printed_votes(paper: InventedPaper) -> str:
    """Print votes as the site does."""
    return str(paper.votes) if paper.votes else "-"


def printed_tail(paper: InventedPaper) -> list[str]:
    """Print what stands unlabelled behind a byline: stars, then comments."""
    stars = [] if paper.github_stars is None else [abbreviated(paper.github_stars)]
    return stars + ([] if paper.comments is None else [str(paper.comments)])


def counts_in(text: str, submitter: str | None) -> list[str]:
    """List the bare counts of a text in which the name of the next submitter may stand."""
    if submitter:
        name = re.escape(submitter).replace(r"\ ", r"\s+")
        text = re.sub(rf"(Submitted\s+by(?:\[[^\]\n]*\]|\W)*){name}", r"\1", text)
    text = CUT_AUTHORS.sub(" ", DAY.sub(" ", CHECK_BOX.sub(" ", text)))
    return [found.lstrip("\\") for found in COUNT.findall(text)]


def unlabelled(
    view: TextView, replica: Replica, sightings: list[Sighting], anchors: list[int]
) -> list[set[str]]:
    """Tell for each card which of votes, comments and stars its bare numbers give.

    Votes count only where every card of the page prints them; a single number that may be stars or
    comments counts only where a `k` settles it, or where no card has a `k` or two numbers, so that
    the page prints no stars.
    """
    if not sightings:
        return []
    papers = [replica.papers[sighting.paper] for sighting in sightings]
    following = [*papers[1:], None]
    gaps = [
        counts_in(view.bare[anchor : sighting.tail[1]], after.submitted_by if after else None)
        for anchor, sighting, after in zip(anchors, sightings, following, strict=True)
    ]
    first = LIST_MARK.sub("", view.bare[: sightings[0].title[0]])
    before = [counts_in(first, papers[0].submitted_by)[-1:], *gaps]
    printed = all(
        found[-1:] == [printed_votes(paper)] for paper, found in zip(papers, before, strict=False)
    )
    if printed:
        gaps[:-1] = [gap[:-1] for gap in gaps[:-1]]
    pairs = any(len(gap) > 1 or "k" in "".join(gap) for gap in gaps)
    known: list[set[str]] = []
    for number, (sighting, paper, gap) in enumerate(zip(sightings, papers, gaps, strict=True)):
        fields = {"votes"} if printed and not hides_votes(sighting, paper) else set()
        after = following[number]
        if gap == printed_tail(paper) and not (after and hides_votes(sightings[number + 1], after)):
            fields |= told_apart(paper, replica, pairs)
        known.append(fields)
    return known


def hides_votes(sighting: Sighting, paper: InventedPaper) -> bool:
    """Tell whether votes run into another number: the end of a name, or the start of a title.

    In "Submitted by Abe 2 91 Geese" the votes may be 2 or 91.
    """
    numbered = LEADING_COUNT.match(paper.title) or NAME_COUNT.search(paper.submitted_by or "")
    return not sighting.own_lines and numbered is not None


def told_apart(paper: InventedPaper, replica: Replica, pairs: bool) -> set[str]:
    """Name the fields behind a byline, if it is certain which number is which."""
    fields = {"comments": paper.comments, "github_stars": paper.github_stars}
    printed = {name for name, value in fields.items() if value is not None}
    if len(printed) != 1 or replica.kind != "daily2025":
        return printed
    if paper.github_stars is not None:
        return printed if paper.github_stars >= 1000 else set()
    return set() if pairs else printed
