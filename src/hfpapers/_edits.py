"""Edits: how marks are taken out of a text, and the in-band marks that stay where they were.

In-band marks are made of control characters that cleaning has removed, so no text holds them.
"""

from __future__ import annotations

from typing import NamedTuple

#: The edge of a link, a link's number (between two), image text (between two), and a line end
#: inside of a link's text.
EDGE, LINK, ALT, JOIN = "\x1c", "\x1d", "\x1e", "\x1f"


class Edit(NamedTuple):
    """A stretch of a text, and what it is replaced by."""

    start: int
    end: int
    text: str


def line_ends(text: str) -> int:
    """Return how many lines end in a stretch; two line feeds end one, above a blank line."""
    return text.replace("\n\n", "\n").count("\n") + text.count(JOIN)


def target_mark(target: str, targets: list[str]) -> str:
    """Remember a target, and return the in-band mark that stands for it."""
    targets.append("".join(target.split()))
    return f"{LINK}{len(targets) - 1}{LINK}"


def apply_edits(text: str, edits: list[Edit]) -> str:
    """Carry out the edits in one pass; of two that overlap, the first one is carried out."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits):
        if edit.start >= done:
            parts += (text[done : edit.start], edit.text)
            done = edit.end
            if ends := line_ends(text[edit.start : done]):
                parts.append(JOIN * (ends - edit.text.count("\n") - edit.text.count(JOIN)))
    parts.append(text[done:])
    return "".join(parts)
