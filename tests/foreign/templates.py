"""Foreign lists, a line each: what one item of a list shows, in the order of the document.

    template := name ":" block ("/" block)*
    block    := [tag "="] part ("," part)*       parts stand side by side in the block
    part     := text, in which "$slot" is filled in, perhaps "->" and the path of its link

Blocks are paragraphs unless a tag says otherwise. `#` numbers the items, in text and in paths.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Part(NamedTuple):
    """A text of its own inside of a block, and where its link leads, if it is one."""

    text: str
    path: str = ""


class Block(NamedTuple):
    """What stands apart from what is above and below it."""

    tag: str
    parts: tuple[Part, ...]


class Template(NamedTuple):
    """One kind of list."""

    name: str
    blocks: tuple[Block, ...]


def read_templates(grammar: str) -> list[Template]:
    """Read templates, one a line."""
    return [_template(line) for line in grammar.strip().splitlines()]


def _template(line: str) -> Template:
    name, _, body = line.partition(": ")
    return Template(name.strip(), tuple(_block(block) for block in body.split(" / ")))


def _block(text: str) -> Block:
    tag, equals, rest = text.strip().partition("=")
    if not equals or not tag.isalnum():
        tag, rest = "p", text
    return Block(tag, tuple(_part(part) for part in rest.split(" , ")))


def _part(text: str) -> Part:
    words, _, path = text.strip().partition(" -> ")
    return Part(words, path)


def _templates(name: str) -> list[Template]:
    return read_templates(Path(__file__).with_name(name).read_text("utf-8"))


#: Those that the rules were made with, and those that were written when the rules were done.
MADE_WITH, HELD_OUT = _templates("templates.txt"), _templates("held-out.txt")
TEMPLATES = [*MADE_WITH, *HELD_OUT]
