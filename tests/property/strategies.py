"""Strategies: invented papers, the pages that show them, and the text of these pages.

An `Invented` page knows what its text says. Everything in it is chosen by small integers and
samples, so that a page is made in a millisecond or two and shrinks to a short one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs
from hypothesis import strategies as st

from hfpapers import Paper
from tests.property import words

if TYPE_CHECKING:
    from hypothesis.vendor.pretty import RepresentationPrinter

Kind: TypeAlias = Literal["search", "search without votes", "daily", "daily 2024", "trending"]
Form: TypeAlias = Literal["clean", "nodes"]
KINDS: tuple[Kind, ...] = ("search", "search without votes", "daily", "daily 2024", "trending")
FORMS: tuple[Form, ...] = ("clean", "nodes")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: An abstract that is the longest text by far between two titles, as most are on the site.
LONG_ABSTRACT = 150


@attrs.frozen(kw_only=True, repr=False)
class Invented:
    """A page, block by block, and what it says."""

    kind: Kind
    form: Form
    today: dt.date
    papers: tuple[Paper, ...]
    header: tuple[str, ...]
    cards: tuple[tuple[str, ...], ...]
    footer: tuple[str, ...]
    date: dt.date | None
    query: str | None

    def __repr__(self) -> str:
        return f"<{self.kind} page, {self.form}, of {self.today}: {self.text()!r}>"

    def _repr_pretty_(self, printer: RepresentationPrinter, _cycle: bool) -> None:
        printer.text(repr(self))

    def blocks(self) -> list[str]:
        """Return all blocks in page order."""
        return [*self.header, *(block for card in self.cards for block in card), *self.footer]

    def text(self) -> str:
        """Return the text of the page."""
        return self.join(self.blocks())

    def join(self, blocks: Sequence[str]) -> str:
        """Put blocks together as the page's form does: with or without blank lines."""
        return ("\n\n" if self.form == "clean" else "\n").join(blocks) + "\n"


def title(number: int) -> str:
    """Return one of the invented titles; different numbers give different titles."""
    if number < len(words.ODD_TITLES):
        return words.ODD_TITLES[number]
    number, ending = divmod(number - len(words.ODD_TITLES), len(words.ENDINGS))
    method, subject = divmod(number, len(words.SUBJECTS))
    return f"{words.METHODS[method]} {words.SUBJECTS[subject]}{words.ENDINGS[ending]}"


_TITLE_COUNT = len(words.ODD_TITLES) + len(words.SUBJECTS) * len(words.METHODS) * len(words.ENDINGS)
_TITLE_NUMBERS = st.integers(0, _TITLE_COUNT - 1)
_CARD_COUNTS = st.integers(1, 4)
_SENTENCES = st.lists(st.sampled_from(words.SENTENCES), min_size=1, max_size=4)
_MANY_SENTENCES = st.sampled_from((1, 1, 1, 1, 6))
_COUNTS = st.sampled_from((0, 1, 2, 3, 7, 12, 41, 99, 128, 1024, 2910))
_COMMENTS = st.none() | st.sampled_from((1, 2, 3, 12, 31))
_STARS = st.sampled_from((None, 5, 476, 1200, 11300, 167000))
_AUTHORS = st.sampled_from((1, 2, 3, 5, 12, 31, 671))
_ORGS = st.none() | st.sampled_from(words.ORGANISATIONS)
_USERS = st.sampled_from(words.USERS)
_TODAYS = st.dates(dt.date(2024, 8, 1), dt.date(2026, 10, 31))
_AGES = st.integers(0, 900)
_BULLETS = st.sampled_from(("", "• ", "  • ", "* ", "- ", "  * "))


@st.composite
def one_paper(draw: st.DrawFn, kind: Kind, number: int, today: dt.date) -> Paper:
    """Invent what one card shows; `number` names its title."""
    daily = kind in ("daily", "daily 2024")
    abstract = " ".join(draw(_SENTENCES) * draw(_MANY_SENTENCES))
    org = None if kind == "daily 2024" else draw(_ORGS)
    return Paper(
        title=title(number),
        abstract=None if daily else abstract,
        org=org,
        author_count=draw(_AUTHORS) if org is None else None,
        date=None if daily else today - dt.timedelta(days=draw(_AGES)),
        votes=None if kind == "search without votes" else draw(_COUNTS),
        comments=None if kind == "trending" else draw(_COMMENTS),
        submitted_by=draw(_USERS) if daily or kind == "trending" else None,
        github_stars=draw(_STARS) if kind in ("daily", "trending") else None,
    )


@st.composite
def pages(
    draw: st.DrawFn,
    kinds: Sequence[Kind] = KINDS,
    forms: Sequence[Form] = FORMS,
    min_cards: int = 1,
) -> Invented:
    """Invent a page of up to four cards, with the site's furniture round them."""
    kind, form = draw(st.sampled_from(kinds)), draw(st.sampled_from(forms))
    today = draw(_TODAYS)
    count = max(draw(_CARD_COUNTS), min_cards)
    numbers = draw(st.lists(_TITLE_NUMBERS, min_size=count, max_size=count, unique=True))
    papers = [draw(one_paper(kind, number, today)) for number in numbers]
    bullet = draw(_BULLETS) if form == "clean" else ""
    if kind == "daily" and any(paper.github_stars for paper in papers):
        # Cards with two counts show that the page prints stars; without one, nothing would.
        papers[0] = attrs.evolve(papers[0], github_stars=476, comments=2)
    date = today if draw(st.booleans()) else None
    # A query has the day below it, which sets it off from the first title.
    has_query = date is not None and kind.startswith("search")
    query = draw(st.sampled_from(words.QUERIES)) if has_query else None
    return Invented(
        kind=kind,
        form=form,
        today=today,
        papers=tuple(as_read(paper, kind, papers) for paper in papers),
        header=draw(headers(kind, query, date)),
        cards=tuple(card(paper, kind, today, bullet) for paper in papers),
        footer=words.FOOTER[draw(st.integers(0, len(words.FOOTER))) :],
        date=date,
        query=query,
    )


@st.composite
def headers(
    draw: st.DrawFn, kind: Kind, query: str | None, date: dt.date | None
) -> tuple[str, ...]:
    """Print the site's header, with the words of its several years."""
    name = "Trending Papers" if kind == "trending" else "Daily Papers"
    blocks = ["new", draw(st.sampled_from(words.BANNERS)), "Subscribe", name]
    blocks.append(draw(st.sampled_from(words.CURATORS)))
    if query is not None:
        blocks.append(query)
    if date is not None:
        month, day = MONTHS[date.month - 1], str(date.day)
        blocks += [month, day] if draw(st.booleans()) else [f"{month} {day}"]
    return tuple(blocks)


def as_read(paper: Paper, kind: Kind, papers: Sequence[Paper]) -> Paper:
    """Return what a reader of the text can know of a paper, by the rules of meaning."""
    if kind == "search without votes":
        # The only count of the page, without a label, goes to the votes.
        return attrs.evolve(paper, votes=paper.comments, comments=None)
    if kind == "daily" and any(other.github_stars for other in papers):
        # Where stars are printed, one number alone may be either, unless it is rounded.
        stars, comments = paper.github_stars, paper.comments
        if stars is None:
            return attrs.evolve(paper, comments=None)
        if comments is None and stars < 1000:
            return attrs.evolve(paper, github_stars=None)
    return paper


def card(paper: Paper, kind: Kind, today: dt.date, bullet: str) -> tuple[str, ...]:
    """Print the blocks of one card, as the page of that kind does."""
    if kind == "trending":
        return trending_card(paper, bullet)
    votes = [] if paper.votes is None else [str(paper.votes or "-")]
    comments = [] if paper.comments is None else [str(paper.comments)]
    authors = [] if paper.author_count is None else [f"{bullet}{paper.author_count} authors"]
    orgs = [] if paper.org is None else [paper.org]
    if paper.date is not None:
        byline = "\n".join([*orgs, *authors, "·", printed(paper.date, today), *comments])
        return (*votes, paper.title, paper.abstract or "", byline)
    stars = [] if paper.github_stars is None else [rounded(paper.github_stars)]
    byline = "\n".join([*orgs, *(["·", *authors] if authors else [])])
    submitter = ("Submitted by", paper.submitted_by or "")
    return (*submitter, *votes, paper.title, byline, *stars, *comments)


def trending_card(paper: Paper, bullet: str) -> tuple[str, ...]:
    """Print a card and its copy for phones."""
    assert paper.date is not None
    byline = paper.org or f"{bullet}{paper.author_count} authors"
    date = printed(paper.date, None)
    stars = () if paper.github_stars is None else ("GitHub", rounded(paper.github_stars))
    head = ("Submitted by", paper.submitted_by or "", paper.title, paper.abstract or "")
    tail = ("Upvote", str(paper.votes or "-"), *stars, "arXiv Page")
    wide = (*head, f"{byline}\n·\nPublished on {date}", *tail)
    return (*wide, *head, f"{byline}\n·\n{date}", *tail)


def printed(date: dt.date, today: dt.date | None) -> str:
    """Print a date as the site does; without the year in the year of the visit."""
    year = "" if today is not None and date.year == today.year else f", {date.year}"
    return f"{MONTHS[date.month - 1]} {date.day}{year}"


def rounded(count: int) -> str:
    """Print a count as the site does: in thousands beyond a thousand."""
    return f"{count / 1000:.3g}k" if count >= 1000 else str(count)


@st.composite
def soups(draw: st.DrawFn) -> str:
    """Mix fragments of pages with each other and with arbitrary characters."""
    fragments = draw(st.lists(st.sampled_from(words.FRAGMENTS) | _LETTERS, max_size=24))
    glue = draw(st.sampled_from(("\n", "\n\n", " ", "", "\r\n", "\r", "\n  ")))
    return glue.join(fragments)


#: Every code point that a `str` can hold, lone surrogates and control characters with it.
_LETTERS = st.text(st.characters(codec=None, exclude_categories=()), max_size=6)
