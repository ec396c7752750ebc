"""A page as a tree of nodes, and text written from it in any dialect that a few rules describe."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

BREAK = "\x00"
#: Stands where a line ends inside of a text of the page, with the indentation of the next one.
LINE_END = "\x02"
VOID = frozenset(("img", "input", "meta", "link", "br", "hr", "path"))
SILENT = frozenset(("head", "script", "style", "title"))
BLOCKS = frozenset(("article", "div", "footer", "h1", "h2", "h3", "header", "hr", "li", "main"))
BLOCKS |= {"nav", "p", "section", "time", "ul"}
SITE = "https://huggingface.co"


@attrs.frozen
class Node:
    """An element, or a text node if it has no tag."""

    tag: str
    attributes: dict[str, str | None]
    text: str = ""
    children: list[Node] = attrs.field(factory=list)


class TreeBuilder(HTMLParser):
    """Builds the tree; the replicas close every element, so nothing needs repair."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave out what closes itself: pictures drawn in place."""

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """Keep a text node."""
        self.open[-1].children.append(Node("", {}, data))


def plain_link(text: str, _url: str, _number: int) -> str:
    """Write the text of a link alone."""
    return text


@attrs.frozen(kw_only=True)
class Dialect:
    """How an exporter writes what plain text has no word for; templates, and a rule for links."""

    link: Callable[[str, str, int], str] = plain_link
    link_table: str = ""  # {number}, {url}
    image: str = ""  # {alt}, {number} of the image
    image_without_text: str = ""
    check_box: str = ""
    heading: str = ""  # {marks} for the level, {number} of the card
    bullet: str = ""
    empty_bullets: bool = False
    gap: str = "\n\n"
    #: Whether the line ends that texts hold reach the text, for `link` to write.
    line_ends: bool = False


def parse(html: str) -> Node:
    """Read a replica into a tree."""
    builder = TreeBuilder()
    builder.feed(html)
    return builder.open[0]


def write(html: str, dialect: Dialect) -> str:
    """Write a page in a dialect: one block after the other, white space collapsed."""
    writer = Writer(dialect)
    blocks = (block.strip() for block in writer.write(parse(html)).split(BREAK))
    text = dialect.gap.join(block for block in blocks if block).replace(LINE_END, " ")
    entry = dialect.link_table
    table = (entry.format(number=number, url=url) for number, url in enumerate(writer.urls, 1))
    return "\n".join([text, "", *table]) if entry else text


class Writer:
    """Counts links, images and headings while it writes."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.urls: list[str] = []
        self.headings = 0
        self.images = 0

    def write(self, node: Node) -> str:
        """Write a node and all below it."""
        if not node.tag:
            text = node.text
            if self.dialect.line_ends:
                text = re.sub(r"(?<=\S)\n(?= *\S)", LINE_END, text)
            return re.sub(r"\s+", " ", text)
        if node.tag in SILENT:
            return ""
        if node.tag == "img":
            self.images += 1
            alt = node.attributes.get("alt")
            template = self.dialect.image if alt else self.dialect.image_without_text
            return template.format(alt=alt, number=self.images)
        if node.tag == "input":
            is_box = node.attributes.get("type") == "checkbox"
            return self.dialect.check_box if is_box else ""
        return self.write_element(node)

    def write_element(self, node: Node) -> str:
        """Write an element round its children."""
        url = node.attributes.get("href") if node.tag == "a" else None
        if url is not None:
            self.urls.append(url if "://" in url else SITE + url)
        number = len(self.urls)
        level = int(node.tag[1]) if node.tag in ("h1", "h2", "h3") else 0
        self.headings += level == 3
        before = ""
        if level:
            before = self.dialect.heading.format(marks="#" * level, number=self.headings)
        inner = "".join(self.write(child) for child in node.children)
        if url is not None:
            return self.dialect.link(inner, self.urls[number - 1], number)
        if node.tag not in BLOCKS:
            return inner
        if node.tag == "li":
            is_shown = self.dialect.empty_bullets or inner.strip(BREAK + " ")
            before = self.dialect.bullet if is_shown else ""
        if before:
            inner = before + inner.lstrip(BREAK + " ")
        return f"{BREAK}{inner}{BREAK}"
