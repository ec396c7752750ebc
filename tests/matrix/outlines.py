"""Writes a page as the tree that browsers give to screen readers, as four tools spell it."""

from __future__ import annotations

import json
import re
from itertools import count
from typing import TYPE_CHECKING

import attrs

from tests.matrix.nodes import SILENT, SITE, parse
from tests.matrix.papers import collapsed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.matrix.nodes import Node

ROLES = {
    "a": "link",
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "img": "img",
    "input": "checkbox",
    "li": "listitem",
    "nav": "navigation",
    "p": "paragraph",
    "ul": "list",
}
#: What makes YAML read a text as something else.
SPECIAL = re.compile(r"^[\s\-\[\]{}&*!|>'\"%@`#]|^[\d.,]+$|:\s|\s#|:$|\\")


@attrs.frozen
class Spelling:
    """How one node is written: its line, and the lines below it that say where a link leads."""

    #: Given the number of the node, the role, the name, the level and the target.
    line: Callable[[int, str, str, int, str], str]
    text: Callable[[int, str], str]
    target: str = ""
    indent: str = "  "


def write(html: str, spelling: Spelling) -> str:
    """Write a page as an outline."""
    lines = written(parse(html), spelling, count(), 0)
    return "\n".join(spelling.indent * depth + line for depth, line in lines)


def written(
    node: Node, spelling: Spelling, numbers: Iterator[int], depth: int
) -> Iterator[tuple[int, str]]:
    """Go through the lines of a node and all below it, each with its depth."""
    if not node.tag:
        if text := collapsed(node.text):
            yield depth, spelling.text(next(numbers), text)
        return
    if node.tag in SILENT:
        return
    role = ROLES.get(node.tag, "")
    if role:
        url = node.attributes.get("href") or ""
        level = int(node.tag[1]) if role == "heading" else 0
        yield depth, spelling.line(next(numbers), role, name_of(node, role), level, url)
        depth += 1
        if url and spelling.target:
            yield depth, spelling.target.format(url=url)
    for child in node.children:
        yield from written(child, spelling, numbers, depth)


def name_of(node: Node, role: str) -> str:
    """Name a node: by its text, if its role is named so, or by what a pointer over it shows."""
    if role in ("link", "heading"):
        return collapsed(text_of(node))
    return node.attributes.get("alt") or node.attributes.get("title") or ""


def text_of(node: Node) -> str:
    """Return all text of a node, that of images included."""
    if not node.tag:
        return node.text
    alt = node.attributes.get("alt") or ""
    return f"{alt} " + "".join(map(text_of, node.children))


def yaml_line(_number: int, role: str, name: str, level: int, _url: str) -> str:
    """`- heading "Title" [level=3]:`, in quotation marks where YAML asks for them."""
    shown = f"{role} {json.dumps(name, ensure_ascii=False)}" if name else role
    shown += f" [level={level}]" if level else ""
    return "- '{}':".format(shown.replace("'", "''")) if ": " in name else f"- {shown}:"


def yaml_text(_number: int, text: str) -> str:
    """`- text: 12`, in quotation marks where YAML asks for them."""
    return f"- text: {json.dumps(text, ensure_ascii=False) if SPECIAL.search(text) else text}"


def numbered_yaml_line(number: int, role: str, _name: str, level: int, _url: str) -> str:
    """`- heading [level=3] [ref=e12]:`; the name is left to what stands below it."""
    marks = f" [level={level}]" if level else ""
    return f"- {role}{marks} [ref=e{number}] [cursor=pointer]:"


def uid_line(number: int, role: str, name: str, level: int, url: str) -> str:
    """`uid=1_12 link "Title" url="https://…"`."""
    full = url if "://" in url else SITE + url
    marks = (f' "{name}"' if name else "", f' level="{level}"' if level else "")
    return f"uid=1_{number} {role}{''.join(marks)}" + (f' url="{full}"' if url else "")


def bracketed_line(number: int, role: str, name: str, level: int, _url: str) -> str:
    """`[12] heading 'Title', level=3`."""
    return f"[{number}] {role} {name!r}" + (f", level={level}" if level else ", visible")


SPELLINGS = {
    "names": Spelling(yaml_line, yaml_text, "- /url: {url}"),
    "references": Spelling(
        numbered_yaml_line,
        lambda number, text: yaml_text(number, text).replace(
            "- text:", f"- generic [ref=e{number}]:"
        ),
        "- /url: {url}",
    ),
    "identifiers": Spelling(uid_line, lambda number, text: f'uid=1_{number} StaticText "{text}"'),
    "brackets": Spelling(bracketed_line, lambda _, text: f"StaticText {text!r}", indent="\t"),
}
