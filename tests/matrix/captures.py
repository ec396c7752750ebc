"""Real papers for wider runs by hand: items of the public API, as the pages would print them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from tests.matrix.papers import InventedPaper, collapsed, printed_value

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
        author_count=len(names),
        org=organisation.get("fullname"),
        org_slug=organisation.get("name"),
        date=dt.date.fromisoformat(paper["publishedAt"][:10]),
        votes=paper["upvotes"],
        comments=item.get("numComments") or None,
        github_stars=printed_value(stars) if stars else None,
        github_url=paper.get("githubRepo") if stars else None,
        submitted_by=(item.get("submittedBy") or {}).get("name", "someone"),
        arxiv_id=paper["id"],
    )
