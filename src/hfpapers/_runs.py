"""Runs: the signs of a page where its cards meet, with furniture and false signs taken out.

Between two titles stand the end of the card above and the start of the next. A run holds these
items and the prose below them; an abstract that merely says "3 authors" or "May 5, 2024" is told
from a byline by how the bylines of its page go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hfpapers._signs import Sign, SignKind, linked

FURNITURE = ("header", "footer", "weak")
#: Signs that only a card holds.
_ANCHORS = ("authors", "submitter", "upvote", "github", "arxiv")
#: Signs that close a card, together with the counts that belong to them.
_CLOSERS = frozenset({"authors", "dot", "date", "upvote", "github", "arxiv"})
#: Signs that end no header and no junk, but only a card.
ENDS = _CLOSERS - {"date"}
NUMBERS = ("count", "dash")


class Run(NamedTuple):
    """Items, and the prose that follows them: the end of one card, and the start of the next."""

    items: list[Sign]
    prose: list[Sign]
    #: Whether furniture stands before it, so that nothing in it belongs to a card above.
    fresh: bool
    #: The kinds of the items.
    kinds: list[SignKind]


def read_runs(signs: Sequence[Sign]) -> list[Run]:
    """Split a page into runs, with furniture apart and signs that are none read as prose."""
    byline = _byline(signs)
    run = Run([], [], True, [])
    runs = [run]
    for index, sign in enumerate(signs):
        kind = sign.kind
        if kind == "prose":
            run.prose.append(sign)
        elif kind == "link":
            continue
        elif kind in FURNITURE:
            if _is_word(signs, index, byline):
                run.prose.append(sign)
            elif run.items or run.prose:
                run = Run([], [], True, [])
                runs.append(run)
        elif kind in ("authors", "date") and _is_false(signs, index, byline):
            run.prose.append(sign)
        else:
            if run.prose:
                run = Run([], [], False, [])
                runs.append(run)
            run.items.append(sign)
            run.kinds.append(kind)
    return runs


class _Byline(NamedTuple):
    """How the bylines of a page go on, and the signs between which all cards are."""

    dated: bool
    dotted: bool
    first: int
    last: int


def _byline(signs: Sequence[Sign]) -> _Byline:
    authors = ended = dates = dotted = 0
    first, last = len(signs), -1
    for index, sign in enumerate(signs):
        above = signs[index - 1].kind if index else "start"
        if sign.kind == "authors":
            authors += 1
            ended += _goes_on(signs, index)
        elif sign.kind == "date":
            dates += 1
            dotted += above == "dot"
        if sign.kind in _ANCHORS or (sign.kind == "date" and above == "dot"):
            first, last = min(first, index), index
    dated = ended * 2 >= authors if authors else dotted > 0
    return _Byline(dated, dotted * 2 >= dates, first, last)


def _goes_on(signs: Sequence[Sign], index: int) -> bool:
    """Whether a date follows, with nothing but dots between."""
    for sign in signs[index + 1 : index + 4]:
        if sign.kind not in ("dot", "link"):
            return sign.kind == "date"
    return False


def _is_word(signs: Sequence[Sign], index: int, byline: _Byline) -> bool:
    """Whether a word of the header or footer is none here: alone, in the midst of the cards."""
    if signs[index].kind != "weak" or not byline.first < index < byline.last:
        return False
    return not any(sign.kind in FURNITURE for sign in signs[index - 1 : index + 2 : 2])


def _is_false(signs: Sequence[Sign], index: int, byline: _Byline) -> bool:
    """Whether authors or a date are an abstract's after all: they go on unlike bylines here."""
    sign = signs[index]
    below = signs[index + 1].kind if index + 1 < len(signs) else "end"
    if sign.kind == "authors":
        return byline.dated and below in ("prose", "authors", *NUMBERS)
    between = below == "prose" and index > 0 and signs[index - 1].kind == "prose"
    return between and byline.dotted and byline.first < index < byline.last


def split_items(run: Run, votes_before: bool) -> tuple[Sequence[Sign], Sequence[Sign]]:
    """Split what stands between two titles: the end of the card above, the start of the next."""
    items, kinds = run.items, run.kinds
    if "submitter" in kinds:
        start = kinds.index("submitter")
        return items[:start], items[start:]
    closed = closed_items(run)
    for index in range(closed, len(items)):
        if kinds[index] == "box" or linked(items[index], "vote"):
            return items[:index], items[index:]
    start = len(items)
    # At the end of a page there is no next card, but for one that was cut off before its title.
    needed = 1 if run.prose or kinds[-1:] == ["dash"] else 2
    if votes_before and start - closed >= needed:
        start -= 1
    return items[:start], items[start:]


def closed_items(run: Run) -> int:
    """Return how many of the items surely belong to the card above."""
    for index in range(len(run.kinds), 0, -1):
        kind = run.kinds[index - 1]
        if kind in _CLOSERS:
            return index
        if kind in NUMBERS and index > 1 and _belongs_above(run.items, index - 1):
            return index
    return 0


def _belongs_above(items: Sequence[Sign], index: int) -> bool:
    """Whether a number is the count of the item before it: by label, by link, or on its line."""
    sign, above = items[index], items[index - 1]
    if above.kind == "box" and index > 1:
        above = items[index - 2]
    same_line = (
        above.piece.line is sign.piece.line and not sign.piece.glued and sign.kind == "count"
    )
    if above.kind in ("upvote", "github") or (same_line and above.kind in ("date", "authors")):
        return True
    return sign.piece.link is not None and sign.piece.link.kind in ("comments", "github")
