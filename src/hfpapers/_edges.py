"""Edges: marks of lists and headings at the ends of titles and abstracts, and whose they are.

An extractor treats all cards alike, so a mark that most titles have is the extractor's, and one
that a single title has is its author's: `# Geese`, `+ Geese`, `Geese -`. A list of authors may
leave its first mark at the end of the text before it; then it does so in most cards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import regex

from hfpapers._cards import Card
from hfpapers._signs import Sign

_LAST_MARK = regex.compile(r"(?:^|(?<=\S)\s?)(?P<mark>[*+•‣◦▪●-])$")
#: Of so many cards at least something is true that is said of a whole page.
_FEWEST = 2


class Edges(NamedTuple):
    """What stands beside the titles and abstracts of a page."""

    #: Whether a mark before a title is its author's, since hardly any title has one.
    own_marks: bool
    #: The list marks that extraction left at the end of titles and of abstracts, or nothing.
    behind_title: str
    behind_abstract: str


def read_edges(cards: Sequence[Card]) -> Edges:
    """Tell what stands beside the titles and abstracts of all cards of a page."""
    bare = sum(_own_mark(card.title[0]) == "" for card in cards)
    listed = [card for card in cards if any(sign.kind == "authors" for sign in card.tail)]
    return Edges(
        own_marks=bare >= _FEWEST and bare * 2 > len(cards),
        behind_title=_shared_mark(
            [card.title[-1] for card in cards if card.abstract or card in listed]
        ),
        behind_abstract=_shared_mark([card.abstract[-1] for card in listed if card.abstract]),
    )


def _own_mark(sign: Sign) -> str:
    """Return the mark of a heading or a list that stands before a text and could be its own."""
    heading, bullet = sign.piece.heading, sign.piece.bullet.strip()
    return heading if heading[:1] == "#" else bullet if bullet in ("-", "*", "+", ">") else ""


def _shared_mark(ends: Sequence[Sign]) -> str:
    """Return the list mark that most of some texts end with."""
    matches = [match for sign in ends if (match := _LAST_MARK.search(sign.text[-3:]))]
    marks = Counter(match["mark"] for match in matches)
    mark, count = marks.most_common(1)[0] if marks else ("", 0)
    return mark if count >= _FEWEST and count * 2 > len(ends) else ""


def with_own_marks(title: str, first: Sign, edges: Edges) -> str:
    """Give a title back the mark that is its own."""
    mark = _own_mark(first) if edges.own_marks else ""
    return f"{mark} {title}" if mark else title


def without_mark_behind(text: str, mark: str) -> str:
    """Take the list mark that extraction left behind a text off it."""
    return text.removesuffix(mark).rstrip() or text
