"""Keys: the fields of a paper by the names that others gave them.

The same field is `publishedAt` in the Hub's API, `published_at` in its Python client, `Published`
in somebody's table. Case, and whatever stands between words, is not looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from hfpapers._model import COLUMNS, Problem

#: The spellings of each field; where one object holds several, an earlier one is preferred. A
#: field `day` is a moment that is the day of the list or else a copy of the publication date.
_SPELLINGS = {
    "title": "title, paper title",
    "abstract": "abstract, paper abstract, summary, paper summary",
    "authors": "authors, author names, author list",
    "author_count": "author count, authors count, num authors, number of authors, n authors",
    "date": (
        "published at, published, published on, published date, publish date, publication date, "
        "date published, pub date, date"
    ),
    "day": "submitted at",
    "listed": "submitted on daily at, listed, listed at, listed on",
    "votes": "upvotes, votes, likes, upvote count, vote count, like count, num upvotes, num votes",
    "comments": "num comments, comments, comment count, comments count",
    "org": "organization, organisation, org, organization name, org name",
    "org_slug": "org slug, organization slug",
    "submitted_by": "submitted by, submitted on daily by, submitter",
    "arxiv_id": (
        "id, arxiv id, paper id, arxiv, paper url, paper link, url, link, href, hf url, hf link, "
        "huggingface url, huggingface link, page url, arxiv url, arxiv link, abs url, abs link, "
        "entry id, pdf url, pdf link, pdf, paper"
    ),
    "github_url": "github repo, github url, github, github link, repo url, code url, code link",
    "github_stars": "github stars",
    "ai_summary": "ai summary",
    "project_page": "project page, project url, project link",
}
#: The keys of the Hub and of its client; what they mean needs no word.
_HUB = frozenset(
    {
        "title", "summary", "authors", "published at", "submitted at",
        "submitted on daily at", "upvotes", "num comments", "comments", "organization",
        "submitted by", "submitted on daily by", "id", "github repo", "github stars",
        "ai summary", "project page",
    }
)  # fmt: skip
#: Keys that hold nothing a paper has a field for: the Hub's, its client's, and those of tables.
_UNUSED = (
    "_id, thumbnail, media url, media urls, ai keywords, ai summary model, discussion id, source, "
    "is author participating, github repo added by, submitted by name, upvoted, upvoters, "
    "paper rank, daily paper rank, linked models, linked datasets, linked spaces, "
    "num total models, num total datasets, num total spaces, index, row idx, unnamed 0, file, "
    "level 0, lines, typename"
)
#: No key of a field is so long.
_LONGEST = 40
#: So many keys are named in a problem.
_NAMED = 20


class Role(NamedTuple):
    """What a key means: a field, or none; how far it is to be preferred; if it is the Hub's."""

    field: str | None
    rank: int = 0
    is_hub: bool = True


def _squeezed(key: str) -> str:
    return "".join(filter(str.isalnum, key)).lower()


def _written(words: str) -> Iterator[str]:
    """Go through the ways in which JSON writes a key most often."""
    first, *rest = words.split(" ")
    yield _squeezed(words)
    yield "_".join((first, *rest))
    yield first + "".join(map(str.capitalize, rest))


#: The column of row numbers in a table often has no name.
_ROLES = (
    {"": Role(None)}
    | {key: Role(None) for words in _UNUSED.split(", ") for key in _written(words)}
    | {
        key: Role(field, rank, words in _HUB)
        for field, spellings in reversed(_SPELLINGS.items())
        for rank, words in enumerate(spellings.split(", "))
        for key in _written(words)
    }
)
#: What the keys of the library's own records mean.
_OWN_ROLES = {name: Role(name) for name in COLUMNS}


def role_of(key: str, is_own: bool = False) -> Role | None:
    """Say what a key means, or nothing; the keys of the library's own records mean what they say.

    >>> role_of("publishedAt"), role_of("Paper-URL"), role_of("mood")
    (Role(field='date', rank=0, is_hub=True), Role(field='arxiv_id', rank=4, is_hub=False), None)
    """
    role = (_OWN_ROLES.get(key) if is_own else None) or _ROLES.get(key)
    return role if role or len(key) > _LONGEST else _ROLES.get(_squeezed(key))


def is_own_record(keys: Collection[str]) -> bool:
    """Whether these are the keys of a record that this library wrote, perhaps among others."""
    return all(name in keys for name in COLUMNS)


class KeyNotes:
    """Keys that are not the Hub's: what was read from them, and which were not read."""

    def __init__(self) -> None:
        self._read: dict[str, str] = {}
        self._unread: dict[str, None] = {}

    def read(self, key: str, field: str) -> None:
        """Remember that a field was read from a key because of its name alone."""
        self._read.setdefault(key[:_LONGEST], field)

    def unread(self, key: str) -> None:
        """Remember a key that holds something, and what it means is not known."""
        self._unread.setdefault(key[:_LONGEST])

    def problems(self) -> Iterator[Problem]:
        """Name all of them in one problem."""
        parts = []
        if self._read:
            pairs = [f"{key!r} as {field}" for key, field in self._read.items()]
            parts.append(f" Read by their names were {_listed(pairs)}.")
        if self._unread:
            parts.append(f" Not read were {_listed(map(repr, self._unread))}.")
        if parts:
            message = f"Some keys are not the Hub's own.{''.join(parts)} Check what they mean."
            yield Problem(code="foreign-keys", message=message, level="info")


def _listed(names: Iterable[str]) -> str:
    first = list(names)
    more = len(first) - _NAMED
    return ", ".join(first[:_NAMED]) + (f" and {more} more" if more > 0 else "")
