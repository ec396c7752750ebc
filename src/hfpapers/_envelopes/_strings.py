"""JSON that holds a page in a string, at any depth.

What a service, an agent's tool or a notebook returns differs from maker to maker and from year to
year; that a page's text is a string in it does not. So no key is known here: strings at places that
differ in the indices of lists alone (`messages.*.content`) make one form, and what reads best is
kept.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from hfpapers._cut import load
from hfpapers._envelopes._envelope import Envelope, Form, are_lines, joined, one
from hfpapers._values import members, plain

#: What each line of a stream of server-sent events may begin with; only data is data.
_EVENT = regex.compile(r"(?:(data)|event|id|retry)?:[ ]?")
#: What some servers put before JSON, so that no browser runs it.
_GUARD = regex.compile(r"\)\]\}'?+,?+\s*+|while\(1\);\s*+|for\(;;\);\s*+")
_BLANK = "\ufeff \t\r\n"
#: A string shorter than a card is no page; one without a sign of the site neither. These are
#: letters of such signs in whatever spelling, and what may hide them: tags, escapes, one long word.
_SHORTEST = 30
_SIGN = regex.compile(r"author|paper|submitted|upvote|arxiv|·|middot|data-props", regex.IGNORECASE)
_WORD = regex.compile(r"\S{200}")


def open_json(text: str) -> Envelope | None:
    """Open JSON, JSON Lines or a stream of events of which each is JSON."""
    body = text.strip(_BLANK)
    guard = _GUARD.match(body)
    body = body[guard.end() :] if guard else body
    if body[:1] in ("{", "[", '"'):
        try:
            return open_value(load(body))
        except (ValueError, RecursionError):
            pass
    values = list(_line_values(body))
    return open_value(values) if values else None


def open_value(value: object) -> Envelope | None:
    """Open what a JSON parser returned; None if no string in it can be a page."""
    value = plain(value)
    if type(value) is str:
        return one("a JSON string", value)
    forms: dict[str, list[str]] = {}
    for where, text in _strings(value):
        forms.setdefault(where, []).append(text)
    found = tuple(
        Form(where, tuple(texts))
        for where, texts in forms.items()
        if any(map(may_be_page, texts)) or may_be_page(joined(texts))
    )
    what = "a JSON list" if type(value) is list else "a JSON object"
    return Envelope(what, found) if found else None


def _line_values(text: str) -> Iterator[object]:
    """Read lines that are JSON each; nothing if the first is not."""
    begun = False
    for row in text.splitlines():
        row = row.strip()
        event = _EVENT.match(row)
        if event is not None and event[1] is None:
            continue
        row = row[event.end() :] if event else row
        if row[:1] not in ("{", "[", '"'):
            if row and not begun:
                return
            continue
        try:
            value = load(row)
        except (ValueError, RecursionError):
            if not begun:
                return
            continue
        begun = True
        yield value


def _strings(value: object) -> Iterator[tuple[str, str]]:
    """Go through strings, and texts in lists of lines, each with its place."""
    waiting: list[tuple[str, object]] = [("", value)]
    #: What was loaded by something else may hold itself; nothing is entered twice.
    entered: dict[int, object] = {}
    while waiting:
        where, raw = waiting.pop()
        held = plain(raw)
        if type(held) is str:
            yield where, held
        if type(held) not in (list, dict) or id(raw) in entered:
            continue
        entered[id(raw)] = raw
        if type(held) is list:
            texts = [text for one in held if type(text := plain(one)) is str]
            if len(texts) == len(held) and are_lines(texts):
                yield where, joined(texts)
            else:
                waiting += ((_place(where, "*"), one) for one in reversed(held))
        else:
            inner = [(_place(where, key), one) for key, one in (members(held) or {}).items()]
            waiting += reversed(inner)


def _place(where: str, key: str) -> str:
    """Name a place; a path that grew with depth would be quadratic, so it keeps its ends."""
    path = f"{where}.{key[:_LONGEST]}" if where else key[:_LONGEST]
    return path if len(path) <= 2 * _LONGEST else f"{path[:_LONGEST]}…{path[-_LONGEST:]}"


_LONGEST = 60


def may_be_page(text: str) -> bool:
    """Whether it is worth reading a string as a page."""
    if len(text) < _SHORTEST:
        return False
    return _SIGN.search(text) is not None or _WORD.match(text) is not None
