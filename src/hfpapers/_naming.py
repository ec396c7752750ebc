"""Naming: what a text is in which no papers were found, and what to do about it.

The page's frame without cards, a path or a url, a feed, another list of the Hub, a page to log in,
an error: each is called what it is. Nothing here decides whether there are papers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from hfpapers._evidence import is_own
from hfpapers._model import Problem, counted
from hfpapers._signs import Sign, linked
from hfpapers._words import EMPTY_LIST, OTHER_LISTS

#: No path or url is longer.
_LONGEST_ADDRESS = 2_000
_URL = regex.compile(r"(?:https?|ftp)://\S++|(?:www\.)?[\w-]++(?:\.[\w-]++)++/\S*+")
_ENDINGS = "csv|gz|html?|jsonl?|md|mhtml?|pdf|txt|xml|zip"
_PATH = regex.compile(
    rf"(?:file:/|~|\.{{0,2}}/|[A-Za-z]:[\\/]|\\\\)\S*+|[^<>{{}}\[\]|\"]*\.(?:{_ENDINGS})",
    regex.IGNORECASE,
)
_FEED = regex.compile(
    r"\s*+(?:<\?[^<>]*+>\s*+|<!--(?:[^-]++|-(?!->))*+-->\s*+|<!doctype[^<>]*+>\s*+)*+"
    r"<(?:rss|feed|rdf:rdf|channel)\b",
    regex.IGNORECASE,
)
#: How feeds print moments, once for each item: with the seconds, and the zone.
_MOMENT = regex.compile(
    r"\b\w{3}, [0-9]{1,2} \w{3} [0-9]{4} [0-9:]{8} (?:[+-][0-9]{4}|GMT|UTC|Z)\b"
)
#: So many moments in a text are the items of a feed.
_MOMENTS = 2
_ERROR = regex.compile(
    r"(?:error|http)?\s?(?:40[0134]|410|429|50[0234])\b"
    r"|.{0,40}?\b(?:page not found|(?:can['’]t|cannot) find the page|too many requests|rate limit"
    r"|access denied|forbidden|bad gateway|gateway time-?out|service unavailable"
    r"|internal server error|internal error|just a moment|verify(?:ing)? (?:that )?you are human"
    r"|enable javascript)\b",
    regex.IGNORECASE,
)
#: An error page has no more lines than this above what says so.
_ERROR_LINES = 12
_PASSWORD = regex.compile(r"(?:your |forgot your )?password\b.{0,20}", regex.IGNORECASE)
_LOG_IN = regex.compile(r"(?:log|sign) ?in\b.{0,40}", regex.IGNORECASE)
#: What the page of a single paper prints; another text may well hold one of these.
_OF_ONE_PAPER = frozenset(
    {
        "view arxiv page", "view pdf", "add to collection", "models citing this paper",
        "datasets citing this paper", "spaces citing this paper",
    }
)  # fmt: skip
_PAPER = regex.compile(r"/papers/[0-9]{4}\.[0-9]{4,5}\b")
_REPOSITORY = regex.compile(r"[\w.-]{2,42}+/[\w.-]{2,96}+")
#: No line that names a page is longer.
_LONGEST_LINE = 100
#: So many items are a list.
_SEVERAL = 3
_AGAIN = "Check what was fetched, and how its text was extracted."


def name_text(text: str, signs: Sequence[Sign]) -> Problem:
    """Say what a text is in which no papers were found, given its signs."""
    if any(map(is_own, signs)):
        return _empty_page(signs)
    return Problem(code="no-papers", message=next(_messages(text, signs)))


def is_feed(text: str) -> bool:
    """Tell whether a text is the XML of a feed."""
    return _FEED.match(text) is not None


def _empty_page(signs: Sequence[Sign]) -> Problem:
    """Name the frame of a list without cards."""
    said = next((sign.text for sign in signs if sign.text.lower() in EMPTY_LIST), None)
    message = "This is the frame of a list of papers, without a single card: "
    message += (
        f"the page itself says {said!r}."
        if said
        else "the list is empty, or the extractor dropped the cards. Look at the page, and try "
        "parse_html on its HTML."
    )
    return Problem(code="page-empty", message=message)


def _messages(text: str, signs: Sequence[Sign]) -> Iterator[str]:
    """Go through what may be said, the most certain first."""
    yield from _of_address(text.strip())
    if is_feed(text) or len(_MOMENT.findall(text)) >= _MOMENTS:
        yield (
            "This is a feed (RSS or Atom), and no list page of the Hub. Feeds do not have what "
            "cards show; fetch the page itself, or https://huggingface.co/api/daily_papers."
        )
    words = [sign.text for sign in signs if len(sign.text) <= _LONGEST_LINE]
    if error := next(filter(_ERROR.match, words[:_ERROR_LINES]), None):
        yield f"This is an error page ({error!r}), and no list of papers. Fetch the page again."
    if any(map(_PASSWORD.fullmatch, words)) and any(map(_LOG_IN.fullmatch, words)):
        yield "This is a page to log in, and no list of papers. Fetch the page as a guest does."
    bare = [word.lower().rstrip(" 0123456789") for word in words]
    if len(_OF_ONE_PAPER.intersection(bare)) > 1:
        yield f"This looks like the Hub's page of a single paper, without its parts. {_AGAIN}"
    if name := _other_list(signs, words):
        yield f"This looks like the Hub's list of {name}, and not like one of papers. {_AGAIN}"
    if papers := set(_PAPER.findall(text)):
        yield (
            f"The text links to {counted(len(papers), 'paper')} of the Hub, but shows no card as "
            f"the Hub's lists have them. {_AGAIN}"
        )
    yield (
        "No cards of papers were found: this does not look like the text of a Daily Papers page. "
        f"{_AGAIN}"
    )


def _of_address(line: str) -> Iterator[str]:
    """Say what to call where the address of a page was passed in its place."""
    if len(line) > _LONGEST_ADDRESS or "\n" in line or "\r" in line:
        return
    if _URL.fullmatch(line):
        yield (
            "This is a url, and nothing is fetched here: fetch it first, then pass its body, as in "
            "parse_html(response.content)."
        )
    if _PATH.fullmatch(line):
        yield (
            "This is a path, and no file is opened here: read it first, then pass what it holds, "
            "as in parse_html(pathlib.Path(path).read_bytes()) or "
            "parse_page(pathlib.Path(path).read_text('utf-8'))."
        )


def _other_list(signs: Sequence[Sign], words: Sequence[str]) -> str | None:
    """Name the list of the Hub that most links lead into, or that shows repositories."""
    paths = (linked(sign, "site") or "" for sign in signs)
    parts = (part for path in paths for part in path.rpartition("//")[2].split("/")[:-1])
    lists = Counter(part for part in parts if part in OTHER_LISTS).most_common(1)
    if lists and lists[0][1] >= _SEVERAL:
        return lists[0][0]
    repositories = sum(map(bool, map(_REPOSITORY.fullmatch, words)))
    return "models or datasets" if repositories >= _SEVERAL else None
