"""Markup: a page of HTML as the pieces of text that it shows, with their links and image text.

What an extractor loses is here: which texts stand apart, where each link leads, which text is a
heading. So the pieces go to the text parser as they are, and not through Markdown, in which an
abstract's own brackets would be read as links.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hfpapers._clean import Piece, read_lines
from hfpapers._links import Link, read_link
from hfpapers._tokens import Token, read_attribute, read_entities, read_tokens

#: Elements that do not break the line they stand in. A link is a piece of its own, though.
_INLINE = frozenset(
    {
        "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
        "font", "i", "img", "input", "ins", "kbd", "label", "mark", "math", "picture", "q", "s",
        "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
        "var", "wbr", "",
    }
)  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Markup(NamedTuple):
    """The text of a page, a piece on each line, and on which lines of the page each one stands."""

    text: str
    pieces: list[Piece]
    lines: list[tuple[int, int]]


class _Text(NamedTuple):
    """A text that stands apart on a page, and what its markup says of it."""

    text: str
    #: Where on the page it begins and ends.
    start: int
    end: int
    heading: str
    link: Link | None
    alt: str | None


def read_markup(page: str) -> Markup:
    """Read the pieces of text that a page of HTML shows."""
    page = "\n".join(page.splitlines())
    texts = list(_texts(page))
    text = "\n".join(one.text for one in texts)
    # Entities have been read. What looks like one now is the page's text, and cleaning, which drops
    # control characters, must not see it.
    clean = {line.number: line for line in read_lines(text.replace("&", "&\0"))}
    pieces = []
    for number, one in enumerate(texts, 1):
        piece = clean.get(number) or Piece("", number, number, True, "", number)
        if piece.text or one.link is not None:
            said = piece._replace(gap=True, heading=one.heading, link=one.link, alt=one.alt)
            pieces.append(said)
    return Markup(text, pieces, list(_source_lines(page, texts)))


def _texts(page: str) -> Iterator[_Text]:
    """Cut a page into the texts that stand apart.

    A link to a day or a query says something even without a text; it gives an empty one.
    """
    parts: list[tuple[int, int]] = []
    heading, link, alt = "", None, None
    paragraph = False
    for token in read_tokens(page):
        parts.append((token.start, token.end))
        # In an abstract, words link to a search, and the text goes on behind them.
        keyword = paragraph and link is None and _is_keyword(page, token)
        inline = keyword or token.name in _INLINE
        paragraph = paragraph if inline else token.name == "p" and not token.closes
        if inline:
            if token.name == "img":
                alt = read_attribute(page, token, "alt").strip() or alt
            continue
        text, start, end = _joined(page, parts)
        if text:
            yield _Text(text, start, end, heading, link, alt)
            alt = None
        elif token.name == "a" and link is not None and link.kind in ("day", "query"):
            yield _Text("", start, end, "", link, None)
        parts = []
        if token.name == "a":
            link = _link("" if token.closes else read_attribute(page, token, "href"))
        elif token.name in _HEADINGS:
            heading = "" if token.closes else "#" * int(token.name[1])


def _is_keyword(page: str, token: Token) -> bool:
    """Whether a tag opens or closes a link to a search."""
    if token.name != "a" or token.closes:
        return token.name == "a"
    link = _link(read_attribute(page, token, "href"))
    return link is not None and link.kind == "query"


def _joined(page: str, parts: Sequence[tuple[int, int]]) -> tuple[str, int, int]:
    """Join the texts between tags that break no line; return where on the page it is, too."""
    text = " ".join(read_entities("".join([page[start:end] for start, end in parts])).split())
    seen = [part for part in parts if not page[slice(*part)].isspace()] if text else parts
    start = seen[0][1] - len(page[slice(*seen[0])].lstrip())
    return text, start, seen[-1][0] + len(page[slice(*seen[-1])].rstrip())


def _link(target: str) -> Link | None:
    target = "".join(target.split())
    return read_link(target) if target else None


def _source_lines(page: str, texts: Sequence[_Text]) -> Iterator[tuple[int, int]]:
    """Return the first and the last line of each text, counted from 1."""
    line, place = 1, 0
    for text in texts:
        first = line + page.count("\n", place, text.start)
        line = first + page.count("\n", text.start, text.end)
        place = text.end
        yield first, line
