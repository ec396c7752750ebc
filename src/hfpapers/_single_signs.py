"""Signs of the page of a single paper: the words that the site prints there, in their order.

    page      := ["Paper page - " title] ["Papers"] ["arxiv:" id] title "Published on" date
                 ["·" submitter] ["#1 Paper of the day"] ["·" organisation] votes names abstract
                 button* rest
    submitter := "Submitted by" name "on" date
    votes     := "Upvote" count ["+" count]
    names     := "Authors:" name ("," name)*
    abstract  := "Abstract" [summary "AI-generated summary"] text
    button    := "View arXiv page" | "View PDF" | "Project page" | "GitHub" [stars] | ...
    rest      := "Community" comment* | "Models citing this paper" model* | ...

Each of these words may stand in a title, an abstract or a comment as well. So it is not asked what
each one is, but which of them, in the order of the page, make the longest series.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple

import regex

from hfpapers._words import (
    GITHUB,
    MONTHS,
    PROJECT_PAGE,
    PUBLISHED_ON,
    SUBMITTED_BY,
    UPVOTE,
    VIEW_ARXIV,
    VIEW_PDF,
)

#: Where a sign may stand but at the start of a line: anywhere; only on a page without lines, where
#: words of the text are no likelier to be signs than signs are; or nowhere, and alone on its line.
Inside = Literal["anywhere", "flat", "nowhere"]


class Slot(NamedTuple):
    """A part of the page, told by the sign that it begins with."""

    name: str
    pattern: str
    #: Where it stands among the others; votes stand in two places, for phones and wide screens.
    ranks: tuple[int, ...]
    inside: Inside = "flat"
    #: Whether nothing but the site prints it.
    own: bool = False
    #: Whether a line of prose may begin with it, so that it is a sign only if alone on its line.
    alone: bool = False


class Mark(NamedTuple):
    """A sign of the page that stands in the text, or words that may be one."""

    slot: Slot
    start: int
    end: int
    match: regex.Match[str]
    #: What marks stand before it.
    lead: str
    #: 2 for a sign at the start of a line, 1 inside of one.
    weight: int


def _spaced(words: str) -> str:
    """Let words of the site be broken over lines."""
    return words.replace(" ", r"\s++")


_DATE = (
    rf"(?P<month>{'|'.join(MONTHS)})\s++(?P<day>[0-9]{{1,2}})(?![0-9])"
    r"(?:\s*+,\s*+(?P<year>[0-9]{4})(?![0-9]))?+"
)
_COUNT = r"(?P<count>[0-9][0-9,]*+(?:\.[0-9]++)?+[kKM]?+(?![0-9]))"
#: Since 2015, ids have five digits behind the dot. So a title that runs into one begins there.
_ID = r"(?P<known>(?:0[7-9]|1[0-4])[0-9]{2}\.[0-9]{4}|[0-9]{4}\.[0-9]{5})"
_CITING = (
    "(?:Models|Datasets|Spaces) citing this paper|Collections including this paper"
    "|Get this paper in your agent"
)
#: The ranks at which more than one sign may stand: buttons, and what is below the discussion.
_BUTTONS, _REST = 11, 14

_PUBLISHED = rf"(?:\s*+{_DATE}|(?=[^\n]{{1,16}}[0-9]))"
_PLACE = r"\#[0-9]{1,3} Paper of the (?:day|week|month)"
_VOTES = rf"{UPVOTE}d?+(?:\s*+(?:{_COUNT}|(?P<none>[-–−])(?!\w)))?+(?:\s*+\+\s?+[0-9]++)?+"
_COMMUNITY = rf"Community(?:[^\S\n]\(?{_COUNT}\)?)?+"
#: What stands above the title: there the last one is the page's, and elsewhere the first.
_TITLE = 3
#: The page, from top to bottom.
SLOTS = (
    Slot("name", _spaced("Paper page - "), (0,), own=True),
    Slot("crumb", "Papers", (1,), "nowhere", alone=True),
    Slot("id", rf"(?i:arxiv):\s*+{_ID}", (2,), own=True),
    Slot("date", rf"{_spaced(PUBLISHED_ON)}{_PUBLISHED}", (3,), "anywhere"),
    Slot("submitter", _spaced(SUBMITTED_BY), (4,), "anywhere"),
    Slot("listed", rf"on\s++{_DATE}", (5,), "anywhere"),
    Slot("place", _spaced(_PLACE), (6,), "anywhere", own=True),
    Slot("votes", _VOTES, (7, 13), "anywhere", own=True),
    Slot("authors", r"Authors?+\s?+:", (8,), "anywhere"),
    Slot("abstract", r"Abstract\b(?:[^\S\n]?:)?+", (9,), alone=True),
    Slot("summary", _spaced("AI-generated summary"), (10,), own=True, alone=True),
    Slot("arxiv", _spaced(VIEW_ARXIV), (_BUTTONS,), own=True),
    Slot("pdf", _spaced(VIEW_PDF), (_BUTTONS,)),
    Slot("collection", _spaced("Add to collection"), (_BUTTONS,), own=True),
    Slot("project", _spaced(PROJECT_PAGE), (_BUTTONS,), "nowhere", alone=True),
    Slot("github", rf"{GITHUB}(?:\s*+{_COUNT})?+", (_BUTTONS,), "nowhere", alone=True),
    Slot("community", _COMMUNITY, (12,), "nowhere", alone=True),
    Slot("rest", _spaced(_CITING), (_REST,), own=True),
)
#: What any of them begins with, since looking for that first takes half the time.
_FIRST = r"(?=[PAaSo\#UVCGMD])"
_ANY_SLOT = "|".join(f"(?P<{slot.name}>{slot.pattern})" for slot in SLOTS)
_SIGNS = regex.compile(f"{_FIRST}(?:{_ANY_SLOT})")
#: The first of the buttons that stand side by side.
_ROW = frozenset({"arxiv", "pdf"})
#: What marks leave before a sign, such as its number or a word for a link; and behind it.
_LEAD = regex.compile(
    r"[^\p{L}\n]{0,12}|\W{0,4}[A-Za-z]{1,12}:\s?|\W*+\([A-Z]++\)\s?|\W{0,4}https?://\S++\s?"
)
#: Between the title and the authors, a number before a sign is part of what stands there.
_BARE_LEAD = regex.compile(r"[^\p{L}\p{N}\n]{0,12}")
_TARGETS = regex.compile(r"(?:[^\p{L}\p{N}/]++|https?://\S++|/\S++)*+")
#: A text holds one of the first of these, or two of the others, or no page; that is soon seen.
_SURE_WORDS = ("arXiv page", "citing this", "Paper of the", "Add to collection")
_WORDS = ("Paper page", "arxiv:", "arXiv:", "Upvote", "AI-generated", "Authors:", "Submitted")
#: Without lines, a page has none of these at the start of one.
_FLAT = frozenset({"abstract", "summary", "arxiv", "pdf", "collection"})


def read_series(text: str) -> Sequence[Mark]:
    """Return the signs of the page that stand in a text, in order; nothing if hardly any do."""
    sure = any(word in text for word in _SURE_WORDS)
    if not sure and sum(word in text for word in _WORDS) < 2:
        return ()
    return _longest(list(_marks(text)))


class _Found(NamedTuple):
    """Words that may be a sign, and what stands beside them on their line."""

    match: regex.Match[str]
    slot: Slot
    #: Where it begins and ends, with the marks round it.
    start: int
    end: int
    #: Whether it stands at the start of a line; whether there or behind another sign.
    first: bool
    begins: bool
    #: Whether nothing follows it on its line, or another sign does; whether it is another sign.
    ends: bool
    in_row: bool


def _marks(text: str) -> Iterator[Mark]:
    """Find what may be a sign of the page; a word of a longer line may be only on a flat page."""
    found = list(_found(text))
    flat = not any(one.first for one in found if one.slot.name in _FLAT)
    for one in found:
        slot = one.slot
        whole = one.begins and (one.ends or not slot.alone)
        # The last line of an abstract, if it is a full one, takes the row of buttons in.
        row = one.in_row and slot.name in _ROW
        if whole or row or slot.inside == "anywhere" or (flat and slot.inside == "flat"):
            lead = text[one.start : one.match.start()]
            yield Mark(slot, one.start, one.end, one.match, lead, 2 if whole else 1)


def _found(text: str) -> Iterator[_Found]:
    """Find the words of signs, each with the marks round it."""
    matches = list(_SIGNS.finditer(text))
    place = 0
    for match, below in zip_longest(matches, matches[1:]):
        following = below.start() if below else len(text)
        slot = next(slot for slot in SLOTS if match[slot.name] is not None)
        line = text.rfind("\n", place, match.start()) + 1
        start, end = max(line, place), text.find("\n", match.end(), following)
        end = following if end < 0 else end
        lead = _BARE_LEAD if slot.inside == "anywhere" else _LEAD
        begins = lead.fullmatch(text, start, match.start()) is not None
        ends = _TARGETS.fullmatch(text, match.end(), end) is not None
        place = match.end()
        yield _Found(
            match,
            slot,
            start if begins else match.start(),
            end if ends else match.end(),
            begins and (line > 0 or start == 0),
            begins,
            ends,
            ends and end == following < len(text),
        )


class _Series(NamedTuple):
    weight: int
    last: Mark | None = None
    before: _Series | None = None


def _longest(marks: Sequence[Mark]) -> Sequence[Mark]:
    """Return the longest series in the order of the page; of two alike, the one that ends first.

    `best` holds the longest series so far that ends at each rank or before.
    """
    best = [_Series(0)] * (_REST + 1)
    for mark in marks:
        for rank in reversed(mark.slot.ranks):
            before = best[rank if rank in (_BUTTONS, _REST) else rank - 1] if rank else _Series(0)
            series = _Series(before.weight + mark.weight, mark, before)
            for place in range(rank, len(best)):
                weight = best[place].weight
                if weight < series.weight or (weight == series.weight and rank < _TITLE):
                    best[place] = series
    found: list[Mark] = []
    longest = best[-1]
    while longest.last is not None and longest.before is not None:
        found.append(longest.last)
        longest = longest.before
    return found[::-1]
