r"""Outlines: the tree of a page that browsers give to screen readers, written one node a line.

    node      := [mark] role [name] {attribute} [":" [text]]        heading "Geese" [level=3]
    mark      := "- " | "[12] " | "uid=1_12 "
    name      := "…" | '…'
    attribute := "[" … "]" | [","] key "=" value
    target    := "- /url: " url                                     below its link

A node shows the text behind its colon, or else its name, if its role takes that from its content
and nothing below it shows any. Names of other roles are words that nobody sees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from hfpapers._clean import Piece
from hfpapers._links import Link, read_link

_NODE = regex.compile(
    r"""
    (?:-\s|uid=\S++\s|\[\w++\]\s)?+
    (?P<role>/?[A-Za-z]++)
    (?>\s(?P<quote>["'])(?P<name>.*?)(?<!(?<!\\)\\)(?P=quote)(?=$|:|\s\[|,?\s[\w-]++=|,\s[a-z]))?
    (?P<attributes>(?:\s\[[^\[\]]*+\]|,?\s[\w-]++=(?:"[^"]*+"|[^\s,]++)|,\s[a-z]++\b)*+)
    (?::(?:\s(?P<text>.+))?)?$
    """,
    regex.VERBOSE,
)
#: A node whose name holds what YAML has a meaning for is in quotation marks as a whole.
_QUOTED_NODE = regex.compile(r"(?P<mark>-\s)'(?P<node>(?:[^']|'')++)'(?P<rest>:.*)?$")
_QUOTED = regex.compile(r"(?P<quote>[\"'])(?P<text>.*)(?P=quote)$")
_ESCAPED = regex.compile(r"\\([\"'\\])")
_LEVEL = regex.compile(r"\blevel=\"?(?P<level>[1-6])")
_TARGET = regex.compile(r"\burl=\"(?P<url>[^\"]*+)\"")
_IMAGES = frozenset({"img", "image"})
#: Roles that take their name from what they hold; that of a text is what it says.
_NAMED = frozenset({"StaticText", "button", "heading", "link", "text"})
#: What most nodes of a page are.
_ROLES = _NAMED | _IMAGES | {"/url", "article", "generic", "list", "listitem", "paragraph"}
#: So many of all lines at the least are such nodes; a few lines are looked at before the others.
_SHARE = 0.6
_LOOKS = (0.3, 0.5, 0.7)


class _Node(NamedTuple):
    """One line of an outline; a line that is no node is a text."""

    line: Piece
    role: str
    name: str = ""
    text: str = ""
    attributes: str = ""


def read_outline(lines: Sequence[Piece]) -> list[Piece] | None:
    """Return the pieces that an outline shows, each with its link; None if the lines are none."""
    looks = [lines[int(len(lines) * place)] for place in _LOOKS]
    if not any(_node(line).role in _ROLES for line in looks):
        return None
    nodes = [_node(line) for line in lines]
    if sum(node.role in _ROLES for node in nodes) < _SHARE * len(nodes):
        return None
    return list(_pieces(nodes, _parents(nodes)))


def _node(line: Piece) -> _Node:
    """Read a line as a node; what is none has no role."""
    text = line.text
    if quoted := _QUOTED_NODE.match(text):
        node = quoted["node"].replace("''", "'")
        text = f"{quoted['mark']}{node}{quoted['rest'] or ''}"
    match = _NODE.match(text)
    if match is None:
        return _Node(line, "", text=line.text)
    shown = _ESCAPED.sub(r"\1", match["name"] or "").strip()
    text = match["text"] or ""
    if quoted := _QUOTED.match(text):
        text = _ESCAPED.sub(r"\1", quoted["text"])
    return _Node(line, match["role"], shown, text.strip(), match["attributes"])


def _parents(nodes: Sequence[_Node]) -> list[int]:
    """Return the place of the node that each one stands in, or -1."""
    parents: list[int] = []
    open_nodes: list[int] = []
    for place, node in enumerate(nodes):
        while open_nodes and len(nodes[open_nodes[-1]].line.indent) >= len(node.line.indent):
            open_nodes.pop()
        parents.append(open_nodes[-1] if open_nodes else -1)
        open_nodes.append(place)
    return parents


def _shown(nodes: Sequence[_Node], parents: Sequence[int]) -> list[str]:
    """Return what each node shows that none below it does."""
    shown = [""] * len(nodes)
    told = {-1}
    for place in range(len(nodes) - 1, -1, -1):
        node = nodes[place]
        if node.role == "/url":
            continue
        named = node.role in _NAMED and place not in told
        shown[place] = node.text or (node.name if named else "")
        if shown[place] or place in told or node.role in _IMAGES:
            told.add(parents[place])
    return shown


def _pieces(nodes: Sequence[_Node], parents: Sequence[int]) -> Iterator[Piece]:
    """Make a piece of each text that is shown, and of each link to a day or a query without any."""
    targets = {
        parent: node.text
        for node, parent in zip(nodes, parents, strict=True)
        if node.role == "/url"
    }
    links: list[Link | None] = []
    headings: list[str] = []
    alts: dict[int, str] = {}
    shown = _shown(nodes, parents)
    for place, (node, parent) in enumerate(zip(nodes, parents, strict=True)):
        link, heading = (links[parent], headings[parent]) if parent >= 0 else (None, "")
        target = _TARGET.search(node.attributes)
        url = target["url"] if target else targets.get(place)
        link = read_link(url) if url else link
        if node.role == "heading" and (level := _LEVEL.search(node.attributes)):
            heading = "#" * int(level["level"])
        links.append(link)
        headings.append(heading)
        if node.role in _IMAGES:
            alts[parent] = node.name
        line = node.line._replace(gap=False, indent="", heading=heading, link=link)
        if shown[place]:
            yield line._replace(text=shown[place], alt=alts.pop(parent, None))
        elif url and link is not None and link.kind in ("day", "query"):
            yield line._replace(text="")
