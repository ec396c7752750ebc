"""Invents papers from a seed: the truth that every page of the bench is rendered from."""

from __future__ import annotations

import datetime as dt
import textwrap
from typing import TYPE_CHECKING

import attrs

from tests.matrix import words

if TYPE_CHECKING:
    from random import Random

FIELDS = (
    "title",
    "abstract",
    "author_count",
    "date",
    "votes",
    "org",
    "org_slug",
    "comments",
    "arxiv_id",
    "submitted_by",
    "github_url",
    "github_stars",
)


@attrs.frozen(kw_only=True)
class InventedPaper:
    """One paper and all that is true of it; the markup fields keep the line breaks of the page."""

    title: str
    title_markup: str
    abstract: str | None
    abstract_markup: str | None
    author_names: tuple[str, ...]
    author_count: int | None
    org: str | None
    org_slug: str | None
    date: dt.date | None
    votes: int | None
    comments: int | None
    github_stars: int | None
    github_url: str | None
    submitted_by: str | None
    arxiv_id: str


def abbreviated(count: int) -> str:
    """Print a count of stars as the site does: three digits, and `k` for thousands."""
    return str(count) if count < 1000 else f"{count / 1000:.3g}k"


def collapsed(text: str) -> str:
    """Make one line of text that the markup holds on several."""
    return " ".join(text.split())


def invent_papers(rng: Random, count: int, latest: dt.date) -> tuple[InventedPaper, ...]:
    """Invent papers published before the day of the page; now and then two share a title."""
    papers: dict[str, InventedPaper] = {}
    while len(papers) < count:
        paper = invent_paper(rng, latest)
        papers.setdefault(paper.title, paper)
    found = list(papers.values())
    if count > 4 and rng.random() < 0.15:
        twin = attrs.evolve(found[-1], title=found[1].title, title_markup=found[1].title_markup)
        found[-1] = twin
    return tuple(found)


def invent_paper(rng: Random, latest: dt.date) -> InventedPaper:
    """Invent one paper; each rare thing is common enough to stand on most pages of a run."""
    title_markup = invent_title(rng)
    abstract_markup = invent_abstract(rng) if rng.random() < 0.98 else None
    date = invent_date(rng, latest)
    org, org_slug = rng.choice(words.ORGANISATIONS) if rng.random() < 0.3 else (None, None)
    stars = invent_count(rng, 170_000) if rng.random() < 0.6 else None
    few = 1 + int(rng.expovariate(1 / 7))
    author_count = few if rng.random() < 0.97 else rng.randrange(100, 672)
    return InventedPaper(
        title=collapsed(title_markup),
        title_markup=title_markup,
        abstract=None if abstract_markup is None else collapsed(abstract_markup),
        abstract_markup=abstract_markup,
        author_names=tuple(invent_name(rng) for _ in range(author_count)),
        author_count=author_count,
        org=org,
        org_slug=org_slug,
        date=date,
        votes=0 if rng.random() < 0.15 else invent_count(rng, 3000),
        comments=invent_count(rng, 40) if rng.random() < 0.6 else None,
        github_stars=None if stars is None else printed_value(stars),
        github_url=None if stars is None else f"https://github.com/{invent_repository(rng)}",
        submitted_by=rng.choice(words.USERS),
        arxiv_id=f"{date:%y%m}.{rng.randrange(1, 20000):05}",
    )


def printed_value(count: int) -> int:
    """Round a count to what its abbreviation still says."""
    text = abbreviated(count)
    return round(float(text[:-1]) * 1000) if text.endswith("k") else int(text)


def invent_count(rng: Random, most: int) -> int:
    """Draw a count as pages have them: mostly small, now and then near the maximum."""
    return max(1, int(most ** rng.random()))


def invent_date(rng: Random, latest: dt.date) -> dt.date:
    """Draw a publication date: often recent, sometimes years ago."""
    days = rng.randrange(1, 300) if rng.random() < 0.5 else rng.randrange(300, 3000)
    return latest - dt.timedelta(days=days)


def invent_name(rng: Random) -> str:
    """Draw an author: a full name, or an account as the avatars carry it."""
    given, surname = rng.choice(words.GIVEN), rng.choice(words.SURNAMES)
    return f"{given} {surname}" if rng.random() < 0.6 else f"{given}{surname}".lower()


def invent_repository(rng: Random) -> str:
    """Draw `owner/name` of a repository; a link may lead deeper, or end in a slash."""
    path = rng.choice(("", "", "", "", "/", "/tree/main/code"))
    return f"{rng.choice(words.ORGANISATIONS)[1]}/{slug_of(rng.choice(words.NAMES))}{path}"


def slug_of(name: str) -> str:
    """Turn a code name into what may stand in a url."""
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in name).strip("-").lower()


def fill(rng: Random, template: str) -> str:
    """Fill the slots of a template with words drawn for each of them."""
    name = rng.choice(words.NAMES)
    return template.format(
        name=name,
        slug=slug_of(name),
        adj=rng.choice(words.ADJECTIVES).lower(),
        noun=rng.choice(words.NOUNS).lower(),
        noun2=rng.choice(words.NOUNS).lower(),
        things=rng.choice(words.THINGS),
        method=rng.choice(words.METHODS).lower(),
        n=rng.randrange(2, 64),
        k=f"{rng.randrange(1, 900)},{rng.randrange(1000):03}",
        pct=f"{rng.randrange(1, 99)}.{rng.randrange(10)}",
    )


def invent_title(rng: Random) -> str:
    """Invent a title; long titles may keep arXiv's own wrap, a newline and two spaces."""
    if rng.random() < 0.3:
        title = rng.choice(words.ODD_TITLES)
        return title if rng.random() < 0.6 else f"{title} ({rng.choice(words.NAMES)})"
    name, adj = rng.choice(words.NAMES), rng.choice(words.ADJECTIVES)
    noun, things = rng.choice(words.NOUNS), rng.choice(words.THINGS)
    method = rng.choice(words.METHODS)
    title = rng.choice(
        (
            f"{name}: {adj} {noun} for {things}",
            f"{name}: {noun} via {method}",
            f"{adj} {noun} with {method}",
            f"Towards {adj} {noun}: {method} in {things}",
            f"Can {things} Learn {noun} from {method}?",
        )
    )
    if rng.random() < 0.15:
        title = f"{title} {rng.choice(words.TITLE_TAILS)}"
    if len(title) > 70 and rng.random() < 0.4:
        title = "\n  ".join(textwrap.wrap(title, 70, break_on_hyphens=False))
    return title


def invent_abstract(rng: Random) -> str:
    """Invent one to fourteen sentences; some keep the line breaks of the submission form."""
    count = rng.choice((1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14))
    odd = rng.sample(words.ODD_SENTENCES, k=sum(rng.random() < 0.2 for _ in range(count)))
    templates = odd + rng.sample(words.SENTENCES, k=count - len(odd))
    rng.shuffle(templates)
    text = collapsed(" ".join(fill(rng, template) for template in templates))
    if rng.random() < 0.3:
        return "\n".join(textwrap.wrap(text, 79, break_on_hyphens=False, break_long_words=False))
    if rng.random() < 0.1:
        return text.replace(". ", ".\n")
    return text
