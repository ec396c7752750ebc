"""What an envelope holds: the strings or values in it that may be a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hfpapers._model import Problem


class Form(NamedTuple):
    """Parts that stand in one place: of one page, one page each, or a text line by line."""

    #: Where in the envelope, such as `data.markdown`; empty where that says nothing.
    where: str
    parts: tuple[str | Envelope, ...]
    #: They are files, each whole, and never lines or chunks of one text.
    apart: bool = False


class Envelope(NamedTuple):
    """Something that holds a page, opened."""

    #: What it is, with its article: "an HTTP response".
    name: str
    #: One page may stand in it in several forms, as Markdown and as HTML; the best is kept.
    forms: tuple[Form, ...]
    #: Nothing but this envelope begins so. Else it is one only if there are papers in it.
    certain: bool = False
    #: Lines of the input that stand outside, with their numbers.
    before: tuple[tuple[int, str], ...] = ()
    after: tuple[tuple[int, str], ...] = ()
    #: What could not be opened or decoded.
    problems: tuple[Problem, ...] = ()


def text_of(form: Form) -> str:
    """Return the strings of a form as one text."""
    texts = [part for part in form.parts if isinstance(part, str)]
    return joined(texts) if texts else ""


def one(name: str, text: str, *, certain: bool = False) -> Envelope:
    """Return an envelope that holds a single text."""
    return Envelope(name, (Form("", (text,)),), certain)


def joined(texts: Sequence[str]) -> str:
    r"""Put the strings of a text back together.

    Pieces that were cut anywhere keep the white space at their ends; lines and stripped chunks have
    lost it. In HTML and JSON a line end may part a word, and nothing is wrong without one.

    >>> joined(("Sorting\n", "Pebbles")), joined(("Sorting", "Pebbles"))
    ('Sorting\nPebbles', 'Sorting\nPebbles')
    """
    raw = any(text[:1].isspace() or text[-1:].isspace() for text in texts)
    return ("" if raw or texts[0].startswith(("<", "{", "[{")) else "\n").join(texts)


def are_lines(texts: Sequence[str]) -> bool:
    """Whether strings are the lines of one text, and not a page each."""
    long = sum(map(len, texts)) > len(texts) * _LONG_LINE
    return len(texts) > 1 and not long and not any("\n" in text.rstrip("\r\n") for text in texts)


#: Lines are shorter than this on average; a whole page in one line is longer.
_LONG_LINE = 1000
