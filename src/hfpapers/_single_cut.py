"""The text of a single paper's page, cut into parts at the signs of the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate
from typing import NamedTuple

import regex

from hfpapers._clean import Piece
from hfpapers._signs import Sign
from hfpapers._single_signs import Mark, read_series

#: So many signs of its own, and so many of all, show the page of a single paper.
_OWN_SIGNS, _ALL_SIGNS = 2, 3
#: No list of papers prints one of these, nor both of those.
_NEVER = frozenset({"place", "arxiv", "collection", "rest"})
_NEVER_BOTH = frozenset({"submitter", "authors"})
#: What only lists print.
_AUTHORS = regex.compile(r"[^\w+]*+[0-9,]++ authors")
#: Parts of the page that may say so, too: `+ 97 authors`.
_PROSE = frozenset({"abstract", "authors"})
#: What stands below the paper, or beside it.
_BELOW = frozenset({"community", "rest"})


class Part(NamedTuple):
    """A stretch of text between two signs, within one piece."""

    text: str
    piece: Piece

    def sign(self) -> Sign:
        """Return it as prose, as the readers of lists have it."""
        return Sign("prose", self.text, self.piece)


class Cut(NamedTuple):
    """The text of a page, cut at its signs; by the name of a sign, "" for what is above all."""

    #: Whether there are enough signs to read the page by.
    enough: bool
    marks: dict[str, Mark]
    #: Where each of them begins and ends, and all of them.
    pieces: dict[str, Piece]
    ends: dict[str, Piece]
    signs: Sequence[Piece]
    #: What follows each of them, and what follows those that stand below the paper.
    parts: dict[str, Sequence[Part]]
    below: list[Part]


def cut_at_signs(pieces: Sequence[Piece]) -> Cut | None:
    """Cut the pieces of a page at its signs; None if it is none, or if it is a list as well."""
    text = "\n".join([piece.text for piece in pieces])
    series = read_series(text)
    if not series:
        return None
    cut = _cut(text, pieces, series)
    own = {mark.slot.name for mark in series if mark.slot.own}
    enough = len(series) >= _ALL_SIGNS and len(own) + _holds_id(cut) >= _OWN_SIGNS
    sure = enough or _is_no_list({mark.slot.name for mark in series if mark.weight > 1})
    return cut._replace(enough=enough) if sure and not _is_list(cut) else None


def _cut(text: str, pieces: Sequence[Piece], series: Sequence[Mark]) -> Cut:
    starts = [0, *accumulate(len(piece.text) + 1 for piece in pieces)]
    signs = [pieces[bisect_right(starts, mark.start) - 1] for mark in series]
    ends = [*(mark.start for mark in series), len(text)]
    cut = Cut(False, {}, {}, {}, signs, {"": list(_parts(pieces, starts, 0, ends[0]))}, [])
    is_below = False
    for mark, piece, end in zip(series, signs, ends[1:], strict=True):
        name, parts = mark.slot.name, list(_parts(pieces, starts, mark.end, end))
        is_below = is_below or name in _BELOW
        if is_below or name in cut.parts:
            cut.below.extend(parts)
        else:
            cut.parts[name] = parts
        cut.marks.setdefault(name, mark)
        cut.pieces.setdefault(name, piece)
        cut.ends.setdefault(name, pieces[bisect_right(starts, mark.match.end() - 1) - 1])
    return cut


def _holds_id(cut: Cut) -> bool:
    """Whether the paper's id stands below the way to the list, and was read as an address there."""
    if "crumb" not in cut.marks or "id" in cut.marks:
        return False
    pieces = [cut.pieces["crumb"], *(part.piece for part in cut.parts.get("crumb", ()))]
    return any(piece.link is not None and piece.link.kind == "paper" for piece in pieces[:2])


def _is_no_list(names: Set[str]) -> bool:
    """Whether a text has signs that no list of papers prints, though too few to read it by."""
    return not _NEVER.isdisjoint(names) or names >= _NEVER_BOTH


def _parts(pieces: Sequence[Piece], starts: Sequence[int], start: int, end: int) -> Iterator[Part]:
    """Go through what the pieces hold of a stretch of their text."""
    for place in range(bisect_right(starts, start) - 1, len(pieces)):
        if starts[place] >= end:
            break
        held = pieces[place].text[max(start - starts[place], 0) : end - starts[place]].strip()
        if held or not pieces[place].text:
            yield Part(held, pieces[place])


def _is_list(cut: Cut) -> bool:
    """Whether a text holds cards of a list as well."""
    texts = [part for name, parts in cut.parts.items() if name not in _PROSE for part in parts]
    above, below = (
        sum(_AUTHORS.fullmatch(part.text) is not None for part in parts)
        for parts in (texts, cut.below)
    )
    # Somebody may write so in a comment.
    return above > 0 or below > 1
