"""Forms: what a list is turned into before it is read; HTML, text by habits of extractors, JSON.

A page is filled in once and rendered in every form, so that forms differ in nothing else.
"""

from __future__ import annotations

import json
import re
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from tests.foreign.templates import Block, Part, Template
from tests.foreign.words import SLOTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HOST = "https://pier.example"
HUB = "https://huggingface.co"
_ID = re.compile(r"[0-9]{4}\.[0-9]{4}")
_SLOT = re.compile(r"\$([a-z]+)")
_HUB_NAMES = re.compile(
    "model|datasets|spaces|collection|posts|blog of the hub|activity|discuss|user|papers of"
    "|comments on"
)
_HEADERS = (
    (),
    ("Pier Weekly", "Home", "Explore", "Log In", "Sign Up"),
    ("Home", "Following", "For you"),
    ("The Lamp", "Daily", "Weekly", "Monthly"),
    ("Low Water", "New", "Subscribe", "Search"),
)
_HUB_HEADERS = (
    (),
    (
        "Hugging Face",
        "Models",
        "Datasets",
        "Spaces",
        "Posts",
        "Docs",
        "Pricing",
        "Log In",
        "Sign Up",
    ),
)
_FOOTERS = ((), ("Previous", "1", "2", "3", "Next"), ("Privacy", "About", "© 2025 Pier Weekly"))
_HUB_FOOTERS = (
    (),
    ("Previous", "1", "2", "3", "Next", "Company", "TOS", "Privacy", "About", "Jobs"),
)


class Foreign(NamedTuple):
    """A list of another site, filled in."""

    host: str
    header: Sequence[str]
    items: Sequence[Sequence[Block]]
    footer: Sequence[str]


def invent(template: Template, seed: int) -> Foreign:
    """Fill in a template: a page of one to twelve items, mostly with a header and a footer."""
    random = Random(f"{template.name} {seed}")
    hub = _HUB_NAMES.match(template.name) is not None
    items = [_filled(template, random, number) for number in range(1, random.randint(1, 12) + 1)]
    return Foreign(
        host=HUB if hub else HOST,
        header=random.choice(_HUB_HEADERS if hub else _HEADERS),
        items=items,
        footer=random.choice(_HUB_FOOTERS if hub else _FOOTERS),
    )


def _filled(template: Template, random: Random, number: int) -> list[Block]:
    def fill(text: str) -> str:
        numbered = re.sub(r"#(?!\$)", str(number), text) if "#" in text else text
        return _SLOT.sub(slot, numbered)

    # What one item says twice, such as the id in a text and its link, is the same in both.
    known: dict[str, str] = {}

    def slot(match: re.Match[str]) -> str:
        name = match[1]
        if name in ("paper", "repo"):
            return known.setdefault(name, SLOTS[name](random))
        return SLOTS[name](random) if name in SLOTS else match[0]

    return [
        Block(block.tag, tuple(Part(fill(part.text), fill(part.path)) for part in block.parts))
        for block in template.blocks
    ]


def _texts(page: Foreign) -> list[list[str]]:
    """Return the texts of every block of a page."""
    blocks = [[word] for word in page.header]
    blocks += [[part.text for part in block.parts] for item in page.items for block in item]
    return blocks + [[word] for word in page.footer]


def nodes(page: Foreign) -> str:
    """Every text on a line of its own."""
    return "\n".join(text for block in _texts(page) for text in block)


def spread(page: Foreign) -> str:
    """The same, with blank lines between."""
    return "\n\n".join(text for block in _texts(page) for text in block)


def blocks(page: Foreign) -> str:
    """Every block on a line, a blank line between them."""
    return "\n\n".join(" ".join(block) for block in _texts(page))


def tight(page: Foreign) -> str:
    """Every block on a line, and no blank lines."""
    return "\n".join(" ".join(block) for block in _texts(page))


def one_line(page: Foreign) -> str:
    """All in one line."""
    return " ".join(text for block in _texts(page) for text in block)


def glued(page: Foreign) -> str:
    """A line for each item, with nothing between its texts."""
    return "\n".join("".join(block) for block in _texts(page))


def pipes(page: Foreign) -> str:
    """All in one line, with a separator of the user's own."""
    return " | ".join(text for block in _texts(page) for text in block)


def listed(page: Foreign) -> str:
    """Items as lists, their first line the heading."""
    rows = list(page.header)
    for item in page.items:
        texts = [" ".join(part.text for part in block.parts) for block in item]
        rows += [f"* {texts[0]}", *(f"  * {text}" for text in texts[1:])]
    return "\n".join([*rows, *page.footer])


def _linked(part: Part, host: str) -> str:
    if not part.path:
        return part.text
    return f"[{part.text}]({part.path if '://' in part.path else host + part.path})"


def _markdown(page: Foreign, host: str) -> str:
    rows = list(page.header)
    for item in page.items:
        for block in item:
            mark = "#" * int(block.tag[1]) + " " if block.tag[1:].isdigit() else ""
            rows.append(mark + " ".join(_linked(part, host) for part in block.parts))
    return "\n\n".join([*rows, *page.footer])


def markdown(page: Foreign) -> str:
    """Markdown with whole addresses."""
    return _markdown(page, page.host)


def markdown_relative(page: Foreign) -> str:
    """Markdown with paths."""
    return _markdown(page, "")


def markdown_nodes(page: Foreign) -> str:
    """Markdown in which each text stands alone."""
    rows = list(page.header)
    for item in page.items:
        for block in item:
            mark = "### " if block.tag[1:].isdigit() else ""
            rows += [mark + _linked(part, page.host) for part in block.parts]
    return "\n\n".join([*rows, *page.footer])


def markdown_without_links(page: Foreign) -> str:
    """Markdown whose links were left out."""
    plain = [
        [Block(b.tag, tuple(Part(part.text) for part in b.parts)) for b in item]
        for item in page.items
    ]
    return _markdown(page._replace(items=plain), "")


def addresses(page: Foreign) -> str:
    """Every text on a line, and the address of a link on the next one."""
    rows = list(page.header)
    for item in page.items:
        for block in item:
            for part in block.parts:
                rows.append(part.text)
                if part.path:
                    rows.append(part.path if "://" in part.path else page.host + part.path)
    return "\n\n".join([*rows, *page.footer])


def html(page: Foreign) -> str:
    """The page itself."""
    rows = ["<!doctype html><html><head><title>Pier</title></head><body><nav>"]
    rows += [f"<a href='/{word.lower().replace(' ', '-')}'>{word}</a>" for word in page.header]
    rows.append("</nav><main>")
    for item in page.items:
        rows.append("<article>")
        for block in item:
            parts = [
                f'<a href="{part.path}">{part.text}</a>'
                if part.path
                else f"<span>{part.text}</span>"
                for part in block.parts
            ]
            rows.append(f"<{block.tag}>{' '.join(parts)}</{block.tag}>")
        rows.append("</article>")
    rows.append("</main><footer>")
    rows += [f"<span>{word}</span>" for word in page.footer]
    rows.append("</footer></body></html>")
    return "\n".join(rows)


_KEYS = ("title", "summary", "author", "publishedAt", "upvotes", "url", "tags", "numComments")


def as_json(page: Foreign) -> str:
    """A list of objects, one for each item, without ids: title and id make a paper."""
    items = []
    for item in page.items:
        texts = [part.text for block in item for part in block.parts]
        texts = [text for text in texts if not _ID.search(text)]
        texts.sort(key=lambda text: not text[:1].isupper())
        items.append(dict(zip(_KEYS, texts, strict=False)))
    return json.dumps(items, ensure_ascii=False)


#: Every form of text by its name; JSON and HTML are told from text by what they begin with.
FORMS: dict[str, Callable[[Foreign], str]] = {
    form.__name__: form
    for form in (
        nodes, spread, blocks, tight, one_line, glued, pipes, listed, markdown, markdown_relative,
        markdown_nodes, markdown_without_links, addresses, html, as_json,
    )
}  # fmt: skip
