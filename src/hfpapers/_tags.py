"""Tags of HTML left in a text: links and images written as Markdown does, all others dropped."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from hfpapers._clean import ENTITY, entity_text, legible
from hfpapers._edits import JOIN, line_ends

_TAG_NAMES = (
    "a|article|aside|body|br|button|div|figure|footer|form|h[1-6]|head|header|hr|html|img|input|"
    "kbd|label|li|link|main|mark|meta|nav|ol|p|path|picture|section|source|span|style|svg|"
    "time|title|ul"
)
#: Names that prose may hold in angle brackets, too, such as `<video>`: with attributes they are
#: tags, and so are those that close them.
_OTHER_NAMES = (
    "abbr|address|area|audio|b|bdi|bdo|big|blockquote|canvas|caption|center|cite|code|col|colgroup|"
    "data|dd|del|details|dfn|dialog|dl|dt|em|embed|fieldset|figcaption|font|hgroup|i|iframe|ins|"
    "legend|map|math|noscript|object|option|output|pre|progress|q|s|samp|script|select|slot|small|"
    "strong|sub|summary|sup|table|tbody|td|template|textarea|tfoot|th|thead|tr|track|u|var|video|"
    "wbr|[a-z]++(?:-[a-z0-9]++)++"
)
_TAG = regex.compile(
    rf"<(?P<end>/?)(?P<name>{_TAG_NAMES})(?P<attributes>\s[^<>]*+|/?)>"
    rf"|<(?P<other>{_OTHER_NAMES})\s++[\w:@.-]++\s*+=\s*+[\"'][^<>]*+>|</(?P<other>{_OTHER_NAMES})\s*+>",
    regex.IGNORECASE,
)
_TAG_OR_ENTITY = regex.compile(rf"{_TAG.pattern}|(?P<entity>{ENTITY.pattern})", regex.IGNORECASE)
#: What no prose holds: it may well say when `<p>` is not enough.
_SURE_TAG = regex.compile(
    rf"<(?:(?:{_OTHER_NAMES})\s++[\w:@.-]++\s*+=\s*+[\"'][^<>]*+>"
    rf"|/(?:{_TAG_NAMES})(?:\s*+>|$)|(?:{_TAG_NAMES})(?:\s++[\w:@-]++=|\s*+/>|\s*+$)|[bh]r>)"
    rf"|^<(?:{_TAG_NAMES})>$",
    regex.IGNORECASE,
)
#: A link written in HTML, though the text round it may be Markdown, where a bare `&` stands.
_LINK = regex.compile(r"<a\s[^<>]*+>(?:[^<>]++|<(?!/a>|a\s)[^<>]*+>)*+</a>", regex.IGNORECASE)
_ATTRIBUTE = regex.compile(
    r"(?<![\w-])(?P<name>href|alt)\s*+=\s*+\"(?P<value>[^\"]*+)\"", regex.IGNORECASE
)


def holds_tags(texts: Iterable[str]) -> bool:
    """Whether a text holds tags, and not only names of elements in angle brackets."""
    return any(map(_SURE_TAG.search, [text for text in texts if "<" in text]))


def linked_text(text: str) -> str:
    """Return the text of all links of HTML in a text, without tags."""
    links = "\n".join([_TAG.sub("", match[0]) for match in _LINK.finditer(text)])
    return ENTITY.sub(_entity_text, links)


def tags_to_marks(text: str) -> str:
    """Write links and images of HTML as Markdown does, and drop all other tags.

    Entities are read in links, for the text round these may be no HTML. A line end inside of a tag
    becomes an in-band mark.
    """
    opened: list[str | None] = []
    others: set[str] = set()

    def replace(match: regex.Match[str]) -> str:
        if match["entity"]:
            return _entity_text(match) if opened else match[0]
        if match["other"]:
            return _other_tag(match, others)
        name = match["name"].lower()
        values = {
            m["name"].lower(): ENTITY.sub(_entity_text, m["value"])
            for m in _ATTRIBUTE.finditer(match["attributes"])
        }
        lines = JOIN * line_ends(match[0])
        if name == "img":
            alt = regex.sub(r"[\[\]\n]", " ", values.get("alt", ""))
            return f"![{alt}](){lines}"
        if name != "a":
            return f" {lines}" if name == "br" else lines
        if match["end"]:
            target = opened.pop() if opened else None
            return lines if target is None else f"]({target}){lines}"
        href = values.get("href")
        target = None if href is None else "".join(href.split())
        opened.append(target)
        return lines if target is None else f"[{lines}"

    return _TAG_OR_ENTITY.sub(replace, text)


def _other_tag(match: regex.Match[str], opened: set[str]) -> str:
    """Drop a tag whose name prose may hold, too; one that closes none was prose."""
    name = match["other"].lower()
    if match[0][1] != "/":
        opened.add(name)
    return JOIN * line_ends(match[0]) if name in opened else match[0]


def _entity_text(match: regex.Match[str]) -> str:
    """Read an entity in a text that has been cleaned, so that what it stands for must be, too."""
    char = entity_text(match)
    return " " if char.isspace() else legible(char)
