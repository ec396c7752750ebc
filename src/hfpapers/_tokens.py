"""Tags: a page of HTML cut at its tags, in one pass that no input makes longer than linear.

The standard library's parser is not used: it takes quadratic time over tags, comments and sections
that are opened again and again and never closed: 48 kB of `<a ` took it 16 seconds in Python 3.11.

    tag     := "<" ["/"] name (quoted | any but "<" ">" and quotes)* ">"
    comment := "<!--" any* "-->" | ("<!" | "<?" | "</" no letter) any* ">"

Outside of quotes, `<` ends an attempt to read a tag. That keeps it linear: a quotation mark
exchanges what is inside of quotes and what is not, so two attempts that began at different places
and are both inside of quotes at a third `<` are inside of different ones. There are two kinds of
quotes, so at most two attempts ever pass over the same text before one more begins.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import NamedTuple

import regex

from hfpapers._clean import ENTITY

_NAME = r"(?P<end>/?)(?P<name>[A-Za-z][^\s/<>\"']*+)"
_TAG = regex.compile(
    rf"<{_NAME}(?P<attributes>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>"
    # A stray quotation mark.
    rf"|<{_NAME}(?P<attributes>[^<>]*+)>"
    # A comment without an end lasts to the end of the page.
    r"|<!--(?:[^-]++|-(?!->))*+(?:-->)?+|<(?:[!?]|/(?![A-Za-z]))[^>]*+>?+"
)
_ATTRIBUTE = regex.compile(
    r"(?P<name>[^\s\"'<>/=]++)"
    r"(?:\s*+=\s*+(?:\"(?P<value>[^\"]*+)\"|'(?P<value>[^']*+)'|(?P<value>[^\s\"'<>]++)))?+"
)
#: Elements the content of which is nothing that a page shows as text.
_UNSEEN = ("script", "style", "title", "textarea", "template", "svg", "noscript", "iframe")
#: Of these, one that the page ends in the midst of is no text either.
_CODE = ("script", "style")
_ENDS = {name: regex.compile(rf"</{name}(?=[\s/>])", regex.IGNORECASE) for name in _UNSEEN}
#: What is escaped in most pages, besides `&quot;`; `&amp;` must be read last.
_ESCAPES = (("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&#x27;", "'"))
_NO_AMPERSAND = regex.compile("&(?!amp;)")

#: Stands for the name of a tag where the page ends.
END = "/"


class Token(NamedTuple):
    """A tag, and the text between it and the one before."""

    #: Where the text before it begins and ends, with entities as they were.
    start: int
    end: int
    #: The name in lower case; nothing for a comment.
    name: str
    closes: bool
    #: Where its attributes begin and end. They are not cut out: those with data are most of a page.
    attributes: tuple[int, int]


def read_tokens(page: str) -> Iterator[Token]:
    """Go through the tags of a page, but for those inside of scripts, drawings and the like."""
    unended: set[str] = set()
    start = position = 0
    while match := _TAG.search(page, position):
        name, closes = (match["name"] or "").lower(), match["end"] == "/"
        yield Token(start, match.start(), name, closes, match.span("attributes"))
        start = position = match.end()
        if name in _ENDS and not closes and page[position - 2] != "/" and name not in unended:
            end = _ENDS[name].search(page, position)
            if end or name in _CODE:
                start = position = end.start() if end else len(page)
            else:
                unended.add(name)
    cut = page.rfind("<", start)
    # A tag that the page ends in the midst of.
    is_cut = cut >= 0 and page[cut + 1 : cut + 3].lstrip("/")[:1].isalpha()
    yield Token(start, cut if is_cut else len(page), END, False, (0, 0))


def read_attribute(page: str, token: Token, name: str) -> str:
    """Return an attribute of a tag, or nothing; of two with one name, the first one counts."""
    for match in _ATTRIBUTE.finditer(page, *token.attributes):
        if match["name"].lower() == name:
            return read_entities(match["value"] or "")
    return ""


def read_entities(text: str) -> str:
    """Read the entities of a text, each of them once.

    >>> read_entities("&lt;b&gt; &amp;amp; &middot; AT&T")
    '<b> &amp; · AT&T'
    """
    if "&" not in text:
        return text
    # Data is a long text in which little but quotation marks is escaped.
    plain = text.replace("&quot;", '"')
    if _NO_AMPERSAND.search(plain):
        for entity, char in _ESCAPES:
            plain = plain.replace(entity, char)
        if _NO_AMPERSAND.search(plain):
            return ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return plain.replace("&amp;", "&")
