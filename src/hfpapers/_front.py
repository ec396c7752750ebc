"""Front matter: the facts about a page that a tool or a person wrote above its text.

    front matter := "---" yaml* ("---" | "...") | "+++" toml* "+++"
    yaml         := "#" comment | key ":" [value] | "- " value | indented line
    toml         := "#" comment | key "=" value | "[" table "]" | indented line

A value that opens a quotation or a bracket goes on until that is closed. Nothing here is checked
further: a page of papers has lines that are none of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from hfpapers._clean import Piece
from hfpapers._links import Link, read_link

_QUOTED = r"\"[^\"]*+\"|'[^']*+'"
_KEY = rf"(?:{_QUOTED}|<<|-(?=[^\s-])[^:]++|[^\s\"'#\-\[\]{{}},&*!|>%@`:=](?:[^:=\"]|:(?!\s|$))*+)"
_YAML = regex.compile(rf"#|[-:?](?:\s|$)|[\]}}],?$|{_KEY}\s*+:(?:\s(?P<value>.*))?$")
_TOML = regex.compile(
    r"#|\[{1,2}[^\[\]]++\]{1,2}\s*+(?:#.*)?$|[\]}],?$"
    rf"|(?:[\w-]++|{_QUOTED})(?:\s*+\.\s*+(?:[\w-]++|{_QUOTED}))*+\s*+=\s*+(?P<value>.*)$"
)
#: What opens and closes front matter, and the shape of its lines.
_KINDS = {"---": (("---", "..."), _YAML), "+++": (("+++",), _TOML)}
#: What a value begins with that may go on below, and what it ends with then.
_OPENERS = (('"""', '"""'), ("'''", "'''"), ('"', '"'), ("'", "'"), ("[", "]"), ("{", "}"))
_COMMENT = regex.compile(r"\s#.*+$")
_URL = regex.compile(r"https?://[^\s\"'<>]++")


def part_front_matter(lines: Sequence[Piece]) -> tuple[list[Piece], Sequence[Piece]]:
    """Take front matter off the lines of a text, and return the links of it to what the page is."""
    end = _end(lines) if lines else 0
    return list(_page_links(lines[:end])), lines[end:]


def _end(lines: Sequence[Piece]) -> int:
    """Return how many lines are front matter."""
    closers, shape = _KINDS.get(lines[0].text, ((), _YAML))
    closer, keys = "", 0
    for index, line in enumerate(lines[1:], 1):
        text = line.text
        if closer:
            closer = "" if _closes(text, closer) else closer
        elif text in closers and not line.indent:
            return index + 1 if keys else 0
        elif not line.indent:
            match = shape.match(text)
            if match is None:
                return 0
            keys += match["value"] is not None or text.endswith(":")
            closer = _left_open(match["value"] or "")
    return 0


def _left_open(value: str) -> str:
    """Return what a value must still be closed with; nothing if it is whole."""
    for opener, closer in _OPENERS:
        if value.startswith(opener):
            return "" if _closes(value[len(opener) :], closer) else closer
    return ""


def _closes(text: str, closer: str) -> bool:
    return text.endswith(closer) or _COMMENT.sub("", text).rstrip().endswith(closer)


def _page_links(lines: Sequence[Piece]) -> Iterator[Piece]:
    """Go through the links to a day or a query, which are the page's own address."""
    for line in lines:
        links: list[Link] = [read_link(match[0]) for match in _URL.finditer(line.text)]
        yield from (
            line._replace(text="", link=link) for link in links if link.kind in ("day", "query")
        )
