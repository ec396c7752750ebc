"""Tags round a page: the elements of XML that programs put there, and HTML that shows mere text.

    text    := [declaration] (opening | element)+ (body | "<![CDATA[" body "]]>") closing+
    element := opening text closing                what is said of the page, on a line
    shown   := HTML of which "<pre>" body "</pre>" is most, as browsers show what is no HTML

Elements of HTML are no envelope but a page, or a part of one.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from hfpapers._envelopes._envelope import Envelope, Form, one
from hfpapers._tokens import read_entities

_DECLARATION = regex.compile(r"[\s\ufeff]*+(?:<\?xml[^<>]*+>\s*+)?+")
_OPENING = regex.compile(r"\s*+<(?P<name>[A-Za-z][\w:.-]{0,60}+)(?:\s[^<>]*+)?+>")
_ELEMENT = regex.compile(r"[^<>\n]{1,500}+</(?P<name>[\w:.-]++)>")
_SECTION, _SECTION_END = "<![CDATA[", "]]>"
_SHOWN = regex.compile(r"<(?P<name>pre|textarea|plaintext|xmp)\b[^<>]*+>", regex.IGNORECASE)
#: So many elements may stand before a page.
_MOST = 12
#: What a page, or what Markdown writes as HTML, may begin with.
_OF_HTML = frozenset(
    {
        "html", "head", "body", "main", "article", "section", "header", "footer", "nav", "aside",
        "div", "span", "p", "a", "b", "i", "em", "strong", "small", "center", "font", "h1", "h2",
        "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "table", "tr", "td", "th", "img", "br",
        "hr", "svg", "video", "details", "summary", "blockquote", "pre", "code", "form", "input",
        "button", "label", "style", "script", "link", "meta", "title", "base", "iframe", "mark",
    }
)  # fmt: skip


def open_tagged(text: str) -> Envelope | None:
    """Open a text in tags that are none of HTML, or HTML that shows a text as it is."""
    start = _DECLARATION.match(text)
    place = start.end() if start else 0
    if not text.startswith("<", place):
        return None
    names: list[str] = []
    said: list[int] = []
    while len(names) + len(said) < _MOST and (opening := _OPENING.match(text, place)):
        name = opening["name"]
        if name.lower() in _OF_HTML and not text.startswith(_SECTION, opening.end()):
            break
        place = opening.end()
        element = _ELEMENT.match(text, place)
        if element is not None and element["name"] == name:
            said.append(opening.end())
            place = element.end()
        else:
            names.append(name)
    if not names:
        return _open_shown(text)
    end = _end(text, place, names)
    if end is None:
        return None
    body = _inside(text[place:end])
    first = text.count("\n", 0, place)
    before = tuple(_rows(text, said))
    forms = (Form("", ("\n" * first + body,)),)
    return Envelope("tags of XML", forms, before=before)


def _rows(text: str, places: list[int]) -> Iterator[tuple[int, str]]:
    """Go through the lines at places near the beginning of a text."""
    numbers = dict.fromkeys(text.count("\n", 0, place) for place in places)
    rows = text[: places[-1] + 1000].split("\n") if places else []
    yield from ((number + 1, rows[number].strip()) for number in numbers)


def _end(text: str, place: int, names: list[str]) -> int | None:
    """Return where a body ends, before the tags that close it; None if they are not at the end.

    A text that was cut off has lost them.
    """
    end = len(text.rstrip())
    section = text[place:].lstrip()[: len(_SECTION)] == _SECTION
    for name in names:
        if not section and text.count(f"<{name}>") + text.count(f"<{name} ") > 1:
            return None
        closing = f"</{name}>"
        if text.endswith(closing, place, end):
            end = place + len(text[place : end - len(closing)].rstrip())
        elif closing in text:
            return None
    return end


def _inside(body: str) -> str:
    """Take the marks off a section, and read the entities of a text that has no tags."""
    bare = body.strip()
    if bare.startswith(_SECTION):
        return bare[len(_SECTION) :].removesuffix(_SECTION_END)
    return read_entities(body) if "<" not in body else body


def _open_shown(text: str) -> Envelope | None:
    """Open HTML that is one text above all, as it is."""
    opening = _SHOWN.search(text)
    if opening is None:
        return None
    end = text.rfind(f"</{opening['name']}", opening.end())
    body = text[opening.end() : end if end >= 0 else len(text)]
    if "<" in body or 2 * len(body) < len(text):
        return None
    return one("HTML that shows a text as it is", read_entities(body))
