"""Links: what the target of a link says about the text that carries it."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple
from urllib.parse import parse_qs, unquote

import regex

from hfpapers._words import DOMAIN

LinkKind = Literal[
    "paper", "comments", "vote", "arxiv", "github", "organisation", "day", "query", "site", "other"
]


class Link(NamedTuple):
    """A target, by what the site uses it for; `value` is its id, slug, url, day or query."""

    kind: LinkKind
    value: str


#: An arXiv id as the site uses it: year and month of submission, a dot, four or five digits.
_ID = r"(?P<id>[0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?"
_PAPER = regex.compile(rf"/papers/{_ID}/?(?:\?[^#]*+)?(?P<comments>#community)?$")
#: A reader who is not logged in votes through the page that logs them in.
_LOGIN, _VOTED = "/login?next=", regex.compile(rf"/papers/{_ID}")
_ARXIV = regex.compile(rf"arxiv\.org/(?:abs|pdf|html)/{_ID}(?:\.pdf)?$")
_GITHUB = regex.compile(r"https?://(?:www\.)?github\.com/[^/\s]+/[^/\s#?]+")
_DAY = regex.compile(r"/papers(?:/date/|\?date=)(?P<day>[0-9]{4}-[0-9][0-9]-[0-9][0-9])$")
#: Domains below the Hub's have pages of another kind.
_ACCOUNT = regex.compile(
    r"(?:https?://(?:www\.)?(?:huggingface|hf)\.co)?/(?P<slug>[A-Za-z0-9][\w.-]*)/?(?:\?[^#]*+)?$"
)
_SITE = regex.compile(rf"/(?!/)|#|\?|(?:\w+:)?//{DOMAIN}")

#: First parts of a path on the Hub that are no accounts.
_NO_ACCOUNT = frozenset(
    {
        "papers", "models", "datasets", "spaces", "posts", "docs", "enterprise", "pricing",
        "login", "join", "privacy", "terms-of-service", "brand", "storage",
        "learn", "blog", "collections", "settings", "new", "inference", "endpoints",
        "tasks", "chat", "organizations", "front", "avatars", "social-thumbnails", "static",
    }
)  # fmt: skip


def read_link(target: str) -> Link:
    """Tell what a link's target is; anything that the site does not use is `other`."""
    url = unquote(target) if "%" in target else target
    # A page that was saved links into its own folder, one in an archive to the archive.
    url = url.removeprefix("file://")
    if (inner := url.rfind("/http", 1)) >= 0:
        url = url[inner + 1 :]
    if ("/papers" in url or "arxiv.org/" in url) and (link := _read_paper_link(url)):
        return link
    if _GITHUB.match(url):
        return Link("github", url)
    account = _ACCOUNT.match(url)
    if account and account["slug"].lower() not in _NO_ACCOUNT:
        return Link("organisation", account["slug"])
    if not _SITE.match(url):
        return Link("other", url)
    query = target.partition("#")[0].partition("?")[2] if "/papers?" in url else ""
    asked = parse_qs(query).get("q")
    return (
        Link("query", asked[0])
        if asked
        else Link("site", account["slug"] if account and "?" not in url else url)
    )


def _read_paper_link(url: str) -> Link | None:
    """Read a link to a paper, to one of its parts, or to the list of a day."""
    voted = _VOTED.search(url.partition(_LOGIN)[2])
    if voted:
        return Link("vote", voted["id"])
    if match := _PAPER.search(url):
        return Link("comments" if match["comments"] else "paper", match["id"])
    if match := _ARXIV.search(url):
        return Link("arxiv", match["id"])
    if match := _DAY.search(url):
        return Link("day", match["day"])
    return None


def linked_day(link: Link | None) -> dt.date | None:
    """Return the day of a link to a daily page; None if there is no such day, or another link."""
    try:
        return dt.date.fromisoformat(link.value) if link and link.kind == "day" else None
    except ValueError:
        return None
