"""The data of a page: items as the Hub's API returns them, and as its pages carry them."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import attrs

from hfpapers import Paper
from tests.matrix import words
from tests.matrix.replicas import as_printed

if TYPE_CHECKING:
    from random import Random

    from tests.matrix.papers import InventedPaper
    from tests.matrix.replicas import Replica

#: The fields of `Paper` that a page prints, but for `comments`: there a zero is not printed.
PRINTED = (
    "title", "abstract", "author_count", "date", "votes", "org", "org_slug", "arxiv_id",
    "submitted_by", "github_url", "github_stars",
)  # fmt: skip
HEADER_PROPS = "{&quot;classNames&quot;:&quot;&quot;,&quot;isWide&quot;:false}"


def invent_item(rng: Random, paper: InventedPaper, listed: dt.date) -> tuple[dict[str, Any], Paper]:
    """Write a paper as an item; return the paper that it is, too, with all that only items tell."""
    hidden = [rng.random() < 0.1 for _ in paper.author_names]
    name = rng.choice(words.NAMES)
    summary = f"{name} is read\n and  summed up." if rng.random() < 0.7 else None
    project = f"https://{paper.arxiv_id}.example.org/" if rng.random() < 0.3 else None
    organisation = paper.org and {"name": paper.org_slug, "fullname": paper.org}
    inner = {
        "id": paper.arxiv_id,
        "title": paper.title_markup,
        "summary": paper.abstract_markup or "",
        "authors": [
            {"_id": "0", "name": name, "hidden": is_hidden}
            for name, is_hidden in zip(paper.author_names, hidden, strict=True)
        ],
        "publishedAt": f"{paper.date}T17:54:27.000Z",
        "submittedOnDailyAt": f"{listed}T00:44:05.364Z",
        "upvotes": paper.votes,
        "ai_summary": summary,
        "projectPage": project,
        "githubRepo": paper.github_url,
        "githubStars": paper.github_stars,
    }
    item = {
        "paper": {key: value for key, value in inner.items() if value is not None},
        # What this one means has changed over the years.
        "publishedAt": f"{listed}T05:01:00.000Z",
        "title": paper.title,
        "numComments": paper.comments or 0,
        "submittedBy": {"fullname": f"Dr. {paper.submitted_by}", "name": paper.submitted_by},
    }
    if organisation:
        (item if rng.random() < 0.5 else item["paper"])["organization"] = organisation  # type: ignore[index]
    shown = zip(paper.author_names, hidden, strict=True)
    truth = Paper(
        comments=paper.comments or 0,
        authors=tuple(name for name, is_hidden in shown if not is_hidden),
        ai_summary=summary and f"{name} is read and summed up.",
        project_page=project,
        listed=listed,
        **{name: getattr(paper, name) for name in PRINTED},
    )
    return item, truth


def props_of(replica: Replica, items: list[dict[str, Any]]) -> dict[str, Any]:
    """Put items into the data of a page as the site does."""
    day = f"{replica.today}T00:00:00.000Z"
    if replica.kind == "search":
        return {"searchResults": items, "query": replica.look.query or "", "date": day}
    if replica.kind == "trending":
        return {"dailyPapers": items, "isTrending": True, "periodType": "day"}
    period = {} if replica.kind == "daily2024" else {"periodType": "day"}
    return {"canSubmit": False, "dailyPapers": items, "date": day, **period}


def with_data(page: str, props: dict[str, Any]) -> str:
    """Put data into a page, behind that of another part of it; only what must be is escaped."""
    value = json.dumps(props, ensure_ascii=False).replace("&", "&amp;").replace('"', "&quot;")
    island = '<div class="SVELTE_HYDRATER contents" data-target="{}" data-props="{}">'
    before, main, after = page.partition("<main ")
    banner = island.format("MainHeader", HEADER_PROPS) + "</div>"
    return f"{before}{banner}{island.format('DailyPapers', value)}{main}{after}"


def printed_of(paper: Paper, invented: InventedPaper, replica: Replica) -> InventedPaper:
    """Say what a page prints of a paper that was read from data."""
    values = {name: getattr(paper, name) for name in PRINTED}
    read = attrs.evolve(invented, **values, comments=paper.comments or None)
    return as_printed(read, replica.kind, replica.look)
