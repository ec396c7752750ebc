"""Tags of HTML left in a text: links and images written as Markdown does, all others dropped."""

from __future__ import annotations

import html
from collections.abc import Iterable

import regex

from hfpapers._edits import line_ends

_TAG_NAMES = (
    "a|article|aside|body|br|button|div|figure|footer|form|h[1-6]|head|header|hr|html|img|input|"
    "kbd|label|li|link|main|mark|meta|nav|ol|p|path|picture|section|source|span|style|svg|"
    "time|title|ul"
)
_TAG = regex.compile(
    rf"<(?P<end>/?)(?P<name>{_TAG_NAMES})(?P<attributes>\s[^<>]*+|/?)>", regex.IGNORECASE
)
_TAG_START = regex.compile(rf"</?(?:{_TAG_NAMES})(?:[\s/>]|$)", regex.IGNORECASE)
#: A link written in HTML, though the text round it may be Markdown, where a bare `&` stands.
_LINK = regex.compile(r"<a\s[^<>]*+>(?:[^<>]++|<(?!/a>)[^<>]*+>)*+</a>", regex.IGNORECASE)
_ATTRIBUTE = regex.compile(
    r"(?<![\w-])(?P<name>href|alt)\s*+=\s*+\"(?P<value>[^\"]*+)\"", regex.IGNORECASE
)


def holds_tags(texts: Iterable[str]) -> bool:
    """Whether a tag begins anywhere in some texts."""
    return any(map(_TAG_START.search, [text for text in texts if "<" in text]))


def linked_text(text: str) -> str:
    """Return the text of all links of HTML in a text, without tags."""
    return html.unescape("\n".join([_TAG.sub("", match[0]) for match in _LINK.finditer(text)]))


def tags_to_marks(text: str, line_end: str) -> str:
    """Write links and images of HTML as Markdown does, and drop all other tags.

    A line end inside of a tag becomes `line_end`.
    """
    opened: list[str | None] = []
    if "&" in text:
        text = _LINK.sub(lambda match: html.unescape(match[0]), text)

    def replace(match: regex.Match[str]) -> str:
        name = match["name"].lower()
        values = {m["name"].lower(): m["value"] for m in _ATTRIBUTE.finditer(match["attributes"])}
        lines = line_end * line_ends(match[0])
        if name == "img":
            alt = regex.sub(r"[\[\]\n]", " ", values.get("alt", ""))
            return f"![{alt}](){lines}"
        if name != "a":
            return lines
        if match["end"]:
            target = opened.pop() if opened else None
            return lines if target is None else f"]({target}){lines}"
        target = values.get("href")
        opened.append(target)
        return lines if target is None else f"[{lines}"

    return _TAG.sub(replace, text)
