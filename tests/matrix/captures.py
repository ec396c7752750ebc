"""Real papers and pages: items of the public API, and a daily page that carries its own truth."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from typing import TYPE_CHECKING, Any

import attrs

from tests.matrix.papers import InventedPaper, collapsed, printed_value
from tests.matrix.replicas import Look, Replica, as_printed

if TYPE_CHECKING:
    from collections.abc import Sequence


def papers_from_items(items: Sequence[dict[str, Any]]) -> tuple[InventedPaper, ...]:
    """Turn loaded items of the API into papers that a page can be filled with."""
    return tuple(paper_from_item(item) for item in items)


def paper_from_item(item: dict[str, Any]) -> InventedPaper:
    """Turn one item into a paper; older items lack submitter, organisation and repository."""
    paper = item["paper"]
    organisation = item.get("organization") or paper.get("organization") or {}
    stars = paper.get("githubStars")
    names = tuple(author["name"] for author in paper["authors"] if not author.get("hidden"))
    return InventedPaper(
        title=collapsed(paper["title"]),
        title_markup=paper["title"],
        abstract=collapsed(paper["summary"]),
        abstract_markup=paper["summary"].strip(),
        author_names=names,
        # The site counts hidden authors, too.
        author_count=len(paper["authors"]),
        org=collapsed(organisation.get("fullname") or "") or None,
        org_slug=organisation.get("name"),
        date=dt.date.fromisoformat(paper["publishedAt"][:10]),
        votes=paper["upvotes"],
        comments=item.get("numComments") or None,
        github_stars=printed_value(stars) if stars else None,
        github_url=paper.get("githubRepo") if stars else None,
        submitted_by=(item.get("submittedBy") or {}).get("name", "someone"),
        arxiv_id=paper["id"],
    )


#: What the real daily page of 2024 shows.
LOOK_2024 = Look(
    today=dt.date(2024, 8, 1),
    query=None,
    split_day=True,
    glued_curator=False,
    navigation=True,
    footer=True,
    comments=True,
    stars=False,
    submitters=True,
    organisations=False,
    votes_hidden=False,
    repeats_first=False,
)


def daily_page(markup: str) -> Replica:
    """Turn a daily page of 2024, as the server sent it, into a replica by the data in it."""
    found = re.search(r'data-target="DailyPapers" data-props="([^"]*)"', markup)
    if found is None:
        raise ValueError("the page carries no data")
    data = json.loads(html.unescape(found[1]))
    day = dt.date.fromisoformat(data["date"][:10])
    look = attrs.evolve(LOOK_2024, today=day)
    papers = papers_from_items(data["dailyPapers"])
    shown = tuple(as_printed(paper, "daily2024", look) for paper in papers)
    return Replica(
        kind="daily2024", html=markup, papers=shown, today=day, look=look, invented=papers
    )
