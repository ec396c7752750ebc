"""Envelopes: a page that arrives inside of something is taken out, and read as what it is.

In: a text, bytes or loaded JSON as someone handed it over. Out: the page, with a problem that names
what it was in. `_strings` opens JSON, `_quoted` strings of source code, `_mail` headers, `_fences`
Markdown, `_tagged` XML, `_encoded` base64 and `_archives` packed files; `_choice` keeps what was
read best where there is a choice. An envelope may hold another one, up to a depth, so that the work
stays within a multiple of the input.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import regex

from hfpapers._envelopes._archives import unpacked
from hfpapers._model import Page

__all__ = ["HEAD", "Read", "may_open", "read_bytes", "read_enveloped", "read_loaded", "unpacked"]

#: Reads a text that is no envelope.
Read: TypeAlias = Callable[[str], Page]

#: How much of a text is looked at to see what it begins with.
HEAD = 1000
#: What an envelope may begin with: JSON, a quotation mark after a few words of code, headers or a
#: url, a status line, a long word.
_BEGINS = regex.compile(
    r"[\s\ufeff]*+(?:[{\[<)\"'`:]|[\w-]{1,60}+[:;(]|[A-Z]{3,7}[ /]|From |\S{60}"
    r"|[^\"'`\n]{1,120}+[\"'`])"
)


def may_open(text: str) -> bool:
    """Whether it is worth a look if a text is an envelope; of most pages it is not."""
    head = text[:HEAD]
    signs = "```" in head or "~~~" in head or ("\\" in text and "\\n" in text)
    return signs or _BEGINS.match(head) is not None


def read_enveloped(text: str, plain: Read, inner: Read, own: str) -> Page:
    """Read a text that may be an envelope.

    `plain` reads it where it is none, and is sure of what begins with one of its `own` signs;
    `inner` reads what stands inside.
    """
    if not may_open(text):
        return plain(text)
    from hfpapers._envelopes import _reading

    return _reading.read_enveloped(text, plain, inner, own)


def read_loaded(value: object, page: Page, inner: Read) -> Page:
    """Read what was loaded from JSON, of which a page was made already, as an envelope."""
    from hfpapers._envelopes import _reading

    return _reading.read_loaded(value, page, inner)


def read_bytes(data: bytes, plain: Read, inner: Read, own: str) -> Page:
    """Read bytes: of an archive, of a message, or of a text."""
    from hfpapers._envelopes import _reading

    return _reading.read_bytes(data, plain, inner, own)
