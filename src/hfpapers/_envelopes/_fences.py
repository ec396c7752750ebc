"""Fences of Markdown round a page, perhaps with a sentence of whoever put them there.

text  := sentence* fence [word of the language] line end body (line end fence | end) sentence*
fence := "```" | "~~~", or longer
"""

from __future__ import annotations

import regex

from hfpapers._envelopes._envelope import Envelope, Form

#: Whoever hands over a page says so in a few words. A fence further on is part of a page.
_HEAD = 1000
_OPENING = regex.compile(r"[ \t\ufeff]*+(?P<fence>`{3,}+|~{3,}+)[^`\n]{0,80}+")


def open_fence(text: str) -> Envelope | None:
    """Open a text of which a fence holds all but a few words."""
    head = text[:_HEAD]
    if "```" not in head and "~~~" not in head:
        return None
    rows = text.splitlines()
    openings = enumerate(map(_OPENING.fullmatch, rows[: len(head.splitlines())]))
    first, fence = next(((at, match["fence"]) for at, match in openings if match), (0, ""))
    if not fence:
        return None
    ends = (at for at in range(len(rows) - 1, first, -1) if _closes(rows[at], fence))
    last = next(ends, len(rows))
    before, after = _filled(rows, 0, first), _filled(rows, last + 1, len(rows))
    body = "\n".join(rows[first + 1 : last])
    if 2 * sum(len(row) for _, row in (*before, *after)) > len(body):
        return None
    # Blank lines stand for those before the body, so that its lines keep their numbers.
    forms = (Form("", ("\n" * (first + 1) + body,)),)
    return Envelope("a fence of Markdown", forms, before=before, after=after)


def _filled(rows: list[str], start: int, end: int) -> tuple[tuple[int, str], ...]:
    """Return the lines of a stretch that are not blank, with their numbers."""
    return tuple((at + 1, rows[at]) for at in range(start, end) if rows[at].strip())


def _closes(row: str, fence: str) -> bool:
    row = row.strip()
    return row.startswith(fence) and not row.strip(fence[0])
