"""Renders invented papers as whole pages, as faithful to the site as the field guide allows."""

from __future__ import annotations

import datetime as dt
import re
from random import Random
from typing import Literal, get_args

import attrs

from tests.matrix import cards, furniture, words
from tests.matrix.papers import InventedPaper, invent_papers

Kind = Literal["search", "daily2024", "daily2025", "trending"]
KINDS: tuple[Kind, ...] = get_args(Kind)
#: The pages of the bench: a kind, and whether its markup is that of 2026.
PAGES: dict[str, tuple[Kind, bool]] = {
    **{kind: (kind, False) for kind in KINDS},
    "search2026": ("search", True),
    "daily2026": ("daily2025", True),
    "trending2026": ("trending", True),
}
#: Between two cards nothing stands, not even a space.
BETWEEN_CARDS = re.compile(r"</article>((?:\s*</?div>)*)\s*<article")


@attrs.frozen(kw_only=True)
class Look:
    """What varies between pages of one kind: which parts the cards and the frame have."""

    today: dt.date
    query: str | None
    split_day: bool
    glued_curator: bool
    navigation: bool
    footer: bool
    comments: bool
    stars: bool
    submitters: bool
    organisations: bool
    votes_hidden: bool
    repeats_first: bool
    #: Whether the markup holds line ends and tabs, as before 2026, or single spaces.
    spaced: bool = False


@attrs.frozen(kw_only=True)
class Replica:
    """A rendered page beside the truth: its papers hold only what the page prints."""

    kind: Kind
    html: str
    papers: tuple[InventedPaper, ...]
    today: dt.date
    look: Look
    #: The same papers with all that is true of them, printed or not.
    invented: tuple[InventedPaper, ...] = ()


def invent_replica(
    kind: Kind, seed: int, count: int | None = None, *, spaced: bool = False
) -> Replica:
    """Invent a page; the same arguments give the same page in every process."""
    rng = Random(f"{kind}-{seed}-{count}")
    size = rng.choice((1, 2, 3, 5, 8, 13, 21, 50, 100)) if count is None else count
    look = attrs.evolve(invent_look(rng, kind), spaced=spaced)
    return render_replica(kind, invent_papers(rng, size, look.today), look)


def invent_look(rng: Random, kind: Kind) -> Look:
    """Draw the look of a page; every part is missing from some pages."""
    first = dt.date(2024, 1, 2) if kind == "daily2024" else dt.date(2025, 3, 1)
    span = 330 if kind == "daily2024" else 560
    return Look(
        today=first + dt.timedelta(days=rng.randrange(span)),
        query=rng.choice((None, *words.QUERIES)) if kind == "search" else None,
        split_day=kind == "daily2024" or rng.random() < 0.3,
        glued_curator=rng.random() < 0.3,
        navigation=rng.random() < 0.7,
        footer=rng.random() < 0.7,
        comments=rng.random() < 0.8,
        stars=rng.random() < 0.8,
        submitters=rng.random() < 0.7,
        organisations=rng.random() < 0.8,
        votes_hidden=kind == "search" and rng.random() < 0.3,
        repeats_first=rng.random() < 0.1,
    )


def render_replica(kind: Kind, papers: tuple[InventedPaper, ...], look: Look) -> Replica:
    """Render papers as a page of one kind, and keep the truth of what it prints."""
    shown = tuple(as_printed(paper, kind, look) for paper in papers)
    listed = (*shown, *shown[:1]) if look.repeats_first and len(shown) > 1 else shown
    body = "".join(render_card(paper, kind, look) for paper in listed)
    page = furniture.render_page(
        body,
        heading="Trending Papers" if kind == "trending" else "Daily Papers",
        day=look.today,
        query=look.query,
        split_day=look.split_day,
        glued_curator=look.glued_curator,
        periods=kind != "daily2024",
        navigation=look.navigation,
        footer=look.footer,
    )
    if look.spaced:
        page = with_spaces(page)
    return Replica(kind=kind, html=page, papers=shown, today=look.today, look=look, invented=papers)


def with_spaces(page: str) -> str:
    """Write one space where white space parts elements, and none between cards."""
    page = re.sub(r"(?<=>)\s+|\s+(?=<)", " ", page)
    return BETWEEN_CARDS.sub(lambda found: f"</article>{''.join(found[1].split())}<article", page)


def render_card(paper: InventedPaper, kind: Kind, look: Look) -> str:
    """Render one card in the markup of its page."""
    if kind == "search":
        return cards.search_card(
            paper, look.today, look.query, "hidden sm:block" if look.votes_hidden else "pt-1"
        )
    if kind == "daily2024":
        return cards.daily_2024_card(paper)
    if kind == "daily2025":
        return cards.daily_2025_card(paper)
    return cards.trending_card(paper)


def as_printed(paper: InventedPaper, kind: Kind, look: Look) -> InventedPaper:
    """Blank every field that this page does not print."""
    daily = kind in ("daily2024", "daily2025")
    has_org = look.organisations and kind != "daily2024" and paper.org is not None
    has_stars = look.stars and kind in ("daily2025", "trending")
    return attrs.evolve(
        paper,
        abstract=None if daily else paper.abstract,
        abstract_markup=None if daily else paper.abstract_markup,
        author_count=None if has_org else paper.author_count,
        org=paper.org if has_org else None,
        org_slug=paper.org_slug if has_org else None,
        date=None if daily else paper.date,
        comments=paper.comments if look.comments and kind != "trending" else None,
        github_stars=paper.github_stars if has_stars else None,
        github_url=paper.github_url if has_stars and kind == "trending" else None,
        submitted_by=paper.submitted_by
        if daily or (kind == "trending" and look.submitters)
        else None,
    )
