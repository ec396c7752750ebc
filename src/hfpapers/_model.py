"""What a page is read into: papers, problems and the page that holds them.

Plain, frozen data. Nothing here knows how a page is read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias, get_args, overload

import attrs

Kind: TypeAlias = Literal["search", "daily", "trending", "paper"]
Level: TypeAlias = Literal["info", "warning"]
Code: TypeAlias = Literal[
    "no-papers",
    "page-empty",
    "unread-text",
    "no-byline",
    "title-end-lost",
    "name-end-lost",
    "organisation-doubtful",
    "count-ambiguous",
    "count-impossible",
    "unlabelled-count",
    "year-unknown",
    "year-inferred",
    "date-ambiguous",
    "date-in-future",
    "date-impossible",
    "abstract-ambiguous",
    "authors-incomplete",
    "copies-differ",
    "not-text",
    "envelope-opened",
    "envelope-unread",
    "data-unread",
    "item-malformed",
    "foreign-keys",
    "bytes-replaced",
]
UnlabelledCount: TypeAlias = Literal["votes", "comments"]
#: A paper as a plain dict.
Record: TypeAlias = dict[str, "str | int | dt.date | list[str] | None"]
#: Every code that a `Problem` can have.
PROBLEM_CODES: tuple[Code, ...] = get_args(Code)


@attrs.frozen(kw_only=True)
class Problem:
    """One doubt that reading a page left, or one thing on it that was not read.

    Attributes:
        code: What kind of problem it is, one of `PROBLEM_CODES`.
        message: A full sentence: what was found, and what to do about it.
        line: The line of the input it is about, counted from 1, or None for the whole page.
        paper: The index of the paper it is about, or None.
        level: `"info"` for a fact worth knowing, `"warning"` for something lost or in doubt.
    """

    code: Code
    message: str
    line: int | None = None
    paper: int | None = None
    level: Level = "warning"


@attrs.frozen(kw_only=True)
class Paper:
    """One paper as its card or its data shows it; None means that this source does not say.

    Attributes:
        title: One line, never empty, white space collapsed, marks of extraction removed.
        abstract: Likewise; on trending pages it may be the Hub's one-sentence summary.
        author_count: How many authors; None where the card shows an organisation instead. Data
            gives both, and counts hidden authors as the page does.
        date: The publication date that the card prints; in data the day in UTC.
        votes: Whole number; 0 where the page prints `-` or `0`.
        org: The organisation's display name.
        org_slug: The organisation's account on the Hub, from image text or a link.
        comments: Whole number; the site does not print a zero, but data gives it.
        arxiv_id: The paper's arXiv id, where a link gives it.
        submitted_by: Who submitted the paper to the list.
        github_url: The code repository, where a link gives it.
        github_stars: Whole number; `1.2k` on the page is 1200 here.
        lines: First and last line of the card in the input, counted from 1; `(0, 0)` where the
            input was a list in JSON. Not compared.
        authors: Their names, but for hidden authors; from data and the page of a single paper.
        ai_summary: The Hub's summary of the abstract, one line; likewise.
        project_page: The address of the project; from data, or where that page's link is kept.
        listed: The day on which the paper was put on the list, in data that in UTC; likewise.

    >>> paper = Paper(title="Sorting Pebbles by Ear", votes=3, arxiv_id="2511.00001")
    >>> paper.url
    'https://huggingface.co/papers/2511.00001'
    >>> paper.abstract is None
    True
    """

    title: str
    abstract: str | None = None
    author_count: int | None = None
    date: dt.date | None = None
    votes: int | None = None
    org: str | None = None
    org_slug: str | None = None
    comments: int | None = None
    arxiv_id: str | None = None
    submitted_by: str | None = None
    github_url: str | None = None
    github_stars: int | None = None
    lines: tuple[int, int] = attrs.field(default=(0, 0), eq=False)
    authors: tuple[str, ...] = ()
    ai_summary: str | None = None
    project_page: str | None = None
    listed: dt.date | None = None

    @property
    def url(self) -> str | None:
        """The paper's page on the Hub, or None without an `arxiv_id`."""
        return f"https://huggingface.co/papers/{self.arxiv_id}" if self.arxiv_id else None

    @property
    def arxiv_url(self) -> str | None:
        """The paper's page on arXiv, or None without an `arxiv_id`."""
        return f"https://arxiv.org/abs/{self.arxiv_id}" if self.arxiv_id else None

    def to_dict(self) -> Record:
        """Return the fields as a plain dict, in the order of `COLUMNS`; `authors` as a list."""
        return {name: getattr(self, name) for name in COLUMNS} | {"authors": list(self.authors)}


#: The keys of a paper's record, in order: every field of `Paper` but `lines`.
COLUMNS: tuple[str, ...] = tuple(f.name for f in attrs.fields(Paper) if f.name != "lines")


@attrs.frozen(kw_only=True, repr=False)
class Page(Sequence[Paper]):
    """A page that was read: an immutable sequence of its papers, in page order.

    Attributes:
        papers: The papers; the page itself can be indexed, sliced and looped over like them.
        kind: `"search"`, `"daily"` (weekly, monthly and the e-mail digest, too), `"trending"`,
            `"paper"` (the page of a single paper), or None if unknown.
        date: The day that the page shows in its header, or None if unknown.
        query: What was searched for, or None if the page does not say.
        problems: What was not read, or is in doubt, in page order.
        leftovers: The lines that belong to no paper and are no furniture of the site, as printed.

    >>> page = Page(papers=(Paper(title="Sorting Pebbles by Ear"),))
    >>> page
    <Page: 1 paper>
    >>> page[0].title
    'Sorting Pebbles by Ear'
    """

    papers: tuple[Paper, ...] = ()
    kind: Kind | None = None
    date: dt.date | None = None
    query: str | None = None
    problems: tuple[Problem, ...] = ()
    leftovers: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.papers)

    def __iter__(self) -> Iterator[Paper]:
        return iter(self.papers)

    @overload
    def __getitem__(self, index: int) -> Paper: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Paper, ...]: ...
    def __getitem__(self, index: int | slice) -> Paper | tuple[Paper, ...]:
        return self.papers[index]

    def __repr__(self) -> str:
        return f"<Page: {summary(self)}>"

    def _repr_html_(self) -> str:
        from hfpapers._table import html_table

        return html_table(self.papers, caption=summary(self))

    def to_dicts(self) -> list[Record]:
        """Return one plain dict per paper, with the keys of `COLUMNS`; `authors` is a list.

        A table made of an empty page keeps its columns if it is told them:
        `pandas.DataFrame(page.to_dicts(), columns=hfpapers.COLUMNS)`.

        >>> Page(papers=(Paper(title="Sorting Pebbles by Ear"),)).to_dicts()[0]["title"]
        'Sorting Pebbles by Ear'
        """
        return [paper.to_dict() for paper in self.papers]


class ParseError(ValueError):
    """Raised with `strict=True` when the page left a warning.

    Attributes:
        page: The page, read as well as it could be.
        problems: Its problems.
    """

    def __init__(self, page: Page) -> None:
        warnings = [problem for problem in page.problems if problem.level == "warning"]
        more = f" (and {counted(len(warnings) - 1, 'more warning')})" if warnings[1:] else ""
        super().__init__(f"{warnings[0].message}{more}" if warnings else "The page was refused.")
        self.page = page

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the page."""
        return self.page.problems

    def __reduce__(self) -> tuple[type[ParseError], tuple[Page]]:
        return (type(self), (self.page,))


def accepted(page: Page, strict: bool) -> Page:
    """Return a page as it is, but refuse one with a warning where reading is strict."""
    if strict and any(problem.level == "warning" for problem in page.problems):
        raise ParseError(page)
    return page


def summary(page: Page) -> str:
    """Return what a page is in one line, such as `search page of 2025-11-25: 5 papers`."""
    warnings = sum(problem.level == "warning" for problem in page.problems)
    parts = [
        page.kind and f"{page.kind} page",
        page.date and f"of {page.date}",
        page.query and f"for {page.query!r}",
    ]
    about = " ".join(part for part in parts if part)
    counts = counted(len(page), "paper") + (f", {counted(warnings, 'warning')}" if warnings else "")
    return f"{about}: {counts}" if about else counts


def counted(count: int, noun: str) -> str:
    """Return a number with its noun, such as `1 paper` or `2 papers`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
