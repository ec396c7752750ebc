"""Targets beside text: urls of the site in brackets, after the text that links there or before it.

    after  := text ("(" url ")" | "[" url "]" | "<" url ">")      Title (/papers/2511.00001)
    before := "[" url "]" text                                    [/papers/2511.00001]Title

A page has them all on one side. Other urls in brackets are an author's words.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from hfpapers._edits import EDGE, Edit, target_mark
from hfpapers._words import ARXIV_PAGE, GITHUB

_HOST = r"https?://(?:[\w-]+\.)*huggingface\.co(?![\w.-])"
_PATH = r"/[\w%?=&.\#/-]*+"
_PAGE = rf"(?:{_HOST})?/(?:papers/[0-9]|papers/date/|login\?|avatars/)"
#: After the label of a link that leads away from the site, any url is its target.
_AWAY = rf"(?<=(?:{GITHUB}|{ARXIV_PAGE})[^\n()\[\]<>]{{0,12}}\n?[(\[<])https?://[^\s()\[\]<>]++"
_SUFFIX = r"\.(?:png|svg|jpe?g|webp|gif)"
_IMAGE = rf"(?:https?:/)?/[^\s()\[\]<>]*?{_SUFFIX}(?=[\]>])"
_ENDS_AS_IMAGE = regex.compile(rf"{_SUFFIX}$")
_IN_ROUND = rf"{_PATH}|{_PAGE}[^\s()]*+|{_AWAY}"
#: Such brackets stand in prose, too (`[/x]`): other paths count before a line end or a dot.
_IN_OTHER = rf"{_PAGE}[^\s\[\]<>]*+|{_AWAY}|{_IMAGE}|(?:{_HOST})?{_PATH}(?=[\]>](?:$|\ ·))"
_OTHER_BRACKETS = rf"\[(?P<url>{_IN_OTHER})\](?!\()|<(?P<url>{_IN_OTHER})>"
#: Right below a text it belongs to that, and so the line end is taken as well.
_AFTER = regex.compile(
    rf"(?<=[^\n])\n(?:{_OTHER_BRACKETS})(?!\S)"
    rf"|(?:^|[ ])(?:\((?P<url>{_IN_ROUND})\)|{_OTHER_BRACKETS})"
    rf"|(?<=[^\s\[(<])<(?P<url>{_IN_OTHER})>"
    r"|(?:^|(?<=[ \])>]))(?P<url>/papers/[0-9.]++(?:\#community)?+)$",
    regex.MULTILINE,
)
_BEFORE = regex.compile(
    rf"(?<!\S)\[(?P<url>{_HOST}[^\s\[\]<>]*+|{_PATH}"
    rf"|https?://[^\s\[\]<>]++(?=\](?:{GITHUB}|{ARXIV_PAGE})))\](?=[^\s(]|$)",
    regex.MULTILINE,
)
_TEXT_AFTER = regex.compile(rf"(?<!\S)\[{_PAGE}[^\s\[\]<>]*+\](?=[^\s\[(])")
_TEXT_BEFORE = regex.compile(rf"\S \[{_PAGE}[^\s\[\]<>]*+\](?!\S)")

#: How a target that stands after its text begins; in `](/` it is one of Markdown.
_BEGINS = (" (/", "\n(/", " (http", "\n(http", "<http", "</", " /papers/", "\n/papers/")


def targets_beside(text: str, targets: list[str]) -> Iterator[Edit]:
    """Find the targets that stand beside their text; those of images lead nowhere."""
    squared = "[/" in text or "[http" in text
    if squared and len(_TEXT_AFTER.findall(text)) > len(_TEXT_BEFORE.findall(text)):
        for match in _BEFORE.finditer(text):
            yield Edit(*match.span(), EDGE + _mark(match["url"], targets))
    elif squared or _may_stand_after(text):
        for match in _AFTER.finditer(text):
            yield Edit(*match.span(), _mark(match["url"], targets) + EDGE)


def _may_stand_after(text: str) -> bool:
    """Whether anything begins as a target behind its text does."""
    lines = f"\n{text}"
    return any(begin in lines for begin in _BEGINS)


def _mark(url: str, targets: list[str]) -> str:
    image = "/avatars/" in url or _ENDS_AS_IMAGE.search(url)
    return "" if image else target_mark(url, targets)
